/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/close-step.h"
#include "app/consultation/consent-step.h"
#include "app/consultation/consultation-change.h"
#include "app/consultation/consultation-view.h"
#include "app/consultation/day-step.h"
#include "app/consultation/dots.h"
#include "app/consultation/feedback-step.h"
#include "app/consultation/focus-keeper.h"
#include "app/consultation/plan-step.h"
#include "app/consultation/safeguards-step.h"
#include "app/consultation/statements-step.h"
#include "app/consultation/step-bar.h"
#include "app/review/wrap-layout.h"
#include "app/sealing/sealing.h"
#include "app/wheel.h"
#include "core/text/text.h"

/* How far below the upper edge a step may begin to count as the one that is looked at, in pixels. */
#define READING_LINE 60

struct _SuiviConsultationView
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *status;
  SuiviDots *dots;
  GtkButton *next_button;
  GtkMenuButton *back_button;
  GtkWidget *refusal_box;
  GtkLabel *refusal;
  SuiviStepBar *step_bar;
  GtkScrolledWindow *scroller;
  GtkBox *content;

  SuiviConsultationStep *steps[SUIVI_N_STEPS];
  char *id; /* (nullable): of the consultation that is shown */
  guint update_tick;
  guint scroll_tick;
  double scroll_value; /* where to scroll to; below 0: to the step @scroll_step */
  guint scroll_step;
};

G_DEFINE_FINAL_TYPE (SuiviConsultationView, suivi_consultation_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_FAILED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *title;
  GType (*get_type) (void);
  const char *name; /* in the action "consultation.show-step" */
} steps[SUIVI_N_STEPS] = {
  /* Translators: a step of a consultation with children */
  [SUIVI_STEP_PLAN] = { N_ ("Plan"), suivi_plan_step_get_type, "plan" },
  /* Translators: a step of a consultation with children */
  [SUIVI_STEP_SAFEGUARDS] = { N_ ("Safeguards"), suivi_safeguards_step_get_type, "safeguards" },
  /* Translators: a step of a consultation with children */
  [SUIVI_STEP_CONSENT] = { N_ ("Consent"), suivi_consent_step_get_type, "consent" },
  /* Translators: a step of a consultation with children: the day on which it is held */
  [SUIVI_STEP_DAY] = { N_ ("The day"), suivi_day_step_get_type, "day" },
  /* Translators: a step of a consultation with children */
  [SUIVI_STEP_STATEMENTS] = { N_ ("What children said"), suivi_statements_step_get_type, "statements" },
  /* Translators: a step of a consultation with children: telling them what became of it */
  [SUIVI_STEP_FEEDBACK] = { N_ ("Feedback"), suivi_feedback_step_get_type, "feedback" },
  /* Translators: a step of a consultation with children: closing it */
  [SUIVI_STEP_CLOSE] = { NC_ ("step of a consultation", "Close"), suivi_close_step_get_type, "close" },
};

/* ---- Where one is in the column ---- */

static gboolean
get_top (SuiviConsultationView *self, guint step, double *top)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->steps[step]), GTK_WIDGET (self->content), &bounds))
    return FALSE;

  *top = bounds.origin.y;
  return TRUE;
}

/* The last step that begins above the reading line; at the very end, the last one, however short it is. */
static guint
find_step_in_view (SuiviConsultationView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  guint found = 0;

  if (value > 0 && value + page >= upper - 1)
    return SUIVI_N_STEPS - 1;

  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    {
      double top = 0;

      if (get_top (self, i, &top) && top <= value + READING_LINE)
        found = i;
    }

  return found;
}

static gboolean
update_bar_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SuiviConsultationView *self = SUIVI_CONSULTATION_VIEW (widget);

  self->update_tick = 0;
  /* Who chose a step looks at it, even where it cannot come up to the top. */
  if (self->scroll_tick == 0)
    suivi_step_bar_set_current (self->step_bar, find_step_in_view (self));

  return G_SOURCE_REMOVE;
}

/* Not at once: this is also called while sizes are being given out. */
static void
scrolled_cb (SuiviConsultationView *self)
{
  if (self->update_tick == 0)
    self->update_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_bar_cb, NULL, NULL);
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SuiviConsultationView *self = SUIVI_CONSULTATION_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = self->scroll_value;

  if (gtk_widget_get_height (GTK_WIDGET (self->content)) == 0)
    return G_SOURCE_CONTINUE;

  if (value >= 0 || get_top (self, self->scroll_step, &value))
    gtk_adjustment_set_value (adjustment, value);
  if (self->scroll_value < 0 && self->update_tick != 0)
    {
      gtk_widget_remove_tick_callback (widget, self->update_tick);
      self->update_tick = 0;
    }
  self->scroll_tick = 0;

  return G_SOURCE_REMOVE;
}

