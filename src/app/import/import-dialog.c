/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/import-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/choosers.h"
#include "app/drafting/panel-widgets.h"
#include "app/import/busy-page.h"
#include "app/import/file-page.h"
#include "app/import/file-summary.h"
#include "app/import/import-jobs.h"
#include "app/import/plan-view.h"
#include "app/scorecard/list-place.h"

/*
 * The import assistant: what the file is, what would happen, done. Its stack has these children: "busy",
 * "file", "plan" and "error".
 *
 * The plan is worked on by one thread at a time: by a thread of its own while the file is read, by the
 * workspace's while it is compared or applied, and by this one in between. While it is away, no widget holds
 * it. There is one job at a time; a reading that is given up for another one ends as cancelled, and nobody
 * listens.
 */
struct _SuiviImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  SuiviBusyPage *busy_page;
  SuiviFilePage *file_page;
  GtkLabel *plan_sentence;
  SuiviPlanView *plan_view;
  GtkWidget *continue_button;
  GtkButton *import_button;
  GtkWidget *choose_button;
  AdwStatusPage *error_page;

  SuiviWorkspace *workspace;
  char *path;
  SuiviImportPlan *plan;
  SuiviImportPlan *read;     /* that is not shown yet */
  GCancellable *cancellable; /* of the job under way, or of the one before */
  gboolean applying;
  gboolean waiting_for_workspace;
  gboolean made_for_this; /* the workspace has no sense without this import */
};

G_DEFINE_FINAL_TYPE (SuiviImportDialog, suivi_import_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_IMPORTED,
  SIGNAL_WORKSPACE_NEEDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Callbacks may arrive after the window is gone. */
static gboolean
is_gone (SuiviImportDialog *self)
{
  return self->cancellable == NULL;
}

/* Another job begins: what was under way is of no use any more. */
static void
renew_cancellable (SuiviImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
update_actions (SuiviImportDialog *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.continue",
                                 g_str_equal (name, "file") && suivi_file_page_get_ready (self->file_page));
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
show_busy (SuiviImportDialog *self, SuiviBusyKind kind, SuiviProgress *progress)
{
  suivi_busy_page_set (self->busy_page, kind, progress);
  show_step (self, "busy");
}

static void
show_error (SuiviImportDialog *self, const char *sentence)
{
  g_autofree char *description = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->error_page, description);
  show_step (self, "error");
}

/* ---- Step 1: the file ---- */

static void
file_page_changed_cb (SuiviImportDialog *self)
{
  update_actions (self);
}

static void
show_file (SuiviImportDialog *self, const char *const *states)
{
  g_autoptr (SuiviImportPlan) plan = g_steal_pointer (&self->read);

  suivi_import_plan_take_known_states (plan, states);
  g_set_object (&self->plan, plan);
  suivi_file_page_set_reading (self->file_page, NULL);
  suivi_file_page_set_plan (self->file_page, plan);
  if (!g_str_equal (suivi_import_dialog_get_step (self), "file"))
    show_step (self, "file");
  else
    update_actions (self);
}

static void
states_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviImportDialog) self = SUIVI_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) states = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (is_gone (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error != NULL)
    show_error (self, error->message);
  else
    show_file (self, (const char *const *) states);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const char *const none[] = { NULL };
  g_autoptr (SuiviImportDialog) self = SUIVI_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = suivi_import_read_finish (result, &error);

  if (is_gone (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (plan != NULL)
    {
      g_set_object (&self->read, plan);
      if (self->workspace == NULL)
        show_file (self, none);
      else
        suivi_import_list_states_async (self->workspace, self->cancellable, states_listed_cb,
                                        g_object_ref (self));
      return;
    }

  suivi_file_page_set_reading (self->file_page, NULL);
  if (self->plan == NULL)
    show_error (self, error->message);
  else
    /* What the user chose does not fit: another choice may. */
    suivi_file_page_set_error (self->file_page, error->message);
}

/* The file was read before, and the user says that something of it is otherwise. */
static void
read_again (SuiviImportDialog *self)
{
  g_autoptr (SuiviImportOptions) options = suivi_file_page_make_options (self->file_page);
  g_autoptr (SuiviProgress) progress = suivi_progress_new ();

  renew_cancellable (self);
  options->progress = suivi_progress_ref (progress);
  suivi_file_page_set_reading (self->file_page, progress);
  suivi_import_read_async (self->path, options, self->cancellable, read_cb, g_object_ref (self));
}

/* ---- Step 2: the plan ---- */

static void
update_import_button (SuiviImportDialog *self)
{
  g_autofree char *label = suivi_import_plan_tell_task (self->plan);

  gtk_button_set_label (self->import_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply",
                                 suivi_import_plan_count_to_apply (self->plan) > 0);
}

static void
show_plan (SuiviImportDialog *self)
{
  g_autoptr (GPtrArray) groups = suivi_import_plan_list_groups (self->plan);
  g_autofree char *title = suivi_file_summary_make_title (self->plan, groups);

  suivi_plan_view_set_plan (self->plan_view, self->plan);
  gtk_label_set_label (self->plan_sentence, title);
  show_step (self, "plan");
  update_import_button (self);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviImportDialog) self = SUIVI_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  suivi_import_compare_finish (source, result, &error);
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
  g_autoptr (SuiviProgress) progress = suivi_progress_new ();
  g_autoptr (GPtrArray) groups = suivi_file_page_list_groups (self->file_page);

  renew_cancellable (self);
  show_busy (self, SUIVI_BUSY_COMPARING, progress);
  suivi_plan_view_set_plan (self->plan_view, NULL);
  suivi_import_compare_async (self->plan, groups, self->workspace, progress, self->cancellable, compared_cb,
                              g_object_ref (self));
}

static void
continue_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (widget);

  suivi_file_page_apply (self->file_page, self->plan);
  compare (self);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (widget);

  suivi_plan_view_set_plan (self->plan_view, NULL);
  show_step (self, "file");
}

