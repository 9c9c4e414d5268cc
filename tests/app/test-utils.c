/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "test-utils.h"

#include "app/digit-key.h"

/* Far more than any wait here takes, so that a slow machine does not fail a right test. */
#define TIMEOUT_S 60

/**
 * app_remove_folder:
 *
 * Removes a folder with all that is in it.
 */
void
app_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        app_remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

static char *home = NULL;

static void
remove_home (void)
{
  app_remove_folder (home);
  g_free (home);
}

/**
 * app_test_init:
 *
 * To be called first. Without a display, all tests of the program are skipped. The user's own folders are
 * replaced by a temporary one; not with G_TEST_OPTION_ISOLATE_DIRS, which also hides the MIME types without
 * which no SVG loads.
 */
void
app_test_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  home = g_dir_make_tmp ("suivi-home-XXXXXX", &error);
  g_assert_no_error (error);
  atexit (remove_home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);

  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      exit (EXIT_SUCCESS);
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  suivi_application_init_i18n ();
}

static gboolean
timed_out_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * app_wait_until:
 * @condition: asked after each turn of the main loop
 *
 * Runs the main loop until the condition holds; fails the test when it takes too long.
 */
void
app_wait_until (AppCondition condition, gpointer data)
{
  gboolean timed_out = FALSE;
  guint timeout = g_timeout_add_seconds (TIMEOUT_S, timed_out_cb, &timed_out);

  while (!condition (data) && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (timeout);
}

/**
 * app_settle:
 *
 * Lets everything happen that waits for nothing but the main loop.
 */
void
app_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * app_fixture_set_up:
 *
 * An application with one window. It is not registered on the bus under our name: tests may run side by side.
 */
void
app_fixture_set_up (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  static guint n = 0;
  g_autofree char *id = g_strdup_printf ("io.github.suivi.Suivi.Test%u", ++n);

  fixture->folder = g_dir_make_tmp ("suivi-app-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->application = g_object_new (SUIVI_TYPE_APPLICATION, "application-id", id, "flags",
                                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE,
                                       "resource-base-path", "/io/github/suivi/Suivi", NULL);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  fixture->window = suivi_window_new (ADW_APPLICATION (fixture->application));
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_settle ();
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/**
 * app_fixture_tear_down:
 *
 * Closes what is open and makes sure that nobody keeps a window or a workspace alive.
 */
void
app_fixture_tear_down (AppFixture *fixture, gconstpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (fixture->application)));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      gpointer window = l->data;
      gpointer workspace = SUIVI_IS_WINDOW (window) ? suivi_window_get_workspace (window) : NULL;

      g_object_add_weak_pointer (G_OBJECT (window), &window);
      if (workspace != NULL)
        g_object_add_weak_pointer (G_OBJECT (workspace), &workspace);
      gtk_window_destroy (GTK_WINDOW (window));
      app_wait_until (is_gone, &window);
      app_wait_until (is_gone, &workspace);
    }
  g_list_free (windows);

  app_settle ();
  suivi_workspace_wait_for_all ();
  g_object_unref (fixture->application);
  app_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/**
 * app_fixture_get_file:
 *
 * Returns: (transfer full): a file in the fixture's folder
 */
