/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the command line names by words: recommendations by number, editions by title. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "core/text/text.h"

/* Parts of split recommendations, "121.2 (a)", are found through the whole. */
static gboolean
find_parts (SuiviStore *store, const char *review_id, const char *number, GPtrArray *found, GError **error)
{
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) wholes = NULL;
  const char *letter = g_strrstr (number, " (");

  if (letter == NULL)
    return TRUE;

  whole = g_strndup (number, letter - number);
  wholes = suivi_store_find_number (store, review_id, whole, error);
  for (guint i = 0; wholes != NULL && i < wholes->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (wholes, i);
      g_autoptr (GPtrArray) parts = suivi_store_list_parts (store, recommendation->id, error);

      if (parts == NULL)
        return FALSE;
      for (guint j = 0; j < parts->len; j++)
        {
          SuiviRecommendation *part = g_ptr_array_index (parts, j);

          if (g_str_equal (part->number, number))
            g_ptr_array_add (found, suivi_recommendation_ref (part));
        }
    }

  return wholes != NULL;
}

/* "in SVN:20, SVN:48" */
static char *
name_reviews (SuiviStore *store, GPtrArray *recommendations)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, NULL);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      for (guint j = 0; j < recommendations->len; j++)
        {
          SuiviRecommendation *recommendation = g_ptr_array_index (recommendations, j);
          g_autofree char *token = suivi_review_to_token (review);

          if (g_strcmp0 (recommendation->review_id, review->id) == 0)
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", token);
        }
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * suivi_cli_find_recommendation:
 * @token: (nullable): the review that the number belongs to: "SVN:48"; checked before
 * @number: of a recommendation or of a part
 * @error: return location of a %SUIVI_STORE_ERROR: there is none, or there are several
 *
 * Returns: (transfer full) (nullable): the recommendation
 */
SuiviRecommendation *
suivi_cli_find_recommendation (SuiviStore *store, const char *token, const char *number, GError **error)
{
  g_autoptr (SuiviReview) review = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *state = NULL;
  guint session = 0;

  if (token != NULL && suivi_review_parse_token (token, &state, &session))
    {
      review = suivi_cli_find_review (store, state, session, error);
      if (review == NULL)
        return NULL;
    }

  found = suivi_store_find_number (store, review != NULL ? review->id : NULL, number, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0 && !find_parts (store, review != NULL ? review->id : NULL, number, found, error))
    return NULL;

  if (found->len == 0)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                   _ ("The workspace has no recommendation with the number %s."), number);
      return NULL;
    }
  if (found->len > 1)
    {
      g_autofree char *names = name_reviews (store, found);

      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                   /* Translators: the second %s is a list of reviews, "SVN:20, SVN:48" */
                   _ ("The number %s stands in several reviews: %s. Say which one with --review."), number,
                   names);
      return NULL;
    }

  return suivi_recommendation_ref (g_ptr_array_index (found, 0));
}

/**
 * suivi_cli_find_edition:
 * @review_id: (nullable): key of the review that it is of
 * @title: of the edition, in any case
 * @error: return location of a %SUIVI_STORE_ERROR: there is none, or there are several
 *
 * Returns: (transfer full) (nullable): the edition
 */
SuiviEdition *
suivi_cli_find_edition (SuiviStore *store, const char *review_id, const char *title, GError **error)
{
  g_autoptr (GPtrArray) editions = suivi_store_list_editions (store, review_id, error);
  g_autofree char *clean = suivi_text_clean (title);
  g_autofree char *folded = g_utf8_casefold (clean, -1);
  const SuiviEdition *found = NULL;

  for (guint i = 0; editions != NULL && i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);
      g_autofree char *other = g_utf8_casefold (edition->title, -1);

      if (!g_str_equal (other, folded))
        continue;
      if (found != NULL)
        {
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                       _ ("Several reviews have an edition “%s”. Say which one with --review."), clean);
          return NULL;
        }
      found = edition;
    }
  if (editions != NULL && found == NULL)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                 _ ("There is no edition “%s”. “suivi-cli editions” lists those that there are."), clean);

  return found != NULL ? suivi_edition_copy (found) : NULL;
}
