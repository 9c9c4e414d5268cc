/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all formats of drafts have in common, and CSV. */

#include "config.h"

#include <glib/gstdio.h>
#include <time.h>

#include "drafts-fixture.h"

static const char *const names[] = { "drafts.docx", "drafts.pdf", "drafts.xlsx", "drafts.csv" };

static char *
read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);

  return content;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

static void
assert_refused (DraftsFixture *fixture, const char *const *ids, int code, const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      SuiviDraftsFormat format = SUIVI_DRAFTS_CSV;

      g_assert_true (suivi_drafts_format_from_name (names[i], &format));
      g_assert_false (suivi_drafts_write (fixture->store, ids, format, path, NULL, &error));
      g_assert_error (error, SUIVI_STORE_ERROR, code);
      g_assert_nonnull (strstr (error->message, words));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_format_names (void)
{
  SuiviDraftsFormat format = SUIVI_DRAFTS_CSV;

  g_assert_true (suivi_drafts_format_from_name ("docx", &format));
  g_assert_cmpint (format, ==, SUIVI_DRAFTS_DOCX);
  g_assert_true (suivi_drafts_format_from_name ("/tmp/my.drafts.PDF", &format));
  g_assert_cmpint (format, ==, SUIVI_DRAFTS_PDF);
  g_assert_true (suivi_drafts_format_from_name ("x.xlsx", &format));
  g_assert_cmpint (format, ==, SUIVI_DRAFTS_XLSX);
  g_assert_false (suivi_drafts_format_from_name ("x.doc", &format));
  g_assert_false (suivi_drafts_format_from_name ("", &format));
  g_assert_false (suivi_drafts_format_from_name (NULL, &format));
  g_assert_cmpstr (suivi_drafts_format_suffix (SUIVI_DRAFTS_CSV), ==, "csv");
  g_assert_cmpstr (suivi_drafts_format_suffix (SUIVI_DRAFTS_DOCX), ==, "docx");
}

/* A sentence instead of a file. */
static void
test_refused (DraftsFixture *fixture, gconstpointer data)
{
  const char *const none[] = { NULL };
  const char *const gone[] = { fixture->full->id, "00000000-0000-4000-8000-000000000000", NULL };

  assert_refused (fixture, none, SUIVI_STORE_ERROR_INVALID, "No draft was chosen");
  assert_refused (fixture, gone, SUIVI_STORE_ERROR_NOT_FOUND, "not in the workspace");
}

static void
test_nothing_to_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "empty.suivi", NULL);
  g_autofree char *output = g_build_filename (folder, "drafts.csv", NULL);
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_create (path, &error);

  g_assert_no_error (error);
  g_assert_false (suivi_drafts_write (store, NULL, SUIVI_DRAFTS_CSV, output, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  suivi_store_close (store);
  g_remove (path);
  g_rmdir (folder);
}

/* Whatever fails, what stood there stays, and nothing lies about. */
static void
test_failures (DraftsFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n_files = 0;

  g_cancellable_cancel (cancellable);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *nowhere = g_build_filename (fixture->folder, "missing", names[i], NULL);
      g_autofree char *content = NULL;
      g_autoptr (GError) cancelled = NULL;
      g_autoptr (GError) missing = NULL;
      SuiviDraftsFormat format = SUIVI_DRAFTS_CSV;

      g_assert_true (suivi_drafts_format_from_name (names[i], &format));
      g_assert_true (g_file_set_contents (path, "before", -1, NULL));
      n_files = count_files (fixture->folder);

      g_assert_false (suivi_drafts_write (fixture->store, NULL, format, path, cancellable, &cancelled));
      g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      content = read_file (path, NULL);
      g_assert_cmpstr (content, ==, "before");

      g_assert_false (suivi_drafts_write (fixture->store, NULL, format, nowhere, NULL, &missing));
      g_assert_error (missing, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
      g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
    }
}

/* The same workspace gives the same bytes, on any day and anywhere. */
static void
test_same_bytes (DraftsFixture *fixture, gconstpointer data)
{
  char *paths[G_N_ELEMENTS (names)] = { NULL };
  char *before[G_N_ELEMENTS (names)] = { NULL };
  gsize lengths[G_N_ELEMENTS (names)] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      paths[i] = drafts_fixture_write (fixture, names[i], NULL, NULL);
      before[i] = read_file (paths[i], &lengths[i]);
    }
  /* Times in zip archives count in steps of two seconds. */
  g_usleep (2100 * 1000);
  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  tzset ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *after = NULL;
      gsize length = 0;

      g_free (drafts_fixture_write (fixture, names[i], NULL, NULL));
      after = read_file (paths[i], &length);
      g_test_message ("%s: %" G_GSIZE_FORMAT " bytes", names[i], length);
      g_assert_cmpmem (before[i], lengths[i], after, length);
      g_free (before[i]);
      g_free (paths[i]);
    }
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();
}

