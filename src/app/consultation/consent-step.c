/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consent-step.h"
#include "app/consultation/participant-dialog.h"
#include "app/consultation/participant-row.h"
#include "app/consultation/participant-words.h"
#include "app/sealing/sealing.h"

/* How long what belongs to a code is kept if nobody says otherwise: until the mid-term of the review. In years. */
#define KEEP_YEARS 2

struct _SuiviConsentStep
{
  SuiviConsultationStep parent_instance;

  AdwPreferencesGroup *codes;
  GtkLabel *summary;
  GtkLabel *empty;
  AdwActionRow *readers;
  GtkWidget *set_up;
  GtkWidget *holders;
  GtkWidget *open;

  GPtrArray *rows;                /* (element-type SuiviParticipantRow) (unowned) */
  SuiviVaultKeeper *keeper;       /* (owned) (nullable) */
  SuiviParticipantDialog *dialog; /* (nullable): weak */
  char *added;                    /* (nullable): key of the code whose dialog opens as soon as it is there */
};

G_DEFINE_FINAL_TYPE (SuiviConsentStep, suivi_consent_step, SUIVI_TYPE_CONSULTATION_STEP)

static SuiviParticipant *
find_participant (SuiviConsentStep *self, const char *id)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));

  for (guint i = 0; record != NULL && i < record->participants->len; i++)
    {
      SuiviParticipant *participant = g_ptr_array_index (record->participants, i);

      if (g_strcmp0 (participant->id, id) == 0)
        return participant;
    }

  return NULL;
}

static gboolean
is_closed (SuiviConsentStep *self)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));

  return record != NULL && record->consultation->status == SUIVI_CONSULTATION_CLOSED;
}

/* --- Codes ------------------------------------------------------------------------------------------------- */

static void
open_dialog (SuiviConsentStep *self, const SuiviParticipant *participant)
{
  SuiviConsultationStep *step = SUIVI_CONSULTATION_STEP (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *dialog
    = suivi_participant_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                    suivi_consultation_step_get_workspace (step), participant,
                                    suivi_consultation_step_is_writable (step), is_closed (self));

  g_set_weak_pointer (&self->dialog, SUIVI_PARTICIPANT_DIALOG (dialog));
  suivi_participant_dialog_set_files (self->dialog, suivi_consultation_step_get_record (step)->sent_out);
  gtk_window_present (dialog);
}

static void
activated_cb (SuiviConsentStep *self, SuiviParticipantRow *row)
{
  const SuiviParticipant *participant = find_participant (self, suivi_participant_row_get_id (row));

  if (participant != NULL)
    open_dialog (self, participant);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviConsentStep *self = SUIVI_CONSENT_STEP (widget);
  SuiviConsultationStep *step = SUIVI_CONSULTATION_STEP (self);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) until = g_date_time_add_years (now, KEEP_YEARS);
  SuiviParticipant *participant = NULL;

  if (record == NULL || !suivi_consultation_step_is_writable (step))
    return;

  participant = suivi_participant_new (record->consultation->id);
  g_free (participant->delete_by);
  participant->delete_by = g_date_time_format (until, "%Y-%m-%d");
  g_free (self->added);
  self->added = g_strdup (participant->id);
  /* Translators: name of a step of the history: a code for a child */
  suivi_consultation_step_put (step, _ ("Add a code"), SUIVI_PUT (suivi_transaction_put_participant),
                               participant, (GDestroyNotify) suivi_participant_free, NULL);
}

