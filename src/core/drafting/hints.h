/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/reading.h"

G_BEGIN_DECLS

/* What is weak in a text and what to do about it, in plain words. */

GPtrArray *suivi_hints_find         (SuiviReading   *reading);
char      *suivi_hints_summarise    (SuiviReading   *reading,
                                     SuiviCriterion  criterion);

G_END_DECLS
