/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a plan: where they lie, who holds one, what the user decided about them. */

#include "config.h"

#include "exchange/import-plan-private.h"
#include "exchange/plan-row-pack.h"

/* Dead rows are looked for when so many were handed out, and then when there are twice as many as alive. */
#define MIN_ALIVE_LIMIT 1024

static void
free_bucket (gpointer data)
{
  SuiviPlanBucket *self = data;

  g_free (self->mechanism);
  g_free (self->symbol);
  g_free (self);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * suivi_import_plan_find_alive:
 * @index: which row
 *
 * Returns: (transfer full) (nullable): the object that somebody holds of it
 */
SuiviPlanRow *
suivi_import_plan_find_alive (SuiviImportPlan *self, guint index)
{
  GWeakRef *weak = g_hash_table_lookup (self->alive, GUINT_TO_POINTER (index + 1));

  return weak != NULL ? g_weak_ref_get (weak) : NULL;
}

static gboolean
is_dead (gpointer key, gpointer value, gpointer user_data)
{
  g_autoptr (GObject) row = g_weak_ref_get (value);

  return row == NULL;
}

static void
remember_alive (SuiviImportPlan *self, SuiviPlanRow *row, guint index)
{
  GWeakRef *weak = NULL;

  if (g_hash_table_size (self->alive) >= self->alive_limit)
    {
      g_hash_table_foreach_remove (self->alive, is_dead, NULL);
      self->alive_limit = MAX (MIN_ALIVE_LIMIT, 2 * g_hash_table_size (self->alive));
    }

  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, row);
  g_hash_table_insert (self->alive, GUINT_TO_POINTER (index + 1), weak);
  row->plan = self;
  row->index = index;
}

/* A row from the spool, that nobody else knows. */
static SuiviPlanRow *
make_row (SuiviImportPlan *self, guint index)
{
  const SuiviPlanEntry *entry = suivi_import_plan_entry (self, index);
  SuiviPlanRow *row = NULL;
  gsize size = 0;
  const guint8 *data = suivi_plan_spool_read (self->rows, entry->offset, &size);

  if (data == NULL)
    {
      /* The disk failed; whoever compares or applies the plan says so. */
      g_autoptr (SuiviRecommendation) empty = suivi_recommendation_new ();

      row = suivi_plan_row_new (empty, 0);
    }
  else
    {
      row = suivi_plan_row_unpack (data, size);
    }
  row->included = entry->included;
  row->split = entry->split;
  row->decision = entry->decision;
  data = entry->found > 0 ? suivi_plan_spool_read (self->found, entry->found - 1, &size) : NULL;
  if (data != NULL)
    suivi_plan_row_unpack_found (row, data, size);
  suivi_plan_row_set_status (row, entry->status);

  return row;
}

/**
 * suivi_import_plan_load_row:
 * @index: which row
 *
 * Returns: (transfer full): the row: the object that somebody holds, or one for the caller alone, which does
 *   not tell the plan what is done to it
 */
SuiviPlanRow *
suivi_import_plan_load_row (SuiviImportPlan *self, guint index)
{
  SuiviPlanRow *row = suivi_import_plan_find_alive (self, index);

  return row != NULL ? row : make_row (self, index);
}

/* For the models: the same object for everybody. */
static SuiviPlanRow *
share_row (gpointer user_data, guint index)
{
  SuiviImportPlan *self = user_data;
  SuiviPlanRow *row = suivi_import_plan_find_alive (self, index);

  if (row == NULL)
    {
      row = make_row (self, index);
      remember_alive (self, row, index);
    }

  return row;
}

/**
 * suivi_import_plan_init_rows:
 *
 * Part of suivi_import_plan_new().
 */
void
suivi_import_plan_init_rows (SuiviImportPlan *self)
{
  self->rows = suivi_plan_spool_new ();
  self->found = suivi_plan_spool_new ();
  self->record = g_byte_array_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (SuiviPlanEntry));
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_plan_group_free);
  self->group_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->buckets = g_ptr_array_new_with_free_func (free_bucket);
  self->bucket_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->decided_on = g_hash_table_new (NULL, NULL);
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_plan_choice_free);
  self->originals = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->alive = g_hash_table_new_full (NULL, NULL, NULL, free_weak_ref);
  self->alive_limit = MIN_ALIVE_LIMIT;
  for (guint i = 0; i < SUIVI_N_PLAN_STATUSES; i++)
    self->by_status[i] = suivi_plan_row_list_new (share_row, self);
}

