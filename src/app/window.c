/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/recent.h"
#include "app/settings.h"
#include "app/start-page.h"
#include "app/step-toast.h"

G_DEFINE_FINAL_TYPE (SuiviWindow, suivi_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (SuiviWindow *self)
{
  g_autofree char *base_name = NULL;
  g_autofree char *display_name = NULL;

  if (self->workspace == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Suivi");
      return;
    }

  base_name = g_path_get_basename (suivi_workspace_get_path (self->workspace));
  display_name = g_filename_display_name (base_name);
  gtk_window_set_title (GTK_WINDOW (self), display_name);
}

static void
update_read_only (SuiviWindow *self)
{
  const char *sentence = "";

  switch (suivi_workspace_get_read_only (self->workspace))
    {
    case SUIVI_READ_ONLY_NEWER:
      sentence = _ ("A newer Suivi made this workspace. You can read it here; update Suivi to change it.");
      break;
    case SUIVI_READ_ONLY_FILE:
      sentence
        = _ ("This workspace is write-protected: you can read it, but not change it. Copy it to a folder of "
             "your own to go on working.");
      break;
    case SUIVI_READ_ONLY_NO:
    default:
      break;
    }

  gtk_label_set_label (self->read_only_label, sentence);
  gtk_revealer_set_reveal_child (self->read_only_revealer, sentence[0] != '\0');
}

static void
set_review_id (SuiviWindow *self, const char *review_id)
{
  if (g_strcmp0 (self->review_id, review_id) == 0)
    return;

  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  suivi_recommendations_page_set_review (self->recommendations, review_id);
  suivi_drafting_page_set_review (self->drafting, review_id);
  suivi_consultations_page_set_review (self->consultations, review_id);
  suivi_scorecard_page_set_review (self->scorecard, review_id);
}

static void
show_summary (SuiviWindow *self)
{
  suivi_sidebar_set_summary (self->sidebar, self->summary);
  suivi_overview_page_set_summary (self->overview, self->summary);
}

static void
summary_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviWindow) self = SUIVI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSummary) summary = suivi_summary_load_finish (SUIVI_WORKSPACE (source), result, &error);

  self->loading_summary = FALSE;
  if (self->workspace == NULL || (SuiviWorkspace *) source != self->workspace)
    return;

  if (self->summary_outdated)
    {
      suivi_window_refresh (self);
      return;
    }

  if (summary == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        suivi_window_add_toast (self, adw_toast_new (error->message));
      return;
    }

  /* The review may be gone with an undone import; and while there is one only, nobody need choose it. */
  if (self->review_id != NULL && summary->review_id == NULL)
    {
      set_review_id (self, NULL);
      self->review_chosen = FALSE;
    }
  if (self->review_id == NULL && !self->review_chosen && summary->reviews->len == 1)
    {
      SuiviReview *review = g_ptr_array_index (summary->reviews, 0);

      set_review_id (self, review->id);
      suivi_window_refresh (self);
      return;
    }

  g_clear_pointer (&self->summary, suivi_summary_unref);
  self->summary = g_steal_pointer (&summary);
  show_summary (self);
}

/**
 * suivi_window_refresh:
 *
 * Reads the numbers of the sidebar and the overview anew. Requests that come while one is under way become
 * one.
 */
void
suivi_window_refresh (SuiviWindow *self)
{
  if (self->workspace == NULL)
    return;
  if (self->loading_summary)
    {
      self->summary_outdated = TRUE;
      return;
    }

  self->loading_summary = TRUE;
  self->summary_outdated = FALSE;
  suivi_summary_load_async (self->workspace, self->review_id, NULL, self->cancellable, summary_loaded_cb,
                            g_object_ref (self));
}

/**
 * suivi_window_update_actions:
 *
 * Switches off what cannot be done now, so that menus and buttons say so.
 */
