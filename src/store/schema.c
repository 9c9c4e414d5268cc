/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#include "store/schema.h"
#include "suivi-schema.h"

/* One a day for months, should somebody go back and forth between versions. */
#define MAX_COPIES 100

static gboolean
run_script (sqlite3 *db, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("/io/github/suivi/Suivi/schema/", name, NULL);
  g_autoptr (GBytes) script = g_resource_lookup_data (suivi_schema_get_resource (), path, 0, error);

  /* Resources end with a NUL that does not count. */
  return script != NULL && suivi_database_exec (db, g_bytes_get_data (script, NULL), error);
}

static gboolean
migrate_to_1 (sqlite3 *db, GError **error)
{
  return run_script (db, "version-1.sql", error);
}

static gboolean
migrate_to_2 (sqlite3 *db, GError **error)
{
  return run_script (db, "version-2.sql", error);
}

static gboolean
migrate_to_3 (sqlite3 *db, GError **error)
{
  return run_script (db, "version-3.sql", error);
}

static gboolean
migrate_to_4 (sqlite3 *db, GError **error)
{
  return run_script (db, "version-4.sql", error);
}

static gboolean
migrate_to_5 (sqlite3 *db, GError **error)
{
  return run_script (db, "version-5.sql", error);
}

static gboolean
migrate_to_6 (sqlite3 *db, GError **error)
{
  return run_script (db, "version-6.sql", error);
}

static gboolean
migrate_to_7 (sqlite3 *db, GError **error)
{
  return run_script (db, "version-7.sql", error);
}

static gboolean
migrate_to_8 (sqlite3 *db, GError **error)
{
  return run_script (db, "version-8.sql", error);
}

/* One step per version, in order, never changed once released. */
static const SuiviMigration migrations[] = {
  migrate_to_1, migrate_to_2, migrate_to_3, migrate_to_4,
  migrate_to_5, migrate_to_6, migrate_to_7, migrate_to_8,
};

/**
 * suivi_schema_get_version:
 *
 * Returns: the version of the workspace format that this Suivi writes
 */
guint
suivi_schema_get_version (void)
{
  return G_N_ELEMENTS (migrations);
}

/* A new empty file beside @path that nobody else may read; an earlier copy is never overwritten. */
static char *
make_copy_file (const char *path, int version, GError **error)
{
  for (guint i = 1; i <= MAX_COPIES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.v%d.backup", path, version)
                                     : g_strdup_printf ("%s.v%d.backup-%u", path, version, i);
      int descriptor = g_open (name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

      if (descriptor >= 0)
        {
          g_close (descriptor, NULL);
          return g_steal_pointer (&name);
        }
      if (errno != EEXIST)
        break;
    }

  suivi_database_set_error (NULL, SQLITE_CANTOPEN, error);
  return NULL;
}

static gboolean
copy_and_verify (sqlite3 *db, const char *path, GError **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;
  gboolean ok = FALSE;
  int code = SQLITE_OK;

  code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE, NULL);
  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", db, "main");
      if (backup != NULL)
        sqlite3_backup_step (backup, -1);
      code = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_errcode (copy);
    }
  if (code != SQLITE_OK)
    {
      suivi_database_set_error (copy, code, error);
    }
  else if (suivi_database_prepare (copy, "PRAGMA integrity_check (1)", &statement, error)
           && suivi_database_step (statement, &row, error))
    {
      ok = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
      if (!ok)
        suivi_database_set_error (copy, SQLITE_CORRUPT, error);
    }
  g_clear_pointer (&statement, sqlite3_finalize);
  sqlite3_close (copy);
  if (!ok)
    g_unlink (path);

  return ok;
}

static gboolean
check_references (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  if (!suivi_database_prepare (db, "PRAGMA foreign_key_check", &statement, error)
      || !suivi_database_step (statement, &row, error))
    return FALSE;
  if (row)
    suivi_database_set_error (NULL, SQLITE_CORRUPT, error);

  return !row;
}

static gboolean
make_step (sqlite3 *db, SuiviMigration step, gint64 version, GError **error)
{
  /* PRAGMA takes no parameters; the number is ours. */
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", (int) version);

  return step (db, error) && check_references (db, error) && suivi_database_exec (db, set_version, error)
         && suivi_database_exec (db, "COMMIT", error);
}

