/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/checklist.h"
#include "tests/store/consultation-records.h"

/**
 * consultation_make:
 *
 * Returns: (transfer full): a consultation with a plan that is complete, in planning, not in any file yet
 */
SuiviConsultation *
consultation_make (const char *title)
{
  SuiviConsultation *self = suivi_consultation_new ("SVN", title);

  g_free (self->purpose);
  self->purpose = g_strdup ("What should change at school");
  g_free (self->begins_on);
  self->begins_on = g_strdup ("2026-10-05");
  g_free (self->focal_point);
  self->focal_point = g_strdup ("Maria K.");
  g_free (self->deputy);
  self->deputy = g_strdup ("Jonas P.");
  self->risk = SUIVI_RISK_LOW;

  return self;
}

/**
 * consultation_answer_all:
 * @after: the items that can only be answered once children were heard; else all others
 *
 * Answers them with yes.
 */
void
consultation_answer_all (SuiviTransaction *transaction, const SuiviConsultation *consultation, gboolean after)
{
  g_autoptr (GError) error = NULL;
  guint edition = consultation->checklist_edition;

  for (guint i = 0; i < suivi_checklist_get_n_items (edition); i++)
    {
      const SuiviChecklistItem *item = suivi_checklist_get_item (edition, i);
      g_autoptr (SuiviCheckAnswer) answer
                 = suivi_check_answer_new (consultation->id, item->id, SUIVI_CHECK_YES);

      if (!item->after != !after)
        continue;
      g_free (answer->evidence);
      answer->evidence = g_strdup ("Seen");
      g_free (answer->answered_on);
      answer->answered_on = g_strdup ("2026-09-01");
      suivi_transaction_put_check_answer (transaction, answer, &error);
      g_assert_no_error (error);
    }
}

/**
 * consultation_make_participant:
 *
 * Returns: (transfer full): one child, whose consent is settled and goes as far as it can, not in any file yet
 */
SuiviParticipant *
consultation_make_participant (const char *consultation_id)
{
  SuiviParticipant *self = suivi_participant_new (consultation_id);

  self->age_band = SUIVI_AGE_13_15;
  self->gender = SUIVI_GENDER_GIRL;
  g_free (self->assent_on);
  self->assent_on = g_strdup ("2026-01-10");
  self->assent_form = SUIVI_ASSENT_SIGNED;
  self->guardian = SUIVI_GUARDIAN_YES;
  self->take_part = SUIVI_YES;
  self->quote = SUIVI_YES;
  self->publish = SUIVI_YES;
  self->image = SUIVI_YES;
  g_free (self->information);
  self->information = g_strdup ("Version 1");
  /* After whatever day the machine believes it is. */
  g_free (self->delete_by);
  self->delete_by = g_strdup ("2099-12-31");

  return self;
}

/**
 * consultation_add_ready:
 * @consultation: of consultation_make(); ready afterwards
 *
 * Puts it into the file, with what a consultation needs to be ready.
 */
void
consultation_add_ready (SuiviTransaction *transaction, SuiviConsultation *consultation)
{
  g_autoptr (GError) error = NULL;

  suivi_transaction_put_consultation (transaction, consultation, &error);
  g_assert_no_error (error);
  consultation_answer_all (transaction, consultation, FALSE);
  consultation->status = SUIVI_CONSULTATION_READY;
  suivi_transaction_put_consultation (transaction, consultation, &error);
  g_assert_no_error (error);
}
