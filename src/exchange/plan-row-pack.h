/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/plan-row-private.h"

G_BEGIN_DECLS

/* Rows of a plan as records of bytes, for its spool: never a file format, the same program reads them at
 * once. */

void          suivi_plan_row_pack         (SuiviPlanRow *self,
                                           GByteArray   *record);
SuiviPlanRow *suivi_plan_row_unpack       (const guint8 *data,
                                           gsize         size);
void          suivi_plan_row_pack_found   (SuiviPlanRow *self,
                                           GByteArray   *record);
void          suivi_plan_row_unpack_found (SuiviPlanRow *self,
                                           const guint8 *data,
                                           gsize         size);

G_END_DECLS
