/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The panels below a draft, through their real widgets. */

#include "config.h"

#include "app/drafting/backing-box.h"
#include "app/drafting/candidates-box.h"
#include "app/drafting/earlier-box.h"
#include "app/drafting/list-chooser.h"
#include "app/drafting/panel-dialog.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/translations-box.h"
#include "app/drafting/wordings-box.h"
#include "app/review/output-chooser.h"
#include "panel-fixture.h"

static void
text_cb (char **last, const char *text)
{
  g_free (*last);
  *last = g_strdup (text);
}

static void
count_cb (guint *last, guint n)
{
  *last = n;
}

static void
set_field (SuiviPanelDialog *dialog, const char *name, const char *text)
{
  GtkWidget *field = suivi_panel_dialog_get_field (dialog, name);

  if (GTK_IS_TEXT_VIEW (field))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static SuiviPanelDialog *
get_dialog (void)
{
  GtkWindow *dialog = app_find_window (SUIVI_TYPE_PANEL_DIALOG);

  g_assert_nonnull (dialog);

  return SUIVI_PANEL_DIALOG (dialog);
}

static void
save_and_wait (SuiviPanelDialog *dialog)
{
  panel_press (app_find_action (GTK_WIDGET (dialog), "panel-dialog.save"));
  app_wait_until (panel_has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_PANEL_DIALOG));
}

static void
choose (GtkWidget *chooser, guint index)
{
  GtkWidget *list = app_find_type (chooser, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);

  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
  app_settle ();
}

/* Evidence */

static SuiviBackingBox *
show_backings (PanelFixture *fixture, guint *n)
{
  SuiviBackingBox *box = SUIVI_BACKING_BOX (fixture->panel);

  g_signal_connect_swapped (box, "changed", G_CALLBACK (count_cb), n);
  suivi_backing_box_set_draft (box, fixture->workspace, fixture->priority, fixture->draft);
  panel_fixture_settle (fixture);

  return box;
}

static void
test_backing_add (void)
{
  guint n = 99;
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_backing_box_new ());
  SuiviBackingBox *box = show_backings (fixture, &n);
  SuiviPanelDialog *dialog = NULL;
  g_autoptr (GPtrArray) backings = NULL;
  SuiviBacking *backing = NULL;

  g_assert_cmpuint (n, ==, 0);
  g_assert_true (panel_shows (GTK_WIDGET (box), "Nothing speaks for this draft yet."));

  panel_press (app_find_action (GTK_WIDGET (box), "backing.add"));
  dialog = get_dialog ();
  panel_press (app_find_action (GTK_WIDGET (dialog), "panel-dialog.save"));
  g_assert_true (panel_shows (GTK_WIDGET (dialog), "Say what it is: the title is empty."));

  set_field (dialog, "title", "  Yearly report of the registry ");
  set_field (dialog, "reference", "https://registry.example/report");
  set_field (dialog, "quote", "Every fifth birth is not registered");
  g_assert_false (panel_shows (GTK_WIDGET (dialog), "Say what it is: the title is empty."));
  app_save_screenshot (GTK_WIDGET (dialog), "drafting-evidence-dialog");
  save_and_wait (dialog);
  panel_fixture_settle (fixture);

  g_assert_cmpuint (n, ==, 1);
  g_assert_true (panel_shows (GTK_WIDGET (box), "Yearly report of the registry"));
  g_assert_true (panel_shows (GTK_WIDGET (box), "Every fifth birth is not registered"));
  backings = panel_fixture_list_backings (fixture);
  g_assert_cmpuint (backings->len, ==, 1);
  backing = g_ptr_array_index (backings, 0);
  g_assert_cmpstr (backing->title, ==, "Yearly report of the registry");
  g_assert_cmpstr (backing->draft_id, ==, fixture->draft->id);
  g_assert_cmpint (backing->kind, ==, SUIVI_BACKING_EVIDENCE);
  gtk_test_accessible_assert_property (app_find_action (GTK_WIDGET (box), "backing.remove"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove");
  gtk_test_accessible_assert_property (
    app_find_visible (GTK_WIDGET (box), SUIVI_TYPE_PANEL_ROW, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Yearly report of the registry. Evidence · "
    "https://registry.example/report. Every fifth birth is not registered");
  app_save_screenshot (GTK_WIDGET (fixture->window), "drafting-evidence");

  /* For the whole issue. */
  panel_press (app_find_action (GTK_WIDGET (box), "backing.edit"));
  dialog = get_dialog ();
  adw_combo_row_set_selected (ADW_COMBO_ROW (suivi_panel_dialog_get_field (dialog, "scope")), 1);
  save_and_wait (dialog);
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), "for the whole issue"));
  g_assert_cmpuint (n, ==, 1);

  panel_press (app_find_action (GTK_WIDGET (box), "backing.remove"));
  panel_fixture_settle (fixture);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (app_count_visible (GTK_WIDGET (box), SUIVI_TYPE_PANEL_ROW), ==, 0);
  g_assert_true (panel_shows (GTK_WIDGET (fixture->window), "Evidence removed"));

  panel_fixture_undo (fixture);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (panel_shows (GTK_WIDGET (box), "Yearly report of the registry"));
}

