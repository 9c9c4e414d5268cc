/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/zip-package.h"

G_BEGIN_DECLS

typedef struct _SuiviDocxPackage SuiviDocxPackage;

/* A Word file (.docx), read from memory within limits. */

SuiviDocxPackage *suivi_docx_package_open        (GBytes            *bytes,
                                                  GCancellable      *cancellable,
                                                  GError           **error);
void              suivi_docx_package_free        (SuiviDocxPackage  *self);
const char       *suivi_docx_package_get_main    (SuiviDocxPackage  *self);
char            **suivi_docx_package_list_headers (SuiviDocxPackage *self);
SuiviZipPackage  *suivi_docx_package_get_zip     (SuiviDocxPackage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDocxPackage, suivi_docx_package_free)

G_END_DECLS
