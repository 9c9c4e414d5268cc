/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left when something is erased: nothing. Names and numbers are invented. */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/database.h"
#include "store/scorecard-store.h"
#include "tests/store/consultation-records.h"
#include "tests/store/vault-fixture.h"

/* Erased: no trace in the file, the history holds, and no undo brings it back. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_participant_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) sealed = NULL;
  g_autoptr (GError) error = NULL;
  const SuiviParticipant *victim = NULL;
  g_autofree char *backup = g_strconcat (fixture->path, ".v3.backup", NULL);

  fill (fixture);
  vault_set_up (fixture);
  g_assert_true (g_file_set_contents (backup, "old", 3, NULL));
  {
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);
    g_autoptr (SuiviSentOut) sent_out = suivi_sent_out_new (consultation->id, "councils.pdf", "report");

    consultation_add_ready (step, consultation);
    g_assert_true (suivi_transaction_put_sent_out (step, sent_out, &error));
    g_assert_true (suivi_transaction_commit (step, &error));
  }
  /* Many, and typed in small steps, so that pages of the file are split and rows move. */
  for (guint i = 0; i < 40; i++)
    {
      SuiviParticipant *child = consultation_make_participant (consultation->id);

      g_ptr_array_add (children, child);
      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Write down", NULL);
          char *said = g_strdup_printf ("Marker%u-%u we said that %0*d things matter to us.", i, j,
                                        (int) (i * 7 % 200) + 1, 7);
          g_autoptr (SuiviStatement) statement = suivi_statement_new (consultation->id, child->id, said);

          g_assert_true (suivi_transaction_put_participant (step, child, &error));
          g_assert_true (suivi_transaction_put_statement (step, statement, &error));
          g_assert_true (suivi_transaction_commit (step, &error));
          g_ptr_array_add (words, said);
        }
      vault_seal (fixture, child->id, "name", "Somebody");
    }
  g_assert_cmpuint (vault_count_text (fixture, "Marker17-1 "), >, 0);

  victim = g_ptr_array_index (children, 17);
  erasure = suivi_store_erase_participant (fixture->store, victim->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (erasure->n_participants, ==, 1);
  g_assert_cmpuint (erasure->n_statements, ==, 3);
  g_assert_cmpuint (erasure->n_sealed, ==, 1);
  g_assert_cmpuint (erasure->n_steps, ==, 3);
  g_assert_cmpstr (erasure->codes[0], ==, victim->code);
  g_assert_cmpuint (g_strv_length (erasure->backups), ==, 1);
  g_assert_true (g_str_has_suffix (erasure->backups[0], ".v3.backup"));
  g_assert_cmpuint (erasure->sent_out->len, ==, 1);
  g_assert_true (erasure->complete);

  for (guint round = 0; round < 2; round++)
    {
      g_assert_cmpuint (vault_count_text (fixture, "Marker17-0 "), ==, 0);
      g_assert_cmpuint (vault_count_text (fixture, "Marker17-1 "), ==, 0);
      g_assert_cmpuint (vault_count_text (fixture, "Marker17-2 "), ==, 0);
      g_assert_cmpuint (vault_count_text (fixture, victim->id), ==, 0);
      g_assert_cmpuint (vault_count_text (fixture, "Marker18-0 "), >, 0);
      fixture_assert_sound (fixture);
      fixture_reopen (fixture);
    }
  sealed = suivi_store_list_sealed (fixture->store, victim->id, NULL);
  g_assert_cmpuint (sealed->len, ==, 0);
  left = suivi_store_list_statements (fixture->store, consultation->id, SUIVI_USE_RECORD, &error);
  g_assert_cmpuint (left->len, ==, 39 * 3);

  while (suivi_store_undo (fixture->store, NULL))
    g_assert_cmpuint (vault_count_text (fixture, "Marker17"), ==, 0);
  while (suivi_store_redo (fixture->store, NULL))
    g_assert_cmpuint (vault_count_text (fixture, "Marker17"), ==, 0);
  fixture_assert_sound (fixture);
  g_unlink (backup);
}

