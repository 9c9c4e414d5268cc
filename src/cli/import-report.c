/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/import-report.h"
#include "cli/json.h"
#include "core/reference/states.h"
#include "core/text/text.h"

/* How many rows with the same fault are named. */
#define MAX_PLACES 10

typedef void (*RowFunc) (SuiviPlanRow *row, gpointer user_data);

/* One row at a time: a plan of 250,000 rows does not keep them as objects, and neither must we. */
static void
foreach_row (SuiviImportPlan *plan, SuiviPlanStatus status, RowFunc func, gpointer user_data)
{
  GListModel *rows = suivi_import_plan_get_rows (plan, status);
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);

      func (row, user_data);
    }
}

/* Of what counts: reviews that nobody wants are told apart. */
static guint
count_left_out (SuiviImportPlan *plan)
{
  return suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY) + suivi_import_plan_count_undecided (plan);
}

/* Rows of a file that names no review belong to the one that the plan was told. */
static SuiviReview *
make_review (SuiviImportPlan *plan, const char *state, guint session)
{
  SuiviReview *whole = suivi_import_plan_get_review (plan);

  if (state == NULL)
    return whole != NULL ? suivi_review_copy (whole) : NULL;

  return session > 0 ? suivi_review_new (state, session) : NULL;
}

static char *
get_token (SuiviImportPlan *plan, const char *state, guint session)
{
  g_autoptr (SuiviReview) review = make_review (plan, state, session);

  return review != NULL ? suivi_review_to_token (review) : NULL;
}

/* The review that the whole file is about, or NULL if there is none or there are several. */
static char *
get_only_token (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) groups = suivi_import_plan_list_groups (plan);
  SuiviReview *whole = suivi_import_plan_get_review (plan);

  if (groups->len == 1)
    {
      SuiviPlanGroup *group = g_ptr_array_index (groups, 0);

      return get_token (plan, group->state, group->session);
    }

  return groups->len == 0 && whole != NULL ? suivi_review_to_token (whole) : NULL;
}

static void
add_reviews (SuiviCliJson *json, SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) groups = suivi_import_plan_list_groups (plan);

  suivi_cli_json_text (json, "reviews");
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < groups->len; i++)
    {
      SuiviPlanGroup *group = g_ptr_array_index (groups, i);
      SuiviReview *whole = suivi_import_plan_get_review (plan);
      const char *state = group->state == NULL && whole != NULL ? whole->state : group->state;
      g_autofree char *token = get_token (plan, group->state, group->session);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "review", token);
      suivi_cli_json_add_text (json, "state", state);
      suivi_cli_json_add_number (json, "recommendations", group->n_rows);
      suivi_cli_json_add_boolean (json, "included", group->included);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static void
