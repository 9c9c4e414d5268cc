/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan says to people as a whole. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-plan-private.h"

/* What an import does, or did. */
typedef struct
{
  guint n_new;
  guint n_updated;
  guint n_new_grades;
  guint n_grades;
  guint n_split;
  gboolean has_outputs;
} Outcome;

static void
count_row (SuiviImportPlan *self, guint index, Outcome *outcome)
{
  const SuiviPlanEntry *entry = suivi_import_plan_entry (self, index);
  const SuiviPlanBucket *bucket = g_ptr_array_index (self->buckets, entry->bucket);

  if (!suivi_import_plan_is_to_apply (self, index))
    return;

  outcome->has_outputs |= bucket->mechanism != NULL;
  if (entry->status == SUIVI_PLAN_NEW
      || (entry->status == SUIVI_PLAN_NEAR && entry->decision == SUIVI_DECISION_NEW))
    {
      outcome->n_new++;
      return;
    }

  outcome->n_new_grades += entry->grade && entry->new_grade;
  outcome->n_grades += entry->grade && !entry->new_grade;
  /* One row may do both; what does neither changes parts, or only makes new ones. */
  if (entry->status == SUIVI_PLAN_SAME)
    outcome->n_split++;
  else if (entry->whole || !entry->grade)
    outcome->n_updated++;
}

static Outcome
count_outcome (SuiviImportPlan *self)
{
  Outcome outcome = { 0 };

  for (guint i = 0; i < self->entries->len; i++)
    count_row (self, i, &outcome);

  return outcome;
}

static guint
count_kinds (const Outcome *self)
{
  return (self->n_new > 0) + (self->n_updated > 0) + (self->n_new_grades > 0) + (self->n_grades > 0)
         + (self->n_split > 0);
}

static void
add_piece (GPtrArray *pieces, const char *format, guint n)
{
  g_auto (GStrv) halves = NULL;
  g_autofree char *number = NULL;

  if (n == 0)
    return;

  /* One "%u" stands in each of the translated pieces. */
  halves = g_strsplit (format, "%u", 2);
  number = g_strdup_printf ("%u", n);
  g_ptr_array_add (pieces, g_strjoinv (number, halves));
}

/* "12 new, 3 updated, 5 grades updated" */
static char *
list_kinds (const Outcome *self)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);

  /* Translators: how many recommendations an import brings; part of a list such as "12 new, 3 updated" */
  add_piece (pieces, ngettext ("%u new", "%u new", self->n_new), self->n_new);
  /* Translators: how many recommendations an import updates; part of a list such as "12 new, 3 updated" */
  add_piece (pieces, ngettext ("%u updated", "%u updated", self->n_updated), self->n_updated);
  add_piece (pieces, ngettext ("%u grade added", "%u grades added", self->n_new_grades), self->n_new_grades);
  add_piece (pieces, ngettext ("%u grade updated", "%u grades updated", self->n_grades), self->n_grades);
  /* Translators: how many recommendations are split into parts; part of a list such as "12 new, 3 split" */
  add_piece (pieces, ngettext ("%u split", "%u split", self->n_split), self->n_split);
  g_ptr_array_add (pieces, NULL);

  return g_strjoinv (", ", (char **) pieces->pdata);
}

/**
 * suivi_import_plan_tell_task:
 *
 * Says what suivi_import_plan_apply() would do, for a button and for the history: "Import 254
 * recommendations", "Update 5 grades", "Import: 12 new, 3 updated".
 *
 * Returns: (transfer full): the words, translated
 */