/* ---- The faults as a file ---- */

static void
faults_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviImportDialog) self = SUIVI_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  suivi_import_write_faults_finish (result, &error);
  if (is_gone (self))
    return;

  show_plan (self);
  if (error != NULL)
    suivi_show_error (GTK_WINDOW (self), _ ("The faults could not be written"), error->message);
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Faults exported")));
}

static void
faults_place_chosen_cb (GObject *owner, GFile *file)
{
  suivi_import_dialog_export_faults (SUIVI_IMPORT_DIALOG (owner), file);
}

static void
export_faults_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (widget);
  /* Translators: beginning of a file name; %s is the name of the file with the faults */
  g_autofree char *words = g_strdup_printf (_ ("Faults in %s"), suivi_import_plan_get_file_name (self->plan));
  g_autofree char *name = suivi_make_file_name (words, "csv");

  suivi_choose_to_save (GTK_WINDOW (self), _ ("Export faults"), SUIVI_FILE_KIND_CSV, name, G_OBJECT (self),
                        faults_place_chosen_cb);
}

/* ---- Step 3: done ---- */

/* An official list may be filled in later. It is public; where any other file lies, nobody keeps. */
static void
remember_place (SuiviImportDialog *self)
{
  const char *sha256 = suivi_import_plan_get_sha256 (self->plan);

  if (sha256 != NULL && g_strcmp0 (suivi_import_plan_get_format (self->plan), "ohchr-list") == 0)
    suivi_list_place_remember (sha256, self->path);
}

static void
tell_imported (SuiviImportDialog *self)
{
  SuiviReview *review = suivi_import_plan_get_review (self->plan);
  g_autofree char *sentence = suivi_import_plan_tell_done (self->plan);

  self->made_for_this = FALSE;
  remember_place (self);
  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, sentence, review != NULL ? review->id : NULL);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviImportDialog) self = SUIVI_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  self->applying = FALSE;
  if (is_gone (self))
    return;
  if (error == NULL)
    {
      tell_imported (self);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_MOVED))
    {
      show_plan (self);
      suivi_show_error (GTK_WINDOW (self), _ ("Please look at the plan again"), error->message);
    }
  else
    {
      show_error (self, error->message);
    }
}

static void
apply (SuiviImportDialog *self)
{
  g_autoptr (SuiviProgress) progress = suivi_progress_new ();

  renew_cancellable (self);
  show_busy (self, SUIVI_BUSY_IMPORTING, progress);
  self->applying = TRUE;
  suivi_plan_view_set_plan (self->plan_view, NULL);
  suivi_import_apply_async (self->plan, self->workspace, progress, self->cancellable, applied_cb,
                            g_object_ref (self));
}

/* A file is made only for somebody who saw what comes in and wants it. */
static void
apply_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (widget);
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *name = NULL;

  if (self->workspace != NULL)
    {
      apply (self);
      return;
    }

  groups = suivi_import_plan_list_groups (self->plan);
  name = suivi_file_summary_make_name (self->plan, groups);
  self->waiting_for_workspace = TRUE;
  g_signal_emit (self, signals[SIGNAL_WORKSPACE_NEEDED], 0, name);
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
    {
      suivi_busy_page_set (self->busy_page, SUIVI_BUSY_STOPPING, NULL);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (suivi_import_dialog_parent_class)->close_request (window);
}

static void
suivi_import_dialog_dispose (GObject *object)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->made_for_this)
    suivi_import_discard (self->workspace);
  self->made_for_this = FALSE;
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_import_dialog_parent_class)->dispose (object);
}

