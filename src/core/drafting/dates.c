/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include "core/drafting/dates.h"

/* Years that a recommendation can speak of. */
#define MIN_YEAR 1900
#define MAX_YEAR 2199

static int
field_to_int (const SuiviEntry *entry)
{
  return (int) g_ascii_strtoll (suivi_entry_get_field (entry, 0), NULL, 10);
}

static gboolean
is_year (const SuiviWord *word)
{
  return word->plain_number && strlen (word->folded) == 4 && word->number >= MIN_YEAR
         && word->number <= MAX_YEAR;
}

/* "12", "twelve", "twenty-four", "treinta y seis". */
static guint
fill_number (const SuiviLexicon *lexicon, SuiviWords *words, guint first, SuiviBinding *binding)
{
  SuiviMatch tens = { 0 };
  SuiviMatch join = { 0 };
  SuiviMatch ones = { 0 };
  guint next = 0;

  if (words->items[first].plain_number)
    {
      binding->number = words->items[first].number;
      return first + 1;
    }
  if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_NUMBERS, words, first, &tens))
    return 0;

  binding->number = field_to_int (tens.entry);
  if (binding->number < 20 || binding->number % 10 != 0)
    return tens.end;

  next = tens.end;
  if (suivi_lexicon_match (lexicon, SUIVI_SECTION_JOINS, words, next, &join))
    next = join.end;
  if (suivi_lexicon_match (lexicon, SUIVI_SECTION_NUMBERS, words, next, &ones)
      && field_to_int (ones.entry) < 20)
    {
      binding->number += field_to_int (ones.entry);
      return ones.end;
    }

  return tens.end;
}

static guint
fill_unit (const SuiviLexicon *lexicon, SuiviWords *words, guint first, SuiviBinding *binding)
{
  static const struct
  {
    const char *name;
    int unit;
  } units[] = { { "days", 1 }, { "weeks", 7 }, { "months", -1 }, { "years", -12 } };
  SuiviMatch match = { 0 };

  if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_UNITS, words, first, &match))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_str_equal (suivi_entry_get_field (match.entry, 0), units[i].name))
        binding->unit = units[i].unit;
    }

  return match.end;
}

static gboolean
set_period (SuiviBinding *binding, int first_month, int n_months, int year)
{
  int last_month = first_month + n_months - 1;

  if (year < MIN_YEAR || year > MAX_YEAR)
    return FALSE;

  g_date_set_dmy (&binding->first_day, 1, first_month, year);
  g_date_set_dmy (&binding->last_day, g_date_get_days_in_month (last_month, year), last_month, year);

  return TRUE;
}

