/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "app/consultation/consent-step.h"
#include "app/consultation/erase-dialog.h"
#include "app/consultation/participant-dialog.h"
#include "app/consultation/participant-row.h"
#include "app/consultation/sealed-box.h"
#include "app/consultation/sealed-field.h"
#include "app/sealing/vault-keeper.h"
#include "consultation-fixture.h"
#include "exchange/erasure-certificate.h"

#define CHILD "Zelmira Quorndale"
#define PHONE "+99 555 0199 7733"

static gboolean
is_gone (gpointer type)
{
  return app_find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

static gboolean
is_there (gpointer type)
{
  return !is_gone (type);
}

/* Answers the question that is open. */
static void
answer (const char *response)
{
  GtkWindow *question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (question);
}

static SuiviParticipant *
load_participant (ConsultationFixture *fixture, guint n)
{
  g_autoptr (SuiviConsultationRecord) record = consultation_load (fixture);

  g_assert_cmpuint (n, <, record->participants->len);

  return suivi_participant_copy (g_ptr_array_index (record->participants, n));
}

/* The dialog of the only code. */
static GtkWidget *
open_dialog (ConsultationFixture *fixture, SuiviConsultationStep *step)
{
  g_signal_emit_by_name (app_find_type (GTK_WIDGET (step), SUIVI_TYPE_PARTICIPANT_ROW), "activated");
  consultation_settle (fixture);
  g_assert_nonnull (app_find_window (SUIVI_TYPE_PARTICIPANT_DIALOG));

  return GTK_WIDGET (app_find_window (SUIVI_TYPE_PARTICIPANT_DIALOG));
}

static void
choose (GtkWidget *dialog, const char *title, guint value)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (consultation_find_row (dialog, title)), value);
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (consultation_find_row (dialog, title)), text);
}

static void
close_and_wait (ConsultationFixture *fixture, GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_PARTICIPANT_DIALOG));
  consultation_settle (fixture);
}

static gpointer
set_up_vault (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text ("seven green boats", error);
  g_autoptr (SuiviHolderDraft) draft = suivi_holder_draft_new ("Maria K.", passphrase, error);

  g_assert_no_error (*error);
  suivi_holder_draft_confirm (draft, suivi_holder_draft_get_words (draft), error);
  g_assert_no_error (*error);
  suivi_store_set_up_vault (store, draft, error);

  return NULL;
}

/* The bytes of the workspace, and of what SQLite keeps beside it. */
static gboolean
file_holds (ConsultationFixture *fixture, const char *needle)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      g_autofree char *content = NULL;
      gsize length = 0;

      if (g_file_get_contents (name, &content, &length, NULL)
          && memmem (content, length, needle, strlen (needle)) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* --- Codes ------------------------------------------------------------------------------------------------- */

static void
test_add (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  g_autoptr (SuiviParticipant) participant = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GtkWidget *dialog = NULL;

  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "No codes yet."));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (step), "consent.add", NULL));
  app_wait_until (is_there, GSIZE_TO_POINTER (SUIVI_TYPE_PARTICIPANT_DIALOG));
  consultation_settle (fixture);
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_PARTICIPANT_DIALOG));

  participant = load_participant (fixture, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, participant->code);
  g_assert_cmpuint (strlen (participant->code), ==, 4);
  g_assert_cmpint (participant->take_part, ==, SUIVI_NOT_ASKED);
  /* Two years from today is proposed. */
  {
    g_autofree char *year = g_strdup_printf ("%d-", g_date_time_get_year (now) + 2);

    g_assert_true (g_str_has_prefix (participant->delete_by, year));
  }
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "1 not settled"));
  close_and_wait (fixture, dialog);

  /* One step, which can be undone. */
  app_undo (consultation_get_workspace (fixture));
  consultation_settle (fixture);
  consultation_wait_for_label (GTK_WIDGET (step), "No codes yet.");
}

