/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/proposals-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/clusters/proposal-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/review/row-name.h"
#include "app/step.h"

struct _SuiviProposalsDialog
{
  AdwWindow parent_instance;

  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkSwitch *all;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkLabel *summary;
  GtkListView *list;
  GtkButton *put_button;

  SuiviWorkspace *workspace;       /* (owned) */
  char *review_id;                 /* (nullable): whose recommendations are looked at */
  GCancellable *cancellable;       /* (owned): of the search under way */
  SuiviClusterProposals *proposed; /* (owned) (nullable): what is shown */
  GListStore *clusters;            /* (owned) (element-type SuiviProposalItem) */
  gboolean putting;
};

G_DEFINE_FINAL_TYPE (SuiviProposalsDialog, suivi_proposals_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_PUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fail (SuiviProposalsDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

/* ---- What is chosen ---- */

static guint
count_taken (SuiviProposalsDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->clusters)); i++)
    {
      g_autoptr (SuiviProposalItem) item = g_list_model_get_item (G_LIST_MODEL (self->clusters), i);

      n += suivi_proposal_item_count_taken (item);
    }

  return n;
}

static void
update_button (SuiviProposalsDialog *self)
{
  const guint n = count_taken (self);
  g_autofree char *label = NULL;

  if (n > 0)
    label = g_strdup_printf (ngettext ("Put %u recommendation into its cluster",
                                       "Put %u recommendations into clusters", n),
                             n);
  gtk_button_set_label (self->put_button, n > 0 ? label : _ ("Nothing chosen"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposals.put", n > 0 && !self->putting);
}

static void
put_done_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviProposalsDialog *self = SUIVI_PROPOSALS_DIALOG (widget);
  const guint n = self->workspace != NULL ? count_taken (self) : 0;
  g_autofree char *sentence = NULL;

  if (self->workspace == NULL)
    return;

  self->putting = FALSE;
  update_button (self);
  fail (self, failure);
  if (failure != NULL)
    return;

  sentence = g_strdup_printf (ngettext ("%u recommendation put into its cluster",
                                        "%u recommendations put into clusters", n),
                              n);
  g_signal_emit (self, signals[SIGNAL_PUT], 0, sentence);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_taken (SuiviClusterChange *change, SuiviProposalItem *cluster)
{
  GListModel *children = suivi_proposal_item_get_children (cluster);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SuiviProposalItem) item = g_list_model_get_item (children, i);

      if (suivi_proposal_item_count_taken (item) > 0)
        suivi_cluster_change_assign (change, suivi_proposal_item_get_cluster (cluster)->id,
                                     suivi_proposal_item_get_proposal (item)->id);
    }
}

static void
put_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviProposalsDialog *self = SUIVI_PROPOSALS_DIALOG (widget);
  const guint n = count_taken (self);
  SuiviClusterChange *change = NULL;
  g_autofree char *label = NULL;

  if (n == 0 || self->putting)
    return;

  self->putting = TRUE;
  update_button (self);
  change = suivi_cluster_change_new ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->clusters)); i++)
    {
      g_autoptr (SuiviProposalItem) item = g_list_model_get_item (G_LIST_MODEL (self->clusters), i);

      add_taken (change, item);
    }
  /* Translators: name of a step that can be undone */
  label = g_strdup_printf (ngettext ("Put %u recommendation into its cluster",
                                     "Put %u recommendations into clusters", n),
                           n);
  suivi_step_make (self->workspace, label, suivi_cluster_change_put, change,
                   (GDestroyNotify) suivi_cluster_change_free, widget, put_done_cb, NULL);
}

