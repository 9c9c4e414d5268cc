/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/consent-gate.h"
#include "core/consultation/gates-private.h"

G_DEFINE_ENUM_TYPE (SuiviUse,
                    suivi_use,
                    G_DEFINE_ENUM_VALUE (SUIVI_USE_RECORD, "record"),
                    G_DEFINE_ENUM_VALUE (SUIVI_USE_COUNT, "count"),
                    G_DEFINE_ENUM_VALUE (SUIVI_USE_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (SUIVI_USE_PUBLISH, "publish"))

/* How far a statement must be allowed to go for each use. */
static const SuiviConsentLevel needed[SUIVI_N_USES] = {
  [SUIVI_USE_RECORD] = SUIVI_CONSENT_INTERNAL,
  [SUIVI_USE_COUNT] = SUIVI_CONSENT_TOTALS,
  [SUIVI_USE_QUOTE] = SUIVI_CONSENT_QUOTE,
  [SUIVI_USE_PUBLISH] = SUIVI_CONSENT_PUBLISH,
};

static gboolean
check_level (const SuiviStatement *statement, SuiviConsentLevel level, GError **error)
{
  if (statement->level >= level)
    return TRUE;

  switch (level)
    {
    case SUIVI_CONSENT_TOTALS:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                                 _ ("The statement is internal only: it may not even be counted."));
    case SUIVI_CONSENT_QUOTE:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                                 _ ("The statement may not be quoted: its level does not go so far."));
    case SUIVI_CONSENT_INTERNAL:
    case SUIVI_CONSENT_PUBLISH:
    default:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                                 _ ("The statement may not be published: its level does not go so far."));
    }
}

/**
 * suivi_consent_gate_allows:
 * @statement: (nullable): what a child said
 * @participant: (nullable): the child who said it
 * @use: what shall be done with it
 * @today: the day, ISO 8601
 *
 * The one place that decides what may be done with what a child said. It fails closed: whatever is missing,
 * unknown, or does not fit together is a no. A statement goes as far as its own level, and never further than
 * consent as it is today, whatever was true when it was written down. Of an overdue code only the record is
 * left, so that it can be erased; of a withdrawn one, not even that.
 *
 * Returns: whether it is allowed; if not, @error says why (%SUIVI_GATE_ERROR)
 */
gboolean
suivi_consent_gate_allows (const SuiviStatement *statement,
                           const SuiviParticipant *participant,
                           SuiviUse use,
                           const char *today,
                           GError **error)
{
  g_autoptr (GError) unsettled = NULL;

  if ((guint) use >= SUIVI_N_USES)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      _ ("It is not known what the statement shall be used for: it may not be used."));
  if (!suivi_gates_check_belongs (statement, participant, error))
    return FALSE;
  if (!suivi_participant_gate_settled (participant, today, &unsettled))
    {
      if (use == SUIVI_USE_RECORD && g_error_matches (unsettled, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_OVERDUE))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&unsettled));
      return FALSE;
    }

  return check_level (statement, needed[use], error)
         && suivi_gates_check_agreed (participant, needed[use], error)
         && suivi_gates_check_words (statement, participant, needed[use], error);
}
