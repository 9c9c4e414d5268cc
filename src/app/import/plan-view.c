/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/plan-view.h"

#include <glib/gi18n-lib.h>

#include "app/import/fault-row.h"
#include "app/import/import-row.h"
#include "app/review/row-name.h"

/* What an import would do: four numbers to choose from, and the rows behind the chosen one. */
struct _SuiviPlanView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkToggleButton *new_button;
  GtkToggleButton *changed_button;
  GtkToggleButton *same_button;
  GtkToggleButton *faulty_button;
  GtkLabel *new_number;
  GtkLabel *changed_number;
  GtkLabel *same_number;
  GtkLabel *faulty_number;
  GtkStack *stack;
  GtkListView *row_list;
  GtkListView *fault_list;
  GtkLabel *empty_label;

  SuiviImportPlan *plan;
  SuiviPlanStatus status;
};

G_DEFINE_FINAL_TYPE (SuiviPlanView, suivi_plan_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkToggleButton *
get_button (SuiviPlanView *self, SuiviPlanStatus status)
{
  GtkToggleButton *buttons[SUIVI_N_PLAN_STATUSES] = {
    [SUIVI_PLAN_NEW] = self->new_button,
    [SUIVI_PLAN_CHANGED] = self->changed_button,
    [SUIVI_PLAN_SAME] = self->same_button,
    [SUIVI_PLAN_FAULTY] = self->faulty_button,
  };

  return buttons[status];
}

static void
show_number (SuiviPlanView *self, SuiviPlanStatus status, GtkLabel *label, const char *words)
{
  g_autofree char *number = g_strdup_printf ("%u", suivi_import_plan_count (self->plan, status));

  gtk_label_set_label (label, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (get_button (self, status)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_button (self, status)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
show_numbers (SuiviPlanView *self)
{
  guint n_new = suivi_import_plan_count (self->plan, SUIVI_PLAN_NEW);
  guint n_changed = suivi_import_plan_count (self->plan, SUIVI_PLAN_CHANGED);
  guint n_same = suivi_import_plan_count (self->plan, SUIVI_PLAN_SAME);
  guint n_faulty = suivi_import_plan_count (self->plan, SUIVI_PLAN_FAULTY);
  g_autofree char *new_words
    = g_strdup_printf (ngettext ("%u new recommendation", "%u new recommendations", n_new), n_new);
  g_autofree char *changed_words
    = g_strdup_printf (ngettext ("%u changed recommendation", "%u changed recommendations", n_changed),
                       n_changed);
  g_autofree char *same_words = g_strdup_printf (ngettext ("%u recommendation stays the same",
                                                           "%u recommendations stay the same", n_same),
                                                 n_same);
  g_autofree char *faulty_words
    = g_strdup_printf (ngettext ("%u row needs attention", "%u rows need attention", n_faulty), n_faulty);

  show_number (self, SUIVI_PLAN_NEW, self->new_number, new_words);
  show_number (self, SUIVI_PLAN_CHANGED, self->changed_number, changed_words);
  show_number (self, SUIVI_PLAN_SAME, self->same_number, same_words);
  show_number (self, SUIVI_PLAN_FAULTY, self->faulty_number, faulty_words);
}

static const char *
explain_empty (SuiviPlanStatus status)
{
  switch (status)
    {
    case SUIVI_PLAN_NEW:
      return _ ("Nothing new: the workspace has every recommendation of this file");
    case SUIVI_PLAN_CHANGED:
      return _ ("Nothing changes in recommendations that the workspace has");
    case SUIVI_PLAN_SAME:
      return _ ("The workspace has none of these recommendations yet");
    case SUIVI_PLAN_FAULTY:
      return _ ("No row needs attention");
    default:
      g_return_val_if_reached ("");
    }
}

static void
show_rows (SuiviPlanView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_list_view_set_model (self->row_list, NULL);
  gtk_list_view_set_model (self->fault_list, NULL);
  if (self->plan == NULL)
    return;

  if (suivi_import_plan_count (self->plan, self->status) == 0)
    {
      gtk_label_set_label (self->empty_label, explain_empty (self->status));
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else if (self->status == SUIVI_PLAN_FAULTY)
    {
      selection = GTK_SELECTION_MODEL (gtk_no_selection_new (suivi_fault_items_new (self->plan)));
      gtk_list_view_set_model (self->fault_list, selection);
      gtk_stack_set_visible_child_name (self->stack, "faults");
    }
  else
    {
      GListModel *rows = suivi_import_plan_get_rows (self->plan, self->status);

      selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (rows)));
      gtk_list_view_set_model (self->row_list, selection);
      gtk_stack_set_visible_child_name (self->stack, "rows");
    }
}

static void
tab_toggled_cb (GtkToggleButton *button, SuiviPlanView *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < SUIVI_N_PLAN_STATUSES; i++)
    {
      if (get_button (self, i) == button)
        self->status = i;
    }
  show_rows (self);
}

static void
row_decided_cb (SuiviPlanView *self)
{
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static void
fault_resolved_cb (SuiviFaultRow *row, const char *name, const char *state, SuiviPlanView *self)
{
  g_autofree char *name_copy = g_strdup (name);

  suivi_import_plan_resolve_state (self->plan, name_copy, state);
  show_numbers (self);
  show_rows (self);
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  GtkWidget *row = suivi_import_row_new ();

  g_signal_connect_object (row, "decided", G_CALLBACK (row_decided_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  SuiviPlanRow *row = gtk_list_item_get_item (item);
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);
  g_autofree char *name = g_strdup_printf ("%s, %s", recommendation->number, recommendation->text);

  suivi_import_row_set (SUIVI_IMPORT_ROW (gtk_list_item_get_child (item)), row);
  suivi_row_name_set (gtk_list_item_get_child (item), name);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  suivi_import_row_set (SUIVI_IMPORT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
setup_fault_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  GtkWidget *row = suivi_fault_row_new ();

  g_signal_connect_object (row, "resolved", G_CALLBACK (fault_resolved_cb), self, 0);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_fault_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  SuiviFaultItem *fault = gtk_list_item_get_item (item);

  suivi_fault_row_set (SUIVI_FAULT_ROW (gtk_list_item_get_child (item)), fault);
  suivi_row_name_set (gtk_list_item_get_child (item), suivi_fault_item_get_fault (fault)->reason);
}

static void
unbind_fault_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  suivi_fault_row_set (SUIVI_FAULT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
suivi_plan_view_dispose (GObject *object)
{
  SuiviPlanView *self = SUIVI_PLAN_VIEW (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_plan_view_parent_class)->dispose (object);
}

static void
suivi_plan_view_class_init (SuiviPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_plan_view_dispose;

  /**
   * SuiviPlanView::decided:
   *
   * The user took or left out a row, or settled a fault: the plan would do something else now.
   */
  signals[SIGNAL_DECIDED]
    = g_signal_new ("decided", SUIVI_TYPE_PLAN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/plan-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, new_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, changed_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, same_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, faulty_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, new_number);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, changed_number);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, same_number);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, faulty_number);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, row_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, fault_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_fault_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_fault_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_fault_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_plan_view_init (SuiviPlanView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_plan_view_set_plan:
 * @plan: (nullable): what to show; %NULL lets go of the plan before, so that another thread may work on it
 *
 * Shows a plan that was compared with the workspace, first the rows that are most likely to be of interest.
 */
void
suivi_plan_view_set_plan (SuiviPlanView *self, SuiviImportPlan *plan)
{
  static const SuiviPlanStatus interest[]
    = { SUIVI_PLAN_FAULTY, SUIVI_PLAN_CHANGED, SUIVI_PLAN_NEW, SUIVI_PLAN_SAME };

  g_return_if_fail (SUIVI_IS_PLAN_VIEW (self));

  g_set_object (&self->plan, plan);
  if (plan == NULL)
    {
      show_rows (self);
      return;
    }

  show_numbers (self);
  for (gsize i = 0; i < G_N_ELEMENTS (interest); i++)
    {
      if (suivi_import_plan_count (plan, interest[i]) > 0)
        {
          suivi_plan_view_show_status (self, interest[i]);
          return;
        }
    }
  suivi_plan_view_show_status (self, SUIVI_PLAN_NEW);
}

/**
 * suivi_plan_view_show_status:
 * @status: which rows to show
 */
void
suivi_plan_view_show_status (SuiviPlanView *self, SuiviPlanStatus status)
{
  g_return_if_fail (SUIVI_IS_PLAN_VIEW (self));
  g_return_if_fail (status < SUIVI_N_PLAN_STATUSES);

  self->status = status;
  gtk_toggle_button_set_active (get_button (self, status), TRUE);
  show_rows (self);
}
