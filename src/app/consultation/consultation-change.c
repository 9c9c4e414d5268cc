/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consultation-change.h"

#define FIELD(record, field, Type) (*(Type *) ((char *) (record) + (field)->offset))

typedef struct
{
  SuiviConsultation *before;
  SuiviConsultation *after;
} Change;

static void
free_change (Change *self)
{
  suivi_consultation_free (self->before);
  suivi_consultation_free (self->after);
  g_free (self);
}

/* Takes over a field of @after that is not what it is in @before. */
static void
apply_field (SuiviConsultation *now, const SuiviField *field, Change *change)
{
  if (field->kind == SUIVI_FIELD_TEXT)
    {
      const char *text = FIELD (change->after, field, char *);

      if (g_strcmp0 (FIELD (change->before, field, char *), text) == 0)
        return;
      g_free (FIELD (now, field, char *));
      FIELD (now, field, char *) = g_strdup (text);
    }
  else if (FIELD (change->before, field, guint) != FIELD (change->after, field, guint))
    {
      /* A number, or an enumeration: of the same size. */
      FIELD (now, field, guint) = FIELD (change->after, field, guint);
    }
}

/* The consultation as it is now, with what was changed: other steps, or other people, may have changed other fields
 * since; and what was erased since must not come back. */
static gboolean
put_change (SuiviStore *store, SuiviTransaction *transaction, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SuiviConsultationRecord) now = suivi_store_load_consultation (store, change->after->id, &failure);

  if (now == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                             _ ("This consultation is no longer in the workspace."));
      return FALSE;
    }

  for (guint i = 1; i < suivi_consultation_record.n_fields; i++)
    apply_field (now->consultation, &suivi_consultation_record.fields[i], change);

  return suivi_transaction_put_consultation (transaction, now->consultation, error);
}

/**
 * suivi_consultation_change:
 * @before: what the user saw
 * @after: what she made of it
 *
 * Saves the fields that differ, and no others.
 */
void
suivi_consultation_change (SuiviConsultationStep *step,
                           const SuiviConsultation *before,
                           const SuiviConsultation *after)
{
  Change *change = NULL;

  if (suivi_consultation_equal (before, after))
    return;

  change = g_new0 (Change, 1);
  change->before = suivi_consultation_copy (before);
  change->after = suivi_consultation_copy (after);
  suivi_consultation_step_make (step, _ ("Change a consultation"), put_change, change,
                                (GDestroyNotify) free_change, NULL);
}

/**
 * suivi_consultation_wait:
 * @status: what a consultation has to be before a step of it begins
 *
 * Returns: (transfer full) (nullable): a sentence that says what is missing before that; %NULL if nothing is
 */
char *
suivi_consultation_wait (SuiviConsultationRecord *record, SuiviConsultationStatus status)
{
  SuiviConsultationFacts facts = { NULL };
  SuiviConsultationStatus next = record->consultation->status + 1;
  g_autoptr (GError) error = NULL;

  if (record->consultation->status >= status)
    return NULL;

  suivi_consultation_record_get_facts (record, &facts);
  if (!suivi_consultation_gate_status (&facts, next, &error))
    return g_strdup (error->message);

  /* Translators: %s is where a consultation stands: "Ready", "Held" */
  return g_strdup_printf (_ ("Nothing is missing: first mark the consultation as “%s”."),
                          suivi_consultation_status_to_label (next));
}
