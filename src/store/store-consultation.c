/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading consultations, and what children said. */

#include "config.h"

#include "store/consultation-store.h"
#include "store/record.h"

#define OF_CONSULTATION "WHERE consultation_id = ?1 "

/* What became of the statement s is told by the statement, or by what it is tied to. */
#define UNEXPLAINED                                                                                   \
  "trim (s.left_out) = '' AND NOT EXISTS (SELECT 1 FROM statement_use u WHERE u.statement_id = s.id)" \
  " AND EXISTS (SELECT 1 FROM participant p WHERE p.id = s.participant_id AND p.withdrawn_on = '')"

/**
 * suivi_store_get_today:
 *
 * Returns: (transfer full): today, where the user is, as an ISO 8601 date: what every gate is asked for
 */
char *
suivi_store_get_today (SuiviStore *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
count (SuiviStore *self,
       const char *sql,
       const char *first,
       const char *second,
       guint *result,
       GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, first);
  if (sqlite3_bind_parameter_count (statement) > 1)
    suivi_bind_text (statement, 2, second);
  if (!suivi_database_step (statement, NULL, error))
    return FALSE;
  *result = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return TRUE;
}

/**
 * suivi_store_count_consultations:
 * @state: (nullable): a State under review; %NULL: of all States
 *
 * Returns: how many consultations there are; 0 with @error set on failure
 */
guint
suivi_store_count_consultations (SuiviStore *self, const char *state, GError **error)
{
  guint n = 0;

  count (self, "SELECT count (*) FROM consultation WHERE ?1 IS NULL OR state = ?1", state, NULL, &n, error);

  return n;
}

/**
 * suivi_consultation_record_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_consultation_record_free (SuiviConsultationRecord *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->standing, suivi_standing_free);
  g_clear_pointer (&self->facilitators, g_ptr_array_unref);
  g_clear_pointer (&self->headcounts, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->own_items, g_ptr_array_unref);
  g_clear_pointer (&self->overrides, g_ptr_array_unref);
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  g_clear_pointer (&self->feedbacks, g_ptr_array_unref);
  g_clear_pointer (&self->sent_out, g_ptr_array_unref);
  suivi_consultation_free (self->consultation);
  g_free (self->today);
  g_free (self);
}

/**
 * suivi_consultation_record_get_facts:
 * @facts: (out caller-allocates): what the gates look at; refers to @self
 */
void
suivi_consultation_record_get_facts (SuiviConsultationRecord *self, SuiviConsultationFacts *facts)
{
  facts->consultation = self->consultation;
  facts->standing = self->standing;
  facts->feedbacks = self->feedbacks;
  facts->n_statements = self->n_statements;
  facts->n_unexplained = self->n_unexplained;
  facts->today = self->today;
}

/* Takes over @consultation. */
static SuiviConsultationRecord *
load_record (SuiviStore *self, SuiviConsultation *consultation, GError **error)
{
  g_autoptr (SuiviConsultationRecord) record = g_new0 (SuiviConsultationRecord, 1);
  g_autofree char *today = suivi_store_get_today (self);
  const char *id = consultation->id;

  record->consultation = consultation;
#define LIST(field, type, condition) \
  ((record->field = suivi_record_list (self, &type, condition, id, NULL, error)) != NULL)
  if (!LIST (facilitators, suivi_facilitator_record, OF_CONSULTATION "ORDER BY rowid")
      || !LIST (headcounts, suivi_headcount_record, OF_CONSULTATION "ORDER BY group_name, age_band, gender")
      || !LIST (answers, suivi_check_answer_record, OF_CONSULTATION "ORDER BY item_id")
      || !LIST (own_items, suivi_check_item_record, "WHERE ?1 IS NOT NULL ORDER BY requirement, rowid")
      || !LIST (overrides, suivi_override_record, OF_CONSULTATION "ORDER BY decided_on, rowid")
      || !LIST (participants, suivi_participant_record, OF_CONSULTATION "ORDER BY code")
      || !LIST (feedbacks, suivi_feedback_record, OF_CONSULTATION "ORDER BY given_on, rowid")
      || !LIST (sent_out, suivi_sent_out_record, OF_CONSULTATION "ORDER BY made_on, rowid")
#undef LIST
      || !count (self, "SELECT count (*) FROM statement " OF_CONSULTATION, id, NULL, &record->n_statements,
                 error)
      || !count (self, "SELECT count (*) FROM statement s " OF_CONSULTATION "AND " UNEXPLAINED, id, NULL,
                 &record->n_unexplained, error)
      || !count (self, "SELECT count (*) FROM participant " OF_CONSULTATION "AND withdrawn_on <> ''", id,
                 NULL, &record->n_withdrawn, error)
      || !count (self,
                 "SELECT count (*) FROM participant " OF_CONSULTATION
                 "AND delete_by <> '' AND delete_by < ?2",
                 id, today, &record->n_overdue, error))
    return NULL;

  record->today = g_steal_pointer (&today);
  record->standing
    = suivi_standing_new (record->consultation, record->answers, record->own_items, record->overrides);

  return g_steal_pointer (&record);
}

