/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose the judgements are: the bar of the scorecard page, and the dialog that names and renames organisations. */

#include "config.h"

#include "app/scorecard/organisation-row.h"
#include "app/scorecard/organisations-dialog.h"
#include "app/scorecard/scorecard-page.h"
#include "app/settings.h"
#include "scorecard-fixture.h"
#include "store/scorecard-store.h"

/* On the sample: two judgements of the Tree League, one of the Law Club, two that do not say whose they are. */
static const struct
{
  const char *number;
  const char *organisation;
} judgements[] = {
  { "88.1", "Tree League" },
  { "88.2", "Tree League" },
  { "88.1", "Law Club" },
  { "88.1", "" },
  { "88.2", "" },
};

static gpointer
judge (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Judge", error);

  for (gsize i = 0; i < G_N_ELEMENTS (judgements); i++)
    {
      g_autoptr (GPtrArray) found = suivi_store_find_number (store, NULL, judgements[i].number, error);
      const SuiviRecommendation *recommendation = g_ptr_array_index (found, 0);
      g_autoptr (SuiviAssessment) judgement
                 = scorecard_make_grade (recommendation->id, judgements[i].organisation, SUIVI_LEVEL_SOME,
                                         "2026-01-15");

      g_assert_true (suivi_transaction_put_assessment (step, judgement, error));
    }
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

static GtkWidget *
open_judged (AppFixture *fixture)
{
  GtkWidget *page = scorecard_open_page (fixture);

  /* Nobody has said for whom she works: what does not say whose it is stays so. */
  g_settings_reset (suivi_settings_get_default (), "organisation");
  app_run (suivi_window_get_workspace (fixture->window), judge, NULL);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));

  return page;
}

static gboolean
has_bar (GtkWidget *page, const char *sentence)
{
  GtkWidget *label = app_find_text (page, sentence);

  return label != NULL
         && gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_ancestor (label, GTK_TYPE_REVEALER)));
}

static GtkWidget *
open_dialog (AppFixture *fixture, GtkWidget *page)
{
  gtk_widget_activate_action (page, "scorecard.show-organisations", NULL);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  app_settle ();
  g_assert_nonnull (app_find_window (SUIVI_TYPE_ORGANISATIONS_DIALOG));

  return GTK_WIDGET (app_find_window (SUIVI_TYPE_ORGANISATIONS_DIALOG));
}

static GtkWidget *
find_row (GtkWidget *dialog, const char *title)
{
  for (guint i = 0; i < app_count_widgets (dialog, SUIVI_TYPE_ORGANISATION_ROW); i++)
    {
      GtkWidget *row = app_find_widget (dialog, SUIVI_TYPE_ORGANISATION_ROW, i);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }

  return NULL;
}

static const char *
get_subtitle (GtkWidget *dialog, const char *title)
{
  g_assert_nonnull (find_row (dialog, title));

  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (find_row (dialog, title)));
}

static GtkEditable *
get_entry (GtkWidget *row)
{
  return GTK_EDITABLE (app_find_type (row, ADW_TYPE_ENTRY_ROW));
}

