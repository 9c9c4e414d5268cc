/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/draft-jobs.h"
#include "core/drafting/sentence.h"

/* What the page reads of the workspace, and the steps that it makes. */

/* ---- The board ---- */

static void
free_issue (SuiviIssue *issue)
{
  suivi_priority_free (issue->priority);
  g_clear_pointer (&issue->drafts, g_ptr_array_unref);
  g_free (issue);
}

/**
 * suivi_draft_board_free:
 * @self: (nullable) (transfer full): a board
 */
void
suivi_draft_board_free (SuiviDraftBoard *self)
{
  if (self == NULL)
    return;

  g_free (self->state);
  g_free (self->next_review);
  g_ptr_array_unref (self->issues);
  g_free (self);
}

/**
 * suivi_draft_board_find_issue:
 * @id: (nullable): key of an issue
 *
 * Returns: (transfer none) (nullable): the issue, if it is on the board
 */
SuiviIssue *
suivi_draft_board_find_issue (SuiviDraftBoard *self, const char *id)
{
  for (guint i = 0; i < self->issues->len; i++)
    {
      SuiviIssue *issue = g_ptr_array_index (self->issues, i);

      if (g_strcmp0 (issue->priority->id, id) == 0)
        return issue;
    }

  return NULL;
}

/**
 * suivi_draft_board_find_draft:
 * @id: (nullable): key of a draft
 * @issue: (out) (optional): the issue that it belongs to
 *
 * Returns: (transfer none) (nullable): the draft, if it is on the board
 */
SuiviDraft *
suivi_draft_board_find_draft (SuiviDraftBoard *self, const char *id, SuiviIssue **issue)
{
  for (guint i = 0; i < self->issues->len; i++)
    {
      SuiviIssue *candidate = g_ptr_array_index (self->issues, i);

      for (guint j = 0; j < candidate->drafts->len; j++)
        {
          SuiviDraft *draft = g_ptr_array_index (candidate->drafts, j);

          if (g_strcmp0 (draft->id, id) != 0)
            continue;
          if (issue != NULL)
            *issue = candidate;
          return draft;
        }
    }

  return NULL;
}

/* The State of the review that was chosen; where nobody chose, the only one there is. */
static char *
find_state (GPtrArray *reviews, const char *review_id)
{
  const char *state = NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (review_id != NULL)
        {
          if (g_str_equal (review->id, review_id))
            return g_strdup (review->state);
        }
      else if (state == NULL)
        state = review->state;
      else if (!g_str_equal (state, review->state))
        return NULL;
    }

  return g_strdup (state);
}

static gboolean
add_issues (SuiviDraftBoard *self, SuiviStore *store, GError **error)
{
  g_autoptr (GPtrArray) priorities = suivi_store_list_priorities (store, self->state, error);

  if (priorities == NULL)
    return FALSE;

  for (guint i = 0; i < priorities->len; i++)
    {
      SuiviIssue *issue = g_new0 (SuiviIssue, 1);

      issue->priority = suivi_priority_copy (g_ptr_array_index (priorities, i));
      g_ptr_array_add (self->issues, issue);
      issue->drafts = suivi_store_list_drafts (store, issue->priority->id, error);
      if (issue->drafts == NULL)
        return FALSE;
    }

  return TRUE;
}

