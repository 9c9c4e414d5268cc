/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a scorecard that a colleague changed: what differs from what was exported. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/scorecard-base.h"
#include "exchange/scorecard-reader-private.h"

/* Characters of a name that is too long, to tell it by. */
#define MAX_EXCERPT 60

/* A program that took a number for a number drops the zeros at its end: 140.10 is not 140.1. */
static void
read_number (SuiviScorecardReading *self)
{
  static const char *const zeros[] = { "0", "00" };
  char **number = &self->recommendation->number;

  suivi_scorecard_reading_read_text (self, SUIVI_SCORECARD_COLUMN_NUMBER, SUIVI_PLAN_FIELD_NUMBER, number);
  for (gsize i = 0;
       i < G_N_ELEMENTS (zeros) && suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_NUMBER)
       && suivi_scorecard_reading_get_type (self, SUIVI_SCORECARD_COLUMN_NUMBER) == SUIVI_CELL_NUMBER;
       i++)
    {
      g_autofree char *longer
        = g_strconcat (suivi_scorecard_reading_get (self, SUIVI_SCORECARD_COLUMN_NUMBER), zeros[i], NULL);

      if (!suivi_scorecard_reading_is_as_exported (self, SUIVI_PLAN_FIELD_NUMBER, longer))
        continue;
      g_free (*number);
      *number = g_steal_pointer (&longer);
      self->changed &= ~SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NUMBER);
    }
}

/* A State that we have no name for is written as its code; a colleague may write codes too. */
static gboolean
is_code (const char *name)
{
  return strlen (name) == 3 && g_ascii_isupper (name[0]) && g_ascii_isupper (name[1])
         && g_ascii_isupper (name[2]);
}

/* A name that nobody knows is a change, even if the States beside it are those that were exported. */
static void
check_states (SuiviScorecardReading *self, char **unknown)
{
  suivi_scorecard_reading_check_field (self, SUIVI_SCORECARD_COLUMN_STATES, SUIVI_PLAN_FIELD_STATES);
  for (gsize i = 0; unknown != NULL && unknown[i] != NULL; i++)
    {
      if (is_code (unknown[i])
          && (suivi_state_exists (unknown[i])
              || !suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_STATES)))
        continue;
      suivi_scorecard_reading_add_fault_about (
        self, SUIVI_FAULT_UNKNOWN_STATE, SUIVI_SCORECARD_COLUMN_STATES, unknown[i],
        _ ("Suivi does not know a State of this name. Correct the name in the file, or say here "
           "which State is meant."));
      suivi_scorecard_reading_set_changed (self, SUIVI_PLAN_FIELD_STATES, TRUE);
    }
}

static void
read_lists (SuiviScorecardReading *self)
{
  const char *cell = suivi_scorecard_reading_get (self, SUIVI_SCORECARD_COLUMN_STATES);
  g_auto (GStrv) unknown = NULL;
  g_auto (GStrv) known = suivi_state_match_list (cell, &unknown);
  g_auto (GStrv) themes
          = suivi_scorecard_list_split (suivi_scorecard_reading_get (self, SUIVI_SCORECARD_COLUMN_THEMES));
  g_auto (GStrv) groups
          = suivi_scorecard_list_split (suivi_scorecard_reading_get (self, SUIVI_SCORECARD_COLUMN_GROUPS));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) states = NULL;

  g_strv_builder_addv (builder, (const char **) known);
  for (gsize i = 0; unknown != NULL && unknown[i] != NULL; i++)
    {
      if (is_code (unknown[i]))
        g_strv_builder_add (builder, unknown[i]);
    }
  states = g_strv_builder_end (builder);

  suivi_recommendation_set_lists (self->recommendation, (const char *const *) states,
                                  (const char *const *) themes, (const char *const *) groups, NULL);
  check_states (self, unknown);
  suivi_scorecard_reading_check_field (self, SUIVI_SCORECARD_COLUMN_THEMES, SUIVI_PLAN_FIELD_THEMES);
  suivi_scorecard_reading_check_field (self, SUIVI_SCORECARD_COLUMN_GROUPS, SUIVI_PLAN_FIELD_GROUPS);
}

