/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "core/text/text.h"
#include "exchange/scorecard-source.h"
#include "store/scorecard-store.h"

/* Returns: (transfer none) (nullable): the edition of that title, in any case; %NULL if there is none */
static const SuiviEdition *
find_edition (GPtrArray *editions, const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);
      g_autofree char *other = g_utf8_casefold (edition->title, -1);

      if (g_str_equal (other, folded))
        return edition;
    }

  return NULL;
}

/* Ties the edition to its review, and to the edition that it is compared with. */
static gboolean
complete (SuiviEdition *edition,
          SuiviStore *store,
          const char *state,
          guint session,
          const char *previous_title,
          GError **error)
{
  g_autoptr (SuiviReview) review = suivi_cli_find_review (store, state, session, error);
  g_autoptr (GPtrArray) editions = NULL;
  const SuiviEdition *previous = NULL;

  if (review == NULL)
    return FALSE;
  editions = suivi_store_list_editions (store, review->id, error);
  if (editions == NULL)
    return FALSE;

  if (find_edition (editions, edition->title) != NULL)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                   _ ("There is an edition “%s” of this review. Give this one another title."),
                   edition->title);
      return FALSE;
    }
  if (previous_title != NULL)
    {
      previous = find_edition (editions, previous_title);
      if (previous == NULL)
        {
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                       _ ("There is no edition “%s” of this review to compare with."), previous_title);
          return FALSE;
        }
      edition->previous_id = g_strdup (previous->id);
    }
  edition->review_id = g_strdup (review->id);

  return TRUE;
}

/* Returns: how many recommendations were frozen; -1 with @error set on failure */
static int
freeze (SuiviStore *store, SuiviEdition *edition, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  /* Translators: name of a step that can be undone */
  transaction = suivi_store_begin (store, _ ("Freeze an edition"), error);
  if (transaction == NULL || !suivi_transaction_freeze_edition (transaction, edition, error)
      || !suivi_transaction_commit (transaction, error))
    return -1;
  rows = suivi_store_list_edition_rows (store, edition->id, error);

  return rows != NULL ? (int) rows->len : -1;
}

static gboolean
count_open_cb (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  int *n = user_data;

  *n += suivi_scorecard_entry_get_open_apart (entry) > 0;

  return TRUE;
}

/* Returns: on how many of its recommendations organisations differ and none agreed; -1 with @error set on failure */
static int
count_open (SuiviStore *store, const SuiviEdition *edition, GError **error)
{
  g_autoptr (SuiviScorecardSource) source
             = suivi_scorecard_source_new_for_edition (store, edition->id, NULL, error);
  int n = 0;

  return source != NULL && suivi_scorecard_source_foreach (source, count_open_cb, &n, NULL, error) ? n : -1;
}

/* Returns: (nullable): the options that nobody gave, all of them at once; %NULL if there are none */
static char *
list_missing (const char *review, const char *title, const char *cut_off)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (review == NULL)
    g_strv_builder_add (missing, "--review");
  if (title == NULL)
    g_strv_builder_add (missing, "--title");
  if (cut_off == NULL)
    g_strv_builder_add (missing, "--cut-off");
  names = g_strv_builder_end (missing);

  return names[0] != NULL ? g_strjoinv (", ", names) : NULL;
}

#define UNITS  "recommendation|recommendation-state"
#define PARTS  "own|noted"
#define SCALES "traffic-light|iri|extent"

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviEdition) edition = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;
  g_autofree char *title = NULL;
  g_autofree char *cut_off = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *state = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *missing = NULL;
  g_auto (GStrv) authors = NULL;
  g_autofree char *method = NULL;
  g_autofree char *note = NULL;
  g_autofree char *unit_nick = NULL;
  g_autofree char *part_nick = NULL;
  g_autofree char *scale_nick = NULL;
  int unit = SUIVI_COUNTING_UNIT_RECOMMENDATION;
  int part = SUIVI_PART_RULE_OWN;
  int scale = SUIVI_SCALE_LIGHT;
  guint session = 0;
  int n_rows = 0;
  int n_open = 0;
  const GOptionEntry options[] = {
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &token, N_ ("The review whose scorecard is frozen"),
      "ISO3:SESSION" },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_ ("How the edition is called"), N_ ("TEXT") },
    { "cut-off", 0, 0, G_OPTION_ARG_FILENAME, &cut_off, N_ ("Leave later grades aside"), "YYYY-MM-DD" },
    { "previous", 0, 0, G_OPTION_ARG_FILENAME, &previous, N_ ("Title of the edition to compare with"),
      N_ ("TEXT") },
    { "author", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &authors, N_ ("Who made it: a person or an organisation"),
      N_ ("NAME") },
    { "method", 0, 0, G_OPTION_ARG_FILENAME, &method, N_ ("How the grades were given"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_ ("Anything else to know"), N_ ("TEXT") },
    { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit_nick, N_ ("What is counted"), UNITS },
    { "part", 0, 0, G_OPTION_ARG_FILENAME, &part_nick, N_ ("Where what is supported in part is counted"),
      PARTS },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &scale_nick, N_ ("The scale that it speaks"), SCALES },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, NULL))
    return SUIVI_CLI_USAGE;
  missing = list_missing (token, title, cut_off);
  if (missing != NULL)
    return suivi_cli_wrong_usage (self, _ ("An edition needs this, too: %s."), missing);
  if (!suivi_cli_parse_review (self, token, &state, &session)
      || !suivi_cli_check_text (self, "--title", title)
      || !suivi_cli_check_text (self, "--previous", previous)
      || !suivi_cli_parse_date (self, "--cut-off", cut_off)
      || !suivi_cli_check_texts (self, "--author", authors)
      || !suivi_cli_check_text (self, "--method", method) || !suivi_cli_check_text (self, "--note", note)
      || !suivi_cli_parse_nick (self, "--unit", SUIVI_TYPE_COUNTING_UNIT, unit_nick, UNITS, &unit)
      || !suivi_cli_parse_nick (self, "--part", SUIVI_TYPE_PART_RULE, part_nick, PARTS, &part)
      || !suivi_cli_parse_nick (self, "--scale", SUIVI_TYPE_SCALE, scale_nick, SCALES, &scale))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  clean = suivi_text_clean (title);
  edition = suivi_edition_new (clean, cut_off);
  edition->unit = unit;
  edition->part_rule = part;
  edition->scale = scale;
  suivi_cli_set (&edition->method, method);
  suivi_cli_set (&edition->note, note);
  if (authors != NULL)
    {
      g_strfreev (edition->authors);
      edition->authors = suivi_cli_clean_texts (authors);
    }
  if (!complete (edition, store, state, session, previous, &error))
    return suivi_cli_fail (error);
  n_rows = freeze (store, edition, &error);
  if (n_rows < 0)
    return suivi_cli_fail (error);

  suivi_cli_print (ngettext ("%s: %d recommendation frozen\n", "%s: %d recommendations frozen\n", n_rows),
                   edition->title, n_rows);
  n_open = count_open (store, edition, &error);
  if (n_open < 0)
    return suivi_cli_fail (error);
  if (n_open > 0)
    {
      g_autofree char *open = g_strdup_printf (
        ngettext ("The organisations differ on %u recommendation, and nothing is agreed yet.",
                  "The organisations differ on %u recommendations, and nothing is agreed yet.", n_open),
        (guint) n_open);

      suivi_cli_print ("%s\n", open);
    }

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_freeze = {
  .name = "freeze",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Freeze an edition of the scorecard"),
  .run = run,
};
