/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/draft-language.h"
#include "app/drafting/drafting-page-private.h"
#include "app/drafting/export-drafts-dialog.h"
#include "app/drafting/issue-dialog.h"
#include "app/drafting/outcome-summary.h"
#include "app/settings.h"
#include "app/step-toast.h"

static GtkWindow *
get_window (SuiviDraftingPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- Issues ---- */

static void
open_dialog (SuiviDraftingPage *self, SuiviPriority *priority, gboolean is_new)
{
  gtk_window_present (
    GTK_WINDOW (suivi_issue_dialog_new (get_window (self), self->workspace, priority, is_new)));
}

static void
new_issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);
  g_autoptr (SuiviPriority) priority = NULL;

  if (self->board == NULL || self->board->state == NULL)
    return;

  priority = suivi_priority_new (self->board->state, "");
  g_free (self->wanted_issue_id);
  self->wanted_issue_id = g_strdup (priority->id);
  open_dialog (self, priority, TRUE);
}

static void
edit_issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  SuiviIssue *issue = self->board != NULL ? suivi_draft_board_find_issue (self->board, id) : NULL;

  if (issue != NULL)
    open_dialog (self, issue->priority, FALSE);
}

static void
tell_done (SuiviDraftingPage *self, GObject *source, GAsyncResult *result, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (self->workspace == NULL)
    return;
  if (error != NULL)
    suivi_drafting_page_show_failure (self, error->message);
  else if (sentence != NULL && overlay != NULL)
    suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), sentence, _ ("Undo"), "win.undo");
}

static void
issue_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviDraftingPage) self = user_data;

  tell_done (self, source, result, _ ("Issue deleted, with its drafts"));
}

static void
delete_issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);

  if (self->workspace == NULL)
    return;

  suivi_draft_saver_flush (self->saver);
  suivi_priority_delete_async (self->workspace, g_variant_get_string (parameter, NULL), issue_deleted_cb,
                               g_object_ref (self));
}

static void
issue_raised_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviDraftingPage) self = user_data;

  tell_done (self, source, result, NULL);
}

static void
raise_issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);

  if (self->workspace != NULL)
    suivi_priority_raise_async (self->workspace, g_variant_get_string (parameter, NULL), issue_raised_cb,
                                g_object_ref (self));
}

/* ---- Drafts ---- */

static void
draft_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviDraftingPage) self = user_data;

  tell_done (self, source, result, NULL);
}

/* As what was written last: who writes in one language goes on in it. */
static const char *
choose_language (SuiviDraftingPage *self, SuiviIssue *issue)
{
  const char *language = NULL;

  for (guint i = 0; i < self->board->issues->len; i++)
    {
      SuiviIssue *other = g_ptr_array_index (self->board->issues, i);

      if (other->drafts->len > 0 && (language == NULL || other == issue))
        language = ((SuiviDraft *) g_ptr_array_index (other->drafts, other->drafts->len - 1))->language;
    }

  return language != NULL ? language : suivi_draft_language_get_default ();
}

static void
new_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  SuiviIssue *issue = NULL;
  g_autoptr (SuiviDraft) draft = NULL;

  if (self->board == NULL)
    return;

  /* Without a key: another draft of the issue that one is at. */
  if (id[0] != '\0')
    issue = suivi_draft_board_find_issue (self->board, id);
  else
    suivi_draft_board_find_draft (self->board, suivi_draft_editor_get_draft_id (self->editor), &issue);
  if (issue == NULL)
    return;

  suivi_draft_saver_flush (self->saver);
  draft = suivi_draft_new (issue->priority->id, "", choose_language (self, issue));
  g_free (self->wanted_id);
  self->wanted_id = g_strdup (draft->id);
  suivi_draft_add_async (self->workspace, draft, draft_added_cb, g_object_ref (self));
}

static void
draft_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviDraftingPage) self = user_data;

  tell_done (self, source, result, _ ("Draft deleted"));
}

static void
delete_draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);
  const char *id = suivi_draft_editor_get_draft_id (self->editor);

  if (self->workspace == NULL || id == NULL)
    return;

  suivi_draft_saver_flush (self->saver);
  suivi_draft_delete_async (self->workspace, id, draft_deleted_cb, g_object_ref (self));
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

/* ---- Other ---- */

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);

  if (self->board == NULL || self->board->state == NULL)
    return;

  suivi_draft_saver_flush (self->saver);
  gtk_window_present (
    GTK_WINDOW (suivi_export_drafts_dialog_new (get_window (self), self->workspace, self->board->state)));
}

static void
summary_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviDraftingPage *self = SUIVI_DRAFTING_PAGE (widget);

  if (self->board == NULL || self->board->state == NULL)
    return;

  gtk_window_present (
    GTK_WINDOW (suivi_outcome_summary_new (get_window (self), self->workspace, self->board->state)));
}

static void
show_hints_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_settings_reset (suivi_settings_get_default (), "dismissed-hints");
}

/**
 * suivi_drafting_page_install_steps:
 * @widget_class: the class of the page
 *
 * Installs what changes issues and drafts.
 */
void
suivi_drafting_page_install_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "drafting.new-issue", NULL, new_issue_action);
  gtk_widget_class_install_action (widget_class, "drafting.edit-issue", "s", edit_issue_action);
  gtk_widget_class_install_action (widget_class, "drafting.delete-issue", "s", delete_issue_action);
  gtk_widget_class_install_action (widget_class, "drafting.raise-issue", "s", raise_issue_action);
  gtk_widget_class_install_action (widget_class, "drafting.new-draft", "s", new_draft_action);
  gtk_widget_class_install_action (widget_class, "drafting.delete-draft", NULL, delete_draft_action);
  gtk_widget_class_install_action (widget_class, "drafting.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "drafting.summary", NULL, summary_action);
  gtk_widget_class_install_action (widget_class, "drafting.show-hints", NULL, show_hints_action);
}
