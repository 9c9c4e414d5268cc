/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-view.h"

#include <glib/gi18n-lib.h>

#include "app/review/review-jobs.h"
#include "app/scorecard/grade-view-private.h"
#include "app/settings.h"

G_DEFINE_FINAL_TYPE (SuiviGradeView, suivi_grade_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
failure_closed_cb (SuiviGradeView *self)
{
  gtk_revealer_set_reveal_child (self->failure, FALSE);
}

/**
 * suivi_grade_view_show_failure:
 * @sentence: what went wrong
 */
void
suivi_grade_view_show_failure (SuiviGradeView *self, const char *sentence)
{
  gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, TRUE);
}

static void
update_actions (SuiviGradeView *self)
{
  gboolean editable = suivi_grade_view_is_editable (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grading.previous",
                                 suivi_grade_list_get_previous (self->list) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grading.next",
                                 suivi_grade_list_get_next (self->list) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grading.save", editable && self->subject != NULL);
  gtk_widget_set_visible (self->save, editable);
  gtk_widget_set_sensitive (self->content, self->subject != NULL);
}

static void
update_page (SuiviGradeView *self)
{
  const gboolean all = self->counted && self->known.total > 0 && self->known.graded == self->known.total;
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (self->workspace == NULL || !self->counted)
    page = "loading";
  else if (self->known.total == 0)
    page = "empty";
  else if (all && self->at_end)
    page = "done";
  else
    page = "grading";
  gtk_stack_set_visible_child_name (self->stack, page);
  if (g_str_equal (page, "done") && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->again);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviGradeView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviGradeSubject) subject
             = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  gboolean same = FALSE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || SUIVI_WORKSPACE (source) != self->workspace)
    return;
  g_clear_object (&self->cancellable);
  if (subject == NULL)
    {
      /* What an undo took away is simply no longer there. */
      if (!g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND))
        suivi_grade_view_show_failure (self, error->message);
      suivi_held_keys_drop (self->held);
      suivi_grade_view_leave (self);
      suivi_grade_view_clear_saving (self);
      suivi_grade_view_update_status (self);
      update_actions (self);
      return;
    }
  same = self->subject != NULL
         && g_strcmp0 (self->subject->recommendation->id, subject->recommendation->id) == 0;
  /* It was read before what is on its way was written; it is read again after that. */
  self->stale = same && self->n_saving > 0;
  if (self->stale)
    return;

  if (!same)
    {
      suivi_grade_view_check_keyboard (self);
      /* Whatever was typed while this was on its way */
      suivi_grade_view_leave (self);
      suivi_grade_view_clear_saving (self);
    }
  g_clear_pointer (&self->subject, suivi_grade_subject_free);
  self->subject = g_steal_pointer (&subject);
  suivi_grade_heading_show (self->heading, self->subject);
  suivi_grade_view_fill (self, same);
  update_actions (self);
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  suivi_grade_view_take_keyboard (self);
  suivi_held_keys_release (self->held);
}

/**
 * suivi_grade_view_reload:
 *
 * Reads again what is shown.
 */
void
suivi_grade_view_reload (SuiviGradeView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL || self->key == 0)
    return;

  self->cancellable = g_cancellable_new ();
  suivi_grade_load_async (self->workspace, self->key, self->unkept, self->subject, self->cancellable,
                          loaded_cb, g_object_ref (self));
}

/* Goes to a recommendation, and sees to it that nothing is lost of the one before. */
static void
show_key (SuiviGradeView *self, gint64 key, gboolean go)
{
  suivi_grade_view_ask_keyboard (self, go);
  self->at_end = FALSE;
  self->back_to_list = FALSE;
  if (key != self->key)
    {
      suivi_held_keys_turn (self->held);
      suivi_grade_view_leave (self);
      self->key = key;
    }
  suivi_grade_list_set_current (self->list, key);
  suivi_grade_view_reload (self);
  update_actions (self);
  update_page (self);
  if (go)
    adw_leaflet_set_visible_child (self->leaflet, self->pane);
}

