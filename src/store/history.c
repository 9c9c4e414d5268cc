/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The history: one line per step, each with the hash of the line before, so that nothing can be changed or
 * taken out unseen. A step's changes are an SQLite changeset; undo applies its inverse, redo applies it
 * again, both strictly: they happen only if everything they touch is as the step left it. Undo and redo are
 * lines of the history, too, and what can be undone is found by reading it from the start.
 *
 * A step that adds very many recommendations keeps only the keys of most of them ("added": the time of the step, then 16
 * bytes for each UUID), because a copy of the rows would double the file. Undo deletes them if nobody touched them
 * since; there is no redo then: the file can be imported again.
 *
 * The chain covers the checksum of the changes, not the changes: the content of a step can be erased without
 * breaking the chain.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/schema.h"
#include "store/store-private.h"
#include "store/vault-private.h"

/* More steps than anybody will ever do, and safe from overflow. */
#define MAX_SEQUENCE (G_GINT64_CONSTANT (1) << 40)

#define TIME_SIZE    24 /* of "2026-11-22T09:30:00.123Z" */
#define UUID_LENGTH  36

static void
hash_text (GChecksum *checksum, const char *text)
{
  /* With its length in front, so that "ab" + "c" is not "a" + "bc". */
  g_autofree char *length = g_strdup_printf ("%zu:", text != NULL ? strlen (text) : 0);

  g_checksum_update (checksum, (const guchar *) length, -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

/* Of the changes and the keys of what was added, one after the other. */
static char *
hash_changes (gconstpointer changes, gsize size, gconstpointer added, gsize added_size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, changes, size);
  g_checksum_update (checksum, added, added_size);

  return g_strdup (g_checksum_get_string (checksum));
}

static char *
hash_entry (const char *previous,
            gint64 sequence,
            const char *kind,
            gint64 target,
            const char *label,
            const char *author,
            const char *organisation,
            const char *at,
            const char *changes_sha256)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *numbers = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, sequence, target);

  hash_text (checksum, previous);
  hash_text (checksum, numbers);
  hash_text (checksum, kind);
  hash_text (checksum, label);
  hash_text (checksum, author);
  hash_text (checksum, organisation);
  hash_text (checksum, at);
  hash_text (checksum, changes_sha256);

  return g_strdup (g_checksum_get_string (checksum));
}

static void
stack_push (GArray *stack, gint64 sequence)
{
  g_array_append_val (stack, sequence);
}

static void
stack_remove (GArray *stack, gint64 sequence)
{
  for (guint i = stack->len; i > 0; i--)
    {
      if (g_array_index (stack, gint64, i - 1) == sequence)
        {
          g_array_remove_index (stack, i - 1);
          return;
        }
    }
}

static gint64
stack_top (GArray *stack)
{
  return stack->len > 0 ? g_array_index (stack, gint64, stack->len - 1) : 0;
}

/* What can be done with the changes of a step: all of it, undo alone, or nothing. */
typedef enum
{
  CHANGES_GONE, /* there never were any, or they were erased */
  CHANGES_ONCE, /* they can be taken back, but not made again */
  CHANGES_WHOLE,
} Changes;

/* As a number, from a row of the history that is called t. */
#define CHANGES_OF_T "CASE WHEN t.changes IS NULL THEN 0 WHEN t.added IS NOT NULL THEN 1 ELSE 2 END"

static void
follow_entry (SuiviStore *self, const char *kind, gint64 sequence, gint64 target, Changes changes)
{
  if (g_str_equal (kind, "undo"))
    {
      stack_remove (self->undo_stack, target);
      if (changes == CHANGES_WHOLE)
        stack_push (self->redo_stack, target);
      else
        g_array_set_size (self->redo_stack, 0);
    }
  else if (g_str_equal (kind, "redo"))
    {
      stack_remove (self->redo_stack, target);
      if (changes != CHANGES_GONE)
        stack_push (self->undo_stack, target);
    }
  else
    {
      if (changes != CHANGES_GONE)
        stack_push (self->undo_stack, sequence);
      /* Also after an act without changes: what was undone before a child took everything back, or was erased, is not
       * done again. */
      g_array_set_size (self->redo_stack, 0);
    }
}

