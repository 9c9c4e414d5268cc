/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is sealed: putting it in, listing it, opening it. Who can open it: vault-acts.c. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text/text.h"
#include "store/vault-private.h"

G_DEFINE_BOXED_TYPE (SuiviVaultKey, suivi_vault_key, suivi_vault_key_ref, suivi_vault_key_unref)

/**
 * suivi_vault_key_new:
 *
 * Returns: (transfer full): the opened secret key of a workspace
 */
SuiviVaultKey *
suivi_vault_key_new (SuiviSecret *secret, const char *holder, const char *holder_id)
{
  SuiviVaultKey *self = g_atomic_rc_box_new0 (SuiviVaultKey);

  self->secret = suivi_secret_ref (secret);
  self->holder = g_strdup (holder);
  self->holder_id = g_strdup (holder_id);

  return self;
}

/**
 * suivi_vault_key_ref:
 *
 * Returns: (transfer full): @self
 */
SuiviVaultKey *
suivi_vault_key_ref (SuiviVaultKey *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_key (gpointer data)
{
  SuiviVaultKey *self = data;

  suivi_secret_unref (self->secret);
  g_free (self->holder);
  g_free (self->holder_id);
}

/**
 * suivi_vault_key_unref:
 * @self: (nullable) (transfer full): an opened key; the last one to let go of it wipes it
 */
void
suivi_vault_key_unref (SuiviVaultKey *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_key);
}

/**
 * suivi_vault_key_get_holder:
 *
 * Returns: the name of who opened it
 */
const char *
suivi_vault_key_get_holder (SuiviVaultKey *self)
{
  return self->holder;
}

/**
 * suivi_holder_copy:
 *
 * Returns: (transfer full): a copy
 */
SuiviHolder *
suivi_holder_copy (const SuiviHolder *self)
{
  SuiviHolder *copy = g_new0 (SuiviHolder, 1);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->since = g_strdup (self->since);

  return copy;
}

/**
 * suivi_holder_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_holder_free (SuiviHolder *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->since);
  g_free (self);
}

/**
 * suivi_sealed_info_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_sealed_info_free (SuiviSealedInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->owner_id);
  g_free (self->field);
  g_free (self->sealed_by);
  g_free (self->sealed_at);
  g_free (self);
}

/**
 * suivi_column_bytes:
 *
 * Returns: (transfer full): a copy of a blob
 */
GBytes *
suivi_column_bytes (sqlite3_stmt *statement, int column)
{
  const void *data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (statement, column));
}

/**
 * suivi_vault_get_public_key:
 * @public_key: (out caller-allocates): what everything is sealed to
 * @exists: (out): whether the workspace has one: else nobody was set up yet
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_vault_get_public_key (SuiviStore *store,
                            guint8 public_key[SUIVI_SEAL_KEY_SIZE],
                            gboolean *exists,
                            GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (store, "SELECT public_key FROM vault", error);

  if (statement == NULL || !suivi_database_step (statement, exists, error))
    return FALSE;
  /* The schema says so, but whoever can write to the file need not keep to it. */
  if (*exists && sqlite3_column_bytes (statement, 0) != SUIVI_SEAL_KEY_SIZE)
    {
      sqlite3_reset (statement);
      suivi_database_set_error (NULL, SQLITE_CORRUPT, error);
      return FALSE;
    }
  if (*exists)
    memcpy (public_key, sqlite3_column_blob (statement, 0), SUIVI_SEAL_KEY_SIZE);
  sqlite3_reset (statement);

  return TRUE;
}

/**
 * suivi_vault_check_key:
 *
 * Sees whether what is sealed now is sealed to this key. If somebody exchanged the public key in the file, everything
 * would go to her; if the workspace was handed over meanwhile, the key is of no use.
 *
 * Returns: whether it is
 */
gboolean
suivi_vault_check_key (SuiviStore *store, SuiviVaultKey *key, GError **error)
{
  guint8 own[SUIVI_SEAL_KEY_SIZE] = { 0 };
  guint8 public_key[SUIVI_SEAL_KEY_SIZE] = { 0 };
  gboolean exists = FALSE;

  if (!suivi_vault_get_public_key (store, public_key, &exists, error)
      || !suivi_seal_get_public_key (key->secret, own, error))
    return FALSE;
  if (exists && memcmp (own, public_key, sizeof own) == 0)
    return TRUE;

  g_set_error_literal (
    error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED,
    _ ("The key of this workspace is another one now. Lock and unlock it; if this sentence comes "
       "again, somebody exchanged the key in the file: seal nothing more in it, and go back to a "
       "copy."));
  return FALSE;
}

