/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/cycle-label.h"
#include "app/light-words.h"
#include "app/review/facet-values.h"
#include "core/drafting/analysis.h"
#include "core/reference/states.h"
#include "core/reference/tags.h"

/**
 * suivi_facet_value_free:
 * @self: (nullable) (transfer full): a value
 */
void
suivi_facet_value_free (SuiviFacetValue *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self->label);
  g_free (self);
}

static gboolean
read_number (const char *value, guint *number)
{
  guint64 read = 0;

  if (!g_ascii_string_to_unsigned (value, 10, 1, 99, &read, NULL))
    return FALSE;

  *number = (guint) read;
  return TRUE;
}

/* Of those that have none. */
static const char *
label_none (SuiviFacet facet)
{
  switch ((int) facet)
    {
    case SUIVI_FACET_CLUSTER:
      return _ ("In no cluster");
    case SUIVI_FACET_INSTITUTION:
      return _ ("Without an institution");
    case SUIVI_FACET_THEME:
      return _ ("Without a theme");
    case SUIVI_FACET_SDG:
      return _ ("Without a goal");
    case SUIVI_FACET_CATEGORY:
      return _ ("Not classified");
    default:
      return _ ("None");
    }
}

/**
 * suivi_facet_value_to_label:
 * @facet: a facet
 * @value: a value of it
 * @words: (nullable): how the lights are called: suivi_light_words_get()
 *
 * Returns: (transfer full): what people read for it, translated
 */
char *
suivi_facet_value_to_label (SuiviFacet facet, const char *value, GHashTable *words)
{
  SuiviPosition position = SUIVI_POSITION_PENDING;
  SuiviLight light = SUIVI_LIGHT_GREY;
  guint number = 0;

  if (g_str_equal (value, SUIVI_FACET_NONE))
    return g_strdup (label_none (facet));

  switch (facet)
    {
    case SUIVI_FACET_POSITION:
      if (suivi_position_from_nick (value, &position))
        return g_strdup (suivi_position_to_label (position));
      break;
    case SUIVI_FACET_LIGHT:
      if (suivi_light_from_nick (value, &light))
        return suivi_light_words_dup_text (words, light);
      break;
    case SUIVI_FACET_STATE:
      if (suivi_state_exists (value))
        return g_strdup (suivi_state_get_name (value));
      break;
    case SUIVI_FACET_SDG:
      if (suivi_sdg_get_title (value) != NULL)
        /* Translators: code and title of a Sustainable Development Goal: "16.2 End abuse …" */
        return g_strdup_printf (_ ("%s %s"), value, suivi_sdg_get_title (value));
      break;
    case SUIVI_FACET_CHILDREN:
      return g_strdup (g_str_equal (value, "yes") ? _ ("Child-focused") : _ ("Not child-focused"));
    case SUIVI_FACET_CYCLE:
      if (read_number (value, &number))
        return suivi_cycle_to_label (number);
      break;
    case SUIVI_FACET_CATEGORY:
      /* Translators: number and name of an action category of UPR Info: "5 – Specific action" */
      if (read_number (value, &number) && suivi_specificity_get_label (number)[0] != '\0')
        return g_strdup_printf (_ ("%u – %s"), number, suivi_specificity_get_label (number));
      break;
    case SUIVI_FACET_MECHANISM:
      if (g_str_equal (value, SUIVI_MECHANISM_UPR))
        return g_strdup (_ ("Universal Periodic Review"));
      break;
    case SUIVI_FACET_REVIEW:
    case SUIVI_FACET_THEME:
    case SUIVI_FACET_GROUP:
    case SUIVI_FACET_ISSUE:
    case SUIVI_FACET_CLUSTER:
    case SUIVI_FACET_INSTITUTION:
    default:
      break;
    }

  return g_strdup (value);
}

/* Positions and lights have an order of their own, from good to bad, and the UPR comes before other
 * mechanisms; the rest is sorted as a dictionary would, with numbers by their size. */
static int
rank (SuiviFacet facet, const char *value)
{
  static const char *const positions[] = { "supported", "part", "noted", "pending", "commitment", NULL };
  static const char *const lights[] = { "green", "amber", "red", "worse", "grey", NULL };
  static const char *const mechanisms[] = { SUIVI_MECHANISM_UPR, NULL };
  static const char *const none[] = { NULL };
  const char *const *order = none;

  if (facet == SUIVI_FACET_POSITION)
    order = positions;
  else if (facet == SUIVI_FACET_LIGHT)
    order = lights;
  else if (facet == SUIVI_FACET_MECHANISM)
    order = mechanisms;

  for (int i = 0; order[i] != NULL; i++)
    {
      if (g_str_equal (order[i], value))
        return i;
    }

  return G_MAXINT;
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SuiviFacetValue *first = *(SuiviFacetValue *const *) a;
  const SuiviFacetValue *second = *(SuiviFacetValue *const *) b;
  SuiviFacet facet = GPOINTER_TO_INT (user_data);
  int first_rank = rank (facet, first->value);
  int second_rank = rank (facet, second->value);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  if (facet == SUIVI_FACET_SDG || facet == SUIVI_FACET_CYCLE || facet == SUIVI_FACET_CATEGORY)
    {
      g_autofree char *first_key = suivi_recommendation_number_to_sort_key (first->value);
      g_autofree char *second_key = suivi_recommendation_number_to_sort_key (second->value);

      return strcmp (first_key, second_key);
    }
  return g_utf8_collate (first->label, second->label);
}

static void
add_value (GPtrArray *values,
           SuiviFacet facet,
           const char *value,
           GHashTable *words,
           guint count,
           gboolean chosen)
{
  SuiviFacetValue *entry = g_new0 (SuiviFacetValue, 1);

  entry->value = g_strdup (value);
  entry->label = suivi_facet_value_to_label (facet, value, words);
  entry->count = count;
  entry->chosen = chosen;
  g_ptr_array_add (values, entry);
}

/**
 * suivi_facet_values_new:
 * @facet: the facet
 * @counts: (element-type SuiviFacetCount): the values that occur
 * @filter: what is chosen
 * @words: (nullable): how the lights are called: suivi_light_words_get()
 *
 * A chosen value that no longer occurs stays in the list with 0, so that it can be taken away again.
 *
 * Returns: (transfer container) (element-type SuiviFacetValue): the lines of the facet's list, in their order
 */
GPtrArray *
suivi_facet_values_new (SuiviFacet facet, GPtrArray *counts, const SuiviFilter *filter, GHashTable *words)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_facet_value_free);
  const char *const *chosen = suivi_filter_get (filter, facet);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < counts->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (counts, i);
      gboolean is_chosen = suivi_filter_has (filter, facet, count->value);

      g_hash_table_add (seen, count->value);
      if (count->count > 0 || is_chosen)
        add_value (values, facet, count->value, words, count->count, is_chosen);
    }
  for (gsize i = 0; chosen != NULL && chosen[i] != NULL; i++)
    {
      if (!g_hash_table_contains (seen, chosen[i]))
        add_value (values, facet, chosen[i], words, 0, TRUE);
    }
  g_ptr_array_sort_with_data (values, compare_values, GINT_TO_POINTER (facet));

  return values;
}
