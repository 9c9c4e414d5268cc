/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/agree-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/light-words.h"
#include "app/review/recommendation-words.h"
#include "app/scorecard/agreement-cards.h"
#include "app/scorecard/agreement-jobs.h"
#include "app/scorecard/agreement-ticks.h"
#include "app/scorecard/grade-form.h"
#include "app/settings.h"
#include "app/step.h"
#include "core/scorecard/evidence.h"
#include "core/scorecard/light-order.h"
#include "core/text/text.h"

struct _SuiviAgreeDialog
{
  AdwWindow parent_instance;

  GtkWidget *save;
  GtkSpinner *spinner;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkRevealer *draft_note;
  GtkStack *stack;
  GtkWidget *content;
  GtkLabel *text;
  GtkLabel *spread;
  SuiviAgreementCards *cards;
  GtkWidget *take_same;
  SuiviGradeForm *form;
  SuiviAgreementTicks *people;
  GtkTextBuffer *dissent_buffer;
  SuiviAgreementTicks *evidence;
  GtkWidget *delete_button;
  GtkLabel *hint;

  SuiviWorkspace *workspace; /* (owned) */
  char *recommendation_id;
  char *cut_off;
  GPtrArray *organisations;   /* (owned) (element-type utf8): who may have agreed */
  GHashTable *drafts;         /* (owned) (element-type utf8 SuiviAgreement) */
  GCancellable *cancellable;  /* (owned): of the reading */
  SuiviAgreementFacts *facts; /* (owned) (nullable): until they are read */
  SuiviAgreement *initial;    /* (owned) (nullable): what the form began with */
  gboolean filling;
  gboolean saving;
  gboolean saved;
};

G_DEFINE_FINAL_TYPE (SuiviAgreeDialog, suivi_agree_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_GRADE,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static void
fail (SuiviAgreeDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

/* ---- The form ---- */

static char *
dup_dissent (SuiviAgreeDialog *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->dissent_buffer, &start, &end);

  return gtk_text_buffer_get_text (self->dissent_buffer, &start, &end, FALSE);
}

/* The form as it is, with every space that was typed. */
static SuiviAgreement *
read_form (SuiviAgreeDialog *self)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_form_dup_typed (self->form);
  SuiviAssessment *grade = suivi_assessment_copy (change->grade);

  set_text (&grade->recommendation_id, g_strdup (self->recommendation_id));
  set_text (&grade->dissent, dup_dissent (self));
  g_strfreev (grade->agreed_by);
  grade->agreed_by = suivi_agreement_ticks_list (self->people);
  grade->agreed = 1;

  return suivi_agreement_new (grade, suivi_agreement_ticks_list (self->evidence));
}

/* As it would be saved. */
static SuiviAgreement *
read_agreement (SuiviAgreeDialog *self)
{
  SuiviAgreement *agreement = read_form (self);

  g_strstrip (agreement->grade->reason);
  g_strstrip (agreement->grade->source);
  g_strstrip (agreement->grade->date);
  g_strstrip (agreement->grade->name);
  g_strstrip (agreement->grade->dissent);

  return agreement;
}

/* While it is typed, not only when this dialog is closed: the window below may go first. */
static void
keep_draft (SuiviAgreeDialog *self)
{
  g_autoptr (SuiviAgreement) agreement = NULL;

  /* Before anything could be typed. */
  if (self->initial == NULL)
    return;

  agreement = read_form (self);
  if (self->saved || suivi_agreement_equal (agreement, self->initial))
    g_hash_table_remove (self->drafts, self->recommendation_id);
  else
    g_hash_table_replace (self->drafts, g_strdup (self->recommendation_id), g_steal_pointer (&agreement));
}

