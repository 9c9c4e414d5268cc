/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/plan-row-list.h"
#include "exchange/plan-row-private.h"
#include "exchange/plan-spool.h"

G_BEGIN_DECLS

/* How many rows are looked at or written before somebody who changed their mind is heard. */
#define SUIVI_PLAN_ROWS_BETWEEN_CHECKS 100

/**
 * SuiviPlanEntry:
 * @offset: where the spool has what the file says
 * @found: where the other spool has what the comparison found, plus one; 0: nothing worth keeping
 * @key_hash: hash of the source key; 0: none
 * @bucket: which of the buckets
 * @group: which of the groups
 *
 * What is in memory of each row: there may be 250,000 of them.
 */
typedef struct
{
  guint64 offset;
  guint64 found;
  guint32 key_hash;
  guint32 bucket;
  guint32 group;
  guint status : 3;
  guint decision : 2;
  guint included : 1;
  guint split : 1;
  guint file_faulty : 1;  /* the reader found faults */
  guint lacks_review : 1; /* it goes to the review of the plan */
  guint repeated : 1;     /* it stands in the file before, just so */
  guint lacks_part : 1;   /* it offers parts that the workspace does not have */
  guint
    writes : 1; /* of a row that nearly is one of the workspace: whether the import would change that one */
  guint same_key : 1; /* another row before it has the same source key */
} SuiviPlanEntry;

/**
 * SuiviPlanReview:
 *
 * A review that rows of the plan belong to, with the key that it has or will have in the workspace.
 */
typedef struct
{
  SuiviReview *review; /* (owned) */
  gboolean is_new;
  gboolean changes;
  gboolean used;
} SuiviPlanReview;

/**
 * SuiviPlanBucket:
 * @mechanism: (nullable): of outputs, the body that made them; %NULL: recommendations of a review
 * @symbol: (nullable): of outputs, the document
 * @group: of recommendations, the group
 * @commitments: whether they are voluntary commitments, which are never the same as what another State asked for
 * @n_rows: how many rows
 *
 * Rows among which the same recommendation could stand: they are compared together.
 */
typedef struct
{
  char *mechanism;
  char *symbol;
  guint group;
  gboolean commitments;
  guint n_rows;
} SuiviPlanBucket;

struct _SuiviImportPlan
{
  GObject parent_instance;

  char *format;
  char *file_name;
  char *sha256;
  guint n_rows;
  GPtrArray *notes;           /* (owned): of char *, those of the reader */
  char **all_notes;           /* (owned) (nullable): with those of the comparison */
  SuiviTablePreview *preview; /* (owned) (nullable) */

  GHashTable *reviews;     /* (owned): "SVN:48" → SuiviPlanReview */
  SuiviPlanReview *review; /* (nullable): where rows go that do not say it */

  SuiviPlanSpool *rows;  /* (owned): what the file says */
  SuiviPlanSpool *found; /* (owned): what the comparison found */
  GByteArray *record;    /* (owned): to pack rows into */
  GArray *entries;       /* (owned): of SuiviPlanEntry, in the order of the file */
  guint n_lacking;       /* rows that go to the review of the plan */
  guint n_repeated;
  GHashTable *decided_on; /* (owned): index of a row that is nearly another → hash of the other's key */
  SuiviProgress *progress; /* (owned) (nullable): of the reading */

  GPtrArray *groups;       /* (owned): of SuiviPlanGroup */
  GHashTable *group_index; /* (owned): "SVN:48" → its number */
  GPtrArray *buckets;      /* (owned): of SuiviPlanBucket */
  GHashTable *bucket_index;

  SuiviPlanRowList *by_status[SUIVI_N_PLAN_STATUSES]; /* (owned) */
  GHashTable *alive; /* (owned): index + 1 → GWeakRef to its SuiviPlanRow */
  guint alive_limit; /* when to look who died */

  gint64 sequence; /* state of the workspace at the comparison, -1: not compared */
  char *import_id;
};

static inline SuiviPlanEntry *
suivi_import_plan_entry (SuiviImportPlan *self, guint index)
{
  return &g_array_index (self->entries, SuiviPlanEntry, index);
}

SuiviPlanReview *suivi_import_plan_find_review (SuiviImportPlan *self,
                                                const char      *state,
                                                guint            session);
SuiviPlanReview *suivi_import_plan_review_of   (SuiviImportPlan *self,
                                                guint            group);

char            *suivi_import_plan_bucket_token (guint           group,
                                                gboolean         commitments);
void             suivi_import_plan_init_rows   (SuiviImportPlan *self);
void             suivi_import_plan_clear_rows  (SuiviImportPlan *self);
SuiviPlanRow    *suivi_import_plan_find_alive  (SuiviImportPlan *self,
                                                guint            index);
SuiviPlanRow    *suivi_import_plan_load_row    (SuiviImportPlan *self,
                                                guint            index);
void             suivi_import_plan_store_row   (SuiviImportPlan *self,
                                                SuiviPlanRow    *row,
                                                guint            index);
void             suivi_import_plan_store_found (SuiviImportPlan *self,
                                                SuiviPlanRow    *row,
                                                guint            index);
void             suivi_import_plan_row_decided (SuiviImportPlan *self,
                                                SuiviPlanRow    *row);
gboolean         suivi_import_plan_is_counted  (SuiviImportPlan *self,
                                                guint            index);
gboolean         suivi_import_plan_is_to_apply (SuiviImportPlan *self,
                                                guint            index);
void             suivi_import_plan_sort_rows   (SuiviImportPlan *self);

G_END_DECLS
