/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/review/recommendations-page.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/**
 * ReviewFixture:
 *
 * A window with the recommendations page over a workspace of generated recommendations of an imaginary State.
 */
typedef struct
{
  char *folder;
  char *path;
  SuiviWorkspace *workspace;
  GtkWindow *window;
  SuiviRecommendationsPage *page;
} ReviewFixture;

typedef gboolean (*ReviewCondition) (gpointer data);

/* Puts what a test is about into a new workspace. */
typedef void (*ReviewFill) (SuiviTransaction *transaction);

void           review_test_init              (int                      *argc,
                                              char                   ***argv);

ReviewFixture *review_fixture_new            (guint                     n);
ReviewFixture *review_fixture_new_filled     (ReviewFill                fill);
void           review_fixture_free           (ReviewFixture            *self);
void           review_fixture_settle         (ReviewFixture            *self);
void           review_fixture_select         (ReviewFixture            *self,
                                              const char               *text);
guint          review_fixture_count_rows     (ReviewFixture            *self);
void           review_fixture_search         (ReviewFixture            *self,
                                              const char               *text);
void           review_fixture_undo           (ReviewFixture            *self);
SuiviRecommendation *review_fixture_wait_row (ReviewFixture            *self,
                                              guint                     position);

void           review_wait_until             (ReviewCondition           condition,
                                              gpointer                  data);
GtkWidget     *review_find_widget            (GtkWidget                *root,
                                              GType                     type,
                                              guint                     index);
guint          review_count_widgets          (GtkWidget                *root,
                                              GType                     type);
GtkWidget     *review_find_label             (GtkWidget                *root,
                                              const char               *text);
gboolean       review_press_key              (GtkWidget                *widget,
                                              guint                     key,
                                              GdkModifierType           modifiers);

G_END_DECLS
