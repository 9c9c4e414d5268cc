/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editions that speak another scale than the lights: how many have which grade, in every output; and how far the
 * organisations are apart. All numbers are worked out by hand from the table below. */

#include "config.h"

#include <glib/gstdio.h>
#include <yajl/yajl_tree.h>

#include "card-fixture.h"
#include "exchange/scorecard-output.h"

#define NOT  SUIVI_LEVEL_NOTHING
#define SOME SUIVI_LEVEL_SOME
#define FULL SUIVI_LEVEL_DONE

/* What three organisations say of law, policy and practice alike; 0 says nothing. The average of 1, 0.5 and 0 of each row,
 * and what it is:
 *
 *   1.000 fully       fully
 *   0.500 partly      open, two grades apart
 *   0.000 not         not
 *   0.667 fully       open, two grades apart
 *   0.167 not         open, one grade apart
 *     –   worse       worse: a person said so
 *     –   –           –
 *   0.500 partly      partly: they agreed on "some"
 *   0.500 partly      partly: nobody differs
 */
static const struct
{
  SuiviLevel levels[3];
  gboolean worse;
  gboolean agreed;
  guint n_states;
} rows[] = {
  { { FULL, FULL, 0 }, FALSE, FALSE, 1 },  { { FULL, NOT, 0 }, FALSE, FALSE, 2 },
  { { NOT, NOT, 0 }, FALSE, FALSE, 1 },    { { FULL, FULL, NOT }, FALSE, FALSE, 3 },
  { { SOME, NOT, NOT }, FALSE, FALSE, 1 }, { { NOT, NOT, 0 }, TRUE, FALSE, 1 },
  { { 0, 0, 0 }, FALSE, FALSE, 1 },        { { FULL, NOT, 0 }, FALSE, TRUE, 1 },
  { { SOME, 0, 0 }, FALSE, FALSE, 1 },
};

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
judge (SuiviTransaction *step, const SuiviRecommendation *recommendation, guint row, guint organisation)
{
  static const char *const names[] = { "Clinic 10", "Clinic 2", "Clinic 1" };
  g_autoptr (SuiviAssessment) judgement = suivi_assessment_new ();
  g_autoptr (GError) error = NULL;
  const gboolean agreed = organisation >= G_N_ELEMENTS (names);
  const SuiviLevel level = agreed ? SOME : rows[row].levels[organisation];

  if (level == SUIVI_LEVEL_UNASSESSED)
    return;

  judgement->recommendation_id = g_strdup (recommendation->id);
  if (agreed)
    {
      judgement->agreed = 1;
      g_strfreev (judgement->agreed_by);
      judgement->agreed_by = g_strdupv ((char *[]){ (char *) "Clinic 2", (char *) "Clinic 10", NULL });
    }
  else
    {
      set_text (&judgement->organisation, names[organisation]);
    }
  suivi_assessment_set_levels (judgement, level, level, level);
  if (rows[row].worse)
    suivi_assessment_override_light (judgement, SUIVI_LIGHT_WORSE);
  set_text (&judgement->date, "2026-03-14");
  judgement->reason = g_strdup ("Two wells were dug");
  judgement->source = g_strdup ("Report, page 2");
  judgement->name = g_strdup ("Ana Lind");
  g_assert_true (suivi_transaction_put_assessment (step, judgement, &error));
  g_assert_no_error (error);
}

