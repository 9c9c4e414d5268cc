/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "store/filter.h"

struct _SuiviFilter
{
  char *search;
  char *cut_off;
  gboolean begun;
  GPtrArray *values[SUIVI_N_FACETS]; /* strings, ended by NULL */
};

G_DEFINE_BOXED_TYPE (SuiviFilter, suivi_filter, suivi_filter_copy, suivi_filter_free)

/**
 * suivi_facet_to_label:
 *
 * Returns: the name of the facet as people read it, translated
 */
const char *
suivi_facet_to_label (SuiviFacet facet)
{
  switch (facet)
    {
    case SUIVI_FACET_REVIEW:
      return _ ("Review");
    case SUIVI_FACET_POSITION:
      /* Translators: what the State under review answered: supported, noted, … */
      return _ ("Position");
    case SUIVI_FACET_LIGHT:
      /* Translators: the traffic light of an assessment */
      return _ ("Light");
    case SUIVI_FACET_THEME:
      return _ ("Theme");
    case SUIVI_FACET_GROUP:
      /* Translators: a group of persons, such as children or migrants */
      return _ ("Group");
    case SUIVI_FACET_STATE:
      return _ ("Recommending State");
    case SUIVI_FACET_SDG:
      /* Translators: a Sustainable Development Goal or one of its targets */
      return _ ("Goal");
    case SUIVI_FACET_CHILDREN:
      return _ ("Child-focused");
    case SUIVI_FACET_MECHANISM:
      /* Translators: the UPR, a treaty body or a special procedure */
      return _ ("Mechanism");
    case SUIVI_FACET_CYCLE:
      /* Translators: of the UPR: each takes 4½ years */
      return _ ("Cycle");
    case SUIVI_FACET_CATEGORY:
      /* Translators: UPR Info's five action categories, from minimal to specific */
      return _ ("Action category");
    case SUIVI_FACET_ISSUE:
      /* Translators: what a recommendation is about, in the words of UPR Info */
      return _ ("Issue");
    case SUIVI_FACET_CLUSTER:
      /* Translators: the user's own group of recommendations: a chapter of the scorecard */
      return _ ("Cluster");
    case SUIVI_FACET_INSTITUTION:
      /* Translators: a ministry, a court, the parliament: who is to implement a recommendation */
      return _ ("Institution");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_filter_new:
 *
 * Returns: (transfer full): a filter that lets every recommendation of the UPR through
 */
SuiviFilter *
suivi_filter_new (void)
{
  SuiviFilter *self = g_new0 (SuiviFilter, 1);

  self->search = g_strdup ("");
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      self->values[i] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->values[i], NULL);
    }

  return self;
}

/**
 * suivi_filter_copy:
 *
 * Returns: (transfer full): a copy of its own
 */
SuiviFilter *
suivi_filter_copy (const SuiviFilter *self)
{
  SuiviFilter *copy = suivi_filter_new ();

  suivi_filter_set_search (copy, self->search);
  suivi_filter_set_cut_off (copy, self->cut_off);
  suivi_filter_set_begun (copy, self->begun);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      for (guint j = 0; j + 1 < self->values[i]->len; j++)
        suivi_filter_add (copy, i, g_ptr_array_index (self->values[i], j));
    }

  return copy;
}

/**
 * suivi_filter_free:
 * @self: (nullable) (transfer full): a filter
 */
void
suivi_filter_free (SuiviFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->search);
  g_free (self->cut_off);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    g_ptr_array_unref (self->values[i]);
  g_free (self);
}

/**
 * suivi_filter_equal:
 *
 * Returns: whether both say the same, in the same order
 */
