/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-words-dialog.h"
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

typedef struct
{
  ReviewFixture *fixture;
  const char *language;
  const char *word;
} Wanted;

static gboolean
is_called (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *word = read_word (wanted->fixture, wanted->language, "green");

  return g_strcmp0 (word, wanted->word) == 0;
}

/* A word for all languages, one for French, and back to the word of Suivi. */
static void
test_words (void)
{
  ReviewFixture *fixture = review_fixture_new (1);
  GtkWindow *dialog = NULL;
  GtkWidget *green = NULL;
  AdwComboRow *language = NULL;
  Wanted all = { fixture, "es", "Achieved" };
  Wanted french = { fixture, "fr", "Accompli" };
  Wanted none = { fixture, "fr", "Achieved" };

  suivi_grade_words_show (fixture->window, fixture->workspace);
  dialog = app_find_window (SUIVI_TYPE_GRADE_WORDS_DIALOG);
  app_settle_workspace (fixture->workspace);
  app_settle ();
  green = app_find_widget (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0);
  language = ADW_COMBO_ROW (app_find_type (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (green)), ==, "● Implemented");

  gtk_editable_set_text (GTK_EDITABLE (green), "Achieved");
  g_signal_emit_by_name (green, "apply");
  app_wait_until (is_called, &all);

  /* What was typed is not lost by choosing another language. */
  app_settle_workspace (fixture->workspace);
  app_settle ();
  adw_combo_row_set_selected (language, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (green)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (green), "Accompli");
  adw_combo_row_set_selected (language, 0);
  app_wait_until (is_called, &french);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (green)), ==, "Achieved");

  app_settle_workspace (fixture->workspace);
  app_settle ();
  adw_combo_row_set_selected (language, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (green)), ==, "Accompli");
  gtk_editable_set_text (GTK_EDITABLE (green), "");
  gtk_window_close (dialog);
  app_wait_until (is_called, &none);
  g_assert_true (is_called (&all));
  review_fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/grade-words/words", test_words);

  return g_test_run ();
}
