/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-options.h"
#include "exchange/import-plan.h"
#include "exchange/table-header.h"

G_BEGIN_DECLS

/**
 * SuiviTableCells:
 * @row: the row as it is
 * @texts: (array fixed-size=17) (element-type utf8) (nullable): what stands under each #SuiviTableField,
 *   several columns put together; %NULL where the table has no such column. May be replaced, to be freed with
 *   g_free()
 *
 * One row of a table, taken apart.
 */
typedef struct
{
  const SuiviSheetRow *row;
  char *texts[SUIVI_N_TABLE_FIELDS];
} SuiviTableCells;

/**
 * SuiviTableRowFunc:
 *
 * Looks at a row before it is read, and may change its texts.
 *
 * Returns: whether it is a recommendation; if not, it is left out
 */
typedef gboolean (*SuiviTableRowFunc) (SuiviTableCells *cells,
                                       gpointer         user_data);

/**
 * SuiviTableLayout:
 * @header: where the table begins
 * @fields: what each column means: as many as @header has names
 * @is_database: the file is a database's, not a person's: one row per recommending State, wherever it stands;
 *   States and sessions are right
 * @prepare: (nullable): is asked about each row
 * @user_data: for @prepare
 *
 * How to read a table.
 */
typedef struct
{
  const SuiviTableHeader *header;
  SuiviTableField *fields;
  gboolean is_database;
  SuiviTableRowFunc prepare;
  gpointer user_data;
} SuiviTableLayout;

const char *suivi_sheet_row_get         (const SuiviSheetRow     *row,
                                         guint                    column);
gboolean    suivi_table_reader_read     (SuiviSheetBook          *book,
                                         const SuiviTableLayout  *layout,
                                         SuiviImportPlan         *plan,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gboolean    suivi_table_reader_read_any (SuiviSheetBook          *book,
                                         const SuiviTableHeader  *header,
                                         const SuiviImportOptions *options,
                                         SuiviImportPlan         *plan,
                                         GCancellable            *cancellable,
                                         GError                 **error);

G_END_DECLS
