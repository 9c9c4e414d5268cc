/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official list, filled in: what is written where, and that nothing else changes. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/import.h"
#include "list-filled-fixture.h"
#include "store/scorecard-store.h"
#include "make-docx.h"
#include "read-list.h"

#define TITLE "Assessment/comments on level of implementation"

#define SAID_1                                                                                       \
  OURS BOLD MIDDLE "● Implemented" END OURS MIDDLE "Schools &amp; books &lt; needed" END OURS MIDDLE \
                   "“Twice”" END OURS MIDDLE "Source: Gazette 12" END OURS MIDDLE                    \
                   "A. Analyst, 2026-11-01" END
#define SAID_3                                                                    \
  OURS BOLD MIDDLE "○ No progress" END OURS MIDDLE "None planted" END OURS MIDDLE \
                   "Source: Forest report" END OURS MIDDLE "A. Analyst, 2026-11-01" END

/* The whole document is what it was, but for those cells. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (GBytes) out = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autofree char *before = get_document (list);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *after = NULL;

  import_list (fixture, list);
  assess_two (fixture);
  write_file (fixture, "in.docx", list);
  filled = fill (fixture, "in.docx", "out.docx", NULL);
  assert_filled (filled, 5, 3, 2, 0, 0);

  out = read_file (fixture, "out.docx");
  assert_same_entries (list, out);
  after = get_document (out);
#define BEFORE_1 "Right to education</w:t></w:r></w:p></w:tc><w:tc>"
#define BEFORE_5                                                                                  \
  "(France);</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t xml:space=\"preserve\">Supported</w:t>" \
  "</w:r></w:p></w:tc><w:tc><w:p><w:r><w:t xml:space=\"preserve\">Environment</w:t></w:r></w:p>"  \
  "</w:tc><w:tc>"
  first = replace (before, BEFORE_1 "<w:p/></w:tc>", BEFORE_1 SAID_1 "</w:tc>");
  second = replace (first, BEFORE_5 "<w:p/></w:tc>", BEFORE_5 SAID_1 "</w:tc>");
  expected = replace (second, "Seen in May</w:t></w:r></w:p>", "Seen in May</w:t></w:r></w:p>" SAID_3);
  g_assert_cmpstr (after, ==, expected);
  drop (fixture, "in.docx");
  drop (fixture, "out.docx");
}

/* Filling the filled list changes nothing; another grade takes the place of ours, and none leaves the cell empty. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autofree char *document = NULL;
  g_autofree char *empty = NULL;

  import_list (fixture, list);
  assess_two (fixture);
  write_file (fixture, "in.docx", list);
  suivi_list_filled_free (fill (fixture, "in.docx", "1.docx", NULL));
  suivi_list_filled_free (fill (fixture, "1.docx", "2.docx", NULL));
  once = read_file (fixture, "1.docx");
  twice = read_file (fixture, "2.docx");
  g_assert_true (g_bytes_equal (once, twice));

  assess (fixture, "1.3", SUIVI_LEVEL_SOME, "Ten planted", "Forest report");
  suivi_list_filled_free (fill (fixture, "2.docx", "3.docx", NULL));
  other = read_file (fixture, "3.docx");
  document = get_document (other);
  g_assert_nonnull (strstr (document, "Seen in May</w:t></w:r></w:p>" OURS BOLD MIDDLE "◐ Some progress"));
  g_assert_null (strstr (document, "None planted"));
  g_assert_null (strstr (document, "Not agreed yet"));

  /* Before any grade: what others wrote stays alone. */
  suivi_list_filled_free (fill (fixture, "3.docx", "4.docx", "2026-01-01"));
  none = read_file (fixture, "4.docx");
  empty = get_document (none);
  g_assert_null (strstr (empty, "00535549"));
  g_assert_nonnull (strstr (empty, "Seen in May</w:t></w:r></w:p></w:tc>"));
  g_assert_nonnull (strstr (empty, "<w:tc><w:p><w:pPr></w:pPr></w:p></w:tc>"));
  for (const char *const *name
       = (const char *const[]){ "in.docx", "1.docx", "2.docx", "3.docx", "4.docx", NULL };
       *name != NULL; name++)
    drop (fixture, *name);
}

