/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-form.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/light-words.h"
#include "app/review/level-row.h"
#include "app/review/light-label.h"
#include "app/wheel.h"
#include "core/scorecard/light-order.h"
#include "core/text/text.h"

struct _SuiviGradeForm
{
  GtkWidget parent_instance;

  SuiviLevelRow *law;
  SuiviLevelRow *policy;
  SuiviLevelRow *practice;
  GtkLabel *keys;
  AdwActionRow *light_row;
  GtkLabel *light;
  AdwComboRow *override;
  GtkLabel *reason_title;
  GtkTextView *reason;
  GtkTextBuffer *reason_buffer;
  GtkEditable *source;
  AdwComboRow *confidence;
  GtkEditable *date;
  GtkEditable *name;
  GtkEditable *organisation;
  GtkMenuButton *organisations;

  gboolean several;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SuiviGradeForm, suivi_grade_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static char *
dup_reason (SuiviGradeForm *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->reason_buffer, &start, &end);

  return gtk_text_buffer_get_text (self->reason_buffer, &start, &end, FALSE);
}

/* Of several recommendations the first choice is to leave the value of each as it is. Returns whether it is taken,
 * else the choice without it. */
static gboolean
read_choice (SuiviGradeForm *self, AdwComboRow *row, guint *choice)
{
  guint selected = adw_combo_row_get_selected (row);

  *choice = selected != GTK_INVALID_LIST_POSITION ? selected : 0;
  if (!self->several)
    return FALSE;
  if (*choice == 0)
    return TRUE;

  *choice -= 1;

  return FALSE;
}

static void
set_choice (SuiviGradeForm *self, AdwComboRow *row, gboolean kept, guint choice)
{
  adw_combo_row_set_selected (row, !self->several ? choice : kept ? 0 : choice + 1);
}

/* The light and how it came about. */
static void
update_light (SuiviGradeForm *self)
{
  const guint levels = SUIVI_GRADE_LAW | SUIVI_GRADE_POLICY | SUIVI_GRADE_PRACTICE;
  g_autoptr (SuiviGradeChange) change = suivi_grade_form_dup_typed (self);
  SuiviLight rule
    = suivi_light_from_levels (change->grade->law, change->grade->policy, change->grade->practice);
  /* Where something is left as it is, each recommendation has its own light. */
  gboolean known
    = !(change->kept & SUIVI_GRADE_LIGHT) && (change->grade->light_overridden || !(change->kept & levels));

  gtk_widget_set_visible (GTK_WIDGET (self->light), known);
  if (!known)
    {
      adw_action_row_set_subtitle (self->light_row, _ ("Each recommendation has its own"));
      return;
    }

  suivi_light_label_set (self->light, change->grade->light, TRUE);
  if (change->grade->light_overridden && !(change->kept & levels) && change->grade->light != rule)
    {
      g_autofree char *by_rule = g_strdup_printf (
        /* Translators: symbol and word of a light */
        _ ("Chosen by you; the rule says %s %s"), suivi_light_to_symbol (rule),
        suivi_light_words_to_label (suivi_light_words_get (GTK_WIDGET (self)), rule));

      adw_action_row_set_subtitle (self->light_row, by_rule);
    }
  else if (change->grade->light_overridden && (change->kept & levels))
    {
      adw_action_row_set_subtitle (self->light_row, _ ("Chosen by you"));
    }
  else
    {
      adw_action_row_set_subtitle (self->light_row, _ ("Follows from law, policy and practice"));
    }
}

static void
changed_cb (SuiviGradeForm *self)
{
  if (self->filling)
    return;

  update_light (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
finished_cb (SuiviGradeForm *self)
{
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static gboolean
enter_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  finished_cb (SUIVI_GRADE_FORM (gtk_widget_get_ancestor (widget, SUIVI_TYPE_GRADE_FORM)));

  return GDK_EVENT_STOP;
}

/* A level that was chosen by its key is done with: on to the next question. */
static void
key_chosen_cb (SuiviGradeForm *self, SuiviLevelRow *row)
{
  if (row == self->law)
    gtk_widget_grab_focus (GTK_WIDGET (self->policy));
  else if (row == self->policy)
    gtk_widget_grab_focus (GTK_WIDGET (self->practice));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
choose_organisation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGradeForm *self = SUIVI_GRADE_FORM (widget);

  gtk_editable_set_text (self->organisation, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->organisation));
}

static gboolean
suivi_grade_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SUIVI_GRADE_FORM (widget)->law));
}

