/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "exchange/consultation-documents.h"
#include "store/consultation-store.h"

/* The documents, as the command line names them. */
static const struct
{
  const char *name;
  SuiviConsultationDocument document;
} documents[] = {
  { "checklist", SUIVI_DOCUMENT_CHECKLIST },
  { "consent", SUIVI_DOCUMENT_CONSENT_SHEETS },
  { "information", SUIVI_DOCUMENT_INFORMATION_SHEET },
  { "letter", SUIVI_DOCUMENT_FEEDBACK_LETTER },
  { "report", SUIVI_DOCUMENT_REPORT },
};

static gboolean
parse_document (const char *name, SuiviConsultationDocument *document)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      if (g_ascii_strcasecmp (name, documents[i].name) == 0)
        {
          *document = documents[i].document;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
check_options (const SuiviCliCommand *self,
               const char *key,
               const char *output,
               const char *name,
               SuiviConsultationDocument *document)
{
  if (key == NULL || *key == '\0')
    {
      suivi_cli_wrong_usage (self, _ ("%s is missing: it says which consultation."), "--consultation");
      return FALSE;
    }
  if (!suivi_cli_check_text (self, "--consultation", key))
    return FALSE;
  if (output == NULL)
    {
      suivi_cli_wrong_usage (self, _ ("%s is missing: it says which file to write."), "--output");
      return FALSE;
    }
  if (name != NULL && !parse_document (name, document))
    {
      suivi_cli_wrong_usage (self, _ ("What follows %s must be one of: %s."), "--document",
                             "checklist, consent, information, letter, report");
      return FALSE;
    }

  return TRUE;
}

/* The consultation whose key is @key or begins so. */
static const char *
find_id (GPtrArray *records, const char *key, GError **error)
{
  const char *found = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const SuiviConsultationRecord *record = g_ptr_array_index (records, i);

      if (!g_str_has_prefix (record->consultation->id, key))
        continue;
      if (found != NULL)
        {
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                       _ ("Several consultations have a key that begins with “%s”. Give more of it."), key);
          return NULL;
        }
      found = record->consultation->id;
    }
  if (found == NULL)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                 _ ("There is no consultation “%s”. “suivi-cli consultations” lists them with their keys."),
                 key);

  return found;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *output = NULL;
  g_autofree char *name = NULL;
  const char *id = NULL;
  SuiviConsultationDocument document = SUIVI_DOCUMENT_REPORT;
  const GOptionEntry options[] = {
    { "consultation", 0, 0, G_OPTION_ARG_FILENAME, &key,
      N_ ("The consultation: its key, or the beginning of it"), "KEY" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), "OUT" },
    { "document", 0, 0, G_OPTION_ARG_FILENAME, &name, N_ ("Write this document instead of the report"),
      "checklist|consent|information|letter|report" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, NULL) || !check_options (self, key, output, name, &document))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  records = suivi_store_list_consultations (store, NULL, &error);
  if (records == NULL)
    return suivi_cli_fail (error);
  id = find_id (records, key, &error);
  if (id == NULL || !suivi_consultation_document_write (store, id, document, output, &error))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_report = {
  .name = "report",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Write a document of a consultation as a PDF or Word file"),
  .run = run,
};
