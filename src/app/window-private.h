/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultations-page.h"
#include "app/drafting/drafting-page.h"
#include "app/import/import-dialog.h"
#include "app/overview/overview-page.h"
#include "app/review/recommendations-page.h"
#include "app/scorecard/scorecard-page.h"
#include "app/sidebar.h"
#include "app/summary.h"
#include "app/window.h"

G_BEGIN_DECLS

/* What the files of the window share: window.c keeps the state, window-open.c opens and makes workspaces,
 * window-actions.c acts, window-dnd.c takes drops. */

struct _SuiviWindow
{
  AdwApplicationWindow parent_instance;

  gboolean discards_drafts; /* the user was asked */
  gboolean saving_words;    /* the window closes as soon as that is done */
  gboolean words_saved;     /* it is done, and the window closes now */

  AdwToastOverlay *toasts;
  GtkStack *main_stack;
  GtkLabel *loading_label;
  AdwLeaflet *leaflet;
  SuiviSidebar *sidebar;
  GtkStack *page_stack;
  GtkWidget *content;
  GtkRevealer *read_only_revealer;
  GtkLabel *read_only_label;
  GtkRevealer *drop_revealer;

  SuiviOverviewPage *overview;
  SuiviRecommendationsPage *recommendations;
  SuiviDraftingPage *drafting;
  SuiviConsultationsPage *consultations;
  SuiviScorecardPage *scorecard;

  SuiviWorkspace *workspace;
  SuiviSummary *summary;
  char *review_id;
  gboolean review_chosen;
  gboolean loading_summary;
  gboolean summary_outdated;

  /* The file that is being opened; %NULL when nothing is. */
  GFile *opening;
  GCancellable *cancellable;
  guint spinner_timeout;
  SuiviImportDialog *import_dialog;
  /* Lists that were dropped together: one assistant after the other. */
  GQueue imports;
};

void suivi_window_set_workspace (SuiviWindow *self, SuiviWorkspace *workspace);
void suivi_window_refresh (SuiviWindow *self);
void suivi_window_update_actions (SuiviWindow *self);
void suivi_window_update_main (SuiviWindow *self);

void suivi_window_install_actions (GtkWidgetClass *widget_class);
void suivi_window_init_shortcuts (SuiviWindow *self);
void suivi_window_import_file (SuiviWindow *self, GFile *file);

void suivi_window_init_drops (SuiviWindow *self);

G_END_DECLS
