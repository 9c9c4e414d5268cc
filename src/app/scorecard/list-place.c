/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/list-place.h"

#include "app/settings.h"
#include "core/text/text.h"

/* The format of the lists that can be filled in, as imports call it. */
#define FORMAT "ohchr-list"

/* More lists than anybody works with. */
#define MAX_PLACES 16

/* A workspace may name any number of lists: only the latest are looked for. */
#define MAX_LOOKED_FOR 16

/* As much as an import reads of a list. */
#define MAX_LIST  (64 * 1024 * 1024)
#define MAX_CHUNK (64 * 1024)

/* What is looked for, on the workspace's thread. */
typedef struct
{
  char *review_id;    /* (nullable) */
  GHashTable *places; /* checksum → path, as the settings know them */
  char *path;         /* (nullable): the file of which to know whether it is one that was imported */
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_free (search->review_id);
  g_clear_pointer (&search->places, g_hash_table_unref);
  g_free (search->path);
  g_free (search);
}

/* ---- The settings ---- */

static GHashTable *
read_places (void)
{
  g_autoptr (GVariant) value = g_settings_get_value (suivi_settings_get_default (), "list-places");
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GVariantIter iter;
  const char *sha256 = NULL;
  const char *uri = NULL;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&s&s)", &sha256, &uri))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_hash_table_insert (places, g_strdup (sha256), path);
    }

  return places;
}

/**
 * suivi_list_place_remember:
 * @sha256: checksum of an official list that was imported, hexadecimal
 * @path: where it lies
 *
 * Puts it on top of the places that are known, of which the latest are kept.
 */
void
suivi_list_place_remember (const char *sha256, const char *path)
{
  GSettings *settings = suivi_settings_get_default ();
  g_autoptr (GVariant) before = g_settings_get_value (settings, "list-places");
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;
  GVariantBuilder after;
  GVariantIter iter;
  const char *other = NULL;
  const char *other_uri = NULL;
  guint n = 1;

  g_return_if_fail (sha256 != NULL);
  g_return_if_fail (path != NULL);

  file = g_file_new_for_path (path);
  uri = g_file_get_uri (file);
  g_variant_builder_init (&after, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&after, "(ss)", sha256, uri);
  g_variant_iter_init (&iter, before);
  while (n < MAX_PLACES && g_variant_iter_next (&iter, "(&s&s)", &other, &other_uri))
    {
      if (g_str_equal (other, sha256))
        continue;
      g_variant_builder_add (&after, "(ss)", other, other_uri);
      n++;
    }
  g_settings_set_value (settings, "list-places", g_variant_builder_end (&after));
}

/* ---- Files ---- */

/* Returns: (nullable): what the checksum of the file is; %NULL if it is none that could be a list */
static char *
dup_checksum (const char *path, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guint8 *buffer = g_malloc (MAX_CHUNK);
  gsize size = 0;
  gssize n = 0;

  /* Opening a pipe would wait for whoever writes into it. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    return NULL;
  stream = g_file_read (file, cancellable, NULL);
  if (stream == NULL)
    return NULL;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, MAX_CHUNK, cancellable, NULL)) > 0)
    {
      size += n;
      if (size > MAX_LIST)
        return NULL;
      g_checksum_update (checksum, buffer, n);
    }

  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* A colleague who was given the workspace may have got the list with it. */
static char *
make_path_beside (SuiviStore *store, const SuiviImport *import)
{
  g_autofree char *folder = g_path_get_dirname (suivi_store_get_path (store));
  g_autofree char *name = g_path_get_basename (import->file_name);

  return g_build_filename (folder, name, NULL);
}

/* ---- The search ---- */

/* Which imports brought what a review has. */
static GHashTable *
list_imports_of (SuiviStore *store, const char *review_id, GError **error)
{
  g_autoptr (GPtrArray) recommendations = suivi_store_find_number (store, review_id, NULL, error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (recommendations == NULL)
    return NULL;
  for (guint i = 0; i < recommendations->len; i++)
    {
      const SuiviRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      if (recommendation->import_id != NULL)
        g_hash_table_add (ids, g_strdup (recommendation->import_id));
    }

  return g_steal_pointer (&ids);
}

/* The lists that were imported, the latest first; of one review, if it is given. */
static GPtrArray *
list_lists (SuiviStore *store, const char *review_id, GError **error)
{
  g_autoptr (GPtrArray) imports = suivi_store_list_imports (store, error);
  g_autoptr (GHashTable) ids = NULL;

  if (imports == NULL)
    return NULL;
  if (review_id != NULL)
    {
      ids = list_imports_of (store, review_id, error);
      if (ids == NULL)
        return NULL;
    }
  for (guint i = imports->len; i > 0; i--)
    {
      const SuiviImport *import = g_ptr_array_index (imports, i - 1);

      if (!g_str_equal (import->format, FORMAT) || suivi_text_is_blank (import->sha256)
          || (ids != NULL && !g_hash_table_contains (ids, import->id)))
        g_ptr_array_remove_index (imports, i - 1);
    }

  return g_steal_pointer (&imports);
}

/* Of all reviews, only one list can be meant. */
static gboolean
are_several (GPtrArray *imports)
{
  for (guint i = 1; i < imports->len; i++)
    {
      if (!g_str_equal (((const SuiviImport *) g_ptr_array_index (imports, i))->sha256,
                        ((const SuiviImport *) g_ptr_array_index (imports, 0))->sha256))
        return TRUE;
    }

  return FALSE;
}

/* Where a list may lie. */
typedef struct
{
  char *sha256;
  char *path;
} Candidate;

static void
free_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->sha256);
  g_free (candidate->path);
  g_free (candidate);
}

