/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file of drafts holds, read from the workspace. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/drafting/sentence.h"
#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/drafts-private.h"

static void
entry_free (SuiviDraftsEntry *self)
{
  g_clear_pointer (&self->draft, suivi_draft_free);
  g_clear_pointer (&self->analysis, suivi_analysis_unref);
  g_clear_pointer (&self->outcome, suivi_recommendation_unref);
  g_clear_pointer (&self->outcome_review, suivi_review_free);
  g_clear_pointer (&self->backings, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}

static void
issue_free (SuiviDraftsIssue *self)
{
  g_clear_pointer (&self->priority, suivi_priority_free);
  g_clear_pointer (&self->backings, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDraftsEntry, entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDraftsIssue, issue_free)

/* Everything that is the same for all drafts of a file. */
typedef struct
{
  SuiviStore *store;
  GHashTable *wanted; /* keys of drafts that were not met yet; NULL: all drafts are wanted */
  GPtrArray *reviews;
  const char *day;
} Reading;

static gboolean
is_wanted (Reading *reading, SuiviDraft *draft)
{
  return reading->wanted == NULL || g_hash_table_remove (reading->wanted, draft->id);
}

/* An output or an earlier recommendation that the workspace has says itself where it stands. */
static gboolean
complete_backing (SuiviBacking *backing, SuiviStore *store, GError **error)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (GError) failure = NULL;

  if (backing->recommendation_id == NULL || !suivi_text_is_blank (backing->reference))
    return TRUE;

  recommendation = suivi_store_get_recommendation (store, backing->recommendation_id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (recommendation != NULL)
    {
      const char *symbol = recommendation->symbol != NULL ? recommendation->symbol : "";

      g_free (backing->reference);
      /* Translators: where something stands in a document of the United Nations: its symbol and the number of the
       * paragraph */
      backing->reference = g_strstrip (g_strdup_printf (_ ("%s %s"), symbol, recommendation->number));
    }

  return TRUE;
}

/* In the order of #SuiviBackingKind, in which every format tells them. */
static GPtrArray *
list_backings (SuiviStore *store, const char *priority_id, const char *draft_id, GError **error)
{
  g_autoptr (GPtrArray) found = suivi_store_list_backings (store, priority_id, draft_id, error);
  g_autoptr (GPtrArray) backings = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_backing_free);

  if (found == NULL)
    return NULL;

  for (SuiviBackingKind kind = 0; kind < SUIVI_N_BACKING_KINDS; kind++)
    {
      for (guint i = 0; i < found->len; i++)
        {
          SuiviBacking *backing = g_ptr_array_index (found, i);

          if (backing->kind != kind)
            continue;
          if (!complete_backing (backing, store, error))
            return NULL;
          g_ptr_array_add (backings, suivi_backing_copy (backing));
        }
    }

  return g_steal_pointer (&backings);
}

/* As the page of a draft counts: what shows the problem, not what others asked for or what States promised. */
static guint
count_evidence (GPtrArray *backings)
{
  guint count = 0;

  for (guint i = 0; i < backings->len; i++)
    {
      const SuiviBacking *backing = g_ptr_array_index (backings, i);

      count += backing->kind == SUIVI_BACKING_EVIDENCE || backing->kind == SUIVI_BACKING_OUTPUT;
    }

  return count;
}

/* Only in the languages that the rules were written for: in another one, every judgement would be wrong. */
static gboolean
can_be_analysed (const SuiviDraft *draft)
{
  return !suivi_text_is_blank (draft->text) && g_strv_contains (suivi_analysis_languages (), draft->language);
}

static void
analyse (Reading *reading, SuiviDraftsEntry *entry, const char *state)
{
  g_autofree char *next_review = suivi_next_review_date_after (state, reading->day);
  SuiviSupport support = { 0 };

  if (!can_be_analysed (entry->draft))
    return;

  support.has_means = !suivi_text_is_blank (entry->draft->means);
  support.n_evidence = count_evidence (entry->backings);
  support.next_review = next_review;
  support.today = reading->day;
  entry->analysis = suivi_analysis_new (entry->draft->text, entry->draft->language, &support);
}

static gboolean
read_outcome (Reading *reading, SuiviDraftsEntry *entry, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (entry->draft->recommendation_id == NULL)
    return TRUE;

  entry->outcome = suivi_store_get_recommendation (reading->store, entry->draft->recommendation_id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; entry->outcome != NULL && i < reading->reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reading->reviews, i);

      if (g_strcmp0 (review->id, entry->outcome->review_id) == 0)
        entry->outcome_review = suivi_review_copy (review);
    }

  return TRUE;
}

static SuiviDraftsEntry *
read_entry (Reading *reading, SuiviPriority *priority, SuiviDraft *draft, GError **error)
{
  g_autoptr (SuiviDraftsEntry) entry = g_new0 (SuiviDraftsEntry, 1);

  entry->draft = suivi_draft_copy (draft);
  entry->backings = list_backings (reading->store, priority->id, draft->id, error);
  if (entry->backings == NULL)
    return NULL;
  entry->requests = suivi_store_list_requests (reading->store, draft->id, error);
  if (entry->requests == NULL)
    return NULL;
  entry->translations = suivi_store_list_translations (reading->store, draft->id, error);
  if (entry->translations == NULL)
    return NULL;
  if (!read_outcome (reading, entry, error))
    return NULL;
  analyse (reading, entry, priority->state);

  return g_steal_pointer (&entry);
}

