/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/overview-page.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/overview/children-group.h"
#include "app/overview/light-bar.h"
#include "app/overview/tally-row.h"
#include "app/relative-time.h"
#include "app/settings.h"
#include "core/reference/sessions.h"

/* A State is examined about every four and a half years: the fourth cycle has 14 sessions, three a year. */
#define MONTHS_BETWEEN_REVIEWS 54

/*
 * What to do next, how the lights stand, where the review is in its years, and what was changed last. The
 * page shows a summary that the window hands in; it reads nothing itself.
 */
struct _SuiviOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwWindowTitle *title;
  GtkStack *stack;
  AdwPreferencesGroup *next_group;
  SuiviChildrenGroup *children_group;
  GtkWidget *progress_group;
  SuiviLightBar *bar;
  GtkFlowBox *tiles;
  GtkWidget *positions_group;
  GtkListBox *positions;
  GtkWidget *review_group;
  GtkProgressBar *review_bar;
  GtkLabel *review_sentence;
  GtkLabel *review_start;
  GtkLabel *review_end;
  AdwPreferencesGroup *changes_group;

  GPtrArray *next_rows;
  GPtrArray *change_rows;
  SuiviWorkspace *workspace;
  SuiviSummary *summary;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (SuiviOverviewPage, suivi_overview_page, GTK_TYPE_WIDGET)

enum
{
  PROP_WORKSPACE = 1,
  PROP_FOLDED,
  N_PROPS
};

enum
{
  SIGNAL_SHOW_RECOMMENDATIONS,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const SuiviPosition positions_in_order[SUIVI_N_POSITIONS]
  = { SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_PART, SUIVI_POSITION_NOTED, SUIVI_POSITION_PENDING,
      SUIVI_POSITION_COMMITMENT };

/* The window narrows to the review; the filter says the rest. */
static void
show_recommendations (SuiviOverviewPage *self, SuiviFacet facet, const char *value)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_filter_add (filter, facet, value);
  g_signal_emit (self, signals[SIGNAL_SHOW_RECOMMENDATIONS], 0, filter);
}

static void
tile_clicked_cb (GtkButton *button, SuiviOverviewPage *self)
{
  SuiviLight light = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "suivi-light"));

  show_recommendations (self, SUIVI_FACET_LIGHT, suivi_light_to_nick (light));
}

static void
position_activated_cb (GtkListBox *list, GtkListBoxRow *row, SuiviOverviewPage *self)
{
  SuiviPosition position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "suivi-position"));

  show_recommendations (self, SUIVI_FACET_POSITION, suivi_position_to_nick (position));
}

static void
show_ungraded_cb (GtkButton *button, SuiviOverviewPage *self)
{
  show_recommendations (self, SUIVI_FACET_LIGHT, suivi_light_to_nick (SUIVI_LIGHT_GREY));
}

static void
show_pending_cb (GtkButton *button, SuiviOverviewPage *self)
{
  show_recommendations (self, SUIVI_FACET_POSITION, suivi_position_to_nick (SUIVI_POSITION_PENDING));
}

/* Again when the users call the light otherwise. */
static void
say_tile (GtkWidget *button)
{
  const SuiviLight light = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "suivi-light"));
  const char *word = suivi_light_words_to_label (suivi_light_words_get (button), light);
  /* Translators: a light and how many recommendations have it: "Implemented: 12" */
  g_autofree char *accessible
    = g_strdup_printf (_ ("%s: %u"), word,
                       GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "suivi-count")));

  gtk_label_set_label (g_object_get_data (G_OBJECT (button), "suivi-word"), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
}

static GtkWidget *
make_tile (SuiviOverviewPage *self, SuiviLight light)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *number = g_strdup_printf ("%u", self->summary->lights[light]);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *symbol = gtk_label_new (suivi_light_to_symbol (light));
  GtkWidget *word = gtk_label_new (NULL);
  g_autofree char *css_class = g_strconcat ("light-", suivi_light_to_nick (light), NULL);

  gtk_widget_add_css_class (number_label, "tile-number");
  gtk_widget_add_css_class (symbol, css_class);
  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (word), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (word), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), symbol);
  gtk_box_append (GTK_BOX (words), word);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tile");
  gtk_widget_set_tooltip_text (button, _ ("Show these recommendations"));
  g_object_set_data (G_OBJECT (button), "suivi-light", GUINT_TO_POINTER (light));
  g_object_set_data (G_OBJECT (button), "suivi-count", GUINT_TO_POINTER (self->summary->lights[light]));
  g_object_set_data (G_OBJECT (button), "suivi-word", word);
  g_signal_connect_object (button, "clicked", G_CALLBACK (tile_clicked_cb), self, 0);
  return button;
}

static void
fill_lights (SuiviOverviewPage *self)
{
  GtkWidget *child = NULL;

  suivi_light_bar_set_counts (self->bar, self->summary->lights);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    gtk_flow_box_remove (self->tiles, child);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      GtkWidget *tile = make_tile (self, suivi_lights_in_order[i]);

      gtk_flow_box_append (self->tiles, tile);
      say_tile (tile);
      suivi_light_words_follow (tile, say_tile);
      /* The button inside takes the focus; one stop with Tab is enough. */
      gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
    }
}

