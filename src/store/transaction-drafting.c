/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes to priority issues, drafts and what belongs to them. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "store/record.h"
#include "store/transaction-private.h"

/* So long does one person go on with the same version of a wording, before a change makes a new one. */
#define WORDING_MINUTES 30

/**
 * suivi_transaction_put_priority:
 * @error: %SUIVI_STORE_ERROR_INVALID if it has no title, …
 *
 * Adds the priority issue, or updates the one with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_priority (SuiviTransaction *self, SuiviPriority *priority, GError **error)
{
  return suivi_refuse_blank (priority->title, _ ("An issue needs a title."), error)
         && suivi_record_put (self, &suivi_priority_record, priority, error);
}

/**
 * suivi_transaction_delete_priority:
 *
 * Deletes the issue, its drafts and everything that belongs to them. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_priority (SuiviTransaction *self, const char *id, GError **error)
{
#define ITS_DRAFTS "(SELECT id FROM draft WHERE priority_id = ?1)"
  static const char *const statements[] = {
    "DELETE FROM statement_use WHERE draft_id IN " ITS_DRAFTS,
    "DELETE FROM statement_use WHERE priority_id = ?1",
    "DELETE FROM wording WHERE draft_id IN " ITS_DRAFTS,
    "DELETE FROM translation WHERE draft_id IN " ITS_DRAFTS,
    "DELETE FROM request WHERE draft_id IN " ITS_DRAFTS,
    "DELETE FROM backing WHERE priority_id = ?1",
    "DELETE FROM draft WHERE priority_id = ?1",
    "DELETE FROM priority WHERE id = ?1",
  };
#undef ITS_DRAFTS

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/* Keeps the wording as a version. Who goes on typing within half an hour, at the same stage, goes on with the same
 * version: a version is what a person left, not each of the saves on the way. */
static gboolean
put_wording (SuiviTransaction *self, SuiviDraft *draft, GError **error)
{
  sqlite3_stmt *last
    = suivi_store_prepare (self->store,
                           "SELECT id, text, author = ?2 AND stage = ?3"
                           "   AND julianday (?4) - julianday (begun_at) < ?5 / 1440.0 FROM wording"
                           " WHERE draft_id = ?1 ORDER BY begun_at DESC, rowid DESC LIMIT 1",
                           error);
  sqlite3_stmt *statement = NULL;
  g_autofree char *id = NULL;
  gboolean row = FALSE;
  gboolean same = FALSE;

  if (last == NULL)
    return FALSE;
  suivi_bind_text (last, 1, draft->id);
  suivi_bind_text (last, 2, self->store->author);
  suivi_bind_text (last, 3, suivi_stage_to_nick (draft->stage));
  suivi_bind_text (last, 4, self->now);
  sqlite3_bind_int (last, 5, WORDING_MINUTES);
  if (!suivi_database_step (last, &row, error))
    return FALSE;
  if (row)
    {
      same = g_strcmp0 ((const char *) sqlite3_column_text (last, 1), draft->text) == 0;
      if (sqlite3_column_int (last, 2))
        id = suivi_column_text (last, 0);
    }
  sqlite3_reset (last);
  if (same || (!row && suivi_text_is_blank (draft->text)))
    return TRUE;

  statement = suivi_store_prepare (
    self->store,
    "INSERT INTO wording (id, draft_id, text, stage, author, begun_at, changed_by, changed_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?6)"
    " ON CONFLICT (id) DO UPDATE SET (text, changed_by, changed_at)"
    "   = (excluded.text, excluded.changed_by, excluded.changed_at)",
    error);
  if (statement == NULL)
    return FALSE;
  if (id == NULL)
    id = g_uuid_string_random ();
  suivi_bind_text (statement, 1, id);
  suivi_bind_text (statement, 2, draft->id);
  suivi_bind_text (statement, 3, draft->text);
  suivi_bind_text (statement, 4, suivi_stage_to_nick (draft->stage));
  suivi_bind_text (statement, 5, self->store->author);
  suivi_bind_text (statement, 6, self->now);

  return suivi_transaction_run (statement, error);
}

/**
 * suivi_transaction_put_draft:
 *
 * Adds the draft, or updates the one with the same key. Its wording is kept as a version: a new one when another person
 * wrote it, the stage changed, or half an hour has gone by; else the last version is what it now is.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_draft (SuiviTransaction *self, SuiviDraft *draft, GError **error)
{
  return suivi_record_put (self, &suivi_draft_record, draft, error) && put_wording (self, draft, error);
}

/**
 * suivi_transaction_delete_draft:
 *
 * Deletes the draft and everything that belongs to it. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_draft (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM statement_use WHERE draft_id = ?1", "DELETE FROM wording WHERE draft_id = ?1", "DELETE FROM translation WHERE draft_id = ?1",
    "DELETE FROM request WHERE draft_id = ?1", "DELETE FROM backing WHERE draft_id = ?1",
    "DELETE FROM draft WHERE id = ?1",
  };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_backing:
 * @error: %SUIVI_STORE_ERROR_INVALID if it has no title, …
 *
 * Adds what speaks for a draft or an issue, or updates the one with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_backing (SuiviTransaction *self, SuiviBacking *backing, GError **error)
{
  return suivi_refuse_blank (backing->title, _ ("Say what it is: the title is empty."), error)
         && suivi_record_put (self, &suivi_backing_record, backing, error);
}

/**
 * suivi_transaction_delete_backing:
 *
 * Deletes what spoke for a draft or an issue. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_backing (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM backing WHERE id = ?1" };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_translation:
 *
 * Adds the translation; one of the same draft into the same language is replaced.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_translation (SuiviTransaction *self, SuiviTranslation *translation, GError **error)
{
  return suivi_refuse_blank (translation->text, _ ("Write the translation first: its text is empty."), error)
         && suivi_record_put (self, &suivi_translation_record, translation, error);
}

/**
 * suivi_transaction_delete_translation:
 *
 * Deletes the translation. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_translation (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM translation WHERE id = ?1" };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_request:
 *
 * Remembers that a State was asked; an earlier request to the same State for the same draft is replaced.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_request (SuiviTransaction *self, SuiviRequest *request, GError **error)
{
  return suivi_record_put (self, &suivi_request_record, request, error);
}

/**
 * suivi_transaction_delete_request:
 *
 * Forgets that a State was asked. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_request (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM request WHERE id = ?1" };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}
