/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "exchange/scorecard-base.h"
#include "exchange/scorecard-xlsx-private.h"
#include "store/scorecard-store.h"
#include "store/transaction.h"

#define SUMMARY "xl/worksheets/sheet1.xml"
#define CARD    "xl/worksheets/sheet2.xml"
#define WORDS   "xl/worksheets/sheet7.xml"

typedef struct
{
  char *folder;
  char *out;
  SuiviStore *store;
  SuiviReview *review;
  SuiviFilter *filter;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "w.suivi", NULL);
  fixture->out = g_build_filename (fixture->folder, "out", "card.xlsx", NULL);
  folder = g_path_get_dirname (fixture->out);
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  fixture->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  suivi_store_set_author (fixture->store, "Ana Lind", "Institute of Alvera");
  fixture->review = suivi_review_new ("FRA", 43);
  fixture->filter = suivi_filter_new ();
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  suivi_store_close (fixture->store);
  suivi_review_free (fixture->review);
  suivi_filter_free (fixture->filter);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->out);
}

static SuiviRecommendation *
put (SuiviTransaction *transaction,
     SuiviReview *review,
     const char *number,
     const char *text,
     SuiviPosition position,
     const char *theme)
{
  g_autoptr (GError) error = NULL;
  SuiviRecommendation *recommendation = suivi_recommendation_new ();
  const char *const states[] = { "TGO", "NPL", NULL };
  const char *const themes[] = { theme, NULL };

  recommendation->review_id = g_strdup (review->id);
  recommendation->number = g_strdup (number);
  recommendation->text = g_strdup (text);
  recommendation->position = position;
  suivi_recommendation_set_lists (recommendation, states, themes, NULL, NULL);
  suivi_transaction_put_recommendation (transaction, recommendation, &error);
  g_assert_no_error (error);

  return recommendation;
}

static void
assess (SuiviTransaction *transaction,
        SuiviRecommendation *recommendation,
        SuiviLevel level,
        const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();

  assessment->recommendation_id = g_strdup (recommendation->id);
  suivi_assessment_set_levels (assessment, level, level, SUIVI_LEVEL_UNASSESSED);
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  assessment->reason = g_strdup ("-5 is where it began");
  assessment->source = g_strdup ("2026");
  assessment->name = g_strdup ("Ana Lind");
  suivi_transaction_put_assessment (transaction, assessment, &error);
  g_assert_no_error (error);
}

/* Four recommendations: two supported, one noted, one pending; the first is assessed on two days. */
static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (fixture->store, "Fill", &error);
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) second = NULL;
  g_autoptr (SuiviRecommendation) third = NULL;
  g_autoptr (SuiviRecommendation) fourth = NULL;

  g_assert_no_error (error);
  suivi_transaction_put_review (transaction, fixture->review, &error);
  g_assert_no_error (error);
  first = put (transaction, fixture->review, "140.2", "=1+1", SUIVI_POSITION_SUPPORTED, "Right to education");
  second = put (transaction, fixture->review, "140.10", "Read _x0041_ & <b>", SUIVI_POSITION_NOTED,
                "Right to health");
  third
    = put (transaction, fixture->review, "140.11", "+41 22", SUIVI_POSITION_SUPPORTED, "Right to education");
  fourth = put (transaction, fixture->review, "140.12", "@SUM(A1)", SUIVI_POSITION_PENDING, "Right to work");
  assess (transaction, first, SUIVI_LEVEL_NOTHING, "2026-01-10");
  assess (transaction, first, SUIVI_LEVEL_DONE, "2026-03-14");
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

static void
write_card (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean written
    = suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, fixture->out, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (written);
}

/* One part of the workbook as text; %NULL if there is none of that name. Every part must be well-formed XML.
 */
static char *
read_part (const char *path, const char *wanted)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  char *found = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      char buffer[4096];
      la_ssize_t length = 0;
      xmlDoc *document = NULL;

      while ((length = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_byte_array_append (bytes, (const guint8 *) buffer, length);
      document = xmlReadMemory ((const char *) bytes->data, bytes->len, NULL, NULL, XML_PARSE_NONET);
      g_assert_nonnull (document);
      xmlFreeDoc (document);
      if (g_str_equal (archive_entry_pathname (entry), wanted))
        found = g_strndup ((const char *) bytes->data, bytes->len);
    }
  archive_read_free (archive);

  return found;
}

