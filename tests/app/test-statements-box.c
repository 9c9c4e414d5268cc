/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What children said, beside a draft and beside a recommendation: never more than they allowed. */

#include "config.h"

#include "app/drafting/draft-panels.h"
#include "app/drafting/list-chooser.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/statements-box.h"
#include "consultation-fixture.h"
#include "panel-fixture.h"

#define QUOTABLE "Our names are in no book"
#define COUNTED  "They asked my mother for money"
#define INTERNAL "The officer shouted at us"

/**
 * Said:
 * @tie_to: what the statements are tied to: "priority", "draft", "recommendation"; %NULL: nothing
 * @recommendation_id: a recommendation of the workspace
 *
 * A consultation with three statements: one may be quoted, one counted, one neither.
 */
typedef struct
{
  PanelFixture *fixture;
  const char *tie_to;
  char *recommendation_id;
  char *participant_id;
} Said;

static void
tie (SuiviTransaction *transaction, Said *self, SuiviStatement *statement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStatementUse) use = suivi_statement_use_new (statement->id);

  if (g_strcmp0 (self->tie_to, "priority") == 0)
    use->priority_id = g_strdup (self->fixture->priority->id);
  else if (g_strcmp0 (self->tie_to, "draft") == 0)
    use->draft_id = g_strdup (self->fixture->draft->id);
  else if (g_strcmp0 (self->tie_to, "recommendation") == 0)
    use->recommendation_id = g_strdup (self->recommendation_id);
  else
    return;

  suivi_transaction_put_statement_use (transaction, use, &error);
  g_assert_no_error (error);
}

static void
add_statement (SuiviTransaction *transaction,
               Said *self,
               SuiviParticipant *participant,
               const char *words,
               SuiviConsentLevel level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (participant->consultation_id, participant->id, words);

  statement->level = level;
  statement->age_band = SUIVI_AGE_13_15;
  g_free (statement->checked_words);
  statement->checked_words = g_strdup (words);
  suivi_transaction_put_statement (transaction, statement, &error);
  g_assert_no_error (error);
  if (level > SUIVI_CONSENT_INTERNAL)
    tie (transaction, self, statement);
}

static gpointer
fill (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Said *self = data;
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) participant = consultation_make_participant (consultation->id);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Fill", error);
  g_autoptr (SuiviReview) review = suivi_store_find_review (store, "SVN", 48, error);
  g_autoptr (GPtrArray) found = suivi_store_find_number (store, review->id, "140.1", error);

  self->recommendation_id = g_strdup (((SuiviRecommendation *) g_ptr_array_index (found, 0))->id);
  self->participant_id = g_strdup (participant->id);
  consultation_add_ready (transaction, consultation);
  g_assert_true (suivi_transaction_put_participant (transaction, participant, error));
  add_statement (transaction, self, participant, QUOTABLE, SUIVI_CONSENT_QUOTE);
  add_statement (transaction, self, participant, COUNTED, SUIVI_CONSENT_TOTALS);
  add_statement (transaction, self, participant, INTERNAL, SUIVI_CONSENT_INTERNAL);
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

static void
count_cb (guint *last, guint n)
{
  *last = n;
}

static void
add_said (PanelFixture *fixture, Said *said, const char *tie_to)
{
  said->fixture = fixture;
  said->tie_to = tie_to;
  panel_fixture_read (fixture, fill, said);
}

static void
clear_said (Said *said)
{
  g_free (said->recommendation_id);
  g_free (said->participant_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, clear_said)

static PanelFixture *
create_fixture (void)
{
  return panel_fixture_new (g_object_new (SUIVI_TYPE_STATEMENTS_BOX, NULL));
}

static SuiviStatementsBox *
show_draft (PanelFixture *fixture, guint *n)
{
  SuiviStatementsBox *box = SUIVI_STATEMENTS_BOX (fixture->panel);

  g_signal_connect_swapped (box, "changed", G_CALLBACK (count_cb), n);
  suivi_statements_box_set_draft (box, fixture->workspace, "SVN", fixture->priority->id, fixture->draft->id);
  panel_fixture_settle (fixture);

  return box;
}

static void
test_no_consultation (void)
{
  guint n = 99;
  g_autoptr (PanelFixture) fixture = create_fixture ();
  SuiviStatementsBox *box = show_draft (fixture, &n);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (box)));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_shown (gconstpointer tie_to)
{
  guint n = 99;
  g_auto (Said) said = { 0 };
  g_autoptr (PanelFixture) fixture = create_fixture ();
  SuiviStatementsBox *box = NULL;

  add_said (fixture, &said, tie_to);
  box = show_draft (fixture, &n);
  app_save_screenshot (GTK_WIDGET (fixture->window), "statements-box");

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (box)));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (panel_shows (GTK_WIDGET (box), QUOTABLE));
  g_assert_true (panel_shows (GTK_WIDGET (box), "School councils · 5 October 2026"));
  g_assert_true (panel_shows (GTK_WIDGET (box), "and 1 more that counts in totals"));
  g_assert_false (panel_shows (GTK_WIDGET (box), COUNTED));
  g_assert_false (panel_shows (GTK_WIDGET (box), INTERNAL));
  /* What is tied to the whole issue is untied in its consultation, not here. */
  g_assert_cmpint (app_find_action (GTK_WIDGET (box), "statements-box.remove") != NULL, ==,
                   g_str_equal (tie_to, "draft"));
}

