/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the workbook of a scorecard. */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "card-fixture.h"
#include "exchange/scorecard-base.h"

static void
test_card (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;

  card_fixture_fill (fixture);
  card_fixture_write (fixture);
  card = card_read_part (fixture->out, CARD_CARD);

  card_assert_text (card, "A1", "Number");
  card_assert_text (card, "A2", "140.2");
  card_assert_text (card, "B2", "=1+1");
  card_assert_text (card, "C2", "Togo, Nepal");
  card_assert_text (card, "D2", "Supported");
  card_assert_cell (card, "E2", "");
  card_assert_text (card, "F1", "Responsible institutions");
  card_assert_text (card, "F2", "Ministry of Education; Parliament");
  card_assert_text (card, "G2", "Done");
  card_assert_text (card, "H2", "Done");
  card_assert_text (card, "I2", "Not assessed");
  card_assert_text (card, "J2", "● Implemented");
  card_assert_cell (card, "K2", "");
  card_assert_text (card, "M2", "-5 is where it began");
  card_assert_text (card, "N2", "2026");
  /* Days since 30 December 1899, as Excel counts. */
  card_assert_cell (card, "P2", "<v>46095</v>");
  card_assert_text (card, "Q2", "Ana Lind");
  card_assert_text (card, "R2", "Institute of Alvera");
  card_assert_text (card, "W2", "Right to education");
  card_assert_text (card, "A3", "140.10");
  card_assert_text (card, "B3", "Read _x005F_x0041_ &amp; &lt;b&gt;");
  card_assert_text (card, "J3", "– Not assessed");
  card_assert_cell (card, "P3", "");
  card_assert_text (card, "B4", "+41 22");
  card_assert_text (card, "B5", "@SUM(A1)");

  g_assert_null (strstr (card, "<f>"));
  g_assert_nonnull (strstr (card, "<autoFilter ref=\"A1:AA5\"/>"));
  g_assert_nonnull (strstr (card, "state=\"frozen\""));
  g_assert_nonnull (strstr (card, "topLeftCell=\"B2\""));
  g_assert_nonnull (strstr (card, "numberStoredAsText=\"1\""));
}

/* What lets a changed scorecard be read back: a key and hashes in hidden columns, and the words on a hidden sheet. */
/* Whose judgement it is does not depend on who exports; nobody's name is put to one that does not say it. */
static void
test_whose (CardFixture *fixture, gconstpointer data)
{
  const char *const organisation = data;
  g_autofree char *card = NULL;
  g_autofree char *organisations = NULL;

  suivi_store_set_author (fixture->store, "Ana Lind", organisation);
  card_fixture_fill (fixture);
  suivi_store_set_author (fixture->store, "Zoe Zed", "Zeta");
  card_fixture_write (fixture);
  card = card_read_part (fixture->out, CARD_CARD);
  organisations = card_read_part (fixture->out, "xl/worksheets/sheet4.xml");

  if (*organisation != '\0')
    card_assert_text (card, "R2", organisation);
  else
    card_assert_cell (card, "R2", "");
  g_assert_null (strstr (card, "Zeta"));
  g_assert_null (strstr (organisations, "Zeta"));
  g_assert_nonnull (strstr (organisations, *organisation != '\0'
                                             ? organisation
                                             : "recommendations: Organisation not named."));
}

