/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/consultation/focus-keeper.h"
#include "app/consultation/record-form.h"
#include "app/drafting/list-chooser.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/drop-down.h"
#include "app/scorecard/evidence-change.h"
#include "app/scorecard/evidence-files.h"
#include "app/scorecard/evidence-jobs.h"
#include "app/scorecard/evidence-words.h"
#include "app/step.h"
#include "core/text/text.h"

struct _SuiviEvidenceDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel_button;
  GtkWidget *save_button;
  GtkLabel *failure;
  GtkScrolledWindow *scroller;
  GtkWidget *form_box;
  AdwComboRow *kind;
  GtkEditable *title;
  GtkEditable *publisher;
  GtkEditable *date;
  GtkEditable *url;
  GtkEditable *page;
  AdwComboRow *reliability;
  GtkWidget *statement_group;
  GtkListBox *statement_list;
  GtkWidget *choose_button;
  GtkWidget *quotation_box;
  GtkWidget *quotation;
  SuiviEvidenceFiles *files;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  SuiviRecordForm *form;     /* (owned) */
  SuiviEvidence *saved;      /* (owned) (nullable): what is being saved */
  GCancellable *cancellable; /* (owned): of what is being read */
  gboolean is_new;
  char *statement_id;          /* (nullable): what was chosen */
  SuiviEvidenceChoice *choice; /* (owned) (nullable): the same, if it may be quoted */
  GPtrArray *choices;          /* (owned) (nullable) (element-type SuiviEvidenceChoice): what is offered */
  gboolean discards;           /* the user was asked */
};

G_DEFINE_FINAL_TYPE (SuiviEvidenceDialog, suivi_evidence_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_writable (SuiviEvidenceDialog *self)
{
  return self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

static void
fail (SuiviEvidenceDialog *self, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

static void
files_failed_cb (SuiviEvidenceDialog *self, const char *sentence)
{
  fail (self, sentence);
}

static gboolean
is_consultation (SuiviEvidenceDialog *self)
{
  return adw_combo_row_get_selected (self->kind) == SUIVI_EVIDENCE_CONSULTATION;
}

/* ---- What children said ---- */

static void
show_statement (SuiviEvidenceDialog *self)
{
  GtkWidget *row = NULL;

  suivi_panel_list_clear (self->statement_list);
  if (self->choice != NULL)
    row = suivi_panel_row_new (self->choice->words, self->choice->consultation, NULL);
  else if (self->statement_id != NULL)
    row = suivi_panel_row_new (_ ("This statement may not be quoted, or not any more. No output shows it."),
                               NULL, NULL);
  if (row != NULL && is_writable (self))
    suivi_panel_row_add_icon_button (SUIVI_PANEL_ROW (row), "list-remove-symbolic",
                                     _ ("Take the statement out"), "evidence.drop-statement", "");
  if (row != NULL)
    gtk_list_box_append (self->statement_list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->statement_list), row != NULL);
  gtk_button_set_label (GTK_BUTTON (self->choose_button),
                        row != NULL ? _ ("Choose another statement…") : _ ("Choose a statement…"));
}

static SuiviEvidenceChoice *
steal_choice (GPtrArray *choices, const char *statement_id)
{
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      if (g_str_equal (((SuiviEvidenceChoice *) g_ptr_array_index (choices, i))->statement_id, statement_id))
        return g_ptr_array_steal_index (choices, i);
    }

  return NULL;
}

static void
statement_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceDialog) self = user_data;
  g_autoptr (GPtrArray) choices = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);

  if (self->workspace == NULL || self->statement_id == NULL || self->choice != NULL)
    return;

  self->choice = steal_choice (choices, self->statement_id);
  show_statement (self);
}

/* A title that the user did not write may be replaced; so may a month. */
static void
propose (GtkEditable *editable, const char *before, const char *proposal)
{
  const char *text = gtk_editable_get_text (editable);

  if (suivi_text_is_blank (text) || g_strcmp0 (text, before) == 0)
    gtk_editable_set_text (editable, proposal);
}

static void
statement_chosen_cb (SuiviEvidenceDialog *self, const char *statement_id)
{
  g_autoptr (SuiviEvidenceChoice) before = g_steal_pointer (&self->choice);

  g_free (self->statement_id);
  self->statement_id = g_strdup (statement_id);
  self->choice = steal_choice (self->choices, statement_id);
  if (self->choice != NULL)
    {
      propose (self->title, before != NULL ? before->title : NULL, self->choice->title);
      propose (self->date, before != NULL ? before->date : NULL, self->choice->date);
    }
  show_statement (self);
}