static void
chosen_cb (SuiviGradeView *self, gint64 key, gboolean go)
{
  show_key (self, key, go);
}

/* The first one that there is to grade is shown without being asked for. */
static void
list_changed_cb (SuiviGradeView *self)
{
  gint64 first = 0;

  if (self->key == 0 && !suivi_grade_list_is_loading (self->list))
    {
      first = suivi_grade_list_get_next (self->list);
      if (first != 0)
        show_key (self, first, self->go);
      else
        self->at_end = TRUE;
    }
  update_actions (self);
  update_page (self);
  suivi_grade_view_keep_list (self);
}

static gboolean
list_digit_pressed_cb (SuiviGradeView *self, guint digit)
{
  return suivi_grade_view_press_digit (self, digit);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviGradeView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree SuiviGradeProgress *progress
    = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;

  if (SUIVI_WORKSPACE (source) != self->workspace)
    return;
  if (progress == NULL)
    {
      suivi_grade_view_show_failure (self, error->message);
      return;
    }

  self->known = *progress;
  self->counted = TRUE;
  gtk_progress_bar_set_fraction (self->progress,
                                 progress->total > 0 ? (double) progress->graded / progress->total : 0);
  text = g_strdup_printf (ngettext ("%u of %u graded", "%u of %u graded", progress->total), progress->graded,
                          progress->total);
  gtk_label_set_label (self->progress_label, text);
  all = g_strdup_printf (ngettext ("The one recommendation is graded", "All %u are graded", progress->total),
                         progress->total);
  adw_status_page_set_title (self->done, all);
  update_page (self);
}

static void
count (SuiviGradeView *self)
{
  suivi_grade_count_async (self->workspace, self->review_id, NULL, counted_cb, g_object_ref (self));
}

/* What was typed and is on its way is read back when it is there. */
static void
reload_when_saved (SuiviGradeView *self)
{
  self->stale = self->n_saving > 0;
  if (!self->stale)
    suivi_grade_view_reload (self);
}

static void
workspace_changed_cb (SuiviGradeView *self)
{
  count (self);
  reload_when_saved (self);
}

/* Another person's grades and beginnings, or those of another organisation, are not one's own. */
static void
user_changed_cb (SuiviGradeView *self)
{
  reload_when_saved (self);
  suivi_grade_list_refresh_begun (self->list);
}

static void
form_changed_cb (SuiviGradeView *self)
{
  /* Who types is not at the end: the page that says so must not come up over it. */
  if (!self->filling)
    {
      self->at_end = FALSE;
      self->back_to_list = FALSE;
    }
  suivi_grade_view_form_changed (self);
}

/* To the next one of the list, or to one that was skipped. */
static void
go_on (SuiviGradeView *self)
{
  gint64 next = suivi_grade_list_get_next (self->list);

  if (next == 0)
    next = suivi_grade_list_get_left (self->list);
  if (next != 0)
    {
      show_key (self, next, TRUE);
      return;
    }

  self->at_end = TRUE;
  suivi_grade_view_update_status (self);
  /* What is typed now is meant for no recommendation. */
  gtk_widget_grab_focus (self->save);
  update_page (self);
}

static void
save_and_go_on (SuiviGradeView *self)
{
  g_autoptr (GError) error = NULL;

  if (self->subject == NULL)
    return;

  if (suivi_grade_view_save (self, &error))
    go_on (self);
  else
    suivi_grade_form_go_to_missing (self->form, error);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save_and_go_on (SUIVI_GRADE_VIEW (widget));
}

static void
start_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  suivi_grade_view_start_again (SUIVI_GRADE_VIEW (widget));
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (widget);
  gint64 key = suivi_grade_list_get_previous (self->list);

  if (key != 0)
    show_key (self, key, TRUE);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (widget);
  gint64 key = suivi_grade_list_get_next (self->list);

  if (key != 0)
    show_key (self, key, TRUE);
}

static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  save_and_go_on (SUIVI_GRADE_VIEW (gtk_widget_get_ancestor (widget, SUIVI_TYPE_GRADE_VIEW)));

  return GDK_EVENT_STOP;
}

