/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is to implement a recommendation: in the detail, for several at once, and as a chip. */

#include "config.h"

#include "app/review/facet-chip.h"
#include "app/review/institution-entry.h"
#include "app/review/institutions-box.h"
#include "review-fixture.h"
#include "store/scorecard-store.h"

static GtkWidget *
find_box (ReviewFixture *fixture)
{
  return app_find_type (GTK_WIDGET (fixture->page), SUIVI_TYPE_INSTITUTIONS_BOX);
}

static GtkEditable *
find_entry (ReviewFixture *fixture)
{
  return GTK_EDITABLE (app_find_type (find_box (fixture), SUIVI_TYPE_INSTITUTION_ENTRY));
}

static void
add (ReviewFixture *fixture, const char *institution)
{
  gtk_editable_set_text (find_entry (fixture), institution);
  g_signal_emit_by_name (find_entry (fixture), "activate");
  review_fixture_settle (fixture);
}

static guint
count (ReviewFixture *fixture, const char *institution)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  SuiviStore *store = suivi_store_open (fixture->path, NULL);
  guint n = 0;

  suivi_filter_add (filter, SUIVI_FACET_INSTITUTION, institution);
  n = suivi_store_count (store, filter, NULL);
  suivi_store_close (store);

  return n;
}

static GtkWidget *
find_chip (ReviewFixture *fixture)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *chip = app_find_widget (GTK_WIDGET (fixture->page), SUIVI_TYPE_FACET_CHIP, i);

      g_assert_nonnull (chip);
      if (suivi_facet_chip_get_facet (SUIVI_FACET_CHIP (chip)) == SUIVI_FACET_INSTITUTION)
        return chip;
    }
}

/* Added by typing, shown as rows, removed by a button, undone; a row narrows the list. */
static void
test_detail (void)
{
  ReviewFixture *fixture = review_fixture_new (3);
  g_autoptr (SuiviRecommendation) first = review_fixture_wait_row (fixture, 0);
  g_autoptr (SuiviRecommendation) second = review_fixture_wait_row (fixture, 1);
  GtkWidget *remove = NULL;
  GtkWidget *row = NULL;

  review_fixture_select (fixture, first->text);
  g_assert_false (gtk_widget_get_visible (find_chip (fixture)));
  g_assert_cmpuint (app_count_widgets (find_box (fixture), ADW_TYPE_ACTION_ROW), ==, 0);
  add (fixture, "  ");
  g_assert_null (suivi_workspace_get_redo_label (fixture->workspace));
  add (fixture, "Supreme Court");
  add (fixture, "Ministry of Education");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==, "");
  g_assert_cmpuint (app_count_widgets (find_box (fixture), ADW_TYPE_ACTION_ROW), ==, 2);
  row = app_find_widget (find_box (fixture), ADW_TYPE_ACTION_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Ministry of Education");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Add a responsible institution");
  g_assert_cmpuint (count (fixture, "Supreme Court"), ==, 1);
  g_assert_true (gtk_widget_get_visible (find_chip (fixture)));
  app_save_screenshot (GTK_WIDGET (fixture->window), "institutions-detail");

  remove = app_find_type (row, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (remove, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove Ministry of Education");
  g_signal_emit_by_name (remove, "clicked");
  review_fixture_settle (fixture);
  g_assert_cmpuint (count (fixture, "Ministry of Education"), ==, 0);
  g_assert_cmpuint (app_count_widgets (find_box (fixture), ADW_TYPE_ACTION_ROW), ==, 1);
  review_fixture_undo (fixture);
  g_assert_cmpuint (app_count_widgets (find_box (fixture), ADW_TYPE_ACTION_ROW), ==, 2);

  /* The other one has the same name for it, however it is typed. */
  review_fixture_select (fixture, second->text);
  g_assert_cmpuint (app_count_widgets (find_box (fixture), ADW_TYPE_ACTION_ROW), ==, 0);
  add (fixture, "supreme court");
  g_assert_cmpuint (count (fixture, "Supreme Court"), ==, 2);
  row = app_find_widget (find_box (fixture), ADW_TYPE_ACTION_ROW, 0);
  g_signal_emit_by_name (row, "activated");
  review_fixture_settle (fixture);
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, 2);
  review_fixture_free (fixture);
}

static void
failed_cb (GtkWidget *box, const char *sentence, guint *n)
{
  (*n)++;
}

