/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/drafting-page-private.h"
#include "app/settings.h"

G_DEFINE_FINAL_TYPE (SuiviDraftingPage, suivi_drafting_page, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_SHOW_ROWS,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- What is shown ---- */

/**
 * suivi_drafting_page_is_writable:
 *
 * Returns: whether drafts can be changed
 */
gboolean
suivi_drafting_page_is_writable (SuiviDraftingPage *self)
{
  return self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

/**
 * suivi_drafting_page_show_failure:
 * @sentence: (nullable): what could not be done, and why; %NULL when all is well again
 *
 * Says above the list what did not work. It stays until it is closed or works.
 */
void
suivi_drafting_page_show_failure (SuiviDraftingPage *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

/**
 * suivi_drafting_page_update_header:
 *
 * Where list and editor share one place, the header bar belongs to the one that is seen.
 */
void
suivi_drafting_page_update_header (SuiviDraftingPage *self)
{
  gboolean on_editor = adw_leaflet_get_folded (self->leaflet)
                       && g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "editor") == 0
                       && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
  gboolean has_list = self->board != NULL && self->board->issues->len > 0;

  gtk_widget_set_visible (self->list_button, on_editor);
  gtk_widget_set_visible (self->sidebar_button, self->folded && !on_editor);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), has_list && !on_editor);
  /* No room for words. */
  if (self->folded)
    gtk_button_set_icon_name (self->new_button, "list-add-symbolic");
  else
    gtk_button_set_label (self->new_button, _ ("New issue"));
}

/**
 * suivi_drafting_page_update_actions:
 *
 * Switches off what cannot be done now.
 */
void
suivi_drafting_page_update_actions (SuiviDraftingPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = suivi_drafting_page_is_writable (self);
  gboolean has_state = self->board != NULL && self->board->state != NULL;
  gboolean has_issue = has_state && self->board->issues->len > 0;
  gboolean has_draft = has_issue && suivi_draft_editor_get_draft_id (self->editor) != NULL;
  g_auto (GStrv) dismissed = g_settings_get_strv (suivi_settings_get_default (), "dismissed-hints");

  gtk_widget_action_set_enabled (widget, "drafting.new-issue", writable && has_state);
  gtk_widget_action_set_enabled (widget, "drafting.edit-issue", writable && has_issue);
  gtk_widget_action_set_enabled (widget, "drafting.delete-issue", writable && has_issue);
  gtk_widget_action_set_enabled (widget, "drafting.raise-issue", writable && has_issue);
  gtk_widget_action_set_enabled (widget, "drafting.new-draft", writable && has_issue);
  gtk_widget_action_set_enabled (widget, "drafting.delete-draft", writable && has_draft);
  gtk_widget_action_set_enabled (widget, "drafting.export", has_draft);
  gtk_widget_action_set_enabled (widget, "drafting.summary", has_issue);
  gtk_widget_action_set_enabled (widget, "drafting.show-hints", dismissed[0] != NULL);
}

/* ---- Reading ---- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviDraftingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviDraftBoard) board = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || self->workspace != (SuiviWorkspace *) source)
    return;
  if (board == NULL)
    {
      suivi_drafting_page_show_failure (self, error->message);
      return;
    }

  g_clear_pointer (&self->board, suivi_draft_board_free);
  self->board = g_steal_pointer (&board);
  suivi_drafting_page_show_board (self);
  /* What stood in the way may be gone. */
  if (self->save_failed)
    suivi_draft_saver_flush (self->saver);
}

