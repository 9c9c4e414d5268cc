/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/import-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/choosers.h"
#include "app/import/plan-view.h"
#include "app/review-picker.h"
#include "exchange/import.h"

/*
 * The import assistant: what the file is, what would happen, done. Its stack has these children: "busy",
 * "file", "plan" and "error".
 *
 * The plan is worked on by one thread at a time: by a thread of its own while the file is read, by the
 * workspace's while it is compared or applied, and by this one in between. While it is away, no widget holds
 * it.
 */
struct _SuiviImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *busy_label;
  AdwStatusPage *file_page;
  SuiviReviewPicker *picker;
  GtkLabel *plan_sentence;
  SuiviPlanView *plan_view;
  GtkWidget *continue_button;
  GtkButton *import_button;
  GtkWidget *choose_button;
  AdwStatusPage *error_page;

  SuiviWorkspace *workspace;
  SuiviImportPlan *plan;
  GCancellable *cancellable;
  gboolean applying;
  gboolean waiting_for_workspace;
};

G_DEFINE_FINAL_TYPE (SuiviImportDialog, suivi_import_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_IMPORTED,
  SIGNAL_WORKSPACE_NEEDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void compare (SuiviImportDialog *self);

/* Callbacks may arrive after the window is gone. */
static gboolean
is_gone (SuiviImportDialog *self)
{
  return self->cancellable == NULL;
}

static void
update_actions (SuiviImportDialog *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.continue",
                                 g_str_equal (name, "file")
                                   && suivi_review_picker_get_state (self->picker) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply",
                                 g_str_equal (name, "plan")
                                   && suivi_import_plan_count_to_apply (self->plan) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", g_str_equal (name, "plan"));
}

/* Enter goes on. Without this the keyboard would be on the first button of the window, which is Cancel. */
static void
show_step (SuiviImportDialog *self, const char *name)
{
  GtkWidget *next = NULL;

  gtk_stack_set_visible_child_name (self->stack, name);
  update_actions (self);

  if (g_str_equal (name, "file"))
    next = self->continue_button;
  else if (g_str_equal (name, "plan"))
    next = GTK_WIDGET (self->import_button);
  else if (g_str_equal (name, "error"))
    next = self->choose_button;
  gtk_window_set_default_widget (GTK_WINDOW (self), next);
  if (next == NULL)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  else if (!gtk_widget_is_sensitive (next) || !gtk_widget_grab_focus (next))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_busy (SuiviImportDialog *self, const char *words)
{
  gtk_label_set_label (self->busy_label, words);
  show_step (self, "busy");
}

static void
show_error (SuiviImportDialog *self, const char *sentence)
{
  g_autofree char *description = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->error_page, description);
  show_step (self, "error");
}

static const char *
describe_format (const char *format)
{
  if (g_strcmp0 (format, "ohchr-list") == 0)
    return _ ("Official list of recommendations");
  return _ ("List of recommendations");
}

/* ---- Step 1: the file ---- */

static guint
count_rows (SuiviImportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < SUIVI_N_PLAN_STATUSES; i++)
    n += suivi_import_plan_count (plan, i);
  return n;
}

static void
show_file (SuiviImportDialog *self)
{
  SuiviReview *review = suivi_import_plan_get_review (self->plan);
  guint n_rows = count_rows (self->plan);
  g_autofree char *name = g_markup_escape_text (suivi_import_plan_get_file_name (self->plan), -1);
  g_autofree char *description = NULL;

  adw_status_page_set_title (self->file_page, describe_format (suivi_import_plan_get_format (self->plan)));
  if (review != NULL)
    /* Translators: %u is how many recommendations a file has, %s its name */
    description = g_strdup_printf (ngettext ("%u recommendation in %s", "%u recommendations in %s", n_rows),
                                   n_rows, name);
  else
    /* Translators: %u is how many recommendations a file has, %s its name */
    description = g_strdup_printf (
      ngettext ("%u recommendation in %s. The file does not say which review it is about: please choose.",
                "%u recommendations in %s. The file does not say which review it is about: please choose.",
                n_rows),
      n_rows, name);
  adw_status_page_set_description (self->file_page, description);
  suivi_review_picker_set_review (self->picker, review != NULL ? review->state : NULL,
                                  review != NULL ? review->session : 0);
  show_step (self, "file");
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  SuiviImportPlan *plan = suivi_import_read_file (task_data, NULL, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviImportDialog) self = SUIVI_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (is_gone (self))
    return;
  if (plan == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error->message);
      return;
    }
  self->plan = g_steal_pointer (&plan);
  show_file (self);
}

