/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"
#include "core/scorecard/counting.h"
#include "core/scorecard/scale.h"

G_BEGIN_DECLS

/**
 * SuiviEdition:
 * @id: random UUID, the key in the workspace
 * @review_id: (nullable): key of the review whose recommendations it grades; %NULL: of several
 * @previous_id: (nullable): key of the edition that it is compared with
 * @title: how it is called: "Mid-term 2027"; never blank
 * @cut_off: day up to which it looks, ISO 8601 date
 * @method: how the grades were given, in words
 * @authors: who made it: persons and organisations
 * @unit: what is counted
 * @part_rule: where a recommendation that is supported in part is counted
 * @scale: the scale that its outputs speak
 * @frozen_at: when it was frozen, ISO 8601 in UTC: "2026-11-22T09:30:00Z". "": it is being prepared, and has no rows
 * @note: anything else
 * @keeps_contributions: 1 if what civil society did was frozen with it; 0: an older Suivi froze it, and left that out
 *
 * A scorecard as it was published. Its rows (#SuiviEditionRow) hold the grades as they were: what is changed later does
 * not change it.
 */
typedef struct
{
  char *id;
  char *review_id;
  char *previous_id;
  char *title;
  char *cut_off;
  char *method;
  char **authors;
  SuiviCountingUnit unit;
  SuiviPartRule part_rule;
  SuiviScale scale;
  char *frozen_at;
  char *note;
  guint keeps_contributions;
} SuiviEdition;

#define SUIVI_TYPE_EDITION (suivi_edition_get_type ())
SUIVI_DECLARE_RECORD (SuiviEdition, suivi_edition)

SuiviEdition     *suivi_edition_new               (const char         *title,
                                                   const char         *cut_off);
gboolean          suivi_edition_is_frozen         (const SuiviEdition *self);
SuiviCountingRule suivi_edition_get_counting_rule (const SuiviEdition *self);
const char       *suivi_edition_refuse_cut_off    (const char         *cut_off,
                                                   const char         *today);

G_END_DECLS
