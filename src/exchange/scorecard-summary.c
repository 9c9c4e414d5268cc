/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/text/text.h"
#include "exchange/scorecard-summary.h"

/* Outputs of other mechanisms have no position, and count apart. */
#define N_POSITIONS (SUIVI_N_POSITIONS + 1)

struct _SuiviScorecardSummary
{
  guint total;
  guint chosen;
  guint positions[N_POSITIONS];
  guint lights[SUIVI_N_LIGHTS];
  guint cells[N_POSITIONS][SUIVI_N_LIGHTS];
  SuiviScorecardTheme without_theme;
  GHashTable *themes; /* name -> SuiviScorecardTheme */
  char *last_date;
};

static void
free_theme (gpointer data)
{
  SuiviScorecardTheme *theme = data;

  g_free (theme->theme);
  g_free (theme);
}

/**
 * suivi_scorecard_summary_new:
 *
 * Returns: (transfer full): a summary of nothing
 */
SuiviScorecardSummary *
suivi_scorecard_summary_new (void)
{
  SuiviScorecardSummary *self = g_new0 (SuiviScorecardSummary, 1);

  self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_theme);

  return self;
}

/**
 * suivi_scorecard_summary_free:
 * @self: (nullable) (transfer full): a summary
 */
void
suivi_scorecard_summary_free (SuiviScorecardSummary *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->themes);
  g_free (self->last_date);
  g_free (self);
}

static void
add_to_theme (SuiviScorecardTheme *theme, SuiviLight light)
{
  theme->lights[light]++;
  theme->total++;
}

static gboolean
stands_before (char **list, guint index)
{
  for (guint i = 0; i < index; i++)
    {
      if (g_str_equal (list[i], list[index]))
        return TRUE;
    }

  return FALSE;
}

static void
add_themes (SuiviScorecardSummary *self, SuiviRecommendation *recommendation)
{
  if (recommendation->themes[0] == NULL)
    {
      add_to_theme (&self->without_theme, recommendation->light);
      return;
    }

  for (guint i = 0; recommendation->themes[i] != NULL; i++)
    {
      SuiviScorecardTheme *theme = NULL;

      if (stands_before (recommendation->themes, i))
        continue;

      theme = g_hash_table_lookup (self->themes, recommendation->themes[i]);
      if (theme == NULL)
        {
          theme = g_new0 (SuiviScorecardTheme, 1);
          theme->theme = g_strdup (recommendation->themes[i]);
          g_hash_table_insert (self->themes, theme->theme, theme);
        }
      add_to_theme (theme, recommendation->light);
    }
}

/**
 * suivi_scorecard_summary_add:
 * @recommendation: counts once, whatever the number of recommending States; its light is the one that counts
 * @assessment: (nullable): the assessment that gave the light
 *
 * Under a theme that stands twice in one recommendation it counts once.
 */
void
suivi_scorecard_summary_add (SuiviScorecardSummary *self,
                             SuiviRecommendation *recommendation,
                             SuiviAssessment *assessment)
{
  g_return_if_fail ((guint) recommendation->position < N_POSITIONS);
  g_return_if_fail ((guint) recommendation->light < SUIVI_N_LIGHTS);

  self->total++;
  self->positions[recommendation->position]++;
  self->lights[recommendation->light]++;
  self->cells[recommendation->position][recommendation->light]++;
  add_themes (self, recommendation);

  if (assessment != NULL)
    {
      self->chosen += assessment->light_overridden ? 1 : 0;
      /* Days written year-month-day sort as text. */
      if (g_strcmp0 (assessment->date, self->last_date) > 0)
        {
          g_free (self->last_date);
          self->last_date = g_strdup (assessment->date);
        }
    }
}

/**
 * suivi_scorecard_summary_get_total:
 *
 * Returns: how many recommendations were added
 */
guint
suivi_scorecard_summary_get_total (SuiviScorecardSummary *self)
{
  return self->total;
}

/**
 * suivi_scorecard_summary_get_position:
 *
 * Returns: how many recommendations have that position
 */
guint
suivi_scorecard_summary_get_position (SuiviScorecardSummary *self, SuiviPosition position)
{
  g_return_val_if_fail ((guint) position < N_POSITIONS, 0);

  return self->positions[position];
}

/**
 * suivi_scorecard_summary_get_light:
 *
 * Returns: how many recommendations have that light
 */
guint
suivi_scorecard_summary_get_light (SuiviScorecardSummary *self, SuiviLight light)
{
  g_return_val_if_fail ((guint) light < SUIVI_N_LIGHTS, 0);

  return self->lights[light];
}

/**
 * suivi_scorecard_summary_get_cell:
 *
 * Returns: how many recommendations have that position and that light
 */
guint
suivi_scorecard_summary_get_cell (SuiviScorecardSummary *self, SuiviPosition position, SuiviLight light)
{
  g_return_val_if_fail ((guint) position < N_POSITIONS, 0);
  g_return_val_if_fail ((guint) light < SUIVI_N_LIGHTS, 0);

  return self->cells[position][light];
}

/**
 * suivi_scorecard_summary_get_chosen:
 *
 * Returns: how many lights were chosen by a person against the rule
 */
guint
suivi_scorecard_summary_get_chosen (SuiviScorecardSummary *self)
{
  return self->chosen;
}

/**
 * suivi_scorecard_summary_get_last_date:
 *
 * Returns: (nullable): the day of the last assessment that counts, "2026-11-22"
 */
const char *
suivi_scorecard_summary_get_last_date (SuiviScorecardSummary *self)
{
  return self->last_date;
}

/* The most frequent first; then by name, the same in every locale, so that the same numbers give the same
 * table. */
static int
compare_themes (gconstpointer a, gconstpointer b)
{
  const SuiviScorecardTheme *left = *(const SuiviScorecardTheme *const *) a;
  const SuiviScorecardTheme *right = *(const SuiviScorecardTheme *const *) b;
  g_autofree char *left_key = NULL;
  g_autofree char *right_key = NULL;
  int order = 0;

  if (left->total != right->total)
    return left->total > right->total ? -1 : 1;

  left_key = suivi_text_fold (left->theme);
  right_key = suivi_text_fold (right->theme);
  order = strcmp (left_key, right_key);

  return order != 0 ? order : strcmp (left->theme, right->theme);
}

/**
 * suivi_scorecard_summary_list_themes:
 *
 * Themes by number of recommendations, then by name; recommendations without a theme, if any, stand last.
 *
 * Returns: (transfer container) (element-type SuiviScorecardTheme): the themes, which live as long as @self
 */
GPtrArray *
suivi_scorecard_summary_list_themes (SuiviScorecardSummary *self)
{
  GPtrArray *themes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer theme = NULL;

  g_hash_table_iter_init (&iter, self->themes);
  while (g_hash_table_iter_next (&iter, NULL, &theme))
    g_ptr_array_add (themes, theme);
  g_ptr_array_sort (themes, compare_themes);
  if (self->without_theme.total > 0)
    g_ptr_array_add (themes, &self->without_theme);

  return themes;
}

/**
 * suivi_scorecard_summary_is_reconciled:
 *
 * Returns: whether positions, lights and the table of both add up to the total
 */
gboolean
suivi_scorecard_summary_is_reconciled (SuiviScorecardSummary *self)
{
  guint positions = 0;
  guint lights = 0;
  guint cells = 0;

  for (guint i = 0; i < N_POSITIONS; i++)
    {
      positions += self->positions[i];
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        cells += self->cells[i][j];
    }
  for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
    lights += self->lights[j];

  return positions == self->total && lights == self->total && cells == self->total;
}
