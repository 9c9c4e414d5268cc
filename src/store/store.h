/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/drafting/backing.h"
#include "core/drafting/draft.h"
#include "core/drafting/priority.h"
#include "core/drafting/request.h"
#include "core/drafting/translation.h"
#include "core/drafting/wording.h"
#include "core/review/link.h"
#include "core/review/recommendation.h"
#include "core/review/review.h"
#include "core/scorecard/assessment.h"
#include "store/error.h"
#include "store/filter.h"

G_BEGIN_DECLS

/**
 * SuiviStore:
 *
 * One open workspace file. Every call blocks on the disk and a store must be used by one thread at a time: the
 * command line uses it as it is, the window through #SuiviWorkspace, which gives it a thread of its own.
 *
 * Reading needs a store; writing needs a #SuiviTransaction, so that there is one road for every change.
 */
typedef struct _SuiviStore SuiviStore;

/**
 * SuiviReadOnlyReason:
 * @SUIVI_READ_ONLY_NO: the workspace can be changed
 * @SUIVI_READ_ONLY_NEWER: a newer Suivi made it
 * @SUIVI_READ_ONLY_FILE: the file or its folder is write-protected
 *
 * Why a workspace can only be read.
 */
typedef enum
{
  SUIVI_READ_ONLY_NO,
  SUIVI_READ_ONLY_NEWER,
  SUIVI_READ_ONLY_FILE,
} SuiviReadOnlyReason;

/**
 * SuiviFacetCount:
 * @value: a value of the facet
 * @count: how many recommendations have it
 */
typedef struct
{
  char *value;
  guint count;
} SuiviFacetCount;

/**
 * SuiviImport:
 * @id: random UUID, the key in the workspace
 * @file_name: base name of the file that was read
 * @sha256: its checksum, hexadecimal
 * @format: "ohchr-list", …
 * @rows: how many rows the file held
 * @n_new: how many recommendations it brought
 * @n_changed: how many it changed
 * @n_same: how many the workspace had just so
 * @n_left_out: how many were not taken: faults, undecided ones, and what the user left out
 * @n_now: how many recommendations and parts of the workspace were last written by it; set by the store, ignored when saving
 * @imported_at: when, UTC, ISO 8601
 * @imported_by: who
 *
 * Where recommendations came from.
 */
typedef struct
{
  char *id;
  char *file_name;
  char *sha256;
  char *format;
  guint rows;
  guint n_new;
  guint n_changed;
  guint n_same;
  guint n_left_out;
  guint n_now;
  char *imported_at;
  char *imported_by;
} SuiviImport;

/**
 * SuiviHistoryEntry:
 * @sequence: 1 and up
 * @kind: "do", "undo" or "redo"
 * @target: for undo and redo, the sequence of the step concerned, else 0
 * @label: what was done, "Grade 12 recommendations"
 * @author: who
 * @organisation: of which organisation
 * @at: when, UTC, ISO 8601
 * @hash: SHA-256 over this entry and the hash of the one before, hexadecimal
 *
 * One line of the history.
 */
typedef struct
{
  gint64 sequence;
  char *kind;
  gint64 target;
  char *label;
  char *author;
  char *organisation;
  char *at;
  char *hash;
} SuiviHistoryEntry;

/**
 * SuiviRowFunc:
 * @recommendation: one row; its light is that of @assessment
 * @review: (nullable): the review it was made in; %NULL for an output of another mechanism
 * @assessment: (nullable): the assessment that counts at the filter's cut-off date
 *
 * Called for each row that suivi_store_foreach() finds.
 *
 * Returns: %FALSE to stop, with @error set
 */
typedef gboolean (*SuiviRowFunc) (SuiviRecommendation  *recommendation,
                                  SuiviReview          *review,
                                  SuiviAssessment      *assessment,
                                  gpointer              user_data,
                                  GError              **error);

/* The file */
SuiviStore          *suivi_store_create              (const char          *path,
                                                      GError             **error);
SuiviStore          *suivi_store_open                (const char          *path,
                                                      GError             **error);
void                 suivi_store_close               (SuiviStore          *self);
const char          *suivi_store_get_path            (SuiviStore          *self);
SuiviReadOnlyReason  suivi_store_get_read_only       (SuiviStore          *self);
void                 suivi_store_set_author          (SuiviStore          *self,
                                                      const char          *name,
                                                      const char          *organisation);
const char          *suivi_store_get_author          (SuiviStore          *self);
const char          *suivi_store_get_organisation    (SuiviStore          *self);
gboolean             suivi_store_check               (SuiviStore          *self,
                                                      GPtrArray          **problems,
                                                      GError             **error);

/* Reviews and where things came from */
GPtrArray           *suivi_store_list_reviews        (SuiviStore          *self,
                                                      GError             **error);
SuiviReview         *suivi_store_find_review         (SuiviStore          *self,
                                                      const char          *state,
                                                      guint                session,
                                                      GError             **error);
GPtrArray           *suivi_store_list_imports        (SuiviStore          *self,
                                                      GError             **error);