static void
test_backing_output_and_target (void)
{
  guint n = 99;
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_backing_box_new ());
  SuiviBackingBox *box = show_backings (fixture, &n);
  g_autoptr (GPtrArray) backings = NULL;
  SuiviBacking *backing = NULL;
  GtkWindow *chooser = NULL;

  panel_press (app_find_action (GTK_WIDGET (box), "backing.choose-output"));
  panel_fixture_settle (fixture);
  chooser = app_find_window (SUIVI_TYPE_OUTPUT_CHOOSER);
  choose (GTK_WIDGET (chooser), 0);
  panel_fixture_settle (fixture);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (panel_shows (GTK_WIDGET (box), "CRC/C/SVN/CO/9, para. 12"));

  /* Not twice. */
  panel_press (app_find_action (GTK_WIDGET (box), "backing.choose-output"));
  panel_fixture_settle (fixture);
  choose (GTK_WIDGET (app_find_window (SUIVI_TYPE_OUTPUT_CHOOSER)), 0);
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), "This output is in the list already."));

  panel_press (app_find_action (GTK_WIDGET (box), "backing.add-target"));
  chooser = app_find_window (SUIVI_TYPE_LIST_CHOOSER);
  app_save_screenshot (GTK_WIDGET (chooser), "drafting-targets");
  choose (GTK_WIDGET (chooser), 0);
  panel_fixture_settle (fixture);
  /* A target says what is aimed at, not what is wrong: it is no evidence. */
  g_assert_cmpuint (n, ==, 1);
  backings = panel_fixture_list_backings (fixture);
  g_assert_cmpuint (backings->len, ==, 2);
  backing = g_ptr_array_index (backings, 0);
  g_assert_cmpint (backing->kind, ==, SUIVI_BACKING_OUTPUT);
  g_assert_cmpstr (backing->quote, ==, PANEL_OUTPUT);
  backing = g_ptr_array_index (backings, 1);
  g_assert_cmpint (backing->kind, ==, SUIVI_BACKING_TARGET);
  /* Birth registration is indicator 16.9.1, the only one of target 16.9. */
  g_assert_cmpstr (backing->reference, ==, "16.9");
  app_save_screenshot (GTK_WIDGET (fixture->window), "drafting-evidence-kinds");

  suivi_backing_box_set_draft (box, NULL, NULL, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (app_count_visible (GTK_WIDGET (box), SUIVI_TYPE_PANEL_ROW), ==, 0);
}

static void
test_dialog_keeps_words (void)
{
  guint n = 0;
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_backing_box_new ());
  SuiviBackingBox *box = show_backings (fixture, &n);
  SuiviPanelDialog *dialog = NULL;
  GtkWindow *question = NULL;

  panel_press (app_find_action (GTK_WIDGET (box), "backing.add"));
  dialog = get_dialog ();
  set_field (dialog, "title", "A report");
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "keep");
  app_settle ();
  g_assert_nonnull (app_find_window (SUIVI_TYPE_PANEL_DIALOG));

  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG)), "discard");
  app_settle ();
  g_assert_null (app_find_window (SUIVI_TYPE_PANEL_DIALOG));
}

