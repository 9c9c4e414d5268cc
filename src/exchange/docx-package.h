/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SuiviPartFunc:
 * @data: some bytes of the part, in order
 * @length: their number, never 0
 *
 * Returns: whether to go on; if not, @error must be set
 */
typedef gboolean (*SuiviPartFunc) (const char *data, gsize length, gpointer user_data, GError **error);

typedef struct _SuiviDocxPackage SuiviDocxPackage;

/* The zip archive that a .docx file is, read from memory within limits; nothing is unpacked to the disk. */

SuiviDocxPackage *suivi_docx_package_open        (GBytes            *bytes,
                                                  GCancellable      *cancellable,
                                                  GError           **error);
void              suivi_docx_package_free        (SuiviDocxPackage  *self);
const char       *suivi_docx_package_get_main    (SuiviDocxPackage  *self);
char            **suivi_docx_package_list_headers (SuiviDocxPackage *self);
gboolean          suivi_docx_package_has_part    (SuiviDocxPackage  *self,
                                                  const char        *name);
gboolean          suivi_docx_package_read_part   (SuiviDocxPackage  *self,
                                                  const char        *name,
                                                  SuiviPartFunc      func,
                                                  gpointer           user_data,
                                                  GCancellable      *cancellable,
                                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDocxPackage, suivi_docx_package_free)

G_END_DECLS
