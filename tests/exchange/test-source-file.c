/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/import-plan.h"

/* SHA-256 of "abc" (FIPS 180-4, example B.1), and of nothing. */
#define SHA256_ABC     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define SHA256_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "the list.csv", NULL);
  g_file_set_contents (fixture->path, "abc", 3, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static SuiviSourceFile *
open_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SuiviSourceFile *file = suivi_source_file_open (fixture->path, &error);

  g_assert_no_error (error);

  return file;
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviSourceFile) file = open_file (fixture);
  g_autoptr (SuiviProgress) progress = suivi_progress_new ();
  g_autoptr (GBytes) start = NULL;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  char buffer[8] = "";

  suivi_source_file_set_progress (file, progress);
  g_assert_cmpstr (suivi_source_file_get_name (file), ==, "the list.csv");
  g_assert_cmpint (suivi_source_file_get_size (file), ==, 3);

  start = suivi_source_file_peek (file, 2, &error);
  g_assert_cmpmem (g_bytes_get_data (start, NULL), g_bytes_get_size (start), "ab", 2);
  g_assert_cmpfloat (suivi_progress_get_fraction (progress), ==, 0);

  suivi_progress_set (progress, 0, 7);
  g_assert_cmpint (suivi_source_file_read (file, 0, buffer, 2, &error), ==, 2);
  g_assert_cmpfloat_with_epsilon (suivi_progress_get_fraction (progress), 2 / 3.0, 0.001);
  g_assert_cmpint (suivi_source_file_read (file, 0, buffer, 1, &error), ==, 1);
  g_assert_cmpfloat_with_epsilon (suivi_progress_get_fraction (progress), 2 / 3.0, 0.001);
  g_assert_cmpint (suivi_source_file_read (file, 1, buffer, 8, &error), ==, 2);
  g_assert_cmpmem (buffer, 2, "bc", 2);
  g_assert_cmpfloat (suivi_progress_get_fraction (progress), ==, 1);
  g_assert_cmpuint (suivi_progress_get_count (progress), ==, 7);
  g_assert_cmpint (suivi_source_file_read (file, 3, buffer, 8, &error), ==, 0);
  g_assert_cmpint (suivi_source_file_read (file, 100, buffer, 8, &error), ==, 0);

  all = suivi_source_file_read_all (file, 3, NULL, &error);
  g_assert_cmpmem (g_bytes_get_data (all, NULL), g_bytes_get_size (all), "abc", 3);
  g_assert_null (suivi_source_file_read_all (file, 2, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG);
  g_clear_error (&error);

  suivi_source_file_start_sha256 (file);
  hash = suivi_source_file_finish_sha256 (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hash, ==, SHA256_ABC);
}

static void
test_in_memory (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "/some/where/a\tb.csv");
  g_autoptr (SuiviSourceFile) empty = suivi_source_file_new_for_bytes (nothing, "");
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *empty_hash = NULL;
  char buffer[8] = "";
  int fd = suivi_source_file_get_fd (file);

  g_assert_cmpstr (suivi_source_file_get_name (file), ==, "a b.csv");
  g_assert_cmpint (suivi_source_file_read (file, 1, buffer, 8, &error), ==, 2);
  g_assert_cmpmem (buffer, 2, "bc", 2);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pread (fd, buffer, 8, 0), ==, 3);
  g_assert_cmpint (suivi_source_file_get_fd (file), ==, fd);
  hash = suivi_source_file_finish_sha256 (file, NULL, &error);
  g_assert_cmpstr (hash, ==, SHA256_ABC);
  empty_hash = suivi_source_file_finish_sha256 (empty, NULL, &error);
  g_assert_cmpstr (empty_hash, ==, SHA256_NOTHING);
  g_assert_no_error (error);
}

static void
assert_not_opened (const char *path, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (suivi_source_file_open (path, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_not_opened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *beyond = g_build_filename (fixture->path, "beyond", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *huge = g_build_filename (fixture->folder, "huge", NULL);
  g_autoptr (GError) error = NULL;
  int fd = -1;

  assert_not_opened (missing, "no file");
  assert_not_opened (beyond, "no file");
  assert_not_opened (fixture->folder, "is a folder");
  assert_not_opened ("/dev/null", "not an ordinary file");
  /* Nobody writes to it: opening it must not wait for somebody. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_not_opened (pipe, "not an ordinary file");
  g_unlink (pipe);

  fd = g_open (huge, O_WRONLY | O_CREAT, 0600);
  g_assert_cmpint (ftruncate (fd, SUIVI_SOURCE_FILE_MAX + 1), ==, 0);
  close (fd);
  g_assert_null (suivi_source_file_open (huge, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (error->message, "2 GB"));
  g_unlink (huge);
}

static void
assert_changed (SuiviSourceFile *file)
{
  g_autoptr (GError) error = NULL;
  char buffer[8] = "";

  g_assert_cmpint (suivi_source_file_read (file, 0, buffer, 8, &error), ==, -1);
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "the list.csv"));
  g_clear_error (&error);
  g_assert_null (suivi_source_file_finish_sha256 (file, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_CHANGED);
}

static void
write_file (const char *path, const char *content, const char *mode)
{
  FILE *stream = g_fopen (path, mode);

  g_assert_nonnull (stream);
  fputs (content, stream);
  fclose (stream);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviSourceFile) grown = open_file (fixture);
  g_autoptr (SuiviSourceFile) shorter = NULL;
  g_autoptr (SuiviSourceFile) rewritten = NULL;
  g_autoptr (SuiviSourceFile) removed = NULL;
  struct timespec times[2] = { { .tv_nsec = UTIME_OMIT }, { .tv_sec = 1000000000 } };

  write_file (fixture->path, "d", "a");
  assert_changed (grown);
  shorter = open_file (fixture);
  g_assert_cmpint (truncate (fixture->path, 1), ==, 0);
  assert_changed (shorter);
  /* Of the same length: the time tells. */
  rewritten = open_file (fixture);
  write_file (fixture->path, "z", "r+");
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  assert_changed (rewritten);
  removed = open_file (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_changed (removed);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviSourceFile) file = open_file (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (suivi_source_file_read_all (file, 100, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (suivi_source_file_finish_sha256 (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  /* Once more, by somebody more patient. */
  hash = suivi_source_file_finish_sha256 (file, NULL, &error);
  g_assert_cmpstr (hash, ==, SHA256_ABC);
  /* Thrown away while the checksum is computed. */
  suivi_source_file_start_sha256 (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/source-file/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add_func ("/source-file/in-memory", test_in_memory);
  g_test_add ("/source-file/not-opened", Fixture, NULL, set_up, test_not_opened, tear_down);
  g_test_add ("/source-file/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/source-file/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
