/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/relative-time.h"

#include <glib/gi18n-lib.h>

/**
 * suivi_relative_time_from:
 * @then: a moment
 * @now: the moment that it is looked at from
 *
 * Returns: (transfer full): how long ago @then was, "2 hours ago"; after a week, the day
 */
char *
suivi_relative_time_from (GDateTime *then, GDateTime *now)
{
  GTimeSpan span = 0;

  g_return_val_if_fail (then != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  span = g_date_time_difference (now, then);
  /* Clocks of two computers may differ: what seems to come is just now. */
  if (span < G_TIME_SPAN_MINUTE)
    return g_strdup (_ ("just now"));
  if (span < G_TIME_SPAN_HOUR)
    {
      guint minutes = (guint) (span / G_TIME_SPAN_MINUTE);

      return g_strdup_printf (ngettext ("%u minute ago", "%u minutes ago", minutes), minutes);
    }
  if (span < G_TIME_SPAN_DAY)
    {
      guint hours = (guint) (span / G_TIME_SPAN_HOUR);

      return g_strdup_printf (ngettext ("%u hour ago", "%u hours ago", hours), hours);
    }
  if (span < 7 * G_TIME_SPAN_DAY)
    {
      guint days = (guint) (span / G_TIME_SPAN_DAY);

      return g_strdup_printf (ngettext ("%u day ago", "%u days ago", days), days);
    }
  /* Translators: a day as in strftime: "22 November 2026" */
  return g_date_time_format (then, _ ("%-d %B %Y"));
}

/**
 * suivi_relative_time:
 * @iso8601: a moment, UTC unless it says otherwise
 *
 * Returns: (transfer full): how long ago it was; @iso8601 itself if it is no date
 */
char *
suivi_relative_time (const char *iso8601)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then = iso8601 != NULL ? g_date_time_new_from_iso8601 (iso8601, utc) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (then == NULL)
    return g_strdup (iso8601 != NULL ? iso8601 : "");
  return suivi_relative_time_from (then, now);
}

/**
 * suivi_format_day:
 * @day: "2026-11-22"
 *
 * Returns: (transfer full): the day as people write it; @day itself if it is no date
 */
char *
suivi_format_day (const char *day)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *iso = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (iso, utc);

  if (date == NULL)
    return g_strdup (day);
  /* Translators: a day as in strftime: "22 November 2026" */
  return g_date_time_format (date, _ ("%-d %B %Y"));
}
