/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <sodium.h>
#include <string.h>

#include "store/seal.h"

#include "fuzz.h"

#define MAX_PLAIN (3 * 64 * 1024)

static void
assert_refused (gconstpointer result, const GError *error)
{
  g_assert_null (result);
  g_assert_nonnull (error);
  g_assert_true (error->domain == SUIVI_SEAL_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* The key of the tests: bytes 0, 1, 2 … 31. */
static SuiviSecret *
new_key (guint8 public_key[SUIVI_SEAL_KEY_SIZE])
{
  g_autoptr (GError) error = NULL;
  SuiviSecret *key = suivi_secret_new (SUIVI_SEAL_KEY_SIZE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < SUIVI_SEAL_KEY_SIZE; i++)
    suivi_secret_get_data (key)[i] = i;
  crypto_scalarmult_base (public_key, suivi_secret_get_data (key));

  return key;
}

static void
check_value (SuiviSecret *key, GBytes *sealed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) value = suivi_seal_open_value (key, sealed, &error);

  if (value == NULL)
    assert_refused (value, error);
  else
    g_assert_cmpuint (suivi_secret_get_size (value), <=, SUIVI_SEAL_MAX_VALUE_SIZE);
}

static void
check_file (SuiviSecret *key, GBytes *file_key, GBytes *body)
{
  g_autoptr (SuiviSecret) name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) file = suivi_seal_open_file (key, file_key, body, &name, &error);

  if (file == NULL)
    {
      assert_refused (file, error);
      g_assert_null (name);
      return;
    }
  g_assert_cmpuint (suivi_secret_get_size (file), <, g_bytes_get_size (body));
  g_assert_true (g_utf8_validate (suivi_secret_get_text (name), suivi_secret_get_size (name), NULL));
  g_assert_null (strchr (suivi_secret_get_text (name), '/'));
}

/* As somebody could seal it who knows the public key and not our rules: what is in the box is anything. */
static GBytes *
seal_anything (const guint8 *public_key, const guint8 *data, gsize size)
{
  guint8 *sealed = g_malloc (2 + crypto_box_SEALBYTES + size);

  memcpy (sealed, "S\1", 2);
  g_assert_cmpint (crypto_box_seal (sealed + 2, data, size, public_key), ==, 0);

  return g_bytes_new_take (sealed, 2 + crypto_box_SEALBYTES + size);
}

/* The first byte of the data tells how long the chunks are, in steps of 4 KiB, and the second how the last is marked. */
static GBytes *
encrypt_anything (const guint8 *file_key, const guint8 *data, gsize size)
{
  crypto_secretstream_xchacha20poly1305_state state;
  gsize chunk = size > 2 && data[0] < 16 ? (data[0] + 1) * 4096 : 64 * 1024;
  guint8 tag = size > 2 ? data[1] & 3 : 3;
  gsize done = MIN (size, 2);
  GByteArray *body = g_byte_array_new ();

  g_byte_array_set_size (body, 2 + crypto_secretstream_xchacha20poly1305_HEADERBYTES);
  memcpy (body->data, "S\1", 2);
  crypto_secretstream_xchacha20poly1305_init_push (&state, body->data + 2, file_key);
  do
    {
      gsize n = MIN (size - done, chunk);
      guint end = body->len;

      g_byte_array_set_size (body, end + n + crypto_secretstream_xchacha20poly1305_ABYTES);
      crypto_secretstream_xchacha20poly1305_push (&state, body->data + end, NULL, data + done, n,
                                                  (const guint8 *) "S\1", 2, done + n < size ? 0 : tag);
      done += n;
    }
  while (done < size);

  return g_byte_array_free_to_bytes (body);
}

/* The first byte tells what the others are: F file, I inside of a box, R wrapped, S stream, V value, W words, else a passphrase. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  guint8 public_key[SUIVI_SEAL_KEY_SIZE] = { 0 };
  g_autoptr (SuiviSecret) key = NULL;
  g_autoptr (GBytes) input = NULL;

  if (size < 1 || size > MAX_PLAIN)
    return 0;
  key = new_key (public_key);
  input = g_bytes_new (data + 1, size - 1);

  switch (data[0])
    {
    case 'V':
      check_value (key, input);
      break;
    case 'I':
      {
        g_autoptr (GBytes) sealed = seal_anything (public_key, data + 1, size - 1);
        g_autoptr (GBytes) again = NULL;
        g_autoptr (GError) error = NULL;

        check_value (key, sealed);
        again = suivi_seal_again (key, sealed, public_key, &error);
        if (again == NULL)
          assert_refused (again, error);
        else
          check_value (key, again);
        break;
      }
    case 'F':
    case 'S':
      {
        guint8 box[64] = { 'K' };
        g_autoptr (GBytes) file_key = NULL;
        g_autoptr (GBytes) body = NULL;

        memset (box + 1, 7, 32);
        box[33] = 0x80;
        file_key = seal_anything (public_key, box, sizeof box);
        body = data[0] == 'S' ? encrypt_anything (box + 1, data + 1, size - 1) : g_bytes_ref (input);
        check_file (key, file_key, body);
        check_file (key, input, body);
        break;
      }
    case 'R':
    case 'W':
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *text = g_strndup ((const char *) data + 1, size - 1);
        g_autoptr (SuiviSecret) words = suivi_secret_new_from_text (text, &error);
        g_autoptr (SuiviSecret) opened = NULL;

        g_assert_no_error (error);
        if (!suivi_recovery_check (words, &error))
          assert_refused (NULL, error);
        g_clear_error (&error);
        if (data[0] == 'R')
          {
            opened = suivi_seal_unwrap_with_recovery (input, words, &error);
            assert_refused (opened, error);
            g_clear_error (&error);
            /* Only with a right checksum would this take its half second. */
            opened = suivi_seal_unwrap (input, words, &error);
            assert_refused (opened, error);
          }
        break;
      }
    default:
      {
        g_autofree char *text = g_strndup ((const char *) data + 1, size - 1);
        double bits = suivi_passphrase_estimate_bits (text);

        g_assert_true (isfinite (bits));
        g_assert_cmpfloat (bits, >=, 0);
        g_assert_cmpint (bits > 0, ==, text[0] != '\0');
        suivi_passphrase_get_strength (text);
        break;
      }
    }

  return 0;
}
