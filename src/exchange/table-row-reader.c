/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/bracket-groups.h"
#include "exchange/recommendation-number.h"
#include "exchange/table-row-reader-private.h"
#include "exchange/table-words.h"

/* What stands where a reader found bytes that are no text: U+FFFD. */
#define LOST_CHARACTER "\xEF\xBF\xBD"

/* The longest recommendation that we know has 2,321 characters; in Arabic or Chinese that is three times as
 * many bytes. */
#define MAX_TEXT  (16 * 1024)
#define MAX_OTHER (8 * 1024)

/* Names in one text, each of which is looked up: the longest list of States that we know has 30. */
#define MAX_NAMES 1000

/* Names in a whole table: so many, and so many more for each row. Ten thousand are looked up in a tenth of a
 * second. */
#define MAX_ALL_NAMES 100000
#define NAMES_PER_ROW 50

#define MAX_KEY       200

/* A table with fewer columns that we read cannot miss a cell. */
#define MIN_COLUMNS_TO_MISS 3

/**
 * suivi_table_row_reader_new:
 * @layout: how to read the table; must live longer than the reader
 *
 * Returns: (transfer full): a reader for its rows, from the first to the last
 */
SuiviTableRowReader *
suivi_table_row_reader_new (const SuiviTableLayout *layout)
{
  SuiviTableRowReader *self = g_new0 (SuiviTableRowReader, 1);

  self->layout = layout;
  for (guint i = 0; layout->header->names[i] != NULL; i++)
    {
      SuiviTableField field = layout->fields[i];

      if (field == SUIVI_TABLE_FIELD_IGNORE)
        continue;
      self->n_columns++;
      if (self->columns[field] == NULL)
        self->columns[field] = layout->header->names[i];
    }

  return self;
}

/**
 * suivi_table_row_reader_free:
 * @self: (nullable) (transfer full): a reader
 */
void
suivi_table_row_reader_free (SuiviTableRowReader *self)
{
  if (self == NULL)
    return;

  g_free (self->theme);
  g_free (self->reviewed);
  g_free (self->last_number);
  g_free (self->last_state_cell);
  g_free (self);
}

/**
 * suivi_table_row_reader_set_theme:
 * @theme: (nullable): the theme under which the next rows stand
 */
void
suivi_table_row_reader_set_theme (SuiviTableRowReader *self, const char *theme)
{
  char *copy = g_strdup (theme);

  g_free (self->theme);
  self->theme = copy;
}

/**
 * suivi_table_row_reader_get_column:
 *
 * Returns: (nullable): header of the first column that means @field
 */
const char *
suivi_table_row_reader_get_column (SuiviTableRowReader *self, SuiviTableField field)
{
  return self->columns[field];
}

/**
 * suivi_table_row_reader_get_n_unknown:
 *
 * Returns: how many rows so far say that nobody knows who recommended it
 */
guint
suivi_table_row_reader_get_n_unknown (SuiviTableRowReader *self)
{
  return self->n_unknown;
}

/**
 * suivi_table_row_reader_get_n_restored:
 *
 * Returns: how many numbers so far got back a zero that a table program had dropped
 */
guint
suivi_table_row_reader_get_n_restored (SuiviTableRowReader *self)
{
  return self->n_restored;
}

/* --- cells ------------------------------------------------------------------------------------------------
 */

/**
 * suivi_table_row_get_text:
 *
 * Returns: (transfer none): what stands under a field; "" if nothing, or if the table has no such column
 */
const char *
suivi_table_row_get_text (const SuiviTableRow *row, SuiviTableField field)
{
  const char *text = row->cells->texts[field];

  return text != NULL && !row->damaged[field] ? text : "";
}

/**
 * suivi_table_row_is_blank:
 *
 * Returns: whether nothing can be read under a field
 */
gboolean
suivi_table_row_is_blank (const SuiviTableRow *row, SuiviTableField field)
{
  return suivi_text_is_blank (suivi_table_row_get_text (row, field));
}

/**
 * suivi_table_row_add_fault:
 * @field: under which the fault is
 * @kind: what kind
 * @value: (nullable): what stands there
 * @reason: a translated sentence: what is wrong and what to do
 */
void
suivi_table_row_add_fault (SuiviTableRow *row,
                           SuiviTableField field,
                           SuiviFaultKind kind,
                           const char *value,
                           const char *reason)
{
  suivi_table_record_add_fault (row->record, row->record->row, kind, row->self->columns[field], value,
                                reason);
}

static gboolean
holds_error (const SuiviTableRow *row, SuiviTableField field)
{
  const SuiviSheetRow *sheet_row = row->cells->row;

  for (guint i = 0; i < sheet_row->n_cells && row->self->layout->header->names[i] != NULL; i++)
    {
      if (row->self->layout->fields[i] == field && sheet_row->types[i] == SUIVI_CELL_ERROR)
        return TRUE;
    }

  return FALSE;
}

