/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-list.h"

#include <glib/gi18n-lib.h>

#include "app/digit-key.h"
#include "app/drop-down.h"
#include "app/review/recommendation-row.h"
#include "core/scorecard/light-order.h"
#include "core/text/text.h"

/* The choices of the first drop-down. */
enum
{
  SHOW_NOT_GRADED,
  SHOW_GRADED,
  SHOW_ALL,
};

struct _SuiviGradeList
{
  GtkWidget parent_instance;

  GtkEditable *search;
  GtkDropDown *shown;
  GtkDropDown *position;
  GtkStack *stack;
  GtkListView *list_view;
  GtkLabel *nothing;
  GtkWidget *show_all;

  SuiviRecommendationList *list; /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable) */
  char *review_id;
  gint64 current; /* 0: none */
  guint place;    /* of the current one, or of the row that took its place */
  gboolean here;  /* whether the current one is in the list */
  gboolean seek;  /* whether it is to be scrolled to when it comes into the list */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviGradeList, suivi_grade_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CHANGED,
  SIGNAL_DIGIT_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_rows (SuiviGradeList *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static gint64
key_at (SuiviGradeList *self, guint place)
{
  g_autoptr (SuiviRecommendationItem) item
             = self->list != NULL ? g_list_model_get_item (G_LIST_MODEL (self->list), place) : NULL;

  return item != NULL ? suivi_recommendation_item_get_key (item) : 0;
}

static void
take_filter (SuiviGradeList *self)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  guint shown = gtk_drop_down_get_selected (self->shown);
  guint position = gtk_drop_down_get_selected (self->position);
  const char *search = gtk_editable_get_text (self->search);

  if (self->updating || self->list == NULL)
    return;

  if (self->review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, self->review_id);
  for (guint light = 0; light < SUIVI_N_LIGHTS; light++)
    {
      if (shown == SHOW_ALL || suivi_light_is_judged (light) == (shown == SHOW_GRADED))
        suivi_filter_add (filter, SUIVI_FACET_LIGHT, suivi_light_to_nick (light));
    }
  if (position > 0 && position <= SUIVI_N_POSITIONS)
    suivi_filter_add (filter, SUIVI_FACET_POSITION, suivi_position_to_nick (position - 1));
  if (!suivi_text_is_blank (search))
    suivi_filter_set_search (filter, search);
  suivi_recommendation_list_set_filter (self->list, filter);
}

/* Marks the row of the current one, without anybody having chosen it. */
static void
mark_current (SuiviGradeList *self)
{
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, self->here ? self->place : GTK_INVALID_LIST_POSITION);
  self->updating = FALSE;
}

static void
find_current (SuiviGradeList *self)
{
  guint place = self->current != 0 ? suivi_recommendation_list_find (self->list, self->current) : G_MAXUINT;

  self->here = place != G_MAXUINT;
  if (self->here)
    self->place = place;
  else
    self->place = MIN (self->place, count_rows (self));
}

static void
scroll_to_current (SuiviGradeList *self)
{
  self->seek = !self->here;
  if (self->here)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", self->place);
}

static void
update_nothing (SuiviGradeList *self)
{
  const gboolean narrowed = gtk_drop_down_get_selected (self->position) > 0
                            || !suivi_text_is_blank (gtk_editable_get_text (self->search));
  const gboolean all = gtk_drop_down_get_selected (self->shown) == SHOW_ALL;

  if (suivi_grade_list_is_loading (self))
    return;

  if (narrowed)
    gtk_label_set_label (self->nothing, _ ("Nothing matches what you search for and chose."));
  else if (gtk_drop_down_get_selected (self->shown) == SHOW_NOT_GRADED)
    gtk_label_set_label (self->nothing, _ ("Nothing is left to grade."));
  else if (all)
    gtk_label_set_label (self->nothing, _ ("There are no recommendations."));
  else
    gtk_label_set_label (self->nothing, _ ("Nothing is graded yet."));
  gtk_widget_set_visible (self->show_all, narrowed || !all);
  gtk_stack_set_visible_child_name (self->stack, count_rows (self) > 0 ? "rows" : "nothing");
}