static gboolean
read_label (SuiviStore *self, gint64 sequence, char **label, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean row = FALSE;

  g_clear_pointer (label, g_free);
  if (sequence == 0)
    return TRUE;

  statement = suivi_store_prepare (self, "SELECT label FROM history WHERE sequence = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  if (!suivi_database_step (statement, &row, error))
    return FALSE;
  if (row)
    *label = suivi_column_text (statement, 0);
  sqlite3_reset (statement);

  return TRUE;
}

static gboolean
read_labels (SuiviStore *self, GError **error)
{
  return read_label (self, stack_top (self->undo_stack), &self->undo_label, error)
         && read_label (self, stack_top (self->redo_stack), &self->redo_label, error);
}

/**
 * suivi_history_load:
 *
 * Reads from the history what can be undone and redone.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_history_load (SuiviStore *self, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (
    self,
    "SELECT sequence, kind, target, hash,"
    "       (SELECT " CHANGES_OF_T " FROM history t"
    "        WHERE t.sequence = CASE h.kind WHEN 'do' THEN h.sequence ELSE h.target END)"
    " FROM history h ORDER BY sequence",
    error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  self->sequence = 0;
  g_free (self->last_hash);
  self->last_hash = g_strdup ("");
  g_array_set_size (self->undo_stack, 0);
  g_array_set_size (self->redo_stack, 0);

  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;

      /* Lines are numbered without a gap, and the kind is never missing, unless somebody forged the file. */
      if (sqlite3_column_int64 (statement, 0) <= self->sequence
          || sqlite3_column_int64 (statement, 0) > MAX_SEQUENCE || sqlite3_column_text (statement, 1) == NULL)
        {
          sqlite3_reset (statement);
          suivi_database_set_error (NULL, SQLITE_CORRUPT, error);
          return FALSE;
        }
      self->sequence = sqlite3_column_int64 (statement, 0);
      follow_entry (self, (const char *) sqlite3_column_text (statement, 1), self->sequence,
                    sqlite3_column_int64 (statement, 2), sqlite3_column_int (statement, 4));
      g_free (self->last_hash);
      self->last_hash = suivi_column_text (statement, 3);
    }
  sqlite3_reset (statement);

  return read_labels (self, error);
}

/**
 * suivi_history_refresh:
 *
 * To be called inside a transaction: reads the history anew if another program has added to it.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_history_refresh (SuiviStore *self, GError **error)
{
  gint64 sequence = 0;

  if (!suivi_database_get_int (self->db, "SELECT max (sequence) FROM history", &sequence, error))
    return FALSE;

  return sequence == self->sequence || suivi_history_load (self, error);
}

static gboolean
read_changes (SuiviStore *self, gint64 sequence, Changes *changes, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self, "SELECT " CHANGES_OF_T " FROM history t WHERE t.sequence = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  if (!suivi_database_step (statement, NULL, error))
    return FALSE;
  *changes = sqlite3_column_int (statement, 0);
  sqlite3_reset (statement);

  return TRUE;
}

/**
 * suivi_history_append:
 * @kind: "do", "undo" or "redo"
 * @target: for undo and redo, the step concerned
 * @changes: (nullable): the changeset of a "do"; %NULL for an act that no undo takes back, such as an erasure
 * @size: its bytes
 * @added: (nullable): the keys of new recommendations that are not in @changes
 *
 * Writes a line, inside the transaction that it tells about. The stacks follow only after the commit: the
 * caller calls suivi_history_load() if that fails.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_history_append (SuiviStore *self,
                      const char *kind,
                      gint64 target,
                      const char *label,
                      gconstpointer changes,
                      gsize size,
                      GByteArray *added,
                      GError **error)
{
  sqlite3_stmt *statement = NULL;
  gint64 sequence = self->sequence + 1;
  Changes left = CHANGES_GONE;
  g_autofree char *now = suivi_store_now ();
  g_autofree char *sha256
    = hash_changes (changes, size, added != NULL ? added->data : NULL, added != NULL ? added->len : 0);
  g_autofree char *hash = hash_entry (self->last_hash, sequence, kind, target, label, self->author,
                                      self->organisation, now, sha256);

  statement
    = suivi_store_prepare (self,
                           "INSERT INTO history (sequence, kind, target, label, author, organisation, at,"
                           "                     changes, changes_sha256, hash, added)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                           error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, sequence);
  suivi_bind_text (statement, 2, kind);
  sqlite3_bind_int64 (statement, 3, target);
  suivi_bind_text (statement, 4, label);
  suivi_bind_text (statement, 5, self->author);
  suivi_bind_text (statement, 6, self->organisation);
  suivi_bind_text (statement, 7, now);
  /* Empty, not missing, where all that a step did is in `added`. */
  if (changes != NULL || added != NULL)
    sqlite3_bind_blob64 (statement, 8, changes != NULL ? changes : "", size, SQLITE_STATIC);
  suivi_bind_text (statement, 9, sha256);
  suivi_bind_text (statement, 10, hash);
  if (added != NULL)
    sqlite3_bind_blob64 (statement, 11, added->data, added->len, SQLITE_STATIC);
  if (!suivi_database_step (statement, NULL, error))
    return FALSE;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  if (!read_changes (self, target > 0 ? target : sequence, &left, error))
    return FALSE;
  follow_entry (self, kind, sequence, target, left);
  self->sequence = sequence;
  g_free (self->last_hash);
  self->last_hash = g_steal_pointer (&hash);

  return read_labels (self, error);
}

