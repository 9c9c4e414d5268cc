/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviFeedback:
 * @id: random UUID, the key in the workspace
 * @consultation_id: key of the consultation
 * @given_on: when, ISO 8601 date; "": planned
 * @audience: to whom
 * @form: in what form: a letter, a meeting, a radio programme
 * @what: what the children were told
 * @full: 1 if it says what was used, what was changed, and what was left out and why
 * @friendly: 1 if children understand it
 * @fast: 1 if it came soon after the step of the review
 * @followed_up: 1 if children could ask and answer, and know what happens next
 *
 * What children were told of what became of their words.
 */
typedef struct
{
  char *id;
  char *consultation_id;
  char *given_on;
  char *audience;
  char *form;
  char *what;
  guint full;
  guint friendly;
  guint fast;
  guint followed_up;
} SuiviFeedback;

#define SUIVI_TYPE_FEEDBACK (suivi_feedback_get_type ())
SUIVI_DECLARE_RECORD (SuiviFeedback, suivi_feedback)

SuiviFeedback *suivi_feedback_new         (const char          *consultation_id);
gboolean       suivi_feedback_is_complete (const SuiviFeedback *self);

G_END_DECLS
