/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The consultation of the sample: an imaginary one, of which nothing is sealed. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/sample-private.h"
#include "store/consultation-store.h"

/* A statement belongs to the participant with its key, a use to the statement above it. */
#define CONSULTATION_NAME "sample-consultation.tsv"

/* Whoever tries the sample may do so years from now: the codes are kept two years from then. */
#define YEARS_KEPT 2

typedef struct
{
  SuiviStore *store;
  SuiviTransaction *transaction;
  SuiviReview *review;
  SuiviConsultation *consultation;
  GHashTable *participants; /* key in the file → key in the workspace */
  char *statement_id;       /* of the latest statement */
  guint n_statements;
} Sample;

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* --- The records ------------------------------------------------------------------------------------------ */

/* All that can be answered before children are heard. */
static gboolean
put_answers (Sample *self, GError **error)
{
  guint edition = self->consultation->checklist_edition;

  for (guint i = 0; i < suivi_checklist_get_n_items (edition); i++)
    {
      const SuiviChecklistItem *item = suivi_checklist_get_item (edition, i);
      g_autoptr (SuiviCheckAnswer) answer
                 = suivi_check_answer_new (self->consultation->id, item->id, SUIVI_CHECK_YES);

      if (item->after)
        continue;
      set_text (&answer->answered_on, "2026-09-18");
      set_text (&answer->answered_by, self->consultation->focal_point);
      if (!suivi_transaction_put_check_answer (self->transaction, answer, error))
        return FALSE;
    }

  return TRUE;
}

/* As in life: planned, then ready, then held. */
static gboolean
put_consultation (Sample *self, char **cells, GError **error)
{
  static const SuiviConsultationStatus ways[] = { SUIVI_CONSULTATION_READY, SUIVI_CONSULTATION_HELD };

  self->consultation = suivi_consultation_new (self->review->state, "");
  suivi_sample_set_fields (&suivi_consultation_record, self->consultation, cells);
  set_text (&self->consultation->review_id, self->review->id);
  if (!suivi_transaction_put_consultation (self->transaction, self->consultation, error)
      || !put_answers (self, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      self->consultation->status = ways[i];
      if (!suivi_transaction_put_consultation (self->transaction, self->consultation, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_facilitator (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviFacilitator) facilitator = suivi_facilitator_new (self->consultation->id, "");

  suivi_sample_set_fields (&suivi_facilitator_record, facilitator, cells);

  return suivi_transaction_put_facilitator (self->transaction, facilitator, error);
}

static gboolean
put_headcount (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviHeadcount) headcount
             = suivi_headcount_new (self->consultation->id, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "", 0);

  suivi_sample_set_fields (&suivi_headcount_record, headcount, cells);

  return suivi_transaction_put_headcount (self->transaction, headcount, error);
}

static gboolean
put_participant (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviParticipant) participant = suivi_participant_new (self->consultation->id);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) end = g_date_time_add_years (now, YEARS_KEPT);
  g_autofree char *delete_by = g_date_time_format (end, "%Y-%m-%d");

  suivi_sample_set_fields (&suivi_participant_record, participant, cells);
  set_text (&participant->delete_by, delete_by);
  g_hash_table_insert (self->participants, g_strdup (suivi_sample_find_value (cells, "key")),
                       g_strdup (participant->id));

  return suivi_transaction_put_participant (self->transaction, participant, error);
}

static gboolean
put_statement (Sample *self, char **cells, GError **error)
{
  const char *participant_id
    = g_hash_table_lookup (self->participants, suivi_sample_find_value (cells, "of"));
  g_autoptr (SuiviStatement) statement = suivi_statement_new (self->consultation->id, participant_id, "");

  suivi_sample_set_fields (&suivi_statement_record, statement, cells);
  statement->place = ++self->n_statements;
  /* Somebody looked for names in what may be quoted. */
  if (statement->level >= SUIVI_CONSENT_QUOTE)
    set_text (&statement->checked_words, statement->words);
  set_text (&self->statement_id, statement->id);

  return suivi_transaction_put_statement (self->transaction, statement, error);
}

/* The issue with that title, or the draft that begins so. */
static gboolean
find_issue_or_draft (Sample *self,
                     const char *issue,
                     const char *draft,
                     SuiviStatementUse *use,
                     GError **error)
{
  g_autoptr (GPtrArray) priorities
             = suivi_store_list_priorities (self->store, self->consultation->state, error);

  for (guint i = 0; priorities != NULL && i < priorities->len; i++)
    {
      const SuiviPriority *priority = g_ptr_array_index (priorities, i);
      g_autoptr (GPtrArray) drafts = suivi_store_list_drafts (self->store, priority->id, error);

      if (drafts == NULL)
        return FALSE;
      if (g_strcmp0 (priority->title, issue) == 0)
        use->priority_id = g_strdup (priority->id);
      for (guint j = 0; draft != NULL && j < drafts->len; j++)
        {
          const SuiviDraft *found = g_ptr_array_index (drafts, j);

          if (g_str_has_prefix (found->text, draft))
            use->draft_id = g_strdup (found->id);
        }
    }

  return priorities != NULL;
}

static gboolean
find_recommendation (Sample *self, const char *number, SuiviStatementUse *use, GError **error)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (self->store, self->review->id, number, error);

  if (found != NULL && found->len > 0)
    use->recommendation_id = g_strdup (((SuiviRecommendation *) g_ptr_array_index (found, 0))->id);

  return found != NULL;
}