/* ---- What is shown ---- */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), suivi_proposal_row_new ());
  gtk_list_item_set_child (item, expander);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  SuiviProposalRow *row = SUIVI_PROPOSAL_ROW (gtk_tree_expander_get_child (expander));
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (SuiviProposalItem) proposal = gtk_tree_list_row_get_item (tree_row);
  g_autofree char *name = NULL;

  gtk_tree_expander_set_list_row (expander, tree_row);
  suivi_proposal_row_set_item (row, proposal);
  name = suivi_proposal_row_dup_name (row);
  suivi_row_name_set (GTK_WIDGET (expander), name);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  suivi_proposal_row_set_item (SUIVI_PROPOSAL_ROW (gtk_tree_expander_get_child (expander)), NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

/* Enter or a click opens a cluster, and takes a recommendation or leaves it. */
static void
row_activated_cb (SuiviProposalsDialog *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, position);
  g_autoptr (SuiviProposalItem) item = gtk_tree_list_row_get_item (row);

  if (suivi_proposal_item_get_cluster (item) != NULL)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else
    suivi_proposal_item_take (item, suivi_proposal_item_count_taken (item) == 0);
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListModel *children = suivi_proposal_item_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static char *
describe (SuiviProposalsDialog *self)
{
  const SuiviClusterProposals *proposed = self->proposed;
  const guint n = proposed->proposals->len;
  g_autofree char *fit = g_strdup_printf (
    ngettext ("The rules propose a cluster for %u recommendation, of %u that were looked at.",
              "The rules propose a cluster for %u recommendations, of %u that were looked at.", n),
    n, proposed->n_asked);
  g_autofree char *none = NULL;

  if (proposed->n_none == 0)
    return g_steal_pointer (&fit);

  none = g_strdup_printf (ngettext ("No rule fits %u of them: put it into a cluster by hand.",
                                    "No rule fits %u of them: put these into a cluster by hand.",
                                    proposed->n_none),
                          proposed->n_none);
  /* Translators: two sentences */
  return g_strdup_printf (_ ("%s %s"), fit, none);
}

/* Why there is nothing to choose. */
static const char *
explain_nothing (SuiviProposalsDialog *self)
{
  if (self->proposed->n_rules == 0)
    return _ ("No cluster has a rule. Open a cluster in the list and add one.");
  if (self->proposed->n_asked == 0)
    return _ ("Every recommendation is in a cluster already.");
  if (self->proposed->n_none == self->proposed->n_asked)
    return _ ("No rule fits. Add rules, or put recommendations into clusters by hand: choose them in the "
              "list of recommendations, then “Put into a cluster…” in its menu.");

  return _ ("Every recommendation is where the rules would put it.");
}

static void
show_proposals (SuiviProposalsDialog *self)
{
  const SuiviClusterProposals *proposed = self->proposed;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *summary = describe (self);

  for (guint i = 0; i < proposed->clusters->len; i++)
    g_ptr_array_add (items, suivi_proposal_item_new_cluster (g_ptr_array_index (proposed->clusters, i)));
  for (guint i = 0; i < proposed->proposals->len; i++)
    {
      const SuiviClusterProposal *proposal = g_ptr_array_index (proposed->proposals, i);

      suivi_proposal_item_add (g_ptr_array_index (items, proposal->cluster), proposal);
    }
  for (guint i = 0; i < items->len; i++)
    {
      SuiviProposalItem *item = g_ptr_array_index (items, i);

      if (suivi_proposal_item_count (item) == 0)
        continue;
      g_signal_connect_object (item, "changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
      g_list_store_append (self->clusters, item);
    }

  gtk_label_set_label (self->summary, summary);
  if (proposed->proposals->len == 0)
    adw_status_page_set_description (self->nothing, explain_nothing (self));
  gtk_stack_set_visible_child_name (self->stack, proposed->proposals->len > 0 ? "proposals" : "nothing");
  update_button (self);
}

static void
forget (SuiviProposalsDialog *self)
{
  if (self->clusters != NULL)
    g_list_store_remove_all (self->clusters);
  g_clear_pointer (&self->proposed, suivi_cluster_proposals_free);
}

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviProposalsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  SuiviClusterProposals *proposed = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      suivi_cluster_proposals_free (proposed);
      return;
    }

  fail (self, error != NULL ? error->message : NULL);
  if (proposed == NULL)
    return;
  forget (self);
  self->proposed = proposed;
  show_proposals (self);
}

static void
propose (SuiviProposalsDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  suivi_clusters_propose_async (self->workspace, self->review_id, gtk_switch_get_active (self->all),
                                self->cancellable, proposed_cb, g_object_ref (self));
}

/* Somebody else's step: what is proposed may be another now. Our own closes the dialog. */
static void
workspace_changed_cb (SuiviProposalsDialog *self)
{
  if (!self->putting)
    propose (self);
}

static void
suivi_proposals_dialog_dispose (GObject *object)
{
  SuiviProposalsDialog *self = SUIVI_PROPOSALS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  forget (self);

  G_OBJECT_CLASS (suivi_proposals_dialog_parent_class)->dispose (object);
}

static void
suivi_proposals_dialog_finalize (GObject *object)
{
  SuiviProposalsDialog *self = SUIVI_PROPOSALS_DIALOG (object);

  g_clear_object (&self->clusters);
  g_free (self->review_id);

  G_OBJECT_CLASS (suivi_proposals_dialog_parent_class)->finalize (object);
}

static void
suivi_proposals_dialog_class_init (SuiviProposalsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_proposals_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_proposals_dialog_finalize;

  /**
   * SuiviProposalsDialog::put:
   * @sentence: what was done
   */
  signals[SIGNAL_PUT] = g_signal_new ("put", SUIVI_TYPE_PROPOSALS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/clusters/proposals-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalsDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalsDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalsDialog, all);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalsDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalsDialog, put_button);
  gtk_widget_class_bind_template_callback (widget_class, propose);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "proposals.put", NULL, put_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "proposals.put", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_proposals_dialog_init (SuiviProposalsDialog *self)
{
  GtkTreeListModel *tree = NULL;
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->clusters = g_list_store_new (SUIVI_TYPE_PROPOSAL_ITEM);
  tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->clusters)), FALSE, FALSE, create_children,
                                  NULL, NULL);
  model = gtk_no_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposals.put", FALSE);
}

/**
 * suivi_proposals_dialog_new:
 * @parent: the window that it belongs to
 * @workspace: whose recommendations
 * @review_id: (nullable): key of the review that is looked at; %NULL: all of them
 *
 * Returns: (transfer none): a dialog, not shown yet; GTK owns it
 */
GtkWidget *
suivi_proposals_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace, const char *review_id)
{
  SuiviProposalsDialog *self = g_object_new (SUIVI_TYPE_PROPOSALS_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->review_id = g_strdup (review_id);
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_changed_cb), self);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  propose (self);

  return GTK_WIDGET (self);
}
