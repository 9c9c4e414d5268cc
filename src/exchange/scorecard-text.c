/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/review/position.h"
#include "core/scorecard/light-order.h"
#include "core/scorecard/scale.h"
#include "core/text/text.h"
#include "exchange/scorecard-text.h"

/* More than this many reviews are not listed by name. */
#define MAX_REVIEWS 6

/**
 * suivi_scorecard_reviews_text:
 * @reviews: (element-type SuiviReview): the reviews a scorecard is about
 *
 * Returns: (transfer full): "Slovenia, session 48 (cycle 4)"; several are separated by semicolons
 */
char *
suivi_scorecard_reviews_text (GPtrArray *reviews)
{
  GString *text = g_string_new (NULL);

  if (reviews->len == 0)
    g_string_append (text, _ ("No review in this workspace yet"));
  else if (reviews->len > MAX_REVIEWS)
    g_string_append_printf (text, ngettext ("%u review", "%u reviews", reviews->len), reviews->len);

  for (guint i = 0; i < reviews->len && reviews->len <= MAX_REVIEWS; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *label = suivi_review_to_label (review);

      if (i > 0)
        g_string_append (text, "; ");
      /* Translators: %s is "Slovenia, session 48", %u the cycle of the Universal Periodic Review */
      g_string_append_printf (text, _ ("%s (cycle %u)"), label,
                              suivi_review_cycle_of_session (review->session));
    }

  return g_string_free (text, FALSE);
}

static char *
find_review_label (GPtrArray *reviews, const char *id)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_strcmp0 (review->id, id) == 0)
        return suivi_review_to_label (review);
    }

  return g_strdup (id);
}

static char *
facet_value (SuiviFacet facet, const char *value, GPtrArray *reviews, GHashTable *labels)
{
  SuiviPosition position = SUIVI_POSITION_PENDING;
  SuiviLight light = SUIVI_LIGHT_GREY;

  if (g_str_equal (value, SUIVI_FACET_NONE))
    return g_strdup (_ ("None"));
  if (facet == SUIVI_FACET_REVIEW)
    return find_review_label (reviews, value);
  if (facet == SUIVI_FACET_POSITION && suivi_position_from_nick (value, &position))
    return g_strdup (suivi_position_to_label (position));
  if (facet == SUIVI_FACET_LIGHT && suivi_light_from_nick (value, &light))
    return g_strdup (suivi_scale_grade_to_label (SUIVI_SCALE_LIGHT, light, labels));
  if (facet == SUIVI_FACET_STATE && suivi_state_get_name (value) != NULL)
    return g_strdup (suivi_state_get_name (value));
  if (facet == SUIVI_FACET_CHILDREN)
    return g_strdup (g_str_equal (value, "yes") ? _ ("yes") : _ ("no"));

  return g_strdup (value);
}

/**
 * suivi_scorecard_filter_text:
 * @filter: which recommendations a scorecard holds
 * @reviews: (element-type SuiviReview): the reviews it may name
 * @labels: (nullable): the user's own words for grades, for suivi_scale_grade_to_label()
 *
 * Returns: (transfer full): what is left in, in words: "Position: Noted or Pending. Theme: Right to health.",
 * or "All recommendations."
 */
char *
suivi_scorecard_filter_text (const SuiviFilter *filter, GPtrArray *reviews, GHashTable *labels)
{
  const char *search = suivi_filter_get_search (filter);
  GString *text = g_string_new (NULL);

  if (!suivi_text_is_blank (search))
    g_string_append_printf (text, _ ("Contains “%s”. "), search);

  for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
    {
      const char *const *values = suivi_filter_get (filter, facet);
      g_autoptr (GString) list = NULL;

      if (values == NULL || values[0] == NULL)
        continue;

      list = g_string_new (NULL);
      for (guint i = 0; values[i] != NULL; i++)
        {
          g_autofree char *value = facet_value (facet, values[i], reviews, labels);

          if (i > 0)
            /* Translators: between two values of which a recommendation has one or the other */
            g_string_append (list, _ (" or "));
          g_string_append (list, value);
        }
      /* Translators: what a list was narrowed to: the first is "Position" or "Theme", the second its values
       */
      g_string_append_printf (text, _ ("%s: %s. "), suivi_facet_to_label (facet), list->str);
    }

  if (text->len == 0)
    g_string_append (text, _ ("All recommendations."));

  return g_strchomp (g_string_free (text, FALSE));
}

