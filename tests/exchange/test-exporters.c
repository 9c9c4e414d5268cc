/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every writer of src/exchange is run on a workspace in which words of children are planted, and what it writes is
 * searched for them. A writer that is not in the table below makes this test fail: whoever adds one says here what it may
 * show. */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/consultation-documents.h"
#include "exchange/drafts.h"
#include "exchange/list-filled.h"
#include "exchange/sample.h"
#include "exchange/scorecard-output.h"
#include "exchange/scorecard-source.h"
#include "exchange/scorecard-xlsx.h"
#include "store/consultation-store.h"
#include "store/scorecard-store.h"

/* What is planted. Each stands, with an ending of its own, in the words of a statement, in its setting, in why it was left
 * out and in how it was used. */
typedef enum
{
  PLANT_INTERNAL,
  PLANT_TOTALS,
  PLANT_QUOTE,
  PLANT_PUBLISH,
  PLANT_WITHDRAWN,
  PLANT_OVERDUE,
  PLANT_LOWERED, /* consent was taken back for quoting, after it was written down as a quote */
  PLANT_RARE,    /* may be quoted, but few children are of that age */
  PLANT_SEALED,
  N_PLANTS,
} Plant;

static const char *const plants[N_PLANTS]
  = { "zqinternal", "zqtotals",  "zqquote", "zqpublish", "zqwithdrawn",
      "zqoverdue",  "zqlowered", "zqrare",  "zqsealed" };

/* What a writer may show of them. */
typedef enum
{
  SHOWS_NOTHING,
  SHOWS_QUOTES,
  SHOWS_PROOFS, /* evidence from children, with consent to publish */
} Shows;

typedef struct
{
  char *folder;
  SuiviStore *store;
  char *consultation_id;
  char *assessment_id; /* the grade that evidence is planted behind */
  char *recommendation_id;
  char *edition_id;
} Fixture;

static const char *source_root;

typedef void (*RunFunc) (Fixture *fixture, const char *path, GError **error);

/* --- The writers ------------------------------------------------------------------------------------------ */

#define DEFINE_DOCUMENT(name, document)                                                                  \
  static void run_##name (Fixture *fixture, const char *path, GError **error)                            \
  {                                                                                                      \
    suivi_consultation_document_write (fixture->store, fixture->consultation_id, document, path, error); \
  }

DEFINE_DOCUMENT (checklist, SUIVI_DOCUMENT_CHECKLIST)
DEFINE_DOCUMENT (consent_sheets, SUIVI_DOCUMENT_CONSENT_SHEETS)
DEFINE_DOCUMENT (information_sheet, SUIVI_DOCUMENT_INFORMATION_SHEET)
DEFINE_DOCUMENT (letter, SUIVI_DOCUMENT_FEEDBACK_LETTER)
DEFINE_DOCUMENT (report, SUIVI_DOCUMENT_REPORT)

static void
run_drafts (Fixture *fixture, const char *path, GError **error)
{
  SuiviDraftsFormat format = SUIVI_DRAFTS_CSV;

  g_assert_true (suivi_drafts_format_from_name (path, &format));
  suivi_drafts_write (fixture->store, NULL, format, path, NULL, error);
}

static void
run_scorecard (Fixture *fixture, const char *path, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_scorecard_xlsx_write (fixture->store, filter, "A. Analyst", path, NULL, error);
}

/* The list of the sample. */
static void
run_list_filled (Fixture *fixture, const char *path, GError **error)
{
  g_autofree char *source = g_build_filename (source_root, "data", "sample", "sample-list.docx", NULL);

  suivi_list_filled_free (suivi_list_filled_write (fixture->store, source, path, NULL, NULL, error));
}

static void
run_list_filled_edition (Fixture *fixture, const char *path, GError **error)
{
  g_autofree char *source = g_build_filename (source_root, "data", "sample", "sample-list.docx", NULL);

  suivi_list_filled_free (
    suivi_list_filled_write_edition (fixture->store, fixture->edition_id, source, path, NULL, error));
}

static void
run_output (Fixture *fixture, const char *path, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_scorecard_write (fixture->store, filter, "A. Analyst", path, NULL, error);
}

