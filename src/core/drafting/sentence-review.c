/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/dates.h"
#include "core/drafting/sentence.h"
#include "core/reference/sessions.h"
#include "core/scorecard/assessment.h"

/* From one review to the next there are 4½ years (Factsheet 3: "by the next review or sooner, within 4½
 * years"). */
#define MONTHS_BETWEEN_REVIEWS 54

/**
 * suivi_next_review_date_after:
 * @state: (nullable): ISO 3166-1 alpha-3
 * @day: the day from which one looks ahead, "2026-11-22"
 *
 * The first day of the session in which the State is reviewed next. Where the calendar does not know that
 * session (none of the fifth cycle is published), it is an estimate: the first day of the last session known
 * and 4½ years, or as often 4½ years as it takes to be after @day.
 *
 * Returns: (transfer full) (nullable): the date, after @day; %NULL for a State that has no review, or when
 * @day is none
 */
char *
suivi_next_review_date_after (const char *state, const char *day)
{
  gsize n = 0;
  g_autofree guint *sessions = suivi_sessions_of_state (state, &n);
  const char *start = NULL;
  GDate today;
  GDate review;

  if (!suivi_dates_parse_iso (day, &today))
    return NULL;

  for (gsize i = 0; i < n; i++)
    {
      if (suivi_session_get_dates (sessions[i], &start, NULL) && strcmp (start, day) > 0)
        return g_strdup (start);
    }
  if (!suivi_dates_parse_iso (start, &review))
    return NULL;

  while (g_date_compare (&review, &today) <= 0)
    g_date_add_months (&review, MONTHS_BETWEEN_REVIEWS);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&review), g_date_get_month (&review),
                          g_date_get_day (&review));
}

/**
 * suivi_next_review_date:
 * @state: (nullable): ISO 3166-1 alpha-3
 *
 * The same, from today on. Sessions to come are plans, and what the calendar does not know is an estimate: 4½
 * years after the last review.
 *
 * Returns: (transfer full) (nullable): first day of the session in which the State is reviewed next:
 * "2027-01-18"
 */
char *
suivi_next_review_date (const char *state)
{
  g_autofree char *today = suivi_date_today ();

  return suivi_next_review_date_after (state, today);
}
