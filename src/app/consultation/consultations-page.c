/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consultations-page-private.h"
#include "app/step-toast.h"

G_DEFINE_FINAL_TYPE (SuiviConsultationsPage, suivi_consultations_page, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- What is shown ---- */

/**
 * suivi_consultations_page_is_writable:
 *
 * Returns: whether consultations can be changed
 */
gboolean
suivi_consultations_page_is_writable (SuiviConsultationsPage *self)
{
  return self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

/**
 * suivi_consultations_page_show_failure:
 * @sentence: (nullable): what could not be done, and why; %NULL when all is well again
 *
 * Says above the list what did not work. It stays until it is closed or works.
 */
void
suivi_consultations_page_show_failure (SuiviConsultationsPage *self, const char *sentence)
{
  if (sentence != NULL)
    {
      g_free (self->failed);
      self->failed = g_strdup (sentence);
      gtk_label_set_label (self->failure_label, sentence);
    }
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

/**
 * suivi_consultations_page_show_done:
 * @sentence: (nullable): what was done
 *
 * Says what was done, and offers to take it back.
 */
void
suivi_consultations_page_show_done (SuiviConsultationsPage *self, const char *sentence)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  suivi_consultations_page_show_failure (self, NULL);
  if (sentence != NULL && overlay != NULL)
    suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), sentence, _ ("Undo"), "win.undo");
}

/**
 * suivi_consultations_page_update_header:
 *
 * Where list and view share one place, the header bar belongs to the one that is seen.
 */
void
suivi_consultations_page_update_header (SuiviConsultationsPage *self)
{
  gboolean on_view = adw_leaflet_get_folded (self->leaflet)
                     && g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "view") == 0
                     && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
  gboolean has_list = self->board != NULL && self->board->entries->len > 0;

  gtk_widget_set_visible (self->list_button, on_view);
  gtk_widget_set_visible (self->sidebar_button, self->folded && !on_view);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button),
                          has_list && !on_view && suivi_consultations_page_is_writable (self));
  /* No room for words. */
  if (self->folded)
    gtk_button_set_icon_name (self->new_button, "list-add-symbolic");
  else
    {
      gtk_button_set_label (self->new_button, _ ("New consultation"));
      /* A window that becomes narrow has to pass by here on its way. */
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->new_button)), PANGO_ELLIPSIZE_END);
    }
}

/* ---- Reading ---- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviConsultationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviConsultationBoard) board
             = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || self->workspace != (SuiviWorkspace *) source)
    return;
  if (board == NULL)
    {
      suivi_consultations_page_show_failure (self, error->message);
      return;
    }

  suivi_consultations_page_show_board (self, g_steal_pointer (&board));
}

static void
cancel_load (SuiviConsultationsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (SuiviConsultationsPage *self)
{
  if (self->workspace == NULL)
    return;

  cancel_load (self);
  self->cancellable = g_cancellable_new ();
  suivi_consultation_board_load_async (self->workspace, self->review_id, self->cancellable, loaded_cb,
                                       g_object_ref (self));
}

/* ---- What the user does ---- */

static void
row_selected_cb (SuiviConsultationsPage *self, GtkListBoxRow *row)
{
  suivi_consultations_page_row_selected (self, row);
}

static void
row_activated_cb (SuiviConsultationsPage *self, GtkListBoxRow *row)
{
  suivi_consultations_page_row_selected (self, row);
  adw_leaflet_set_visible_child_name (self->leaflet, "view");
}

static gboolean
update_header_cb (gpointer user_data)
{
  g_autoptr (SuiviConsultationsPage) self = user_data;

  if (self->rows != NULL)
    suivi_consultations_page_update_header (self);

  return G_SOURCE_REMOVE;
}

/* A leaflet folds while sizes are being given out, when no other widget may appear or vanish. */
static void
leaflet_changed_cb (SuiviConsultationsPage *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_header_cb, g_object_ref (self), NULL);
}

static void
failure_closed_cb (SuiviConsultationsPage *self)
{
  suivi_consultations_page_show_failure (self, NULL);
}

static void
step_failed_cb (SuiviConsultationsPage *self, const char *sentence)
{
  suivi_consultations_page_show_failure (self, sentence);
}

static void
step_done_cb (SuiviConsultationsPage *self, const char *sentence)
{
  suivi_consultations_page_show_done (self, sentence);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (widget);

  if (adw_leaflet_get_folded (self->leaflet))
    {
      adw_leaflet_set_visible_child_name (self->leaflet, "list");
      gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
    }
}

/* ---- The widget ---- */

static void
suivi_consultations_page_unmap (GtkWidget *widget)
{
  suivi_consultations_page_save (SUIVI_CONSULTATIONS_PAGE (widget));
  GTK_WIDGET_CLASS (suivi_consultations_page_parent_class)->unmap (widget);
}

