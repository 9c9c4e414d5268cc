/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What children said: written down with the keyboard alone, and what becomes of it. */

#include "config.h"

#include <string.h>

#include "app/consultation/consent-level-box.h"
#include "app/consultation/recommendation-chooser.h"
#include "app/consultation/revealing-dialog.h"
#include "app/consultation/sealed-box.h"
#include "app/consultation/sealed-field.h"
#include "app/consultation/statement-dialog.h"
#include "app/consultation/statement-entry.h"
#include "app/consultation/statement-row.h"
#include "app/consultation/statements-step.h"
#include "app/consultation/theme-entry.h"
#include "app/consultation/use-dialog.h"
#include "app/drafting/list-chooser.h"
#include "consultation-fixture.h"

#define N_STATEMENTS 30

typedef struct
{
  ConsultationFixture base;
  GtkWidget *step;
  GtkWidget *entry;
  GtkWidget *words;
} Fixture;

/* Records */

/* A second child, who may be counted and no more; its code is after any other. */
static void
add_second (SuiviTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviParticipant) second = consultation_make_participant (data);

  g_free (second->code);
  second->code = g_strdup ("ZZ77");
  second->age_band = SUIVI_AGE_16_17;
  second->quote = SUIVI_NO;
  second->publish = SUIVI_NO;
  suivi_transaction_put_participant (transaction, second, &error);
  g_assert_no_error (error);
}

static void
add_draft (SuiviTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "Safe ways to school");
  g_autoptr (SuiviDraft) draft
             = suivi_draft_new (priority->id, "Build pavements along roads to schools.", "en");

  suivi_transaction_put_priority (transaction, priority, &error);
  g_assert_no_error (error);
  suivi_transaction_put_draft (transaction, draft, &error);
  g_assert_no_error (error);
}

static void
put_participant (SuiviTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;

  suivi_transaction_put_participant (transaction, data, &error);
  g_assert_no_error (error);
}

static void
withdraw (Fixture *fixture)
{
  g_autoptr (SuiviConsultationRecord) record = consultation_load (&fixture->base);
  SuiviParticipant *participant = g_ptr_array_index (record->participants, 0);

  g_free (participant->withdrawn_on);
  participant->withdrawn_on = g_strdup ("2026-11-20");
  consultation_change (&fixture->base, put_participant, participant);
}

static SuiviAllowedStatement *
get_said (GPtrArray *said, guint i)
{
  g_assert_cmpuint (i, <, said->len);

  return g_ptr_array_index (said, i);
}

/* The only statement, as the file has it. */
static SuiviStatement *
load_only (Fixture *fixture)
{
  g_autoptr (GPtrArray) said = NULL;

  consultation_settle (&fixture->base);
  said = consultation_list_said (&fixture->base);
  g_assert_cmpuint (said->len, ==, 1);

  return suivi_statement_copy (get_said (said, 0)->statement);
}

static guint
count_said (Fixture *fixture)
{
  g_autoptr (GPtrArray) said = NULL;

  consultation_settle (&fixture->base);
  said = consultation_list_said (&fixture->base);

  return said->len;
}

/* Keys */

static gboolean
press (GtkWidget *widget, const char *controller, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) found = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (g_strcmp0 (gtk_event_controller_get_name (found), controller) != 0)
        continue;
      g_signal_emit_by_name (found, "key-pressed", keyval, 0, state, &handled);

      return handled;
    }
  g_assert_not_reached ();
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (gtk_widget_get_root (fixture->step));
}

static void
type_words (Fixture *fixture, const char *words)
{
  g_assert_true (get_focus (fixture) == fixture->words);
  g_signal_emit_by_name (fixture->words, "insert-at-cursor", words);
}

static void
press_enter (Fixture *fixture)
{
  g_assert_true (press (fixture->entry, "suivi-enter", GDK_KEY_Return, 0));
}

static GtkWidget *
get_code (Fixture *fixture)
{
  return app_find_widget (fixture->entry, GTK_TYPE_DROP_DOWN, 0);
}

