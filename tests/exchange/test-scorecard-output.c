/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scorecard in all its formats: the same rows, the same totals, whatever the filter. */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/wait.h>
#include <yajl/yajl_tree.h>

#include "exchange/import.h"
#include "exchange/scorecard-output.h"
#include "make-uhri.h"
#include "store/scorecard-store.h"

#define N_RECORDS 2000
#define N_FILTERS 1000
#define N_PDFS    20
#define CUT_OFF   "2026-06-30"

/* On a frozen edition: random filters, and of those read as a workbook. */
#define N_EDITION_FILTERS 200
#define N_BOOKS           20

static const char *const lights[SUIVI_N_LIGHTS] = { "green", "amber", "red", "worse", "grey" };

typedef struct
{
  char *folder;
  char *workspace;
  SuiviStore *store;
  SuiviFilter *filter;
} Fixture;

/* --- The workspace ---------------------------------------------------------------------------------------- */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->workspace = g_build_filename (fixture->folder, "w.suivi", NULL);
  fixture->store = suivi_store_create (fixture->workspace, &error);
  g_assert_no_error (error);
  suivi_store_set_author (fixture->store, "Ana Lind", "Institute of Alvera");
  fixture->filter = suivi_filter_new ();
}

/* Nothing happens if it is not there. */
static void
drop_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *member = g_build_filename (path, name, NULL);

      if (g_file_test (member, G_FILE_TEST_IS_DIR))
        drop_folder (member);
      else
        g_unlink (member);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  suivi_store_close (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      /* Nothing is left of files that were being written. */
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  suivi_filter_free (fixture->filter);
  g_free (fixture->workspace);
  g_free (fixture->folder);
}

/* @organisation: "" for the owner of the workspace; NULL for what was agreed on. Returns: (transfer full): the key */
static char *
put_judgement (SuiviTransaction *step,
               const char *id,
               const char *organisation,
               guint index,
               const char *date)
{
  static const char *const agreed_by[] = { "Institute of Alvera", "Union of Teachers", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();

  g_free (assessment->organisation);
  assessment->organisation = g_strdup (organisation != NULL ? organisation : "");
  if (organisation == NULL)
    {
      assessment->agreed = 1;
      g_strfreev (assessment->agreed_by);
      assessment->agreed_by = g_strdupv ((char **) agreed_by);
      g_free (assessment->dissent);
      assessment->dissent = g_strdup ("+The Union of Nurses sees it otherwise");
    }
  assessment->confidence = index % 4;

  assessment->recommendation_id = g_strdup (id);
  suivi_assessment_set_levels (assessment, index % 4, index / 4 % 4, index / 16 % 4);
  if (index % 29 == 0)
    suivi_assessment_override_light (assessment, index % 2 == 0 ? SUIVI_LIGHT_AMBER : SUIVI_LIGHT_WORSE);
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  assessment->reason = g_strdup_printf ("=Because, \"%u\";\nand so on", index);
  assessment->source = g_strdup_printf ("Gazette %u/2026 & more <here>", index);
  assessment->name = g_strdup ("Ana Lind");
  suivi_transaction_put_assessment (step, assessment, &error);
  g_assert_no_error (error);

  return g_strdup (assessment->id);
}

static void
put_assessment (SuiviTransaction *step, const char *id, guint index, const char *date)
{
  g_free (put_judgement (step, id, "", index, date));
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

/* Some evidence, each piece behind several grades. */
static void
put_evidence (SuiviTransaction *step, GPtrArray *assessments)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("-Report %u of \"Alvera\"", i);
      g_autoptr (SuiviEvidence) evidence = suivi_evidence_new (title, SUIVI_EVIDENCE_LAW + i);

      g_free (evidence->url);
      evidence->url = g_strdup_printf ("https://alvera.example/report?n=%u&x=1", i);
      g_free (evidence->quotation);
      evidence->quotation = g_strdup ("Word for word");
      g_assert_true (suivi_transaction_put_evidence (step, evidence, &error));
      g_assert_no_error (error);
      for (guint j = i; j < assessments->len; j += 3 + i)
        g_assert_true (suivi_transaction_tie_evidence (step, evidence->id, assessments->pdata[j], &error));
      g_assert_no_error (error);
    }
}