static void
suivi_consultations_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_consultations_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      suivi_consultations_page_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        break;
      self->folded = g_value_get_boolean (value);
      leaflet_changed_cb (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* What was typed is saved, and nothing that children said is left on the screen. */
static void
drop_workspace (SuiviConsultationsPage *self)
{
  cancel_load (self);
  if (self->workspace == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->view != NULL)
    {
      suivi_consultations_page_save (self);
      suivi_consultation_view_set (self->view, NULL, NULL);
    }
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->wanted_id, g_free);
}

static void
suivi_consultations_page_dispose (GObject *object)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (object);

  drop_workspace (self);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_consultations_page_parent_class)->dispose (object);
}

static void
suivi_consultations_page_finalize (GObject *object)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (object);

  suivi_consultation_board_free (self->board);
  g_free (self->review_id);
  g_free (self->failed);

  G_OBJECT_CLASS (suivi_consultations_page_parent_class)->finalize (object);
}

static void
suivi_consultations_page_class_init (SuiviConsultationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = suivi_consultations_page_get_property;
  object_class->set_property = suivi_consultations_page_set_property;
  object_class->dispose = suivi_consultations_page_dispose;
  object_class->finalize = suivi_consultations_page_finalize;
  widget_class->unmap = suivi_consultations_page_unmap;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, SUIVI_TYPE_WORKSPACE, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SUIVI_TYPE_CONSULTATION_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/consultations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, failure_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_done_cb);

  suivi_consultations_page_install_steps (widget_class);
  suivi_consultations_page_install_prints (widget_class);
  gtk_widget_class_install_action (widget_class, "consultation.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "consultation.back", NULL);
}

/* Colours and shapes of this page; once for the display, before the first page is drawn. */
static void
load_style (void)
{
  static gboolean loaded = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (loaded)
    return;

  loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/suivi/Suivi/consultation/consultation.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
suivi_consultations_page_init (SuiviConsultationsPage *self)
{
  load_style ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_consultations_page_update_actions (self);
}

/**
 * suivi_consultations_page_set_workspace:
 * @workspace: (nullable): where consultations are kept
 *
 * What was typed for another workspace is saved there.
 */
void
suivi_consultations_page_set_workspace (SuiviConsultationsPage *self, SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_CONSULTATIONS_PAGE (self));

  if (self->workspace == workspace)
    return;

  drop_workspace (self);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      g_signal_connect_object (workspace, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
    }
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * suivi_consultations_page_set_review:
 * @review_id: (nullable): key of a review, or %NULL for all reviews
 *
 * Consultations belong to the State of the review. Without one they are those of the only State there is.
 */
void
suivi_consultations_page_set_review (SuiviConsultationsPage *self, const char *review_id)
{
  g_return_if_fail (SUIVI_IS_CONSULTATIONS_PAGE (self));

  if (g_strcmp0 (self->review_id, review_id) == 0)
    return;

  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  load (self);
}

/**
 * suivi_consultations_page_show_consultation:
 * @id: key of a consultation
 *
 * Shows it, as soon as it is there.
 */
void
suivi_consultations_page_show_consultation (SuiviConsultationsPage *self, const char *id)
{
  g_return_if_fail (SUIVI_IS_CONSULTATIONS_PAGE (self));

  g_free (self->wanted_id);
  self->wanted_id = g_strdup (id);
  load (self);
}

/**
 * suivi_consultations_page_has_unsaved:
 *
 * A step knows itself what was typed there; it may be something whenever a consultation can be changed.
 *
 * Returns: whether there may be something that the workspace does not have yet
 */
gboolean
suivi_consultations_page_has_unsaved (SuiviConsultationsPage *self)
{
  g_return_val_if_fail (SUIVI_IS_CONSULTATIONS_PAGE (self), FALSE);

  return suivi_consultations_page_is_writable (self) && suivi_consultation_view_get_id (self->view) != NULL;
}

/**
 * suivi_consultations_page_save:
 *
 * Saves what was typed, before whatever is asked of the workspace next.
 */
void
suivi_consultations_page_save (SuiviConsultationsPage *self)
{
  g_return_if_fail (SUIVI_IS_CONSULTATIONS_PAGE (self));

  if (suivi_consultations_page_has_unsaved (self))
    suivi_consultation_view_flush (self->view);
}

static gpointer
do_nothing (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/* The workspace does one thing after the other: when it comes to this, all that was typed is saved or refused. */
static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SuiviConsultationsPage *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (self->failed != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", self->failed);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * suivi_consultations_page_save_async:
 *
 * Saves what was typed and says when that is done.
 */
void
suivi_consultations_page_save_async (SuiviConsultationsPage *self,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (SUIVI_IS_CONSULTATIONS_PAGE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, suivi_consultations_page_save_async);
  if (!suivi_consultations_page_has_unsaved (self))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  suivi_consultations_page_show_failure (self, NULL);
  g_clear_pointer (&self->failed, g_free);
  suivi_consultations_page_save (self);
  suivi_workspace_run_async (self->workspace, do_nothing, NULL, NULL, NULL, NULL, settled_cb, task);
}

/**
 * suivi_consultations_page_save_finish:
 * @error: why something could not be saved
 *
 * Returns: whether all of it is saved
 */
gboolean
suivi_consultations_page_save_finish (SuiviConsultationsPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
