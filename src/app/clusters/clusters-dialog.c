/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/clusters-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/clusters/cluster-row.h"
#include "app/clusters/proposals-dialog.h"
#include "app/clusters/rule-chooser.h"
#include "app/clusters/sort-dialog.h"
#include "app/drafting/panel-widgets.h"
#include "app/step-toast.h"
#include "app/step.h"
#include "core/scorecard/cluster-sets.h"
#include "core/text/text.h"

struct _SuiviClustersDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *propose_button;
  GtkWidget *sort_button;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkWidget *empty_sets;
  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *more;
  GtkEditable *add_entry;
  AdwPreferencesGroup *sets;

  SuiviWorkspace *workspace; /* (owned) */
  char *review_id;           /* (nullable): whose recommendations are counted */
  GCancellable *cancellable; /* (owned): of all that is asked for */
  SuiviClusterList *known;   /* (owned) (nullable): what is shown */
  GHashTable *rows;          /* (element-type utf8 SuiviClusterRow): by key of the cluster */
  GtkWidget *set_rows[SUIVI_N_CLUSTER_SETS];
  gboolean adding;
  gboolean discards; /* the user gave up the title that was typed */
};

G_DEFINE_FINAL_TYPE (SuiviClustersDialog, suivi_clusters_dialog, ADW_TYPE_WINDOW)

static gboolean
is_writable (SuiviClustersDialog *self)
{
  return suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

static void
fail (SuiviClustersDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

/* ---- Steps ---- */

static void
step_made_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (widget);

  if (self->workspace == NULL)
    return;

  fail (self, failure);
  if (failure == NULL && done != NULL)
    suivi_step_toast_show (self->toasts, done, _ ("Undo"), "clusters.undo");
}

/* @change: (transfer full); @done must live as long as the program */
static void
make_step (SuiviClustersDialog *self, const char *label, SuiviClusterChange *change, const char *done)
{
  /* What a message offers to undo is not the last step any longer. */
  suivi_step_toast_dismiss (self->toasts);
  suivi_step_make (self->workspace, label, suivi_cluster_change_put, change,
                   (GDestroyNotify) suivi_cluster_change_free, GTK_WIDGET (self), step_made_cb, done);
}

static SuiviCluster *
get_cluster (SuiviClustersDialog *self, guint i)
{
  return ((SuiviClusterEntry *) g_ptr_array_index (self->known->entries, i))->cluster;
}

/* A change that says the place of all of them: gaps between places close. */
static SuiviClusterChange *
create_change_of_all (SuiviClustersDialog *self)
{
  SuiviClusterChange *change = suivi_cluster_change_new ();

  for (guint i = 0; i < self->known->entries->len; i++)
    g_ptr_array_add (change->clusters, suivi_cluster_copy (get_cluster (self, i)));

  return change;
}

static gboolean
has_title (SuiviClustersDialog *self, const char *title)
{
  for (guint i = 0; i < self->known->entries->len; i++)
    {
      if (g_str_equal (get_cluster (self, i)->title, title))
        return TRUE;
    }

  return FALSE;
}

static void
moved_cb (SuiviClustersDialog *self, const char *id, int steps)
{
  g_autoptr (SuiviClusterChange) change = create_change_of_all (self);

  for (guint i = 0; i < change->clusters->len; i++)
    {
      SuiviCluster *cluster = g_ptr_array_index (change->clusters, i);
      const int to = CLAMP ((int) i + steps, 0, (int) change->clusters->len - 1);

      if (!g_str_equal (cluster->id, id))
        continue;
      if (to == (int) i)
        return;
      g_ptr_array_insert (change->clusters, to, g_ptr_array_steal_index (change->clusters, i));
      break;
    }
  for (guint i = 0; i < change->clusters->len; i++)
    ((SuiviCluster *) g_ptr_array_index (change->clusters, i))->place = i;
  make_step (self, _ ("Move a cluster"), g_steal_pointer (&change), NULL);
}

static void
renamed_cb (SuiviClustersDialog *self, const char *title, SuiviClusterRow *row)
{
  SuiviClusterChange *change = suivi_cluster_change_new ();
  SuiviCluster *cluster = suivi_cluster_copy (suivi_cluster_row_get (row));

  g_free (cluster->title);
  cluster->title = g_strdup (title);
  g_ptr_array_add (change->clusters, cluster);
  make_step (self, _ ("Rename a cluster"), change, NULL);
}

static void
deleted_cb (SuiviClustersDialog *self, SuiviClusterRow *row)
{
  SuiviClusterChange *change = suivi_cluster_change_new ();

  change->delete_cluster = g_strdup (suivi_cluster_row_get (row)->id);
  make_step (self, _ ("Delete a cluster"), change, _ ("Cluster deleted"));
}

static void
rule_removed_cb (SuiviClustersDialog *self, const char *rule_id)
{
  SuiviClusterChange *change = suivi_cluster_change_new ();

  change->delete_rule = g_strdup (rule_id);
  make_step (self, _ ("Remove a rule of a cluster"), change, _ ("Rule removed"));
}

static void
rule_chosen_cb (GtkWindow *window, SuiviClusterRule *rule)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (window);
  SuiviClusterChange *change = NULL;

  if (self->workspace == NULL)
    return;

  change = suivi_cluster_change_new ();
  g_ptr_array_add (change->rules, suivi_cluster_rule_copy (rule));
  make_step (self, _ ("Add a rule to a cluster"), change, NULL);
}

