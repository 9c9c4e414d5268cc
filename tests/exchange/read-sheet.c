/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "read-sheet.h"

static gboolean
dump_row (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  static const char letters[] = "-tndbe";
  GString *out = user_data;

  g_string_append_printf (out, "%u%s", row->number, row->hidden ? "h" : "");
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_auto (GStrv) lines = g_strsplit (row->cells[i], "\n", -1);
      g_autofree char *joined = g_strjoinv ("⏎", lines);

      g_string_append_printf (out, "|%c%s", letters[row->types[i]], joined);
    }
  g_string_append_c (out, '\n');

  return TRUE;
}

/* Opens what must be recognised as @kind. */
SuiviSheetBook *
open_sheet (GBytes *bytes, SuiviSheetKind kind)
{
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "/folder/list.bin");
  g_autoptr (GError) error = NULL;
  SuiviSheetBook *book = NULL;
  SuiviSheetKind found = (SuiviSheetKind) -1;

  g_assert_true (suivi_sheet_recognise (file, &found));
  g_assert_cmpint (found, ==, kind);
  book = suivi_sheet_book_open (file, found, NULL, '\0', NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (suivi_sheet_book_get_kind (book), ==, kind);

  return book;
}

char *
dump_sheet (SuiviSheetBook *book, guint sheet)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  suivi_sheet_book_read (book, sheet, dump_row, out, NULL, &error);
  g_assert_no_error (error);

  return g_string_free (out, FALSE);
}

void
assert_sheet (GBytes *bytes, SuiviSheetKind kind, const char *expected)
{
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, kind);
  g_autofree char *first = dump_sheet (book, 0);
  g_autofree char *second = dump_sheet (book, 0);

  g_assert_cmpstr (first, ==, expected);
  g_assert_cmpstr (second, ==, expected);
}

/* Opening or reading all sheets must fail with that error. Returns (transfer full): the sentence. */
char *
assert_refused (GBytes *bytes, SuiviSheetKind kind, SuiviImportError code)
{
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "list.bin");
  g_autoptr (SuiviSheetBook) book = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  book = suivi_sheet_book_open (file, kind, NULL, '\0', NULL, &error);
  for (guint i = 0; book != NULL && error == NULL && i < suivi_sheet_book_get_n_sheets (book); i++)
    suivi_sheet_book_read (book, i, dump_row, out, NULL, &error);
  g_assert_error (error, SUIVI_IMPORT_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));

  return g_strdup (error->message);
}
