/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SuiviSentence:
 * @actor: who should act: "the Ministry of the Interior"; "": the State
 * @verb: what to do, dictionary form: "amend"
 * @object: what is acted on, as a law, body, plan or sum: "the Civil Registration Act"
 * @purpose: the right or violation it is about, as it should be: "every child is registered at birth, free of
 *   charge"
 * @group: for whom: "children of refugees"
 * @indicator: by what it is measured: "the share of births that are registered"
 * @baseline: what the indicator is now: "81 per cent"
 * @target: what it should be: "100 per cent"
 * @verification: where that can be read: "the civil registry's yearly report"
 * @means: which means are needed, and from whom
 * @deadline: by when: an ISO 8601 date or year, or "next-review"; "": none
 *
 * The parts of a recommendation, as the guided form asks for them (Child Rights Connect and UPR Info,
 * Factsheet 3, on SMART recommendations). Each may be "", none is %NULL.
 */
typedef struct
{
  char *actor;
  char *verb;
  char *object;
  char *purpose;
  char *group;
  char *indicator;
  char *baseline;
  char *target;
  char *verification;
  char *means;
  char *deadline;
} SuiviSentence;

#define SUIVI_TYPE_SENTENCE (suivi_sentence_get_type ())

/**
 * SuiviVerbAdvice:
 * @verb: dictionary form: "amend"
 * @strong: whether it asks for something that can be checked afterwards
 * @category: the specificity that recommendations beginning with it mostly have, 1 to 5; 0: not known
 * @reason: why it is weak or strong, in the user's language
 * @instead: (nullable): what to write instead of a weak one, in the user's language
 */
typedef struct
{
  const char *verb;
  gboolean strong;
  guint category;
  const char *reason;
  const char *instead;
} SuiviVerbAdvice;

/**
 * SuiviIndicator:
 * @code: of the global indicator framework: "16.9.1"
 * @title: what it measures, in the official English words
 * @measure: the same in short, to be put into the form: "share of children under 5 whose births are
 *   registered"; in the language of the words that led to it
 *
 * An indicator of the Sustainable Development Goals that tells of children.
 */
typedef struct
{
  const char *code;
  const char *title;
  const char *measure;
} SuiviIndicator;

GType suivi_sentence_get_type (void);
SuiviSentence *suivi_sentence_new (void);
SuiviSentence *suivi_sentence_copy (SuiviSentence *self);
void suivi_sentence_free (SuiviSentence *self);
char *suivi_sentence_to_string (SuiviSentence *self);
SuiviSentence *suivi_sentence_from_string (const char *text);

char *suivi_sentence_write (SuiviSentence *self, const char *language, const char *next_review);
SuiviSentence *suivi_sentence_read (const char *text, const char *language);

GPtrArray *suivi_verb_advice_list (const char *language);
GPtrArray *suivi_indicators_propose (const char *words);
char *suivi_next_review_date (const char *state);
char *suivi_next_review_date_after (const char *state, const char *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSentence, suivi_sentence_free)

G_END_DECLS
