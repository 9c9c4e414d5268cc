/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "app/consultation/date-field.h"
#include "core/drafting/dates.h"

/* Nobody types a longer date. */
#define MAX_LENGTH 60
/* A year outside of these is a slip of the fingers. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2199

static const char *const english_months[] = {
  "january", "february", "march",     "april",   "may",      "june",
  "july",    "august",   "september", "october", "november", "december",
};

/**
 * suivi_date_field_is_month_first:
 *
 * Returns: whether people of this locale write the month before the day
 */
gboolean
suivi_date_field_is_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de");
  const char *month = strpbrk (format, "mbB");

  /* "%D" is short for "%m/%d/%y". */
  if (strstr (format, "%D") != NULL)
    return TRUE;

  return day != NULL && month != NULL && month < day;
}

static gboolean
take_day (guint64 year, guint64 month, guint64 day, char **iso)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
      || !g_date_valid_dmy ((GDateDay) MIN (day, 32), (GDateMonth) month, (GDateYear) year))
    return FALSE;

  *iso = g_strdup_printf ("%04u-%02u-%02u", (guint) year, (guint) month, (guint) day);

  return TRUE;
}

/* The month of that name or of its first letters, 1 to 12; 0 if there is none. */
static guint
find_month (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (folded, -1) < 3)
    return 0;

  for (guint month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2027, (int) month, 1, 0, 0, 0);
      static const char *const formats[] = { "%B", "%OB", "%b" };

      if (g_str_has_prefix (english_months[month - 1], folded))
        return month;
      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autofree char *name = g_date_time_format (day, formats[i]);
          g_autofree char *name_folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

          if (g_strcmp0 (name_folded, folded) == 0)
            return month;
        }
    }

  return 0;
}

/* "3 March 2027", "March 3, 2027" */
static gboolean
parse_words (const char *typed, char **iso)
{
  g_auto (GStrv) words = g_strsplit_set (typed, " ,", -1);
  guint64 day = 0;
  guint64 year = 0;
  guint month = 0;
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 number = 0;

      if (*words[i] == '\0')
        continue;
      n++;
      if (g_str_has_suffix (words[i], "."))
        words[i][strlen (words[i]) - 1] = '\0';
      if (!g_ascii_string_to_unsigned (words[i], 10, 0, 9999, &number, NULL))
        month = find_month (words[i]);
      else if (strlen (words[i]) == 4)
        year = number;
      else
        day = number;
    }

  return n == 3 && take_day (year, month, day, iso);
}

/* Three numbers with the same character between them */
static gboolean
parse_numbers (const char *typed, const char *separator, guint64 numbers[3], gsize *first_length)
{
  g_auto (GStrv) parts = g_strsplit (typed, separator, -1);

  if (g_strv_length (parts) != 3)
    return FALSE;

  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, 0, 9999, &numbers[i], NULL))
      return FALSE;
  *first_length = strlen (parts[0]);

  return TRUE;
}

/**
 * suivi_date_field_parse:
 * @typed: "2027-03-03", "3.3.2027", "3/3/2027", "3 March 2027"
 * @month_first: whether people write the month first: "3/4/2027" may then mean two days, and is refused
 * @iso: (out) (transfer full): the day, ISO 8601; "" if nothing but space was typed
 *
 * Returns: whether @typed is a day, or nothing
 */
gboolean
suivi_date_field_parse (const char *typed, gboolean month_first, char **iso)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  guint64 numbers[3] = { 0, 0, 0 };
  gsize first_length = 0;

  if (*text == '\0')
    {
      *iso = g_strdup ("");
      return TRUE;
    }
  if (strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  if (parse_numbers (text, "-", numbers, &first_length))
    return first_length == 4 && take_day (numbers[0], numbers[1], numbers[2], iso);
  if (parse_numbers (text, ".", numbers, &first_length))
    return take_day (numbers[2], numbers[1], numbers[0], iso);
  if (parse_numbers (text, "/", numbers, &first_length))
    {
      if (first_length == 4)
        return take_day (numbers[0], numbers[1], numbers[2], iso);
      if (month_first && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1])
        return FALSE;
      return take_day (numbers[2], numbers[1], numbers[0], iso)
             || (month_first && take_day (numbers[2], numbers[0], numbers[1], iso));
    }

  return parse_words (text, iso);
}

static GtkCalendar *
get_calendar (GtkPopover *popover)
{
  return g_object_get_data (G_OBJECT (popover), "suivi-calendar");
}

static void
day_selected_cb (GtkCalendar *calendar, AdwEntryRow *row)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  /* Leafing through the months "selects" a day, too, while the popover stays open. */
  gtk_editable_set_text (GTK_EDITABLE (row), iso);
}

static void
popover_shown_cb (GtkPopover *popover, AdwEntryRow *row)
{
  GtkCalendar *calendar = get_calendar (popover);
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *iso = NULL;
  GDate date;

  if (suivi_date_field_parse (gtk_editable_get_text (GTK_EDITABLE (row)), suivi_date_field_is_month_first (),
                              &iso)
      && suivi_dates_parse_iso (iso, &date))
    day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0,
                                 0, 0);
  else
    day = g_date_time_new_now_local ();

  g_signal_handlers_block_by_func (calendar, day_selected_cb, row);
  gtk_calendar_select_day (calendar, day);
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, row);
}

/**
 * suivi_date_field_add_calendar:
 * @row: a row for a day
 *
 * Adds a button that opens a calendar. What is chosen there is written into the row, as if it was typed.
 */
void
suivi_date_field_add_calendar (AdwEntryRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  /* Translators: %s is the name of a field: "First day" */
  g_autofree char *name = g_strdup_printf (_ ("%s: choose from a calendar"), title);

  g_object_set_data (G_OBJECT (popover), "suivi-calendar", calendar);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose from a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (row, "editable", button, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), row, 0);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), row, 0);
  adw_entry_row_add_suffix (row, button);
}
