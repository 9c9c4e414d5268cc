/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-jobs.h"

#include <glib/gi18n-lib.h>

#include "app/review/recommendation-words.h"
#include "app/review/review-jobs.h"
#include "app/scorecard/grade-drafts.h"
#include "app/scorecard/grade-start.h"
#include "core/text/text.h"

/* What a job needs to know; the workspace's thread owns it. */
typedef struct
{
  gint64 key;
  char *review_id;
  SuiviRecommendation *recommendation;
  SuiviAssessment *grade;
  char *label;
  char *assessment_id;
  char **evidence_ids;
  GPtrArray *drafts;
  char *editions_key;
  GHashTable *earlier;
  GPtrArray *recommendations;
  GPtrArray *grades;
} Job;

static void
free_job (Job *job)
{
  g_free (job->review_id);
  g_clear_pointer (&job->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&job->grade, suivi_assessment_free);
  g_free (job->label);
  g_free (job->assessment_id);
  g_strfreev (job->evidence_ids);
  g_clear_pointer (&job->drafts, g_ptr_array_unref);
  g_free (job->editions_key);
  g_clear_pointer (&job->earlier, g_hash_table_unref);
  g_clear_pointer (&job->recommendations, g_ptr_array_unref);
  g_clear_pointer (&job->grades, g_ptr_array_unref);
  g_free (job);
}

/**
 * suivi_grade_subject_free:
 * @self: (nullable) (transfer full): a subject
 */
void
suivi_grade_subject_free (SuiviGradeSubject *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->review, suivi_review_free);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_free (self->organisation);
  g_strfreev (self->own_evidence);
  g_clear_pointer (&self->draft, suivi_grade_draft_free);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_strfreev (self->organisations);
  g_clear_pointer (&self->earlier, g_hash_table_unref);
  g_free (self->editions_key);
  g_free (self);
}

/**
 * suivi_grade_find_own:
 * @assessments: (element-type SuiviAssessment): of one recommendation, what counts first
 * @organisation: whose judgement is looked for; blank: one that names none
 *
 * Returns: (transfer none) (nullable): the latest judgement of that organisation; what others say, and what a coalition
 *   agreed on, is not
 */
SuiviAssessment *
suivi_grade_find_own (GPtrArray *assessments, const char *organisation)
{
  for (guint i = 0; i < assessments->len; i++)
    {
      SuiviAssessment *assessment = g_ptr_array_index (assessments, i);

      if (suivi_assessment_is_by (assessment, organisation))
        return assessment;
    }

  return NULL;
}

/**
 * suivi_grade_is_by_other:
 * @name: who works here; "" while that is not known
 *
 * Returns: whether another person of the organisation gave the grade
 */
gboolean
suivi_grade_is_by_other (const SuiviAssessment *grade, const char *name)
{
  return !suivi_text_is_blank (name) && !suivi_text_is_blank (grade->name) && strcmp (grade->name, name) != 0;
}

static gboolean
take_over_evidence (SuiviStore *store,
                    SuiviTransaction *transaction,
                    const char *from,
                    const char *to,
                    GError **error)
{
  g_autoptr (GPtrArray) evidence = suivi_store_list_evidence_of (store, from, error);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      const SuiviEvidence *piece = g_ptr_array_index (evidence, i);

      if (!suivi_transaction_tie_evidence (transaction, piece->id, to, error))
        return FALSE;
    }

  return evidence != NULL;
}

/**
 * suivi_grade_put:
 * @grade: a grade, with its organisation; whose recommendation it is, is set here
 *
 * For a job on the workspace's thread. The second grade of one person on one day takes the place of the first; a new
 * one stands beside the earlier ones of the organisation and is supported by the same evidence as the latest of them.
 *
 * Returns: (transfer full) (nullable): the key under which it is in the workspace; %NULL on failure
 */
