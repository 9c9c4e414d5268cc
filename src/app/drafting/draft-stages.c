/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-stages.h"

#include <glib/gi18n-lib.h>

#include "app/review/wrap-layout.h"

struct _SuiviDraftStages
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[SUIVI_N_STAGES];
  SuiviStage stage;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (SuiviDraftStages, suivi_draft_stages, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STAGE_CHOSEN,
  SIGNAL_OUTCOME_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_stage (SuiviDraftStages *self)
{
  self->loading = TRUE;
  for (guint i = 0; i < SUIVI_N_STAGES; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == self->stage);
  self->loading = FALSE;
}

/* The button shows what the workspace has, which is not what was pressed until it is saved. */
static void
toggled_cb (SuiviDraftStages *self, GtkToggleButton *button)
{
  guint stage = 0;

  if (self->loading)
    return;

  while (self->buttons[stage] != button)
    stage++;
  if (stage != self->stage && stage <= SUIVI_STAGE_SENT)
    {
      self->stage = stage;
      g_signal_emit (self, signals[SIGNAL_STAGE_CHOSEN], 0, (int) stage);
    }
  show_stage (self);
  if (stage > SUIVI_STAGE_SENT)
    g_signal_emit (self, signals[SIGNAL_OUTCOME_REQUESTED], 0);
}

static void
suivi_draft_stages_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_draft_stages_parent_class)->dispose (object);
}

static void
suivi_draft_stages_class_init (SuiviDraftStagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_draft_stages_dispose;

  signals[SIGNAL_STAGE_CHOSEN] = g_signal_new ("stage-chosen", SUIVI_TYPE_DRAFT_STAGES, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_OUTCOME_REQUESTED] = g_signal_new ("outcome-requested", SUIVI_TYPE_DRAFT_STAGES,
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_group (SuiviDraftStages *self, guint first, guint last)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = first; i <= last; i++)
    {
      const char *label = suivi_stage_to_label (i);
      /* Translators: button that opens a dialog; %s is "Taken up" or "Not taken up" */
      g_autofree char *text = i > SUIVI_STAGE_SENT ? g_strdup_printf (_ ("%s…"), label) : g_strdup (label);
      GtkWidget *button = gtk_toggle_button_new_with_label (text);

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_add_css_class (button, "stage");
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  return box;
}

static void
suivi_draft_stages_init (SuiviDraftStages *self)
{
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 6, NULL);
  create_group (self, SUIVI_STAGE_IDEA, SUIVI_STAGE_SENT);
  create_group (self, SUIVI_STAGE_TAKEN_UP, SUIVI_STAGE_NOT_TAKEN_UP);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where the draft stands"), -1);
  show_stage (self);
}

/**
 * suivi_draft_stages_set_stage:
 * @stage: where the draft stands
 */
void
suivi_draft_stages_set_stage (SuiviDraftStages *self, SuiviStage stage)
{
  g_return_if_fail (SUIVI_IS_DRAFT_STAGES (self));

  self->stage = stage;
  show_stage (self);
}

/**
 * suivi_draft_stages_set_editable:
 * @editable: whether it can be changed
 */
void
suivi_draft_stages_set_editable (SuiviDraftStages *self, gboolean editable)
{
  g_return_if_fail (SUIVI_IS_DRAFT_STAGES (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), editable);
}