static void
test_all_fields (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = NULL;
  g_autoptr (SuiviParticipant) read = NULL;
  GtkWidget *dialog = NULL;

  step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "may be published"));
  app_save_screenshot (fixture->host, "consent-step");
  dialog = open_dialog (fixture, step);
  app_save_screenshot (dialog, "consent-dialog");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (app_find_type (dialog, GTK_TYPE_SPIN_BUTTON)), 12);
  choose (dialog, "Age", SUIVI_AGE_16_17);
  choose (dialog, "Gender", SUIVI_GENDER_BOY);
  type (dialog, "Day of the assent", "2026-02-03");
  choose (dialog, "How the child agreed", SUIVI_ASSENT_DRAWN);
  choose (dialog, "Consent of a parent or guardian", SUIVI_GUARDIAN_RISK);
  type (dialog, "Why not, and who decided", "The head of safeguarding decided.");
  choose (dialog, "To take part", SUIVI_YES);
  choose (dialog, "To be quoted", SUIVI_YES);
  choose (dialog, "To be published", SUIVI_NO);
  choose (dialog, "To the use of an image", SUIVI_NO);
  choose (dialog, "To travel", SUIVI_YES);
  choose (dialog, "To be contacted later", SUIVI_YES);
  type (dialog, "Information sheet that was used", "Version 2");
  type (dialog, "Keep until", "2098-06-30");
  close_and_wait (fixture, dialog);

  read = load_participant (fixture, 0);
  g_assert_cmpuint (read->size, ==, 12);
  g_assert_cmpint (read->age_band, ==, SUIVI_AGE_16_17);
  g_assert_cmpint (read->gender, ==, SUIVI_GENDER_BOY);
  g_assert_cmpstr (read->assent_on, ==, "2026-02-03");
  g_assert_cmpint (read->assent_form, ==, SUIVI_ASSENT_DRAWN);
  g_assert_cmpint (read->guardian, ==, SUIVI_GUARDIAN_RISK);
  g_assert_cmpstr (read->guardian_reason, ==, "The head of safeguarding decided.");
  g_assert_cmpint (read->take_part, ==, SUIVI_YES);
  g_assert_cmpint (read->quote, ==, SUIVI_YES);
  g_assert_cmpint (read->publish, ==, SUIVI_NO);
  g_assert_cmpint (read->image, ==, SUIVI_NO);
  g_assert_cmpint (read->travel, ==, SUIVI_YES);
  g_assert_cmpint (read->contact, ==, SUIVI_YES);
  g_assert_cmpstr (read->information, ==, "Version 2");
  g_assert_cmpstr (read->delete_by, ==, "2098-06-30");

  /* The row says it in words. */
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "may be quoted"));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "12 children"));
}

static void
test_overdue (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  GtkWidget *dialog = open_dialog (fixture, step);

  type (dialog, "Keep until", "2020-01-31");
  close_and_wait (fixture, dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "Should have been erased by"));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "1 to be erased"));
}

static void
note_file (SuiviTransaction *transaction, gpointer consultation_id)
{
  g_autoptr (SuiviSentOut) sent_out = suivi_sent_out_new (consultation_id, "report-of-may.pdf", "report");

  g_assert_true (suivi_transaction_put_sent_out (transaction, sent_out, NULL));
}

static void
test_withdraw (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  GtkWidget *dialog = NULL;
  GtkWindow *question = NULL;
  g_autoptr (SuiviParticipant) participant = NULL;
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 3, 14, 12, 0, 0);

  consultation_change (fixture, note_file, fixture->consultation_id);
  dialog = open_dialog (fixture, step);
  g_assert_true (gtk_widget_activate_action (dialog, "participant.withdraw", NULL));
  question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  /* What was written before is not reached: it is named. */
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "report-of-may.pdf"));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (question), "The words stay in the file, hidden"));
  gtk_calendar_select_day (GTK_CALENDAR (app_find_type (GTK_WIDGET (question), GTK_TYPE_CALENDAR)), day);
  answer ("withdraw");
  consultation_settle (fixture);

  participant = load_participant (fixture, 0);
  g_assert_cmpstr (participant->withdrawn_on, ==, "2026-03-14");
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "nothing is used"));
  g_assert_nonnull (consultation_find_label (dialog, "nothing is used"));

  /* Undo does not bring consent back; whoever made a mistake says so. */
  g_assert_true (gtk_widget_activate_action (dialog, "participant.restore", NULL));
  answer ("restore");
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "may be published"));
  close_and_wait (fixture, dialog);
}