GFile *
app_fixture_get_file (AppFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

/**
 * app_fixture_open_sample:
 *
 * Opens the sample workspace and waits until its 40 recommendations are counted.
 */
void
app_fixture_open_sample (AppFixture *fixture)
{
  suivi_window_open_sample (fixture->window);
  app_wait_for_text (GTK_WIDGET (fixture->window), "40");
}

/**
 * app_find_text:
 *
 * Returns: (transfer none) (nullable): the first label on a visible page that says exactly @text
 */
GtkWidget *
app_find_text (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} TextWait;

static gboolean
has_text (gpointer data)
{
  TextWait *wait = data;

  return app_find_text (wait->root, wait->text) != NULL;
}

/**
 * app_wait_for_text:
 *
 * Runs the main loop until a visible label says exactly @text.
 */
void
app_wait_for_text (GtkWidget *root, const char *text)
{
  TextWait wait = { root, text };

  app_wait_until (has_text, &wait);
}

/**
 * app_find_action:
 *
 * Returns: (transfer none) (nullable): the first widget that runs @action when it is activated
 */
GtkWidget *
app_find_action (GtkWidget *root, const char *action)
{
  if (GTK_IS_ACTIONABLE (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find_action (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_nth (GtkWidget *root, GType type, gboolean visible, guint *index)
{
  if (visible && !gtk_widget_get_visible (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*index)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, visible, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * app_find_widget:
 * @index: 0 for the first
 *
 * Returns: (transfer none) (nullable): a widget of @type, visible or not, in the order of the tree
 */
GtkWidget *
app_find_widget (GtkWidget *root, GType type, guint index)
{
  return find_nth (root, type, FALSE, &index);
}

/**
 * app_find_visible:
 * @index: 0 for the first
 *
 * Returns: (transfer none) (nullable): a widget of @type that nothing below and including @root hides, in the
 * order of the tree
 */
GtkWidget *
app_find_visible (GtkWidget *root, GType type, guint index)
{
  return find_nth (root, type, TRUE, &index);
}

/**
 * app_find_type:
 *
 * Returns: (transfer none) (nullable): the first widget of @type, visible or not
 */
GtkWidget *
app_find_type (GtkWidget *root, GType type)
{
  return app_find_widget (root, type, 0);
}

/**
 * app_count_widgets:
 *
 * Returns: how many widgets of @type there are, visible or not
 */
guint
app_count_widgets (GtkWidget *root, GType type)
{
  guint n = 0;

  while (app_find_widget (root, type, n) != NULL)
    n++;
  return n;
}

/**
 * app_count_visible:
 *
 * Returns: how many widgets of @type app_find_visible() finds
 */
guint
app_count_visible (GtkWidget *root, GType type)
{
  guint n = 0;

  while (app_find_visible (root, type, n) != NULL)
    n++;
  return n;
}

/**
 * app_find_window:
 *
 * Returns: (transfer none) (nullable): an open window of @type
 */
GtkWindow *
app_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/**
 * app_find_keycode:
 *
 * Returns: the code of the first key of the keyboard that types @key alone or with Shift
 */
guint
app_find_keycode (guint key)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n = 0;

  g_assert_true (gdk_display_map_keyval (gdk_display_get_default (), key, &keys, &n));
  for (int i = 0; i < n; i++)
    {
      if (keys[i].group == 0 && keys[i].level <= 1)
        return keys[i].keycode;
    }
  g_assert_not_reached ();
}

/**
 * app_press_keycode:
 *
 * Does what the shortcut of @widget for that key does, or the digit, as if the key with that code arrived there.
 *
 * Returns: whether there is such a shortcut, and it did something
 */
gboolean
app_press_keycode (GtkWidget *widget, guint key, guint keycode, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (GTK_EVENT_CONTROLLER (shortcuts)), SUIVI_DIGIT_KEY) == 0)
        {
          gboolean handled = FALSE;

          g_signal_emit_by_name (shortcuts, "key-pressed", key, keycode, modifiers, &handled);
          if (handled)
            return TRUE;
        }
      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                               gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * app_press_key:
 *
 * As app_press_keycode(), from a key of which nothing is known but what it types.
 */
gboolean
app_press_key (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  return app_press_keycode (widget, key, 0, modifiers);
}

typedef struct
{
  gboolean done;
  gpointer result;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->result = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->done;
}

/**
 * app_run:
 * @func: runs on the thread of the workspace, after all that was asked of it before; it must not fail
 *
 * Returns: what it returned
 */
gpointer
app_run (SuiviWorkspace *workspace, SuiviWorkspaceFunc func, gpointer data)
{
  Answer answer = { FALSE, NULL };

  suivi_workspace_run_async (workspace, func, data, NULL, NULL, NULL, answered_cb, &answer);
  app_wait_until (is_answered, &answer);
  return answer.result;
}

static gpointer
do_nothing (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/**
 * app_settle_workspace:
 *
 * Waits until all that was asked of the workspace is answered and shown.
 */
void
app_settle_workspace (SuiviWorkspace *workspace)
{
  /* Answers lead to new questions: three rounds are more than the longest chain. */
  for (guint round = 0; round < 3; round++)
    {
      app_settle ();
      app_run (workspace, do_nothing, NULL);
    }
  app_settle ();
}

/**
 * app_undo:
 *
 * Takes the last step of the workspace back and waits until that is shown.
 */
void
app_undo (SuiviWorkspace *workspace)
{
  Answer answer = { FALSE, NULL };

  suivi_workspace_undo_async (workspace, answered_cb, &answer);
  app_wait_until (is_answered, &answer);
  g_assert_nonnull (answer.result);
  g_free (answer.result);
  app_settle_workspace (workspace);
}

/**
 * app_get_test_file:
 * @name: a path inside the folder of real files
 *
 * Returns: (transfer full) (nullable): its path; %NULL where the real files are not at hand
 */
char *
app_get_test_file (const char *name)
{
  const char *folder = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  return g_steal_pointer (&path);
}

/**
 * app_save_screenshot:
 * @widget: a window that is shown
 * @name: name of the picture, without suffix
 *
 * Saves what @widget looks like into the folder that SUIVI_SCREENSHOTS names, if it is set: for people to
 * look at.
 */
void
app_save_screenshot (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("SUIVI_SCREENSHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  gtk_test_widget_wait_for_draw (widget);
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
  file_name = g_strconcat (name, ".png", NULL);
  path = g_build_filename (folder, file_name, NULL);
  gdk_texture_save_to_png (texture, path);
}
