/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-editor.h"
#include "app/drafting/drafting-page.h"

G_BEGIN_DECLS

/* What the files of the page share: drafting-page.c holds it together, drafting-page-list.c shows issues and drafts,
 * drafting-page-steps.c changes them. */

struct _SuiviDraftingPage
{
  GtkBox parent_instance;

  GtkWidget *sidebar_button;
  GtkWidget *list_button;
  GtkButton *new_button;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkLabel *counter;
  GtkLabel *warning;
  GtkListBox *list;
  GtkStack *editor_stack;
  GtkButton *first_draft_button;
  SuiviDraftEditor *editor;

  SuiviWorkspace *workspace;  /* (owned) (nullable) */
  SuiviDraftSaver *saver;     /* (owned) (nullable) */
  SuiviDraftBoard *board;     /* (owned) (nullable): what is shown */
  GCancellable *cancellable;  /* (owned): of the load under way */
  char *review_id;
  char *wanted_id;            /* key of the draft to show as soon as it is there */
  char *wanted_issue_id;      /* key of the issue to show as soon as it is there */
  GPtrArray *rows;            /* (element-type GtkWidget): of the list, in its order */
  gboolean folded;
  gboolean updating;
  gboolean save_failed;
};

void  suivi_drafting_page_show_failure   (SuiviDraftingPage *self,
                                          const char        *sentence);
void  suivi_drafting_page_update_header  (SuiviDraftingPage *self);
void  suivi_drafting_page_update_actions (SuiviDraftingPage *self);
gboolean suivi_drafting_page_is_writable (SuiviDraftingPage *self);

void  suivi_drafting_page_show_board     (SuiviDraftingPage *self);
void  suivi_drafting_page_show_draft     (SuiviDraftingPage *self,
                                          const char        *draft_id);
void  suivi_drafting_page_row_selected   (SuiviDraftingPage *self,
                                          GtkListBoxRow     *row);

void  suivi_drafting_page_install_steps  (GtkWidgetClass    *widget_class);

G_END_DECLS
