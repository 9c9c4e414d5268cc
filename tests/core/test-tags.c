/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/table.h"
#include "core/reference/tags.h"

typedef struct
{
  const char *in;
  const char *out;
} Case;

static void
check (const Case *cases, gsize n_cases, char *(*function) (const char *) )
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *out = function (cases[i].in);

      if (g_strcmp0 (out, cases[i].out) != 0)
        {
          g_test_message ("\"%s\" gives \"%s\", not \"%s\"", cases[i].in, out, cases[i].out);
          g_test_fail ();
        }
    }
}

static void
test_themes (void)
{
  static const Case cases[] = {
    { "- Right to health", "Right to health" },
    { "right to HEALTH", "Right to health" },
    { " \302\240- Participation of women in political & public life\302\240",
      "Participation of women in political & public life" },
    { "Equality and non-discrimination", "Equality & non-discrimination" },
    { "\342\200\242 Equality & non\342\200\221discrimination", "Equality & non-discrimination" },
    { "Children : definition ; general principles ; protection",
      "Children: definition; general principles; protection" },
    /* Codes of older lists; the older name stays. */
    { "A12 Acceptance of international norms", "Acceptance of international norms" },
    { "A42 Institutions & policies - General", "Institutions & policies - General" },
    { "F31 Children: definition; general principles; protection",
      "Children: definition; general principles; protection" },
    { "F34 Children: Juvenile justice", "Children: juvenile justice" },
    { "2.1. Acceptance of international norms  ", "Acceptance of international norms" },
    { "2.1.Acceptance of international norms", "Acceptance of international norms" },
    { "2.1 Acceptance of international norms", "Acceptance of international norms" },
    { "E 3.2 right to just and favourable conditions of work",
      "Right to just and favourable conditions of work" },
    { "D7 Right to participation in public affairs and right to vote",
      "Right to participation in public affairs and right to vote" },
    /* No codes. */
    { "- 2030 Agenda & other voluntary commitments", "2030 Agenda & other voluntary commitments" },
    { "5 years of something", "5 years of something" },
    { "A 5 year plan", "A 5 year plan" },
    { "A12", "A12" },
    { "G20", "G20" },
    /* Not in the table: its own spelling, a capital first. */
    { "- something entirely new;", "Something entirely new" },
    { "\303\251galit\303\251", "\303\211galit\303\251" },
    { "institutions of the moon", "Institutions of the moon" },
    { "", "" },
    { " - ", "" },
    { NULL, "" },
  };

  check (cases, G_N_ELEMENTS (cases), suivi_theme_canonical);
}

static void
test_groups (void)
{
  static const Case cases[] = {
    { "children", "Children" },
    { "- children", "Children" },
    { "- Children", "Children" },
    { "- general", "General" },
    { "- women", "Women" },
    { "women and girls", "Women & girls" },
    { "- minorities/ racial, ethnic, linguistic, religious or descent-based groups",
      "Minorities/ racial, ethnic, linguistic, religious or descent-based groups" },
    { "Minorities / racial, ethnic, linguistic, religious or descent-based groups",
      "Minorities/ racial, ethnic, linguistic, religious or descent-based groups" },
    { "- lesbian, gay, bisexual, transgender and intersex persons (LGBTI)",
      "Lesbian, gay, bisexual, transgender and intersex persons (LGBTI)" },
    { "NON-CITIZENS", "Non-citizens" },
    { "- fisherfolk", "Fisherfolk" },
    { "", "" },
    { NULL, "" },
  };

  check (cases, G_N_ELEMENTS (cases), suivi_group_canonical);
}

/* Every label of the tables finds itself, in capitals too, with dash and code before it; no two have the same
 * key. */
static void
test_tables (void)
{
  g_autoptr (SuiviTable) themes = suivi_table_load ("themes.tsv");
  g_autoptr (SuiviTable) groups = suivi_table_load ("groups.tsv");
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint theme = suivi_table_get_column (themes, "theme");
  guint current = suivi_table_get_column (themes, "current");
  guint child = suivi_table_get_column (themes, "child");

  g_assert_cmpuint (suivi_table_get_n_rows (themes), >=, 140);
  g_assert_cmpuint (suivi_table_get_n_rows (groups), >=, 35);
  for (guint i = 0; i < suivi_table_get_n_rows (themes); i++)
    {
      const char *label = suivi_table_get (themes, i, theme);
      const char *now = suivi_table_get (themes, i, current);
      const char *about = suivi_table_get (themes, i, child);
      g_autofree char *coded = g_strconcat ("- F31 ", label, NULL);
      g_autofree char *upper = g_ascii_strup (label, -1);
      g_autofree char *a = suivi_theme_canonical (label);
      g_autofree char *b = suivi_theme_canonical (coded);
      g_autofree char *c = suivi_theme_canonical (upper);
      const char *const tags[] = { label, NULL };

      g_assert_cmpstr (a, ==, label);
      g_assert_cmpstr (b, ==, label);
      g_assert_cmpstr (c, ==, label);
      g_assert_true (g_hash_table_add (keys, suivi_table_make_key (label)));
      g_assert_true (g_str_equal (about, "") || g_str_equal (about, "often") || g_str_equal (about, "core"));
      g_assert_cmpint (g_str_has_prefix (label, "Children"), ==, suivi_tags_child_focused (tags, NULL));
      if (*now != '\0')
        {
          g_autofree char *known = suivi_theme_canonical (now);

          g_assert_cmpstr (known, ==, now);
          g_assert_cmpstr (now, !=, label);
        }
    }
  for (guint i = 0; i < suivi_table_get_n_rows (groups); i++)
    {
      const char *label = suivi_table_get (groups, i, suivi_table_get_column (groups, "group"));
      g_autofree char *lower = g_ascii_strdown (label, -1);
      g_autofree char *a = suivi_group_canonical (lower);

      g_assert_cmpstr (a, ==, label);
    }
}

