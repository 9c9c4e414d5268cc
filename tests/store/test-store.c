/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/schema.h"
#include "store/scorecard-store.h"
#include "tests/store/consultation-records.h"
#include "tests/store/fixture.h"

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
assert_does_not_open (const char *path, SuiviStoreError expected)
{
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, SUIVI_STORE_ERROR, (int) expected);
  /* A sentence, not a report of SQLite. */
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "SQL"));
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;
  GStatBuf status;

  fill (fixture);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_clear_pointer (&fixture->store, suivi_store_close);

  /* Closed, all of it is in the one file, which nobody else may read, and which says what it is. */
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpmem (contents + 68, 4, "Suiv", 4);
  fixture_reopen (fixture);
  fixture_assert_sound (fixture);
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = in_folder (fixture, "no/such/folder.suivi");
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (suivi_store_create (fixture->path, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);

  g_assert_null (suivi_store_create (nowhere, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
}

static void
test_not_a_workspace (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "other.suivi");
  g_autofree char *pipe = in_folder (fixture, "pipe.suivi");
  g_autofree char *missing = in_folder (fixture, "missing.suivi");
  g_autofree char *contents = NULL;
  gsize length = 0;
  sqlite3 *db = NULL;

  assert_does_not_open (missing, SUIVI_STORE_ERROR_NOT_FOUND);
  assert_does_not_open (fixture->folder, SUIVI_STORE_ERROR_NOT_A_WORKSPACE);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_does_not_open (pipe, SUIVI_STORE_ERROR_NOT_A_WORKSPACE);

  /* An empty file stays empty: nothing is put into what is not ours. */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_does_not_open (path, SUIVI_STORE_ERROR_NOT_A_WORKSPACE);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, ==, 0);

  g_assert_true (
    g_file_set_contents (path, "Dear colleague, here is the list of recommendations.", -1, NULL));
  assert_does_not_open (path, SUIVI_STORE_ERROR_NOT_A_WORKSPACE);

  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE a (b)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  assert_does_not_open (path, SUIVI_STORE_ERROR_NOT_A_WORKSPACE);
}

/* So many that some hit a page that opening does not read. */
#define N_DAMAGES 300

/* Cut off or overwritten at many places: an error or an honest check, never a crash. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = in_folder (fixture, "damaged.suivi");
  g_autofree char *contents = NULL;
  gsize length = 0;
  guint refused = 0;
  guint reported = 0;

  fill (fixture);
  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize i = 0; i < N_DAMAGES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviStore) store = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char *broken = g_memdup2 (contents, length);
      gsize size = i % 2 == 0 ? length : length * i / N_DAMAGES;

      if (i % 2 == 0)
        memset (broken + MIN (length * i / N_DAMAGES + 100, length - 600), 0xA5, 600);
      g_assert_true (g_file_set_contents (path, broken, size, NULL));
      store = suivi_store_open (path, &error);
      if (store == NULL)
        {
          g_assert_true (error->domain == SUIVI_STORE_ERROR);
          refused++;
        }
      else if (!suivi_store_check (store, &problems, &error) || problems->len > 0)
        {
          reported++;
        }
    }
  g_test_message ("%u refused, %u reported", refused, reported);
  g_assert_cmpuint (refused + reported, >, N_DAMAGES / 2);
  g_assert_cmpuint (refused, >, 0);
  g_assert_cmpuint (reported, >, 0);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3 *db = NULL;

  fill (fixture);
  before = fixture_dump (fixture);
  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  fixture_reopen (fixture);
  g_assert_cmpint (suivi_store_get_read_only (fixture->store), ==, SUIVI_READ_ONLY_NEWER);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, &error), ==, 6);
  g_assert_no_error (error);
  g_assert_null (suivi_store_begin (fixture->store, "Change", &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (suivi_store_undo (fixture->store, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  fill (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (suivi_store_begin (fixture->store, "Change", &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_LOCKED);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);

  /* Held by a program that lets nobody else even read. */
  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  assert_does_not_open (fixture->path, SUIVI_STORE_ERROR_LOCKED);
  sqlite3_close (db);
}

