/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of an edition, as they were frozen. */

#include "config.h"

#include "exchange/scorecard-source-private.h"

static gboolean
asks (const SuiviFilter *filter, SuiviFacet facet, const char *const *values)
{
  const char *const *wanted = suivi_filter_get (filter, facet);

  if (wanted == NULL || wanted[0] == NULL)
    return TRUE;
  if (values == NULL || values[0] == NULL)
    return g_strv_contains (wanted, SUIVI_FACET_NONE);
  for (gsize i = 0; values[i] != NULL; i++)
    {
      if (g_strv_contains (wanted, values[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
asks_one (const SuiviFilter *filter, SuiviFacet facet, const char *value)
{
  const char *const values[] = { value, NULL };

  return asks (filter, facet, values);
}

/* The filter asks what the store asks of the working copy (store-query.c), of what was frozen. */
static gboolean
lets_through (const SuiviFilter *filter,
              const SuiviRecommendation *row,
              const SuiviReview *review,
              const char *cluster)
{
  g_autofree char *cycle = review != NULL
                             ? g_strdup_printf ("%u", suivi_review_cycle_of_session (review->session))
                             : g_strdup ("");
  g_autofree char *category
    = row->category > 0 ? g_strdup_printf ("%u", row->category) : g_strdup (SUIVI_FACET_NONE);

  return asks_one (filter, SUIVI_FACET_POSITION, suivi_position_to_nick (row->position))
         && asks_one (filter, SUIVI_FACET_LIGHT, suivi_light_to_nick (row->light))
         && asks (filter, SUIVI_FACET_THEME, (const char *const *) row->themes)
         && asks (filter, SUIVI_FACET_GROUP, (const char *const *) row->groups)
         && asks (filter, SUIVI_FACET_STATE, (const char *const *) row->states)
         && asks (filter, SUIVI_FACET_SDG, (const char *const *) row->sdgs)
         && asks (filter, SUIVI_FACET_ISSUE, (const char *const *) row->issues)
         && asks_one (filter, SUIVI_FACET_CHILDREN, row->child_focused ? "yes" : "no")
         && asks_one (filter, SUIVI_FACET_MECHANISM, row->mechanism)
         && asks_one (filter, SUIVI_FACET_CYCLE, cycle) && asks_one (filter, SUIVI_FACET_CATEGORY, category)
         && asks_one (filter, SUIVI_FACET_CLUSTER, cluster)
         && asks (filter, SUIVI_FACET_INSTITUTION, (const char *const *) row->institutions)
         && asks_one (filter, SUIVI_FACET_REVIEW, review != NULL ? review->id : "");
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static SuiviRecommendation *
make_recommendation (const SuiviEditionRow *row)
{
  SuiviRecommendation *self = suivi_recommendation_new ();

  if (row->recommendation_id != NULL)
    set_text (&self->id, row->recommendation_id);
  set_text (&self->symbol, row->symbol);
  set_text (&self->number, row->number);
  set_text (&self->text, row->text);
  suivi_recommendation_set_lists (self, (const char *const *) row->states, (const char *const *) row->themes,
                                  (const char *const *) row->groups, (const char *const *) row->sdgs);
  g_strfreev (self->issues);
  self->issues = g_strdupv (row->issues);
  g_strfreev (self->institutions);
  self->institutions = g_strdupv (row->institutions);
  self->position = row->position;
  self->category = row->category;
  self->child_focused = row->child_focused;
  self->light = row->light;

  return self;
}

/* Editions of before version 6 of the workspace keep nothing but the row. */
static SuiviAssessment *
make_assessment (const SuiviEditionRow *row)
{
  SuiviAssessment *self = NULL;

  if (*row->date == '\0')
    return NULL;

  self = suivi_assessment_new ();
  set_text (&self->recommendation_id, row->recommendation_id);
  set_text (&self->organisation, row->organisation);
  self->law = row->law;
  self->policy = row->policy;
  self->practice = row->practice;
  self->light = row->light;
  self->light_overridden = row->light_overridden;
  set_text (&self->reason, row->reason);
  set_text (&self->source, row->source);
  set_text (&self->date, row->date);
  set_text (&self->name, row->name);

  return self;
}

/* The review that a row is of: the one with its token; for a row of before version 6 of the workspace that of the
 * edition. */
static SuiviReview *
find_review (SuiviScorecardSource *self, const SuiviEditionRow *row)
{
  for (guint i = 0; i < self->reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (self->reviews, i);
      g_autofree char *token = suivi_review_to_token (review);

      if (*row->review != '\0' ? g_str_equal (token, row->review)
                               : g_strcmp0 (review->id, self->head.edition->review_id) == 0)
        return review;
    }

  return NULL;
}

static gboolean
give_row (SuiviScorecardSource *self,
          const SuiviEditionRow *row,
          SuiviScorecardEntryFunc func,
          gpointer func_data,
          GError **error)
{
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (row);
  SuiviReview *review = find_review (self, row);
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (SuiviAssessment) assessment = NULL;

  if (!lets_through (self->filter, recommendation, review, row->cluster))
    return TRUE;

  judgements
    = suivi_store_list_judgements (self->store, self->head.edition->id, recommendation->id, NULL, error);
  if (judgements == NULL)
    return FALSE;
  assessment
    = judgements->len > 0 ? suivi_assessment_copy (g_ptr_array_index (judgements, 0)) : make_assessment (row);

  return suivi_scorecard_source_give (self, recommendation, review, assessment, row->cluster,
                                      row->has_previous ? row->previous_light : SUIVI_LIGHT_ABSENT, func,
                                      func_data, error);
}

/**
 * suivi_scorecard_source_foreach_frozen:
 *
 * suivi_scorecard_source_foreach() of an edition.
 *
 * Returns: whether all rows were given
 */
gboolean
suivi_scorecard_source_foreach_frozen (SuiviScorecardSource *self,
                                       SuiviScorecardEntryFunc func,
                                       gpointer func_data,
                                       GCancellable *cancellable,
                                       GError **error)
{
  g_autoptr (GPtrArray) rows = suivi_store_list_edition_rows (self->store, self->head.edition->id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !give_row (self, g_ptr_array_index (rows, i), func, func_data, error))
        return FALSE;
    }

  return rows != NULL;
}