static void
show_list (SuiviGradeView *self)
{
  suivi_grade_view_leave (self);
  self->back_to_list = TRUE;
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Leaves the recommendation: what is complete is saved, the rest stays as it is typed. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (gtk_widget_get_ancestor (widget, SUIVI_TYPE_GRADE_VIEW));

  show_list (self);

  return GDK_EVENT_STOP;
}

static void
list_clicked_cb (SuiviGradeView *self)
{
  show_list (self);
}

static void
again_clicked_cb (SuiviGradeView *self)
{
  suivi_grade_view_leave (self);
  self->at_end = FALSE;
  self->key = 0;
  suivi_grade_view_clear_saving (self);
  suivi_grade_list_set_current (self->list, 0);
  suivi_grade_list_show_all (self->list);
  list_changed_cb (self);
}

static void
open_requested_cb (SuiviGradeView *self)
{
  if (self->subject != NULL)
    g_signal_emit (self, signals[SIGNAL_SHOW_RECOMMENDATION], 0, self->subject->recommendation->id);
}

static void
folded_cb (SuiviGradeView *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->list_button, folded);
  if (folded && self->key != 0)
    adw_leaflet_set_visible_child (self->leaflet, self->pane);
}

static void
forget_all (SuiviGradeView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  suivi_held_keys_drop (self->held);
  suivi_grade_view_clear_saving (self);
  self->key = 0;
  self->counted = FALSE;
  self->at_end = FALSE;
}

static void
set_workspace (SuiviGradeView *self, SuiviWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;

  if (self->workspace != NULL)
    {
      suivi_grade_view_leave (self);
      g_signal_handlers_disconnect_by_data (self->workspace, self);
    }
  forget_all (self);
  g_ptr_array_set_size (self->unkept, 0);
  g_set_object (&self->workspace, workspace);
  suivi_grade_list_set_workspace (self->list, workspace);
  g_object_set (self->evidence, "workspace", workspace, "editable", suivi_grade_view_is_editable (self),
                NULL);
  suivi_grade_form_set_editable (self->form, suivi_grade_view_is_editable (self));
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                               G_CONNECT_SWAPPED);
      count (self);
    }
  update_actions (self);
  update_page (self);
}

static void
suivi_grade_view_map (GtkWidget *widget)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (widget);

  GTK_WIDGET_CLASS (suivi_grade_view_parent_class)->map (widget);

  suivi_grade_view_arrive (self);
  /* What was begun here may have been gone on with in the dialog of the recommendation. */
  if (self->away)
    {
      reload_when_saved (self);
      suivi_grade_list_refresh_begun (self->list);
    }
}

static void
suivi_grade_view_unmap (GtkWidget *widget)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (widget);

  suivi_grade_view_forget_arrival (self);
  /* The tab is left, or the window closes. */
  suivi_grade_view_leave (self);
  self->away = TRUE;

  GTK_WIDGET_CLASS (suivi_grade_view_parent_class)->unmap (widget);
}

static gboolean
suivi_grade_view_grab_focus (GtkWidget *widget)
{
  return suivi_grade_view_focus (SUIVI_GRADE_VIEW (widget));
}

static void
suivi_grade_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, SUIVI_GRADE_VIEW (object)->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_grade_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORKSPACE:
      set_workspace (SUIVI_GRADE_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_grade_view_dispose (GObject *object)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (object);
  GtkWidget *child = NULL;

  suivi_grade_view_forget_arrival (self);
  g_clear_pointer (&self->held, suivi_held_keys_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  suivi_grade_view_clear_saving (self);
  self->key = 0;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_grade_view_parent_class)->dispose (object);
}

static void
suivi_grade_view_finalize (GObject *object)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (object);

  g_ptr_array_unref (self->unkept);
  g_free (self->review_id);

  G_OBJECT_CLASS (suivi_grade_view_parent_class)->finalize (object);
}

