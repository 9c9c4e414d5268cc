/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import-plan.h"
#include "exchange/sheet/biff-look.h"
#include "exchange/sheet/xls-protocol.h"
#include "exchange/sheet/xls-reader.h"

#define PROGRAM     "suivi-read-xls"
#define BUFFER_SIZE (64 * 1024)

/* --- sentences --------------------------------------------------------------------------------------------
 */

static void
set_damaged (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
    _ ("The workbook is damaged or cut off. Get it again, or open it in Excel or LibreOffice, "
       "save it as .xlsx, and import that file."));
}

/* The library passes over them without a word; to lose what they show would be worse than to refuse. */
static void
set_formulas (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_LEGACY,
    _ ("Some cells of this old Excel file (.xls) hold formulas or truth values, which Suivi cannot "
       "read in that format. Open it in Excel or LibreOffice, save it as .xlsx, and import that "
       "file."));
}

static void
set_protected (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_PROTECTED,
    _ ("The workbook is protected by a password. Open it in Excel or LibreOffice, remove the "
       "password, save it as .xlsx, and import that file."));
}

static void
set_no_program (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
    _ ("The part of Suivi that reads old Excel files (.xls) could not be started. Install Suivi "
       "anew; or open the file in Excel or LibreOffice, save it as .xlsx, and import that."));
}

/* --- the answer -------------------------------------------------------------------------------------------
 */

static gboolean
read_bytes (GInputStream *stream, void *buffer, gsize length, GCancellable *cancellable, GError **error)
{
  gsize done = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_input_stream_read_all (stream, buffer, length, &done, cancellable, NULL) && done == length)
    return TRUE;

  /* The program ended before its answer did. */
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    set_damaged (error);

  return FALSE;
}

