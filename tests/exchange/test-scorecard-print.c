/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Outputs of the scorecard on paper: which one, and what stands on the first page. */

#include "config.h"

#include <string.h>

#include "exchange/document.h"
#include "exchange/scorecard-output.h"
#include "output-fixture.h"
#include "store/transaction.h"

#define N_CLUSTERS 12

/* Titles as long as users write them; each begins with a word of its own. */
static const char *const titles[N_CLUSTERS] = {
  "Alders, and the whole legal and institutional framework for their protection",
  "Beeches without gardeners, and the environment in which they grow up",
  "Cedars before the courts, and the administration of all gardens",
  "Dogwoods at school, with leisure and cultural activities for each",
  "Elms: health, nutrition, water, light and an adequate standard of soil",
  "Firs and all forms of felling, pruning and other harmful practices",
  "Ginkgos on the move, without papers, and how they are registered",
  "Hazels with disabilities: inclusion, accessibility and participation",
  "Ironwoods, budgets, collection of data and cooperation with gardeners",
  "Junipers, their freedom of expression, of assembly and of standing",
  "Katsuras, economic exploitation, and the sale and trade of timber",
  "Larches in the mountains and the right to a healthy environment",
};

static void
put_recommendation (SuiviTransaction *step, const SuiviReview *review, guint i, const char *cluster_id)
{
  g_autoptr (SuiviRecommendation) whole = suivi_recommendation_new ();
  const char *ids[] = { whole->id, NULL };
  g_autoptr (GError) error = NULL;

  whole->review_id = g_strdup (review->id);
  whole->number = g_strdup_printf ("1.%u", i + 1);
  whole->text = g_strdup ("Plant trees");
  suivi_transaction_put_recommendation (step, whole, &error);
  g_assert_no_error (error);
  if (cluster_id != NULL)
    suivi_transaction_assign_cluster (step, cluster_id, ids, &error);
  g_assert_no_error (error);
}

/* One recommendation in each cluster. The first twelve have the titles alone, the others a number before it. */
static void
fill (OutputFixture *fixture, guint n_clusters, gboolean with_none)
{
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  step = suivi_store_begin (fixture->store, "Fill", &error);
  g_assert_no_error (error);
  suivi_transaction_put_review (step, review, &error);
  for (guint i = 0; i < n_clusters; i++)
    {
      g_autofree char *title
        = i < N_CLUSTERS ? g_strdup (titles[i]) : g_strdup_printf ("#%u %s", i, titles[i % N_CLUSTERS]);
      g_autoptr (SuiviCluster) cluster = suivi_cluster_new (title, i);

      suivi_transaction_put_cluster (step, cluster, &error);
      g_assert_no_error (error);
      put_recommendation (step, review, i, cluster->id);
    }
  if (with_none)
    put_recommendation (step, review, n_clusters, NULL);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

/* What a program says; %NULL without it. */
static char *
tell (const char *program, const char *first, const char *second)
{
  const char *const command[] = { program, first, second, NULL };
  g_autofree char *found = g_find_program_in_path (program);
  char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (found == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);

  return output;
}

/* All twelve clusters on one page, on either paper; what had no room stands on the second one, which is said. */
static void
test_first_page (OutputFixture *fixture, gconstpointer data)
{
  static const char *const papers[] = { SUIVI_PAPER_NAME_A4, SUIVI_PAPER_NAME_LETTER };

  fill (fixture, N_CLUSTERS, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;
      const char *rest = NULL;

      g_assert_true (suivi_paper_choose (papers[i]));
      path = output_write_file (fixture, fixture->filter, "card.pdf");
      text = tell ("pdftotext", path, "-");
      if (text == NULL)
        {
          g_test_skip ("no pdftotext");
          break;
        }
      pages = g_strsplit (text, "\f", -1);
      for (guint j = 0; j < N_CLUSTERS; j++)
        {
          g_autofree char *word = g_strndup (titles[j], 5);

          g_assert_nonnull (strstr (pages[0], word));
        }
      g_assert_nonnull (strstr (pages[0], "The summary goes on on the next page."));
      g_assert_true (g_str_has_prefix (pages[1], "Summary, continued"));
      /* There they are all once more, with their bars. */
      rest = strstr (text, pages[1]);
      g_assert_nonnull (strstr (rest, "Larch"));
      g_assert_nonnull (strstr (rest, "Lights by position"));
    }
  suivi_paper_choose (SUIVI_PAPER_NAME_LOCALE);
}

/* What is in no cluster is none of the smaller clusters, be it ever so little: it stands for itself. */
static void
test_largest (OutputFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *smaller = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_shown = 0;

  fill (fixture, 40, TRUE);
  path = output_write_file (fixture, fixture->filter, "card.pdf");
  text = tell ("pdftotext", path, "-");
  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  pages = g_strsplit (text, "\f", -1);
  g_assert_nonnull (strstr (pages[0], "In no cluster"));
  for (guint i = 0; i < N_CLUSTERS; i++)
    {
      g_autofree char *word = g_strndup (titles[i], 5);

      n_shown += strstr (pages[0], word) != NULL;
    }
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_shown, <, N_CLUSTERS);
  smaller = g_strdup_printf ("%u smaller clusters", 40 - n_shown);
  g_assert_nonnull (strstr (pages[0], smaller));
}

