/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/find.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/text/text.h"

/* What of a key the table shows. */
#define KEY_SHOWN     8
#define KINDS         "law|policy|budget|statistics|report|media|first-hand"
#define RELIABILITIES "low|medium|high"

/* --- List ------------------------------------------------------------------------------------------------- */

static const char *
get_kind (const SuiviEvidence *evidence)
{
  return suivi_enum_to_nick (SUIVI_TYPE_EVIDENCE_KIND, evidence->kind);
}

/* What children said is told on the screen of the workspace, and nowhere else: here stands only that it is there. */
static const char *
get_title (const SuiviEvidence *evidence)
{
  return suivi_evidence_is_from_children (evidence) ? _ ("What children said in a consultation")
                                                    : evidence->title;
}

static gboolean
count_uses (SuiviStore *store, const SuiviEvidence *evidence, guint *n, GError **error)
{
  g_autoptr (GPtrArray) supported = suivi_store_list_supported (store, evidence->id, error);

  *n = supported != NULL ? supported->len : 0;

  return supported != NULL;
}

static void
add_json (SuiviCliJson *json, const SuiviEvidence *evidence, guint n_uses)
{
  gboolean hidden = suivi_evidence_is_from_children (evidence);

  suivi_cli_json_begin_object (json);
  suivi_cli_json_add_text (json, "id", evidence->id);
  suivi_cli_json_add_text (json, "title", get_title (evidence));
  suivi_cli_json_add_text (json, "kind", get_kind (evidence));
  suivi_cli_json_add_text (json, "date", hidden ? "" : evidence->date);
  suivi_cli_json_add_text (json, "publisher", hidden ? "" : evidence->publisher);
  suivi_cli_json_add_text (json, "url", hidden ? "" : evidence->url);
  suivi_cli_json_add_text (json, "page", hidden ? "" : evidence->page);
  suivi_cli_json_add_text (json, "quotation", hidden ? "" : evidence->quotation);
  suivi_cli_json_add_text (json, "reliability",
                           suivi_enum_to_nick (SUIVI_TYPE_RELIABILITY, evidence->reliability));
  suivi_cli_json_add_number (json, "supports", n_uses);
  suivi_cli_json_end_object (json);
}

static void
add_line (SuiviCliTable *table, const SuiviEvidence *evidence, guint n_uses)
{
  g_autofree char *key = g_strndup (evidence->id, KEY_SHOWN);
  g_autofree char *uses = g_strdup_printf ("%u", n_uses);
  const char *const cells[] = { key,
                                suivi_evidence_kind_to_label (evidence->kind),
                                suivi_evidence_is_from_children (evidence) ? "" : evidence->date,
                                uses,
                                get_title (evidence),
                                NULL };

  suivi_cli_table_add (table, cells);
}

static gboolean
print_list (SuiviStore *store, GPtrArray *list, gboolean as_json, GError **error)
{
  g_autoptr (SuiviCliTable) table = as_json ? NULL : suivi_cli_table_new (5);
  g_autoptr (SuiviCliJson) json = as_json ? suivi_cli_json_new () : NULL;
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *const header[] = { _ ("Key"), _ ("Kind"), _ ("Date"), _ ("Supports"), _ ("Title"), NULL };

  /* All is read before anything is printed. */
  for (guint i = 0; i < list->len; i++)
    {
      guint n = 0;

      if (!count_uses (store, g_ptr_array_index (list, i), &n, error))
        return FALSE;
      g_array_append_val (uses, n);
    }

  if (as_json)
    suivi_cli_json_begin_array (json);
  else if (list->len > 0)
    suivi_cli_table_add (table, header);
  for (guint i = 0; i < list->len; i++)
    {
      if (as_json)
        add_json (json, g_ptr_array_index (list, i), g_array_index (uses, guint, i));
      else
        add_line (table, g_ptr_array_index (list, i), g_array_index (uses, guint, i));
    }
  if (as_json)
    suivi_cli_json_end_array (json);
  else
    suivi_cli_table_print (table);

  return TRUE;
}

