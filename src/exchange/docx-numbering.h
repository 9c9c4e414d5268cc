/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SuiviDocxNumbering SuiviDocxNumbering;

/* The automatic numbers of paragraphs: what word/numbering.xml says, and how far each list has counted. */

SuiviDocxNumbering *suivi_docx_numbering_new    (void);
void                suivi_docx_numbering_free   (SuiviDocxNumbering  *self);
gboolean            suivi_docx_numbering_push   (SuiviDocxNumbering  *self,
                                                 const char          *data,
                                                 gsize                length,
                                                 GError             **error);
gboolean            suivi_docx_numbering_finish (SuiviDocxNumbering  *self,
                                                 GError             **error);
char               *suivi_docx_numbering_next   (SuiviDocxNumbering  *self,
                                                 guint                id,
                                                 guint                level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDocxNumbering, suivi_docx_numbering_free)

G_END_DECLS
