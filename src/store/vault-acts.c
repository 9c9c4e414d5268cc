/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who can open what is sealed: setting up, handing over, passphrases. Each act is a line of the history. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text/text.h"
#include "store/consultation-store.h"
#include "store/vault-private.h"

/* After the second wrong passphrase in a row one has to wait: 2 s, 4 s, 8 s, … */
#define MAX_PAUSE_SECONDS 300

/* A row of the table holder. */
typedef struct
{
  char *name;
  GBytes *public_key;
  GBytes *by_passphrase;
  GBytes *by_recovery;
  GBytes *vault_key;
} HolderKeys;

static void
holder_keys_clear (HolderKeys *self)
{
  g_free (self->name);
  g_clear_pointer (&self->public_key, g_bytes_unref);
  g_clear_pointer (&self->by_passphrase, g_bytes_unref);
  g_clear_pointer (&self->by_recovery, g_bytes_unref);
  g_clear_pointer (&self->vault_key, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HolderKeys, holder_keys_clear)

static gboolean
read_holder (SuiviStore *self, const char *id, HolderKeys *keys, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (
    self, "SELECT name, public_key, by_passphrase, by_recovery, vault_key FROM holder WHERE id = ?1", error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, id);
  if (!suivi_database_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      keys->name = suivi_column_text (statement, 0);
      keys->public_key = suivi_column_bytes (statement, 1);
      keys->by_passphrase = suivi_column_bytes (statement, 2);
      keys->by_recovery = suivi_column_bytes (statement, 3);
      keys->vault_key = suivi_column_bytes (statement, 4);
      /* Whoever can write to the file can put anything there. */
      if (g_bytes_get_size (keys->public_key) != SUIVI_SEAL_KEY_SIZE)
        {
          suivi_database_set_error (NULL, SQLITE_CORRUPT, error);
          row = FALSE;
        }
    }
  else
    g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                         _ ("This person cannot open this workspace any more."));
  sqlite3_reset (statement);

  return row;
}

/**
 * suivi_store_list_holders:
 *
 * Returns: (transfer container) (element-type SuiviHolder) (nullable): who can open what is sealed, the first one first;
 * empty if nobody was set up yet; %NULL on failure
 */
GPtrArray *
suivi_store_list_holders (SuiviStore *self, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_holder_free);
  sqlite3_stmt *statement
    = suivi_store_prepare (self, "SELECT id, name, since FROM holder ORDER BY since, rowid", error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      SuiviHolder *holder = NULL;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      holder = g_new0 (SuiviHolder, 1);
      holder->id = suivi_column_text (statement, 0);
      holder->name = suivi_column_text (statement, 1);
      holder->since = suivi_column_text (statement, 2);
      g_ptr_array_add (list, holder);
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&list);
}

/**
 * suivi_holder_draft_free:
 * @self: (nullable) (transfer full): what to free; keys and words are wiped
 */
void
suivi_holder_draft_free (SuiviHolderDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_clear_pointer (&self->secret, suivi_secret_unref);
  g_clear_pointer (&self->words, suivi_secret_unref);
  g_clear_pointer (&self->by_passphrase, g_bytes_unref);
  g_clear_pointer (&self->by_recovery, g_bytes_unref);
  g_free (self);
}

/**
 * suivi_holder_draft_new:
 * @name: who shall be able to open what is sealed
 * @passphrase: her passphrase
 * @error: %SUIVI_SEAL_ERROR_WEAK if the passphrase is empty, %SUIVI_STORE_ERROR_INVALID if the name is
 *
 * Makes keys and recovery words for a person. It takes half a second, and touches no workspace: any thread may do it.
 *
 * Returns: (transfer full) (nullable): the person, to be confirmed; %NULL on failure
 */