/* A file that cannot grow any more, as on a full disk. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *long_text = g_strnfill (2 * 1024 * 1024, 'x');
  g_autoptr (SuiviRecommendation) one = make_recommendation (fixture->review, "9.9", long_text, "KEN",
                                                             SUIVI_POSITION_NOTED, "Treaties");
  SuiviTransaction *transaction = NULL;
  struct rlimit limit = { 0 };

  fill (fixture);
  before = fixture_dump (fixture);
  getrlimit (RLIMIT_FSIZE, &limit);
  signal (SIGXFSZ, SIG_IGN);
  limit.rlim_cur = 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  transaction = suivi_store_begin (fixture->store, "Too much", &error);
  g_assert_nonnull (transaction);
  g_assert_false (suivi_transaction_put_recommendation (transaction, one, &error)
                  && suivi_transaction_commit (transaction, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == SUIVI_STORE_ERROR);
  suivi_transaction_free (transaction);

  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  put_recommendation (fixture->store, one, "Now it fits");
  fixture_assert_sound (fixture);
}

/* Runs as an ordinary user, because nothing is write-protected for root. */
static void
test_write_protected (Fixture *fixture, gconstpointer data)
{
  pid_t child = 0;
  int status = 0;

  fill (fixture);
  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);

  child = fork ();
  if (child == 0)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *fresh = in_folder (fixture, "fresh.suivi");
      SuiviStore *store = NULL;

      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (77);
      store = suivi_store_open (fixture->path, NULL);
      if (store == NULL)
        _exit (1);
      if (suivi_store_get_read_only (store) != SUIVI_READ_ONLY_FILE)
        _exit (2);
      if (suivi_store_count (store, filter, NULL) != 6)
        _exit (3);
      if (suivi_store_begin (store, "Change", &error) != NULL
          || !g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY))
        _exit (4);
      suivi_store_close (store);
      g_clear_error (&error);
      if (suivi_store_create (fresh, &error) != NULL
          || !g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY))
        _exit (5);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_chmod (fixture->folder, 0755);
  g_chmod (fixture->path, 0600);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("cannot become an ordinary user here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static gboolean
step_one (sqlite3 *db, GError **error)
{
  return suivi_database_exec (db, "CREATE TABLE kept (a); INSERT INTO kept VALUES (42)", error);
}

static gboolean
step_two (sqlite3 *db, GError **error)
{
  return suivi_database_exec (db, "ALTER TABLE kept RENAME COLUMN a TO b", error);
}

static gboolean
step_broken (sqlite3 *db, GError **error)
{
  return suivi_database_exec (db, "ALTER TABLE kept RENAME COLUMN a TO b; INSERT INTO nowhere VALUES (1)",
                              error);
}

static void
test_migration (Fixture *fixture, gconstpointer data)
{
  const SuiviMigration steps[] = { step_one, step_two };
  const SuiviMigration broken[] = { step_one, step_broken };
  g_autofree char *path = in_folder (fixture, "old.suivi");
  g_autofree char *copy = g_strconcat (path, ".v1.backup", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;
  gint64 value = 0;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (suivi_schema_migrate (db, path, steps, 1, &error));
  g_assert_no_error (error);
  /* A new file needs no copy. */
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  g_assert_false (suivi_schema_migrate (db, path, broken, 2, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (suivi_database_get_int (db, "PRAGMA user_version", &value, NULL));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (suivi_database_get_int (db, "SELECT a FROM kept", &value, NULL));
  g_assert_cmpint (value, ==, 42);

  g_assert_true (suivi_schema_migrate (db, path, steps, 2, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_database_get_int (db, "PRAGMA user_version", &value, NULL));
  g_assert_cmpint (value, ==, 2);
  g_assert_true (suivi_database_get_int (db, "SELECT b FROM kept", &value, NULL));
  g_assert_cmpint (value, ==, 42);
  sqlite3_close (db);

  g_assert_cmpint (sqlite3_open (copy, &db), ==, SQLITE_OK);
  g_assert_true (suivi_database_get_int (db, "SELECT a FROM kept", &value, NULL));
  g_assert_cmpint (value, ==, 42);
  sqlite3_close (db);
}

/* An issue with a draft that has one of everything. */
static void
fill_drafting (Fixture *fixture)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Draft", NULL);
  g_autoptr (SuiviPriority) priority = suivi_priority_new (fixture->review->state, "Birth registration");
  g_autoptr (SuiviDraft) draft = suivi_draft_new (priority->id, "Register every birth by 2028.", "en");
  g_autoptr (SuiviBacking) backing
             = suivi_backing_new (priority->id, draft->id, SUIVI_BACKING_EVIDENCE, "Household survey");
  g_autoptr (SuiviTranslation) translation
             = suivi_translation_new (draft->id, "fr", "Enregistrer chaque naissance d’ici à 2028.");
  g_autoptr (SuiviRequest) request = suivi_request_new (draft->id, "PRT", "2026-03-01");

  g_assert_true (suivi_transaction_put_priority (step, priority, NULL));
  g_assert_true (suivi_transaction_put_draft (step, draft, NULL));
  g_assert_true (suivi_transaction_put_backing (step, backing, NULL));
  g_assert_true (suivi_transaction_put_translation (step, translation, NULL));
  g_assert_true (suivi_transaction_put_request (step, request, NULL));
  g_assert_true (suivi_transaction_commit (step, NULL));
}

static void
check_drafting (Fixture *fixture)
{
  g_autoptr (GPtrArray) priorities
             = suivi_store_list_priorities (fixture->store, fixture->review->state, NULL);
  const SuiviPriority *priority = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  const SuiviDraft *draft = NULL;
  g_autoptr (GPtrArray) wordings = NULL;
  g_autoptr (GPtrArray) backings = NULL;
  g_autoptr (GPtrArray) translations = NULL;
  g_autoptr (GPtrArray) requests = NULL;

  g_assert_cmpuint (priorities->len, ==, 1);
  priority = g_ptr_array_index (priorities, 0);
  drafts = suivi_store_list_drafts (fixture->store, priority->id, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (draft->text, ==, "Register every birth by 2028.");
  wordings = suivi_store_list_wordings (fixture->store, draft->id, NULL);
  g_assert_cmpuint (wordings->len, ==, 1);
  backings = suivi_store_list_backings (fixture->store, priority->id, draft->id, NULL);
  g_assert_cmpuint (backings->len, ==, 1);
  translations = suivi_store_list_translations (fixture->store, draft->id, NULL);
  g_assert_cmpuint (translations->len, ==, 1);
  requests = suivi_store_list_requests (fixture->store, draft->id, NULL);
  g_assert_cmpuint (requests->len, ==, 1);
}

/* A consultation with a statement, and a name that is sealed. */
static void
fill_consultation (Fixture *fixture)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) participant = consultation_make_participant (consultation->id);
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (consultation->id, participant->id, "We want clean water.");
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text ("amber lantern meadow", NULL);
  g_autoptr (SuiviHolderDraft) holder = suivi_holder_draft_new ("Maria K.", passphrase, NULL);
  g_autoptr (SuiviTransaction) transaction = NULL;

  g_assert_true (suivi_holder_draft_confirm (holder, suivi_holder_draft_get_words (holder), NULL));
  g_assert_true (suivi_store_set_up_vault (fixture->store, holder, NULL));
  transaction = suivi_store_begin (fixture->store, "Consult", NULL);
  consultation_add_ready (transaction, consultation);
  g_assert_true (suivi_transaction_put_participant (transaction, participant, NULL));
  g_assert_true (suivi_transaction_put_statement (transaction, statement, NULL));
  g_assert_true (suivi_transaction_seal_value (transaction, participant->id, "name", "Tarik Ombeni", NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
}

static void
check_consultation (Fixture *fixture)
{
  g_autoptr (GPtrArray) consultations = suivi_store_list_consultations (fixture->store, "SVN", NULL);
  const SuiviConsultationRecord *record = NULL;
  g_autoptr (GPtrArray) statements = NULL;

  g_assert_cmpuint (consultations->len, ==, 1);
  record = g_ptr_array_index (consultations, 0);
  g_assert_cmpint (record->consultation->status, ==, SUIVI_CONSULTATION_READY);
  g_assert_cmpuint (record->participants->len, ==, 1);
  statements = suivi_store_list_statements (fixture->store, record->consultation->id, SUIVI_USE_RECORD, NULL);
  g_assert_cmpuint (statements->len, ==, 1);
}

/* What an earlier version sealed is opened by this one. */
static void
check_sealed (Fixture *fixture)
{
  g_autoptr (GPtrArray) consultations = suivi_store_list_consultations (fixture->store, "SVN", NULL);
  const SuiviConsultationRecord *record = g_ptr_array_index (consultations, 0);
  const SuiviParticipant *participant = g_ptr_array_index (record->participants, 0);
  g_autoptr (GPtrArray) sealed = suivi_store_list_sealed (fixture->store, participant->id, NULL);
  g_autoptr (GPtrArray) holders = suivi_store_list_holders (fixture->store, NULL);
  const SuiviSealedInfo *info = g_ptr_array_index (sealed, 0);
  const SuiviHolder *holder = g_ptr_array_index (holders, 0);
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text ("amber lantern meadow", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviVaultKey) key = suivi_store_unlock (fixture->store, holder->id, passphrase, &error);
  g_autoptr (SuiviSecret) content = NULL;

  g_assert_no_error (error);
  content = suivi_store_open_sealed (fixture->store, key, info->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_secret_get_text (content), ==, "Tarik Ombeni");
}

static void
fill_scorecard (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, NULL, "140.2", NULL);
  const SuiviRecommendation *recommendation = g_ptr_array_index (found, 0);
  const char *const ids[] = { recommendation->id, NULL };
  g_autoptr (SuiviCluster) cluster = suivi_cluster_new ("Schools", 0);
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-06-30");
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("Annual report", SUIVI_EVIDENCE_REPORT);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (fixture->store, "Prepare", NULL);

  g_assert_true (suivi_transaction_put_cluster (transaction, cluster, NULL));
  g_assert_true (suivi_transaction_assign_cluster (transaction, cluster->id, ids, NULL));
  g_assert_true (suivi_transaction_freeze_edition (transaction, edition, NULL));
  g_assert_true (suivi_transaction_put_evidence (transaction, evidence, NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
}

static void
check_scorecard (Fixture *fixture)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) editions = suivi_store_list_editions (fixture->store, NULL, NULL);
  g_autoptr (GPtrArray) evidence = suivi_store_list_evidence (fixture->store, NULL, NULL);
  g_autoptr (GPtrArray) rows = NULL;

  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, "Schools");
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 1);
  g_assert_cmpuint (editions->len, ==, 1);
  rows = suivi_store_list_edition_rows (fixture->store, ((SuiviEdition *) editions->pdata[0])->id, NULL);
  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpuint (evidence->len, ==, 1);
}

/* What version 6 added: an agreed grade, words for grades and for children, what was done, and who is responsible. */
static void
fill_agreed (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, NULL, "140.9", NULL);
  SuiviRecommendation *recommendation = g_ptr_array_index (found, 0);
  const char *const ids[] = { recommendation->id, NULL };
  g_autoptr (SuiviAssessment) agreed
             = make_assessment (recommendation, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING,
                                "2026-01-20");
  g_autoptr (SuiviGradeLabel) label = suivi_grade_label_new ("green", "", "Achieved");
  g_autoptr (SuiviPlainWording) plain = suivi_plain_wording_new (recommendation->id);
  g_autoptr (SuiviContribution) contribution = suivi_contribution_new (recommendation->id);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (fixture->store, "Agree", NULL);

  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strsplit ("Alliance A;Alliance B", ";", -1);
  suivi_assessment_override_light (agreed, SUIVI_LIGHT_WORSE);
  g_free (contribution->what);
  contribution->what = g_strdup ("Visited two prisons.");
  g_assert_true (suivi_transaction_put_assessment (transaction, agreed, NULL));
  g_assert_true (suivi_transaction_put_grade_label (transaction, label, NULL));
  g_assert_true (suivi_transaction_put_plain_wording (transaction, plain, NULL));
  g_assert_true (suivi_transaction_put_contribution (transaction, contribution, NULL));
  g_assert_true (suivi_transaction_add_institution (transaction, ids, "Ministry of Justice", NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
}

/* What was done after the edition had been frozen is not in it; before version 8, none kept what was done. */
static void
check_contributions (Fixture *fixture, guint version)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, NULL, "140.9", NULL);
  const SuiviRecommendation *recommendation = g_ptr_array_index (found, 0);
  g_autoptr (GPtrArray) now = suivi_store_list_contributions (fixture->store, recommendation->id, NULL);
  g_autoptr (GPtrArray) editions = suivi_store_list_editions (fixture->store, NULL, NULL);
  const SuiviEdition *edition = g_ptr_array_index (editions, 0);
  g_autoptr (GPtrArray) frozen
             = suivi_store_list_frozen_contributions (fixture->store, edition->id, recommendation->id, NULL);

  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpuint (frozen->len, ==, 0);
  g_assert_cmpuint (edition->keeps_contributions, ==, version < 8 ? 0 : 1);
}

static void
check_agreed (Fixture *fixture, guint version)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GHashTable) labels = suivi_store_get_grade_labels (fixture->store, "fr", NULL);
  g_autoptr (GPtrArray) plain = suivi_store_list_plain_wordings (fixture->store, NULL, NULL);

  suivi_filter_add (filter, SUIVI_FACET_LIGHT, "worse");
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (labels, "green"), ==, "Achieved");
  g_assert_cmpuint (plain->len, ==, 1);
  check_contributions (fixture, version);
  suivi_filter_clear (filter, SUIVI_FACET_LIGHT);
  suivi_filter_add (filter, SUIVI_FACET_INSTITUTION, "Ministry of Justice");
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 1);
}

