/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/digit-key.h"

typedef struct
{
  GdkModifierType held;
  SuiviDigitFunc func;
} Watch;

/* With one more of these than is asked for, a key means something else. */
#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)

/* Of the levels of a key, the first two are what it types alone and with Shift. */
#define N_LEVELS 2

/* Digits of all scripts: where people write Nepali, the key 1 types “१”. */
static gboolean
is_digit (guint key, guint *digit)
{
  const int value = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if (value < 0)
    return FALSE;
  *digit = value;

  return TRUE;
}

/* Keys of the keypad have their digit for those who switched it on: without, they move. What else types no character, as
 * arrows do, means itself, too. */
static gboolean
stands_for_digit (guint key)
{
  return gdk_keyval_to_unicode (key) != 0 && (key < GDK_KEY_KP_Space || key > GDK_KEY_KP_Equal);
}

/* The layout of the keyboard that the key was pressed on, among those that the user switches between. */
static int
get_layout (GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (event == NULL || gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return 0;

  return gdk_key_event_get_layout (event);
}

/* Whether the key types a digit together with Shift: on French keyboards all digits are typed so. */
static gboolean
has_digit (GdkDisplay *display, guint keycode, int layout, guint *digit)
{
  g_autofree GdkKeymapKey *places = NULL;
  g_autofree guint *keys = NULL;
  int n = 0;

  if (!gdk_display_map_keycode (display, keycode, &places, &keys, &n))
    return FALSE;

  for (int i = 0; i < n; i++)
    {
      if (places[i].group == layout && places[i].level < N_LEVELS && is_digit (keys[i], digit))
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_digit_key_find:
 * @controller: what heard of the key
 * @key: what was typed, as of GDK_KEY_1
 * @keycode: of the key itself
 * @state: what was held down with it
 * @held: what has to be held down: 0 for nothing, or %GDK_ALT_MASK
 * @digit: (out): 0 to 9
 *
 * What a shortcut means by "1": the digit, in whichever script and wherever it is typed, else the key on which it is
 * written. Digits need Shift on many keyboards, French ones among them, and nobody holds it down for a shortcut.
 *
 * Returns: whether it is a digit
 */
gboolean
suivi_digit_key_find (GtkEventControllerKey *controller,
                      guint key,
                      guint keycode,
                      GdkModifierType state,
                      GdkModifierType held,
                      guint *digit)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_return_val_if_fail (digit != NULL, FALSE);

  if ((state & MODIFIERS) != held)
    return FALSE;
  if (is_digit (key, digit))
    return TRUE;

  return (state & GDK_SHIFT_MASK) == 0 && stands_for_digit (key)
         && has_digit (gtk_widget_get_display (widget), keycode, get_layout (controller), digit);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint keycode,
                GdkModifierType state,
                const Watch *watch)
{
  guint digit = 0;

  return suivi_digit_key_find (controller, key, keycode, state, watch->held, &digit)
         && watch->func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)), digit);
}

static void
free_watch (gpointer watch, GClosure *closure)
{
  g_free (watch);
}

/**
 * suivi_digit_key_watch:
 * @widget: where the keyboard is, or around it: what takes the key for itself, as a text field does, comes first
 * @held: what has to be held down: 0 for nothing, or %GDK_ALT_MASK
 * @func: called for digits
 */
void
suivi_digit_key_watch (GtkWidget *widget, GdkModifierType held, SuiviDigitFunc func)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Watch *watch = g_new0 (Watch, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  watch->held = held;
  watch->func = func;
  gtk_event_controller_set_name (controller, SUIVI_DIGIT_KEY);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (key_pressed_cb), watch, free_watch, 0);
  gtk_widget_add_controller (widget, controller);
}
