/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/plan-row.h"

G_BEGIN_DECLS

/**
 * SuiviPlanTie:
 * @SUIVI_TIE_NONE: the workspace has nothing like it
 * @SUIVI_TIE_KEY: by the key that one source has for it (the workspace's own, or a database's)
 * @SUIVI_TIE_NUMBER: by its place in a document: number, or paragraph and text
 * @SUIVI_TIE_TEXT: by what it says: another source tells of the same recommendation
 * @SUIVI_TIE_NEAR: by what it nearly says: a person has to decide
 * @SUIVI_TIE_WITHIN: what it says is part of what the workspace has: only action category and issues come to it
 *
 * How a row and a recommendation of the workspace were found to be the same.
 */
typedef enum
{
  SUIVI_TIE_NONE,
  SUIVI_TIE_KEY,
  SUIVI_TIE_NUMBER,
  SUIVI_TIE_TEXT,
  SUIVI_TIE_NEAR,
  SUIVI_TIE_WITHIN,
} SuiviPlanTie;

/**
 * SuiviPlanMatch:
 * @tie: how they were found to be the same
 * @existing: (nullable): what the workspace has
 * @parts: (nullable) (element-type SuiviRecommendation): the parts that the workspace has of it
 * @assessment: (nullable): the latest judgement of it by the organisation whose grades the file has; in the file of the one
 *   for whom the importer works also one that does not say whose it is, if the row showed that
 * @counting: (nullable): the judgement of it that counts, whoever gave it
 * @organisation: (nullable): that organisation, if it is not the one for whom the importer works
 * @importer: (nullable): who imports: a grade that was changed by nobody who gave a name is answered for by her
 * @shown: whether the row showed a judgement of that organisation, and not what another one said or all agreed on
 * @overtaken: whether the organisation judged after the row was written, so far as can be known
 * @other_review: (nullable): for people, the review that the workspace has it in, if it is another one than
 *   the file says
 * @category: of the row that speaks for all pieces of @existing: the action category of most of them, or 0
 * @issues: (nullable): of that row, the issues of all pieces
 *
 * What the workspace has for a row.
 */
typedef struct
{
  SuiviPlanTie tie;
  SuiviRecommendation *existing;
  GPtrArray *parts;
  SuiviAssessment *assessment;
  SuiviAssessment *counting;
  char *organisation;
  char *importer;
  gboolean shown;
  gboolean overtaken;
  char *other_review;
  guint category;
  char **issues;
} SuiviPlanMatch;

struct _SuiviPlanRow
{
  GObject parent_instance;

  /* What the file says. The recommendation is never written to, but replaced by a copy when it changes. */
  SuiviRecommendation *recommendation; /* (owned) */
  guint row;
  char *state; /* (owned) (nullable) */
  guint session;
  SuiviPlanFields fields;
  SuiviPlanFields based; /* those of which @base is known */
  guint32 base[SUIVI_N_PLAN_FIELDS];
  char *key;                   /* (owned) (nullable) */
  SuiviAssessment *assessment; /* (owned) (nullable) */
  SuiviPlanGrader grader;
  GPtrArray *parts;            /* (owned): of SuiviImportPart */
  GPtrArray *faults; /* (owned): of SuiviImportFault: those of the file, then those of the comparison */
  guint n_file_faults;

  /* What the comparison found. */
  SuiviPlanMatch *match; /* (owned) (nullable) */
  GPtrArray *changes;    /* (owned): of SuiviFieldChange */
  gboolean whole_changes; /* whether the recommendation itself would be written, not only parts or a grade */
  gboolean grade_changes; /* whether a grade would be written */
  SuiviLight light;       /* that the recommendation shows */
  SuiviLight new_light;   /* that it would show with the grade */
  SuiviPlanStatus status;

  /* What the user decided. */
  gboolean included;
  gboolean split;
  SuiviPlanDecision decision;

