/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import-options.h"
#include "exchange/recommendation-number.h"
#include "exchange/table-mapping-private.h"
#include "exchange/table-preview-private.h"
#include "exchange/table-reader.h"
#include "exchange/table-row-reader.h"
#include "exchange/tag-lists.h"

/* Text that waits for more rows of the same recommendation, in bytes: UPR Info's whole database has 30 MB. */
#define MAX_KEPT (256 * 1024 * 1024)
/* What a record takes besides its texts, about. */
#define KEPT_PER_RECORD 1024

typedef struct
{
  SuiviImportPlan *plan;
  const SuiviTableLayout *layout;
  SuiviTableRowReader *rows;
  SuiviTableCells cells; /* of the row that is being read */
  GPtrArray *waiting;    /* SuiviTableRecord, which later rows may belong to */
  GHashTable *by_key;    /* key (char) → SuiviTableRecord (unowned), of those that wait */
  GHashTable *numbers;   /* review and number (char) → row (guint) */
  gsize kept;            /* bytes */
  guint n_rows;
  guint n_hidden;
} Reader;

static void
clear_reader (Reader *self)
{
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->rows, suivi_table_row_reader_free);
  for (guint i = 0; i < SUIVI_N_TABLE_FIELDS; i++)
    g_clear_pointer (&self->cells.texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/**
 * suivi_sheet_row_get:
 * @column: from 0
 *
 * Returns: (transfer none): the text of the cell, "" where the row has none
 */
const char *
suivi_sheet_row_get (const SuiviSheetRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column] : "";
}

/* --- records ----------------------------------------------------------------------------------------------
 */

/* The number is said only once in a review; where two rows have it, the second is at fault. */
static void
check_number (Reader *self, SuiviTableRecord *record)
{
  const char *number = record->recommendation->number;
  const char *symbol = record->recommendation->symbol;
  g_autofree char *key = NULL;
  guint before = 0;

  if (*number == '\0')
    return;

  key = g_strdup_printf ("%s\n%u\n%s\n%s", record->state != NULL ? record->state : "", record->session,
                         symbol != NULL ? symbol : "", number);
  before = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  if (before == 0)
    {
      g_hash_table_insert (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (record->row));
    }
  else
    {
      const char *column = suivi_table_row_reader_get_column (self->rows, SUIVI_TABLE_FIELD_NUMBER);
      g_autofree char *reason = g_strdup_printf (
        _ ("The number already stands in row %u. Correct one of the two, or leave this row out."), before);

      if (column == NULL)
        column = suivi_table_row_reader_get_column (self->rows, SUIVI_TABLE_FIELD_TEXT);
      suivi_table_record_add_fault (record, record->row, SUIVI_FAULT_DUPLICATE_NUMBER, column, number,
                                    reason);
    }
}

/* Hands the waiting ones to the plan, in the order of the file. */
static void
flush (Reader *self)
{
  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < self->waiting->len; i++)
    {
      SuiviTableRecord *record = self->waiting->pdata[i];

      check_number (self, record);
      if (record->differs)
        suivi_import_plan_count_one (self->plan, record->state, record->session, SUIVI_TALLY_DIFFER);
      suivi_import_plan_take_row (self->plan, suivi_table_record_to_row (record));
    }
  g_ptr_array_set_size (self->waiting, 0);
  self->kept = 0;
}

/* In a person's table, a row belongs to the one before it only if it adds States: else it stands there twice.
 * */
