/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is sealed, and who can open it. Names and numbers are invented. */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/database.h"
#include "tests/store/consultation-records.h"
#include "tests/store/vault-fixture.h"

#define N_PLANTED 50

/* Sealed by who cannot read, opened by who can, and the history tells. */
static void
test_seal_and_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  vault_seal (fixture, "owner", "name", "Tarik Ombeni");
  vault_seal (fixture, "owner", "name", "Tarik Ombeni-Lusa");
  fixture_reopen (fixture);
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_vault_key_get_holder (key), ==, "Maria K.");
  vault_assert_opens_as (fixture, key, "owner", "Tarik Ombeni-Lusa");

  history = suivi_store_list_history (fixture->store, 2, NULL);
  g_assert_cmpstr (((SuiviHistoryEntry *) history->pdata[0])->label, ==, "Open something sealed");
  g_assert_cmpstr (((SuiviHistoryEntry *) history->pdata[1])->label, ==, "Unlock what is sealed");
  fixture_assert_sound (fixture);
}

/* Nothing is kept before somebody can open it, and only a confirmed person is set up, once. */
static void
test_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviSecret) passphrase = vault_secret ("amber lantern meadow");
  g_autoptr (SuiviSecret) no_words = vault_secret ("amber lantern");
  g_autoptr (SuiviHolderDraft) draft = suivi_holder_draft_new ("Maria K.", passphrase, NULL);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Seal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (suivi_transaction_seal_value (step, "owner", "name", "Tarik", &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_clear_pointer (&step, suivi_transaction_free);

  g_assert_false (suivi_store_set_up_vault (fixture->store, draft, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (suivi_holder_draft_confirm (draft, no_words, &error));
  g_clear_error (&error);
  g_assert_false (suivi_store_set_up_vault (fixture->store, draft, &error));
  g_clear_error (&error);

  g_assert_true (suivi_holder_draft_confirm (draft, suivi_holder_draft_get_words (draft), &error));
  g_assert_true (suivi_store_set_up_vault (fixture->store, draft, &error));
  g_assert_no_error (error);
  g_assert_false (suivi_store_set_up_vault (fixture->store, draft, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
}

/* What is sealed is no part of undo: not the value, and not the act. */
static void
test_no_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) sealed = NULL;

  vault_set_up (fixture);
  vault_need_owner (fixture, "owner");
  before = g_strdup (suivi_store_get_undo_label (fixture->store));
  vault_seal (fixture, "owner", "contact", "+00 555 010 777");
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, before);
  fixture_reopen (fixture);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, before);

  /* Nor is what it was sealed for: it would be left behind. */
  g_assert_false (suivi_store_undo (fixture->store, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_CONFLICT);
  sealed = suivi_store_list_sealed (fixture->store, "owner", NULL);
  g_assert_cmpuint (sealed->len, ==, 1);
  fixture_assert_sound (fixture);
}

static guint
count_sealed (Fixture *fixture, const char *owner)
{
  g_autoptr (GPtrArray) sealed = suivi_store_list_sealed (fixture->store, owner, NULL);

  return sealed->len;
}

/* What is sealed goes when it is emptied, when it is dropped, and with what it was sealed for. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviConsultation) empty = consultation_make ("Nobody came");
  g_autoptr (SuiviParticipant) child = consultation_make_participant (consultation->id);
  g_autoptr (SuiviStatement) drawing = suivi_statement_new (consultation->id, child->id, "A house");
  g_autoptr (GPtrArray) sealed = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  step = suivi_store_begin (fixture->store, "Plan", NULL);
  consultation_add_ready (step, consultation);
  g_assert_true (suivi_transaction_put_consultation (step, empty, &error));
  g_assert_true (suivi_transaction_put_participant (step, child, &error));
  g_assert_true (suivi_transaction_put_statement (step, drawing, &error));
  g_assert_true (suivi_transaction_seal_value (step, child->id, "name", "Tarik Ombeni", &error));
  g_assert_true (suivi_transaction_seal_value (step, child->id, "contact", "+00 555 010 777", &error));
  g_assert_true (suivi_transaction_seal_file (step, drawing->id, "drawing", "house.jpg", "x", 1, &error));
  g_assert_true (suivi_transaction_seal_value (step, empty->id, "notes", "Nobody came", &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_clear_pointer (&step, suivi_transaction_free);
  g_assert_cmpuint (count_sealed (fixture, child->id), ==, 2);
  g_assert_cmpuint (count_sealed (fixture, drawing->id), ==, 1);
  g_assert_cmpuint (count_sealed (fixture, empty->id), ==, 1);

  step = suivi_store_begin (fixture->store, "Empty", NULL);
  g_assert_true (suivi_transaction_seal_value (step, child->id, "name", " ", &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_clear_pointer (&step, suivi_transaction_free);
  sealed = suivi_store_list_sealed (fixture->store, child->id, NULL);
  g_assert_cmpuint (sealed->len, ==, 1);
  g_assert_cmpstr (((SuiviSealedInfo *) sealed->pdata[0])->field, ==, "contact");

  step = suivi_store_begin (fixture->store, "Drop", NULL);
  g_assert_true (suivi_transaction_drop_sealed (step, ((SuiviSealedInfo *) sealed->pdata[0])->id, &error));
  g_assert_true (suivi_transaction_delete_statement (step, drawing->id, &error));
  g_assert_true (suivi_transaction_delete_consultation (step, empty->id, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_cmpuint (count_sealed (fixture, child->id), ==, 0);
  g_assert_cmpuint (count_sealed (fixture, drawing->id), ==, 0);
  g_assert_cmpuint (count_sealed (fixture, empty->id), ==, 0);
}

/* Nothing is sealed for what is not there: a form that is still open after an erasure writes nothing back. */
static void
test_no_owner (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  step = suivi_store_begin (fixture->store, "Seal", NULL);
  g_assert_false (suivi_transaction_seal_value (step, "nobody", "name", "Tarik Ombeni", &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (suivi_transaction_seal_file (step, "nobody", "photograph", "tarik.jpg", "x", 1, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
}

/* Somebody who can write to the file puts her own key there: the next unlock tells. A short one does no harm. */
static void
test_exchanged_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviHolderDraft) second = vault_draft_holder ("Jonas P.", "second person here");
  g_autoptr (GPtrArray) sealed = NULL;
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  vault_seal (fixture, "owner", "name", "Tarik Ombeni");
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  g_assert_no_error (error);
  fixture_run_sql (
    fixture,
    "UPDATE vault SET public_key = x'0900000000000000000000000000000000000000000000000000000000000000'");
  g_assert_null (vault_unlock (fixture, 0, "amber lantern meadow", &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (suivi_store_add_holder (fixture->store, key, second, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (suivi_store_hand_over (fixture->store, key, second, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);
  sealed = suivi_store_list_sealed (fixture->store, "owner", NULL);
  g_assert_null (
    suivi_store_open_sealed (fixture->store, key, ((SuiviSealedInfo *) sealed->pdata[0])->id, NULL, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);

  fixture_run_sql (fixture, "PRAGMA ignore_check_constraints = 1; UPDATE vault SET public_key = x'00'");
  step = suivi_store_begin (fixture->store, "Seal", NULL);
  g_assert_false (suivi_transaction_seal_value (step, "owner", "name", "Tarik", &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DAMAGED);
}

/* So does a short key of a person. */
static void
test_short_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  fixture_run_sql (fixture, "PRAGMA ignore_check_constraints = 1; UPDATE holder SET public_key = x'00'");
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  g_assert_null (key);
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DAMAGED);
}

/* One damaged value does not keep the others from being handed over. */
static void
test_hand_over_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviHolderDraft) successor = vault_draft_holder ("Lea M.", "third person here");
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (SuiviVaultKey) of_successor = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  vault_seal (fixture, "owner", "name", "Tarik Ombeni");
  vault_seal (fixture, "other", "name", "Lusa Ombeni");
  fixture_run_sql (fixture, "UPDATE sealed SET body = CAST (x'5301' || zeroblob (112) AS BLOB)"
                            " WHERE owner_id = 'other'");
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  g_assert_true (suivi_store_hand_over (fixture->store, key, successor, &error));
  g_assert_no_error (error);
  of_successor = vault_unlock (fixture, 0, "third person here", &error);
  vault_assert_opens_as (fixture, of_successor, "owner", "Tarik Ombeni");
}

/* A wrong passphrase opens nothing; from the second one on, one has to wait, even with the right one. */
static void
test_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  g_assert_null (vault_unlock (fixture, 0, "amber lantern meadow ", &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_null (vault_unlock (fixture, 0, "Amber lantern meadow", &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_null (vault_unlock (fixture, 0, "amber lantern meadow", &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WAIT);
  g_clear_error (&error);
  g_usleep (2100000);
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  g_assert_no_error (error);
  g_assert_nonnull (key);
}

static void
test_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviSecret) old_one = vault_secret ("amber lantern meadow");
  g_autoptr (SuiviSecret) new_one = vault_secret ("violet harbour pencil");
  g_autoptr (SuiviSecret) third = vault_secret ("copper window river");
  g_autoptr (SuiviSecret) words = NULL;
  g_autoptr (SuiviHolderDraft) draft = vault_draft_holder ("Maria K.", "amber lantern meadow");
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  words = suivi_secret_ref (suivi_holder_draft_get_words (draft));
  g_assert_true (suivi_store_set_up_vault (fixture->store, draft, &error));
  vault_seal (fixture, "owner", "name", "Tarik Ombeni");
  id = vault_get_holder_id (fixture, 0);

  g_assert_false (suivi_store_change_passphrase (fixture->store, id, new_one, old_one, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_true (suivi_store_change_passphrase (fixture->store, id, old_one, new_one, &error));
  g_assert_no_error (error);
  g_assert_null (vault_unlock (fixture, 0, "amber lantern meadow", &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY);
  g_clear_error (&error);

  g_assert_true (suivi_store_recover_passphrase (fixture->store, id, words, third, &error));
  g_assert_no_error (error);
  key = vault_unlock (fixture, 0, "copper window river", &error);
  g_assert_no_error (error);
  vault_assert_opens_as (fixture, key, "owner", "Tarik Ombeni");
}

/* A blob of a holder, read past the store. */
static GBytes *
read_holder_blob (Fixture *fixture, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM holder", column);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  GBytes *blob = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  blob = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return blob;
}

static guint
count_blob (Fixture *fixture, GBytes *blob)
{
  g_assert_cmpuint (g_bytes_get_size (blob), >, 32);

  return vault_count_in_folder (fixture, g_bytes_get_data (blob, NULL), g_bytes_get_size (blob));
}

/* The key under a passphrase that was changed is nowhere in the folder: not in the log either. */
static void
test_old_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviSecret) old_one = vault_secret ("amber lantern meadow");
  g_autoptr (SuiviSecret) new_one = vault_secret ("violet harbour pencil");
  g_autoptr (GBytes) blob = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  id = vault_get_holder_id (fixture, 0);
  blob = read_holder_blob (fixture, "by_passphrase");
  g_assert_cmpuint (count_blob (fixture, blob), >, 0);
  g_assert_true (suivi_store_change_passphrase (fixture->store, id, old_one, new_one, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_blob (fixture, blob), ==, 0);
}

/* Nor are the keys of who left; while another program reads, the log beside the file grows and holds them. */
static void
test_old_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "by_passphrase", "by_recovery", "vault_key" };
  g_autoptr (SuiviHolderDraft) successor = vault_draft_holder ("Lea M.", "third person here");
  g_autoptr (GPtrArray) blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;
  sqlite3_stmt *reading = NULL;

  fill (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (other, "SELECT * FROM history", -1, &reading, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (reading), ==, SQLITE_ROW);
  vault_set_up (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (blobs, read_holder_blob (fixture, columns[i]));
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  g_assert_no_error (error);
  sqlite3_finalize (reading);
  sqlite3_close (other);

  g_assert_true (suivi_store_hand_over (fixture->store, key, successor, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < blobs->len; i++)
    g_assert_cmpuint (count_blob (fixture, blobs->pdata[i]), ==, 0);
}

/* Two people; one hands over; the other still opens everything, who left opens nothing. */
static void
test_hand_over (Fixture *fixture, gconstpointer data)
{
  static const char photo[] = "not really a photograph";
  g_autoptr (SuiviHolderDraft) second = vault_draft_holder ("Jonas P.", "second person here");
  g_autoptr (SuiviHolderDraft) successor = vault_draft_holder ("Lea M.", "third person here");
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (SuiviVaultKey) of_second = NULL;
  g_autoptr (SuiviVaultKey) of_successor = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (SuiviSecret) content = NULL;
  g_autoptr (SuiviSecret) name = NULL;
  g_autoptr (GPtrArray) holders = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  vault_set_up (fixture);
  vault_seal (fixture, "owner", "name", "Tarik Ombeni");
  vault_seal_file (fixture, "child", "tarik.jpg", photo, sizeof photo);
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  g_assert_true (suivi_store_add_holder (fixture->store, key, second, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_store_hand_over (fixture->store, key, successor, &error));
  g_assert_no_error (error);

  holders = suivi_store_list_holders (fixture->store, NULL);
  g_assert_cmpuint (holders->len, ==, 2);
  g_assert_cmpstr (((SuiviHolder *) holders->pdata[0])->name, ==, "Jonas P.");
  g_assert_cmpstr (((SuiviHolder *) holders->pdata[1])->name, ==, "Lea M.");

  /* The key that Maria may have kept. */
  files = suivi_store_list_sealed (fixture->store, "child", NULL);
  g_assert_null (
    suivi_store_open_sealed (fixture->store, key, ((SuiviSealedInfo *) files->pdata[0])->id, NULL, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);

  of_second = vault_unlock (fixture, 0, "second person here", &error);
  g_assert_no_error (error);
  vault_assert_opens_as (fixture, of_second, "owner", "Tarik Ombeni");
  of_successor = vault_unlock (fixture, 1, "third person here", &error);
  g_assert_no_error (error);
  content = suivi_store_open_sealed (fixture->store, of_successor, ((SuiviSealedInfo *) files->pdata[0])->id,
                                     &name, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (suivi_secret_get_data (content), suivi_secret_get_size (content), photo, sizeof photo);
  g_assert_cmpstr (suivi_secret_get_text (name), ==, "tarik.jpg");

  id = vault_get_holder_id (fixture, 0);
  g_assert_true (suivi_store_remove_holder (fixture->store, of_successor, id, &error));
  g_assert_no_error (error);
  g_free (id);
  id = vault_get_holder_id (fixture, 0);
  g_assert_false (suivi_store_remove_holder (fixture->store, of_successor, id, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
  fixture_assert_sound (fixture);
}

/* A flipped byte, a truncated value: a sentence, no plaintext, no crash. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (GPtrArray) sealed = NULL;
  g_autoptr (GError) error = NULL;
  const char *const damages[] = { "substr (body, 1, length (body) - 1)", "substr (body, 1, 10)", "x''",
                                  "body || x'00'", "x'5301' || zeroblob (200)" };

  vault_set_up (fixture);
  vault_seal (fixture, "owner", "name", "Tarik Ombeni");
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  sealed = suivi_store_list_sealed (fixture->store, "owner", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE sealed SET body = CAST (%s AS BLOB)", damages[i]);

      fixture_run_sql (fixture, sql);
      g_assert_null (suivi_store_open_sealed (fixture->store, key, ((SuiviSealedInfo *) sealed->pdata[0])->id,
                                              NULL, &error));
      g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
      g_assert_null (strstr (error->message, "Tarik"));
      g_clear_error (&error);
    }
}

/* 50 planted names, numbers and photographs: not one of them in the folder while the file is open, after a lock and after
 * it was closed. */
static void
test_planted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (50);
  g_autoptr (GPtrArray) planted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;
  guint8 photo[4096] = { 0 };

  vault_set_up (fixture);
  for (gsize i = 0; i < sizeof photo; i++)
    photo[i] = g_rand_int (random);
  for (guint i = 0; i < N_PLANTED; i++)
    {
      g_autofree char *owner = g_strdup_printf ("child-%u", i);
      char *name = g_strdup_printf ("Name%u Planted%08x", i, g_rand_int (random));
      char *phone = g_strdup_printf ("+00 555 %07u", g_rand_int_range (random, 1000000, 9999999));

      vault_seal (fixture, owner, "name", name);
      vault_seal (fixture, owner, "contact", phone);
      vault_seal_file (fixture, owner, name, photo, sizeof photo);
      g_ptr_array_add (planted, name);
      g_ptr_array_add (planted, phone);
    }
  key = vault_unlock (fixture, 0, "amber lantern meadow", &error);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < planted->len; i++)
        g_assert_cmpuint (vault_count_text (fixture, planted->pdata[i]), ==, 0);
      g_assert_cmpuint (vault_count_in_folder (fixture, photo, 32), ==, 0);
      g_clear_pointer (&fixture->store, suivi_store_close);
    }
}

/* The focal point may let must items pass: with her key, a reason, and for good in the record. */
static void
test_override (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviConsultationRecord) record = NULL;
  g_autoptr (SuiviOverride) override = NULL;
  g_autoptr (SuiviOverride) nothing = NULL;
  const char *const none[] = { NULL };
  g_autoptr (SuiviVaultKey) key = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_auto (GStrv) missing = NULL;
  g_autoptr (GError) error = NULL;

  vault_set_up (fixture);
  key = vault_unlock (fixture, 0, "amber lantern meadow", NULL);
  step = suivi_store_begin (fixture->store, "Plan", NULL);
  g_assert_true (suivi_transaction_put_consultation (step, consultation, NULL));
  record = suivi_store_load_consultation (fixture->store, consultation->id, NULL);
  missing = suivi_standing_missing (record->standing, FALSE);
  g_assert_cmpuint (g_strv_length (missing), ==, record->standing->n_missing_now);
  override = suivi_override_new (consultation->id, (const char *const *) missing, " ");
  g_assert_false (suivi_transaction_put_override (step, key, override, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "the reason is empty"));
  g_clear_error (&error);
  nothing = suivi_override_new (consultation->id, none, "It rains.");
  g_assert_false (suivi_transaction_put_override (step, key, nothing, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_free (override->reason);
  override->reason = g_strdup ("The meeting was moved forward by the ministry; the rest follows by Friday.");
  g_assert_true (suivi_transaction_put_override (step, key, override, &error));
  consultation->status = SUIVI_CONSULTATION_READY;
  g_assert_true (suivi_transaction_put_consultation (step, consultation, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));

  suivi_consultation_record_free (g_steal_pointer (&record));
  record = suivi_store_load_consultation (fixture->store, consultation->id, NULL);
  g_assert_cmpuint (record->overrides->len, ==, 1);
  g_assert_cmpstr (((SuiviOverride *) record->overrides->pdata[0])->focal_point, ==, "Maria K.");
  g_assert_cmpuint (strlen (((SuiviOverride *) record->overrides->pdata[0])->decided_on), ==,
                    strlen ("2026-11-22"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/vault/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("seal-and-open", test_seal_and_open);
  ADD ("set-up", test_set_up);
  ADD ("no-undo", test_no_undo);
  ADD ("drop", test_drop);
  ADD ("no-owner", test_no_owner);
  ADD ("exchanged-key", test_exchanged_key);
  ADD ("short-key", test_short_key);
  ADD ("hand-over-damaged", test_hand_over_damaged);
  ADD ("wrong-passphrase", test_wrong_passphrase);
  ADD ("passphrase", test_passphrase);
  ADD ("hand-over", test_hand_over);
  ADD ("old-passphrase", test_old_passphrase);
  ADD ("old-keys", test_old_keys);
  ADD ("damaged", test_damaged);
  ADD ("planted", test_planted);
  ADD ("override", test_override);
#undef ADD

  return g_test_run ();
}
