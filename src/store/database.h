/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to src/store: the few calls to SQLite that everything else here is made of. */

#define SQLITE_ENABLE_SESSION        1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include <gio/gio.h>

G_BEGIN_DECLS

void     suivi_database_init        (void);
void     suivi_database_set_error   (sqlite3       *db,
                                     int            code,
                                     GError       **error);
gboolean suivi_database_exec        (sqlite3       *db,
                                     const char    *sql,
                                     GError       **error);
gboolean suivi_database_prepare     (sqlite3       *db,
                                     const char    *sql,
                                     sqlite3_stmt **statement,
                                     GError       **error);
gboolean suivi_database_step        (sqlite3_stmt  *statement,
                                     gboolean      *row,
                                     GError       **error);
gboolean suivi_database_get_int     (sqlite3       *db,
                                     const char    *sql,
                                     gint64        *value,
                                     GError       **error);
void     suivi_database_add_functions (sqlite3     *db);

/* For tests only: the @steps-th write or read from now on fails as a full disk would; 0 switches it off. */
void     suivi_database_fail_after  (int            steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
