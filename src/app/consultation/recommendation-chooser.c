/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/recommendation-chooser.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/review/recommendation-row.h"
#include "store/recommendation-list.h"

struct _SuiviRecommendationChooser
{
  AdwWindow parent_instance;

  GtkEditable *search;
  GtkListView *list;

  SuiviRecommendationList *recommendations; /* (owned) (nullable) */
  SuiviFilter *filter;                      /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SuiviRecommendationChooser, suivi_recommendation_chooser, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
search_changed_cb (SuiviRecommendationChooser *self)
{
  suivi_filter_set_search (self->filter, gtk_editable_get_text (self->search));
  suivi_recommendation_list_set_filter (self->recommendations, self->filter);
}

static void
search_activated_cb (SuiviRecommendationChooser *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (SuiviRecommendationChooser *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
activated_cb (SuiviRecommendationChooser *self, guint position)
{
  g_autoptr (SuiviRecommendationItem) item
             = g_list_model_get_item (G_LIST_MODEL (self->recommendations), position);
  SuiviRecommendation *recommendation
    = item != NULL ? suivi_recommendation_item_get_recommendation (item) : NULL;

  if (recommendation == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, recommendation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, suivi_recommendation_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  SuiviRecommendationRow *row = SUIVI_RECOMMENDATION_ROW (gtk_list_item_get_child (item));

  suivi_recommendation_row_set_show_review (row, TRUE);
  suivi_recommendation_row_set_item (row, gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  suivi_recommendation_row_set_item (SUIVI_RECOMMENDATION_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
suivi_recommendation_chooser_dispose (GObject *object)
{
  SuiviRecommendationChooser *self = SUIVI_RECOMMENDATION_CHOOSER (object);

  g_clear_object (&self->recommendations);
  g_clear_pointer (&self->filter, suivi_filter_free);

  G_OBJECT_CLASS (suivi_recommendation_chooser_parent_class)->dispose (object);
}

static void
suivi_recommendation_chooser_class_init (SuiviRecommendationChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_recommendation_chooser_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SUIVI_TYPE_RECOMMENDATION_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, SUIVI_TYPE_RECOMMENDATION);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/suivi/Suivi/consultation/recommendation-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationChooser, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_recommendation_chooser_init (SuiviRecommendationChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_recommendation_chooser_new:
 * @parent: (nullable): the window it belongs to
 * @workspace: where recommendations are read
 * @reviews: (array zero-terminated=1): keys of the reviews whose recommendations are offered
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
SuiviRecommendationChooser *
suivi_recommendation_chooser_new (GtkWindow *parent, SuiviWorkspace *workspace, const char *const *reviews)
{
  SuiviRecommendationChooser *self = g_object_new (SUIVI_TYPE_RECOMMENDATION_CHOOSER, NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->filter = suivi_filter_new ();
  for (gsize i = 0; reviews[i] != NULL; i++)
    suivi_filter_add (self->filter, SUIVI_FACET_REVIEW, reviews[i]);
  self->recommendations = suivi_recommendation_list_new (workspace);
  suivi_recommendation_list_set_filter (self->recommendations, self->filter);
  selection
    = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->recommendations))));
  gtk_list_view_set_model (self->list, selection);

  return self;
}
