/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/erase-dialog.h"
#include "app/relative-time.h"
#include "app/sealing/place-chooser.h"
#include "exchange/erasure-certificate.h"
#include "store/consultation-store.h"

struct _SuiviEraseDialog
{
  SuiviSealingDialog parent_instance;

  char *id;
  char *consultation_id;
  GtkLabel *counts;      /* on the first page: what will go */
  SuiviErasure *erasure; /* (owned) (nullable): what went */
  GtkLabel *saved;       /* on the second page */
};

G_DEFINE_FINAL_TYPE (SuiviEraseDialog, suivi_erase_dialog, SUIVI_TYPE_SEALING_DIALOG)

/* --- On the workspace's thread ----------------------------------------------------------------------------- */

typedef struct
{
  char *id;
  char *consultation_id;
  guint n_statements;
  guint n_sealed;
} Counts;

static void
free_counts (Counts *self)
{
  g_free (self->id);
  g_free (self->consultation_id);
  g_free (self);
}

/* Fills what it was given. */
static gpointer
count_traces (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Counts *counts = data;
  g_autoptr (GPtrArray) statements
             = suivi_store_list_statements (store, counts->consultation_id, SUIVI_USE_RECORD, error);
  g_autoptr (GPtrArray) sealed = NULL;

  if (statements == NULL)
    return NULL;
  sealed = suivi_store_list_sealed (store, counts->id, error);
  if (sealed == NULL)
    return NULL;

  counts->n_sealed = sealed->len;
  for (guint i = 0; i < statements->len; i++)
    {
      const SuiviAllowedStatement *allowed = g_ptr_array_index (statements, i);
      g_autoptr (GPtrArray) pictures = NULL;

      if (g_strcmp0 (allowed->statement->participant_id, counts->id) != 0)
        continue;
      pictures = suivi_store_list_sealed (store, allowed->statement->id, error);
      if (pictures == NULL)
        return NULL;
      counts->n_statements++;
      counts->n_sealed += pictures->len;
    }

  return NULL;
}

static gpointer
erase (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_erase_participant (store, data, error);
}

typedef struct
{
  SuiviErasure *erasure; /* (unowned): of the dialog, which cannot be closed meanwhile */
  char *path;
} Saving;

static void
free_saving (Saving *self)
{
  g_free (self->path);
  g_free (self);
}

static gpointer
write_certificate (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;

  suivi_erasure_certificate_write (saving->path, saving->erasure, error);

  return NULL;
}

/* --- What went --------------------------------------------------------------------------------------------- */

static void
written_cb (SuiviSealingDialog *dialog, gpointer result)
{
  gtk_label_set_label (SUIVI_ERASE_DIALOG (dialog)->saved, _ ("The certificate is saved."));
}

static void
place_chosen_cb (GObject *owner, GFile *file)
{
  SuiviEraseDialog *self = SUIVI_ERASE_DIALOG (owner);
  g_autofree char *path = g_file_get_path (file);
  Saving *saving = NULL;

  if (path == NULL)
    {
      suivi_sealing_dialog_fail (
        SUIVI_SEALING_DIALOG (self),
        _ ("The certificate can only be saved in a folder of this computer or of a drive."));
      return;
    }
  saving = g_new0 (Saving, 1);
  saving->erasure = self->erasure;
  saving->path = g_steal_pointer (&path);
  suivi_sealing_dialog_run (SUIVI_SEALING_DIALOG (self), write_certificate, saving,
                            (GDestroyNotify) free_saving, NULL, written_cb);
}

static void
save_cb (SuiviEraseDialog *self)
{
  /* Translators: name of a file */
  g_autofree char *name = suivi_make_file_name (_ ("Certificate of erasure"), "pdf");

  suivi_choose_place (GTK_WINDOW (self), _ ("Save the certificate"), name, G_OBJECT (self), place_chosen_cb);
}

static void
add_elsewhere (SuiviEraseDialog *self)
{
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **backup = self->erasure->backups; backup != NULL && *backup != NULL; backup++)
    g_string_append_printf (text, "\n• %s", *backup);
  for (guint i = 0; self->erasure->sent_out != NULL && i < self->erasure->sent_out->len; i++)
    {
      const SuiviSentOut *sent_out = g_ptr_array_index (self->erasure->sent_out, i);

      g_string_append_printf (text, "\n• %s (%s)", sent_out->file_name, sent_out->made_on);
    }
  if (text->len == 0)
    {
      suivi_sealing_dialog_add_text (dialog,
                                     _ ("Suivi knows of no copy beside the workspace and of no document that "
                                        "was written from it. Think of copies that you made yourself."));
      return;
    }
  g_string_prepend (text, _ ("These files may still hold it. Erase them, too, or have them erased:"));
  suivi_sealing_dialog_add_text (dialog, text->str);
}

