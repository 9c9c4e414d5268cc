/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/evidence.h"
#include "core/scorecard/signals.h"
#include "core/scorecard/spread.h"

G_DEFINE_FLAGS_TYPE (SuiviSignals,
                     suivi_signals,
                     G_DEFINE_ENUM_VALUE (SUIVI_SIGNAL_UNASSESSED, "unassessed"),
                     G_DEFINE_ENUM_VALUE (SUIVI_SIGNAL_NO_EVIDENCE, "no-evidence"),
                     G_DEFINE_ENUM_VALUE (SUIVI_SIGNAL_OLD_EVIDENCE, "old-evidence"),
                     G_DEFINE_ENUM_VALUE (SUIVI_SIGNAL_NEWER_EVIDENCE, "newer-evidence"),
                     G_DEFINE_ENUM_VALUE (SUIVI_SIGNAL_APART, "apart"),
                     G_DEFINE_ENUM_VALUE (SUIVI_SIGNAL_RED_NEAR_MID_TERM, "red-near-mid-term"))

static const struct
{
  SuiviSignals which;
  const char *nick;
  const char *label;
  const char *explanation;
  const char *source;
} signals[SUIVI_N_SIGNALS] = {
  { SUIVI_SIGNAL_UNASSESSED, "unassessed", N_ ("Not assessed"),
    N_ ("Nobody has graded it. A scorecard covers every recommendation, the noted ones, too."),
    N_ ("UPR Info, The Butterfly Effect (2016): good mid-term reports cover supported and noted "
        "recommendations.") },
  { SUIVI_SIGNAL_NO_EVIDENCE, "no-evidence", N_ ("No evidence"),
    N_ ("It is graded, but no evidence stands behind the grade. Add what shows it."),
    N_ ("UPR Info, The Butterfly Effect (2016): good mid-term reports rest on credible evidence.") },
  { SUIVI_SIGNAL_OLD_EVIDENCE, "old-evidence", N_ ("Old evidence"),
    N_ ("The newest evidence is more than a year older than the cut-off date. Look for something newer."),
    N_ ("Our own rule.") },
  { SUIVI_SIGNAL_NEWER_EVIDENCE, "newer-evidence", N_ ("Newer evidence than the grade"),
    N_ ("There is evidence from after the day of the grade. Look at the grade again."),
    N_ ("Our own rule.") },
  { SUIVI_SIGNAL_APART, "apart", N_ ("Organisations far apart"),
    N_ ("Organisations are two grades apart or more, such as green and red, and have not agreed on a grade. "
        "Talk, agree, and note the dissent."),
    N_ ("Our own rule.") },
  { SUIVI_SIGNAL_RED_NEAR_MID_TERM, "red-near-mid-term", N_ ("Supported, no progress, near mid-term"),
    N_ ("The State supports it, nothing has moved, and mid-term is not more than a year away, or a "
        "year past. Ask what is planned."),
    N_ ("Mid-term, 24 to 30 months after the review: Child Rights Connect and UPR Info, Factsheet 4 "
        "(2020). Twelve months on either side of its middle: our own rule.") },
};

/**
 * suivi_is_near_mid_term:
 * @review_date: (nullable): day of the review, ISO 8601 date
 * @date: (nullable): the day asked about
 *
 * Returns: whether @date is not more than %SUIVI_NEAR_MID_TERM_MONTHS before or after mid-term, which is
 *   %SUIVI_MID_TERM_MONTHS after the review; not if a date is missing
 */
gboolean
suivi_is_near_mid_term (const char *review_date, const char *date)
{
  GDate review = { 0 };
  GDate from = { 0 };
  GDate to = { 0 };
  GDate day = { 0 };

  if (!suivi_evidence_date_to_days (review_date, &review, NULL)
      || !suivi_evidence_date_to_days (date, &day, NULL))
    return FALSE;

  from = review;
  g_date_add_months (&from, SUIVI_MID_TERM_MONTHS - SUIVI_NEAR_MID_TERM_MONTHS);
  to = review;
  g_date_add_months (&to, SUIVI_MID_TERM_MONTHS + SUIVI_NEAR_MID_TERM_MONTHS);

  return g_date_compare (&day, &from) >= 0 && g_date_compare (&day, &to) <= 0;
}

