/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/seal.h"

G_BEGIN_DECLS

gboolean suivi_recovery_sheet_write (const char   *path,
                                     const char   *workspace_name,
                                     const char   *holder,
                                     SuiviSecret  *words,
                                     GError      **error);

G_END_DECLS
