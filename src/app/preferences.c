/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences.h"

#include "app/settings.h"

struct _SuiviPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwEntryRow *name;
  AdwEntryRow *organisation;
  GtkSpinButton *idle_minutes;
};

G_DEFINE_FINAL_TYPE (SuiviPreferences, suivi_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
suivi_preferences_class_init (SuiviPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviPreferences, organisation);
  gtk_widget_class_bind_template_child (widget_class, SuiviPreferences, idle_minutes);
}

static void
suivi_preferences_init (SuiviPreferences *self)
{
  GSettings *settings = suivi_settings_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "user-name", self->name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "organisation", self->organisation, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sealed-idle-minutes", self->idle_minutes, "value", G_SETTINGS_BIND_DEFAULT);
}

/**
 * suivi_preferences_new:
 *
 * Returns: (transfer none): the preferences; what is typed is kept at once
 */
GtkWidget *
suivi_preferences_new (void)
{
  return g_object_new (SUIVI_TYPE_PREFERENCES, NULL);
}
