/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/plan-view.h"

#include <glib/gi18n-lib.h>

#include "app/import/fault-list.h"
#include "app/import/fault-row.h"
#include "app/import/import-row.h"
#include "app/review/row-name.h"

/* What an import would do: how many of each kind, tabs to choose from, and the rows behind the chosen one. */
struct _SuiviPlanView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *summary;
  GtkLabel *lights;
  GtkWidget *notes_box;
  GtkLabel *notes;
  GtkToggleButton *new_button;
  GtkToggleButton *changed_button;
  GtkToggleButton *near_button;
  GtkToggleButton *same_button;
  GtkToggleButton *faulty_button;
  GtkWidget *tools;
  GtkLabel *taken;
  GtkWidget *all_button;
  GtkWidget *none_button;
  GtkWidget *decide_button;
  GtkWidget *export_button;
  GtkStack *stack;
  GtkListView *row_list;
  GtkListView *fault_list;
  GtkLabel *empty_label;

  SuiviImportPlan *plan;
  SuiviPlanStatus status;
  gboolean several; /* reviews are in the file, so that each row has to name its own */
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
    [SUIVI_PLAN_NEW] = self->new_button,       [SUIVI_PLAN_CHANGED] = self->changed_button,
    [SUIVI_PLAN_SAME] = self->same_button,     [SUIVI_PLAN_NEAR] = self->near_button,
    [SUIVI_PLAN_FAULTY] = self->faulty_button,
  };

  return buttons[status];
}

static char *
describe_number (SuiviPlanStatus status, guint n)
{
  switch (status)
    {
    case SUIVI_PLAN_NEW:
      /* Translators: how many recommendations */
      return g_strdup_printf (ngettext ("%'u new", "%'u new", n), n);
    case SUIVI_PLAN_CHANGED:
      /* Translators: how many recommendations */
      return g_strdup_printf (ngettext ("%'u changed", "%'u changed", n), n);
    case SUIVI_PLAN_SAME:
      /* Translators: how many recommendations */
      return g_strdup_printf (ngettext ("%'u the same", "%'u the same", n), n);
    case SUIVI_PLAN_NEAR:
      /* Translators: how many recommendations wait for a decision of the user */
      return g_strdup_printf (ngettext ("%'u to decide", "%'u to decide", n), n);
    case SUIVI_PLAN_FAULTY:
    default:
      /* Translators: how many rows of the file */
      return g_strdup_printf (ngettext ("%'u needs attention", "%'u need attention", n), n);
    }
}

/* The statuses in the order of the tabs. */
static const SuiviPlanStatus tabs[]
  = { SUIVI_PLAN_NEW, SUIVI_PLAN_CHANGED, SUIVI_PLAN_SAME, SUIVI_PLAN_NEAR, SUIVI_PLAN_FAULTY };

/* What was settled is no fault any more, and can still be taken back there. */
static gboolean
has_something (SuiviPlanView *self, SuiviPlanStatus status)
{
  g_autoptr (GPtrArray) choices = NULL;

  if (suivi_import_plan_count (self->plan, status) > 0)
    return TRUE;
  if (status != SUIVI_PLAN_FAULTY)
    return FALSE;

  choices = suivi_import_plan_list_choices (self->plan);
  return choices->len > 0;
}

static void
show_numbers (SuiviPlanView *self)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *summary = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      GtkWidget *button = GTK_WIDGET (get_button (self, tabs[i]));
      guint n = suivi_import_plan_count (self->plan, tabs[i]);
      g_autofree char *words = describe_number (tabs[i], n);

      gtk_widget_set_sensitive (button, has_something (self, tabs[i]));
      gtk_widget_set_visible (button, n > 0 || tabs[i] != SUIVI_PLAN_NEAR);
      gtk_widget_set_tooltip_text (button, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      /* Most files have nothing to decide: no word of it then. */
      if (n > 0 || tabs[i] != SUIVI_PLAN_NEAR)
        g_ptr_array_add (pieces, g_steal_pointer (&words));
    }
  g_ptr_array_add (pieces, NULL);
  summary = g_strjoinv (" · ", (char **) pieces->pdata);
  gtk_label_set_label (self->summary, summary);
}

