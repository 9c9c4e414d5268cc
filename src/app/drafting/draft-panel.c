/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/draft-panel.h"
#include "app/drafting/panel-widgets.h"

typedef struct
{
  GtkLabel *failure;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  gulong changed_id;
  SuiviPriority *priority;   /* (owned) (nullable) */
  SuiviDraft *draft;         /* (owned) (nullable) */
  char *text;                /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean stale;            /* whether what is shown is not what the workspace holds */
  gboolean unreadable;       /* whether the failure is about the last reading */
} SuiviDraftPanelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SuiviDraftPanel, suivi_draft_panel, GTK_TYPE_BOX)

#define PRIVATE(self) ((SuiviDraftPanelPrivate *) suivi_draft_panel_get_instance_private (self))

/* On the workspace's thread */

typedef struct
{
  SuiviPanelJob job;
  SuiviWorkspaceFunc read;
  GDestroyNotify free_result;
} Reading;

typedef struct
{
  SuiviPriority *priority;
  SuiviDraft *draft;
  gpointer result;
  GDestroyNotify free_result;
} Answer;

static void
free_reading (Reading *self)
{
  suivi_priority_free (self->job.priority);
  suivi_draft_free (self->job.draft);
  g_free (self->job.text);
  g_free (self);
}

static void
free_answer (Answer *self)
{
  suivi_priority_free (self->priority);
  suivi_draft_free (self->draft);
  if (self->result != NULL)
    self->free_result (self->result);
  g_free (self);
}

/* Draft and issue are read anew too: they may have changed since the panel was told. */
static gboolean
refresh (Reading *self, SuiviStore *store, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SuiviDraft) draft = suivi_store_get_draft (store, self->job.draft->id, &failure);
  g_autoptr (SuiviPriority) priority = NULL;

  if (draft != NULL)
    priority = suivi_store_get_priority (store, draft->priority_id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (priority == NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("This draft is no longer in the workspace."));
      return FALSE;
    }

  suivi_draft_free (self->job.draft);
  self->job.draft = g_steal_pointer (&draft);
  suivi_priority_free (self->job.priority);
  self->job.priority = g_steal_pointer (&priority);

  return TRUE;
}

static gpointer
read_for_panel (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  Answer *answer = NULL;
  gpointer result = NULL;

  if (!refresh (reading, store, error))
    return NULL;
  result = reading->read (store, &reading->job, cancellable, error);
  if (result == NULL)
    return NULL;

  answer = g_new0 (Answer, 1);
  answer->priority = g_steal_pointer (&reading->job.priority);
  answer->draft = g_steal_pointer (&reading->job.draft);
  answer->result = result;
  answer->free_result = reading->free_result;

  return answer;
}

/* What is shown */

static void load (SuiviDraftPanel *self);

static gboolean
has_focus_inside (SuiviDraftPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
show_result (SuiviDraftPanel *self, gpointer result)
{
  gboolean had_focus = has_focus_inside (self);

  SUIVI_DRAFT_PANEL_GET_CLASS (self)->show (self, result);
  /* The button that was pressed may be gone; what is near it is better than the start of the window. */
  if (had_focus && !has_focus_inside (self))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
hide_failure (SuiviDraftPanel *self)
{
  PRIVATE (self)->unreadable = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (PRIVATE (self)->failure), FALSE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviDraftPanel) self = user_data;
  SuiviDraftPanelPrivate *private = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  Answer *answer = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  /* Whoever cancelled it looks after the panel. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || private->workspace == NULL
      || (gpointer) private->workspace != (gpointer) source)
    {
      g_clear_pointer (&answer, free_answer);
      return;
    }

  g_clear_object (&private->cancellable);
  if (answer != NULL)
    {
      suivi_draft_free (private->draft);
      private->draft = g_steal_pointer (&answer->draft);
      suivi_priority_free (private->priority);
      private->priority = g_steal_pointer (&answer->priority);
      if (private->unreadable)
        hide_failure (self);
      show_result (self, answer->result);
      free_answer (answer);
    }
  else
    {
      show_result (self, NULL);
      /* A draft that was deleted: the page shows another one presently. */
      if (g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND))
        {
          g_clear_pointer (&private->draft, suivi_draft_free);
          g_clear_pointer (&private->priority, suivi_priority_free);
        }
      else
        {
          suivi_draft_panel_fail (self, error->message);
          private->unreadable = TRUE;
        }
    }

  if (private->stale)
    load (self);
}

