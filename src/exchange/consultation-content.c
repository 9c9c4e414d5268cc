/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What documents of a consultation hold, read from the workspace. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/consultation-private.h"

static gboolean
read_review (SuiviConsultationContent *self, SuiviStore *store, GError **error)
{
  const char *id = self->record->consultation->review_id;
  g_autoptr (GPtrArray) reviews = id != NULL ? suivi_store_list_reviews (store, error) : NULL;

  if (id == NULL)
    return TRUE;
  if (reviews == NULL)
    return FALSE;

  for (guint i = 0; i < reviews->len && self->review == NULL; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_str_equal (review->id, id))
        self->review = suivi_review_copy (review);
    }

  return TRUE;
}

static void
take_later (const char **latest, const char *day)
{
  if (!suivi_text_is_blank (day) && g_strcmp0 (day, *latest) > 0)
    *latest = day;
}

/* Not the day of the last step: that a document was written is a step, too, and would make the next one another. */
static char *
find_latest_day (SuiviConsultationRecord *record)
{
  const char *latest = NULL;

  take_later (&latest, record->consultation->begins_on);
  take_later (&latest, record->consultation->ends_on);
  for (guint i = 0; i < record->answers->len; i++)
    take_later (&latest, ((SuiviCheckAnswer *) g_ptr_array_index (record->answers, i))->answered_on);
  for (guint i = 0; i < record->overrides->len; i++)
    take_later (&latest, ((SuiviOverride *) g_ptr_array_index (record->overrides, i))->decided_on);
  for (guint i = 0; i < record->feedbacks->len; i++)
    take_later (&latest, ((SuiviFeedback *) g_ptr_array_index (record->feedbacks, i))->given_on);

  return g_strdup (latest);
}

/**
 * suivi_consultation_content_new:
 * @consultation_id: key of a consultation
 * @with_statements: whether the document shows what children said
 * @error: return location of a %SUIVI_STORE_ERROR (NOT_FOUND: there is no such consultation)
 *
 * Returns: (transfer full) (nullable): what the document holds
 */
SuiviConsultationContent *
suivi_consultation_content_new (SuiviStore *store,
                                const char *consultation_id,
                                gboolean with_statements,
                                GError **error)
{
  g_autoptr (SuiviConsultationContent) self = g_new0 (SuiviConsultationContent, 1);
  g_autoptr (GError) failure = NULL;

  self->record = suivi_store_load_consultation (store, consultation_id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (self->record == NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("Nothing was written: the consultation is not in the workspace. It may have "
                              "been deleted; choose another one."));
      return NULL;
    }

  self->table = suivi_headcount_table_new (self->record->headcounts);
  self->day = find_latest_day (self->record);
  if (!read_review (self, store, error)
      || (with_statements && !suivi_consultation_content_read_statements (self, store, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_consultation_content_free:
 * @self: (nullable) (transfer full): a content
 */
void
suivi_consultation_content_free (SuiviConsultationContent *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->table, suivi_headcount_table_free);
  g_clear_pointer (&self->review, suivi_review_free);
  g_clear_pointer (&self->record, suivi_consultation_record_free);
  g_free (self->day);
  g_free (self);
}
