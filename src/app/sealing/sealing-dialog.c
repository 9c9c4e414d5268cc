/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/sealing/passphrase-entry.h"
#include "app/sealing/sealing-dialog.h"

typedef struct
{
  GtkLabel *failure;
  GtkBox *form;
  GtkButton *cancel;
  GtkButton *action;
  GtkSpinner *spinner;

  SuiviVaultKeeper *keeper; /* (owned) */
  GtkWidget *focus;         /* (nullable): weak: what had the focus before it was busy */
  gboolean busy;
} SuiviSealingDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SuiviSealingDialog, suivi_sealing_dialog, ADW_TYPE_WINDOW)

static SuiviSealingDialogPrivate *
get_private (SuiviSealingDialog *self)
{
  return suivi_sealing_dialog_get_instance_private (self);
}

static void
set_busy (SuiviSealingDialog *self, gboolean busy)
{
  SuiviSealingDialogPrivate *priv = get_private (self);

  priv->busy = busy;
  /* An entry that becomes insensitive while it has the focus goes on blinking, and complains. */
  if (busy)
    {
      g_set_weak_pointer (&priv->focus, gtk_window_get_focus (GTK_WINDOW (self)));
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (priv->form), !busy);
  if (!busy && priv->focus != NULL)
    gtk_window_set_focus (GTK_WINDOW (self), priv->focus);
  /* GTK selects all that is in an entry; but one wrong word among many is mended, not all of them typed anew. */
  if (!busy && GTK_IS_TEXT (priv->focus))
    gtk_editable_set_position (GTK_EDITABLE (priv->focus), -1);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->action), !busy);
  gtk_widget_set_visible (GTK_WIDGET (priv->spinner), busy);
  gtk_spinner_set_spinning (priv->spinner, busy);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviSealingDialog *self = SUIVI_SEALING_DIALOG (widget);
  SuiviSealingDialogPrivate *priv = get_private (self);

  if (priv->busy)
    return;
  gtk_widget_set_visible (GTK_WIDGET (priv->failure), FALSE);
  SUIVI_SEALING_DIALOG_GET_CLASS (self)->accept (self);
}

/* Argon2 takes a second; then the dialog can be closed again. */
static gboolean
suivi_sealing_dialog_close_request (GtkWindow *window)
{
  if (get_private (SUIVI_SEALING_DIALOG (window))->busy)
    return TRUE;

  return GTK_WINDOW_CLASS (suivi_sealing_dialog_parent_class)->close_request (window);
}

static void
suivi_sealing_dialog_dispose (GObject *object)
{
  SuiviSealingDialogPrivate *priv = get_private (SUIVI_SEALING_DIALOG (object));

  g_clear_weak_pointer (&priv->focus);
  g_clear_object (&priv->keeper);

  G_OBJECT_CLASS (suivi_sealing_dialog_parent_class)->dispose (object);
}

static void
suivi_sealing_dialog_class_init (SuiviSealingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sealing_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_sealing_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/sealing/sealing-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SuiviSealingDialog, failure);
  gtk_widget_class_bind_template_child_private (widget_class, SuiviSealingDialog, form);
  gtk_widget_class_bind_template_child_private (widget_class, SuiviSealingDialog, cancel);
  gtk_widget_class_bind_template_child_private (widget_class, SuiviSealingDialog, action);
  gtk_widget_class_bind_template_child_private (widget_class, SuiviSealingDialog, spinner);
  gtk_widget_class_install_action (widget_class, "sealing.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_sealing_dialog_init (SuiviSealingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
typed_cb (SuiviSealingDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->failure), FALSE);
}

/**
 * suivi_sealing_dialog_set_up:
 * @parent: (nullable): the window that it belongs to
 * @keeper: of the workspace
 * @title: what it is about
 * @action: what the button at the top says
 *
 * For the constructors of what is derived from it.
 */
void
suivi_sealing_dialog_set_up (SuiviSealingDialog *self,
                             GtkWindow *parent,
                             SuiviVaultKeeper *keeper,
                             const char *title,
                             const char *action)
{
  get_private (self)->keeper = g_object_ref (keeper);
  gtk_window_set_title (GTK_WINDOW (self), title);
  suivi_sealing_dialog_set_action (self, action);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
}

/**
 * suivi_sealing_dialog_get_keeper:
 *
 * Returns: (transfer none) (nullable): of the workspace
 */
SuiviVaultKeeper *
suivi_sealing_dialog_get_keeper (SuiviSealingDialog *self)
{
  return get_private (self)->keeper;
}

