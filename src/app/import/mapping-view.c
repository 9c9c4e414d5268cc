/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/mapping-view.h"

#include <glib/gi18n-lib.h>

#include "app/import/mapping-item.h"
#include "app/import/mapping-row.h"
#include "app/review/row-name.h"

/* What the columns of a table mean: each with its first values and a drop-down. */
struct _SuiviMappingView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *remembered;
  GtkListView *list;

  GtkStringList *fields;
  GListStore *items;
  SuiviTableMapping *mapping;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SuiviMappingView, suivi_mapping_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A mapping goes by the words of the header: columns with the same words mean the same. */
static void
field_changed_cb (SuiviMappingItem *item, GParamSpec *pspec, SuiviMappingView *self)
{
  guint field = SUIVI_TABLE_FIELD_IGNORE;

  if (self->setting)
    return;

  g_object_get (item, "field", &field, NULL);
  suivi_table_mapping_set (self->mapping, suivi_mapping_item_get_header (item), (SuiviTableField) field);

  self->setting = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SuiviMappingItem) other = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_object_set (other, "field",
                    suivi_table_mapping_get (self->mapping, suivi_mapping_item_get_header (other)), NULL);
    }
  self->setting = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->remembered), FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviMappingView *self)
{
  gtk_list_item_set_child (list_item, suivi_mapping_row_new (G_LIST_MODEL (self->fields)));
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviMappingView *self)
{
  SuiviMappingItem *item = gtk_list_item_get_item (list_item);

  suivi_mapping_row_set (SUIVI_MAPPING_ROW (gtk_list_item_get_child (list_item)), item);
  suivi_row_name_set (gtk_list_item_get_child (list_item), suivi_mapping_item_get_header (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviMappingView *self)
{
  suivi_mapping_row_set (SUIVI_MAPPING_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
suivi_mapping_view_dispose (GObject *object)
{
  SuiviMappingView *self = SUIVI_MAPPING_VIEW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->fields);

  G_OBJECT_CLASS (suivi_mapping_view_parent_class)->dispose (object);
}

static void
suivi_mapping_view_finalize (GObject *object)
{
  g_clear_pointer (&SUIVI_MAPPING_VIEW (object)->mapping, suivi_table_mapping_free);

  G_OBJECT_CLASS (suivi_mapping_view_parent_class)->finalize (object);
}

static void
suivi_mapping_view_class_init (SuiviMappingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = suivi_mapping_view_dispose;
  object_class->finalize = suivi_mapping_view_finalize;

  /**
   * SuiviMappingView::changed:
   *
   * The user said that a column means something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_MAPPING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/mapping-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviMappingView, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviMappingView, remembered);
  gtk_widget_class_bind_template_child (widget_class, SuiviMappingView, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_mapping_view_init (SuiviMappingView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->fields = gtk_string_list_new (NULL);
  for (int i = 0; i < SUIVI_N_TABLE_FIELDS; i++)
    gtk_string_list_append (self->fields, suivi_table_field_to_label ((SuiviTableField) i));
  self->items = g_list_store_new (SUIVI_TYPE_MAPPING_ITEM);

  gtk_widget_init_template (GTK_WIDGET (self));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  gtk_list_view_set_model (self->list, selection);
}

/**
 * suivi_mapping_view_set_preview:
 * @preview: a table with a mapping
 *
 * Shows the columns of @preview and what they are taken to mean.
 */
void
suivi_mapping_view_set_preview (SuiviMappingView *self, const SuiviTablePreview *preview)
{
  g_return_if_fail (SUIVI_IS_MAPPING_VIEW (self));
  g_return_if_fail (preview != NULL && preview->mapping != NULL);

  g_clear_pointer (&self->mapping, suivi_table_mapping_free);
  self->mapping = suivi_table_mapping_copy (preview->mapping);
  gtk_widget_set_visible (GTK_WIDGET (self->remembered), preview->remembered);

  g_list_store_remove_all (self->items);
  for (guint i = 0; preview->headers[i] != NULL; i++)
    {
      g_autoptr (SuiviMappingItem) item = suivi_mapping_item_new (preview, i);

      g_signal_connect_object (item, "notify::field", G_CALLBACK (field_changed_cb), self, 0);
      g_list_store_append (self->items, item);
    }
}

/**
 * suivi_mapping_view_get_mapping:
 *
 * Returns: (transfer none) (nullable): what the user says that the columns mean
 */
const SuiviTableMapping *
suivi_mapping_view_get_mapping (SuiviMappingView *self)
{
  g_return_val_if_fail (SUIVI_IS_MAPPING_VIEW (self), NULL);

  return self->mapping;
}
