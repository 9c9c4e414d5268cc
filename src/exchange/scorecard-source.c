/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/scorecard/spread.h"
#include "core/text/language.h"
#include "core/text/text.h"
#include "exchange/scorecard-source-private.h"
#include "exchange/scorecard-text.h"
#include "store/consultation-store.h"

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const SuiviReview *left = *(const SuiviReview *const *) a;
  const SuiviReview *right = *(const SuiviReview *const *) b;
  int order = g_strcmp0 (left->state, right->state);

  return order != 0 ? order : (int) left->session - (int) right->session;
}

static gboolean
lets_through (const char *const *wanted, const char *value)
{
  return wanted == NULL || wanted[0] == NULL || g_strv_contains (wanted, value);
}

/* A filter that names no mechanism means the UPR. */
static gboolean
asks_for_outputs (const SuiviFilter *filter)
{
  const char *const *mechanisms = suivi_filter_get (filter, SUIVI_FACET_MECHANISM);

  for (guint i = 0; mechanisms != NULL && mechanisms[i] != NULL; i++)
    {
      if (!g_str_equal (mechanisms[i], SUIVI_MECHANISM_UPR))
        return TRUE;
    }

  return FALSE;
}

/* The reviews that the filter lets through, in an order that does not depend on keys. */
static GPtrArray *
list_reviews (SuiviStore *store, const SuiviFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) all = suivi_store_list_reviews (store, error);
  const char *const *wanted = suivi_filter_get (filter, SUIVI_FACET_REVIEW);
  const char *const *cycles = suivi_filter_get (filter, SUIVI_FACET_CYCLE);
  GPtrArray *reviews = NULL;

  if (all == NULL)
    return NULL;

  reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_review_free);
  for (guint i = 0; i < all->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (all, i);
      g_autofree char *cycle = g_strdup_printf ("%u", suivi_review_cycle_of_session (review->session));

      if (lets_through (wanted, review->id) && lets_through (cycles, cycle))
        g_ptr_array_add (reviews, suivi_review_copy (review));
    }
  g_ptr_array_sort (reviews, compare_reviews);

  return reviews;
}

static void
proof_free (gpointer data)
{
  SuiviScorecardProof *proof = data;

  suivi_evidence_free (proof->evidence);
  g_free (proof->title);
  g_free (proof->quotation);
  g_array_unref (proof->rows);
  g_free (proof);
}

/* A working copy of one review, or of all of them, is compared with the latest edition of the same from before its
 * cut-off. */
