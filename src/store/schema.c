/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/schema.h"
#include "suivi-schema.h"

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

/* One step per version, in order, never changed once released. */
static const SuiviMigration migrations[] = {
  migrate_to_1,
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

static gboolean
copy_and_verify (sqlite3 *db, const char *path, GError **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;
  gboolean ok = FALSE;
  int code = SQLITE_OK;

  g_unlink (path);
  code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
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

/**
 * suivi_schema_migrate:
 * @path: the file of @db; a verified copy of it is put beside it as "NAME.v1.backup" before anything is
 * changed
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

  if (!suivi_database_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version > 0 && version < n_steps)
    {
      g_autofree char *copy = g_strdup_printf ("%s.v%d.backup", path, (int) version);

      if (!copy_and_verify (db, copy, error))
        return FALSE;
    }

  for (; version < n_steps; version++)
    {
      /* PRAGMA takes no parameters; the number is ours. */
      g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", (int) version + 1);

      if (!suivi_database_exec (db, "BEGIN IMMEDIATE", error))
        return FALSE;
      if (!steps[version](db, error) || !suivi_database_exec (db, set_version, error)
          || !suivi_database_exec (db, "COMMIT", error))
        {
          sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
    }

  return TRUE;
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
