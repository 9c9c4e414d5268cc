/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/list-marks.h"

/* The numbers of a list of requests are not higher: what is, counts something. */
#define MAX_LISTED 20

/* "(a)", "b)", "(iv)": the letter of a list. */
static gboolean
is_list_letter (SuiviWords *words, guint i)
{
  static const char *const letters[]
    = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "ii", "iii", "iv", "v", "vi", NULL };

  return i < words->n && (words->items[i + 1].gap & SUIVI_GAP_CLOSE) != 0
         && (i == 0 || (words->items[i].gap & (SUIVI_GAP_SPACE | SUIVI_GAP_OPEN | SUIVI_GAP_LINE)) != 0)
         && g_strv_contains (letters, words->items[i].folded);
}

/**
 * suivi_list_number_at:
 * @i: a word
 *
 * "1. Ratify A. 2. Adopt B": the number of a list has what ends a piece before it, and a verb after it; that of "Act
 * No. 5. Train …" belongs to the word before.
 *
 * Returns: whether the word only numbers a request
 */
gboolean
suivi_list_number_at (const SuiviLexicon *lexicon, SuiviWords *words, guint i)
{
  const SuiviWord *word = &words->items[i];
  const guint before
    = SUIVI_GAP_LINE | SUIVI_GAP_DOT | SUIVI_GAP_SEMICOLON | SUIVI_GAP_COLON | SUIVI_GAP_OPEN;
  SuiviMatch match = { 0 };

  if (i > 0 && suivi_lexicon_match (lexicon, SUIVI_SECTION_NOT_MEASURES, words, i - 1, &match))
    return FALSE;

  return i + 1 < words->n && word->plain_number && word->number <= MAX_LISTED
         && (i == 0 || ((word->gap & before) != 0 && (word->gap & (SUIVI_GAP_SPACE | SUIVI_GAP_LINE)) != 0))
         && (word[1].gap & (SUIVI_GAP_DOT | SUIVI_GAP_CLOSE)) != 0 && (word[1].gap & SUIVI_GAP_SPACE) != 0
         && suivi_lexicon_match (lexicon, SUIVI_SECTION_VERBS, words, i + 1, &match);
}

/**
 * suivi_list_mark_at:
 * @lexicon: where the verbs are
 * @i: a word
 *
 * Returns: whether the word is the letter or the number of one of several requests
 */
gboolean
suivi_list_mark_at (const SuiviLexicon *lexicon, SuiviWords *words, guint i)
{
  return is_list_letter (words, i) || suivi_list_number_at (lexicon, words, i);
}
