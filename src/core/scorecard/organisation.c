/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/scorecard/organisation.h"
#include "core/text/text.h"

/**
 * suivi_organisation_free:
 * @self: (nullable) (transfer full): an organisation
 */
void
suivi_organisation_free (SuiviOrganisation *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

/**
 * suivi_organisation_is_same:
 * @a: (nullable): name of an organisation; blank is the one that is not named
 * @b: (nullable): another one
 *
 * Returns: whether both are names of one organisation: case, accents and spaces do not matter
 */
gboolean
suivi_organisation_is_same (const char *a, const char *b)
{
  g_autofree char *one = suivi_text_fold (a != NULL ? a : "");
  g_autofree char *other = suivi_text_fold (b != NULL ? b : "");

  return g_str_equal (one, other);
}

/* The digits at the start of a text, without zeros before them. */
static gsize
skip_number (const char **text)
{
  gsize n = 0;

  while (**text == '0')
    (*text)++;
  while (g_ascii_isdigit ((*text)[n]))
    n++;

  return n;
}

/**
 * suivi_organisation_compare_folded:
 * @a: name of an organisation, as suivi_text_fold() makes it
 * @b: another one
 *
 * As suivi_organisation_compare(), for those who have folded the names already.
 *
 * Returns: less than 0, 0, or more than 0, as strcmp()
 */
int
suivi_organisation_compare_folded (const char *a, const char *b)
{
  const char *one = a;
  const char *other = b;

  while (*one != '\0' && *other != '\0')
    {
      if (g_ascii_isdigit (*one) && g_ascii_isdigit (*other))
        {
          const gsize n_one = skip_number (&one);
          const gsize n_other = skip_number (&other);
          const int order = n_one == n_other ? strncmp (one, other, n_one) : n_one < n_other ? -1 : 1;

          if (order != 0)
            return order;
          one += n_one;
          other += n_other;
        }
      else if (*one != *other)
        {
          break;
        }
      else
        {
          one++;
          other++;
        }
    }
  if (*one != *other)
    return (int) (guchar) *one - (int) (guchar) *other;

  /* "Clinic 1" and "Clinic 01" are two names. */
  return strcmp (a, b);
}

/**
 * suivi_organisation_compare:
 * @a: (nullable): name of an organisation
 * @b: (nullable): another one
 *
 * The order in which organisations are listed, the same in every language: by the folded name, where numbers count as people
 * count: 1, 2, 10. What is not named comes first.
 *
 * Returns: less than 0, 0, or more than 0, as strcmp()
 */
int
suivi_organisation_compare (const char *a, const char *b)
{
  g_autofree char *one = suivi_text_fold (a != NULL ? a : "");
  g_autofree char *other = suivi_text_fold (b != NULL ? b : "");

  return suivi_organisation_compare_folded (one, other);
}

/**
 * suivi_organisation_to_label:
 * @name: (nullable): name of an organisation
 *
 * Returns: (transfer none): what is shown for it: @name, or words that say that there is none
 */
const char *
suivi_organisation_to_label (const char *name)
{
  /* Translators: stands for the name of the organisation that judged, where a grade does not say which */
  return suivi_text_is_blank (name) ? _ ("Organisation not named") : name;
}
