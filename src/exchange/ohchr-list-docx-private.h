/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/list-columns.h"

G_BEGIN_DECLS

/**
 * SuiviListRowKind:
 * @SUIVI_LIST_ROW_HEADER: the header, also where it is repeated
 * @SUIVI_LIST_ROW_RECOMMENDATION: a recommendation begins
 * @SUIVI_LIST_ROW_OTHER: a theme, an empty row, or more of the recommendation above
 *
 * What a row of a list is.
 */
typedef enum
{
  SUIVI_LIST_ROW_HEADER,
  SUIVI_LIST_ROW_RECOMMENDATION,
  SUIVI_LIST_ROW_OTHER,
} SuiviListRowKind;

/**
 * SuiviListRowFunc:
 * @kind: what the row is
 * @row: where it stands and what its cells say
 * @columns: what the columns of the list mean
 * @recommendation: (nullable): of a recommendation, its number, text and States
 *
 * Called for each row of a list, in the order of the document.
 */
typedef void (*SuiviListRowFunc) (SuiviListRowKind     kind,
                                  const SuiviDocxRow  *row,
                                  SuiviListColumns    *columns,
                                  SuiviRecommendation *recommendation,
                                  gpointer             user_data);

gboolean suivi_ohchr_list_docx_read_rows     (GBytes           *bytes,
                                              SuiviImportPlan  *plan,
                                              SuiviListRowFunc  func,
                                              gpointer          user_data,
                                              GCancellable     *cancellable,
                                              GError          **error);
gboolean suivi_ohchr_list_docx_read_document (const char       *data,
                                              gsize             length,
                                              SuiviImportPlan  *plan,
                                              GError          **error);

G_END_DECLS
