/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/statements-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/consultation/statement-dialog.h"
#include "app/consultation/statement-entry.h"
#include "app/consultation/statement-jobs.h"
#include "app/consultation/statement-row.h"
#include "app/consultation/use-dialog.h"
#include "app/review/wrap-layout.h"
#include "core/text/text.h"

/* So many rows are built at a time. */
#define N_ROWS 30

struct _SuiviStatementsStep
{
  SuiviConsultationStep parent_instance;

  GtkWidget *reason;
  GtkLabel *reason_label;
  GtkWidget *entry_group;
  SuiviStatementEntry *entry;
  AdwPreferencesGroup *list_group;
  GtkEditable *filter;
  GtkListBox *list;
  GtkWidget *nothing;
  GtkWidget *more;

  char *consultation_id;     /* (owned) (nullable): of the list */
  SuiviStatementList *said;  /* (owned) (nullable) */
  GPtrArray *participants;   /* (owned) (nullable) (element-type SuiviParticipant): those that are settled */
  GHashTable *folded;        /* key of a statement → what it is found by, char */
  GPtrArray *rows;           /* (element-type SuiviStatementRow): from top to bottom */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  guint n_rows;              /* how many may be built */
  gboolean open;             /* whether statements may be written and changed at all */
};

G_DEFINE_FINAL_TYPE (SuiviStatementsStep, suivi_statements_step, SUIVI_TYPE_CONSULTATION_STEP)

#define STEP(self) SUIVI_CONSULTATION_STEP (self)

/* Whether something may be written down */

static GPtrArray *
list_settled (SuiviConsultationRecord *record, const char *today)
{
  GPtrArray *settled = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_participant_free);

  for (guint i = 0; i < record->participants->len; i++)
    {
      const SuiviParticipant *participant = g_ptr_array_index (record->participants, i);

      if (suivi_participant_gate_settled (participant, today, NULL))
        g_ptr_array_add (settled, suivi_participant_copy (participant));
    }

  return settled;
}

/* Asks the gate about a statement of that participant as if there was one. */
static gboolean
ask_gate (SuiviConsultationRecord *record,
          const SuiviParticipant *participant,
          const char *today,
          GError **error)
{
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (record->consultation->id, participant != NULL ? participant->id : NULL,
                                    "…");

  return suivi_statement_gate_record (statement, record->consultation, participant, today, error);
}

/* Whether the consultation itself allows statements is the first thing that the gate asks. */
static gboolean
is_open (SuiviConsultationRecord *record, const char *today)
{
  g_autoptr (GError) error = NULL;

  return ask_gate (record, NULL, today, &error)
         || !g_error_matches (error, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER);
}

/* Returns: (nullable): why nothing can be written down, %NULL if it can */
static char *
say_reason (SuiviStatementsStep *self, SuiviConsultationRecord *record, const char *today)
{
  g_autoptr (GError) error = NULL;

  if (self->participants->len > 0 || !self->open)
    {
      const SuiviParticipant *any
        = self->participants->len > 0 ? g_ptr_array_index (self->participants, 0) : NULL;

      return ask_gate (record, any, today, &error) ? NULL : g_strdup (error->message);
    }
  if (record->participants->len == 0)
    return g_strdup (
      _ ("Nobody takes part yet. Note under “Consent” who agreed, and to what: then what children "
         "say can be written down."));

  return g_strdup_printf (
    ngettext (
      "The consent of %u child is not settled yet. See to it under “Consent”: then what children say can "
      "be written down.",
      "The consent of %u children is not settled yet. See to it under “Consent”: then what children say "
      "can be written down.",
      record->participants->len),
    record->participants->len);
}

