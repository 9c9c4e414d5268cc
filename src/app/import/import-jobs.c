/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/import-jobs.h"

#include <glib/gstdio.h>

#include "exchange/import.h"

/* Tasks here have no window as their source: a working thread may be the last to let go of a task, and a
 * window must not be freed there. */

typedef struct
{
  char *path;
  SuiviImportOptions *options;
} Reading;

typedef struct
{
  SuiviImportPlan *plan;
  GPtrArray *groups;
  SuiviProgress *progress;
} Work;

typedef struct
{
  SuiviImportPlan *plan;
  char *path;
} Writing;

static void
free_reading (Reading *reading)
{
  g_free (reading->path);
  suivi_import_options_free (reading->options);
  g_free (reading);
}

static Work *
new_work (SuiviImportPlan *plan, GPtrArray *groups, SuiviProgress *progress)
{
  Work *work = g_new0 (Work, 1);

  work->plan = g_object_ref (plan);
  work->groups = groups != NULL ? g_ptr_array_ref (groups) : NULL;
  work->progress = suivi_progress_ref (progress);
  return work;
}

static void
free_work (Work *work)
{
  g_object_unref (work->plan);
  g_clear_pointer (&work->groups, g_ptr_array_unref);
  suivi_progress_unref (work->progress);
  g_free (work);
}

static void
free_writing (Writing *writing)
{
  g_object_unref (writing->plan);
  g_free (writing->path);
  g_free (writing);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  SuiviImportPlan *plan = suivi_import_read_file (reading->path, reading->options, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * suivi_import_read_async:
 * @path: a file, in the encoding of file names
 * @options: what the user said about it
 * @cancellable: to stop reading
 * @callback: calls suivi_import_read_finish()
 *
 * Reads a file on a thread of its own.
 */
void
suivi_import_read_async (const char *path,
                         const SuiviImportOptions *options,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = NULL;

  g_return_if_fail (path != NULL);
  g_return_if_fail (options != NULL);

  reading = g_new0 (Reading, 1);
  reading->path = g_strdup (path);
  reading->options = suivi_import_options_copy (options);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, suivi_import_read_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * suivi_import_read_finish:
 * @error: return location of a #SuiviImportError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the plan
 */
SuiviImportPlan *
suivi_import_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
list_states_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);
  g_autoptr (GStrvBuilder) builder = NULL;

  if (reviews == NULL)
    return NULL;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < reviews->len; i++)
    g_strv_builder_add (builder, ((const SuiviReview *) g_ptr_array_index (reviews, i))->state);
  return g_strv_builder_end (builder);
}

/**
 * suivi_import_list_states_async:
 * @workspace: a workspace
 * @cancellable: to stop it
 * @callback: calls suivi_workspace_run_finish(), which gives a %NULL-terminated array of ISO 3166-1 alpha-3
 *   codes, to be freed with g_strfreev()
 *
 * Asks which States the reviews of a workspace are about.
 */
void
suivi_import_list_states_async (SuiviWorkspace *workspace,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  suivi_workspace_run_async (workspace, list_states_in_worker, NULL, NULL, (GDestroyNotify) g_strfreev,
                             cancellable, callback, user_data);
}

static gpointer
compare_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  for (guint i = 0; i < work->groups->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (work->groups, i);

      suivi_import_plan_set_group_included (work->plan, group->state, group->session, group->included);
    }
  suivi_import_plan_compare (work->plan, store, work->progress, cancellable, error);
  return NULL;
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  compare_in_worker (NULL, task_data, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * suivi_import_compare_async:
 * @plan: a plan
 * @groups: (element-type SuiviPlanGroup): its groups, with what the user wants of them
 * @workspace: (nullable): the workspace that it would go into; %NULL: one that is still to be made
 * @progress: is told how far it is
 * @cancellable: to stop it
 * @callback: calls suivi_import_compare_finish()
 *
 * Holds a plan against a workspace, on the thread of the workspace.
 */
void
suivi_import_compare_async (SuiviImportPlan *plan,
                            GPtrArray *groups,
                            SuiviWorkspace *workspace,
                            SuiviProgress *progress,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (plan));
  g_return_if_fail (groups != NULL);
  g_return_if_fail (progress != NULL);

  if (workspace == NULL)
    {
      g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

      g_task_set_source_tag (task, suivi_import_compare_async);
      g_task_set_task_data (task, new_work (plan, groups, progress), (GDestroyNotify) free_work);
      g_task_run_in_thread (task, compare_in_thread);
      return;
    }
  suivi_workspace_run_async (workspace, compare_in_worker, new_work (plan, groups, progress),
                             (GDestroyNotify) free_work, NULL, cancellable, callback, user_data);
}

