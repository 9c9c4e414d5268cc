/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/feedback-row.h"
#include "app/consultation/text-row.h"
#include "core/consultation/feedback.h"
#include "core/text/text.h"

struct _SuiviFeedbackRow
{
  SuiviRecordRow parent_instance;

  GtkWidget *given_on;
  GtkWidget *audience;
  GtkWidget *form;
  SuiviTextRow *what;
  GtkWidget *full;
  GtkWidget *friendly;
  GtkWidget *fast;
  GtkWidget *followed_up;
};

G_DEFINE_FINAL_TYPE (SuiviFeedbackRow, suivi_feedback_row, SUIVI_TYPE_RECORD_ROW)

/* What it is, and what is missing before it counts. */
static char *
say_standing (const SuiviFeedback *feedback)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (!suivi_feedback_is_complete (feedback))
    return g_strdup (_ ("Still to say: when, to whom, in what form, and what"));

  if (feedback->full == 1)
    /* Translators: of feedback to children */
    g_ptr_array_add (words, _ ("full"));
  if (feedback->friendly == 1)
    /* Translators: of feedback to children: they understand it */
    g_ptr_array_add (words, _ ("friendly"));
  if (feedback->fast == 1)
    /* Translators: of feedback to children */
    g_ptr_array_add (words, _ ("fast"));
  if (feedback->followed_up == 1)
    /* Translators: of feedback to children */
    g_ptr_array_add (words, _ ("followed up"));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

static void
suivi_feedback_row_describe (SuiviRecordRow *row, gconstpointer record)
{
  const SuiviFeedback *feedback = record;
  gboolean dated = !suivi_text_is_blank (feedback->given_on);
  gboolean addressed = !suivi_text_is_blank (feedback->audience);
  g_autofree char *standing = say_standing (feedback);
  g_autofree char *title = NULL;

  if (dated && addressed)
    title = g_strdup_printf ("%s · %s", feedback->given_on, feedback->audience);
  else if (dated || addressed)
    title = g_strdup (dated ? feedback->given_on : feedback->audience);
  else
    title = g_strdup (_ ("Feedback"));
  suivi_record_row_set_words (row, title, standing);
}

static void
suivi_feedback_row_class_init (SuiviFeedbackRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SUIVI_RECORD_ROW_CLASS (klass)->describe = suivi_feedback_row_describe;

  g_type_ensure (SUIVI_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/feedback-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackRow, given_on);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackRow, audience);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackRow, form);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackRow, what);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackRow, full);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackRow, friendly);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackRow, fast);
  gtk_widget_class_bind_template_child (widget_class, SuiviFeedbackRow, followed_up);
}

static void
suivi_feedback_row_init (SuiviFeedbackRow *self)
{
  SuiviRecordForm *form = suivi_record_row_make_form (SUIVI_RECORD_ROW (self), &suivi_feedback_record);

  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_record_form_bind_date (form, "given_on", self->given_on);
  suivi_record_form_bind (form, "audience", self->audience);
  suivi_record_form_bind (form, "form", self->form);
  suivi_record_form_bind (form, "what", suivi_text_row_get_view (self->what));
  suivi_record_form_bind (form, "full", self->full);
  suivi_record_form_bind (form, "friendly", self->friendly);
  suivi_record_form_bind (form, "fast", self->fast);
  suivi_record_form_bind (form, "followed_up", self->followed_up);
}
