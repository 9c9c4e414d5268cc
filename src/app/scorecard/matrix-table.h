/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/matrix-row.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviMatrixTable:
 * @organisations: (element-type utf8): the columns: who judged anything, as it is shown: the organisation of the person at
 *   this computer first, last what is not named
 * @known: (element-type utf8): those of @organisations that have a name, and who else ever agreed on a grade
 * @rows: (element-type SuiviMatrixRow): the recommendations, in the order of the list
 * @n_agreed: how many have an agreed grade
 * @n_disagree: of how many the organisations give different grades that no agreed one settles
 * @n_unanimous: on how many nothing is agreed, though all say the same of law, policy and practice
 * @n_same_light: on how many nothing is agreed, and all give the same light, but differ in law, policy or practice
 *
 * Who says what of which recommendation.
 */
typedef struct
{
  GPtrArray *organisations;
  GPtrArray *known;
  GPtrArray *rows;
  guint n_agreed;
  guint n_disagree;
  guint n_unanimous;
  guint n_same_light;
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