/* What was typed for one recommendation does not go to the next one, and what is refused is not lost. */
static void
test_typed (void)
{
  ReviewFixture *fixture = review_fixture_new (2);
  g_autoptr (SuiviRecommendation) first = review_fixture_wait_row (fixture, 0);
  g_autoptr (SuiviRecommendation) second = review_fixture_wait_row (fixture, 1);
  g_autofree char *same = g_strdup ("Parliament");
  guint n_failed = 0;

  review_fixture_select (fixture, first->text);
  gtk_editable_set_text (find_entry (fixture), "Parlia");
  review_fixture_select (fixture, second->text);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==, "");
  review_fixture_select (fixture, first->text);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==, "Parlia");

  /* Twice Enter adds it once. */
  gtk_editable_set_text (find_entry (fixture), same);
  g_signal_emit_by_name (find_entry (fixture), "activate");
  g_signal_emit_by_name (find_entry (fixture), "activate");
  review_fixture_settle (fixture);
  g_assert_cmpuint (count (fixture, same), ==, 1);
  g_assert_true (gtk_editable_get_editable (find_entry (fixture)));

  /* The recommendation is gone meanwhile: its import was undone by another window. */
  review_fixture_undo (fixture);
  g_signal_connect (find_box (fixture), "failed", G_CALLBACK (failed_cb), &n_failed);
  suivi_workspace_undo_async (fixture->workspace, NULL, NULL);
  gtk_editable_set_text (find_entry (fixture), same);
  g_signal_emit_by_name (find_entry (fixture), "activate");
  app_settle_workspace (fixture->workspace);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==, same);
  review_fixture_free (fixture);
}

/* The dialog for the first rows of the list. */
static AdwMessageDialog *
ask (ReviewFixture *fixture, guint n)
{
  GtkSelectionModel *selection = suivi_recommendations_page_get_selection (fixture->page);
  GtkWindow *dialog = NULL;

  gtk_selection_model_select_range (selection, 0, n, TRUE);
  review_fixture_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.add-institution", NULL);
  review_fixture_settle (fixture);
  dialog = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);

  return ADW_MESSAGE_DIALOG (dialog);
}

/* For several at once, in one step. */
static void
test_many (void)
{
  ReviewFixture *fixture = review_fixture_new (12);
  AdwMessageDialog *dialog = NULL;
  GtkWidget *entry = NULL;

  dialog = ask (fixture, 4);
  app_save_screenshot (GTK_WIDGET (fixture->window), "institutions-many");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "4 selected recommendations"));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "add"));
  entry = app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_INSTITUTION_ENTRY);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Name of the institution");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ministry of Justice");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "add"));
  app_save_screenshot (GTK_WIDGET (dialog), "institutions-dialog");
  g_signal_emit_by_name (entry, "activate");
  review_fixture_settle (fixture);
  g_assert_null (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpuint (count (fixture, "Ministry of Justice"), ==, 4);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==,
                   "Add a responsible institution to 4 recommendations");
  g_assert_nonnull (app_find_text (GTK_WIDGET (fixture->window), "Responsible institution added"));
  g_assert_nonnull (app_find_action (GTK_WIDGET (fixture->window), "win.undo"));

  /* Once more: there is nothing to take back. */
  entry = app_find_type (GTK_WIDGET (ask (fixture, 3)), SUIVI_TYPE_INSTITUTION_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ministry of justice");
  g_signal_emit_by_name (entry, "activate");
  review_fixture_settle (fixture);
  app_wait_for_text (GTK_WIDGET (fixture->window), "This institution is responsible already");
  g_assert_null (app_find_text (GTK_WIDGET (fixture->window), "Responsible institution added"));
  g_assert_null (app_find_action (GTK_WIDGET (fixture->window), "win.undo"));
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==,
                   "Add a responsible institution to 4 recommendations");
  review_fixture_undo (fixture);
  g_assert_cmpuint (count (fixture, "Ministry of Justice"), ==, 0);
  review_fixture_free (fixture);
}