/* What does not fit in letters that can be read is not made to fit. */
static void
test_fit_front (void)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);

  /* 40 lines of 20 points fit on a page; 1 is enough. */
  for (guint i = 0; i < 10; i++)
    suivi_document_add (document, SUIVI_BLOCK_TEXT, "Plant trees");
  g_assert_true (suivi_document_fit_front (document, NULL));
  g_assert_cmpfloat (document->front_spacing, ==, 1);

  for (guint i = 0; i < 34; i++)
    suivi_document_add (document, SUIVI_BLOCK_TEXT, "Plant trees");
  g_assert_true (suivi_document_fit_front (document, NULL));
  g_assert_cmpfloat (document->front_spacing, <, 1);
  /* Spaces, not letters. */
  g_assert_cmpfloat (document->front_spacing, >=, 0.4);

  for (guint i = 0; i < 100; i++)
    suivi_document_add (document, SUIVI_BLOCK_TEXT, "Plant trees");
  g_assert_false (suivi_document_fit_front (document, NULL));
  g_assert_cmpfloat (document->front_spacing, ==, 0);

  /* Only what stands before the first new page. */
  ((SuiviBlock *) g_ptr_array_index (document->blocks, 5))->new_page = TRUE;
  g_assert_true (suivi_document_fit_front (document, NULL));
  g_assert_cmpfloat (document->front_spacing, ==, 1);
}

/* Whoever stops it gets no letters. */
static void
test_fit_front_stopped (void)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  suivi_document_add (document, SUIVI_BLOCK_TEXT, "Plant trees");
  g_cancellable_cancel (cancellable);
  g_assert_false (suivi_document_fit_front (document, cancellable));
  g_assert_cmpfloat (document->front_spacing, ==, 0);
}

static void
assert_part (const char *path, const char *part, const char *expected)
{
  g_autofree char *content = tell ("unzip", "-p", path);

  if (content == NULL)
    g_test_skip ("no unzip");
  else if (strstr (content, expected) == NULL)
    g_error ("%s has no %s", part, expected);
}

/* A PDF, a workbook and a Word file, each for the paper that was chosen. */
static void
test_paper (OutputFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *pdf;
    const char *xlsx;
    const char *docx;
  } papers[] = {
    { SUIVI_PAPER_NAME_LETTER, "612 x 792 pts (letter)", "paperSize=\"1\"", "w:w=\"12240\" w:h=\"15840\"" },
    { SUIVI_PAPER_NAME_A4, "595.28 x 841.89 pts (A4)", "paperSize=\"9\"", "w:w=\"11906\" w:h=\"16838\"" },
    /* The tests have no country. */
    { SUIVI_PAPER_NAME_LOCALE, "595.28 x 841.89 pts (A4)", "paperSize=\"9\"", "w:w=\"11906\" w:h=\"16838\"" },
  };

  fill (fixture, N_CLUSTERS, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *pdf = NULL;
      g_autofree char *xlsx = NULL;
      g_autofree char *docx = NULL;
      g_autofree char *info = NULL;

      g_assert_true (suivi_paper_choose (papers[i].name));
      pdf = output_write_file (fixture, fixture->filter, "card.pdf");
      xlsx = output_write_file (fixture, fixture->filter, "card.xlsx");
      docx = output_write_file (fixture, fixture->filter, "card.docx");
      info = tell ("pdfinfo", pdf, NULL);
      if (info != NULL)
        g_assert_nonnull (strstr (info, papers[i].pdf));
      assert_part (xlsx, "the workbook", papers[i].xlsx);
      assert_part (docx, "the Word file", papers[i].docx);
    }
}

static void
test_choose (void)
{
  g_assert_true (suivi_paper_choose (SUIVI_PAPER_NAME_LETTER));
  g_assert_cmpint (suivi_paper_get (), ==, SUIVI_PAPER_LETTER);
  /* Nothing changes. */
  g_assert_false (suivi_paper_choose ("a5"));
  g_assert_false (suivi_paper_choose (NULL));
  g_assert_false (suivi_paper_choose (""));
  g_assert_cmpint (suivi_paper_get (), ==, SUIVI_PAPER_LETTER);
  g_assert_true (suivi_paper_choose (SUIVI_PAPER_NAME_LOCALE));
  g_assert_cmpint (suivi_paper_get (), ==, SUIVI_PAPER_A4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add ("/exchange/scorecard-print/" path, OutputFixture, NULL, output_fixture_set_up, func, \
              output_fixture_tear_down)
  ADD ("first-page", test_first_page);
  ADD ("largest", test_largest);
  ADD ("paper", test_paper);
  g_test_add_func ("/exchange/scorecard-print/fit-front", test_fit_front);
  g_test_add_func ("/exchange/scorecard-print/fit-front-stopped", test_fit_front_stopped);
  g_test_add_func ("/exchange/scorecard-print/choose", test_choose);
#undef ADD

  return g_test_run ();
}
