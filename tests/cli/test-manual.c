/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The man page tells everything that the help tells, and has no mistakes that groff sees. */

#include "config.h"

#include "runner.h"

static const char *const commands[]
  = { "new",         "import",        "imports",     "reviews",      "list",         "count", "assess",
      "scorecard",   "history",       "undo",        "redo",         "check",        "lint",  "clusters",
      "editions",    "freeze",        "evidence",    "add-evidence", "contribution", "plain", "report",
      "list-filled", "consultations", "institution", "organisations" };

static const char *source_root;
static char *manual_path;
static char *manual;

static void
test_options (void)
{
  g_autoptr (GRegex) regex = g_regex_new ("--([a-z][a-z-]*)", 0, 0, NULL);
  guint n_options = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (Result) help = run_cli (commands[i], "--help", NULL);
      g_auto (GStrv) name = g_strsplit (commands[i], "-", -1);
      g_autofree char *written_name = g_strjoinv ("\\-", name);
      g_autofree char *begin = g_strdup_printf ("\n.SS \"suivi\\-cli %s ", written_name);
      g_autoptr (GMatchInfo) match = NULL;
      const char *section = strstr (manual, begin);
      g_autofree char *text = NULL;
      const char *end = NULL;

      g_test_message ("%s", commands[i]);
      g_assert_nonnull (section);
      end = strstr (section + 1, "\n.S");
      text = end != NULL ? g_strndup (section, end - section) : g_strdup (section);

      g_regex_match (regex, help->out, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *option = g_match_info_fetch (match, 1);
          g_auto (GStrv) words = g_strsplit (option, "-", -1);
          g_autofree char *escaped = g_strjoinv ("\\-", words);
          g_autofree char *written = g_strdup_printf ("\\-\\-%s", escaped);
          const char *of_filter = "search position theme group state light child-focused review "
                                  "mechanism cycle category issue cluster institution ";

          n_options++;
          g_test_message ("  --%s", option);
          if (strstr (text, "FILTER") != NULL && strstr (of_filter, option) != NULL)
            g_assert_nonnull (strstr (manual, written));
          else if (!g_str_equal (option, "help"))
            g_assert_nonnull (strstr (text, written));
        }
    }
  /* It would be no test if it found none. */
  g_assert_cmpuint (n_options, >, 60);
}

/* Each key of an object must stand in the part about JSON; of arrays, the first member is looked at. */
static guint
assert_keys_written (const char *section, yajl_val value)
{
  guint n_keys = 0;

  if (YAJL_IS_ARRAY (value) && YAJL_GET_ARRAY (value)->len > 0)
    return assert_keys_written (section, YAJL_GET_ARRAY (value)->values[0]);
  if (!YAJL_IS_OBJECT (value))
    return 0;

  for (gsize i = 0; i < YAJL_GET_OBJECT (value)->len; i++)
    {
      const char *key = YAJL_GET_OBJECT (value)->keys[i];
      g_autofree char *pattern = g_strdup_printf ("\n\\.(B|BR) %s\\b", key);

      g_test_message ("  %s", key);
      g_assert_true (g_regex_match_simple (pattern, section, 0, 0));
      n_keys += 1 + assert_keys_written (section, YAJL_GET_OBJECT (value)->values[i]);
    }

  return n_keys;
}