static void
fill (CardFixture *self)
{
  static const char *const states[] = { "TGO", "NPL", "ZMB" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (self->store, "Fill", &error);

  g_assert_true (suivi_transaction_put_review (step, self->review, &error));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
      const char *const none[] = { NULL };
      const char *chosen[G_N_ELEMENTS (states) + 1] = { NULL };

      for (guint j = 0; j < rows[i].n_states; j++)
        chosen[j] = states[j];
      recommendation->review_id = g_strdup (self->review->id);
      recommendation->number = g_strdup_printf ("140.%u", i + 1);
      recommendation->text = g_strdup_printf ("Dig well number %u", i + 1);
      recommendation->position = SUIVI_POSITION_SUPPORTED;
      suivi_recommendation_set_lists (recommendation, chosen, none, NULL, NULL);
      g_assert_true (suivi_transaction_put_recommendation (step, recommendation, &error));
      for (guint j = 0; j < 3; j++)
        judge (step, recommendation, i, j);
      if (rows[i].agreed)
        judge (step, recommendation, i, 3);
    }
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

/* Freezes an edition and writes it. Returns: (transfer full): the file */
static char *
write_edition (CardFixture *self, SuiviScale scale, SuiviCountingUnit unit, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-06-30");
  g_autoptr (SuiviTransaction) step = suivi_store_begin (self->store, "Freeze", &error);
  char *path = g_build_filename (self->folder, name, NULL);

  edition->review_id = g_strdup (self->review->id);
  edition->scale = scale;
  edition->unit = unit;
  g_assert_true (suivi_transaction_freeze_edition (step, edition, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  suivi_scorecard_write_edition (self->store, edition->id, NULL, path, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);

  return text;
}

static int
get_number (yajl_val root, const char *first, const char *second)
{
  const char *const path[] = { "totals", first, second, NULL };
  yajl_val node = yajl_tree_get (root, (const char **) path, yajl_t_number);

  return node != NULL ? YAJL_GET_INTEGER (node) : -1;
}

/* By the words that never change: fully, partly, not, worse, not assessed, open. */
static void
assert_json (CardFixture *self, SuiviScale scale, SuiviCountingUnit unit, const int *expected)
{
  static const char *const nicks[][6] = {
    [SUIVI_SCALE_IRI] = { "iri-fully", "iri-partly", "iri-not", "worse", "iri-not-assessed", "open" },
    [SUIVI_SCALE_EXTENT]
    = { "extent-fully", "extent-partly", "extent-not", "worse", "extent-not-assessed", "open" },
  };
  g_autofree char *path = write_edition (self, scale, unit, "card.json");
  g_autofree char *json = read_text (path);
  yajl_val root = yajl_tree_parse (json, NULL, 0);
  const char *const counted[] = { "totals", "counted", NULL };
  int sum = 0;

  g_assert_nonnull (root);
  for (gsize i = 0; i < 6; i++)
    {
      g_assert_cmpint (get_number (root, "by_grade", nicks[scale][i]), ==, expected[i]);
      sum += expected[i];
    }
  g_assert_cmpint (sum, ==, YAJL_GET_INTEGER (yajl_tree_get (root, (const char **) counted, yajl_t_number)));
  yajl_tree_free (root);
}

static void
test_json (CardFixture *self, gconstpointer data)
{
  static const int iri[] = { 2, 3, 2, 1, 1, 0 };
  static const int extent[] = { 1, 2, 1, 1, 1, 3 };
  static const int iri_by_state[] = { 4, 4, 2, 1, 1, 0 };
  static const int extent_by_state[] = { 1, 2, 1, 1, 1, 6 };

  fill (self);
  assert_json (self, SUIVI_SCALE_IRI, SUIVI_COUNTING_UNIT_RECOMMENDATION, iri);
  assert_json (self, SUIVI_SCALE_EXTENT, SUIVI_COUNTING_UNIT_RECOMMENDATION, extent);
  assert_json (self, SUIVI_SCALE_IRI, SUIVI_COUNTING_UNIT_STATE, iri_by_state);
  assert_json (self, SUIVI_SCALE_EXTENT, SUIVI_COUNTING_UNIT_STATE, extent_by_state);
}

/* Where the lights are the scale, nothing is said twice. */
static void
test_lights (CardFixture *self, gconstpointer data)
{
  g_autofree char *json_path = NULL;
  g_autofree char *json = NULL;
  g_autofree char *path = NULL;
  g_autofree char *card = NULL;
  g_autofree char *workbook = NULL;

  fill (self);
  json_path = write_edition (self, SUIVI_SCALE_LIGHT, SUIVI_COUNTING_UNIT_RECOMMENDATION, "card.json");
  json = read_text (json_path);
  g_assert_null (strstr (json, "by_grade"));

  path = write_edition (self, SUIVI_SCALE_LIGHT, SUIVI_COUNTING_UNIT_RECOMMENDATION, "card.xlsx");
  card = card_read_part (path, CARD_CARD);
  workbook = card_read_part (path, "xl/workbook.xml");
  g_assert_null (strstr (card, "Average"));
  g_assert_null (strstr (workbook, "Suivi_grades"));
  g_unlink (path);
}

typedef struct
{
  const char *label;
  guint count;
} Band;

/* Small sheets keep their texts in a table of the workbook. Returns: (transfer full): the text of a cell */
static char *
find_shared (const char *path, const char *sheet, const char *cell)
{
  g_autofree char *strings = card_read_part (path, "xl/sharedStrings.xml");
  g_autofree char *found = card_find_cell (sheet, cell);
  const char *at = strings;
  guint64 place = 0;

  g_assert_true (g_str_has_prefix (found, "<v>"));
  place = g_ascii_strtoull (found + strlen ("<v>"), NULL, 10);
  for (guint64 i = 0; i <= place; i++)
    {
      at = strstr (at, "<si><t");
      g_assert_nonnull (at);
      at = strchr (at + strlen ("<si>"), '>') + 1;
    }

  return g_strndup (at, strcspn (at, "<"));
}

/* Rows of the table that stand below one another; each asks for the words beside it, and they add up. */
static void
assert_table (const char *path, const char *summary, const Band *bands, gsize n)
{
  const guint row = 22;
  const guint total_row = row + (guint) n;
  g_autofree char *total_cell = g_strdup_printf ("B%u", total_row);
  g_autofree char *sum
    = g_strdup_printf ("<f>SUM(B%u:B%u)</f><v>%u</v>", row, total_row - 1, (guint) G_N_ELEMENTS (rows));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label_cell = g_strdup_printf ("A%u", row + i);
      g_autofree char *number_cell = g_strdup_printf ("B%u", row + i);
      g_autofree char *label = find_shared (path, summary, label_cell);
      g_autofree char *formula
        = g_strdup_printf ("<f>COUNTIFS(Suivi_grades,A$%u)</f><v>%u</v>", row + i, bands[i].count);

      g_assert_cmpstr (label, ==, bands[i].label);
      card_assert_cell (summary, number_cell, formula);
    }
  card_assert_cell (summary, total_cell, sum);
}

static void
test_workbook_extent (CardFixture *self, gconstpointer data)
{
  static const Band bands[]
    = { { "● Fully implemented", 1 }, { "◐ Partially implemented", 2 }, { "○ Not implemented", 1 },
        { "↓ Worse than before", 1 }, { "– Not assessed", 1 },          { "Not agreed yet", 3 } };
  g_autofree char *path = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *card = NULL;

  fill (self);
  path = write_edition (self, SUIVI_SCALE_EXTENT, SUIVI_COUNTING_UNIT_RECOMMENDATION, "card.xlsx");
  summary = card_read_part (path, CARD_SUMMARY);
  card = card_read_part (path, CARD_CARD);

  /* Three differ, of eight that are judged. */
  card_assert_cell (summary, "B17", "<f>COUNTIFS(Suivi_apart,\"&gt;0\")</f><v>3</v>");
  card_assert_cell (summary, "C17",
                    "<f>SUM(B$14:E$14)+COUNTIFS(Suivi_apart,\"&gt;0\",Suivi_lights,F$13)</f><v>8</v>");
  assert_table (path, summary, bands, G_N_ELEMENTS (bands));
  card_assert_text (card, "L1", "Grades apart");
  card_assert_text (card, "M1", "On the other scale");
  card_assert_text (card, "M2", "● Fully implemented");
  card_assert_text (card, "M3", "Not agreed yet");
  card_assert_text (card, "M9", "◐ Partially implemented");
  card_assert_cell (card, "L2", "");
  card_assert_cell (card, "L3", "<v>2</v>");
  card_assert_cell (card, "L5", "<v>2</v>");
  card_assert_cell (card, "L6", "<v>1</v>");
  /* They agreed. */
  card_assert_cell (card, "L9", "");
  g_assert_null (strstr (card, "Average"));
  g_unlink (path);
}

static void
test_workbook_iri (CardFixture *self, gconstpointer data)
{
  static const Band bands[] = { { "● Fully implemented", 2 },
                                { "◐ Partially implemented", 3 },
                                { "○ Not implemented", 2 },
                                { "↓ Worse than before", 1 },
                                { "– Not assessed", 1 } };
  g_autofree char *path = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *card = NULL;

  fill (self);
  path = write_edition (self, SUIVI_SCALE_IRI, SUIVI_COUNTING_UNIT_RECOMMENDATION, "card.xlsx");
  summary = card_read_part (path, CARD_SUMMARY);
  card = card_read_part (path, CARD_CARD);

  assert_table (path, summary, bands, G_N_ELEMENTS (bands));
  card_assert_text (card, "M3", "◐ Partially implemented");
  card_assert_text (card, "N1", "Average");
  card_assert_cell (card, "N2", "<v>1</v>");
  card_assert_cell (card, "N3", "<v>0.5</v>");
  card_assert_text (card, "M5", "● Fully implemented");
  card_assert_text (card, "M8", "– Not assessed");
  card_assert_cell (card, "N8", "");
  g_unlink (path);
}

/* The report for Word has the same numbers below its figures; and so has what is printed. */
static void
test_documents (CardFixture *self, gconstpointer data)
{
  static const char *const expected[]
    = { "Grade", "Fully implemented", ">1<", ">11 %<", "Not agreed yet", ">3<", ">33 %<", ">9<", NULL };
  g_autofree char *path = NULL;
  g_autofree char *document = NULL;
  const char *at = NULL;

  fill (self);
  path = write_edition (self, SUIVI_SCALE_EXTENT, SUIVI_COUNTING_UNIT_RECOMMENDATION, "card.docx");
  document = card_read_part (path, "word/document.xml");
  at = document;
  for (gsize i = 0; expected[i] != NULL; i++)
    {
      at = strstr (at, expected[i]);
      if (at == NULL)
        g_error ("%s is not there, or not in its place", expected[i]);
    }
  g_unlink (path);
}

static void
test_pdf (CardFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *label;
    int count;
  } bands[] = { { "Fully implemented", 1 },
                { "Partially implemented", 2 },
                { "Not implemented", 1 },
                { "Not agreed yet", 3 } };
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }

  fill (self);
  path = write_edition (self, SUIVI_SCALE_EXTENT, SUIVI_COUNTING_UNIT_RECOMMENDATION, "card.pdf");
  {
    const char *const command[] = { program, "-layout", "-l", "1", path, "-", NULL };

    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  }
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      const char *at = strstr (text, bands[i].label);

      g_assert_nonnull (at);
      g_assert_cmpint (g_ascii_strtoll (at + strlen (bands[i].label), NULL, 10), ==, bands[i].count);
    }
  g_unlink (path);
}