/* The XML of one cell, between its tags; "" for an empty one. */
static char *
find_cell (const char *sheet, const char *cell)
{
  g_autofree char *opening = g_strdup_printf ("<c r=\"%s\"", cell);
  const char *start = strstr (sheet, opening);
  const char *end = NULL;

  if (start == NULL)
    return g_strdup ("");
  end = strchr (start, '>');
  if (end[-1] == '/')
    return g_strdup ("");

  start = end + 1;
  end = strstr (start, "</c>");
  return g_strndup (start, end - start);
}

static void
assert_cell (const char *sheet, const char *cell, const char *content)
{
  g_autofree char *found = find_cell (sheet, cell);

  g_assert_cmpstr (found, ==, content);
}

static void
assert_text (const char *sheet, const char *cell, const char *text)
{
  g_autofree char *content = g_strdup_printf ("<is><t>%s</t></is>", text);

  assert_cell (sheet, cell, content);
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;

  fill (fixture);
  write_card (fixture);
  card = read_part (fixture->out, CARD);

  assert_text (card, "A1", "Number");
  assert_text (card, "A2", "140.2");
  assert_text (card, "B2", "=1+1");
  assert_text (card, "C2", "Togo, Nepal");
  assert_text (card, "D2", "Supported");
  assert_cell (card, "E2", "");
  assert_text (card, "F2", "Done");
  assert_text (card, "G2", "Done");
  assert_text (card, "H2", "Not assessed");
  assert_text (card, "I2", "● Implemented");
  assert_cell (card, "J2", "");
  assert_text (card, "K2", "-5 is where it began");
  assert_text (card, "L2", "2026");
  /* Days since 30 December 1899, as Excel counts. */
  assert_cell (card, "N2", "<v>46095</v>");
  assert_text (card, "O2", "Ana Lind");
  assert_text (card, "P2", "Institute of Alvera");
  assert_text (card, "Q2", "Right to education");
  assert_text (card, "A3", "140.10");
  assert_text (card, "B3", "Read _x005F_x0041_ &amp; &lt;b&gt;");
  assert_text (card, "I3", "– Not assessed");
  assert_cell (card, "N3", "");
  assert_text (card, "B4", "+41 22");
  assert_text (card, "B5", "@SUM(A1)");

  g_assert_null (strstr (card, "<f>"));
  g_assert_nonnull (strstr (card, "<autoFilter ref=\"A1:U5\"/>"));
  g_assert_nonnull (strstr (card, "state=\"frozen\""));
  g_assert_nonnull (strstr (card, "topLeftCell=\"B2\""));
  g_assert_nonnull (strstr (card, "numberStoredAsText=\"1\""));
}

/* What lets a changed scorecard be read back: a key and hashes in hidden columns, and the words on a hidden sheet. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;
  g_autofree char *words = NULL;
  g_autofree char *workbook = NULL;
  g_autofree char *key = NULL;
  g_autofree char *base = NULL;

  fill (fixture);
  write_card (fixture);
  card = read_part (fixture->out, CARD);
  words = read_part (fixture->out, WORDS);
  workbook = read_part (fixture->out, "xl/workbook.xml");

  assert_text (card, "T1", "Suivi key");
  assert_text (card, "U1", "Suivi base");
  g_assert_nonnull (strstr (card, "<col min=\"20\" max=\"20\" width=\"38.7109375\" hidden=\"1\""));
  g_assert_nonnull (strstr (card, "<col min=\"21\" max=\"21\" width=\"38.7109375\" hidden=\"1\""));
  key = find_cell (card, "T2");
  g_assert_true (
    g_regex_match_simple ("^<is><t>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</t></is>$", key, 0, 0));
  /* Fifteen fields of eight digits. */
  base = find_cell (card, "U3");
  g_assert_true (g_regex_match_simple ("^<is><t>1:[0-9a-f]{120}:FRA:43</t></is>$", base, 0, 0));

  assert_text (words, "A1", "suivi-scorecard");
  assert_text (words, "B1", "1");
  assert_text (words, "A2", "sheet");
  assert_text (words, "C2", "Scorecard");
  assert_text (words, "B3", "method");
  assert_text (words, "C3", "Method and definitions");
  assert_text (words, "A4", "review");
  assert_text (words, "B4", "FRA:43");
  assert_text (words, "B6", "number");
  assert_text (words, "C6", "Number");
  g_assert_nonnull (strstr (workbook, "name=\"suivi-scorecard\" sheetId=\"7\" state=\"hidden\""));
  /* The words of the levels can be chosen from a list. */
  g_assert_nonnull (strstr (card, "sqref=\"F2:F5\"><formula1>'suivi-scorecard'!$C$37:$C$40</formula1>"));
  assert_text (words, "B37", "unassessed");
  assert_text (words, "B40", "done");
  /* Whose workbook it is. */
  assert_text (words, "A48", "writer");
  assert_text (words, "C48", "Institute of Alvera");
}