/* A program took our mark away: the text is not said twice. */
static void
test_mark_lost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) unmarked = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autofree char *document = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *header = make_docx_header (PAGE_HEADER);
  g_autofree char *after = NULL;
  MakeDocx *docx = make_docx_new ();

  import_list (fixture, list);
  assess_two (fixture);
  write_file (fixture, "in.docx", list);
  suivi_list_filled_free (fill (fixture, "in.docx", "1.docx", NULL));
  once = read_file (fixture, "1.docx");
  document = get_document (once);
  plain = replace (document, " w:rsidR=\"00535549\" w:rsidRDefault=\"00535549\"", "");
  make_docx_add_part (docx, "word/document.xml", plain);
  make_docx_add_part (docx, "word/header1.xml", header);
  unmarked = make_docx_finish (docx);
  write_file (fixture, "1.docx", unmarked);

  suivi_list_filled_free (fill (fixture, "1.docx", "2.docx", NULL));
  twice = read_file (fixture, "2.docx");
  after = get_document (twice);
  g_assert_cmpstr (after, ==, plain);
  drop (fixture, "in.docx");
  drop (fixture, "1.docx");
  drop (fixture, "2.docx");
}

/* --- A column is added ------------------------------------------------------------------------------------ */

#define CELL(width, look, text)                                                                     \
  "<w:tc><w:tcPr><w:tcW w:w=\"" width                                                               \
  "\" w:type=\"dxa\"/><w:tcMar/></w:tcPr><w:p><w:pPr><w:jc w:val=\"left\"/>"                        \
  "</w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Serif\"/>" look "<w:sz w:val=\"20\"/></w:rPr><w:t>" text \
  "</w:t></w:r></w:p></w:tc>"
#define NEW_CELL(content) \
  "<w:tc><w:tcPr><w:tcW w:w=\"2500\" w:type=\"dxa\"/><w:tcMar/></w:tcPr>" content "</w:tc>"
#define NEW_LINE(bold, text)                                                                                \
  "<w:p w:rsidR=\"00535549\" w:rsidRDefault=\"00535549\"><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:rPr>" \
  "<w:rFonts w:ascii=\"Serif\"/>" bold "<w:sz w:val=\"20\"/></w:rPr><w:t xml:space=\"preserve\">" text END

/* Widths: 4000 + 1000 + 3000 + 2000 = 10000, of which a quarter is for the new one; the second is narrow and gets a fifth
 * more; the others have 6300 of 9000 left: 2800, 2100 and 1400. */
