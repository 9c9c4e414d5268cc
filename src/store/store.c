/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/facet-index.h"
#include "store/schema.h"
#include "store/store-private.h"

/* The largest value that is read from a file, in bytes. */
#define MAX_VALUE_SIZE  (256 * 1024 * 1024)

#define BUSY_TIMEOUT_MS 3000

/* Bytes of the header of an SQLite file, as its format documents them. */
#define HEADER_SIZE       100
#define HEADER_MAGIC      "SQLite format 3"
#define HEADER_APP_OFFSET 68
#define HEADER_WAL_OFFSET 19 /* 2 for a file in WAL mode */

/* How many virtual machine steps of SQLite pass between two looks at the cancellable: about a millisecond. */
#define PROGRESS_STEPS 20000

/**
 * suivi_store_now:
 *
 * Returns: (transfer full): now, UTC, "2026-11-22T09:30:00.123Z", whose order of bytes is the order of time
 */
char *
suivi_store_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (now) / 1000);
}

/**
 * suivi_store_prepare:
 *
 * Returns: (transfer none) (nullable): a statement ready for its values; the store keeps it. The same text
 * must not be asked for again while the statement is in use.
 */
sqlite3_stmt *
suivi_store_prepare (SuiviStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (!suivi_database_prepare (self->db, sql, &statement, error))
    return NULL;

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * suivi_bind_text:
 * @index: of the parameter, 1 and up
 * @text: (nullable): copied; %NULL for NULL
 */
void
suivi_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

/**
 * suivi_column_text:
 * @column: 0 and up
 *
 * SQLite does not look at what it keeps as text: bytes that are no UTF-8, in a file from elsewhere, become U+FFFD.
 *
 * Returns: (transfer full) (nullable): valid UTF-8; %NULL for NULL
 */
char *
suivi_column_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static void
free_statement (gpointer data)
{
  sqlite3_finalize (data);
}

static int
progress_cb (void *data)
{
  SuiviStore *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/**
 * suivi_store_set_cancellable:
 * @cancellable: (nullable): stops the statements that run from now on
 */
void
suivi_store_set_cancellable (SuiviStore *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->db, cancellable != NULL ? PROGRESS_STEPS : 0, progress_cb, self);
}

static gboolean
set_up_connection (SuiviStore *self, GError **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  /* A workspace can come from anybody: its schema may not reach outside, nor hide code in strings. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  suivi_database_add_functions (self->db);

  /* Deleted means gone, and nothing goes through temporary files: there may be children's words in it. */
  return suivi_database_exec (self->db,
                              "PRAGMA trusted_schema = OFF;"
                              "PRAGMA foreign_keys = ON;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA mmap_size = 0;"
                              "PRAGMA cache_size = -32768;"
                              "PRAGMA synchronous = FULL;",
                              error);
}

static SuiviStore *
store_new (const char *path)
{
  SuiviStore *self = g_new0 (SuiviStore, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->author = g_strdup ("");
  self->organisation = g_strdup ("");
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_statement);
  self->undo_stack = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo_stack = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

static gboolean
connect_file (SuiviStore *self, const char *name, int flags, GError **error)
{
  int code = SQLITE_OK;

  suivi_database_init ();
  code = sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    {
      suivi_database_set_error (self->db, code, error);
      return FALSE;
    }
  /* No value of ours comes near it: the changes of a step are the largest. */
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, MAX_VALUE_SIZE);

  return set_up_connection (self, error);
}

/* Looks at the bytes before SQLite does: an empty or foreign file must not be touched. */
static gboolean
check_header (const char *path, gboolean *wal, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  guint8 header[HEADER_SIZE] = { 0 };
  gsize size = 0;
  guint32 number = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND, _ ("There is no file “%s”."), path);
      return FALSE;
    }
  /* A pipe or a folder would keep us waiting or give no bytes at all. */
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      stream = g_file_read (file, NULL, &local);
      if (stream == NULL
          || !g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &size, NULL, &local))
        {
          suivi_database_set_error (NULL, SQLITE_CANTOPEN, error);
          return FALSE;
        }
    }

  *wal = header[HEADER_WAL_OFFSET] == 2;
  memcpy (&number, header + HEADER_APP_OFFSET, sizeof number);
  if (size < HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0
      || GUINT32_FROM_BE (number) != SUIVI_APPLICATION_NUMBER)
    {
      suivi_database_set_error (NULL, SQLITE_NOTADB, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/*
 * A copy that was made while the workspace was open may say that it is in WAL mode. Where nothing can be written, SQLite
 * reads such a file only if it is told that nobody will change it, which is so while there is no write-ahead log.
 */
static gboolean
connect_read_only (SuiviStore *self, gboolean wal, GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;

  if (!wal || g_file_test (log, G_FILE_TEST_EXISTS))
    return connect_file (self, self->path, SQLITE_OPEN_READONLY, error);

  uri = g_filename_to_uri (self->path, NULL, error);
  if (uri == NULL)
    return FALSE;
  name = g_strconcat (uri, "?immutable=1", NULL);

  return connect_file (self, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

/* Whether the file, of this version or an older one, needs writing before it can be used. */
static gboolean
needs_upgrade (SuiviStore *self, gint64 version, gboolean *needed, GError **error)
{
  gint64 due = 0;

  *needed = version < suivi_schema_get_version ();
  if (*needed)
    return TRUE;
  if (!suivi_database_get_int (self->db, "SELECT EXISTS (SELECT 1 FROM index_due)", &due, error))
    return FALSE;
  *needed = due != 0;

  return TRUE;
}

/* An upgrade leaves the indexes to us: they are more than SQL alone can do. */
static gboolean
upgrade (SuiviStore *self, const char *path, GError **error)
{
  if (!suivi_schema_upgrade (self->db, path, error)
      || !suivi_schema_check (self->db, suivi_schema_get_version (), error)
      || !suivi_database_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!suivi_store_update_index (self, error) || !suivi_database_exec (self->db, "COMMIT", error))
    {
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }

  return TRUE;
}

/* A workspace of an older format that cannot be written to is upgraded in memory, and only read. */
static gboolean
upgrade_in_memory (SuiviStore *self, GError **error)
{
  sqlite3 *file = g_steal_pointer (&self->db);
  sqlite3_backup *backup = NULL;
  gboolean ok = FALSE;

  g_hash_table_remove_all (self->statements);
  if (connect_file (self, ":memory:", SQLITE_OPEN_READWRITE, error))
    {
      backup = sqlite3_backup_init (self->db, "main", file, "main");
      if (backup != NULL)
        sqlite3_backup_step (backup, -1);
      ok = backup != NULL && sqlite3_backup_finish (backup) == SQLITE_OK;
      if (!ok)
        suivi_database_set_error (self->db, sqlite3_errcode (self->db), error);
    }
  sqlite3_close (file);
  self->wal = FALSE;

  return ok && upgrade (self, NULL, error);
}

static gboolean
open_database (SuiviStore *self, gboolean wal, GError **error)
{
  gboolean writable = can_write (self->path);
  gboolean old = FALSE;
  gint64 version = 0;

  if (!(writable ? connect_file (self, self->path, SQLITE_OPEN_READWRITE, error)
                 : connect_read_only (self, wal, error))
      || !suivi_database_get_int (self->db, "PRAGMA user_version", &version, error))
    return FALSE;

  self->wal = wal;
  if (version < 0)
    {
      suivi_database_set_error (NULL, SQLITE_NOTADB, error);
      return FALSE;
    }
  if (version > suivi_schema_get_version ())
    self->read_only = SUIVI_READ_ONLY_NEWER;
  else if (!writable || sqlite3_db_readonly (self->db, "main") == 1)
    self->read_only = SUIVI_READ_ONLY_FILE;

  /* What a newer Suivi made, only it can judge. */
  if (self->read_only != SUIVI_READ_ONLY_NEWER)
    {
      if ((version > 0 && !suivi_schema_check (self->db, version, error))
          || !needs_upgrade (self, version, &old, error))
        return FALSE;
      if (old
          && !(self->read_only == SUIVI_READ_ONLY_NO ? upgrade (self, self->path, error)
                                                     : upgrade_in_memory (self, error)))
        return FALSE;
    }
  if (self->read_only != SUIVI_READ_ONLY_NO
      && !suivi_database_exec (self->db, "PRAGMA query_only = ON", error))
    return FALSE;
  if (!suivi_history_load (self, error))
    return FALSE;

  /* What an erasure could not do to the end: if it still cannot be done, it stays due. */
  if (self->read_only == SUIVI_READ_ONLY_NO)
    suivi_store_compact (self);

  return TRUE;
}

/**
 * suivi_store_prepare_to_write:
 *
 * To be called before a transaction. Only then the file is put into WAL mode: reading alone leaves every byte of it as
 * it is.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_store_prepare_to_write (SuiviStore *self, GError **error)
{
  if (self->read_only == SUIVI_READ_ONLY_NEWER)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY,
                           _ ("This workspace was made by a newer Suivi and can only be read here."));
      return FALSE;
    }
  if (self->read_only != SUIVI_READ_ONLY_NO)
    {
      suivi_database_set_error (NULL, SQLITE_READONLY, error);
      return FALSE;
    }
  if (!self->wal && !suivi_database_exec (self->db, "PRAGMA journal_mode = WAL", error))
    return FALSE;

  self->wal = TRUE;
  return TRUE;
}

/**
 * suivi_store_commit:
 *
 * Ends a transaction for good and brings it into the file itself, so that a copy of the one file has it, too.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_store_commit (SuiviStore *self, GError **error)
{
  if (!suivi_database_exec (self->db, "COMMIT", error))
    return FALSE;

  /* Somebody who is reading may keep it from being done; then the next one does it. */
  sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  return TRUE;
}

/**
 * suivi_store_open:
 * @path: an existing workspace
 * @error: %SUIVI_STORE_ERROR_NOT_FOUND, _NOT_A_WORKSPACE, _DAMAGED, _LOCKED, _DISK_FULL or _FAILED
 *
 * Opens a workspace. One that a newer Suivi made, or that is write-protected, opens for reading only; see
 * suivi_store_get_read_only(). One of an older format is upgraded, after a verified copy was made.
 *
 * Returns: (transfer full) (nullable): the store, or %NULL
 */
SuiviStore *
suivi_store_open (const char *path, GError **error)
{
  g_autoptr (SuiviStore) self = NULL;
  gboolean wal = FALSE;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_header (path, &wal, error))
    return NULL;

  self = store_new (path);
  if (!open_database (self, wal, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_store_create:
 * @path: where the new workspace shall lie; must not exist
 * @error: %SUIVI_STORE_ERROR_EXISTS, _NOT_FOUND (no such folder), _READ_ONLY, _DISK_FULL or _FAILED
 *
 * Returns: (transfer full) (nullable): the store of a new, empty workspace, or %NULL
 */
SuiviStore *
suivi_store_create (const char *path, GError **error)
{
  g_autoptr (SuiviStore) self = NULL;
  g_autofree char *set_number = NULL;
  int descriptor = -1;

  g_return_val_if_fail (path != NULL, NULL);

  /* SQLite would open a file that is there already: only this call says so without a gap in between. */
  descriptor = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      switch (errno)
        {
        case EEXIST:
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_EXISTS,
                       _ ("There is already a file “%s”. Choose another name."), path);
          break;
        case ENOENT:
        case ENOTDIR:
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                       _ ("The folder for “%s” does not exist."), path);
          break;
        case ENOSPC:
          suivi_database_set_error (NULL, SQLITE_FULL, error);
          break;
        case EROFS:
        case EACCES:
        case EPERM:
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY,
                       _ ("“%s” cannot be made: its folder is write-protected. Choose another folder."),
                       path);
          break;
        default:
          suivi_database_set_error (NULL, SQLITE_CANTOPEN, error);
          break;
        }
      return NULL;
    }
  g_close (descriptor, NULL);

  self = store_new (path);
  set_number = g_strdup_printf ("PRAGMA application_id = %d", SUIVI_APPLICATION_NUMBER);
  if (!connect_file (self, self->path, SQLITE_OPEN_READWRITE, error)
      || !suivi_database_exec (self->db, set_number, error)
      || !suivi_schema_upgrade (self->db, self->path, error) || !suivi_history_load (self, error))
    {
      g_clear_pointer (&self, suivi_store_close);
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * suivi_store_close:
 * @self: (nullable) (transfer full): a store; an open transaction is rolled back
 *
 * Closes the workspace. If nobody else has it open, all of it is then in the one file.
 */
void
suivi_store_close (SuiviStore *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->transaction, suivi_transaction_free);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->statements);
  if (self->db != NULL)
    {
      sqlite3_progress_handler (self->db, 0, NULL, NULL);
      /* Fails quietly while another program has the file open: the last one to close does it. */
      if (self->wal && self->read_only == SUIVI_READ_ONLY_NO)
        sqlite3_exec (self->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
      sqlite3_close (self->db);
    }
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->facets, suivi_facet_index_free);
  g_array_unref (self->undo_stack);
  g_array_unref (self->redo_stack);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->last_hash);
  g_free (self->author);
  g_free (self->organisation);
  g_free (self->path);
  g_free (self);
}

