/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/revealing-words.h"

G_BEGIN_DECLS

/* What stands between two words. */
typedef enum
{
  SUIVI_BREAK_SPACE = 1 << 0,
  SUIVI_BREAK_DOT = 1 << 1,
  SUIVI_BREAK_HYPHEN = 1 << 2,
  SUIVI_BREAK_APOSTROPHE = 1 << 3,
  SUIVI_BREAK_STOP = 1 << 4, /* the end of a sentence, a line, what is quoted */
  SUIVI_BREAK_OTHER = 1 << 5,
} SuiviBreak;

/**
 * SuiviTold:
 * @start: first character
 * @end: the character after the last
 * @folded: the word as suivi_text_fold() gives it
 * @gap: #SuiviBreak flags of what stands before it
 * @uses: #SuiviWordUse of the word itself
 * @starts: uses of the phrases that begin with it
 * @ends: uses of the phrases that end with it
 * @age_end: if a phrase that makes an age of the number before it begins here, the word after it; else 0
 * @number: the number that it is; -1 for none
 * @spelled: whether that number is in words
 * @capital: whether it begins with a capital letter
 * @weak: whether the capital says nothing: at the start of a sentence, or all is in capitals
 *
 * A word of a statement.
 */
typedef struct
{
  guint start;
  guint end;
  char *folded;
  guint gap;
  guint uses;
  guint starts;
  guint ends;
  guint age_end;
  int number;
  gboolean spelled;
  gboolean capital;
  gboolean weak;
} SuiviTold;

/**
 * SuiviToldText:
 * @characters: the text
 * @n_characters: how many
 * @words: (element-type SuiviTold): its words, runs of letters or of digits
 * @lower: (element-type utf8): words that occur without a capital
 *
 * A statement, cut into words.
 */
typedef struct
{
  gunichar *characters;
  guint n_characters;
  GArray *words;
  GHashTable *lower;
} SuiviToldText;

SuiviToldText *suivi_told_text_new  (const char    *text);
void           suivi_told_text_free (SuiviToldText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviToldText, suivi_told_text_free)

G_END_DECLS
