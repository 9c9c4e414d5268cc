/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents of a consultation: what they say, that they are noted, and that they are the same each time. What they
 * may show of what children said is tested in test-exporters.c. */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

#include "exchange/consultation-documents.h"
#include "exchange/document.h"
#include "exchange/erasure-certificate.h"
#include "exchange/sample.h"
#include "store/consultation-store.h"

typedef struct
{
  char *folder;
  char *file;
  SuiviStore *store;
  char *id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-documents-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = g_build_filename (fixture->folder, "test.suivi", NULL);
  fixture->store = suivi_store_create (fixture->file, &error);
  g_assert_no_error (error);
  suivi_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
  records = suivi_store_list_consultations (fixture->store, NULL, &error);
  fixture->id = g_strdup (((SuiviConsultationRecord *) g_ptr_array_index (records, 0))->consultation->id);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
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
  g_free (fixture->file);
  g_free (fixture->id);
}

static char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* Returns the path. */
static char *
write_document (Fixture *fixture, SuiviConsultationDocument document, const char *name)
{
  char *path = get_path (fixture, name);
  g_autoptr (GError) error = NULL;

  suivi_consultation_document_write (fixture->store, fixture->id, document, path, &error);
  g_assert_no_error (error);

  return path;
}

static void
assert_refused (Fixture *fixture,
                SuiviConsultationDocument document,
                const char *id,
                const char *path,
                int code,
                const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (suivi_consultation_document_write (fixture->store, id, document, path, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static SuiviConsultationRecord *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SuiviConsultationRecord *record = suivi_store_load_consultation (fixture->store, fixture->id, &error);

  g_assert_no_error (error);

  return record;
}

/* The text of a Word document; each part of it is well-formed. */
static char *
read_docx (const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  char *text = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 8192), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autoptr (GByteArray) content = g_byte_array_new ();
      char buffer[8192];
      la_ssize_t n = 0;
      xmlDoc *xml = NULL;

      while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_byte_array_append (content, (const guint8 *) buffer, n);
      xml = xmlReadMemory ((const char *) content->data, content->len, NULL, NULL, XML_PARSE_NONET);
      g_assert_nonnull (xml);
      if (g_str_equal (archive_entry_pathname (entry), "word/document.xml"))
        {
          xmlChar *found = xmlNodeGetContent (xmlDocGetRootElement (xml));

          text = g_strdup ((const char *) found);
          xmlFree (found);
        }
      xmlFreeDoc (xml);
    }
  archive_read_free (archive);
  g_assert_nonnull (text);

  return text;
}

static void
assert_has (const char *text, const char *words)
{
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (text, words));
}

/* --- Tests ------------------------------------------------------------------------------------------------ */

static void
test_names (void)
{
  for (guint i = 0; i < SUIVI_N_CONSULTATION_DOCUMENTS; i++)
    g_assert_cmpuint (strlen (suivi_consultation_document_to_label (i)), >, 5);
  g_assert_cmpstr (suivi_consultation_document_get_kind (SUIVI_DOCUMENT_REPORT), ==, "report");
  g_assert_cmpstr (suivi_consultation_document_get_kind (SUIVI_DOCUMENT_FEEDBACK_LETTER), ==,
                   "feedback-letter");
}

/* Counted by hand in sample-consultation.tsv. */
static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_document (fixture, SUIVI_DOCUMENT_REPORT, "report.docx");
  g_autofree char *text = read_docx (path);

  assert_has (text, "Children of the mountain schools");
  assert_has (text, "State under review: Alvera");
  assert_has (text, "Dates: 3 October 2026 to 4 October 2026");
  assert_has (text, "Ages: 10 to 17 years");
  /* 3 girls of 16 or 17 are too few to be told. The boys beside them, and both numbers of another row, are left out so
   * that nobody can work it out from the totals. */
  assert_has (text, "AgeGirlsBoysAll");
  assert_has (text, "16–17fewer than 5not shown9");
  assert_has (text, "13–159817");
  assert_has (text, "All192039");
  assert_has (text, "Children from rural areas · 25");
  assert_has (text, "(a) Transparent and informativeComplete");
  assert_has (text, "(i) Accountable");
  assert_has (text, "Statements that may be counted or quoted: 9");
  assert_has (text, "Right to education4");
  assert_has (text, "“The way to school takes two hours when the bridge is closed. Then we just stay away.”"
                    "Age 10–12, mountain village");
  assert_has (text, "And 1 more statement that may only be counted.");
  assert_has (text, "A drawing: A house whose windows all have bars");
  assert_has (text, "Prohibit corporal punishment of children in all settings");
  assert_has (text, "The draft now names the home first, because children did.");
  assert_has (text, "Left out, and why");
  assert_has (text, "Due by: 3 March 2027");
  g_assert_null (strstr (text, "Lena Oras"));
}

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_document (fixture, SUIVI_DOCUMENT_FEEDBACK_LETTER, "letter.docx");
  g_autofree char *text = read_docx (path);

  assert_has (text, "What you told us");
  assert_has (text, "Right to education · you spoke about it several times");
  assert_has (text, "Child budget");
  assert_has (text, "“The way to school takes two hours when the bridge is closed. Then we just stay away.”");
  assert_has (text, "This is one of the things that we speak about.");
  assert_has (text, "We ask that this be recommended to the government.");
  /* Words for children: nothing of how adults call it */
  g_assert_null (strstr (text, "statement"));
  g_assert_null (strstr (text, "Draft recommendation"));
  /* 9 may be counted; 5 of them are used. */
  assert_has (text, "We could not use everything this time. This is why:");
  assert_has (text, "It is about consultations themselves");
  assert_has (text, "Whom you can ask: Ines Varga");
  g_assert_null (strstr (text, "Age 1"));
}