static gboolean
put_use (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviStatementUse) use = suivi_statement_use_new (self->statement_id);
  const char *number = suivi_sample_find_value (cells, "recommendation");
  gboolean ok = FALSE;

  suivi_sample_set_fields (&suivi_statement_use_record, use, cells);
  ok = number != NULL ? find_recommendation (self, number, use, error)
                      : find_issue_or_draft (self, suivi_sample_find_value (cells, "issue"),
                                             suivi_sample_find_value (cells, "draft"), use, error);

  return ok && suivi_transaction_put_statement_use (self->transaction, use, error);
}

static gboolean
put_feedback (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviFeedback) feedback = suivi_feedback_new (self->consultation->id);

  suivi_sample_set_fields (&suivi_feedback_record, feedback, cells);

  return suivi_transaction_put_feedback (self->transaction, feedback, error);
}

static gboolean
put_line (Sample *self, const char *line, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*put) (Sample *self, char **cells, GError **error);
  } kinds[] = {
    { "consultation", put_consultation }, { "facilitator", put_facilitator }, { "headcount", put_headcount },
    { "participant", put_participant },   { "statement", put_statement },     { "use", put_use },
    { "feedback", put_feedback },
  };
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (cells[0], kinds[i].name))
        return kinds[i].put (self, cells, error);
    }

  g_error ("The sample %s is crooked at %s", CONSULTATION_NAME, cells[0]);
}

static gboolean
put_lines (Sample *self, GError **error)
{
  g_auto (GStrv) lines = suivi_sample_load_lines (CONSULTATION_NAME);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!put_line (self, lines[i], error))
        return FALSE;
    }

  return suivi_transaction_commit (self->transaction, error);
}

/**
 * suivi_sample_put_consultation:
 * @review: the review that it is held for
 * @error: return location of a %SUIVI_STORE_ERROR
 *
 * Adds a consultation that was held, with what children said, as one step. The children are imaginary, and nothing is
 * sealed.
 *
 * Returns: whether it was written
 */
gboolean
suivi_sample_put_consultation (SuiviStore *store, SuiviReview *review, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, _ ("Add a consultation"), error);
  g_autoptr (GHashTable) participants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Sample sample = { store, transaction, review, NULL, participants, NULL, 0 };
  gboolean ok = FALSE;

  if (transaction == NULL)
    return FALSE;

  ok = put_lines (&sample, error);
  suivi_consultation_free (sample.consultation);
  g_free (sample.statement_id);

  return ok;
}
