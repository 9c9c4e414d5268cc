/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/date-field.h"
#include "app/consultation/field-widget.h"

/* The largest number that can be typed into a field of words. No consultation has more children. */
#define MAX_NUMBER 99999

/**
 * suivi_field_widget_find_kind:
 * @field: a field that is no list, and no date
 * @widget: the widget for it
 *
 * Returns: what kind of widget it is
 */
SuiviFieldKind
suivi_field_widget_find_kind (const SuiviField *field, GtkWidget *widget)
{
  /* A spin button is an editable, too. */
  if (GTK_IS_SPIN_BUTTON (widget))
    return SUIVI_FIELD_KIND_SPIN;
  if (GTK_IS_EDITABLE (widget))
    return field->kind == SUIVI_FIELD_UINT ? SUIVI_FIELD_KIND_NUMBER : SUIVI_FIELD_KIND_EDITABLE;
  if (GTK_IS_TEXT_VIEW (widget))
    return SUIVI_FIELD_KIND_TEXT_VIEW;
  if (ADW_IS_COMBO_ROW (widget))
    return SUIVI_FIELD_KIND_COMBO_ROW;
  if (GTK_IS_DROP_DOWN (widget))
    return SUIVI_FIELD_KIND_DROP_DOWN;
  if (GTK_IS_CHECK_BUTTON (widget))
    return SUIVI_FIELD_KIND_CHECK;

  g_return_val_if_fail (GTK_IS_SWITCH (widget), SUIVI_FIELD_KIND_SWITCH);
  return SUIVI_FIELD_KIND_SWITCH;
}

static char *
number_to_text (guint number)
{
  return g_strdup_printf ("%u", number);
}

static char *
read_text_view (GtkWidget *widget)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Returns: (nullable): %NULL if it is no number; nothing at all is 0 */
static char *
read_number (GtkEditable *editable)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  guint64 number = 0;

  if (*typed != '\0' && !g_ascii_string_to_unsigned (typed, 10, 0, MAX_NUMBER, &number, NULL))
    return NULL;

  return number_to_text ((guint) number);
}

/* What is typed counts, though the spin button itself only takes it over later. */
static char *
read_spin (GtkSpinButton *spin)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (spin))));
  double min = 0;
  double max = 0;
  guint64 number = 0;

  gtk_spin_button_get_range (spin, &min, &max);
  if (g_ascii_string_to_unsigned (typed, 10, (guint64) MAX (min, 0), (guint64) max, &number, NULL))
    return number_to_text ((guint) number);

  return number_to_text ((guint) gtk_spin_button_get_value_as_int (spin));
}

/**
 * suivi_field_widget_read:
 *
 * Returns: (transfer full) (nullable): what the widget holds; %NULL if that is no value
 */
char *
suivi_field_widget_read (SuiviFieldKind kind, GtkWidget *widget)
{
  char *iso = NULL;

  switch (kind)
    {
    case SUIVI_FIELD_KIND_EDITABLE:
      return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
    case SUIVI_FIELD_KIND_DATE:
      if (suivi_date_field_parse (gtk_editable_get_text (GTK_EDITABLE (widget)),
                                  suivi_date_field_is_month_first (), &iso))
        return iso;
      return NULL;
    case SUIVI_FIELD_KIND_NUMBER:
      return read_number (GTK_EDITABLE (widget));
    case SUIVI_FIELD_KIND_TEXT_VIEW:
      return read_text_view (widget);
    case SUIVI_FIELD_KIND_SPIN:
      return read_spin (GTK_SPIN_BUTTON (widget));
    case SUIVI_FIELD_KIND_DROP_DOWN:
      return number_to_text (gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
    case SUIVI_FIELD_KIND_COMBO_ROW:
      return number_to_text (adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
    case SUIVI_FIELD_KIND_CHECK:
      return number_to_text (gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) ? 1 : 0);
    case SUIVI_FIELD_KIND_SWITCH:
      return number_to_text (gtk_switch_get_active (GTK_SWITCH (widget)) ? 1 : 0);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * suivi_field_widget_can_be_wrong:
 *
 * Returns: whether something can be typed into such a widget that is no value
 */
gboolean
suivi_field_widget_can_be_wrong (SuiviFieldKind kind)
{
  return kind == SUIVI_FIELD_KIND_DATE || kind == SUIVI_FIELD_KIND_NUMBER;
}

static GQuark
sentence_quark (void)
{
  return g_quark_from_static_string ("suivi-sentence");
}

/* A row of its own below the field; Tab comes by, so that the sentence is also heard. */
static GtkWidget *
make_sentence_row (const char *sentence)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "padded");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);

  return row;
}

