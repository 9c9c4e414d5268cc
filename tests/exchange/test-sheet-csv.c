/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "read-sheet.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
  char separator;
} Case;

static const Case cases[] = {
  { "plain", "A,B\n1,2\n", "1|tA|tB\n2|t1|t2\n", ',' },
  { "windows-ends", "A;B\r\n1;2\r\n", "1|tA|tB\n2|t1|t2\n", ';' },
  { "macintosh-ends", "A\tB\r1\t2", "1|tA|tB\n2|t1|t2\n", '\t' },
  { "bar", "A|B|C\n1|2|3\n", "1|tA|tB|tC\n2|t1|t2|t3\n", '|' },
  { "one-column", "Recommendation\nOpen it\n", "1|tRecommendation\n2|tOpen it\n", ',' },
  { "quotes", "A,B\n\"x, \"\"y\"\"\",\"1\r\n2\"\n", "1|tA|tB\n2|tx, \"y\"|t1⏎2\n", ',' },
  { "space-before-quote", "A, B\nx, \"y, z\" ,w\n", "1|tA|tB\n2|tx|ty, z|tw\n", ',' },
  { "quote-inside", "A,B\n5\" pipe,he said \"no\"\n", "1|tA|tB\n2|t5\" pipe|the said \"no\"\n", ',' },
  { "empty-lines-count", "A,B\n\n\r\n1,2\n,\n3,4\n", "1|tA|tB\n4|t1|t2\n6|t3|t4\n", ',' },
  { "empty-cells", ",A,,B,,\n,,,\n1,2\n", "1|-|tA|-|tB\n3|t1|t2\n", ',' },
  { "excel-remark", "sep=|\r\nA,B|C\r\n1,1|2\r\n", "1|tA,B|tC\n2|t1,1|t2\n", '|' },
  { "commas-in-text", "No;Text\n1;a, b, c\n2;d, e, f\n3;g, h, i\n",
    "1|tNo|tText\n2|t1|ta, b, c\n3|t2|td, e, f\n4|t3|tg, h, i\n", ';' },
  { "bars-in-cells", "A,B,C\n1,x|y,2\n1,x|y,2\n", "1|tA|tB|tC\n2|t1|tx|y|t2\n3|t1|tx|y|t2\n", ',' },
  { "control-characters", "A,B\n\001x\177,y\013z\n", "1|tA|tB\n2|tx|tyz\n", ',' },
  { "end-mark-of-dos", "A,B\n1,2\n\032", "1|tA|tB\n2|t1|t2\n", ',' },
  { "bytes-of-order",
    "\xEF\xBB\xBF"
    "A,B\n",
    "1|tA|tB\n", ',' },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->text, strlen (test->text));
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_CSV);

  g_assert_cmpint (suivi_sheet_book_get_separator (book), ==, test->separator);
  g_assert_cmpstr (suivi_sheet_book_get_encoding (book), ==, "UTF-8");
  g_assert_cmpuint (suivi_sheet_book_get_n_sheets (book), ==, 1);
  g_assert_cmpstr (suivi_sheet_book_get_name (book, 0), ==, "list.bin");
  g_assert_false (suivi_sheet_book_get_hidden (book, 0));
  assert_sheet (bytes, SUIVI_SHEET_CSV, test->expected);
}

/* --- encodings --------------------------------------------------------------------------------------------
 */

static GBytes *
encode (const char *text, const char *encoding, const char *mark)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *converted = NULL;
  GByteArray *bytes = g_byte_array_new ();
  gsize length = 0;

  converted = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, strlen (mark));
  g_byte_array_append (bytes, (const guint8 *) converted, length);

  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_encoding (const char *text, const char *encoding, const char *mark)
{
  g_autoptr (GBytes) bytes = encode (text, encoding, mark);
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_CSV);
  g_autofree char *expected = NULL;
  g_autofree char *found = dump_sheet (book, 0);

  g_assert_cmpstr (suivi_sheet_book_get_encoding (book), ==, encoding);
  expected = g_strdup_printf ("1|t%s\n", text);
  g_assert_cmpstr (found, ==, expected);
}