static void
suivi_grade_form_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_grade_form_parent_class)->dispose (object);
}

static void
suivi_grade_form_class_init (SuiviGradeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_grade_form_dispose;
  widget_class->grab_focus = suivi_grade_form_grab_focus;

  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", SUIVI_TYPE_GRADE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", SUIVI_TYPE_GRADE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUIVI_TYPE_LEVEL_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/grade-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, law);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, policy);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, practice);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, keys);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, light_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, light);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, override);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, reason_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, reason_buffer);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, source);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, confidence);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, date);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, organisation);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeForm, organisations);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_chosen_cb);

  gtk_widget_class_install_action (widget_class, "grade-form.choose-organisation", "s",
                                   choose_organisation_action);
}

/* Before the button that has the keyboard sees it: to that, Enter is one more click. */
static void
add_enter (SuiviLevelRow *row)
{
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0),
                                                            gtk_callback_action_new (enter_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (row), controller);
}

static GtkStringList *
list_lights (SuiviGradeForm *self)
{
  GHashTable *words = suivi_light_words_get (GTK_WIDGET (self));
  GtkStringList *lights = gtk_string_list_new (NULL);

  if (self->several)
    gtk_string_list_append (lights, _ ("Leave as it is"));
  gtk_string_list_append (lights, _ ("As the rule says"));
  for (gsize i = 0; i < G_N_ELEMENTS (suivi_lights_in_order); i++)
    gtk_string_list_take (lights, suivi_light_words_dup_text (words, suivi_lights_in_order[i]));

  return lights;
}

static void
fill_choices (SuiviGradeForm *self)
{
  g_autoptr (GtkStringList) lights = list_lights (self);
  g_autoptr (GtkStringList) confidences = gtk_string_list_new (NULL);

  if (self->several)
    gtk_string_list_append (confidences, _ ("Leave as it is"));
  for (guint i = 0; i < SUIVI_N_CONFIDENCES; i++)
    gtk_string_list_append (confidences, suivi_confidence_to_label (i));

  self->filling = TRUE;
  adw_combo_row_set_model (self->override, G_LIST_MODEL (lights));
  adw_combo_row_set_model (self->confidence, G_LIST_MODEL (confidences));
  self->filling = FALSE;
}

/* What is chosen stays chosen, under its new name. */
static void
say (GtkWidget *widget)
{
  SuiviGradeForm *self = SUIVI_GRADE_FORM (widget);
  const guint chosen = adw_combo_row_get_selected (self->override);
  g_autoptr (GtkStringList) lights = list_lights (self);

  self->filling = TRUE;
  adw_combo_row_set_model (self->override, G_LIST_MODEL (lights));
  adw_combo_row_set_selected (self->override, chosen);
  self->filling = FALSE;
  update_light (self);
}

static void
suivi_grade_form_init (SuiviGradeForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  fill_choices (self);
  suivi_drop_down_name (GTK_WIDGET (self->override), _ ("Choose another light"));
  suivi_drop_down_name (GTK_WIDGET (self->confidence), _ ("How sure are you?"));
  add_enter (self->law);
  add_enter (self->policy);
  add_enter (self->practice);
  suivi_wheel_pass_on (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->reason), GTK_TYPE_SCROLLED_WINDOW)));
  update_light (self);
  suivi_light_words_follow (GTK_WIDGET (self), say);
}

/**
 * suivi_grade_form_set_several:
 *
 * Lets everything be left as it is: several recommendations are graded together, and each has a grade of its own.
 */
