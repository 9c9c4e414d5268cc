/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of people's own: what the columns mean, faults, near matches, and a scorecard that comes back. */

#include "config.h"

#include "workspace.h"

static gint64
number_of (Result *result, const char *key)
{
  yajl_val value = json_parse (result->out);
  gint64 number = json_number (value, key);

  yajl_tree_free (value);

  return number;
}

/* --map says it all, also for headers that say nothing. */
static void
test_map (Workspace *workspace, gconstpointer data)
{
  static const char table[] = "A,B,\"C, from\",D,E\r\n"
                              "7.1,Build schools,France; Togo,Accepted,secret remark\r\n"
                              "7.2,Build roads,Italy,Noted,\r\n";
  g_autofree char *path = workspace_write (workspace, "table.csv", table, -1);
  g_autoptr (Result) unknown
             = workspace_import (workspace, path, "--review|SVN:48|--map|A=number,B=text,Z=position");
  g_autoptr (Result) no_review = workspace_import (workspace, path, "--map|A=number,B=text");
  g_autoptr (Result) done = NULL;

  assert_status (unknown, 1);
  g_assert_nonnull (strstr (unknown->err, "Z"));
  assert_status (no_review, 1);
  g_assert_nonnull (strstr (no_review->err, "--review"));
  workspace_assert_empty (workspace);

  done = workspace_import (workspace, path,
                           "--review|SVN:48|--json|--map|A=number,B=text,\"C, from\"=states,D=position");
  assert_status (done, 0);
  assert_plan (done, 2, 0, 0, 0, 0);
  assert_tells (workspace, "list|--format|csv",
                "review,number,text,states,position,themes,groups,sdgs,child_focused,light,"
                "mechanism,concerned,symbol,date,source_key,category,issues,cycle,institutions\n"
                "SVN:48,7.1,Build schools,FRA; TGO,supported,,,,false,grey,UPR,,,,,,,4,\n"
                "SVN:48,7.2,Build roads,ITA,noted,,,,false,grey,UPR,,,,,,,4,\n");
}

/* Headers in three languages, separators and encodings, detected or said. */
static void
test_headers (Workspace *workspace, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *table;
    gssize length;
    const char *options;
  } cases[] = {
    { "en.csv", "No.,Recommendation,Recommending State,Position\n1.1,Build schools,Côte d'Ivoire,Supported\n",
      -1, NULL },
    { "fr.csv", "N°;Recommandation;État auteur;Réponse\n1.1;Build schools;Côte d’Ivoire;Acceptée\n", -1,
      NULL },
    { "es.tsv",
      "N.º\tRecomendación\tEstado recomendante\tRespuesta\n1.1\tBuild schools\tCôte d'Ivoire\tAceptada\n", -1,
      NULL },
    { "win.csv", "Number;Recommendation;State;Position\r\n1.1;Build schools;C\xF4te d'Ivoire;Supported\r\n",
      -1, "--encoding|windows-1252|--separator|;" },
    { "mac.csv", "Number,Recommendation,State,Position\r1.1,Build schools,C\x99te d'Ivoire,Supported\r", -1,
      "--encoding|MACINTOSH" },
    { "bom.csv",
      "\xEF\xBB\xBFNumber,Recommendation,State,Position\n1.1,Build schools,Côte d'Ivoire,Supported\n", -1,
      "--encoding|utf-8|--separator|," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = workspace_write (workspace, cases[i].name, cases[i].table, cases[i].length);
      g_autofree char *options = g_strjoin ("|", "--review|SVN:48|--json", cases[i].options, NULL);
      g_autoptr (Result) result = workspace_import (workspace, path, options);

      g_test_message ("%s", cases[i].name);
      assert_status (result, 0);
      assert_plan (result, 1, 0, 0, 0, 0);
      assert_tells (workspace, "count|--state|CIV|--position|supported|--search|1.1", "1\n");
      assert_tells (workspace, "undo", "Undone: Import 1 recommendation\n");
    }
}

