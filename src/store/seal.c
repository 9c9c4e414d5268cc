/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "store/seal-private.h"

G_DEFINE_QUARK (suivi - seal - error - quark, suivi_seal_error)

G_STATIC_ASSERT (SUIVI_SEAL_KEY_SIZE == crypto_box_PUBLICKEYBYTES);
G_STATIC_ASSERT (SUIVI_SEAL_KEY_SIZE == crypto_box_SECRETKEYBYTES);

/*
 * A sealed value: 'S', 1, then crypto_box_seal() of
 *
 *   kind (1 byte), data, padding to a multiple of 64 bytes (ISO/IEC 7816-4, as sodium_pad() does it)
 *
 * so that the size of what is sealed does not tell how long a name is.
 */
#define BLOCK_SIZE      64
#define MAX_PADDED_SIZE ((1 + SUIVI_SEAL_MAX_VALUE_SIZE) / BLOCK_SIZE * BLOCK_SIZE + BLOCK_SIZE)
#define OVERHEAD        (SUIVI_SEAL_START_SIZE + crypto_box_SEALBYTES)

/* One sentence for all of it: which of the three it was cannot be known. */
void
suivi_seal_set_damaged (GError **error)
{
  g_set_error_literal (
    error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED,
    _ ("This cannot be opened: it was sealed for somebody else, or it was changed or cut off "
       "afterwards. If there is a backup of the workspace, open it there."));
}

/* Whether sealed bytes begin as this version writes them. */
gboolean
suivi_seal_check_start (const guint8 *data, gsize size, GError **error)
{
  if (size < SUIVI_SEAL_START_SIZE || data[0] != SUIVI_SEAL_MAGIC || data[1] == 0)
    {
      suivi_seal_set_damaged (error);
      return FALSE;
    }
  if (data[1] > SUIVI_SEAL_VERSION)
    {
      g_set_error_literal (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED,
                           _ ("This cannot be opened: it was sealed by a newer version of Suivi, or it was "
                              "changed afterwards. Install the newest version and try again."));
      return FALSE;
    }

  return TRUE;
}

/**
 * suivi_seal_get_public_key:
 * @public_key: (out caller-allocates): what is sealed to it, @secret_key opens
 *
 * Returns: %FALSE if @secret_key is none
 */
gboolean
suivi_seal_get_public_key (SuiviSecret *secret_key, guint8 public_key[SUIVI_SEAL_KEY_SIZE], GError **error)
{
  if (suivi_secret_get_size (secret_key) == SUIVI_SEAL_KEY_SIZE
      && crypto_scalarmult_base (public_key, suivi_secret_get_data (secret_key)) == 0)
    return TRUE;

  suivi_seal_set_damaged (error);
  return FALSE;
}

static GBytes *
seal_padded (const guint8 *public_key, SuiviSecret *padded, GError **error)
{
  gsize size = suivi_secret_get_size (padded);
  g_autofree guint8 *sealed = g_malloc (OVERHEAD + size);

  sealed[0] = SUIVI_SEAL_MAGIC;
  sealed[1] = SUIVI_SEAL_VERSION;
  if (crypto_box_seal (sealed + SUIVI_SEAL_START_SIZE, suivi_secret_get_data (padded), size, public_key) != 0)
    {
      g_set_error_literal (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED,
        _ ("Nothing can be sealed: the key in this workspace is damaged. Open a backup of the "
           "workspace."));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&sealed), OVERHEAD + size);
}

/* What is in the box, still padded; @size is the size without padding, at least 1 for the kind. */
static SuiviSecret *
open_padded (SuiviSecret *secret_key, GBytes *sealed, gsize *size, GError **error)
{
  gsize sealed_size = 0;
  const guint8 *data = g_bytes_get_data (sealed, &sealed_size);
  g_autoptr (SuiviSecret) padded = NULL;
  guint8 public_key[SUIVI_SEAL_KEY_SIZE] = { 0 };
  gsize padded_size = 0;

  if (!suivi_seal_check_start (data, sealed_size, error))
    return NULL;
  if (sealed_size < OVERHEAD + BLOCK_SIZE || sealed_size > OVERHEAD + MAX_PADDED_SIZE
      || (sealed_size - OVERHEAD) % BLOCK_SIZE != 0)
    {
      suivi_seal_set_damaged (error);
      return NULL;
    }

  padded_size = sealed_size - OVERHEAD;
  padded = suivi_secret_new (padded_size, error);
  if (padded == NULL)
    return NULL;
  if (crypto_scalarmult_base (public_key, suivi_secret_get_data (secret_key)) != 0
      || crypto_box_seal_open (suivi_secret_get_data (padded), data + SUIVI_SEAL_START_SIZE,
                               sealed_size - SUIVI_SEAL_START_SIZE, public_key,
                               suivi_secret_get_data (secret_key))
           != 0
      || sodium_unpad (size, suivi_secret_get_data (padded), padded_size, BLOCK_SIZE) != 0 || *size < 1)
    {
      suivi_seal_set_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&padded);
}