static gboolean
set_day (SuiviBinding *binding, int day, int month, int year)
{
  if (year < MIN_YEAR || year > MAX_YEAR || day < 1 || !g_date_valid_month (month)
      || !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_set_dmy (&binding->first_day, day, month, year);
  binding->last_day = binding->first_day;

  return TRUE;
}

/* "2028-12-31", "31/12/2028", "31.12.2028". The day comes first, as in documents of the United Nations, unless it cannot
 * ("12/31/2028"). */
static guint
fill_numeric_date (SuiviWords *words, guint first, SuiviBinding *binding)
{
  const SuiviWord *part = &words->items[first];

  if (first + 2 >= words->n || !part[0].plain_number || !part[1].plain_number || !part[2].plain_number
      || part[1].gap != part[2].gap)
    return 0;

  if (part[1].gap == SUIVI_GAP_HYPHEN && is_year (&part[0]))
    return set_day (binding, part[2].number, part[1].number, part[0].number) ? first + 3 : 0;
  if ((part[1].gap == SUIVI_GAP_SLASH || part[1].gap == SUIVI_GAP_DOT || part[1].gap == SUIVI_GAP_HYPHEN)
      && is_year (&part[2]))
    return set_day (binding, part[0].number, part[1].number, part[2].number)
               || set_day (binding, part[1].number, part[0].number, part[2].number)
             ? first + 3
             : 0;

  return 0;
}

static gboolean
set_kind (SuiviBinding *binding, const char *kind, const SuiviBinding *parts)
{
  if (g_str_equal (kind, "day"))
    return set_day (binding, parts->day, parts->month, parts->year);
  if (g_str_equal (kind, "month-end") || g_str_equal (kind, "year-end"))
    {
      /* What is done before the end of a year may be done on its last day: the end begins with the day after. */
      if (!set_kind (binding, g_str_equal (kind, "month-end") ? "month" : "year", parts))
        return FALSE;
      binding->first_day = binding->last_day;
      g_date_add_days (&binding->first_day, 1);
      return TRUE;
    }
  if (g_str_equal (kind, "month"))
    return parts->month > 0 && set_period (binding, parts->month, 1, parts->year);
  if (g_str_equal (kind, "middle") || g_str_equal (kind, "half-1"))
    return set_period (binding, 1, 6, parts->year);
  if (g_str_equal (kind, "half-2"))
    return set_period (binding, 7, 6, parts->year);
  if (g_str_has_prefix (kind, "quarter-"))
    return set_period (binding, (kind[strlen ("quarter-")] - '1') * 3 + 1, 3, parts->year);

  return set_period (binding, 1, 12, parts->year);
}

/* The last day of "2025–2030" is that of 2030. */
static guint
read_range (SuiviWords *words, guint end, SuiviBinding *binding)
{
  const SuiviWord *next = &words->items[end];

  if (end < words->n && is_year (&words->items[end - 1]) && is_year (next)
      && (next->gap & ~(guint) SUIVI_GAP_SPACE) != 0
      && (next->gap & ~(guint) (SUIVI_GAP_SPACE | SUIVI_GAP_HYPHEN | SUIVI_GAP_SLASH | SUIVI_GAP_COMMA)) == 0
      && next->number > words->items[end - 1].number)
    {
      g_date_set_dmy (&binding->last_day, 31, 12, next->number);
      return end + 1;
    }

  return end;
}

static guint
fill_date (const SuiviLexicon *lexicon, SuiviWords *words, guint first, SuiviBinding *binding)
{
  SuiviMatch match = { 0 };
  guint end = fill_numeric_date (words, first, binding);

  if (end > 0)
    return end;
  if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_DATES, words, first, &match)
      || !set_kind (binding, suivi_entry_get_field (match.entry, 0), &match.binding))
    return 0;

  return read_range (words, match.end, binding);
}

/**
 * suivi_dates_fill_slot:
 * @lexicon: where the words for numbers, months and dates are
 * @slot: what is looked for
 * @first: the word to begin with
 * @binding: where to put it
 *
 * Returns: the word after it; 0 if it is not there
 */
guint
suivi_dates_fill_slot (const SuiviLexicon *lexicon,
                       SuiviWords *words,
                       SuiviSlot slot,
                       guint first,
                       SuiviBinding *binding)
{
  const SuiviWord *word = &words->items[first];
  SuiviMatch match = { 0 };

  switch ((guint) slot)
    {
    case SUIVI_SLOT_NUMBER:
      return fill_number (lexicon, words, first, binding);
    case SUIVI_SLOT_YEAR:
      if (!is_year (word))
        return 0;
      binding->year = word->number;
      return first + 1;
    case SUIVI_SLOT_DAY:
      if (word->number < 1 || word->number > 31)
        return 0;
      binding->day = word->number;
      return first + 1;
    case SUIVI_SLOT_MONTH:
      if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_MONTHS, words, first, &match))
        return 0;
      binding->month = field_to_int (match.entry);
      return match.end;
    case SUIVI_SLOT_UNIT:
      return fill_unit (lexicon, words, first, binding);
    case SUIVI_SLOT_DATE:
      return fill_date (lexicon, words, first, binding);
    default:
      return 0;
    }
}

/**
 * suivi_dates_parse_iso:
 * @text: (nullable): "2029-05-01"
 * @date: (out): set on success only
 *
 * Returns: whether it is a date
 */
gboolean
suivi_dates_parse_iso (const char *text, GDate *date)
{
  int year = 0;
  int month = 0;
  int day = 0;
  char rest = '\0';

  if (text == NULL || strlen (text) != 10 || sscanf (text, "%4d-%2d-%2d%c", &year, &month, &day, &rest) != 3)
    return FALSE;
  if (year < 1 || day < 1 || !g_date_valid_month (month) || !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);

  return TRUE;
}
