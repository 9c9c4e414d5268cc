/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/record-row.h"

G_BEGIN_DECLS

/* What children were told of what became of their words. */

#define SUIVI_TYPE_FEEDBACK_ROW (suivi_feedback_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFeedbackRow, suivi_feedback_row, SUIVI, FEEDBACK_ROW, SuiviRecordRow)

G_END_DECLS