static void
cancel_load (SuiviDraftingPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (SuiviDraftingPage *self)
{
  if (self->workspace == NULL)
    return;

  cancel_load (self);
  self->cancellable = g_cancellable_new ();
  suivi_draft_board_load_async (self->workspace, self->review_id, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

static void
saved_cb (SuiviDraftingPage *self)
{
  self->save_failed = FALSE;
  suivi_drafting_page_show_failure (self, NULL);
}

static void
save_failed_cb (SuiviDraftingPage *self, const char *sentence)
{
  g_autofree char *text = NULL;

  self->save_failed = TRUE;
  /* Translators: %s is a sentence: why a draft could not be saved */
  text = g_strdup_printf (_ ("What you typed is not saved yet, but still here. %s"), sentence);
  suivi_drafting_page_show_failure (self, text);
}

/* ---- What the user does ---- */

static void
row_selected_cb (SuiviDraftingPage *self, GtkListBoxRow *row)
{
  suivi_drafting_page_row_selected (self, row);
}

static void
row_activated_cb (SuiviDraftingPage *self, GtkListBoxRow *row)
{
  suivi_drafting_page_row_selected (self, row);
  adw_leaflet_set_visible_child_name (self->leaflet, "editor");
}

static gboolean
update_header_cb (gpointer user_data)
{
  g_autoptr (SuiviDraftingPage) self = user_data;

  if (self->rows != NULL)
    suivi_drafting_page_update_header (self);

  return G_SOURCE_REMOVE;
}

/* A leaflet folds while sizes are being given out, when no other widget may appear or vanish. */
static void
leaflet_changed_cb (SuiviDraftingPage *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_header_cb, g_object_ref (self), NULL);
}

static void
failure_closed_cb (SuiviDraftingPage *self)
{
  suivi_drafting_page_show_failure (self, NULL);
}

static void
editor_failed_cb (SuiviDraftingPage *self, const char *sentence)
{
  suivi_drafting_page_show_failure (self, sentence);
}

static void
show_rows_cb (SuiviDraftingPage *self, SuiviFilter *filter)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_ROWS], 0, filter);
}

static void
show_recommendation_cb (SuiviDraftingPage *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_RECOMMENDATION], 0, id);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);

  if (adw_leaflet_get_folded (self->leaflet))
    {
      adw_leaflet_set_visible_child_name (self->leaflet, "list");
      gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
    }
}

/* ---- The widget ---- */

static void
suivi_drafting_page_unmap (GtkWidget *widget)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);

  if (self->saver != NULL)
    suivi_draft_saver_flush (self->saver);
  GTK_WIDGET_CLASS (suivi_drafting_page_parent_class)->unmap (widget);
}

static void
suivi_drafting_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (object);

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
suivi_drafting_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      suivi_drafting_page_set_workspace (self, g_value_get_object (value));
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

static void
drop_workspace (SuiviDraftingPage *self)
{
  cancel_load (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->saver != NULL)
    {
      suivi_draft_saver_flush (self->saver);
      g_signal_handlers_disconnect_by_data (self->saver, self);
    }
  g_clear_object (&self->saver);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->wanted_id, g_free);
  g_clear_pointer (&self->wanted_issue_id, g_free);
}

static void
suivi_drafting_page_dispose (GObject *object)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (object);

  drop_workspace (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_drafting_page_parent_class)->dispose (object);
}

static void
suivi_drafting_page_finalize (GObject *object)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (object);

  suivi_draft_board_free (self->board);
  g_free (self->review_id);

  G_OBJECT_CLASS (suivi_drafting_page_parent_class)->finalize (object);
}