add_faults (SuiviCliJson *json, SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);

  suivi_cli_json_text (json, "faults");
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < faults->len; i++)
    {
      SuiviImportFault *fault = g_ptr_array_index (faults, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_number (json, "row", fault->row);
      suivi_cli_json_add_text (json, "number", fault->number);
      suivi_cli_json_add_boolean (json, "whole_file", fault->whole_file);
      suivi_cli_json_add_text (json, "column", fault->column != NULL ? fault->column : "");
      suivi_cli_json_add_text (json, "value", fault->value);
      suivi_cli_json_add_text (json, "reason", fault->reason);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

/* Which row of the file is meant. */
static void
add_place (SuiviCliJson *json, SuiviPlanRow *row)
{
  suivi_cli_json_add_number (json, "row", suivi_plan_row_get_row (row));
  suivi_cli_json_add_text (json, "number", suivi_plan_row_get_recommendation (row)->number);
}

static void
add_split (SuiviPlanRow *row, gpointer user_data)
{
  SuiviCliJson *json = user_data;
  guint n_parts = suivi_plan_row_get_parts (row)->len;

  if (n_parts == 0)
    return;

  suivi_cli_json_begin_object (json);
  add_place (json, row);
  suivi_cli_json_add_number (json, "parts", n_parts);
  suivi_cli_json_end_object (json);
}

static void
add_splits (SuiviCliJson *json, SuiviImportPlan *plan)
{
  suivi_cli_json_text (json, "splits");
  suivi_cli_json_begin_array (json);
  for (guint status = 0; status < SUIVI_PLAN_FAULTY; status++)
    foreach_row (plan, status, add_split, json);
  suivi_cli_json_end_array (json);
}

static void
add_changes_of_row (SuiviPlanRow *row, gpointer user_data)
{
  SuiviCliJson *json = user_data;
  GPtrArray *changes = suivi_plan_row_get_changes (row);

  for (guint i = 0; i < changes->len; i++)
    {
      SuiviFieldChange *change = g_ptr_array_index (changes, i);

      suivi_cli_json_begin_object (json);
      add_place (json, row);
      suivi_cli_json_add_text (json, "field", change->field);
      suivi_cli_json_add_text (json, "old", change->old_value);
      suivi_cli_json_add_text (json, "new", change->new_value);
      suivi_cli_json_add_boolean (json, "conflict", change->conflict);
      suivi_cli_json_add_boolean (json, "taken_over", change->taken_over);
      suivi_cli_json_add_boolean (json, "included", suivi_plan_row_get_included (row));
      suivi_cli_json_end_object (json);
    }
}

static void
add_near_row (SuiviPlanRow *row, gpointer user_data)
{
  SuiviCliJson *json = user_data;
  SuiviRecommendation *existing = suivi_plan_row_get_existing (row);

  suivi_cli_json_begin_object (json);
  add_place (json, row);
  suivi_cli_json_add_text (json, "text", suivi_plan_row_get_recommendation (row)->text);
  suivi_cli_json_add_text (json, "existing_number", existing != NULL ? existing->number : NULL);
  suivi_cli_json_add_text (json, "existing_text", existing != NULL ? existing->text : NULL);
  suivi_cli_json_end_object (json);
}

static void
add_lights (SuiviCliJson *json, SuiviImportPlan *plan)
{
  g_autoptr (GArray) changes = suivi_import_plan_list_light_changes (plan);

  suivi_cli_json_text (json, "lights");
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    {
      const SuiviPlanLightChange *change = &g_array_index (changes, SuiviPlanLightChange, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "old", suivi_light_to_nick (change->from));
      suivi_cli_json_add_text (json, "new", suivi_light_to_nick (change->to));
      suivi_cli_json_add_number (json, "recommendations", change->n);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static void
add_rows (SuiviCliJson *json, const char *key, SuiviImportPlan *plan, SuiviPlanStatus status, RowFunc func)
{
  suivi_cli_json_text (json, key);
  suivi_cli_json_begin_array (json);
  foreach_row (plan, status, func, json);
  suivi_cli_json_end_array (json);
}

/**
 * suivi_cli_import_report_print_json:
 *
 * Writes the plan to standard output as one JSON object; its keys are explained in suivi-cli(1).
 */
void
suivi_cli_import_report_print_json (SuiviImportPlan *plan)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();
  g_autofree char *token = get_only_token (plan);

  suivi_cli_json_begin_object (json);
  suivi_cli_json_add_text (json, "review", token);
  suivi_cli_json_add_number (json, "new", suivi_import_plan_count (plan, SUIVI_PLAN_NEW));
  suivi_cli_json_add_number (json, "changed", suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED));
  suivi_cli_json_add_number (json, "same", suivi_import_plan_count (plan, SUIVI_PLAN_SAME));
  suivi_cli_json_add_number (json, "near", suivi_import_plan_count (plan, SUIVI_PLAN_NEAR));
  suivi_cli_json_add_number (json, "faulty", suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY));
  suivi_cli_json_add_number (json, "left_out", count_left_out (plan));
  suivi_cli_json_add_text (json, "format", suivi_import_plan_get_format (plan));
  suivi_cli_json_add_text (json, "file", suivi_import_plan_get_file_name (plan));
  suivi_cli_json_add_number (json, "rows", suivi_import_plan_get_n_rows (plan));
  add_reviews (json, plan);
  suivi_cli_json_add_list (json, "notes", suivi_import_plan_get_notes (plan));
  add_faults (json, plan);
  add_splits (json, plan);
  add_lights (json, plan);
  add_rows (json, "changes", plan, SUIVI_PLAN_CHANGED, add_changes_of_row);
  add_rows (json, "near_rows", plan, SUIVI_PLAN_NEAR, add_near_row);
  suivi_cli_json_end_object (json);
}

static char *
describe_group (SuiviImportPlan *plan, SuiviPlanGroup *group)
{
  g_autoptr (SuiviReview) review = make_review (plan, group->state, group->session);

  if (review != NULL)
    return suivi_review_to_label (review);

  /* Translators: what treaty bodies and special procedures said about a State; %s is the State */
  return group->state != NULL
           ? g_strdup_printf (_ ("%s, other mechanisms"), suivi_state_get_name (group->state))
           : g_strdup (_ ("No review said"));
}

static void
print_groups (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) groups = suivi_import_plan_list_groups (plan);
  guint n_left_out = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      SuiviPlanGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *label = describe_group (plan, group);

      if (!group->included)
        {
          n_left_out++;
          continue;
        }
      /* Translators: the first %s is a review ("Slovenia, session 48") */
      suivi_cli_print (ngettext ("%s: %u recommendation\n", "%s: %u recommendations\n", group->n_rows), label,
                       group->n_rows);
    }
  if (n_left_out > 0)
    suivi_cli_print (ngettext ("%u review of the file is left out.\n",
                               "%u reviews of the file are left out.\n", n_left_out),
                     n_left_out);
}

