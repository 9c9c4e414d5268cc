/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official list is filled in without asking for it again, as long as it is where it was. */

#include "config.h"

#include "app/scorecard/list-place.h"
#include "app/scorecard/scorecard-page.h"
#include "app/settings.h"
#include "import-fixture.h"
#include "store/transaction.h"

typedef struct
{
  gboolean done;
  char *path;
  gboolean cancelled; /* before it was done */
} Found;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Found *found = user_data;
  g_autoptr (GError) error = NULL;

  found->path = suivi_list_place_find_finish (SUIVI_WORKSPACE (source), result, &error);
  if (found->cancelled)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    g_assert_no_error (error);
  found->done = TRUE;
}

static gboolean
is_found (gpointer data)
{
  return ((const Found *) data)->done;
}

static void
assert_finds (AppFixture *fixture, const char *review_id, const char *expected)
{
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  Found found = { FALSE, NULL, FALSE };

  suivi_list_place_find_async (workspace, review_id, NULL, found_cb, &found);
  app_wait_until (is_found, &found);
  g_assert_cmpstr (found.path, ==, expected);
  g_free (found.path);
}

static guint
count_places (void)
{
  g_autoptr (GVariant) places = g_settings_get_value (suivi_settings_get_default (), "list-places");

  return g_variant_n_children (places);
}

/* A real list under a name in a folder of the fixture. */
static char *
put_list (AppFixture *fixture, const char *folder, const char *name)
{
  g_autofree char *source
    = app_get_test_file ("ohchr-thematic-lists/upr48-slovenia-thematic-list-of-recommendatio.docx");
  g_autofree char *place = g_build_filename (fixture->folder, folder, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *built = g_build_filename (place, name, NULL);
  char *path = g_canonicalize_filename (built, NULL);
  gsize size = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (source, &bytes, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);

  return path;
}

static gboolean
has_list (void)
{
  g_autofree char *source
    = app_get_test_file ("ohchr-thematic-lists/upr48-slovenia-thematic-list-of-recommendatio.docx");

  if (source == NULL)
    g_test_skip ("The real lists are not at hand");

  return source != NULL;
}

static void
remove_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_delete (file, NULL, NULL));
}

static char *
import_list (AppFixture *fixture)
{
  char *path = put_list (fixture, "lists", "list.docx");

  g_settings_reset (suivi_settings_get_default (), "list-places");
  import_create_workspace (fixture);
  import_apply (import_go_to_plan (fixture, path));
  app_settle_workspace (suivi_window_get_workspace (fixture->window));

  return path;
}

static void
test_remembered (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *review = NULL;

  if (!has_list ())
    return;

  path = import_list (fixture);
  review = g_strdup (suivi_window_get_review (fixture->window));
  g_assert_nonnull (review);
  g_assert_cmpuint (count_places (), ==, 1);
  assert_finds (fixture, review, path);
  assert_finds (fixture, NULL, path);
  assert_finds (fixture, "another review", NULL);

  /* Another file in its place is not the one. */
  g_assert_true (g_file_set_contents (path, "no list", -1, NULL));
  assert_finds (fixture, review, NULL);
  remove_file (path);
  assert_finds (fixture, review, NULL);

  /* Who got the list together with the workspace need not be asked either. */
  beside = put_list (fixture, ".", "list.docx");
  g_settings_reset (suivi_settings_get_default (), "list-places");
  assert_finds (fixture, review, beside);
  remove_file (beside);

  /* What a user points to is remembered, if it is the list. */
  moved = put_list (fixture, "moved", "renamed.docx");
  suivi_list_place_learn (suivi_window_get_workspace (fixture->window), moved);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  assert_finds (fixture, review, moved);
  g_assert_true (g_file_set_contents (path, "no list", -1, NULL));
  suivi_list_place_learn (suivi_window_get_workspace (fixture->window), path);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  g_assert_cmpuint (count_places (), ==, 1);
}

/* Where any other file lies is nobody's business, nor do lists pile up. */
static void
test_kept_short (AppFixture *fixture, gconstpointer data)
{
  SuiviImportDialog *dialog = NULL;

  g_settings_reset (suivi_settings_get_default (), "list-places");
  import_create_workspace (fixture);
  dialog = import_begin_text (fixture, "table.csv",
                              "Number,Recommendation,Recommending State,Position,State under review,Session\n"
                              "1.1,Plant a tree in every street,France,Supported,Slovenia,48\n");
  import_continue (dialog);
  import_apply (dialog);
  g_assert_cmpuint (count_places (), ==, 0);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *sha256 = g_strdup_printf ("%064u", i % 30);

      suivi_list_place_remember (sha256, "/a/list.docx");
    }
  g_assert_cmpuint (count_places (), ==, 16);
  g_settings_reset (suivi_settings_get_default (), "list-places");
}

#define N_IMPORTS 20

/* Lists that were imported one after the other into one review. */
typedef struct
{
  SuiviReview *review;
  const char *file_name; /* (nullable): of all of them; else each has one of its own */
} Imports;

static char *
name_list (const Imports *imports, guint i)
{
  return imports->file_name != NULL ? g_strdup (imports->file_name) : g_strdup_printf ("list-%u.docx", i);
}

