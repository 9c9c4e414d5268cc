/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "app/settings.h"
#include "app/sidebar.h"
#include "app/review/grade-dialog.h"
#include "app/review/recommendations-page.h"
#include "app/scorecard/grade-view.h"
#include "store/scorecard-store.h"
#include "test-utils.h"

static gboolean
has_workspace (gpointer data)
{
  return suivi_window_get_workspace (SUIVI_WINDOW (data)) != NULL;
}

static gboolean
can (AppFixture *fixture, const char *action)
{
  GtkWidget *button = app_find_action (GTK_WIDGET (fixture->window), action);

  g_assert_nonnull (button);
  return gtk_widget_get_sensitive (button);
}

static void
test_start (AppFixture *fixture, gconstpointer data)
{
  g_assert_true (suivi_window_is_free (fixture->window));
  g_assert_null (suivi_window_get_workspace (fixture->window));
  g_assert_null (suivi_window_get_page (fixture->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Suivi");
  g_assert_false (can (fixture, "win.undo"));
  g_assert_false (can (fixture, "win.redo"));
  g_assert_true (can (fixture, "win.open"));
  app_save_screenshot (GTK_WIDGET (fixture->window), "start");
}

static void
test_create (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "One.suivi");
  g_autofree char *uri = g_file_get_uri (file);
  g_auto (GStrv) recent = NULL;

  suivi_window_create_workspace (fixture->window, file);
  app_wait_until (has_workspace, fixture->window);
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "overview");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "One.suivi");
  app_wait_for_text (GTK_WIDGET (fixture->window), "No recommendations yet");
  g_assert_true (can (fixture, "win.import"));
  g_assert_false (can (fixture, "win.undo"));

  recent = g_settings_get_strv (suivi_settings_get_default (), "recent-workspaces");
  g_assert_cmpstr (recent[0], ==, uri);

  /* The same file again: its window, not a second one. */
  suivi_window_open_file (fixture->window, file);
  app_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application))), ==,
                    1);
}

static void
test_second_window (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) one = app_fixture_get_file (fixture, "One.suivi");
  g_autoptr (GFile) two = app_fixture_get_file (fixture, "Two.suivi");
  SuiviWindow *other = NULL;

  suivi_window_create_workspace (fixture->window, one);
  app_wait_until (has_workspace, fixture->window);
  suivi_window_create_workspace (fixture->window, two);
  other = suivi_window_find_for_file (GTK_APPLICATION (fixture->application), two);
  g_assert_nonnull (other);
  g_assert_true (other != fixture->window);
  app_wait_until (has_workspace, other);
  g_assert_true (suivi_window_find_for_file (GTK_APPLICATION (fixture->application), one) == fixture->window);
}

static void
test_sample (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  GtkListBox *pages = NULL;
  GtkListBoxRow *shown = NULL;
  GtkListBoxRow *other = NULL;

  app_fixture_open_sample (fixture);
  g_assert_nonnull (suivi_window_get_review (fixture->window));
  g_assert_nonnull (app_find_text (root, "Alvera"));
  g_assert_true (can (fixture, "win.undo"));
  g_assert_false (can (fixture, "win.redo"));
  app_save_screenshot (root, "overview");

  g_assert_true (gtk_widget_activate_action (root, "win.show-page", "s", "scorecard"));
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "scorecard");
  g_assert_true (gtk_widget_activate_action (root, "win.search", NULL));
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "recommendations");
  /* The pages by number; where Alt+1 types "&", it is the key of the 1 all the same. There is no sixth one. */
  g_assert_true (app_press_key (root, GDK_KEY_5, GDK_ALT_MASK));
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "scorecard");
  g_assert_true (app_press_keycode (root, GDK_KEY_ampersand, app_find_keycode (GDK_KEY_1), GDK_ALT_MASK));
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "overview");
  g_assert_false (app_press_key (root, GDK_KEY_6, GDK_ALT_MASK));
  g_assert_false (app_press_key (root, GDK_KEY_0, GDK_ALT_MASK));
  g_assert_false (app_press_key (root, GDK_KEY_2, 0));
  g_assert_true (app_press_key (root, GDK_KEY_2, GDK_ALT_MASK));
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "recommendations");
  /* A page that does not exist changes nothing. */
  suivi_window_show_page (fixture->window, "advocacy");
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "recommendations");

  /* Arrow keys select in a list: here the mark stays on the page that is shown, until another is chosen. */
  pages = GTK_LIST_BOX (
    gtk_widget_get_ancestor (app_find_text (app_find_type (root, SUIVI_TYPE_SIDEBAR), "Scorecard"),
                             GTK_TYPE_LIST_BOX));
  shown = gtk_list_box_get_selected_row (pages);
  other = gtk_list_box_get_row_at_index (pages, 0);
  g_assert_nonnull (shown);
  g_assert_true (shown != other);
  gtk_list_box_select_row (pages, other);
  g_assert_true (gtk_list_box_get_selected_row (pages) == shown);
  g_signal_emit_by_name (other, "activate");
  g_assert_true (gtk_list_box_get_selected_row (pages) == other);
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "overview");
}

