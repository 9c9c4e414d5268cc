/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/issue-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/drafting/draft-jobs.h"
#include "app/drafting/panel-widgets.h"
#include "app/drafting/tag-entry.h"
#include "core/text/text.h"

/* The Convention on the Rights of the Child has so many articles. */
#define N_ARTICLES 54

struct _SuiviIssueDialog
{
  AdwWindow parent_instance;

  GtkWidget *save_button;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkEditable *title;
  GtkTextView *explanation;
  SuiviTagEntry *articles;
  GtkEditable *rights;
  GtkEditable *key_words;

  SuiviWorkspace *workspace; /* (owned) */
  SuiviPriority *priority;   /* (owned): as it was opened */
  gboolean is_new;
  gboolean saving;
  gboolean discards; /* the user was asked */
};

G_DEFINE_FINAL_TYPE (SuiviIssueDialog, suivi_issue_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static char *
dup_explanation (SuiviIssueDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->explanation);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

/* The issue as it is filled in. */
static SuiviPriority *
read_form (SuiviIssueDialog *self)
{
  SuiviPriority *priority = suivi_priority_copy (self->priority);

  g_free (priority->title);
  priority->title = dup_stripped (self->title);
  g_free (priority->explanation);
  priority->explanation = dup_explanation (self);
  g_strfreev (priority->articles);
  priority->articles = suivi_tag_entry_dup_tags (self->articles);
  g_free (priority->rights);
  priority->rights = dup_stripped (self->rights);
  g_free (priority->key_words);
  priority->key_words = dup_stripped (self->key_words);

  return priority;
}

static gboolean
is_changed (SuiviIssueDialog *self)
{
  g_autoptr (SuiviPriority) now = read_form (self);
  SuiviPriority *then = self->priority;

  return !g_str_equal (now->title, then->title) || !g_str_equal (now->explanation, then->explanation)
         || !g_str_equal (now->rights, then->rights) || !g_str_equal (now->key_words, then->key_words)
         || !suivi_strv_equal ((const char *const *) now->articles, (const char *const *) then->articles);
}

static void
update (SuiviIssueDialog *self)
{
  gboolean has_title = !suivi_text_is_blank (gtk_editable_get_text (self->title));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issue.save", has_title && !self->saving);
}

static void
fail (SuiviIssueDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviIssueDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->workspace == NULL)
    return;

  self->saving = FALSE;
  update (self);
  if (error != NULL)
    {
      fail (self, error->message);
      return;
    }

  self->discards = TRUE;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->priority->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviIssueDialog *self = SUIVI_ISSUE_DIALOG (widget);
  g_autoptr (SuiviPriority) priority = NULL;

  if (self->saving)
    return;
  if (!suivi_tag_entry_take_typed (self->articles))
    {
      fail (self, _ ("Articles of the Convention have numbers from 1 to 54."));
      gtk_widget_child_focus (GTK_WIDGET (self->articles), GTK_DIR_TAB_FORWARD);
      return;
    }

  priority = read_form (self);
  if (suivi_text_is_blank (priority->title))
    return;

  self->saving = TRUE;
  update (self);
  fail (self, NULL);
  suivi_priority_put_async (self->workspace,
                            /* Translators: names of steps that can be undone */
                            self->is_new ? _ ("Add issue") : _ ("Change issue"), priority, saved_cb,
                            g_object_ref (self));
}

static void
discard_cb (AdwMessageDialog *dialog, const char *response, SuiviIssueDialog *self)
{
  if (!g_str_equal (response, "discard"))
    return;

  /* This dialog lives on while it answers, its parent does not. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  self->discards = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
suivi_issue_dialog_close_request (GtkWindow *window)
{
  SuiviIssueDialog *self = SUIVI_ISSUE_DIALOG (window);
  GtkWidget *dialog = NULL;

  if (self->discards || self->workspace == NULL || !is_changed (self))
    return GTK_WINDOW_CLASS (suivi_issue_dialog_parent_class)->close_request (window);

  dialog = adw_message_dialog_new (window, _ ("Discard what you typed?"),
                                   _ ("This issue is not saved. What you typed here would be lost."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("Keep writing"), "discard",
                                    _ ("Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return GDK_EVENT_STOP;
}

static void
suivi_issue_dialog_dispose (GObject *object)
{
  g_clear_object (&SUIVI_ISSUE_DIALOG (object)->workspace);

  G_OBJECT_CLASS (suivi_issue_dialog_parent_class)->dispose (object);
}

static void
suivi_issue_dialog_finalize (GObject *object)
{
  suivi_priority_free (SUIVI_ISSUE_DIALOG (object)->priority);

  G_OBJECT_CLASS (suivi_issue_dialog_parent_class)->finalize (object);
}

static void
suivi_issue_dialog_class_init (SuiviIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_issue_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_issue_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_issue_dialog_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", SUIVI_TYPE_ISSUE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_TAG_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueDialog, articles);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueDialog, rights);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueDialog, key_words);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "issue.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "issue.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* "7", or with a paragraph "24.2" or "24(2)". */
static char *
check_article (const char *text)
{
  char *end = NULL;
  guint64 number = g_ascii_strtoull (text, &end, 10);

  if (!g_ascii_isdigit (text[0]) || number < 1 || number > N_ARTICLES || strlen (text) > 12)
    return NULL;
  if (end[0] != '\0' && ((end[0] != '.' && end[0] != '(') || end[1] == '\0'))
    return NULL;

  return g_strdup (text);
}

static void
suivi_issue_dialog_init (SuiviIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_tag_entry_set_check (self->articles, check_article, _ ("Articles of the Convention, such as 7"));
}

/**
 * suivi_issue_dialog_new:
 * @parent: the window that it belongs to
 * @workspace: where the issue is kept
 * @priority: an issue
 * @is_new: whether the workspace does not have it yet
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWidget *
suivi_issue_dialog_new (GtkWindow *parent,
                        SuiviWorkspace *workspace,
                        SuiviPriority *priority,
                        gboolean is_new)
{
  SuiviIssueDialog *self = g_object_new (SUIVI_TYPE_ISSUE_DIALOG, NULL);

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->priority = suivi_priority_copy (priority);
  self->is_new = is_new;
  gtk_window_set_title (GTK_WINDOW (self), is_new ? _ ("New issue") : _ ("Issue"));
  gtk_editable_set_text (self->title, priority->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->explanation), priority->explanation, -1);
  suivi_tag_entry_set_tags (self->articles, (const char *const *) priority->articles);
  gtk_editable_set_text (self->rights, priority->rights);
  gtk_editable_set_text (self->key_words, priority->key_words);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));

  return GTK_WIDGET (self);
}
