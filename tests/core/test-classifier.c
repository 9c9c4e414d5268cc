/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "core/drafting/classifier.h"
#include "core/drafting/features.h"

static SuiviClassifier *
get_english (void)
{
  SuiviClassifier *classifier = suivi_classifier_get ("en");

  g_assert_nonnull (classifier);

  return classifier;
}

/* The rules by which UPR Info's coders worked ("Database: Action category", October 2014), and three observations on
 * their database; the sentences are our own. */
static const struct
{
  const char *rule;
  const char *text;
  guint category;
} rules[] = {
  { "the first verb: legal", "Ratify the Convention on the Reduction of Statelessness", 5 },
  { "the first verb: legal", "Accede to the Optional Protocol to the Convention against Torture", 5 },
  { "the first verb: legal", "Abolish the death penalty for all crimes", 5 },
  { "the first verb: legal", "Amend the Penal Code to prohibit corporal punishment in every setting", 5 },
  { "the first verb: defined",
    "Establish a national human rights institution in line with the Paris Principles", 5 },
  { "the first verb: defined", "Issue a standing invitation to all special procedures", 5 },
  { "the first verb: general", "Strengthen the protection of children without parental care", 4 },
  { "the first verb: general", "Take steps to improve access to schools in rural areas", 4 },
  { "the first verb: general", "Intensify efforts to combat violence against women", 4 },
  { "the first verb: considering", "Consider ratifying the Convention on migrant workers", 3 },
  { "the first verb: considering", "Explore the possibility of abolishing the death penalty", 3 },
  { "the first verb: continuing", "Continue its efforts to reduce poverty", 2 },
  { "the first verb: continuing", "Pursue its policy in favour of the right to education", 2 },
  { "the first verb: minimal", "Share its experience in the fight against poverty with other countries", 1 },
  { "two verbs: the second decides", "Continue and strengthen its efforts to protect children", 4 },
  { "a general action with a specific example", "Improve the rights of women by amending the family code",
    5 },
  { "adopt a law", "Adopt a law that criminalizes domestic violence", 5 },
  { "adopt measures", "Adopt measures to combat discrimination against minorities", 4 },
  { "consider stays", "Consider adopting a law against domestic violence", 3 },
  { "consider stays", "Consider establishing a national human rights institution", 3 },
  { "help from outside", "Seek technical assistance from OHCHR to strengthen its capacity", 1 },
  { "help from outside", "Request technical assistance from the international community", 1 },
  { "review", "Review its legislation on public gatherings", 3 },
};

static void
test_rules (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      guint category = suivi_classifier_specificity (get_english (), rules[i].text, NULL);

      g_test_message ("%s: %s: %u", rules[i].rule, rules[i].text, category);
      g_assert_cmpuint (category, ==, rules[i].category);
    }
}

/* The same request in other words and letters. */
static void
test_beginnings (void)
{
  static const char *const texts[] = {
    "Ratify the Convention against Torture",
    "RATIFY THE CONVENTION AGAINST TORTURE",
    "ratify the Convention against Torture.",
    "To ratify the Convention against Torture",
    "That the Government ratify the Convention against Torture",
    "Recommended that the Government of Alvera ratify the Convention against Torture",
    "\u201cRatify\u201d the Convention\u00a0against Torture",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (suivi_classifier_specificity (get_english (), texts[i], NULL), ==, 5);
    }
}

