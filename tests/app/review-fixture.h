/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/review/recommendations-page.h"
#include "store/transaction.h"
#include "test-utils.h"

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

/* Puts what a test is about into a new workspace. */
typedef void (*ReviewFill) (SuiviTransaction *transaction);

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

GtkWidget     *review_find_label             (GtkWidget                *root,
                                              const char               *text);

G_END_DECLS