static void
show_reason (SuiviStatementsStep *self, const char *reason)
{
  gtk_label_set_label (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
}

/* The list */

static char *
fold (const SuiviAllowedStatement *statement)
{
  const SuiviStatement *said = statement->statement;
  g_autofree char *themes = g_strjoinv (" ", said->themes);
  g_autofree char *all
    = g_strjoin (" ", said->words, themes, said->setting,
                 statement->participant != NULL ? statement->participant->code : "", said->left_out, NULL);

  return suivi_text_fold (all);
}

static void
fold_all (SuiviStatementsStep *self)
{
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; self->said != NULL && i < self->said->statements->len; i++)
    {
      const SuiviAllowedStatement *statement = g_ptr_array_index (self->said->statements, i);

      g_hash_table_insert (self->folded, g_strdup (statement->statement->id), fold (statement));
    }
}

static gboolean
matches (SuiviStatementsStep *self, const SuiviAllowedStatement *statement, char **wanted)
{
  const char *folded = g_hash_table_lookup (self->folded, statement->statement->id);

  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      if (strstr (folded, wanted[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
list_matching (SuiviStatementsStep *self)
{
  g_autofree char *filter = suivi_text_fold (gtk_editable_get_text (self->filter));
  g_auto (GStrv) wanted = g_strsplit (filter, " ", 20);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; self->said != NULL && i < self->said->statements->len; i++)
    {
      SuiviAllowedStatement *statement = g_ptr_array_index (self->said->statements, i);

      if (matches (self, statement, wanted))
        g_ptr_array_add (found, statement);
    }

  return found;
}

static void left_out_cb (SuiviStatementsStep *self, const char *id, const char *why);

static GtkWidget *
create_row (SuiviStatementsStep *self)
{
  GtkWidget *row = suivi_statement_row_new ();

  g_signal_connect_object (row, "left-out", G_CALLBACK (left_out_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
remove_row (SuiviStatementsStep *self, guint position)
{
  GtkWidget *row = g_ptr_array_index (self->rows, position);

  g_ptr_array_remove_index (self->rows, position);
  gtk_list_box_remove (self->list, row);
}

/* Rows that stay are not built anew: somebody may be typing in one. */
static void
show_rows (SuiviStatementsStep *self, GPtrArray *found)
{
  guint n = MIN (found->len, self->n_rows);
  gboolean writable = self->open && suivi_consultation_step_is_writable (STEP (self));
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      const SuiviAllowedStatement *statement = g_ptr_array_index (found, i);

      g_hash_table_add (wanted, statement->statement->id);
    }
  for (guint i = self->rows->len; i > 0; i--)
    {
      if (!g_hash_table_contains (wanted, suivi_statement_row_get_id (g_ptr_array_index (self->rows, i - 1))))
        remove_row (self, i - 1);
    }

  for (guint i = 0; i < n; i++)
    {
      const SuiviAllowedStatement *statement = g_ptr_array_index (found, i);
      const char *id
        = i < self->rows->len ? suivi_statement_row_get_id (g_ptr_array_index (self->rows, i)) : NULL;

      if (g_strcmp0 (id, statement->statement->id) != 0)
        {
          GtkWidget *row = create_row (self);

          gtk_list_box_insert (self->list, row, i);
          g_ptr_array_insert (self->rows, i, row);
        }
      suivi_statement_row_set (g_ptr_array_index (self->rows, i), statement, self->said->targets,
                               self->said->today, writable);
    }
  while (self->rows->len > n)
    remove_row (self, self->rows->len - 1);
}

static void
show_count (SuiviStatementsStep *self, guint n_found)
{
  guint n = self->said != NULL ? self->said->statements->len : 0;
  guint n_unexplained = 0;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      const SuiviAllowedStatement *statement = g_ptr_array_index (self->said->statements, i);

      n_unexplained += !statement->withdrawn && statement->uses->len == 0
                       && suivi_text_is_blank (statement->statement->left_out);
    }
  if (n_found < n)
    /* Translators: how many statements are found, of how many */
    count = g_strdup_printf (_ ("%u of %u"), n_found, n);
  else
    count = g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);
  if (n_unexplained > 0)
    text = g_strdup_printf (ngettext ("%s, %u neither used nor left out for a reason",
                                      "%s, %u neither used nor left out for a reason", n_unexplained),
                            count, n_unexplained);
  adw_preferences_group_set_description (self->list_group, n > 0 ? (text != NULL ? text : count) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list_group), n > 0);
}

static void
show_list (SuiviStatementsStep *self)
{
  g_autoptr (GPtrArray) found = list_matching (self);

  show_rows (self, found);
  show_count (self, found->len);
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  gtk_widget_set_visible (self->nothing, found->len == 0);
  gtk_widget_set_visible (self->more, found->len > self->n_rows);
}

static void
show_entry (SuiviStatementsStep *self)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (STEP (self));
  const char *today = self->said->today;
  gboolean writable = suivi_consultation_step_is_writable (STEP (self));
  g_autofree char *reason = NULL;

  g_clear_pointer (&self->participants, g_ptr_array_unref);
  self->participants = list_settled (record, today);
  self->open = is_open (record, today);
  reason = say_reason (self, record, today);
  show_reason (self, reason);
  suivi_statement_entry_set (self->entry, suivi_consultation_step_get_workspace (STEP (self)),
                             record->consultation, self->participants, today);
  gtk_widget_set_sensitive (self->entry_group, writable && reason == NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviStatementsStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStatementList) said = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || suivi_consultation_step_get_record (STEP (self)) == NULL)
    return;
  if (said == NULL)
    {
      suivi_consultation_step_fail (STEP (self), error->message);
      return;
    }

  g_clear_pointer (&self->said, suivi_statement_list_free);
  self->said = g_steal_pointer (&said);
  fold_all (self);
  show_entry (self);
  show_list (self);
}