static void
type_code (Fixture *fixture, const char *letters)
{
  GtkWidget *code = get_code (fixture);

  gtk_widget_grab_focus (code);
  for (const char *p = letters; *p != '\0'; p++)
    g_assert_true (press (code, "suivi-letters", gdk_unicode_to_keyval (*p), 0));
}

/* Ends with Enter, as somebody who does not touch the mouse does. */
static void
type_themes (Fixture *fixture, const char *themes)
{
  GtkWidget *text = app_find_type (app_find_type (fixture->entry, SUIVI_TYPE_THEME_ENTRY), GTK_TYPE_TEXT);

  gtk_widget_grab_focus (text);
  g_signal_emit_by_name (text, "insert-at-cursor", themes);
  g_signal_emit_by_name (text, "activate");
}

static char *
get_words (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->words));
  char *words = NULL;

  g_object_get (buffer, "text", &words, NULL);

  return words;
}

/* Set-up */

static void
host (Fixture *fixture)
{
  fixture->step = GTK_WIDGET (consultation_host_step (&fixture->base, SUIVI_TYPE_STATEMENTS_STEP));
  fixture->entry = app_find_type (fixture->step, SUIVI_TYPE_STATEMENT_ENTRY);
  fixture->words = app_find_type (fixture->entry, GTK_TYPE_TEXT_VIEW);
  gtk_widget_grab_focus (fixture->words);
}

static void
set_up_ready (Fixture *fixture, gconstpointer data)
{
  consultation_fixture_set_up_ready (&fixture->base, data);
  host (fixture);
}

static void
set_up_planned (Fixture *fixture, gconstpointer data)
{
  consultation_fixture_set_up_planned (&fixture->base, data);
  host (fixture);
}

