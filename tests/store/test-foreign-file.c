/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Workspaces that somebody has been at: they may come from anybody. */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/consultation-store.h"
#include "store/database.h"
#include "store/scorecard-store.h"
#include "tests/store/fixture.h"

static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  suivi_database_add_functions (db);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* What the schema says is not what a new workspace has: refused before anything is asked of it. */
static void
test_other_schema (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    SuiviStoreError expected;
  } cases[] = {
    { "PRAGMA user_version = -1", SUIVI_STORE_ERROR_NOT_A_WORKSPACE },
    { "PRAGMA user_version = -2147483648", SUIVI_STORE_ERROR_NOT_A_WORKSPACE },
    { "DROP TRIGGER assessment_inserted", SUIVI_STORE_ERROR_DAMAGED },
    { "DROP TABLE assessment", SUIVI_STORE_ERROR_DAMAGED },
    { "DROP TABLE history", SUIVI_STORE_ERROR_DAMAGED },
    { "DROP TABLE search", SUIVI_STORE_ERROR_DAMAGED },
    { "DROP INDEX recommendation_import", SUIVI_STORE_ERROR_DAMAGED },
    { "DROP TABLE assessment; CREATE VIEW assessment AS WITH RECURSIVE n (i) AS"
      " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n",
      SUIVI_STORE_ERROR_DAMAGED },
    { "CREATE TRIGGER mine AFTER INSERT ON review BEGIN DELETE FROM assessment; END",
      SUIVI_STORE_ERROR_DAMAGED },
    { "ALTER TABLE review ADD COLUMN extra TEXT", SUIVI_STORE_ERROR_DAMAGED },
    { "UPDATE history SET sequence = 9223372036854775807 WHERE sequence = 7", SUIVI_STORE_ERROR_DAMAGED },
    { "UPDATE history SET sequence = -5 WHERE sequence = 7", SUIVI_STORE_ERROR_DAMAGED },
  };
  g_autofree char *contents = NULL;
  gsize length = 0;

  fill (fixture);
  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
      run_sql (fixture, cases[i].sql);
      g_assert_null (suivi_store_open (fixture->path, &error));
      g_assert_error (error, SUIVI_STORE_ERROR, (int) cases[i].expected);
    }
}

static gboolean
see_row (SuiviRecommendation *recommendation,
         SuiviReview *review,
         SuiviAssessment *assessment,
         gpointer data,
         GError **error)
{
  g_assert_true (g_utf8_validate (recommendation->number, -1, NULL));
  g_assert_true (g_utf8_validate (recommendation->text, -1, NULL));
  return TRUE;
}

/* Rows that no Suivi wrote: bytes that are no UTF-8, lists that are no JSON. An error or odd text, never a crash. */
static void
test_odd_rows (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[] = {
    "UPDATE recommendation SET text = CAST (x'ff28c3' AS TEXT), number = CAST (x'e2' AS TEXT)",
    "UPDATE recommendation SET states = 'no JSON', themes = '[1, {}, null, \"a\"]', groups = '', sdgs = '[['",
    "UPDATE recommendation SET states = CAST (x'5b22ff225d' AS TEXT)",
    "UPDATE history SET label = CAST (x'c3' AS TEXT), author = CAST (x'ff' AS TEXT)",
    "UPDATE review SET symbol = CAST (x'c3' AS TEXT)",
    "PRAGMA foreign_keys = OFF; DELETE FROM review",
    "DELETE FROM facet; DELETE FROM tag",
    "DELETE FROM search",
  };
  g_autofree char *contents = NULL;
  gsize length = 0;

  fill (fixture);
  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GPtrArray) problems = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
      run_sql (fixture, cases[i]);
      fixture_reopen (fixture);
      suivi_store_foreach (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, see_row, NULL, NULL, NULL);
      found = suivi_store_find_number (fixture->store, NULL, NULL, NULL);
      entries = suivi_store_list_history (fixture->store, 0, NULL);
      for (guint j = 0; entries != NULL && j < entries->len; j++)
        g_assert_true (
          g_utf8_validate (((SuiviHistoryEntry *) g_ptr_array_index (entries, j))->label, -1, NULL));
      for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
        {
          g_autoptr (GPtrArray) counts = suivi_store_count_facet (fixture->store, filter, facet, NULL);
        }
      for (guint sort = SUIVI_SORT_NUMBER; sort <= SUIVI_SORT_STATE; sort++)
        {
          g_autoptr (GArray) keys = suivi_store_query_keys (fixture->store, filter, sort, FALSE, NULL, NULL);
        }
      suivi_store_undo (fixture->store, NULL);
      /* And the check sees that something is wrong, but for text that is merely odd: its index was made anew. */
      if (suivi_store_check (fixture->store, &problems, NULL) && i != 0 && i != 4)
        g_assert_cmpuint (problems->len, >, 0);
      g_clear_pointer (&fixture->store, suivi_store_close);
    }
}

