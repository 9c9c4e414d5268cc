/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every command on a small workspace made here, without any list to read. */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/review/recommendation.h"
#include "runner.h"
#include "store/store.h"
#include "store/transaction.h"

typedef struct
{
  char *folder;
  char *file;
} Fixture;

static void
put (SuiviTransaction *transaction,
     const char *review_id,
     const char *number,
     const char *text,
     SuiviPosition position,
     const char *const *states,
     const char *const *themes,
     const char *const *groups,
     gboolean child_focused)
{
  static const char *const sdgs[] = { "16.2", NULL };
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_autoptr (GError) error = NULL;

  recommendation->review_id = g_strdup (review_id);
  recommendation->number = g_strdup (number);
  recommendation->text = g_strdup (text);
  recommendation->position = position;
  recommendation->child_focused = child_focused;
  suivi_recommendation_set_lists (recommendation, states, themes, groups, sdgs);
  suivi_transaction_put_recommendation (transaction, recommendation, &error);
  g_assert_no_error (error);
}

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Two reviews; the number 108.1 stands in both. */
static void
fill (SuiviStore *store)
{
  g_autoptr (SuiviReview) first = suivi_review_new ("SVN", 20);
  g_autoptr (SuiviReview) second = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  const char *const none[] = { NULL };

  second->symbol = g_strdup ("A/HRC/59/15");
  transaction = suivi_store_begin (store, "Fill", &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_review (transaction, first, NULL));
  g_assert_true (suivi_transaction_put_review (transaction, second, NULL));
  put (transaction, first->id, "108.1", "Ratify the convention", SUIVI_POSITION_SUPPORTED,
       LIST ("FRA", "TGO"), LIST ("Right to education"), LIST ("Children"), TRUE);
  put (transaction, second->id, "108.1", "=1+1 is a text, \"really\"", SUIVI_POSITION_NOTED, LIST ("FRA"),
       LIST ("Right to health", "Right to education"), LIST ("Women & girls"), FALSE);
  put (transaction, second->id, "108.2", "Protéger l'égalité", SUIVI_POSITION_PART, LIST ("TUR"),
       LIST ("Education"), none, FALSE);
  put (transaction, second->id, "108.10", "Wait", SUIVI_POSITION_PENDING, none, none, LIST ("Children"),
       TRUE);
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  SuiviStore *store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = runner_make_folder ();
  fixture->file = g_build_filename (fixture->folder, "test.suivi", NULL);
  store = suivi_store_create (fixture->file, &error);
  g_assert_no_error (error);
  suivi_store_set_author (store, "Tester", "");
  fill (store);
  suivi_store_close (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Result) check = run_cli ("check", fixture->file, NULL);

  assert_status (check, 0);
  g_assert_cmpstr (check->out, ==, "ok\n");
  runner_drop_folder (fixture->folder);
  g_free (fixture->file);
}

/* Runs a command line in which FILE stands for the workspace and words are parted by "|". */
static Result *
run_line (Fixture *fixture, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, "|", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "FILE"))
        {
          g_free (words[i]);
          words[i] = g_strdup (fixture->file);
        }
    }

  return run_strv ((const char *const *) words);
}

static void
assert_sentence (Result *result)
{
  g_assert_cmpstr (result->out, ==, "");
  g_assert_true (g_str_has_prefix (result->err, "suivi-cli: "));
  g_assert_true (g_str_has_suffix (result->err, ".\n") || g_str_has_suffix (result->err, "?\n"));
}

