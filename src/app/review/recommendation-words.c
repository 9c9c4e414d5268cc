/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/recommendation-words.h"

#include <glib/gi18n-lib.h>

#include "app/review/assessment-card.h"
#include "core/text/text.h"

/* Body and document; the symbols of treaty bodies say the body themselves. */
static char *
describe_output (SuiviRecommendation *recommendation)
{
  g_autofree char *prefix = g_strconcat (recommendation->mechanism, "/", NULL);
  g_autofree char *document = NULL;

  if (suivi_text_is_blank (recommendation->symbol))
    document = g_strdup (recommendation->mechanism);
  else if (g_str_has_prefix (recommendation->symbol, prefix))
    document = g_strdup (recommendation->symbol);
  else
    document = g_strdup_printf ("%s · %s", recommendation->mechanism, recommendation->symbol);
  if (suivi_text_is_blank (recommendation->number))
    return g_steal_pointer (&document);

  /* Translators: a document of the United Nations and a paragraph in it: "CRC/C/SVN/CO/5, para. 12" */
  return g_strdup_printf (_ ("%s, para. %s"), document, recommendation->number);
}

/**
 * suivi_recommendation_to_title:
 * @recommendation: a recommendation, or an output of another mechanism
 * @review: (nullable): the review it was made in
 *
 * What stands over its text. Some sources (UPR Info) give no numbers: the review stands for them.
 *
 * Returns: (transfer full): "140.12", "Slovenia, session 7", or of an output body, document and paragraph;
 *   never empty
 */
char *
suivi_recommendation_to_title (SuiviRecommendation *recommendation, SuiviReview *review)
{
  g_return_val_if_fail (recommendation != NULL, NULL);

  if (suivi_recommendation_is_output (recommendation))
    return describe_output (recommendation);
  if (!suivi_text_is_blank (recommendation->number))
    return g_strdup (recommendation->number);
  if (review != NULL)
    return suivi_review_to_label (review);

  return g_strdup (_ ("Recommendation"));
}

/**
 * suivi_recommendation_to_caption:
 *
 * Returns: (transfer full): what stands beside the title: the position; of an output its day, "" if unknown
 */
char *
suivi_recommendation_to_caption (SuiviRecommendation *recommendation)
{
  g_return_val_if_fail (recommendation != NULL, NULL);

  if (!suivi_recommendation_is_output (recommendation))
    return g_strdup (suivi_position_to_label (recommendation->position));
  if (suivi_text_is_blank (recommendation->date))
    return g_strdup ("");

  return suivi_date_to_label (recommendation->date);
}

/**
 * suivi_recommendations_get_only_number:
 * @recommendations: (element-type SuiviRecommendation): what a step is about
 *
 * Steps and messages name a single recommendation by its number ("Grade 140.12") and count several.
 *
 * Returns: (transfer none) (nullable): the number, if there is one recommendation only and it has a number
 */
const char *
suivi_recommendations_get_only_number (GPtrArray *recommendations)
{
  SuiviRecommendation *only = recommendations->len == 1 ? g_ptr_array_index (recommendations, 0) : NULL;

  if (only == NULL || suivi_recommendation_is_output (only) || suivi_text_is_blank (only->number))
    return NULL;

  return only->number;
}
