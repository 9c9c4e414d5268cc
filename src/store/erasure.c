/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Erasing: for good, and everywhere in the file. Records are deleted, the steps of the history that touched them lose
 * their content (the chain holds without it), and the file is written anew: SQLite overwrites what is deleted, but when
 * rows move from one page to another, an old copy may stay in the gap that they leave.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/consultation-store.h"
#include "store/record.h"
#include "store/transaction-private.h"

/**
 * suivi_erasure_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_erasure_free (SuiviErasure *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->codes);
  g_strfreev (self->backups);
  g_clear_pointer (&self->sent_out, g_ptr_array_unref);
  g_free (self->erased_at);
  g_free (self->erased_by);
  g_free (self);
}

/* Puts the keys that a query gives into the set. */
static gboolean
collect_keys (SuiviStore *self, const char *sql, const char *id, GHashTable *keys, guint *n, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, id);
  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      g_hash_table_add (keys, suivi_column_text (statement, 0));
      if (n != NULL)
        (*n)++;
    }
  sqlite3_reset (statement);

  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Copies that Suivi itself made beside the workspace: see suivi_schema_migrate(). */
static char **
list_backups (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *start = g_strconcat (base, ".v", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, start) && strstr (name, ".backup") != NULL)
        g_ptr_array_add (names, g_filename_display_name (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (names, i));

  return g_strv_builder_end (builder);
}

#define OF_ONE_PARTICIPANT "FROM participant WHERE id = ?1"
#define OF_CONSULTATION    "FROM participant WHERE consultation_id = ?1"

/* What is erased, before it is. */
static SuiviErasure *
survey (SuiviStore *self, const char *id, gboolean whole, GHashTable *keys, GError **error)
{
  g_autoptr (SuiviErasure) erasure = g_new0 (SuiviErasure, 1);
  g_autoptr (GPtrArray) participants
             = suivi_record_list (self, &suivi_participant_record,
                                  whole ? "WHERE consultation_id = ?1 ORDER BY code" : "WHERE id = ?1", id,
                                  NULL, error);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  const char *consultation_id = NULL;

  if (participants == NULL)
    return NULL;
  if (!whole && participants->len == 0)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("This code is not there any more."));
      return NULL;
    }
  consultation_id = whole ? id : ((SuiviParticipant *) participants->pdata[0])->consultation_id;
  for (guint i = 0; i < participants->len; i++)
    {
      const SuiviParticipant *participant = g_ptr_array_index (participants, i);

      g_strv_builder_add (codes, participant->code);
      g_hash_table_add (keys, g_strdup (participant->id));
    }
  erasure->n_participants = participants->len;
  erasure->codes = g_strv_builder_end (codes);
  if (whole)
    g_hash_table_add (keys, g_strdup (id));
  if (!collect_keys (self,
                     whole ? "SELECT id FROM statement WHERE consultation_id = ?1"
                           : "SELECT id FROM statement WHERE participant_id = ?1",
                     id, keys, &erasure->n_statements, error))
    return NULL;

  erasure->sent_out
    = suivi_record_list (self, &suivi_sent_out_record, "WHERE consultation_id = ?1 ORDER BY made_on, rowid",
                         consultation_id, NULL, error);
  erasure->backups = list_backups (self->path);
  erasure->erased_at = suivi_store_now ();
  erasure->erased_by = g_strdup (self->author);

  return erasure->sent_out != NULL ? g_steal_pointer (&erasure) : NULL;
}

/* Drops what is sealed for any of the keys. */
static gboolean
drop_sealed (SuiviStore *self, GHashTable *keys, guint *n_sealed, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self, "DELETE FROM sealed WHERE owner_id = ?1", error);
  GHashTableIter iter;
  gpointer key = NULL;

  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      suivi_bind_text (statement, 1, key);
      if (!suivi_transaction_run (statement, error))
        return FALSE;
      *n_sealed += sqlite3_changes (self->db);
    }

  return TRUE;
}

