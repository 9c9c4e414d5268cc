/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/edition-bar.h"
#include "app/scorecard/edition-view.h"
#include "app/scorecard/scorecard-facts.h"
#include "app/scorecard/scorecard-page.h"
#include "app/scorecard/signals-box.h"
#include "app/overview/light-bar.h"
#include "app/summary.h"
#include "exchange/scorecard-output.h"

G_BEGIN_DECLS

/*
 * The lights at a cut-off date, and the way to a file. The numbers shown and the file written come from one
 * filter: review and cut-off date. A frozen edition has numbers of its own.
 */
struct _SuiviScorecardPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwWindowTitle *title;
  GtkWidget *menu_button;
  GtkWidget *edition_bar_clamp;
  SuiviEditionBar *edition_bar;
  GtkStack *stack;
  GtkWidget *export_button;
  GtkRevealer *progress_revealer;
  GtkSpinner *progress_spinner;
  AdwActionRow *cut_off_row;
  GtkMenuButton *cut_off_button;
  GtkCalendar *calendar;
  GtkWidget *name;
  GtkWidget *organisation;
  GtkLabel *lights_label;
  GtkLabel *graded_label;
  SuiviLightBar *bar;
  GtkListBox *positions;
  SuiviSignalsBox *signals;
  SuiviEditionView *edition_view;

  SuiviWorkspace *workspace;
  SuiviSummary *summary;
  SuiviScorecardFacts *facts; /* (owned) (nullable) */
  GCancellable *cancellable;
  GCancellable *facts_cancellable;
  GCancellable *export_cancellable;
  char *review_id;
  char *cut_off;
  char *edition_id;            /* (owned) (nullable): that is shown; %NULL: the working copy */
  SuiviScorecardFormat format; /* that was asked for last */
  gboolean folded;
};

void suivi_scorecard_page_install_editions (GtkWidgetClass *widget_class);
void suivi_scorecard_page_load_facts (SuiviScorecardPage *self);
void suivi_scorecard_page_update_editions (SuiviScorecardPage *self);
void suivi_scorecard_page_say (SuiviScorecardPage *self, const char *sentence);

G_END_DECLS
