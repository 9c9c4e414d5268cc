/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/panel-jobs.h"

/**
 * suivi_panel_put_backing:
 * @record: a #SuiviBacking
 *
 * A #SuiviStepPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_put_backing (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_backing (transaction, record, error);
}

/**
 * suivi_panel_delete_backing:
 * @record: key of a #SuiviBacking
 *
 * A #SuiviStepPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_delete_backing (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_delete_backing (transaction, record, error);
}

/**
 * suivi_panel_put_request:
 * @record: a #SuiviRequest
 *
 * A #SuiviStepPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_put_request (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_request (transaction, record, error);
}

/**
 * suivi_panel_delete_request:
 * @record: key of a #SuiviRequest
 *
 * A #SuiviStepPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_delete_request (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_delete_request (transaction, record, error);
}

/**
 * suivi_panel_put_translation:
 * @record: a #SuiviTranslation
 *
 * A #SuiviStepPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_put_translation (SuiviStore *store,
                             SuiviTransaction *transaction,
                             gpointer record,
                             GError **error)
{
  return suivi_transaction_put_translation (transaction, record, error);
}

/**
 * suivi_panel_delete_translation:
 * @record: key of a #SuiviTranslation
 *
 * A #SuiviStepPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_delete_translation (SuiviStore *store,
                                SuiviTransaction *transaction,
                                gpointer record,
                                GError **error)
{
  return suivi_transaction_delete_translation (transaction, record, error);
}
