/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/import.h"
#include "list-filled-fixture.h"
#include "make-docx.h"
#include "read-list.h"

/* --- Files ------------------------------------------------------------------------------------------------ */

char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
write_file (Fixture *fixture, const char *name, GBytes *bytes)
{
  g_autofree char *path = get_path (fixture, name);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

GBytes *
read_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = get_path (fixture, name);
  char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));

  return g_bytes_new_take (data, size);
}

void
drop (Fixture *fixture, const char *name)
{
  g_autofree char *path = get_path (fixture, name);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The entries of an archive, in order: name, content, name, content, … */
static GPtrArray *
read_entries (GBytes *bytes)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_free);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, data, size), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      GString *content = g_string_new (NULL);
      char buffer[8192];
      la_ssize_t n = 0;

      while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_string_append_len (content, buffer, n);
      g_assert_cmpint (n, ==, 0);
      g_ptr_array_add (entries, g_strdup (archive_entry_pathname (entry)));
      g_ptr_array_add (entries, g_string_free (content, FALSE));
    }
  archive_read_free (archive);

  return entries;
}

char *
get_document (GBytes *bytes)
{
  g_autoptr (GPtrArray) entries = read_entries (bytes);

  for (guint i = 0; i < entries->len; i += 2)
    {
      if (g_str_equal (entries->pdata[i], "word/document.xml"))
        return g_strdup (entries->pdata[i + 1]);
    }

  g_assert_not_reached ();
}

/* The same entries in the same order, and only the document may differ. */
void
assert_same_entries (GBytes *before, GBytes *after)
{
  g_autoptr (GPtrArray) entries_before = read_entries (before);
  g_autoptr (GPtrArray) entries_after = read_entries (after);

  g_assert_cmpuint (entries_before->len, ==, entries_after->len);
  for (guint i = 0; i < entries_before->len; i += 2)
    {
      g_assert_cmpstr (entries_before->pdata[i], ==, entries_after->pdata[i]);
      if (!g_str_equal (entries_before->pdata[i], "word/document.xml"))
        g_assert_cmpstr (entries_before->pdata[i + 1], ==, entries_after->pdata[i + 1]);
    }
}

/* --- The workspace ---------------------------------------------------------------------------------------- */

SuiviImportPlan *
make_import (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  SuiviImportPlan *plan = suivi_import_read_bytes (bytes, "list.docx", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (suivi_import_plan_compare (plan, fixture->store, NULL, NULL, &error));
  g_assert_no_error (error);

  return plan;
}

void
import_list (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (SuiviImportPlan) plan = make_import (fixture, bytes);

  suivi_import_plan_include_all (plan, SUIVI_PLAN_FAULTY, FALSE);
  apply (plan, fixture->store);
}

void
assess (Fixture *fixture, const char *number, SuiviLevel level, const char *reason, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Grade", &error);
  g_autoptr (SuiviRecommendation) recommendation = find (fixture->store, number);
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();

  assessment->recommendation_id = g_strdup (recommendation->id);
  suivi_assessment_set_levels (assessment, level, level, level);
  assessment->reason = g_strdup (reason);
  assessment->source = g_strdup (source);
  assessment->name = g_strdup ("A. Analyst");
  g_free (assessment->date);
  assessment->date = g_strdup ("2026-11-01");
  suivi_transaction_put_assessment (step, assessment, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

SuiviListFilled *
fill (Fixture *fixture, const char *source, const char *output, const char *cut_off)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source_path = get_path (fixture, source);
  g_autofree char *output_path = get_path (fixture, output);
  SuiviListFilled *filled
    = suivi_list_filled_write (fixture->store, source_path, output_path, cut_off, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (filled);

  return filled;
}

void
assert_filled (const SuiviListFilled *filled,
               guint n_rows,
               guint n_filled,
               guint n_not_assessed,
               guint n_no_cell,
               guint n_not_found)
{
  g_assert_cmpuint (filled->n_rows, ==, n_rows);
  g_assert_cmpuint (filled->n_filled, ==, n_filled);
  g_assert_cmpuint (filled->n_not_assessed, ==, n_not_assessed);
  g_assert_cmpuint (filled->n_no_cell, ==, n_no_cell);
  g_assert_cmpuint (filled->not_found->len, ==, n_not_found);
}

/* --- Lists ------------------------------------------------------------------------------------------------ */

GBytes *
make_list_bytes (char *first, ...)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  va_list more;

  va_start (more, first);
  for (char *row = first; row != NULL; row = va_arg (more, char *))
    {
      g_string_append (rows, row);
      g_free (row);
    }
  va_end (more);

  return make_docx_list (PAGE_HEADER, rows->str);
}

GBytes *
make_2019_list (void)
{
  return make_list_bytes (make_docx_row (HEADER_2019, NULL), make_docx_separator ("Theme: Schools", 4),
                          make_docx_row (ROW_1, "Supported", "Right to education", "", NULL),
                          make_docx_row (ROW_2, "Supported", "Right to education", "<w:p/>\n<w:p> </w:p>",
                                         NULL),
                          make_docx_separator ("Theme: Trees", 4),
                          make_docx_row (ROW_3, "Noted", "Environment", "Seen in May", NULL),
                          make_docx_row (ROW_4, "Noted", "Environment", "<w:p/>", NULL),
                          /* Under a second theme */
                          make_docx_row (ROW_1, "Supported", "Environment", "<w:p/>", NULL), NULL);
}

char *
replace (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);

  return g_strjoinv (new, parts);
}

void
assess_two (Fixture *fixture)
{
  assess (fixture, "1.1", SUIVI_LEVEL_DONE, "Schools & books < needed\n\n“Twice”", "Gazette 12");
  assess (fixture, "1.3", SUIVI_LEVEL_NOTHING, "None planted", "Forest report");
}