static gpointer
delete_draft (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Delete", error);

  g_assert_true (suivi_transaction_delete_draft (transaction, data, error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

/* What was typed stays when it cannot be saved. */
static void
test_dialog_of_deleted_draft (void)
{
  guint n = 0;
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_backing_box_new ());
  SuiviBackingBox *box = show_backings (fixture, &n);
  SuiviPanelDialog *dialog = NULL;
  g_autofree char *typed = NULL;

  panel_press (app_find_action (GTK_WIDGET (box), "backing.add"));
  dialog = get_dialog ();
  set_field (dialog, "title", "A report");
  panel_fixture_read (fixture, delete_draft, fixture->draft->id);
  panel_fixture_settle (fixture);
  g_assert_false (gtk_widget_get_mapped (app_find_action (GTK_WIDGET (box), "backing.add")));

  panel_press (app_find_action (GTK_WIDGET (dialog), "panel-dialog.save"));
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (dialog), "This draft is no longer in the workspace."));
  typed = suivi_panel_dialog_dup_value (dialog, "title");
  g_assert_cmpstr (typed, ==, "A report");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Earlier recommendations */

static void
test_earlier (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_earlier_box_new ());
  SuiviEarlierBox *box = SUIVI_EARLIER_BOX (fixture->panel);
  g_autofree char *words = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GPtrArray) backings = NULL;
  SuiviBacking *backing = NULL;

  g_signal_connect_swapped (box, "insert", G_CALLBACK (text_cb), &words);
  g_signal_connect_swapped (box, "show-recommendation", G_CALLBACK (text_cb), &shown);
  suivi_earlier_box_set_draft (box, fixture->workspace, fixture->priority, fixture->draft, PANEL_DRAFT);
  panel_fixture_settle (fixture);

  /* Both that speak of registration, and no railway. */
  g_assert_cmpuint (app_count_visible (GTK_WIDGET (box), SUIVI_TYPE_PANEL_ROW), ==, 2);
  g_assert_true (panel_shows (GTK_WIDGET (box), "Slovenia, session 34"));
  g_assert_true (panel_shows (GTK_WIDGET (box), "France"));
  g_assert_false (panel_shows (GTK_WIDGET (box), PANEL_OTHER));
  g_assert_true (panel_shows (GTK_WIDGET (box), "Insert “as previously recommended”"));
  app_save_screenshot (GTK_WIDGET (fixture->window), "drafting-earlier");

  panel_press (app_find_action (GTK_WIDGET (box), "earlier.insert"));
  panel_fixture_settle (fixture);
  g_assert_cmpstr (words, ==, ", as previously recommended");
  backings = panel_fixture_list_backings (fixture);
  g_assert_cmpuint (backings->len, ==, 1);
  backing = g_ptr_array_index (backings, 0);
  g_assert_cmpint (backing->kind, ==, SUIVI_BACKING_EARLIER);
  g_assert_nonnull (backing->recommendation_id);
  g_assert_true (panel_shows (GTK_WIDGET (box), "The draft rests on it"));

  panel_press (app_find_action (GTK_WIDGET (box), "earlier.show"));
  g_assert_cmpstr (shown, ==, backing->recommendation_id);

  panel_fixture_undo (fixture);
  g_assert_false (panel_shows (GTK_WIDGET (box), "The draft rests on it"));
}

/* States to ask */

static void
filter_cb (SuiviFilter **last, SuiviFilter *filter)
{
  g_clear_pointer (last, suivi_filter_free);
  *last = suivi_filter_copy (filter);
}

static gpointer
list_requests (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_requests (store, data, error);
}

static gpointer
count_rows (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GUINT_TO_POINTER (suivi_store_count (store, data, error));
}

