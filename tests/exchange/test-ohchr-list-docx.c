/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/ohchr-list-docx.h"
#include "make-docx.h"
#include "read-list.h"

/* --- generations of lists ---------------------------------------------------------------------------------
 */

static void
test_layout_2025 (void)
{
  g_autoptr (SuiviImportPlan) plan = read_rows (
    "UPR of Slovenia \n(4th Cycle - 4\n8\nth Session)\nThematic list of recommendations*\nPage \n15\n of "
    "\n27",
    make_docx_row (HEADER_2025, NULL), make_docx_separator ("Theme: Right to education", 4),
    make_docx_row ("140.1 Open a school in every village (France) (Togo);\n"
                   "Source of Position: A/HRC/59/15/Add.1 - Para.3",
                   "Supported\n",
                   "- Children: juvenile justice\n- Right to education\nGroups of Persons: \n- Children",
                   "- 4 - QUALITY EDUCATION\n- 16.2 - Protect children\n- 4 - QUALITY EDUCATION", NULL),
    make_docx_row ("140.2 Heat the schools (Peru).\nSource of Position: A/HRC/59/15/Add.1 - Para.4", "Noted",
                   "- Right to adequate housing\nGroups of Persons:\n- Public officials", "", NULL),
    NULL);
  SuiviRecommendation *first = find_recommendation (plan, 3);
  SuiviRecommendation *second = find_recommendation (plan, 4);

  g_assert_cmpuint (count_rows (plan), ==, 2);
  g_assert_cmpuint (count_faults (plan), ==, 0);
  assert_review (plan, "SVN", 48, "A/HRC/59/15");

  g_assert_cmpstr (first->number, ==, "140.1");
  g_assert_cmpstr (first->text, ==, "Open a school in every village");
  g_assert_cmpstr (first->original, ==,
                   "140.1 Open a school in every village (France) (Togo);\n"
                   "Source of Position: A/HRC/59/15/Add.1 - Para.3");
  assert_list (first->states, "FRA | TGO");
  g_assert_cmpint (first->position, ==, SUIVI_POSITION_SUPPORTED);
  g_assert_cmpstr (first->position_word, ==, "Supported");
  g_assert_cmpstr (first->position_source, ==, "A/HRC/59/15/Add.1 - Para.3");
  assert_list (first->themes, "Children: juvenile justice | Right to education");
  assert_list (first->groups, "Children");
  assert_list (first->sdgs, "4 | 16.2");
  g_assert_true (first->child_focused);

  /* The theme of the separator row, which the cell lacks. */
  assert_list (second->themes, "Right to education | Right to adequate housing");
  g_assert_cmpint (second->position, ==, SUIVI_POSITION_NOTED);
  g_assert_false (second->child_focused);
}

static void
test_layout_2019 (void)
{
  g_autoptr (SuiviImportPlan) plan
    = read_rows ("UPR of \nSlovenia\n (\n2\nnd\n \nCycle \342\200\223\n \n20\nth\n \nsession)",
                 make_docx_row (HEADER_2019, NULL),
                 make_docx_separator ("Theme: A12 Acceptance of international norms", 4),
                 make_docx_row ("115.1 Sign the treaty (Venezuela (Bolivarian Republic of),Peru); \n"
                                "Source of position: A/HRC/28/15/Add.1 - Para. 3",
                                "Supported/Noted",
                                "A12 Acceptance of international norms\nSDGs:\n- 16 - PEACE, JUSTICE\n"
                                "Affected persons:\n- children",
                                "\n", NULL),
                 NULL);
  SuiviRecommendation *recommendation = find_recommendation (plan, 3);

  g_assert_cmpuint (count_faults (plan), ==, 0);
  assert_review (plan, "SVN", 20, "A/HRC/28/15");
  assert_list (recommendation->states, "VEN | PER");
  g_assert_cmpint (recommendation->position, ==, SUIVI_POSITION_PART);
  g_assert_cmpstr (recommendation->position_word, ==, "Supported/Noted");
  assert_list (recommendation->themes, "Acceptance of international norms");
  assert_list (recommendation->groups, "Children");
  assert_list (recommendation->sdgs, "16");
  g_assert_true (recommendation->child_focused);
}

