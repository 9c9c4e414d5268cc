/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "core/scorecard/organisation.h"
#include "core/scorecard/scale.h"
#include "core/scorecard/spread.h"
#include "core/text/text.h"

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return suivi_organisation_compare_folded (*(const char *const *) a, *(const char *const *) b);
}

/* The latest of each organisation, whose name is the same in any case, by name. */
static GPtrArray *
pick_latest (GPtrArray *assessments, const char *cut_off)
{
  GPtrArray *latest = g_ptr_array_new ();
  g_autoptr (GHashTable) by_organisation = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key = NULL;

  for (guint i = 0; i < assessments->len; i++)
    {
      SuiviAssessment *assessment = g_ptr_array_index (assessments, i);
      const SuiviAssessment *earlier = NULL;
      g_autofree char *organisation = NULL;

      /* Days written year-month-day sort as text. */
      if (assessment->agreed || (cut_off != NULL && g_strcmp0 (assessment->date, cut_off) > 0))
        continue;

      organisation = suivi_text_fold (assessment->organisation);
      earlier = g_hash_table_lookup (by_organisation, organisation);
      if (earlier == NULL || g_strcmp0 (assessment->date, earlier->date) > 0)
        g_hash_table_insert (by_organisation, g_steal_pointer (&organisation), assessment);
    }

  g_hash_table_iter_init (&iter, by_organisation);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (latest, g_hash_table_lookup (by_organisation, g_ptr_array_index (keys, i)));

  return latest;
}

static void
add_light (SuiviSpread *self, SuiviLight light)
{
  self->lights[light]++;
  if (!suivi_light_is_judged (light))
    return;

  if (self->n_judged == 0 || suivi_light_compare (light, self->lowest) < 0)
    self->lowest = light;
  if (self->n_judged == 0 || suivi_light_compare (light, self->highest) > 0)
    self->highest = light;
  self->n_judged++;
}

/**
 * suivi_spread_new:
 * @assessments: (element-type SuiviAssessment): all of one recommendation, the one that counts first; they must live as
 *   long as the spread
 * @cut_off: (nullable): day up to which they count, ISO 8601 date; %NULL: all of them
 *
 * Of each organisation the latest counts; of two from the same day, the one that stands first in @assessments, as the
 * store lists them. What they agreed on together is nobody's own judgement and left out.
 *
 * Returns: (transfer full): what the organisations say
 */
SuiviSpread *
suivi_spread_new (GPtrArray *assessments, const char *cut_off)
{
  SuiviSpread *self = g_new0 (SuiviSpread, 1);

  self->assessments = pick_latest (assessments, cut_off);
  for (guint i = 0; i < self->assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (self->assessments, i);

      if ((guint) assessment->light < SUIVI_N_LIGHTS)
        add_light (self, assessment->light);
    }
  self->apart = suivi_light_get_distance (self->lowest, self->highest);

  return self;
}

/**
 * suivi_spread_free:
 * @self: (nullable) (transfer full): a spread
 */
void
suivi_spread_free (SuiviSpread *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->assessments);
  g_free (self);
}

/**
 * suivi_spread_is_wide:
 *
 * Returns: whether two organisations are so far apart that they have to talk
 */
gboolean
suivi_spread_is_wide (const SuiviSpread *self)
{
  return self->apart >= SUIVI_SPREAD_WIDE;
}

/**
 * suivi_spread_list_organisations:
 *
 * Returns: (transfer full): who says that light: names of organisations; "" where a judgement does not say whose it is
 */
char **
suivi_spread_list_organisations (const SuiviSpread *self, SuiviLight light)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (self->assessments, i);

      if (assessment->light == light)
        g_strv_builder_add (names, assessment->organisation != NULL ? assessment->organisation : "");
    }

  return g_strv_builder_end (names);
}

/**
 * suivi_spread_to_text:
 * @labels: (nullable) (element-type utf8 utf8): the user's own words, for suivi_scale_grade_to_label()
 *
 * Returns: (transfer full): how many organisations say what, the highest light first: "Implemented: 1 · No progress: 2
 *   (2 grades apart)", translated
 */
char *
suivi_spread_to_text (const SuiviSpread *self, GHashTable *labels)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->n_judged == 0)
    return g_strdup (_ ("No organisation has judged it."));

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight light = suivi_lights_in_order[i];

      if (!suivi_light_is_judged (light) || self->lights[light] == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: a grade, and how many organisations gave it */
      g_string_append_printf (text, _ ("%s: %u"),
                              suivi_scale_grade_to_label (SUIVI_SCALE_LIGHT, light, labels),
                              self->lights[light]);
    }
  if (self->apart == 0)
    return g_string_free (g_steal_pointer (&text), FALSE);

  /* Translators: how many organisations gave which grade, and how far the lowest and the highest are apart */
  return g_strdup_printf (ngettext ("%s (%u grade apart)", "%s (%u grades apart)", self->apart), text->str,
                          self->apart);
}
