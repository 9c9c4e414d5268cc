/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/output-chooser.h"
#include "app/review/tie-row.h"
#include "app/review/ties-box.h"
#include "app/step-toast.h"

struct _SuiviTiesBox
{
  GtkBox parent_instance;

  AdwPreferencesGroup *earlier;
  AdwPreferencesGroup *later;
  AdwPreferencesGroup *recommendations;
  AdwPreferencesGroup *outputs;

  SuiviWorkspace *workspace;           /* (owned) */
  gint64 key;                          /* of the row whose ties are shown, or about to be */
  SuiviRecommendation *recommendation; /* (owned) (nullable): whose ties are shown */
  GCancellable *cancellable;           /* (owned): of the load under way */
  GPtrArray *rows;                     /* (element-type GtkWidget): the rows in all groups */
  AdwExpanderRow *proposals;           /* (unowned) (nullable): one of the rows */
  gboolean open;                       /* whether the user wants to see proposals */
};

G_DEFINE_FINAL_TYPE (SuiviTiesBox, suivi_ties_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_writable (SuiviTiesBox *self)
{
  return suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

/* Steps */

typedef struct
{
  SuiviTiesBox *self; /* (owned) */
  const char *done;   /* what to say afterwards */
} Step;

static Step *
create_step (SuiviTiesBox *self, const char *done)
{
  Step *step = g_new0 (Step, 1);

  step->self = g_object_ref (self);
  step->done = done;

  return step;
}

static void
step_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (SuiviTiesBox) self = step->self;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  else if (overlay != NULL)
    suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), step->done, _ ("Undo"), "win.undo");
}

static void
decided_cb (SuiviTiesBox *self, int relation, SuiviTieRow *row)
{
  suivi_tie_async (self->workspace, self->recommendation->id, suivi_tie_row_get_other_id (row), relation,
                   step_done_cb,
                   create_step (self, relation == SUIVI_RELATION_NONE
                                        ? _ ("Marked as not related")
                                        : _ ("Tied to the earlier recommendation")));
}

static void
removed_cb (SuiviTiesBox *self, SuiviTieRow *row)
{
  suivi_untie_async (self->workspace, suivi_tie_row_get_link_id (row), step_done_cb,
                     create_step (self, _ ("Tie removed")));
}

static void
output_chosen_cb (SuiviOutputChooser *chooser, const char *output_id, SuiviTiesBox *self)
{
  g_autofree char *from_id = g_strdup (suivi_output_chooser_get_recommendation (chooser)->id);

  if (self->workspace != NULL)
    suivi_tie_async (self->workspace, from_id, output_id, SUIVI_RELATION_OUTPUT, step_done_cb,
                     create_step (self, _ ("Tied to the output")));
}

