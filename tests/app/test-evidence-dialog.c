/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a piece of evidence, and what comes from children in it. */

#include "config.h"

#include <string.h>

#include "app/drafting/list-chooser.h"
#include "app/scorecard/evidence-dialog.h"
#include "app/scorecard/evidence-files.h"
#include "consultation-fixture.h"
#include "evidence-fixture.h"
#include "store/attachment.h"
#include "store/scorecard-store.h"

#define QUOTABLE "The well is far away"
#define COUNTED  "They asked my mother for money"

/* ---- The form ---- */

static GtkWidget *
get_dialog (void)
{
  GtkWindow *window = app_find_window (SUIVI_TYPE_EVIDENCE_DIALOG);

  g_assert_nonnull (window);

  return GTK_WIDGET (window);
}

static GtkWidget *
get_field (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = consultation_find_row (dialog, title);

  g_assert_nonnull (row);

  return row;
}

#define TITLE     "Title"
#define PUBLISHER "Publisher: who made it"
#define DATE      "Date: 2026, 2026-11 or 2026-11-22"
#define LINK      "Link"
#define PAGE      "Page or article"

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_field (dialog, title)), text);
}

static void
choose_kind (GtkWidget *dialog, SuiviEvidenceKind kind)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_field (dialog, "Kind")), kind);
}

static GtkTextBuffer *
get_quotation (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (app_find_type (dialog, GTK_TYPE_TEXT_VIEW)));
}

static void
save (EvidenceFixture *test, GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "evidence.save", NULL);
  panel_fixture_settle (test->fixture);
}

static GtkWidget *
add (EvidenceFixture *test)
{
  GtkWidget *dialog = NULL;

  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.add"));
  dialog = get_dialog ();
  gtk_test_widget_wait_for_draw (dialog);
  panel_fixture_settle (test->fixture);

  return dialog;
}

static gboolean
no_dialog (void)
{
  return app_find_window (SUIVI_TYPE_EVIDENCE_DIALOG) == NULL;
}

/* What is wrong is said and stays typed; what is right is saved as it was typed, and is in the box. */
static void
test_dialog_new (EvidenceFixture *test, gconstpointer data)
{
  GtkWidget *dialog = add (test);
  g_autoptr (SuiviEvidence) piece = NULL;

  save (test, dialog);
  g_assert_true (panel_shows (dialog, "the title is empty"));
  type (dialog, TITLE, "  Births   of a year ");
  type (dialog, DATE, "2026-13");
  save (test, dialog);
  g_assert_true (panel_shows (dialog, "That is no date."));
  g_assert_true (gtk_widget_has_css_class (get_field (dialog, DATE), "error"));
  type (dialog, DATE, "2026-11");
  g_assert_false (gtk_widget_has_css_class (get_field (dialog, DATE), "error"));
  g_assert_false (panel_shows (dialog, "That is no date."));
  type (dialog, LINK, "file:///etc/passwd");
  g_assert_false (gtk_widget_get_sensitive (app_find_action (dialog, "evidence.open-link")));
  save (test, dialog);
  g_assert_true (panel_shows (dialog, "That is no link."));
  g_assert_cmpuint (evidence_count (test->fixture), ==, 0);
  type (dialog, LINK, "https://example.org/births.pdf");
  g_assert_true (gtk_widget_get_sensitive (app_find_action (dialog, "evidence.open-link")));
  type (dialog, PUBLISHER, "National Statistics Office");
  type (dialog, PAGE, "12–14");
  choose_kind (dialog, SUIVI_EVIDENCE_STATISTICS);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_field (dialog, "Reliability")), SUIVI_RELIABILITY_MEDIUM);
  gtk_text_buffer_set_text (get_quotation (dialog), "Nine of ten births.", -1);
  app_settle ();
  app_save_screenshot (dialog, "evidence-dialog");
  save (test, dialog);
  g_assert_true (no_dialog ());

  piece = evidence_get_only (test->fixture);
  g_assert_cmpstr (piece->title, ==, "Births of a year");
  g_assert_cmpstr (piece->date, ==, "2026-11");
  g_assert_cmpstr (piece->url, ==, "https://example.org/births.pdf");
  g_assert_cmpstr (piece->publisher, ==, "National Statistics Office");
  g_assert_cmpstr (piece->page, ==, "12–14");
  g_assert_cmpint (piece->kind, ==, SUIVI_EVIDENCE_STATISTICS);
  g_assert_cmpint (piece->reliability, ==, SUIVI_RELIABILITY_MEDIUM);
  g_assert_cmpstr (piece->quotation, ==, "Nine of ten births.");
  g_assert_null (piece->statement_id);
  g_assert_cmpuint (test->n_changed, ==, 1);
  g_assert_cmpuint (evidence_count_rows (test), ==, 1);
  g_assert_cmpstr (suivi_workspace_get_undo_label (test->fixture->workspace), ==, "Add evidence");
}

