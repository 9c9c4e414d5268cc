/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sodium.h>
#include <string.h>

#include "tests/store/seal-fixture.h"

#define VALUE_OVERHEAD (2 + crypto_box_SEALBYTES)
#define BODY_START     (2 + crypto_secretstream_xchacha20poly1305_HEADERBYTES)
#define CHUNK          (64 * 1024)
#define SEALED_CHUNK   (CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES)

static GBytes *
seal_text (const Keys *keys, const char *text)
{
  g_autoptr (GError) error = NULL;
  GBytes *sealed = suivi_seal_value (keys->public_key, text, strlen (text), &error);

  g_assert_no_error (error);

  return sealed;
}

static void
assert_value_refused (const Keys *keys, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) sealed = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (suivi_seal_open_value (keys->secret_key, sealed, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (suivi_seal_again (keys->secret_key, sealed, keys->public_key, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
}

static void
assert_file_refused (const Keys *keys, GBytes *key, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) body = g_bytes_new (data, size);
  g_autoptr (SuiviSecret) name = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (suivi_seal_open_file (keys->secret_key, key, body, &name, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_assert_null (name);
}

static void
test_value (void)
{
  static const gsize sizes[] = { 0, 1, 62, 63, 64, 126, 127, 1000, SUIVI_SEAL_MAX_VALUE_SIZE };
  g_autofree guint8 *data = g_malloc (SUIVI_SEAL_MAX_VALUE_SIZE + 1);
  g_auto (Keys) keys = { 0 };
  g_auto (Keys) others = { 0 };
  g_autoptr (GError) error = NULL;

  keys_init (&keys);
  keys_init (&others);
  randombytes_buf (data, SUIVI_SEAL_MAX_VALUE_SIZE + 1);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) sealed = suivi_seal_value (keys.public_key, data, sizes[i], &error);
      g_autoptr (SuiviSecret) opened = NULL;

      g_assert_no_error (error);
      /* One byte for the kind and at least one of padding: 62 bytes are the most in a block of 64. */
      g_assert_cmpuint (g_bytes_get_size (sealed), ==, VALUE_OVERHEAD + (sizes[i] + 2 + 63) / 64 * 64);

      opened = suivi_seal_open_value (keys.secret_key, sealed, &error);
      g_assert_no_error (error);
      assert_secret (opened, data, sizes[i]);

      g_assert_null (suivi_seal_open_value (others.secret_key, sealed, &error));
      g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
      g_clear_error (&error);
    }

  g_assert_null (suivi_seal_value (keys.public_key, data, SUIVI_SEAL_MAX_VALUE_SIZE + 1, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_TOO_LARGE);
}

/* The same value twice does not look the same, and a short name is as long as a long one. */
static void
test_value_tells_nothing (void)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;
  g_autoptr (GBytes) c = NULL;

  keys_init (&keys);
  a = seal_text (&keys, "Li");
  b = seal_text (&keys, "Li");
  c = seal_text (&keys, "Somebody with a name that is really rather long");
  g_assert_false (g_bytes_equal (a, b));
  g_assert_cmpuint (g_bytes_get_size (a), ==, g_bytes_get_size (c));
}

/* Sealed when the format was made: what is sealed must open for years. */
static void
test_value_vector (void)
{
  g_autoptr (GBytes) sealed = parse_hex (
    "530132dd18edd34e4fde86dcf8bab6c3dffa2fc696af2bd112e4feabd5a106297a3376b2819913eebeecf9e28c3bf780"
    "d15a27ec032e686e590f037c5130abd22c3327ab7cf229070e8d88424e2be6445560ab9a8d56ef8f3106b3f181f242aa"
    "21adc593b3f8688f20bdb3fbb2839362e79d");
  g_autoptr (SuiviSecret) key = new_counting_key ();
  g_autoptr (SuiviSecret) opened = NULL;
  g_autoptr (GError) error = NULL;

  opened = suivi_seal_open_value (key, sealed, &error);
  g_assert_no_error (error);
  assert_secret (opened, "Someone", 7);
}

static void
test_value_damaged (void)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (GBytes) sealed = NULL;
  g_autofree guint8 *data = NULL;
  gsize size = 0;

  keys_init (&keys);
  sealed = seal_text (&keys, "Someone, 12 Imaginary Street");
  size = g_bytes_get_size (sealed);
  data = g_malloc0 (size + 64);
  memcpy (data, g_bytes_get_data (sealed, NULL), size);

  for (gsize i = 0; i < size; i++)
    {
      for (guint bit = 0; bit < 8; bit++)
        {
          data[i] ^= 1 << bit;
          assert_value_refused (&keys, data, size);
          data[i] ^= 1 << bit;
        }
    }
  for (gsize i = 0; i < size; i++)
    assert_value_refused (&keys, data, i);
  for (gsize i = 1; i <= 64; i++)
    assert_value_refused (&keys, data, size + i);
}

/* Whoever has the public key can seal what he likes in the box; that must not be trusted either. */
static void
test_value_hostile (void)
{
  g_auto (Keys) keys = { 0 };
  guint8 padded[128] = { 0 };
  guint8 sealed[VALUE_OVERHEAD + sizeof padded] = { 'S', 1 };

  keys_init (&keys);

  /* No padding at all. */
  crypto_box_seal (sealed + 2, padded, 64, keys.public_key);
  assert_value_refused (&keys, sealed, VALUE_OVERHEAD + 64);
  /* Nothing but padding: no kind. */
  padded[0] = 0x80;
  crypto_box_seal (sealed + 2, padded, 64, keys.public_key);
  assert_value_refused (&keys, sealed, VALUE_OVERHEAD + 64);
  /* Not a whole block. */
  padded[0] = 'V';
  padded[1] = 0x80;
  crypto_box_seal (sealed + 2, padded, 63, keys.public_key);
  assert_value_refused (&keys, sealed, VALUE_OVERHEAD + 63);
  /* Padding longer than a block. */
  crypto_box_seal (sealed + 2, padded, 128, keys.public_key);
  assert_value_refused (&keys, sealed, VALUE_OVERHEAD + 128);
  /* A key that gives the same secret to everybody is none. */
  {
    const guint8 zero[SUIVI_SEAL_KEY_SIZE] = { 0 };
    g_autoptr (GError) error = NULL;

    g_assert_null (suivi_seal_value (zero, "x", 1, &error));
    g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  }
}

static void
test_newer_version (void)
{
  g_auto (Keys) keys = { 0 };
  const guint8 newer[] = "S\2 something that only a later Suivi understands";
  g_autoptr (GBytes) sealed = g_bytes_new_static (newer, sizeof newer);
  g_autoptr (GError) error = NULL;

  keys_init (&keys);
  g_assert_null (suivi_seal_open_value (keys.secret_key, sealed, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "newer version"));
}

static void
test_seal_again (void)
{
  g_auto (Keys) keys = { 0 };
  g_auto (Keys) successor = { 0 };
  g_autoptr (GBytes) value = NULL;
  g_autoptr (GBytes) value_again = NULL;
  g_autoptr (GBytes) file_key = NULL;
  g_autoptr (GBytes) file_key_again = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SuiviSecret) opened = NULL;
  g_autoptr (SuiviSecret) file = NULL;
  g_autoptr (SuiviSecret) name = NULL;
  g_autoptr (GError) error = NULL;

  keys_init (&keys);
  keys_init (&successor);
  value = seal_text (&keys, "Someone");
  g_assert_true (suivi_seal_file (keys.public_key, "form.pdf", "%PDF", 4, &file_key, &body, &error));
  g_assert_no_error (error);

  value_again = suivi_seal_again (keys.secret_key, value, successor.public_key, &error);
  g_assert_no_error (error);
  file_key_again = suivi_seal_again (keys.secret_key, file_key, successor.public_key, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (value_again), ==, g_bytes_get_size (value));

  opened = suivi_seal_open_value (successor.secret_key, value_again, &error);
  g_assert_no_error (error);
  assert_secret (opened, "Someone", 7);
  file = suivi_seal_open_file (successor.secret_key, file_key_again, body, &name, &error);
  g_assert_no_error (error);
  assert_secret (file, "%PDF", 4);
  assert_secret (name, "form.pdf", 8);

  /* Who had the old key cannot open it now, and who has the new one could not open what was there before. */
  g_assert_null (suivi_seal_open_value (keys.secret_key, value_again, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (suivi_seal_again (successor.secret_key, value, successor.public_key, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);

  /* A value is no key of a file, and a key of a file no value. */
  g_assert_null (suivi_seal_open_file (keys.secret_key, value, body, NULL, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (suivi_seal_open_value (keys.secret_key, file_key, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
}

static void
test_file (void)
{
  /* 6 bytes of lengths and 9 of the name: 4,081 bytes are the most in one step, 65,521 in one chunk. */
  static const gsize sizes[] = { 0, 1, 4081, 4082, 65520, 65521, 65522, 131057, 131058, 200 * 1024, 1000000 };
  g_autofree guint8 *data = g_malloc (1000000);
  g_auto (Keys) keys = { 0 };
  g_autoptr (GError) error = NULL;

  keys_init (&keys);
  randombytes_buf (data, 1000000);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gsize plain_size = (6 + 9 + sizes[i] + 4095) / 4096 * 4096;
      gsize n_chunks = (plain_size + CHUNK - 1) / CHUNK;
      g_autoptr (GBytes) key = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (SuiviSecret) opened = NULL;
      g_autoptr (SuiviSecret) name = NULL;

      g_assert_true (suivi_seal_file (keys.public_key, "côté.db", data, sizes[i], &key, &body, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (body), ==, BODY_START + plain_size + 17 * n_chunks);
      g_assert_cmpuint (g_bytes_get_size (key), ==, VALUE_OVERHEAD + 64);

      opened = suivi_seal_open_file (keys.secret_key, key, body, &name, &error);
      g_assert_no_error (error);
      assert_secret (opened, data, sizes[i]);
      assert_secret (name, "côté.db", 9);
    }
}

static void
test_file_limits (void)
{
  g_autofree guint8 *data = g_malloc0 (SUIVI_SEAL_MAX_FILE_SIZE + 1);
  g_autofree char *long_name = g_strnfill (1025, 'n');
  g_auto (Keys) keys = { 0 };
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SuiviSecret) name = NULL;
  g_autoptr (SuiviSecret) opened = NULL;
  g_autoptr (GError) error = NULL;

  keys_init (&keys);
  g_assert_false (
    suivi_seal_file (keys.public_key, "a", data, SUIVI_SEAL_MAX_FILE_SIZE + 1, &key, &body, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_false (suivi_seal_file (keys.public_key, long_name, data, 1, &key, &body, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_false (suivi_seal_file (keys.public_key, "folder/..", data, 1, &key, &body, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (key);
  g_assert_null (body);

  /* Where the file came from is nobody's business. */
  long_name[1024] = '\0';
  g_assert_true (suivi_seal_file (keys.public_key, "/home/somebody/form.pdf", NULL, 0, &key, &body, &error));
  g_assert_no_error (error);
  opened = suivi_seal_open_file (keys.secret_key, key, body, &name, &error);
  g_assert_no_error (error);
  assert_secret (opened, "", 0);
  assert_secret (name, "form.pdf", 8);
  g_clear_pointer (&key, g_bytes_unref);
  g_clear_pointer (&body, g_bytes_unref);
  g_clear_pointer (&name, suivi_secret_unref);
  g_clear_pointer (&opened, suivi_secret_unref);

  data[SUIVI_SEAL_MAX_FILE_SIZE - 1] = 7;
  g_assert_true (
    suivi_seal_file (keys.public_key, long_name, data, SUIVI_SEAL_MAX_FILE_SIZE, &key, &body, &error));
  g_assert_no_error (error);
  opened = suivi_seal_open_file (keys.secret_key, key, body, &name, &error);
  if (g_error_matches (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_NO_MEMORY))
    {
      g_test_skip ("so much memory cannot be locked here");
      return;
    }
  g_assert_no_error (error);
  assert_secret (opened, data, SUIVI_SEAL_MAX_FILE_SIZE);
  assert_secret (name, long_name, 1024);
}

static void
test_file_damaged (void)
{
  const gsize size = 200 * 1024;
  g_autofree guint8 *data = g_malloc (size);
  g_autofree guint8 *changed = NULL;
  g_auto (Keys) keys = { 0 };
  g_auto (Keys) others = { 0 };
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GBytes) other_key = NULL;
  g_autoptr (GBytes) other_body = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *sealed = NULL;
  gsize n = 0;

  keys_init (&keys);
  keys_init (&others);
  randombytes_buf (data, size);
  g_assert_true (suivi_seal_file (keys.public_key, "photograph.jpg", data, size, &key, &body, &error));
  g_assert_true (
    suivi_seal_file (keys.public_key, "photograph.jpg", data, size, &other_key, &other_body, &error));
  g_assert_no_error (error);
  sealed = g_bytes_get_data (body, &n);
  changed = g_malloc0 (n + SEALED_CHUNK);
  memcpy (changed, sealed, n);

  /* A byte that is not as it was: all of the start, the ends of every chunk, and here and there. */
  for (gsize i = 0; i < n; i += (i < 100 || (i - BODY_START) % SEALED_CHUNK < 2 || i + 20 > n) ? 1 : 977)
    {
      changed[i] ^= 0x10;
      assert_file_refused (&keys, key, changed, n);
      changed[i] ^= 0x10;
    }
  /* Cut off: at the start, between chunks, one byte before and after, at the end. */
  for (gsize i = 0; i < 100; i++)
    assert_file_refused (&keys, key, changed, i);
  for (gsize chunk = 0; chunk < 4; chunk++)
    {
      gsize end = BODY_START + chunk * SEALED_CHUNK;

      for (gsize i = end - 20; i <= end + 20; i++)
        assert_file_refused (&keys, key, changed, i);
      assert_file_refused (&keys, key, changed, end + 4096 + 17);
    }
  for (gsize i = n - 40; i < n; i++)
    assert_file_refused (&keys, key, changed, i);
  /* Something at the end: zeros, or the last chunk once more. */
  for (gsize i = 1; i < 40; i++)
    assert_file_refused (&keys, key, changed, n + i);
  memcpy (changed + n, sealed + BODY_START + 3 * SEALED_CHUNK, n - BODY_START - 3 * SEALED_CHUNK);
  assert_file_refused (&keys, key, changed, 2 * n - BODY_START - 3 * SEALED_CHUNK);

  /* Two chunks in each other's place; one twice; one left out. */
  memcpy (changed + BODY_START, sealed + BODY_START + SEALED_CHUNK, SEALED_CHUNK);
  memcpy (changed + BODY_START + SEALED_CHUNK, sealed + BODY_START, SEALED_CHUNK);
  assert_file_refused (&keys, key, changed, n);
  memcpy (changed + BODY_START, sealed + BODY_START, SEALED_CHUNK);
  assert_file_refused (&keys, key, changed, n);
  memcpy (changed + BODY_START + SEALED_CHUNK, sealed + BODY_START + 2 * SEALED_CHUNK,
          n - BODY_START - 2 * SEALED_CHUNK);
  assert_file_refused (&keys, key, changed, n - SEALED_CHUNK);

  /* The key or the body of another file; another person's key. */
  assert_file_refused (&keys, other_key, sealed, n);
  assert_file_refused (&keys, key, g_bytes_get_data (other_body, NULL), n);
  assert_file_refused (&others, key, sealed, n);
}

/* Encrypts as the format says, with whatever somebody wants to put in. */
static void
assert_plain_refused (const Keys *keys, const guint8 *plain, gsize size, guint8 tag, gboolean refused)
{
  guint8 file_key[crypto_secretstream_xchacha20poly1305_KEYBYTES] = { 0 };
  guint8 box[64] = { 'K' };
  guint8 sealed_key[VALUE_OVERHEAD + sizeof box] = { 'S', 1 };
  g_autofree guint8 *data = g_malloc (BODY_START + size + 17);
  crypto_secretstream_xchacha20poly1305_state state;
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SuiviSecret) opened = NULL;
  g_autoptr (GError) error = NULL;

  crypto_secretstream_xchacha20poly1305_keygen (file_key);
  memcpy (box + 1, file_key, sizeof file_key);
  box[1 + sizeof file_key] = 0x80;
  crypto_box_seal (sealed_key + 2, box, sizeof box, keys->public_key);
  key = g_bytes_new (sealed_key, sizeof sealed_key);

  memcpy (data, "S\1", 2);
  crypto_secretstream_xchacha20poly1305_init_push (&state, data + 2, file_key);
  crypto_secretstream_xchacha20poly1305_push (&state, data + BODY_START, NULL, plain, size,
                                              (const guint8 *) "S\1", 2, tag);
  body = g_bytes_new (data, BODY_START + size + 17);

  opened = suivi_seal_open_file (keys->secret_key, key, body, NULL, &error);
  if (refused)
    {
      g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
      g_assert_null (opened);
    }
  else
    {
      g_assert_no_error (error);
      assert_secret (opened, "ok", 2);
    }
}

static void
test_file_hostile (void)
{
  const guint8 final = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  guint8 plain[4096] = { 4, 0, 2, 0, 0, 0, 'n', 'a', 'm', 'e', 'o', 'k' };
  g_auto (Keys) keys = { 0 };

  keys_init (&keys);
  /* As it should be: this also fixes the format. */
  assert_plain_refused (&keys, plain, sizeof plain, final, FALSE);

  assert_plain_refused (&keys, plain, sizeof plain, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE, TRUE);
  assert_plain_refused (&keys, plain, sizeof plain, crypto_secretstream_xchacha20poly1305_TAG_PUSH, TRUE);
  assert_plain_refused (&keys, plain, 4095, final, TRUE);
  assert_plain_refused (&keys, plain, 12, final, TRUE);
  assert_plain_refused (&keys, plain, 5, final, TRUE);
  assert_plain_refused (&keys, plain, 0, final, TRUE);
  /* Names that lead elsewhere, or are no text. */
  plain[8] = '/';
  assert_plain_refused (&keys, plain, sizeof plain, final, TRUE);
  plain[8] = '\0';
  assert_plain_refused (&keys, plain, sizeof plain, final, TRUE);
  plain[8] = 0xff;
  assert_plain_refused (&keys, plain, sizeof plain, final, TRUE);
  plain[8] = 'm';
  /* More than there is. */
  plain[1] = 0x10;
  assert_plain_refused (&keys, plain, sizeof plain, final, TRUE);
  plain[1] = 0;
  plain[3] = 0x10;
  assert_plain_refused (&keys, plain, sizeof plain, final, TRUE);
  memset (plain, 0xff, 6);
  assert_plain_refused (&keys, plain, sizeof plain, final, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/seal/value", test_value);
  g_test_add_func ("/store/seal/value/tells-nothing", test_value_tells_nothing);
  g_test_add_func ("/store/seal/value/vector", test_value_vector);
  g_test_add_func ("/store/seal/value/damaged", test_value_damaged);
  g_test_add_func ("/store/seal/value/hostile", test_value_hostile);
  g_test_add_func ("/store/seal/newer-version", test_newer_version);
  g_test_add_func ("/store/seal/again", test_seal_again);
  g_test_add_func ("/store/seal/file", test_file);
  g_test_add_func ("/store/seal/file/limits", test_file_limits);
  g_test_add_func ("/store/seal/file/damaged", test_file_damaged);
  g_test_add_func ("/store/seal/file/hostile", test_file_hostile);

  return g_test_run ();
}
