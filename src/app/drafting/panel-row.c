/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/panel-row.h"
#include "app/review/wrap-layout.h"

struct _SuiviPanelRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *head;
  GtkLabel *caption;
  GtkLabel *text;
  GtkLabel *note;
  GtkBox *suffixes;
  GtkBox *buttons;
};

G_DEFINE_FINAL_TYPE (SuiviPanelRow, suivi_panel_row, ADW_TYPE_PREFERENCES_ROW)

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
suivi_panel_row_class_init (SuiviPanelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/drafting/panel-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviPanelRow, head);
  gtk_widget_class_bind_template_child (widget_class, SuiviPanelRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SuiviPanelRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviPanelRow, note);
  gtk_widget_class_bind_template_child (widget_class, SuiviPanelRow, suffixes);
  gtk_widget_class_bind_template_child (widget_class, SuiviPanelRow, buttons);
}

static void
suivi_panel_row_init (SuiviPanelRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_panel_row_new:
 * @head: what it is
 * @caption: (nullable): where it comes from
 * @text: (nullable): what it says
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_panel_row_new (const char *head, const char *caption, const char *text)
{
  SuiviPanelRow *self = g_object_new (SUIVI_TYPE_PANEL_ROW, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *name = NULL;

  set_label (self->head, head);
  set_label (self->caption, caption);
  set_label (self->text, text);
  for (guint i = 0; i < 3; i++)
    {
      const char *part = i == 0 ? head : i == 1 ? caption : text;

      if (part != NULL && part[0] != '\0')
        g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);
  name = g_strjoinv (". ", parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * suivi_panel_row_add_note:
 * @note: (nullable): what the user should know about it
 */
void
suivi_panel_row_add_note (SuiviPanelRow *self, const char *note)
{
  set_label (self->note, note);
}

/**
 * suivi_panel_row_add_suffix:
 * @widget: (transfer floating): goes at the end of the first line
 */
void
suivi_panel_row_add_suffix (SuiviPanelRow *self, GtkWidget *widget)
{
  gtk_box_append (self->suffixes, widget);
}

static void
set_action (GtkWidget *button, const char *action, const char *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
}

/**
 * suivi_panel_row_add_icon_button:
 * @label: what it does, for the tooltip and the screen reader
 * @action: an action that takes a string
 * @target: that string
 *
 * A small button at the end of the first line.
 */
void
suivi_panel_row_add_icon_button (SuiviPanelRow *self,
                                 const char *icon_name,
                                 const char *label,
                                 const char *action,
                                 const char *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  set_action (button, action, target);
  gtk_box_append (self->suffixes, button);
}

/**
 * suivi_panel_row_add_below:
 * @widget: (transfer floating): goes below the text
 */
void
suivi_panel_row_add_below (SuiviPanelRow *self, GtkWidget *widget)
{
  gtk_box_append (self->buttons, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
}

/**
 * suivi_panel_row_add_button:
 * @label: what it does
 * @action: an action that takes a string
 * @target: that string
 *
 * A button below the text.
 */
void
suivi_panel_row_add_button (SuiviPanelRow *self, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_xalign (GTK_LABEL (child), 0);
  set_action (button, action, target);
  suivi_panel_row_add_below (self, button);
}