char *
suivi_grade_put (SuiviStore *store,
                 SuiviTransaction *transaction,
                 const char *recommendation_id,
                 SuiviAssessment *grade,
                 GError **error)
{
  g_autoptr (GPtrArray) assessments = suivi_store_list_assessments (store, recommendation_id, error);
  g_autoptr (SuiviAssessment) assessment = NULL;
  const SuiviAssessment *own = NULL;
  gboolean replaces = FALSE;

  if (assessments == NULL)
    return NULL;

  own = suivi_grade_find_own (assessments, grade->organisation);
  assessment = suivi_assessment_copy (grade);
  g_free (assessment->id);
  assessment->id = g_uuid_string_random ();
  g_free (assessment->recommendation_id);
  assessment->recommendation_id = g_strdup (recommendation_id);
  for (guint i = 0; !replaces && i < assessments->len; i++)
    {
      const SuiviAssessment *other = g_ptr_array_index (assessments, i);

      replaces = suivi_assessment_is_by (other, assessment->organisation)
                 && g_strcmp0 (other->name, assessment->name) == 0
                 && g_strcmp0 (other->date, assessment->date) == 0;
      if (replaces)
        {
          g_free (assessment->id);
          assessment->id = g_strdup (other->id);
        }
    }
  if (!suivi_transaction_put_assessment (transaction, assessment, error)
      || (!replaces && own != NULL
          && !take_over_evidence (store, transaction, own->id, assessment->id, error)))
    return NULL;

  return g_steal_pointer (&assessment->id);
}

/* What could not be written into the workspace is later than what is there. */
static SuiviGradeDraft *
read_draft (SuiviStore *store, GPtrArray *unkept, const char *recommendation_id, GError **error)
{
  const SuiviGradeDraft *draft = suivi_grade_drafts_find (unkept, recommendation_id);

  return draft != NULL ? suivi_grade_draft_copy (draft)
                       : suivi_store_get_grade_draft (store, recommendation_id, FALSE, error);
}

/* Those that a draft speaks of, as far as they are still there. */
static GPtrArray *
list_evidence (SuiviStore *store, char **ids, GError **error)
{
  g_autoptr (GPtrArray) all = suivi_store_list_evidence (store, NULL, error);
  GPtrArray *chosen = NULL;

  if (all == NULL)
    return NULL;

  chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_evidence_free);
  for (guint i = 0; i < all->len; i++)
    {
      const SuiviEvidence *evidence = g_ptr_array_index (all, i);

      if (g_strv_contains ((const char *const *) ids, evidence->id))
        g_ptr_array_add (chosen, suivi_evidence_copy (evidence));
    }

  return chosen;
}

static void
free_earlier (SuiviGradeEarlier *earlier)
{
  g_free (earlier->edition);
  g_free (earlier);
}

/* Each recommendation as it was in the last edition that was frozen with it. */
static gboolean
add_edition (SuiviStore *store, const SuiviEdition *edition, GHashTable *earlier, GError **error)
{
  g_autoptr (GPtrArray) rows = suivi_store_list_edition_rows (store, edition->id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (rows, i);
      SuiviGradeEarlier *known = NULL;

      if (row->recommendation_id == NULL || g_hash_table_contains (earlier, row->recommendation_id))
        continue;
      known = g_new0 (SuiviGradeEarlier, 1);
      known->edition = g_strdup (edition->title);
      known->light = row->light;
      g_hash_table_insert (earlier, g_strdup (row->recommendation_id), known);
    }

  return rows != NULL;
}

/* Editions do not change: what was read once is good as long as the same ones are there. */
static gboolean
read_editions (SuiviStore *store,
               Job *job,
               SuiviGradeSubject *self,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) editions = suivi_store_list_editions (store, NULL, error);
  g_autoptr (GString) key = g_string_new (NULL);

  if (editions == NULL)
    return FALSE;

  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);

      g_string_append_printf (key, "%s %s %s\n", edition->id, edition->frozen_at, edition->title);
    }
  if (job->earlier != NULL && g_strcmp0 (job->editions_key, key->str) == 0)
    {
      self->earlier = g_hash_table_ref (job->earlier);
    }
  else
    {
      self->earlier = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_earlier);
      for (guint i = 0; i < editions->len; i++)
        {
          const SuiviEdition *edition = g_ptr_array_index (editions, i);

          if (g_cancellable_set_error_if_cancelled (cancellable, error)
              || (suivi_edition_is_frozen (edition) && !add_edition (store, edition, self->earlier, error)))
            return FALSE;
        }
    }
  self->editions_key = g_string_free (g_steal_pointer (&key), FALSE);

  return TRUE;
}

