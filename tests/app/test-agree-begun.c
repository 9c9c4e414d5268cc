/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An agreement that was begun and is not saved, through the real dialog. */

#include "config.h"

#include "agree-fixture.h"
#include "app/light-words.h"
#include "app/review/level-row.h"
#include "app/scorecard/grade-jobs.h"
#include "app/scorecard/matrix-agreement.h"
#include "store/scorecard-store.h"

#define DISSENT "The network sees all trees planted, and keeps to it."

static gpointer
list_drafts (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_grade_drafts (store, error);
}

/* How many agreements the workspace has that were begun. */
static guint
count_begun (MatrixFixture *self)
{
  g_autoptr (GPtrArray) drafts = app_run (self->workspace, list_drafts, NULL);
  guint n = 0;

  for (guint i = 0; i < drafts->len; i++)
    n += ((SuiviGradeDraft *) g_ptr_array_index (drafts, i))->agreed;

  return n;
}

/* Waits until the workspace has so many of them: nobody leaves anything meanwhile. */
static void
wait_for_begun (MatrixFixture *self, guint wanted)
{
  for (guint i = 0; count_begun (self) != wanted && i < 400; i++)
    {
      g_usleep (10000);
      app_settle ();
    }
  g_assert_cmpuint (count_begun (self), ==, wanted);
}

static void
close_dialog (MatrixFixture *self, SuiviAgreeDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle_workspace (self->workspace);
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
}

static gboolean
is_back (SuiviAgreeDialog *dialog)
{
  GtkWidget *again = app_find_action (GTK_WIDGET (dialog), "agree.start-again");

  return gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_ancestor (again, GTK_TYPE_REVEALER)));
}

static void
assert_text (SuiviAgreeDialog *dialog, guint index, const char *expected)
{
  g_autofree char *text = agree_dup_text (dialog, index);

  g_assert_cmpstr (text, ==, expected);
}

/* What four said at a meeting in May, before anybody was asked for the source. */
static void
type_half (SuiviAgreeDialog *dialog)
{
  suivi_level_row_set_level (SUIVI_LEVEL_ROW (app_find_widget (GTK_WIDGET (dialog), SUIVI_TYPE_LEVEL_ROW, 2)),
                             SUIVI_LEVEL_NOTHING);
  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "We spoke for hours ", -1);
  gtk_text_buffer_set_text (agree_get_text (dialog, 1), DISSENT, -1);
  agree_type (dialog, "Add an organisation", "Tree Friends");
  agree_type (dialog, "Date (year-month-day)", "2026-05-20");
  agree_tick (dialog, "Law Clinic");
  agree_tick (dialog, "Register of trees");
}

static void
assert_half (SuiviAgreeDialog *dialog)
{
  GtkWidget *level = app_find_widget (GTK_WIDGET (dialog), SUIVI_TYPE_LEVEL_ROW, 2);

  g_assert_true (is_back (dialog));
  g_assert_cmpint (suivi_level_row_get_level (SUIVI_LEVEL_ROW (level)), ==, SUIVI_LEVEL_NOTHING);
  assert_text (dialog, 0, "We spoke for hours ");
  assert_text (dialog, 1, DISSENT);
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (agree_find_row (GTK_WIDGET (dialog), "Date (year-month-day)"))),
                   ==, "2026-05-20");
  g_assert_true (agree_is_ticked (dialog, "Law Clinic"));
  g_assert_true (agree_is_ticked (dialog, "Tree Friends"));
  g_assert_true (agree_is_ticked (dialog, "Register of trees"));
  g_assert_false (agree_is_ticked (dialog, "School Union"));
}

/* A grade of one's own, begun for the same recommendation. */
static gpointer
begin_own (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviGradeDraft) draft = suivi_grade_draft_new (data);

  g_free (draft->reason);
  draft->reason = g_strdup ("What I say");
  g_assert_true (suivi_store_put_grade_draft (store, draft, error));

  return NULL;
}

static gpointer
get_own (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_get_grade_draft (store, data, FALSE, error);
}

static void
assert_own (MatrixFixture *self)
{
  g_autoptr (SuiviGradeDraft) own = app_run (self->workspace, get_own, self->ids[1]);

  g_assert_cmpstr (own->reason, ==, "What I say");
}