static void
update_form (SuiviAgreeDialog *self)
{
  g_autoptr (SuiviAgreement) agreement = read_agreement (self);
  g_autoptr (GError) error = NULL;
  const gboolean writable = suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
  const gboolean valid = suivi_agreement_validate (agreement, &error);
  const gboolean ready = self->facts != NULL && !self->saving && writable;
  g_autofree char *hint = suivi_agreement_dup_hint (agreement, self->cut_off);

  suivi_grade_form_mark_date (self->form, g_error_matches (error, SUIVI_ASSESSMENT_ERROR,
                                                           SUIVI_ASSESSMENT_ERROR_BAD_DATE));
  gtk_label_set_label (self->hint, self->facts != NULL ? hint : "");
  gtk_button_set_label (GTK_BUTTON (self->save),
                        valid && suivi_agreement_is_alone (agreement) ? _ ("Save all the same") : _ ("Save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agree.save", valid && ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agree.delete", ready && self->facts->agreed != NULL);
  keep_draft (self);
}

static void
form_changed_cb (SuiviAgreeDialog *self)
{
  if (!self->filling && self->facts != NULL)
    update_form (self);
}

static void
fill_form (SuiviAgreeDialog *self, const SuiviAgreement *agreement)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_change_new ();
  const SuiviAssessment *grade = agreement->grade;

  suivi_assessment_free (change->grade);
  change->grade = suivi_assessment_copy (grade);

  self->filling = TRUE;
  suivi_grade_form_set_change (self->form, change);
  suivi_agreement_ticks_set (self->people, (const char *const *) grade->agreed_by);
  gtk_text_buffer_set_text (self->dissent_buffer, grade->dissent != NULL ? grade->dissent : "", -1);
  suivi_agreement_ticks_set (self->evidence, (const char *const *) agreement->evidence);
  self->filling = FALSE;

  update_form (self);
}

static void
start_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);

  if (self->initial == NULL)
    return;

  gtk_revealer_set_reveal_child (self->draft_note, FALSE);
  fill_form (self, self->initial);
}

/* ---- Taking over ---- */

/* The grade and its evidence; reason and source only where nobody has written any. */
static void
take_over (SuiviAgreeDialog *self, guint place)
{
  const SuiviAssessment *taken = g_ptr_array_index (self->facts->spread->assessments, place);
  char **behind = g_ptr_array_index (self->facts->behind, place);
  g_autoptr (SuiviGradeChange) change = suivi_grade_form_dup_typed (self->form);
  SuiviAssessment *grade = change->grade;

  grade->light_overridden = 0;
  if (taken->light != suivi_light_from_levels (taken->law, taken->policy, taken->practice))
    suivi_assessment_override_light (grade, taken->light);
  suivi_assessment_set_levels (grade, taken->law, taken->policy, taken->practice);
  if (suivi_text_is_blank (grade->reason))
    set_text (&grade->reason, g_strdup (taken->reason));
  if (suivi_text_is_blank (grade->source))
    set_text (&grade->source, g_strdup (taken->source));

  self->filling = TRUE;
  suivi_grade_form_set_change (self->form, change);
  for (guint i = 0; behind[i] != NULL; i++)
    suivi_agreement_ticks_tick (self->evidence, behind[i]);
  self->filling = FALSE;
  update_form (self);
}

static void
taken_over_cb (SuiviAgreeDialog *self, guint place)
{
  take_over (self, place);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* Those who say so, agreed. */
static void
take_same_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);
  g_auto (GStrv) named = NULL;

  if (self->facts == NULL || !suivi_agreement_is_unanimous (self->facts->spread))
    return;

  named = suivi_agreement_facts_list_named (self->facts);
  for (guint i = 0; i < self->facts->spread->assessments->len; i++)
    take_over (self, i);
  for (guint i = 0; named[i] != NULL; i++)
    suivi_agreement_ticks_tick (self->people, named[i]);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* ---- Saving ---- */

static void
set_saving (SuiviAgreeDialog *self, gboolean saving)
{
  self->saving = saving;
  /* A text field must lose the keyboard before it becomes insensitive, or its cursor goes on to blink. */
  if (saving)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->content, !saving);
  gtk_spinner_set_spinning (self->spinner, saving);
  update_form (self);
}

