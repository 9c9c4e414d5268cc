/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/start-page.h"

#include <glib/gi18n-lib.h>

#include "app/recent.h"
#include "app/settings.h"

/*
 * What a window shows before it has a workspace. The recent workspaces follow the settings; each is looked up
 * on the disk in the background and shown only if it is still there.
 */
struct _SuiviStartPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *recent_box;
  GtkListBox *recent_list;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SuiviStartPage, suivi_start_page, GTK_TYPE_WIDGET)

static char *
describe_folder (GFile *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *path = parent != NULL ? g_file_get_path (parent) : NULL;
  const char *home = g_get_home_dir ();

  if (path == NULL)
    return parent != NULL ? g_file_get_uri (parent) : g_strdup ("");
  if (g_str_has_prefix (path, home) && (path[strlen (home)] == '/' || path[strlen (home)] == '\0'))
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_steal_pointer (&path);
}

static void
remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  suivi_recent_remove (g_object_get_data (G_OBJECT (button), "suivi-file"));
}

static GtkWidget *
make_recent_row (GFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (base_name);
  g_autofree char *folder = describe_folder (file);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = g_markup_escape_text (folder, -1);
  g_autofree char *remove_label = NULL;

  if (g_str_has_suffix (display_name, ".suivi"))
    display_name[strlen (display_name) - strlen (".suivi")] = '\0';
  title = g_markup_escape_text (display_name, -1);
  /* Translators: %s is the name of a workspace */
  remove_label = g_strdup_printf (_ ("Remove %s from this list"), display_name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_tooltip_text (remove, _ ("Remove from this list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
  g_object_set_data_full (G_OBJECT (remove), "suivi-file", g_object_ref (file), g_object_unref);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);

  g_object_set_data_full (G_OBJECT (row), "suivi-file", g_object_ref (file), g_object_unref);
  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SuiviStartPage *self)
{
  GFile *file = g_object_get_data (G_OBJECT (row), "suivi-file");
  g_autofree char *uri = g_file_get_uri (file);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-uri", "s", uri);
}

static void
query_info_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *row = GTK_WIDGET (user_data);
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (row, SUIVI_TYPE_START_PAGE);

  /* The row may be gone meanwhile: then it is in no page any more. */
  if (info != NULL && page != NULL)
    {
      gtk_widget_set_visible (row, TRUE);
      gtk_widget_set_visible (SUIVI_START_PAGE (page)->recent_box, TRUE);
    }
  g_object_unref (row);
}

static void
fill_recent (SuiviStartPage *self)
{
  g_auto (GStrv) uris = g_settings_get_strv (suivi_settings_get_default (), "recent-workspaces");
  GtkListBoxRow *row = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->recent_box, FALSE);

  for (gsize i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      GtkWidget *recent_row = NULL;

      if (!g_str_has_suffix (uris[i], ".suivi"))
        continue;

      recent_row = make_recent_row (file);
      gtk_widget_set_visible (recent_row, FALSE);
      gtk_list_box_append (self->recent_list, recent_row);
      g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                               G_PRIORITY_DEFAULT, self->cancellable, query_info_cb,
                               g_object_ref (recent_row));
    }
}

static void
suivi_start_page_dispose (GObject *object)
{
  SuiviStartPage *self = SUIVI_START_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_start_page_parent_class)->dispose (object);
}

static void
suivi_start_page_class_init (SuiviStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_start_page_init (SuiviStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (suivi_settings_get_default (), "changed::recent-workspaces",
                           G_CALLBACK (fill_recent), self, G_CONNECT_SWAPPED);
  fill_recent (self);
}

/**
 * suivi_start_page_new:
 *
 * Returns: (transfer floating): the page that a window shows before it has a workspace
 */
GtkWidget *
suivi_start_page_new (void)
{
  return g_object_new (SUIVI_TYPE_START_PAGE, NULL);
}