static void
put_clusters (SuiviTransaction *step, GPtrArray *ids)
{
  static const char *const titles[] = { "Rights of the child", "Justice", "Economy & labour" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (SuiviCluster) cluster = suivi_cluster_new (titles[i], i);
      g_autoptr (GPtrArray) members = g_ptr_array_new ();

      for (guint j = i; j < ids->len; j += 4)
        g_ptr_array_add (members, ids->pdata[j]);
      g_ptr_array_add (members, NULL);
      g_assert_true (suivi_transaction_put_cluster (step, cluster, &error));
      g_assert_true (
        suivi_transaction_assign_cluster (step, cluster->id, (const char *const *) members->pdata, &error));
      g_assert_no_error (error);
    }
}

/* 2,000 invented records, of which every third recommendation is graded, and some once more behind the cut-off date. */
static void
fill (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "uhri.json", NULL);
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) assessments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  make_uhri_json (path, N_RECORDS);
  plan = suivi_import_read_file (path, options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_import_plan_compare (plan, fixture->store, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_import_plan_apply (plan, fixture->store, NULL, NULL, &error));
  g_assert_no_error (error);

  suivi_store_foreach (fixture->store, fixture->filter, SUIVI_SORT_NUMBER, FALSE, collect_id_cb, ids, NULL,
                       &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 500);
  step = suivi_store_begin (fixture->store, "Grade", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i += 3)
    {
      g_ptr_array_add (assessments, put_judgement (step, ids->pdata[i], "", i + 1, "2026-03-14"));
      if (i % 4 == 0)
        put_assessment (step, ids->pdata[i], i + 7, "2026-07-01");
      if (i % 5 == 0)
        g_ptr_array_add (assessments,
                         put_judgement (step, ids->pdata[i], "Union of Teachers", i + 2, "2026-04-01"));
      if (i % 20 == 0)
        g_ptr_array_add (assessments, put_judgement (step, ids->pdata[i], NULL, i + 3, "2026-05-01"));
    }
  put_evidence (step, assessments);
  put_clusters (step, ids);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

/* --- Writing and reading ---------------------------------------------------------------------------------- */

static char *
write_file (Fixture *fixture, const SuiviFilter *filter, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_scorecard_write (fixture->store, filter, NULL, path, NULL, &error));
  g_assert_no_error (error);

  return path;
}

static char *
read_file (Fixture *fixture, const SuiviFilter *filter, const char *name, gsize *size)
{
  g_autofree char *path = write_file (fixture, filter, name);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, size, &error);
  g_assert_no_error (error);

  return content;
}

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
          g_assert_cmpuint (n_cells, ==, 36);
          n_cells = 1;
          n_lines++;
        }
    }
  g_assert_false (quoted);
  g_assert_cmpuint (n_lines, >, 0);

  return n_lines - 1;
}

static guint
count_csv (Fixture *fixture, const SuiviFilter *filter)
{
  g_autofree char *content = read_file (fixture, filter, "card.csv", NULL);

  return count_lines (content);
}

static yajl_val
get (yajl_val node, const char *first, const char *second, const char *third)
{
  const char *path[] = { first, second, third, NULL };
  yajl_val value = yajl_tree_get (node, path, yajl_t_any);

  g_assert_nonnull (value);

  return value;
}

static guint
get_number (yajl_val node, const char *first, const char *second, const char *third)
{
  yajl_val value = get (node, first, second, third);

  g_assert_true (YAJL_IS_INTEGER (value));

  return YAJL_GET_INTEGER (value);
}

static yajl_val
read_json (Fixture *fixture, const SuiviFilter *filter)
{
  char trouble[256] = "";
  gsize size = 0;
  g_autofree char *content = read_file (fixture, filter, "card.json", &size);
  yajl_val root = yajl_tree_parse (content, trouble, sizeof trouble);

  g_assert_cmpstr (trouble, ==, "");
  g_assert_nonnull (root);
  g_assert_true (g_str_has_suffix (content, "}\n"));

  return root;
}

