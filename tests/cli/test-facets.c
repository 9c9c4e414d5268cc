/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several mechanisms said, beside each other: UPR Info's words, commitments, outputs of treaty bodies. */

#include "config.h"

#include "core/review/recommendation.h"
#include "store/scorecard-store.h"
#include "store/store.h"
#include "store/transaction.h"
#include "workspace.h"

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })

static SuiviRecommendation *
make (const char *review_id, const char *number, const char *text, SuiviPosition position)
{
  SuiviRecommendation *recommendation = suivi_recommendation_new ();

  g_free (recommendation->review_id);
  recommendation->review_id = g_strdup (review_id);
  g_free (recommendation->number);
  recommendation->number = g_strdup (number);
  g_free (recommendation->text);
  recommendation->text = g_strdup (text);
  recommendation->position = position;

  return recommendation;
}

static void
set_list (char ***list, const char *const *values)
{
  g_strfreev (*list);
  *list = g_strdupv ((char **) values);
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
put (SuiviTransaction *transaction, SuiviRecommendation *recommendation)
{
  g_autoptr (GError) error = NULL;

  suivi_transaction_put_recommendation (transaction, recommendation, &error);
  g_assert_no_error (error);
  suivi_recommendation_unref (recommendation);
}

static void
put_institution (SuiviTransaction *transaction, const char *id, const char *institution)
{
  g_autoptr (GError) error = NULL;

  suivi_transaction_add_institution (transaction, LIST (id), institution, &error);
  g_assert_no_error (error);
}

/* "Learning" with the school in it, and "Roads and law" with nothing. */
static void
put_clusters (SuiviTransaction *transaction, const char *const *learning)
{
  g_autoptr (SuiviCluster) first = suivi_cluster_new ("Roads and law", 0);
  g_autoptr (SuiviCluster) second = suivi_cluster_new ("Learning", 1);
  g_autoptr (GError) error = NULL;

  suivi_transaction_put_cluster (transaction, first, &error);
  g_assert_no_error (error);
  suivi_transaction_put_cluster (transaction, second, &error);
  g_assert_no_error (error);
  suivi_transaction_assign_cluster (transaction, second->id, learning, &error);
  g_assert_no_error (error);
}

static void
fill (SuiviStore *store)
{
  g_autoptr (SuiviReview) second_cycle = suivi_review_new ("SVN", 20);
  g_autoptr (SuiviReview) fourth_cycle = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) learning = g_new0 (char *, 2);
  g_autofree char *ratification = NULL;
  SuiviRecommendation *one = NULL;

  transaction = suivi_store_begin (store, "Fill", &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_review (transaction, second_cycle, NULL));
  g_assert_true (suivi_transaction_put_review (transaction, fourth_cycle, NULL));

  one = make (second_cycle->id, "", "Open a school", SUIVI_POSITION_SUPPORTED);
  one->category = 5;
  set_list (&one->states, LIST ("FRA"));
  set_list (&one->issues, LIST ("Right to education", "Rights of the Child"));
  learning[0] = g_strdup (one->id);
  put (transaction, one);
  put_institution (transaction, learning[0], "Ministry of Education");
  one = make (second_cycle->id, "", "Go on", SUIVI_POSITION_NOTED);
  one->category = 2;
  set_list (&one->states, LIST ("TGO"));
  set_list (&one->issues, LIST ("Justice"));
  put (transaction, one);
  put (transaction, make (second_cycle->id, "", "We shall mend the roads", SUIVI_POSITION_COMMITMENT));
  one = make (fourth_cycle->id, "140.1", "Ratify it", SUIVI_POSITION_SUPPORTED);
  set_text (&one->symbol, "A/HRC/59/15");
  set_text (&one->date, "2025-03-24");
  set_text (&one->source_key, "00000000-0000-4000-8000-000000000001");
  set_list (&one->themes, LIST ("Ratification"));
  ratification = g_strdup (one->id);
  put (transaction, one);
  put_institution (transaction, ratification, "Parliament");
  put_institution (transaction, ratification, "Ministry of Justice");

  one = make (NULL, "49", "Girls in the country cannot go to school", SUIVI_POSITION_NONE);
  set_text (&one->mechanism, "CRC");
  set_text (&one->symbol, "CRC/C/SVN/CO/5");
  set_list (&one->concerned, LIST ("SVN"));
  set_list (&one->themes, LIST ("Schools of the country"));
  put (transaction, one);
  one = make (NULL, "7", "Soldiers must be grown up", SUIVI_POSITION_NONE);
  set_text (&one->mechanism, "CRC-OP-AC");
  set_list (&one->concerned, LIST ("SVN", "HRV"));
  put (transaction, one);
  one = make (NULL, "", "Teach them in their own language", SUIVI_POSITION_NONE);
  set_text (&one->mechanism, "SR Education");
  set_list (&one->concerned, LIST ("SVN"));
  put (transaction, one);

  put_clusters (transaction, (const char *const *) learning);
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

static void
set_up (Workspace *workspace, gconstpointer data)
{
  SuiviStore *store = NULL;
  g_autoptr (GError) error = NULL;

  workspace_set_up (workspace, data);
  store = suivi_store_open (workspace->file, &error);
  g_assert_no_error (error);
  suivi_store_set_author (store, "Tester", "");
  fill (store);
  suivi_store_close (store);
}

static void
test_counts (Workspace *workspace, gconstpointer data)
{
  static const struct
  {
    const char *line;
    const char *expected;
  } cases[] = {
    /* Without --mechanism, the UPR alone: recommendations and commitments. */
    { "count", "4\n" },
    { "count|--mechanism|UPR", "4\n" },
    { "count|--mechanism|upr", "4\n" },
    /* Of this very name, else all that contain the text, else none. */
    { "count|--mechanism|crc", "1\n" },
    { "count|--mechanism|crc-op", "1\n" },
    { "count|--mechanism|CRC|--mechanism|UPR", "5\n" },
    { "count|--mechanism|sr", "1\n" },
    { "count|--mechanism|CAT", "0\n" },
    { "count|--mechanism|CRC|--cycle|4", "0\n" },
    { "count|--cycle|2", "3\n" },
    { "count|--cycle|02", "3\n" },
    { "count|--cycle|2|--cycle|4", "4\n" },
    { "count|--cycle|3", "0\n" },
    { "count|--category|5", "1\n" },
    { "count|--category|5|--category|2", "2\n" },
    { "count|--category|1", "0\n" },
    { "count|--issue|justice", "1\n" },
    { "count|--issue|right", "1\n" },
    { "count|--issue|RIGHT TO EDUCATION|--category|5", "1\n" },
    { "count|--issue|Nonsense", "0\n" },
    { "count|--cluster|learning", "1\n" },
    { "count|--cluster|LEARN", "1\n" },
    { "count|--cluster|learning|--cycle|4", "0\n" },
    { "count|--cluster|Nonsense", "0\n" },
    { "count|--by|cluster", "Learning\t1\n" },
    { "count|--institution|parliament", "1\n" },
    { "count|--institution|ministry", "2\n" },
    { "count|--institution|ministry|--cycle|4", "1\n" },
    { "count|--institution|Nonsense", "0\n" },
    { "count|--by|institution", "Ministry of Education\t1\nMinistry of Justice\t1\nParliament\t1\n" },
    { "count|--position|commitment", "1\n" },
    { "count|--search|school", "1\n" },
    { "count|--search|school|--mechanism|CRC", "1\n" },
    { "count|--search|school|--mechanism|CRC|--mechanism|UPR", "2\n" },
    /* Names of themes are looked for where the mechanism is. */
    { "count|--theme|country|--mechanism|CRC", "1\n" },
    { "count|--theme|country", "0\n" },
    { "count|--review|SVN:20", "3\n" },
    { "count|--by|position", "supported\t2\nnoted\t1\ncommitment\t1\n" },
    /* What other mechanisms say is not answered. */
    { "count|--by|position|--mechanism|CRC", "" },
    { "count|--by|mechanism", "CRC\t1\nCRC-OP-AC\t1\nSR Education\t1\nUPR\t4\n" },
    { "count|--by|mechanism|--mechanism|UPR", "UPR\t4\n" },
    { "count|--by|cycle", "2\t3\n4\t1\n" },
    { "count|--by|category", "2\t1\n5\t1\n" },
    { "count|--by|issue", "Justice\t1\nRight to education\t1\nRights of the Child\t1\n" },
    { "count|--by|cycle|--json|--issue|child", "{\"2\":1}\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_tells (workspace, cases[i].line, cases[i].expected);
}

/* What "count" counts, "list" lists. */
static void
test_agreement (Workspace *workspace, gconstpointer data)
{
  static const char *const facets[]
    = { "mechanism", "cycle", "category", "issue", "position", "institution" };

  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_autofree char *line = g_strdup_printf ("count|--by|%s|--json", facets[i]);
      g_autofree char *told = workspace_tell (workspace, line);
      yajl_val counts = json_parse (told);

      g_assert_cmpuint (YAJL_GET_OBJECT (counts)->len, >, 0);
      for (size_t j = 0; j < YAJL_GET_OBJECT (counts)->len; j++)
        {
          g_autofree char *list_line
            = g_strdup_printf ("list|--%s|%s|--format|json", facets[i], YAJL_GET_OBJECT (counts)->keys[j]);
          g_autofree char *listed = workspace_tell (workspace, list_line);
          yajl_val rows = json_parse (listed);

          g_assert_cmpint (YAJL_GET_ARRAY (rows)->len, ==,
                           YAJL_GET_INTEGER (YAJL_GET_OBJECT (counts)->values[j]));
          yajl_tree_free (rows);
        }
      yajl_tree_free (counts);
    }
}

static void
test_list (Workspace *workspace, gconstpointer data)
{
  assert_tells (workspace, "list|--cycle|4|--format|json",
                "[{\"number\":\"140.1\",\"text\":\"Ratify it\",\"states\":[],\"position\":\"supported\","
                "\"themes\":[\"Ratification\"],\"groups\":[],\"sdgs\":[],\"child_focused\":false,"
                "\"light\":\"grey\",\"review\":\"SVN:48\",\"mechanism\":\"UPR\",\"concerned\":[],"
                "\"symbol\":\"A/HRC/59/15\",\"date\":\"2025-03-24\","
                "\"source_key\":\"00000000-0000-4000-8000-000000000001\",\"category\":null,\"issues\":[],"
                "\"cycle\":4,\"institutions\":[\"Ministry of Justice\",\"Parliament\"]}]\n");
  assert_tells (workspace, "list|--mechanism|CRC|--format|json",
                "[{\"number\":\"49\",\"text\":\"Girls in the country cannot go to school\",\"states\":[],"
                "\"position\":\"none\",\"themes\":[\"Schools of the country\"],\"groups\":[],\"sdgs\":[],"
                "\"child_focused\":false,\"light\":\"grey\",\"review\":null,\"mechanism\":\"CRC\","
                "\"concerned\":[\"SVN\"],\"symbol\":\"CRC/C/SVN/CO/5\",\"date\":null,\"source_key\":null,"
                "\"category\":null,\"issues\":[],\"cycle\":null,\"institutions\":[]}]\n");
  assert_tells (workspace, "list|--mechanism|CRC-OP-AC|--format|csv",
                "review,number,text,states,position,themes,groups,sdgs,child_focused,light,"
                "mechanism,concerned,symbol,date,source_key,category,issues,cycle,institutions\n"
                ",7,Soldiers must be grown up,,none,,,,false,grey,CRC-OP-AC,SVN; HRV,,,,,,,\n");
  assert_tells (workspace, "list|--category|5|--format|csv",
                "review,number,text,states,position,themes,groups,sdgs,child_focused,light,"
                "mechanism,concerned,symbol,date,source_key,category,issues,cycle,institutions\n"
                "SVN:20,,Open a school,FRA,supported,,,,false,grey,UPR,,,,,5,"
                "Right to education; Rights of the Child,2,Ministry of Education\n");

  {
    g_autofree char *table = workspace_tell (workspace, "list|--mechanism|CRC|--mechanism|CRC-OP-AC");
    g_autofree char *commitments = workspace_tell (workspace, "list|--position|commitment");

    g_assert_nonnull (strstr (table, "CRC: SVN "));
    g_assert_nonnull (strstr (table, "CRC-OP-AC: SVN HRV "));
    g_assert_nonnull (strstr (commitments, "Voluntary commitment"));
  }
}

/* The scorecard takes the same filter. */
static void
test_scorecard (Workspace *workspace, gconstpointer data)
{
  g_autofree char *output = workspace_get_path (workspace, "out.xlsx");
  g_autofree char *line = g_strdup_printf ("scorecard|--mechanism|CRC|--mechanism|UPR|--output|%s", output);

  assert_tells (workspace, line, "");
  g_assert_true (g_file_test (output, G_FILE_TEST_IS_REGULAR));
}

/* A scorecard says whose recommendations it is about, and of each who is responsible. */
static void
test_institutions (Workspace *workspace, gconstpointer data)
{
  g_autofree char *output = workspace_get_path (workspace, "out.json");
  g_autofree char *line = g_strdup_printf ("scorecard|--institution|parlia|--output|%s", output);
  g_autofree char *content = NULL;
  yajl_val card = NULL;
  yajl_val rows = NULL;
  yajl_val institutions = NULL;

  assert_tells (workspace, line, "");
  g_assert_true (g_file_get_contents (output, &content, NULL, NULL));
  card = yajl_tree_parse (content, NULL, 0);
  g_assert_nonnull (card);
  g_assert_cmpstr (json_text (card, "filter"), ==, "Institution: Parliament.");
  rows = json_get (card, "recommendations");
  g_assert_cmpuint (YAJL_GET_ARRAY (rows)->len, ==, 1);
  institutions = json_get (YAJL_GET_ARRAY (rows)->values[0], "institutions");
  g_assert_cmpuint (YAJL_GET_ARRAY (institutions)->len, ==, 2);
  g_assert_cmpstr (YAJL_GET_STRING (YAJL_GET_ARRAY (institutions)->values[0]), ==, "Ministry of Justice");
  yajl_tree_free (card);
}

static void
assert_edition_filter (Workspace *workspace, const char *options, const char *words, gsize n_rows)
{
  g_autofree char *output = workspace_get_path (workspace, "edition.json");
  g_autofree char *line = g_strdup_printf ("scorecard|--edition|Mid-term|%s|--output|%s", options, output);
  g_autofree char *content = NULL;
  yajl_val card = NULL;

  assert_tells (workspace, line, "");
  g_assert_true (g_file_get_contents (output, &content, NULL, NULL));
  card = yajl_tree_parse (content, NULL, 0);
  g_assert_nonnull (card);
  g_assert_nonnull (strstr (json_text (card, "filter"), words));
  g_assert_cmpuint (YAJL_GET_ARRAY (json_get (card, "recommendations"))->len, ==, n_rows);
  yajl_tree_free (card);
}

/* An edition knows the names of its day, which the working copy may have no longer. */
static void
test_edition (Workspace *workspace, gconstpointer data)
{
  g_autofree char *frozen
    = workspace_tell (workspace, "freeze|--review|SVN:48|--title|Mid-term|--cut-off|2026-06-30");
  g_autofree char *changed
    = workspace_tell (workspace, "institution|140.1|--remove|Parliament|--add|Parliament Office");

  assert_tells (workspace, "count|--institution|parliament", "1\n");
  assert_edition_filter (workspace, "--institution|PARLIAMENT", "Institution: Parliament.", 1);
  assert_edition_filter (workspace, "--institution|parlia", "Institution: Parliament.", 1);
  assert_edition_filter (workspace, "--institution|office", "Institution: office.", 0);
  assert_edition_filter (workspace, "--institution|of JUST|--theme|ratif|--mechanism|upr",
                         "Institution: Ministry of Justice.", 1);
  /* Of another review, and so not in the edition. */
  assert_edition_filter (workspace, "--institution|education", "Institution: education.", 0);
  assert_edition_filter (workspace, "--cluster|learn", "Cluster: learn.", 0);
  assert_edition_filter (workspace, "--review|SVN:48|--institution|parlia", "Institution: Parliament.", 1);
}

/* By place; what is in none comes last, and all add up to what "count" counts. */
static void
test_clusters (Workspace *workspace, gconstpointer data)
{
  assert_tells (
    workspace, "clusters|--json",
    "[{\"title\":\"Roads and law\",\"recommendations\":0,\"green\":0,\"amber\":0,\"red\":0,\"worse\":0,"
    "\"grey\":0},"
    "{\"title\":\"Learning\",\"recommendations\":1,\"green\":0,\"amber\":0,\"red\":0,\"worse\":0,"
    "\"grey\":1},"
    "{\"title\":null,\"recommendations\":3,\"green\":0,\"amber\":0,\"red\":0,\"worse\":0,\"grey\":3}]\n");
  assert_tells (
    workspace, "clusters|--json|--cluster|learning",
    "[{\"title\":\"Learning\",\"recommendations\":1,\"green\":0,\"amber\":0,\"red\":0,\"worse\":0,"
    "\"grey\":1}]\n");
  assert_tells (
    workspace, "clusters|--cycle|4",
    "Recommendations  Implemented  Some progress  No progress  Worse than before  Not assessed  Cluster\n"
    "0                0            0              0            0                  0             Roads and "
    "law\n"
    "0                0            0              0            0                  0             Learning\n"
    "1                0            0              0            0                  1             In no "
    "cluster\n");
}

/* "reviews" counts recommendations, not outputs. */
static void
test_reviews (Workspace *workspace, gconstpointer data)
{
  assert_tells (workspace, "reviews",
                "Review  Cycle  Recommendations  Document  State\n"
                "SVN:48  4      1                –         Slovenia\n"
                "SVN:20  2      3                –         Slovenia\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);

#define ADD(path, func) g_test_add ("/cli/facets/" path, Workspace, NULL, set_up, func, workspace_tear_down)
  ADD ("counts", test_counts);
  ADD ("agreement", test_agreement);
  ADD ("list", test_list);
  ADD ("scorecard", test_scorecard);
  ADD ("institutions", test_institutions);
  ADD ("edition", test_edition);
  ADD ("clusters", test_clusters);
  ADD ("reviews", test_reviews);

  return g_test_run ();
}