static void
run_edition (Fixture *fixture, const char *path, GError **error)
{
  suivi_scorecard_write_edition (fixture->store, fixture->edition_id, NULL, path, NULL, error);
}

static void
run_source (Fixture *fixture, const char *path, GError **error)
{
  g_autoptr (SuiviScorecardSource) source
             = suivi_scorecard_source_new_for_edition (fixture->store, fixture->edition_id, NULL, error);

  g_assert_nonnull (source);
  suivi_scorecard_xlsx_write_source (source, path, NULL, error);
}

static void
run_child_friendly (Fixture *fixture, const char *path, GError **error)
{
  suivi_scorecard_write_child_friendly (fixture->store, NULL, NULL, path, NULL, error);
}

/* Every writer, as src/exchange declares it, and the files that it is asked for. */
static const struct
{
  const char *name;
  const char *file;
  RunFunc run;
  Shows shows;
} exporters[] = {
  { "suivi_consultation_document_write", "checklist.pdf", run_checklist, SHOWS_NOTHING },
  { "suivi_consultation_document_write", "checklist.docx", run_checklist, SHOWS_NOTHING },
  { "suivi_consultation_document_write", "consent.pdf", run_consent_sheets, SHOWS_NOTHING },
  { "suivi_consultation_document_write", "consent.docx", run_consent_sheets, SHOWS_NOTHING },
  { "suivi_consultation_document_write", "information.pdf", run_information_sheet, SHOWS_NOTHING },
  { "suivi_consultation_document_write", "information.docx", run_information_sheet, SHOWS_NOTHING },
  { "suivi_consultation_document_write", "letter.pdf", run_letter, SHOWS_QUOTES },
  { "suivi_consultation_document_write", "letter.docx", run_letter, SHOWS_QUOTES },
  { "suivi_consultation_document_write", "report.pdf", run_report, SHOWS_QUOTES },
  { "suivi_consultation_document_write", "report.docx", run_report, SHOWS_QUOTES },
  { "suivi_drafts_write", "drafts.docx", run_drafts, SHOWS_NOTHING },
  { "suivi_drafts_write", "drafts.pdf", run_drafts, SHOWS_NOTHING },
  { "suivi_drafts_write", "drafts.xlsx", run_drafts, SHOWS_NOTHING },
  { "suivi_drafts_write", "drafts.csv", run_drafts, SHOWS_NOTHING },
  { "suivi_list_filled_write", "list.docx", run_list_filled, SHOWS_NOTHING },
  { "suivi_list_filled_write_edition", "list-edition.docx", run_list_filled_edition, SHOWS_NOTHING },
  { "suivi_scorecard_write", "output.xlsx", run_output, SHOWS_PROOFS },
  { "suivi_scorecard_write", "output.pdf", run_output, SHOWS_PROOFS },
  { "suivi_scorecard_write", "output.csv", run_output, SHOWS_PROOFS },
  { "suivi_scorecard_write", "output.json", run_output, SHOWS_PROOFS },
  { "suivi_scorecard_write", "output.docx", run_output, SHOWS_PROOFS },
  { "suivi_scorecard_write_edition", "edition.xlsx", run_edition, SHOWS_PROOFS },
  { "suivi_scorecard_write_edition", "edition.pdf", run_edition, SHOWS_PROOFS },
  { "suivi_scorecard_write_edition", "edition.csv", run_edition, SHOWS_PROOFS },
  { "suivi_scorecard_write_edition", "edition.json", run_edition, SHOWS_PROOFS },
  { "suivi_scorecard_write_edition", "edition.docx", run_edition, SHOWS_PROOFS },
  { "suivi_scorecard_write_child_friendly", "booklet.docx", run_child_friendly, SHOWS_NOTHING },
  { "suivi_scorecard_xlsx_write_source", "source.xlsx", run_source, SHOWS_PROOFS },
  { "suivi_scorecard_xlsx_write", "scorecard.xlsx", run_scorecard, SHOWS_PROOFS },
};