/* The totals against the rows that stand above them. */
static void
check_json (yajl_val root, guint n_rows)
{
  yajl_val rows = get (root, "recommendations", NULL, NULL);
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint sum = 0;

  g_assert_true (YAJL_IS_ARRAY (rows));
  g_assert_cmpuint (YAJL_GET_ARRAY (rows)->len, ==, n_rows);
  g_assert_cmpuint (get_number (root, "totals", "recommendations", NULL), ==, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      yajl_val row = YAJL_GET_ARRAY (rows)->values[i];
      const char *position = YAJL_GET_STRING (get (row, "position", NULL, NULL));
      const char *light = YAJL_GET_STRING (get (row, "light", "word", NULL));
      char *key = g_strdup_printf ("%s %s", position, light);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (tallies, key));

      g_hash_table_replace (tallies, key, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i <= SUIVI_N_POSITIONS; i++)
    {
      const char *position = suivi_position_to_nick (i);
      guint total = 0;

      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        {
          g_autofree char *key = g_strdup_printf ("%s %s", position, lights[j]);
          guint n = get_number (get (root, "totals", "by_position", position), lights[j], NULL, NULL);

          g_assert_cmpuint (n, ==, GPOINTER_TO_UINT (g_hash_table_lookup (tallies, key)));
          total += n;
        }
      g_assert_cmpuint (get_number (get (root, "totals", "by_position", position), "total", NULL, NULL), ==,
                        total);
      sum += total;
    }
  g_assert_cmpuint (sum, ==, n_rows);
  sum = 0;
  for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
    sum += get_number (root, "totals", "by_light", lights[j]);
  g_assert_cmpuint (sum, ==, n_rows);
}

/* --- Random filters --------------------------------------------------------------------------------------- */

static GPtrArray *
count_facet (Fixture *fixture, const SuiviFilter *filter, SuiviFacet facet)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *counts = suivi_store_count_facet (fixture->store, filter, facet, &error);

  g_assert_no_error (error);

  return counts;
}