/* What version 7 added: a grade that was begun; and version 8: an agreement. */
static void
fill_begun (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, NULL, "140.10", NULL);
  const SuiviRecommendation *recommendation = g_ptr_array_index (found, 0);
  g_autoptr (SuiviGradeDraft) draft = suivi_grade_draft_new (recommendation->id);

  draft->law = SUIVI_LEVEL_SOME;
  g_free (draft->reason);
  draft->reason = g_strdup ("The register is");
  g_assert_true (suivi_store_put_grade_draft (fixture->store, draft, NULL));

  g_free (draft->id);
  draft->id = g_uuid_string_random ();
  draft->agreed = 1;
  g_strfreev (draft->agreed_by);
  draft->agreed_by = g_strsplit ("Alliance A;Alliance B", ";", -1);
  draft->dissent = g_strdup ("Alliance C sees none.");
  g_assert_true (suivi_store_put_grade_draft (fixture->store, draft, NULL));
}

static void
check_begun (Fixture *fixture, guint version)
{
  g_autoptr (GPtrArray) drafts = suivi_store_list_grade_drafts (fixture->store, NULL);
  const char *recommendation_id = NULL;
  g_autoptr (SuiviGradeDraft) own = NULL;
  g_autoptr (SuiviGradeDraft) agreement = NULL;

  g_assert_cmpuint (drafts->len, ==, version < 8 ? 1 : 2);
  recommendation_id = ((SuiviGradeDraft *) g_ptr_array_index (drafts, 0))->recommendation_id;
  own = suivi_store_get_grade_draft (fixture->store, recommendation_id, FALSE, NULL);
  g_assert_cmpstr (own->reason, ==, "The register is");
  g_assert_cmpint (own->law, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpstr (own->author, ==, "A. Analyst");
  g_assert_cmpuint (g_strv_length (own->agreed_by), ==, 0);
  g_assert_null (own->dissent);
  agreement = suivi_store_get_grade_draft (fixture->store, recommendation_id, TRUE, NULL);
  if (version < 8)
    {
      g_assert_null (agreement);
      return;
    }
  g_assert_cmpstr (agreement->agreed_by[1], ==, "Alliance B");
  g_assert_cmpstr (agreement->dissent, ==, "Alliance C sees none.");
}

/* Files of before version 7 do not say whose a judgement is: nobody's name is put there when they are opened. */
static void
check_judges (Fixture *fixture, guint version)
{
  g_autoptr (GPtrArray) organisations = suivi_store_list_organisations (fixture->store, NULL);
  const SuiviOrganisation *organisation = NULL;

  for (guint i = 0; i < organisations->len && organisation == NULL; i++)
    {
      organisation = g_ptr_array_index (organisations, i);
      if (organisation->n_judgements == 0)
        organisation = NULL;
    }
  g_assert_nonnull (organisation);
  g_assert_cmpstr (organisation->name, ==, version < 7 ? "" : "Imaginary Institution");
}

/* A file of every released version opens, is sound, and has what was put into it. */
static void
test_released_versions (Fixture *fixture, gconstpointer data)
{
  for (guint version = 1; version <= suivi_schema_get_version (); version++)
    {
      g_autofree char *name = g_strdup_printf ("version-%u.suivi", version);
      g_autofree char *released = g_test_build_filename (G_TEST_DIST, "store", "versions", name, NULL);
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autoptr (GPtrArray) reviews = NULL;
      g_autofree char *contents = NULL;
      gsize length = 0;

      g_clear_pointer (&fixture->store, suivi_store_close);
      g_assert_true (g_file_get_contents (released, &contents, &length, NULL));
      g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
      fixture_reopen (fixture);
      fixture_assert_sound (fixture);
      reviews = suivi_store_list_reviews (fixture->store, NULL);
      g_assert_cmpuint (reviews->len, ==, 1);
      g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 6);
      if (version >= 3)
        check_drafting (fixture);
      suivi_filter_add (filter, SUIVI_FACET_LIGHT, "amber");
      g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 1);
      g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Grade");
      g_assert_true (suivi_store_undo (fixture->store, NULL));
      g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 0);
      /* Steps of before the upgrade go back and forth, too. */
      while (suivi_store_get_undo_label (fixture->store) != NULL)
        {
          /* A name was sealed for a child of this step: it is not undone. */
          gboolean sealed = g_str_equal (suivi_store_get_undo_label (fixture->store), "Consult");

          g_assert_true (suivi_store_undo (fixture->store, NULL) == !sealed);
          if (sealed)
            break;
        }
      while (suivi_store_get_redo_label (fixture->store) != NULL)
        g_assert_true (suivi_store_redo (fixture->store, NULL));
      g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 1);
      if (version >= 3)
        check_drafting (fixture);
      if (version >= 4)
        {
          check_consultation (fixture);
          check_sealed (fixture);
        }
      if (version >= 5)
        check_scorecard (fixture);
      if (version >= 6)
        check_agreed (fixture, version);
      if (version >= 7)
        check_begun (fixture, version);
      check_judges (fixture, version);
      fixture_assert_sound (fixture);
    }
}

