/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The history: one line per step, each with the hash of the line before, so that nothing can be changed or
 * taken out unseen. A step's changes are an SQLite changeset; undo applies its inverse, redo applies it
 * again, both strictly: they happen only if everything they touch is as the step left it. Undo and redo are
 * lines of the history, too, and what can be undone is found by reading it from the start.
 *
 * The chain covers the checksum of the changes, not the changes: the content of a step can be erased without
 * breaking the chain.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/schema.h"
#include "store/store-private.h"

/* More steps than anybody will ever do, and safe from overflow. */
#define MAX_SEQUENCE (G_GINT64_CONSTANT (1) << 40)

static void
hash_text (GChecksum *checksum, const char *text)
{
  /* With its length in front, so that "ab" + "c" is not "a" + "bc". */
  g_autofree char *length = g_strdup_printf ("%zu:", text != NULL ? strlen (text) : 0);

  g_checksum_update (checksum, (const guchar *) length, -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
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

static void
follow_entry (SuiviStore *self, const char *kind, gint64 sequence, gint64 target)
{
  if (g_str_equal (kind, "undo"))
    {
      stack_remove (self->undo_stack, target);
      stack_push (self->redo_stack, target);
    }
  else if (g_str_equal (kind, "redo"))
    {
      stack_remove (self->redo_stack, target);
      stack_push (self->undo_stack, target);
    }
  else
    {
      stack_push (self->undo_stack, sequence);
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
  sqlite3_stmt *statement
    = suivi_store_prepare (self, "SELECT sequence, kind, target, hash FROM history ORDER BY sequence", error);
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
                    sqlite3_column_int64 (statement, 2));
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

/**
 * suivi_history_append:
 * @kind: "do", "undo" or "redo"
 * @target: for undo and redo, the step concerned
 * @changes: (nullable): the changeset of a "do"
 * @size: its bytes
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
                      GError **error)
{
  sqlite3_stmt *statement = NULL;
  gint64 sequence = self->sequence + 1;
  g_autofree char *now = suivi_store_now ();
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, changes, size);
  g_autofree char *hash = hash_entry (self->last_hash, sequence, kind, target, label, self->author,
                                      self->organisation, now, sha256);

  statement
    = suivi_store_prepare (self,
                           "INSERT INTO history (sequence, kind, target, label, author, organisation, at,"
                           "                     changes, changes_sha256, hash)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
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
  if (changes != NULL)
    sqlite3_bind_blob64 (statement, 8, changes, size, SQLITE_STATIC);
  suivi_bind_text (statement, 9, sha256);
  suivi_bind_text (statement, 10, hash);
  if (!suivi_database_step (statement, NULL, error))
    return FALSE;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  follow_entry (self, kind, sequence, target);
  self->sequence = sequence;
  g_free (self->last_hash);
  self->last_hash = g_steal_pointer (&hash);

  return read_labels (self, error);
}

static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  /* Something is not as the step left it: better no undo than half of one. */
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_changes (SuiviStore *self, gint64 target, gboolean invert, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self, "SELECT changes, changes_sha256 FROM history WHERE sequence = ?1", error);
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
    }
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, changes, size);
  if (changes == NULL || g_strcmp0 (sha256, (const char *) sqlite3_column_text (statement, 1)) != 0)
    {
      code = SQLITE_CORRUPT;
    }
  else if (invert)
    {
      code = sqlite3changeset_invert (size, changes, &inverse_size, &inverse);
      if (code == SQLITE_OK)
        code = sqlite3changeset_apply (self->db, inverse_size, inverse, NULL, conflict_cb, NULL);
      sqlite3_free (inverse);
    }
  else
    {
      code = sqlite3changeset_apply (self->db, size, (void *) changes, NULL, conflict_cb, NULL);
    }
  sqlite3_reset (statement);

  if (code == SQLITE_ABORT || (code & 0xFF) == SQLITE_CONSTRAINT)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_CONFLICT,
                           _ ("What this step changed is different now. Nothing was undone or redone."));
      return FALSE;
    }
  if (code != SQLITE_OK)
    {
      suivi_database_set_error (self->db, code, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
step (SuiviStore *self, gboolean undo, GError **error)
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
  label = g_strdup (undo ? self->undo_label : self->redo_label);
  if (!apply_changes (self, target, undo, error) || !suivi_store_update_index (self, error)
      || !suivi_history_append (self, undo ? "undo" : "redo", target, label, NULL, 0, error)
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
  return step (self, TRUE, error);
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
  return step (self, FALSE, error);
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
    "       hash FROM history ORDER BY sequence",
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
            = g_compute_checksum_for_data (G_CHECKSUM_SHA256, changes, sqlite3_column_bytes (statement, 7));

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