static void
test_layout_2015 (void)
{
  g_autoptr (SuiviImportPlan) plan
    = read_rows (NULL, make_docx_row (HEADER_2015, NULL),
                 make_docx_separator ("Right or area: 2.1. Acceptance of international norms  ", 4),
                 make_docx_row ("166.6. Sign the treaty\nComments: sent in a letter", "Chile\nPeru", "Noted",
                                "2.1. Acceptance of international norms\nAffected persons:\n- general", NULL),
                 NULL);
  SuiviRecommendation *recommendation = find_recommendation (plan, 3);

  g_assert_cmpuint (count_faults (plan), ==, 0);
  assert_review (plan, NULL, 0, NULL);
  g_assert_cmpstr (recommendation->number, ==, "166.6");
  g_assert_cmpstr (recommendation->text, ==, "Sign the treaty");
  g_assert_cmpstr (recommendation->original, ==, "166.6. Sign the treaty\nComments: sent in a letter");
  g_assert_null (recommendation->position_source);
  assert_list (recommendation->states, "CHL | PER");
  assert_list (recommendation->themes, "Acceptance of international norms");
  assert_list (recommendation->groups, "General");
}

/* --- ways in which tables are built -----------------------------------------------------------------------
 */

static void
test_header_places (void)
{
  g_autoptr (SuiviImportPlan) plan
             = read_rows (NULL, make_docx_separator ("UPR of Slovenia, fourth cycle", 4),
                          make_docx_row (HEADER_2025, NULL),
                          make_docx_row ("140.1 Open it (Togo);", "Supported", "- Migrants", "", NULL),
                          make_docx_row (HEADER_2025, NULL),
                          make_docx_row ("140.2 Heat it (Togo);", "Supported", "- Migrants", "", NULL),
                          make_docx_row ("", "\n", " ", "", NULL), NULL);

  g_assert_cmpuint (count_rows (plan), ==, 2);
  g_assert_cmpuint (count_faults (plan), ==, 0);
  /* The calendar knows the session of the fourth cycle. */
  assert_review (plan, "SVN", 48, NULL);
  g_assert_cmpstr (find_recommendation (plan, 5)->number, ==, "140.2");
}

static SuiviImportPlan *
read_body (const char *body, const char *numbering)
{
  MakeDocx *docx = make_docx_new ();
  g_autofree char *document = make_docx_document (body);
  g_autoptr (GBytes) bytes = NULL;

  make_docx_add_part (docx, "word/document.xml", document);
  if (numbering != NULL)
    make_docx_add_part (docx, "word/numbering.xml", numbering);
  bytes = make_docx_finish (docx);

  return read_bytes (bytes);
}

/* Notes and other tables around the list; the list goes on in a table without header. */
static void
test_several_tables (void)
{
  g_autofree char *header = make_docx_row (HEADER_2025, NULL);
  g_autofree char *other = make_docx_row ("Abbreviation", "Meaning", NULL);
  g_autofree char *first = make_docx_row ("140.1 Open it (Togo);", "Supported", "- Migrants", "", NULL);
  g_autofree char *second = make_docx_row ("140.2 Heat it (Peru);", "Noted", "- Migrants", "", NULL);
  g_autofree char *third = make_docx_row ("140.2 Paint it (Peru);", "Noted", "- Migrants", "", NULL);
  g_autofree char *note = make_docx_row ("A", "note", "of four", "cells", NULL);
  g_autofree char *body = g_strdup_printf ("<w:p><w:r><w:t>UPR of Slovenia - 48th session</w:t></w:r></w:p>"
                                           "<w:tbl>%s</w:tbl><w:tbl>%s%s</w:tbl><w:p/><w:tbl>%s</w:tbl>"
                                           "<w:tbl>%s</w:tbl><w:tbl>%s%s</w:tbl>",
                                           other, header, first, second, note, header, third);
  g_autoptr (SuiviImportPlan) plan = read_body (body, NULL);

  g_assert_cmpuint (count_rows (plan), ==, 3);
  assert_review (plan, "SVN", 48, NULL);
  g_assert_cmpuint (count_faults (plan), ==, 1);
  assert_fault (plan, 0, SUIVI_FAULT_DUPLICATE_NUMBER, 2, "Recommendation and recommending State", "140.2");
}