static void
test_hidden (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;
  g_autofree char *words = NULL;
  g_autofree char *workbook = NULL;
  g_autofree char *key = NULL;
  g_autofree char *base = NULL;

  card_fixture_fill (fixture);
  card_fixture_write (fixture);
  card = card_read_part (fixture->out, CARD_CARD);
  words = card_read_part (fixture->out, CARD_WORDS);
  workbook = card_read_part (fixture->out, "xl/workbook.xml");

  card_assert_text (card, "Z1", "Suivi key");
  card_assert_text (card, "AA1", "Suivi base");
  g_assert_nonnull (strstr (card, "<col min=\"26\" max=\"26\" width=\"38.7109375\" hidden=\"1\""));
  g_assert_nonnull (strstr (card, "<col min=\"27\" max=\"27\" width=\"38.7109375\" hidden=\"1\""));
  key = card_find_cell (card, "Z2");
  g_assert_true (
    g_regex_match_simple ("^<is><t>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</t></is>$", key, 0, 0));
  /* Fifteen fields of eight digits. */
  base = card_find_cell (card, "AA3");
  g_assert_true (g_regex_match_simple ("^<is><t>2:[0-9a-f]{128}:FRA:43</t></is>$", base, 0, 0));

  card_assert_text (words, "A1", "suivi-scorecard");
  card_assert_text (words, "B1", "2");
  card_assert_text (words, "A2", "sheet");
  card_assert_text (words, "C2", "Scorecard");
  card_assert_text (words, "B3", "method");
  card_assert_text (words, "C3", "Method and definitions");
  card_assert_text (words, "A4", "review");
  card_assert_text (words, "B4", "FRA:43");
  card_assert_text (words, "B6", "number");
  card_assert_text (words, "C6", "Number");
  g_assert_nonnull (strstr (workbook, "name=\"suivi-scorecard\" sheetId=\"8\" state=\"hidden\""));
  /* The words of the levels can be chosen from a list. */
  g_assert_nonnull (strstr (card, "sqref=\"G2:G5\"><formula1>'suivi-scorecard'!$C$44:$C$47</formula1>"));
  card_assert_text (words, "B44", "unassessed");
  card_assert_text (words, "B47", "done");
  /* Whose workbook it is. */
  card_assert_text (words, "A55", "writer");
  card_assert_text (words, "C55", "Institute of Alvera");
}

/* FNV-1a of "140.2" and, in the last fields, of "Ana Lind" and of nothing, worked out apart. */
static void
test_base (void)
{
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();
  g_autoptr (SuiviReview) review = suivi_review_new ("FRA", 43);
  g_autofree char *text = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *older = NULL;
  SuiviScorecardBase base = { 0 };

  recommendation->number = g_strdup ("140.2");
  recommendation->text = g_strdup ("Plant trees");
  suivi_assessment_set_levels (assessment, SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_NOTHING);
  suivi_assessment_override_light (assessment, SUIVI_LIGHT_GREEN);
  assessment->name = g_strdup ("Ana Lind");

  text = suivi_scorecard_base_make (review, recommendation, assessment);
  g_assert_true (g_str_has_prefix (text, "2:a3e2f450"));
  g_assert_true (g_str_has_suffix (text, "f71f94ca811c9dc5:FRA:43"));
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

  /* An older Suivi knew no institutions. */
  g_assert_true (base.has_institutions);
  older = g_strdup_printf ("1:%.*s:FRA:43", 15 * 8, text + 2);
  g_assert_true (suivi_scorecard_base_parse (older, &base));
  g_assert_false (base.has_institutions);
  g_assert_cmphex (base.hashes[SUIVI_PLAN_FIELD_NAME], ==, 0xf71f94ca);
  g_assert_cmpstr (base.state, ==, "FRA");

  /* Cut off, of another version, a digit that is none, a review that is none. */
  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *part = g_strndup (text, length);

      g_assert_false (suivi_scorecard_base_parse (part, &base) && base.session == 43);
    }
  text[0] = '1';
  g_assert_false (suivi_scorecard_base_parse (text, &base));
  text[0] = '3';
  g_assert_false (suivi_scorecard_base_parse (text, &base));
  text[0] = '2';
  text[20] = 'g';
  g_assert_false (suivi_scorecard_base_parse (text, &base));
  text[20] = '0';
  text[strlen (text) - 6] = 'X';
  g_assert_false (suivi_scorecard_base_parse (text, &base));
}

static void
test_summary (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *summary = NULL;
  g_autofree char *strings = NULL;

  card_fixture_fill (fixture);
  card_fixture_write (fixture);
  summary = card_read_part (fixture->out, CARD_SUMMARY);
  strings = card_read_part (fixture->out, "xl/sharedStrings.xml");

  /* Supported, in part, noted, pending and their sum; then green, amber, red, worse, grey and theirs. */
  card_assert_cell (summary, "B11", "<f>COUNTIFS(Suivi_positions,\"Supported\")</f><v>2</v>");
  card_assert_cell (summary, "C11", "<f>COUNTIFS(Suivi_positions,\"Supported in part\")</f><v>0</v>");
  card_assert_cell (summary, "D11", "<f>COUNTIFS(Suivi_positions,\"Noted\")</f><v>1</v>");
  card_assert_cell (summary, "E11", "<f>COUNTIFS(Suivi_positions,\"Pending\")</f><v>1</v>");
  card_assert_cell (summary, "F11", "<f>SUM(B11:E11)</f><v>4</v>");
  card_assert_cell (summary, "B13", "<f>COUNTIFS(Suivi_lights,B$12)</f><v>1</v>");
  card_assert_cell (summary, "F13", "<f>COUNTIFS(Suivi_lights,F$12)</f><v>3</v>");
  card_assert_cell (summary, "G13", "<f>SUM(B13:F13)</f><v>4</v>");
  card_assert_cell (summary, "F14", "<f>IF(G$13=0,0,F$13/G$13)</f><v>0.75</v>");
  /* The table by position, and its totals. */
  card_assert_cell (summary, "B18",
                    "<f>COUNTIFS(Suivi_positions,\"Supported\",Suivi_lights,B$17)</f><v>1</v>");
  card_assert_cell (summary, "B22", "<f>SUM(B18:B21)</f><v>1</v>");
  card_assert_cell (summary, "F22", "<f>SUM(F18:F21)</f><v>3</v>");
  card_assert_cell (summary, "G22", "<f>SUM(G18:G21)</f><v>4</v>");

  g_assert_nonnull (strstr (strings, "France, session 43 (cycle 4)"));
  g_assert_nonnull (strstr (strings, "Ana Lind, Institute of Alvera"));
  g_assert_nonnull (strstr (strings, "All recommendations."));
}

