/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grades and agreements that were begun and cannot count yet. They are saved while somebody types: no step, no line in the history. */

#include "config.h"

#include "store/record.h"
#include "store/scorecard-store.h"
#include "store/transaction-private.h"

/* Whose drafts those are that the person at this computer sees: her own, and those that nobody's name stands on. */
#define OF_AUTHOR "author IN (?1, '')"

/* The one of them that is a grade of one's own, or the one that is agreed on. */
#define OF_KIND(agreed) ((agreed) ? " AND agreed = 1" : " AND agreed = 0")

/* A recommendation may be gone, and come back by undo: so long its drafts wait. */
#define IS_THERE "EXISTS (SELECT 1 FROM recommendation r WHERE r.id = recommendation_id)"

/**
 * suivi_store_list_grade_drafts:
 *
 * Returns: (transfer container) (element-type SuiviGradeDraft) (nullable): the grades and agreements that
 * suivi_store_get_author() began, and those that were begun before somebody gave a name, the latest first; of one
 * recommendation her own comes before the one without a name. What was begun for recommendations that are gone is left
 * out. %NULL on failure
 */
GPtrArray *
suivi_store_list_grade_drafts (SuiviStore *self, GError **error)
{
  return suivi_record_list (self, &suivi_grade_draft_record,
                            "WHERE " OF_AUTHOR " AND " IS_THERE " ORDER BY author = '', changed_at DESC, id",
                            self->author, NULL, error);
}

/**
 * suivi_store_get_grade_draft:
 * @agreed: whether it is the grade that a coalition agrees on; else one's own
 *
 * Evidence that the draft names may be gone since.
 *
 * Returns: (transfer full) (nullable): the grade of a recommendation that suivi_store_get_author() began, else the one that
 * was begun before somebody gave a name; %NULL if there is none, or, with @error set, on failure
 */
SuiviGradeDraft *
suivi_store_get_grade_draft (SuiviStore *self, const char *recommendation_id, gboolean agreed, GError **error)
{
  g_autofree char *condition = g_strconcat ("WHERE " OF_AUTHOR " AND recommendation_id = ?2 AND " IS_THERE,
                                            OF_KIND (agreed), " ORDER BY author = '' LIMIT 1", NULL);
  g_autoptr (GPtrArray) found = suivi_record_list (self, &suivi_grade_draft_record, condition, self->author,
                                                   recommendation_id, error);

  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * suivi_transaction_delete_grade_draft:
 * @agreed: whether it is the grade that a coalition agrees on; else one's own
 *
 * As suivi_store_delete_grade_draft(), inside the step that saves what was begun: both happen or neither. It is not part of
 * what undo takes back.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_transaction_delete_grade_draft (SuiviTransaction *self,
                                      const char *recommendation_id,
                                      gboolean agreed,
                                      GError **error)
{
  g_autofree char *sql
    = g_strconcat ("DELETE FROM grade_draft WHERE " OF_AUTHOR " AND recommendation_id = ?2", OF_KIND (agreed),
                   NULL);
  sqlite3_stmt *statement = suivi_store_prepare (self->store, sql, error);

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, self->store->author);
  suivi_bind_text (statement, 2, recommendation_id);
  if (!suivi_transaction_run (statement, error))
    return FALSE;
  if (sqlite3_changes (self->store->db) > 0)
    self->tidied = TRUE;

  return TRUE;
}

static gboolean
replace (SuiviTransaction *writing, SuiviGradeDraft *draft, GError **error)
{
  g_autoptr (SuiviRecommendation) recommendation
             = suivi_store_get_recommendation (writing->store, draft->recommendation_id, error);
  static const char *const same_key[] = { "DELETE FROM grade_draft WHERE id = ?1" };

  return recommendation != NULL
         && suivi_transaction_delete_grade_draft (writing, draft->recommendation_id, draft->agreed, error)
         && SUIVI_RUN_WITH_ID (writing, same_key, draft->id, error)
         && suivi_record_put (writing, &suivi_grade_draft_record, draft, error);
}

/* Writes at once, without a step. @draft takes the place of the one before; if it is %NULL, that one goes. */
static gboolean
write_draft (SuiviStore *self,
             const char *recommendation_id,
             gboolean agreed,
             SuiviGradeDraft *draft,
             GError **error)
{
  g_autofree char *now = suivi_store_now ();
  SuiviTransaction writing = { .store = self, .now = now };
  gboolean kept = FALSE;
  gboolean ok = FALSE;

  g_return_val_if_fail (self->transaction == NULL, FALSE);

  if (!suivi_store_prepare_to_write (self, error)
      || !suivi_database_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;

  kept = self->order_changes == sqlite3_total_changes (self->db);
  ok = (draft != NULL ? replace (&writing, draft, error)
                      : suivi_transaction_delete_grade_draft (&writing, recommendation_id, agreed, error))
       && suivi_store_commit (self, error);
  if (!ok)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  /* The order of the list does not hang on drafts: typing must not have 250,000 recommendations sorted anew. */
  if (kept)
    self->order_changes = sqlite3_total_changes (self->db);

  return ok;
}

/**
 * suivi_store_put_grade_draft:
 * @draft: a grade or an agreement that was begun; its author is set here, to suivi_store_get_author()
 * @error: %SUIVI_STORE_ERROR_NOT_FOUND if the recommendation is gone; _READ_ONLY, _LOCKED, _DISK_FULL, …
 *
 * Keeps the draft, in place of the one that suivi_store_get_grade_draft() gave before. It is in the file at once, and
 * survives a crash; it is no step: nothing of it stands in the history or can be undone. No transaction may be open.
 * Whoever saves what was begun deletes it with suivi_transaction_delete_grade_draft(): a grade that comes by another road,
 * from a file or for several recommendations at once, must not end what somebody is typing. A grade of one's own and an
 * agreement stand side by side: neither takes the place of the other.
 *
 * Returns: %FALSE on failure: what was kept before is still there
 */
gboolean
suivi_store_put_grade_draft (SuiviStore *self, SuiviGradeDraft *draft, GError **error)
{
  g_free (draft->author);
  draft->author = g_strdup (self->author);

  return write_draft (self, draft->recommendation_id, draft->agreed, draft, error);
}

/**
 * suivi_store_delete_grade_draft:
 * @agreed: whether it is the grade that a coalition agrees on; else one's own
 * @error: %SUIVI_STORE_ERROR_READ_ONLY, _LOCKED, _DISK_FULL, …
 *
 * Forgets what suivi_store_get_author() began to grade, and what was begun for that recommendation before somebody gave a
 * name; drafts of other persons stay. No error if there is none. No transaction may be open.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_store_delete_grade_draft (SuiviStore *self,
                                const char *recommendation_id,
                                gboolean agreed,
                                GError **error)
{
  return write_draft (self, recommendation_id, agreed, NULL, error);
}
