/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/review/recommendation.h"

G_BEGIN_DECLS

/**
 * SuiviPlanStatus:
 * @SUIVI_PLAN_NEW: the workspace does not have it
 * @SUIVI_PLAN_CHANGED: the workspace has it, with other content
 * @SUIVI_PLAN_SAME: the workspace has it just so
 * @SUIVI_PLAN_FAULTY: it needs attention first
 *
 * What an import would do with one row.
 */
typedef enum
{
  SUIVI_PLAN_NEW,
  SUIVI_PLAN_CHANGED,
  SUIVI_PLAN_SAME,
  SUIVI_PLAN_FAULTY,
} SuiviPlanStatus;

#define SUIVI_N_PLAN_STATUSES 4

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
} SuiviFaultKind;

/**
 * SuiviImportFault:
 * @kind: what kind
 * @row: row of the table, counted from 1 as a person would, the header being row 1
 * @column: (nullable): header of the column as the file writes it
 * @value: what stands there
 * @reason: a sentence: what is wrong and what to do
 */
typedef struct
{
  SuiviFaultKind kind;
  guint row;
  char *column;
  char *value;
  char *reason;
} SuiviImportFault;

/**
 * SuiviFieldChange:
 * @field: translated name of the field; of a field of a part: "Part (a): Text"
 * @old_value: what the workspace has, as shown to people
 * @new_value: what the file has
 */
typedef struct
{
  char *field;
  char *old_value;
  char *new_value;
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

#define SUIVI_TYPE_PLAN_ROW (suivi_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPlanRow, suivi_plan_row, SUIVI, PLAN_ROW, GObject)

SuiviPlanRow        *suivi_plan_row_new                (SuiviRecommendation *recommendation,
                                                        guint                row);
guint                suivi_plan_row_get_row            (SuiviPlanRow        *self);
SuiviRecommendation *suivi_plan_row_get_recommendation (SuiviPlanRow        *self);
SuiviPlanStatus      suivi_plan_row_get_status         (SuiviPlanRow        *self);
GPtrArray           *suivi_plan_row_get_faults         (SuiviPlanRow        *self);
GPtrArray           *suivi_plan_row_get_changes        (SuiviPlanRow        *self);
GPtrArray           *suivi_plan_row_get_parts          (SuiviPlanRow        *self);
gboolean             suivi_plan_row_get_included       (SuiviPlanRow        *self);
void                 suivi_plan_row_set_included       (SuiviPlanRow        *self,
                                                        gboolean             included);
gboolean             suivi_plan_row_get_split          (SuiviPlanRow        *self);
void                 suivi_plan_row_set_split          (SuiviPlanRow        *self,
                                                        gboolean             split);
void                 suivi_plan_row_add_fault          (SuiviPlanRow        *self,
                                                        SuiviFaultKind       kind,
                                                        const char          *column,
                                                        const char          *value,
                                                        const char          *reason);
void                 suivi_plan_row_add_part           (SuiviPlanRow        *self,
                                                        const char          *text,
                                                        const char * const  *states);

SuiviImportFault    *suivi_import_fault_copy           (SuiviImportFault    *self);
void                 suivi_import_fault_free           (SuiviImportFault    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviImportFault, suivi_import_fault_free)

G_END_DECLS
