/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/plan-row-list.h"

struct _SuiviPlanRowList
{
  GObject parent_instance;

  SuiviPlanRowFunc func;
  gpointer user_data;
  GArray *indices; /* (owned): of guint */
};

static GType
get_item_type (GListModel *model)
{
  return SUIVI_TYPE_PLAN_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SUIVI_PLAN_ROW_LIST (model)->indices->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SuiviPlanRowList *self = SUIVI_PLAN_ROW_LIST (model);

  if (position >= self->indices->len)
    return NULL;

  return self->func (self->user_data, g_array_index (self->indices, guint, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SuiviPlanRowList,
                               suivi_plan_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
suivi_plan_row_list_finalize (GObject *object)
{
  g_array_unref (SUIVI_PLAN_ROW_LIST (object)->indices);

  G_OBJECT_CLASS (suivi_plan_row_list_parent_class)->finalize (object);
}

static void
suivi_plan_row_list_class_init (SuiviPlanRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_plan_row_list_finalize;
}

static void
suivi_plan_row_list_init (SuiviPlanRowList *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * suivi_plan_row_list_new:
 * @func: makes the row, or finds it if it is alive
 * @user_data: data for @func
 *
 * Returns: (transfer full): a list without rows
 */
SuiviPlanRowList *
suivi_plan_row_list_new (SuiviPlanRowFunc func, gpointer user_data)
{
  SuiviPlanRowList *self = g_object_new (SUIVI_TYPE_PLAN_ROW_LIST, NULL);

  self->func = func;
  self->user_data = user_data;

  return self;
}

/**
 * suivi_plan_row_list_add:
 * @index: which row of the plan comes last
 */
void
suivi_plan_row_list_add (SuiviPlanRowList *self, guint index)
{
  g_array_append_val (self->indices, index);
  g_list_model_items_changed (G_LIST_MODEL (self), self->indices->len - 1, 0, 1);
}

/**
 * suivi_plan_row_list_take:
 * @indices: (transfer full) (element-type guint): which rows of the plan, in this order
 *
 * The old rows go before the new ones come: a widget that holds a row must not meet it at another place
 * meanwhile.
 */
void
suivi_plan_row_list_take (SuiviPlanRowList *self, GArray *indices)
{
  guint n_before = self->indices->len;
  GArray *before = self->indices;

  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  g_array_unref (before);

  g_array_unref (self->indices);
  self->indices = indices;
  if (indices->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, indices->len);
}

/**
 * suivi_plan_row_list_peek:
 *
 * Returns: (transfer none) (element-type guint): which rows of the plan
 */
const GArray *
suivi_plan_row_list_peek (SuiviPlanRowList *self)
{
  return self->indices;
}

/**
 * suivi_plan_row_list_detach:
 *
 * To be called when the plan goes: whoever still holds the list finds it empty.
 */
void
suivi_plan_row_list_detach (SuiviPlanRowList *self)
{
  suivi_plan_row_list_take (self, g_array_new (FALSE, FALSE, sizeof (guint)));
}