void
suivi_grade_form_set_several (SuiviGradeForm *self)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_form_dup_typed (self);

  self->several = TRUE;
  suivi_level_row_set_several (self->law, TRUE);
  suivi_level_row_set_several (self->policy, TRUE);
  suivi_level_row_set_several (self->practice, TRUE);
  fill_choices (self);
  gtk_label_set_label (self->keys, _ ("The keys 1 to 5 choose, and go on to the next row."));
  gtk_label_set_label (self->reason_title, _ ("Reason (if empty: as it is)"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->source), _ ("Source (if empty: as it is)"));
  change->kept = SUIVI_GRADE_ALL_PARTS;
  suivi_grade_form_set_change (self, change);
}

/**
 * suivi_grade_form_show_date:
 * @shown: whether the day of the grade can be seen and changed
 */
void
suivi_grade_form_show_date (SuiviGradeForm *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->date), shown);
}

/**
 * suivi_grade_form_show_name:
 * @shown: whether the name of who grades can be seen and changed
 */
void
suivi_grade_form_show_name (SuiviGradeForm *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->name), shown);
}

/**
 * suivi_grade_form_show_organisation:
 * @shown: whether the organisation that grades can be seen and changed
 */
void
suivi_grade_form_show_organisation (SuiviGradeForm *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->organisation), shown);
}

/**
 * suivi_grade_form_set_organisations:
 * @names: names to choose the organisation from; any other one can be typed
 */
void
suivi_grade_form_set_organisations (SuiviGradeForm *self, const char *const *names)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      /* In a menu, "_" would underline a letter. */
      g_autoptr (GString) label = g_string_new (names[i]);
      g_autoptr (GMenuItem) item = NULL;

      g_string_replace (label, "_", "__", 0);
      item = g_menu_item_new (label->str, NULL);
      g_menu_item_set_action_and_target (item, "grade-form.choose-organisation", "s", names[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->organisations, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->organisations), names[0] != NULL);
}

/**
 * suivi_grade_form_set_editable:
 * @editable: whether anything can be changed; what is there can be read and copied all the same
 */
void
suivi_grade_form_set_editable (SuiviGradeForm *self, gboolean editable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->law), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->policy), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->practice), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->keys), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->override), editable);
  gtk_text_view_set_editable (self->reason, editable);
  gtk_editable_set_editable (self->source, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confidence), editable);
  gtk_editable_set_editable (self->date, editable);
  gtk_editable_set_editable (self->name, editable);
  gtk_editable_set_editable (self->organisation, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->organisations), editable);
}

static void
set_level (SuiviLevelRow *row, SuiviLevel level, gboolean kept)
{
  if (kept)
    suivi_level_row_keep (row);
  else
    suivi_level_row_set_level (row, level);
}

