/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/drafts.h"

/* What of a key the table shows, and the least that must be given of one. */
#define KEY_SHOWN  8
#define KEY_LENGTH 36

typedef gboolean (
  *DraftFunc) (SuiviStore *store, SuiviPriority *priority, SuiviDraft *draft, gpointer data, GError **error);

/* Calls @func with each draft of the issue; for an issue that has none, once with %NULL, if @with_empty. */
static gboolean
foreach_of_issue (SuiviStore *store,
                  SuiviPriority *priority,
                  gboolean with_empty,
                  DraftFunc func,
                  gpointer data,
                  GError **error)
{
  g_autoptr (GPtrArray) drafts = suivi_store_list_drafts (store, priority->id, error);

  if (drafts == NULL)
    return FALSE;
  if (drafts->len == 0 && with_empty)
    return func (store, priority, NULL, data, error);

  for (guint i = 0; i < drafts->len; i++)
    {
      if (!func (store, priority, g_ptr_array_index (drafts, i), data, error))
        return FALSE;
    }

  return TRUE;
}

/* --state, if it was given, is the code of a State. */
static gboolean
check_state (const SuiviCliCommand *self, char **state)
{
  char *codes[] = { *state, NULL };
  gboolean ok = suivi_cli_check_states (self, codes);

  /* It was put in capitals. */
  *state = codes[0];

  return ok;
}

/* --- List ------------------------------------------------------------------------------------------------- */

static gboolean
add_to_table (SuiviStore *store, SuiviPriority *priority, SuiviDraft *draft, gpointer data, GError **error)
{
  SuiviCliTable *table = data;
  g_autofree char *key = draft != NULL ? g_strndup (draft->id, KEY_SHOWN) : g_strdup ("–");
  g_autofree char *text = draft != NULL ? suivi_text_clean (draft->text) : g_strdup ("");
  const char *const cells[]
    = { priority->state, key,  draft != NULL ? suivi_stage_to_label (draft->stage) : "–",
        priority->title, text, NULL };

  suivi_cli_table_add (table, cells);

  return TRUE;
}

static gboolean
print_table (SuiviStore *store, GPtrArray *priorities, GError **error)
{
  g_autoptr (SuiviCliTable) table = suivi_cli_table_new (5);
  const char *const titles[]
    = { _ ("State"), _ ("Key"), _ ("Stage"), _ ("Issue"), _ ("Draft recommendation"), NULL };

  if (priorities->len == 0)
    return TRUE;

  suivi_cli_table_add (table, titles);
  for (guint i = 0; i < priorities->len; i++)
    {
      if (!foreach_of_issue (store, g_ptr_array_index (priorities, i), TRUE, add_to_table, table, error))
        return FALSE;
    }
  suivi_cli_table_print (table);

  return TRUE;
}

static gboolean
add_asked (SuiviCliJson *json, SuiviStore *store, SuiviDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) requests = suivi_store_list_requests (store, draft->id, error);
  g_autoptr (GPtrArray) states = g_ptr_array_new ();

  for (guint i = 0; requests != NULL && i < requests->len; i++)
    {
      const SuiviRequest *request = g_ptr_array_index (requests, i);

      g_ptr_array_add (states, request->state);
    }
  g_ptr_array_add (states, NULL);
  suivi_cli_json_add_list (json, "asked", (const char *const *) states->pdata);

  return requests != NULL;
}

static gboolean
add_translations (SuiviCliJson *json, SuiviStore *store, SuiviDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) translations = suivi_store_list_translations (store, draft->id, error);
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  for (guint i = 0; translations != NULL && i < translations->len; i++)
    {
      const SuiviTranslation *translation = g_ptr_array_index (translations, i);

      g_ptr_array_add (languages, translation->language);
    }
  g_ptr_array_add (languages, NULL);
  suivi_cli_json_add_list (json, "translations", (const char *const *) languages->pdata);

  return translations != NULL;
}

static gboolean
add_support (SuiviCliJson *json, SuiviStore *store, SuiviDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) backings = suivi_store_list_backings (store, draft->priority_id, draft->id, error);

  suivi_cli_json_add_number (json, "support", backings != NULL ? backings->len : 0);

  return backings != NULL;
}

static gboolean
add_to_json (SuiviStore *store, SuiviPriority *priority, SuiviDraft *draft, gpointer data, GError **error)
{
  SuiviCliJson *json = data;
  gboolean judged = draft->impact != SUIVI_IMPACT_UNJUDGED;
  gboolean ok = FALSE;

  suivi_cli_json_begin_object (json);
  suivi_cli_json_add_text (json, "id", draft->id);
  suivi_cli_json_add_text (json, "text", draft->text);
  suivi_cli_json_add_text (json, "language", draft->language);
  suivi_cli_json_add_text (json, "stage", suivi_stage_to_nick (draft->stage));
  suivi_cli_json_add_text (json, "means", draft->means);
  suivi_cli_json_add_text (json, "impact", judged ? suivi_impact_to_nick (draft->impact) : NULL);
  ok = add_support (json, store, draft, error) && add_asked (json, store, draft, error)
       && add_translations (json, store, draft, error);
  suivi_cli_json_end_object (json);

  return ok;
}

static gboolean
print_json (SuiviStore *store, GPtrArray *priorities, GError **error)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();
  gboolean ok = TRUE;

  suivi_cli_json_begin_array (json);
  for (guint i = 0; ok && i < priorities->len; i++)
    {
      SuiviPriority *priority = g_ptr_array_index (priorities, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "id", priority->id);
      suivi_cli_json_add_text (json, "state", priority->state);
      suivi_cli_json_add_text (json, "title", priority->title);
      suivi_cli_json_add_text (json, "explanation", priority->explanation);
      suivi_cli_json_add_list (json, "articles", (const char *const *) priority->articles);
      suivi_cli_json_add_text (json, "rights", priority->rights);
      suivi_cli_json_text (json, "drafts");
      suivi_cli_json_begin_array (json);
      ok = foreach_of_issue (store, priority, FALSE, add_to_json, json, error);
      suivi_cli_json_end_array (json);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);

  return ok;
}

