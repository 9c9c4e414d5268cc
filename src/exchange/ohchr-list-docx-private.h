/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"

G_BEGIN_DECLS

gboolean suivi_ohchr_list_docx_read_document (const char       *data,
                                              gsize             length,
                                              SuiviImportPlan  *plan,
                                              GError          **error);

G_END_DECLS
