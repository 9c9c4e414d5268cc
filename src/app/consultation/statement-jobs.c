/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/statement-jobs.h"

#include <glib/gi18n-lib.h>

#include "app/review/recommendation-words.h"

/* How much of a draft is shown where it only has to be recognised, in characters. */
#define MAX_TITLE 80

/* Reading the statements */

/* Never fails because of one target: what cannot be read is simply "something". */
static char *
describe_target (SuiviStore *store, const SuiviStatementUse *use)
{
  g_autoptr (SuiviPriority) priority = NULL;
  g_autoptr (SuiviDraft) draft = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autofree char *title = NULL;

  if (use->priority_id != NULL)
    priority = suivi_store_get_priority (store, use->priority_id, NULL);
  else if (use->draft_id != NULL)
    draft = suivi_store_get_draft (store, use->draft_id, NULL);
  else if (use->recommendation_id != NULL)
    recommendation = suivi_store_get_recommendation (store, use->recommendation_id, NULL);

  if (priority != NULL)
    /* Translators: what the words of a child are used for; %s is the title of an issue */
    return g_strdup_printf (_ ("Issue: %s"), priority->title);
  if (draft != NULL)
    {
      title = g_utf8_strlen (draft->text, -1) > MAX_TITLE ? g_utf8_substring (draft->text, 0, MAX_TITLE - 1)
                                                          : g_strdup (draft->text);
      /* Translators: what the words of a child are used for; %s is the beginning of a draft */
      return g_strdup_printf (g_utf8_strlen (draft->text, -1) > MAX_TITLE ? _ ("Draft: %s…")
                                                                          : _ ("Draft: %s"),
                              title);
    }
  if (recommendation != NULL)
    {
      title = suivi_recommendation_to_title (recommendation, NULL);
      /* Translators: what the words of a child are used for; %s is the number of a recommendation */
      return g_strdup_printf (_ ("Recommendation %s"), title);
    }

  return g_strdup (_ ("Something that is no longer there"));
}

static void
describe_targets (SuiviStore *store, GPtrArray *uses, GHashTable *targets)
{
  for (guint i = 0; i < uses->len; i++)
    {
      const SuiviStatementUse *use = g_ptr_array_index (uses, i);

      g_hash_table_insert (targets, g_strdup (use->id), describe_target (store, use));
    }
}

static gpointer
load_list (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) statements = suivi_store_list_statements (store, data, SUIVI_USE_RECORD, error);
  SuiviStatementList *self = NULL;

  if (statements == NULL)
    return NULL;

  self = g_new0 (SuiviStatementList, 1);
  self->today = suivi_store_get_today (store);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->statements = g_ptr_array_new_full (statements->len, (GDestroyNotify) suivi_allowed_statement_free);
  while (statements->len > 0)
    {
      SuiviAllowedStatement *statement = g_ptr_array_steal_index (statements, statements->len - 1);

      describe_targets (store, statement->uses, self->targets);
      g_ptr_array_add (self->statements, statement);
    }

  return self;
}

/**
 * suivi_statement_list_load_async:
 * @consultation_id: key of a consultation
 *
 * Reads the statements. The answer of suivi_workspace_run_finish() is a #SuiviStatementList.
 */
void
suivi_statement_list_load_async (SuiviWorkspace *workspace,
                                 const char *consultation_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  suivi_workspace_run_async (workspace, load_list, g_strdup (consultation_id), g_free,
                             (GDestroyNotify) suivi_statement_list_free, cancellable, callback, user_data);
}

/**
 * suivi_statement_list_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_statement_list_free (SuiviStatementList *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->statements);
  g_hash_table_unref (self->targets);
  g_free (self->today);
  g_free (self);
}

/* What statements can be tied to */

static gboolean
add_drafts (SuiviStore *store, SuiviUseTargets *self, GError **error)
{
  for (guint i = 0; i < self->priorities->len; i++)
    {
      SuiviPriority *priority = g_ptr_array_index (self->priorities, i);
      g_autoptr (GPtrArray) drafts = suivi_store_list_drafts (store, priority->id, error);

      if (drafts == NULL)
        return FALSE;
      for (guint k = 0; k < drafts->len; k++)
        g_ptr_array_add (self->drafts, suivi_draft_copy (g_ptr_array_index (drafts, k)));
    }

  return TRUE;
}

static gpointer
load_targets (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviUseTargets) self = g_new0 (SuiviUseTargets, 1);
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  if (reviews == NULL)
    return NULL;
  self->priorities = suivi_store_list_priorities (store, data, error);
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_draft_free);
  if (self->priorities == NULL || !add_drafts (store, self, error))
    return NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_strcmp0 (review->state, data) == 0)
        g_strv_builder_add (keys, review->id);
    }
  self->reviews = g_strv_builder_end (keys);

  return g_steal_pointer (&self);
}

/**
 * suivi_use_targets_load_async:
 * @state: the State of the consultation, ISO 3166-1 alpha-3
 *
 * Reads what a statement can be tied to. The answer of suivi_workspace_run_finish() is a #SuiviUseTargets.
 */
void
suivi_use_targets_load_async (SuiviWorkspace *workspace,
                              const char *state,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  suivi_workspace_run_async (workspace, load_targets, g_strdup (state), g_free,
                             (GDestroyNotify) suivi_use_targets_free, cancellable, callback, user_data);
}

/**
 * suivi_use_targets_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_use_targets_free (SuiviUseTargets *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_strfreev (self->reviews);
  g_free (self);
}

/**
 * suivi_statement_find_fault:
 * @words: what was typed, without space around it
 *
 * Returns: (transfer none) (nullable): a sentence that says why these words cannot be a statement
 */
const char *
suivi_statement_find_fault (const char *words)
{
  if (words[0] == '\0')
    return _ ("There are no words. Write down what the child said, or what the drawing shows.");
  if (g_utf8_strlen (words, -1) > SUIVI_MAX_STATEMENT_LENGTH)
    return _ ("This is too long for one statement. Make several of it, each about one thing.");

  return NULL;
}

/* Steps */

/* One behind the last. */
static gboolean
find_place (SuiviStore *store, SuiviStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) others
             = suivi_store_list_statements (store, statement->consultation_id, SUIVI_USE_RECORD, error);

  if (others == NULL)
    return FALSE;

  statement->place = 1;
  for (guint i = 0; i < others->len; i++)
    {
      const SuiviAllowedStatement *other = g_ptr_array_index (others, i);

      statement->place = MAX (statement->place, other->statement->place + 1);
    }

  return TRUE;
}

/**
 * suivi_statement_put:
 * @record: a #SuiviStatement; if it has no place yet, it is put behind the others
 *
 * A #SuiviStepPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_statement_put (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  SuiviStatement *statement = record;

  if (statement->place == 0 && !find_place (store, statement, error))
    return FALSE;

  return suivi_transaction_put_statement (transaction, statement, error);
}

/**
 * suivi_statement_use_put:
 * @record: a #SuiviStatementUse
 *
 * A #SuiviStepPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_statement_use_put (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_statement_use (transaction, record, error);
}
