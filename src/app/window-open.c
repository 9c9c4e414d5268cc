/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/choosers.h"
#include "app/settings.h"
#include "exchange/sample.h"

/* Opening a file that is there at once should not make the window flicker. */
#define SPINNER_DELAY_MS 250

typedef enum
{
  OPEN_EXISTING,
  OPEN_NEW,
  OPEN_SAMPLE,
} OpenKind;

typedef struct
{
  SuiviWindow *window;
  GApplication *application;
  GFile *file;
  OpenKind kind;
  GCancellable *cancellable;
  SuiviWorkspace *workspace;
} Opening;

static void open_path (SuiviWindow *self, GFile *file, OpenKind kind);

static void
free_opening (Opening *opening)
{
  if (opening->application != NULL)
    g_application_release (opening->application);
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_object_unref (opening->cancellable);
  g_clear_object (&opening->workspace);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, free_opening)

static char *
dup_display_name (GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);

  return g_filename_display_name (base_name);
}

static GtkWindow *
get_top_window (SuiviWindow *self)
{
  return self->import_dialog != NULL ? GTK_WINDOW (self->import_dialog) : GTK_WINDOW (self);
}

/* Ends the opening, well or badly. */
static void
finish_opening (Opening *opening, const GError *error)
{
  SuiviWindow *self = opening->window;

  g_clear_object (&self->opening);
  /* The window was closed meanwhile: nobody waits any more. */
  if (self->cancellable == NULL)
    return;

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autofree char *name = dup_display_name (opening->file);
          g_autofree char *heading = NULL;

          /* Translators: %s is a file name */
          heading = g_strdup_printf (opening->kind == OPEN_EXISTING ? _ ("“%s” could not be opened")
                                                                    : _ ("“%s” could not be created"),
                                     name);
          suivi_show_error (get_top_window (self), heading, error->message);
        }
      suivi_window_update_actions (self);
      suivi_window_update_main (self);
      return;
    }

  /* What is made for an import is shown when something is in it. */
  if (self->import_dialog != NULL && suivi_import_dialog_get_waiting (self->import_dialog))
    {
      suivi_import_dialog_set_workspace (self->import_dialog, opening->workspace);
      suivi_window_update_actions (self);
      suivi_window_update_main (self);
      return;
    }
  suivi_window_set_workspace (self, opening->workspace);
}

static gpointer
fill_sample_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (suivi_sample_fill (store, error));
}

static void
sample_filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (error != NULL)
    suivi_workspace_close (opening->workspace);
  finish_opening (opening, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;

  opening->workspace = suivi_workspace_open_finish (result, &error);
  /* The window was closed, or the user gave up: nobody waits for the workspace any more. */
  if (opening->workspace != NULL && g_cancellable_set_error_if_cancelled (opening->cancellable, &error))
    suivi_workspace_close (opening->workspace);

  if (error == NULL && opening->kind == OPEN_SAMPLE)
    {
      suivi_workspace_run_async (opening->workspace, fill_sample_in_worker, NULL, NULL, NULL,
                                 opening->cancellable, sample_filled_cb, opening);
      (void) g_steal_pointer (&opening);
      return;
    }
  finish_opening (opening, error);
}

static void
open_now (Opening *opening)
{
  g_autofree char *path = g_file_get_path (opening->file);
  g_autofree char *name = suivi_settings_dup_user_name ();
  g_autofree char *organisation = suivi_settings_dup_organisation ();

  suivi_workspace_open_async (path, opening->kind != OPEN_EXISTING, name, organisation, opening->cancellable,
                              opened_cb, opening);
}

/* The user agreed in the file chooser to replace what is there. Its journal must go as well: SQLite would
 * play the old journal into the new file. A workspace goes to the wastebasket, the sample can be made again.
 */