void
suivi_window_update_actions (SuiviWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_workspace = self->workspace != NULL;
  gboolean writable = has_workspace && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
  gboolean busy = self->opening != NULL;

  gtk_widget_action_set_enabled (widget, "win.undo",
                                 writable && suivi_workspace_get_undo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 writable && suivi_workspace_get_redo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.import", !busy && (writable || !has_workspace));
  gtk_widget_action_set_enabled (widget, "win.add-review", writable);
  gtk_widget_action_set_enabled (widget, "win.sources", has_workspace);
  gtk_widget_action_set_enabled (widget, "win.show-source", has_workspace);
  gtk_widget_action_set_enabled (widget, "win.search", has_workspace);
  gtk_widget_action_set_enabled (widget, "win.show-page", has_workspace);
  gtk_widget_action_set_enabled (widget, "win.show-consultation", has_workspace);
  gtk_widget_action_set_enabled (widget, "win.show-sidebar", has_workspace);
  gtk_widget_action_set_enabled (widget, "win.cancel-opening", busy);
}

/**
 * suivi_window_update_main:
 *
 * Shows what fits the state of the window: the start page, the waiting page or the workspace.
 */
void
suivi_window_update_main (SuiviWindow *self)
{
  const char *name = "start";

  if (self->workspace != NULL)
    name = "workspace";
  else if (self->opening != NULL)
    name = "loading";
  gtk_stack_set_visible_child_name (self->main_stack, name);
}

static void
show_recommendations_cb (GtkWidget *page, SuiviFilter *filter, SuiviWindow *self)
{
  suivi_recommendations_page_set_filter (self->recommendations, filter);
  suivi_window_show_page (self, "recommendations");
}

static void
show_recommendation_cb (SuiviDraftingPage *page, const char *id, SuiviWindow *self)
{
  suivi_window_show_page (self, "recommendations");
  gtk_widget_activate_action (GTK_WIDGET (self->recommendations), "recommendations.show", "s", id);
}

static void
review_requested_cb (SuiviRecommendationsPage *page, const char *review_id, SuiviWindow *self)
{
  suivi_window_set_review (self, review_id);
}

static void
review_selected_cb (SuiviSidebar *sidebar, const char *review_id, SuiviWindow *self)
{
  suivi_window_set_review (self, review_id);
}

static void
add_page (SuiviWindow *self, GtkWidget *page, const char *name, const char *title)
{
  gtk_stack_add_titled (self->page_stack, page, name, title);
  g_object_bind_property (self->leaflet, "folded", page, "folded", G_BINDING_SYNC_CREATE);
}

/* A step was made, undone or redone. What a message still offers to undo is no longer the last step; who made
 * the step says so afterwards. */
static void
workspace_changed_cb (SuiviWindow *self)
{
  suivi_step_toast_dismiss (self->toasts);
  suivi_window_refresh (self);
}

/**
 * suivi_window_set_workspace:
 * @workspace: what the window shows from now on
 *
 * Called once in the life of a window: another workspace gets another window.
 */
void
suivi_window_set_workspace (SuiviWindow *self, SuiviWorkspace *workspace)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (SUIVI_IS_WINDOW (self));
  g_return_if_fail (SUIVI_IS_WORKSPACE (workspace));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  suivi_light_words_set_workspace (GTK_WINDOW (self), workspace);

  self->overview = g_object_new (SUIVI_TYPE_OVERVIEW_PAGE, "workspace", workspace, NULL);
  self->recommendations = g_object_new (SUIVI_TYPE_RECOMMENDATIONS_PAGE, "workspace", workspace, NULL);
  self->drafting = g_object_new (SUIVI_TYPE_DRAFTING_PAGE, "workspace", workspace, NULL);
  self->consultations = g_object_new (SUIVI_TYPE_CONSULTATIONS_PAGE, "workspace", workspace, NULL);
  self->scorecard = g_object_new (SUIVI_TYPE_SCORECARD_PAGE, "workspace", workspace, NULL);
  add_page (self, GTK_WIDGET (self->overview), "overview", _ ("Overview"));
  add_page (self, GTK_WIDGET (self->recommendations), "recommendations", _ ("Recommendations"));
  add_page (self, GTK_WIDGET (self->drafting), "drafting", _ ("Drafting"));
  add_page (self, GTK_WIDGET (self->consultations), "consultations", _ ("Consultations"));
  add_page (self, GTK_WIDGET (self->scorecard), "scorecard", _ ("Scorecard"));
  g_signal_connect_object (self->overview, "show-recommendations", G_CALLBACK (show_recommendations_cb), self,
                           0);

  g_signal_connect_object (self->drafting, "show-rows", G_CALLBACK (show_recommendations_cb), self, 0);
  g_signal_connect_object (self->drafting, "show-recommendation", G_CALLBACK (show_recommendation_cb), self,
                           0);

  g_signal_connect_object (self->scorecard, "show-recommendations", G_CALLBACK (show_recommendations_cb), self,
                           0);
  g_signal_connect_object (self->scorecard, "show-recommendation", G_CALLBACK (show_recommendation_cb), self,
                           0);

  g_signal_connect_object (self->recommendations, "review-requested", G_CALLBACK (review_requested_cb), self,
                           0);

  suivi_sidebar_set_workspace (self->sidebar, workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify", G_CALLBACK (suivi_window_update_actions), self,
                           G_CONNECT_SWAPPED);

  file = g_file_new_for_path (suivi_workspace_get_path (workspace));
  suivi_recent_add (file);

  suivi_window_show_page (self, "overview");
  update_title (self);
  update_read_only (self);
  suivi_window_update_actions (self);
  suivi_window_update_main (self);
  suivi_window_refresh (self);
}

