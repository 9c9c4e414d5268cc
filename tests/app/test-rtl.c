/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/sidebar.h"
#include "test-utils.h"

/* Runs with LANGUAGE=ar. Mirroring comes from GTK's own Arabic translation, which slim systems leave out. */
static void
test_mirrored (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  graphene_rect_t sidebar = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  graphene_rect_t stack = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (gtk_get_locale_direction () != GTK_TEXT_DIR_RTL)
    {
      g_test_skip ("GTK's Arabic translation is not installed");
      return;
    }

  g_assert_cmpint (gtk_widget_get_direction (root), ==, GTK_TEXT_DIR_RTL);
  gtk_window_set_default_size (GTK_WINDOW (root), 1000, 700);
  app_fixture_open_sample (fixture);
  gtk_test_widget_wait_for_draw (root);
  g_assert_true (gtk_widget_compute_bounds (app_find_type (root, SUIVI_TYPE_SIDEBAR), root, &sidebar));
  g_assert_true (
    gtk_widget_compute_bounds (gtk_widget_get_ancestor (app_find_action (root, "win.show-sidebar"),
                                                        GTK_TYPE_STACK),
                               root, &stack));
  g_assert_cmpfloat (sidebar.origin.x, >=, stack.origin.x + stack.size.width);
  app_save_screenshot (root, "rtl");
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/app/rtl/mirrored", AppFixture, NULL, app_fixture_set_up, test_mirrored,
              app_fixture_tear_down);
  return g_test_run ();
}
