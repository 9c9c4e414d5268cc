/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/attachment.h"
#include "store/transaction-private.h"

/**
 * suivi_attachment_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_attachment_free (SuiviAttachment *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->owner_id);
  g_free (self->name);
  g_free (self);
}

/**
 * suivi_transaction_put_attachment:
 * @owner_id: key of what it belongs to
 * @name: base name of the file
 * @content: its content, at most %SUIVI_MAX_ATTACHMENT_SIZE bytes
 * @error: %SUIVI_STORE_ERROR_INVALID if it is too large
 *
 * Puts a copy of a file into the workspace.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_attachment (SuiviTransaction *self,
                                  const char *owner_id,
                                  const char *name,
                                  GBytes *content,
                                  GError **error)
{
  sqlite3_stmt *statement = NULL;
  g_autofree char *id = g_uuid_string_random ();
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (content, &size);

  if (size > SUIVI_MAX_ATTACHMENT_SIZE)
    {
      g_autofree char *limit = g_format_size (SUIVI_MAX_ATTACHMENT_SIZE);

      g_set_error (
        error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
        _ ("“%s” is too large: at most %s go into a workspace. Make it smaller, or write down where it "
           "is kept."),
        name, limit);
      return FALSE;
    }
  statement
    = suivi_store_prepare (self->store,
                           "INSERT INTO attachment (id, owner_id, name, content, changed_by, changed_at)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                           error);
  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, id);
  suivi_bind_text (statement, 2, owner_id);
  suivi_bind_text (statement, 3, name);
  sqlite3_bind_blob64 (statement, 4, size > 0 ? data : "", size, SQLITE_STATIC);
  suivi_bind_text (statement, 5, self->store->author);
  suivi_bind_text (statement, 6, self->now);

  return suivi_transaction_run (statement, error);
}

/**
 * suivi_transaction_delete_attachment:
 *
 * Takes a file out of the workspace. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_attachment (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM attachment WHERE id = ?1" };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_store_list_attachments:
 * @owner_id: key of what they belong to
 *
 * Returns: (transfer container) (element-type SuiviAttachment) (nullable): the files, by name, without their content;
 * %NULL on failure
 */
GPtrArray *
suivi_store_list_attachments (SuiviStore *self, const char *owner_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_attachment_free);
  sqlite3_stmt *statement = suivi_store_prepare (
    self, "SELECT id, owner_id, name, length (content) FROM attachment WHERE owner_id = ?1 ORDER BY name, id",
    error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, owner_id);
  for (;;)
    {
      SuiviAttachment *attachment = NULL;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      attachment = g_new0 (SuiviAttachment, 1);
      attachment->id = suivi_column_text (statement, 0);
      attachment->owner_id = suivi_column_text (statement, 1);
      attachment->name = suivi_column_text (statement, 2);
      attachment->size = sqlite3_column_int64 (statement, 3);
      g_ptr_array_add (list, attachment);
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&list);
}

/**
 * suivi_store_load_attachment:
 *
 * Returns: (transfer full) (nullable): the content of a file; %NULL with @error set if there is none with that key, or on
 * failure
 */
GBytes *
suivi_store_load_attachment (SuiviStore *self, const char *id, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self, "SELECT content FROM attachment WHERE id = ?1", error);
  GBytes *content = NULL;
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, id);
  if (!suivi_database_step (statement, &row, error))
    return NULL;
  if (row)
    content = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  else
    g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                         _ ("This file is not in the workspace any more."));
  sqlite3_reset (statement);

  return content;
}
