/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "app/preferences.h"
#include "app/sealing/holders-dialog.h"
#include "app/sealing/passphrase-dialog.h"
#include "app/sealing/passphrase-entry.h"
#include "app/sealing/sealed-item-row.h"
#include "app/sealing/sealing.h"
#include "app/sealing/secret-view.h"
#include "app/sealing/set-up-dialog.h"
#include "app/sealing/unlock-dialog.h"
#include "app/settings.h"
#include "consultation-fixture.h"
#include "exchange/recovery-sheet.h"

#define HOLDER     "Maria K."
#define PASSPHRASE "seven green boats at noon"
#define NEW        "nine slow trains in winter"
#define CHILD      "Zelmira Quorndale"

static SuiviVaultKeeper *
get_keeper (ConsultationFixture *fixture)
{
  return suivi_vault_keeper_get (consultation_get_workspace (fixture));
}

static void
accept (gpointer dialog)
{
  g_assert_true (gtk_widget_activate_action (dialog, "sealing.accept", NULL));
}

static gboolean
is_idle (gpointer dialog)
{
  return !suivi_sealing_dialog_is_busy (dialog);
}

/* Presses the button and waits until the dialog, which is still there, has an answer. */
static void
accept_and_wait (gpointer dialog)
{
  accept (dialog);
  app_wait_until (is_idle, dialog);
}

static GtkEditable *
find_entry (gpointer dialog, guint n)
{
  return suivi_passphrase_entry_get_editable (
    SUIVI_PASSPHRASE_ENTRY (app_find_widget (dialog, SUIVI_TYPE_PASSPHRASE_ENTRY, n)));
}

static gboolean
is_gone (gpointer type)
{
  return app_find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

/* To the page with the recovery words. */
static void
go_to_sheet (GtkWindow *dialog, const char *name, const char *passphrase)
{
  gtk_editable_set_text (GTK_EDITABLE (app_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), name);
  accept (dialog);
  gtk_editable_set_text (find_entry (dialog, 0), passphrase);
  gtk_editable_set_text (find_entry (dialog, 1), passphrase);
  accept_and_wait (dialog);
  g_assert_nonnull (app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_SECRET_VIEW));
}

static char *
dup_words (GtkWindow *dialog)
{
  SuiviSecretView *view = SUIVI_SECRET_VIEW (app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_SECRET_VIEW));

  return g_strdup (suivi_secret_get_text (suivi_secret_view_get_secret (view)));
}

/* Through all three pages. Returns the recovery words. */
static char *
finish_set_up (GtkWindow *dialog, const char *name, const char *passphrase)
{
  char *words = NULL;

  go_to_sheet (dialog, name, passphrase);
  words = dup_words (dialog);
  gtk_editable_set_text (find_entry (dialog, 0), words);
  accept (dialog);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_SET_UP_DIALOG));

  return words;
}

static char *
set_up (ConsultationFixture *fixture)
{
  char *words = NULL;

  suivi_sealing_set_up (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture));
  words = finish_set_up (app_find_window (SUIVI_TYPE_SET_UP_DIALOG), HOLDER, PASSPHRASE);
  consultation_settle (fixture);
  g_assert_true (suivi_vault_keeper_is_set_up (get_keeper (fixture)));

  return words;
}

static void
nothing_cb (GtkWidget *widget, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
unlock (ConsultationFixture *fixture, const char *passphrase)
{
  gboolean unlocked = FALSE;
  GtkWindow *dialog = NULL;

  suivi_sealing_unlock (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture), nothing_cb,
                        &unlocked, NULL);
  dialog = app_find_window (SUIVI_TYPE_UNLOCK_DIALOG);
  gtk_editable_set_text (find_entry (dialog, 0), passphrase);
  accept (dialog);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_UNLOCK_DIALOG));
  g_assert_true (unlocked);
}

static void
seal_name (SuiviTransaction *transaction, gpointer owner_id)
{
  g_autoptr (GError) error = NULL;

  suivi_transaction_seal_value (transaction, owner_id, "name", CHILD, &error);
  g_assert_no_error (error);
}

static void
open_window (ConsultationFixture *fixture)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_sealed_owner_free);

  g_ptr_array_add (owners, suivi_sealed_owner_new (fixture->participant_id, "K7FM"));
  suivi_sealing_open (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture),
                      "School councils", owners);
}

