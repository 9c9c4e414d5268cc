/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * To be put into LD_PRELOAD: when the program has painted its first frame, says how many milliseconds after
 * the start of the process that was, and ends it. gtk_window_present() is where every window comes by.
 */

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds since the process began, from the kernel's record of it; its clock ticks hundreds of times a
 * second. */
static double
get_age (void)
{
  char buffer[1024] = "";
  const char *p = NULL;
  unsigned long long started = 0;
  struct timespec now;
  FILE *file = fopen ("/proc/self/stat", "r");

  if (file == NULL || fgets (buffer, sizeof buffer, file) == NULL)
    return -1;
  fclose (file);
  /* Field 22; the name of the program, field 2, may hold spaces but ends at the last bracket. */
  p = strrchr (buffer, ')');
  for (int field = 2; p != NULL && field < 22; field++)
    p = strchr (p + 1, ' ');
  if (p == NULL)
    return -1;
  started = strtoull (p, NULL, 10);
  clock_gettime (CLOCK_BOOTTIME, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6 - started * 1000.0 / sysconf (_SC_CLK_TCK);
}

static void
after_paint_cb (void)
{
  fprintf (stderr, "first-frame-ms %.1f\n", get_age ());
  fflush (stderr);
  _exit (0);
}

static void
mapped_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  if (clock != NULL)
    g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

G_MODULE_EXPORT void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
  present (window);
}
