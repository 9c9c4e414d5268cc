/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/analysis.h"
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
 * SuiviDraftsBlockKind:
 * @SUIVI_DRAFTS_TITLE: the title of the document
 * @SUIVI_DRAFTS_SUBTITLE: what stands below it
 * @SUIVI_DRAFTS_ISSUE: a heading of the first level
 * @SUIVI_DRAFTS_DRAFT: a heading of the second level
 * @SUIVI_DRAFTS_PART: a heading of the third level
 * @SUIVI_DRAFTS_TEXT: a paragraph
 * @SUIVI_DRAFTS_QUIET: a paragraph that only says that something is missing, or who translated
 * @SUIVI_DRAFTS_WORDING: the wording of a draft
 * @SUIVI_DRAFTS_TRANSLATION: the wording in another language
 * @SUIVI_DRAFTS_FACT: a label and what it is
 * @SUIVI_DRAFTS_ITEM: an item of a list: a name, where it stands, and what it says
 * @SUIVI_DRAFTS_HEADER_ROW: three headers of columns: begins a table
 * @SUIVI_DRAFTS_ROW: three cells of a table, the first one its header
 *
 * What a piece of a document is.
 */
typedef enum
{
  SUIVI_DRAFTS_TITLE,
  SUIVI_DRAFTS_SUBTITLE,
  SUIVI_DRAFTS_ISSUE,
  SUIVI_DRAFTS_DRAFT,
  SUIVI_DRAFTS_PART,
  SUIVI_DRAFTS_TEXT,
  SUIVI_DRAFTS_QUIET,
  SUIVI_DRAFTS_WORDING,
  SUIVI_DRAFTS_TRANSLATION,
  SUIVI_DRAFTS_FACT,
  SUIVI_DRAFTS_ITEM,
  SUIVI_DRAFTS_HEADER_ROW,
  SUIVI_DRAFTS_ROW,
} SuiviDraftsBlockKind;

#define SUIVI_DRAFTS_N_BLOCK_KINDS (SUIVI_DRAFTS_ROW + 1)

/**
 * SuiviDraftsBlock:
 * @kind: what it is
 * @label: (nullable): of a fact, its label; of an item, its name; of a row, the first cell
 * @text: (nullable): the text; of an item, where it stands; of a row, the second cell
 * @note: (nullable): of an item, what it says; of a row, the third cell
 * @uri: (nullable): of an item, the web address that @text is
 * @language: (nullable): code of the language of @text; %NULL: that of the user
 * @rtl: whether it reads from right to left
 *
 * A piece of a document. Valid UTF-8 that XML can hold; line ends are "\n".
 */
typedef struct
{
  SuiviDraftsBlockKind kind;
  char *label;
  char *text;
  char *note;
  char *uri;
  char *language;
  gboolean rtl;
} SuiviDraftsBlock;

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
char *suivi_drafts_page_text (const char *page, const char *pages);
char *suivi_drafts_user_language (void);
gboolean suivi_drafts_user_is_rtl (void);

/* As running text, for documents: drafts-blocks.c */
GPtrArray *suivi_drafts_blocks_new (SuiviDraftsContent *content);

/* As a table, for spreadsheets: drafts-columns.c */
const char *suivi_drafts_column_title (SuiviDraftsColumn column);
char *suivi_drafts_column_text (SuiviDraftsColumn column, SuiviDraftsIssue *issue, SuiviDraftsEntry *entry);

/* The formats */
GBytes *suivi_drafts_make_docx (SuiviDraftsContent *content, GCancellable *cancellable, GError **error);
GBytes *suivi_drafts_make_pdf (SuiviDraftsContent *content, GCancellable *cancellable, GError **error);
GBytes *suivi_drafts_make_csv (SuiviDraftsContent *content);
gboolean suivi_drafts_write_xlsx (SuiviDraftsContent *content,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDraftsContent, suivi_drafts_content_free)

G_END_DECLS