static gboolean
find_previous (SuiviScorecardSource *self, GError **error)
{
  const char *const *reviews = suivi_filter_get (self->filter, SUIVI_FACET_REVIEW);
  const char *review_id = reviews != NULL ? reviews[0] : NULL;
  g_autoptr (GError) local = NULL;

  if (review_id != NULL && reviews[1] != NULL)
    return TRUE;

  self->head.previous
    = suivi_store_find_previous_edition (self->store, review_id, self->head.cut_off, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_previous (SuiviScorecardSource *self, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->head.previous == NULL)
    return TRUE;
  rows = suivi_store_list_edition_rows (self->store, self->head.previous->id, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (rows, i);

      if (row->recommendation_id != NULL)
        g_hash_table_insert (self->previous_lights, g_strdup (row->recommendation_id),
                             GUINT_TO_POINTER (row->light));
    }

  return TRUE;
}

static SuiviScorecardSource *
new_source (SuiviStore *store, const SuiviFilter *filter, GError **error)
{
  const char *language = suivi_language_get ();
  g_autoptr (SuiviScorecardSource) self = g_new0 (SuiviScorecardSource, 1);

  self->store = store;
  self->filter = suivi_filter_copy (filter);
  self->evidence = g_ptr_array_new_with_free_func (proof_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->previous_lights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->head.organisation = g_strdup (suivi_store_get_organisation (store));
  self->head.labels = suivi_store_get_grade_labels (store, language, error);
  self->head.reviews = list_reviews (store, filter, error);

  return self->head.labels != NULL && self->head.reviews != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * suivi_scorecard_source_new:
 * @store: an open workspace; it must outlive what is returned
 * @filter: which recommendations, and the cut-off date
 * @author: (nullable): who makes the scorecard; %NULL for the author of the workspace
 * @error: return location of what reading the workspace fails with
 *
 * The working copy, compared with what suivi_store_find_previous_edition() finds, unless @filter names several reviews.
 *
 * Returns: (transfer full) (nullable): the source
 */
SuiviScorecardSource *
suivi_scorecard_source_new (SuiviStore *store, const SuiviFilter *filter, const char *author, GError **error)
{
  g_autoptr (SuiviScorecardSource) self = new_source (store, filter, error);

  if (self == NULL)
    return NULL;

  self->head.with_outputs = asks_for_outputs (filter);
  self->head.filter_text = suivi_scorecard_filter_text (filter, self->head.reviews, self->head.labels);
  self->head.cut_off = g_strdup (suivi_filter_get_cut_off (filter));
  self->head.author = suivi_scorecard_author_text (author != NULL ? author : suivi_store_get_author (store),
                                                   self->head.organisation);

  return find_previous (self, error) && read_previous (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * suivi_scorecard_source_new_for_edition:
 * @store: an open workspace; it must outlive what is returned
 * @edition_id: key of an edition
 * @filter: (nullable): which of its recommendations; its cut-off date does not count, the edition has its own; it may not
 *   search for words
 * @error: return location of %SUIVI_STORE_ERROR_NOT_FOUND if there is no such edition, or what reading the workspace fails
 *   with
 *
 * An edition as it was frozen, compared with the one before it.
 *
 * Returns: (transfer full) (nullable): the source
 */
SuiviScorecardSource *
suivi_scorecard_source_new_for_edition (SuiviStore *store,
                                        const char *edition_id,
                                        const SuiviFilter *filter,
                                        GError **error)
{
  g_autoptr (SuiviEdition) edition = suivi_store_get_edition (store, edition_id, error);
  g_autoptr (SuiviFilter) narrowed = filter != NULL ? suivi_filter_copy (filter) : suivi_filter_new ();
  g_autoptr (SuiviScorecardSource) self = NULL;

  if (edition == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                             _ ("There is no such edition of the scorecard."));
      return NULL;
    }
  if (!suivi_text_is_blank (suivi_filter_get_search (narrowed)))
    {
      g_set_error_literal (
        error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
        _ ("An edition cannot be searched for words. Narrow it by position, theme, cluster or light."));
      return NULL;
    }
  if (edition->review_id != NULL)
    {
      suivi_filter_clear (narrowed, SUIVI_FACET_REVIEW);
      suivi_filter_add (narrowed, SUIVI_FACET_REVIEW, edition->review_id);
    }
  suivi_filter_set_cut_off (narrowed, edition->cut_off);
  self = new_source (store, narrowed, error);
  if (self == NULL)
    return NULL;

  self->head.filter_text = suivi_scorecard_filter_text (narrowed, self->head.reviews, self->head.labels);
  self->reviews = suivi_store_list_reviews (store, error);
  if (self->reviews == NULL)
    return NULL;
  self->head.cut_off = g_strdup (edition->cut_off);
  /* Its authors are those whom it names: whoever writes it to a file is none of them. */
  self->head.author = g_strjoinv (_ (", "), edition->authors);
  self->head.rule = suivi_edition_get_counting_rule (edition);
  self->head.scale = edition->scale;
  if (edition->previous_id != NULL)
    self->head.previous = suivi_store_get_edition (store, edition->previous_id, NULL);
  self->head.edition = g_steal_pointer (&edition);

  return g_steal_pointer (&self);
}

/**
 * suivi_scorecard_source_free:
 * @self: (nullable) (transfer full): a source
 */
void
suivi_scorecard_source_free (SuiviScorecardSource *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->head.reviews, g_ptr_array_unref);
  g_free (self->head.filter_text);
  g_free (self->head.cut_off);
  g_free (self->head.author);
  g_free (self->head.organisation);
  suivi_edition_free (self->head.edition);
  suivi_edition_free (self->head.previous);
  g_clear_pointer (&self->head.labels, g_hash_table_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_ptr_array_unref (self->evidence);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->previous_lights);
  suivi_filter_free (self->filter);
  g_free (self);
}

static void
set_blank (char **field)
{
  g_free (*field);
  *field = g_strdup ("");
}

/* What it is called and says in outputs. A scorecard is for anybody: words of children only with consent to publish them. */
static gboolean
word_proof (SuiviScorecardSource *self, SuiviScorecardProof *proof, GError **error)
{
  const SuiviEvidence *evidence = proof->evidence;
  g_autoptr (SuiviEvidence) live = NULL;
  g_autoptr (SuiviAllowedStatement) allowed = NULL;
  g_autoptr (GError) local = NULL;
  const char *statement_id = evidence->statement_id;
  gboolean from_children = suivi_evidence_is_from_children (evidence);

  /* It may have been frozen before somebody said that it comes from a child. */
  if (self->head.edition != NULL && !from_children)
    {
      live = suivi_store_get_evidence (self->store, evidence->id, &local);
      from_children = live != NULL && suivi_evidence_is_from_children (live);
      statement_id = from_children ? live->statement_id : NULL;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (!from_children)
    {
      proof->title = g_strdup (evidence->title);
      proof->quotation = g_strdup (evidence->quotation);
      return TRUE;
    }

  if (statement_id != NULL)
    allowed = suivi_store_get_allowed_statement (self->store, statement_id, SUIVI_USE_PUBLISH, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* Nothing else of it: a place, a day and a page may tell who spoke. */
  set_blank (&proof->evidence->publisher);
  set_blank (&proof->evidence->url);
  set_blank (&proof->evidence->page);
  set_blank (&proof->evidence->date);
  proof->title
    = g_strdup (allowed != NULL ? evidence->title
                                /* Translators: stands for evidence whose words may not be published */
                                : _ ("What children said in a consultation (not published)"));
  proof->quotation = g_strdup (allowed != NULL ? allowed->statement->words : "");

  return TRUE;
}

/* Numbers the evidence behind a row, in the order in which it is first needed. */
static GArray *
number_evidence (SuiviScorecardSource *self, GPtrArray *evidence, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < evidence->len; i++)
    {
      const SuiviEvidence *piece = g_ptr_array_index (evidence, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, piece->id));
      SuiviScorecardProof *proof = NULL;

      if (number == 0)
        {
          proof = g_new0 (SuiviScorecardProof, 1);
          proof->evidence = suivi_evidence_copy (piece);
          proof->rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (self->evidence, proof);
          if (!word_proof (self, proof, error))
            return NULL;
          number = self->evidence->len;
          g_hash_table_insert (self->numbers, g_strdup (piece->id), GUINT_TO_POINTER (number));
        }
      proof = g_ptr_array_index (self->evidence, number - 1);
      g_array_append_val (proof->rows, self->n_rows);
      g_array_append_val (numbers, number);
    }

  return g_steal_pointer (&numbers);
}

/**
 * suivi_scorecard_source_give:
 * @recommendation: the row
 * @review: (nullable): its review
 * @assessment: (nullable): the judgement that counts
 * @cluster: title of its cluster, or ""
 * @previous: its light in the edition before, or %SUIVI_LIGHT_ABSENT
 * @func: to be given the entry
 *
 * For the two kinds of sources: makes the entry and gives it to @func.
 *
 * Returns: whether to go on; else @error is set
 */
gboolean
suivi_scorecard_source_give (SuiviScorecardSource *self,
                             SuiviRecommendation *recommendation,
                             SuiviReview *review,
                             SuiviAssessment *assessment,
                             const char *cluster,
                             guint previous,
                             SuiviScorecardEntryFunc func,
                             gpointer func_data,
                             GError **error)
{
  const char *edition_id = self->head.edition != NULL ? self->head.edition->id : NULL;
  g_autoptr (GPtrArray) all = suivi_store_list_judgements (self->store, edition_id, recommendation->id,
                                                           self->head.cut_off, error);
  g_autoptr (GPtrArray) evidence
             = all != NULL ? suivi_store_list_evidence_behind (self->store, edition_id, recommendation->id,
                                                               self->head.cut_off, error)
                           : NULL;
  g_autoptr (GArray) numbers = evidence != NULL ? number_evidence (self, evidence, error) : NULL;
  g_autoptr (SuiviSpread) spread = NULL;
  SuiviScorecardEntry entry = { recommendation, review, assessment, cluster, previous };

  if (numbers == NULL)
    return FALSE;

  spread = suivi_spread_new (all, NULL);
  entry.move = suivi_move_from_lights (previous, recommendation->light);
  entry.judgements = spread->assessments;
  entry.apart = spread->apart;
  entry.value = suivi_scale_evaluate_counting (self->head.scale, assessment, spread->assessments);
  entry.evidence = numbers;
  self->n_rows++;

  return func (&entry, func_data, error);
}

typedef struct
{
  SuiviScorecardSource *source;
  SuiviScorecardEntryFunc func;
  gpointer func_data;
} Giving;

static gboolean
give_row (SuiviRecommendation *recommendation,
          SuiviReview *review,
          SuiviAssessment *assessment,
          gpointer user_data,
          GError **error)
{
  Giving *giving = user_data;
  SuiviScorecardSource *self = giving->source;
  g_autoptr (GError) local = NULL;
  g_autofree char *cluster = suivi_store_get_cluster_title (self->store, recommendation->id, &local);
  gpointer previous = NULL;
  gboolean was = g_hash_table_lookup_extended (self->previous_lights, recommendation->id, NULL, &previous);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return suivi_scorecard_source_give (self, recommendation, review, assessment,
                                      cluster != NULL ? cluster : "",
                                      was ? GPOINTER_TO_UINT (previous) : SUIVI_LIGHT_ABSENT, giving->func,
                                      giving->func_data, error);
}

/**
 * suivi_scorecard_source_foreach:
 * @func: called with each row, in the order of the numbers
 * @func_data: for @func
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace or @func fails with
 *
 * Can be called again: the numbers of evidence start anew.
 *
 * Returns: whether all rows were given
 */
gboolean
suivi_scorecard_source_foreach (SuiviScorecardSource *self,
                                SuiviScorecardEntryFunc func,
                                gpointer func_data,
                                GCancellable *cancellable,
                                GError **error)
{
  Giving giving = { self, func, func_data };

  g_ptr_array_set_size (self->evidence, 0);
  g_hash_table_remove_all (self->numbers);
  self->n_rows = 0;
  if (self->head.edition != NULL)
    return suivi_scorecard_source_foreach_frozen (self, func, func_data, cancellable, error);

  return suivi_store_foreach (self->store, self->filter, SUIVI_SORT_NUMBER, FALSE, give_row, &giving,
                              cancellable, error);
}

/**
 * suivi_scorecard_source_get_evidence:
 *
 * Returns: (transfer none) (element-type SuiviScorecardProof): the evidence that the rows given so far need; number n
 *   stands at place n - 1
 */
GPtrArray *
suivi_scorecard_source_get_evidence (SuiviScorecardSource *self)
{
  return self->evidence;
}

/**
 * suivi_scorecard_source_list_contributions:
 * @recommendation: a row
 * @error: return location of what reading the workspace fails with
 *
 * Returns: (transfer full) (element-type SuiviContribution) (nullable): what civil society did about it until the cut-off, as
 *   it was frozen or is known now: suivi_scorecard_head_keeps_contributions(); %NULL on failure
 */
GPtrArray *
suivi_scorecard_source_list_contributions (SuiviScorecardSource *self,
                                           SuiviRecommendation *recommendation,
                                           GError **error)
{
  GPtrArray *found = NULL;

  if (suivi_scorecard_head_keeps_contributions (&self->head))
    return suivi_store_list_frozen_contributions (self->store, self->head.edition->id, recommendation->id,
                                                  error);

  found = suivi_store_list_contributions (self->store, recommendation->id, error);
  for (guint i = found != NULL && self->head.cut_off != NULL ? found->len : 0; i > 0; i--)
    {
      const SuiviContribution *contribution = g_ptr_array_index (found, i - 1);

      /* Part of a date sorts before the days that it can be. */
      if (g_strcmp0 (contribution->date, self->head.cut_off) > 0)
        g_ptr_array_remove_index (found, i - 1);
    }

  return found;
}

/**
 * suivi_scorecard_source_list_parts:
 * @recommendation: a row
 * @error: return location of what reading the workspace fails with
 *
 * Returns: (transfer full) (element-type SuiviRecommendation) (nullable): the parts that it was split into, which never
 *   count; empty if it was not
 */
GPtrArray *
suivi_scorecard_source_list_parts (SuiviScorecardSource *self,
                                   SuiviRecommendation *recommendation,
                                   GError **error)
{
  return suivi_store_list_parts (self->store, recommendation->id, error);
}

/**
 * suivi_scorecard_source_get_organisation:
 * @assessment: (nullable): the assessment of a row
 *
 * Returns: (nullable): the organisation whose judgement it is, as the judgement itself says; "" if it does not say so. %NULL
 *   for what several agreed on
 */
const char *
suivi_scorecard_source_get_organisation (SuiviScorecardSource *self, SuiviAssessment *assessment)
{
  if (assessment == NULL || assessment->agreed)
    return NULL;

  return assessment->organisation;
}

/**
 * suivi_scorecard_entry_get_open_apart:
 *
 * Returns: how many grades the organisations are apart that still have to agree; 0 where nobody differs, and where they
 *   agreed on a grade
 */
guint
suivi_scorecard_entry_get_open_apart (const SuiviScorecardEntry *self)
{
  return self->assessment != NULL && self->assessment->agreed ? 0 : self->apart;
}

/**
 * suivi_scorecard_head_shows_origin:
 *
 * Returns: whether each row has to say where it comes from: there is more than one place
 */
gboolean
suivi_scorecard_head_shows_origin (const SuiviScorecardHead *self)
{
  return self->reviews->len > 1 || self->with_outputs;
}

/**
 * suivi_scorecard_head_keeps_contributions:
 *
 * Returns: whether it is an edition with which was frozen what civil society did. Those of an older Suivi left it out
 */
gboolean
suivi_scorecard_head_keeps_contributions (const SuiviScorecardHead *self)
{
  return self->edition != NULL && self->edition->keeps_contributions != 0;
}

/**
 * suivi_scorecard_head_light_label:
 *
 * Returns: how the light is called in this scorecard: as the user says, or as Suivi does
 */
const char *
suivi_scorecard_head_light_label (const SuiviScorecardHead *self, SuiviLight light)
{
  return suivi_scale_grade_to_label (SUIVI_SCALE_LIGHT, light, self->labels);
}

/**
 * suivi_scorecard_head_light_text:
 *
 * Returns: (transfer full): sign and word of @light: "● Implemented"
 */
char *
suivi_scorecard_head_light_text (const SuiviScorecardHead *self, SuiviLight light)
{
  return g_strdup_printf ("%s %s", suivi_light_to_symbol (light),
                          suivi_scorecard_head_light_label (self, light));
}