static gboolean
make_steps (sqlite3 *db, const SuiviMigration *steps, guint n_steps, gint64 version, GError **error)
{
  while (version < n_steps)
    {
      /* Asked again now that nobody else can write: another program may have made the step. */
      if (!suivi_database_exec (db, "BEGIN IMMEDIATE", error))
        return FALSE;
      if (!suivi_database_get_int (db, "PRAGMA user_version", &version, error) || version >= n_steps)
        {
          sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          break;
        }
      if (!make_step (db, steps[version], version + 1, error))
        {
          sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
      version++;
    }

  return version >= n_steps;
}

/**
 * suivi_schema_migrate:
 * @path: (nullable): the file of @db; a verified copy of it is put beside it as "NAME.v1.backup" before anything is
 *   changed. %NULL for a database in memory
 * @steps: all steps from version 0 on
 *
 * Brings a workspace to version @n_steps, each step in a transaction of its own. A step that fails leaves the
 * file at the version before. A new file (version 0) needs no copy.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_schema_migrate (sqlite3 *db,
                      const char *path,
                      const SuiviMigration *steps,
                      guint n_steps,
                      GError **error)
{
  gint64 version = 0;
  gboolean ok = FALSE;

  if (!suivi_database_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  /* The number comes from the file, and steps are counted with it. */
  g_return_val_if_fail (version >= 0, FALSE);
  if (version >= n_steps)
    return TRUE;

  if (version > 0 && path != NULL)
    {
      g_autofree char *copy = make_copy_file (path, version, error);

      if (copy == NULL || !copy_and_verify (db, copy, error))
        return FALSE;
    }

  /* A step may make a table anew that others refer to. SQLite allows that only without its watch over references,
   * which cannot be switched off inside a transaction; each step is checked as a whole instead. */
  if (!suivi_database_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  ok = make_steps (db, steps, n_steps, version, error);
  if (!suivi_database_exec (db, "PRAGMA foreign_keys = ON", ok ? error : NULL))
    return FALSE;

  return ok;
}

/**
 * suivi_schema_upgrade:
 *
 * suivi_schema_migrate() with the steps of this Suivi.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_schema_upgrade (sqlite3 *db, const char *path, GError **error)
{
  return suivi_schema_migrate (db, path, migrations, G_N_ELEMENTS (migrations), error);
}

/* What is in the schema, one object a line. Tables of SQLite's own come and go. */
static char *
describe_schema (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean row = FALSE;

  if (!suivi_database_prepare (db,
                               "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema"
                               " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
                               &statement, error))
    return NULL;

  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_string_free (g_steal_pointer (&text), FALSE);
      g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (statement, 0));
    }
}

/* The schema that a new workspace of that version has. */
static const char *
expected_schema (guint version, GError **error)
{
  static char *expected[G_N_ELEMENTS (migrations)];
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  char **schema = &expected[version - 1];
  sqlite3 *fresh = NULL;

  if (*schema != NULL)
    return *schema;

  if (sqlite3_open (":memory:", &fresh) == SQLITE_OK
      && suivi_schema_migrate (fresh, NULL, migrations, version, error))
    *schema = describe_schema (fresh, error);
  sqlite3_close (fresh);

  return *schema;
}

/**
 * suivi_schema_check:
 * @version: the version that the workspace says it has, 1 to suivi_schema_get_version()
 * @error: %SUIVI_STORE_ERROR_DAMAGED if the schema is another one
 *
 * Compares the tables, views and triggers of a workspace with those that a new one of its version has. A file can come
 * from anybody: a missing trigger would let counts go wrong in silence, a table that is really an endless view would
 * keep us busy forever.
 *
 * Returns: whether they are the same
 */
gboolean
suivi_schema_check (sqlite3 *db, guint version, GError **error)
{
  const char *expected = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (version >= 1 && version <= G_N_ELEMENTS (migrations), FALSE);

  expected = expected_schema (version, error);
  if (expected == NULL)
    return FALSE;

  found = describe_schema (db, error);
  if (found == NULL)
    return FALSE;
  if (!g_str_equal (found, expected))
    {
      suivi_database_set_error (NULL, SQLITE_CORRUPT, error);
      return FALSE;
    }

  return TRUE;
}
