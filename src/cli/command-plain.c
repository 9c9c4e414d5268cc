/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reports add to the grades: words for children, and what civil society did. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/text/text.h"

static gboolean
parse_number (const SuiviCliCommand *self, char **args, const char *review)
{
  g_autofree char *state = NULL;
  guint session = 0;

  return suivi_cli_check_text (self, "NUMBER", args[2])
         && (review == NULL || suivi_cli_parse_review (self, review, &state, &session));
}

/* --- Words for children ----------------------------------------------------------------------------------- */

static char *
get_number (SuiviStore *store, const char *recommendation_id)
{
  g_autoptr (SuiviRecommendation) recommendation
             = suivi_store_get_recommendation (store, recommendation_id, NULL);

  return g_strdup (recommendation != NULL ? recommendation->number : "");
}

static void
print_wordings (SuiviStore *store, GPtrArray *wordings, gboolean as_json)
{
  g_autoptr (SuiviCliTable) table = as_json ? NULL : suivi_cli_table_new (3);
  g_autoptr (SuiviCliJson) json = as_json ? suivi_cli_json_new () : NULL;
  const char *const header[] = { _ ("Number"), _ ("Chosen"), _ ("In simple words"), NULL };

  if (as_json)
    suivi_cli_json_begin_array (json);
  else if (wordings->len > 0)
    suivi_cli_table_add (table, header);
  for (guint i = 0; i < wordings->len; i++)
    {
      const SuiviPlainWording *wording = g_ptr_array_index (wordings, i);
      g_autofree char *number = get_number (store, wording->recommendation_id);
      const char *const cells[] = { number, wording->chosen ? _ ("yes") : _ ("no"), wording->wording, NULL };

      if (!as_json)
        {
          suivi_cli_table_add (table, cells);
          continue;
        }
      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "number", number);
      suivi_cli_json_add_boolean (json, "chosen", wording->chosen);
      suivi_cli_json_add_text (json, "wording", wording->wording);
      suivi_cli_json_add_text (json, "explanation", wording->explanation);
      suivi_cli_json_end_object (json);
    }
  if (as_json)
    suivi_cli_json_end_array (json);
  else
    suivi_cli_table_print (table);
}

static gboolean
list_wordings (SuiviStore *store, const char *token, gboolean json, GError **error)
{
  g_autoptr (SuiviReview) review = NULL;
  g_autoptr (GPtrArray) wordings = NULL;
  g_autofree char *state = NULL;
  guint session = 0;

  if (token != NULL && suivi_review_parse_token (token, &state, &session))
    {
      review = suivi_cli_find_review (store, state, session, error);
      if (review == NULL)
        return FALSE;
    }
  wordings = suivi_store_list_plain_wordings (store, review != NULL ? review->id : NULL, error);
  if (wordings == NULL)
    return FALSE;

  print_wordings (store, wordings, json);
  return TRUE;
}