/* Tracked changes, content controls, hidden text, breaks, signs, text boxes, hyperlinks. */
static void
test_markup (void)
{
  static const char cell[]
    = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>"
      "<w:r><w:t>140.</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t xml:space=\"preserve\">1 Open "
      "</w:t></w:r>"
      "<w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
      "<w:ins><w:r><w:t>a</w:t><w:tab/></w:r></w:ins><w:moveTo><w:r><w:t>self</w:t></w:r></w:moveTo>"
      "<w:r><w:noBreakHyphen/><w:t>gov</w:t><w:softHyphen/><w:t>erned</w:t><w:br/></w:r>"
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
      "<w:hyperlink><w:r><w:t>school</w:t></w:r></w:hyperlink>"
      "<w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent><w:r><w:t> "
      "(Togo)</w:t></w:r></w:sdtContent></w:sdt>"
      "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r>"
      "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:r><w:t> (Peru)</w:t></w:r></mc:Choice>"
      "<mc:Fallback><w:r><w:t> "
      "(Chile)</w:t></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t>;</w:t></w:r></w:p>";
  g_autofree char *header = make_docx_row (HEADER_2025, NULL);
  g_autofree char *row = make_docx_row (cell, "Supported", "- Migrants", "", NULL);
  g_autofree char *gone = make_docx_row ("140.2 Not any more (Togo);", "Noted", "", "", NULL);
  g_autofree char *body
    = g_strdup_printf ("<w:sdt><w:sdtContent><w:tbl>%s<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>"
                       "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>%s</w:tbl></w:sdtContent></w:sdt>",
                       header, row, gone + strlen ("<w:tr>"));
  g_autoptr (SuiviImportPlan) plan = read_body (body, NULL);
  SuiviRecommendation *recommendation = find_recommendation (plan, 2);

  g_assert_cmpuint (count_rows (plan), ==, 1);
  g_assert_cmpstr (recommendation->number, ==, "140.1");
  g_assert_cmpstr (recommendation->text, ==, "Open a self-governed school");
  assert_list (recommendation->states, "TGO | PER");
}

/* Cells that cover several rows or columns, ragged grids, tables in cells. */
static void
test_merged_cells (void)
{
  g_autofree char *header = make_docx_row (HEADER_2025, NULL);
  g_autofree char *body = g_strdup_printf (
    "<w:tbl>%s"
    "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>140.1 Open it "
    "(Togo);</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>Noted</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>- "
    "Migrants</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>- 4 - QUALITY "
    "EDUCATION</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>"
    "<w:tc><w:p><w:r><w:t>- Right to health</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr><w:p><w:r><w:t>140.2 Heat it "
    "(Togo);</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>Noted</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan "
    "w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>- Migrants</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p/></w:tc></w:tr></w:tbl>",
    header);
  g_autoptr (SuiviImportPlan) plan = read_body (body, NULL);

  g_assert_cmpuint (count_rows (plan), ==, 2);
  g_assert_cmpuint (count_faults (plan), ==, 0);
  assert_list (find_recommendation (plan, 2)->themes, "Migrants | Right to health");
  assert_list (find_recommendation (plan, 2)->sdgs, "4");
  g_assert_cmpstr (find_recommendation (plan, 4)->number, ==, "140.2");
  assert_list (find_recommendation (plan, 4)->themes, "Migrants");
}

/* In drafts Word counts: the digits stand only in the numbering part. */
static void
test_automatic_numbers (void)
{
  static const char numbering[]
    = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"6\"/><w:numFmt "
      "w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId "
      "w:val=\"7\"/></w:num>"
      "</w:numbering>";
  static const char cell[]
    = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>"
      "<w:r><w:t>Open it (Togo);</w:t></w:r></w:p>";
  g_autofree char *header = make_docx_row (HEADER_2025, NULL);
  g_autofree char *row = make_docx_row (cell, "Supported", "", "", NULL);
  g_autofree char *body = g_strdup_printf ("<w:tbl>%s%s%s</w:tbl>", header, row, row);
  g_autoptr (SuiviImportPlan) plan = read_body (body, numbering);

  g_assert_cmpuint (count_faults (plan), ==, 0);
  g_assert_cmpstr (find_recommendation (plan, 2)->number, ==, "6.1");
  g_assert_cmpstr (find_recommendation (plan, 3)->number, ==, "6.2");
}

