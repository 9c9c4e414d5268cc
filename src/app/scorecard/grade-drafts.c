/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-drafts.h"

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/**
 * suivi_grade_drafts_from_change:
 * @recommendation_id: what is graded
 * @change: what a form says about it
 * @date: (nullable): the day, if it was typed; %NULL: the grade is of the day on which it is saved
 * @evidence: (nullable): keys of the evidence that was chosen; %NULL: none was chosen or taken away, what supports the own
 *   grade stays
 *
 * Returns: (transfer full): what is to be kept of it
 */
SuiviGradeDraft *
suivi_grade_drafts_from_change (const char *recommendation_id,
                                const SuiviGradeChange *change,
                                const char *date,
                                const char *const *evidence)
{
  SuiviGradeDraft *draft = suivi_grade_draft_new (recommendation_id);
  const SuiviAssessment *grade = change->grade;

  draft->law = grade->law;
  draft->policy = grade->policy;
  draft->practice = grade->practice;
  draft->light = grade->light;
  draft->light_overridden = grade->light_overridden;
  set_text (&draft->reason, grade->reason);
  set_text (&draft->source, grade->source);
  set_text (&draft->date, date);
  set_text (&draft->name, grade->name);
  set_text (&draft->organisation, grade->organisation);
  draft->confidence = grade->confidence;
  draft->evidence_chosen = evidence != NULL;
  if (evidence != NULL)
    {
      g_strfreev (draft->evidence);
      draft->evidence = g_strdupv ((char **) evidence);
    }

  return draft;
}

/**
 * suivi_grade_drafts_get_evidence:
 * @draft: (nullable): what was begun
 *
 * Returns: (transfer none) (nullable): keys of the evidence that was chosen for it; %NULL: none was chosen or taken away
 */
const char *const *
suivi_grade_drafts_get_evidence (const SuiviGradeDraft *draft)
{
  return draft != NULL && draft->evidence_chosen ? (const char *const *) draft->evidence : NULL;
}

/**
 * suivi_grade_drafts_to_change:
 *
 * Returns: (transfer full): what a form says that goes on with @draft, of today unless another day was typed
 */
SuiviGradeChange *
suivi_grade_drafts_to_change (const SuiviGradeDraft *draft)
{
  SuiviGradeChange *change = suivi_grade_change_new ();
  SuiviAssessment *grade = change->grade;

  if (draft->light_overridden)
    suivi_assessment_override_light (grade, draft->light);
  suivi_assessment_set_levels (grade, draft->law, draft->policy, draft->practice);
  set_text (&grade->reason, draft->reason);
  set_text (&grade->source, draft->source);
  if (draft->date != NULL)
    set_text (&grade->date, draft->date);
  set_text (&grade->name, draft->name);
  set_text (&grade->organisation, draft->organisation != NULL ? draft->organisation : "");
  grade->confidence = draft->confidence;

  return change;
}

static gboolean
have_same_evidence (const SuiviGradeDraft *a, const SuiviGradeDraft *b)
{
  if (a->evidence_chosen != b->evidence_chosen || g_strv_length (a->evidence) != g_strv_length (b->evidence))
    return FALSE;
  for (guint i = 0; a->evidence[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) b->evidence, a->evidence[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_grade_drafts_say_same:
 * @a: (nullable): a draft
 * @b: (nullable): another one
 *
 * Returns: whether both say the same, or there is none of them; who typed it and which key it has does not matter
 */
gboolean
suivi_grade_drafts_say_same (const SuiviGradeDraft *a, const SuiviGradeDraft *b)
{
  g_autoptr (SuiviGradeChange) one = NULL;
  g_autoptr (SuiviGradeChange) other = NULL;

  if (a == NULL || b == NULL)
    return a == b;

  one = suivi_grade_drafts_to_change (a);
  other = suivi_grade_drafts_to_change (b);
  /* What is of today, where no day was typed, may begin between them. */
  set_text (&other->grade->date, one->grade->date);

  return g_strcmp0 (a->recommendation_id, b->recommendation_id) == 0 && g_strcmp0 (a->date, b->date) == 0
         && suivi_grade_change_equal (one, other) && have_same_evidence (a, b);
}

/**
 * suivi_grade_drafts_find:
 * @drafts: (element-type SuiviGradeDraft): one at most of each recommendation
 *
 * Returns: (transfer none) (nullable): that of a recommendation
 */
SuiviGradeDraft *
suivi_grade_drafts_find (GPtrArray *drafts, const char *recommendation_id)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      SuiviGradeDraft *draft = g_ptr_array_index (drafts, i);

      if (g_str_equal (draft->recommendation_id, recommendation_id))
        return draft;
    }

  return NULL;
}

static gpointer
list_begun (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) drafts = suivi_store_list_grade_drafts (store, error);
  GHashTable *begun = NULL;

  if (drafts == NULL)
    return NULL;

  begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < drafts->len; i++)
    {
      const SuiviGradeDraft *draft = g_ptr_array_index (drafts, i);

      if (!draft->agreed)
        g_hash_table_add (begun, g_strdup (draft->recommendation_id));
    }

  return begun;
}

/**
 * suivi_grade_drafts_list_async:
 *
 * Asks for which recommendations who works here began a grade of her own. The result is a #GHashTable that is a set of
 * their keys, to be freed with g_hash_table_unref().
 */
void
suivi_grade_drafts_list_async (SuiviWorkspace *workspace,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  suivi_workspace_run_async (workspace, list_begun, NULL, NULL, (GDestroyNotify) g_hash_table_unref,
                             cancellable, callback, user_data);
}

/* What a job needs to know; the workspace's thread owns it. */
typedef struct
{
  char *recommendation_id;
  gboolean agreed;
  SuiviGradeDraft *draft;
} Keeping;

static void
free_keeping (Keeping *keeping)
{
  g_free (keeping->recommendation_id);
  g_clear_pointer (&keeping->draft, suivi_grade_draft_free);
  g_free (keeping);
}

static gpointer
keep (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Keeping *keeping = data;

  if (keeping->draft != NULL)
    suivi_store_put_grade_draft (store, keeping->draft, error);
  else
    suivi_store_delete_grade_draft (store, keeping->recommendation_id, keeping->agreed, error);

  return NULL;
}

/**
 * suivi_grade_drafts_keep:
 * @recommendation_id: what is graded
 * @agreed: whether it is the grade that a coalition agrees on; else one's own
 * @draft: (nullable): what was begun; %NULL: there is nothing any more
 *
 * Lets the workspace keep what was begun, in place of what was begun before. It is no step that can be undone. Finish
 * with suivi_workspace_run_finish().
 */
void
suivi_grade_drafts_keep (SuiviWorkspace *workspace,
                         const char *recommendation_id,
                         gboolean agreed,
                         const SuiviGradeDraft *draft,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->recommendation_id = g_strdup (recommendation_id);
  keeping->agreed = agreed;
  keeping->draft = draft != NULL ? suivi_grade_draft_copy (draft) : NULL;
  suivi_workspace_run_async (workspace, keep, keeping, (GDestroyNotify) free_keeping, NULL, NULL, callback,
                             user_data);
}