/* All on one page: the buttons of several have labels that GTK complains of. */
static void
test_shortcuts (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  GtkWindow *overlay = NULL;

  g_assert_true (gtk_widget_activate_action (root, "win.show-help-overlay", NULL));
  app_settle ();
  overlay = app_find_window (GTK_TYPE_SHORTCUTS_WINDOW);
  g_assert_nonnull (overlay);
  g_assert_nonnull (app_find_text (GTK_WIDGET (overlay), "Next tab, the one before"));
  app_save_screenshot (GTK_WIDGET (overlay), "shortcuts");
  gtk_window_close (overlay);
}

static gboolean
can_redo (gpointer data)
{
  return suivi_workspace_get_redo_label (suivi_window_get_workspace (SUIVI_WINDOW (data))) != NULL;
}

static gboolean
cannot_redo (gpointer data)
{
  return !can_redo (data);
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Message;

/* Whether no message is left but this one. */
static gboolean
is_only_message (gpointer data)
{
  Message *message = data;
  GType type = g_type_from_name ("AdwToastWidget");
  GtkWidget *first = app_find_type (message->root, type);
  GtkWidget *next = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;

  return first != NULL && app_find_text (first, message->text) != NULL
         && (next == NULL || G_OBJECT_TYPE (next) != type);
}

static void
test_undo (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autofree char *graded = NULL;
  g_autofree char *label = NULL;
  g_autofree char *toast = NULL;
  g_autofree char *again = NULL;

  app_fixture_open_sample (fixture);
  label = g_strdup (suivi_workspace_get_undo_label (suivi_window_get_workspace (fixture->window)));
  graded = g_strdup ("7/40");
  g_assert_null (app_find_text (root, graded));

  /* The last step of the sample is its grades. */
  gtk_widget_activate_action (root, "win.undo", NULL);
  app_wait_until (can_redo, fixture->window);
  app_wait_for_text (root, "7/40");
  g_assert_true (can (fixture, "win.redo"));
  toast = g_strdup_printf ("Undone: %s", label);
  app_wait_for_text (root, toast);

  gtk_widget_activate_action (root, "win.redo", NULL);
  app_wait_until (cannot_redo, fixture->window);
  g_assert_cmpstr (suivi_workspace_get_undo_label (suivi_window_get_workspace (fixture->window)), ==, label);

  /* One message at a time: the older one would redo or undo something else than it says. */
  again = g_strdup_printf ("Redone: %s", label);
  app_wait_until (is_only_message, &(Message){ root, again });
}

static gboolean
shows_message (gpointer data)
{
  return app_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_not_a_workspace (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "Wrong.suivi");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) recent = NULL;
  g_autofree char *uri = g_file_get_uri (file);

  g_file_set_contents (g_file_peek_path (file), "This is a letter.", -1, &error);
  g_assert_no_error (error);
  suivi_window_open_file (fixture->window, file);
  g_assert_false (suivi_window_is_free (fixture->window));
  app_wait_until (shows_message, NULL);
  gtk_window_destroy (app_find_window (ADW_TYPE_MESSAGE_DIALOG));

  g_assert_true (suivi_window_is_free (fixture->window));
  recent = g_settings_get_strv (suivi_settings_get_default (), "recent-workspaces");
  g_assert_false (g_strv_contains ((const char *const *) recent, uri));
}