/* A number that is larger than @most makes no sense. */
static gboolean
read_number (GInputStream *stream, guint most, guint *number, GCancellable *cancellable, GError **error)
{
  guchar bytes[4];

  if (!read_bytes (stream, bytes, sizeof bytes, cancellable, error))
    return FALSE;

  *number = bytes[0] | ((guint) bytes[1] << 8) | ((guint) bytes[2] << 16) | ((guint) bytes[3] << 24);
  if (*number > most)
    {
      set_damaged (error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_sheet (GInputStream *stream, SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  char bytes[SUIVI_XLS_MAX_NAME];
  g_autofree char *name = NULL;
  guint length = 0;

  if (!read_number (stream, sizeof bytes, &length, cancellable, error)
      || !read_bytes (stream, bytes, length, cancellable, error))
    return FALSE;
  if (book == NULL || book->sheets->len >= SUIVI_XLS_MAX_SHEETS)
    {
      set_damaged (error);
      return FALSE;
    }
  name = suivi_text_make_valid (bytes, length);
  suivi_sheet_book_add_sheet (book, name, FALSE);

  return TRUE;
}

static gboolean
read_cell (GInputStream *stream,
           SuiviRowBuilder *rows,
           guint column,
           char *buffer,
           GCancellable *cancellable,
           GError **error)
{
  guchar type = 0;
  guint length = 0;

  if (!read_bytes (stream, &type, 1, cancellable, error)
      || !read_number (stream, SUIVI_SHEET_MAX_CELL + 1, &length, cancellable, error)
      || !read_bytes (stream, buffer, length, cancellable, error))
    return FALSE;
  if (type > SUIVI_CELL_ERROR || (type == SUIVI_CELL_EMPTY && length > 0))
    {
      set_damaged (error);
      return FALSE;
    }

  return suivi_row_builder_add (rows, column, type, buffer, length, error);
}

/* @last: (inout): number of the row before */
static gboolean
read_row (GInputStream *stream,
          SuiviRowBuilder *rows,
          guint *last,
          char *buffer,
          GCancellable *cancellable,
          GError **error)
{
  guint number = 0;
  guint n_cells = 0;

  if (!read_number (stream, SUIVI_XLS_MAX_ROWS, &number, cancellable, error)
      || !read_number (stream, SUIVI_XLS_MAX_COLUMNS, &n_cells, cancellable, error))
    return FALSE;
  if (rows == NULL || number <= *last)
    {
      set_damaged (error);
      return FALSE;
    }
  *last = number;
  suivi_row_builder_begin (rows, number, FALSE);
  for (guint i = 0; i < n_cells; i++)
    {
      if (!read_cell (stream, rows, i, buffer, cancellable, error))
        return FALSE;
    }

  return suivi_row_builder_end (rows, error);
}

static gboolean
read_magic (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  char magic[sizeof SUIVI_XLS_MAGIC - 1];

  if (!read_bytes (stream, magic, sizeof magic, cancellable, error))
    return FALSE;
  if (memcmp (magic, SUIVI_XLS_MAGIC, sizeof magic) != 0)
    {
      set_damaged (error);
      return FALSE;
    }

  return TRUE;
}

static void
set_failure (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  char reason = '\0';

  if (!read_bytes (stream, &reason, 1, cancellable, error))
    return;
  if (reason == SUIVI_XLS_PROTECTED)
    set_protected (error);
  else
    set_damaged (error);
}

/**
 * suivi_xls_read_answer:
 * @stream: what suivi-read-xls writes
 * @book: gets the sheets, and tells how far the reading is
 * @rows: (nullable): gets the rows; %NULL if sheets were asked for
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the answer came to its end, and makes sense
 */
gboolean
suivi_xls_read_answer (GInputStream *stream,
                       SuiviSheetBook *book,
                       SuiviRowBuilder *rows,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *buffer = g_malloc (SUIVI_SHEET_MAX_CELL + 1);
  guint n_rows = 0;
  guint row = 0;
  char kind = '\0';
  gboolean going = read_magic (stream, cancellable, error);

  while (going && read_bytes (stream, &kind, 1, cancellable, error))
    {
      switch (kind)
        {
        case SUIVI_XLS_END:
          return TRUE;
        case SUIVI_XLS_TOTAL:
          going = read_number (stream, SUIVI_XLS_MAX_ROWS, &n_rows, cancellable, error);
          break;
        case SUIVI_XLS_ROW:
          going = read_row (stream, rows, &row, buffer, cancellable, error);
          if (n_rows > 0)
            suivi_source_file_report (book->file, (double) row / n_rows);
          break;
        case SUIVI_XLS_SHEET:
          going = read_sheet (stream, rows == NULL ? book : NULL, cancellable, error);
          break;
        case SUIVI_XLS_FAIL:
          set_failure (stream, cancellable, error);
          return FALSE;
        default:
          set_damaged (error);
          return FALSE;
        }
    }

  return FALSE;
}

/* --- the program ------------------------------------------------------------------------------------------
 */

/* Beside the program that runs, while that lies where it was built; else where it was installed. */
static char *
find_program (void)
{
  static const char *const places[] = { "../exchange", "../../src/exchange" };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], PROGRAM, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return g_build_filename (SUIVI_LIBEXECDIR, PROGRAM, NULL);
}

static GSubprocess *
start_program (SuiviSheetBook *book, const char *question, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
             = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *program = find_program ();
  int fd = suivi_source_file_get_fd (book->file);
  int input = fd >= 0 ? fcntl (fd, F_DUPFD_CLOEXEC, 0) : -1;

  if (input >= 0)
    {
      g_subprocess_launcher_take_stdin_fd (launcher, input);
      process = g_subprocess_launcher_spawn (launcher, NULL, program, question, NULL);
    }
  if (process == NULL)
    set_no_program (error);

  return g_steal_pointer (&process);
}

/* Asks the program; @rows is NULL if the question is about sheets. */
static gboolean
ask (SuiviSheetBook *book,
     const char *question,
     SuiviRowBuilder *rows,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GSubprocess) process = start_program (book, question, error);
  g_autoptr (GInputStream) stream = NULL;
  gboolean success = FALSE;

  if (process == NULL)
    return FALSE;

  stream = g_buffered_input_stream_new_sized (g_subprocess_get_stdout_pipe (process), BUFFER_SIZE);
  success = suivi_xls_read_answer (stream, book, rows, cancellable, error);
  /* Also when it has more to say, to which nobody listens. */
  g_subprocess_force_exit (process);

  return success;
}

static gboolean
check_size (SuiviSheetBook *book, GError **error)
{
  if (suivi_source_file_get_size (book->file) <= SUIVI_XLS_MAX_FILE)
    return TRUE;

  g_set_error (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
    _ ("The old Excel file is larger than %u MB. Open it in Excel or LibreOffice, save it as .xlsx, and "
       "import that file."),
    (guint) SUIVI_XLS_MAX_FILE / (1024 * 1024));
  return FALSE;
}

static gboolean
check_records (SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  switch (suivi_biff_look (book->file, cancellable, error))
    {
    case SUIVI_BIFF_PROTECTED:
      set_protected (error);
      return FALSE;
    case SUIVI_BIFF_FORMULAS:
      set_formulas (error);
      return FALSE;
    case SUIVI_BIFF_DAMAGED:
      set_damaged (error);
      return FALSE;
    case SUIVI_BIFF_FAILED:
      return FALSE;
    case SUIVI_BIFF_PLAIN:
    default:
      return TRUE;
    }
}

static gboolean
open_xls (SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  return check_size (book, error) && check_records (book, cancellable, error)
         && ask (book, "sheets", NULL, cancellable, error);
}

static gboolean
read_xls (SuiviSheetBook *book, guint sheet, SuiviRowBuilder *rows, GCancellable *cancellable, GError **error)
{
  g_autofree char *question = g_strdup_printf ("%u", sheet);
  char unused[1];

  if (!ask (book, question, rows, cancellable, error))
    return FALSE;

  /* The program has read the file past us: see whether it is still the same. */
  return suivi_source_file_read_quietly (book->file, 0, unused, sizeof unused, error) >= 0;
}

const SuiviSheetReader suivi_xls_reader = {
  .open = open_xls,
  .read = read_xls,
};