static void
set_up_read_only (Fixture *fixture, gconstpointer data)
{
  consultation_fixture_set_up_read_only (&fixture->base, data);
  host (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  consultation_fixture_tear_down (&fixture->base, data);
}

static void
write_one (Fixture *fixture, const char *words, guint level_key)
{
  gtk_widget_grab_focus (fixture->words);
  type_words (fixture, words);
  if (level_key != 0)
    g_assert_true (app_press_key (fixture->entry, level_key, GDK_ALT_MASK));
  press_enter (fixture);
  consultation_settle (&fixture->base);
}

static GtkWidget *
get_row (Fixture *fixture, guint i)
{
  return app_find_widget (fixture->step, SUIVI_TYPE_STATEMENT_ROW, i);
}

static gboolean
has_no_window (gpointer type)
{
  return app_find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

static GtkWidget *
get_window (GType type)
{
  GtkWindow *window = app_find_window (type);

  g_assert_nonnull (window);

  return GTK_WIDGET (window);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
}

static void
click_action (GtkWidget *root, const char *action)
{
  click (app_find_action (root, action));
}

/* Thirty statements of two children in one evening, without the mouse. */
static void
test_thirty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) said = NULL;

  consultation_change (&fixture->base, add_second, fixture->base.consultation_id);
  gtk_widget_grab_focus (fixture->words);

  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      g_autofree char *words = g_strdup_printf ("Statement number %u: the way to school is long", i + 1);

      type_words (fixture, words);
      /* The second child says the last ten: its code is chosen once, and stays. */
      if (i == 20)
        type_code (fixture, "zz");
      if (i % 3 == 1)
        g_assert_true (app_press_key (fixture->entry, GDK_KEY_2, GDK_ALT_MASK));
      if (i % 5 == 0)
        type_themes (fixture, "right to education, Buses");
      else
        press_enter (fixture);
      /* The next can be typed at once. */
      g_assert_true (get_focus (fixture) == fixture->words);
    }
  consultation_settle (&fixture->base);
  app_save_screenshot (fixture->base.host, "statements-step");

  said = consultation_list_said (&fixture->base);
  g_assert_cmpuint (said->len, ==, N_STATEMENTS);
  for (guint i = 0; i < said->len; i++)
    {
      SuiviAllowedStatement *allowed = get_said (said, i);
      g_autofree char *words = g_strdup_printf ("Statement number %u: the way to school is long", i + 1);

      g_assert_cmpstr (allowed->statement->words, ==, words);
      g_assert_cmpuint (allowed->statement->place, ==, i + 1);
      g_assert_cmpstr (allowed->statement->checked_words, ==, "");
      g_assert_cmpint (allowed->statement->level, ==,
                       i % 3 == 1 ? SUIVI_CONSENT_TOTALS : SUIVI_CONSENT_INTERNAL);
      g_assert_cmpint (allowed->statement->age_band, ==, i < 20 ? SUIVI_AGE_13_15 : SUIVI_AGE_16_17);
      if (i >= 20)
        g_assert_cmpstr (allowed->participant->code, ==, "ZZ77");
      else
        g_assert_cmpstr (allowed->participant->id, ==, fixture->base.participant_id);
      g_assert_cmpuint (g_strv_length (allowed->statement->themes), ==, i % 5 == 0 ? 2 : 0);
    }
  g_assert_cmpstr (get_said (said, 0)->statement->themes[0], ==, "Right to education");
  g_assert_cmpstr (get_said (said, 0)->statement->themes[1], ==, "Buses");

  /* The last one stands on top. */
  g_assert_cmpuint (app_count_widgets (fixture->step, SUIVI_TYPE_STATEMENT_ROW), ==, 30);
  g_assert_nonnull (consultation_find_label (get_row (fixture, 0), "Statement number 30:"));
  g_assert_nonnull (consultation_find_label (fixture->step, "30 statements, 30 neither used"));
  g_assert_nonnull (consultation_find_label (fixture->entry, "30 written down"));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = NULL;

  /* Shift+Enter is for the text itself, and Escape takes nothing away. */
  type_words (fixture, "One line");
  g_assert_false (press (fixture->entry, "suivi-enter", GDK_KEY_Return, GDK_SHIFT_MASK));
  g_assert_false (press (fixture->entry, "suivi-enter", GDK_KEY_Escape, 0));
  g_assert_false (app_press_key (fixture->entry, GDK_KEY_Escape, 0));
  words = get_words (fixture);
  g_assert_cmpstr (words, ==, "One line");

  /* Enter on the list of codes saves, too. */
  gtk_widget_grab_focus (get_code (fixture));
  press_enter (fixture);
  g_assert_cmpuint (count_said (fixture), ==, 1);

  /* Without words nothing is saved. */
  gtk_widget_grab_focus (fixture->words);
  press_enter (fixture);
  g_assert_cmpuint (count_said (fixture), ==, 1);
  g_assert_nonnull (consultation_find_label (fixture->entry, "There are no words."));
}

static void
test_planned (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (consultation_find_label (fixture->step, "The consultation is not ready yet."));
  g_assert_false (gtk_widget_is_sensitive (fixture->words));
}

static void
test_nobody_settled (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_is_sensitive (fixture->words));
  withdraw (fixture);
  g_assert_nonnull (consultation_find_label (fixture->step, "The consent of 1 child is not settled yet."));
  g_assert_false (gtk_widget_is_sensitive (fixture->words));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_is_sensitive (fixture->words));
}

static void
test_ceiling (Fixture *fixture, gconstpointer data)
{
  GtkWidget *level = app_find_type (fixture->entry, SUIVI_TYPE_CONSENT_LEVEL_BOX);

  consultation_change (&fixture->base, add_second, fixture->base.consultation_id);
  type_code (fixture, "ZZ77");
  g_assert_nonnull (consultation_find_label (level, "ZZ77 did not agree to be quoted."));
  app_press_key (fixture->entry, GDK_KEY_3, GDK_ALT_MASK);
  g_assert_cmpint (suivi_consent_level_box_get_level (SUIVI_CONSENT_LEVEL_BOX (level)), ==,
                   SUIVI_CONSENT_INTERNAL);
  app_press_key (fixture->entry, GDK_KEY_2, GDK_ALT_MASK);
  g_assert_cmpint (suivi_consent_level_box_get_level (SUIVI_CONSENT_LEVEL_BOX (level)), ==,
                   SUIVI_CONSENT_TOTALS);
}

