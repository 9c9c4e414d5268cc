/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-list.h"

#include <glib/gi18n-lib.h>

#include "app/digit-key.h"
#include "app/review/recommendation-row.h"
#include "app/scorecard/grade-drafts.h"
#include "app/scorecard/grade-filter.h"

struct _SuiviGradeList
{
  GtkWidget parent_instance;

  SuiviGradeFilter *filter;
  GtkStack *stack;
  GtkListView *list_view;
  GtkLabel *nothing;
  GtkWidget *show_all;

  SuiviRecommendationList *list; /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable) */
  SuiviWorkspace *workspace;     /* (owned) (nullable) */
  GCancellable *cancellable;     /* (owned) (nullable): of looking what was begun */
  GHashTable *begun;             /* (owned) (element-type utf8): keys of what has a grade that was begun */
  GPtrArray *rows; /* (owned) (element-type SuiviRecommendationRow): those that show something */
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
  g_autoptr (SuiviFilter) filter = NULL;

  if (self->list == NULL)
    return;

  filter = suivi_grade_filter_create (self->filter);
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
  const gboolean narrowed = suivi_grade_filter_is_narrowed (self->filter);
  const SuiviGradeShown shown = suivi_grade_filter_get_shown (self->filter);

  if (suivi_grade_list_is_loading (self))
    return;

  if (narrowed)
    gtk_label_set_label (self->nothing, _ ("Nothing matches what you search for and chose."));
  else if (shown == SUIVI_GRADE_SHOWN_LEFT)
    gtk_label_set_label (self->nothing, _ ("Nothing is left to grade."));
  else if (shown == SUIVI_GRADE_SHOWN_BEGUN)
    gtk_label_set_label (self->nothing, _ ("Nothing was begun and left."));
  else if (shown == SUIVI_GRADE_SHOWN_ALL)
    gtk_label_set_label (self->nothing, _ ("There are no recommendations."));
  else
    gtk_label_set_label (self->nothing, _ ("Nothing is graded yet."));
  gtk_widget_set_visible (self->show_all, narrowed || shown != SUIVI_GRADE_SHOWN_ALL);
  gtk_stack_set_visible_child_name (self->stack, count_rows (self) > 0 ? "rows" : "nothing");
}

/* The list takes out and puts in rows in steps, so that the current one may be away for a moment. */
static void
rows_changed_cb (SuiviGradeList *self)
{
  find_current (self);
  mark_current (self);
  update_nothing (self);
  suivi_grade_filter_set_count (self->filter, count_rows (self));
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
  suivi_recommendation_row_set_begun (row, self->begun);
  suivi_recommendation_row_set_item (row, gtk_list_item_get_item (list_item));
  g_ptr_array_add (self->rows, row);
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviGradeList *self)
{
  SuiviRecommendationRow *row = SUIVI_RECOMMENDATION_ROW (gtk_list_item_get_child (list_item));

  g_ptr_array_remove_fast (self->rows, row);
  suivi_recommendation_row_set_item (row, NULL);
}

static void
begun_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviGradeList) self = user_data;
  g_autoptr (GHashTable) begun = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);

  if (begun == NULL || SUIVI_WORKSPACE (source) != self->workspace)
    return;

  g_hash_table_unref (self->begun);
  self->begun = g_steal_pointer (&begun);
  for (guint i = 0; i < self->rows->len; i++)
    suivi_recommendation_row_set_begun (g_ptr_array_index (self->rows, i), self->begun);
}

static void
find_begun (SuiviGradeList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  suivi_grade_drafts_list_async (self->workspace, self->cancellable, begun_listed_cb, g_object_ref (self));
}

static gboolean
suivi_grade_list_grab_focus (GtkWidget *widget)
{
  SuiviGradeList *self = SUIVI_GRADE_LIST (widget);

  if (count_rows (self) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->filter));

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
drop_list (SuiviGradeList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_hash_table_unref (self->begun);
  self->begun = g_hash_table_new (g_str_hash, g_str_equal);
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
  SuiviGradeList *self = SUIVI_GRADE_LIST (object);

  g_hash_table_unref (self->begun);
  g_ptr_array_unref (self->rows);
  g_free (self->review_id);

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

  g_type_ensure (SUIVI_TYPE_GRADE_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/grade-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, filter);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, list_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeList, show_all);
  gtk_widget_class_bind_template_callback (widget_class, take_filter);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, suivi_grade_list_show_all);
}

static void
suivi_grade_list_init (SuiviGradeList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->begun = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

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
  suivi_grade_filter_set_workspace (self->filter, workspace);
  if (workspace == NULL)
    return;

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (find_begun), self, G_CONNECT_SWAPPED);
  find_begun (self);
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
  suivi_grade_filter_set_scope (self->filter, review_id);
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
 * suivi_grade_list_has_keyboard:
 *
 * Returns: whether the keyboard is in the rows, and not where one searches
 */
gboolean
suivi_grade_list_has_keyboard (SuiviGradeList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self->list_view)
             || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)));
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
  suivi_grade_filter_show_all (self->filter);
}

/**
 * suivi_grade_list_refresh_begun:
 *
 * Looks again what was begun: that is no step, of which the workspace tells.
 */
void
suivi_grade_list_refresh_begun (SuiviGradeList *self)
{
  find_begun (self);
  if (self->list != NULL && suivi_grade_filter_get_shown (self->filter) == SUIVI_GRADE_SHOWN_BEGUN)
    suivi_recommendation_list_refresh (self->list);
}
