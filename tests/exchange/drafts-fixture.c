/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "drafts-fixture.h"

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
put_backing (SuiviTransaction *step,
             SuiviPriority *priority,
             SuiviDraft *draft,
             SuiviBackingKind kind,
             const char *title,
             const char *reference,
             const char *quote)
{
  g_autoptr (SuiviBacking) backing
             = suivi_backing_new (priority->id, draft != NULL ? draft->id : NULL, kind, title);
  g_autoptr (GError) error = NULL;

  set (&backing->reference, reference);
  set (&backing->quote, quote);
  g_assert_true (suivi_transaction_put_backing (step, backing, &error));
  g_assert_no_error (error);
}

static void
put_translation (SuiviTransaction *step,
                 SuiviDraft *draft,
                 const char *language,
                 const char *text,
                 const char *translator)
{
  g_autoptr (SuiviTranslation) translation = suivi_translation_new (draft->id, language, text);
  g_autoptr (GError) error = NULL;

  set (&translation->translator, translator);
  set (&translation->date, "2026-05-04");
  g_assert_true (suivi_transaction_put_translation (step, translation, &error));
  g_assert_no_error (error);
}

static void
put_request (SuiviTransaction *step, SuiviDraft *draft, const char *state, const char *note)
{
  g_autoptr (SuiviRequest) request = suivi_request_new (draft->id, state, "2026-03-01");
  g_autoptr (GError) error = NULL;

  set (&request->note, note);
  g_assert_true (suivi_transaction_put_request (step, request, &error));
  g_assert_no_error (error);
}

static SuiviPriority *
put_priority (SuiviTransaction *step, const char *state, const char *title, guint place)
{
  SuiviPriority *priority = suivi_priority_new (state, title);
  const char *const articles[] = { "7", "8", NULL };
  g_autoptr (GError) error = NULL;

  set (&priority->explanation, "One birth in five is registered late, and one in thirty never.\n"
                               "Most of those children live far from a registry.");
  set (&priority->rights, "ICCPR, article 24");
  g_strfreev (priority->articles);
  priority->articles = g_strdupv ((char **) articles);
  priority->place = place;
  g_assert_true (suivi_transaction_put_priority (step, priority, &error));
  g_assert_no_error (error);

  return priority;
}

static SuiviDraft *
put_draft (SuiviTransaction *step, SuiviPriority *priority, const char *text, guint place)
{
  SuiviDraft *draft = suivi_draft_new (priority->id, text, "en");
  g_autoptr (GError) error = NULL;

  draft->place = place;
  if (*text != '\0')
    set (&draft->means, "Two posts in each registry, from the State's budget");
  g_assert_true (suivi_transaction_put_draft (step, draft, &error));
  g_assert_no_error (error);

  return draft;
}

/* Long enough for more than one page. */
static char *
make_long_text (void)
{
  GString *text = g_string_new ("Ensure that each registry");

  for (guint i = 1; i <= 150; i++)
    g_string_append_printf (text, ", in district %u of the river valley and the hills behind it", i);
  g_string_append (text, ", registers births within three days.");

  return g_string_free (text, FALSE);
}

static void
put_outcome (SuiviTransaction *step, SuiviDraft *draft)
{
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  const char *const states[] = { "FRA", "KEN", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_transaction_put_review (step, review, &error));
  g_assert_no_error (error);
  set (&recommendation->review_id, review->id);
  set (&recommendation->number, "140.12");
  set (&recommendation->text, "Register every birth free of charge.");
  suivi_recommendation_set_lists (recommendation, states, NULL, NULL, NULL);
  g_assert_true (suivi_transaction_put_recommendation (step, recommendation, &error));
  g_assert_no_error (error);

  draft->stage = SUIVI_STAGE_TAKEN_UP;
  draft->recommendation_id = g_strdup (recommendation->id);
  draft->impact = SUIVI_IMPACT_PART;
  set (&draft->judged_by, "The coalition");
  set (&draft->judged_on, "2026-06-30");
  g_assert_true (suivi_transaction_put_draft (step, draft, &error));
  g_assert_no_error (error);
}

static void
fill (DraftsFixture *self, SuiviTransaction *step)
{
  g_autoptr (SuiviPriority) births = put_priority (step, "SVN", "Birth registration", 1);
  g_autoptr (SuiviPriority) fees = put_priority (step, "SVN", DRAFTS_TITLE, 2);
  g_autoptr (SuiviPriority) foreign = put_priority (step, "TGO", "Schools", 1);
  g_autofree char *long_text = make_long_text ();

  self->full = put_draft (step, births, DRAFTS_TEXT, 1);
  self->long_one = put_draft (step, births, long_text, 2);
  self->empty = put_draft (step, fees, "", 1);
  self->foreign = put_draft (step, foreign, DRAFTS_SWAHILI, 1);
  set (&self->foreign->language, "sw");
  g_assert_true (suivi_transaction_put_draft (step, self->foreign, NULL));

  put_backing (step, births, NULL, SUIVI_BACKING_EVIDENCE, "Survey of registries, 2025",
               "https://example.org/survey?year=2025&page=12", "Four registries of ten ask for a fee.");
  put_backing (step, births, self->full, SUIVI_BACKING_OUTPUT, "Committee on the Rights of the Child",
               "CRC/C/SVN/CO/99, para. 25", "Births remain unregistered.");
  put_backing (step, births, self->full, SUIVI_BACKING_EARLIER, "Register all children (Togo, session 34)",
               "115.20", "");
  put_backing (step, births, self->full, SUIVI_BACKING_TARGET,
               "Legal identity for all, including birth registration", "16.9", "");
  put_translation (step, self->full, "fr", DRAFTS_FRENCH, "M. Durand");
  put_translation (step, self->full, "ar", DRAFTS_ARABIC, "");
  put_request (step, self->full, "FRA", "Will look at it");
  put_request (step, self->full, "KEN", "");
  put_outcome (step, self->full);
}

/**
 * drafts_fixture_set_up:
 *
 * Makes the workspace and fills it.
 */
void
drafts_fixture_set_up (DraftsFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "test.suivi", NULL);
  self->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  step = suivi_store_begin (self->store, "Fill", &error);
  g_assert_no_error (error);
  fill (self, step);
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

/**
 * drafts_fixture_tear_down:
 *
 * Removes all of it.
 */
void
drafts_fixture_tear_down (DraftsFixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  suivi_store_close (self->store);
  suivi_draft_free (self->full);
  suivi_draft_free (self->long_one);
  suivi_draft_free (self->empty);
  suivi_draft_free (self->foreign);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

/**
 * drafts_fixture_write:
 * @name: of the file, with the suffix of its format
 * @first: (nullable): a draft; %NULL: all
 * @second: (nullable): another one
 *
 * Writes drafts, which must work.
 *
 * Returns: (transfer full): the path of the file
 */
char *
drafts_fixture_write (DraftsFixture *self, const char *name, SuiviDraft *first, SuiviDraft *second)
{
  char *path = g_build_filename (self->folder, name, NULL);
  const char *const ids[] = { first != NULL ? first->id : NULL, second != NULL ? second->id : NULL, NULL };
  SuiviDraftsFormat format = SUIVI_DRAFTS_CSV;
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_drafts_format_from_name (name, &format));
  suivi_drafts_write (self->store, first != NULL ? ids : NULL, format, path, NULL, &error);
  g_assert_no_error (error);

  return path;
}
