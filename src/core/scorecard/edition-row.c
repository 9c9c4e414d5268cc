/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/edition-row.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviEditionRow, id),
  SUIVI_TEXT (SuiviEditionRow, edition_id),
  SUIVI_TEXT (SuiviEditionRow, recommendation_id),
  SUIVI_TEXT (SuiviEditionRow, symbol),
  SUIVI_TEXT (SuiviEditionRow, number),
  SUIVI_TEXT (SuiviEditionRow, text),
  SUIVI_LIST (SuiviEditionRow, states),
  SUIVI_ENUM (SuiviEditionRow, position, suivi_position_get_type),
  SUIVI_UINT (SuiviEditionRow, category),
  SUIVI_LIST (SuiviEditionRow, themes),
  SUIVI_LIST (SuiviEditionRow, sdgs),
  SUIVI_TEXT (SuiviEditionRow, cluster),
  SUIVI_ENUM (SuiviEditionRow, law, suivi_level_get_type),
  SUIVI_ENUM (SuiviEditionRow, policy, suivi_level_get_type),
  SUIVI_ENUM (SuiviEditionRow, practice, suivi_level_get_type),
  SUIVI_ENUM (SuiviEditionRow, light, suivi_light_get_type),
  SUIVI_UINT (SuiviEditionRow, light_overridden),
  SUIVI_TEXT (SuiviEditionRow, reason),
  SUIVI_TEXT (SuiviEditionRow, source),
  SUIVI_TEXT (SuiviEditionRow, organisation),
  SUIVI_TEXT (SuiviEditionRow, name),
  SUIVI_TEXT (SuiviEditionRow, date),
  SUIVI_UINT (SuiviEditionRow, has_previous),
  SUIVI_ENUM (SuiviEditionRow, previous_light, suivi_light_get_type),
  SUIVI_TEXT (SuiviEditionRow, review),
  SUIVI_LIST (SuiviEditionRow, groups),
  SUIVI_LIST (SuiviEditionRow, issues),
  SUIVI_UINT (SuiviEditionRow, child_focused),
  SUIVI_LIST (SuiviEditionRow, institutions),
};

SUIVI_DEFINE_RECORD (SuiviEditionRow,
                     suivi_edition_row,
                     "edition_row",
                     fields,
                     "edition_id, recommendation_id")

/**
 * suivi_edition_row_new:
 * @edition_id: key of the edition
 * @recommendation_id: key of the recommendation
 *
 * Returns: (transfer full): a row with a new random key, not graded
 */
SuiviEditionRow *
suivi_edition_row_new (const char *edition_id, const char *recommendation_id)
{
  SuiviEditionRow *self = suivi_record_new (&suivi_edition_row_record);

  self->edition_id = g_strdup (edition_id);
  self->recommendation_id = g_strdup (recommendation_id);

  return self;
}
