/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/table-reader.h"
#include "exchange/table-record.h"

G_BEGIN_DECLS

typedef struct _SuiviTableRowReader SuiviTableRowReader;

/* One row of a table → one record, with all that is wrong in it. */

SuiviTableRowReader *suivi_table_row_reader_new             (const SuiviTableLayout *layout);
void                 suivi_table_row_reader_free            (SuiviTableRowReader    *self);
void                 suivi_table_row_reader_set_theme       (SuiviTableRowReader    *self,
                                                             const char             *theme);
gboolean             suivi_table_row_reader_afford          (SuiviTableRowReader    *self,
                                                             const SuiviTableCells  *cells);
SuiviTableRecord    *suivi_table_row_reader_read            (SuiviTableRowReader    *self,
                                                             const SuiviTableCells  *cells);
const char          *suivi_table_row_reader_get_column      (SuiviTableRowReader    *self,
                                                             SuiviTableField         field);
guint                suivi_table_row_reader_get_n_unknown   (SuiviTableRowReader    *self);
guint                suivi_table_row_reader_get_n_restored  (SuiviTableRowReader    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTableRowReader, suivi_table_row_reader_free)

G_END_DECLS
