/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "store/seal-private.h"

/*
 * A recovery sheet holds 18 words, one for each byte: 16 random bytes, and 2 of their BLAKE2b, so that a slip in copying
 * is noticed (all but one of 65,536). The key that the words stand for is another BLAKE2b of the 16 bytes.
 */
#define SEED_SIZE     16
#define CHECK_SIZE    2
#define MAX_WORD_SIZE 7
/* Four letters tell each word of the list from all others. */
#define MIN_LETTERS 4

G_STATIC_ASSERT (SEED_SIZE + CHECK_SIZE == SUIVI_RECOVERY_N_WORDS);

/* BLAKE2b of the seed for one purpose. */
static void
hash_seed (const guint8 *seed, const char *purpose, guint8 *hash, gsize hash_size)
{
  crypto_generichash (hash, hash_size, seed, SEED_SIZE, (const guint8 *) purpose, strlen (purpose));
}

static void
compute_check (const guint8 *seed, guint8 check[CHECK_SIZE])
{
  guint8 hash[crypto_generichash_BYTES_MIN] = { 0 };

  hash_seed (seed, "Suivi recovery sheet checksum", hash, sizeof hash);
  memcpy (check, hash, CHECK_SIZE);
  sodium_memzero (hash, sizeof hash);
}

static SuiviSecret *
make_key (const guint8 *seed, GError **error)
{
  SuiviSecret *key = suivi_secret_new (SUIVI_SEAL_KEY_SIZE, error);

  if (key != NULL)
    hash_seed (seed, "Suivi recovery sheet key", suivi_secret_get_data (key), SUIVI_SEAL_KEY_SIZE);

  return key;
}

/* The words of the bytes, with spaces between. */
static SuiviSecret *
write_words (const guint8 *bytes, GError **error)
{
  SuiviSecret *words = NULL;
  char *end = NULL;
  gsize size = SUIVI_RECOVERY_N_WORDS - 1;

  for (guint i = 0; i < SUIVI_RECOVERY_N_WORDS; i++)
    size += strlen (suivi_recovery_get_word (bytes[i]));

  words = suivi_secret_new (size, error);
  if (words == NULL)
    return NULL;
  end = (char *) suivi_secret_get_data (words);
  for (guint i = 0; i < SUIVI_RECOVERY_N_WORDS; i++)
    {
      const char *word = suivi_recovery_get_word (bytes[i]);

      if (i > 0)
        *end++ = ' ';
      memcpy (end, word, strlen (word));
      end += strlen (word);
    }

  return words;
}

/* New random words, and the key they stand for. */
SuiviSecret *
suivi_recovery_make (SuiviSecret **words, GError **error)
{
  g_autoptr (SuiviSecret) bytes = suivi_secret_new (SUIVI_RECOVERY_N_WORDS, error);
  g_autoptr (SuiviSecret) new_words = NULL;
  SuiviSecret *key = NULL;

  if (bytes == NULL)
    return NULL;
  randombytes_buf (suivi_secret_get_data (bytes), SEED_SIZE);
  compute_check (suivi_secret_get_data (bytes), suivi_secret_get_data (bytes) + SEED_SIZE);

  new_words = write_words (suivi_secret_get_data (bytes), error);
  if (new_words == NULL)
    return NULL;
  key = make_key (suivi_secret_get_data (bytes), error);
  if (key != NULL)
    *words = g_steal_pointer (&new_words);

  return key;
}

/* The next word of the text, in lower case, and where it ends; letters beyond the longest word are counted only. */
static const char *
read_word (const char *text, char word[MAX_WORD_SIZE + 1], gsize *n_letters)
{
  *n_letters = 0;
  sodium_memzero (word, MAX_WORD_SIZE + 1);
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (g_unichar_isalpha (g_utf8_get_char (text)))
    {
      /* A letter that is not ASCII is in no word of the list; '?' neither. */
      if (*n_letters < MAX_WORD_SIZE)
        word[*n_letters] = g_ascii_isalpha (*text) ? g_ascii_tolower (*text) : '?';
      (*n_letters)++;
      text = g_utf8_next_char (text);
    }

  return text;
}