/* Whether a row of a changeset has one of the keys in any column, before the change or after it. If so, the key of the row
 * itself is added: an update holds only the key and what it changed. */
static gboolean
row_mentions (sqlite3_changeset_iter *iter, GHashTable *keys)
{
  const char *table = NULL;
  unsigned char *is_key = NULL;
  const char *own = NULL;
  gboolean found = FALSE;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  sqlite3changeset_pk (iter, &is_key, NULL);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *values[2] = { NULL, NULL };

      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iter, i, &values[0]);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iter, i, &values[1]);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          const char *text = NULL;

          if (values[j] == NULL || sqlite3_value_type (values[j]) != SQLITE_TEXT)
            continue;
          text = (const char *) sqlite3_value_text (values[j]);
          found |= g_hash_table_contains (keys, text);
          if (is_key[i])
            own = text;
        }
    }
  if (found && own != NULL && !g_hash_table_contains (keys, own))
    g_hash_table_add (keys, g_strdup (own));

  return found;
}

/* Whether a changeset touches a row that has one of the keys; the keys of such rows are added. */
static gboolean
mentions (const void *changes, int size, GHashTable *keys, gboolean *found, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int code = sqlite3changeset_start (&iter, size, (void *) changes);

  *found = FALSE;
  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    *found |= row_mentions (iter, keys);
  if (iter != NULL)
    code = sqlite3changeset_finalize (iter);
  if (code != SQLITE_OK)
    suivi_database_set_error (NULL, code, error);

  return code == SQLITE_OK;
}

/* One reading of the history. */
static gboolean
find_steps (SuiviStore *self, GHashTable *keys, GArray *steps, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (
    self, "SELECT sequence, changes FROM history WHERE length (changes) > 0 ORDER BY sequence", error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  g_array_set_size (steps, 0);
  for (;;)
    {
      gint64 sequence = 0;
      gboolean found = FALSE;

      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      sequence = sqlite3_column_int64 (statement, 0);
      if (!mentions (sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1), keys, &found,
                     error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      if (found)
        g_array_append_val (steps, sequence);
    }
  sqlite3_reset (statement);

  return TRUE;
}

/**
 * suivi_history_erase:
 * @keys: (element-type utf8): a set of keys of records; the keys of all records that ever referred to them are added
 * @n_steps: (out): how many steps lost their content
 *
 * Erases the content of every step that touched one of the records, or one that ever referred to them, inside a
 * transaction. The lines stay, and so does the chain; such a step can be neither undone nor redone.
 * suivi_history_load() follows.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_history_erase (SuiviStore *self, GHashTable *keys, guint *n_steps, GError **error)
{
  sqlite3_stmt *update
    = suivi_store_prepare (self, "UPDATE history SET changes = NULL WHERE sequence = ?1", error);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_keys = 0;

  if (update == NULL)
    return FALSE;

  /* Something may refer to what an earlier step turns out to have held: read until no key is new. */
  do
    {
      n_keys = g_hash_table_size (keys);
      if (!find_steps (self, keys, steps, error))
        return FALSE;
    }
  while (g_hash_table_size (keys) > n_keys);

  for (guint i = 0; i < steps->len; i++)
    {
      sqlite3_bind_int64 (update, 1, g_array_index (steps, gint64, i));
      if (!suivi_database_step (update, NULL, error))
        return FALSE;
      sqlite3_reset (update);
    }
  *n_steps = steps->len;

  return TRUE;
}

static void
set_conflict (GError **error)
{
  g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_CONFLICT,
                       _ ("What this step changed is different now. Nothing was undone or redone."));
}

