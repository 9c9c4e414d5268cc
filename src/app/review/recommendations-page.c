/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/grade-dialog.h"
#include "app/review/recommendations-page-private.h"

G_DEFINE_FINAL_TYPE (SuiviRecommendationsPage, suivi_recommendations_page, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_FOLDED,
  PROP_SORT,
  PROP_DESCENDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_REVIEW_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *nick;
  SuiviSort sort;
} sorts[] = {
  { "number", SUIVI_SORT_NUMBER },
  { "position", SUIVI_SORT_POSITION },
  { "light", SUIVI_SORT_LIGHT },
  { "state", SUIVI_SORT_STATE },
};

/* What is shown */

static gboolean
is_loading (SuiviRecommendationsPage *self)
{
  return self->list != NULL && suivi_recommendation_list_get_loading (self->list);
}

static void
update_header (SuiviRecommendationsPage *self)
{
  gboolean leaflet_folded = adw_leaflet_get_folded (self->leaflet);
  GMenuModel *menu = self->folded ? self->narrow_menu : G_MENU_MODEL (self->menu);
  gboolean on_detail = leaflet_folded
                       && g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "detail") == 0
                       && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;

  gtk_stack_set_visible_child_name (self->title_stack, on_detail ? "title" : "search");
  gtk_widget_set_visible (self->title, !leaflet_folded);
  gtk_widget_set_visible (self->list_button, on_detail);
  gtk_widget_set_visible (self->sidebar_button, self->folded && !on_detail);
  gtk_widget_set_visible (self->import_button, !self->folded && !on_detail);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !on_detail);
  /* Where there is no room for its button, importing is in the menu. Setting a menu builds it anew, even if it
   * is the same. */
  if (gtk_menu_button_get_menu_model (self->menu_button) != menu)
    gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_visible (self->chips_scroller, !on_detail);
}

/* Shows the rows, or why there are none. */
static void
update_stacks (SuiviRecommendationsPage *self)
{
  guint n_rows = suivi_recommendations_page_count_rows (self);
  gboolean empty = self->list == NULL || (self->has_total && self->total == 0 && n_rows == 0);

  if (!is_loading (self))
    gtk_stack_set_visible_child_name (self->list_stack,
                                      n_rows > 0 || !suivi_recommendations_page_is_narrowed (self)
                                        ? "rows"
                                        : "nothing");
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

/**
 * suivi_recommendations_page_show_failure:
 * @sentence: (nullable): what could not be done, and why; %NULL when all is well again
 *
 * Says above the list that something could not be read. It stays until it is closed or something else is
 * asked.
 */
void
suivi_recommendations_page_show_failure (SuiviRecommendationsPage *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  SuiviRecommendationsPage *self = user_data;

  self->update_idle = 0;
  if (self->rows_changed && self->selection != NULL
      && (suivi_recommendations_page_count_selected (self) == 0 || self->selected_keys != NULL))
    suivi_recommendations_page_restore_selection (self);
  self->rows_changed = FALSE;
  if (!is_loading (self))
    {
      suivi_recommendations_page_scroll_to_wanted (self);
      suivi_recommendations_page_request_wanted (self);
    }

  suivi_recommendations_page_update_chips (self);
  suivi_recommendations_page_update_counter (self);
  update_stacks (self);
  update_header (self);
  gtk_action_bar_set_revealed (self->many_bar, suivi_recommendations_page_count_selected (self) > 1
                                                 && adw_leaflet_get_folded (self->leaflet));

  return G_SOURCE_REMOVE;
}

/**
 * suivi_recommendations_page_queue_update:
 *
 * Shows what changed: before the next frame, and once for all that changes until then. The list tells removed
 * and added rows in two steps and that it is loading in two more; and a leaflet folds while sizes are being
 * given out, when no other widget may appear or vanish.
 */
void
suivi_recommendations_page_queue_update (SuiviRecommendationsPage *self)
{
  /* Not while the page is being made or taken apart. */
  if (self->update_idle == 0 && self->filter != NULL && self->facet_chips != NULL)
    self->update_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* Selection */

static void
selection_changed_cb (SuiviRecommendationsPage *self)
{
  if (!self->updating)
    suivi_recommendations_page_update_selection (self);
}

static void
rows_changed_cb (SuiviRecommendationsPage *self)
{
  self->rows_changed = TRUE;
  suivi_recommendations_page_queue_update (self);
}

static void
failed_cb (SuiviRecommendationsPage *self, const GError *error)
{
  suivi_recommendations_page_show_failure (self, error->message);
}

static void
detail_failed_cb (SuiviRecommendationsPage *self, const char *sentence)
{
  suivi_recommendations_page_show_failure (self, sentence);
}

static void
failure_closed_cb (SuiviRecommendationsPage *self)
{
  suivi_recommendations_page_show_failure (self, NULL);
}

static void
workspace_changed_cb (SuiviRecommendationsPage *self)
{
  /* Whatever could not be read is read again now, and fails again if it must. */
  suivi_recommendations_page_show_failure (self, NULL);
  /* What the user looks at first; the workspace answers one after the other. */
  suivi_recommendation_detail_reload (self->detail);
  self->counts_wanted = TRUE;
  self->choices_wanted = TRUE;
  suivi_recommendations_page_request_wanted (self);
}

static void
row_activated_cb (SuiviRecommendationsPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "recommendations.grade", NULL);
}

static void
leaflet_changed_cb (SuiviRecommendationsPage *self)
{
  suivi_recommendations_page_queue_update (self);
}

/* Other actions */

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);

  if (self->selection != NULL)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  suivi_recommendations_page_focus_search (SUIVI_RECOMMENDATIONS_PAGE (widget));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (SUIVI_RECOMMENDATIONS_PAGE (widget)->leaflet, "list");
}

