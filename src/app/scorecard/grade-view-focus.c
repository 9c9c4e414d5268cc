/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard is in the fast grading flow: the next key is to be a grade, without a click before it. */

#include "config.h"

#include "app/digit-key.h"
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

/* On to the next but one, or back, which is typed into none of them. */
static gboolean
goes_on (GdkEvent *event)
{
  const guint key = gdk_key_event_get_keyval (event);

  return (gdk_event_get_modifier_state (event) & GDK_ALT_MASK) != 0
         && (key == GDK_KEY_Up || key == GDK_KEY_Down);
}

/* In the list, too, a character is meant for what was chosen there; with other keys one goes on choosing. */
static gboolean
types (GdkEvent *event)
{
  return gdk_event_get_event_type (event) == GDK_KEY_PRESS
         && g_unichar_isprint (gdk_keyval_to_unicode (gdk_key_event_get_keyval (event)));
}

/* Whether the keyboard is no longer where one types for what is on its way. */
static gboolean
has_left (SuiviGradeView *self)
{
  return self->go ? is_elsewhere (self) : !suivi_grade_list_has_keyboard (self->list);
}

/* As long as the form shows the one before, what is typed for the next one must not come to it. */
static gboolean
holds_key (GtkWidget *widget, GdkEvent *event)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (widget);

  if (self->cancellable == NULL || self->key == 0 || suivi_grade_view_shows_current (self))
    return FALSE;
  if (has_left (self))
    {
      suivi_held_keys_drop (self->held);
      return FALSE;
    }
  if (!suivi_held_keys_is_empty (self->held))
    return TRUE;

  return self->go ? !goes_on (event) : types (event);
}

/**
 * suivi_grade_view_init_keyboard:
 *
 * Prepares the place for what is typed while a recommendation is on its way.
 */
void
suivi_grade_view_init_keyboard (SuiviGradeView *self)
{
  self->held = suivi_held_keys_new (GTK_WIDGET (self), holds_key);
}

/**
 * suivi_grade_view_check_keyboard:
 *
 * Forgets what was typed for a recommendation that comes now, if the keyboard is elsewhere meanwhile: it would be typed
 * there.
 */
void
suivi_grade_view_check_keyboard (SuiviGradeView *self)
{
  if (has_left (self))
    suivi_held_keys_drop (self->held);
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
  if (elsewhere)
    suivi_held_keys_drop (self->held);
  else
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
  suivi_held_keys_drop (self->held);
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

/**
 * suivi_grade_view_press_digit:
 * @digit: 0 to 9, pressed in the list or beside it
 *
 * Whoever goes through the list with the arrow keys need not leave it to grade what is shown beside it; what is not to be
 * seen is not graded.
 *
 * Returns: whether it was a judgement
 */
gboolean
suivi_grade_view_press_digit (SuiviGradeView *self, guint digit)
{
  return suivi_grade_view_is_editable (self) && suivi_grade_view_shows_current (self)
         && suivi_grade_view_shows_form (self) && suivi_grade_form_press_digit (self->form, digit);
}

/* A digit that nothing else takes is a judgement: not where one chooses from a list that came up, nor after the last
 * recommendation was saved, when whoever types fast means the next one. */
static gboolean
digit_pressed_cb (GtkWidget *pane, guint digit)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (gtk_widget_get_ancestor (pane, SUIVI_TYPE_GRADE_VIEW));
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL
         && !(self->at_end && focus == self->save) && suivi_grade_view_press_digit (self, digit);
}

/**
 * suivi_grade_view_watch_digits:
 *
 * Lets whoever clicked into the text, to read it or to copy from it, go on with the same keys.
 */
void
suivi_grade_view_watch_digits (SuiviGradeView *self)
{
  suivi_digit_key_watch (self->pane, 0, digit_pressed_cb);
}
