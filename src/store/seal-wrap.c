/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "store/seal-private.h"

/*
 * A secret key that is wrapped: 'S', 1, then
 *
 *   under a passphrase: 'P', salt (16 bytes), opslimit (4), memlimit in bytes (4; both little-endian),
 *   under recovery words: 'R',
 *
 * then for both: nonce (24), secretbox of the secret key (48), checksum (16: BLAKE2b of all before it).
 *
 * The checksum protects nothing: it tells a damaged file from a wrong passphrase, so that nobody is told that hers is
 * wrong when it is right. What cannot be forged is the secretbox, and all that comes before it goes into its key.
 */
#define KIND_PASSPHRASE 'P'
#define KIND_RECOVERY   'R'
#define KIND_SIZE       (SUIVI_SEAL_START_SIZE + 1)
#define SALT_SIZE       crypto_pwhash_argon2id_SALTBYTES
#define PASSPHRASE_HEAD (KIND_SIZE + SALT_SIZE + 4 + 4)
#define RECOVERY_HEAD   KIND_SIZE
#define NONCE_SIZE      crypto_secretbox_NONCEBYTES
#define BOX_SIZE        (crypto_secretbox_MACBYTES + SUIVI_SEAL_KEY_SIZE)
#define CHECKSUM_SIZE   crypto_generichash_BYTES_MIN
#define TAIL_SIZE       (NONCE_SIZE + BOX_SIZE + CHECKSUM_SIZE)

G_STATIC_ASSERT (SUIVI_SEAL_KEY_SIZE == crypto_secretbox_KEYBYTES);

static void
write_uint32 (guint8 *to, guint32 value)
{
  for (guint i = 0; i < 4; i++)
    to[i] = (value >> (8 * i)) & 0xff;
}

static guint32
read_uint32 (const guint8 *from)
{
  return (guint32) from[0] | (guint32) from[1] << 8 | (guint32) from[2] << 16 | (guint32) from[3] << 24;
}

/* From the head of a wrap and the key that belongs to it: the whole. */
static GBytes *
wrap_under_key (const guint8 *head, gsize head_size, SuiviSecret *key, SuiviSecret *secret_key)
{
  guint8 *wrapped = g_malloc (head_size + TAIL_SIZE);
  guint8 *nonce = wrapped + head_size;
  guint8 *box = nonce + NONCE_SIZE;
  guint8 *checksum = box + BOX_SIZE;

  memcpy (wrapped, head, head_size);
  randombytes_buf (nonce, NONCE_SIZE);
  crypto_secretbox_easy (box, suivi_secret_get_data (secret_key), SUIVI_SEAL_KEY_SIZE, nonce,
                         suivi_secret_get_data (key));
  crypto_generichash (checksum, CHECKSUM_SIZE, wrapped, checksum - wrapped, NULL, 0);

  return g_bytes_new_take (wrapped, head_size + TAIL_SIZE);
}

/* Whether the wrap is whole and of the right kind. */
static gboolean
check_wrap (GBytes *wrapped, guint8 kind, gsize head_size, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (wrapped, &size);
  guint8 checksum[CHECKSUM_SIZE] = { 0 };

  if (!suivi_seal_check_start (data, size, error))
    return FALSE;
  if (size == head_size + TAIL_SIZE && data[SUIVI_SEAL_START_SIZE] == kind)
    {
      crypto_generichash (checksum, sizeof checksum, data, size - CHECKSUM_SIZE, NULL, 0);
      if (memcmp (checksum, data + size - CHECKSUM_SIZE, CHECKSUM_SIZE) == 0)
        return TRUE;
    }
  suivi_seal_set_damaged (error);

  return FALSE;
}

/* The secret key, if @key opens the box; %NULL without error if not, or with one if there is no memory. */
static SuiviSecret *
unwrap_under_key (GBytes *wrapped, gsize head_size, SuiviSecret *key, GError **error)
{
  const guint8 *nonce = (const guint8 *) g_bytes_get_data (wrapped, NULL) + head_size;
  g_autoptr (SuiviSecret) secret_key = suivi_secret_new (SUIVI_SEAL_KEY_SIZE, error);

  if (secret_key == NULL
      || crypto_secretbox_open_easy (suivi_secret_get_data (secret_key), nonce + NONCE_SIZE, BOX_SIZE, nonce,
                                     suivi_secret_get_data (key))
           != 0)
    return NULL;

  return g_steal_pointer (&secret_key);
}

