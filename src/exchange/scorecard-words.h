/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/plan-field.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardColumn:
 *
 * The columns of the sheet Scorecard, in the order in which they are written. Their nicks ("review", "number", …,
 * "key", "base") are what the hidden sheet of the workbook uses: never change them.
 */
typedef enum
{
  SUIVI_SCORECARD_COLUMN_REVIEW,
  SUIVI_SCORECARD_COLUMN_NUMBER,
  SUIVI_SCORECARD_COLUMN_TEXT,
  SUIVI_SCORECARD_COLUMN_STATES,
  SUIVI_SCORECARD_COLUMN_POSITION,
  SUIVI_SCORECARD_COLUMN_CLUSTER,
  SUIVI_SCORECARD_COLUMN_INSTITUTIONS,
  SUIVI_SCORECARD_COLUMN_LAW,
  SUIVI_SCORECARD_COLUMN_POLICY,
  SUIVI_SCORECARD_COLUMN_PRACTICE,
  SUIVI_SCORECARD_COLUMN_LIGHT,
  SUIVI_SCORECARD_COLUMN_CHOSEN,
  SUIVI_SCORECARD_COLUMN_APART,
  SUIVI_SCORECARD_COLUMN_SCALE,
  SUIVI_SCORECARD_COLUMN_AVERAGE,
  SUIVI_SCORECARD_COLUMN_PREVIOUS,
  SUIVI_SCORECARD_COLUMN_TREND,
  SUIVI_SCORECARD_COLUMN_REASON,
  SUIVI_SCORECARD_COLUMN_SOURCE,
  SUIVI_SCORECARD_COLUMN_EVIDENCE,
  SUIVI_SCORECARD_COLUMN_DATE,
  SUIVI_SCORECARD_COLUMN_NAME,
  SUIVI_SCORECARD_COLUMN_ORGANISATION,
  SUIVI_SCORECARD_COLUMN_EVIDENCE_2,
  SUIVI_SCORECARD_COLUMN_EVIDENCE_3,
  SUIVI_SCORECARD_COLUMN_EVIDENCE_4,
  SUIVI_SCORECARD_COLUMN_EVIDENCE_5,
  SUIVI_SCORECARD_COLUMN_THEMES,
  SUIVI_SCORECARD_COLUMN_GROUPS,
  SUIVI_SCORECARD_COLUMN_CHILDREN,
  SUIVI_SCORECARD_COLUMN_COUNTED,
  SUIVI_SCORECARD_COLUMN_KEY,
  SUIVI_SCORECARD_COLUMN_BASE,
} SuiviScorecardColumn;

#define SUIVI_N_SCORECARD_COLUMNS 33

/* A cell leads to one place: so many pieces of evidence of a recommendation have a column each that leads to them. */
#define SUIVI_N_SCORECARD_PROOFS 5

/* Name of the hidden sheet, and what stands in the first two cells of it. Version 2 came with the institutions: an older
 * Suivi could not read its hidden columns. */
#define SUIVI_SCORECARD_WORDS_SHEET   "suivi-scorecard"
#define SUIVI_SCORECARD_WORDS_MARK    "suivi-scorecard"
#define SUIVI_SCORECARD_WORDS_VERSION 2

/**
 * SuiviScorecardWordKind:
 *
 * What a word stands for: the heading of a column, a position, a level, a light, or yes and no. The nicks are "column",
 * "position", "level", "light" and "answer".
 */
typedef enum
{
  SUIVI_SCORECARD_WORD_COLUMN,
  SUIVI_SCORECARD_WORD_POSITION,
  SUIVI_SCORECARD_WORD_LEVEL,
  SUIVI_SCORECARD_WORD_LIGHT,
  SUIVI_SCORECARD_WORD_ANSWER,
} SuiviScorecardWordKind;

#define SUIVI_N_SCORECARD_WORD_KINDS 5

/* What else the hidden sheet says of the workbook: kind of line and stable word. */
#define SUIVI_SCORECARD_LINE_SHEET        "sheet"
#define SUIVI_SCORECARD_LINE_REVIEW       "review"
#define SUIVI_SCORECARD_LINE_WRITER       "writer"
#define SUIVI_SCORECARD_LINE_QUESTION     "question"
#define SUIVI_SCORECARD_NICK_CARD         "scorecard"
#define SUIVI_SCORECARD_NICK_METHOD       "method"
#define SUIVI_SCORECARD_NICK_ORGANISATION "organisation"
#define SUIVI_SCORECARD_NICK_NAME         "name"

/**
 * SuiviScorecardWords:
 *
 * What the words of a scorecard mean, whatever language it was written in. The workbook carries its own words on a
 * hidden sheet, so that somebody with another language can read back what a colleague changed.
 */
typedef struct _SuiviScorecardWords SuiviScorecardWords;

const char          *suivi_scorecard_column_to_title    (SuiviScorecardColumn    column);
gboolean             suivi_scorecard_column_to_field    (SuiviScorecardColumn    column,
                                                         SuiviPlanField         *field);

guint                suivi_scorecard_word_kind_count    (SuiviScorecardWordKind  kind);
const char          *suivi_scorecard_word_kind_to_nick  (SuiviScorecardWordKind  kind);
const char          *suivi_scorecard_word_to_nick       (SuiviScorecardWordKind  kind,
                                                         guint                   value);
char                *suivi_scorecard_word_to_text       (SuiviScorecardWordKind  kind,
                                                         guint                   value);

SuiviScorecardWords *suivi_scorecard_words_new          (void);
void                 suivi_scorecard_words_free         (SuiviScorecardWords    *self);
void                 suivi_scorecard_words_learn        (SuiviScorecardWords    *self,
                                                         const char             *kind,
                                                         const char             *nick,
                                                         const char             *text);
gboolean             suivi_scorecard_words_find         (SuiviScorecardWords    *self,
                                                         SuiviScorecardWordKind  kind,
                                                         const char             *text,
                                                         guint                  *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardWords, suivi_scorecard_words_free)

G_END_DECLS
