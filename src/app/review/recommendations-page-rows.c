/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/recommendation-row.h"
#include "app/review/recommendations-page-private.h"

/* As many as GTK keeps alive for a list: all of them come back after the list was filled anew. */
#define MAX_SPARE_ROWS 210

static void
row_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, SuiviRecommendationsPage *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  /* Where only one thing is shown at a time, a click on a row opens it; with Ctrl or Shift it selects. */
  if (adw_leaflet_get_folded (self->leaflet) && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

static GtkWidget *
create_row (SuiviRecommendationsPage *self)
{
  GtkWidget *row = suivi_recommendation_row_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect_object (gesture, "released", G_CALLBACK (row_released_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));

  return row;
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviRecommendationsPage *self)
{
  g_autoptr (GtkWidget) row = NULL;

  if (self->spare_rows != NULL && self->spare_rows->len > 0)
    row = g_ptr_array_steal_index_fast (self->spare_rows, self->spare_rows->len - 1);
  else
    row = g_object_ref_sink (create_row (self));
  gtk_list_item_set_child (list_item, row);
  g_object_set_data_full (G_OBJECT (list_item), "row", g_steal_pointer (&row), g_object_unref);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviRecommendationsPage *self)
{
  SuiviRecommendationRow *row = SUIVI_RECOMMENDATION_ROW (gtk_list_item_get_child (list_item));

  suivi_recommendation_row_set_show_review (row, self->review_id == NULL);
  suivi_recommendation_row_set_item (row, gtk_list_item_get_item (list_item));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviRecommendationsPage *self)
{
  suivi_recommendation_row_set_item (SUIVI_RECOMMENDATION_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* The list drops all rows that go and makes new ones for those that come; building their widgets takes longer
 * than all else together, so those that are there are used again. */
static void
row_torn_down_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviRecommendationsPage *self)
{
  /* The list item has let go of its child already. */
  g_autoptr (GtkWidget) row = g_object_steal_data (G_OBJECT (list_item), "row");

  if (self->spare_rows != NULL && self->spare_rows->len < MAX_SPARE_ROWS)
    g_ptr_array_add (self->spare_rows, g_steal_pointer (&row));
}

/**
 * suivi_recommendations_page_bind_rows_again:
 *
 * The rows that are there learn at once whether they name their review.
 */
void
suivi_recommendations_page_bind_rows_again (SuiviRecommendationsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = g_object_ref (gtk_list_view_get_factory (self->list_view));

  gtk_list_view_set_factory (self->list_view, NULL);
  gtk_list_view_set_factory (self->list_view, factory);
}

/**
 * suivi_recommendations_page_add_factory:
 *
 * Makes the list make its rows.
 */
void
suivi_recommendations_page_add_factory (SuiviRecommendationsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->spare_rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), self, 0);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (row_torn_down_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
}
