/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consultation-step.h"
#include "app/consultation/erase-dialog.h"
#include "app/consultation/participant-dialog.h"
#include "app/consultation/participant-words.h"
#include "app/consultation/record-form.h"
#include "app/consultation/sealed-box.h"
#include "app/drafting/panel-widgets.h"
#include "app/drop-down.h"
#include "app/step.h"

struct _SuiviParticipantDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkImage *standing_icon;
  GtkLabel *standing;
  GtkWidget *size;
  AdwComboRow *age_band;
  AdwComboRow *gender;
  GtkWidget *assent_on;
  AdwComboRow *assent_form;
  AdwComboRow *guardian;
  GtkWidget *guardian_reason;
  AdwComboRow *take_part;
  AdwComboRow *quote;
  AdwComboRow *publish;
  AdwComboRow *image;
  AdwComboRow *travel;
  AdwComboRow *contact;
  GtkWidget *information;
  GtkWidget *delete_by;
  SuiviSealedBox *sealed;
  GtkWidget *withdraw;
  GtkWidget *restore;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  SuiviRecordForm *form;     /* (owned) */
  GtkCalendar *calendar;     /* (nullable): while the day of the withdrawal is asked for */
  char *id;
  char *files; /* (nullable): names of the files that were written with what children said */
  gboolean writable;
  gboolean closed;  /* whether the consultation is: then only taking back and erasing are left */
  gboolean closing; /* as soon as all is sealed */
  gboolean gone;    /* whether there is nothing to save any more */
};

G_DEFINE_FINAL_TYPE (SuiviParticipantDialog, suivi_participant_dialog, ADW_TYPE_WINDOW)

