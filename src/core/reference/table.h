/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviTable:
 *
 * One of the tables of data/reference, as compiled into the program: rows of texts under named columns.
 * Immutable; may be read from any thread.
 */
typedef struct _SuiviTable SuiviTable;

SuiviTable *suivi_table_load       (const char *name);
void        suivi_table_free       (SuiviTable *self);
guint       suivi_table_get_n_rows (SuiviTable *self);
guint       suivi_table_get_column (SuiviTable *self,
                                    const char *name);
const char *suivi_table_get        (SuiviTable *self,
                                    guint       row,
                                    guint       column);

char       *suivi_table_make_key   (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTable, suivi_table_free)

G_END_DECLS