static void
test_top (void)
{
  static const char *const commands[] = { "new",    "import",    "imports", "reviews", "list", "count",
                                          "assess", "scorecard", "history", "undo",    "redo", "check" };
  g_autoptr (Result) nothing = run_strv ((const char *const[]){ NULL });
  g_autoptr (Result) help = run_cli ("--help", NULL);
  g_autoptr (Result) version = run_cli ("--version", NULL);
  g_autoptr (Result) unknown = run_cli ("frobnicate", NULL);

  assert_status (nothing, 2);
  g_assert_cmpstr (nothing->out, ==, "");
  assert_status (help, 0);
  g_assert_cmpstr (help->out, ==, nothing->err);
  assert_status (version, 0);
  g_assert_cmpstr (version->out, ==, "suivi-cli " SUIVI_VERSION "\n");
  assert_status (unknown, 2);
  assert_sentence (unknown);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (Result) usage = run_cli (commands[i], "--help", NULL);
      g_autoptr (Result) bare = run_cli (commands[i], NULL);
      g_autofree char *begin = g_strdup_printf ("suivi-cli %s", commands[i]);

      g_assert_nonnull (strstr (help->out, commands[i]));
      assert_status (usage, 0);
      g_assert_nonnull (strstr (usage->out, begin));
      assert_status (bare, 2);
      assert_sentence (bare);
    }
}

static void
test_wrong_usage (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "new",
    "new|FILE|another",
    "new|x.suivi|--review|SVN",
    "new|x.suivi|--review|XXX:48",
    "new|x.suivi|--review|SVN:0",
    "new|x.suivi|--review|SVN:48x",
    "new|x.suivi|--review",
    "new|x.suivi|--frobnicate",
    "import|FILE",
    "import|FILE|x.docx|y.docx",
    "import|FILE|x.docx|--review|48",
    "import|FILE|x.docx|--format|pdf",
    "import|FILE|x.csv|--states|",
    "import|FILE|x.csv|--states|SVN,",
    "import|FILE|x.csv|--states|SVN,XXX",
    "import|FILE|x.csv|--states|Slovenia",
    "import|FILE|x.csv|--map|",
    "import|FILE|x.csv|--map|Text",
    "import|FILE|x.csv|--map|Text=nonsense",
    "import|FILE|x.csv|--map|Text=text|--format|uhri",
    "import|FILE|x.csv|--encoding|EBCDIC",
    "import|FILE|x.csv|--encoding|",
    "import|FILE|x.csv|--separator|:",
    "import|FILE|x.csv|--separator|",
    "import|FILE|x.csv|--separator|,;",
    "import|FILE|x.csv|--sheet|0",
    "import|FILE|x.csv|--sheet|-1",
    "import|FILE|x.csv|--sheet|one",
    "import|FILE|x.csv|--near|maybe",
    "imports|FILE|x",
    "imports|FILE|--format|json",
    "reviews|FILE|x",
    "reviews|FILE|--format|json",
    "list|FILE|--position|rejected",
    "list|FILE|--position|none",
    "list|FILE|--position|Supported",
    "list|FILE|--light|blue",
    "list|FILE|--state|FR",
    "list|FILE|--state|France",
    "list|FILE|--state|",
    "list|FILE|--review|SVN-48",
    "list|FILE|--theme|",
    "list|FILE|--group| ",
    "list|FILE|--mechanism|",
    "list|FILE|--issue| ",
    "list|FILE|--category|0",
    "list|FILE|--category|6",
    "list|FILE|--category|general",
    "list|FILE|--cycle|0",
    "list|FILE|--cycle|4th",
    "list|FILE|--cycle|",
    "list|FILE|--format|xml",
    "list|FILE|--|--format",
    "count|FILE|--by|session",
    "count|FILE|--by|",
    "assess|FILE",
    "assess|FILE|108.2|--policy|done|--practice|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.2|--law|done|--practice|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.2|--law|done|--policy|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--source|s|--by|n",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--by|n",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|s",
    "assess|FILE|108.2|--law|yes|--policy|done|--practice|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.2|--law|done|--policy|Done|--practice|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n|--date|2025-02-"
    "29",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n|--date|"
    "yesterday",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n|--light|blue",
    "scorecard|FILE",
    "scorecard|FILE|--output|out.xls",
    "scorecard|FILE|--output|.xlsx",
    "scorecard|FILE|--output|out.xlsx|--cut-off|2025-13-01",
    "scorecard|FILE|--output|out.pdf|--paper|a5",
    "scorecard|FILE|--output|out.pdf|--paper|locale",
    "report|FILE|--output|out.docx|--paper|",
    "history|FILE|--limit",
    "undo",
    "redo|FILE|twice",
    "check|--json|FILE",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (Result) result = run_line (fixture, lines[i]);

      g_test_message ("%s", lines[i]);
      assert_status (result, 2);
      assert_sentence (result);
    }

  {
    g_autoptr (Result) history = run_cli ("history", fixture->file, NULL);

    g_assert_true (strchr (history->out, '\n') == history->out + strlen (history->out) - 1);
  }
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "new|FILE",
    "new|/nowhere/x.suivi",
    "import|FILE|/nowhere/x.docx",
    "import|FILE|/",
    "import|FILE|FILE",
    "import|/nowhere/x.suivi|FILE",
    "reviews|/nowhere/x.suivi",
    "list|/",
    "list|FILE|--review|FRA:1",
    "count|FILE|--review|SVN:47",
    "count|/dev/null",
    "assess|FILE|999.9|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.1 (a)|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.1|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.2|--review|SVN:20|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason| |--source|s|--by|n",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source||--by|n",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|  ",
    "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n|--date|9999-12-"
    "31",
    "scorecard|FILE|--output|/nowhere/out.xlsx",
    "redo|FILE",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (Result) result = run_line (fixture, lines[i]);

      g_test_message ("%s", lines[i]);
      assert_status (result, 1);
      assert_sentence (result);
    }

  {
    g_autoptr (Result) several = run_line (fixture, lines[13]);
    g_autoptr (Result) history = run_cli ("history", fixture->file, NULL);

    g_assert_nonnull (strstr (several->err, "SVN:48, SVN:20"));
    g_assert_true (strchr (history->out, '\n') == history->out + strlen (history->out) - 1);
  }
}