/* Whether there is somebody, or something, that it can be sealed for. */
static gboolean
need_owner (SuiviStore *store, const char *owner_id, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (store,
                                                 "SELECT EXISTS (SELECT 1 FROM participant WHERE id = ?1)"
                                                 "    OR EXISTS (SELECT 1 FROM statement WHERE id = ?1)"
                                                 "    OR EXISTS (SELECT 1 FROM consultation WHERE id = ?1)",
                                                 error);
  gboolean exists = FALSE;

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, owner_id);
  if (!suivi_database_step (statement, NULL, error))
    return FALSE;
  exists = sqlite3_column_int (statement, 0);
  sqlite3_reset (statement);
  if (!exists)
    g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                         _ ("What this belongs to is not there any more."));

  return exists;
}

/**
 * suivi_vault_check_owners:
 * @error: %SUIVI_STORE_ERROR_CONFLICT
 *
 * What is sealed is no part of undo: a step that would leave it behind without whom it is about is not undone.
 *
 * Returns: whether everything that is sealed has an owner
 */
gboolean
suivi_vault_check_owners (SuiviStore *self, GError **error)
{
  gint64 orphans = 0;

  if (!suivi_database_get_int (self->db,
                               "SELECT EXISTS (SELECT 1 FROM sealed s WHERE NOT EXISTS"
                               "  (SELECT 1 FROM participant p WHERE p.id = s.owner_id) AND NOT EXISTS"
                               "  (SELECT 1 FROM statement t WHERE t.id = s.owner_id) AND NOT EXISTS"
                               "  (SELECT 1 FROM consultation c WHERE c.id = s.owner_id))",
                               &orphans, error))
    return FALSE;
  if (orphans != 0)
    g_set_error_literal (
      error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_CONFLICT,
      _ ("Something was sealed for this since, and what is sealed is no part of undo. Erase the "
         "code instead."));

  return orphans == 0;
}

/**
 * suivi_vault_drop_of:
 * @owner_id: key of who goes
 *
 * Drops everything that is sealed for it, unread.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_vault_drop_of (SuiviTransaction *transaction, const char *owner_id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM sealed WHERE owner_id = ?1" };

  return SUIVI_RUN_WITH_ID (transaction, statements, owner_id, error);
}

static gboolean
need_public_key (SuiviStore *store, guint8 public_key[SUIVI_SEAL_KEY_SIZE], GError **error)
{
  gboolean exists = FALSE;

  if (!suivi_vault_get_public_key (store, public_key, &exists, error))
    return FALSE;
  if (!exists)
    g_set_error_literal (
      error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
      _ ("Set up the safeguarding focal point first: until then nothing that identifies a child "
         "can be kept."));

  return exists;
}

static gboolean
put_sealed (SuiviTransaction *self,
            const char *owner_id,
            const char *field,
            GBytes *key,
            GBytes *body,
            GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (
    self->store,
    "INSERT INTO sealed (id, owner_id, field, key, body, changed_by, changed_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (owner_id, field) WHERE key IS NULL DO UPDATE SET (body, changed_by, changed_at)"
    "   = (excluded.body, excluded.changed_by, excluded.changed_at)",
    error);
  g_autofree char *id = g_uuid_string_random ();

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, id);
  suivi_bind_text (statement, 2, owner_id);
  suivi_bind_text (statement, 3, field);
  if (key != NULL)
    sqlite3_bind_blob64 (statement, 4, g_bytes_get_data (key, NULL), g_bytes_get_size (key), SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 5, g_bytes_get_data (body, NULL), g_bytes_get_size (body), SQLITE_STATIC);
  suivi_bind_text (statement, 6, self->store->author);
  suivi_bind_text (statement, 7, self->now);
  self->acted = TRUE;

  return suivi_transaction_run (statement, error);
}

/**
 * suivi_transaction_seal_value:
 * @owner_id: key of the participant, statement or consultation that it belongs to
 * @field: "name", "contact", "notes"
 * @text: what to seal; "" drops what is there
 * @error: %SUIVI_STORE_ERROR_INVALID if no focal point was set up
 *
 * Seals a value; it takes the place of an earlier one. No part of undo.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_seal_value (SuiviTransaction *self,
                              const char *owner_id,
                              const char *field,
                              const char *text,
                              GError **error)
{
  guint8 public_key[SUIVI_SEAL_KEY_SIZE] = { 0 };
  g_autoptr (GBytes) body = NULL;

  if (suivi_text_is_blank (text))
    {
      sqlite3_stmt *statement
        = suivi_store_prepare (self->store,
                               "DELETE FROM sealed WHERE owner_id = ?1 AND field = ?2 AND key IS NULL",
                               error);

      if (statement == NULL)
        return FALSE;
      suivi_bind_text (statement, 1, owner_id);
      suivi_bind_text (statement, 2, field);
      self->acted = TRUE;
      return suivi_transaction_run (statement, error);
    }

  if (!need_public_key (self->store, public_key, error) || !need_owner (self->store, owner_id, error))
    return FALSE;
  body = suivi_seal_value (public_key, text, strlen (text), error);

  return body != NULL && put_sealed (self, owner_id, field, NULL, body, error);
}

/**
 * suivi_transaction_seal_file:
 * @owner_id: key of the participant, statement or consultation that it belongs to
 * @field: "consent-form", "photograph", "drawing", "recording", "other"
 * @name: base name of the file; sealed, too
 * @data: its content
 * @size: in bytes, at most %SUIVI_SEAL_MAX_FILE_SIZE
 * @error: %SUIVI_STORE_ERROR_INVALID if no focal point was set up; %SUIVI_SEAL_ERROR_TOO_LARGE
 *
 * Seals a file beside those that are there. No part of undo.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_seal_file (SuiviTransaction *self,
                             const char *owner_id,
                             const char *field,
                             const char *name,
                             gconstpointer data,
                             gsize size,
                             GError **error)
{
  guint8 public_key[SUIVI_SEAL_KEY_SIZE] = { 0 };
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) body = NULL;

  return need_public_key (self->store, public_key, error) && need_owner (self->store, owner_id, error)
         && suivi_seal_file (public_key, name, data, size, &key, &body, error)
         && put_sealed (self, owner_id, field, key, body, error);
}

/**
 * suivi_transaction_drop_sealed:
 *
 * Drops one sealed value or file, unread. No part of undo. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_drop_sealed (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM sealed WHERE id = ?1" };

  self->acted = TRUE;

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_store_list_sealed:
 * @owner_id: key of a participant, statement or consultation
 *
 * Returns: (transfer container) (element-type SuiviSealedInfo) (nullable): what is sealed for it, by field and time; %NULL
 * on failure
 */