static gboolean
shows_same_codes (SuiviConsentStep *self, GPtrArray *participants)
{
  if (self->rows->len != participants->len)
    return FALSE;

  for (guint i = 0; i < participants->len; i++)
    {
      const SuiviParticipant *participant = g_ptr_array_index (participants, i);

      if (g_strcmp0 (suivi_participant_row_get_id (g_ptr_array_index (self->rows, i)), participant->id) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Rows stay where the same codes stay, and the focus with them. */
static void
show_codes (SuiviConsentStep *self, GPtrArray *participants, const char *today)
{
  if (!shows_same_codes (self, participants))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->codes, g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < participants->len; i++)
        {
          GtkWidget *row = suivi_participant_row_new ();

          g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
          adw_preferences_group_add (self->codes, row);
          g_ptr_array_add (self->rows, row);
        }
    }

  for (guint i = 0; i < participants->len; i++)
    suivi_participant_row_set (g_ptr_array_index (self->rows, i), g_ptr_array_index (participants, i), today);
}

/* Frees @words: "3 settled". */
static void
append_count (GString *text, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (text, " · %s", words);
  g_free (words);
}

static void
show_summary (SuiviConsentStep *self, GPtrArray *participants, const char *today)
{
  guint n[SUIVI_PARTICIPANT_WITHDRAWN + 1] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < participants->len; i++)
    n[suivi_participant_get_standing (g_ptr_array_index (participants, i), today)]++;

  g_string_append_printf (text, ngettext ("%u code", "%u codes", participants->len), participants->len);
  append_count (text, n[SUIVI_PARTICIPANT_SETTLED],
                g_strdup_printf (ngettext ("%u settled", "%u settled", n[SUIVI_PARTICIPANT_SETTLED]),
                                 n[SUIVI_PARTICIPANT_SETTLED]));
  append_count (text, n[SUIVI_PARTICIPANT_OPEN],
                g_strdup_printf (ngettext ("%u not settled", "%u not settled", n[SUIVI_PARTICIPANT_OPEN]),
                                 n[SUIVI_PARTICIPANT_OPEN]));
  append_count (text, n[SUIVI_PARTICIPANT_WITHDRAWN],
                g_strdup_printf (ngettext ("%u withdrawn", "%u withdrawn", n[SUIVI_PARTICIPANT_WITHDRAWN]),
                                 n[SUIVI_PARTICIPANT_WITHDRAWN]));
  append_count (text, n[SUIVI_PARTICIPANT_OVERDUE],
                g_strdup_printf (ngettext ("%u to be erased", "%u to be erased",
                                           n[SUIVI_PARTICIPANT_OVERDUE]),
                                 n[SUIVI_PARTICIPANT_OVERDUE]));
  gtk_label_set_label (self->summary, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), participants->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), participants->len == 0);
}

/* --- Safeguarding ------------------------------------------------------------------------------------------ */

static void
show_keeper (SuiviConsentStep *self)
{
  gboolean set_up = self->keeper != NULL && suivi_vault_keeper_is_set_up (self->keeper);
  g_autofree char *names = set_up ? suivi_vault_keeper_dup_readers (self->keeper) : NULL;
  g_autofree char *escaped = set_up ? g_markup_escape_text (names, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->readers),
                                 set_up ? escaped : _ ("No safeguarding focal point is set up"));
  adw_action_row_set_subtitle (self->readers,
                               set_up
                                 ? _ ("Safeguarding: nobody else can read what is sealed")
                                 : _ (
                                   "Names and signed forms of children can be kept as soon as there is one"));
  gtk_widget_set_visible (self->set_up, !set_up);
  gtk_widget_set_visible (self->holders, set_up);
  gtk_widget_set_visible (self->open, set_up);
}

/* Another workspace, or none: what was unlocked is locked. */
static void
set_keeper (SuiviConsentStep *self, SuiviVaultKeeper *keeper)
{
  if (self->keeper == keeper)
    return;

  if (self->keeper != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->keeper, self);
      suivi_vault_keeper_lock (self->keeper);
    }
  g_set_object (&self->keeper, keeper);
  if (keeper != NULL)
    g_signal_connect_object (keeper, "changed", G_CALLBACK (show_keeper), self, G_CONNECT_SWAPPED);
}

static void
set_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviWorkspace *workspace = suivi_consultation_step_get_workspace (SUIVI_CONSULTATION_STEP (widget));

  if (workspace != NULL)
    suivi_sealing_set_up (widget, workspace);
}

static void
holders_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviWorkspace *workspace = suivi_consultation_step_get_workspace (SUIVI_CONSULTATION_STEP (widget));

  if (workspace != NULL)
    suivi_sealing_show_holders (widget, workspace);
}

/* --- What is sealed: for participants, and for statements: the pictures of drawings ------------------------ */

static gpointer
list_drawings (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *owners = NULL;
  /* Whatever they are marked as: what is sealed must be found. */
  g_autoptr (GPtrArray) statements = suivi_store_list_statements (store, data, SUIVI_USE_RECORD, error);

  if (statements == NULL)
    return NULL;
  owners = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_sealed_owner_free);
  for (guint i = 0; i < statements->len; i++)
    {
      const SuiviAllowedStatement *allowed = g_ptr_array_index (statements, i);
      const char *code = allowed->participant != NULL ? allowed->participant->code : "";
      g_autofree char *title = NULL;

      /* Translators: a drawing that a child made: the code of the child, and the number of the statement */
      title = g_strdup_printf (_ ("%s, drawing %u"), code, allowed->statement->place);
      g_ptr_array_add (owners, suivi_sealed_owner_new (allowed->statement->id, title));
    }

  return owners;
}

