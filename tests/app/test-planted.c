/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A stolen laptop: names, numbers and photographs go through the window, are looked at, and the program is killed while
 * it is unlocked, and again after it was locked. Then every file that it could have written to is searched: workspace
 * and log, temporary files, cache, settings, recent files.
 */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "app/consultation/consent-step.h"
#include "app/consultation/participant-dialog.h"
#include "app/consultation/participant-row.h"
#include "app/consultation/sealed-box.h"
#include "app/consultation/sealed-field.h"
#include "app/sealing/sealed-item-row.h"
#include "app/sealing/sealing.h"
#include "app/sealing/secret-view.h"
#include "consultation-fixture.h"

#define N_PLANTED  50
#define N_PHOTOS   5
#define PASSPHRASE "seven green boats at noon"

/* What is planted: the same in both processes. Invented. */
static char *
make_name (guint i)
{
  return g_strdup_printf ("Zq%uvelmar Ondrix%u", i * 7919 + 13, i);
}

static char *
make_phone (guint i)
{
  return g_strdup_printf ("+00 555 %06u", 100000 + i * 7907);
}

static GBytes *
make_photo (guint i)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (i + 1);
  guint32 *data = g_new (guint32, 2048);

  for (guint j = 0; j < 2048; j++)
    data[j] = g_rand_int (random);

  return g_bytes_new_take (data, 2048 * sizeof *data);
}

/* ---- The process that is killed ---- */

static gpointer
set_up_vault (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text (PASSPHRASE, error);
  g_autoptr (SuiviHolderDraft) draft = suivi_holder_draft_new ("Maria K.", passphrase, error);

  suivi_holder_draft_confirm (draft, suivi_holder_draft_get_words (draft), error);
  suivi_store_set_up_vault (store, draft, error);
  g_assert_no_error (*error);

  return NULL;
}

static gpointer
unlock (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text (PASSPHRASE, error);
  g_autoptr (GPtrArray) holders = suivi_store_list_holders (store, error);
  SuiviVaultKey *key = suivi_store_unlock (store, ((SuiviHolder *) holders->pdata[0])->id, passphrase, error);

  g_assert_no_error (*error);

  return key;
}

static gboolean
is_gone (gpointer type)
{
  return app_find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

static gboolean
has_row (gpointer window)
{
  return app_find_type (window, SUIVI_TYPE_SEALED_ITEM_ROW) != NULL;
}

static gboolean
shows_secret (gpointer view)
{
  return suivi_secret_view_get_secret (view) != NULL;
}

static void
type_and_seal (ConsultationFixture *fixture, SuiviSealedField *field, const char *text)
{
  gtk_editable_set_text (suivi_sealed_field_get_entry (field), text);
  g_signal_emit_by_name (suivi_sealed_field_get_entry (field), "activate");
  consultation_settle (fixture);
}

static void
plant (ConsultationFixture *fixture)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CONSENT_STEP);
  const char *outside = g_getenv ("SUIVI_PLANTED_OUTSIDE");
  GtkWidget *dialog = NULL;
  SuiviSealedField *name = NULL;
  SuiviSealedField *contact = NULL;
  SuiviSealedBox *box = NULL;

  app_run (consultation_get_workspace (fixture), set_up_vault, NULL);
  consultation_settle (fixture);
  g_signal_emit_by_name (app_find_type (GTK_WIDGET (step), SUIVI_TYPE_PARTICIPANT_ROW), "activated");
  consultation_settle (fixture);
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_PARTICIPANT_DIALOG));
  name = SUIVI_SEALED_FIELD (app_find_widget (dialog, SUIVI_TYPE_SEALED_FIELD, 0));
  contact = SUIVI_SEALED_FIELD (app_find_widget (dialog, SUIVI_TYPE_SEALED_FIELD, 1));
  box = SUIVI_SEALED_BOX (app_find_type (dialog, SUIVI_TYPE_SEALED_BOX));
  for (guint i = 0; i < N_PLANTED; i++)
    {
      g_autofree char *child = make_name (i);
      g_autofree char *phone = make_phone (i);

      type_and_seal (fixture, name, child);
      type_and_seal (fixture, contact, phone);
    }
  for (guint i = 0; i < N_PHOTOS; i++)
    {
      g_autofree char *child = make_name (i);
      g_autofree char *base = g_strconcat (child, ".jpg", NULL);
      g_autoptr (GFile) file = g_file_new_build_filename (outside, base, NULL);
      g_autoptr (GBytes) photo = make_photo (i);

      g_assert_true (g_file_replace_contents (file, g_bytes_get_data (photo, NULL), g_bytes_get_size (photo),
                                              NULL, FALSE, 0, NULL, NULL, NULL));
      suivi_sealed_box_seal_file (box, "photograph", file);
      consultation_settle (fixture);
    }
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (is_gone, GSIZE_TO_POINTER (SUIVI_TYPE_PARTICIPANT_DIALOG));
}

