/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviStage:
 * @SUIVI_STAGE_IDEA: somebody wrote it down ("idea")
 * @SUIVI_STAGE_AGREED: the coalition agreed on what to ask ("agreed")
 * @SUIVI_STAGE_FINAL: the wording is final ("final")
 * @SUIVI_STAGE_SENT: it went to States ("sent")
 * @SUIVI_STAGE_TAKEN_UP: a State made a recommendation of it ("taken-up")
 * @SUIVI_STAGE_NOT_TAKEN_UP: no State did ("not-taken-up")
 *
 * The life of a draft. The nicks are what files use: never change them.
 */
typedef enum
{
  SUIVI_STAGE_IDEA,
  SUIVI_STAGE_AGREED,
  SUIVI_STAGE_FINAL,
  SUIVI_STAGE_SENT,
  SUIVI_STAGE_TAKEN_UP,
  SUIVI_STAGE_NOT_TAKEN_UP,
} SuiviStage;

#define SUIVI_TYPE_STAGE (suivi_stage_get_type ())
#define SUIVI_N_STAGES   6

/**
 * SuiviImpact:
 * @SUIVI_IMPACT_UNJUDGED: nobody judged yet
 * @SUIVI_IMPACT_NONE: 0, the recommendation owes nothing to the draft
 * @SUIVI_IMPACT_PART: 0.5, it takes up part of the draft
 * @SUIVI_IMPACT_WHOLE: 1, it takes up the draft
 *
 * How much of a draft is in the recommendation that a State made: the coalition's own judgement, 0 / 0.5 / 1.
 */
typedef enum
{
  SUIVI_IMPACT_UNJUDGED,
  SUIVI_IMPACT_NONE,
  SUIVI_IMPACT_PART,
  SUIVI_IMPACT_WHOLE,
} SuiviImpact;

#define SUIVI_TYPE_IMPACT (suivi_impact_get_type ())

/**
 * SuiviDraft:
 * @id: random UUID, the key in the workspace
 * @priority_id: key of the issue it belongs to
 * @text: the wording as it is now; may be ""
 * @language: in which @text is written: "en", "fr", "es", …
 * @stage: where it stands
 * @means: which means the State needs, and from whom; may be ""
 * @form: what was filled into the guided form, as suivi_sentence_to_string() gives it; may be ""
 * @recommendation_id: (nullable): key of the recommendation that took it up
 * @impact: how much of it is in that recommendation
 * @judged_by: who judged @impact; may be ""
 * @judged_on: when, ISO 8601 date; may be ""
 * @place: where it stands among the drafts of the issue, 1 and up
 *
 * A recommendation that the user wants States to make at the next review.
 */
typedef struct
{
  char *id;
  char *priority_id;
  char *text;
  char *language;
  SuiviStage stage;
  char *means;
  char *form;
  char *recommendation_id;
  SuiviImpact impact;
  char *judged_by;
  char *judged_on;
  guint place;
} SuiviDraft;

#define SUIVI_TYPE_DRAFT (suivi_draft_get_type ())
SUIVI_DECLARE_RECORD (SuiviDraft, suivi_draft)

GType       suivi_stage_get_type    (void);
const char *suivi_stage_to_nick     (SuiviStage   stage);
gboolean    suivi_stage_from_nick   (const char  *nick,
                                     SuiviStage  *stage);
const char *suivi_stage_to_label    (SuiviStage   stage);

GType       suivi_impact_get_type   (void);
const char *suivi_impact_to_nick    (SuiviImpact  impact);
gboolean    suivi_impact_from_nick  (const char  *nick,
                                     SuiviImpact *impact);
const char *suivi_impact_to_label   (SuiviImpact  impact);
double      suivi_impact_get_score  (SuiviImpact  impact);

SuiviDraft *suivi_draft_new         (const char  *priority_id,
                                     const char  *text,
                                     const char  *language);

G_END_DECLS