/* Reads at most one thing at a time, and nothing that nobody sees. */
static void
load (SuiviDraftPanel *self)
{
  SuiviDraftPanelPrivate *private = PRIVATE (self);
  SuiviDraftPanelClass *klass = SUIVI_DRAFT_PANEL_GET_CLASS (self);
  Reading *reading = NULL;

  private->stale = TRUE;
  if (private->draft == NULL || private->cancellable != NULL
      || (!klass->eager && !gtk_widget_get_mapped (GTK_WIDGET (self))))
    return;

  reading = g_new0 (Reading, 1);
  reading->job.priority = private->priority != NULL ? suivi_priority_copy (private->priority) : NULL;
  reading->job.draft = suivi_draft_copy (private->draft);
  reading->job.text = g_strdup (private->text != NULL ? private->text : private->draft->text);
  reading->read = klass->read;
  reading->free_result = klass->free_result;
  private->stale = FALSE;
  private->cancellable = g_cancellable_new ();
  suivi_workspace_run_async (private->workspace, read_for_panel, reading, (GDestroyNotify) free_reading,
                             (GDestroyNotify) free_answer, private->cancellable, answered_cb,
                             g_object_ref (self));
}

static void
cancel (SuiviDraftPanel *self)
{
  SuiviDraftPanelPrivate *private = PRIVATE (self);

  g_cancellable_cancel (private->cancellable);
  g_clear_object (&private->cancellable);
}