/* What becomes of the scorecard, with what was decided so far. */
static void
show_lights (SuiviPlanView *self)
{
  g_autofree char *sentence = suivi_import_plan_tell_lights (self->plan);

  gtk_label_set_label (self->lights, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->lights), sentence != NULL);
}

static void
show_notes (SuiviPlanView *self)
{
  const char *const *notes = suivi_import_plan_get_notes (self->plan);
  g_autofree char *text = notes != NULL ? g_strjoinv ("\n", (char **) notes) : g_strdup ("");

  gtk_label_set_label (self->notes, text);
  gtk_widget_set_visible (self->notes_box, text[0] != '\0');
}

/* How many of the rows shown are taken, and what can be done with all of them at once. */
static void
show_tools (SuiviPlanView *self)
{
  guint n = suivi_import_plan_count (self->plan, self->status);
  gboolean can_take = self->status == SUIVI_PLAN_NEW || self->status == SUIVI_PLAN_CHANGED;
  g_autofree char *taken = NULL;

  if (can_take)
    /* Translators: how many of the rows shown will be imported; %1$u of %2$u */
    taken = g_strdup_printf (_ ("%1$u of %2$u taken"),
                             suivi_import_plan_count_included (self->plan, self->status), n);
  else if (self->status == SUIVI_PLAN_NEAR)
    /* Translators: how many of the rows shown have a decision; %1$u of %2$u */
    taken
      = g_strdup_printf (_ ("%1$u of %2$u decided"), n - suivi_import_plan_count_undecided (self->plan), n);

  gtk_label_set_label (self->taken, taken != NULL ? taken : "");
  gtk_widget_set_visible (self->all_button, can_take);
  gtk_widget_set_visible (self->none_button, can_take);
  gtk_widget_set_visible (self->decide_button, self->status == SUIVI_PLAN_NEAR);
  gtk_widget_set_visible (self->export_button, self->status == SUIVI_PLAN_FAULTY);
  gtk_widget_set_visible (self->tools, n > 0 && self->status != SUIVI_PLAN_SAME);
}

static void
show_rows (SuiviPlanView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_list_view_set_model (self->row_list, NULL);
  gtk_list_view_set_model (self->fault_list, NULL);
  if (self->plan == NULL)
    return;

  show_tools (self);
  if (!has_something (self, self->status))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else if (self->status == SUIVI_PLAN_FAULTY)
    {
      g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (self->plan);
      g_autoptr (GPtrArray) choices = suivi_import_plan_list_choices (self->plan);

      selection
        = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (suivi_fault_list_new (faults, choices))));
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

/* What is most likely to need the user, else the first tab. */
static void
show_most_interesting (SuiviPlanView *self)
{
  static const SuiviPlanStatus interest[]
    = { SUIVI_PLAN_FAULTY, SUIVI_PLAN_NEAR, SUIVI_PLAN_CHANGED, SUIVI_PLAN_NEW, SUIVI_PLAN_SAME };

  for (gsize i = 0; i < G_N_ELEMENTS (interest); i++)
    {
      if (suivi_import_plan_count (self->plan, interest[i]) > 0)
        {
          suivi_plan_view_show_status (self, interest[i]);
          return;
        }
    }
  suivi_plan_view_show_status (self, SUIVI_PLAN_NEW);
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
tell (SuiviPlanView *self)
{
  show_tools (self);
  show_lights (self);
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static void
include_all (SuiviPlanView *self, gboolean included)
{
  suivi_import_plan_include_all (self->plan, self->status, included);
  tell (self);
}

static void
take_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  include_all (SUIVI_PLAN_VIEW (widget), TRUE);
}

static void
take_none_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  include_all (SUIVI_PLAN_VIEW (widget), FALSE);
}