/* ISO strict, and another name for the main part. */
static void
test_strict (void)
{
  MakeDocx *docx = make_docx_new ();
  g_autofree char *header = make_docx_row (HEADER_2025, NULL);
  g_autofree char *row = make_docx_row ("140.1 Open it (Togo);", "Supported", "", "", NULL);
  g_autofree char *document = g_strdup_printf (
    "\357\273\277<w:document "
    "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:tbl>%s%s</w:tbl>"
    "</w:body></w:document>",
    header, row);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;

  make_docx_add_part (
    docx, "_rels/.rels",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"r1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
    "Target=\"/word/document2.xml\"/></Relationships>");
  make_docx_add_part (docx, "word/document2.xml", document);
  bytes = make_docx_finish (docx);
  plan = read_bytes (bytes);

  g_assert_cmpuint (count_rows (plan), ==, 1);
  g_assert_cmpuint (count_faults (plan), ==, 0);
}

static void
test_parts (void)
{
  g_autoptr (SuiviImportPlan) plan
             = read_rows (NULL, make_docx_row (HEADER_2025, NULL),
                          make_docx_row ("140.1 Open it (Togo); Heat it (Peru);", "Supported", "", "", NULL),
                          NULL);
  SuiviPlanRow *row = find_row (plan, 2);
  GPtrArray *parts = suivi_plan_row_get_parts (row);

  g_assert_false (suivi_plan_row_get_split (row));
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpstr (((SuiviImportPart *) parts->pdata[0])->text, ==, "Open it");
  assert_list (((SuiviImportPart *) parts->pdata[1])->states, "PER");
  assert_list (find_recommendation (plan, 2)->states, "TGO | PER");
}

/* --- which review -----------------------------------------------------------------------------------------
 */

