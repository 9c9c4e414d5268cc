/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One scorecard in all its formats, in detail. */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/wait.h>

#include "exchange/scorecard-output.h"
#include "output-fixture.h"

/* What programs that are not ours read: the JSON is as the schema says, and CSV and workbook hold the same values. */
static void
test_python (OutputFixture *fixture, gconstpointer data)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "check-scorecard-data.py", NULL);
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "..", "data", "scorecard.schema.json", NULL);
  g_autofree char *metadata
    = g_test_build_filename (G_TEST_DIST, "..", "data", "scorecard.csv-metadata.json", NULL);
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *xlsx = NULL;
  g_autofree char *output = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("no Python");
      return;
    }

  output_fixture_fill (fixture);
  suivi_filter_add (fixture->filter, SUIVI_FACET_MECHANISM, "UPR");
  suivi_filter_add (fixture->filter, SUIVI_FACET_MECHANISM, "CRC");
  suivi_filter_set_cut_off (fixture->filter, OUTPUT_CUT_OFF);
  json = output_write_file (fixture, fixture->filter, "card.json");
  csv = output_write_file (fixture, fixture->filter, "card.csv");
  xlsx = output_write_file (fixture, fixture->filter, "card.xlsx");
  {
    const char *const arguments[]
      = { "/usr/bin/python3", script, schema, json, csv, xlsx, metadata, NULL };

    g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &trouble, &status,
                  &error);
  }
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    {
      g_test_skip ("no openpyxl");
      return;
    }
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpstr (trouble, ==, "");
  g_assert_cmpint (status, ==, 0);
}

/* A small workspace, whose file is known to the letter where it matters. */
static void
fill_small (OutputFixture *fixture)
{
  const char *const states[] = { "TGO", "NPL", NULL };
  const char *const themes[] = { "Education, science", "Health", NULL };
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviRecommendation) whole = suivi_recommendation_new ();
  g_autoptr (SuiviRecommendation) part = suivi_recommendation_new ();
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  step = suivi_store_begin (fixture->store, "Fill", &error);
  suivi_transaction_put_review (step, review, &error);
  whole->review_id = g_strdup (review->id);
  whole->number = g_strdup ("140.10");
  whole->text = g_strdup ("=SUM(1) \"Ratify\" it,\nsoon");
  whole->position = SUIVI_POSITION_PART;
  whole->category = 4;
  suivi_recommendation_set_lists (whole, states, themes, NULL, NULL);
  suivi_transaction_put_recommendation (step, whole, &error);
  part->review_id = g_strdup (review->id);
  part->parent_id = g_strdup (whole->id);
  part->number = g_strdup ("140.10 (a)");
  part->text = g_strdup ("Ratify it");
  part->position = SUIVI_POSITION_SUPPORTED;
  suivi_transaction_put_recommendation (step, part, &error);
  output_put_assessment (step, whole->id, 2, "2026-03-14");
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

static void
test_small (OutputFixture *fixture, gconstpointer data)
{
  gsize size = 0;
  g_autofree char *csv = NULL;
  yajl_val root = NULL;
  yajl_val row = NULL;

  fill_small (fixture);
  csv = output_read_file (fixture, fixture->filter, "card.csv", &size);
  g_assert_nonnull (
    strstr (csv, "\r\n\"SVN:48\",\"140.10\",\"'=SUM(1) \"\"Ratify\"\" it,\nsoon\",\"TGO; NPL\",\"part\","
                 "\"Education, science; Health\",\"some\",\"unassessed\",\"unassessed\",\"amber\","
                 "\"no\",\"'=Because, \"\"2\"\";\nand so on\",\"Gazette 2/2026 & more <here>\","
                 "\"Institute of Alvera\",\"2026-03-14\",\"Ana Lind\",\"\",\"\",\"no\",\"4\",\"UPR\",\"\","));

  root = output_read_json (fixture, fixture->filter);
  output_check_json (root, 1);
  g_assert_cmpstr (YAJL_GET_STRING (output_get (root, "suivi", NULL, NULL)), ==, "scorecard");
  g_assert_cmpuint (output_get_number (root, "version", NULL, NULL), ==, 1);
  g_assert_true (YAJL_IS_NULL (output_get (root, "cut_off", NULL, NULL)));
  g_assert_cmpstr (YAJL_GET_STRING (output_get (root, "author", NULL, NULL)), ==,
                   "Ana Lind, Institute of Alvera");
  g_assert_cmpstr (YAJL_GET_STRING (output_get (root, "counting", "unit", NULL)), ==, "recommendation");
  row = YAJL_GET_ARRAY (output_get (root, "recommendations", NULL, NULL))->values[0];
  g_assert_cmpstr (YAJL_GET_STRING (output_get (row, "text", NULL, NULL)), ==,
                   "=SUM(1) \"Ratify\" it,\nsoon");
  g_assert_cmpuint (output_get_number (row, "category", NULL, NULL), ==, 4);
  g_assert_cmpuint (YAJL_GET_ARRAY (output_get (row, "parts", NULL, NULL))->len, ==, 1);
  g_assert_true (YAJL_IS_NULL (output_get (row, "symbol", NULL, NULL)));
  yajl_tree_free (root);
}

