/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/import-report.h"
#include "cli/watch.h"
#include "core/text/text.h"
#include "exchange/import.h"
#include "exchange/sheet/sheet-book.h"

/* More than any table program can show. */
#define MAX_SHEET 1000

/* How much of a strange table is shown in a sentence. */
#define MAX_HEADERS 12
#define MAX_HEADER  24

typedef struct
{
  char *format;
  char *review;
  char *map;
  char *encoding;
  char *separator;
  char *sheet;
  char *near;
  char **states;
  gboolean dry_run;
  gboolean skip_faulty;
  gboolean skip_conflicts;
  gboolean split;
  gboolean json;

  /* what became of them */
  char *state;
  guint session;
  char **only_states;
  SuiviPlanDecision decision;
  SuiviImportOptions *reading;
  guint n_conflicts;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->format);
  g_free (options->review);
  g_free (options->map);
  g_free (options->encoding);
  g_free (options->separator);
  g_free (options->sheet);
  g_free (options->near);
  g_strfreev (options->states);
  g_free (options->state);
  g_strfreev (options->only_states);
  g_clear_pointer (&options->reading, suivi_import_options_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
wrong_choice (const SuiviCliCommand *self, const char *option, const char *choices)
{
  suivi_cli_wrong_usage (self, _ ("What follows %s must be one of: %s."), option, choices);

  return FALSE;
}

/* --map says what the columns of a table mean, so that the file is taken for a table. */
static gboolean
parse_format (const SuiviCliCommand *self, Options *options)
{
  const char *format = options->format;

  if (format != NULL && !g_strv_contains (suivi_import_get_formats (), format))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) suivi_import_get_formats ());

      return wrong_choice (self, "--format", known);
    }
  if (options->map != NULL && format != NULL && !g_str_equal (format, "table"))
    {
      suivi_cli_wrong_usage (self, _ ("--map is for tables and does not go with --format %s."), format);
      return FALSE;
    }

  options->reading->format = g_strdup (options->map != NULL ? "table" : format);

  return TRUE;
}

static gboolean
parse_map (const SuiviCliCommand *self, Options *options)
{
  g_autoptr (GError) error = NULL;

  if (options->map == NULL)
    return TRUE;
  if (!suivi_cli_check_text (self, "--map", options->map))
    return FALSE;

  options->reading->mapping = suivi_table_mapping_parse (options->map, &error);
  if (options->reading->mapping == NULL)
    suivi_cli_wrong_usage (self, "%s", error->message);

  return options->reading->mapping != NULL;
}

static gboolean
parse_encoding (const SuiviCliCommand *self, Options *options)
{
  const char *const *known = suivi_sheet_get_encodings ();
  g_autofree char *choices = NULL;

  if (options->encoding == NULL)
    return TRUE;

  for (gsize i = 0; known[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (options->encoding, known[i]) == 0)
        {
          options->reading->encoding = g_strdup (known[i]);
          return TRUE;
        }
    }
  choices = g_strjoinv (", ", (char **) known);

  return wrong_choice (self, "--encoding", choices);
}

static gboolean
parse_separator (const SuiviCliCommand *self, Options *options)
{
  const char *separator = options->separator;

  if (separator == NULL)
    return TRUE;
  if (g_str_equal (separator, "tab") || g_str_equal (separator, "\t"))
    options->reading->separator = '\t';
  else if (strlen (separator) == 1 && strchr (",;|", *separator) != NULL)
    options->reading->separator = *separator;
  else
    return wrong_choice (self, "--separator", "\",\", \";\", \"|\", tab");

  return TRUE;
}

static gboolean
parse_sheet (const SuiviCliCommand *self, Options *options)
{
  guint64 sheet = 0;

  if (options->sheet == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (options->sheet, 10, 1, MAX_SHEET, &sheet, NULL))
    {
      suivi_cli_wrong_usage (self, _ ("What follows %s must be a number, 1 for the first."), "--sheet");
      return FALSE;
    }
  options->reading->sheet = sheet;

  return TRUE;
}

static gboolean
parse_near (const SuiviCliCommand *self, Options *options)
{
  const char *near = options->near;

  if (near == NULL || g_str_equal (near, "skip"))
    options->decision = SUIVI_DECISION_OPEN;
  else if (g_str_equal (near, "same"))
    options->decision = SUIVI_DECISION_SAME;
  else if (g_str_equal (near, "new"))
    options->decision = SUIVI_DECISION_NEW;
  else
    return wrong_choice (self, "--near", "same, new, skip");

  return TRUE;
}

/* "SVN,BGD"; said several times, all are meant. */
static gboolean
parse_states (const SuiviCliCommand *self, Options *options)
{
  g_autofree char *joined = NULL;

  if (options->states == NULL)
    return TRUE;

  joined = g_strjoinv (",", options->states);
  options->only_states = g_strsplit (joined, ",", -1);
  for (gsize i = 0; options->only_states[i] != NULL; i++)
    g_strstrip (options->only_states[i]);

  if (options->only_states[0] == NULL)
    suivi_cli_wrong_usage (self, _ ("Nothing stands after %s."), "--states");

  return options->only_states[0] != NULL && suivi_cli_check_states (self, options->only_states);
}