/* Writers that never see a workspace: they put down what they are given. That they take none is checked. */
static const char *const blind[] = {
  "suivi_atomic_output_write",       "suivi_erasure_certificate_write", "suivi_import_plan_write_faults",
  "suivi_recovery_sheet_write",      "suivi_xlsx_writer_write_address", "suivi_xlsx_writer_write_average",
  "suivi_xlsx_writer_write_date",    "suivi_xlsx_writer_write_formula", "suivi_xlsx_writer_write_link",
  "suivi_xlsx_writer_write_number",  "suivi_xlsx_writer_write_sum",     "suivi_xlsx_writer_write_text",
  "suivi_xlsx_writer_write_wrapped",
};

/* --- The workspace ---------------------------------------------------------------------------------------- */

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
put_headcount (SuiviTransaction *step, const char *id, SuiviAgeBand band, SuiviGender gender, guint count)
{
  g_autoptr (SuiviHeadcount) headcount = suivi_headcount_new (id, band, gender, "", count);
  g_autoptr (GError) error = NULL;

  suivi_transaction_put_headcount (step, headcount, &error);
  g_assert_no_error (error);
}

/* A code that agreed to everything. */
static SuiviParticipant *
put_participant (SuiviTransaction *step, const char *consultation_id, SuiviAgeBand band)
{
  SuiviParticipant *self = suivi_participant_new (consultation_id);
  g_autoptr (GError) error = NULL;

  self->age_band = band;
  self->gender = SUIVI_GENDER_GIRL;
  set (&self->assent_on, "2026-10-03");
  self->assent_form = SUIVI_ASSENT_SIGNED;
  self->guardian = SUIVI_GUARDIAN_YES;
  self->take_part = SUIVI_YES;
  self->quote = SUIVI_YES;
  self->publish = SUIVI_YES;
  self->image = SUIVI_YES;
  set (&self->information, "Version 1");
  set (&self->delete_by, "2099-12-31");
  suivi_transaction_put_participant (step, self, &error);
  g_assert_no_error (error);

  return self;
}

/* What was said as evidence for a grade: its title tells of it, too. */
static void
put_proof (SuiviTransaction *step, Plant plant, const char *statement_id, const char *assessment_id)
{
  g_autofree char *title = g_strdup_printf ("%stitle", plants[plant]);
  g_autofree char *publisher = g_strdup_printf ("%spublisher", plants[plant]);
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new (title, SUIVI_EVIDENCE_CONSULTATION);
  g_autoptr (GError) error = NULL;

  evidence->statement_id = g_strdup (statement_id);
  set (&evidence->publisher, publisher);
  set (&evidence->page, publisher);
  suivi_transaction_put_evidence (step, evidence, &error);
  g_assert_no_error (error);
  suivi_transaction_tie_evidence (step, evidence->id, assessment_id, &error);
  g_assert_no_error (error);
}

static void
put_statement (Fixture *fixture,
               SuiviTransaction *step,
               SuiviParticipant *participant,
               Plant plant,
               SuiviConsentLevel level,
               const char *priority_id)
{
  g_autofree char *words = g_strdup_printf ("I said %swords there", plants[plant]);
  g_autofree char *setting = g_strdup_printf ("%ssetting", plants[plant]);
  g_autofree char *reason = g_strdup_printf ("Because %sreason", plants[plant]);
  g_autofree char *note = g_strdup_printf ("As %snote", plants[plant]);
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (participant->consultation_id, participant->id, words);
  g_autoptr (SuiviStatement) other
             = suivi_statement_new (participant->consultation_id, participant->id, words);
  g_autoptr (SuiviStatementUse) use = NULL;
  g_autoptr (GError) error = NULL;

  statement->age_band = participant->age_band;
  statement->level = level;
  statement->place = 2 * plant + 1;
  set (&statement->setting, setting);
  set (&statement->checked_words, words);
  suivi_transaction_put_statement (step, statement, &error);
  g_assert_no_error (error);
  /* What is internal may not be tied to anything. */
  if (level != SUIVI_CONSENT_INTERNAL)
    {
      use = suivi_statement_use_new (statement->id);
      use->priority_id = g_strdup (priority_id);
      set (&use->note, note);
      suivi_transaction_put_statement_use (step, use, &error);
      g_assert_no_error (error);
    }

  if (level != SUIVI_CONSENT_INTERNAL)
    put_proof (step, plant, statement->id, fixture->assessment_id);

  /* The same once more, left out. */
  other->age_band = participant->age_band;
  other->level = level;
  other->place = 2 * plant + 2;
  set (&other->setting, setting);
  set (&other->checked_words, words);
  set (&other->left_out, reason);
  suivi_transaction_put_statement (step, other, &error);
  g_assert_no_error (error);
}

