/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wheel.h"

#include <math.h>

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  GtkWidget *field = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *page = gtk_widget_get_ancestor (gtk_widget_get_parent (field), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *inner = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (field));
  GtkAdjustment *outer = NULL;
  double notch = 1;

  if (page == NULL || gtk_adjustment_get_upper (inner) > gtk_adjustment_get_page_size (inner))
    return GDK_EVENT_PROPAGATE;

  outer = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  /* One notch goes as far as GTK itself goes. */
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    notch = pow (gtk_adjustment_get_page_size (outer), 2.0 / 3.0);
  gtk_adjustment_set_value (outer, gtk_adjustment_get_value (outer) + dy * notch);

  return GDK_EVENT_STOP;
}

/**
 * suivi_wheel_pass_on:
 * @field: a field that scrolls, on a page that does so, too
 *
 * A field that is not full keeps the wheel to itself, though there is nothing to scroll: now it scrolls the page then.
 */
void
suivi_wheel_pass_on (GtkScrolledWindow *field)
{
  GtkEventController *controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (field));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (field), controller);
}
