/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/position.h"
#include "core/scorecard/light.h"

G_BEGIN_DECLS

/**
 * SuiviSignals:
 * @SUIVI_SIGNAL_UNASSESSED: nobody has graded it ("unassessed")
 * @SUIVI_SIGNAL_NO_EVIDENCE: it is graded, and no evidence stands behind the grade ("no-evidence")
 * @SUIVI_SIGNAL_OLD_EVIDENCE: the newest evidence is older than a year at the cut-off ("old-evidence")
 * @SUIVI_SIGNAL_NEWER_EVIDENCE: there is evidence from after the day of the grade ("newer-evidence")
 * @SUIVI_SIGNAL_APART: organisations are two grades apart or more, and have not agreed on one ("apart")
 * @SUIVI_SIGNAL_RED_NEAR_MID_TERM: the State supports it, it is red, and mid-term is near ("red-near-mid-term")
 *
 * What somebody should look at before a scorecard is published.
 */
typedef enum /*< flags >*/
{
  SUIVI_SIGNAL_UNASSESSED = 1 << 0,
  SUIVI_SIGNAL_NO_EVIDENCE = 1 << 1,
  SUIVI_SIGNAL_OLD_EVIDENCE = 1 << 2,
  SUIVI_SIGNAL_NEWER_EVIDENCE = 1 << 3,
  SUIVI_SIGNAL_APART = 1 << 4,
  SUIVI_SIGNAL_RED_NEAR_MID_TERM = 1 << 5,
} SuiviSignals;

#define SUIVI_N_SIGNALS    6
#define SUIVI_TYPE_SIGNALS (suivi_signals_get_type ())

/* Mid-term is 27 months (2¼ years) after the review: the middle of the 24 to 30 months in which mid-term reports are
 * made (publication 002, lines 128 to 154). "Near" is our own rule: not more than 12 months before or after. */
#define SUIVI_MID_TERM_MONTHS      27
#define SUIVI_NEAR_MID_TERM_MONTHS 12

/**
 * SuiviSignalFacts:
 * @position: what the State answered
 * @light: the light that counts
 * @graded_on: (nullable): day of the grade; "" or %NULL if there is none
 * @n_evidence: how many pieces of evidence support the grade
 * @newest_evidence: (nullable): the greatest date of them, whole or in part ("2026", "2026-11"); "" or %NULL if none is
 *   dated
 * @apart: how many grades the organisations are apart: SuiviSpread.apart
 * @agreed: whether the light that counts is the one that they agreed on
 * @review_date: (nullable): day of the review; "" or %NULL if not known
 * @cut_off: day up to which the scorecard looks
 *
 * What the signals of one recommendation depend on. Dates are ISO 8601.
 */
typedef struct
{
  SuiviPosition position;
  SuiviLight light;
  const char *graded_on;
  guint n_evidence;
  const char *newest_evidence;
  guint apart;
  gboolean agreed;
  const char *review_date;
  const char *cut_off;
} SuiviSignalFacts;

GType        suivi_signals_get_type       (void);
SuiviSignals suivi_signals_find           (const SuiviSignalFacts *facts);

SuiviSignals suivi_signal_get_nth         (guint                   index);
const char  *suivi_signal_to_nick         (SuiviSignals            which);
gboolean     suivi_signal_from_nick       (const char             *nick,
                                           SuiviSignals           *which);
const char  *suivi_signal_to_label        (SuiviSignals            which);
const char  *suivi_signal_to_explanation  (SuiviSignals            which);
const char  *suivi_signal_to_source       (SuiviSignals            which);

gboolean     suivi_is_near_mid_term       (const char             *review_date,
                                           const char             *date);

G_END_DECLS
