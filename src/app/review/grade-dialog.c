/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/grade-dialog.h"
#include "app/review/grade-others.h"
#include "app/review/recommendation-words.h"
#include "app/scorecard/grade-check.h"
#include "app/scorecard/grade-drafts.h"
#include "app/scorecard/grade-form.h"
#include "app/scorecard/grade-jobs.h"
#include "app/scorecard/grade-start.h"
#include "app/settings.h"
#include "core/text/text.h"

/* How many of several recommendations are shown with their text. */
#define MAX_TEXTS 3
/* How long nothing must be typed before what was begun is kept. */
#define PAUSE_MS 2000

struct _SuiviGradeDialog
{
  AdwWindow parent_instance;

  GtkWidget *save;
  GtkSpinner *spinner;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkRevealer *draft_note;
  GtkWidget *content;
  GtkBox *texts;
  GtkLabel *others_label;
  SuiviGradeForm *form;
  GtkLabel *missing;

  SuiviWorkspace *workspace;  /* (owned) */
  GPtrArray *recommendations; /* (owned) (element-type SuiviRecommendation) */
  GPtrArray *judgements;      /* (owned) (nullable): of each what may be own, as SuiviGradeStart has it */
  GPtrArray *others;          /* (owned) (nullable): of several, as SuiviGradeStart has it */
  char *organisation;         /* (owned) (nullable): whose grades count here as own */
  GPtrArray *own;             /* (owned) (nullable): of each the latest of these, or NULL */
  GCancellable *cancellable;
  GHashTable *drafts; /* (owned) */
  char *draft_key;
  SuiviGradeChange *initial; /* (owned): what the form began with */
  SuiviGradeDraft *begun;    /* (owned) (nullable): of one, what the workspace keeps of what was begun */
  guint pause;               /* source that lets it keep what is typed */
  gboolean save_wanted;      /* as soon as it is known what several have so far */
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

static gboolean
has_several (SuiviGradeDialog *self)
{
  return self->recommendations->len > 1;
}

/* The grade of one of the recommendations as it would be saved. */
static SuiviAssessment *
dup_grade_of (SuiviGradeDialog *self, const SuiviGradeChange *change, guint i)
{
  return suivi_grade_change_apply (change, has_several (self) && self->own != NULL
                                             ? g_ptr_array_index (self->own, i)
                                             : NULL);
}

/* What each of the recommendations would have. */
static GPtrArray *
list_grades (SuiviGradeDialog *self, const SuiviGradeChange *change)
{
  GPtrArray *grades = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_assessment_free);

  for (guint i = 0; i < self->recommendations->len; i++)
    g_ptr_array_add (grades, dup_grade_of (self, change, i));

  return grades;
}

/* Looks whether every recommendation would have a grade that can be saved. */
static gboolean
check (SuiviGradeDialog *self, const SuiviGradeChange *change, char **sentence, GError **error)
{
  g_autoptr (GPtrArray) grades = list_grades (self, change);

  return suivi_grade_check_each (self->recommendations, grades, sentence, error);
}

/* Of several, nothing is saved if nothing would change. */
static gboolean
is_ready (SuiviGradeDialog *self, const SuiviGradeChange *change)
{
  return !self->saving && (!has_several (self) || change->kept != SUIVI_GRADE_ALL_PARTS);
}

/* The form as it begins with a grade, of today and under the name of who works here. What was touched meanwhile stays. */
static void
begin_with (SuiviGradeDialog *self, const SuiviAssessment *latest)
{
  g_autoptr (SuiviGradeChange) begin = suivi_grade_change_new ();
  g_autoptr (SuiviGradeChange) typed = suivi_grade_form_dup_typed (self->form);
  g_autoptr (SuiviGradeChange) before = g_steal_pointer (&self->initial);

  if (has_several (self))
    begin->kept = SUIVI_GRADE_ALL_PARTS;
  if (latest != NULL)
    {
      suivi_assessment_free (begin->grade);
      begin->grade = suivi_assessment_copy (latest);
      g_free (begin->grade->date);
      begin->grade->date = suivi_date_today ();
    }
  suivi_grade_change_sign (begin);
  if (before != NULL)
    suivi_grade_change_sign_as (begin, typed);
  suivi_grade_form_set_change (self->form, begin);
  /* Read back, so that it compares with what the form holds later. */
  self->initial = suivi_grade_form_dup_typed (self->form);
  if (before == NULL)
    return;

  suivi_grade_change_sign_as (self->initial, before);
  /* What came back is a whole: there, "not assessed" was chosen as well. */
  if (self->organisation != NULL || !gtk_revealer_get_reveal_child (self->draft_note))
    suivi_grade_change_rebase (typed, before, self->initial);
  suivi_grade_form_set_change (self->form, typed);
}