static SuiviCliStatus
run_drafts (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) priorities = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  gboolean json = FALSE;
  gboolean ok = FALSE;
  const GOptionEntry options[] = {
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &state, N_ ("Only drafts for this State under review"), "ISO3" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, NULL) || !check_state (self, &state))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  priorities = suivi_store_list_priorities (store, state, &error);
  if (priorities == NULL)
    return suivi_cli_fail (error);

  ok = json ? print_json (store, priorities, &error) : print_table (store, priorities, &error);

  return ok ? SUIVI_CLI_DONE : suivi_cli_fail (error);
}

/* --- Export ----------------------------------------------------------------------------------------------- */

static gboolean
collect (SuiviStore *store, SuiviPriority *priority, SuiviDraft *draft, gpointer data, GError **error)
{
  g_ptr_array_add (data, g_strdup (draft->id));

  return TRUE;
}

/* The drafts for the State, or all. */
static GPtrArray *
list_ids (SuiviStore *store, const char *state, GError **error)
{
  g_autoptr (GPtrArray) priorities = suivi_store_list_priorities (store, state, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (priorities == NULL)
    return NULL;
  for (guint i = 0; i < priorities->len; i++)
    {
      if (!foreach_of_issue (store, g_ptr_array_index (priorities, i), FALSE, collect, ids, error))
        return NULL;
    }

  return g_steal_pointer (&ids);
}

/* The draft whose key is @key or begins so. */
static const char *
find_id (GPtrArray *ids, const char *key, GError **error)
{
  const char *found = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (!g_str_has_prefix (id, key))
        continue;
      if (found != NULL)
        {
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                       _ ("Several drafts have a key that begins with “%s”. Give more of it."), key);
          return NULL;
        }
      found = id;
    }
  if (found == NULL)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                 _ ("There is no draft “%s”. “suivi-cli drafts” lists them with their keys."), key);

  return found;
}

/* All that may be chosen, if nothing was named. */
static GPtrArray *
choose (GPtrArray *ids, char **keys, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; keys == NULL && i < ids->len; i++)
    g_ptr_array_add (chosen, g_ptr_array_index (ids, i));
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const char *id = find_id (ids, keys[i], error);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (chosen, (char *) id);
    }
  g_ptr_array_add (chosen, NULL);

  return g_steal_pointer (&chosen);
}

static gboolean
check_keys (const SuiviCliCommand *self, char **keys)
{
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      if (!suivi_cli_check_text (self, "--draft", keys[i]))
        return FALSE;
      if (strlen (keys[i]) < KEY_SHOWN || strlen (keys[i]) > KEY_LENGTH)
        {
          suivi_cli_wrong_usage (self, _ ("What follows %s must be a key, or its first %d letters or more."),
                                 "--draft", KEY_SHOWN);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_output (const SuiviCliCommand *self,
              const char *output,
              const char *format_name,
              SuiviDraftsFormat *format)
{
  if (output == NULL)
    {
      suivi_cli_wrong_usage (self, _ ("%s is missing: it says which file to write."), "--output");
      return FALSE;
    }
  if (format_name != NULL
      && (strchr (format_name, '.') != NULL || !suivi_drafts_format_from_name (format_name, format)))
    {
      suivi_cli_wrong_usage (self, _ ("What follows %s must be one of: %s."), "--format",
                             "docx, pdf, xlsx, csv");
      return FALSE;
    }
  if (format_name == NULL
      && (strchr (output, '.') == NULL || !suivi_drafts_format_from_name (output, format)))
    {
      suivi_cli_wrong_usage (
        self,
        _ ("The name of the file after %s must end in one of: %s. Otherwise say the format "
           "with %s."),
        "--output", ".docx, .pdf, .xlsx, .csv", "--format");
      return FALSE;
    }

  return TRUE;
}

static SuiviCliStatus
run_export (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *state = NULL;
  g_auto (GStrv) keys = NULL;
  SuiviDraftsFormat format = SUIVI_DRAFTS_DOCX;
  const GOptionEntry options[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), "OUT" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
      N_ ("Write this format instead of the one that the name of the file ends in"), "docx|pdf|xlsx|csv" },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &state, N_ ("Only drafts for this State under review"), "ISO3" },
    { "draft", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &keys,
      N_ ("Only the draft with this key; may be given several times"), "KEY" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, NULL) || !check_output (self, output, format_name, &format)
      || !check_state (self, &state) || !check_keys (self, keys))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  ids = list_ids (store, state, &error);
  if (ids == NULL)
    return suivi_cli_fail (error);
  if (ids->len == 0 && state != NULL && keys == NULL)
    {
      suivi_cli_say (_ ("There is no draft for %s, so nothing was written."), suivi_state_get_name (state));
      return SUIVI_CLI_FAILED;
    }

  chosen = choose (ids, keys, &error);
  /* Of a workspace without drafts, the writer says so. */
  if (chosen == NULL
      || !suivi_drafts_write (store, ids->len > 0 ? (const char *const *) chosen->pdata : NULL, format,
                              output, NULL, &error))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_drafts = {
  .name = "drafts",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List issues and drafts of recommendations"),
  .run = run_drafts,
};

const SuiviCliCommand suivi_cli_command_export_drafts = {
  .name = "export-drafts",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Write drafts as a Word, PDF, Excel or CSV file"),
  .run = run_export,
};
