/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/sheet/sheet-value.h"
#include "exchange/sheet/xlsx-strings.h"
#include "make-compound.h"
#include "make-zip.h"
#include "read-sheet.h"

#define MAIN      "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define ROOT_RELATIONS                                                            \
  "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"r1\" Type=\"" OFFICE \
  "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

#define BOOK_RELATIONS                                                                    \
  "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"r1\" Type=\"" OFFICE         \
  "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" OFFICE \
  "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" OFFICE \
  "/styles\" Target=\"/xl/styles.xml\"/></Relationships>"

#define WORKBOOK                                   \
  "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE \
  "\"><sheets><sheet name=\"List\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"

/* Styles: 0 none, 1 built-in date, 2 date of the workbook, 3 time, 4 span of time, 5 a colour that is no month */
#define STYLES                                                                                    \
  "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"3\">"                                          \
  "<numFmt numFmtId=\"164\" formatCode=\"[$-409]d\\ mmmm\\ yyyy\"/>"                              \
  "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/>"                                              \
  "<numFmt numFmtId=\"166\" formatCode=\"[Red]0.00&quot; days&quot;\"/></numFmts>"                \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                            \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"21\"/>" \
  "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>"

#define SHEET(rows) "<worksheet xmlns=\"" MAIN "\"><sheetData>" rows "</sheetData></worksheet>"

typedef struct
{
  const char *sheet;
  const char *strings;   /* what is in <sst>, or NULL for none */
  const char *workbook;  /* or NULL for the usual one */
  const char *relations; /* of the workbook, or NULL for the usual ones */
} Parts;

static void
add (MakeZip *zip, const char *name, const char *content)
{
  make_zip_add (zip, name, content, strlen (content));
}

static GBytes *
make_book (const Parts *parts)
{
  MakeZip *zip = make_zip_new (strlen (parts->sheet) + 4 * 1024 * 1024, TRUE);
  g_autofree char *strings
    = g_strdup_printf ("<sst xmlns=\"" MAIN "\">%s</sst>", parts->strings != NULL ? parts->strings : "");

  add (zip, "_rels/.rels", ROOT_RELATIONS);
  add (zip, "xl/workbook.xml", parts->workbook != NULL ? parts->workbook : WORKBOOK);
  add (zip, "xl/_rels/workbook.xml.rels", parts->relations != NULL ? parts->relations : BOOK_RELATIONS);
  add (zip, "xl/styles.xml", STYLES);
  if (parts->strings != NULL)
    add (zip, "xl/sharedStrings.xml", strings);
  add (zip, "xl/worksheets/sheet1.xml", parts->sheet);

  return make_zip_finish (zip);
}

static void
assert_rows (const char *sheet, const char *strings, const char *expected)
{
  const Parts parts = { sheet, strings, NULL, NULL };
  g_autoptr (GBytes) bytes = make_book (&parts);

  assert_sheet (bytes, SUIVI_SHEET_XLSX, expected);
}

/* --- cells ------------------------------------------------------------------------------------------------
 */

static void
test_texts (void)
{
  assert_rows (SHEET ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v> 1 </v></c>"
                      "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"E1\" t=\"s\"><v>3</v></c></row>"),
               "<si><t>Ratify it</t></si>"
               "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">in </t></r><r><t>two</t></r></si>"
               "<si><t>日本</t><rPh sb=\"0\" eb=\"2\"><t>にほん</t></rPh><phoneticPr fontId=\"1\"/></si>"
               "<si/>",
               "1|tRatify it|tin two|t日本\n");
  assert_rows (SHEET (
                 "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>own</t></is></c>"
                 "<c r=\"B2\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>"
                 "<c r=\"C2\" t=\"str\"><f>A1&amp;\"x\"</f><v>of a formula</v></c>"
                 "<c r=\"D2\"><f>1+1</f></c><c r=\"E2\" t=\"str\"><f>\"\"</f><v></v></c>"
                 "<c r=\"F2\"><f>1+1</f><v/></c><c r=\"G2\"><f>1+1</f><v>2</v></c></row>"),
               NULL, "2|town|tab|tof a formula|e=?|-|e=?|n2\n");
  /* Filled down below what anybody wrote: no row. */
  assert_rows (SHEET ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><f>A1</f></c>"
                      "<c r=\"B2\"><f>1</f><v/></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>"),
               NULL, "1|n1\n3|n3\n");
}