/* The issue with those of its drafts that are wanted: perhaps none. */
static SuiviDraftsIssue *
read_issue (Reading *reading, SuiviPriority *priority, GError **error)
{
  g_autoptr (SuiviDraftsIssue) issue = g_new0 (SuiviDraftsIssue, 1);
  g_autoptr (GPtrArray) drafts = suivi_store_list_drafts (reading->store, priority->id, error);

  if (drafts == NULL)
    return NULL;

  issue->priority = suivi_priority_copy (priority);
  issue->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  for (guint i = 0; i < drafts->len; i++)
    {
      SuiviDraft *draft = g_ptr_array_index (drafts, i);
      SuiviDraftsEntry *entry = NULL;

      if (!is_wanted (reading, draft))
        continue;
      entry = read_entry (reading, priority, draft, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (issue->entries, entry);
    }
  if (issue->entries->len > 0)
    {
      issue->backings = list_backings (reading->store, priority->id, NULL, error);
      if (issue->backings == NULL)
        return NULL;
    }

  return g_steal_pointer (&issue);
}

static gboolean
read_issues (Reading *reading, SuiviDraftsContent *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) priorities = suivi_store_list_priorities (reading->store, NULL, error);

  for (guint i = 0; priorities != NULL && i < priorities->len; i++)
    {
      SuiviDraftsIssue *issue = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      issue = read_issue (reading, g_ptr_array_index (priorities, i), error);
      if (issue == NULL)
        return FALSE;
      if (issue->entries->len > 0)
        g_ptr_array_add (self->issues, issue);
      else
        issue_free (issue);
    }

  return priorities != NULL;
}

static void
count (SuiviDraftsContent *self)
{
  const char *state = NULL;

  for (guint i = 0; i < self->issues->len; i++)
    {
      SuiviDraftsIssue *issue = g_ptr_array_index (self->issues, i);

      self->n_states += g_strcmp0 (state, issue->priority->state) != 0;
      state = issue->priority->state;
      for (guint j = 0; j < issue->entries->len; j++)
        {
          SuiviDraftsEntry *entry = g_ptr_array_index (issue->entries, j);

          entry->number = ++self->n_drafts;
        }
    }
}

static char *
make_title (SuiviDraftsContent *self)
{
  const SuiviDraftsIssue *first = g_ptr_array_index (self->issues, 0);

  if (self->n_states > 1)
    return g_strdup (_ ("Draft recommendations"));

  /* Translators: %s is the State under review */
  return g_strdup_printf (_ ("Draft recommendations to %s"), suivi_state_get_name (first->priority->state));
}

/* The day of the last step: all that the workspace says of time. */
static gboolean
read_day (SuiviStore *store, char **day, GError **error)
{
  g_autoptr (GPtrArray) history = suivi_store_list_history (store, 1, error);

  if (history == NULL)
    return FALSE;
  if (history->len > 0)
    {
      const SuiviHistoryEntry *last = g_ptr_array_index (history, 0);

      *day = strlen (last->at) >= 10 ? g_strndup (last->at, 10) : NULL;
    }

  return TRUE;
}

static GHashTable *
collect_ids (const char *const *draft_ids)
{
  GHashTable *wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; draft_ids[i] != NULL; i++)
    g_hash_table_add (wanted, (char *) draft_ids[i]);

  return wanted;
}

/**
 * suivi_drafts_content_new:
 * @draft_ids: (nullable): keys of drafts; %NULL: all
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR (INVALID: there is none; NOT_FOUND: one is not there) or of
 * %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the drafts in the order of the workspace
 */
SuiviDraftsContent *
suivi_drafts_content_new (SuiviStore *store,
                          const char *const *draft_ids,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (SuiviDraftsContent) self = g_new0 (SuiviDraftsContent, 1);
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  Reading reading = { 0 };

  if (draft_ids != NULL && draft_ids[0] == NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                           _ ("No draft was chosen, so nothing was written. Choose at least one."));
      return NULL;
    }

  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) issue_free);
  if (!read_day (store, &self->day, error))
    return NULL;
  reviews = suivi_store_list_reviews (store, error);
  if (reviews == NULL)
    return NULL;
  wanted = draft_ids != NULL ? collect_ids (draft_ids) : NULL;

  reading.store = store;
  reading.wanted = wanted;
  reading.reviews = reviews;
  reading.day = self->day;
  if (!read_issues (&reading, self, cancellable, error))
    return NULL;
  if (wanted != NULL && g_hash_table_size (wanted) > 0)
    {
      g_set_error_literal (
        error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
        _ ("Nothing was written: one of the drafts is not in the workspace. It may have been "
           "deleted; choose again."));
      return NULL;
    }
  if (self->issues->len == 0)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                           _ ("There is no draft yet, so nothing was written. Write one first."));
      return NULL;
    }

  count (self);
  self->title = make_title (self);

  return g_steal_pointer (&self);
}

/**
 * suivi_drafts_content_free:
 * @self: (nullable) (transfer full): a content
 */
void
suivi_drafts_content_free (SuiviDraftsContent *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->day);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_free (self);
}