static gpointer
load_board (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *review_id = data;
  g_autoptr (SuiviDraftBoard) self = g_new0 (SuiviDraftBoard, 1);
  g_autoptr (GPtrArray) reviews = NULL;

  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) free_issue);
  reviews = suivi_store_list_reviews (store, error);
  if (reviews == NULL)
    return NULL;

  self->n_reviews = reviews->len;
  self->state = find_state (reviews, review_id);
  if (self->state == NULL)
    return g_steal_pointer (&self);

  self->next_review = suivi_next_review_date (self->state);
  if (!add_issues (self, store, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_draft_board_load_async:
 * @review_id: (nullable): key of the review that was chosen
 *
 * Reads the issues of a State and their drafts. The result is a #SuiviDraftBoard, to be freed with
 * suivi_draft_board_free().
 */
void
suivi_draft_board_load_async (SuiviWorkspace *workspace,
                              const char *review_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  suivi_workspace_run_async (workspace, load_board, g_strdup (review_id), g_free,
                             (GDestroyNotify) suivi_draft_board_free, cancellable, callback, user_data);
}

/* ---- Steps ---- */

/* One step: whatever of this is there. Owns all it holds, for it goes to the workspace's thread. */
typedef struct
{
  char *label;
  SuiviPriority *priority; /* to put */
  SuiviDraft *changed;     /* to change, in these fields */
  SuiviDraftFields fields;
  GPtrArray *added; /* (element-type SuiviDraft): to add behind the others of their issue */
  char *gone_priority_id;
  char *gone_draft_id;
} Step;

static Step *
create_step (const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->label = g_strdup (label);
  step->added = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_draft_free);

  return step;
}

static void
free_step (Step *step)
{
  g_free (step->label);
  g_clear_pointer (&step->priority, suivi_priority_free);
  g_clear_pointer (&step->changed, suivi_draft_free);
  g_ptr_array_unref (step->added);
  g_free (step->gone_priority_id);
  g_free (step->gone_draft_id);
  g_free (step);
}

static void
take_string (char **to, const char *from)
{
  g_free (*to);
  *to = g_strdup (from);
}

/**
 * suivi_draft_take_fields:
 * @from: another version of the same draft
 * @fields: what to take over
 */
void
suivi_draft_take_fields (SuiviDraft *self, SuiviDraft *from, SuiviDraftFields fields)
{
  if (fields & SUIVI_DRAFT_FIELD_TEXT)
    take_string (&self->text, from->text);
  if (fields & SUIVI_DRAFT_FIELD_MEANS)
    take_string (&self->means, from->means);
  if (fields & SUIVI_DRAFT_FIELD_FORM)
    take_string (&self->form, from->form);
  if (fields & SUIVI_DRAFT_FIELD_LANGUAGE)
    take_string (&self->language, from->language);
  if (fields & SUIVI_DRAFT_FIELD_STAGE)
    self->stage = from->stage;
}

/* A draft that was taken away meanwhile comes back: what somebody typed counts more than an undone step. Its issue must
 * be there, though. */
static gboolean
change_draft (SuiviStore *store, SuiviTransaction *transaction, Step *step, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SuiviPriority) priority = suivi_store_get_priority (store, step->changed->priority_id, &failure);
  g_autoptr (SuiviDraft) draft = NULL;

  if (priority == NULL && failure == NULL)
    g_set_error_literal (
      &failure, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
      _ ("The issue of this draft was deleted. Undo that, or copy your words to a draft of another issue."));
  if (failure == NULL)
    draft = suivi_store_get_draft (store, step->changed->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (draft == NULL)
    draft = suivi_draft_copy (step->changed);

  suivi_draft_take_fields (draft, step->changed, step->fields);

  return suivi_transaction_put_draft (transaction, draft, error);
}

static gboolean
add_draft (SuiviStore *store, SuiviTransaction *transaction, SuiviDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) drafts = suivi_store_list_drafts (store, draft->priority_id, error);

  if (drafts == NULL)
    return FALSE;

  if (drafts->len > 0)
    draft->place = ((SuiviDraft *) g_ptr_array_index (drafts, drafts->len - 1))->place + 1;

  return suivi_transaction_put_draft (transaction, draft, error);
}

/* A new issue comes last. */
static gboolean
put_priority (SuiviStore *store, SuiviTransaction *transaction, SuiviPriority *priority, GError **error)
{
  g_autoptr (GPtrArray) priorities = suivi_store_list_priorities (store, priority->state, error);
  gboolean known = FALSE;

  if (priorities == NULL)
    return FALSE;

  for (guint i = 0; i < priorities->len && !known; i++)
    known = g_str_equal (((SuiviPriority *) g_ptr_array_index (priorities, i))->id, priority->id);
  if (!known && priorities->len > 0)
    priority->place = ((SuiviPriority *) g_ptr_array_index (priorities, priorities->len - 1))->place + 1;

  return suivi_transaction_put_priority (transaction, priority, error);
}

static gpointer
run_step (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Step *step = data;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, step->label, error);

  if (transaction == NULL)
    return NULL;
  if (step->priority != NULL && !put_priority (store, transaction, step->priority, error))
    return NULL;
  if (step->changed != NULL && !change_draft (store, transaction, step, error))
    return NULL;
  for (guint i = 0; i < step->added->len; i++)
    {
      if (!add_draft (store, transaction, g_ptr_array_index (step->added, i), error))
        return NULL;
    }
  if (step->gone_draft_id != NULL
      && !suivi_transaction_delete_draft (transaction, step->gone_draft_id, error))
    return NULL;
  if (step->gone_priority_id != NULL
      && !suivi_transaction_delete_priority (transaction, step->gone_priority_id, error))
    return NULL;

  return suivi_transaction_commit (transaction, error) ? GUINT_TO_POINTER (TRUE) : NULL;
}

static void
run_step_async (SuiviWorkspace *workspace, Step *step, GAsyncReadyCallback callback, gpointer user_data)
{
  suivi_workspace_run_async (workspace, run_step, step, (GDestroyNotify) free_step, NULL, NULL, callback,
                             user_data);
}

/**
 * suivi_priority_put_async:
 * @label: name of the step
 * @priority: a new issue, or one that is changed
 *
 * Without error, the result is %TRUE, as a pointer; so it is with all steps here.
 */