/* The list takes out and puts in rows in steps, so that the current one may be away for a moment. */
static void
rows_changed_cb (SuiviGradeList *self)
{
  find_current (self);
  mark_current (self);
  update_nothing (self);
  if (self->seek)
    scroll_to_current (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
choose (SuiviGradeList *self, guint place, gboolean go)
{
  gint64 key = key_at (self, place);

  if (key == 0)
    return;

  self->current = key;
  self->place = place;
  self->here = TRUE;
  self->seek = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, key, go);
}

static void
selected_cb (SuiviGradeList *self)
{
  guint place = gtk_single_selection_get_selected (self->selection);

  /* What is taken out of the list is no longer selected: nobody chose that. */
  if (!self->updating && place != GTK_INVALID_LIST_POSITION && key_at (self, place) != self->current)
    choose (self, place, FALSE);
}

static void
row_activated_cb (SuiviGradeList *self, guint place)
{
  choose (self, place, TRUE);
}

static void
row_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, SuiviGradeList *self)
{
  SuiviRecommendationRow *row
    = SUIVI_RECOMMENDATION_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  SuiviRecommendationItem *item = suivi_recommendation_row_get_item (row);
  guint place = item != NULL
                  ? suivi_recommendation_list_find (self->list, suivi_recommendation_item_get_key (item))
                  : G_MAXUINT;

  if (place != G_MAXUINT)
    choose (self, place, TRUE);
}

/* What is no longer in the list is not what the user sees there. */
static gboolean
row_digit_pressed_cb (GtkWidget *list_view, guint digit)
{
  SuiviGradeList *self = SUIVI_GRADE_LIST (gtk_widget_get_ancestor (list_view, SUIVI_TYPE_GRADE_LIST));
  gboolean handled = FALSE;

  if (self->here)
    g_signal_emit (self, signals[SIGNAL_DIGIT_PRESSED], 0, digit, &handled);

  return handled;
}

