/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-view.h"
#include "test-utils.h"

G_BEGIN_DECLS

/**
 * DraftingFixture:
 * @app: the application and its window
 * @file: the workspace file that the window has open
 * @page: the drafting page of the window
 */
typedef struct
{
  AppFixture app;
  GFile *file;
  GtkWidget *page;
} DraftingFixture;

void            drafting_fixture_set_up           (DraftingFixture *fixture,
                                                   gconstpointer    data);
void            drafting_fixture_set_up_read_only (DraftingFixture *fixture,
                                                   gconstpointer    data);
void            drafting_fixture_tear_down        (DraftingFixture *fixture,
                                                   gconstpointer    data);
void            drafting_open_page                (DraftingFixture *fixture);

GtkWidget      *drafting_find_label               (GtkWidget       *root,
                                                   const char      *part);
GtkWidget      *drafting_find_button              (GtkWidget       *root,
                                                   const char      *part);
void            drafting_wait_for_label           (GtkWidget       *root,
                                                   const char      *part);
void            drafting_wait_for_no_label        (GtkWidget       *root,
                                                   const char      *part);
void            drafting_wait_for_rows            (DraftingFixture *fixture,
                                                   GType            type,
                                                   guint            n);

SuiviDraftView *drafting_get_view                 (DraftingFixture *fixture);
GtkTextBuffer  *drafting_get_buffer               (DraftingFixture *fixture);
void            drafting_assert_text              (DraftingFixture *fixture,
                                                   const char      *text);
void            drafting_wait_for_text            (DraftingFixture *fixture,
                                                   const char      *text);
void            drafting_type                     (DraftingFixture *fixture,
                                                   const char      *text);
void            drafting_wait_for_marks           (DraftingFixture *fixture);
GtkWidget      *drafting_wait_for_popover         (DraftingFixture *fixture);
GtkWidget      *drafting_open_hint                (DraftingFixture *fixture);

void            drafting_add_issue                (DraftingFixture *fixture,
                                                   const char      *title);
void            drafting_add_draft                (DraftingFixture *fixture,
                                                   guint            issue);
GPtrArray      *drafting_list_drafts              (DraftingFixture *fixture);
void            drafting_wait_for_change          (DraftingFixture *fixture);

G_END_DECLS
