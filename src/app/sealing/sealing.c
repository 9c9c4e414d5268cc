/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/sealing/holders-dialog.h"
#include "app/sealing/sealing.h"
#include "app/sealing/set-up-dialog.h"
#include "app/sealing/unlock-dialog.h"

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * suivi_sealing_set_up:
 * @widget: in the window where it is asked for
 * @workspace: where nobody is set up yet
 *
 * Sets up the safeguarding focal point. If there is one already, her dialog is shown instead.
 */
void
suivi_sealing_set_up (GtkWidget *widget, SuiviWorkspace *workspace)
{
  SuiviVaultKeeper *keeper = suivi_vault_keeper_get (workspace);

  if (suivi_vault_keeper_is_set_up (keeper))
    suivi_sealing_show_holders (widget, workspace);
  else
    gtk_window_present (suivi_set_up_dialog_new (get_window (widget), keeper, SUIVI_SET_UP_FIRST));
}

/**
 * suivi_sealing_show_holders:
 * @widget: in the window where it is asked for
 * @workspace: an open workspace
 *
 * Shows who can open what is sealed, and what can be done about it.
 */
void
suivi_sealing_show_holders (GtkWidget *widget, SuiviWorkspace *workspace)
{
  gtk_window_present (suivi_holders_dialog_new (get_window (widget), suivi_vault_keeper_get (workspace)));
}

typedef struct
{
  GtkWidget *widget; /* (owned) */
  SuiviUnlocked func;
  gpointer data;
  GDestroyNotify data_free;
} Waiting;

static void
free_waiting (gpointer data, GClosure *closure)
{
  Waiting *self = data;

  g_object_unref (self->widget);
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self);
}

static void
unlocked_cb (SuiviUnlockDialog *dialog, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->func (waiting->widget, waiting->data);
}

/**
 * suivi_sealing_unlock:
 * @widget: in the window where it is asked for
 * @workspace: where somebody is set up
 * @func: called as soon as it is unlocked; not if the user gives up
 * @data: (transfer full): for @func
 * @data_free: (nullable): frees @data
 *
 * Asks for a passphrase, unless it is unlocked already.
 */
void
suivi_sealing_unlock (GtkWidget *widget,
                      SuiviWorkspace *workspace,
                      SuiviUnlocked func,
                      gpointer data,
                      GDestroyNotify data_free)
{
  SuiviVaultKeeper *keeper = suivi_vault_keeper_get (workspace);
  Waiting *waiting = NULL;
  GtkWindow *dialog = NULL;

  if (suivi_vault_keeper_get_key (keeper) != NULL)
    {
      func (widget, data);
      if (data_free != NULL)
        data_free (data);
      return;
    }

  waiting = g_new0 (Waiting, 1);
  waiting->widget = g_object_ref (widget);
  waiting->func = func;
  waiting->data = data;
  waiting->data_free = data_free;
  dialog = suivi_unlock_dialog_new (get_window (widget), keeper);
  g_signal_connect_data (dialog, "unlocked", G_CALLBACK (unlocked_cb), waiting, free_waiting, 0);
  gtk_window_present (dialog);
}

typedef struct
{
  SuiviWorkspace *workspace;
  char *title;
  GPtrArray *owners;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *self = data;

  g_object_unref (self->workspace);
  g_free (self->title);
  g_ptr_array_unref (self->owners);
  g_free (self);
}

static void
open_window (GtkWidget *widget, gpointer data)
{
  Opening *opening = data;

  gtk_window_present (suivi_sealed_window_new (get_window (widget),
                                               suivi_vault_keeper_get (opening->workspace), opening->title,
                                               opening->owners));
}

/**
 * suivi_sealing_open:
 * @widget: in the window where it is asked for
 * @workspace: an open workspace
 * @title: of the window: what it belongs to; nothing that identifies
 * @owners: (element-type SuiviSealedOwner): what things may be sealed for
 *
 * Shows what is sealed, after asking for a passphrase.
 */
void
suivi_sealing_open (GtkWidget *widget, SuiviWorkspace *workspace, const char *title, GPtrArray *owners)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->workspace = g_object_ref (workspace);
  opening->title = g_strdup (title);
  opening->owners = g_ptr_array_ref (owners);
  suivi_sealing_unlock (widget, workspace, open_window, opening, free_opening);
}
