/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/filter-options.h"
#include "cli/find.h"
#include "core/scorecard/assessment.h"
#include "exchange/scorecard-output.h"

/* Editions of several reviews may have the same title. */
static SuiviEdition *
find_edition (SuiviStore *store, char **reviews, const char *title, GError **error)
{
  g_autoptr (SuiviReview) review = NULL;
  g_autofree char *state = NULL;
  guint session = 0;

  if (reviews == NULL || !suivi_review_parse_token (reviews[0], &state, &session))
    return suivi_cli_find_edition (store, NULL, title, error);

  review = suivi_cli_find_review (store, state, session, error);

  return review != NULL ? suivi_cli_find_edition (store, review->id, title, error) : NULL;
}

/* An edition has a cut-off date and a review of its own. */
static gboolean
write_edition (SuiviStore *store,
               SuiviCliFilterOptions *filter_options,
               const char *title,
               const char *path,
               GError **error)
{
  g_autoptr (SuiviEdition) edition = find_edition (store, filter_options->reviews, title, error);
  g_autoptr (SuiviFilter) filter = NULL;

  if (edition == NULL)
    return FALSE;
  filter = suivi_cli_filter_options_to_edition_filter (filter_options, store, edition, error);

  return filter != NULL && suivi_scorecard_write_edition (store, edition->id, filter, path, NULL, error);
}

static gboolean
write_working_copy (SuiviStore *store,
                    SuiviCliFilterOptions *filter_options,
                    const char *cut_off,
                    const char *path,
                    GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_cli_filter_options_to_filter (filter_options, store, error);
  g_autofree char *today = suivi_date_today ();

  if (filter == NULL)
    return FALSE;
  suivi_filter_set_cut_off (filter, cut_off != NULL ? cut_off : today);

  return suivi_scorecard_write (store, filter, suivi_store_get_author (store), path, NULL, error);
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (SuiviCliFilterOptions) filter_options = { 0 };
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *cut_off = NULL;
  g_autofree char *edition = NULL;
  g_autofree char *paper = NULL;
  SuiviScorecardFormat format = SUIVI_SCORECARD_XLSX;
  const GOptionEntry options[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; its ending says the format"),
      "OUT.(xlsx|docx|pdf|csv|json)" },
    { "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition,
      N_ ("Write this frozen edition instead of the grades of now"), N_ ("TITLE") },
    { "cut-off", 0, 0, G_OPTION_ARG_FILENAME, &cut_off, N_ ("Leave later grades aside; today if not given"),
      "YYYY-MM-DD" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &paper,
      N_ ("What it is printed on; the paper of the country if not given"), "a4|letter" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, suivi_cli_filter_options_init (&filter_options))
      || !suivi_cli_filter_options_check (&filter_options, self)
      || !suivi_cli_parse_date (self, "--cut-off", cut_off)
      || !suivi_cli_check_text (self, "--edition", edition) || !suivi_cli_choose_paper (self, paper))
    return SUIVI_CLI_USAGE;
  if (edition != NULL && cut_off != NULL)
    return suivi_cli_wrong_usage (self,
                                  _ ("%s and %s exclude each other: an edition has its own cut-off date."),
                                  "--edition", "--cut-off");
  if (output == NULL)
    return suivi_cli_wrong_usage (self, _ ("%s is missing: it says which file to write."), "--output");
  if (!suivi_scorecard_format_from_name (output, &format))
    return suivi_cli_wrong_usage (
      self, _ ("The name of the file after %s must end in “.xlsx”, “.docx”, “.pdf”, “.csv” or “.json”."),
      "--output");

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);

  if (edition != NULL ? !write_edition (store, &filter_options, edition, output, &error)
                      : !write_working_copy (store, &filter_options, cut_off, output, &error))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_scorecard = {
  .name = "scorecard",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Write the traffic-light scorecard as a workbook, report, PDF, CSV or JSON"),
  .run = run,
};