static void
test_candidates (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_candidates_box_new ());
  SuiviCandidatesBox *box = SUIVI_CANDIDATES_BOX (fixture->panel);
  GtkWidget *reason = NULL;
  GtkWidget *toggle = NULL;
  SuiviPanelDialog *dialog = NULL;
  g_autoptr (SuiviFilter) filter = NULL;
  g_autoptr (GPtrArray) requests = NULL;

  g_signal_connect_swapped (box, "show-rows", G_CALLBACK (filter_cb), &filter);
  suivi_candidates_box_set_draft (box, fixture->workspace, fixture->priority, fixture->draft);
  panel_fixture_settle (fixture);

  /* France spoke of children in session 48, once, and twice of what is registered. */
  g_assert_true (panel_shows (GTK_WIDGET (box), "France"));
  reason = app_find_text (GTK_WIDGET (box), "Made 1 recommendation on children to this State in session 48");
  g_assert_nonnull (reason);
  g_assert_true (panel_shows (GTK_WIDGET (box), "Made 2 recommendations on “registered”"));
  g_assert_true (panel_shows (GTK_WIDGET (box), "import a UPR Info file"));
  g_assert_nonnull (app_find_action (GTK_WIDGET (box), "win.import"));
  app_save_screenshot (GTK_WIDGET (fixture->window), "drafting-states");

  panel_press (gtk_widget_get_ancestor (reason, GTK_TYPE_BUTTON));
  g_assert_nonnull (filter);
  g_assert_cmpuint (GPOINTER_TO_UINT (panel_fixture_read (fixture, count_rows, filter)), ==, 1);

  /* A figure over all reviews names them: else the list would look into one review only. */
  g_clear_pointer (&filter, suivi_filter_free);
  reason = app_find_text (GTK_WIDGET (box), "Made 2 recommendations on “registered”");
  panel_press (gtk_widget_get_ancestor (reason, GTK_TYPE_BUTTON));
  g_assert_nonnull (filter);
  g_assert_nonnull (suivi_filter_get (filter, SUIVI_FACET_REVIEW)[0]);
  g_assert_cmpuint (GPOINTER_TO_UINT (panel_fixture_read (fixture, count_rows, filter)), ==, 2);

  toggle = app_find_visible (GTK_WIDGET (box), GTK_TYPE_SWITCH, 0);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_LABEL, "Asked: France");
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  panel_fixture_settle (fixture);
  requests = panel_fixture_read (fixture, list_requests, fixture->draft->id);
  g_assert_cmpuint (requests->len, ==, 1);
  g_assert_cmpstr (((SuiviRequest *) g_ptr_array_index (requests, 0))->state, ==, "FRA");
  g_assert_true (panel_shows (GTK_WIDGET (box), "Asked on "));

  panel_press (app_find_action (GTK_WIDGET (box), "candidates.edit"));
  dialog = get_dialog ();
  set_field (dialog, "date", "last week");
  panel_press (app_find_action (GTK_WIDGET (dialog), "panel-dialog.save"));
  g_assert_true (
    panel_shows (GTK_WIDGET (dialog), "This is no day. Write it as year-month-day: 2026-03-31."));
  set_field (dialog, "date", "2026-03-31");
  set_field (dialog, "note", "They will think about it");
  save_and_wait (dialog);
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), "Asked on 31 March 2026"));
  g_assert_true (panel_shows (GTK_WIDGET (box), "They will think about it"));
  app_save_screenshot (GTK_WIDGET (fixture->window), "drafting-states-asked");

  gtk_switch_set_active (GTK_SWITCH (app_find_visible (GTK_WIDGET (box), GTK_TYPE_SWITCH, 0)), FALSE);
  panel_fixture_settle (fixture);
  g_assert_false (panel_shows (GTK_WIDGET (box), "Asked on "));
  panel_fixture_undo (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), "Asked on 31 March 2026"));

  /* A State that nothing speaks for: the first by name. */
  panel_press (app_find_action (GTK_WIDGET (box), "candidates.ask-other"));
  choose (GTK_WIDGET (app_find_window (SUIVI_TYPE_LIST_CHOOSER)), 0);
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), "Afghanistan"));
}

/* Versions */

static void
test_wordings (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_wordings_box_new ());
  SuiviWordingsBox *box = SUIVI_WORDINGS_BOX (fixture->panel);
  g_autofree char *used = NULL;
  GtkWidget *check = NULL;

  g_signal_connect_swapped (box, "use-text", G_CALLBACK (text_cb), &used);
  suivi_wordings_box_set_draft (box, fixture->workspace, fixture->draft);
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), "There is one version so far."));
  g_assert_null (app_find_action (GTK_WIDGET (box), "wordings.use"));

  /* A stage begins a version. */
  panel_fixture_put_draft (fixture, "Amend the Act by 2028.", SUIVI_STAGE_AGREED);
  panel_fixture_put_draft (fixture, "Amend the Act by 2027.", SUIVI_STAGE_FINAL);
  g_assert_cmpuint (app_count_visible (GTK_WIDGET (box), SUIVI_TYPE_PANEL_ROW), ==, 3);
  /* The two last are compared: the year differs. */
  g_assert_true (panel_shows (GTK_WIDGET (box), "Ann Alvera · Agreed"));
  g_assert_nonnull (app_find_text (GTK_WIDGET (box), "Amend the Act by 2028."));
  app_save_screenshot (GTK_WIDGET (fixture->window), "drafting-versions");

  /* Choosing the third lets go of the one before the last. */
  check = app_find_visible (GTK_WIDGET (box), GTK_TYPE_CHECK_BUTTON, 2);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (app_find_visible (GTK_WIDGET (box), GTK_TYPE_CHECK_BUTTON, 0))));
  g_assert_false (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (app_find_visible (GTK_WIDGET (box), GTK_TYPE_CHECK_BUTTON, 1))));

  panel_press (app_find_action (GTK_WIDGET (box), "wordings.use"));
  g_assert_cmpstr (used, ==, "Amend the Act by 2028.");
}

