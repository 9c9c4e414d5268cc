/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/review/recommendation.h"
#include "exchange/plan-field.h"

G_BEGIN_DECLS

/**
 * SuiviPlanStatus:
 * @SUIVI_PLAN_NEW: the workspace does not have it
 * @SUIVI_PLAN_CHANGED: the workspace has it, with other content
 * @SUIVI_PLAN_SAME: the workspace has it just so
 * @SUIVI_PLAN_NEAR: the workspace has one that is nearly the same: a person has to decide whether it is the
 *   same
 * @SUIVI_PLAN_FAULTY: it needs attention first
 *
 * What an import would do with one row.
 */
typedef enum
{
  SUIVI_PLAN_NEW,
  SUIVI_PLAN_CHANGED,
  SUIVI_PLAN_SAME,
  SUIVI_PLAN_NEAR,
  SUIVI_PLAN_FAULTY,
} SuiviPlanStatus;

#define SUIVI_N_PLAN_STATUSES 5

/**
 * SuiviFaultKind:
 *
 * Faults of one kind are shown together.
 */
typedef enum
{
  SUIVI_FAULT_NO_NUMBER,
  SUIVI_FAULT_DUPLICATE_NUMBER,
  SUIVI_FAULT_NO_TEXT,
  SUIVI_FAULT_NO_STATE,
  SUIVI_FAULT_UNKNOWN_STATE,
  SUIVI_FAULT_UNKNOWN_POSITION,
  SUIVI_FAULT_MISSING_CELLS,
  SUIVI_FAULT_NO_REVIEW, /* the row does not say which State or session, or names none that exists */
  SUIVI_FAULT_DUPLICATE, /* the same recommendation stands in the file before, with other content */
  SUIVI_FAULT_BAD_VALUE, /* a cell holds something else than its column is for: a category "9" */
  SUIVI_FAULT_BAD_DATE,
  SUIVI_FAULT_UNKNOWN_KEY,      /* a row of a scorecard that the workspace does not have */
  SUIVI_FAULT_INCOMPLETE_GRADE, /* a grade without reason, source, name or date */
  SUIVI_FAULT_DAMAGED_CELL,     /* too long, or not text */
} SuiviFaultKind;

/**
 * SuiviImportFault:
 * @kind: what kind
 * @row: row of the table, counted from 1 as a person would, the header being row 1
 * @column: (nullable): header of the column as the file writes it
 * @value: what stands there
 * @reason: a sentence: what is wrong and what to do
 * @number: (nullable): the number of the recommendation, in lists of suivi_import_plan_list_faults()
 * @whole_file: whether it cannot be said which of several reviews the row is about; in the same lists
 */
typedef struct
{
  SuiviFaultKind kind;
  guint row;
  char *column;
  char *value;
  char *reason;
  char *number;
  gboolean whole_file;
} SuiviImportFault;

/**
 * SuiviFieldChange:
 * @field: translated name of the field; of a field of a part: "Part (a): Text"
 * @old_value: what the workspace has, as shown to people
 * @new_value: what the file has
 * @conflict: whether the workspace's own value changed too since the file was written
 * @taken_over: whether nobody wrote it into the file: the row showed it, of another organisation
 */
typedef struct
{
  char *field;
  char *old_value;
  char *new_value;
  gboolean conflict;
  gboolean taken_over;
} SuiviFieldChange;

/**
 * SuiviImportPart:
 * @text: one of several asks under one number
 * @states: the States that made it, ISO 3166-1 alpha-3
 */
typedef struct
{
  char *text;
  char **states;
} SuiviImportPart;

/**
 * SuiviPlanDecision:
 * @SUIVI_DECISION_OPEN: nobody decided yet: the row is left out
 * @SUIVI_DECISION_SAME: it is the one that the workspace has: update that
 * @SUIVI_DECISION_NEW: it is another one: add it
 *
 * What a person says of a row that nearly is one of the workspace.
 */
typedef enum
{
  SUIVI_DECISION_OPEN,
  SUIVI_DECISION_SAME,
  SUIVI_DECISION_NEW,
} SuiviPlanDecision;

/**
 * SuiviPlanGrader:
 * @SUIVI_GRADER_OWN: the row says that it showed a grade of the organisation whose file it is: if whoever imports works
 *   for another one, all of it counts, and not only what was changed since the file was written
 * @SUIVI_GRADER_TODAY: nobody wrote the day of the grade: it is the one on which the file is read
 * @SUIVI_GRADER_UNNAMED: the row says that it showed a grade that does not say whose it is
 * @SUIVI_GRADER_NAMED: somebody said who changed the grades of the file, be it the name that stood there before
 *
 * What is known of the grade that a row has.
 */