/* UPR Info, "Database: Issues explanation" (October 2014): what is tagged "Rights of the Child". */
static void
test_children (void)
{
  static const struct
  {
    const char *text;
    gboolean child;
  } rows[] = {
    { "Register every child at birth, free of charge", TRUE },
    { "Eliminate child labour in agriculture", TRUE },
    { "Prohibit corporal punishment of children at home and in school", TRUE },
    { "Raise the age of criminal responsibility and reform juvenile justice", TRUE },
    { "Release all child soldiers and help them return to their families", TRUE },
    { "Put an end to early marriage of girls", TRUE },
    { "Ratify the Optional Protocol to the Convention on the Rights of the Child on a communications "
      "procedure",
      TRUE },
    { "Combat trafficking in women and children", TRUE },
    { "Ratify the Convention against Torture", FALSE },
    { "Abolish the death penalty", FALSE },
    { "Protect journalists and human rights defenders from harassment", FALSE },
    { "Ensure the independence of judges", FALSE },
    { "Improve the conditions in prisons", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (suivi_classifier_child_focused (get_english (), rows[i].text, NULL), ==,
                       rows[i].child);
    }
}

/* At most four places, sorted, apart, inside the text. */
static void
check_spans (const char *text, GArray *spans)
{
  guint length = g_utf8_strlen (text, -1);
  guint last = 0;

  g_assert_nonnull (spans);
  g_assert_cmpuint (spans->len, <=, 4);
  for (guint i = 0; i < spans->len; i++)
    {
      const SuiviSpan *span = &g_array_index (spans, SuiviSpan, i);

      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, length);
      if (i > 0)
        g_assert_cmpuint (span->start, >, last);
      last = span->end;
    }
}

static char *
get_words (const char *text, GArray *spans)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const SuiviSpan *span = &g_array_index (spans, SuiviSpan, i);
      g_autofree char *words = g_utf8_substring (text, span->start, span->end);

      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", words);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_reasons (void)
{
  const char *text = "Consider ratifying the Convention on migrant workers";
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) child_spans = NULL;
  g_autoptr (GArray) no_spans = NULL;
  g_autofree char *words = NULL;
  g_autofree char *child_words = NULL;

  g_assert_cmpuint (suivi_classifier_specificity (get_english (), text, &spans), ==, 3);
  check_spans (text, spans);
  words = get_words (text, spans);
  g_assert_true (g_str_has_prefix (words, "Consider"));

  g_assert_false (suivi_classifier_child_focused (get_english (), text, &no_spans));
  g_assert_cmpuint (no_spans->len, ==, 0);

  /* Places are counted in characters, not in bytes. */
  text = "\u00c9tablish \u2013 as a priority \u2013 schools for girls";
  g_assert_true (suivi_classifier_child_focused (get_english (), text, &child_spans));
  check_spans (text, child_spans);
  child_words = get_words (text, child_spans);
  g_assert_nonnull (strstr (child_words, "girls"));
}

static void
test_odd_texts (void)
{
  static const char *const wordless[] = { "", " ", "\n\t", "…", "— ; ()", "\u200b", "\U0001F600" };
  static const char *const odd[] = { "a",
                                     "42",
                                     "Ratify",
                                     "children",
                                     "to",
                                     "that",
                                     "Recommended that the Government of",
                                     "\u4fc3\u8fdb\u513f\u7ae5\u6743\u5229",
                                     "\u062a\u0639\u0632\u064a\u0632 \u062d\u0642\u0648\u0642",
                                     "\u0301\u0301\u0301a\u0301",
                                     "by by by by",
                                     "including",
                                     "\U0001F600 ratify \U0001F600" };
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (GString) long_word = g_string_new (NULL);
  const char *long_texts[2] = { NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (wordless); i++)
    {
      g_autoptr (GArray) spans = NULL;
      g_autoptr (GArray) child_spans = NULL;

      g_assert_cmpuint (suivi_classifier_specificity (get_english (), wordless[i], &spans), ==, 4);
      g_assert_cmpuint (spans->len, ==, 0);
      g_assert_false (suivi_classifier_child_focused (get_english (), wordless[i], &child_spans));
      g_assert_cmpuint (child_spans->len, ==, 0);
    }

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (endless, "children and ");
      g_string_append (long_word, "\u00e9t");
    }
  long_texts[0] = endless->str;
  long_texts[1] = long_word->str;
  for (gsize i = 0; i < G_N_ELEMENTS (odd) + G_N_ELEMENTS (long_texts); i++)
    {
      const char *text = i < G_N_ELEMENTS (odd) ? odd[i] : long_texts[i - G_N_ELEMENTS (odd)];
      g_autoptr (GArray) spans = NULL;
      g_autoptr (GArray) child_spans = NULL;
      guint category = suivi_classifier_specificity (get_english (), text, &spans);

      g_assert_cmpuint (category, >=, 1);
      g_assert_cmpuint (category, <=, 5);
      check_spans (text, spans);
      suivi_classifier_child_focused (get_english (), text, &child_spans);
      check_spans (text, child_spans);
    }
}

