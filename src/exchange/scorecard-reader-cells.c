/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of one row of a scorecard, and what is wrong with them. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/scorecard-reader-private.h"

static void
clear_fault (gpointer data)
{
  SuiviScorecardFault *fault = data;

  g_free (fault->column);
  g_free (fault->value);
  g_free (fault->reason);
}

/**
 * suivi_scorecard_reading_init:
 * @self: a row of which nothing was read yet, with its layout and cells
 */
void
suivi_scorecard_reading_init (SuiviScorecardReading *self)
{
  self->faults = g_array_new (FALSE, FALSE, sizeof (SuiviScorecardFault));
  g_array_set_clear_func (self->faults, clear_fault);
  self->recommendation = suivi_recommendation_new ();
  self->assessment = suivi_assessment_new ();
}

/**
 * suivi_scorecard_reading_clear:
 *
 * Frees what was read.
 */
void
suivi_scorecard_reading_clear (SuiviScorecardReading *self)
{
  suivi_recommendation_unref (self->recommendation);
  suivi_assessment_free (self->assessment);
  g_array_unref (self->faults);
}

/**
 * suivi_scorecard_reading_has:
 *
 * Returns: whether the file has that column
 */
gboolean
suivi_scorecard_reading_has (const SuiviScorecardReading *self, SuiviScorecardColumn column)
{
  return self->layout->places[column] != SUIVI_SCORECARD_NOWHERE;
}

/**
 * suivi_scorecard_reading_get:
 *
 * Returns: (transfer none): what stands there; "" if nothing does, or there is no such column
 */
const char *
suivi_scorecard_reading_get (const SuiviScorecardReading *self, SuiviScorecardColumn column)
{
  guint place = self->layout->places[column];

  return place < self->row->n_cells ? self->row->cells[place] : "";
}

/**
 * suivi_scorecard_reading_get_type:
 *
 * Returns: what the cell holds
 */
SuiviCellType
suivi_scorecard_reading_get_type (const SuiviScorecardReading *self, SuiviScorecardColumn column)
{
  guint place = self->layout->places[column];

  return place < self->row->n_cells ? self->row->types[place] : SUIVI_CELL_EMPTY;
}

/**
 * suivi_scorecard_reading_add_fault_in:
 * @column: heading of a column, or several with commas between
 * @value: what stands there
 * @reason: a sentence: what is wrong and what to do
 *
 * The row has a fault.
 */
void
suivi_scorecard_reading_add_fault_in (SuiviScorecardReading *self,
                                      SuiviFaultKind kind,
                                      const char *column,
                                      const char *value,
                                      const char *reason)
{
  SuiviScorecardFault fault = { kind, g_strdup (column), g_strdup (value), g_strdup (reason) };

  g_array_append_val (self->faults, fault);
}

/**
 * suivi_scorecard_reading_add_fault_about:
 *
 * As suivi_scorecard_reading_add_fault_in(), of one column.
 */
void
suivi_scorecard_reading_add_fault_about (SuiviScorecardReading *self,
                                         SuiviFaultKind kind,
                                         SuiviScorecardColumn column,
                                         const char *value,
                                         const char *reason)
{
  suivi_scorecard_reading_add_fault_in (self, kind, self->layout->titles[column], value, reason);
}

/**
 * suivi_scorecard_reading_add_fault:
 *
 * As suivi_scorecard_reading_add_fault_in(), of what stands in one column.
 */
void
suivi_scorecard_reading_add_fault (SuiviScorecardReading *self,
                                   SuiviFaultKind kind,
                                   SuiviScorecardColumn column,
                                   const char *reason)
{
  suivi_scorecard_reading_add_fault_about (self, kind, column, suivi_scorecard_reading_get (self, column),
                                           reason);
}

/**
 * suivi_scorecard_reading_is_changed:
 *
 * Returns: whether the field is another one than was exported, as far as it was read
 */
gboolean
suivi_scorecard_reading_is_changed (const SuiviScorecardReading *self, SuiviPlanField field)
{
  return (self->changed & SUIVI_PLAN_FIELD_BIT (field)) != 0;
}

