/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/grade-dialog.h"
#include "app/review/level-row.h"
#include "app/review/recommendation-words.h"
#include "app/review/light-label.h"
#include "app/review/review-jobs.h"
#include "app/settings.h"
#include "core/text/text.h"

/* How many of several recommendations are shown with their text. */
#define MAX_TEXTS 3

struct _SuiviGradeDialog
{
  AdwWindow parent_instance;

  GtkWidget *save;
  GtkSpinner *spinner;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkRevealer *draft_note;
  GtkWidget *form;
  GtkBox *texts;
  SuiviLevelRow *law;
  SuiviLevelRow *policy;
  SuiviLevelRow *practice;
  AdwActionRow *light_row;
  GtkLabel *light;
  AdwComboRow *override;
  GtkTextView *reason;
  GtkTextBuffer *reason_buffer;
  GtkEditable *source;
  GtkEditable *date;
  GtkEditable *name;
  GtkLabel *missing;

  SuiviWorkspace *workspace;  /* (owned) */
  GPtrArray *recommendations; /* (owned) (element-type SuiviRecommendation) */
  GHashTable *drafts;         /* (owned) */
  char *draft_key;
  SuiviAssessment *initial; /* (owned): what the form began with */
  gboolean filling;
  gboolean saving;
  gboolean saved;
};

G_DEFINE_FINAL_TYPE (SuiviGradeDialog, suivi_grade_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_GRADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The choices of "Choose another light"; 0 stands for the rule. */
static const SuiviLight override_lights[]
  = { SUIVI_LIGHT_GREEN, SUIVI_LIGHT_AMBER, SUIVI_LIGHT_RED, SUIVI_LIGHT_GREY };

static char *
dup_reason (SuiviGradeDialog *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->reason_buffer, &start, &end);

  return gtk_text_buffer_get_text (self->reason_buffer, &start, &end, FALSE);
}

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/* The form as it is, with every space that was typed. */
static SuiviAssessment *
read_form (SuiviGradeDialog *self)
{
  SuiviAssessment *grade = suivi_assessment_new ();
  guint selected = adw_combo_row_get_selected (self->override);

  if (selected > 0 && selected <= G_N_ELEMENTS (override_lights))
    suivi_assessment_override_light (grade, override_lights[selected - 1]);
  suivi_assessment_set_levels (grade, suivi_level_row_get_level (self->law),
                               suivi_level_row_get_level (self->policy),
                               suivi_level_row_get_level (self->practice));
  set_text (&grade->reason, dup_reason (self));
  set_text (&grade->source, g_strdup (gtk_editable_get_text (self->source)));
  set_text (&grade->date, g_strdup (gtk_editable_get_text (self->date)));
  set_text (&grade->name, g_strdup (gtk_editable_get_text (self->name)));

  return grade;
}

static gboolean
same_grade (SuiviAssessment *a, SuiviAssessment *b)
{
  return a->law == b->law && a->policy == b->policy && a->practice == b->practice && a->light == b->light
         && a->light_overridden == b->light_overridden && g_strcmp0 (a->reason, b->reason) == 0
         && g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->date, b->date) == 0
         && g_strcmp0 (a->name, b->name) == 0;
}

static void
update_form (SuiviGradeDialog *self)
{
  g_autoptr (SuiviAssessment) grade = suivi_grade_dialog_dup_grade (self);
  g_autoptr (GError) error = NULL;
  SuiviLight rule = suivi_light_from_levels (grade->law, grade->policy, grade->practice);
  gboolean valid = suivi_assessment_validate (grade, &error);
  gboolean bad_date = g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_BAD_DATE);

  suivi_light_label_set (self->light, grade->light, TRUE);
  if (grade->light_overridden && grade->light != rule)
    {
      g_autofree char *by_rule = g_strdup_printf (
        /* Translators: symbol and word of a light */
        _ ("Chosen by you; the rule says %s %s"), suivi_light_to_symbol (rule), suivi_light_to_label (rule));

      adw_action_row_set_subtitle (self->light_row, by_rule);
    }
  else
    {
      adw_action_row_set_subtitle (self->light_row, _ ("Follows from law, policy and practice"));
    }

  if (bad_date)
    gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
  gtk_label_set_label (self->missing, valid ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), !valid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grade.save", valid && !self->saving);
}

static void
fill_form (SuiviGradeDialog *self, SuiviAssessment *grade)
{
  guint selected = 0;

  for (guint i = 0; grade->light_overridden && i < G_N_ELEMENTS (override_lights); i++)
    {
      if (override_lights[i] == grade->light)
        selected = i + 1;
    }

  self->filling = TRUE;
  suivi_level_row_set_level (self->law, grade->law);
  suivi_level_row_set_level (self->policy, grade->policy);
  suivi_level_row_set_level (self->practice, grade->practice);
  adw_combo_row_set_selected (self->override, selected);
  gtk_text_buffer_set_text (self->reason_buffer, grade->reason != NULL ? grade->reason : "", -1);
  gtk_editable_set_text (self->source, grade->source != NULL ? grade->source : "");
  gtk_editable_set_text (self->date, grade->date != NULL ? grade->date : "");
  gtk_editable_set_text (self->name, grade->name != NULL ? grade->name : "");
  self->filling = FALSE;

  update_form (self);
}