/* A cell that cannot be used is said once, and counts as empty then. */
static void
check_cells (SuiviTableRow *row)
{
  for (guint i = SUIVI_TABLE_FIELD_IGNORE + 1; i < SUIVI_N_TABLE_FIELDS; i++)
    {
      const char *text = row->cells->texts[i];
      gsize max = i == SUIVI_TABLE_FIELD_TEXT ? MAX_TEXT : MAX_OTHER;

      if (text == NULL)
        continue;
      if (holds_error (row, i))
        {
          suivi_table_row_add_fault (
            row, i, SUIVI_FAULT_DAMAGED_CELL, text,
            _ ("The cell holds an error of the table program. Write what should stand there, or leave the "
               "row out."));
          row->damaged[i] = TRUE;
        }
      else if (strstr (text, LOST_CHARACTER) != NULL)
        {
          suivi_table_row_add_fault (
            row, i, SUIVI_FAULT_DAMAGED_CELL, text,
            _ ("Characters were lost where “�” stands. Choose another encoding, correct the cell, or leave the "
               "row out."));
          row->damaged[i] = TRUE;
        }
      else if (strlen (text) > max || suivi_bracket_groups_count_names (text) > MAX_NAMES)
        {
          suivi_table_row_add_fault (
            row, i, SUIVI_FAULT_DAMAGED_CELL, text,
            _ ("The cell holds far more than belongs in this column. Shorten it, or leave the row out."));
          row->damaged[i] = TRUE;
        }
    }
}

/* --- text, States, position -------------------------------------------------------------------------------
 */

/* UPR Info's words for a State that nobody wrote down. */
static gboolean
is_unknown_state (const char *cell)
{
  g_autofree char *decoded = suivi_text_decode_entities (cell);
  g_autofree char *key = suivi_table_words_make_key (decoded);

  return g_str_equal (key, "unknown") || g_str_equal (key, "inconnu") || g_str_equal (key, "desconocido");
}

static void
read_position (SuiviTableRow *row)
{
  SuiviRecommendation *recommendation = row->record->recommendation;
  const char *cell = suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_POSITION);
  g_autofree char *word = NULL;

  recommendation->position = SUIVI_POSITION_PENDING;
  if (row->cells->texts[SUIVI_TABLE_FIELD_POSITION] == NULL)
    return;

  row->record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POSITION);
  word = suivi_text_clean (cell);
  if (*word != '\0')
    recommendation->position_word = g_strdup (word);
  if (!suivi_table_words_find_position (cell, &recommendation->position))
    {
      recommendation->position = SUIVI_POSITION_PENDING;
      suivi_table_row_add_fault (
        row, SUIVI_TABLE_FIELD_POSITION, SUIVI_FAULT_UNKNOWN_POSITION, word,
        _ ("This position is not known. Write Supported, Noted, Supported/Noted or Pending, or leave the row "
           "out."));
    }
}

static void
check_states (SuiviTableRow *row, SuiviRecommendationText *text)
{
  gboolean has_column = row->self->columns[SUIVI_TABLE_FIELD_STATES] != NULL;
  SuiviTableField field = suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_STATES) && text->unknown[0] != NULL
                            ? SUIVI_TABLE_FIELD_TEXT
                            : SUIVI_TABLE_FIELD_STATES;

  if (!has_column)
    field = SUIVI_TABLE_FIELD_TEXT;
  for (gsize i = 0; text->unknown[i] != NULL; i++)
    suivi_table_row_add_fault (
      row, field, SUIVI_FAULT_UNKNOWN_STATE, text->unknown[i],
      _ ("No State of this name is known. Say which State it is, correct the name in the file, or leave the "
         "row out."));

  if (text->own_name != NULL)
    suivi_table_row_add_fault (
      row, field, SUIVI_FAULT_UNKNOWN_STATE, text->own_name,
      _ ("The State under review stands among the recommending States. Say which State it should be, correct "
         "the file, or leave the row out."));
  else if (has_column && text->states[0] == NULL && text->unknown[0] == NULL && *text->text != '\0'
           && !row->damaged[SUIVI_TABLE_FIELD_STATES])
    suivi_table_row_add_fault (row, SUIVI_TABLE_FIELD_STATES, SUIVI_FAULT_NO_STATE, "",
                               _ ("No recommending State was found. Write it, or leave the row out."));
}

