/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "make-compound.h"
#include "read-sheet.h"

/* Records of Excel 97 to 2003, see [MS-XLS]. */
#define RECORD_FORMULA    0x0006
#define RECORD_EOF        0x000A
#define RECORD_FILEPASS   0x002F
#define RECORD_CODEPAGE   0x0042
#define RECORD_BOUNDSHEET 0x0085
#define RECORD_SST        0x00FC
#define RECORD_LABELSST   0x00FD
#define RECORD_DIMENSION  0x0200
#define RECORD_NUMBER     0x0203
#define RECORD_BOOLERR    0x0205
#define RECORD_BOF        0x0809

static void
put (GByteArray *out, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (number >> (8 * i)) & 0xFF;

      g_byte_array_append (out, &byte, 1);
    }
}

static void
put_record (GByteArray *out, guint kind, const GByteArray *content)
{
  put (out, kind, 2);
  put (out, content->len, 2);
  g_byte_array_append (out, content->data, content->len);
}

/* A record of numbers, each given by how many bytes it takes and what it is; 0 ends them. */
static void
put_numbers (GByteArray *out, guint kind, ...)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  va_list arguments;

  va_start (arguments, kind);
  for (guint n_bytes = va_arg (arguments, guint); n_bytes > 0; n_bytes = va_arg (arguments, guint))
    put (content, va_arg (arguments, guint64), n_bytes);
  va_end (arguments);
  put_record (out, kind, content);
}

#define N(bytes, number) (guint) (bytes), (guint64) (number)

static void
put_begin (GByteArray *out, guint kind)
{
  put_numbers (out, RECORD_BOF, N (2, 0x0600), N (2, kind), N (2, 0), N (2, 0), N (4, 0), N (4, 6), 0u);
}

static void
put_texts (GByteArray *out, const char *const *texts, guint n)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  put (content, n, 4);
  put (content, n, 4);
  for (guint i = 0; i < n; i++)
    {
      g_autofree gunichar2 *units = NULL;
      glong length = 0;

      units = g_utf8_to_utf16 (texts[i], -1, NULL, &length, NULL);
      put (content, length, 2);
      put (content, 1, 1);
      for (glong j = 0; j < length; j++)
        put (content, units[j], 2);
    }
  put_record (out, RECORD_SST, content);
}

/* A workbook with one sheet of two rows; @odd: a record to put before the cells, or 0. */
static GBytes *
make_book (guint odd)
{
  static const char *const texts[] = { "Recommendation", "Ratifier l’accord – été", "Côte d'Ivoire" };
  static const double number = 19.5;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GByteArray) sheet_record = g_byte_array_new ();
  guint64 bits = 0;
  guint place = 0;

  put_begin (out, 0x0005);
  if (odd == RECORD_FILEPASS)
    put_numbers (out, RECORD_FILEPASS, N (2, 0), N (2, 1), N (2, 2), 0u);
  put_numbers (out, RECORD_CODEPAGE, N (2, 1200), 0u);
  place = out->len + 4;
  put (sheet_record, 0, 4);
  put (sheet_record, 0, 2);
  put (sheet_record, 4, 1);
  put (sheet_record, 0, 1);
  g_byte_array_append (sheet_record, (const guint8 *) "List", 4);
  put_record (out, RECORD_BOUNDSHEET, sheet_record);
  put_texts (out, texts, G_N_ELEMENTS (texts));
  put_numbers (out, RECORD_EOF, 0u);

  for (guint i = 0; i < 4; i++)
    out->data[place + i] = (out->len >> (8 * i)) & 0xFF;
  put_begin (out, 0x0010);
  put_numbers (out, RECORD_DIMENSION, N (4, 0), N (4, 4), N (2, 0), N (2, 3), N (2, 0), 0u);
  if (odd == RECORD_FORMULA || odd == RECORD_BOOLERR)
    put_numbers (out, odd, N (2, 0), N (2, 2), N (2, 0), N (2, 1), 0u);
  put_numbers (out, RECORD_LABELSST, N (2, 0), N (2, 0), N (2, 0), N (4, 0), 0u);
  put_numbers (out, RECORD_LABELSST, N (2, 3), N (2, 0), N (2, 0), N (4, 1), 0u);
  memcpy (&bits, &number, sizeof bits);
  put_numbers (out, RECORD_NUMBER, N (2, 3), N (2, 1), N (2, 0), N (8, bits), 0u);
  put_numbers (out, RECORD_LABELSST, N (2, 3), N (2, 2), N (2, 0), N (4, 2), 0u);
  put_numbers (out, RECORD_EOF, 0u);

  return make_compound ("Workbook", out->data, out->len);
}