static void
show_detail_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (SUIVI_RECOMMENDATIONS_PAGE (widget)->leaflet, "detail");
}

/* Properties */

static void
apply_sort (SuiviRecommendationsPage *self)
{
  if (self->list == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      if (g_str_equal (sorts[i].nick, self->sort))
        suivi_recommendation_list_set_sort (self->list, sorts[i].sort, self->descending);
    }
}

static void
drop_list (SuiviRecommendationsPage *self)
{
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_cancellable_cancel (self->counts_cancellable);
  g_clear_object (&self->counts_cancellable);
  g_cancellable_cancel (self->choices_cancellable);
  g_clear_object (&self->choices_cancellable);
  self->choices = SUIVI_RECOMMENDATIONS_PAGE_CHOICES;
  self->wanted_key = 0;
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->selected_keys, g_array_unref);
  self->has_total = FALSE;
}

static void
create_list (SuiviRecommendationsPage *self, SuiviWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_changed_cb), self);

  self->list = suivi_recommendation_list_new (workspace);
  apply_sort (self);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify::loading",
                            G_CALLBACK (suivi_recommendations_page_queue_update), self);
  g_signal_connect_swapped (self->list, "failed", G_CALLBACK (failed_cb), self);

  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
suivi_recommendations_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_recommendations_page_set_property (GObject *object,
                                         guint prop_id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      suivi_recommendations_page_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        break;
      self->folded = g_value_get_boolean (value);
      suivi_recommendations_page_queue_update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SORT:
      if (g_strcmp0 (self->sort, g_value_get_string (value)) == 0)
        break;
      g_free (self->sort);
      self->sort = g_value_dup_string (value);
      apply_sort (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DESCENDING:
      if (self->descending == g_value_get_boolean (value))
        break;
      self->descending = g_value_get_boolean (value);
      apply_sort (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_recommendations_page_dispose (GObject *object)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (object);

  drop_list (self);
  g_clear_handle_id (&self->update_idle, g_source_remove);
  self->list_view = NULL;
  g_clear_pointer (&self->facet_chips, g_ptr_array_unref);
  g_clear_pointer (&self->spare_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_recommendations_page_parent_class)->dispose (object);
}

static void
suivi_recommendations_page_finalize (GObject *object)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (object);

  g_clear_object (&self->narrow_menu);
  suivi_filter_free (self->filter);
  g_hash_table_unref (self->drafts);
  g_free (self->review_id);
  g_free (self->sort);

  G_OBJECT_CLASS (suivi_recommendations_page_parent_class)->finalize (object);
}

static void
suivi_recommendations_page_class_init (SuiviRecommendationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = suivi_recommendations_page_get_property;
  object_class->set_property = suivi_recommendations_page_set_property;
  object_class->dispose = suivi_recommendations_page_dispose;
  object_class->finalize = suivi_recommendations_page_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, SUIVI_TYPE_WORKSPACE, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "number", flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SuiviRecommendationsPage::review-requested:
   * @review_id: key of a review
   *
   * Something that was asked for is in another review; without a handler, the page alone goes there.
   */
  signals[SIGNAL_REVIEW_REQUESTED]
    = g_signal_new_class_handler ("review-requested", SUIVI_TYPE_RECOMMENDATIONS_PAGE, G_SIGNAL_RUN_LAST,
                                  G_CALLBACK (suivi_recommendations_page_set_review), NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_RECOMMENDATION_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/review/recommendations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, title_stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, menu);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, import_menu);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, chips_scroller);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, children);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, children_count);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, clear);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, counter);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, many_bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, many_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationsPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, failure_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, detail_failed_cb);

  suivi_recommendations_page_install_grading (widget_class);
  suivi_recommendations_page_install_clusters (widget_class);
  suivi_recommendations_page_install_institutions (widget_class);
  gtk_widget_class_install_action (widget_class, "recommendations.select-all", NULL, select_all_action);
  suivi_recommendations_page_install_filter (widget_class);
  suivi_recommendations_page_install_show (widget_class);
  gtk_widget_class_install_action (widget_class, "recommendations.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "recommendations.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "recommendations.show-detail", NULL, show_detail_action);
  gtk_widget_class_install_property_action (widget_class, "recommendations.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "recommendations.descending", "descending");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "recommendations.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "recommendations.grade",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "recommendations.back",
                                       NULL);
}

