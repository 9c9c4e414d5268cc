/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/language.h"
#include "store/scorecard-store.h"
#include "store/store-private.h"
#include "store/workspace.h"

struct _SuiviWorkspace
{
  GObject parent_instance;

  GThread *thread;
  GAsyncQueue *jobs; /* of Job; shared with the thread */

  /* What the main thread knows of the store: told by the worker after each job. */
  char *path;
  SuiviReadOnlyReason read_only;
  gint64 sequence;
  char *undo_label;
  char *redo_label;
  GHashTable *grade_labels; /* (owned) (element-type utf8 utf8): by nick; taken the place of, never changed */
};

G_DEFINE_FINAL_TYPE (SuiviWorkspace, suivi_workspace, G_TYPE_OBJECT)

enum
{
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_GRADE_LABELS,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Workers that have not closed their file yet: suivi_workspace_wait_for_all() waits for them. */
static GMutex workers_mutex;
static GCond workers_cond;
static guint n_workers;

typedef struct
{
  SuiviWorkspaceFunc func; /* NULL: close the file and end the thread */
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GTask *task; /* (owned) (nullable) */

  /* Answered by the worker, read by the main thread afterwards. */
  gpointer result;
  GError *error;
  gboolean opened;
  char *path;
  SuiviReadOnlyReason read_only;
  gint64 sequence;
  char *undo_label;
  char *redo_label;
  GHashTable *grade_labels; /* (owned) (nullable): as they are now; NULL: as they were */
} Job;

static void
job_free (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_free (job->path);
  g_free (job->undo_label);
  g_free (job->redo_label);
  g_clear_pointer (&job->grade_labels, g_hash_table_unref);
  g_free (job);
}

static void
take_label (SuiviWorkspace *self, char **label, char **fresh, guint property)
{
  if (g_strcmp0 (*label, *fresh) == 0)
    return;

  g_free (*label);
  *label = g_steal_pointer (fresh);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
differs (gpointer nick, gpointer label, gpointer others)
{
  return g_strcmp0 (label, g_hash_table_lookup (others, nick)) != 0;
}

static void
take_grade_labels (SuiviWorkspace *self, GHashTable *fresh)
{
  if (g_hash_table_size (fresh) == g_hash_table_size (self->grade_labels)
      && g_hash_table_find (fresh, differs, self->grade_labels) == NULL)
    return;

  g_hash_table_unref (self->grade_labels);
  self->grade_labels = g_hash_table_ref (fresh);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GRADE_LABELS]);
}

/* On the thread that asked: first the news about the workspace, then the answer. */
static gboolean
job_done_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);
  SuiviWorkspace *self = g_task_get_source_object (task);

  if (job->opened)
    {
      gboolean changed = self->path != NULL && job->sequence != self->sequence;

      if (self->path == NULL)
        {
          self->path = g_steal_pointer (&job->path);
          self->read_only = job->read_only;
        }
      self->sequence = job->sequence;
      take_label (self, &self->undo_label, &job->undo_label, PROP_UNDO_LABEL);
      take_label (self, &self->redo_label, &job->redo_label, PROP_REDO_LABEL);
      if (job->grade_labels != NULL)
        take_grade_labels (self, job->grade_labels);
      if (changed)
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->result_free);

  return G_SOURCE_REMOVE;
}

static void
answer (Job *job, SuiviStore *store)
{
  GMainContext *context = g_task_get_context (job->task);
  g_autoptr (GSource) source = g_idle_source_new ();

  if (store != NULL)
    {
      job->opened = TRUE;
      job->path = g_strdup (suivi_store_get_path (store));
      job->read_only = suivi_store_get_read_only (store);
      job->sequence = suivi_store_get_sequence (store);
      job->undo_label = g_strdup (suivi_store_get_undo_label (store));
      job->redo_label = g_strdup (suivi_store_get_redo_label (store));
    }
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, job_done_cb, job, (GDestroyNotify) job_free);
  g_source_attach (source, context);
}

typedef struct
{
  char *path;
  gboolean create;
  char *author;
  char *organisation;
} OpenData;

static void
open_data_free (OpenData *data)
{
  g_free (data->path);
  g_free (data->author);
  g_free (data->organisation);
  g_free (data);
}

static SuiviStore *
open_store (OpenData *data, GError **error)
{
  SuiviStore *store
    = data->create ? suivi_store_create (data->path, error) : suivi_store_open (data->path, error);

  if (store != NULL)
    suivi_store_set_author (store, data->author, data->organisation);

  return store;
}