static SuiviCliStatus
run_list (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *search = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &search,
      N_ ("Only those with this text in title, publisher or address"), N_ ("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !suivi_cli_check_text (self, "--search", search))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  list = suivi_store_list_evidence (store, search, &error);
  /* What is not shown is not found either: a search must not guess at it. */
  for (guint i = list != NULL && search != NULL ? list->len : 0; i > 0; i--)
    {
      if (suivi_evidence_is_from_children (g_ptr_array_index (list, i - 1)))
        g_ptr_array_remove_index (list, i - 1);
    }
  if (list == NULL || !print_list (store, list, json, &error))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_evidence = {
  .name = "evidence",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List the evidence behind the grades"),
  .run = run_list,
};

/* --- Add and tie ------------------------------------------------------------------------------------------ */

/* What stands on the command line. */
typedef struct
{
  char *key;
  char *title;
  char *kind;
  char *date;
  char *publisher;
  char *url;
  char *page;
  char *quotation;
  char *reliability;
  char **numbers;
  char *review;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->key);
  g_free (options->title);
  g_free (options->kind);
  g_free (options->date);
  g_free (options->publisher);
  g_free (options->url);
  g_free (options->page);
  g_free (options->quotation);
  g_free (options->reliability);
  g_strfreev (options->numbers);
  g_free (options->review);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
check_options (const SuiviCliCommand *self, const Options *options)
{
  if ((options->key == NULL) == (options->title == NULL))
    {
      suivi_cli_wrong_usage (self,
                             _ ("Say either %s, for a new piece of evidence, or %s, for one that is there."),
                             "--title", "--key");
      return FALSE;
    }
  if (options->key != NULL && options->numbers == NULL)
    {
      suivi_cli_wrong_usage (self, _ ("%s is missing: it says which recommendation it supports."), "--for");
      return FALSE;
    }
  if (options->title != NULL && options->kind == NULL)
    {
      suivi_cli_wrong_usage (self, _ ("%s is missing: it says what the evidence is."), "--kind");
      return FALSE;
    }
  if (options->date != NULL && !suivi_evidence_date_to_days (options->date, NULL, NULL))
    {
      suivi_cli_wrong_usage (
        self, _ ("What follows %s must be a date, whole or in part: 2026-11-22, 2026-11 or 2026."), "--date");
      return FALSE;
    }

  return suivi_cli_check_text (self, "--key", options->key)
         && suivi_cli_check_text (self, "--title", options->title)
         && suivi_cli_check_text (self, "--publisher", options->publisher)
         && suivi_cli_check_text (self, "--url", options->url)
         && suivi_cli_check_text (self, "--page", options->page)
         && suivi_cli_check_text (self, "--quotation", options->quotation)
         && suivi_cli_check_texts (self, "--for", options->numbers);
}

/* A new piece, or %NULL; it was said what is wrong. */
static SuiviEvidence *
make_evidence (const SuiviCliCommand *self, const Options *options)
{
  g_autofree char *title = suivi_text_clean (options->title);
  g_autoptr (SuiviEvidence) evidence = NULL;
  int kind = SUIVI_EVIDENCE_REPORT;
  int reliability = SUIVI_RELIABILITY_UNKNOWN;

  if (!suivi_cli_parse_nick (self, "--kind", SUIVI_TYPE_EVIDENCE_KIND, options->kind, KINDS, &kind)
      || !suivi_cli_parse_nick (self, "--reliability", SUIVI_TYPE_RELIABILITY, options->reliability,
                                RELIABILITIES, &reliability))
    return NULL;

  evidence = suivi_evidence_new (title, kind);
  evidence->reliability = reliability;
  suivi_cli_set (&evidence->date, options->date);
  suivi_cli_set (&evidence->publisher, options->publisher);
  suivi_cli_set (&evidence->url, options->url);
  suivi_cli_set (&evidence->page, options->page);
  suivi_cli_set (&evidence->quotation, options->quotation);

  return g_steal_pointer (&evidence);
}

/* The piece whose key is @key or begins so. */
static SuiviEvidence *
find_evidence (SuiviStore *store, const char *key, GError **error)
{
  g_autoptr (GPtrArray) list = suivi_store_list_evidence (store, NULL, error);
  const SuiviEvidence *found = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SuiviEvidence *evidence = g_ptr_array_index (list, i);

      if (*key == '\0' || !g_str_has_prefix (evidence->id, key))
        continue;
      if (found != NULL)
        {
          g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                       _ ("Several pieces of evidence have a key that begins with “%s”. Give more of it."),
                       key);
          return NULL;
        }
      found = evidence;
    }
  if (list != NULL && found == NULL)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                 _ ("There is no evidence “%s”. “suivi-cli evidence” lists it with its keys."), key);

  return found != NULL ? suivi_evidence_copy (found) : NULL;
}

