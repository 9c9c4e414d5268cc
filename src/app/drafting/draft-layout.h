/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_LAYOUT (suivi_draft_layout_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftLayout, suivi_draft_layout, SUIVI, DRAFT_LAYOUT, GtkLayoutManager)

G_END_DECLS
