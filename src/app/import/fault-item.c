/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/fault-item.h"

#include <glib/gi18n-lib.h>

/* One fault for the list of faults; the first of its kind carries the heading of the kind. */
struct _SuiviFaultItem
{
  GObject parent_instance;

  SuiviImportFault *fault;
  char *heading;
};

G_DEFINE_FINAL_TYPE (SuiviFaultItem, suivi_fault_item, G_TYPE_OBJECT)

static char *
make_heading (SuiviFaultKind kind, guint n)
{
  switch (kind)
    {
    case SUIVI_FAULT_NO_NUMBER:
      return g_strdup_printf (ngettext ("%u row has no number", "%u rows have no number", n), n);
    case SUIVI_FAULT_DUPLICATE_NUMBER:
      return g_strdup_printf (ngettext ("%u row has a number that was there before",
                                        "%u rows have a number that was there before", n),
                              n);
    case SUIVI_FAULT_NO_TEXT:
      return g_strdup_printf (ngettext ("%u row has no text", "%u rows have no text", n), n);
    case SUIVI_FAULT_NO_STATE:
      return g_strdup_printf (ngettext ("%u row names no State", "%u rows name no State", n), n);
    case SUIVI_FAULT_UNKNOWN_STATE:
      return g_strdup_printf (ngettext ("%u row names a State that we do not know",
                                        "%u rows name a State that we do not know", n),
                              n);
    case SUIVI_FAULT_UNKNOWN_POSITION:
      return g_strdup_printf (ngettext ("%u row has an answer that we do not know",
                                        "%u rows have an answer that we do not know", n),
                              n);
    case SUIVI_FAULT_MISSING_CELLS:
      return g_strdup_printf (ngettext ("%u row lacks cells", "%u rows lack cells", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
suivi_fault_item_finalize (GObject *object)
{
  SuiviFaultItem *self = SUIVI_FAULT_ITEM (object);

  g_clear_pointer (&self->fault, suivi_import_fault_free);
  g_free (self->heading);

  G_OBJECT_CLASS (suivi_fault_item_parent_class)->finalize (object);
}

static void
suivi_fault_item_class_init (SuiviFaultItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_fault_item_finalize;
}

static void
suivi_fault_item_init (SuiviFaultItem *self)
{
}

/**
 * suivi_fault_item_get_fault:
 *
 * Returns: (transfer none): what is wrong
 */
SuiviImportFault *
suivi_fault_item_get_fault (SuiviFaultItem *self)
{
  g_return_val_if_fail (SUIVI_IS_FAULT_ITEM (self), NULL);

  return self->fault;
}

/**
 * suivi_fault_item_get_heading:
 *
 * Returns: (nullable): the heading of the kind, on the first fault of each kind
 */
const char *
suivi_fault_item_get_heading (SuiviFaultItem *self)
{
  g_return_val_if_fail (SUIVI_IS_FAULT_ITEM (self), NULL);

  return self->heading;
}

/**
 * suivi_fault_items_new:
 * @plan: a plan
 *
 * Returns: (transfer full): its faults (#SuiviFaultItem), one kind after the other, each in the order of the
 * file
 */
GListModel *
suivi_fault_items_new (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);
  GListStore *store = g_list_store_new (SUIVI_TYPE_FAULT_ITEM);

  for (int kind = SUIVI_FAULT_NO_NUMBER; kind <= SUIVI_FAULT_MISSING_CELLS; kind++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < faults->len; i++)
        {
          SuiviImportFault *fault = g_ptr_array_index (faults, i);
          SuiviFaultItem *item = NULL;

          if ((int) fault->kind != kind)
            continue;
          item = g_object_new (SUIVI_TYPE_FAULT_ITEM, NULL);
          item->fault = suivi_import_fault_copy (fault);
          g_ptr_array_add (items, item);
        }
      if (items->len > 0)
        SUIVI_FAULT_ITEM (g_ptr_array_index (items, 0))->heading
          = make_heading ((SuiviFaultKind) kind, items->len);
      g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, items->pdata,
                           items->len);
    }
  return G_LIST_MODEL (store);
}