/* By its number; where the file gives none, by its place. */
static char *
describe_place (SuiviPlanRow *row)
{
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);

  if (*recommendation->number != '\0')
    return suivi_text_clean (recommendation->number);

  return g_strdup_printf (_ ("Row %u"), suivi_plan_row_get_row (row));
}

static void
print_changes_of_row (SuiviPlanRow *row, gpointer user_data)
{
  g_autofree char *place = describe_place (row);
  GPtrArray *changes = suivi_plan_row_get_changes (row);

  for (guint i = 0; i < changes->len; i++)
    {
      SuiviFieldChange *change = g_ptr_array_index (changes, i);
      g_autofree char *old_value = suivi_text_clean (change->old_value);
      g_autofree char *new_value = suivi_text_clean (change->new_value);
      g_autofree char *field = suivi_field_change_to_label (change);

      suivi_cli_print ("  %s  %s: %s → %s%s\n", place, field, old_value, new_value,
                       /* Translators: stands behind a change in a file that was sent round */
                       change->conflict ? _ (" (it changed in the workspace, too)") : "");
    }
}

static void
print_near_row (SuiviPlanRow *row, gpointer user_data)
{
  g_autofree char *place = describe_place (row);
  SuiviRecommendation *existing = suivi_plan_row_get_existing (row);
  g_autofree char *text = suivi_text_clean (suivi_plan_row_get_recommendation (row)->text);
  g_autofree char *existing_text = NULL;

  if (existing == NULL)
    return;

  existing_text = suivi_text_clean (existing->text);
  /* Translators: a recommendation of the file, its text, and the text of one in the workspace */
  suivi_cli_print (_ ("  %s: “%s” is nearly “%s”\n"), place, text, existing_text);
}

/* Which row, and which recommendation stands there, if the file gives it a number. */
static char *
describe_fault_place (const SuiviImportFault *fault)
{
  g_autofree char *number = suivi_text_clean (fault->number != NULL ? fault->number : "");

  if (*number == '\0')
    return g_strdup_printf (_ ("Row %u"), fault->row);

  /* Translators: a row of a table, and the number of the recommendation that stands there: "Row 7 (140.12)" */
  return g_strdup_printf (_ ("Row %u (%s)"), fault->row, number);
}

/* The same fault in several rows, said once. */
typedef struct
{
  const SuiviImportFault *first; /* (unowned) */
  GString *places;
  guint n_rows;
} FaultGroup;

static void
free_group (gpointer data)
{
  FaultGroup *group = data;

  g_string_free (group->places, TRUE);
  g_free (group);
}

static void
add_place_of_fault (FaultGroup *group, const SuiviImportFault *fault)
{
  g_autofree char *place = NULL;

  if (++group->n_rows > MAX_PLACES)
    return;
  place = describe_fault_place (fault);
  g_string_append_printf (group->places, "%s%s", group->n_rows > 1 ? ", " : "", place);
}

/* In the order in which they come up first. */
static GPtrArray *
group_faults (GPtrArray *faults, gboolean whole_file)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const SuiviImportFault *fault = g_ptr_array_index (faults, i);
      char *key = NULL;
      FaultGroup *group = NULL;

      if (!fault->whole_file != !whole_file)
        continue;
      key = g_strjoin ("\n", fault->column != NULL ? fault->column : "", fault->value, fault->reason, NULL);
      group = g_hash_table_lookup (known, key);
      if (group == NULL)
        {
          group = g_new0 (FaultGroup, 1);
          group->first = fault;
          group->places = g_string_new (NULL);
          g_ptr_array_add (groups, group);
          g_hash_table_insert (known, g_steal_pointer (&key), group);
        }
      add_place_of_fault (group, fault);
      g_free (key);
    }

  return groups;
}