/**
 * suivi_store_load_consultation:
 *
 * Returns: (transfer full) (nullable): the consultation and what belongs to it; %NULL if there is none with that key,
 * or, with @error set, on failure
 */
SuiviConsultationRecord *
suivi_store_load_consultation (SuiviStore *self, const char *id, GError **error)
{
  SuiviConsultation *consultation = suivi_record_get (self, &suivi_consultation_record, id, error);

  return consultation != NULL ? load_record (self, consultation, error) : NULL;
}

/**
 * suivi_store_list_consultations:
 * @state: (nullable): a State under review; %NULL: of all States
 *
 * Returns: (transfer container) (element-type SuiviConsultationRecord) (nullable): the consultations, the latest first;
 * those without a date before them. %NULL on failure
 */
GPtrArray *
suivi_store_list_consultations (SuiviStore *self, const char *state, GError **error)
{
  g_autoptr (GPtrArray) consultations
             = suivi_record_list (self, &suivi_consultation_record,
                                  "WHERE ?1 IS NULL OR state = ?1"
                                  " ORDER BY begins_on = '' DESC, begins_on DESC, title, id",
                                  state, NULL, error);
  g_autoptr (GPtrArray) records
             = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_consultation_record_free);

  if (consultations == NULL)
    return NULL;

  while (consultations->len > 0)
    {
      SuiviConsultationRecord *record = load_record (self, g_ptr_array_steal_index (consultations, 0), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

/**
 * suivi_store_list_overdue_participants:
 *
 * Returns: (transfer container) (element-type SuiviParticipant) (nullable): the codes that should have been erased by
 * now, the longest overdue first; %NULL on failure
 */
GPtrArray *
suivi_store_list_overdue_participants (SuiviStore *self, GError **error)
{
  g_autofree char *today = suivi_store_get_today (self);

  return suivi_record_list (self, &suivi_participant_record,
                            "WHERE delete_by <> '' AND delete_by < ?1 ORDER BY delete_by, code", today, NULL,
                            error);
}

/**
 * suivi_allowed_statement_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_allowed_statement_free (SuiviAllowedStatement *self)
{
  if (self == NULL)
    return;

  suivi_statement_free (self->statement);
  suivi_participant_free (self->participant);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  g_free (self);
}

static void
forget (char **text)
{
  g_free (*text);
  *text = g_strdup ("");
}

/* Asks the gate about a statement, and takes away what the use does not need. The one door by which words of children
 * leave the workspace. Takes over @statement. */
static gboolean
let_through (SuiviStore *self,
             SuiviStatement *statement,
             SuiviUse use,
             const char *today,
             GPtrArray *allowed,
             GError **error)
{
  g_autoptr (SuiviStatement) owned = statement;
  g_autoptr (SuiviParticipant) participant = NULL;
  g_autoptr (SuiviAllowedStatement) through = NULL;
  g_autoptr (GError) local = NULL;
  gboolean withdrawn = FALSE;

  participant = suivi_record_get (self, &suivi_participant_record, statement->participant_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!suivi_consent_gate_allows (statement, participant, use, today, NULL))
    {
      /* The record shows that there is something, and that nothing may be done with it any more. */
      if (use != SUIVI_USE_RECORD)
        return TRUE;
      withdrawn = TRUE;
    }

  through = g_new0 (SuiviAllowedStatement, 1);
  through->withdrawn = withdrawn;
  if (withdrawn || use == SUIVI_USE_COUNT)
    forget (&statement->words);
  if (withdrawn || use != SUIVI_USE_RECORD)
    forget (&statement->checked_words);
  if (use == SUIVI_USE_RECORD)
    through->participant = g_steal_pointer (&participant);
  else
    forget (&statement->participant_id);
  through->uses = suivi_record_list (self, &suivi_statement_use_record,
                                     "WHERE statement_id = ?1 ORDER BY rowid", statement->id, NULL, error);
  if (through->uses == NULL)
    return FALSE;
  through->statement = g_steal_pointer (&owned);
  g_ptr_array_add (allowed, g_steal_pointer (&through));

  return TRUE;
}

static GPtrArray *
list_allowed (SuiviStore *self,
              const char *condition,
              const char *first,
              const char *second,
              SuiviUse use,
              GError **error)
{
  g_autoptr (GPtrArray) statements
             = suivi_record_list (self, &suivi_statement_record, condition, first, second, error);
  g_autoptr (GPtrArray) allowed
             = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_allowed_statement_free);
  g_autofree char *today = suivi_store_get_today (self);

  if (statements == NULL)
    return NULL;

  while (statements->len > 0)
    {
      if (!let_through (self, g_ptr_array_steal_index (statements, 0), use, today, allowed, error))
        return NULL;
    }

  return g_steal_pointer (&allowed);
}

/**
 * suivi_store_list_statements:
 * @consultation_id: key of a consultation
 * @use: what for
 *
 * Reads what children said. There is no other way to it: the consent gate is asked about every statement, for what the
 * caller says that it wants to do.
 *
 * Returns: (transfer container) (element-type SuiviAllowedStatement) (nullable): those that may be used so, in the order
 * of the record; %NULL on failure
 */
GPtrArray *
suivi_store_list_statements (SuiviStore *self, const char *consultation_id, SuiviUse use, GError **error)
{
  return list_allowed (self, OF_CONSULTATION "ORDER BY place, rowid", consultation_id, NULL, use, error);
}

/**
 * suivi_store_list_statements_for:
 * @priority_id: (nullable): a priority issue
 * @draft_id: (nullable): one of its drafts
 * @recommendation_id: (nullable): a recommendation; then the others are %NULL
 * @use: what for
 *
 * Reads what children said to something, as suivi_store_list_statements().
 *
 * Returns: (transfer container) (element-type SuiviAllowedStatement) (nullable): the statements that are tied to the
 * issue or the draft, or to the recommendation, and that may be used so; %NULL on failure
 */
GPtrArray *
suivi_store_list_statements_for (SuiviStore *self,
                                 const char *priority_id,
                                 const char *draft_id,
                                 const char *recommendation_id,
                                 SuiviUse use,
                                 GError **error)
{
  if (recommendation_id != NULL)
    return list_allowed (self,
                         "WHERE id IN (SELECT statement_id FROM statement_use WHERE recommendation_id = ?1)"
                         " ORDER BY consultation_id, place, rowid",
                         recommendation_id, NULL, use, error);

  return list_allowed (
    self,
    "WHERE id IN (SELECT statement_id FROM statement_use WHERE priority_id = ?1 OR draft_id = ?2)"
    " ORDER BY consultation_id, place, rowid",
    priority_id, draft_id, use, error);
}

/**
 * suivi_store_get_allowed_statement:
 * @id: key of a statement
 * @use: what for
 *
 * Reads one thing that a child said, as suivi_store_list_statements().
 *
 * Returns: (transfer full) (nullable): the statement; %NULL if it may not be used so or is not there, or, with @error set,
 * on failure
 */
SuiviAllowedStatement *
suivi_store_get_allowed_statement (SuiviStore *self, const char *id, SuiviUse use, GError **error)
{
  g_autoptr (GPtrArray) allowed = list_allowed (self, "WHERE id = ?1", id, NULL, use, error);

  return allowed != NULL && allowed->len > 0 ? g_ptr_array_steal_index (allowed, 0) : NULL;
}
