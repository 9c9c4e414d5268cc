/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "store/database.h"
#include "store/error.h"
#include "store/file-locks.h"
#include "store/json-list.h"
#include "store/state-words.h"

static int fail_countdown;

void
suivi_database_fail_after (int steps)
{
  fail_countdown = steps;
}

static gboolean
is_made_to_fail (void)
{
  return fail_countdown > 0 && --fail_countdown == 0;
}

/**
 * suivi_database_set_error:
 * @db: (nullable): the connection that failed
 * @code: SQLite's result code, extended or not
 *
 * Turns a code into a sentence for the user. SQLite's own words go to the debug log: they name tables and
 * columns, never values.
 */
void
suivi_database_set_error (sqlite3 *db, int code, GError **error)
{
  int value = SUIVI_STORE_ERROR_FAILED;
  const char *message = NULL;

  if (db != NULL)
    {
      /* What it cites of a damaged file can be anything. */
      g_autofree char *words = suivi_text_make_valid (sqlite3_errmsg (db), -1);

      g_debug ("SQLite %d: %s", code, words);
    }

  switch (code & 0xFF)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
      return;
    case SQLITE_NOTADB:
      value = SUIVI_STORE_ERROR_NOT_A_WORKSPACE;
      message = _ ("This file is not a Suivi workspace.");
      break;
    case SQLITE_CORRUPT:
    /* Our statements are right: it is the file that has no such table, or a list that cannot be read. */
    case SQLITE_ERROR:
    case SQLITE_SCHEMA:
      value = SUIVI_STORE_ERROR_DAMAGED;
      message = _ ("This workspace is damaged. Open your latest copy of it instead.");
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      value = SUIVI_STORE_ERROR_LOCKED;
      message = _ ("Another program is writing to this workspace. Close it there, then try again.");
      break;
    case SQLITE_FULL:
      value = SUIVI_STORE_ERROR_DISK_FULL;
      message = _ ("The disk is full. Nothing was changed; make room, then try again.");
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      value = SUIVI_STORE_ERROR_READ_ONLY;
      message = _ ("This workspace can only be read: the file or its folder is write-protected.");
      break;
    case SQLITE_CANTOPEN:
      message = _ ("The workspace cannot be opened. Check that you may read the file, or copy it to a folder "
                   "of your own.");
      break;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      value = SUIVI_STORE_ERROR_INVALID;
      message = _ ("This cannot be saved: it does not fit the rules of the workspace. Nothing was changed.");
      break;
    default:
      message
        = _ ("The disk did not answer as it should. Nothing was changed; check the disk, then try again.");
      break;
    }

  g_set_error_literal (error, SUIVI_STORE_ERROR, value, message);
}

/**
 * suivi_database_exec:
 * @sql: one or more statements of ours, never with text of a user in them
 *
 * Returns: whether all were carried out
 */
gboolean
suivi_database_exec (sqlite3 *db, const char *sql, GError **error)
{
  int code = is_made_to_fail () ? SQLITE_FULL : sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    {
      suivi_database_set_error (db, code, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * suivi_database_prepare:
 * @statement: (out) (transfer full): the statement
 *
 * Returns: whether it could be prepared
 */
gboolean
suivi_database_prepare (sqlite3 *db, const char *sql, sqlite3_stmt **statement, GError **error)
{
  int code = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);

  if (code != SQLITE_OK)
    {
      suivi_database_set_error (db, code, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * suivi_database_step:
 * @row: (out) (nullable): whether there is a row to read
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_database_step (sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int code = is_made_to_fail () ? SQLITE_FULL : sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      suivi_database_set_error (sqlite3_db_handle (statement), code, error);
      sqlite3_reset (statement);
      return FALSE;
    }
  if (row != NULL)
    *row = code == SQLITE_ROW;

  return TRUE;
}

/**
 * suivi_database_get_int:
 * @value: (out): the first column of the first row, 0 if there is none
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_database_get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  if (!suivi_database_prepare (db, sql, &statement, error) || !suivi_database_step (statement, &row, error))
    return FALSE;

  *value = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/* suivi_state_tokens('["DEU"]') is what the full-text index holds for Germany. */
static void
state_tokens (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_auto (GStrv) states = suivi_json_list_decode ((const char *) sqlite3_value_text (values[0]));

  sqlite3_result_text (context, suivi_state_words_to_tokens ((const char *const *) states), -1, g_free);
}

/* suivi_state_key('["DEU"]') is what a list of recommendations is sorted by when sorted by State. */
static void
state_key (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_auto (GStrv) states = suivi_json_list_decode ((const char *) sqlite3_value_text (values[0]));
  g_autofree char *key = NULL;

  if (states[0] == NULL)
    return;

  key = g_utf8_collate_key (suivi_state_get_name (states[0]), -1);
  sqlite3_result_text (context, key, -1, SQLITE_TRANSIENT);
}

/**
 * suivi_database_init:
 *
 * To be called before the first connection is opened; may be called again.
 */
void
suivi_database_init (void)
{
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      /* Nobody asks SQLite how much memory it uses; counting takes a lock for every piece. Refused, and no harm, if
       * another library has begun to use SQLite before. */
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      suivi_file_locks_install ();
      g_once_init_leave (&initialized, 1);
    }
}

/**
 * suivi_database_add_functions:
 *
 * Makes our SQL functions known to a connection. They are harmless, so that triggers may use them although
 * the schema of a file is not trusted.
 */
void
suivi_database_add_functions (sqlite3 *db)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  sqlite3_create_function (db, "suivi_state_tokens", 1, flags, NULL, state_tokens, NULL, NULL);
  sqlite3_create_function (db, "suivi_state_key", 1, flags, NULL, state_key, NULL, NULL);
}
