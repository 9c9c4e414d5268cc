/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/choosers.h"
#include "app/digit-key.h"
#include "app/review-dialog.h"
#include "app/sources/sources-window.h"
#include "app/step-toast.h"

/* ---- Import ---- */

static void
import_next (SuiviWindow *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (&self->imports);

  if (file != NULL)
    suivi_window_import_file (self, file);
}

static void
imported_cb (SuiviImportDialog *dialog, const char *sentence, const char *review_id, SuiviWindow *self)
{
  /* One that was made for this. */
  if (self->workspace == NULL)
    suivi_window_set_workspace (self, suivi_import_dialog_get_workspace (dialog));
  suivi_step_toast_show (self->toasts, sentence, _ ("Undo"), "win.undo");
  if (review_id != NULL)
    suivi_window_set_review (self, review_id);
}

static void
place_chosen_cb (GObject *owner, GFile *file)
{
  suivi_window_create_workspace (SUIVI_WINDOW (owner), file);
}

static void
workspace_needed_cb (SuiviImportDialog *dialog, const char *name, SuiviWindow *self)
{
  g_autofree char *file_name = suivi_make_file_name (name, "suivi");

  suivi_choose_to_save (GTK_WINDOW (dialog), _ ("Where to keep the new workspace"), SUIVI_FILE_KIND_WORKSPACE,
                        file_name, G_OBJECT (self), place_chosen_cb);
}

static void
import_dialog_destroyed_cb (SuiviImportDialog *dialog, SuiviWindow *self)
{
  g_clear_weak_pointer (&self->import_dialog);
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    import_next (self);
}

/**
 * suivi_window_import_file:
 * @file: a list of recommendations
 *
 * Shows the import assistant. While one is open, further lists wait for their turn.
 */
void
suivi_window_import_file (SuiviWindow *self, GFile *file)
{
  if (self->import_dialog != NULL)
    {
      g_queue_push_tail (&self->imports, g_object_ref (file));
      return;
    }
  if (self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) != SUIVI_READ_ONLY_NO)
    {
      suivi_window_add_toast (self,
                              adw_toast_new (_ ("This workspace can only be read: nothing was imported")));
      return;
    }

  g_set_weak_pointer (&self->import_dialog, suivi_import_dialog_new (GTK_WINDOW (self), self->workspace));
  g_signal_connect_object (self->import_dialog, "imported", G_CALLBACK (imported_cb), self, 0);
  g_signal_connect_object (self->import_dialog, "workspace-needed", G_CALLBACK (workspace_needed_cb), self,
                           0);
  g_signal_connect_object (self->import_dialog, "destroy", G_CALLBACK (import_dialog_destroyed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (self->import_dialog));
  suivi_import_dialog_load (self->import_dialog, file);
}

/* ---- Actions ---- */

static void
file_chosen_cb (GObject *owner, GFile *file)
{
  suivi_window_open_file (SUIVI_WINDOW (owner), file);
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  suivi_choose_to_open (GTK_WINDOW (widget), _ ("Open a list or workspace"),
                        SUIVI_FILE_KIND_WORKSPACE | SUIVI_FILE_KIND_LIST, G_OBJECT (widget), file_chosen_cb);
}

static void
new_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *name = suivi_make_file_name (_ ("Untitled"), "suivi");

  suivi_choose_to_save (GTK_WINDOW (widget), _ ("Where to keep the new workspace"), SUIVI_FILE_KIND_WORKSPACE,
                        name, G_OBJECT (widget), place_chosen_cb);
}

static void
import_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  suivi_choose_to_open (GTK_WINDOW (widget), _ ("Import a list of recommendations"), SUIVI_FILE_KIND_LIST,
                        G_OBJECT (widget), file_chosen_cb);
}

static void
open_uri_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  suivi_window_open_file (SUIVI_WINDOW (widget), file);
}

static void
open_sample_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  suivi_window_open_sample (SUIVI_WINDOW (widget));
}

static void
cancel_opening_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (SUIVI_WINDOW (widget)->cancellable);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviWindow) self = SUIVI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;
  if (error != NULL)
    suivi_show_error (GTK_WINDOW (self), _ ("This could not be undone"), error->message);
  else
    {
      /* Translators: %s is the name of a step, "Grade 12 recommendations" */
      g_autofree char *sentence = g_strdup_printf (_ ("Undone: %s"), label);

      suivi_step_toast_show (self->toasts, sentence, _ ("Redo"), "win.redo");
    }
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviWindow) self = SUIVI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;
  if (error != NULL)
    suivi_show_error (GTK_WINDOW (self), _ ("This could not be redone"), error->message);
  else
    {
      /* Translators: %s is the name of a step, "Grade 12 recommendations" */
      g_autofree char *sentence = g_strdup_printf (_ ("Redone: %s"), label);

      suivi_step_toast_show (self->toasts, sentence, _ ("Undo"), "win.undo");
    }
}

