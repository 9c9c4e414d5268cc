/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/sealing/passphrase-dialog.h"
#include "app/sealing/passphrase-entry.h"

struct _SuiviPassphraseDialog
{
  SuiviSealingDialog parent_instance;

  char *holder_id;
  gboolean forgotten;
  SuiviPassphraseEntry *old;
  SuiviPassphraseEntry *first;
  SuiviPassphraseEntry *again;
};

G_DEFINE_FINAL_TYPE (SuiviPassphraseDialog, suivi_passphrase_dialog, SUIVI_TYPE_SEALING_DIALOG)

/* On the workspace's thread */

typedef struct
{
  char *holder_id;
  gboolean forgotten;
  SuiviSecret *old;
  SuiviSecret *first;
} Change;

static void
free_change (Change *self)
{
  g_free (self->holder_id);
  g_clear_pointer (&self->old, suivi_secret_unref);
  g_clear_pointer (&self->first, suivi_secret_unref);
  g_free (self);
}

static gpointer
change (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Change *self = data;

  if (self->forgotten)
    suivi_store_recover_passphrase (store, self->holder_id, self->old, self->first, error);
  else
    suivi_store_change_passphrase (store, self->holder_id, self->old, self->first, error);

  return NULL;
}

/* On the main thread */

static void
changed_cb (SuiviSealingDialog *dialog, gpointer result)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_complete (SuiviPassphraseDialog *self)
{
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);

  if (suivi_passphrase_entry_is_empty (self->old))
    {
      suivi_sealing_dialog_fail (dialog, self->forgotten ? _ ("Type the 18 words from the recovery sheet.")
                                                         : _ ("Type the passphrase as it is now."));
      gtk_widget_grab_focus (GTK_WIDGET (self->old));
      return FALSE;
    }
  if (suivi_passphrase_entry_is_empty (self->first))
    {
      suivi_sealing_dialog_fail (dialog, _ ("Type the new passphrase."));
      gtk_widget_grab_focus (GTK_WIDGET (self->first));
      return FALSE;
    }
  if (!suivi_passphrase_entry_equal (self->first, self->again))
    {
      suivi_passphrase_entry_clear (self->again);
      suivi_sealing_dialog_fail (dialog, _ ("The two are not the same: type the new passphrase once more."));
      gtk_widget_grab_focus (GTK_WIDGET (self->again));
      return FALSE;
    }

  return TRUE;
}

static void
go_on (GtkWindow *window)
{
  SuiviPassphraseDialog *self = SUIVI_PASSPHRASE_DIALOG (window);
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);
  g_autoptr (GError) error = NULL;
  Change *data = NULL;

  data = g_new0 (Change, 1);
  data->holder_id = g_strdup (self->holder_id);
  data->forgotten = self->forgotten;
  /* Words stay, so that one wrong word can be mended. */
  data->old = self->forgotten ? suivi_passphrase_entry_copy (self->old, &error)
                              : suivi_passphrase_entry_take (self->old, &error);
  if (data->old != NULL)
    data->first = suivi_passphrase_entry_copy (self->first, &error);
  if (data->first == NULL)
    {
      free_change (data);
      suivi_sealing_dialog_fail (dialog, error->message);
      return;
    }
  suivi_sealing_dialog_run (dialog, change, data, (GDestroyNotify) free_change, NULL, changed_cb);
}

static void
suivi_passphrase_dialog_accept (SuiviSealingDialog *dialog)
{
  SuiviPassphraseDialog *self = SUIVI_PASSPHRASE_DIALOG (dialog);

  if (is_complete (self))
    suivi_passphrase_entry_ask_weak (self->first, GTK_WINDOW (self), go_on);
}

static void
suivi_passphrase_dialog_finalize (GObject *object)
{
  g_free (SUIVI_PASSPHRASE_DIALOG (object)->holder_id);

  G_OBJECT_CLASS (suivi_passphrase_dialog_parent_class)->finalize (object);
}

static void
suivi_passphrase_dialog_class_init (SuiviPassphraseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_passphrase_dialog_finalize;
  SUIVI_SEALING_DIALOG_CLASS (klass)->accept = suivi_passphrase_dialog_accept;
}

static void
suivi_passphrase_dialog_init (SuiviPassphraseDialog *self)
{
}

static void
accept_cb (SuiviPassphraseDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sealing.accept", NULL);
}

static SuiviPassphraseEntry *
add_entry (SuiviPassphraseDialog *self, SuiviPassphraseKind kind, const char *title)
{
  GtkWidget *entry = suivi_passphrase_entry_new (kind, title);

  suivi_sealing_dialog_add (SUIVI_SEALING_DIALOG (self), entry);

  return SUIVI_PASSPHRASE_ENTRY (entry);
}

/**
 * suivi_passphrase_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @keeper: of the workspace
 * @holder: whose passphrase
 * @forgotten: whether the recovery words are asked for instead of the passphrase
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWindow *
suivi_passphrase_dialog_new (GtkWindow *parent,
                             SuiviVaultKeeper *keeper,
                             const SuiviHolder *holder,
                             gboolean forgotten)
{
  SuiviPassphraseDialog *self = g_object_new (SUIVI_TYPE_PASSPHRASE_DIALOG, NULL);
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);

  suivi_sealing_dialog_set_up (dialog, parent, keeper, holder->name, _ ("Change"));
  self->holder_id = g_strdup (holder->id);
  self->forgotten = forgotten;
  suivi_sealing_dialog_add_text (
    dialog, forgotten ? _ (
              "With the words of the recovery sheet a new passphrase can be chosen. The sheet stays valid.")
                      : _ ("The recovery sheet stays valid."));
  self->old
    = add_entry (self, forgotten ? SUIVI_PASSPHRASE_WORDS : SUIVI_PASSPHRASE_OLD,
                 forgotten ? _ ("The 18 words of the recovery sheet") : _ ("Passphrase as it is now"));
  self->first = add_entry (self, SUIVI_PASSPHRASE_NEW, _ ("New passphrase"));
  self->again = add_entry (self, SUIVI_PASSPHRASE_OLD, _ ("New passphrase once more"));
  g_signal_connect_object (self->again, "activate", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (suivi_passphrase_entry_get_editable (self->old)));

  return GTK_WINDOW (self);
}