/* FNV-1a of "140.2" and, in the last field, of "Ana Lind", worked out apart. */
static void
test_base (void)
{
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();
  g_autoptr (SuiviReview) review = suivi_review_new ("FRA", 43);
  g_autofree char *text = NULL;
  g_autofree char *bare = NULL;
  SuiviScorecardBase base = { 0 };

  recommendation->number = g_strdup ("140.2");
  recommendation->text = g_strdup ("Plant trees");
  suivi_assessment_set_levels (assessment, SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_NOTHING);
  suivi_assessment_override_light (assessment, SUIVI_LIGHT_GREEN);
  assessment->name = g_strdup ("Ana Lind");

  text = suivi_scorecard_base_make (review, recommendation, assessment);
  g_assert_true (g_str_has_prefix (text, "1:a3e2f450"));
  g_assert_true (g_str_has_suffix (text, "f71f94ca:FRA:43"));
  g_assert_true (suivi_scorecard_base_parse (text, &base));
  g_assert_cmpstr (base.state, ==, "FRA");
  g_assert_cmpuint (base.session, ==, 43);
  g_assert_cmphex (base.hashes[SUIVI_PLAN_FIELD_NUMBER], ==, 0xa3e2f450);
  g_assert_cmpint (base.levels[0], ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (base.levels[1], ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (base.levels[2], ==, SUIVI_LEVEL_NOTHING);
  g_assert_true (base.chosen);
  g_assert_cmpint (base.light, ==, SUIVI_LIGHT_GREEN);

  bare = suivi_scorecard_base_make (NULL, recommendation, NULL);
  g_assert_true (g_str_has_suffix (bare, ":-"));
  g_assert_true (suivi_scorecard_base_parse (bare, &base));
  g_assert_cmpstr (base.state, ==, "");
  g_assert_false (base.chosen);
  g_assert_cmpint (base.light, ==, SUIVI_LIGHT_GREY);

  /* Cut off, of another version, a digit that is none, a review that is none. */
  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *part = g_strndup (text, length);

      g_assert_false (suivi_scorecard_base_parse (part, &base) && base.session == 43);
    }
  text[0] = '2';
  g_assert_false (suivi_scorecard_base_parse (text, &base));
  text[0] = '1';
  text[20] = 'g';
  g_assert_false (suivi_scorecard_base_parse (text, &base));
  text[20] = '0';
  text[strlen (text) - 6] = 'X';
  g_assert_false (suivi_scorecard_base_parse (text, &base));
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autofree char *summary = NULL;
  g_autofree char *strings = NULL;

  fill (fixture);
  write_card (fixture);
  summary = read_part (fixture->out, SUMMARY);
  strings = read_part (fixture->out, "xl/sharedStrings.xml");

  /* Supported, in part, noted, pending and their sum; then green, amber, red, worse, grey and theirs. */
  assert_cell (summary, "B11", "<f>COUNTIFS(Suivi_positions,\"Supported\")</f><v>2</v>");
  assert_cell (summary, "C11", "<f>COUNTIFS(Suivi_positions,\"Supported in part\")</f><v>0</v>");
  assert_cell (summary, "D11", "<f>COUNTIFS(Suivi_positions,\"Noted\")</f><v>1</v>");
  assert_cell (summary, "E11", "<f>COUNTIFS(Suivi_positions,\"Pending\")</f><v>1</v>");
  assert_cell (summary, "F11", "<f>SUM(B11:E11)</f><v>4</v>");
  assert_cell (summary, "B13", "<f>COUNTIFS(Suivi_lights,B$12)</f><v>1</v>");
  assert_cell (summary, "F13", "<f>COUNTIFS(Suivi_lights,F$12)</f><v>3</v>");
  assert_cell (summary, "G13", "<f>SUM(B13:F13)</f><v>4</v>");
  assert_cell (summary, "F14", "<f>IF(G$13=0,0,F$13/G$13)</f><v>0.75</v>");
  /* The table by position, and its totals. */
  assert_cell (summary, "B18", "<f>COUNTIFS(Suivi_positions,\"Supported\",Suivi_lights,B$17)</f><v>1</v>");
  assert_cell (summary, "B22", "<f>SUM(B18:B21)</f><v>1</v>");
  assert_cell (summary, "F22", "<f>SUM(F18:F21)</f><v>3</v>");
  assert_cell (summary, "G22", "<f>SUM(G18:G21)</f><v>4</v>");

  g_assert_nonnull (strstr (strings, "France, session 43 (cycle 4)"));
  g_assert_nonnull (strstr (strings, "Ana Lind, Institute of Alvera"));
  g_assert_nonnull (strstr (strings, "All recommendations."));
}

/* A voluntary commitment and what another mechanism said are no answers: each has a column, a line and a bar of its own,
 * and the chart moves aside. */
static void
test_outputs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (SuiviRecommendation) commitment = NULL;
  g_autoptr (SuiviRecommendation) output = suivi_recommendation_new ();
  const char *const concerned[] = { "FRA", NULL };
  g_autofree char *card = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *chart = NULL;

  fill (fixture);
  transaction = suivi_store_begin (fixture->store, "Others", &error);
  g_assert_no_error (error);
  commitment = put (transaction, fixture->review, "C1", "Open a school", SUIVI_POSITION_COMMITMENT, "Work");
  g_free (output->mechanism);
  output->mechanism = g_strdup ("CRC");
  output->symbol = g_strdup ("CRC/C/FRA/CO/9");
  output->number = g_strdup ("31");
  output->text = g_strdup ("Hear children");
  output->position = SUIVI_POSITION_NONE;
  g_strfreev (output->concerned);
  output->concerned = g_strdupv ((char **) concerned);
  suivi_transaction_put_recommendation (transaction, output, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (transaction, &error));

  /* Without asking for it, nothing of other mechanisms. */
  write_card (fixture);
  summary = read_part (fixture->out, SUMMARY);
  chart = read_part (fixture->out, "xl/charts/chart2.xml");
  assert_cell (summary, "F11", "<f>COUNTIFS(Suivi_positions,\"Voluntary commitment\")</f><v>1</v>");
  assert_cell (summary, "G11", "<f>SUM(B11:F11)</f><v>5</v>");
  assert_cell (summary, "G13", "<f>SUM(B13:F13)</f><v>5</v>");
  assert_cell (summary, "G23", "<f>SUM(G18:G22)</f><v>5</v>");
  g_assert_nonnull (strstr (chart, "Summary!$B$18:$B$22"));

  suivi_filter_add (fixture->filter, SUIVI_FACET_MECHANISM, "UPR");
  suivi_filter_add (fixture->filter, SUIVI_FACET_MECHANISM, "CRC");
  write_card (fixture);
  g_free (summary);
  summary = read_part (fixture->out, SUMMARY);
  card = read_part (fixture->out, CARD);
  assert_cell (summary, "G11", "<f>COUNTIFS(Suivi_positions,\"No position\")</f><v>1</v>");
  assert_cell (summary, "H11", "<f>SUM(B11:G11)</f><v>6</v>");
  assert_text (card, "A1", "Review");
  g_assert_nonnull (strstr (card, "<is><t>CRC (CRC/C/FRA/CO/9)</t></is>"));
  g_assert_nonnull (strstr (card, "<is><t>No position</t></is>"));
  g_assert_nonnull (strstr (card, "<is><t>France, session 43</t></is>"));
}

