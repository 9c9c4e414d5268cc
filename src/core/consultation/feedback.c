/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/feedback.h"
#include "core/text/text.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviFeedback, id),       SUIVI_TEXT (SuiviFeedback, consultation_id),
  SUIVI_TEXT (SuiviFeedback, given_on), SUIVI_TEXT (SuiviFeedback, audience),
  SUIVI_TEXT (SuiviFeedback, form),     SUIVI_TEXT (SuiviFeedback, what),
  SUIVI_UINT (SuiviFeedback, full),     SUIVI_UINT (SuiviFeedback, friendly),
  SUIVI_UINT (SuiviFeedback, fast),     SUIVI_UINT (SuiviFeedback, followed_up),
};

SUIVI_DEFINE_RECORD (SuiviFeedback, suivi_feedback, "feedback", fields, NULL)

/**
 * suivi_feedback_new:
 * @consultation_id: key of the consultation
 *
 * Returns: (transfer full): feedback with a new random key, nothing filled in
 */
SuiviFeedback *
suivi_feedback_new (const char *consultation_id)
{
  SuiviFeedback *self = suivi_record_new (&suivi_feedback_record);

  self->consultation_id = g_strdup (consultation_id);

  return self;
}

/**
 * suivi_feedback_is_complete:
 *
 * Returns: whether it was given, and says to whom, in what form, and what
 */
gboolean
suivi_feedback_is_complete (const SuiviFeedback *self)
{
  return !suivi_text_is_blank (self->given_on) && !suivi_text_is_blank (self->audience)
         && !suivi_text_is_blank (self->form) && !suivi_text_is_blank (self->what);
}
