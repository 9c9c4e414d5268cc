/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/text-row.h"
#include "app/review/contribution-row.h"
#include "app/review/report-box.h"
#include "review-fixture.h"
#include "store/scorecard-store.h"

/* The same row of the list, twice read: what the workspace holds about it. */
static SuiviPlainWording *
read_plain (ReviewFixture *fixture, guint position)
{
  g_autoptr (SuiviRecommendation) row = review_fixture_wait_row (fixture, position);
  SuiviStore *store = suivi_store_open (fixture->path, NULL);
  SuiviPlainWording *plain = suivi_store_get_plain_wording (store, row->id, NULL);

  suivi_store_close (store);

  return plain;
}

static guint
count_contributions (ReviewFixture *fixture, guint position)
{
  g_autoptr (SuiviRecommendation) row = review_fixture_wait_row (fixture, position);
  SuiviStore *store = suivi_store_open (fixture->path, NULL);
  g_autoptr (GPtrArray) list = suivi_store_list_contributions (store, row->id, NULL);

  suivi_store_close (store);

  return list->len;
}

static void
type (SuiviTextRow *row, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (suivi_text_row_get_view (row))), text,
                            -1);
}

static gboolean
is_saved (gpointer data)
{
  g_autoptr (SuiviPlainWording) plain = read_plain (data, 0);

  return plain != NULL && *plain->wording != '\0';
}

static gboolean
is_chosen (gpointer data)
{
  g_autoptr (SuiviPlainWording) plain = read_plain (data, 0);

  return plain != NULL && plain->chosen;
}

static gboolean
is_ready (gpointer row)
{
  return gtk_text_view_get_editable (GTK_TEXT_VIEW (suivi_text_row_get_view (row)));
}

/* Plain words are saved as they are typed, measured while they are, and come before the switch. */
static void
test_plain (void)
{
  ReviewFixture *fixture = review_fixture_new (3);
  g_autoptr (SuiviRecommendation) row = NULL;
  GtkWidget *box = NULL;
  SuiviTextRow *wording = NULL;
  GtkWidget *chosen = NULL;

  row = review_fixture_wait_row (fixture, 0);
  review_fixture_select (fixture, row->text);
  box = app_find_type (GTK_WIDGET (fixture->page), SUIVI_TYPE_REPORT_BOX);
  g_assert_true (gtk_widget_get_visible (box));
  chosen = app_find_type (box, GTK_TYPE_SWITCH);
  g_assert_false (gtk_widget_get_sensitive (chosen));

  wording = SUIVI_TEXT_ROW (app_find_widget (box, SUIVI_TYPE_TEXT_ROW, 0));
  app_wait_until (is_ready, wording);
  type (wording, "Nobody may hit a child.");
  app_wait_for_text (box, "Easy to read for children.");
  g_assert_true (gtk_widget_get_sensitive (chosen));
  app_wait_until (is_saved, fixture);
  g_assert_false (is_chosen (fixture));
  gtk_switch_set_active (GTK_SWITCH (chosen), TRUE);
  app_wait_until (is_chosen, fixture);

  /* Words that go take the choice with them; nothing is refused. */
  type (wording, "");
  g_assert_false (gtk_widget_get_sensitive (chosen));
  for (guint i = 0; is_chosen (fixture) && i < 100; i++)
    {
      g_usleep (50000);
      app_settle ();
    }
  g_assert_false (is_chosen (fixture));
  review_fixture_free (fixture);
}

static gboolean
has_one (gpointer data)
{
  return count_contributions (data, 0) == 1;
}

static gboolean
has_none (gpointer data)
{
  return count_contributions (data, 0) == 0;
}

/* What was done is added, shown and undone. */
static void
test_contribution (void)
{
  ReviewFixture *fixture = review_fixture_new (2);
  g_autoptr (SuiviRecommendation) row = NULL;
  GtkWidget *box = NULL;
  GtkWidget *add = NULL;

  row = review_fixture_wait_row (fixture, 0);
  review_fixture_select (fixture, row->text);
  box = app_find_type (GTK_WIDGET (fixture->page), SUIVI_TYPE_REPORT_BOX);
  add = app_find_text (box, "Add what was done");
  add = gtk_widget_get_ancestor (add, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (add), "Trained 40 registrars.");
  g_signal_emit_by_name (add, "apply");
  app_wait_until (has_one, fixture);
  app_wait_for_text (box, "Trained 40 registrars.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  g_assert_cmpuint (app_count_widgets (box, SUIVI_TYPE_CONTRIBUTION_ROW), ==, 1);
  review_fixture_undo (fixture);
  app_wait_until (has_none, fixture);
  review_fixture_free (fixture);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

/* What was typed for one recommendation does not go to the next one. */
static void
test_contribution_of_other (void)
{
  ReviewFixture *fixture = review_fixture_new (2);
  g_autoptr (SuiviRecommendation) first = review_fixture_wait_row (fixture, 0);
  g_autoptr (SuiviRecommendation) second = review_fixture_wait_row (fixture, 1);
  GtkWidget *box = NULL;
  GtkEditable *add = NULL;

  review_fixture_select (fixture, first->text);
  box = app_find_type (GTK_WIDGET (fixture->page), SUIVI_TYPE_REPORT_BOX);
  add = GTK_EDITABLE (gtk_widget_get_ancestor (app_find_text (box, "Add what was done"), ADW_TYPE_ENTRY_ROW));
  gtk_editable_set_text (add, "Visited the schools.");
  review_fixture_select (fixture, second->text);
  g_assert_cmpstr (gtk_editable_get_text (add), ==, "");
  review_fixture_select (fixture, first->text);
  g_assert_cmpstr (gtk_editable_get_text (add), ==, "Visited the schools.");
  g_assert_cmpuint (count_contributions (fixture, 0), ==, 0);
  review_fixture_free (fixture);
}

static void
failed_cb (GtkWidget *box, const char *sentence, guint *n)
{
  (*n)++;
}

/* What was typed goes when it is saved, not before: the recommendation may be gone meanwhile. */
static void
test_contribution_kept (void)
{
  ReviewFixture *fixture = review_fixture_new (2);
  g_autoptr (SuiviRecommendation) row = NULL;
  GtkWidget *box = NULL;
  GtkWidget *add = NULL;
  guint n_failed = 0;

  row = review_fixture_wait_row (fixture, 0);
  review_fixture_select (fixture, row->text);
  box = app_find_type (GTK_WIDGET (fixture->page), SUIVI_TYPE_REPORT_BOX);
  g_signal_connect (box, "failed", G_CALLBACK (failed_cb), &n_failed);
  add = gtk_widget_get_ancestor (app_find_text (box, "Add what was done"), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (add), "Trained 40 registrars.");
  suivi_workspace_undo_async (fixture->workspace, undone_cb, NULL);
  g_signal_emit_by_name (add, "apply");
  /* Once is enough. */
  g_signal_emit_by_name (add, "apply");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "Trained 40 registrars.");
  app_settle_workspace (fixture->workspace);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "Trained 40 registrars.");
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (add)));
  review_fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/report-box/plain", test_plain);
  g_test_add_func ("/app/report-box/contribution", test_contribution);
  g_test_add_func ("/app/report-box/contribution-of-other", test_contribution_of_other);
  g_test_add_func ("/app/report-box/contribution-kept", test_contribution_kept);

  return g_test_run ();
}
