/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "typist.h"

#ifdef HAVE_X11
#  include <dlfcn.h>
#  include <gdk/x11/gdkx.h>
#endif

#include "test-utils.h"

#ifdef HAVE_X11

/* The extension of X that tests programs; its headers need not be there. */
typedef int (*FakeKey) (Display *display, unsigned int keycode, int pressed, unsigned long delay);
typedef int (*FakeButton) (Display *display, unsigned int button, int pressed, unsigned long delay);
typedef int (*FakeMotion) (Display *display, int screen, int x, int y, unsigned long delay);

static Display *display = NULL; /* of its own: what is typed is there before the program asks */
static Window xid = 0;
static FakeKey fake_key = NULL;
static FakeButton fake_button = NULL;
static FakeMotion fake_motion = NULL;

static gboolean
find_extension (void)
{
  gpointer library = dlopen ("libXtst.so.6", RTLD_LAZY);

  if (library == NULL)
    return FALSE;

  fake_key = (FakeKey) dlsym (library, "XTestFakeKeyEvent");
  fake_button = (FakeButton) dlsym (library, "XTestFakeButtonEvent");
  fake_motion = (FakeMotion) dlsym (library, "XTestFakeMotionEvent");

  return fake_key != NULL && fake_button != NULL && fake_motion != NULL;
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

gboolean
typist_sit_down (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  if (!GDK_IS_X11_SURFACE (surface) || !find_extension ())
    {
      g_test_skip ("keys can be pressed on a display of X alone");
      return FALSE;
    }

  if (display == NULL)
    display = XOpenDisplay (NULL);
  g_assert_nonnull (display);
  xid = gdk_x11_surface_get_xid (surface);
  XSync (display, FALSE);
  XSetInputFocus (display, xid, RevertToParent, CurrentTime);
  XSync (display, FALSE);
  app_wait_until (is_active, window);

  return TRUE;
}

void
typist_press (guint key, GdkModifierType modifiers)
{
  static const struct
  {
    GdkModifierType modifier;
    guint key;
  } keys[] = {
    { GDK_SHIFT_MASK, GDK_KEY_Shift_L },
    { GDK_CONTROL_MASK, GDK_KEY_Control_L },
    { GDK_ALT_MASK, GDK_KEY_Alt_L },
  };
  const guint keycode = app_find_keycode (key);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if ((modifiers & keys[i].modifier) != 0)
        fake_key (display, app_find_keycode (keys[i].key), TRUE, CurrentTime);
    }
  fake_key (display, keycode, TRUE, CurrentTime);
  fake_key (display, keycode, FALSE, CurrentTime);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if ((modifiers & keys[i].modifier) != 0)
        fake_key (display, app_find_keycode (keys[i].key), FALSE, CurrentTime);
    }
  XSync (display, FALSE);
}

void
typist_scroll (GtkWidget *widget, int lines)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  const guint button = lines < 0 ? 4 : 5;
  double x = 0;
  double y = 0;
  double surface_x = 0;
  double surface_y = 0;
  int left = 0;
  int top = 0;
  Window child = None;

  g_assert_true (gtk_widget_translate_coordinates (widget, window, gtk_widget_get_width (widget) / 2.0,
                                                   gtk_widget_get_height (widget) / 2.0, &x, &y));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &surface_x, &surface_y);
  XTranslateCoordinates (display, xid, DefaultRootWindow (display), 0, 0, &left, &top, &child);
  fake_motion (display, -1, left + (int) (x + surface_x), top + (int) (y + surface_y), CurrentTime);
  XSync (display, FALSE);
  app_settle ();
  for (int i = 0; i < ABS (lines); i++)
    {
      fake_button (display, button, TRUE, CurrentTime);
      fake_button (display, button, FALSE, CurrentTime);
    }
  XSync (display, FALSE);
}

#else

gboolean
typist_sit_down (GtkWindow *window)
{
  g_test_skip ("keys can be pressed on a display of X alone");

  return FALSE;
}

void
typist_press (guint key, GdkModifierType modifiers)
{
}

void
typist_scroll (GtkWidget *widget, int lines)
{
}

#endif

void
typist_type (const char *keys)
{
  for (gsize i = 0; keys[i] != '\0'; i++)
    {
      if (keys[i] == '\n')
        typist_press (GDK_KEY_Return, 0);
      else if (keys[i] == '\t')
        typist_press (GDK_KEY_Tab, 0);
      else
        typist_press (gdk_unicode_to_keyval ((guchar) keys[i]), 0);
    }
}
