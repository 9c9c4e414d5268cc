/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The texts that the cells of a workbook share, by number. The largest exports have 150 MB of them: beyond some 32 MB
 * they are kept in a file that has no name, not in memory.
 */

typedef struct _SuiviXlsxStrings SuiviXlsxStrings;

SuiviXlsxStrings *suivi_xlsx_strings_new    (gsize              max_memory);
void              suivi_xlsx_strings_free   (SuiviXlsxStrings  *self);
gboolean          suivi_xlsx_strings_add    (SuiviXlsxStrings  *self,
                                             const char        *text,
                                             gsize              length,
                                             GError           **error);
guint             suivi_xlsx_strings_get_n  (SuiviXlsxStrings  *self);
gboolean          suivi_xlsx_strings_get    (SuiviXlsxStrings  *self,
                                             guint              index,
                                             const char       **text,
                                             gsize             *length,
                                             GError           **error);

#define SUIVI_XLSX_STRINGS_MEMORY (32 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviXlsxStrings, suivi_xlsx_strings_free)

G_END_DECLS