static SuiviVaultKey *
unlock (SuiviStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text ("lamp river thunder seventeen", &error);
  g_autoptr (SuiviHolderDraft) holder = suivi_holder_draft_new ("Maria K.", passphrase, &error);
  g_autoptr (GPtrArray) holders = NULL;
  SuiviVaultKey *key = NULL;

  g_assert_no_error (error);
  g_assert_true (suivi_holder_draft_confirm (holder, suivi_holder_draft_get_words (holder), &error));
  g_assert_true (suivi_store_set_up_vault (store, holder, &error));
  holders = suivi_store_list_holders (store, &error);
  g_assert_no_error (error);
  key = suivi_store_unlock (store, ((SuiviHolder *) g_ptr_array_index (holders, 0))->id, passphrase, &error);
  g_assert_no_error (error);

  return key;
}

/* What the focal point let pass stands there with the reason, and what is not known is said. */
static void
test_override (Fixture *fixture, gconstpointer data)
{
  const char *const items[] = { "a1", "a2", NULL };
  g_autoptr (SuiviConsultation) planned = suivi_consultation_new ("XAL", "Planned");
  g_autoptr (SuiviOverride) override = suivi_override_new (planned->id, items, "It is read aloud instead.");
  g_autoptr (SuiviVaultKey) key = unlock (fixture->store);
  g_autofree char *path = get_path (fixture, "planned.docx");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", &error);

  suivi_transaction_put_consultation (step, planned, &error);
  g_assert_no_error (error);
  suivi_transaction_put_override (step, key, override, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
  suivi_consultation_document_write (fixture->store, planned->id, SUIVI_DOCUMENT_REPORT, path, &error);
  g_assert_no_error (error);

  text = read_docx (path);
  assert_has (text, "Let pass by the safeguarding focal point");
  assert_has (text, suivi_checklist_find (1, "a1")->text);
  assert_has (text, suivi_checklist_find (1, "a2")->text);
  assert_has (text, "Reason: It is read aloud instead.");
  assert_has (text, "It is not noted how many children took part.");
  assert_has (text, "There is no statement that may be counted or quoted.");
  assert_has (text, "Nothing was used yet.");
  assert_has (text, "The children were not told yet what became of their words.");
}

static void
put_headcount (SuiviTransaction *step, const char *id, const char *group, guint count)
{
  g_autoptr (SuiviHeadcount) headcount
             = suivi_headcount_new (id, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, group, count);
  g_autoptr (GError) error = NULL;

  suivi_transaction_put_headcount (step, headcount, &error);
  g_assert_no_error (error);
}

/* Of three children, no number is told: not in the table, not of all, not of a group. */
static void
test_few (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) small = suivi_consultation_new ("XAL", "A few");
  g_autoptr (SuiviFeedback) feedback = suivi_feedback_new (small->id);
  g_autofree char *path = get_path (fixture, "few.docx");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", &error);

  suivi_transaction_put_consultation (step, small, &error);
  g_assert_no_error (error);
  put_headcount (step, small->id, "", 3);
  put_headcount (step, small->id, "rural", 2);
  g_free (feedback->form);
  feedback->form = g_strdup ("A letter");
  g_assert_true (suivi_transaction_put_feedback (step, feedback, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  suivi_consultation_document_write (fixture->store, small->id, SUIVI_DOCUMENT_REPORT, path, &error);
  g_assert_no_error (error);

  text = read_docx (path);
  assert_has (text, "13–15fewer than 5fewer than 5Allfewer than 5fewer than 5Among them");
  assert_has (text, "Children from rural areas · fewer than 5");
  /* What has no day was not told yet. */
  assert_has (text, "Planned · A letter");
}

/* A statement that names one theme twice is one; a reason of before, why it was left out, is none once it is used. */
static void
test_theme_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "themes.docx");
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  SuiviStatement *statement = NULL;

  said = suivi_store_list_statements (fixture->store, fixture->id, SUIVI_USE_RECORD, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < said->len; i++)
    {
      const SuiviAllowedStatement *allowed = g_ptr_array_index (said, i);

      if (allowed->statement->level >= SUIVI_CONSENT_QUOTE && !allowed->withdrawn && allowed->uses->len > 0)
        statement = allowed->statement;
    }
  g_assert_nonnull (statement);
  g_strfreev (statement->themes);
  statement->themes = g_strsplit ("Right to rest;Right to rest", ";", -1);
  g_free (statement->left_out);
  statement->left_out = g_strdup ("There was no room for it.");
  step = suivi_store_begin (fixture->store, "Theme", &error);
  g_assert_true (suivi_transaction_put_statement (step, statement, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
  suivi_consultation_document_write (fixture->store, fixture->id, SUIVI_DOCUMENT_REPORT, path, &error);
  g_assert_no_error (error);

  text = read_docx (path);
  assert_has (text, "Right to rest1");
  g_assert_null (strstr (text, "Right to rest2"));
  g_assert_null (strstr (text, "There was no room for it."));
}

/* The text of a certificate. */
static char *
read_certificate (Fixture *fixture, const SuiviErasure *erasure)
{
  g_autofree char *path = get_path (fixture, "certificate.pdf");
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (suivi_erasure_certificate_write (path, erasure, &error));
  g_assert_no_error (error);
  g_assert_true (
    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));

  /* Wherever lines break. */
  words = g_strsplit_set (text, " \n\f", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        words[n++] = words[i];
      else
        g_free (words[i]);
    }
  words[n] = NULL;

  return g_strjoinv (" ", words);
}

/* What was erased, and what may still hold it: the copies, what was written, and the file itself if it is not done. */
static void
test_certificate (Fixture *fixture, gconstpointer data)
{
  const char *const codes[] = { "K7FM", "T4RX", NULL };
  const char *const backups[] = { "councils.suivi.v3.backup", NULL };
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree SuiviErasure *erasure = g_new0 (SuiviErasure, 1);
  g_autoptr (SuiviSentOut) sent_out = suivi_sent_out_new (fixture->id, "councils.pdf", "report");
  g_autoptr (GPtrArray) sent = g_ptr_array_new ();
  g_autofree char *whole = NULL;
  g_autofree char *partial = NULL;
  g_autofree char *alone = NULL;

  if (program == NULL)
    {
      g_test_skip ("no poppler");
      return;
    }

  erasure->n_participants = 2;
  erasure->n_statements = 31;
  erasure->n_sealed = 47;
  erasure->n_steps = 59;
  erasure->codes = (char **) codes;
  erasure->backups = (char **) backups;
  erasure->sent_out = sent;
  erasure->erased_at = (char *) "2026-11-22T10:05:00.000Z";
  erasure->erased_by = (char *) "Maria K.";
  erasure->complete = TRUE;
  g_ptr_array_add (sent, sent_out);
  whole = read_certificate (fixture, erasure);
  assert_has (whole, "K7FM, T4RX");
  assert_has (whole, "2026-11-22 10:05 UTC");
  assert_has (whole, "Maria K.");
  assert_has (whole, "31");
  assert_has (whole, "47");
  assert_has (whole, "59");
  assert_has (whole, "councils.suivi.v3.backup");
  assert_has (whole, "councils.pdf");
  assert_has (whole, "These files are to be erased, too");
  assert_has (whole, "free space of its file. Undo cannot");
  g_assert_null (strstr (whole, "Traces may stay"));
  g_assert_null (strstr (whole, "The file of the workspace"));

  erasure->complete = FALSE;
  partial = read_certificate (fixture, erasure);
  assert_has (partial, "Traces may stay");
  assert_has (partial, "The file of the workspace");

  erasure->complete = TRUE;
  erasure->backups = NULL;
  g_ptr_array_set_size (sent, 0);
  alone = read_certificate (fixture, erasure);
  assert_has (alone, "Suivi knows of no copy");
}

/* Every item of the edition, without an answer. */
static void
test_checklist (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_document (fixture, SUIVI_DOCUMENT_CHECKLIST, "checklist.docx");
  g_autofree char *text = read_docx (path);

  g_assert_cmpuint (suivi_checklist_get_n_items (1), ==, 55);
  for (guint i = 0; i < suivi_checklist_get_n_items (1); i++)
    {
      const SuiviChecklistItem *item = suivi_checklist_get_item (1, i);
      g_autofree char *row = g_strdup_printf ("%s%s%s☐ Yes☐ No☐ Does not apply", item->id,
                                              item->must ? "Must" : "Should", item->text);

      assert_has (text, row);
    }
  g_assert_null (strstr (text, "2026-09-18"));
}

/* What is known stands there; else there is a line. */
static void
test_information (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_document (fixture, SUIVI_DOCUMENT_INFORMATION_SHEET, "information.docx");
  g_autofree char *text = read_docx (path);
  g_autoptr (SuiviConsultation) empty = suivi_consultation_new ("XAL", "Nothing known");
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", &error);
  g_autofree char *other = get_path (fixture, "empty.docx");
  g_autofree char *blank = NULL;

  assert_has (text, "We are: Alvera Child Rights Coalition");
  assert_has (text, "You hear from us by: 3 March 2027");
  assert_has (text, "your government can, too");
  assert_has (text, "I can take back my words until: ");

  g_assert_true (suivi_transaction_put_consultation (step, empty, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  suivi_consultation_document_write (fixture->store, empty->id, SUIVI_DOCUMENT_INFORMATION_SHEET, other,
                                     &error);
  g_assert_no_error (error);
  blank = read_docx (other);
  assert_has (blank, "We are: We meet on: We meet in: What we do there: What is the review?");
}

/* Marks around numbers that would be turned about where a text reads from the right; nothing of what somebody said. */
static void
test_numbers (void)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Ages", NULL);
  const SuiviBlock *block = NULL;

  document->rtl = TRUE;
  suivi_document_add (document, SUIVI_BLOCK_TEXT, "من 13–15 في 2026-11-22، 254");
  suivi_document_add_words (document, SUIVI_BLOCK_QUOTE, "من 13–15", NULL);
  suivi_document_add_words (document, SUIVI_BLOCK_TEXT, "Ages 13–15", NULL);
  suivi_document_keep_dates (document);

  block = g_ptr_array_index (document->blocks, 0);
  g_assert_cmpstr (block->text, ==, "من \u200E13–15\u200E في \u200E2026-11-22\u200E، 254");
  block = g_ptr_array_index (document->blocks, 1);
  g_assert_cmpstr (block->text, ==, "من 13–15");
  block = g_ptr_array_index (document->blocks, 2);
  g_assert_false (block->rtl);
  g_assert_cmpstr (block->text, ==, "Ages 13–15");
}

/* Two sheets, one page each; a reader finds its way. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_document (fixture, SUIVI_DOCUMENT_CONSENT_SHEETS, "consent.pdf");
  const char *const command[] = { "pdfinfo", path, NULL };
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autofree char *info = NULL;

  if (program == NULL)
    {
      g_test_skip ("no poppler");
      return;
    }

  g_assert_true (
    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &info, NULL, NULL, NULL));
  assert_has (info, "Tagged:          yes\n");
  assert_has (info, "Pages:           2\n");
}

/* Also after the workspace noted that a document was written. */
static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "pdf", "docx" };

  for (guint i = 0; i < 2 * SUIVI_N_CONSULTATION_DOCUMENTS; i++)
    {
      g_autofree char *first_name = g_strdup_printf ("first.%s", suffixes[i % 2]);
      g_autofree char *second_name = g_strdup_printf ("second.%s", suffixes[i % 2]);
      g_autofree char *first = write_document (fixture, i / 2, first_name);
      g_autofree char *second = write_document (fixture, i / 2, second_name);
      g_autoptr (GMappedFile) a = g_mapped_file_new (first, FALSE, NULL);
      g_autoptr (GMappedFile) b = g_mapped_file_new (second, FALSE, NULL);
      g_autoptr (GBytes) first_bytes = g_mapped_file_get_bytes (a);
      g_autoptr (GBytes) second_bytes = g_mapped_file_get_bytes (b);

      g_assert_true (g_bytes_equal (first_bytes, second_bytes));
    }
}

