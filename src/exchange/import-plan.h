/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/light.h"
#include "exchange/plan-row.h"
#include "exchange/progress.h"
#include "exchange/table-preview.h"
#include "store/store.h"

G_BEGIN_DECLS

#define SUIVI_IMPORT_ERROR (suivi_import_error_quark ())

/**
 * SuiviImportError:
 * @SUIVI_IMPORT_ERROR_NOT_RECOGNISED: no reader knows the file
 * @SUIVI_IMPORT_ERROR_LEGACY: a Word file of before 2007, to be saved as .docx first
 * @SUIVI_IMPORT_ERROR_DAMAGED: the file is broken or cut off
 * @SUIVI_IMPORT_ERROR_TOO_BIG: the file goes beyond the limits that protect the reader
 * @SUIVI_IMPORT_ERROR_NO_REVIEW: the file does not say which review it is about, and nobody else did
 * @SUIVI_IMPORT_ERROR_FAULTS: rows need attention and nobody said that they may be left out
 * @SUIVI_IMPORT_ERROR_UNREADABLE: the file cannot be opened
 * @SUIVI_IMPORT_ERROR_CHANGED: the file changed or vanished while it was read
 * @SUIVI_IMPORT_ERROR_PROTECTED: the file is protected by a password
 * @SUIVI_IMPORT_ERROR_NO_TABLE: the file holds no table, or one without the columns that are needed
 * @SUIVI_IMPORT_ERROR_BAD_MAPPING: what was said about the columns does not fit
 * @SUIVI_IMPORT_ERROR_MOVED: the import would do something else than what was shown
 *
 * Why a file cannot be imported. Each message is a sentence for the user that says what to do.
 */
typedef enum
{
  SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
  SUIVI_IMPORT_ERROR_LEGACY,
  SUIVI_IMPORT_ERROR_DAMAGED,
  SUIVI_IMPORT_ERROR_TOO_BIG,
  SUIVI_IMPORT_ERROR_NO_REVIEW,
  SUIVI_IMPORT_ERROR_FAULTS,
  SUIVI_IMPORT_ERROR_UNREADABLE,
  SUIVI_IMPORT_ERROR_CHANGED,
  SUIVI_IMPORT_ERROR_PROTECTED,
  SUIVI_IMPORT_ERROR_NO_TABLE,
  SUIVI_IMPORT_ERROR_BAD_MAPPING,
  SUIVI_IMPORT_ERROR_MOVED,
} SuiviImportError;

GQuark suivi_import_error_quark (void);

/**
 * SuiviPlanGroup:
 * @state: State under review, or the State that outputs of other mechanisms are about, ISO 3166-1 alpha-3;
 *   %NULL: the rows that do not say it, which go to the review of suivi_import_plan_set_review()
 * @session: session of the review; 0 for outputs of other mechanisms, and for rows that do not say it
 * @n_rows: how many recommendations the file has of it
 * @included: whether the user wants them
 *
 * What belongs together in a file that holds several reviews.
 */
typedef struct
{
  char *state;
  guint session;
  guint n_rows;
  gboolean included;
} SuiviPlanGroup;

/**
 * SuiviPlanTally:
 * @SUIVI_TALLY_MERGED: rows that were put to another one, because they have the same text from another State
 * @SUIVI_TALLY_TWICE: rows that stand in the file twice
 * @SUIVI_TALLY_DIFFER: recommendations whose rows differ in issues or category
 *
 * What a reader counts for each review, so that the notes of a plan are about what the user wants.
 */
typedef enum
{
  SUIVI_TALLY_MERGED,
  SUIVI_TALLY_TWICE,
  SUIVI_TALLY_DIFFER,
} SuiviPlanTally;

#define SUIVI_N_TALLIES 3

/**
 * SuiviPlanChoice:
 * @kind: %SUIVI_FAULT_UNKNOWN_STATE or %SUIVI_FAULT_UNKNOWN_POSITION
 * @value: what stands in the file
 * @state: (nullable): the State that the user says it is, ISO 3166-1 alpha-3
 * @position: the position that the user says it is
 * @n_rows: in how many rows
 *
 * A fault that the user settled by saying what the file means.
 */
typedef struct
{
  SuiviFaultKind kind;
  char *value;
  char *state;
  SuiviPosition position;
  guint n_rows;
} SuiviPlanChoice;

/**
 * SuiviPlanLightChange:
 * @from: the light that recommendations of the workspace show
 * @to: the light that they would show after the import
 * @n: how many
 *
 * What grades of a file do to the scorecard. A grade that does not come to count changes no light.
 */
typedef struct
{
  SuiviLight from;
  SuiviLight to;
  guint n;
} SuiviPlanLightChange;

#define SUIVI_TYPE_IMPORT_PLAN (suivi_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (SuiviImportPlan, suivi_import_plan, SUIVI, IMPORT_PLAN, GObject)

/*
 * A plan says what an import would do, before anything is written. A reader fills it (source, review, rows,
 * faults), suivi_import_plan_compare() holds it against the workspace, the user looks at it and leaves things
 * out, and suivi_import_plan_apply() carries it out as one step. A plan belongs to one thread at a time.
 *
 * The biggest exports have 250,000 rows: the plan keeps them in a spool (plan-spool.h), not as objects. The
 * models of suivi_import_plan_get_rows() make a #SuiviPlanRow when somebody asks for one; what the user
 * decides on it is kept by the plan, also when the object is gone.
 */

