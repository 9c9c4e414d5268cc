/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/agreement-jobs.h"
#include "app/scorecard/matrix-row.h"
#include "app/scorecard/matrix-view.h"
#include "test-utils.h"

G_BEGIN_DECLS

#define MATRIX_N_ROWS 6

/* For whom the person at this computer works. */
#define MATRIX_OWN "Alvera Child Network"

/**
 * MatrixFixture:
 * @ids: keys of the recommendations 140.1 and so on, from 1 on
 * @graded: the recommendation that somebody wanted to grade
 * @shown: the recommendation that somebody wanted to see
 *
 * A window with the matrix over six recommendations of an imaginary State, which three organisations judged:
 *
 *            own     Law Clinic   School Union
 *   140.1    green   amber        red              two apart
 *   140.2    amber   amber                         all say the same
 *   140.3    green   amber                         one apart; later the clinic says green, too
 *   140.4                                          nobody
 *   140.5            red          red              all say the same
 *   140.6    green                                 one alone
 *
 * The cut-off is 2026-06-30.
 */
typedef struct
{
  char *folder;
  SuiviWorkspace *workspace;
  GtkWindow *window;
  SuiviMatrixView *view;
  GtkWidget *root;
  char *ids[MATRIX_N_ROWS + 1];
  char *graded;
  char *shown;
} MatrixFixture;

void matrix_fixture_set_up (MatrixFixture *self, gconstpointer data);
void matrix_fixture_set_up_unnamed (MatrixFixture *self, gconstpointer data);
void matrix_fixture_set_up_alone (MatrixFixture *self, gconstpointer data);
void matrix_fixture_tear_down (MatrixFixture *self, gconstpointer data);

GtkWidget *matrix_fixture_find (MatrixFixture *self, GType type);
GListModel *matrix_fixture_get_model (MatrixFixture *self);
void matrix_assert_columns (MatrixFixture *self, const char *expected);
void matrix_fixture_choose (MatrixFixture *self, guint which);
void matrix_assert_titles (MatrixFixture *self, const char *expected);
void matrix_assert_row (MatrixFixture *self, guint place, const char *expected);

SuiviAssessment *
matrix_make_judgement (const char *id, const char *organisation, SuiviLevel level, const char *date);
void matrix_load_style (void);

G_END_DECLS