static void
test_noted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *checklist = write_document (fixture, SUIVI_DOCUMENT_CHECKLIST, "checklist.pdf");
  g_autofree char *consent = write_document (fixture, SUIVI_DOCUMENT_CONSENT_SHEETS, "consent.pdf");
  g_autofree char *undo = g_strdup (suivi_store_get_undo_label (fixture->store));
  g_autofree char *report = write_document (fixture, SUIVI_DOCUMENT_REPORT, "report.pdf");
  g_autofree char *letter = NULL;
  g_autoptr (SuiviConsultationRecord) record = NULL;
  const SuiviSentOut *sent_out = NULL;

  letter = write_document (fixture, SUIVI_DOCUMENT_FEEDBACK_LETTER, "letter.DOCX");
  /* The files are there: no undo makes the workspace forget it. */
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, undo);

  record = load (fixture);
  g_assert_cmpuint (record->sent_out->len, ==, 2);
  sent_out = g_ptr_array_index (record->sent_out, 0);
  g_assert_cmpstr (sent_out->file_name, ==, "report.pdf");
  g_assert_cmpstr (sent_out->kind, ==, "report");
  sent_out = g_ptr_array_index (record->sent_out, 1);
  g_assert_cmpstr (sent_out->file_name, ==, "letter.DOCX");
  g_assert_cmpstr (sent_out->kind, ==, "feedback-letter");
}

