/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/import-row.h"

#include <glib/gi18n-lib.h>

#include "app/import/change-view.h"
#include "app/light-words.h"
#include "app/review/wrap-layout.h"
#include "core/reference/states.h"

/* As many characters as three lines can show, with a margin: laying out a huge text would stop the window. */
#define MAX_CHARS 1000

/* One row of an import plan: take it or leave it, split it or not, what would change, and whether it is the
 * same. */
struct _SuiviImportRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkCheckButton *include;
  GtkLabel *number;
  GtkLabel *position;
  GtkLabel *existing;
  GtkLabel *review;
  GtkLabel *text;
  GtkLabel *states;
  GtkBox *changes;
  GtkLabel *counting;
  GtkWidget *decisions;
  GtkToggleButton *same_button;
  GtkToggleButton *new_button;
  GtkToggleButton *open_button;
  GtkCheckButton *split;
  GtkLabel *parts;

  SuiviPlanRow *row;
  GSignalGroup *watcher; /* of @row: all rows of a list can be decided at once */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SuiviImportRow, suivi_import_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkToggleButton *
get_button (SuiviImportRow *self, SuiviPlanDecision decision)
{
  switch (decision)
    {
    case SUIVI_DECISION_SAME:
      return self->same_button;
    case SUIVI_DECISION_NEW:
      return self->new_button;
    case SUIVI_DECISION_OPEN:
    default:
      return self->open_button;
    }
}

static char *
describe_counting (SuiviImportRow *self, const SuiviAssessment *counting)
{
  g_autofree char *light
    = suivi_light_words_dup_text (suivi_light_words_get (GTK_WIDGET (self)), counting->light);

  if (counting->agreed)
    /* Translators: below a grade of a file that is to be imported, though it does not come to count; %s is a light with its
     * sign: "● Implemented" */
    return g_strdup_printf (_ ("An agreed grade counts: %s"), light);
  if (counting->organisation[0] != '\0')
    /* Translators: below a grade of a file that is to be imported, though it does not come to count; the first %s is an
     * organisation, the other one a light with its sign: "● Implemented" */
    return g_strdup_printf (_ ("A later grade of %s counts: %s"), counting->organisation, light);

  /* Translators: below a grade of a file that is to be imported, though it does not come to count; %s is a light with its
   * sign: "● Implemented" */
  return g_strdup_printf (_ ("A later grade counts: %s"), light);
}

/* A grade that is written need not be the one that counts. */
static void
say_counting (GtkWidget *widget)
{
  SuiviImportRow *self = SUIVI_IMPORT_ROW (widget);
  const SuiviAssessment *counting = NULL;
  g_autofree char *text = NULL;

  /* As a new recommendation, it has no other grade. */
  if (self->row != NULL && suivi_plan_row_get_decision (self->row) != SUIVI_DECISION_NEW)
    counting = suivi_plan_row_get_outweighing (self->row);
  if (counting != NULL)
    text = describe_counting (self, counting);
  gtk_label_set_label (self->counting, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->counting), text != NULL);
}

static void
show_decisions (SuiviImportRow *self)
{
  gboolean included = suivi_plan_row_get_included (self->row);

  self->setting = TRUE;
  gtk_check_button_set_active (self->include, included);
  gtk_check_button_set_active (self->split, suivi_plan_row_get_split (self->row));
  gtk_toggle_button_set_active (get_button (self, suivi_plan_row_get_decision (self->row)), TRUE);
  self->setting = FALSE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->split), included);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), suivi_plan_row_get_split (self->row));
  say_counting (GTK_WIDGET (self));
  if (included)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
}

