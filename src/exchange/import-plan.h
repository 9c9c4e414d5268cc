/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define SUIVI_IMPORT_ERROR (suivi_import_error_quark ())

/**
 * SuiviImportError:
 * @SUIVI_IMPORT_ERROR_NOT_RECOGNISED: no reader knows the file
 * @SUIVI_IMPORT_ERROR_LEGACY: a Word file of before 2007, to be saved as .docx first
 * @SUIVI_IMPORT_ERROR_DAMAGED: the file is broken or cut off
 * @SUIVI_IMPORT_ERROR_TOO_BIG: the file goes beyond the limits that protect the reader
 * @SUIVI_IMPORT_ERROR_NO_REVIEW: the file does not say which review it is about, and nobody else did
 * @SUIVI_IMPORT_ERROR_FAULTS: rows need attention and nobody said that they may be left out
 * @SUIVI_IMPORT_ERROR_UNREADABLE: the file cannot be opened
 *
 * Why a file cannot be imported. Each message is a sentence for the user that says what to do.
 */
typedef enum
{
  SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
  SUIVI_IMPORT_ERROR_LEGACY,
  SUIVI_IMPORT_ERROR_DAMAGED,
  SUIVI_IMPORT_ERROR_TOO_BIG,
  SUIVI_IMPORT_ERROR_NO_REVIEW,
  SUIVI_IMPORT_ERROR_FAULTS,
  SUIVI_IMPORT_ERROR_UNREADABLE,
} SuiviImportError;

GQuark suivi_import_error_quark (void);

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
 * @field: translated name of the field
 * @old_value: what the workspace has, as shown to people
 * @new_value: what the file has
 */
typedef struct
{
  const char *field;
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

#define SUIVI_TYPE_IMPORT_PLAN (suivi_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (SuiviImportPlan, suivi_import_plan, SUIVI, IMPORT_PLAN, GObject)

/*
 * A plan says what an import would do, before anything is written. A reader fills it (source, review, rows, faults),
 * suivi_import_plan_compare() holds it against the workspace, the user looks at it and leaves things out, and
 * suivi_import_plan_apply() carries it out as one step. A plan belongs to one thread at a time.
 */

SuiviImportPlan     *suivi_import_plan_new             (void);

/* What a reader says */
void                 suivi_import_plan_set_source      (SuiviImportPlan     *self,
                                                        const char          *format,
                                                        const char          *file_name,
                                                        const char          *sha256);
void                 suivi_import_plan_set_review      (SuiviImportPlan     *self,
                                                        const char          *state,
                                                        guint                session,
                                                        const char          *symbol);
void                 suivi_import_plan_take_row        (SuiviImportPlan     *self,
                                                        SuiviPlanRow        *row);

/* What the user sees and decides */
const char          *suivi_import_plan_get_format      (SuiviImportPlan     *self);
const char          *suivi_import_plan_get_file_name   (SuiviImportPlan     *self);
gboolean             suivi_import_plan_has_review      (SuiviImportPlan     *self);
SuiviReview         *suivi_import_plan_get_review      (SuiviImportPlan     *self);
GListModel          *suivi_import_plan_get_rows        (SuiviImportPlan     *self,
                                                        SuiviPlanStatus      status);
guint                suivi_import_plan_count           (SuiviImportPlan     *self,
                                                        SuiviPlanStatus      status);
guint                suivi_import_plan_count_to_apply  (SuiviImportPlan     *self);
GPtrArray           *suivi_import_plan_list_faults     (SuiviImportPlan     *self);
void                 suivi_import_plan_resolve_state   (SuiviImportPlan     *self,
                                                        const char          *name,
                                                        const char          *state);

/* What happens */
gboolean             suivi_import_plan_compare         (SuiviImportPlan     *self,
                                                        SuiviStore          *store,
                                                        GError             **error);
gboolean             suivi_import_plan_apply           (SuiviImportPlan     *self,
                                                        SuiviStore          *store,
                                                        GCancellable        *cancellable,
                                                        GError             **error);

G_END_DECLS
