/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

/**
 * SuiviGap:
 *
 * What stands between two words. %SUIVI_GAP_STOP is the end of a sentence, not any full stop.
 */
typedef enum
{
  SUIVI_GAP_SPACE = 1 << 0,
  SUIVI_GAP_LINE = 1 << 1,
  SUIVI_GAP_COMMA = 1 << 2,
  SUIVI_GAP_COLON = 1 << 3,
  SUIVI_GAP_SEMICOLON = 1 << 4,
  SUIVI_GAP_STOP = 1 << 5,
  SUIVI_GAP_OPEN = 1 << 6,
  SUIVI_GAP_CLOSE = 1 << 7,
  SUIVI_GAP_HYPHEN = 1 << 8,
  SUIVI_GAP_SLASH = 1 << 9,
  SUIVI_GAP_DOT = 1 << 10,
  SUIVI_GAP_PERCENT = 1 << 11,
} SuiviGap;

/**
 * SuiviWord:
 * @folded: the word in small letters without accents
 * @start: first character
 * @end: the character after the last
 * @gap: #SuiviGap flags of what stands before it
 * @number: the number that it is, or begins with ("31st"); -1 for none
 * @plain_number: whether it is nothing but digits
 * @capital: whether it begins with a capital letter, in a text that is not in capitals altogether
 *
 * A run of letters and digits. "Child-friendly" is two words here, "l’enfant" too.
 */
typedef struct
{
  const char *folded;
  guint start;
  guint end;
  guint gap;
  int number;
  gboolean plain_number;
  gboolean capital;
} SuiviWord;

/**
 * SuiviWords:
 * @text: the text, valid UTF-8
 * @items: the words, and one more that is empty: its gap is what stands after the last word
 * @n: how many words there are, without that one
 * @n_leading: how many of them are the number before a recommendation ("108.4", "12.")
 *
 * A text cut into words.
 */
typedef struct
{
  char *text;
  SuiviWord *items;
  guint n;
  guint n_leading;

  /* private */
  char *folded;
  guint *offsets;
} SuiviWords;

/* A longer text is no recommendation: what comes after is not looked at. */
#define SUIVI_WORDS_MAX_CHARACTERS 20000

SuiviWords *suivi_words_new       (const char *text);
void        suivi_words_free      (SuiviWords *self);
guint       suivi_words_count     (SuiviWords *self);
char       *suivi_words_slice     (SuiviWords *self,
                                   guint       start,
                                   guint       end);
SuiviSpan   suivi_words_get_span  (SuiviWords *self,
                                   guint       first,
                                   guint       end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviWords, suivi_words_free)

G_END_DECLS
