/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/sort-target.h"

#include <glib/gi18n-lib.h>

#include "app/clusters/dragged-rows.h"

struct _SuiviSortTarget
{
  GtkListBoxRow parent_instance;

  GtkLabel *digit;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *put;
  GtkDropTarget *drop; /* owned by the row */

  SuiviWorkspace *workspace; /* (owned): whose rows may be dropped */
  guint place;
  gboolean is_cluster;
};

G_DEFINE_FINAL_TYPE (SuiviSortTarget, suivi_sort_target, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, SuiviSortTarget *self)
{
  SuiviDraggedRows *rows = g_value_get_object (value);

  if (rows == NULL || suivi_dragged_rows_get_workspace (rows) != self->workspace)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, suivi_dragged_rows_get_keys (rows));

  return TRUE;
}

static void
suivi_sort_target_dispose (GObject *object)
{
  g_clear_object (&SUIVI_SORT_TARGET (object)->workspace);

  G_OBJECT_CLASS (suivi_sort_target_parent_class)->dispose (object);
}

static void
suivi_sort_target_class_init (SuiviSortTargetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sort_target_dispose;

  /**
   * SuiviSortTarget::dropped:
   * @keys: (element-type gint64): keys of the rows that were dropped
   */
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", SUIVI_TYPE_SORT_TARGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/clusters/sort-target.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSortTarget, digit);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortTarget, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortTarget, count);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortTarget, put);
}

static void
suivi_sort_target_init (SuiviSortTarget *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->drop = gtk_drop_target_new (SUIVI_TYPE_DRAGGED_ROWS, GDK_ACTION_MOVE);
  g_signal_connect_object (self->drop, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drop));
}

/**
 * suivi_sort_target_new:
 * @workspace: whose recommendations are sorted
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_sort_target_new (SuiviWorkspace *workspace)
{
  SuiviSortTarget *self = g_object_new (SUIVI_TYPE_SORT_TARGET, NULL);

  self->workspace = g_object_ref (workspace);

  return GTK_WIDGET (self);
}

/**
 * suivi_sort_target_show:
 * @cluster: (nullable): a cluster; %NULL: none
 * @place: its place in the list, from 1; 0 for none
 * @n: how many recommendations are in it
 * @writable: whether some can be put there
 */
void
suivi_sort_target_show (SuiviSortTarget *self,
                        const SuiviCluster *cluster,
                        guint place,
                        guint n,
                        gboolean writable)
{
  const char *title = cluster != NULL ? cluster->title : _ ("No cluster");
  g_autofree char *digit = place <= 9 ? g_strdup_printf ("%u", place) : g_strdup ("");
  g_autofree char *count = g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", n), n);
  /* Translators: name of a row for screen readers: title of a cluster, and how many recommendations it has */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), title, count);

  self->place = place;
  self->is_cluster = cluster != NULL;
  gtk_label_set_label (self->digit, digit);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->put, writable);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->put), "u", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->put), "sort.put");
  gtk_drop_target_set_actions (self->drop, writable ? GDK_ACTION_MOVE : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
describe_offer (SuiviSortTarget *self, guint n)
{
  if (n == 0)
    return g_strdup (_ ("Select recommendations first"));
  if (!self->is_cluster)
    return g_strdup_printf (ngettext ("Take %u recommendation out of its cluster",
                                      "Take %u recommendations out of their clusters", n),
                            n);

  /* Translators: %s is the title of a cluster */
  return g_strdup_printf (ngettext ("Put %u recommendation into “%s”", "Put %u recommendations into “%s”", n),
                          n, gtk_label_get_label (self->title));
}

/**
 * suivi_sort_target_offer:
 * @n_selected: how many recommendations are selected
 *
 * Says what the button would do.
 */
void
suivi_sort_target_offer (SuiviSortTarget *self, guint n_selected)
{
  g_autofree char *offer = describe_offer (self, n_selected);

  gtk_widget_set_tooltip_text (self->put, offer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->put), GTK_ACCESSIBLE_PROPERTY_LABEL, offer, -1);
}

/**
 * suivi_sort_target_get_place:
 *
 * Returns: its place in the list, from 1; 0 for none
 */
guint
suivi_sort_target_get_place (SuiviSortTarget *self)
{
  return self->place;
}