/* --- Setting up -------------------------------------------------------------------------------------------- */

static void
test_set_up_pages (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = NULL;

  g_assert_false (suivi_vault_keeper_is_set_up (get_keeper (fixture)));
  suivi_sealing_set_up (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture));
  dialog = app_find_window (SUIVI_TYPE_SET_UP_DIALOG);

  /* Without a name there is no second page. */
  accept (dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), "Type the name of the person first."));
  gtk_editable_set_text (GTK_EDITABLE (app_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), HOLDER);
  accept (dialog);

  /* The strength is shown in words; a weak passphrase is no reason to be refused. */
  g_assert_nonnull (app_find_type (GTK_WIDGET (dialog), GTK_TYPE_LEVEL_BAR));
  gtk_editable_set_text (find_entry (dialog, 0), "password");
  g_assert_nonnull (
    consultation_find_label (GTK_WIDGET (dialog), suivi_strength_to_label (SUIVI_STRENGTH_WEAK)));
  gtk_editable_set_text (find_entry (dialog, 0), PASSPHRASE);
  g_assert_null (
    consultation_find_label (GTK_WIDGET (dialog), suivi_strength_to_label (SUIVI_STRENGTH_WEAK)));

  /* Two that differ */
  gtk_editable_set_text (find_entry (dialog, 1), "seven green boats at nine");
  accept (dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), "The two are not the same"));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, 1)), ==, "");

  /* A suggestion is several words, which she types herself. */
  g_signal_emit_by_name (consultation_find_button (GTK_WIDGET (dialog), "Suggest one"), "clicked");
  {
    g_autofree char *suggestion = dup_words (dialog);
    g_auto (GStrv) words = g_strsplit (suggestion, " ", -1);

    g_assert_cmpuint (g_strv_length (words), >=, 6);
    gtk_editable_set_text (find_entry (dialog, 0), suggestion);
    gtk_editable_set_text (find_entry (dialog, 1), suggestion);
  }
  app_save_screenshot (GTK_WIDGET (dialog), "sealing-passphrase");
  accept_and_wait (dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), "Type the 18 words"));
  gtk_window_destroy (dialog);
}

static void
answer (const char *response)
{
  GtkWindow *question = app_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (question);
}

/* A weak passphrase is asked about, once. */
static void
test_set_up_weak (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = NULL;

  suivi_sealing_set_up (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture));
  dialog = app_find_window (SUIVI_TYPE_SET_UP_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (app_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), HOLDER);
  accept (dialog);
  gtk_editable_set_text (find_entry (dialog, 0), "password");
  gtk_editable_set_text (find_entry (dialog, 1), "password");
  app_save_screenshot (GTK_WIDGET (dialog), "sealing-weak");
  accept (dialog);
  answer ("change");
  g_assert_false (suivi_sealing_dialog_is_busy (SUIVI_SEALING_DIALOG (dialog)));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, 0)), ==, "password");
  accept (dialog);
  answer ("use");
  app_wait_until (is_idle, dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), "Type the 18 words"));
  gtk_window_destroy (dialog);
}

/* From the sheet to the name and forth again: the name is still there, the words are others. */
static void
test_set_up_back (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  suivi_sealing_set_up (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture));
  dialog = app_find_window (SUIVI_TYPE_SET_UP_DIALOG);
  go_to_sheet (dialog, HOLDER, PASSPHRASE);
  first = dup_words (dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), "there will be new words"));
  g_signal_emit_by_name (consultation_find_button (GTK_WIDGET (dialog), "Back"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, 0)), ==, "");
  g_signal_emit_by_name (consultation_find_button (GTK_WIDGET (dialog), "Back"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (app_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW))),
                   ==, HOLDER);
  go_to_sheet (dialog, HOLDER, PASSPHRASE);
  second = dup_words (dialog);
  g_assert_cmpstr (first, !=, second);
  /* Words of the sheet that was given up open nothing. */
  gtk_widget_grab_focus (app_find_widget (GTK_WIDGET (dialog), SUIVI_TYPE_PASSPHRASE_ENTRY, 0));
  gtk_editable_set_text (find_entry (dialog, 0), first);
  accept_and_wait (dialog);
  g_assert_nonnull (app_find_window (SUIVI_TYPE_SET_UP_DIALOG));
  /* Nothing is selected: one more letter would replace it all. */
  g_assert_false (gtk_editable_get_selection_bounds (find_entry (dialog, 0), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (find_entry (dialog, 0)), ==, g_utf8_strlen (first, -1));
  gtk_window_destroy (dialog);
}

