/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet-check.h"

/* A repeated row of a small file may stand for a million: that is no more to be learnt from. */
#define MAX_ROWS 2000

static void
check_text (const char *text)
{
  const char *end = NULL;

  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), <=, SUIVI_SHEET_MAX_CELL * 3);
  g_assert_true (g_utf8_validate (text, -1, &end));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_true (c == '\t' || c == '\n' || !g_unichar_iscntrl (c));
    }
}

/* @user_data: (guint *): number of the row before; or NULL */
gboolean
sheet_check_row (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  guint *last = user_data;

  g_assert_cmpuint (row->number, >, *last);
  g_assert_cmpuint (row->number, <=, SUIVI_SHEET_MAX_ROWS);
  g_assert_cmpuint (row->n_cells, >, 0);
  g_assert_cmpuint (row->n_cells, <=, SUIVI_SHEET_MAX_COLUMNS);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_cmpuint (row->types[i], <=, SUIVI_CELL_ERROR);
      g_assert_true ((row->types[i] == SUIVI_CELL_EMPTY) == (row->cells[i][0] == '\0'));
      check_text (row->cells[i]);
    }
  g_assert_cmpstr (row->cells[row->n_cells - 1], !=, "");
  *last = row->number;

  return row->number < MAX_ROWS;
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == SUIVI_IMPORT_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Reads all sheets of a file as whatever it is recognised as. */
void
sheet_check_file (SuiviSourceFile *file, const char *encoding, char separator)
{
  g_autoptr (SuiviSheetBook) book = NULL;
  g_autoptr (GError) error = NULL;
  SuiviSheetKind kind = SUIVI_SHEET_CSV;

  if (!suivi_sheet_recognise (file, &kind))
    return;

  book = suivi_sheet_book_open (file, kind, encoding, separator, NULL, &error);
  if (book == NULL)
    {
      check_error (error);
      return;
    }
  for (guint i = 0; i < MIN (suivi_sheet_book_get_n_sheets (book), 4); i++)
    {
      guint last = 0;

      check_text (suivi_sheet_book_get_name (book, i));
      if (!suivi_sheet_book_read (book, i, sheet_check_row, &last, NULL, &error))
        check_error (error);
      g_clear_error (&error);
    }
}