char *
suivi_import_plan_tell_task (SuiviImportPlan *self)
{
  Outcome outcome = { 0 };
  g_autofree char *kinds = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  outcome = count_outcome (self);
  if (count_kinds (&outcome) == 0)
    return g_strdup (_ ("Nothing to import"));
  if (count_kinds (&outcome) > 1)
    {
      kinds = list_kinds (&outcome);
      /* Translators: what to do; %s is a list such as "12 new, 3 updated" */
      return g_strdup_printf (_ ("Import: %s"), kinds);
    }
  if (outcome.n_new > 0 && outcome.has_outputs)
    /* Translators: recommendations, and what other mechanisms said */
    return g_strdup_printf (ngettext ("Import %u record", "Import %u records", outcome.n_new), outcome.n_new);
  if (outcome.n_new > 0)
    return g_strdup_printf (ngettext ("Import %u recommendation", "Import %u recommendations", outcome.n_new),
                            outcome.n_new);
  if (outcome.n_updated > 0 && outcome.has_outputs)
    return g_strdup_printf (ngettext ("Update %u record", "Update %u records", outcome.n_updated),
                            outcome.n_updated);
  if (outcome.n_updated > 0)
    return g_strdup_printf (ngettext ("Update %u recommendation", "Update %u recommendations",
                                      outcome.n_updated),
                            outcome.n_updated);
  if (outcome.n_new_grades > 0)
    return g_strdup_printf (ngettext ("Add %u grade", "Add %u grades", outcome.n_new_grades),
                            outcome.n_new_grades);
  if (outcome.n_grades > 0)
    return g_strdup_printf (ngettext ("Update %u grade", "Update %u grades", outcome.n_grades),
                            outcome.n_grades);

  return g_strdup_printf (ngettext ("Split %u recommendation", "Split %u recommendations", outcome.n_split),
                          outcome.n_split);
}

/**
 * suivi_import_plan_tell_done:
 *
 * Says what suivi_import_plan_apply() did: "254 recommendations imported", "5 grades updated", "Imported: 12
 * new, 3 updated".
 *
 * Returns: (transfer full): the words, translated
 */
char *
suivi_import_plan_tell_done (SuiviImportPlan *self)
{
  Outcome outcome = { 0 };
  g_autofree char *kinds = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  outcome = count_outcome (self);
  kinds = list_kinds (&outcome);
  if (count_kinds (&outcome) == 0)
    return g_strdup (_ ("Nothing was imported"));
  if (count_kinds (&outcome) > 1)
    /* Translators: what was done; %s is a list such as "12 new, 3 updated" */
    return g_strdup_printf (_ ("Imported: %s"), kinds);
  if (outcome.n_new > 0 && outcome.has_outputs)
    return g_strdup_printf (ngettext ("%u record imported", "%u records imported", outcome.n_new),
                            outcome.n_new);
  if (outcome.n_new > 0)
    return g_strdup_printf (ngettext ("%u recommendation imported", "%u recommendations imported",
                                      outcome.n_new),
                            outcome.n_new);
  if (outcome.n_updated > 0 && outcome.has_outputs)
    return g_strdup_printf (ngettext ("%u record updated", "%u records updated", outcome.n_updated),
                            outcome.n_updated);
  if (outcome.n_updated > 0)
    return g_strdup_printf (ngettext ("%u recommendation updated", "%u recommendations updated",
                                      outcome.n_updated),
                            outcome.n_updated);
  if (outcome.n_split > 0)
    return g_strdup_printf (ngettext ("%u recommendation split", "%u recommendations split", outcome.n_split),
                            outcome.n_split);

  return g_steal_pointer (&kinds);
}

/* ---- Notes ---- */

static gboolean
has_left_out (SuiviImportPlan *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      if (!((const SuiviPlanGroup *) g_ptr_array_index (self->groups, i))->included)
        return TRUE;
    }

  return FALSE;
}

static guint
count_repeated (SuiviImportPlan *self)
{
  guint count = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SuiviPlanEntry *entry = suivi_import_plan_entry (self, i);

      count
        += entry->repeated && ((SuiviPlanGroup *) g_ptr_array_index (self->groups, entry->group))->included;
    }

  return count;
}