static void
test_column (Fixture *fixture, gconstpointer data)
{
  static const char grid[] = "<w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"1000\"/><w:gridCol "
                             "w:w=\"3000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>";
  /* clang-format off */
  static const char rows[] =
    "<w:tr>"
    CELL ("4000", "<w:b/>", "Recommendation")
    CELL ("1000", "<w:b/>", "Position")
    CELL ("3000", "<w:b/>", "Themes")
    CELL ("2000", "<w:b/>", "Relevant SDGs")
    "</w:tr><w:tr><w:tc><w:tcPr><w:tcW w:w=\"10000\" w:type=\"dxa\"/><w:gridSpan w:val=\"4\"/>"
    "</w:tcPr><w:p><w:r><w:t>Theme: Schools</w:t></w:r></w:p></w:tc></w:tr><w:tr>"
    CELL ("4000", "<w:b/>", ROW_1)
    CELL ("1000", "", "Supported")
    CELL ("3000", "", "Education")
    CELL ("2000", "", "- 4 - QUALITY EDUCATION")
    "</w:tr><w:tr>"
    CELL ("4000", "", ROW_2)
    CELL ("1000", "", "Noted")
    CELL ("3000", "", "Education")
    CELL ("2000", "", "")
    "</w:tr>";
  static const char expected[] =
    "<w:tbl><w:tblGrid><w:gridCol w:w=\"2800\"/><w:gridCol w:w=\"1200\"/>"
    "<w:gridCol w:w=\"2100\"/><w:gridCol w:w=\"1400\"/><w:gridCol w:w=\"2500\"/></w:tblGrid>"
    "<w:tr>"
    CELL ("2800", "<w:b/>", "Recommendation")
    CELL ("1200", "<w:b/>", "Position")
    CELL ("2100", "<w:b/>", "Themes")
    CELL ("1400", "<w:b/>", "Relevant SDGs")
    "<w:tc><w:tcPr><w:tcW w:w=\"2500\" w:type=\"dxa\"/><w:tcMar/></w:tcPr>"
    NEW_LINE (BOLD, TITLE)
    "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:tcW w:w=\"10000\" w:type=\"dxa\"/>"
    "<w:gridSpan w:val=\"5\"/></w:tcPr><w:p><w:r><w:t>Theme: Schools</w:t></w:r></w:p></w:tc>"
    "</w:tr><w:tr>"
    CELL ("2800", "<w:b/>", ROW_1)
    CELL ("1200", "", "Supported")
    CELL ("2100", "", "Education")
    CELL ("1400", "", "- 4 - QUALITY EDUCATION")
    "<w:tc><w:tcPr><w:tcW w:w=\"2500\" w:type=\"dxa\"/><w:tcMar/></w:tcPr>"
    NEW_LINE (BOLD, "● Implemented")
    NEW_LINE ("", "Two more")
    NEW_LINE ("", "Source: Gazette 12")
    NEW_LINE ("", "A. Analyst, 2026-11-01")
    "</w:tc></w:tr><w:tr>"
    CELL ("2800", "", ROW_2)
    CELL ("1200", "", "Noted")
    CELL ("2100", "", "Education")
    CELL ("1400", "", "")
    "<w:tc><w:tcPr><w:tcW w:w=\"2500\" w:type=\"dxa\"/><w:tcMar/></w:tcPr><w:p><w:pPr>"
    "<w:jc w:val=\"left\"/></w:pPr></w:p></w:tc></w:tr></w:tbl>";
  /* clang-format on */
  g_autofree char *content = g_strconcat (grid, rows, NULL);
  g_autoptr (GBytes) list = make_docx_list (PAGE_HEADER, content);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autofree char *document = NULL;
  g_autofree char *whole = make_docx_document (expected);

  import_list (fixture, list);
  assess (fixture, "1.1", SUIVI_LEVEL_DONE, "Two more", "Gazette 12");
  write_file (fixture, "in.docx", list);
  filled = fill (fixture, "in.docx", "out.docx", NULL);
  assert_filled (filled, 2, 1, 1, 0, 0);
  out = read_file (fixture, "out.docx");
  document = get_document (out);
  g_assert_cmpstr (document, ==, whole);

  /* It is the same list still, and has the column now. */
  plan = make_import (fixture, out);
  assert_counts (plan, "0/0/2/0/0→0");
  suivi_list_filled_free (fill (fixture, "out.docx", "again.docx", NULL));
  again = read_file (fixture, "again.docx");
  g_assert_true (g_bytes_equal (out, again));
  drop (fixture, "in.docx");
  drop (fixture, "out.docx");
  drop (fixture, "again.docx");
}