/* Charts quote their numbers, so that previews which do not calculate draw them too, and can be read aloud.
 */
static void
test_charts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ring = NULL;
  g_autofree char *chart = NULL;
  g_autofree char *drawing = NULL;

  fill (fixture);
  write_card (fixture);
  ring = read_part (fixture->out, "xl/charts/chart1.xml");
  chart = read_part (fixture->out, "xl/charts/chart2.xml");
  drawing = read_part (fixture->out, "xl/drawings/drawing1.xml");

  g_assert_nonnull (strstr (ring, "<c:doughnutChart>"));
  g_assert_nonnull (strstr (ring, "Summary!$B$13:$F$13"));
  g_assert_nonnull (strstr (ring, "<c:pt idx=\"4\"><c:v>3</c:v></c:pt>"));
  g_assert_nonnull (strstr (chart, "<c:grouping val=\"stacked\"/>"));
  g_assert_nonnull (strstr (chart, "Summary!$B$18:$B$21"));
  g_assert_nonnull (strstr (chart, "<c:pt idx=\"0\"><c:v>1</c:v></c:pt>"));
  g_assert_nonnull (strstr (drawing,
                            "descr=\"Ring: 4 recommendations. Implemented: 1 · Not assessed: 3. The cells "
                            "beside it hold the same numbers.\""));
  g_assert_nonnull (strstr (drawing, "descr=\"Stacked bars"));
  g_assert_nonnull (strstr (chart, "<a:t>Number of recommendations</a:t>"));
}

