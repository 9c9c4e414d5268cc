/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences.h"
#include "app/settings.h"
#include "exchange/paper.h"
#include "test-utils.h"

/* The row, the setting and what documents are written on say the same, whichever is changed. */
static void
test_paper (void)
{
  GSettings *settings = suivi_settings_get_default ();
  GtkWidget *preferences = g_object_ref (suivi_preferences_new ());
  GtkWidget *row = app_find_type (preferences, ADW_TYPE_COMBO_ROW);
  g_autofree char *name = NULL;

  suivi_settings_follow_paper ();
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Paper");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  /* The tests have no country. */
  g_assert_cmpint (suivi_paper_get (), ==, SUIVI_PAPER_A4);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  name = g_settings_get_string (settings, "paper");
  g_assert_cmpstr (name, ==, SUIVI_PAPER_NAME_LETTER);
  g_assert_cmpint (suivi_paper_get (), ==, SUIVI_PAPER_LETTER);

  g_settings_set_string (settings, "paper", SUIVI_PAPER_NAME_A4);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  g_assert_cmpint (suivi_paper_get (), ==, SUIVI_PAPER_A4);

  g_settings_reset (settings, "paper");
  gtk_window_destroy (GTK_WINDOW (preferences));
  g_object_unref (preferences);
}

static GtkWidget *
find_entry (GtkWidget *preferences, const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = app_find_widget (preferences, ADW_TYPE_ENTRY_ROW, i);

      g_assert_nonnull (row);
      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }
}

static void
assert_organisation (const char *expected)
{
  g_autofree char *organisation = suivi_settings_dup_organisation ();

  g_assert_cmpstr (organisation, ==, expected);
}

/* Nothing is saved under half a name: it is kept when it is done, whatever ends it. */
static void
test_organisation (void)
{
  GSettings *settings = suivi_settings_get_default ();
  GtkWidget *preferences = g_object_ref (suivi_preferences_new ());
  GtkWidget *row = find_entry (preferences, "Organisation");

  gtk_window_present (GTK_WINDOW (preferences));
  gtk_test_widget_wait_for_draw (preferences);
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Tree Lea");
  app_settle ();
  assert_organisation ("");
  gtk_editable_set_text (GTK_EDITABLE (row), "Tree League ");
  g_signal_emit_by_name (row, "apply");
  assert_organisation ("Tree League");
  /* What was kept is shown, and follows what is changed elsewhere; nothing writes the old name back. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Tree League");
  g_settings_set_string (settings, "organisation", "Tree League of Alvera");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Tree League of Alvera");
  gtk_widget_grab_focus (find_entry (preferences, "Name"));
  gtk_widget_set_visible (row, FALSE);
  gtk_widget_set_visible (row, TRUE);
  assert_organisation ("Tree League of Alvera");
  gtk_widget_grab_focus (row);

  gtk_editable_set_text (GTK_EDITABLE (row), "Law Club");
  gtk_widget_grab_focus (find_entry (preferences, "Name"));
  assert_organisation ("Law Club");

  /* What is changed elsewhere is shown, unless something is being typed. */
  g_settings_set_string (settings, "organisation", "School Union");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "School Union");
  gtk_editable_set_text (GTK_EDITABLE (row), "Law Soc");
  g_settings_set_string (settings, "organisation", "Law Club");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Law Soc");

  gtk_editable_set_text (GTK_EDITABLE (row), "Law Society");
  gtk_window_close (GTK_WINDOW (preferences));
  app_settle ();
  assert_organisation ("Law Society");
  g_settings_reset (settings, "organisation");
  g_object_unref (preferences);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/preferences/paper", test_paper);
  g_test_add_func ("/app/preferences/organisation", test_organisation);

  return g_test_run ();
}