static void
search_stopped_cb (SuiviGradeList *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviGradeList *self)
{
  GtkWidget *row = suivi_recommendation_row_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect_object (gesture, "released", G_CALLBACK (row_released_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (list_item, row);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviGradeList *self)
{
  SuiviRecommendationRow *row = SUIVI_RECOMMENDATION_ROW (gtk_list_item_get_child (list_item));

  suivi_recommendation_row_set_show_review (row, self->review_id == NULL);
  suivi_recommendation_row_set_item (row, gtk_list_item_get_item (list_item));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviGradeList *self)
{
  suivi_recommendation_row_set_item (SUIVI_RECOMMENDATION_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static gboolean
suivi_grade_list_grab_focus (GtkWidget *widget)
{
  SuiviGradeList *self = SUIVI_GRADE_LIST (widget);

  if (count_rows (self) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
drop_list (SuiviGradeList *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

static void
suivi_grade_list_dispose (GObject *object)
{
  SuiviGradeList *self = SUIVI_GRADE_LIST (object);
  GtkWidget *child = NULL;

  drop_list (self);
  self->list_view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_grade_list_parent_class)->dispose (object);
}

static void
suivi_grade_list_finalize (GObject *object)
{
  g_free (SUIVI_GRADE_LIST (object)->review_id);

  G_OBJECT_CLASS (suivi_grade_list_parent_class)->finalize (object);
}

static void
suivi_grade_list_class_init (SuiviGradeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_grade_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_grade_list_finalize;
  widget_class->grab_focus = suivi_grade_list_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SUIVI_TYPE_GRADE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", SUIVI_TYPE_GRADE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DIGIT_PRESSED]
    = g_signal_new ("digit-pressed", SUIVI_TYPE_GRADE_LIST, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/grade-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, shown);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, position);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, list_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, show_all);
  gtk_widget_class_bind_template_callback (widget_class, take_filter);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, suivi_grade_list_show_all);
}

static void
suivi_grade_list_init (SuiviGradeList *self)
{
  g_autoptr (GtkStringList) shown = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) positions = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_string_list_append (shown, _ ("Not graded yet"));
  gtk_string_list_append (shown, _ ("Graded"));
  /* Translators: a list of recommendations is not narrowed */
  gtk_string_list_append (shown, C_ ("recommendations", "All"));
  gtk_string_list_append (positions, _ ("Any position"));
  for (guint i = 0; i < SUIVI_N_POSITIONS; i++)
    gtk_string_list_append (positions, suivi_position_to_label (i));
  gtk_drop_down_set_model (self->shown, G_LIST_MODEL (shown));
  gtk_drop_down_set_model (self->position, G_LIST_MODEL (positions));
  suivi_drop_down_name (GTK_WIDGET (self->shown), _ ("Which to show"));
  suivi_drop_down_name (GTK_WIDGET (self->position), _ ("Position"));

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
  suivi_digit_key_watch (GTK_WIDGET (self->list_view), 0, row_digit_pressed_cb);
}

/**
 * suivi_grade_list_set_workspace:
 * @workspace: (nullable): where the recommendations are
 */
void
suivi_grade_list_set_workspace (SuiviGradeList *self, SuiviWorkspace *workspace)
{
  drop_list (self);
  self->current = 0;
  self->place = 0;
  self->here = FALSE;
  if (workspace == NULL)
    return;

  self->list = suivi_recommendation_list_new (workspace);
  take_filter (self);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * suivi_grade_list_set_scope:
 * @review_id: (nullable): the review that is graded; %NULL: all of them
 */
void
suivi_grade_list_set_scope (SuiviGradeList *self, const char *review_id)
{
  if (g_strcmp0 (self->review_id, review_id) == 0)
    return;

  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  self->current = 0;
  self->place = 0;
  self->here = FALSE;
  take_filter (self);
}

/**
 * suivi_grade_list_set_current:
 * @key: the recommendation that is graded; 0: none
 */
void
suivi_grade_list_set_current (SuiviGradeList *self, gint64 key)
{
  if (self->list == NULL)
    return;

  if (self->current != key)
    self->place = 0;
  self->current = key;
  find_current (self);
  mark_current (self);
  scroll_to_current (self);
}

/**
 * suivi_grade_list_get_previous:
 *
 * Returns: key of the one before the current one, 0 if there is none
 */
gint64
suivi_grade_list_get_previous (SuiviGradeList *self)
{
  return self->place > 0 ? key_at (self, self->place - 1) : 0;
}

/**
 * suivi_grade_list_get_next:
 *
 * Returns: key of the one after the current one, 0 if there is none
 */
gint64
suivi_grade_list_get_next (SuiviGradeList *self)
{
  return key_at (self, self->here ? self->place + 1 : self->place);
}

/**
 * suivi_grade_list_get_left:
 *
 * Returns: key of the first one that is not the current one: what was skipped; 0 if there is none
 */
gint64
suivi_grade_list_get_left (SuiviGradeList *self)
{
  return key_at (self, self->here && self->place == 0 ? 1 : 0);
}

/**
 * suivi_grade_list_has:
 *
 * Returns: whether that recommendation is in the list
 */
gboolean
suivi_grade_list_has (SuiviGradeList *self, gint64 key)
{
  return self->list != NULL && suivi_recommendation_list_find (self->list, key) != G_MAXUINT;
}

/**
 * suivi_grade_list_is_loading:
 *
 * Returns: whether the rows are not known yet
 */
gboolean
suivi_grade_list_is_loading (SuiviGradeList *self)
{
  return self->list == NULL || suivi_recommendation_list_get_loading (self->list);
}

/**
 * suivi_grade_list_show_all:
 *
 * Takes away everything that narrows the list.
 */
void
suivi_grade_list_show_all (SuiviGradeList *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->shown, SHOW_ALL);
  gtk_drop_down_set_selected (self->position, 0);
  self->updating = FALSE;
  take_filter (self);
}