static gpointer
put_imports (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Imports *imports = data;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Import", NULL);

  g_assert_true (suivi_transaction_put_review (step, imports->review, NULL));
  for (guint i = 0; i < N_IMPORTS; i++)
    {
      g_autoptr (SuiviImport) import = suivi_import_new ();
      g_autoptr (SuiviRecommendation) one = suivi_recommendation_new ();
      g_autofree char *content = g_strdup_printf ("list %u", i);

      g_free (import->file_name);
      import->file_name = name_list (imports, i);
      g_free (import->sha256);
      import->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
      g_free (import->format);
      import->format = g_strdup ("ohchr-list");
      /* Of the same second, the lowest key is the latest. */
      g_free (import->id);
      import->id = g_strdup_printf ("%08u-0000-4000-8000-000000000000", N_IMPORTS - i);
      g_assert_true (suivi_transaction_put_import (step, import, NULL));
      one->review_id = g_strdup (imports->review->id);
      one->import_id = g_strdup (import->id);
      g_free (one->number);
      one->number = g_strdup_printf ("1.%u", i + 1);
      g_free (one->text);
      one->text = g_strdup ("Plant trees");
      g_assert_true (suivi_transaction_put_recommendation (step, one, NULL));
    }
  g_assert_true (suivi_transaction_commit (step, NULL));

  return NULL;
}

/* Nobody has hundreds of lists beside a workspace, but a workspace may say so: only the latest are looked for. */
static void
test_many (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  Imports imports = { review, NULL };
  g_autofree char *too_old = g_build_filename (fixture->folder, "list-3.docx", NULL);
  g_autofree char *old = g_build_filename (fixture->folder, "list-4.docx", NULL);

  g_settings_reset (suivi_settings_get_default (), "list-places");
  import_create_workspace (fixture);
  app_run (suivi_window_get_workspace (fixture->window), put_imports, &imports);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));

  g_assert_true (g_file_set_contents (too_old, "list 3", -1, NULL));
  assert_finds (fixture, review->id, NULL);
  g_assert_true (g_file_set_contents (old, "list 4", -1, NULL));
  assert_finds (fixture, review->id, old);
}

static gpointer
do_nothing (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/* A large file is read while the workspace does other things, and no longer than anybody wants to know. */
static void
test_large (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  Imports imports = { review, "large.docx" };
  g_autoptr (GFile) large = app_fixture_get_file (fixture, "large.docx");
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SuiviWorkspace *workspace = NULL;
  Found found = { FALSE, NULL, TRUE };

  import_create_workspace (fixture);
  workspace = suivi_window_get_workspace (fixture->window);
  app_run (workspace, put_imports, &imports);
  app_settle_workspace (workspace);
  stream = g_file_create_readwrite (large, G_FILE_CREATE_NONE, NULL, NULL);
  g_assert_nonnull (stream);
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), 60 * 1024 * 1024, NULL, NULL));

  suivi_list_place_find_async (workspace, review->id, cancellable, found_cb, &found);
  app_run (workspace, do_nothing, NULL);
  g_assert_false (found.done);
  g_cancellable_cancel (cancellable);
  app_wait_until (is_found, &found);
}

/* Returns: (transfer none) (nullable): the window of this title that asks for a file */
static GtkWindow *
find_window (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }

  return NULL;
}

static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added, gpointer n_asked)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      *(guint *) n_asked += GTK_IS_FILE_CHOOSER (window);
    }
}

static gboolean
has_window (gpointer title)
{
  GtkWindow *window = find_window (title);

  if (window != NULL)
    gtk_window_close (window);

  return window != NULL;
}

/* What the menu does: the place for the outcome is asked for at once, the list only if it is not known. */
static void
test_menu (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  GtkWidget *page = NULL;
  guint n_asked = 0;
  gulong changed = 0;

  if (!has_list ())
    return;

  path = import_list (fixture);
  suivi_window_show_page (fixture->window, "scorecard");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  page = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_SCORECARD_PAGE);
  g_assert_nonnull (page);

  /* A double click asks once. */
  changed = g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb),
                              &n_asked);
  g_assert_true (gtk_widget_activate_action (page, "scorecard.fill-list", NULL));
  g_assert_true (gtk_widget_activate_action (page, "scorecard.fill-list", NULL));
  app_wait_until (has_window, (gpointer) "Where to keep “list.docx”, filled in");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  g_signal_handler_disconnect (gtk_window_get_toplevels (), changed);
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_true (gtk_widget_activate_action (page, "scorecard.fill-other-list", NULL));
  app_wait_until (has_window, (gpointer) "Choose the official list that was imported");
  remove_file (path);
  g_assert_true (gtk_widget_activate_action (page, "scorecard.fill-list", NULL));
  app_wait_until (has_window, (gpointer) "Choose the official list that was imported");
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/app/list-place/" name, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
  ADD ("remembered", test_remembered);
  ADD ("kept-short", test_kept_short);
  ADD ("many", test_many);
  ADD ("large", test_large);
  ADD ("menu", test_menu);

  return g_test_run ();
}