static gboolean
adds_states (const SuiviTableRecord *record, const SuiviTableRecord *before)
{
  char **states = record->recommendation->states;

  if (states[0] == NULL || before->recommendation->states[0] == NULL)
    return FALSE;
  for (gsize i = 0; states[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) before->recommendation->states, states[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_too_big (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
    _ ("The table holds far more text or names than a list of recommendations can have. It was not "
       "read, for safety."));
  return FALSE;
}

static gboolean
take_record (Reader *self, SuiviTableRecord *taken, GError **error)
{
  g_autoptr (SuiviTableRecord) record = taken;
  g_autofree char *key = NULL;
  SuiviTableRecord *before = NULL;

  /* What lost its text is like nothing else. */
  if (*record->recommendation->text != '\0')
    {
      key = suivi_table_record_make_key (record);
      before = g_hash_table_lookup (self->by_key, key);
    }
  if (before != NULL && (self->layout->is_database || adds_states (record, before)))
    {
      gboolean names_somebody = record->recommendation->states[0] != NULL
                                || record->recommendation->position == SUIVI_POSITION_COMMITMENT;

      gboolean merged = suivi_table_record_absorb (before, record) || !names_somebody;

      suivi_import_plan_count_one (self->plan, before->state, before->session,
                                   merged ? SUIVI_TALLY_MERGED : SUIVI_TALLY_TWICE);
      return TRUE;
    }

  if (!self->layout->is_database)
    flush (self);
  /* The text stands in the key, too; the rest is small, or shared. */
  self->kept += 2 * strlen (record->recommendation->text) + KEPT_PER_RECORD;
  for (gsize i = 0; record->recommendation->issues[i] != NULL; i++)
    self->kept += strlen (record->recommendation->issues[i]);
  if (self->kept > MAX_KEPT)
    return set_too_big (error);
  if (key != NULL)
    g_hash_table_insert (self->by_key, g_steal_pointer (&key), record);
  g_ptr_array_add (self->waiting, g_steal_pointer (&record));

  return TRUE;
}

/* --- rows -------------------------------------------------------------------------------------------------
 */

static void
fill_cells (Reader *self, const SuiviSheetRow *row)
{
  const SuiviTableLayout *layout = self->layout;

  self->cells.row = row;
  for (guint i = 0; i < SUIVI_N_TABLE_FIELDS; i++)
    g_clear_pointer (&self->cells.texts[i], g_free);
  for (guint i = 0; layout->header->names[i] != NULL; i++)
    {
      const char *cell = suivi_sheet_row_get (row, i);
      char **text = &self->cells.texts[layout->fields[i]];

      if (layout->fields[i] == SUIVI_TABLE_FIELD_IGNORE)
        continue;
      if (*text == NULL || suivi_text_is_blank (*text))
        {
          g_free (*text);
          *text = g_strdup (cell);
        }
      else if (!suivi_text_is_blank (cell))
        {
          char *joined = g_strconcat (*text, "\n", cell, NULL);

          g_free (*text);
          *text = joined;
        }
    }
}

/* The only text of the row; NULL if there are several, "" if there is none. */
static const char *
get_only_text (const SuiviSheetRow *row)
{
  const char *only = "";

  for (guint i = 0; i < row->n_cells; i++)
    {
      if (suivi_text_is_blank (row->cells[i]))
        continue;
      if (*only != '\0')
        return NULL;
      only = row->cells[i];
    }

  return only;
}

/* The header stands again on each page of some tables. */
static gboolean
repeats_header (const Reader *self, const SuiviSheetRow *row)
{
  char **written = self->layout->header->written;
  guint n_same = 0;

  for (guint i = 0; i < row->n_cells && written[i] != NULL; i++)
    {
      /* Rows are many, and few are headers: look at the length before the words. */
      if (strlen (row->cells[i]) > 2 * strlen (written[i]) + 8)
        return FALSE;
    }
  for (guint i = 0; i < row->n_cells && written[i] != NULL; i++)
    {
      g_autofree char *cell = suivi_text_clean (row->cells[i]);

      if (!g_str_equal (cell, written[i]))
        return FALSE;
      n_same += *cell != '\0';
    }

  return n_same > 1;
}

/* A row that is no recommendation: empty, a header, or a theme over the following ones, as official lists
 * have it. */
static gboolean
read_separator (Reader *self, const SuiviSheetRow *row)
{
  const char *only = get_only_text (row);
  g_autofree char *theme = NULL;
  g_autofree char *flat = NULL;
  g_autofree char *number = NULL;

  if (only == NULL)
    return repeats_header (self, row);
  if (*only == '\0')
    return TRUE;
  if (self->layout->is_database || self->layout->header->names[1] == NULL)
    return FALSE;

  theme = suivi_tag_lists_read_separator (only);
  if (theme == NULL)
    return FALSE;
  /* Without a word before it, the code of a theme ("2.1.") may be the number of a recommendation. */
  flat = suivi_text_clean (only);
  suivi_recommendation_number_read (flat, &number);
  if (number != NULL)
    return FALSE;
  suivi_table_row_reader_set_theme (self->rows, theme);

  return TRUE;
}

static gboolean
read_row_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  if (row->number <= self->layout->header->row || read_separator (self, row))
    return TRUE;

  self->n_rows++;
  self->n_hidden += row->hidden;
  fill_cells (self, row);
  if (self->layout->prepare != NULL && !self->layout->prepare (&self->cells, self->layout->user_data))
    return TRUE;
  if (!suivi_table_row_reader_afford (self->rows, &self->cells))
    return set_too_big (error);

  return take_record (self, suivi_table_row_reader_read (self->rows, &self->cells), error);
}

/* --- the table --------------------------------------------------------------------------------------------
 */

static void
add_note (Reader *self, char *sentence)
{
  suivi_import_plan_add_note (self->plan, sentence);
  g_free (sentence);
}

/* What else is worth knowing about the whole table. */
static void
add_notes (Reader *self)
{
  guint n_unknown = suivi_table_row_reader_get_n_unknown (self->rows);
  guint n_restored = suivi_table_row_reader_get_n_restored (self->rows);

  if (n_unknown > 0)
    add_note (self,
              g_strdup_printf (
                ngettext ("In %u row, the file does not know the recommending State. The recommendation "
                          "is imported without it.",
                          "In %u rows, the file does not know the recommending State. The "
                          "recommendations are imported without it.",
                          n_unknown),
                n_unknown));
  if (n_restored > 0)
    add_note (self, g_strdup_printf (
                      ngettext ("In %u number, the table program had dropped a zero at the end (140.10 was "
                                "140.1). Suivi put it back by the order of the rows.",
                                "In %u numbers, the table program had dropped a zero at the end (140.10 "
                                "was 140.1). Suivi put it back by the order of the rows.",
                                n_restored),
                      n_restored));
  if (self->n_hidden > 0)
    add_note (self, g_strdup_printf (ngettext ("%u row is hidden in the table, and was read too.",
                                               "%u rows are hidden in the table, and were read too.",
                                               self->n_hidden),
                                     self->n_hidden));
}

/**
 * suivi_table_reader_read:
 * @book: a file of tables
 * @layout: how to read its table
 * @plan: where to put what it says
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads a table whose columns are known. Rows that name one recommending State each and have the same text
 * become one recommendation: in a database wherever they stand, in a person's table where they follow each
 * other. The notes of the plan account for each row that is no recommendation of its own. Different answers
 * to the same text in the same review are two recommendations: UPR Info parts what a State supports only in
 * part.
 *
 * Returns: whether all of it was read; if not, @plan is to be thrown away
 */
gboolean
suivi_table_reader_read (SuiviSheetBook *book,
                         const SuiviTableLayout *layout,
                         SuiviImportPlan *plan,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (Reader) self = { 0 };

  g_return_val_if_fail (book != NULL, FALSE);
  g_return_val_if_fail (layout != NULL, FALSE);
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (plan), FALSE);

  self.plan = plan;
  self.layout = layout;
  self.rows = suivi_table_row_reader_new (layout);
  self.waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_table_record_free);
  self.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!suivi_sheet_book_read (book, layout->header->sheet, read_row_cb, &self, cancellable, error))
    return FALSE;

  flush (&self);
  suivi_import_plan_set_n_rows (plan, self.n_rows);
  add_notes (&self);

  return TRUE;
}

