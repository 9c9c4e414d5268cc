/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/review/similarity.h"

static void
test_normalise (void)
{
  static const struct
  {
    const char *in;
    const char *out;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { " … ", "" },
    { "Ratify it.", "ratify it" },
    { "Ratify, at once,\nthe “Palermo”  Protocol;", "ratify at once the palermo protocol" },
    { "140.12 Ratify it", "ratify it" },
    { "140.12. Ratify it", "ratify it" },
    { "26.Ratify it", "ratify it" },
    { "5) Ratify it", "ratify it" },
    { "121.2 (a) Ratify it", "ratify it" },
    { "2030 Agenda: publish a plan", "2030 agenda publish a plan" },
    { "Ratify Convention No. 169 (1989)", "ratify convention no 169 1989" },
    { "Égalité: l’accès des FILLES à l’école", "egalite l acces des filles a l ecole" },
    { "Ensure non- discrimination", "ensure non discrimination" },
    { "Ensure non-discrimination", "ensure non discrimination" },
    { "Ensure non\342\200\220discrimination", "ensure non discrimination" },
    { "Garantizar la educación de los niños", "garantizar la educacion de los ninos" },
    { "Обеспечить доступ (всех)", "обеспечить доступ всех" },
    { "批准《公约》。", "批准 公约" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = suivi_text_normalise (cases[i].in);
      g_autofree char *again = suivi_text_normalise (out);

      g_assert_cmpstr (out, ==, cases[i].out);
      g_assert_cmpstr (again, ==, out);
    }
}

static double
compare (const char *a, const char *b)
{
  g_autoptr (SuiviFingerprint) first = suivi_fingerprint_new (a);
  g_autoptr (SuiviFingerprint) second = suivi_fingerprint_new (b);
  double score = suivi_fingerprint_compare (first, second);

  g_assert_cmpfloat (score, ==, suivi_fingerprint_compare (second, first));
  g_assert_cmpfloat (score, >=, 0);
  g_assert_cmpfloat (score, <=, 1);
  g_assert_cmpfloat (suivi_fingerprint_compare (first, first), ==, *a != '\0' ? 1 : 0);

  return score;
}

/* Worked out by hand from the formula. */
static void
test_score (void)
{
  g_assert_cmpfloat (compare ("", ""), ==, 0);
  g_assert_cmpfloat (compare ("", "Ratify the treaty"), ==, 0);
  g_assert_cmpfloat (compare ("Ratify the treaty", "140.1 RATIFY – the treaty."), ==, 1);
  g_assert_cmpfloat (compare ("Plant trees", "Ratify the treaty"), ==, 0);
  /* Two words and a pair each, one word in common: 2 × 1 / 6. */
  g_assert_cmpfloat_with_epsilon (compare ("Ratify treaty", "Denounce treaty"), 1.0 / 3, 1e-6);
  /* Stop words are not there: both are "ratify treaty". */
  g_assert_cmpfloat_with_epsilon (compare ("Ratify treaty", "Ratify the treaty"), 1, 1e-6);
  /* The ends of words do not matter. */
  g_assert_cmpfloat_with_epsilon (compare ("Ratifying treaties", "Ratification of the treaty"), 1, 1e-6);
  /* "Continue" counts a tenth, and so does the pair with it: 2 × 3 / (3 + 3.2). */
  g_assert_cmpfloat_with_epsilon (compare ("reduce poverty", "continue reduce poverty"), 6.0 / 6.2, 1e-6);
  /* The order of words tells them apart, but not wholly. */
  g_assert_cmpfloat (compare ("girls teach boys", "boys teach girls"), <, 1);
  g_assert_cmpfloat (compare ("girls teach boys", "boys teach girls"), >, 0.5);
  /* What is said twice counts once: the same words, and of two and three pairs two in common:
   * 2 × (2 + 2) / (4 + 5). */
  g_assert_cmpfloat_with_epsilon (compare ("reduce poverty; reduce poverty",
                                           "poverty, poverty; reduce poverty"),
                                  8.0 / 9, 1e-6);
}

static gboolean
propose (const char *later, const char *earlier, SuiviRelation *relation)
{
  g_autoptr (SuiviFingerprint) a = suivi_fingerprint_new (later);
  g_autoptr (SuiviFingerprint) b = suivi_fingerprint_new (earlier);
  double score = -1;
  gboolean proposed = suivi_relation_propose (a, b, relation, &score);

  g_assert_cmpfloat (score, ==, suivi_fingerprint_compare (a, b));

  return proposed;
}

static void
test_propose (void)
{
  static const struct
  {
    const char *later;
    const char *earlier;
    int relation; /* -1 for none */
  } cases[] = {
    /* The same wish. */
    { "Build a school in every district", "Build a school in every district.", SUIVI_RELATION_SAME },
    { "140.7 Build a school in every district", "26. Build a school in every district;",
      SUIVI_RELATION_SAME },
    { "Continue efforts to build schools in all districts",
      "Take measures to build a school in each district", SUIVI_RELATION_SAME },
    { "Consider signing the Protocol on the Stockpiling of Toys",
      "Consider the signature of the Protocol on the stockpiling of toys", SUIVI_RELATION_SAME },
    /* The earlier one, and more. */
    { "Build a school in every district, train its teachers and publish the budget of both",
      "Build a school in every district", SUIVI_RELATION_BUILD_UP },
    { "Adopt the bill on playgrounds before 2028 and give each municipality the money for one playground",
      "Adopt the bill on playgrounds", SUIVI_RELATION_BUILD_UP },
    /* The later one asks less: no build-up. */
    { "Adopt the bill on playgrounds",
      "Adopt the bill on playgrounds and on bicycle paths and lend bicycles to pupils",
      SUIVI_RELATION_GENERAL },
    /* Much in common, but each has its own. */
    { "Build a school in every district and a library beside it",
      "Build a school in every district with a garden", SUIVI_RELATION_SIMILAR },
    /* Same number, nothing else. */
    { "140.7 Publish the statistics of birth registration", "140.7 Lower the price of bus tickets", -1 },
    /* Only what every recommendation says. */
    { "Continue its efforts to ensure the protection of human rights of fishers",
      "Continue its efforts to ensure the protection of human rights of bakers", -1 },
    /* Other languages. */
    { "Poursuivre ses efforts pour construire une école dans chaque district",
      "Construire des écoles dans chaque district", SUIVI_RELATION_SAME },
    { "Construir una escuela en cada distrito y formar a sus maestros y publicar el presupuesto",
      "Construir una escuela en cada distrito", SUIVI_RELATION_BUILD_UP },
    { "Построить школу в каждом районе", "Построить школы в каждом районе страны", SUIVI_RELATION_SIMILAR },
    { "في كل منطقة بناء مدرسة", "بناء مدرسة في كل منطقة", SUIVI_RELATION_SAME },
    { "在每个地区建造一所学校", "在每个地区建造学校", SUIVI_RELATION_SAME },
    { "在每个地区建造一所学校", "降低公共汽车票价", -1 },
    { "Her ilçede okul inşa edilmeli", "Her ilçede bir okul inşa edilmeli", SUIVI_RELATION_SAME },
    /* Nothing to go by. */
    { "", "", -1 },
    { "of the", "of the", SUIVI_RELATION_SAME },
    { "of the", "and in", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SuiviRelation relation = SUIVI_RELATION_NONE;
      gboolean proposed = propose (cases[i].later, cases[i].earlier, &relation);

      g_test_message ("%s / %s: %d", cases[i].later, cases[i].earlier, proposed ? (int) relation : -1);
      g_assert_cmpint (proposed ? (int) relation : -1, ==, cases[i].relation);
    }
}

/* 250 recommendations against 250 earlier ones, as when a page of proposals is made for a whole review. */
static void
test_speed (void)
{
  g_autoptr (GPtrArray) prints = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_fingerprint_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gint64 start = 0;
  double sum = 0;
  double seconds = 0;

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint word = 0; word < 20; word++)
        g_string_append_printf (text, "%c%c%c%cness ", 'a' + g_rand_int_range (random, 0, 8),
                                'a' + g_rand_int_range (random, 0, 2), 'a' + g_rand_int_range (random, 0, 8),
                                'a' + g_rand_int_range (random, 0, 2));
      g_ptr_array_add (prints, suivi_fingerprint_new (text->str));
    }

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 250; i++)
    {
      for (guint j = 250; j < 500; j++)
        sum += suivi_fingerprint_compare (g_ptr_array_index (prints, i), g_ptr_array_index (prints, j));
    }
  seconds = (g_get_monotonic_time () - start) / 1e6;

  g_test_minimized_result (seconds, "250 × 250 comparisons: %.1f ms", seconds * 1000);
  g_assert_cmpfloat (sum, >, 0);
  g_assert_cmpfloat (seconds, <, 2);
}

/* A text of a megabyte costs no more than its first words. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SuiviFingerprint) print = NULL;
  g_autoptr (SuiviFingerprint) other = suivi_fingerprint_new ("plant trees");

  for (guint i = 0; i < 150000; i++)
    g_string_append_printf (text, "%x ", i * 7919);
  print = suivi_fingerprint_new (text->str);
  g_assert_cmpfloat (suivi_fingerprint_compare (print, print), ==, 1);
  g_assert_cmpfloat (suivi_fingerprint_compare (print, other), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/similarity/normalise", test_normalise);
  g_test_add_func ("/core/similarity/score", test_score);
  g_test_add_func ("/core/similarity/propose", test_propose);
  g_test_add_func ("/core/similarity/speed", test_speed);
  g_test_add_func ("/core/similarity/long", test_long);

  return g_test_run ();
}