/* Four recommendations of two States each are eight: whatever shows a number says what it is a number of. */
static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-09-30");
  g_autoptr (SuiviScorecardSource) source = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *chart = NULL;
  g_autofree char *drawing = NULL;
  g_autofree char *strings = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  edition->review_id = g_strdup (fixture->review->id);
  edition->unit = SUIVI_COUNTING_UNIT_STATE;
  step = suivi_store_begin (fixture->store, "Freeze", &error);
  suivi_transaction_freeze_edition (step, edition, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  source = suivi_scorecard_source_new_for_edition (fixture->store, edition->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_scorecard_xlsx_write_source (source, fixture->out, NULL, &error));
  g_assert_no_error (error);
  chart = read_part (fixture->out, "xl/charts/chart2.xml");
  drawing = read_part (fixture->out, "xl/drawings/drawing1.xml");
  strings = read_part (fixture->out, "xl/sharedStrings.xml");

  g_assert_nonnull (strstr (drawing,
                            "descr=\"Ring: 8 pairs of a recommendation and a State. Implemented: 2 · Not "
                            "assessed: 6. The cells beside it hold the same numbers.\""));
  g_assert_nonnull (strstr (drawing,
                            "The table beside it holds the same numbers. A recommendation counts once for "
                            "every State that made it."));
  g_assert_nonnull (strstr (chart, "<a:t>Number of pairs of a recommendation and a State</a:t>"));
  g_assert_nonnull (strstr (strings, "<t>Pairs of a recommendation and a State</t>"));
}

/* More themes than a chart has room for: one whole note says so. */
static void
test_many_themes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *strings = NULL;
  g_autoptr (GError) error = NULL;

  step = suivi_store_begin (fixture->store, "Fill", &error);
  suivi_transaction_put_review (step, fixture->review, &error);
  for (guint i = 0; i < 13; i++)
    {
      g_autofree char *number = g_strdup_printf ("1.%u", i);
      g_autofree char *theme = g_strdup_printf ("Theme %u", i);

      suivi_recommendation_unref (
        put (step, fixture->review, number, "Plant", SUIVI_POSITION_SUPPORTED, theme));
    }
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  write_card (fixture);
  strings = read_part (fixture->out, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (strings,
                            "does not add up to the total. The chart shows the 12 most frequent of 13 "
                            "themes.</t>"));
}