static void
picked_cb (SuiviImportDialog *self)
{
  update_actions (self);
}

static void
continue_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (widget);
  SuiviReview *review = suivi_import_plan_get_review (self->plan);
  const char *state = suivi_review_picker_get_state (self->picker);
  guint session = suivi_review_picker_get_session (self->picker);

  if (review == NULL || g_strcmp0 (review->state, state) != 0 || review->session != session)
    suivi_import_plan_set_review (self->plan, state, session, NULL);

  if (self->workspace == NULL)
    {
      g_autofree char *name = suivi_review_to_label (suivi_import_plan_get_review (self->plan));

      self->waiting_for_workspace = TRUE;
      g_signal_emit (self, signals[SIGNAL_WORKSPACE_NEEDED], 0, name);
      return;
    }
  compare (self);
}

/* ---- Step 2: the plan ---- */

static void
update_import_button (SuiviImportDialog *self)
{
  guint n = suivi_import_plan_count_to_apply (self->plan);
  g_autofree char *label = NULL;

  if (n > 0)
    label = g_strdup_printf (ngettext ("Import %u recommendation", "Import %u recommendations", n), n);
  else
    label = g_strdup (_ ("Nothing to import"));
  gtk_button_set_label (self->import_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", n > 0);
}

static void
show_plan (SuiviImportDialog *self)
{
  SuiviReview *review = suivi_import_plan_get_review (self->plan);
  guint n_faulty = suivi_import_plan_count (self->plan, SUIVI_PLAN_FAULTY);
  g_autofree char *label = suivi_review_to_label (review);
  g_autofree char *sentence = NULL;

  suivi_plan_view_set_plan (self->plan_view, self->plan);
  if (n_faulty > 0)
    /* Translators: %s is a review, "Slovenia, session 48" */
    sentence
      = g_strdup_printf (ngettext ("%s: %u row needs attention and is left out unless you settle it here.",
                                   "%s: %u rows need attention and are left out unless you settle them here.",
                                   n_faulty),
                         label, n_faulty);
  else
    sentence = g_strdup (label);
  gtk_label_set_label (self->plan_sentence, sentence);
  show_step (self, "plan");
  update_import_button (self);
}

static gpointer
compare_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  suivi_import_plan_compare (SUIVI_IMPORT_PLAN (data), store, error);
  return NULL;
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviImportDialog) self = SUIVI_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (is_gone (self))
    return;
  if (error != NULL)
    show_error (self, error->message);
  else
    show_plan (self);
}

static void
compare (SuiviImportDialog *self)
{
  show_busy (self, _ ("Comparing with the workspace…"));
  suivi_plan_view_set_plan (self->plan_view, NULL);
  suivi_workspace_run_async (self->workspace, compare_in_worker, g_object_ref (self->plan), g_object_unref,
                             NULL, self->cancellable, compared_cb, g_object_ref (self));
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (widget);

  suivi_plan_view_set_plan (self->plan_view, NULL);
  show_file (self);
}

/* ---- Step 3: done ---- */

static gpointer
apply_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SuiviImportPlan *plan = SUIVI_IMPORT_PLAN (data);

  if (!suivi_import_plan_apply (plan, store, cancellable, error))
    return NULL;
  return GUINT_TO_POINTER (suivi_import_plan_count_to_apply (plan));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviImportDialog) self = SUIVI_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  guint n = GPOINTER_TO_UINT (suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error));

  self->applying = FALSE;
  if (is_gone (self))
    return;
  if (error == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, n, suivi_import_plan_get_review (self->plan)->id);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      show_error (self, error->message);
    }
}

static void
apply_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (widget);

  show_busy (self, _ ("Importing…"));
  self->applying = TRUE;
  suivi_plan_view_set_plan (self->plan_view, NULL);
  suivi_workspace_run_async (self->workspace, apply_in_worker, g_object_ref (self->plan), g_object_unref,
                             NULL, self->cancellable, applied_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *owner, GFile *file)
{
  suivi_import_dialog_load (SUIVI_IMPORT_DIALOG (owner), file);
}