static SuiviFilter *
draw_filter (GRand *random, GPtrArray **values)
{
  static const char *const searches[] = { "children", "judg", "ba", "1", "zz" };
  static const char *const cut_offs[] = { NULL, "2025-12-31", CUT_OFF, "2026-11-22" };
  SuiviFilter *filter = suivi_filter_new ();

  for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
    {
      guint n = g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 1, 4) : 0;

      for (guint i = 0; i < n && values[facet]->len > 0; i++)
        {
          SuiviFacetCount *one = values[facet]->pdata[g_rand_int_range (random, 0, values[facet]->len)];

          suivi_filter_add (filter, facet, one->value);
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
check_screen (Fixture *fixture, const SuiviFilter *filter, yajl_val root)
{
  g_autoptr (GPtrArray) counts = NULL;

  if (get_number (get (root, "totals", "by_position", "none"), "total", NULL, NULL) > 0
      || suivi_filter_get (filter, SUIVI_FACET_LIGHT)[0] != NULL)
    return;
  counts = count_facet (fixture, filter, SUIVI_FACET_LIGHT);
  for (guint i = 0; i < counts->len; i++)
    {
      SuiviFacetCount *one = counts->pdata[i];

      g_assert_cmpuint (get_number (root, "totals", "by_light", one->value), ==, one->count);
    }
}

static char *
read_pdf (const char *path)
{
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The row of sums, and the share of each light, as they stand on the page. */
static gboolean
check_pages (const char *path, yajl_val root)
{
  static const char *const words[SUIVI_N_LIGHTS]
    = { "● Implemented", "◐ Some progress", "○ No progress", "↓ Worse than before", "– Not assessed" };
  g_autofree char *text = read_pdf (path);
  guint n[SUIVI_N_LIGHTS] = { 0 };
  guint total = get_number (root, "totals", "recommendations", NULL);
  g_autofree char *sums = NULL;

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *figure = NULL;

      n[i] = get_number (root, "totals", "by_light", lights[i]);
      figure = g_strdup_printf ("%s\\s+%u\\s+%u\\s*%%", words[i], n[i],
                                total > 0 ? (n[i] * 200 + total) / (total * 2) : 0);
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
check_pdf (Fixture *fixture, const SuiviFilter *filter, yajl_val root)
{
  g_autofree char *path = write_file (fixture, filter, "card.pdf");

  return check_pages (path, root);
}

/* The numbers of the workbook: how many rows its sheet has, as openpyxl reads it; -1 without Python. */
static int
count_book (const char *path)
{
  static const char program[]
    = "import sys\n"
      "try:\n    import openpyxl\nexcept ImportError:\n    print(-1)\n    sys.exit()\n"
      "book = openpyxl.load_workbook(sys.argv[1])\n"
      "key = [t for k, n, t in book['suivi-scorecard'].iter_rows(max_col=3, values_only=True)"
      " if (k, n) == ('column', 'key')][0]\n"
      "rows = list(book['Scorecard'].iter_rows(values_only=True))\n"
      "print(sum(1 for row in rows[1:] if row[rows[0].index(key)]))\n";
  const char *const command[] = { "/usr/bin/python3", "-c", program, path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test (command[0], G_FILE_TEST_IS_EXECUTABLE))
    return -1;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &trouble, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trouble, ==, "");

  return atoi (output);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  GPtrArray *values[SUIVI_N_FACETS] = { NULL };
  gint64 n_all = 0;
  guint n_pdfs = 0;
  guint n_filled = 0;

  fill (fixture);
  values[SUIVI_FACET_MECHANISM] = count_facet (fixture, everything, SUIVI_FACET_MECHANISM);
  for (guint i = 0; i < values[SUIVI_FACET_MECHANISM]->len; i++)
    suivi_filter_add (everything, SUIVI_FACET_MECHANISM,
                      ((SuiviFacetCount *) values[SUIVI_FACET_MECHANISM]->pdata[i])->value);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      if (values[i] == NULL)
        values[i] = count_facet (fixture, everything, i);
    }

  for (guint i = 0; i < N_FILTERS; i++)
    {
      g_autoptr (SuiviFilter) filter = draw_filter (random, values);
      g_autoptr (GError) error = NULL;
      guint n = suivi_store_count (fixture->store, filter, &error);
      yajl_val root = read_json (fixture, filter);

      g_assert_no_error (error);
      g_assert_cmpuint (count_csv (fixture, filter), ==, n);
      check_json (root, n);
      check_screen (fixture, filter, root);
      if (i % (N_FILTERS / N_PDFS) == 0)
        {
          g_autofree char *book = write_file (fixture, filter, "card.xlsx");
          int n_book = count_book (book);

          g_assert_true (n_book == -1 || (guint) n_book == n);
          n_pdfs += check_pdf (fixture, filter, root);
        }
      yajl_tree_free (root);
      n_all += n;
      n_filled += n > 0;
    }
  g_test_message ("%" G_GINT64_FORMAT " rows, %u filters let any through, %u PDFs read", n_all, n_filled,
                  n_pdfs);
  /* It would be no test if most were empty. */
  g_assert_cmpuint (n_filled, >, N_FILTERS / 4);

  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    g_ptr_array_unref (values[i]);
}

/* --- A frozen edition ------------------------------------------------------------------------------------- */

/* Returns: (transfer full): key of the edition */
static char *
freeze (Fixture *fixture,
        const char *review_id,
        const char *title,
        const char *cut_off,
        const char *previous_id)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new (title, cut_off);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  edition->review_id = g_strdup (review_id);
  edition->previous_id = g_strdup (previous_id);
  step = suivi_store_begin (fixture->store, "Freeze", &error);
  g_assert_true (suivi_transaction_freeze_edition (step, edition, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);

  return g_strdup (edition->id);
}

/* The review with the most recommendations. */
static char *
find_review (Fixture *fixture)
{
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  g_autoptr (GPtrArray) counts = count_facet (fixture, everything, SUIVI_FACET_REVIEW);
  const SuiviFacetCount *most = NULL;

  for (guint i = 0; i < counts->len; i++)
    {
      const SuiviFacetCount *one = counts->pdata[i];

      if (most == NULL || one->count > most->count)
        most = one;
    }
  g_assert_nonnull (most);

  return g_strdup (most->value);
}

static char *
read_edition (Fixture *fixture, const char *edition_id, const SuiviFilter *filter, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_assert_true (suivi_scorecard_write_edition (fixture->store, edition_id, filter, path, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);

  return content;
}

/* Grades that are changed behind the cut-off must not show; with any filter, the edition has the rows and totals that the
 * working copy of that day had, in every format. */
static void
test_edition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  GPtrArray *values[SUIVI_N_FACETS] = { NULL };
  g_autofree char *review_id = NULL;
  g_autofree char *baseline = NULL;
  g_autofree char *edition = NULL;
  guint n_filled = 0;

  fill (fixture);
  review_id = find_review (fixture);
  baseline = freeze (fixture, review_id, "Baseline", "2026-03-31", NULL);
  edition = freeze (fixture, review_id, "Mid-term", CUT_OFF, baseline);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    values[i] = count_facet (fixture, everything, i);

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
      json = read_edition (fixture, edition, filter, "card.json");
      root = yajl_tree_parse (json, NULL, 0);
      g_assert_nonnull (root);
      n = get_number (root, "totals", "recommendations", NULL);
      check_json (root, n);
      csv = read_edition (fixture, edition, filter, "card.csv");
      g_assert_cmpuint (count_lines (csv), ==, n);
      if (i % (N_EDITION_FILTERS / N_BOOKS) == 0)
        {
          g_autofree char *path = g_build_filename (fixture->folder, "card.xlsx", NULL);
          g_autofree char *pdf = g_build_filename (fixture->folder, "card.pdf", NULL);
          int n_book = 0;

          g_free (read_edition (fixture, edition, filter, "card.xlsx"));
          n_book = count_book (path);
          g_assert_true (n_book == -1 || (guint) n_book == n);
          g_free (read_edition (fixture, edition, filter, "card.pdf"));
          check_pages (pdf, root);
        }

      suivi_filter_add (filter, SUIVI_FACET_REVIEW, review_id);
      suivi_filter_set_cut_off (filter, CUT_OFF);
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

/* --- One scorecard in detail ------------------------------------------------------------------------------ */

/* What programs that are not ours read: the JSON is as the schema says, and CSV and workbook hold the same values. */
static void
test_python (Fixture *fixture, gconstpointer data)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "check-scorecard-data.py", NULL);
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "..", "data", "scorecard.schema.json", NULL);
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

  fill (fixture);
  suivi_filter_add (fixture->filter, SUIVI_FACET_MECHANISM, "UPR");
  suivi_filter_add (fixture->filter, SUIVI_FACET_MECHANISM, "CRC");
  suivi_filter_set_cut_off (fixture->filter, CUT_OFF);
  json = write_file (fixture, fixture->filter, "card.json");
  csv = write_file (fixture, fixture->filter, "card.csv");
  xlsx = write_file (fixture, fixture->filter, "card.xlsx");
  {
    const char *const arguments[] = { "/usr/bin/python3", script, schema, json, csv, xlsx, NULL };

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
fill_small (Fixture *fixture)
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
  put_assessment (step, whole->id, 2, "2026-03-14");
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

static void
test_small (Fixture *fixture, gconstpointer data)
{
  gsize size = 0;
  g_autofree char *csv = NULL;
  yajl_val root = NULL;
  yajl_val row = NULL;

  fill_small (fixture);
  csv = read_file (fixture, fixture->filter, "card.csv", &size);
  g_assert_nonnull (
    strstr (csv, "\r\n\"SVN:48\",\"140.10\",\"'=SUM(1) \"\"Ratify\"\" it,\nsoon\",\"TGO; NPL\",\"part\","
                 "\"Education, science; Health\",\"some\",\"unassessed\",\"unassessed\",\"amber\","
                 "\"no\",\"'=Because, \"\"2\"\";\nand so on\",\"Gazette 2/2026 & more <here>\","
                 "\"Institute of Alvera\",\"2026-03-14\",\"Ana Lind\",\"\",\"\",\"no\",\"4\",\"UPR\",\"\","));

  root = read_json (fixture, fixture->filter);
  check_json (root, 1);
  g_assert_cmpstr (YAJL_GET_STRING (get (root, "suivi", NULL, NULL)), ==, "scorecard");
  g_assert_cmpuint (get_number (root, "version", NULL, NULL), ==, 1);
  g_assert_true (YAJL_IS_NULL (get (root, "cut_off", NULL, NULL)));
  g_assert_cmpstr (YAJL_GET_STRING (get (root, "author", NULL, NULL)), ==, "Ana Lind, Institute of Alvera");
  g_assert_cmpstr (YAJL_GET_STRING (get (root, "counting", "unit", NULL)), ==, "recommendation");
  row = YAJL_GET_ARRAY (get (root, "recommendations", NULL, NULL))->values[0];
  g_assert_cmpstr (YAJL_GET_STRING (get (row, "text", NULL, NULL)), ==, "=SUM(1) \"Ratify\" it,\nsoon");
  g_assert_cmpuint (get_number (row, "category", NULL, NULL), ==, 4);
  g_assert_cmpuint (YAJL_GET_ARRAY (get (row, "parts", NULL, NULL))->len, ==, 1);
  g_assert_true (YAJL_IS_NULL (get (row, "symbol", NULL, NULL)));
  yajl_tree_free (root);
}

/* Parts are not frozen with an edition, and so are not in it; what is gone counts where nothing was filtered out. */
static void
test_edition_small (Fixture *fixture, gconstpointer data)
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
  review_id = find_review (fixture);
  edition = freeze (fixture, review_id, "Mid-term", CUT_OFF, NULL);
  json = read_edition (fixture, edition, NULL, "card.json");
  root = yajl_tree_parse (json, NULL, 0);
  row = YAJL_GET_ARRAY (get (root, "recommendations", NULL, NULL))->values[0];
  id = g_strdup (YAJL_GET_STRING (get (row, "id", NULL, NULL)));
  g_assert_null (yajl_tree_get (row, (const char **) path, yajl_t_any));
  g_assert_true (YAJL_IS_NULL (get (root, "totals", "by_trend", NULL)));
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
  root = read_json (fixture, fixture->filter);
  g_assert_cmpuint (get_number (root, "totals", "recommendations", NULL), ==, 0);
  g_assert_cmpuint (get_number (root, "totals", "by_trend", "same"), ==, 0);
  g_assert_cmpuint (get_number (root, "totals", "by_trend", "gone"), ==, 1);
  yajl_tree_free (root);

  suivi_filter_add (narrowed, SUIVI_FACET_THEME, "Health");
  root = read_json (fixture, narrowed);
  g_assert_cmpuint (get_number (root, "totals", "by_trend", "gone"), ==, 0);
  yajl_tree_free (root);
}

/* On paper, too, a number says what it is a number of. */
static void
test_pdf_pairs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "card.pdf", NULL);
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", CUT_OFF);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  fill_small (fixture);
  edition->review_id = find_review (fixture);
  edition->unit = SUIVI_COUNTING_UNIT_STATE;
  step = suivi_store_begin (fixture->store, "Freeze", &error);
  suivi_transaction_freeze_edition (step, edition, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  g_free (read_edition (fixture, edition->id, NULL, "card.pdf"));
  content = read_pdf (path);
  if (content == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  g_assert_true (g_regex_match_simple ("Pairs\\s+of\\s+a", content, 0, 0));
  g_assert_true (g_regex_match_simple ("Total\\s+2\\s+100", content, 0, 0));
}

/* The same bytes, also when the file is written over, and a cut-off date before all grades. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "card.csv", "card.json", "card.pdf", "card.XLSX", "card.docx" };

  fill_small (fixture);
  suivi_filter_set_cut_off (fixture->filter, "2026-03-14");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize first_size = 0;
      gsize second_size = 0;
      g_autofree char *first = read_file (fixture, fixture->filter, names[i], &first_size);
      g_autofree char *second = NULL;

      g_usleep (1100 * 1000 / G_N_ELEMENTS (names));
      second = read_file (fixture, fixture->filter, names[i], &second_size);
      g_assert_cmpmem (first, first_size, second, second_size);
    }
  suivi_filter_set_cut_off (fixture->filter, "2026-03-13");
  {
    yajl_val root = read_json (fixture, fixture->filter);

    g_assert_cmpuint (get_number (root, "totals", "by_light", "grey"), ==, 1);
    yajl_tree_free (root);
  }
}

static void
test_pdf_long (Fixture *fixture, gconstpointer data)
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

  path = write_file (fixture, fixture->filter, "card.pdf");
  content = read_pdf (path);
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
  g_assert_nonnull (strstr (content, "(continued)"));
}

/* Where people write "1,5", a PDF comes about all the same. */
static void
test_pdf_comma (Fixture *fixture, gconstpointer data)
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
  path = write_file (fixture, fixture->filter, "card.pdf");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  setlocale (LC_NUMERIC, "C");
  g_unsetenv ("LOCPATH");
  drop_folder (locales);
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
test_failures (Fixture *fixture, gconstpointer data)
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

#define ADD(path, func) \
  g_test_add ("/exchange/scorecard-output/" path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/exchange/scorecard-output/names", test_names);
  ADD ("failures", test_failures);
  ADD ("small", test_small);
  ADD ("edition-small", test_edition_small);
  ADD ("pdf-pairs", test_pdf_pairs);
  ADD ("same-bytes", test_same);
  ADD ("pdf-long", test_pdf_long);
  ADD ("pdf-comma", test_pdf_comma);
  ADD ("python", test_python);
  ADD ("filters", test_filters);
  ADD ("edition", test_edition);

  return g_test_run ();
}
