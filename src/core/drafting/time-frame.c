/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/dates.h"
#include "core/drafting/time-frame.h"

/* From one review to the next there are 4½ years (Factsheet 3: "by the next review or sooner, within 4½ years"), and
 * reports of the mid-term are written 24 to 30 months after a review (Factsheet 4). The mid-term is over 30 months
 * after a review: that is 24 months before the next one. */
#define MONTHS_BETWEEN_REVIEWS 54
#define MONTHS_TO_MID_TERM     30

/* Nobody means a longer time, and GDate could not count it. */
#define MAX_AMOUNT 999

static void
get_today (const SuiviSupport *support, GDate *today)
{
  g_autoptr (GDateTime) now = NULL;

  if (support != NULL && suivi_dates_parse_iso (support->today, today))
    return;

  now = g_date_time_new_now_local ();
  g_date_clear (today, 1);
  g_date_set_dmy (today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
}

/* @amount units after @day; @half: and half a unit. */
static gboolean
add_time (GDate *day, int amount, int unit, gboolean half)
{
  if (amount < 0 || amount > MAX_AMOUNT || unit == 0)
    return FALSE;

  if (unit > 0)
    {
      g_date_add_days (day, amount * unit + (half ? unit / 2 : 0));
      return TRUE;
    }

  g_date_add_months (day, amount * -unit + (half ? -unit / 2 : 0));
  if (half && unit == -1)
    g_date_add_days (day, 15);

  return TRUE;
}

/* By a day; "before" it, the day before is the last. */
static gboolean
read_date (const SuiviBinding *binding, gboolean before, const GDate *today, SuiviTimeFrame *frame)
{
  if (before)
    {
      frame->last_day = binding->first_day;
      g_date_subtract_days (&frame->last_day, 1);
    }
  else
    {
      frame->last_day = binding->last_day;
    }
  frame->kind = g_date_compare (&frame->last_day, today) < 0 ? SUIVI_TIME_FRAME_PAST : SUIVI_TIME_FRAME_DATE;

  return TRUE;
}

static void
read_review (const SuiviSupport *support, guint months_before, SuiviTimeFrame *frame)
{
  GDate review;

  frame->kind = SUIVI_TIME_FRAME_EVENT;
  if (support == NULL || !suivi_dates_parse_iso (support->next_review, &review)
      || g_date_get_year (&review) < 1900)
    return;

  g_date_subtract_months (&review, months_before);
  frame->last_day = review;
  frame->kind = SUIVI_TIME_FRAME_DATE;
}

static gboolean
read_match (const SuiviMatch *match, const SuiviSupport *support, const GDate *today, SuiviTimeFrame *frame)
{
  const char *kind = suivi_entry_get_field (match->entry, 0);
  const SuiviBinding *binding = &match->binding;
  gboolean dated = g_date_valid (&binding->last_day);

  frame->first = match->first;
  frame->end = match->end;
  if (g_str_equal (kind, "soon"))
    {
      frame->kind = SUIVI_TIME_FRAME_SOON;
      return TRUE;
    }
  if (g_str_equal (kind, "next-review"))
    {
      read_review (support, 0, frame);
      return TRUE;
    }
  if (g_str_equal (kind, "mid-term"))
    {
      read_review (support, MONTHS_BETWEEN_REVIEWS - MONTHS_TO_MID_TERM, frame);
      return TRUE;
    }
  if (g_str_equal (kind, "within") || g_str_equal (kind, "half-within"))
    {
      frame->kind = SUIVI_TIME_FRAME_DATE;
      frame->last_day = *today;
      return add_time (&frame->last_day, binding->number, binding->unit, g_str_equal (kind, "half-within"));
    }
  if (g_str_equal (kind, "event"))
    {
      frame->kind = SUIVI_TIME_FRAME_EVENT;
      return TRUE;
    }
  if (!dated)
    return FALSE;

  read_date (binding, g_str_equal (kind, "before"), today, frame);

  /* "In 2019" tells what was; only "in 2029" asks. */
  return frame->kind == SUIVI_TIME_FRAME_DATE || !g_str_equal (kind, "in");
}

/**
 * suivi_time_frames_find:
 * @support: (nullable): what "today" and "the next review" are
 *
 * Finds what says by when: dates, years ("by 2029": its 31 December), months (their last day), spans of time ("within
 * two years": from today), the next review, the mid-term (30 months after a review), events. "Before 2029" ends with
 * 2028. What is over is no time frame, nor is a mere hurry. Source: Factsheet 3, "time-bound": by the next review or
 * sooner, within 4½ years; The Butterfly Effect, "Time-bound": shorter deadlines can be suggested.
 *
 * Returns: (transfer full) (element-type SuiviTimeFrame): them, in the order of the text
 */
GArray *
suivi_time_frames_find (const SuiviLexicon *lexicon, SuiviWords *words, const SuiviSupport *support)
{
  GArray *frames = g_array_new (FALSE, FALSE, sizeof (SuiviTimeFrame));
  g_autoptr (GArray) matches = suivi_lexicon_find_all (lexicon, SUIVI_SECTION_TIME_FRAMES, words);
  GDate today;

  get_today (support, &today);
  for (guint i = 0; i < matches->len; i++)
    {
      SuiviTimeFrame frame = { 0 };

      if (read_match (&g_array_index (matches, SuiviMatch, i), support, &today, &frame))
        g_array_append_val (frames, frame);
    }

  return frames;
}

/**
 * suivi_time_frames_get_deadline:
 * @frames: (element-type SuiviTimeFrame): time frames
 *
 * Returns: (transfer full) (nullable): the last of their days ("2029-12-31"): by then all is to be done
 */
char *
suivi_time_frames_get_deadline (GArray *frames)
{
  const GDate *last = NULL;

  for (guint i = 0; i < frames->len; i++)
    {
      const SuiviTimeFrame *frame = &g_array_index (frames, SuiviTimeFrame, i);

      if (frame->kind == SUIVI_TIME_FRAME_DATE
          && (last == NULL || g_date_compare (&frame->last_day, last) > 0))
        last = &frame->last_day;
    }

  return last != NULL ? g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (last), g_date_get_month (last),
                                         g_date_get_day (last))
                      : NULL;
}

/**
 * suivi_time_frames_at:
 * @frames: (element-type SuiviTimeFrame): time frames
 *
 * Returns: (nullable): the time frame that begins with that word
 */
const SuiviTimeFrame *
suivi_time_frames_at (GArray *frames, guint word)
{
  for (guint i = 0; i < frames->len; i++)
    {
      const SuiviTimeFrame *frame = &g_array_index (frames, SuiviTimeFrame, i);

      if (frame->first == word)
        return frame;
    }

  return NULL;
}