/**
 * suivi_sealing_dialog_set_action:
 * @label: what the button at the top says
 */
void
suivi_sealing_dialog_set_action (SuiviSealingDialog *self, const char *label)
{
  gtk_button_set_label (get_private (self)->action, label);
}

/**
 * suivi_sealing_dialog_set_danger:
 * @danger: whether the button at the top does what cannot be undone
 */
void
suivi_sealing_dialog_set_danger (SuiviSealingDialog *self, gboolean danger)
{
  GtkWidget *action = GTK_WIDGET (get_private (self)->action);

  gtk_widget_remove_css_class (action, danger ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (action, danger ? "destructive-action" : "suggested-action");
}

/**
 * suivi_sealing_dialog_set_done:
 *
 * It happened: nothing is left that could be cancelled.
 */
void
suivi_sealing_dialog_set_done (SuiviSealingDialog *self)
{
  suivi_sealing_dialog_set_danger (self, FALSE);
  suivi_sealing_dialog_set_action (self, _ ("Close"));
  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->cancel), FALSE);
}

/**
 * suivi_sealing_dialog_add:
 * @field: what is added to the form
 */
void
suivi_sealing_dialog_add (SuiviSealingDialog *self, GtkWidget *field)
{
  gtk_box_append (get_private (self)->form, field);
  if (SUIVI_IS_PASSPHRASE_ENTRY (field))
    g_signal_connect_object (field, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * suivi_sealing_dialog_add_text:
 * @text: sentences
 *
 * Returns: (transfer none): the label, at the end of the form
 */
GtkWidget *
suivi_sealing_dialog_add_text (SuiviSealingDialog *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  suivi_sealing_dialog_add (self, label);

  return label;
}

/**
 * suivi_sealing_dialog_clear:
 *
 * Empties the form.
 */
void
suivi_sealing_dialog_clear (SuiviSealingDialog *self)
{
  SuiviSealingDialogPrivate *priv = get_private (self);
  GtkWidget *child = NULL;

  gtk_widget_set_visible (GTK_WIDGET (priv->failure), FALSE);
  /* An entry that goes while it has the focus complains. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->form))) != NULL)
    gtk_box_remove (priv->form, child);
}

/**
 * suivi_sealing_dialog_fail:
 * @sentence: what is wrong, and what to do
 */
void
suivi_sealing_dialog_fail (SuiviSealingDialog *self, const char *sentence)
{
  SuiviSealingDialogPrivate *priv = get_private (self);

  gtk_label_set_label (priv->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (priv->failure), TRUE);
}

/**
 * suivi_sealing_dialog_is_busy:
 *
 * Returns: whether work is under way
 */
gboolean
suivi_sealing_dialog_is_busy (SuiviSealingDialog *self)
{
  return get_private (self)->busy;
}

typedef struct
{
  SuiviSealingDialog *dialog; /* (owned) */
  SuiviSealingDone done;
  GDestroyNotify result_free;
} Work;

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Work *work = user_data;
  g_autoptr (SuiviSealingDialog) self = work->dialog;
  g_autoptr (GError) error = NULL;
  gpointer value = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  /* The window behind it was closed. */
  if (get_private (self)->keeper == NULL)
    {
      if (value != NULL && work->result_free != NULL)
        work->result_free (value);
      return;
    }

  set_busy (self, FALSE);
  if (error != NULL)
    suivi_sealing_dialog_fail (self, error->message);
  else
    work->done (self, value);
}

/**
 * suivi_sealing_dialog_run:
 * @func: the work
 * @data: (transfer full): for @func
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees the result if nobody takes it
 * @done: called when it was done
 *
 * Works on the workspace's thread. Meanwhile the dialog can be neither used nor closed.
 */
void
suivi_sealing_dialog_run (SuiviSealingDialog *self,
                          SuiviWorkspaceFunc func,
                          gpointer data,
                          GDestroyNotify data_free,
                          GDestroyNotify result_free,
                          SuiviSealingDone done)
{
  SuiviWorkspace *workspace = suivi_vault_keeper_get_workspace (get_private (self)->keeper);
  Work *work = NULL;

  if (workspace == NULL)
    {
      if (data_free != NULL)
        data_free (data);
      return;
    }

  work = g_new0 (Work, 1);
  work->dialog = g_object_ref (self);
  work->done = done;
  work->result_free = result_free;
  set_busy (self, TRUE);
  suivi_workspace_run_async (workspace, func, data, data_free, result_free, NULL, run_cb, work);
}