static void
make_room_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  const char *const suffixes[] = { "-wal", "-shm", "-journal" };
  g_autofree char *path = g_file_get_path (opening->file);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  if (opening->kind == OPEN_SAMPLE)
    {
      g_mkdir_with_parents (folder, 0700);
      g_file_delete (opening->file, NULL, NULL);
    }
  else if (g_file_query_exists (opening->file, NULL) && !g_file_trash (opening->file, NULL, &error))
    {
      g_debug ("Wastebasket: %s", error->message);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_EXISTS, "%s",
                               _ ("There is already a file of this name, and it cannot be moved to the "
                                  "wastebasket. Choose another name."));
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *sibling = g_strconcat (path, suffixes[i], NULL);

      g_unlink (sibling);
    }
  g_task_return_boolean (task, TRUE);
}

static void
room_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      finish_opening (opening, error);
      return;
    }
  open_now (g_steal_pointer (&opening));
}

static gboolean
show_spinner_cb (gpointer user_data)
{
  SuiviWindow *self = SUIVI_WINDOW (user_data);

  self->spinner_timeout = 0;
  suivi_window_update_main (self);
  return G_SOURCE_REMOVE;
}

static void
open_path (SuiviWindow *self, GFile *file, OpenKind kind)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  SuiviWindow *shown = suivi_window_find_for_file (application, file);
  Opening *opening = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (shown != NULL)
    {
      gtk_window_present (GTK_WINDOW (shown));
      if (shown->workspace != NULL && kind == OPEN_NEW)
        suivi_show_error (get_top_window (self), _ ("This workspace is open"),
                          _ ("Close its window before you replace it, or choose another name."));
      return;
    }
  if (!g_file_is_native (file))
    {
      suivi_show_error (get_top_window (self), _ ("Suivi needs a file on this computer"),
                        _ ("Copy the workspace to a folder of this computer and open it there."));
      return;
    }
  if (self->workspace != NULL || self->opening != NULL)
    {
      SuiviWindow *other = suivi_window_new (ADW_APPLICATION (application));

      gtk_window_present (GTK_WINDOW (other));
      open_path (other, file, kind);
      return;
    }

  self->opening = g_object_ref (file);
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
    }
  name = dup_display_name (file);
  /* Translators: %s is a file name */
  text = g_strdup_printf (_ ("Opening “%s”…"), name);
  gtk_label_set_label (self->loading_label, text);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  self->spinner_timeout = g_timeout_add (SPINNER_DELAY_MS, show_spinner_cb, self);
  suivi_window_update_actions (self);

  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->file = g_object_ref (file);
  opening->kind = kind;
  opening->cancellable = g_object_ref (self->cancellable);
  /* Closing the window must not end the program before the file is closed again. */
  if (application != NULL)
    {
      opening->application = G_APPLICATION (application);
      g_application_hold (opening->application);
    }

  if (kind == OPEN_EXISTING)
    {
      open_now (opening);
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, room_made_cb, opening);

      g_task_set_source_tag (task, open_path);
      g_task_set_task_data (task, opening, NULL);
      g_task_run_in_thread (task, make_room_in_thread);
    }
}

static gboolean
is_workspace (GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);

  return base_name != NULL && g_str_has_suffix (base_name, ".suivi");
}

/**
 * suivi_window_open_file:
 * @file: a workspace or a list of recommendations
 *
 * Opens a workspace, in another window if this one is taken; or begins to import a list, into the workspace
 * of this window or into a new one.
 */
void
suivi_window_open_file (SuiviWindow *self, GFile *file)
{
  g_return_if_fail (SUIVI_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (is_workspace (file))
    open_path (self, file, OPEN_EXISTING);
  else
    suivi_window_import_file (self, file);
}

/**
 * suivi_window_create_workspace:
 * @file: where; what is there goes to the wastebasket
 *
 * Makes an empty workspace and shows it, in another window if this one is taken.
 */
void
suivi_window_create_workspace (SuiviWindow *self, GFile *file)
{
  g_return_if_fail (SUIVI_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  open_path (self, file, OPEN_NEW);
}

/**
 * suivi_window_open_sample:
 *
 * Makes a workspace about an imaginary State, fresh each time, in Suivi's own folder, and shows it.
 */
void
suivi_window_open_sample (SuiviWindow *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (SUIVI_IS_WINDOW (self));

  path = g_build_filename (g_get_user_data_dir (), "suivi", "Sample.suivi", NULL);
  file = g_file_new_for_path (path);
  open_path (self, file, OPEN_SAMPLE);
}