/* New content has its place only when sizes were given out. */
static void
scroll_later (SuiviConsultationView *self, double value, guint step)
{
  self->scroll_value = value;
  self->scroll_step = step;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
step_chosen_cb (SuiviConsultationView *self, guint step)
{
  suivi_consultation_view_show_step (self, step);
}

/* ---- The steps ---- */

static void
failed_cb (SuiviConsultationView *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static void
done_cb (SuiviConsultationView *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, sentence);
}

static const char *
get_title (guint step)
{
  return step == SUIVI_STEP_CLOSE ? g_dpgettext2 (NULL, "step of a consultation", steps[step].title)
                                  : _ (steps[step].title);
}

static void
add_step (SuiviConsultationView *self, guint number)
{
  SuiviConsultationStep *step = NULL;

  suivi_step_bar_add (self->step_bar, get_title (number));
  step = g_object_new (steps[number].get_type (), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (number),
                                  -1);
  gtk_box_append (self->content, GTK_WIDGET (step));
  g_signal_connect_object (step, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (step, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  self->steps[number] = step;
}

static void
pass_wheel_on (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    suivi_wheel_pass_on (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    pass_wheel_on (child);
}

/* ---- The widget ---- */

static void
suivi_consultation_view_dispose (GObject *object)
{
  SuiviConsultationView *self = SUIVI_CONSULTATION_VIEW (object);

  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (suivi_consultation_view_parent_class)->dispose (object);
}

/* The item of the checklist itself; what unfolds has its place, and can be scrolled to, only a moment later. */
static void
show_item (SuiviConsultationView *self, const char *id)
{
  SuiviSafeguardsStep *step = SUIVI_SAFEGUARDS_STEP (self->steps[SUIVI_STEP_SAFEGUARDS]);

  if (!suivi_safeguards_step_show_item (step, id))
    suivi_consultation_view_show_step (self, SUIVI_STEP_SAFEGUARDS);
}

/* The parameter is the name of a step, "plan"; for an item of the checklist, "safeguards:" and its key. */
static void
show_step_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SuiviConsultationView *self = SUIVI_CONSULTATION_VIEW (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), ":", 2);

  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    {
      if (parts[0] == NULL || !g_str_equal (parts[0], steps[i].name))
        continue;
      if (i == SUIVI_STEP_SAFEGUARDS && parts[1] != NULL)
        show_item (self, parts[1]);
      else
        suivi_consultation_view_show_step (self, i);
    }
}

static void
set_up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SuiviConsultationView *self = SUIVI_CONSULTATION_VIEW (widget);
  SuiviWorkspace *workspace = suivi_consultation_step_get_workspace (self->steps[SUIVI_STEP_SAFEGUARDS]);

  if (workspace != NULL)
    suivi_sealing_set_up (widget, workspace);
}

static void
suivi_consultation_view_class_init (SuiviConsultationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_consultation_view_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_CONSULTATION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", SUIVI_TYPE_CONSULTATION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_DOTS);
  g_type_ensure (SUIVI_TYPE_STEP_BAR);
  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/consultation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, status);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, dots);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, next_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, back_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, refusal_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, refusal);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, step_bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationView, content);
  gtk_widget_class_bind_template_callback (widget_class, step_chosen_cb);

  gtk_widget_class_install_action (widget_class, "consultation.show-step", "s", show_step_action);
  gtk_widget_class_install_action (widget_class, "consultation.set-up-focal-point", NULL, set_up_action);
}

static void
suivi_consultation_view_init (SuiviConsultationView *self)
{
  GtkAdjustment *adjustment = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    add_step (self, i);

  pass_wheel_on (GTK_WIDGET (self->content));
  suivi_focus_keeper_watch (self->scroller);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/* ---- What is shown ---- */

static const char *
get_next_label (SuiviConsultationStatus status)
{
  switch (status)
    {
    case SUIVI_CONSULTATION_PLANNING:
      return _ ("Mark as ready");
    case SUIVI_CONSULTATION_READY:
      return _ ("Mark as held");
    case SUIVI_CONSULTATION_HELD:
      return _ ("Mark as reported back");
    case SUIVI_CONSULTATION_REPORTED_BACK:
      return _ ("Close the consultation");
    case SUIVI_CONSULTATION_CLOSED:
    default:
      return NULL;
    }
}

static void
fill_back_menu (SuiviConsultationView *self, SuiviConsultationStatus status)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = NULL;

  if (status > SUIVI_CONSULTATION_PLANNING)
    {
      /* Translators: %s is where a consultation stood before: "Ready" */
      label = g_strdup_printf (_ ("Take back to “%s”"), suivi_consultation_status_to_label (status - 1));
      g_menu_append (menu, label, "consultation.step-back");
    }
  gtk_menu_button_set_menu_model (self->back_button, G_MENU_MODEL (menu));
}