static void
look (ConsultationFixture *fixture)
{
  SuiviVaultKeeper *keeper = suivi_vault_keeper_get (consultation_get_workspace (fixture));
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_sealed_owner_free);
  GtkWidget *window = NULL;
  GtkWidget *view = NULL;

  suivi_vault_keeper_unlock (keeper, app_run (consultation_get_workspace (fixture), unlock, NULL));
  g_ptr_array_add (owners, suivi_sealed_owner_new (fixture->participant_id, "K7FM"));
  suivi_sealing_open (GTK_WIDGET (fixture->app.window), consultation_get_workspace (fixture),
                      "School councils", owners);
  window = GTK_WIDGET (app_find_window (SUIVI_TYPE_SEALED_WINDOW));
  app_wait_until (has_row, window);
  view = app_find_type (window, SUIVI_TYPE_SECRET_VIEW);
  g_signal_emit_by_name (consultation_find_button (window, "Show"), "clicked");
  app_wait_until (shows_secret, view);
  /* Long enough for it to be drawn. */
  for (guint i = 0; i < 20; i++)
    app_settle ();
}

static void
test_killed (ConsultationFixture *fixture, gconstpointer data)
{
  plant (fixture);
  look (fixture);
  if (g_str_equal (g_getenv ("SUIVI_PLANTED_END"), "locked"))
    {
      suivi_vault_keeper_lock (suivi_vault_keeper_get (consultation_get_workspace (fixture)));
      app_settle ();
    }
  g_print ("# planted\n");
  fflush (NULL);
  kill (getpid (), SIGKILL);
}

/* ---- The one that searches ---- */

typedef struct
{
  GPtrArray *needles; /* (element-type GBytes) */
  guint n_files;
  guint n_hits;
} Search;

static void
search_folder (Search *search, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          search_folder (search, path);
          continue;
        }
      search->n_files++;
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      for (guint i = 0; i < search->needles->len; i++)
        {
          GBytes *needle = g_ptr_array_index (search->needles, i);
          gsize size = g_bytes_get_size (needle);

          if (memmem (contents, length, g_bytes_get_data (needle, NULL), size) != NULL
              || memmem (name, strlen (name), g_bytes_get_data (needle, NULL), size) != NULL)
            {
              g_test_message ("%s holds a planted value", path);
              search->n_hits++;
            }
        }
    }
}

static void
add_text (GPtrArray *needles, const char *text)
{
  g_ptr_array_add (needles, g_bytes_new (text, strlen (text)));
}

static GPtrArray *
make_needles (void)
{
  GPtrArray *needles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < N_PLANTED; i++)
    {
      g_autofree char *name = make_name (i);
      g_autofree char *phone = make_phone (i);
      g_auto (GStrv) words = g_strsplit (name, " ", 2);

      add_text (needles, words[0]);
      add_text (needles, words[1]);
      add_text (needles, phone);
    }
  for (guint i = 0; i < N_PHOTOS; i++)
    {
      g_autoptr (GBytes) photo = make_photo (i);

      g_ptr_array_add (needles, g_bytes_new (g_bytes_get_data (photo, NULL), 32));
      g_ptr_array_add (needles, g_bytes_new ((const char *) g_bytes_get_data (photo, NULL) + 4096, 32));
    }
  add_text (needles, PASSPHRASE);

  return needles;
}

static void
test_search (gconstpointer end)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-laptop-XXXXXX", NULL);
  g_autofree char *outside = g_dir_make_tmp ("suivi-camera-XXXXXX", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  Search search = { make_needles (), 0, 0 };

  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "TMPDIR", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "keyfile", TRUE);
  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  g_subprocess_launcher_setenv (launcher, "SUIVI_PLANTED_END", end, TRUE);
  g_subprocess_launcher_setenv (launcher, "SUIVI_PLANTED_OUTSIDE", outside, TRUE);
  g_subprocess_launcher_set_stderr_file_path (launcher, g_build_filename (folder, "log", NULL));
  process = g_subprocess_launcher_spawn (launcher, &error, self, "-p", "/planted/killed", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  /* It got to the end, and was killed there. */
  g_assert_nonnull (strstr (output, "# planted"));
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_null (strstr (output, "Ondrix"));

  search_folder (&search, folder);
  g_test_message ("%u files were searched for %u values", search.n_files, search.needles->len);
  g_assert_cmpuint (search.n_files, >=, 2);
  g_assert_cmpuint (search.n_hits, ==, 0);

  /* The search does find what is there: the name of the consultation. */
  g_ptr_array_set_size (search.needles, 0);
  add_text (search.needles, "School councils");
  search_folder (&search, folder);
  g_assert_cmpuint (search.n_hits, >, 0);

  g_ptr_array_unref (search.needles);
  app_remove_folder (folder);
  app_remove_folder (outside);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  if (g_getenv ("SUIVI_PLANTED_END") != NULL)
    {
      g_test_add ("/planted/killed", ConsultationFixture, NULL, consultation_fixture_set_up_ready,
                  test_killed, consultation_fixture_tear_down);
    }
  else
    {
      g_test_add_data_func ("/planted/unlocked", "unlocked", test_search);
      g_test_add_data_func ("/planted/locked", "locked", test_search);
    }

  return g_test_run ();
}
