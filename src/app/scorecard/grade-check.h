/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

gboolean suivi_grade_check_each (GPtrArray *recommendations,
                                 GPtrArray *grades,
                                 char     **sentence,
                                 GError   **error);

G_END_DECLS
