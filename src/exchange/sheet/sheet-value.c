/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "exchange/sheet/sheet-value.h"

#define SECONDS_PER_DAY 86400

/* In seconds. */
#define ROUNDING 0.001

/* 31 December 9999, the last day that table programs know. */
#define MAX_DAY 2958465

/* No number is longer; what is, is text. */
#define MAX_NUMBER 64

/* Digits of a double that are sure to be those that somebody typed. */
#define DIGITS 15

/* --- how numbers are shown --------------------------------------------------------------------------------
 */

/**
 * suivi_number_format_of_builtin:
 * @id: number of a format that workbooks do not spell out, see ECMA-376 part 1, 18.8.30
 *
 * Returns: what it shows
 */
SuiviNumberFormat
suivi_number_format_of_builtin (guint id)
{
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return SUIVI_NUMBER_DATE;
  /* 46 is for spans of time, which may be longer than a day. */
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
    return SUIVI_NUMBER_TIME;

  return SUIVI_NUMBER_PLAIN;
}

/* "[h]", "[mm]": a span of time, which may be longer than a day. Other brackets hold colours, conditions, languages. */
static gboolean
is_span (const char *p, const char *end)
{
  return end - p > 1 && strspn (p + 1, "hHmMsS") == (gsize) (end - p - 1);
}

/* Finds the last character of what begins at @p and is not to be looked at. */
static const char *
skip_to (const char *p, char last)
{
  const char *end = strchr (p + 1, last);

  return end != NULL ? end : p + strlen (p) - 1;
}

/**
 * suivi_number_format_of_code:
 * @code: a format as workbooks spell it: "dd/mm/yyyy", "0.00", "[$-409]mmmm d\, yyyy"
 *
 * Returns: what it shows
 */
SuiviNumberFormat
suivi_number_format_of_code (const char *code)
{
  gboolean date = FALSE;
  gboolean time = FALSE;
  gboolean month_or_minute = FALSE;

  /* The formats of negative numbers, of zero and of text follow after a semicolon. */
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      if (g_ascii_strncasecmp (p, "general", 7) == 0)
        p += 6;
      else if (g_ascii_strncasecmp (p, "am/pm", 5) == 0)
        p += 4;
      else if (*p == '"')
        p = skip_to (p, '"');
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p++;
      else if (*p == '[')
        {
          const char *end = skip_to (p, ']');

          if (is_span (p, end))
            return SUIVI_NUMBER_PLAIN;
          p = end;
        }
      else if (g_ascii_tolower (*p) == 'd' || g_ascii_tolower (*p) == 'y')
        date = TRUE;
      else if (g_ascii_tolower (*p) == 'h' || g_ascii_tolower (*p) == 's')
        time = TRUE;
      else if (g_ascii_tolower (*p) == 'm')
        month_or_minute = TRUE;
    }

  if (date || (month_or_minute && !time))
    return SUIVI_NUMBER_DATE;

  return time ? SUIVI_NUMBER_TIME : SUIVI_NUMBER_PLAIN;
}

/* --- numbers ----------------------------------------------------------------------------------------------
 */

static void
append_number (double number, GString *text)
{
  char buffer[512];
  double size = fabs (number);

  if (number == 0)
    {
      g_string_append_c (text, '0');
      return;
    }

  /* In decimal while that is readable. */
  if (size >= 1e15 && size < 1e21)
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.0f", number);
    }
  else if (size < 1e-4 && size >= 1e-15)
    {
      char *end = NULL;

      g_ascii_formatd (buffer, sizeof buffer, "%.20f", number);
      end = buffer + strlen (buffer);
      while (end[-1] == '0')
        *--end = '\0';
    }
  else
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
    }
  g_string_append (text, buffer);
}

