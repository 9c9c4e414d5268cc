/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real files, one after the other into one workspace. They are skipped where the files are not at hand. */

#include "config.h"

#include "workspace.h"

#define LISTS          "ohchr-thematic-lists"
#define ALL_CATEGORIES "count|--category|1|--category|2|--category|3|--category|4|--category|5"

static void
append_value (GString *text, yajl_val value)
{
  if (YAJL_IS_ARRAY (value))
    {
      for (size_t i = 0; i < YAJL_GET_ARRAY (value)->len; i++)
        append_value (text, YAJL_GET_ARRAY (value)->values[i]);
    }
  else if (YAJL_IS_STRING (value))
    {
      g_string_append (text, YAJL_GET_STRING (value));
    }
  else
    {
      g_string_append (text, YAJL_IS_TRUE (value) ? "yes" : "no");
    }
  g_string_append_c (text, '|');
}

/* What the recommendations say, without where they came from: one line each, in order. */
static char *
list_content (Workspace *workspace)
{
  static const char *const keys[]
    = { "review", "number", "text", "states", "position", "themes", "groups", "sdgs", "child_focused" };
  g_autofree char *told = workspace_tell (workspace, "list|--format|json");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *whole = g_string_new (NULL);
  yajl_val rows = json_parse (told);

  for (size_t i = 0; i < YAJL_GET_ARRAY (rows)->len; i++)
    {
      GString *line = g_string_new (NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (keys); j++)
        append_value (line, json_get (YAJL_GET_ARRAY (rows)->values[i], keys[j]));
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  yajl_tree_free (rows);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (whole, "%s\n", (const char *) g_ptr_array_index (lines, i));

  return g_string_free (whole, FALSE);
}

static guint
count (Workspace *workspace, const char *line)
{
  g_autofree char *told = workspace_tell (workspace, line);

  return (guint) g_ascii_strtoull (told, NULL, 10);
}

static gint64
number_of (Result *result, const char *key)
{
  yajl_val value = json_parse (result->out);
  gint64 number = json_number (value, key);

  yajl_tree_free (value);

  return number;
}

static void
assert_format (Result *result, const char *format)
{
  yajl_val value = json_parse (result->out);

  g_assert_cmpstr (json_text (value, "format"), ==, format);
  yajl_tree_free (value);
}

static const struct
{
  const char *folder;
  const char *name;
  const char *format;
} slovenia_48[] = {
  { LISTS, "upr48-slovenia-thematic-list-of-recommendatio.docx", "ohchr-list" },
  { "uhri", "constructed-uhri-layout-lf.xlsx", "uhri" },
  { "uhri", "constructed-uhri-layout-crlf.xlsx", "uhri" },
  { "uhri", "constructed-uhri-layout.json", "uhri" },
};

/* The list says where the answer stands, which UHRI does not: that alone may be added. */
static void
assert_only_sources_added (Result *result)
{
  yajl_val plan = json_parse (result->out);
  yajl_val changes = json_get (plan, "changes");

  for (size_t i = 0; i < YAJL_GET_ARRAY (changes)->len; i++)
    {
      yajl_val change = YAJL_GET_ARRAY (changes)->values[i];

      g_assert_cmpstr (json_text (change, "field"), ==, "Source of position");
      g_assert_cmpstr (json_text (change, "old"), ==, "");
    }
  yajl_tree_free (plan);
}

/* The official list and the three shapes of UHRI say the same, whichever comes first, and however often. */
static void
test_uhri (gconstpointer data)
{
  guint first = GPOINTER_TO_UINT (data);
  Workspace workspace = { NULL };
  g_autofree char *before = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (slovenia_48); i++)
    {
      g_autofree char *path = find_test_data (slovenia_48[i].folder, slovenia_48[i].name);

      if (path == NULL)
        return;
    }

  workspace_set_up (&workspace, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (slovenia_48); i++)
    {
      gsize which = (first + i) % G_N_ELEMENTS (slovenia_48);
      g_autofree char *path = find_test_data (slovenia_48[which].folder, slovenia_48[which].name);
      g_autofree char *content = NULL;
      g_autoptr (Result) result = workspace_import (&workspace, path, "--json");
      g_autoptr (Result) again = workspace_import (&workspace, path, "--json");
      Plan plan = plan_parse (result);

      assert_status (result, 0);
      assert_format (result, slovenia_48[which].format);
      g_assert_cmpint (plan.n_new, ==, i == 0 ? 254 : 0);
      g_assert_cmpint (plan.n_changed + plan.n_same, ==, i == 0 ? 0 : 254);
      g_assert_cmpint (plan.n_near, ==, 0);
      g_assert_cmpuint (plan.n_faults, ==, 0);
      assert_only_sources_added (result);
      assert_plan (again, 0, 0, 254, 0, 0);
      content = list_content (&workspace);
      if (before != NULL)
        g_assert_cmpstr (content, ==, before);
      else
        before = g_steal_pointer (&content);
    }
  assert_tells (&workspace, "reviews",
                "Review  Cycle  Recommendations  Document     State\n"
                "SVN:48  4      254              A/HRC/59/15  Slovenia\n");
  assert_tells (&workspace, "count|--by|position", "supported\t217\nnoted\t37\n");
  workspace_tear_down (&workspace, NULL);
}

