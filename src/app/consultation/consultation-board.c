/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/consultation-board.h"

/**
 * suivi_consultation_entry_free:
 * @self: (nullable) (transfer full): an entry
 */
void
suivi_consultation_entry_free (SuiviConsultationEntry *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->record, suivi_consultation_record_free);
  suivi_duty_free (self->duty);
  g_free (self->refusal);
  g_free (self);
}

static SuiviConsultationEntry *
make_entry (SuiviConsultationRecord *record, const char *today)
{
  SuiviConsultationEntry *self = g_new0 (SuiviConsultationEntry, 1);
  SuiviConsultationStatus status = record->consultation->status;
  SuiviConsultationFacts facts = { NULL, NULL, NULL, 0, 0 };
  g_autoptr (GError) refusal = NULL;

  suivi_consultation_record_get_facts (record, &facts);
  self->record = record;
  self->duty = suivi_consultation_get_duty (&facts, today);
  if (status < SUIVI_CONSULTATION_CLOSED && !suivi_consultation_gate_status (&facts, status + 1, &refusal))
    self->refusal = g_strdup (refusal->message);

  return self;
}

/**
 * suivi_consultation_entries_load:
 * @state: (nullable): the State under review; %NULL for all
 *
 * Reads the consultations and judges how they stand. Blocks on the disk.
 *
 * Returns: (transfer full) (element-type SuiviConsultationEntry): the consultations; %NULL with @error set when they
 * cannot be read
 */
GPtrArray *
suivi_consultation_entries_load (SuiviStore *store, const char *state, GError **error)
{
  g_autofree char *today = suivi_store_get_today (store);
  g_autoptr (GPtrArray) records = suivi_store_list_consultations (store, state, error);
  GPtrArray *entries = NULL;

  if (records == NULL)
    return NULL;

  /* The entries take them over. */
  g_ptr_array_set_free_func (records, NULL);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_consultation_entry_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (entries, make_entry (g_ptr_array_index (records, i), today));

  return entries;
}

/**
 * suivi_consultation_board_free:
 * @self: (nullable) (transfer full): a board
 */
void
suivi_consultation_board_free (SuiviConsultationBoard *self)
{
  if (self == NULL)
    return;

  g_free (self->state);
  g_free (self->review_id);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

/**
 * suivi_consultation_board_find:
 * @id: (nullable): key of a consultation
 *
 * Returns: (transfer none) (nullable): the consultation, if it is on the board
 */
SuiviConsultationEntry *
suivi_consultation_board_find (SuiviConsultationBoard *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      SuiviConsultationEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->record->consultation->id, id) == 0)
        return entry;
    }

  return NULL;
}

/* The review that was chosen; where nobody chose, the State is the only one there is. */
static void
find_state (SuiviConsultationBoard *self, GPtrArray *reviews, const char *review_id)
{
  SuiviReview *found = NULL;
  gboolean only = TRUE;

  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (review_id != NULL && !g_str_equal (review->id, review_id))
        continue;
      if (found != NULL && !g_str_equal (found->state, review->state))
        return;
      only = found == NULL;
      found = review;
    }

  if (found != NULL)
    self->state = g_strdup (found->state);
  if (found != NULL && only)
    self->review_id = g_strdup (found->id);
}

static gpointer
load_board (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviConsultationBoard) self = g_new0 (SuiviConsultationBoard, 1);
  g_autoptr (GPtrArray) reviews = NULL;

  reviews = suivi_store_list_reviews (store, error);
  if (reviews == NULL)
    return NULL;

  self->n_reviews = reviews->len;
  find_state (self, reviews, data);
  self->entries
    = self->state != NULL ? suivi_consultation_entries_load (store, self->state, error) : g_ptr_array_new ();
  if (self->entries == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_consultation_board_load_async:
 * @review_id: (nullable): key of the review that was chosen
 *
 * Reads the consultations on the workspace's thread. suivi_workspace_run_finish() gives a #SuiviConsultationBoard.
 */
void
suivi_consultation_board_load_async (SuiviWorkspace *workspace,
                                     const char *review_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  suivi_workspace_run_async (workspace, load_board, g_strdup (review_id), g_free,
                             (GDestroyNotify) suivi_consultation_board_free, cancellable, callback,
                             user_data);
}
