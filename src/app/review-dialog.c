/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/review-picker.h"

/* Adds a review by hand: a State and a session. */
struct _SuiviReviewDialog
{
  AdwWindow parent_instance;

  SuiviReviewPicker *picker;
  GtkLabel *error_label;
  GtkWidget *add_button;

  SuiviWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (SuiviReviewDialog, suivi_review_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gpointer
add_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SuiviReview *review = data;
  g_autoptr (SuiviReview) known = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autofree char *name = suivi_review_to_label (review);
  g_autofree char *label = NULL;

  known = suivi_store_find_review (store, review->state, review->session, NULL);
  if (known != NULL)
    return g_strdup (known->id);

  /* Translators: name of a step; %s is a review: "Slovenia, session 48" */
  label = g_strdup_printf (_ ("Add the review of %s"), name);
  transaction = suivi_store_begin (store, label, error);
  if (transaction == NULL || !suivi_transaction_put_review (transaction, review, error)
      || !suivi_transaction_commit (transaction, error))
    return NULL;
  return g_strdup (review->id);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviReviewDialog) self = SUIVI_REVIEW_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *review_id = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->workspace == NULL)
    return;

  gtk_widget_set_sensitive (self->add_button, TRUE);
  if (error != NULL)
    {
      gtk_label_set_label (self->error_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, review_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_clicked_cb (GtkButton *button, SuiviReviewDialog *self)
{
  SuiviReview *review = suivi_review_new (suivi_review_picker_get_state (self->picker),
                                          suivi_review_picker_get_session (self->picker));

  gtk_widget_set_sensitive (self->add_button, FALSE);
  suivi_workspace_run_async (self->workspace, add_in_worker, review, (GDestroyNotify) suivi_review_free,
                             g_free, NULL, added_cb, g_object_ref (self));
}

static void
picked_cb (SuiviReviewDialog *self)
{
  gtk_widget_set_sensitive (self->add_button, suivi_review_picker_get_state (self->picker) != NULL);
}

static void
suivi_review_dialog_dispose (GObject *object)
{
  g_clear_object (&SUIVI_REVIEW_DIALOG (object)->workspace);

  G_OBJECT_CLASS (suivi_review_dialog_parent_class)->dispose (object);
}

static void
suivi_review_dialog_class_init (SuiviReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_review_dialog_dispose;

  /**
   * SuiviReviewDialog::added:
   * @review_id: key of the review, which may have been there before
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", SUIVI_TYPE_REVIEW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_REVIEW_PICKER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviReviewDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, SuiviReviewDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviReviewDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_review_dialog_init (SuiviReviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->picker, "changed", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  picked_cb (self);
}

/**
 * suivi_review_dialog_new:
 * @parent: the window that asks
 * @workspace: where the review goes
 *
 * Returns: (transfer none): a small modal window
 */
SuiviReviewDialog *
suivi_review_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace)
{
  SuiviReviewDialog *self = NULL;

  g_return_val_if_fail (SUIVI_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (SUIVI_TYPE_REVIEW_DIALOG, NULL);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  return self;
}
