/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the drafting page writes into the workspace file, when, and what it does where it cannot. */

#include "config.h"

#include <string.h>

#include "app/drafting/draft-language.h"
#include "app/drafting/draft-panels.h"
#include "app/drafting/draft-row.h"
#include "app/drafting/draft-stages.h"
#include "app/drafting/drafting-page.h"
#include "app/drafting/guided-form.h"
#include "app/drafting/issue-dialog.h"
#include "app/drafting/smart-rows.h"
#include "app/drafting/split-dialog.h"
#include "core/drafting/sentence.h"
#include "store/transaction.h"
#include "drafting-fixture.h"

#define WEAK "Strengthen efforts to protect children from violence."

/* Closing the window at once after the last key loses nothing. */
static void
test_close_and_reopen (DraftingFixture *fixture, gconstpointer data)
{
  gpointer window = fixture->app.window;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  suivi_workspace_wait_for_all ();

  fixture->app.window = suivi_window_new (ADW_APPLICATION (fixture->app.application));
  gtk_window_present (GTK_WINDOW (fixture->app.window));
  drafting_open_page (fixture);
  drafting_wait_for_text (fixture, WEAK);
}

/* Another page, another draft: saved without a wait. */
static void
test_save_on_leaving (DraftingFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  drafting_add_draft (fixture, 0);
  first = drafting_list_drafts (fixture);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (first, 0))->text, ==, WEAK);
  drafting_type (fixture, "Publish the budget for children.");
  suivi_window_show_page (fixture->app.window, "overview");
  second = drafting_list_drafts (fixture);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (second, 1))->text, ==,
                   "Publish the budget for children.");
}

static gpointer
delete_issues (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) priorities = suivi_store_list_priorities (store, "SVN", error);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Tidy up", error);

  for (guint i = 0; i < priorities->len; i++)
    suivi_transaction_delete_priority (transaction, ((SuiviPriority *) g_ptr_array_index (priorities, i))->id,
                                       error);

  return suivi_transaction_commit (transaction, error) ? GUINT_TO_POINTER (TRUE) : NULL;
}

static gboolean
is_saved (gpointer data)
{
  return !suivi_drafting_page_has_unsaved (SUIVI_DRAFTING_PAGE (((DraftingFixture *) data)->page));
}

/* What cannot be saved is kept, said, and saved when it can be. */
static void
test_failure (DraftingFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  g_assert_nonnull (app_run (suivi_window_get_workspace (fixture->app.window), delete_issues, NULL));
  drafting_wait_for_label (fixture->page, "What you typed is not saved yet");
  g_assert_true (suivi_drafting_page_has_unsaved (SUIVI_DRAFTING_PAGE (fixture->page)));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->app.window), "win.undo", NULL));
  drafting_wait_for_text (fixture, WEAK);
  app_wait_until (is_saved, fixture);
  drafting_wait_for_no_label (fixture->page, "What you typed is not saved yet");
  drafts = drafting_list_drafts (fixture);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->text, ==, WEAK);
}

static void
use_form (DraftingFixture *fixture, const char *means)
{
  g_autoptr (SuiviSentence) sentence = suivi_sentence_new ();
  g_autofree char *form = NULL;

  g_free (sentence->means);
  sentence->means = g_strdup (means);
  form = suivi_sentence_to_string (sentence);
  g_signal_emit_by_name (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_PANELS), "use-text",
                         "Ban corporal punishment.", form, means);
}

/* The means of the form are those of the draft, until somebody writes down others. */
static void
test_means (DraftingFixture *fixture, gconstpointer data)
{
  GtkEditable *means = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  means = GTK_EDITABLE (app_find_type (app_find_type (fixture->page, SUIVI_TYPE_SMART_ROWS), GTK_TYPE_ENTRY));
  use_form (fixture, "two trainers");
  drafting_assert_text (fixture, "Ban corporal punishment.");
  g_assert_cmpstr (gtk_editable_get_text (means), ==, "two trainers");
  drafting_wait_for_label (fixture->page, "the means are written down");
  use_form (fixture, "three trainers");
  g_assert_cmpstr (gtk_editable_get_text (means), ==, "three trainers");
  use_form (fixture, "");
  g_assert_cmpstr (gtk_editable_get_text (means), ==, "three trainers");

  gtk_editable_set_text (means, "a line in the budget");
  use_form (fixture, "four trainers");
  g_assert_cmpstr (gtk_editable_get_text (means), ==, "a line in the budget");
  drafts = drafting_list_drafts (fixture);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->means, ==, "a line in the budget");
}