static void
test_json_keys (void)
{
  char *folder = runner_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.suivi", NULL);
  g_autofree char *list = g_build_filename (source_root, "data", "sample", "sample-list.docx", NULL);
  g_autoptr (Result) made = run_cli ("new", path, NULL);
  g_autoptr (Result) imported = run_cli ("import", path, list, NULL);
  g_autoptr (Result) undone = run_cli ("undo", path, NULL);
  g_autoptr (Result) redone = run_cli ("redo", path, NULL);
  g_autoptr (Result) frozen = run_cli ("freeze", path, "--review", "XAL:48", "--title", "Mid-term",
                                       "--cut-off", "2026-06-30", NULL);
  g_autoptr (Result) graded = run_cli ("assess", path, "88.1", "--law", "done", "--policy", "done",
                                       "--practice", "done", "--reason", "Seen", "--source", "Register",
                                       "--by", "A. Analyst", "--date", "2026-06-01", NULL);
  g_autoptr (Result) proved = run_cli ("add-evidence", path, "--title", "Register", "--kind", "statistics",
                                       "--for", "88.1", NULL);
  g_autoptr (Result) told = run_cli ("plain", path, "88.1", "--wording", "Plant trees", "--choose", NULL);
  g_autoptr (Result) did = run_cli ("contribution", path, "88.1", "--what", "Planted trees", NULL);
  const char *const calls[][5] = {
    { "import", path, list, "--json" },
    { "reviews", path, "--json", NULL },
    { "list", path, "--format=json", NULL },
    { "count", path, "--json", NULL },
    { "history", path, "--json", NULL },
    { "imports", path, "--json", NULL },
    { "clusters", path, "--json", NULL },
    { "editions", path, "--json", NULL },
    { "evidence", path, "--json", NULL },
    { "plain", path, "--json", NULL },
    { "contribution", path, "88.1", "--json" },
    { "institution", path, "88.1", "--json" },
    { "organisations", path, "--json", NULL },
    { "lint", "--json", "Consider ratifying OPCAT and ICRMW by 2040", NULL },
  };
  const char *section = strstr (manual, "\n.SH JSON");
  guint n_keys = 0;

  g_assert_nonnull (section);
  assert_status (made, 0);
  assert_status (imported, 0);
  assert_status (undone, 0);
  assert_status (redone, 0);
  assert_status (frozen, 0);
  assert_status (graded, 0);
  assert_status (proved, 0);
  assert_status (told, 0);
  assert_status (did, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (Result) result
                 = run_cli (calls[i][0], calls[i][1], calls[i][2], calls[i][3], calls[i][4], NULL);
      yajl_val value = NULL;

      g_test_message ("%s", calls[i][0]);
      assert_status (result, 0);
      value = json_parse (result->out);
      n_keys += assert_keys_written (section, value);
      yajl_tree_free (value);
    }
  g_assert_cmpuint (n_keys, >, 60);

  /* No ISO code, but it stands where codes do. */
  g_assert_nonnull (strstr (section, "\n.B EUU"));
  runner_drop_folder (folder);
}

/* A plan with everything that a plan can have. */
static void
test_import_keys (void)
{
  static const char first_table[]
    = "Recommendation,Recommending State,Position\n"
      "Adopt and enforce a law that protects all children from violence in schools and at home,France,Noted\n"
      "Build roads to the villages in the mountains,Togo,Noted\n";
  static const char second_table[]
    = "Recommendation,Recommending State,Position\n"
      "Adopt and enforce laws that protect all children from violence in schools and at home,France,Noted\n"
      "Build roads to the villages in the mountains,Togo,Supported\n"
      "Build bridges,Atlantis,Supported\n";
  char *folder = runner_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.suivi", NULL);
  g_autofree char *first = g_build_filename (folder, "first.csv", NULL);
  g_autofree char *second = g_build_filename (folder, "second.csv", NULL);
  g_autoptr (Result) made = run_cli ("new", path, NULL);
  g_autoptr (Result) imported = NULL;
  g_autoptr (Result) result = NULL;
  const char *section = strstr (manual, "\n.SH JSON");
  const char *const lists[] = { "reviews", "faults", "changes", "near_rows" };
  yajl_val plan = NULL;

  g_assert_true (g_file_set_contents (first, first_table, -1, NULL));
  g_assert_true (g_file_set_contents (second, second_table, -1, NULL));
  assert_status (made, 0);
  imported = run_cli ("import", path, first, "--review", "SVN:48", NULL);
  assert_status (imported, 0);
  result = run_cli ("import", path, second, "--review", "SVN:48", "--json", NULL);
  assert_status (result, 3);

  plan = json_parse (result->out);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_assert_cmpuint (YAJL_GET_ARRAY (json_get (plan, lists[i]))->len, ==, 1);
  g_assert_cmpuint (assert_keys_written (section, plan), >, 30);
  yajl_tree_free (plan);
  runner_drop_folder (folder);
}

static void
test_groff (void)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *groff = g_find_program_in_path ("groff");
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  if (groff == NULL)
    {
      g_test_skip ("groff is not installed");
      return;
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, groff,
                              "-ww", "-Kutf8", "-Tutf8", "-man", manual_path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_assert_cmpstr (err, ==, "");
  g_assert_nonnull (strstr (out, "child-focused"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);
  source_root = argv[2];
  manual_path = g_build_filename (argv[2], "data", "suivi-cli.1", NULL);
  g_file_get_contents (manual_path, &manual, NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/cli/manual/options", test_options);
  g_test_add_func ("/cli/manual/json-keys", test_json_keys);
  g_test_add_func ("/cli/manual/import-keys", test_import_keys);
  g_test_add_func ("/cli/manual/groff", test_groff);

  status = g_test_run ();
  g_free (manual_path);
  g_free (manual);

  return status;
}
