/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/vault.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviVaultKeeper:
 *
 * Who can open what is sealed in a workspace, and, while it is unlocked, the key. One for each open workspace. It locks
 * by itself when nobody touched what is shown for a while, and when the workspace is closed.
 *
 * Signals: "changed" (): other people can open it now, or it was unlocked; "locked" (): whoever shows something that
 * was sealed drops it at once; "tick" (): a second went by while it is unlocked.
 */
#define SUIVI_TYPE_VAULT_KEEPER (suivi_vault_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SuiviVaultKeeper, suivi_vault_keeper, SUIVI, VAULT_KEEPER, GObject)

SuiviVaultKeeper *suivi_vault_keeper_get              (SuiviWorkspace   *workspace);
SuiviWorkspace   *suivi_vault_keeper_get_workspace    (SuiviVaultKeeper *self);
GPtrArray        *suivi_vault_keeper_get_holders      (SuiviVaultKeeper *self);
gboolean          suivi_vault_keeper_is_set_up        (SuiviVaultKeeper *self);
char             *suivi_vault_keeper_dup_readers      (SuiviVaultKeeper *self);
void              suivi_vault_keeper_refresh          (SuiviVaultKeeper *self);

void              suivi_vault_keeper_unlock           (SuiviVaultKeeper *self,
                                                       SuiviVaultKey    *key);
void              suivi_vault_keeper_lock             (SuiviVaultKeeper *self);
SuiviVaultKey    *suivi_vault_keeper_get_key          (SuiviVaultKeeper *self);
void              suivi_vault_keeper_touch            (SuiviVaultKeeper *self);
guint             suivi_vault_keeper_get_seconds_left (SuiviVaultKeeper *self);
void              suivi_vault_keeper_set_idle_seconds (SuiviVaultKeeper *self,
                                                       guint             seconds);

G_END_DECLS
