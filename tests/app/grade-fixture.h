/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/review/level-row.h"
#include "app/scorecard/grade-view.h"
#include "review-fixture.h"
#include "store/scorecard-store.h"

G_BEGIN_DECLS

/* For whom Ann grades, unless a test says otherwise. */
#define GRADE_OWN "School Watch"

/**
 * GradeFixture:
 * @base: the workspace, open
 * @root: @view, as a widget
 * @reason: what is typed as the reason
 * @source: what is typed as the source
 * @shown: (nullable): key of the recommendation that the view asked to show
 *
 * The Grade tab in a window of its own.
 */
typedef struct
{
  ReviewFixture *base;
  GtkWindow *window;
  SuiviGradeView *view;
  GtkWidget *root;
  GtkTextBuffer *reason;
  GtkEditable *source;
  char *shown;
} GradeFixture;

void             grade_fixture_set_up        (GradeFixture  *fixture,
                                              guint          n);
void             grade_fixture_set_up_filled (GradeFixture  *fixture,
                                              ReviewFill     fill);
void             grade_fixture_present       (GradeFixture  *fixture);
void             grade_fixture_settle        (GradeFixture  *fixture);
void             grade_fixture_tear_down     (GradeFixture  *fixture);

SuiviLevelRow   *grade_fixture_get_level_row (GradeFixture  *fixture,
                                              guint          index);
const char      *grade_fixture_get_number    (GradeFixture  *fixture);
gboolean         grade_fixture_has_focus_in  (GradeFixture  *fixture,
                                              gpointer       widget);
void             grade_fixture_fill_in       (GradeFixture  *fixture,
                                              const char    *reason,
                                              const char    *source);
void             grade_fixture_assert_reason (GradeFixture  *fixture,
                                              const char    *expected);
guint            grade_fixture_count_drafts  (GradeFixture  *fixture);
void             grade_fixture_wait_for_drafts (GradeFixture *fixture,
                                              guint          wanted);
void             grade_fixture_grade_elsewhere (GradeFixture *fixture,
                                              const char    *recommendation_id);

SuiviAssessment *grade_fixture_look_up       (GradeFixture  *fixture,
                                              const char    *number,
                                              guint         *n_evidence);
SuiviAssessment *grade_fixture_make_grade    (const char    *id,
                                              const char    *organisation,
                                              SuiviLevel     level,
                                              const char    *date);

G_END_DECLS
