/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include "core/scorecard/assessment.h"
#include "core/text/text.h"
#include "exchange/scorecard-reader-private.h"

/* Days between 30 December 1899, from which spreadsheets count, and 1 January 1970; and the years 1990 to 2100. */
#define DAYS_TO_1970 25569
#define FIRST_DAY    32874
#define LAST_DAY     73050

/* Digits of any script as ASCII, whatever else as it is; blank marks of direction fall away. */
static char *
make_ascii_digits (const char *text)
{
  g_autofree char *clean = suivi_text_clean (text);
  GString *out = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (out, '0' + g_unichar_digit_value (c));
      else
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

static char *
format_day (guint year, guint month, guint day)
{
  return year <= 9999 && month <= 12 && day <= 31 && g_date_valid_dmy (day, month, year)
           ? g_strdup_printf ("%04u-%02u-%02u", year, month, day)
           : NULL;
}

/* 22.11.2026 and 22/11/2026 can only be one day; 5.3.2026 is two in two countries. */
static char *
choose_order (guint first, guint second, guint year)
{
  if (first > 12)
    return format_day (year, second, first);
  if (second > 12 || first == second)
    return format_day (year, first, second);

  return NULL;
}

/* A date that lost its format is the number of days since 30 December 1899. */
static char *
read_serial (const char *text)
{
  guint64 days = 0;
  GDate date;

  if (!g_ascii_string_to_unsigned (text, 10, FIRST_DAY, LAST_DAY, &days, NULL))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1970);
  g_date_add_days (&date, days - DAYS_TO_1970);

  return format_day (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * suivi_scorecard_read_day:
 * @text: what a cell says
 * @type: what it held
 *
 * Understands dates of the spreadsheet, days written year-month-day, and those with the year at the end where the
 * order of day and month is certain.
 *
 * Returns: (transfer full) (nullable): the day, "2026-11-22"; "" for a blank cell; %NULL if it is not certain which
 *   day is meant
 */
char *
suivi_scorecard_read_day (const char *text, SuiviCellType type)
{
  g_autofree char *ascii = NULL;
  guint a = 0;
  guint b = 0;
  guint c = 0;
  int end = 0;
  char separator = 0;

  if (suivi_text_is_blank (text))
    return g_strdup ("");
  if (strlen (text) > 100)
    return NULL;

  ascii = make_ascii_digits (text);
  if (type == SUIVI_CELL_NUMBER)
    return read_serial (ascii);
  /* A time may follow: "2026-11-22T00:00:00". */
  if (sscanf (ascii, "%4u-%2u-%2u%n", &a, &b, &c, &end) == 3 && a > 999
      && (ascii[end] == '\0' || ascii[end] == 'T' || ascii[end] == ' '))
    return format_day (a, b, c);
  end = 0;
  if (sscanf (ascii, "%2u%c%2u%*1[./-]%4u%n", &a, &separator, &b, &c, &end) == 4 && ascii[end] == '\0'
      && strchr ("./-", separator) != NULL && c > 999)
    return choose_order (a, b, c);

  return NULL;
}
