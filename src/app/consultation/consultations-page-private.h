/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-view.h"
#include "app/consultation/consultations-page.h"
#include "exchange/consultation-documents.h"

G_BEGIN_DECLS

/* What the files of the page share: consultations-page.c holds it together, consultations-page-list.c shows the
 * consultations, consultations-page-steps.c changes them, consultations-page-print.c writes documents about them. */

struct _SuiviConsultationsPage
{
  GtkBox parent_instance;

  GtkWidget *sidebar_button;
  GtkWidget *list_button;
  GtkButton *new_button;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkListBox *list;
  SuiviConsultationView *view;

  SuiviWorkspace *workspace;     /* (owned) (nullable) */
  SuiviConsultationBoard *board; /* (owned) (nullable): what is shown */
  GCancellable *cancellable;     /* (owned): of the load under way */
  char *review_id;
  char *wanted_id; /* key of the consultation to show as soon as it is there */
  GPtrArray *rows; /* (element-type GtkWidget): of the list, in its order */
  char *failed;    /* (nullable): what went wrong since the last suivi_consultations_page_save_async() */
  GtkFileChooserNative *chooser; /* (owned) (nullable): while it is shown */
  SuiviConsultationDocument printing; /* what the chooser asks for */
  gboolean begins; /* whether @wanted_id was just added: its plan is what comes next */
  gboolean folded;
  gboolean updating;
};

void     suivi_consultations_page_show_failure   (SuiviConsultationsPage  *self,
                                                  const char              *sentence);
void     suivi_consultations_page_show_done      (SuiviConsultationsPage  *self,
                                                  const char              *sentence);
void     suivi_consultations_page_update_header  (SuiviConsultationsPage  *self);
void     suivi_consultations_page_update_actions (SuiviConsultationsPage  *self);
gboolean suivi_consultations_page_is_writable    (SuiviConsultationsPage  *self);

void     suivi_consultations_page_show_board     (SuiviConsultationsPage  *self,
                                                  SuiviConsultationBoard  *board);
void     suivi_consultations_page_row_selected   (SuiviConsultationsPage  *self,
                                                  GtkListBoxRow           *row);
SuiviConsultationEntry *suivi_consultations_page_get_shown (SuiviConsultationsPage *self);

void     suivi_consultations_page_install_steps  (GtkWidgetClass          *widget_class);

void     suivi_consultations_page_write          (SuiviConsultationsPage    *self,
                                                  SuiviConsultationDocument  document,
                                                  const char                *path);
void     suivi_consultations_page_update_prints  (SuiviConsultationsPage  *self);
void     suivi_consultations_page_install_prints (GtkWidgetClass          *widget_class);

G_END_DECLS
