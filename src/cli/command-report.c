/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/find.h"
#include "core/scorecard/assessment.h"
#include "exchange/consultation-documents.h"
#include "exchange/scorecard-output.h"
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

/* What stands on the command line. */
typedef struct
{
  char *output;
  char *consultation;
  char *document;
  gboolean child_friendly;
  char *edition;
  char *review;
  char *cut_off;
  char *paper;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->output);
  g_free (options->consultation);
  g_free (options->document);
  g_free (options->edition);
  g_free (options->review);
  g_free (options->cut_off);
  g_free (options->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* A report of a consultation and one of a scorecard have nothing in common but the file. */
static gboolean
check_kind (const SuiviCliCommand *self, const Options *options)
{
  const char *scorecard = options->child_friendly    ? "--child-friendly"
                          : options->edition != NULL ? "--edition"
                          : options->review != NULL  ? "--review"
                          : options->cut_off != NULL ? "--cut-off"
                                                     : NULL;

  if (options->consultation != NULL && scorecard != NULL)
    {
      suivi_cli_wrong_usage (
        self,
        _ ("%s and %s exclude each other: the first is about a consultation, the second about "
           "the scorecard."),
        "--consultation", scorecard);
      return FALSE;
    }
  if (options->consultation != NULL ? *options->consultation == '\0' : options->document != NULL)
    {
      suivi_cli_wrong_usage (self, _ ("%s is missing: it says which consultation."), "--consultation");
      return FALSE;
    }
  if (options->edition != NULL && options->cut_off != NULL)
    {
      suivi_cli_wrong_usage (self, _ ("%s and %s exclude each other: an edition has its own cut-off date."),
                             "--edition", "--cut-off");
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_options (const SuiviCliCommand *self, const Options *options, SuiviConsultationDocument *document)
{
  SuiviScorecardFormat format = SUIVI_SCORECARD_XLSX;

  if (options->output == NULL)
    {
      suivi_cli_wrong_usage (self, _ ("%s is missing: it says which file to write."), "--output");
      return FALSE;
    }
  if (!check_kind (self, options) || !suivi_cli_check_text (self, "--consultation", options->consultation)
      || !suivi_cli_check_text (self, "--edition", options->edition)
      || !suivi_cli_parse_date (self, "--cut-off", options->cut_off)
      || !suivi_cli_choose_paper (self, options->paper))
    return FALSE;
  if (options->document != NULL && !parse_document (options->document, document))
    {
      suivi_cli_wrong_usage (self, _ ("What follows %s must be one of: %s."), "--document",
                             "checklist, consent, information, letter, report");
      return FALSE;
    }
  if (options->consultation == NULL
      && (!suivi_scorecard_format_from_name (options->output, &format) || format != SUIVI_SCORECARD_DOCX))
    {
      suivi_cli_wrong_usage (self, _ ("The name of the file after %s must end in “.docx”."), "--output");
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

static gboolean
write_consultation (SuiviStore *store,
                    const Options *options,
                    SuiviConsultationDocument document,
                    GError **error)
{
  g_autoptr (GPtrArray) records = suivi_store_list_consultations (store, NULL, error);
  const char *id = records != NULL ? find_id (records, options->consultation, error) : NULL;

  return id != NULL && suivi_consultation_document_write (store, id, document, options->output, error);
}

static gboolean
write_scorecard (SuiviStore *store,
                 const Options *options,
                 const char *review_id,
                 const char *edition_id,
                 GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *today = suivi_date_today ();

  if (review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, review_id);
  suivi_filter_set_cut_off (filter, options->cut_off != NULL ? options->cut_off : today);
  if (options->child_friendly)
    return suivi_scorecard_write_child_friendly (store, filter, edition_id, options->output, NULL, error);
  if (edition_id != NULL)
    return suivi_scorecard_write_edition (store, edition_id, NULL, options->output, NULL, error);

  return suivi_scorecard_write (store, filter, suivi_store_get_author (store), options->output, NULL, error);
}

/* Finds what is named, and writes. */
static gboolean
write_midterm (SuiviStore *store, const Options *options, const char *state, guint session, GError **error)
{
  g_autoptr (SuiviReview) review = NULL;
  g_autoptr (SuiviEdition) edition = NULL;
  const char *review_id = NULL;

  if (state != NULL)
    {
      review = suivi_cli_find_review (store, state, session, error);
      if (review == NULL)
        return FALSE;
      review_id = review->id;
    }
  if (options->edition != NULL)
    {
      edition = suivi_cli_find_edition (store, review_id, options->edition, error);
      if (edition == NULL)
        return FALSE;
    }

  return write_scorecard (store, options, review_id, edition != NULL ? edition->id : NULL, error);
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (Options) options = { NULL };
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  guint session = 0;
  gboolean done = FALSE;
  SuiviConsultationDocument document = SUIVI_DOCUMENT_REPORT;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The file to write"), "OUT" },
    { "child-friendly", 0, 0, G_OPTION_ARG_NONE, &options.child_friendly,
      N_ ("Write the edition for children instead of the mid-term report"), NULL },
    { "edition", 0, 0, G_OPTION_ARG_FILENAME, &options.edition,
      N_ ("Write this frozen edition instead of the grades of now"), N_ ("TITLE") },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options.review, N_ ("Only this review"), "ISO3:SESSION" },
    { "cut-off", 0, 0, G_OPTION_ARG_FILENAME, &options.cut_off,
      N_ ("Leave later grades aside; today if not given"), "YYYY-MM-DD" },
    { "consultation", 0, 0, G_OPTION_ARG_FILENAME, &options.consultation,
      N_ ("Write about this consultation instead: its key, or the beginning of it"), "KEY" },
    { "document", 0, 0, G_OPTION_ARG_FILENAME, &options.document,
      N_ ("Of a consultation, write this document instead of the report"),
      "checklist|consent|information|letter|report" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &options.paper,
      N_ ("What it is printed on; the paper of the country if not given"), "a4|letter" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL) || !check_options (self, &options, &document)
      || (options.review != NULL && !suivi_cli_parse_review (self, options.review, &state, &session)))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  done = options.consultation != NULL ? write_consultation (store, &options, document, &error)
                                      : write_midterm (store, &options, state, session, &error);

  return done ? SUIVI_CLI_DONE : suivi_cli_fail (error);
}

const SuiviCliCommand suivi_cli_command_report = {
  .name = "report",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Write the mid-term report, its edition for children, or a document of a consultation"),
  .run = run,
};