static void
author_changed_cb (GSettings *settings, const char *key, SuiviWindow *self)
{
  g_autofree char *name = suivi_settings_dup_user_name ();
  g_autofree char *organisation = suivi_settings_dup_organisation ();

  if (self->workspace == NULL)
    return;

  suivi_workspace_set_author (self->workspace, name, organisation);
  suivi_window_refresh (self);
}

static void
close_anyway_cb (AdwMessageDialog *dialog, const char *response, SuiviWindow *self)
{
  if (!g_str_equal (response, "close"))
    return;

  /* This dialog lives on while it answers, its parent does not. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  self->discards_drafts = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* What was typed into the grades of several together and not saved lives as long as this window: nobody should lose it
 * unasked. */
static void
ask_about_drafts (SuiviWindow *self, guint n_drafts)
{
  g_autofree char *heading
    = g_strdup_printf (ngettext ("%u grade is not saved", "%u grades are not saved", n_drafts), n_drafts);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading,
                                              _ ("What you typed there is lost when the window is closed."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("Keep working"), "close",
                                    _ ("Close anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_anyway_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The disk may be full. What was typed is on its page still. */
static void
ask_about_words (SuiviWindow *self, const char *heading, const char *reason)
{
  g_autofree char *body
    /* Translators: %s is a sentence: why it could not be saved */
    = g_strdup_printf (_ ("%s What you typed there is lost when the window is closed."), reason);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("Keep working"), "close",
                                    _ ("Close anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_anyway_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Closes the window at last, or asks. */
static void
close_after_saving (SuiviWindow *self, const char *heading, const GError *error)
{
  self->saving_words = FALSE;
  if (self->workspace != NULL && error != NULL)
    ask_about_words (self, heading, error->message);
  else if (self->workspace != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
consultations_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviWindow) self = SUIVI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  suivi_consultations_page_save_finish (SUIVI_CONSULTATIONS_PAGE (source), result, &error);
  self->words_saved = error == NULL;
  close_after_saving (self, _ ("A consultation could not be saved"), error);
  self->words_saved = FALSE;
}

static void
drafts_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviWindow) self = SUIVI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  suivi_drafting_page_save_finish (SUIVI_DRAFTING_PAGE (source), result, &error);
  close_after_saving (self, _ ("A draft could not be saved"), error);
}

static void
grades_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviWindow) self = SUIVI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (self->workspace != NULL)
    suivi_scorecard_page_save_finish (self->scorecard, result, &error);
  close_after_saving (self, _ ("A grade could not be saved"), error);
}

static gboolean
suivi_window_close_request (GtkWindow *window)
{
  SuiviWindow *self = SUIVI_WINDOW (window);
  GSettings *settings = suivi_settings_get_default ();
  guint n_drafts = 0;
  int width = 0;
  int height = 0;

  /* What is complete is saved, what was begun is kept; if that fails, it is asked about. */
  if (self->workspace != NULL && !self->discards_drafts && suivi_scorecard_page_has_unsaved (self->scorecard))
    {
      if (!self->saving_words)
        suivi_scorecard_page_save_async (self->scorecard, grades_saved_cb, g_object_ref (self));
      self->saving_words = TRUE;
      return GDK_EVENT_STOP;
    }
  /* A window that was released already has nothing to lose. */
  if (self->workspace != NULL)
    n_drafts = suivi_recommendations_page_count_drafts (self->recommendations);
  if (n_drafts > 0 && !self->discards_drafts)
    {
      ask_about_drafts (self, n_drafts);
      return GDK_EVENT_STOP;
    }
  if (self->workspace != NULL && !self->discards_drafts && suivi_drafting_page_has_unsaved (self->drafting))
    {
      if (!self->saving_words)
        suivi_drafting_page_save_async (self->drafting, drafts_saved_cb, g_object_ref (self));
      self->saving_words = TRUE;
      return GDK_EVENT_STOP;
    }
  if (self->workspace != NULL && !self->discards_drafts && !self->words_saved
      && suivi_consultations_page_has_unsaved (self->consultations))
    {
      if (!self->saving_words)
        suivi_consultations_page_save_async (self->consultations, consultations_saved_cb,
                                             g_object_ref (self));
      self->saving_words = TRUE;
      return GDK_EVENT_STOP;
    }

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }

  return GTK_WINDOW_CLASS (suivi_window_parent_class)->close_request (window);
}

static void
suivi_window_dispose (GObject *object)
{
  SuiviWindow *self = SUIVI_WINDOW (object);

  suivi_window_release (self);
  g_clear_weak_pointer (&self->import_dialog);

  G_OBJECT_CLASS (suivi_window_parent_class)->dispose (object);
}

static void
suivi_window_finalize (GObject *object)
{
  SuiviWindow *self = SUIVI_WINDOW (object);

  g_clear_pointer (&self->summary, suivi_summary_unref);
  g_free (self->review_id);

  G_OBJECT_CLASS (suivi_window_parent_class)->finalize (object);
}

static void
suivi_window_class_init (SuiviWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = suivi_window_dispose;
  object_class->finalize = suivi_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_window_close_request;

  g_type_ensure (SUIVI_TYPE_START_PAGE);
  g_type_ensure (SUIVI_TYPE_SIDEBAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, loading_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, read_only_revealer);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviWindow, drop_revealer);

  suivi_window_install_actions (widget_class);
}

