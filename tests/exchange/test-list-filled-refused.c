/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that do not belong to the workspace, and files from strangers. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/import.h"
#include "list-filled-fixture.h"
#include "make-docx.h"
#include "read-list.h"

/* Refused: with which error, in which words, and without a file. */
static void
assert_refused (Fixture *fixture, GBytes *list, GQuark domain, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = get_path (fixture, "in.docx");
  g_autofree char *output = get_path (fixture, "out.docx");

  write_file (fixture, "in.docx", list);
  g_assert_null (suivi_list_filled_write (fixture->store, source, output, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  drop (fixture, "in.docx");
}

/* --- Whose list it is ------------------------------------------------------------------------------------- */

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (GBytes) longer = make_list_bytes (
    make_docx_row (HEADER_2019, NULL), make_docx_row (ROW_1, "Supported", "x", "<w:p/>", NULL),
    /* Renumbered: found by its text. Another text under the number: it is another one. */
    make_docx_row ("2.2 Open a library in each town (Togo);", "Supported", "x", "<w:p/>", NULL),
    make_docx_row ("1.3 Abolish the fee for passports (Chile);", "Noted", "x", "<w:p/>", NULL),
    /* Nearly the same text under the number: a later edition. */
    make_docx_row ("1.4 Mend all the bridges of the valley (Peru);", "Noted", "x", "<w:p/>", NULL), NULL);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autofree char *document = NULL;
  g_autofree char *text = NULL;

  import_list (fixture, list);
  assess_two (fixture);
  assess (fixture, "1.2", SUIVI_LEVEL_SOME, "Half of the towns", "Count");
  assess (fixture, "1.4", SUIVI_LEVEL_SOME, "Two mended", "Count");
  write_file (fixture, "in.docx", longer);
  filled = fill (fixture, "in.docx", "out.docx", NULL);
  assert_filled (filled, 4, 3, 0, 0, 1);
  g_assert_cmpstr (g_ptr_array_index (filled->not_found, 0), ==, "1.3");
  text = suivi_list_filled_to_text (filled);
  g_assert_cmpstr (
    text, ==, "Filled in: 3 of 4 recommendations. 1 is not in the workspace and was left as it is: 1.3.");
  out = read_file (fixture, "out.docx");
  document = get_document (out);
  g_assert_nonnull (strstr (document, "Half of the towns"));
  g_assert_nonnull (strstr (document, "Two mended"));
  g_assert_null (strstr (document, "None planted"));
  drop (fixture, "in.docx");
  drop (fixture, "out.docx");
}

/* Two say the same: under a number that neither has, nobody knows which one is meant. */
static void
test_said_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (GBytes) renumbered
    = make_list_bytes (make_docx_row (HEADER_2019, NULL), make_docx_row (ROW_2, "Noted", "x", "<w:p/>", NULL),
                       make_docx_row ("7.7 Found a school for all (France);", "Supported", "x", "<w:p/>", NULL),
                       NULL);
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) twin = suivi_recommendation_new ();
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autoptr (GError) error = NULL;

  import_list (fixture, list);
  assess_two (fixture);
  write_file (fixture, "in.docx", renumbered);
  filled = fill (fixture, "in.docx", "out.docx", NULL);
  assert_filled (filled, 2, 1, 1, 0, 0);
  suivi_list_filled_free (g_steal_pointer (&filled));

  first = find (fixture->store, "1.1");
  twin->review_id = g_strdup (first->review_id);
  twin->number = g_strdup ("1.8");
  twin->text = g_strdup (first->text);
  twin->position = first->position;
  suivi_recommendation_set_lists (twin, (const char *const *) first->states, NULL, NULL, NULL);
  step = suivi_store_begin (fixture->store, "Add", &error);
  g_assert_true (suivi_transaction_put_recommendation (step, twin, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
  filled = fill (fixture, "in.docx", "out.docx", NULL);
  assert_filled (filled, 2, 0, 1, 0, 1);
  g_assert_cmpstr (g_ptr_array_index (filled->not_found, 0), ==, "7.7");
  drop (fixture, "in.docx");
  drop (fixture, "out.docx");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (GBytes) other
    = make_list_bytes (make_docx_row (HEADER_2019, NULL), make_docx_row (ROW_1, "Supported", "x", "", NULL),
                       make_docx_row ("7.1 Sail around the lake (Chad);", "Noted", "x", "", NULL),
                       make_docx_row ("7.2 Count the birds in winter (Cuba);", "Noted", "x", "", NULL), NULL);
  g_autoptr (GBytes) no_rows = make_list_bytes (make_docx_row (HEADER_2019, NULL), NULL);
  g_autoptr (GBytes) no_list = make_list_bytes (make_docx_row ("A", "B", NULL), NULL);
  g_autoptr (GBytes) no_word = g_bytes_new_static ("%PDF-1.4", 8);
  g_autofree char *row = make_docx_row (HEADER_2019, NULL);
  g_autoptr (GBytes) elsewhere = make_docx_list ("UPR of Peru\n(4th Cycle - 48th Session)", row);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_path (fixture, "in.docx");

  import_list (fixture, list);
  assert_refused (fixture, other, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                  "Of 3 recommendations in the list, 2 were not found");
  assert_refused (fixture, elsewhere, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND, "Peru, session 48");
  assert_refused (fixture, no_rows, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                  "no recommendations");
  assert_refused (fixture, no_list, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "no table");
  assert_refused (fixture, no_word, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "not a Word file");

  write_file (fixture, "in.docx", list);
  g_assert_null (suivi_list_filled_write (fixture->store, path, path, NULL, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_EXISTS);
  drop (fixture, "in.docx");
}

/* --- Files from strangers --------------------------------------------------------------------------------- */

static GBytes *
make_document (const char *document)
{
  g_autofree char *header = make_docx_header (PAGE_HEADER);
  MakeDocx *docx = make_docx_new ();

  make_docx_add_part (docx, "word/document.xml", document);
  make_docx_add_part (docx, "word/header1.xml", header);

  return make_docx_finish (docx);
}

#define HEADER_ROW                                                                                          \
  "<w:tr><w:tc><w:p><w:r><w:t>Recommendation</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Position</w:t></" \
  "w:r>"                                                                                                    \
  "</w:p></w:tc><w:tc><w:p><w:r><w:t>Comments</w:t></w:r></w:p></w:tc></w:tr>"
#define DATA_ROW(cell)                                                    \
  "<w:tr><w:tc><w:p><w:r><w:t>" ROW_1                                     \
  "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Noted</w:t></w:r></w:p>" \
  "</w:tc>" cell "</w:tr>"

/* Markup that only looks like cells, in comments, values and data, does not lead astray. */
static void
test_traps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *document
    = make_docx_document ("<!-- <w:tbl><w:tr><w:tc> --><w:tbl><?x <w:tc>?>" HEADER_ROW DATA_ROW (
      "<w:tc w:a=\"</w:tc>\" w:b='>\"'><w:tcPr/><!-- </w:tc> --><w:p w:rsidR = '00535549' "
      "><w:r><w:t>old</w:t></w:r>"
      "</w:p><w:p><w:r><w:t><![CDATA[</w:tc>]]></w:t></w:r></w:p></w:tc>") "</w:tbl>");
  g_autofree char *valid = replace (document, "w:a=\"</w:tc>\"", "w:a=\"&lt;/w:tc>\"");
  g_autoptr (GBytes) list = make_document (valid);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autofree char *after = NULL;

  import_list (fixture, list);
  assess (fixture, "1.1", SUIVI_LEVEL_DONE, "r\x01]]>", "s");
  write_file (fixture, "in.docx", list);
  filled = fill (fixture, "in.docx", "out.docx", NULL);
  assert_filled (filled, 1, 1, 0, 0, 0);
  out = read_file (fixture, "out.docx");
  after = get_document (out);
  g_assert_null (strstr (after, ">old<"));
  g_assert_nonnull (
    strstr (after, "<w:tcPr/><!-- </w:tc> --><w:p><w:r><w:t><![CDATA[</w:tc>]]></w:t></w:r></w:p>" OURS));
  g_assert_nonnull (strstr (after, "]]&gt;" END));
  drop (fixture, "in.docx");
  drop (fixture, "out.docx");
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good
    = make_docx_document ("<w:tbl>" HEADER_ROW DATA_ROW ("<w:tc><w:p/></w:tc>") "</w:tbl>");
  g_autofree char *closed_document
    = make_docx_document ("<w:tbl>" HEADER_ROW DATA_ROW ("<w:tc/>") "</w:tbl>");
  g_autofree char *merged_document = make_docx_document (
    "<w:tbl>" HEADER_ROW DATA_ROW ("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>") "</w:tbl>");
  g_autofree char *plain = replace (good, "w:document xmlns:w", "document xmlns");
  g_autofree char *plain_end = replace (plain, "</w:", "</");
  g_autofree char *no_prefix = replace (plain_end, "<w:", "<");
  g_autofree char *wide_document = make_docx_document (
    "<w:tbl><w:tblGrid><w:gridCol w:w=\"999999999999\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"-5\" "
    "w:type=\"pct\"/><w:gridSpan "
    "w:val=\"4294967295\"/></w:tcPr><w:p><w:r><w:t>Recommendation</w:t></w:r></w:p>"
    "</w:tc><w:tc><w:p><w:r><w:t>Position</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
  g_autoptr (GBytes) list = make_document (good);
  g_autoptr (GBytes) closed = make_document (closed_document);
  g_autoptr (GBytes) merged = make_document (merged_document);
  g_autoptr (GBytes) unusual = make_document (no_prefix);
  g_autoptr (GBytes) wide = make_document (wide_document);
  gsize size = 0;
  const guint8 *bytes = g_bytes_get_data (list, &size);

  import_list (fixture, list);
  assess (fixture, "1.1", SUIVI_LEVEL_DONE, "r", "s");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SuiviListFilled) filled = NULL;

      write_file (fixture, "in.docx", i == 0 ? closed : merged);
      filled = fill (fixture, "in.docx", "out.docx", NULL);
      assert_filled (filled, 1, 0, 0, 1, 0);
      drop (fixture, "in.docx");
      drop (fixture, "out.docx");
    }
  assert_refused (fixture, unusual, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED, "unusual");
  assert_refused (fixture, wide, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "no recommendations");

  /* One wrong byte anywhere in the archive: refused, or a list all the same, but never a crash. */
  for (gsize i = 0; i < size; i += 3)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, size);
      g_autoptr (GBytes) changed = NULL;
      g_autofree char *source = get_path (fixture, "in.docx");
      g_autofree char *output = get_path (fixture, "out.docx");
      g_autoptr (SuiviListFilled) filled = NULL;

      copy[i] ^= 0xFF;
      changed = g_bytes_new_take (g_steal_pointer (&copy), size);
      write_file (fixture, "in.docx", changed);
      filled = suivi_list_filled_write (fixture->store, source, output, NULL, NULL, NULL);
      g_assert_cmpint (filled != NULL, ==, g_file_test (output, G_FILE_TEST_EXISTS));
      if (filled != NULL)
        {
          g_autoptr (GBytes) out = read_file (fixture, "out.docx");
          g_autoptr (SuiviImportPlan) plan = suivi_import_read_bytes (out, "out.docx", NULL, NULL, NULL);

          g_assert_nonnull (plan);
          drop (fixture, "out.docx");
        }
      drop (fixture, "in.docx");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("list-filled/not-found", test_not_found);
  PLAN_TEST ("list-filled/said-twice", test_said_twice);
  PLAN_TEST ("list-filled/refused", test_refused);
  PLAN_TEST ("list-filled/traps", test_traps);
  PLAN_TEST ("list-filled/hostile", test_hostile);

  return g_test_run ();
}