/**
 * suivi_import_plan_clear_rows:
 *
 * Part of the end of a plan: rows and models that others hold longer are cut off.
 */
void
suivi_import_plan_clear_rows (SuiviImportPlan *self)
{
  GHashTableIter iter;
  gpointer weak = NULL;

  for (guint i = 0; i < SUIVI_N_PLAN_STATUSES; i++)
    {
      suivi_plan_row_list_detach (self->by_status[i]);
      g_clear_object (&self->by_status[i]);
    }
  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &weak))
    {
      g_autoptr (SuiviPlanRow) row = g_weak_ref_get (weak);

      if (row != NULL)
        row->plan = NULL;
    }
  g_hash_table_unref (self->alive);
  g_hash_table_unref (self->bucket_index);
  g_hash_table_unref (self->decided_on);
  g_hash_table_unref (self->originals);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->buckets);
  g_hash_table_unref (self->group_index);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->entries);
  g_byte_array_unref (self->record);
  suivi_plan_spool_free (self->found);
  suivi_plan_spool_free (self->rows);
}

static guint
find_group (SuiviImportPlan *self, const char *state, guint session)
{
  g_autofree char *token = g_strdup_printf ("%s:%u", state != NULL ? state : "", session);
  gpointer index = NULL;
  SuiviPlanGroup *group = NULL;

  if (g_hash_table_lookup_extended (self->group_index, token, NULL, &index))
    return GPOINTER_TO_UINT (index);

  group = g_new0 (SuiviPlanGroup, 1);
  group->state = g_strdup (state);
  group->session = session;
  group->included = TRUE;
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (self->group_index, g_steal_pointer (&token), GUINT_TO_POINTER (self->groups->len - 1));

  return self->groups->len - 1;
}

/**
 * suivi_import_plan_bucket_token:
 * @group: which of the groups
 * @commitments: whether it is about voluntary commitments
 *
 * Returns: (transfer full): what the bucket of a group's recommendations is found by
 */
char *
suivi_import_plan_bucket_token (guint group, gboolean commitments)
{
  return g_strdup_printf (commitments ? "%u commitments" : "%u", group);
}

static guint
find_bucket (SuiviImportPlan *self, SuiviRecommendation *recommendation, guint group)
{
  gboolean output = suivi_recommendation_is_output (recommendation);
  gboolean commitment = recommendation->position == SUIVI_POSITION_COMMITMENT;
  g_autofree char *token = NULL;
  gpointer index = NULL;
  SuiviPlanBucket *bucket = NULL;

  if (output)
    token = g_strdup_printf ("%s\n%s", recommendation->mechanism,
                             recommendation->symbol != NULL ? recommendation->symbol : "");
  else
    token = suivi_import_plan_bucket_token (group, commitment);
  if (g_hash_table_lookup_extended (self->bucket_index, token, NULL, &index))
    return GPOINTER_TO_UINT (index);

  bucket = g_new0 (SuiviPlanBucket, 1);
  bucket->group = group;
  bucket->commitments = !output && commitment;
  if (output)
    {
      bucket->mechanism = g_strdup (recommendation->mechanism);
      bucket->symbol = g_strdup (recommendation->symbol);
    }
  g_ptr_array_add (self->buckets, bucket);
  g_hash_table_insert (self->bucket_index, g_steal_pointer (&token),
                       GUINT_TO_POINTER (self->buckets->len - 1));

  return self->buckets->len - 1;
}

/* The report of a review stands in the rows of some files: the first one that names it counts. */
static void
note_symbol (SuiviImportPlan *self, guint group, const char *symbol)
{
  const SuiviPlanGroup *known = g_ptr_array_index (self->groups, group);
  SuiviPlanReview *review = NULL;

  if (symbol == NULL || known->state == NULL || known->session == 0)
    return;

  review = suivi_import_plan_find_review (self, known->state, known->session);
  if (review->review->symbol == NULL)
    review->review->symbol = g_strdup (symbol);
}

/**
 * suivi_import_plan_store_row:
 * @row: a row
 * @index: which row it is
 *
 * Writes down what the file says of it, anew if it was written before.
 */
void
suivi_import_plan_store_row (SuiviImportPlan *self, SuiviPlanRow *row, guint index)
{
  SuiviPlanEntry *entry = suivi_import_plan_entry (self, index);

  g_byte_array_set_size (self->record, 0);
  suivi_plan_row_pack (row, self->record);
  entry->offset = suivi_plan_spool_add (self->rows, self->record->data, self->record->len);
  entry->file_faulty = row->n_file_faults > 0;
}