static void
form_changed_cb (SuiviGradeDialog *self)
{
  if (!self->filling)
    update_form (self);
}

static void
keep_draft (SuiviGradeDialog *self)
{
  g_autoptr (SuiviAssessment) grade = read_form (self);

  if (self->saved || same_grade (grade, self->initial))
    g_hash_table_remove (self->drafts, self->draft_key);
  else
    g_hash_table_replace (self->drafts, g_strdup (self->draft_key), g_steal_pointer (&grade));
}

static void
set_saving (SuiviGradeDialog *self, gboolean saving)
{
  self->saving = saving;
  /* A text field must lose the keyboard before it becomes insensitive, or its cursor goes on to blink. */
  if (saving)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->form, !saving);
  gtk_spinner_set_spinning (self->spinner, saving);
  update_form (self);
}

/* Nobody should have to type the own name under every grade. */
static void
remember_name (SuiviGradeDialog *self)
{
  g_autoptr (SuiviAssessment) grade = suivi_grade_dialog_dup_grade (self);
  g_autofree char *known = suivi_settings_dup_user_name ();

  if (known[0] == '\0')
    g_settings_set_string (suivi_settings_get_default (), "user-name", grade->name);
}

static void
graded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviGradeDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  set_saving (self, FALSE);
  if (error != NULL)
    {
      gtk_label_set_label (self->failure_label, error->message);
      gtk_revealer_set_reveal_child (self->failure, TRUE);
      gtk_widget_grab_focus (self->save);
      return;
    }

  self->saved = TRUE;
  remember_name (self);
  g_signal_emit (self, signals[SIGNAL_GRADED], 0, self->recommendations->len);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGradeDialog *self = SUIVI_GRADE_DIALOG (widget);
  g_autoptr (SuiviAssessment) grade = suivi_grade_dialog_dup_grade (self);

  if (self->saving || !suivi_assessment_validate (grade, NULL))
    return;

  gtk_revealer_set_reveal_child (self->failure, FALSE);
  set_saving (self, TRUE);
  suivi_review_grade_async (self->workspace, self->recommendations, grade, graded_cb, g_object_ref (self));
}

/* Ctrl+Enter saves, or goes to what is missing. */
static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SuiviGradeDialog *self = SUIVI_GRADE_DIALOG (widget);
  g_autoptr (SuiviAssessment) grade = suivi_grade_dialog_dup_grade (self);
  g_autoptr (GError) error = NULL;

  if (suivi_assessment_validate (grade, &error))
    gtk_widget_activate_action (widget, "grade.save", NULL);
  else if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_REASON))
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_SOURCE))
    gtk_widget_grab_focus (GTK_WIDGET (self->source));
  else if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_BAD_DATE))
    gtk_widget_grab_focus (GTK_WIDGET (self->date));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name));

  return GDK_EVENT_STOP;
}

static void
start_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGradeDialog *self = SUIVI_GRADE_DIALOG (widget);

  gtk_revealer_set_reveal_child (self->draft_note, FALSE);
  fill_form (self, self->initial);
}

static void
add_text (SuiviGradeDialog *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->texts, label);
}

static void
show_recommendations (SuiviGradeDialog *self)
{
  guint n = self->recommendations->len;
  const char *number = suivi_recommendations_get_only_number (self->recommendations);
  g_autofree char *title = NULL;

  for (guint i = 0; i < MIN (n, MAX_TEXTS); i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (self->recommendations, i);

      if (n > 1 && !suivi_text_is_blank (recommendation->number))
        add_text (self, recommendation->number, "heading");
      add_text (self, recommendation->text, NULL);
    }
  if (n > MAX_TEXTS)
    {
      g_autofree char *more
        = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_TEXTS), n - MAX_TEXTS);

      add_text (self, more, "dim-label");
    }

  if (number != NULL)
    /* Translators: title of a window: "Grade 140.12" */
    title = g_strdup_printf (_ ("Grade %s"), number);
  else
    title = g_strdup_printf (ngettext ("Grade %u recommendation", "Grade %u recommendations", n), n);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static char *
