/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several organisations agree on. */

#include "config.h"

#include "agree-fixture.h"
#include "app/review/level-row.h"
#include "app/scorecard/agreement-card.h"
#include "app/scorecard/agreement-cards.h"
#include "app/scorecard/agreement-ticks.h"
#include "app/scorecard/matrix-agreement.h"
#include "app/scorecard/matrix-table.h"
#include "store/scorecard-store.h"

static SuiviLevel
get_level (SuiviAgreeDialog *dialog, guint index)
{
  return suivi_level_row_get_level (
    SUIVI_LEVEL_ROW (app_find_widget (GTK_WIDGET (dialog), SUIVI_TYPE_LEVEL_ROW, index)));
}

static gboolean
can_save (SuiviAgreeDialog *dialog)
{
  return gtk_widget_get_sensitive (app_find_action (GTK_WIDGET (dialog), "agree.save"));
}

/* Of those who agreed. */
static GtkWidget *
get_all_button (SuiviAgreeDialog *dialog)
{
  return app_find_type (app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_AGREEMENT_TICKS), GTK_TYPE_BUTTON);
}

static guint
count_agreed (const SuiviAgreementFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->assessments->len; i++)
    n += ((SuiviAssessment *) g_ptr_array_index (facts->assessments, i))->agreed;

  return n;
}

/* The clinic's judgement of 140.1, as three agreed in June, one of whom judged nothing. */
static void
agree_on_first (MatrixFixture *self)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);

  agree_take_over (dialog, 1);
  agree_tick (dialog, "Law Clinic");
  agree_tick (dialog, "School Union");
  agree_type (dialog, "Add an organisation", " Tree Friends ");
  agree_type (dialog, "Date (year-month-day)", "2026-06-01");
  agree_type (dialog, "Name of who grades", "Ann Alvera");
  gtk_text_buffer_set_text (agree_get_text (dialog, 1), "The network sees all trees planted.", -1);
  g_assert_true (can_save (dialog));
  agree_act (self, dialog, "agree.save");
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
}