/* Rows that end early, tables without grid, shares of the page, tables in cells. */
static void
test_odd_tables (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_list_bytes (
    make_docx_row ("Recommendation", "Position", "Themes", NULL),
    g_strdup (
      "<w:tr><w:trPr><w:gridAfter w:val=\"1\"/><w:wAfter w:w=\"10\" w:type=\"dxa\"/></w:trPr><w:tc><w:p>"
      "<w:r><w:t>" ROW_1 "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc>"
      "<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"pct\"/></w:tcPr><w:p><w:r><w:t>Noted</w:t></w:r></w:p>"
      "</w:tc></w:tr>"),
    g_strdup ("<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>Theme: Trees</w:t></w:r></w:p></w:tc></w:tr><w:tr/>"),
    make_docx_row (ROW_2, "Noted", "Trees", NULL), NULL);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autofree char *document = NULL;

  import_list (fixture, list);
  assess (fixture, "1.2", SUIVI_LEVEL_DONE, "r", "s");
  write_file (fixture, "in.docx", list);
  filled = fill (fixture, "in.docx", "out.docx", NULL);
  /* The short row was not imported: it lacks a cell. */
  assert_filled (filled, 2, 1, 0, 0, 1);
  out = read_file (fixture, "out.docx");
  document = get_document (out);
  g_assert_nonnull (strstr (document, "<w:tr><w:trPr></w:trPr><w:tc>"));
  g_assert_nonnull (
    strstr (document, "<w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:pPr></w:pPr></w:p></w:tc></w:tr>"));
  g_assert_nonnull (strstr (document, "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"));
  g_assert_nonnull (
    strstr (document, "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Theme"));
  g_assert_nonnull (strstr (document, "</w:tr><w:tr/><w:tr>"));
  g_assert_nonnull (
    strstr (document, "<w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>" OURS BOLD MIDDLE "● Implemented"));
  drop (fixture, "in.docx");
  drop (fixture, "out.docx");
}

/* --- The official lists ----------------------------------------------------------------------------------- */

/* A row without what a new column changes: without widths, spans and, if there is one more than in @like, the last
 * cell; and without properties of paragraphs, of which empty ones consist that we replace. */
static char *
strip_row (const char *row, const char *like)
{
  g_autoptr (GRegex) regex
    = g_regex_new ("<w:(gridCol|tcW|gridSpan) [^>]*/>|<w:p [^>]*><w:pPr>(?:(?!</?w:p>).)*</w:pPr></w:p>"
                   "|<w:p [^>]*00535549.*?</w:p>",
                   0, 0, NULL);
  g_auto (GStrv) cells = g_strsplit (row, "<w:tc>", -1);
  g_auto (GStrv) cells_like = g_strsplit (like, "<w:tc>", -1);
  guint n = g_strv_length (cells);
  g_autofree char *joined = NULL;

  if (n > g_strv_length (cells_like))
    {
      n--;
      g_assert_true (g_str_has_suffix (cells[n], "</w:tc>"));
      g_clear_pointer (&cells[n], g_free);
    }
  g_assert_cmpuint (n, ==, g_strv_length (cells_like));
  joined = g_strjoinv ("<w:tc>", cells);

  return g_regex_replace_literal (regex, joined, -1, 0, "", 0, NULL);
}

static void
assert_same_rows (const char *before, const char *after)
{
  g_auto (GStrv) rows_before = g_strsplit (before, "</w:tr>", -1);
  g_auto (GStrv) rows_after = g_strsplit (after, "</w:tr>", -1);

  g_assert_cmpuint (g_strv_length (rows_before), ==, g_strv_length (rows_after));
  for (guint i = 0; rows_before[i] != NULL; i++)
    {
      g_autofree char *row_before = strip_row (rows_before[i], rows_before[i]);
      g_autofree char *row_after = strip_row (rows_after[i], rows_before[i]);

      g_assert_cmpstr (row_before, ==, row_after);
    }
}