static void
erased_cb (SuiviSealingDialog *dialog, gpointer result)
{
  SuiviEraseDialog *self = SUIVI_ERASE_DIALOG (dialog);
  GtkWidget *button = gtk_button_new_with_label (_ ("Save the certificate…"));
  GtkWidget *heading = NULL;

  self->erasure = result;
  suivi_sealing_dialog_clear (dialog);
  heading = suivi_sealing_dialog_add_text (dialog, _ ("Erased"));
  gtk_widget_add_css_class (heading, "title-2");
  if (self->erasure->complete)
    suivi_sealing_dialog_add_text (
      dialog, _ ("Nothing of this code is left in the workspace; undo cannot bring it back."));
  else
    suivi_sealing_dialog_add_text (
      dialog, _ ("Suivi does not show it any more, and undo cannot bring it back. But traces may stay in the "
                 "file of the workspace, because another program has it open. Close it there, then open the "
                 "workspace again: Suivi finishes erasing then."));
  add_elsewhere (self);
  suivi_sealing_dialog_add_text (
    dialog, _ ("The certificate says what was erased, when and by whom. It holds the code, and no name."));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  suivi_sealing_dialog_add (dialog, button);
  self->saved = GTK_LABEL (suivi_sealing_dialog_add_text (dialog, ""));
  suivi_sealing_dialog_set_done (dialog);
  gtk_widget_grab_focus (button);
}

/* --- What will go ------------------------------------------------------------------------------------------ */

typedef struct
{
  SuiviEraseDialog *dialog;
  Counts *counts;
} Counting;

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Counting *counting = user_data;
  g_autoptr (SuiviEraseDialog) self = counting->dialog;
  Counts *counts = counting->counts;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (error == NULL && self->erasure == NULL
      && suivi_sealing_dialog_get_keeper (SUIVI_SEALING_DIALOG (self)) != NULL)
    {
      g_autofree char *statements
        = g_strdup_printf (ngettext ("%u statement", "%u statements", counts->n_statements),
                           counts->n_statements);
      g_autofree char *sealed = g_strdup_printf (ngettext ("%u sealed value or file",
                                                           "%u sealed values and files", counts->n_sealed),
                                                 counts->n_sealed);
      g_autofree char *text = NULL;

      /* Translators: a list with two counts: "3 statements", "2 sealed values and files" */
      text = g_strdup_printf (
        _ ("• the code, and all that was agreed\n• %s\n• %s\n• what the history says of it"), statements,
        sealed);
      gtk_label_set_label (self->counts, text);
    }
  free_counts (counts);
}

static void
count (SuiviEraseDialog *self, SuiviWorkspace *workspace)
{
  Counting *counting = g_new0 (Counting, 1);

  counting->dialog = g_object_ref (self);
  counting->counts = g_new0 (Counts, 1);
  counting->counts->id = g_strdup (self->id);
  counting->counts->consultation_id = g_strdup (self->consultation_id);
  suivi_workspace_run_async (workspace, count_traces, counting->counts, NULL, NULL, NULL, counted_cb,
                             counting);
}

static void
suivi_erase_dialog_accept (SuiviSealingDialog *dialog)
{
  SuiviEraseDialog *self = SUIVI_ERASE_DIALOG (dialog);

  if (self->erasure != NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    suivi_sealing_dialog_run (dialog, erase, g_strdup (self->id), g_free, (GDestroyNotify) suivi_erasure_free,
                              erased_cb);
}

static void
suivi_erase_dialog_finalize (GObject *object)
{
  SuiviEraseDialog *self = SUIVI_ERASE_DIALOG (object);

  g_clear_pointer (&self->erasure, suivi_erasure_free);
  g_free (self->id);
  g_free (self->consultation_id);

  G_OBJECT_CLASS (suivi_erase_dialog_parent_class)->finalize (object);
}

static void
suivi_erase_dialog_class_init (SuiviEraseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_erase_dialog_finalize;
  SUIVI_SEALING_DIALOG_CLASS (klass)->accept = suivi_erase_dialog_accept;
}

static void
suivi_erase_dialog_init (SuiviEraseDialog *self)
{
}

/**
 * suivi_erase_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: an open workspace
 * @participant: what is to be erased
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWindow *
suivi_erase_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace, const SuiviParticipant *participant)
{
  SuiviEraseDialog *self = g_object_new (SUIVI_TYPE_ERASE_DIALOG, NULL);
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);
  g_autofree char *title = NULL;
  GtkWidget *warning = NULL;

  /* Translators: %s is a code: "K7FM" */
  title = g_strdup_printf (_ ("Erase %s?"), participant->code);
  suivi_sealing_dialog_set_up (dialog, parent, suivi_vault_keeper_get (workspace), title, _ ("Erase"));
  suivi_sealing_dialog_set_danger (dialog, TRUE);
  self->id = g_strdup (participant->id);
  self->consultation_id = g_strdup (participant->consultation_id);
  suivi_sealing_dialog_add_text (dialog, _ ("This will be removed from the workspace for good:"));
  self->counts = GTK_LABEL (
    suivi_sealing_dialog_add_text (dialog, _ ("• the code, and all that was agreed\n• its statements\n• what "
                                              "is sealed for it\n• what the history says "
                                              "of it")));
  warning = suivi_sealing_dialog_add_text (dialog, _ ("This cannot be undone."));
  gtk_widget_add_css_class (warning, "heading");
  suivi_sealing_dialog_add_text (
    dialog, _ ("The totals of the day stay: they say nothing of a single child. Afterwards "
               "you see which copies and documents may still hold something."));
  count (self, workspace);

  return GTK_WINDOW (self);
}