static void
write_down (Fixture *fixture, SuiviParticipant *child, const char *marker, GRand *random)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Write down", NULL);
  g_autoptr (GError) error = NULL;

  for (gint n_statements = g_rand_int_range (random, 1, 4); n_statements > 0; n_statements--)
    {
      g_autoptr (GString) said = g_string_new (NULL);
      g_autoptr (SuiviStatement) statement = NULL;

      for (gint n = g_rand_int_range (random, 1, 25); n > 0; n--)
        g_string_append_printf (said, "%s says something. ", marker);
      statement = suivi_statement_new (child->consultation_id, child->id, said->str);
      g_assert_true (suivi_transaction_put_statement (step, statement, &error));
      g_assert_no_error (error);
    }
  g_assert_true (suivi_transaction_commit (step, &error));
}

/* When pages are split, SQLite leaves old copies in the gaps: a file that was only deleted from still holds some. */
static void
test_erase_between_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (SuiviConsultation) kept = consultation_make ("Kept");
  g_autoptr (SuiviConsultation) erased = consultation_make ("Erased");
  g_autoptr (SuiviParticipant) child = consultation_make_participant (kept->id);
  g_autoptr (SuiviParticipant) victim = consultation_make_participant (erased->id);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  /* Keys, and so the pages, are the same each time: with this seed, deleting alone leaves some of the words. */
  g_random_set_seed (2);
  g_rand_set_seed (random, 2);
  consultation_add_ready (step, kept);
  consultation_add_ready (step, erased);
  g_assert_true (suivi_transaction_put_participant (step, child, &error));
  g_assert_true (suivi_transaction_put_participant (step, victim, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_clear_pointer (&step, suivi_transaction_free);
  for (guint i = 0; i < 500; i++)
    {
      write_down (fixture, child, "KeptMarker", random);
      write_down (fixture, victim, "ErasedMarker", random);
    }

  erasure = suivi_store_erase_consultation (fixture->store, erased->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (erasure->n_statements, >=, 500);
  g_assert_cmpuint (vault_count_text (fixture, "ErasedMarker"), ==, 0);
  g_assert_cmpuint (vault_count_text (fixture, "KeptMarker"), >, 0);
  fixture_assert_sound (fixture);
}

static void
put_statement (Fixture *fixture, SuiviStatement *statement, const char *words)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Write down", NULL);
  g_autoptr (GError) error = NULL;

  g_free (statement->words);
  statement->words = g_strdup (words);
  g_assert_true (suivi_transaction_put_statement (step, statement, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
}

/* Also of what was changed and deleted, or undone, before: an update in the history holds only the key of its row. */
static void
test_erase_earlier (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) child = consultation_make_participant (consultation->id);
  g_autoptr (SuiviStatement) deleted = suivi_statement_new (consultation->id, child->id, "");
  g_autoptr (SuiviStatement) undone = suivi_statement_new (consultation->id, child->id, "");
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);
  g_autoptr (GError) error = NULL;

  consultation_add_ready (step, consultation);
  g_assert_true (suivi_transaction_put_participant (step, child, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_clear_pointer (&step, suivi_transaction_free);
  put_statement (fixture, deleted, "Marker1 first words");
  put_statement (fixture, deleted, "Marker2 changed words");
  step = suivi_store_begin (fixture->store, "Delete", NULL);
  g_assert_true (suivi_transaction_delete_statement (step, deleted->id, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_clear_pointer (&step, suivi_transaction_free);
  put_statement (fixture, undone, "Marker3 first words");
  put_statement (fixture, undone, "Marker4 changed words");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_cmpuint (vault_count_text (fixture, "Marker"), >, 0);

  erasure = suivi_store_erase_participant (fixture->store, child->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vault_count_text (fixture, "Marker"), ==, 0);
  g_assert_null (suivi_store_get_redo_label (fixture->store));
  fixture_assert_sound (fixture);
}

/* A step may lie before the one that shows that it is about the child: words that were another's first. What was done again
 * is not undone either. */
static void
test_erase_found_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) other = consultation_make_participant (consultation->id);
  g_autoptr (SuiviParticipant) child = consultation_make_participant (consultation->id);
  g_autoptr (SuiviStatement) moved = suivi_statement_new (consultation->id, other->id, "");
  g_autoptr (SuiviStatement) again = suivi_statement_new (consultation->id, child->id, "");
  g_autofree char *before = g_strdup (suivi_store_get_undo_label (fixture->store));
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);
  g_autoptr (GError) error = NULL;

  consultation_add_ready (step, consultation);
  g_assert_true (suivi_transaction_put_participant (step, other, &error));
  g_assert_true (suivi_transaction_put_participant (step, child, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_clear_pointer (&step, suivi_transaction_free);
  put_statement (fixture, moved, "Marker1 first words");
  g_free (moved->participant_id);
  moved->participant_id = g_strdup (child->id);
  put_statement (fixture, moved, "Marker2 changed words");
  step = suivi_store_begin (fixture->store, "Delete", NULL);
  g_assert_true (suivi_transaction_delete_statement (step, moved->id, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_clear_pointer (&step, suivi_transaction_free);
  put_statement (fixture, again, "Marker3 first words");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_true (suivi_store_redo (fixture->store, NULL));
  g_assert_cmpuint (vault_count_text (fixture, "Marker1"), >, 0);

  erasure = suivi_store_erase_participant (fixture->store, child->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vault_count_text (fixture, "Marker"), ==, 0);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, before);
  g_assert_null (suivi_store_get_redo_label (fixture->store));
  fixture_assert_sound (fixture);
}

/* A whole consultation: its attachments, evidence and feedback, too, and redo brings none of it back. */
static void
test_erase_consultation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("MarkerTitle");
  g_autoptr (SuiviCheckAnswer) answer = suivi_check_answer_new (consultation->id, "a1", SUIVI_CHECK_YES);
  g_autoptr (SuiviFeedback) feedback = suivi_feedback_new (consultation->id);
  g_autoptr (GBytes) content = g_bytes_new_static ("MarkerFile", 10);
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);

      g_assert_true (suivi_transaction_put_consultation (step, consultation, &error));
      g_free (answer->evidence);
      answer->evidence = g_strdup_printf ("MarkerEvidence%u", i);
      g_assert_true (suivi_transaction_put_check_answer (step, answer, &error));
      g_free (feedback->what);
      feedback->what = g_strdup_printf ("MarkerWhat%u", i);
      g_assert_true (suivi_transaction_put_feedback (step, feedback, &error));
      g_assert_true (suivi_transaction_put_attachment (step, answer->id, "MarkerName.pdf", content, &error));
      g_assert_true (suivi_transaction_commit (step, &error));
    }
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  erasure = suivi_store_erase_consultation (fixture->store, consultation->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vault_count_text (fixture, "Marker"), ==, 0);
  g_assert_null (suivi_store_get_redo_label (fixture->store));
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), !=, "Plan");
  fixture_assert_sound (fixture);
}