static void
choices_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  SuiviListChooser *chooser = NULL;

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (choices == NULL || choices->len == 0)
    {
      fail (self, choices == NULL
                    ? error->message
                    : _ ("There is no statement that may be quoted. How far each may go stands in "
                         "its consultation."));
      return;
    }

  fail (self, NULL);
  chooser = suivi_list_chooser_new (GTK_WINDOW (self), _ ("What children said"));
  for (guint i = 0; i < choices->len; i++)
    {
      const SuiviEvidenceChoice *choice = g_ptr_array_index (choices, i);

      suivi_list_chooser_add (chooser, choice->statement_id, choice->consultation, choice->words,
                              choice->about[0] != '\0' ? choice->about : NULL);
    }
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_steal_pointer (&choices);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (statement_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
choose_statement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceDialog *self = SUIVI_EVIDENCE_DIALOG (widget);

  if (is_writable (self))
    suivi_evidence_choices_async (self->workspace, NULL, self->cancellable, choices_read_cb,
                                  g_object_ref (self));
}

static void
drop_statement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceDialog *self = SUIVI_EVIDENCE_DIALOG (widget);

  if (!is_writable (self))
    return;

  g_clear_pointer (&self->statement_id, g_free);
  g_clear_pointer (&self->choice, suivi_evidence_choice_free);
  show_statement (self);
  gtk_widget_grab_focus (self->choose_button);
}

/* ---- The form ---- */

static char *
dup_clean (GtkEditable *editable)
{
  return suivi_text_clean (gtk_editable_get_text (editable));
}

static void
update (SuiviEvidenceDialog *self)
{
  const gboolean from_children = is_consultation (self);
  g_autofree char *quotation = suivi_panel_text_dup (self->quotation);
  g_autofree char *url = dup_clean (self->url);

  gtk_widget_set_visible (self->statement_group, from_children);
  /* What stands in it already is not hidden: it has to go before this is saved. */
  gtk_widget_set_visible (self->quotation_box, !from_children || quotation[0] != '\0');
  suivi_evidence_files_set_from_children (self->files, from_children);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.open-link", suivi_evidence_is_link (url));
}

static void
kind_chosen_cb (SuiviEvidenceDialog *self)
{
  update (self);
}

static void
typed_cb (SuiviEvidenceDialog *self, GtkEditable *editable)
{
  /* The sentence goes with the mark. */
  if (gtk_widget_has_css_class (GTK_WIDGET (editable), "error"))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
      fail (self, NULL);
    }
  update (self);
}

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/* The fault of a field, which then has the focus. */
static void
point_at (SuiviEvidenceDialog *self, GtkWidget *widget, const char *sentence)
{
  if (GTK_IS_EDITABLE (widget))
    gtk_widget_add_css_class (widget, "error");
  fail (self, sentence);
  gtk_widget_grab_focus (widget);
}

static gboolean
says_words (const char *title, const char *words)
{
  g_autofree char *folded_title = suivi_text_fold (title);
  g_autofree char *folded_words = suivi_text_fold (words);

  return !suivi_text_is_blank (folded_words) && strstr (folded_title, folded_words) != NULL;
}

/* Returns: (transfer full) (nullable): what is saved; %NULL if something is wrong, which is said */
static SuiviEvidence *
read_form (SuiviEvidenceDialog *self)
{
  g_autoptr (SuiviEvidence) evidence = suivi_record_form_get_record (self->form);
  char *date = NULL;

  set_text (&evidence->title, dup_clean (self->title));
  set_text (&evidence->publisher, dup_clean (self->publisher));
  set_text (&evidence->url, dup_clean (self->url));
  set_text (&evidence->page, dup_clean (self->page));
  set_text (&evidence->quotation, suivi_panel_text_dup (self->quotation));
  set_text (&evidence->statement_id, is_consultation (self) ? g_strdup (self->statement_id) : NULL);

  if (suivi_text_is_blank (evidence->title))
    {
      point_at (self, GTK_WIDGET (self->title), _ ("Say what the evidence is: the title is empty."));
      return NULL;
    }
  if (g_utf8_strlen (evidence->title, -1) > SUIVI_EVIDENCE_MAX_TITLE)
    {
      point_at (self, GTK_WIDGET (self->title),
                _ ("The title is too long. Put what it says into the quotation."));
      return NULL;
    }
  if (self->choice != NULL && is_consultation (self) && says_words (evidence->title, self->choice->words))
    {
      point_at (
        self, GTK_WIDGET (self->title),
        _ (
          "The title repeats what a child said. Titles stand in every output: call it by its consultation."));
      return NULL;
    }
  if (!suivi_evidence_parse_date (gtk_editable_get_text (self->date), &date))
    {
      point_at (self, GTK_WIDGET (self->date),
                _ ("That is no date. Write a year, a month or a day: “2026”, “2026-11” or “2026-11-22”."));
      return NULL;
    }
  set_text (&evidence->date, date);
  if (evidence->url[0] != '\0' && !suivi_evidence_is_link (evidence->url))
    {
      point_at (
        self, GTK_WIDGET (self->url),
        _ ("That is no link. A link begins with “https://” or “http://”. Where else it can be found stands "
           "well under “Page or article”."));
      return NULL;
    }
  if (is_consultation (self) && evidence->quotation[0] != '\0')
    {
      point_at (
        self, self->quotation,
        _ ("What children said is not copied here. Take it out of the quotation, and choose the statement "
           "instead."));
      return NULL;
    }
  if (evidence->statement_id != NULL && suivi_evidence_files_get_n (self->files) > 0)
    {
      point_at (
        self, GTK_WIDGET (self->files),
        _ ("Evidence from a statement of children has no files: they belong to the consultation, where they "
           "are sealed. Remove the files first."));
      return NULL;
    }

  return g_steal_pointer (&evidence);
}