static void
read_text (SuiviTableRow *row)
{
  SuiviTableRowReader *self = row->self;
  SuiviTableRecord *record = row->record;
  SuiviRecommendation *recommendation = record->recommendation;
  const char *cell = suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_TEXT);
  const char *states_cell = suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_STATES);
  gboolean nobody_knows = is_unknown_state (states_cell);
  g_autoptr (SuiviRecommendationText) text = NULL;

  text = suivi_recommendation_text_parse (cell, record->state, nobody_knows ? NULL : states_cell);
  suivi_table_row_read_number (row, text);
  if (*text->text == '\0' && !row->damaged[SUIVI_TABLE_FIELD_TEXT])
    suivi_table_row_add_fault (row, SUIVI_TABLE_FIELD_TEXT, SUIVI_FAULT_NO_TEXT, cell,
                               _ (
                                 "The row has no text of a recommendation. Write it, or leave the row out."));

  g_free (recommendation->text);
  recommendation->text = g_strdup (text->text);
  g_free (recommendation->original);
  recommendation->original = g_strdup (text->original);
  record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_TEXT);

  /* Nobody recommends what a State promises of its own accord; databases repeat its name there. */
  if (recommendation->position != SUIVI_POSITION_COMMITMENT)
    {
      if (!nobody_knows)
        check_states (row, text);
      else
        self->n_unknown++;
      suivi_recommendation_set_lists (recommendation, (const char *const *) text->states, NULL, NULL, NULL);
      if (text->asks->len > 0)
        record->asks = g_ptr_array_ref (text->asks);
    }
  if (self->columns[SUIVI_TABLE_FIELD_STATES] != NULL || text->states[0] != NULL)
    record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_STATES);

  if (!suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_POSITION_SOURCE))
    recommendation->position_source
      = suivi_text_clean (suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_POSITION_SOURCE));
  else
    recommendation->position_source = g_strdup (text->position_source);
  if (recommendation->position_source != NULL)
    record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POSITION_SOURCE);
}

static void
read_source (SuiviTableRow *row)
{
  SuiviRecommendation *recommendation = row->record->recommendation;

  if (!suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_SYMBOL))
    recommendation->symbol = suivi_text_clean (suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_SYMBOL));
  if (!suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_KEY))
    {
      g_autofree char *key = suivi_text_clean (suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_KEY));

      if (strlen (key) > MAX_KEY)
        suivi_table_row_add_fault (
          row, SUIVI_TABLE_FIELD_KEY, SUIVI_FAULT_DAMAGED_CELL, key,
          _ ("The cell holds far more than belongs in this column. Shorten it, or leave the row out."));
      else
        recommendation->source_key = g_utf8_strdown (key, -1);
    }
}

/* --- the row ----------------------------------------------------------------------------------------------
 */

/* A row in which only one cell is filled is a title, a note, or a recommendation that lost its other cells;
 * only one with number and text in the same cell is complete. Returns whether it was said. */
static gboolean
check_missing_cells (SuiviTableRow *row)
{
  SuiviTableField only = SUIVI_TABLE_FIELD_IGNORE;
  guint n_filled = 0;

  if (row->self->n_columns < MIN_COLUMNS_TO_MISS)
    return FALSE;

  for (guint i = SUIVI_TABLE_FIELD_IGNORE + 1; i < SUIVI_N_TABLE_FIELDS; i++)
    {
      if (suivi_text_is_blank (row->cells->texts[i]))
        continue;
      n_filled++;
      only = i;
    }
  if (n_filled > 1)
    return FALSE;
  if (only == SUIVI_TABLE_FIELD_TEXT)
    {
      g_autofree char *number = NULL;
      g_autofree char *flat = suivi_text_clean (row->cells->texts[only]);

      suivi_recommendation_number_read (flat, &number);
      if (number != NULL)
        return FALSE;
    }

  suivi_table_row_add_fault (row, only, SUIVI_FAULT_MISSING_CELLS,
                             only != SUIVI_TABLE_FIELD_IGNORE ? row->cells->texts[only]
                                                              : suivi_sheet_row_get (row->cells->row, 0),
                             _ (
                               "The other cells of this row are empty. Fill them in, or leave the row out."));

  return TRUE;
}

/**
 * suivi_table_row_reader_afford:
 * @cells: a row of the table
 *
 * Counts what a row will cost, before it is read. A table may have some rows with very many names, not only
 * such rows.
 *
 * Returns: whether the table may have it; if not, nobody should read on
 */
gboolean
suivi_table_row_reader_afford (SuiviTableRowReader *self, const SuiviTableCells *cells)
{
  self->n_rows++;
  for (guint i = SUIVI_TABLE_FIELD_IGNORE + 1; i < SUIVI_N_TABLE_FIELDS; i++)
    {
      if (cells->texts[i] != NULL)
        self->n_names += suivi_bracket_groups_count_names (cells->texts[i]);
    }

  return self->n_names <= MAX_ALL_NAMES + NAMES_PER_ROW * self->n_rows;
}

/**
 * suivi_table_row_reader_read:
 * @cells: a row of the table that is not empty
 *
 * Takes a row apart. Everything that is wrong in it becomes a fault of the record, each once.
 *
 * Returns: (transfer full): what it says
 */
SuiviTableRecord *
suivi_table_row_reader_read (SuiviTableRowReader *self, const SuiviTableCells *cells)
{
  SuiviTableRecord *record = suivi_table_record_new (cells->row->number);
  SuiviTableRow row = { self, cells, record, { FALSE } };

  check_cells (&row);
  if (record->faults == NULL && check_missing_cells (&row))
    return record;

  suivi_table_row_read_review (&row);
  read_position (&row);
  read_text (&row);
  suivi_table_row_read_tags (&row);
  read_source (&row);

  return record;
}
