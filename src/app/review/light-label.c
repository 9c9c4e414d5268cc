/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/light-label.h"

#include "app/light-words.h"

/* What a label shows: the light + 1, so that it is there, and whether the word stands beside the sign. */
#define SHOWN "suivi-light"
#define WORDY "suivi-light-with-word"

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
  const SuiviLight light = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), SHOWN)) - 1;

  if (g_object_get_data (G_OBJECT (label), SHOWN) == NULL)
    return FALSE;
  if (g_object_get_data (G_OBJECT (label), WORDY) != NULL
      && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, suivi_light_words_to_label (suivi_light_words_get (label), light));

  return TRUE;
}

/* An emptied label stays empty, whatever the words. */
static void
say (GtkWidget *label)
{
  const SuiviLight light = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), SHOWN)) - 1;
  const gboolean with_word = g_object_get_data (G_OBJECT (label), WORDY) != NULL;
  GHashTable *words = suivi_light_words_get (label);
  g_autofree char *text = NULL;

  if (g_object_get_data (G_OBJECT (label), SHOWN) == NULL)
    return;

  text = suivi_light_words_dup_text (words, light);
  gtk_label_set_label (GTK_LABEL (label), with_word ? text : suivi_light_to_symbol (light));
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  suivi_light_words_to_label (words, light), -1);
}

/**
 * suivi_light_label_set:
 * @label: the label that shows the light
 * @light: which light
 * @with_word: whether the word stands beside the symbol; without it, the word is tooltip and accessible name
 *
 * Shows a light as symbol and colour, and word: nothing is told by colour alone. The word is that of the workspace around
 * the label, and follows when it changes.
 */
void
suivi_light_label_set (GtkLabel *label, SuiviLight light, gboolean with_word)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (light < SUIVI_N_LIGHTS);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (i == light)
        gtk_widget_add_css_class (GTK_WIDGET (label), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
    }

  g_object_set_data (G_OBJECT (label), SHOWN, GUINT_TO_POINTER (light + 1));
  g_object_set_data (G_OBJECT (label), WORDY, GINT_TO_POINTER (with_word));
  if (!gtk_widget_get_has_tooltip (GTK_WIDGET (label)))
    g_signal_connect (label, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  /* The users' word may be long. */
  if (with_word && !gtk_label_get_wrap (label))
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  say (GTK_WIDGET (label));
  suivi_light_words_follow (GTK_WIDGET (label), say);
}

/**
 * suivi_light_label_clear:
 * @label: a label that may show a light
 *
 * Shows none, until suivi_light_label_set() says which.
 */
void
suivi_light_label_clear (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
  g_object_set_data (G_OBJECT (label), SHOWN, NULL);
  gtk_label_set_label (label, "");
  gtk_accessible_reset_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL);
}