/* By what a step names the recommendation; some have no number. */
static const char *
get_number (SuiviAgreeDialog *self)
{
  const char *number = self->facts->recommendation->number;

  return suivi_text_is_blank (number) ? NULL : number;
}

static void
end_step (SuiviAgreeDialog *self, const char *failure, const char *done)
{
  set_saving (self, FALSE);
  fail (self, failure);
  if (failure != NULL)
    {
      gtk_widget_grab_focus (self->save);
      return;
    }

  self->saved = TRUE;
  suivi_panel_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), done);
  gtk_window_close (GTK_WINDOW (self));
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *nothing)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);
  const char *number = get_number (self);
  g_autofree char *done = NULL;

  if (self->workspace == NULL)
    return;

  if (failure == NULL)
    {
      g_autoptr (SuiviAgreement) agreement = read_agreement (self);

      suivi_settings_remember_user_name (agreement->grade->name);
    }
  /* Translators: what was done; %s is the number of a recommendation */
  done = number != NULL ? g_strdup_printf (_ ("Agreed on %s"), number) : NULL;
  end_step (self, failure, done != NULL ? done : _ ("Agreed on a recommendation"));
}

static void
deleted_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);

  if (self->workspace != NULL)
    end_step (self, failure, done);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);
  g_autoptr (SuiviAgreement) agreement = NULL;
  g_autofree char *label = NULL;

  if (self->saving || self->facts == NULL)
    return;
  agreement = read_agreement (self);
  if (!suivi_agreement_validate (agreement, NULL))
    return;

  fail (self, NULL);
  set_saving (self, TRUE);
  if (get_number (self) != NULL)
    /* Translators: name of a step that can be undone; %s is the number of a recommendation */
    label = g_strdup_printf (_ ("Agree on %s"), get_number (self));
  suivi_step_make (self->workspace, label != NULL ? label : _ ("Agree on a recommendation"),
                   suivi_agreement_put, g_steal_pointer (&agreement), (GDestroyNotify) suivi_agreement_free,
                   widget, saved_cb, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (widget);
  g_autofree char *label = NULL;

  if (self->saving || self->facts == NULL || self->facts->agreed == NULL)
    return;

  fail (self, NULL);
  set_saving (self, TRUE);
  if (get_number (self) != NULL)
    /* Translators: name of a step that can be undone; %s is the number of a recommendation */
    label = g_strdup_printf (_ ("Delete the agreement on %s"), get_number (self));
  suivi_step_make (self->workspace, label != NULL ? label : _ ("Delete an agreement"), suivi_agreement_delete,
                   g_strdup (self->facts->agreed->grade->id), g_free, widget, deleted_cb,
                   _ ("Agreement deleted"));
}

/* Enter saves, or goes to what is missing. An agreement of one alone is saved by the button that says so, which is where
 * Enter goes first. */
static void
finished_cb (SuiviAgreeDialog *self)
{
  g_autoptr (SuiviAgreement) agreement = NULL;
  g_autoptr (GError) error = NULL;

  if (self->facts == NULL)
    return;

  agreement = read_agreement (self);
  if (suivi_agreement_validate (agreement, &error) && suivi_agreement_is_alone (agreement))
    gtk_widget_grab_focus (self->save);
  else if (error == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "agree.save", NULL);
  else if (agreement->grade->light == SUIVI_LIGHT_GREY && !agreement->grade->light_overridden)
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
  else if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NOBODY_AGREED))
    gtk_widget_child_focus (GTK_WIDGET (self->people), GTK_DIR_TAB_FORWARD);
  else
    suivi_grade_form_go_to_missing (self->form, error);
}

static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  finished_cb (SUIVI_AGREE_DIALOG (widget));

  return GDK_EVENT_STOP;
}

/* What was typed stays as a draft: the dialog can be opened again. */
static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (SuiviAgreeDialog) self = g_object_ref (SUIVI_AGREE_DIALOG (widget));

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[g_str_equal (name, "agree.grade") ? SIGNAL_GRADE : SIGNAL_SHOW_RECOMMENDATION],
                 0, self->recommendation_id);
}