/* A voluntary commitment and what another mechanism said are no answers: each has a column, a line and a bar of its own,
 * and the chart moves aside. */
static void
test_outputs (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (SuiviRecommendation) commitment = NULL;
  g_autoptr (SuiviRecommendation) output = suivi_recommendation_new ();
  const char *const concerned[] = { "FRA", NULL };
  g_autofree char *card = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *chart = NULL;

  card_fixture_fill (fixture);
  transaction = suivi_store_begin (fixture->store, "Others", &error);
  g_assert_no_error (error);
  commitment
    = card_put (transaction, fixture->review, "C1", "Open a school", SUIVI_POSITION_COMMITMENT, "Work");
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
  card_fixture_write (fixture);
  summary = card_read_part (fixture->out, CARD_SUMMARY);
  chart = card_read_part (fixture->out, "xl/charts/chart2.xml");
  card_assert_cell (summary, "F11", "<f>COUNTIFS(Suivi_positions,\"Voluntary commitment\")</f><v>1</v>");
  card_assert_cell (summary, "G11", "<f>SUM(B11:F11)</f><v>5</v>");
  card_assert_cell (summary, "G13", "<f>SUM(B13:F13)</f><v>5</v>");
  card_assert_cell (summary, "G23", "<f>SUM(G18:G22)</f><v>5</v>");
  g_assert_nonnull (strstr (chart, "Summary!$B$18:$B$22"));

  suivi_filter_add (fixture->filter, SUIVI_FACET_MECHANISM, "UPR");
  suivi_filter_add (fixture->filter, SUIVI_FACET_MECHANISM, "CRC");
  card_fixture_write (fixture);
  g_free (summary);
  summary = card_read_part (fixture->out, CARD_SUMMARY);
  card = card_read_part (fixture->out, CARD_CARD);
  card_assert_cell (summary, "G11", "<f>COUNTIFS(Suivi_positions,\"No position\")</f><v>1</v>");
  card_assert_cell (summary, "H11", "<f>SUM(B11:G11)</f><v>6</v>");
  card_assert_text (card, "A1", "Review");
  g_assert_nonnull (strstr (card, "<is><t>CRC (CRC/C/FRA/CO/9)</t></is>"));
  g_assert_nonnull (strstr (card, "<is><t>No position</t></is>"));
  g_assert_nonnull (strstr (card, "<is><t>France, session 43</t></is>"));
}

/* Charts quote their numbers, so that previews which do not calculate draw them too, and can be read aloud.
 */
static void
test_charts (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *ring = NULL;
  g_autofree char *chart = NULL;
  g_autofree char *drawing = NULL;

  card_fixture_fill (fixture);
  card_fixture_write (fixture);
  ring = card_read_part (fixture->out, "xl/charts/chart1.xml");
  chart = card_read_part (fixture->out, "xl/charts/chart2.xml");
  drawing = card_read_part (fixture->out, "xl/drawings/drawing1.xml");

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
test_pairs (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-09-30");
  g_autoptr (SuiviScorecardSource) source = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *chart = NULL;
  g_autofree char *drawing = NULL;
  g_autofree char *strings = NULL;
  g_autoptr (GError) error = NULL;

  card_fixture_fill (fixture);
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
  chart = card_read_part (fixture->out, "xl/charts/chart2.xml");
  drawing = card_read_part (fixture->out, "xl/drawings/drawing1.xml");
  strings = card_read_part (fixture->out, "xl/sharedStrings.xml");

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
test_many_themes (CardFixture *fixture, gconstpointer data)
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
        card_put (step, fixture->review, number, "Plant", SUIVI_POSITION_SUPPORTED, theme));
    }
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  card_fixture_write (fixture);
  strings = card_read_part (fixture->out, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (strings,
                            "does not add up to the total. The chart shows the 12 most frequent of 13 "
                            "themes.</t>"));
}

