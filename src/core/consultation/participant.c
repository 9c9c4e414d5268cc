/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/participant.h"

G_DEFINE_ENUM_TYPE (SuiviAgreement,
                    suivi_agreement,
                    G_DEFINE_ENUM_VALUE (SUIVI_NOT_ASKED, "not-asked"),
                    G_DEFINE_ENUM_VALUE (SUIVI_YES, "yes"),
                    G_DEFINE_ENUM_VALUE (SUIVI_NO, "no"))

G_DEFINE_ENUM_TYPE (SuiviAssentForm,
                    suivi_assent_form,
                    G_DEFINE_ENUM_VALUE (SUIVI_ASSENT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SUIVI_ASSENT_SIGNED, "signed"),
                    G_DEFINE_ENUM_VALUE (SUIVI_ASSENT_SPOKEN, "spoken"),
                    G_DEFINE_ENUM_VALUE (SUIVI_ASSENT_DRAWN, "drawn"))

G_DEFINE_ENUM_TYPE (SuiviGuardianConsent,
                    suivi_guardian_consent,
                    G_DEFINE_ENUM_VALUE (SUIVI_GUARDIAN_UNDECIDED, "undecided"),
                    G_DEFINE_ENUM_VALUE (SUIVI_GUARDIAN_YES, "yes"),
                    G_DEFINE_ENUM_VALUE (SUIVI_GUARDIAN_NO, "no"),
                    G_DEFINE_ENUM_VALUE (SUIVI_GUARDIAN_NOT_POSSIBLE, "not-possible"),
                    G_DEFINE_ENUM_VALUE (SUIVI_GUARDIAN_RISK, "risk"),
                    G_DEFINE_ENUM_VALUE (SUIVI_GUARDIAN_OF_AGE, "of-age"))

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviParticipant, id),
  SUIVI_TEXT (SuiviParticipant, consultation_id),
  SUIVI_TEXT (SuiviParticipant, code),
  SUIVI_UINT (SuiviParticipant, size),
  SUIVI_ENUM (SuiviParticipant, age_band, suivi_age_band_get_type),
  SUIVI_ENUM (SuiviParticipant, gender, suivi_gender_get_type),
  SUIVI_TEXT (SuiviParticipant, assent_on),
  SUIVI_ENUM (SuiviParticipant, assent_form, suivi_assent_form_get_type),
  SUIVI_ENUM (SuiviParticipant, guardian, suivi_guardian_consent_get_type),
  SUIVI_TEXT (SuiviParticipant, guardian_reason),
  SUIVI_ENUM (SuiviParticipant, take_part, suivi_agreement_get_type),
  SUIVI_ENUM (SuiviParticipant, quote, suivi_agreement_get_type),
  SUIVI_ENUM (SuiviParticipant, publish, suivi_agreement_get_type),
  SUIVI_ENUM (SuiviParticipant, image, suivi_agreement_get_type),
  SUIVI_ENUM (SuiviParticipant, travel, suivi_agreement_get_type),
  SUIVI_ENUM (SuiviParticipant, contact, suivi_agreement_get_type),
  SUIVI_TEXT (SuiviParticipant, information),
  SUIVI_TEXT (SuiviParticipant, delete_by),
  SUIVI_TEXT (SuiviParticipant, withdrawn_on),
};

SUIVI_DEFINE_RECORD (SuiviParticipant, suivi_participant, "participant", fields, NULL)

/**
 * suivi_agreement_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_agreement_to_label (SuiviAgreement agreement)
{
  switch (agreement)
    {
    case SUIVI_NOT_ASKED:
      /* Translators: the answer of a child to a question of consent */
      return _ ("Not asked");
    case SUIVI_NO:
      /* Translators: the answer of a child to a question of consent */
      return _ ("No");
    case SUIVI_YES:
      /* Translators: the answer of a child to a question of consent */
      return _ ("Yes");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_assent_form_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_assent_form_to_label (SuiviAssentForm form)
{
  switch (form)
    {
    case SUIVI_ASSENT_NONE:
      /* Translators: how a child agreed */
      return _ ("No assent yet");
    case SUIVI_ASSENT_SIGNED:
      /* Translators: how a child agreed */
      return _ ("Signed");
    case SUIVI_ASSENT_SPOKEN:
      /* Translators: how a child agreed */
      return _ ("Spoken, with a witness");
    case SUIVI_ASSENT_DRAWN:
      /* Translators: how a child agreed */
      return _ ("Drawn");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_guardian_consent_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_guardian_consent_to_label (SuiviGuardianConsent consent)
{
  switch (consent)
    {
    case SUIVI_GUARDIAN_UNDECIDED:
      /* Translators: consent of a parent or guardian */
      return _ ("Not settled yet");
    case SUIVI_GUARDIAN_YES:
      /* Translators: consent of a parent or guardian */
      return _ ("Yes");
    case SUIVI_GUARDIAN_NO:
      /* Translators: consent of a parent or guardian */
      return _ ("No");
    case SUIVI_GUARDIAN_NOT_POSSIBLE:
      /* Translators: consent of a parent or guardian */
      return _ ("Not possible to ask");
    case SUIVI_GUARDIAN_RISK:
      /* Translators: consent of a parent or guardian */
      return _ ("Not asked: it would put the child at risk");
    case SUIVI_GUARDIAN_OF_AGE:
      /* Translators: consent of a parent or guardian */
      return _ ("Not needed: 18 and over");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_participant_new:
 * @consultation_id: key of the consultation
 *
 * Returns: (transfer full): a participant with a new random key and code, and nothing agreed
 */
SuiviParticipant *
suivi_participant_new (const char *consultation_id)
{
  SuiviParticipant *self = suivi_record_new (&suivi_participant_record);

  self->consultation_id = g_strdup (consultation_id);
  g_free (self->code);
  self->code = suivi_participant_make_code ();
  self->size = 1;

  return self;
}

/* Nothing that can be taken for something else: no vowels (no words come about), no 0/O, 1/l/I, 5/S, 8/B. */
static const char code_letters[] = "CDFGHJKLMNPQRTVWXZ234679";

/**
 * suivi_participant_make_code:
 *
 * A code of four: short enough for a badge. Random, so that it tells neither a name nor who came first. Two of one
 * consultation may be the same by chance: the store then makes another one.
 *
 * Returns: (transfer full): one of 331,776 codes: "K7FM"
 */
char *
suivi_participant_make_code (void)
{
  char code[5] = "";

  for (guint i = 0; i < 4; i++)
    code[i] = code_letters[g_random_int_range (0, sizeof code_letters - 1)];

  return g_strdup (code);
}