/**
 * suivi_import_compare_finish:
 * @source: (nullable): the source of the callback
 * @error: return location of an error of suivi_import_plan_compare()
 *
 * Returns: whether the plan can be shown
 */
gboolean
suivi_import_compare_finish (GObject *source, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (source == NULL)
    return g_task_propagate_boolean (G_TASK (result), error);

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gpointer
apply_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  SuiviTablePreview *preview = NULL;

  if (!suivi_import_plan_apply (work->plan, store, work->progress, cancellable, error))
    return NULL;

  /* What served once is proposed for the next table with these headers. */
  preview = suivi_import_plan_get_preview (work->plan);
  if (preview != NULL && preview->mapping != NULL
      && g_strcmp0 (suivi_import_plan_get_format (work->plan), "table") == 0)
    suivi_table_mapping_remember (preview->mapping, (const char *const *) preview->headers);
  return NULL;
}

/**
 * suivi_import_apply_async:
 * @plan: a plan that was compared with @workspace
 * @workspace: where to write
 * @progress: is told how far it is
 * @cancellable: to stop it; nothing is written then
 * @callback: calls suivi_workspace_run_finish()
 *
 * Carries a plan out, on the thread of the workspace.
 */
void
suivi_import_apply_async (SuiviImportPlan *plan,
                          SuiviWorkspace *workspace,
                          SuiviProgress *progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (plan));
  g_return_if_fail (progress != NULL);

  suivi_workspace_run_async (workspace, apply_in_worker, new_work (plan, NULL, progress),
                             (GDestroyNotify) free_work, NULL, cancellable, callback, user_data);
}

/* Its file goes while it is still open, which Unix allows: nobody can open it in between. */
static gpointer
discard_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  if (suivi_store_get_sequence (store) > 0)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (suivi_store_get_path (store), suffixes[i], NULL);

      g_unlink (path);
    }
  return NULL;
}

/**
 * suivi_import_discard:
 * @workspace: a workspace that was made for an import
 *
 * Closes the workspace and deletes its file, unless something was written to it.
 */
void
suivi_import_discard (SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_WORKSPACE (workspace));

  suivi_workspace_run_async (workspace, discard_in_worker, NULL, NULL, NULL, NULL, NULL, NULL);
  suivi_workspace_close (workspace);
}

static void
write_faults_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Writing *writing = task_data;
  GError *error = NULL;

  if (suivi_import_plan_write_faults (writing->plan, writing->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * suivi_import_write_faults_async:
 * @plan: a plan
 * @path: where to
 * @callback: calls suivi_import_write_faults_finish()
 *
 * Writes what needs attention into a CSV file, on a thread of its own.
 */
void
suivi_import_write_faults_async (SuiviImportPlan *plan,
                                 const char *path,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Writing *writing = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (plan));
  g_return_if_fail (path != NULL);

  writing = g_new0 (Writing, 1);
  writing->plan = g_object_ref (plan);
  writing->path = g_strdup (path);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, suivi_import_write_faults_async);
  g_task_set_task_data (task, writing, (GDestroyNotify) free_writing);
  g_task_run_in_thread (task, write_faults_in_thread);
}

/**
 * suivi_import_write_faults_finish:
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
suivi_import_write_faults_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
