/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form over a record: what is typed survives, what comes back is shown, dates are dates. */

#include "config.h"

#include "app/consultation/date-field.h"
#include "app/consultation/record-form.h"
#include "core/consultation/consultation.h"
#include "test-utils.h"

typedef struct
{
  SuiviRecordForm *form;
  GtkWindow *window;
  GtkEditable *title;
  GtkEditable *day;
  GtkTextView *purpose;
  GtkSpinButton *age;
  AdwComboRow *risk;
  SuiviConsultation *record;
  SuiviConsultation *saved; /* (nullable): what the last "edited" would save */
  guint n_edited;
} Fixture;

static void
edited_cb (Fixture *fixture)
{
  fixture->n_edited++;
  g_clear_pointer (&fixture->saved, suivi_consultation_free);
  fixture->saved = suivi_record_form_get_record (fixture->form);
}

static const char *
risk_to_label (int value)
{
  return suivi_risk_to_label ((SuiviRisk) value);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_list_box_new ();
  g_autoptr (GListModel) choices = suivi_record_form_make_choices (SUIVI_TYPE_RISK, risk_to_label);

  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 4);
  fixture->form = suivi_record_form_new (&suivi_consultation_record);
  fixture->title = GTK_EDITABLE (adw_entry_row_new ());
  fixture->day = GTK_EDITABLE (adw_entry_row_new ());
  fixture->purpose = GTK_TEXT_VIEW (gtk_text_view_new ());
  fixture->age = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 25, 1));
  fixture->risk = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fixture->day), "First day");
  adw_combo_row_set_model (fixture->risk, choices);
  gtk_list_box_append (GTK_LIST_BOX (box), GTK_WIDGET (fixture->title));
  gtk_list_box_append (GTK_LIST_BOX (box), GTK_WIDGET (fixture->day));
  gtk_list_box_append (GTK_LIST_BOX (box), GTK_WIDGET (fixture->purpose));
  gtk_list_box_append (GTK_LIST_BOX (box), GTK_WIDGET (fixture->age));
  gtk_list_box_append (GTK_LIST_BOX (box), GTK_WIDGET (fixture->risk));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, box);

  suivi_record_form_bind (fixture->form, "title", GTK_WIDGET (fixture->title));
  suivi_record_form_bind_date (fixture->form, "begins_on", GTK_WIDGET (fixture->day));
  suivi_record_form_bind (fixture->form, "purpose", GTK_WIDGET (fixture->purpose));
  suivi_record_form_bind (fixture->form, "age_from", GTK_WIDGET (fixture->age));
  suivi_record_form_bind (fixture->form, "risk", GTK_WIDGET (fixture->risk));
  g_signal_connect_swapped (fixture->form, "edited", G_CALLBACK (edited_cb), fixture);

  fixture->record = suivi_consultation_new ("SVN", "Children of the school councils");
  fixture->record->age_from = 8;
  fixture->record->risk = SUIVI_RISK_LOW;
  g_free (fixture->record->begins_on);
  fixture->record->begins_on = g_strdup ("2027-03-03");
  suivi_record_form_set_record (fixture->form, fixture->record, TRUE);
  gtk_window_present (fixture->window);
  app_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  app_settle ();
  g_assert_finalize_object (fixture->form);
  suivi_consultation_free (fixture->record);
  suivi_consultation_free (fixture->saved);
}

static gboolean
was_edited (gpointer data)
{
  return ((Fixture *) data)->n_edited > 0;
}

/* The record comes back from the workspace with that title. */
static void
come_back (Fixture *fixture, const char *title)
{
  g_free (fixture->record->title);
  fixture->record->title = g_strdup (title);
  suivi_record_form_set_record (fixture->form, fixture->record, TRUE);
}

#define assert_title(fixture, text) g_assert_cmpstr (gtk_editable_get_text ((fixture)->title), ==, (text))

static void
test_show (Fixture *fixture, gconstpointer data)
{
  assert_title (fixture, "Children of the school councils");
  g_assert_cmpstr (gtk_editable_get_text (fixture->day), ==, "2027-03-03");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (fixture->age), ==, 8);
  g_assert_cmpuint (adw_combo_row_get_selected (fixture->risk), ==, SUIVI_RISK_LOW);
  g_assert_false (suivi_record_form_has_edits (fixture->form));
  suivi_record_form_flush (fixture->form);
  g_assert_cmpuint (fixture->n_edited, ==, 0);

  suivi_record_form_set_record (fixture->form, NULL, TRUE);
  assert_title (fixture, "");
  g_assert_false (gtk_editable_get_editable (fixture->title));
  g_assert_null (suivi_record_form_get_record (fixture->form));
}