/* All four give the same recommendations, each in a workspace of its own. */
static void
test_uhri_content (void)
{
  g_autofree char *expected = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (slovenia_48); i++)
    {
      g_autofree char *path = find_test_data (slovenia_48[i].folder, slovenia_48[i].name);
      g_autofree char *content = NULL;
      g_autoptr (Result) result = NULL;
      Workspace workspace = { NULL };

      if (path == NULL)
        return;
      workspace_set_up (&workspace, NULL);
      result = workspace_import (&workspace, path, NULL);
      assert_status (result, 0);
      content = list_content (&workspace);
      workspace_tear_down (&workspace, NULL);
      if (expected != NULL)
        g_assert_cmpstr (content, ==, expected);
      else
        expected = g_steal_pointer (&content);
    }
}

/* Only some States: the file has one, and nothing about the other. */
static void
test_states (Workspace *workspace, gconstpointer data)
{
  g_autofree char *path = find_test_data ("uhri", "constructed-uhri-layout.json");
  g_autoptr (Result) other = NULL;
  g_autoptr (Result) both = NULL;

  if (path == NULL)
    return;

  other = workspace_import (workspace, path, "--states|FRA|--json");
  assert_status (other, 0);
  assert_plan (other, 0, 0, 0, 0, 0);
  g_assert_nonnull (strstr (other->out, "\"recommendations\":254,\"included\":false"));
  g_assert_nonnull (strstr (other->err, "FRA"));
  assert_tells (workspace, "count", "0\n");
  assert_tells (workspace, "reviews|--json", "[]\n");

  both = workspace_import (workspace, path, "--states|fra, svn|--json");
  assert_status (both, 0);
  assert_plan (both, 254, 0, 0, 0, 0);
  assert_tells (workspace, "count", "254\n");
}

static const struct
{
  const char *names[2]; /* the same sessions */
  gint64 n_rows;
} upr_info[] = {
  { { "1-5.xls", "1-5.csv" }, 6094 },
  { { "10-13.csv", NULL }, 9047 },
  { { "17-20.xls", "17-20.csv" }, 7984 },
  { { "voluntary.xls", "voluntary.csv" }, 947 },
};

/* Everything comes in, and what PHP and Excel wrote of the same sessions is the same. */
static void
test_upr_info (gconstpointer data)
{
  gsize which = GPOINTER_TO_SIZE (data);
  g_autofree char *first_content = NULL;
  guint n_first = 0;
  Workspace workspace = { NULL };
  g_autofree char *path = find_test_data ("upr-info", upr_info[which].names[0]);
  g_autofree char *other_path
    = upr_info[which].names[1] != NULL ? find_test_data ("upr-info", upr_info[which].names[1]) : NULL;
  g_autoptr (Result) first = NULL;
  g_autoptr (Result) again = NULL;

  if (path == NULL)
    return;

  workspace_set_up (&workspace, NULL);
  first = workspace_import (&workspace, path, "--json");
  assert_status (first, 0);
  assert_format (first, "upr-info");
  g_assert_cmpint (number_of (first, "rows"), ==, upr_info[which].n_rows);
  n_first = (guint) number_of (first, "new");
  assert_plan (first, n_first, 0, 0, 0, 0);
  g_assert_cmpuint (n_first, >, 500);
  g_assert_cmpuint (count (&workspace, "count"), ==, n_first);
  g_assert_cmpuint (count (&workspace, "count|--position|commitment"), ==,
                    g_str_has_prefix (upr_info[which].names[0], "voluntary") ? n_first : 0);

  again = workspace_import (&workspace, path, "--json");
  assert_status (again, 0);
  assert_plan (again, 0, 0, n_first, 0, 0);

  if (other_path != NULL)
    {
      g_autoptr (Result) other = workspace_import (&workspace, other_path, "--json");

      assert_status (other, 0);
      g_assert_cmpint (number_of (other, "rows"), ==, upr_info[which].n_rows);
      assert_plan (other, 0, 0, n_first, 0, 0);
    }
  workspace_tear_down (&workspace, NULL);
}

