/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scorecard in all its formats: the same rows, the same totals, whatever the filter. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "exchange/scorecard-output.h"
#include "output-fixture.h"

/* Random filters, and how many of those are read as a workbook and as pages, too: all of them with "-m slow". */
#define N_FILTERS         1000
#define N_EDITION_FILTERS 200
#define N_READ            20

static const char *const lights[SUIVI_N_LIGHTS] = { "green", "amber", "red", "worse", "grey" };

/* Lines end with CRLF, but for those within quotation marks; all cells are quoted, as RFC 4180 allows. */
static guint
count_lines (const char *content)
{
  gboolean quoted = FALSE;
  guint n_lines = 0;
  guint n_cells = 1;

  g_assert_true (g_utf8_validate (content, -1, NULL));
  g_assert_true (g_str_has_prefix (content, "\xEF\xBB\xBF\"review\",\"number\",\"text\",\"states\","));
  for (const char *p = content; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == ',' && !quoted)
        n_cells++;
      else if (*p == '\n' && !quoted)
        {
          g_assert_cmpint (p[-1], ==, '\r');
          g_assert_cmpuint (n_cells, ==, 37);
          n_cells = 1;
          n_lines++;
        }
    }
  g_assert_false (quoted);
  g_assert_cmpuint (n_lines, >, 0);

  return n_lines - 1;
}

static guint
count_csv (OutputFixture *fixture, const SuiviFilter *filter)
{
  g_autofree char *content = output_read_file (fixture, filter, "card.csv", NULL);

  return count_lines (content);
}

static SuiviFilter *
draw_filter (GRand *random, GPtrArray **values)
{
  static const char *const searches[] = { "children", "judg", "ba", "1", "zz" };
  static const char *const cut_offs[] = { NULL, "2025-12-31", OUTPUT_CUT_OFF, "2026-11-22" };
  SuiviFilter *filter = suivi_filter_new ();

  for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
    {
      guint n = g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 1, 4) : 0;

      /* One more than there are: those that have none. */
      for (guint i = 0; i < n && values[facet]->len > 0; i++)
        {
          const guint place = g_rand_int_range (random, 0, values[facet]->len + 1);
          const SuiviFacetCount *one = place < values[facet]->len ? values[facet]->pdata[place] : NULL;

          suivi_filter_add (filter, facet, one != NULL ? one->value : SUIVI_FACET_NONE);
        }
    }
  if (g_rand_int_range (random, 0, 4) == 0)
    suivi_filter_set_search (filter, searches[g_rand_int_range (random, 0, G_N_ELEMENTS (searches))]);
  suivi_filter_set_cut_off (filter, cut_offs[g_rand_int_range (random, 0, G_N_ELEMENTS (cut_offs))]);

  return filter;
}

/* What the chips of the screen say, against the totals of the file. The chips of lights and positions count only what
 * the UPR said. */
static void
check_screen (OutputFixture *fixture, const SuiviFilter *filter, yajl_val root)
{
  g_autoptr (GPtrArray) counts = NULL;

  if (output_get_number (output_get (root, "totals", "by_position", "none"), "total", NULL, NULL) > 0
      || suivi_filter_get (filter, SUIVI_FACET_LIGHT)[0] != NULL)
    return;
  counts = output_count_facet (fixture, filter, SUIVI_FACET_LIGHT);
  for (guint i = 0; i < counts->len; i++)
    {
      SuiviFacetCount *one = counts->pdata[i];

      g_assert_cmpuint (output_get_number (root, "totals", "by_light", one->value), ==, one->count);
    }
}

/* The row of sums, and the share of each light, as they stand on the page. */
static gboolean
check_pages (const char *path, yajl_val root)
{
  static const char *const words[SUIVI_N_LIGHTS]
    = { "● Implemented", "◐ Some progress", "○ No progress", "↓ Worse than before", "– Not assessed" };
  g_autofree char *text = output_read_pdf (path);
  guint n[SUIVI_N_LIGHTS] = { 0 };
  guint total = output_get_number (root, "totals", "recommendations", NULL);
  g_autofree char *sums = NULL;

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *figure = NULL;
      const char *more = "";
      guint percent = 0;

      n[i] = output_get_number (root, "totals", "by_light", lights[i]);
      percent = total > 0 ? (n[i] * 200 + total) / (total * 2) : 0;
      /* What is there is not said to be nothing, nor what is not all of it to be everything. */
      if (n[i] > 0 && percent == 0)
        {
          more = "<\\s*";
          percent = 1;
        }
      else if (n[i] < total && percent == 100)
        {
          more = ">\\s*";
          percent = 99;
        }
      figure = g_strdup_printf ("%s\\s+%u\\s+%s%u\\s*%%", words[i], n[i], more, percent);
      if (!g_regex_match_simple (figure, text, 0, 0))
        g_error ("%s is not in:\n%s", figure, text);
    }
  sums = g_strdup_printf ("\\n\\s*Total\\s+%u\\s+%u\\s+%u\\s+%u\\s+%u\\s+%u\\n", n[0], n[1], n[2], n[3], n[4],
                          total);
  if (!g_regex_match_simple (sums, text, 0, 0))
    g_error ("%s is not in:\n%s", sums, text);

  return TRUE;
}

