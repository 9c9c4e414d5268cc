/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "core/reference/states.h"
#include "core/scorecard/assessment.h"
#include "core/text/text.h"
#include "exchange/paper.h"

/* Not g_printerr(): outside a UTF-8 locale it would turn names into question marks. */
static void
write_sentence (const char *sentence)
{
  g_autofree char *valid = g_utf8_make_valid (sentence, -1);

  fputs ("suivi-cli: ", stderr);
  fputs (valid, stderr);
  fputc ('\n', stderr);
}

/**
 * suivi_cli_say:
 * @format: a translated sentence, for g_strdup_printf()
 *
 * Writes a line to standard error.
 */
void
suivi_cli_say (const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  write_sentence (sentence);
}

/**
 * suivi_cli_print:
 * @format: a text, for g_strdup_printf()
 *
 * Writes to standard output, always in UTF-8.
 */
void
suivi_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fputs (text, stdout);
}

/**
 * suivi_cli_wrong_usage:
 * @command: the command that was called
 * @format: a translated sentence, for g_strdup_printf()
 *
 * Says what is wrong with the command line, and where the help is.
 *
 * Returns: %SUIVI_CLI_USAGE
 */
SuiviCliStatus
suivi_cli_wrong_usage (const SuiviCliCommand *command, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *hint = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  write_sentence (sentence);
  /* Translators: %s is a command such as "import" */
  hint = g_strdup_printf (_ ("“suivi-cli %s --help” says how to use it."), command->name);
  write_sentence (hint);

  return SUIVI_CLI_USAGE;
}

/**
 * suivi_cli_fail:
 * @error: an error whose message is a sentence for the user
 *
 * Returns: %SUIVI_CLI_FAILED
 */
SuiviCliStatus
suivi_cli_fail (const GError *error)
{
  write_sentence (error->message);

  return SUIVI_CLI_FAILED;
}

/* "--" ends the options; GOption leaves it where it stands when something that looks like an option follows.
 */
static void
drop_separator (char **args)
{
  for (guint i = 1; args[i] != NULL; i++)
    {
      if (!g_str_equal (args[i], "--"))
        continue;

      g_free (args[i]);
      for (; args[i] != NULL; i++)
        args[i] = args[i + 1];
      return;
    }
}

/**
 * suivi_cli_parse:
 * @command: the command that was called
 * @args: (inout): its words; the options are taken out, `args[0]` stays
 * @options: (nullable): options of its own; all texts as %G_OPTION_ARG_FILENAME, which takes bytes as they
 * are
 * @filter_options: (nullable): further options
 *
 * Options may stand before, between and after the arguments. `--help` prints the help and ends the program.
 *
 * Returns: whether the number of arguments is right and all options are known; if not, it was said why
 */
gboolean
suivi_cli_parse (const SuiviCliCommand *command,
                 char ***args,
                 const GOptionEntry *options,
                 const GOptionEntry *filter_options)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("suivi-cli %s", command->name);

  g_set_prgname (program);
  g_option_context_set_summary (context, _ (command->summary));
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (filter_options != NULL)
    g_option_context_add_main_entries (context, filter_options, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, args, &error))
    {
      g_autofree char *message = g_utf8_make_valid (error->message, -1);

      suivi_cli_wrong_usage (command, "%s.", message);
      return FALSE;
    }

  drop_separator (*args);
  if (g_strv_length (*args) - 1 < command->n_arguments)
    {
      /* Translators: %s is what has to follow, such as "FILE NUMBER" */
      suivi_cli_wrong_usage (command, _ ("Something is missing after the command: %s."), command->arguments);
      return FALSE;
    }
  if (g_strv_length (*args) - 1 > command->n_arguments + command->n_optional)
    {
      g_autofree char *word = g_utf8_make_valid ((*args)[command->n_arguments + command->n_optional + 1], -1);

      suivi_cli_wrong_usage (command, _ ("“%s” is one word too many."), word);
      return FALSE;
    }

  return TRUE;
}

/**
 * suivi_cli_check_text:
 * @option: name of the option, "--reason"
 * @value: (nullable): what was given
 *
 * Returns: whether it is UTF-8, as everything in a workspace; if not, it was said
 */