/**
 * suivi_history_pack_key:
 * @id: a UUID, "f314dddf-cbec-5730-a42c-795c134cb4f5"
 * @key: (out caller-allocates): %SUIVI_HISTORY_KEY_SIZE bytes
 *
 * Returns: whether @id is a UUID in lower case, which unpacking gives back
 */
gboolean
suivi_history_pack_key (const char *id, guint8 *key)
{
  const char *p = id;

  if (strlen (id) != UUID_LENGTH)
    return FALSE;
  for (gsize i = 0; i < SUIVI_HISTORY_KEY_SIZE; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        {
          if (*p++ != '-')
            return FALSE;
        }
      if (!g_ascii_isxdigit (p[0]) || !g_ascii_isxdigit (p[1]) || g_ascii_isupper (p[0])
          || g_ascii_isupper (p[1]))
        return FALSE;
      key[i] = g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]);
      p += 2;
    }

  return TRUE;
}

static char *
unpack_key (const guint8 *key)
{
  GString *id = g_string_sized_new (UUID_LENGTH + 1);

  for (gsize i = 0; i < SUIVI_HISTORY_KEY_SIZE; i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", key[i]);

  return g_string_free (id, FALSE);
}

static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  /* Something is not as the step left it: better no undo than half of one. */
  return SQLITE_CHANGESET_ABORT;
}

/* Without a savepoint of its own: the step is a transaction anyway, and inside a savepoint each row takes longer than
 * the one before. */
