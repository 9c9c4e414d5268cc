/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SuiviPlanSpool:
 *
 * Where a plan keeps the content of its rows: records of bytes, one after the other, found again by where
 * they begin. Small plans stay in memory; what goes beyond 16 MB lies in a temporary file without a name,
 * which vanishes with the spool or the program.
 */
typedef struct _SuiviPlanSpool SuiviPlanSpool;

SuiviPlanSpool *suivi_plan_spool_new     (void);
void            suivi_plan_spool_free    (SuiviPlanSpool *self);
void            suivi_plan_spool_clear   (SuiviPlanSpool *self);
guint64         suivi_plan_spool_add     (SuiviPlanSpool *self,
                                          const guint8   *data,
                                          gsize           size);
const guint8   *suivi_plan_spool_read    (SuiviPlanSpool *self,
                                          guint64         offset,
                                          gsize          *size);
gboolean        suivi_plan_spool_check   (SuiviPlanSpool *self,
                                          GError        **error);
gboolean        suivi_plan_spool_is_file (SuiviPlanSpool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviPlanSpool, suivi_plan_spool_free)

G_END_DECLS