static void
suivi_import_dialog_finalize (GObject *object)
{
  SuiviImportDialog *self = SUIVI_IMPORT_DIALOG (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->read);
  g_free (self->path);

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
   * @sentence: what was done, "12 recommendations imported"
   * @review_id: (nullable): key of the review that they belong to; %NULL if they belong to several
   */
  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", SUIVI_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * SuiviImportDialog::workspace-needed:
   * @name: a good name for it
   *
   * The user saw the plan and wants it, and there is no workspace yet: suivi_import_dialog_set_workspace()
   * goes on.
   */
  signals[SIGNAL_WORKSPACE_NEEDED]
    = g_signal_new ("workspace-needed", SUIVI_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_BUSY_PAGE);
  g_type_ensure (SUIVI_TYPE_FILE_PAGE);
  g_type_ensure (SUIVI_TYPE_PLAN_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/import/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, busy_page);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportDialog, file_page);
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
  gtk_widget_class_install_action (widget_class, "import.export-faults", NULL, export_faults_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_import_dialog_init (SuiviImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* It says how many of what, which is long: all of it must be read on a narrow screen too. */
  gtk_button_set_label (self->import_button, "");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->import_button))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->import_button))),
                         GTK_JUSTIFY_CENTER);
  g_signal_connect_object (self->file_page, "changed", G_CALLBACK (file_page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file_page, "options-changed", G_CALLBACK (read_again), self,
                           G_CONNECT_SWAPPED);
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
  SuiviImportDialog *self = g_object_new (SUIVI_TYPE_IMPORT_DIALOG, NULL);

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  g_set_object (&self->workspace, workspace);

  return self;
}

/**
 * suivi_import_dialog_load:
 * @file: a list of recommendations, an export of a database, or a table
 *
 * Reads @file on a thread of its own and shows what it is.
 */
void
suivi_import_dialog_load (SuiviImportDialog *self, GFile *file)
{
  g_autoptr (SuiviImportOptions) options = NULL;
  g_autoptr (SuiviProgress) progress = NULL;
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_clear_object (&self->plan);
  suivi_file_page_reset (self->file_page);
  g_free (self->path);
  self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      show_error (self,
                  _ ("Suivi reads files on this computer: copy the list into one of its folders first."));
      return;
    }

  base_name = g_path_get_basename (self->path);
  name = g_filename_display_name (base_name);
  adw_window_title_set_subtitle (self->title, name);

  options = suivi_file_page_make_options (self->file_page);
  progress = suivi_progress_new ();
  options->progress = suivi_progress_ref (progress);
  renew_cancellable (self);
  show_busy (self, SUIVI_BUSY_READING, progress);
  suivi_import_read_async (self->path, options, self->cancellable, read_cb, g_object_ref (self));
}

/**
 * suivi_import_dialog_export_faults:
 * @file: where to; it is replaced
 *
 * Writes what needs attention into a CSV file, on a thread of its own. Only in step "plan".
 */
void
suivi_import_dialog_export_faults (SuiviImportDialog *self, GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (g_str_equal (suivi_import_dialog_get_step (self), "plan"));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      suivi_show_error (GTK_WINDOW (self), _ ("The faults could not be written"),
                        _ ("Choose a folder on this computer."));
      return;
    }

  show_busy (self, SUIVI_BUSY_SAVING, NULL);
  suivi_plan_view_set_plan (self->plan_view, NULL);
  suivi_import_write_faults_async (self->plan, path, faults_written_cb, g_object_ref (self));
}

/**
 * suivi_import_dialog_set_workspace:
 * @workspace: an empty workspace that was made for this
 *
 * Goes on with the import that waited for a workspace. The window that imports takes @workspace over when it
 * hears "imported"; if it never does, the workspace is closed and its file deleted.
 */
void
suivi_import_dialog_set_workspace (SuiviImportDialog *self, SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_IMPORT_DIALOG (self));
  g_return_if_fail (SUIVI_IS_WORKSPACE (workspace));
  g_return_if_fail (self->waiting_for_workspace);

  g_set_object (&self->workspace, workspace);
  self->waiting_for_workspace = FALSE;
  self->made_for_this = TRUE;
  apply (self);
}

/**
 * suivi_import_dialog_get_workspace:
 *
 * Returns: (transfer none) (nullable): where the list goes
 */
SuiviWorkspace *
suivi_import_dialog_get_workspace (SuiviImportDialog *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_DIALOG (self), NULL);

  return self->workspace;
}

/**
 * suivi_import_dialog_get_waiting:
 *
 * Returns: whether it waits for suivi_import_dialog_set_workspace()
 */
gboolean
suivi_import_dialog_get_waiting (SuiviImportDialog *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_DIALOG (self), FALSE);

  return self->waiting_for_workspace;
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