static void
include_toggled_cb (GtkCheckButton *button, SuiviImportRow *self)
{
  if (self->setting || self->row == NULL)
    return;

  suivi_plan_row_set_included (self->row, gtk_check_button_get_active (button));
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static void
split_toggled_cb (GtkCheckButton *button, SuiviImportRow *self)
{
  if (self->setting || self->row == NULL)
    return;

  suivi_plan_row_set_split (self->row, gtk_check_button_get_active (button));
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static void
decision_toggled_cb (GtkToggleButton *button, SuiviImportRow *self)
{
  if (self->setting || self->row == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (int i = 0; i <= SUIVI_DECISION_NEW; i++)
    {
      if (get_button (self, (SuiviPlanDecision) i) == button)
        suivi_plan_row_set_decision (self->row, (SuiviPlanDecision) i);
    }
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

/* The views stay: rows are filled anew each time the list is scrolled. */
static void
set_change (SuiviImportRow *self,
            guint index,
            const char *field,
            const char *before,
            const char *after,
            gboolean conflict)
{
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->changes));

  for (guint i = 0; i < index && view != NULL; i++)
    view = gtk_widget_get_next_sibling (view);
  if (view == NULL)
    {
      view = suivi_change_view_new ();
      gtk_box_append (self->changes, view);
    }
  suivi_change_view_set (SUIVI_CHANGE_VIEW (view), field, before, after, conflict);
  gtk_widget_show (view);
}

static gboolean
show_changes (SuiviImportRow *self)
{
  const char *text_label = suivi_plan_field_to_label (SUIVI_PLAN_FIELD_TEXT);
  GPtrArray *changes = suivi_plan_row_get_changes (self->row);
  SuiviRecommendation *existing = suivi_plan_row_get_existing (self->row);
  gboolean has_text = FALSE;
  guint n_views = 0;
  GtkWidget *view = NULL;

  /* Whether it is the same, the texts tell first of all. */
  if (suivi_plan_row_get_status (self->row) == SUIVI_PLAN_NEAR && existing != NULL)
    {
      set_change (self, n_views++, text_label, existing->text,
                  suivi_plan_row_get_recommendation (self->row)->text, FALSE);
      has_text = TRUE;
    }
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const SuiviFieldChange *change = g_ptr_array_index (changes, i);
      g_autofree char *label = suivi_field_change_to_label (change);
      gboolean is_text = g_strcmp0 (change->field, text_label) == 0;

      if (is_text && has_text)
        continue;
      has_text |= is_text;
      set_change (self, n_views++, label, change->old_value, change->new_value, change->conflict);
    }

  view = gtk_widget_get_first_child (GTK_WIDGET (self->changes));
  for (guint i = 0; view != NULL; view = gtk_widget_get_next_sibling (view), i++)
    {
      if (i >= n_views)
        gtk_widget_hide (view);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->changes), n_views > 0);
  return has_text;
}

static char *
make_parts_text (SuiviPlanRow *row)
{
  GPtrArray *parts = suivi_plan_row_get_parts (row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      SuiviImportPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", part->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of which review, where the file has several; of an output, who said it to whom. */
static char *
make_review_text (SuiviPlanRow *row)
{
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);
  const char *state = suivi_plan_row_get_state (row);
  guint session = suivi_plan_row_get_session (row);

  if (suivi_recommendation_is_output (recommendation))
    {
      g_autoptr (GString) text = g_string_new (recommendation->mechanism);

      if (recommendation->symbol != NULL)
        g_string_append_printf (text, " · %s", recommendation->symbol);
      for (guint i = 0; recommendation->concerned[i] != NULL; i++)
        g_string_append_printf (text, " · %s", suivi_state_get_name (recommendation->concerned[i]));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  if (state == NULL)
    return NULL;
  if (session == 0)
    return g_strdup (suivi_state_get_name (state));
  /* Translators: %s is a State, %u a session */
  return g_strdup_printf (_ ("%s, session %u"), suivi_state_get_name (state), session);
}

/* Beside which one of the workspace it is held. */
static void
show_existing (SuiviImportRow *self)
{
  SuiviRecommendation *existing = suivi_plan_row_get_existing (self->row);
  g_autofree char *text = NULL;

  if (suivi_plan_row_get_status (self->row) == SUIVI_PLAN_NEAR && existing != NULL
      && existing->number[0] != '\0')
    /* Translators: %s is the number of a recommendation */
    text = g_strdup_printf (_ ("In the workspace: %s"), existing->number);
  gtk_label_set_label (self->existing, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->existing), text != NULL);
}

static void
set_beginning (GtkLabel *label, const char *text)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) > MAX_CHARS)
    beginning = g_utf8_substring (text, 0, MAX_CHARS);
  gtk_label_set_label (label, beginning != NULL ? beginning : text);
}