/* Whether there is more to say of it than its status. What a person settled she may take back. */
static gboolean
is_worth_keeping (SuiviImportPlan *self, SuiviPlanRow *row, guint index)
{
  if (row->faults->len > row->n_file_faults)
    return TRUE;
  if (row->match == NULL || row->match->existing == NULL)
    return FALSE;

  return row->status != SUIVI_PLAN_SAME || row->parts->len > 0
         || g_hash_table_contains (self->originals, GUINT_TO_POINTER (index));
}

/* FNV-1a over words, beginning with what came before. */
static guint32
add_to_hash (guint32 hash, const char *word)
{
  return (hash ^ suivi_plan_field_hash (word)) * 16777619u;
}

/* What people see of the row; two that look the same have the same. */
static guint32
hash_outcome (SuiviPlanRow *row)
{
  SuiviRecommendation *existing = suivi_plan_row_get_existing (row);
  guint32 hash = add_to_hash (0, existing != NULL && row->status != SUIVI_PLAN_SAME ? existing->id : "");

  for (guint i = 0; i < row->changes->len; i++)
    {
      const SuiviFieldChange *change = g_ptr_array_index (row->changes, i);

      hash = add_to_hash (hash, change->field);
      hash = add_to_hash (hash, change->old_value);
      hash = add_to_hash (hash, change->new_value);
      hash = add_to_hash (hash, change->conflict ? "!" : "");
    }
  if (row->light != row->new_light)
    {
      hash = add_to_hash (hash, suivi_light_to_nick (row->light));
      hash = add_to_hash (hash, suivi_light_to_nick (row->new_light));
    }

  return hash;
}

/**
 * suivi_import_plan_store_found:
 * @row: a row that was compared
 * @index: which row it is
 *
 * Writes down what the comparison found.
 */
void
suivi_import_plan_store_found (SuiviImportPlan *self, SuiviPlanRow *row, guint index)
{
  SuiviPlanEntry *entry = suivi_import_plan_entry (self, index);
  SuiviRecommendation *existing = suivi_plan_row_get_existing (row);

  /* What a person decided holds for the two that she saw. */
  if (row->status == SUIVI_PLAN_NEAR && existing != NULL)
    {
      guint hash = MAX (1, g_str_hash (existing->id));
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->decided_on, GUINT_TO_POINTER (index)));

      if (before != 0 && before != hash)
        row->decision = entry->decision = SUIVI_DECISION_OPEN;
      g_hash_table_insert (self->decided_on, GUINT_TO_POINTER (index), GUINT_TO_POINTER (hash));
    }
  entry->status = row->status;
  entry->lacks_part = suivi_plan_row_lacks_part (row);
  entry->writes = row->status == SUIVI_PLAN_NEAR && (row->changes->len > 0 || suivi_plan_row_writes (row));
  entry->outcome = hash_outcome (row);
  entry->whole = row->whole_changes;
  entry->grade = row->grade_changes;
  entry->new_grade = row->grade_changes && row->match->assessment == NULL;
  entry->light = row->light;
  entry->new_light = row->new_light;
  entry->found = 0;
  if (!is_worth_keeping (self, row, index))
    return;

  g_byte_array_set_size (self->record, 0);
  suivi_plan_row_pack_found (row, self->record);
  entry->found = suivi_plan_spool_add (self->found, self->record->data, self->record->len) + 1;
}

/**
 * suivi_import_plan_take_row:
 * @row: (transfer full): the next row of the file, with all that is to be said of it; the plan keeps the
 *   content, not the object
 */
void
suivi_import_plan_take_row (SuiviImportPlan *self, SuiviPlanRow *row)
{
  g_autoptr (SuiviPlanRow) owned = row;
  SuiviPlanEntry entry = { 0 };
  SuiviRecommendation *recommendation = NULL;
  guint index = 0;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (SUIVI_IS_PLAN_ROW (row));

  index = self->entries->len;
  recommendation = row->recommendation;
  entry.group = find_group (self, row->state, row->session);
  entry.bucket = find_bucket (self, recommendation, entry.group);
  entry.key_hash = recommendation->source_key != NULL ? MAX (1, g_str_hash (recommendation->source_key)) : 0;
  entry.status = row->status;
  entry.included = row->included;
  entry.split = row->split;
  entry.decision = row->decision;
  entry.lacks_review = row->state == NULL && row->session == 0 && row->key == NULL
                       && !suivi_recommendation_is_output (recommendation)
                       && !suivi_plan_row_has_fault (row, SUIVI_FAULT_NO_REVIEW)
                       && !suivi_plan_row_has_fault (row, SUIVI_FAULT_DAMAGED_CELL);
  g_array_append_val (self->entries, entry);
  suivi_import_plan_store_row (self, row, index);

  self->n_lacking += entry.lacks_review;
  ((SuiviPlanGroup *) g_ptr_array_index (self->groups, entry.group))->n_rows++;
  ((SuiviPlanBucket *) g_ptr_array_index (self->buckets, entry.bucket))->n_rows++;
  if (!suivi_recommendation_is_output (recommendation))
    note_symbol (self, entry.group, recommendation->symbol);
  suivi_plan_row_list_add (self->by_status[entry.status], index);
  self->sequence = -1;
  self->compared = FALSE;
  if (self->progress != NULL && index % SUIVI_PLAN_ROWS_BETWEEN_CHECKS == 0)
    suivi_progress_set (self->progress, suivi_progress_get_fraction (self->progress), index + 1);
}

