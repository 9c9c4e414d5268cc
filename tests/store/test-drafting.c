/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Priority issues, drafts and what belongs to them. */

#include "config.h"

#include <sqlite3.h>

#include "store/store.h"
#include "store/transaction.h"
#include "tests/store/fixture.h"

#define DO(fixture, label, call)                                                                \
  G_STMT_START                                                                                  \
  {                                                                                             \
    g_autoptr (GError) do_error = NULL;                                                         \
    g_autoptr (SuiviTransaction) step = suivi_store_begin ((fixture)->store, label, &do_error); \
                                                                                                \
    g_assert_no_error (do_error);                                                               \
    g_assert_true (call);                                                                       \
    g_assert_no_error (do_error);                                                               \
    g_assert_true (suivi_transaction_commit (step, &do_error));                                 \
    g_assert_no_error (do_error);                                                               \
  }                                                                                             \
  G_STMT_END

static SuiviPriority *
put_priority (Fixture *fixture, const char *title)
{
  SuiviPriority *priority = suivi_priority_new ("SVN", title);

  DO (fixture, "Add issue", suivi_transaction_put_priority (step, priority, &do_error));

  return priority;
}

static SuiviDraft *
put_draft (Fixture *fixture, SuiviPriority *priority, const char *text)
{
  SuiviDraft *draft = suivi_draft_new (priority->id, text, "en");

  DO (fixture, "Add draft", suivi_transaction_put_draft (step, draft, &do_error));

  return draft;
}

static void
set_text (Fixture *fixture, SuiviDraft *draft, const char *text)
{
  g_free (draft->text);
  draft->text = g_strdup (text);
  DO (fixture, "Change draft", suivi_transaction_put_draft (step, draft, &do_error));
}

static guint
count_wordings (Fixture *fixture, SuiviDraft *draft)
{
  g_autoptr (GPtrArray) wordings = suivi_store_list_wordings (fixture->store, draft->id, NULL);

  return wordings->len;
}

/* Everything that is put comes back as it was. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "Birth registration");
  g_autoptr (SuiviPriority) same_priority = NULL;
  g_autoptr (SuiviDraft) draft = NULL;
  g_autoptr (SuiviDraft) same_draft = NULL;
  g_autoptr (SuiviRecommendation) recommendation
             = make_recommendation (fixture->review, "140.1", "Register every birth.", "FRA",
                                    SUIVI_POSITION_SUPPORTED, "");
  const char *const articles[] = { "7", "8", NULL };

  put_recommendation (fixture->store, recommendation, "Add");
  g_free (priority->explanation);
  priority->explanation = g_strdup ("One birth in five is not registered.");
  g_strfreev (priority->articles);
  priority->articles = g_strdupv ((char **) articles);
  priority->place = 3;
  DO (fixture, "Add issue", suivi_transaction_put_priority (step, priority, &do_error));
  same_priority = suivi_store_get_priority (fixture->store, priority->id, NULL);
  g_assert_cmpstr (same_priority->state, ==, "SVN");
  g_assert_cmpstr (same_priority->title, ==, "Birth registration");
  g_assert_cmpstr (same_priority->explanation, ==, "One birth in five is not registered.");
  g_assert_cmpstr (same_priority->key_words, ==, "");
  g_assert_cmpstr (suivi_priority_get_key_words (same_priority), ==, "Birth registration");
  g_assert_cmpstrv (same_priority->articles, articles);
  g_assert_cmpuint (same_priority->place, ==, 3);

  draft = suivi_draft_new (priority->id, "Amend the Civil Registration Act by 2028.", "en");
  draft->stage = SUIVI_STAGE_TAKEN_UP;
  draft->recommendation_id = g_strdup (recommendation->id);
  draft->impact = SUIVI_IMPACT_PART;
  g_free (draft->judged_by);
  draft->judged_by = g_strdup ("The coalition");
  DO (fixture, "Add draft", suivi_transaction_put_draft (step, draft, &do_error));
  same_draft = suivi_store_get_draft (fixture->store, draft->id, NULL);
  g_assert_cmpstr (same_draft->text, ==, draft->text);
  g_assert_cmpint (same_draft->stage, ==, SUIVI_STAGE_TAKEN_UP);
  g_assert_cmpstr (same_draft->recommendation_id, ==, recommendation->id);
  g_assert_cmpint (same_draft->impact, ==, SUIVI_IMPACT_PART);
  g_assert_cmpfloat (suivi_impact_get_score (same_draft->impact), ==, 0.5);
  g_assert_cmpstr (same_draft->judged_by, ==, "The coalition");
  g_assert_cmpuint (suivi_store_count_drafts (fixture->store, "SVN", NULL), ==, 1);
  g_assert_cmpuint (suivi_store_count_drafts (fixture->store, "FRA", NULL), ==, 0);
  g_assert_cmpuint (suivi_store_count_drafts (fixture->store, NULL, NULL), ==, 1);
  fixture_assert_sound (fixture);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "  ");
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Add issue", &error);

  g_assert_no_error (error);
  g_assert_false (suivi_transaction_put_priority (step, priority, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
}

/* A version is what a person left: typing on does not make one for each save; another person, another stage, or half an
 * hour does. */