static gpointer
worker_main (gpointer data)
{
  g_autoptr (GAsyncQueue) jobs = data;
  SuiviStore *store = NULL;
  gboolean first = TRUE;
  gint64 labels_sequence = -1; /* of the grade labels that the main thread has */

  for (;;)
    {
      Job *job = g_async_queue_pop (jobs);

      if (job->func == NULL && job->task == NULL)
        {
          job_free (job);
          break;
        }
      if (first)
        {
          store = open_store (job->data, &job->error);
          first = FALSE;
        }
      else
        {
          GCancellable *cancellable = g_task_get_cancellable (job->task);

          if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
            {
              suivi_store_set_cancellable (store, cancellable);
              job->result = job->func (store, job->data, cancellable, &job->error);
              suivi_store_set_cancellable (store, NULL);
            }
        }
      if (store != NULL && suivi_store_get_sequence (store) != labels_sequence)
        {
          /* Without them the pages use the common words: no reason to refuse anything. */
          job->grade_labels = suivi_store_get_grade_labels (store, suivi_language_get (), NULL);
          labels_sequence = suivi_store_get_sequence (store);
        }
      answer (job, store);
    }
  g_clear_pointer (&store, suivi_store_close);

  g_mutex_lock (&workers_mutex);
  n_workers--;
  g_cond_broadcast (&workers_cond);
  g_mutex_unlock (&workers_mutex);

  return NULL;
}

/**
 * suivi_workspace_wait_for_all:
 *
 * Blocks until every closed workspace has let go of its file. To be called once, when the program ends.
 */
void
suivi_workspace_wait_for_all (void)
{
  g_mutex_lock (&workers_mutex);
  while (n_workers > 0)
    g_cond_wait (&workers_cond, &workers_mutex);
  g_mutex_unlock (&workers_mutex);
}

/**
 * suivi_workspace_open_async:
 * @path: the file
 * @create: whether to make a new one
 * @author: (nullable): who works here
 * @organisation: (nullable): of which organisation
 * @cancellable: (nullable): a cancellable
 *
 * Opens or creates a workspace on a thread of its own.
 */
void
suivi_workspace_open_async (const char *path,
                            gboolean create,
                            const char *author,
                            const char *organisation,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (SuiviWorkspace) self = g_object_new (SUIVI_TYPE_WORKSPACE, NULL);
  OpenData *data = NULL;
  Job *job = NULL;

  g_return_if_fail (path != NULL);

  data = g_new0 (OpenData, 1);
  data->path = g_strdup (path);
  data->create = create;
  data->author = g_strdup (author);
  data->organisation = g_strdup (organisation);

  job = g_new0 (Job, 1);
  job->data = data;
  job->data_free = (GDestroyNotify) open_data_free;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, suivi_workspace_open_async);
  g_async_queue_push (self->jobs, job);
}

/**
 * suivi_workspace_open_finish:
 * @error: as suivi_store_open() or suivi_store_create()
 *
 * Returns: (transfer full) (nullable): the workspace, or %NULL
 */
SuiviWorkspace *
suivi_workspace_open_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, suivi_workspace_open_async), NULL);

  g_task_propagate_pointer (task, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_object_ref (g_task_get_source_object (task));
}

/**
 * suivi_workspace_close:
 *
 * Does what was asked before, then closes the file, without waiting for it. Nothing may be asked afterwards.
 * Dropping the last reference does the same.
 */
void
suivi_workspace_close (SuiviWorkspace *self)
{
  g_return_if_fail (SUIVI_IS_WORKSPACE (self));

  if (self->thread == NULL)
    return;

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_clear_pointer (&self->thread, g_thread_unref);
}

/**
 * suivi_workspace_run_async:
 * @func: the work
 * @data: (nullable): handed to @func
 * @data_free: (nullable): frees @data, on the calling thread
 * @result_free: (nullable): frees a result that nobody took
 * @cancellable: (nullable): stops the work, also inside a long query
 *
 * Does something with the workspace's file on its thread. The signal "changed" comes before the answer if the
 * work changed anything.
 */
void
suivi_workspace_run_async (SuiviWorkspace *self,
                           SuiviWorkspaceFunc func,
                           gpointer data,
                           GDestroyNotify data_free,
                           GDestroyNotify result_free,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Job *job = NULL;

  g_return_if_fail (SUIVI_IS_WORKSPACE (self));
  g_return_if_fail (func != NULL);

  if (self->thread == NULL)
    {
      if (data_free != NULL)
        data_free (data);
      g_task_report_new_error (self, callback, user_data, suivi_workspace_run_async, G_IO_ERROR,
                               G_IO_ERROR_CLOSED, "%s", _ ("The workspace is closed."));
      return;
    }

  job = g_new0 (Job, 1);
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, suivi_workspace_run_async);
  g_async_queue_push (self->jobs, job);
}

/**
 * suivi_workspace_run_finish:
 *
 * Returns: (transfer full) (nullable): what the work returned; %NULL with @error set on failure
 */
gpointer
suivi_workspace_run_finish (SuiviWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
undo_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *label = g_strdup (suivi_store_get_undo_label (store));

  return suivi_store_undo (store, error) ? g_steal_pointer (&label) : NULL;
}

