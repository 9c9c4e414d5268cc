/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/sort-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/clusters/cluster-jobs.h"
#include "app/clusters/sort-list.h"
#include "app/clusters/sort-target.h"
#include "app/clusters/split-layout.h"
#include "app/digit-key.h"
#include "app/drafting/panel-widgets.h"
#include "app/drag-scroll.h"
#include "app/step-toast.h"

struct _SuiviSortDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  SuiviSortList *list;
  GtkScrolledWindow *scroller;
  GtkListBox *targets;

  SuiviWorkspace *workspace; /* (owned) */
  char *review_id;           /* (nullable): whose recommendations are sorted */
  GCancellable *cancellable; /* (owned): of all that is asked for */
  SuiviSortPlaces *places;   /* (owned) (nullable): what is shown */
  guint n_loads;             /* of what is shown, under way */
  gboolean stepping;         /* a step is under way, or an undo */
  GPtrArray *steps;          /* (element-type Step): those made here that can be undone here */
  GPtrArray *undone;         /* (element-type Step): those undone here that can be redone here */
  GQueue wishes;             /* (element-type Wish): for when nothing is under way any longer */
};

/* More than anybody types ahead; a key that is held down does not go on for long after it is let go. */
#define MAX_WISHES 8

/* A step that was made here. */
typedef struct
{
  gint64 sequence; /* as the history counts */
  GArray *keys;    /* (element-type gint64): of what was put somewhere */
} Step;

static Step *
create_step (gint64 sequence, GArray *keys)
{
  Step *step = g_new0 (Step, 1);

  step->sequence = sequence;
  step->keys = g_array_ref (keys);

  return step;
}

static void
free_step (Step *step)
{
  g_array_unref (step->keys);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, free_step)

typedef enum
{
  WISH_PUT,
  WISH_UNDO,
  WISH_REDO,
} WishKind;

/* What the user asks for: to put something somewhere, or to undo or redo the last step. */
typedef struct
{
  WishKind kind;
  GArray *keys; /* (nullable) (element-type gint64): %NULL: what is selected by then */
  guint place;  /* of a cluster, from 1; 0: none */
} Wish;

static void
free_wish (Wish *wish)
{
  g_clear_pointer (&wish->keys, g_array_unref);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, free_wish)

G_DEFINE_FINAL_TYPE (SuiviSortDialog, suivi_sort_dialog, ADW_TYPE_WINDOW)

static gboolean
is_writable (SuiviSortDialog *self)
{
  return self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

static void
fail (SuiviSortDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

static void
failed_cb (SuiviSortDialog *self, const char *sentence)
{
  fail (self, sentence);
}

static SuiviSortTarget *
get_target (SuiviSortDialog *self, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->targets, (int) i);

  return row != NULL ? SUIVI_SORT_TARGET (row) : NULL;
}

/* ---- Steps ---- */

/* What was asked for is not yet done, or not yet shown: nobody can know what the next key means. */
static gboolean
is_busy (SuiviSortDialog *self)
{
  return self->stepping || self->n_loads > 0;
}

static void
update_actions (SuiviSortDialog *self)
{
  const gboolean any = suivi_sort_list_count_selected (self->list) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sort.put",
                                 (any || is_busy (self)) && is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sort.undo", self->steps->len > 0 || self->stepping);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sort.redo", self->undone->len > 0 || self->stepping);
}

static void
forget_wishes (SuiviSortDialog *self)
{
  g_queue_clear_full (&self->wishes, (GDestroyNotify) free_wish);
}

static void
set_stepping (SuiviSortDialog *self, gboolean stepping)
{
  self->stepping = stepping;
  update_actions (self);
}

static void
say (SuiviSortDialog *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  /* Not behind what was said about the last step: that waits meanwhile. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 2);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void go_on (SuiviSortDialog *self);

typedef struct
{
  SuiviSortDialog *dialog; /* (owned) */
  char *title;             /* (nullable): of the cluster; %NULL: none */
  GArray *keys;            /* (element-type gint64): of what is put there */
} Put;

static void
free_put (Put *put)
{
  g_object_unref (put->dialog);
  g_free (put->title);
  g_array_unref (put->keys);
  g_free (put);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Put, free_put)

static char *
describe_done (const char *title, guint n)
{
  if (title == NULL)
    return g_strdup_printf (ngettext ("%u recommendation is in no cluster now",
                                      "%u recommendations are in no cluster now", n),
                            n);

  /* Translators: %s is the title of a cluster */
  return g_strdup_printf (ngettext ("%u recommendation put into “%s”", "%u recommendations put into “%s”", n),
                          n, title);
}