static void
suivi_window_init (SuiviWindow *self)
{
  GSettings *settings = suivi_settings_get_default ();

  g_queue_init (&self->imports);
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_object_bind_property (self->leaflet, "folded", self->sidebar, "folded", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->sidebar, "review-selected", G_CALLBACK (review_selected_cb), self, 0);
  g_signal_connect_object (settings, "changed::user-name", G_CALLBACK (author_changed_cb), self, 0);
  g_signal_connect_object (settings, "changed::organisation", G_CALLBACK (author_changed_cb), self, 0);
  suivi_window_init_drops (self);
  suivi_window_init_shortcuts (self);
  suivi_window_update_actions (self);
}

/**
 * suivi_window_new:
 * @application: the application that it belongs to
 *
 * Returns: (transfer none): a window that shows the start page; GTK owns it
 */
SuiviWindow *
suivi_window_new (AdwApplication *application)
{
  return g_object_new (SUIVI_TYPE_WINDOW, "application", application, NULL);
}

/**
 * suivi_window_release:
 *
 * Lets go of the workspace and of all that is under way. Called when the window is closed, which may be a
 * while before it is freed: the file must not stay open for as long as somebody holds a reference.
 */
void
suivi_window_release (SuiviWindow *self)
{
  g_autoptr (SuiviWorkspace) workspace = NULL;

  g_return_if_fail (SUIVI_IS_WINDOW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_queue_clear_full (&self->imports, g_object_unref);

  workspace = g_steal_pointer (&self->workspace);
  if (workspace == NULL)
    return;

  g_signal_handlers_disconnect_by_data (workspace, self);
  g_object_set (self->recommendations, "workspace", NULL, NULL);
  g_object_set (self->drafting, "workspace", NULL, NULL);
  g_object_set (self->consultations, "workspace", NULL, NULL);
  g_object_set (self->scorecard, "workspace", NULL, NULL);
  g_object_set (self->overview, "workspace", NULL, NULL);
  suivi_workspace_close (workspace);
}

/**
 * suivi_window_find_for_file:
 * @file: a workspace file
 *
 * Returns: (transfer none) (nullable): the window that shows @file or is about to
 */
SuiviWindow *
suivi_window_find_for_file (GtkApplication *application, GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  /* In a test a window may live without an application. */
  if (application == NULL)
    return NULL;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      SuiviWindow *window = SUIVI_IS_WINDOW (l->data) ? SUIVI_WINDOW (l->data) : NULL;
      g_autoptr (GFile) shown = NULL;

      if (window == NULL)
        continue;
      if (window->workspace != NULL)
        shown = g_file_new_for_path (suivi_workspace_get_path (window->workspace));
      else if (window->opening != NULL)
        shown = g_object_ref (window->opening);
      if (shown != NULL && g_file_equal (shown, file))
        return window;
    }
  return NULL;
}

