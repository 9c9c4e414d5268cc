/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/requirement-row.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/check-item-dialog.h"
#include "app/consultation/check-row.h"

/* Where a row stands in the opened requirement. Items come by their place in the checklist, those for afterwards
 * behind the others. */
enum
{
  PLACE_ABOUT,
  PLACE_ITEMS = 1,
  PLACE_AFTER = 1 << 16,
  PLACE_ADD = 1 << 17,
};

struct _SuiviRequirementRow
{
  AdwExpanderRow parent_instance;

  GtkLabel *mark;
  GtkLabel *count;
  GtkWidget *about;
  GtkLabel *about_text;
  GtkWidget *after;
  GtkWidget *add;

  SuiviConsultationStep *step; /* (unowned) (nullable): weak */
  guint requirement;
  GHashTable *rows; /* (element-type utf8 SuiviCheckRow): by key of the item; those that were made */
  gboolean writable;
};

G_DEFINE_FINAL_TYPE (SuiviRequirementRow, suivi_requirement_row, ADW_TYPE_EXPANDER_ROW)

static GQuark
place_quark (void)
{
  return g_quark_from_static_string ("suivi-place");
}

static guint
get_place (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (row), place_quark ()));
}

static void
set_place (GtkWidget *row, guint place)
{
  if (get_place (GTK_LIST_BOX_ROW (row)) == place)
    return;

  g_object_set_qdata (G_OBJECT (row), place_quark (), GUINT_TO_POINTER (place));
  if (gtk_widget_get_parent (row) != NULL)
    gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
}

static int
compare_places (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  return (int) get_place (a) - (int) get_place (b);
}

/* ---- How it stands ---- */

static const char *
get_letter (SuiviRequirementRow *self)
{
  return suivi_checklist_get_requirement (self->requirement)->letter;
}

static gboolean
was_let_pass (SuiviRequirementRow *self, SuiviStanding *standing)
{
  for (guint i = 0; i < standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (standing->items, SuiviStandingItem, i);

      if (item->must && item->overridden && !item->met
          && g_strcmp0 (item->requirement, get_letter (self)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A symbol with a colour; the words beside it say the same. What was let pass is not what is in place. */
static void
show_mark (SuiviRequirementRow *self, SuiviStanding *standing)
{
  static const struct
  {
    const char *symbol;
    const char *style;
  } marks[]
    = { { "○", "light-grey" }, { "◐", "light-grey" }, { "◐", "light-amber" }, { "●", "light-green" } };
  const SuiviStandingRow *row = &standing->rows[self->requirement];
  guint mark = 0;

  if (was_let_pass (self, standing))
    mark = 2;
  else if (row->n_items > 0 && row->n_missing_now + row->n_missing_after == 0)
    mark = 3;
  else if (row->n_answered > 0)
    mark = row->n_missing_now > 0 ? 2 : 1;

  gtk_label_set_label (self->mark, marks[mark].symbol);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), marks[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), marks[mark].style);
}

static void
show_standing (SuiviRequirementRow *self, SuiviStanding *standing)
{
  const SuiviRequirement *requirement = suivi_checklist_get_requirement (self->requirement);
  const SuiviStandingRow *row = &standing->rows[self->requirement];
  g_autofree char *words = suivi_standing_say (standing, self->requirement);
  /* Translators: how many items of a list are answered: "5 of 6" */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), row->n_answered, row->n_items);
  g_autofree char *answered
    = g_strdup_printf (ngettext ("%u of %u item answered", "%u of %u items answered", row->n_items),
                       row->n_answered, row->n_items);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", requirement->title, answered, words);

  show_mark (self, standing);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), answered);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, answered, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ---- The items ---- */

static gboolean
is_retired (SuiviConsultationRecord *record, const SuiviStandingItem *item)
{
  for (guint i = 0; item->own && i < record->own_items->len; i++)
    {
      const SuiviCheckItem *own = g_ptr_array_index (record->own_items, i);

      if (g_strcmp0 (own->id, item->id) == 0)
        return own->retired != 0;
    }

  return FALSE;
}