/* One line each, without separators: words that lists hold, in the languages of the West. */
static void
test_old_encodings (void)
{
  static const char *const texts[] = {
    "Côte d’Ivoire",
    "Ratifier la Convention relative aux droits de l’enfant et améliorer l’accès à l’éducation",
    "L’État s’est engagé à protéger les élèves : « la fête » est là",
    "À l’école où étudient les garçons et les filles",
    "RATIFIER LE PROTOCOLE FACULTATIF (PÉROU) (CÔTE D’IVOIRE)",
    "Perú",
    "España recomienda la adopción de medidas para los niños",
    "María Núñez pidió más educación",
    "¿Qué harán? ¡Más protección!",
    "São Tomé e Príncipe: proteção das crianças não acompanhadas",
    "Österreich und Bösnien: Maßnahmen für Mädchen",
    "Curaçao",
    "The State’s “best interests” – and the child’s – come first…",
    "lèse-majesté",
    "Türkiye (in Turkish)",
    "Réunion et Guinée équatoriale",
    "Åland Islands and Malmö",
    "vis-à-vis",
    "No está claro – quizás — qué ocurrió",
    "2º período de sesiones de la 3ª Comisión",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      assert_encoding (texts[i], "windows-1252", "");
      assert_encoding (texts[i], "macintosh", "");
      assert_encoding (texts[i], "UTF-8", "");
    }
}

static void
test_utf16 (void)
{
  static const char text[] = "A;B\né;\U0001F600 日本\n";
  static const struct
  {
    const char *encoding;
    const char *mark;
  } kinds[]
    = { { "UTF-16LE", "\xFF\xFE" }, { "UTF-16LE", "" }, { "UTF-16BE", "\xFE\xFF" }, { "UTF-16BE", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) bytes = encode (text, kinds[i].encoding, kinds[i].mark);
      g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_CSV);

      g_assert_cmpstr (suivi_sheet_book_get_encoding (book), ==, kinds[i].encoding);
      assert_sheet (bytes, SUIVI_SHEET_CSV, "1|tA|tB\n2|té|t\U0001F600 日本\n");
    }
}

/* The first accent may stand far behind the beginning. */
static void
test_late_accent (void)
{
  g_autoptr (GString) text = g_string_new ("A,B\n");
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GBytes) utf8 = NULL;
  g_autoptr (SuiviSheetBook) old_book = NULL;
  g_autoptr (SuiviSheetBook) utf8_book = NULL;
  gsize length = 0;

  while (text->len < 1200000)
    g_string_append (text, "plain,text\n");
  length = text->len;
  g_string_append (text, "caf\xE9,x\n");
  old = g_bytes_new (text->str, text->len);
  old_book = open_sheet (old, SUIVI_SHEET_CSV);
  g_assert_cmpstr (suivi_sheet_book_get_encoding (old_book), ==, "windows-1252");

  g_string_truncate (text, length);
  g_string_append (text, "café,x\n");
  utf8 = g_bytes_new (text->str, text->len);
  utf8_book = open_sheet (utf8, SUIVI_SHEET_CSV);
  g_assert_cmpstr (suivi_sheet_book_get_encoding (utf8_book), ==, "UTF-8");
}

/* A character that the pieces in which a file is read cut in two, at every place. */
static void
test_cut_characters (void)
{
  for (gsize shift = 0; shift < 8; shift++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new ("1|t");
      g_autoptr (GBytes) bytes = NULL;

      for (gsize i = 0; i < shift; i++)
        g_string_append_c (text, 'x');
      while (text->len < 150000)
        g_string_append (text, "é日\U0001F600");
      g_string_append (expected, text->str);
      g_string_append (expected, "\n");
      g_string_append (text, "\r\n");
      bytes = g_bytes_new (text->str, text->len);
      assert_sheet (bytes, SUIVI_SHEET_CSV, expected->str);
    }
}