/* Words are quoted only after somebody read them. */
static void
test_quote (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviStatement) statement = NULL;
  g_autofree char *words = NULL;

  type_words (fixture, "My friend Chisomo Phiri walks with me");
  g_assert_true (app_press_key (fixture->entry, GDK_KEY_3, GDK_ALT_MASK));
  press_enter (fixture);
  g_assert_nonnull (consultation_find_label (get_window (SUIVI_TYPE_REVEALING_DIALOG), "Chisomo Phiri"));
  app_save_screenshot (get_window (SUIVI_TYPE_REVEALING_DIALOG), "statements-revealing");
  g_assert_cmpuint (count_said (fixture), ==, 0);

  click_action (get_window (SUIVI_TYPE_REVEALING_DIALOG), "revealing.change");
  app_wait_until (has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_REVEALING_DIALOG));
  g_assert_cmpuint (count_said (fixture), ==, 0);
  words = get_words (fixture);
  g_assert_cmpstr (words, ==, "My friend Chisomo Phiri walks with me");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->words)),
                            "a friend walks with me", -1);
  press_enter (fixture);
  g_assert_nonnull (
    consultation_find_label (get_window (SUIVI_TYPE_REVEALING_DIALOG), "Suivi found no names."));
  click_action (get_window (SUIVI_TYPE_REVEALING_DIALOG), "revealing.confirm");
  app_wait_until (has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_REVEALING_DIALOG));

  statement = load_only (fixture);
  g_assert_cmpint (statement->level, ==, SUIVI_CONSENT_QUOTE);
  g_assert_cmpstr (statement->words, ==, "a friend walks with me");
  g_assert_cmpstr (statement->checked_words, ==, statement->words);
}

static void
test_fall_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviStatement) statement = NULL;
  GtkWidget *dialog = NULL;
  GtkWidget *words = NULL;

  write_one (fixture, "a friend walks with me", GDK_KEY_3);
  click_action (get_window (SUIVI_TYPE_REVEALING_DIALOG), "revealing.confirm");
  statement = load_only (fixture);
  g_assert_cmpint (statement->level, ==, SUIVI_CONSENT_QUOTE);

  click_action (get_row (fixture, 0), "statement.edit");
  dialog = get_window (SUIVI_TYPE_STATEMENT_DIALOG);
  words = app_find_type (dialog, GTK_TYPE_TEXT_VIEW);
  g_assert_null (consultation_find_label (dialog, "The words changed."));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), "a friend comes with me", -1);
  app_settle ();
  g_assert_nonnull (consultation_find_label (dialog, "The words changed."));
  app_save_screenshot (dialog, "statements-dialog");
  click_action (dialog, "statement-dialog.save");
  app_wait_until (has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_STATEMENT_DIALOG));

  suivi_statement_free (g_steal_pointer (&statement));
  statement = load_only (fixture);
  g_assert_cmpstr (statement->words, ==, "a friend comes with me");
  g_assert_cmpstr (statement->checked_words, ==, "");
  g_assert_cmpint (statement->level, ==, SUIVI_CONSENT_TOTALS);
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviStatement) statement = NULL;
  GtkWidget *left_out = NULL;

  write_one (fixture, "More sweets", 0);
  left_out = app_find_type (get_row (fixture, 0), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (left_out), "Not a right");

  /* A change elsewhere takes nothing of it away. */
  write_one (fixture, "Another one", 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (left_out)), ==, "Not a right");
  gtk_widget_activate_action (get_row (fixture, 0), "statement.remove", "s",
                              suivi_statement_row_get_id (SUIVI_STATEMENT_ROW (get_row (fixture, 0))));
  consultation_settle (&fixture->base);

  g_signal_emit_by_name (left_out, "activate");
  statement = load_only (fixture);
  g_assert_cmpstr (statement->words, ==, "More sweets");
  g_assert_cmpstr (statement->left_out, ==, "Not a right");
  g_assert_null (consultation_find_label (fixture->step, "neither used"));
}