static guint
count_visible (SuiviSheetBook *book)
{
  guint n_visible = 0;

  for (guint i = 0; i < suivi_sheet_book_get_n_sheets (book); i++)
    n_visible += !suivi_sheet_book_get_hidden (book, i);

  return n_visible;
}

/**
 * suivi_table_reader_read_any:
 * @book: a file of tables
 * @header: where the table begins
 * @options: (nullable): what the user said
 * @plan: where to put what it says
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads somebody's own table. The columns mean what the user says, what she said of such a table before, or
 * what their headers and contents suggest; the plan gets a preview that shows it. While no column is the
 * text, the plan has no rows: the preview shows what there is to choose from.
 *
 * Returns: whether all of it was read; if not, @plan is to be thrown away
 */
gboolean
suivi_table_reader_read_any (SuiviSheetBook *book,
                             const SuiviTableHeader *header,
                             const SuiviImportOptions *options,
                             SuiviImportPlan *plan,
                             GCancellable *cancellable,
                             GError **error)
{
  const char *const *names = (const char *const *) header->names;
  guint n_columns = g_strv_length (header->names);
  g_autoptr (SuiviTableMapping) mapping = NULL;
  g_autofree SuiviTableField *fields = NULL;
  SuiviTableLayout layout = { header, NULL, FALSE, NULL, NULL };
  gboolean remembered = FALSE;

  if (options != NULL && options->mapping != NULL)
    {
      if (!suivi_table_mapping_check (options->mapping, names, error))
        return FALSE;
      mapping = suivi_table_mapping_copy (options->mapping);
    }
  else if (options != NULL && options->recall)
    {
      mapping = suivi_table_mapping_recall (names);
      remembered = mapping != NULL;
    }
  if (mapping == NULL)
    mapping = suivi_table_mapping_propose_for (names, header->rows);

  suivi_import_plan_take_preview (plan, suivi_table_preview_make (book, header, mapping, remembered));
  if (count_visible (book) > 1)
    {
      g_autofree char *note = g_strdup_printf (
        _ ("The file has several sheets. Only “%s” was read; choose another one to import that too."),
        suivi_sheet_book_get_name (book, header->sheet));

      suivi_import_plan_add_note (plan, note);
    }
  if (!suivi_table_mapping_has (mapping, SUIVI_TABLE_FIELD_TEXT))
    {
      suivi_import_plan_add_note (
        plan, _ ("No column is taken for the text of the recommendations. Say which one it is."));
      return TRUE;
    }

  fields = g_new0 (SuiviTableField, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    fields[i] = suivi_table_mapping_get (mapping, names[i]);
  layout.fields = fields;

  return suivi_table_reader_read (book, &layout, plan, cancellable, error);
}
