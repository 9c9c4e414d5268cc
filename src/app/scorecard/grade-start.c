/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-start.h"

#include "app/scorecard/grade-jobs.h"
#include "core/scorecard/spread.h"
#include "core/text/text.h"

/* How many names of organisations are proposed. */
#define MAX_ORGANISATIONS 40

/**
 * suivi_grade_start_free:
 * @self: (nullable) (transfer full): what a form begins with
 */
void
suivi_grade_start_free (SuiviGradeStart *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->judgements, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->draft, suivi_grade_draft_free);
  g_strfreev (self->organisations);
  g_free (self);
}

/**
 * suivi_grade_list_organisations:
 *
 * For a job on the workspace's thread. Who works here and has not said for whom chooses from these, or types another one.
 *
 * Returns: (transfer full) (nullable): names that the workspace has for organisations; none if it is known for whom the
 *   person at this computer grades; %NULL on failure
 */
char **
suivi_grade_list_organisations (SuiviStore *store, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GPtrArray) organisations = NULL;

  if (!suivi_text_is_blank (suivi_store_get_organisation (store)))
    return g_strv_builder_end (names);
  organisations = suivi_store_list_organisations (store, error);
  if (organisations == NULL)
    return NULL;

  for (guint i = 0, n = 0; i < organisations->len && n < MAX_ORGANISATIONS; i++)
    {
      const SuiviOrganisation *organisation = g_ptr_array_index (organisations, i);

      if (suivi_text_is_blank (organisation->name))
        continue;
      g_strv_builder_add (names, organisation->name);
      n++;
    }

  return g_strv_builder_end (names);
}

/* Of what was said about one recommendation, what may be own. */
static GPtrArray *
choose_own (GPtrArray *assessments, const char *organisation)
{
  GPtrArray *chosen = NULL;
  const SuiviAssessment *own = NULL;

  if (suivi_text_is_blank (organisation))
    return g_ptr_array_ref (assessments);

  chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_assessment_free);
  own = suivi_grade_find_own (assessments, organisation);
  if (own != NULL)
    g_ptr_array_add (chosen, suivi_assessment_copy (own));

  return chosen;
}

static SuiviAssessment *
strip (const SuiviAssessment *assessment)
{
  SuiviAssessment *stripped = suivi_assessment_copy (assessment);

  g_clear_pointer (&stripped->reason, g_free);
  g_clear_pointer (&stripped->source, g_free);
  g_clear_pointer (&stripped->name, g_free);

  return stripped;
}

/* Hundreds of recommendations may be graded at once, and many organisations have judged each: no more than is needed. */
static GPtrArray *
choose_others (GPtrArray *assessments)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_assessment_free);
  g_autoptr (SuiviSpread) spread = suivi_spread_new (assessments, NULL);
  const SuiviAssessment *first = assessments->len > 0 ? g_ptr_array_index (assessments, 0) : NULL;

  /* What is agreed on counts first. */
  if (first != NULL && first->agreed)
    g_ptr_array_add (chosen, strip (first));
  for (guint i = 0; i < spread->assessments->len; i++)
    g_ptr_array_add (chosen, strip (g_ptr_array_index (spread->assessments, i)));

  return chosen;
}

static gboolean
read_judgements (SuiviStore *store,
                 GPtrArray *recommendations,
                 GPtrArray *judgements,
                 GPtrArray *others,
                 GCancellable *cancellable,
                 GError **error)
{
  for (guint i = 0; i < recommendations->len; i++)
    {
      const SuiviRecommendation *recommendation = g_ptr_array_index (recommendations, i);
      g_autoptr (GPtrArray) assessments = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      assessments = suivi_store_list_assessments (store, recommendation->id, error);
      if (assessments == NULL)
        return FALSE;
      g_ptr_array_add (judgements, choose_own (assessments, suivi_store_get_organisation (store)));
      if (recommendations->len > 1)
        g_ptr_array_add (others, choose_others (assessments));
    }

  return TRUE;
}

static gpointer
load_start (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *recommendations = data;
  g_autoptr (SuiviGradeStart) start = g_new0 (SuiviGradeStart, 1);
  g_autoptr (GError) failure = NULL;

  start->judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  start->others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  read_judgements (store, recommendations, start->judgements, start->others, cancellable, &failure);
  if (failure == NULL && recommendations->len == 1)
    start->draft
      = suivi_store_get_grade_draft (store,
                                     ((SuiviRecommendation *) g_ptr_array_index (recommendations, 0))->id,
                                     FALSE, &failure);
  if (failure == NULL)
    start->organisations = suivi_grade_list_organisations (store, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&start);
}

/**
 * suivi_grade_load_start_async:
 * @recommendations: (element-type SuiviRecommendation): what is graded
 *
 * The result is a #SuiviGradeStart, to be freed with suivi_grade_start_free().
 */
void
suivi_grade_load_start_async (SuiviWorkspace *workspace,
                              GPtrArray *recommendations,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  suivi_workspace_run_async (workspace, load_start, g_ptr_array_ref (recommendations),
                             (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) suivi_grade_start_free,
                             cancellable, callback, user_data);
}