/* Colours and shapes of this page and of the lights; once for the display, before the first page is drawn. */
static void
load_style (void)
{
  static gboolean loaded = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (loaded)
    return;

  loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/suivi/Suivi/review/review.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static GMenuModel *
create_narrow_menu (SuiviRecommendationsPage *self)
{
  GMenu *menu = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->import_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->menu));

  return G_MENU_MODEL (menu);
}

static void
suivi_recommendations_page_init (SuiviRecommendationsPage *self)
{
  load_style ();
  self->choices = SUIVI_RECOMMENDATIONS_PAGE_CHOICES;
  self->facet_chips = g_ptr_array_new ();
  self->drafts = suivi_grade_drafts_new ();
  self->sort = g_strdup ("number");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = suivi_filter_new ();
  self->narrow_menu = create_narrow_menu (self);

  suivi_recommendations_page_add_chips (self);
  suivi_recommendations_page_add_factory (self);
  suivi_recommendations_page_apply_filter (self);
  suivi_recommendations_page_update_selection (self);
}

/**
 * suivi_recommendations_page_set_workspace:
 * @workspace: (nullable): what the page is about
 */
void
suivi_recommendations_page_set_workspace (SuiviRecommendationsPage *self, SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_RECOMMENDATIONS_PAGE (self));

  if (self->workspace == workspace)
    return;

  drop_list (self);
  g_hash_table_remove_all (self->drafts);
  suivi_recommendation_detail_set_workspace (self->detail, workspace);
  if (workspace != NULL)
    create_list (self, workspace);
  self->choices_wanted = TRUE;
  suivi_recommendations_page_apply_filter (self);
  suivi_recommendations_page_update_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * suivi_recommendations_page_set_review:
 * @review_id: (nullable): key of a review, or %NULL for all reviews
 *
 * What was searched for and chosen stays.
 */
void
suivi_recommendations_page_set_review (SuiviRecommendationsPage *self, const char *review_id)
{
  gboolean several_before = self->review_id == NULL;

  g_return_if_fail (SUIVI_IS_RECOMMENDATIONS_PAGE (self));

  if (g_strcmp0 (self->review_id, review_id) == 0)
    return;

  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  suivi_filter_clear (self->filter, SUIVI_FACET_REVIEW);
  if (review_id != NULL)
    suivi_filter_add (self->filter, SUIVI_FACET_REVIEW, review_id);
  self->has_total = FALSE;
  if (several_before != (review_id == NULL))
    suivi_recommendations_page_bind_rows_again (self);
  self->choices_wanted = TRUE;
  suivi_recommendations_page_apply_filter (self);
}

/**
 * suivi_recommendations_page_set_filter:
 * @filter: what to show
 *
 * Shows what a number elsewhere stands for. A filter that names no review is taken within the review of the
 * page.
 */
void
suivi_recommendations_page_set_filter (SuiviRecommendationsPage *self, const SuiviFilter *filter)
{
  const char *const *reviews = NULL;
  SuiviFilter *copy = NULL;

  g_return_if_fail (SUIVI_IS_RECOMMENDATIONS_PAGE (self));
  g_return_if_fail (filter != NULL);

  copy = suivi_filter_copy (filter);
  reviews = suivi_filter_get (copy, SUIVI_FACET_REVIEW);
  if (reviews[0] == NULL && self->review_id != NULL)
    suivi_filter_add (copy, SUIVI_FACET_REVIEW, self->review_id);
  suivi_recommendations_page_take_filter (self, copy);
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

/**
 * suivi_recommendations_page_get_filter:
 *
 * Returns: (transfer none): what is shown
 */
const SuiviFilter *
suivi_recommendations_page_get_filter (SuiviRecommendationsPage *self)
{
  return self->filter;
}

/**
 * suivi_recommendations_page_count_drafts:
 *
 * Returns: how many grades were begun and are not in the workspace: those of several recommendations together, which wait
 *   in memory until their dialog is opened again, and what the workspace did not take
 */
guint
suivi_recommendations_page_count_drafts (SuiviRecommendationsPage *self)
{
  g_return_val_if_fail (SUIVI_IS_RECOMMENDATIONS_PAGE (self), 0);

  return g_hash_table_size (self->drafts);
}

/**
 * suivi_recommendations_page_focus_search:
 *
 * Puts the keyboard into the search entry, with its text selected.
 */
void
suivi_recommendations_page_focus_search (SuiviRecommendationsPage *self)
{
  g_return_if_fail (SUIVI_IS_RECOMMENDATIONS_PAGE (self));

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  update_header (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * suivi_recommendations_page_get_list:
 *
 * Returns: (transfer none) (nullable): the rows that are shown
 */
SuiviRecommendationList *
suivi_recommendations_page_get_list (SuiviRecommendationsPage *self)
{
  return self->list;
}

/**
 * suivi_recommendations_page_get_selection:
 *
 * Returns: (transfer none) (nullable): which of the rows are selected
 */
GtkSelectionModel *
suivi_recommendations_page_get_selection (SuiviRecommendationsPage *self)
{
  return self->selection != NULL ? GTK_SELECTION_MODEL (self->selection) : NULL;
}