static void
fail (SuiviParticipantDialog *self, const char *sentence)
{
  self->closing = FALSE;
  gtk_label_set_label (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
}

static gboolean
needs_reason (SuiviGuardianConsent guardian)
{
  return guardian != SUIVI_GUARDIAN_UNDECIDED && guardian != SUIVI_GUARDIAN_YES
         && guardian != SUIVI_GUARDIAN_OF_AGE;
}

/* From what the fields hold, saved or not. */
static void
show_standing (SuiviParticipantDialog *self)
{
  g_autoptr (SuiviParticipant) participant = suivi_record_form_get_record (self->form);
  g_autofree char *today = suivi_participant_dup_today ();
  g_autofree char *standing = NULL;
  gboolean withdrawn = FALSE;

  if (participant == NULL)
    return;

  standing = suivi_participant_say_standing (participant, today);
  withdrawn = *participant->withdrawn_on != '\0';
  gtk_label_set_label (self->standing, standing);
  gtk_image_set_from_icon_name (self->standing_icon, suivi_participant_get_icon (
                                                       suivi_participant_get_standing (participant, today)));
  gtk_widget_set_visible (self->guardian_reason,
                          needs_reason (participant->guardian) || *participant->guardian_reason != '\0');
  gtk_widget_set_visible (self->withdraw, !withdrawn);
  gtk_widget_set_visible (self->restore, withdrawn);
}

/* --- Saving ------------------------------------------------------------------------------------------------ */

static gboolean
put_participant (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_participant (transaction, record, error);
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviParticipantDialog *self = SUIVI_PARTICIPANT_DIALOG (widget);

  if (failure != NULL && self->workspace != NULL)
    fail (self, failure);
}

/* Takes over @record. */
static void
make_step (SuiviParticipantDialog *self,
           const char *label,
           SuiviStepPut put,
           gpointer record,
           GDestroyNotify record_free)
{
  if (self->workspace == NULL || self->gone)
    {
      record_free (record);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  suivi_step_make (self->workspace, label, put, record, record_free, GTK_WIDGET (self), saved_cb, NULL);
}

/* Takes over @participant. */
static void
save (SuiviParticipantDialog *self, const char *label, SuiviParticipant *participant)
{
  make_step (self, label, put_participant, participant, (GDestroyNotify) suivi_participant_free);
}

static void
edited_cb (SuiviParticipantDialog *self)
{
  show_standing (self);
  /* Translators: name of a step of the history */
  save (self, _ ("Change consent"), suivi_record_form_get_record (self->form));
}

/* --- Taking back ------------------------------------------------------------------------------------------- */

static gboolean
restore_participant (SuiviStore *store, SuiviTransaction *transaction, gpointer id, GError **error)
{
  return suivi_transaction_restore_participant (transaction, id, error);
}

static void
withdrawn_cb (SuiviParticipantDialog *self, const char *response)
{
  g_autoptr (GDateTime) day = NULL;
  SuiviParticipant *participant = NULL;
  gboolean erases = g_str_equal (response, "erase");

  if (self->calendar != NULL && (erases || g_str_equal (response, "withdraw")))
    {
      day = gtk_calendar_get_date (self->calendar);
      participant = suivi_record_form_get_record (self->form);
      g_free (participant->withdrawn_on);
      participant->withdrawn_on = g_date_time_format (day, "%Y-%m-%d");
      /* Translators: name of a step of the history: a child takes consent back */
      save (self, _ ("Withdraw consent"), participant);
    }
  self->calendar = NULL;
  /* Withdrawn first: nothing is used even if the next question is answered with no. */
  if (participant != NULL && erases)
    gtk_widget_activate_action (GTK_WIDGET (self), "participant.erase", NULL);
}

static void
withdraw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviParticipantDialog *self = SUIVI_PARTICIPANT_DIALOG (widget);
  g_autoptr (GString) body = g_string_new (
    _ ("From that day nothing of this code is used any more: not in totals, not as a "
       "quotation, in no new document. The words stay in the file, hidden, until the "
       "code is erased. "
       "Choose the day on which the child said so. Undo does not take this back."));
  AdwMessageDialog *question = NULL;

  if (self->files != NULL)
    {
      g_string_append (body, "\n\n");
      /* Translators: %s: names of files */
      g_string_append_printf (body,
                              _ (
                                "Written before, and not changed by this: %s. Call them back where you can."),
                              self->files);
    }
  question = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Withdraw consent?"), NULL));
  adw_message_dialog_set_body (question, body->str);

  suivi_record_form_flush (self->form);
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day of the withdrawal"), -1);
  adw_message_dialog_set_extra_child (question, GTK_WIDGET (self->calendar));
  adw_message_dialog_add_responses (question, "cancel", _ ("_Cancel"), "withdraw", _ ("_Withdraw"), "erase",
                                    _ ("Withdraw and _erase…"), NULL);
  adw_message_dialog_set_response_appearance (question, "withdraw", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (question, "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "cancel");
  adw_message_dialog_set_close_response (question, "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (withdrawn_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
restored_cb (SuiviParticipantDialog *self, const char *response)
{
  if (g_str_equal (response, "restore"))
    /* Translators: name of a step of the history: the withdrawal of consent was a mistake */
    make_step (self, _ ("Take the withdrawal back"), restore_participant, g_strdup (self->id), g_free);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviParticipantDialog *self = SUIVI_PARTICIPANT_DIALOG (widget);
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (self), _ ("Was the withdrawal a mistake?"),
                            _ ("Take it back only if it was entered by mistake, or if the child says so. "
                               "What was agreed before counts again.")));

  suivi_record_form_flush (self->form);
  adw_message_dialog_add_responses (question, "cancel", _ ("_Cancel"), "restore", _ ("_Take it back"), NULL);
  adw_message_dialog_set_response_appearance (question, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "cancel");
  adw_message_dialog_set_close_response (question, "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviParticipantDialog *self = SUIVI_PARTICIPANT_DIALOG (widget);
  g_autoptr (SuiviParticipant) participant = NULL;

  suivi_record_form_flush (self->form);
  participant = suivi_record_form_get_record (self->form);
  /* Over the page: this dialog goes with the code. */
  gtk_window_present (
    suivi_erase_dialog_new (gtk_window_get_transient_for (GTK_WINDOW (self)), self->workspace, participant));
}

/* --- Closing ----------------------------------------------------------------------------------------------- */

static void
sealed_cb (SuiviParticipantDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
}

/* What is typed is never lost: it is sealed first, and the dialog closes when that is done. */
static gboolean
suivi_participant_dialog_close_request (GtkWindow *window)
{
  SuiviParticipantDialog *self = SUIVI_PARTICIPANT_DIALOG (window);

  suivi_record_form_flush (self->form);
  if (!self->gone && (suivi_sealed_box_is_busy (self->sealed) || suivi_sealed_box_has_text (self->sealed)))
    {
      self->closing = TRUE;
      suivi_sealed_box_seal_all (self->sealed);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (suivi_participant_dialog_parent_class)->close_request (window);
}

static void
suivi_participant_dialog_dispose (GObject *object)
{
  SuiviParticipantDialog *self = SUIVI_PARTICIPANT_DIALOG (object);

  /* With the window behind it: what was typed in plain fields is saved. */
  if (self->form != NULL)
    suivi_record_form_flush (self->form);
  g_clear_object (&self->form);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_participant_dialog_parent_class)->dispose (object);
}

static void
suivi_participant_dialog_finalize (GObject *object)
{
  g_free (SUIVI_PARTICIPANT_DIALOG (object)->id);
  g_free (SUIVI_PARTICIPANT_DIALOG (object)->files);

  G_OBJECT_CLASS (suivi_participant_dialog_parent_class)->finalize (object);
}

static void
suivi_participant_dialog_class_init (SuiviParticipantDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_participant_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_participant_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_participant_dialog_close_request;

  g_type_ensure (SUIVI_TYPE_SEALED_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/participant-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, SuiviParticipantDialog, child)
  BIND (failure);
  BIND (standing_icon);
  BIND (standing);
  BIND (size);
  BIND (age_band);
  BIND (gender);
  BIND (assent_on);
  BIND (assent_form);
  BIND (guardian);
  BIND (guardian_reason);
  BIND (take_part);
  BIND (quote);
  BIND (publish);
  BIND (image);
  BIND (travel);
  BIND (contact);
  BIND (information);
  BIND (delete_by);
  BIND (sealed);
  BIND (withdraw);
  BIND (restore);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, fail);
  gtk_widget_class_bind_template_callback (widget_class, sealed_cb);
  gtk_widget_class_install_action (widget_class, "participant.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "participant.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "participant.erase", NULL, erase_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bind_choice (SuiviParticipantDialog *self,
             const char *field,
             AdwComboRow *row,
             GType type,
             const char *(*to_label) (int value))
{
  g_autoptr (GListModel) choices = suivi_record_form_make_choices (type, to_label);

  adw_combo_row_set_model (row, choices);
  suivi_drop_down_name (GTK_WIDGET (row), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  suivi_record_form_bind (self->form, field, GTK_WIDGET (row));
}

#define TO_LABEL(function) ((const char *(*) (int) ) (void (*) (void)) (function))

static void
bind_agreement (SuiviParticipantDialog *self, const char *field, AdwComboRow *row)
{
  bind_choice (self, field, row, SUIVI_TYPE_AGREEMENT, TO_LABEL (suivi_agreement_to_label));
}

static void
suivi_participant_dialog_init (SuiviParticipantDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->form = suivi_record_form_new (&suivi_participant_record);
  suivi_record_form_bind (self->form, "size", self->size);
  bind_choice (self, "age_band", self->age_band, SUIVI_TYPE_AGE_BAND, TO_LABEL (suivi_age_band_to_label));
  bind_choice (self, "gender", self->gender, SUIVI_TYPE_GENDER, TO_LABEL (suivi_participant_gender_to_label));
  suivi_record_form_bind_date (self->form, "assent_on", self->assent_on);
  bind_choice (self, "assent_form", self->assent_form, SUIVI_TYPE_ASSENT_FORM,
               TO_LABEL (suivi_assent_form_to_label));
  bind_choice (self, "guardian", self->guardian, SUIVI_TYPE_GUARDIAN_CONSENT,
               TO_LABEL (suivi_guardian_consent_to_label));
  suivi_record_form_bind (self->form, "guardian_reason", self->guardian_reason);
  bind_agreement (self, "take_part", self->take_part);
  bind_agreement (self, "quote", self->quote);
  bind_agreement (self, "publish", self->publish);
  bind_agreement (self, "image", self->image);
  bind_agreement (self, "travel", self->travel);
  bind_agreement (self, "contact", self->contact);
  suivi_record_form_bind (self->form, "information", self->information);
  suivi_record_form_bind_date (self->form, "delete_by", self->delete_by);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

/**
 * suivi_participant_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: an open workspace
 * @participant: what is shown
 * @writable: whether the workspace may be changed
 * @closed: whether the consultation is closed: then consent can only be taken back, or erased
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWindow *
suivi_participant_dialog_new (GtkWindow *parent,
                              SuiviWorkspace *workspace,
                              const SuiviParticipant *participant,
                              gboolean writable,
                              gboolean closed)
{
  SuiviParticipantDialog *self = g_object_new (SUIVI_TYPE_PARTICIPANT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->writable = writable;
  self->closed = closed;
  self->id = g_strdup (participant->id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participant.withdraw", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participant.restore", writable && !closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participant.erase", writable);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  suivi_participant_dialog_set_participant (self, participant);
  suivi_sealed_box_set_owner (self->sealed, workspace, participant->id, writable && !closed);

  return GTK_WINDOW (self);
}

/**
 * suivi_participant_dialog_set_participant:
 * @participant: (nullable): what the workspace holds now; %NULL if the code is gone: the dialog goes, too
 *
 * Shows what changed, but for what is just being typed.
 */
void
suivi_participant_dialog_set_participant (SuiviParticipantDialog *self, const SuiviParticipant *participant)
{
  if (participant == NULL)
    {
      self->gone = TRUE;
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_window_set_title (GTK_WINDOW (self), participant->code);
  suivi_record_form_set_record (self->form, participant, self->writable && !self->closed);
  show_standing (self);
}

/**
 * suivi_participant_dialog_set_files:
 * @sent_out: (element-type SuiviSentOut): the files that were written with what children said
 *
 * Says what a withdrawal does not reach any more.
 */
void
suivi_participant_dialog_set_files (SuiviParticipantDialog *self, GPtrArray *sent_out)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < sent_out->len; i++)
    g_strv_builder_add (names, ((SuiviSentOut *) g_ptr_array_index (sent_out, i))->file_name);
  list = g_strv_builder_end (names);
  g_free (self->files);
  self->files = sent_out->len > 0 ? g_strjoinv (", ", list) : NULL;
}

/**
 * suivi_participant_dialog_flush:
 *
 * Saves and seals at once what was typed.
 */
void
suivi_participant_dialog_flush (SuiviParticipantDialog *self)
{
  suivi_record_form_flush (self->form);
  suivi_sealed_box_seal_all (self->sealed);
}

/**
 * suivi_participant_dialog_get_id:
 *
 * Returns: key of what is shown
 */
const char *
suivi_participant_dialog_get_id (SuiviParticipantDialog *self)
{
  return self->id;
}