/* A date that is known in part speaks for the user: it is as new as it can be. */
static gboolean
is_older_than_a_year (const char *evidence, const char *cut_off)
{
  GDate newest = { 0 };
  GDate limit = { 0 };

  if (!suivi_evidence_date_to_days (evidence, NULL, &newest)
      || !suivi_evidence_date_to_days (cut_off, &limit, NULL))
    return FALSE;
  g_date_subtract_years (&limit, 1);

  return g_date_compare (&newest, &limit) < 0;
}

/* A date that is known in part speaks for the user: it is as old as it can be. */
static gboolean
is_after_grade (const char *evidence, const char *graded_on)
{
  GDate newest = { 0 };
  GDate grade = { 0 };

  return suivi_evidence_date_to_days (evidence, &newest, NULL)
         && suivi_evidence_date_to_days (graded_on, &grade, NULL) && g_date_compare (&newest, &grade) > 0;
}

/**
 * suivi_signals_find:
 * @facts: of one recommendation
 *
 * What is not graded has no signal about its evidence. What depends on a date that is missing gives no signal.
 *
 * Returns: the signals that apply; 0 for none
 */
SuiviSignals
suivi_signals_find (const SuiviSignalFacts *facts)
{
  SuiviSignals found = 0;

  if (facts->light == SUIVI_LIGHT_GREY)
    found |= SUIVI_SIGNAL_UNASSESSED;
  else if (facts->n_evidence == 0)
    found |= SUIVI_SIGNAL_NO_EVIDENCE;
  else
    {
      if (is_older_than_a_year (facts->newest_evidence, facts->cut_off))
        found |= SUIVI_SIGNAL_OLD_EVIDENCE;
      if (is_after_grade (facts->newest_evidence, facts->graded_on))
        found |= SUIVI_SIGNAL_NEWER_EVIDENCE;
    }

  /* What is agreed on is settled: whoever still sees it otherwise has her dissent noted. */
  if (facts->apart >= SUIVI_SPREAD_WIDE && !facts->agreed)
    found |= SUIVI_SIGNAL_APART;
  if (facts->position == SUIVI_POSITION_SUPPORTED && facts->light == SUIVI_LIGHT_RED
      && suivi_is_near_mid_term (facts->review_date, facts->cut_off))
    found |= SUIVI_SIGNAL_RED_NEAR_MID_TERM;

  return found;
}

/**
 * suivi_signal_get_nth:
 * @index: less than %SUIVI_N_SIGNALS
 *
 * Returns: the signals one after the other, in the order in which they are shown
 */
SuiviSignals
suivi_signal_get_nth (guint index)
{
  g_return_val_if_fail (index < SUIVI_N_SIGNALS, 0);

  return signals[index].which;
}

/* @which is one signal, not several. */
static guint
index_of (SuiviSignals which)
{
  for (guint i = 0; i < SUIVI_N_SIGNALS; i++)
    {
      if (signals[i].which == which)
        return i;
    }

  g_return_val_if_reached (0);
}

/**
 * suivi_signal_to_nick:
 * @which: one signal
 *
 * Returns: the stable word for files and the command line
 */
const char *
suivi_signal_to_nick (SuiviSignals which)
{
  return signals[index_of (which)].nick;
}

/**
 * suivi_signal_from_nick:
 * @nick: (nullable): a text
 * @which: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_signal_from_nick (const char *nick, SuiviSignals *which)
{
  for (guint i = 0; i < SUIVI_N_SIGNALS; i++)
    {
      if (g_strcmp0 (nick, signals[i].nick) == 0)
        {
          *which = signals[i].which;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_signal_to_label:
 * @which: one signal
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_signal_to_label (SuiviSignals which)
{
  return _ (signals[index_of (which)].label);
}

/**
 * suivi_signal_to_explanation:
 * @which: one signal
 *
 * Returns: what it means and what to do, in sentences, translated
 */
const char *
suivi_signal_to_explanation (SuiviSignals which)
{
  return _ (signals[index_of (which)].explanation);
}

/**
 * suivi_signal_to_source:
 * @which: one signal
 *
 * Returns: where the rule is from, translated
 */
const char *
suivi_signal_to_source (SuiviSignals which)
{
  return _ (signals[index_of (which)].source);
}
