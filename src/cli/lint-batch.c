/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli/lint-batch.h"
#include "core/drafting/analysis.h"
#include "core/text/text.h"
#include "exchange/atomic-output.h"
#include "exchange/import-plan.h"
#include "exchange/sheet/sheet-book.h"
#include "store/store.h"

static const char *const added[] = { "category", "child_focused", "actions", "deadline" };

typedef struct
{
  const char *column;
  const char *language;
  FILE *file;
  gboolean has_header;
  guint n_columns; /* of the widest row */
  guint text_column;
  SuiviSupport support;
} Batch;

static void
write_cell (FILE *file, const char *text, gboolean first)
{
  if (!first)
    fputc (',', file);
  if (strpbrk (text, ",\"\n\r") == NULL)
    {
      fputs (text, file);
      return;
    }

  fputc ('"', file);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        fputc ('"', file);
      fputc (*p, file);
    }
  fputc ('"', file);
}

static gboolean
set_error_from_file (Batch *self, GError **error)
{
  if (!ferror (self->file))
    return TRUE;

  g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL,
                       _ ("The output could not be written. Is the disk full?"));
  return FALSE;
}

static void
set_error_from_names (Batch *self, const SuiviSheetRow *header, GError **error)
{
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;

  for (guint i = 0; i < header->n_cells; i++)
    {
      if (!suivi_text_is_blank (header->cells[i]))
        g_ptr_array_add (quoted, g_strdup_printf ("“%.100s”", header->cells[i]));
    }
  g_ptr_array_add (quoted, NULL);
  names = g_strjoinv (", ", (char **) quoted->pdata);
  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING,
               _ ("The table has no column “%s”. Its columns are: %s."), self->column, names);
}

/* Finds the column by its name as it is written, else by its name in any case. Which of two is meant nobody knows. */
static gboolean
find_column (Batch *self, const SuiviSheetRow *header, GError **error)
{
  g_autofree char *wanted = suivi_text_fold (self->column);
  guint n_exact = 0;
  guint n_folded = 0;

  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *name = suivi_text_fold (header->cells[i]);
      gboolean exact = g_str_equal (header->cells[i], self->column);

      if (exact || (n_exact == 0 && g_str_equal (name, wanted)))
        self->text_column = i;
      n_exact += exact ? 1 : 0;
      n_folded += g_str_equal (name, wanted) ? 1 : 0;
    }
  if (n_exact == 1 || (n_exact == 0 && n_folded == 1))
    return TRUE;

  if (n_folded == 0)
    set_error_from_names (self, header, error);
  else
    g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING,
                 _ ("The table has several columns “%s”. Give the one that is meant another name."),
                 self->column);

  return FALSE;
}

static gboolean
measure_row_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  Batch *self = user_data;

  if (!self->has_header && !find_column (self, row, error))
    return FALSE;
  self->has_header = TRUE;
  self->n_columns = MAX (self->n_columns, row->n_cells);

  return TRUE;
}

/* The columns of the input as they are; rows that end early are filled up. */
static void
write_own_cells (Batch *self, const SuiviSheetRow *row)
{
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self->file, i < row->n_cells ? row->cells[i] : "", i == 0);
}

static gboolean
write_row_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  Batch *self = user_data;
  const char *text = self->text_column < row->n_cells ? row->cells[self->text_column] : "";

  write_own_cells (self, row);
  if (!self->has_header)
    {
      self->has_header = TRUE;
      for (gsize i = 0; i < G_N_ELEMENTS (added); i++)
        write_cell (self->file, added[i], FALSE);
    }
  else if (suivi_text_is_blank (text))
    {
      fputs (",,,,", self->file);
    }
  else
    {
      g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (text, self->language, &self->support);
      const char *deadline = suivi_analysis_get_deadline (analysis);

      fprintf (self->file, ",%u,%s,%u,%s", suivi_analysis_get_category (analysis),
               suivi_analysis_is_child_focused (analysis) ? "true" : "false",
               suivi_analysis_get_actions (analysis)->len, deadline != NULL ? deadline : "");
    }
  fputc ('\n', self->file);

  return set_error_from_file (self, error);
}

static guint
find_sheet (SuiviSheetBook *book)
{
  for (guint i = 0; i < suivi_sheet_book_get_n_sheets (book); i++)
    {
      if (!suivi_sheet_book_get_hidden (book, i))
        return i;
    }

  return 0;
}

static SuiviSheetBook *
open_book (SuiviSourceFile *file, GCancellable *cancellable, GError **error)
{
  SuiviSheetKind kind = SUIVI_SHEET_CSV;

  if (!suivi_sheet_recognise (file, &kind))
    {
      g_set_error (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
        _ ("“%s” is no table that Suivi can read. It reads CSV, tab-separated text, .xlsx, .xls and .ods."),
        suivi_source_file_get_name (file));
      return NULL;
    }

  return suivi_sheet_book_open (file, kind, NULL, 0, cancellable, error);
}

/* Two readings, so that no row has to be kept: the first finds the column and how wide the table is. */
static gboolean
copy_table (Batch *self, SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  guint sheet = find_sheet (book);

  if (!suivi_sheet_book_read (book, sheet, measure_row_cb, self, cancellable, error))
    return FALSE;
  if (!self->has_header)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE, _ ("The table is empty."));
      return FALSE;
    }

  self->has_header = FALSE;

  return suivi_sheet_book_read (book, sheet, write_row_cb, self, cancellable, error);
}

/**
 * suivi_cli_lint_batch:
 * @input: a table: CSV in any encoding and with any separator that Suivi reads, or a workbook (its first sheet)
 * @column: name of the column with the texts
 * @language: language of the texts
 * @output: where to write the table as CSV (UTF-8, commas, LF) with four columns more; what is there is replaced when all
 *   is written, and may be the input
 * @progress: (nullable): where to say how far the reading is
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads row by row and keeps none. Rows without a text get empty cells. The cells that were there stay as they are, with
 * blanks at their ends, and even if they begin with "=": nothing may change in them. The columns added are always the
 * last four, also where the table has columns of these names.
 *
 * Returns: whether the output was written
 */
gboolean
suivi_cli_lint_batch (const char *input,
                      const char *column,
                      const char *language,
                      const char *output,
                      SuiviProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (SuiviSourceFile) file = suivi_source_file_open (input, error);
  g_autoptr (SuiviSheetBook) book = NULL;
  g_autoptr (SuiviAtomicOutput) atomic = NULL;
  Batch batch = { .column = column, .language = language };
  gboolean done = FALSE;

  if (file == NULL)
    return FALSE;
  suivi_source_file_set_progress (file, progress);
  book = open_book (file, cancellable, error);
  if (book == NULL)
    return FALSE;
  suivi_sheet_book_set_exact (book, TRUE);
  atomic = suivi_atomic_output_new (output, error);
  if (atomic == NULL)
    return FALSE;

  batch.file = g_fopen (suivi_atomic_output_get_path (atomic), "wb");
  if (batch.file == NULL)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("“%s” could not be written. Try another folder."),
                   suivi_atomic_output_get_name (atomic));
      return FALSE;
    }
  done = copy_table (&batch, book, cancellable, error);
  if (done && fflush (batch.file) != 0)
    done = set_error_from_file (&batch, error);
  fclose (batch.file);

  return done && suivi_atomic_output_commit (atomic, error);
}
