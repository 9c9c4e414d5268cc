/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-plan-private.h"

G_DEFINE_FINAL_TYPE (SuiviImportPlan, suivi_import_plan, G_TYPE_OBJECT)
G_DEFINE_QUARK (suivi - import - error - quark, suivi_import_error)

static void
free_review (gpointer data)
{
  SuiviPlanReview *self = data;

  suivi_review_free (self->review);
  g_free (self);
}

static void
suivi_import_plan_finalize (GObject *object)
{
  SuiviImportPlan *self = SUIVI_IMPORT_PLAN (object);

  suivi_import_plan_clear_rows (self);
  g_clear_pointer (&self->progress, suivi_progress_unref);
  g_free (self->format);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->import_id);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->tallies);
  g_strfreev (self->all_notes);
  g_clear_pointer (&self->preview, suivi_table_preview_free);
  g_hash_table_unref (self->reviews);
  g_clear_pointer (&self->labels, g_hash_table_unref);

  G_OBJECT_CLASS (suivi_import_plan_parent_class)->finalize (object);
}

static void
suivi_import_plan_class_init (SuiviImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_import_plan_finalize;
}

static void
suivi_import_plan_init (SuiviImportPlan *self)
{
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->reviews = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_review);
  self->sequence = -1;
  suivi_import_plan_init_rows (self);
}

/**
 * suivi_import_plan_new:
 *
 * Returns: (transfer full): an empty plan, to be filled by a reader
 */
SuiviImportPlan *
suivi_import_plan_new (void)
{
  return g_object_new (SUIVI_TYPE_IMPORT_PLAN, NULL);
}

/**
 * suivi_plan_group_free:
 * @self: (nullable) (transfer full): a group
 */
void
suivi_plan_group_free (SuiviPlanGroup *self)
{
  if (self == NULL)
    return;

  g_free (self->state);
  g_free (self);
}

/* ---- What a reader says ---- */

/**
 * suivi_import_plan_set_source:
 * @format: name of the format, "ohchr-list"
 * @file_name: base name of the file, for people
 * @sha256: (nullable): checksum of the file, hexadecimal
 */
void
suivi_import_plan_set_source (SuiviImportPlan *self,
                              const char *format,
                              const char *file_name,
                              const char *sha256)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));

  g_free (self->format);
  self->format = g_strdup (format);
  g_free (self->file_name);
  self->file_name = g_strdup (file_name);
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
}

/**
 * suivi_import_plan_find_review:
 * @state: ISO 3166-1 alpha-3
 * @session: 1 and up
 *
 * Returns: (transfer none): the review as the plan knows it
 */
SuiviPlanReview *
suivi_import_plan_find_review (SuiviImportPlan *self, const char *state, guint session)
{
  g_autofree char *token = g_strdup_printf ("%s:%u", state, session);
  SuiviPlanReview *review = g_hash_table_lookup (self->reviews, token);

  if (review == NULL)
    {
      review = g_new0 (SuiviPlanReview, 1);
      review->review = suivi_review_new (state, session);
      review->is_new = TRUE;
      g_hash_table_insert (self->reviews, g_steal_pointer (&token), review);
    }

  return review;
}

/**
 * suivi_import_plan_review_of:
 * @group: which of the groups
 *
 * Returns: (transfer none) (nullable): the review that its recommendations belong to; %NULL if nobody said
 *   it, or they are outputs of other mechanisms
 */
SuiviPlanReview *
suivi_import_plan_review_of (SuiviImportPlan *self, guint group)
{
  const SuiviPlanGroup *known = g_ptr_array_index (self->groups, group);

  if (known->state == NULL)
    return self->review;
  if (known->session == 0)
    return NULL;

  return suivi_import_plan_find_review (self, known->state, known->session);
}

/**
 * suivi_import_plan_set_review:
 * @state: State under review, ISO 3166-1 alpha-3
 * @session: session of the Working Group, 1 and up
 * @symbol: (nullable): symbol of the report, if the file says it
 *
 * Says which review those rows are about that do not say it. A reader calls it when the file says so; the
 * user may correct it. The plan has to be compared again afterwards.
 */
void
suivi_import_plan_set_review (SuiviImportPlan *self, const char *state, guint session, const char *symbol)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (state != NULL && session > 0);

  self->review = suivi_import_plan_find_review (self, state, session);
  g_free (self->review->review->symbol);
  self->review->review->symbol = g_strdup (symbol);
  self->sequence = -1;
  self->compared = FALSE;
}

/**
 * suivi_import_plan_set_n_rows:
 * @n_rows: how many rows the file holds, where that is not the number of recommendations
 */
void
suivi_import_plan_set_n_rows (SuiviImportPlan *self, guint n_rows)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));

  self->n_rows = n_rows;
}

/**
 * suivi_import_plan_set_progress:
 * @progress: (nullable): is told how many recommendations were read so far
 */