/* Names count as people count: 1, 2, 10. */
static void
test_organisations (CardFixture *self, gconstpointer data)
{
  g_autofree char *sheet = NULL;

  fill (self);
  card_fixture_write (self);
  sheet = card_read_part (self->out, "xl/worksheets/sheet4.xml");
  card_assert_text (sheet, "G1", "Clinic 1");
  card_assert_text (sheet, "H1", "Clinic 2");
  card_assert_text (sheet, "I1", "Clinic 10");
}

/* Inches, and pixels of a screen with 96 of them to the inch: what A4 holds across, without its margins. Where the font is not
 * there, the one in its place is wider: a sixth is left for that. */
#define A4_PIXELS ((11.69 - 0.8) * 96 * 5 / 6)

/* How wide the columns @first to @last are, in pixels: 7 a character, with 5 around that the file counts in. Hidden ones take
 * none. */
static double
measure_columns (const char *sheet, guint first, guint last)
{
  double pixels = 0;

  for (guint i = first; i <= last; i++)
    {
      g_autofree char *opening = g_strdup_printf ("<col min=\"%u\" ", i);
      const char *at = strstr (sheet, opening);
      const char *end = NULL;
      const char *hidden = NULL;

      g_assert_nonnull (at);
      end = strchr (at, '>');
      hidden = g_strstr_len (at, end - at, "hidden=\"1\"");
      at = strstr (at, "width=\"");
      if (hidden == NULL)
        pixels += g_ascii_strtod (at + strlen ("width=\""), NULL) * 7;
    }

  return pixels;
}

