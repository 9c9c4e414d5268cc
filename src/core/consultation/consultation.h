/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviConsultationStatus:
 * @SUIVI_CONSULTATION_PLANNING: it is being prepared ("planning")
 * @SUIVI_CONSULTATION_READY: every safeguard is in place: it may be held ("ready")
 * @SUIVI_CONSULTATION_HELD: children were heard ("held")
 * @SUIVI_CONSULTATION_REPORTED_BACK: the children were told what became of it ("reported-back")
 * @SUIVI_CONSULTATION_CLOSED: nothing is left to do ("closed")
 *
 * The life of a consultation, in this order. The nicks are what files use: never change them.
 */
typedef enum
{
  SUIVI_CONSULTATION_PLANNING,
  SUIVI_CONSULTATION_READY,
  SUIVI_CONSULTATION_HELD,
  SUIVI_CONSULTATION_REPORTED_BACK,
  SUIVI_CONSULTATION_CLOSED,
} SuiviConsultationStatus;

#define SUIVI_TYPE_CONSULTATION_STATUS (suivi_consultation_status_get_type ())
#define SUIVI_N_CONSULTATION_STATUSES  5

/**
 * SuiviRisk:
 * @SUIVI_RISK_UNASSESSED: nobody judged yet ("unassessed")
 * @SUIVI_RISK_LOW: "low"
 * @SUIVI_RISK_MEDIUM: "medium"
 * @SUIVI_RISK_HIGH: "high"
 *
 * How great the risk is for the children who take part.
 */
typedef enum
{
  SUIVI_RISK_UNASSESSED,
  SUIVI_RISK_LOW,
  SUIVI_RISK_MEDIUM,
  SUIVI_RISK_HIGH,
} SuiviRisk;

#define SUIVI_TYPE_RISK (suivi_risk_get_type ())

/**
 * SuiviConsultation:
 * @id: random UUID, the key in the workspace
 * @state: the State under review, ISO 3166-1 alpha-3
 * @review_id: (nullable): key of the review that it is held for
 * @title: how it is called: "Children of the school councils"
 * @purpose: what children are asked, and what for
 * @place: where, as coarse as safety allows: a province, never a house or a school
 * @begins_on: first day, ISO 8601 date; may be ""
 * @ends_on: last day; may be ""
 * @organiser: who holds it
 * @partners: who helps
 * @methods: how children are heard: small groups, drawing, cards
 * @language: that children spoke, in words
 * @age_from: age of the youngest, in years; 0 if not known
 * @age_to: age of the oldest; 0 if not known
 * @focal_point: the safeguarding focal point (an adult)
 * @deputy: the deputy (an adult)
 * @risk: level of risk
 * @measures: what is done about the risk, and by whom
 * @status: where it stands. Changed by suivi_consultation_gate_status() only, which the store asks, too
 * @feedback_due: when children shall be told what became of it, ISO 8601 date; may be ""
 * @checklist_edition: the edition of the safeguarding checklist that is answered, 1 and up
 * @notes: anything else, without what identifies a child
 *
 * A consultation: a meeting with children.
 */
typedef struct
{
  char *id;
  char *state;
  char *review_id;
  char *title;
  char *purpose;
  char *place;
  char *begins_on;
  char *ends_on;
  char *organiser;
  char *partners;
  char *methods;
  char *language;
  guint age_from;
  guint age_to;
  char *focal_point;
  char *deputy;
  SuiviRisk risk;
  char *measures;
  SuiviConsultationStatus status;
  char *feedback_due;
  guint checklist_edition;
  char *notes;
} SuiviConsultation;

#define SUIVI_TYPE_CONSULTATION (suivi_consultation_get_type ())
SUIVI_DECLARE_RECORD (SuiviConsultation, suivi_consultation)

GType              suivi_consultation_status_get_type (void);
const char        *suivi_consultation_status_to_label (SuiviConsultationStatus status);
GType              suivi_risk_get_type                (void);
const char        *suivi_risk_to_label                (SuiviRisk               risk);

SuiviConsultation *suivi_consultation_new             (const char              *state,
                                                       const char              *title);
char              *suivi_consultation_get_age_range   (const SuiviConsultation *self);

G_END_DECLS