static void
show_item (SuiviRequirementRow *self,
           SuiviConsultationRecord *record,
           const SuiviStandingItem *item,
           guint place)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, item->id);

  if (row == NULL)
    {
      row = suivi_check_row_new (self->step);
      set_place (row, place);
      suivi_check_row_set_item (SUIVI_CHECK_ROW (row), item, is_retired (record, item), self->writable);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_hash_table_insert (self->rows, g_strdup (item->id), row);
      return;
    }

  set_place (row, place);
  suivi_check_row_set_item (SUIVI_CHECK_ROW (row), item, is_retired (record, item), self->writable);
}

static void
drop_row (SuiviRequirementRow *self, GtkWidget *row)
{
  suivi_check_row_flush (SUIVI_CHECK_ROW (row));
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), row);
}

/* Rows are never made anew while their item is asked: what is typed, the focus and the place on the page stay. */
static void
show_items (SuiviRequirementRow *self, SuiviConsultationRecord *record)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any_after = FALSE;
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer row = NULL;

  for (guint i = 0; i < record->standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (record->standing->items, SuiviStandingItem, i);

      if (g_strcmp0 (item->requirement, get_letter (self)) != 0)
        continue;
      show_item (self, record, item, (item->after ? PLACE_AFTER : PLACE_ITEMS) + i + 1);
      g_hash_table_add (asked, (gpointer) item->id);
      any_after = any_after || item->after;
    }

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      if (g_hash_table_contains (asked, id))
        continue;
      drop_row (self, row);
      g_hash_table_iter_remove (&iter);
    }

  gtk_widget_set_visible (self->after, any_after);
  /* Later, an item that is added is not asked here any more. */
  gtk_widget_set_visible (self->add,
                          self->writable && record->consultation->status == SUIVI_CONSULTATION_PLANNING);
}

static void
expanded_cb (SuiviRequirementRow *self)
{
  SuiviConsultationRecord *record
    = self->step != NULL ? suivi_consultation_step_get_record (self->step) : NULL;

  if (record != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    show_items (self, record);
}

static void
add_item_cb (SuiviRequirementRow *self)
{
  GtkWidget *dialog = NULL;

  if (self->step == NULL || !self->writable)
    return;
  dialog = suivi_check_item_dialog_new (self->step, self->requirement);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- The keyboard ---- */

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return compare_places (*(GtkListBoxRow *const *) a, *(GtkListBoxRow *const *) b, NULL);
}

/* The head, and, of an open requirement, its items in their order and the row that adds one */
static GPtrArray *
list_stops (SuiviRequirementRow *self)
{
  GPtrArray *stops = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row = NULL;

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    {
      g_hash_table_iter_init (&iter, self->rows);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        g_ptr_array_add (stops, row);
      g_ptr_array_sort (stops, compare_rows);
      g_ptr_array_add (stops, self->add);
    }
  g_ptr_array_insert (stops, 0, gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self))));

  return stops;
}

/* The expander would stop for good at the first row that cannot have the focus: what the requirement is about. */
static gboolean
suivi_requirement_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  g_autoptr (GPtrArray) stops = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int at = 0;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (suivi_requirement_row_parent_class)->focus (widget, direction);

  stops = list_stops (SUIVI_REQUIREMENT_ROW (widget));
  at = step > 0 ? 0 : (int) stops->len - 1;
  for (int i = 0; focus != NULL && i < (int) stops->len; i++)
    {
      if (focus == stops->pdata[i] || gtk_widget_is_ancestor (focus, stops->pdata[i]))
        at = i;
    }
  for (; at >= 0 && at < (int) stops->len; at += step)
    {
      if (gtk_widget_child_focus (stops->pdata[at], direction))
        return TRUE;
    }

  return FALSE;
}

/* ---- The widget ---- */

