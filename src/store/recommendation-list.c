/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "store/recommendation-list.h"

/* A page of rows read at once: more than a screen, less than a noticeable wait. */
#define BATCH_SIZE 200

struct _SuiviRecommendationItem
{
  GObject parent_instance;

  SuiviRecommendationList *list; /* (weak) */
  gint64 key;
  SuiviRecommendation *recommendation;
  SuiviReview *review;
};

G_DEFINE_FINAL_TYPE (SuiviRecommendationItem, suivi_recommendation_item, G_TYPE_OBJECT)

struct _SuiviRecommendationList
{
  GObject parent_instance;

  SuiviWorkspace *workspace;
  SuiviFilter *filter;
  SuiviSort sort;
  gboolean descending;

  GArray *keys;      /* of gint64: every row, in order */
  GHashTable *items; /* key → item (weak): those that somebody holds */

  GCancellable *query_cancellable; /* of the query under way, or NULL */
  GArray *wanted;                  /* keys of rows to be read next */
  guint wanted_idle;
  gboolean loading;
};

static void suivi_recommendation_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SuiviRecommendationList,
                               suivi_recommendation_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      suivi_recommendation_list_model_init))

enum
{
  PROP_ITEM_RECOMMENDATION = 1,
};

enum
{
  PROP_LIST_N_ITEMS = 1,
  PROP_LIST_LOADING,
  N_LIST_PROPS
};

static GParamSpec *item_recommendation_property;
static GParamSpec *list_properties[N_LIST_PROPS];

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Not being able to read is told; having been stopped, or closed, is not. */
static void
tell_failure (SuiviRecommendationList *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* The item */

static void
suivi_recommendation_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviRecommendationItem *self = SUIVI_RECOMMENDATION_ITEM (object);

  if (id == PROP_ITEM_RECOMMENDATION)
    g_value_set_boxed (value, self->recommendation);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
suivi_recommendation_item_dispose (GObject *object)
{
  SuiviRecommendationItem *self = SUIVI_RECOMMENDATION_ITEM (object);

  if (self->list != NULL)
    {
      g_hash_table_remove (self->list->items, &self->key);
      g_clear_weak_pointer (&self->list);
    }
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->review, suivi_review_free);

  G_OBJECT_CLASS (suivi_recommendation_item_parent_class)->dispose (object);
}

static void
suivi_recommendation_item_class_init (SuiviRecommendationItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = suivi_recommendation_item_get_property;
  object_class->dispose = suivi_recommendation_item_dispose;

  item_recommendation_property
    = g_param_spec_boxed ("recommendation", NULL, NULL, SUIVI_TYPE_RECOMMENDATION,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_ITEM_RECOMMENDATION, item_recommendation_property);
}

static void
suivi_recommendation_item_init (SuiviRecommendationItem *self)
{
}

/**
 * suivi_recommendation_item_get_key:
 *
 * Returns: the key of the row in the workspace's file
 */
gint64
suivi_recommendation_item_get_key (SuiviRecommendationItem *self)
{
  g_return_val_if_fail (SUIVI_IS_RECOMMENDATION_ITEM (self), 0);

  return self->key;
}

/**
 * suivi_recommendation_item_get_recommendation:
 *
 * Returns: (transfer none) (nullable): the recommendation, once it was read
 */
SuiviRecommendation *
suivi_recommendation_item_get_recommendation (SuiviRecommendationItem *self)
{
  g_return_val_if_fail (SUIVI_IS_RECOMMENDATION_ITEM (self), NULL);

  return self->recommendation;
}

/**
 * suivi_recommendation_item_get_review:
 *
 * Returns: (transfer none) (nullable): the review that the recommendation was made in, once it was read, and
 * only if the workspace holds several: with one, there is nothing to tell apart
 */
SuiviReview *
suivi_recommendation_item_get_review (SuiviRecommendationItem *self)
{
  g_return_val_if_fail (SUIVI_IS_RECOMMENDATION_ITEM (self), NULL);

  return self->review;
}

