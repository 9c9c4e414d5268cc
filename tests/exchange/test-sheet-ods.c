/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "make-zip.h"
#include "read-sheet.h"

#define TYPE  "application/vnd.oasis.opendocument.spreadsheet"
#define SPACE "urn:oasis:names:tc:opendocument:xmlns:"

#define OPEN                                                                                            \
  "<office:document-content xmlns:office=\"" SPACE "office:1.0\" xmlns:table=\"" SPACE                  \
  "table:1.0\" xmlns:text=\"" SPACE "text:1.0\" xmlns:style=\"" SPACE "style:1.0\" xmlns:draw=\"" SPACE \
  "drawing:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"

#define CLOSE "</office:spreadsheet></office:body></office:document-content>"

#define STYLES                                                                                     \
  "<office:automatic-styles><style:style style:name=\"ta1\"><style:table-properties "              \
  "table:display=\"true\"/></style:style><style:style style:name=\"ta2\"><style:table-properties " \
  "table:display=\"false\"/></style:style></office:automatic-styles>"

#define BODY          STYLES "<office:body><office:spreadsheet>"
#define TABLE(rows)   OPEN BODY "<table:table table:name=\"List\">" rows "</table:table>" CLOSE
#define ROW(cells)    "<table:table-row>" cells "</table:table-row>"
#define CELL(content) "<table:table-cell office:value-type=\"string\">" content "</table:table-cell>"
#define NUMBER(value) "<table:table-cell office:value-type=\"float\" office:value=\"" value "\"/>"

static void
add (MakeZip *zip, const char *name, const char *content)
{
  make_zip_add (zip, name, content, strlen (content));
}

static GBytes *
make_book (const char *content)
{
  MakeZip *zip = make_zip_new (4 * 1024 * 1024, TRUE);

  add (zip, "mimetype", TYPE);
  add (zip, "content.xml", content);
  add (zip, "META-INF/manifest.xml",
       "<manifest:manifest xmlns:manifest=\"" SPACE
       "manifest:1.0\"><manifest:file-entry/></manifest:manifest>");

  return make_zip_finish (zip);
}

static void
assert_rows (const char *content, const char *expected)
{
  g_autoptr (GBytes) bytes = make_book (content);

  assert_sheet (bytes, SUIVI_SHEET_ODS, expected);
}

static void
test_texts (void)
{
  assert_rows (
    TABLE (
      ROW (CELL ("<text:p>one</text:p><text:p/><text:p>two <text:span>and</text:span> three</text:p>")
             CELL ("<text:p>a<text:s text:c=\"3\"/>b<text:s/>c<text:tab/>d<text:line-break/>e</text:p>")
               CELL ("<office:annotation><text:p>a remark</text:p></office:annotation><text:p>f</text:p>")
                 CELL ("<text:p>g</text:p><draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box>"
                       "</draw:frame>"))),
    "1|tone⏎⏎two and three|ta   b c\td⏎e|tf|tg\n");
  assert_rows (TABLE (
                 ROW ("<table:table-cell office:value-type=\"string\" office:string-value=\"A &amp; B\"/>"
                      "<table:table-cell><text:p>typeless</text:p></table:table-cell>"
                      "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\">"
                      "<text:p>#REF!</text:p></table:table-cell>")),
               "1|tA & B|ttypeless|e#REF!\n");
}

static void
test_values (void)
{
  assert_rows (
    TABLE (ROW (NUMBER ("5") NUMBER ("46125.499628240701") NUMBER (
      "-1.50") "<table:table-cell office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%</text:p>"
               "</table:table-cell><table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" "
               "office:value=\"7\"><text:p>7 €</text:p></table:table-cell>")),
    "1|n5|n46125.4996282407|n-1.5|n0.5|n7\n");
  assert_rows (
    TABLE (ROW (
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-03-24\"><text:p>24.3.25</text:p>"
      "</table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-03-24T09:12:44.5\"/>"
      "<table:table-cell office:value-type=\"time\" office:time-value=\"PT09H12M44.5S\"/>"
      "<table:table-cell office:value-type=\"time\" office:time-value=\"PT30H00M00S\"><text:p>30:00</text:p>"
      "</table:table-cell>"
      "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>VRAI</text:p>"
      "</table:table-cell>"
      "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"false\"/>")),
    "1|d2025-03-24|d2025-03-24T09:12:44|t09:12:44|t30:00|bTRUE|bFALSE\n");
}