static void
forget (SuiviStatementsStep *self)
{
  g_clear_pointer (&self->consultation_id, g_free);
  g_clear_pointer (&self->said, suivi_statement_list_free);
  self->n_rows = N_ROWS;
  self->open = FALSE;
  g_hash_table_remove_all (self->folded);
  show_list (self);
  gtk_widget_set_sensitive (self->entry_group, FALSE);
}

static void
suivi_statements_step_show (SuiviConsultationStep *step)
{
  SuiviStatementsStep *self = SUIVI_STATEMENTS_STEP (step);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (record == NULL || g_strcmp0 (record->consultation->id, self->consultation_id) != 0)
    forget (self);
  if (record == NULL)
    return;

  g_free (self->consultation_id);
  self->consultation_id = g_strdup (record->consultation->id);
  self->cancellable = g_cancellable_new ();
  suivi_statement_list_load_async (suivi_consultation_step_get_workspace (step), self->consultation_id,
                                   self->cancellable, loaded_cb, g_object_ref (self));
}

static void
suivi_statements_step_flush (SuiviConsultationStep *step)
{
  SuiviStatementsStep *self = SUIVI_STATEMENTS_STEP (step);

  suivi_statement_entry_flush (self->entry);
  for (guint i = 0; i < self->rows->len; i++)
    suivi_statement_row_flush (g_ptr_array_index (self->rows, i));
}

static void
filter_changed_cb (SuiviStatementsStep *self)
{
  self->n_rows = N_ROWS;
  show_list (self);
}

static void
more_cb (SuiviStatementsStep *self)
{
  guint first = self->rows->len;

  self->n_rows += N_ROWS;
  show_list (self);
  /* The button may be gone; the first of the new rows is where one goes on. */
  if (first < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, first));
}

/* What rows ask for */

static const SuiviAllowedStatement *
find_statement (SuiviStatementsStep *self, const char *id)
{
  for (guint i = 0; self->said != NULL && i < self->said->statements->len; i++)
    {
      const SuiviAllowedStatement *statement = g_ptr_array_index (self->said->statements, i);

      if (g_str_equal (statement->statement->id, id))
        return statement;
    }

  return NULL;
}

