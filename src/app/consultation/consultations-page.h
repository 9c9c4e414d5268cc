/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CONSULTATIONS_PAGE (suivi_consultations_page_get_type ())
G_DECLARE_FINAL_TYPE (SuiviConsultationsPage, suivi_consultations_page, SUIVI, CONSULTATIONS_PAGE, GtkBox)

/* Consultations with children for the review of a State: the list on one side, one of them on the other. */

void     suivi_consultations_page_set_workspace     (SuiviConsultationsPage  *self,
                                                     SuiviWorkspace          *workspace);
void     suivi_consultations_page_set_review        (SuiviConsultationsPage  *self,
                                                     const char              *review_id);
void     suivi_consultations_page_show_consultation (SuiviConsultationsPage  *self,
                                                     const char              *id);
gboolean suivi_consultations_page_has_unsaved       (SuiviConsultationsPage  *self);
void     suivi_consultations_page_save              (SuiviConsultationsPage  *self);
void     suivi_consultations_page_save_async        (SuiviConsultationsPage  *self,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
gboolean suivi_consultations_page_save_finish       (SuiviConsultationsPage  *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);

G_END_DECLS
