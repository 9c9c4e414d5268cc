/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the outputs of the scorecard add: the user's own words for grades, words for children, what civil society did. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "store/record.h"
#include "store/scorecard-store.h"
#include "store/transaction-private.h"

/**
 * suivi_store_list_grade_labels:
 *
 * Returns: (transfer container) (element-type SuiviGradeLabel) (nullable): all of them, by grade and language; %NULL on
 * failure
 */
GPtrArray *
suivi_store_list_grade_labels (SuiviStore *self, GError **error)
{
  return suivi_record_list (self, &suivi_grade_label_record, "ORDER BY grade, language", NULL, NULL, error);
}

/* On one line, and not longer than the dialog lets it be: what another program wrote must not break a page. */
static char *
dup_word (const char *label)
{
  g_autofree char *word = suivi_text_clean (label);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (word, -1) <= SUIVI_GRADE_LABEL_MAX)
    return g_steal_pointer (&word);

  start = g_utf8_substring (word, 0, SUIVI_GRADE_LABEL_MAX - 1);

  return g_strconcat (start, "…", NULL);
}

/**
 * suivi_store_get_grade_labels:
 * @language: the language of the output or of the program, ISO 639-1: "fr"
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the user's own words for grades in that language, by nick,
 * for suivi_scale_grade_to_label(): those of the language before those of all, each on one line and of at most
 * %SUIVI_GRADE_LABEL_MAX characters; %NULL on failure
 */
GHashTable *
suivi_store_get_grade_labels (SuiviStore *self, const char *language, GError **error)
{
  /* "" sorts first: what the language has of its own takes its place. No honest file has as many as the limit. */
  g_autoptr (GPtrArray) labels = suivi_record_list (self, &suivi_grade_label_record,
                                                    "WHERE language IN ('', ?1) ORDER BY language LIMIT 200",
                                                    language, NULL, error);
  GHashTable *by_grade = NULL;

  if (labels == NULL)
    return NULL;

  by_grade = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < labels->len; i++)
    {
      const SuiviGradeLabel *label = g_ptr_array_index (labels, i);

      g_hash_table_replace (by_grade, g_strdup (label->grade), dup_word (label->label));
    }

  return by_grade;
}

/**
 * suivi_transaction_put_grade_label:
 * @error: %SUIVI_STORE_ERROR_INVALID if it is blank
 *
 * Adds the label, or takes the place of the one of that grade and language.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_grade_label (SuiviTransaction *self, SuiviGradeLabel *label, GError **error)
{
  return suivi_refuse_blank (label->label, _ ("Say how the grade is called: the word is empty."), error)
         && suivi_record_put (self, &suivi_grade_label_record, label, error);
}

/**
 * suivi_transaction_delete_grade_label:
 *
 * Goes back to the word of Suivi. No error if the label is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_grade_label (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM grade_label WHERE id = ?1" };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_store_list_plain_wordings:
 * @review_id: (nullable): key of a review; %NULL: of all reviews
 *
 * Returns: (transfer container) (element-type SuiviPlainWording) (nullable): the words for children, in the order of the
 * recommendations, chosen or not; %NULL on failure
 */
GPtrArray *
suivi_store_list_plain_wordings (SuiviStore *self, const char *review_id, GError **error)
{
  return suivi_record_list (
    self, &suivi_plain_wording_record,
    "WHERE ?1 IS NULL OR recommendation_id IN"
    " (SELECT r.id FROM recommendation r WHERE r.review_id = ?1)"
    " ORDER BY (SELECT r.sort_key FROM recommendation r WHERE r.id = recommendation_id)",
    review_id, NULL, error);
}

/**
 * suivi_store_get_plain_wording:
 *
 * Returns: (transfer full) (nullable): the words for children of a recommendation; %NULL if there are none, or, with @error
 * set, on failure
 */
SuiviPlainWording *
suivi_store_get_plain_wording (SuiviStore *self, const char *recommendation_id, GError **error)
{
  g_autoptr (GPtrArray) found
             = suivi_record_list (self, &suivi_plain_wording_record, "WHERE recommendation_id = ?1",
                                  recommendation_id, NULL, error);

  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * suivi_transaction_put_plain_wording:
 * @error: %SUIVI_STORE_ERROR_INVALID if it is chosen and has no words
 *
 * Adds the words for children, or takes the place of those of the recommendation.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_plain_wording (SuiviTransaction *self, SuiviPlainWording *wording, GError **error)
{
  if (wording->chosen
      && !suivi_refuse_blank (wording->wording,
                              _ ("Write for children what the recommendation asks for: the words are empty."),
                              error))
    return FALSE;

  return suivi_record_put (self, &suivi_plain_wording_record, wording, error);
}

/**
 * suivi_store_list_contributions:
 *
 * Returns: (transfer container) (element-type SuiviContribution) (nullable): what civil society did about a
 * recommendation, by date; %NULL on failure
 */
GPtrArray *
suivi_store_list_contributions (SuiviStore *self, const char *recommendation_id, GError **error)
{
  return suivi_record_list (self, &suivi_contribution_record,
                            "WHERE recommendation_id = ?1 ORDER BY date, organisation, what, id",
                            recommendation_id, NULL, error);
}

/**
 * suivi_store_list_frozen_contributions:
 * @edition_id: key of an edition that keeps contributions
 * @recommendation_id: key of a recommendation
 *
 * Returns: (transfer container) (element-type SuiviContribution) (nullable): what civil society had done about a
 * recommendation when the edition was frozen, by date; %NULL on failure
 */
GPtrArray *
suivi_store_list_frozen_contributions (SuiviStore *self,
                                       const char *edition_id,
                                       const char *recommendation_id,
                                       GError **error)
{
  SuiviRecordType frozen = suivi_contribution_record;

  frozen.table = "edition_contribution";
  return suivi_record_list (self, &frozen,
                            "WHERE edition_id = ?1 AND recommendation_id = ?2 "
                            "ORDER BY date, organisation, what, id",
                            edition_id, recommendation_id, error);
}

/**
 * suivi_transaction_put_contribution:
 * @error: %SUIVI_STORE_ERROR_INVALID if it does not say what was done
 *
 * Adds what was done, or updates the one with the same key. A blank organisation becomes suivi_store_get_organisation() in
 * the workspace (@contribution itself stays as it is), and a name that differs from one in use only in case, accents or
 * spaces is spelled as that one.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_contribution (SuiviTransaction *self, SuiviContribution *contribution, GError **error)
{
  SuiviContribution named = *contribution;

  if (!suivi_refuse_blank (contribution->what, _ ("Say what was done: the sentence is empty."), error))
    return FALSE;

  named.organisation
    = (char *) suivi_transaction_spell_organisation (self, contribution->organisation, error);

  return named.organisation != NULL && suivi_record_put (self, &suivi_contribution_record, &named, error);
}

/**
 * suivi_transaction_delete_contribution:
 *
 * No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_contribution (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM contribution WHERE id = ?1" };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}