/* Whose grade it is may be typed here: what is left as it is, is as that organisation has it. */
static void
follow_organisation (SuiviGradeDialog *self, const char *organisation)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  if (self->judgements == NULL || g_strcmp0 (self->organisation, organisation) == 0)
    return;

  for (guint i = 0; i < self->judgements->len; i++)
    g_ptr_array_add (own, suivi_grade_find_own (g_ptr_array_index (self->judgements, i), organisation));
  /* The window was opened with the own grade, as far as there is one. */
  if (!has_several (self) && (self->organisation != NULL || g_ptr_array_index (own, 0) != NULL))
    begin_with (self, g_ptr_array_index (own, 0));
  g_free (self->organisation);
  self->organisation = g_strdup (organisation);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = g_steal_pointer (&own);
}

/* The form as it would be saved, for the organisation that it names. */
static SuiviGradeChange *
read_form (SuiviGradeDialog *self)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_form_dup_change (self->form);

  follow_organisation (self, change->grade->organisation);

  return suivi_grade_form_dup_change (self->form);
}

static void
update (SuiviGradeDialog *self)
{
  g_autoptr (SuiviGradeChange) change = read_form (self);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ready = is_ready (self, change);
  gboolean valid = check (self, change, &sentence, &error);

  suivi_grade_form_mark_date (self->form, g_error_matches (error, SUIVI_ASSESSMENT_ERROR,
                                                           SUIVI_ASSESSMENT_ERROR_BAD_DATE));
  /* Of several, it is known what is missing when it is known what they have. */
  gtk_label_set_label (self->missing, valid ? "" : sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->missing),
                          !valid && ready && (!has_several (self) || self->own != NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grade.save", valid && ready);
  suivi_grade_others_tell (self->others_label, self->others, change->grade);
}

static void
fill_form (SuiviGradeDialog *self, const SuiviGradeChange *change)
{
  suivi_grade_form_set_change (self->form, change);
  update (self);
}

/* What was typed, and who keeps it if the workspace does not. */
typedef struct
{
  GHashTable *drafts; /* (owned) */
  char *draft_key;
  SuiviGradeChange *typed; /* (owned) (nullable) */
} Keeping;

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Keeping *keeping = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (error == NULL || keeping->typed == NULL)
    g_hash_table_remove (keeping->drafts, keeping->draft_key);
  else
    g_hash_table_replace (keeping->drafts, g_strdup (keeping->draft_key), g_steal_pointer (&keeping->typed));

  g_hash_table_unref (keeping->drafts);
  g_free (keeping->draft_key);
  g_clear_pointer (&keeping->typed, suivi_grade_change_free);
  g_free (keeping);
}

/* What is typed for one recommendation. Evidence is chosen in the fast grading flow; what was begun there keeps it. */
static SuiviGradeDraft *
create_draft (SuiviGradeDialog *self, const SuiviGradeChange *typed)
{
  SuiviRecommendation *recommendation = g_ptr_array_index (self->recommendations, 0);
  const gboolean of_today = g_strcmp0 (typed->grade->date, self->initial->grade->date) == 0;

  return suivi_grade_drafts_from_change (recommendation->id, typed, of_today ? NULL : typed->grade->date,
                                         suivi_grade_drafts_get_evidence (self->begun));
}

/* The workspace keeps what was begun for one recommendation, where the fast grading flow finds it as well. */
static void
keep_in_workspace (SuiviGradeDialog *self, const SuiviGradeChange *typed)
{
  SuiviRecommendation *recommendation = g_ptr_array_index (self->recommendations, 0);
  g_autoptr (SuiviGradeDraft) draft = typed != NULL ? create_draft (self, typed) : NULL;
  Keeping *keeping = NULL;

  if (suivi_grade_drafts_say_same (draft, self->begun))
    return;

  keeping = g_new0 (Keeping, 1);
  keeping->drafts = g_hash_table_ref (self->drafts);
  keeping->draft_key = g_strdup (self->draft_key);
  keeping->typed = typed != NULL ? suivi_grade_change_copy (typed) : NULL;
  suivi_grade_drafts_keep (self->workspace, recommendation->id, FALSE, draft, kept_cb, keeping);
  g_clear_pointer (&self->begun, suivi_grade_draft_free);
  self->begun = g_steal_pointer (&draft);
}

