/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli/command.h"
#include "store/transaction.h"

static gboolean
add_review (SuiviStore *store, const char *state, guint session, GError **error)
{
  g_autoptr (SuiviReview) review = suivi_review_new (state, session);
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autofree char *name = suivi_review_to_label (review);
  g_autofree char *label = NULL;

  /* Translators: a step in the history; %s is a review, "Slovenia, session 48" */
  label = g_strdup_printf (_ ("Add the review %s"), name);
  transaction = suivi_store_begin (store, label, error);

  return transaction != NULL && suivi_transaction_put_review (transaction, review, error)
         && suivi_transaction_commit (transaction, error);
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;
  g_autofree char *state = NULL;
  guint session = 0;
  const GOptionEntry options[] = {
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &token, N_ ("Put this review into it"), "ISO3:SESSION" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, NULL))
    return SUIVI_CLI_USAGE;
  if (token != NULL && !suivi_cli_parse_review (self, token, &state, &session))
    return SUIVI_CLI_USAGE;

  store = suivi_store_create ((*args)[1], &error);
  if (store == NULL)
    return suivi_cli_fail (error);

  suivi_cli_set_author (store, NULL);
  if (state != NULL && !add_review (store, state, session, &error))
    {
      g_clear_pointer (&store, suivi_store_close);
      g_unlink ((*args)[1]);
      return suivi_cli_fail (error);
    }

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_new = {
  .name = "new",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Make a new workspace"),
  .run = run,
};
