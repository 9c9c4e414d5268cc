/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviStatementUse:
 * @id: random UUID, the key in the workspace
 * @statement_id: key of the statement
 * @priority_id: (nullable): the priority issue that it speaks for
 * @draft_id: (nullable): the draft that it speaks for
 * @recommendation_id: (nullable): the recommendation that it speaks to
 * @note: in which way, in free words; may be ""
 *
 * What became of a statement: a tie to exactly one thing. It holds no copy of the words.
 */
typedef struct
{
  char *id;
  char *statement_id;
  char *priority_id;
  char *draft_id;
  char *recommendation_id;
  char *note;
} SuiviStatementUse;

#define SUIVI_TYPE_STATEMENT_USE (suivi_statement_use_get_type ())
SUIVI_DECLARE_RECORD (SuiviStatementUse, suivi_statement_use)

SuiviStatementUse *suivi_statement_use_new (const char *statement_id);

G_END_DECLS
