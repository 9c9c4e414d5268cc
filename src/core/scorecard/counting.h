/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/position.h"

G_BEGIN_DECLS

/**
 * SuiviCountingUnit:
 * @SUIVI_COUNTING_UNIT_RECOMMENDATION: a recommendation counts once, whatever the number of States that made it
 *   ("recommendation")
 * @SUIVI_COUNTING_UNIT_STATE: it counts once for every State that made it ("recommendation-state")
 *
 * What is counted. The two give different numbers for the same review (2,662 and 2,890 for session 24), and are never
 * mixed.
 */
typedef enum
{
  SUIVI_COUNTING_UNIT_RECOMMENDATION,
  SUIVI_COUNTING_UNIT_STATE,
} SuiviCountingUnit;

#define SUIVI_N_COUNTING_UNITS   2
#define SUIVI_TYPE_COUNTING_UNIT (suivi_counting_unit_get_type ())

/**
 * SuiviPartRule:
 * @SUIVI_PART_RULE_OWN: "supported in part" is counted on its own ("own")
 * @SUIVI_PART_RULE_NOTED: it is counted as noted ("noted")
 *
 * Where a recommendation that is supported in part is counted.
 */
typedef enum
{
  SUIVI_PART_RULE_OWN,
  SUIVI_PART_RULE_NOTED,
} SuiviPartRule;

#define SUIVI_N_PART_RULES   2
#define SUIVI_TYPE_PART_RULE (suivi_part_rule_get_type ())

/**
 * SuiviCountingRule:
 * @unit: what is counted
 * @part: where a recommendation that is supported in part is counted
 *
 * How recommendations are counted. Zeroed, it is the rule of a new workspace: every recommendation once, supported in
 * part on its own. Every output prints it: suivi_counting_rule_to_sentence().
 */
typedef struct
{
  SuiviCountingUnit unit;
  SuiviPartRule part;
} SuiviCountingRule;

GType         suivi_counting_unit_get_type     (void);
const char   *suivi_counting_unit_to_label     (SuiviCountingUnit        unit);
GType         suivi_part_rule_get_type         (void);
const char   *suivi_part_rule_to_label         (SuiviPartRule            part);

guint         suivi_counting_rule_get_weight   (const SuiviCountingRule *self,
                                                const char *const       *states);
SuiviPosition suivi_counting_rule_get_position (const SuiviCountingRule *self,
                                                SuiviPosition            position);
char         *suivi_counting_rule_to_sentence  (const SuiviCountingRule *self);

guint         suivi_percent                    (guint                    count,
                                                guint                    total);
char         *suivi_percent_to_text            (guint                    count,
                                                guint                    total);
const char   *suivi_percent_note               (void);

G_END_DECLS
