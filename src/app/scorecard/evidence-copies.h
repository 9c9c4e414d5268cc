/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/workspace.h"

G_BEGIN_DECLS

/* Copies of attachments, for other applications to look at. They go when the workspace is closed. */

void   suivi_evidence_copy_async  (SuiviWorkspace       *workspace,
                                   const char           *attachment_id,
                                   const char           *name,
                                   GFile                *file,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GFile *suivi_evidence_copy_finish (SuiviWorkspace       *workspace,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
