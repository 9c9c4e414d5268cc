/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/agreement-jobs.h"

#include <glib/gi18n-lib.h>

#include "app/review/assessment-card.h"
#include "app/review/review-jobs.h"
#include "app/scorecard/agreement-drafts.h"
#include "app/scorecard/grade-jobs.h"
#include "core/scorecard/organisation.h"
#include "core/text/text.h"
#include "store/scorecard-store.h"

typedef struct
{
  char *recommendation_id;
  char *cut_off;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->recommendation_id);
  g_free (request->cut_off);
  g_free (request);
}

/* ---- What is agreed on ---- */

/**
 * suivi_agreement_new:
 * @grade: (transfer full): the agreed grade
 * @evidence: (transfer full): keys of the evidence behind it
 *
 * Returns: (transfer full): an agreement
 */
SuiviAgreement *
suivi_agreement_new (SuiviAssessment *grade, char **evidence)
{
  SuiviAgreement *self = g_new0 (SuiviAgreement, 1);

  self->grade = grade;
  self->evidence = evidence;

  return self;
}

/**
 * suivi_agreement_copy:
 *
 * Returns: (transfer full): the same again
 */
SuiviAgreement *
suivi_agreement_copy (const SuiviAgreement *self)
{
  return suivi_agreement_new (suivi_assessment_copy (self->grade), g_strdupv (self->evidence));
}

/**
 * suivi_agreement_equal:
 *
 * Returns: whether both say the same; the keys of the grades may differ
 */
gboolean
suivi_agreement_equal (const SuiviAgreement *a, const SuiviAgreement *b)
{
  g_autoptr (SuiviAssessment) other = suivi_assessment_copy (b->grade);

  g_free (other->id);
  other->id = g_strdup (a->grade->id);

  return suivi_assessment_equal (a->grade, other)
         && suivi_strv_equal ((const char *const *) a->evidence, (const char *const *) b->evidence);
}

/**
 * suivi_agreement_free:
 * @self: (nullable) (transfer full): an agreement
 */
void
suivi_agreement_free (SuiviAgreement *self)
{
  if (self == NULL)
    return;

  suivi_assessment_free (self->grade);
  g_strfreev (self->evidence);
  g_free (self);
}

/**
 * suivi_agreement_many_free:
 * @self: (nullable) (transfer full): several agreements
 */
void
suivi_agreement_many_free (SuiviAgreementMany *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->ids);
  g_free (self->cut_off);
  g_free (self->date);
  g_free (self->name);
  g_free (self);
}

/**
 * suivi_agreement_is_unanimous:
 * @spread: what organisations say
 *
 * Who is not named may be one of those who are: what is not named is no organisation of its own here.
 *
 * Returns: whether two organisations or more judged, and every one that said anything says exactly the same of law,
 *   policy and practice, and has the same light
 */
gboolean
suivi_agreement_is_unanimous (const SuiviSpread *spread)
{
  const SuiviAssessment *first = NULL;
  guint n_named = 0;

  if (spread->n_judged < 2 || spread->n_judged != spread->assessments->len)
    return FALSE;

  first = g_ptr_array_index (spread->assessments, 0);
  for (guint i = 0; i < spread->assessments->len; i++)
    {
      const SuiviAssessment *other = g_ptr_array_index (spread->assessments, i);

      n_named += !suivi_text_is_blank (other->organisation);
      if (other->law != first->law || other->policy != first->policy || other->practice != first->practice
          || other->light != first->light)
        return FALSE;
    }

  return n_named >= 2;
}

/**
 * suivi_agreement_dup_late_note:
 * @date: day of an agreement, ISO 8601 date
 * @cut_off: (nullable): day up to which the scorecard looks
 *
 * Returns: (transfer full) (nullable): a sentence for whoever agrees on a later day and would wonder why nothing changes
 */
char *
suivi_agreement_dup_late_note (const char *date, const char *cut_off)
{
  g_autofree char *day = NULL;

  /* Days written year-month-day sort as text. */
  if (cut_off == NULL || !suivi_date_is_valid (date) || strcmp (date, cut_off) <= 0)
    return NULL;

  day = suivi_date_to_label (cut_off);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("The scorecard looks up to %s: what is agreed on later does not count in it."),
                          day);
}