/* Where a shared string is used in the first column below row @after: the row of the cell; 0 if it is not. */
static guint
find_row_with (const char *sheet, const char *strings, const char *text, guint after)
{
  g_autofree char *wanted = g_strdup_printf ("<si><t>%s</t></si>", text);
  const char *end = strstr (strings, wanted);
  guint index = 0;

  g_assert_nonnull (end);
  for (const char *at = strings; (at = strstr (at, "<si>")) != NULL && at < end; at++)
    index++;
  for (guint row = after + 1; row < 200; row++)
    {
      g_autofree char *cell = g_strdup_printf ("A%u", row);
      g_autofree char *content = card_find_cell (sheet, cell);
      g_autofree char *expected = g_strdup_printf ("<v>%u</v>", index);

      if (g_str_equal (content, expected))
        return row;
    }

  return 0;
}

/* A table that goes on over the page has its headings there again, and no page is begun without need. */
static void
test_pages (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Fill", &error);
  g_autofree char *summary = NULL;
  g_autofree char *strings = NULL;
  g_autofree char *page = NULL;
  guint first = 0;
  guint second = 0;

  suivi_transaction_put_review (step, fixture->review, &error);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("1.%u", i);
      g_autofree char *theme = g_strdup_printf ("Theme %u", i);

      suivi_recommendation_unref (
        card_put (step, fixture->review, number, "Plant", SUIVI_POSITION_SUPPORTED, theme));
    }
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  card_fixture_write (fixture);
  summary = card_read_part (fixture->out, CARD_SUMMARY);
  strings = card_read_part (fixture->out, "xl/sharedStrings.xml");

  first = find_row_with (summary, strings, "Theme", 0);
  second = find_row_with (summary, strings, "Theme", first);
  g_assert_cmpuint (first, >, 0);
  g_assert_cmpuint (second, >, first + 12);
  g_assert_cmpuint (find_row_with (summary, strings, "Theme", second), ==, 0);
  /* The break is before the second headings; that is the row with the number before, counted from 1. */
  page = g_strdup_printf ("<brk id=\"%u\"", second - 1);
  g_assert_nonnull (strstr (summary, page));
  g_assert_nonnull (strstr (summary, "<rowBreaks count=\"2\""));
}

