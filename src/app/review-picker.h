/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_REVIEW_PICKER (suivi_review_picker_get_type ())
G_DECLARE_FINAL_TYPE (SuiviReviewPicker, suivi_review_picker, SUIVI, REVIEW_PICKER, GtkWidget)

void suivi_review_picker_set_review (SuiviReviewPicker *self, const char *state, guint session);
const char *suivi_review_picker_get_state (SuiviReviewPicker *self);
guint suivi_review_picker_get_session (SuiviReviewPicker *self);

G_END_DECLS