/**
 * suivi_import_plan_row_decided:
 * @row: a row that the plan handed out
 *
 * Takes over what the user decided.
 */
void
suivi_import_plan_row_decided (SuiviImportPlan *self, SuiviPlanRow *row)
{
  SuiviPlanEntry *entry = suivi_import_plan_entry (self, row->index);

  entry->included = row->included;
  entry->split = row->split;
  entry->decision = row->decision;
}

/**
 * suivi_import_plan_is_counted:
 * @index: which row
 *
 * Returns: whether the row counts anywhere: its group was not left out, and it does not stand in the file
 *   before
 */
gboolean
suivi_import_plan_is_counted (SuiviImportPlan *self, guint index)
{
  const SuiviPlanEntry *entry = suivi_import_plan_entry (self, index);
  const SuiviPlanGroup *group = g_ptr_array_index (self->groups, entry->group);

  return group->included && !entry->repeated;
}

/**
 * suivi_import_plan_is_to_apply:
 * @index: which row
 *
 * Returns: whether the import writes something for this row
 */
gboolean
suivi_import_plan_is_to_apply (SuiviImportPlan *self, guint index)
{
  const SuiviPlanEntry *entry = suivi_import_plan_entry (self, index);

  if (!entry->included || !suivi_import_plan_is_counted (self, index))
    return FALSE;

  switch ((SuiviPlanStatus) entry->status)
    {
    case SUIVI_PLAN_NEW:
    case SUIVI_PLAN_CHANGED:
      return TRUE;
    case SUIVI_PLAN_SAME:
      return entry->split && entry->lacks_part;
    case SUIVI_PLAN_NEAR:
      return entry->decision == SUIVI_DECISION_NEW
             || (entry->decision == SUIVI_DECISION_SAME
                 && (entry->writes || (entry->split && entry->lacks_part)));
    case SUIVI_PLAN_FAULTY:
    default:
      return FALSE;
    }
}

/**
 * suivi_import_plan_sort_rows:
 *
 * Fills the models anew after the status of rows, or what counts, changed.
 */
void
suivi_import_plan_sort_rows (SuiviImportPlan *self)
{
  GArray *indices[SUIVI_N_PLAN_STATUSES];

  for (guint i = 0; i < SUIVI_N_PLAN_STATUSES; i++)
    indices[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->entries->len; i++)
    {
      if (suivi_import_plan_is_counted (self, i))
        g_array_append_val (indices[suivi_import_plan_entry (self, i)->status], i);
    }
  for (guint i = 0; i < SUIVI_N_PLAN_STATUSES; i++)
    suivi_plan_row_list_take (self->by_status[i], indices[i]);
}

/**
 * suivi_import_plan_get_rows:
 *
 * Returns: (transfer none): the rows (#SuiviPlanRow) of that status in the order of the file, those of groups
 *   that were left out excepted; the model follows what happens to the plan
 */
GListModel *
suivi_import_plan_get_rows (SuiviImportPlan *self, SuiviPlanStatus status)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);
  g_return_val_if_fail (status < SUIVI_N_PLAN_STATUSES, NULL);

  return G_LIST_MODEL (self->by_status[status]);
}

/**
 * suivi_import_plan_count:
 *
 * Returns: how many rows have that status, ticked or not
 */
guint
suivi_import_plan_count (SuiviImportPlan *self, SuiviPlanStatus status)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), 0);
  g_return_val_if_fail (status < SUIVI_N_PLAN_STATUSES, 0);

  return suivi_plan_row_list_peek (self->by_status[status])->len;
}