/**
 * suivi_store_get_path:
 *
 * Returns: the absolute path of the file
 */
const char *
suivi_store_get_path (SuiviStore *self)
{
  return self->path;
}

/**
 * suivi_store_get_read_only:
 *
 * Returns: why the workspace can only be read, or %SUIVI_READ_ONLY_NO
 */
SuiviReadOnlyReason
suivi_store_get_read_only (SuiviStore *self)
{
  return self->read_only;
}

/**
 * suivi_store_set_author:
 * @name: (nullable): who works here; stands in the history from now on
 * @organisation: (nullable): of which organisation
 */
void
suivi_store_set_author (SuiviStore *self, const char *name, const char *organisation)
{
  g_free (self->author);
  self->author = g_strdup (name != NULL ? name : "");
  g_free (self->organisation);
  self->organisation = g_strdup (organisation != NULL ? organisation : "");
}

/**
 * suivi_store_get_author:
 *
 * Returns: the name, "" if nobody set it
 */
const char *
suivi_store_get_author (SuiviStore *self)
{
  return self->author;
}

/**
 * suivi_store_get_organisation:
 *
 * Returns: the organisation, "" if nobody set it
 */
const char *
suivi_store_get_organisation (SuiviStore *self)
{
  return self->organisation;
}

static gboolean
check_query (SuiviStore *self,
             const char *sql,
             const char *good,
             const char *problem,
             GPtrArray *problems,
             GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self, sql, error);
  gboolean row = FALSE;

  if (statement == NULL || !suivi_database_step (statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), good) != 0)
    g_ptr_array_add (problems, g_strdup (problem));
  sqlite3_reset (statement);

  return TRUE;
}

