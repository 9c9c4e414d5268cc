/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts are listed and written to files. */

#include "config.h"

#include "store/store.h"
#include "store/transaction.h"
#include "workspace.h"

static const char *source_root;

static SuiviDraft *
put_draft (SuiviTransaction *step, const char *state, const char *title, const char *text)
{
  g_autoptr (SuiviPriority) priority = suivi_priority_new (state, title);
  g_autoptr (SuiviBacking) backing
             = suivi_backing_new (priority->id, NULL, SUIVI_BACKING_EVIDENCE, "Survey of registries");
  SuiviDraft *draft = suivi_draft_new (priority->id, text, "en");
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_transaction_put_priority (step, priority, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_draft (step, draft, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_backing (step, backing, &error));
  g_assert_no_error (error);

  return draft;
}

/* One draft for Slovenia, of which France was asked, and one for Togo. Returns the keys. */
static char **
fill (Workspace *workspace)
{
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_open (workspace->file, &error);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (SuiviDraft) first = NULL;
  g_autoptr (SuiviDraft) second = NULL;
  g_autoptr (SuiviRequest) request = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_assert_no_error (error);
  step = suivi_store_begin (store, "Fill", &error);
  g_assert_no_error (error);
  first = put_draft (step, "SVN", "Birth registration", "Amend the Civil Registration Act by 2028.");
  second = put_draft (step, "TGO", "Schools", "Build one school in each district by 2029.");
  request = suivi_request_new (first->id, "FRA", "2026-03-01");
  g_assert_true (suivi_transaction_put_request (step, request, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
  g_strv_builder_add (ids, first->id);
  g_strv_builder_add (ids, second->id);
  suivi_store_close (store);

  return g_strv_builder_end (ids);
}

static void
test_list (Workspace *workspace, gconstpointer data)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (Result) wrong = run_cli ("drafts", workspace->file, "--state", "XYZ", NULL);
  g_autofree char *table = NULL;
  g_autofree char *expected = NULL;

  assert_status (wrong, 2);
  assert_tells (workspace, "drafts", "");
  assert_tells (workspace, "drafts|--json", "[]\n");

  ids = fill (workspace);
  table = workspace_tell (workspace, "drafts");
  expected
    = g_strdup_printf ("State  Key       Stage  Issue               Draft recommendation\n"
                       "SVN    %.8s  Idea   Birth registration  Amend the Civil Registration Act by 2028.\n"
                       "TGO    %.8s  Idea   Schools             Build one school in each district by 2029.\n",
                       ids[0], ids[1]);
  g_assert_cmpstr (table, ==, expected);
  assert_tells (workspace, "drafts|--state|fra", "");
}

/* What programs read is complete, and explained in the manual. */
static void
test_json (Workspace *workspace, gconstpointer data)
{
  g_auto (GStrv) ids = fill (workspace);
  g_autofree char *told = workspace_tell (workspace, "drafts|--state|svn|--json");
  g_autofree char *path = g_build_filename (source_root, "data", "suivi-cli.1", NULL);
  g_autofree char *manual = NULL;
  const char *section = NULL;
  yajl_val issues = json_parse (told);
  yajl_val issue = NULL;
  yajl_val draft = NULL;
  yajl_val objects[2] = { NULL };

  g_assert_cmpuint (YAJL_GET_ARRAY (issues)->len, ==, 1);
  issue = YAJL_GET_ARRAY (issues)->values[0];
  g_assert_cmpstr (json_text (issue, "state"), ==, "SVN");
  g_assert_cmpstr (json_text (issue, "title"), ==, "Birth registration");
  draft = YAJL_GET_ARRAY (json_get (issue, "drafts"))->values[0];
  g_assert_cmpstr (json_text (draft, "id"), ==, ids[0]);
  g_assert_cmpstr (json_text (draft, "stage"), ==, "idea");
  g_assert_cmpint (json_number (draft, "support"), ==, 1);
  g_assert_true (YAJL_IS_NULL (json_get (draft, "impact")));
  g_assert_cmpstr (YAJL_GET_STRING (YAJL_GET_ARRAY (json_get (draft, "asked"))->values[0]), ==, "FRA");

  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));
  section = strstr (manual, "\n.B drafts\nAn array of issues");
  g_assert_nonnull (section);
  objects[0] = issue;
  objects[1] = draft;
  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      for (gsize j = 0; j < YAJL_GET_OBJECT (objects[i])->len; j++)
        {
          g_autofree char *pattern
            = g_strdup_printf ("\n\\.(B|BR) %s\\b", YAJL_GET_OBJECT (objects[i])->keys[j]);

          g_test_message ("%s", YAJL_GET_OBJECT (objects[i])->keys[j]);
          g_assert_true (g_regex_match_simple (pattern, section, 0, 0));
        }
    }
  yajl_tree_free (issues);
}

static void
assert_begins (const char *path, const char *start)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, start));
}