/* What the user says comes before what is found. */
static void
test_chosen (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("A;B,C\n\xE9;2,3\n", 12);
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "list.csv");
  g_autoptr (SuiviSheetBook) book = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *const *encodings = suivi_sheet_get_encodings ();

  book = suivi_sheet_book_open (file, SUIVI_SHEET_CSV, "macintosh", ',', NULL, &error);
  g_assert_no_error (error);
  text = dump_sheet (book, 0);
  g_assert_cmpstr (text, ==, "1|tA;B|tC\n2|tÈ;2|t3\n");
  g_assert_cmpstr (suivi_sheet_book_get_encoding (book), ==, "macintosh");
  g_assert_cmpint (suivi_sheet_book_get_separator (book), ==, ',');

  g_assert_null (suivi_sheet_book_open (file, SUIVI_SHEET_CSV, "koi8-r", '\0', NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING);
  g_assert_nonnull (strstr (error->message, "koi8-r"));
  g_assert_cmpuint (g_strv_length ((char **) encodings), ==, 5);
}

/* --- what goes wrong --------------------------------------------------------------------------------------
 */

/* A NUL in the middle of a text file is no reason to lose what follows. */
static void
test_nul (void)
{
  g_autoptr (GString) text = g_string_new ("A,B\n");
  g_autoptr (GString) expected = g_string_new ("1|tA|tB\n");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 2; i < 20000; i++)
    {
      g_string_append (text, "1,2\n");
      g_string_append_printf (expected, "%u|t1|t2\n", i);
    }
  g_string_append_len (text, "x\0y,é\0\n", 8);
  g_string_append (expected, "20000|txy|té\n");
  bytes = g_bytes_new (text->str, text->len);
  assert_sheet (bytes, SUIVI_SHEET_CSV, expected->str);
}

static void
test_unclosed_quote (void)
{
  static const char text[] = "A,B\n1,\"closed\nhere\"\n2,\"never\n3,4\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *sentence = assert_refused (bytes, SUIVI_SHEET_CSV, SUIVI_IMPORT_ERROR_DAMAGED);

  /* The cell with a line end in it is one row. */
  g_assert_nonnull (strstr (sentence, "row 3 "));
}

static void
assert_long_refused (const char *start, const char *end, const char *words)
{
  g_autoptr (GString) text = g_string_new ("A,B\n1,");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *filling = g_strnfill (1000000, 'x');

  g_string_append_printf (text, "%s%s%s", start, filling, end);
  bytes = g_bytes_new (text->str, text->len);
  sentence = assert_refused (bytes, SUIVI_SHEET_CSV, SUIVI_IMPORT_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (sentence, "row 2, column B"));
  g_assert_nonnull (strstr (sentence, words));
}

static void
test_much (void)
{
  g_autofree char *commas = g_strnfill (16383, ',');
  g_autofree char *wide = g_strconcat ("A\n", commas, "x\n", NULL);
  g_autofree char *many_empty = g_strconcat ("A,B", commas, "\n", NULL);
  g_autofree char *long_row = NULL;
  g_autofree char *cell = g_strnfill (200000, 'x');
  g_autoptr (GString) row = g_string_new (NULL);
  g_autoptr (GBytes) wide_bytes = g_bytes_new (wide, strlen (wide));
  g_autoptr (GBytes) empty_bytes = g_bytes_new (many_empty, strlen (many_empty));
  g_autoptr (GBytes) row_bytes = NULL;
  g_autofree char *sentence = assert_refused (wide_bytes, SUIVI_SHEET_CSV, SUIVI_IMPORT_ERROR_TOO_BIG);

  g_assert_nonnull (strstr (sentence, "Row 2 "));
  assert_sheet (empty_bytes, SUIVI_SHEET_CSV, "1|tA|tB\n");

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (row, "%s,", cell);
  row_bytes = g_bytes_new (row->str, row->len);
  long_row = assert_refused (row_bytes, SUIVI_SHEET_CSV, SUIVI_IMPORT_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (long_row, "row 1 "));

  assert_long_refused ("", "\n", "holds more than 256 KB");
  assert_long_refused ("\"", "\"\n", "closing quotation mark");
  assert_long_refused ("\"", "", "closing quotation mark");
}

