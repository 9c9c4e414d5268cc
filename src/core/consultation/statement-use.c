/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/statement-use.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviStatementUse, id),
  SUIVI_TEXT (SuiviStatementUse, statement_id),
  SUIVI_TEXT (SuiviStatementUse, priority_id),
  SUIVI_TEXT (SuiviStatementUse, draft_id),
  SUIVI_TEXT (SuiviStatementUse, recommendation_id),
  SUIVI_TEXT (SuiviStatementUse, note),
};

SUIVI_DEFINE_RECORD (SuiviStatementUse, suivi_statement_use, "statement_use", fields, NULL)

/**
 * suivi_statement_use_new:
 * @statement_id: key of the statement
 *
 * Returns: (transfer full): a tie with a new random key, to nothing yet
 */
SuiviStatementUse *
suivi_statement_use_new (const char *statement_id)
{
  SuiviStatementUse *self = suivi_record_new (&suivi_statement_use_record);

  self->statement_id = g_strdup (statement_id);

  return self;
}