static gboolean
find_assessment_cb (SuiviRecommendation *recommendation,
                    SuiviReview *review,
                    SuiviAssessment *assessment,
                    gpointer user_data,
                    GError **error)
{
  Fixture *fixture = user_data;

  if (fixture->assessment_id == NULL && assessment != NULL)
    {
      fixture->assessment_id = g_strdup (assessment->id);
      fixture->recommendation_id = g_strdup (recommendation->id);
    }

  return TRUE;
}

/* A grade for evidence, and a recommendation told for children. */
static void
prepare_scorecard (Fixture *fixture)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviPlainWording) wording = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  suivi_store_foreach (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, find_assessment_cb, fixture, NULL,
                       &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->assessment_id);
  wording = suivi_plain_wording_new (fixture->recommendation_id);
  set (&wording->wording, "Listen to children.");
  wording->chosen = 1;
  step = suivi_store_begin (fixture->store, "Tell children", &error);
  suivi_transaction_put_plain_wording (step, wording, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

/* Frozen while everything was allowed: what is taken back later must not show either. */
static void
freeze (Fixture *fixture)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-11-22");
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  reviews = suivi_store_list_reviews (fixture->store, &error);
  edition->review_id = g_strdup (((SuiviReview *) g_ptr_array_index (reviews, 0))->id);
  step = suivi_store_begin (fixture->store, "Freeze", &error);
  suivi_transaction_freeze_edition (step, edition, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  fixture->edition_id = g_strdup (edition->id);
}

static void
seal (Fixture *fixture, const char *participant_id)
{
  static const char photograph[] = "\x89PNG zqsealedphoto";
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text ("lamp river thunder seventeen", &error);
  g_autoptr (SuiviHolderDraft) holder = suivi_holder_draft_new ("Maria K.", passphrase, &error);
  g_autoptr (SuiviTransaction) step = NULL;

  g_assert_no_error (error);
  suivi_holder_draft_confirm (holder, suivi_holder_draft_get_words (holder), &error);
  g_assert_no_error (error);
  suivi_store_set_up_vault (fixture->store, holder, &error);
  g_assert_no_error (error);
  step = suivi_store_begin (fixture->store, "Seal", &error);
  suivi_transaction_seal_value (step, participant_id, "name", "Zoe zqsealedname", &error);
  g_assert_no_error (error);
  suivi_transaction_seal_value (step, participant_id, "contact", "+00 zqsealedphone 5550199", &error);
  g_assert_no_error (error);
  suivi_transaction_seal_file (step, participant_id, "photograph", "zqsealedfile.png", photograph,
                               sizeof photograph, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

/* Everything is allowed when it is written down; some of it is taken back afterwards. */
static void
plant (Fixture *fixture, const char *priority_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plant", &error);
  const char *id = fixture->consultation_id;
  g_autoptr (SuiviParticipant) open = put_participant (step, id, SUIVI_AGE_13_15);
  g_autoptr (SuiviParticipant) withdrawn = put_participant (step, id, SUIVI_AGE_13_15);
  g_autoptr (SuiviParticipant) overdue = put_participant (step, id, SUIVI_AGE_13_15);
  g_autoptr (SuiviParticipant) lowered = put_participant (step, id, SUIVI_AGE_13_15);
  g_autoptr (SuiviParticipant) rare = put_participant (step, id, SUIVI_AGE_UNDER_10);

  put_headcount (step, id, SUIVI_AGE_UNDER_10, SUIVI_GENDER_GIRL, 2);
  put_statement (fixture, step, open, PLANT_INTERNAL, SUIVI_CONSENT_INTERNAL, priority_id);
  put_statement (fixture, step, open, PLANT_TOTALS, SUIVI_CONSENT_TOTALS, priority_id);
  put_statement (fixture, step, open, PLANT_QUOTE, SUIVI_CONSENT_QUOTE, priority_id);
  put_statement (fixture, step, open, PLANT_PUBLISH, SUIVI_CONSENT_PUBLISH, priority_id);
  put_statement (fixture, step, withdrawn, PLANT_WITHDRAWN, SUIVI_CONSENT_PUBLISH, priority_id);
  put_statement (fixture, step, overdue, PLANT_OVERDUE, SUIVI_CONSENT_PUBLISH, priority_id);
  put_statement (fixture, step, lowered, PLANT_LOWERED, SUIVI_CONSENT_PUBLISH, priority_id);
  put_statement (fixture, step, rare, PLANT_RARE, SUIVI_CONSENT_PUBLISH, priority_id);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  g_clear_pointer (&step, suivi_transaction_free);
  freeze (fixture);

  step = suivi_store_begin (fixture->store, "Take back", &error);
  set (&withdrawn->withdrawn_on, "2026-11-01");
  set (&overdue->delete_by, "2026-11-02");
  lowered->quote = SUIVI_NO;
  lowered->publish = SUIVI_NO;
  g_assert_true (suivi_transaction_put_participant (step, withdrawn, &error));
  g_assert_true (suivi_transaction_put_participant (step, overdue, &error));
  g_assert_true (suivi_transaction_put_participant (step, lowered, &error));
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  seal (fixture, open->id);
}

static void
set_up (Fixture *fixture)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) priorities = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-exporters-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.suivi", NULL);
  fixture->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  suivi_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
  records = suivi_store_list_consultations (fixture->store, NULL, &error);
  fixture->consultation_id
    = g_strdup (((SuiviConsultationRecord *) g_ptr_array_index (records, 0))->consultation->id);
  priorities = suivi_store_list_priorities (fixture->store, "XAL", &error);
  prepare_scorecard (fixture);
  plant (fixture, ((SuiviPriority *) g_ptr_array_index (priorities, 0))->id);
}

static void
tear_down (Fixture *fixture)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  suivi_store_close (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->consultation_id);
  g_free (fixture->assessment_id);
  g_free (fixture->recommendation_id);
  g_free (fixture->edition_id);
}