/* Nothing is written, and nothing noted. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = get_path (fixture, "report.txt");
  g_autofree char *bare = get_path (fixture, "report");
  g_autofree char *pdf = get_path (fixture, "report.pdf");
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "report.pdf", NULL);
  g_autoptr (SuiviConsultationRecord) record = NULL;

  assert_refused (fixture, SUIVI_DOCUMENT_REPORT, fixture->id, text, SUIVI_STORE_ERROR_INVALID,
                  "must end in .pdf or .docx");
  assert_refused (fixture, SUIVI_DOCUMENT_CHECKLIST, fixture->id, bare, SUIVI_STORE_ERROR_INVALID,
                  "must end in .pdf or .docx");
  assert_refused (fixture, SUIVI_DOCUMENT_REPORT, "00000000-0000-4000-8000-000000000000", pdf,
                  SUIVI_STORE_ERROR_NOT_FOUND, "is not in the workspace");
  assert_refused (fixture, SUIVI_DOCUMENT_REPORT, fixture->id, nowhere, SUIVI_STORE_ERROR_NOT_FOUND,
                  "no such folder");
  record = load (fixture);
  g_assert_cmpuint (record->sent_out->len, ==, 0);
}

/* As a later version of Suivi would leave it: the version stands at offset 60 of the file, see the file format of SQLite. */
static void
make_newer (Fixture *fixture)
{
  g_autofree char *content = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  suivi_store_close (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->file, &content, &length, NULL));
  content[63] = 99;
  g_assert_true (g_file_set_contents (fixture->file, content, length, NULL));
  fixture->store = suivi_store_open (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (suivi_store_get_read_only (fixture->store), ==, SUIVI_READ_ONLY_NEWER);
}