static void
test_wordings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviPriority) priority = put_priority (fixture, "Birth registration");
  g_autoptr (SuiviDraft) draft = put_draft (fixture, priority, "");
  g_autoptr (GPtrArray) wordings = NULL;
  const SuiviWording *latest = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpuint (count_wordings (fixture, draft), ==, 0);
  set_text (fixture, draft, "Register");
  set_text (fixture, draft, "Register every birth.");
  g_assert_cmpuint (count_wordings (fixture, draft), ==, 1);

  suivi_store_set_author (fixture->store, "Maja", "Coalition");
  set_text (fixture, draft, "Register every birth by 2028.");
  g_assert_cmpuint (count_wordings (fixture, draft), ==, 2);

  draft->stage = SUIVI_STAGE_AGREED;
  set_text (fixture, draft, "Register every birth by 2028."); /* the same words: no version */
  g_assert_cmpuint (count_wordings (fixture, draft), ==, 2);
  set_text (fixture, draft, "Register all births by 2028.");
  g_assert_cmpuint (count_wordings (fixture, draft), ==, 3);
  set_text (fixture, draft, "Register each birth by 2028.");
  g_assert_cmpuint (count_wordings (fixture, draft), ==, 3);

  /* Half an hour later. */
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (db,
                  "UPDATE wording SET begun_at = strftime ('%Y-%m-%dT%H:%M:%fZ', begun_at, '-31 minutes')",
                  NULL, NULL, NULL),
    ==, SQLITE_OK);
  sqlite3_close (db);
  set_text (fixture, draft, "Register each and every birth by 2028.");
  wordings = suivi_store_list_wordings (fixture->store, draft->id, NULL);
  g_assert_cmpuint (wordings->len, ==, 4);
  latest = g_ptr_array_index (wordings, 0);
  g_assert_cmpstr (latest->text, ==, "Register each and every birth by 2028.");
  g_assert_cmpstr (latest->author, ==, "Maja");
  g_assert_cmpstr (latest->stage, ==, "agreed");
}