static void
test_reviews (void)
{
  static const struct
  {
    const char *runs;
    const char *state; /* NULL: not said */
    guint session;
  } headers[] = {
    { "UPR of Slovenia (4th Cycle - 4 8 th Session)", "SVN", 48 },
    { "UPR of Slo\nvenia (4th Cycle - 48th Session)", "SVN", 48 },
    { "UPR of Slovenia (3rd Cycle \342\200\223 34th session)", "SVN", 34 },
    { "UPR of Slovenia (Third cycle)", "SVN", 34 },
    { "UPR of Slovenia - Forty-eighth session", "SVN", 48 },
    { "UPR of Slovenia - Session 48", "SVN", 48 },
    { "UPR of the Islamic Republic of Iran (3 rd Cycle \342\200\223 3 4 th session)", "IRN", 34 },
    { "UPR of Iran (Islamic Republic of) (3rd Cycle - 34th session)", "IRN", 34 },
    { "UPR of Bosnia and Herzegovina (3rd Cycle)", "BIH", 34 },
    { "Universal Periodic Review of Guinea-Bissau, 3rd cycle, 35th session", "GNB", 35 },
    { "Slovenia \342\200\223 4th cycle, 48th session", "SVN", 48 },
    { "Thematic List of Recommendations - Egypt - 48th session", "EGY", 48 },
    { "Thematic List of Recommendations - Guinea-Bissau - 35th session", "GNB", 35 },
    /* Cycle and session contradict each other. */
    { "UPR of Slovenia (3rd Cycle - 48th Session)", NULL, 0 },
    /* A session of another body is no contradiction: the calendar knows the session of the cycle. */
    { "UPR of Slovenia (4th cycle), 59th session of the Human Rights Council", "SVN", 48 },
    { "UPR of Atlantis (4th Cycle - 48th Session)", NULL, 0 },
    { "Thematic list of recommendations", NULL, 0 },
    { "UPR of Slovenia", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (SuiviImportPlan) plan = NULL;

      g_test_message ("%s", headers[i].runs);
      plan = read_rows (headers[i].runs, make_docx_row (HEADER_2025, NULL),
                        make_docx_row ("140.1 Open it (Togo);", "Supported", "", "", NULL), NULL);
      assert_review (plan, headers[i].state, headers[i].session, NULL);
    }
}

/* --- faults -----------------------------------------------------------------------------------------------
 */

static void
test_faults (void)
{
  static const char column[] = "Recommendation and recommending State";
  g_autofree char *long_cell = g_strnfill (300, 'x');
  g_autoptr (SuiviImportPlan) plan
             = read_rows (NULL, make_docx_row (HEADER_2025, NULL), make_docx_separator ("Theme: Migrants", 4),
                          make_docx_row ("Open it (France);", "Supported", "", "", NULL),
                          make_docx_row ("140.1 Open it (Atlantis, Spain);", "Supported", "", "", NULL),
                          make_docx_row ("140.1 Open it (Spain);", "Supported", "", "", NULL),
                          make_docx_row ("140.2", "Supported", "", "", NULL),
                          make_docx_row ("140.3 Open it (Istanbul Convention);", "Supported", "", "", NULL),
                          make_docx_row ("140.4 Open it (Spain);", "Perhaps", "", "", NULL),
                          make_docx_row ("140.5 Open it (Spain);", "Noted", NULL),
                          make_docx_row ("140.6 Open it (Spain);", "", "", "", NULL),
                          make_docx_separator ("140.7 Open it (Spain);", 4),
                          make_docx_row (long_cell, "Supported", "", "", NULL), NULL);
  guint i = 0;

  assert_fault (plan, i++, SUIVI_FAULT_NO_NUMBER, 3, column, "Open it (France);");
  assert_fault (plan, i++, SUIVI_FAULT_UNKNOWN_STATE, 4, column, "Atlantis");
  assert_fault (plan, i++, SUIVI_FAULT_DUPLICATE_NUMBER, 5, column, "140.1");
  assert_fault (plan, i++, SUIVI_FAULT_NO_TEXT, 6, column, "140.2");
  assert_fault (plan, i++, SUIVI_FAULT_NO_STATE, 7, column, "(Istanbul Convention)");
  assert_fault (plan, i++, SUIVI_FAULT_UNKNOWN_POSITION, 8, "Position of the State under review", "Perhaps");
  assert_fault (plan, i++, SUIVI_FAULT_MISSING_CELLS, 9, "Human rights themes and groups of persons", "");
  assert_fault (plan, i++, SUIVI_FAULT_MISSING_CELLS, 11, "Position of the State under review", "");
  assert_fault (
    plan, i++, SUIVI_FAULT_NO_NUMBER, 12, column,
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    "\342\200\246");
  g_assert_cmpuint (count_faults (plan), ==, i + 1);

  /* Not a fault: the State has not answered yet. */
  g_assert_cmpuint (suivi_plan_row_get_faults (find_row (plan, 10))->len, ==, 0);
  g_assert_cmpint (find_recommendation (plan, 10)->position, ==, SUIVI_POSITION_PENDING);
  g_assert_null (find_recommendation (plan, 10)->position_word);
  /* The first of two equal numbers says nothing. */
  g_assert_cmpuint (suivi_plan_row_get_faults (find_row (plan, 4))->len, ==, 1);
  assert_list (find_recommendation (plan, 4)->states, "ESP");
}

/* --- real lists -------------------------------------------------------------------------------------------
 */

static SuiviImportPlan *
read_real (const char *name)
{
  const char *folder = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "ohchr-thematic-lists", name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &content, &length, NULL))
    {
      g_test_skip ("the real list is not at hand");
      return NULL;
    }
  bytes = g_bytes_new (content, length);

  return read_bytes (bytes);
}

typedef struct
{
  guint rows;
  guint supported;
  guint noted;
  guint supported_pairs;
  guint noted_pairs;
  guint splits;
} Totals;

