/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/recommendations-page-private.h"

/* A selection up to this size is found again after the list changed; a larger one would keep the window
 * waiting. */
#define MAX_KEPT_SELECTION 500

/**
 * suivi_recommendations_page_count_selected:
 *
 * Returns: how many rows are selected
 */
guint
suivi_recommendations_page_count_selected (SuiviRecommendationsPage *self)
{
  g_autoptr (GtkBitset) bits = NULL;

  if (self->selection == NULL)
    return 0;
  bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (bits);
}

/**
 * suivi_recommendations_page_list_selected:
 *
 * Returns: (transfer full) (element-type gint64): the keys of the selected rows, in their order
 */
GArray *
suivi_recommendations_page_list_selected (SuiviRecommendationsPage *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (SuiviRecommendationItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
      gint64 key = suivi_recommendation_item_get_key (item);

      g_array_append_val (keys, key);
    }

  return keys;
}

/**
 * suivi_recommendations_page_update_selection:
 *
 * Shows what is selected, remembers it, and offers what can be done with it.
 */
void
suivi_recommendations_page_update_selection (SuiviRecommendationsPage *self)
{
  guint n = suivi_recommendations_page_count_selected (self);
  gboolean writable
    = self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  g_clear_pointer (&self->selected_keys, g_array_unref);
  if (n > 0 && n <= MAX_KEPT_SELECTION)
    self->selected_keys = suivi_recommendations_page_list_selected (self);

  if (n == 1)
    suivi_recommendation_detail_show_one (self->detail, g_array_index (self->selected_keys, gint64, 0));
  else
    suivi_recommendation_detail_show_many (self->detail, n);

  gtk_label_set_label (self->many_label, text);
  gtk_action_bar_set_revealed (self->many_bar, n > 1 && adw_leaflet_get_folded (self->leaflet));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recommendations.grade", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recommendations.set-children", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recommendations.choose-cluster", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recommendations.add-institution", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recommendations.clusters", self->workspace != NULL);
}

/**
 * suivi_recommendations_page_restore_selection:
 *
 * After the rows changed: the same recommendations are selected as before, as far as they are still there.
 */
void
suivi_recommendations_page_restore_selection (SuiviRecommendationsPage *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GArray) keys = g_steal_pointer (&self->selected_keys);
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->list)));

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      guint position = suivi_recommendation_list_find (self->list, g_array_index (keys, gint64, i));

      if (position != G_MAXUINT)
        gtk_bitset_add (wanted, position);
    }
  /* Side by side, an empty detail would be a waste of half the window. */
  if (gtk_bitset_is_empty (wanted) && !adw_leaflet_get_folded (self->leaflet)
      && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_bitset_add (wanted, 0);

  self->updating = TRUE;
  gtk_selection_model_set_selection (model, wanted, mask);
  self->updating = FALSE;
  suivi_recommendations_page_update_selection (self);
}
