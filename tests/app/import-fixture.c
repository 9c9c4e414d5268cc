/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import-fixture.h"

#include "app/import/mapping-row.h"
#include "app/state-picker.h"

gboolean
import_has_dialog (gpointer data)
{
  return app_find_window (SUIVI_TYPE_IMPORT_DIALOG) != NULL;
}

gboolean
import_has_no_dialog (gpointer data)
{
  return !import_has_dialog (data);
}

static gboolean
has_workspace (gpointer data)
{
  return suivi_window_get_workspace (SUIVI_WINDOW (data)) != NULL;
}

gboolean
import_shows_file (gpointer dialog)
{
  return g_str_equal (suivi_import_dialog_get_step (dialog), "file");
}

/**
 * import_is_ready:
 *
 * Returns: whether the first step is shown, nothing is being read, and the button goes on
 */
gboolean
import_is_ready (gpointer dialog)
{
  return import_shows_file (dialog)
         && gtk_widget_get_sensitive (app_find_action (GTK_WIDGET (dialog), "import.continue"));
}

gboolean
import_shows_plan (gpointer dialog)
{
  return g_str_equal (suivi_import_dialog_get_step (dialog), "plan");
}

gboolean
import_shows_error (gpointer dialog)
{
  return g_str_equal (suivi_import_dialog_get_step (dialog), "error");
}

/**
 * import_create_workspace:
 *
 * Makes an empty workspace in the window of @fixture.
 */
void
import_create_workspace (AppFixture *fixture)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "Work.suivi");

  suivi_window_create_workspace (fixture->window, file);
  app_wait_until (has_workspace, fixture->window);
}

/**
 * import_begin:
 * @path: a file
 *
 * Returns: (transfer none): the import window, which reads the file
 */
SuiviImportDialog *
import_begin (AppFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  suivi_window_open_file (fixture->window, file);
  app_wait_until (import_has_dialog, NULL);
  return SUIVI_IMPORT_DIALOG (app_find_window (SUIVI_TYPE_IMPORT_DIALOG));
}

/**
 * import_begin_text:
 * @name: name of a new file in the folder of @fixture
 * @text: what it holds
 *
 * Returns: (transfer none): the import window at its first step
 */
SuiviImportDialog *
import_begin_text (AppFixture *fixture, const char *name, const char *text)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, name);
  g_autoptr (GError) error = NULL;
  SuiviImportDialog *dialog = NULL;

  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);
  dialog = import_begin (fixture, g_file_peek_path (file));
  app_wait_until (import_shows_file, dialog);
  return dialog;
}

/**
 * import_continue:
 *
 * From the first step to the second.
 */
void
import_continue (SuiviImportDialog *dialog)
{
  app_wait_until (import_is_ready, dialog);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.continue", NULL));
  app_wait_until (import_shows_plan, dialog);
}

/**
 * import_go_to_plan:
 * @path: a file that needs no word from the user
 *
 * Returns: (transfer none): the import window at its second step
 */
SuiviImportDialog *
import_go_to_plan (AppFixture *fixture, const char *path)
{
  SuiviImportDialog *dialog = import_begin (fixture, path);

  app_wait_until (import_shows_file, dialog);
  import_continue (dialog);
  return dialog;
}

/**
 * import_apply:
 *
 * From the second step to the end.
 */
void
import_apply (SuiviImportDialog *dialog)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL));
  app_wait_until (import_has_no_dialog, NULL);
}

/**
 * import_check_narrow:
 * @name: name of the picture
 *
 * Checks that the window fits on a telephone, 360 pixels wide.
 */
void
import_check_narrow (SuiviImportDialog *dialog, const char *name)
{
  int minimum = 0;

  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  if (g_getenv ("SUIVI_SCREENSHOTS") == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 640);
  app_settle ();
  app_save_screenshot (GTK_WIDGET (dialog), name);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 900, 700);
  app_settle ();
}

/**
 * import_find_drop_down:
 * @header: of a column
 *
 * Returns: (transfer none) (nullable): the drop-down that says what the column means
 */
GtkWidget *
import_find_drop_down (GtkWidget *root, const char *header)
{
  GtkWidget *label = app_find_text (root, header);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, SUIVI_TYPE_MAPPING_ROW) : NULL;

  return row != NULL ? app_find_type (row, GTK_TYPE_DROP_DOWN) : NULL;
}

/**
 * import_find_button:
 * @label: what stands on it
 *
 * Returns: (transfer none) (nullable): the button
 */
GtkWidget *
import_find_button (GtkWidget *root, const char *label)
{
  GtkWidget *text = app_find_text (root, label);

  return text != NULL ? gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON) : NULL;
}

/**
 * import_pick_state:
 * @state: the State under review, ISO 3166-1 alpha-3
 *
 * Answers which review the file is about.
 */
void
import_pick_state (SuiviImportDialog *dialog, const char *state)
{
  GtkWidget *picker = app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_STATE_PICKER);

  suivi_state_picker_set_state (SUIVI_STATE_PICKER (picker), state);
  app_settle ();
}