/* A newer Suivi leaves a higher schema version: bytes 60 to 63 of a SQLite file. */
static void
make_newer (const char *path)
{
  FILE *file = g_fopen (path, "r+b");
  const guint8 version[4] = { 0, 0, 0x7f, 0xff };

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 60, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (version, 1, sizeof version, file), ==, sizeof version);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_newer (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "Newer.suivi");
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_create (g_file_peek_path (file), &error);

  g_assert_no_error (error);
  suivi_store_close (store);
  make_newer (g_file_peek_path (file));

  suivi_window_open_file (fixture->window, file);
  app_wait_until (has_workspace, fixture->window);
  app_wait_for_text (GTK_WIDGET (fixture->window),
                     "A newer Suivi made this workspace. You can read it here; update Suivi to change it.");
  g_assert_false (can (fixture, "win.import"));
  g_assert_false (can (fixture, "win.undo"));
}

static void
test_author (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *author = NULL;
  g_autofree char *both = NULL;

  g_settings_set_string (suivi_settings_get_default (), "user-name", "  Maria K. ");
  author = suivi_settings_dup_author ();
  g_assert_cmpstr (author, ==, "Maria K.");
  g_settings_set_string (suivi_settings_get_default (), "organisation", "Children First");
  both = suivi_settings_dup_author ();
  g_assert_cmpstr (both, ==, "Maria K., Children First");
  g_settings_reset (suivi_settings_get_default (), "user-name");
  g_settings_reset (suivi_settings_get_default (), "organisation");
}

static gboolean
is_folded (gpointer data)
{
  return adw_leaflet_get_folded (ADW_LEAFLET (data));
}

/* Each page and the start page must fit a screen 360 pixels wide, with all three buttons in the title bar. */
static void
test_narrow (AppFixture *fixture, gconstpointer data)
{
  const char *const pages[] = { "overview", "recommendations", "drafting", "scorecard" };
  int minimum = 0;

  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window));

  g_object_set (gtk_widget_get_settings (content), "gtk-decoration-layout", ":minimize,maximize,close", NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  app_fixture_open_sample (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  app_wait_until (is_folded, app_find_type (content, ADW_TYPE_LEAFLET));
  app_settle ();
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *stack = NULL;

      suivi_window_show_page (fixture->window, pages[i]);
      app_settle ();
      stack = gtk_widget_get_ancestor (app_find_action (GTK_WIDGET (fixture->window), "win.show-sidebar"),
                                       GTK_TYPE_STACK);
      g_assert_nonnull (stack);
      for (GtkWidget *page = gtk_widget_get_first_child (stack); page != NULL;
           page = gtk_widget_get_next_sibling (page))
        {
          gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
          g_test_message ("%s: %d", G_OBJECT_TYPE_NAME (page), minimum);
          if (minimum > 360)
            g_error ("%s needs %d px", G_OBJECT_TYPE_NAME (page), minimum);
        }
    }
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_close (AppFixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;
  gpointer workspace = NULL;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  app_fixture_open_sample (fixture);
  workspace = suivi_window_get_workspace (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (workspace), &workspace);
  suivi_window_show_page (fixture->window, "recommendations");
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait_until (is_null, &window);
  app_wait_until (is_null, &workspace);
}

static gboolean
shows_grade_dialog (gpointer data)
{
  return app_find_window (SUIVI_TYPE_GRADE_DIALOG) != NULL;
}

static gboolean
shows_no_grade_dialog (gpointer data)
{
  return app_find_window (SUIVI_TYPE_GRADE_DIALOG) == NULL;
}

/* Grades of several together that were begun are not lost unasked; of one, the workspace keeps what was begun. */
static void
test_close_with_draft (AppFixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;
  GtkWidget *page = NULL;
  GtkWidget *reason = NULL;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  app_fixture_open_sample (fixture);
  suivi_window_show_page (fixture->window, "recommendations");
  app_wait_for_text (GTK_WIDGET (fixture->window), "88.1");
  page = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_RECOMMENDATIONS_PAGE);
  gtk_selection_model_select_item (suivi_recommendations_page_get_selection (
                                     SUIVI_RECOMMENDATIONS_PAGE (page)),
                                   2, TRUE);
  gtk_widget_activate_action (page, "recommendations.grade", NULL);
  app_wait_until (shows_grade_dialog, NULL);
  reason = app_find_type (GTK_WIDGET (app_find_window (SUIVI_TYPE_GRADE_DIALOG)), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reason)), "An hour of work", -1);
  gtk_window_close (app_find_window (SUIVI_TYPE_GRADE_DIALOG));
  app_wait_until (shows_no_grade_dialog, NULL);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  g_assert_cmpuint (suivi_recommendations_page_count_drafts (SUIVI_RECOMMENDATIONS_PAGE (page)), ==, 0);

  gtk_selection_model_select_item (suivi_recommendations_page_get_selection (
                                     SUIVI_RECOMMENDATIONS_PAGE (page)),
                                   3, FALSE);
  gtk_widget_activate_action (page, "recommendations.grade", NULL);
  app_wait_until (shows_grade_dialog, NULL);
  reason = app_find_type (GTK_WIDGET (app_find_window (SUIVI_TYPE_GRADE_DIALOG)), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reason)), "An hour of work", -1);
  gtk_window_close (app_find_window (SUIVI_TYPE_GRADE_DIALOG));
  app_wait_until (shows_no_grade_dialog, NULL);
  g_assert_cmpuint (suivi_recommendations_page_count_drafts (SUIVI_RECOMMENDATIONS_PAGE (page)), ==, 1);

  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait_until (shows_message, NULL);
  g_assert_nonnull (window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG)), "keep");
  app_settle ();
  g_assert_nonnull (window);

  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait_until (shows_message, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG)), "close");
  app_wait_until (is_null, &window);
}

