/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/held-keys.h"

struct _SuiviHeldKeys
{
  GtkWidget *widget;              /* (unowned) */
  GtkEventController *controller; /* (unowned): of @widget */
  SuiviHoldsKey holds;
  GQueue events;    /* (element-type GdkEvent): keys that wait, what was pressed first comes first */
  gboolean sent;    /* the first of them is on its way to the window once more */
  gboolean dropped; /* it is to be taken away when it comes */
  gboolean acting;  /* one of them went on, and what it does is done before the next one */
  guint next;       /* source that sends the next one */
  guint lost;       /* source that finds that it did not come */
};

static gboolean next_cb (gpointer user_data);

static void
send_next (SuiviHeldKeys *self)
{
  if (self->next == 0)
    self->next = g_idle_add_full (G_PRIORITY_DEFAULT, next_cb, self, NULL);
}

static void
remove_first (SuiviHeldKeys *self)
{
  g_clear_handle_id (&self->lost, g_source_remove);
  self->sent = FALSE;
  self->dropped = FALSE;
  gdk_event_unref (g_queue_pop_head (&self->events));
  send_next (self);
}

/* A shortcut of the window took it, or the window is another one now. */
static gboolean
lost_cb (gpointer user_data)
{
  SuiviHeldKeys *self = user_data;

  self->lost = 0;
  remove_first (self);

  return G_SOURCE_REMOVE;
}

static gboolean
next_cb (gpointer user_data)
{
  SuiviHeldKeys *self = user_data;
  GdkEvent *first = g_queue_peek_head (&self->events);

  self->next = 0;
  self->acting = FALSE;
  if (self->sent || first == NULL || self->holds (self->widget, first))
    return G_SOURCE_REMOVE;

  self->sent = TRUE;
  /* After all that goes on in the window: by then it has come, or never will. */
  self->lost = g_idle_add (lost_cb, self);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gdk_display_put_event (gtk_widget_get_display (self->widget), first);
  G_GNUC_END_IGNORE_DEPRECATIONS

  return G_SOURCE_REMOVE;
}

/* What was sent comes once more: others that are pressed meanwhile wait behind it. */
static gboolean
meet_sent (SuiviHeldKeys *self, gboolean holds)
{
  const gboolean dropped = self->dropped;

  if (holds && !dropped)
    {
      g_clear_handle_id (&self->lost, g_source_remove);
      self->sent = FALSE;
      return GDK_EVENT_STOP;
    }
  remove_first (self);
  self->acting = !dropped;

  return dropped ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
is_click (GdkEventType type)
{
  return type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_BEGIN
         || type == GDK_TOUCH_END;
}

static gboolean
event_cb (SuiviHeldKeys *self, GdkEvent *event)
{
  const GdkEventType type = gdk_event_get_event_type (event);
  gboolean holds = FALSE;

  /* What that does is not done by a key. */
  if (is_click (type))
    self->acting = FALSE;
  if (type != GDK_KEY_PRESS && type != GDK_KEY_RELEASE)
    return GDK_EVENT_PROPAGATE;

  holds = self->holds (self->widget, event);
  if (self->sent && event == g_queue_peek_head (&self->events))
    return meet_sent (self, holds);
  if (!holds && g_queue_is_empty (&self->events))
    return GDK_EVENT_PROPAGATE;

  g_queue_push_tail (&self->events, gdk_event_ref (event));

  return GDK_EVENT_STOP;
}

/**
 * suivi_held_keys_new:
 * @widget: around all that has the keyboard while keys may have to wait
 * @holds: says whether a key has to
 *
 * Returns: (transfer full): what holds keys, none so far
 */
SuiviHeldKeys *
suivi_held_keys_new (GtkWidget *widget, SuiviHoldsKey holds)
{
  SuiviHeldKeys *self = g_new0 (SuiviHeldKeys, 1);

  self->widget = widget;
  self->holds = holds;
  g_queue_init (&self->events);
  /* Before whatever has the keyboard sees them, and before an input method does. */
  self->controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (widget, self->controller);

  return self;
}

/**
 * suivi_held_keys_free:
 * @self: (nullable) (transfer full): its widget is still there; keys that wait are forgotten
 */
void
suivi_held_keys_free (SuiviHeldKeys *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->next, g_source_remove);
  g_clear_handle_id (&self->lost, g_source_remove);
  g_queue_clear_full (&self->events, (GDestroyNotify) gdk_event_unref);
  gtk_widget_remove_controller (self->widget, self->controller);
  g_free (self);
}

/**
 * suivi_held_keys_is_empty:
 *
 * Returns: whether no key waits
 */
gboolean
suivi_held_keys_is_empty (SuiviHeldKeys *self)
{
  return g_queue_is_empty (&self->events);
}

/**
 * suivi_held_keys_release:
 *
 * Lets the keys go on, one by one, until one of them has to wait again. What is pressed from now on comes after them.
 */
void
suivi_held_keys_release (SuiviHeldKeys *self)
{
  if (!g_queue_is_empty (&self->events))
    send_next (self);
}

/**
 * suivi_held_keys_turn:
 * @self: (nullable): keys that wait
 *
 * Tells that what the keys wait for is another thing from now on. If one of them did that, those after it were typed for
 * the other thing; if a click did, or anything else, they were not, and are forgotten.
 */
void
suivi_held_keys_turn (SuiviHeldKeys *self)
{
  if (self != NULL && !self->acting)
    suivi_held_keys_drop (self);
}

/**
 * suivi_held_keys_drop:
 * @self: (nullable): keys that wait
 *
 * Forgets the keys: whoever pressed them went elsewhere.
 */
void
suivi_held_keys_drop (SuiviHeldKeys *self)
{
  if (self == NULL)
    return;

  while (g_queue_get_length (&self->events) > (self->sent ? 1 : 0))
    gdk_event_unref (g_queue_pop_tail (&self->events));
  self->dropped = self->sent;
}
