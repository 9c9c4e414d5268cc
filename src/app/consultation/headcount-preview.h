/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The children in totals, as others will see them. */

#define SUIVI_TYPE_HEADCOUNT_PREVIEW (suivi_headcount_preview_get_type ())
G_DECLARE_FINAL_TYPE (SuiviHeadcountPreview, suivi_headcount_preview, SUIVI, HEADCOUNT_PREVIEW, GtkBox)

void suivi_headcount_preview_show (SuiviHeadcountPreview *self,
                                   GPtrArray             *headcounts);

G_END_DECLS