/* Whatever closes the dialog, what was typed comes back. */
static void
test_closed (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);

  g_assert_false (is_back (dialog));
  type_half (dialog);
  /* Counted from the first letter on: the window below may be closed over the dialog. */
  g_assert_true (suivi_matrix_view_has_unsaved (self->view));
  g_assert_cmpuint (count_begun (self), ==, 0);
  close_dialog (self, dialog);
  g_assert_false (suivi_matrix_view_has_unsaved (self->view));
  g_assert_cmpuint (count_begun (self), ==, 1);

  dialog = agree_open_dialog (self, 0);
  assert_half (dialog);
  app_save_screenshot (GTK_WIDGET (dialog), "agree-begun");
  /* Nothing more has to be kept. */
  g_assert_false (suivi_matrix_view_has_unsaved (self->view));
  close_dialog (self, dialog);
  /* It is of that recommendation alone. */
  dialog = agree_open_dialog (self, 2);
  g_assert_false (is_back (dialog));
  close_dialog (self, dialog);

  /* On to the own grade: the dialog goes, and says of which recommendation, when all is kept. */
  dialog = agree_open_dialog (self, 0);
  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "We spoke for days", -1);
  agree_act (self, dialog, "agree.grade");
  g_assert_cmpstr (self->graded, ==, self->ids[1]);
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
  dialog = agree_open_dialog (self, 0);
  assert_text (dialog, 0, "We spoke for days");
  close_dialog (self, dialog);
  dialog = agree_open_dialog (self, 2);
  agree_act (self, dialog, "agree.show");
  g_assert_cmpstr (self->shown, ==, self->ids[3]);
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));

  /* With its parent, without a question. */
  dialog = agree_open_dialog (self, 1);
  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "Half a sen", -1);
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_settle_workspace (self->workspace);
  g_assert_cmpuint (count_begun (self), ==, 2);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(SuiviWorkspace **) user_data = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return *(SuiviWorkspace **) data != NULL;
}

/* The file as it is when the power goes: a copy of it is opened, and shown from now on. */
static void
crash (MatrixFixture *self)
{
  const char *const suffixes[] = { "", "-wal" };
  g_autofree char *path = g_build_filename (self->folder, "crash.suivi", NULL);
  SuiviWorkspace *workspace = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (suivi_workspace_get_path (self->workspace), suffixes[i], NULL);
      g_autofree char *to = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_file_get_contents (from, &bytes, &length, NULL))
        g_assert_true (g_file_set_contents (to, bytes, length, NULL));
    }
  gtk_window_destroy (GTK_WINDOW (app_find_window (SUIVI_TYPE_AGREE_DIALOG)));
  app_settle_workspace (self->workspace);

  suivi_workspace_open_async (path, FALSE, "Ann Alvera", MATRIX_OWN, NULL, opened_cb, &workspace);
  app_wait_until (is_open, &workspace);
  suivi_light_words_set_workspace (self->window, workspace);
  g_object_set (self->view, "workspace", workspace, NULL);
  suivi_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  self->workspace = workspace;
  app_settle_workspace (self->workspace);
}

/* After a pause it is in the file, not at every key: then the program may die. */
static void
test_crash (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);
  const gint64 start = g_get_monotonic_time ();

  type_half (dialog);
  app_settle_workspace (self->workspace);
  /* Unless the computer is so busy that this was a pause. */
  if (g_get_monotonic_time () - start < G_USEC_PER_SEC)
    g_assert_cmpuint (count_begun (self), ==, 0);
  wait_for_begun (self, 1);
  g_assert_false (suivi_matrix_view_has_unsaved (self->view));
  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "What came too late", -1);
  crash (self);
  assert_half (agree_open_dialog (self, 0));
  g_assert_cmpuint (count_begun (self), ==, 1);
}

static void
complete (SuiviAgreeDialog *dialog)
{
  agree_type (dialog, "Source: a law, a report, a page", "Tree register");
  agree_type (dialog, "Name of who grades", "Ann Alvera");
  g_assert_true (gtk_widget_get_sensitive (app_find_action (GTK_WIDGET (dialog), "agree.save")));
}

