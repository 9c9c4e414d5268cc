/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include <yajl/yajl_tree.h>

G_BEGIN_DECLS

/**
 * Result:
 * @status: exit status; -1 if it was killed by a signal or did not end in time
 * @out: standard output
 * @err: standard error
 *
 * What came of a call of suivi-cli.
 */
typedef struct
{
  int status;
  char *out;
  char *err;
} Result;

void     runner_init        (const char   *program);
const char *runner_get_program (void);
char    *runner_make_folder (void);
void     runner_drop_folder (char         *folder);

Result  *run_cli            (const char   *first,
                             ...) G_GNUC_NULL_TERMINATED;
Result  *run_strv           (const char * const *args);
void     result_free        (Result       *self);

yajl_val json_parse         (const char   *text);
yajl_val json_get           (yajl_val      object,
                             const char   *key);
gint64   json_number        (yajl_val      object,
                             const char   *key);
const char *json_text       (yajl_val      object,
                             const char   *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

#define assert_status(result, expected) \
  G_STMT_START \
  { \
    if ((result)->status != (expected)) \
      g_test_message ("stdout: %s\nstderr: %s", (result)->out, (result)->err); \
    g_assert_cmpint ((result)->status, ==, (expected)); \
  } \
  G_STMT_END

G_END_DECLS