/* ---- What is known ---- */

static void
show_judgements (SuiviAgreeDialog *self)
{
  g_autofree char *text
    = suivi_spread_to_text (self->facts->spread, suivi_light_words_get (GTK_WIDGET (self)));

  gtk_label_set_label (self->spread, text);
  suivi_agreement_cards_show (self->cards, self->facts);
  gtk_widget_set_visible (self->take_same, suivi_agreement_is_unanimous (self->facts->spread));
}

static void
show_evidence (SuiviAgreeDialog *self)
{
  for (guint i = 0; i < self->facts->evidence->len; i++)
    {
      const SuiviEvidence *evidence = g_ptr_array_index (self->facts->evidence, i);

      suivi_agreement_ticks_add (self->evidence, evidence->id, evidence->title,
                                 suivi_evidence_kind_to_label (evidence->kind));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), self->facts->evidence->len > 0);
}

/* Those who judged it, the own organisation even if it has not, and whoever is known from elsewhere. */
static void
show_people (SuiviAgreeDialog *self)
{
  g_auto (GStrv) named = suivi_agreement_facts_list_named (self->facts);

  for (guint i = 0; named[i] != NULL; i++)
    suivi_agreement_ticks_add (self->people, named[i], named[i], NULL);
  if (!suivi_text_is_blank (self->facts->own))
    suivi_agreement_ticks_add (self->people, self->facts->own, self->facts->own, NULL);
  for (guint i = 0; i < self->organisations->len; i++)
    {
      const char *name = g_ptr_array_index (self->organisations, i);

      suivi_agreement_ticks_add (self->people, name, name, NULL);
    }
}

/* Nothing is chosen beforehand, but for what is agreed on already. */
static SuiviAgreement *
create_initial (SuiviAgreeDialog *self)
{
  g_autofree char *name = suivi_settings_dup_user_name ();
  SuiviAssessment *grade = NULL;

  if (self->facts->agreed != NULL)
    return suivi_agreement_copy (self->facts->agreed);

  grade = suivi_assessment_new ();
  set_text (&grade->name, g_steal_pointer (&name));

  return suivi_agreement_new (grade, g_new0 (char *, 1));
}

/* To what is most likely done first, at the top, where one begins to read: Enter on "Cancel" would be no answer. */
static void
take_keyboard (SuiviAgreeDialog *self)
{
  if (gtk_widget_get_visible (self->take_same))
    gtk_widget_grab_focus (self->take_same);
  else if (!gtk_widget_grab_focus (GTK_WIDGET (self->cards)))
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
show_facts (SuiviAgreeDialog *self)
{
  g_autofree char *name = suivi_recommendation_to_title (self->facts->recommendation, self->facts->review);
  /* Translators: title of a window: "Agree on 140.12" */
  g_autofree char *title = g_strdup_printf (_ ("Agree on %s"), name);
  const SuiviAgreement *known = g_hash_table_lookup (self->drafts, self->recommendation_id);
  g_autoptr (SuiviAgreement) draft = known != NULL ? suivi_agreement_copy (known) : NULL;
  g_autoptr (SuiviAgreement) initial = create_initial (self);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->text, self->facts->recommendation->text);
  show_judgements (self);
  show_people (self);
  show_evidence (self);
  gtk_widget_set_visible (self->delete_button, self->facts->agreed != NULL);

  fill_form (self, initial);
  /* Read back, so that it compares with what the form holds later. */
  self->initial = read_form (self);
  if (draft != NULL)
    fill_form (self, draft);
  gtk_revealer_set_reveal_child (self->draft_note, draft != NULL);
  gtk_stack_set_visible_child_name (self->stack, "form");
  take_keyboard (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviAgreeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviAgreementFacts) facts
             = suivi_agreement_load_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  fail (self, error != NULL ? error->message : NULL);
  if (facts == NULL)
    return;
  self->facts = g_steal_pointer (&facts);
  show_facts (self);
}

