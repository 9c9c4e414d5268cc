/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which recommendation of the workspace a row of a list is, and what counts as its assessment. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/review/similarity.h"
#include "core/scorecard/scale.h"
#include "core/scorecard/spread.h"
#include "core/text/text.h"
#include "exchange/list-filled-private.h"
#include "exchange/scorecard-source.h"

/* How much two texts under one number must have in common, so that they are editions of one recommendation. */
#define SAME_RECOMMENDATION 0.5

struct _SuiviListMatcher
{
  GPtrArray *recommendations; /* SuiviRecommendation */
  GHashTable *by_number;      /* number → SuiviRecommendation */
  GHashTable *by_text;        /* (key char): what it says → SuiviRecommendation; NULL if several say it */
  GHashTable *assessments;    /* (key char): key of a recommendation → SuiviAssessment */
  GHashTable *open;           /* (key char): key of one on which the organisations differ → who says what */
  GHashTable *labels;         /* the user's own words for grades */
};

static void
add_recommendation (SuiviListMatcher *self, SuiviRecommendation *recommendation)
{
  char *text = suivi_text_normalise (recommendation->text);

  if (!suivi_text_is_blank (recommendation->number)
      && !g_hash_table_contains (self->by_number, recommendation->number))
    g_hash_table_insert (self->by_number, recommendation->number, recommendation);
  g_hash_table_insert (self->by_text, text,
                       g_hash_table_contains (self->by_text, text) ? NULL : recommendation);
}

typedef struct
{
  SuiviListMatcher *matcher;
  const char *review_id;
} Collecting;

static gboolean
collect_entry_cb (const SuiviScorecardEntry *entry, gpointer func_data, GError **error)
{
  const Collecting *collecting = func_data;
  SuiviListMatcher *self = collecting->matcher;
  SuiviRecommendation *recommendation = entry->recommendation;
  g_autoptr (SuiviSpread) spread = NULL;

  if (entry->review == NULL || !g_str_equal (entry->review->id, collecting->review_id))
    return TRUE;

  g_ptr_array_add (self->recommendations, suivi_recommendation_ref (recommendation));
  if (recommendation->position != SUIVI_POSITION_COMMITMENT)
    add_recommendation (self, recommendation);
  if (entry->assessment == NULL)
    return TRUE;

  g_hash_table_insert (self->assessments, g_strdup (recommendation->id),
                       suivi_assessment_copy (entry->assessment));
  if (suivi_scorecard_entry_get_open_apart (entry) > 0)
    {
      spread = suivi_spread_new (entry->judgements, NULL);
      g_hash_table_insert (self->open, g_strdup (recommendation->id),
                           suivi_spread_to_text (spread, self->labels));
    }

  return TRUE;
}

static SuiviListMatcher *
create_matcher (void)
{
  SuiviListMatcher *self = g_new0 (SuiviListMatcher, 1);

  self->recommendations = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->assessments
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_assessment_free);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

static SuiviScorecardSource *
open_source (SuiviStore *store,
             SuiviReview *review,
             const char *edition_id,
             const char *cut_off,
             GError **error)
{
  g_autoptr (SuiviFilter) filter = NULL;

  if (edition_id != NULL)
    return suivi_scorecard_source_new_for_edition (store, edition_id, NULL, error);

  filter = suivi_filter_new ();
  suivi_filter_add (filter, SUIVI_FACET_REVIEW, review->id);
  suivi_filter_set_cut_off (filter, cut_off);

  return suivi_scorecard_source_new (store, filter, NULL, error);
}

/**
 * suivi_list_matcher_new:
 * @review: a review of @store
 * @edition_id: (nullable): key of an edition of the scorecard: what it has of that review, as it was frozen; %NULL: what
 *   the workspace has now
 * @cut_off: (nullable): of what the workspace has now, later grades are left aside, "2026-11-22"
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what there is of that review
 */
