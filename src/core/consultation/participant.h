/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/headcount.h"

G_BEGIN_DECLS

/**
 * SuiviAgreement:
 * @SUIVI_NOT_ASKED: the question was not put: counts as no ("not-asked")
 * @SUIVI_YES: "yes"
 * @SUIVI_NO: "no"
 *
 * The answer to one of the questions of consent.
 */
typedef enum
{
  SUIVI_NOT_ASKED,
  SUIVI_YES,
  SUIVI_NO,
} SuiviAgreement;

#define SUIVI_TYPE_AGREEMENT (suivi_agreement_get_type ())

/**
 * SuiviAssentForm:
 * @SUIVI_ASSENT_NONE: no assent yet ("none")
 * @SUIVI_ASSENT_SIGNED: "signed"
 * @SUIVI_ASSENT_SPOKEN: spoken, with a witness ("spoken")
 * @SUIVI_ASSENT_DRAWN: "drawn"
 *
 * How a child agreed.
 */
typedef enum
{
  SUIVI_ASSENT_NONE,
  SUIVI_ASSENT_SIGNED,
  SUIVI_ASSENT_SPOKEN,
  SUIVI_ASSENT_DRAWN,
} SuiviAssentForm;

#define SUIVI_TYPE_ASSENT_FORM (suivi_assent_form_get_type ())

/**
 * SuiviGuardianConsent:
 * @SUIVI_GUARDIAN_UNDECIDED: not settled yet ("undecided")
 * @SUIVI_GUARDIAN_YES: a parent or guardian consented ("yes")
 * @SUIVI_GUARDIAN_NO: a parent or guardian refused ("no")
 * @SUIVI_GUARDIAN_NOT_POSSIBLE: it was not possible to ask; needs a reason ("not-possible")
 * @SUIVI_GUARDIAN_RISK: not asked because asking would put the child at risk; needs a reason ("risk")
 * @SUIVI_GUARDIAN_OF_AGE: not needed: 18 and over ("of-age")
 *
 * Consent of a parent or legal guardian.
 */
typedef enum
{
  SUIVI_GUARDIAN_UNDECIDED,
  SUIVI_GUARDIAN_YES,
  SUIVI_GUARDIAN_NO,
  SUIVI_GUARDIAN_NOT_POSSIBLE,
  SUIVI_GUARDIAN_RISK,
  SUIVI_GUARDIAN_OF_AGE,
} SuiviGuardianConsent;

#define SUIVI_TYPE_GUARDIAN_CONSENT (suivi_guardian_consent_get_type ())

/**
 * SuiviParticipant:
 * @id: random UUID, the key in the workspace
 * @consultation_id: key of the consultation
 * @code: random, from suivi_participant_make_code(); says nothing about the child
 * @size: how many children the code stands for: 1, or a group that gave one consent together
 * @age_band: age
 * @gender: as the child says
 * @assent_on: when the child agreed, ISO 8601 date; ""
 * @assent_form: how the child agreed
 * @guardian: consent of a parent or guardian
 * @guardian_reason: why there is none, what is done instead, and who approved it
 * @take_part: whether the child agrees to take part
 * @quote: whether the child's words may be quoted without a name
 * @publish: whether they may stand in something that anybody can read
 * @image: whether a drawing, photograph, or recording may be used
 * @travel: whether the child agrees to travel (only for pre-sessions)
 * @contact: whether the child may be contacted later
 * @information: which information sheet was used: its version
 * @delete_by: until when what belongs to this code is kept, ISO 8601 date
 * @withdrawn_on: when the child took everything back, ISO 8601 date; "": never. From that day on nothing is used
 *
 * A child who takes part, by a random code, and what the child agreed to. What identifies the child is kept apart,
 * sealed, under the same key: see #SuiviSealedInfo. The fields are those of facts/consent_fields.csv.
 */
typedef struct
{
  char *id;
  char *consultation_id;
  char *code;
  guint size;
  SuiviAgeBand age_band;
  SuiviGender gender;
  char *assent_on;
  SuiviAssentForm assent_form;
  SuiviGuardianConsent guardian;
  char *guardian_reason;
  SuiviAgreement take_part;
  SuiviAgreement quote;
  SuiviAgreement publish;
  SuiviAgreement image;
  SuiviAgreement travel;
  SuiviAgreement contact;
  char *information;
  char *delete_by;
  char *withdrawn_on;
} SuiviParticipant;

#define SUIVI_TYPE_PARTICIPANT (suivi_participant_get_type ())
SUIVI_DECLARE_RECORD (SuiviParticipant, suivi_participant)

GType             suivi_agreement_get_type          (void);
const char       *suivi_agreement_to_label          (SuiviAgreement        agreement);
GType             suivi_assent_form_get_type        (void);
const char       *suivi_assent_form_to_label        (SuiviAssentForm       form);
GType             suivi_guardian_consent_get_type   (void);
const char       *suivi_guardian_consent_to_label   (SuiviGuardianConsent  consent);

SuiviParticipant *suivi_participant_new             (const char           *consultation_id);
char             *suivi_participant_make_code       (void);

G_END_DECLS
