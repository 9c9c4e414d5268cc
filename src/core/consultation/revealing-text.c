/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "core/consultation/revealing-text.h"
#include "core/text/text.h"

/* A number with more digits is no age, day, year or house number. */
#define MAX_DIGITS 9

static void
told_clear (gpointer data)
{
  SuiviTold *word = data;

  g_free (word->folded);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200C || c == 0x200D || c == 0xAD;
}

static guint
get_break (gunichar c)
{
  if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == '!' || c == '?' || c == ':' || c == ';'
      || c == '"' || c == 0xAB || c == 0x201C || c == 0x201E || c == 0xBF || c == 0xA1 || c == 0x2026
      || c == 0x2022 || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0x0965 || c == 0x3002)
    return SUIVI_BREAK_STOP;
  if (g_unichar_isspace (c) || c == 0xA0 || c == 0x202F)
    return SUIVI_BREAK_SPACE;
  if (c == '.')
    return SUIVI_BREAK_DOT;
  if (c == '-' || c == 0x2010 || c == 0x2011)
    return SUIVI_BREAK_HYPHEN;
  if (c == '\'' || c == 0x2019 || c == 0x2BC || c == '`' || c == 0xB4)
    return SUIVI_BREAK_APOSTROPHE;
  return SUIVI_BREAK_OTHER;
}

static void
set_number (const SuiviToldText *self, SuiviTold *word)
{
  word->number = -1;
  if (!g_unichar_isdigit (self->characters[word->start]))
    {
      guint number = suivi_revealing_words_get_number (word->folded);

      word->spelled = number > 0;
      if (word->spelled)
        word->number = number;
    }
  else if (word->end - word->start <= MAX_DIGITS)
    {
      word->number = 0;
      for (guint i = word->start; i < word->end; i++)
        word->number = word->number * 10 + MAX (g_unichar_digit_value (self->characters[i]), 0);
    }
}

/* "Dr. Banda", "J. Banda": no end of a sentence. */
static gboolean
ends_sentence (const SuiviTold *before, guint gap)
{
  if ((gap & SUIVI_BREAK_STOP) != 0)
    return TRUE;
  if ((gap & SUIVI_BREAK_DOT) == 0 || (gap & SUIVI_BREAK_SPACE) == 0)
    return FALSE;
  return (before->uses & SUIVI_WORD_ABBREVIATION) == 0
         && !(before->capital && before->end - before->start == 1);
}

static void
cut (SuiviToldText *self)
{
  guint gap = SUIVI_BREAK_STOP;

  for (guint i = 0; i < self->n_characters;)
    {
      SuiviTold word = { 0 };
      gboolean digits = g_unichar_isdigit (self->characters[i]);
      g_autofree char *text = NULL;

      if (!is_word_character (self->characters[i]))
        {
          gap |= get_break (self->characters[i]);
          i++;
          continue;
        }
      word.start = i;
      while (i < self->n_characters && is_word_character (self->characters[i])
             && g_unichar_isdigit (self->characters[i]) == digits)
        i++;
      word.end = i;
      text = g_ucs4_to_utf8 (self->characters + word.start, word.end - word.start, NULL, NULL, NULL);
      word.folded = suivi_text_fold (text);
      word.uses = suivi_revealing_words_look_up (word.folded);
      word.capital = g_unichar_isupper (self->characters[word.start])
                     || g_unichar_istitle (self->characters[word.start]);
      set_number (self, &word);
      word.gap = gap;
      if (self->words->len > 0
          && ends_sentence (&g_array_index (self->words, SuiviTold, self->words->len - 1), gap))
        word.gap |= SUIVI_BREAK_STOP;
      word.weak = (word.gap & SUIVI_BREAK_STOP) != 0;
      gap = 0;
      g_array_append_val (self->words, word);
      if (!word.capital)
        g_hash_table_add (self->lower, word.folded);
    }
}

static gboolean
has_lower_case (const SuiviToldText *self, const SuiviTold *word)
{
  for (guint i = word->start; i < word->end; i++)
    if (g_unichar_islower (self->characters[i]))
      return TRUE;

  return FALSE;
}

/* In a sentence that is all in capitals, they say as little as at its start. */
static void
weaken_capitals (SuiviToldText *self)
{
  for (guint first = 0; first < self->words->len;)
    {
      guint end = first;
      gboolean lower = FALSE;

      do
        lower = has_lower_case (self, &g_array_index (self->words, SuiviTold, end++)) || lower;
      while (end < self->words->len
             && (g_array_index (self->words, SuiviTold, end).gap & SUIVI_BREAK_STOP) == 0);
      for (; first < end; first++)
        if (!lower)
          g_array_index (self->words, SuiviTold, first).weak = TRUE;
    }
}

static void
look_up_phrases (SuiviToldText *self)
{
  g_autoptr (GString) phrase = g_string_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      SuiviTold *first = &g_array_index (self->words, SuiviTold, i);

      g_string_truncate (phrase, 0);
      for (guint k = i; k < MIN (i + SUIVI_LONGEST_PHRASE, self->words->len); k++)
        {
          SuiviTold *last = &g_array_index (self->words, SuiviTold, k);
          guint uses = 0;

          if (k > i && (last->gap & SUIVI_BREAK_STOP) != 0)
            break;
          if (k > i)
            g_string_append_c (phrase, ' ');
          g_string_append (phrase, last->folded);
          uses = suivi_revealing_words_look_up (phrase->str);
          first->starts |= uses;
          last->ends |= uses;
          if ((uses & (SUIVI_WORD_AGE_AFTER | SUIVI_WORD_YEARS)) != 0)
            first->age_end = k + 1;
        }
    }
}

/**
 * suivi_told_text_new:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): its words
 */
SuiviToldText *
suivi_told_text_new (const char *text)
{
  SuiviToldText *self = g_new0 (SuiviToldText, 1);
  glong n_characters = 0;

  self->characters = g_utf8_to_ucs4_fast (text, -1, &n_characters);
  self->n_characters = n_characters;
  self->words = g_array_new (FALSE, FALSE, sizeof (SuiviTold));
  g_array_set_clear_func (self->words, told_clear);
  self->lower = g_hash_table_new (g_str_hash, g_str_equal);
  cut (self);
  weaken_capitals (self);
  look_up_phrases (self);

  return self;
}

/**
 * suivi_told_text_free:
 * @self: (nullable) (transfer full): words
 */
void
suivi_told_text_free (SuiviToldText *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->lower);
  g_array_unref (self->words);
  g_free (self->characters);
  g_free (self);
}
