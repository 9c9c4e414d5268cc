/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/consultation/feedback.h"
#include "core/consultation/participant.h"
#include "core/consultation/standing.h"
#include "core/consultation/statement.h"

G_BEGIN_DECLS

/**
 * SUIVI_GATE_ERROR:
 *
 * What is not allowed (yet). The message is a sentence for the user: what is missing, and what to do.
 */
#define SUIVI_GATE_ERROR (suivi_gate_error_quark ())
GQuark suivi_gate_error_quark (void);

typedef enum
{
  SUIVI_GATE_ERROR_CHECKLIST,  /* must items are not met */
  SUIVI_GATE_ERROR_ORDER,      /* a step before it is missing */
  SUIVI_GATE_ERROR_CONSENT,    /* assent or consent is not settled, was refused, or does not go so far */
  SUIVI_GATE_ERROR_WITHDRAWN,  /* the child took it back */
  SUIVI_GATE_ERROR_FEEDBACK,   /* the children were not told */
  SUIVI_GATE_ERROR_LEFT_OUT,   /* it is not said what became of a statement */
  SUIVI_GATE_ERROR_UNCHECKED,  /* nobody looked for names in the words */
  SUIVI_GATE_ERROR_OVERDUE,    /* the day until which it may be kept is past */
} SuiviGateError;

/**
 * SuiviConsultationFacts:
 * @consultation: the consultation
 * @standing: how its checklist stands
 * @feedbacks: (element-type SuiviFeedback): what the children were told
 * @n_statements: how many statements there are
 * @n_unexplained: of these, how many are neither used nor have a reason why not (withdrawn ones do not count)
 * @today: (nullable): the day: feedback that is dated after it was not given yet. %NULL: every feedback counts
 *
 * What the gates of a consultation look at. "The day" in this folder is always an ISO 8601 date: "2026-11-22".
 */
typedef struct
{
  const SuiviConsultation *consultation;
  SuiviStanding *standing;
  GPtrArray *feedbacks;
  guint n_statements;
  guint n_unexplained;
  const char *today;
} SuiviConsultationFacts;

/**
 * SuiviDuty:
 * @text: what to do next, translated: "Tell the children by 3 March 2027"
 * @due: (nullable): until when, ISO 8601 date
 * @overdue: whether that day is past
 *
 * What a consultation asks for next.
 */
typedef struct
{
  char *text;
  char *due;
  gboolean overdue;
} SuiviDuty;

/* May the consultation go from where it is to that status? */
gboolean   suivi_consultation_gate_status (const SuiviConsultationFacts *facts,
                                           SuiviConsultationStatus       status,
                                           GError                      **error);
/* Are assent and consent of that code settled? */
gboolean   suivi_participant_gate_settled (const SuiviParticipant       *participant,
                                           const char                   *today,
                                           GError                      **error);
/* The furthest level that the consent of that code allows. */
SuiviConsentLevel suivi_participant_get_ceiling  (const SuiviParticipant       *participant,
                                           const char                   *today);
/* May that statement be recorded as it is? */
gboolean   suivi_statement_gate_record    (const SuiviStatement         *statement,
                                           const SuiviConsultation      *consultation,
                                           const SuiviParticipant       *participant,
                                           const char                   *today,
                                           GError                      **error);

SuiviDuty *suivi_consultation_get_duty    (const SuiviConsultationFacts *facts,
                                           const char                   *today);
void       suivi_duty_free                (SuiviDuty                    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDuty, suivi_duty_free)

G_END_DECLS
