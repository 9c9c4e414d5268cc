/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/counting.h"

G_DEFINE_ENUM_TYPE (SuiviCountingUnit,
                    suivi_counting_unit,
                    G_DEFINE_ENUM_VALUE (SUIVI_COUNTING_UNIT_RECOMMENDATION, "recommendation"),
                    G_DEFINE_ENUM_VALUE (SUIVI_COUNTING_UNIT_STATE, "recommendation-state"))

G_DEFINE_ENUM_TYPE (SuiviPartRule,
                    suivi_part_rule,
                    G_DEFINE_ENUM_VALUE (SUIVI_PART_RULE_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (SUIVI_PART_RULE_NOTED, "noted"))

/**
 * suivi_counting_unit_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_counting_unit_to_label (SuiviCountingUnit unit)
{
  switch (unit)
    {
    case SUIVI_COUNTING_UNIT_RECOMMENDATION:
      return _ ("Each recommendation once");
    case SUIVI_COUNTING_UNIT_STATE:
      return _ ("Once for each recommending State");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_part_rule_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_part_rule_to_label (SuiviPartRule part)
{
  switch (part)
    {
    case SUIVI_PART_RULE_OWN:
      /* Translators: how recommendations that are supported in part are counted */
      return _ ("On their own");
    case SUIVI_PART_RULE_NOTED:
      /* Translators: how recommendations that are supported in part are counted */
      return _ ("As noted");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_counting_rule_get_weight:
 * @states: (nullable): the recommending States, ISO 3166-1 alpha-3
 *
 * Returns: how often the recommendation counts. Where every recommending State counts, one that stands twice counts
 *   once, and what no State recommended, such as a voluntary commitment, counts once
 */
guint
suivi_counting_rule_get_weight (const SuiviCountingRule *self, const char *const *states)
{
  g_autoptr (GHashTable) different = NULL;

  if (self->unit == SUIVI_COUNTING_UNIT_RECOMMENDATION || states == NULL || states[0] == NULL)
    return 1;

  different = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; states[i] != NULL; i++)
    g_hash_table_add (different, (gpointer) states[i]);

  return g_hash_table_size (different);
}

/**
 * suivi_counting_rule_get_position:
 *
 * Returns: the position under which a recommendation with that position is counted
 */
SuiviPosition
suivi_counting_rule_get_position (const SuiviCountingRule *self, SuiviPosition position)
{
  if (position == SUIVI_POSITION_PART && self->part == SUIVI_PART_RULE_NOTED)
    return SUIVI_POSITION_NOTED;

  return position;
}

/**
 * suivi_counting_rule_to_sentence:
 *
 * Returns: (transfer full): how was counted, for the reader of an output, translated. Every output prints it
 */
char *
suivi_counting_rule_to_sentence (const SuiviCountingRule *self)
{
  const char *unit = self->unit == SUIVI_COUNTING_UNIT_STATE
                       ? _ ("A recommendation counts once for every State that made it.")
                       : _ ("A recommendation counts once, whatever the number of States that made it.");
  const char *part = self->part == SUIVI_PART_RULE_NOTED
                       ? _ ("Recommendations that are supported in part count as noted.")
                       : _ ("Recommendations that are supported in part are counted on their own.");

  /* Translators: two whole sentences, one after the other */
  return g_strdup_printf (_ ("%s %s"), unit, part);
}

/**
 * suivi_percent:
 * @count: so many
 * @total: of so many
 *
 * The only rounding of the program: to the nearest whole number, halves up, worked out in whole numbers. Percentages
 * that were rounded one by one need not add up to 100; suivi_percent_note() says so.
 *
 * Returns: per cent; 0 of 0 is 0
 */
guint
suivi_percent (guint count, guint total)
{
  return total > 0 ? ((guint64) count * 200 + total) / ((guint64) total * 2) : 0;
}

/**
 * suivi_percent_to_text:
 * @count: so many
 * @total: of so many
 *
 * As suivi_percent() rounds, but what is there is never said to be nothing, nor what is not all of it to be everything.
 *
 * Returns: (transfer full): "15 %", "< 1 %" or "> 99 %", as the user's language writes it
 */
char *
suivi_percent_to_text (guint count, guint total)
{
  const guint percent = suivi_percent (count, total);

  if (count > 0 && percent == 0)
    /* Translators: less than one per cent, but more than nothing */
    return g_strdup (_ ("< 1 %"));
  if (count < total && percent == 100)
    /* Translators: more than 99 per cent, but not all */
    return g_strdup (_ ("> 99 %"));

  /* Translators: %u is a number of per cent */
  return g_strdup_printf (_ ("%u %%"), percent);
}

/**
 * suivi_percent_note:
 *
 * Returns: the sentence that stands under a table of percentages, translated
 */
const char *
suivi_percent_note (void)
{
  return _ ("Percentages are rounded to whole numbers and may not add up to 100.");
}