static void
suivi_import_row_dispose (GObject *object)
{
  SuiviImportRow *self = SUIVI_IMPORT_ROW (object);

  g_clear_object (&self->watcher);
  g_clear_object (&self->row);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_import_row_parent_class)->dispose (object);
}

static void
suivi_import_row_class_init (SuiviImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_import_row_dispose;

  /**
   * SuiviImportRow::decided:
   *
   * The user took the row or left it out, wants it split or not, or said whether it is the same.
   */
  signals[SIGNAL_DECIDED]
    = g_signal_new ("decided", SUIVI_TYPE_IMPORT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, include);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, position);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, existing);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, review);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, states);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, changes);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, counting);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, decisions);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, same_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, new_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, split);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, parts);
  gtk_widget_class_bind_template_callback (widget_class, include_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_import_row_init (SuiviImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->watcher = g_signal_group_new (SUIVI_TYPE_PLAN_ROW);
  g_signal_group_connect_swapped (self->watcher, "notify", G_CALLBACK (show_decisions), self);
}

/**
 * suivi_import_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_import_row_new (void)
{
  return g_object_new (SUIVI_TYPE_IMPORT_ROW, NULL);
}

/**
 * suivi_import_row_set:
 * @row: (nullable): what to show; %NULL lets go of the row before
 * @show_review: whether it has to say which review it is of
 */
void
suivi_import_row_set (SuiviImportRow *self, SuiviPlanRow *row, gboolean show_review)
{
  SuiviRecommendation *recommendation = NULL;
  GPtrArray *parts = NULL;
  SuiviPlanStatus status = SUIVI_PLAN_NEW;
  gboolean text_shown = FALSE;
  g_autofree char *states = NULL;
  g_autofree char *review = NULL;
  g_autofree char *accessible = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_ROW (self));

  g_set_object (&self->row, row);
  g_signal_group_set_target (self->watcher, row);
  if (row == NULL)
    return;

  recommendation = suivi_plan_row_get_recommendation (row);
  parts = suivi_plan_row_get_parts (row);
  status = suivi_plan_row_get_status (row);
  states = suivi_recommendation_states_to_text (recommendation);
  review = make_review_text (row);

  gtk_label_set_label (self->number, recommendation->number);
  gtk_widget_set_visible (GTK_WIDGET (self->number), recommendation->number[0] != '\0');
  gtk_label_set_label (self->position, suivi_position_to_label (recommendation->position));
  gtk_widget_set_visible (GTK_WIDGET (self->position), recommendation->position != SUIVI_POSITION_NONE);
  gtk_label_set_label (self->review, review != NULL ? review : "");
  gtk_widget_set_visible (GTK_WIDGET (self->review), review != NULL && show_review);
  gtk_label_set_label (self->states, states);
  gtk_widget_set_visible (GTK_WIDGET (self->states), states[0] != '\0');

  show_existing (self);
  text_shown = show_changes (self);
  set_beginning (self->text, recommendation->text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), !text_shown);

  /* What stays the same needs no decision, and what is nearly the same another one. */
  gtk_widget_set_visible (GTK_WIDGET (self->include),
                          status == SUIVI_PLAN_NEW || status == SUIVI_PLAN_CHANGED);
  /* Translators: %s is the number of a recommendation, or its text */
  accessible = g_strdup_printf (_ ("Import %s"), recommendation->number[0] != '\0' ? recommendation->number
                                                                                   : recommendation->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->include), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  gtk_widget_set_visible (self->decisions, status == SUIVI_PLAN_NEAR);

  gtk_widget_set_visible (GTK_WIDGET (self->split), parts != NULL && parts->len > 1);
  if (parts != NULL && parts->len > 1)
    {
      g_autofree char *label
        = g_strdup_printf (ngettext ("Asks for several things: split into %u part",
                                     "Asks for several things: split into %u parts", parts->len),
                           parts->len);
      g_autofree char *text = make_parts_text (row);

      gtk_check_button_set_label (self->split, label);
      gtk_label_set_label (self->parts, text);
    }
  show_decisions (self);
  suivi_light_words_follow (GTK_WIDGET (self), say_counting);
}