/* Not a workspace, not a list: said within a moment, whatever it is. */
static void
test_odd_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *garbage = g_build_filename (fixture->folder, "garbage", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *huge = g_build_filename (fixture->folder, "huge", NULL);
  g_autofree char *zip = g_build_filename (fixture->folder, "zip.docx", NULL);
  g_autofree char *old = g_build_filename (fixture->folder, "old.doc", NULL);
  g_autofree char *bytes = g_malloc (5000);
  const char *paths[] = { garbage, empty, fifo, huge, zip, old, fixture->folder };
  FILE *stream = NULL;

  for (gsize i = 0; i < 5000; i++)
    bytes[i] = g_test_rand_int_range (0, 256);
  g_assert_true (g_file_set_contents (garbage, bytes, 5000, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  stream = g_fopen (huge, "w");
  g_assert_nonnull (stream);
  /* It takes no room on the disk. */
  g_assert_cmpint (ftruncate (fileno (stream), (off_t) 3 * 1024 * 1024 * 1024), ==, 0);
  fclose (stream);
  memcpy (bytes, "PK\003\004", 4);
  g_assert_true (g_file_set_contents (zip, bytes, 5000, NULL));
  memcpy (bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  g_assert_true (g_file_set_contents (old, bytes, 5000, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Result) as_source = run_cli ("import", fixture->file, paths[i], "--review", "SVN:48", NULL);
      g_autoptr (Result) as_format
                 = run_cli ("import", "--format", "ohchr-list", fixture->file, paths[i], NULL);
      g_autoptr (Result) as_workspace = run_cli ("list", paths[i], NULL);

      g_test_message ("%s", paths[i]);
      assert_status (as_source, 1);
      assert_sentence (as_source);
      assert_status (as_format, 1);
      assert_sentence (as_format);
      assert_status (as_workspace, 1);
      assert_sentence (as_workspace);
    }

  {
    g_autoptr (Result) legacy = run_cli ("import", fixture->file, old, NULL);
    g_autoptr (Result) too_big = run_cli ("import", fixture->file, huge, NULL);

    g_assert_nonnull (strstr (legacy->err, ".docx"));
    g_assert_nonnull (strstr (too_big->err, "2 GB"));
  }
}

/* No byte of the command line may bring it down. */
static void
test_invalid_utf8 (Fixture *fixture, gconstpointer data)
{
#define BAD "\xFF\xC3("
  static const struct
  {
    const char *line;
    int status;
  } cases[] = {
    { BAD, 2 },
    { "list|" BAD, 1 },
    { "list|FILE|" BAD, 2 },
    { "list|FILE|--" BAD, 2 },
    { "list|FILE|--search|" BAD, 0 },
    { "list|FILE|--theme|" BAD, 2 },
    { "list|FILE|--group|" BAD, 2 },
    { "list|FILE|--state|" BAD, 2 },
    { "list|FILE|--position|" BAD, 2 },
    { "list|FILE|--light|" BAD, 2 },
    { "list|FILE|--review|" BAD, 2 },
    { "list|FILE|--mechanism|" BAD, 2 },
    { "list|FILE|--cycle|" BAD, 2 },
    { "list|FILE|--category|" BAD, 2 },
    { "list|FILE|--issue|" BAD, 2 },
    { "list|FILE|--review|SVN:" BAD, 2 },
    { "list|FILE|--format|" BAD, 2 },
    { "count|FILE|--by|" BAD, 2 },
    { "import|FILE|" BAD, 1 },
    { "import|FILE|x|--format|" BAD, 2 },
    { "import|FILE|x|--states|" BAD, 2 },
    { "import|FILE|x|--map|" BAD "=text", 2 },
    { "import|FILE|x|--encoding|" BAD, 2 },
    { "import|FILE|x|--separator|" BAD, 2 },
    { "import|FILE|x|--sheet|" BAD, 2 },
    { "import|FILE|x|--near|" BAD, 2 },
    { "assess|FILE|" BAD "|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n", 2 },
    { "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|" BAD "|--source|s|--by|n", 2 },
    { "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|" BAD "|--by|n", 2 },
    { "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|" BAD, 2 },
    { "assess|FILE|108.2|--law|done|--policy|done|--practice|done|--reason|r|--source|s|--by|n|--date|" BAD,
      2 },
    { "assess|FILE|108.2|--law|" BAD "|--policy|done|--practice|done|--reason|r|--source|s|--by|n", 2 },
    { "scorecard|FILE|--output|" BAD, 2 },
    { "undo|FILE|" BAD, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Result) result = run_line (fixture, cases[i].line);

      g_test_message ("case %zu", i);
      assert_status (result, cases[i].status);
      g_assert_true (g_utf8_validate (result->err, -1, NULL));
      g_assert_true (g_utf8_validate (result->out, -1, NULL));
    }
#undef BAD
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Überblick 2.suivi", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before = 0;
  gsize size_after = 0;
  g_autoptr (Result) made = run_cli ("new", "--review", "svn:48", path, NULL);
  g_autoptr (Result) reviews = run_cli ("reviews", path, "--json", NULL);
  g_autoptr (Result) again = NULL;

  assert_status (made, 0);
  g_assert_cmpstr (made->out, ==, "");
  g_assert_cmpstr (
    reviews->out, ==,
    "[{\"review\":\"SVN:48\",\"state\":\"SVN\",\"name\":\"Slovenia\",\"session\":48,\"cycle\":4,"
    "\"symbol\":null,\"recommendations\":0}]\n");

  g_assert_true (g_file_get_contents (path, &before, &size_before, NULL));
  again = run_cli ("new", path, NULL);
  assert_status (again, 1);
  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Result) table = run_cli ("reviews", fixture->file, NULL);
  g_autoptr (Result) json = run_cli ("reviews", "--json", fixture->file, NULL);
  yajl_val value = NULL;

  assert_status (table, 0);
  g_assert_cmpstr (table->out, ==,
                   "Review  Cycle  Recommendations  Document     State\n"
                   "SVN:48  4      3                A/HRC/59/15  Slovenia\n"
                   "SVN:20  2      1                –            Slovenia\n");
  assert_status (json, 0);
  value = json_parse (json->out);
  g_assert_cmpuint (YAJL_GET_ARRAY (value)->len, ==, 2);
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (value)->values[0], "symbol"), ==, "A/HRC/59/15");
  g_assert_cmpint (json_number (YAJL_GET_ARRAY (value)->values[0], "recommendations"), ==, 3);
  yajl_tree_free (value);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Result) table = run_cli ("list", fixture->file, NULL);
  g_autoptr (Result) csv = run_cli ("list", "--format", "csv", fixture->file, NULL);
  g_autoptr (Result) json = run_cli ("list", fixture->file, "--format=json", "--review", "SVN:48", NULL);

  assert_status (table, 0);
  g_assert_cmpstr (table->out, ==,
                   "Review  Number  Position           Light           States   Recommendation\n"
                   "SVN:20  108.1   Supported          – Not assessed  FRA TGO  Ratify the convention\n"
                   "SVN:48  108.1   Noted              – Not assessed  FRA      =1+1 is a text, \"really\"\n"
                   "SVN:48  108.2   Supported in part  – Not assessed  TUR      Protéger l'égalité\n"
                   "SVN:48  108.10  Pending            – Not assessed           Wait\n");
  assert_status (csv, 0);
  g_assert_cmpstr (
    csv->out, ==,
    "review,number,text,states,position,themes,groups,sdgs,child_focused,light,"
    "mechanism,concerned,symbol,date,source_key,category,issues,cycle,institutions\n"
    "SVN:20,108.1,Ratify the convention,FRA; TGO,supported,Right to education,Children,16.2,true,grey,"
    "UPR,,,,,,,2,\n"
    "SVN:48,108.1,\"'=1+1 is a text, \"\"really\"\"\",FRA,noted,Right to health; Right to education,"
    "Women & girls,16.2,false,grey,UPR,,,,,,,4,\n"
    "SVN:48,108.2,Protéger l'égalité,TUR,part,Education,,16.2,false,grey,UPR,,,,,,,4,\n"
    "SVN:48,108.10,Wait,,pending,,Children,16.2,true,grey,UPR,,,,,,,4,\n");
  assert_status (json, 0);
  g_assert_cmpstr (
    json->out, ==,
    "[{\"number\":\"108.1\",\"text\":\"=1+1 is a text, "
    "\\\"really\\\"\",\"states\":[\"FRA\"],\"position\":\"noted\","
    "\"themes\":[\"Right to health\",\"Right to education\"],\"groups\":[\"Women & "
    "girls\"],\"sdgs\":[\"16.2\"],"
    "\"child_focused\":false,\"light\":\"grey\",\"review\":\"SVN:48\",\"mechanism\":\"UPR\",\"concerned\":[],"
    "\"symbol\":null,\"date\":null,\"source_key\":null,\"category\":null,\"issues\":[],\"cycle\":4,"
    "\"institutions\":[]},"
    "{\"number\":\"108.2\",\"text\":\"Protéger l'égalité\",\"states\":[\"TUR\"],\"position\":\"part\","
    "\"themes\":[\"Education\"],\"groups\":[],\"sdgs\":[\"16.2\"],"
    "\"child_focused\":false,\"light\":\"grey\",\"review\":\"SVN:48\",\"mechanism\":\"UPR\",\"concerned\":[],"
    "\"symbol\":null,\"date\":null,\"source_key\":null,\"category\":null,\"issues\":[],\"cycle\":4,"
    "\"institutions\":[]},"
    "{\"number\":\"108.10\",\"text\":\"Wait\",\"states\":[],\"position\":\"pending\","
    "\"themes\":[],\"groups\":[\"Children\"],\"sdgs\":[\"16.2\"],"
    "\"child_focused\":true,\"light\":\"grey\",\"review\":\"SVN:48\",\"mechanism\":\"UPR\",\"concerned\":[],"
    "\"symbol\":null,\"date\":null,\"source_key\":null,\"category\":null,\"issues\":[],\"cycle\":4,"
    "\"institutions\":[]}]\n");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    const char *expected;
  } cases[] = {
    { "count|FILE", "4\n" },
    { "count|FILE|--review|SVN:48", "3\n" },
    { "count|FILE|--review|SVN:48|--review|svn:20", "4\n" },
    { "count|FILE|--position|supported", "1\n" },
    { "count|FILE|--position|supported|--position|noted", "2\n" },
    { "count|FILE|--position|supported|--review|SVN:48", "0\n" },
    { "count|--state|FRA|FILE", "2\n" },
    { "count|FILE|--state|fra|--state|TUR", "3\n" },
    { "count|FILE|--child-focused", "2\n" },
    { "count|FILE|--light|grey", "4\n" },
    { "count|FILE|--light|green", "0\n" },
    { "count|FILE|--search|egalite", "1\n" },
    { "count|FILE|--search|ratif", "1\n" },
    { "count|FILE|--search|ratify|--search|wait", "0\n" },
    { "count|FILE|--search|*", NULL },
    { "count|FILE|--search|\"AND", NULL },
    /* A theme of that very name, else all that contain the text, else none. */
    { "count|FILE|--theme|Education", "1\n" },
    { "count|FILE|--theme|EDUCATION", "1\n" },
    { "count|FILE|--theme|right to", "2\n" },
    { "count|FILE|--theme|health", "1\n" },
    { "count|FILE|--theme|Nonsense", "0\n" },
    { "count|FILE|--theme|Nonsense|--theme|health", "1\n" },
    { "count|FILE|--group|girls", "1\n" },
    { "count|FILE|--group|children|--child-focused", "2\n" },
    { "count|FILE|--by|position", "supported\t1\npart\t1\nnoted\t1\npending\t1\n" },
    { "count|FILE|--by|position|--position|noted", "noted\t1\n" },
    { "count|FILE|--by|light", "grey\t4\n" },
    { "count|FILE|--by|state", "FRA\t2\nTGO\t1\nTUR\t1\n" },
    { "count|FILE|--by|theme", "Education\t1\nRight to education\t2\nRight to health\t1\n" },
    { "count|FILE|--by|group", "Children\t2\nWomen & girls\t1\n" },
    { "count|FILE|--json", "{\"total\":4}\n" },
    { "count|FILE|--by|state|--json|--review|SVN:20", "{\"FRA\":1,\"TGO\":1}\n" },
    { "count|FILE|--by|theme|--json|--theme|nonsense", "{}\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Result) result = run_line (fixture, cases[i].line);

      g_test_message ("%s", cases[i].line);
      assert_status (result, 0);
      if (cases[i].expected != NULL)
        g_assert_cmpstr (result->out, ==, cases[i].expected);
      g_assert_cmpstr (result->err, ==, "");
    }
}

