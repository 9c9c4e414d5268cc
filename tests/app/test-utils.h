/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/application.h"
#include "app/window.h"

G_BEGIN_DECLS

/**
 * AppFixture:
 * @application: an application of its own, not unique
 * @window: a window that shows the start page
 * @folder: a temporary folder, removed at the end
 */
typedef struct
{
  SuiviApplication *application;
  SuiviWindow *window;
  char *folder;
} AppFixture;

typedef gboolean (*AppCondition) (gpointer data);

void app_test_init (int *argc, char ***argv);
void app_fixture_set_up (AppFixture *fixture, gconstpointer data);
void app_fixture_tear_down (AppFixture *fixture, gconstpointer data);
GFile *app_fixture_get_file (AppFixture *fixture, const char *name);
void app_fixture_open_sample (AppFixture *fixture);

void app_remove_folder (const char *path);

void app_wait_until (AppCondition condition, gpointer data);
void app_settle (void);
void app_wait_for_text (GtkWidget *root, const char *text);
GtkWidget *app_find_text (GtkWidget *root, const char *text);
GtkWidget *app_find_action (GtkWidget *root, const char *action);
GtkWidget *app_find_type (GtkWidget *root, GType type);
GtkWidget *app_find_widget (GtkWidget *root, GType type, guint index);
GtkWidget *app_find_visible (GtkWidget *root, GType type, guint index);
guint app_count_widgets (GtkWidget *root, GType type);
guint app_count_visible (GtkWidget *root, GType type);
GtkWindow *app_find_window (GType type);
gboolean app_press_key (GtkWidget *widget, guint key, GdkModifierType modifiers);
gboolean app_press_keycode (GtkWidget *widget, guint key, guint keycode, GdkModifierType modifiers);
guint app_find_keycode (guint key);

gpointer app_run (SuiviWorkspace *workspace, SuiviWorkspaceFunc func, gpointer data);
void app_settle_workspace (SuiviWorkspace *workspace);
void app_undo (SuiviWorkspace *workspace);

char *app_get_test_file (const char *name);
void app_save_screenshot (GtkWidget *widget, const char *name);

G_END_DECLS