static void
test_agree (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);
  g_autoptr (SuiviAgreementFacts) facts = NULL;
  g_autoptr (SuiviAgreementFacts) undone = NULL;
  g_autofree char *who = NULL;
  g_autofree char *reason = NULL;
  const SuiviAssessment *agreed = NULL;

  /* Nothing is chosen beforehand. */
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Agree on 140.1");
  g_assert_cmpuint (app_count_widgets (GTK_WIDGET (dialog), SUIVI_TYPE_AGREEMENT_CARD), ==, 3);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog),
                                   "Implemented: 1 · Some progress: 1 · No progress: 1 (2 grades apart)"));
  g_assert_null (app_find_text (GTK_WIDGET (dialog), "All say the same: take it over"));
  g_assert_null (app_find_text (GTK_WIDGET (dialog), "Delete the agreement"));
  /* Who agrees is ticked: nobody grades for one of them here. */
  g_assert_null (app_find_text (GTK_WIDGET (dialog), "Organisation for which you grade"));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (get_level (dialog, i), ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_false (agree_is_ticked (dialog, "Law Clinic"));
  g_assert_false (agree_is_ticked (dialog, "Register of trees"));
  g_assert_false (can_save (dialog));
  g_assert_nonnull (
    app_find_text (GTK_WIDGET (dialog),
                   "Say what is agreed on: judge law, policy or practice, or choose a light."));
  app_save_screenshot (GTK_WIDGET (dialog), "agree-empty");

  /* The card of the clinic: its grade, its reason, its evidence; who agreed, it does not say. */
  agree_take_over (dialog, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (get_level (dialog, i), ==, SUIVI_LEVEL_SOME);
  reason = agree_dup_text (dialog, 0);
  g_assert_cmpstr (reason, ==, "Trees were counted by Law Clinic.");
  g_assert_true (agree_is_ticked (dialog, "Register of trees"));
  g_assert_false (agree_is_ticked (dialog, "Law Clinic"));
  g_signal_emit_by_name (get_all_button (dialog), "clicked");
  g_assert_true (agree_is_ticked (dialog, "Alvera Child Network"));
  g_assert_true (agree_is_ticked (dialog, "School Union"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "agree.start-again", NULL);
  g_assert_false (agree_is_ticked (dialog, "School Union"));
  agree_take_over (dialog, 1);
  agree_type (dialog, "Name of who grades", "Ann Alvera");
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Say who agreed: name at least one organisation."));
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle_workspace (self->workspace);

  agree_on_first (self);
  g_assert_false (suivi_matrix_view_has_unsaved (self->view));
  matrix_assert_row (self, 0, "amber green amber red [2 apart]");
  /* What is agreed on is settled: it disagrees no more, and the rows are as many as the number says. */
  g_assert_nonnull (app_find_text (self->root, "1 of 6 disagrees · 1 agreed"));
  matrix_fixture_choose (self, 1);
  matrix_assert_titles (self, "140.3");
  matrix_fixture_choose (self, 2);
  matrix_assert_titles (self, "");
  matrix_fixture_choose (self, 3);
  matrix_assert_titles (self, "140.2 140.3 140.5 140.6");
  matrix_fixture_choose (self, 0);

  facts = agree_read_facts (self, 1);
  g_assert_nonnull (facts->agreed);
  agreed = facts->agreed->grade;
  who = g_strjoinv ("|", agreed->agreed_by);
  g_assert_cmpstr (who, ==, "Law Clinic|School Union|Tree Friends");
  g_assert_cmpint (agreed->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpstr (agreed->date, ==, "2026-06-01");
  g_assert_cmpstr (agreed->dissent, ==, "The network sees all trees planted.");
  g_assert_cmpstr (agreed->organisation, ==, "");
  g_assert_cmpuint (g_strv_length (facts->agreed->evidence), ==, 1);
  /* The judgements stand as they were. */
  g_assert_cmpuint (facts->spread->assessments->len, ==, 3);
  g_assert_cmpuint (facts->spread->apart, ==, 2);

  g_assert_cmpstr (suivi_workspace_get_undo_label (self->workspace), ==, "Agree on 140.1");
  app_undo (self->workspace);
  matrix_assert_row (self, 0, "- green amber red [2 apart]");
  undone = agree_read_facts (self, 1);
  g_assert_null (undone->agreed);
}

/* Who writes it down again on the same day corrects it; on another day, the earlier one stays for its time. */
static void
test_agree_again (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = NULL;
  g_autoptr (SuiviAgreementFacts) corrected = NULL;
  g_autoptr (SuiviAgreementFacts) later = NULL;
  GtkWidget *evidence = NULL;

  agree_on_first (self);
  dialog = agree_open_dialog (self, 0);
  g_assert_cmpint (get_level (dialog, 0), ==, SUIVI_LEVEL_SOME);
  g_assert_true (agree_is_ticked (dialog, "Tree Friends"));
  g_assert_false (agree_is_ticked (dialog, "Alvera Child Network"));
  evidence = app_find_type (agree_find_row (GTK_WIDGET (dialog), "Register of trees"), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (evidence), FALSE);
  suivi_level_row_set_level (SUIVI_LEVEL_ROW (app_find_widget (GTK_WIDGET (dialog), SUIVI_TYPE_LEVEL_ROW, 2)),
                             SUIVI_LEVEL_NOTHING);
  agree_act (self, dialog, "agree.save");
  corrected = agree_read_facts (self, 1);
  g_assert_cmpuint (count_agreed (corrected), ==, 1);
  g_assert_cmpint (corrected->agreed->grade->practice, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpuint (g_strv_length (corrected->agreed->evidence), ==, 0);

  dialog = agree_open_dialog (self, 0);
  agree_type (dialog, "Date (year-month-day)", "2026-06-20");
  agree_act (self, dialog, "agree.save");
  later = agree_read_facts (self, 1);
  g_assert_cmpuint (count_agreed (later), ==, 2);
  g_assert_cmpstr (later->agreed->grade->date, ==, "2026-06-20");
}

static void
test_delete (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = NULL;
  g_autoptr (SuiviAgreementFacts) facts = NULL;

  agree_on_first (self);
  dialog = agree_open_dialog (self, 0);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Delete the agreement"));
  app_save_screenshot (GTK_WIDGET (dialog), "agree-filled");
  agree_act (self, dialog, "agree.delete");
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
  matrix_assert_row (self, 0, "- green amber red [2 apart]");
  g_assert_cmpstr (suivi_workspace_get_undo_label (self->workspace), ==, "Delete the agreement on 140.1");
  g_assert_nonnull (app_find_text (GTK_WIDGET (self->window), "Agreement deleted"));

  app_undo (self->workspace);
  matrix_assert_row (self, 0, "amber green amber red [2 apart]");
  facts = agree_read_facts (self, 1);
  g_assert_cmpuint (g_strv_length (facts->agreed->evidence), ==, 1);
}

/* One button, where all say the same. */
static void
test_take_same (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 1);

  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "All say the same: take it over"));
  g_assert_cmpint (get_level (dialog, 0), ==, SUIVI_LEVEL_UNASSESSED);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "agree.take-same", NULL);
  g_assert_cmpint (get_level (dialog, 0), ==, SUIVI_LEVEL_SOME);
  g_assert_true (agree_is_ticked (dialog, "Alvera Child Network"));
  g_assert_true (agree_is_ticked (dialog, "Law Clinic"));
  g_assert_false (agree_is_ticked (dialog, "School Union"));
  agree_type (dialog, "Date (year-month-day)", "2026-06-01");
  agree_type (dialog, "Name of who grades", "Ann Alvera");
  agree_act (self, dialog, "agree.save");
  matrix_assert_row (self, 1, "amber amber amber - []");
}

