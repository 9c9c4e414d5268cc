/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/changes-view.h"
#include "app/scorecard/charts-view.h"
#include "app/scorecard/edition-bar.h"
#include "app/scorecard/edition-view.h"
#include "app/scorecard/grade-view.h"
#include "app/scorecard/headline-box.h"
#include "app/scorecard/matrix-view.h"
#include "app/scorecard/scorecard-facts.h"
#include "app/scorecard/scorecard-page.h"
#include "app/scorecard/signals-box.h"
#include "app/overview/legend.h"
#include "app/overview/light-bar.h"
#include "app/summary.h"

G_BEGIN_DECLS

/**
 * SuiviExportKind:
 *
 * What the page can write. Several kinds of documents are Word files.
 */
typedef enum
{
  SUIVI_EXPORT_XLSX,
  SUIVI_EXPORT_REPORT,
  SUIVI_EXPORT_CHILD,
  SUIVI_EXPORT_PDF,
  SUIVI_EXPORT_LIST,
  SUIVI_EXPORT_CSV,
  SUIVI_EXPORT_JSON,
} SuiviExportKind;

#define SUIVI_N_EXPORT_KINDS 7

/*
 * The lights at a cut-off date, and the way to a file. The numbers shown and the file written come from one
 * filter: review and cut-off date. A frozen edition has numbers of its own.
 */
struct _SuiviScorecardPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwViewSwitcherTitle *title;
  GtkWidget *menu_button;
  GtkWidget *edition_bar_clamp;
  SuiviEditionBar *edition_bar;
  GtkRevealer *unnamed;
  GtkLabel *unnamed_label;
  GtkStack *stack;
  AdwViewStack *tabs;
  GtkWidget *switcher_bar;
  GtkStack *summary_stack;
  SuiviGradeView *grade_view;
  SuiviMatrixView *matrix_view;
  SuiviChartsView *charts;
  SuiviChangesView *changes;
  GtkWidget *export_button;
  GtkRevealer *progress_revealer;
  GtkSpinner *progress_spinner;
  AdwActionRow *cut_off_row;
  GtkMenuButton *cut_off_button;
  GtkCalendar *calendar;
  AdwEntryRow *name;
  AdwEntryRow *organisation;
  SuiviLegend *legend;
  SuiviHeadlineBox *headline;
  SuiviLightBar *bar;
  GtkListBox *positions;
  SuiviSignalsBox *signals;
  SuiviEditionView *edition_view;

  SuiviWorkspace *workspace;
  SuiviSummary *summary;
  SuiviScorecardFacts *facts; /* (owned) (nullable) */
  GCancellable *cancellable;
  GCancellable *facts_cancellable;
  GCancellable *unnamed_cancellable; /* (owned) (nullable): of counting what does not say whose it is */
  GCancellable *export_cancellable;
  GCancellable *list_search; /* (owned) (nullable): for the list that is to be filled in */
  char *review_id;
  char *cut_off;
  char *edition_id;     /* (owned) (nullable): that is shown; %NULL: the working copy */
  SuiviExportKind kind; /* that was asked for last */
  char *list_source;    /* (owned) (nullable): the list that is to be filled in */
  guint n_unnamed;      /* judgements that do not say whose they are */
  gboolean facts_spoilt;
  gboolean folded;
};

void suivi_scorecard_page_install_editions (GtkWidgetClass *widget_class);
void suivi_scorecard_page_spoil_facts (SuiviScorecardPage *self);
void suivi_scorecard_page_load_facts (SuiviScorecardPage *self);
void suivi_scorecard_page_update_editions (SuiviScorecardPage *self);
void suivi_scorecard_page_open_rows (SuiviScorecardPage *self, const char *title, GPtrArray *rows);
void suivi_scorecard_page_install_organisations (GtkWidgetClass *widget_class);
void suivi_scorecard_page_update_unnamed (SuiviScorecardPage *self);
void suivi_scorecard_page_count_unnamed (SuiviScorecardPage *self);
void suivi_scorecard_page_install_tabs (GtkWidgetClass *widget_class);
void suivi_scorecard_page_init_tabs (SuiviScorecardPage *self);
void suivi_scorecard_page_update_tabs (SuiviScorecardPage *self);
void suivi_scorecard_page_update_scope (SuiviScorecardPage *self);
gboolean suivi_scorecard_page_shows_facts (SuiviScorecardPage *self);
void suivi_scorecard_page_install_export (GtkWidgetClass *widget_class);
void suivi_scorecard_page_update_export (SuiviScorecardPage *self);
void suivi_scorecard_page_say (SuiviScorecardPage *self, const char *sentence);

G_END_DECLS
