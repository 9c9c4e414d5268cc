/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard is in the fast grading flow: the next key is to be a grade, without a click before it. */

#include "config.h"

#include "app/scorecard/grade-view-private.h"

/**
 * suivi_grade_view_shows_current:
 *
 * Returns: whether what is shown is what was asked for last, and not still on its way
 */
gboolean
suivi_grade_view_shows_current (SuiviGradeView *self)
{
  return self->subject != NULL && self->subject->key == self->key;
}

/**
 * suivi_grade_view_shows_form:
 *
 * Returns: whether the form is to be seen: where there is room for one page only, it may be the list
 */
gboolean
suivi_grade_view_shows_form (SuiviGradeView *self)
{
  return !adw_leaflet_get_folded (self->leaflet)
         || adw_leaflet_get_visible_child (self->leaflet) == self->pane;
}

static GtkWidget *
get_focus (SuiviGradeView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/**
 * suivi_grade_view_ask_keyboard:
 * @go: whether the form is to have the keyboard as soon as what was asked for is there
 */
void
suivi_grade_view_ask_keyboard (SuiviGradeView *self, gboolean go)
{
  self->go = go;
  g_set_weak_pointer (&self->go_from, go ? get_focus (self) : NULL);
}

/* Whether the user took the keyboard out of where it was. If that is no longer to be seen, GTK did; and whoever is in the
 * pane is where the form is. */
static gboolean
is_elsewhere (SuiviGradeView *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && self->go_from != NULL && focus != self->go_from
         && gtk_widget_get_mapped (self->go_from) && !gtk_widget_is_ancestor (focus, self->pane);
}

/**
 * suivi_grade_view_take_keyboard:
 *
 * Takes the keyboard if that was asked for, though not from whoever went elsewhere in the meantime.
 */
void
suivi_grade_view_take_keyboard (SuiviGradeView *self)
{
  gboolean elsewhere = FALSE;

  if (!self->go || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  elsewhere = is_elsewhere (self);
  suivi_grade_view_ask_keyboard (self, FALSE);
  if (!elsewhere)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
arrived_cb (gpointer user_data)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (user_data);

  self->arrival = 0;
  if (self->key == 0 || suivi_grade_view_shows_current (self))
    suivi_grade_view_take_keyboard (self);
  /* It does so when it is loaded, unless the user goes elsewhere from here. */
  else if (self->go)
    suivi_grade_view_ask_keyboard (self, TRUE);

  return G_SOURCE_REMOVE;
}

/**
 * suivi_grade_view_arrive:
 *
 * The tab was opened: the first key is a grade.
 */
void
suivi_grade_view_arrive (SuiviGradeView *self)
{
  self->go = TRUE;
  g_clear_weak_pointer (&self->go_from);
  /* The stacks around it put the keyboard somewhere of their own after they show it. */
  if (self->arrival == 0)
    self->arrival = g_idle_add_full (G_PRIORITY_DEFAULT, arrived_cb, self, NULL);
}

/**
 * suivi_grade_view_forget_arrival:
 *
 * The tab was left before the keyboard came.
 */
void
suivi_grade_view_forget_arrival (SuiviGradeView *self)
{
  g_clear_handle_id (&self->arrival, g_source_remove);
  g_clear_handle_id (&self->return_to_list, g_source_remove);
  suivi_grade_view_ask_keyboard (self, FALSE);
}

static gboolean
row_gone_cb (gpointer user_data)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (user_data);

  self->return_to_list = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return G_SOURCE_REMOVE;
}

/**
 * suivi_grade_view_keep_list:
 *
 * Gives the list the keyboard back when the row that had it went out of the list, because what was left is graded now:
 * GTK looks for some other widget as soon as it draws the list without it.
 */
void
suivi_grade_view_keep_list (SuiviGradeView *self)
{
  if (!self->back_to_list || self->key == 0 || suivi_grade_list_has (self->list, self->key))
    return;

  self->back_to_list = FALSE;
  if (self->return_to_list == 0 && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    self->return_to_list = g_idle_add (row_gone_cb, self);
}

/**
 * suivi_grade_view_focus:
 *
 * Puts the keyboard where one goes on: to the first judgement, to the list where that alone is to be seen, or to the
 * button of the page that says that all is done.
 *
 * Returns: whether it could be put there
 */
gboolean
suivi_grade_view_focus (SuiviGradeView *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "done"))
    return gtk_widget_grab_focus (self->again);
  if (self->subject != NULL && suivi_grade_view_shows_form (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->form));

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