static void
choose_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  suivi_choose_to_open (GTK_WINDOW (widget), _ ("Import a list of recommendations"), SUIVI_FILE_KIND_LIST,
                        G_OBJECT (widget), file_chosen_cb);
}

/* While the plan is written, closing means: stop. The answer of the worker closes the window then. */
static gboolean
suivi_import_dialog_close_request (GtkWindow *window)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  if (self->applying)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (suivi_import_dialog_parent_class)->close_request (window);
}

static void
suivi_import_dialog_dispose (GObject *object)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  /* An answer under way may hold this window longer than its parent lives, whom GTK would still ask at the end. */
  gtk_window_set_transient_for (GTK_WINDOW (object), NULL);

  G_OBJECT_CLASS (suivi_import_dialog_parent_class)->dispose (object);
}

static void
suivi_import_dialog_finalize (GObject *object)
{
  g_clear_object (&SUIVI_IMPORT_DIALOG (object)->plan);

  G_OBJECT_CLASS (suivi_import_dialog_parent_class)->finalize (object);
}

static void
suivi_import_dialog_class_init (SuiviImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = suivi_import_dialog_dispose;
  object_class->finalize = suivi_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_import_dialog_close_request;

  /**
   * SuiviImportDialog::imported:
   * @n_imported: how many recommendations were written
   * @review_id: key of the review that they belong to
   */
  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", SUIVI_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  /**
   * SuiviImportDialog::workspace-needed:
   * @name: a good name for it
   *
   * There is no workspace yet: suivi_import_dialog_set_workspace() goes on.
   */
  signals[SIGNAL_WORKSPACE_NEEDED]
    = g_signal_new ("workspace-needed", SUIVI_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_REVIEW_PICKER);
  g_type_ensure (SUIVI_TYPE_PLAN_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/import/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, file_page);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, plan_sentence);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, plan_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, continue_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, error_page);

  gtk_widget_class_install_action (widget_class, "import.continue", NULL, continue_cb);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_import_dialog_init (SuiviImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->picker, "changed", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan_view, "decided", G_CALLBACK (update_import_button), self,
                           G_CONNECT_SWAPPED);
  show_step (self, "busy");
}

/**
 * suivi_import_dialog_new:
 * @parent: the window that imports
 * @workspace: (nullable): where to; %NULL if there is none yet
 *
 * Returns: (transfer none): the assistant; GTK owns it
 */
SuiviImportDialog *
suivi_import_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace)
{
  SuiviImportDialog *self = g_object_new (SUIVI_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  g_set_object (&self->workspace, workspace);
  return self;
}

/**
 * suivi_import_dialog_load:
 * @file: a list of recommendations
 *
 * Reads @file on a thread of its own and shows what it is.
 */
void
suivi_import_dialog_load (SuiviImportDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *path = NULL;
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_clear_object (&self->plan);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      show_error (self,
                  _ ("Suivi reads files on this computer: copy the list into one of its folders first."));
      return;
    }

  base_name = g_path_get_basename (path);
  name = g_filename_display_name (base_name);
  /* Translators: %s is the name of a file */
  words = g_strdup_printf (_ ("Reading %s…"), name);
  show_busy (self, words);

  /* Not with this window as its source: the reading thread may be the last to let go of the task, and a
   * window must not be freed there. */
  task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, suivi_import_dialog_load);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * suivi_import_dialog_set_workspace:
 * @workspace: where the list goes
 *
 * Goes on with the import that waited for a workspace.
 */
void
suivi_import_dialog_set_workspace (SuiviImportDialog *self, SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_IMPORT_DIALOG (self));
  g_return_if_fail (SUIVI_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  if (self->waiting_for_workspace)
    {
      self->waiting_for_workspace = FALSE;
      compare (self);
    }
}

/**
 * suivi_import_dialog_get_step:
 *
 * Returns: "busy", "file", "plan" or "error"
 */
const char *
suivi_import_dialog_get_step (SuiviImportDialog *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_DIALOG (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/**
 * suivi_import_dialog_get_plan:
 *
 * Returns: (transfer none) (nullable): the plan; not to be touched during step "busy"
 */
SuiviImportPlan *
suivi_import_dialog_get_plan (SuiviImportDialog *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_DIALOG (self), NULL);

  return self->plan;
}
