/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/use-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/recommendation-chooser.h"
#include "app/consultation/statement-jobs.h"
#include "app/drafting/list-chooser.h"
#include "app/drafting/panel-widgets.h"
#include "app/review/recommendation-words.h"
#include "app/review/review-jobs.h"
#include "core/text/text.h"

struct _SuiviUseDialog
{
  AdwWindow parent_instance;

  GtkRevealer *failure;
  GtkLabel *failure_label;
  AdwActionRow *priority_row;
  AdwActionRow *draft_row;
  AdwActionRow *recommendation_row;
  GtkEditable *note;

  SuiviWorkspace *workspace; /* (owned) */
  SuiviStatementUse *use;    /* (owned): the tie, as far as it is chosen */
  SuiviUseTargets *targets;  /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (SuiviUseDialog, suivi_use_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fail (SuiviUseDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

static gboolean
has_target (SuiviUseDialog *self)
{
  return self->use->priority_id != NULL || self->use->draft_id != NULL
         || self->use->recommendation_id != NULL;
}

static void
update (SuiviUseDialog *self)
{
  SuiviUseTargets *targets = self->targets;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "use.save", has_target (self) && !self->saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->priority_row), targets != NULL && targets->priorities->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->draft_row), targets != NULL && targets->drafts->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->recommendation_row),
                            targets != NULL && targets->reviews[0] != NULL);
}

/* It speaks for exactly one thing: what was chosen before goes. */
static void
choose (SuiviUseDialog *self, AdwActionRow *row, char **field, const char *id, const char *title)
{
  AdwActionRow *rows[] = { self->priority_row, self->draft_row, self->recommendation_row };
  char **fields[] = { &self->use->priority_id, &self->use->draft_id, &self->use->recommendation_id };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_clear_pointer (fields[i], g_free);
      adw_action_row_set_subtitle (rows[i], rows[i] == row ? title : "");
    }
  *field = g_strdup (id);
  fail (self, NULL);
  update (self);
}

static void
priority_chosen_cb (SuiviListChooser *chooser, const char *id, SuiviUseDialog *self)
{
  for (guint i = 0; i < self->targets->priorities->len; i++)
    {
      SuiviPriority *priority = g_ptr_array_index (self->targets->priorities, i);

      if (g_str_equal (priority->id, id))
        choose (self, self->priority_row, &self->use->priority_id, id, priority->title);
    }
}

static void
draft_chosen_cb (SuiviListChooser *chooser, const char *id, SuiviUseDialog *self)
{
  for (guint i = 0; i < self->targets->drafts->len; i++)
    {
      SuiviDraft *draft = g_ptr_array_index (self->targets->drafts, i);

      if (g_str_equal (draft->id, id))
        choose (self, self->draft_row, &self->use->draft_id, id, draft->text);
    }
}

static void
recommendation_chosen_cb (SuiviRecommendationChooser *chooser,
                          SuiviRecommendation *recommendation,
                          SuiviUseDialog *self)
{
  g_autofree char *title = suivi_recommendation_to_title (recommendation, NULL);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", title, recommendation->text);

  choose (self, self->recommendation_row, &self->use->recommendation_id, recommendation->id, subtitle);
}

static const char *
find_issue_title (SuiviUseDialog *self, const char *priority_id)
{
  for (guint i = 0; i < self->targets->priorities->len; i++)
    {
      SuiviPriority *priority = g_ptr_array_index (self->targets->priorities, i);

      if (g_str_equal (priority->id, priority_id))
        return priority->title;
    }

  return NULL;
}

