/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/comparison.h"
#include "core/scorecard/light-order.h"

G_DEFINE_ENUM_TYPE (SuiviMove,
                    suivi_move,
                    G_DEFINE_ENUM_VALUE (SUIVI_MOVE_BETTER, "better"),
                    G_DEFINE_ENUM_VALUE (SUIVI_MOVE_WORSE, "worse"),
                    G_DEFINE_ENUM_VALUE (SUIVI_MOVE_SAME, "same"),
                    G_DEFINE_ENUM_VALUE (SUIVI_MOVE_FIRST_ASSESSED, "first-assessed"),
                    G_DEFINE_ENUM_VALUE (SUIVI_MOVE_NO_LONGER_ASSESSED, "no-longer-assessed"),
                    G_DEFINE_ENUM_VALUE (SUIVI_MOVE_STILL_UNASSESSED, "still-unassessed"),
                    G_DEFINE_ENUM_VALUE (SUIVI_MOVE_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (SUIVI_MOVE_GONE, "gone"))

struct _SuiviComparison
{
  GPtrArray *rows;    /* SuiviComparisonRow, in the order of adding */
  GHashTable *by_key; /* key of a row → that row */
};

/**
 * suivi_move_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_move_to_label (SuiviMove move)
{
  switch (move)
    {
    case SUIVI_MOVE_BETTER:
      /* Translators: the light of a recommendation against that of the previous scorecard */
      return _ ("Better");
    case SUIVI_MOVE_WORSE:
      /* Translators: the light of a recommendation against that of the previous scorecard */
      return _ ("Worse");
    case SUIVI_MOVE_SAME:
      /* Translators: the light of a recommendation against that of the previous scorecard */
      return _ ("The same");
    case SUIVI_MOVE_FIRST_ASSESSED:
      return _ ("Assessed for the first time");
    case SUIVI_MOVE_NO_LONGER_ASSESSED:
      return _ ("No longer assessed");
    case SUIVI_MOVE_STILL_UNASSESSED:
      return _ ("Still not assessed");
    case SUIVI_MOVE_NEW:
      /* Translators: a recommendation that was not in the previous scorecard */
      return _ ("New");
    case SUIVI_MOVE_GONE:
      /* Translators: a recommendation of the previous scorecard that is not in this one */
      return _ ("No longer in the scorecard");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_move_to_symbol:
 *
 * Returns: a sign for dense tables, beside which the word stands or is its accessible name
 */
const char *
suivi_move_to_symbol (SuiviMove move)
{
  switch (move)
    {
    case SUIVI_MOVE_BETTER:
      return "▲";
    case SUIVI_MOVE_WORSE:
      return "▼";
    case SUIVI_MOVE_SAME:
      return "=";
    case SUIVI_MOVE_FIRST_ASSESSED:
      return "◇";
    case SUIVI_MOVE_NO_LONGER_ASSESSED:
      return "?";
    case SUIVI_MOVE_STILL_UNASSESSED:
      return "–";
    case SUIVI_MOVE_NEW:
      return "+";
    case SUIVI_MOVE_GONE:
      return "×";
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_move_from_lights:
 * @previous: the light of the previous edition, or %SUIVI_LIGHT_ABSENT
 * @now: the light of the new edition, or %SUIVI_LIGHT_ABSENT; not both are absent
 *
 * By the order of the lights: worse than before, red, amber, green. Grey is outside: having no information is neither
 * better nor worse.
 *
 * Returns: the move
 */
SuiviMove
suivi_move_from_lights (guint previous, guint now)
{
  g_return_val_if_fail (previous <= SUIVI_LIGHT_ABSENT && now <= SUIVI_LIGHT_ABSENT, SUIVI_MOVE_SAME);
  g_return_val_if_fail (previous != SUIVI_LIGHT_ABSENT || now != SUIVI_LIGHT_ABSENT, SUIVI_MOVE_SAME);

  if (previous == SUIVI_LIGHT_ABSENT)
    return SUIVI_MOVE_NEW;
  if (now == SUIVI_LIGHT_ABSENT)
    return SUIVI_MOVE_GONE;
  if (previous == SUIVI_LIGHT_GREY)
    return now == SUIVI_LIGHT_GREY ? SUIVI_MOVE_STILL_UNASSESSED : SUIVI_MOVE_FIRST_ASSESSED;
  if (now == SUIVI_LIGHT_GREY)
    return SUIVI_MOVE_NO_LONGER_ASSESSED;
  if (suivi_light_compare (now, previous) > 0)
    return SUIVI_MOVE_BETTER;

  return suivi_light_compare (now, previous) < 0 ? SUIVI_MOVE_WORSE : SUIVI_MOVE_SAME;
}

static void
free_row (gpointer data)
{
  SuiviComparisonRow *row = data;

  g_free (row->key);
  g_free (row);
}

/**
 * suivi_comparison_new:
 *
 * Returns: (transfer full): a comparison of two empty editions
 */
SuiviComparison *
suivi_comparison_new (void)
{
  SuiviComparison *self = g_new0 (SuiviComparison, 1);

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * suivi_comparison_free:
 * @self: (nullable) (transfer full): a comparison
 */
void
suivi_comparison_free (SuiviComparison *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static SuiviComparisonRow *
ensure_row (SuiviComparison *self, const char *key, SuiviPosition position)
{
  SuiviComparisonRow *row = g_hash_table_lookup (self->by_key, key);

  if (row == NULL)
    {
      row = g_new0 (SuiviComparisonRow, 1);
      row->key = g_strdup (key);
      row->previous_position = position;
      row->position = position;
      row->previous = SUIVI_LIGHT_ABSENT;
      row->now = SUIVI_LIGHT_ABSENT;
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_key, row->key, row);
    }

  return row;
}

/**
 * suivi_comparison_add_previous:
 * @key: of the recommendation
 * @position: its position in the previous edition
 * @light: its light there
 *
 * Returns: whether it was added: an edition has a recommendation once, and the first counts
 */
gboolean
suivi_comparison_add_previous (SuiviComparison *self,
                               const char *key,
                               SuiviPosition position,
                               SuiviLight light)
{
  SuiviComparisonRow *row = NULL;

  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail ((guint) light < SUIVI_N_LIGHTS, FALSE);

  row = ensure_row (self, key, position);
  if (row->previous != SUIVI_LIGHT_ABSENT)
    return FALSE;

  row->previous_position = position;
  row->previous = light;

  return TRUE;
}

/**
 * suivi_comparison_add_now:
 * @key: of the recommendation
 * @position: its position in the new edition
 * @light: its light there
 *
 * Returns: whether it was added: an edition has a recommendation once, and the first counts
 */
gboolean
suivi_comparison_add_now (SuiviComparison *self, const char *key, SuiviPosition position, SuiviLight light)
{
  SuiviComparisonRow *row = NULL;

  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail ((guint) light < SUIVI_N_LIGHTS, FALSE);

  row = ensure_row (self, key, position);
  if (row->now != SUIVI_LIGHT_ABSENT)
    return FALSE;

  row->position = position;
  row->now = light;

  return TRUE;
}

/**
 * suivi_comparison_get_rows:
 *
 * Returns: (transfer none) (element-type SuiviComparisonRow): every recommendation of either edition, in the order of
 *   adding
 */
GPtrArray *
suivi_comparison_get_rows (SuiviComparison *self)
{
  return self->rows;
}

static void
count_row (SuiviMoveTable *table, const SuiviComparisonRow *row)
{
  table->cells[row->previous][row->now]++;
  table->moves[suivi_move_from_lights (row->previous, row->now)]++;
  table->total++;
}

/**
 * suivi_comparison_count:
 * @table: (out caller-allocates): the moves of all recommendations
 */
void
suivi_comparison_count (SuiviComparison *self, SuiviMoveTable *table)
{
  *table = (SuiviMoveTable){ 0 };
  for (guint i = 0; i < self->rows->len; i++)
    count_row (table, g_ptr_array_index (self->rows, i));
}

/**
 * suivi_comparison_count_position:
 * @position: in the new edition, or in the previous one for what is gone
 * @table: (out caller-allocates): the moves of the recommendations with that position
 */
void
suivi_comparison_count_position (SuiviComparison *self, SuiviPosition position, SuiviMoveTable *table)
{
  *table = (SuiviMoveTable){ 0 };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SuiviComparisonRow *row = g_ptr_array_index (self->rows, i);

      if (row->position == position)
        count_row (table, row);
    }
}

/**
 * suivi_comparison_count_noted:
 * @part: whether those that are supported in part count as noted
 *
 * Returns: how many noted recommendations moved all the same
 */
SuiviNotedMoves
suivi_comparison_count_noted (SuiviComparison *self, SuiviPartRule part)
{
  const SuiviCountingRule rule = { SUIVI_COUNTING_UNIT_RECOMMENDATION, part };
  SuiviNotedMoves moves = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const SuiviComparisonRow *row = g_ptr_array_index (self->rows, i);
      const SuiviPosition answer
        = row->previous_position == SUIVI_POSITION_PENDING ? row->position : row->previous_position;

      if (row->previous == SUIVI_LIGHT_ABSENT || row->now == SUIVI_LIGHT_ABSENT
          || suivi_counting_rule_get_position (&rule, answer) != SUIVI_POSITION_NOTED)
        continue;

      moves.n_noted++;
      moves.n_better += suivi_move_from_lights (row->previous, row->now) == SUIVI_MOVE_BETTER;
      moves.n_progress += row->now == SUIVI_LIGHT_AMBER || row->now == SUIVI_LIGHT_GREEN;
      moves.n_supported += row->position == SUIVI_POSITION_SUPPORTED;
    }

  return moves;
}

/* Whether the rows of the matrix, or its columns, are the lights of that edition. */
static gboolean
fits_edition (const SuiviMoveTable *self, gboolean columns, const SuiviTally *edition)
{
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      guint sum = 0;

      for (guint j = 0; j < SUIVI_COMPARISON_N_ENDS; j++)
        sum += columns ? self->cells[j][i] : self->cells[i][j];
      if (sum != edition->lights[i])
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_move_table_is_reconciled:
 * @previous: (nullable): the tally of the previous edition, where each recommendation counts once
 * @now: (nullable): the tally of the new edition
 *
 * Returns: whether the moves and the matrix add up to the total, each move is the sum of its cells, and the rows and
 *   columns of the matrix are the lights of the editions given
 */
gboolean
suivi_move_table_is_reconciled (const SuiviMoveTable *self, const SuiviTally *previous, const SuiviTally *now)
{
  guint moves[SUIVI_N_MOVES] = { 0 };
  guint total = 0;

  if (self->cells[SUIVI_LIGHT_ABSENT][SUIVI_LIGHT_ABSENT] != 0)
    return FALSE;
  for (guint i = 0; i < SUIVI_COMPARISON_N_ENDS; i++)
    {
      for (guint j = 0; j < SUIVI_COMPARISON_N_ENDS; j++)
        {
          if (i == SUIVI_LIGHT_ABSENT && j == SUIVI_LIGHT_ABSENT)
            continue;
          moves[suivi_move_from_lights (i, j)] += self->cells[i][j];
          total += self->cells[i][j];
        }
    }
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    {
      if (moves[i] != self->moves[i])
        return FALSE;
    }

  return total == self->total && (previous == NULL || fits_edition (self, FALSE, previous))
         && (now == NULL || fits_edition (self, TRUE, now));
}
