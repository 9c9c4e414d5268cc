/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviListFilled:
 * @n_rows: how many recommendations the list has, one for each row
 * @n_filled: rows that say now what became of the recommendation
 * @n_open: rows among them on which organisations differ and have not agreed: one of them is quoted, and named
 * @n_not_assessed: rows whose recommendation nobody has assessed: ours stays empty
 * @n_no_cell: rows that have no cell of their own in the column, which were left as they are
 * @not_found: (element-type utf8): of the rows that the workspace does not have, which were left as they are, the
 *   numbers; the beginning of the text where there is none
 *
 * What became of a list that was filled in.
 */
typedef struct
{
  guint n_rows;
  guint n_filled;
  guint n_open;
  guint n_not_assessed;
  guint n_no_cell;
  GPtrArray *not_found;
} SuiviListFilled;

SuiviListFilled *suivi_list_filled_write         (SuiviStore             *store,
                                                  const char             *source,
                                                  const char             *path,
                                                  const char             *cut_off,
                                                  GCancellable           *cancellable,
                                                  GError                **error);
SuiviListFilled *suivi_list_filled_write_edition (SuiviStore             *store,
                                                  const char             *edition_id,
                                                  const char             *source,
                                                  const char             *path,
                                                  GCancellable           *cancellable,
                                                  GError                **error);
char            *suivi_list_filled_to_text       (const SuiviListFilled  *self);
void             suivi_list_filled_free          (SuiviListFilled        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviListFilled, suivi_list_filled_free)

G_END_DECLS