/* Says the sentence below the field; %NULL takes it away. A field that is no row has only its tooltip. */
static void
say_below (GtkWidget *widget, const char *sentence)
{
  GtkWidget *list = gtk_widget_get_parent (widget);
  GtkWidget *row = g_object_get_qdata (G_OBJECT (widget), sentence_quark ());

  if (!GTK_IS_LIST_BOX_ROW (widget) || !GTK_IS_LIST_BOX (list))
    return;
  if (row != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
  row = NULL;
  if (sentence != NULL)
    {
      row = make_sentence_row (sentence);
      gtk_list_box_insert (GTK_LIST_BOX (list), row,
                           gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)) + 1);
    }
  g_object_set_qdata (G_OBJECT (widget), sentence_quark (), row);
}

/**
 * suivi_field_widget_set_wrong:
 * @wrong: whether what was typed is no value
 *
 * Marks the widget, and says what to do: below it if it is a row of a list.
 */
void
suivi_field_widget_set_wrong (SuiviFieldKind kind, GtkWidget *widget, gboolean wrong)
{
  const char *sentence = kind == SUIVI_FIELD_KIND_DATE
                           ? _ ("This is not saved: it is not a date. Write year-month-day: 2027-03-31.")
                           : _ ("This is not saved: it is not a number. Write it in digits: 12.");

  if (wrong == gtk_widget_has_css_class (widget, "error"))
    return;

  say_below (widget, wrong ? sentence : NULL);
  if (wrong)
    {
      gtk_widget_add_css_class (widget, "error");
      gtk_widget_set_tooltip_text (widget, sentence);
      gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                      -1);
    }
  else
    {
      gtk_widget_remove_css_class (widget, "error");
      gtk_widget_set_tooltip_text (widget, NULL);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

static void
write_text_view (GtkWidget *widget, const char *value)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter iter;
  int offset = 0;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_set_text (buffer, value, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
write_editable (GtkWidget *widget, const char *value)
{
  int position = gtk_editable_get_position (GTK_EDITABLE (widget));

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), value))
    return;

  gtk_editable_set_text (GTK_EDITABLE (widget), value);
  gtk_editable_set_position (GTK_EDITABLE (widget), MIN (position, (int) g_utf8_strlen (value, -1)));
}

/**
 * suivi_field_widget_write:
 * @value: a value for such a widget
 *
 * Shows the value, without moving the cursor if that is possible.
 */
void
suivi_field_widget_write (SuiviFieldKind kind, GtkWidget *widget, const char *value)
{
  guint number = (guint) g_ascii_strtoull (value, NULL, 10);

  switch (kind)
    {
    case SUIVI_FIELD_KIND_NUMBER:
      suivi_field_widget_set_wrong (kind, widget, FALSE);
      write_editable (widget, number == 0 ? "" : value);
      break;
    case SUIVI_FIELD_KIND_DATE:
      suivi_field_widget_set_wrong (kind, widget, FALSE);
      write_editable (widget, value);
      break;
    case SUIVI_FIELD_KIND_EDITABLE:
      write_editable (widget, value);
      break;
    case SUIVI_FIELD_KIND_TEXT_VIEW:
      write_text_view (widget, value);
      break;
    case SUIVI_FIELD_KIND_SPIN:
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (widget), number);
      break;
    case SUIVI_FIELD_KIND_DROP_DOWN:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), number);
      break;
    case SUIVI_FIELD_KIND_COMBO_ROW:
      adw_combo_row_set_selected (ADW_COMBO_ROW (widget), number);
      break;
    case SUIVI_FIELD_KIND_CHECK:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), number != 0);
      break;
    case SUIVI_FIELD_KIND_SWITCH:
      gtk_switch_set_active (GTK_SWITCH (widget), number != 0);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * suivi_field_widget_set_writable:
 *
 * Lets the user change it, or not.
 */
void
suivi_field_widget_set_writable (SuiviFieldKind kind, GtkWidget *widget, gboolean writable)
{
  switch (kind)
    {
    case SUIVI_FIELD_KIND_EDITABLE:
    case SUIVI_FIELD_KIND_DATE:
    case SUIVI_FIELD_KIND_NUMBER:
      gtk_editable_set_editable (GTK_EDITABLE (widget), writable);
      break;
    case SUIVI_FIELD_KIND_TEXT_VIEW:
      gtk_text_view_set_editable (GTK_TEXT_VIEW (widget), writable);
      break;
    case SUIVI_FIELD_KIND_SPIN:
    case SUIVI_FIELD_KIND_DROP_DOWN:
    case SUIVI_FIELD_KIND_COMBO_ROW:
    case SUIVI_FIELD_KIND_CHECK:
    case SUIVI_FIELD_KIND_SWITCH:
      gtk_widget_set_sensitive (widget, writable);
      break;
    default:
      g_return_if_reached ();
    }
}
