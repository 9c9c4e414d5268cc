/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sheet/sheet-book.h"

G_BEGIN_DECLS

/**
 * SuiviTableHeader:
 * @sheet: the sheet of the book, from 0; hidden ones count
 * @row: the row with the headers, from 1; 0 if the table has none
 * @names: a name for each column, all different: the header; "Column C" where there is none, "Theme (2)" for
 *   a second one of the same words
 * @written: the headers as the file writes them, cleaned; "" where there is none
 * @rows: (element-type GStrv): the first rows below, each with as many texts as there are columns; long ones
 *   are cut
 *
 * Where the headers of a table stand, and what they are.
 */
typedef struct
{
  guint sheet;
  guint row;
  char **names;
  char **written;
  GPtrArray *rows;
} SuiviTableHeader;

SuiviTableHeader *suivi_table_header_find (SuiviSheetBook    *book,
                                           guint              sheet,
                                           GCancellable      *cancellable,
                                           GError           **error);
void              suivi_table_header_free (SuiviTableHeader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTableHeader, suivi_table_header_free)

G_END_DECLS
