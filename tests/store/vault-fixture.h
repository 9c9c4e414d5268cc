/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tests/store/fixture.h"

G_BEGIN_DECLS

/* Sealing for tests: what cannot be done fails the test. The first holder is Maria K., "amber lantern meadow". */

SuiviSecret      *vault_secret          (const char     *text);
SuiviHolderDraft *vault_draft_holder    (const char     *name,
                                         const char     *passphrase);
void              vault_set_up          (Fixture        *fixture);
char             *vault_get_holder_id   (Fixture        *fixture,
                                         guint           i);
SuiviVaultKey    *vault_unlock          (Fixture        *fixture,
                                         guint           holder,
                                         const char     *passphrase,
                                         GError        **error);

void              vault_need_owner      (Fixture        *fixture,
                                         const char     *id);
void              vault_seal            (Fixture        *fixture,
                                         const char     *owner,
                                         const char     *field,
                                         const char     *text);
void              vault_seal_file       (Fixture        *fixture,
                                         const char     *owner,
                                         const char     *name,
                                         gconstpointer   data,
                                         gsize           size);
void              vault_assert_opens_as (Fixture        *fixture,
                                         SuiviVaultKey  *key,
                                         const char     *owner,
                                         const char     *text);

guint             vault_count_in_folder (Fixture        *fixture,
                                         gconstpointer   bytes,
                                         gsize           size);
guint             vault_count_text      (Fixture        *fixture,
                                         const char     *text);

G_END_DECLS
