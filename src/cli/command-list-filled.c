/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/find.h"
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

/* What the options say. */
typedef struct
{
  char *source;
  char *output;
  char *cut_off;
  char *edition;
  char *review;
  char *state;
  guint session;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->source);
  g_free (options->output);
  g_free (options->cut_off);
  g_free (options->edition);
  g_free (options->review);
  g_free (options->state);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Editions of several reviews may have the same title. */
static SuiviEdition *
find_edition (SuiviStore *store, const Options *options, GError **error)
{
  g_autoptr (SuiviReview) review = NULL;

  if (options->state == NULL)
    return suivi_cli_find_edition (store, NULL, options->edition, error);

  review = suivi_cli_find_review (store, options->state, options->session, error);

  return review != NULL ? suivi_cli_find_edition (store, review->id, options->edition, error) : NULL;
}

static SuiviListFilled *
fill (SuiviStore *store, const Options *options, GError **error)
{
  g_autoptr (SuiviEdition) edition = NULL;
  g_autofree char *today = suivi_date_today ();

  if (options->edition == NULL)
    return suivi_list_filled_write (store, options->source, options->output,
                                    options->cut_off != NULL ? options->cut_off : today, NULL, error);

  edition = find_edition (store, options, error);

  return edition != NULL ? suivi_list_filled_write_edition (store, edition->id, options->source,
                                                            options->output, NULL, error)
                         : NULL;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &options.source, N_ ("The official list that was imported"),
      "LIST.docx" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The Word file to write"), "OUT.docx" },
    { "cut-off", 0, 0, G_OPTION_ARG_FILENAME, &options.cut_off,
      N_ ("Leave later grades aside; today if not given"), "YYYY-MM-DD" },
    { "edition", 0, 0, G_OPTION_ARG_FILENAME, &options.edition,
      N_ ("Take the grades of this frozen edition instead of those of now"), N_ ("TITLE") },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options.review, N_ ("The review whose edition it is"),
      "ISO3:SESSION" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL)
      || !suivi_cli_parse_date (self, "--cut-off", options.cut_off)
      || !suivi_cli_check_text (self, "--edition", options.edition)
      || (options.review != NULL
          && !suivi_cli_parse_review (self, options.review, &options.state, &options.session)))
    return SUIVI_CLI_USAGE;
  if (options.edition != NULL && options.cut_off != NULL)
    return suivi_cli_wrong_usage (self,
                                  _ ("%s and %s exclude each other: an edition has its own cut-off date."),
                                  "--edition", "--cut-off");
  if (options.review != NULL && options.edition == NULL)
    return suivi_cli_wrong_usage (self, _ ("%s needs %s: it says of which review the edition is."),
                                  "--review", "--edition");
  if (options.source == NULL)
    return suivi_cli_wrong_usage (self, _ ("%s is missing: it says which list to fill in."), "--source");
  if (options.output == NULL)
    return suivi_cli_wrong_usage (self, _ ("%s is missing: it says which file to write."), "--output");
  if (!check_name (self, "--output", options.output))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);

  filled = fill (store, &options, &error);
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