/* What cannot be added is not lost: the dialog is there again, with the name and with the reason. */
static void
test_many_fails (void)
{
  ReviewFixture *fixture = review_fixture_new (12);
  GtkWidget *entry = app_find_type (GTK_WIDGET (ask (fixture, 4)), SUIVI_TYPE_INSTITUTION_ENTRY);
  AdwMessageDialog *dialog = NULL;

  /* The recommendations go meanwhile: their import was undone by another window. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "Parliament");
  suivi_workspace_undo_async (fixture->workspace, NULL, NULL);
  g_signal_emit_by_name (entry, "activate");
  app_settle_workspace (fixture->workspace);
  dialog = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (dialog);
  entry = app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_INSTITUTION_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Parliament");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "no longer in the workspace"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "4 selected recommendations"));
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "add"));
  app_save_screenshot (GTK_WIDGET (dialog), "institutions-again");

  /* For the same ones, now that they are back. */
  suivi_workspace_redo_async (fixture->workspace, NULL, NULL);
  adw_message_dialog_response (dialog, "add");
  app_settle_workspace (fixture->workspace);
  g_assert_cmpuint (count (fixture, "Parliament"), ==, 4);
  gtk_window_destroy (GTK_WINDOW (dialog));
  review_fixture_free (fixture);
}

/* Those in use are proposed, at the start of any word. */
static void
test_proposals (void)
{
  ReviewFixture *fixture = review_fixture_new (2);
  g_autoptr (SuiviRecommendation) first = review_fixture_wait_row (fixture, 0);
  GtkEntryCompletion *completion = NULL;
  GtkTreeModel *model = NULL;
  GtkTreeIter iter;
  gboolean handled = FALSE;

  review_fixture_select (fixture, first->text);
  add (fixture, "Ministry of Justice");
  completion = gtk_entry_get_completion (GTK_ENTRY (find_entry (fixture)));
  model = gtk_entry_completion_get_model (completion);
  g_assert_cmpint (gtk_tree_model_iter_n_children (model, NULL), ==, 1);
  g_assert_true (gtk_tree_model_get_iter_first (model, &iter));

  /* To choose one is to type it and press Enter. */
  review_fixture_undo (fixture);
  g_assert_cmpuint (count (fixture, "Ministry of Justice"), ==, 0);
  add (fixture, "Supreme Court");
  g_assert_true (gtk_tree_model_get_iter_first (model, &iter));
  gtk_editable_set_text (find_entry (fixture), "cou");
  g_signal_emit_by_name (completion, "match-selected", model, &iter, &handled);
  review_fixture_settle (fixture);
  g_assert_true (handled);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==, "");
  g_assert_cmpuint (count (fixture, "Supreme Court"), ==, 1);
  review_fixture_free (fixture);
}

static gboolean
has_proposals (gpointer entry)
{
  GtkWidget *proposals = app_find_type (entry, GTK_TYPE_TREE_VIEW);

  return proposals != NULL && gtk_widget_get_mapped (proposals);
}

/* A click on a proposal closes the dialog, and with it the proposals that were clicked. */
static void
test_click (void)
{
  ReviewFixture *fixture = review_fixture_new (12);
  g_autoptr (SuiviRecommendation) last = review_fixture_wait_row (fixture, 11);
  g_autoptr (GtkTreePath) path = gtk_tree_path_new_first ();
  AdwMessageDialog *dialog = NULL;
  GtkWidget *entry = NULL;
  GtkTreeView *proposals = NULL;
  int position = 0;

  review_fixture_select (fixture, last->text);
  add (fixture, "Ministry of Justice");
  dialog = ask (fixture, 4);
  entry = app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_INSTITUTION_ENTRY);
  gtk_widget_grab_focus (entry);
  gtk_editable_insert_text (GTK_EDITABLE (entry), "just", -1, &position);
  app_wait_until (has_proposals, entry);
  proposals = GTK_TREE_VIEW (app_find_type (entry, GTK_TYPE_TREE_VIEW));
  gtk_tree_view_row_activated (proposals, path, gtk_tree_view_get_column (proposals, 0));
  review_fixture_settle (fixture);
  g_assert_null (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpuint (count (fixture, "Ministry of Justice"), ==, 5);
  review_fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/institutions/detail", test_detail);
  g_test_add_func ("/app/institutions/typed", test_typed);
  g_test_add_func ("/app/institutions/many", test_many);
  g_test_add_func ("/app/institutions/many-fails", test_many_fails);
  g_test_add_func ("/app/institutions/click", test_click);
  g_test_add_func ("/app/institutions/proposals", test_proposals);

  return g_test_run ();
}
