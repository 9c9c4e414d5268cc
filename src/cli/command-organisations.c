/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The organisations whose judgements a workspace holds. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/text/text.h"
#include "store/scorecard-store.h"

static void
print_json (GPtrArray *organisations)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();

  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < organisations->len; i++)
    {
      const SuiviOrganisation *organisation = g_ptr_array_index (organisations, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "name", organisation->name);
      suivi_cli_json_add_number (json, "judgements", organisation->n_judgements);
      suivi_cli_json_add_number (json, "agreements", organisation->n_agreements);
      suivi_cli_json_add_number (json, "contributions", organisation->n_contributions);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static void
print_table (GPtrArray *organisations)
{
  g_autoptr (SuiviCliTable) table = suivi_cli_table_new (4);
  /* Translators: titles of a table of organisations; below them, of how many judgements, agreed grades and contributions
   * to implementation each is */
  const char *const header[]
    = { _ ("Organisation"), _ ("Judgements"), _ ("Agreements"), _ ("Contributions"), NULL };

  if (organisations->len == 0)
    return;

  suivi_cli_table_add (table, header);
  for (guint i = 0; i < organisations->len; i++)
    {
      const SuiviOrganisation *organisation = g_ptr_array_index (organisations, i);
      g_autofree char *n_judgements = g_strdup_printf ("%u", organisation->n_judgements);
      g_autofree char *n_agreements = g_strdup_printf ("%u", organisation->n_agreements);
      g_autofree char *n_contributions = g_strdup_printf ("%u", organisation->n_contributions);
      const char *const cells[] = { suivi_organisation_to_label (organisation->name), n_judgements,
                                    n_agreements, n_contributions, NULL };

      suivi_cli_table_add (table, cells);
    }
  suivi_cli_table_print (table);
}

static SuiviCliStatus
list (SuiviStore *store, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) organisations = suivi_store_list_organisations (store, &error);

  if (organisations == NULL)
    return suivi_cli_fail (error);

  if (json)
    print_json (organisations);
  else
    print_table (organisations);

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
rename_one (SuiviStore *store, const char *from, const char *to)
{
  /* Translators: a step in the history; %s is the name of an organisation */
  g_autofree char *label = suivi_text_is_blank (from)
                             ? g_strdup (_ ("Say of which organisation judgements are"))
                             : g_strdup_printf (_ ("Rename the organisation %s"), from);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, label, &error);

  if (transaction == NULL || !suivi_transaction_rename_organisation (transaction, from, to, &error)
      || !suivi_transaction_commit (transaction, &error))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "rename", 0, 0, G_OPTION_ARG_FILENAME, &from,
      N_ ("Rename this organisation; \"\": what does not say of which organisation it is"), N_ ("NAME") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to,
      N_ ("Its name from now on; with the name of another one, the two become one"), N_ ("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write the list as JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !suivi_cli_check_text (self, "--rename", from)
      || !suivi_cli_check_text (self, "--to", to))
    return SUIVI_CLI_USAGE;
  if ((from == NULL) != (to == NULL))
    return suivi_cli_wrong_usage (self, _ ("%s and %s belong together."), "--rename", "--to");

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);

  return from != NULL ? rename_one (store, from, to) : list (store, json);
}

const SuiviCliCommand suivi_cli_command_organisations = {
  .name = "organisations",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List the organisations whose judgements there are, or rename one"),
  .run = run,
};
