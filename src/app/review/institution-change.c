/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/institution-change.h"

struct _SuiviInstitutionChange
{
  char *recommendation_id; /* (nullable): of one */
  GArray *keys;            /* (nullable): of rows of the list */
  char *institution;
  gboolean remove;
  gboolean empty; /* it was made and changed nothing: all was so already */
};

/**
 * suivi_institution_change_new:
 * @recommendation_id: key of a recommendation
 * @institution: name of an institution
 * @remove: whether it is not to implement it any longer
 *
 * Returns: (transfer full): a change of one recommendation
 */
SuiviInstitutionChange *
suivi_institution_change_new (const char *recommendation_id, const char *institution, gboolean remove)
{
  SuiviInstitutionChange *self = g_atomic_rc_box_new0 (SuiviInstitutionChange);

  self->recommendation_id = g_strdup (recommendation_id);
  self->institution = g_strdup (institution);
  self->remove = remove;

  return self;
}

/**
 * suivi_institution_change_new_for_rows:
 * @keys: (element-type gint64): keys of rows of the list
 * @institution: name of an institution that is to implement them, besides those that are
 *
 * Returns: (transfer full): a change of many recommendations
 */
SuiviInstitutionChange *
suivi_institution_change_new_for_rows (GArray *keys, const char *institution)
{
  SuiviInstitutionChange *self = g_atomic_rc_box_new0 (SuiviInstitutionChange);

  self->keys = g_array_ref (keys);
  self->institution = g_strdup (institution);

  return self;
}

/**
 * suivi_institution_change_ref:
 *
 * Returns: (transfer full): the same change
 */
SuiviInstitutionChange *
suivi_institution_change_ref (SuiviInstitutionChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer change)
{
  SuiviInstitutionChange *self = change;

  g_free (self->recommendation_id);
  g_clear_pointer (&self->keys, g_array_unref);
  g_free (self->institution);
}

/**
 * suivi_institution_change_unref:
 * @change: (transfer full): a #SuiviInstitutionChange
 */
void
suivi_institution_change_unref (gpointer change)
{
  g_atomic_rc_box_release_full (change, clear);
}

/**
 * suivi_institution_change_is_empty:
 *
 * Returns: whether it was made and changed nothing, because all was so already: there is nothing to undo
 */
gboolean
suivi_institution_change_is_empty (const SuiviInstitutionChange *self)
{
  return self->empty;
}

/* One that is gone meanwhile is a hole. */
static GPtrArray *
list_ids (SuiviStore *store, GArray *keys, GError **error)
{
  g_autoptr (GPtrArray) rows
             = suivi_store_load (store, (const gint64 *) (gpointer) keys->data, keys->len, error);
  GPtrArray *ids = NULL;

  if (rows == NULL)
    return NULL;

  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviRecommendation *row = g_ptr_array_index (rows, i);

      if (row != NULL)
        g_ptr_array_add (ids, g_strdup (row->id));
    }
  if (ids->len == 0)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("The selected recommendations are no longer in the workspace."));
      g_clear_pointer (&ids, g_ptr_array_unref);
      return NULL;
    }
  g_ptr_array_add (ids, NULL);

  return ids;
}

static gboolean
put_for_rows (SuiviInstitutionChange *self, SuiviStore *store, SuiviTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) ids = list_ids (store, self->keys, error);

  return ids != NULL
         && suivi_transaction_add_institution (transaction, (const char *const *) ids->pdata,
                                               self->institution, error);
}

/**
 * suivi_institution_change_put:
 * @change: a #SuiviInstitutionChange
 *
 * Makes the change; for suivi_step_make().
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_institution_change_put (SuiviStore *store,
                              SuiviTransaction *transaction,
                              gpointer change,
                              GError **error)
{
  SuiviInstitutionChange *self = change;
  const char *const one[] = { self->recommendation_id, NULL };
  gboolean ok = FALSE;

  if (self->keys != NULL)
    ok = put_for_rows (self, store, transaction, error);
  else if (self->remove)
    ok = suivi_transaction_remove_institution (transaction, one, self->institution, error);
  else
    ok = suivi_transaction_add_institution (transaction, one, self->institution, error);
  self->empty = ok && suivi_transaction_is_empty (transaction);

  return ok;
}