void
suivi_import_plan_set_progress (SuiviImportPlan *self, SuiviProgress *progress)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));

  g_clear_pointer (&self->progress, suivi_progress_unref);
  self->progress = progress != NULL ? suivi_progress_ref (progress) : NULL;
}

/**
 * suivi_import_plan_add_note:
 * @sentence: something about the file that the user should know, translated
 */
void
suivi_import_plan_add_note (SuiviImportPlan *self, const char *sentence)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (sentence != NULL);

  g_ptr_array_add (self->notes, g_strdup (sentence));
}

/**
 * suivi_import_plan_count_one:
 * @state: (nullable): as of the row, see suivi_plan_row_set_review()
 * @session: the same
 * @tally: what is counted
 *
 * Counts one more row for the notes.
 */
void
suivi_import_plan_count_one (SuiviImportPlan *self, const char *state, guint session, SuiviPlanTally tally)
{
  g_autofree char *token = g_strdup_printf ("%s:%u", state != NULL ? state : "", session);
  guint *counts = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (tally < SUIVI_N_TALLIES);

  counts = g_hash_table_lookup (self->tallies, token);
  if (counts == NULL)
    {
      counts = g_new0 (guint, SUIVI_N_TALLIES);
      g_hash_table_insert (self->tallies, g_steal_pointer (&token), counts);
    }
  counts[tally]++;
}

/**
 * suivi_import_plan_take_preview:
 * @preview: (transfer full) (nullable): the first rows of a table, and what its columns are taken to mean
 */
void
suivi_import_plan_take_preview (SuiviImportPlan *self, SuiviTablePreview *preview)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));

  g_clear_pointer (&self->preview, suivi_table_preview_free);
  self->preview = preview;
}

/* ---- What the user sees ---- */

/**
 * suivi_import_plan_get_preview:
 *
 * Returns: (transfer none) (nullable): the first rows of a table; %NULL if the format needs no mapping
 */
SuiviTablePreview *
suivi_import_plan_get_preview (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  return self->preview;
}

/**
 * suivi_import_plan_get_format:
 *
 * Returns: (nullable): name of the format, "ohchr-list"
 */
const char *
suivi_import_plan_get_format (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  return self->format;
}

/**
 * suivi_import_plan_get_file_name:
 *
 * Returns: (nullable): base name of the file
 */
const char *
suivi_import_plan_get_file_name (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  return self->file_name;
}

/**
 * suivi_import_plan_get_sha256:
 *
 * Returns: (nullable): checksum of the file, hexadecimal
 */
const char *
suivi_import_plan_get_sha256 (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  return self->sha256;
}

/**
 * suivi_import_plan_get_n_taken:
 *
 * Returns: how many recommendations the reader gave to the plan so far
 */
guint
suivi_import_plan_get_n_taken (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), 0);

  return self->entries->len;
}

/**
 * suivi_import_plan_get_n_rows:
 *
 * Returns: how many rows the file holds: what the reader said, or else how many recommendations it gave to
 *   the plan
 */
guint
suivi_import_plan_get_n_rows (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), 0);

  return self->n_rows > 0 ? self->n_rows : self->entries->len;
}

/**
 * suivi_import_plan_needs_review:
 *
 * Returns: whether there are rows that do not say which review they are about, and nobody else did:
 *   suivi_import_plan_set_review() has to be called before suivi_import_plan_compare()
 */
gboolean
suivi_import_plan_needs_review (SuiviImportPlan *self)
{
  gpointer group = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), FALSE);

  if (self->review != NULL || self->n_lacking == 0)
    return FALSE;

  group = g_hash_table_lookup (self->group_index, ":0");

  return ((const SuiviPlanGroup *) g_ptr_array_index (self->groups, GPOINTER_TO_UINT (group)))->included;
}

/**
 * suivi_import_plan_get_review:
 *
 * Returns: (transfer none) (nullable): the review that the file is about: that of
 *   suivi_import_plan_set_review(), or the only one that its rows name
 */
SuiviReview *
suivi_import_plan_get_review (SuiviImportPlan *self)
{
  SuiviPlanReview *only = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  if (self->review != NULL)
    return self->review->review;

  for (guint i = 0; i < self->groups->len; i++)
    {
      SuiviPlanReview *review = suivi_import_plan_review_of (self, i);

      if (review != NULL && only != NULL)
        return NULL;
      if (review != NULL)
        only = review;
    }

  return only != NULL ? only->review : NULL;
}

/**
 * suivi_import_plan_has_review:
 *
 * Returns: whether there is one review that the file is about
 */
gboolean
suivi_import_plan_has_review (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), FALSE);

  return suivi_import_plan_get_review (self) != NULL;
}

/**
 * suivi_import_plan_get_import_id:
 *
 * Returns: (nullable): the key of the record that suivi_import_plan_apply() left; %NULL if it wrote nothing
 */
const char *
suivi_import_plan_get_import_id (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  return self->import_id;
}