static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;
  g_autofree char *summary = NULL;

  fill (fixture);
  suivi_filter_set_cut_off (fixture->filter, "2026-03-13");
  write_card (fixture);
  card = read_part (fixture->out, CARD);
  summary = read_part (fixture->out, SUMMARY);

  assert_text (card, "I2", "○ No progress");
  /* 10 January and 13 March 2026. */
  assert_cell (card, "N2", "<v>46032</v>");
  assert_cell (summary, "B3", "<v>46094</v>");
  assert_cell (summary, "B13", "<f>COUNTIFS(Suivi_lights,B$12)</f><v>0</v>");
  assert_cell (summary, "D13", "<f>COUNTIFS(Suivi_lights,D$12)</f><v>1</v>");
}

static void
test_filtered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;
  g_autofree char *strings = NULL;
  g_autofree char *summary = NULL;

  fill (fixture);
  suivi_filter_add (fixture->filter, SUIVI_FACET_POSITION, "noted");
  write_card (fixture);
  card = read_part (fixture->out, CARD);
  strings = read_part (fixture->out, "xl/sharedStrings.xml");
  summary = read_part (fixture->out, SUMMARY);

  assert_text (card, "A2", "140.10");
  g_assert_null (strstr (card, "<c r=\"A3\""));
  g_assert_nonnull (strstr (strings, "Position: Noted."));
  assert_cell (summary, "F11", "<f>SUM(B11:E11)</f><v>1</v>");
}

static void
test_several_reviews (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) other = suivi_review_new ("TGO", 40);
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autofree char *card = NULL;
  g_autofree char *strings = NULL;

  fill (fixture);
  transaction = suivi_store_begin (fixture->store, "Second review", &error);
  g_assert_no_error (error);
  suivi_transaction_put_review (transaction, other, &error);
  g_assert_no_error (error);
  recommendation = put (transaction, other, "140.2", "Plant trees", SUIVI_POSITION_PART, "Environment");
  g_assert_true (suivi_transaction_commit (transaction, &error));

  write_card (fixture);
  card = read_part (fixture->out, CARD);
  strings = read_part (fixture->out, "xl/sharedStrings.xml");
  assert_text (card, "A1", "Review");
  assert_text (card, "B1", "Number");
  g_assert_nonnull (strstr (card, "Togo, session 40"));
  g_assert_nonnull (strstr (card, "<autoFilter ref=\"A1:V6\"/>"));
  g_assert_nonnull (strstr (strings, "France, session 43 (cycle 4); Togo, session 40 (cycle 3)"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;
  g_autofree char *summary = NULL;

  write_card (fixture);
  card = read_part (fixture->out, CARD);
  summary = read_part (fixture->out, SUMMARY);

  assert_text (card, "B2", "There is no recommendation to show.");
  g_assert_null (strstr (card, "<autoFilter"));
  assert_cell (summary, "F11", "<f>SUM(B11:E11)</f><v>0</v>");
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

/* Neither the clock nor the name of the file enters. */
static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  fill (fixture);
  write_card (fixture);
  first = read_bytes (fixture->out);

  g_usleep (2100 * 1000);
  g_free (fixture->out);
  fixture->out = g_build_filename (fixture->folder, "out", "other name.xlsx", NULL);
  write_card (fixture);
  second = read_bytes (fixture->out);

  g_assert_true (g_bytes_equal (first, second));
}

/* Numbers are written the C way under any locale: a decimal comma would break the file. */
static void
test_locale (Fixture *fixture, gconstpointer data)
{
  const char *const locales[] = { "fa_IR.UTF-8", "fr_FR.UTF-8", "de_DE.UTF-8", NULL };
  g_autofree char *sheet = NULL;
  const char *set = NULL;

  for (guint i = 0; locales[i] != NULL && set == NULL; i++)
    set = setlocale (LC_NUMERIC, locales[i]);
  if (set == NULL)
    {
      g_test_skip ("no locale with another decimal sign is installed");
      return;
    }

  fill (fixture);
  write_card (fixture);
  /* What the caller set is in force again. */
  g_assert_cmpstr (localeconv ()->decimal_point, !=, ".");
  setlocale (LC_NUMERIC, "C");
  sheet = read_part (fixture->out, CARD);
  g_assert_nonnull (strstr (sheet, "left=\"0.4\""));
}

static guint
count_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint names = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    names++;

  return names;
}

