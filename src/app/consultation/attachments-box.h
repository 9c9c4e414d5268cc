/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/attachment.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviAttachmentsBox:
 *
 * The files that belong to one thing of the workspace, by name and size: each can be saved as a copy or removed.
 *
 * Signals: "failed" (sentence), "done" (sentence): what the user is to be told.
 */
#define SUIVI_TYPE_ATTACHMENTS_BOX (suivi_attachments_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviAttachmentsBox, suivi_attachments_box, SUIVI, ATTACHMENTS_BOX, GtkBox)

void     suivi_attachments_box_set  (SuiviAttachmentsBox  *self,
                                     SuiviWorkspace       *workspace,
                                     const char           *owner_id,
                                     gboolean              writable);
gboolean suivi_attachments_put_file (SuiviTransaction     *transaction,
                                     const char           *owner_id,
                                     GFile                *file,
                                     GError              **error);

G_END_DECLS
