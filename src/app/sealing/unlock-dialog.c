/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/sealing/passphrase-entry.h"
#include "app/sealing/unlock-dialog.h"

struct _SuiviUnlockDialog
{
  SuiviSealingDialog parent_instance;

  AdwComboRow *holder;
  GStrv ids; /* of the holders, in the order of the row */
  SuiviPassphraseEntry *passphrase;
};

G_DEFINE_FINAL_TYPE (SuiviUnlockDialog, suivi_unlock_dialog, SUIVI_TYPE_SEALING_DIALOG)

enum
{
  SIGNAL_UNLOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* On the workspace's thread */

typedef struct
{
  char *holder_id;
  SuiviSecret *passphrase;
} Unlocking;

static void
free_unlocking (Unlocking *self)
{
  g_free (self->holder_id);
  suivi_secret_unref (self->passphrase);
  g_free (self);
}

static gpointer
unlock (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Unlocking *unlocking = data;

  return suivi_store_unlock (store, unlocking->holder_id, unlocking->passphrase, error);
}

/* On the main thread */

static void
unlocked_cb (SuiviSealingDialog *dialog, gpointer result)
{
  suivi_vault_keeper_unlock (suivi_sealing_dialog_get_keeper (dialog), result);
  g_object_ref (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_signal_emit (dialog, signals[SIGNAL_UNLOCKED], 0);
  g_object_unref (dialog);
}

static void
suivi_unlock_dialog_accept (SuiviSealingDialog *dialog)
{
  SuiviUnlockDialog *self = SUIVI_UNLOCK_DIALOG (dialog);
  guint selected = adw_combo_row_get_selected (self->holder);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) passphrase = NULL;
  Unlocking *unlocking = NULL;

  if (selected >= g_strv_length (self->ids))
    return;
  if (suivi_passphrase_entry_is_empty (self->passphrase))
    {
      suivi_sealing_dialog_fail (dialog, _ ("Type the passphrase."));
      gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
      return;
    }
  passphrase = suivi_passphrase_entry_take (self->passphrase, &error);
  if (passphrase == NULL)
    {
      suivi_sealing_dialog_fail (dialog, error->message);
      return;
    }

  unlocking = g_new0 (Unlocking, 1);
  unlocking->holder_id = g_strdup (self->ids[selected]);
  unlocking->passphrase = g_steal_pointer (&passphrase);
  suivi_sealing_dialog_run (dialog, unlock, unlocking, (GDestroyNotify) free_unlocking,
                            (GDestroyNotify) suivi_vault_key_unref, unlocked_cb);
}

static void
suivi_unlock_dialog_finalize (GObject *object)
{
  g_strfreev (SUIVI_UNLOCK_DIALOG (object)->ids);

  G_OBJECT_CLASS (suivi_unlock_dialog_parent_class)->finalize (object);
}

static void
suivi_unlock_dialog_class_init (SuiviUnlockDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_unlock_dialog_finalize;
  SUIVI_SEALING_DIALOG_CLASS (klass)->accept = suivi_unlock_dialog_accept;

  signals[SIGNAL_UNLOCKED] = g_signal_new ("unlocked", SUIVI_TYPE_UNLOCK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_unlock_dialog_init (SuiviUnlockDialog *self)
{
}

static void
add_holders (SuiviUnlockDialog *self, GPtrArray *holders)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < holders->len; i++)
    {
      const SuiviHolder *holder = g_ptr_array_index (holders, i);

      gtk_string_list_append (names, holder->name);
      g_strv_builder_add (ids, holder->id);
    }
  self->ids = g_strv_builder_end (ids);
  self->holder = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->holder), _ ("Who you are"));
  adw_combo_row_set_model (self->holder, G_LIST_MODEL (names));
  suivi_drop_down_name (GTK_WIDGET (self->holder),
                        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->holder)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->holder));
  suivi_sealing_dialog_add (SUIVI_SEALING_DIALOG (self), group);
}

static void
accept_cb (SuiviUnlockDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sealing.accept", NULL);
}

/**
 * suivi_unlock_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @keeper: of a workspace where somebody is set up
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWindow *
suivi_unlock_dialog_new (GtkWindow *parent, SuiviVaultKeeper *keeper)
{
  SuiviUnlockDialog *self = g_object_new (SUIVI_TYPE_UNLOCK_DIALOG, "default-height", 360, NULL);
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);

  suivi_sealing_dialog_set_up (dialog, parent, keeper, _ ("Open what is sealed"), _ ("Unlock"));
  suivi_sealing_dialog_add_text (dialog, _ ("Each time something is opened, the history of the workspace "
                                            "says that it was, and by whom; never what it says."));
  add_holders (self, suivi_vault_keeper_get_holders (keeper));
  self->passphrase
    = SUIVI_PASSPHRASE_ENTRY (suivi_passphrase_entry_new (SUIVI_PASSPHRASE_OLD, _ ("Passphrase")));
  g_signal_connect_object (self->passphrase, "activate", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  suivi_sealing_dialog_add (dialog, GTK_WIDGET (self->passphrase));
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (suivi_passphrase_entry_get_editable (self->passphrase)));

  return GTK_WINDOW (self);
}