/* Seals bytes of a kind; see the format above. The size is for the caller to bound. */
GBytes *
suivi_seal_bytes (const guint8 public_key[SUIVI_SEAL_KEY_SIZE],
                  SuiviSealedKind kind,
                  gconstpointer data,
                  gsize size,
                  GError **error)
{
  gsize padded_size = (1 + size) / BLOCK_SIZE * BLOCK_SIZE + BLOCK_SIZE;
  g_autoptr (SuiviSecret) padded = suivi_secret_new (padded_size, error);
  guint8 *bytes = NULL;
  gsize used = 0;

  if (padded == NULL)
    return NULL;

  bytes = suivi_secret_get_data (padded);
  bytes[0] = kind;
  if (size > 0)
    memcpy (bytes + 1, data, size);
  if (sodium_pad (&used, bytes, 1 + size, BLOCK_SIZE, padded_size) != 0 || used != padded_size)
    g_assert_not_reached ();

  return seal_padded (public_key, padded, error);
}

/* Opens what suivi_seal_bytes() sealed, if it is of that kind. */
SuiviSecret *
suivi_seal_open_bytes (SuiviSecret *secret_key, SuiviSealedKind kind, GBytes *sealed, GError **error)
{
  gsize size = 0;
  g_autoptr (SuiviSecret) padded = open_padded (secret_key, sealed, &size, error);
  SuiviSecret *content = NULL;

  if (padded == NULL)
    return NULL;
  if (suivi_secret_get_data (padded)[0] != kind)
    {
      suivi_seal_set_damaged (error);
      return NULL;
    }

  content = suivi_secret_new (size - 1, error);
  if (content != NULL)
    memcpy (suivi_secret_get_data (content), suivi_secret_get_data (padded) + 1, size - 1);

  return content;
}

/**
 * suivi_seal_make_keys:
 * @public_key: (out): what is sealed to; may be seen by anybody
 * @secret_key: (out) (transfer full): what opens, %SUIVI_SEAL_KEY_SIZE bytes
 * @error: return location
 *
 * Makes a pair of keys (X25519).
 *
 * Returns: %TRUE; or %FALSE with %SUIVI_SEAL_ERROR_NO_MEMORY
 */
gboolean
suivi_seal_make_keys (guint8 public_key[SUIVI_SEAL_KEY_SIZE], SuiviSecret **secret_key, GError **error)
{
  g_autoptr (SuiviSecret) key = NULL;

  g_return_val_if_fail (secret_key != NULL, FALSE);

  key = suivi_secret_new (SUIVI_SEAL_KEY_SIZE, error);
  if (key == NULL)
    return FALSE;

  crypto_box_keypair (public_key, suivi_secret_get_data (key));
  *secret_key = g_steal_pointer (&key);

  return TRUE;
}

/**
 * suivi_seal_value:
 * @public_key: whose it will be
 * @data: (nullable): what to seal; it stays the caller's, who should wipe it
 * @size: of @data in bytes, at most %SUIVI_SEAL_MAX_VALUE_SIZE
 * @error: return location
 *
 * Seals something short. Without the secret key nobody can open it, whoever sealed it included. The size of the result
 * tells the size of the value only in steps of 64 bytes.
 *
 * Returns: (transfer full): the sealed bytes; or %NULL with %SUIVI_SEAL_ERROR_TOO_LARGE, or another error
 */
GBytes *
suivi_seal_value (const guint8 public_key[SUIVI_SEAL_KEY_SIZE],
                  gconstpointer data,
                  gsize size,
                  GError **error)
{
  g_return_val_if_fail (data != NULL || size == 0, NULL);

  if (size > SUIVI_SEAL_MAX_VALUE_SIZE)
    {
      g_set_error (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_TOO_LARGE,
        _ ("This text is too long to be sealed: up to %d kilobytes are possible. Shorten it, or attach "
           "it as a file."),
        SUIVI_SEAL_MAX_VALUE_SIZE / 1024);
      return NULL;
    }

  return suivi_seal_bytes (public_key, SUIVI_SEALED_VALUE, data, size, error);
}

/**
 * suivi_seal_open_value:
 * @secret_key: what opens
 * @sealed: from suivi_seal_value()
 * @error: return location
 *
 * Opens a value.
 *
 * Returns: (transfer full): the value; or %NULL with %SUIVI_SEAL_ERROR_DAMAGED or %SUIVI_SEAL_ERROR_NO_MEMORY
 */
SuiviSecret *
suivi_seal_open_value (SuiviSecret *secret_key, GBytes *sealed, GError **error)
{
  g_return_val_if_fail (secret_key != NULL && suivi_secret_get_size (secret_key) == SUIVI_SEAL_KEY_SIZE,
                        NULL);
  g_return_val_if_fail (sealed != NULL, NULL);

  return suivi_seal_open_bytes (secret_key, SUIVI_SEALED_VALUE, sealed, error);
}

/**
 * suivi_seal_again:
 * @secret_key: what opens @sealed
 * @sealed: a value, or the key of a file
 * @new_public_key: whose it will be
 * @error: return location
 *
 * Seals for the next key. Of a file only the key is sealed again: its body need not be touched.
 *
 * Returns: (transfer full): the sealed bytes; or %NULL, with errors as in suivi_seal_open_value()
 */
GBytes *
suivi_seal_again (SuiviSecret *secret_key,
                  GBytes *sealed,
                  const guint8 new_public_key[SUIVI_SEAL_KEY_SIZE],
                  GError **error)
{
  g_autoptr (SuiviSecret) padded = NULL;
  gsize size = 0;

  g_return_val_if_fail (secret_key != NULL && suivi_secret_get_size (secret_key) == SUIVI_SEAL_KEY_SIZE,
                        NULL);
  g_return_val_if_fail (sealed != NULL, NULL);

  padded = open_padded (secret_key, sealed, &size, error);
  if (padded == NULL)
    return NULL;

  return seal_padded (new_public_key, padded, error);
}