typedef enum /*< flags >*/
{
  SUIVI_GRADER_OWN = 1 << 0,
  SUIVI_GRADER_TODAY = 1 << 1,
  SUIVI_GRADER_UNNAMED = 1 << 2,
  SUIVI_GRADER_NAMED = 1 << 3,
} SuiviPlanGrader;

#define SUIVI_TYPE_PLAN_ROW (suivi_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPlanRow, suivi_plan_row, SUIVI, PLAN_ROW, GObject)

SuiviPlanRow        *suivi_plan_row_new                (SuiviRecommendation *recommendation,
                                                        guint                row);
guint                suivi_plan_row_get_row            (SuiviPlanRow        *self);
SuiviRecommendation *suivi_plan_row_get_recommendation (SuiviPlanRow        *self);
SuiviPlanStatus      suivi_plan_row_get_status         (SuiviPlanRow        *self);
GPtrArray           *suivi_plan_row_get_faults         (SuiviPlanRow        *self);
GPtrArray           *suivi_plan_row_get_changes        (SuiviPlanRow        *self);
const SuiviAssessment *
                     suivi_plan_row_get_outweighing    (SuiviPlanRow        *self);
GPtrArray           *suivi_plan_row_get_parts          (SuiviPlanRow        *self);
gboolean             suivi_plan_row_get_included       (SuiviPlanRow        *self);
void                 suivi_plan_row_set_included       (SuiviPlanRow        *self,
                                                        gboolean             included);
gboolean             suivi_plan_row_get_split          (SuiviPlanRow        *self);
void                 suivi_plan_row_set_split          (SuiviPlanRow        *self,
                                                        gboolean             split);
const char          *suivi_plan_row_get_state          (SuiviPlanRow        *self);
guint                suivi_plan_row_get_session        (SuiviPlanRow        *self);
void                 suivi_plan_row_set_review         (SuiviPlanRow        *self,
                                                        const char          *state,
                                                        guint                session);
SuiviPlanFields      suivi_plan_row_get_fields         (SuiviPlanRow        *self);
void                 suivi_plan_row_set_fields         (SuiviPlanRow        *self,
                                                        SuiviPlanFields      fields);
void                 suivi_plan_row_set_base           (SuiviPlanRow        *self,
                                                        SuiviPlanField       field,
                                                        guint32              hash);
const char          *suivi_plan_row_get_key            (SuiviPlanRow        *self);
void                 suivi_plan_row_set_key            (SuiviPlanRow        *self,
                                                        const char          *recommendation_id);
SuiviAssessment     *suivi_plan_row_get_assessment     (SuiviPlanRow        *self);
void                 suivi_plan_row_take_assessment    (SuiviPlanRow        *self,
                                                        SuiviAssessment     *assessment);
void                 suivi_plan_row_set_grader         (SuiviPlanRow        *self,
                                                        SuiviPlanGrader      grader);
SuiviRecommendation *suivi_plan_row_get_existing       (SuiviPlanRow        *self);
SuiviPlanDecision    suivi_plan_row_get_decision       (SuiviPlanRow        *self);
void                 suivi_plan_row_set_decision       (SuiviPlanRow        *self,
                                                        SuiviPlanDecision    decision);
void                 suivi_plan_row_add_fault_at       (SuiviPlanRow        *self,
                                                        guint                row,
                                                        SuiviFaultKind       kind,
                                                        const char          *column,
                                                        const char          *value,
                                                        const char          *reason);
void                 suivi_plan_row_add_fault          (SuiviPlanRow        *self,
                                                        SuiviFaultKind       kind,
                                                        const char          *column,
                                                        const char          *value,
                                                        const char          *reason);
void                 suivi_plan_row_add_part           (SuiviPlanRow        *self,
                                                        const char          *text,
                                                        const char * const  *states);

char                *suivi_plan_row_tell_missing       (const char          *columns);

char                *suivi_field_change_to_label       (const SuiviFieldChange *self);

SuiviImportFault    *suivi_import_fault_copy           (SuiviImportFault    *self);
void                 suivi_import_fault_free           (SuiviImportFault    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviImportFault, suivi_import_fault_free)

G_END_DECLS
