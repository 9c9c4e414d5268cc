/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/sealing/vault-keeper.h"

G_BEGIN_DECLS

/**
 * SuiviSealedOwner:
 * @id: key of a participant, a statement, or a consultation
 * @title: how it is called: a code
 *
 * Something that things may be sealed for.
 */
typedef struct
{
  char *id;
  char *title;
} SuiviSealedOwner;

SuiviSealedOwner *suivi_sealed_owner_new  (const char       *id,
                                           const char       *title);
void              suivi_sealed_owner_free (SuiviSealedOwner *self);
const char       *suivi_sealed_field_to_label (const char   *field);
char             *suivi_sealed_say_when       (const SuiviSealedInfo *info);

/* Shows what is sealed, one thing at a time, and is gone as soon as the keeper locks. */
#define SUIVI_TYPE_SEALED_WINDOW (suivi_sealed_window_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSealedWindow, suivi_sealed_window, SUIVI, SEALED_WINDOW, AdwWindow)

GtkWindow *suivi_sealed_window_new (GtkWindow        *parent,
                                    SuiviVaultKeeper *keeper,
                                    const char       *title,
                                    GPtrArray        *owners);

G_END_DECLS