static int
apply_changeset (SuiviStore *self, int size, void *changes)
{
  return sqlite3changeset_apply_v2 (self->db, size, changes, NULL, conflict_cb, NULL, NULL, NULL,
                                    SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
}

/* Deletes what a step added, if it is as the step left it: its time of change is the step's. */
static gboolean
delete_added (SuiviStore *self, const guint8 *added, gsize size, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self, "DELETE FROM recommendation WHERE id = ?1 AND changed_at = ?2", error);
  g_autofree char *at = g_strndup ((const char *) added, MIN (size, TIME_SIZE));

  /* Parts may go before or after their whole. */
  if (statement == NULL || !suivi_database_exec (self->db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;

  for (gsize i = TIME_SIZE; i + SUIVI_HISTORY_KEY_SIZE <= size; i += SUIVI_HISTORY_KEY_SIZE)
    {
      g_autofree char *id = unpack_key (added + i);

      suivi_bind_text (statement, 1, id);
      suivi_bind_text (statement, 2, at);
      if (!suivi_database_step (statement, NULL, error))
        return FALSE;
      sqlite3_reset (statement);
      if (sqlite3_changes (self->db) != 1)
        {
          set_conflict (error);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
apply_changes (SuiviStore *self, gint64 target, gboolean invert, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self, "SELECT changes, changes_sha256, added FROM history WHERE sequence = ?1",
                           error);
  const void *added = NULL;
  int added_size = 0;
  g_autofree char *sha256 = NULL;
  const void *changes = NULL;
  void *inverse = NULL;
  int size = 0;
  int inverse_size = 0;
  int code = SQLITE_OK;
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, target);
  if (!suivi_database_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      changes = sqlite3_column_blob (statement, 0);
      size = sqlite3_column_bytes (statement, 0);
      added = sqlite3_column_blob (statement, 2);
      added_size = sqlite3_column_bytes (statement, 2);
    }
  sha256 = hash_changes (changes, size, added, added_size);
  if (changes == NULL || g_strcmp0 (sha256, (const char *) sqlite3_column_text (statement, 1)) != 0)
    {
      code = SQLITE_CORRUPT;
    }
  else if (added != NULL && (!invert || !delete_added (self, added, added_size, error)))
    {
      sqlite3_reset (statement);
      if (error != NULL && *error == NULL)
        set_conflict (error);
      return FALSE;
    }
  else if (invert)
    {
      code = sqlite3changeset_invert (size, changes, &inverse_size, &inverse);
      if (code == SQLITE_OK)
        code = apply_changeset (self, inverse_size, inverse);
      sqlite3_free (inverse);
    }
  else
    {
      code = apply_changeset (self, size, (void *) changes);
    }
  sqlite3_reset (statement);

  if (code == SQLITE_ABORT || (code & 0xFF) == SQLITE_CONSTRAINT)
    {
      set_conflict (error);
      return FALSE;
    }
  if (code != SQLITE_OK)
    {
      suivi_database_set_error (self->db, code, error);
      return FALSE;
    }

  return TRUE;
}

/* @only: the one step that is to be undone or redone; 0: whichever is the last */
static gboolean
step (SuiviStore *self, gboolean undo, gint64 only, GError **error)
{
  GArray *stack = undo ? self->undo_stack : self->redo_stack;
  g_autofree char *label = NULL;
  gint64 target = 0;

  g_return_val_if_fail (self->transaction == NULL, FALSE);

  if (!suivi_store_prepare_to_write (self, error)
      || !suivi_database_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!suivi_history_refresh (self, error))
    goto fail;

  target = stack_top (stack);
  if (target == 0)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOTHING_TO_DO,
                           undo ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
      goto fail;
    }
  if (only != 0 && target != only)
    {
      set_conflict (error);
      goto fail;
    }
  label = g_strdup (undo ? self->undo_label : self->redo_label);
  if (!apply_changes (self, target, undo, error) || !suivi_vault_check_owners (self, error)
      || !suivi_store_update_index (self, error)
      || !suivi_history_append (self, undo ? "undo" : "redo", target, label, NULL, 0, NULL, error)
      || !suivi_store_commit (self, error))
    goto fail;

  return TRUE;

fail:
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  suivi_history_load (self, NULL);
  return FALSE;
}

/**
 * suivi_store_undo:
 * @error: %SUIVI_STORE_ERROR_NOTHING_TO_DO, _CONFLICT, _READ_ONLY, _LOCKED, _DISK_FULL, …
 *
 * Takes the last step back: everything is then exactly as it was before, who changed it and when included.
 * Works across closing and opening the file.
 *
 * Returns: whether it was done; if not, nothing changed
 */
gboolean
suivi_store_undo (SuiviStore *self, GError **error)
{
  return step (self, TRUE, 0, error);
}

/**
 * suivi_store_undo_step:
 * @sequence: of a step in the history, 1 and up
 * @error: as suivi_store_undo(); also %SUIVI_STORE_ERROR_CONFLICT if another step would be undone, whoever made it
 *
 * Takes that step back, as long as it is the last one.
 *
 * Returns: whether it was done; if not, nothing changed
 */
gboolean
suivi_store_undo_step (SuiviStore *self, gint64 sequence, GError **error)
{
  g_return_val_if_fail (sequence > 0, FALSE);

  return step (self, TRUE, sequence, error);
}

/**
 * suivi_store_redo:
 * @error: as suivi_store_undo()
 *
 * Does again what was undone last.
 *
 * Returns: whether it was done; if not, nothing changed
 */
gboolean
suivi_store_redo (SuiviStore *self, GError **error)
{
  return step (self, FALSE, 0, error);
}

/**
 * suivi_store_redo_step:
 * @sequence: of a step in the history, 1 and up
 * @error: as suivi_store_redo(); also %SUIVI_STORE_ERROR_CONFLICT if another step would be done again, whoever undid it
 *
 * Does that step again, as long as it is what was undone last.
 *
 * Returns: whether it was done; if not, nothing changed
 */
gboolean
suivi_store_redo_step (SuiviStore *self, gint64 sequence, GError **error)
{
  g_return_val_if_fail (sequence > 0, FALSE);

  return step (self, FALSE, sequence, error);
}

/**
 * suivi_store_get_undo_label:
 *
 * Returns: (nullable): the name of the step that undo would take back
 */
const char *
suivi_store_get_undo_label (SuiviStore *self)
{
  return self->undo_label;
}

/**
 * suivi_store_get_redo_label:
 *
 * Returns: (nullable): the name of the step that redo would do again
 */
const char *
suivi_store_get_redo_label (SuiviStore *self)
{
  return self->redo_label;
}

/**
 * suivi_store_get_sequence:
 *
 * Returns: the number of the last line of the history, 0 if there is none; it grows with every change
 */
gint64
suivi_store_get_sequence (SuiviStore *self)
{
  return self->sequence;
}

/**
 * suivi_store_list_history:
 * @limit: at most so many lines, 0 for all
 *
 * Returns: (transfer container) (element-type SuiviHistoryEntry): the latest line first
 */
GPtrArray *
suivi_store_list_history (SuiviStore *self, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_history_entry_free);
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           "SELECT sequence, kind, target, label, author, organisation, at, hash FROM history"
                           " ORDER BY sequence DESC LIMIT ?1",
                           error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit > 0 ? (gint64) limit : -1);

  for (;;)
    {
      SuiviHistoryEntry *entry = NULL;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      entry = g_new0 (SuiviHistoryEntry, 1);
      entry->sequence = sqlite3_column_int64 (statement, 0);
      entry->kind = suivi_column_text (statement, 1);
      entry->target = sqlite3_column_int64 (statement, 2);
      entry->label = suivi_column_text (statement, 3);
      entry->author = suivi_column_text (statement, 4);
      entry->organisation = suivi_column_text (statement, 5);
      entry->at = suivi_column_text (statement, 6);
      entry->hash = suivi_column_text (statement, 7);
      g_ptr_array_add (entries, entry);
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&entries);
}