static void
test_assess (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Result) amber
             = run_line (fixture, "assess|FILE|108.2|--law|done|--policy|some|--practice|nothing|"
                                  "--reason|The act is there|--source|Gazette|--by|A. Analyst");
  g_autoptr (Result) green
             = run_line (fixture, "assess|--review|SVN:20|--law|done|--policy|done|--practice|"
                                  "unassessed|--reason|-1 open case|--source|s|--by|B. Observer|"
                                  "--date|2025-06-01|FILE|108.1");
  g_autoptr (Result) chosen
             = run_line (fixture, "assess|FILE|108.10|--law|done|--policy|done|--practice|done|"
                                  "--reason|r|--source|s|--by|n|--light|red");
  g_autoptr (Result) counts = run_cli ("count", fixture->file, "--by", "light", "--json", NULL);
  g_autoptr (Result) listed = run_cli ("list", fixture->file, "--light", "amber", "--format", "json", NULL);
  g_autoptr (Result) history = run_cli ("history", fixture->file, "--json", NULL);
  g_autoptr (Result) undone = NULL;
  g_autoptr (Result) redone = NULL;
  yajl_val value = NULL;

  assert_status (amber, 0);
  g_assert_cmpstr (amber->out, ==, "108.2: ◐ Some progress\n");
  assert_status (green, 0);
  g_assert_cmpstr (green->out, ==, "108.1: ● Implemented\n");
  assert_status (chosen, 0);
  g_assert_cmpstr (chosen->out, ==, "108.10: ○ No progress\n");
  g_assert_cmpstr (counts->out, ==, "{\"green\":1,\"amber\":1,\"red\":1,\"grey\":1}\n");
  value = json_parse (listed->out);
  g_assert_cmpuint (YAJL_GET_ARRAY (value)->len, ==, 1);
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (value)->values[0], "number"), ==, "108.2");
  yajl_tree_free (value);

  value = json_parse (history->out);
  g_assert_cmpuint (YAJL_GET_ARRAY (value)->len, ==, 4);
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (value)->values[2], "label"), ==, "Grade recommendation 108.2");
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (value)->values[2], "author"), ==, "A. Analyst");
  g_assert_cmpint (json_number (YAJL_GET_ARRAY (value)->values[2], "sequence"), ==, 2);
  yajl_tree_free (value);

  undone = run_cli ("undo", fixture->file, NULL);
  assert_status (undone, 0);
  g_assert_cmpstr (undone->out, ==, "Undone: Grade recommendation 108.10\n");
  g_clear_pointer (&counts, result_free);
  counts = run_cli ("count", fixture->file, "--light", "red", NULL);
  g_assert_cmpstr (counts->out, ==, "0\n");
  redone = run_cli ("redo", fixture->file, NULL);
  assert_status (redone, 0);
  g_assert_cmpstr (redone->out, ==, "Done again: Grade recommendation 108.10\n");
  g_clear_pointer (&counts, result_free);
  counts = run_cli ("count", fixture->file, "--light", "red", NULL);
  g_assert_cmpstr (counts->out, ==, "1\n");
}