static void
choose_first (GType type)
{
  GtkWidget *list = app_find_type (get_window (type), GTK_TYPE_LIST_BOX);

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  app_settle ();
}

static void
test_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GPtrArray) afterwards = NULL;
  GtkWidget *dialog = NULL;
  SuiviStatementUse *use = NULL;

  consultation_change (&fixture->base, add_draft, NULL);

  /* What is internal only cannot be used. */
  write_one (fixture, "The road has no pavement", 0);
  g_assert_false (gtk_widget_is_sensitive (app_find_action (get_row (fixture, 0), "statement.use")));
  gtk_widget_activate_action (get_row (fixture, 0), "statement.remove", "s",
                              suivi_statement_row_get_id (SUIVI_STATEMENT_ROW (get_row (fixture, 0))));
  consultation_settle (&fixture->base);

  write_one (fixture, "The road has no pavement", GDK_KEY_2);
  click_action (get_row (fixture, 0), "statement.use");
  consultation_settle (&fixture->base);
  dialog = get_window (SUIVI_TYPE_USE_DIALOG);
  gtk_widget_activate_action (dialog, "use.choose-draft", NULL);
  choose_first (SUIVI_TYPE_LIST_CHOOSER);
  g_assert_nonnull (consultation_find_label (dialog, "Build pavements"));
  app_save_screenshot (dialog, "statements-use");
  click_action (dialog, "use.save");
  app_wait_until (has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_USE_DIALOG));
  consultation_settle (&fixture->base);

  g_assert_nonnull (consultation_find_label (get_row (fixture, 0), "Draft: Build pavements along roads"));
  g_assert_null (consultation_find_label (fixture->step, "neither used"));
  app_save_screenshot (fixture->base.host, "statements-used");
  said = consultation_list_said (&fixture->base);
  g_assert_cmpuint (get_said (said, 0)->uses->len, ==, 1);
  use = g_ptr_array_index (get_said (said, 0)->uses, 0);
  g_assert_nonnull (use->draft_id);
  g_assert_null (use->priority_id);

  click_action (get_row (fixture, 0), "statement.remove-use");
  consultation_settle (&fixture->base);
  afterwards = consultation_list_said (&fixture->base);
  g_assert_cmpuint (get_said (afterwards, 0)->uses->len, ==, 0);
}

static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  write_one (fixture, "A lamp at the corner", 0);
  g_assert_nonnull (consultation_find_label (get_row (fixture, 0), "A lamp at the corner"));
  withdraw (fixture);
  g_assert_null (consultation_find_label (fixture->step, "A lamp at the corner"));
  g_assert_nonnull (consultation_find_label (get_row (fixture, 0), "Withdrawn"));
  g_assert_null (consultation_find_button (fixture->step, "Edit…"));
}

static void
test_remove_and_undo (Fixture *fixture, gconstpointer data)
{
  write_one (fixture, "A lamp at the corner", 0);
  click_action (get_row (fixture, 0), "statement.remove");
  g_assert_cmpuint (count_said (fixture), ==, 0);
  g_assert_null (get_row (fixture, 0));
  g_assert_cmpstr (suivi_workspace_get_undo_label (consultation_get_workspace (&fixture->base)), ==,
                   "Remove a statement");
  app_undo (consultation_get_workspace (&fixture->base));
  g_assert_nonnull (consultation_find_label (get_row (fixture, 0), "A lamp at the corner"));
}

