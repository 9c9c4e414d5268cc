/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of what is typed: it is kept, saved as a step, or given up. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/review/recommendation-words.h"
#include "app/scorecard/agree-dialog-private.h"
#include "app/settings.h"
#include "app/step.h"

/* By what steps and messages name the recommendation; some have no number. */
static char *
dup_name (SuiviAgreeDialog *self)
{
  return suivi_recommendation_to_name (self->facts->recommendation, self->facts->review);
}

/* ---- Keeping ---- */

/**
 * suivi_agree_dialog_keep:
 *
 * Lets the workspace keep what is typed while it is typed, not only when this dialog is closed.
 */
void
suivi_agree_dialog_keep (SuiviAgreeDialog *self)
{
  g_autoptr (SuiviAgreement) agreement = NULL;

  /* Before anything could be typed */
  if (self->initial == NULL)
    return;

  agreement = suivi_agree_dialog_read_form (self);
  suivi_agreement_keeper_set_typed (self->keeper,
                                    suivi_agreement_equal (agreement, self->initial) ? NULL : agreement);
}

/* What the disk does not take is said as soon as it is known. */
static void
kept_cb (SuiviAgreeDialog *self, const char *failure)
{
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  if (self->facts == NULL || (failure == NULL && !self->unkept))
    return;

  self->unkept = failure != NULL;
  title = dup_name (self);
  if (failure != NULL)
    /* Translators: a message; first the number of a recommendation, then why what was typed is not in the file */
    sentence = g_strdup_printf (_ ("What you typed for %s is kept only while this window is open. %s"), title,
                                failure);
  suivi_agree_dialog_fail (self, sentence);
}

/**
 * suivi_agree_dialog_init_saving:
 *
 * What is typed is kept from now on.
 */
void
suivi_agree_dialog_init_saving (SuiviAgreeDialog *self)
{
  self->keeper = suivi_agreement_keeper_new (self->workspace, self->recommendation_id);
  g_signal_connect_object (self->keeper, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
}

/* ---- Saving ---- */

static void
set_saving (SuiviAgreeDialog *self, gboolean saving)
{
  self->saving = saving;
  /* A text field must lose the keyboard before it becomes insensitive, or its cursor goes on to blink. */
  if (saving)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->content, !saving);
  gtk_spinner_set_spinning (self->spinner, saving);
  suivi_agree_dialog_update (self);
}

static void
end_step (SuiviAgreeDialog *self, const char *failure, const char *done)
{
  self->unkept = FALSE;
  set_saving (self, FALSE);
  suivi_agree_dialog_fail (self, failure);
  if (failure != NULL)
    {
      gtk_widget_grab_focus (self->save);
      return;
    }

  suivi_panel_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), done);
  gtk_window_close (GTK_WINDOW (self));
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *nothing)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);
  g_autofree char *title = NULL;
  g_autofree char *done = NULL;

  if (self->workspace == NULL)
    return;

  if (failure == NULL)
    {
      g_autoptr (SuiviAgreement) agreement = suivi_agree_dialog_read_agreement (self);

      suivi_settings_remember_user_name (agreement->grade->name);
      /* It stands there now, and the step that saved it ended what was begun. */
      suivi_agreement_free (self->initial);
      self->initial = suivi_agree_dialog_read_form (self);
      suivi_agreement_keeper_set_kept (self->keeper, NULL);
    }
  title = dup_name (self);
  /* Translators: what was done; %s is the number of a recommendation */
  done = g_strdup_printf (_ ("Agreed on %s"), title);
  end_step (self, failure, done);
}

static void
deleted_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);

  if (self->workspace != NULL)
    end_step (self, failure, done);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);
  g_autoptr (SuiviAgreement) agreement = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (self->saving || self->facts == NULL)
    return;
  agreement = suivi_agree_dialog_read_agreement (self);
  if (!suivi_agreement_validate (agreement, NULL))
    return;

  suivi_agree_dialog_fail (self, NULL);
  /* Should the step fail while the window below goes, it is not lost. */
  if (!suivi_agreement_keeper_is_kept (self->keeper))
    suivi_agreement_keeper_keep_async (self->keeper, NULL, NULL);
  set_saving (self, TRUE);
  title = dup_name (self);
  /* Translators: name of a step that can be undone; %s is the number of a recommendation */
  label = g_strdup_printf (_ ("Agree on %s"), title);
  suivi_step_make (self->workspace, label, suivi_agreement_put, g_steal_pointer (&agreement),
                   (GDestroyNotify) suivi_agreement_free, widget, saved_cb, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (self->saving || self->facts == NULL || self->facts->agreed == NULL)
    return;

  suivi_agree_dialog_fail (self, NULL);
  set_saving (self, TRUE);
  title = dup_name (self);
  /* Translators: name of a step that can be undone; %s is the number of a recommendation */
  label = g_strdup_printf (_ ("Delete the agreement on %s"), title);
  suivi_step_make (self->workspace, label, suivi_agreement_delete, g_strdup (self->facts->agreed->grade->id),
                   g_free, widget, deleted_cb, _ ("Agreement deleted"));
}

/* ---- Closing ---- */

static void
give_up (GtkWindow *window)
{
  suivi_agreement_keeper_set_kept (SUIVI_AGREE_DIALOG (window)->keeper, NULL);
}

/* Goes on where somebody wanted to. */
static void
close_dialog (SuiviAgreeDialog *self)
{
  g_autoptr (SuiviAgreeDialog) alive = g_object_ref (self);
  const char *wanted = g_steal_pointer (&self->wanted);

  gtk_window_close (GTK_WINDOW (self));
  if (wanted != NULL)
    g_signal_emit_by_name (self, wanted, self->recommendation_id);
}

static void
kept_before_closing_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviAgreeDialog) self = user_data;

  self->closing = FALSE;
  if (self->workspace == NULL)
    return;
  if (suivi_agreement_keeper_keep_finish (SUIVI_AGREEMENT_KEEPER (source), result, NULL))
    {
      close_dialog (self);
      return;
    }

  self->wanted = NULL;
  suivi_panel_ask_discard (GTK_WINDOW (self), give_up);
}

/**
 * suivi_agree_dialog_may_close:
 *
 * What was typed is kept first: the dialog can be opened again. It then closes itself, or asks.
 *
 * Returns: whether nothing has to be waited for
 */
gboolean
suivi_agree_dialog_may_close (SuiviAgreeDialog *self)
{
  if (self->saving || self->closing)
    return FALSE;
  if (suivi_agreement_keeper_is_kept (self->keeper))
    return TRUE;

  self->closing = TRUE;
  suivi_agreement_keeper_keep_async (self->keeper, kept_before_closing_cb, g_object_ref (self));

  return FALSE;
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);

  self->wanted = g_str_equal (name, "agree.grade") ? "grade" : "show-recommendation";
  if (suivi_agree_dialog_may_close (self))
    close_dialog (self);
}

/**
 * suivi_agree_dialog_install_saving:
 * @klass: the class of the dialog
 *
 * Installs the actions that end the dialog.
 */
void
suivi_agree_dialog_install_saving (SuiviAgreeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "agree.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "agree.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "agree.grade", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "agree.show", NULL, leave_action);
}
