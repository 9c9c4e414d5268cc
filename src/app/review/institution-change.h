/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/scorecard-store.h"

G_BEGIN_DECLS

/**
 * SuiviInstitutionChange:
 *
 * Who is to implement recommendations, as somebody decided: an institution more, or one less. For suivi_step_make(): the main thread looks at it
 * again when the step is done.
 */
typedef struct _SuiviInstitutionChange SuiviInstitutionChange;

SuiviInstitutionChange *suivi_institution_change_new          (const char        *recommendation_id,
                                                               const char        *institution,
                                                               gboolean           remove);
SuiviInstitutionChange *suivi_institution_change_new_for_rows (GArray            *keys,
                                                               const char        *institution);
SuiviInstitutionChange *suivi_institution_change_ref          (SuiviInstitutionChange *self);
void                    suivi_institution_change_unref        (gpointer           change);
gboolean                suivi_institution_change_is_empty     (const SuiviInstitutionChange *self);
gboolean                suivi_institution_change_put          (SuiviStore        *store,
                                                               SuiviTransaction  *transaction,
                                                               gpointer           change,
                                                               GError           **error);

G_END_DECLS