static SuiviSecret *
stretch_passphrase (SuiviSecret *passphrase,
                    const guint8 salt[SALT_SIZE],
                    guint32 opslimit,
                    guint32 memlimit,
                    GError **error)
{
  g_autoptr (SuiviSecret) key = suivi_secret_new (SUIVI_SEAL_KEY_SIZE, error);

  if (key == NULL)
    return NULL;
  if (crypto_pwhash_argon2id (suivi_secret_get_data (key), SUIVI_SEAL_KEY_SIZE,
                              suivi_secret_get_text (passphrase), suivi_secret_get_size (passphrase), salt,
                              opslimit, memlimit, crypto_pwhash_argon2id_ALG_ARGON2ID13)
      != 0)
    {
      g_set_error (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_NO_MEMORY,
        _ ("A passphrase needs %u megabytes of memory for a moment, and this computer has not that much "
           "left. Close other programs and try again."),
        memlimit / (1024 * 1024));
      return NULL;
    }

  return g_steal_pointer (&key);
}

/**
 * suivi_seal_wrap:
 * @secret_key: %SUIVI_SEAL_KEY_SIZE bytes
 * @passphrase: as typed, UTF-8; every character counts, spaces too
 * @error: return location
 *
 * Wraps a secret key under a passphrase, with Argon2id at libsodium's cost MODERATE (3 passes over 256 MiB: about half a
 * second). Any passphrase but an empty one is taken: suivi_passphrase_get_strength() advises, it does not forbid.
 *
 * Returns: (transfer full): the wrapped key; or %NULL with %SUIVI_SEAL_ERROR_WEAK or %SUIVI_SEAL_ERROR_NO_MEMORY
 */
GBytes *
suivi_seal_wrap (SuiviSecret *secret_key, SuiviSecret *passphrase, GError **error)
{
  g_autoptr (SuiviSecret) key = NULL;
  guint8 head[PASSPHRASE_HEAD] = { SUIVI_SEAL_MAGIC, SUIVI_SEAL_VERSION, KIND_PASSPHRASE };
  guint8 *salt = head + KIND_SIZE;

  g_return_val_if_fail (secret_key != NULL && suivi_secret_get_size (secret_key) == SUIVI_SEAL_KEY_SIZE,
                        NULL);
  g_return_val_if_fail (passphrase != NULL, NULL);

  if (suivi_secret_get_size (passphrase) == 0)
    {
      g_set_error_literal (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WEAK,
        _ ("There is no passphrase yet. Type one: several words are easy to remember and hard "
           "to guess."));
      return NULL;
    }

  randombytes_buf (salt, SALT_SIZE);
  write_uint32 (salt + SALT_SIZE, crypto_pwhash_argon2id_OPSLIMIT_MODERATE);
  write_uint32 (salt + SALT_SIZE + 4, crypto_pwhash_argon2id_MEMLIMIT_MODERATE);
  key = stretch_passphrase (passphrase, salt, crypto_pwhash_argon2id_OPSLIMIT_MODERATE,
                            crypto_pwhash_argon2id_MEMLIMIT_MODERATE, error);
  if (key == NULL)
    return NULL;

  return wrap_under_key (head, sizeof head, key, secret_key);
}

/**
 * suivi_seal_unwrap:
 * @wrapped: from suivi_seal_wrap()
 * @passphrase: as typed
 * @error: return location
 *
 * Opens a wrapped key. It takes the same time whatever is wrong with the passphrase, and the answer does not depend on
 * how much of it is right. A cost below MODERATE or above SENSITIVE is refused: a file from elsewhere must not make us
 * take gigabytes of memory, nor make guessing cheap.
 *
 * Returns: (transfer full): the secret key; or %NULL with %SUIVI_SEAL_ERROR_WRONG_KEY, %SUIVI_SEAL_ERROR_DAMAGED or
 *   %SUIVI_SEAL_ERROR_NO_MEMORY
 */
