/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/summary.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_REVIEW_SWITCHER (suivi_review_switcher_get_type ())
G_DECLARE_FINAL_TYPE (SuiviReviewSwitcher, suivi_review_switcher, SUIVI, REVIEW_SWITCHER, GtkPopover)

/* The reviews of the workspace to choose from, by State. Signal "review-selected" (key, nullable for all). */

void suivi_review_switcher_set_summary (SuiviReviewSwitcher *self, SuiviSummary *summary);

G_END_DECLS