static void
test_announce (Fixture *fixture, gconstpointer data)
{
  /* After a pause, all at once. */
  gtk_editable_set_text (fixture->title, "Children of");
  gtk_editable_set_text (fixture->title, "Children of the coast");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fixture->purpose), "What schools need\nand why", -1);
  g_assert_true (suivi_record_form_has_edits (fixture->form));
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  app_wait_until (was_edited, fixture);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (fixture->saved->title, ==, "Children of the coast");
  g_assert_cmpstr (fixture->saved->purpose, ==, "What schools need\nand why");
  g_assert_null (fixture->saved->review_id);

  /* The same is not announced twice. */
  suivi_record_form_flush (fixture->form);
  g_assert_cmpuint (fixture->n_edited, ==, 1);

  /* Enter, and choices: at once. */
  gtk_editable_set_text (fixture->title, "Children of the hills");
  g_signal_emit_by_name (gtk_editable_get_delegate (fixture->title), "activate");
  g_assert_cmpuint (fixture->n_edited, ==, 2);
  g_assert_cmpstr (fixture->saved->title, ==, "Children of the hills");
  adw_combo_row_set_selected (fixture->risk, SUIVI_RISK_HIGH);
  g_assert_cmpuint (fixture->n_edited, ==, 3);
  g_assert_cmpint (fixture->saved->risk, ==, SUIVI_RISK_HIGH);

  /* A number counts as soon as it is typed. */
  gtk_editable_set_text (GTK_EDITABLE (fixture->age), "12");
  suivi_record_form_flush (fixture->form);
  g_assert_cmpuint (fixture->saved->age_from, ==, 12);
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->title));
  gtk_editable_set_text (fixture->title, "Children of the coast");
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->day));
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (fixture->saved->title, ==, "Children of the coast");

  /* A date is written out when it is left. */
  gtk_editable_set_text (fixture->day, "3.4.2027");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->purpose));
  g_assert_cmpstr (gtk_editable_get_text (fixture->day), ==, "2027-04-03");
  g_assert_cmpuint (fixture->n_edited, ==, 2);
  g_assert_cmpstr (fixture->saved->begins_on, ==, "2027-04-03");
}

static void
test_typing_survives (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->title, "One");
  suivi_record_form_flush (fixture->form);
  gtk_editable_set_text (fixture->title, "One two");

  /* Older than what was announced, then what was announced: both leave what is being typed. */
  come_back (fixture, "Children of the school councils");
  assert_title (fixture, "One two");
  come_back (fixture, "One");
  assert_title (fixture, "One two");
  g_assert_true (suivi_record_form_has_edits (fixture->form));
  suivi_record_form_flush (fixture->form);
  g_assert_cmpstr (fixture->saved->title, ==, "One two");
  come_back (fixture, "One two");
  g_assert_false (suivi_record_form_has_edits (fixture->form));

  /* Typed back to what it was while the change is under way: that is a change, too. */
  gtk_editable_set_text (fixture->title, "One");
  suivi_record_form_flush (fixture->form);
  gtk_editable_set_text (fixture->title, "One two");
  suivi_record_form_flush (fixture->form);
  g_assert_cmpstr (fixture->saved->title, ==, "One two");
  come_back (fixture, "One");
  assert_title (fixture, "One two");
  come_back (fixture, "One two");
  assert_title (fixture, "One two");

  /* Somebody else's change, or undo: shown, without moving the cursor. */
  gtk_editable_set_position (fixture->title, 3);
  come_back (fixture, "Ones upon");
  assert_title (fixture, "Ones upon");
  g_assert_cmpint (gtk_editable_get_position (fixture->title), ==, 3);
  /* But not over what is being typed. */
  gtk_editable_set_text (fixture->title, "Mine");
  come_back (fixture, "Theirs");
  assert_title (fixture, "Mine");
  suivi_record_form_flush (fixture->form);
  g_assert_cmpstr (fixture->saved->title, ==, "Mine");
}

static void
test_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) other = suivi_consultation_new ("SVN", "Another");

  gtk_editable_set_text (fixture->title, "Not announced yet");
  suivi_record_form_set_record (fixture->form, other, FALSE);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (fixture->saved->title, ==, "Not announced yet");
  g_assert_cmpstr (fixture->saved->id, ==, fixture->record->id);
  assert_title (fixture, "Another");

  /* Not writable: nothing can be typed, and nothing is announced. */
  g_assert_false (gtk_editable_get_editable (fixture->title));
  g_assert_false (gtk_text_view_get_editable (fixture->purpose));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (fixture->risk)));
  g_assert_false (gtk_widget_get_sensitive (app_find_type (GTK_WIDGET (fixture->day), GTK_TYPE_MENU_BUTTON)));
  gtk_editable_set_text (fixture->title, "By force");
  suivi_record_form_flush (fixture->form);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
}