create_draft_key (GPtrArray *recommendations)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < recommendations->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      g_checksum_update (checksum, (const guchar *) recommendation->id, -1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
suivi_grade_dialog_close_request (GtkWindow *window)
{
  SuiviGradeDialog *self = SUIVI_GRADE_DIALOG (window);

  if (self->saving)
    return GDK_EVENT_STOP;

  keep_draft (self);

  return GTK_WINDOW_CLASS (suivi_grade_dialog_parent_class)->close_request (window);
}

static void
suivi_grade_dialog_dispose (GObject *object)
{
  SuiviGradeDialog *self = SUIVI_GRADE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->recommendations, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_pointer (&self->initial, suivi_assessment_free);

  /* As in the import assistant: an answer under way may hold this window longer than its parent lives. */
  gtk_window_set_transient_for (GTK_WINDOW (object), NULL);

  G_OBJECT_CLASS (suivi_grade_dialog_parent_class)->dispose (object);
}

static void
suivi_grade_dialog_class_init (SuiviGradeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_grade_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_grade_dialog_close_request;

  signals[SIGNAL_GRADED] = g_signal_new ("graded", SUIVI_TYPE_GRADE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SUIVI_TYPE_LEVEL_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review/grade-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, save);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, draft_note);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, form);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, texts);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, law);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, policy);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, practice);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, light_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, light);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, override);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, reason_buffer);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, source);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, date);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, missing);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);

  gtk_widget_class_install_action (widget_class, "grade.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "grade.start-again", NULL, start_again_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Before the text view sees them: to it, Ctrl+Enter is one more line. */
static void
add_save_shortcuts (SuiviGradeDialog *self)
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
suivi_grade_dialog_init (SuiviGradeDialog *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_string_list_append (choices, _ ("As the rule says"));
  for (gsize i = 0; i < G_N_ELEMENTS (override_lights); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", suivi_light_to_symbol (override_lights[i]),
                                               suivi_light_to_label (override_lights[i]));

      gtk_string_list_append (choices, text);
    }
  adw_combo_row_set_model (self->override, G_LIST_MODEL (choices));
  add_save_shortcuts (self);
  self->filling = FALSE;
}

/**
 * suivi_grade_drafts_new:
 *
 * Grades that were begun and not saved, so that nothing typed is lost when the dialog closes.
 *
 * Returns: (transfer full): a table to be given to each dialog
 */
GHashTable *
suivi_grade_drafts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_assessment_free);
}

/**
 * suivi_grade_dialog_new:
 * @workspace: where the grade goes
 * @recommendations: (element-type SuiviRecommendation): what is graded, one or more
 * @latest: (nullable): the latest grade, to begin with
 * @drafts: table from suivi_grade_drafts_new()
 *
 * The form begins with what was typed and not saved for the same recommendations, else with the latest grade,
 * dated today and under the name of the person who works here.
 *
 * Returns: the dialog, to be made transient and presented
 */
SuiviGradeDialog *
suivi_grade_dialog_new (SuiviWorkspace *workspace,
                        GPtrArray *recommendations,
                        SuiviAssessment *latest,
                        GHashTable *drafts)
{
  SuiviGradeDialog *self = NULL;
  SuiviAssessment *draft = NULL;
  g_autofree char *today = suivi_date_today ();
  g_autofree char *name = suivi_settings_dup_user_name ();

  g_return_val_if_fail (SUIVI_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (recommendations != NULL && recommendations->len > 0, NULL);

  self = g_object_new (SUIVI_TYPE_GRADE_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->recommendations = g_ptr_array_ref (recommendations);
  self->drafts = g_hash_table_ref (drafts);
  self->draft_key = create_draft_key (recommendations);

  self->initial = latest != NULL ? suivi_assessment_copy (latest) : suivi_assessment_new ();
  set_text (&self->initial->date, g_steal_pointer (&today));
  if (name[0] != '\0' || self->initial->name == NULL)
    set_text (&self->initial->name, g_steal_pointer (&name));

  show_recommendations (self);
  draft = g_hash_table_lookup (drafts, self->draft_key);
  fill_form (self, self->initial);
  /* Read back, so that it compares with what the form holds later. */
  suivi_assessment_free (self->initial);
  self->initial = read_form (self);
  if (draft != NULL)
    fill_form (self, draft);
  gtk_revealer_set_reveal_child (self->draft_note, draft != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->law));

  return self;
}

/**
 * suivi_grade_dialog_get_recommendations:
 *
 * Returns: (transfer none) (element-type SuiviRecommendation): what is graded
 */
GPtrArray *
suivi_grade_dialog_get_recommendations (SuiviGradeDialog *self)
{
  return self->recommendations;
}

/**
 * suivi_grade_dialog_dup_grade:
 *
 * Returns: (transfer full): the grade as it would be saved, without spaces at the ends
 */
SuiviAssessment *
suivi_grade_dialog_dup_grade (SuiviGradeDialog *self)
{
  SuiviAssessment *grade = read_form (self);

  g_strstrip (grade->reason);
  g_strstrip (grade->source);
  g_strstrip (grade->date);
  g_strstrip (grade->name);

  return grade;
}
