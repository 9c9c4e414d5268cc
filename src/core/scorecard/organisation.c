/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

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