static void
test_wrong_date (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->day, "2027-02-30");
  suivi_record_form_flush (fixture->form);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->day), "error"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (fixture->day)), "not a date"));
  g_assert_false (suivi_record_form_has_edits (fixture->form));

  /* Neither another field nor the workspace takes it away. */
  gtk_editable_set_text (fixture->title, "A title");
  suivi_record_form_flush (fixture->form);
  g_assert_cmpstr (fixture->saved->begins_on, ==, "2027-03-03");
  come_back (fixture, "A title");
  g_assert_cmpstr (gtk_editable_get_text (fixture->day), ==, "2027-02-30");

  gtk_editable_set_text (fixture->day, "28 February 2027");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->day), "error"));
  suivi_record_form_flush (fixture->form);
  g_assert_cmpstr (fixture->saved->begins_on, ==, "2027-02-28");

  /* No date at all is right. */
  gtk_editable_set_text (fixture->day, " ");
  suivi_record_form_flush (fixture->form);
  g_assert_cmpstr (fixture->saved->begins_on, ==, "");
}

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = app_find_type (GTK_WIDGET (fixture->day), GTK_TYPE_MENU_BUTTON);
  GtkWidget *calendar = app_find_type (button, GTK_TYPE_CALENDAR);
  g_autoptr (GDateTime) day = g_date_time_new_local (2027, 5, 21, 0, 0, 0);
  g_autoptr (GDateTime) shown = NULL;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_settle ();
  shown = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_assert_cmpint (g_date_time_get_year (shown), ==, 2027);
  g_assert_cmpint (g_date_time_get_month (shown), ==, 3);
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 3);
  /* To look at it changes nothing. */
  g_assert_false (suivi_record_form_has_edits (fixture->form));

  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_assert_cmpstr (gtk_editable_get_text (fixture->day), ==, "2027-05-21");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  suivi_record_form_flush (fixture->form);
  g_assert_cmpstr (fixture->saved->begins_on, ==, "2027-05-21");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *typed;
    const char *day_first;   /* (nullable): %NULL: refused */
    const char *month_first; /* (nullable) */
  } cases[] = {
    { "2027-03-03", "2027-03-03", "2027-03-03" },
    { " 2027-3-9 ", "2027-03-09", "2027-03-09" },
    { "2027/3/9", "2027-03-09", "2027-03-09" },
    { "3.4.2027", "2027-04-03", "2027-04-03" },
    { "3. 4. 2027", "2027-04-03", "2027-04-03" },
    { "3/4/2027", "2027-04-03", NULL },
    { "4/4/2027", "2027-04-04", "2027-04-04" },
    { "25/4/2027", "2027-04-25", "2027-04-25" },
    { "4/25/2027", NULL, "2027-04-25" },
    { "3 March 2027", "2027-03-03", "2027-03-03" },
    { "3. march 2027", "2027-03-03", "2027-03-03" },
    { "March 3, 2027", "2027-03-03", "2027-03-03" },
    { "3 Mar 2027", "2027-03-03", "2027-03-03" },
    { "29 February 2028", "2028-02-29", "2028-02-29" },
    { "", "", "" },
    { "  ", "", "" },
    { "29 February 2027", NULL, NULL },
    { "2027-13-01", NULL, NULL },
    { "2027-00-01", NULL, NULL },
    { "2027-01-00", NULL, NULL },
    { "2027-01-257", NULL, NULL },
    { "27-03-03", NULL, NULL },
    { "3.3.27", NULL, NULL },
    { "0027-03-03", NULL, NULL },
    { "2027-03", NULL, NULL },
    { "2027", NULL, NULL },
    { "soon", NULL, NULL },
    { "3 Ma 2027", NULL, NULL },
    { "3 March", NULL, NULL },
    { "2027-03-03-04", NULL, NULL },
    { "-1.3.2027", NULL, NULL },
    { "3 March 2027 or so", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (int month_first = 0; month_first < 2; month_first++)
        {
          const char *expected = month_first ? cases[i].month_first : cases[i].day_first;
          g_autofree char *iso = NULL;

          g_test_message ("%s", cases[i].typed);
          g_assert_true (suivi_date_field_parse (cases[i].typed, month_first, &iso) == (expected != NULL));
          g_assert_cmpstr (iso, ==, expected);
        }
    }
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/record-form/show", test_show);
  ADD ("/record-form/announce", test_announce);
  ADD ("/record-form/leave", test_leave);
  ADD ("/record-form/typing-survives", test_typing_survives);
  ADD ("/record-form/another", test_another);
  ADD ("/record-form/wrong-date", test_wrong_date);
  ADD ("/record-form/calendar", test_calendar);
#undef ADD
  g_test_add_func ("/record-form/parse", test_parse);

  return g_test_run ();
}