static gpointer
withdraw (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = suivi_store_list_consultations (store, "SVN", error);
  SuiviConsultationRecord *record = g_ptr_array_index (records, 0);
  SuiviParticipant *participant = g_ptr_array_index (record->participants, 0);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Withdraw", error);

  g_free (participant->withdrawn_on);
  participant->withdrawn_on = g_strdup ("2026-11-20");
  g_assert_true (suivi_transaction_put_participant (transaction, participant, error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

/* A withdrawal stops every use at once. */
static void
test_withdrawn (void)
{
  guint n = 99;
  g_auto (Said) said = { 0 };
  g_autoptr (PanelFixture) fixture = create_fixture ();
  SuiviStatementsBox *box = NULL;

  add_said (fixture, &said, "draft");
  box = show_draft (fixture, &n);
  g_assert_true (panel_shows (GTK_WIDGET (box), QUOTABLE));
  panel_fixture_read (fixture, withdraw, NULL);
  panel_fixture_settle (fixture);
  g_assert_false (panel_shows (GTK_WIDGET (box), QUOTABLE));
  g_assert_cmpuint (n, ==, 0);
}

static guint
count_choices (GtkWidget *chooser)
{
  GtkWidget *list = app_find_type (chooser, GTK_TYPE_LIST_BOX);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), n) != NULL)
    n++;

  return n;
}

static GtkWidget *
open_chooser (PanelFixture *fixture, SuiviStatementsBox *box)
{
  panel_press (app_find_action (GTK_WIDGET (box), "statements-box.add"));
  panel_fixture_settle (fixture);

  return GTK_WIDGET (app_find_window (SUIVI_TYPE_LIST_CHOOSER));
}

static void
add_and_remove (PanelFixture *fixture, SuiviStatementsBox *box, guint *n)
{
  GtkWidget *chooser = open_chooser (fixture, box);
  GtkWidget *list = NULL;

  g_assert_nonnull (chooser);
  g_assert_cmpuint (count_choices (chooser), ==, 2);
  g_assert_true (panel_shows (chooser, QUOTABLE));
  g_assert_true (panel_shows (chooser, "Counts in totals"));
  g_assert_false (panel_shows (chooser, COUNTED));
  g_assert_false (panel_shows (chooser, INTERNAL));
  app_save_screenshot (chooser, "statements-chooser");
  list = app_find_type (chooser, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  app_wait_until (panel_has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_LIST_CHOOSER));
  panel_fixture_settle (fixture);
  g_assert_cmpuint (*n, ==, 1);
  g_assert_true (panel_shows (GTK_WIDGET (box), QUOTABLE));

  /* What is there already is not offered again. */
  chooser = open_chooser (fixture, box);
  g_assert_cmpuint (count_choices (chooser), ==, 1);
  gtk_window_close (GTK_WINDOW (chooser));
  app_wait_until (panel_has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_LIST_CHOOSER));

  panel_press (app_find_action (GTK_WIDGET (box), "statements-box.remove"));
  panel_fixture_settle (fixture);
  g_assert_cmpuint (*n, ==, 0);
  g_assert_false (panel_shows (GTK_WIDGET (box), QUOTABLE));
  panel_fixture_undo (fixture);
  g_assert_true (panel_shows (GTK_WIDGET (box), QUOTABLE));
}

static void
test_add_to_draft (void)
{
  guint n = 99;
  g_auto (Said) said = { 0 };
  g_autoptr (PanelFixture) fixture = create_fixture ();

  add_said (fixture, &said, NULL);
  add_and_remove (fixture, show_draft (fixture, &n), &n);
}

static void
test_add_to_recommendation (void)
{
  guint n = 99;
  g_auto (Said) said = { 0 };
  g_autoptr (PanelFixture) fixture = create_fixture ();
  SuiviStatementsBox *box = SUIVI_STATEMENTS_BOX (fixture->panel);

  add_said (fixture, &said, NULL);
  g_signal_connect_swapped (box, "changed", G_CALLBACK (count_cb), &n);
  suivi_statements_box_set_recommendation (box, fixture->workspace, "SVN", said.recommendation_id);
  panel_fixture_settle (fixture);
  add_and_remove (fixture, box, &n);

  suivi_statements_box_clear (box);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (box)));
  g_assert_cmpuint (n, ==, 0);
}

/* What children said makes a draft relevant, as evidence does. */
static void
test_counts_for_draft (void)
{
  guint n = 99;
  g_auto (Said) said = { 0 };
  g_autoptr (PanelFixture) fixture = panel_fixture_new (g_object_new (suivi_draft_panels_get_type (), NULL));
  SuiviDraftPanels *panels = SUIVI_DRAFT_PANELS (fixture->panel);

  add_said (fixture, &said, "draft");
  g_signal_connect_swapped (panels, "backed", G_CALLBACK (count_cb), &n);
  suivi_draft_panels_set_draft (panels, fixture->workspace, fixture->priority, fixture->draft, NULL);
  panel_fixture_settle (fixture);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (panel_shows (GTK_WIDGET (panels), "Evidence and support (2)"));

  panel_fixture_read (fixture, withdraw, NULL);
  panel_fixture_settle (fixture);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/statements-box/no-consultation", test_no_consultation);
  g_test_add_data_func ("/app/statements-box/draft", "draft", test_shown);
  g_test_add_data_func ("/app/statements-box/issue", "priority", test_shown);
  g_test_add_func ("/app/statements-box/withdrawn", test_withdrawn);
  g_test_add_func ("/app/statements-box/add-to-draft", test_add_to_draft);
  g_test_add_func ("/app/statements-box/add-to-recommendation", test_add_to_recommendation);
  g_test_add_func ("/app/statements-box/counts-for-draft", test_counts_for_draft);

  return g_test_run ();
}
