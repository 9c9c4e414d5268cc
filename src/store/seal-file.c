/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "store/seal-private.h"

/*
 * A sealed file is two things: its key (32 random bytes, sealed as a value is), and its body:
 *
 *   'S', 1, header of the stream (24 bytes), chunks
 *
 * Each chunk is 64 KiB of plain bytes, the last one perhaps fewer, and 17 bytes more once encrypted (XChaCha20 and
 * Poly1305, crypto_secretstream). The first two bytes of the body are authenticated with each chunk, the order of the
 * chunks is part of the stream, and only the last one is marked as final: what is cut off, moved, put in, put at the
 * end, or taken from another file is noticed.
 *
 * The plain bytes: length of the name (2 bytes), size of the file (4 bytes; both little-endian), the name in UTF-8, the
 * file, zeros up to the next multiple of 4 KiB. So the size of the body tells the size of the file only in such steps,
 * and the name is nowhere else.
 */
#define CHUNK_SIZE    (64 * 1024)
#define SEALED_CHUNK  (CHUNK_SIZE + crypto_secretstream_xchacha20poly1305_ABYTES)
#define STEP_SIZE     (4 * 1024)
#define LENGTHS_SIZE  6
#define MAX_NAME_SIZE 1024
#define START_SIZE    (SUIVI_SEAL_START_SIZE + crypto_secretstream_xchacha20poly1305_HEADERBYTES)

/* All of the name stands in the first chunk. */
G_STATIC_ASSERT (LENGTHS_SIZE + MAX_NAME_SIZE < CHUNK_SIZE);
G_STATIC_ASSERT (CHUNK_SIZE % STEP_SIZE == 0);

static const guint8 start[SUIVI_SEAL_START_SIZE] = { SUIVI_SEAL_MAGIC, SUIVI_SEAL_VERSION };

/* How many plain bytes a file takes, with name and padding. */
static gsize
get_plain_size (gsize name_size, gsize size)
{
  return (LENGTHS_SIZE + name_size + size + STEP_SIZE - 1) / STEP_SIZE * STEP_SIZE;
}

/* A name as a folder shows it: it must not lead anywhere else when somebody saves the file under it. */
static gboolean
is_file_name (const char *name, gsize size)
{
  return size <= MAX_NAME_SIZE && g_utf8_validate_len (name, size, NULL) && memchr (name, '/', size) == NULL
         && !(size == 1 && name[0] == '.') && !(size == 2 && name[0] == '.' && name[1] == '.');
}

static guint8 *
encrypt_body (SuiviSecret *file_key,
              const char *name,
              gsize name_size,
              const guint8 *data,
              gsize size,
              gsize *body_size,
              GError **error)
{
  g_autoptr (SuiviSecret) chunk = suivi_secret_new (CHUNK_SIZE, error);
  crypto_secretstream_xchacha20poly1305_state state;
  gsize left = get_plain_size (name_size, size);
  gsize n_chunks = (left + CHUNK_SIZE - 1) / CHUNK_SIZE;
  gsize used = LENGTHS_SIZE + name_size;
  guint8 *plain = NULL;
  guint8 *body = NULL;
  guint8 *end = NULL;

  if (chunk == NULL)
    return NULL;

  *body_size = START_SIZE + left + n_chunks * crypto_secretstream_xchacha20poly1305_ABYTES;
  body = g_malloc (*body_size);
  memcpy (body, start, sizeof start);
  crypto_secretstream_xchacha20poly1305_init_push (&state, body + SUIVI_SEAL_START_SIZE,
                                                   suivi_secret_get_data (file_key));
  end = body + START_SIZE;

  plain = suivi_secret_get_data (chunk);
  plain[0] = name_size & 0xff;
  plain[1] = name_size >> 8;
  for (guint i = 0; i < 4; i++)
    plain[2 + i] = (size >> (8 * i)) & 0xff;
  memcpy (plain + LENGTHS_SIZE, name, name_size);

  while (left > 0)
    {
      gsize length = MIN (left, CHUNK_SIZE);
      gsize n = MIN (length - used, size);
      unsigned long long written = 0;

      if (n > 0)
        {
          memcpy (plain + used, data, n);
          data += n;
          size -= n;
        }
      memset (plain + used + n, 0, length - used - n);
      left -= length;
      crypto_secretstream_xchacha20poly1305_push (&state, end, &written, plain, length, start, sizeof start,
                                                  left > 0 ? crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
                                                           : crypto_secretstream_xchacha20poly1305_TAG_FINAL);
      end += written;
      used = 0;
    }
  sodium_memzero (&state, sizeof state);
  g_assert (end == body + *body_size);

  return body;
}

