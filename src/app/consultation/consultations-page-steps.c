/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consultations-page-private.h"
#include "core/text/text.h"

static GtkWindow *
get_window (SuiviConsultationsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
step_made_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (widget);

  if (self->workspace == NULL)
    return;
  if (failure != NULL)
    suivi_consultations_page_show_failure (self, failure);
  else
    suivi_consultations_page_show_done (self, done);
}

static void
make (SuiviConsultationsPage *self,
      const char *label,
      SuiviStepPut put,
      gpointer data,
      GDestroyNotify data_free,
      const char *done)
{
  suivi_step_make (self->workspace, label, put, data, data_free, GTK_WIDGET (self), step_made_cb, done);
}

/* ---- New and delete ---- */

static gboolean
put_consultation (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_consultation (transaction, record, error);
}

static gboolean
delete_consultation (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_delete_consultation (transaction, record, error);
}

static void
add (SuiviConsultationsPage *self, const char *title)
{
  SuiviConsultation *consultation = suivi_consultation_new (self->board->state, title);

  consultation->review_id = g_strdup (self->board->review_id);
  g_free (self->wanted_id);
  self->wanted_id = g_strdup (consultation->id);
  self->begins = TRUE;
  make (self, _ ("Add consultation"), put_consultation, consultation,
        (GDestroyNotify) suivi_consultation_free, NULL);
}

static void
title_given_cb (AdwMessageDialog *dialog, const char *response, SuiviConsultationsPage *self)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "suivi-title");
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "add") && title[0] != '\0' && self->board != NULL && self->board->state != NULL
      && suivi_consultations_page_is_writable (self))
    add (self, title);
}

static void
title_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "add",
                                           !suivi_text_is_blank (gtk_editable_get_text (entry)));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (widget);
  AdwMessageDialog *dialog = NULL;
  GtkWidget *entry = gtk_entry_new ();

  dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (get_window (self), _ ("New consultation"),
                            _ ("Give it a title that says nothing about a child. You can change it later.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "add");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_enabled (dialog, "add", FALSE);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Children of the school councils"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 200);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the consultation"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  g_object_set_data (G_OBJECT (dialog), "suivi-title", entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (title_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (title_given_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (widget);
  SuiviConsultationEntry *entry = suivi_consultations_page_get_shown (self);

  if (entry == NULL)
    return;

  suivi_consultations_page_save (self);
  make (self, _ ("Delete consultation"), delete_consultation, g_strdup (entry->record->consultation->id),
        g_free, _ ("Consultation deleted"));
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

/* ---- Where it stands ---- */

typedef struct
{
  char *id;
  SuiviConsultationStatus status;
} Move;

static void
free_move (Move *self)
{
  g_free (self->id);
  g_free (self);
}

/* As the workspace has it: what was just typed is in there, and not yet on the page. */
static gboolean
put_status (SuiviStore *store, SuiviTransaction *transaction, gpointer data, GError **error)
{
  Move *move = data;
  g_autoptr (SuiviConsultationRecord) record = suivi_store_load_consultation (store, move->id, error);

  if (record == NULL)
    return FALSE;

  record->consultation->status = move->status;
  return suivi_transaction_put_consultation (transaction, record->consultation, error);
}

static const char *
get_step_label (SuiviConsultationStatus status)
{
  switch (status)
    {
    case SUIVI_CONSULTATION_READY:
      return _ ("Mark consultation as ready");
    case SUIVI_CONSULTATION_HELD:
      return _ ("Mark consultation as held");
    case SUIVI_CONSULTATION_REPORTED_BACK:
      return _ ("Mark consultation as reported back");
    case SUIVI_CONSULTATION_CLOSED:
      return _ ("Close consultation");
    case SUIVI_CONSULTATION_PLANNING:
    default:
      return _ ("Take consultation back");
    }
}

static const char *
get_done_label (SuiviConsultationStatus status)
{
  switch (status)
    {
    case SUIVI_CONSULTATION_READY:
      return _ ("Marked as ready");
    case SUIVI_CONSULTATION_HELD:
      return _ ("Marked as held");
    case SUIVI_CONSULTATION_REPORTED_BACK:
      return _ ("Marked as reported back");
    case SUIVI_CONSULTATION_CLOSED:
      return _ ("Consultation closed");
    case SUIVI_CONSULTATION_PLANNING:
    default:
      return _ ("Consultation taken back one step");
    }
}

static void
move_to (SuiviConsultationsPage *self,
         SuiviConsultationEntry *entry,
         SuiviConsultationStatus status,
         const char *label,
         const char *done)
{
  Move *move = g_new0 (Move, 1);

  move->id = g_strdup (entry->record->consultation->id);
  move->status = status;
  suivi_consultations_page_save (self);
  make (self, label, put_status, move, (GDestroyNotify) free_move, done);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (widget);
  SuiviConsultationEntry *entry = suivi_consultations_page_get_shown (self);
  SuiviConsultationStatus status = SUIVI_CONSULTATION_PLANNING;

  if (entry == NULL || entry->record->consultation->status >= SUIVI_CONSULTATION_CLOSED)
    return;

  status = entry->record->consultation->status + 1;
  move_to (self, entry, status, get_step_label (status), get_done_label (status));
}

static void
step_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (widget);
  SuiviConsultationEntry *entry = suivi_consultations_page_get_shown (self);

  if (entry != NULL && entry->record->consultation->status > SUIVI_CONSULTATION_PLANNING)
    move_to (self, entry, entry->record->consultation->status - 1, _ ("Take consultation back"),
             get_done_label (SUIVI_CONSULTATION_PLANNING));
}

/**
 * suivi_consultations_page_update_actions:
 *
 * Switches off what cannot be done now.
 */
void
suivi_consultations_page_update_actions (SuiviConsultationsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SuiviConsultationEntry *entry = suivi_consultations_page_get_shown (self);
  gboolean writable = suivi_consultations_page_is_writable (self);
  gboolean has_state = self->board != NULL && self->board->state != NULL;

  gtk_widget_action_set_enabled (widget, "consultation.new", writable && has_state);
  gtk_widget_action_set_enabled (widget, "consultation.delete",
                                 writable && entry != NULL && entry->record->participants->len == 0);
  gtk_widget_action_set_enabled (widget, "consultation.next",
                                 writable && entry != NULL && entry->refusal == NULL
                                   && entry->record->consultation->status < SUIVI_CONSULTATION_CLOSED);
  gtk_widget_action_set_enabled (widget, "consultation.step-back",
                                 writable && entry != NULL
                                   && entry->record->consultation->status > SUIVI_CONSULTATION_PLANNING);
  suivi_consultations_page_update_prints (self);
}

/**
 * suivi_consultations_page_install_steps:
 * @widget_class: the class of the page
 *
 * Installs what changes consultations.
 */
void
suivi_consultations_page_install_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "consultation.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "consultation.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "consultation.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "consultation.step-back", NULL, step_back_action);
}