/* What is saved is begun no more; what somebody began to judge herself is something else. */
static void
test_saved (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = NULL;
  g_autoptr (SuiviAgreementFacts) facts = NULL;

  app_run (self->workspace, begin_own, self->ids[1]);
  dialog = agree_open_dialog (self, 0);
  g_assert_false (is_back (dialog));
  type_half (dialog);
  wait_for_begun (self, 1);
  assert_own (self);
  complete (dialog);
  agree_act (self, dialog, "agree.save");
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
  g_assert_cmpuint (count_begun (self), ==, 0);
  assert_own (self);
  facts = agree_read_facts (self, 1);
  g_assert_cmpstr (facts->agreed->grade->dissent, ==, DISSENT);
  dialog = agree_open_dialog (self, 0);
  g_assert_false (is_back (dialog));
  assert_text (dialog, 1, DISSENT);

  /* Typed back to what stands there, nothing is left of it, whenever it was kept. */
  gtk_text_buffer_set_text (agree_get_text (dialog, 1), "Nobody", -1);
  wait_for_begun (self, 1);
  gtk_text_buffer_set_text (agree_get_text (dialog, 1), DISSENT, -1);
  wait_for_begun (self, 0);

  /* An agreement that is taken back takes nothing with it that is typed; nor does one that is deleted. */
  gtk_text_buffer_set_text (agree_get_text (dialog, 1), "Somebody", -1);
  close_dialog (self, dialog);
  app_undo (self->workspace);
  g_assert_cmpuint (count_begun (self), ==, 1);
  suivi_workspace_redo_async (self->workspace, NULL, NULL);
  app_settle_workspace (self->workspace);
  dialog = agree_open_dialog (self, 0);
  g_assert_true (is_back (dialog));
  gtk_text_buffer_set_text (agree_get_text (dialog, 1), "Somebody else", -1);
  agree_act (self, dialog, "agree.delete");
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
  dialog = agree_open_dialog (self, 0);
  assert_text (dialog, 1, "Somebody else");
  assert_own (self);
  close_dialog (self, dialog);
}

static gpointer
end_elsewhere (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviAgreementFacts) facts = suivi_agreement_facts_load (store, data, NULL, error);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Import", error);

  g_strstrip (facts->begun->grade->reason);
  g_assert_true (suivi_transaction_put_assessment (step, facts->begun->grade, error));
  g_assert_true (suivi_grade_tie_evidence (store, step, facts->begun->grade->id,
                                           (const char *const *) facts->begun->evidence, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/* What came by another road ends nothing; only if it is just what was typed, nobody has to be told. */
static void
test_elsewhere (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 1);
  GtkWidget *many = NULL;

  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "Half a sen", -1);
  close_dialog (self, dialog);
  gtk_widget_activate_action (self->root, "matrix.agree-same", NULL);
  app_settle ();
  many = GTK_WIDGET (app_find_window (SUIVI_TYPE_MATRIX_AGREEMENT));
  gtk_editable_set_text (GTK_EDITABLE (agree_find_row (many, "Name of who writes it down")), "Ann Alvera");
  gtk_editable_set_text (GTK_EDITABLE (agree_find_row (many, "Date of the agreement (year-month-day)")),
                         "2026-06-02");
  agree_act (self, many, "agreement.put");
  matrix_assert_row (self, 1, "amber amber amber - []");
  dialog = agree_open_dialog (self, 1);
  g_assert_true (is_back (dialog));
  assert_text (dialog, 0, "Half a sen");
  close_dialog (self, dialog);

  dialog = agree_open_dialog (self, 0);
  type_half (dialog);
  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "We spoke for hours", -1);
  complete (dialog);
  close_dialog (self, dialog);
  g_assert_cmpuint (count_begun (self), ==, 2);
  app_run (self->workspace, end_elsewhere, self->ids[1]);
  app_settle_workspace (self->workspace);
  dialog = agree_open_dialog (self, 0);
  assert_text (dialog, 0, "We spoke for hours");
  g_assert_false (is_back (dialog));
  close_dialog (self, dialog);
  g_assert_cmpuint (count_begun (self), ==, 1);
}

