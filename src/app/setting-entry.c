/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/setting-entry.h"

#include "app/settings.h"

#define KEY   "suivi-setting-key"
#define KNOWN "suivi-setting-known"

static const char *
get_key (AdwEntryRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

/* Also while the row is typed in: then what is typed stays, and counts in the end. */
static void
setting_changed_cb (AdwEntryRow *row)
{
  char *value = g_settings_get_string (suivi_settings_get_default (), get_key (row));
  const char *known = g_object_get_data (G_OBJECT (row), KNOWN);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), known != NULL ? known : "") == 0)
    gtk_editable_set_text (GTK_EDITABLE (row), value);
  g_object_set_data_full (G_OBJECT (row), KNOWN, value, g_free);
}

/**
 * suivi_setting_entry_apply:
 * @row: a row of suivi_setting_entry_bind()
 *
 * Keeps what was typed, if anything was. It happens by itself on Enter, when the row loses the keyboard, and when it is no longer seen.
 */
void
suivi_setting_entry_apply (AdwEntryRow *row)
{
  GSettings *settings = suivi_settings_get_default ();
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;
  const char *text = NULL;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));
  g_return_if_fail (get_key (row) != NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (row));
  if (g_strcmp0 (text, g_object_get_data (G_OBJECT (row), KNOWN)) == 0)
    return;

  /* From now on the row shows the setting again, whoever changes it. */
  typed = g_strstrip (g_strdup (text));
  if (!g_str_equal (typed, text))
    gtk_editable_set_text (GTK_EDITABLE (row), typed);
  g_object_set_data_full (G_OBJECT (row), KNOWN, g_strdup (typed), g_free);
  value = g_settings_get_string (settings, get_key (row));
  if (!g_str_equal (typed, value))
    g_settings_set_string (settings, get_key (row), typed);
}

/**
 * suivi_setting_entry_bind:
 * @row: where it is typed
 * @key: (transfer none): key of a text in the settings; it must live as long as @row
 *
 * Lets the row show the setting, and keep what is typed.
 */
void
suivi_setting_entry_bind (AdwEntryRow *row, const char *key)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  g_object_set_data (G_OBJECT (row), KEY, (gpointer) key);
  g_signal_connect_object (suivi_settings_get_default (), signal, G_CALLBACK (setting_changed_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect (row, "apply", G_CALLBACK (suivi_setting_entry_apply), NULL);
  g_signal_connect (row, "entry-activated", G_CALLBACK (suivi_setting_entry_apply), NULL);
  g_signal_connect (row, "unmap", G_CALLBACK (suivi_setting_entry_apply), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (suivi_setting_entry_apply), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  setting_changed_cb (row);
}