static void
rule_failed_cb (GtkWindow *window, const char *sentence)
{
  fail (SUIVI_CLUSTERS_DIALOG (window), sentence);
}

static void
rule_wanted_cb (SuiviClustersDialog *self, SuiviClusterRow *row)
{
  suivi_rule_chooser_present (GTK_WINDOW (self), self->workspace, suivi_cluster_row_get (row),
                              suivi_cluster_row_get_rules (row), self->cancellable, rule_chosen_cb,
                              rule_failed_cb);
}

static void
added_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (widget);

  self->adding = FALSE;
  if (self->workspace == NULL)
    return;

  fail (self, failure);
  if (failure == NULL)
    gtk_editable_set_text (self->add_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
}

static char *
dup_typed (SuiviClustersDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->add_entry)));
}

static void
add_cb (SuiviClustersDialog *self)
{
  SuiviClusterChange *change = NULL;
  g_autofree char *title = dup_typed (self);

  if (self->known == NULL || self->adding)
    return;
  if (title[0] == '\0')
    {
      gtk_editable_set_text (self->add_entry, "");
      return;
    }

  self->adding = TRUE;
  change = create_change_of_all (self);
  g_ptr_array_add (change->clusters, suivi_cluster_new (title, change->clusters->len));
  suivi_step_toast_dismiss (self->toasts);
  suivi_step_make (self->workspace, _ ("Add a cluster"), suivi_cluster_change_put, change,
                   (GDestroyNotify) suivi_cluster_change_free, GTK_WIDGET (self), added_cb, NULL);
}

/* The clusters of a set that are not there yet, with their rules. */
static SuiviClusterChange *
create_change_of_set (SuiviClustersDialog *self, SuiviClusterSet set)
{
  SuiviClusterChange *change = create_change_of_all (self);
  g_autoptr (GHashTable) left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint place = change->clusters->len;

  suivi_cluster_set_make (set, change->clusters, change->rules);
  for (guint i = place; i < change->clusters->len;)
    {
      SuiviCluster *cluster = g_ptr_array_index (change->clusters, i);

      if (has_title (self, cluster->title))
        {
          g_hash_table_add (left_out, g_strdup (cluster->id));
          g_ptr_array_remove_index (change->clusters, i);
          continue;
        }
      cluster->place = i++;
    }
  for (guint i = change->rules->len; i-- > 0;)
    {
      if (g_hash_table_contains (left_out,
                                 ((SuiviClusterRule *) g_ptr_array_index (change->rules, i))->cluster_id))
        g_ptr_array_remove_index (change->rules, i);
    }

  return change;
}

