/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/edition-report.h"

#include "store/scorecard-store.h"

/**
 * suivi_edition_report_free:
 * @self: (nullable) (transfer full): a report
 */
void
suivi_edition_report_free (SuiviEditionReport *self)
{
  if (self == NULL)
    return;

  suivi_edition_free (self->edition);
  g_free (self->previous_title);
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    g_clear_pointer (&self->moves[i], g_ptr_array_unref);
  for (guint i = 0; i < SUIVI_N_NOTED_MOVES; i++)
    g_clear_pointer (&self->noted[i], g_ptr_array_unref);
  g_free (self);
}

/* A recommendation is the same in two editions by its key; a row that has lost it is like no other. */
static const char *
get_key (const SuiviEditionRow *row)
{
  return row->recommendation_id != NULL ? row->recommendation_id : row->id;
}

/* The rule about noted recommendations is asked about this one alone. */
static SuiviNotedMoves
ask_noted (const SuiviComparisonRow *row, SuiviPartRule part)
{
  g_autoptr (SuiviComparison) one = suivi_comparison_new ();

  if (row->previous != SUIVI_LIGHT_ABSENT)
    suivi_comparison_add_previous (one, row->key, row->previous_position, row->previous);
  if (row->now != SUIVI_LIGHT_ABSENT)
    suivi_comparison_add_now (one, row->key, row->position, row->now);

  return suivi_comparison_count_noted (one, part);
}

static void
add_noted (SuiviEditionReport *self, const SuiviComparisonRow *row, SuiviScorecardRow *line)
{
  const SuiviNotedMoves moves = ask_noted (row, self->edition->part_rule);

  self->n_noted += moves.n_noted;
  if (moves.n_better > 0)
    g_ptr_array_add (self->noted[SUIVI_NOTED_BETTER], g_object_ref (line));
  if (moves.n_progress > 0)
    g_ptr_array_add (self->noted[SUIVI_NOTED_PROGRESS], g_object_ref (line));
  if (moves.n_supported > 0)
    g_ptr_array_add (self->noted[SUIVI_NOTED_SUPPORTED], g_object_ref (line));
}

static void
compare (SuiviEditionReport *self, GPtrArray *rows, GPtrArray *before)
{
  g_autoptr (SuiviComparison) comparison = suivi_comparison_new ();
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  /* The new edition first: its order is the order of the lists, and what is gone comes last. */
  for (guint i = 0; i < rows->len; i++)
    {
      SuiviEditionRow *row = g_ptr_array_index (rows, i);

      if (suivi_comparison_add_now (comparison, get_key (row), row->position, row->light))
        g_hash_table_insert (by_key, (gpointer) get_key (row), row);
    }
  for (guint i = 0; i < before->len; i++)
    {
      SuiviEditionRow *row = g_ptr_array_index (before, i);

      suivi_comparison_add_previous (comparison, get_key (row), row->position, row->light);
      if (!g_hash_table_contains (by_key, get_key (row)))
        g_hash_table_insert (by_key, (gpointer) get_key (row), row);
    }

  for (guint i = 0; i < suivi_comparison_get_rows (comparison)->len; i++)
    {
      const SuiviComparisonRow *row = g_ptr_array_index (suivi_comparison_get_rows (comparison), i);
      g_autoptr (SuiviScorecardRow) line
                 = suivi_scorecard_row_new (g_hash_table_lookup (by_key, row->key), row->previous, row->now);

      g_ptr_array_add (self->moves[suivi_move_from_lights (row->previous, row->now)], g_object_ref (line));
      add_noted (self, row, line);
    }
}

/* As outputs do: without its previous edition, an edition is compared with nothing.
 * Returns: %FALSE with @error set on failure; @rows stays %NULL if there is no previous edition */
static gboolean
load_previous (SuiviEditionReport *self, SuiviStore *store, GPtrArray **rows, GError **error)
{
  g_autoptr (SuiviEdition) previous = NULL;
  g_autoptr (GError) failure = NULL;

  if (self->edition->previous_id == NULL)
    return TRUE;

  previous = suivi_store_get_edition (store, self->edition->previous_id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (previous == NULL)
    return TRUE;

  self->previous_title = g_strdup (previous->title);
  *rows = suivi_store_list_edition_rows (store, previous->id, error);

  return *rows != NULL;
}

static gboolean
fill_report (SuiviEditionReport *self, SuiviStore *store, GPtrArray *rows, GError **error)
{
  const SuiviCountingRule rule = suivi_edition_get_counting_rule (self->edition);
  g_autoptr (GPtrArray) before = NULL;

  if (!load_previous (self, store, &before, error))
    return FALSE;

  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    self->moves[i] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < SUIVI_N_NOTED_MOVES; i++)
    self->noted[i] = g_ptr_array_new_with_free_func (g_object_unref);

  suivi_tally_init (&self->tally, &rule);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (rows, i);

      suivi_tally_add (&self->tally, row->position, (const char *const *) row->states, row->light);
    }

  self->is_compared = before != NULL;
  if (self->is_compared)
    compare (self, rows, before);

  return TRUE;
}

/**
 * suivi_edition_report_load:
 * @store: the workspace file
 * @id: key of an edition
 *
 * Reads a frozen edition and compares it with the one before. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the report; %NULL if there is no such edition, or, with @error set, on failure
 */
SuiviEditionReport *
suivi_edition_report_load (SuiviStore *store, const char *id, GError **error)
{
  g_autoptr (SuiviEditionReport) self = g_new0 (SuiviEditionReport, 1);
  g_autoptr (GPtrArray) rows = NULL;

  self->edition = suivi_store_get_edition (store, id, error);
  if (self->edition == NULL)
    return NULL;
  rows = suivi_store_list_edition_rows (store, id, error);

  return rows != NULL && fill_report (self, store, rows, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * suivi_edition_report_load_working:
 * @store: the workspace file
 * @review_id: (nullable): key of the review whose working copy is meant; %NULL: of all reviews together
 * @cut_off: its cut-off, ISO 8601 date
 * @rows: (element-type SuiviEditionRow): the working copy, as it would be frozen
 *
 * Compares the working copy with the edition that outputs compare it with, too, if there is one. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the report; %NULL with @error set on failure
 */
SuiviEditionReport *
suivi_edition_report_load_working (SuiviStore *store,
                                   const char *review_id,
                                   const char *cut_off,
                                   GPtrArray *rows,
                                   GError **error)
{
  g_autoptr (SuiviEditionReport) self = g_new0 (SuiviEditionReport, 1);
  g_autoptr (SuiviEdition) previous = NULL;
  g_autoptr (GError) failure = NULL;

  previous = suivi_store_find_previous_edition (store, review_id, cut_off, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  self->edition = suivi_edition_new ("", cut_off);
  self->edition->review_id = g_strdup (review_id);
  self->edition->previous_id = previous != NULL ? g_strdup (previous->id) : NULL;

  return fill_report (self, store, rows, error) ? g_steal_pointer (&self) : NULL;
}