SuiviImportPlan    *suivi_import_plan_new                (void);

/* What a reader says */
void                suivi_import_plan_set_source         (SuiviImportPlan    *self,
                                                          const char         *format,
                                                          const char         *file_name,
                                                          const char         *sha256);
void                suivi_import_plan_set_review         (SuiviImportPlan    *self,
                                                          const char         *state,
                                                          guint               session,
                                                          const char         *symbol);
void                suivi_import_plan_take_row           (SuiviImportPlan    *self,
                                                          SuiviPlanRow       *row);

void                suivi_import_plan_set_progress       (SuiviImportPlan    *self,
                                                          SuiviProgress      *progress);
void                suivi_import_plan_set_n_rows         (SuiviImportPlan    *self,
                                                          guint               n_rows);
void                suivi_import_plan_add_note           (SuiviImportPlan    *self,
                                                          const char         *sentence);
void                suivi_import_plan_count_one          (SuiviImportPlan    *self,
                                                          const char         *state,
                                                          guint               session,
                                                          SuiviPlanTally      tally);
void                suivi_import_plan_take_preview       (SuiviImportPlan    *self,
                                                          SuiviTablePreview  *preview);
guint               suivi_import_plan_get_n_taken        (SuiviImportPlan    *self);

/* What the user sees and decides */
SuiviTablePreview  *suivi_import_plan_get_preview        (SuiviImportPlan    *self);
const char * const *suivi_import_plan_get_notes          (SuiviImportPlan    *self);
const char         *suivi_import_plan_get_sha256         (SuiviImportPlan    *self);
guint               suivi_import_plan_get_n_rows         (SuiviImportPlan    *self);
gboolean            suivi_import_plan_needs_review       (SuiviImportPlan    *self);
GPtrArray          *suivi_import_plan_list_groups        (SuiviImportPlan    *self);
void                suivi_import_plan_set_group_included (SuiviImportPlan    *self,
                                                          const char         *state,
                                                          guint               session,
                                                          gboolean            included);
void                suivi_import_plan_take_only_states   (SuiviImportPlan    *self,
                                                          const char * const *states);
void                suivi_import_plan_take_known_states  (SuiviImportPlan    *self,
                                                          const char * const *states);
void                suivi_import_plan_decide_all         (SuiviImportPlan    *self,
                                                          SuiviPlanDecision   decision);
void                suivi_import_plan_include_all        (SuiviImportPlan    *self,
                                                          SuiviPlanStatus     status,
                                                          gboolean            included);
guint               suivi_import_plan_count_included     (SuiviImportPlan    *self,
                                                          SuiviPlanStatus     status);
guint               suivi_import_plan_count_undecided    (SuiviImportPlan    *self);
gboolean            suivi_import_plan_write_faults       (SuiviImportPlan    *self,
                                                          const char         *path,
                                                          GError            **error);
const char         *suivi_import_plan_get_format         (SuiviImportPlan    *self);
const char         *suivi_import_plan_get_file_name      (SuiviImportPlan    *self);
gboolean            suivi_import_plan_has_review         (SuiviImportPlan    *self);
SuiviReview        *suivi_import_plan_get_review         (SuiviImportPlan    *self);
GListModel         *suivi_import_plan_get_rows           (SuiviImportPlan    *self,
                                                          SuiviPlanStatus     status);
guint               suivi_import_plan_count              (SuiviImportPlan    *self,
                                                          SuiviPlanStatus     status);
guint               suivi_import_plan_count_to_apply     (SuiviImportPlan    *self);
char               *suivi_import_plan_tell_task          (SuiviImportPlan    *self);
char               *suivi_import_plan_tell_done          (SuiviImportPlan    *self);
GArray             *suivi_import_plan_list_light_changes (SuiviImportPlan    *self);
char               *suivi_import_plan_tell_lights        (SuiviImportPlan    *self);
GPtrArray          *suivi_import_plan_list_faults        (SuiviImportPlan    *self);
void                suivi_import_plan_resolve_state      (SuiviImportPlan    *self,
                                                          const char         *name,
                                                          const char         *state);
void                suivi_import_plan_resolve_position   (SuiviImportPlan    *self,
                                                          const char         *word,
                                                          SuiviPosition       position);
GPtrArray          *suivi_import_plan_list_choices       (SuiviImportPlan    *self);
void                suivi_import_plan_undo_choice        (SuiviImportPlan    *self,
                                                          SuiviFaultKind      kind,
                                                          const char         *value);

/* What happens */
gboolean            suivi_import_plan_compare            (SuiviImportPlan    *self,
                                                          SuiviStore         *store,
                                                          SuiviProgress      *progress,
                                                          GCancellable       *cancellable,
                                                          GError            **error);
gboolean            suivi_import_plan_apply              (SuiviImportPlan    *self,
                                                          SuiviStore         *store,
                                                          SuiviProgress      *progress,
                                                          GCancellable       *cancellable,
                                                          GError            **error);
const char         *suivi_import_plan_get_import_id      (SuiviImportPlan    *self);

void                suivi_plan_group_free                (SuiviPlanGroup     *self);
SuiviPlanChoice    *suivi_plan_choice_copy               (const SuiviPlanChoice *self);
void                suivi_plan_choice_free               (SuiviPlanChoice    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviPlanGroup, suivi_plan_group_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviPlanChoice, suivi_plan_choice_free)

G_END_DECLS