/* What is not given stays as it was. */
static gboolean
save_wording (SuiviStore *store,
              const char *token,
              const char *number,
              const char *wording,
              const char *explanation,
              int chosen,
              GError **error)
{
  g_autoptr (SuiviRecommendation) recommendation
             = suivi_cli_find_recommendation (store, token, number, error);
  g_autoptr (SuiviPlainWording) plain = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *label = NULL;

  if (recommendation == NULL)
    return FALSE;
  plain = suivi_store_get_plain_wording (store, recommendation->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (plain == NULL)
    plain = suivi_plain_wording_new (recommendation->id);
  suivi_cli_set (&plain->wording, wording);
  suivi_cli_set (&plain->explanation, explanation);
  if (chosen >= 0)
    plain->chosen = chosen;

  /* Translators: a step in the history; %s is the number of a recommendation */
  label = g_strdup_printf (_ ("Write recommendation %s for children"), number);
  transaction = suivi_store_begin (store, label, error);

  return transaction != NULL && suivi_transaction_put_plain_wording (transaction, plain, error)
         && suivi_transaction_commit (transaction, error);
}

static SuiviCliStatus
run_plain (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wording = NULL;
  g_autofree char *explanation = NULL;
  g_autofree char *review = NULL;
  gboolean choose = FALSE;
  gboolean leave_out = FALSE;
  gboolean json = FALSE;
  gboolean done = FALSE;
  const GOptionEntry entries[] = {
    { "wording", 0, 0, G_OPTION_ARG_FILENAME, &wording, N_ ("What it asks for, in words for children"),
      N_ ("TEXT") },
    { "explanation", 0, 0, G_OPTION_ARG_FILENAME, &explanation,
      N_ ("What became of it, in words for children"), N_ ("TEXT") },
    { "choose", 0, 0, G_OPTION_ARG_NONE, &choose, N_ ("The edition for children tells of it"), NULL },
    { "leave-out", 0, 0, G_OPTION_ARG_NONE, &leave_out, N_ ("The edition for children no longer tells of it"),
      NULL },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &review, N_ ("The review that the number belongs to"),
      "ISO3:SESSION" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write the list as JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !parse_number (self, *args, review)
      || !suivi_cli_check_text (self, "--wording", wording)
      || !suivi_cli_check_text (self, "--explanation", explanation))
    return SUIVI_CLI_USAGE;
  if (choose && leave_out)
    return suivi_cli_wrong_usage (self, _ ("%s and %s exclude each other."), "--choose", "--leave-out");
  if ((*args)[2] == NULL && (wording != NULL || explanation != NULL || choose || leave_out))
    return suivi_cli_wrong_usage (self, _ ("The number of the recommendation is missing."));
  if ((*args)[2] != NULL && wording == NULL && explanation == NULL && !choose && !leave_out)
    return suivi_cli_wrong_usage (self, _ ("%s is missing: it says what the recommendation asks for."),
                                  "--wording");

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  done = (*args)[2] == NULL ? list_wordings (store, review, json, &error)
                            : save_wording (store, review, (*args)[2], wording, explanation,
                                            choose ? TRUE : (leave_out ? FALSE : -1), &error);

  return done ? SUIVI_CLI_DONE : suivi_cli_fail (error);
}

const SuiviCliCommand suivi_cli_command_plain = {
  .name = "plain",
  .arguments = "FILE [NUMBER]",
  .n_arguments = 1,
  .n_optional = 1,
  .summary = N_ ("Write recommendations in words for children, or list what is written"),
  .run = run_plain,
};

/* --- What civil society did ------------------------------------------------------------------------------- */

static void
print_contributions (GPtrArray *contributions, gboolean as_json)
{
  g_autoptr (SuiviCliTable) table = as_json ? NULL : suivi_cli_table_new (3);
  g_autoptr (SuiviCliJson) json = as_json ? suivi_cli_json_new () : NULL;

  if (as_json)
    suivi_cli_json_begin_array (json);
  for (guint i = 0; i < contributions->len; i++)
    {
      const SuiviContribution *contribution = g_ptr_array_index (contributions, i);
      const char *const cells[]
        = { contribution->date, contribution->organisation, contribution->what, NULL };

      if (!as_json)
        {
          suivi_cli_table_add (table, cells);
          continue;
        }
      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "date", contribution->date);
      suivi_cli_json_add_text (json, "organisation", contribution->organisation);
      suivi_cli_json_add_text (json, "what", contribution->what);
      suivi_cli_json_end_object (json);
    }
  if (as_json)
    suivi_cli_json_end_array (json);
  else if (contributions->len > 0)
    suivi_cli_table_print (table);
}

static gboolean
list_contributions (SuiviStore *store, SuiviRecommendation *recommendation, gboolean json, GError **error)
{
  g_autoptr (GPtrArray) contributions = suivi_store_list_contributions (store, recommendation->id, error);

  if (contributions == NULL)
    return FALSE;

  print_contributions (contributions, json);
  return TRUE;
}

static gboolean
save_contribution (SuiviStore *store, SuiviContribution *contribution, const char *number, GError **error)
{
  /* Translators: a step in the history; %s is the number of a recommendation */
  g_autofree char *label = g_strdup_printf (_ ("Add what was done for recommendation %s"), number);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, label, error);

  return transaction != NULL && suivi_transaction_put_contribution (transaction, contribution, error)
         && suivi_transaction_commit (transaction, error);
}

static SuiviCliStatus
run_contribution (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviContribution) contribution = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autofree char *organisation = NULL;
  g_autofree char *date = NULL;
  g_autofree char *review = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "what", 0, 0, G_OPTION_ARG_FILENAME, &what,
      N_ ("What was done, in a sentence; without it, list what there is"), N_ ("TEXT") },
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation,
      N_ ("Who did it, if it was not the organisation you work for: SUIVI_ORGANISATION"), N_ ("NAME") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("When, whole or in part"), "YYYY-MM-DD" },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &review, N_ ("The review that the number belongs to"),
      "ISO3:SESSION" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write the list as JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !parse_number (self, *args, review)
      || !suivi_cli_check_text (self, "--what", what)
      || !suivi_cli_check_text (self, "--organisation", organisation))
    return SUIVI_CLI_USAGE;
  if (what == NULL && (organisation != NULL || date != NULL))
    return suivi_cli_wrong_usage (self, _ ("%s is missing: it says what was done."), "--what");
  if (date != NULL && !suivi_evidence_date_to_days (date, NULL, NULL))
    return suivi_cli_wrong_usage (
      self, _ ("What follows %s must be a date, whole or in part: 2026-11-22, 2026-11 or 2026."), "--date");

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  recommendation = suivi_cli_find_recommendation (store, review, (*args)[2], &error);
  if (recommendation == NULL)
    return suivi_cli_fail (error);
  if (what == NULL)
    return list_contributions (store, recommendation, json, &error) ? SUIVI_CLI_DONE : suivi_cli_fail (error);

  contribution = suivi_contribution_new (recommendation->id);
  suivi_cli_set (&contribution->what, what);
  suivi_cli_set (&contribution->organisation, organisation);
  suivi_cli_set (&contribution->date, date);
  if (!save_contribution (store, contribution, recommendation->number, &error))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_contribution = {
  .name = "contribution",
  .arguments = "FILE NUMBER",
  .n_arguments = 2,
  .summary = N_ ("Add or list what civil society did about a recommendation"),
  .run = run_contribution,
};