static void
add_note (GStrvBuilder *builder, const char *format, guint n)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);

  add_piece (pieces, format, n);
  if (pieces->len > 0)
    g_strv_builder_add (builder, g_ptr_array_index (pieces, 0));
}

static guint
sum_tally (SuiviImportPlan *self, SuiviPlanTally tally)
{
  guint sum = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (self->groups, i);
      g_autofree char *token
        = g_strdup_printf ("%s:%u", group->state != NULL ? group->state : "", group->session);
      const guint *counts = g_hash_table_lookup (self->tallies, token);

      if (counts != NULL && group->included)
        sum += counts[tally];
    }

  return sum;
}

/* What a reader counted review by review. */
static void
add_tallies (SuiviImportPlan *self, GStrvBuilder *builder)
{
  guint n_merged = sum_tally (self, SUIVI_TALLY_MERGED);
  guint n_twice = sum_tally (self, SUIVI_TALLY_TWICE);
  guint n_differ = sum_tally (self, SUIVI_TALLY_DIFFER);

  add_note (builder,
            ngettext ("%u row was put to another one: it has the same text, from another State.",
                      "%u rows were put to others: they have the same text, from other States.", n_merged),
            n_merged);
  add_note (builder,
            ngettext ("%u row stands in the file twice. It counts once.",
                      "%u rows stand in the file twice. They count once.", n_twice),
            n_twice);
  add_note (builder,
            ngettext ("In %u recommendation, the rows of several States have different issues or "
                      "categories. All issues and the first category are kept.",
                      "In %u recommendations, the rows of several States have different issues "
                      "or categories. All issues and the first category are kept.",
                      n_differ),
            n_differ);
}

/* What the comparison has to say about what the user wants. */
static void
add_notes (SuiviImportPlan *self, GStrvBuilder *builder)
{
  guint n_repeated = count_repeated (self);
  guint n_disagreeing = 0;
  guint n_too_many = 0;

  for (guint i = 0; i < self->buckets->len; i++)
    {
      const SuiviPlanBucket *bucket = g_ptr_array_index (self->buckets, i);

      if (!((const SuiviPlanGroup *) g_ptr_array_index (self->groups, bucket->group))->included)
        continue;
      n_disagreeing += bucket->n_disagreeing;
      n_too_many += bucket->too_many;
    }

  add_note (builder,
            ngettext ("%u row stands in the file twice and counts once.",
                      "%u rows stand in the file twice and count once.", n_repeated),
            n_repeated);
  add_note (builder,
            ngettext ("The file has %u recommendation of the workspace in pieces that differ in the action "
                      "category. The one of most pieces is taken, or else that of the first.",
                      "The file has %u recommendations of the workspace in pieces that differ in the action "
                      "category. The one of most pieces is taken, or else that of the first.",
                      n_disagreeing),
            n_disagreeing);
  add_note (builder,
            ngettext ("%u review has too many rows to look for recommendations that are nearly the same: "
                      "what is new there may be in the workspace already, in other words.",
                      "%u reviews have too many rows to look for recommendations that are nearly the same: "
                      "what is new there may be in the workspace already, in other words.",
                      n_too_many),
            n_too_many);
}

/**
 * suivi_import_plan_get_notes:
 *
 * Returns: (transfer none): sentences that the user should know, %NULL-terminated: first those about what she
 *   wants of the file; then those of the reader, which are about all of it and say so where something is left
 *   out. Valid until the plan changes
 */
const char *const *
suivi_import_plan_get_notes (SuiviImportPlan *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  builder = g_strv_builder_new ();
  add_tallies (self, builder);
  add_notes (self, builder);
  if (self->notes->len > 0 && has_left_out (self))
    /* Translators: a heading of sentences, some of which count rows that were not chosen */
    g_strv_builder_add (builder, _ ("About the whole file:"));
  for (guint i = 0; i < self->notes->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->notes, i));
  g_strfreev (self->all_notes);
  self->all_notes = g_strv_builder_end (builder);

  return (const char *const *) self->all_notes;
}