/* The users' own words, for the lights and for the scale of the edition, stand beside those that never change. */
static void
test_grade_words (OutputFixture *fixture, gconstpointer data)
{
  static const char *const words[][2]
    = { { "amber", "Under way" }, { "iri-partly", "Half of it" }, { "extent-partly", "Partly" } };
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", OUTPUT_CUT_OFF);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  yajl_val root = NULL;

  fill_small (fixture);
  edition->review_id = output_find_review (fixture);
  edition->scale = SUIVI_SCALE_IRI;
  step = suivi_store_begin (fixture->store, "Freeze", &error);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (SuiviGradeLabel) label = suivi_grade_label_new (words[i][0], "", words[i][1]);

      suivi_transaction_put_grade_label (step, label, &error);
    }
  g_assert_true (suivi_transaction_freeze_edition (step, edition, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);

  json = output_read_edition (fixture, edition->id, NULL, "card.json");
  root = yajl_tree_parse (json, NULL, 0);
  g_assert_cmpstr (YAJL_GET_STRING (output_get (root, "lights", "amber", NULL)), ==, "Under way");
  g_assert_cmpstr (YAJL_GET_STRING (output_get (root, "lights", "green", NULL)), ==, "Implemented");
  g_assert_cmpstr (YAJL_GET_STRING (output_get (root, "grades", "iri-partly", NULL)), ==, "Half of it");
  g_assert_cmpstr (YAJL_GET_STRING (output_get (root, "grades", "iri-fully", NULL)), ==, "Fully implemented");
  g_assert_cmpstr (YAJL_GET_STRING (output_get (root, "grades", "worse", NULL)), ==, "Worse than before");
  yajl_tree_free (root);
}

