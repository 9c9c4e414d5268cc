/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Word files made in memory, for tests. Texts are XML already where they contain markup. */

typedef struct _MakeDocx MakeDocx;

MakeDocx *make_docx_new        (void);
void      make_docx_add_part   (MakeDocx   *self,
                                const char *name,
                                const char *content);
GBytes   *make_docx_finish     (MakeDocx   *self);

char     *make_docx_paragraphs (const char *text);
char     *make_docx_row        (const char *first,
                                ...) G_GNUC_NULL_TERMINATED;
char     *make_docx_separator  (const char *text,
                                guint       span);
char     *make_docx_document   (const char *body);
char     *make_docx_header     (const char *runs);
GBytes   *make_docx_list       (const char *header_runs,
                                const char *rows);

G_END_DECLS