/* Every text of a record is valid UTF-8, whatever the file holds. Takes over @records. */
static void
assert_valid (const SuiviRecordType *type, GPtrArray *records)
{
  g_autoptr (GPtrArray) owned = records;

  for (guint i = 0; owned != NULL && i < owned->len; i++)
    {
      for (guint j = 0; j < type->n_fields; j++)
        {
          const SuiviField *field = &type->fields[j];
          gpointer place = (char *) g_ptr_array_index (owned, i) + field->offset;

          g_test_message ("%s.%s", type->table, field->name);
          if (field->kind == SUIVI_FIELD_TEXT)
            g_assert_true (*(char **) place == NULL || g_utf8_validate (*(char **) place, -1, NULL));
          for (char **p = field->kind == SUIVI_FIELD_LIST ? *(char ***) place : NULL; p != NULL && *p != NULL;
               p++)
            g_assert_true (g_utf8_validate (*p, -1, NULL));
        }
    }
}

/* Reads what the records of drafting, consultations and the scorecard hold. */
static void
read_records (SuiviStore *store)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (store, NULL, NULL, NULL);
  g_autoptr (GPtrArray) editions = suivi_store_list_editions (store, NULL, NULL);
  g_autoptr (GPtrArray) priorities = suivi_store_list_priorities (store, NULL, NULL);
  g_autoptr (GPtrArray) consultations = suivi_store_list_consultations (store, NULL, NULL);

  assert_valid (&suivi_cluster_record, suivi_store_list_clusters (store, NULL));
  assert_valid (&suivi_cluster_rule_record, suivi_store_list_cluster_rules (store, NULL));
  assert_valid (&suivi_evidence_record, suivi_store_list_evidence (store, NULL, NULL));
  assert_valid (&suivi_grade_label_record, suivi_store_list_grade_labels (store, NULL));
  assert_valid (&suivi_plain_wording_record, suivi_store_list_plain_wordings (store, NULL, NULL));
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const char *id = ((SuiviRecommendation *) g_ptr_array_index (found, i))->id;

      assert_valid (&suivi_assessment_record, suivi_store_list_judgements (store, NULL, id, NULL, NULL));
      assert_valid (&suivi_assessment_record, suivi_store_list_assessments (store, id, NULL));
      assert_valid (&suivi_contribution_record, suivi_store_list_contributions (store, id, NULL));
      assert_valid (&suivi_responsibility_record, suivi_store_list_responsibilities (store, id, NULL));
    }
  for (guint i = 0; editions != NULL && i < editions->len; i++)
    {
      const char *id = ((SuiviEdition *) g_ptr_array_index (editions, i))->id;

      assert_valid (&suivi_edition_row_record, suivi_store_list_edition_rows (store, id, NULL));
    }
  assert_valid (&suivi_edition_record, g_steal_pointer (&editions));
  for (guint i = 0; priorities != NULL && i < priorities->len; i++)
    {
      const char *id = ((SuiviPriority *) g_ptr_array_index (priorities, i))->id;

      assert_valid (&suivi_draft_record, suivi_store_list_drafts (store, id, NULL));
    }
  assert_valid (&suivi_priority_record, g_steal_pointer (&priorities));
  for (guint i = 0; consultations != NULL && i < consultations->len; i++)
    {
      SuiviConsultationRecord *record = g_ptr_array_index (consultations, i);

      g_assert_true (g_utf8_validate (record->consultation->title, -1, NULL));
      if (record->participants != NULL)
        assert_valid (&suivi_participant_record, g_ptr_array_ref (record->participants));
    }
}