static void
test_set_up_must_be_confirmed (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = NULL;
  g_autofree char *words = NULL;
  g_auto (GStrv) list = NULL;
  g_autofree char *swapped = NULL;

  suivi_sealing_set_up (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture));
  dialog = app_find_window (SUIVI_TYPE_SET_UP_DIALOG);
  go_to_sheet (dialog, HOLDER, PASSPHRASE);
  app_save_screenshot (GTK_WIDGET (dialog), "sealing-sheet");
  words = dup_words (dialog);
  list = g_strsplit (words, " ", -1);
  g_assert_cmpuint (g_strv_length (list), ==, SUIVI_RECOVERY_N_WORDS);

  /* Nothing typed */
  accept_and_wait (dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), "before everything depends on it"));

  /* A word that is none is named by its place; the words went from the screen when typing began. */
  gtk_editable_set_text (find_entry (dialog, 0), "qqqq");
  g_assert_null (app_find_visible (GTK_WIDGET (dialog), SUIVI_TYPE_SECRET_VIEW, 0));
  g_free (list[8]);
  list[8] = g_strdup ("zzzzz");
  swapped = g_strjoinv (" ", list);
  gtk_editable_set_text (find_entry (dialog, 0), swapped);
  accept_and_wait (dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), "9"));
  app_settle_workspace (consultation_get_workspace (fixture));
  g_assert_false (suivi_vault_keeper_is_set_up (get_keeper (fixture)));
  /* What was typed stays, so that the one word can be mended. */
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, 0)), ==, swapped);

  /* The right ones, as people write them */
  {
    g_autofree char *upper = g_ascii_strup (words, -1);

    gtk_editable_set_text (find_entry (dialog, 0), upper);
  }
  accept (dialog);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_SET_UP_DIALOG));
  consultation_settle (fixture);
  g_assert_cmpuint (suivi_vault_keeper_get_holders (get_keeper (fixture))->len, ==, 1);
  {
    g_autofree char *readers = suivi_vault_keeper_dup_readers (get_keeper (fixture));

    g_assert_cmpstr (readers, ==, HOLDER);
  }
}

static void
test_recovery_sheet (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("suivi-sheet-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (SuiviSecret) words = suivi_secret_new_from_text ("a b c d e f g h i j k l m n o p q r", &error);
  g_autofree char *content = NULL;
  gsize length = 0;
  GStatBuf status = { 0 };

  g_assert_true (suivi_recovery_sheet_write (path, "Coalition.suivi", HOLDER, words, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, 5, "%PDF-", 5);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  app_remove_folder (folder);
}

/* --- Unlocking --------------------------------------------------------------------------------------------- */

static void
test_unlock (ConsultationFixture *fixture, gconstpointer data)
{
  g_autofree char *words = set_up (fixture);
  SuiviVaultKeeper *keeper = get_keeper (fixture);
  gboolean unlocked = FALSE;
  GtkWindow *dialog = NULL;

  suivi_sealing_unlock (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture), nothing_cb,
                        &unlocked, NULL);
  dialog = app_find_window (SUIVI_TYPE_UNLOCK_DIALOG);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), HOLDER));
  gtk_test_accessible_assert_property (app_find_type (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Who you are");
  app_save_screenshot (GTK_WIDGET (dialog), "sealing-unlock");

  accept_and_wait (dialog);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (dialog), "Type the passphrase."));

  /* A wrong one: a sentence, and the entry is empty. */
  gtk_editable_set_text (find_entry (dialog, 0), "seven green boats at nine");
  accept (dialog);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, 0)), ==, "");
  app_wait_until (is_idle, dialog);
  g_assert_nonnull (app_find_visible (GTK_WIDGET (dialog), GTK_TYPE_LABEL, 0));
  g_assert_null (suivi_vault_keeper_get_key (keeper));
  g_assert_false (unlocked);

  gtk_editable_set_text (find_entry (dialog, 0), PASSPHRASE);
  accept (dialog);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_UNLOCK_DIALOG));
  g_assert_true (unlocked);
  g_assert_nonnull (suivi_vault_keeper_get_key (keeper));
  g_assert_cmpuint (suivi_vault_keeper_get_seconds_left (keeper), >, 200);
  g_assert_cmpuint (suivi_vault_keeper_get_seconds_left (keeper), <=, 300);

  suivi_vault_keeper_lock (keeper);
  g_assert_null (suivi_vault_keeper_get_key (keeper));
  g_assert_cmpuint (suivi_vault_keeper_get_seconds_left (keeper), ==, 0);
}

