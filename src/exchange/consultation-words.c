/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that several documents of a consultation share. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/drafting/dates.h"
#include "core/text/text.h"
#include "exchange/consultation-private.h"

/**
 * suivi_consultation_day_text:
 * @day: ISO 8601 date; may be ""
 *
 * Returns: (transfer full): "22 November 2026", translated; @day itself if it is none
 */
char *
suivi_consultation_day_text (const char *day)
{
  g_autoptr (GDateTime) moment = NULL;
  GDate date;

  if (!suivi_dates_parse_iso (day, &date))
    return g_strdup (day);

  moment = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0,
                                0, 0);

  /* Translators: how a day is written, see g_date_time_format(): "22 November 2026" */
  return g_date_time_format (moment, _ ("%-d %B %Y"));
}

/**
 * suivi_consultation_days_text:
 *
 * Returns: (transfer full): the days of the consultation; "" if none is known
 */
char *
suivi_consultation_days_text (const SuiviConsultation *consultation)
{
  g_autofree char *first = suivi_consultation_day_text (consultation->begins_on);
  g_autofree char *last = suivi_consultation_day_text (consultation->ends_on);

  if (suivi_text_is_blank (last) || g_str_equal (first, last))
    return g_steal_pointer (&first);
  if (suivi_text_is_blank (first))
    return g_steal_pointer (&last);

  /* Translators: the first and the last day of a meeting */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

/* An age that only a few children have would tell who spoke, and together with it so would the setting. */
static gboolean
may_tell_age (const SuiviHeadcountTable *table, SuiviAgeBand band)
{
  for (guint i = 0; i < table->n_bands; i++)
    {
      if (table->bands[i] == band)
        return band != SUIVI_AGE_UNKNOWN && table->band_totals[i].shown;
    }

  return FALSE;
}

/**
 * suivi_consultation_source_text:
 * @statement: a statement that may be quoted
 *
 * Returns: (transfer full): how old the child is and where it lives, as far as that tells nobody who it is; may be ""
 */
char *
suivi_consultation_source_text (SuiviConsultationContent *self, const SuiviStatement *statement)
{
  const char *age = suivi_age_band_to_label (statement->age_band);

  if (!may_tell_age (self->table, statement->age_band))
    return g_strdup ("");
  if (suivi_text_is_blank (statement->setting))
    /* Translators: who said something: %s is an age, such as "13–15" */
    return g_strdup_printf (_ ("Age %s"), age);

  /* Translators: who said something: an age, such as "13–15", and a setting, such as "rural school" */
  return g_strdup_printf (_ ("Age %s, %s"), age, statement->setting);
}

/**
 * suivi_consultation_quote_text:
 * @statement: a statement that may be quoted
 *
 * Returns: (transfer full): what was said, in quotation marks; of a drawing, what it shows
 */
char *
suivi_consultation_quote_text (const SuiviStatement *statement)
{
  if (statement->drawing)
    /* Translators: %s says what a child's drawing shows */
    return g_strdup_printf (_ ("A drawing: %s"), statement->words);

  /* Translators: quotation marks around what a child said */
  return g_strdup_printf (_ ("“%s”"), statement->words);
}

/**
 * suivi_consultation_count_text:
 *
 * Returns: (transfer full): "3 statements", translated
 */
char *
suivi_consultation_count_text (guint n_statements)
{
  return g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements), n_statements);
}

/**
 * suivi_consultation_theme_text:
 *
 * Returns: what children spoke about
 */
const char *
suivi_consultation_theme_text (const SuiviConsultationTheme *theme)
{
  /* Translators: what children spoke about, where nobody noted a theme */
  return theme->title != NULL ? theme->title : _ ("Other things");
}

/**
 * suivi_consultation_add_or_line:
 * @label: what it is
 * @text: (nullable): what is known of it; if that is blank, there is a line to write it on
 */
void
suivi_consultation_add_or_line (SuiviDocument *document, const char *label, const char *text)
{
  if (suivi_text_is_blank (text))
    suivi_document_add_line (document, label);
  else
    suivi_document_add_fact (document, label, text);
}

/**
 * suivi_consultation_add_lines:
 * @n: how many
 *
 * Adds lines to write on.
 */
void
suivi_consultation_add_lines (SuiviDocument *document, guint n)
{
  for (guint i = 0; i < n; i++)
    suivi_document_add_line (document, "");
}