/**
 * suivi_seal_file:
 * @public_key: whose it will be
 * @name: of the file, UTF-8; of a path only what follows the last slash is kept
 * @data: (nullable): its content; it stays the caller's
 * @size: of @data in bytes, at most %SUIVI_SEAL_MAX_FILE_SIZE
 * @key: (out) (transfer full): sealed key of the file; for suivi_seal_again()
 * @body: (out) (transfer full): the encrypted file, with its name
 * @error: return location
 *
 * Seals a file. Its size can be told only in steps of 4 KiB.
 *
 * Returns: %TRUE; or %FALSE with %SUIVI_SEAL_ERROR_TOO_LARGE, or another error
 */
gboolean
suivi_seal_file (const guint8 public_key[SUIVI_SEAL_KEY_SIZE],
                 const char *name,
                 gconstpointer data,
                 gsize size,
                 GBytes **key,
                 GBytes **body,
                 GError **error)
{
  g_autoptr (SuiviSecret) file_key = NULL;
  g_autoptr (GBytes) sealed_key = NULL;
  guint8 *encrypted = NULL;
  const char *slash = NULL;
  gsize encrypted_size = 0;

  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (key != NULL && body != NULL, FALSE);

  slash = strrchr (name, '/');
  if (slash != NULL)
    name = slash + 1;
  if (size > SUIVI_SEAL_MAX_FILE_SIZE)
    {
      g_set_error (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_TOO_LARGE,
        _ ("This file is too large to be sealed: up to %d megabytes are possible. Make it smaller, or "
           "keep it somewhere else that is safe."),
        SUIVI_SEAL_MAX_FILE_SIZE / (1024 * 1024));
      return FALSE;
    }
  if (!is_file_name (name, strlen (name)))
    {
      g_set_error_literal (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_TOO_LARGE,
        _ ("This file cannot be sealed under its name. Give it a shorter, plain name and try "
           "again."));
      return FALSE;
    }

  file_key = suivi_secret_new (crypto_secretstream_xchacha20poly1305_KEYBYTES, error);
  if (file_key == NULL)
    return FALSE;
  crypto_secretstream_xchacha20poly1305_keygen (suivi_secret_get_data (file_key));

  sealed_key = suivi_seal_bytes (public_key, SUIVI_SEALED_FILE_KEY, suivi_secret_get_data (file_key),
                                 suivi_secret_get_size (file_key), error);
  if (sealed_key == NULL)
    return FALSE;
  encrypted = encrypt_body (file_key, name, strlen (name), data, size, &encrypted_size, error);
  if (encrypted == NULL)
    return FALSE;

  *key = g_steal_pointer (&sealed_key);
  *body = g_bytes_new_take (encrypted, encrypted_size);

  return TRUE;
}

/* Makes room for name and content as the first chunk tells them; both come from whoever sealed, so they are checked. */
static gboolean
read_first_chunk (const guint8 *plain,
                  gsize plain_size,
                  SuiviSecret **name,
                  SuiviSecret **content,
                  GError **error)
{
  gsize name_size = plain[0] | plain[1] << 8;
  gsize size = (gsize) plain[2] | (gsize) plain[3] << 8 | (gsize) plain[4] << 16 | (gsize) plain[5] << 24;

  if (name_size > MAX_NAME_SIZE || size > SUIVI_SEAL_MAX_FILE_SIZE
      || get_plain_size (name_size, size) != plain_size
      || !is_file_name ((const char *) plain + LENGTHS_SIZE, name_size))
    {
      suivi_seal_set_damaged (error);
      return FALSE;
    }

  *name = suivi_secret_new (name_size, error);
  if (*name == NULL)
    return FALSE;
  memcpy (suivi_secret_get_data (*name), plain + LENGTHS_SIZE, name_size);
  *content = suivi_secret_new (size, error);

  return *content != NULL;
}

