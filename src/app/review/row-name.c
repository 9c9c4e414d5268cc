/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/row-name.h"

/**
 * suivi_row_name_set:
 * @child: the widget that a factory put into a list item, bound already
 * @name: what a screen reader says for the row
 *
 * GTK 4.8 has no gtk_list_item_set_accessible_label(), and a list row without a label has no name at all. The
 * row is the parent of the child that the factory made; that is not promised anywhere, so it is relied upon
 * only here.
 */
void
suivi_row_name_set (GtkWidget *child, const char *name)
{
  GtkWidget *row = NULL;

  g_return_if_fail (GTK_IS_WIDGET (child));

  row = gtk_widget_get_parent (child);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
