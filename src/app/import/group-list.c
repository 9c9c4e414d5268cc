/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/group-list.h"

#include <glib/gi18n-lib.h>

#include "app/import/group-item.h"
#include "app/import/group-row.h"
#include "app/review/row-name.h"
#include "core/text/text.h"

/* The reviews that a file holds, with check boxes and a search. A whole database has about a thousand. */
struct _SuiviGroupList
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *hint;
  GtkSearchEntry *search;
  GtkLabel *count;
  GtkListView *list;

  GListStore *items;
  GtkFilterListModel *shown;
  char *folded;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SuiviGroupList, suivi_group_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_count (SuiviGroupList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  /* Translators: how many of the reviews in a file are chosen; %1$u of %2$u */
  g_autofree char *text
    = g_strdup_printf (_ ("%1$u of %2$u chosen"), suivi_group_list_count_included (self), n);

  gtk_label_set_label (self->count, text);
}

static void
tell (SuiviGroupList *self)
{
  if (self->setting)
    return;

  show_count (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  SuiviGroupList *self = user_data;

  return self->folded == NULL || suivi_group_item_matches (SUIVI_GROUP_ITEM (item), self->folded);
}

static void
search_changed_cb (GtkSearchEntry *search, SuiviGroupList *self)
{
  g_autofree char *folded = suivi_text_fold (gtk_editable_get_text (GTK_EDITABLE (search)));

  /* The signal also comes once, late, for the empty text at the start. */
  if (g_strcmp0 (folded, self->folded) == 0)
    return;

  g_free (self->folded);
  self->folded = g_steal_pointer (&folded);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
}

/* All that are shown: who searched for one State means that one. */
static void
include_shown (SuiviGroupList *self, gboolean included)
{
  self->setting = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (SuiviGroupItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      suivi_group_item_set_included (item, included);
    }
  self->setting = FALSE;
  tell (self);
}

static void
all_clicked_cb (GtkButton *button, SuiviGroupList *self)
{
  include_shown (self, TRUE);
}

static void
none_clicked_cb (GtkButton *button, SuiviGroupList *self)
{
  include_shown (self, FALSE);
}

static void
activate_cb (GtkListView *list, guint position, SuiviGroupList *self)
{
  g_autoptr (SuiviGroupItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  self->setting = TRUE;
  suivi_group_item_set_included (item, !suivi_group_item_get_included (item));
  self->setting = FALSE;
  tell (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviGroupList *self)
{
  GtkWidget *row = suivi_group_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviGroupList *self)
{
  SuiviGroupItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *name
    = g_strdup_printf ("%s, %s", suivi_group_item_get_name (item), suivi_group_item_get_details (item));

  suivi_group_row_set (SUIVI_GROUP_ROW (gtk_list_item_get_child (list_item)), item);
  suivi_row_name_set (gtk_list_item_get_child (list_item), name);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviGroupList *self)
{
  suivi_group_row_set (SUIVI_GROUP_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
suivi_group_list_dispose (GObject *object)
{
  SuiviGroupList *self = SUIVI_GROUP_LIST (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->shown);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (suivi_group_list_parent_class)->dispose (object);
}

static void
suivi_group_list_finalize (GObject *object)
{
  g_free (SUIVI_GROUP_LIST (object)->folded);

  G_OBJECT_CLASS (suivi_group_list_parent_class)->finalize (object);
}

static void
suivi_group_list_class_init (SuiviGroupListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = suivi_group_list_dispose;
  object_class->finalize = suivi_group_list_finalize;

  /**
   * SuiviGroupList::changed:
   *
   * The user chose other groups.
   */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", SUIVI_TYPE_GROUP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/group-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupList, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupList, hint);
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupList, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupList, count);
  gtk_widget_class_bind_template_child (widget_class, SuiviGroupList, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_group_list_init (SuiviGroupList *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (SUIVI_TYPE_GROUP_ITEM);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                           GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown))));
  gtk_list_view_set_model (self->list, selection);
}

/**
 * suivi_group_list_set_groups:
 * @groups: (element-type SuiviPlanGroup): what to choose from
 */
void
suivi_group_list_set_groups (SuiviGroupList *self, GPtrArray *groups)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SUIVI_IS_GROUP_LIST (self));
  g_return_if_fail (groups != NULL);

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (items, suivi_group_item_new (g_ptr_array_index (groups, i)));
  g_ptr_array_sort (items, suivi_group_item_compare);

  g_list_store_remove_all (self->items);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  show_count (self);
}

/**
 * suivi_group_list_set_hint:
 * @hint: (nullable): a sentence about what is ticked
 */
void
suivi_group_list_set_hint (SuiviGroupList *self, const char *hint)
{
  g_return_if_fail (SUIVI_IS_GROUP_LIST (self));

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

/**
 * suivi_group_list_count_included:
 *
 * Returns: how many groups the user wants
 */
guint
suivi_group_list_count_included (SuiviGroupList *self)
{
  guint n_included = 0;

  g_return_val_if_fail (SUIVI_IS_GROUP_LIST (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SuiviGroupItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n_included += suivi_group_item_get_included (item);
    }
  return n_included;
}

/**
 * suivi_group_list_list_groups:
 *
 * Returns: (transfer full) (element-type SuiviPlanGroup): the groups, with what the user wants
 */
GPtrArray *
suivi_group_list_list_groups (SuiviGroupList *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_plan_group_free);

  g_return_val_if_fail (SUIVI_IS_GROUP_LIST (self), groups);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SuiviGroupItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_ptr_array_add (groups, suivi_group_item_make_group (item));
    }
  return groups;
}
