/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "exchange/table-preview.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MAPPING_VIEW (suivi_mapping_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMappingView, suivi_mapping_view, SUIVI, MAPPING_VIEW, GtkWidget)

void suivi_mapping_view_set_preview (SuiviMappingView *self, const SuiviTablePreview *preview);
const SuiviTableMapping *suivi_mapping_view_get_mapping (SuiviMappingView *self);

G_END_DECLS
