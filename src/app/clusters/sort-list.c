/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/sort-list.h"

#include <glib/gi18n-lib.h>

#include "app/clusters/dragged-rows.h"
#include "app/clusters/sort-row.h"
#include "app/drop-down.h"
#include "app/review/recommendation-words.h"
#include "core/text/text.h"

/* The choices of the drop-down; behind them the clusters. */
enum
{
  SHOW_UNSORTED,
  SHOW_ALL,
  N_SHOWN,
};

struct _SuiviSortList
{
  GtkWidget parent_instance;

  GtkEditable *search;
  GtkDropDown *shown;
  GtkStack *stack;
  GtkListView *list_view;
  GtkLabel *nothing;
  GtkWidget *show_all;
  GtkLabel *hint;

  SuiviWorkspace *workspace;     /* (owned) (nullable) */
  SuiviRecommendationList *list; /* (owned) (nullable) */
  GtkSelectionModel *selection;  /* (owned) (nullable) */
  SuiviSortPlaces *places;       /* (owned) (nullable): who is where */
  GPtrArray *rows;               /* (element-type SuiviSortRow): those that show something */
  char *review_id;
  guint next;       /* where to go on when what was selected left the list; G_MAXUINT: nowhere */
  guint go_on_idle; /* 0: none */
  GArray *back;     /* (owned) (nullable) (element-type gint64): selected as soon as they are here */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviSortList, suivi_sort_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_rows (SuiviSortList *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

/* The cluster whose recommendations are shown. */
static SuiviCluster *
get_shown_cluster (SuiviSortList *self)
{
  const guint shown = gtk_drop_down_get_selected (self->shown);
  GPtrArray *clusters = self->places != NULL ? suivi_sort_places_get_clusters (self->places) : NULL;

  if (clusters == NULL || shown < N_SHOWN || shown - N_SHOWN >= clusters->len)
    return NULL;

  return g_ptr_array_index (clusters, shown - N_SHOWN);
}

/* ---- What is shown ---- */

static void
take_filter (SuiviSortList *self)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  const char *search = gtk_editable_get_text (self->search);
  SuiviCluster *cluster = get_shown_cluster (self);

  if (self->updating || self->list == NULL)
    return;

  if (self->review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, self->review_id);
  if (cluster != NULL)
    suivi_filter_add (filter, SUIVI_FACET_CLUSTER, cluster->title);
  else if (gtk_drop_down_get_selected (self->shown) == SHOW_UNSORTED)
    suivi_filter_add (filter, SUIVI_FACET_CLUSTER, SUIVI_FACET_NONE);
  if (!suivi_text_is_blank (search))
    suivi_filter_set_search (filter, search);
  /* The search entry also tells what it told before. */
  if (suivi_filter_equal (suivi_recommendation_list_get_filter (self->list), filter))
    return;
  self->next = G_MAXUINT;
  g_clear_pointer (&self->back, g_array_unref);
  suivi_recommendation_list_set_filter (self->list, filter);
}

static void
show_all_clicked_cb (SuiviSortList *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->shown, SHOW_ALL);
  self->updating = FALSE;
  take_filter (self);
}