static void
suivi_requirement_row_dispose (GObject *object)
{
  SuiviRequirementRow *self = SUIVI_REQUIREMENT_ROW (object);

  g_hash_table_remove_all (self->rows);
  g_clear_weak_pointer (&self->step);

  G_OBJECT_CLASS (suivi_requirement_row_parent_class)->dispose (object);
}

static void
suivi_requirement_row_finalize (GObject *object)
{
  g_hash_table_unref (SUIVI_REQUIREMENT_ROW (object)->rows);

  G_OBJECT_CLASS (suivi_requirement_row_parent_class)->finalize (object);
}

static void
suivi_requirement_row_class_init (SuiviRequirementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_requirement_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_requirement_row_finalize;
  widget_class->focus = suivi_requirement_row_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/requirement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviRequirementRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SuiviRequirementRow, count);
  gtk_widget_class_bind_template_child (widget_class, SuiviRequirementRow, about);
  gtk_widget_class_bind_template_child (widget_class, SuiviRequirementRow, about_text);
  gtk_widget_class_bind_template_child (widget_class, SuiviRequirementRow, after);
  gtk_widget_class_bind_template_child (widget_class, SuiviRequirementRow, add);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_item_cb);
}

static void
suivi_requirement_row_init (SuiviRequirementRow *self)
{
  GtkWidget *list = NULL;

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  set_place (self->about, PLACE_ABOUT);
  set_place (self->after, PLACE_AFTER);
  set_place (self->add, PLACE_ADD);
  /* The expander itself only appends; its list can sort, so that an item that comes later gets to its place. */
  list = gtk_widget_get_parent (self->about);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (list), compare_places, NULL, NULL);
}

/**
 * suivi_requirement_row_new:
 * @step: the step that it stands in
 * @requirement: 0 to 8, for (a) to (i)
 *
 * Returns: (transfer floating): a row, closed
 */
GtkWidget *
suivi_requirement_row_new (SuiviConsultationStep *step, guint requirement)
{
  SuiviRequirementRow *self = g_object_new (SUIVI_TYPE_REQUIREMENT_ROW, NULL);
  const SuiviRequirement *about = suivi_checklist_get_requirement (requirement);
  /* Translators: letter and name of one of the nine requirements: "(b) Voluntary" */
  g_autofree char *title = g_strdup_printf (_ ("(%s) %s"), about->letter, about->title);

  g_set_weak_pointer (&self->step, step);
  self->requirement = requirement;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_label_set_label (self->about_text, about->text);

  return GTK_WIDGET (self);
}

/**
 * suivi_requirement_row_update:
 * @writable: whether items may be answered
 *
 * Shows how the requirement stands in the record of the step, and its items if it is open.
 */
void
suivi_requirement_row_update (SuiviRequirementRow *self, gboolean writable)
{
  SuiviConsultationRecord *record = NULL;

  g_return_if_fail (self->step != NULL);

  self->writable = writable;
  record = suivi_consultation_step_get_record (self->step);
  if (record == NULL)
    return;
  show_standing (self, record->standing);
  expanded_cb (self);
}

/**
 * suivi_requirement_row_clear:
 *
 * Closes the requirement and forgets its items: another consultation is shown.
 */
void
suivi_requirement_row_clear (SuiviRequirementRow *self)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    drop_row (self, row);
  g_hash_table_remove_all (self->rows);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
}

/**
 * suivi_requirement_row_show_item:
 * @id: key of an item
 *
 * Opens the requirement and takes the keyboard to the item.
 *
 * Returns: whether it is asked here
 */
gboolean
suivi_requirement_row_show_item (SuiviRequirementRow *self, const char *id)
{
  GtkWidget *row = NULL;

  g_return_val_if_fail (self->step != NULL, FALSE);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  row = g_hash_table_lookup (self->rows, id);

  return row != NULL && gtk_widget_grab_focus (row);
}

/**
 * suivi_requirement_row_flush:
 *
 * Saves at once what was typed and is not saved yet.
 */
void
suivi_requirement_row_flush (SuiviRequirementRow *self)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    suivi_check_row_flush (row);
}