static void
test_escapes (void)
{
  assert_rows (SHEET ("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                      "<c t=\"inlineStr\"><is><t>_xD83D__xDE00__xD83D_!</t></is></c>"
                      "<c t=\"str\"><v>_x0041_ _x00g1_ _x</v></c></row>"),
               "<si><t>- A_x000D_\n- B\r\n- C</t></si><si><t>_x005F_x0041_ &amp; &#8217;</t></si>",
               "1|t- A⏎- B⏎- C|t_x0041_ & ’|t\U0001F600!|tA _x00g1_ _x\n");
}

static void
test_numbers (void)
{
  assert_rows (
    SHEET (
      "<row><c><v>5</v></c><c><v>5.0</v></c><c><v>46125.499628240701</v></c><c><v>-0.25</v></c>"
      "<c><v>1E-3</v></c><c><v>1.5E+20</v></c><c><v>0.30000000000000004</v></c><c><v>007</v></c>"
      "<c><v>1.0000000000000001E-5</v></c><c t=\"n\"><v>12</v></c><c><v>x</v></c><c><v>-0</v></c></row>"),
    NULL, "1|n5|n5|n46125.4996282407|n-0.25|n0.001|n150000000000000000000|n0.3|n7|n0.00001|n12|tx|n0\n");
  assert_rows (SHEET ("<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c></row>"),
               NULL, "1|bTRUE|bFALSE|e#REF!\n");
}

static void
test_dates (void)
{
  /* 45740 is 24 March 2025; 0.5 is noon. */
  assert_rows (SHEET (
                 "<row><c s=\"1\"><v>45740</v></c><c s=\"2\"><v>45740.5</v></c><c s=\"3\"><v>0.5</v></c>"
                 "<c s=\"4\"><v>1.5</v></c><c s=\"5\"><v>45740</v></c><c s=\"0\"><v>45740</v></c>"
                 "<c s=\"99\"><v>45740</v></c><c s=\"1\"><v>-1</v></c><c s=\"1\"><v>3000000</v></c></row>"
                 "<row><c s=\"1\"><v>1</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>60</v></c>"
                 "<c s=\"1\"><v>61</v></c><c s=\"1\"><v>0</v></c></row>"
                 "<row><c t=\"d\"><v>2025-03-24</v></c><c t=\"d\"><v>2025-03-24T00:00:00</v></c>"
                 "<c t=\"d\"><v>2025-03-24T09:12:44.827Z</v></c><c t=\"d\"><v>soon</v></c></row>"),
               NULL,
               "1|d2025-03-24|d2025-03-24T12:00:00|t12:00:00|n1.5|n45740|n45740|n45740|n-1|n3000000\n"
               "2|d1900-01-01|d1900-02-28|n60|d1900-03-01|n0\n"
               "3|d2025-03-24|d2025-03-24|d2025-03-24T09:12:44|tsoon\n");
}

/* 0.383844 of a day is 9:12:44.1216; 0.3838541666 is 9:12:45 but for what the digits leave out. */
static void
test_seconds (void)
{
  assert_rows (SHEET ("<row><c s=\"1\"><v>45740.383844</v></c><c s=\"1\"><v>45740.3838541666</v></c>"
                      "<c s=\"1\"><v>45740.3838541</v></c><c s=\"1\"><v>45740.9999999999</v></c></row>"),
               NULL, "1|d2025-03-24T09:12:44|d2025-03-24T09:12:45|d2025-03-24T09:12:44|d2025-03-25\n");
}