SuiviImport         *suivi_store_get_import          (SuiviStore          *self,
                                                      const char          *id,
                                                      GError             **error);

/* Recommendations: by filter */
guint                suivi_store_count               (SuiviStore          *self,
                                                      const SuiviFilter   *filter,
                                                      GError             **error);
GPtrArray           *suivi_store_count_facet         (SuiviStore          *self,
                                                      const SuiviFilter   *filter,
                                                      SuiviFacet           facet,
                                                      GError             **error);
GArray              *suivi_store_query_keys          (SuiviStore          *self,
                                                      const SuiviFilter   *filter,
                                                      SuiviSort            sort,
                                                      gboolean             descending,
                                                      GCancellable        *cancellable,
                                                      GError             **error);
gboolean             suivi_store_foreach             (SuiviStore          *self,
                                                      const SuiviFilter   *filter,
                                                      SuiviSort            sort,
                                                      gboolean             descending,
                                                      SuiviRowFunc         func,
                                                      gpointer             user_data,
                                                      GCancellable        *cancellable,
                                                      GError             **error);

/* Recommendations: by key */
GPtrArray           *suivi_store_load                (SuiviStore          *self,
                                                      const gint64        *keys,
                                                      gsize                n_keys,
                                                      GError             **error);
SuiviRecommendation *suivi_store_get_recommendation  (SuiviStore          *self,
                                                      const char          *id,
                                                      GError             **error);
GPtrArray           *suivi_store_find_source_key     (SuiviStore          *self,
                                                      const char          *source_key,
                                                      GError             **error);
GPtrArray           *suivi_store_find_symbol         (SuiviStore          *self,
                                                      const char          *mechanism,
                                                      const char          *symbol,
                                                      GError             **error);
GPtrArray           *suivi_store_list_earlier        (SuiviStore          *self,
                                                      const char          *id,
                                                      GError             **error);
GPtrArray           *suivi_store_list_links          (SuiviStore          *self,
                                                      const char          *id,
                                                      GError             **error);
GPtrArray           *suivi_store_find_number         (SuiviStore          *self,
                                                      const char          *review_id,
                                                      const char          *number,
                                                      GError             **error);
GPtrArray           *suivi_store_list_parts          (SuiviStore          *self,
                                                      const char          *parent_id,
                                                      GError             **error);
GPtrArray           *suivi_store_list_assessments    (SuiviStore          *self,
                                                      const char          *recommendation_id,
                                                      GError             **error);

/* Drafting: see store-drafting.c */
GPtrArray           *suivi_store_list_priorities     (SuiviStore          *self,
                                                      const char          *state,
                                                      GError             **error);
SuiviPriority       *suivi_store_get_priority        (SuiviStore          *self,
                                                      const char          *id,
                                                      GError             **error);
GPtrArray           *suivi_store_list_drafts         (SuiviStore          *self,
                                                      const char          *priority_id,
                                                      GError             **error);
SuiviDraft          *suivi_store_get_draft           (SuiviStore          *self,
                                                      const char          *id,
                                                      GError             **error);
guint                suivi_store_count_drafts        (SuiviStore          *self,
                                                      const char          *state,
                                                      GError             **error);
GPtrArray           *suivi_store_list_wordings       (SuiviStore          *self,
                                                      const char          *draft_id,
                                                      GError             **error);
GPtrArray           *suivi_store_list_backings       (SuiviStore          *self,
                                                      const char          *priority_id,
                                                      const char          *draft_id,
                                                      GError             **error);
GPtrArray           *suivi_store_list_translations   (SuiviStore          *self,
                                                      const char          *draft_id,
                                                      GError             **error);
GPtrArray           *suivi_store_list_requests       (SuiviStore          *self,
                                                      const char          *draft_id,
                                                      GError             **error);

/* History */
GPtrArray           *suivi_store_list_history        (SuiviStore          *self,
                                                      guint                limit,
                                                      GError             **error);
const char          *suivi_store_get_undo_label      (SuiviStore          *self);
const char          *suivi_store_get_redo_label      (SuiviStore          *self);
gint64               suivi_store_get_sequence        (SuiviStore          *self);
gboolean             suivi_store_undo                (SuiviStore          *self,
                                                      GError             **error);
gboolean             suivi_store_undo_step           (SuiviStore          *self,
                                                      gint64               sequence,
                                                      GError             **error);
gboolean             suivi_store_redo_step           (SuiviStore          *self,
                                                      gint64               sequence,
                                                      GError             **error);
gboolean             suivi_store_redo                (SuiviStore          *self,
                                                      GError             **error);

SuiviImport         *suivi_import_new                (void);
SuiviImport         *suivi_import_copy               (SuiviImport         *self);
void                 suivi_import_free               (SuiviImport         *self);
void                 suivi_facet_count_free          (SuiviFacetCount     *self);
void                 suivi_history_entry_free        (SuiviHistoryEntry   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviStore, suivi_store_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviImport, suivi_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviFacetCount, suivi_facet_count_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviHistoryEntry, suivi_history_entry_free)

G_END_DECLS