static void
check_official (Fixture *fixture, const char *name, const char *number, guint n_rows)
{
  const char *folder = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path
    = folder != NULL ? g_build_filename (folder, "ohchr-thematic-lists", name, NULL) : NULL;
  g_autofree char *output = get_path (fixture, "out.docx");
  g_autofree char *expected = g_strdup_printf ("0/0/%u/0/0→0", n_rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) list = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autofree char *document = NULL;
  g_autofree char *document_before = NULL;
  char *data_bytes = NULL;
  gsize size = 0;

  if (path == NULL || !g_file_get_contents (path, &data_bytes, &size, NULL))
    {
      g_test_skip ("no official lists");
      return;
    }
  list = g_bytes_new_take (data_bytes, size);
  import_list (fixture, list);
  assess (fixture, number, SUIVI_LEVEL_DONE, "A reason for zebras", "A source");

  filled = suivi_list_filled_write (fixture->store, path, output, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_filled (filled, n_rows, 1, n_rows - 1, 0, 0);
  out = read_file (fixture, "out.docx");
  assert_same_entries (list, out);
  plan = make_import (fixture, out);
  assert_counts (plan, expected);
  document = get_document (out);
  g_assert_nonnull (strstr (document, "A reason for zebras"));
  document_before = get_document (list);
  assert_same_rows (document_before, document);

  suivi_list_filled_free (fill (fixture, "out.docx", "again.docx", NULL));
  again = read_file (fixture, "again.docx");
  g_assert_true (g_bytes_equal (out, again));
  drop (fixture, "out.docx");
  drop (fixture, "again.docx");
}

static void
test_official_20 (Fixture *fixture, gconstpointer data)
{
  check_official (fixture, "UPR20__Slovenia_ThematicListRecommendations_E.docx", "115.3", 163);
}

static void
test_official_48 (Fixture *fixture, gconstpointer data)
{
  check_official (fixture, "upr48-slovenia-thematic-list-of-recommendatio.docx", "140.12", 254);
}

/* What the coalition agreed on is written, in the user's words, with who agreed and who did not. */
static void
test_agreed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) agreed = suivi_assessment_new ();
  g_autoptr (SuiviGradeLabel) label = suivi_grade_label_new ("amber", "", "Under way");
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autofree char *document = NULL;

  import_list (fixture, list);
  suivi_store_set_author (fixture->store, "A. Analyst", "Institute of Alvera");
  assess_two (fixture);
  suivi_store_set_author (fixture->store, "C. Colleague", "Alliance C");
  assess (fixture, "1.3", SUIVI_LEVEL_DONE, "Trees everywhere", "Visit");
  recommendation = find (fixture->store, "1.3");
  agreed->recommendation_id = g_strdup (recommendation->id);
  suivi_assessment_set_levels (agreed, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME);
  agreed->reason = g_strdup ("A few planted");
  agreed->source = g_strdup ("Minutes");
  agreed->name = g_strdup ("M. Chair");
  g_free (agreed->date);
  agreed->date = g_strdup ("2026-10-01");
  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strsplit ("Alliance A;Alliance B", ";", -1);
  g_free (agreed->dissent);
  agreed->dissent = g_strdup ("Alliance C saw none");
  step = suivi_store_begin (fixture->store, "Agree", NULL);
  g_assert_true (suivi_transaction_put_assessment (step, agreed, NULL));
  g_assert_true (suivi_transaction_put_grade_label (step, label, NULL));
  g_assert_true (suivi_transaction_commit (step, NULL));

  write_file (fixture, "in.docx", list);
  /* Whoever fills it in is not who judged. */
  suivi_store_set_author (fixture->store, "Z. Helper", "Blue Roof");
  suivi_list_filled_free (fill (fixture, "in.docx", "out.docx", NULL));
  out = read_file (fixture, "out.docx");
  document = get_document (out);
  g_assert_nonnull (strstr (document, "◐ Under way"));
  /* Where it is known for whom she works, her name is not published. */
  g_assert_nonnull (strstr (document, "Institute of Alvera, 2026-11-01"));
  g_assert_null (strstr (document, "A. Analyst"));
  g_assert_null (strstr (document, "Blue Roof"));
  g_assert_nonnull (strstr (document, "Agreed by Alliance A, Alliance B, 2026-10-01"));
  g_assert_nonnull (strstr (document, "Dissent: Alliance C saw none"));
  g_assert_null (strstr (document, "None planted"));
  g_assert_null (strstr (document, "Not agreed yet"));
  drop (fixture, "in.docx");
  drop (fixture, "out.docx");
}

