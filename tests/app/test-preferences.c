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

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/preferences/paper", test_paper);

  return g_test_run ();
}