static void
search_stopped_cb (SuiviSortList *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
update_nothing (SuiviSortList *self)
{
  const guint shown = gtk_drop_down_get_selected (self->shown);
  const gboolean searching = !suivi_text_is_blank (gtk_editable_get_text (self->search));

  if (self->list == NULL || suivi_recommendation_list_get_loading (self->list))
    return;

  if (searching)
    gtk_label_set_label (self->nothing, _ ("Nothing matches what you search for and chose."));
  else if (shown == SHOW_ALL)
    gtk_label_set_label (self->nothing, _ ("There are no recommendations."));
  else if (shown == SHOW_UNSORTED)
    gtk_label_set_label (self->nothing, _ ("Every recommendation is in a cluster."));
  else
    gtk_label_set_label (self->nothing, _ ("No recommendation is in this cluster yet."));
  gtk_widget_set_visible (self->show_all, searching || shown != SHOW_ALL);
  gtk_stack_set_visible_child_name (self->stack, count_rows (self) > 0 ? "rows" : "nothing");
}

static void
update_hint (SuiviSortList *self)
{
  const guint n = suivi_sort_list_count_selected (self);
  g_autofree char *text = NULL;

  if (n > 0)
    text
      = g_strdup_printf (ngettext ("%u selected. Drag it onto a cluster, or press the digit of a cluster.",
                                   "%u selected. Drag them onto a cluster, or press the digit of a cluster.",
                                   n),
                         n);
  gtk_label_set_label (self->hint,
                       n > 0 ? text : _ ("Drag recommendations onto a cluster, or select some first."));
}

static void
selection_changed_cb (SuiviSortList *self)
{
  update_hint (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- Going on ---- */

static void
focus_row (SuiviSortList *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SuiviSortRow *row = g_ptr_array_index (self->rows, i);

      if (suivi_sort_row_get_position (row) == position)
        {
          gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
          return;
        }
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static gboolean
go_on_cb (gpointer user_data)
{
  SuiviSortList *self = user_data;
  const guint n = count_rows (self);

  self->go_on_idle = 0;
  if (self->next == G_MAXUINT || n == 0)
    return G_SOURCE_REMOVE;

  gtk_selection_model_select_item (self->selection, MIN (self->next, n - 1), TRUE);
  focus_row (self, MIN (self->next, n - 1));
  self->next = G_MAXUINT;

  return G_SOURCE_REMOVE;
}

/* The keyboard goes where the rows are, unless it is at work elsewhere: in the search, or among the clusters. */
static gboolean
wants_focus (SuiviSortList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view))
         || !gtk_widget_is_ancestor (focus, gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* Where rows are in the list, as far as they are in it. */
static GtkBitset *
find_rows (SuiviSortList *self, GArray *keys)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitset *bits = gtk_bitset_new_empty ();

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (wanted, &g_array_index (keys, gint64, i));
  for (guint i = 0; i < count_rows (self); i++)
    {
      const gint64 key = suivi_recommendation_list_get_key (self->list, i);

      if (g_hash_table_contains (wanted, &key))
        gtk_bitset_add (bits, i);
    }

  return bits;
}

static void
select_back (SuiviSortList *self)
{
  g_autoptr (GArray) keys = g_steal_pointer (&self->back);
  g_autoptr (GtkBitset) bits = find_rows (self, keys);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, count_rows (self));
  guint first = 0;

  if (gtk_bitset_is_empty (bits))
    return;

  first = gtk_bitset_get_minimum (bits);
  gtk_selection_model_set_selection (self->selection, bits, all);
  if (wants_focus (self))
    focus_row (self, first);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", first);
}

/* The list takes out and puts in rows in steps: the next row is there when all steps are done. */
static void
rows_changed_cb (SuiviSortList *self)
{
  update_nothing (self);
  selection_changed_cb (self);
  if (self->next != G_MAXUINT && self->go_on_idle == 0)
    self->go_on_idle = g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, self, NULL);
}

static void
failed_cb (SuiviRecommendationList *list, GError *error, SuiviSortList *self)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

/* ---- Dragging ---- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, SuiviSortList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const guint position = suivi_sort_row_get_position (SUIVI_SORT_ROW (row));
  g_autoptr (GArray) keys = NULL;
  g_autoptr (SuiviDraggedRows) dragged = NULL;

  if (self->workspace == NULL || suivi_workspace_get_read_only (self->workspace) != SUIVI_READ_ONLY_NO)
    return NULL;

  /* Whoever takes one of the selected takes all of them, else this one alone. */
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  keys = suivi_sort_list_list_selected (self);
  dragged = suivi_dragged_rows_new (self->workspace, keys);

  return gdk_content_provider_new_typed (SUIVI_TYPE_DRAGGED_ROWS, dragged);
}

static char *
describe_dragged (SuiviSortList *self, SuiviSortRow *row)
{
  const guint n = suivi_sort_list_count_selected (self);
  SuiviRecommendationItem *item = suivi_sort_row_get_item (row);
  SuiviRecommendation *recommendation
    = item != NULL ? suivi_recommendation_item_get_recommendation (item) : NULL;

  if (n == 1 && recommendation != NULL)
    return suivi_recommendation_to_title (recommendation, suivi_recommendation_item_get_review (item));

  return g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", n), n);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, SuiviSortList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  g_autofree char *text = describe_dragged (self, SUIVI_SORT_ROW (row));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dragged-rows");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
  /* Beside the pointer: what is below it stays visible. */
  gdk_drag_set_hotspot (drag, -12, -12);
}

