/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/preferences.h"
#include "app/settings.h"
#include "app/window.h"

struct _SuiviApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SuiviApplication, suivi_application, ADW_TYPE_APPLICATION)

static SuiviWindow *
open_window (SuiviApplication *self)
{
  SuiviWindow *window = suivi_window_new (ADW_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* A window that shows the start page can take a file; one with a workspace keeps it. */
static SuiviWindow *
find_free_window (SuiviApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (SUIVI_IS_WINDOW (l->data) && suivi_window_is_free (SUIVI_WINDOW (l->data)))
        return SUIVI_WINDOW (l->data);
    }
  return NULL;
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_window (SUIVI_APPLICATION (user_data));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  GtkWidget *preferences = suivi_preferences_new ();

  gtk_window_set_transient_for (GTK_WINDOW (preferences), parent);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *developers[] = { "The Suivi contributors", NULL };

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)), "application-name",
                         "Suivi", "application-icon", SUIVI_APPLICATION_ID, "version", SUIVI_VERSION,
                         "developer-name", _ ("The Suivi contributors"), "developers", developers,
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Follows up the recommendations of the Universal Periodic Review for children: "
                            "on your own computer, without an account."),
                         /* Translators: put your name here, one per line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autolist (GtkWindow) windows = g_list_copy (gtk_application_get_windows (application));

  /* Each window may have something to finish first: close them one by one instead of quitting over them. Closing one
   * may free another. */
  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static const GActionEntry application_actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.new", { "<Control>n" } },
  { "win.import", { "<Control>i" } },
  { "win.search", { "<Control>f" } },
  { "win.show-page::overview", { "<Alt>1" } },
  { "win.show-page::recommendations", { "<Alt>2" } },
  { "win.show-page::drafting", { "<Alt>3" } },
  { "win.show-page::consultations", { "<Alt>4" } },
  { "win.show-page::scorecard", { "<Alt>5" } },
};

static void
suivi_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (suivi_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), application_actions,
                                   G_N_ELEMENTS (application_actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
  gtk_window_set_default_icon_name (SUIVI_APPLICATION_ID);
  suivi_settings_ensure_user_name ();
  suivi_settings_follow_paper ();
}

static void
suivi_application_activate (GApplication *application)
{
  open_window (SUIVI_APPLICATION (application));
}

static void
suivi_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SuiviApplication *self = SUIVI_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      SuiviWindow *window = suivi_window_find_for_file (GTK_APPLICATION (self), files[i]);

      if (window == NULL)
        window = find_free_window (self);
      if (window == NULL)
        window = open_window (self);
      gtk_window_present (GTK_WINDOW (window));
      suivi_window_open_file (window, files[i]);
    }
}

static void
suivi_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (suivi_application_parent_class)->window_removed (application, window);

  if (SUIVI_IS_WINDOW (window))
    suivi_window_release (SUIVI_WINDOW (window));
}

static void
suivi_application_shutdown (GApplication *application)
{
  G_APPLICATION_CLASS (suivi_application_parent_class)->shutdown (application);

  /* The windows are gone; their workspaces may still be writing. */
  suivi_workspace_wait_for_all ();
}

static int
suivi_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Suivi %s\n", SUIVI_VERSION);
      return 0;
    }
  return -1;
}

static void
suivi_application_class_init (SuiviApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = suivi_application_startup;
  application_class->activate = suivi_application_activate;
  application_class->open = suivi_application_open;
  GTK_APPLICATION_CLASS (klass)->window_removed = suivi_application_window_removed;
  application_class->shutdown = suivi_application_shutdown;
  application_class->handle_local_options = suivi_application_handle_local_options;
}

static void
suivi_application_init (SuiviApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Show the version and leave"), NULL);
}

/**
 * suivi_application_init_i18n:
 *
 * Speaks the user's language from here on. SUIVI_LOCALEDIR in the environment names another folder of
 * translations, so that they show without being installed.
 */
void
suivi_application_init_i18n (void)
{
  const char *localedir = g_getenv ("SUIVI_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : SUIVI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * suivi_application_new:
 *
 * Returns: (transfer full): the application, not yet running
 */
SuiviApplication *
suivi_application_new (void)
{
  g_set_application_name ("Suivi");
  return g_object_new (SUIVI_TYPE_APPLICATION, "application-id", SUIVI_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/io/github/suivi/Suivi", NULL);
}
