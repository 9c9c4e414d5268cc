/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/institution-change.h"
#include "app/review/institution-entry.h"
#include "app/review/recommendations-page-private.h"
#include "app/step-toast.h"
#include "app/step.h"
#include "core/text/text.h"

/* What is asked in a dialog. The dialog has it, also when it is closed, until the answer was put into the workspace. */
#define QUESTION "suivi-question"

typedef struct
{
  SuiviRecommendationsPage *page; /* (owned) */
  SuiviWorkspace *workspace;      /* (owned) */
  GArray *keys;                   /* (owned) (element-type gint64): the rows that it is about */
  GtkEditable *entry;             /* (unowned): goes with the dialog's content */
  SuiviInstitutionChange *change; /* (owned) (nullable): the answer */
  char *name;                     /* (nullable): of the institution, as it was typed */
} Question;

static gboolean ask (SuiviRecommendationsPage *self, GArray *keys, const char *name, const char *failure);

static void
free_question (gpointer data)
{
  Question *self = data;

  g_object_unref (self->page);
  g_object_unref (self->workspace);
  g_array_unref (self->keys);
  g_clear_pointer (&self->change, suivi_institution_change_unref);
  g_free (self->name);
  g_free (self);
}

static void
tell (SuiviRecommendationsPage *self, const char *sentence)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  if (overlay == NULL)
    return;

  /* It would wait behind the message about an earlier step. */
  suivi_step_toast_dismiss (ADW_TOAST_OVERLAY (overlay));
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (escaped));
}

/* What could not be added is not lost: it is asked again, for the same rows. */
static void
added_cb (GtkWidget *dialog, const char *failure, const char *done)
{
  const Question *question = g_object_get_data (G_OBJECT (dialog), QUESTION);
  SuiviRecommendationsPage *self = question->page;
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (failure != NULL)
    {
      if (self->workspace != question->workspace || !ask (self, question->keys, question->name, failure))
        tell (self, failure);
    }
  else if (suivi_institution_change_is_empty (question->change))
    tell (self, _ ("This institution is responsible already"));
  else if (overlay != NULL)
    suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), done, _ ("Undo"), "win.undo");
}

static void
named_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  const char *name = NULL;
  g_autofree char *label = NULL;

  /* Once: to close the dialog may be another response. */
  if (!g_str_equal (response, "add") || question->change != NULL)
    return;
  name = gtk_editable_get_text (question->entry);
  if (suivi_text_is_blank (name))
    return;

  question->name = g_strdup (name);
  question->change = suivi_institution_change_new_for_rows (question->keys, name);
  label
    = g_strdup_printf (ngettext ("Add a responsible institution to %u recommendation",
                                 "Add a responsible institution to %u recommendations", question->keys->len),
                       question->keys->len);
  suivi_step_make (question->workspace, label, suivi_institution_change_put,
                   suivi_institution_change_ref (question->change), suivi_institution_change_unref,
                   GTK_WIDGET (dialog), added_cb, _ ("Responsible institution added"));
}

static void
name_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "add",
                                           !suivi_text_is_blank (gtk_editable_get_text (entry)));
}

/* Also when a proposal is chosen. To close the dialog would be another response. */
static void
name_activated_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  if (suivi_text_is_blank (gtk_editable_get_text (entry)))
    return;

  adw_message_dialog_response (dialog, "add");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static char *
word_question (guint n, const char *failure)
{
  g_autofree char *question
    = g_strdup_printf (ngettext ("Who is to implement the %u selected recommendation? Institutions that "
                                 "were named before stay.",
                                 "Who is to implement the %u selected recommendations? Institutions that "
                                 "were named before stay.",
                                 n),
                       n);

  return failure != NULL ? g_strdup_printf ("%s\n\n%s", failure, question) : g_steal_pointer (&question);
}

static Question *
create_question (SuiviRecommendationsPage *self, GArray *keys)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->workspace = g_object_ref (self->workspace);
  question->keys = g_array_ref (keys);
  question->entry = g_object_new (SUIVI_TYPE_INSTITUTION_ENTRY, NULL);
  suivi_institution_entry_load (SUIVI_INSTITUTION_ENTRY (question->entry), self->workspace);

  return question;
}

/* @failure: (nullable): why @name could not be added before. Returns whether there was a window to ask in. */
static gboolean
ask (SuiviRecommendationsPage *self, GArray *keys, const char *name, const char *failure)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *body = word_question (keys->len, failure);
  Question *question = NULL;
  AdwMessageDialog *dialog = NULL;

  if (!GTK_IS_WINDOW (root))
    return FALSE;

  dialog
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), _ ("Responsible institution"), body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "add");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_enabled (dialog, "add", FALSE);

  question = create_question (self, keys);
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (question->entry));
  g_object_set_data_full (G_OBJECT (dialog), QUESTION, question, free_question);
  g_signal_connect_object (question->entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  g_signal_connect_object (question->entry, "activate", G_CALLBACK (name_activated_cb), dialog, 0);
  g_signal_connect (dialog, "response", G_CALLBACK (named_cb), question);
  gtk_editable_set_text (question->entry, name);
  gtk_editable_set_position (question->entry, -1);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}

static void
add_institution_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);
  g_autoptr (GArray) keys = NULL;

  if (self->workspace == NULL || suivi_recommendations_page_count_selected (self) == 0)
    return;

  keys = suivi_recommendations_page_list_selected (self);
  ask (self, keys, "", NULL);
}

/**
 * suivi_recommendations_page_install_institutions:
 * @widget_class: the class of the page
 *
 * Installs the action that is about responsible institutions.
 */
void
suivi_recommendations_page_install_institutions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "recommendations.add-institution", NULL,
                                   add_institution_action);
}
