/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are no lists, damaged ones, and ones made to harm. */

#include "config.h"

#include "exchange/ohchr-list-docx.h"
#include "make-docx.h"
#include "read-list.h"

static void
assert_refused (GBytes *bytes, SuiviImportError code)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (suivi_ohchr_list_docx_read (bytes, plan, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_false (suivi_import_plan_has_review (plan));
}

static void
assert_document_refused (const char *document, SuiviImportError code)
{
  MakeDocx *docx = make_docx_new ();
  g_autoptr (GBytes) bytes = NULL;

  make_docx_add_part (docx, "word/document.xml", document);
  bytes = make_docx_finish (docx);
  assert_refused (bytes, code);
}

static void
test_not_a_list (void)
{
  static const char ole2[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more of it";
  static const char locked[]
    = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  g_autoptr (GBytes) legacy = g_bytes_new_static (ole2, sizeof ole2 - 1);
  g_autoptr (GBytes) encrypted = g_bytes_new_static (locked, sizeof locked - 1);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Recommendation,Position\n", 24);
  g_autoptr (GBytes) other = NULL;
  g_autofree char *document = make_docx_document ("<w:p><w:r><w:t>A letter</w:t></w:r></w:p>");
  MakeDocx *docx = make_docx_new ();

  assert_refused (legacy, SUIVI_IMPORT_ERROR_LEGACY);
  assert_refused (encrypted, SUIVI_IMPORT_ERROR_LEGACY);
  assert_refused (nothing, SUIVI_IMPORT_ERROR_NOT_RECOGNISED);
  assert_refused (text, SUIVI_IMPORT_ERROR_NOT_RECOGNISED);
  assert_document_refused (document, SUIVI_IMPORT_ERROR_NOT_RECOGNISED);

  make_docx_add_part (docx, "xl/workbook.xml", "<workbook/>");
  other = make_docx_finish (docx);
  assert_refused (other, SUIVI_IMPORT_ERROR_NOT_RECOGNISED);
}

static GBytes *
make_small_list (void)
{
  g_autofree char *header = make_docx_row (HEADER_2025, NULL);
  g_autofree char *row = make_docx_row ("140.1 Open it (Togo);", "Supported", "", "", NULL);
  g_autofree char *rows = g_strconcat (header, row, NULL);

  return make_docx_list ("UPR of Slovenia (4th Cycle - 48th Session)", rows);
}

static void
test_cut_off (void)
{
  g_autoptr (GBytes) whole = make_small_list ();

  for (gsize length = 0; length < g_bytes_get_size (whole); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      assert_refused (part, length < 4 ? SUIVI_IMPORT_ERROR_NOT_RECOGNISED : SUIVI_IMPORT_ERROR_DAMAGED);
    }
}

/* One wrong byte anywhere: read or refused, never a crash. In what is read, nothing may be wrong unseen. */
static void
test_wrong_bytes (void)
{
  g_autoptr (GBytes) whole = make_small_list ();
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
      g_autoptr (GError) error = NULL;

      copy[i] ^= 0x55;
      bytes = g_bytes_new (copy, size);
      if (suivi_ohchr_list_docx_read (bytes, plan, NULL, &error))
        g_assert_cmpstr (find_recommendation (plan, 2)->text, ==, "Open it");
      else
        g_assert_true (error->domain == SUIVI_IMPORT_ERROR);
    }
}

static char *
repeat (const char *before, const char *text, gsize times, const char *after)
{
  gsize length = strlen (text);
  GString *out = g_string_sized_new (strlen (before) + length * times + strlen (after));

  g_string_append (out, before);
  for (gsize i = 0; i < times; i++)
    g_string_append_len (out, text, length);
  g_string_append (out, after);

  return g_string_free (out, FALSE);
}

/* Each must be refused within 2 seconds; the sanitizers of some builds need a few times that. */
#define MAX_SECONDS 10

static void
assert_repeated_refused (const char *before,
                         const char *text,
                         gsize times,
                         const char *after,
                         SuiviImportError code)
{
  g_autofree char *document = repeat (before, text, times, after);
  gint64 start = g_get_monotonic_time ();

  assert_document_refused (document, code);
  g_assert_cmpint (g_get_monotonic_time () - start, <, MAX_SECONDS * G_USEC_PER_SEC);
}

#define OPEN      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
#define ROW_START "<w:tr><w:tc><w:p><w:r><w:t>140.1 Open it "
#define ROW_END   "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Noted</w:t></w:r></w:p></w:tc></w:tr>"
#define HEADER_ROW                                                                                          \
  "<w:tr><w:tc><w:p><w:r><w:t>Recommendation</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Position</w:t></" \
  "w:r>"                                                                                                    \
  "</w:p></w:tc></w:tr>"
#define CLOSE "</w:tbl></w:body></w:document>"

static void
test_hostile_size (void)
{
  const SuiviImportError too_big = SUIVI_IMPORT_ERROR_TOO_BIG;

  /* A bomb: 100 MB of nothing in some 100 KB. */
  assert_repeated_refused (OPEN, "          ", 10000000, "</w:body></w:document>", too_big);
  assert_repeated_refused (OPEN, "<w:p>", 10000, "", too_big);
  assert_repeated_refused (OPEN "<w:tbl>" HEADER_ROW, ROW_START "(Togo)" ROW_END, 50000, CLOSE, too_big);
  assert_repeated_refused (OPEN "<w:tbl><w:tr>", "<w:tc><w:p/></w:tc>", 100000, "</w:tr>" CLOSE, too_big);
  assert_repeated_refused (OPEN "<w:tbl>" HEADER_ROW ROW_START, "a", 1000000, ROW_END CLOSE, too_big);
  assert_repeated_refused (OPEN "<w:tbl>" HEADER_ROW, ROW_START "(a,a,a,a,a,a,a,a,a,a,a,a,a,a)" ROW_END, 4900,
                           CLOSE, too_big);
  assert_repeated_refused ("<a ", "b=\"\" ", 100000, "/>", too_big);
  assert_repeated_refused ("<a b=\"", "x", 10000000, "\"/>", too_big);
  assert_repeated_refused ("<a><!--", "x", 10000000, "--></a>", too_big);
  assert_repeated_refused ("<a>", "<b/>", 2100000, "</a>", too_big);
}

/* Much, but within the limits: read, and soon. */
static void
test_much (void)
{
  g_autoptr (GString) rows = g_string_new (HEADER_ROW);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;

  for (guint i = 1; i <= 3000; i++)
    g_string_append_printf (
      rows,
      "<w:tr><w:tc><w:p><w:r><w:t>140.%u Open it (Togo) (Peru)</w:t></w:r></w:p></w:tc><w:tc><w:p>"
      "<w:r><w:t>Noted</w:t></w:r></w:p></w:tc></w:tr>",
      i);
  bytes = make_docx_list (NULL, rows->str);
  plan = read_bytes (bytes);

  g_assert_cmpuint (count_rows (plan), ==, 3000);
  g_assert_cmpuint (count_faults (plan), ==, 0);
}

/* 250 cells of 15,000 digits: read or refused, and soon. */
static void
test_many_digits (void)
{
  static const char *const starts[] = { "140.1 ", "", "&amp;", "140.1 Open it (" };
  g_autofree char *digits = g_strnfill (15000, '7');

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GString) rows = g_string_new (HEADER_ROW);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 250; j++)
        g_string_append_printf (rows,
                                "<w:tr><w:tc><w:p><w:r><w:t>%s%s</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
                                "<w:t>%s</w:t></w:r></w:p></w:tc></w:tr>",
                                starts[i], digits, digits);
      bytes = make_docx_list (NULL, rows->str);
      if (suivi_ohchr_list_docx_read (bytes, plan, NULL, &error))
        g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY), ==, 250);
      else
        g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG);
    }
}