/* Where they differ and have not agreed, the one that is quoted does not speak for all, and the list says so. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (GBytes) out = NULL;
  g_autofree char *document = NULL;
  g_autofree char *sentence = NULL;
  SuiviListFilled *filled = NULL;

  import_list (fixture, list);
  write_file (fixture, "in.docx", list);
  suivi_store_set_author (fixture->store, "A. Analyst", "Institute of Alvera");
  assess_two (fixture);
  suivi_store_set_author (fixture->store, "B. Colleague", "Tree League");
  assess (fixture, "1.1", SUIVI_LEVEL_DONE, "Schools open", "Visit");
  assess (fixture, "1.3", SUIVI_LEVEL_DONE, "Trees everywhere", "Visit");

  filled = fill (fixture, "in.docx", "out.docx", NULL);
  assert_filled (filled, 5, 3, 2, 0, 0);
  g_assert_cmpuint (filled->n_open, ==, 1);
  sentence = suivi_list_filled_to_text (filled);
  g_assert_nonnull (strstr (sentence, "On 1 of them the organisations differ and have not agreed"));
  suivi_list_filled_free (filled);
  out = read_file (fixture, "out.docx");
  document = get_document (out);
  g_assert_nonnull (strstr (document, "Not agreed yet. Implemented: 1 · No progress: 1 (2 grades apart)"));
  g_assert_null (strstr (strstr (document, "Not agreed yet.") + 1, "Not agreed yet."));
  drop (fixture, "in.docx");
  drop (fixture, "out.docx");
}

static void
freeze (Fixture *fixture, SuiviEdition *edition)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Freeze", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_transaction_freeze_edition (step, edition, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
}

/* As they were frozen: what was judged and renumbered since does not show. */
static void
test_edition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) list = make_2019_list ();
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-11-21");
  g_autofree char *source = get_path (fixture, "in.docx");
  g_autofree char *path = get_path (fixture, "out.docx");
  g_autoptr (SuiviRecommendation) found = NULL;
  g_autoptr (SuiviRecommendation) edited = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autoptr (SuiviListFilled) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autofree char *document = NULL;

  import_list (fixture, list);
  write_file (fixture, "in.docx", list);
  assess (fixture, "1.3", SUIVI_LEVEL_DONE, "Planted until spring", "Garden book");
  freeze (fixture, edition);
  assess (fixture, "1.3", SUIVI_LEVEL_NOTHING, "All withered", "Visit");
  assess (fixture, "1.1", SUIVI_LEVEL_DONE, "Schools opened", "Visit");
  found = find (fixture->store, "1.3");
  edited = suivi_recommendation_copy (found);
  g_free (edited->text);
  edited->text = g_strdup ("Say something else altogether");
  put (fixture->store, edited);

  filled = suivi_list_filled_write_edition (fixture->store, edition->id, source, path, NULL, &error);
  g_assert_no_error (error);
  assert_filled (filled, 5, 1, 4, 0, 0);
  out = read_file (fixture, "out.docx");
  document = get_document (out);
  g_assert_nonnull (strstr (document, "Planted until spring"));
  g_assert_nonnull (strstr (document, "● Implemented"));
  g_assert_null (strstr (document, "All withered"));
  g_assert_null (strstr (document, "Schools opened"));

  drop (fixture, "out.docx");
  none = suivi_list_filled_write_edition (fixture->store, "none", source, path, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  drop (fixture, "in.docx");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("list-filled/cells", test_cells);
  PLAN_TEST ("list-filled/again", test_again);
  PLAN_TEST ("list-filled/agreed", test_agreed);
  PLAN_TEST ("list-filled/open", test_open);
  PLAN_TEST ("list-filled/edition", test_edition);
  PLAN_TEST ("list-filled/mark-lost", test_mark_lost);
  PLAN_TEST ("list-filled/column", test_column);
  PLAN_TEST ("list-filled/odd-tables", test_odd_tables);
  PLAN_TEST ("list-filled/official-20", test_official_20);
  PLAN_TEST ("list-filled/official-48", test_official_48);

  return g_test_run ();
}
