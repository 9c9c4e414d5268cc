/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/bounded-xml.h"

G_BEGIN_DECLS

typedef struct _SuiviDocxNumbering SuiviDocxNumbering;

/* The automatic numbers of paragraphs: what word/numbering.xml says, and how far each list has counted. */

SuiviDocxNumbering *suivi_docx_numbering_new     (void);
void                suivi_docx_numbering_free    (SuiviDocxNumbering *self);
SuiviBoundedXml    *suivi_docx_numbering_get_xml (SuiviDocxNumbering *self);
char               *suivi_docx_numbering_next    (SuiviDocxNumbering *self,
                                                  guint               id,
                                                  guint               level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDocxNumbering, suivi_docx_numbering_free)

G_END_DECLS
