/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviIssue:
 * @priority: the issue
 * @drafts: (element-type SuiviDraft): its drafts, in their order
 */
typedef struct
{
  SuiviPriority *priority;
  GPtrArray *drafts;
} SuiviIssue;

/**
 * SuiviDraftBoard:
 * @state: (nullable): the State whose issues these are; %NULL when nobody chose among several, or there is none yet
 * @next_review: (nullable): first day of its next review, as far as it is known: "2029-05-01"
 * @n_reviews: how many reviews the workspace has
 * @issues: (element-type SuiviIssue): the issues, in their order
 *
 * What a coalition wants to raise at the next review of a State.
 */
typedef struct
{
  char *state;
  char *next_review;
  guint n_reviews;
  GPtrArray *issues;
} SuiviDraftBoard;

/**
 * SuiviDraftFields:
 * @SUIVI_DRAFT_FIELD_TEXT: the wording
 * @SUIVI_DRAFT_FIELD_MEANS: the means needed
 * @SUIVI_DRAFT_FIELD_FORM: what was filled into the guided form
 * @SUIVI_DRAFT_FIELD_LANGUAGE: the language of the wording
 * @SUIVI_DRAFT_FIELD_STAGE: where it stands
 *
 * What of a draft is to be changed; all else stays as the workspace has it.
 */
typedef enum
{
  SUIVI_DRAFT_FIELD_TEXT = 1 << 0,
  SUIVI_DRAFT_FIELD_MEANS = 1 << 1,
  SUIVI_DRAFT_FIELD_FORM = 1 << 2,
  SUIVI_DRAFT_FIELD_LANGUAGE = 1 << 3,
  SUIVI_DRAFT_FIELD_STAGE = 1 << 4,
} SuiviDraftFields;

void        suivi_draft_board_free       (SuiviDraftBoard      *self);
SuiviIssue *suivi_draft_board_find_issue (SuiviDraftBoard      *self,
                                          const char           *id);
SuiviDraft *suivi_draft_board_find_draft (SuiviDraftBoard      *self,
                                          const char           *id,
                                          SuiviIssue          **issue);
void        suivi_draft_board_load_async (SuiviWorkspace       *workspace,
                                          const char           *review_id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

void        suivi_draft_take_fields      (SuiviDraft           *self,
                                          SuiviDraft           *from,
                                          SuiviDraftFields      fields);

void        suivi_priority_put_async     (SuiviWorkspace       *workspace,
                                          const char           *label,
                                          SuiviPriority        *priority,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void        suivi_priority_delete_async  (SuiviWorkspace       *workspace,
                                          const char           *id,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void        suivi_priority_raise_async   (SuiviWorkspace       *workspace,
                                          const char           *id,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void        suivi_draft_add_async        (SuiviWorkspace       *workspace,
                                          SuiviDraft           *draft,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void        suivi_draft_change_async     (SuiviWorkspace       *workspace,
                                          const char           *label,
                                          SuiviDraft           *draft,
                                          SuiviDraftFields      fields,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void        suivi_draft_split_async      (SuiviWorkspace       *workspace,
                                          SuiviDraft           *draft,
                                          GPtrArray            *texts,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void        suivi_draft_delete_async     (SuiviWorkspace       *workspace,
                                          const char           *id,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDraftBoard, suivi_draft_board_free)

G_END_DECLS
