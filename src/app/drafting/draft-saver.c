/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-saver.h"

#include <glib/gi18n-lib.h>

/* Who stops typing for so long has finished a thought. */
#define IDLE_MS 1500

struct _SuiviDraftSaver
{
  GObject parent_instance;

  SuiviWorkspace *workspace; /* (owned) */
  GHashTable *unsaved;       /* (owned): key of a draft → Unsaved */
  guint timeout;
  guint n_saving;
};

G_DEFINE_FINAL_TYPE (SuiviDraftSaver, suivi_draft_saver, G_TYPE_OBJECT)

enum
{
  SIGNAL_SAVED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SuiviDraft *draft; /* (owned): as it should be */
  SuiviDraftFields fields;
  guint version; /* counts the changes, so that what is typed during saving is not taken for saved */
  guint asked;   /* the version that the workspace was asked to save, 0 for none */
} Unsaved;

static void
free_unsaved (gpointer data)
{
  Unsaved *unsaved = data;

  suivi_draft_free (unsaved->draft);
  g_free (unsaved);
}

/* What was asked of the workspace, and by whom. */
typedef struct
{
  SuiviDraftSaver *self; /* (owned) */
  char *id;
  guint version;
} Request;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (SuiviDraftSaver) self = request->self;
  g_autofree char *id = request->id;
  g_autoptr (GError) error = NULL;
  Unsaved *unsaved = g_hash_table_lookup (self->unsaved, id);
  guint version = request->version;

  g_free (request);
  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  self->n_saving--;
  if (unsaved != NULL)
    {
      if (error == NULL && unsaved->version == version)
        g_hash_table_remove (self->unsaved, id);
      else if (error != NULL && unsaved->asked == version)
        unsaved->asked = 0;
    }

  if (error == NULL)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
save (SuiviDraftSaver *self, Unsaved *unsaved)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->id = g_strdup (unsaved->draft->id);
  request->version = unsaved->version;
  unsaved->asked = unsaved->version;
  self->n_saving++;
  /* Translators: name of a step that can be undone */
  suivi_draft_change_async (self->workspace, _ ("Change draft"), unsaved->draft, unsaved->fields, saved_cb,
                            request);
}

static gboolean
idle_cb (gpointer user_data)
{
  SuiviDraftSaver *self = user_data;

  self->timeout = 0;
  suivi_draft_saver_flush (self);

  return G_SOURCE_REMOVE;
}

static void
suivi_draft_saver_dispose (GObject *object)
{
  SuiviDraftSaver *self = SUIVI_DRAFT_SAVER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_draft_saver_parent_class)->dispose (object);
}

static void
suivi_draft_saver_finalize (GObject *object)
{
  g_hash_table_unref (SUIVI_DRAFT_SAVER (object)->unsaved);

  G_OBJECT_CLASS (suivi_draft_saver_parent_class)->finalize (object);
}

static void
suivi_draft_saver_class_init (SuiviDraftSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_draft_saver_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_draft_saver_finalize;

  signals[SIGNAL_SAVED]
    = g_signal_new ("saved", SUIVI_TYPE_DRAFT_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_DRAFT_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
suivi_draft_saver_init (SuiviDraftSaver *self)
{
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_unsaved);
}

/**
 * suivi_draft_saver_new:
 * @workspace: where drafts are kept
 *
 * Returns: (transfer full): a saver; it lives on while it saves
 */
SuiviDraftSaver *
suivi_draft_saver_new (SuiviWorkspace *workspace)
{
  SuiviDraftSaver *self = g_object_new (SUIVI_TYPE_DRAFT_SAVER, NULL);

  self->workspace = g_object_ref (workspace);

  return self;
}

/**
 * suivi_draft_saver_change:
 * @draft: a draft as it should be
 * @fields: what of it was changed
 *
 * Remembers the change and saves it when nothing more comes for one and a half seconds.
 */
void
suivi_draft_saver_change (SuiviDraftSaver *self, SuiviDraft *draft, SuiviDraftFields fields)
{
  Unsaved *unsaved = NULL;

  g_return_if_fail (SUIVI_IS_DRAFT_SAVER (self));
  g_return_if_fail (draft != NULL);

  unsaved = g_hash_table_lookup (self->unsaved, draft->id);
  if (unsaved == NULL)
    {
      unsaved = g_new0 (Unsaved, 1);
      unsaved->draft = suivi_draft_copy (draft);
      g_hash_table_insert (self->unsaved, g_strdup (draft->id), unsaved);
    }
  suivi_draft_take_fields (unsaved->draft, draft, fields);
  unsaved->fields |= fields;
  unsaved->version++;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (IDLE_MS, idle_cb, self);
}

/**
 * suivi_draft_saver_flush:
 *
 * Saves what is not saved yet, now. The workspace does what is asked of it in that order: whatever is asked afterwards
 * finds it saved.
 */
void
suivi_draft_saver_flush (SuiviDraftSaver *self)
{
  GHashTableIter iter;
  Unsaved *unsaved = NULL;

  g_return_if_fail (SUIVI_IS_DRAFT_SAVER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_hash_table_iter_init (&iter, self->unsaved);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &unsaved))
    {
      if (unsaved->asked != unsaved->version)
        save (self, unsaved);
    }
}

/**
 * suivi_draft_saver_forget:
 * @draft_id: key of a draft
 *
 * Gives up what was typed into it.
 */
void
suivi_draft_saver_forget (SuiviDraftSaver *self, const char *draft_id)
{
  g_return_if_fail (SUIVI_IS_DRAFT_SAVER (self));

  g_hash_table_remove (self->unsaved, draft_id);
}

/**
 * suivi_draft_saver_lookup:
 * @draft_id: key of a draft
 * @fields: (out): what of it is not saved
 *
 * Returns: (transfer none) (nullable): the draft as it should be; %NULL if all of it is saved
 */
SuiviDraft *
suivi_draft_saver_lookup (SuiviDraftSaver *self, const char *draft_id, SuiviDraftFields *fields)
{
  Unsaved *unsaved = NULL;

  g_return_val_if_fail (SUIVI_IS_DRAFT_SAVER (self), NULL);

  unsaved = g_hash_table_lookup (self->unsaved, draft_id);
  if (unsaved == NULL)
    return NULL;

  *fields = unsaved->fields;

  return unsaved->draft;
}

/**
 * suivi_draft_saver_count:
 *
 * Returns: how many drafts have words that the workspace does not have yet
 */
guint
suivi_draft_saver_count (SuiviDraftSaver *self)
{
  g_return_val_if_fail (SUIVI_IS_DRAFT_SAVER (self), 0);

  return g_hash_table_size (self->unsaved);
}

/**
 * suivi_draft_saver_is_saving:
 *
 * Returns: whether the workspace was asked to save and has not answered yet
 */
gboolean
suivi_draft_saver_is_saving (SuiviDraftSaver *self)
{
  g_return_val_if_fail (SUIVI_IS_DRAFT_SAVER (self), FALSE);

  return self->n_saving > 0;
}