/* What was made from statements, now and in editions: also what was frozen before it was tied to its statement. */
#define EVIDENCE_FROM(column) \
  "(SELECT e.id FROM evidence e JOIN statement s ON s.id = e.statement_id WHERE s." #column " = ?1)"
#define FROZEN_FROM(column)                                                                                 \
  "(SELECT e.id FROM edition_evidence e JOIN statement s ON s.id = e.statement_id WHERE s." #column " = ?1" \
  " UNION SELECT e.id FROM evidence e JOIN statement s ON s.id = e.statement_id WHERE s." #column " = ?1)"

static gboolean
delete_participant (SuiviTransaction *transaction, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM edition_evidence_use WHERE evidence_id IN " FROZEN_FROM (participant_id),
    "DELETE FROM edition_evidence WHERE id IN " FROZEN_FROM (participant_id),
    "DELETE FROM attachment WHERE owner_id IN " EVIDENCE_FROM (participant_id),
    "DELETE FROM evidence_use WHERE evidence_id IN " EVIDENCE_FROM (participant_id),
    "DELETE FROM evidence WHERE id IN " EVIDENCE_FROM (participant_id),
    "DELETE FROM statement_use WHERE statement_id IN (SELECT id FROM statement WHERE participant_id = ?1)",
    "DELETE FROM statement WHERE participant_id = ?1",
    "DELETE FROM participant WHERE id = ?1",
  };

  return SUIVI_RUN_WITH_ID (transaction, statements, id, error);
}

static gboolean
delete_consultation (SuiviTransaction *transaction, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM edition_evidence_use WHERE evidence_id IN " FROZEN_FROM (consultation_id),
    "DELETE FROM edition_evidence WHERE id IN " FROZEN_FROM (consultation_id),
    "DELETE FROM attachment WHERE owner_id IN " EVIDENCE_FROM (consultation_id),
    "DELETE FROM evidence_use WHERE evidence_id IN " EVIDENCE_FROM (consultation_id),
    "DELETE FROM evidence WHERE id IN " EVIDENCE_FROM (consultation_id),
    "DELETE FROM statement_use WHERE statement_id IN (SELECT id FROM statement WHERE consultation_id = ?1)",
    "DELETE FROM statement WHERE consultation_id = ?1",
    "DELETE FROM participant WHERE consultation_id = ?1",
  };

  return SUIVI_RUN_WITH_ID (transaction, statements, id, error)
         && suivi_transaction_delete_consultation (transaction, id, error);
}

static SuiviErasure *
erase (SuiviStore *self, const char *label, const char *id, gboolean whole, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (self, label, error);

  if (transaction == NULL)
    return NULL;
  erasure = survey (self, id, whole, keys, error);
  if (erasure == NULL)
    return NULL;

  /* Not a step that can be undone: it keeps no changes. */
  transaction->final = TRUE;
  if (!(whole ? delete_consultation (transaction, id, error) : delete_participant (transaction, id, error))
      || !suivi_history_erase (self, keys, &erasure->n_steps, error)
      || !drop_sealed (self, keys, &erasure->n_sealed, error) || !suivi_store_note_compact (self, error)
      || !suivi_transaction_commit (transaction, error))
    return NULL;
  g_clear_pointer (&transaction, suivi_transaction_free);

  /* From here on it is erased. What is left is to leave no trace between the pages; if that cannot be done now, it is done
   * when the workspace is opened next. */
  suivi_history_load (self, NULL);
  erasure->complete = suivi_store_compact (self);

  return g_steal_pointer (&erasure);
}

/**
 * suivi_store_erase_participant:
 * @id: key of a participant
 * @error: %SUIVI_STORE_ERROR_NOT_FOUND, _LOCKED, _DISK_FULL, …
 *
 * Erases a code: its consent, its statements and what they are tied to, everything that is sealed for it, and the content
 * of every step of the history that touched them. Cannot be undone.
 *
 * Returns: (transfer full) (nullable): what was erased, for the certificate; %NULL on failure
 */