static void
item_set_recommendation (SuiviRecommendationItem *self,
                         SuiviRecommendation *recommendation,
                         GPtrArray *reviews)
{
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  self->recommendation = suivi_recommendation_ref (recommendation);
  g_clear_pointer (&self->review, suivi_review_free);
  for (guint i = 0; reviews->len > 1 && i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_strcmp0 (review->id, recommendation->review_id) == 0)
        self->review = suivi_review_copy (review);
    }
  g_object_notify_by_pspec (G_OBJECT (self), item_recommendation_property);
}

/* Reading rows */

typedef struct
{
  GPtrArray *rows;
  GPtrArray *reviews;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->rows, g_ptr_array_unref);
  g_clear_pointer (&loaded->reviews, g_ptr_array_unref);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GArray *keys = data;
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  loaded->reviews = suivi_store_list_reviews (store, error);
  if (loaded->reviews != NULL)
    loaded->rows = suivi_store_load (store, (const gint64 *) (gpointer) keys->data, keys->len, error);

  return loaded->rows != NULL ? g_steal_pointer (&loaded) : NULL;
}

typedef struct
{
  SuiviRecommendationList *list; /* (owned) */
  GArray *keys;                  /* (owned) */
} LoadCall;

static void
load_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LoadCall *call = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Loaded) loaded = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  for (guint i = 0; loaded != NULL && i < loaded->rows->len; i++)
    {
      SuiviRecommendationItem *item
        = g_hash_table_lookup (call->list->items, &g_array_index (call->keys, gint64, i));
      SuiviRecommendation *row = g_ptr_array_index (loaded->rows, i);

      if (item != NULL && row != NULL)
        {
          g_autoptr (SuiviRecommendationItem) hold = g_object_ref (item);

          item_set_recommendation (hold, row, loaded->reviews);
        }
    }
  if (error != NULL)
    tell_failure (call->list, error);

  g_array_unref (call->keys);
  g_object_unref (call->list);
  g_free (call);
}

static gboolean
load_wanted_cb (gpointer user_data)
{
  SuiviRecommendationList *self = user_data;

  self->wanted_idle = 0;
  for (guint first = 0; first < self->wanted->len; first += BATCH_SIZE)
    {
      LoadCall *call = g_new0 (LoadCall, 1);

      call->list = g_object_ref (self);
      call->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_vals (call->keys, &g_array_index (self->wanted, gint64, first),
                           MIN (BATCH_SIZE, self->wanted->len - first));
      suivi_workspace_run_async (self->workspace, load_work, g_array_ref (call->keys),
                                 (GDestroyNotify) g_array_unref, (GDestroyNotify) loaded_free, NULL,
                                 load_done_cb, call);
    }
  g_array_set_size (self->wanted, 0);

  return G_SOURCE_REMOVE;
}

static void
want_row (SuiviRecommendationList *self, gint64 key)
{
  g_array_append_val (self->wanted, key);
  if (self->wanted_idle == 0)
    self->wanted_idle = g_idle_add_full (G_PRIORITY_DEFAULT, load_wanted_cb, self, NULL);
}

/* The list */

static GType
get_item_type (GListModel *model)
{
  return SUIVI_TYPE_RECOMMENDATION_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SUIVI_RECOMMENDATION_LIST (model)->keys->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SuiviRecommendationList *self = SUIVI_RECOMMENDATION_LIST (model);
  SuiviRecommendationItem *item = NULL;
  gint64 key = 0;

  if (position >= self->keys->len)
    return NULL;

  key = g_array_index (self->keys, gint64, position);
  item = g_hash_table_lookup (self->items, &key);
  if (item != NULL)
    return g_object_ref (item);

  item = g_object_new (SUIVI_TYPE_RECOMMENDATION_ITEM, NULL);
  item->key = key;
  g_set_weak_pointer (&item->list, self);
  g_hash_table_insert (self->items, &item->key, item);
  want_row (self, key);

  return item;
}

static void
suivi_recommendation_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
set_loading (SuiviRecommendationList *self, gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), list_properties[PROP_LIST_LOADING]);
}