static void
test_1904 (void)
{
  const Parts parts = {
    .sheet = SHEET ("<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>44278</v></c></row>"),
    .workbook = "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
                "\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"L\" r:id=\"r1\"/></sheets></workbook>",
  };
  g_autoptr (GBytes) bytes = make_book (&parts);

  /* 44278 days after 1 January 1904 it is 24 March 2025, as 45740 - 1462. */
  assert_sheet (bytes, SUIVI_SHEET_XLSX, "1|d1904-01-01|d2025-03-24\n");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    SuiviNumberFormat format;
  } formats[] = {
    { "General", SUIVI_NUMBER_PLAIN },
    { "0.00E+00", SUIVI_NUMBER_PLAIN },
    { "#,##0 \"days\"", SUIVI_NUMBER_PLAIN },
    { "[Red]0;[Magenta]0", SUIVI_NUMBER_PLAIN },
    { "[h]:mm:ss", SUIVI_NUMBER_PLAIN },
    { "0\\d", SUIVI_NUMBER_PLAIN },
    { "_d0", SUIVI_NUMBER_PLAIN },
    { "@", SUIVI_NUMBER_PLAIN },
    { "\"unclosed", SUIVI_NUMBER_PLAIN },
    { "[unclosed", SUIVI_NUMBER_PLAIN },
    { "0;dd", SUIVI_NUMBER_PLAIN },
    { "dd/mm/yyyy", SUIVI_NUMBER_DATE },
    { "mmm yy", SUIVI_NUMBER_DATE },
    { "mmmm", SUIVI_NUMBER_DATE },
    { "[$-F800]dddd, mmmm dd", SUIVI_NUMBER_DATE },
    { "d/m/yy h:mm", SUIVI_NUMBER_DATE },
    { "h:mm AM/PM", SUIVI_NUMBER_TIME },
    { "mm:ss.0", SUIVI_NUMBER_TIME },
    { "YYYY-MM-DD", SUIVI_NUMBER_DATE },
    { "", SUIVI_NUMBER_PLAIN },
  };
  static const guint dates[] = { 14, 15, 16, 17, 22, 27, 31, 36, 50, 58 };
  static const guint times[] = { 18, 19, 20, 21, 32, 35, 45, 47 };
  static const guint plain[] = { 0, 1, 13, 23, 26, 37, 44, 46, 48, 49, 59, 164 };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_test_message ("%s", formats[i].code);
      g_assert_cmpint (suivi_number_format_of_code (formats[i].code), ==, formats[i].format);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpint (suivi_number_format_of_builtin (dates[i]), ==, SUIVI_NUMBER_DATE);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_cmpint (suivi_number_format_of_builtin (times[i]), ==, SUIVI_NUMBER_TIME);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    g_assert_cmpint (suivi_number_format_of_builtin (plain[i]), ==, SUIVI_NUMBER_PLAIN);
}

/* --- rows and sheets --------------------------------------------------------------------------------------
 */

static void
test_places (void)
{
  /* Rows and cells that do not say where they are; gaps; hidden rows; merged cells; what is no row. */
  assert_rows (
    SHEET ("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
           "<row r=\"4\" hidden=\"1\"><c r=\"B4\"><v>4</v></c></row><row><c><v>5</v></c></row>"
           "<row r=\"9\" hidden=\"0\"><c r=\"AA9\"><v>6</v></c></row>"
           "<row r=\"10\"><c r=\"A10\" s=\"1\"/><c r=\"B10\"><f>1</f></c></row><row r=\"11\"/>") "<!-- -->",
    NULL,
    "1|n1|-|-|n2|n3\n4h|-|n4\n5|n5\n"
    "9|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|n6\n");
  assert_rows ("<worksheet xmlns=\"" MAIN
               "\"><sheetPr/><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>"
               "<mergeCell ref=\"A1:B2\"/></mergeCells><extLst><ext><row><c><v>9</v></c></row></ext></extLst>"
               "</worksheet>",
               NULL, "1|n1\n");
  assert_rows (SHEET (""), NULL, "");
  /* The strict kind of the standard has its own namespaces. */
  assert_rows (
    "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c>"
    "<x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>",
    NULL, "1|n1\n");
}

