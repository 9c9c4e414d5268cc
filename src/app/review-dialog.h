/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_REVIEW_DIALOG (suivi_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviReviewDialog, suivi_review_dialog, SUIVI, REVIEW_DIALOG, AdwWindow)

SuiviReviewDialog *suivi_review_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace);

G_END_DECLS