static void
test_repeated (void)
{
  assert_rows (
    TABLE (ROW (
      NUMBER ("1") "<table:table-cell table:number-columns-repeated=\"2\"/>"
                   "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" "
                   "office:value=\"2\"/><table:covered-table-cell/>" NUMBER (
                     "3") "<table:table-cell table:number-columns-repeated=\"16377\"/>") "<table:table-row "
                                                                                         "table:number-rows-"
                                                                                         "repeated=\"3\" "
                                                                                         "table:visibility="
                                                                                         "\"collapse\""
                                                                                         ">" NUMBER ("4") "</"
                                                                                                          "ta"
                                                                                                          "bl"
                                                                                                          "e:"
                                                                                                          "ta"
                                                                                                          "bl"
                                                                                                          "e-"
                                                                                                          "ro"
                                                                                                          "w>"
                                                                                                          "<t"
                                                                                                          "ab"
                                                                                                          "le"
                                                                                                          ":t"
                                                                                                          "ab"
                                                                                                          "le"
                                                                                                          "-r"
                                                                                                          "ow"
                                                                                                          " t"
                                                                                                          "ab"
                                                                                                          "le"
                                                                                                          ":n"
                                                                                                          "um"
                                                                                                          "be"
                                                                                                          "r-"
                                                                                                          "ro"
                                                                                                          "ws"
                                                                                                          "-r"
                                                                                                          "ep"
                                                                                                          "ea"
                                                                                                          "te"
                                                                                                          "d="
                                                                                                          "\""
                                                                                                          "2"
                                                                                                          "\""
                                                                                                          "><"
                                                                                                          "ta"
                                                                                                          "bl"
                                                                                                          "e:"
                                                                                                          "ta"
                                                                                                          "bl"
                                                                                                          "e-"
                                                                                                          "ce"
                                                                                                          "ll"
                                                                                                          "/>"
                                                                                                          "</"
                                                                                                          "ta"
                                                                                                          "bl"
                                                                                                          "e:"
                                                                                                          "ta"
                                                                                                          "bl"
                                                                                                          "e-"
                                                                                                          "ro"
                                                                                                          "w>"
                                                                                                          "<t"
                                                                                                          "ab"
                                                                                                          "le"
                                                                                                          ":t"
                                                                                                          "ab"
                                                                                                          "le"
                                                                                                          "-r"
                                                                                                          "ow"
                                                                                                          " t"
                                                                                                          "ab"
                                                                                                          "le"
                                                                                                          ":v"
                                                                                                          "is"
                                                                                                          "ib"
                                                                                                          "il"
                                                                                                          "it"
                                                                                                          "y="
                                                                                                          "\""
                                                                                                          "fi"
                                                                                                          "lt"
                                                                                                          "er"
                                                                                                          "\""
                                                                                                          ">" NUMBER (
                                                                                                            "5") "</table:table-row>"
                                                                                                                 "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell "
                                                                                                                 "table:number-columns-repeated=\"16384\" table:style-name=\"ce1\"/></table:table-row>"),
    "1|n1|-|-|n2|n2|-|n3\n2h|n4\n3h|n4\n4h|n4\n7h|n5\n");
}

static void
test_structure (void)
{
  assert_rows (
    TABLE (
      "<table:table-column/><table:table-header-rows>" ROW (NUMBER ("1")) "</"
                                                                          "table:table-header-rows><table:"
                                                                          "table-row-group><table:table-"
                                                                          "rows>" ROW (NUMBER (
                                                                            "2")) "</table:table-rows></"
                                                                                  "table:table-row-group>"),
    "1|n1\n2|n2\n");
  /* Drawings with tables, tables in cells, and copies of other workbooks are no rows of this one. */
  assert_rows (
    OPEN BODY "<table:dde-links><table:dde-link><table:table>" ROW (NUMBER (
      "8")) "</table:table></table:dde-link></table:dde-links><table:table table:name=\"List\"><table:shapes>"
            "<draw:frame><table:table>" ROW (NUMBER ("9")) "</table:table></draw:frame></table:shapes>" ROW (
              CELL ("<text:p>a</text:p><table:table table:is-sub-table=\"true\">" ROW (
                NUMBER ("7")) "</table:table>") NUMBER ("1")) "</table:table>" CLOSE,
    "1|ta|n1\n");
  assert_rows (TABLE (""), "");
}

static void
test_sheets (void)
{
  static const char content[] = OPEN BODY "<table:table table:name=\"A &amp; B\" "
                                          "table:style-name=\"ta1\">" ROW (NUMBER (
                                            "1")) "</table:table><table:table table:name=\"Hidden\" "
                                                  "table:style-name=\"ta2\">" ROW (NUMBER ("2")) "</"
                                                                                                 "table:"
                                                                                                 "table><"
                                                                                                 "table:"
                                                                                                 "table "
                                                                                                 "table:name="
                                                                                                 "\"Last\""
                                                                                                 ">" ROW (NUMBER ("3")) "</table:table>" CLOSE;
  static const struct
  {
    const char *name;
    const char *rows;
    gboolean hidden;
  } sheets[] = { { "A & B", "1|n1\n", FALSE }, { "Hidden", "1|n2\n", TRUE }, { "Last", "1|n3\n", FALSE } };
  g_autoptr (GBytes) bytes = make_book (content);
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_ODS);

  g_assert_cmpuint (suivi_sheet_book_get_n_sheets (book), ==, G_N_ELEMENTS (sheets));
  for (gsize i = G_N_ELEMENTS (sheets); i-- > 0;)
    {
      g_autofree char *rows = dump_sheet (book, i);

      g_assert_cmpstr (suivi_sheet_book_get_name (book, i), ==, sheets[i].name);
      g_assert_cmpint (suivi_sheet_book_get_hidden (book, i), ==, sheets[i].hidden);
      g_assert_cmpstr (rows, ==, sheets[i].rows);
    }
}