/* The bytes that the words stand for; the message tells what is wrong with them without showing any. */
static SuiviSecret *
read_bytes (SuiviSecret *words, GError **error)
{
  g_autoptr (SuiviSecret) bytes = suivi_secret_new (SUIVI_RECOVERY_N_WORDS, error);
  const char *text = suivi_secret_get_text (words);
  char word[MAX_WORD_SIZE + 1] = { 0 };
  guint8 check[CHECK_SIZE] = { 0 };
  gsize n_letters = 0;
  guint n = 0;
  guint unknown = 0;

  if (bytes == NULL)
    return NULL;
  if (!g_utf8_validate_len (text, suivi_secret_get_size (words), NULL))
    {
      g_set_error_literal (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_BAD_WORDS,
                           _ ("This is not text. Type the words of the recovery sheet."));
      return NULL;
    }

  for (text = read_word (text, word, &n_letters); n_letters > 0; text = read_word (text, word, &n_letters))
    {
      int i = n_letters <= MAX_WORD_SIZE ? suivi_recovery_find_word (word) : -1;

      n++;
      if (i < 0 && unknown == 0)
        unknown = n;
      else if (i >= 0 && n <= SUIVI_RECOVERY_N_WORDS)
        suivi_secret_get_data (bytes)[n - 1] = i;
    }
  sodium_memzero (word, sizeof word);

  if (unknown > 0)
    {
      /* Translators: %u is the place of a word on the sheet, counted from 1 */
      g_set_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_BAD_WORDS,
                   _ ("Word %u cannot be on a recovery sheet. Compare it with the sheet, letter by letter."),
                   unknown);
      return NULL;
    }
  if (n < SUIVI_RECOVERY_N_WORDS)
    {
      guint missing = SUIVI_RECOVERY_N_WORDS - n;

      g_set_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_BAD_WORDS,
                   ngettext ("%u word is missing: a recovery sheet has %d. Type them all, in their order.",
                             "%u words are missing: a recovery sheet has %d. Type them all, in their order.",
                             missing),
                   missing, SUIVI_RECOVERY_N_WORDS);
      return NULL;
    }
  if (n > SUIVI_RECOVERY_N_WORDS)
    {
      guint extra = n - SUIVI_RECOVERY_N_WORDS;

      g_set_error (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_BAD_WORDS,
        ngettext ("There is %u word too many: a recovery sheet has %d. Look for one typed twice.",
                  "There are %u words too many: a recovery sheet has %d. Look for some typed twice.", extra),
        extra, SUIVI_RECOVERY_N_WORDS);
      return NULL;
    }

  compute_check (suivi_secret_get_data (bytes), check);
  if (sodium_memcmp (check, suivi_secret_get_data (bytes) + SEED_SIZE, CHECK_SIZE) != 0)
    {
      g_set_error_literal (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_BAD_WORDS,
        _ ("These words do not belong together: at least one is another word than on the sheet, "
           "or two changed places. Compare them with the sheet, one by one."));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/* The key that the words stand for. */
SuiviSecret *
suivi_recovery_read (SuiviSecret *words, GError **error)
{
  g_autoptr (SuiviSecret) bytes = read_bytes (words, error);

  if (bytes == NULL)
    return NULL;

  return make_key (suivi_secret_get_data (bytes), error);
}

/**
 * suivi_recovery_check:
 * @words: as typed
 * @error: return location
 *
 * Whether the words are right in themselves: all of the list, as many as there must be, and with the right checksum.
 * Capital letters, what stands between words (spaces, line breaks, commas, numbers) and whether a word is written out or
 * cut after four letters or more make no difference.
 *
 * Returns: %TRUE; or %FALSE with %SUIVI_SEAL_ERROR_BAD_WORDS, which says what is wrong and where
 */
gboolean
suivi_recovery_check (SuiviSecret *words, GError **error)
{
  g_autoptr (SuiviSecret) bytes = NULL;

  g_return_val_if_fail (words != NULL, FALSE);

  bytes = read_bytes (words, error);

  return bytes != NULL;
}

/**
 * suivi_recovery_find_word:
 * @word: in any case; may be cut after four letters or more
 *
 * Returns: which word of the list this is, from 0 to 255; or -1
 */
int
suivi_recovery_find_word (const char *word)
{
  gsize length = 0;

  g_return_val_if_fail (word != NULL, -1);

  length = strlen (word);
  if (length < MIN_LETTERS)
    return -1;
  for (guint i = 0; i < 256; i++)
    {
      if (g_ascii_strncasecmp (suivi_recovery_get_word (i), word, length) == 0)
        return i;
    }

  return -1;
}
