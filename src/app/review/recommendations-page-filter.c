/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/facet-chip.h"
#include "app/review/recommendations-page-private.h"
#include "app/review/review-jobs.h"

/* The facets that have a chip, in their order: those that one narrows by every day, then, after the chip for
 * child-focused ones, what only some files bring. */
static const SuiviFacet first_facets[] = { SUIVI_FACET_POSITION, SUIVI_FACET_THEME, SUIVI_FACET_GROUP,
                                           SUIVI_FACET_STATE,    SUIVI_FACET_LIGHT, SUIVI_FACET_SDG };
static const SuiviFacet last_facets[]
  = { SUIVI_FACET_MECHANISM, SUIVI_FACET_CYCLE,   SUIVI_FACET_CATEGORY,
      SUIVI_FACET_ISSUE,     SUIVI_FACET_CLUSTER, SUIVI_FACET_INSTITUTION };

/* Which chips are there only for a reason: goals if one is chosen in the detail, the others also where there is
 * something to choose from. Every recommendation has a position and a light. */
static gboolean
is_optional (SuiviFacet facet)
{
  return facet != SUIVI_FACET_POSITION && facet != SUIVI_FACET_LIGHT;
}

/**
 * suivi_recommendations_page_count_rows:
 *
 * Returns: how many rows are shown
 */
guint
suivi_recommendations_page_count_rows (SuiviRecommendationsPage *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static SuiviFilter *
create_base_filter (SuiviRecommendationsPage *self)
{
  SuiviFilter *base = suivi_filter_new ();

  if (self->review_id != NULL)
    suivi_filter_add (base, SUIVI_FACET_REVIEW, self->review_id);

  return base;
}

/**
 * suivi_recommendations_page_is_narrowed:
 *
 * Returns: whether anything is searched for or chosen
 */
gboolean
suivi_recommendations_page_is_narrowed (SuiviRecommendationsPage *self)
{
  g_autoptr (SuiviFilter) base = create_base_filter (self);

  return !suivi_filter_equal (self->filter, base);
}

/**
 * suivi_recommendations_page_update_chips:
 *
 * Shows on the chips what is chosen.
 */
void
suivi_recommendations_page_update_chips (SuiviRecommendationsPage *self)
{
  guint n_rows = suivi_recommendations_page_count_rows (self);

  self->updating = TRUE;
  for (guint i = 0; i < self->facet_chips->len; i++)
    {
      SuiviFacetChip *chip = g_ptr_array_index (self->facet_chips, i);
      SuiviFacet facet = suivi_facet_chip_get_facet (chip);

      suivi_facet_chip_update (chip, self->filter, n_rows);
      if (is_optional (facet))
        gtk_widget_set_visible (GTK_WIDGET (chip), (self->choices & (1u << facet)) != 0
                                                     || suivi_filter_get (self->filter, facet)[0] != NULL);
    }
  gtk_toggle_button_set_active (self->children, suivi_filter_has (self->filter, SUIVI_FACET_CHILDREN, "yes"));
  self->updating = FALSE;

  gtk_widget_set_visible (self->clear, suivi_recommendations_page_is_narrowed (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recommendations.clear-filters",
                                 suivi_recommendations_page_is_narrowed (self));
}

/**
 * suivi_recommendations_page_update_counter:
 *
 * Says how many rows are shown, of how many.
 */
void
suivi_recommendations_page_update_counter (SuiviRecommendationsPage *self)
{
  guint n_rows = suivi_recommendations_page_count_rows (self);
  g_autofree char *text = NULL;

  if (self->has_total && suivi_recommendations_page_is_narrowed (self))
    /* Translators: how many recommendations are shown of how many there are: "17 of 254" */
    text = g_strdup_printf (_ ("%u of %u"), n_rows, self->total);
  else
    text = g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", n_rows), n_rows);
  gtk_label_set_label (self->counter, text);
}

static void
facet_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviFacetChip) chip = user_data;
  g_autoptr (GPtrArray) counts = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (chip), SUIVI_TYPE_RECOMMENDATIONS_PAGE);

  if (counts != NULL && page != NULL)
    suivi_facet_chip_set_counts (chip, counts, SUIVI_RECOMMENDATIONS_PAGE (page)->filter);
}