/*
 * Puts the new keys in place and says what is different: rows at both ends that stayed are not mentioned.
 * Removal and addition are told one after the other, with the number of rows being true at each: told at
 * once, GTK would ask for every single new row.
 */
static void
take_keys (SuiviRecommendationList *self, GArray *keys)
{
  GArray *old = self->keys;
  guint shortest = MIN (old->len, keys->len);
  guint before = 0;
  guint after = 0;
  guint removed = 0;
  guint added = 0;

  while (before < shortest && g_array_index (old, gint64, before) == g_array_index (keys, gint64, before))
    before++;
  while (after < shortest - before
         && g_array_index (old, gint64, old->len - 1 - after)
              == g_array_index (keys, gint64, keys->len - 1 - after))
    after++;
  removed = old->len - before - after;
  added = keys->len - before - after;

  if (removed > 0)
    {
      GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (gint64), before + after);

      g_array_append_vals (kept, keys->data, before);
      if (after > 0)
        g_array_append_vals (kept, &g_array_index (keys, gint64, keys->len - after), after);
      g_array_unref (self->keys);
      self->keys = kept;
      g_list_model_items_changed (G_LIST_MODEL (self), before, removed, 0);
    }
  g_array_unref (self->keys);
  self->keys = g_array_ref (keys);
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), list_properties[PROP_LIST_N_ITEMS]);
}

typedef struct
{
  SuiviFilter *filter;
  SuiviSort sort;
  gboolean descending;
} Query;

static void
query_free (Query *query)
{
  suivi_filter_free (query->filter);
  g_free (query);
}

static gpointer
query_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Query *query = data;

  return suivi_store_query_keys (store, query->filter, query->sort, query->descending, cancellable, error);
}

static void
query_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviRecommendationList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  /* A newer query is under way: its answer is the one that counts. */
  if (g_task_get_cancellable (G_TASK (result)) != self->query_cancellable)
    return;

  g_clear_object (&self->query_cancellable);
  if (keys != NULL)
    take_keys (self, keys);
  else
    tell_failure (self, error);
  set_loading (self, FALSE);
}

static void
query (SuiviRecommendationList *self)
{
  Query *data = g_new0 (Query, 1);

  g_cancellable_cancel (self->query_cancellable);
  g_clear_object (&self->query_cancellable);
  self->query_cancellable = g_cancellable_new ();

  data->filter = suivi_filter_copy (self->filter);
  data->sort = self->sort;
  data->descending = self->descending;
  suivi_workspace_run_async (self->workspace, query_work, data, (GDestroyNotify) query_free,
                             (GDestroyNotify) g_array_unref, self->query_cancellable, query_done_cb,
                             g_object_ref (self));
}

static void
workspace_changed_cb (SuiviWorkspace *workspace, SuiviRecommendationList *self)
{
  GHashTableIter iter;
  gpointer item = NULL;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    want_row (self, SUIVI_RECOMMENDATION_ITEM (item)->key);
  query (self);
}

static void
suivi_recommendation_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviRecommendationList *self = SUIVI_RECOMMENDATION_LIST (object);

  switch (id)
    {
    case PROP_LIST_N_ITEMS:
      g_value_set_uint (value, self->keys->len);
      break;
    case PROP_LIST_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_recommendation_list_dispose (GObject *object)
{
  SuiviRecommendationList *self = SUIVI_RECOMMENDATION_LIST (object);

  g_cancellable_cancel (self->query_cancellable);
  g_clear_object (&self->query_cancellable);
  g_clear_handle_id (&self->wanted_idle, g_source_remove);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_recommendation_list_parent_class)->dispose (object);
}

static void
suivi_recommendation_list_finalize (GObject *object)
{
  SuiviRecommendationList *self = SUIVI_RECOMMENDATION_LIST (object);

  suivi_filter_free (self->filter);
  g_array_unref (self->keys);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->items);

  G_OBJECT_CLASS (suivi_recommendation_list_parent_class)->finalize (object);
}