/* --- What a file holds ------------------------------------------------------------------------------------ */

static void
append_members (GString *all, const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  char buffer[8192];
  la_ssize_t n = 0;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 8192), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_string_append_len (all, buffer, n);
    }
  archive_read_free (archive);
}

/* The streams of a PDF, as far as they are packed like ours. */
static void
append_streams (GString *all, const char *content, gsize length)
{
  static const char mark[] = "stream\n";
  const char *end = content + length;

  for (const char *p = content; (p = memmem (p, end - p, mark, strlen (mark))) != NULL;)
    {
      g_autoptr (GConverter) converter
                 = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      g_autoptr (GInputStream) packed = NULL;
      g_autoptr (GInputStream) stream = NULL;
      char buffer[8192];
      gssize n = 0;

      p += strlen (mark);
      packed = g_memory_input_stream_new_from_data (p, end - p, NULL);
      stream = g_converter_input_stream_new (packed, converter);
      while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
        g_string_append_len (all, buffer, n);
    }
}

/* Returns whether the text of the pages could be read. */
static gboolean
append_text (GString *all, const char *path)
{
  const char *const command[] = { "pdftotext", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autofree char *program = g_find_program_in_path (command[0]);

  if (program == NULL
      || !g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                        NULL))
    return FALSE;

  g_assert_cmpuint (strlen (text), >, 100);
  g_string_append (all, text);

  return TRUE;
}

/* @readable: whether what people read is in it, so that what should be there must be found */
static GString *
read_all (const char *path, gboolean *readable)
{
  GString *all = g_string_new (NULL);
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_string_append_len (all, content, length);
  *readable = TRUE;
  if (g_str_has_suffix (path, ".docx") || g_str_has_suffix (path, ".xlsx"))
    append_members (all, path);
  if (g_str_has_suffix (path, ".pdf"))
    {
      append_streams (all, content, length);
      *readable = append_text (all, path);
    }

  return all;
}