/* An edit shows in the box, and changes nothing but what was edited. */
static void
test_dialog_edit (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = evidence_add_two (test->fixture);
  g_autoptr (SuiviEvidence) expected = suivi_evidence_copy (g_ptr_array_index (evidence, 0));
  g_autoptr (GPtrArray) all = NULL;
  GtkWidget *dialog = NULL;

  suivi_evidence_box_set_evidence (test->box, evidence);
  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.edit"));
  dialog = get_dialog ();
  type (dialog, TITLE, "Civil Registration Act, 2025");
  save (test, dialog);
  panel_fixture_settle (test->fixture);
  g_assert_true (no_dialog ());
  g_assert_nonnull (app_find_text (GTK_WIDGET (test->box), "Civil Registration Act, 2025"));
  g_assert_cmpuint (test->n_changed, ==, 0);

  g_free (expected->title);
  expected->title = g_strdup ("Civil Registration Act, 2025");
  all = evidence_list (test->fixture);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (suivi_evidence_equal (all->pdata[1], expected));
}

typedef struct
{
  GtkWidget *files;
  guint n;
} FilesWait;

static gboolean
has_files (gpointer data)
{
  FilesWait *wait = data;

  return suivi_evidence_files_get_n (SUIVI_EVIDENCE_FILES (wait->files)) == wait->n;
}

static void
add_file (GtkWidget *dialog, GFile *file, guint n)
{
  FilesWait wait = { app_find_type (dialog, SUIVI_TYPE_EVIDENCE_FILES), n };

  suivi_evidence_files_add (SUIVI_EVIDENCE_FILES (wait.files), file);
  app_wait_until (has_files, &wait);
}

static gboolean
says_too_large (gpointer dialog)
{
  return panel_shows (dialog, "“large.bin” is too large");
}

/* Files come and go with the form: nothing is written before it is saved. */
static void
test_dialog_files (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GFile) one = evidence_write_file (test->fixture, "one.pdf", 10);
  g_autoptr (GFile) two = evidence_write_file (test->fixture, "two.pdf", 20);
  g_autoptr (GFile) large = evidence_write_file (test->fixture, "large.bin", SUIVI_MAX_ATTACHMENT_SIZE + 1);
  g_autoptr (SuiviEvidence) piece = NULL;
  g_autoptr (GPtrArray) files = NULL;
  GtkWidget *dialog = add (test);

  type (dialog, TITLE, "Two files");
  add_file (dialog, one, 1);
  add_file (dialog, two, 2);
  suivi_evidence_files_add (SUIVI_EVIDENCE_FILES (app_find_type (dialog, SUIVI_TYPE_EVIDENCE_FILES)), large);
  app_wait_until (says_too_large, dialog);
  save (test, dialog);
  g_assert_true (no_dialog ());
  piece = evidence_get_only (test->fixture);
  files = evidence_list_files (test->fixture, piece->id);
  g_assert_cmpuint (files->len, ==, 2);
  g_ptr_array_unref (g_steal_pointer (&files));

  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.edit"));
  dialog = get_dialog ();
  panel_fixture_settle (test->fixture);
  g_assert_nonnull (app_find_text (dialog, "one.pdf"));
  g_assert_nonnull (app_find_action (dialog, "evidence-files.open"));
  panel_press (app_find_action (dialog, "evidence-files.remove"));
  files = evidence_list_files (test->fixture, piece->id);
  g_assert_cmpuint (files->len, ==, 2);
  g_ptr_array_unref (g_steal_pointer (&files));
  save (test, dialog);
  g_assert_true (no_dialog ());
  files = evidence_list_files (test->fixture, piece->id);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (((SuiviAttachment *) files->pdata[0])->name, ==, "two.pdf");
  g_assert_cmpuint (test->n_changed, ==, 1);
}