static gpointer
redo_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *label = g_strdup (suivi_store_get_redo_label (store));

  return suivi_store_redo (store, error) ? g_steal_pointer (&label) : NULL;
}

/**
 * suivi_workspace_undo_async:
 *
 * Takes the last step back. suivi_workspace_run_finish() gives its name (transfer full, a string).
 */
void
suivi_workspace_undo_async (SuiviWorkspace *self, GAsyncReadyCallback callback, gpointer user_data)
{
  suivi_workspace_run_async (self, undo_work, NULL, NULL, g_free, NULL, callback, user_data);
}

/**
 * suivi_workspace_redo_async:
 *
 * Does again what was undone last. suivi_workspace_run_finish() gives its name (transfer full, a string).
 */
void
suivi_workspace_redo_async (SuiviWorkspace *self, GAsyncReadyCallback callback, gpointer user_data)
{
  suivi_workspace_run_async (self, redo_work, NULL, NULL, g_free, NULL, callback, user_data);
}

static gpointer
set_author_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  char **author = data;

  suivi_store_set_author (store, author[0], author[1]);
  return NULL;
}

/**
 * suivi_workspace_set_author:
 * @name: (nullable): who works here from now on
 * @organisation: (nullable): of which organisation
 */
void
suivi_workspace_set_author (SuiviWorkspace *self, const char *name, const char *organisation)
{
  char **author = g_new0 (char *, 3);

  author[0] = g_strdup (name != NULL ? name : "");
  author[1] = g_strdup (organisation != NULL ? organisation : "");
  suivi_workspace_run_async (self, set_author_work, author, (GDestroyNotify) g_strfreev, NULL, NULL, NULL,
                             NULL);
}

/**
 * suivi_workspace_get_path:
 *
 * Returns: the absolute path of the file
 */
const char *
suivi_workspace_get_path (SuiviWorkspace *self)
{
  return self->path;
}

/**
 * suivi_workspace_get_read_only:
 *
 * Returns: why the workspace can only be read, or %SUIVI_READ_ONLY_NO
 */
SuiviReadOnlyReason
suivi_workspace_get_read_only (SuiviWorkspace *self)
{
  return self->read_only;
}

/**
 * suivi_workspace_get_undo_label:
 *
 * Returns: (nullable): the name of the step that undo would take back
 */
const char *
suivi_workspace_get_undo_label (SuiviWorkspace *self)
{
  return self->undo_label;
}

/**
 * suivi_workspace_get_redo_label:
 *
 * Returns: (nullable): the name of the step that redo would do again
 */
const char *
suivi_workspace_get_redo_label (SuiviWorkspace *self)
{
  return self->redo_label;
}

/**
 * suivi_workspace_get_grade_labels:
 *
 * How the users of the workspace call the grades in the language of the program. They follow each step; a table that was
 * given once stays as it is.
 *
 * Returns: (transfer none) (element-type utf8 utf8): their words, by nick, for suivi_scale_grade_to_label()
 */
GHashTable *
suivi_workspace_get_grade_labels (SuiviWorkspace *self)
{
  g_return_val_if_fail (SUIVI_IS_WORKSPACE (self), NULL);

  return self->grade_labels;
}

static void
suivi_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviWorkspace *self = SUIVI_WORKSPACE (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only != SUIVI_READ_ONLY_NO);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_GRADE_LABELS:
      g_value_set_boxed (value, self->grade_labels);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_workspace_dispose (GObject *object)
{
  suivi_workspace_close (SUIVI_WORKSPACE (object));

  G_OBJECT_CLASS (suivi_workspace_parent_class)->dispose (object);
}

static void
suivi_workspace_finalize (GObject *object)
{
  SuiviWorkspace *self = SUIVI_WORKSPACE (object);

  g_async_queue_unref (self->jobs);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_hash_table_unref (self->grade_labels);

  G_OBJECT_CLASS (suivi_workspace_parent_class)->finalize (object);
}

static void
suivi_workspace_class_init (SuiviWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = suivi_workspace_get_property;
  object_class->dispose = suivi_workspace_dispose;
  object_class->finalize = suivi_workspace_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_GRADE_LABELS] = g_param_spec_boxed ("grade-labels", NULL, NULL, G_TYPE_HASH_TABLE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SuiviWorkspace::changed:
   *
   * Something in the workspace is different now. Emitted where the work was asked for, before its answer.
   */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", SUIVI_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_workspace_init (SuiviWorkspace *self)
{
  self->jobs = g_async_queue_new ();
  self->grade_labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_mutex_lock (&workers_mutex);
  n_workers++;
  g_mutex_unlock (&workers_mutex);
  self->thread = g_thread_new ("suivi-workspace", worker_main, g_async_queue_ref (self->jobs));
}