  /* The plan that the row was asked from, and which of its rows it is. */
  SuiviImportPlan *plan; /* (unowned) (nullable) */
  guint index;
};

/* What only the plan may do with its rows. */

gboolean             suivi_plan_row_has_fault         (SuiviPlanRow          *self,
                                                       SuiviFaultKind         kind);
void                 suivi_plan_row_find_fault        (SuiviPlanRow          *self,
                                                       SuiviFaultKind         kind,
                                                       const char            *column,
                                                       const char            *value,
                                                       const char            *reason);
void                 suivi_plan_row_remove_fault      (SuiviPlanRow          *self,
                                                       guint                  index);
gboolean             suivi_plan_row_resolve_state     (SuiviPlanRow          *self,
                                                       const char            *name,
                                                       const char            *state);
gboolean             suivi_plan_row_resolve_position  (SuiviPlanRow          *self,
                                                       const char            *word,
                                                       SuiviPosition          position);
void                 suivi_plan_row_take_back         (SuiviPlanRow          *self,
                                                       SuiviPlanRow          *original);
void                 suivi_plan_row_begin_comparison  (SuiviPlanRow          *self);
void                 suivi_plan_row_compare           (SuiviPlanRow          *self,
                                                       SuiviPlanMatch        *match);
void                 suivi_plan_row_recompare         (SuiviPlanRow          *self);
void                 suivi_plan_row_set_status        (SuiviPlanRow          *self,
                                                       SuiviPlanStatus        status);
void                 suivi_plan_row_add_changes       (SuiviPlanRow          *self);
SuiviRecommendation *suivi_plan_row_get_existing_part (SuiviPlanRow          *self,
                                                       guint                  index);
gboolean             suivi_plan_row_brings_part       (SuiviPlanRow          *self,
                                                       guint                  index);
gboolean             suivi_plan_row_lacks_part        (SuiviPlanRow          *self);
gboolean             suivi_plan_row_writes            (SuiviPlanRow          *self);
char                *suivi_plan_row_get_letter        (guint                  index);
SuiviRecommendation *suivi_plan_row_update_part       (SuiviRecommendation   *part,
                                                       const SuiviImportPart *from_file,
                                                       SuiviRecommendation   *old_whole,
                                                       SuiviRecommendation   *new_whole);
gboolean             suivi_plan_row_part_differs      (SuiviRecommendation   *old,
                                                       SuiviRecommendation   *new);
gboolean             suivi_plan_row_speaks_of         (SuiviPlanRow          *self,
                                                       SuiviPlanField         field);
void                 suivi_plan_rows_check_numbers    (GPtrArray             *rows,
                                                       const char            *column);
SuiviImportPart     *suivi_plan_row_find_part         (SuiviPlanRow          *self,
                                                       const char            *name);
char               **suivi_plan_insert_state          (char                 **states,
                                                       const char            *state,
                                                       const char            *original,
                                                       const char            *name);
SuiviRecommendation *suivi_plan_row_merge             (SuiviPlanRow          *self);
SuiviAssessment     *suivi_plan_row_merge_assessment  (SuiviPlanRow          *self);
SuiviRecommendation *suivi_plan_row_make_part         (SuiviPlanRow          *self,
                                                       SuiviRecommendation   *whole,
                                                       guint                  index);

void                 suivi_field_change_free          (SuiviFieldChange      *self);
void                 suivi_import_part_free           (SuiviImportPart       *self);
SuiviPlanMatch      *suivi_plan_match_new             (SuiviPlanTie           tie,
                                                       SuiviRecommendation   *existing);
void                 suivi_plan_match_free            (SuiviPlanMatch        *self);
gboolean             suivi_plan_match_find_judgement  (SuiviPlanMatch        *self,
                                                       SuiviPlanRow          *row,
                                                       SuiviStore            *store,
                                                       GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviPlanMatch, suivi_plan_match_free)

G_END_DECLS