/* An older Suivi wrote no such column: whoever added one of that name did not change what stood there. */
static void
read_institutions (SuiviScorecardReading *self)
{
  char **names
    = suivi_scorecard_list_split (suivi_scorecard_reading_get (self, SUIVI_SCORECARD_COLUMN_INSTITUTIONS));
  guint bad = 0;
  const char *fault = suivi_scorecard_find_bad_institution (names, &bad);

  g_strfreev (self->recommendation->institutions);
  self->recommendation->institutions = names;
  if (self->base.has_institutions)
    suivi_scorecard_reading_check_field (self, SUIVI_SCORECARD_COLUMN_INSTITUTIONS,
                                         SUIVI_PLAN_FIELD_INSTITUTIONS);
  if (fault != NULL && suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_INSTITUTIONS))
    {
      g_autofree char *start = g_utf8_substring (names[bad], 0, MAX_EXCERPT);

      suivi_scorecard_reading_add_fault_about (self, SUIVI_FAULT_BAD_VALUE,
                                               SUIVI_SCORECARD_COLUMN_INSTITUTIONS, start, fault);
    }
}

/* Words of other programs are understood as well: "Accepted". */
static void
read_position (SuiviScorecardReading *self)
{
  const char *cell = suivi_scorecard_reading_get (self, SUIVI_SCORECARD_COLUMN_POSITION);
  SuiviPosition position = SUIVI_POSITION_PENDING;
  guint value = 0;

  if (suivi_scorecard_words_find (self->layout->words, SUIVI_SCORECARD_WORD_POSITION, cell, &value))
    position = value;
  else if (!suivi_position_from_word (cell, &position))
    suivi_scorecard_reading_add_word_fault (self, SUIVI_FAULT_UNKNOWN_POSITION,
                                            SUIVI_SCORECARD_COLUMN_POSITION, SUIVI_SCORECARD_WORD_POSITION);

  self->recommendation->position = position;
  suivi_scorecard_reading_check_field (self, SUIVI_SCORECARD_COLUMN_POSITION, SUIVI_PLAN_FIELD_POSITION);
  if (suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_POSITION) && position == SUIVI_POSITION_NONE)
    suivi_scorecard_reading_add_word_fault (self, SUIVI_FAULT_UNKNOWN_POSITION,
                                            SUIVI_SCORECARD_COLUMN_POSITION, SUIVI_SCORECARD_WORD_POSITION);
}

static void
read_recommendation (SuiviScorecardReading *self)
{
  read_number (self);
  suivi_scorecard_reading_read_text (self, SUIVI_SCORECARD_COLUMN_TEXT, SUIVI_PLAN_FIELD_TEXT,
                                     &self->recommendation->text);
  read_lists (self);
  read_institutions (self);
  read_position (self);
  self->recommendation->child_focused
    = suivi_scorecard_reading_read_word (self, SUIVI_SCORECARD_COLUMN_CHILDREN, SUIVI_SCORECARD_WORD_ANSWER,
                                         0)
      == 1;
  suivi_scorecard_reading_check_field (self, SUIVI_SCORECARD_COLUMN_CHILDREN, SUIVI_PLAN_FIELD_CHILDREN);
  /* A person said so. */
  self->recommendation->child_focused_decided
    = suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_CHILDREN);
}

/* What other mechanisms said is there to be read; in the workspace it has neither position nor grade. */
static void
check_output (SuiviScorecardReading *self)
{
  static const SuiviScorecardColumn columns[] = {
    SUIVI_SCORECARD_COLUMN_POSITION, SUIVI_SCORECARD_COLUMN_LAW,   SUIVI_SCORECARD_COLUMN_POLICY,
    SUIVI_SCORECARD_COLUMN_PRACTICE, SUIVI_SCORECARD_COLUMN_LIGHT, SUIVI_SCORECARD_COLUMN_REASON,
    SUIVI_SCORECARD_COLUMN_SOURCE,   SUIVI_SCORECARD_COLUMN_NAME,  SUIVI_SCORECARD_COLUMN_DATE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      SuiviPlanField field = 0;

      if (suivi_scorecard_column_to_field (columns[i], &field)
          && suivi_scorecard_reading_is_changed (self, field))
        {
          suivi_scorecard_reading_add_fault (
            self, SUIVI_FAULT_BAD_VALUE, columns[i],
            _ ("What another mechanism said has no position and no grade. Undo this change in the "
               "file, or leave the row out."));
          return;
        }
    }
}

