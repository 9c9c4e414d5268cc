/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/sources/sources-window.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/sources/source-row.h"

struct _SuiviSourcesWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkLabel *summary;
  GtkListBox *list;

  SuiviWorkspace *workspace; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  char *import_id;           /* (nullable): which import to open as soon as it is there */
};

G_DEFINE_FINAL_TYPE (SuiviSourcesWindow, suivi_sources_window, ADW_TYPE_WINDOW)

static void
copied_cb (SuiviSourcesWindow *self)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Checksum copied")));
}

static void
open_wanted (SuiviSourcesWindow *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_strcmp0 (suivi_source_row_get_import (SUIVI_SOURCE_ROW (row)), self->import_id) != 0)
        continue;
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      /* Which also scrolls there. */
      gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
      g_clear_pointer (&self->import_id, g_free);
    }
}

static void
show_imports (SuiviSourcesWindow *self, GPtrArray *imports)
{
  GtkListBoxRow *row = NULL;
  g_autofree char *text = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < imports->len; i++)
    {
      GtkWidget *source = suivi_source_row_new (g_ptr_array_index (imports, i));

      g_signal_connect_object (source, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, source);
    }

  text = g_strdup_printf (ngettext ("%u file was imported.", "%u files were imported, the latest first.",
                                    imports->len),
                          imports->len);
  gtk_label_set_label (self->summary, text);
  gtk_stack_set_visible_child_name (self->stack, imports->len > 0 ? "sources" : "empty");
  if (self->import_id != NULL)
    open_wanted (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviSourcesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autofree char *description = NULL;

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (imports != NULL)
    {
      show_imports (self, imports);
      return;
    }
  description = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failed, description);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static gpointer
load_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_imports (store, error);
}

static void
load (SuiviSourcesWindow *self)
{
  suivi_workspace_run_async (self->workspace, load_in_worker, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                             self->cancellable, loaded_cb, g_object_ref (self));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  /* The other window chooses the file: this one goes out of its way. */
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.import", NULL);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
suivi_sources_window_dispose (GObject *object)
{
  SuiviSourcesWindow *self = SUIVI_SOURCES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->import_id, g_free);

  G_OBJECT_CLASS (suivi_sources_window_parent_class)->dispose (object);
}

static void
suivi_sources_window_class_init (SuiviSourcesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sources_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/sources/sources-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSourcesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourcesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourcesWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourcesWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourcesWindow, list);
  gtk_widget_class_install_action (widget_class, "sources.import", NULL, import_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_sources_window_init (SuiviSourcesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_sources_window_new:
 * @parent: the window it belongs to; offers "win.import"
 * @workspace: whose imports to list
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
SuiviSourcesWindow *
suivi_sources_window_new (GtkWindow *parent, SuiviWorkspace *workspace)
{
  SuiviSourcesWindow *self = g_object_new (SUIVI_TYPE_SOURCES_WINDOW, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (load), self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sources.import",
                                 suivi_workspace_get_read_only (workspace) == SUIVI_READ_ONLY_NO);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  load (self);

  return self;
}

/**
 * suivi_sources_window_show_import:
 * @import_id: key of an import
 *
 * Opens the row of that import as soon as it is there.
 */
void
suivi_sources_window_show_import (SuiviSourcesWindow *self, const char *import_id)
{
  g_return_if_fail (SUIVI_IS_SOURCES_WINDOW (self));

  g_free (self->import_id);
  self->import_id = g_strdup (import_id);
  open_wanted (self);
}
