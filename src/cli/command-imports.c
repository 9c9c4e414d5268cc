/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/table.h"

static void
print_json (GPtrArray *imports)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();

  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < imports->len; i++)
    {
      SuiviImport *import = g_ptr_array_index (imports, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "id", import->id);
      suivi_cli_json_add_text (json, "at", import->imported_at);
      suivi_cli_json_add_text (json, "author", import->imported_by);
      suivi_cli_json_add_text (json, "file", import->file_name);
      suivi_cli_json_add_text (json, "sha256", import->sha256);
      suivi_cli_json_add_text (json, "format", import->format);
      suivi_cli_json_add_number (json, "rows", import->rows);
      suivi_cli_json_add_number (json, "new", import->n_new);
      suivi_cli_json_add_number (json, "changed", import->n_changed);
      suivi_cli_json_add_number (json, "same", import->n_same);
      suivi_cli_json_add_number (json, "left_out", import->n_left_out);
      suivi_cli_json_add_number (json, "now", import->n_now);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static void
print_table (GPtrArray *imports)
{
  g_autoptr (SuiviCliTable) table = suivi_cli_table_new (9);
  /* Translators: titles of a table of imports; the numbers below them are numbers of recommendations */
  const char *const header[] = { _ ("Imported (UTC)"), _ ("Format"),   _ ("Rows"), _ ("New"),  _ ("Changed"),
                                 _ ("The same"),       _ ("Left out"), _ ("By"),   _ ("File"), NULL };

  if (imports->len == 0)
    return;

  suivi_cli_table_add (table, header);
  for (guint i = 0; i < imports->len; i++)
    {
      SuiviImport *import = g_ptr_array_index (imports, i);
      g_autofree char *rows = g_strdup_printf ("%u", import->rows);
      g_autofree char *n_new = g_strdup_printf ("%u", import->n_new);
      g_autofree char *n_changed = g_strdup_printf ("%u", import->n_changed);
      g_autofree char *n_same = g_strdup_printf ("%u", import->n_same);
      g_autofree char *n_left_out = g_strdup_printf ("%u", import->n_left_out);
      const char *const cells[]
        = { import->imported_at, import->format,    rows, n_new, n_changed, n_same, n_left_out,
            import->imported_by, import->file_name, NULL };

      suivi_cli_table_add (table, cells);
    }
  suivi_cli_table_print (table);
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GError) error = NULL;
  SuiviCliStatus status = SUIVI_CLI_DONE;
  gboolean json = FALSE;

  store = suivi_cli_begin (self, args, &json, &status);
  if (store == NULL)
    return status;
  imports = suivi_store_list_imports (store, &error);
  if (imports == NULL)
    return suivi_cli_fail (error);

  if (json)
    print_json (imports);
  else
    print_table (imports);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_imports = {
  .name = "imports",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List the files that a workspace came from"),
  .run = run,
};