/* One draft becomes two, in one step. */
static void
test_split (DraftingFixture *fixture, gconstpointer data)
{
  const char *text
    = "Ratify the third Optional Protocol by 2028 and abolish fees for birth certificates by 2027.";
  g_autoptr (GPtrArray) drafts = NULL;
  GtkWidget *button = NULL;
  GtkWindow *dialog = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, text);
  drafting_wait_for_label (fixture->page, "Asks for 2 things?");
  button = drafting_find_button (fixture->page, "Split…");
  g_signal_emit_by_name (button, "clicked");
  dialog = app_find_window (SUIVI_TYPE_SPLIT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "split.do", NULL));
  drafting_wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, 2);
  drafts = drafting_list_drafts (fixture);
  g_assert_nonnull (strstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->text, "Ratify the third"));
  g_assert_null (strstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->text, "abolish"));
  g_assert_nonnull (strstr (((SuiviDraft *) g_ptr_array_index (drafts, 1))->text, "bolish fees"));
  drafting_wait_for_text (fixture, ((SuiviDraft *) g_ptr_array_index (drafts, 0))->text);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->app.window), "win.undo", NULL));
  drafting_wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, 1);
  drafting_wait_for_text (fixture, text);
}

/* What cannot be saved cannot be entered; what there is can be read, hints too. */
static void
test_read_only (DraftingFixture *fixture, gconstpointer data)
{
  const char *text = "Take steps to ratify the third Optional Protocol by 2028.";
  GtkWidget *panels = NULL;
  GtkWidget *popover = NULL;
  GtkWidget *form = NULL;

  drafting_wait_for_text (fixture, text);
  drafting_wait_for_marks (fixture);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (drafting_get_view (fixture))));
  g_assert_false (gtk_editable_get_editable (
    GTK_EDITABLE (app_find_type (app_find_type (fixture->page, SUIVI_TYPE_SMART_ROWS), GTK_TYPE_ENTRY))));
  g_assert_false (gtk_widget_is_sensitive (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_STAGES)));
  g_assert_false (gtk_widget_is_sensitive (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_LANGUAGE)));
  gtk_widget_activate_action (fixture->page, "drafting.new-issue", NULL);
  g_assert_null (app_find_window (SUIVI_TYPE_ISSUE_DIALOG));
  gtk_widget_activate_action (fixture->page, "drafting.delete-draft", NULL);

  panels = app_find_type (fixture->page, SUIVI_TYPE_DRAFT_PANELS);
  for (guint i = 0; i < app_count_widgets (panels, GTK_TYPE_EXPANDER); i++)
    gtk_expander_set_expanded (GTK_EXPANDER (app_find_widget (panels, GTK_TYPE_EXPANDER, i)), TRUE);
  app_settle ();
  form = app_find_type (panels, SUIVI_TYPE_GUIDED_FORM);
  g_assert_nonnull (form);
  g_assert_false (gtk_widget_is_sensitive (form));
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-read-only");

  /* The hint explains itself, and that is all. */
  popover = drafting_open_hint (fixture);
  g_assert_nonnull (drafting_find_label (popover, "Take steps to"));
  g_assert_null (drafting_find_button (popover, "Use “"));

  g_signal_emit_by_name (popover, "use");
  g_signal_emit_by_name (panels, "insert", ", as previously recommended");
  g_signal_emit_by_name (panels, "use-text", "Ban corporal punishment.", NULL, NULL);
  drafting_assert_text (fixture, text);
  g_assert_false (suivi_drafting_page_has_unsaved (SUIVI_DRAFTING_PAGE (fixture->page)));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, func)                                                                           \
  g_test_add ("/app/drafting-saving/" path, DraftingFixture, NULL, drafting_fixture_set_up, func, \
              drafting_fixture_tear_down)
  ADD ("close-and-reopen", test_close_and_reopen);
  ADD ("save-on-leaving", test_save_on_leaving);
  ADD ("failure", test_failure);
  ADD ("means", test_means);
  ADD ("split", test_split);
#undef ADD
  g_test_add ("/app/drafting-saving/read-only", DraftingFixture, NULL, drafting_fixture_set_up_read_only,
              test_read_only, drafting_fixture_tear_down);

  return g_test_run ();
}
