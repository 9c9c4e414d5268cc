/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/seal.h"

G_BEGIN_DECLS

/* Everything that is sealed begins with these two bytes, so that a later format can be told from this one. */
#define SUIVI_SEAL_MAGIC      'S'
#define SUIVI_SEAL_VERSION    1
#define SUIVI_SEAL_START_SIZE 2

/**
 * SuiviSealedKind:
 *
 * What is in a sealed box; the first byte in it, so that one cannot be passed off as the other.
 */
typedef enum
{
  SUIVI_SEALED_VALUE = 'V',
  SUIVI_SEALED_FILE_KEY = 'K',
} SuiviSealedKind;

gboolean     suivi_seal_check_start (const guint8     *data,
                                     gsize             size,
                                     GError          **error);
void         suivi_seal_set_damaged (GError          **error);
GBytes      *suivi_seal_bytes       (const guint8      public_key[SUIVI_SEAL_KEY_SIZE],
                                     SuiviSealedKind   kind,
                                     gconstpointer     data,
                                     gsize             size,
                                     GError          **error);
SuiviSecret *suivi_seal_open_bytes  (SuiviSecret      *secret_key,
                                     SuiviSealedKind   kind,
                                     GBytes           *sealed,
                                     GError          **error);

/* Recovery words and the key that they stand for */
SuiviSecret *suivi_recovery_make    (SuiviSecret     **words,
                                     GError          **error);
SuiviSecret *suivi_recovery_read    (SuiviSecret      *words,
                                     GError          **error);

G_END_DECLS