gboolean
suivi_cli_check_text (const SuiviCliCommand *command, const char *option, const char *value)
{
  if (value == NULL || g_utf8_validate (value, -1, NULL))
    return TRUE;

  suivi_cli_wrong_usage (command, _ ("What follows %s is not valid UTF-8."), option);
  return FALSE;
}

/**
 * suivi_cli_check_texts:
 * @values: (nullable): what was given, ended by %NULL
 *
 * Returns: whether each is UTF-8 and not blank; if not, it was said
 */
gboolean
suivi_cli_check_texts (const SuiviCliCommand *command, const char *option, char **values)
{
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    {
      if (!suivi_cli_check_text (command, option, values[i]))
        return FALSE;
      if (suivi_text_is_blank (values[i]))
        {
          suivi_cli_wrong_usage (command, _ ("Nothing stands after %s."), option);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * suivi_cli_clean_texts:
 * @values: texts, ended by %NULL
 *
 * Returns: (transfer full): the same without spaces around them
 */
char **
suivi_cli_clean_texts (char **values)
{
  g_autoptr (GStrvBuilder) clean = g_strv_builder_new ();

  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_autofree char *text = suivi_text_clean (values[i]);

      g_strv_builder_add (clean, text);
    }

  return g_strv_builder_end (clean);
}

/**
 * suivi_cli_set:
 * @field: a text of a record
 * @value: (nullable): what was given; %NULL leaves the field as it is
 *
 * Puts what was given into the record, without spaces around it.
 */
void
suivi_cli_set (char **field, const char *value)
{
  if (value == NULL)
    return;

  g_free (*field);
  *field = suivi_text_clean_lines (value);
}

/**
 * suivi_cli_parse_nick:
 * @type: an enumeration
 * @nick: (nullable): what was given; %NULL leaves @value as it is
 * @choices: the words that may be given: "low|medium|high"
 * @value: (inout): what it means
 *
 * Returns: whether it is one of the words, or was not given; if not, it was said
 */
gboolean
suivi_cli_parse_nick (const SuiviCliCommand *command,
                      const char *option,
                      GType type,
                      const char *nick,
                      const char *choices,
                      int *value)
{
  g_auto (GStrv) words = g_strsplit (choices, "|", -1);
  g_autofree char *list = g_strjoinv (", ", words);

  if (nick == NULL
      || (g_strv_contains ((const char *const *) words, nick) && suivi_enum_from_nick (type, nick, value)))
    return TRUE;

  suivi_cli_wrong_usage (command, _ ("What follows %s must be one of: %s."), option, list);
  return FALSE;
}

/**
 * suivi_cli_parse_review:
 * @token: "SVN:48"
 * @state: (out) (transfer full): ISO 3166-1 alpha-3
 * @session: (out): the session
 *
 * Returns: whether it names a review; if not, it was said
 */
gboolean
suivi_cli_parse_review (const SuiviCliCommand *command, const char *token, char **state, guint *session)
{
  g_autofree char *valid = NULL;

  if (g_utf8_validate (token, -1, NULL) && suivi_review_parse_token (token, state, session))
    return TRUE;

  valid = g_utf8_make_valid (token, -1);
  suivi_cli_wrong_usage (command,
                         _ ("“%s” is not a review. Write the State's three-letter code, a colon and the "
                            "session, such as SVN:48."),
                         valid);
  return FALSE;
}

/**
 * suivi_cli_check_states:
 * @codes: (inout) (nullable): codes of States, ended by %NULL; written in any case, afterwards in capitals
 *
 * Returns: whether each is one that Suivi knows; if not, it was said
 */
gboolean
suivi_cli_check_states (const SuiviCliCommand *command, char **codes)
{
  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      char *code = g_ascii_strup (codes[i], -1);

      g_free (codes[i]);
      codes[i] = code;
      if (!g_utf8_validate (code, -1, NULL) || !suivi_state_exists (code))
        {
          g_autofree char *valid = g_utf8_make_valid (code, -1);

          suivi_cli_wrong_usage (command, _ ("“%s” is not the three-letter code (ISO 3166-1) of a State."),
                                 valid);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * suivi_cli_choose_paper:
 * @value: (nullable): what was given after "--paper"; %NULL: the paper of the locale
 *
 * All that the program writes is for that paper.
 *
 * Returns: whether it is a paper, or was not given; if not, it was said
 */
gboolean
suivi_cli_choose_paper (const SuiviCliCommand *command, const char *value)
{
  g_autofree char *name = value != NULL ? g_ascii_strdown (value, -1) : g_strdup (SUIVI_PAPER_NAME_LOCALE);

  if ((value == NULL || !g_str_equal (name, SUIVI_PAPER_NAME_LOCALE)) && suivi_paper_choose (name))
    return TRUE;

  suivi_cli_wrong_usage (command, _ ("What follows %s must be one of: %s."), "--paper", "a4, letter");
  return FALSE;
}

/**
 * suivi_cli_parse_date:
 * @option: name of the option, "--date"
 * @value: (nullable): what was given
 *
 * Returns: whether it is a date, or was not given; if not, it was said
 */
gboolean
suivi_cli_parse_date (const SuiviCliCommand *command, const char *option, const char *value)
{
  if (value == NULL || suivi_date_is_valid (value))
    return TRUE;

  suivi_cli_wrong_usage (command, _ ("What follows %s must be a date such as 2026-11-22."), option);
  return FALSE;
}

/**
 * suivi_cli_set_author:
 * @author: (nullable): who works, as said on the command line
 *
 * Says who makes the steps that follow: @author, else what the environment variable SUIVI_AUTHOR says, else
 * the user's name; and for which organisation, if SUIVI_ORGANISATION says so.
 */
void
suivi_cli_set_author (SuiviStore *store, const char *author)
{
  const char *organisation = g_getenv ("SUIVI_ORGANISATION");
  const char *name = author;
  g_autofree char *valid = NULL;

  if (name == NULL || suivi_text_is_blank (name))
    name = g_getenv ("SUIVI_AUTHOR");
  if (name == NULL || !g_utf8_validate (name, -1, NULL) || suivi_text_is_blank (name))
    name = g_get_real_name ();
  if (g_str_equal (name, "Unknown"))
    name = g_get_user_name ();

  valid = suivi_text_make_valid (name, -1);
  if (organisation == NULL || !g_utf8_validate (organisation, -1, NULL))
    organisation = "";
  suivi_store_set_author (store, valid, organisation);
}

/**
 * suivi_cli_open:
 * @path: a workspace
 * @author: (nullable): who works, as said on the command line
 * @error: return location of a %SUIVI_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the open workspace
 */
SuiviStore *
suivi_cli_open (const char *path, const char *author, GError **error)
{
  SuiviStore *store = suivi_store_open (path, error);

  if (store != NULL)
    suivi_cli_set_author (store, author);

  return store;
}

/**
 * suivi_cli_begin:
 * @command: a command whose first argument is a workspace, and that has no option but perhaps --json
 * @args: (inout): its words
 * @json: (out) (nullable): whether --json was given; %NULL if the command does not have it
 * @status: (out): what to end with if there is no workspace
 *
 * Reads the command line and opens the workspace. What is wrong was said.
 *
 * Returns: (transfer full) (nullable): the open workspace
 */
SuiviStore *
suivi_cli_begin (const SuiviCliCommand *command, char ***args, gboolean *json, SuiviCliStatus *status)
{
  SuiviStore *store = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, json, N_ ("Write JSON"), NULL },
    { NULL },
  };

  *status = SUIVI_CLI_USAGE;
  if (!suivi_cli_parse (command, args, json != NULL ? options : NULL, NULL))
    return NULL;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    *status = suivi_cli_fail (error);

  return store;
}

/**
 * suivi_cli_find_review:
 *
 * Returns: (transfer full) (nullable): the review; if the workspace does not have it, @error says so
 */
SuiviReview *
suivi_cli_find_review (SuiviStore *store, const char *state, guint session, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SuiviReview *review = suivi_store_find_review (store, state, session, &local_error);

  if (review != NULL)
    return review;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                 _ ("The workspace has no review %s:%u. “suivi-cli reviews” lists those it has."), state,
                 session);

  return NULL;
}