/* Erasing comes after it, and is asked about by itself: whoever shrinks from it has withdrawn all the same. */
static void
test_withdraw_and_erase (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  GtkWidget *dialog = open_dialog (fixture, step);
  g_autoptr (SuiviParticipant) participant = NULL;

  g_assert_true (gtk_widget_activate_action (dialog, "participant.withdraw", NULL));
  answer ("erase");
  consultation_settle (fixture);
  participant = load_participant (fixture, 0);
  g_assert_cmpstr (participant->withdrawn_on, !=, "");
  g_assert_nonnull (app_find_window (SUIVI_TYPE_ERASE_DIALOG));
  gtk_window_destroy (app_find_window (SUIVI_TYPE_ERASE_DIALOG));

  /* What is saved afterwards brings nothing back. */
  type (dialog, "Information sheet that was used", "Version 3");
  close_and_wait (fixture, dialog);
  g_clear_pointer (&participant, suivi_participant_free);
  participant = load_participant (fixture, 0);
  g_assert_cmpstr (participant->information, ==, "Version 3");
  g_assert_cmpstr (participant->withdrawn_on, !=, "");
}

/* --- Sealing ----------------------------------------------------------------------------------------------- */

static void
test_not_set_up (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  GtkWidget *dialog = NULL;
  GtkWidget *field = NULL;

  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "No safeguarding focal point is set up"));
  dialog = open_dialog (fixture, step);
  field = app_find_type (dialog, SUIVI_TYPE_SEALED_FIELD);
  g_assert_nonnull (consultation_find_label (dialog, "as soon as a safeguarding focal point is set up"));
  g_assert_nonnull (consultation_find_button (dialog, "Set up the focal point"));
  g_assert_false (
    gtk_widget_is_sensitive (GTK_WIDGET (suivi_sealed_field_get_entry (SUIVI_SEALED_FIELD (field)))));

  /* As soon as there is one, it can be used. */
  app_run (consultation_get_workspace (fixture), set_up_vault, NULL);
  consultation_settle (fixture);
  g_assert_true (
    gtk_widget_is_sensitive (GTK_WIDGET (suivi_sealed_field_get_entry (SUIVI_SEALED_FIELD (field)))));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "Maria K."));
  close_and_wait (fixture, dialog);
}

static gboolean
is_sealed (gpointer field)
{
  return suivi_sealed_field_get_sealed (field) != NULL;
}

static void
test_seal_values (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  GtkWidget *dialog = NULL;
  SuiviSealedField *name = NULL;
  SuiviSealedField *contact = NULL;
  g_autofree char *id = NULL;

  app_run (consultation_get_workspace (fixture), set_up_vault, NULL);
  consultation_settle (fixture);
  dialog = open_dialog (fixture, step);
  name = SUIVI_SEALED_FIELD (app_find_widget (dialog, SUIVI_TYPE_SEALED_FIELD, 0));
  contact = SUIVI_SEALED_FIELD (app_find_widget (dialog, SUIVI_TYPE_SEALED_FIELD, 1));
  g_assert_cmpstr (suivi_sealed_field_get_field (name), ==, "name");

  /* Enter seals; the entry is empty afterwards and says who can read it. */
  gtk_editable_set_text (suivi_sealed_field_get_entry (name), CHILD);
  g_signal_emit_by_name (suivi_sealed_field_get_entry (name), "activate");
  g_assert_cmpstr (gtk_editable_get_text (suivi_sealed_field_get_entry (name)), ==, "");
  app_wait_until (is_sealed, name);
  g_assert_nonnull (
    consultation_find_label (GTK_WIDGET (name), "only Maria K. (safeguarding) can read this"));
  id = g_strdup (suivi_sealed_field_get_sealed (name));
  app_save_screenshot (dialog, "consent-sealed");

  /* Replacing shows nothing of what was there. */
  gtk_editable_set_text (suivi_sealed_field_get_entry (name), CHILD " the younger");
  g_signal_emit_by_name (consultation_find_button (GTK_WIDGET (name), "Seal"), "clicked");
  consultation_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (suivi_sealed_field_get_entry (name)), ==, "");

  /* What is typed and not sealed is sealed when the dialog closes. */
  gtk_editable_set_text (suivi_sealed_field_get_entry (contact), PHONE);
  g_object_ref (contact);
  close_and_wait (fixture, dialog);
  g_object_unref (contact);

  g_assert_false (file_holds (fixture, "Zelmira"));
  g_assert_false (file_holds (fixture, "Quorndale"));
  g_assert_false (file_holds (fixture, PHONE));
  /* The search would find what is not sealed. */
  g_assert_true (file_holds (fixture, "School councils"));

  dialog = open_dialog (fixture, step);
  contact = SUIVI_SEALED_FIELD (app_find_widget (dialog, SUIVI_TYPE_SEALED_FIELD, 1));
  g_assert_true (is_sealed (contact));
  close_and_wait (fixture, dialog);
}