/* Whether there is more to keep than what the form began with: something typed, or evidence chosen elsewhere. */
static gboolean
has_begun (SuiviGradeDialog *self, const SuiviGradeChange *typed)
{
  return !suivi_grade_change_equal (typed, self->initial)
         || suivi_grade_drafts_get_evidence (self->begun) != NULL;
}

static void
keep_draft (SuiviGradeDialog *self)
{
  g_autoptr (SuiviGradeChange) typed = suivi_grade_form_dup_typed (self->form);
  const gboolean begun = has_begun (self, typed);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->saved)
    g_hash_table_remove (self->drafts, self->draft_key);
  else if (!has_several (self))
    keep_in_workspace (self, begun ? typed : NULL);
  else if (begun)
    g_hash_table_replace (self->drafts, g_strdup (self->draft_key), g_steal_pointer (&typed));
  else
    g_hash_table_remove (self->drafts, self->draft_key);
}

static gboolean
paused_cb (gpointer user_data)
{
  SuiviGradeDialog *self = SUIVI_GRADE_DIALOG (user_data);

  self->pause = 0;
  if (!self->saving)
    keep_draft (self);

  return G_SOURCE_REMOVE;
}

/* What is typed for one recommendation is kept when nothing more comes. */
static void
changed_cb (SuiviGradeDialog *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!has_several (self))
    self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
  update (self);
}

static void
set_saving (SuiviGradeDialog *self, gboolean saving)
{
  self->saving = saving;
  /* A text field must lose the keyboard before it becomes insensitive, or its cursor goes on to blink. */
  if (saving)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->content, !saving);
  gtk_spinner_set_spinning (self->spinner, saving);
  update (self);
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
  g_signal_emit (self, signals[SIGNAL_GRADED], 0, self->recommendations->len);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGradeDialog *self = SUIVI_GRADE_DIALOG (widget);
  g_autoptr (SuiviGradeChange) change = suivi_grade_form_dup_change (self->form);
  g_autoptr (GPtrArray) grades = NULL;

  if (!is_ready (self, change) || !check (self, change, NULL, NULL))
    return;

  self->save_wanted = has_several (self) && self->own == NULL;
  if (self->save_wanted)
    return;

  grades = list_grades (self, change);
  gtk_revealer_set_reveal_child (self->failure, FALSE);
  set_saving (self, TRUE);
  /* Nobody should have to type them under every grade; and what is read after the grade is saved is one's own. */
  suivi_settings_remember_user_name (change->grade->name);
  suivi_settings_remember_organisation (change->grade->organisation);
  /* Evidence that was chosen in the fast grading flow, for what was begun there */
  suivi_grade_each_async (self->workspace, self->recommendations, grades,
                          suivi_grade_drafts_get_evidence (self->begun), graded_cb, g_object_ref (self));
}

/* Saves, or goes to what is missing. */
static void
finish (SuiviGradeDialog *self)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_form_dup_change (self->form);
  g_autoptr (GError) error = NULL;

  if (check (self, change, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "grade.save", NULL);
  else
    suivi_grade_form_go_to_missing (self->form, error);
}

static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  finish (SUIVI_GRADE_DIALOG (widget));

  return GDK_EVENT_STOP;
}

static void
start_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGradeDialog *self = SUIVI_GRADE_DIALOG (widget);

  gtk_revealer_set_reveal_child (self->draft_note, FALSE);
  fill_form (self, self->initial);
  if (has_several (self))
    keep_draft (self);
  else
    keep_in_workspace (self, NULL);
}

