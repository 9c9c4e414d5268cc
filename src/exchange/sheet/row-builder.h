/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sheet/sheet-book.h"

G_BEGIN_DECLS

/*
 * What every reader of tables hands its cells to: it cleans their texts, keeps the limits, and reports row by row.
 * A function that returns FALSE without an error was told to stop: see suivi_row_builder_is_stopped().
 */

typedef struct _SuiviRowBuilder SuiviRowBuilder;

SuiviRowBuilder *suivi_row_builder_new        (SuiviSheetRowFunc   func,
                                               gpointer            user_data);
void             suivi_row_builder_free       (SuiviRowBuilder    *self);
void             suivi_row_builder_begin      (SuiviRowBuilder    *self,
                                               guint               number,
                                               gboolean            hidden);
gboolean         suivi_row_builder_add        (SuiviRowBuilder    *self,
                                               guint               column,
                                               SuiviCellType       type,
                                               const char         *text,
                                               gsize               length,
                                               GError            **error);
gboolean         suivi_row_builder_widen      (SuiviRowBuilder    *self,
                                               guint               n_cells,
                                               GError            **error);
gboolean         suivi_row_builder_end        (SuiviRowBuilder    *self,
                                               GError            **error);
gboolean         suivi_row_builder_repeat     (SuiviRowBuilder    *self,
                                               guint               number,
                                               GError            **error);
gboolean         suivi_row_builder_is_empty   (SuiviRowBuilder    *self);
gboolean         suivi_row_builder_is_stopped (SuiviRowBuilder    *self);
void             suivi_row_builder_set_long   (GError            **error,
                                               guint               row,
                                               guint               column,
                                               gboolean            quoted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviRowBuilder, suivi_row_builder_free)

G_END_DECLS