static Totals
count_totals (SuiviImportPlan *plan)
{
  GListModel *rows = suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW);
  Totals totals = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);
      SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);
      guint n_states = g_strv_length (recommendation->states);

      totals.rows++;
      totals.supported += recommendation->position == SUIVI_POSITION_SUPPORTED;
      totals.noted += recommendation->position == SUIVI_POSITION_NOTED;
      totals.supported_pairs += recommendation->position == SUIVI_POSITION_SUPPORTED ? n_states : 0;
      totals.noted_pairs += recommendation->position == SUIVI_POSITION_NOTED ? n_states : 0;
      totals.splits += suivi_plan_row_get_parts (row)->len > 0;

      /* Nothing of the list of States is left, and nothing of the source. */
      g_assert_null (strstr (recommendation->text, "ource of "));
      g_assert_false (g_str_has_suffix (recommendation->text, ";"));
      g_assert_nonnull (recommendation->position_source);
      g_assert_nonnull (recommendation->themes[0]);
    }

  return totals;
}

/* Totals: A/HRC/59/15/Add.1, paragraph 2. */
static void
test_real_48 (void)
{
  g_autoptr (SuiviImportPlan) plan = read_real ("upr48-slovenia-thematic-list-of-recommendatio.docx");
  Totals totals = { 0 };

  if (plan == NULL)
    return;

  totals = count_totals (plan);
  g_assert_cmpuint (count_faults (plan), ==, 0);
  assert_review (plan, "SVN", 48, "A/HRC/59/15");
  g_assert_cmpuint (totals.rows, ==, 254);
  g_assert_cmpuint (totals.supported, ==, 217);
  g_assert_cmpuint (totals.noted, ==, 37);
  g_assert_cmpuint (totals.splits, ==, 0);
}

/* Pairs of recommendation and State: the rows of the UPR Info database for this review. */
static void
test_real_20 (void)
{
  g_autoptr (SuiviImportPlan) plan = read_real ("UPR20__Slovenia_ThematicListRecommendations_E.docx");
  Totals totals = { 0 };

  if (plan == NULL)
    return;

  totals = count_totals (plan);
  g_assert_cmpuint (count_faults (plan), ==, 0);
  assert_review (plan, "SVN", 20, "A/HRC/28/15");
  g_assert_cmpuint (totals.rows, ==, 163);
  g_assert_cmpuint (totals.supported, ==, 142);
  g_assert_cmpuint (totals.noted, ==, 21);
  g_assert_cmpuint (totals.supported_pairs, ==, 155);
  g_assert_cmpuint (totals.noted_pairs, ==, 25);
  g_assert_cmpuint (totals.splits, ==, 3);
}

/* "140" among "140.1", "140.2" is a number that lost its end. */
static void
test_cut_numbers (void)
{
  g_autoptr (SuiviImportPlan) plan
             = read_rows (NULL, make_docx_row (HEADER_2025, NULL),
                          make_docx_row ("140.1 Open it (Spain);", "Supported", "", "", NULL),
                          make_docx_row ("140. 2 Heat it (Spain);", "Supported", "", "", NULL),
                          make_docx_row ("140.\n11 Paint it (Spain);", "Supported", "", "", NULL),
                          make_docx_row ("140. heat it (Spain);", "Supported", "", "", NULL), NULL);
  g_autoptr (SuiviImportPlan) bare
             = read_rows (NULL, make_docx_row (HEADER_2025, NULL),
                          make_docx_row ("1. Open it (Spain);", "Supported", "", "", NULL),
                          make_docx_row ("2. Heat it (Spain);", "Supported", "", "", NULL),
                          make_docx_row ("3.1 Paint it (Spain);", "Supported", "", "", NULL), NULL);

  g_assert_cmpstr (find_recommendation (plan, 3)->number, ==, "140.2");
  g_assert_cmpstr (find_recommendation (plan, 3)->text, ==, "Heat it");
  g_assert_cmpstr (find_recommendation (plan, 4)->number, ==, "140.11");
  g_assert_cmpuint (count_faults (plan), ==, 1);
  assert_fault (plan, 0, SUIVI_FAULT_NO_NUMBER, 5, "Recommendation and recommending State", "140");
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY), ==, 1);
  g_assert_cmpuint (count_faults (bare), ==, 0);
}