/* What was committed is never said to have failed: what could not be done after it is done when the file is opened next. */
static void
test_erase_interrupted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_participant_free);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);
  guint n_incomplete = 0;

  consultation_add_ready (step, consultation);
  for (guint i = 0; i < 40; i++)
    {
      SuiviParticipant *child = consultation_make_participant (consultation->id);

      g_ptr_array_add (children, child);
      g_assert_true (suivi_transaction_put_participant (step, child, NULL));
    }
  g_assert_true (suivi_transaction_commit (step, NULL));
  g_clear_pointer (&step, suivi_transaction_free);

  for (guint i = 0; i < children->len; i++)
    {
      const SuiviParticipant *child = g_ptr_array_index (children, i);
      g_autoptr (SuiviErasure) erasure = NULL;
      g_autoptr (SuiviConsultationRecord) record = NULL;
      gboolean there = FALSE;

      suivi_database_fail_after (i * 4 + 1);
      erasure = suivi_store_erase_participant (fixture->store, child->id, NULL);
      suivi_database_fail_after (0);
      record = suivi_store_load_consultation (fixture->store, consultation->id, NULL);
      g_assert_nonnull (record);
      for (guint j = 0; j < record->participants->len; j++)
        there |= g_str_equal (((SuiviParticipant *) record->participants->pdata[j])->id, child->id);
      g_assert_true (there == (erasure == NULL));
      if (erasure == NULL)
        continue;
      n_incomplete += !erasure->complete;
      fixture_reopen (fixture);
      g_assert_cmpuint (vault_count_text (fixture, child->id), ==, 0);
    }
  g_assert_cmpuint (n_incomplete, >, 0);
  fixture_assert_sound (fixture);
}

