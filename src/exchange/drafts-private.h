/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/analysis.h"
#include "exchange/document.h"
#include "exchange/drafts.h"

G_BEGIN_DECLS

/**
 * SuiviDraftsEntry:
 * @number: by what the file calls it, 1 and up
 * @draft: the draft
 * @analysis: (nullable): what can be said of its wording; %NULL if there is none, or in a language that we have no rules
 *   for
 * @outcome: (nullable): the recommendation that took it up
 * @outcome_review: (nullable): the review in which that was made
 * @backings: (element-type SuiviBacking): what speaks for it: its own and that of the issue
 * @requests: (element-type SuiviRequest): which States were asked
 * @translations: (element-type SuiviTranslation): the wording in other languages
 *
 * A draft with all that a file says of it.
 */
typedef struct
{
  guint number;
  SuiviDraft *draft;
  SuiviAnalysis *analysis;
  SuiviRecommendation *outcome;
  SuiviReview *outcome_review;
  GPtrArray *backings;
  GPtrArray *requests;
  GPtrArray *translations;
} SuiviDraftsEntry;

/**
 * SuiviDraftsIssue:
 * @priority: the issue
 * @backings: (element-type SuiviBacking): what speaks for the issue, and so for all its drafts
 * @entries: (element-type SuiviDraftsEntry): its chosen drafts; at least one
 *
 * An issue with the drafts that were chosen.
 */
typedef struct
{
  SuiviPriority *priority;
  GPtrArray *backings;
  GPtrArray *entries;
} SuiviDraftsIssue;

/**
 * SuiviDraftsContent:
 * @title: of the document
 * @day: (nullable): the day of the latest change in the workspace, ISO 8601: the file says how things were then
 * @n_drafts: how many drafts there are
 * @n_states: how many States under review they are for
 * @issues: (element-type SuiviDraftsIssue): the issues, by State and place
 *
 * All that a file of drafts holds, in whatever format.
 */
typedef struct
{
  char *title;
  char *day;
  guint n_drafts;
  guint n_states;
  GPtrArray *issues;
} SuiviDraftsContent;

/**
 * SuiviDraftsColumn:
 *
 * The columns of a table of drafts.
 */
typedef enum
{
  SUIVI_DRAFTS_COLUMN_NUMBER,
  SUIVI_DRAFTS_COLUMN_STATE,
  SUIVI_DRAFTS_COLUMN_ISSUE,
  SUIVI_DRAFTS_COLUMN_WORDING,
  SUIVI_DRAFTS_COLUMN_LANGUAGE,
  SUIVI_DRAFTS_COLUMN_STAGE,
  SUIVI_DRAFTS_COLUMN_SPECIFICITY,
  SUIVI_DRAFTS_COLUMN_SPECIFIC,
  SUIVI_DRAFTS_COLUMN_MEASURABLE,
  SUIVI_DRAFTS_COLUMN_ACHIEVABLE,
  SUIVI_DRAFTS_COLUMN_RELEVANT,
  SUIVI_DRAFTS_COLUMN_TIME_BOUND,
  SUIVI_DRAFTS_COLUMN_DEADLINE,
  SUIVI_DRAFTS_COLUMN_MEANS,
  SUIVI_DRAFTS_COLUMN_EVIDENCE,
  SUIVI_DRAFTS_COLUMN_OUTPUTS,
  SUIVI_DRAFTS_COLUMN_EARLIER,
  SUIVI_DRAFTS_COLUMN_TARGETS,
  SUIVI_DRAFTS_COLUMN_ASKED,
  SUIVI_DRAFTS_COLUMN_TRANSLATIONS,
  SUIVI_DRAFTS_COLUMN_TAKEN_UP,
  SUIVI_DRAFTS_COLUMN_IMPACT,
  SUIVI_DRAFTS_COLUMN_EXPLANATION,
  SUIVI_DRAFTS_COLUMN_ARTICLES,
  SUIVI_DRAFTS_COLUMN_RIGHTS,
} SuiviDraftsColumn;

#define SUIVI_DRAFTS_N_COLUMNS (SUIVI_DRAFTS_COLUMN_RIGHTS + 1)

/* What a file holds: drafts-content.c */
SuiviDraftsContent *suivi_drafts_content_new (SuiviStore *store,
                                              const char *const *draft_ids,
                                              GCancellable *cancellable,
                                              GError **error);
void suivi_drafts_content_free (SuiviDraftsContent *self);

/* The words for it: drafts-words.c */
const char *suivi_drafts_backing_label (SuiviBackingKind kind);
char *suivi_drafts_language_label (const char *code);
char *suivi_drafts_specificity_text (SuiviAnalysis *analysis);
char *suivi_drafts_articles_text (SuiviPriority *priority);
char *suivi_drafts_outcome_text (SuiviDraftsEntry *entry);
char *suivi_drafts_impact_text (SuiviDraft *draft);
char *suivi_drafts_translator_text (SuiviTranslation *translation);

/* As running text, for documents: drafts-blocks.c */
SuiviDocument *suivi_drafts_document_new (SuiviDraftsContent *content);

/* As a table, for spreadsheets: drafts-columns.c */
const char *suivi_drafts_column_title (SuiviDraftsColumn column);
char *suivi_drafts_column_text (SuiviDraftsColumn column, SuiviDraftsIssue *issue, SuiviDraftsEntry *entry);

/* The formats */
GBytes *suivi_drafts_make_csv (SuiviDraftsContent *content);
gboolean suivi_drafts_write_xlsx (SuiviDraftsContent *content,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDraftsContent, suivi_drafts_content_free)

G_END_DECLS