static void
print_fault (const FaultGroup *group)
{
  const SuiviImportFault *fault = group->first;
  g_autofree char *column = suivi_text_clean (fault->column != NULL ? fault->column : "–");
  g_autofree char *value = suivi_text_clean (fault->value);
  g_autofree char *places = NULL;
  const guint n_more = group->n_rows > MAX_PLACES ? group->n_rows - MAX_PLACES : 0;

  if (n_more > 0)
    /* Translators: %1$s lists rows: "Row 7 (140.12), Row 9 (140.14)" */
    places = g_strdup_printf (ngettext ("%1$s and %2$u more row", "%1$s and %2$u more rows", n_more),
                              group->places->str, n_more);
  else
    places = g_strdup (group->places->str);

  if (*value == '\0')
    /* Translators: a place ("Row 7 (140.12)") or several, the header of a column, and what is wrong there */
    suivi_cli_print (_ ("  %s, %s. %s\n"), places, column, fault->reason);
  else
    /* Translators: a place ("Row 7 (140.12)") or several, the header of a column, what stands there, and what is wrong
     * with it */
    suivi_cli_print (_ ("  %s, %s: “%s”. %s\n"), places, column, value, fault->reason);
}

/* Those that could be about any of several reviews come last. */
static void
print_faults (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);
  g_autoptr (GPtrArray) groups = group_faults (faults, FALSE);
  g_autoptr (GPtrArray) whole = group_faults (faults, TRUE);

  for (guint i = 0; i < groups->len; i++)
    print_fault (g_ptr_array_index (groups, i));
  if (whole->len == 0)
    return;

  suivi_cli_print ("%s\n", _ ("About the whole file:"));
  for (guint i = 0; i < whole->len; i++)
    print_fault (g_ptr_array_index (whole, i));
}

static void
print_split (SuiviPlanRow *row, gpointer user_data)
{
  guint *n_splits = user_data;
  g_autofree char *place = describe_place (row);
  guint n_parts = suivi_plan_row_get_parts (row)->len;

  if (n_parts == 0)
    return;

  suivi_cli_print (ngettext ("  %s asks for %u thing.\n", "  %s asks for %u things.\n", n_parts), place,
                   n_parts);
  *n_splits += 1;
}

/**
 * suivi_cli_import_report_print:
 *
 * @split: whether what asks for several things is split
 *
 * Writes the plan to standard output, for people.
 */
void
suivi_cli_import_report_print (SuiviImportPlan *plan, gboolean split)
{
  guint n_splits = 0;
  const char *const *notes = suivi_import_plan_get_notes (plan);
  g_autofree char *lights = suivi_import_plan_tell_lights (plan);

  suivi_cli_print ("%s (%s)\n", suivi_import_plan_get_file_name (plan), suivi_import_plan_get_format (plan));
  print_groups (plan);
  /* Translators: how many recommendations are new, changed, the same, nearly the same, faulty, and left out
   */
  suivi_cli_print (_ ("%u new · %u changed · %u the same · %u nearly the same · %u need attention · "
                      "%u left out\n"),
                   suivi_import_plan_count (plan, SUIVI_PLAN_NEW),
                   suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED),
                   suivi_import_plan_count (plan, SUIVI_PLAN_SAME),
                   suivi_import_plan_count (plan, SUIVI_PLAN_NEAR),
                   suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY), count_left_out (plan));
  /* What was written is not to come any more. */
  if (lights != NULL && suivi_import_plan_get_import_id (plan) == NULL)
    suivi_cli_print ("%s\n", lights);
  for (gsize i = 0; notes[i] != NULL; i++)
    suivi_cli_print ("%s\n", notes[i]);
  foreach_row (plan, SUIVI_PLAN_CHANGED, print_changes_of_row, NULL);
  foreach_row (plan, SUIVI_PLAN_NEAR, print_near_row, NULL);
  print_faults (plan);
  for (guint status = 0; status < SUIVI_PLAN_FAULTY; status++)
    foreach_row (plan, status, print_split, &n_splits);
  if (n_splits > 0 && !split)
    suivi_cli_print ("%s\n", _ ("With --split, they are split into parts."));
}
