/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/list-chooser.h"
#include "app/drafting/panel-widgets.h"
#include "core/text/text.h"

struct _SuiviListChooser
{
  AdwWindow parent_instance;

  GtkEditable *search;
  GtkListBox *list;

  char **words; /* (owned) (nullable): what is searched for, folded */
};

G_DEFINE_FINAL_TYPE (SuiviListChooser, suivi_list_chooser, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_data (GtkListBoxRow *row, const char *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  SuiviListChooser *self = user_data;
  const char *folded = get_data (row, "suivi-folded");

  for (gsize i = 0; self->words != NULL && self->words[i] != NULL; i++)
    {
      if (strstr (folded, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* The name of a section stands over its first row. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *section = get_data (row, "suivi-section");
  GtkWidget *label = NULL;

  if (section == NULL || (before != NULL && g_strcmp0 (section, get_data (before, "suivi-section")) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "recommendation-row");
  gtk_list_box_row_set_header (row, label);
}

static void
search_changed_cb (SuiviListChooser *self)
{
  g_autofree char *folded = suivi_text_fold (gtk_editable_get_text (self->search));

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit_set (folded, " ", 20);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
search_activated_cb (SuiviListChooser *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (SuiviListChooser *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (SuiviListChooser *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_data (row, "suivi-id"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
suivi_list_chooser_finalize (GObject *object)
{
  g_strfreev (SUIVI_LIST_CHOOSER (object)->words);

  G_OBJECT_CLASS (suivi_list_chooser_parent_class)->finalize (object);
}

static void
suivi_list_chooser_class_init (SuiviListChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_list_chooser_finalize;

  /**
   * SuiviListChooser::chosen:
   * @id: what was given with the row
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SUIVI_TYPE_LIST_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/list-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviListChooser, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviListChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_list_chooser_init (SuiviListChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

/**
 * suivi_list_chooser_new:
 * @parent: (nullable): the window it belongs to
 * @title: what is chosen; names the list
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
SuiviListChooser *
suivi_list_chooser_new (GtkWindow *parent, const char *title)
{
  SuiviListChooser *self = g_object_new (SUIVI_TYPE_LIST_CHOOSER, "title", title, NULL);
  g_autofree char *search = NULL;

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  /* Translators: %s is what is searched: "Verbs" */
  search = g_strdup_printf (_ ("Search: %s"), title);
  g_object_set (self->search, "placeholder-text", search, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return self;
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * suivi_list_chooser_add:
 * @id: what "chosen" is emitted with
 * @section: (nullable): the part of the list that it belongs to; rows of one section come one after the other
 * @head: what it is called
 * @text: (nullable): more about it
 */
void
suivi_list_chooser_add (SuiviListChooser *self,
                        const char *id,
                        const char *section,
                        const char *head,
                        const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = text != NULL ? g_strdup_printf ("%s. %s", head, text) : g_strdup (head);

  gtk_box_append (GTK_BOX (box), create_label (head, "heading"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), create_label (text, "dim-label"));
  gtk_widget_add_css_class (box, "recommendation-row");
  gtk_widget_add_css_class (row, "output-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "suivi-id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), "suivi-section", g_strdup (section), g_free);
  g_object_set_data_full (G_OBJECT (row), "suivi-folded", suivi_text_fold (name), g_free);
  gtk_list_box_append (self->list, row);
}