static gboolean
check_pdf (OutputFixture *fixture, const SuiviFilter *filter, yajl_val root)
{
  g_autofree char *path = output_write_file (fixture, filter, "card.pdf");

  return check_pages (path, root);
}

/*
 * The numbers of the workbook as openpyxl reads them: the rows of its sheet Scorecard, those of each light there, and the
 * figures of the Summary, which are formulas with the values that we say they have.
 */
static gboolean
check_book (const char *path, yajl_val root)
{
  static const char program[]
    = "import sys\n"
      "try:\n    import openpyxl\nexcept ImportError:\n    sys.exit()\n"
      "book = openpyxl.load_workbook(sys.argv[1], data_only=True)\n"
      "words = {(k, n): t for k, n, t in book['suivi-scorecard'].iter_rows(max_col=3, values_only=True)}\n"
      "rows = list(book['Scorecard'].iter_rows(values_only=True))\n"
      "key, light = (rows[0].index(words['column', n]) for n in ('key', 'light'))\n"
      "lights = [row[light] for row in rows[1:] if row[key]]\n"
      "nicks = ('green', 'amber', 'red', 'worse', 'grey')\n"
      "print(len(lights), *(lights.count(words['light', n]) for n in nicks))\n"
      "names = ('total', 'implemented', 'some_progress', 'no_progress', 'worse_than_before', "
      "'not_assessed')\n"
      "cells = (book.defined_names['Suivi_' + n].attr_text.split('!') for n in names)\n"
      "print(*(book[sheet.strip(chr(39))][cell.replace('$', '')].value for sheet, cell in cells))\n";
  const char *const command[] = { "/usr/bin/python3", "-c", program, path, NULL };
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *output = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test (command[0], G_FILE_TEST_IS_EXECUTABLE))
    return FALSE;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &trouble, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trouble, ==, "");
  if (*output == '\0')
    return FALSE;

  for (guint line = 0; line < 2; line++)
    {
      g_string_append_printf (expected, "%u", output_get_number (root, "totals", "recommendations", NULL));
      for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
        g_string_append_printf (expected, " %u", output_get_number (root, "totals", "by_light", lights[i]));
      g_string_append_c (expected, '\n');
    }
  g_assert_cmpstr (output, ==, expected->str);

  return TRUE;
}

static void
test_filters (OutputFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  GPtrArray *values[SUIVI_N_FACETS] = { NULL };
  gint64 n_all = 0;
  guint n_books = 0;
  guint n_pdfs = 0;
  guint n_filled = 0;

  output_fixture_fill (fixture);
  values[SUIVI_FACET_MECHANISM] = output_count_facet (fixture, everything, SUIVI_FACET_MECHANISM);
  for (guint i = 0; i < values[SUIVI_FACET_MECHANISM]->len; i++)
    suivi_filter_add (everything, SUIVI_FACET_MECHANISM,
                      ((SuiviFacetCount *) values[SUIVI_FACET_MECHANISM]->pdata[i])->value);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      if (values[i] == NULL)
        values[i] = output_count_facet (fixture, everything, i);
    }

  for (guint i = 0; i < N_FILTERS; i++)
    {
      g_autoptr (SuiviFilter) filter = draw_filter (random, values);
      g_autoptr (GError) error = NULL;
      guint n = suivi_store_count (fixture->store, filter, &error);
      yajl_val root = output_read_json (fixture, filter);

      g_assert_no_error (error);
      g_assert_cmpuint (count_csv (fixture, filter), ==, n);
      output_check_json (root, n);
      check_screen (fixture, filter, root);
      if (g_test_slow () || i % (N_FILTERS / N_READ) == 0)
        {
          g_autofree char *book = output_write_file (fixture, filter, "card.xlsx");

          n_books += check_book (book, root);
          n_pdfs += check_pdf (fixture, filter, root);
        }
      yajl_tree_free (root);
      n_all += n;
      n_filled += n > 0;
    }
  g_test_message ("%" G_GINT64_FORMAT " rows, %u filters let any through, %u workbooks and %u PDFs read",
                  n_all, n_filled, n_books, n_pdfs);
  /* It would be no test if most were empty. */
  g_assert_cmpuint (n_filled, >, N_FILTERS / 4);

  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    g_ptr_array_unref (values[i]);
}

/* Grades that are changed behind the cut-off must not show; with any filter, the edition has the rows and totals that the
 * working copy of that day had, in every format. */