static gboolean
write_rows (const SuiviScorecardHead *head,
            SuiviScorecardRowsFunc rows,
            gpointer rows_data,
            const char *path,
            GError **error)
{
  const SuiviScorecardContent content = { .head = head, .rows = rows, .rows_data = rows_data };

  return suivi_scorecard_xlsx_write_content (&content, path, NULL, error);
}

/* A row without clusters, editions and evidence. */
static gboolean
give (SuiviScorecardEntryFunc func,
      SuiviRecommendation *recommendation,
      SuiviReview *review,
      SuiviAssessment *assessment,
      gpointer func_data,
      GError **error)
{
  g_autoptr (GPtrArray) judgements = g_ptr_array_new ();
  g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (guint));
  const SuiviScorecardEntry entry = {
    .recommendation = recommendation,
    .review = review,
    .assessment = assessment,
    .cluster = "",
    .previous = SUIVI_LIGHT_ABSENT,
    .judgements = judgements,
    .evidence = evidence,
  };

  return func (&entry, func_data, error);
}

static gboolean
fail_after_two (SuiviScorecardEntryFunc func,
                gpointer func_data,
                gpointer rows_data,
                GCancellable *cancellable,
                GError **error)
{
  Fixture *fixture = rows_data;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();

      recommendation->number = g_strdup ("1");
      recommendation->text = g_strdup ("text");
      g_assert_true (give (func, recommendation, fixture->review, NULL, func_data, error));
    }
  g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DAMAGED, "The workspace is damaged.");

  return FALSE;
}

