/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-editor.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/draft-language.h"
#include "app/drafting/draft-layout.h"
#include "app/drafting/draft-meter.h"
#include "app/drafting/draft-panels.h"
#include "app/drafting/draft-stages.h"
#include "app/drafting/draft-view.h"
#include "app/drafting/live-analysis.h"
#include "app/drafting/outcome-dialog.h"
#include "app/drafting/smart-rows.h"
#include "app/drafting/split-dialog.h"
#include "app/settings.h"
#include "core/drafting/sentence.h"
#include "core/text/text.h"

struct _SuiviDraftEditor
{
  GtkBox parent_instance;

  GtkScrolledWindow *scrolled;
  GtkWidget *columns;
  GtkLabel *title;
  SuiviDraftStages *stages;
  SuiviDraftView *view;
  SuiviDraftMeter *meter;
  SuiviDraftLanguage *language;
  SuiviSmartRows *rows;
  SuiviDraftPanels *panels;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  SuiviDraftSaver *saver;    /* (owned) (nullable) */
  SuiviPriority *priority;   /* (owned) (nullable) */
  SuiviDraft *draft;         /* (owned) (nullable): as it is shown */
  char *next_review;

  SuiviLiveAnalysis *live;
  SuiviAnalysis *analysis; /* (owned) (nullable): of the text that is shown */
  guint n_evidence;
  gboolean loading; /* what changes now was not typed */
};

G_DEFINE_FINAL_TYPE (SuiviDraftEditor, suivi_draft_editor, GTK_TYPE_BOX)

enum
{
  SIGNAL_FAILED,
  SIGNAL_SHOW_ROWS,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_writable (SuiviDraftEditor *self)
{
  return self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

/* ---- What can be said of the text ---- */

static void
show_analysis (SuiviDraftEditor *self)
{
  g_auto (GStrv) dismissed = g_settings_get_strv (suivi_settings_get_default (), "dismissed-hints");
  gboolean has_hints = self->draft != NULL && suivi_draft_language_has_hints (self->draft->language);
  SuiviAnalysis *shown = has_hints ? self->analysis : NULL;
  GPtrArray *found = shown != NULL ? suivi_analysis_get_hints (shown) : NULL;
  g_autoptr (GPtrArray) hints = g_ptr_array_new ();

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      SuiviHint *hint = g_ptr_array_index (found, i);

      if (!g_strv_contains ((const char *const *) dismissed, hint->rule))
        g_ptr_array_add (hints, hint);
    }

  suivi_draft_view_set_hints (self->view, shown, hints);
  suivi_smart_rows_show (self->rows, shown, hints);
  suivi_draft_meter_show (self->meter, self->analysis, has_hints, is_writable (self));
}

static void
take_analysis (SuiviDraftEditor *self, SuiviAnalysis *analysis)
{
  /* What is shown refers to the old one until it shows the new. */
  g_autoptr (SuiviAnalysis) old = g_steal_pointer (&self->analysis);

  if (analysis != NULL)
    self->analysis = suivi_analysis_ref (analysis);
  show_analysis (self);
}

static void
analysed_cb (SuiviDraftEditor *self, SuiviAnalysis *analysis)
{
  if (self->draft != NULL)
    take_analysis (self, analysis);
}

static void
analyse (SuiviDraftEditor *self, gboolean now)
{
  SuiviSupport support = { 0 };
  g_autofree char *means = NULL;

  if (self->draft == NULL)
    return;

  if (self->draft->text[0] == '\0')
    {
      suivi_live_analysis_cancel (self->live);
      take_analysis (self, NULL);
      return;
    }

  means = g_strstrip (g_strdup (self->draft->means));
  support.has_means = means[0] != '\0';
  support.n_evidence = self->n_evidence;
  support.next_review = self->next_review;
  suivi_live_analysis_request (self->live, self->draft->text, self->draft->language, &support, now);
}

static void
hint_activated_cb (SuiviDraftEditor *self, gpointer hint)
{
  suivi_draft_view_show_hint (self->view, hint);
}

static void
undismiss_cb (AdwToast *toast, SuiviDraftEditor *self)
{
  GSettings *settings = suivi_settings_get_default ();
  const char *rule = g_object_get_data (G_OBJECT (toast), "rule");
  g_auto (GStrv) dismissed = g_settings_get_strv (settings, "dismissed-hints");
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (gsize i = 0; dismissed[i] != NULL; i++)
    {
      if (!g_str_equal (dismissed[i], rule))
        g_strv_builder_add (kept, dismissed[i]);
    }
  all = g_strv_builder_end (kept);
  g_settings_set_strv (settings, "dismissed-hints", (const char *const *) all);
}

static void
hint_dismissed_cb (SuiviDraftEditor *self, const char *rule)
{
  GSettings *settings = suivi_settings_get_default ();
  g_auto (GStrv) dismissed = g_settings_get_strv (settings, "dismissed-hints");
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (g_strv_contains ((const char *const *) dismissed, rule))
    return;

  g_strv_builder_addv (builder, (const char **) dismissed);
  g_strv_builder_add (builder, rule);
  all = g_strv_builder_end (builder);
  if (overlay != NULL)
    {
      AdwToast *toast = adw_toast_new (_ ("Hints of this kind are not shown any more"));

      adw_toast_set_button_label (toast, _ ("Undo"));
      g_object_set_data_full (G_OBJECT (toast), "rule", g_strdup (rule), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undismiss_cb), self, 0);
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
    }
  g_settings_set_strv (settings, "dismissed-hints", (const char *const *) all);
}