/* Translations */

static gpointer
list_translations (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_translations (store, data, error);
}

static void
test_translations (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_translations_box_new ());
  SuiviTranslationsBox *box = SUIVI_TRANSLATIONS_BOX (fixture->panel);
  SuiviPanelDialog *dialog = NULL;
  g_autoptr (GPtrArray) translations = NULL;
  SuiviTranslation *translation = NULL;

  suivi_translations_box_set_draft (box, fixture->workspace, fixture->draft);
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), "The wording is not final yet"));
  panel_fixture_put_draft (fixture, "Amend the Act by 2028.", SUIVI_STAGE_FINAL);
  g_assert_false (panel_shows (GTK_WIDGET (box), "The wording is not final yet"));

  panel_press (app_find_action (GTK_WIDGET (box), "translations.add"));
  dialog = get_dialog ();
  panel_press (app_find_action (GTK_WIDGET (dialog), "panel-dialog.save"));
  g_assert_true (panel_shows (GTK_WIDGET (dialog), "Write the translation first: its text is empty."));
  /* English is the first language that is offered, and the draft's own. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (suivi_panel_dialog_get_field (dialog, "language")), 0);
  panel_press (app_find_action (GTK_WIDGET (dialog), "panel-dialog.save"));
  g_assert_true (
    panel_shows (GTK_WIDGET (dialog), "The draft itself is in this language. Choose another one."));
  adw_combo_row_set_selected (ADW_COMBO_ROW (suivi_panel_dialog_get_field (dialog, "language")), 1);
  set_field (dialog, "text", "Modifier la loi avant 2028.");
  set_field (dialog, "translator", "Luc Lenoir");
  set_field (dialog, "date", "2026-02-30");
  panel_press (app_find_action (GTK_WIDGET (dialog), "panel-dialog.save"));
  g_assert_true (panel_shows (GTK_WIDGET (dialog), "This is no day."));
  /* Long before the wording, which is of today. */
  set_field (dialog, "date", "2020-02-28");
  app_save_screenshot (GTK_WIDGET (dialog), "drafting-translation-dialog");
  save_and_wait (dialog);
  panel_fixture_settle (fixture);

  translations = panel_fixture_read (fixture, list_translations, fixture->draft->id);
  g_assert_cmpuint (translations->len, ==, 1);
  translation = g_ptr_array_index (translations, 0);
  g_assert_cmpstr (translation->language, ==, "fr");
  g_assert_cmpstr (translation->text, ==, "Modifier la loi avant 2028.");
  g_assert_true (panel_shows (GTK_WIDGET (box), "French"));
  g_assert_true (panel_shows (GTK_WIDGET (box), "Luc Lenoir · 28 February 2020"));
  g_assert_true (panel_shows (GTK_WIDGET (box), "Older than the wording, which changed on "));
  app_save_screenshot (GTK_WIDGET (fixture->window), "drafting-translations");

  panel_press (app_find_action (GTK_WIDGET (box), "translations.remove"));
  panel_fixture_settle (fixture);
  g_assert_false (panel_shows (GTK_WIDGET (box), "French"));
  panel_fixture_undo (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), "French"));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/drafting-panels/backing/add", test_backing_add);
  g_test_add_func ("/drafting-panels/backing/output-and-target", test_backing_output_and_target);
  g_test_add_func ("/drafting-panels/dialog/keeps-words", test_dialog_keeps_words);
  g_test_add_func ("/drafting-panels/dialog/of-deleted-draft", test_dialog_of_deleted_draft);
  g_test_add_func ("/drafting-panels/earlier", test_earlier);
  g_test_add_func ("/drafting-panels/candidates", test_candidates);
  g_test_add_func ("/drafting-panels/wordings", test_wordings);
  g_test_add_func ("/drafting-panels/translations", test_translations);

  return g_test_run ();
}