SuiviErasure *
suivi_store_erase_participant (SuiviStore *self, const char *id, GError **error)
{
  return erase (self, _ ("Erase a participant"), id, FALSE, error);
}

/**
 * suivi_store_erase_consultation:
 * @id: key of a consultation
 * @error: as suivi_store_erase_participant()
 *
 * Erases a consultation with everything that belongs to it. Cannot be undone.
 *
 * Returns: (transfer full) (nullable): what was erased, for the certificate; %NULL on failure
 */
SuiviErasure *
suivi_store_erase_consultation (SuiviStore *self, const char *id, GError **error)
{
  return erase (self, _ ("Erase a consultation"), id, TRUE, error);
}

/* Facets and search refer to recommendations by rowid, which the new file may number anew. */
static gboolean
rebuild_index (SuiviStore *self, GError **error)
{
  if (!suivi_database_exec (
        self->db,
        "BEGIN IMMEDIATE;"
        "DELETE FROM index_due;"
        "INSERT INTO index_due (row) SELECT rowid FROM recommendation WHERE parent_id IS NULL",
        error)
      || !suivi_store_update_index (self, error) || !suivi_database_exec (self->db, "COMMIT", error))
    {
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }

  return TRUE;
}

/**
 * suivi_store_note_compact:
 *
 * Notes, inside a transaction, that the file has to be written anew: suivi_store_compact() follows.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_store_note_compact (SuiviStore *self, GError **error)
{
  return suivi_database_exec (self->db, "INSERT OR IGNORE INTO compact_due (id) VALUES (1)", error);
}

/* Writes the file anew. Should the computer stop in between, opening the file finds rows that are due for the index.
 * What was begun for a recommendation that is gone waits for undo in vain: nobody sees it, and it is free text. */
static gboolean
rewrite (SuiviStore *self, GError **error)
{
  if (!suivi_database_exec (self->db,
                            "BEGIN IMMEDIATE;"
                            "DELETE FROM grade_draft WHERE NOT EXISTS"
                            "   (SELECT 1 FROM recommendation r WHERE r.id = recommendation_id);"
                            "DELETE FROM facet; DELETE FROM indexed; DELETE FROM search;"
                            "INSERT INTO index_due (row)"
                            " SELECT rowid FROM recommendation r WHERE parent_id IS NULL AND NOT EXISTS"
                            "   (SELECT 1 FROM index_due d WHERE d.row = r.rowid);"
                            "COMMIT",
                            error))
    {
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }

  /* The statements that are kept know the old pages. */
  g_hash_table_remove_all (self->statements);
  if (!suivi_database_exec (self->db, "VACUUM", error))
    {
      rebuild_index (self, NULL);
      return FALSE;
    }

  return rebuild_index (self, error);
}

/* Brings everything into the file and empties the log beside it. */
static gboolean
empty_log (SuiviStore *self)
{
  return sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) == SQLITE_OK;
}

/**
 * suivi_store_compact:
 *
 * Writes the file anew, without a trace of what was deleted, if that is due (suivi_store_note_compact()). Nothing goes
 * through a temporary file. What cannot be done now, because the disk is full or another program reads, stays due until
 * the workspace is opened next.
 *
 * Returns: whether nothing is due any more
 */
gboolean
suivi_store_compact (SuiviStore *self)
{
  gint64 due = 0;
  g_autoptr (GError) error = NULL;

  if (!suivi_database_get_int (self->db, "SELECT count (*) FROM compact_due", &due, &error))
    return FALSE;
  if (due == 0)
    return TRUE;
  if (!suivi_store_prepare_to_write (self, &error) || !rewrite (self, &error) || !empty_log (self)
      || !suivi_database_exec (self->db, "DELETE FROM compact_due", &error))
    {
      g_debug ("The workspace is written anew when it is opened next.");
      return FALSE;
    }

  return TRUE;
}
