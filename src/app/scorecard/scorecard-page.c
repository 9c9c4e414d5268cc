/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/scorecard-page.h"

#include <glib/gi18n-lib.h>

#include "app/relative-time.h"
#include "app/scorecard/positions-list.h"
#include "app/scorecard/scorecard-page-private.h"
#include "app/setting-entry.h"
#include "app/settings.h"
#include "core/scorecard/assessment.h"

G_DEFINE_FINAL_TYPE (SuiviScorecardPage, suivi_scorecard_page, GTK_TYPE_WIDGET)

enum
{
  PROP_WORKSPACE = 1,
  PROP_FOLDED,
  N_PROPS
};

enum
{
  SIGNAL_SHOW_RECOMMENDATIONS,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_author (SuiviScorecardPage *self)
{
  g_autofree char *name = suivi_settings_dup_user_name ();

  if (name[0] != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name),
                                 name[0] != '\0' ? _ ("Name") : _ ("Name: the scorecard needs it"));
}

static void
update (SuiviScorecardPage *self)
{
  const SuiviSummary *summary = self->summary;
  SuiviReview *review = suivi_summary_get_review (summary);
  g_autofree char *label = NULL;

  if (review != NULL)
    label = suivi_review_to_label (review);
  else if (summary->reviews->len > 0)
    label = g_strdup (_ ("All reviews"));
  adw_view_switcher_title_set_subtitle (self->title, label != NULL ? label : "");

  suivi_light_bar_set_counts (self->bar, summary->lights);
  suivi_legend_set_lights (self->legend, summary->lights);
  suivi_positions_list_show (self->positions, summary->position_lights, summary->total);
  suivi_scorecard_page_update_editions (self);
}

/**
 * suivi_scorecard_page_say:
 * @sentence: what went wrong
 */
void
suivi_scorecard_page_say (SuiviScorecardPage *self, const char *sentence)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *title = g_markup_escape_text (sentence, -1);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (title));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SuiviScorecardPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSummary) summary = suivi_summary_load_finish (SUIVI_WORKSPACE (source), result, &error);

  if (summary != NULL && self->content != NULL)
    {
      g_clear_pointer (&self->summary, suivi_summary_unref);
      self->summary = g_steal_pointer (&summary);
      update (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      suivi_scorecard_page_say (self, error->message);
    }
  g_object_unref (self);
}

