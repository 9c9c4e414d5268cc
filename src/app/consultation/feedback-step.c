/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consultation-change.h"
#include "app/consultation/feedback-row.h"
#include "app/consultation/feedback-step.h"
#include "app/consultation/record-form.h"
#include "app/consultation/record-group.h"

struct _SuiviFeedbackStep
{
  SuiviConsultationStep parent_instance;

  GtkWidget *feedback_due;
  GtkLabel *used;
  GtkWidget *gate;
  GtkLabel *gate_reason;
  SuiviRecordGroup *feedbacks;
  GtkWidget *add;
  GtkLabel *nothing_told;

  SuiviRecordForm *form; /* (owned): of the consultation */
};

G_DEFINE_FINAL_TYPE (SuiviFeedbackStep, suivi_feedback_step, SUIVI_TYPE_CONSULTATION_STEP)

static void
edited_cb (SuiviFeedbackStep *self)
{
  g_autoptr (SuiviConsultation) edited = suivi_record_form_get_record (self->form);

  suivi_consultation_change (SUIVI_CONSULTATION_STEP (self), suivi_record_form_get_base (self->form), edited);
}

static void
feedback_edited_cb (SuiviFeedbackStep *self, gpointer feedback)
{
  suivi_consultation_step_put (SUIVI_CONSULTATION_STEP (self), _ ("Change feedback"),
                               SUIVI_PUT (suivi_transaction_put_feedback), suivi_feedback_copy (feedback),
                               (GDestroyNotify) suivi_feedback_free, NULL);
}

static void
feedback_removed_cb (SuiviFeedbackStep *self, const char *id)
{
  suivi_consultation_step_put (SUIVI_CONSULTATION_STEP (self), _ ("Remove feedback"),
                               SUIVI_PUT (suivi_transaction_delete_feedback), g_strdup (id), g_free,
                               _ ("Feedback removed"));
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviFeedbackStep *self = SUIVI_FEEDBACK_STEP (widget);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));
  SuiviFeedback *feedback = NULL;

  if (record == NULL)
    return;

  feedback = suivi_feedback_new (record->consultation->id);
  suivi_record_group_open (self->feedbacks, feedback->id);
  suivi_consultation_step_put (SUIVI_CONSULTATION_STEP (self), _ ("Add feedback"),
                               SUIVI_PUT (suivi_transaction_put_feedback), feedback,
                               (GDestroyNotify) suivi_feedback_free, NULL);
}

/* The step */

static void
show_use (SuiviFeedbackStep *self, SuiviConsultationRecord *record)
{
  guint n = record != NULL ? record->n_statements : 0;

  if (n > 0)
    {
      /* Translators: of how many statements of children it is said what became of them: "12 of 14 statements: …" */
      g_autofree char *sentence = g_strdup_printf (ngettext ("%u of %u statement: used or explained",
                                                             "%u of %u statements: used or explained", n),
                                                   n - MIN (record->n_unexplained, n), n);

      gtk_label_set_label (self->used, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->used), n > 0);
}

static void
suivi_feedback_step_show (SuiviConsultationStep *step)
{
  SuiviFeedbackStep *self = SUIVI_FEEDBACK_STEP (step);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);
  SuiviConsultation *consultation = record != NULL ? record->consultation : NULL;
  g_autofree char *wait = record != NULL ? suivi_consultation_wait (record, SUIVI_CONSULTATION_HELD) : NULL;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  gboolean writable
    = suivi_consultation_step_is_writable (step) && consultation->status != SUIVI_CONSULTATION_CLOSED;
  gboolean open = writable && wait == NULL;

  suivi_record_form_set_record (self->form, consultation, writable);
  show_use (self, record);
  gtk_label_set_label (self->gate_reason, wait != NULL ? wait : "");
  gtk_widget_set_visible (self->gate, wait != NULL);
  suivi_record_group_show (self->feedbacks, record != NULL ? record->feedbacks : nothing, open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->feedbacks), wait == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feedback.add", open);
  gtk_label_set_label (self->nothing_told,
                       _ ("Nothing yet. Add what the children were told, or what is planned."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_told),
                          record != NULL && record->feedbacks->len == 0 && wait == NULL);
}

static void
suivi_feedback_step_flush (SuiviConsultationStep *step)
{
  SuiviFeedbackStep *self = SUIVI_FEEDBACK_STEP (step);

  suivi_record_form_flush (self->form);
  suivi_record_group_flush (self->feedbacks);
}

static void
suivi_feedback_step_dispose (GObject *object)
{
  g_clear_object (&SUIVI_FEEDBACK_STEP (object)->form);

  G_OBJECT_CLASS (suivi_feedback_step_parent_class)->dispose (object);
}

static void
suivi_feedback_step_class_init (SuiviFeedbackStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviConsultationStepClass *step_class = SUIVI_CONSULTATION_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_feedback_step_dispose;
  step_class->show = suivi_feedback_step_show;
  step_class->flush = suivi_feedback_step_flush;

  g_type_ensure (SUIVI_TYPE_RECORD_GROUP);
  gtk_widget_class_install_action (widget_class, "feedback.add", NULL, add_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/feedback-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackStep, feedback_due);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackStep, used);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackStep, gate);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackStep, gate_reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackStep, feedbacks);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackStep, add);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackStep, nothing_told);
}

static void
suivi_feedback_step_init (SuiviFeedbackStep *self)
{
  self->form = suivi_record_form_new (&suivi_consultation_record);
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_record_group_set_row_type (self->feedbacks, SUIVI_TYPE_FEEDBACK_ROW);
  suivi_record_form_bind_date (self->form, "feedback_due", self->feedback_due);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feedbacks, "edited", G_CALLBACK (feedback_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feedbacks, "remove", G_CALLBACK (feedback_removed_cb), self,
                           G_CONNECT_SWAPPED);
}