/* What was typed is not lost by closing. */
static void
test_dialog_discard (EvidenceFixture *test, gconstpointer data)
{
  GtkWidget *dialog = add (test);
  GtkWindow *question = NULL;

  type (dialog, TITLE, "Half a title");
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "keep");
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (get_dialog (), TITLE))), ==,
                   "Half a title");

  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  app_wait_until (panel_has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_EVIDENCE_DIALOG));
  g_assert_cmpuint (evidence_count (test->fixture), ==, 0);

  /* Nothing typed, nothing asked. */
  dialog = add (test);
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  g_assert_true (no_dialog ());
}

/* ---- What children said ---- */

static void
put_statement (SuiviTransaction *transaction,
               SuiviParticipant *participant,
               const char *words,
               SuiviConsentLevel level)
{
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (participant->consultation_id, participant->id, words);

  statement->level = level;
  statement->age_band = SUIVI_AGE_13_15;
  g_free (statement->checked_words);
  statement->checked_words = g_strdup (words);
  g_assert_true (suivi_transaction_put_statement (transaction, statement, NULL));
}

/* A consultation of October 2026 with a statement that may be quoted, and one that only counts. */
static gpointer
add_consultation (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) participant = consultation_make_participant (consultation->id);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Consult", error);

  consultation_add_ready (transaction, consultation);
  g_assert_true (suivi_transaction_put_participant (transaction, participant, error));
  put_statement (transaction, participant, QUOTABLE, SUIVI_CONSENT_QUOTE);
  put_statement (transaction, participant, COUNTED, SUIVI_CONSENT_TOTALS);
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

static void
choose_statement (EvidenceFixture *test, GtkWidget *dialog, const char *words)
{
  GtkWidget *chooser = NULL;
  GtkWidget *row = NULL;

  gtk_widget_activate_action (dialog, "evidence.choose-statement", NULL);
  panel_fixture_settle (test->fixture);
  chooser = GTK_WIDGET (app_find_window (SUIVI_TYPE_LIST_CHOOSER));
  g_assert_nonnull (chooser);
  g_assert_null (app_find_text (chooser, COUNTED));
  row = gtk_widget_get_ancestor (app_find_text (chooser, words), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  app_settle ();
}

/* The words are shown to whoever chooses them, and go nowhere else. */
static void
test_children (EvidenceFixture *test, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  g_autoptr (SuiviEvidence) piece = NULL;

  panel_fixture_read (test->fixture, add_consultation, NULL);
  panel_fixture_settle (test->fixture);
  dialog = add (test);
  g_assert_false (panel_shows (dialog, "What children said"));
  choose_kind (dialog, SUIVI_EVIDENCE_CONSULTATION);
  app_settle ();
  g_assert_true (panel_shows (dialog, "What children said"));
  g_assert_false (panel_shows (dialog, "Quotation"));
  g_assert_false (panel_shows (dialog, "Add files…"));
  choose_statement (test, dialog, QUOTABLE);
  g_assert_true (panel_shows (dialog, QUOTABLE));
  app_save_screenshot (dialog, "evidence-children");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (dialog, TITLE))), ==,
                   "Children, consultation “School councils”, 2026-10");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (dialog, DATE))), ==, "2026-10");

  /* Nor into the title. */
  type (dialog, TITLE, "Children: THE WELL IS FAR AWAY");
  save (test, dialog);
  g_assert_true (panel_shows (dialog, "The title repeats what a child said."));
  type (dialog, TITLE, "Children of the councils");
  save (test, dialog);
  g_assert_true (no_dialog ());

  piece = evidence_get_only (test->fixture);
  g_assert_nonnull (piece->statement_id);
  g_assert_cmpstr (piece->quotation, ==, "");
  g_assert_cmpstr (piece->title, ==, "Children of the councils");
  g_assert_false (panel_shows (GTK_WIDGET (test->box), QUOTABLE));
  g_assert_null (strstr (suivi_workspace_get_undo_label (test->fixture->workspace), QUOTABLE));
}