/* What was begun where one grades is in the file when the window is gone, without a question. */
static void
test_close_while_grading (AppFixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;
  SuiviWorkspace *workspace = NULL;
  g_autofree char *path = NULL;
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *view = NULL;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  app_fixture_open_sample (fixture);
  workspace = suivi_window_get_workspace (fixture->window);
  path = g_strdup (suivi_workspace_get_path (workspace));
  suivi_window_show_page (fixture->window, "scorecard");
  app_settle_workspace (workspace);
  view = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_GRADE_VIEW);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (gtk_widget_get_ancestor (view, ADW_TYPE_VIEW_STACK)),
                                         "grade");
  app_settle_workspace (workspace);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                              GTK_TEXT_VIEW (app_find_type (view, GTK_TYPE_TEXT_VIEW))),
                            "An hour of work", -1);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait_until (is_null, &window);
  suivi_workspace_wait_for_all ();

  store = suivi_store_open (path, &error);
  g_assert_no_error (error);
  drafts = suivi_store_list_grade_drafts (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((SuiviGradeDraft *) g_ptr_array_index (drafts, 0))->reason, ==, "An hour of work");
}

/* Closing while a file is being opened must neither crash nor leave the file open. */
static void
test_close_while_opening (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "Slow.suivi");
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  suivi_window_create_workspace (fixture->window, file);
  gtk_window_close (GTK_WINDOW (fixture->window));
  /* The window lives until the answer came. */
  app_wait_until (is_null, &window);
  suivi_workspace_wait_for_all ();
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  ADD ("/app/window/start", test_start);
  ADD ("/app/window/create", test_create);
  ADD ("/app/window/second-window", test_second_window);
  ADD ("/app/window/sample", test_sample);
  ADD ("/app/window/shortcuts", test_shortcuts);
  ADD ("/app/window/undo", test_undo);
  ADD ("/app/window/not-a-workspace", test_not_a_workspace);
  ADD ("/app/window/newer", test_newer);
  ADD ("/app/window/author", test_author);
  ADD ("/app/window/narrow", test_narrow);
  ADD ("/app/window/close", test_close);
  ADD ("/app/window/close-with-draft", test_close_with_draft);
  ADD ("/app/window/close-while-grading", test_close_while_grading);
  ADD ("/app/window/close-while-opening", test_close_while_opening);

  return g_test_run ();
}