static double
get_print_scale (const char *sheet)
{
  const char *at = strstr (sheet, " scale=\"");

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (" scale=\""), NULL) / 100;
}

/* The other scale, its average, the edition before, and how far the organisations are apart: all of that, and why, and who
 * says so, still goes on the second page of two, in letters that can be read. */
static void
test_print (CardFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviEdition) first = suivi_edition_new ("First", "2026-04-30");
  g_autoptr (SuiviEdition) second = suivi_edition_new ("Second", "2026-06-30");
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *card = NULL;
  g_autofree char *judgements = NULL;

  fill (self);
  first->review_id = g_strdup (self->review->id);
  second->review_id = g_strdup (self->review->id);
  second->previous_id = g_strdup (first->id);
  second->scale = SUIVI_SCALE_IRI;
  step = suivi_store_begin (self->store, "Freeze", &error);
  g_assert_true (suivi_transaction_freeze_edition (step, first, &error));
  g_assert_true (suivi_transaction_freeze_edition (step, second, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  suivi_scorecard_write_edition (self->store, second->id, NULL, self->out, NULL, &error);
  g_assert_no_error (error);

  card = card_read_part (self->out, CARD_CARD);
  card_assert_text (card, "L1", "Grades apart");
  card_assert_text (card, "V1", "Judged by");
  g_assert_nonnull (strstr (card, "<brk id=\"11\""));
  g_assert_cmpfloat (get_print_scale (card), >=, 0.7);
  g_assert_cmpfloat ((measure_columns (card, 1, 1) + measure_columns (card, 12, 22)) * get_print_scale (card),
                     <=, A4_PIXELS);

  judgements = card_read_part (self->out, "xl/worksheets/sheet5.xml");
  card_assert_text (judgements, "K1", "Reason");
  g_assert_nonnull (strstr (judgements, "<brk id=\"10\""));
  g_assert_nonnull (strstr (judgements, "<autoFilter ref=\"A1:O19\"/>"));
  g_assert_cmpfloat (get_print_scale (judgements), >=, 0.7);
  g_assert_cmpfloat (measure_columns (judgements, 1, 10) * get_print_scale (judgements), <=, A4_PIXELS);
  g_assert_cmpfloat ((measure_columns (judgements, 1, 1) + measure_columns (judgements, 11, 15))
                       * get_print_scale (judgements),
                     <=, A4_PIXELS);
}

/* How high a row is, in pixels. */
static double
measure_row (const char *sheet, guint row)
{
  g_autofree char *opening = g_strdup_printf ("<row r=\"%u\" ", row);
  const char *at = strstr (sheet, opening);
  const char *end = at != NULL ? strchr (at, '>') : NULL;
  const char *height = at != NULL ? g_strstr_len (at, end - at, " ht=\"") : NULL;

  return height != NULL ? g_ascii_strtod (height + strlen (" ht=\""), NULL) * 96 / 72 : 20;
}

/* How high the last chart of the sheet Summary is, in pixels. */
static double
measure_chart (const char *path)
{
  g_autofree char *summary = card_read_part (path, CARD_SUMMARY);
  g_autofree char *drawing = card_read_part (path, "xl/drawings/drawing1.xml");
  const char *at = g_strrstr (drawing, "<xdr:from>");
  guint rows_at[2] = { 0 };
  double offsets[2] = { 0 };
  double pixels = 0;

  for (guint i = 0; i < 2; i++)
    {
      at = strstr (at, "<xdr:row>") + strlen ("<xdr:row>");
      rows_at[i] = g_ascii_strtoull (at, NULL, 10);
      at = strstr (at, "<xdr:rowOff>") + strlen ("<xdr:rowOff>");
      offsets[i] = g_ascii_strtod (at, NULL) / 9525;
    }
  for (guint row = rows_at[0]; row < rows_at[1]; row++)
    pixels += measure_row (summary, row + 1);

  return pixels + offsets[1] - offsets[0];
}

/* Twelve themes, whose names take a line each in the chart, or three: 14 pixels a line. All have room, so that none is left
 * out. */
static void
test_chart (CardFixture *self, gconstpointer data)
{
  static const char *const names[]
    = { "Theme", "Protection of children in care, and in schools, and at home" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviTransaction) step = suivi_store_begin (self->store, "Fill", &error);
      const double lines = i == 0 ? 1 : 3;

      g_assert_true (suivi_transaction_put_review (step, self->review, &error));
      for (guint j = 0; j < 12; j++)
        {
          g_autofree char *number = g_strdup_printf ("14%u.%u", (guint) i, j + 1);
          g_autofree char *theme = g_strdup_printf ("%s %02u", names[i], j);

          suivi_recommendation_unref (
            card_put (step, self->review, number, "Dig wells", SUIVI_POSITION_SUPPORTED, theme));
        }
      g_assert_true (suivi_transaction_commit (step, &error));
      suivi_filter_set_search (self->filter, i == 0 ? "140" : "141");
      card_fixture_write (self);
      g_assert_cmpfloat (measure_chart (self->out), >=, 12 * (14 + 14 * lines) + 100);
      g_assert_cmpfloat (measure_chart (self->out), <=, 12 * (14 + 14 * lines) + 120);
    }
}

#define ADD(name, test)                                                                      \
  g_test_add ("/scorecard-bands/" name, CardFixture, NULL, card_fixture_set_up, test_##test, \
              card_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("json", json);
  ADD ("lights", lights);
  ADD ("workbook/extent", workbook_extent);
  ADD ("workbook/iri", workbook_iri);
  ADD ("documents", documents);
  ADD ("pdf", pdf);
  ADD ("organisations", organisations);
  ADD ("print", print);
  ADD ("chart", chart);

  return g_test_run ();
}