static gboolean
parse_options (const SuiviCliCommand *self, Options *options)
{
  options->reading = suivi_import_options_new ();

  if (options->review != NULL
      && !suivi_cli_parse_review (self, options->review, &options->state, &options->session))
    return FALSE;

  return parse_format (self, options) && parse_map (self, options) && parse_encoding (self, options)
         && parse_separator (self, options) && parse_sheet (self, options) && parse_near (self, options)
         && parse_states (self, options);
}

/* A few words of each are enough to know them again. */
static char *
list_headers (char **headers)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; headers[i] != NULL && i < MAX_HEADERS; i++)
    {
      g_autofree char *header = suivi_text_clean (headers[i]);
      g_autofree char *start = g_utf8_substring (header, 0, MIN (g_utf8_strlen (header, -1), MAX_HEADER));

      g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", start);
    }
  if (g_strv_length (headers) > MAX_HEADERS)
    g_string_append (list, ", …");

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* A table is of no use as long as nobody knows where the recommendations stand in it. */
static gboolean
knows_texts (SuiviImportPlan *plan)
{
  SuiviTablePreview *preview = suivi_import_plan_get_preview (plan);
  g_autofree char *headers = NULL;

  if (preview == NULL || preview->mapping == NULL
      || suivi_table_mapping_has (preview->mapping, SUIVI_TABLE_FIELD_TEXT))
    return TRUE;

  headers = list_headers (preview->headers);
  /* Translators: %s is a list of headers; "Header=text" is to be typed so, with one of them for "Header" */
  suivi_cli_say (_ ("Suivi cannot tell which column holds the recommendations. Say it with --map "
                    "\"Header=text\". The columns are: %s."),
                 headers);

  return FALSE;
}

/* Whether there are rows that do not name a review of their own, so that --review is about them. */
static gboolean
has_rows_without_review (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) groups = suivi_import_plan_list_groups (plan);

  for (guint i = 0; i < groups->len; i++)
    {
      if (((const SuiviPlanGroup *) g_ptr_array_index (groups, i))->state == NULL)
        return TRUE;
    }

  return groups->len == 0;
}

/* What was said on the command line counts more than what the file as a whole says. */
static void
choose_review (SuiviImportPlan *plan, const Options *options)
{
  SuiviReview *found = suivi_import_plan_get_review (plan);

  if (options->state == NULL)
    return;

  if (found != NULL && g_str_equal (found->state, options->state) && found->session == options->session)
    return;
  if (!has_rows_without_review (plan))
    {
      suivi_cli_say ("%s", _ ("Note: the rows of the file name their reviews; --review is left aside."));
      return;
    }
  if (found != NULL)
    {
      g_autofree char *token = suivi_review_to_token (found);

      suivi_cli_say (_ ("Note: the file says that it is about %s; it is imported as %s:%u, as you said."),
                     token, options->state, options->session);
    }
  suivi_import_plan_set_review (plan, options->state, options->session, NULL);
}