/* ---- What is typed ---- */

static void
take_string (char **to, const char *from)
{
  g_free (*to);
  *to = g_strdup (from);
}

static void
text_changed_cb (SuiviDraftEditor *self)
{
  if (self->loading || self->draft == NULL)
    return;

  g_free (self->draft->text);
  self->draft->text = suivi_draft_view_dup_text (self->view);
  suivi_draft_saver_change (self->saver, self->draft, SUIVI_DRAFT_FIELD_TEXT);
  analyse (self, FALSE);
}

static void
means_changed_cb (SuiviDraftEditor *self, const char *means)
{
  if (self->draft == NULL)
    return;

  take_string (&self->draft->means, means);
  suivi_draft_saver_change (self->saver, self->draft, SUIVI_DRAFT_FIELD_MEANS);
  analyse (self, FALSE);
}

static void
language_chosen_cb (SuiviDraftEditor *self, const char *language)
{
  if (self->draft == NULL)
    return;

  take_string (&self->draft->language, language);
  suivi_draft_saver_change (self->saver, self->draft, SUIVI_DRAFT_FIELD_LANGUAGE);
  suivi_draft_saver_flush (self->saver);
  take_analysis (self, NULL);
  analyse (self, TRUE);
}

/* Whether the means that the draft needs may be those of the form: who wrote down others meant them. */
static gboolean
takes_means (SuiviDraft *draft, const char *means)
{
  g_autoptr (SuiviSentence) last = suivi_sentence_from_string (draft->form);

  return means != NULL && means[0] != '\0'
         && (suivi_text_is_blank (draft->means) || (last != NULL && g_str_equal (draft->means, last->means)));
}

static void
use_text_cb (SuiviDraftEditor *self, const char *text, const char *form, const char *means)
{
  if (self->draft == NULL || !is_writable (self))
    return;

  suivi_draft_view_replace_text (self->view, text);
  if (takes_means (self->draft, means))
    {
      suivi_smart_rows_set_means (self->rows, means);
      means_changed_cb (self, means);
    }
  if (form != NULL)
    {
      take_string (&self->draft->form, form);
      suivi_draft_saver_change (self->saver, self->draft, SUIVI_DRAFT_FIELD_FORM);
    }
  suivi_draft_saver_flush (self->saver);
  suivi_draft_editor_focus_text (self);
}

static void
insert_cb (SuiviDraftEditor *self, const char *words)
{
  if (is_writable (self))
    suivi_draft_view_append_words (self->view, words);
}

static void
backed_cb (SuiviDraftEditor *self, guint n_evidence)
{
  if (self->n_evidence == n_evidence)
    return;

  self->n_evidence = n_evidence;
  analyse (self, TRUE);
}

static void
focus_left_cb (SuiviDraftEditor *self)
{
  if (self->saver != NULL)
    suivi_draft_saver_flush (self->saver);
}

static void
saved_cb (SuiviDraftEditor *self)
{
  if (self->draft != NULL)
    suivi_draft_panels_set_text (self->panels, self->draft->text);
}

/* ---- Steps ---- */

static void
step_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviDraftEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (error == NULL || self->draft == NULL)
    return;

  suivi_draft_stages_set_stage (self->stages, self->draft->stage);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
stage_chosen_cb (SuiviDraftEditor *self, int stage)
{
  g_autoptr (SuiviDraft) changed = NULL;

  if (self->draft == NULL)
    return;

  suivi_draft_saver_flush (self->saver);
  changed = suivi_draft_copy (self->draft);
  changed->stage = stage;
  /* Translators: name of a step that can be undone: a draft is now agreed, final or sent */
  suivi_draft_change_async (self->workspace, _ ("Change the stage of a draft"), changed,
                            SUIVI_DRAFT_FIELD_STAGE, step_done_cb, g_object_ref (self));
}

