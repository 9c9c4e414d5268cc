/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/clusters/cluster-jobs.h"
#include "app/clusters/clusters-dialog.h"
#include "app/drafting/list-chooser.h"
#include "app/review/recommendations-page-private.h"
#include "app/step-toast.h"

/* What stands for no cluster among the keys of the chooser, and for none of them. */
#define NO_CLUSTER   "none"
#define NEW_CLUSTERS "new"

static void
clusters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->workspace != NULL && GTK_IS_WINDOW (root))
    gtk_window_present (
      GTK_WINDOW (suivi_clusters_dialog_new (GTK_WINDOW (root), self->workspace, self->review_id)));
}

/* What is put into which cluster; it waits for the user while the chooser is open. */
typedef struct
{
  SuiviRecommendationsPage *self; /* (owned) */
  SuiviWorkspace *workspace;      /* (owned) */
  GArray *keys;                   /* (owned) */
  char *title;                    /* (nullable): of the cluster chosen */
} Choice;

static void
free_choice (Choice *choice)
{
  g_object_unref (choice->self);
  g_object_unref (choice->workspace);
  g_array_unref (choice->keys);
  g_free (choice->title);
  g_free (choice);
}

static void
forget_choice_cb (gpointer choice, GClosure *closure)
{
  free_choice (choice);
}

static Choice *
copy_choice (Choice *choice)
{
  Choice *copy = g_new0 (Choice, 1);

  copy->self = g_object_ref (choice->self);
  copy->workspace = g_object_ref (choice->workspace);
  copy->keys = g_array_ref (choice->keys);

  return copy;
}

static char *
describe_done (Choice *choice, const SuiviClusterAssignment *done)
{
  const guint n = done->n_moved;

  if (done->n == 0)
    return g_strdup (_ ("Outputs of other mechanisms are not put into clusters"));
  if (n == 0)
    return g_strdup (choice->title != NULL ? _ ("Already in this cluster") : _ ("Already in no cluster"));
  if (choice->title == NULL)
    return g_strdup_printf (ngettext ("%u recommendation is in no cluster now",
                                      "%u recommendations are in no cluster now", n),
                            n);

  /* Translators: %s is the title of a cluster */
  return g_strdup_printf (ngettext ("%u recommendation put into “%s”", "%u recommendations put into “%s”", n),
                          n, choice->title);
}

static void
assigned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree SuiviClusterAssignment *done = suivi_workspace_run_finish (choice->workspace, result, &error);
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (choice->self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (overlay != NULL && choice->workspace == choice->self->workspace)
    {
      text = done != NULL ? describe_done (choice, done) : g_strdup (error->message);
      escaped = g_markup_escape_text (text, -1);
      if (done != NULL && done->n_moved > 0)
        suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), text, _ ("Undo"), "win.undo");
      else
        adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (escaped));
    }
  free_choice (choice);
}

static void
chosen_cb (SuiviListChooser *chooser, const char *id, Choice *choice)
{
  Choice *copy = NULL;

  if (g_str_equal (id, NEW_CLUSTERS))
    {
      gtk_widget_activate_action (GTK_WIDGET (choice->self), "recommendations.clusters", NULL);
      return;
    }

  copy = copy_choice (choice);
  copy->title = g_strdup (g_object_get_data (G_OBJECT (chooser), id));
  suivi_clusters_assign_async (choice->workspace, g_str_equal (id, NO_CLUSTER) ? NULL : id, choice->keys,
                               assigned_cb, copy);
}

static void
add_clusters (SuiviListChooser *chooser, SuiviClusterList *list)
{
  for (guint i = 0; i < list->entries->len; i++)
    {
      SuiviClusterEntry *entry = g_ptr_array_index (list->entries, i);
      g_autofree char *count
        = g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", entry->n), entry->n);

      suivi_list_chooser_add (chooser, entry->cluster->id, NULL, entry->cluster->title, count);
      g_object_set_data_full (G_OBJECT (chooser), entry->cluster->id, g_strdup (entry->cluster->title),
                              g_free);
    }
  /* Translators: a choice in a list of clusters */
  suivi_list_chooser_add (chooser, NO_CLUSTER, NULL, _ ("None"), _ ("In no cluster"));
  suivi_list_chooser_add (chooser, NEW_CLUSTERS, NULL, _ ("Other clusters…"), _ ("Add or change clusters"));
}

static void
clusters_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (choice->self));
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviClusterList) list = suivi_workspace_run_finish (choice->workspace, result, &error);
  SuiviListChooser *chooser = NULL;

  if (choice->workspace != choice->self->workspace || !GTK_IS_WINDOW (root) || list == NULL)
    {
      if (choice->workspace == choice->self->workspace && error != NULL)
        suivi_recommendations_page_show_failure (choice->self, error->message);
      free_choice (choice);
      return;
    }
  /* The first thing to do is to make some. */
  if (list->entries->len == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (choice->self), "recommendations.clusters", NULL);
      free_choice (choice);
      return;
    }

  chooser = suivi_list_chooser_new (GTK_WINDOW (root), _ ("Put into a cluster"));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (chooser), TRUE);
  add_clusters (chooser, list);
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (chosen_cb), choice, forget_choice_cb, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
choose_cluster_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);
  Choice *choice = NULL;

  if (self->workspace == NULL || suivi_recommendations_page_count_selected (self) == 0)
    return;

  choice = g_new0 (Choice, 1);
  choice->self = g_object_ref (self);
  choice->workspace = g_object_ref (self->workspace);
  choice->keys = suivi_recommendations_page_list_selected (self);
  suivi_clusters_load_async (self->workspace, self->review_id, NULL, clusters_loaded_cb, choice);
}

/**
 * suivi_recommendations_page_install_clusters:
 * @widget_class: the class of the page
 *
 * Installs the actions that are about clusters.
 */
void
suivi_recommendations_page_install_clusters (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "recommendations.clusters", NULL, clusters_action);
  gtk_widget_class_install_action (widget_class, "recommendations.choose-cluster", NULL,
                                   choose_cluster_action);
}
