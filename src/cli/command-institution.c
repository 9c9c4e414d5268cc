/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The institutions of the State that are to implement a recommendation. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "cli/json.h"

static gboolean
save (SuiviStore *store,
      const SuiviRecommendation *recommendation,
      char **added,
      char **removed,
      GError **error)
{
  const char *const ids[] = { recommendation->id, NULL };
  /* Translators: a step in the history; %s is the number of a recommendation */
  g_autofree char *label
    = g_strdup_printf (_ ("Set the institutions of recommendation %s"), recommendation->number);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, label, error);
  gboolean ok = transaction != NULL;

  for (gsize i = 0; ok && removed != NULL && removed[i] != NULL; i++)
    ok = suivi_transaction_remove_institution (transaction, ids, removed[i], error);
  for (gsize i = 0; ok && added != NULL && added[i] != NULL; i++)
    ok = suivi_transaction_add_institution (transaction, ids, added[i], error);

  return ok && suivi_transaction_commit (transaction, error);
}

static void
print (const SuiviRecommendation *recommendation, gboolean as_json)
{
  g_autoptr (SuiviCliJson) json = as_json ? suivi_cli_json_new () : NULL;

  if (as_json)
    suivi_cli_json_begin_array (json);
  for (gsize i = 0; recommendation->institutions[i] != NULL; i++)
    {
      if (as_json)
        suivi_cli_json_text (json, recommendation->institutions[i]);
      else
        suivi_cli_print ("%s\n", recommendation->institutions[i]);
    }
  if (as_json)
    suivi_cli_json_end_array (json);
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) added = NULL;
  g_auto (GStrv) removed = NULL;
  g_autofree char *review = NULL;
  g_autofree char *state = NULL;
  guint session = 0;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &added, N_ ("An institution that is to implement it"),
      N_ ("NAME") },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &removed, N_ ("An institution that is not, after all"),
      N_ ("NAME") },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &review, N_ ("The review that the number belongs to"),
      "ISO3:SESSION" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write the list as JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !suivi_cli_check_text (self, "NUMBER", (*args)[2])
      || !suivi_cli_check_texts (self, "--add", added) || !suivi_cli_check_texts (self, "--remove", removed)
      || (review != NULL && !suivi_cli_parse_review (self, review, &state, &session)))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  recommendation = suivi_cli_find_recommendation (store, review, (*args)[2], &error);
  if (recommendation == NULL)
    return suivi_cli_fail (error);

  if (added == NULL && removed == NULL)
    print (recommendation, json);
  else if (!save (store, recommendation, added, removed, &error))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_institution = {
  .name = "institution",
  .arguments = "FILE NUMBER",
  .n_arguments = 2,
  .summary = N_ ("Add, remove or list the institutions that are to implement a recommendation"),
  .run = run,
};