static GtkWindow *
get_window (SuiviDraftEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
outcome_requested_cb (SuiviDraftEditor *self)
{
  if (self->draft == NULL)
    return;

  suivi_draft_saver_flush (self->saver);
  gtk_window_present (
    GTK_WINDOW (suivi_outcome_dialog_new (get_window (self), self->workspace, self->priority, self->draft)));
}

/* The dialog may outlive the draft in the editor: it says itself which one it splits. */
static void
split_cb (SuiviDraftEditor *self, GPtrArray *texts, GtkWidget *dialog)
{
  SuiviDraft *draft = g_object_get_data (G_OBJECT (dialog), "draft");

  if (self->workspace == NULL || texts->len == 0)
    return;

  suivi_draft_saver_forget (self->saver, draft->id);
  suivi_draft_split_async (self->workspace, draft, texts, step_done_cb, g_object_ref (self));
}

static void
split_requested_cb (SuiviDraftEditor *self)
{
  GtkWidget *dialog = NULL;

  if (self->draft == NULL || self->analysis == NULL)
    return;

  suivi_draft_saver_flush (self->saver);
  dialog = suivi_split_dialog_new (get_window (self), self->draft, self->analysis);
  g_object_set_data_full (G_OBJECT (dialog), "draft", suivi_draft_copy (self->draft),
                          (GDestroyNotify) suivi_draft_free);
  g_signal_connect_object (dialog, "split", G_CALLBACK (split_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_rows_cb (SuiviDraftEditor *self, SuiviFilter *filter)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_ROWS], 0, filter);
}

static void
show_recommendation_cb (SuiviDraftEditor *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_RECOMMENDATION], 0, id);
}

/* ---- The widget ---- */

static void
suivi_draft_editor_dispose (GObject *object)
{
  SuiviDraftEditor *self = SUIVI_DRAFT_EDITOR (object);

  if (self->live != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->live, self);
      suivi_live_analysis_cancel (self->live);
    }
  g_clear_object (&self->live);
  g_clear_pointer (&self->draft, suivi_draft_free);
  g_clear_object (&self->workspace);
  g_clear_object (&self->saver);

  G_OBJECT_CLASS (suivi_draft_editor_parent_class)->dispose (object);
}

static void
suivi_draft_editor_finalize (GObject *object)
{
  SuiviDraftEditor *self = SUIVI_DRAFT_EDITOR (object);

  g_clear_pointer (&self->priority, suivi_priority_free);
  g_clear_pointer (&self->analysis, suivi_analysis_unref);
  g_free (self->next_review);

  G_OBJECT_CLASS (suivi_draft_editor_parent_class)->finalize (object);
}

static void
suivi_draft_editor_class_init (SuiviDraftEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_draft_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_draft_editor_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_DRAFT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SHOW_ROWS] = g_signal_new ("show-rows", SUIVI_TYPE_DRAFT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, SUIVI_TYPE_FILTER);
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_DRAFT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_DRAFT_LANGUAGE);
  g_type_ensure (SUIVI_TYPE_DRAFT_LAYOUT);
  g_type_ensure (SUIVI_TYPE_DRAFT_METER);
  g_type_ensure (SUIVI_TYPE_DRAFT_PANELS);
  g_type_ensure (SUIVI_TYPE_DRAFT_STAGES);
  g_type_ensure (SUIVI_TYPE_DRAFT_VIEW);
  g_type_ensure (SUIVI_TYPE_SMART_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/draft-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, columns);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, stages);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, view);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, meter);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, language);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftEditor, panels);
  gtk_widget_class_bind_template_callback (widget_class, stage_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, hint_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hint_dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, means_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, backed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_recommendation_cb);
}

