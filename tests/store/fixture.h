/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "store/store.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* A workspace in a folder of its own, both gone at the end. */
typedef struct
{
  char *folder;
  char *path;
  SuiviStore *store;
  SuiviReview *review;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_reopen (Fixture *fixture);
char *fixture_dump (Fixture *fixture);
void fixture_assert_sound (Fixture *fixture);
void fixture_run_sql (Fixture *fixture, const char *sql);

SuiviRecommendation *make_recommendation (SuiviReview *review,
                                          const char *number,
                                          const char *text,
                                          const char *states,
                                          SuiviPosition position,
                                          const char *themes);
void put_recommendation (SuiviStore *store, SuiviRecommendation *recommendation, const char *label);
SuiviAssessment *make_assessment (SuiviRecommendation *recommendation,
                                  SuiviLevel law,
                                  SuiviLevel policy,
                                  SuiviLevel practice,
                                  const char *date);
void put_assessment (SuiviStore *store, SuiviAssessment *assessment, const char *label);
void fill (Fixture *fixture);

G_END_DECLS