static void
assert_pairs (Workspace *workspace, guint supported, guint noted)
{
  g_autofree char *told = workspace_tell (workspace, "list|--review|SVN:20|--format|json");
  yajl_val rows = json_parse (told);
  gsize n_supported = 0;
  gsize n_noted = 0;

  for (size_t i = 0; i < YAJL_GET_ARRAY (rows)->len; i++)
    {
      yajl_val row = YAJL_GET_ARRAY (rows)->values[i];
      gsize n_states = YAJL_GET_ARRAY (json_get (row, "states"))->len;

      if (g_str_equal (json_text (row, "position"), "supported"))
        n_supported += n_states;
      else
        n_noted += n_states;
    }
  yajl_tree_free (rows);
  g_assert_cmpuint (n_supported, ==, supported);
  g_assert_cmpuint (n_noted, ==, noted);
}

/*
 * Slovenia in session 20, in the official list and in UPR Info. UPR Info gives each of the nine asks in 115.38,
 * 115.106 and 115.124 a row of its own, and puts the States of 115.8 and 115.10, which have the same text, together:
 * 163 + 6 - 1.
 */
#define N_OF_LIST     163
#define N_OF_UPR_INFO 168

static Result *
import_first (Workspace *workspace, const char *path, const char *options, guint n_new)
{
  Result *first = workspace_import (workspace, path, options);

  assert_status (first, 0);
  assert_plan (first, n_new, 0, 0, 0, 0);
  assert_pairs (workspace, 155, 25);

  return first;
}

/* With the list in the workspace, UPR Info adds its categories and issues, and no recommendation. */
static void
test_list_first (Workspace *workspace, gconstpointer data)
{
  g_autofree char *list = find_test_data (LISTS, "UPR20__Slovenia_ThematicListRecommendations_E.docx");
  g_autofree char *export = find_test_data ("upr-info", "17-20.xls");
  g_autoptr (Result) first = NULL;
  g_autoptr (Result) second = NULL;
  g_autoptr (Result) third = NULL;
  Plan plan = { 0 };

  if (list == NULL || export == NULL)
    return;

  first = import_first (workspace, list, "--json", N_OF_LIST);
  second = workspace_import (workspace, export, "--states|SVN|--near|same|--json");
  assert_status (second, 0);
  plan = plan_parse (second);
  g_test_message ("%d new, %d changed, %d the same, %d near", (int) plan.n_new, (int) plan.n_changed,
                  (int) plan.n_same, (int) plan.n_near);
  g_assert_cmpint (plan.n_new, ==, 0);
  g_assert_cmpuint (plan.n_faults, ==, 0);
  assert_tells (workspace, "count", "163\n");
  assert_tells (workspace, "count|--by|position", "supported\t142\nnoted\t21\n");
  assert_pairs (workspace, 155, 25);
  /* The three with several asks get the category of most of these; one of the two with the same text gets none. */
  g_assert_cmpuint (count (workspace, ALL_CATEGORIES), ==, N_OF_LIST - 1);

  third = workspace_import (workspace, list, "--json");
  assert_status (third, 0);
  assert_plan (third, 0, 0, N_OF_LIST, 0, 0);
}