/* A cell that says nothing must not be taken for one that was emptied. */
static gboolean
check_errors (SuiviScorecardReading *self)
{
  gboolean found = FALSE;

  for (guint column = 0; column < SUIVI_N_SCORECARD_COLUMNS; column++)
    {
      SuiviPlanField field = 0;

      if (suivi_scorecard_reading_get_type (self, column) != SUIVI_CELL_ERROR
          || !suivi_scorecard_column_to_field (column, &field))
        continue;
      suivi_scorecard_reading_add_fault (
        self, SUIVI_FAULT_DAMAGED_CELL, column,
        _ ("The cell holds an error, or a formula without a result. Write what should stand there, or "
           "open the file in Excel or LibreOffice and save it once more."));
      found = TRUE;
    }

  return found;
}

/*
 * Number and text at once: then the row shows another recommendation than its key names, because the table was sorted
 * or pasted without its hidden columns, or the row copied. Where there is no number, the States stand for it.
 */
static gboolean
is_another_one (const SuiviScorecardReading *self)
{
  gboolean has_number = !suivi_text_is_blank (self->recommendation->number);

  return suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_TEXT)
         && (suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_NUMBER)
             || (!has_number && suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_STATES)));
}

/* Fills what can be filled of a row that says what it is. */
static void
read_cells (SuiviScorecardReading *self, const char *key)
{
  gpointer before = g_hash_table_lookup (self->layout->keys, key);

  if (check_errors (self))
    {
      self->recommendation->number
        = g_strdup (suivi_scorecard_reading_get (self, SUIVI_SCORECARD_COLUMN_NUMBER));
      return;
    }
  read_recommendation (self);
  suivi_scorecard_reading_read_grade (self);

  if (suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_TEXT)
      && suivi_text_is_blank (self->recommendation->text))
    {
      suivi_scorecard_reading_add_fault (self, SUIVI_FAULT_NO_TEXT, SUIVI_SCORECARD_COLUMN_TEXT,
                                         _ ("This row has no text. Correct the file, or leave the row out."));
    }
  else if (is_another_one (self))
    {
      /* Nothing else in it can be trusted. */
      g_array_set_size (self->faults, 0);
      self->changed = 0;
      self->own = FALSE;
      self->unnamed = FALSE;
      suivi_scorecard_reading_add_fault (
        self, SUIVI_FAULT_UNKNOWN_KEY, SUIVI_SCORECARD_COLUMN_NUMBER,
        _ ("This row shows another recommendation than its hidden columns name: the table was sorted or "
           "pasted without them, or the row is a copy. Undo that in the file, or export the scorecard "
           "again and make the changes there."));
    }
  else if (before != NULL)
    {
      g_autofree char *reason = g_strdup_printf (
        _ ("This recommendation stands in row %u already. Take one of the two rows out of the "
           "file."),
        GPOINTER_TO_UINT (before));

      suivi_scorecard_reading_add_fault (self, SUIVI_FAULT_DUPLICATE, SUIVI_SCORECARD_COLUMN_NUMBER, reason);
    }
  else
    {
      g_hash_table_insert (self->layout->keys, g_strdup (key), GUINT_TO_POINTER (self->row->number));
      if (*self->base.state == '\0')
        check_output (self);
    }
}

static gboolean
is_blank (const SuiviSheetRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (!suivi_text_is_blank (row->cells[i]))
        return FALSE;
    }

  return TRUE;
}