SuiviHolderDraft *
suivi_holder_draft_new (const char *name, SuiviSecret *passphrase, GError **error)
{
  g_autoptr (SuiviHolderDraft) self = NULL;

  if (!suivi_refuse_blank (name, _ ("Say who this is: the name is empty."), error))
    return NULL;

  self = g_new0 (SuiviHolderDraft, 1);
  self->name = g_strstrip (g_strdup (name));
  if (!suivi_seal_make_keys (self->public_key, &self->secret, error))
    return NULL;
  self->by_passphrase = suivi_seal_wrap (self->secret, passphrase, error);
  if (self->by_passphrase == NULL)
    return NULL;
  self->by_recovery = suivi_seal_wrap_for_recovery (self->secret, &self->words, error);

  return self->by_recovery != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * suivi_holder_draft_get_name:
 *
 * Returns: who it is
 */
const char *
suivi_holder_draft_get_name (SuiviHolderDraft *self)
{
  return self->name;
}

/**
 * suivi_holder_draft_get_words:
 *
 * Returns: (transfer none): her recovery words, separated by spaces: for paper
 */
SuiviSecret *
suivi_holder_draft_get_words (SuiviHolderDraft *self)
{
  return self->words;
}

/**
 * suivi_holder_draft_confirm:
 * @words: what she typed from her sheet
 * @error: %SUIVI_SEAL_ERROR_BAD_WORDS, %SUIVI_SEAL_ERROR_WRONG_KEY
 *
 * Sees whether the recovery words are on paper for sure: they must open her key. Without it the set-up does not end.
 *
 * Returns: whether they do
 */
gboolean
suivi_holder_draft_confirm (SuiviHolderDraft *self, SuiviSecret *words, GError **error)
{
  g_autoptr (SuiviSecret) opened = suivi_seal_unwrap_with_recovery (self->by_recovery, words, error);

  self->confirmed = opened != NULL;

  return self->confirmed;
}

/* Seals the secret key of the workspace to a person. */
static gboolean
put_holder (SuiviTransaction *transaction, SuiviHolderDraft *draft, SuiviSecret *vault_secret, GError **error)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GBytes) vault_key = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *today = suivi_store_get_today (transaction->store);

  if (!draft->confirmed)
    {
      g_set_error_literal (
        error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
        _ ("Type the recovery words from the sheet first: without them nobody could help if the "
           "passphrase is forgotten."));
      return FALSE;
    }
  vault_key = suivi_seal_value (draft->public_key, suivi_secret_get_data (vault_secret),
                                suivi_secret_get_size (vault_secret), error);
  if (vault_key == NULL)
    return FALSE;
  statement
    = suivi_store_prepare (transaction->store,
                           "INSERT INTO holder (id, name, since, public_key, by_passphrase, by_recovery,"
                           "                    vault_key, changed_by, changed_at)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                           error);
  if (statement == NULL)
    return FALSE;
#define BIND_BYTES(place, bytes)                                                                   \
  sqlite3_bind_blob64 (statement, place, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), \
                       SQLITE_STATIC)
  suivi_bind_text (statement, 1, id);
  suivi_bind_text (statement, 2, draft->name);
  suivi_bind_text (statement, 3, today);
  sqlite3_bind_blob (statement, 4, draft->public_key, SUIVI_SEAL_KEY_SIZE, SQLITE_STATIC);
  BIND_BYTES (5, draft->by_passphrase);
  BIND_BYTES (6, draft->by_recovery);
  BIND_BYTES (7, vault_key);
  suivi_bind_text (statement, 8, transaction->store->author);
  suivi_bind_text (statement, 9, transaction->now);
  transaction->acted = TRUE;

  return suivi_transaction_run (statement, error);
}

static gboolean
put_public_key (SuiviTransaction *transaction, const guint8 public_key[SUIVI_SEAL_KEY_SIZE], GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (transaction->store,
                           "INSERT INTO vault (id, public_key, changed_by, changed_at) VALUES (1, ?1, ?2, ?3)"
                           " ON CONFLICT (id) DO UPDATE SET (public_key, changed_by, changed_at)"
                           "   = (excluded.public_key, excluded.changed_by, excluded.changed_at)",
                           error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_blob (statement, 1, public_key, SUIVI_SEAL_KEY_SIZE, SQLITE_STATIC);
  suivi_bind_text (statement, 2, transaction->store->author);
  suivi_bind_text (statement, 3, transaction->now);

  return suivi_transaction_run (statement, error);
}

/**
 * suivi_store_set_up_vault:
 * @holder: the safeguarding focal point, confirmed
 * @error: %SUIVI_STORE_ERROR_INVALID if she is not confirmed, or somebody is set up already
 *
 * Makes the keys of the workspace and gives them to the first person.
 *
 * Returns: %FALSE on failure: nothing changed
 */
gboolean
suivi_store_set_up_vault (SuiviStore *self, SuiviHolderDraft *holder, GError **error)
{
  g_autoptr (SuiviTransaction) transaction
             = suivi_store_begin (self, _ ("Set up the safeguarding focal point"), error);
  guint8 public_key[SUIVI_SEAL_KEY_SIZE] = { 0 };
  g_autoptr (SuiviSecret) secret = NULL;
  gboolean exists = FALSE;

  if (transaction == NULL || !suivi_vault_get_public_key (self, public_key, &exists, error))
    return FALSE;
  if (exists)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                           _ ("This workspace has a safeguarding focal point already."));
      return FALSE;
    }

  return suivi_seal_make_keys (public_key, &secret, error) && put_public_key (transaction, public_key, error)
         && put_holder (transaction, holder, secret, error) && suivi_transaction_commit (transaction, error);
}