static void
test_scorecard (Fixture *fixture, gconstpointer data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "out.XLSX", NULL);
  g_autoptr (Result) result = run_cli ("scorecard", fixture->file, "--cut-off", "2025-12-31", "--review",
                                       "SVN:48", "--output", output, NULL);
  g_autofree char *content = NULL;
  gsize size = 0;

  assert_status (result, 0);
  g_assert_cmpstr (result->out, ==, "");
  g_assert_true (g_file_get_contents (output, &content, &size, NULL));
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpmem (content, 4, "PK\003\004", 4);
}

/* Sizes of paper as a workbook numbers and a PDF measures them. */
static void
test_scorecard_paper (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *paper;
    const char *box;
  } cases[] = {
    { "letter", "/MediaBox [ 0 0 612 792 ]" },
    { "A4", "/MediaBox [ 0 0 595.28" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *output = g_build_filename (fixture->folder, "out.pdf", NULL);
      g_autoptr (Result) result
                 = run_cli ("scorecard", fixture->file, "--paper", cases[i].paper, "--output", output, NULL);
      g_autofree char *content = NULL;
      gsize size = 0;

      assert_status (result, 0);
      g_assert_true (g_file_get_contents (output, &content, &size, NULL));
      g_assert_nonnull (memmem (content, size, cases[i].box, strlen (cases[i].box)));
    }
}