static gboolean
has_changes (SuiviEvidenceDialog *self)
{
  const SuiviEvidence *base = suivi_record_form_get_base (self->form);

  return suivi_record_form_has_edits (self->form) || suivi_evidence_files_has_changes (self->files)
         || g_strcmp0 (self->statement_id, base->statement_id) != 0;
}

static void
set_saving (SuiviEvidenceDialog *self, gboolean saving)
{
  /* A text field must lose the keyboard before it becomes insensitive, or its cursor goes on to blink. */
  if (saving)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->form_box, !saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.save", !saving);
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviEvidenceDialog *self = SUIVI_EVIDENCE_DIALOG (widget);
  g_autoptr (SuiviEvidence) saved = g_steal_pointer (&self->saved);

  if (self->workspace == NULL)
    return;

  set_saving (self, FALSE);
  fail (self, failure);
  if (failure != NULL)
    {
      gtk_widget_grab_focus (self->save_button);
      return;
    }

  self->discards = TRUE;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, saved);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceDialog *self = SUIVI_EVIDENCE_DIALOG (widget);
  SuiviEvidenceChange *change = NULL;

  if (self->saved != NULL || !is_writable (self))
    return;

  self->saved = read_form (self);
  if (self->saved == NULL)
    return;

  fail (self, NULL);
  set_saving (self, TRUE);
  change = suivi_evidence_change_new ();
  suivi_evidence_change_add (change, self->saved);
  suivi_evidence_files_fill (self->files, change);
  /* Translators: names of steps that can be undone */
  suivi_step_make (self->workspace, self->is_new ? _ ("Add evidence") : _ ("Edit evidence"),
                   suivi_evidence_change_put, change, (GDestroyNotify) suivi_evidence_change_free, widget,
                   saved_cb, NULL);
}

static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_widget_activate_action (widget, "evidence.save", NULL);

  return GDK_EVENT_STOP;
}

static void
link_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceDialog) self = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) && self->workspace != NULL)
    fail (self, _ ("No application on this computer opens this link."));
}

static void
open_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceDialog *self = SUIVI_EVIDENCE_DIALOG (widget);
  g_autofree char *url = dup_clean (self->url);

  if (suivi_evidence_is_link (url))
    gtk_show_uri_full (GTK_WINDOW (self), url, GDK_CURRENT_TIME, NULL, link_shown_cb, g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, SuiviEvidenceDialog *self)
{
  g_autoptr (GSList) files = NULL;

  if (!is_writable (self) || is_consultation (self))
    return FALSE;

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *l = files; l != NULL; l = l->next)
    suivi_evidence_files_add (self->files, l->data);

  return TRUE;
}

/* ---- The window ---- */

static void
discard (GtkWindow *window)
{
  SUIVI_EVIDENCE_DIALOG (window)->discards = TRUE;
}

static gboolean
suivi_evidence_dialog_close_request (GtkWindow *window)
{
  SuiviEvidenceDialog *self = SUIVI_EVIDENCE_DIALOG (window);

  if (self->saved != NULL)
    return GDK_EVENT_STOP;
  if (is_writable (self) && !self->discards && has_changes (self))
    {
      suivi_panel_ask_discard (window, discard);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (suivi_evidence_dialog_parent_class)->close_request (window);
}

static void
suivi_evidence_dialog_dispose (GObject *object)
{
  SuiviEvidenceDialog *self = SUIVI_EVIDENCE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  /* As in the import assistant: an answer under way may hold this window longer than its parent lives. */
  gtk_window_set_transient_for (GTK_WINDOW (object), NULL);

  G_OBJECT_CLASS (suivi_evidence_dialog_parent_class)->dispose (object);
}

static void
suivi_evidence_dialog_finalize (GObject *object)
{
  SuiviEvidenceDialog *self = SUIVI_EVIDENCE_DIALOG (object);

  g_clear_object (&self->form);
  g_clear_object (&self->cancellable);
  suivi_evidence_free (self->saved);
  suivi_evidence_choice_free (self->choice);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self->statement_id);

  G_OBJECT_CLASS (suivi_evidence_dialog_parent_class)->finalize (object);
}