/* What could not be noted is not written; what holds no words is. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *report = get_path (fixture, "report.pdf");
  g_autofree char *letter = get_path (fixture, "letter.docx");
  g_autofree char *checklist = NULL;

  make_newer (fixture);
  assert_refused (fixture, SUIVI_DOCUMENT_REPORT, fixture->id, report, SUIVI_STORE_ERROR_READ_ONLY,
                  "could not be noted");
  assert_refused (fixture, SUIVI_DOCUMENT_FEEDBACK_LETTER, fixture->id, letter, SUIVI_STORE_ERROR_READ_ONLY,
                  "could not be noted");
  checklist = write_document (fixture, SUIVI_DOCUMENT_CHECKLIST, "checklist.pdf");
  g_assert_true (g_file_test (checklist, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add ("/exchange/consultation-documents/" path, Fixture, NULL, set_up, test, tear_down)
  g_test_add_func ("/exchange/consultation-documents/names", test_names);
  g_test_add_func ("/exchange/consultation-documents/numbers", test_numbers);
  ADD ("report", test_report);
  ADD ("override", test_override);
  ADD ("few", test_few);
  ADD ("theme-once", test_theme_once);
  ADD ("certificate", test_certificate);
  ADD ("letter", test_letter);
  ADD ("checklist", test_checklist);
  ADD ("information", test_information);
  ADD ("pages", test_pages);
  ADD ("same-bytes", test_same_bytes);
  ADD ("noted", test_noted);
  ADD ("refused", test_refused);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
