/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import.h"

G_BEGIN_DECLS

/* Reading tables in tests, and telling in a line what came of them. */

SuiviImportPlan *read_csv            (const char               *text,
                                      const SuiviImportOptions *options);
SuiviImportPlan *read_data_file      (const char               *name);
void             assert_refused      (const char               *text,
                                      const SuiviImportOptions *options,
                                      SuiviImportError          code,
                                      const char               *word);

SuiviPlanRow    *find_plan_row       (SuiviImportPlan          *plan,
                                      guint                     row);
char            *tell_row            (SuiviImportPlan          *plan,
                                      guint                     row);
char            *tell_faults         (SuiviImportPlan          *plan);
guint            count_plan_rows     (SuiviImportPlan          *plan);

#define assert_row(plan, row, expected)             \
  G_STMT_START                                      \
  {                                                 \
    g_autofree char *told_ = tell_row (plan, row);  \
                                                    \
    g_assert_cmpstr (told_, ==, expected);          \
  }                                                 \
  G_STMT_END

#define assert_faults(plan, expected)               \
  G_STMT_START                                      \
  {                                                 \
    g_autofree char *told_ = tell_faults (plan);    \
                                                    \
    g_assert_cmpstr (told_, ==, expected);          \
  }                                                 \
  G_STMT_END

G_END_DECLS