/**
 * suivi_history_entry_free:
 * @self: (nullable) (transfer full): a line
 */
void
suivi_history_entry_free (SuiviHistoryEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->label);
  g_free (self->author);
  g_free (self->organisation);
  g_free (self->at);
  g_free (self->hash);
  g_free (self);
}

/**
 * suivi_history_verify:
 * @problems: (element-type utf8): gets a sentence for what is wrong
 *
 * Computes the chain again, and the checksum of every changeset that is there.
 *
 * Returns: %FALSE if the history could not be read
 */
gboolean
suivi_history_verify (SuiviStore *self, GPtrArray *problems, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (
    self,
    "SELECT sequence, kind, target, label, author, organisation, at, changes, changes_sha256,"
    "       hash, added FROM history ORDER BY sequence",
    error);
  g_autofree char *previous = g_strdup ("");
  gint64 expected = 1;
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  for (;; expected++)
    {
      g_autofree char *hash = NULL;
      const char *text[5] = { NULL };
      const char *sha256 = NULL;
      const void *changes = NULL;
      gint64 sequence = 0;

      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;

      sequence = sqlite3_column_int64 (statement, 0);
      text[0] = (const char *) sqlite3_column_text (statement, 1);
      for (int i = 1; i < 5; i++)
        text[i] = (const char *) sqlite3_column_text (statement, i + 2);
      changes = sqlite3_column_blob (statement, 7);
      sha256 = (const char *) sqlite3_column_text (statement, 8);

      hash = hash_entry (previous, sequence, text[0], sqlite3_column_int64 (statement, 2), text[1], text[2],
                         text[3], text[4], sha256);
      if (sequence != expected || g_strcmp0 (hash, (const char *) sqlite3_column_text (statement, 9)) != 0)
        {
          g_ptr_array_add (problems, g_strdup_printf (_ ("The history was changed from outside at line %d."),
                                                      (int) expected));
          break;
        }
      if (changes != NULL)
        {
          g_autofree char *computed
            = hash_changes (changes, sqlite3_column_bytes (statement, 7), sqlite3_column_blob (statement, 10),
                            sqlite3_column_bytes (statement, 10));

          if (g_strcmp0 (computed, sha256) != 0)
            {
              g_ptr_array_add (problems,
                               g_strdup_printf (_ ("The changes of line %d of the history are damaged."),
                                                (int) expected));
              break;
            }
        }
      g_free (previous);
      previous = g_steal_pointer (&hash);
    }
  sqlite3_reset (statement);

  return TRUE;
}