static void
add_many (SuiviTransaction *transaction, gpointer data)
{
  ConsultationFixture *base = data;

  for (guint i = 0; i < 33; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *words = g_strdup_printf ("%s %u", i % 11 == 0 ? "Playground" : "Library", i);
      g_autoptr (SuiviStatement) statement
                 = suivi_statement_new (base->consultation_id, base->participant_id, words);

      statement->place = i + 1;
      suivi_transaction_put_statement (transaction, statement, &error);
      g_assert_no_error (error);
    }
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *filter = NULL;

  consultation_change (&fixture->base, add_many, &fixture->base);
  /* So many rows, and no more, are built. */
  g_assert_cmpuint (app_count_widgets (fixture->step, SUIVI_TYPE_STATEMENT_ROW), ==, 30);
  click (consultation_find_button (fixture->step, "Show more"));
  g_assert_cmpuint (app_count_widgets (fixture->step, SUIVI_TYPE_STATEMENT_ROW), ==, 33);

  /* The drop-downs have search entries of their own, before it. */
  filter = app_find_widget (fixture->step, GTK_TYPE_SEARCH_ENTRY,
                            app_count_widgets (fixture->step, GTK_TYPE_SEARCH_ENTRY) - 1);
  gtk_editable_set_text (GTK_EDITABLE (filter), "playGround");
  g_signal_emit_by_name (filter, "search-changed");
  g_assert_cmpuint (app_count_widgets (fixture->step, SUIVI_TYPE_STATEMENT_ROW), ==, 3);
  g_assert_nonnull (consultation_find_label (fixture->step, "3 of 33"));
  gtk_editable_set_text (GTK_EDITABLE (filter), "nothing like it");
  g_signal_emit_by_name (filter, "search-changed");
  app_settle ();
  g_assert_cmpuint (app_count_widgets (fixture->step, SUIVI_TYPE_STATEMENT_ROW), ==, 0);
  g_assert_nonnull (consultation_find_label (fixture->step, "No statement has these words."));
}

