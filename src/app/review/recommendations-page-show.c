/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/recommendations-page-private.h"
#include "app/review/review-jobs.h"

static void
back_clicked_cb (AdwToast *toast, SuiviRecommendationsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "recommendations.show", "s",
                              (const char *) g_object_get_data (G_OBJECT (toast), "id"));
}

/* The whole window went to another review: say so, and offer the way back. */
static void
show_toast (SuiviRecommendationsPage *self, SuiviReview *review, const char *back_id)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *label = suivi_review_to_label (review);
  /* Translators: a message; %s is the name of a review: "Slovenia, session 20" */
  g_autofree char *text = g_strdup_printf (_ ("Showing %s"), label);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = NULL;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (escaped);
  if (back_id != NULL)
    {
      /* Translators: button that leads back to the recommendation that was shown before */
      adw_toast_set_button_label (toast, _ ("Back"));
      g_object_set_data_full (G_OBJECT (toast), "id", g_strdup (back_id), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (back_clicked_cb), self, 0);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* Goes to the review, if another one is shown; and takes away what was searched for and chosen, if the row would
 * not be among what it lets through. */
static void
go_to_rows (SuiviRecommendationsPage *self, SuiviReviewPlace *place)
{
  SuiviRecommendation *recommendation = place->recommendation;
  SuiviRecommendation *shown = suivi_recommendation_detail_get_recommendation (self->detail);
  gboolean is_output = suivi_recommendation_is_output (recommendation);
  SuiviFilter *filter = NULL;

  if (suivi_recommendation_list_find (self->list, self->wanted_key) != G_MAXUINT)
    return;

  if (!is_output && self->review_id != NULL && !g_str_equal (self->review_id, recommendation->review_id))
    {
      show_toast (self, place->review, shown != NULL ? shown->id : NULL);
      g_signal_emit_by_name (self, "review-requested", recommendation->review_id);
    }
  filter = suivi_filter_new ();
  if (self->review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, self->review_id);
  if (is_output)
    suivi_filter_add (filter, SUIVI_FACET_MECHANISM, recommendation->mechanism);
  suivi_recommendations_page_take_filter (self, filter);
}

static void
place_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviRecommendationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReviewPlace) place = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (SUIVI_WORKSPACE (source) != self->workspace || self->list == NULL)
    return;
  if (place == NULL)
    {
      suivi_recommendations_page_show_failure (self, error->message);
      return;
    }

  self->wanted_key = place->key;
  go_to_rows (self, place);
  suivi_recommendations_page_queue_update (self);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);

  if (self->workspace != NULL)
    suivi_review_find_place_async (self->workspace, g_variant_get_string (parameter, NULL), NULL,
                                   place_found_cb, g_object_ref (self));
}

/**
 * suivi_recommendations_page_scroll_to_wanted:
 *
 * Selects and shows the row that was asked for, if one was and the rows are there.
 */
void
suivi_recommendations_page_scroll_to_wanted (SuiviRecommendationsPage *self)
{
  guint position = G_MAXUINT;

  if (self->wanted_key == 0)
    return;

  position = suivi_recommendation_list_find (self->list, self->wanted_key);
  self->wanted_key = 0;
  if (position == G_MAXUINT)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/**
 * suivi_recommendations_page_install_show:
 * @widget_class: the class of the page
 *
 * Installs what shows one recommendation, wherever it is.
 */
void
suivi_recommendations_page_install_show (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "recommendations.show", "s", show_action);
}
