/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "tests/store/fixture.h"

G_BEGIN_DECLS

/* Does @call, which may use `step` and `do_error`, in a step of its own; or sees that the store refuses it. */

#define DO(fixture, call)                                                                        \
  G_STMT_START                                                                                   \
  {                                                                                              \
    g_autoptr (GError) do_error = NULL;                                                          \
    g_autoptr (SuiviTransaction) step = suivi_store_begin ((fixture)->store, "Step", &do_error); \
                                                                                                 \
    g_assert_no_error (do_error);                                                                \
    g_assert_true (call);                                                                        \
    g_assert_no_error (do_error);                                                                \
    g_assert_true (suivi_transaction_commit (step, &do_error));                                  \
    g_assert_no_error (do_error);                                                                \
  }                                                                                              \
  G_STMT_END

#define REFUSED(fixture, call)                                                              \
  G_STMT_START                                                                              \
  {                                                                                         \
    g_autoptr (GError) do_error = NULL;                                                     \
    g_autoptr (SuiviTransaction) step = suivi_store_begin ((fixture)->store, "Step", NULL); \
                                                                                            \
    g_assert_false (call);                                                                  \
    g_assert_error (do_error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);                \
    /* What is wrong is said, not only that the file would not take it. */                  \
    g_assert_null (strstr (do_error->message, "does not fit the rules"));                   \
  }                                                                                         \
  G_STMT_END

SuiviRecommendation *find (Fixture *fixture, const char *number);
void grade (Fixture *fixture, const char *number, SuiviLevel level, const char *date);

G_END_DECLS
