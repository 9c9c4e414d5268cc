/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/check-answer.h"

G_DEFINE_ENUM_TYPE (SuiviCheck,
                    suivi_check,
                    G_DEFINE_ENUM_VALUE (SUIVI_CHECK_UNANSWERED, "unanswered"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CHECK_YES, "yes"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CHECK_NO, "no"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CHECK_NOT_APPLICABLE, "not-applicable"))

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviCheckAnswer, id),          SUIVI_TEXT (SuiviCheckAnswer, consultation_id),
  SUIVI_TEXT (SuiviCheckAnswer, item_id),     SUIVI_ENUM (SuiviCheckAnswer, answer, suivi_check_get_type),
  SUIVI_TEXT (SuiviCheckAnswer, evidence),    SUIVI_TEXT (SuiviCheckAnswer, answered_on),
  SUIVI_TEXT (SuiviCheckAnswer, answered_by),
};

SUIVI_DEFINE_RECORD (SuiviCheckAnswer, suivi_check_answer, "check_answer", fields, "consultation_id, item_id")

/**
 * suivi_check_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_check_to_label (SuiviCheck check)
{
  switch (check)
    {
    case SUIVI_CHECK_UNANSWERED:
      /* Translators: the answer to an item of a checklist */
      return _ ("Not answered yet");
    case SUIVI_CHECK_YES:
      /* Translators: the answer to an item of a checklist */
      return _ ("Yes");
    case SUIVI_CHECK_NO:
      /* Translators: the answer to an item of a checklist */
      return _ ("No");
    case SUIVI_CHECK_NOT_APPLICABLE:
      /* Translators: the answer to an item of a checklist */
      return _ ("Does not apply");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_check_answer_new:
 * @consultation_id: key of the consultation
 * @item_id: which item
 * @answer: the answer
 *
 * Returns: (transfer full): an answer with a new random key
 */
SuiviCheckAnswer *
suivi_check_answer_new (const char *consultation_id, const char *item_id, SuiviCheck answer)
{
  SuiviCheckAnswer *self = suivi_record_new (&suivi_check_answer_record);

  self->consultation_id = g_strdup (consultation_id);
  self->item_id = g_strdup (item_id);
  self->answer = answer;

  return self;
}