SuiviSecret *
suivi_seal_unwrap (GBytes *wrapped, SuiviSecret *passphrase, GError **error)
{
  g_autoptr (SuiviSecret) key = NULL;
  g_autoptr (GError) local_error = NULL;
  SuiviSecret *secret_key = NULL;
  const guint8 *salt = NULL;
  guint32 opslimit = 0;
  guint32 memlimit = 0;

  g_return_val_if_fail (wrapped != NULL, NULL);
  g_return_val_if_fail (passphrase != NULL, NULL);

  if (!check_wrap (wrapped, KIND_PASSPHRASE, PASSPHRASE_HEAD, error))
    return NULL;
  salt = (const guint8 *) g_bytes_get_data (wrapped, NULL) + KIND_SIZE;
  opslimit = read_uint32 (salt + SALT_SIZE);
  memlimit = read_uint32 (salt + SALT_SIZE + 4);
  if (opslimit < crypto_pwhash_argon2id_OPSLIMIT_MODERATE
      || opslimit > crypto_pwhash_argon2id_OPSLIMIT_SENSITIVE
      || memlimit < crypto_pwhash_argon2id_MEMLIMIT_MODERATE
      || memlimit > crypto_pwhash_argon2id_MEMLIMIT_SENSITIVE)
    {
      suivi_seal_set_damaged (error);
      return NULL;
    }

  key = stretch_passphrase (passphrase, salt, opslimit, memlimit, error);
  if (key == NULL)
    return NULL;
  secret_key = unwrap_under_key (wrapped, PASSPHRASE_HEAD, key, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (secret_key == NULL)
    g_set_error_literal (
      error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY,
      _ ("This passphrase does not open what is sealed here. Check capital letters, the layout of "
         "the keyboard, and spaces at the end."));

  return secret_key;
}

/**
 * suivi_seal_wrap_for_recovery:
 * @secret_key: %SUIVI_SEAL_KEY_SIZE bytes
 * @words: (out) (transfer full): the recovery words, with spaces between them: to be printed, and kept nowhere
 * @error: return location
 *
 * Wraps a secret key a second time, under words that are made for it. They stand for 128 random bits, so there is nothing
 * to stretch.
 *
 * Returns: (transfer full): the wrapped key; or %NULL with %SUIVI_SEAL_ERROR_NO_MEMORY
 */
GBytes *
suivi_seal_wrap_for_recovery (SuiviSecret *secret_key, SuiviSecret **words, GError **error)
{
  const guint8 head[RECOVERY_HEAD] = { SUIVI_SEAL_MAGIC, SUIVI_SEAL_VERSION, KIND_RECOVERY };
  g_autoptr (SuiviSecret) key = NULL;

  g_return_val_if_fail (secret_key != NULL && suivi_secret_get_size (secret_key) == SUIVI_SEAL_KEY_SIZE,
                        NULL);
  g_return_val_if_fail (words != NULL, NULL);

  key = suivi_recovery_make (words, error);
  if (key == NULL)
    return NULL;

  return wrap_under_key (head, sizeof head, key, secret_key);
}

/**
 * suivi_seal_unwrap_with_recovery:
 * @wrapped: from suivi_seal_wrap_for_recovery()
 * @words: as typed; see suivi_recovery_check()
 * @error: return location
 *
 * Opens a key with the words of the recovery sheet.
 *
 * Returns: (transfer full): the secret key; or %NULL with %SUIVI_SEAL_ERROR_BAD_WORDS, %SUIVI_SEAL_ERROR_WRONG_KEY if
 *   they are the words of another sheet, %SUIVI_SEAL_ERROR_DAMAGED or %SUIVI_SEAL_ERROR_NO_MEMORY
 */
SuiviSecret *
suivi_seal_unwrap_with_recovery (GBytes *wrapped, SuiviSecret *words, GError **error)
{
  g_autoptr (SuiviSecret) key = NULL;
  g_autoptr (GError) local_error = NULL;
  SuiviSecret *secret_key = NULL;

  g_return_val_if_fail (wrapped != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  if (!check_wrap (wrapped, KIND_RECOVERY, RECOVERY_HEAD, error))
    return NULL;
  key = suivi_recovery_read (words, error);
  if (key == NULL)
    return NULL;
  secret_key = unwrap_under_key (wrapped, RECOVERY_HEAD, key, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (secret_key == NULL)
    g_set_error_literal (
      error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY,
      _ ("These are the words of another recovery sheet: they do not open what is sealed here. "
         "Look for the sheet that was printed last."));

  return secret_key;
}
