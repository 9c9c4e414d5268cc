/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviCheck:
 * @SUIVI_CHECK_UNANSWERED: "unanswered"
 * @SUIVI_CHECK_YES: "yes"
 * @SUIVI_CHECK_NO: "no"
 * @SUIVI_CHECK_NOT_APPLICABLE: "not-applicable"; of a must item, needs evidence: why
 *
 * The answer to an item of the checklist.
 */
typedef enum
{
  SUIVI_CHECK_UNANSWERED,
  SUIVI_CHECK_YES,
  SUIVI_CHECK_NO,
  SUIVI_CHECK_NOT_APPLICABLE,
} SuiviCheck;

#define SUIVI_TYPE_CHECK (suivi_check_get_type ())

/**
 * SuiviCheckAnswer:
 * @id: random UUID, the key in the workspace
 * @consultation_id: key of the consultation
 * @item_id: which item: "a1" of the edition that the consultation uses, or the key of an item of one's own
 * @answer: the answer
 * @evidence: what shows it; may be ""
 * @answered_on: when, ISO 8601 date
 * @answered_by: who
 *
 * An answer to one item of the safeguarding checklist.
 */
typedef struct
{
  char *id;
  char *consultation_id;
  char *item_id;
  SuiviCheck answer;
  char *evidence;
  char *answered_on;
  char *answered_by;
} SuiviCheckAnswer;

#define SUIVI_TYPE_CHECK_ANSWER (suivi_check_answer_get_type ())
SUIVI_DECLARE_RECORD (SuiviCheckAnswer, suivi_check_answer)

GType             suivi_check_get_type    (void);
const char       *suivi_check_to_label    (SuiviCheck  check);

SuiviCheckAnswer *suivi_check_answer_new  (const char *consultation_id,
                                           const char *item_id,
                                           SuiviCheck  answer);

G_END_DECLS
