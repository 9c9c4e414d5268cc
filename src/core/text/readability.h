/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bounds of Björnsson's readability index LIX (Läsbarhet, 1968): books for children stand below 25, easy texts below 30. */
#define SUIVI_LIX_CHILDREN 25
#define SUIVI_LIX_EASY     30

/* Our own rule for texts to children: a sentence says one thing, in this many words at most. */
#define SUIVI_LONG_SENTENCE 12

/**
 * SuiviReadability:
 * @n_words: words: runs of letters and digits
 * @n_sentences: sentences: what ends in . ! ? : or a line end; at least 1 if there is a word
 * @n_long_words: words of more than 6 letters
 * @n_long_sentences: sentences of more than %SUIVI_LONG_SENTENCE words
 * @longest_word: (nullable): the longest of the long words, as written
 * @lix: words per sentence, plus long words in a hundred, rounded; 0 for no words
 *
 * How hard a text is to read. The index needs no dictionary, so it works for every language that separates words; between
 * languages it is not to be compared.
 */
typedef struct
{
  guint n_words;
  guint n_sentences;
  guint n_long_words;
  guint n_long_sentences;
  char *longest_word;
  guint lix;
} SuiviReadability;

void  suivi_readability_measure (SuiviReadability       *self,
                                 const char             *text);
void  suivi_readability_clear   (SuiviReadability       *self);
char *suivi_readability_to_text (const SuiviReadability *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SuiviReadability, suivi_readability_clear)

G_END_DECLS