static void
drawings_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviConsentStep) self = user_data;
  SuiviConsultationStep *step = SUIVI_CONSULTATION_STEP (self);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drawings = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autoptr (GPtrArray) owners = NULL;

  if (drawings == NULL)
    {
      suivi_consultation_step_fail (step, error->message);
      return;
    }
  if (record == NULL)
    return;

  owners = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_sealed_owner_free);
  for (guint i = 0; i < record->participants->len; i++)
    {
      const SuiviParticipant *participant = g_ptr_array_index (record->participants, i);

      g_ptr_array_add (owners, suivi_sealed_owner_new (participant->id, participant->code));
    }
  g_ptr_array_extend_and_steal (owners, g_steal_pointer (&drawings));
  suivi_sealing_open (GTK_WIDGET (self), SUIVI_WORKSPACE (source), record->consultation->title, owners);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviConsultationStep *step = SUIVI_CONSULTATION_STEP (widget);
  SuiviWorkspace *workspace = suivi_consultation_step_get_workspace (step);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);

  if (workspace != NULL && record != NULL)
    suivi_workspace_run_async (workspace, list_drawings, g_strdup (record->consultation->id), g_free,
                               (GDestroyNotify) g_ptr_array_unref, NULL, drawings_cb, g_object_ref (step));
}

/* --- The step ---------------------------------------------------------------------------------------------- */

static void
update_dialog (SuiviConsentStep *self)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));

  if (self->dialog != NULL)
    {
      if (record != NULL)
        suivi_participant_dialog_set_files (self->dialog, record->sent_out);
      suivi_participant_dialog_set_participant (self->dialog,
                                                find_participant (self, suivi_participant_dialog_get_id (
                                                                          self->dialog)));
    }

  if (self->added != NULL)
    {
      const SuiviParticipant *participant = find_participant (self, self->added);

      if (participant != NULL)
        {
          g_clear_pointer (&self->added, g_free);
          open_dialog (self, participant);
        }
    }
}

static void
suivi_consent_step_show (SuiviConsultationStep *step)
{
  SuiviConsentStep *self = SUIVI_CONSENT_STEP (step);
  SuiviWorkspace *workspace = suivi_consultation_step_get_workspace (step);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);
  gboolean writable = suivi_consultation_step_is_writable (step);
  g_autofree char *today = suivi_participant_dup_today ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GPtrArray *participants = record != NULL ? record->participants : nothing;

  set_keeper (self, workspace != NULL ? suivi_vault_keeper_get (workspace) : NULL);
  show_keeper (self);
  show_codes (self, participants, today);
  show_summary (self, participants, today);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "consent.add", writable && !is_closed (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "consent.set-up", writable);
  update_dialog (self);
}

static void
suivi_consent_step_flush (SuiviConsultationStep *step)
{
  SuiviConsentStep *self = SUIVI_CONSENT_STEP (step);

  if (self->dialog != NULL)
    suivi_participant_dialog_flush (self->dialog);
}

static void
suivi_consent_step_dispose (GObject *object)
{
  SuiviConsentStep *self = SUIVI_CONSENT_STEP (object);

  set_keeper (self, NULL);
  g_clear_weak_pointer (&self->dialog);

  G_OBJECT_CLASS (suivi_consent_step_parent_class)->dispose (object);
}

static void
suivi_consent_step_finalize (GObject *object)
{
  SuiviConsentStep *self = SUIVI_CONSENT_STEP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->added);

  G_OBJECT_CLASS (suivi_consent_step_parent_class)->finalize (object);
}

static void
suivi_consent_step_class_init (SuiviConsentStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_consent_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_consent_step_finalize;
  SUIVI_CONSULTATION_STEP_CLASS (klass)->show = suivi_consent_step_show;
  SUIVI_CONSULTATION_STEP_CLASS (klass)->flush = suivi_consent_step_flush;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/consent-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviConsentStep, codes);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsentStep, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsentStep, empty);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsentStep, readers);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsentStep, set_up);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsentStep, holders);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsentStep, open);
  gtk_widget_class_install_action (widget_class, "consent.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "consent.set-up", NULL, set_up_action);
  gtk_widget_class_install_action (widget_class, "consent.holders", NULL, holders_action);
  gtk_widget_class_install_action (widget_class, "consent.open-sealed", NULL, open_action);
}

static void
suivi_consent_step_init (SuiviConsentStep *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
