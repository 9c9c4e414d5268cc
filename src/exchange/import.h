/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-options.h"
#include "exchange/import-plan.h"

G_BEGIN_DECLS

/* The one door for files that come in: recognises the format by content and calls its reader. */

SuiviImportPlan    *suivi_import_read_file   (const char    *path,
                                              const SuiviImportOptions *options,
                                              GCancellable  *cancellable,
                                              GError       **error);
SuiviImportPlan    *suivi_import_read_bytes  (GBytes        *bytes,
                                              const char    *file_name,
                                              const SuiviImportOptions *options,
                                              GCancellable  *cancellable,
                                              GError       **error);
const char * const *suivi_import_get_formats (void);

G_END_DECLS
