/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/statement.h"

G_DEFINE_ENUM_TYPE (SuiviConsentLevel,
                    suivi_consent_level,
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSENT_INTERNAL, "internal"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSENT_TOTALS, "totals"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSENT_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSENT_PUBLISH, "publish"))

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviStatement, id),
  SUIVI_TEXT (SuiviStatement, consultation_id),
  SUIVI_TEXT (SuiviStatement, participant_id),
  SUIVI_TEXT (SuiviStatement, words),
  SUIVI_UINT (SuiviStatement, drawing),
  SUIVI_ENUM (SuiviStatement, age_band, suivi_age_band_get_type),
  SUIVI_TEXT (SuiviStatement, setting),
  SUIVI_LIST (SuiviStatement, themes),
  SUIVI_LIST (SuiviStatement, articles),
  SUIVI_ENUM (SuiviStatement, level, suivi_consent_level_get_type),
  SUIVI_TEXT (SuiviStatement, checked_words),
  SUIVI_TEXT (SuiviStatement, left_out),
  SUIVI_UINT (SuiviStatement, place),
};

SUIVI_DEFINE_RECORD (SuiviStatement, suivi_statement, "statement", fields, NULL)

/**
 * suivi_consent_level_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_consent_level_to_label (SuiviConsentLevel level)
{
  switch (level)
    {
    case SUIVI_CONSENT_INTERNAL:
      /* Translators: how far the words of a child may go */
      return _ ("Internal only");
    case SUIVI_CONSENT_TOTALS:
      /* Translators: how far the words of a child may go: counted, never shown */
      return _ ("In totals");
    case SUIVI_CONSENT_QUOTE:
      /* Translators: how far the words of a child may go */
      return _ ("Quote anonymously");
    case SUIVI_CONSENT_PUBLISH:
      /* Translators: how far the words of a child may go: in something that anybody can read */
      return _ ("Publish");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_statement_new:
 * @consultation_id: key of the consultation
 * @participant_id: key of who said it
 * @words: what was said
 *
 * Returns: (transfer full): a statement with a new random key, internal only
 */
SuiviStatement *
suivi_statement_new (const char *consultation_id, const char *participant_id, const char *words)
{
  SuiviStatement *self = suivi_record_new (&suivi_statement_record);

  self->consultation_id = g_strdup (consultation_id);
  self->participant_id = g_strdup (participant_id);
  g_free (self->words);
  self->words = g_strdup (words);

  return self;
}