static void
left_out_cb (SuiviStatementsStep *self, const char *id, const char *why)
{
  const SuiviAllowedStatement *found = find_statement (self, id);
  SuiviStatement *statement = NULL;

  if (found == NULL || found->withdrawn)
    return;

  statement = suivi_statement_copy (found->statement);
  g_free (statement->left_out);
  statement->left_out = g_strdup (why);
  suivi_consultation_step_make (STEP (self),
                                /* Translators: name of a step that can be undone */
                                _ ("Say why a statement was left out"), suivi_statement_put, statement,
                                (GDestroyNotify) suivi_statement_free, NULL);
}

static GtkWindow *
get_window (gpointer self)
{
  GtkRoot *root = gtk_widget_get_root (self);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
edited_cb (SuiviStatementsStep *self)
{
  suivi_consultation_step_tell (STEP (self), _ ("Statement changed"));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviStatementsStep *self = SUIVI_STATEMENTS_STEP (widget);
  const SuiviAllowedStatement *found = find_statement (self, g_variant_get_string (parameter, NULL));
  SuiviStatementDialog *dialog = NULL;

  if (found == NULL || found->withdrawn || !self->open)
    return;

  dialog = suivi_statement_dialog_new (get_window (self), suivi_consultation_step_get_workspace (STEP (self)),
                                       found->statement, self->participants, self->said->today);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
used_cb (SuiviStatementsStep *self)
{
  suivi_consultation_step_tell (STEP (self), _ ("Noted what the statement is used for"));
}

static void
use_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviStatementsStep *self = SUIVI_STATEMENTS_STEP (widget);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (STEP (self));
  SuiviUseDialog *dialog = NULL;

  if (record == NULL || !self->open)
    return;

  dialog = suivi_use_dialog_new (get_window (self), suivi_consultation_step_get_workspace (STEP (self)),
                                 record->consultation->state, g_variant_get_string (parameter, NULL));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (used_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_use_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  suivi_consultation_step_put (STEP (widget),
                               /* Translators: name of a step that can be undone */
                               _ ("Remove a use of a statement"),
                               SUIVI_PUT (suivi_transaction_delete_statement_use),
                               g_variant_dup_string (parameter, NULL), g_free, _ ("Use removed"));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  suivi_consultation_step_put (STEP (widget),
                               /* Translators: name of a step that can be undone */
                               _ ("Remove a statement"), SUIVI_PUT (suivi_transaction_delete_statement),
                               g_variant_dup_string (parameter, NULL), g_free, _ ("Statement removed"));
}

static void
suivi_statements_step_dispose (GObject *object)
{
  SuiviStatementsStep *self = SUIVI_STATEMENTS_STEP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (suivi_statements_step_parent_class)->dispose (object);
}

static void
suivi_statements_step_finalize (GObject *object)
{
  SuiviStatementsStep *self = SUIVI_STATEMENTS_STEP (object);

  g_free (self->consultation_id);
  g_clear_pointer (&self->said, suivi_statement_list_free);
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (suivi_statements_step_parent_class)->finalize (object);
}

static void
suivi_statements_step_class_init (SuiviStatementsStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviConsultationStepClass *step_class = SUIVI_CONSULTATION_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_statements_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_statements_step_finalize;
  step_class->show = suivi_statements_step_show;
  step_class->flush = suivi_statements_step_flush;

  g_type_ensure (SUIVI_TYPE_STATEMENT_ENTRY);
  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/statements-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, reason_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, entry_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, entry);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, list_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, filter);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsStep, more);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_install_action (widget_class, "statement.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "statement.use", "s", use_action);
  gtk_widget_class_install_action (widget_class, "statement.remove-use", "s", remove_use_action);
  gtk_widget_class_install_action (widget_class, "statement.remove", "s", remove_action);
}

static void
suivi_statements_step_init (SuiviStatementsStep *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_ptr_array_new ();
  self->n_rows = N_ROWS;
  gtk_widget_init_template (GTK_WIDGET (self));
}