static void
add_set_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (widget);
  const guint set = g_variant_get_uint32 (parameter);

  if (self->known != NULL && set < SUIVI_N_CLUSTER_SETS)
    make_step (self, _ ("Add a set of clusters"), create_change_of_set (self, set), _ ("Clusters added"));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->stack, "clusters");
  gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviClustersDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (self->workspace != NULL)
    fail (self, error != NULL ? error->message : NULL);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (widget);

  suivi_step_toast_dismiss (self->toasts);
  suivi_workspace_undo_async (self->workspace, undone_cb, g_object_ref (self));
}

static void
put_cb (SuiviClustersDialog *self, const char *sentence)
{
  suivi_step_toast_show (self->toasts, sentence, _ ("Undo"), "clusters.undo");
}

static void
propose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (widget);
  GtkWidget *dialog = suivi_proposals_dialog_new (GTK_WINDOW (self), self->workspace, self->review_id);

  suivi_step_toast_dismiss (self->toasts);
  g_signal_connect_object (dialog, "put", G_CALLBACK (put_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (widget);

  suivi_step_toast_dismiss (self->toasts);
  gtk_window_present (
    GTK_WINDOW (suivi_sort_dialog_new (GTK_WINDOW (self), self->workspace, self->review_id)));
}

/* ---- What is shown ---- */

static SuiviClusterRow *
create_row (SuiviClustersDialog *self, const char *id)
{
  GtkWidget *row = suivi_cluster_row_new ();

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "rule-wanted", G_CALLBACK (rule_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "rule-removed", G_CALLBACK (rule_removed_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows, g_strdup (id), row);
  gtk_list_box_append (self->list, row);

  return SUIVI_CLUSTER_ROW (row);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  return (int) suivi_cluster_row_get (SUIVI_CLUSTER_ROW (a))->place
         - (int) suivi_cluster_row_get (SUIVI_CLUSTER_ROW (b))->place;
}

static gboolean
is_known (SuiviClustersDialog *self, const char *id)
{
  for (guint i = 0; i < self->known->entries->len; i++)
    {
      if (g_str_equal (get_cluster (self, i)->id, id))
        return TRUE;
    }

  return FALSE;
}

static void
remove_gone_rows (SuiviClustersDialog *self)
{
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      if (is_known (self, id))
        continue;
      g_signal_handlers_disconnect_by_data (row, self);
      gtk_list_box_remove (self->list, row);
      g_hash_table_iter_remove (&iter);
    }
}

/* Rows stay what they are: whoever moves one by the keyboard keeps it under the fingers, an open one stays open. */
static void
show_rows (SuiviClustersDialog *self)
{
  gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
  remove_gone_rows (self);
  for (guint i = 0; i < self->known->entries->len; i++)
    {
      SuiviClusterEntry *entry = g_ptr_array_index (self->known->entries, i);
      SuiviClusterRow *row = g_hash_table_lookup (self->rows, entry->cluster->id);

      if (row == NULL)
        row = create_row (self, entry->cluster->id);
      suivi_cluster_row_show (row, entry, self->known->entries->len, is_writable (self));
    }
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

/* A set is offered as long as one of its clusters is not there. */
static void
show_sets (SuiviClustersDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < SUIVI_N_CLUSTER_SETS; i++)
    {
      g_autoptr (SuiviClusterChange) change = create_change_of_set (self, i);
      const gboolean offered = change->clusters->len > self->known->entries->len;

      gtk_widget_set_visible (self->set_rows[i], offered);
      any = any || offered;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sets), any);
}

static char *
describe (SuiviClustersDialog *self)
{
  const SuiviClusterList *known = self->known;

  if (self->review_id != NULL)
    /* Translators: how many recommendations of the review that is shown are in a cluster, and how many it has */
    return g_strdup_printf (ngettext ("%u of the %u recommendation of this review is in a cluster.",
                                      "%u of the %u recommendations of this review are in a cluster.",
                                      known->total),
                            known->n_in, known->total);

  /* Translators: how many recommendations of all reviews are in a cluster, and how many there are */
  return g_strdup_printf (ngettext ("%u of the %u recommendation of all reviews is in a cluster.",
                                    "%u of the %u recommendations of all reviews are in a cluster.",
                                    known->total),
                          known->n_in, known->total);
}

