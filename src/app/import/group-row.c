/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/group-row.h"

#include <glib/gi18n-lib.h>

/* One review of a file: take it or leave it. */
struct _SuiviGroupRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkCheckButton *include;
  GtkLabel *name;
  GtkLabel *details;

  GBindingGroup *bindings;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SuiviGroupRow, suivi_group_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
include_toggled_cb (GtkCheckButton *button, SuiviGroupRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
suivi_group_row_dispose (GObject *object)
{
  SuiviGroupRow *self = SUIVI_GROUP_ROW (object);

  g_clear_object (&self->bindings);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_group_row_parent_class)->dispose (object);
}

static void
suivi_group_row_class_init (SuiviGroupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_group_row_dispose;

  /**
   * SuiviGroupRow::toggled:
   *
   * Its check box was switched.
   */
  signals[SIGNAL_TOGGLED]
    = g_signal_new ("toggled", SUIVI_TYPE_GROUP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/group-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupRow, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupRow, include);
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupRow, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupRow, details);
  gtk_widget_class_bind_template_callback (widget_class, include_toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_group_row_init (SuiviGroupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "included", self->include, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * suivi_group_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_group_row_new (void)
{
  return g_object_new (SUIVI_TYPE_GROUP_ROW, NULL);
}

/**
 * suivi_group_row_set:
 * @item: (nullable): what to show; %NULL lets go of the one before
 */
void
suivi_group_row_set (SuiviGroupRow *self, SuiviGroupItem *item)
{
  g_autofree char *accessible = NULL;

  g_return_if_fail (SUIVI_IS_GROUP_ROW (self));

  self->setting = TRUE;
  g_binding_group_set_source (self->bindings, item);
  self->setting = FALSE;
  if (item == NULL)
    return;

  gtk_label_set_label (self->name, suivi_group_item_get_name (item));
  gtk_label_set_label (self->details, suivi_group_item_get_details (item));
  /* Translators: the first %s is a State, the second "4th cycle, session 48 · 254 recommendations" */
  accessible = g_strdup_printf (_ ("Import %s, %s"), suivi_group_item_get_name (item),
                                suivi_group_item_get_details (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->include), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}