/**
 * suivi_window_is_free:
 *
 * Returns: whether the window shows its start page and is not busy, so that it can take a workspace
 */
gboolean
suivi_window_is_free (SuiviWindow *self)
{
  g_return_val_if_fail (SUIVI_IS_WINDOW (self), FALSE);

  return self->workspace == NULL && self->opening == NULL && self->import_dialog == NULL;
}

/**
 * suivi_window_get_workspace:
 *
 * Returns: (transfer none) (nullable): the workspace that is shown; %NULL on the start page
 */
SuiviWorkspace *
suivi_window_get_workspace (SuiviWindow *self)
{
  g_return_val_if_fail (SUIVI_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * suivi_window_show_page:
 * @name: "overview", "recommendations", "drafting", "consultations" or "scorecard"
 *
 * Shows a page of the workspace; in a narrow window it takes the place of the sidebar.
 */
void
suivi_window_show_page (SuiviWindow *self, const char *name)
{
  g_return_if_fail (SUIVI_IS_WINDOW (self));

  if (name == NULL || gtk_stack_get_child_by_name (self->page_stack, name) == NULL)
    return;

  gtk_stack_set_visible_child_name (self->page_stack, name);
  suivi_sidebar_set_page (self->sidebar, name);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

/**
 * suivi_window_get_page:
 *
 * Returns: (nullable): the name of the page that is shown; %NULL without a workspace
 */
const char *
suivi_window_get_page (SuiviWindow *self)
{
  g_return_val_if_fail (SUIVI_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->page_stack);
}

/**
 * suivi_window_set_review:
 * @review_id: (nullable): key of a review; %NULL for all reviews
 *
 * Narrows every page to one review.
 */
void
suivi_window_set_review (SuiviWindow *self, const char *review_id)
{
  g_return_if_fail (SUIVI_IS_WINDOW (self));

  if (self->workspace == NULL)
    return;

  self->review_chosen = TRUE;
  set_review_id (self, review_id);
  suivi_window_refresh (self);
}

/**
 * suivi_window_get_review:
 *
 * Returns: (nullable): key of the review that is shown; %NULL for all reviews
 */
const char *
suivi_window_get_review (SuiviWindow *self)
{
  g_return_val_if_fail (SUIVI_IS_WINDOW (self), NULL);

  return self->review_id;
}

/**
 * suivi_window_add_toast:
 * @toast: (transfer full): a message
 *
 * Shows a message at the foot of the window.
 */
void
suivi_window_add_toast (SuiviWindow *self, AdwToast *toast)
{
  g_return_if_fail (SUIVI_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}
