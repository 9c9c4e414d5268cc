/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/recommendation-text.h"
#include "exchange/table-row-reader.h"

G_BEGIN_DECLS

/* What the parts of the row reader share. */

struct _SuiviTableRowReader
{
  const SuiviTableLayout *layout;
  const char *columns[SUIVI_N_TABLE_FIELDS]; /* (nullable): header of the first column of each meaning */
  guint n_columns;                           /* that are read */
  char *theme;                               /* (nullable): of the last separator row */
  char *reviewed;    /* (nullable): the first State under review, if sessions are not said */
  char *last_number; /* (nullable) of the row before */
  char *last_state_cell;                     /* (nullable) of the row before */
  const char *last_state;                    /* (nullable): the State under review that it names */
  guint64 n_names;
  guint64 n_rows;
  guint n_unknown;
  guint n_restored;
};

/**
 * SuiviTableRow:
 * @damaged: which of its cells cannot be used
 *
 * One row while it is read.
 */
typedef struct
{
  SuiviTableRowReader *self;
  const SuiviTableCells *cells;
  SuiviTableRecord *record;
  gboolean damaged[SUIVI_N_TABLE_FIELDS];
} SuiviTableRow;

const char *suivi_table_row_get_text    (const SuiviTableRow     *row,
                                         SuiviTableField          field);
gboolean    suivi_table_row_is_blank    (const SuiviTableRow     *row,
                                         SuiviTableField          field);
void        suivi_table_row_add_fault   (SuiviTableRow           *row,
                                         SuiviTableField          field,
                                         SuiviFaultKind           kind,
                                         const char              *value,
                                         const char              *reason);
void        suivi_table_row_read_review (SuiviTableRow           *row);
void        suivi_table_row_read_number (SuiviTableRow           *row,
                                         SuiviRecommendationText *text);
void        suivi_table_row_read_tags   (SuiviTableRow           *row);

G_END_DECLS
