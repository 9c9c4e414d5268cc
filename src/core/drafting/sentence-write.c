/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/sentence-grammar.h"

/* Parts are taken as typed, but for the punctuation around them. */
static SuiviSentence *
tidy_parts (SuiviSentence *self, const SuiviGrammar *grammar, const char *next_review)
{
  SuiviSentence *tidy = suivi_sentence_new ();

  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    {
      g_autofree char *text = suivi_sentence_tidy (suivi_sentence_get (self, i));
      g_autofree char *deadline = NULL;

      if (i == SUIVI_SENTENCE_DEADLINE && *text != '\0')
        deadline = suivi_grammar_write_deadline (grammar, text, next_review);
      suivi_sentence_set (tidy, i, deadline != NULL ? deadline : text);
    }

  return tidy;
}

static char *
capitalise (const char *text)
{
  GString *out = g_string_new (NULL);

  g_string_append_unichar (out, g_unichar_totitle (g_utf8_get_char (text)));
  g_string_append (out, g_utf8_next_char (text));

  return g_string_free (out, FALSE);
}

/**
 * suivi_sentence_write:
 * @language: (nullable): in which the parts are written: "en", "fr", "es"; another, or %NULL, counts as
 * English
 * @next_review: (nullable): first day of the next review of the State: "2029-05-01"
 *
 * Writes a recommendation as United Nations documents have it: it begins with the verb, and who should act
 * follows ("Amend the Civil Registration Act by 31 December 2028 through the Ministry of the Interior so that
 * …"). The parts are put in as they are, without the punctuation around them; those that are "" leave no
 * trace. The deadline "next-review" becomes the day before @next_review, or "before the next review". The
 * order of the parts and the words between them are in data/drafting/sentence-en.txt and its like.
 *
 * Returns: (transfer full): the sentence; "" for an empty form
 */
char *
suivi_sentence_write (SuiviSentence *self, const char *language, const char *next_review)
{
  const SuiviGrammar *grammar = suivi_grammar_get (language);
  g_autoptr (SuiviSentence) tidy = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  tidy = tidy_parts (self, grammar, next_review);
  g_string_append (out, tidy->verb);
  for (guint i = 0; i < grammar->lines->len; i++)
    {
      const SuiviSentenceLine *line = g_ptr_array_index (grammar->lines, i);
      const char *text = suivi_sentence_get (tidy, line->part);

      if (*text != '\0' && suivi_grammar_choose_line (grammar, tidy, line->part) == line)
        suivi_grammar_append (grammar, line, text, out);
    }
  if (out->len == 0)
    return g_strdup ("");

  /* A form that has neither verb nor object yet may begin with a comma. */
  g_string_append_c (out, '.');
  return capitalise (out->str + strspn (out->str, ", "));
}
