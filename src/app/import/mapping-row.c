/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/mapping-row.h"

#include <glib/gi18n-lib.h>

/* One column of a table, and a drop-down that says what it means. */
struct _SuiviMappingRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *header;
  GtkLabel *values;
  GtkDropDown *field;

  GBindingGroup *bindings;
};

G_DEFINE_FINAL_TYPE (SuiviMappingRow, suivi_mapping_row, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), GPOINTER_TO_INT (user_data));
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *object = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (object));
}

static GtkListItemFactory *
new_factory (PangoEllipsizeMode mode)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (mode));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

/* By itself, a drop-down is as wide as the longest of its lines. The button may be shorter, the list not. */
static void
let_shrink (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) button_factory = new_factory (PANGO_ELLIPSIZE_END);
  g_autoptr (GtkListItemFactory) list_factory = new_factory (PANGO_ELLIPSIZE_NONE);

  gtk_drop_down_set_factory (drop_down, button_factory);
  gtk_drop_down_set_list_factory (drop_down, list_factory);
}

static void
suivi_mapping_row_dispose (GObject *object)
{
  SuiviMappingRow *self = SUIVI_MAPPING_ROW (object);

  g_clear_object (&self->bindings);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_mapping_row_parent_class)->dispose (object);
}

static void
suivi_mapping_row_class_init (SuiviMappingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_mapping_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/mapping-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviMappingRow, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviMappingRow, header);
  gtk_widget_class_bind_template_child (widget_class, SuiviMappingRow, values);
  gtk_widget_class_bind_template_child (widget_class, SuiviMappingRow, field);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_mapping_row_init (SuiviMappingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_shrink (self->field);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "field", self->field, "selected",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * suivi_mapping_row_new:
 * @fields: labels of all fields, in the order of #SuiviTableField
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_mapping_row_new (GListModel *fields)
{
  SuiviMappingRow *self = g_object_new (SUIVI_TYPE_MAPPING_ROW, NULL);

  gtk_drop_down_set_model (self->field, fields);
  return GTK_WIDGET (self);
}

/**
 * suivi_mapping_row_set:
 * @item: (nullable): the column to show; %NULL lets go of the one before
 */
void
suivi_mapping_row_set (SuiviMappingRow *self, SuiviMappingItem *item)
{
  g_autofree char *accessible = NULL;

  g_return_if_fail (SUIVI_IS_MAPPING_ROW (self));

  g_binding_group_set_source (self->bindings, item);
  if (item == NULL)
    return;

  gtk_label_set_label (self->header, suivi_mapping_item_get_header (item));
  gtk_label_set_label (self->values, suivi_mapping_item_get_values (item));
  /* Translators: %s is the header of a column in somebody's table */
  accessible = g_strdup_printf (_ ("Meaning of the column “%s”"), suivi_mapping_item_get_header (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}