/* A text that is the same is not set again: that would move the cursor. */
static void
set_entry (GtkEditable *entry, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

/**
 * suivi_grade_form_set_change:
 * @change: what the form shows from now on; "changed" is not emitted
 */
void
suivi_grade_form_set_change (SuiviGradeForm *self, const SuiviGradeChange *change)
{
  const SuiviAssessment *grade = change->grade;
  const guint kept = self->several ? change->kept : 0;
  g_autofree char *reason = dup_reason (self);
  const char *new_reason = grade->reason != NULL && !(kept & SUIVI_GRADE_REASON) ? grade->reason : "";
  guint light = 0;

  for (guint i = 0; grade->light_overridden && i < G_N_ELEMENTS (suivi_lights_in_order); i++)
    {
      if (suivi_lights_in_order[i] == grade->light)
        light = i + 1;
    }

  self->filling = TRUE;
  set_level (self->law, grade->law, kept & SUIVI_GRADE_LAW);
  set_level (self->policy, grade->policy, kept & SUIVI_GRADE_POLICY);
  set_level (self->practice, grade->practice, kept & SUIVI_GRADE_PRACTICE);
  set_choice (self, self->override, kept & SUIVI_GRADE_LIGHT, light);
  if (!g_str_equal (reason, new_reason))
    gtk_text_buffer_set_text (self->reason_buffer, new_reason, -1);
  set_entry (self->source, kept & SUIVI_GRADE_SOURCE ? "" : grade->source);
  set_choice (self, self->confidence, kept & SUIVI_GRADE_CONFIDENCE, grade->confidence);
  set_entry (self->date, grade->date);
  set_entry (self->name, grade->name);
  set_entry (self->organisation, grade->organisation);
  self->filling = FALSE;

  update_light (self);
}

/**
 * suivi_grade_form_dup_typed:
 *
 * Returns: (transfer full): the form as it is, with every space that was typed
 */
SuiviGradeChange *
suivi_grade_form_dup_typed (SuiviGradeForm *self)
{
  SuiviGradeChange *change = suivi_grade_change_new ();
  SuiviAssessment *grade = change->grade;
  guint choice = 0;

  if (read_choice (self, self->override, &choice))
    change->kept |= SUIVI_GRADE_LIGHT;
  else if (choice > 0 && choice <= G_N_ELEMENTS (suivi_lights_in_order))
    suivi_assessment_override_light (grade, suivi_lights_in_order[choice - 1]);
  change->kept |= suivi_level_row_is_kept (self->law) ? SUIVI_GRADE_LAW : 0;
  change->kept |= suivi_level_row_is_kept (self->policy) ? SUIVI_GRADE_POLICY : 0;
  change->kept |= suivi_level_row_is_kept (self->practice) ? SUIVI_GRADE_PRACTICE : 0;
  suivi_assessment_set_levels (grade, suivi_level_row_get_level (self->law),
                               suivi_level_row_get_level (self->policy),
                               suivi_level_row_get_level (self->practice));
  set_text (&grade->reason, dup_reason (self));
  set_text (&grade->source, g_strdup (gtk_editable_get_text (self->source)));
  /* A grade needs both, so that empty can mean nothing else. */
  if (self->several && suivi_text_is_blank (grade->reason))
    change->kept |= SUIVI_GRADE_REASON;
  if (self->several && suivi_text_is_blank (grade->source))
    change->kept |= SUIVI_GRADE_SOURCE;
  if (read_choice (self, self->confidence, &choice))
    change->kept |= SUIVI_GRADE_CONFIDENCE;
  else if (choice < SUIVI_N_CONFIDENCES)
    grade->confidence = choice;
  set_text (&grade->date, g_strdup (gtk_editable_get_text (self->date)));
  set_text (&grade->name, g_strdup (gtk_editable_get_text (self->name)));
  set_text (&grade->organisation, g_strdup (gtk_editable_get_text (self->organisation)));

  return change;
}

/**
 * suivi_grade_form_dup_change:
 *
 * Returns: (transfer full): the form as it would be saved, without spaces at the ends
 */
SuiviGradeChange *
suivi_grade_form_dup_change (SuiviGradeForm *self)
{
  SuiviGradeChange *change = suivi_grade_form_dup_typed (self);

  g_strstrip (change->grade->reason);
  g_strstrip (change->grade->source);
  g_strstrip (change->grade->date);
  g_strstrip (change->grade->name);
  g_strstrip (change->grade->organisation);

  return change;
}

/**
 * suivi_grade_form_go_to_missing:
 * @error: a %SUIVI_ASSESSMENT_ERROR
 *
 * Puts the keyboard where something has to be typed before the grade can be saved.
 */
void
suivi_grade_form_go_to_missing (SuiviGradeForm *self, const GError *error)
{
  if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_REASON))
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_SOURCE))
    gtk_widget_grab_focus (GTK_WIDGET (self->source));
  else if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_BAD_DATE))
    gtk_widget_grab_focus (GTK_WIDGET (self->date));
  else if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_ORGANISATION))
    gtk_widget_grab_focus (GTK_WIDGET (self->organisation));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/**
 * suivi_grade_form_mark_date:
 * @bad: whether the date is none
 */
void
suivi_grade_form_mark_date (SuiviGradeForm *self, gboolean bad)
{
  if (bad)
    gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
}

/**
 * suivi_grade_form_press_digit:
 * @digit: a digit that was pressed where no judgement is, 0 to 9
 *
 * Judges the law by its key, as if the keyboard were there already.
 *
 * Returns: whether it was one
 */
gboolean
suivi_grade_form_press_digit (SuiviGradeForm *self, guint digit)
{
  return suivi_level_row_press_digit (self->law, digit);
}