static void
test_edition (OutputFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  GPtrArray *values[SUIVI_N_FACETS] = { NULL };
  g_autofree char *review_id = NULL;
  g_autofree char *baseline = NULL;
  g_autofree char *edition = NULL;
  guint n_filled = 0;

  output_fixture_fill (fixture);
  review_id = output_find_review (fixture);
  baseline = output_freeze (fixture, review_id, "Baseline", "2026-03-31", NULL);
  edition = output_freeze (fixture, review_id, "Mid-term", OUTPUT_CUT_OFF, baseline);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    values[i] = output_count_facet (fixture, everything, i);

  for (guint i = 0; i < N_EDITION_FILTERS; i++)
    {
      g_autoptr (SuiviFilter) filter = draw_filter (random, values);
      g_autofree char *csv = NULL;
      g_autofree char *json = NULL;
      g_autoptr (GError) error = NULL;
      yajl_val root = NULL;
      guint n = 0;

      suivi_filter_clear (filter, SUIVI_FACET_REVIEW);
      /* An edition has no index of words: that is refused, see test_edition_small(). */
      suivi_filter_set_search (filter, "");
      json = output_read_edition (fixture, edition, filter, "card.json");
      root = yajl_tree_parse (json, NULL, 0);
      g_assert_nonnull (root);
      n = output_get_number (root, "totals", "recommendations", NULL);
      output_check_json (root, n);
      csv = output_read_edition (fixture, edition, filter, "card.csv");
      g_assert_cmpuint (count_lines (csv), ==, n);
      if (g_test_slow () || i % (N_EDITION_FILTERS / N_READ) == 0)
        {
          g_autofree char *path = g_build_filename (fixture->folder, "card.xlsx", NULL);
          g_autofree char *pdf = g_build_filename (fixture->folder, "card.pdf", NULL);

          g_free (output_read_edition (fixture, edition, filter, "card.xlsx"));
          check_book (path, root);
          g_free (output_read_edition (fixture, edition, filter, "card.pdf"));
          check_pages (pdf, root);
        }

      suivi_filter_add (filter, SUIVI_FACET_REVIEW, review_id);
      suivi_filter_set_cut_off (filter, OUTPUT_CUT_OFF);
      g_assert_cmpuint (suivi_store_count (fixture->store, filter, &error), ==, n);
      g_assert_no_error (error);
      yajl_tree_free (root);
      n_filled += n > 0;
    }
  g_test_message ("%u filters let any through", n_filled);
  g_assert_cmpuint (n_filled, >, N_EDITION_FILTERS / 10);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    g_ptr_array_unref (values[i]);
}

/* Those that have no value of a facet: as many as in the working copy, and said in words. */
static void
test_edition_none (OutputFixture *fixture, gconstpointer data)
{
  static const SuiviFacet facets[]
    = { SUIVI_FACET_THEME, SUIVI_FACET_GROUP,    SUIVI_FACET_SDG,     SUIVI_FACET_ISSUE,
        SUIVI_FACET_STATE, SUIVI_FACET_CATEGORY, SUIVI_FACET_CLUSTER, SUIVI_FACET_INSTITUTION };
  g_autofree char *review_id = NULL;
  g_autofree char *edition = NULL;
  guint n_some = 0;

  output_fixture_fill (fixture);
  review_id = output_find_review (fixture);
  edition = output_freeze (fixture, review_id, "Mid-term", OUTPUT_CUT_OFF, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autofree char *json = NULL;
      g_autofree char *words = g_strdup_printf ("%s: None.", suivi_facet_to_label (facets[i]));
      g_autoptr (GError) error = NULL;
      yajl_val root = NULL;
      guint n = 0;

      suivi_filter_add (filter, facets[i], SUIVI_FACET_NONE);
      json = output_read_edition (fixture, edition, filter, "card.json");
      root = yajl_tree_parse (json, NULL, 0);
      g_assert_nonnull (root);
      suivi_filter_add (filter, SUIVI_FACET_REVIEW, review_id);
      n = suivi_store_count (fixture->store, filter, &error);
      g_assert_no_error (error);
      g_test_message ("%s: %u", suivi_facet_to_label (facets[i]), n);
      g_assert_cmpuint (output_get_number (root, "totals", "recommendations", NULL), ==, n);
      g_assert_nonnull (strstr (json, words));
      n_some += n > 0;
      yajl_tree_free (root);
    }
  g_assert_cmpuint (n_some, >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                              \
  g_test_add ("/exchange/scorecard-filters/" path, OutputFixture, NULL, output_fixture_set_up, func, \
              output_fixture_tear_down)
  ADD ("working-copy", test_filters);
  ADD ("edition", test_edition);
  ADD ("edition-none", test_edition_none);

  return g_test_run ();
}
