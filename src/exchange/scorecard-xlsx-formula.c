/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/scorecard-xlsx-formula.h"
#include "exchange/xlsx-writer.h"

/* A text inside a formula holds 255 characters. */
#define MAX_TITLE 200

/**
 * suivi_scorecard_formula_quote:
 *
 * Returns: (transfer full): @text as a text inside a formula
 */
char *
suivi_scorecard_formula_quote (const char *text)
{
  g_autoptr (GString) out = g_string_new (text);

  g_string_replace (out, "\"", "\"\"", 0);
  g_string_prepend_c (out, '"');
  g_string_append_c (out, '"');

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * suivi_scorecard_formula_reference:
 *
 * Returns: (transfer full): a cell of the same sheet, "B$12": its row stays when the formula is copied down
 */
char *
suivi_scorecard_formula_reference (guint row, guint column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH] = "";

  lxw_rowcol_to_cell_abs (cell, row, column, LXW_TRUE, LXW_FALSE);
  return g_strdup (cell);
}

/* Words of ours hold no sign that a criterion takes for another. */
static char *
ask_position (SuiviPosition position)
{
  g_autofree char *label = suivi_scorecard_formula_quote (suivi_position_to_label (position));

  return g_strconcat ("Suivi_positions,", label, NULL);
}

/**
 * suivi_scorecard_formula_ask_position:
 * @rule: how it is counted
 * @criteria: (out caller-allocates): two criteria, to be freed: either of them is met; the second may be %NULL
 *
 * What asks for rows with a position: where that is the rule, support in part counts as noted.
 */
void
suivi_scorecard_formula_ask_position (const SuiviCountingRule *rule, SuiviPosition position, char **criteria)
{
  const gboolean both = position == SUIVI_POSITION_NOTED && rule->part == SUIVI_PART_RULE_NOTED;

  criteria[0] = ask_position (position);
  criteria[1] = both ? ask_position (SUIVI_POSITION_PART) : NULL;
}

/**
 * suivi_scorecard_formula_ask_cluster:
 * @title: of a cluster; "" for none
 * @folded: titles without capitals that were asked for; this one is added
 *
 * A criterion takes some signs for others, and does not tell capitals: then no formula can ask.
 *
 * Returns: (transfer full) (nullable): what asks for rows of that cluster
 */
char *
suivi_scorecard_formula_ask_cluster (const char *title, GHashTable *folded)
{
  g_autofree char *key = g_utf8_casefold (title, -1);
  g_autofree char *quoted = suivi_scorecard_formula_quote (title);
  g_autofree char *changed = suivi_xlsx_read_text (title);

  if (strpbrk (title, "*?~\n\r") != NULL || g_utf8_strlen (title, -1) > MAX_TITLE || changed != NULL
      || !g_hash_table_add (folded, g_steal_pointer (&key)))
    return NULL;

  return *title == '\0' ? g_strdup ("Suivi_clusters,\"\"")
                        : g_strdup_printf ("Suivi_clusters,\"=\"&%s", quoted);
}

/**
 * suivi_scorecard_formula_count:
 * @rule: how it is counted
 * @criteria: two criteria, either of which is met; both may be %NULL, or the second
 * @light: (nullable): the cell in which the light stands that is asked for
 *
 * Rows are counted, or how often each of them counts is added up.
 *
 * Returns: (transfer full): the formula
 */
char *
suivi_scorecard_formula_count (const SuiviCountingRule *rule, char *const *criteria, const char *light)
{
  g_autoptr (GString) formula = g_string_new ("=");

  for (guint i = 0; i < 2 && (i == 0 || criteria[i] != NULL); i++)
    {
      const char *criterion = criteria[i] != NULL ? criteria[i] : "";

      g_string_append_printf (formula, "%s%s(%s", i > 0 ? "+" : "",
                              rule->unit == SUIVI_COUNTING_UNIT_STATE ? "SUMIFS" : "COUNTIFS",
                              rule->unit == SUIVI_COUNTING_UNIT_STATE ? "Suivi_counts," : "");
      g_string_append (formula, criterion);
      if (light != NULL)
        g_string_append_printf (formula, "%sSuivi_lights,%s", *criterion != '\0' ? "," : "", light);
      g_string_append_c (formula, ')');
    }

  return g_string_free (g_steal_pointer (&formula), FALSE);
}