static void
suivi_recommendation_list_class_init (SuiviRecommendationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = suivi_recommendation_list_get_property;
  object_class->dispose = suivi_recommendation_list_dispose;
  object_class->finalize = suivi_recommendation_list_finalize;

  list_properties[PROP_LIST_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  list_properties[PROP_LIST_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_LIST_PROPS, list_properties);

  /**
   * SuiviRecommendationList::failed:
   * @error: why; its message is a sentence for the user
   *
   * The file could not be read. The rows stay as they were.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_RECOMMENDATION_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
suivi_recommendation_list_init (SuiviRecommendationList *self)
{
  self->filter = suivi_filter_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/**
 * suivi_recommendation_list_new:
 *
 * Returns: (transfer full): a list of all recommendations of @workspace. It is empty until the file has
 * answered; see the property "loading".
 */
SuiviRecommendationList *
suivi_recommendation_list_new (SuiviWorkspace *workspace)
{
  SuiviRecommendationList *self = g_object_new (SUIVI_TYPE_RECOMMENDATION_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, 0);
  set_loading (self, TRUE);
  query (self);

  return self;
}

/**
 * suivi_recommendation_list_set_filter:
 *
 * Narrows the list. The rows change when the file has answered.
 */
void
suivi_recommendation_list_set_filter (SuiviRecommendationList *self, const SuiviFilter *filter)
{
  g_return_if_fail (SUIVI_IS_RECOMMENDATION_LIST (self));

  if (suivi_filter_equal (self->filter, filter))
    return;

  suivi_filter_free (self->filter);
  self->filter = suivi_filter_copy (filter);
  set_loading (self, TRUE);
  query (self);
}

/**
 * suivi_recommendation_list_refresh:
 *
 * Asks the file anew, after something that is no step: what was begun is not.
 */
void
suivi_recommendation_list_refresh (SuiviRecommendationList *self)
{
  g_return_if_fail (SUIVI_IS_RECOMMENDATION_LIST (self));

  query (self);
}

/**
 * suivi_recommendation_list_get_filter:
 *
 * Returns: (transfer none): the filter that was set last
 */
const SuiviFilter *
suivi_recommendation_list_get_filter (SuiviRecommendationList *self)
{
  g_return_val_if_fail (SUIVI_IS_RECOMMENDATION_LIST (self), NULL);

  return self->filter;
}

/**
 * suivi_recommendation_list_set_sort:
 *
 * Puts the list in another order. The rows change when the file has answered.
 */
void
suivi_recommendation_list_set_sort (SuiviRecommendationList *self, SuiviSort sort, gboolean descending)
{
  g_return_if_fail (SUIVI_IS_RECOMMENDATION_LIST (self));

  if (self->sort == sort && self->descending == descending)
    return;

  self->sort = sort;
  self->descending = descending;
  set_loading (self, TRUE);
  query (self);
}

/**
 * suivi_recommendation_list_get_loading:
 *
 * Returns: whether the rows are not yet those of the filter and order that were set
 */
gboolean
suivi_recommendation_list_get_loading (SuiviRecommendationList *self)
{
  g_return_val_if_fail (SUIVI_IS_RECOMMENDATION_LIST (self), FALSE);

  return self->loading;
}

/**
 * suivi_recommendation_list_get_key:
 * @position: of a row
 *
 * Nothing is read from the file for it.
 *
 * Returns: the key of the row, or 0
 */
gint64
suivi_recommendation_list_get_key (SuiviRecommendationList *self, guint position)
{
  g_return_val_if_fail (SUIVI_IS_RECOMMENDATION_LIST (self), 0);

  return position < self->keys->len ? g_array_index (self->keys, gint64, position) : 0;
}

/**
 * suivi_recommendation_list_find:
 *
 * Returns: the position of the row with that key, or %G_MAXUINT
 */
guint
suivi_recommendation_list_find (SuiviRecommendationList *self, gint64 key)
{
  g_return_val_if_fail (SUIVI_IS_RECOMMENDATION_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->keys->len; i++)
    {
      if (g_array_index (self->keys, gint64, i) == key)
        return i;
    }

  return G_MAXUINT;
}
