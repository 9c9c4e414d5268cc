/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/review/tie-jobs.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_TIE_ROW (suivi_tie_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviTieRow, suivi_tie_row, SUIVI, TIE_ROW, AdwPreferencesRow)

/*
 * Another recommendation, or an output: confirmed, with a button that takes the tie away, or proposed, with
 * buttons to decide. Signals: "decided" (the SuiviRelation that the user confirms; SUIVI_RELATION_NONE: not
 * related), "removed".
 */

GtkWidget  *suivi_tie_row_new             (SuiviTie    *tie,
                                           gboolean     writable);
const char *suivi_tie_row_get_link_id     (SuiviTieRow *self);
const char *suivi_tie_row_get_other_id    (SuiviTieRow *self);

G_END_DECLS