/* With UPR Info in the workspace, the list brings numbers and themes; twice the same text is two of the list. */
static void
test_upr_info_first (Workspace *workspace, gconstpointer data)
{
  g_autofree char *list = find_test_data (LISTS, "UPR20__Slovenia_ThematicListRecommendations_E.docx");
  g_autofree char *export = find_test_data ("upr-info", "17-20.xls");
  g_autoptr (Result) first = NULL;
  g_autoptr (Result) second = NULL;
  g_autoptr (Result) third = NULL;
  Plan plan = { 0 };

  if (list == NULL || export == NULL)
    return;

  first = import_first (workspace, export, "--states|SVN|--json", N_OF_UPR_INFO);
  second = workspace_import (workspace, list, "--near|same|--json");
  assert_status (second, 0);
  plan = plan_parse (second);
  g_test_message ("%d new, %d changed, %d the same, %d near", (int) plan.n_new, (int) plan.n_changed,
                  (int) plan.n_same, (int) plan.n_near);
  g_assert_cmpint (plan.n_new, <=, 1);
  g_assert_cmpint (plan.n_new + plan.n_changed + plan.n_same + plan.n_near, ==, N_OF_LIST);
  g_assert_cmpuint (plan.n_faults, ==, 0);

  third = workspace_import (workspace, list, "--json");
  assert_status (third, 0);
  assert_plan (third, 0, 0, N_OF_LIST, 0, 0);
}

/* What came from where. */
static void
test_imports (Workspace *workspace, gconstpointer data)
{
  g_autofree char *list = find_test_data (LISTS, "upr48-slovenia-thematic-list-of-recommendatio.docx");
  g_autofree char *uhri = find_test_data ("uhri", "constructed-uhri-layout-lf.xlsx");
  g_autofree char *pledges = find_test_data ("upr-info", "voluntary.csv");
  g_autofree char *told = NULL;
  g_autoptr (Result) one = NULL;
  g_autoptr (Result) two = NULL;
  yajl_val imports = NULL;
  yajl_val first = NULL;
  yajl_val last = NULL;

  if (list == NULL || uhri == NULL || pledges == NULL)
    return;

  one = workspace_import (workspace, list, NULL);
  assert_status (one, 0);
  two = workspace_import (workspace, pledges, "--states|SVN");
  assert_status (two, 0);

  told = workspace_tell (workspace, "imports|--json");
  imports = json_parse (told);
  g_assert_cmpuint (YAJL_GET_ARRAY (imports)->len, ==, 2);
  /* The latest comes first; two within one second may stand in any order. */
  first = YAJL_GET_ARRAY (imports)->values[0];
  last = YAJL_GET_ARRAY (imports)->values[1];
  if (g_str_equal (json_text (first, "format"), "ohchr-list"))
    {
      yajl_val swap = first;

      first = last;
      last = swap;
    }
  g_assert_cmpstr (json_text (first, "format"), ==, "upr-info");
  g_assert_cmpstr (json_text (first, "file"), ==, "voluntary.csv");
  g_assert_cmpint (json_number (first, "rows"), ==, 947);
  g_assert_cmpint (json_number (first, "new"), ==, (gint64) count (workspace, "count|--position|commitment"));
  g_assert_cmpstr (json_text (last, "file"), ==, "upr48-slovenia-thematic-list-of-recommendatio.docx");
  g_assert_cmpint (json_number (last, "new"), ==, 254);
  g_assert_cmpint (json_number (last, "now"), ==, 254);
  g_assert_cmpint (json_number (last, "changed"), ==, 0);
  g_assert_cmpuint (strlen (json_text (last, "sha256")), ==, 64);
  yajl_tree_free (imports);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);

  for (gsize i = 0; i < G_N_ELEMENTS (slovenia_48); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/formats/uhri/%s-first", slovenia_48[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_uhri);
    }
  g_test_add_func ("/cli/formats/uhri/content", test_uhri_content);
  g_test_add ("/cli/formats/states", Workspace, NULL, workspace_set_up, test_states, workspace_tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (upr_info); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/formats/upr-info/%s", upr_info[i].names[0]);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_upr_info);
    }
  g_test_add ("/cli/formats/slovenia-20/list-first", Workspace, NULL, workspace_set_up, test_list_first,
              workspace_tear_down);
  g_test_add ("/cli/formats/slovenia-20/upr-info-first", Workspace, NULL, workspace_set_up,
              test_upr_info_first, workspace_tear_down);
  g_test_add ("/cli/formats/imports", Workspace, NULL, workspace_set_up, test_imports, workspace_tear_down);

  return g_test_run ();
}