/* Whoever comes back to what is typed selects it: it goes to no other program. */
static void
test_primary (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (step));
  GtkWidget *dialog = NULL;
  GtkEditable *entry = NULL;
  GtkWidget *plain = NULL;

  app_run (consultation_get_workspace (fixture), set_up_vault, NULL);
  consultation_settle (fixture);
  dialog = open_dialog (fixture, step);

  /* Others do put it there: without this, the rest would show nothing. */
  plain = app_find_type (consultation_find_row (dialog, "Information sheet that was used"), GTK_TYPE_TEXT);
  gtk_editable_set_text (GTK_EDITABLE (plain), "Version 2");
  gtk_widget_grab_focus (plain);
  gtk_editable_select_region (GTK_EDITABLE (plain), 0, -1);
  g_assert_nonnull (gdk_clipboard_get_content (primary));

  entry = suivi_sealed_field_get_entry (SUIVI_SEALED_FIELD (app_find_type (dialog, SUIVI_TYPE_SEALED_FIELD)));
  gtk_editable_set_text (entry, CHILD);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  g_assert_null (gdk_clipboard_get_content (primary));
  /* One goes on typing behind it. */
  g_assert_cmpint (gtk_editable_get_position (entry), ==, strlen (CHILD));
  gtk_editable_select_region (entry, 0, 4);
  g_assert_null (gdk_clipboard_get_content (primary));

  /* The other entry still may. */
  gtk_widget_grab_focus (plain);
  gtk_editable_select_region (GTK_EDITABLE (plain), 0, 3);
  g_assert_nonnull (gdk_clipboard_get_content (primary));
  close_and_wait (fixture, dialog);
}

static void
test_seal_file (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  g_autoptr (GFile) file = app_fixture_get_file (&fixture->app, CHILD ".jpg");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GFile) missing = app_fixture_get_file (&fixture->app, "missing.jpg");
  GtkWidget *dialog = NULL;
  SuiviSealedBox *box = NULL;

  g_assert_true (g_file_set_contents (path, "PICTUREOFSOMEBODY", -1, NULL));
  app_run (consultation_get_workspace (fixture), set_up_vault, NULL);
  consultation_settle (fixture);
  dialog = open_dialog (fixture, step);
  box = SUIVI_SEALED_BOX (app_find_type (dialog, SUIVI_TYPE_SEALED_BOX));

  suivi_sealed_box_seal_file (box, "photograph", file);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_row (dialog, "Photograph"));
  g_assert_nonnull (consultation_find_label (dialog, "The original is still where it was"));
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_false (file_holds (fixture, "PICTUREOFSOMEBODY"));
  g_assert_false (file_holds (fixture, "Zelmira"));

  suivi_sealed_box_seal_file (box, "drawing", missing);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (dialog, "This file cannot be read."));
  g_assert_null (consultation_find_row (dialog, "Drawing"));
  close_and_wait (fixture, dialog);
}

/* Names that are no text, files that never end, and files that are too large */
static void
test_seal_strange_files (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  g_autoptr (GFile) latin = app_fixture_get_file (&fixture->app, "Bj\xf8rn.jpg");
  g_autoptr (GFile) pipe = app_fixture_get_file (&fixture->app, "pipe.jpg");
  g_autoptr (GFile) large = app_fixture_get_file (&fixture->app, "large.jpg");
  g_autofree char *latin_path = g_file_get_path (latin);
  g_autofree char *pipe_path = g_file_get_path (pipe);
  g_autofree char *large_path = g_file_get_path (large);
  g_autofree char *sentence
    = g_strdup_printf ("larger than %d MB", (int) (SUIVI_SEAL_MAX_FILE_SIZE / 1024 / 1024));
  g_autofree char *most = g_strdup_printf ("at most %d MB", (int) (SUIVI_SEAL_MAX_FILE_SIZE / 1024 / 1024));
  GtkWidget *dialog = NULL;
  SuiviSealedBox *box = NULL;

  g_assert_true (g_file_set_contents (latin_path, "PICTURE", -1, NULL));
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_true (g_file_set_contents (large_path, "PICTURE", -1, NULL));
  g_assert_cmpint (truncate (large_path, SUIVI_SEAL_MAX_FILE_SIZE + 1), ==, 0);
  app_run (consultation_get_workspace (fixture), set_up_vault, NULL);
  consultation_settle (fixture);
  dialog = open_dialog (fixture, step);
  box = SUIVI_SEALED_BOX (app_find_type (dialog, SUIVI_TYPE_SEALED_BOX));
  g_assert_nonnull (consultation_find_label (dialog, most));

  suivi_sealed_box_seal_file (box, "photograph", latin);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_row (dialog, "Photograph"));

  suivi_sealed_box_seal_file (box, "recording", pipe);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (dialog, "This file cannot be read."));
  suivi_sealed_box_seal_file (box, "recording", large);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (dialog, sentence));
  g_assert_null (consultation_find_row (dialog, "Recording"));
  close_and_wait (fixture, dialog);
}

