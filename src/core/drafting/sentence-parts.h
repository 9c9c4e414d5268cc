/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/sentence.h"

G_BEGIN_DECLS

/**
 * SuiviSentencePart:
 *
 * The parts of a recommendation by number, so that they can be walked through.
 */
typedef enum
{
  SUIVI_SENTENCE_ACTOR,
  SUIVI_SENTENCE_VERB,
  SUIVI_SENTENCE_OBJECT,
  SUIVI_SENTENCE_PURPOSE,
  SUIVI_SENTENCE_GROUP,
  SUIVI_SENTENCE_INDICATOR,
  SUIVI_SENTENCE_BASELINE,
  SUIVI_SENTENCE_TARGET,
  SUIVI_SENTENCE_VERIFICATION,
  SUIVI_SENTENCE_MEANS,
  SUIVI_SENTENCE_DEADLINE,
} SuiviSentencePart;

#define SUIVI_N_SENTENCE_PARTS (SUIVI_SENTENCE_DEADLINE + 1)

gboolean suivi_sentence_part_from_nick (const char *nick, SuiviSentencePart *part);
const char *suivi_sentence_get (SuiviSentence *self, SuiviSentencePart part);
void suivi_sentence_set (SuiviSentence *self, SuiviSentencePart part, const char *text);
char *suivi_sentence_tidy (const char *text);

G_END_DECLS
