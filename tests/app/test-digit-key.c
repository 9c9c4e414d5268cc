/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/digit-key.h"

#include "test-utils.h"

static GString *heard;

static gboolean
heard_cb (GtkWidget *widget, guint digit)
{
  g_string_append_printf (heard, "%u", digit);

  /* What stands for nothing here goes on to others. */
  return digit != 9;
}

static GtkWidget *
create_listener (GdkModifierType held)
{
  GtkWidget *listener = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  suivi_digit_key_watch (listener, held, heard_cb);
  heard = g_string_new (NULL);

  return listener;
}

static void
free_listener (GtkWidget *listener)
{
  g_string_free (g_steal_pointer (&heard), TRUE);
  g_object_unref (listener);
}

/* A digit is the key that it is written on, whatever the key types alone. */
static void
test_keys (void)
{
  GtkWidget *listener = create_listener (0);
  const guint one = app_find_keycode (GDK_KEY_1);

  g_assert_true (app_press_keycode (listener, GDK_KEY_1, one, 0));
  /* As on a French keyboard: "&", on the key of the 1. */
  g_assert_true (app_press_keycode (listener, GDK_KEY_ampersand, one, 0));
  g_assert_true (app_press_keycode (listener, GDK_KEY_eacute, app_find_keycode (GDK_KEY_2), 0));
  /* There with Shift, or with Caps Lock. */
  g_assert_true (app_press_keycode (listener, GDK_KEY_1, one, GDK_SHIFT_MASK));
  g_assert_true (app_press_keycode (listener, GDK_KEY_ampersand, one, GDK_LOCK_MASK));
  /* On the keypad, and in another script. */
  g_assert_true (app_press_keycode (listener, GDK_KEY_KP_2, app_find_keycode (GDK_KEY_KP_2), 0));
  g_assert_true (app_press_keycode (listener, 0x01000968, 0, 0)); /* २ */
  g_assert_cmpstr (heard->str, ==, "1121122");

  g_assert_false (app_press_keycode (listener, GDK_KEY_9, app_find_keycode (GDK_KEY_9), 0));
  g_assert_cmpstr (heard->str, ==, "11211229");

  free_listener (listener);
}

/* "!" is no digit, nor is "²"; with Ctrl or Alt, a digit is something else. */
static void
test_others (void)
{
  GtkWidget *listener = create_listener (0);
  const guint one = app_find_keycode (GDK_KEY_1);

  g_assert_false (app_press_keycode (listener, GDK_KEY_exclam, one, GDK_SHIFT_MASK));
  g_assert_false (app_press_keycode (listener, GDK_KEY_twosuperior, 0, 0));
  g_assert_false (app_press_keycode (listener, GDK_KEY_1, one, GDK_CONTROL_MASK));
  g_assert_false (app_press_keycode (listener, GDK_KEY_1, one, GDK_ALT_MASK));
  g_assert_false (app_press_keycode (listener, GDK_KEY_ampersand, one, GDK_ALT_MASK));
  g_assert_false (app_press_keycode (listener, GDK_KEY_a, app_find_keycode (GDK_KEY_a), 0));
  g_assert_cmpstr (heard->str, ==, "");

  free_listener (listener);
}

static void
test_held (void)
{
  GtkWidget *listener = create_listener (GDK_ALT_MASK);
  const guint one = app_find_keycode (GDK_KEY_1);

  g_assert_true (app_press_keycode (listener, GDK_KEY_1, one, GDK_ALT_MASK));
  g_assert_true (app_press_keycode (listener, GDK_KEY_ampersand, one, GDK_ALT_MASK));
  g_assert_true (
    app_press_keycode (listener, GDK_KEY_3, app_find_keycode (GDK_KEY_3), GDK_ALT_MASK | GDK_SHIFT_MASK));
  g_assert_false (app_press_keycode (listener, GDK_KEY_1, one, 0));
  g_assert_false (app_press_keycode (listener, GDK_KEY_1, one, GDK_ALT_MASK | GDK_CONTROL_MASK));
  g_assert_false (app_press_keycode (listener, GDK_KEY_1, one, GDK_CONTROL_MASK));
  g_assert_cmpstr (heard->str, ==, "113");

  free_listener (listener);
}

/* Keys of the keypad move unless their digits are switched on. */
static void
test_keypad (void)
{
  static const struct
  {
    guint key;
    guint digit;
  } moves[] = {
    { GDK_KEY_KP_End, GDK_KEY_KP_1 },    { GDK_KEY_KP_Down, GDK_KEY_KP_2 },
    { GDK_KEY_KP_Insert, GDK_KEY_KP_0 }, { GDK_KEY_KP_Left, GDK_KEY_KP_4 },
    { GDK_KEY_KP_Begin, GDK_KEY_KP_5 },
  };
  GtkWidget *listener = create_listener (0);

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const guint keycode = app_find_keycode (moves[i].key);

      /* It is the key on which the digit is written, too. */
      g_assert_cmpuint (keycode, ==, app_find_keycode (moves[i].digit));
      g_assert_false (app_press_keycode (listener, moves[i].key, keycode, 0));
    }
  g_assert_cmpstr (heard->str, ==, "");
  g_assert_true (app_press_keycode (listener, GDK_KEY_KP_1, app_find_keycode (GDK_KEY_KP_1), 0));
  g_assert_cmpstr (heard->str, ==, "1");

  free_listener (listener);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/digit-key/keys", test_keys);
  g_test_add_func ("/app/digit-key/others", test_others);
  g_test_add_func ("/app/digit-key/held", test_held);
  g_test_add_func ("/app/digit-key/keypad", test_keypad);

  return g_test_run ();
}
