/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"
#include "test-utils.h"
#include "tests/store/consultation-records.h"

G_BEGIN_DECLS

/**
 * ConsultationFixture:
 * @app: the application and its window
 * @file: the workspace file that the window has open
 * @page: the consultations page of the window
 * @consultation_id: (nullable): key of the consultation that the set-up made
 * @participant_id: (nullable): key of its participant
 * @host: (nullable): the window of consultation_host_step()
 *
 * The window over a file with one review, SVN at session 48.
 */
typedef struct
{
  AppFixture app;
  GFile *file;
  GtkWidget *page;
  char *consultation_id;
  char *participant_id;
  GtkWidget *host;
} ConsultationFixture;

/* A change of the file, before it is opened or while it is. Asserts that it works. */
typedef void (*ConsultationChange) (SuiviTransaction *transaction, gpointer data);

/* Nothing but the review */
void consultation_fixture_set_up           (ConsultationFixture *fixture,
                                            gconstpointer        data);
/* One consultation, "School councils", in planning, without an answer */
void consultation_fixture_set_up_planned   (ConsultationFixture *fixture,
                                            gconstpointer        data);
/* The same, ready, with one participant whose consent is settled up to publishing */
void consultation_fixture_set_up_ready     (ConsultationFixture *fixture,
                                            gconstpointer        data);
/* The same, in a file of a newer Suivi: to be read only */
void consultation_fixture_set_up_read_only (ConsultationFixture *fixture,
                                            gconstpointer        data);
void consultation_fixture_tear_down        (ConsultationFixture *fixture,
                                            gconstpointer        data);

/* The workspace that is open */
SuiviWorkspace          *consultation_get_workspace (ConsultationFixture *fixture);
void                     consultation_change        (ConsultationFixture *fixture,
                                                     ConsultationChange   change,
                                                     gpointer             data);
SuiviConsultationRecord *consultation_load          (ConsultationFixture *fixture);
GPtrArray               *consultation_list          (ConsultationFixture *fixture);
GPtrArray               *consultation_list_said     (ConsultationFixture *fixture);
void                     consultation_settle        (ConsultationFixture *fixture);

/* One step in a window of its own, without the page */
SuiviConsultationStep *consultation_host_step (ConsultationFixture *fixture,
                                               GType                type);

/* Finding things and waiting for them */
GtkWidget *consultation_find_label        (GtkWidget  *root,
                                           const char *part);
GtkWidget *consultation_find_button       (GtkWidget  *root,
                                           const char *part);
GtkWidget *consultation_find_row          (GtkWidget  *root,
                                           const char *title);
void       consultation_wait_for_label    (GtkWidget  *root,
                                           const char *part);
void       consultation_wait_for_no_label (GtkWidget  *root,
                                           const char *part);

G_END_DECLS