/* What was there stays as it was; nothing new lies beside it, and no file stays open. */
static void
test_failures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
  g_autofree char *folder = g_path_get_dirname (fixture->out);
  g_autofree char *missing = g_build_filename (fixture->folder, "no such folder", "card.xlsx", NULL);
  g_autofree char *under_file = g_build_filename (fixture->out, "card.xlsx", NULL);
  SuiviScorecardHead head = { reviews, (char *) "", NULL, (char *) "", NULL };
  guint open_files = 0;

  fill (fixture);
  write_card (fixture);
  before = read_bytes (fixture->out);
  open_files = count_names ("/proc/self/fd");

  g_assert_false (suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, missing, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (
    suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, under_file, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, folder, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_false (
    suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, "/dev/null", NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_false (
    suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, fixture->out, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (write_rows (&head, fail_after_two, fixture, fixture->out, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  after = read_bytes (fixture->out);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_names (folder), ==, 1);
  g_assert_cmpuint (count_names ("/proc/self/fd"), ==, open_files);
}

static gboolean
many_rows (SuiviScorecardEntryFunc func,
           gpointer func_data,
           gpointer rows_data,
           GCancellable *cancellable,
           GError **error)
{
  Fixture *fixture = rows_data;

  for (guint i = 1; i <= 5000; i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();

      recommendation->number = g_strdup_printf ("140.%u", i);
      recommendation->text
        = g_strdup ("Make sure that every child is heard wherever decisions are taken about it.");
      if (!give (func, recommendation, fixture->review, NULL, func_data, error))
        return FALSE;
    }

  return TRUE;
}

/* A limit on the size of files stands for the full disk: the library does not notice, we must. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->out);
  g_autofree char *card = NULL;
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
  SuiviScorecardHead head = { reviews, (char *) "", NULL, (char *) "", NULL };
  struct rlimit before = { 0 };
  gboolean written = FALSE;
  guint failures = 0;

  g_assert_true (g_file_set_contents (fixture->out, "what was there", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);

  /* From far too little to enough; whatever is written must be whole. */
  for (guint limit = 4096; !written; limit *= 2)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      struct rlimit small = { limit, before.rlim_max };

      setrlimit (RLIMIT_FSIZE, &small);
      written = write_rows (&head, many_rows, fixture, fixture->out, &error);
      setrlimit (RLIMIT_FSIZE, &before);

      g_assert_cmpuint (count_names (folder), ==, 1);
      if (written)
        break;
      failures++;
      g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL);
      g_assert_true (g_file_get_contents (fixture->out, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "what was there");
    }

  g_assert_cmpuint (failures, >, 5);
  card = read_part (fixture->out, CARD);
  assert_text (card, "A5001", "140.5000");
}

static void
test_five_thousand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
  g_autofree char *card = NULL;
  SuiviScorecardHead head = { reviews, (char *) "", NULL, (char *) "", NULL };
  clock_t start = clock ();

  g_assert_true (write_rows (&head, many_rows, fixture, fixture->out, &error));
  g_assert_no_error (error);
  /* Of the processor: what else the computer does is not ours. */
  g_assert_cmpint (clock () - start, <, 5 * CLOCKS_PER_SEC);

  card = read_part (fixture->out, CARD);
  assert_text (card, "A5001", "140.5000");
  g_assert_nonnull (strstr (card, "<autoFilter ref=\"A1:U5001\"/>"));
}

/* A link stays a link; what it points to is replaced. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.xlsx", NULL);
  g_autofree char *target = g_strdup (fixture->out);
  g_autofree char *card = NULL;

  fill (fixture);
  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_free (fixture->out);
  fixture->out = g_strdup (link);
  write_card (fixture);

  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  card = read_part (target, CARD);
  assert_text (card, "A2", "140.2");
}

/* What a program that is not ours reads in the file. */
static void
test_openpyxl (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "check-scorecard-xlsx.py", NULL);
  g_autofree char *output = NULL;
  g_autofree char *trouble = NULL;
  const char *const arguments[] = { "/usr/bin/python3", script, fixture->out, NULL };
  int status = 0;

  fill (fixture);
  suivi_filter_set_cut_off (fixture->filter, "2026-06-30");
  write_card (fixture);
  if (!g_file_test (arguments[0], G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("no Python");
      return;
    }

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &trouble, &status,
                &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("no openpyxl");
  else
    {
      g_assert_cmpstr (output, ==, "");
      g_assert_cmpstr (trouble, ==, "");
      g_assert_cmpint (status, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/scorecard-xlsx/card", Fixture, NULL, set_up, test_card, tear_down);
  g_test_add ("/scorecard-xlsx/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add_func ("/scorecard-xlsx/base", test_base);
  g_test_add ("/scorecard-xlsx/outputs", Fixture, NULL, set_up, test_outputs, tear_down);
  g_test_add ("/scorecard-xlsx/summary", Fixture, NULL, set_up, test_summary, tear_down);
  g_test_add ("/scorecard-xlsx/charts", Fixture, NULL, set_up, test_charts, tear_down);
  g_test_add ("/scorecard-xlsx/pairs", Fixture, NULL, set_up, test_pairs, tear_down);
  g_test_add ("/scorecard-xlsx/many-themes", Fixture, NULL, set_up, test_many_themes, tear_down);
  g_test_add ("/scorecard-xlsx/cut-off", Fixture, NULL, set_up, test_cut_off, tear_down);
  g_test_add ("/scorecard-xlsx/filtered", Fixture, NULL, set_up, test_filtered, tear_down);
  g_test_add ("/scorecard-xlsx/several-reviews", Fixture, NULL, set_up, test_several_reviews, tear_down);
  g_test_add ("/scorecard-xlsx/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/scorecard-xlsx/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/scorecard-xlsx/locale", Fixture, NULL, set_up, test_locale, tear_down);
  g_test_add ("/scorecard-xlsx/failures", Fixture, NULL, set_up, test_failures, tear_down);
  g_test_add ("/scorecard-xlsx/disk-full", Fixture, NULL, set_up, test_disk_full, tear_down);
  g_test_add ("/scorecard-xlsx/five-thousand", Fixture, NULL, set_up, test_five_thousand, tear_down);
  g_test_add ("/scorecard-xlsx/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/scorecard-xlsx/openpyxl", Fixture, NULL, set_up, test_openpyxl, tear_down);

  return g_test_run ();
}