static void
suivi_grade_view_class_init (SuiviGradeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = suivi_grade_view_get_property;
  object_class->set_property = suivi_grade_view_set_property;
  object_class->dispose = suivi_grade_view_dispose;
  object_class->finalize = suivi_grade_view_finalize;
  widget_class->map = suivi_grade_view_map;
  widget_class->unmap = suivi_grade_view_unmap;
  widget_class->grab_focus = suivi_grade_view_grab_focus;

  properties[PROP_WORKSPACE]
    = g_param_spec_object ("workspace", NULL, NULL, SUIVI_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_GRADE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_EVIDENCE_BOX);
  g_type_ensure (SUIVI_TYPE_GRADE_FORM);
  g_type_ensure (SUIVI_TYPE_GRADE_HEADING);
  g_type_ensure (SUIVI_TYPE_GRADE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/grade-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, progress);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, done);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, again);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, pane);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, list_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, heading);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, form);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, evidence);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, status);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, start_again);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeView, save);
  gtk_widget_class_bind_template_callback (widget_class, failure_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_digit_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_and_go_on);
  gtk_widget_class_bind_template_callback (widget_class, list_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);

  gtk_widget_class_install_action (widget_class, "grading.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "grading.start-again", NULL, start_again_action);
  gtk_widget_class_install_action (widget_class, "grading.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "grading.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "grading.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "grading.next", NULL);
}

static void
add_shortcut (GtkWidget *widget,
              guint key,
              GdkModifierType modifiers,
              GtkPropagationPhase phase,
              GtkShortcutFunc func)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                          gtk_callback_action_new (func, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (widget, controller);
}

static void
suivi_grade_view_init (SuiviGradeView *self)
{
  suivi_grade_view_init_saving (self);
  suivi_grade_view_init_keyboard (self);
  gtk_widget_init_template (GTK_WIDGET (self));

  suivi_grade_form_show_date (self->form, FALSE);
  /* Before the text view sees them: to it, Ctrl+Enter is one more line. */
  add_shortcut (self->pane, GDK_KEY_Return, GDK_CONTROL_MASK, GTK_PHASE_CAPTURE, save_shortcut_cb);
  add_shortcut (self->pane, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, GTK_PHASE_CAPTURE, save_shortcut_cb);
  add_shortcut (self->pane, GDK_KEY_Escape, 0, GTK_PHASE_BUBBLE, escape_cb);
  suivi_grade_view_watch_digits (self);
  /* After the window, which tells the workspace. */
  g_signal_connect_object (suivi_settings_get_default (), "changed::user-name", G_CALLBACK (user_changed_cb),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (suivi_settings_get_default (), "changed::organisation",
                           G_CALLBACK (user_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_actions (self);
}

/**
 * suivi_grade_view_set_scope:
 * @review_id: (nullable): the review that is graded; %NULL: all of them
 */
void
suivi_grade_view_set_scope (SuiviGradeView *self, const char *review_id)
{
  g_return_if_fail (SUIVI_IS_GRADE_VIEW (self));

  if (g_strcmp0 (self->review_id, review_id) == 0)
    return;

  suivi_grade_view_leave (self);
  forget_all (self);
  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  suivi_grade_list_set_scope (self->list, review_id);
  if (self->workspace != NULL)
    count (self);
  update_actions (self);
  update_page (self);
}

static void
place_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviGradeView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReviewPlace) place = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (SUIVI_WORKSPACE (source) != self->workspace)
    return;
  if (place == NULL)
    {
      suivi_grade_view_show_failure (self, error->message);
      return;
    }

  if (!suivi_grade_list_has (self->list, place->key))
    suivi_grade_list_show_all (self->list);
  show_key (self, place->key, TRUE);
}

/**
 * suivi_grade_view_show:
 * @recommendation_id: key of a recommendation
 *
 * Shows it, wherever it is, ready to be graded.
 */
void
suivi_grade_view_show (SuiviGradeView *self, const char *recommendation_id)
{
  g_return_if_fail (SUIVI_IS_GRADE_VIEW (self));
  g_return_if_fail (recommendation_id != NULL);

  if (self->workspace != NULL)
    suivi_review_find_place_async (self->workspace, recommendation_id, NULL, place_found_cb,
                                   g_object_ref (self));
}