/**
 * suivi_agreement_validate:
 * @error: return location for a %SUIVI_ASSESSMENT_ERROR: what the agreement lacks
 *
 * As suivi_assessment_validate(). That nothing is chosen does not mean that nothing is known: somebody has to say so.
 *
 * Returns: whether it can be saved
 */
gboolean
suivi_agreement_validate (const SuiviAgreement *self, GError **error)
{
  if (self->grade->light == SUIVI_LIGHT_GREY && !self->grade->light_overridden)
    {
      g_set_error_literal (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_REASON,
                           _ ("Say what is agreed on: judge law, policy or practice, or choose a light."));
      return FALSE;
    }

  return suivi_assessment_validate (self->grade, error);
}

/**
 * suivi_agreement_is_alone:
 *
 * Returns: whether just one organisation is said to have agreed: nobody agrees with herself alone, though it may be meant
 */
gboolean
suivi_agreement_is_alone (const SuiviAgreement *self)
{
  return g_strv_length (self->grade->agreed_by) == 1;
}

/**
 * suivi_agreement_dup_hint:
 * @cut_off: (nullable): day up to which the scorecard looks
 *
 * Returns: (transfer full): what the agreement lacks; if nothing, what whoever saves it should know before; "" if there
 *   is nothing to say
 */
char *
suivi_agreement_dup_hint (const SuiviAgreement *self, const char *cut_off)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *late = suivi_agreement_dup_late_note (self->grade->date, cut_off);
  g_autofree char *alone = NULL;

  if (!suivi_agreement_validate (self, &error))
    return g_strdup (error->message);

  if (suivi_agreement_is_alone (self))
    /* Translators: %s is the name of an organisation */
    alone = g_strdup_printf (_ ("Only %s agreed. Tick who else did, or save it all the same."),
                             self->grade->agreed_by[0]);
  if (late != NULL && alone != NULL)
    return g_strconcat (alone, "\n", late, NULL);

  return g_strdup (alone != NULL ? alone : late != NULL ? late : "");
}

/* ---- Reading ---- */

/**
 * suivi_agreement_facts_free:
 * @self: (nullable) (transfer full): facts
 */
void
suivi_agreement_facts_free (SuiviAgreementFacts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->review, suivi_review_free);
  g_free (self->own);
  g_clear_pointer (&self->agreed, suivi_agreement_free);
  g_clear_pointer (&self->begun, suivi_agreement_free);
  g_clear_pointer (&self->spread, suivi_spread_free);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->behind, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_free (self);
}

/**
 * suivi_agreement_facts_list_named:
 *
 * Returns: (transfer full): the organisations that judged and say how they are called: only of those it can be said that
 *   they agreed
 */
char **
suivi_agreement_facts_list_named (const SuiviAgreementFacts *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->spread->assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (self->spread->assessments, i);

      if (!suivi_text_is_blank (assessment->organisation))
        g_strv_builder_add (names, assessment->organisation);
    }

  return g_strv_builder_end (names);
}

static char **
list_evidence_keys (SuiviStore *store, const char *assessment_id, GError **error)
{
  g_autoptr (GPtrArray) evidence = suivi_store_list_evidence_of (store, assessment_id, error);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  if (evidence == NULL)
    return NULL;
  for (guint i = 0; i < evidence->len; i++)
    g_strv_builder_add (keys, ((SuiviEvidence *) g_ptr_array_index (evidence, i))->id);

  return g_strv_builder_end (keys);
}

/* What counts stands first: an agreed grade, if there is one. */
static gboolean
read_agreed (SuiviAgreementFacts *self, SuiviStore *store, GError **error)
{
  const SuiviAssessment *first = self->assessments->len > 0 ? g_ptr_array_index (self->assessments, 0) : NULL;
  g_auto (GStrv) evidence = NULL;

  if (first == NULL || !first->agreed)
    return TRUE;

  evidence = list_evidence_keys (store, first->id, error);
  if (evidence == NULL)
    return FALSE;
  self->agreed = suivi_agreement_new (suivi_assessment_copy (first), g_steal_pointer (&evidence));

  return TRUE;
}

static gboolean
read_begun (SuiviAgreementFacts *self, SuiviStore *store, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SuiviGradeDraft) draft
             = suivi_store_get_grade_draft (store, self->recommendation->id, TRUE, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (draft != NULL)
    self->begun = suivi_agreement_drafts_to_agreement (draft);

  return TRUE;
}