/* The latest grade of the organisation that the user works for. */
static const SuiviAssessment *
find_assessment (SuiviStore *store, GPtrArray *judgements, const char *number, GError **error)
{
  for (guint i = 0; i < judgements->len; i++)
    {
      const SuiviAssessment *judgement = g_ptr_array_index (judgements, i);

      if (suivi_assessment_is_by (judgement, suivi_store_get_organisation (store)))
        return judgement;
    }

  g_set_error (
    error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
    _ ("Recommendation %s has no grade of %s that evidence could support. Grade it first, or say with "
       "%s for which organisation you work."),
    number, suivi_organisation_to_label (suivi_store_get_organisation (store)), "SUIVI_ORGANISATION");
  return NULL;
}

static gboolean
tie (SuiviTransaction *transaction,
     SuiviStore *store,
     const SuiviEvidence *evidence,
     const Options *options,
     const char *number,
     GError **error)
{
  g_autoptr (SuiviRecommendation) recommendation
             = suivi_cli_find_recommendation (store, options->review, number, error);
  g_autoptr (GPtrArray) judgements = NULL;
  const SuiviAssessment *assessment = NULL;

  if (recommendation == NULL)
    return FALSE;
  judgements = suivi_store_list_judgements (store, NULL, recommendation->id, NULL, error);
  assessment = judgements != NULL ? find_assessment (store, judgements, number, error) : NULL;

  return assessment != NULL
         && suivi_transaction_tie_evidence (transaction, evidence->id, assessment->id, error);
}

static gboolean
save (SuiviStore *store, SuiviEvidence *evidence, const Options *options, GError **error)
{
  /* Translators: a step in the history */
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, _ ("Add evidence"), error);

  if (transaction == NULL
      || (options->key == NULL && !suivi_transaction_put_evidence (transaction, evidence, error)))
    return FALSE;
  for (gsize i = 0; options->numbers != NULL && options->numbers[i] != NULL; i++)
    {
      if (!tie (transaction, store, evidence, options, options->numbers[i], error))
        return FALSE;
    }

  return suivi_transaction_commit (transaction, error);
}

static SuiviCliStatus
add (const SuiviCliCommand *self, const char *file, const Options *options)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  if (options->title != NULL)
    {
      evidence = make_evidence (self, options);
      if (evidence == NULL)
        return SUIVI_CLI_USAGE;
    }
  store = suivi_cli_open (file, NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  if (evidence == NULL)
    evidence = find_evidence (store, options->key, &error);
  if (evidence == NULL || !save (store, evidence, options, &error))
    return suivi_cli_fail (error);

  key = g_strndup (evidence->id, KEY_SHOWN);
  suivi_cli_print ("%s: %s\n", key, get_title (evidence));

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
run_add (const SuiviCliCommand *self, char ***args)
{
  g_auto (Options) options = { NULL };
  g_autofree char *state = NULL;
  guint session = 0;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &options.title, N_ ("What a new piece of evidence is called"),
      N_ ("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.kind, N_ ("What it is"), KINDS },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_ ("When it was made, whole or in part"),
      "YYYY-MM-DD" },
    { "publisher", 0, 0, G_OPTION_ARG_FILENAME, &options.publisher, N_ ("Who made it"), N_ ("NAME") },
    { "url", 0, 0, G_OPTION_ARG_FILENAME, &options.url, N_ ("Where it stands"), "URL" },
    { "page", 0, 0, G_OPTION_ARG_FILENAME, &options.page, N_ ("Where in it"), N_ ("TEXT") },
    { "quotation", 0, 0, G_OPTION_ARG_FILENAME, &options.quotation, N_ ("What it says, word for word"),
      N_ ("TEXT") },
    { "reliability", 0, 0, G_OPTION_ARG_FILENAME, &options.reliability, N_ ("How far it can be relied on"),
      RELIABILITIES },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &options.key,
      N_ ("Take this piece, which is there, instead of a new one"), "KEY" },
    { "for", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.numbers,
      N_ ("The recommendation whose latest grade of yours it supports; may be given several times"),
      N_ ("NUMBER") },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options.review, N_ ("The review that the numbers belong to"),
      "ISO3:SESSION" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !check_options (self, &options)
      || (options.review != NULL && !suivi_cli_parse_review (self, options.review, &state, &session)))
    return SUIVI_CLI_USAGE;

  return add (self, (*args)[1], &options);
}

const SuiviCliCommand suivi_cli_command_add_evidence = {
  .name = "add-evidence",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Add evidence, and tie it to grades"),
  .run = run_add,
};
