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
 * @outcome: hash of what the import would do to the workspace's own, as people see it
 * @bucket: which of the buckets
 * @group: which of the groups
 *
 * What is in memory of each row: there may be 250,000 of them, so that it must fit in 32 bytes.
 */
typedef struct
{
  guint64 offset : 48;
  guint64 status : 3;
  guint64 decision : 2;
  guint64 included : 1;
  guint64 split : 1;
  guint64 file_faulty : 1;  /* the reader found faults */
  guint64 lacks_review : 1; /* it goes to the review of the plan */
  guint64 repeated : 1;     /* it stands in the file before, just so */
  guint64 lacks_part : 1;   /* it offers parts that the workspace does not have */
  guint64 writes : 1;       /* of a row that nearly is one of the workspace: whether that one would change */
  guint64 same_key : 1;     /* another row before it has the same source key */
  guint64 whole : 1;        /* the recommendation itself changes */
  guint64 grade : 1;        /* a grade changes */
  guint64 found : 48;
  guint64 new_grade : 1; /* there was none before */
  guint64 light : 3;     /* that the recommendation shows, and would show with the grade */
  guint64 new_light : 3;
  guint32 key_hash;
  guint32 outcome;
  guint32 bucket;
  guint32 group;
} SuiviPlanEntry;

G_STATIC_ASSERT (sizeof (SuiviPlanEntry) == 32);
G_STATIC_ASSERT (SUIVI_N_LIGHTS <= 8);

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
 * @n_disagreeing: how many recommendations of the workspace got an action category on which pieces disagree
 * @too_many: whether they are so many that they were not searched for what is nearly the same
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
  guint n_disagreeing;
  gboolean too_many;
} SuiviPlanBucket;

struct _SuiviImportPlan
{
  GObject parent_instance;

  char *format;
  char *file_name;
  char *sha256;
  guint n_rows;
  GPtrArray *notes;           /* (owned): of char *, those of the reader */
  GHashTable *tallies;        /* (owned): "SVN:48" → guint[SUIVI_N_TALLIES], those of the reader */
  char **all_notes;           /* (owned) (nullable): with those of the comparison */
  SuiviTablePreview *preview; /* (owned) (nullable) */

  GHashTable *reviews;     /* (owned): "SVN:48" → SuiviPlanReview */
  SuiviPlanReview *review; /* (nullable): where rows go that do not say it */

  SuiviPlanSpool *rows;  /* (owned): what the file says */
  SuiviPlanSpool *found; /* (owned): what the comparison found */
  GByteArray *record;    /* (owned): to pack rows into */
  GArray *entries;       /* (owned): of SuiviPlanEntry, in the order of the file */
  guint n_lacking;       /* rows that go to the review of the plan */
  GHashTable *decided_on; /* (owned): index of a row that is nearly another → hash of the other's key */
  SuiviProgress *progress; /* (owned) (nullable): of the reading */

  GPtrArray *groups;       /* (owned): of SuiviPlanGroup */
  GHashTable *group_index; /* (owned): "SVN:48" → its number */
  GPtrArray *buckets;      /* (owned): of SuiviPlanBucket */
  GHashTable *bucket_index;

  SuiviPlanRowList *by_status[SUIVI_N_PLAN_STATUSES]; /* (owned) */
  GHashTable *alive; /* (owned): index + 1 → GWeakRef to its SuiviPlanRow */
  guint alive_limit; /* when to look who died */

  GPtrArray *choices;    /* (owned): of SuiviPlanChoice */
  GHashTable *originals; /* (owned): index of a row that was settled → where the spool has it as the file says */

  gint64 sequence;   /* state of the workspace at the comparison, -1: it has to be compared again */
  gboolean has_pieces; /* rows add to recommendations that other rows may be tied to */
  gboolean compared; /* whether there was a comparison that people may have seen */
  GHashTable *labels; /* (owned) (nullable): how the workspace calls the lights, for suivi_scale_grade_to_label() */
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
