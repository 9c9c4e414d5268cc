/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/table.h"

static void
print_json (GPtrArray *entries)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();

  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < entries->len; i++)
    {
      SuiviHistoryEntry *entry = g_ptr_array_index (entries, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_number (json, "sequence", entry->sequence);
      suivi_cli_json_add_text (json, "kind", entry->kind);
      if (entry->target > 0)
        suivi_cli_json_add_number (json, "target", entry->target);
      suivi_cli_json_add_text (json, "label", entry->label);
      suivi_cli_json_add_text (json, "author", entry->author);
      suivi_cli_json_add_text (json, "organisation", entry->organisation);
      suivi_cli_json_add_text (json, "at", entry->at);
      suivi_cli_json_add_text (json, "hash", entry->hash);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static char *
describe (SuiviHistoryEntry *entry)
{
  if (g_str_equal (entry->kind, "undo"))
    return g_strdup_printf (_ ("Undo: %s"), entry->label);
  if (g_str_equal (entry->kind, "redo"))
    return g_strdup_printf (_ ("Redo: %s"), entry->label);
  return g_strdup (entry->label);
}

static void
print_table (GPtrArray *entries)
{
  g_autoptr (SuiviCliTable) table = suivi_cli_table_new (4);

  for (guint i = 0; i < entries->len; i++)
    {
      SuiviHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
      g_autofree char *label = describe (entry);
      const char *const cells[] = { sequence, entry->at, entry->author, label, NULL };

      suivi_cli_table_add (table, cells);
    }
  suivi_cli_table_print (table);
}

static SuiviCliStatus
run_history (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  SuiviCliStatus status = SUIVI_CLI_DONE;
  gboolean json = FALSE;

  store = suivi_cli_begin (self, args, &json, &status);
  if (store == NULL)
    return status;
  entries = suivi_store_list_history (store, 0, &error);
  if (entries == NULL)
    return suivi_cli_fail (error);

  if (json)
    print_json (entries);
  else
    print_table (entries);

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
run_undo (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SuiviCliStatus status = SUIVI_CLI_DONE;

  store = suivi_cli_begin (self, args, NULL, &status);
  if (store == NULL)
    return status;
  if (!suivi_store_undo (store, &error))
    return suivi_cli_fail (error);

  /* What can be redone now is what was undone. */
  suivi_cli_print (_ ("Undone: %s\n"), suivi_store_get_redo_label (store));

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
run_redo (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SuiviCliStatus status = SUIVI_CLI_DONE;

  store = suivi_cli_begin (self, args, NULL, &status);
  if (store == NULL)
    return status;
  if (!suivi_store_redo (store, &error))
    return suivi_cli_fail (error);

  suivi_cli_print (_ ("Done again: %s\n"), suivi_store_get_undo_label (store));

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
run_check (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  SuiviCliStatus status = SUIVI_CLI_DONE;

  store = suivi_cli_begin (self, args, NULL, &status);
  if (store == NULL)
    return status;
  if (!suivi_store_check (store, &problems, &error))
    return suivi_cli_fail (error);

  if (problems == NULL || problems->len == 0)
    {
      suivi_cli_print ("ok\n");
      return SUIVI_CLI_DONE;
    }

  for (guint i = 0; i < problems->len; i++)
    suivi_cli_print ("%s\n", (const char *) g_ptr_array_index (problems, i));
  suivi_cli_say ("%s", _ ("The workspace is damaged. Work on with a copy from before, and keep this file."));

  return SUIVI_CLI_FAILED;
}

const SuiviCliCommand suivi_cli_command_history = {
  .name = "history",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List what was done, the latest first"),
  .run = run_history,
};

const SuiviCliCommand suivi_cli_command_undo = {
  .name = "undo",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Take the last step back"),
  .run = run_undo,
};

const SuiviCliCommand suivi_cli_command_redo = {
  .name = "redo",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Do again what was undone"),
  .run = run_redo,
};

const SuiviCliCommand suivi_cli_command_check = {
  .name = "check",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Examine a workspace for damage"),
  .run = run_check,
};