static void
choose_priority_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviUseDialog *self = SUIVI_USE_DIALOG (widget);
  SuiviListChooser *chooser = NULL;

  if (self->targets == NULL)
    return;

  chooser = suivi_list_chooser_new (GTK_WINDOW (self), _ ("Issues"));
  for (guint i = 0; i < self->targets->priorities->len; i++)
    {
      SuiviPriority *priority = g_ptr_array_index (self->targets->priorities, i);

      suivi_list_chooser_add (chooser, priority->id, NULL, priority->title,
                              suivi_text_is_blank (priority->explanation) ? NULL : priority->explanation);
    }
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (priority_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
choose_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviUseDialog *self = SUIVI_USE_DIALOG (widget);
  SuiviListChooser *chooser = NULL;

  if (self->targets == NULL)
    return;

  chooser = suivi_list_chooser_new (GTK_WINDOW (self), _ ("Drafts"));
  for (guint i = 0; i < self->targets->drafts->len; i++)
    {
      SuiviDraft *draft = g_ptr_array_index (self->targets->drafts, i);

      suivi_list_chooser_add (chooser, draft->id, find_issue_title (self, draft->priority_id),
                              suivi_text_is_blank (draft->text) ? _ ("A draft without words") : draft->text,
                              NULL);
    }
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (draft_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
choose_recommendation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviUseDialog *self = SUIVI_USE_DIALOG (widget);
  SuiviRecommendationChooser *chooser = NULL;

  if (self->targets == NULL)
    return;

  chooser = suivi_recommendation_chooser_new (GTK_WINDOW (self), self->workspace,
                                              (const char *const *) self->targets->reviews);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (recommendation_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviUseDialog *self = SUIVI_USE_DIALOG (widget);

  if (self->workspace == NULL)
    return;

  self->saving = FALSE;
  if (failure != NULL)
    {
      fail (self, failure);
      update (self);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviUseDialog *self = SUIVI_USE_DIALOG (widget);

  if (self->saving || !has_target (self))
    return;

  self->saving = TRUE;
  update (self);
  fail (self, NULL);
  g_free (self->use->note);
  self->use->note = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));
  suivi_step_make (self->workspace,
                   /* Translators: name of a step that can be undone */
                   _ ("Use a statement"), suivi_statement_use_put, suivi_statement_use_copy (self->use),
                   (GDestroyNotify) suivi_statement_use_free, widget, saved_cb, NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviUseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviUseTargets) targets = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (targets == NULL)
    fail (self, error->message);
  self->targets = g_steal_pointer (&targets);
  if (self->targets != NULL && self->targets->priorities->len == 0)
    adw_action_row_set_subtitle (self->priority_row, _ ("There are none yet"));
  if (self->targets != NULL && self->targets->drafts->len == 0)
    adw_action_row_set_subtitle (self->draft_row, _ ("There are none yet"));
  if (self->targets != NULL && self->targets->reviews[0] == NULL)
    adw_action_row_set_subtitle (self->recommendation_row, _ ("There are none yet"));
  update (self);
}

static void
suivi_use_dialog_dispose (GObject *object)
{
  SuiviUseDialog *self = SUIVI_USE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_use_dialog_parent_class)->dispose (object);
}

static void
suivi_use_dialog_finalize (GObject *object)
{
  SuiviUseDialog *self = SUIVI_USE_DIALOG (object);

  suivi_statement_use_free (self->use);
  suivi_use_targets_free (self->targets);

  G_OBJECT_CLASS (suivi_use_dialog_parent_class)->finalize (object);
}

static void
suivi_use_dialog_class_init (SuiviUseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_use_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_use_dialog_finalize;

  signals[SIGNAL_SAVED]
    = g_signal_new ("saved", SUIVI_TYPE_USE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/use-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviUseDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviUseDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviUseDialog, priority_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviUseDialog, draft_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviUseDialog, recommendation_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviUseDialog, note);
  gtk_widget_class_install_action (widget_class, "use.choose-priority", NULL, choose_priority_action);
  gtk_widget_class_install_action (widget_class, "use.choose-draft", NULL, choose_draft_action);
  gtk_widget_class_install_action (widget_class, "use.choose-recommendation", NULL,
                                   choose_recommendation_action);
  gtk_widget_class_install_action (widget_class, "use.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "use.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_use_dialog_init (SuiviUseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_use_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @workspace: where the tie is made
 * @state: the State of the consultation
 * @statement_id: key of the statement
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
SuiviUseDialog *
suivi_use_dialog_new (GtkWindow *parent,
                      SuiviWorkspace *workspace,
                      const char *state,
                      const char *statement_id)
{
  SuiviUseDialog *self = g_object_new (SUIVI_TYPE_USE_DIALOG, NULL);

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->use = suivi_statement_use_new (statement_id);
  self->cancellable = g_cancellable_new ();
  update (self);
  suivi_use_targets_load_async (workspace, state, self->cancellable, loaded_cb, g_object_ref (self));

  return self;
}
