/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/step-bar.h"
#include "app/review/wrap-layout.h"

struct _SuiviStepBar
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* (element-type GtkToggleButton) */
  guint current;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviStepBar, suivi_step_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
mark (SuiviStepBar *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), i == self->current);
  self->updating = FALSE;
}

/* Also a second click on the marked one: one may have scrolled inside the step. */
static void
toggled_cb (GtkToggleButton *button, SuiviStepBar *self)
{
  guint step = 0;

  if (self->updating || !g_ptr_array_find (self->buttons, button, &step))
    return;

  self->current = step;
  mark (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, step);
}

static void
suivi_step_bar_dispose (GObject *object)
{
  SuiviStepBar *self = SUIVI_STEP_BAR (object);
  GtkWidget *child = NULL;

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_step_bar_parent_class)->dispose (object);
}

static void
suivi_step_bar_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_STEP_BAR (object)->buttons);

  G_OBJECT_CLASS (suivi_step_bar_parent_class)->finalize (object);
}

static void
suivi_step_bar_class_init (SuiviStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_step_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_step_bar_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SUIVI_TYPE_STEP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_css_name (widget_class, "stepbar");
}

static void
suivi_step_bar_init (SuiviStepBar *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps of the consultation"), -1);
}

/**
 * suivi_step_bar_add:
 * @title: its name, translated
 *
 * Adds a step at the end.
 */
void
suivi_step_bar_add (SuiviStepBar *self, const char *title)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (title);

  g_return_if_fail (SUIVI_IS_STEP_BAR (self));

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  mark (self);
}

/**
 * suivi_step_bar_set_waiting:
 * @step: 0 for the first
 * @why: (nullable): why it may not begin yet; %NULL if it may
 *
 * Dims a step that has to wait. It can be looked at all the same.
 */
void
suivi_step_bar_set_waiting (SuiviStepBar *self, guint step, const char *why)
{
  GtkWidget *button = NULL;

  g_return_if_fail (SUIVI_IS_STEP_BAR (self));
  g_return_if_fail (step < self->buttons->len);

  button = g_ptr_array_index (self->buttons, step);
  gtk_widget_set_tooltip_text (button, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  why != NULL ? why : "", -1);
  if (why != NULL)
    gtk_widget_add_css_class (button, "waiting");
  else
    gtk_widget_remove_css_class (button, "waiting");
}

/**
 * suivi_step_bar_set_current:
 * @step: 0 for the first
 *
 * Marks the step that is seen.
 */
void
suivi_step_bar_set_current (SuiviStepBar *self, guint step)
{
  g_return_if_fail (SUIVI_IS_STEP_BAR (self));

  if (self->current == step)
    return;

  self->current = step;
  mark (self);
}

/**
 * suivi_step_bar_get_current:
 *
 * Returns: which step is marked, 0 for the first
 */
guint
suivi_step_bar_get_current (SuiviStepBar *self)
{
  g_return_val_if_fail (SUIVI_IS_STEP_BAR (self), 0);

  return self->current;
}
