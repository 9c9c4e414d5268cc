/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "runner.h"

G_BEGIN_DECLS

/**
 * Workspace:
 * @folder: a folder of its own, for other files too
 * @file: an empty workspace in it
 *
 * What most tests begin with.
 */
typedef struct
{
  char *folder;
  char *file;
} Workspace;

void    workspace_set_up       (Workspace    *self,
                                gconstpointer data);
void    workspace_tear_down    (Workspace    *self,
                                gconstpointer data);
char   *workspace_get_path     (Workspace    *self,
                                const char   *name);
char   *workspace_write        (Workspace    *self,
                                const char   *name,
                                const char   *content,
                                gssize        length);
Result *workspace_run          (Workspace    *self,
                                const char   *line);
char   *workspace_tell         (Workspace    *self,
                                const char   *line);
Result *workspace_import       (Workspace    *self,
                                const char   *source,
                                const char   *line);
void    workspace_assert_empty (Workspace    *self);

gboolean run_python            (const char   *script,
                                ...) G_GNUC_NULL_TERMINATED;
char    *find_test_data        (const char   *folder,
                                const char   *name);

#define assert_tells(workspace, line, expected)             \
  G_STMT_START                                              \
  {                                                         \
    g_autofree char *told_ = workspace_tell (workspace, line); \
                                                            \
    g_assert_cmpstr (told_, ==, expected);                  \
  }                                                         \
  G_STMT_END

/**
 * Plan:
 *
 * The numbers in a plan of "import --json".
 */
typedef struct
{
  gint64 n_new;
  gint64 n_changed;
  gint64 n_same;
  gint64 n_near;
  gsize n_faults;
} Plan;

Plan plan_parse (Result *result);

#define assert_plan(result, new, changed, same, near, faults) \
  G_STMT_START                                                \
  {                                                           \
    Plan plan_ = plan_parse (result);                         \
                                                              \
    g_assert_cmpint (plan_.n_new, ==, new);                   \
    g_assert_cmpint (plan_.n_changed, ==, changed);           \
    g_assert_cmpint (plan_.n_same, ==, same);                 \
    g_assert_cmpint (plan_.n_near, ==, near);                 \
    g_assert_cmpuint (plan_.n_faults, ==, faults);            \
  }                                                           \
  G_STMT_END

G_END_DECLS
