/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/close-step.h"
#include "exchange/consultation-documents.h"

struct _SuiviCloseStep
{
  SuiviConsultationStep parent_instance;

  AdwPreferencesGroup *missing;
  GtkWidget *close;
  AdwPreferencesGroup *overrides;
  AdwPreferencesGroup *sent_out;

  GPtrArray *rows; /* (element-type GtkWidget) (unowned): all rows of the three groups */
};

G_DEFINE_FINAL_TYPE (SuiviCloseStep, suivi_close_step, SUIVI_TYPE_CONSULTATION_STEP)

/* Rows */

static GtkWidget *
add_row (SuiviCloseStep *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
clear_rows (SuiviCloseStep *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* What is missing */

/* The step of the page on which that can be seen to, by its name in the action "consultation.show-step" */
static const char *
find_step (const GError *error)
{
  switch ((SuiviGateError) error->code)
    {
    case SUIVI_GATE_ERROR_CHECKLIST:
      return "safeguards";
    case SUIVI_GATE_ERROR_FEEDBACK:
      return "feedback";
    case SUIVI_GATE_ERROR_LEFT_OUT:
      return "statements";
    case SUIVI_GATE_ERROR_CONSENT:
    case SUIVI_GATE_ERROR_WITHDRAWN:
    case SUIVI_GATE_ERROR_UNCHECKED:
    case SUIVI_GATE_ERROR_OVERDUE:
      return "consent";
    case SUIVI_GATE_ERROR_ORDER:
    default:
      return "plan";
    }
}

/* The first must item that is missing; as long as it can be, one that belongs before the day */
static char *
find_target (SuiviCloseStep *self, const GError *error)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));
  const char *step = find_step (error);

  if (error->code != SUIVI_GATE_ERROR_CHECKLIST || record == NULL)
    return g_strdup (step);
  for (guint after = 0; after < 2; after++)
    {
      g_auto (GStrv) missing = suivi_standing_missing (record->standing, after == 1);

      if (missing[0] != NULL)
        return g_strdup_printf ("%s:%s", step, missing[0]);
    }

  return g_strdup (step);
}

static void
add_missing (SuiviCloseStep *self, const GError *error)
{
  g_autofree char *target = find_target (self, error);
  GtkWidget *row = add_row (self, self->missing, error->message, "");
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show where"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show where"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error->message, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "consultation.show-step");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

/* Adds what the gate says, unless the one before said the same. */
static void
ask_gate (SuiviCloseStep *self,
          const SuiviConsultationFacts *facts,
          SuiviConsultationStatus status,
          GHashTable *said)
{
  g_autoptr (GError) error = NULL;

  if (suivi_consultation_gate_status (facts, status, &error)
      || !g_hash_table_add (said, g_strdup (error->message)))
    return;

  add_missing (self, error);
}

/* Feedback of which nothing is missing: to hear what the gate asks for besides. */
static GPtrArray *
make_feedbacks (const SuiviConsultation *consultation)
{
  GPtrArray *feedbacks = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_feedback_free);
  SuiviFeedback *feedback = suivi_feedback_new (consultation->id);

  g_free (feedback->given_on);
  feedback->given_on = g_strdup ("2000-01-01");
  g_free (feedback->audience);
  feedback->audience = g_strdup ("-");
  g_free (feedback->form);
  feedback->form = g_strdup ("-");
  g_free (feedback->what);
  feedback->what = g_strdup ("-");
  feedback->full = feedback->friendly = feedback->fast = feedback->followed_up = 1;
  g_ptr_array_add (feedbacks, feedback);

  return feedbacks;
}

/* The gate of a step names what is missing first; here everything is to be seen that leads to closing. So each gate that
 * is still ahead is asked, and the last one again as if feedback, and then the statements, were settled. */
static guint
list_missing (SuiviCloseStep *self, SuiviConsultationRecord *record)
{
  g_autoptr (SuiviConsultation) consultation = suivi_consultation_copy (record->consultation);
  g_autoptr (GPtrArray) feedbacks = make_feedbacks (consultation);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SuiviConsultationFacts facts = { NULL };

  suivi_consultation_record_get_facts (record, &facts);
  facts.consultation = consultation;
  for (SuiviConsultationStatus next = record->consultation->status + 1; next <= SUIVI_CONSULTATION_CLOSED;
       next++)
    {
      consultation->status = next - 1;
      ask_gate (self, &facts, next, said);
    }
  facts.feedbacks = feedbacks;
  ask_gate (self, &facts, SUIVI_CONSULTATION_CLOSED, said);
  facts.n_unexplained = 0;
  ask_gate (self, &facts, SUIVI_CONSULTATION_CLOSED, said);

  return g_hash_table_size (said);
}