static void
put_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Put) put = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree SuiviClusterAssignment *done
    = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  SuiviSortDialog *self = put->dialog;
  g_autofree char *sentence = NULL;

  if (self->workspace == NULL)
    return;

  fail (self, error != NULL ? error->message : NULL);
  /* None: they were deleted meanwhile, or somebody else put them there. */
  if (done != NULL && done->n_moved > 0)
    {
      g_ptr_array_add (self->steps, create_step (done->sequence, put->keys));
      g_ptr_array_set_size (self->undone, 0);
      sentence = describe_done (put->title, done->n_moved);
      suivi_step_toast_show (self->toasts, sentence, _ ("Undo"), "sort.undo");
    }
  /* What was asked for next meant what would have come of it. */
  if (error != NULL)
    forget_wishes (self);
  set_stepping (self, FALSE);
  go_on (self);
}

/* Those that are somewhere else: the others need not be put there. */
static GArray *
leave_out (SuiviSortDialog *self, GArray *keys, const SuiviCluster *cluster)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < keys->len; i++)
    {
      const gint64 key = g_array_index (keys, gint64, i);

      if (suivi_sort_places_find (self->places, key) != cluster)
        g_array_append_val (left, key);
    }

  return left;
}

/* @place: of a cluster, from 1; 0: none */
static gboolean
put_rows (SuiviSortDialog *self, GArray *keys, guint place)
{
  g_autoptr (GArray) left = NULL;
  GPtrArray *clusters = NULL;
  SuiviCluster *cluster = NULL;
  Put *put = NULL;

  if (self->places == NULL || keys->len == 0 || !is_writable (self))
    return FALSE;
  clusters = suivi_sort_places_get_clusters (self->places);
  if (place > clusters->len)
    return FALSE;

  if (place > 0)
    cluster = g_ptr_array_index (clusters, place - 1);
  left = leave_out (self, keys, cluster);
  if (left->len == 0)
    {
      say (self, cluster != NULL ? _ ("Already in this cluster") : _ ("Already in no cluster"));
      return FALSE;
    }

  /* What a message offers to undo is not the last step any longer. */
  suivi_step_toast_dismiss (self->toasts);
  put = g_new0 (Put, 1);
  put->dialog = g_object_ref (self);
  put->title = cluster != NULL ? g_strdup (cluster->title) : NULL;
  put->keys = g_array_ref (left);
  set_stepping (self, TRUE);
  suivi_clusters_assign_async (self->workspace, cluster != NULL ? cluster->id : NULL, left, put_done_cb, put);

  return TRUE;
}

/* Where steps are undone and redone. */
typedef struct
{
  SuiviSortDialog *dialog; /* (owned) */
  Step *step;              /* (owned) */
  gboolean undo;           /* else it is redone */
} Turn;

static void
free_turn (Turn *self)
{
  g_object_unref (self->dialog);
  g_clear_pointer (&self->step, free_step);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Turn, free_turn)

static gpointer
undo_step (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_undo_step (store, *(const gint64 *) data, error)
           ? g_strdup (suivi_store_get_redo_label (store))
           : NULL;
}

static gpointer
redo_step (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_redo_step (store, *(const gint64 *) data, error)
           ? g_strdup (suivi_store_get_undo_label (store))
           : NULL;
}

/* @label: the name of the step */
static void
say_turned (SuiviSortDialog *self, const char *label, gboolean undo)
{
  g_autofree char *sentence = NULL;

  if (label == NULL)
    return;

  /* Translators: %s is the name of a step, "Grade 12 recommendations" */
  sentence = g_strdup_printf (undo ? _ ("Undone: %s") : _ ("Redone: %s"), label);
  suivi_step_toast_show (self->toasts, sentence, undo ? _ ("Redo") : _ ("Undo"),
                         undo ? "sort.redo" : "sort.undo");
}

static void
turned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Turn) turn = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  SuiviSortDialog *self = turn->dialog;

  if (self->workspace == NULL)
    return;

  fail (self, error != NULL ? error->message : NULL);
  if (error == NULL)
    {
      suivi_sort_list_come_back (self->list, turn->step->keys);
      g_ptr_array_add (turn->undo ? self->undone : self->steps, g_steal_pointer (&turn->step));
      say_turned (self, label, turn->undo);
    }
  /* Behind the step of somebody else, those made here are out of reach. */
  else if (g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_CONFLICT)
           || g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOTHING_TO_DO))
    {
      g_ptr_array_set_size (turn->undo ? self->steps : self->undone, 0);
    }
  else
    {
      g_ptr_array_add (turn->undo ? self->steps : self->undone, g_steal_pointer (&turn->step));
    }
  /* What was asked for next meant what would have come of it. */
  if (error != NULL)
    forget_wishes (self);
  set_stepping (self, FALSE);
  go_on (self);
}

