/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/scorecard-row.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "core/scorecard/comparison.h"
#include "core/text/text.h"

G_DEFINE_FINAL_TYPE (SuiviScorecardRow, suivi_scorecard_row, G_TYPE_OBJECT)

static void
suivi_scorecard_row_finalize (GObject *object)
{
  SuiviScorecardRow *self = SUIVI_SCORECARD_ROW (object);

  g_free (self->recommendation_id);
  g_free (self->number);
  g_free (self->text);
  g_free (self->detail);

  G_OBJECT_CLASS (suivi_scorecard_row_parent_class)->finalize (object);
}

static void
suivi_scorecard_row_class_init (SuiviScorecardRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_scorecard_row_finalize;
}

static void
suivi_scorecard_row_init (SuiviScorecardRow *self)
{
}

static SuiviScorecardRow *
make (const char *id,
      const char *number,
      const char *symbol,
      const char *text,
      guint before,
      guint now,
      const char *detail)
{
  SuiviScorecardRow *self = g_object_new (SUIVI_TYPE_SCORECARD_ROW, NULL);

  self->recommendation_id = g_strdup (id);
  self->number = g_strdup (suivi_text_is_blank (number) && symbol != NULL ? symbol : number);
  self->text = g_strdup (text);
  self->before = before;
  self->now = now;
  self->detail = g_strdup (detail != NULL ? detail : "");

  return self;
}

/**
 * suivi_scorecard_row_new:
 * @row: as an edition holds it
 * @before: its light in the previous edition, or %SUIVI_LIGHT_ABSENT
 * @now: its light in the edition, or %SUIVI_LIGHT_ABSENT
 *
 * Returns: (transfer full): a line about a recommendation of a frozen edition
 */
SuiviScorecardRow *
suivi_scorecard_row_new (const SuiviEditionRow *row, guint before, guint now)
{
  return make (row->recommendation_id, row->number, row->symbol, row->text, before, now, row->reason);
}

/**
 * suivi_scorecard_row_new_working:
 * @recommendation: as it is now
 * @light: the light that counts
 * @detail: (nullable): what else there is to say
 *
 * Returns: (transfer full): a line about a recommendation of the working copy
 */
SuiviScorecardRow *
suivi_scorecard_row_new_working (SuiviRecommendation *recommendation, SuiviLight light, const char *detail)
{
  return make (recommendation->id, recommendation->number, recommendation->symbol, recommendation->text,
               SUIVI_LIGHT_ABSENT, light, detail);
}

/**
 * suivi_scorecard_row_get_mark:
 *
 * Returns: what stands beside a light of which organisations say different things, translated; "" beside the others
 */
const char *
suivi_scorecard_row_get_mark (SuiviScorecardRow *self)
{
  /* Translators: beside a grade: other organisations grade it otherwise, nothing is agreed on, and the latest grade counts */
  return self->differs ? _ ("≠ The latest of several that differ") : "";
}

/**
 * suivi_scorecard_row_dup_lights:
 * @words: (nullable): how the lights are called: suivi_light_words_get()
 *
 * Returns: (transfer full): its lights in words and symbols: "○ No progress, now ◐ Some progress", or the one that it
 *   has
 */
char *
suivi_scorecard_row_dup_lights (SuiviScorecardRow *self, GHashTable *words)
{
  g_autofree char *before
    = self->before != SUIVI_LIGHT_ABSENT ? suivi_light_words_dup_text (words, self->before) : NULL;
  g_autofree char *now
    = self->now != SUIVI_LIGHT_ABSENT ? suivi_light_words_dup_text (words, self->now) : NULL;

  if (before == NULL)
    return g_strdup (now != NULL ? now : "");
  if (now == NULL)
    /* Translators: %s is a light, such as "○ No progress", of a recommendation that is gone from the scorecard */
    return g_strdup_printf (_ ("before: %s"), before);

  /* Translators: two lights of a recommendation, before and now: "○ No progress, now ◐ Some progress" */
  return g_strdup_printf (_ ("%s, now %s"), before, now);
}
