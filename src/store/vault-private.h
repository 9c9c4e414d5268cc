/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to src/store. */

#include "store/transaction-private.h"
#include "store/vault.h"

G_BEGIN_DECLS

struct _SuiviVaultKey
{
  SuiviSecret *secret;
  char *holder;    /* name */
  char *holder_id;
};

struct _SuiviHolderDraft
{
  char *name;
  guint8 public_key[SUIVI_SEAL_KEY_SIZE];
  SuiviSecret *secret;
  SuiviSecret *words;
  GBytes *by_passphrase;
  GBytes *by_recovery;
  gboolean confirmed;
};

SuiviVaultKey *suivi_vault_key_new           (SuiviSecret  *secret,
                                              const char   *holder,
                                              const char   *holder_id);
gboolean       suivi_vault_get_public_key    (SuiviStore   *store,
                                              guint8        public_key[SUIVI_SEAL_KEY_SIZE],
                                              gboolean     *exists,
                                              GError      **error);
gboolean       suivi_vault_check_key         (SuiviStore    *store,
                                              SuiviVaultKey *key,
                                              GError       **error);
gboolean       suivi_vault_check_owners      (SuiviStore    *store,
                                              GError       **error);
gboolean       suivi_vault_drop_of           (SuiviTransaction *transaction,
                                              const char       *owner_id,
                                              GError          **error);
GBytes        *suivi_column_bytes            (sqlite3_stmt *statement,
                                              int           column);

G_END_DECLS