/* One sheet of several, by its number. */
static void
test_sheet (Workspace *workspace, gconstpointer data)
{
  static const char script[] = "import sys\n"
                               "try:\n"
                               "    import openpyxl\n"
                               "except ImportError:\n"
                               "    sys.exit(77)\n"
                               "book = openpyxl.Workbook()\n"
                               "head = ['Number', 'Recommendation', 'Recommending State', 'Position']\n"
                               "first = book.active\n"
                               "first.append(head)\n"
                               "first.append(['1.1', 'Build schools', 'France', 'Supported'])\n"
                               "second = book.create_sheet('Second')\n"
                               "second.append(head)\n"
                               "second.append(['2.1', 'Build roads', 'Togo', 'Noted'])\n"
                               "second.append(['2.2', 'Build bridges', 'Togo', 'Noted'])\n"
                               "book.save(sys.argv[1])\n";
  g_autofree char *path = workspace_get_path (workspace, "book.xlsx");
  g_autoptr (Result) second = NULL;
  g_autoptr (Result) first = NULL;
  g_autoptr (Result) third = NULL;

  if (!run_python (script, path, NULL))
    return;

  third = workspace_import (workspace, path, "--review|SVN:48|--sheet|3");
  assert_status (third, 1);
  workspace_assert_empty (workspace);
  second = workspace_import (workspace, path, "--review|SVN:48|--sheet|2|--json");
  assert_status (second, 0);
  assert_plan (second, 2, 0, 0, 0, 0);
  first = workspace_import (workspace, path, "--review|SVN:48|--json");
  assert_status (first, 0);
  assert_plan (first, 1, 0, 0, 0, 0);
}

/* Several reviews in one table, and the States that are wanted. */
static void
test_reviews (Workspace *workspace, gconstpointer data)
{
  static const char table[] = "State under review,Session,Recommendation,Recommending State,Position\n"
                              "Slovenia,48,Build schools,France,Supported\n"
                              "Slovenia,20,Build roads,France,Noted\n"
                              "Croatia,50,Build bridges,Togo,Supported\n";
  g_autofree char *path = workspace_write (workspace, "table.csv", table, -1);
  g_autoptr (Result) some = workspace_import (workspace, path, "--states|SVN|--json");
  g_autoptr (Result) all = NULL;
  yajl_val plan = NULL;
  yajl_val reviews = NULL;

  assert_status (some, 0);
  assert_plan (some, 2, 0, 0, 0, 0);
  plan = json_parse (some->out);
  g_assert_cmpint (json_number (plan, "left_out"), ==, 0);
  g_assert_true (YAJL_IS_NULL (json_get (plan, "review")));
  reviews = json_get (plan, "reviews");
  g_assert_cmpuint (YAJL_GET_ARRAY (reviews)->len, ==, 3);
  for (gsize i = 0; i < 3; i++)
    {
      yajl_val review = YAJL_GET_ARRAY (reviews)->values[i];

      g_assert_cmpint (json_number (review, "recommendations"), ==, 1);
      g_assert_true (g_str_equal (json_text (review, "state"), "SVN")
                       ? YAJL_IS_TRUE (json_get (review, "included"))
                       : YAJL_IS_FALSE (json_get (review, "included")));
    }
  yajl_tree_free (plan);
  assert_tells (workspace, "count|--by|cycle", "2\t1\n4\t1\n");

  all = workspace_import (workspace, path, NULL);
  assert_status (all, 0);
  g_assert_nonnull (strstr (all->out, "Croatia, session 50: 1 recommendation\n"));
  g_assert_nonnull (strstr (all->out,
                            "1 new · 0 changed · 2 the same · 0 nearly the same · 0 need attention · "
                            "0 left out\n"));
  assert_tells (workspace, "count", "3\n");
}