static void
test_cells (void)
{
  g_autoptr (GBytes) bytes = make_book (0);
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_XLS);

  g_assert_cmpuint (suivi_sheet_book_get_n_sheets (book), ==, 1);
  g_assert_cmpstr (suivi_sheet_book_get_name (book, 0), ==, "List");
  assert_sheet (bytes, SUIVI_SHEET_XLS,
                "1|tRecommendation\n4|tRatifier l’accord – été|n19.5|tCôte d'Ivoire\n");
}

static void
test_refused (void)
{
  static const struct
  {
    guint record;
    SuiviImportError code;
    const char *words;
  } cases[] = {
    { RECORD_FILEPASS, SUIVI_IMPORT_ERROR_PROTECTED, "password" },
    { RECORD_FORMULA, SUIVI_IMPORT_ERROR_LEGACY, "formulas" },
    { RECORD_BOOLERR, SUIVI_IMPORT_ERROR_LEGACY, "truth values" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_book (cases[i].record);
      g_autofree char *sentence = assert_refused (bytes, SUIVI_SHEET_XLS, cases[i].code);

      g_assert_nonnull (strstr (sentence, cases[i].words));
    }
}

/* Whatever the library does with these: the user reads a sentence. */
static void
test_damaged (void)
{
  g_autofree guint8 *ones = g_malloc (20000);
  g_autoptr (GBytes) whole = make_book (0);
  g_autoptr (GBytes) garbage = NULL;
  g_autofree char *sentence = NULL;

  memset (ones, 0xFF, 20000);
  garbage = make_compound ("Workbook", ones, 20000);
  sentence = assert_refused (garbage, SUIVI_SHEET_XLS, SUIVI_IMPORT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (sentence, "damaged"));

  /* The last sector holds nothing but zeros. */
  for (gsize length = 0; length < g_bytes_get_size (whole) - 512; length += 509)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
      g_autofree char *cut = assert_refused (part, SUIVI_SHEET_XLS, SUIVI_IMPORT_ERROR_DAMAGED);
    }
}

static gboolean
stop_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  return FALSE;
}

static void
test_stopped (void)
{
  g_autoptr (GBytes) bytes = make_book (0);
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_XLS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_sheet_book_read (book, 0, stop_cb, NULL, NULL, &error));
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (suivi_sheet_book_read (book, 0, stop_cb, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
count_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  guint *n_rows = user_data;

  (*n_rows)++;
  g_assert_cmpuint (row->n_cells, ==, 11);
  if (row->number > 1)
    g_assert_cmpint (row->types[10], ==, SUIVI_CELL_NUMBER);

  return TRUE;
}

static void
test_real (void)
{
  static const struct
  {
    const char *name;
    guint n_rows; /* with the headers */
  } files[] = { { "1-5.xls", 6095 }, { "17-20.xls", 7985 }, { "voluntary.xls", 948 } };
  const char *folder = g_getenv ("SUIVI_TEST_DATA");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path
        = g_build_filename (folder != NULL ? folder : "", "upr-info", files[i].name, NULL);
      g_autoptr (SuiviSourceFile) file = NULL;
      g_autoptr (SuiviSheetBook) book = NULL;
      g_autoptr (GError) error = NULL;
      SuiviSheetKind kind = SUIVI_SHEET_CSV;
      guint n_rows = 0;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("the real files are not at hand");
          return;
        }
      file = suivi_source_file_open (path, &error);
      g_assert_no_error (error);
      g_assert_true (suivi_sheet_recognise (file, &kind));
      g_assert_cmpint (kind, ==, SUIVI_SHEET_XLS);
      book = suivi_sheet_book_open (file, kind, NULL, '\0', NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (suivi_sheet_book_get_name (book, 0), ==, "UPR Info database export");
      g_assert_true (suivi_sheet_book_read (book, 0, count_cb, &n_rows, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_rows, ==, files[i].n_rows);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-xls/cells", test_cells);
  g_test_add_func ("/sheet-xls/refused", test_refused);
  g_test_add_func ("/sheet-xls/damaged", test_damaged);
  g_test_add_func ("/sheet-xls/stopped", test_stopped);
  g_test_add_func ("/sheet-xls/real", test_real);

  return g_test_run ();
}