/**
 * suivi_scorecard_reading_set_changed:
 *
 * Notes that a field is another one than was exported, if @changed.
 */
void
suivi_scorecard_reading_set_changed (SuiviScorecardReading *self, SuiviPlanField field, gboolean changed)
{
  if (changed)
    self->changed |= SUIVI_PLAN_FIELD_BIT (field);
}

/**
 * suivi_scorecard_reading_is_as_exported:
 * @value: from suivi_plan_field_value()
 *
 * Returns: whether that was exported
 */
gboolean
suivi_scorecard_reading_is_as_exported (const SuiviScorecardReading *self,
                                        SuiviPlanField field,
                                        const char *value)
{
  return suivi_plan_field_hash (value) == self->base.hashes[field];
}

/**
 * suivi_scorecard_reading_read_text:
 * @text: (inout): what stands there
 *
 * Reads a text: white space at its ends, or doubled, is no change.
 */
void
suivi_scorecard_reading_read_text (SuiviScorecardReading *self,
                                   SuiviScorecardColumn column,
                                   SuiviPlanField field,
                                   char **text)
{
  const char *cell = suivi_scorecard_reading_get (self, column);

  g_free (*text);
  *text = g_strdup (cell);
  if (!suivi_scorecard_reading_has (self, column)
      || suivi_scorecard_reading_is_as_exported (self, field, cell))
    return;

  g_free (*text);
  *text = suivi_text_clean_lines (cell);
  suivi_scorecard_reading_set_changed (self, field,
                                       !suivi_scorecard_reading_is_as_exported (self, field, *text));
}

/**
 * suivi_scorecard_reading_check_field:
 *
 * Notes whether a list or a word of the recommendation is another one than was exported.
 */
void
suivi_scorecard_reading_check_field (SuiviScorecardReading *self,
                                     SuiviScorecardColumn column,
                                     SuiviPlanField field)
{
  g_autofree char *value = suivi_plan_field_value (field, self->recommendation, NULL);

  suivi_scorecard_reading_set_changed (self, field,
                                       suivi_scorecard_reading_has (self, column)
                                         && !suivi_scorecard_reading_is_as_exported (self, field, value));
}

/**
 * suivi_scorecard_reading_add_word_fault:
 *
 * The row has a fault: the column does not know the word that stands there.
 */
void
suivi_scorecard_reading_add_word_fault (SuiviScorecardReading *self,
                                        SuiviFaultKind fault,
                                        SuiviScorecardColumn column,
                                        SuiviScorecardWordKind kind)
{
  guint n_choices
    = kind == SUIVI_SCORECARD_WORD_POSITION ? SUIVI_N_POSITIONS : suivi_scorecard_word_kind_count (kind);
  g_autoptr (GString) choices = g_string_new (NULL);
  g_autofree char *reason = NULL;

  for (guint i = 0; i < n_choices; i++)
    {
      g_autofree char *text = suivi_scorecard_word_to_text (kind, i);

      g_string_append_printf (choices, "%s%s", i > 0 ? ", " : "", text);
    }
  /* Translators: %s is a list of words */
  reason = g_strdup_printf (_ ("This column does not know that word. Write one of: %s."), choices->str);
  suivi_scorecard_reading_add_fault (self, fault, column, reason);
}

/**
 * suivi_scorecard_reading_read_word:
 * @if_blank: what a blank cell says
 *
 * Returns: which of the words of that kind stands there; @if_blank, with a fault, if it is none of them
 */
guint
suivi_scorecard_reading_read_word (SuiviScorecardReading *self,
                                   SuiviScorecardColumn column,
                                   SuiviScorecardWordKind kind,
                                   guint if_blank)
{
  const char *cell = suivi_scorecard_reading_get (self, column);
  guint value = if_blank;

  if (!suivi_text_is_blank (cell) && !suivi_scorecard_words_find (self->layout->words, kind, cell, &value))
    suivi_scorecard_reading_add_word_fault (self, SUIVI_FAULT_BAD_VALUE, column, kind);

  return value;
}