static void
suivi_evidence_dialog_class_init (SuiviEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_evidence_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_evidence_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_evidence_dialog_close_request;

  /**
   * SuiviEvidenceDialog::saved:
   * @evidence: as it was saved
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", SUIVI_TYPE_EVIDENCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, SUIVI_TYPE_EVIDENCE);

  g_type_ensure (SUIVI_TYPE_EVIDENCE_FILES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, form_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, publisher);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, date);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, url);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, reliability);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, statement_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, statement_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, quotation_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, quotation);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceDialog, files);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_failed_cb);
  gtk_widget_class_install_action (widget_class, "evidence.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "evidence.open-link", NULL, open_link_action);
  gtk_widget_class_install_action (widget_class, "evidence.choose-statement", NULL, choose_statement_action);
  gtk_widget_class_install_action (widget_class, "evidence.drop-statement", "s", drop_statement_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Before the text view sees it: to it, Ctrl+Enter is one more line. */
static void
add_save_shortcut (SuiviEvidenceDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                   gtk_keyval_trigger_new (GDK_KEY_KP_Enter,
                                                                           GDK_CONTROL_MASK)),
                      gtk_callback_action_new (save_shortcut_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static const char *
name_kind (int kind)
{
  return suivi_evidence_kind_to_label (kind);
}

static const char *
name_reliability (int reliability)
{
  return suivi_reliability_to_label (reliability);
}

static void
bind_form (SuiviEvidenceDialog *self)
{
  g_autoptr (GListModel) kinds = suivi_record_form_make_choices (SUIVI_TYPE_EVIDENCE_KIND, name_kind);
  g_autoptr (GListModel) reliabilities
             = suivi_record_form_make_choices (SUIVI_TYPE_RELIABILITY, name_reliability);

  adw_combo_row_set_model (self->kind, kinds);
  adw_combo_row_set_model (self->reliability, reliabilities);
  suivi_drop_down_name (GTK_WIDGET (self->kind), _ ("Kind"));
  suivi_drop_down_name (GTK_WIDGET (self->reliability), _ ("Reliability"));

  self->form = suivi_record_form_new (&suivi_evidence_record);
  suivi_record_form_bind (self->form, "kind", GTK_WIDGET (self->kind));
  suivi_record_form_bind (self->form, "title", GTK_WIDGET (self->title));
  suivi_record_form_bind (self->form, "publisher", GTK_WIDGET (self->publisher));
  suivi_record_form_bind (self->form, "date", GTK_WIDGET (self->date));
  suivi_record_form_bind (self->form, "url", GTK_WIDGET (self->url));
  suivi_record_form_bind (self->form, "page", GTK_WIDGET (self->page));
  suivi_record_form_bind (self->form, "reliability", GTK_WIDGET (self->reliability));
  suivi_record_form_bind (self->form, "quotation", self->quotation);
}

static void
suivi_evidence_dialog_init (SuiviEvidenceDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_focus_keeper_watch (self->scroller);
  bind_form (self);
  add_save_shortcut (self);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * suivi_evidence_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @workspace: where it is saved
 * @evidence: (nullable): a piece of it; %NULL: a new one
 *
 * Returns: (transfer none): a dialog, not shown yet; GTK owns it
 */
GtkWidget *
suivi_evidence_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace, const SuiviEvidence *evidence)
{
  SuiviEvidenceDialog *self = g_object_new (SUIVI_TYPE_EVIDENCE_DIALOG, NULL);
  g_autoptr (SuiviEvidence) shown = evidence != NULL ? suivi_evidence_copy (evidence)
                                                     : suivi_evidence_new ("", SUIVI_EVIDENCE_REPORT);
  gboolean writable = FALSE;

  self->workspace = g_object_ref (workspace);
  self->is_new = evidence == NULL;
  self->statement_id = g_strdup (shown->statement_id);
  writable = is_writable (self);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  gtk_window_set_title (GTK_WINDOW (self), self->is_new ? _ ("Add evidence")
                                           : writable   ? _ ("Edit evidence")
                                                        : _ ("Evidence"));
  suivi_record_form_set_record (self->form, shown, writable);
  suivi_evidence_files_set (self->files, workspace, shown->id, writable);
  gtk_widget_set_visible (self->save_button, writable);
  gtk_widget_set_visible (self->choose_button, writable);
  if (!writable)
    gtk_button_set_label (self->cancel_button, _ ("Close"));
  show_statement (self);
  update (self);
  if (self->statement_id != NULL)
    suivi_evidence_choices_async (workspace, self->statement_id, self->cancellable, statement_read_cb,
                                  g_object_ref (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));

  return GTK_WIDGET (self);
}