/**
 * suivi_store_add_holder:
 * @key: the opened key
 * @holder: a second person, confirmed
 *
 * Lets one more person open what is sealed, with her own passphrase.
 *
 * Returns: %FALSE on failure: nothing changed
 */
gboolean
suivi_store_add_holder (SuiviStore *self, SuiviVaultKey *key, SuiviHolderDraft *holder, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (self, _ ("Add a second focal person"), error);

  return transaction != NULL && suivi_vault_check_key (self, key, error)
         && put_holder (transaction, holder, key->secret, error)
         && suivi_transaction_commit (transaction, error);
}

/* Seals one column of a table anew, row by row: what is sealed with a key of its own needs only that key. */
static gboolean
seal_rows_again (SuiviTransaction *transaction,
                 const char *list,
                 const char *update_sql,
                 SuiviSecret *old_secret,
                 const guint8 public_key[SUIVI_SEAL_KEY_SIZE],
                 GError **error)
{
  SuiviStore *store = transaction->store;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  sqlite3_stmt *statement = suivi_store_prepare (store, list, error);
  sqlite3_stmt *update = suivi_store_prepare (store, update_sql, error);
  gboolean row = FALSE;

  if (statement == NULL || update == NULL)
    return FALSE;
  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      g_ptr_array_add (ids, suivi_column_text (statement, 0));
      g_ptr_array_add (boxes, suivi_column_bytes (statement, 1));
    }
  sqlite3_reset (statement);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) again
                 = suivi_seal_again (old_secret, g_ptr_array_index (boxes, i), public_key, &local);

      /* One that is damaged stays as it is: it opens for nobody, and must not keep the others from being handed
       * over. */
      if (g_error_matches (local, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED))
        continue;
      if (again == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      suivi_bind_text (update, 1, g_ptr_array_index (ids, i));
      sqlite3_bind_blob64 (update, 2, g_bytes_get_data (again, NULL), g_bytes_get_size (again),
                           SQLITE_STATIC);
      if (!suivi_transaction_run (update, error))
        return FALSE;
    }

  return TRUE;
}

/* Gives the new secret key to everybody who stays. */
static gboolean
give_to_holders (SuiviTransaction *transaction, SuiviSecret *secret, GError **error)
{
  g_autoptr (GPtrArray) holders = suivi_store_list_holders (transaction->store, error);
  sqlite3_stmt *update
    = suivi_store_prepare (transaction->store, "UPDATE holder SET vault_key = ?2 WHERE id = ?1", error);

  if (holders == NULL || update == NULL)
    return FALSE;
  for (guint i = 0; i < holders->len; i++)
    {
      const SuiviHolder *holder = g_ptr_array_index (holders, i);
      g_auto (HolderKeys) keys = { NULL };
      g_autoptr (GBytes) box = NULL;

      if (!read_holder (transaction->store, holder->id, &keys, error))
        return FALSE;
      box = suivi_seal_value (g_bytes_get_data (keys.public_key, NULL), suivi_secret_get_data (secret),
                              suivi_secret_get_size (secret), error);
      if (box == NULL)
        return FALSE;
      suivi_bind_text (update, 1, holder->id);
      sqlite3_bind_blob64 (update, 2, g_bytes_get_data (box, NULL), g_bytes_get_size (box), SQLITE_STATIC);
      if (!suivi_transaction_run (update, error))
        return FALSE;
    }

  return TRUE;
}