static void
test_start_again (MatrixFixture *self, gconstpointer data)
{
  SuiviAgreeDialog *dialog = NULL;

  app_run (self->workspace, begin_own, self->ids[1]);
  dialog = agree_open_dialog (self, 0);
  type_half (dialog);
  close_dialog (self, dialog);
  dialog = agree_open_dialog (self, 0);
  agree_act (self, dialog, "agree.start-again");
  g_assert_false (is_back (dialog));
  assert_text (dialog, 0, "");
  assert_text (dialog, 1, "");
  g_assert_false (agree_is_ticked (dialog, "Law Clinic"));
  close_dialog (self, dialog);
  g_assert_cmpuint (count_begun (self), ==, 0);
  assert_own (self);
  dialog = agree_open_dialog (self, 0);
  g_assert_false (is_back (dialog));
  assert_text (dialog, 0, "");
  close_dialog (self, dialog);
}

static gboolean
asks (gpointer data)
{
  return app_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
answer (MatrixFixture *self, const char *response)
{
  GtkWindow *question = NULL;

  app_wait_until (asks, NULL);
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), ==,
                   "Discard what you typed?");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  app_settle_workspace (self->workspace);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  suivi_matrix_view_save_finish (SUIVI_MATRIX_VIEW (source), result, user_data);
}

static gboolean
has_error (gpointer data)
{
  return *(GError **) data != NULL;
}

/* What the file does not take is told, and is not lost unasked; the window hears of it as well. */
static void
test_not_taken (MatrixFixture *self, gconstpointer data)
{
  const char *note = "What you typed for 140.1 is kept only while this window is open.";
  SuiviAgreeDialog *dialog = agree_open_dialog (self, 0);
  GtkRevealer *failure = GTK_REVEALER (app_find_widget (GTK_WIDGET (dialog), GTK_TYPE_REVEALER, 0));
  GtkLabel *sentence = GTK_LABEL (app_find_type (GTK_WIDGET (failure), GTK_TYPE_LABEL));
  g_autoptr (SuiviStore) other = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  /* Somebody else writes to the file all the time. */
  other = suivi_store_open (suivi_workspace_get_path (self->workspace), &error);
  g_assert_no_error (error);
  step = suivi_store_begin (other, "Long", &error);
  g_assert_no_error (error);

  type_half (dialog);
  g_assert_false (gtk_revealer_get_reveal_child (failure));
  agree_act (self, dialog, "agree.grade");
  answer (self, "keep");
  g_assert_null (self->graded);
  g_assert_true (app_find_window (SUIVI_TYPE_AGREE_DIALOG) == GTK_WINDOW (dialog));
  g_assert_true (gtk_revealer_get_reveal_child (failure));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (sentence), note));
  g_assert_true (suivi_matrix_view_has_unsaved (self->view));
  suivi_matrix_view_save_async (self->view, kept_cb, &error);
  app_wait_until (has_error, &error);

  /* As soon as it takes it, all is well. */
  g_clear_pointer (&step, suivi_transaction_free);
  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "We spoke for hours  ", -1);
  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "We spoke for hours ", -1);
  wait_for_begun (self, 1);
  app_settle_workspace (self->workspace);
  g_assert_false (gtk_revealer_get_reveal_child (failure));
  g_assert_false (suivi_matrix_view_has_unsaved (self->view));
  close_dialog (self, dialog);
  g_assert_null (self->graded);

  /* Given up, it is as it was before. */
  dialog = agree_open_dialog (self, 0);
  assert_half (dialog);
  step = suivi_store_begin (other, "Long", NULL);
  gtk_text_buffer_set_text (agree_get_text (dialog, 0), "Not this", -1);
  gtk_window_close (GTK_WINDOW (dialog));
  answer (self, "discard");
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
  g_clear_pointer (&step, suivi_transaction_free);
  assert_half (agree_open_dialog (self, 0));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  matrix_load_style ();

#define ADD(name, func)                                                                   \
  g_test_add ("/app/agree-begun/" name, MatrixFixture, NULL, matrix_fixture_set_up, func, \
              matrix_fixture_tear_down)
  ADD ("closed", test_closed);
  ADD ("crash", test_crash);
  ADD ("saved", test_saved);
  ADD ("elsewhere", test_elsewhere);
  ADD ("start-again", test_start_again);
  ADD ("not-taken", test_not_taken);

  return g_test_run ();
}
