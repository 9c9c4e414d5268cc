/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/agree-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/light-words.h"
#include "app/review/recommendation-words.h"
#include "app/settings.h"
#include "core/scorecard/evidence.h"
#include "core/scorecard/light-order.h"
#include "core/text/text.h"

G_DEFINE_FINAL_TYPE (SuiviAgreeDialog, suivi_agree_dialog, ADW_TYPE_WINDOW)

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/**
 * suivi_agree_dialog_fail:
 * @sentence: (nullable): what could not be done; %NULL: nothing to say any more
 */
void
suivi_agree_dialog_fail (SuiviAgreeDialog *self, const char *sentence)
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

/**
 * suivi_agree_dialog_read_form:
 *
 * Returns: (transfer full): the form as it is, with every space that was typed
 */
SuiviAgreement *
suivi_agree_dialog_read_form (SuiviAgreeDialog *self)
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

/**
 * suivi_agree_dialog_read_agreement:
 *
 * Returns: (transfer full): the form as it would be saved
 */
SuiviAgreement *
suivi_agree_dialog_read_agreement (SuiviAgreeDialog *self)
{
  SuiviAgreement *agreement = suivi_agree_dialog_read_form (self);

  g_strstrip (agreement->grade->reason);
  g_strstrip (agreement->grade->source);
  g_strstrip (agreement->grade->date);
  g_strstrip (agreement->grade->name);
  g_strstrip (agreement->grade->dissent);

  return agreement;
}

/**
 * suivi_agree_dialog_update:
 *
 * Says what the form lacks, what can be done, and lets what is typed be kept.
 */
void
suivi_agree_dialog_update (SuiviAgreeDialog *self)
{
  g_autoptr (SuiviAgreement) agreement = suivi_agree_dialog_read_agreement (self);
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
  suivi_agree_dialog_keep (self);
}

static void
form_changed_cb (SuiviAgreeDialog *self)
{
  if (!self->filling && self->facts != NULL)
    suivi_agree_dialog_update (self);
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

  suivi_agree_dialog_update (self);
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
  suivi_agree_dialog_update (self);
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

/* Enter saves, or goes to what is missing. An agreement of one alone is saved by the button that says so, which is where
 * Enter goes first. */
static void
finished_cb (SuiviAgreeDialog *self)
{
  g_autoptr (SuiviAgreement) agreement = NULL;
  g_autoptr (GError) error = NULL;

  if (self->facts == NULL)
    return;

  agreement = suivi_agree_dialog_read_agreement (self);
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

/* What was begun and not saved, unless it stands there by now. */
static void
go_on_with (SuiviAgreeDialog *self, SuiviAgreement *begun)
{
  g_autoptr (SuiviAgreement) shown = NULL;

  if (suivi_text_is_blank (begun->grade->name))
    set_text (&begun->grade->name, suivi_settings_dup_user_name ());
  suivi_agreement_keeper_set_kept (self->keeper, begun);
  fill_form (self, begun);
  shown = suivi_agree_dialog_read_form (self);
  if (suivi_agreement_equal (shown, self->initial))
    return;

  /* Read back, so that it compares with what the form holds later. */
  suivi_agreement_keeper_set_kept (self->keeper, shown);
  gtk_revealer_set_reveal_child (self->draft_note, TRUE);
}

static void
show_facts (SuiviAgreeDialog *self)
{
  g_autofree char *name = suivi_recommendation_to_title (self->facts->recommendation, self->facts->review);
  /* Translators: title of a window: "Agree on 140.12" */
  g_autofree char *title = g_strdup_printf (_ ("Agree on %s"), name);
  g_autoptr (SuiviAgreement) initial = create_initial (self);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->text, self->facts->recommendation->text);
  show_judgements (self);
  show_people (self);
  show_evidence (self);
  gtk_widget_set_visible (self->delete_button, self->facts->agreed != NULL);

  fill_form (self, initial);
  /* Read back, so that it compares with what the form holds later. */
  self->initial = suivi_agree_dialog_read_form (self);
  if (self->facts->begun != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO)
    go_on_with (self, self->facts->begun);
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

  suivi_agree_dialog_fail (self, error != NULL ? error->message : NULL);
  if (facts == NULL)
    return;
  self->facts = g_steal_pointer (&facts);
  show_facts (self);
}

/* ---- The dialog ---- */

static gboolean
suivi_agree_dialog_close_request (GtkWindow *window)
{
  if (!suivi_agree_dialog_may_close (SUIVI_AGREE_DIALOG (window)))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (suivi_agree_dialog_parent_class)->close_request (window);
}

static void
suivi_agree_dialog_dispose (GObject *object)
{
  SuiviAgreeDialog *self = SUIVI_AGREE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
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

  g_signal_new ("grade", SUIVI_TYPE_AGREE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
  g_signal_new ("show-recommendation", SUIVI_TYPE_AGREE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
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

  suivi_agree_dialog_install_saving (klass);
  gtk_widget_class_install_action (widget_class, "agree.take-same", NULL, take_same_action);
  gtk_widget_class_install_action (widget_class, "agree.start-again", NULL, start_again_action);
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
  /* Of all who agree, not of one */
  suivi_grade_form_show_organisation (self->form, FALSE);
  suivi_agreement_ticks_allow_more (self->people, _ ("Add an organisation"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agree.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agree.delete", FALSE);
  add_save_shortcuts (self);
}

/**
 * suivi_agree_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: where the agreement goes
 * @recommendation_id: key of what is agreed on
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date
 * @organisations: (element-type utf8): who may have agreed, besides those who judged it
 *
 * The form begins with what was typed and not saved, else with what is agreed on already.
 *
 * Returns: (transfer none): a dialog, not shown yet; GTK owns it
 */
GtkWidget *
suivi_agree_dialog_new (GtkWindow *parent,
                        SuiviWorkspace *workspace,
                        const char *recommendation_id,
                        const char *cut_off,
                        GPtrArray *organisations)
{
  SuiviAgreeDialog *self = g_object_new (SUIVI_TYPE_AGREE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->recommendation_id = g_strdup (recommendation_id);
  self->cut_off = g_strdup (cut_off);
  self->organisations = g_ptr_array_ref (organisations);
  suivi_agree_dialog_init_saving (self);
  self->cancellable = g_cancellable_new ();
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  suivi_agreement_load_async (workspace, recommendation_id, cut_off, self->cancellable, loaded_cb,
                              g_object_ref (self));

  return GTK_WIDGET (self);
}

/**
 * suivi_agree_dialog_get_keeper:
 *
 * Returns: (transfer none): what keeps what is typed here
 */
SuiviAgreementKeeper *
suivi_agree_dialog_get_keeper (SuiviAgreeDialog *self)
{
  g_return_val_if_fail (SUIVI_IS_AGREE_DIALOG (self), NULL);

  return self->keeper;
}
