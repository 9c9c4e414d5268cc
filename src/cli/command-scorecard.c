/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/filter-options.h"
#include "core/scorecard/assessment.h"
#include "exchange/scorecard-output.h"

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (SuiviCliFilterOptions) filter_options = { 0 };
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *cut_off = NULL;
  SuiviScorecardFormat format = SUIVI_SCORECARD_XLSX;
  const GOptionEntry options[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; its ending says the format"),
      "OUT.(xlsx|pdf|csv|json)" },
    { "cut-off", 0, 0, G_OPTION_ARG_FILENAME, &cut_off, N_ ("Leave later grades aside; today if not given"),
      "YYYY-MM-DD" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, suivi_cli_filter_options_init (&filter_options))
      || !suivi_cli_filter_options_check (&filter_options, self)
      || !suivi_cli_parse_date (self, "--cut-off", cut_off))
    return SUIVI_CLI_USAGE;
  if (output == NULL)
    return suivi_cli_wrong_usage (self, _ ("%s is missing: it says which file to write."), "--output");
  if (!suivi_scorecard_format_from_name (output, &format))
    return suivi_cli_wrong_usage (
      self, _ ("The name of the file after %s must end in “.xlsx”, “.pdf”, “.csv” or “.json”."), "--output");

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  filter = suivi_cli_filter_options_to_filter (&filter_options, store, &error);
  if (filter == NULL)
    return suivi_cli_fail (error);

  if (cut_off == NULL)
    cut_off = suivi_date_today ();
  suivi_filter_set_cut_off (filter, cut_off);
  if (!suivi_scorecard_write (store, filter, suivi_store_get_author (store), output, NULL, &error))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_scorecard = {
  .name = "scorecard",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Write the traffic-light scorecard as a workbook, PDF, CSV or JSON"),
  .run = run,
};