static gpointer
withdraw_quietly (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviConsultationRecord) record = suivi_store_load_consultation (store, data, error);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Withdraw", error);
  SuiviParticipant *participant = g_ptr_array_index (record->participants, 0);

  g_free (participant->withdrawn_on);
  participant->withdrawn_on = g_strdup ("2026-11-20");
  g_assert_true (suivi_transaction_put_participant (transaction, participant, error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

/* Somebody else was faster: what was typed comes back, before what was typed since. */
static void
test_brought_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = NULL;

  type_words (fixture, "The first");
  suivi_workspace_run_async (consultation_get_workspace (&fixture->base), withdraw_quietly,
                             fixture->base.consultation_id, NULL, NULL, NULL, NULL, NULL);
  press_enter (fixture);
  type_words (fixture, "The second");
  consultation_settle (&fixture->base);

  words = get_words (fixture);
  g_assert_cmpstr (words, ==, "The first\nThe second");
  g_assert_cmpuint (count_said (fixture), ==, 0);
}

/* Never into another consultation, even if the answer comes when that one is shown. */
static void
test_brought_back_elsewhere (Fixture *fixture, gconstpointer data)
{
  SuiviWorkspace *workspace = consultation_get_workspace (&fixture->base);
  g_autoptr (SuiviStatementEntry) entry = g_object_ref_sink (g_object_new (SUIVI_TYPE_STATEMENT_ENTRY, NULL));
  g_autoptr (SuiviConsultationRecord) record = consultation_load (&fixture->base);
  g_autoptr (SuiviConsultation) other = suivi_consultation_new ("SVN", "Youth club");
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  GtkTextBuffer *buffer
    = gtk_text_view_get_buffer (GTK_TEXT_VIEW (app_find_type (GTK_WIDGET (entry), GTK_TYPE_TEXT_VIEW)));
  g_autofree char *elsewhere = NULL;
  g_autofree char *back = NULL;

  suivi_statement_entry_set (entry, workspace, record->consultation, record->participants, "2026-11-22");
  suivi_workspace_run_async (workspace, withdraw_quietly, fixture->base.consultation_id, NULL, NULL, NULL,
                             NULL, NULL);
  gtk_text_buffer_set_text (buffer, "The first", -1);
  gtk_widget_activate_action (GTK_WIDGET (entry), "statement-entry.save", NULL);
  gtk_text_buffer_set_text (buffer, "The second", -1);

  /* What is typed is saved on leaving, and fails, too. */
  suivi_statement_entry_set (entry, workspace, other, nobody, "2026-11-22");
  consultation_settle (&fixture->base);
  g_object_get (buffer, "text", &elsewhere, NULL);
  g_assert_cmpstr (elsewhere, ==, "");
  g_assert_nonnull (app_find_text (GTK_WIDGET (entry), "Something that a child said in another consultation "
                                                       "could not be written down. Open that consultation: "
                                                       "the words are there again."));

  suivi_statement_entry_set (entry, workspace, record->consultation, record->participants, "2026-11-22");
  g_object_get (buffer, "text", &back, NULL);
  g_assert_cmpstr (back, ==, "The first\nThe second");
  gtk_text_buffer_set_text (buffer, "", -1);
  g_assert_cmpuint (count_said (fixture), ==, 0);
}

static gpointer
set_up_vault (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text ("seven green boats", error);
  g_autoptr (SuiviHolderDraft) draft = suivi_holder_draft_new ("Maria K.", passphrase, error);

  suivi_holder_draft_confirm (draft, suivi_holder_draft_get_words (draft), error);
  suivi_store_set_up_vault (store, draft, error);
  g_assert_no_error (*error);

  return NULL;
}

static gpointer
list_sealed (SuiviStore *store, gpointer id, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_sealed (store, id, error);
}

/* The picture of a drawing is sealed for the statement. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (&fixture->base.app, "drawing.png");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (SuiviStatement) statement = NULL;
  g_autoptr (GPtrArray) sealed = NULL;
  GtkWidget *dialog = NULL;
  GtkWidget *box = NULL;

  g_assert_true (g_file_set_contents (path, "PICTUREOFAHOUSE", -1, NULL));
  app_run (consultation_get_workspace (&fixture->base), set_up_vault, NULL);
  write_one (fixture, "A house without a roof", 0);
  statement = load_only (fixture);

  click_action (get_row (fixture, 0), "statement.edit");
  consultation_settle (&fixture->base);
  dialog = get_window (SUIVI_TYPE_STATEMENT_DIALOG);
  box = app_find_type (dialog, SUIVI_TYPE_SEALED_BOX);
  g_assert_false (gtk_widget_get_visible (box));
  gtk_switch_set_active (GTK_SWITCH (app_find_type (dialog, GTK_TYPE_SWITCH)), TRUE);
  app_settle ();
  g_assert_true (gtk_widget_get_visible (box));
  /* Pictures only: names belong to the code. */
  g_assert_null (app_find_visible (box, SUIVI_TYPE_SEALED_FIELD, 0));
  g_assert_true (gtk_widget_is_sensitive (consultation_find_button (box, "Add the picture…")));
  app_save_screenshot (dialog, "statements-picture");

  suivi_sealed_box_seal_file (SUIVI_SEALED_BOX (box), "drawing", file);
  consultation_settle (&fixture->base);
  g_assert_nonnull (consultation_find_row (box, "Drawing"));
  sealed = app_run (consultation_get_workspace (&fixture->base), list_sealed, statement->id);
  g_assert_cmpuint (sealed->len, ==, 1);
  g_assert_cmpstr (((SuiviSealedInfo *) g_ptr_array_index (sealed, 0))->field, ==, "drawing");
  click_action (dialog, "statement-dialog.save");
  app_wait_until (has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_STATEMENT_DIALOG));
}

