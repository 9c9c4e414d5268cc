/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/fault-item.h"

#include <glib/gi18n-lib.h>

/* One fault for the list of faults, or what the user settled; the first of its kind carries the heading of
 * the kind. */
struct _SuiviFaultItem
{
  GObject parent_instance;

  SuiviImportFault *fault; /* (nullable) */
  SuiviPlanChoice *choice; /* (nullable) */
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
    case SUIVI_FAULT_NO_REVIEW:
      return g_strdup_printf (ngettext ("%u row does not say its review", "%u rows do not say their review",
                                        n),
                              n);
    case SUIVI_FAULT_DUPLICATE:
      return g_strdup_printf (ngettext ("%u row stands in the file twice, with other content",
                                        "%u rows stand in the file twice, with other content", n),
                              n);
    case SUIVI_FAULT_BAD_VALUE:
      return g_strdup_printf (ngettext ("%u cell holds something unexpected",
                                        "%u cells hold something unexpected", n),
                              n);
    case SUIVI_FAULT_BAD_DATE:
      return g_strdup_printf (ngettext ("%u date cannot be understood", "%u dates cannot be understood", n),
                              n);
    case SUIVI_FAULT_UNKNOWN_KEY:
      return g_strdup_printf (ngettext ("%u row belongs to a recommendation that the workspace does not have",
                                        "%u rows belong to recommendations that the workspace does not have",
                                        n),
                              n);
    case SUIVI_FAULT_INCOMPLETE_GRADE:
      return g_strdup_printf (ngettext ("%u grade is not complete", "%u grades are not complete", n), n);
    case SUIVI_FAULT_DAMAGED_CELL:
      return g_strdup_printf (ngettext ("%u cell cannot be read", "%u cells cannot be read", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
suivi_fault_item_finalize (GObject *object)
{
  SuiviFaultItem *self = SUIVI_FAULT_ITEM (object);

  g_clear_pointer (&self->fault, suivi_import_fault_free);
  g_clear_pointer (&self->choice, suivi_plan_choice_free);
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
 * suivi_fault_item_new:
 * @fault: what is wrong; it is copied
 * @n: of the first of its kind, how many there are; else 0
 *
 * Returns: (transfer full): what the list shows of it
 */
SuiviFaultItem *
suivi_fault_item_new (const SuiviImportFault *fault, guint n)
{
  SuiviFaultItem *self = g_object_new (SUIVI_TYPE_FAULT_ITEM, NULL);

  self->fault = suivi_import_fault_copy ((SuiviImportFault *) fault);
  if (n > 0)
    {
      g_autofree char *heading = make_heading (fault->kind, n);

      /* Translators: a heading about rows that could be of any review in the file; %s is another heading, such
       * as "3 rows do not say their review" */
      self->heading = fault->whole_file ? g_strdup_printf (_ ("About the whole file: %s"), heading)
                                        : g_steal_pointer (&heading);
    }
  return self;
}

/**
 * suivi_fault_item_new_for_choice:
 * @choice: what the user settled; it is copied
 * @first: whether it is the first of them
 *
 * Returns: (transfer full): what the list shows of it
 */
SuiviFaultItem *
suivi_fault_item_new_for_choice (const SuiviPlanChoice *choice, gboolean first)
{
  SuiviFaultItem *self = g_object_new (SUIVI_TYPE_FAULT_ITEM, NULL);

  self->choice = suivi_plan_choice_copy (choice);
  if (first)
    /* Translators: heading of words of the file of which the user said what they mean */
    self->heading = g_strdup (_ ("Settled by you"));
  return self;
}

/**
 * suivi_fault_item_get_fault:
 *
 * Returns: (transfer none) (nullable): what is wrong; %NULL if the user settled it
 */
SuiviImportFault *
suivi_fault_item_get_fault (SuiviFaultItem *self)
{
  g_return_val_if_fail (SUIVI_IS_FAULT_ITEM (self), NULL);

  return self->fault;
}

/**
 * suivi_fault_item_get_choice:
 *
 * Returns: (transfer none) (nullable): what the user settled
 */
const SuiviPlanChoice *
suivi_fault_item_get_choice (SuiviFaultItem *self)
{
  g_return_val_if_fail (SUIVI_IS_FAULT_ITEM (self), NULL);

  return self->choice;
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