static void
test_csv (DraftsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = drafts_fixture_write (fixture, "drafts.csv", NULL, NULL);
  g_autofree char *content = read_file (path, NULL);
  g_auto (GStrv) lines = g_strsplit (content, "\r\n", -1);

  /* The header, four drafts, and nothing behind the last line end. */
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[5], ==, "");
  g_assert_true (g_str_has_prefix (lines[0],
                                   "\xEF\xBB\xBF\"Number\",\"State under review\",\"Issue\",\"Draft "
                                   "recommendation\",\"Language\",\"Stage\","));
  g_assert_true (g_str_has_prefix (lines[1], "\"1\",\"Slovenia\",\"Birth registration\",\"" DRAFTS_TEXT
                                             "\",\"English\",\"Taken up\","));
  g_assert_nonnull (
    strstr (lines[1], ",\"2028-12-31\",\"Two posts in each registry, from the State's budget\","));
  g_assert_nonnull (
    strstr (lines[1], ",\"Committee on the Rights of the Child (CRC/C/SVN/CO/99, para. 25)\","));
  g_assert_nonnull (strstr (lines[1], "French, translated by M. Durand, 2026-05-04\n" DRAFTS_FRENCH));
  g_assert_nonnull (strstr (lines[1], "Arabic, 2026-05-04\n" DRAFTS_ARABIC));
  /* What a spreadsheet would take for a formula has an apostrophe; a draft without wording is there all the same. */
  g_assert_true (
    g_str_has_prefix (lines[3],
                      "\"3\",\"Slovenia\",\"'=HYPERLINK(\"\"http://example.org\"\") & <b>fees</b>\","
                      "\"\",\"English\",\"Idea\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","));
  g_assert_true (g_str_has_prefix (lines[4], "\"4\",\"Togo\",\"Schools\",\"'" DRAFTS_SWAHILI
                                             "\",\"Swahili\",\"Idea\",\"\",\"\","));
}

/* Those that were chosen, in the order of the workspace. */
static void
test_choice (DraftsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = drafts_fixture_write (fixture, "drafts.csv", fixture->foreign, fixture->long_one);
  g_autofree char *content = read_file (path, NULL);
  g_auto (GStrv) lines = g_strsplit (content, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (
    g_str_has_prefix (lines[1], "\"1\",\"Slovenia\",\"Birth registration\",\"Ensure that each registry, "));
  g_assert_true (g_str_has_prefix (lines[2], "\"2\",\"Togo\","));
}

#define ADD(name, func)                                                                   \
  g_test_add ("/exchange/drafts/" name, DraftsFixture, NULL, drafts_fixture_set_up, func, \
              drafts_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/drafts/format-names", test_format_names);
  g_test_add_func ("/exchange/drafts/nothing-to-write", test_nothing_to_write);
  ADD ("refused", test_refused);
  ADD ("failures", test_failures);
  ADD ("same-bytes", test_same_bytes);
  ADD ("csv", test_csv);
  ADD ("choice", test_choice);

  return g_test_run ();
}