/* A quotation that was typed first is neither hidden nor dropped; nor is a file. */
static void
test_children_quotation (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GFile) file = evidence_write_file (test->fixture, "drawing.png", 10);
  GtkWidget *dialog = NULL;

  panel_fixture_read (test->fixture, add_consultation, NULL);
  panel_fixture_settle (test->fixture);
  dialog = add (test);
  add_file (dialog, file, 1);
  gtk_text_buffer_set_text (get_quotation (dialog), "We walk two hours.", -1);
  choose_kind (dialog, SUIVI_EVIDENCE_CONSULTATION);
  app_settle ();
  g_assert_true (panel_shows (dialog, "Quotation"));
  g_assert_null (app_find_action (dialog, "evidence-files.open"));
  choose_statement (test, dialog, QUOTABLE);
  save (test, dialog);
  g_assert_true (panel_shows (dialog, "What children said is not copied here."));
  gtk_text_buffer_set_text (get_quotation (dialog), "", -1);
  save (test, dialog);
  g_assert_true (panel_shows (dialog, "Remove the files first."));
  g_assert_cmpuint (evidence_count (test->fixture), ==, 0);
  panel_press (app_find_action (dialog, "evidence-files.remove"));
  save (test, dialog);
  g_assert_true (no_dialog ());
  g_assert_cmpuint (evidence_count (test->fixture), ==, 1);
}

static void
test_children_none (EvidenceFixture *test, gconstpointer data)
{
  GtkWidget *dialog = add (test);

  choose_kind (dialog, SUIVI_EVIDENCE_CONSULTATION);
  gtk_widget_activate_action (dialog, "evidence.choose-statement", NULL);
  panel_fixture_settle (test->fixture);
  g_assert_true (panel_shows (dialog, "There is no statement that may be quoted."));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gpointer
find_counted (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) consultations = suivi_store_list_consultations (store, "SVN", error);
  const SuiviConsultationRecord *record = g_ptr_array_index (consultations, 0);
  g_autoptr (GPtrArray) said
             = suivi_store_list_statements (store, record->consultation->id, SUIVI_USE_RECORD, error);

  for (guint i = 0; i < said->len; i++)
    {
      const SuiviStatement *statement = ((SuiviAllowedStatement *) g_ptr_array_index (said, i))->statement;

      if (g_str_equal (statement->words, COUNTED))
        return g_strdup (statement->id);
    }

  g_assert_not_reached ();
}

/* Words that may not be quoted, or not any more, are not shown, though the evidence is there. */
static void
test_children_withdrawn (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_evidence_free);
  SuiviEvidence *piece = suivi_evidence_new ("Children of the councils", SUIVI_EVIDENCE_CONSULTATION);
  g_autoptr (SuiviEvidence) saved = NULL;
  GtkWidget *dialog = NULL;

  g_ptr_array_add (evidence, piece);
  panel_fixture_read (test->fixture, add_consultation, NULL);
  piece->statement_id = panel_fixture_read (test->fixture, find_counted, NULL);
  panel_fixture_read (test->fixture, evidence_put_all, evidence);
  suivi_evidence_box_set_evidence (test->box, evidence);
  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.edit"));
  dialog = get_dialog ();
  panel_fixture_settle (test->fixture);
  g_assert_true (panel_shows (dialog, "This statement may not be quoted"));
  g_assert_false (panel_shows (dialog, COUNTED));
  gtk_widget_activate_action (dialog, "evidence.drop-statement", "s", "");
  save (test, dialog);
  g_assert_true (no_dialog ());
  saved = evidence_get_only (test->fixture);
  g_assert_null (saved->statement_id);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/app/evidence/" name, EvidenceFixture, NULL, evidence_set_up, function, evidence_tear_down)
  ADD ("dialog/new", test_dialog_new);
  ADD ("dialog/edit", test_dialog_edit);
  ADD ("dialog/files", test_dialog_files);
  ADD ("dialog/discard", test_dialog_discard);
  ADD ("children/said", test_children);
  ADD ("children/quotation", test_children_quotation);
  ADD ("children/none", test_children_none);
  ADD ("children/withdrawn", test_children_withdrawn);
#undef ADD

  return g_test_run ();
}