/* --- What is shown ----------------------------------------------------------------------------------------- */

static gboolean
shows_secret (gpointer view)
{
  return suivi_secret_view_get_secret (view) != NULL;
}

static gboolean
has_row (gpointer window)
{
  return app_find_type (window, SUIVI_TYPE_SEALED_ITEM_ROW) != NULL;
}

static GtkWidget *
show_name (ConsultationFixture *fixture)
{
  GtkWidget *window = NULL;
  GtkWidget *view = NULL;

  open_window (fixture);
  window = GTK_WIDGET (app_find_window (SUIVI_TYPE_SEALED_WINDOW));
  g_assert_nonnull (window);
  app_wait_until (has_row, window);
  view = app_find_type (window, SUIVI_TYPE_SECRET_VIEW);
  g_assert_nonnull (view);

  /* Nothing is opened before she asks for it. */
  g_assert_false (shows_secret (view));
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Name: hidden");
  g_signal_emit_by_name (consultation_find_button (window, "Show"), "clicked");
  app_wait_until (shows_secret, view);
  g_assert_cmpstr (suivi_secret_get_text (suivi_secret_view_get_secret (SUIVI_SECRET_VIEW (view))), ==,
                   CHILD);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Name: " CHILD);

  return window;
}

static void
test_window_locks (ConsultationFixture *fixture, gconstpointer data)
{
  g_autofree char *words = set_up (fixture);
  GtkWidget *window = NULL;

  consultation_change (fixture, seal_name, fixture->participant_id);
  unlock (fixture, PASSPHRASE);
  window = show_name (fixture);
  app_save_screenshot (window, "sealing-window");
  g_assert_nonnull (consultation_find_label (window, "Locks in 5 min"));
  /* No label holds it: nothing that could be selected or copied. */
  g_assert_null (consultation_find_label (window, CHILD));

  /* Hidden again; the button is called what it does. */
  gtk_test_accessible_assert_property (consultation_find_button (window, "Hide"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Hide: Name, K7FM");
  g_signal_emit_by_name (consultation_find_button (window, "Hide"), "clicked");
  gtk_test_accessible_assert_property (consultation_find_button (window, "Show"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Show: Name, K7FM");
  g_assert_false (shows_secret (app_find_type (window, SUIVI_TYPE_SECRET_VIEW)));

  g_assert_true (gtk_widget_activate_action (window, "sealed.lock", NULL));
  g_assert_null (app_find_window (SUIVI_TYPE_SEALED_WINDOW));
  g_assert_null (suivi_vault_keeper_get_key (get_keeper (fixture)));
}

static void
test_window_idle (ConsultationFixture *fixture, gconstpointer data)
{
  g_autofree char *words = set_up (fixture);

  consultation_change (fixture, seal_name, fixture->participant_id);
  suivi_vault_keeper_set_idle_seconds (get_keeper (fixture), 2);
  unlock (fixture, PASSPHRASE);
  show_name (fixture);
  /* Nobody is there. */
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_SEALED_WINDOW));
  g_assert_null (suivi_vault_keeper_get_key (get_keeper (fixture)));
}

static void
test_window_close (ConsultationFixture *fixture, gconstpointer data)
{
  g_autofree char *words = set_up (fixture);

  consultation_change (fixture, seal_name, fixture->participant_id);
  unlock (fixture, PASSPHRASE);
  gtk_window_close (GTK_WINDOW (show_name (fixture)));
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_SEALED_WINDOW));
  g_assert_null (suivi_vault_keeper_get_key (get_keeper (fixture)));

  /* It is unlocked when the whole window goes: the fixture sees to it that nothing stays alive. */
  unlock (fixture, PASSPHRASE);
}

/* --- Holders ----------------------------------------------------------------------------------------------- */