static void
test_sheets (void)
{
  const Parts parts = {
    .sheet = SHEET ("<row><c t=\"s\"><v>0</v></c></row>"),
    .strings = "<si><t>first</t></si>",
    .workbook
    = "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
      "\"><sheets><sheet name=\"Two &amp; more\" sheetId=\"2\" state=\"hidden\" r:id=\"b\"/>"
      "<sheet name=\"Chart\" sheetId=\"3\" r:id=\"c\"/><sheet name=\"Gone\" sheetId=\"4\" r:id=\"d\"/>"
      "<sheet name=\"Very\" sheetId=\"5\" state=\"veryHidden\" r:id=\"a\"/>"
      "<sheet name=\"One\" sheetId=\"1\" state=\"visible\" r:id=\"a\"/></sheets></workbook>",
    .relations
    = "<Relationships><Relationship Id=\"c\" Type=\"" OFFICE "/chartsheet\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"d\" Type=\"" OFFICE "/worksheet\" Target=\"gone.xml\"/>"
      "<Relationship Id=\"e\" Type=\"" OFFICE
      "/worksheet\" TargetMode=\"External\" Target=\"http://example.org/a.xml\"/>"
      "<Relationship Id=\"a\" Type=\"" OFFICE "/worksheet\" Target=\"/xl/WorkSheets/Sheet1.xml\"/>"
      "<Relationship Id=\"b\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
      "Target=\"../xl/./worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"s\" Type=\"" OFFICE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      "</Relationships>",
  };
  static const struct
  {
    const char *name;
    gboolean hidden;
  } sheets[] = { { "Two & more", TRUE }, { "Very", TRUE }, { "One", FALSE } };
  g_autoptr (GBytes) bytes = make_book (&parts);
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_XLSX);

  g_assert_cmpuint (suivi_sheet_book_get_n_sheets (book), ==, G_N_ELEMENTS (sheets));
  g_assert_null (suivi_sheet_book_get_encoding (book));
  g_assert_cmpint (suivi_sheet_book_get_separator (book), ==, '\0');
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *text = dump_sheet (book, i);

      g_assert_cmpstr (suivi_sheet_book_get_name (book, i), ==, sheets[i].name);
      g_assert_cmpint (suivi_sheet_book_get_hidden (book, i), ==, sheets[i].hidden);
      g_assert_cmpstr (text, ==, "1|tfirst\n");
    }
}

/* Names of parts that differ in case, and with the slashes of Windows. */
static void
test_odd_names (void)
{
  MakeZip *zip = make_zip_new (4096, TRUE);
  g_autoptr (GBytes) bytes = NULL;

  add (zip, "_RELS/.rels", ROOT_RELATIONS);
  add (zip, "xl\\Workbook.XML", WORKBOOK);
  add (zip, "XL/_rels/workbook.xml.RELS", BOOK_RELATIONS);
  add (zip, "/xl/worksheets/SHEET1.xml", SHEET ("<row><c><v>1</v></c></row>"));
  bytes = make_zip_finish (zip);
  assert_sheet (bytes, SUIVI_SHEET_XLSX, "1|n1\n");
}

/* --- the texts that cells share ---------------------------------------------------------------------------
 */