static void
suivi_draft_editor_init (SuiviDraftEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (gtk_widget_queue_allocate), self->columns, G_CONNECT_SWAPPED);
  self->live = suivi_live_analysis_new ();
  g_signal_connect_object (self->live, "done", G_CALLBACK (analysed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (suivi_settings_get_default (), "changed::dismissed-hints",
                           G_CALLBACK (show_analysis), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

/**
 * suivi_draft_editor_set_workspace:
 * @workspace: (nullable): where drafts are kept
 * @saver: (nullable): what keeps the words that are typed until they are saved there
 *
 * Shows nothing until told which draft.
 */
void
suivi_draft_editor_set_workspace (SuiviDraftEditor *self, SuiviWorkspace *workspace, SuiviDraftSaver *saver)
{
  g_return_if_fail (SUIVI_IS_DRAFT_EDITOR (self));

  suivi_draft_editor_set_draft (self, NULL, NULL, NULL);
  if (self->saver != NULL)
    g_signal_handlers_disconnect_by_data (self->saver, self);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->saver, saver);
  if (saver != NULL)
    g_signal_connect_object (saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

static void
show_title (SuiviDraftEditor *self, SuiviIssue *issue, SuiviDraft *draft)
{
  guint number = 1;
  g_autofree char *title = NULL;

  while (number < issue->drafts->len && g_ptr_array_index (issue->drafts, number - 1) != draft)
    number++;
  /* Translators: title over a draft; the second %s is the title of an issue: Draft 2 of “Birth registration” */
  title = g_strdup_printf (_ ("Draft %u of “%s”"), number, issue->priority->title);
  gtk_label_set_label (self->title, title);
}

static void
show_draft (SuiviDraftEditor *self, gboolean another)
{
  gboolean writable = is_writable (self);
  g_autofree char *text = suivi_draft_view_dup_text (self->view);

  self->loading = TRUE;
  if (another || !g_str_equal (text, self->draft->text))
    {
      suivi_draft_view_set_hints (self->view, NULL, NULL);
      suivi_draft_view_load_text (self->view, self->draft->text);
    }
  self->loading = FALSE;
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), writable);
  suivi_smart_rows_set_means (self->rows, self->draft->means);
  suivi_smart_rows_set_editable (self->rows, writable);
  suivi_draft_language_set_language (self->language, self->draft->language);
  gtk_widget_set_sensitive (GTK_WIDGET (self->language), writable);
  suivi_draft_stages_set_stage (self->stages, self->draft->stage);
  suivi_draft_stages_set_editable (self->stages, writable);
}

static gboolean
is_same_for_panels (SuiviDraft *a, SuiviDraft *b)
{
  return g_str_equal (a->id, b->id) && a->stage == b->stage && g_str_equal (a->language, b->language);
}

/**
 * suivi_draft_editor_set_draft:
 * @issue: (nullable): the issue that the draft belongs to
 * @draft: (nullable): a draft, as the workspace has it; %NULL for none
 * @next_review: (nullable): first day of the next review of the State
 *
 * Shows a draft, or the one that is shown as it is now. What was typed and is not saved yet stays.
 */
void
suivi_draft_editor_set_draft (SuiviDraftEditor *self,
                              SuiviIssue *issue,
                              SuiviDraft *draft,
                              const char *next_review)
{
  g_autoptr (SuiviDraft) before = NULL;
  SuiviDraft *unsaved = NULL;
  SuiviDraftFields fields = 0;
  gboolean another = FALSE;

  g_return_if_fail (SUIVI_IS_DRAFT_EDITOR (self));

  before = g_steal_pointer (&self->draft);
  g_clear_pointer (&self->priority, suivi_priority_free);
  take_string (&self->next_review, next_review);
  if (draft == NULL)
    {
      suivi_live_analysis_cancel (self->live);
      suivi_draft_panels_set_draft (self->panels, NULL, NULL, NULL, NULL);
      take_analysis (self, NULL);
      return;
    }

  another = before == NULL || !g_str_equal (before->id, draft->id);
  self->priority = suivi_priority_copy (issue->priority);
  self->draft = suivi_draft_copy (draft);
  unsaved = suivi_draft_saver_lookup (self->saver, draft->id, &fields);
  if (unsaved != NULL)
    suivi_draft_take_fields (self->draft, unsaved, fields);

  show_title (self, issue, draft);
  show_draft (self, another);
  if (another)
    {
      self->n_evidence = 0;
      take_analysis (self, NULL);
    }
  if (another || !g_str_equal (before->text, self->draft->text)
      || !g_str_equal (before->means, self->draft->means)
      || !g_str_equal (before->language, self->draft->language))
    analyse (self, TRUE);
  if (another || !is_same_for_panels (before, self->draft))
    suivi_draft_panels_set_draft (self->panels, self->workspace, self->priority, self->draft, next_review);
  else if (unsaved == NULL)
    suivi_draft_panels_set_text (self->panels, self->draft->text);
}

/**
 * suivi_draft_editor_get_draft_id:
 *
 * Returns: (nullable): key of the draft that is shown
 */
const char *
suivi_draft_editor_get_draft_id (SuiviDraftEditor *self)
{
  g_return_val_if_fail (SUIVI_IS_DRAFT_EDITOR (self), NULL);

  return self->draft != NULL ? self->draft->id : NULL;
}

/**
 * suivi_draft_editor_focus_text:
 *
 * Puts the cursor into the wording.
 */
void
suivi_draft_editor_focus_text (SuiviDraftEditor *self)
{
  g_return_if_fail (SUIVI_IS_DRAFT_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