/* --- Erasing ----------------------------------------------------------------------------------------------- */

static gboolean
is_idle (gpointer dialog)
{
  return !suivi_sealing_dialog_is_busy (dialog);
}

static void
test_erase (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  g_autoptr (SuiviParticipant) participant = load_participant (fixture, 0);
  GtkWidget *dialog = NULL;
  GtkWidget *erase = NULL;

  dialog = open_dialog (fixture, step);
  g_assert_true (gtk_widget_activate_action (dialog, "participant.erase", NULL));
  erase = GTK_WIDGET (app_find_window (SUIVI_TYPE_ERASE_DIALOG));
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (erase, "This cannot be undone."));
  g_assert_nonnull (consultation_find_label (erase, "0 statements"));
  app_save_screenshot (erase, "consent-erase");
  g_assert_true (file_holds (fixture, participant->code));

  g_assert_true (gtk_widget_activate_action (erase, "sealing.accept", NULL));
  app_wait_until (is_idle, erase);
  consultation_settle (fixture);
  /* The dialog of the code went with it. */
  g_assert_null (app_find_window (SUIVI_TYPE_PARTICIPANT_DIALOG));
  g_assert_nonnull (consultation_find_label (erase, "Erased"));
  g_assert_nonnull (consultation_find_label (erase, "Nothing of this code is left"));
  g_assert_nonnull (consultation_find_button (erase, "Save the certificate"));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "No codes yet."));
  app_save_screenshot (erase, "consent-erased");
  g_assert_true (gtk_widget_activate_action (erase, "sealing.accept", NULL));
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_ERASE_DIALOG));
  g_assert_false (file_holds (fixture, participant->id));
}

/* Another program reads: traces may stay, and that is said. */
static void
test_erase_incomplete (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  g_autofree char *path = g_file_get_path (fixture->file);
  GtkWidget *erase = NULL;
  sqlite3 *other = NULL;
  sqlite3_stmt *reading = NULL;

  /* From the first change on, others can read while something is written. */
  app_run (consultation_get_workspace (fixture), set_up_vault, NULL);
  consultation_settle (fixture);
  g_assert_true (gtk_widget_activate_action (open_dialog (fixture, step), "participant.erase", NULL));
  erase = GTK_WIDGET (app_find_window (SUIVI_TYPE_ERASE_DIALOG));
  consultation_settle (fixture);
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (other, "SELECT * FROM history", -1, &reading, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (reading), ==, SQLITE_ROW);

  g_assert_true (gtk_widget_activate_action (erase, "sealing.accept", NULL));
  app_wait_until (is_idle, erase);
  consultation_settle (fixture);
  sqlite3_finalize (reading);
  sqlite3_close (other);
  g_assert_nonnull (consultation_find_label (erase, "Erased"));
  g_assert_null (consultation_find_label (erase, "Nothing of this code is left"));
  g_assert_nonnull (consultation_find_label (erase, "traces may stay in the file"));
  g_assert_true (gtk_widget_activate_action (erase, "sealing.accept", NULL));
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_ERASE_DIALOG));
}

