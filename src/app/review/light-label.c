/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/light-label.h"

static const char *const classes[SUIVI_N_LIGHTS] = {
  [SUIVI_LIGHT_GREY] = "light-grey",
  [SUIVI_LIGHT_RED] = "light-red",
  [SUIVI_LIGHT_AMBER] = "light-amber",
  [SUIVI_LIGHT_GREEN] = "light-green",
  [SUIVI_LIGHT_WORSE] = "light-worse",
};

/* A tooltip text of its own makes GTK ask the display where the pointer is, for each row of a list that comes
 * into view; this way it asks only about the label under the pointer. */
static gboolean
tooltip_queried_cb (GtkWidget *label, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (label), "light-word"));

  return TRUE;
}

/**
 * suivi_light_label_set:
 * @label: the label that shows the light
 * @light: which light
 * @with_word: whether the word stands beside the symbol; without it, the word is tooltip and accessible name
 *
 * Shows a light as symbol and colour, and word: nothing is told by colour alone.
 */
void
suivi_light_label_set (GtkLabel *label, SuiviLight light, gboolean with_word)
{
  const char *word = suivi_light_to_label (light);

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (light < SUIVI_N_LIGHTS);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (i == light)
        gtk_widget_add_css_class (GTK_WIDGET (label), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
    }

  if (with_word)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", suivi_light_to_symbol (light), word);

      gtk_label_set_label (label, text);
    }
  else
    {
      gtk_label_set_label (label, suivi_light_to_symbol (light));
      if (g_object_get_data (G_OBJECT (label), "light-word") == NULL)
        g_signal_connect (label, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
      g_object_set_data (G_OBJECT (label), "light-word", (gpointer) word);
    }
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), !with_word);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
}
