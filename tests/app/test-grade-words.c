/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-words-dialog.h"
#include "core/scorecard/scale.h"
#include "review-fixture.h"
#include "store/scorecard-store.h"

static char *
read_word (ReviewFixture *fixture, const char *language, const char *grade)
{
  SuiviStore *store = suivi_store_open (fixture->path, NULL);
  g_autoptr (GHashTable) labels = suivi_store_get_grade_labels (store, language, NULL);
  char *word = g_strdup (g_hash_table_lookup (labels, grade));

  suivi_store_close (store);

  return word;
}

static GtkWindow *
open_dialog (ReviewFixture *fixture)
{
  GtkWindow *dialog = NULL;

  suivi_grade_words_show (fixture->window, fixture->workspace);
  dialog = app_find_window (SUIVI_TYPE_GRADE_WORDS_DIALOG);
  app_settle_workspace (fixture->workspace);
  app_settle ();

  return dialog;
}

static GtkWidget *
get_row (GtkWindow *dialog, guint i)
{
  return app_find_widget (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, i);
}

static const char *
get_title (GtkWindow *dialog, guint i)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (dialog, i)));
}

static void
type (GtkWindow *dialog, guint i, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (dialog, i)), text);
}

static void
choose (GtkWindow *dialog, guint combo, guint choice)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (
                                app_find_widget (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, combo)),
                              choice);
}

static void
settle (ReviewFixture *fixture)
{
  app_settle_workspace (fixture->workspace);
  app_settle ();
}

static void
assert_word (ReviewFixture *fixture, const char *language, const char *grade, const char *word)
{
  g_autofree char *found = NULL;

  settle (fixture);
  found = read_word (fixture, language, grade);
  g_assert_cmpstr (found, ==, word);
}

/* A word for all languages, one for French, and back to the word of Suivi. */
static void
test_words (void)
{
  ReviewFixture *fixture = review_fixture_new (1);
  GtkWindow *dialog = open_dialog (fixture);

  g_assert_cmpstr (get_title (dialog, 0), ==, "● Implemented");
  type (dialog, 0, "Achieved");
  g_signal_emit_by_name (get_row (dialog, 0), "apply");
  /* What was typed is not lost by choosing another language, and is there at once. */
  choose (dialog, 1, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (dialog, 0))), ==, "");
  type (dialog, 0, "Accompli");
  choose (dialog, 1, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (dialog, 0))), ==, "Achieved");
  choose (dialog, 1, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (dialog, 0))), ==, "Accompli");
  assert_word (fixture, "es", "green", "Achieved");
  assert_word (fixture, "fr", "green", "Accompli");

  type (dialog, 0, "");
  gtk_window_close (dialog);
  assert_word (fixture, "fr", "green", "Achieved");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Call “Implemented” as before");
  app_undo (fixture->workspace);
  assert_word (fixture, "fr", "green", "Accompli");
  review_fixture_free (fixture);
}

/* Each scale has words of its own, but for what is worse than before. */
static void
test_scales (void)
{
  ReviewFixture *fixture = review_fixture_new (1);
  GtkWindow *dialog = open_dialog (fixture);

  choose (dialog, 0, SUIVI_SCALE_IRI);
  g_assert_cmpstr (get_title (dialog, 0), ==, "● Fully implemented");
  g_assert_cmpstr (get_title (dialog, 2), ==, "○ Not implemented");
  type (dialog, 0, "All of it");
  type (dialog, 3, "Gone back");
  choose (dialog, 0, SUIVI_SCALE_EXTENT);
  g_assert_cmpstr (get_title (dialog, 1), ==, "◐ Partially implemented");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (dialog, 0))), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (dialog, 3))), ==, "Gone back");
  type (dialog, 1, "Half of it");
  gtk_window_close (dialog);

  assert_word (fixture, "en", "iri-fully", "All of it");
  assert_word (fixture, "en", "extent-partly", "Half of it");
  assert_word (fixture, "en", "extent-fully", NULL);
  assert_word (fixture, "en", "green", NULL);
  assert_word (fixture, "en", "worse", "Gone back");
  review_fixture_free (fixture);
}

/* Two grades of a scale are never called the same; what was typed is not lost. */
static void
test_same (void)
{
  ReviewFixture *fixture = review_fixture_new (1);
  GtkWindow *dialog = open_dialog (fixture);

  type (dialog, 1, "  no PROGRESS ");
  gtk_window_close (dialog);
  assert_word (fixture, "en", "amber", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_true (gtk_widget_has_css_class (get_row (dialog, 1), "error"));
  g_assert_nonnull (
    app_find_text (GTK_WIDGET (dialog), "Two grades have the same word. Give each of them its own."));
  choose (dialog, 0, SUIVI_SCALE_IRI);
  g_assert_cmpstr (get_title (dialog, 1), ==, "◐ Some progress");

  /* As soon as the other one is called otherwise, both can be saved. */
  type (dialog, 2, "At a standstill");
  gtk_window_close (dialog);
  assert_word (fixture, "en", "amber", "no PROGRESS");
  assert_word (fixture, "en", "red", "At a standstill");
  g_assert_null (app_find_window (SUIVI_TYPE_GRADE_WORDS_DIALOG));
  review_fixture_free (fixture);
}

/* A word that cannot be saved brings its dialog back, with the word and the reason. */
static void
test_locked (void)
{
  ReviewFixture *fixture = review_fixture_new (1);
  GtkWindow *dialog = open_dialog (fixture);
  SuiviStore *other = suivi_store_open (fixture->path, NULL);
  SuiviTransaction *step = suivi_store_begin (other, "Write", NULL);

  g_assert_nonnull (step);
  type (dialog, 0, "Achieved");
  gtk_window_close (dialog);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  settle (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (dialog, 0))), ==, "Achieved");
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog),
                                   "Another program is writing to this workspace. Close it "
                                   "there, then try again."));
  suivi_transaction_free (step);
  suivi_store_close (other);

  gtk_window_close (dialog);
  assert_word (fixture, "en", "green", "Achieved");
  g_assert_null (app_find_window (SUIVI_TYPE_GRADE_WORDS_DIALOG));
  review_fixture_free (fixture);
}

/* What is typed is as long as lists can bear. */
static void
test_length (void)
{
  ReviewFixture *fixture = review_fixture_new (1);
  GtkWindow *dialog = open_dialog (fixture);
  g_autofree char *typed = g_strnfill (SUIVI_GRADE_LABEL_MAX + 1, 'w');
  g_autofree char *kept = g_strnfill (SUIVI_GRADE_LABEL_MAX, 'w');

  type (dialog, 0, typed);
  gtk_window_close (dialog);
  assert_word (fixture, "en", "green", kept);
  review_fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/grade-words/words", test_words);
  g_test_add_func ("/app/grade-words/scales", test_scales);
  g_test_add_func ("/app/grade-words/same", test_same);
  g_test_add_func ("/app/grade-words/length", test_length);
  g_test_add_func ("/app/grade-words/locked", test_locked);

  return g_test_run ();
}
