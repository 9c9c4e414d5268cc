/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "exchange/bounded-xml.h"
#include "exchange/docx-numbering.h"
#include "exchange/docx-table.h"

G_BEGIN_DECLS

/**
 * SuiviDocxVisitor:
 * @paragraph: some text outside of tables
 * @row: a row of a table is complete; returns whether it is of use. The text of a row that is not becomes
 *   part of the cell around its table, if there is one
 *
 * What a reader of a document wants to hear, in the order of the document. A member may be %NULL.
 */
typedef struct
{
  void (*paragraph) (const char *text, gpointer user_data);
  gboolean (*row) (const SuiviDocxRow *row, gpointer user_data);
} SuiviDocxVisitor;

typedef struct _SuiviDocxText SuiviDocxText;

/* The text of one part of a Word document: paragraphs and rows of tables, as a stream. */

SuiviDocxText   *suivi_docx_text_new     (const SuiviDocxVisitor *visitor,
                                          gpointer                user_data,
                                          SuiviDocxNumbering     *numbering);
void             suivi_docx_text_free    (SuiviDocxText          *self);
SuiviBoundedXml *suivi_docx_text_get_xml (SuiviDocxText          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDocxText, suivi_docx_text_free)

G_END_DECLS