/**
 * suivi_scorecard_filter_is_whole:
 * @filter: which recommendations a scorecard holds
 *
 * Returns: whether it leaves out nothing of the reviews that it names: what such a scorecard has no longer is gone
 */
gboolean
suivi_scorecard_filter_is_whole (const SuiviFilter *filter)
{
  for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
    {
      const char *const *values = suivi_filter_get (filter, facet);

      if (facet != SUIVI_FACET_REVIEW && values != NULL && values[0] != NULL)
        return FALSE;
    }

  return suivi_text_is_blank (suivi_filter_get_search (filter));
}

/**
 * suivi_scorecard_author_text:
 * @author: (nullable): the name of who makes the scorecard
 * @organisation: (nullable): of which organisation
 *
 * Returns: (transfer full): "Name, Organisation", without what is missing or already said
 */
char *
suivi_scorecard_author_text (const char *author, const char *organisation)
{
  gboolean has_author = !suivi_text_is_blank (author);
  gboolean has_organisation = !suivi_text_is_blank (organisation);

  if (has_author && has_organisation && strstr (author, organisation) == NULL)
    /* Translators: the name of a person and of the organisation the person works for */
    return g_strdup_printf (_ ("%s, %s"), author, organisation);
  if (has_author)
    return g_strdup (author);

  return g_strdup (has_organisation ? organisation : "");
}

/**
 * suivi_scorecard_origin_text:
 * @review: (nullable): the review that @recommendation was made in
 *
 * Returns: (transfer full): the review; of an output of another mechanism its body and its document
 */
char *
suivi_scorecard_origin_text (SuiviReview *review, SuiviRecommendation *recommendation)
{
  if (!suivi_recommendation_is_output (recommendation))
    return review != NULL ? suivi_review_to_label (review) : g_strdup ("");
  if (suivi_text_is_blank (recommendation->symbol))
    return g_strdup (recommendation->mechanism);

  /* Translators: body of the United Nations and symbol of its document: "CRC (CRC/C/SVN/CO/5)" */
  return g_strdup_printf (_ ("%s (%s)"), recommendation->mechanism, recommendation->symbol);
}

/**
 * suivi_scorecard_light_text:
 *
 * Returns: (transfer full): sign and word of @light: "● Implemented"
 */
char *
suivi_scorecard_light_text (SuiviLight light)
{
  return g_strdup_printf ("%s %s", suivi_light_to_symbol (light), suivi_light_to_label (light));
}

/**
 * suivi_scorecard_unit_text:
 *
 * Returns: what the numbers of a scorecard are numbers of, as the heading above them, translated
 */
const char *
suivi_scorecard_unit_text (SuiviCountingUnit unit)
{
  /* Translators: heading above numbers: each recommendation counts once for every State that made it */
  return unit == SUIVI_COUNTING_UNIT_STATE ? _ ("Pairs of a recommendation and a State")
                                           : _ ("Recommendations");
}

/**
 * suivi_scorecard_tally_text:
 * @labels: (nullable): the user's own words for grades, for suivi_scale_grade_to_label()
 *
 * Returns: (transfer full): the numbers and their unit, in words: "69 pairs of a recommendation and a State. Implemented:
 *   26 · Not assessed: 43."
 */
char *
suivi_scorecard_tally_text (const SuiviTally *tally, GHashTable *labels)
{
  g_autoptr (GString) lights = g_string_new (NULL);

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      SuiviLight light = suivi_lights_in_order[i];

      if (tally->lights[light] == 0)
        continue;
      if (lights->len > 0)
        g_string_append (lights, " · ");
      /* Translators: a grade, and how many have it */
      g_string_append_printf (lights, _ ("%s: %u"),
                              suivi_scale_grade_to_label (SUIVI_SCALE_LIGHT, light, labels),
                              tally->lights[light]);
    }

  if (tally->rule.unit == SUIVI_COUNTING_UNIT_STATE)
    /* Translators: a recommendation counts once for every State that made it: how many pairs that is, and how many of
     * them have each grade */
    return g_strdup_printf (ngettext ("%u pair of a recommendation and a State. %s.",
                                      "%u pairs of a recommendation and a State. %s.", tally->total),
                            tally->total, lights->str);

  /* Translators: how many recommendations there are, and how many of them have each grade */
  return g_strdup_printf (ngettext ("%u recommendation. %s.", "%u recommendations. %s.", tally->total),
                          tally->total, lights->str);
}
