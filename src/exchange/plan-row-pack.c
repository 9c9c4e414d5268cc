/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/plan-row-pack.h"

#include <string.h>

/* Numbers have seven bits a byte, the last byte is below 128; a text is its length plus one (0: none) and its
 * bytes. */

static void
put_number (GByteArray *record, guint64 number)
{
  guint8 bytes[10];
  guint n = 0;

  for (; number >= 128; number >>= 7)
    bytes[n++] = 128 | (number & 127);
  bytes[n++] = number;
  g_byte_array_append (record, bytes, n);
}

static void
put_text (GByteArray *record, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  put_number (record, text != NULL ? length + 1 : 0);
  g_byte_array_append (record, (const guint8 *) text, length);
}

static void
put_list (GByteArray *record, char **list)
{
  guint n = g_strv_length (list);

  put_number (record, n);
  for (guint i = 0; i < n; i++)
    put_text (record, list[i]);
}

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Input;

static guint64
take_number (Input *input)
{
  guint64 number = 0;

  for (guint shift = 0; input->at < input->end && shift < 64; shift += 7)
    {
      guint8 byte = *input->at++;

      number |= (guint64) (byte & 127) << shift;
      if (byte < 128)
        break;
    }

  return number;
}

static char *
take_text (Input *input)
{
  guint64 length = take_number (input);
  char *text = NULL;

  if (length == 0)
    return NULL;

  length--;
  g_return_val_if_fail (length <= (gsize) (input->end - input->at), NULL);
  text = g_strndup ((const char *) input->at, length);
  input->at += length;

  return text;
}

static char **
take_list (Input *input)
{
  guint64 n = take_number (input);
  char **list = NULL;

  g_return_val_if_fail (n <= (gsize) (input->end - input->at), g_new0 (char *, 1));
  list = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    list[i] = take_text (input);

  return list;
}

static void
put_recommendation (GByteArray *record, SuiviRecommendation *self)
{
  put_text (record, self->id);
  put_text (record, self->mechanism);
  put_text (record, self->review_id);
  put_text (record, self->parent_id);
  put_text (record, self->import_id);
  put_list (record, self->concerned);
  put_text (record, self->symbol);
  put_text (record, self->number);
  put_text (record, self->date);
  put_text (record, self->source_key);
  put_text (record, self->text);
  put_text (record, self->original);
  put_list (record, self->states);
  put_number (record, self->position);
  put_text (record, self->position_word);
  put_text (record, self->position_source);
  put_list (record, self->themes);
  put_list (record, self->groups);
  put_list (record, self->sdgs);
  put_number (record, self->category);
  put_list (record, self->issues);
  put_list (record, self->institutions);
  put_number (record, (self->child_focused != FALSE) | (self->child_focused_decided != FALSE) << 1);
  put_number (record, self->light);
}

static SuiviRecommendation *
take_recommendation (Input *input)
{
  SuiviRecommendation *self = g_new0 (SuiviRecommendation, 1);
  guint children = 0;

  g_atomic_ref_count_init (&self->ref_count);
  self->id = take_text (input);
  self->mechanism = take_text (input);
  self->review_id = take_text (input);
  self->parent_id = take_text (input);
  self->import_id = take_text (input);
  self->concerned = take_list (input);
  self->symbol = take_text (input);
  self->number = take_text (input);
  self->date = take_text (input);
  self->source_key = take_text (input);
  self->text = take_text (input);
  self->original = take_text (input);
  self->states = take_list (input);
  self->position = take_number (input);
  self->position_word = take_text (input);
  self->position_source = take_text (input);
  self->themes = take_list (input);
  self->groups = take_list (input);
  self->sdgs = take_list (input);
  self->category = take_number (input);
  self->issues = take_list (input);
  self->institutions = take_list (input);
  children = take_number (input);
  self->child_focused = (children & 1) != 0;
  self->child_focused_decided = (children & 2) != 0;
  self->light = take_number (input);

  return self;
}

#define FIELD(self, field, Type) (*(Type *) ((char *) (self) + (field)->offset))

static void
put_assessment (GByteArray *record, SuiviAssessment *self)
{
  const SuiviRecordType *type = &suivi_assessment_record;

  put_number (record, self != NULL);
  for (guint i = 0; self != NULL && i < type->n_fields; i++)
    {
      const SuiviField *field = &type->fields[i];

      if (field->kind == SUIVI_FIELD_TEXT)
        put_text (record, FIELD (self, field, char *));
      else if (field->kind == SUIVI_FIELD_LIST)
        put_list (record, FIELD (self, field, char **));
      else
        put_number (record, FIELD (self, field, guint));
    }
}

static SuiviAssessment *
take_assessment (Input *input)
{
  const SuiviRecordType *type = &suivi_assessment_record;
  SuiviAssessment *self = NULL;

  if (take_number (input) == 0)
    return NULL;

  self = g_new0 (SuiviAssessment, 1);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SuiviField *field = &type->fields[i];

      if (field->kind == SUIVI_FIELD_TEXT)
        FIELD (self, field, char *) = take_text (input);
      else if (field->kind == SUIVI_FIELD_LIST)
        FIELD (self, field, char **) = take_list (input);
      else
        FIELD (self, field, guint) = take_number (input);
    }

  return self;
}

#undef FIELD

static void
put_faults (GByteArray *record, GPtrArray *faults, guint first, guint end)
{
  put_number (record, end - first);
  for (guint i = first; i < end; i++)
    {
      const SuiviImportFault *fault = g_ptr_array_index (faults, i);

      put_number (record, fault->kind);
      put_number (record, fault->row);
      put_text (record, fault->column);
      put_text (record, fault->value);
      put_text (record, fault->reason);
    }
}