gboolean
suivi_filter_equal (const SuiviFilter *a, const SuiviFilter *b)
{
  if (g_strcmp0 (a->search, b->search) != 0 || g_strcmp0 (a->cut_off, b->cut_off) != 0 || a->begun != b->begun)
    return FALSE;
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      if (!suivi_strv_equal (suivi_filter_get (a, i), suivi_filter_get (b, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_filter_is_empty:
 *
 * Returns: whether nothing is narrowed: no search, no facet. A cut-off date does not narrow; it dates the
 * lights.
 */
gboolean
suivi_filter_is_empty (const SuiviFilter *self)
{
  if (!suivi_text_is_blank (self->search) || self->begun)
    return FALSE;
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      if (self->values[i]->len > 1)
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_filter_set_search:
 * @search: (nullable): what the user typed, anything at all; words are searched by their beginning, in the
 * number, the text and the names of the recommending States, without regard to case and accents
 */
void
suivi_filter_set_search (SuiviFilter *self, const char *search)
{
  char *valid = g_utf8_make_valid (search != NULL ? search : "", -1);

  g_free (self->search);
  self->search = valid;
}

/**
 * suivi_filter_get_search:
 *
 * Returns: the text, "" if there is none
 */
const char *
suivi_filter_get_search (const SuiviFilter *self)
{
  return self->search;
}

/**
 * suivi_filter_set_cut_off:
 * @cut_off: (nullable): a date, "2026-11-22"; later assessments are left aside. %NULL for the latest ones
 */
void
suivi_filter_set_cut_off (SuiviFilter *self, const char *cut_off)
{
  char *copy = g_strdup (cut_off);

  g_free (self->cut_off);
  self->cut_off = copy;
}

/**
 * suivi_filter_get_cut_off:
 *
 * Returns: (nullable): the date
 */
const char *
suivi_filter_get_cut_off (const SuiviFilter *self)
{
  return self->cut_off;
}

/**
 * suivi_filter_set_begun:
 * @begun: whether only those are meant for which suivi_store_get_author() began a grade of her own that is not saved
 */
void
suivi_filter_set_begun (SuiviFilter *self, gboolean begun)
{
  self->begun = begun;
}

/**
 * suivi_filter_get_begun:
 *
 * Returns: whether only those are meant for which a grade was begun
 */
gboolean
suivi_filter_get_begun (const SuiviFilter *self)
{
  return self->begun;
}

static guint
find_value (const SuiviFilter *self, SuiviFacet facet, const char *value)
{
  for (guint i = 0; i + 1 < self->values[facet]->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->values[facet], i), value))
        return i;
    }

  return G_MAXUINT;
}

/**
 * suivi_filter_add:
 *
 * Lets recommendations through that have @value. Adding a value twice is the same as once.
 */
void
suivi_filter_add (SuiviFilter *self, SuiviFacet facet, const char *value)
{
  g_return_if_fail (facet < SUIVI_N_FACETS);
  g_return_if_fail (value != NULL);

  if (find_value (self, facet, value) == G_MAXUINT)
    g_ptr_array_insert (self->values[facet], self->values[facet]->len - 1, g_strdup (value));
}

/**
 * suivi_filter_remove:
 *
 * Takes back suivi_filter_add(). Without any value, a facet does not narrow.
 */
void
suivi_filter_remove (SuiviFilter *self, SuiviFacet facet, const char *value)
{
  guint i = 0;

  g_return_if_fail (facet < SUIVI_N_FACETS);

  i = find_value (self, facet, value);
  if (i != G_MAXUINT)
    g_ptr_array_remove_index (self->values[facet], i);
}

/**
 * suivi_filter_clear:
 *
 * Takes all values of a facet away.
 */
void
suivi_filter_clear (SuiviFilter *self, SuiviFacet facet)
{
  g_return_if_fail (facet < SUIVI_N_FACETS);

  g_ptr_array_set_size (self->values[facet], 0);
  g_ptr_array_add (self->values[facet], NULL);
}

/**
 * suivi_filter_has:
 *
 * Returns: whether @value was added
 */
gboolean
suivi_filter_has (const SuiviFilter *self, SuiviFacet facet, const char *value)
{
  g_return_val_if_fail (facet < SUIVI_N_FACETS, FALSE);

  return find_value (self, facet, value) != G_MAXUINT;
}

/**
 * suivi_filter_get:
 *
 * Returns: (transfer none): the values of a facet, in the order they were added, ended by %NULL
 */
const char *const *
suivi_filter_get (const SuiviFilter *self, SuiviFacet facet)
{
  g_return_val_if_fail (facet < SUIVI_N_FACETS, NULL);

  return (const char *const *) self->values[facet]->pdata;
}