static void
fill_positions (SuiviOverviewPage *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->positions, 0)) != NULL)
    gtk_list_box_remove (self->positions, GTK_WIDGET (row));

  for (guint i = 0; i < SUIVI_N_POSITIONS; i++)
    {
      SuiviPosition position = positions_in_order[i];
      GtkWidget *tally = NULL;

      if (self->summary->positions[position] == 0)
        continue;
      tally = suivi_tally_row_new (suivi_position_to_label (position),
                                   self->summary->position_lights[position], self->summary->total, TRUE);
      g_object_set_data (G_OBJECT (tally), "suivi-position", GUINT_TO_POINTER (position));
      gtk_list_box_append (self->positions, tally);
    }
}

static GtkWidget *
add_next_step (SuiviOverviewPage *self, const char *title, const char *subtitle, const char *button_label)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (button_label);
  g_autofree char *accessible = g_strdup_printf ("%s: %s", button_label, title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->next_group, row);
  g_ptr_array_add (self->next_rows, row);
  return button;
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
fill_next_steps (SuiviOverviewPage *self)
{
  const SuiviSummary *summary = self->summary;
  g_autofree char *name = suivi_settings_dup_user_name ();
  guint ungraded = summary->lights[SUIVI_LIGHT_GREY];
  guint graded = suivi_summary_get_graded (summary);
  guint pending = summary->positions[SUIVI_POSITION_PENDING];
  gboolean writable
    = self->workspace == NULL || suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;

  clear_rows (self->next_group, self->next_rows);

  if (writable && name[0] == '\0')
    {
      GtkWidget *button
        = add_next_step (self, _ ("Say who you are"), _ ("Each grade carries the name of who gave it"),
                         _ ("Set your name"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.preferences");
    }
  if (writable && ungraded > 0)
    {
      g_autofree char *title
        = g_strdup_printf (ngettext ("Grade %u recommendation", "Grade %u recommendations", ungraded),
                           ungraded);
      GtkWidget *button
        = add_next_step (self, title, _ ("On law, policy and practice, with a reason and a source"),
                         _ ("Grade"));

      g_signal_connect_object (button, "clicked", G_CALLBACK (show_ungraded_cb), self, 0);
    }
  if (pending > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u recommendation is pending",
                                                          "%u recommendations are pending", pending),
                                                pending);
      GtkWidget *button
        = add_next_step (self, title, _ ("The State has still to answer; import the list again then"),
                         _ ("Show"));

      g_signal_connect_object (button, "clicked", G_CALLBACK (show_pending_cb), self, 0);
    }
  if (graded > 0)
    {
      g_autofree char *subtitle
        = g_strdup_printf (ngettext ("%u of %u recommendation is graded",
                                     "%u of %u recommendations are graded", summary->total),
                           graded, summary->total);
      GtkWidget *button = add_next_step (self, _ ("Export the scorecard"), subtitle, _ ("Go to scorecard"));

      /* The target first: a moment with an action and no target is one with a warning. */
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "scorecard");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-page");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->next_group), self->next_rows->len > 0);
}

static char *
format_month (GDateTime *date)
{
  /* Translators: a month and its year, as in strftime: "November 2024" */
  return g_date_time_format (date, _ ("%B %Y"));
}

/* Where the review stands between the last examination and the next. */
static void
fill_review (SuiviOverviewPage *self)
{
  SuiviReview *review = suivi_summary_get_review (self->summary);
  const char *start = NULL;
  const char *end = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) next = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *then_text = NULL;
  g_autofree char *next_text = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *start_text = NULL;
  g_autofree char *end_text = NULL;
  double fraction = 0;
  int months = 0;

  if (review != NULL && suivi_session_get_dates (review->session, &start, &end) && start != NULL)
    {
      g_autofree char *iso = g_strconcat (start, "T00:00:00Z", NULL);

      then = g_date_time_new_from_iso8601 (iso, utc);
    }
  gtk_widget_set_visible (self->review_group, then != NULL);
  if (then == NULL)
    return;

  next = g_date_time_add_months (then, MONTHS_BETWEEN_REVIEWS);
  fraction = (double) g_date_time_difference (now, then) / (double) g_date_time_difference (next, then);
  months = (int) (CLAMP (fraction, 0, 1) * MONTHS_BETWEEN_REVIEWS + 0.5);
  then_text = format_month (then);
  next_text = format_month (next);

  if (fraction < 0)
    sentence = g_strdup_printf (_ ("The examination takes place in %s."), then_text);
  else if (fraction >= 1)
    sentence = g_strdup_printf (_ ("The next review was due about %s."), next_text);
  else
    sentence = g_strdup_printf (ngettext ("%d of about %d months between two reviews has passed.",
                                          "%d of about %d months between two reviews have passed.", months),
                                months, MONTHS_BETWEEN_REVIEWS);
  /* Translators: %s is a month: "Reviewed November 2024" */
  start_text = g_strdup_printf (_ ("Reviewed %s"), then_text);
  /* Translators: %s is a month: "Next about May 2029" */
  end_text = g_strdup_printf (_ ("Next about %s"), next_text);
  gtk_label_set_label (self->review_sentence, sentence);
  gtk_label_set_label (self->review_start, start_text);
  gtk_label_set_label (self->review_end, end_text);
  gtk_progress_bar_set_fraction (self->review_bar, CLAMP (fraction, 0, 1));
}