/* 300 rows with 25 faults of eight kinds: all are listed, with their places, before anything is written. */
static void
test_planted_faults (Workspace *workspace, gconstpointer data)
{
  static const struct
  {
    guint row; /* as a person counts, the header being row 1 */
    guint column;
    const char *value;
  } planted[] = {
    { 5, 2, "Atlantis" }, { 41, 2, "Ruritania" }, { 133, 2, "Lilliput" },
    { 290, 2, "Utopia" }, { 7, 3, "Perhaps" },    { 80, 3, "Maybe later" },
    { 151, 3, "???" },    { 222, 3, "Later" },    { 9, 1, "" },
    { 60, 1, "" },        { 140, 1, " " },        { 301, 1, "" },
    { 12, 0, "" },        { 99, 0, "" },          { 200, 0, " " },
    { 20, 0, "120.18" },  { 111, 0, "120.2" },    { 250, 0, "120.100" },
    { 33, 4, "9" },       { 66, 4, "many" },      { 166, 4, "0" },
    { 44, 5, "Nowhere" }, { 177, 5, "Erewhon" },  { 55, 6, "nine" },
    { 188, 6, "4800" },
  };
  static const char *const headers[]
    = { "Number", "Recommendation", "Recommending State", "Position", "Action category", "State under review",
        "Session" };
  g_autoptr (GString) table = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (Result) refused = NULL;
  g_autoptr (Result) told = NULL;
  g_autoptr (Result) skipped = NULL;
  yajl_val plan = NULL;
  yajl_val faults = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    g_string_append_printf (table, "%s%s", i > 0 ? "," : "", headers[i]);
  g_string_append_c (table, '\n');
  for (guint row = 2; row <= 301; row++)
    {
      g_autofree char *number = g_strdup_printf ("120.%u", row - 1);
      g_autofree char *text = g_strdup_printf ("Open school number %u in district %u", row * 7, row * 13);
      const char *cells[] = { number, text, "France", "Supported", "5", "Slovenia", "48" };

      for (gsize i = 0; i < G_N_ELEMENTS (planted); i++)
        {
          if (planted[i].row == row)
            cells[planted[i].column] = planted[i].value;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
        g_string_append_printf (table, "%s%s", i > 0 ? "," : "", cells[i]);
      g_string_append_c (table, '\n');
    }
  path = workspace_write (workspace, "planted.csv", table->str, -1);

  refused = workspace_import (workspace, path, "--json");
  assert_status (refused, 3);
  assert_plan (refused, 275, 0, 0, 0, G_N_ELEMENTS (planted));
  plan = json_parse (refused->out);
  faults = json_get (plan, "faults");
  for (gsize i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      guint n_found = 0;

      for (gsize j = 0; j < YAJL_GET_ARRAY (faults)->len; j++)
        {
          yajl_val fault = YAJL_GET_ARRAY (faults)->values[j];

          if (json_number (fault, "row") != planted[i].row)
            continue;
          n_found++;
          g_test_message ("row %u: %s", planted[i].row, json_text (fault, "reason"));
          g_assert_cmpstr (json_text (fault, "column"), ==, headers[planted[i].column]);
          g_assert_true (g_str_has_suffix (json_text (fault, "reason"), "."));
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
  yajl_tree_free (plan);
  workspace_assert_empty (workspace);

  told = workspace_import (workspace, path, "--dry-run");
  assert_status (told, 3);
  g_assert_nonnull (strstr (told->out, "275 new · 0 changed · 0 the same · 0 nearly the same · "
                                       "25 need attention · 25 left out\n"));
  g_assert_nonnull (strstr (told->out, "  Row 133 (120.132), Recommending State: “Lilliput”. "));

  skipped = workspace_import (workspace, path, "--skip-faulty");
  assert_status (skipped, 0);
  assert_tells (workspace, "count", "275\n");
}

/* Nearly the same is never the same by itself. */
static void
test_near (Workspace *workspace, gconstpointer data)
{
  static const char first_table[] = "Recommendation,Recommending State,Position\n"
                                    "Adopt and enforce a law that protects all children from violence in "
                                    "schools and at home,France,Supported\n"
                                    "Build roads to the villages in the mountains,Togo,Noted\n";
  static const char second_table[] = "Recommendation,Recommending State,Position\n"
                                     "Adopt and enforce laws that protect all children from violence in "
                                     "schools and at home,France,Supported\n"
                                     "Build roads to the villages in the mountains,Togo,Noted\n";
  g_autofree char *first_path = workspace_write (workspace, "first.csv", first_table, -1);
  g_autofree char *second_path = workspace_write (workspace, "second.csv", second_table, -1);
  g_autoptr (Result) first = workspace_import (workspace, first_path, "--review|SVN:48");
  g_autoptr (Result) open = NULL;
  g_autoptr (Result) told = NULL;
  g_autoptr (Result) same = NULL;
  g_autoptr (Result) another = NULL;
  yajl_val plan = NULL;
  yajl_val near_rows = NULL;

  assert_status (first, 0);

  open = workspace_import (workspace, second_path, "--review|SVN:48|--json");
  assert_status (open, 0);
  assert_plan (open, 0, 0, 1, 1, 0);
  plan = json_parse (open->out);
  g_assert_cmpint (json_number (plan, "left_out"), ==, 1);
  near_rows = json_get (plan, "near_rows");
  g_assert_cmpuint (YAJL_GET_ARRAY (near_rows)->len, ==, 1);
  g_assert_cmpint (json_number (YAJL_GET_ARRAY (near_rows)->values[0], "row"), ==, 2);
  g_assert_nonnull (strstr (json_text (YAJL_GET_ARRAY (near_rows)->values[0], "text"), "laws"));
  g_assert_nonnull (strstr (json_text (YAJL_GET_ARRAY (near_rows)->values[0], "existing_text"), "a law"));
  yajl_tree_free (plan);
  assert_tells (workspace, "count", "2\n");

  told = workspace_import (workspace, second_path, "--review|SVN:48|--dry-run");
  assert_status (told, 0);
  g_assert_nonnull (strstr (told->out, "1 nearly the same"));
  g_assert_nonnull (strstr (told->out, "--near"));

  same = workspace_import (workspace, second_path, "--review|SVN:48|--near|same|--json");
  assert_status (same, 0);
  g_assert_cmpint (number_of (same, "left_out"), ==, 0);
  assert_tells (workspace, "count", "2\n");
  assert_tells (workspace, "undo", "Undone: Update 1 recommendation\n");

  another = workspace_import (workspace, second_path, "--review|SVN:48|--near|new|--json");
  assert_status (another, 0);
  g_assert_cmpint (number_of (another, "left_out"), ==, 0);
  assert_tells (workspace, "count", "3\n");
}

#define FIND_COLUMN                                               \
  "import datetime, sys\n"                                        \
  "try:\n"                                                        \
  "    import openpyxl\n"                                         \
  "except ImportError:\n"                                         \
  "    sys.exit(77)\n"                                            \
  "book = openpyxl.load_workbook(sys.argv[1])\n"                  \
  "card = book['Scorecard']\n"                                    \
  "column = {cell.value: cell.column for cell in card[1]}\n"      \
  "row = {str(cells[0].value): cells[0].row for cells in card}\n" \
  "def put(number, title, value):\n"                              \
  "    card.cell(row[number], column[title]).value = value\n"

/* A colleague edits two rows of the scorecard and sorts them otherwise; only that comes back. */
static void
test_scorecard (Workspace *workspace, gconstpointer data)
{
  static const char edit[] = FIND_COLUMN "put('88.13', 'Position', 'Noted')\n"
                                         "put('88.14', 'Law', 'Done')\n"
                                         "put('88.14', 'Policy', 'Some progress')\n"
                                         "put('88.14', 'Practice', 'Nothing')\n"
                                         "put('88.14', 'Reason', 'The act is in force')\n"
                                         "put('88.14', 'Source', 'Gazette 12')\n"
                                         "put('88.14', 'Graded by', 'Zoe')\n"
                                         "book.save(sys.argv[2])\n";
  g_autofree char *sample = g_strdup (data);
  g_autofree char *written = workspace_get_path (workspace, "out.xlsx");
  g_autofree char *edited = workspace_get_path (workspace, "edited.xlsx");
  g_autofree char *write_line = g_strdup_printf ("scorecard|--output|%s", written);
  g_autoptr (Result) first = workspace_import (workspace, sample, NULL);
  g_autoptr (Result) unchanged = NULL;
  g_autoptr (Result) back = NULL;
  g_autoptr (Result) again = NULL;
  yajl_val plan = NULL;
  yajl_val changes = NULL;

  assert_status (first, 0);
  assert_tells (workspace, write_line, "");

  unchanged = workspace_import (workspace, written, "--json");
  assert_status (unchanged, 0);
  assert_plan (unchanged, 0, 0, 40, 0, 0);

  if (!run_python (edit, written, edited, NULL))
    return;
  back = workspace_import (workspace, edited, "--json");
  assert_status (back, 0);
  assert_plan (back, 0, 2, 38, 0, 0);
  plan = json_parse (back->out);
  g_assert_cmpstr (json_text (plan, "format"), ==, "scorecard");
  changes = json_get (plan, "changes");
  for (gsize i = 0; i < YAJL_GET_ARRAY (changes)->len; i++)
    {
      yajl_val change = YAJL_GET_ARRAY (changes)->values[i];
      const char *number = json_text (change, "number");

      g_test_message ("%s %s: %s -> %s", number, json_text (change, "field"), json_text (change, "old"),
                      json_text (change, "new"));
      g_assert_true (g_str_equal (number, "88.13") || g_str_equal (number, "88.14"));
      g_assert_true (YAJL_IS_FALSE (json_get (change, "conflict")));
    }
  yajl_tree_free (plan);
  assert_tells (workspace, "count|--light|amber", "1\n");
  assert_tells (workspace, "count|--search|88.13|--position|noted", "1\n");

  again = workspace_import (workspace, edited, "--json");
  assert_status (again, 0);
  assert_plan (again, 0, 0, 40, 0, 0);
}

/* What the workspace changed meanwhile is told. */
static void
test_conflict (Workspace *workspace, gconstpointer data)
{
  static const char edit[] = FIND_COLUMN "put('88.13', 'Reason', 'What the colleague says')\n"
                                         "book.save(sys.argv[2])\n";
  static const char grade[] = "assess|88.13|--law|done|--policy|some|--practice|nothing|--source|s|--by|n|"
                              "--date|2026-01-15|--reason|";
  g_autofree char *sample = g_strdup (data);
  g_autofree char *written = workspace_get_path (workspace, "out.xlsx");
  g_autofree char *edited = workspace_get_path (workspace, "edited.xlsx");
  g_autofree char *write_line = g_strdup_printf ("scorecard|--output|%s", written);
  g_autofree char *first_grade = g_strconcat (grade, "What we said", NULL);
  g_autofree char *second_grade = g_strconcat (grade, "What we say now", NULL);
  g_autoptr (Result) first = workspace_import (workspace, sample, NULL);
  g_autoptr (Result) back = NULL;
  g_autoptr (Result) told = NULL;
  g_autoptr (Result) left = NULL;
  yajl_val plan = NULL;
  yajl_val changes = NULL;
  gboolean conflict = FALSE;

  assert_status (first, 0);
  g_free (workspace_tell (workspace, first_grade));
  assert_tells (workspace, write_line, "");
  if (!run_python (edit, written, edited, NULL))
    return;
  g_free (workspace_tell (workspace, second_grade));

  told = workspace_import (workspace, edited, "--dry-run");
  assert_status (told, 0);
  g_assert_nonnull (strstr (told->out,
                            "What we say now → What the colleague says (it changed in the workspace, "
                            "too)\n"));
  left = workspace_import (workspace, edited, "--skip-conflicts");
  assert_status (left, 0);
  g_assert_nonnull (strstr (left->out, "1 recommendation that changed in the workspace, too, is left as it is"));
  /* It is still to be decided. */
  back = workspace_import (workspace, edited, "--json");
  assert_status (back, 0);
  assert_plan (back, 0, 1, 39, 0, 0);
  plan = json_parse (back->out);
  changes = json_get (plan, "changes");
  for (gsize i = 0; i < YAJL_GET_ARRAY (changes)->len; i++)
    {
      yajl_val change = YAJL_GET_ARRAY (changes)->values[i];

      if (g_str_equal (json_text (change, "new"), "What the colleague says"))
        conflict = YAJL_IS_TRUE (json_get (change, "conflict"));
    }
  yajl_tree_free (plan);
  g_assert_true (conflict);
}

int
main (int argc, char **argv)
{
  g_autofree char *sample = NULL;

  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  g_unsetenv ("SUIVI_AUTHOR");
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);
  sample = g_build_filename (argv[2], "data", "sample", "sample-list.docx", NULL);

#define ADD(path, func) \
  g_test_add ("/cli/tables/" path, Workspace, sample, workspace_set_up, func, workspace_tear_down)
  ADD ("map", test_map);
  ADD ("headers", test_headers);
  ADD ("sheet", test_sheet);
  ADD ("reviews", test_reviews);
  ADD ("planted-faults", test_planted_faults);
  ADD ("near", test_near);
  ADD ("scorecard", test_scorecard);
  ADD ("conflict", test_conflict);

  return g_test_run ();
}