/* The counts and the search are as they were: writing the file anew renumbers nothing that they do not follow. */
static void
test_erase_keeps_index (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) error = NULL;
  guint before = 0;

  fill (fixture);
  {
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);
    g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, NULL, "140.2", NULL);
    SuiviRecommendation *second = g_ptr_array_index (found, 0);

    consultation_add_ready (step, consultation);
    /* A gap in the numbers of the rows. */
    g_assert_true (suivi_transaction_delete_recommendation (step, second->id, &error));
    g_assert_true (suivi_transaction_commit (step, &error));
  }
  suivi_filter_add (filter, SUIVI_FACET_STATE, "BRA");
  before = suivi_store_count (fixture->store, filter, NULL);
  g_assert_cmpuint (before, >, 0);
  erasure = suivi_store_erase_consultation (fixture->store, consultation->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (erasure->n_participants, ==, 0);
  g_assert_cmpuint (suivi_store_count_consultations (fixture->store, NULL, NULL), ==, 0);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, before);
  fixture_assert_sound (fixture);
}

/* While another program reads, the log beside the file cannot be emptied: that is said. */
static void
test_erase_while_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;
  sqlite3_stmt *reading = NULL;

  consultation_add_ready (step, consultation);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_clear_pointer (&step, suivi_transaction_free);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (other, "SELECT * FROM history", -1, &reading, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (reading), ==, SQLITE_ROW);

  erasure = suivi_store_erase_consultation (fixture->store, consultation->id, &error);
  g_assert_no_error (error);
  g_assert_false (erasure->complete);
  sqlite3_finalize (reading);
  sqlite3_close (other);

  /* It is done when the workspace is opened next. */
  fixture_reopen (fixture);
  g_assert_cmpuint (vault_count_text (fixture, consultation->id), ==, 0);
  fixture_assert_sound (fixture);
}

static void
begin_grade (Fixture *fixture, const char *number, gboolean agreed, const char *words)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, NULL, number, NULL);
  const SuiviRecommendation *recommendation = g_ptr_array_index (found, 0);
  g_autoptr (SuiviGradeDraft) draft = suivi_grade_draft_new (recommendation->id);

  draft->agreed = agreed;
  g_free (draft->reason);
  draft->reason = g_strdup (words);
  if (agreed)
    draft->dissent = g_strdup (words);
  g_assert_true (suivi_store_put_grade_draft (fixture->store, draft, NULL));
}

/* What was begun for a recommendation that is gone is seen by nobody: it does not outlive an erasure. */
static void
test_erase_begun (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  begin_grade (fixture, "140.2", FALSE, "Marker-of-what-is-gone");
  begin_grade (fixture, "140.2", TRUE, "Marker-of-what-is-gone");
  begin_grade (fixture, "140.10", TRUE, "Marker-of-what-is-there");
  found = suivi_store_find_number (fixture->store, NULL, "140.2", NULL);
  {
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Plan", NULL);

    consultation_add_ready (step, consultation);
    g_assert_true (
      suivi_transaction_delete_recommendation (step, ((SuiviRecommendation *) found->pdata[0])->id, &error));
    g_assert_true (suivi_transaction_commit (step, &error));
  }
  g_assert_cmpuint (vault_count_text (fixture, "Marker-of-what-is-gone"), >, 0);
  erasure = suivi_store_erase_consultation (fixture->store, consultation->id, &error);
  g_assert_no_error (error);
  g_assert_true (erasure->complete);
  g_assert_cmpuint (vault_count_text (fixture, "Marker-of-what-is-gone"), ==, 0);
  left = suivi_store_list_grade_drafts (fixture->store, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((SuiviGradeDraft *) left->pdata[0])->reason, ==, "Marker-of-what-is-there");
  fixture_assert_sound (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/erasure/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("erase", test_erase);
  ADD ("erase-earlier", test_erase_earlier);
  ADD ("erase-found-late", test_erase_found_late);
  ADD ("erase-consultation", test_erase_consultation);
  ADD ("erase-interrupted", test_erase_interrupted);
  ADD ("erase-between-pages", test_erase_between_pages);
  ADD ("erase-keeps-index", test_erase_keeps_index);
  ADD ("erase-while-read", test_erase_while_read);
  ADD ("erase-begun", test_erase_begun);
#undef ADD

  return g_test_run ();
}
