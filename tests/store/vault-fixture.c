/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "tests/store/consultation-records.h"
#include "tests/store/vault-fixture.h"

SuiviSecret *
vault_secret (const char *text)
{
  g_autoptr (GError) error = NULL;
  SuiviSecret *self = suivi_secret_new_from_text (text, &error);

  g_assert_no_error (error);

  return self;
}

SuiviHolderDraft *
vault_draft_holder (const char *name, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) typed = vault_secret (passphrase);
  SuiviHolderDraft *draft = suivi_holder_draft_new (name, typed, &error);

  g_assert_no_error (error);
  g_assert_true (suivi_holder_draft_confirm (draft, suivi_holder_draft_get_words (draft), &error));
  g_assert_no_error (error);

  return draft;
}

void
vault_set_up (Fixture *fixture)
{
  g_autoptr (SuiviHolderDraft) draft = vault_draft_holder ("Maria K.", "amber lantern meadow");
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_store_set_up_vault (fixture->store, draft, &error));
  g_assert_no_error (error);
}

char *
vault_get_holder_id (Fixture *fixture, guint i)
{
  g_autoptr (GPtrArray) holders = suivi_store_list_holders (fixture->store, NULL);

  g_assert_cmpuint (i, <, holders->len);

  return g_strdup (((SuiviHolder *) holders->pdata[i])->id);
}

SuiviVaultKey *
vault_unlock (Fixture *fixture, guint holder, const char *passphrase, GError **error)
{
  g_autofree char *id = vault_get_holder_id (fixture, holder);
  g_autoptr (SuiviSecret) typed = vault_secret (passphrase);

  return suivi_store_unlock (fixture->store, id, typed, error);
}

/* Sees to it that there is a participant with that key. */
void
vault_need_owner (Fixture *fixture, const char *id)
{
  g_autoptr (SuiviConsultation) consultation = NULL;
  g_autoptr (SuiviParticipant) child = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Add a code", NULL);
  g_autoptr (GPtrArray) there = suivi_store_list_consultations (fixture->store, NULL, NULL);

  for (guint i = 0; i < there->len; i++)
    {
      const SuiviConsultationRecord *record = g_ptr_array_index (there, i);

      for (guint j = 0; j < record->participants->len; j++)
        {
          if (g_str_equal (((SuiviParticipant *) record->participants->pdata[j])->id, id))
            return;
        }
    }
  if (there->len > 0)
    consultation = suivi_consultation_copy (((SuiviConsultationRecord *) there->pdata[0])->consultation);
  else
    {
      consultation = consultation_make ("School councils");
      g_assert_true (suivi_transaction_put_consultation (step, consultation, NULL));
    }
  child = consultation_make_participant (consultation->id);
  g_free (child->id);
  child->id = g_strdup (id);
  g_assert_true (suivi_transaction_put_participant (step, child, NULL));
  g_assert_true (suivi_transaction_commit (step, NULL));
}

void
vault_seal (Fixture *fixture, const char *owner, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = NULL;

  vault_need_owner (fixture, owner);
  step = suivi_store_begin (fixture->store, "Seal a value", &error);
  g_assert_true (suivi_transaction_seal_value (step, owner, field, text, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

void
vault_seal_file (Fixture *fixture, const char *owner, const char *name, gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = NULL;

  vault_need_owner (fixture, owner);
  step = suivi_store_begin (fixture->store, "Seal a file", &error);
  g_assert_true (suivi_transaction_seal_file (step, owner, "photograph", name, data, size, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
}

void
vault_assert_opens_as (Fixture *fixture, SuiviVaultKey *key, const char *owner, const char *text)
{
  g_autoptr (GPtrArray) sealed = suivi_store_list_sealed (fixture->store, owner, NULL);
  g_autoptr (SuiviSecret) content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sealed->len, ==, 1);
  content
    = suivi_store_open_sealed (fixture->store, key, ((SuiviSealedInfo *) sealed->pdata[0])->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_secret_get_text (content), ==, text);
}

/* How often the bytes are in any file of the folder. */
guint
vault_count_in_folder (Fixture *fixture, gconstpointer bytes, gsize size)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR) || !g_file_get_contents (path, &contents, &length, NULL))
        continue;
      if (length >= size && memmem (contents, length, bytes, size) != NULL)
        n++;
    }

  return n;
}

guint
vault_count_text (Fixture *fixture, const char *text)
{
  return vault_count_in_folder (fixture, text, strlen (text));
}