static void
test_strings (void)
{
  static const gsize limits[] = { 0, 10, 1000, 100000, SUIVI_XLSX_STRINGS_MEMORY };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (SuiviXlsxStrings) strings = suivi_xlsx_strings_new (limits[i]);
      g_autoptr (GError) error = NULL;
      const guint n = 3000;

      /* Some 1.5 MB; every seventh is empty. */
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *text = g_strnfill (j % 7 == 0 ? 0 : j % 1000, 'a' + j % 26);

          g_assert_true (suivi_xlsx_strings_add (strings, text, strlen (text), &error));
        }
      g_assert_cmpuint (suivi_xlsx_strings_get_n (strings), ==, n);
      for (guint j = 0; j < n; j++)
        {
          guint index = j * 7 % n;
          g_autofree char *expected = g_strnfill (index % 7 == 0 ? 0 : index % 1000, 'a' + index % 26);
          const char *text = NULL;
          gsize length = 0;

          g_assert_true (suivi_xlsx_strings_get (strings, index, &text, &length, &error));
          g_assert_no_error (error);
          g_assert_cmpmem (text, length, expected, strlen (expected));
        }
    }
}

/* --- what goes wrong --------------------------------------------------------------------------------------
 */

static void
assert_book_refused (const Parts *parts, SuiviImportError code, const char *words)
{
  g_autoptr (GBytes) bytes = make_book (parts);
  g_autofree char *sentence = assert_refused (bytes, SUIVI_SHEET_XLSX, code);

  g_assert_nonnull (strstr (sentence, words));
}

static void
assert_sheet_refused (const char *sheet, const char *strings, SuiviImportError code, const char *words)
{
  const Parts parts = { sheet, strings, NULL, NULL };

  assert_book_refused (&parts, code, words);
}

static void
test_damaged (void)
{
  const Parts no_sheets = { .sheet = SHEET (""), .workbook = "<workbook><sheets/></workbook>" };

  assert_sheet_refused (SHEET ("<row/><row><c t=\"s\"><v>1</v></c></row>"), "<si><t>0</t></si>",
                        SUIVI_IMPORT_ERROR_DAMAGED, "row 2 ");
  assert_sheet_refused (SHEET ("<row><c t=\"s\"><v>-1</v></c></row>"), "<si/>", SUIVI_IMPORT_ERROR_DAMAGED,
                        "row 1 ");
  assert_sheet_refused (SHEET ("<row><c t=\"s\"><v>0</v></c></row>"), NULL, SUIVI_IMPORT_ERROR_DAMAGED,
                        "row 1 ");
  assert_sheet_refused ("<worksheet><sheetData><row>", NULL, SUIVI_IMPORT_ERROR_DAMAGED, "damaged");
  assert_sheet_refused ("no XML", NULL, SUIVI_IMPORT_ERROR_DAMAGED, "damaged");
  assert_sheet_refused ("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>", NULL,
                        SUIVI_IMPORT_ERROR_DAMAGED, "document type");
  assert_book_refused (&no_sheets, SUIVI_IMPORT_ERROR_NO_TABLE, "no sheet");
}

static char *
repeat (const char *start, const char *middle, gsize n, const char *end)
{
  GString *text = g_string_new (start);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, middle);
  g_string_append (text, end);

  return g_string_free (text, FALSE);
}

static void
assert_repeated_refused (const char *start, const char *middle, gsize n, const char *end, const char *words)
{
  g_autofree char *sheet = repeat (start, middle, n, end);

  assert_sheet_refused (sheet, NULL, SUIVI_IMPORT_ERROR_TOO_BIG, words);
}

#define START "<worksheet><sheetData>"
#define END   "</sheetData></worksheet>"