static GtkWindow *
show_holders (ConsultationFixture *fixture)
{
  suivi_sealing_show_holders (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture));

  return app_find_window (SUIVI_TYPE_HOLDERS_DIALOG);
}

static const char *
get_holder_id (ConsultationFixture *fixture, guint n)
{
  return ((SuiviHolder *) g_ptr_array_index (suivi_vault_keeper_get_holders (get_keeper (fixture)), n))->id;
}

static void
test_change_passphrase (ConsultationFixture *fixture, gconstpointer data)
{
  g_autofree char *words = set_up (fixture);
  GtkWindow *holders = show_holders (fixture);
  GtkWindow *dialog = NULL;

  app_save_screenshot (GTK_WIDGET (holders), "sealing-holders");
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (holders), "holders.change", "s", get_holder_id (fixture, 0)));
  dialog = app_find_window (SUIVI_TYPE_PASSPHRASE_DIALOG);
  gtk_editable_set_text (find_entry (dialog, 0), "not this one");
  gtk_editable_set_text (find_entry (dialog, 1), NEW);
  gtk_editable_set_text (find_entry (dialog, 2), NEW);
  accept_and_wait (dialog);
  g_assert_nonnull (app_find_window (SUIVI_TYPE_PASSPHRASE_DIALOG));
  gtk_editable_set_text (find_entry (dialog, 0), PASSPHRASE);
  accept (dialog);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_PASSPHRASE_DIALOG));
  unlock (fixture, NEW);
  suivi_vault_keeper_lock (get_keeper (fixture));

  /* Forgotten: with the words of the sheet */
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (holders), "holders.forgot", "s", get_holder_id (fixture, 0)));
  dialog = app_find_window (SUIVI_TYPE_PASSPHRASE_DIALOG);
  gtk_editable_set_text (find_entry (dialog, 0), words);
  gtk_editable_set_text (find_entry (dialog, 1), PASSPHRASE);
  gtk_editable_set_text (find_entry (dialog, 2), PASSPHRASE);
  accept (dialog);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_PASSPHRASE_DIALOG));
  unlock (fixture, PASSPHRASE);
  gtk_window_destroy (holders);
}

static gboolean
has_one_holder (gpointer keeper)
{
  return suivi_vault_keeper_get_holders (keeper)->len == 1;
}

static void
test_second_person_and_successor (ConsultationFixture *fixture, gconstpointer data)
{
  g_autofree char *words = set_up (fixture);
  g_autofree char *second = NULL;
  g_autofree char *successor = NULL;
  GtkWindow *holders = NULL;

  unlock (fixture, PASSPHRASE);
  holders = show_holders (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (holders), "holders.add", NULL));
  second = finish_set_up (app_find_window (SUIVI_TYPE_SET_UP_DIALOG), "Jo P.", NEW);
  consultation_settle (fixture);
  g_assert_cmpuint (suivi_vault_keeper_get_holders (get_keeper (fixture))->len, ==, 2);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (holders), "Jo P."));

  /* Removing asks first, and locks. */
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (holders), "holders.remove", "s", get_holder_id (fixture, 1)));
  answer ("cancel");
  g_assert_cmpuint (suivi_vault_keeper_get_holders (get_keeper (fixture))->len, ==, 2);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (holders), "holders.remove", "s", get_holder_id (fixture, 1)));
  answer ("remove");
  app_wait_until (has_one_holder, get_keeper (fixture));
  g_assert_null (suivi_vault_keeper_get_key (get_keeper (fixture)));

  /* The successor is the only one afterwards. */
  unlock (fixture, PASSPHRASE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (holders), "holders.hand-over", NULL));
  successor = finish_set_up (app_find_window (SUIVI_TYPE_SET_UP_DIALOG), "Ines L.", NEW);
  consultation_settle (fixture);
  g_assert_cmpuint (suivi_vault_keeper_get_holders (get_keeper (fixture))->len, ==, 1);
  g_assert_null (suivi_vault_keeper_get_key (get_keeper (fixture)));
  unlock (fixture, NEW);
  gtk_window_destroy (holders);
}