static GtkWidget *
find_button (GtkWidget *row, const char *label)
{
  for (guint i = 0; i < app_count_widgets (row, GTK_TYPE_BUTTON); i++)
    {
      GtkWidget *button = app_find_widget (row, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
  g_assert_not_reached ();
}

static void
type (GtkWidget *dialog, const char *title, const char *name)
{
  GtkWidget *row = find_row (dialog, title);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_editable_set_text (get_entry (row), name);
}

static void
rename_by (AppFixture *fixture, GtkWidget *dialog, const char *title, const char *label)
{
  GtkWidget *button = find_button (find_row (dialog, title), label);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  app_settle ();
}

static void
assert_own (const char *expected)
{
  g_autofree char *own = suivi_settings_dup_organisation ();

  g_assert_cmpstr (own, ==, expected);
}

static void
redo (SuiviWorkspace *workspace)
{
  suivi_workspace_redo_async (workspace, NULL, NULL);
  app_settle_workspace (workspace);
  app_settle_workspace (workspace);
}

/* Another name, and back; who works for the organisation goes with it. */
static void
test_rename (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_judged (fixture);
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  GtkWidget *dialog = NULL;

  g_settings_set_string (suivi_settings_get_default (), "organisation", "tree league");
  dialog = open_dialog (fixture, page);
  g_assert_cmpstr (get_subtitle (dialog, "Tree League"), ==, "You work for it · 2 judgements");
  g_assert_cmpstr (get_subtitle (dialog, "Law Club"), ==, "1 judgement");
  app_save_screenshot (dialog, "organisations");

  /* The name that it has is no other one, and none is none. What is in a row is there as soon as it is opened. */
  g_assert_null (app_find_type (find_row (dialog, "Tree League"), ADW_TYPE_ENTRY_ROW));
  type (dialog, "Tree League", "Tree League");
  g_assert_false (gtk_widget_get_sensitive (find_button (find_row (dialog, "Tree League"), "Rename")));
  type (dialog, "Tree League", "  ");
  g_assert_false (gtk_widget_get_sensitive (find_button (find_row (dialog, "Tree League"), "Rename")));
  type (dialog, "Law Club", "Law &amp; <i>Order");
  type (dialog, "Tree League", "Tree  League of Alvera ");
  rename_by (fixture, dialog, "Tree League", "Rename");
  g_assert_null (find_row (dialog, "Tree League"));
  g_assert_cmpstr (get_subtitle (dialog, "Tree League of Alvera"), ==, "You work for it · 2 judgements");
  assert_own ("Tree League of Alvera");
  g_assert_cmpstr (suivi_workspace_get_undo_label (workspace), ==, "Rename an organisation");
  g_assert_nonnull (
    app_find_text (GTK_WIDGET (fixture->window), "“Tree League” is called “Tree League of Alvera” now"));
  /* What is typed elsewhere stays, and names are no markup. */
  g_assert_cmpstr (gtk_editable_get_text (get_entry (find_row (dialog, "Law Club"))), ==,
                   "Law &amp; <i>Order");
  rename_by (fixture, dialog, "Law Club", "Rename");
  g_assert_nonnull (find_row (dialog, "Law &amp; <i>Order"));
  assert_own ("Tree League of Alvera");

  app_undo (workspace);
  app_undo (workspace);
  app_settle_workspace (workspace);
  g_assert_cmpstr (get_subtitle (dialog, "Tree League"), ==, "You work for it · 2 judgements");
  g_assert_cmpstr (get_subtitle (dialog, "Law Club"), ==, "1 judgement");
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
}

/* She still works for the organisation when its name is undone, and when it is done again; after two names, too. */
static void
test_undo_own (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_judged (fixture);
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  GtkWidget *dialog = NULL;

  g_settings_set_string (suivi_settings_get_default (), "organisation", "tree league");
  dialog = open_dialog (fixture, page);
  type (dialog, "Tree League", "Forest League");
  rename_by (fixture, dialog, "Tree League", "Rename");
  type (dialog, "Forest League", "law club");
  rename_by (fixture, dialog, "Forest League", "Make them one");
  assert_own ("Law Club");
  /* The dialog need not be there. */
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();

  app_undo (workspace);
  app_settle_workspace (workspace);
  assert_own ("Forest League");
  app_undo (workspace);
  app_settle_workspace (workspace);
  assert_own ("tree league");
  redo (workspace);
  assert_own ("Forest League");
  redo (workspace);
  assert_own ("Law Club");

  /* One after the other, without waiting. */
  suivi_workspace_undo_async (workspace, NULL, NULL);
  suivi_workspace_undo_async (workspace, NULL, NULL);
  app_settle_workspace (workspace);
  app_settle_workspace (workspace);
  assert_own ("tree league");

  /* Who works for another one by now goes on doing so, and so does who works for what others are called. */
  redo (workspace);
  g_settings_set_string (suivi_settings_get_default (), "organisation", "School Union");
  app_undo (workspace);
  app_settle_workspace (workspace);
  assert_own ("School Union");
}

static gpointer
judge_for_many (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Judge", error);
  g_autoptr (GPtrArray) found = suivi_store_find_number (store, NULL, "88.1", error);
  const SuiviRecommendation *recommendation = g_ptr_array_index (found, 0);

  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autofree char *name = g_strdup_printf ("Club of street %03u", i);
      g_autoptr (SuiviAssessment) judgement
                 = scorecard_make_grade (recommendation->id, name, SUIVI_LEVEL_SOME, "2026-01-15");

      g_assert_true (suivi_transaction_put_assessment (step, judgement, error));
    }
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

static gpointer
count_organisations (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) organisations = suivi_store_list_organisations (store, error);

  return GUINT_TO_POINTER (organisations->len);
}

static GtkWidget *
get_search (GtkWidget *dialog)
{
  return app_find_type (dialog, GTK_TYPE_SEARCH_ENTRY);
}

static void
search (GtkWidget *dialog, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_search (dialog)), text);
  g_signal_emit_by_name (get_search (dialog), "search-changed");
}

