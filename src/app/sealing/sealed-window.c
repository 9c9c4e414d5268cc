/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/relative-time.h"
#include "app/sealing/sealed-item-row.h"
#include "app/sealing/sealed-window.h"
#include "core/text/text.h"

struct _SuiviSealedWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkLabel *failure;
  GtkStack *stack;
  GtkBox *groups;

  SuiviVaultKeeper *keeper; /* (owned) (nullable) */
  GPtrArray *owners;        /* (owned) (nullable) (element-type SuiviSealedOwner) */
};

G_DEFINE_FINAL_TYPE (SuiviSealedWindow, suivi_sealed_window, ADW_TYPE_WINDOW)

/**
 * suivi_sealed_owner_new:
 *
 * Returns: (transfer full): something that things may be sealed for
 */
SuiviSealedOwner *
suivi_sealed_owner_new (const char *id, const char *title)
{
  SuiviSealedOwner *self = g_new0 (SuiviSealedOwner, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

void
suivi_sealed_owner_free (SuiviSealedOwner *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/**
 * suivi_sealed_field_to_label:
 * @field: as in #SuiviSealedInfo
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_sealed_field_to_label (const char *field)
{
  static const struct
  {
    const char *field;
    const char *label;
  } labels[] = {
    { "name", N_ ("Name") },
    { "contact", N_ ("Contact") },
    { "notes", N_ ("Sensitive notes") },
    { "consent-form", N_ ("Signed consent form") },
    { "photograph", N_ ("Photograph") },
    { "drawing", N_ ("Drawing") },
    { "recording", N_ ("Recording") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_strcmp0 (field, labels[i].field) == 0)
        return _ (labels[i].label);
    }

  return _ ("Other file");
}

/**
 * suivi_sealed_say_when:
 *
 * Returns: (transfer full): who sealed it, if a name is known, and when: "Sealed by Joe · 3 days ago"
 */
char *
suivi_sealed_say_when (const SuiviSealedInfo *info)
{
  g_autofree char *when = suivi_relative_time (info->sealed_at);

  if (suivi_text_is_blank (info->sealed_by))
    /* Translators: %s is when: "3 days ago" */
    return g_strdup_printf (_ ("Sealed %s"), when);

  /* Translators: who sealed something, and when: "Sealed by Joe · 3 days ago" */
  return g_strdup_printf (_ ("Sealed by %s · %s"), info->sealed_by, when);
}

/* On the workspace's thread */

static gpointer
list_sealed (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *owners = data;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < owners->len; i++)
    {
      const SuiviSealedOwner *owner = g_ptr_array_index (owners, i);
      GPtrArray *sealed = suivi_store_list_sealed (store, owner->id, error);

      if (sealed == NULL)
        return NULL;
      g_ptr_array_add (all, sealed);
    }

  return g_steal_pointer (&all);
}

/* On the main thread */

static void
fail (SuiviSealedWindow *self, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
}

static void
add_owner (SuiviSealedWindow *self, const SuiviSealedOwner *owner, GPtrArray *sealed)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), owner->title);
  for (guint i = 0; i < sealed->len; i++)
    {
      GtkWidget *row = suivi_sealed_item_row_new (self->keeper, g_ptr_array_index (sealed, i), owner->title);

      g_signal_connect_object (row, "failed", G_CALLBACK (fail), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (self->groups, group);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviSealedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  guint n = 0;

  if (self->keeper == NULL)
    return;
  if (all == NULL)
    {
      fail (self, error->message);
      return;
    }

  for (guint i = 0; i < all->len; i++)
    {
      GPtrArray *sealed = g_ptr_array_index (all, i);

      if (sealed->len == 0)
        continue;
      add_owner (self, g_ptr_array_index (self->owners, i), sealed);
      n++;
    }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "sealed" : "empty");
}

static void
show_time (SuiviSealedWindow *self)
{
  guint seconds = suivi_vault_keeper_get_seconds_left (self->keeper);
  guint minutes = (seconds + 59) / 60;
  g_autofree char *text = NULL;

  if (seconds > 60)
    text = g_strdup_printf (ngettext ("Locks in %u min", "Locks in %u min", minutes), minutes);
  else
    text = g_strdup (_ ("Locks in less than a minute"));
  adw_window_title_set_subtitle (self->title, text);
}

static void
locked_cb (SuiviSealedWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
lock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviSealedWindow *self = SUIVI_SEALED_WINDOW (widget);

  if (self->keeper != NULL)
    suivi_vault_keeper_lock (self->keeper);
}

/* A key, a click, the mouse that moves over this window: somebody is there. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, SuiviSealedWindow *self)
{
  static const GdkEventType signs_of_life[]
    = { GDK_KEY_PRESS, GDK_BUTTON_PRESS, GDK_MOTION_NOTIFY, GDK_SCROLL, GDK_TOUCH_BEGIN };

  for (guint i = 0; i < G_N_ELEMENTS (signs_of_life) && self->keeper != NULL; i++)
    {
      if (gdk_event_get_event_type (event) == signs_of_life[i])
        suivi_vault_keeper_touch (self->keeper);
    }

  return GDK_EVENT_PROPAGATE;
}

/* Whoever closes it is done: what is not looked at is locked. */
static gboolean
suivi_sealed_window_close_request (GtkWindow *window)
{
  SuiviSealedWindow *self = SUIVI_SEALED_WINDOW (window);

  if (self->keeper != NULL)
    suivi_vault_keeper_lock (self->keeper);

  return GTK_WINDOW_CLASS (suivi_sealed_window_parent_class)->close_request (window);
}

static void
suivi_sealed_window_dispose (GObject *object)
{
  SuiviSealedWindow *self = SUIVI_SEALED_WINDOW (object);

  g_clear_object (&self->keeper);
  g_clear_pointer (&self->owners, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_sealed_window_parent_class)->dispose (object);
}

static void
suivi_sealed_window_class_init (SuiviSealedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sealed_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_sealed_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/sealing/sealed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedWindow, groups);
  gtk_widget_class_install_action (widget_class, "sealed.lock", NULL, lock_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sealed.lock", NULL);
}

static void
suivi_sealed_window_init (SuiviSealedWindow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
}

/**
 * suivi_sealed_window_new:
 * @parent: (nullable): the window that it belongs to
 * @keeper: unlocked
 * @title: what it belongs to; nothing that identifies
 * @owners: (element-type SuiviSealedOwner): what things may be sealed for
 *
 * Returns: (transfer none): a window, not shown yet
 */
GtkWindow *
suivi_sealed_window_new (GtkWindow *parent, SuiviVaultKeeper *keeper, const char *title, GPtrArray *owners)
{
  SuiviSealedWindow *self = g_object_new (SUIVI_TYPE_SEALED_WINDOW, NULL);

  self->keeper = g_object_ref (keeper);
  self->owners = g_ptr_array_ref (owners);
  gtk_window_set_title (GTK_WINDOW (self), _ ("What is sealed"));
  adw_window_title_set_title (self->title, title);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  show_time (self);
  g_signal_connect_object (keeper, "tick", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "locked", G_CALLBACK (locked_cb), self, G_CONNECT_SWAPPED);
  suivi_workspace_run_async (suivi_vault_keeper_get_workspace (keeper), list_sealed, g_ptr_array_ref (owners),
                             (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_ptr_array_unref, NULL,
                             listed_cb, g_object_ref (self));

  return GTK_WINDOW (self);
}
