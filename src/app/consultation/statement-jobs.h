/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/step.h"
#include "store/consultation-store.h"

G_BEGIN_DECLS

/* What the step "What children said" and its dialogs ask of the workspace. */

/* In characters: far more than a child says at once. What is longer are several statements. */
#define SUIVI_MAX_STATEMENT_LENGTH 5000

/**
 * SuiviStatementList:
 * @statements: (element-type SuiviAllowedStatement): what children said, what was written down last first
 * @targets: key of a #SuiviStatementUse → what it ties to, in words
 * @today: the day, ISO 8601
 *
 * The statements of a consultation.
 */
typedef struct
{
  GPtrArray *statements;
  GHashTable *targets;
  char *today;
} SuiviStatementList;

/**
 * SuiviUseTargets:
 * @priorities: (element-type SuiviPriority): the issues of the State
 * @drafts: (element-type SuiviDraft): their drafts
 * @reviews: keys of the reviews of the State
 *
 * What a statement can be tied to.
 */
typedef struct
{
  GPtrArray *priorities;
  GPtrArray *drafts;
  char **reviews;
} SuiviUseTargets;

void        suivi_statement_list_load_async (SuiviWorkspace      *workspace,
                                             const char          *consultation_id,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        suivi_statement_list_free       (SuiviStatementList  *self);

void        suivi_use_targets_load_async    (SuiviWorkspace      *workspace,
                                             const char          *state,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void        suivi_use_targets_free          (SuiviUseTargets     *self);

const char *suivi_statement_find_fault      (const char          *words);

/* The record of each is what it puts. */
gboolean suivi_statement_put     (SuiviStore        *store,
                                  SuiviTransaction  *transaction,
                                  gpointer           record,
                                  GError           **error);
gboolean suivi_statement_use_put (SuiviStore        *store,
                                  SuiviTransaction  *transaction,
                                  gpointer           record,
                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviStatementList, suivi_statement_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviUseTargets, suivi_use_targets_free)

G_END_DECLS