static void
take_faults (Input *input, GPtrArray *faults)
{
  guint n = take_number (input);

  for (guint i = 0; i < n && input->at < input->end; i++)
    {
      SuiviImportFault *fault = g_new0 (SuiviImportFault, 1);

      fault->kind = take_number (input);
      fault->row = take_number (input);
      fault->column = take_text (input);
      fault->value = take_text (input);
      fault->reason = take_text (input);
      g_ptr_array_add (faults, fault);
    }
}

/**
 * suivi_plan_row_pack:
 * @record: (inout): where to put it
 *
 * Writes down what the file says.
 */
void
suivi_plan_row_pack (SuiviPlanRow *self, GByteArray *record)
{
  put_number (record, self->row);
  put_text (record, self->state);
  put_number (record, self->session);
  put_number (record, self->fields);
  put_number (record, self->based);
  for (guint i = 0; i < SUIVI_N_PLAN_FIELDS; i++)
    {
      if ((self->based & SUIVI_PLAN_FIELD_BIT (i)) != 0)
        put_number (record, self->base[i]);
    }
  put_text (record, self->key);
  put_recommendation (record, self->recommendation);
  put_assessment (record, self->assessment);
  put_number (record, self->grader);
  put_number (record, self->parts->len);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const SuiviImportPart *part = g_ptr_array_index (self->parts, i);

      put_text (record, part->text);
      put_list (record, part->states);
    }
  put_faults (record, self->faults, 0, self->n_file_faults);
}

/**
 * suivi_plan_row_unpack:
 * @data: (array length=size): what suivi_plan_row_pack() wrote
 * @size: how many bytes
 *
 * Returns: (transfer full): the row as the file has it
 */
SuiviPlanRow *
suivi_plan_row_unpack (const guint8 *data, gsize size)
{
  SuiviPlanRow *self = g_object_new (SUIVI_TYPE_PLAN_ROW, NULL);
  Input input = { data, data + size };
  guint n = 0;

  self->row = take_number (&input);
  self->state = take_text (&input);
  self->session = take_number (&input);
  self->fields = take_number (&input);
  self->based = take_number (&input);
  for (guint i = 0; i < SUIVI_N_PLAN_FIELDS; i++)
    {
      if ((self->based & SUIVI_PLAN_FIELD_BIT (i)) != 0)
        self->base[i] = take_number (&input);
    }
  self->key = take_text (&input);
  self->recommendation = take_recommendation (&input);
  self->assessment = take_assessment (&input);
  self->grader = take_number (&input);
  n = take_number (&input);
  for (guint i = 0; i < n && input.at < input.end; i++)
    {
      SuiviImportPart *part = g_new0 (SuiviImportPart, 1);

      part->text = take_text (&input);
      part->states = take_list (&input);
      g_ptr_array_add (self->parts, part);
    }
  take_faults (&input, self->faults);
  self->n_file_faults = self->faults->len;

  return self;
}

/**
 * suivi_plan_row_pack_found:
 * @record: (inout): where to put it
 *
 * Writes down what the comparison found: what the workspace has for the row, and faults.
 */
void
suivi_plan_row_pack_found (SuiviPlanRow *self, GByteArray *record)
{
  const SuiviPlanMatch *match = self->match;

  put_faults (record, self->faults, self->n_file_faults, self->faults->len);
  put_number (record, match != NULL && match->existing != NULL);
  if (match == NULL || match->existing == NULL)
    return;

  put_number (record, match->tie);
  put_recommendation (record, match->existing);
  put_number (record, match->parts != NULL ? match->parts->len : 0);
  for (guint i = 0; match->parts != NULL && i < match->parts->len; i++)
    put_recommendation (record, g_ptr_array_index (match->parts, i));
  put_assessment (record, match->assessment);
  put_assessment (record, match->counting);
  put_text (record, match->organisation);
  put_text (record, match->importer);
  put_number (record, match->shown);
  put_number (record, match->overtaken);
  put_text (record, match->other_review);
  put_number (record, match->category);
  put_number (record, match->issues != NULL);
  if (match->issues != NULL)
    put_list (record, match->issues);
}

/**
 * suivi_plan_row_unpack_found:
 * @data: (array length=size): what suivi_plan_row_pack_found() wrote
 * @size: how many bytes
 *
 * Compares the row with what the comparison found: status and changes follow.
 */
void
suivi_plan_row_unpack_found (SuiviPlanRow *self, const guint8 *data, gsize size)
{
  Input input = { data, data + size };
  SuiviPlanMatch *match = NULL;
  guint n = 0;

  suivi_plan_row_begin_comparison (self);
  take_faults (&input, self->faults);
  if (take_number (&input) != 0)
    {
      match = suivi_plan_match_new (take_number (&input), NULL);
      match->existing = take_recommendation (&input);
      n = take_number (&input);
      if (n > 0)
        match->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);
      for (guint i = 0; i < n && input.at < input.end; i++)
        g_ptr_array_add (match->parts, take_recommendation (&input));
      match->assessment = take_assessment (&input);
      match->counting = take_assessment (&input);
      match->organisation = take_text (&input);
      match->importer = take_text (&input);
      match->shown = take_number (&input) != 0;
      match->overtaken = take_number (&input) != 0;
      match->other_review = take_text (&input);
      match->category = take_number (&input);
      if (take_number (&input) != 0)
        match->issues = take_list (&input);
    }
  suivi_plan_row_compare (self, match);
}