/* Parts are not frozen with an edition, and so are not in it; what is gone counts where nothing was filtered out. */
static void
test_edition_small (OutputFixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "card.csv", NULL);
  g_autoptr (SuiviFilter) narrowed = suivi_filter_new ();
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *review_id = NULL;
  g_autofree char *edition = NULL;
  g_autofree char *json = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  const char *const path[] = { "parts", NULL };
  yajl_val root = NULL;
  yajl_val row = NULL;

  fill_small (fixture);
  review_id = output_find_review (fixture);
  edition = output_freeze (fixture, review_id, "Mid-term", OUTPUT_CUT_OFF, NULL);
  json = output_read_edition (fixture, edition, NULL, "card.json");
  root = yajl_tree_parse (json, NULL, 0);
  row = YAJL_GET_ARRAY (output_get (root, "recommendations", NULL, NULL))->values[0];
  id = g_strdup (YAJL_GET_STRING (output_get (row, "id", NULL, NULL)));
  g_assert_null (yajl_tree_get (row, (const char **) path, yajl_t_any));
  g_assert_true (YAJL_IS_NULL (output_get (root, "totals", "by_trend", NULL)));
  yajl_tree_free (root);
  suivi_filter_set_search (narrowed, "Ratify");
  g_assert_false (suivi_scorecard_write_edition (fixture->store, edition, narrowed, file, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
  g_clear_error (&error);
  suivi_filter_set_search (narrowed, "");

  step = suivi_store_begin (fixture->store, "Delete", &error);
  suivi_transaction_delete_recommendation (step, id, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  root = output_read_json (fixture, fixture->filter);
  g_assert_cmpuint (output_get_number (root, "totals", "recommendations", NULL), ==, 0);
  g_assert_cmpuint (output_get_number (root, "totals", "by_trend", "same"), ==, 0);
  g_assert_cmpuint (output_get_number (root, "totals", "by_trend", "gone"), ==, 1);
  yajl_tree_free (root);

  suivi_filter_add (narrowed, SUIVI_FACET_THEME, "Health");
  root = output_read_json (fixture, narrowed);
  g_assert_cmpuint (output_get_number (root, "totals", "by_trend", "gone"), ==, 0);
  yajl_tree_free (root);
}

static void
contribute (OutputFixture *fixture, const char *recommendation_id, const char *what)
{
  g_autoptr (SuiviContribution) contribution = suivi_contribution_new (recommendation_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Contribute", &error);

  g_free (contribution->what);
  contribution->what = g_strdup (what);
  suivi_transaction_put_contribution (step, contribution, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

/* What civil society did since is in the working copy, not in the edition: its file stays the same to the byte. */
static void
test_edition_contributions (OutputFixture *fixture, gconstpointer data)
{
  g_autofree char *review_id = NULL;
  g_autofree char *id = NULL;
  g_autofree char *edition = NULL;
  g_autofree char *json = NULL;
  g_autofree char *later = NULL;
  yajl_val root = NULL;
  yajl_val list = NULL;

  fill_small (fixture);
  review_id = output_find_review (fixture);
  root = output_read_json (fixture, fixture->filter);
  id = g_strdup (
    YAJL_GET_STRING (output_get (YAJL_GET_ARRAY (output_get (root, "recommendations", NULL, NULL))->values[0],
                                 "id", NULL, NULL)));
  yajl_tree_free (root);
  contribute (fixture, id, "Planted 12 trees.");
  edition = output_freeze (fixture, review_id, "Mid-term", OUTPUT_CUT_OFF, NULL);
  json = output_read_edition (fixture, edition, NULL, "card.json");
  contribute (fixture, id, "Watered them.");

  later = output_read_edition (fixture, edition, NULL, "card.json");
  g_assert_cmpstr (later, ==, json);
  root = yajl_tree_parse (json, NULL, 0);
  list = output_get (YAJL_GET_ARRAY (output_get (root, "recommendations", NULL, NULL))->values[0],
                     "contributions", NULL, NULL);
  g_assert_cmpuint (YAJL_GET_ARRAY (list)->len, ==, 1);
  g_assert_cmpstr (YAJL_GET_STRING (output_get (YAJL_GET_ARRAY (list)->values[0], "what", NULL, NULL)), ==,
                   "Planted 12 trees.");
  yajl_tree_free (root);
  root = output_read_json (fixture, fixture->filter);
  list = output_get (YAJL_GET_ARRAY (output_get (root, "recommendations", NULL, NULL))->values[0],
                     "contributions", NULL, NULL);
  g_assert_cmpuint (YAJL_GET_ARRAY (list)->len, ==, 2);
  yajl_tree_free (root);
}

static gboolean
collect_id_cb (SuiviRecommendation *recommendation,
               SuiviReview *review,
               SuiviAssessment *assessment,
               gpointer user_data,
               GError **error)
{
  g_ptr_array_add (user_data, g_strdup (recommendation->id));

  return TRUE;
}

/* On paper, too, a number says what it is a number of. */
static void
test_pdf_pairs (OutputFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "card.pdf", NULL);
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", OUTPUT_CUT_OFF);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  fill_small (fixture);
  edition->review_id = output_find_review (fixture);
  edition->unit = SUIVI_COUNTING_UNIT_STATE;
  suivi_store_foreach (fixture->store, fixture->filter, SUIVI_SORT_NUMBER, FALSE, collect_id_cb, ids, NULL,
                       &error);
  g_assert_no_error (error);
  g_ptr_array_add (ids, NULL);
  step = suivi_store_begin (fixture->store, "Freeze", &error);
  g_assert_true (
    suivi_transaction_add_institution (step, (const char *const *) ids->pdata, "Parliament", &error));
  suivi_transaction_freeze_edition (step, edition, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  g_free (output_read_edition (fixture, edition->id, NULL, "card.pdf"));
  content = output_read_pdf (path);
  if (content == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  g_assert_true (g_regex_match_simple ("Pairs\\s+of\\s+a", content, 0, 0));
  /* Who is to implement it stands with it, as it was frozen. */
  g_assert_nonnull (strstr (content, "Parliament"));
  g_assert_true (g_regex_match_simple ("Total\\s+2\\s+100", content, 0, 0));
}

/* The same bytes, also when the file is written over, and a cut-off date before all grades. */
static void
test_same (OutputFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "card.csv", "card.json", "card.pdf", "card.XLSX", "card.docx" };

  fill_small (fixture);
  suivi_filter_set_cut_off (fixture->filter, "2026-03-14");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize first_size = 0;
      gsize second_size = 0;
      g_autofree char *first = output_read_file (fixture, fixture->filter, names[i], &first_size);
      g_autofree char *second = NULL;

      g_usleep (1100 * 1000 / G_N_ELEMENTS (names));
      second = output_read_file (fixture, fixture->filter, names[i], &second_size);
      g_assert_cmpmem (first, first_size, second, second_size);
    }
  suivi_filter_set_cut_off (fixture->filter, "2026-03-13");
  {
    yajl_val root = output_read_json (fixture, fixture->filter);

    g_assert_cmpuint (output_get_number (root, "totals", "by_light", "grey"), ==, 1);
    yajl_tree_free (root);
  }
}

static void
test_pdf_long (OutputFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviRecommendation) whole = suivi_recommendation_new ();
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "word%u ", i);
  step = suivi_store_begin (fixture->store, "Fill", &error);
  suivi_transaction_put_review (step, review, &error);
  whole->review_id = g_strdup (review->id);
  whole->number = g_strdup ("1.1");
  whole->text = g_strdup (text->str);
  suivi_transaction_put_recommendation (step, whole, &error);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);

  path = output_write_file (fixture, fixture->filter, "card.pdf");
  content = output_read_pdf (path);
  if (content == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *word = g_strdup_printf ("\\bword%u\\b", i);

      g_assert_true (g_regex_match_simple (word, content, 0, 0));
    }
}

/* Where people write "1,5", a PDF comes about all the same. */
static void
test_pdf_comma (OutputFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "fr_FR.UTF-8", "de_DE.UTF-8" };
  g_autofree char *locales = g_build_filename (fixture->folder, "fr_FR.UTF-8", NULL);
  const char *const command[] = { "localedef", "-i", "fr_FR", "-f", "UTF-8", locales, NULL };
  g_autofree char *path = NULL;
  const char *set = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && set == NULL; i++)
    set = setlocale (LC_NUMERIC, names[i]);
  if (set == NULL)
    {
      g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                    NULL, NULL, NULL, NULL, NULL);
      g_setenv ("LOCPATH", fixture->folder, TRUE);
      set = setlocale (LC_NUMERIC, names[0]);
    }
  fill_small (fixture);
  path = output_write_file (fixture, fixture->filter, "card.pdf");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  setlocale (LC_NUMERIC, "C");
  g_unsetenv ("LOCPATH");
  output_drop_folder (locales);
  if (set == NULL)
    g_test_skip ("no locale with a decimal comma");
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    int format; /* -1: none */
  } cases[] = {
    { "a.xlsx", SUIVI_SCORECARD_XLSX },
    { "/x/a.b.PDF", SUIVI_SCORECARD_PDF },
    { "a.Csv", SUIVI_SCORECARD_CSV },
    { "a.json", SUIVI_SCORECARD_JSON },
    { "a.docx", SUIVI_SCORECARD_DOCX },
    { "a.doc", -1 },
    { ".json", -1 },
    { "/x/.pdf", -1 },
    { "json", -1 },
    { "a.xls", -1 },
    { "a.json/b", -1 },
    { "a.", -1 },
    { "", -1 },
    { NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SuiviScorecardFormat format = SUIVI_SCORECARD_XLSX;

      g_assert_cmpint (suivi_scorecard_format_from_name (cases[i].name, &format), ==, cases[i].format >= 0);
      if (cases[i].format >= 0)
        g_assert_cmpint (format, ==, cases[i].format);
    }
}

