/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "exchange/import.h"
#include "exchange/scorecard-output.h"
#include "make-uhri.h"
#include "output-fixture.h"

#define N_RECORDS 2000

static const char *const lights[SUIVI_N_LIGHTS] = { "green", "amber", "red", "worse", "grey" };

void
output_fixture_set_up (OutputFixture *fixture, gconstpointer data)
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
void
output_drop_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *member = g_build_filename (path, name, NULL);

      if (g_file_test (member, G_FILE_TEST_IS_DIR))
        output_drop_folder (member);
      else
        g_unlink (member);
    }
  g_rmdir (path);
}

void
output_fixture_tear_down (OutputFixture *fixture, gconstpointer data)
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

/* @organisation: "" for that of whoever is at the computer; NULL for what was agreed on. Returns: (transfer full): the key */
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

void
output_put_assessment (SuiviTransaction *step, const char *id, guint index, const char *date)
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

/* Some have two institutions, many have none. */
static void
put_institutions (SuiviTransaction *step, GPtrArray *ids)
{
  static const char *const names[] = { "Ministry of Justice; \"Law\"", "=Parliament", "Cour suprême" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) members = g_ptr_array_new ();

      for (guint j = i; j < ids->len; j += 3 + i)
        g_ptr_array_add (members, ids->pdata[j]);
      g_ptr_array_add (members, NULL);
      g_assert_true (
        suivi_transaction_add_institution (step, (const char *const *) members->pdata, names[i], &error));
      g_assert_no_error (error);
    }
}

/* 2,000 invented records, of which every third recommendation is graded, and some once more behind the cut-off date. */
void
output_fixture_fill (OutputFixture *fixture)
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
        output_put_assessment (step, ids->pdata[i], i + 7, "2026-07-01");
      if (i % 5 == 0)
        g_ptr_array_add (assessments,
                         put_judgement (step, ids->pdata[i], "Union of Teachers", i + 2, "2026-04-01"));
      if (i % 20 == 0)
        g_ptr_array_add (assessments, put_judgement (step, ids->pdata[i], NULL, i + 3, "2026-05-01"));
    }
  put_evidence (step, assessments);
  put_clusters (step, ids);
  put_institutions (step, ids);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

char *
output_write_file (OutputFixture *fixture, const SuiviFilter *filter, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_scorecard_write (fixture->store, filter, NULL, path, NULL, &error));
  g_assert_no_error (error);

  return path;
}

char *
output_read_file (OutputFixture *fixture, const SuiviFilter *filter, const char *name, gsize *size)
{
  g_autofree char *path = output_write_file (fixture, filter, name);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, size, &error);
  g_assert_no_error (error);

  return content;
}

yajl_val
output_get (yajl_val node, const char *first, const char *second, const char *third)
{
  const char *path[] = { first, second, third, NULL };
  yajl_val value = yajl_tree_get (node, path, yajl_t_any);

  g_assert_nonnull (value);

  return value;
}

guint
output_get_number (yajl_val node, const char *first, const char *second, const char *third)
{
  yajl_val value = output_get (node, first, second, third);

  g_assert_true (YAJL_IS_INTEGER (value));

  return YAJL_GET_INTEGER (value);
}

yajl_val
output_read_json (OutputFixture *fixture, const SuiviFilter *filter)
{
  char trouble[256] = "";
  gsize size = 0;
  g_autofree char *content = output_read_file (fixture, filter, "card.json", &size);
  yajl_val root = yajl_tree_parse (content, trouble, sizeof trouble);

  g_assert_cmpstr (trouble, ==, "");
  g_assert_nonnull (root);
  g_assert_true (g_str_has_suffix (content, "}\n"));

  return root;
}

/* The totals against the rows that stand above them. */
void
output_check_json (yajl_val root, guint n_rows)
{
  yajl_val rows = output_get (root, "recommendations", NULL, NULL);
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint sum = 0;

  g_assert_true (YAJL_IS_ARRAY (rows));
  g_assert_cmpuint (YAJL_GET_ARRAY (rows)->len, ==, n_rows);
  g_assert_cmpuint (output_get_number (root, "totals", "recommendations", NULL), ==, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      yajl_val row = YAJL_GET_ARRAY (rows)->values[i];
      const char *position = YAJL_GET_STRING (output_get (row, "position", NULL, NULL));
      const char *light = YAJL_GET_STRING (output_get (row, "light", "word", NULL));
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
          guint n
            = output_get_number (output_get (root, "totals", "by_position", position), lights[j], NULL, NULL);

          g_assert_cmpuint (n, ==, GPOINTER_TO_UINT (g_hash_table_lookup (tallies, key)));
          total += n;
        }
      g_assert_cmpuint (output_get_number (output_get (root, "totals", "by_position", position), "total",
                                           NULL, NULL),
                        ==, total);
      sum += total;
    }
  g_assert_cmpuint (sum, ==, n_rows);
  sum = 0;
  for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
    sum += output_get_number (root, "totals", "by_light", lights[j]);
  g_assert_cmpuint (sum, ==, n_rows);
}

GPtrArray *
output_count_facet (OutputFixture *fixture, const SuiviFilter *filter, SuiviFacet facet)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *counts = suivi_store_count_facet (fixture->store, filter, facet, &error);

  g_assert_no_error (error);

  return counts;
}

char *
output_read_pdf (const char *path)
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

/* Returns: (transfer full): key of the edition */
char *
output_freeze (OutputFixture *fixture,
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
char *
output_find_review (OutputFixture *fixture)
{
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  g_autoptr (GPtrArray) counts = output_count_facet (fixture, everything, SUIVI_FACET_REVIEW);
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

char *
output_read_edition (OutputFixture *fixture,
                     const char *edition_id,
                     const SuiviFilter *filter,
                     const char *name)
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
