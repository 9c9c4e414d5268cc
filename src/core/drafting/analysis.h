/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SuiviCriterion:
 * @SUIVI_CRITERION_SPECIFIC: one clearly described action for one right or violation
 * @SUIVI_CRITERION_MEASURABLE: it can be seen afterwards whether it was done
 * @SUIVI_CRITERION_ACHIEVABLE: the State has the means, alone or with help
 * @SUIVI_CRITERION_RELEVANT: it answers what evidence shows in the country
 * @SUIVI_CRITERION_TIME_BOUND: to be done before the next review, or by a named date
 *
 * The five respects in which a recommendation is SMART (Child Rights Connect and UPR Info, Factsheet 3; UPR Info,
 * The Butterfly Effect, section "SMART UPR Recommendations").
 */
typedef enum
{
  SUIVI_CRITERION_SPECIFIC,
  SUIVI_CRITERION_MEASURABLE,
  SUIVI_CRITERION_ACHIEVABLE,
  SUIVI_CRITERION_RELEVANT,
  SUIVI_CRITERION_TIME_BOUND,
} SuiviCriterion;

#define SUIVI_N_CRITERIA 5

/**
 * SuiviCriterionState:
 * @SUIVI_CRITERION_STATE_MET: met ("met")
 * @SUIVI_CRITERION_STATE_TO_IMPROVE: not met yet ("to-improve")
 * @SUIVI_CRITERION_STATE_PERSON: only a person can judge ("person")
 */
typedef enum
{
  SUIVI_CRITERION_STATE_MET,
  SUIVI_CRITERION_STATE_TO_IMPROVE,
  SUIVI_CRITERION_STATE_PERSON,
} SuiviCriterionState;

/**
 * SuiviSpan:
 * @start: first character (Unicode code points, from 0)
 * @end: the character after the last
 *
 * A place in a text.
 */
typedef struct
{
  guint start;
  guint end;
} SuiviSpan;

/**
 * SuiviHint:
 * @rule: stable name of the rule ("weak-verb", "no-deadline", …): what "don't show this again" is kept by
 * @criterion: what the hint is about
 * @span: the words it reacted to; `start == end` when it is about something that is missing
 * @words: those words, or ""
 * @message: what is weak and what to do, in plain words of the user's language
 * @suggestion: (nullable): words to put in place of @words, in the language of the text
 * @source: where the rule comes from (publication and paragraph)
 */
typedef struct
{
  char          *rule;
  SuiviCriterion criterion;
  SuiviSpan      span;
  char          *words;
  char          *message;
  char          *suggestion;
  char          *source;
} SuiviHint;

/**
 * SuiviAction:
 * @text: the words of the verb (and of what makes the verb weak or strong), as in the text
 * @verb: the verb in its dictionary form
 * @span: where @text stands
 * @part: the whole part of the text that asks for this action: what a split would make a draft of
 *
 * One thing that a text asks a State to do.
 */
typedef struct
{
  char     *text;
  char     *verb;
  SuiviSpan span;
  char     *part;
} SuiviAction;

/**
 * SuiviSupport:
 * @has_means: whether the means needed are written down beside the draft
 * @n_evidence: how many pieces of evidence, statements and outputs of other mechanisms are linked to the draft
 * @next_review: (nullable): first day of the next review of the State ("2029-05-01"); makes "before the next
 *   review" a date
 * @today: (nullable): the day from which "within two years" counts ("2026-11-22"); %NULL: today
 *
 * What stands beside a draft and cannot be read in its text. All zero: nothing.
 */
typedef struct
{
  gboolean    has_means;
  guint       n_evidence;
  const char *next_review;
  const char *today;
} SuiviSupport;

#define SUIVI_TYPE_ANALYSIS (suivi_analysis_get_type ())

/**
 * SuiviAnalysis:
 *
 * What can be said of the wording of a recommendation. Immutable and counted; may be made and read in any thread.
 */
typedef struct _SuiviAnalysis SuiviAnalysis;

GType                suivi_analysis_get_type          (void) G_GNUC_CONST;
SuiviAnalysis       *suivi_analysis_new               (const char          *text,
                                                       const char          *language,
                                                       const SuiviSupport  *support);
SuiviAnalysis       *suivi_analysis_ref               (SuiviAnalysis       *self);
void                 suivi_analysis_unref             (SuiviAnalysis       *self);

guint                suivi_analysis_get_category      (SuiviAnalysis       *self);
GArray              *suivi_analysis_get_category_spans (SuiviAnalysis      *self);
gboolean             suivi_analysis_is_child_focused  (SuiviAnalysis       *self);
GArray              *suivi_analysis_get_child_spans   (SuiviAnalysis       *self);
guint                suivi_analysis_get_n_words       (SuiviAnalysis       *self);
const char          *suivi_analysis_get_deadline      (SuiviAnalysis       *self);
GPtrArray           *suivi_analysis_get_actions       (SuiviAnalysis       *self);
gboolean             suivi_analysis_is_compound       (SuiviAnalysis       *self);
SuiviCriterionState  suivi_analysis_get_state         (SuiviAnalysis       *self,
                                                       SuiviCriterion       criterion);
GArray              *suivi_analysis_get_spans         (SuiviAnalysis       *self,
                                                       SuiviCriterion       criterion);
GPtrArray           *suivi_analysis_get_hints         (SuiviAnalysis       *self);
GPtrArray           *suivi_analysis_get_actors        (SuiviAnalysis       *self);
GPtrArray           *suivi_analysis_get_instruments   (SuiviAnalysis       *self);
char                *suivi_analysis_get_summary       (SuiviAnalysis       *self,
                                                       SuiviCriterion       criterion);

const char          *suivi_criterion_get_label        (SuiviCriterion       criterion);
const char          *suivi_criterion_get_question     (SuiviCriterion       criterion);
const char          *suivi_criterion_state_get_label  (SuiviCriterionState  state);
const char          *suivi_specificity_get_label      (guint                category);
const char          *suivi_specificity_get_meaning    (guint                category);
const char * const  *suivi_analysis_languages         (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviAnalysis, suivi_analysis_unref)

G_END_DECLS
