/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/proposal-row.h"

#include <glib/gi18n-lib.h>

struct _SuiviProposalRow
{
  GtkBox parent_instance;

  GtkCheckButton *check;
  GtkLabel *head;
  GtkLabel *text;
  GtkLabel *reason;

  SuiviProposalItem *item; /* (owned) (nullable) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviProposalRow, suivi_proposal_row, GTK_TYPE_BOX)

static char *
describe_number (SuiviProposalItem *item)
{
  const guint n = suivi_proposal_item_count (item);
  const guint n_taken = suivi_proposal_item_count_taken (item);

  if (n_taken == n)
    return g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", n), n);

  /* Translators: how many of the recommendations that are proposed for a cluster are chosen */
  return g_strdup_printf (ngettext ("%u of %u recommendation", "%u of %u recommendations", n), n_taken, n);
}

static void
update (SuiviProposalRow *self)
{
  const guint n = suivi_proposal_item_count (self->item);
  const guint n_taken = suivi_proposal_item_count_taken (self->item);

  self->updating = TRUE;
  gtk_check_button_set_active (self->check, n_taken == n);
  gtk_check_button_set_inconsistent (self->check, n_taken > 0 && n_taken < n);
  self->updating = FALSE;
  if (suivi_proposal_item_get_cluster (self->item) != NULL)
    {
      g_autofree char *number = describe_number (self->item);

      gtk_label_set_label (self->reason, number);
    }
}

static void
toggled_cb (SuiviProposalRow *self)
{
  if (!self->updating && self->item != NULL)
    suivi_proposal_item_take (self->item, suivi_proposal_item_count_taken (self->item)
                                            < suivi_proposal_item_count (self->item));
}

static char *
describe_reason (const SuiviClusterProposal *proposal)
{
  if (proposal->now == NULL)
    return g_strdup (proposal->reason);

  /* Translators: why a recommendation is proposed for another cluster, and in which it is now */
  return g_strdup_printf (_ ("%s · now in “%s”"), proposal->reason, proposal->now);
}

static void
show_item (SuiviProposalRow *self)
{
  const SuiviCluster *cluster = suivi_proposal_item_get_cluster (self->item);
  const SuiviClusterProposal *proposal = suivi_proposal_item_get_proposal (self->item);
  g_autofree char *reason = proposal != NULL ? describe_reason (proposal) : NULL;

  gtk_label_set_label (self->head, cluster != NULL ? cluster->title : proposal->title);
  gtk_label_set_label (self->text, proposal != NULL ? proposal->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), proposal != NULL);
  if (reason != NULL)
    gtk_label_set_label (self->reason, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->head), -1);
}

static void
suivi_proposal_row_dispose (GObject *object)
{
  suivi_proposal_row_set_item (SUIVI_PROPOSAL_ROW (object), NULL);

  G_OBJECT_CLASS (suivi_proposal_row_parent_class)->dispose (object);
}

static void
suivi_proposal_row_class_init (SuiviProposalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_proposal_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/clusters/proposal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalRow, check);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalRow, head);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviProposalRow, reason);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
suivi_proposal_row_init (SuiviProposalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_proposal_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_proposal_row_new (void)
{
  return g_object_new (SUIVI_TYPE_PROPOSAL_ROW, NULL);
}

/**
 * suivi_proposal_row_set_item:
 * @item: (nullable): what to show
 */
void
suivi_proposal_row_set_item (SuiviProposalRow *self, SuiviProposalItem *item)
{
  g_return_if_fail (SUIVI_IS_PROPOSAL_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_object (item, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  show_item (self);
  update (self);
}

/**
 * suivi_proposal_row_dup_name:
 *
 * Returns: (transfer full): what a screen reader says for it
 */
char *
suivi_proposal_row_dup_name (SuiviProposalRow *self)
{
  const char *text = gtk_label_get_label (self->text);

  if (text[0] == '\0')
    return g_strdup_printf ("%s, %s", gtk_label_get_label (self->head), gtk_label_get_label (self->reason));

  return g_strdup_printf ("%s, %s, %s", gtk_label_get_label (self->head), text,
                          gtk_label_get_label (self->reason));
}