static void
read_evidence (SuiviStore *store, SuiviGradeSubject *self, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) own = NULL;

  if (self->own != NULL)
    own = suivi_store_list_evidence_of (store, self->own->id, error);
  else
    own = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_evidence_free);
  if (own == NULL)
    return;

  for (guint i = 0; i < own->len; i++)
    g_strv_builder_add (ids, ((SuiviEvidence *) g_ptr_array_index (own, i))->id);
  self->own_evidence = g_strv_builder_end (ids);
  if (self->draft != NULL && self->draft->evidence_chosen)
    self->evidence = list_evidence (store, self->draft->evidence, error);
  else
    self->evidence = g_steal_pointer (&own);
}

static gboolean
read_subject (SuiviStore *store, Job *job, SuiviGradeSubject *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->review = suivi_review_find (store, self->recommendation->review_id, &failure);
  if (failure == NULL)
    self->assessments = suivi_store_list_assessments (store, self->recommendation->id, &failure);
  if (failure == NULL)
    {
      self->organisation = g_strdup (suivi_store_get_organisation (store));
      self->own = suivi_grade_find_own (self->assessments, self->organisation);
      if (self->assessments->len > 0
          && ((SuiviAssessment *) g_ptr_array_index (self->assessments, 0))->agreed)
        self->agreed = g_ptr_array_index (self->assessments, 0);
      read_editions (store, job, self, cancellable, &failure);
    }
  if (failure == NULL)
    self->organisations = suivi_grade_list_organisations (store, &failure);
  if (failure == NULL)
    self->draft = read_draft (store, job->drafts, self->recommendation->id, &failure);
  if (failure == NULL)
    read_evidence (store, self, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

static gpointer
load (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviGradeSubject) subject = g_new0 (SuiviGradeSubject, 1);
  g_autoptr (GPtrArray) rows = suivi_store_load (store, &job->key, 1, error);

  if (rows == NULL)
    return NULL;
  if (rows->len == 0 || g_ptr_array_index (rows, 0) == NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("This recommendation is no longer in the workspace."));
      return NULL;
    }

  subject->key = job->key;
  subject->recommendation = suivi_recommendation_ref (g_ptr_array_index (rows, 0));
  if (!read_subject (store, job, subject, cancellable, error))
    return NULL;

  return g_steal_pointer (&subject);
}

static gpointer
copy_draft (gconstpointer draft, gpointer user_data)
{
  return suivi_grade_draft_copy (draft);
}

/**
 * suivi_grade_load_async:
 * @key: key of a row of the list
 * @drafts: (element-type SuiviGradeDraft): what was begun and is not in the workspace, because it could not be kept there
 * @known: (nullable): what was loaded before, whose editions need not be read again
 *
 * The result is a #SuiviGradeSubject, to be freed with suivi_grade_subject_free().
 */
void
suivi_grade_load_async (SuiviWorkspace *workspace,
                        gint64 key,
                        GPtrArray *drafts,
                        const SuiviGradeSubject *known,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->key = key;
  job->drafts = g_ptr_array_copy (drafts, copy_draft, NULL);
  g_ptr_array_set_free_func (job->drafts, (GDestroyNotify) suivi_grade_draft_free);
  if (known != NULL)
    {
      job->earlier = g_hash_table_ref (known->earlier);
      job->editions_key = g_strdup (known->editions_key);
    }
  suivi_workspace_run_async (workspace, load, job, (GDestroyNotify) free_job,
                             (GDestroyNotify) suivi_grade_subject_free, cancellable, callback, user_data);
}