/* ---- Rows ---- */

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviSortList *self)
{
  GtkWidget *row = suivi_sort_row_new (list_item);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (list_item, row);
}

static void
show_row (SuiviSortList *self, SuiviSortRow *row, SuiviRecommendationItem *item)
{
  SuiviCluster *cluster = NULL;

  if (self->places != NULL)
    cluster = suivi_sort_places_find (self->places, suivi_recommendation_item_get_key (item));
  suivi_sort_row_show (row, item, cluster != NULL ? cluster->title : NULL);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviSortList *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_ptr_array_add (self->rows, row);
  show_row (self, SUIVI_SORT_ROW (row), gtk_list_item_get_item (list_item));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviSortList *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_ptr_array_remove_fast (self->rows, row);
  suivi_sort_row_show (SUIVI_SORT_ROW (row), NULL, NULL);
}

/* ---- The widget ---- */

static void
suivi_sort_list_dispose (GObject *object)
{
  SuiviSortList *self = SUIVI_SORT_LIST (object);
  GtkWidget *child = NULL;

  g_clear_handle_id (&self->go_on_idle, g_source_remove);
  g_clear_pointer (&self->back, g_array_unref);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  self->list_view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->places, suivi_sort_places_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_sort_list_parent_class)->dispose (object);
}

static void
suivi_sort_list_finalize (GObject *object)
{
  SuiviSortList *self = SUIVI_SORT_LIST (object);

  g_ptr_array_unref (self->rows);
  g_free (self->review_id);

  G_OBJECT_CLASS (suivi_sort_list_parent_class)->finalize (object);
}

static gboolean
suivi_sort_list_grab_focus (GtkWidget *widget)
{
  SuiviSortList *self = SUIVI_SORT_LIST (widget);

  return gtk_widget_grab_focus (count_rows (self) > 0 ? GTK_WIDGET (self->list_view)
                                                      : GTK_WIDGET (self->search));
}

static void
suivi_sort_list_class_init (SuiviSortListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sort_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_sort_list_finalize;
  widget_class->grab_focus = suivi_sort_list_grab_focus;

  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", SUIVI_TYPE_SORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_SORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/clusters/sort-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSortList, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortList, shown);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortList, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortList, list_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortList, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortList, show_all);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortList, hint);
  gtk_widget_class_bind_template_callback (widget_class, take_filter);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked_cb);
}

static void
show_choices (SuiviSortList *self)
{
  GPtrArray *clusters = self->places != NULL ? suivi_sort_places_get_clusters (self->places) : NULL;
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _ ("In no cluster"));
  /* Translators: a list of recommendations is not narrowed */
  gtk_string_list_append (choices, C_ ("recommendations", "All"));
  for (guint i = 0; clusters != NULL && i < clusters->len; i++)
    gtk_string_list_append (choices, ((SuiviCluster *) g_ptr_array_index (clusters, i))->title);
  gtk_drop_down_set_model (self->shown, G_LIST_MODEL (choices));
}

static void
suivi_sort_list_init (SuiviSortList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  self->next = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_drop_down_name (GTK_WIDGET (self->shown), _ ("Which to show"));
  show_choices (self);
  update_hint (self);

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
}

/**
 * suivi_sort_list_set_workspace:
 * @workspace: where the recommendations are
 * @review_id: (nullable): key of the review whose recommendations are shown; %NULL: all of them
 *
 * To be called once.
 */
void
suivi_sort_list_set_workspace (SuiviSortList *self, SuiviWorkspace *workspace, const char *review_id)
{
  g_return_if_fail (SUIVI_IS_SORT_LIST (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  self->review_id = g_strdup (review_id);
  self->list = suivi_recommendation_list_new (workspace);
  take_filter (self);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list))));
  g_signal_connect_swapped (self->list, "notify::loading", G_CALLBACK (update_nothing), self);
  g_signal_connect (self->list, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  gtk_list_view_set_model (self->list_view, self->selection);
}

/* Whether the choices of the drop-down are those of the clusters. */
static gboolean
has_choices_of (SuiviSortList *self, GPtrArray *clusters)
{
  GListModel *choices = gtk_drop_down_get_model (self->shown);

  if (g_list_model_get_n_items (choices) != N_SHOWN + clusters->len)
    return FALSE;
  for (guint i = 0; i < clusters->len; i++)
    {
      if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (choices), N_SHOWN + i),
                        ((SuiviCluster *) g_ptr_array_index (clusters, i))->title))
        return FALSE;
    }

  return TRUE;
}