/* Of very many organisations the first ones are shown, and those that are searched for. */
static void
test_many (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_judged (fixture);
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  GtkWidget *dialog = NULL;
  g_autofree char *more = NULL;
  gint64 start = 0;

  /* With few of them nothing is searched for. */
  dialog = open_dialog (fixture, page);
  g_assert_false (gtk_widget_get_mapped (get_search (dialog)));
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();

  app_run (workspace, judge_for_many, GUINT_TO_POINTER (1000));
  app_settle_workspace (workspace);
  more = g_strdup_printf ("%u more organisations: search for them.",
                          GPOINTER_TO_UINT (app_run (workspace, count_organisations, NULL)) - 200);
  start = g_get_monotonic_time ();
  dialog = open_dialog (fixture, page);
  gtk_test_widget_wait_for_draw (dialog);
  g_test_message ("1,000 organisations: shown after %.2f s", (g_get_monotonic_time () - start) / 1e6);
  g_assert_true (gtk_widget_get_mapped (get_search (dialog)));
  g_assert_cmpuint (app_count_widgets (dialog, SUIVI_TYPE_ORGANISATION_ROW), ==, 200);
  /* First those without a name and one of the sample, then the clubs. */
  g_assert_nonnull (find_row (dialog, "Club of street 197"));
  g_assert_null (find_row (dialog, "Club of street 198"));
  g_assert_nonnull (app_find_text (dialog, more));
  app_save_screenshot (dialog, "organisations-many");

  /* What is typed stays, whatever is searched for. */
  type (dialog, "Club of street 007", "Club of the Square");
  search (dialog, "STREET 99");
  g_assert_nonnull (find_row (dialog, "Club of street 995"));
  g_assert_null (find_row (dialog, "Club of street 008"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (find_row (dialog, "Club of street 007"))), ==,
                   "Club of the Square");
  g_assert_cmpuint (app_count_widgets (dialog, SUIVI_TYPE_ORGANISATION_ROW), ==, 12);
  g_assert_null (app_find_text (dialog, more));

  /* What was found gets a name as any other, and is seen under it. */
  type (dialog, "Club of street 995", "Law Club");
  rename_by (fixture, dialog, "Club of street 995", "Make them one");
  g_assert_null (find_row (dialog, "Club of street 995"));
  g_assert_nonnull (find_row (dialog, "Law Club"));
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), find_row (dialog, "Law Club")));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (dialog, "Club of street 007")), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (dialog, "Organisation not named")), FALSE);
  search (dialog, "nothing like that");
  g_assert_cmpuint (app_count_widgets (dialog, SUIVI_TYPE_ORGANISATION_ROW), ==, 0);
  g_assert_nonnull (app_find_text (dialog, "No organisation has these letters in its name."));
  g_signal_emit_by_name (get_search (dialog), "stop-search");
  g_signal_emit_by_name (get_search (dialog), "search-changed");
  g_assert_cmpuint (app_count_widgets (dialog, SUIVI_TYPE_ORGANISATION_ROW), ==, 200);
  g_signal_emit_by_name (get_search (dialog), "stop-search");
  app_settle ();
  g_assert_null (app_find_window (SUIVI_TYPE_ORGANISATIONS_DIALOG));
}

/* The name of another one makes them one, and says so before. */
static void
test_merge (AppFixture *fixture, gconstpointer data)
{
  const char *note = "“Law Club” has 1 judgement already: both become one organisation.";
  GtkWidget *page = open_judged (fixture);
  GtkWidget *dialog = open_dialog (fixture, page);

  type (dialog, "Tree League", "Law Clu");
  g_assert_null (app_find_text (dialog, note));
  type (dialog, "Tree League", "law CLUB");
  g_assert_nonnull (app_find_text (dialog, note));
  app_save_screenshot (dialog, "organisations-merge");
  rename_by (fixture, dialog, "Tree League", "Make them one");
  g_assert_null (find_row (dialog, "Tree League"));
  g_assert_null (find_row (dialog, "law CLUB"));
  /* One person judged 88.1 for both on one day: that is one judgement now. */
  g_assert_cmpstr (get_subtitle (dialog, "Law Club"), ==, "2 judgements");
  g_assert_nonnull (
    app_find_text (GTK_WIDGET (fixture->window), "“Tree League” and “Law Club” are one organisation now"));

  app_undo (suivi_window_get_workspace (fixture->window));
  g_assert_cmpstr (get_subtitle (dialog, "Tree League"), ==, "2 judgements");
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
}

