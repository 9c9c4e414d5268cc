/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "core/scorecard/assessment.h"
#include "exchange/list-filled.h"

/* Whether the name is one of a Word file; if not, it was said. */
static gboolean
check_name (const SuiviCliCommand *self, const char *option, const char *path)
{
  gsize length = strlen (path);

  if (length > 5 && g_ascii_strcasecmp (path + length - 5, ".docx") == 0)
    return TRUE;

  suivi_cli_wrong_usage (self, _ ("The name of the file after %s must end in “.docx”."), option);
  return FALSE;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;
  g_autofree char *output = NULL;
  g_autofree char *cut_off = NULL;
  g_autofree char *text = NULL;
  const GOptionEntry options[] = {
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &source, N_ ("The official list that was imported"),
      "LIST.docx" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The Word file to write"), "OUT.docx" },
    { "cut-off", 0, 0, G_OPTION_ARG_FILENAME, &cut_off, N_ ("Leave later grades aside; today if not given"),
      "YYYY-MM-DD" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, NULL) || !suivi_cli_parse_date (self, "--cut-off", cut_off))
    return SUIVI_CLI_USAGE;
  if (source == NULL)
    return suivi_cli_wrong_usage (self, _ ("%s is missing: it says which list to fill in."), "--source");
  if (output == NULL)
    return suivi_cli_wrong_usage (self, _ ("%s is missing: it says which file to write."), "--output");
  if (!check_name (self, "--output", output))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);

  if (cut_off == NULL)
    cut_off = suivi_date_today ();
  filled = suivi_list_filled_write (store, source, output, cut_off, NULL, &error);
  if (filled == NULL)
    return suivi_cli_fail (error);

  text = suivi_list_filled_to_text (filled);
  suivi_cli_print ("%s\n", text);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_list_filled = {
  .name = "list-filled",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Fill in the official list of recommendations with the grades"),
  .run = run,
};
