/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* A workspace in a folder of its own, and what tests of plans do with it. */

typedef struct
{
  char *folder;
  SuiviStore *store;
} Fixture;

#define PLAN_TEST(path, func) g_test_add ("/exchange/" path, Fixture, NULL, plan_set_up, func, plan_tear_down)

void                 plan_set_up         (Fixture             *fixture,
                                          gconstpointer        data);
void                 plan_tear_down      (Fixture             *fixture,
                                          gconstpointer        data);

SuiviRecommendation *make_recommendation (const char          *number,
                                          const char          *text,
                                          const char * const  *states);
SuiviPlanRow        *make_row            (guint                row,
                                          const char          *number,
                                          const char          *text);
void                 add_row             (SuiviImportPlan     *plan,
                                          guint                row,
                                          const char          *number,
                                          const char          *text);
void                 take                (SuiviImportPlan     *plan,
                                          SuiviRecommendation *recommendation,
                                          guint                row);
SuiviImportPlan     *make_plan           (void);
SuiviPlanRow        *get_row             (SuiviImportPlan     *plan,
                                          guint                row);
void                 compare             (SuiviImportPlan     *plan,
                                          SuiviStore          *store);
void                 apply               (SuiviImportPlan     *plan,
                                          SuiviStore          *store);
char                *tell_counts         (SuiviImportPlan     *plan);
SuiviRecommendation *find                (SuiviStore          *store,
                                          const char          *number);
guint                count_all           (SuiviStore          *store);
void                 put                 (SuiviStore          *store,
                                          SuiviRecommendation *recommendation);
void                 assert_change       (SuiviPlanRow        *row,
                                          guint                i,
                                          const char          *field,
                                          const char          *old_value,
                                          const char          *new_value);

/* "new/changed/same/near/faulty→to apply" */
#define assert_counts(plan, expected)              \
  G_STMT_START                                     \
  {                                                \
    g_autofree char *counts_ = tell_counts (plan); \
                                                   \
    g_assert_cmpstr (counts_, ==, expected);       \
  }                                                \
  G_STMT_END

G_END_DECLS
