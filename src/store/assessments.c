/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The judgements of recommendations: saving and deleting them. */

#include "config.h"

#include "core/text/text.h"
#include "store/record.h"
#include "store/transaction-private.h"

/**
 * suivi_transaction_merge_assessment:
 * @loser: key of a judgement
 * @winner: key of the one that takes its place
 *
 * Private to src/store. Deletes a judgement; the evidence that it had supports the other one.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_transaction_merge_assessment (SuiviTransaction *self,
                                    const char *loser,
                                    const char *winner,
                                    GError **error)
{
  /* What supports both is tied to the winner already: deleting the loser unties the rest. */
  sqlite3_stmt *statement
    = suivi_store_prepare (self->store,
                           "UPDATE OR IGNORE evidence_use SET assessment_id = ?2 WHERE assessment_id = ?1",
                           error);

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, loser);
  suivi_bind_text (statement, 2, winner);

  return suivi_transaction_run (statement, error) && suivi_transaction_delete_assessment (self, loser, error);
}

/* The key of another judgement in whose place one that is there already is about to be put; "" if there is none. */
static char *
find_replaced (SuiviStore *store, const SuiviAssessment *assessment, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (store,
                           "SELECT id FROM assessment"
                           " WHERE recommendation_id = ?2 AND organisation = ?3 AND name = ?4 AND date = ?5"
                           "   AND agreed = ?6 AND id <> ?1"
                           "   AND EXISTS (SELECT 1 FROM assessment a WHERE a.id = ?1)",
                           error);
  gboolean row = FALSE;
  char *id = NULL;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, assessment->id);
  suivi_bind_text (statement, 2, assessment->recommendation_id);
  suivi_bind_text (statement, 3, assessment->organisation);
  suivi_bind_text (statement, 4, assessment->name);
  suivi_bind_text (statement, 5, assessment->date);
  sqlite3_bind_int64 (statement, 6, assessment->agreed);
  if (suivi_database_step (statement, &row, error))
    id = row ? suivi_column_text (statement, 0) : g_strdup ("");
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return id;
}

static gboolean
put (SuiviTransaction *self, const SuiviAssessment *assessment, GError **error)
{
  g_autofree char *replaced = find_replaced (self->store, assessment, error);

  return replaced != NULL
         && (*replaced == '\0' || suivi_transaction_merge_assessment (self, replaced, assessment->id, error))
         && suivi_record_put (self, &suivi_assessment_record, assessment, error);
}

/* Those who agreed, each of them once, as they are called in the workspace. */
static char **
spell_all (SuiviTransaction *self, char **names, GError **error)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = NULL;

      if (suivi_text_is_blank (names[i]) || !g_hash_table_add (there, suivi_text_fold (names[i])))
        continue;
      name = suivi_transaction_spell_organisation (self, names[i], error);
      if (name == NULL)
        return NULL;
      g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

static gboolean
put_agreed (SuiviTransaction *self, const SuiviAssessment *assessment, GError **error)
{
  SuiviAssessment spelled = *assessment;
  g_auto (GStrv) agreed_by = spell_all (self, assessment->agreed_by, error);

  spelled.agreed_by = agreed_by;

  return agreed_by != NULL && suivi_assessment_validate (&spelled, error) && put (self, &spelled, error);
}

/**
 * suivi_transaction_put_assessment:
 * @error: a %SUIVI_ASSESSMENT_ERROR if it lacks reason, source, date or name; else a %SUIVI_STORE_ERROR
 *
 * Adds the assessment, or updates the one with the same key. Unless it is agreed, it says whose it is: a blank organisation
 * becomes suivi_store_get_organisation() in the workspace (@assessment itself stays as it is), and a name that differs from
 * one in use only in case, accents or spaces is spelled as that one. So are the names of those who agreed, each of whom is
 * named once.
 *
 * One person of one organisation has one judgement of a recommendation per day: a second one of the same day takes the
 * place of the first. Those of other persons and of other days stand beside it; the latest date counts, and on one day the
 * one put last. What a coalition agreed on counts before them all.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_assessment (SuiviTransaction *self, SuiviAssessment *assessment, GError **error)
{
  SuiviAssessment named = *assessment;

  if (!suivi_assessment_validate (assessment, error))
    return FALSE;
  if (assessment->agreed)
    return put_agreed (self, assessment, error);

  named.organisation = (char *) suivi_transaction_spell_organisation (self, assessment->organisation, error);

  return named.organisation != NULL && put (self, &named, error);
}

/**
 * suivi_transaction_delete_assessment:
 *
 * Deletes a judgement and what ties it to evidence; the evidence stays. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_assessment (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM evidence_use WHERE assessment_id = ?1",
    "DELETE FROM assessment WHERE id = ?1",
  };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}