/* What is agreed on after the cut-off does not count: somebody has to say so. */
static void
test_late (MatrixFixture *self, gconstpointer data)
{
  const char *note = "The scorecard looks up to 30 June 2026: what is agreed on later does not count in it.";
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);

  agree_take_over (dialog, 1);
  agree_tick (dialog, "Law Clinic");
  agree_tick (dialog, "School Union");
  agree_type (dialog, "Name of who grades", "Ann Alvera");
  agree_type (dialog, "Date (year-month-day)", "2026-07-01");
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), note));
  g_assert_true (can_save (dialog));
  agree_type (dialog, "Date (year-month-day)", "2026-06-30");
  g_assert_null (app_find_text (GTK_WIDGET (dialog), note));
  agree_type (dialog, "Date (year-month-day)", "2026-07-01");
  agree_act (self, dialog, "agree.save");
  matrix_assert_row (self, 0, "- green amber red [2 apart]");
}

static int
get_form_height (SuiviAgreeDialog *dialog)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));

  return gtk_widget_get_height (app_find_visible (GTK_WIDGET (dialog), GTK_TYPE_SCROLLED_WINDOW, 0));
}

/* However narrow, the button of no card is cut off. */
static void
test_cards_whole (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);
  const int widths[] = { 820, 500, 360 };

  /* One begins with what the first one says, not with "Cancel". */
  g_assert_true (
    gtk_window_get_focus (GTK_WINDOW (dialog))
    == app_find_type (app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_AGREEMENT_CARD), GTK_TYPE_BUTTON));

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (dialog), widths[i], 780);
      for (guint j = 0; j < 3; j++)
        {
          GtkWidget *card = app_find_widget (GTK_WIDGET (dialog), SUIVI_TYPE_AGREEMENT_CARD, j);
          GtkWidget *scrolled = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
          GtkWidget *button = app_find_type (card, GTK_TYPE_BUTTON);
          graphene_rect_t bounds;

          gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
          g_assert_true (gtk_widget_compute_bounds (card, scrolled, &bounds));
          g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scrolled));
          g_assert_true (gtk_widget_compute_bounds (button, scrolled, &bounds));
          g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scrolled));
        }
    }
}

/* The wheel over the cards moves the page that they stand on. */
static void
test_cards_wheel (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);
  GtkWidget *cards = app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_AGREEMENT_CARDS);
  GtkWidget *page = gtk_widget_get_ancestor (gtk_widget_get_parent (cards), GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (cards);
  GtkEventController *wheel = NULL;
  gboolean handled = FALSE;

  gtk_window_set_default_size (GTK_WINDOW (dialog), 500, 400);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (one))
        wheel = one;
    }
  g_assert_nonnull (wheel);
  g_signal_emit_by_name (wheel, "scroll", 0.0, 1.0, &handled);
  g_assert_true (handled);
  g_assert_cmpfloat (gtk_adjustment_get_value (
                       gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page))),
                     >, 0);
  /* Sideways they scroll themselves. */
  g_signal_emit_by_name (wheel, "scroll", 1.0, 0.0, &handled);
  g_assert_false (handled);
}

