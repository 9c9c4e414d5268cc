/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/scorecard-bands.h"

/**
 * suivi_scorecard_head_can_be_open:
 *
 * Returns: whether organisations that differ leave a recommendation without a grade. UPR Info's scale takes the average
 */
gboolean
suivi_scorecard_head_can_be_open (const SuiviScorecardHead *self)
{
  return self->scale != SUIVI_SCALE_IRI;
}

/**
 * suivi_scorecard_head_grade_text:
 *
 * Returns: (transfer full): sign and word of @grade on the scale of the scorecard: "◐ Partially implemented". The sign is
 *   that of the light with the same number: so no two grades are the same text, whatever the user calls them
 */
char *
suivi_scorecard_head_grade_text (const SuiviScorecardHead *self, SuiviLight grade)
{
  return g_strdup_printf ("%s %s", suivi_light_to_symbol (grade),
                          suivi_scale_grade_to_label (self->scale, grade, self->labels));
}

/**
 * suivi_scorecard_open_text:
 *
 * Returns: what stands in place of a grade while organisations differ, translated
 */
const char *
suivi_scorecard_open_text (void)
{
  /* Translators: what the organisations say differs, and they did not agree on a grade yet */
  return _ ("Not agreed yet");
}
