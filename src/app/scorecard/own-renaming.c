/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/own-renaming.h"

#include "app/settings.h"
#include "core/scorecard/organisation.h"

#define DATA_KEY "suivi-own-renamings"

/* How far back it is looked for what was undone: every change is looked at, and nobody makes as many at once. */
#define N_ENTRIES 100

typedef struct
{
  gint64 sequence; /* of the step in the history */
  char *from;
  char *to;
  gboolean undone;
} Renaming;

/* Those of a workspace, which owns them. */
typedef struct
{
  GPtrArray *all; /* (element-type Renaming) */
  gint64 told;    /* the last entry of the history that was looked at */
} Renamings;

static void
free_renaming (gpointer data)
{
  Renaming *renaming = data;

  g_free (renaming->from);
  g_free (renaming->to);
  g_free (renaming);
}

static void
free_renamings (gpointer data)
{
  Renamings *renamings = data;

  g_ptr_array_unref (renamings->all);
  g_free (renamings);
}

/* The name in the Preferences is only touched as long as it is the one that the step made it. */
static void
rename_own (const char *from, const char *to)
{
  g_autofree char *own = suivi_settings_dup_organisation ();

  if (suivi_organisation_is_same (own, from))
    g_settings_set_string (suivi_settings_get_default (), "organisation", to);
}

static void
take_entry (Renaming *renaming, const SuiviHistoryEntry *entry)
{
  const gboolean undone = g_str_equal (entry->kind, "undo");

  if (entry->target != renaming->sequence || undone == renaming->undone)
    return;

  renaming->undone = undone;
  if (undone)
    rename_own (renaming->to, renaming->from);
  else
    rename_own (renaming->from, renaming->to);
}

static gpointer
read_history (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_history (store, N_ENTRIES, error);
}

/* The entries are told in the order in which they were made: a name may have had others before it. What was told before
 * is not news. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) entries = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);
  Renamings *renamings = g_object_get_data (source, DATA_KEY);

  for (guint i = entries != NULL ? entries->len : 0; i > 0; i--)
    {
      const SuiviHistoryEntry *entry = g_ptr_array_index (entries, i - 1);

      if (entry->sequence <= renamings->told)
        continue;
      renamings->told = entry->sequence;
      for (guint j = 0; j < renamings->all->len; j++)
        take_entry (g_ptr_array_index (renamings->all, j), entry);
    }
}

static void
changed_cb (SuiviWorkspace *workspace)
{
  suivi_workspace_run_async (workspace, read_history, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                             read_cb, NULL);
}

/**
 * suivi_own_renaming_follow:
 * @workspace: in which an organisation got another name
 * @sequence: of that step in the history
 * @from: what it was called
 * @to: what it is called now
 *
 * If it is the organisation for which the person at this computer works, the Preferences say its new name, and its old one
 * when the step is undone, as long as the workspace is open. A name that was typed there meanwhile stays.
 */
void
suivi_own_renaming_follow (SuiviWorkspace *workspace, gint64 sequence, const char *from, const char *to)
{
  g_autofree char *own = suivi_settings_dup_organisation ();
  Renamings *renamings = g_object_get_data (G_OBJECT (workspace), DATA_KEY);
  Renaming *renaming = NULL;

  if (*from == '\0' || !suivi_organisation_is_same (from, own))
    return;

  if (renamings == NULL)
    {
      renamings = g_new0 (Renamings, 1);
      renamings->all = g_ptr_array_new_with_free_func (free_renaming);
      g_object_set_data_full (G_OBJECT (workspace), DATA_KEY, renamings, free_renamings);
      g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), NULL);
    }
  renaming = g_new0 (Renaming, 1);
  renaming->sequence = sequence;
  renaming->from = g_strdup (own);
  renaming->to = g_strdup (to);
  g_ptr_array_add (renamings->all, renaming);
  rename_own (from, to);
}