static void
show_missing (SuiviCloseStep *self, SuiviConsultationRecord *record)
{
  SuiviConsultationStatus status = record->consultation->status;
  gboolean writable = suivi_consultation_step_is_writable (SUIVI_CONSULTATION_STEP (self));
  guint n = 0;

  if (status == SUIVI_CONSULTATION_CLOSED)
    {
      adw_preferences_group_set_description (self->missing, _ ("This consultation is closed."));
      gtk_widget_set_visible (self->close, FALSE);
      return;
    }

  n = list_missing (self, record);
  if (n > 0)
    adw_preferences_group_set_description (self->missing, _ ("Still missing before it can be closed:"));
  else if (status < SUIVI_CONSULTATION_HELD)
    adw_preferences_group_set_description (self->missing, _ ("It can be closed once it was held."));
  else
    adw_preferences_group_set_description (self->missing,
                                           _ ("Nothing is missing: the consultation can be closed."));
  gtk_widget_set_visible (self->close, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "close-step.close",
                                 writable && n == 0 && status >= SUIVI_CONSULTATION_HELD);
}

/* Closing */

static gboolean
put_closed (SuiviStore *store, SuiviTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SuiviConsultationRecord) record = suivi_store_load_consultation (store, data, &failure);

  if (record == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                             _ ("This consultation is no longer in the workspace."));
      return FALSE;
    }

  /* One step at a time: each has its gate. */
  while (record->consultation->status < SUIVI_CONSULTATION_CLOSED)
    {
      record->consultation->status++;
      if (!suivi_transaction_put_consultation (transaction, record->consultation, error))
        return FALSE;
    }

  return TRUE;
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (widget));

  if (record != NULL)
    suivi_consultation_step_make (SUIVI_CONSULTATION_STEP (widget), _ ("Close a consultation"), put_closed,
                                  g_strdup (record->consultation->id), g_free, _ ("Consultation closed"));
}

/* What is kept */

/* The texts of the items, each on a line */
static char *
list_items (SuiviConsultationRecord *record, char **ids)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; record->standing != NULL && i < record->standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (record->standing->items, SuiviStandingItem, i);

      if (g_strv_contains ((const char *const *) ids, item->id))
        g_string_append_printf (lines, "\n• %s", item->text);
    }

  return g_string_free (lines, FALSE);
}

static void
show_overrides (SuiviCloseStep *self, SuiviConsultationRecord *record)
{
  for (guint i = 0; i < record->overrides->len; i++)
    {
      const SuiviOverride *override = g_ptr_array_index (record->overrides, i);
      g_autofree char *items = list_items (record, override->items);
      g_autofree char *subtitle
        = g_strdup_printf ("%s · %s%s", override->focal_point, override->decided_on, items);

      add_row (self, self->overrides, override->reason, subtitle);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->overrides), record->overrides->len > 0);
}

static const char *
kind_to_label (const char *kind)
{
  for (guint i = 0; i < SUIVI_N_CONSULTATION_DOCUMENTS; i++)
    if (g_strcmp0 (suivi_consultation_document_get_kind (i), kind) == 0)
      return suivi_consultation_document_to_label (i);

  return kind;
}

static void
show_sent_out (SuiviCloseStep *self, SuiviConsultationRecord *record)
{
  for (guint i = 0; i < record->sent_out->len; i++)
    {
      const SuiviSentOut *sent_out = g_ptr_array_index (record->sent_out, i);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", kind_to_label (sent_out->kind),
                                                   sent_out->made_on, sent_out->made_by);

      add_row (self, self->sent_out, sent_out->file_name, subtitle);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sent_out), record->sent_out->len > 0);
}

/* The step */

static void
suivi_close_step_show (SuiviConsultationStep *step)
{
  SuiviCloseStep *self = SUIVI_CLOSE_STEP (step);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);

  clear_rows (self);
  if (record == NULL)
    return;

  show_missing (self, record);
  show_overrides (self, record);
  show_sent_out (self, record);
}

static void
suivi_close_step_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_CLOSE_STEP (object)->rows);

  G_OBJECT_CLASS (suivi_close_step_parent_class)->finalize (object);
}

static void
suivi_close_step_class_init (SuiviCloseStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_close_step_finalize;
  SUIVI_CONSULTATION_STEP_CLASS (klass)->show = suivi_close_step_show;

  gtk_widget_class_install_action (widget_class, "close-step.close", NULL, close_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/close-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviCloseStep, missing);
  gtk_widget_class_bind_template_child (widget_class, SuiviCloseStep, close);
  gtk_widget_class_bind_template_child (widget_class, SuiviCloseStep, overrides);
  gtk_widget_class_bind_template_child (widget_class, SuiviCloseStep, sent_out);
}

static void
suivi_close_step_init (SuiviCloseStep *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
