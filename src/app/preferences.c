/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/setting-entry.h"
#include "app/settings.h"
#include "exchange/paper.h"

struct _SuiviPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwEntryRow *name;
  AdwEntryRow *organisation;
  AdwComboRow *paper;
  GtkSpinButton *idle_minutes;
};

G_DEFINE_FINAL_TYPE (SuiviPreferences, suivi_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows. */
static const char *const papers[] = { SUIVI_PAPER_NAME_LOCALE, SUIVI_PAPER_NAME_A4, SUIVI_PAPER_NAME_LETTER };

static gboolean
get_paper_row (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (g_str_equal (g_variant_get_string (variant, NULL), papers[i]))
        g_value_set_uint (value, i);
    }

  return TRUE;
}

/* No row is chosen while the list is made. */
static GVariant *
get_paper_name (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (papers) ? g_variant_new_string (papers[row]) : NULL;
}

static void
suivi_preferences_class_init (SuiviPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviPreferences, organisation);
  gtk_widget_class_bind_template_child (widget_class, SuiviPreferences, paper);
  gtk_widget_class_bind_template_child (widget_class, SuiviPreferences, idle_minutes);
}

static void
suivi_preferences_init (SuiviPreferences *self)
{
  GSettings *settings = suivi_settings_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_setting_entry_bind (self->name, "user-name");
  suivi_setting_entry_bind (self->organisation, "organisation");
  suivi_drop_down_name (GTK_WIDGET (self->paper), _ ("Paper"));
  g_settings_bind_with_mapping (settings, "paper", self->paper, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_paper_row, get_paper_name, NULL, NULL);
  g_settings_bind (settings, "sealed-idle-minutes", self->idle_minutes, "value", G_SETTINGS_BIND_DEFAULT);
}

/**
 * suivi_preferences_new:
 *
 * Returns: (transfer none): the preferences; there is nothing to save: what is typed is kept when it is done, all else at
 *   once
 */
GtkWidget *
suivi_preferences_new (void)
{
  return g_object_new (SUIVI_TYPE_PREFERENCES, NULL);
}
