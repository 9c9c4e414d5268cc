/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/review/similarity.h"
#include "core/text/text.h"
#include "exchange/recommendation-text.h"
#include "exchange/table-record.h"

/* What a fault shows of a cell, in characters. */
#define MAX_FAULT_VALUE 200

/* States, tags or issues of one recommendation: there are fewer than 200 States. A hostile file could name a
 * new one in each of a million rows. */
#define MAX_LIST 500

/**
 * suivi_table_record_new:
 * @row: row of the table, counted from 1
 *
 * Returns: (transfer full): a record that says nothing
 */
SuiviTableRecord *
suivi_table_record_new (guint row)
{
  SuiviTableRecord *self = g_new0 (SuiviTableRecord, 1);

  self->row = row;
  self->recommendation = suivi_recommendation_new ();
  self->recommendation->number = g_strdup ("");
  self->recommendation->text = g_strdup ("");

  return self;
}

/**
 * suivi_table_record_free:
 * @self: (nullable) (transfer full): a record
 */
void
suivi_table_record_free (SuiviTableRecord *self)
{
  if (self == NULL)
    return;

  suivi_recommendation_unref (self->recommendation);
  g_free (self->state);
  g_clear_pointer (&self->asks, g_ptr_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self);
}

static char *
shorten (const char *value)
{
  g_autofree char *cleaned = suivi_text_clean (value);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (cleaned, -1) <= MAX_FAULT_VALUE)
    return g_steal_pointer (&cleaned);

  start = g_utf8_substring (cleaned, 0, MAX_FAULT_VALUE - 1);

  return g_strconcat (start, "…", NULL);
}

/**
 * suivi_table_record_add_fault:
 * @row: where, counted from 1
 * @kind: what kind
 * @column: (nullable): header of the column
 * @value: (nullable): what stands there; a long text is cut
 * @reason: a translated sentence: what is wrong and what to do
 */
void
suivi_table_record_add_fault (SuiviTableRecord *self,
                              guint row,
                              SuiviFaultKind kind,
                              const char *column,
                              const char *value,
                              const char *reason)
{
  SuiviImportFault *fault = g_new0 (SuiviImportFault, 1);

  if (self->faults == NULL)
    self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_fault_free);
  fault->kind = kind;
  fault->row = row;
  fault->column = g_strdup (column);
  fault->value = shorten (value);
  fault->reason = g_strdup (reason);
  g_ptr_array_add (self->faults, fault);
}

/**
 * suivi_table_record_has_fault:
 *
 * Returns: whether one of its faults is of that kind
 */
gboolean
suivi_table_record_has_fault (const SuiviTableRecord *self, SuiviFaultKind kind)
{
  for (guint i = 0; self->faults != NULL && i < self->faults->len; i++)
    {
      if (((SuiviImportFault *) self->faults->pdata[i])->kind == kind)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_table_record_make_key:
 *
 * Rows with the same key ask the same of the same State in the same review, and got the same answer; what the
 * States and the tags are makes no difference. Small differences of the text, as suivi_text_normalise()
 * ignores them, do not count.
 *
 * Returns: (transfer full): the key
 */
char *
suivi_table_record_make_key (const SuiviTableRecord *self)
{
  SuiviRecommendation *recommendation = self->recommendation;
  g_autofree char *text = suivi_text_normalise (recommendation->text);

  return g_strdup_printf ("%s\n%u\n%s\n%s\n%d\n%s", self->state != NULL ? self->state : "", self->session,
                          recommendation->symbol != NULL ? recommendation->symbol : "",
                          recommendation->number, recommendation->position,
                          *text != '\0' ? text : recommendation->text);
}

/* Puts what is new in @more behind @list. Returns how much that was. */
static guint
add_new (char ***list, char **more)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new ();
  guint n_new = 0;

  for (gsize i = 0; more[i] != NULL; i++)
    n_new += !g_strv_contains ((const char *const *) *list, more[i]);
  if (n_new == 0)
    return 0;

  for (gsize i = 0; (*list)[i] != NULL; i++)
    g_ptr_array_add (joined, (*list)[i]);
  for (gsize i = 0; more[i] != NULL && joined->len < MAX_LIST; i++)
    {
      if (!g_strv_contains ((const char *const *) *list, more[i]))
        g_ptr_array_add (joined, g_strdup (more[i]));
    }
  g_ptr_array_add (joined, NULL);
  g_free (*list);
  *list = (char **) g_ptr_array_free (g_steal_pointer (&joined), FALSE);

  return n_new;
}

/**
 * suivi_table_record_absorb:
 * @other: a later record with the same key; it is empty of faults afterwards
 *
 * Makes one recommendation of two rows: States and tags are put together, in the order of the file; the
 * category is the first one. If that loses a category, or one row has tags that the other has not, @differs
 * is set.
 *
 * Returns: whether @other brought a State or a fault, %FALSE if it says nothing that was not there
 */
gboolean
suivi_table_record_absorb (SuiviTableRecord *self, SuiviTableRecord *other)
{
  SuiviRecommendation *mine = self->recommendation;
  SuiviRecommendation *theirs = other->recommendation;
  gboolean brought = other->faults != NULL && other->faults->len > 0;
  guint n_before = g_strv_length (mine->issues);

  brought |= add_new (&mine->states, theirs->states) > 0;
  self->differs |= add_new (&mine->issues, theirs->issues) > 0 || g_strv_length (theirs->issues) < n_before;
  self->differs |= mine->category != theirs->category && theirs->category != 0 && mine->category != 0;
  if (mine->category == 0)
    mine->category = theirs->category;
  add_new (&mine->themes, theirs->themes);
  add_new (&mine->groups, theirs->groups);
  add_new (&mine->sdgs, theirs->sdgs);
  mine->child_focused |= theirs->child_focused;
  self->fields |= other->fields;

  for (guint i = 0; other->faults != NULL && i < other->faults->len; i++)
    {
      const SuiviImportFault *fault = other->faults->pdata[i];

      suivi_table_record_add_fault (self, fault->row, fault->kind, fault->column, fault->value,
                                    fault->reason);
    }

  return brought;
}

/**
 * suivi_table_record_to_row:
 *
 * Returns: (transfer full): the row for the plan; the record must not be changed any more
 */
SuiviPlanRow *
suivi_table_record_to_row (SuiviTableRecord *self)
{
  SuiviPlanRow *row = suivi_plan_row_new (self->recommendation, self->row);

  suivi_plan_row_set_fields (row, self->fields);
  if (self->state != NULL && self->session > 0)
    suivi_plan_row_set_review (row, self->state, self->session);
  for (guint i = 0; self->asks != NULL && i < self->asks->len; i++)
    {
      const SuiviAsk *ask = self->asks->pdata[i];

      suivi_plan_row_add_part (row, ask->text, (const char *const *) ask->states);
    }
  for (guint i = 0; self->faults != NULL && i < self->faults->len; i++)
    {
      const SuiviImportFault *fault = self->faults->pdata[i];

      suivi_plan_row_add_fault_at (row, fault->row, fault->kind, fault->column, fault->value, fault->reason);
    }

  return row;
}
