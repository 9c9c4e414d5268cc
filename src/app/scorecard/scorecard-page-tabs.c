/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tabs of the scorecard page, and which of them fit what is shown. */

#include "config.h"

#include "app/scorecard/scorecard-page-private.h"

static gboolean
is_working_tab (const char *name)
{
  return g_strcmp0 (name, "grade") == 0 || g_strcmp0 (name, "matrix") == 0;
}

/**
 * suivi_scorecard_page_shows_facts:
 *
 * Returns: whether the tab that is seen shows editions, signals or charts. Grades are given in the others, which read
 *   what they need themselves
 */
gboolean
suivi_scorecard_page_shows_facts (SuiviScorecardPage *self)
{
  return !is_working_tab (adw_view_stack_get_visible_child_name (self->tabs));
}

/* Below, where the header bar is too narrow for them. */
static void
update_switchers (SuiviScorecardPage *self)
{
  gboolean has_content = FALSE;

  /* The page is being built or taken down. */
  if (self->stack == NULL || self->content == NULL)
    return;

  has_content = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0;
  adw_view_switcher_title_set_view_switcher_enabled (self->title, has_content);
  /* Not by its revealer: in GTK 4.8, one that turns round on its way gives its child a height of -1. */
  gtk_widget_set_visible (self->switcher_bar,
                          has_content && adw_view_switcher_title_get_title_visible (self->title));
}

/**
 * suivi_scorecard_page_update_tabs:
 *
 * What was frozen cannot be graded: an edition has no such tabs.
 */
void
suivi_scorecard_page_update_tabs (SuiviScorecardPage *self)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (self->tabs));

  if (self->edition_id != NULL && !suivi_scorecard_page_shows_facts (self))
    adw_view_stack_set_visible_child_name (self->tabs, "summary");
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      adw_view_stack_page_set_visible (page, self->edition_id == NULL
                                               || !is_working_tab (adw_view_stack_page_get_name (page)));
    }
  update_switchers (self);
}

/**
 * suivi_scorecard_page_update_scope:
 *
 * Grades are given to the recommendations that the page is about, and compared up to its cut-off date.
 */
void
suivi_scorecard_page_update_scope (SuiviScorecardPage *self)
{
  suivi_grade_view_set_scope (self->grade_view, self->review_id);
  suivi_matrix_view_set_scope (self->matrix_view, self->review_id, self->cut_off);
}

/**
 * suivi_scorecard_page_has_unsaved:
 *
 * Returns: whether a grade or an agreement is not in the workspace yet, complete or as far as it was begun
 */
gboolean
suivi_scorecard_page_has_unsaved (SuiviScorecardPage *self)
{
  g_return_val_if_fail (SUIVI_IS_SCORECARD_PAGE (self), FALSE);

  return suivi_grade_view_has_unsaved (self->grade_view) || suivi_matrix_view_has_unsaved (self->matrix_view);
}

static void
agreement_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (suivi_matrix_view_save_finish (SUIVI_MATRIX_VIEW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
grade_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SuiviScorecardPage *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (!suivi_grade_view_save_finish (SUIVI_GRADE_VIEW (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  /* The page may be gone by now. */
  else if (self->matrix_view == NULL)
    g_task_return_boolean (task, TRUE);
  else
    suivi_matrix_view_save_async (self->matrix_view, agreement_kept_cb, g_steal_pointer (&task));
}

/**
 * suivi_scorecard_page_save_async:
 *
 * Saves the grade that was typed, or keeps what was begun of it, likewise of an agreement, and says when that is done. One
 * may wait at a time.
 */
void
suivi_scorecard_page_save_async (SuiviScorecardPage *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (SUIVI_IS_SCORECARD_PAGE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, suivi_scorecard_page_save_async);
  suivi_grade_view_save_async (self->grade_view, grade_saved_cb, task);
}

/**
 * suivi_scorecard_page_save_finish:
 * @error: why something could not be saved
 *
 * Returns: whether all of it is saved
 */
gboolean
suivi_scorecard_page_save_finish (SuiviScorecardPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
recommendation_wanted_cb (SuiviScorecardPage *self, const char *recommendation_id)
{
  g_signal_emit_by_name (self, "show-recommendation", recommendation_id);
}

static void
grade_wanted_cb (SuiviScorecardPage *self, const char *recommendation_id)
{
  adw_view_stack_set_visible_child_name (self->tabs, "grade");
  suivi_grade_view_show (self->grade_view, recommendation_id);
}

static void
tab_changed_cb (SuiviScorecardPage *self)
{
  if (self->tabs == NULL || self->content == NULL)
    return;

  suivi_scorecard_page_update_editions (self);
  suivi_scorecard_page_load_facts (self);
}

/* The tab before or after the one that is seen, of those that there are. */
static void
turn_to (SuiviScorecardPage *self, int step)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->tabs);
  const int n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  int place = 0;

  while (place < n && !gtk_selection_model_is_selected (pages, place))
    place++;
  for (place += step; place >= 0 && place < n; place += step)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), place);

      if (!adw_view_stack_page_get_visible (page))
        continue;
      adw_view_stack_set_visible_child (self->tabs, adw_view_stack_page_get_child (page));
      return;
    }
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->tabs)))
    return GDK_EVENT_PROPAGATE;
  turn_to (self, g_variant_get_int32 (step));

  return GDK_EVENT_STOP;
}

/**
 * suivi_scorecard_page_init_tabs:
 *
 * Prepares the keys for the tabs.
 */
void
suivi_scorecard_page_init_tabs (SuiviScorecardPage *self)
{
  static const struct
  {
    guint key;
    int step;
  } keys[] = {
    { GDK_KEY_Page_Up, -1 },
    { GDK_KEY_KP_Page_Up, -1 },
    { GDK_KEY_Page_Down, 1 },
    { GDK_KEY_KP_Page_Down, 1 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (turn_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  /* Wherever the keyboard is in the window, and before a field of words moves its cursor. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * suivi_scorecard_page_install_tabs:
 * @widget_class: the class of the page
 *
 * Installs what the page has for its tabs. Called before the template is bound to a page.
 */
void
suivi_scorecard_page_install_tabs (GtkWidgetClass *widget_class)
{
  g_type_ensure (SUIVI_TYPE_GRADE_VIEW);
  g_type_ensure (SUIVI_TYPE_MATRIX_VIEW);

  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, grade_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, matrix_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, grade_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, recommendation_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_switchers);
}
