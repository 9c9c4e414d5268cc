/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/seal.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/*
 * What is sealed in a workspace, and who can open it.
 *
 * A workspace has one pair of keys: everything is sealed to the public one, by whoever records. The secret one is
 * sealed to each holder (the safeguarding focal point, and a second person), whose own secret key is wrapped under her
 * passphrase, and a second time under her recovery words. Handing over makes a new pair, seals everything anew and
 * drops who left: the old keys then open nothing in the file.
 *
 * None of these tables is part of undo or of the history's changes: an undo must not bring back a passphrase that was
 * changed or a name that was erased. Each act stands in the history as a line without content.
 */

/**
 * SuiviHolder:
 * @id: random UUID, the key in the workspace
 * @name: of the person (an adult)
 * @since: when she was set up, ISO 8601 date
 *
 * A person who can open what is sealed.
 */
typedef struct
{
  char *id;
  char *name;
  char *since;
} SuiviHolder;

/**
 * SuiviSealedInfo:
 * @id: random UUID, the key in the workspace
 * @owner_id: key of the participant, statement or consultation that it belongs to
 * @field: what it is: "name", "contact", "notes"; for files "consent-form", "photograph", "drawing", "recording", "other"
 * @is_file: whether it is a file
 * @size: sealed size in bytes
 * @sealed_by: who put it there last
 * @sealed_at: when, UTC, ISO 8601
 *
 * That something is sealed. What, only a holder can tell.
 */
typedef struct
{
  char *id;
  char *owner_id;
  char *field;
  gboolean is_file;
  guint size;
  char *sealed_by;
  char *sealed_at;
} SuiviSealedInfo;

/**
 * SuiviVaultKey:
 *
 * The secret key of a workspace, opened, in locked memory. Whoever has it can read: keep it short, and unref it to lock.
 */
typedef struct _SuiviVaultKey SuiviVaultKey;

#define SUIVI_TYPE_VAULT_KEY (suivi_vault_key_get_type ())

GType            suivi_vault_key_get_type       (void);
SuiviVaultKey   *suivi_vault_key_ref            (SuiviVaultKey     *self);
void             suivi_vault_key_unref          (SuiviVaultKey     *self);
const char      *suivi_vault_key_get_holder     (SuiviVaultKey     *self);

/**
 * SuiviHolderDraft:
 *
 * A person who is being set up: her keys exist, in memory only, until she confirmed the recovery words.
 */
typedef struct _SuiviHolderDraft SuiviHolderDraft;

SuiviHolderDraft *suivi_holder_draft_new        (const char        *name,
                                                 SuiviSecret       *passphrase,
                                                 GError           **error);
const char       *suivi_holder_draft_get_name   (SuiviHolderDraft  *self);
SuiviSecret      *suivi_holder_draft_get_words  (SuiviHolderDraft  *self);
gboolean          suivi_holder_draft_confirm    (SuiviHolderDraft  *self,
                                                 SuiviSecret       *words,
                                                 GError           **error);
void              suivi_holder_draft_free       (SuiviHolderDraft  *self);

/* Who can open: all of these are lines of the history, without content */
GPtrArray        *suivi_store_list_holders      (SuiviStore        *self,
                                                 GError           **error);
gboolean          suivi_store_set_up_vault      (SuiviStore        *self,
                                                 SuiviHolderDraft  *holder,
                                                 GError           **error);
gboolean          suivi_store_add_holder        (SuiviStore        *self,
                                                 SuiviVaultKey     *key,
                                                 SuiviHolderDraft  *holder,
                                                 GError           **error);
gboolean          suivi_store_remove_holder     (SuiviStore        *self,
                                                 SuiviVaultKey     *key,
                                                 const char        *holder_id,
                                                 GError           **error);
gboolean          suivi_store_hand_over         (SuiviStore        *self,
                                                 SuiviVaultKey     *key,
                                                 SuiviHolderDraft  *successor,
                                                 GError           **error);
gboolean          suivi_store_change_passphrase (SuiviStore        *self,
                                                 const char        *holder_id,
                                                 SuiviSecret       *old_passphrase,
                                                 SuiviSecret       *new_passphrase,
                                                 GError           **error);
gboolean          suivi_store_recover_passphrase (SuiviStore       *self,
                                                 const char        *holder_id,
                                                 SuiviSecret       *words,
                                                 SuiviSecret       *new_passphrase,
                                                 GError           **error);
SuiviVaultKey    *suivi_store_unlock            (SuiviStore        *self,
                                                 const char        *holder_id,
                                                 SuiviSecret       *passphrase,
                                                 GError           **error);

/* What is sealed */
gboolean          suivi_transaction_seal_value  (SuiviTransaction  *self,
                                                 const char        *owner_id,
                                                 const char        *field,
                                                 const char        *text,
                                                 GError           **error);
gboolean          suivi_transaction_seal_file   (SuiviTransaction  *self,
                                                 const char        *owner_id,
                                                 const char        *field,
                                                 const char        *name,
                                                 gconstpointer      data,
                                                 gsize              size,
                                                 GError           **error);
gboolean          suivi_transaction_drop_sealed (SuiviTransaction  *self,
                                                 const char        *id,
                                                 GError           **error);
GPtrArray        *suivi_store_list_sealed       (SuiviStore        *self,
                                                 const char        *owner_id,
                                                 GError           **error);
SuiviSecret      *suivi_store_open_sealed       (SuiviStore        *self,
                                                 SuiviVaultKey     *key,
                                                 const char        *id,
                                                 SuiviSecret      **name,
                                                 GError           **error);

SuiviHolder      *suivi_holder_copy             (const SuiviHolder     *self);
void              suivi_holder_free             (SuiviHolder           *self);
void              suivi_sealed_info_free        (SuiviSealedInfo       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviVaultKey, suivi_vault_key_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviHolderDraft, suivi_holder_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviHolder, suivi_holder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSealedInfo, suivi_sealed_info_free)

G_END_DECLS
