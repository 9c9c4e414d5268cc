/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window-private.h"

/* Whether something that takes drops itself is on the screen: what says that the whole window does would hide it. */
static gboolean
has_drop_zone (GtkWidget *widget)
{
  gboolean found = gtk_widget_get_mapped (widget) && gtk_widget_has_css_class (widget, "drop-zone");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_drop_zone (child);

  return found;
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, SuiviWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, !has_drop_zone (GTK_WIDGET (self)));
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, SuiviWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, SuiviWindow *self)
{
  g_autoptr (GSList) files = NULL;

  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *l = files; l != NULL; l = l->next)
    suivi_window_open_file (self, G_FILE (l->data));
  return files != NULL;
}

/**
 * suivi_window_init_drops:
 *
 * Takes files that are dropped anywhere on the window: workspaces are opened, everything else goes to the
 * import assistant, which says what is wrong with a file that it does not know.
 */
void
suivi_window_init_drops (SuiviWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