/* Returns (nullable): the words of a page, each after one space; %NULL if it cannot be read here. */
static char *
read_pdf (const char *path)
{
  const char *const command[] = { "pdftotext", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (program == NULL)
    return NULL;
  g_assert_true (
    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  words = g_strsplit (text, "\n", -1);

  return g_strjoinv (" ", words);
}

static void
test_certificate_incomplete (void)
{
  const char *codes[] = { "K7FM", NULL };
  const char *backups[] = { NULL };
  SuiviErasure erasure = { .codes = (char **) codes,
                           .backups = (char **) backups,
                           .erased_at = (char *) "2026-11-22T10:00:00Z",
                           .erased_by = (char *) "Joe",
                           .complete = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("suivi-certificate-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "certificate.pdf", NULL);
  g_autofree char *complete = NULL;
  g_autofree char *incomplete = NULL;

  g_assert_true (suivi_erasure_certificate_write (path, &erasure, &error));
  complete = read_pdf (path);
  erasure.complete = FALSE;
  g_assert_true (suivi_erasure_certificate_write (path, &erasure, &error));
  incomplete = read_pdf (path);
  app_remove_folder (folder);
  if (complete == NULL || incomplete == NULL)
    {
      g_test_skip ("no poppler");
      return;
    }

  g_assert_nonnull (strstr (complete, "and from the free space of its file"));
  g_assert_null (strstr (complete, "Traces may stay"));
  g_assert_null (strstr (incomplete, "and from the free space of its file"));
  g_assert_nonnull (strstr (incomplete, "Traces may stay"));
  g_assert_nonnull (strstr (incomplete, "The file of the workspace"));
}

static void
test_certificate (void)
{
  const char *codes[] = { "K7FM", NULL };
  const char *backups[] = { "Coalition.suivi.backup", NULL };
  SuiviErasure erasure = {
    1, 3, 2, 7, (char **) codes, (char **) backups, NULL, (char *) "2026-11-22T10:00:00Z", (char *) "Joe"
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("suivi-certificate-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "certificate.pdf", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length = 0;
  gsize second_length = 0;

  g_assert_true (suivi_erasure_certificate_write (path, &erasure, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &first, &first_length, NULL));
  g_assert_cmpmem (first, 5, "%PDF-", 5);
  g_assert_true (suivi_erasure_certificate_write (path, &erasure, &error));
  g_assert_true (g_file_get_contents (path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);

  /* Nowhere to write: a sentence */
  g_assert_false (suivi_erasure_certificate_write ("/nonexistent/certificate.pdf", &erasure, &error));
  g_assert_nonnull (error);
  app_remove_folder (folder);
}

static void
test_read_only (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  GtkWidget *dialog = NULL;

  g_assert_false (gtk_widget_get_sensitive (consultation_find_button (GTK_WIDGET (step), "Add a code")));
  dialog = open_dialog (fixture, step);
  g_assert_false (gtk_widget_get_sensitive (consultation_find_button (dialog, "Erase")));
  g_assert_false (gtk_widget_get_sensitive (consultation_find_button (dialog, "Withdraw")));
  close_and_wait (fixture, dialog);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

#define TEST(path, set_up, test) \
  g_test_add (path, ConsultationFixture, NULL, set_up, test, consultation_fixture_tear_down)
  TEST ("/consent/add", consultation_fixture_set_up_planned, test_add);
  TEST ("/consent/all-fields", consultation_fixture_set_up_ready, test_all_fields);
  TEST ("/consent/overdue", consultation_fixture_set_up_ready, test_overdue);
  TEST ("/consent/withdraw", consultation_fixture_set_up_ready, test_withdraw);
  TEST ("/consent/withdraw-and-erase", consultation_fixture_set_up_ready, test_withdraw_and_erase);
  TEST ("/consent/not-set-up", consultation_fixture_set_up_ready, test_not_set_up);
  TEST ("/consent/seal/values", consultation_fixture_set_up_ready, test_seal_values);
  TEST ("/consent/seal/primary", consultation_fixture_set_up_ready, test_primary);
  TEST ("/consent/seal/file", consultation_fixture_set_up_ready, test_seal_file);
  TEST ("/consent/seal/strange-files", consultation_fixture_set_up_ready, test_seal_strange_files);
  TEST ("/consent/erase", consultation_fixture_set_up_ready, test_erase);
  TEST ("/consent/erase-incomplete", consultation_fixture_set_up_ready, test_erase_incomplete);
  g_test_add_func ("/consent/certificate", test_certificate);
  g_test_add_func ("/consent/certificate-incomplete", test_certificate_incomplete);
  TEST ("/consent/read-only", consultation_fixture_set_up_read_only, test_read_only);
#undef TEST

  return g_test_run ();
}