/* Decrypts all chunks; nothing is handed out before the last one was right. */
static gboolean
decrypt_body (SuiviSecret *file_key,
              const guint8 *data,
              gsize size,
              SuiviSecret **name,
              SuiviSecret **content,
              GError **error)
{
  g_autoptr (SuiviSecret) chunk = suivi_secret_new (CHUNK_SIZE, error);
  crypto_secretstream_xchacha20poly1305_state state;
  gsize n_chunks = (size - START_SIZE + SEALED_CHUNK - 1) / SEALED_CHUNK;
  gsize plain_size = 0;
  gsize done = 0;
  gboolean whole = FALSE;

  if (chunk == NULL)
    return FALSE;
  if (size - START_SIZE <= n_chunks * crypto_secretstream_xchacha20poly1305_ABYTES
      || crypto_secretstream_xchacha20poly1305_init_pull (&state, data + SUIVI_SEAL_START_SIZE,
                                                          suivi_secret_get_data (file_key))
           != 0)
    {
      suivi_seal_set_damaged (error);
      return FALSE;
    }

  plain_size = size - START_SIZE - n_chunks * crypto_secretstream_xchacha20poly1305_ABYTES;
  data += START_SIZE;
  size -= START_SIZE;
  while (size > 0)
    {
      guint8 *plain = suivi_secret_get_data (chunk);
      gsize sealed_length = MIN (size, SEALED_CHUNK);
      unsigned long long length = 0;
      unsigned char tag = 0;
      gsize used = 0;
      gsize n = 0;

      size -= sealed_length;
      if (crypto_secretstream_xchacha20poly1305_pull (&state, plain, &length, &tag, data, sealed_length,
                                                      start, sizeof start)
            != 0
          || tag
               != (size > 0 ? crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
                            : crypto_secretstream_xchacha20poly1305_TAG_FINAL))
        break;
      data += sealed_length;

      if (*content == NULL)
        {
          if (length < LENGTHS_SIZE || !read_first_chunk (plain, plain_size, name, content, error))
            break;
          used = LENGTHS_SIZE + suivi_secret_get_size (*name);
        }
      n = MIN (length - used, suivi_secret_get_size (*content) - done);
      memcpy (suivi_secret_get_data (*content) + done, plain + used, n);
      done += n;
      whole = size == 0 && done == suivi_secret_get_size (*content);
    }
  sodium_memzero (&state, sizeof state);

  if (!whole && (error == NULL || *error == NULL))
    suivi_seal_set_damaged (error);

  return whole;
}

/**
 * suivi_seal_open_file:
 * @secret_key: what opens
 * @key: sealed key of the file
 * @body: the encrypted file
 * @name: (out) (optional) (transfer full): its name: valid UTF-8, without slash, perhaps empty
 * @error: return location
 *
 * Opens a file. It is handed out only if all of it is there and unchanged.
 *
 * Returns: (transfer full): the content; or %NULL with %SUIVI_SEAL_ERROR_DAMAGED or %SUIVI_SEAL_ERROR_NO_MEMORY
 */
SuiviSecret *
suivi_seal_open_file (SuiviSecret *secret_key, GBytes *key, GBytes *body, SuiviSecret **name, GError **error)
{
  g_autoptr (SuiviSecret) file_key = NULL;
  g_autoptr (SuiviSecret) file_name = NULL;
  g_autoptr (SuiviSecret) content = NULL;
  const guint8 *data = NULL;
  gsize size = 0;

  g_return_val_if_fail (secret_key != NULL && suivi_secret_get_size (secret_key) == SUIVI_SEAL_KEY_SIZE,
                        NULL);
  g_return_val_if_fail (key != NULL && body != NULL, NULL);

  data = g_bytes_get_data (body, &size);
  if (!suivi_seal_check_start (data, size, error))
    return NULL;
  file_key = suivi_seal_open_bytes (secret_key, SUIVI_SEALED_FILE_KEY, key, error);
  if (file_key == NULL)
    return NULL;
  if (size <= START_SIZE
      || suivi_secret_get_size (file_key) != crypto_secretstream_xchacha20poly1305_KEYBYTES)
    {
      suivi_seal_set_damaged (error);
      return NULL;
    }
  if (!decrypt_body (file_key, data, size, &file_name, &content, error))
    return NULL;

  if (name != NULL)
    *name = g_steal_pointer (&file_name);

  return g_steal_pointer (&content);
}
