/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SOURCE_ROW (suivi_source_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSourceRow, suivi_source_row, SUIVI, SOURCE_ROW, AdwExpanderRow)

/* One import, with what it brought. Signal "copied" when the checksum went to the clipboard. */

GtkWidget *suivi_source_row_new (const SuiviImport *import);
const char *suivi_source_row_get_import (SuiviSourceRow *self);

G_END_DECLS