/* One alone is odd, but not wrong: it is said, and the button says what it does then. */
static void
test_alone (MatrixFixture *self, gconstpointer data)
{
  const char *note = "Only Law Clinic agreed. Tick who else did, or save it all the same.";
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);
  GtkButton *save = GTK_BUTTON (app_find_action (GTK_WIDGET (dialog), "agree.save"));
  g_autoptr (SuiviAgreementFacts) facts = NULL;
  const int height = get_form_height (dialog);

  g_assert_cmpstr (gtk_button_get_label (save), ==, "Save");
  agree_take_over (dialog, 1);
  agree_type (dialog, "Name of who grades", "Ann Alvera");
  agree_type (dialog, "Date (year-month-day)", "2026-06-01");
  g_assert_null (app_find_text (GTK_WIDGET (dialog), note));
  agree_tick (dialog, "Law Clinic");
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), note));
  g_assert_cmpstr (gtk_button_get_label (save), ==, "Save all the same");
  app_save_screenshot (GTK_WIDGET (dialog), "agree-alone");

  /* The form is as high with the sentence as without any. */
  g_assert_cmpint (get_form_height (dialog), ==, height);
  agree_tick (dialog, "School Union");
  g_assert_null (app_find_text (GTK_WIDGET (dialog), note));
  g_assert_cmpstr (gtk_button_get_label (save), ==, "Save");
  g_assert_cmpint (get_form_height (dialog), ==, height);

  /* Enter does not save it in passing, but goes to the button that says what it does. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 app_find_type (agree_find_row (GTK_WIDGET (dialog), "School Union"),
                                                GTK_TYPE_CHECK_BUTTON)),
                               FALSE);
  g_assert_true (app_press_key (GTK_WIDGET (dialog), GDK_KEY_Return, GDK_CONTROL_MASK));
  app_settle_workspace (self->workspace);
  g_assert_nonnull (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == GTK_WIDGET (save));
  g_signal_emit_by_name (save, "clicked");
  app_settle_workspace (self->workspace);
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
  facts = agree_read_facts (self, 1);
  g_assert_cmpstr (facts->agreed->grade->agreed_by[0], ==, "Law Clinic");
  g_assert_null (facts->agreed->grade->agreed_by[1]);
}

static gboolean
has_no_agreement (gpointer data)
{
  return app_find_window (SUIVI_TYPE_MATRIX_AGREEMENT) == NULL;
}

static void
test_many (MatrixFixture *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *list = NULL;
  g_autoptr (SuiviAgreementFacts) facts = NULL;
  g_autofree char *who = NULL;

  gtk_widget_activate_action (self->root, "matrix.agree-same", NULL);
  app_settle ();
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_MATRIX_AGREEMENT));
  list = app_find_type (dialog, GTK_TYPE_LIST_VIEW);
  /* 140.2 and 140.5; what one says alone is no agreement. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))),
                    ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (agree_find_row (dialog, "Name of who writes it down")), "Ann Alvera");
  gtk_editable_set_text (GTK_EDITABLE (agree_find_row (dialog, "Date of the agreement (year-month-day)")),
                         "2026-06-31");
  g_assert_false (gtk_widget_get_sensitive (app_find_action (dialog, "agreement.put")));
  gtk_editable_set_text (GTK_EDITABLE (agree_find_row (dialog, "Date of the agreement (year-month-day)")),
                         "2026-06-02");
  g_assert_nonnull (app_find_text (dialog, "Agree on 2 recommendations"));
  app_save_screenshot (dialog, "matrix-agreement");

  g_signal_emit_by_name (list, "activate", 0);
  app_settle ();
  g_assert_nonnull (app_find_text (dialog, "Agree on 1 recommendation"));
  g_signal_emit_by_name (list, "activate", 0);
  /* Enter in the name is the button below. */
  g_assert_true (adw_entry_row_get_activates_default (
    ADW_ENTRY_ROW (agree_find_row (dialog, "Name of who writes it down"))));
  gtk_widget_activate_default (agree_find_row (dialog, "Name of who writes it down"));
  app_wait_until (has_no_agreement, NULL);
  app_settle_workspace (self->workspace);
  g_assert_null (app_find_window (SUIVI_TYPE_MATRIX_AGREEMENT));

  matrix_assert_row (self, 1, "amber amber amber - []");
  matrix_assert_row (self, 4, "red - red red []");
  matrix_assert_row (self, 0, "- green amber red [2 apart]");
  g_assert_nonnull (app_find_text (self->root, "2 of 6 disagree · 2 agreed"));
  facts = agree_read_facts (self, 2);
  who = g_strjoinv ("|", facts->agreed->grade->agreed_by);
  g_assert_cmpstr (who, ==, "Alvera Child Network|Law Clinic");
  g_assert_cmpstr (facts->agreed->grade->reason, ==,
                   "Alvera Child Network: Trees were counted by Alvera Child Network.\n"
                   "Law Clinic: Trees were counted by Law Clinic.");
  g_assert_cmpstr (facts->agreed->grade->source, ==, "Tree register");
  g_assert_cmpstr (facts->agreed->grade->date, ==, "2026-06-02");
  g_assert_cmpint (facts->agreed->grade->confidence, ==, SUIVI_CONFIDENCE_HIGH);

  /* One step. */
  app_undo (self->workspace);
  matrix_assert_row (self, 1, "- amber amber - []");
  matrix_assert_row (self, 4, "- - red red []");
}

