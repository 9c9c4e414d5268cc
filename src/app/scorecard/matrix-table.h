/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/matrix-row.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviMatrixTable:
 * @organisations: (element-type utf8): the columns: who judged anything, the workspace's own organisation first
 * @known: (element-type utf8): @organisations, and who else ever agreed on a grade
 * @rows: (element-type SuiviMatrixRow): the recommendations, in the order of the list
 * @n_agreed: how many have an agreed grade
 * @n_apart: of how many the organisations give different grades
 *
 * Who says what of which recommendation.
 */
typedef struct
{
  GPtrArray *organisations;
  GPtrArray *known;
  GPtrArray *rows;
  guint n_agreed;
  guint n_apart;
} SuiviMatrixTable;

SuiviMatrixTable *suivi_matrix_table_load        (SuiviStore          *store,
                                                  const char          *review_id,
                                                  const char          *cut_off,
                                                  GCancellable        *cancellable,
                                                  GError             **error);
void              suivi_matrix_table_load_async  (SuiviWorkspace      *workspace,
                                                  const char          *review_id,
                                                  const char          *cut_off,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
SuiviMatrixTable *suivi_matrix_table_load_finish (SuiviWorkspace      *workspace,
                                                  GAsyncResult        *result,
                                                  GError             **error);
void              suivi_matrix_table_free        (SuiviMatrixTable    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviMatrixTable, suivi_matrix_table_free)

G_END_DECLS