/* Undoes the last step, or redoes the one that was undone last. */
static void
turn (SuiviSortDialog *self, gboolean undo)
{
  GPtrArray *from = undo ? self->steps : self->undone;
  Turn *turn = NULL;

  if (from->len == 0)
    return;

  turn = g_new0 (Turn, 1);
  turn->dialog = g_object_ref (self);
  turn->step = g_ptr_array_steal_index (from, from->len - 1);
  turn->undo = undo;
  suivi_step_toast_dismiss (self->toasts);
  /* What is done again may leave the list, as it did the first time. */
  if (!undo && suivi_sort_list_has_selected (self->list, turn->step->keys))
    suivi_sort_list_go_on (self->list);
  set_stepping (self, TRUE);
  suivi_workspace_run_async (self->workspace, undo ? undo_step : redo_step,
                             g_memdup2 (&turn->step->sequence, sizeof (gint64)), g_free, g_free, NULL,
                             turned_cb, turn);
}

/* ---- Wishes ---- */

static void
put_selected (SuiviSortDialog *self, guint place)
{
  g_autoptr (GArray) keys = suivi_sort_list_list_selected (self->list);

  if (put_rows (self, keys, place))
    suivi_sort_list_go_on (self->list);
}

static void
fulfil (SuiviSortDialog *self, const Wish *wish)
{
  if (wish->kind != WISH_PUT)
    turn (self, wish->kind == WISH_UNDO);
  else if (wish->keys != NULL)
    put_rows (self, wish->keys, wish->place);
  else
    put_selected (self, wish->place);
}

/* Does what waits, one after the other: each means what is shown, and selected, after the one before. */
static void
go_on (SuiviSortDialog *self)
{
  if (is_busy (self))
    return;

  suivi_sort_list_settle (self->list);
  while (!is_busy (self) && !g_queue_is_empty (&self->wishes))
    {
      g_autoptr (Wish) wish = g_queue_pop_head (&self->wishes);

      fulfil (self, wish);
    }
  update_actions (self);
}

static void
ask (SuiviSortDialog *self, WishKind kind, GArray *keys, guint place)
{
  Wish *wish = NULL;

  if (g_queue_get_length (&self->wishes) >= MAX_WISHES)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  wish = g_new0 (Wish, 1);
  wish->kind = kind;
  wish->keys = keys != NULL ? g_array_ref (keys) : NULL;
  wish->place = place;
  g_queue_push_tail (&self->wishes, wish);
  go_on (self);
}

static void
put_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (SUIVI_SORT_DIALOG (widget), WISH_PUT, NULL, g_variant_get_uint32 (parameter));
}

static void
target_activated_cb (SuiviSortDialog *self, SuiviSortTarget *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sort.put", "u", suivi_sort_target_get_place (target));
}

static void
dropped_cb (SuiviSortDialog *self, GArray *keys, SuiviSortTarget *target)
{
  ask (self, WISH_PUT, keys, suivi_sort_target_get_place (target));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (SUIVI_SORT_DIALOG (widget), WISH_UNDO, NULL, 0);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (SUIVI_SORT_DIALOG (widget), WISH_REDO, NULL, 0);
}

static gboolean
digit_pressed_cb (GtkWidget *widget, guint digit)
{
  return gtk_widget_activate_action (widget, "sort.put", "u", digit);
}

/* ---- What is shown ---- */

static void
update_offers (SuiviSortDialog *self)
{
  const guint n = suivi_sort_list_count_selected (self->list);
  SuiviSortTarget *target = NULL;

  for (guint i = 0; (target = get_target (self, i)) != NULL; i++)
    suivi_sort_target_offer (target, n);
  update_actions (self);
}

static void
fit_targets (SuiviSortDialog *self, guint n)
{
  SuiviSortTarget *target = NULL;

  for (guint i = n; (target = get_target (self, i)) != NULL;)
    {
      g_signal_handlers_disconnect_by_data (target, self);
      gtk_list_box_remove (self->targets, GTK_WIDGET (target));
    }
  for (guint i = 0; i < n; i++)
    {
      if (get_target (self, i) != NULL)
        continue;
      target = SUIVI_SORT_TARGET (suivi_sort_target_new (self->workspace));
      g_signal_connect_object (target, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->targets, GTK_WIDGET (target));
    }
}

