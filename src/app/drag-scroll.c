/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drag-scroll.h"

/* How near to an edge scrolling begins, in pixels, and how far it goes in a second at the edge itself. */
#define EDGE  36.0
#define SPEED 900.0

typedef struct
{
  GtkScrolledWindow *scroller;
  double push; /* -1 … 1: how hard what is dragged leans on the upper or the lower edge */
  gint64 time; /* of the last frame, in microseconds */
  guint tick;  /* 0: nothing scrolls */
} DragScroll;

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DragScroll *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double seconds = (double) (now - self->time) / G_TIME_SPAN_SECOND;

  self->time = now;
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + self->push * SPEED * MIN (seconds, 0.1));

  return G_SOURCE_CONTINUE;
}

static void
stop (DragScroll *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;
}

static void
moved_cb (GtkDropControllerMotion *motion, double x, double y, DragScroll *self)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  const double edge = MIN (EDGE, height / 4);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->scroller));

  if (y < edge)
    self->push = (y - edge) / edge;
  else if (y > height - edge)
    self->push = (y - height + edge) / edge;
  else
    self->push = 0;
  self->push = CLAMP (self->push, -1, 1);

  if (self->push == 0 || clock == NULL)
    {
      stop (self);
      return;
    }
  if (self->tick == 0)
    {
      self->time = gdk_frame_clock_get_frame_time (clock);
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), scroll_cb, self, NULL);
    }
}

static void
left_cb (GtkDropControllerMotion *motion, DragScroll *self)
{
  stop (self);
}

/**
 * suivi_drag_scroll_watch:
 * @scroller: a list on which things are dropped
 *
 * Whoever drags something near the upper or the lower edge scrolls the list. GTK's list views do so by themselves, a
 * list box does not.
 */
void
suivi_drag_scroll_watch (GtkScrolledWindow *scroller)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  DragScroll *self = g_new0 (DragScroll, 1);

  self->scroller = scroller;
  g_object_set_data_full (G_OBJECT (scroller), "suivi-drag-scroll", self, g_free);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  /* Hidden in the middle of a drag, it would go on by itself when it is shown again. */
  g_signal_connect_swapped (scroller, "unmap", G_CALLBACK (stop), self);
  gtk_widget_add_controller (GTK_WIDGET (scroller), motion);
}