static void
choose_output_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviTiesBox *self = SUIVI_TIES_BOX (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  SuiviOutputChooser *chooser = NULL;

  if (self->recommendation == NULL || !GTK_IS_WINDOW (root))
    return;

  chooser = suivi_output_chooser_new (GTK_WINDOW (root), self->workspace, self->recommendation);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (output_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

/* What is shown */

static void
proposals_expanded_cb (SuiviTiesBox *self)
{
  self->open = adw_expander_row_get_expanded (self->proposals);
}

static void
remove_rows (SuiviTiesBox *self)
{
  self->proposals = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      g_signal_handlers_disconnect_by_data (row, self);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (SuiviTiesBox *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
create_row (SuiviTiesBox *self, SuiviTie *tie)
{
  GtkWidget *row = suivi_tie_row_new (tie, is_writable (self));

  g_signal_connect_object (row, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_ties (SuiviTiesBox *self, AdwPreferencesGroup *group, GPtrArray *ties)
{
  for (guint i = 0; i < ties->len; i++)
    add_row (self, group, create_row (self, g_ptr_array_index (ties, i)));
}

static void
add_proposals (SuiviTiesBox *self, GPtrArray *proposals)
{
  GtkWidget *expander = NULL;
  g_autofree char *title = NULL;

  if (proposals->len == 0)
    return;

  /* Translators: how many earlier recommendations seem to ask the same as this one */
  title = g_strdup_printf (ngettext ("%u proposal", "%u proposals", proposals->len), proposals->len);
  expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), _ ("Found by comparing the texts; you decide"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < proposals->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              create_row (self, g_ptr_array_index (proposals, i)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), self->open);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (proposals_expanded_cb), self,
                           G_CONNECT_SWAPPED);
  self->proposals = ADW_EXPANDER_ROW (expander);
  add_row (self, self->earlier, expander);
}

static void
add_chooser (SuiviTiesBox *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Tie an output…"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("What a treaty body or a special procedure said"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "ties.choose-output");
  add_row (self, self->outputs, row);
}

static void
show_ties (SuiviTiesBox *self, SuiviTies *ties)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gboolean can_choose = is_writable (self) && ties->n_outputs > ties->outputs->len;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  self->recommendation = suivi_recommendation_ref (ties->recommendation);
  remove_rows (self);
  add_ties (self, self->earlier, ties->earlier);
  add_proposals (self, ties->proposals);
  add_ties (self, self->later, ties->later);
  add_ties (self, self->recommendations, ties->recommendations);
  add_ties (self, self->outputs, ties->outputs);
  if (can_choose)
    add_chooser (self);

  gtk_widget_set_visible (GTK_WIDGET (self->earlier), ties->earlier->len + ties->proposals->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->later), ties->later->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->recommendations), ties->recommendations->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->outputs), ties->outputs->len > 0 || can_choose);
  /* Empty, it would still take the space between its neighbours. */
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);

  /* The button that was pressed is gone; what is next to decide is near, the start of the window is not. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviTiesBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTies) ties = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL
      || SUIVI_WORKSPACE (source) != self->workspace)
    return;

  if (ties != NULL)
    show_ties (self, ties);
  else if (!g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
cancel_load (SuiviTiesBox *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
suivi_ties_box_dispose (GObject *object)
{
  SuiviTiesBox *self = SUIVI_TIES_BOX (object);

  cancel_load (self);
  if (self->rows != NULL)
    remove_rows (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_ties_box_parent_class)->dispose (object);
}

static void
suivi_ties_box_class_init (SuiviTiesBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_ties_box_dispose;

  /**
   * SuiviTiesBox::failed:
   * @sentence: what could not be done, and why
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_TIES_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review/ties-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviTiesBox, earlier);
  gtk_widget_class_bind_template_child (widget_class, SuiviTiesBox, later);
  gtk_widget_class_bind_template_child (widget_class, SuiviTiesBox, recommendations);
  gtk_widget_class_bind_template_child (widget_class, SuiviTiesBox, outputs);
  gtk_widget_class_install_action (widget_class, "ties.choose-output", NULL, choose_output_action);
}

static void
suivi_ties_box_init (SuiviTiesBox *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_ties_box_set_workspace:
 * @workspace: (nullable): where ties are read and made
 *
 * Shows nothing until told whose ties.
 */
void
suivi_ties_box_set_workspace (SuiviTiesBox *self, SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_TIES_BOX (self));

  suivi_ties_box_show_none (self);
  g_set_object (&self->workspace, workspace);
}

/**
 * suivi_ties_box_show_one:
 * @key: key of a row of the list
 *
 * Reads its ties anew. Those of another row vanish at once, those of the same stay until the new ones are
 * there.
 */
void
suivi_ties_box_show_one (SuiviTiesBox *self, gint64 key)
{
  g_return_if_fail (SUIVI_IS_TIES_BOX (self));
  g_return_if_fail (self->workspace != NULL);

  if (self->recommendation == NULL || key != self->key)
    suivi_ties_box_show_none (self);

  cancel_load (self);
  self->key = key;
  self->cancellable = g_cancellable_new ();
  suivi_ties_load_async (self->workspace, key, self->cancellable, loaded_cb, g_object_ref (self));
}

/**
 * suivi_ties_box_show_none:
 *
 * Shows nothing.
 */
void
suivi_ties_box_show_none (SuiviTiesBox *self)
{
  g_return_if_fail (SUIVI_IS_TIES_BOX (self));

  cancel_load (self);
  remove_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
}