static void
set_workspace (SuiviDraftPanel *self, SuiviWorkspace *workspace)
{
  SuiviDraftPanelPrivate *private = PRIVATE (self);

  if (private->workspace == workspace)
    return;

  if (private->workspace != NULL)
    g_clear_signal_handler (&private->changed_id, private->workspace);
  g_set_object (&private->workspace, workspace);
  if (workspace != NULL)
  private->changed_id
    = g_signal_connect_object (workspace, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static void
suivi_draft_panel_map (GtkWidget *widget)
{
  SuiviDraftPanel *self = SUIVI_DRAFT_PANEL (widget);

  GTK_WIDGET_CLASS (suivi_draft_panel_parent_class)->map (widget);

  if (PRIVATE (self)->stale)
    load (self);
}

static void
suivi_draft_panel_dispose (GObject *object)
{
  SuiviDraftPanel *self = SUIVI_DRAFT_PANEL (object);
  SuiviDraftPanelPrivate *private = PRIVATE (self);

  cancel (self);
  set_workspace (self, NULL);
  g_clear_pointer (&private->priority, suivi_priority_free);
  g_clear_pointer (&private->draft, suivi_draft_free);
  g_clear_pointer (&private->text, g_free);

  G_OBJECT_CLASS (suivi_draft_panel_parent_class)->dispose (object);
}

static void
suivi_draft_panel_class_init (SuiviDraftPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_draft_panel_dispose;
  GTK_WIDGET_CLASS (klass)->map = suivi_draft_panel_map;
}

static void
suivi_draft_panel_init (SuiviDraftPanel *self)
{
  GtkWidget *failure
    = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "visible",
                    FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (failure, "message-bar");
  gtk_widget_add_css_class (failure, "failure");
  PRIVATE (self)->failure = GTK_LABEL (failure);
  gtk_box_append (GTK_BOX (self), failure);
}

/**
 * suivi_draft_panel_set:
 * @workspace: (nullable): where it is read
 * @priority: (nullable): the issue of the draft
 * @draft: (nullable): the draft; %NULL clears the panel
 * @text: (nullable): its wording as it is being written; %NULL: as it is saved
 *
 * Shows what belongs to the draft as soon as it was read. What belongs to another draft vanishes at once.
 */
void
suivi_draft_panel_set (SuiviDraftPanel *self,
                       SuiviWorkspace *workspace,
                       SuiviPriority *priority,
                       SuiviDraft *draft,
                       const char *text)
{
  SuiviDraftPanelPrivate *private = NULL;
  gboolean same = FALSE;

  g_return_if_fail (SUIVI_IS_DRAFT_PANEL (self));
  g_return_if_fail (draft == NULL || SUIVI_IS_WORKSPACE (workspace));

  private = PRIVATE (self);
  same = private->draft != NULL && draft != NULL && private->workspace == workspace
         && g_str_equal (private->draft->id, draft->id);
  cancel (self);
  set_workspace (self, workspace);

  /* Copied first: what is given may be our own. */
  priority = priority != NULL ? suivi_priority_copy (priority) : NULL;
  draft = draft != NULL ? suivi_draft_copy (draft) : NULL;
  suivi_priority_free (private->priority);
  private->priority = priority;
  suivi_draft_free (private->draft);
  private->draft = draft;
  g_free (private->text);
  private->text = g_strdup (text);

  if (!same)
    {
      hide_failure (self);
      show_result (self, NULL);
    }
  load (self);
}

/**
 * suivi_draft_panel_get_workspace:
 *
 * Returns: (transfer none) (nullable): where the panel reads
 */
SuiviWorkspace *
suivi_draft_panel_get_workspace (SuiviDraftPanel *self)
{
  return PRIVATE (self)->workspace;
}

/**
 * suivi_draft_panel_get_priority:
 *
 * Returns: (transfer none) (nullable): the issue of the draft, as it was last read
 */
SuiviPriority *
suivi_draft_panel_get_priority (SuiviDraftPanel *self)
{
  return PRIVATE (self)->priority;
}

/**
 * suivi_draft_panel_get_draft:
 *
 * Returns: (transfer none) (nullable): the draft, as it was last read
 */
SuiviDraft *
suivi_draft_panel_get_draft (SuiviDraftPanel *self)
{
  return PRIVATE (self)->draft;
}

/**
 * suivi_draft_panel_is_writable:
 *
 * Returns: whether there is a workspace that can be changed
 */
gboolean
suivi_draft_panel_is_writable (SuiviDraftPanel *self)
{
  SuiviWorkspace *workspace = PRIVATE (self)->workspace;

  return workspace != NULL && suivi_workspace_get_read_only (workspace) == SUIVI_READ_ONLY_NO;
}

/**
 * suivi_draft_panel_fail:
 * @sentence: what could not be done, and why
 *
 * Says so at the top of the panel.
 */
void
suivi_draft_panel_fail (SuiviDraftPanel *self, const char *sentence)
{
  SuiviDraftPanelPrivate *private = PRIVATE (self);

  gtk_label_set_label (private->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (private->failure), TRUE);
}

/**
 * suivi_draft_panel_tell:
 * @done: what a step did
 *
 * Says so, and offers to undo it.
 */
void
suivi_draft_panel_tell (SuiviDraftPanel *self, const char *done)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    suivi_panel_tell (GTK_WINDOW (root), done);
}

static void
step_done_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviDraftPanel *self = SUIVI_DRAFT_PANEL (widget);

  if (PRIVATE (self)->workspace == NULL)
    return;

  if (failure == NULL)
    {
      suivi_draft_panel_tell (self, done);
      return;
    }
  suivi_draft_panel_fail (self, failure);
  /* A switch that was turned shows again what is true. */
  load (self);
}

/**
 * suivi_draft_panel_step:
 * @label: the name of the step, as the history and the undo button say it
 * @put: what is changed
 * @record: (transfer full): what @put is called with
 * @record_free: frees @record
 * @done: what the user is told when it is done; a literal or a translation, which live for ever
 *
 * Changes the workspace, as one step that can be undone, and says so; or says why it could not.
 */
void
suivi_draft_panel_step (SuiviDraftPanel *self,
                        const char *label,
                        SuiviStepPut put,
                        gpointer record,
                        GDestroyNotify record_free,
                        const char *done)
{
  SuiviDraftPanelPrivate *private = PRIVATE (self);

  g_return_if_fail (private->workspace != NULL);

  hide_failure (self);
  suivi_step_make (private->workspace, label, put, record, record_free, GTK_WIDGET (self), step_done_cb,
                    done);
}