/* What was begun and not saved, unless the user is faster. */
static void
go_on_with (SuiviGradeDialog *self, SuiviGradeChange *begun)
{
  g_autoptr (SuiviGradeChange) typed = suivi_grade_form_dup_typed (self->form);

  if (!suivi_grade_change_equal (typed, self->initial))
    return;

  follow_organisation (self, begun->grade->organisation);
  fill_form (self, begun);
  gtk_revealer_set_reveal_child (self->draft_note, TRUE);
  /* From the level that was chosen to the one that is chosen now */
  if (GTK_IS_TOGGLE_BUTTON (gtk_window_get_focus (GTK_WINDOW (self))))
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* So that it compares with what the form holds later. */
static void
read_back_begun (SuiviGradeDialog *self)
{
  g_autoptr (SuiviGradeChange) shown = suivi_grade_form_dup_typed (self->form);
  SuiviGradeDraft *begun = create_draft (self, shown);

  suivi_grade_draft_free (self->begun);
  self->begun = begun;
}

static void
start_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviGradeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviGradeStart) start = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (start == NULL)
    {
      gtk_label_set_label (self->failure_label, error->message);
      gtk_revealer_set_reveal_child (self->failure, TRUE);
      return;
    }

  suivi_grade_form_set_organisations (self->form, (const char *const *) start->organisations);
  self->judgements = g_steal_pointer (&start->judgements);
  self->others = g_steal_pointer (&start->others);
  update (self);
  if (start->draft != NULL)
    {
      g_autoptr (SuiviGradeChange) begun = suivi_grade_drafts_to_change (start->draft);

      suivi_grade_change_sign (begun);
      go_on_with (self, begun);
      self->begun = g_steal_pointer (&start->draft);
      if (gtk_revealer_get_reveal_child (self->draft_note))
        read_back_begun (self);
    }
  update (self);
  if (self->save_wanted)
    gtk_widget_activate_action (GTK_WIDGET (self), "grade.save", NULL);
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

  /* A window that goes with its parent is not asked before. */
  if (self->pause != 0 && !self->saving)
    keep_draft (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->recommendations, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_pointer (&self->judgements, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->initial, suivi_grade_change_free);
  g_clear_pointer (&self->begun, suivi_grade_draft_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

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

  g_type_ensure (SUIVI_TYPE_GRADE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review/grade-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, save);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, draft_note);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, texts);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, others_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, form);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeDialog, missing);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish);

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
  gtk_widget_init_template (GTK_WIDGET (self));
  add_save_shortcuts (self);
}

/**
 * suivi_grade_drafts_new:
 *
 * Grades of several recommendations that were begun and not saved, so that nothing typed is lost when the dialog closes.
 * What was begun for one alone is kept by the workspace; here it is only if that fails.
 *
 * Returns: (transfer full): a table to be given to each dialog
 */
GHashTable *
suivi_grade_drafts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_grade_change_free);
}

/**
 * suivi_grade_dialog_new:
 * @workspace: where the grade goes
 * @recommendations: (element-type SuiviRecommendation): what is graded, one or more
 * @latest: (nullable): the grade that counts, to begin with if it is an own one, until it is known whether there is another
 * @drafts: table from suivi_grade_drafts_new()
 *
 * The form begins with what was typed and not saved for the same recommendations, here or in the fast grading flow, else
 * with the latest own grade, dated today, with the name and the organisation of the person who works here. For several
 * recommendations it begins with leaving everything as it is.
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
  SuiviGradeChange *draft = NULL;
  g_autofree char *organisation = suivi_settings_dup_organisation ();
  gboolean is_own = latest != NULL && suivi_assessment_is_by (latest, organisation);

  g_return_val_if_fail (SUIVI_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (recommendations != NULL && recommendations->len > 0, NULL);

  self = g_object_new (SUIVI_TYPE_GRADE_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->recommendations = g_ptr_array_ref (recommendations);
  self->cancellable = g_cancellable_new ();
  self->drafts = g_hash_table_ref (drafts);
  self->draft_key = create_draft_key (recommendations);

  if (has_several (self))
    suivi_grade_form_set_several (self->form);
  suivi_grade_form_show_organisation (self->form, organisation[0] == '\0');
  suivi_grade_load_start_async (workspace, recommendations, self->cancellable, start_loaded_cb,
                                g_object_ref (self));

  show_recommendations (self);
  begin_with (self, is_own ? latest : NULL);
  draft = g_hash_table_lookup (drafts, self->draft_key);
  if (draft != NULL)
    go_on_with (self, draft);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));

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
 * Returns: (transfer full): the grade of the first recommendation as it would be saved, without spaces at the ends
 */
SuiviAssessment *
suivi_grade_dialog_dup_grade (SuiviGradeDialog *self)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_form_dup_change (self->form);

  return dup_grade_of (self, change, 0);
}