static void
suivi_drafting_page_class_init (SuiviDraftingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = suivi_drafting_page_get_property;
  object_class->set_property = suivi_drafting_page_set_property;
  object_class->dispose = suivi_drafting_page_dispose;
  object_class->finalize = suivi_drafting_page_finalize;
  widget_class->unmap = suivi_drafting_page_unmap;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, SUIVI_TYPE_WORKSPACE, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SHOW_ROWS] = g_signal_new ("show-rows", SUIVI_TYPE_DRAFTING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, SUIVI_TYPE_FILTER);
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_DRAFTING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_DRAFT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/drafting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, counter);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, warning);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, editor_stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, first_draft_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftingPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, failure_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_recommendation_cb);

  suivi_drafting_page_install_steps (widget_class);
  gtk_widget_class_install_action (widget_class, "drafting.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "drafting.back", NULL);
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
  gtk_css_provider_load_from_resource (provider, "/io/github/suivi/Suivi/drafting/drafting.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
suivi_drafting_page_init (SuiviDraftingPage *self)
{
  load_style ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (suivi_settings_get_default (), "changed::dismissed-hints",
                           G_CALLBACK (suivi_drafting_page_update_actions), self, G_CONNECT_SWAPPED);
  suivi_drafting_page_update_actions (self);
}

/**
 * suivi_drafting_page_set_workspace:
 * @workspace: (nullable): where issues and drafts are kept
 *
 * What was typed into drafts of another workspace is saved there.
 */
void
suivi_drafting_page_set_workspace (SuiviDraftingPage *self, SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_DRAFTING_PAGE (self));

  if (self->workspace == workspace)
    return;

  drop_workspace (self);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      self->saver = suivi_draft_saver_new (workspace);
      g_signal_connect_object (self->saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->saver, "failed", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
    }
  suivi_draft_editor_set_workspace (self->editor, workspace, self->saver);
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * suivi_drafting_page_set_review:
 * @review_id: (nullable): key of a review, or %NULL for all reviews
 *
 * Issues belong to the State of the review. Without one they are those of the only State there is.
 */
void
suivi_drafting_page_set_review (SuiviDraftingPage *self, const char *review_id)
{
  g_return_if_fail (SUIVI_IS_DRAFTING_PAGE (self));

  if (g_strcmp0 (self->review_id, review_id) == 0)
    return;

  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  load (self);
}

/**
 * suivi_drafting_page_has_unsaved:
 *
 * Returns: whether there are words that the workspace does not have yet
 */
gboolean
suivi_drafting_page_has_unsaved (SuiviDraftingPage *self)
{
  g_return_val_if_fail (SUIVI_IS_DRAFTING_PAGE (self), FALSE);

  return self->saver != NULL && suivi_draft_saver_count (self->saver) > 0;
}

/**
 * suivi_drafting_page_save:
 *
 * Saves what was typed, before whatever is asked of the workspace next.
 */
void
suivi_drafting_page_save (SuiviDraftingPage *self)
{
  g_return_if_fail (SUIVI_IS_DRAFTING_PAGE (self));

  if (self->saver != NULL)
    suivi_draft_saver_flush (self->saver);
}

static void
settle (SuiviDraftSaver *saver, const char *sentence, GTask *task)
{
  /* Somebody typed on meanwhile. */
  if (sentence == NULL && suivi_draft_saver_count (saver) > 0)
    suivi_draft_saver_flush (saver);
  if (suivi_draft_saver_is_saving (saver))
    return;

  g_signal_handlers_disconnect_by_data (saver, task);
  if (sentence == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", sentence);
  g_object_unref (task);
}

static void
settle_saved_cb (SuiviDraftSaver *saver, GTask *task)
{
  settle (saver, NULL, task);
}

static void
settle_failed_cb (SuiviDraftSaver *saver, const char *sentence, GTask *task)
{
  settle (saver, sentence, task);
}

/**
 * suivi_drafting_page_save_async:
 *
 * Saves what was typed and says when that is done.
 */
void
suivi_drafting_page_save_async (SuiviDraftingPage *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (SUIVI_IS_DRAFTING_PAGE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, suivi_drafting_page_save_async);
  suivi_drafting_page_save (self);
  if (self->saver == NULL || !suivi_draft_saver_is_saving (self->saver))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  g_signal_connect (self->saver, "saved", G_CALLBACK (settle_saved_cb), task);
  g_signal_connect (self->saver, "failed", G_CALLBACK (settle_failed_cb), task);
}

/**
 * suivi_drafting_page_save_finish:
 * @error: why something could not be saved
 *
 * Returns: whether all of it is saved
 */
gboolean
suivi_drafting_page_save_finish (SuiviDraftingPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
