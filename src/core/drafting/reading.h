/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/actions.h"
#include "core/drafting/named-things.h"

G_BEGIN_DECLS

/**
 * SuiviReading:
 * @words: the text, cut into words
 * @support: what stands beside the text
 * @frames: (element-type SuiviTimeFrame): what says by when
 * @actions: what is asked
 * @named: what is named
 * @vague: (element-type SuiviMatch): words that leave open what, how much or whether
 * @measures: (element-type SuiviSpan): what can be counted or looked up
 * @indicators: (element-type SuiviMatch): words for which there is an SDG indicator
 * @category: UPR Info's action category, 1 to 5
 *
 * All that was read out of a text: what judgement and hints are made of.
 */
typedef struct
{
  const SuiviLexicon *lexicon;
  SuiviWords *words;
  SuiviSupport support;
  GArray *frames;
  SuiviActions *actions;
  SuiviNamedThings *named;
  GArray *vague;
  GArray *measures;
  GArray *indicators;
  guint category;
} SuiviReading;

SuiviReading           *suivi_reading_new          (const char          *text,
                                                    const SuiviLexicon  *lexicon,
                                                    const SuiviSupport  *support);
void                    suivi_reading_free         (SuiviReading        *self);
const SuiviFoundAction *suivi_reading_get_action   (SuiviReading        *self,
                                                    guint                index);
gboolean                suivi_reading_is_compound  (SuiviReading        *self);
gboolean                suivi_reading_is_softened  (SuiviReading        *self);
guint                   suivi_reading_get_preface  (SuiviReading        *self);
const SuiviTimeFrame   *suivi_reading_find_frame   (SuiviReading        *self,
                                                    SuiviTimeFrameKind   kind);
SuiviCriterionState     suivi_reading_judge        (SuiviReading        *self,
                                                    SuiviCriterion       criterion);
GArray                 *suivi_reading_list_spans   (SuiviReading        *self,
                                                    SuiviCriterion       criterion);
SuiviSpan               suivi_reading_get_verb_span (SuiviReading       *self,
                                                    const SuiviFoundAction *action);
char                   *suivi_reading_get_text     (SuiviReading        *self,
                                                    SuiviSpan            span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviReading, suivi_reading_free)

G_END_DECLS
