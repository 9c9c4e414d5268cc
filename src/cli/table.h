/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviCliTable:
 *
 * Rows of text for people: columns aligned, the last one shortened to the width of the terminal.
 */
typedef struct _SuiviCliTable SuiviCliTable;

SuiviCliTable *suivi_cli_table_new     (guint               n_columns);
void           suivi_cli_table_free    (SuiviCliTable      *self);
void           suivi_cli_table_add     (SuiviCliTable      *self,
                                        const char * const *cells);
void           suivi_cli_table_print   (SuiviCliTable      *self);

void           suivi_cli_csv_print_row (const char * const *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviCliTable, suivi_cli_table_free)

G_END_DECLS