static void
add_candidate (GPtrArray *candidates, const SuiviImport *import, const char *path)
{
  Candidate *candidate = g_new0 (Candidate, 1);

  candidate->sha256 = g_strdup (import->sha256);
  candidate->path = g_strdup (path);
  g_ptr_array_add (candidates, candidate);
}

/* Returns: (element-type Candidate) (nullable): the likeliest first */
static gpointer
list_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Search *search = data;
  g_autoptr (GPtrArray) imports = list_lists (store, search->review_id, error);
  GPtrArray *candidates = NULL;

  if (imports == NULL)
    return NULL;

  candidates = g_ptr_array_new_with_free_func (free_candidate);
  if (search->review_id == NULL && are_several (imports))
    return candidates;
  for (guint i = 0; i < MIN (imports->len, MAX_LOOKED_FOR); i++)
    {
      const SuiviImport *import = g_ptr_array_index (imports, i);
      const char *known = g_hash_table_lookup (search->places, import->sha256);
      g_autofree char *beside = make_path_beside (store, import);

      if (known != NULL)
        add_candidate (candidates, import, known);
      add_candidate (candidates, import, beside);
    }

  return candidates;
}

/* Not on the workspace's thread, which has grades to save meanwhile. Each file is read once. */
static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const GPtrArray *candidates = task_data;
  g_autoptr (GHashTable) checksums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < candidates->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);
      const char *checksum = NULL;

      if (!g_hash_table_contains (checksums, candidate->path))
        g_hash_table_insert (checksums, candidate->path, dup_checksum (candidate->path, cancellable));
      checksum = g_hash_table_lookup (checksums, candidate->path);
      if (checksum != NULL && g_ascii_strcasecmp (checksum, candidate->sha256) == 0)
        {
          g_task_return_pointer (task, g_strdup (candidate->path), g_free);
          return;
        }
    }

  g_task_return_pointer (task, NULL, NULL);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *candidates = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (candidates == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, candidates, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * suivi_list_place_find_async:
 * @review_id: (nullable): key of the review that the list is about; %NULL: the only list there is
 * @cancellable: (nullable): to stop it
 *
 * Looks whether the list that was imported is still where it was, or lies beside the workspace, with the same content.
 * The workspace does not wait for the files.
 */
void
suivi_list_place_find_async (SuiviWorkspace *workspace,
                             const char *review_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->review_id = g_strdup (review_id);
  search->places = read_places ();
  suivi_workspace_run_async (workspace, list_in_worker, search, free_search,
                             (GDestroyNotify) g_ptr_array_unref, cancellable, listed_cb, task);
}

/**
 * suivi_list_place_find_finish:
 * @error: why the workspace could not be read, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): where the list lies; %NULL without @error if nobody knows
 */
char *
suivi_list_place_find_finish (SuiviWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns: (nullable): the checksum of the file, if it is a list that was imported */
static gpointer
check_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Search *search = data;
  g_autoptr (GPtrArray) imports = list_lists (store, NULL, error);
  g_autofree char *checksum = imports != NULL ? dup_checksum (search->path, cancellable) : NULL;

  for (guint i = 0; checksum != NULL && i < imports->len; i++)
    {
      if (g_ascii_strcasecmp (((const SuiviImport *) g_ptr_array_index (imports, i))->sha256, checksum) == 0)
        return g_strdup (((const SuiviImport *) g_ptr_array_index (imports, i))->sha256);
    }

  return NULL;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *path = user_data;
  g_autofree char *sha256 = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);

  if (sha256 != NULL)
    suivi_list_place_remember (sha256, path);
}

/**
 * suivi_list_place_learn:
 * @path: a file that the user chose as the list that was imported
 *
 * Remembers its place if it is that list indeed.
 */
void
suivi_list_place_learn (SuiviWorkspace *workspace, const char *path)
{
  Search *search = g_new0 (Search, 1);

  search->path = g_strdup (path);
  suivi_workspace_run_async (workspace, check_in_worker, search, free_search, g_free, NULL, checked_cb,
                             g_strdup (path));
}