/* As long as something does not say whose it is, the page asks. */
static void
test_unnamed (AppFixture *fixture, gconstpointer data)
{
  const char *sentence = "2 judgements do not say of which organisation they are.";
  GtkWidget *page = open_judged (fixture);
  GtkWidget *dialog = NULL;
  GtkWidget *row = NULL;
  int minimum = 0;

  g_assert_true (has_bar (page, sentence));
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  scorecard_show_tab (page, "matrix");
  g_assert_true (has_bar (page, sentence));
  app_save_screenshot (GTK_WIDGET (fixture->window), "organisations-bar");

  /* The name that is proposed is saved by nothing but the button, or Enter. */
  g_settings_set_string (suivi_settings_get_default (), "organisation", "Tree League");
  dialog = open_dialog (fixture, page);
  row = app_find_widget (dialog, SUIVI_TYPE_ORGANISATION_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Organisation not named");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "2 judgements do not say whose they are: an older Suivi did not ask. Give them a name.");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (row)), ==, "Tree League");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), row));
  g_assert_nonnull (
    app_find_text (row, "“Tree League” has 2 judgements already: both become one organisation."));
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  g_assert_true (has_bar (page, sentence));

  dialog = open_dialog (fixture, page);
  gtk_editable_set_text (get_entry (find_row (dialog, "Organisation not named")), "School Union");
  g_assert_nonnull (find_button (find_row (dialog, "Organisation not named"), "Give this name"));
  app_save_screenshot (dialog, "organisations-unnamed");
  g_signal_emit_by_name (get_entry (find_row (dialog, "Organisation not named")), "entry-activated");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  app_settle ();
  g_assert_null (find_row (dialog, "Organisation not named"));
  g_assert_cmpstr (get_subtitle (dialog, "School Union"), ==, "2 judgements");
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), find_row (dialog, "School Union")));
  g_assert_nonnull (
    app_find_text (GTK_WIDGET (fixture->window), "These judgements are of “School Union” now"));
  g_assert_cmpstr (suivi_workspace_get_undo_label (suivi_window_get_workspace (fixture->window)), ==,
                   "Name an organisation");
  /* Nobody works for another one because of that. */
  assert_own ("Tree League");
  g_assert_false (has_bar (page, sentence));
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();

  app_undo (suivi_window_get_workspace (fixture->window));
  g_assert_true (has_bar (page, sentence));
  /* An edition stays as it was. */
  scorecard_show_tab (page, "summary");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  scorecard_freeze (fixture, page, "Baseline", "2025-12-31");
  g_assert_false (has_bar (page, sentence));
}

/* A name that could not be saved is still there, with the reason, even if the dialog was closed meanwhile. */
static void
test_locked (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_judged (fixture);
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  GtkWidget *dialog = open_dialog (fixture, page);
  SuiviStore *other = suivi_store_open (suivi_workspace_get_path (workspace), NULL);
  SuiviTransaction *step = suivi_store_begin (other, "Write", NULL);

  g_assert_nonnull (step);
  g_settings_set_string (suivi_settings_get_default (), "organisation", "Law Club");
  type (dialog, "Law Club", "Law Society");
  g_signal_emit_by_name (find_button (find_row (dialog, "Law Club"), "Rename"), "clicked");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_false (gtk_widget_get_visible (dialog));
  app_settle_workspace (workspace);
  g_assert_true (gtk_widget_get_visible (dialog));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (find_row (dialog, "Law Club"))), ==, "Law Society");
  g_assert_nonnull (app_find_text (dialog,
                                   "Another program is writing to this workspace. Close it there, then "
                                   "try again."));
  assert_own ("Law Club");
  suivi_transaction_free (step);
  suivi_store_close (other);

  g_signal_emit_by_name (find_button (find_row (dialog, "Law Club"), "Rename"), "clicked");
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle_workspace (workspace);
  app_settle ();
  g_assert_null (app_find_window (SUIVI_TYPE_ORGANISATIONS_DIALOG));
  assert_own ("Law Society");
}

static void
tear_down (AppFixture *fixture, gconstpointer data)
{
  g_settings_reset (suivi_settings_get_default (), "organisation");
  app_fixture_tear_down (fixture, data);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add ("/app/organisations/" path, AppFixture, NULL, app_fixture_set_up, function, tear_down)
  ADD ("rename", test_rename);
  ADD ("undo-own", test_undo_own);
  ADD ("merge", test_merge);
  ADD ("many", test_many);
  ADD ("unnamed", test_unnamed);
  ADD ("locked", test_locked);

  return g_test_run ();
}