static void
test_export (Workspace *workspace, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } formats[] = {
    { "d.docx", "PK" }, { "d.PDF", "%PDF-1." }, { "d.xlsx", "PK" }, { "d.csv", "\xEF\xBB\xBF\"Number\"," }
  };
  g_auto (GStrv) ids = fill (workspace);
  g_autofree char *plain = workspace_get_path (workspace, "plain");
  g_autoptr (Result) by_format = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = workspace_get_path (workspace, formats[i].name);
      g_autoptr (Result) result = run_cli ("export-drafts", workspace->file, "--output", path, NULL);

      assert_status (result, 0);
      g_assert_cmpstr (result->out, ==, "");
      assert_begins (path, formats[i].start);
    }
  by_format = run_cli ("export-drafts", workspace->file, "--output", plain, "--format", "pdf", NULL);
  assert_status (by_format, 0);
  assert_begins (plain, "%PDF-1.");
}

/* Runs the export to CSV with two more words; returns what was written. */
static char *
export_csv (Workspace *workspace, const char *option, const char *value)
{
  g_autofree char *path = workspace_get_path (workspace, "chosen.csv");
  g_autoptr (Result) result
             = run_cli ("export-drafts", workspace->file, "--output", path, option, value, NULL);
  char *content = NULL;

  assert_status (result, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));

  return content;
}

static void
test_choice (Workspace *workspace, gconstpointer data)
{
  g_auto (GStrv) ids = fill (workspace);
  g_autofree char *start = g_strndup (ids[1], 8);
  g_autofree char *by_state = export_csv (workspace, "--state", "svn");
  g_autofree char *by_key = export_csv (workspace, "--draft", ids[1]);
  g_autofree char *by_start = export_csv (workspace, "--draft", start);

  g_assert_nonnull (strstr (by_state, "Civil Registration Act"));
  g_assert_null (strstr (by_state, "one school"));
  g_assert_nonnull (strstr (by_key, "one school"));
  g_assert_null (strstr (by_key, "Civil Registration Act"));
  g_assert_cmpstr (by_start, ==, by_key);
}

static void
assert_refused (Workspace *workspace, int status, const char *line, const char *words)
{
  g_autofree char *path = workspace_get_path (workspace, "none.csv");
  g_autofree char *whole = g_strdup_printf ("export-drafts|--output|%s|%s", path, line);
  g_autoptr (Result) result = workspace_run (workspace, whole);

  assert_status (result, status);
  g_assert_cmpstr (result->out, ==, "");
  g_assert_nonnull (strstr (result->err, words));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A sentence, and no file. */
static void
test_refused (Workspace *workspace, gconstpointer data)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (Result) missing = run_cli ("export-drafts", workspace->file, NULL);
  g_autoptr (Result) suffix = run_cli ("export-drafts", workspace->file, "--output", "drafts.odt", NULL);
  g_autoptr (Result) bare = run_cli ("export-drafts", workspace->file, "--output", "pdf", NULL);
  g_autofree char *other = NULL;

  assert_status (missing, 2);
  assert_status (suffix, 2);
  assert_status (bare, 2);
  g_assert_false (g_file_test ("pdf", G_FILE_TEST_EXISTS));
  assert_refused (workspace, 1, "--format|csv", "There is no draft yet");

  ids = fill (workspace);
  assert_refused (workspace, 1, "--state|FRA", "There is no draft for France");
  assert_refused (workspace, 1, "--draft|00000000", "There is no draft “00000000”");
  assert_refused (workspace, 2, "--draft|0", "its first 8 letters");
  assert_refused (workspace, 2, "--format|x.csv", "must be one of");
  assert_refused (workspace, 2, "--state|Atlantis", "three-letter code");
  /* Both narrow. */
  other = g_strdup_printf ("--state|SVN|--draft|%s", ids[1]);
  assert_refused (workspace, 1, other, "There is no draft");
}

static void
test_manual (void)
{
  static const char *const commands[] = { "drafts", "export-drafts" };
  g_autofree char *path = g_build_filename (source_root, "data", "suivi-cli.1", NULL);
  g_autofree char *manual = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("--([a-z]+)", 0, 0, NULL);
  guint n_options = 0;

  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) words = g_strsplit (commands[i], "-", -1);
      g_autofree char *name = g_strjoinv ("\\-", words);
      g_autofree char *begin = g_strdup_printf ("\n.SS \"suivi\\-cli %s ", name);
      const char *section = strstr (manual, begin);
      g_autofree char *text = NULL;
      g_autoptr (Result) help = run_cli (commands[i], "--help", NULL);
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_nonnull (section);
      text = g_strndup (section, strstr (section + 1, "\n.S") - section);
      for (g_regex_match (regex, help->out, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *option = g_match_info_fetch (match, 1);
          g_autofree char *written = g_strdup_printf ("\\-\\-%s", option);

          if (g_str_equal (option, "help"))
            continue;
          g_test_message ("%s --%s", commands[i], option);
          g_assert_nonnull (strstr (text, written));
          n_options++;
        }
    }
  g_assert_cmpuint (n_options, ==, 6);
}

#define ADD(name, func) \
  g_test_add ("/cli/drafts/" name, Workspace, NULL, workspace_set_up, func, workspace_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  source_root = argv[2];

  ADD ("list", test_list);
  ADD ("json", test_json);
  ADD ("export", test_export);
  ADD ("choice", test_choice);
  ADD ("refused", test_refused);
  g_test_add_func ("/cli/drafts/manual", test_manual);

  return g_test_run ();
}