/* What stands behind the first 400 words changes nothing. */
static void
test_bounded (void)
{
  g_autoptr (GString) text = g_string_new ("Consider");
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autofree char *words = NULL;
  g_autofree char *same = NULL;

  for (guint i = 1; i < 400; i++)
    g_string_append (text, " something");
  g_assert_cmpuint (suivi_classifier_specificity (get_english (), text->str, &before), ==, 3);
  words = get_words (text->str, before);
  g_assert_false (suivi_classifier_child_focused (get_english (), text->str, NULL));
  g_string_append (text, " children girls boys juvenile justice ratify the Convention");
  g_assert_cmpuint (suivi_classifier_specificity (get_english (), text->str, &after), ==, 3);
  same = get_words (text->str, after);
  g_assert_cmpstr (words, ==, same);
  g_assert_false (suivi_classifier_child_focused (get_english (), text->str, NULL));
}

static void
test_languages (void)
{
  g_assert_null (suivi_classifier_get (NULL));
  g_assert_null (suivi_classifier_get (""));
  g_assert_null (suivi_classifier_get ("fr"));
  g_assert_null (suivi_classifier_get ("es"));
  g_assert_true (suivi_classifier_get ("en") == suivi_classifier_get ("en"));
}

static gpointer
answer_all (gpointer data)
{
  GString *answers = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GArray) spans = NULL;
      g_autofree char *words = NULL;

      g_string_append_printf (answers, "%u ",
                              suivi_classifier_specificity (get_english (), rules[i].text, &spans));
      words = get_words (rules[i].text, spans);
      g_string_append (answers, words);
    }

  return g_string_free (answers, FALSE);
}

/* Registered first, so that the threads are also the first to ask for the classifier. */
static void
test_threads (void)
{
  GThread *threads[4] = { NULL };
  g_autofree char *expected = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("classifier", answer_all, NULL);
  expected = answer_all (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *answers = g_thread_join (threads[i]);

      g_assert_cmpstr (answers, ==, expected);
    }
}

static void
count_cb (const SuiviFeature *feature, gpointer user_data)
{
  GHashTable *names = user_data;

  g_assert_true (g_utf8_validate (feature->name, -1, NULL));
  g_assert_null (strpbrk (feature->name, "\t\n"));
  g_assert_cmpuint (feature->first, <, feature->end);
  g_hash_table_add (names, g_strdup (feature->name));
}

static void
test_features (void)
{
  g_autoptr (SuiviWords) words = suivi_words_new ("Fully protect girls, by amending the law");
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  suivi_features_each (words, SUIVI_QUESTION_CATEGORY, count_cb, names);
  g_assert_true (g_hash_table_contains (names, "fully protect girls"));
  g_assert_true (g_hash_table_contains (names, "girls , by"));
  g_assert_true (g_hash_table_contains (names, "1=protect"));
  g_assert_true (g_hash_table_contains (names, "3=protect girls by"));
  g_assert_true (g_hash_table_contains (names, "w2=girls"));
  g_assert_true (g_hash_table_contains (names, "x=protect law"));
  g_assert_true (g_hash_table_contains (names, "b=by amend"));
  g_assert_true (g_hash_table_contains (names, "bxi=protect by"));
  g_assert_false (g_hash_table_contains (names, "1=fully"));
  g_assert_false (g_hash_table_contains (names, ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/classifier/threads", test_threads);
  g_test_add_func ("/classifier/rules", test_rules);
  g_test_add_func ("/classifier/beginnings", test_beginnings);
  g_test_add_func ("/classifier/children", test_children);
  g_test_add_func ("/classifier/reasons", test_reasons);
  g_test_add_func ("/classifier/odd-texts", test_odd_texts);
  g_test_add_func ("/classifier/bounded", test_bounded);
  g_test_add_func ("/classifier/languages", test_languages);
  g_test_add_func ("/classifier/features", test_features);

  return g_test_run ();
}
