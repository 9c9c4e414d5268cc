/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

#define SUIVI_MAX_ATTACHMENT_SIZE (16 * 1024 * 1024)

/**
 * SuiviAttachment:
 * @id: random UUID, the key in the workspace
 * @owner_id: key of what it belongs to: the answer to an item of a checklist
 * @name: base name of the file
 * @size: in bytes
 *
 * A file inside the workspace that anybody with the workspace can read: a policy, a risk assessment. What identifies a
 * child is sealed instead, see vault.h.
 */
typedef struct
{
  char *id;
  char *owner_id;
  char *name;
  guint size;
} SuiviAttachment;

gboolean   suivi_transaction_put_attachment    (SuiviTransaction  *self,
                                                const char        *owner_id,
                                                const char        *name,
                                                GBytes            *content,
                                                GError           **error);
gboolean   suivi_transaction_delete_attachment (SuiviTransaction  *self,
                                                const char        *id,
                                                GError           **error);
GPtrArray *suivi_store_list_attachments        (SuiviStore        *self,
                                                const char        *owner_id,
                                                GError           **error);
GBytes    *suivi_store_load_attachment         (SuiviStore        *self,
                                                const char        *id,
                                                GError           **error);
void       suivi_attachment_free               (SuiviAttachment   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviAttachment, suivi_attachment_free)

G_END_DECLS