static void
show_header (SuiviConsultationView *self, SuiviConsultationEntry *entry, gboolean writable)
{
  const SuiviConsultation *consultation = entry->record->consultation;
  const char *next = get_next_label (consultation->status);
  gboolean blank = suivi_text_is_blank (consultation->title);

  gtk_label_set_label (self->title, blank ? _ ("Untitled") : consultation->title);
  gtk_label_set_label (self->status, suivi_consultation_status_to_label (consultation->status));
  suivi_dots_set_standing (self->dots, entry->record->standing);

  if (next != NULL)
    gtk_button_set_label (self->next_button, next);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), next != NULL && writable);
  gtk_label_set_label (self->refusal, entry->refusal != NULL ? entry->refusal : "");
  gtk_widget_set_visible (self->refusal_box, entry->refusal != NULL && writable);

  fill_back_menu (self, consultation->status);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                          writable && consultation->status > SUIVI_CONSULTATION_PLANNING);
}

/* What a consultation has to be before a step of it begins */
static SuiviConsultationStatus
get_needed_status (guint step)
{
  switch ((SuiviStepNumber) step)
    {
    case SUIVI_STEP_DAY:
      return SUIVI_CONSULTATION_READY;
    case SUIVI_STEP_FEEDBACK:
    case SUIVI_STEP_CLOSE:
      return SUIVI_CONSULTATION_HELD;
    case SUIVI_STEP_STATEMENTS:
      return SUIVI_CONSULTATION_READY;
    case SUIVI_STEP_PLAN:
    case SUIVI_STEP_SAFEGUARDS:
    case SUIVI_STEP_CONSENT:
    case SUIVI_N_STEPS:
    default:
      return SUIVI_CONSULTATION_PLANNING;
    }
}

static void
show_waiting (SuiviConsultationView *self, SuiviConsultationRecord *record)
{
  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    {
      g_autofree char *why = suivi_consultation_wait (record, get_needed_status (i));

      suivi_step_bar_set_waiting (self->step_bar, i, why);
    }
}

static GtkWidget *
get_focus (SuiviConsultationView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/**
 * suivi_consultation_view_set:
 * @workspace: (nullable): the workspace
 * @entry: (nullable): the consultation; it must live until this is called again
 *
 * Shows another consultation from its top, or the same one as it is now, where one was.
 */
void
suivi_consultation_view_set (SuiviConsultationView *self,
                             SuiviWorkspace *workspace,
                             SuiviConsultationEntry *entry)
{
  const char *id = entry != NULL ? entry->record->consultation->id : NULL;
  gboolean same = g_strcmp0 (self->id, id) == 0;
  double value = 0;
  GtkWidget *focus = NULL;

  g_return_if_fail (SUIVI_IS_CONSULTATION_VIEW (self));

  value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  focus = get_focus (self);
  if (!same)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }

  if (entry != NULL)
    {
      show_header (self, entry, suivi_workspace_get_read_only (workspace) == SUIVI_READ_ONLY_NO);
      show_waiting (self, entry->record);
    }
  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    suivi_consultation_step_set (self->steps[i], workspace, entry != NULL ? entry->record : NULL);

  if (!same)
    {
      suivi_step_bar_set_current (self->step_bar, 0);
      scroll_later (self, 0, 0);
    }
  else if (entry != NULL && self->scroll_tick == 0 && focus == get_focus (self))
    /* A step that moved the focus wants it to be seen; else nothing moves. */
    scroll_later (self, value, 0);
}

/**
 * suivi_consultation_view_get_id:
 *
 * Returns: (nullable): key of the consultation that is shown
 */
const char *
suivi_consultation_view_get_id (SuiviConsultationView *self)
{
  g_return_val_if_fail (SUIVI_IS_CONSULTATION_VIEW (self), NULL);

  return self->id;
}

/**
 * suivi_consultation_view_flush:
 *
 * Saves at once what was typed and is not saved yet.
 */
void
suivi_consultation_view_flush (SuiviConsultationView *self)
{
  g_return_if_fail (SUIVI_IS_CONSULTATION_VIEW (self));

  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    suivi_consultation_step_flush (self->steps[i]);
}

/**
 * suivi_consultation_view_show_step:
 * @number: a step
 *
 * Scrolls to the step, and takes the keyboard there.
 */
void
suivi_consultation_view_show_step (SuiviConsultationView *self, SuiviStepNumber number)
{
  g_return_if_fail (SUIVI_IS_CONSULTATION_VIEW (self));
  g_return_if_fail (number < SUIVI_N_STEPS);

  suivi_step_bar_set_current (self->step_bar, number);
  gtk_widget_child_focus (GTK_WIDGET (self->steps[number]), GTK_DIR_TAB_FORWARD);
  scroll_later (self, -1, number);
}

/**
 * suivi_consultation_view_get_step:
 *
 * Returns: (transfer none): the step
 */
SuiviConsultationStep *
suivi_consultation_view_get_step (SuiviConsultationView *self, SuiviStepNumber number)
{
  g_return_val_if_fail (SUIVI_IS_CONSULTATION_VIEW (self), NULL);
  g_return_val_if_fail (number < SUIVI_N_STEPS, NULL);

  return self->steps[number];
}