/**
 * suivi_store_check:
 * @problems: (out) (transfer container) (element-type utf8): sentences; empty if all is well
 * @error: set if the check itself could not be done, for example because the file is too damaged
 *
 * Examines the whole file: its structure, its references, the search index, the counts behind the facets, and
 * the chain of the history.
 *
 * Returns: whether the check could be done
 */
gboolean
suivi_store_check (SuiviStore *self, GPtrArray **problems, GError **error)
{
  static const char facets_differ[]
    = "SELECT 1 FROM (SELECT row, kind, value FROM recommendation_tag"
      "               EXCEPT SELECT f.row, t.kind, t.value FROM facet f JOIN tag t ON t.id = f.tag)"
      " UNION ALL "
      "SELECT 1 FROM (SELECT f.row, t.kind, t.value FROM facet f JOIN tag t ON t.id = f.tag"
      "               EXCEPT SELECT row, kind, value FROM recommendation_tag)"
      " LIMIT 1";
  static const char search_differs[]
    = "SELECT 1 FROM (SELECT rowid, number, text FROM recommendation WHERE parent_id IS NULL"
      "               EXCEPT SELECT rowid, number, text FROM search)"
      " UNION ALL "
      "SELECT 1 FROM (SELECT rowid, number, text FROM search"
      "               EXCEPT SELECT rowid, number, text FROM recommendation WHERE parent_id IS NULL)"
      " LIMIT 1";
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;

  if (!check_query (self, "PRAGMA integrity_check (1)", "ok", _ ("The file is damaged."), found, error)
      || !check_query (self, "PRAGMA foreign_key_check", "",
                       _ ("A record refers to another one that is missing."), found, error)
      || !check_query (self, facets_differ, "",
                       _ ("The counts of themes, States and lights are not up to date."), found, error)
      || !check_query (self, search_differs, "", _ ("The search index is not up to date."), found, error)
      || !suivi_history_verify (self, found, error))
    return FALSE;

  /* The full-text index can only examine itself through what looks like a change. */
  if (self->read_only == SUIVI_READ_ONLY_NO
      && !suivi_database_exec (self->db, "INSERT INTO search (search) VALUES ('integrity-check')", &local))
    {
      if (!g_error_matches (local, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_ptr_array_add (found, g_strdup (_ ("The search index is damaged.")));
    }

  *problems = g_steal_pointer (&found);
  return TRUE;
}
