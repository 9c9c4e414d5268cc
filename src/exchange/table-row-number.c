/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/recommendation-number.h"
#include "exchange/table-row-reader-private.h"

#define MAX_NUMBER 32

/* "140.12 ", "140,12", "Rec. 140.12.", "140. 12" and what else is short and without white space. Returns NULL
 * for something else. */
static char *
read_number_cell (const char *cell)
{
  g_autofree char *cleaned = suivi_text_clean (cell);
  g_autofree char *number = NULL;
  gsize length = strlen (cleaned);
  const char *rest = NULL;
  char *comma = strchr (cleaned, ',');

  /* A number with a decimal comma, as French tables have it. */
  if (comma != NULL && strspn (cleaned, "0123456789,") == length && strchr (comma + 1, ',') == NULL)
    *comma = '.';
  while (length > 0 && strchr (" .:;", cleaned[length - 1]) != NULL)
    cleaned[--length] = '\0';

  rest = suivi_recommendation_number_read (cleaned, &number);
  if (number != NULL && *rest == '\0')
    return g_steal_pointer (&number);

  g_free (number);
  number = suivi_recommendation_number_close (cleaned);
  if (strlen (number) > MAX_NUMBER || strchr (number, ' ') != NULL || strpbrk (number, "0123456789") == NULL)
    return NULL;

  return g_steal_pointer (&number);
}

/* A table program takes 140.10 for a number and shows 140.1. It is certain where it follows 140.9, 140.19, …
 * Returns NULL if nothing is missing. */
static char *
restore_zeros (const char *number, const char *before)
{
  const char *dot = strchr (number, '.');
  const char *dot_before = before != NULL ? strchr (before, '.') : NULL;
  guint64 last = 0;
  guint64 value = 0;
  gsize length = strlen (number);
  g_autoptr (GString) restored = g_string_new (number);

  if (dot == NULL || dot_before == NULL || dot - number != dot_before - before
      || strncmp (number, before, dot - number) != 0 || dot[1] == '\0' || length > MAX_NUMBER
      || strspn (dot + 1, "0123456789") != strlen (dot + 1)
      || strspn (dot_before + 1, "0123456789") != strlen (dot_before + 1))
    return NULL;

  last = g_ascii_strtoull (dot_before + 1, NULL, 10);
  value = g_ascii_strtoull (dot + 1, NULL, 10);
  for (guint i = 0; i < 2; i++)
    {
      value *= 10;
      g_string_append_c (restored, '0');
      if (value == last + 1)
        return g_string_free (g_steal_pointer (&restored), FALSE);
    }

  return NULL;
}

/**
 * suivi_table_row_read_number:
 * @text: the text of the row; gets back what was no number
 *
 * Finds the number: it has a column of its own, or stands before the text, or both.
 */
void
suivi_table_row_read_number (SuiviTableRow *row, SuiviRecommendationText *text)
{
  SuiviTableRowReader *self = row->self;
  SuiviRecommendation *recommendation = row->record->recommendation;
  g_autofree char *number = NULL;

  if (!suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_NUMBER))
    {
      number = read_number_cell (suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_NUMBER));
      if (number == NULL)
        suivi_table_row_add_fault (
          row, SUIVI_TABLE_FIELD_NUMBER, SUIVI_FAULT_BAD_VALUE,
          suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_NUMBER),
          _ ("This is not the number of a recommendation. Write it such as 140.12, or leave the row out."));
    }

  if (number != NULL && text->number != NULL && !g_str_equal (number, text->number))
    {
      if (suivi_recommendation_number_is_bare (number))
        {
          /* The rows are merely counted. */
          g_free (number);
          number = g_strdup (text->number);
        }
      else
        {
          /* The text begins with a figure: "5.2 million children …" */
          char *whole = g_strconcat (text->number, " ", text->text, NULL);

          g_free (text->text);
          text->text = whole;
        }
    }
  else if (number == NULL && text->number != NULL)
    {
      number = g_strdup (text->number);
    }

  if (number != NULL && self->columns[SUIVI_TABLE_FIELD_NUMBER] != NULL)
    {
      char *restored = restore_zeros (number, self->last_number);

      if (restored != NULL)
        {
          g_free (number);
          number = restored;
          self->n_restored++;
        }
    }
  if (number == NULL && row->cells->texts[SUIVI_TABLE_FIELD_NUMBER] != NULL
      && suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_NUMBER) && !row->damaged[SUIVI_TABLE_FIELD_NUMBER])
    suivi_table_row_add_fault (row, SUIVI_TABLE_FIELD_NUMBER, SUIVI_FAULT_NO_NUMBER, "",
                               _ ("The row has no number. Write it, such as 140.12, or leave the row out."));

  if (number != NULL)
    {
      row->record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NUMBER);
      g_free (self->last_number);
      self->last_number = g_strdup (number);
    }
  g_free (recommendation->number);
  recommendation->number = number != NULL ? g_steal_pointer (&number) : g_strdup ("");
}
