/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/lights-text.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"

/**
 * suivi_lights_text:
 * @lights: how many by #SuiviLight
 * @words: (nullable): how the lights are called: suivi_light_words_get()
 *
 * Returns: (transfer full): "● Implemented: 12 · ○ No progress: 3". A light that nobody has is told, too: that is a result
 */
char *
suivi_lights_text (const guint *lights, GHashTable *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (lights != NULL, NULL);

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight light = suivi_lights_in_order[i];

      if (text->len > 0)
        g_string_append (text, " · ");
      /* Word joiner and no-break space: the sign stays with its word, the dash too. */
      g_string_append_printf (text, "%s\342\201\240\302\240", suivi_light_to_symbol (light));
      /* Translators: a light and how many recommendations have it: "Implemented: 12" */
      g_string_append_printf (text, _ ("%s: %u"), suivi_light_words_to_label (words, light), lights[light]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