/* The end of the name says the format. */
static void
test_scorecard_formats (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *begin;
  } cases[] = {
    { "out.pdf", "%PDF-" },
    { "out.CSV", "\xEF\xBB\xBF\"review\",\"number\"," },
    { "out.json", "{\n  \"suivi\": \"scorecard\",\n  \"version\": 1,\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *output = g_build_filename (fixture->folder, cases[i].name, NULL);
      g_autoptr (Result) result
                 = run_cli ("scorecard", fixture->file, "--position", "noted", "--output", output, NULL);
      g_autofree char *content = NULL;

      assert_status (result, 0);
      g_assert_cmpstr (result->out, ==, "");
      g_assert_true (g_file_get_contents (output, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, cases[i].begin));
    }
}

/* A disk that takes nothing: the failure is seen, although the work was done. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full");
      return;
    }

  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process
    = g_subprocess_launcher_spawn (launcher, &error, runner_get_program (), "list", fixture->file, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_true (g_str_has_prefix (err, "suivi-cli: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  g_unsetenv ("SUIVI_AUTHOR");
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);

#define ADD(path, func) g_test_add ("/cli/commands/" path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/cli/commands/top", test_top);
  ADD ("wrong-usage", test_wrong_usage);
  ADD ("failures", test_failures);
  ADD ("odd-files", test_odd_files);
  ADD ("invalid-utf8", test_invalid_utf8);
  ADD ("new", test_new);
  ADD ("reviews", test_reviews);
  ADD ("list", test_list);
  ADD ("filters", test_filters);
  ADD ("assess", test_assess);
  ADD ("scorecard", test_scorecard);
  ADD ("scorecard-formats", test_scorecard_formats);
  ADD ("scorecard-paper", test_scorecard_paper);
  ADD ("full-disk", test_full_disk);

  return g_test_run ();
}