static gpointer
count (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree SuiviGradeProgress *progress = g_new0 (SuiviGradeProgress, 1);
  g_autoptr (GError) failure = NULL;

  if (job->review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, job->review_id);
  progress->total = suivi_store_count (store, filter, &failure);
  suivi_filter_add (filter, SUIVI_FACET_LIGHT, suivi_light_to_nick (SUIVI_LIGHT_GREY));
  if (failure == NULL)
    progress->graded = progress->total - suivi_store_count (store, filter, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&progress);
}

/**
 * suivi_grade_count_async:
 * @review_id: (nullable): the review that is counted; %NULL: all of them
 *
 * The result is a #SuiviGradeProgress, to be freed with g_free().
 */
void
suivi_grade_count_async (SuiviWorkspace *workspace,
                         const char *review_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->review_id = g_strdup (review_id);
  suivi_workspace_run_async (workspace, count, job, (GDestroyNotify) free_job, g_free, cancellable, callback,
                             user_data);
}

/* Ties a grade to more evidence, as far as that is there. */
static gboolean
add_evidence (SuiviStore *store,
              SuiviTransaction *transaction,
              const char *assessment_id,
              const char *const *wanted,
              GError **error)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (SuiviEvidence) evidence = suivi_store_get_evidence (store, wanted[i], &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      /* Undone, deleted or erased since it was chosen */
      if (evidence == NULL)
        continue;
      if (!suivi_transaction_tie_evidence (transaction, wanted[i], assessment_id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_grade_tie_evidence:
 * @assessment_id: key of a grade, own or agreed
 * @wanted: keys of all evidence that stands behind it; what is gone since it was chosen is left out
 *
 * For a job on the workspace's thread. Ties a grade to just these pieces of evidence.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_grade_tie_evidence (SuiviStore *store,
                          SuiviTransaction *transaction,
                          const char *assessment_id,
                          const char *const *wanted,
                          GError **error)
{
  g_autoptr (GPtrArray) tied = suivi_store_list_evidence_of (store, assessment_id, error);

  if (tied == NULL)
    return FALSE;

  for (guint i = 0; i < tied->len; i++)
    {
      const SuiviEvidence *evidence = g_ptr_array_index (tied, i);

      if (!g_strv_contains (wanted, evidence->id)
          && !suivi_transaction_untie_evidence (transaction, evidence->id, assessment_id, error))
        return FALSE;
    }

  return add_evidence (store, transaction, assessment_id, wanted, error);
}

/* Saves the grade, and says whether the one before it is the one that the form showed with its evidence. */
static char *
put_shown (SuiviStore *store, SuiviTransaction *transaction, Job *job, gboolean *shown, GError **error)
{
  g_autoptr (GPtrArray) assessments = suivi_store_list_assessments (store, job->recommendation->id, error);
  const SuiviAssessment *before = NULL;

  if (assessments == NULL)
    return NULL;

  before = suivi_grade_find_own (assessments, job->grade->organisation);
  *shown = before == NULL || g_strcmp0 (before->id, job->assessment_id) == 0;

  return suivi_grade_put (store, transaction, job->recommendation->id, job->grade, error);
}

static gpointer
save (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, job->label, error);
  g_autofree char *id = NULL;
  gboolean shown = TRUE;

  if (transaction == NULL)
    return NULL;
  id
    = job->grade != NULL ? put_shown (store, transaction, job, &shown, error) : g_strdup (job->assessment_id);
  if (id == NULL)
    return NULL;
  /* What nobody saw, nobody took away. */
  if ((job->evidence_ids != NULL
       && !(shown ? suivi_grade_tie_evidence : add_evidence) (store, transaction, id,
                                                              (const char *const *) job->evidence_ids, error))
      || !suivi_transaction_delete_grade_draft (transaction, job->recommendation->id, FALSE, error)
      || !suivi_transaction_commit (transaction, error))
    return NULL;

  return GUINT_TO_POINTER (TRUE);
}

/**
 * suivi_grade_save:
 * @recommendation: what is graded
 * @review: (nullable): the review it was made in, for the name of the step
 * @grade: (nullable): the own grade; %NULL: it stays
 * @assessment_id: (nullable): the own grade that was shown; without @grade, its evidence changed
 * @evidence_ids: (nullable): all evidence of the grade; %NULL: it stays. If the own grade is another than the one that was
 *   shown, because it was not known then for which organisation one grades, its evidence stays beside it
 *
 * Saves a grade with its evidence, or the evidence alone, as one step that can be undone: "Grade 140.12",
 * "Evidence for 140.12". A second grade of the same person on the same day takes the place of the first. What was begun
 * of it is no longer kept. Finish with suivi_workspace_run_finish().
 */
void
suivi_grade_save (SuiviWorkspace *workspace,
                  SuiviRecommendation *recommendation,
                  SuiviReview *review,
                  SuiviAssessment *grade,
                  const char *assessment_id,
                  const char *const *evidence_ids,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autofree char *title = suivi_recommendation_to_name (recommendation, review);

  job->recommendation = suivi_recommendation_ref (recommendation);
  job->grade = grade != NULL ? suivi_assessment_copy (grade) : NULL;
  job->assessment_id = g_strdup (assessment_id);
  job->evidence_ids = g_strdupv ((char **) evidence_ids);
  if (grade != NULL)
    /* Translators: name of a step that can be undone: "Grade 140.12" */
    job->label = g_strdup_printf (_ ("Grade %s"), title);
  else
    /* Translators: name of a step that can be undone: "Evidence for 140.12" */
    job->label = g_strdup_printf (_ ("Evidence for %s"), title);
  suivi_workspace_run_async (workspace, save, job, (GDestroyNotify) free_job, NULL, NULL, callback,
                             user_data);
}

static gpointer
grade_each (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  guint n = job->recommendations->len;
  g_autofree char *name
    = n == 1 ? suivi_recommendation_to_name (g_ptr_array_index (job->recommendations, 0), NULL) : NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autofree char *label = NULL;

  if (name != NULL)
    /* Translators: name of a step that can be undone: "Grade 140.12" */
    label = g_strdup_printf (_ ("Grade %s"), name);
  else
    label = g_strdup_printf (ngettext ("Grade %u recommendation", "Grade %u recommendations", n), n);

  transaction = suivi_store_begin (store, label, error);
  if (transaction == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (job->recommendations, i);
      SuiviAssessment *given = g_ptr_array_index (job->grades, i);
      g_autofree char *id = suivi_grade_put (store, transaction, recommendation->id, given, error);

      if (id == NULL
          || (job->evidence_ids != NULL
              && !suivi_grade_tie_evidence (store, transaction, id, (const char *const *) job->evidence_ids,
                                            error)))
        return NULL;
      /* What was begun for one alone is something else than what is said of several. */
      if (n == 1 && !suivi_transaction_delete_grade_draft (transaction, recommendation->id, FALSE, error))
        return NULL;
    }
  if (!suivi_transaction_commit (transaction, error))
    return NULL;

  return GUINT_TO_POINTER (n);
}

/**
 * suivi_grade_each_async:
 * @recommendations: (element-type SuiviRecommendation): what is graded
 * @grades: (element-type SuiviAssessment): for each of them its grade
 * @evidence_ids: (nullable): all evidence of the grades; %NULL: each is supported by the same as the one before it
 *
 * Grades them as one step that can be undone. Earlier assessments of other days stay.
 * The result is the number of recommendations, as a pointer.
 */
void
suivi_grade_each_async (SuiviWorkspace *workspace,
                        GPtrArray *recommendations,
                        GPtrArray *grades,
                        const char *const *evidence_ids,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (recommendations->len == grades->len);

  job->recommendations = g_ptr_array_ref (recommendations);
  job->grades = g_ptr_array_ref (grades);
  job->evidence_ids = g_strdupv ((char **) evidence_ids);
  suivi_workspace_run_async (workspace, grade_each, job, (GDestroyNotify) free_job, NULL, NULL, callback,
                             user_data);
}