static void
test_not_recognised (void)
{
  static const char *const texts[] = {
    "",
    " \n \n",
    "{\"Text\": \"x\"}",
    "[{\"Text\": 1}]",
    " \n[ [1, 2] ]",
    "<html><body>",
    "<?xml version=\"1.0\"?><a/>",
    "<!DOCTYPE html>",
    "%PDF-1.7\n1 0 obj",
    "{\\rtf1 x}",
  };
  static const char png[] = "\x89PNG\r\n\032\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0";
  g_autoptr (GBytes) image = g_bytes_new_static (png, sizeof png);
  g_autoptr (SuiviSourceFile) image_file = suivi_source_file_new_for_bytes (image, "list.csv");
  SuiviSheetKind kind = SUIVI_SHEET_ODS;

  g_assert_false (suivi_sheet_recognise (image_file, &kind));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "list.csv");

      g_test_message ("%s", texts[i]);
      g_assert_false (suivi_sheet_recognise (file, &kind));
    }
}

static gboolean
stop_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  guint *n_rows = user_data;

  (*n_rows)++;

  return row->number < 2;
}

static gboolean
fail_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "Full.");

  return FALSE;
}

static void
test_stopped (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("A\nB\nC\nD\n", 8);
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_CSV);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_assert_true (suivi_sheet_book_read (book, 0, stop_cb, &n_rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_false (suivi_sheet_book_read (book, 0, fail_cb, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (suivi_sheet_book_read (book, 0, stop_cb, &n_rows, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_rows, ==, 2);
}

/* --- real files -------------------------------------------------------------------------------------------
 */

typedef struct
{
  guint n_rows;
  guint n_narrow; /* rows with other than 11 cells */
  GString *text;
} Count;

static gboolean
count_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  Count *count = user_data;

  count->n_rows++;
  count->n_narrow += row->n_cells != 11;
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append (count->text, row->cells[i]);

  return TRUE;
}

static void
test_real (void)
{
  static const struct
  {
    const char *name;
    guint n_rows; /* with the headers */
    const char *word;
  } files[] = {
    { "1-5.csv", 6095, "é" },
    { "10-13.csv", 9048, "lèse-majesté" },
    { "17-20.csv", 7985, "ç" },
    { "voluntary.csv", 948, "ô" },
  };
  const char *folder = g_getenv ("SUIVI_TEST_DATA");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path
        = g_build_filename (folder != NULL ? folder : "", "upr-info", files[i].name, NULL);
      g_autoptr (SuiviSourceFile) file = NULL;
      g_autoptr (SuiviSheetBook) book = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      SuiviSheetKind kind = SUIVI_SHEET_ODS;
      Count count = { .text = text };

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("the real files are not at hand");
          return;
        }
      file = suivi_source_file_open (path, &error);
      g_assert_no_error (error);
      g_assert_true (suivi_sheet_recognise (file, &kind));
      g_assert_cmpint (kind, ==, SUIVI_SHEET_CSV);
      book = suivi_sheet_book_open (file, kind, NULL, '\0', NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (suivi_sheet_book_get_encoding (book), ==, "macintosh");
      g_assert_true (suivi_sheet_book_read (book, 0, count_cb, &count, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count.n_rows, ==, files[i].n_rows);
      g_assert_cmpuint (count.n_narrow, ==, 0);
      g_assert_nonnull (strstr (text->str, files[i].word));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet-csv/text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/sheet-csv/encoding/old", test_old_encodings);
  g_test_add_func ("/sheet-csv/encoding/utf-16", test_utf16);
  g_test_add_func ("/sheet-csv/encoding/late-accent", test_late_accent);
  g_test_add_func ("/sheet-csv/encoding/cut-characters", test_cut_characters);
  g_test_add_func ("/sheet-csv/chosen", test_chosen);
  g_test_add_func ("/sheet-csv/nul", test_nul);
  g_test_add_func ("/sheet-csv/refused/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/sheet-csv/refused/much", test_much);
  g_test_add_func ("/sheet-csv/not-recognised", test_not_recognised);
  g_test_add_func ("/sheet-csv/stopped", test_stopped);
  g_test_add_func ("/sheet-csv/real", test_real);

  return g_test_run ();
}