static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviWindow *self = SUIVI_WINDOW (widget);

  if (self->workspace == NULL)
    return;

  /* The last step is what was just typed, if it is not saved yet. */
  suivi_drafting_page_save (self->drafting);
  suivi_consultations_page_save (self->consultations);
  suivi_workspace_undo_async (self->workspace, undone_cb, g_object_ref (self));
}

static void
redo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviWindow *self = SUIVI_WINDOW (widget);

  if (self->workspace != NULL)
    suivi_workspace_redo_async (self->workspace, redone_cb, g_object_ref (self));
}

/* Whoever types and presses Ctrl+Z means the words, even when the field has nothing left to undo: a graded
 * recommendation must not change behind the text that is being written. */
static gboolean
is_typing (SuiviWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      return gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))
             && gtk_text_buffer_get_char_count (buffer) > 0;
    }
  return GTK_IS_TEXT (focus) && gtk_text_get_text_length (GTK_TEXT (focus)) > 0;
}

static gboolean
undo_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SuiviWindow *self = SUIVI_WINDOW (widget);

  if (is_typing (self))
    return GDK_EVENT_STOP;
  return gtk_widget_activate_action (widget, g_variant_get_string (args, NULL), NULL);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviWindow *self = SUIVI_WINDOW (widget);

  suivi_window_show_page (self, "recommendations");
  suivi_recommendations_page_focus_search (self->recommendations);
}

static void
show_page_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  suivi_window_show_page (SUIVI_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* Alt+1 is the first page, also where "1" is typed with Shift, which the shortcuts of the application do not know. */
static gboolean
page_digit_cb (GtkWidget *widget, guint digit)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (SUIVI_WINDOW (widget)->page_stack);
  g_autoptr (GObject) page = digit > 0 ? g_list_model_get_item (G_LIST_MODEL (pages), digit - 1) : NULL;

  return page != NULL
         && gtk_widget_activate_action (widget, "win.show-page", "s",
                                        gtk_stack_page_get_name (GTK_STACK_PAGE (page)));
}

static void
show_consultation_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviWindow *self = SUIVI_WINDOW (widget);

  if (self->workspace == NULL)
    return;

  suivi_window_show_page (self, "consultations");
  suivi_consultations_page_show_consultation (self->consultations, g_variant_get_string (parameter, NULL));
}

static void
show_sidebar_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviWindow *self = SUIVI_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
  gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

static void
choose_review_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviWindow *self = SUIVI_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
  suivi_sidebar_choose_review (self->sidebar);
}

static void
show_sources (SuiviWindow *self, const char *import_id)
{
  SuiviSourcesWindow *window = NULL;

  if (self->workspace == NULL)
    return;

  window = suivi_sources_window_new (GTK_WINDOW (self), self->workspace);
  if (import_id != NULL)
    suivi_sources_window_show_import (window, import_id);
  gtk_window_present (GTK_WINDOW (window));
}

static void
sources_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_sources (SUIVI_WINDOW (widget), NULL);
}

static void
show_source_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_sources (SUIVI_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
review_added_cb (SuiviReviewDialog *dialog, const char *review_id, SuiviWindow *self)
{
  suivi_window_set_review (self, review_id);
}

static void
add_review_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviWindow *self = SUIVI_WINDOW (widget);
  SuiviReviewDialog *dialog = suivi_review_dialog_new (GTK_WINDOW (self), self->workspace);

  g_signal_connect_object (dialog, "added", G_CALLBACK (review_added_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
uri_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviWindow) self = SUIVI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    return;

  g_debug ("Show: %s", error->message);
  suivi_window_add_toast (self, adw_toast_new (_ ("No application on this computer opens this file")));
}

static void
show_uri_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_show_uri_full (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME, NULL,
                     uri_shown_cb, g_object_ref (widget));
}

/**
 * suivi_window_install_actions:
 *
 * Tells the class of the window what it can do.
 */
void
suivi_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_cb);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-consultation", "s", show_consultation_cb);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-review", NULL, choose_review_cb);
  gtk_widget_class_install_action (widget_class, "win.sources", NULL, sources_cb);
  gtk_widget_class_install_action (widget_class, "win.show-source", "s", show_source_cb);
  gtk_widget_class_install_action (widget_class, "win.add-review", NULL, add_review_cb);
  gtk_widget_class_install_action (widget_class, "win.show-uri", "s", show_uri_cb);

  /* Not application shortcuts: those come before the text field that has the focus. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_shortcut_cb, "s", "win.undo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_shortcut_cb,
                                "s", "win.redo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, undo_shortcut_cb, "s", "win.redo");
}

/**
 * suivi_window_init_shortcuts:
 *
 * What the keyboard can do in the window beyond the shortcuts of the application.
 */
void
suivi_window_init_shortcuts (SuiviWindow *self)
{
  suivi_digit_key_watch (GTK_WIDGET (self), GDK_ALT_MASK, page_digit_cb);
}