GPtrArray *
suivi_store_list_sealed (SuiviStore *self, const char *owner_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_sealed_info_free);
  sqlite3_stmt *statement = suivi_store_prepare (
    self,
    "SELECT id, owner_id, field, key IS NOT NULL, length (body), changed_by, changed_at"
    " FROM sealed WHERE owner_id = ?1 ORDER BY field, changed_at, id",
    error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, owner_id);
  for (;;)
    {
      SuiviSealedInfo *info = NULL;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      info = g_new0 (SuiviSealedInfo, 1);
      info->id = suivi_column_text (statement, 0);
      info->owner_id = suivi_column_text (statement, 1);
      info->field = suivi_column_text (statement, 2);
      info->is_file = sqlite3_column_int (statement, 3);
      info->size = sqlite3_column_int64 (statement, 4);
      info->sealed_by = suivi_column_text (statement, 5);
      info->sealed_at = suivi_column_text (statement, 6);
      g_ptr_array_add (list, info);
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&list);
}

static gboolean
read_sealed (SuiviStore *self, const char *id, GBytes **key, GBytes **body, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self, "SELECT key, body FROM sealed WHERE id = ?1", error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, id);
  if (!suivi_database_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *key = sqlite3_column_type (statement, 0) != SQLITE_NULL ? suivi_column_bytes (statement, 0) : NULL;
      *body = suivi_column_bytes (statement, 1);
    }
  else
    g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                         _ ("What was sealed here is not there any more."));
  sqlite3_reset (statement);

  return row;
}

/**
 * suivi_store_open_sealed:
 * @key: the opened key
 * @id: key of a sealed value or file
 * @name: (out) (optional): the name of the file; %NULL for a value
 * @error: %SUIVI_SEAL_ERROR_DAMAGED, %SUIVI_STORE_ERROR_READ_ONLY if the history cannot tell that it was opened, …
 *
 * Opens one sealed value or file. That it was opened, by whom and when stands in the history.
 *
 * Returns: (transfer full) (nullable): the content, in locked memory; %NULL on failure
 */
SuiviSecret *
suivi_store_open_sealed (SuiviStore *self,
                         SuiviVaultKey *key,
                         const char *id,
                         SuiviSecret **name,
                         GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (self, _ ("Open something sealed"), error);
  g_autoptr (GBytes) file_key = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SuiviSecret) file_name = NULL;
  g_autoptr (SuiviSecret) content = NULL;

  if (transaction == NULL || !suivi_vault_check_key (self, key, error)
      || !read_sealed (self, id, &file_key, &body, error))
    return NULL;
  content = file_key != NULL ? suivi_seal_open_file (key->secret, file_key, body, &file_name, error)
                             : suivi_seal_open_value (key->secret, body, error);
  if (content == NULL)
    return NULL;

  /* Told first, handed out then. */
  transaction->acted = TRUE;
  if (!suivi_transaction_commit (transaction, error))
    return NULL;
  if (name != NULL)
    *name = g_steal_pointer (&file_name);

  return g_steal_pointer (&content);
}