static void
decide_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviPlanView *self = SUIVI_PLAN_VIEW (widget);
  const char *decision = g_variant_get_string (parameter, NULL);

  if (g_str_equal (decision, "same"))
    suivi_import_plan_decide_all (self->plan, SUIVI_DECISION_SAME);
  else if (g_str_equal (decision, "new"))
    suivi_import_plan_decide_all (self->plan, SUIVI_DECISION_NEW);
  else
    suivi_import_plan_decide_all (self->plan, SUIVI_DECISION_OPEN);
  tell (self);
}

static void
row_decided_cb (SuiviPlanView *self)
{
  tell (self);
}

/* A choice changes what is behind every tab. */
static void
show_settled (SuiviPlanView *self)
{
  show_numbers (self);
  show_rows (self);
  tell (self);
}

/* The plan may be away by now, in all of these. */
static void
state_chosen_cb (SuiviFaultRow *row, const char *name, const char *state, SuiviPlanView *self)
{
  if (self->plan == NULL)
    return;

  suivi_import_plan_resolve_state (self->plan, name, state);
  show_settled (self);
}

static void
position_chosen_cb (SuiviFaultRow *row, const char *word, guint position, SuiviPlanView *self)
{
  if (self->plan == NULL)
    return;

  suivi_import_plan_resolve_position (self->plan, word, (SuiviPosition) position);
  show_settled (self);
}

static void
choice_undone_cb (SuiviFaultRow *row, guint kind, const char *value, SuiviPlanView *self)
{
  if (self->plan == NULL)
    return;

  suivi_import_plan_undo_choice (self->plan, (SuiviFaultKind) kind, value);
  show_settled (self);
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
  g_autofree char *name = g_strdup_printf ("%s %s", recommendation->number, recommendation->text);

  suivi_import_row_set (SUIVI_IMPORT_ROW (gtk_list_item_get_child (item)), row, self->several);
  suivi_row_name_set (gtk_list_item_get_child (item), name);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  suivi_import_row_set (SUIVI_IMPORT_ROW (gtk_list_item_get_child (item)), NULL, FALSE);
}

static void
setup_fault_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  GtkWidget *row = suivi_fault_row_new ();

  g_signal_connect_object (row, "state-chosen", G_CALLBACK (state_chosen_cb), self, 0);
  g_signal_connect_object (row, "position-chosen", G_CALLBACK (position_chosen_cb), self, 0);
  g_signal_connect_object (row, "undone", G_CALLBACK (choice_undone_cb), self, 0);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_fault_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SuiviPlanView *self)
{
  SuiviFaultItem *fault = gtk_list_item_get_item (item);
  const SuiviPlanChoice *choice = suivi_fault_item_get_choice (fault);

  suivi_fault_row_set (SUIVI_FAULT_ROW (gtk_list_item_get_child (item)), fault);
  suivi_row_name_set (gtk_list_item_get_child (item),
                      choice != NULL ? choice->value : suivi_fault_item_get_fault (fault)->reason);
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
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, lights);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, notes_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, notes);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, new_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, changed_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, near_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, same_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, faulty_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, tools);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, taken);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, all_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, none_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, decide_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, export_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, row_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanView, fault_list);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_fault_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_fault_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_fault_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "plan.take-all", NULL, take_all_cb);
  gtk_widget_class_install_action (widget_class, "plan.take-none", NULL, take_none_cb);
  gtk_widget_class_install_action (widget_class, "plan.decide-all", "s", decide_all_cb);
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
 * Shows a plan that was compared with the workspace, first the rows that are most likely to need the user.
 */
void
suivi_plan_view_set_plan (SuiviPlanView *self, SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) groups = NULL;
  guint n_included = 0;

  g_return_if_fail (SUIVI_IS_PLAN_VIEW (self));

  g_set_object (&self->plan, plan);
  if (plan == NULL)
    {
      show_rows (self);
      return;
    }

  groups = suivi_import_plan_list_groups (plan);
  for (guint i = 0; i < groups->len; i++)
    n_included += ((const SuiviPlanGroup *) g_ptr_array_index (groups, i))->included;
  self->several = n_included > 1;
  show_numbers (self);
  show_lights (self);
  show_notes (self);
  show_most_interesting (self);
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
