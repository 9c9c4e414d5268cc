/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/command.h"

static const SuiviCliCommand *const commands[] = {
  &suivi_cli_command_new,          &suivi_cli_command_import,        &suivi_cli_command_imports,
  &suivi_cli_command_reviews,      &suivi_cli_command_list,          &suivi_cli_command_count,
  &suivi_cli_command_assess,       &suivi_cli_command_scorecard,     &suivi_cli_command_history,
  &suivi_cli_command_undo,         &suivi_cli_command_redo,          &suivi_cli_command_check,
  &suivi_cli_command_drafts,       &suivi_cli_command_export_drafts, &suivi_cli_command_lint,
  &suivi_cli_command_clusters,     &suivi_cli_command_consultations, &suivi_cli_command_report,
  &suivi_cli_command_list_filled,  &suivi_cli_command_editions,      &suivi_cli_command_freeze,
  &suivi_cli_command_evidence,     &suivi_cli_command_add_evidence,  &suivi_cli_command_plain,
  &suivi_cli_command_contribution, &suivi_cli_command_institution,   &suivi_cli_command_organisations,
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n", _ ("Usage: suivi-cli COMMAND FILE [OPTION…]"));
  fprintf (
    stream, "\n%s\n",
    _ ("Works with a Suivi workspace without a window: recommendations of the Universal Periodic Review, "
       "their grades and the scorecard."));
  fprintf (stream, "\n%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-15s %-14s %s\n", commands[i]->name, commands[i]->arguments,
             _ (commands[i]->summary));
  fprintf (stream, "\n%s\n",
           _ ("“suivi-cli COMMAND --help” says more about a command, “man suivi-cli” everything."));
  fprintf (stream, "  %-24s %s\n", "--help", _ ("Show this help"));
  fprintf (stream, "  %-24s %s\n", "--version", _ ("Show the version"));
}

/* Output that did not arrive, on a full disk for instance, is a failure like any other. */
static int
finish_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  suivi_cli_say ("%s", _ ("The output could not be written. Is the disk full?"));
  return SUIVI_CLI_FAILED;
}

static int
run_command (const SuiviCliCommand *command, char **argv)
{
  char **args = g_strdupv (argv + 1);
  int status = command->run (command, &args);

  g_strfreev (args);

  return finish_output (status);
}

static void
init_translations (void)
{
  const char *folder = g_getenv ("SUIVI_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : SUIVI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * suivi_cli_main:
 *
 * The whole command line.
 *
 * Returns: the exit status, a #SuiviCliStatus
 */
int
suivi_cli_main (int argc, char **argv)
{
  g_autofree char *valid = NULL;

  init_translations ();
  if (argc < 2)
    {
      print_help (stderr);
      return SUIVI_CLI_USAGE;
    }

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help (stdout);
      return finish_output (SUIVI_CLI_DONE);
    }
  if (g_str_equal (argv[1], "--version"))
    {
      suivi_cli_print ("suivi-cli %s\n", SUIVI_VERSION);
      return finish_output (SUIVI_CLI_DONE);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (argv[1], commands[i]->name))
        return run_command (commands[i], argv);
    }

  valid = g_utf8_make_valid (argv[1], -1);
  suivi_cli_say (_ ("There is no command “%s”. “suivi-cli --help” lists the commands."), valid);

  return SUIVI_CLI_USAGE;
}