static void
count_facet (SuiviRecommendationsPage *self, SuiviFacetChip *chip)
{
  if (self->workspace == NULL)
    return;

  suivi_review_count_facet_async (self->workspace, self->filter, suivi_facet_chip_get_facet (chip),
                                  self->counts_cancellable, facet_counted_cb, g_object_ref (chip));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviRecommendationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree SuiviReviewCounts *counts = NULL;
  g_autofree char *children = NULL;
  g_autofree char *name = NULL;

  counts = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (counts == NULL || SUIVI_WORKSPACE (source) != self->workspace)
    return;

  self->total = counts->total;
  self->has_total = TRUE;
  children = g_strdup_printf ("%u", counts->children);
  gtk_label_set_label (self->children_count, children);
  name = g_strdup_printf (ngettext ("Child-focused, %u recommendation", "Child-focused, %u recommendations",
                                    counts->children),
                          counts->children);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->children), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  suivi_recommendations_page_queue_update (self);
}

static void
choices_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviRecommendationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint choices = GPOINTER_TO_UINT (suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error));

  if (error != NULL || SUIVI_WORKSPACE (source) != self->workspace)
    return;

  self->choices = choices;
  suivi_recommendations_page_queue_update (self);
}

/* Asks which optional chips the review, or the workspace, gives a reason for. What is searched for or chosen
 * does not matter: chips do not come and go while one narrows. */
static void
request_choices (SuiviRecommendationsPage *self)
{
  g_autoptr (SuiviFilter) base = create_base_filter (self);

  g_cancellable_cancel (self->choices_cancellable);
  g_clear_object (&self->choices_cancellable);
  if (self->workspace == NULL)
    return;

  self->choices_cancellable = g_cancellable_new ();
  suivi_review_find_choices_async (self->workspace, base, self->choices_cancellable, choices_found_cb,
                                   g_object_ref (self));
}

/* Asks for what stands beside the list. Lists behind chips are counted only while they are open. */
static void
request_counts (SuiviRecommendationsPage *self)
{
  g_autoptr (SuiviFilter) base = create_base_filter (self);
  const char *const *mechanisms = suivi_filter_get (self->filter, SUIVI_FACET_MECHANISM);

  /* "17 of 254" compares like with like: recommendations with recommendations, outputs with outputs. */
  for (gsize i = 0; mechanisms[i] != NULL; i++)
    suivi_filter_add (base, SUIVI_FACET_MECHANISM, mechanisms[i]);

  g_cancellable_cancel (self->counts_cancellable);
  g_clear_object (&self->counts_cancellable);
  if (self->workspace == NULL)
    return;

  self->counts_cancellable = g_cancellable_new ();
  suivi_review_count_async (self->workspace, base, self->filter, self->counts_cancellable, counted_cb,
                            g_object_ref (self));
  for (guint i = 0; i < self->facet_chips->len; i++)
    {
      SuiviFacetChip *chip = g_ptr_array_index (self->facet_chips, i);

      if (suivi_facet_chip_is_open (chip))
        count_facet (self, chip);
    }
}

/**
 * suivi_recommendations_page_request_wanted:
 *
 * Asks for the numbers and the chips that are wanted, if any are. The workspace answers one after the other:
 * rows and detail, which the user looks at, must have been asked for already.
 */
void
suivi_recommendations_page_request_wanted (SuiviRecommendationsPage *self)
{
  if (self->counts_wanted)
    request_counts (self);
  if (self->choices_wanted)
    request_choices (self);
  self->counts_wanted = FALSE;
  self->choices_wanted = FALSE;
}

/**
 * suivi_recommendations_page_apply_filter:
 *
 * Shows what the filter lets through.
 */
void
suivi_recommendations_page_apply_filter (SuiviRecommendationsPage *self)
{
  suivi_recommendations_page_show_failure (self, NULL);
  if (self->list != NULL)
    suivi_recommendation_list_set_filter (self->list, self->filter);
  self->counts_wanted = TRUE;
  suivi_recommendations_page_queue_update (self);
}

/**
 * suivi_recommendations_page_take_filter:
 * @filter: (transfer full): what to show
 *
 * Shows what another filter lets through, and what it searches for in the entry.
 */