static void
append_time (guint seconds, GString *text)
{
  g_string_append_printf (text, "%02u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/* @day: from the epoch of the workbook. Returns FALSE if no calendar has it. */
static gboolean
append_day (gint64 day, gboolean from_1904, GString *text)
{
  GDate date;
  GDate epoch;

  /* Excel believes that there was a 29 February 1900, its day 60. */
  if (!from_1904 && (day < 1 || day == 60))
    return FALSE;

  if (from_1904)
    g_date_set_dmy (&epoch, 1, 1, 1904);
  else
    g_date_set_dmy (&epoch, day < 60 ? 31 : 30, 12, 1899);
  date = epoch;
  g_date_add_days (&date, day);
  g_string_append_printf (text, "%04u-%02u-%02u", g_date_get_year (&date), (guint) g_date_get_month (&date),
                          (guint) g_date_get_day (&date));

  return TRUE;
}

/**
 * suivi_sheet_value_of_number:
 * @number: the number of a cell
 * @format: how it is shown
 * @from_1904: whether days count from 1 January 1904, as old Macintosh workbooks have it
 * @text: gets the text of the cell added
 *
 * Dates are days since 30 December 1899, their fraction the time. A time without a date is text, "09:12:44".
 *
 * Returns: what the cell holds
 */
SuiviCellType
suivi_sheet_value_of_number (double number, SuiviNumberFormat format, gboolean from_1904, GString *text)
{
  gint64 seconds = 0;

  if (!isfinite (number))
    {
      g_string_append (text, "#NUM!");
      return SUIVI_CELL_ERROR;
    }
  if (format == SUIVI_NUMBER_PLAIN || number < 0 || number >= MAX_DAY)
    {
      append_number (number, text);
      return SUIVI_CELL_NUMBER;
    }

  /* Parts of a second are left out, as in dates that files spell; files round to some ten digits. */
  seconds = (gint64) (number * SECONDS_PER_DAY + ROUNDING);
  if (format == SUIVI_NUMBER_TIME && seconds < SECONDS_PER_DAY)
    {
      append_time (seconds, text);
      return SUIVI_CELL_TEXT;
    }
  if (!append_day (seconds / SECONDS_PER_DAY, from_1904, text))
    {
      append_number (number, text);
      return SUIVI_CELL_NUMBER;
    }
  if (seconds % SECONDS_PER_DAY != 0)
    {
      g_string_append_c (text, 'T');
      append_time (seconds % SECONDS_PER_DAY, text);
    }

  return SUIVI_CELL_DATE;
}

/* Most numbers are counted things: they need no arithmetic. */
static gboolean
is_simple (const char *number, gsize length)
{
  if (length == 0 || length > DIGITS || (number[0] == '0' && length > 1))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (number[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_sheet_value_of_text:
 * @number: a number as files write it: "46078", "4.6125499628240701E4"
 * @length: bytes of @number
 * @format: how it is shown
 * @from_1904: as for suivi_sheet_value_of_number()
 * @text: gets the text of the cell added
 *
 * Returns: what the cell holds; %SUIVI_CELL_TEXT if it is no number
 */
SuiviCellType
suivi_sheet_value_of_text (const char *number,
                           gsize length,
                           SuiviNumberFormat format,
                           gboolean from_1904,
                           GString *text)
{
  char buffer[MAX_NUMBER + 1];
  char *end = NULL;
  double value = 0;

  if (format == SUIVI_NUMBER_PLAIN && is_simple (number, length))
    {
      g_string_append_len (text, number, length);
      return SUIVI_CELL_NUMBER;
    }
  if (length > 0 && length <= MAX_NUMBER && memchr (number, '\0', length) == NULL)
    {
      memcpy (buffer, number, length);
      buffer[length] = '\0';
      g_strstrip (buffer);
      value = g_ascii_strtod (buffer, &end);
      if (end != buffer && *end == '\0')
        return suivi_sheet_value_of_number (value, format, from_1904, text);
    }
  g_string_append_len (text, number, length);

  return SUIVI_CELL_TEXT;
}

static gboolean
has_shape (const char *text, gsize length, const char *shape)
{
  gsize n = strlen (shape);

  if (length < n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_sheet_value_of_iso_date:
 * @date: a date as files write it: "2025-03-24", "2025-03-24T09:12:44.000Z"
 * @length: bytes of @date
 * @text: gets the date added, without fractions of seconds, and without the time if that is midnight
 *
 * Returns: what the cell holds; %SUIVI_CELL_TEXT if it is no date
 */
SuiviCellType
suivi_sheet_value_of_iso_date (const char *date, gsize length, GString *text)
{
  if (!has_shape (date, length, "0000-00-00"))
    {
      g_string_append_len (text, date, length);
      return SUIVI_CELL_TEXT;
    }

  g_string_append_len (text, date, 10);
  if (has_shape (date + 10, length - 10, "T00:00:00") && memcmp (date + 11, "00:00:00", 8) != 0)
    g_string_append_len (text, date + 10, strlen ("T00:00:00"));

  return SUIVI_CELL_DATE;
}