static void
test_failures (OutputFixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "csv", "json", "pdf", "xlsx", "docx" };
  g_autofree char *unknown = g_build_filename (fixture->folder, "card.ods", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (suivi_scorecard_write (fixture->store, fixture->filter, NULL, unknown, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "card.ods"));
  g_assert_false (g_file_test (unknown, G_FILE_TEST_EXISTS));

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("card.%s", endings[i]);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *nowhere = g_strdup_printf ("/nowhere/card.%s", endings[i]);
      g_autofree char *content = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      g_clear_error (&error);
      g_assert_false (suivi_scorecard_write (fixture->store, fixture->filter, NULL, nowhere, NULL, &error));
      g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);

      /* What stands there stays. */
      g_clear_error (&error);
      g_assert_true (g_file_set_contents (path, "before", -1, NULL));
      g_cancellable_cancel (cancellable);
      g_assert_false (
        suivi_scorecard_write (fixture->store, fixture->filter, NULL, path, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "before");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                             \
  g_test_add ("/exchange/scorecard-output/" path, OutputFixture, NULL, output_fixture_set_up, func, \
              output_fixture_tear_down)
  g_test_add_func ("/exchange/scorecard-output/names", test_names);
  ADD ("failures", test_failures);
  ADD ("small", test_small);
  ADD ("grade-words", test_grade_words);
  ADD ("edition-small", test_edition_small);
  ADD ("edition-contributions", test_edition_contributions);
  ADD ("pdf-pairs", test_pdf_pairs);
  ADD ("same-bytes", test_same);
  ADD ("pdf-long", test_pdf_long);
  ADD ("pdf-comma", test_pdf_comma);
  ADD ("python", test_python);

  return g_test_run ();
}