void
suivi_priority_put_async (SuiviWorkspace *workspace,
                          const char *label,
                          SuiviPriority *priority,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Step *step = create_step (label);

  step->priority = suivi_priority_copy (priority);
  run_step_async (workspace, step, callback, user_data);
}

/**
 * suivi_priority_delete_async:
 * @id: key of an issue
 *
 * Deletes it with its drafts and all that belongs to them.
 */
void
suivi_priority_delete_async (SuiviWorkspace *workspace,
                             const char *id,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  /* Translators: name of a step that can be undone */
  Step *step = create_step (_ ("Delete issue"));

  step->gone_priority_id = g_strdup (id);
  run_step_async (workspace, step, callback, user_data);
}

/* Puts an issue before the one that it follows. */
static gpointer
raise_issue (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviPriority) priority = suivi_store_get_priority (store, data, error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;

  if (priority == NULL)
    return NULL;
  all = suivi_store_list_priorities (store, priority->state, error);
  /* Translators: name of a step that can be undone */
  transaction = all != NULL ? suivi_store_begin (store, _ ("Move issue"), error) : NULL;
  if (transaction == NULL)
    return NULL;

  for (guint i = 1; i < all->len; i++)
    {
      gpointer one = all->pdata[i];

      if (g_str_equal (((SuiviPriority *) one)->id, data))
        {
          all->pdata[i] = all->pdata[i - 1];
          all->pdata[i - 1] = one;
        }
    }
  for (guint i = 0; i < all->len; i++)
    {
      SuiviPriority *one = g_ptr_array_index (all, i);

      one->place = i + 1;
      if (!suivi_transaction_put_priority (transaction, one, error))
        return NULL;
    }

  return suivi_transaction_commit (transaction, error) ? GUINT_TO_POINTER (TRUE) : NULL;
}

/**
 * suivi_priority_raise_async:
 * @id: key of an issue
 *
 * Moves it up by one place. The first one stays where it is.
 */
void
suivi_priority_raise_async (SuiviWorkspace *workspace,
                            const char *id,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  suivi_workspace_run_async (workspace, raise_issue, g_strdup (id), g_free, NULL, NULL, callback, user_data);
}

/**
 * suivi_draft_add_async:
 * @draft: a new draft
 *
 * Adds it behind the others of its issue.
 */
void
suivi_draft_add_async (SuiviWorkspace *workspace,
                       SuiviDraft *draft,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  /* Translators: name of a step that can be undone */
  Step *step = create_step (_ ("Add draft"));

  g_ptr_array_add (step->added, suivi_draft_copy (draft));
  run_step_async (workspace, step, callback, user_data);
}

/**
 * suivi_draft_change_async:
 * @label: name of the step
 * @draft: a draft as it should be
 * @fields: what of it to change; all else stays as the workspace has it
 */
void
suivi_draft_change_async (SuiviWorkspace *workspace,
                          const char *label,
                          SuiviDraft *draft,
                          SuiviDraftFields fields,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Step *step = create_step (label);

  step->changed = suivi_draft_copy (draft);
  step->fields = fields;
  run_step_async (workspace, step, callback, user_data);
}

/**
 * suivi_draft_split_async:
 * @draft: a draft that asks for several things
 * @texts: (element-type utf8): a wording for each of them, one at least
 *
 * The draft keeps what speaks for it and gets the first wording; each of the others becomes a draft of its own.
 */
void
suivi_draft_split_async (SuiviWorkspace *workspace,
                         SuiviDraft *draft,
                         GPtrArray *texts,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Step *step = NULL;

  g_return_if_fail (texts->len > 0);

  /* Translators: name of a step that can be undone */
  step = create_step (_ ("Split draft"));
  step->changed = suivi_draft_copy (draft);
  step->fields = SUIVI_DRAFT_FIELD_TEXT | SUIVI_DRAFT_FIELD_FORM;
  take_string (&step->changed->text, g_ptr_array_index (texts, 0));
  take_string (&step->changed->form, "");
  for (guint i = 1; i < texts->len; i++)
    {
      SuiviDraft *part = suivi_draft_new (draft->priority_id, g_ptr_array_index (texts, i), draft->language);

      take_string (&part->means, draft->means);
      g_ptr_array_add (step->added, part);
    }
  run_step_async (workspace, step, callback, user_data);
}

/**
 * suivi_draft_delete_async:
 * @id: key of a draft
 *
 * Deletes it with all that belongs to it.
 */
void
suivi_draft_delete_async (SuiviWorkspace *workspace,
                          const char *id,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  /* Translators: name of a step that can be undone */
  Step *step = create_step (_ ("Delete draft"));

  step->gone_draft_id = g_strdup (id);
  run_step_async (workspace, step, callback, user_data);
}
