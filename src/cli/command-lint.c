/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/lint-batch.h"
#include "cli/lint-report.h"
#include "cli/watch.h"

/* Of standard input. A recommendation has a few hundred characters; what is longer than this is something else. */
#define MAX_STANDARD_INPUT (16 * 1024 * 1024)

typedef struct
{
  char *language;
  char *batch;
  char *column;
  char *output;
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->language);
  g_free (self->batch);
  g_free (self->column);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_language (const SuiviCliCommand *command, Options *options)
{
  g_autofree char *known = NULL;

  if (options->language == NULL)
    options->language = g_strdup (suivi_analysis_languages ()[0]);
  if (g_strv_contains (suivi_analysis_languages (), options->language))
    return TRUE;

  known = g_strjoinv (", ", (char **) suivi_analysis_languages ());
  suivi_cli_wrong_usage (command, _ ("What follows %s must be one of: %s."), "--lang", known);

  return FALSE;
}

/* Either one text, or a table with its column and an output. */
static gboolean
check_options (const SuiviCliCommand *command, Options *options, char **args)
{
  if (!suivi_cli_check_text (command, "--column", options->column) || !check_language (command, options))
    return FALSE;

  if (options->batch == NULL && (options->column != NULL || options->output != NULL))
    {
      suivi_cli_wrong_usage (command, _ ("%s and %s belong to %s."), "--column", "--output", "--batch");
      return FALSE;
    }
  if (options->batch != NULL && (options->column == NULL || options->output == NULL))
    {
      suivi_cli_wrong_usage (command, _ ("%s needs %s and %s."), "--batch", "--column", "--output");
      return FALSE;
    }
  if (options->batch != NULL && (args[1] != NULL || options->json))
    {
      suivi_cli_wrong_usage (command, _ ("%s goes neither with a text nor with %s."), "--batch", "--json");
      return FALSE;
    }

  return TRUE;
}

/* All of standard input, without the end of its last line. */
static GString *
read_input (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[65536];
  gsize length = 0;

  while ((length = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    {
      g_string_append_len (text, buffer, length);
      if (text->len > MAX_STANDARD_INPUT)
        {
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                       _ ("The text is too long: give one recommendation, or a table with %s."), "--batch");
          return NULL;
        }
    }
  if (ferror (stdin))
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                           _ ("Standard input could not be read."));
      return NULL;
    }

  if (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  if (text->len > 0 && text->str[text->len - 1] == '\r')
    g_string_truncate (text, text->len - 1);

  return g_steal_pointer (&text);
}

static SuiviCliStatus
lint_text (const SuiviCliCommand *command, const Options *options, const char *argument)
{
  g_autoptr (SuiviAnalysis) analysis = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;

  if (argument == NULL || g_str_equal (argument, "-"))
    text = read_input (&error);
  else
    text = g_string_new (argument);
  if (text == NULL)
    return suivi_cli_fail (error);
  if (!g_utf8_validate (text->str, text->len, NULL))
    return suivi_cli_wrong_usage (command, "%s", _ ("The text is not valid UTF-8."));

  analysis = suivi_analysis_new (text->str, options->language, NULL);
  if (options->json)
    suivi_cli_lint_print_json (analysis, options->language);
  else
    suivi_cli_lint_print (analysis);

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
lint_table (const Options *options)
{
  g_autoptr (SuiviCliWatch) watch = suivi_cli_watch_new ();
  g_autoptr (GError) error = NULL;

  suivi_cli_watch_begin_phase (watch, _ ("Reading"));
  if (suivi_cli_lint_batch (options->batch, options->column, options->language, options->output,
                            suivi_cli_watch_get_progress (watch), suivi_cli_watch_get_cancellable (watch),
                            &error))
    return SUIVI_CLI_DONE;

  g_clear_pointer (&watch, suivi_cli_watch_free);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return suivi_cli_fail (error);
  suivi_cli_say ("%s", _ ("Cancelled. Nothing was written."));

  return SUIVI_CLI_FAILED;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("Language of the text; en if not given"),
      "en|fr|es" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Write JSON"), NULL },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &options.batch, N_ ("Look at each row of this table instead"),
      N_ ("FILE") },
    { "column", 0, 0, G_OPTION_ARG_FILENAME, &options.column,
      N_ ("The column of the table that has the texts"), N_ ("NAME") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write the table, with columns added, as CSV"), N_ ("FILE") },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !check_options (self, &options, *args))
    return SUIVI_CLI_USAGE;

  return options.batch != NULL ? lint_table (&options) : lint_text (self, &options, (*args)[1]);
}

const SuiviCliCommand suivi_cli_command_lint = {
  .name = "lint",
  .arguments = "[TEXT|-]",
  .n_optional = 1,
  .summary = N_ ("Say how specific, measurable and time-bound a recommendation is"),
  .run = run,
};