static gboolean
holds (GString *all, Plant plant, const char *ending)
{
  g_autofree char *mark = g_strconcat (plants[plant], ending, NULL);

  return memmem (all->str, all->len, mark, strlen (mark)) != NULL;
}

/* Title and words, with consent to publish that is given now, and nothing else about it. */
static void
assert_proof (GString *all, Plant plant, gboolean readable)
{
  gboolean published = plant == PLANT_PUBLISH || plant == PLANT_RARE;

  g_assert_false (holds (all, plant, "publisher"));
  if (!published)
    {
      g_assert_false (holds (all, plant, ""));
      return;
    }
  g_assert_false (holds (all, plant, "setting"));
  g_assert_false (holds (all, plant, "reason"));
  g_assert_false (holds (all, plant, "note"));
  if (readable)
    g_assert_true (holds (all, plant, "title"));
}

static void
assert_shows (GString *all, Shows shows, gboolean readable, gboolean is_report)
{
  for (Plant plant = 0; plant < N_PLANTS; plant++)
    {
      gboolean quoted = plant == PLANT_QUOTE || plant == PLANT_PUBLISH || plant == PLANT_RARE;

      g_test_message ("  %s", plants[plant]);
      if (shows == SHOWS_PROOFS)
        {
          assert_proof (all, plant, readable);
          continue;
        }
      if (shows != SHOWS_QUOTES || !quoted)
        {
          g_assert_false (holds (all, plant, ""));
          continue;
        }
      if (!readable)
        continue;
      g_assert_true (holds (all, plant, "words"));
      g_assert_true (holds (all, plant, "reason"));
      g_assert_true (holds (all, plant, "note"));
      /* Only a report says who spoke, and never of those who are few. */
      g_assert_cmpint (holds (all, plant, "setting"), ==, is_report && plant != PLANT_RARE);
    }
}

/* --- Tests ------------------------------------------------------------------------------------------------ */

static void
test_outputs (void)
{
  Fixture fixture = { NULL };

  set_up (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      g_autofree char *path = g_build_filename (fixture.folder, exporters[i].file, NULL);
      g_autoptr (GString) all = NULL;
      g_autoptr (GError) error = NULL;
      gboolean readable = FALSE;

      g_test_message ("%s", exporters[i].file);
      exporters[i].run (&fixture, path, &error);
      g_assert_no_error (error);
      all = read_all (path, &readable);
      assert_shows (all, exporters[i].shows, readable, g_str_has_prefix (exporters[i].file, "report."));
    }
  tear_down (&fixture);
}

static gboolean
is_in_table (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      if (g_str_equal (exporters[i].name, name))
        return TRUE;
    }

  return FALSE;
}

/* @arguments: as the header declares them */
static void
check_declaration (const char *name, const char *arguments)
{
  g_test_message ("%s", name);
  if (is_in_table (name))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (blind); i++)
    {
      if (!g_str_equal (blind[i], name))
        continue;
      /* Nor anything that could lead to one. */
      g_assert_null (strstr (arguments, "SuiviStore"));
      g_assert_null (strstr (arguments, "SuiviWorkspace"));
      g_assert_null (strstr (arguments, "SuiviConsultation"));
      g_assert_null (strstr (arguments, "SuiviAllowedStatement"));
      return;
    }
  g_error ("%s is a writer that this test does not know: add it to the table of exporters", name);
}

static guint
check_header (const char *path)
{
  g_autoptr (GRegex) regex
             = g_regex_new ("\\b(suivi_\\w+_(?:write|export)(?:_\\w+)?)\\s*\\(([^;]*)\\)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *arguments = g_match_info_fetch (match, 2);

      check_declaration (name, arguments);
      n++;
    }

  return n;
}

/* Every writer that src/exchange declares is known here. */
static void
test_table (void)
{
  g_autofree char *folder = g_build_filename (source_root, "src", "exchange", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".h") && !g_str_has_suffix (name, "-private.h"))
        n += check_header (path);
    }
  /* It would be no test if it found none. */
  g_assert_cmpuint (n, >=, 3 + G_N_ELEMENTS (blind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  source_root = argv[1];

  g_test_add_func ("/exchange/exporters/table", test_table);
  g_test_add_func ("/exchange/exporters/outputs", test_outputs);

  return g_test_run ();
}
