/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/time-frame.h"

G_BEGIN_DECLS

/**
 * SuiviFoundAction:
 * @verb: (nullable): its verb; of two verbs that share an object, the second. %NULL when only a softener was found
 * @softener: (nullable): what takes the force out of it ("take measures to")
 * @first: first word, of the softener if there is one
 * @end: the word after the verb: where its object begins
 * @verb_first: first word of the verb alone
 * @clause_end: the word after the last that belongs to it
 * @segment_first: first word of the part of the text that it is in
 * @form: the form of the verb: 0 asks, 1 follows other words
 * @listed: whether its part of the text begins with a letter in brackets
 * @shares_verb: whether it has no verb of its own but that of the action before ("Ratify: (a) …; (b) …", "Ratify A and
 *   B"); then @first and @end are the words that it has for itself
 * @shared_tail: for one of several treaties, the word where what they share begins again
 *
 * Where a text asks for something.
 */
typedef struct
{
  const SuiviEntry *verb;
  const SuiviEntry *softener;
  guint first;
  guint end;
  guint verb_first;
  guint clause_end;
  guint segment_first;
  guint form;
  gboolean listed;
  gboolean shares_verb;
  guint shared_tail;
} SuiviFoundAction;

/**
 * SuiviActions:
 * @items: (element-type SuiviFoundAction): what is asked, in the order of the text
 * @questions: (element-type SuiviSpan): words that often, but not always, bring a second request ("as well as")
 * @intro_first: first word of an introduction that listed actions share; equal to @intro_end when there is none
 * @intro_end: the word after its last
 *
 * What a text asks for.
 */
typedef struct
{
  GArray *items;
  GArray *questions;
  guint intro_first;
  guint intro_end;
} SuiviActions;

SuiviActions *suivi_actions_find      (const SuiviLexicon *lexicon,
                                       SuiviWords         *words,
                                       GArray             *frames);
void          suivi_actions_free      (SuiviActions       *self);
GPtrArray    *suivi_actions_to_parts  (SuiviActions       *self,
                                       const SuiviLexicon *lexicon,
                                       SuiviWords         *words);
gboolean      suivi_actions_match_at  (const SuiviLexicon *lexicon,
                                       SuiviWords         *words,
                                       guint               first,
                                       gboolean            any_form,
                                       SuiviFoundAction   *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviActions, suivi_actions_free)

G_END_DECLS
