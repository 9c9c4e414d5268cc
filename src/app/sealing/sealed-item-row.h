/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/sealing/vault-keeper.h"

G_BEGIN_DECLS

/* One thing that is sealed: a value can be shown, a file can be saved. Signal "failed" (sentence). */
#define SUIVI_TYPE_SEALED_ITEM_ROW (suivi_sealed_item_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSealedItemRow, suivi_sealed_item_row, SUIVI, SEALED_ITEM_ROW, AdwPreferencesRow)

GtkWidget *suivi_sealed_item_row_new (SuiviVaultKeeper      *keeper,
                                      const SuiviSealedInfo *info,
                                      const char            *owner);

G_END_DECLS
