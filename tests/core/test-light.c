/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/light.h"

/* The 64 combinations, told a second way: what is judged is a set of levels. An empty set is grey, {done} is
 * green, {nothing} is red, and every other set is amber. */
static SuiviLight
light_of_set (guint set)
{
  static const SuiviLight lights[8] = {
    SUIVI_LIGHT_GREY,  /* nothing is judged */
    SUIVI_LIGHT_RED,   /* nothing */
    SUIVI_LIGHT_AMBER, /* some */
    SUIVI_LIGHT_AMBER, /* some, nothing */
    SUIVI_LIGHT_GREEN, /* done */
    SUIVI_LIGHT_AMBER, /* done, nothing */
    SUIVI_LIGHT_AMBER, /* done, some */
    SUIVI_LIGHT_AMBER, /* done, some, nothing */
  };

  return lights[set];
}

static void
test_rule_all (void)
{
  guint counts[SUIVI_N_LIGHTS] = { 0 };

  for (guint i = 0; i < 64; i++)
    {
      const SuiviLevel law = i / 16;
      const SuiviLevel policy = i / 4 % 4;
      const SuiviLevel practice = i % 4;
      guint set = 0;

      set |= law > 0 ? 1 << (law - 1) : 0;
      set |= policy > 0 ? 1 << (policy - 1) : 0;
      set |= practice > 0 ? 1 << (practice - 1) : 0;
      g_assert_cmpint (suivi_light_from_levels (law, policy, practice), ==, light_of_set (set));
      counts[suivi_light_from_levels (law, policy, practice)]++;
    }

  /* 2³ − 1 ways of all done or unjudged, as many of nothing, one of neither, and the rest. */
  g_assert_cmpuint (counts[SUIVI_LIGHT_GREEN], ==, 7);
  g_assert_cmpuint (counts[SUIVI_LIGHT_RED], ==, 7);
  g_assert_cmpuint (counts[SUIVI_LIGHT_GREY], ==, 1);
  g_assert_cmpuint (counts[SUIVI_LIGHT_AMBER], ==, 49);
}

static void
test_rule_examples (void)
{
  /* A law without practice is some progress, whatever was left unjudged. */
  g_assert_cmpint (suivi_light_from_levels (SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_NOTHING),
                   ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpint (suivi_light_from_levels (SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_UNASSESSED),
                   ==, SUIVI_LIGHT_GREEN);
  g_assert_cmpint (suivi_light_from_levels (SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_UNASSESSED,
                                            SUIVI_LEVEL_NOTHING),
                   ==, SUIVI_LIGHT_RED);
  g_assert_cmpint (suivi_light_from_levels (SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME), ==,
                   SUIVI_LIGHT_AMBER);
}

static void
test_nicks (void)
{
  static const char *const levels[] = { "unassessed", "nothing", "some", "done" };
  static const char *const lights[] = { "grey", "red", "amber", "green", "worse" };

  for (int i = 0; i < SUIVI_N_LEVELS; i++)
    {
      SuiviLevel level = 99;

      g_assert_cmpstr (suivi_level_to_nick (i), ==, levels[i]);
      g_assert_true (suivi_level_from_nick (levels[i], &level));
      g_assert_cmpint (level, ==, i);
    }
  for (int i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      SuiviLight light = 99;

      g_assert_cmpstr (suivi_light_to_nick (i), ==, lights[i]);
      g_assert_true (suivi_light_from_nick (lights[i], &light));
      g_assert_cmpint (light, ==, i);
    }
}

static void
test_nicks_unknown (void)
{
  static const char *const words[] = { "", "Done", "GREEN", "yellow", " some", "rejected" };
  SuiviLevel level = 99;
  SuiviLight light = 99;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_false (suivi_level_from_nick (words[i], &level));
      g_assert_false (suivi_light_from_nick (words[i], &light));
    }
  g_assert_false (suivi_level_from_nick (NULL, &level));
  g_assert_false (suivi_light_from_nick (NULL, &light));
  g_assert_cmpint (level, ==, 99);
  g_assert_cmpint (light, ==, 99);
}

static void
test_shown_thrice (void)
{
  /* Word, sign and colour: all five lights differ in word and in sign. */
  for (int i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_assert_cmpstr (suivi_light_to_label (i), !=, "");
      for (int j = 0; j < i; j++)
        {
          g_assert_cmpstr (suivi_light_to_label (i), !=, suivi_light_to_label (j));
          g_assert_cmpstr (suivi_light_to_symbol (i), !=, suivi_light_to_symbol (j));
        }
    }
  for (int i = 0; i < SUIVI_N_LEVELS; i++)
    {
      g_assert_cmpstr (suivi_level_to_label (i), !=, "");
      for (int j = 0; j < i; j++)
        g_assert_cmpstr (suivi_level_to_label (i), !=, suivi_level_to_label (j));
    }
  g_assert_cmpstr (suivi_light_to_label (SUIVI_LIGHT_GREEN), ==, "Implemented");
  g_assert_cmpstr (suivi_light_to_label (SUIVI_LIGHT_GREY), ==, "Not assessed");
}

static void
test_bad_value (void)
{
  if (g_test_subprocess ())
    {
      suivi_light_to_label (SUIVI_N_LIGHTS);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*should not be reached*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/light/rule/all", test_rule_all);
  g_test_add_func ("/core/light/rule/examples", test_rule_examples);
  g_test_add_func ("/core/light/nicks", test_nicks);
  g_test_add_func ("/core/light/nicks/unknown", test_nicks_unknown);
  g_test_add_func ("/core/light/shown-thrice", test_shown_thrice);
  g_test_add_func ("/core/light/bad-value", test_bad_value);

  return g_test_run ();
}