/* Takes a person out, and makes new keys: what she knows opens nothing any more. */
static gboolean
replace_keys (SuiviTransaction *transaction,
              SuiviVaultKey *key,
              const char *leaving_id,
              SuiviHolderDraft *successor,
              GError **error)
{
  static const char *const statements[] = { "DELETE FROM holder WHERE id = ?1" };
  guint8 public_key[SUIVI_SEAL_KEY_SIZE] = { 0 };
  g_autoptr (SuiviSecret) secret = NULL;

  transaction->acted = TRUE;

  return suivi_seal_make_keys (public_key, &secret, error)
         && SUIVI_RUN_WITH_ID (transaction, statements, leaving_id, error)
         && seal_rows_again (transaction, "SELECT id, body FROM sealed WHERE key IS NULL",
                             "UPDATE sealed SET body = ?2 WHERE id = ?1", key->secret, public_key, error)
         && seal_rows_again (transaction, "SELECT id, key FROM sealed WHERE key IS NOT NULL",
                             "UPDATE sealed SET key = ?2 WHERE id = ?1", key->secret, public_key, error)
         && give_to_holders (transaction, secret, error) && put_public_key (transaction, public_key, error)
         && (successor == NULL || put_holder (transaction, successor, secret, error));
}

static gboolean
replace_and_compact (SuiviStore *self,
                     const char *label,
                     SuiviVaultKey *key,
                     const char *leaving_id,
                     SuiviHolderDraft *successor,
                     GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (self, label, error);

  if (transaction == NULL || !suivi_vault_check_key (self, key, error)
      || !replace_keys (transaction, key, leaving_id, successor, error)
      || !suivi_store_note_compact (self, error) || !suivi_transaction_commit (transaction, error))
    return FALSE;
  g_clear_pointer (&transaction, suivi_transaction_free);
  suivi_store_compact (self);

  return TRUE;
}

/**
 * suivi_store_remove_holder:
 * @key: the opened key; of no use afterwards
 * @holder_id: who shall not be able to open it any more
 * @error: %SUIVI_STORE_ERROR_INVALID if she is the only one
 *
 * Takes a person out. Everything is sealed anew, so that her passphrase and her words open nothing in the file.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_store_remove_holder (SuiviStore *self, SuiviVaultKey *key, const char *holder_id, GError **error)
{
  g_autoptr (GPtrArray) holders = suivi_store_list_holders (self, error);

  if (holders == NULL)
    return FALSE;
  if (holders->len < 2)
    {
      g_set_error_literal (
        error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
        _ ("Somebody must be able to open what is sealed. Hand over to a successor instead."));
      return FALSE;
    }

  return replace_and_compact (self, _ ("Remove a focal person"), key, holder_id, NULL, error);
}

/**
 * suivi_store_hand_over:
 * @key: the opened key of who leaves; of no use afterwards
 * @successor: who takes over, confirmed
 *
 * Hands over to a successor: she takes the place of who opened @key. Everything is sealed anew.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_store_hand_over (SuiviStore *self, SuiviVaultKey *key, SuiviHolderDraft *successor, GError **error)
{
  return replace_and_compact (self, _ ("Hand over to a new focal point"), key, key->holder_id, successor,
                              error);
}

/* Refuses to try while the pause after wrong passphrases lasts. */
static gboolean
may_try (SuiviStore *self, GError **error)
{
  gint64 left = self->wait_until - g_get_monotonic_time ();
  guint seconds = left > 0 ? (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : 0;

  if (seconds == 0)
    return TRUE;

  g_set_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WAIT,
               ngettext ("Several passphrases were wrong. Wait %u second, then try again.",
                         "Several passphrases were wrong. Wait %u seconds, then try again.", seconds),
               seconds);
  return FALSE;
}

static void
note_try (SuiviStore *self, const GError *error)
{
  if (error == NULL)
    {
      self->n_wrong = 0;
      self->wait_until = 0;
    }
  else if (g_error_matches (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY))
    {
      self->n_wrong++;
      if (self->n_wrong > 1)
        {
          guint seconds
            = self->n_wrong > 9 ? MAX_PAUSE_SECONDS : MIN (1U << (self->n_wrong - 1), MAX_PAUSE_SECONDS);

          self->wait_until = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
        }
    }
}