/* What somebody unlocked here is locked again here; what was open before stays open. */
static void
test_holders_lock (ConsultationFixture *fixture, gconstpointer data)
{
  g_autofree char *words = set_up (fixture);
  GtkWindow *holders = show_holders (fixture);
  GtkWindow *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (holders), "holders.add", NULL));
  dialog = app_find_window (SUIVI_TYPE_UNLOCK_DIALOG);
  gtk_editable_set_text (find_entry (dialog, 0), PASSPHRASE);
  accept (dialog);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_UNLOCK_DIALOG));
  g_assert_nonnull (suivi_vault_keeper_get_key (get_keeper (fixture)));
  gtk_window_destroy (app_find_window (SUIVI_TYPE_SET_UP_DIALOG));
  gtk_window_close (holders);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_HOLDERS_DIALOG));
  g_assert_null (suivi_vault_keeper_get_key (get_keeper (fixture)));

  unlock (fixture, PASSPHRASE);
  holders = show_holders (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (holders), "holders.add", NULL));
  gtk_window_destroy (app_find_window (SUIVI_TYPE_SET_UP_DIALOG));
  gtk_window_close (holders);
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_HOLDERS_DIALOG));
  g_assert_nonnull (suivi_vault_keeper_get_key (get_keeper (fixture)));
}

/* Neither a passphrase that is seen nor recovery words reach other programs by being selected. */
static void
test_primary (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (window);

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  for (int kind = SUIVI_PASSPHRASE_OLD; kind <= SUIVI_PASSPHRASE_WORDS; kind++)
    {
      GtkWidget *entry = suivi_passphrase_entry_new (kind, "Secret");
      GtkEditable *editable = suivi_passphrase_entry_get_editable (SUIVI_PASSPHRASE_ENTRY (entry));

      gtk_box_append (GTK_BOX (box), entry);
      app_settle ();
      gtk_editable_set_text (editable, PASSPHRASE);
      g_object_set (gtk_editable_get_delegate (editable), "visibility", TRUE, NULL);
      gtk_widget_grab_focus (entry);
      g_assert_null (gdk_clipboard_get_content (primary));
      gtk_editable_select_region (editable, 0, -1);
      g_assert_null (gdk_clipboard_get_content (primary));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_preferences (void)
{
  GtkWidget *preferences = suivi_preferences_new ();
  GtkSpinButton *minutes = GTK_SPIN_BUTTON (app_find_type (preferences, GTK_TYPE_SPIN_BUTTON));

  g_assert_cmpfloat (gtk_spin_button_get_value (minutes), ==, 5);
  gtk_spin_button_set_value (minutes, 12);
  g_assert_cmpint (g_settings_get_int (suivi_settings_get_default (), "sealed-idle-minutes"), ==, 12);
  g_settings_reset (suivi_settings_get_default (), "sealed-idle-minutes");
  gtk_window_destroy (GTK_WINDOW (preferences));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

#define TEST(path, set_up, test) \
  g_test_add (path, ConsultationFixture, NULL, set_up, test, consultation_fixture_tear_down)
  TEST ("/sealing/set-up/pages", consultation_fixture_set_up_planned, test_set_up_pages);
  TEST ("/sealing/set-up/weak", consultation_fixture_set_up_planned, test_set_up_weak);
  TEST ("/sealing/set-up/back", consultation_fixture_set_up_planned, test_set_up_back);
  TEST ("/sealing/set-up/confirm", consultation_fixture_set_up_planned, test_set_up_must_be_confirmed);
  g_test_add_func ("/sealing/recovery-sheet", test_recovery_sheet);
  TEST ("/sealing/unlock", consultation_fixture_set_up_planned, test_unlock);
  TEST ("/sealing/window/lock", consultation_fixture_set_up_ready, test_window_locks);
  TEST ("/sealing/window/idle", consultation_fixture_set_up_ready, test_window_idle);
  TEST ("/sealing/window/close", consultation_fixture_set_up_ready, test_window_close);
  TEST ("/sealing/holders/passphrase", consultation_fixture_set_up_planned, test_change_passphrase);
  TEST ("/sealing/holders/people", consultation_fixture_set_up_planned, test_second_person_and_successor);
  TEST ("/sealing/holders/lock", consultation_fixture_set_up_planned, test_holders_lock);
  TEST ("/sealing/primary", consultation_fixture_set_up_planned, test_primary);
  g_test_add_func ("/sealing/preferences", test_preferences);
#undef TEST

  return g_test_run ();
}
