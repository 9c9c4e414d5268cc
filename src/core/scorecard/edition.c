/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/edition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/scorecard/assessment.h"
#include "core/text/text.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviEdition, id),
  SUIVI_TEXT (SuiviEdition, review_id),
  SUIVI_TEXT (SuiviEdition, previous_id),
  SUIVI_TEXT (SuiviEdition, title),
  SUIVI_TEXT (SuiviEdition, cut_off),
  SUIVI_TEXT (SuiviEdition, method),
  SUIVI_LIST (SuiviEdition, authors),
  SUIVI_ENUM (SuiviEdition, unit, suivi_counting_unit_get_type),
  SUIVI_ENUM (SuiviEdition, part_rule, suivi_part_rule_get_type),
  SUIVI_ENUM (SuiviEdition, scale, suivi_scale_get_type),
  SUIVI_TEXT (SuiviEdition, frozen_at),
  SUIVI_TEXT (SuiviEdition, note),
  SUIVI_UINT (SuiviEdition, keeps_contributions),
};

SUIVI_DEFINE_RECORD (SuiviEdition, suivi_edition, "edition", fields, NULL)

/**
 * suivi_edition_new:
 * @title: how it is called
 * @cut_off: day up to which it looks, ISO 8601 date
 *
 * Returns: (transfer full): an edition with a new random key, not frozen, that counts as a new workspace does
 */
SuiviEdition *
suivi_edition_new (const char *title, const char *cut_off)
{
  SuiviEdition *self = suivi_record_new (&suivi_edition_record);

  g_free (self->title);
  self->title = g_strdup (title);
  g_free (self->cut_off);
  self->cut_off = g_strdup (cut_off);

  return self;
}

/**
 * suivi_edition_is_frozen:
 *
 * Returns: whether it has its rows and must not be changed any more
 */
gboolean
suivi_edition_is_frozen (const SuiviEdition *self)
{
  return !suivi_text_is_blank (self->frozen_at);
}

/**
 * suivi_edition_get_counting_rule:
 *
 * Returns: how it counts
 */
SuiviCountingRule
suivi_edition_get_counting_rule (const SuiviEdition *self)
{
  return (SuiviCountingRule){ self->unit, self->part_rule };
}

/**
 * suivi_edition_refuse_cut_off:
 * @cut_off: day up to which an edition is to look
 * @today: ISO 8601 date: suivi_date_today()
 *
 * An edition says what was known on a day: nobody can freeze what a day will bring that has not come.
 *
 * Returns: (nullable): what is wrong with it, a sentence for the user; %NULL if it is a day, and not after @today
 */
const char *
suivi_edition_refuse_cut_off (const char *cut_off, const char *today)
{
  if (!suivi_date_is_valid (cut_off))
    return _ ("Say up to which day the edition looks: the cut-off is not a date.");
  /* Days written year-month-day sort as text. */
  if (strcmp (cut_off, today) > 0)
    return _ ("The cut-off is in the future. An edition says what is known: choose today or an earlier day.");

  return NULL;
}
