/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/text/readability.h"

#define LONG_WORD 6

/* The text while it is gone through. */
typedef struct
{
  SuiviReadability *result;
  const char *word; /* where the word began; %NULL between words */
  guint n_letters;
  guint n_words; /* of the sentence */
  guint longest;
} Reading;

static void
end_word (Reading *reading, const char *end)
{
  SuiviReadability *result = reading->result;

  if (reading->word == NULL)
    return;

  result->n_words++;
  reading->n_words++;
  if (reading->n_letters > LONG_WORD)
    result->n_long_words++;
  if (reading->n_letters > MAX (reading->longest, LONG_WORD))
    {
      reading->longest = reading->n_letters;
      g_free (result->longest_word);
      result->longest_word = g_strndup (reading->word, end - reading->word);
    }
  reading->word = NULL;
  reading->n_letters = 0;
}

static void
end_sentence (Reading *reading)
{
  if (reading->n_words == 0)
    return;

  reading->result->n_sentences++;
  reading->result->n_long_sentences += reading->n_words > SUIVI_LONG_SENTENCE;
  reading->n_words = 0;
}

/* Full stops of Latin, Arabic and Devanagari scripts, and those of full width. */
static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == 0x2026 || c == 0x061F
         || c == 0x06D4 || c == 0x0964 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

/**
 * suivi_readability_measure:
 * @self: (out caller-allocates): what is found
 * @text: valid UTF-8
 *
 * A point or comma between digits ("2.5") ends nothing; an apostrophe or hyphen inside a word divides it.
 */
void
suivi_readability_measure (SuiviReadability *self, const char *text)
{
  Reading reading = { self };
  gunichar before = 0;

  *self = (SuiviReadability){ 0 };
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar after = g_utf8_get_char (g_utf8_next_char (p));

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          if (reading.word == NULL)
            reading.word = p;
          reading.n_letters += g_unichar_isalnum (c);
        }
      else if ((c == '.' || c == ',') && g_unichar_isdigit (before) && g_unichar_isdigit (after))
        {
          /* Part of a number. */
        }
      else
        {
          end_word (&reading, p);
          if (ends_sentence (c))
            end_sentence (&reading);
        }
      before = c;
    }
  end_word (&reading, text + strlen (text));
  end_sentence (&reading);

  if (self->n_words > 0)
    self->lix = (guint) ((double) self->n_words / self->n_sentences
                         + 100.0 * self->n_long_words / self->n_words + 0.5);
}

/**
 * suivi_readability_clear:
 *
 * Frees what suivi_readability_measure() found.
 */
void
suivi_readability_clear (SuiviReadability *self)
{
  g_clear_pointer (&self->longest_word, g_free);
}

/**
 * suivi_readability_to_text:
 *
 * Returns: (transfer full): how easy the text is to read for children, and what to do about it, translated; "" for no words
 */
char *
suivi_readability_to_text (const SuiviReadability *self)
{
  const char *verdict = NULL;

  if (self->n_words == 0)
    return g_strdup ("");

  if (self->lix < SUIVI_LIX_CHILDREN)
    verdict = _ ("Easy to read for children.");
  else if (self->lix < SUIVI_LIX_EASY)
    verdict = _ ("Rather easy to read.");
  else
    verdict = _ ("Hard to read for children.");

  if (self->n_long_sentences > 0)
    return g_strdup_printf (ngettext ("%s %u sentence has more than %u words: make two of it.",
                                      "%s %u sentences have more than %u words: make two of each.",
                                      self->n_long_sentences),
                            verdict, self->n_long_sentences, SUIVI_LONG_SENTENCE);
  if (self->lix >= SUIVI_LIX_CHILDREN && self->longest_word != NULL)
    /* Translators: the first %s is a sentence that says how easy a text is, the second a word of it */
    return g_strdup_printf (_ ("%s Is there a shorter word for “%s”?"), verdict, self->longest_word);

  return g_strdup (verdict);
}