static void
test_much (void)
{
  g_autofree char *million = g_strnfill (1000000, 'x');
  g_autofree char *strings = g_strconcat ("<si><t>", million, "</t></si>", NULL);
  g_autofree char *unused = repeat (START "<row>", "<c s=\"1\"/>", 16384, "</row>" END);
  g_autofree char *escaped
    = repeat (START "<row><c t=\"inlineStr\"><is><t>", "_x000D_\n", 120000, "</t></is></c></row>" END);
  const Parts escaped_parts = { .sheet = escaped };
  g_autoptr (GBytes) escaped_bytes = make_book (&escaped_parts);
  g_autoptr (SuiviSheetBook) escaped_book = open_sheet (escaped_bytes, SUIVI_SHEET_XLSX);
  g_autofree char *escaped_text = dump_sheet (escaped_book, 0);

  assert_repeated_refused (START "<row>", "<c><v>1</v></c>", 16384, "</row>" END, "Row 1 ");
  assert_repeated_refused (START "<row/><row><c/><c t=\"inlineStr\"><is><t>", "x", 1000000,
                           "</t></is></c></row>" END, "row 2, column B");
  assert_sheet_refused (SHEET ("<row><c/><c t=\"s\"><v>0</v></c></row>"), strings, SUIVI_IMPORT_ERROR_TOO_BIG,
                        "row 1, column B");
  assert_repeated_refused (START, "<row>", 10000, "", "safety");
  assert_sheet_refused (SHEET ("<row r=\"1048577\"><c><v>1</v></c></row>"), NULL, SUIVI_IMPORT_ERROR_TOO_BIG,
                        "1048576 rows");
  assert_sheet_refused (SHEET ("<row r=\"999999999\"/><row><c><v>1</v></c></row>"), NULL,
                        SUIVI_IMPORT_ERROR_TOO_BIG, "1048576 rows");
  /* Empty cells as far as Excel goes are no harm; nor is a text that is long only in the file. */
  assert_rows (unused, NULL, "");
  g_assert_cmpuint (strlen (escaped_text), ==, strlen ("1|t\n") + 120000 * strlen ("⏎"));
}

/* 300 MB of white space in 300 KB. */
static void
test_bomb (void)
{
  MakeZip *zip = make_zip_new (4 * 1024 * 1024, TRUE);
  g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sentence = NULL;

  add (zip, "_rels/.rels", ROOT_RELATIONS);
  add (zip, "xl/workbook.xml", WORKBOOK);
  add (zip, "xl/_rels/workbook.xml.rels", BOOK_RELATIONS);
  make_zip_add_many (zip, "xl/worksheets/sheet1.xml", "<a>", spaces, 300);
  bytes = make_zip_finish (zip);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 2 * 1024 * 1024);
  sentence = assert_refused (bytes, SUIVI_SHEET_XLSX, SUIVI_IMPORT_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (sentence, "unpacks"));
}

/* What Excel puts around a workbook with a password, as far as it is looked at. */
static void
test_protected (void)
{
  g_autoptr (GBytes) bytes = make_compound ("EncryptedPackage", (const guint8 *) "secret", 6);
  g_autoptr (GBytes) other = make_compound ("WordDocument", (const guint8 *) "letter", 6);
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "list.xlsx");
  g_autoptr (SuiviSourceFile) other_file = suivi_source_file_new_for_bytes (other, "list.xlsx");
  g_autofree char *sentence = NULL;
  SuiviSheetKind kind = SUIVI_SHEET_CSV;

  g_assert_true (suivi_sheet_recognise (file, &kind));
  g_assert_cmpint (kind, ==, SUIVI_SHEET_XLSX);
  sentence = assert_refused (bytes, kind, SUIVI_IMPORT_ERROR_PROTECTED);
  g_assert_nonnull (strstr (sentence, "password"));
  g_assert_false (suivi_sheet_recognise (other_file, &kind));
}

/* Every beginning of a file is refused with a sentence, or not taken for a workbook. */
static void
test_cut_off (void)
{
  const Parts parts
    = { .sheet = SHEET ("<row><c t=\"s\"><v>0</v></c></row>"), .strings = "<si><t>a</t></si>" };
  g_autoptr (GBytes) whole = make_book (&parts);

  for (gsize length = 0; length < g_bytes_get_size (whole); length += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
      g_autofree char *sentence = assert_refused (part, SUIVI_SHEET_XLSX, SUIVI_IMPORT_ERROR_DAMAGED);
    }
}