/* An old file that nobody may write to is upgraded in memory: it can be read, and stays as it is. */
static void
test_old_write_protected (Fixture *fixture, gconstpointer data)
{
  g_autofree char *released
    = g_test_build_filename (G_TEST_DIST, "store", "versions", "version-1.suivi", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *after = NULL;
  gsize length = 0;
  gsize length_after = 0;
  pid_t child = 0;
  int status = 0;

  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_true (g_file_get_contents (released, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);

  child = fork ();
  if (child == 0)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autoptr (GPtrArray) links = NULL;
      SuiviStore *store = NULL;

      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (77);
      store = suivi_store_open (fixture->path, NULL);
      if (store == NULL)
        _exit (1);
      if (suivi_store_get_read_only (store) != SUIVI_READ_ONLY_FILE)
        _exit (2);
      suivi_filter_add (filter, SUIVI_FACET_LIGHT, "amber");
      if (suivi_store_count (store, filter, NULL) != 1)
        _exit (3);
      links = suivi_store_list_links (store, "none", NULL);
      if (links == NULL || links->len != 0)
        _exit (4);
      if (suivi_store_begin (store, "Change", NULL) != NULL)
        _exit (5);
      suivi_store_close (store);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_chmod (fixture->folder, 0755);
  g_chmod (fixture->path, 0600);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    {
      g_test_skip ("cannot become an ordinary user here");
      return;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (contents, length, after, length_after);
}

/* `test-store --make-version FILE` makes the file for test_released_versions() before a release. */
static int
make_version (const char *path)
{
  Fixture fixture = { NULL };
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (SuiviAssessment) assessment = NULL;
  gsize length = 0;

  fixture_set_up (&fixture, NULL);
  fill (&fixture);
  fill_drafting (&fixture);
  fill_consultation (&fixture);
  fill_scorecard (&fixture);
  fill_agreed (&fixture);
  fill_begun (&fixture);
  found = suivi_store_find_number (fixture.store, NULL, "140.2", NULL);
  assessment = make_assessment (g_ptr_array_index (found, 0), SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME,
                                SUIVI_LEVEL_UNASSESSED, "2026-02-01");
  put_assessment (fixture.store, assessment, "Grade");
  g_clear_pointer (&fixture.store, suivi_store_close);
  g_assert_true (g_file_get_contents (fixture.path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  fixture_tear_down (&fixture, NULL);

  return 0;
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--make-version"))
    return make_version (argv[2]);

  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/store/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("file", test_file);
  ADD ("create", test_create);
  ADD ("not-a-workspace", test_not_a_workspace);
  ADD ("damaged", test_damaged);
  ADD ("newer", test_newer);
  ADD ("locked", test_locked);
  ADD ("disk-full", test_disk_full);
  ADD ("write-protected", test_write_protected);
  ADD ("migration", test_migration);
  ADD ("released-versions", test_released_versions);
  ADD ("old-write-protected", test_old_write_protected);
#undef ADD

  return g_test_run ();
}
