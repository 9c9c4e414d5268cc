/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/plan-row.h"

G_BEGIN_DECLS

/* What only the plan may do with its rows. */

gboolean             suivi_plan_row_has_fault          (SuiviPlanRow        *self,
                                                        SuiviFaultKind       kind);
gboolean             suivi_plan_row_resolve_state      (SuiviPlanRow        *self,
                                                        const char          *name,
                                                        const char          *state);
void                 suivi_plan_row_compare            (SuiviPlanRow        *self,
                                                        SuiviRecommendation *existing,
                                                        GPtrArray           *existing_parts);
void                 suivi_plan_row_recompare          (SuiviPlanRow        *self);
SuiviRecommendation *suivi_plan_row_get_existing       (SuiviPlanRow        *self);
SuiviRecommendation *suivi_plan_row_get_existing_part  (SuiviPlanRow        *self,
                                                        guint                index);
gboolean             suivi_plan_row_changes_whole      (SuiviPlanRow        *self);
gboolean             suivi_plan_row_brings_part        (SuiviPlanRow        *self,
                                                        guint                index);
char                *suivi_plan_row_get_letter         (guint                index);
void                 suivi_plan_row_add_changes        (GPtrArray           *changes,
                                                        const char          *letter,
                                                        SuiviRecommendation *old,
                                                        SuiviRecommendation *new);
SuiviRecommendation *suivi_plan_row_update_part        (SuiviRecommendation   *part,
                                                        const SuiviImportPart *from_file,
                                                        SuiviRecommendation   *old_whole,
                                                        SuiviRecommendation   *new_whole);
void                 suivi_plan_rows_check_numbers     (GPtrArray           *rows,
                                                        const char          *column);
void                 suivi_field_change_free           (SuiviFieldChange    *self);
gboolean             suivi_plan_row_is_to_apply        (SuiviPlanRow        *self);
SuiviImportPart     *suivi_plan_row_find_part          (SuiviPlanRow        *self,
                                                        const char          *name);
char               **suivi_plan_insert_state           (char               **states,
                                                        const char          *state,
                                                        const char          *original,
                                                        const char          *name);
SuiviRecommendation *suivi_plan_row_merge              (SuiviPlanRow        *self,
                                                        const char          *review_id,
                                                        const char          *import_id);
SuiviRecommendation *suivi_plan_row_make_part          (SuiviPlanRow        *self,
                                                        SuiviRecommendation *whole,
                                                        guint                index);

G_END_DECLS