/* --- what goes wrong --------------------------------------------------------------------------------------
 */

static void
assert_content_refused (const char *content, SuiviImportError code, const char *words)
{
  g_autoptr (GBytes) bytes = make_book (content);
  g_autofree char *sentence = assert_refused (bytes, SUIVI_SHEET_ODS, code);

  g_assert_nonnull (strstr (sentence, words));
}

static void
test_damaged (void)
{
  assert_content_refused ("no XML", SUIVI_IMPORT_ERROR_DAMAGED, "damaged");
  assert_content_refused (OPEN, SUIVI_IMPORT_ERROR_DAMAGED, "damaged");
  assert_content_refused (OPEN BODY CLOSE, SUIVI_IMPORT_ERROR_NO_TABLE, "no sheet");
  assert_content_refused ("<!DOCTYPE a><a/>", SUIVI_IMPORT_ERROR_DAMAGED, "document type");
}

static void
test_much (void)
{
  g_autofree char *million = g_strnfill (1000000, 'x');
  g_autofree char *long_cell
    = g_strconcat (OPEN BODY "<table:table><table:table-row><table:table-cell/>"
                             "<table:table-cell><text:p>",
                   million, "</text:p></table:table-cell></table:table-row></table:table>" CLOSE, NULL);

  assert_content_refused (long_cell, SUIVI_IMPORT_ERROR_TOO_BIG, "row 1, column B");
  assert_content_refused (TABLE (ROW (
                            "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p>"
                            "</table:table-cell>")),
                          SUIVI_IMPORT_ERROR_TOO_BIG, "Row 1 ");
  assert_content_refused (TABLE (
                            "<table:table-row table:number-rows-repeated=\"1048577\"><table:table-cell>"
                            "<text:p>x</text:p></table:table-cell></table:table-row>" ROW (NUMBER ("1"))),
                          SUIVI_IMPORT_ERROR_TOO_BIG, "1048576 rows");
  assert_content_refused (TABLE (ROW (CELL ("<text:p>x<text:s text:c=\"999999999\"/>y</text:p>"))),
                          SUIVI_IMPORT_ERROR_TOO_BIG, "row 1, column A");
}

static void
test_protected (void)
{
  MakeZip *zip = make_zip_new (4096, TRUE);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sentence = NULL;

  add (zip, "mimetype", TYPE);
  add (zip, "content.xml", "\001\002 not to be read");
  add (zip, "META-INF/manifest.xml",
       "<manifest:manifest xmlns:manifest=\"" SPACE "manifest:1.0\"><manifest:file-entry "
       "manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></"
       "manifest:manifest>");
  bytes = make_zip_finish (zip);
  sentence = assert_refused (bytes, SUIVI_SHEET_ODS, SUIVI_IMPORT_ERROR_PROTECTED);
  g_assert_nonnull (strstr (sentence, "password"));
}

/* Old programs begin the list of parts with a document type. */
static void
test_old_manifest (void)
{
  MakeZip *zip = make_zip_new (4096, TRUE);
  g_autoptr (GBytes) bytes = NULL;

  add (zip, "mimetype", TYPE);
  add (zip, "content.xml", TABLE (ROW (NUMBER ("1"))));
  add (zip, "META-INF/manifest.xml", "<!DOCTYPE manifest:manifest SYSTEM \"Manifest.dtd\"><a/>");
  bytes = make_zip_finish (zip);
  assert_sheet (bytes, SUIVI_SHEET_ODS, "1|n1\n");
}

static gboolean
cancel_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  guint *n_rows = ((gpointer *) user_data)[1];

  g_cancellable_cancel (((gpointer *) user_data)[0]);
  *n_rows += 1;
  return TRUE;
}

/* A few bytes stand for half a million rows: whoever stops does not wait for all of them. */
static void
test_cancelled_in_repeat (void)
{
  g_autoptr (GBytes) bytes = make_book (
    TABLE ("<table:table-row table:number-rows-repeated=\"500000\">" NUMBER ("1") "</table:table-row>"));
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_ODS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;
  gpointer data[] = { cancellable, &n_rows };

  g_assert_false (suivi_sheet_book_read (book, 0, cancel_cb, data, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_rows, <, 5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-ods/cells/texts", test_texts);
  g_test_add_func ("/sheet-ods/cells/values", test_values);
  g_test_add_func ("/sheet-ods/repeated", test_repeated);
  g_test_add_func ("/sheet-ods/cancelled-in-repeat", test_cancelled_in_repeat);
  g_test_add_func ("/sheet-ods/structure", test_structure);
  g_test_add_func ("/sheet-ods/sheets", test_sheets);
  g_test_add_func ("/sheet-ods/refused/damaged", test_damaged);
  g_test_add_func ("/sheet-ods/refused/much", test_much);
  g_test_add_func ("/sheet-ods/refused/protected", test_protected);
  g_test_add_func ("/sheet-ods/old-manifest", test_old_manifest);

  return g_test_run ();
}