static void
test_hostile_content (void)
{
  const SuiviImportError damaged = SUIVI_IMPORT_ERROR_DAMAGED;
  g_autofree char *invalid = make_docx_document ("<w:p><w:r><w:t>\377\376</w:t></w:r></w:p>");
  g_autofree char *control = make_docx_document ("<w:p><w:r><w:t>&#1;</w:t></w:r></w:p>");
  g_autofree char *entity = make_docx_document ("<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>");

  assert_document_refused ("", damaged);
  assert_document_refused ("no XML", damaged);
  assert_document_refused ("<w:document>", damaged);
  assert_document_refused ("<a><b></a>", damaged);
  assert_document_refused ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>", damaged);
  assert_document_refused ("<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://localhost/a.dtd\"><a/>",
                           damaged);
  assert_document_refused ("<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>",
                           damaged);
  assert_document_refused (invalid, damaged);
  assert_document_refused (control, damaged);
  assert_document_refused (entity, damaged);
}

static void
test_hostile_archive (void)
{
  g_autofree char *document = make_docx_document ("<w:p/>");
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GBytes) many = NULL;
  MakeDocx *docx = make_docx_new ();

  make_docx_add_part (docx, "word/document.xml", document);
  make_docx_add_part (docx, "word/document.xml", document);
  twice = make_docx_finish (docx);
  assert_refused (twice, SUIVI_IMPORT_ERROR_DAMAGED);

  docx = make_docx_new ();
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("part%u", i);

      make_docx_add_part (docx, name, "");
    }
  make_docx_add_part (docx, "word/document.xml", document);
  many = make_docx_finish (docx);
  assert_refused (many, SUIVI_IMPORT_ERROR_TOO_BIG);
}

/* Names that climb out of the folder harm nobody: nothing is unpacked. */
static void
test_climbing_names (void)
{
  MakeDocx *docx = make_docx_new ();
  g_autofree char *header = make_docx_row (HEADER_2025, NULL);
  g_autofree char *row = make_docx_row ("140.1 Open it (Togo);", "Supported", "", "", NULL);
  g_autofree char *body = g_strdup_printf ("<w:tbl>%s%s</w:tbl>", header, row);
  g_autofree char *document = make_docx_document (body);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;

  make_docx_add_part (docx, "../../suivi-climbed", "a");
  make_docx_add_part (docx, "/tmp/suivi-climbed", "a");
  make_docx_add_part (docx, "word/document.xml", document);
  bytes = make_docx_finish (docx);
  plan = read_bytes (bytes);

  g_assert_cmpuint (count_rows (plan), ==, 1);
  g_assert_false (g_file_test ("/tmp/suivi-climbed", G_FILE_TEST_EXISTS));
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_small_list ();
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (suivi_ohchr_list_docx_read (bytes, plan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ohchr-list-docx/refused/not-a-list", test_not_a_list);
  g_test_add_func ("/ohchr-list-docx/refused/cut-off", test_cut_off);
  g_test_add_func ("/ohchr-list-docx/refused/wrong-bytes", test_wrong_bytes);
  g_test_add_func ("/ohchr-list-docx/refused/size", test_hostile_size);
  g_test_add_func ("/ohchr-list-docx/refused/content", test_hostile_content);
  g_test_add_func ("/ohchr-list-docx/refused/archive", test_hostile_archive);
  g_test_add_func ("/ohchr-list-docx/much", test_much);
  g_test_add_func ("/ohchr-list-docx/many-digits", test_many_digits);
  g_test_add_func ("/ohchr-list-docx/climbing-names", test_climbing_names);
  g_test_add_func ("/ohchr-list-docx/cancelled", test_cancelled);

  return g_test_run ();
}
