/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/text/readability.h"

/* Counted by hand; LIX = words ÷ sentences + 100 × words of more than six letters ÷ words. */
static void
test_counts (void)
{
  static const struct
  {
    const char *text;
    guint words, sentences, long_words, long_sentences, lix;
    const char *longest;
  } rows[] = {
    { "", 0, 0, 0, 0, 0, NULL },
    { "  …  ", 0, 0, 0, 0, 0, NULL },
    { "Every child goes to school.", 5, 1, 0, 0, 5, NULL },
    /* 8 words in 2 sentences, 1 long: 4 + 12.5 */
    { "Every child goes to school. School is compulsory", 8, 2, 1, 0, 17, "compulsory" },
    { "It costs 2.5 million. Why?", 5, 2, 1, 0, 23, "million" },
    { "One two three four five six seven eight nine ten eleven twelve", 12, 1, 0, 0, 12, NULL },
    { "One two three four five six seven eight nine ten eleven twelve more", 13, 1, 0, 1, 13, NULL },
    { "L'école est gratuite : c'est la loi !", 8, 2, 1, 0, 17, "gratuite" },
    { "هل تذهب كل فتاة إلى المدرسة؟ نعم.", 7, 2, 1, 0, 18, "المدرسة" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (SuiviReadability) found = { 0 };

      suivi_readability_measure (&found, rows[i].text);
      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (found.n_words, ==, rows[i].words);
      g_assert_cmpuint (found.n_sentences, ==, rows[i].sentences);
      g_assert_cmpuint (found.n_long_words, ==, rows[i].long_words);
      g_assert_cmpuint (found.n_long_sentences, ==, rows[i].long_sentences);
      g_assert_cmpuint (found.lix, ==, rows[i].lix);
      g_assert_cmpstr (found.longest_word, ==, rows[i].longest);
    }
}

static void
test_advice (void)
{
  g_auto (SuiviReadability) easy = { 0 };
  g_auto (SuiviReadability) hard = { 0 };
  g_auto (SuiviReadability) lengthy = { 0 };
  g_autofree char *for_easy = NULL;
  g_autofree char *for_hard = NULL;
  g_autofree char *for_lengthy = NULL;

  suivi_readability_measure (&easy, "Nobody may hit a child.");
  for_easy = suivi_readability_to_text (&easy);
  g_assert_cmpstr (for_easy, ==, "Easy to read for children.");

  suivi_readability_measure (&hard, "Prohibit corporal punishment comprehensively.");
  for_hard = suivi_readability_to_text (&hard);
  g_assert_cmpstr (for_hard, ==, "Hard to read for children. Is there a shorter word for “comprehensively”?");

  suivi_readability_measure (&lengthy, "We ask that each girl and each boy may go to a school that is near");
  for_lengthy = suivi_readability_to_text (&lengthy);
  g_assert_cmpstr (for_lengthy, ==,
                   "Easy to read for children. 1 sentence has more than 12 words: make two of it.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/readability/counts", test_counts);
  g_test_add_func ("/core/readability/advice", test_advice);

  return g_test_run ();
}
