/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "exchange/import.h"

typedef struct
{
  char *format;
  char *review;
  char *state;
  guint session;
  gboolean dry_run;
  gboolean skip_faulty;
  gboolean split;
  gboolean json;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->format);
  g_free (options->review);
  g_free (options->state);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What was said on the command line counts more than what the file says. */
static void
choose_review (SuiviImportPlan *plan, const Options *options)
{
  SuiviReview *found = suivi_import_plan_get_review (plan);

  if (options->state == NULL)
    return;

  if (found != NULL)
    {
      g_autofree char *token = suivi_review_to_token (found);

      if (g_str_equal (found->state, options->state) && found->session == options->session)
        return;
      suivi_cli_say (_ ("Note: the file says that it is about %s; it is imported as %s:%u, as you said."),
                     token, options->state, options->session);
    }
  suivi_import_plan_set_review (plan, options->state, options->session, NULL);
}

static void
choose_split (SuiviImportPlan *plan, gboolean split)
{
  for (guint status = 0; split && status < SUIVI_N_PLAN_STATUSES; status++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, status);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);

          if (suivi_plan_row_get_parts (row)->len > 0)
            suivi_plan_row_set_split (row, TRUE);
        }
    }
}

/* The rows that ask for several things, in the order of their numbers in the plan. */
static GPtrArray *
list_offered_splits (SuiviImportPlan *plan)
{
  GPtrArray *result = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint status = 0; status < SUIVI_PLAN_FAULTY; status++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, status);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);

          if (suivi_plan_row_get_parts (row)->len > 0)
            g_ptr_array_add (result, g_steal_pointer (&row));
        }
    }

  return result;
}

static void
print_json (SuiviImportPlan *plan)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);
  g_autoptr (GPtrArray) splits = list_offered_splits (plan);
  g_autofree char *token = suivi_review_to_token (suivi_import_plan_get_review (plan));

  suivi_cli_json_begin_object (json);
  suivi_cli_json_add_text (json, "review", token);
  suivi_cli_json_add_number (json, "new", suivi_import_plan_count (plan, SUIVI_PLAN_NEW));
  suivi_cli_json_add_number (json, "changed", suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED));
  suivi_cli_json_add_number (json, "same", suivi_import_plan_count (plan, SUIVI_PLAN_SAME));

  suivi_cli_json_text (json, "faults");
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < faults->len; i++)
    {
      SuiviImportFault *fault = g_ptr_array_index (faults, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_number (json, "row", fault->row);
      suivi_cli_json_add_text (json, "column", fault->column != NULL ? fault->column : "");
      suivi_cli_json_add_text (json, "value", fault->value);
      suivi_cli_json_add_text (json, "reason", fault->reason);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);

  suivi_cli_json_add_text (json, "format", suivi_import_plan_get_format (plan));
  suivi_cli_json_add_text (json, "file", suivi_import_plan_get_file_name (plan));
  suivi_cli_json_text (json, "splits");
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < splits->len; i++)
    {
      SuiviPlanRow *row = g_ptr_array_index (splits, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "number", suivi_plan_row_get_recommendation (row)->number);
      suivi_cli_json_add_number (json, "parts", suivi_plan_row_get_parts (row)->len);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
  suivi_cli_json_end_object (json);
}

static void
print_changes (SuiviImportPlan *plan)
{
  GListModel *rows = suivi_import_plan_get_rows (plan, SUIVI_PLAN_CHANGED);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);
      GPtrArray *changes = suivi_plan_row_get_changes (row);

      for (guint j = 0; j < changes->len; j++)
        {
          SuiviFieldChange *change = g_ptr_array_index (changes, j);

          suivi_cli_print ("  %s  %s: %s → %s\n", suivi_plan_row_get_recommendation (row)->number,
                           change->field, change->old_value, change->new_value);
        }
    }
}

static void
print_faults (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);

  for (guint i = 0; i < faults->len; i++)
    {
      SuiviImportFault *fault = g_ptr_array_index (faults, i);

      /* Translators: a row of a table, the header of a column, what stands there, and what is wrong with it
       */
      suivi_cli_print (_ ("  Row %u, %s: “%s”. %s\n"), fault->row,
                       fault->column != NULL ? fault->column : "–", fault->value, fault->reason);
    }
}