/* ---- The dialog ---- */

static gboolean
suivi_agree_dialog_close_request (GtkWindow *window)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (window);

  if (self->saving)
    return GDK_EVENT_STOP;

  keep_draft (self);

  return GTK_WINDOW_CLASS (suivi_agree_dialog_parent_class)->close_request (window);
}

static void
suivi_agree_dialog_dispose (GObject *object)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  /* As in the import assistant: an answer under way may hold this window longer than its parent lives. */
  gtk_window_set_transient_for (GTK_WINDOW (object), NULL);

  G_OBJECT_CLASS (suivi_agree_dialog_parent_class)->dispose (object);
}

static void
suivi_agree_dialog_finalize (GObject *object)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (object);

  g_free (self->recommendation_id);
  g_free (self->cut_off);
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->facts, suivi_agreement_facts_free);
  g_clear_pointer (&self->initial, suivi_agreement_free);

  G_OBJECT_CLASS (suivi_agree_dialog_parent_class)->finalize (object);
}

static void
suivi_agree_dialog_class_init (SuiviAgreeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_agree_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_agree_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_agree_dialog_close_request;

  signals[SIGNAL_GRADE] = g_signal_new ("grade", SUIVI_TYPE_AGREE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_AGREE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_AGREEMENT_CARDS);
  g_type_ensure (SUIVI_TYPE_GRADE_FORM);
  g_type_ensure (SUIVI_TYPE_AGREEMENT_TICKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/agree-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, save);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, draft_note);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, spread);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, cards);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, take_same);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, form);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, people);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, dissent_buffer);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, evidence);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviAgreeDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, taken_over_cb);

  gtk_widget_class_install_action (widget_class, "agree.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "agree.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "agree.take-same", NULL, take_same_action);
  gtk_widget_class_install_action (widget_class, "agree.start-again", NULL, start_again_action);
  gtk_widget_class_install_action (widget_class, "agree.grade", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "agree.show", NULL, leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Before a text view sees them: to it, Ctrl+Enter is one more line. */
static void
add_save_shortcuts (SuiviAgreeDialog *self)
{
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i],
                                                                                    GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (save_shortcut_cb, NULL,
                                                                                     NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
suivi_agree_dialog_init (SuiviAgreeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_agreement_ticks_allow_more (self->people, _ ("Add an organisation"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agree.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agree.delete", FALSE);
  add_save_shortcuts (self);
}

/**
 * suivi_agree_drafts_new:
 *
 * Agreements that were begun and not saved, so that nothing typed is lost when the dialog closes.
 *
 * Returns: (transfer full): a table to be given to each dialog
 */
GHashTable *
suivi_agree_drafts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_agreement_free);
}

/**
 * suivi_agree_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: where the agreement goes
 * @recommendation_id: key of what is agreed on
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date
 * @organisations: (element-type utf8): who may have agreed, besides those who judged it
 * @drafts: table from suivi_agree_drafts_new()
 *
 * Returns: (transfer none): a dialog, not shown yet; GTK owns it
 */
GtkWidget *
suivi_agree_dialog_new (GtkWindow *parent,
                        SuiviWorkspace *workspace,
                        const char *recommendation_id,
                        const char *cut_off,
                        GPtrArray *organisations,
                        GHashTable *drafts)
{
  SuiviAgreeDialog *self = g_object_new (SUIVI_TYPE_AGREE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->recommendation_id = g_strdup (recommendation_id);
  self->cut_off = g_strdup (cut_off);
  self->organisations = g_ptr_array_ref (organisations);
  self->drafts = g_hash_table_ref (drafts);
  self->cancellable = g_cancellable_new ();
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  suivi_agreement_load_async (workspace, recommendation_id, cut_off, self->cancellable, loaded_cb,
                              g_object_ref (self));

  return GTK_WIDGET (self);
}