/* Texts of records that are no text, lists that are no lists: one column after the other. */
static void
test_odd_records (Fixture *fixture, gconstpointer data)
{
  static const SuiviRecordType *const types[] = {
    &suivi_cluster_record,      &suivi_cluster_rule_record,   &suivi_evidence_record,
    &suivi_grade_label_record,  &suivi_plain_wording_record,  &suivi_assessment_record,
    &suivi_contribution_record, &suivi_edition_row_record,    &suivi_edition_record,
    &suivi_draft_record,        &suivi_priority_record,       &suivi_participant_record,
    &suivi_consultation_record, &suivi_responsibility_record,
  };
  g_autofree char *released
    = g_test_build_filename (G_TEST_DIST, "store", "versions", "version-6.suivi", NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;
  guint n_changed = 0;

  g_assert_true (g_file_get_contents (released, &contents, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      sqlite3 *db = NULL;

      g_clear_pointer (&fixture->store, suivi_store_close);
      g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      suivi_database_add_functions (db);
      for (guint j = 1; j < types[i]->n_fields; j++)
        {
          const SuiviField *field = &types[i]->fields[j];
          g_autofree char *sql = NULL;

          /* What refers to another record stays, so that the record is found. What the schema refuses cannot come. */
          if (g_str_has_suffix (field->name, "_id") || field->kind == SUIVI_FIELD_UINT)
            continue;
          sql = g_strdup_printf ("UPDATE %s SET %s = CAST (x'%s' AS TEXT)", types[i]->table, field->name,
                                 field->kind == SUIVI_FIELD_LIST ? "5b22ff225d" : "41ffc3");
          n_changed += sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK && sqlite3_changes (db) > 0;
        }
      sqlite3_close (db);
      fixture_reopen (fixture);
      read_records (fixture->store);
    }
  /* Most columns have no rule of their own. */
  g_assert_cmpuint (n_changed, >, 60);
}

/* Looking at a workspace leaves every byte of it as it is. */
static void
test_reading_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0;
  gsize length_after = 0;

  fill (fixture);
  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  fixture_reopen (fixture);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 6);
  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
copy_workspace (Fixture *fixture, const char *copy)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (copy, contents, length, NULL));
}

/* A copy of the one file, made while the workspace is open, has every step. */
static void
test_copy_while_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.suivi", NULL);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) error = NULL;
  SuiviStore *store = NULL;

  fill (fixture);
  copy_workspace (fixture, copy);
  store = suivi_store_open (copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suivi_store_count (store, filter, NULL), ==, 6);
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Add 140.100");
  suivi_store_close (store);
}

/* The same copy on a medium that cannot be written. Runs as an ordinary user, as for root nothing is protected. */
static void
test_copy_on_read_only_medium (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "medium #1?", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.suivi", NULL);
  pid_t child = 0;
  int status = 0;

  fill (fixture);
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  copy_workspace (fixture, copy);
  g_assert_cmpint (g_chmod (copy, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      SuiviStore *store = NULL;

      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (77);
      store = suivi_store_open (copy, NULL);
      if (store == NULL)
        _exit (1);
      if (suivi_store_get_read_only (store) != SUIVI_READ_ONLY_FILE)
        _exit (2);
      _exit (suivi_store_count (store, filter, NULL) == 6 ? 0 : 3);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_chmod (folder, 0755);
  g_unlink (copy);
  g_rmdir (folder);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("cannot become an ordinary user here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
touch (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autofree char *contents = NULL;

  g_file_get_contents (name, &contents, NULL, NULL);
}

static const char *program;

/*
 * A file chooser in our own process reads the files of a folder to guess what they are. That must not make another
 * program believe that nobody has the workspace open: it would take the write-ahead log away.
 */
static void
test_read_in_process (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviRecommendation) late = NULL;

  fill (fixture);
  for (guint i = 0; i < 3; i++)
    {
      const char *const arguments[] = { program, "--count", fixture->path, NULL };
      int status = 0;

      touch (fixture->path, "");
      touch (fixture->path, "-wal");
      touch (fixture->path, "-shm");
      g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                                   &status, NULL));
      g_assert_cmpint (status, ==, 0);
      g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
    }
  late = make_recommendation (fixture->review, "150.1", "Added late", "KEN", SUIVI_POSITION_NOTED, "Justice");
  put_recommendation (fixture->store, late, "Add 150.1");
  fixture_reopen (fixture);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 7);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 150.1");
  fixture_assert_sound (fixture);
}