void
suivi_recommendations_page_take_filter (SuiviRecommendationsPage *self, SuiviFilter *filter)
{
  g_clear_pointer (&self->filter, suivi_filter_free);
  self->filter = filter;

  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->search), suivi_filter_get_search (filter)) != 0)
    gtk_editable_set_text (self->search,
                           suivi_filter_get_search (filter) != NULL ? suivi_filter_get_search (filter) : "");
  self->updating = FALSE;
  suivi_recommendations_page_apply_filter (self);
}

static void
search_changed_cb (SuiviRecommendationsPage *self)
{
  const char *text = gtk_editable_get_text (self->search);
  const char *known = suivi_filter_get_search (self->filter);

  /* GtkSearchEntry speaks up once after the start with the text that it had anyway. */
  if (self->updating || g_strcmp0 (text, known != NULL ? known : "") == 0)
    return;

  suivi_filter_set_search (self->filter, text);
  suivi_recommendations_page_apply_filter (self);
}

static void
search_stopped_cb (SuiviRecommendationsPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
search_activated_cb (SuiviRecommendationsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Ctrl+G in a search entry means "next match"; here all matches are shown, so it grades as everywhere on the
 * page. */
static void
search_next_match_cb (SuiviRecommendationsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "recommendations.grade", NULL);
}

static void
chip_opened_cb (SuiviRecommendationsPage *self, SuiviFacetChip *chip)
{
  count_facet (self, chip);
}

static void
chip_chosen_cb (SuiviRecommendationsPage *self, const char *value, gboolean chosen, SuiviFacetChip *chip)
{
  if (chosen)
    suivi_filter_add (self->filter, suivi_facet_chip_get_facet (chip), value);
  else
    suivi_filter_remove (self->filter, suivi_facet_chip_get_facet (chip), value);
  suivi_recommendations_page_apply_filter (self);
}

static void
chip_cleared_cb (SuiviRecommendationsPage *self, SuiviFacetChip *chip)
{
  suivi_filter_clear (self->filter, suivi_facet_chip_get_facet (chip));
  suivi_recommendations_page_apply_filter (self);
}

static void
children_toggled_cb (SuiviRecommendationsPage *self)
{
  if (self->updating)
    return;

  suivi_filter_clear (self->filter, SUIVI_FACET_CHILDREN);
  if (gtk_toggle_button_get_active (self->children))
    suivi_filter_add (self->filter, SUIVI_FACET_CHILDREN, "yes");
  suivi_recommendations_page_apply_filter (self);
}

static void
filter_requested_cb (SuiviRecommendationsPage *self, int facet, const char *value)
{
  suivi_filter_clear (self->filter, facet);
  suivi_filter_add (self->filter, facet, value);
  suivi_recommendations_page_apply_filter (self);
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

static void
clear_filters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);

  suivi_recommendations_page_take_filter (self, create_base_filter (self));
}

static void
add_chip (SuiviRecommendationsPage *self, SuiviFacet facet, GtkWidget *next)
{
  GtkWidget *chip = suivi_facet_chip_new (facet);

  g_signal_connect_swapped (chip, "opened", G_CALLBACK (chip_opened_cb), self);
  g_signal_connect_swapped (chip, "chosen", G_CALLBACK (chip_chosen_cb), self);
  g_signal_connect_swapped (chip, "cleared", G_CALLBACK (chip_cleared_cb), self);
  gtk_widget_insert_before (chip, GTK_WIDGET (self->chips), next);
  g_ptr_array_add (self->facet_chips, chip);
}

/**
 * suivi_recommendations_page_add_chips:
 *
 * Puts a chip for each facet into the row of chips.
 */
void
suivi_recommendations_page_add_chips (SuiviRecommendationsPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (first_facets); i++)
    add_chip (self, first_facets[i], GTK_WIDGET (self->children));
  for (gsize i = 0; i < G_N_ELEMENTS (last_facets); i++)
    add_chip (self, last_facets[i], self->clear);
}

/**
 * suivi_recommendations_page_install_filter:
 * @widget_class: the class of the page
 *
 * Installs what searches and filters.
 */
void
suivi_recommendations_page_install_filter (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, children_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_requested_cb);
  gtk_widget_class_install_action (widget_class, "recommendations.clear-filters", NULL, clear_filters_action);
}
