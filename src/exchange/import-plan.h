/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/plan-row.h"
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
