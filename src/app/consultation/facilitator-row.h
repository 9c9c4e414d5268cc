/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/record-row.h"

G_BEGIN_DECLS

/* An adult who is in contact with the children. */

#define SUIVI_TYPE_FACILITATOR_ROW (suivi_facilitator_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFacilitatorRow, suivi_facilitator_row, SUIVI, FACILITATOR_ROW, SuiviRecordRow)

G_END_DECLS