/* The other program of test_read_in_process(): opens the workspace, counts, undoes and redoes, and closes it. */
static int
count_in (const char *path)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  SuiviStore *store = suivi_store_open (path, NULL);
  gboolean ok = store != NULL && suivi_store_count (store, filter, NULL) == 6
                && suivi_store_undo (store, NULL) && suivi_store_redo (store, NULL);

  g_clear_pointer (&store, suivi_store_close);
  return ok ? 0 : 1;
}

static sqlite3_stmt *
begin_reading (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT id FROM review", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);

  return statement;
}

/*
 * Two windows with one workspace: the first to read is not the last. Whoever ends reading first, no lock may stay behind
 * that keeps the other from writing, and none may go that keeps other programs away.
 */
static void
test_two_in_process (Fixture *fixture, gconstpointer data)
{
  for (guint order = 0; order < 2; order++)
    {
      const char *const arguments[] = { program, "--write", fixture->path, NULL };
      sqlite3 *first = NULL;
      sqlite3 *second = NULL;
      sqlite3_stmt *reading[2] = { NULL };
      int status = 0;

      if (order == 0)
        fill (fixture);
      g_clear_pointer (&fixture->store, suivi_store_close);
      g_assert_cmpint (sqlite3_open (fixture->path, &first), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_open (fixture->path, &second), ==, SQLITE_OK);
      reading[0] = begin_reading (first);
      reading[1] = begin_reading (second);
      sqlite3_reset (reading[order]);
      /* One of them still reads: nobody else may change the file under it. */
      g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                                   &status, NULL));
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, SQLITE_BUSY);
      sqlite3_reset (reading[1 - order]);
      g_assert_cmpint (sqlite3_exec (second, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (first, "BEGIN IMMEDIATE; COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_finalize (reading[0]);
      sqlite3_finalize (reading[1]);
      g_assert_cmpint (sqlite3_close (first), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (second, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL), ==,
                       SQLITE_OK);
      g_assert_cmpint (sqlite3_close (second), ==, SQLITE_OK);
      /* And nothing is left when nobody has it open. */
      g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                                   &status, NULL));
      g_assert_cmpint (status, ==, 0);
      fixture_reopen (fixture);
      fixture_assert_sound (fixture);
    }
}

/* The other program of test_two_in_process(): wants the file for itself, and says what SQLite answers. */
static int
write_in (const char *path)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open (path, &db);

  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "BEGIN EXCLUSIVE; COMMIT", NULL, NULL, NULL);
  sqlite3_close (db);

  return code;
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_in (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--count"))
    return count_in (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/foreign-file/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("other-schema", test_other_schema);
  ADD ("odd-rows", test_odd_rows);
  ADD ("odd-records", test_odd_records);
  ADD ("reading-changes-nothing", test_reading_changes_nothing);
  ADD ("copy-while-open", test_copy_while_open);
  ADD ("read-in-process", test_read_in_process);
  ADD ("two-in-process", test_two_in_process);
  ADD ("copy-on-read-only-medium", test_copy_on_read_only_medium);
#undef ADD

  return g_test_run ();
}
