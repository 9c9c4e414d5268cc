/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row for several lines of text. Properties: "title" of #AdwPreferencesRow; "hint": a sentence below it. */

#define SUIVI_TYPE_TEXT_ROW (suivi_text_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviTextRow, suivi_text_row, SUIVI, TEXT_ROW, AdwPreferencesRow)

GtkWidget *suivi_text_row_get_view   (SuiviTextRow *self);
void       suivi_text_row_add_suffix (SuiviTextRow *self,
                                      GtkWidget    *widget);

G_END_DECLS
