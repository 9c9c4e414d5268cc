/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/matrix-table.h"

#include "app/scorecard/agreement-jobs.h"
#include "core/scorecard/organisation.h"
#include "core/text/text.h"
#include "store/scorecard-store.h"

typedef struct
{
  char *review_id;
  char *cut_off;
} Request;

/* One organisation: "key" is its name in any case, "" for what is not named. */
typedef struct
{
  char *key;
  char *name;
  gboolean own; /* that of the person at this computer */
  guint found;  /* its place in the order in which organisations were met */
} Organisation;

typedef struct
{
  SuiviStore *store;
  const char *cut_off;
  SuiviMatrixTable *table;
  GPtrArray *organisations; /* of Organisation, as they were met */
  GHashTable *by_name;      /* name as it was written → Organisation */
  GHashTable *by_key;       /* key → Organisation */
  GHashTable *agreed_by;    /* key → name */
} Search;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->review_id);
  g_free (request->cut_off);
  g_free (request);
}

static void
free_organisation (gpointer data)
{
  Organisation *organisation = data;

  g_free (organisation->key);
  g_free (organisation->name);
  g_free (organisation);
}

/**
 * suivi_matrix_table_free:
 * @self: (nullable) (transfer full): a table
 */
void
suivi_matrix_table_free (SuiviMatrixTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static Organisation *
meet (Search *search, const char *name)
{
  Organisation *organisation = g_hash_table_lookup (search->by_name, name);
  g_autofree char *key = NULL;

  if (organisation != NULL)
    return organisation;

  key = suivi_text_fold (name);
  organisation = g_hash_table_lookup (search->by_key, key);
  if (organisation != NULL)
    {
      g_hash_table_insert (search->by_name, g_strdup (name), organisation);
      return organisation;
    }

  organisation = g_new0 (Organisation, 1);
  organisation->key = g_steal_pointer (&key);
  organisation->name = g_strdup (suivi_organisation_to_label (name));
  organisation->own = *organisation->key != '\0'
                      && suivi_organisation_is_same (name, suivi_store_get_organisation (search->store));
  organisation->found = search->organisations->len;
  g_ptr_array_add (search->organisations, organisation);
  g_hash_table_insert (search->by_key, organisation->key, organisation);
  g_hash_table_insert (search->by_name, g_strdup (name), organisation);

  return organisation;
}

static void
note_agreed (Search *search, const SuiviAssessment *agreed)
{
  search->table->n_agreed++;
  for (guint i = 0; agreed->agreed_by[i] != NULL; i++)
    g_hash_table_replace (search->agreed_by, suivi_text_fold (agreed->agreed_by[i]),
                          g_strdup (agreed->agreed_by[i]));
}

/* Until all are met, the lights stand in the order in which organisations were met. */
static void
fill_row (Search *search, SuiviMatrixRow *row, const SuiviSpread *spread)
{
  guint n_named = 0;

  for (guint i = 0; i < spread->assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (spread->assessments, i);
      const Organisation *organisation = meet (search, assessment->organisation);

      if (row->n_organisations < search->organisations->len)
        {
          row->lights = g_realloc (row->lights, search->organisations->len);
          memset (row->lights + row->n_organisations, SUIVI_MATRIX_NOBODY,
                  search->organisations->len - row->n_organisations);
          row->n_organisations = search->organisations->len;
        }
      row->lights[organisation->found] = assessment->light;
      n_named += *organisation->key != '\0';
    }
  row->n_said = spread->assessments->len;
  row->apart = spread->apart;
  row->same_light = n_named >= 2 && spread->n_judged == spread->assessments->len && spread->apart == 0;
  row->unanimous = suivi_agreement_is_unanimous (spread);
  if (row->agreed == SUIVI_MATRIX_NOBODY)
    {
      search->table->n_unanimous += row->unanimous;
      search->table->n_same_light += row->same_light && !row->unanimous;
    }
  search->table->n_disagree += suivi_matrix_row_disagrees (row);
}

static gboolean
look_at_row (SuiviRecommendation *recommendation,
             SuiviReview *review,
             SuiviAssessment *assessment,
             gpointer user_data,
             GError **error)
{
  Search *search = user_data;
  SuiviMatrixRow *row = suivi_matrix_row_new (recommendation, review);
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (SuiviSpread) spread = NULL;

  g_ptr_array_add (search->table->rows, row);
  /* Nobody judged. */
  if (assessment == NULL)
    return TRUE;

  judgements = suivi_store_list_judgements (search->store, NULL, recommendation->id, search->cut_off, error);
  if (judgements == NULL)
    return FALSE;
  if (assessment->agreed)
    {
      row->agreed = assessment->light;
      note_agreed (search, assessment);
    }
  spread = suivi_spread_new (judgements, search->cut_off);
  fill_row (search, row, spread);

  return TRUE;
}

static int
compare_organisations (gconstpointer a, gconstpointer b)
{
  const Organisation *one = *(const Organisation *const *) a;
  const Organisation *other = *(const Organisation *const *) b;

  if (one->own || other->own)
    return other->own - one->own;
  if (*one->key == '\0' || *other->key == '\0')
    return (*one->key == '\0') - (*other->key == '\0');

  return suivi_organisation_compare_folded (one->key, other->key);
}

/* From the order in which they were met to the order of the columns. */
static void
arrange (Search *search)
{
  const guint n = search->organisations->len;

  g_ptr_array_sort (search->organisations, compare_organisations);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (search->table->organisations,
                     g_strdup (((Organisation *) g_ptr_array_index (search->organisations, i))->name));

  for (guint i = 0; i < search->table->rows->len; i++)
    {
      SuiviMatrixRow *row = g_ptr_array_index (search->table->rows, i);
      g_autofree guint8 *met = g_steal_pointer (&row->lights);

      row->lights = g_malloc (n + 1);
      for (guint j = 0; j < n; j++)
        {
          const Organisation *organisation = g_ptr_array_index (search->organisations, j);

          row->lights[j]
            = organisation->found < row->n_organisations ? met[organisation->found] : SUIVI_MATRIX_NOBODY;
        }
      row->n_organisations = n;
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return suivi_organisation_compare (*(const char *const *) a, *(const char *const *) b);
}

static void
list_known (Search *search)
{
  SuiviMatrixTable *table = search->table;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name = NULL;

  for (guint i = 0; i < search->organisations->len; i++)
    {
      const Organisation *organisation = g_ptr_array_index (search->organisations, i);

      if (*organisation->key != '\0')
        g_ptr_array_add (table->known, g_strdup (organisation->name));
      g_hash_table_remove (search->agreed_by, organisation->key);
    }
  g_hash_table_iter_init (&iter, search->agreed_by);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_ptr_array_add (others, name);
  g_ptr_array_sort (others, compare_names);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (table->known, g_strdup (g_ptr_array_index (others, i)));
}

/**
 * suivi_matrix_table_load:
 * @store: the workspace file
 * @review_id: (nullable): key of a review; %NULL: all of them
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date
 *
 * Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the table; %NULL with @error set
 */
SuiviMatrixTable *
suivi_matrix_table_load (SuiviStore *store,
                         const char *review_id,
                         const char *cut_off,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SuiviMatrixTable) table = g_new0 (SuiviMatrixTable, 1);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) organisations = g_ptr_array_new_with_free_func (free_organisation);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) agreed_by = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Search search = { store, cut_off, table, organisations, by_name, by_key, agreed_by };

  table->organisations = g_ptr_array_new_with_free_func (g_free);
  table->known = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_ptr_array_new_with_free_func (g_object_unref);
  if (review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, review_id);
  suivi_filter_set_cut_off (filter, cut_off);
  if (!suivi_store_foreach (store, filter, SUIVI_SORT_NUMBER, FALSE, look_at_row, &search, cancellable,
                            error))
    return NULL;

  arrange (&search);
  list_known (&search);

  return g_steal_pointer (&table);
}

static gpointer
load_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return suivi_matrix_table_load (store, request->review_id, request->cut_off, cancellable, error);
}

/**
 * suivi_matrix_table_load_async:
 * @review_id: (nullable): key of a review; %NULL: all of them
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date
 *
 * Reads it on the workspace's own thread. Finish with suivi_matrix_table_load_finish().
 */
void
suivi_matrix_table_load_async (SuiviWorkspace *workspace,
                               const char *review_id,
                               const char *cut_off,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->review_id = g_strdup (review_id);
  request->cut_off = g_strdup (cut_off);
  suivi_workspace_run_async (workspace, load_in_worker, request, free_request,
                             (GDestroyNotify) suivi_matrix_table_free, cancellable, callback, user_data);
}

/**
 * suivi_matrix_table_load_finish:
 *
 * Returns: (transfer full) (nullable): the table; %NULL with @error set
 */
SuiviMatrixTable *
suivi_matrix_table_load_finish (SuiviWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return suivi_workspace_run_finish (workspace, result, error);
}
