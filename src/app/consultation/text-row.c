/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/text-row.h"

struct _SuiviTextRow
{
  AdwPreferencesRow parent_instance;

  GtkBox *head;
  GtkLabel *title;
  GtkLabel *hint;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (SuiviTextRow, suivi_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_HINT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
title_changed_cb (SuiviTextRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
suivi_text_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviTextRow *self = SUIVI_TEXT_ROW (object);

  if (id == PROP_HINT)
    g_value_set_string (value, gtk_label_get_label (self->hint));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
suivi_text_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviTextRow *self = SUIVI_TEXT_ROW (object);
  const char *hint = NULL;

  if (id != PROP_HINT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  hint = g_value_get_string (value);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL && *hint != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hint != NULL ? hint : "", -1);
}

static void
suivi_text_row_class_init (SuiviTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = suivi_text_row_get_property;
  object_class->set_property = suivi_text_row_set_property;

  properties[PROP_HINT]
    = g_param_spec_string ("hint", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviTextRow, head);
  gtk_widget_class_bind_template_child (widget_class, SuiviTextRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviTextRow, hint);
  gtk_widget_class_bind_template_child (widget_class, SuiviTextRow, view);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

static void
suivi_text_row_init (SuiviTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_text_row_get_view:
 *
 * Returns: (transfer none): the #GtkTextView inside
 */
GtkWidget *
suivi_text_row_get_view (SuiviTextRow *self)
{
  return self->view;
}

/**
 * suivi_text_row_add_suffix:
 * @widget: something short
 *
 * Shows it after the title.
 */
void
suivi_text_row_add_suffix (SuiviTextRow *self, GtkWidget *widget)
{
  gtk_box_append (self->head, widget);
}
