/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "tests/store/seal-fixture.h"

void
keys_init (Keys *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_seal_make_keys (self->public_key, &self->secret_key, &error));
  g_assert_no_error (error);
}

void
keys_clear (Keys *self)
{
  g_clear_pointer (&self->secret_key, suivi_secret_unref);
}

SuiviSecret *
new_secret (const char *text)
{
  g_autoptr (GError) error = NULL;
  SuiviSecret *secret = suivi_secret_new_from_text (text, &error);

  g_assert_no_error (error);

  return secret;
}

/* The key of the vectors: bytes 0, 1, 2 … 31. */
SuiviSecret *
new_counting_key (void)
{
  g_autoptr (GError) error = NULL;
  SuiviSecret *key = suivi_secret_new (SUIVI_SEAL_KEY_SIZE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < SUIVI_SEAL_KEY_SIZE; i++)
    suivi_secret_get_data (key)[i] = i;

  return key;
}

GBytes *
parse_hex (const char *hex)
{
  gsize size = strlen (hex) / 2;
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]);

  return g_bytes_new_take (data, size);
}

void
assert_secret (SuiviSecret *secret, gconstpointer data, gsize size)
{
  g_assert_nonnull (secret);
  g_assert_cmpmem (suivi_secret_get_data (secret), suivi_secret_get_size (secret), data, size);
  g_assert_cmpint (suivi_secret_get_text (secret)[size], ==, '\0');
}