static gboolean
read_behind (SuiviAgreementFacts *self, SuiviStore *store, GError **error)
{
  self->behind = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < self->spread->assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (self->spread->assessments, i);
      char **keys = list_evidence_keys (store, assessment->id, error);

      if (keys == NULL)
        return FALSE;
      g_ptr_array_add (self->behind, keys);
    }

  return TRUE;
}

/**
 * suivi_agreement_facts_load:
 * @store: the workspace file
 * @recommendation_id: key of a recommendation
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date
 *
 * Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the facts; %NULL with @error set
 */
SuiviAgreementFacts *
suivi_agreement_facts_load (SuiviStore *store,
                            const char *recommendation_id,
                            const char *cut_off,
                            GError **error)
{
  g_autoptr (SuiviAgreementFacts) self = g_new0 (SuiviAgreementFacts, 1);
  g_autoptr (GError) failure = NULL;

  self->recommendation = suivi_store_get_recommendation (store, recommendation_id, error);
  if (self->recommendation == NULL)
    return NULL;
  self->review = suivi_review_find (store, self->recommendation->review_id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  self->own = g_strdup (suivi_store_get_organisation (store));
  self->assessments = suivi_store_list_judgements (store, NULL, recommendation_id, cut_off, error);
  if (self->assessments == NULL)
    return NULL;
  self->spread = suivi_spread_new (self->assessments, cut_off);
  self->evidence = suivi_store_list_evidence_behind (store, NULL, recommendation_id, cut_off, error);
  if (self->evidence == NULL || !read_agreed (self, store, error) || !read_begun (self, store, error)
      || !read_behind (self, store, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gpointer
load_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return suivi_agreement_facts_load (store, request->recommendation_id, request->cut_off, error);
}

/**
 * suivi_agreement_load_async:
 * @recommendation_id: key of a recommendation
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date
 *
 * Reads all that has to be known to agree. Finish with suivi_agreement_load_finish().
 */
void
suivi_agreement_load_async (SuiviWorkspace *workspace,
                            const char *recommendation_id,
                            const char *cut_off,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->recommendation_id = g_strdup (recommendation_id);
  request->cut_off = g_strdup (cut_off);
  suivi_workspace_run_async (workspace, load_in_worker, request, free_request,
                             (GDestroyNotify) suivi_agreement_facts_free, cancellable, callback, user_data);
}

/**
 * suivi_agreement_load_finish:
 *
 * Returns: (transfer full) (nullable): the facts; %NULL with @error set
 */
SuiviAgreementFacts *
suivi_agreement_load_finish (SuiviWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return suivi_workspace_run_finish (workspace, result, error);
}

/* ---- Writing ---- */

/* One recommendation has one agreement per day: who writes it down again on the same day, corrects it. */
static char *
find_same_day (SuiviStore *store, const SuiviAssessment *grade, GError **error)
{
  g_autoptr (GPtrArray) assessments = suivi_store_list_assessments (store, grade->recommendation_id, error);

  for (guint i = 0; assessments != NULL && i < assessments->len; i++)
    {
      const SuiviAssessment *other = g_ptr_array_index (assessments, i);

      if (other->agreed && g_str_equal (other->date, grade->date))
        return g_strdup (other->id);
    }

  return assessments != NULL ? g_uuid_string_random () : NULL;
}

static gboolean
write_down (SuiviStore *store, SuiviTransaction *transaction, const SuiviAgreement *self, GError **error)
{
  g_autoptr (SuiviAssessment) grade = suivi_assessment_copy (self->grade);
  char *id = find_same_day (store, grade, error);

  if (id == NULL)
    return FALSE;
  g_free (grade->id);
  grade->id = id;

  return suivi_transaction_put_assessment (transaction, grade, error)
         && suivi_grade_tie_evidence (store, transaction, grade->id, (const char *const *) self->evidence,
                                      error);
}

/**
 * suivi_agreement_put:
 * @record: a #SuiviAgreement; its recommendation must be named
 *
 * Writes an agreement down, with the evidence behind it. One of an earlier day stays: it counts for scorecards of that
 * time. What was begun of it is no longer kept.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_agreement_put (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  const SuiviAgreement *self = record;

  return write_down (store, transaction, self, error)
         && suivi_transaction_delete_grade_draft (transaction, self->grade->recommendation_id, TRUE, error);
}

/**
 * suivi_agreement_delete:
 * @record: key of the agreed grade
 *
 * Deletes an agreed grade. What the organisations judged stays.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_agreement_delete (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_delete_assessment (transaction, record, error);
}

/* What all of them say, once; or each with the name of who says it. */
static char *
join_reasons (const SuiviAgreementFacts *facts)
{
  const SuiviAssessment *first = g_ptr_array_index (facts->spread->assessments, 0);
  g_autoptr (GString) joined = g_string_new (NULL);
  gboolean same = TRUE;

  for (guint i = 0; i < facts->spread->assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (facts->spread->assessments, i);

      same = same && g_str_equal (assessment->reason, first->reason);
      if (joined->len > 0)
        g_string_append_c (joined, '\n');
      /* Translators: name of an organisation, and its reason */
      g_string_append_printf (joined, _ ("%s: %s"), suivi_organisation_to_label (assessment->organisation),
                              assessment->reason);
    }

  return same ? g_strdup (first->reason) : g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
join_sources (const SuiviAgreementFacts *facts)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < facts->spread->assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (facts->spread->assessments, i);

      if (!g_ptr_array_find_with_equal_func (sources, assessment->source, g_str_equal, NULL))
        g_ptr_array_add (sources, assessment->source);
    }
  g_ptr_array_add (sources, NULL);

  return g_strjoinv ("; ", (char **) sources->pdata);
}

/* How sure they are is only said if they are equally sure. */
static SuiviConfidence
find_confidence (const SuiviSpread *spread)
{
  const SuiviAssessment *first = g_ptr_array_index (spread->assessments, 0);

  for (guint i = 1; i < spread->assessments->len; i++)
    {
      if (((SuiviAssessment *) g_ptr_array_index (spread->assessments, i))->confidence != first->confidence)
        return SUIVI_CONFIDENCE_UNKNOWN;
    }

  return first->confidence;
}

static char **
list_evidence_behind (const SuiviAgreementFacts *facts)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < facts->evidence->len; i++)
    g_strv_builder_add (keys, ((SuiviEvidence *) g_ptr_array_index (facts->evidence, i))->id);

  return g_strv_builder_end (keys);
}