/* No word over the numbers is broken: the user may call a light as she likes. */
static void
test_long_words (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviGradeLabel) label = suivi_grade_label_new ("amber", "", "Partiellement-réalisée");
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  card_fixture_fill (fixture);
  card_fixture_write (fixture);
  before = card_read_part (fixture->out, CARD_SUMMARY);
  step = suivi_store_begin (fixture->store, "Call", &error);
  g_assert_true (suivi_transaction_put_grade_label (step, label, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  card_fixture_write (fixture);
  after = card_read_part (fixture->out, CARD_SUMMARY);

  g_assert_null (strstr (before, "<col min=\"2\" max=\"7\" width=\"20.7109375\""));
  g_assert_nonnull (strstr (after, "<col min=\"2\" max=\"7\" width=\"20.7109375\""));
}

static void
test_cut_off (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;
  g_autofree char *summary = NULL;

  card_fixture_fill (fixture);
  suivi_filter_set_cut_off (fixture->filter, "2026-03-13");
  card_fixture_write (fixture);
  card = card_read_part (fixture->out, CARD_CARD);
  summary = card_read_part (fixture->out, CARD_SUMMARY);

  card_assert_text (card, "J2", "○ No progress");
  /* 10 January and 13 March 2026. */
  card_assert_cell (card, "P2", "<v>46032</v>");
  card_assert_cell (summary, "B3", "<v>46094</v>");
  card_assert_cell (summary, "B13", "<f>COUNTIFS(Suivi_lights,B$12)</f><v>0</v>");
  card_assert_cell (summary, "D13", "<f>COUNTIFS(Suivi_lights,D$12)</f><v>1</v>");
}

static void
test_filtered (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;
  g_autofree char *strings = NULL;
  g_autofree char *summary = NULL;

  card_fixture_fill (fixture);
  suivi_filter_add (fixture->filter, SUIVI_FACET_POSITION, "noted");
  card_fixture_write (fixture);
  card = card_read_part (fixture->out, CARD_CARD);
  strings = card_read_part (fixture->out, "xl/sharedStrings.xml");
  summary = card_read_part (fixture->out, CARD_SUMMARY);

  card_assert_text (card, "A2", "140.10");
  g_assert_null (strstr (card, "<c r=\"A3\""));
  g_assert_nonnull (strstr (strings, "Position: Noted."));
  card_assert_cell (summary, "F11", "<f>SUM(B11:E11)</f><v>1</v>");
}

static void
test_several_reviews (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) other = suivi_review_new ("TGO", 40);
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autofree char *card = NULL;
  g_autofree char *strings = NULL;

  card_fixture_fill (fixture);
  transaction = suivi_store_begin (fixture->store, "Second review", &error);
  g_assert_no_error (error);
  suivi_transaction_put_review (transaction, other, &error);
  g_assert_no_error (error);
  recommendation = card_put (transaction, other, "140.2", "Plant trees", SUIVI_POSITION_PART, "Environment");
  g_assert_true (suivi_transaction_commit (transaction, &error));

  card_fixture_write (fixture);
  card = card_read_part (fixture->out, CARD_CARD);
  strings = card_read_part (fixture->out, "xl/sharedStrings.xml");
  card_assert_text (card, "A1", "Review");
  card_assert_text (card, "B1", "Number");
  g_assert_nonnull (strstr (card, "Togo, session 40"));
  g_assert_nonnull (strstr (card, "<autoFilter ref=\"A1:AB6\"/>"));
  g_assert_nonnull (strstr (strings, "France, session 43 (cycle 4); Togo, session 40 (cycle 3)"));
}

static void
test_empty (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *card = NULL;
  g_autofree char *summary = NULL;

  card_fixture_write (fixture);
  card = card_read_part (fixture->out, CARD_CARD);
  summary = card_read_part (fixture->out, CARD_SUMMARY);

  card_assert_text (card, "B2", "There is no recommendation to show.");
  g_assert_null (strstr (card, "<autoFilter"));
  card_assert_cell (summary, "F11", "<f>SUM(B11:E11)</f><v>0</v>");
}

/* What a program that is not ours reads in the file. */
static void
test_openpyxl (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "check-scorecard-xlsx.py", NULL);
  g_autofree char *output = NULL;
  g_autofree char *trouble = NULL;
  const char *const arguments[] = { "/usr/bin/python3", script, fixture->out, NULL };
  int status = 0;

  card_fixture_fill (fixture);
  suivi_filter_set_cut_off (fixture->filter, "2026-06-30");
  card_fixture_write (fixture);
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

  g_test_add ("/scorecard-xlsx/card", CardFixture, NULL, card_fixture_set_up, test_card,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/whose", CardFixture, "Institute of Alvera", card_fixture_set_up, test_whose,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/whose/unnamed", CardFixture, "", card_fixture_set_up, test_whose,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/hidden", CardFixture, NULL, card_fixture_set_up, test_hidden,
              card_fixture_tear_down);
  g_test_add_func ("/scorecard-xlsx/base", test_base);
  g_test_add ("/scorecard-xlsx/outputs", CardFixture, NULL, card_fixture_set_up, test_outputs,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/summary", CardFixture, NULL, card_fixture_set_up, test_summary,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/charts", CardFixture, NULL, card_fixture_set_up, test_charts,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/pairs", CardFixture, NULL, card_fixture_set_up, test_pairs,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/many-themes", CardFixture, NULL, card_fixture_set_up, test_many_themes,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/pages", CardFixture, NULL, card_fixture_set_up, test_pages,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/long-words", CardFixture, NULL, card_fixture_set_up, test_long_words,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/cut-off", CardFixture, NULL, card_fixture_set_up, test_cut_off,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/filtered", CardFixture, NULL, card_fixture_set_up, test_filtered,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/several-reviews", CardFixture, NULL, card_fixture_set_up, test_several_reviews,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/empty", CardFixture, NULL, card_fixture_set_up, test_empty,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx/openpyxl", CardFixture, NULL, card_fixture_set_up, test_openpyxl,
              card_fixture_tear_down);

  return g_test_run ();
}