static void
show_list (SuiviClustersDialog *self)
{
  const gboolean writable = is_writable (self);
  const gboolean empty = self->known->entries->len == 0;
  const gboolean typing = !suivi_text_is_blank (gtk_editable_get_text (self->add_entry));
  g_autofree char *summary = describe (self);

  show_rows (self);
  show_sets (self);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !empty);
  gtk_widget_set_visible (self->more, writable);
  gtk_widget_set_visible (self->empty_sets, writable);
  gtk_widget_set_visible (self->propose_button, !empty);
  gtk_widget_set_visible (self->sort_button, !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clusters.propose", writable && !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clusters.sort", writable && !empty);
  gtk_stack_set_visible_child_name (self->stack, !empty || typing || self->adding ? "clusters" : "empty");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviClustersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviClusterList) list = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autofree char *description = NULL;

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (list != NULL)
    {
      g_clear_pointer (&self->known, suivi_cluster_list_free);
      self->known = g_steal_pointer (&list);
      show_list (self);
      return;
    }
  description = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failed, description);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
load (SuiviClustersDialog *self)
{
  suivi_clusters_load_async (self->workspace, self->review_id, self->cancellable, loaded_cb,
                             g_object_ref (self));
}

/* ---- The window ---- */

static void
discard (GtkWindow *window)
{
  SUIVI_CLUSTERS_DIALOG (window)->discards = TRUE;
}

static gboolean
suivi_clusters_dialog_close_request (GtkWindow *window)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (window);
  GHashTableIter iter;
  gpointer row = NULL;
  g_autofree char *typed = dup_typed (self);

  if (typed[0] != '\0' && !self->adding && !self->discards)
    {
      suivi_panel_ask_discard (window, discard);
      return GDK_EVENT_STOP;
    }

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    suivi_cluster_row_flush (row);

  return GTK_WINDOW_CLASS (suivi_clusters_dialog_parent_class)->close_request (window);
}

static void
suivi_clusters_dialog_dispose (GObject *object)
{
  SuiviClustersDialog *self = SUIVI_CLUSTERS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->known, suivi_cluster_list_free);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->review_id, g_free);

  G_OBJECT_CLASS (suivi_clusters_dialog_parent_class)->dispose (object);
}

static void
suivi_clusters_dialog_class_init (SuiviClustersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_clusters_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_clusters_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/clusters/clusters-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, propose_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, sort_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, empty_sets);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, more);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, add_entry);
  gtk_widget_class_bind_template_child (widget_class, SuiviClustersDialog, sets);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "clusters.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "clusters.add-set", "u", add_set_action);
  gtk_widget_class_install_action (widget_class, "clusters.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "clusters.sort", NULL, sort_action);
  gtk_widget_class_install_action (widget_class, "clusters.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_set_rows (SuiviClustersDialog *self)
{
  for (guint i = 0; i < SUIVI_N_CLUSTER_SETS; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), suivi_cluster_set_to_label (i));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), suivi_cluster_set_to_source (i));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", i);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "clusters.add-set");
      adw_preferences_group_add (self->sets, row);
      self->set_rows[i] = row;
    }
}

static void
suivi_clusters_dialog_init (SuiviClustersDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_type_ensure (SUIVI_TYPE_CLUSTER_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_set_rows (self);
}

/**
 * suivi_clusters_dialog_new:
 * @parent: the window that it belongs to
 * @workspace: whose clusters
 * @review_id: (nullable): key of the review whose recommendations are counted and proposed; %NULL: all of them
 *
 * Returns: (transfer none): a dialog, not shown yet; GTK owns it
 */
GtkWidget *
suivi_clusters_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace, const char *review_id)
{
  SuiviClustersDialog *self = g_object_new (SUIVI_TYPE_CLUSTERS_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->review_id = g_strdup (review_id);
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (load), self);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  load (self);

  return GTK_WIDGET (self);
}