SuiviListMatcher *
suivi_list_matcher_new (SuiviStore *store,
                        SuiviReview *review,
                        const char *edition_id,
                        const char *cut_off,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (SuiviListMatcher) self = create_matcher ();
  g_autoptr (SuiviScorecardSource) source = open_source (store, review, edition_id, cut_off, error);
  Collecting collecting = { self, review->id };

  if (source == NULL)
    return NULL;

  self->labels = g_hash_table_ref (source->head.labels);
  if (!suivi_scorecard_source_foreach (source, collect_entry_cb, &collecting, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_list_matcher_free:
 * @self: (nullable) (transfer full): a matcher
 */
void
suivi_list_matcher_free (SuiviListMatcher *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->by_text);
  g_hash_table_unref (self->assessments);
  g_hash_table_unref (self->open);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_ptr_array_unref (self->recommendations);
  g_free (self);
}

static gboolean
says_the_same (const char *a, const char *b)
{
  g_autoptr (SuiviFingerprint) fingerprint_a = NULL;
  g_autoptr (SuiviFingerprint) fingerprint_b = NULL;
  g_autofree char *text_a = suivi_text_normalise (a);
  g_autofree char *text_b = suivi_text_normalise (b);

  if (g_str_equal (text_a, text_b))
    return TRUE;

  fingerprint_a = suivi_fingerprint_new (a);
  fingerprint_b = suivi_fingerprint_new (b);

  return suivi_fingerprint_compare (fingerprint_a, fingerprint_b) >= SAME_RECOMMENDATION;
}

/**
 * suivi_list_matcher_find:
 * @number: (nullable): number of a recommendation in a list
 * @text: what it says there
 *
 * Finds it as an import would: by its number, unless something else stands under that now; else by its text, if there
 * is one recommendation that says just that.
 *
 * Returns: (transfer none) (nullable): what the workspace has
 */
SuiviRecommendation *
suivi_list_matcher_find (SuiviListMatcher *self, const char *number, const char *text)
{
  SuiviRecommendation *found
    = !suivi_text_is_blank (number) ? g_hash_table_lookup (self->by_number, number) : NULL;
  g_autofree char *normal = NULL;

  if (found != NULL && says_the_same (found->text, text))
    return found;
  if (suivi_text_is_blank (text))
    return NULL;

  normal = suivi_text_normalise (text);

  return g_hash_table_lookup (self->by_text, normal);
}

/* --- What is said ----------------------------------------------------------------------------------------- */

static void
add_lines (GStrvBuilder *builder, const char *text)
{
  g_autofree char *cleaned = suivi_text_clean_lines (text != NULL ? text : "");
  g_auto (GStrv) lines = g_strsplit (cleaned, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (!suivi_text_is_blank (lines[i]))
        g_strv_builder_add (builder, lines[i]);
    }
}

/* Who judged how far a recommendation is implemented, or who agreed on it, and when. The list is published: a person is
 * named only where the judgement names no organisation. */
static char *
make_byline (const SuiviAssessment *assessment)
{
  const char *who = assessment->organisation;
  g_autofree char *agreed_by = NULL;

  if (suivi_text_is_blank (who))
    who = assessment->name;
  if (!assessment->agreed)
    /* Translators: who judged how far a recommendation is implemented, an organisation or a person, and the date */
    return g_strdup_printf (_ ("%s, %s"), who, assessment->date);

  agreed_by = g_strjoinv (", ", assessment->agreed_by);
  /* Translators: the organisations that agreed on a grade, and the date */
  return g_strdup_printf (_ ("Agreed by %s, %s"), agreed_by, assessment->date);
}

/**
 * suivi_list_matcher_is_open:
 *
 * Returns: whether organisations differ about @recommendation and have not agreed: what suivi_list_matcher_tell() says is
 *   what one of them judged last, and that the others differ
 */
gboolean
suivi_list_matcher_is_open (SuiviListMatcher *self, SuiviRecommendation *recommendation)
{
  return g_hash_table_contains (self->open, recommendation->id);
}

/**
 * suivi_list_matcher_tell:
 *
 * Returns: (transfer full) (nullable): what the assessment of @recommendation says, in lines for a cell; %NULL if
 *   nobody has assessed it
 */
char **
suivi_list_matcher_tell (SuiviListMatcher *self, SuiviRecommendation *recommendation)
{
  const SuiviAssessment *assessment = g_hash_table_lookup (self->assessments, recommendation->id);
  const char *spread = g_hash_table_lookup (self->open, recommendation->id);
  g_autoptr (GStrvBuilder) lines = NULL;
  g_autofree char *light = NULL;
  g_autofree char *source = NULL;
  g_autofree char *who = NULL;
  g_autofree char *dissent = NULL;
  g_autofree char *open = NULL;

  if (assessment == NULL)
    return NULL;

  lines = g_strv_builder_new ();
  light = g_strdup_printf ("%s %s", suivi_light_to_symbol (assessment->light),
                           suivi_scale_grade_to_label (SUIVI_SCALE_LIGHT, assessment->light, self->labels));
  g_strv_builder_add (lines, light);
  add_lines (lines, assessment->reason);
  if (!suivi_text_is_blank (assessment->source))
    {
      source = g_strdup_printf (_ ("Source: %s"), assessment->source);
      add_lines (lines, source);
    }
  who = make_byline (assessment);
  add_lines (lines, who);
  if (!suivi_text_is_blank (assessment->dissent))
    {
      /* Translators: %s says who sees the grade otherwise, and why */
      dissent = g_strdup_printf (_ ("Dissent: %s"), assessment->dissent);
      add_lines (lines, dissent);
    }
  if (spread != NULL)
    {
      /* Translators: %s says how many organisations gave which grade */
      open = g_strdup_printf (_ ("Not agreed yet. %s"), spread);
      add_lines (lines, open);
    }

  return g_strv_builder_end (lines);
}