static SuiviAgreement *
make_unanimous (const SuiviAgreementFacts *facts, const SuiviAgreementMany *many)
{
  const SuiviAssessment *first = g_ptr_array_index (facts->spread->assessments, 0);
  SuiviAssessment *grade = suivi_assessment_new ();

  g_free (grade->recommendation_id);
  grade->recommendation_id = g_strdup (facts->recommendation->id);
  grade->agreed = 1;
  g_strfreev (grade->agreed_by);
  grade->agreed_by = suivi_agreement_facts_list_named (facts);
  if (first->light != suivi_light_from_levels (first->law, first->policy, first->practice))
    suivi_assessment_override_light (grade, first->light);
  suivi_assessment_set_levels (grade, first->law, first->policy, first->practice);
  grade->reason = join_reasons (facts);
  grade->source = join_sources (facts);
  grade->confidence = find_confidence (facts->spread);
  g_free (grade->date);
  grade->date = g_strdup (many->date);
  grade->name = g_strdup (many->name);

  return suivi_agreement_new (grade, list_evidence_behind (facts));
}

/**
 * suivi_agreement_put_many:
 * @record: a #SuiviAgreementMany
 *
 * Writes down, for each of several recommendations, what all organisations say anyway: their grade, their reasons,
 * sources and evidence; those who said so agreed. What somebody began to type for one of them stays: it is something else.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_agreement_put_many (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  const SuiviAgreementMany *self = record;

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      g_autoptr (SuiviAgreementFacts) facts
                 = suivi_agreement_facts_load (store, self->ids[i], self->cut_off, error);
      g_autoptr (SuiviAgreement) agreement = NULL;

      if (facts == NULL)
        return FALSE;
      if (!suivi_agreement_is_unanimous (facts->spread))
        {
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                       /* Translators: %s is the number of a recommendation */
                       _ ("The organisations no longer say the same of %s. Leave it out, or agree on it by "
                          "hand."),
                       facts->recommendation->number);
          return FALSE;
        }
      agreement = make_unanimous (facts, self);
      if (!write_down (store, transaction, agreement, error))
        return FALSE;
    }

  return TRUE;
}