static GtkWidget *
make_change_row (SuiviHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autofree char *when = suivi_relative_time (entry->at);
  g_autofree char *who = NULL;
  g_autofree char *subtitle = NULL;

  if (g_strcmp0 (entry->kind, "undo") == 0)
    /* Translators: a line of the history; %s is the name of a step */
    what = g_strdup_printf (_ ("Undone: %s"), entry->label);
  else if (g_strcmp0 (entry->kind, "redo") == 0)
    /* Translators: a line of the history; %s is the name of a step */
    what = g_strdup_printf (_ ("Redone: %s"), entry->label);
  else
    what = g_strdup (entry->label);

  if (entry->author != NULL && entry->author[0] != '\0')
    /* Translators: who and when: "Maria K. · 2 hours ago" */
    who = g_strdup_printf (_ ("%s · %s"), entry->author, when);
  else
    who = g_strdup (when);

  title = g_markup_escape_text (what, -1);
  subtitle = g_markup_escape_text (who, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, entry->at);
  return row;
}

static void
fill_changes (SuiviOverviewPage *self)
{
  clear_rows (self->changes_group, self->change_rows);
  for (guint i = 0; i < self->summary->history->len; i++)
    {
      GtkWidget *row = make_change_row (g_ptr_array_index (self->summary->history, i));

      adw_preferences_group_add (self->changes_group, row);
      g_ptr_array_add (self->change_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group), self->change_rows->len > 0);
}

static void
update (SuiviOverviewPage *self)
{
  SuiviReview *review = NULL;
  gboolean has_rows = FALSE;
  g_autofree char *label = NULL;

  if (self->summary == NULL)
    return;

  has_rows = self->summary->total > 0;
  review = suivi_summary_get_review (self->summary);
  if (review != NULL)
    label = suivi_review_to_label (review);
  else if (self->summary->reviews->len > 0)
    label = g_strdup (_ ("All reviews"));
  adw_window_title_set_subtitle (self->title, label != NULL ? label : "");

  gtk_stack_set_visible_child_name (self->stack,
                                    has_rows || self->summary->consultations->len > 0 ? "numbers" : "empty");
  gtk_widget_set_visible (self->progress_group, has_rows);
  gtk_widget_set_visible (self->positions_group, has_rows);
  suivi_children_group_set_consultations (self->children_group, self->summary->consultations);
  fill_next_steps (self);
  fill_lights (self);
  fill_positions (self);
  fill_review (self);
  fill_changes (self);
}

static void
suivi_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviOverviewPage *self = SUIVI_OVERVIEW_PAGE (object);

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
suivi_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviOverviewPage *self = SUIVI_OVERVIEW_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        return;
      self->folded = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_overview_page_dispose (GObject *object)
{
  SuiviOverviewPage *self = SUIVI_OVERVIEW_PAGE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->summary, suivi_summary_unref);
  g_clear_pointer (&self->next_rows, g_ptr_array_unref);
  g_clear_pointer (&self->change_rows, g_ptr_array_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_overview_page_parent_class)->dispose (object);
}

static void
suivi_overview_page_class_init (SuiviOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = suivi_overview_page_get_property;
  object_class->set_property = suivi_overview_page_set_property;
  object_class->dispose = suivi_overview_page_dispose;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, SUIVI_TYPE_WORKSPACE, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SuiviOverviewPage::show-recommendations:
   * @filter: (type SuiviFilter): the recommendations behind the number that was clicked
   */
  signals[SIGNAL_SHOW_RECOMMENDATIONS]
    = g_signal_new ("show-recommendations", SUIVI_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, SUIVI_TYPE_FILTER | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (SUIVI_TYPE_CHILDREN_GROUP);
  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/overview/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, children_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, progress_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, positions_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, positions);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, review_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, review_bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, review_sentence);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, review_start);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, review_end);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverviewPage, changes_group);
  gtk_widget_class_bind_template_callback (widget_class, position_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_overview_page_init (SuiviOverviewPage *self)
{
  self->next_rows = g_ptr_array_new ();
  self->change_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_overview_page_set_summary:
 * @summary: the numbers to show
 */
void
suivi_overview_page_set_summary (SuiviOverviewPage *self, SuiviSummary *summary)
{
  g_return_if_fail (SUIVI_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (summary != NULL);

  suivi_summary_ref (summary);
  g_clear_pointer (&self->summary, suivi_summary_unref);
  self->summary = summary;
  update (self);
}