/* Two words, lines and remarks in the cell of the position; the source's own words are kept. */
static void
test_positions (void)
{
  g_autoptr (SuiviImportPlan) plan
             = read_rows (NULL, make_docx_row (HEADER_2025, NULL),
                          make_docx_row ("140.1 Open it (Spain);", "Supported/\nNoted", "", "", NULL),
                          make_docx_row ("140.2 Heat it (Spain);", "Supported\nNoted", "", "", NULL),
                          make_docx_row ("140.3 Paint it (Spain);", "Noted (implemented)", "", "", NULL),
                          make_docx_row ("140.4 Sell it (Spain);", "Not noted", "", "", NULL), NULL);

  g_assert_cmpint (find_recommendation (plan, 2)->position, ==, SUIVI_POSITION_PART);
  g_assert_cmpstr (find_recommendation (plan, 2)->position_word, ==, "Supported/ Noted");
  g_assert_cmpint (find_recommendation (plan, 3)->position, ==, SUIVI_POSITION_PART);
  g_assert_cmpstr (find_recommendation (plan, 3)->position_word, ==, "Supported Noted");
  g_assert_cmpint (find_recommendation (plan, 4)->position, ==, SUIVI_POSITION_NOTED);
  g_assert_cmpstr (find_recommendation (plan, 4)->position_word, ==, "Noted (implemented)");
  g_assert_cmpuint (count_faults (plan), ==, 1);
  assert_fault (plan, 0, SUIVI_FAULT_UNKNOWN_POSITION, 5, "Position of the State under review", "Not noted");
}

/* A State cannot recommend to itself; an unknown State may stand before known ones. */
static void
test_odd_states (void)
{
  g_autoptr (SuiviImportPlan) plan
             = read_rows ("UPR of Slovenia (4th Cycle - 48th Session)", make_docx_row (HEADER_2025, NULL),
                          make_docx_row ("140.1 Open it (Slovenia);", "Supported", "", "", NULL),
                          make_docx_row ("140.2 Heat it (Spain) (Slovenia);", "Supported", "", "", NULL),
                          make_docx_row ("140.3 Paint it (Atlantis) (Spain);", "Supported", "", "", NULL),
                          NULL);
  static const char column[] = "Recommendation and recommending State";

  g_assert_cmpuint (count_faults (plan), ==, 3);
  assert_fault (plan, 0, SUIVI_FAULT_UNKNOWN_STATE, 2, column, "Slovenia");
  assert_fault (plan, 1, SUIVI_FAULT_UNKNOWN_STATE, 3, column, "Slovenia");
  assert_fault (plan, 2, SUIVI_FAULT_UNKNOWN_STATE, 4, column, "Atlantis");
  assert_list (find_recommendation (plan, 3)->states, "ESP");

  /* It was meant to be another: the user says which. */
  suivi_import_plan_resolve_state (plan, "Slovenia", "SVK");
  assert_list (find_recommendation (plan, 2)->states, "SVK");
  assert_list (find_recommendation (plan, 3)->states, "ESP | SVK");
  g_assert_cmpuint (count_faults (plan), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ohchr-list-docx/layout/2025", test_layout_2025);
  g_test_add_func ("/ohchr-list-docx/layout/2019", test_layout_2019);
  g_test_add_func ("/ohchr-list-docx/layout/2015", test_layout_2015);
  g_test_add_func ("/ohchr-list-docx/table/header-places", test_header_places);
  g_test_add_func ("/ohchr-list-docx/table/several-tables", test_several_tables);
  g_test_add_func ("/ohchr-list-docx/table/markup", test_markup);
  g_test_add_func ("/ohchr-list-docx/table/merged-cells", test_merged_cells);
  g_test_add_func ("/ohchr-list-docx/table/automatic-numbers", test_automatic_numbers);
  g_test_add_func ("/ohchr-list-docx/table/strict", test_strict);
  g_test_add_func ("/ohchr-list-docx/table/parts", test_parts);
  g_test_add_func ("/ohchr-list-docx/reviews", test_reviews);
  g_test_add_func ("/ohchr-list-docx/faults", test_faults);
  g_test_add_func ("/ohchr-list-docx/cut-numbers", test_cut_numbers);
  g_test_add_func ("/ohchr-list-docx/positions", test_positions);
  g_test_add_func ("/ohchr-list-docx/odd-states", test_odd_states);
  g_test_add_func ("/ohchr-list-docx/real/session-48", test_real_48);
  g_test_add_func ("/ohchr-list-docx/real/session-20", test_real_20);

  return g_test_run ();
}
