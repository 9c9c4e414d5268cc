/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/recommendation-words.h"

#include <glib/gi18n-lib.h>

#include "app/review/assessment-card.h"
#include "core/text/text.h"

/* How long the beginning of a text is at most, in characters. */
#define MAX_BEGINNING 40

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

/* Some words, enough to know it again. */
static char *
dup_beginning (const char *text)
{
  g_autoptr (GString) beginning = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  glong length = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      const glong n = g_utf8_strlen (words[i], -1);

      if (n == 0)
        continue;
      if (length > 0 && length + 1 + n > MAX_BEGINNING)
        {
          g_string_append (beginning, "…");
          break;
        }
      if (length > 0)
        g_string_append_c (beginning, ' ');
      g_string_append (beginning, words[i]);
      length += n + 1;
    }
  /* One word without end, or a script without spaces */
  if (g_utf8_strlen (beginning->str, -1) > MAX_BEGINNING + 1)
    {
      g_string_truncate (beginning,
                         g_utf8_offset_to_pointer (beginning->str, MAX_BEGINNING) - beginning->str);
      g_string_append (beginning, "…");
    }

  return g_string_free (g_steal_pointer (&beginning), FALSE);
}

/**
 * suivi_recommendation_to_name:
 * @review: (nullable): the review it was made in
 *
 * What it is called where its text does not stand beside it: in the name of a step, in a message. A review has many
 * recommendations without number: what they say tells them apart.
 *
 * Returns: (transfer full): “140.12”, or the beginning of its text in quotation marks; of an output body, document and
 *   paragraph; never empty
 */
char *
suivi_recommendation_to_name (SuiviRecommendation *recommendation, SuiviReview *review)
{
  g_autofree char *beginning = NULL;

  g_return_val_if_fail (recommendation != NULL, NULL);

  if (!suivi_recommendation_is_output (recommendation) && suivi_text_is_blank (recommendation->number)
      && !suivi_text_is_blank (recommendation->text))
    {
      beginning = dup_beginning (recommendation->text);
      /* Translators: how a recommendation begins that has no number, as its name: “Increase the budget for…” */
      return g_strdup_printf (_ ("“%s”"), beginning);
    }

  return suivi_recommendation_to_title (recommendation, review);
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
