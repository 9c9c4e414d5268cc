/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/fault-list.h"

/*
 * The faults of a file, one kind after the other, each in the order of the file; first those of which it is
 * known which review they are about. Behind them, what the user settled. A table may have as many faults as
 * rows, so items are made when they are asked for.
 */
struct _SuiviFaultList
{
  GObject parent_instance;

  GPtrArray *faults;  /* (owned) (element-type SuiviImportFault): by kind */
  GPtrArray *choices; /* (owned) (element-type SuiviPlanChoice) */
  GHashTable *counts; /* place of the kind to how many */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SuiviFaultList,
                               suivi_fault_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const SuiviImportFault *
get_fault (SuiviFaultList *self, guint position)
{
  return g_ptr_array_index (self->faults, position);
}

/* The place of its kind among the kinds, those about the whole file last. */
static int
get_place (const SuiviImportFault *fault)
{
  return (int) fault->kind + (fault->whole_file ? SUIVI_FAULT_DAMAGED_CELL + 1 : 0);
}

static GType
get_item_type (GListModel *model)
{
  return SUIVI_TYPE_FAULT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  SuiviFaultList *self = SUIVI_FAULT_LIST (model);

  return self->faults->len + self->choices->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SuiviFaultList *self = SUIVI_FAULT_LIST (model);
  const SuiviImportFault *fault = NULL;
  guint n = 0;

  if (position >= get_n_items (model))
    return NULL;
  if (position >= self->faults->len)
    return suivi_fault_item_new_for_choice (g_ptr_array_index (self->choices, position - self->faults->len),
                                            position == self->faults->len);

  fault = get_fault (self, position);
  /* The first of its kind carries the heading of all. */
  if (position == 0 || get_place (get_fault (self, position - 1)) != get_place (fault))
    n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, GINT_TO_POINTER (get_place (fault))));
  return suivi_fault_item_new (fault, n);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
suivi_fault_list_finalize (GObject *object)
{
  SuiviFaultList *self = SUIVI_FAULT_LIST (object);

  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->choices);
  g_hash_table_unref (self->counts);

  G_OBJECT_CLASS (suivi_fault_list_parent_class)->finalize (object);
}

static void
suivi_fault_list_class_init (SuiviFaultListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_fault_list_finalize;
}

static void
suivi_fault_list_init (SuiviFaultList *self)
{
  self->counts = g_hash_table_new (NULL, NULL);
}

/* Stable, as g_ptr_array_sort() is. */
static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const SuiviImportFault *fault_a = *(const SuiviImportFault *const *) a;
  const SuiviImportFault *fault_b = *(const SuiviImportFault *const *) b;

  return (get_place (fault_a) > get_place (fault_b)) - (get_place (fault_a) < get_place (fault_b));
}

/**
 * suivi_fault_list_new:
 * @faults: (element-type SuiviImportFault): the list of suivi_import_plan_list_faults(); it is sorted and a
 *   reference taken
 * @choices: (element-type SuiviPlanChoice): the list of suivi_import_plan_list_choices(); a reference is taken
 *
 * Returns: (transfer full): a #GListModel of #SuiviFaultItem
 */
SuiviFaultList *
suivi_fault_list_new (GPtrArray *faults, GPtrArray *choices)
{
  SuiviFaultList *self = g_object_new (SUIVI_TYPE_FAULT_LIST, NULL);

  g_return_val_if_fail (faults != NULL && choices != NULL, self);

  g_ptr_array_sort (faults, compare_kinds);
  self->faults = g_ptr_array_ref (faults);
  self->choices = g_ptr_array_ref (choices);
  for (guint i = 0; i < faults->len; i++)
    {
      gpointer place = GINT_TO_POINTER (get_place (get_fault (self, i)));

      g_hash_table_insert (self->counts, place,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, place))
                                             + 1));
    }
  return self;
}