static void
print_plan (SuiviImportPlan *plan, const Options *options)
{
  g_autofree char *name = suivi_review_to_label (suivi_import_plan_get_review (plan));
  g_autoptr (GPtrArray) splits = list_offered_splits (plan);

  suivi_cli_print ("%s\n", name);
  /* Translators: how many recommendations are new, changed, the same, and faulty */
  suivi_cli_print (_ ("%u new · %u changed · %u the same · %u need attention\n"),
                   suivi_import_plan_count (plan, SUIVI_PLAN_NEW),
                   suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED),
                   suivi_import_plan_count (plan, SUIVI_PLAN_SAME),
                   suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY));
  print_changes (plan);
  print_faults (plan);

  for (guint i = 0; i < splits->len; i++)
    {
      SuiviPlanRow *row = g_ptr_array_index (splits, i);
      guint n_parts = suivi_plan_row_get_parts (row)->len;

      suivi_cli_print (ngettext ("  %s asks for %u thing.\n", "  %s asks for %u things.\n", n_parts),
                       suivi_plan_row_get_recommendation (row)->number, n_parts);
    }
  if (splits->len > 0 && !options->split)
    suivi_cli_print ("%s\n", _ ("With --split, they are split into parts."));
  if (options->dry_run)
    suivi_cli_print ("%s\n", _ ("Nothing was written (--dry-run)."));
}

static SuiviCliStatus
import (const Options *options, const char *file, const char *source)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gboolean faulty = FALSE;

  store = suivi_cli_open (file, NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  plan = suivi_import_read_file (source, options->format, NULL, &error);
  if (plan == NULL)
    return suivi_cli_fail (error);

  choose_review (plan, options);
  if (!suivi_import_plan_has_review (plan))
    {
      suivi_cli_say ("%s", _ ("The file does not say which review it is about. Say it with --review, such as "
                              "--review SVN:48."));
      return SUIVI_CLI_FAILED;
    }
  if (!suivi_import_plan_compare (plan, store, &error))
    return suivi_cli_fail (error);
  choose_split (plan, options->split);

  faulty = suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY) > 0 && !options->skip_faulty;
  if (!faulty && !options->dry_run && !suivi_import_plan_apply (plan, store, NULL, &error))
    return suivi_cli_fail (error);

  if (options->json)
    print_json (plan);
  else
    print_plan (plan, options);

  if (faulty)
    {
      suivi_cli_say (
        "%s", _ ("The file has faults, so nothing was written. Correct it, or leave the faulty rows out "
                 "with --skip-faulty."));
      return SUIVI_CLI_FAULTS;
    }

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format,
      N_ ("Take the file for this format (ohchr-list) instead of recognising it"), N_ ("NAME") },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options.review, N_ ("The review that the file is about"),
      "ISO3:SESSION" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Say what would happen, and write nothing"),
      NULL },
    { "skip-faulty", 0, 0, G_OPTION_ARG_NONE, &options.skip_faulty,
      N_ ("Leave faulty rows out and import the others"), NULL },
    { "split", 0, 0, G_OPTION_ARG_NONE, &options.split,
      N_ ("Split recommendations that ask for several things"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Write the plan as JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL))
    return SUIVI_CLI_USAGE;
  if (options.format != NULL && !g_strv_contains (suivi_import_get_formats (), options.format))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) suivi_import_get_formats ());

      return suivi_cli_wrong_usage (self, _ ("What follows %s must be one of: %s."), "--format", known);
    }
  if (options.review != NULL
      && !suivi_cli_parse_review (self, options.review, &options.state, &options.session))
    return SUIVI_CLI_USAGE;

  return import (&options, (*args)[1], (*args)[2]);
}

const SuiviCliCommand suivi_cli_command_import = {
  .name = "import",
  .arguments = "FILE SOURCE",
  .n_arguments = 2,
  .summary = N_ ("Import a list of recommendations"),
  .run = run,
};
