/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/chip-box.h"
#include "app/review/facet-values.h"
#include "app/review/wrap-layout.h"
#include "core/text/text.h"

struct _SuiviChipBox
{
  GtkWidget parent_instance;

  SuiviFacet facet;
  char **values;
};

G_DEFINE_FINAL_TYPE (SuiviChipBox, suivi_chip_box, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_VALUE_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chip_clicked_cb (SuiviChipBox *self, GtkWidget *chip)
{
  g_signal_emit (self, signals[SIGNAL_VALUE_CLICKED], 0, (int) self->facet, gtk_widget_get_name (chip));
}

static void
remove_chips (SuiviChipBox *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
add_chip (SuiviChipBox *self, const char *value)
{
  g_autofree char *text = suivi_facet_value_to_label (self->facet, value, NULL);
  /* Translators: tooltip of a small button with a State or a theme on it */
  g_autofree char *hint = g_strdup_printf (_ ("Show only recommendations with “%s”"), text);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *chip = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_set_name (chip, value);
  gtk_widget_set_tooltip_text (chip, hint);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

static void
suivi_chip_box_dispose (GObject *object)
{
  remove_chips (SUIVI_CHIP_BOX (object));

  G_OBJECT_CLASS (suivi_chip_box_parent_class)->dispose (object);
}

static void
suivi_chip_box_finalize (GObject *object)
{
  g_strfreev (SUIVI_CHIP_BOX (object)->values);

  G_OBJECT_CLASS (suivi_chip_box_parent_class)->finalize (object);
}

static void
suivi_chip_box_class_init (SuiviChipBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = suivi_chip_box_dispose;
  object_class->finalize = suivi_chip_box_finalize;

  signals[SIGNAL_VALUE_CLICKED] = g_signal_new ("value-clicked", SUIVI_TYPE_CHIP_BOX, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
suivi_chip_box_init (SuiviChipBox *self)
{
}

/**
 * suivi_chip_box_set_values:
 * @facet: what the values are
 * @values: (array zero-terminated=1): the values, in the order to show
 *
 * The buttons stay when the values do, so that the keyboard focus stays too.
 */
void
suivi_chip_box_set_values (SuiviChipBox *self, SuiviFacet facet, const char *const *values)
{
  if (self->values != NULL && self->facet == facet
      && suivi_strv_equal ((const char *const *) self->values, values))
    return;

  g_strfreev (self->values);
  self->values = g_strdupv ((char **) values);
  self->facet = facet;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  suivi_facet_to_label (facet), -1);

  remove_chips (self);
  for (gsize i = 0; values[i] != NULL; i++)
    add_chip (self, values[i]);
}