/* The clusters by place, then what stands for none. */
static void
show_places (SuiviSortDialog *self)
{
  GPtrArray *clusters = suivi_sort_places_get_clusters (self->places);

  fit_targets (self, clusters->len + 1);
  for (guint i = 0; i <= clusters->len; i++)
    {
      SuiviCluster *cluster = i < clusters->len ? g_ptr_array_index (clusters, i) : NULL;

      suivi_sort_target_show (get_target (self, i), cluster, cluster != NULL ? i + 1 : 0,
                              suivi_sort_places_count (self->places, cluster), is_writable (self));
    }
  suivi_sort_list_set_places (self->list, self->places);
  update_offers (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviSortDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSortPlaces) places = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  const gboolean first = self->places == NULL;

  self->n_loads--;
  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (places == NULL)
    {
      fail (self, error->message);
      go_on (self);
      return;
    }

  g_clear_pointer (&self->places, suivi_sort_places_unref);
  self->places = g_steal_pointer (&places);
  show_places (self);
  /* Where the digits mean clusters. */
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  go_on (self);
}

/* The list asked for its rows before: they are there by the time that this is. */
static void
load (SuiviSortDialog *self)
{
  self->n_loads++;
  suivi_sort_places_load_async (self->workspace, self->review_id, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

/* ---- The window ---- */

static void
suivi_sort_dialog_dispose (GObject *object)
{
  SuiviSortDialog *self = SUIVI_SORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->places, suivi_sort_places_unref);
  g_clear_pointer (&self->review_id, g_free);
  forget_wishes (self);

  G_OBJECT_CLASS (suivi_sort_dialog_parent_class)->dispose (object);
}

/* The window is closed, though what is under way holds it a little longer. */
static void
suivi_sort_dialog_unrealize (GtkWidget *widget)
{
  SuiviSortDialog *self = SUIVI_SORT_DIALOG (widget);

  GTK_WIDGET_CLASS (suivi_sort_dialog_parent_class)->unrealize (widget);

  g_cancellable_cancel (self->cancellable);
  forget_wishes (self);
}

static void
suivi_sort_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_SORT_DIALOG (object)->steps);
  g_ptr_array_unref (SUIVI_SORT_DIALOG (object)->undone);

  G_OBJECT_CLASS (suivi_sort_dialog_parent_class)->finalize (object);
}

static void
suivi_sort_dialog_class_init (SuiviSortDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sort_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_sort_dialog_finalize;
  widget_class->unrealize = suivi_sort_dialog_unrealize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/clusters/sort-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSortDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortDialog, targets);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_offers);
  gtk_widget_class_bind_template_callback (widget_class, target_activated_cb);
  gtk_widget_class_install_action (widget_class, "sort.put", "u", put_action);
  gtk_widget_class_install_action (widget_class, "sort.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "sort.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "sort.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "sort.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "sort.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_sort_dialog_init (SuiviSortDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
  g_queue_init (&self->wishes);
  g_type_ensure (SUIVI_TYPE_SORT_LIST);
  g_type_ensure (SUIVI_TYPE_SPLIT_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_drag_scroll_watch (self->scroller);
  suivi_digit_key_watch (GTK_WIDGET (self), 0, digit_pressed_cb);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sort.put", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sort.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sort.redo", FALSE);
}

/* Two lists side by side want more room than the dialog that it belongs to. */
static GtkWindow *
get_main_window (GtkWindow *window)
{
  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);

  return window;
}

/**
 * suivi_sort_dialog_new:
 * @parent: the window that it belongs to
 * @workspace: whose clusters
 * @review_id: (nullable): key of the review whose recommendations are sorted; %NULL: all of them
 *
 * Returns: (transfer none): a dialog, not shown yet; GTK owns it
 */
GtkWidget *
suivi_sort_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace, const char *review_id)
{
  SuiviSortDialog *self = g_object_new (SUIVI_TYPE_SORT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->review_id = g_strdup (review_id);
  suivi_panel_window_fit (GTK_WINDOW (self), get_main_window (parent));
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  suivi_sort_list_set_workspace (self->list, workspace, review_id);
  /* After the list does, see load(). */
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (load), self);
  load (self);

  return GTK_WIDGET (self);
}
