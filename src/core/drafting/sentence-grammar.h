/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/lexicon.h"
#include "core/drafting/sentence-parts.h"

G_BEGIN_DECLS

/**
 * SuiviSentenceLine:
 * @part: what is put in
 * @before: the words before it; "" for none
 *
 * A place of the sentence, from [parts] of data/drafting/sentence-en.txt and its like.
 */
typedef struct
{
  SuiviSentencePart part;
  char *before;

  /* private */
  gboolean without;
  guint condition;
} SuiviSentenceLine;

/**
 * SuiviGrammar:
 * @lexicon: the words of the language
 * @lines: (element-type SuiviSentenceLine): the sentence, in its order, without the verb that it begins with
 * @verbs: (element-type SuiviEntry): verbs to be offered; the first field is the note
 *
 * How recommendations are written in a language. Immutable; may be read from any thread.
 */
typedef struct
{
  const SuiviLexicon *lexicon;
  GPtrArray *lines;
  GPtrArray *verbs;

  /* private */
  GPtrArray *seams;
  GPtrArray *deadlines;
  GHashTable *clauses;
  char **months;
} SuiviGrammar;

/**
 * SuiviTruth:
 *
 * Whether the condition of a line holds. %SUIVI_TRUTH_OPEN: that depends on parts further on in the sentence.
 */
typedef enum
{
  SUIVI_TRUTH_NO,
  SUIVI_TRUTH_YES,
  SUIVI_TRUTH_OPEN,
} SuiviTruth;

const SuiviGrammar *suivi_grammar_get (const char *language);
SuiviTruth suivi_grammar_holds (const SuiviGrammar *self,
                                const SuiviSentenceLine *line,
                                SuiviSentence *sentence,
                                guint n_known);
const SuiviSentenceLine *
suivi_grammar_choose_line (const SuiviGrammar *self, SuiviSentence *sentence, SuiviSentencePart part);
void suivi_grammar_append (const SuiviGrammar *self,
                           const SuiviSentenceLine *line,
                           const char *text,
                           GString *out);
gsize suivi_grammar_match_before (const SuiviGrammar *self,
                                  const SuiviSentenceLine *line,
                                  const char *p,
                                  const char **restored);
char *suivi_grammar_write_deadline (const SuiviGrammar *self, const char *deadline, const char *next_review);

G_END_DECLS