static void
test_other_archives (void)
{
  MakeZip *word = make_zip_new (4096, TRUE);
  MakeZip *binary = make_zip_new (4096, TRUE);
  g_autoptr (GBytes) word_bytes = NULL;
  g_autoptr (GBytes) binary_bytes = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;
  g_autofree char *sentence = NULL;
  SuiviSheetKind kind = SUIVI_SHEET_CSV;

  add (word, "word/document.xml", "<document/>");
  word_bytes = make_zip_finish (word);
  file = suivi_source_file_new_for_bytes (word_bytes, "list.xlsx");
  g_assert_false (suivi_sheet_recognise (file, &kind));

  add (binary, "xl/workbook.bin", "x");
  binary_bytes = make_zip_finish (binary);
  sentence = assert_refused (binary_bytes, SUIVI_SHEET_XLSX, SUIVI_IMPORT_ERROR_LEGACY);
  g_assert_nonnull (strstr (sentence, ".xlsb"));
}

static gboolean
stop_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  return FALSE;
}

static void
test_stopped (void)
{
  const Parts parts = { .sheet = SHEET ("<row><c><v>1</v></c></row><row><c t=\"s\"><v>9</v></c></row>") };
  g_autoptr (GBytes) bytes = make_book (&parts);
  g_autoptr (SuiviSheetBook) book = open_sheet (bytes, SUIVI_SHEET_XLSX);
  g_autoptr (GError) error = NULL;

  /* What comes after the row that was enough may be damaged. */
  g_assert_true (suivi_sheet_book_read (book, 0, stop_cb, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* --- real files -------------------------------------------------------------------------------------------
 */

static void
test_layouts (void)
{
  static const char *const names[]
    = { "constructed-uhri-layout-lf.xlsx", "constructed-uhri-layout-crlf.xlsx" };
  const char *folder = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "uhri", names[i], NULL);
      g_autofree char *content = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SuiviSheetBook) book = NULL;
      gsize length = 0;

      if (!g_file_get_contents (path, &content, &length, NULL))
        {
          g_test_skip ("the real files are not at hand");
          return;
        }
      bytes = g_bytes_new (content, length);
      book = open_sheet (bytes, SUIVI_SHEET_XLSX);
      text = dump_sheet (book, 0);
      /* The two differ in how they end lines, which nobody sees any more. */
      if (first == NULL)
        first = g_steal_pointer (&text);
      else
        g_assert_cmpstr (text, ==, first);
    }
  g_assert_nonnull (strstr (first, "\n255|t"));
  g_assert_null (strstr (first, "\n256|"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-xlsx/cells/texts", test_texts);
  g_test_add_func ("/sheet-xlsx/cells/escapes", test_escapes);
  g_test_add_func ("/sheet-xlsx/cells/numbers", test_numbers);
  g_test_add_func ("/sheet-xlsx/cells/dates", test_dates);
  g_test_add_func ("/sheet-xlsx/cells/seconds", test_seconds);
  g_test_add_func ("/sheet-xlsx/cells/1904", test_1904);
  g_test_add_func ("/sheet-xlsx/cells/formats", test_formats);
  g_test_add_func ("/sheet-xlsx/places", test_places);
  g_test_add_func ("/sheet-xlsx/sheets", test_sheets);
  g_test_add_func ("/sheet-xlsx/odd-names", test_odd_names);
  g_test_add_func ("/sheet-xlsx/strings", test_strings);
  g_test_add_func ("/sheet-xlsx/refused/damaged", test_damaged);
  g_test_add_func ("/sheet-xlsx/refused/much", test_much);
  g_test_add_func ("/sheet-xlsx/refused/bomb", test_bomb);
  g_test_add_func ("/sheet-xlsx/refused/protected", test_protected);
  g_test_add_func ("/sheet-xlsx/refused/cut-off", test_cut_off);
  g_test_add_func ("/sheet-xlsx/other-archives", test_other_archives);
  g_test_add_func ("/sheet-xlsx/stopped", test_stopped);
  g_test_add_func ("/sheet-xlsx/layouts", test_layouts);

  return g_test_run ();
}