/* Of judgements that do not say whose they are, nobody can be said to have agreed. */
static void
test_unnamed (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 1);
  GtkWidget *window = NULL;
  GtkWidget *list = NULL;

  g_assert_cmpuint (app_count_widgets (GTK_WIDGET (dialog), SUIVI_TYPE_AGREEMENT_CARD), ==, 2);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Organisation not named"));
  g_assert_null (app_find_text (GTK_WIDGET (dialog), "All say the same: take it over"));
  /* The clinic judged; for the network somebody works who has not said that these judgements are its. */
  g_signal_emit_by_name (get_all_button (dialog), "clicked");
  g_assert_true (agree_is_ticked (dialog, "Law Clinic"));
  g_assert_true (agree_is_ticked (dialog, MATRIX_OWN));
  g_assert_cmpuint (app_count_visible (app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_AGREEMENT_TICKS),
                                       GTK_TYPE_CHECK_BUTTON),
                    ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "agree.start-again", NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();

  /* Only 140.5: it takes two that have a name to say the same. */
  gtk_widget_activate_action (self->root, "matrix.agree-same", NULL);
  app_settle ();
  window = GTK_WIDGET (app_find_window (SUIVI_TYPE_MATRIX_AGREEMENT));
  list = app_find_type (window, GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))),
                    ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  app_settle ();
}

static gpointer
choose_word (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviGradeLabel) label = suivi_grade_label_new ("amber", "", data);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Call it otherwise", error);

  g_assert_true (suivi_transaction_put_grade_label (step, label, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/* What is offered is called as the users call it, as soon as they do. */
static void
test_words (MatrixFixture *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;

  gtk_widget_activate_action (self->root, "matrix.agree-same", NULL);
  app_settle ();
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_MATRIX_AGREEMENT));
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_nonnull (app_find_text (dialog, "◐ Some progress · 2 organisations"));
  app_run (self->workspace, choose_word, (gpointer) "Halfway");
  app_settle_workspace (self->workspace);
  g_assert_nonnull (app_find_text (dialog, "◐ Halfway · 2 organisations"));
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
}

static gpointer
load_table (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_matrix_table_load (store, NULL, data, cancellable, error);
}

/* Who agreed without having judged is known all the same; names are one in any case. */
static void
test_known (MatrixFixture *self, gconstpointer data)
{
  g_autoptr (SuiviMatrixTable) table = NULL;
  g_autoptr (SuiviMatrixTable) early = NULL;

  agree_on_first (self);
  table = app_run (self->workspace, load_table, (gpointer) "2026-12-31");
  g_assert_cmpuint (table->organisations->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (table->organisations, 0), ==, "Alvera Child Network");
  g_assert_cmpstr (g_ptr_array_index (table->organisations, 1), ==, "Law Clinic");
  g_assert_cmpuint (table->known->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (table->known, 3), ==, "Tree Friends");
  g_assert_cmpuint (table->n_agreed, ==, 1);

  early = app_run (self->workspace, load_table, (gpointer) "2026-05-31");
  g_assert_cmpuint (early->n_agreed, ==, 0);
  g_assert_cmpuint (early->n_disagree, ==, 2);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  matrix_load_style ();

#define ADD(name, set_up, func) \
  g_test_add ("/app/agree/" name, MatrixFixture, NULL, set_up, func, matrix_fixture_tear_down)
  ADD ("agree", matrix_fixture_set_up, test_agree);
  ADD ("agree-again", matrix_fixture_set_up, test_agree_again);
  ADD ("delete", matrix_fixture_set_up, test_delete);
  ADD ("take-same", matrix_fixture_set_up, test_take_same);
  ADD ("late", matrix_fixture_set_up, test_late);
  ADD ("cards-whole", matrix_fixture_set_up, test_cards_whole);
  ADD ("cards-wheel", matrix_fixture_set_up, test_cards_wheel);
  ADD ("alone", matrix_fixture_set_up, test_alone);
  ADD ("many", matrix_fixture_set_up, test_many);
  ADD ("unnamed", matrix_fixture_set_up_unnamed, test_unnamed);
  ADD ("words", matrix_fixture_set_up, test_words);
  ADD ("known", matrix_fixture_set_up, test_known);

  return g_test_run ();
}