/* What belongs to a draft goes with it, and comes back with it. */
static void
test_delete_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviPriority) priority = put_priority (fixture, "Birth registration");
  g_autoptr (SuiviDraft) draft = put_draft (fixture, priority, "Register every birth.");
  g_autoptr (SuiviDraft) other = put_draft (fixture, priority, "Abolish the fees for birth certificates.");
  g_autoptr (SuiviTranslation) translation
             = suivi_translation_new (draft->id, "fr", "Enregistrer chaque naissance.");
  g_autoptr (SuiviRequest) request = suivi_request_new (draft->id, "FRA", "2026-03-01");
  g_autoptr (SuiviBacking) of_draft
             = suivi_backing_new (priority->id, draft->id, SUIVI_BACKING_EVIDENCE, "Survey");
  g_autoptr (SuiviBacking) of_issue = suivi_backing_new (priority->id, NULL, SUIVI_BACKING_TARGET, "16.9");
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  DO (fixture, "Add",
      suivi_transaction_put_translation (step, translation, &do_error)
        && suivi_transaction_put_request (step, request, &do_error)
        && suivi_transaction_put_backing (step, of_draft, &do_error)
        && suivi_transaction_put_backing (step, of_issue, &do_error));
  found = suivi_store_list_backings (fixture->store, priority->id, draft->id, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = suivi_store_list_backings (fixture->store, priority->id, other->id, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_clear_pointer (&found, g_ptr_array_unref);
  before = fixture_dump (fixture);

  DO (fixture, "Delete draft", suivi_transaction_delete_draft (step, draft->id, &do_error));
  g_assert_null (suivi_store_get_draft (fixture->store, draft->id, NULL));
  g_assert_cmpuint (count_wordings (fixture, draft), ==, 0);
  found = suivi_store_list_backings (fixture->store, priority->id, draft->id, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_clear_pointer (&found, g_ptr_array_unref);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_clear_pointer (&after, g_free);

  DO (fixture, "Delete issue", suivi_transaction_delete_priority (step, priority->id, &do_error));
  found = suivi_store_list_priorities (fixture->store, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 0);
  fixture_assert_sound (fixture);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (suivi_store_redo (fixture->store, NULL));
  g_assert_null (suivi_store_get_draft (fixture->store, other->id, NULL));
}

/* One translation for each language, one request for each State: the second takes the place of the first. */
static void
test_one_of_each (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviPriority) priority = put_priority (fixture, "Birth registration");
  g_autoptr (SuiviDraft) draft = put_draft (fixture, priority, "Register every birth.");
  g_autoptr (SuiviTranslation) first = suivi_translation_new (draft->id, "fr", "Enregistrer les naissances.");
  g_autoptr (SuiviTranslation) second
             = suivi_translation_new (draft->id, "fr", "Enregistrer chaque naissance.");
  g_autoptr (SuiviRequest) asked = suivi_request_new (draft->id, "FRA", "2026-03-01");
  g_autoptr (SuiviRequest) asked_again = suivi_request_new (draft->id, "FRA", "2026-04-01");
  g_autoptr (GPtrArray) translations = NULL;
  g_autoptr (GPtrArray) requests = NULL;

  DO (fixture, "Translate", suivi_transaction_put_translation (step, first, &do_error));
  DO (fixture, "Translate", suivi_transaction_put_translation (step, second, &do_error));
  DO (fixture, "Ask", suivi_transaction_put_request (step, asked, &do_error));
  DO (fixture, "Ask", suivi_transaction_put_request (step, asked_again, &do_error));
  translations = suivi_store_list_translations (fixture->store, draft->id, NULL);
  g_assert_cmpuint (translations->len, ==, 1);
  g_assert_cmpstr (((SuiviTranslation *) translations->pdata[0])->text, ==, "Enregistrer chaque naissance.");
  requests = suivi_store_list_requests (fixture->store, draft->id, NULL);
  g_assert_cmpuint (requests->len, ==, 1);
  g_assert_cmpstr (((SuiviRequest *) requests->pdata[0])->date, ==, "2026-04-01");
}

/* A recommendation that goes takes no draft with it. */
static void
test_recommendation_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviPriority) priority = put_priority (fixture, "Birth registration");
  g_autoptr (SuiviDraft) draft = put_draft (fixture, priority, "Register every birth.");
  g_autoptr (SuiviRecommendation) recommendation
             = make_recommendation (fixture->review, "140.1", "Register every birth.", "FRA",
                                    SUIVI_POSITION_SUPPORTED, "");
  g_autoptr (SuiviBacking) backing
             = suivi_backing_new (priority->id, draft->id, SUIVI_BACKING_EARLIER, "140.1");
  g_autoptr (SuiviDraft) after = NULL;
  g_autoptr (SuiviDraft) undone = NULL;

  put_recommendation (fixture->store, recommendation, "Add");
  draft->recommendation_id = g_strdup (recommendation->id);
  backing->recommendation_id = g_strdup (recommendation->id);
  DO (fixture, "Tie",
      suivi_transaction_put_draft (step, draft, &do_error)
        && suivi_transaction_put_backing (step, backing, &do_error));
  DO (fixture, "Delete", suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  after = suivi_store_get_draft (fixture->store, draft->id, NULL);
  g_assert_nonnull (after);
  g_assert_null (after->recommendation_id);
  fixture_assert_sound (fixture);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  undone = suivi_store_get_draft (fixture->store, draft->id, NULL);
  g_assert_cmpstr (undone->recommendation_id, ==, recommendation->id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/drafting/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("refused", test_refused);
  ADD ("wordings", test_wordings);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("one-of-each", test_one_of_each);
  ADD ("recommendation-deleted", test_recommendation_deleted);
#undef ADD

  return g_test_run ();
}