/* Where the cluster with that key is among the choices; without it, all are shown. */
static guint
find_choice (GPtrArray *clusters, const char *id)
{
  for (guint i = 0; i < clusters->len; i++)
    {
      if (g_str_equal (((SuiviCluster *) g_ptr_array_index (clusters, i))->id, id))
        return N_SHOWN + i;
    }

  return SHOW_ALL;
}

/**
 * suivi_sort_list_set_places:
 * @places: the clusters, and who is in them now
 */
void
suivi_sort_list_set_places (SuiviSortList *self, SuiviSortPlaces *places)
{
  GPtrArray *clusters = suivi_sort_places_get_clusters (places);
  SuiviCluster *cluster = get_shown_cluster (self);
  guint shown = gtk_drop_down_get_selected (self->shown);

  if (cluster != NULL)
    shown = find_choice (clusters, cluster->id);
  g_clear_pointer (&self->places, suivi_sort_places_unref);
  self->places = suivi_sort_places_ref (places);
  if (!has_choices_of (self, clusters))
    {
      self->updating = TRUE;
      show_choices (self);
      gtk_drop_down_set_selected (self->shown, shown);
      self->updating = FALSE;
      take_filter (self);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      SuiviSortRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (SuiviRecommendationItem) item = g_object_ref (suivi_sort_row_get_item (row));

      show_row (self, row, item);
    }
}

/**
 * suivi_sort_list_count_selected:
 *
 * Returns: how many recommendations are selected
 */
guint
suivi_sort_list_count_selected (SuiviSortList *self)
{
  g_autoptr (GtkBitset) bits = NULL;

  if (self->selection == NULL)
    return 0;
  bits = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_get_size (bits);
}

/**
 * suivi_sort_list_list_selected:
 *
 * Returns: (transfer full) (element-type gint64): the keys of the selected rows, in their order
 */
GArray *
suivi_sort_list_list_selected (SuiviSortList *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      const gint64 key = suivi_recommendation_list_get_key (self->list, position);

      g_array_append_val (keys, key);
    }

  return keys;
}

/**
 * suivi_sort_list_has_selected:
 * @keys: (element-type gint64): keys of rows
 *
 * Returns: whether just these are selected
 */
gboolean
suivi_sort_list_has_selected (SuiviSortList *self, GArray *keys)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GtkBitset) bits = find_rows (self, keys);

  return gtk_bitset_get_size (bits) == keys->len && gtk_bitset_equals (bits, selected);
}

/**
 * suivi_sort_list_come_back:
 * @keys: (element-type gint64): of what was put back where it was
 *
 * Those of them that the list shows are selected and scrolled to, as soon as it shows them: suivi_sort_list_settle().
 */
void
suivi_sort_list_come_back (SuiviSortList *self, GArray *keys)
{
  g_clear_pointer (&self->back, g_array_unref);
  self->back = g_array_ref (keys);
}

/**
 * suivi_sort_list_go_on:
 *
 * What is selected was put somewhere by a key. If the list has the focus, the row behind is the next one that is
 * selected: where what was sorted leaves the list, as soon as it left.
 */
void
suivi_sort_list_go_on (SuiviSortList *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (self->selection);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint last = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view))
      || gtk_bitset_is_empty (bits))
    return;

  if (gtk_drop_down_get_selected (self->shown) != SHOW_ALL)
    {
      self->next = gtk_bitset_get_minimum (bits);
      return;
    }
  last = gtk_bitset_get_maximum (bits);
  if (last + 1 < count_rows (self))
    {
      gtk_selection_model_select_item (self->selection, last + 1, TRUE);
      focus_row (self, last + 1);
    }
}

/**
 * suivi_sort_list_settle:
 *
 * What was put somewhere left the list, if it ever does: from now on the next row is selected, where there is one to go on
 * with. What came back is selected, too.
 */
void
suivi_sort_list_settle (SuiviSortList *self)
{
  if (self->go_on_idle != 0)
    {
      g_clear_handle_id (&self->go_on_idle, g_source_remove);
      go_on_cb (self);
    }
  self->next = G_MAXUINT;
  if (self->back != NULL)
    select_back (self);
}
