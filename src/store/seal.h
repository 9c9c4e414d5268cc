/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/secret.h"

G_BEGIN_DECLS

/*
 * Sealing: bytes in, bytes out (libsodium). No files, no database: vault.h keeps what this makes.
 *
 * A value is sealed to a public key (crypto_box_seal). A file gets a random key, sealed the same way, and is encrypted
 * with it in chunks (secretstream): a piece that is missing, moved or changed is noticed. A secret key is wrapped under
 * a passphrase (Argon2id, MODERATE) or under a recovery key.
 */

/**
 * SUIVI_SEAL_ERROR:
 *
 * The message is a sentence for the user and holds nothing of the content.
 */
#define SUIVI_SEAL_ERROR (suivi_seal_error_quark ())
GQuark suivi_seal_error_quark (void);

typedef enum
{
  SUIVI_SEAL_ERROR_WRONG_KEY,     /* passphrase or recovery words are not the right ones */
  SUIVI_SEAL_ERROR_DAMAGED,       /* sealed for somebody else, cut off, or changed */
  SUIVI_SEAL_ERROR_TOO_LARGE,
  SUIVI_SEAL_ERROR_NO_MEMORY,     /* not enough lockable memory, or memory for Argon2id */
  SUIVI_SEAL_ERROR_BAD_WORDS,     /* recovery words: a word that is none, too few, or the checksum is wrong */
  SUIVI_SEAL_ERROR_WAIT,          /* too many wrong passphrases: wait */
  SUIVI_SEAL_ERROR_WEAK,          /* no passphrase at all */
} SuiviSealError;

#define SUIVI_SEAL_KEY_SIZE        32
#define SUIVI_SEAL_MAX_VALUE_SIZE  (64 * 1024)
/* An ordinary user may lock some 8 MiB of memory: what is larger could be sealed, but not opened. */
#define SUIVI_SEAL_MAX_FILE_SIZE   (6 * 1024 * 1024)
#define SUIVI_RECOVERY_N_WORDS     18

/* Key pairs */
gboolean     suivi_seal_make_keys      (guint8        public_key[SUIVI_SEAL_KEY_SIZE],
                                        SuiviSecret **secret_key,
                                        GError      **error);

gboolean     suivi_seal_get_public_key (SuiviSecret  *secret_key,
                                        guint8        public_key[SUIVI_SEAL_KEY_SIZE],
                                        GError      **error);

/* Values and files */
GBytes      *suivi_seal_value          (const guint8  public_key[SUIVI_SEAL_KEY_SIZE],
                                        gconstpointer data,
                                        gsize         size,
                                        GError      **error);
SuiviSecret *suivi_seal_open_value     (SuiviSecret  *secret_key,
                                        GBytes       *sealed,
                                        GError      **error);
gboolean     suivi_seal_file           (const guint8  public_key[SUIVI_SEAL_KEY_SIZE],
                                        const char   *name,
                                        gconstpointer data,
                                        gsize         size,
                                        GBytes      **key,
                                        GBytes      **body,
                                        GError      **error);
SuiviSecret *suivi_seal_open_file      (SuiviSecret  *secret_key,
                                        GBytes       *key,
                                        GBytes       *body,
                                        SuiviSecret **name,
                                        GError      **error);
/* A file, or a value, for the next key: the content of a file is not touched. */
GBytes      *suivi_seal_again          (SuiviSecret  *secret_key,
                                        GBytes       *sealed,
                                        const guint8  new_public_key[SUIVI_SEAL_KEY_SIZE],
                                        GError      **error);

/* Secret keys under a passphrase, or under recovery words */
GBytes      *suivi_seal_wrap           (SuiviSecret  *secret_key,
                                        SuiviSecret  *passphrase,
                                        GError      **error);
SuiviSecret *suivi_seal_unwrap         (GBytes       *wrapped,
                                        SuiviSecret  *passphrase,
                                        GError      **error);
GBytes      *suivi_seal_wrap_for_recovery   (SuiviSecret  *secret_key,
                                             SuiviSecret **words,
                                             GError      **error);
SuiviSecret *suivi_seal_unwrap_with_recovery (GBytes       *wrapped,
                                             SuiviSecret  *words,
                                             GError      **error);
/* Whether the words are right in themselves, before anything is opened with them */
gboolean     suivi_recovery_check      (SuiviSecret  *words,
                                        GError      **error);
const char  *suivi_recovery_get_word   (guint         i);
int          suivi_recovery_find_word  (const char   *word);

/**
 * SuiviStrength:
 *
 * How long a thief with the file would need, at the cost of Argon2id MODERATE.
 */
typedef enum
{
  SUIVI_STRENGTH_NONE,     /* nothing typed */
  SUIVI_STRENGTH_WEAK,     /* hours or days */
  SUIVI_STRENGTH_FAIR,     /* months */
  SUIVI_STRENGTH_GOOD,     /* centuries */
  SUIVI_STRENGTH_STRONG,
} SuiviStrength;

double        suivi_passphrase_estimate_bits (const char    *passphrase);
SuiviStrength suivi_passphrase_get_strength  (const char    *passphrase);
const char   *suivi_strength_to_label        (SuiviStrength  strength);
SuiviSecret  *suivi_passphrase_suggest       (GError       **error);

G_END_DECLS