static void
reload (SuiviScorecardPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  suivi_scorecard_page_count_unnamed (self);
  if (self->workspace == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  suivi_summary_load_async (self->workspace, self->review_id, self->cut_off, self->cancellable, loaded_cb,
                            g_object_ref (self));
  suivi_scorecard_page_spoil_facts (self);
}

static void
show_cut_off (SuiviScorecardPage *self)
{
  g_autofree char *day = suivi_format_day (self->cut_off);
  g_autofree char *accessible = NULL;

  gtk_menu_button_set_label (self->cut_off_button, day);
  /* Translators: name of a button for screen readers; %s is a day */
  accessible = g_strdup_printf (_ ("Cut-off date: %s"), day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cut_off_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
}

static void
day_selected_cb (GtkCalendar *calendar, SuiviScorecardPage *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  suivi_scorecard_page_set_cut_off (self, day);
}

/* Enter in the name goes on with what the name was needed for, which keeps the name first. */
static void
name_entered_cb (SuiviScorecardPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "scorecard.export", NULL);
}

static void
suivi_scorecard_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_scorecard_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      if (self->workspace != NULL)
        g_signal_handlers_disconnect_by_func (self->workspace, reload, self);
      if (!g_set_object (&self->workspace, g_value_get_object (value)))
        return;
      self->n_unnamed = 0;
      if (self->workspace != NULL)
        g_signal_connect_object (self->workspace, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
      reload (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        return;
      self->folded = g_value_get_boolean (value);
      suivi_scorecard_page_update_export (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_scorecard_page_dispose (GObject *object)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (object);

  /* A running export goes on: whoever closes the window after asking for a file still wants the file. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->facts_cancellable);
  g_clear_object (&self->facts_cancellable);
  g_cancellable_cancel (self->unnamed_cancellable);
  g_clear_object (&self->unnamed_cancellable);
  g_cancellable_cancel (self->list_search);
  g_clear_object (&self->list_search);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, reload, self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->summary, suivi_summary_unref);
  if (self->content != NULL)
    suivi_charts_view_set_charts (self->charts, NULL);
  g_clear_pointer (&self->facts, suivi_scorecard_facts_free);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_scorecard_page_parent_class)->dispose (object);
}

static void
suivi_scorecard_page_finalize (GObject *object)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (object);

  g_free (self->review_id);
  g_free (self->cut_off);
  g_free (self->edition_id);
  g_free (self->list_source);

  G_OBJECT_CLASS (suivi_scorecard_page_parent_class)->finalize (object);
}

/* What changed meanwhile is read when it is seen. */
static void
suivi_scorecard_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (suivi_scorecard_page_parent_class)->map (widget);

  suivi_scorecard_page_spoil_facts (SUIVI_SCORECARD_PAGE (widget));
  suivi_scorecard_page_count_unnamed (SUIVI_SCORECARD_PAGE (widget));
}

static void
suivi_scorecard_page_class_init (SuiviScorecardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = suivi_scorecard_page_get_property;
  object_class->set_property = suivi_scorecard_page_set_property;
  object_class->dispose = suivi_scorecard_page_dispose;
  object_class->finalize = suivi_scorecard_page_finalize;
  widget_class->map = suivi_scorecard_page_map;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, SUIVI_TYPE_WORKSPACE, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SHOW_RECOMMENDATIONS]
    = g_signal_new ("show-recommendations", SUIVI_TYPE_SCORECARD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, SUIVI_TYPE_FILTER);
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_SCORECARD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_LEGEND);
  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/scorecard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, cut_off_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, cut_off_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, organisation);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, legend);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, positions);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_entered_cb);
  suivi_scorecard_page_install_editions (widget_class);
  suivi_scorecard_page_install_organisations (widget_class);
  suivi_scorecard_page_install_tabs (widget_class);
  suivi_scorecard_page_install_export (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_scorecard_page_init (SuiviScorecardPage *self)
{
  GSettings *settings = suivi_settings_get_default ();

  self->cut_off = suivi_date_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_scorecard_page_init_tabs (self);
  show_cut_off (self);
  suivi_scorecard_page_update_scope (self);
  update_author (self);
  suivi_scorecard_page_update_editions (self);
  suivi_setting_entry_bind (self->name, "user-name");
  suivi_setting_entry_bind (self->organisation, "organisation");
  g_signal_connect_object (settings, "changed::user-name", G_CALLBACK (update_author), self,
                           G_CONNECT_SWAPPED);
}

/**
 * suivi_scorecard_page_set_review:
 * @review_id: (nullable): key of the review to show and export; %NULL for all reviews
 */
void
suivi_scorecard_page_set_review (SuiviScorecardPage *self, const char *review_id)
{
  g_return_if_fail (SUIVI_IS_SCORECARD_PAGE (self));

  if (g_strcmp0 (self->review_id, review_id) == 0)
    return;

  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  g_clear_pointer (&self->edition_id, g_free);
  suivi_scorecard_page_update_scope (self);
  reload (self);
}

/**
 * suivi_scorecard_page_set_cut_off:
 * @day: "2026-11-22"; later assessments do not count. What is no day is ignored
 */
void
suivi_scorecard_page_set_cut_off (SuiviScorecardPage *self, const char *day)
{
  g_return_if_fail (SUIVI_IS_SCORECARD_PAGE (self));

  if (!suivi_date_is_valid (day) || g_strcmp0 (self->cut_off, day) == 0)
    return;

  g_free (self->cut_off);
  self->cut_off = g_strdup (day);
  show_cut_off (self);
  suivi_scorecard_page_update_scope (self);
  reload (self);
}

/**
 * suivi_scorecard_page_get_cut_off:
 *
 * Returns: the last day whose assessments count, "2026-11-22"
 */
const char *
suivi_scorecard_page_get_cut_off (SuiviScorecardPage *self)
{
  g_return_val_if_fail (SUIVI_IS_SCORECARD_PAGE (self), NULL);

  return self->cut_off;
}