static void
test_sdg_codes (void)
{
  static const Case cases[] = {
    { "- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", "16" },
    { "16.a - Strong institutions to prevent violence, terrorism and crime", "16.a" },
    { "16.A - Strong institutions", "16.a" },
    { "5.2 - End all violence", "5.2" },
    { "16.10 \342\200\223 Public access", "16.10" },
    { "5", "5" },
    { " 5 ", "5" },
    { "05", "5" },
    { "16.", "16" },
    { "16: Peace", "16" },
    { "16. Peace", "16" },
    { "SDG 5", "5" },
    { "SDG5", "5" },
    { "SDG: 4 - QUALITY EDUCATION", "4" },
    { "Goal 5", "5" },
    { "goal 5 gender", "5" },
    { "Target 16.2", "16.2" },
    { "ODS 3", "3" },
    { "5 Gender equality", "5" },
    { "17", "17" },
    { "17.19", "17.19" },
    { "3.d", "3.d" },
    /* None. */
    { "0", NULL },
    { "18", NULL },
    { "100", NULL },
    { "17.20", NULL },
    { "16.z", NULL },
    { "16.11", NULL },
    { "16.1.2", NULL },
    { "5 years after", NULL },
    { "5-year plan", NULL },
    { "2030 Agenda", NULL },
    { "1st", NULL },
    { "SDG", NULL },
    { "SDGs:", NULL },
    { "Goalkeeper 5", NULL },
    { "PEACE", NULL },
    { "-", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  check (cases, G_N_ELEMENTS (cases), suivi_sdg_code);
}

static void
test_sdg_table (void)
{
  g_autoptr (SuiviTable) table = suivi_table_load ("sdgs.tsv");
  guint code = suivi_table_get_column (table, "code");
  guint title = suivi_table_get_column (table, "title");

  g_assert_cmpuint (suivi_table_get_n_rows (table), ==, 17 + 169);
  for (guint i = 0; i < suivi_table_get_n_rows (table); i++)
    {
      const char *text = suivi_table_get (table, i, title);
      g_autofree char *label = g_strdup_printf ("- %s - %s", suivi_table_get (table, i, code), text);
      g_autofree char *found = suivi_sdg_code (label);

      g_assert_cmpstr (text, !=, "");
      g_assert_cmpstr (found, ==, suivi_table_get (table, i, code));
      g_assert_cmpstr (suivi_sdg_get_title (found), ==, text);
    }
  g_assert_cmpstr (suivi_sdg_get_title ("16"), ==, "Peace, justice and strong institutions");
  g_assert_null (suivi_sdg_get_title ("18"));
  g_assert_null (suivi_sdg_get_title ("16.z"));
  g_assert_null (suivi_sdg_get_title (""));
  g_assert_null (suivi_sdg_get_title (NULL));
}

static void
test_child_focused (void)
{
  static const struct
  {
    const char *theme;
    const char *group;
    gboolean child;
  } cases[] = {
    { NULL, "Children", TRUE },
    { NULL, "- children", TRUE },
    { NULL,
      "Children in vulnerable situations (abused, living on the street, institutionalized, indigenous, "
      "migrant "
      "children etc.)",
      TRUE },
    { NULL, "Children in vulnerable situations", TRUE },
    { NULL, "Women & girls", FALSE },
    { NULL, "Educational staff & students", FALSE },
    { NULL, "General", FALSE },
    { NULL, "Grandchildren", FALSE },
    { "Children: definition; general principles; protection", NULL, TRUE },
    { "Children: family environment and alternative care", NULL, TRUE },
    { "F33 Children: protection against exploitation", NULL, TRUE },
    { "F34 Children: Juvenile justice", NULL, TRUE },
    { "Children: a heading of tomorrow", NULL, TRUE }, /* by what stands before the colon */
    { "F3 Children", NULL, TRUE },
    { "Right to education", "Public officials", FALSE },
    { "Persons with disabilities: a heading of tomorrow", NULL, FALSE },
    { "Right to education", "Children", TRUE },
    { "", "", FALSE },
    { NULL, NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const themes[] = { "Right to health", cases[i].theme, NULL };
      const char *const groups[] = { "Public officials", cases[i].group, NULL };

      if (suivi_tags_child_focused (themes, groups) != cases[i].child)
        {
          g_test_message ("theme \"%s\", group \"%s\"", cases[i].theme, cases[i].group);
          g_test_fail ();
        }
    }
  g_assert_false (suivi_tags_child_focused (NULL, NULL));
}

static void
test_table_faults (void)
{
  g_autoptr (SuiviTable) table = NULL;

  if (g_test_subprocess ())
    {
      table = suivi_table_load ("no-such-table.tsv");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no-such-table.tsv is missing*");
}

static void
test_table_column_fault (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (SuiviTable) table = suivi_table_load ("groups.tsv");

      suivi_table_get_column (table, "colour");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no column colour*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/tags/themes", test_themes);
  g_test_add_func ("/core/tags/groups", test_groups);
  g_test_add_func ("/core/tags/tables", test_tables);
  g_test_add_func ("/core/tags/sdg/codes", test_sdg_codes);
  g_test_add_func ("/core/tags/sdg/table", test_sdg_table);
  g_test_add_func ("/core/tags/child-focused", test_child_focused);
  g_test_add_func ("/core/table/missing", test_table_faults);
  g_test_add_func ("/core/table/no-column", test_table_column_fault);

  return g_test_run ();
}
