/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drop-down.h"
#include "app/review/row-name.h"

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
mark_selected_cb (GtkListItem *item, GParamSpec *pspec, GObject *drop_down)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_object_get (drop_down, "selected", &selected, NULL);
  /* Not hidden: the rows would change their width. */
  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box), gtk_list_item_get_position (item) == selected);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GObject *drop_down)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  suivi_row_name_set (box, text);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (mark_selected_cb), item,
                           G_CONNECT_SWAPPED);
  mark_selected_cb (item, NULL, drop_down);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GObject *drop_down)
{
  g_signal_handlers_disconnect_by_func (drop_down, mark_selected_cb, item);
}

/* What is chosen: a combo row shows it in a list of its own, of one row. */
static void
setup_chosen_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_list_item_set_child (item, label);
}

static void
bind_chosen_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), text);
  suivi_row_name_set (label, text);
}

/**
 * suivi_drop_down_name:
 * @drop_down: a #GtkDropDown or #AdwComboRow over a #GtkStringList
 * @name: what a screen reader says for it
 *
 * Names a drop-down and the rows of its list: in GTK 4.8 neither the button that it is made of nor a row has a name of
 * its own.
 */
void
suivi_drop_down_name (GtkWidget *drop_down, const char *name)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down) || ADW_IS_COMBO_ROW (drop_down));

  /* The drop-down goes before its factory's signals do. */
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), drop_down, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), drop_down, 0);
  g_object_set (drop_down, "list-factory", factory, NULL);

  if (ADW_IS_COMBO_ROW (drop_down))
    {
      g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();

      g_signal_connect (chosen, "setup", G_CALLBACK (setup_chosen_cb), NULL);
      g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
      adw_combo_row_set_factory (ADW_COMBO_ROW (drop_down), chosen);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_DROP_DOWN (drop_down))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
