/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/filter-options.h"
#include "cli/json.h"
#include "cli/table.h"

typedef enum
{
  FORMAT_TABLE,
  FORMAT_CSV,
  FORMAT_JSON,
} Format;

typedef struct
{
  Format format;
  SuiviCliTable *table;
  SuiviCliJson *json;
} Output;

static void
clear_output (Output *output)
{
  g_clear_pointer (&output->table, suivi_cli_table_free);
  g_clear_pointer (&output->json, suivi_cli_json_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Output, clear_output)

/* What other mechanisms say belongs to no review: the table shows who said it about whom. */
static char *
describe_output (SuiviRecommendation *recommendation)
{
  g_autofree char *concerned = g_strjoinv (" ", recommendation->concerned);

  return g_strdup_printf ("%s: %s", recommendation->mechanism, concerned);
}

static void
add_to_table (SuiviCliTable *table, SuiviRecommendation *recommendation, const char *token)
{
  g_autofree char *output = token == NULL ? describe_output (recommendation) : NULL;
  g_autofree char *states = g_strjoinv (" ", recommendation->states);
  g_autofree char *light = g_strdup_printf ("%s %s", suivi_light_to_symbol (recommendation->light),
                                            suivi_light_to_label (recommendation->light));
  const char *const cells[] = { token != NULL ? token : output,
                                recommendation->number,
                                suivi_position_to_label (recommendation->position),
                                light,
                                states,
                                recommendation->text,
                                NULL };

  suivi_cli_table_add (table, cells);
}

static char *
number_to_text (guint number)
{
  return number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
print_csv (SuiviRecommendation *recommendation, const char *token, guint cycle_number)
{
  g_autofree char *states = g_strjoinv ("; ", recommendation->states);
  g_autofree char *themes = g_strjoinv ("; ", recommendation->themes);
  g_autofree char *groups = g_strjoinv ("; ", recommendation->groups);
  g_autofree char *sdgs = g_strjoinv ("; ", recommendation->sdgs);
  g_autofree char *concerned = g_strjoinv ("; ", recommendation->concerned);
  g_autofree char *issues = g_strjoinv ("; ", recommendation->issues);
  g_autofree char *institutions = g_strjoinv ("; ", recommendation->institutions);
  g_autofree char *category = number_to_text (recommendation->category);
  g_autofree char *cycle = number_to_text (cycle_number);
  const char *const cells[] = { or_empty (token),
                                recommendation->number,
                                recommendation->text,
                                states,
                                suivi_position_to_nick (recommendation->position),
                                themes,
                                groups,
                                sdgs,
                                recommendation->child_focused ? "true" : "false",
                                suivi_light_to_nick (recommendation->light),
                                recommendation->mechanism,
                                concerned,
                                or_empty (recommendation->symbol),
                                or_empty (recommendation->date),
                                or_empty (recommendation->source_key),
                                category,
                                issues,
                                cycle,
                                institutions,
                                NULL };

  suivi_cli_csv_print_row (cells);
}

/* What nobody said is null. */
static void
add_number (SuiviCliJson *json, const char *key, guint number)
{
  if (number > 0)
    suivi_cli_json_add_number (json, key, number);
  else
    suivi_cli_json_add_text (json, key, NULL);
}

static void
add_to_json (SuiviCliJson *json, SuiviRecommendation *recommendation, const char *token, guint cycle)
{
  suivi_cli_json_begin_object (json);
  suivi_cli_json_add_text (json, "number", recommendation->number);
  suivi_cli_json_add_text (json, "text", recommendation->text);
  suivi_cli_json_add_list (json, "states", (const char *const *) recommendation->states);
  suivi_cli_json_add_text (json, "position", suivi_position_to_nick (recommendation->position));
  suivi_cli_json_add_list (json, "themes", (const char *const *) recommendation->themes);
  suivi_cli_json_add_list (json, "groups", (const char *const *) recommendation->groups);
  suivi_cli_json_add_list (json, "sdgs", (const char *const *) recommendation->sdgs);
  suivi_cli_json_add_boolean (json, "child_focused", recommendation->child_focused);
  suivi_cli_json_add_text (json, "light", suivi_light_to_nick (recommendation->light));
  suivi_cli_json_add_text (json, "review", token);
  suivi_cli_json_add_text (json, "mechanism", recommendation->mechanism);
  suivi_cli_json_add_list (json, "concerned", (const char *const *) recommendation->concerned);
  suivi_cli_json_add_text (json, "symbol", recommendation->symbol);
  suivi_cli_json_add_text (json, "date", recommendation->date);
  suivi_cli_json_add_text (json, "source_key", recommendation->source_key);
  add_number (json, "category", recommendation->category);
  suivi_cli_json_add_list (json, "issues", (const char *const *) recommendation->issues);
  add_number (json, "cycle", cycle);
  suivi_cli_json_add_list (json, "institutions", (const char *const *) recommendation->institutions);
  suivi_cli_json_end_object (json);
}

static gboolean
add_row (SuiviRecommendation *recommendation,
         SuiviReview *review,
         SuiviAssessment *assessment,
         gpointer user_data,
         GError **error)
{
  Output *output = user_data;
  g_autofree char *token = review != NULL ? suivi_review_to_token (review) : NULL;
  guint cycle = review != NULL ? suivi_review_cycle_of_session (review->session) : 0;

  switch (output->format)
    {
    case FORMAT_JSON:
      add_to_json (output->json, recommendation, token, cycle);
      break;
    case FORMAT_CSV:
      print_csv (recommendation, token, cycle);
      break;
    case FORMAT_TABLE:
    default:
      add_to_table (output->table, recommendation, token);
      break;
    }

  return TRUE;
}

static void
begin_output (Output *output)
{
  const char *const columns[]
    = { "review",     "number",        "text",   "states",    "position",     "themes", "groups",
        "sdgs",       "child_focused", "light",  "mechanism", "concerned",    "symbol", "date",
        "source_key", "category",      "issues", "cycle",     "institutions", NULL };
  const char *const titles[]
    = { _ ("Review"), _ ("Number"), _ ("Position"), _ ("Light"), _ ("States"), _ ("Recommendation"), NULL };

  switch (output->format)
    {
    case FORMAT_JSON:
      output->json = suivi_cli_json_new ();
      suivi_cli_json_begin_array (output->json);
      break;
    case FORMAT_CSV:
      suivi_cli_csv_print_row (columns);
      break;
    case FORMAT_TABLE:
    default:
      output->table = suivi_cli_table_new (6);
      suivi_cli_table_add (output->table, titles);
      break;
    }
}

static void
end_output (Output *output)
{
  if (output->json != NULL)
    suivi_cli_json_end_array (output->json);
  if (output->table != NULL)
    suivi_cli_table_print (output->table);
}

static gboolean
parse_format (const char *name, Format *format)
{
  if (name == NULL || g_str_equal (name, "table"))
    *format = FORMAT_TABLE;
  else if (g_str_equal (name, "csv"))
    *format = FORMAT_CSV;
  else if (g_str_equal (name, "json"))
    *format = FORMAT_JSON;
  else
    return FALSE;

  return TRUE;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (SuiviCliFilterOptions) filter_options = { 0 };
  g_auto (Output) output = { 0 };
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("Write a table (the default), csv or json"),
      "table|csv|json" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, suivi_cli_filter_options_init (&filter_options))
      || !suivi_cli_filter_options_check (&filter_options, self))
    return SUIVI_CLI_USAGE;
  if (!parse_format (format, &output.format))
    return suivi_cli_wrong_usage (self, _ ("What follows %s must be one of: %s."), "--format",
                                  "table, csv, json");

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  filter = suivi_cli_filter_options_to_filter (&filter_options, store, &error);
  if (filter == NULL)
    return suivi_cli_fail (error);

  begin_output (&output);
  if (!suivi_store_foreach (store, filter, SUIVI_SORT_NUMBER, FALSE, add_row, &output, NULL, &error))
    return suivi_cli_fail (error);
  end_output (&output);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_list = {
  .name = "list",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List recommendations"),
  .run = run,
};
