/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official list is filled in without asking for it again, as long as it is where it was. */

#include "config.h"

#include "app/scorecard/list-place.h"
#include "app/scorecard/scorecard-page.h"
#include "app/settings.h"
#include "import-fixture.h"

typedef struct
{
  gboolean done;
  char *path;
} Found;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Found *found = user_data;
  g_autoptr (GError) error = NULL;

  found->path = suivi_list_place_find_finish (SUIVI_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  found->done = TRUE;
}

static void
assert_finds (AppFixture *fixture, const char *review_id, const char *expected)
{
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  Found found = { FALSE, NULL };

  suivi_list_place_find_async (workspace, review_id, NULL, found_cb, &found);
  app_settle_workspace (workspace);
  g_assert_true (found.done);
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

static gboolean
has_window (gpointer title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && g_strcmp0 (gtk_window_get_title (window), title) == 0)
        {
          gtk_window_close (window);
          return TRUE;
        }
    }

  return FALSE;
}

/* What the menu does: the place for the outcome is asked for at once, the list only if it is not known. */
static void
test_menu (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  GtkWidget *page = NULL;

  if (!has_list ())
    return;

  path = import_list (fixture);
  suivi_window_show_page (fixture->window, "scorecard");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  page = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_SCORECARD_PAGE);
  g_assert_nonnull (page);

  g_assert_true (gtk_widget_activate_action (page, "scorecard.fill-list", NULL));
  app_wait_until (has_window, (gpointer) "Where to keep “list.docx”, filled in");
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
  ADD ("menu", test_menu);

  return g_test_run ();
}
