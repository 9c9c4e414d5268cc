/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/focus-keeper.h"

/* What is seen above and below a row that has the focus, in pixels. */
#define MARGIN 24
/* How long something unfolds at most, in microseconds */
#define UNFOLDING_TIME (500 * G_TIME_SPAN_MILLISECOND)

/* The whole row, with its title, and not only the text that is typed into; unless it is higher than the page. */
static GtkWidget *
find_whole (GtkWidget *focus, GtkWidget *scroller, double page)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  if (row == NULL || !gtk_widget_is_ancestor (row, scroller)
      || gtk_widget_get_height (row) + 2 * MARGIN > page)
    return focus;

  return row;
}

/* Where the row that has the focus is, seen from the upper edge of the page. */
static gboolean
find_focus (GtkScrolledWindow *scroller, graphene_rect_t *bounds)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scroller));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  GtkWidget *whole = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (scroller)))
    return FALSE;

  whole = find_whole (focus, GTK_WIDGET (scroller), gtk_adjustment_get_page_size (adjustment));

  return gtk_widget_get_height (whole) > 0
         && gtk_widget_compute_bounds (whole, GTK_WIDGET (scroller), bounds);
}

static void
show_focus (GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  if (!find_focus (scroller, &bounds))
    return;

  if (bounds.origin.y < MARGIN)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y - MARGIN);
  else if (bounds.origin.y + bounds.size.height > page - MARGIN)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y
                                            + MIN (bounds.size.height + MARGIN - page, -MARGIN));
}

typedef struct
{
  gint64 end;   /* until when, in monotonic time */
  double value; /* where the page was left */
} Unfolding;

/* Whether somebody scrolled away meanwhile. GTK itself scrolls a little, too, but to the focus. */
static gboolean
is_left (GtkScrolledWindow *scroller, const Unfolding *unfolding)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  graphene_rect_t bounds;

  return gtk_adjustment_get_value (adjustment) != unfolding->value && find_focus (scroller, &bounds)
         && (bounds.origin.y + bounds.size.height < 0
             || bounds.origin.y > gtk_adjustment_get_page_size (adjustment));
}

static gboolean
unfolding_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (widget);
  Unfolding *unfolding = user_data;

  if (is_left (scroller, unfolding))
    return G_SOURCE_REMOVE;
  show_focus (scroller);
  unfolding->value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));

  return g_get_monotonic_time () < unfolding->end ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Again for a moment: what only just unfolds has no place yet, and the page grows while it does. */
static void
focus_changed_cb (GtkScrolledWindow *scroller)
{
  Unfolding *unfolding = g_new0 (Unfolding, 1);

  show_focus (scroller);
  unfolding->end = g_get_monotonic_time () + UNFOLDING_TIME;
  unfolding->value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));
  gtk_widget_add_tick_callback (GTK_WIDGET (scroller), unfolding_cb, unfolding, g_free);
}

static void
root_changed_cb (GtkScrolledWindow *scroller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scroller));

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), scroller,
                             G_CONNECT_SWAPPED);
}

/**
 * suivi_focus_keeper_watch:
 * @scroller: something that scrolls up and down; it stays in one window
 *
 * Keeps what has the focus wholly in view, with its row and some room around it. By itself GTK only brings the text
 * into view that is typed into, and that at the very edge.
 */
void
suivi_focus_keeper_watch (GtkScrolledWindow *scroller)
{
  g_signal_connect (scroller, "notify::root", G_CALLBACK (root_changed_cb), NULL);
  root_changed_cb (scroller);
}