/* What children said is learnt by no keyboard and sent to no spelling service. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  const GtkInputHints wanted = GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_NO_SPELLCHECK;
  GtkWidget *dialog = NULL;
  GtkInputHints hints = 0;

  write_one (fixture, "A lamp at the corner", 0);
  click_action (get_row (fixture, 0), "statement.edit");
  dialog = get_window (SUIVI_TYPE_STATEMENT_DIALOG);
  g_assert_cmphex (gtk_text_view_get_input_hints (GTK_TEXT_VIEW (fixture->words)) & wanted, ==, wanted);
  g_assert_cmphex (gtk_text_view_get_input_hints (GTK_TEXT_VIEW (app_find_type (dialog, GTK_TYPE_TEXT_VIEW)))
                     & wanted,
                   ==, wanted);
  for (guint i = 0; i < app_count_widgets (dialog, ADW_TYPE_ENTRY_ROW); i++)
    {
      g_object_get (app_find_widget (dialog, ADW_TYPE_ENTRY_ROW, i), "input-hints", &hints, NULL);
      g_assert_cmphex (hints & wanted, ==, wanted);
    }
  g_object_get (app_find_type (get_row (fixture, 0), GTK_TYPE_ENTRY), "input-hints", &hints, NULL);
  g_assert_cmphex (hints & wanted, ==, wanted);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Who leaves the page loses nothing, and nothing goes further than it may unread. */
static void
test_flush (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviStatement) statement = NULL;

  type_words (fixture, "Half a thought");
  g_assert_true (app_press_key (fixture->entry, GDK_KEY_4, GDK_ALT_MASK));
  suivi_consultation_step_flush (SUIVI_CONSULTATION_STEP (fixture->step));
  statement = load_only (fixture);
  g_assert_cmpstr (statement->words, ==, "Half a thought");
  g_assert_cmpint (statement->level, ==, SUIVI_CONSENT_TOTALS);
}

static void
test_themes (void)
{
  g_autoptr (SuiviThemeEntry) entry = g_object_ref_sink (g_object_new (SUIVI_TYPE_THEME_ENTRY, NULL));
  g_auto (GStrv) themes = NULL;
  g_auto (GStrv) again = NULL;

  /* A theme may have commas inside; the same one counts once. */
  gtk_editable_set_text (
    GTK_EDITABLE (entry),
    "Freedom of thought, conscience & religion, buses,, right to education, Right to education");
  themes = suivi_theme_entry_dup_themes (entry);
  g_assert_cmpuint (g_strv_length (themes), ==, 3);
  g_assert_cmpstr (themes[0], ==, "Freedom of thought, conscience & religion");
  g_assert_cmpstr (themes[1], ==, "Buses");
  g_assert_cmpstr (themes[2], ==, "Right to education");

  suivi_theme_entry_set_themes (entry, (const char *const *) themes);
  again = suivi_theme_entry_dup_themes (entry);
  g_assert_cmpstrv (themes, again);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

#define ADD(name, set_up, test) \
  g_test_add ("/app/statements-step/" name, Fixture, NULL, set_up, test, tear_down)
  g_test_add_func ("/app/statements-step/themes", test_themes);
  ADD ("thirty", set_up_ready, test_thirty);
  ADD ("keys", set_up_ready, test_keys);
  ADD ("planned", set_up_planned, test_planned);
  ADD ("nobody-settled", set_up_ready, test_nobody_settled);
  ADD ("read-only", set_up_read_only, test_read_only);
  ADD ("ceiling", set_up_ready, test_ceiling);
  ADD ("quote", set_up_ready, test_quote);
  ADD ("fall-back", set_up_ready, test_fall_back);
  ADD ("left-out", set_up_ready, test_left_out);
  ADD ("use", set_up_ready, test_use);
  ADD ("withdrawn", set_up_ready, test_withdrawn);
  ADD ("remove-and-undo", set_up_ready, test_remove_and_undo);
  ADD ("filter", set_up_ready, test_filter);
  ADD ("brought-back", set_up_ready, test_brought_back);
  ADD ("brought-back-elsewhere", set_up_ready, test_brought_back_elsewhere);
  ADD ("picture", set_up_ready, test_picture);
  ADD ("private", set_up_ready, test_private);
  ADD ("flush", set_up_ready, test_flush);

  return g_test_run ();
}