static gboolean
has_state (GPtrArray *groups, SuiviReview *review, const char *state)
{
  for (guint i = 0; i < groups->len; i++)
    {
      SuiviPlanGroup *group = g_ptr_array_index (groups, i);
      const char *of_group = group->state == NULL && review != NULL ? review->state : group->state;

      if (g_strcmp0 (of_group, state) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
choose_states (SuiviImportPlan *plan, char **states)
{
  g_autoptr (GPtrArray) groups = NULL;

  if (states == NULL)
    return;

  groups = suivi_import_plan_list_groups (plan);
  for (gsize i = 0; states[i] != NULL; i++)
    {
      if (!has_state (groups, suivi_import_plan_get_review (plan), states[i]))
        suivi_cli_say (_ ("Note: the file has nothing about %s."), states[i]);
    }
  suivi_import_plan_take_only_states (plan, (const char *const *) states);
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

static gboolean
has_conflict (SuiviPlanRow *row)
{
  GPtrArray *changes = suivi_plan_row_get_changes (row);

  for (guint i = 0; i < changes->len; i++)
    {
      if (((const SuiviFieldChange *) g_ptr_array_index (changes, i))->conflict)
        return TRUE;
    }

  return FALSE;
}

/* Returns: how many rows are left as they are, because somebody changed the same in the workspace */
static guint
leave_conflicts (SuiviImportPlan *plan)
{
  GListModel *rows = suivi_import_plan_get_rows (plan, SUIVI_PLAN_CHANGED);
  guint n_left = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);

      if (!has_conflict (row))
        continue;
      suivi_plan_row_set_included (row, FALSE);
      n_left++;
    }

  return n_left;
}

static SuiviCliStatus
fail (const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return suivi_cli_fail (error);

  suivi_cli_say ("%s", _ ("Cancelled. Nothing was written."));

  return SUIVI_CLI_FAILED;
}

static SuiviImportPlan *
read_plan (Options *options, const char *source, GError **error)
{
  g_autoptr (SuiviCliWatch) watch = suivi_cli_watch_new ();

  options->reading->progress = suivi_progress_ref (suivi_cli_watch_get_progress (watch));
  suivi_cli_watch_begin_phase (watch, _ ("Reading"));

  return suivi_import_read_file (source, options->reading, suivi_cli_watch_get_cancellable (watch), error);
}

/* Compares and, if all is well and wanted, writes. */
static gboolean
carry_out (Options *options, SuiviImportPlan *plan, SuiviStore *store, gboolean *faulty, GError **error)
{
  g_autoptr (SuiviCliWatch) watch = suivi_cli_watch_new ();
  SuiviProgress *progress = suivi_cli_watch_get_progress (watch);
  GCancellable *cancellable = suivi_cli_watch_get_cancellable (watch);

  suivi_cli_watch_begin_phase (watch, _ ("Comparing"));
  if (!suivi_import_plan_compare (plan, store, progress, cancellable, error))
    return FALSE;

  suivi_import_plan_decide_all (plan, options->decision);
  choose_split (plan, options->split);
  if (options->skip_conflicts)
    options->n_conflicts = leave_conflicts (plan);
  *faulty = suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY) > 0 && !options->skip_faulty;
  if (*faulty || options->dry_run)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  suivi_cli_watch_begin_phase (watch, _ ("Writing"));

  return suivi_import_plan_apply (plan, store, progress, cancellable, error);
}

static void
report (const Options *options, SuiviImportPlan *plan)
{
  if (options->json)
    {
      suivi_cli_import_report_print_json (plan);
      return;
    }

  suivi_cli_import_report_print (plan, options->split);
  if (suivi_import_plan_count_undecided (plan) > 0)
    suivi_cli_print ("%s\n",
                     _ ("What is nearly the same is left out. Decide with --near same or --near new."));
  if (options->n_conflicts > 0)
    suivi_cli_print (ngettext ("%u recommendation that changed in the workspace, too, is left as it is "
                               "(--skip-conflicts).\n",
                               "%u recommendations that changed in the workspace, too, are left as they are "
                               "(--skip-conflicts).\n",
                               options->n_conflicts),
                     options->n_conflicts);
  if (options->dry_run)
    suivi_cli_print ("%s\n", _ ("Nothing was written (--dry-run)."));
}

static SuiviCliStatus
import (Options *options, const char *file, const char *source)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gboolean faulty = FALSE;

  store = suivi_cli_open (file, NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  plan = read_plan (options, source, &error);
  if (plan == NULL)
    return fail (error);
  if (!knows_texts (plan))
    return SUIVI_CLI_FAILED;

  choose_review (plan, options);
  if (suivi_import_plan_needs_review (plan))
    {
      suivi_cli_say ("%s", _ ("The file does not say which review it is about. Say it with --review, such as "
                              "--review SVN:48."));
      return SUIVI_CLI_FAILED;
    }
  choose_states (plan, options->only_states);
  if (!carry_out (options, plan, store, &faulty, &error))
    return fail (error);

  report (options, plan);
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
      N_ ("Take the file for this format instead of recognising it"),
      "uhri|upr-info|ohchr-list|impact-oss|table|scorecard" },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options.review,
      N_ ("The review that the file is about, where it does not say so"), "ISO3:SESSION" },
    { "states", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.states,
      N_ ("Take only what is about these States"), "ISO3,…" },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &options.map, N_ ("What the columns of a table mean"),
      "\"HEADER=FIELD,…\"" },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &options.sheet, N_ ("Which sheet of a workbook, 1 for the first"),
      N_ ("NUMBER") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options.encoding,
      N_ ("Encoding of a text file, instead of detecting it"), N_ ("NAME") },
    { "separator", 0, 0, G_OPTION_ARG_FILENAME, &options.separator,
      N_ ("What parts the columns of a text file, instead of detecting it"), ",|;|tab" },
    { "near", 0, 0, G_OPTION_ARG_FILENAME, &options.near,
      N_ ("What to do with rows that are nearly one of the workspace; skip if not given"), "same|new|skip" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Say what would happen, and write nothing"),
      NULL },
    { "skip-faulty", 0, 0, G_OPTION_ARG_NONE, &options.skip_faulty,
      N_ ("Leave faulty rows out and import the others"), NULL },
    { "skip-conflicts", 0, 0, G_OPTION_ARG_NONE, &options.skip_conflicts,
      N_ ("Leave alone what changed in the workspace, too, since the file was written"), NULL },
    { "split", 0, 0, G_OPTION_ARG_NONE, &options.split,
      N_ ("Split recommendations that ask for several things"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Write the plan as JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !parse_options (self, &options))
    return SUIVI_CLI_USAGE;

  return import (&options, (*args)[1], (*args)[2]);
}

const SuiviCliCommand suivi_cli_command_import = {
  .name = "import",
  .arguments = "FILE SOURCE",
  .n_arguments = 2,
  .summary = N_ ("Import recommendations from a file"),
  .run = run,
};