static SuiviPlanRow *
make_plan_row (SuiviScorecardReading *self, const char *key)
{
  SuiviPlanRow *row = suivi_plan_row_new (self->recommendation, self->row->number);
  SuiviPlanFields based = self->changed;

  for (guint i = 0; i < self->faults->len; i++)
    {
      const SuiviScorecardFault *fault = &g_array_index (self->faults, SuiviScorecardFault, i);

      suivi_plan_row_add_fault (row, fault->kind, fault->column, fault->value, fault->reason);
    }
  if (*self->base.state != '\0')
    suivi_plan_row_set_review (row, self->base.state, self->base.session);
  else if (key == NULL && self->layout->state != NULL)
    suivi_plan_row_set_review (row, self->layout->state, self->layout->session);
  if (key != NULL)
    suivi_plan_row_set_key (row, key);

  suivi_plan_row_set_fields (row, self->changed);
  /* All that was known of a grade tells whose it was. */
  if (suivi_scorecard_reading_has_grade (self))
    based |= SUIVI_PLAN_FIELDS_OF_GRADE;
  for (guint field = 0; field < SUIVI_N_PLAN_FIELDS; field++)
    {
      if ((based & SUIVI_PLAN_FIELD_BIT (field)) != 0)
        suivi_plan_row_set_base (row, field, self->base.hashes[field]);
    }
  if (suivi_scorecard_reading_has_grade (self))
    {
      suivi_plan_row_set_grader (row, (self->own ? SUIVI_GRADER_OWN : 0)
                                        | (self->unnamed ? SUIVI_GRADER_UNNAMED : 0)
                                        | (self->layout->name != NULL ? SUIVI_GRADER_NAMED : 0)
                                        | (self->implied_date ? SUIVI_GRADER_TODAY : 0));
      self->assessment->recommendation_id = g_strdup (key);
      suivi_plan_row_take_assessment (row, g_steal_pointer (&self->assessment));
    }

  return row;
}

/**
 * suivi_scorecard_row_read:
 * @row: a row below the headings
 *
 * Only what differs from what was exported is a field of the result: the rest of the workspace may have changed
 * meanwhile, and stays. A row that was not changed has no field, and counts as the same.
 *
 * A grade is a part of the result if one of its cells was changed. The name in it stays what the file says: whoever
 * grades again writes her own.
 *
 * Returns: (transfer full) (nullable): the row, with all its faults; %NULL if it is blank
 */
SuiviPlanRow *
suivi_scorecard_row_read (SuiviScorecardLayout *layout, const SuiviSheetRow *row)
{
  SuiviScorecardReading self = { .layout = layout, .row = row };
  SuiviPlanRow *result = NULL;
  g_autofree char *key = NULL;
  gboolean known = FALSE;

  if (is_blank (row))
    return NULL;

  suivi_scorecard_reading_init (&self);
  key = g_strstrip (g_strdup (suivi_scorecard_reading_get (&self, SUIVI_SCORECARD_COLUMN_KEY)));
  known = g_uuid_string_is_valid (key);

  if (known
      && suivi_scorecard_base_parse (suivi_scorecard_reading_get (&self, SUIVI_SCORECARD_COLUMN_BASE),
                                     &self.base))
    {
      read_cells (&self, key);
    }
  else
    {
      self.recommendation->number
        = g_strdup (suivi_scorecard_reading_get (&self, SUIVI_SCORECARD_COLUMN_NUMBER));
      self.recommendation->text
        = suivi_text_clean_lines (suivi_scorecard_reading_get (&self, SUIVI_SCORECARD_COLUMN_TEXT));
      if (known)
        suivi_scorecard_reading_add_fault (
          &self, SUIVI_FAULT_DAMAGED_CELL, SUIVI_SCORECARD_COLUMN_BASE,
          _ ("The hidden columns of this row were changed. Export the scorecard again and make the changes "
             "there."));
      else
        suivi_scorecard_reading_add_fault (
          &self, SUIVI_FAULT_UNKNOWN_KEY, SUIVI_SCORECARD_COLUMN_NUMBER,
          _ ("This row was added to the scorecard: it is no recommendation of the workspace. Leave it out; "
             "new recommendations come in with a list or a table of their own."));
    }

  result = make_plan_row (&self, known ? key : NULL);
  suivi_scorecard_reading_clear (&self);

  return result;
}
