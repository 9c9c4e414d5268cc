/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The institutions of the State that are to implement recommendations. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "store/record.h"
#include "store/scorecard-store.h"
#include "store/transaction-private.h"

/* Longer than the name of any ministry; it stands on chips and in charts. */
#define MAX_NAME_LENGTH 200

/**
 * suivi_store_list_responsibilities:
 *
 * Returns: (transfer container) (element-type SuiviResponsibility) (nullable): the institutions that are to implement a
 * recommendation (or, for a part of one, the whole), by name; %NULL on failure
 */
GPtrArray *
suivi_store_list_responsibilities (SuiviStore *self, const char *recommendation_id, GError **error)
{
  return suivi_record_list (self, &suivi_responsibility_record,
                            "WHERE recommendation_id ="
                            "  coalesce ((SELECT parent_id FROM recommendation WHERE id = ?1), ?1)"
                            " ORDER BY institution",
                            recommendation_id, NULL, error);
}

/**
 * suivi_store_list_institutions:
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the names of all institutions that are to implement something,
 * each once, sorted; %NULL on failure
 */
GPtrArray *
suivi_store_list_institutions (SuiviStore *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement
    = suivi_store_prepare (self, "SELECT DISTINCT institution FROM responsibility ORDER BY institution",
                           error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (names, suivi_column_text (statement, 0));
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&names);
}

/* One institution has one name: as it is spelled already, if only case, accents or spaces differ. A file of another program
 * may hold names that differ in no more: each of them, as it stands there, means itself. */
static char *
spell (SuiviStore *store, const char *institution, GError **error)
{
  g_autofree char *name = suivi_text_clean (institution);
  g_autofree char *folded = suivi_text_fold (name);
  g_autoptr (GPtrArray) used = suivi_store_list_institutions (store, error);

  if (used == NULL)
    return NULL;
  if (g_ptr_array_find_with_equal_func (used, institution, g_str_equal, NULL))
    return g_strdup (institution);
  if (g_ptr_array_find_with_equal_func (used, name, g_str_equal, NULL))
    return g_steal_pointer (&name);

  for (guint i = 0; i < used->len; i++)
    {
      g_autofree char *other = suivi_text_fold (g_ptr_array_index (used, i));

      if (g_str_equal (folded, other))
        return g_strdup (g_ptr_array_index (used, i));
    }

  return g_steal_pointer (&name);
}

/* The key of the whole that a part of a split recommendation belongs to; of a whole, its own. Only wholes are counted. */
static char *
find_whole (SuiviStore *store, const char *recommendation_id, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (store,
                           "SELECT coalesce ((SELECT parent_id FROM recommendation WHERE id = ?1), ?1)",
                           error);
  char *whole = NULL;

  if (statement == NULL)
    return NULL;

  suivi_bind_text (statement, 1, recommendation_id);
  if (suivi_database_step (statement, NULL, error))
    whole = suivi_column_text (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return whole;
}

/**
 * suivi_transaction_add_institution:
 * @recommendation_ids: keys of recommendations; a part of one stands for the whole
 * @institution: name of an institution, valid UTF-8; one in use that differs only in case, accents or spaces is meant by it
 * @error: %SUIVI_STORE_ERROR_INVALID if it has no name, or one of more than 200 characters
 *
 * Makes an institution responsible for recommendations, besides those that are. No error if it is already.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_add_institution (SuiviTransaction *self,
                                   const char *const *recommendation_ids,
                                   const char *institution,
                                   GError **error)
{
  g_autofree char *name = spell (self->store, institution, error);

  if (name == NULL
      || !suivi_refuse_blank (name, _ ("Say which institution is responsible: the name is empty."), error))
    return FALSE;
  if (g_utf8_strlen (name, -1) > MAX_NAME_LENGTH)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                   _ ("The name of an institution can have %d characters at most. Shorten it."),
                   MAX_NAME_LENGTH);
      return FALSE;
    }

  for (gsize i = 0; recommendation_ids[i] != NULL; i++)
    {
      g_autofree char *whole = find_whole (self->store, recommendation_ids[i], error);
      g_autoptr (SuiviResponsibility) responsibility = suivi_responsibility_new (whole, name);

      if (whole == NULL || !suivi_record_put (self, &suivi_responsibility_record, responsibility, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_transaction_remove_institution:
 * @recommendation_ids: keys of recommendations; a part of one stands for the whole
 * @institution: name of an institution, as in suivi_transaction_add_institution()
 *
 * Makes an institution no longer responsible for recommendations. No error if it is not.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_remove_institution (SuiviTransaction *self,
                                      const char *const *recommendation_ids,
                                      const char *institution,
                                      GError **error)
{
  g_autofree char *name = spell (self->store, institution, error);
  sqlite3_stmt *statement = NULL;

  if (name == NULL)
    return FALSE;
  statement
    = suivi_store_prepare (self->store,
                           "DELETE FROM responsibility WHERE institution = ?2 AND recommendation_id IN"
                           "  (SELECT id FROM recommendation WHERE id = ?1 OR parent_id = ?1)",
                           error);
  if (statement == NULL)
    return FALSE;

  for (gsize i = 0; recommendation_ids[i] != NULL; i++)
    {
      g_autofree char *whole = find_whole (self->store, recommendation_ids[i], error);

      if (whole == NULL)
        return FALSE;
      suivi_bind_text (statement, 1, whole);
      suivi_bind_text (statement, 2, name);
      if (!suivi_transaction_run (statement, error))
        return FALSE;
    }

  return TRUE;
}