/* Opens a person's own secret key. */
static SuiviSecret *
open_holder (SuiviStore *self, HolderKeys *keys, SuiviSecret *passphrase, SuiviSecret *words, GError **error)
{
  g_autoptr (GError) local = NULL;
  SuiviSecret *secret = NULL;

  if (!may_try (self, error))
    return NULL;
  secret = passphrase != NULL ? suivi_seal_unwrap (keys->by_passphrase, passphrase, &local)
                              : suivi_seal_unwrap_with_recovery (keys->by_recovery, words, &local);
  note_try (self, local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return secret;
}

static gboolean
set_passphrase (SuiviStore *self,
                const char *label,
                const char *holder_id,
                SuiviSecret *old_passphrase,
                SuiviSecret *words,
                SuiviSecret *new_passphrase,
                GError **error)
{
  g_auto (HolderKeys) keys = { NULL };
  g_autoptr (SuiviSecret) secret = NULL;
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  sqlite3_stmt *statement = NULL;

  if (!read_holder (self, holder_id, &keys, error))
    return FALSE;
  secret = open_holder (self, &keys, old_passphrase, words, error);
  if (secret == NULL)
    return FALSE;
  wrapped = suivi_seal_wrap (secret, new_passphrase, error);
  if (wrapped == NULL)
    return FALSE;

  transaction = suivi_store_begin (self, label, error);
  if (transaction == NULL)
    return FALSE;
  statement = suivi_store_prepare (self, "UPDATE holder SET by_passphrase = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, holder_id);
  sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (wrapped, NULL), g_bytes_get_size (wrapped),
                       SQLITE_STATIC);
  transaction->acted = TRUE;
  /* The key under the old passphrase shall be nowhere in the file. */
  if (!suivi_transaction_run (statement, error) || !suivi_store_note_compact (self, error)
      || !suivi_transaction_commit (transaction, error))
    return FALSE;
  g_clear_pointer (&transaction, suivi_transaction_free);
  suivi_store_compact (self);

  return TRUE;
}

/**
 * suivi_store_change_passphrase:
 * @holder_id: whose
 * @old_passphrase: the one she has
 * @new_passphrase: the one she wants
 * @error: %SUIVI_SEAL_ERROR_WRONG_KEY, _WAIT, _WEAK, …
 *
 * Returns: %FALSE on failure: the old one stays
 */
gboolean
suivi_store_change_passphrase (SuiviStore *self,
                               const char *holder_id,
                               SuiviSecret *old_passphrase,
                               SuiviSecret *new_passphrase,
                               GError **error)
{
  return set_passphrase (self, _ ("Change a passphrase"), holder_id, old_passphrase, NULL, new_passphrase,
                         error);
}

/**
 * suivi_store_recover_passphrase:
 * @holder_id: whose
 * @words: her recovery words
 * @new_passphrase: the one she wants
 * @error: %SUIVI_SEAL_ERROR_BAD_WORDS, _WRONG_KEY, _WAIT, _WEAK, …
 *
 * Sets a new passphrase for who forgot the old one.
 *
 * Returns: %FALSE on failure: the old one stays
 */
gboolean
suivi_store_recover_passphrase (SuiviStore *self,
                                const char *holder_id,
                                SuiviSecret *words,
                                SuiviSecret *new_passphrase,
                                GError **error)
{
  return set_passphrase (self, _ ("Set a new passphrase with the recovery words"), holder_id, NULL, words,
                         new_passphrase, error);
}

/**
 * suivi_store_unlock:
 * @holder_id: who
 * @passphrase: her passphrase
 * @error: %SUIVI_SEAL_ERROR_WRONG_KEY; _WAIT after several wrong ones; %SUIVI_STORE_ERROR_READ_ONLY: what the history
 *   cannot tell is not opened
 *
 * Opens the secret key of the workspace. Takes half a second, whether the passphrase is right or wrong.
 *
 * Returns: (transfer full) (nullable): the opened key; %NULL on failure
 */
SuiviVaultKey *
suivi_store_unlock (SuiviStore *self, const char *holder_id, SuiviSecret *passphrase, GError **error)
{
  g_auto (HolderKeys) keys = { NULL };
  g_autoptr (SuiviSecret) secret = NULL;
  g_autoptr (SuiviSecret) vault_secret = NULL;
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;

  if (!read_holder (self, holder_id, &keys, error))
    return NULL;
  secret = open_holder (self, &keys, passphrase, NULL, error);
  if (secret == NULL)
    return NULL;
  vault_secret = suivi_seal_open_value (secret, keys.vault_key, error);
  if (vault_secret == NULL)
    return NULL;

  key = suivi_vault_key_new (vault_secret, keys.name, holder_id);
  if (!suivi_vault_check_key (self, key, error))
    return NULL;

  transaction = suivi_store_begin (self, _ ("Unlock what is sealed"), error);
  if (transaction == NULL)
    return NULL;
  transaction->acted = TRUE;
  if (!suivi_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&key);
}
