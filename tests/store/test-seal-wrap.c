/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sodium.h>
#include <string.h>

#include "tests/store/seal-fixture.h"

static void
test_passphrase (void)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (SuiviSecret) passphrase = new_secret ("ñandú in the rain");
  g_autoptr (SuiviSecret) wrong = new_secret ("ñandú in the rain ");
  g_autoptr (SuiviSecret) empty = new_secret ("");
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (SuiviSecret) opened = NULL;
  g_autoptr (GError) error = NULL;

  keys_init (&keys);
  wrapped = suivi_seal_wrap (keys.secret_key, passphrase, &error);
  g_assert_no_error (error);
  opened = suivi_seal_unwrap (wrapped, passphrase, &error);
  g_assert_no_error (error);
  assert_secret (opened, suivi_secret_get_data (keys.secret_key), SUIVI_SEAL_KEY_SIZE);

  g_assert_null (suivi_seal_unwrap (wrapped, wrong, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_null (suivi_seal_unwrap (wrapped, empty, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_null (suivi_seal_wrap (keys.secret_key, empty, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WEAK);
}

/* Wrapped when the format was made, under "lamp river stone". */
#define WRAP_VECTOR                                                                                          \
  "530150ae17ac045841aba778290cec15d5a3ed0300000000000010fd7b80a29a9034491d6947bd1ac00aff185f6c56f42f8360bf" \
  "bface4a255"                                                                                               \
  "6054a7dfef52aa9fbeef28a6465c6c59b86995a829d7edea7893a0cb9cae3413fd6bfa6f3557de491ac65cd20ea2b3572f554161" \
  "7a7a92583d"                                                                                               \
  "f9"

static void
test_passphrase_vector (void)
{
  g_autoptr (GBytes) wrapped = parse_hex (WRAP_VECTOR);
  g_autoptr (SuiviSecret) passphrase = new_secret ("lamp river stone");
  g_autoptr (SuiviSecret) key = new_counting_key ();
  g_autoptr (SuiviSecret) opened = NULL;
  g_autoptr (GError) error = NULL;

  opened = suivi_seal_unwrap (wrapped, passphrase, &error);
  g_assert_no_error (error);
  assert_secret (opened, suivi_secret_get_data (key), SUIVI_SEAL_KEY_SIZE);
}

/* With the checksum made right again, as somebody would who changes a file on purpose. */
static void
assert_wrap_refused (guint8 *data, gsize size, SuiviSecret *passphrase, SuiviSealError code)
{
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GError) error = NULL;

  crypto_generichash (data + size - 16, 16, data, size - 16, NULL, 0);
  wrapped = g_bytes_new (data, size);
  g_assert_null (suivi_seal_unwrap (wrapped, passphrase, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, (int) code);
}

static void
test_passphrase_hostile (void)
{
  static const struct
  {
    guint32 opslimit;
    guint32 memlimit;
  } costs[] = {
    { 0, 256 << 20 },
    { 2, 256 << 20 },
    { 5, 256 << 20 },
    { G_MAXUINT32, 256 << 20 },
    { 3, 0 },
    { 3, 64 << 20 },
    { 3, (256 << 20) - 1 },
    { 3, (1024u << 20) + 1 },
    { 3, G_MAXUINT32 },
    { G_MAXUINT32, G_MAXUINT32 },
  };
  g_autoptr (GBytes) wrapped = parse_hex (WRAP_VECTOR);
  g_autoptr (SuiviSecret) passphrase = new_secret ("lamp river stone");
  gsize size = g_bytes_get_size (wrapped);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (wrapped, NULL), size);
  gint64 start = g_get_monotonic_time ();

  /* By accident: the checksum tells, before any work. */
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autoptr (GError) error = NULL;

      data[i] ^= 1;
      changed = g_bytes_new (data, size);
      data[i] ^= 1;
      g_assert_null (suivi_seal_unwrap (changed, passphrase, &error));
      g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_null (suivi_seal_unwrap (cut, passphrase, &error));
      g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
    }

  /* On purpose. */
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      for (guint byte = 0; byte < 4; byte++)
        {
          data[19 + byte] = costs[i].opslimit >> (8 * byte);
          data[23 + byte] = costs[i].memlimit >> (8 * byte);
        }
      assert_wrap_refused (data, size, passphrase, SUIVI_SEAL_ERROR_DAMAGED);
    }
  /* None of this did any work. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);

  /* What is in the box cannot be changed on purpose either. */
  memcpy (data, g_bytes_get_data (wrapped, NULL), size);
  data[size - 20] ^= 1;
  assert_wrap_refused (data, size, passphrase, SUIVI_SEAL_ERROR_WRONG_KEY);
}

static void
test_recovery (void)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (SuiviSecret) words = NULL;
  g_autoptr (SuiviSecret) other_words = NULL;
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (SuiviSecret) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) list = NULL;

  keys_init (&keys);
  wrapped = suivi_seal_wrap_for_recovery (keys.secret_key, &words, &error);
  g_assert_no_error (error);
  list = g_strsplit (suivi_secret_get_text (words), " ", -1);
  g_assert_cmpuint (g_strv_length (list), ==, SUIVI_RECOVERY_N_WORDS);
  g_assert_true (suivi_recovery_check (words, &error));
  g_assert_no_error (error);
  opened = suivi_seal_unwrap_with_recovery (wrapped, words, &error);
  g_assert_no_error (error);
  assert_secret (opened, suivi_secret_get_data (keys.secret_key), SUIVI_SEAL_KEY_SIZE);

  other = suivi_seal_wrap_for_recovery (keys.secret_key, &other_words, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_secret_get_text (words), !=, suivi_secret_get_text (other_words));
  g_assert_null (suivi_seal_unwrap_with_recovery (wrapped, other_words, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_WRONG_KEY);
  g_clear_error (&error);

  /* One kind of wrap is not the other. */
  g_assert_null (suivi_seal_unwrap (wrapped, words, &error));
  g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
}

#define SHEET                                                                                             \
  "table grass north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano book " \
  "canoe "                                                                                                \
  "canoe"

static void
test_recovery_vector (void)
{
  g_autoptr (GBytes) wrapped = parse_hex (
    "53015264e676e430791ac667a47858ac4c99654d557885b97dd37bf54e9b0349cfeeba3fd518f059d694df306d592d71e8"
    "3589cf98d713999a292a045c71afd0219f82f6bcc8d49be75ed5e8ada6bf149f560945d0fdf48d4347f1");
  g_autoptr (SuiviSecret) words = new_secret (SHEET);
  g_autoptr (SuiviSecret) key = new_counting_key ();
  g_autoptr (SuiviSecret) opened = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = g_bytes_get_size (wrapped);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (wrapped, NULL), size);

  opened = suivi_seal_unwrap_with_recovery (wrapped, words, &error);
  g_assert_no_error (error);
  assert_secret (opened, suivi_secret_get_data (key), SUIVI_SEAL_KEY_SIZE);

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) changed = NULL;

      data[i] ^= 0x80;
      changed = g_bytes_new (data, size);
      data[i] ^= 0x80;
      g_assert_null (suivi_seal_unwrap_with_recovery (changed, words, &error));
      g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_DAMAGED);
      g_clear_error (&error);
    }
}

static void
test_recovery_typed (void)
{
  static const struct
  {
    const char *typed;
    const char *message; /* %NULL: right; else part of the sentence */
  } cases[] = {
    { SHEET, NULL },
    { "TABLE Grass north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano book "
      "canoe canoe",
      NULL },
    { "  table\tgrass,north;drum  ticket\ncabin\r\ncactus / oven muffin scooter stone evening cotton kayak "
      "piano book "
      "canoe canoe.\n",
      NULL },
    { "1. table 2. grass 3. north 4. drum 5. ticket 6. cabin 7) cactus 8 oven 9 muffin 10 scooter 11 stone "
      "12 evening "
      "13 cotton 14 kayak 15 piano 16 book 17 canoe 18 canoe",
      NULL },
    { "tabl gras nort drum tick cabi cact oven muff scoo ston even cott kaya pian book cano cano", NULL },
    { "tabl gras nort drum ticke cabi cact oven muffi scoot ston eveni cott kaya pian book cano canoe",
      NULL },
    /* spaces that do not break, and Arabic commas, as they come from a document */
    { "table\u00a0grass\u060c north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak "
      "piano book "
      "canoe canoe",
      NULL },
    /* too short, a letter wrong, letters too many, another alphabet: by place */
    { "tab grass north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano book "
      "canoe canoe",
      "Word 1 " },
    { "table grass morth drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano book "
      "canoe canoe",
      "Word 3 " },
    { "table grass north drum ticket cabin cactus oven muffin scooter stone evening cottons kayak piano book "
      "canoe "
      "canoe",
      "Word 13 " },
    { "table grass north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano book "
      "canoe "
      "scooters",
      "Word 18 " },
    { "table grass north drum ticket cabin cactus oven muffin scooter stone evening cotton k\u0430yak piano "
      "book canoe "
      "canoe",
      "Word 14 " },
    /* numbers */
    { "", "18 words are missing" },
    { " , 1. ", "18 words are missing" },
    { "table grass north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano book "
      "canoe",
      "1 word is missing" },
    { "table", "17 words are missing" },
    { SHEET " canoe", "There is 1 word too many" },
    { SHEET " " SHEET, "There are 18 words too many" },
    /* another word of the list; two in each other's place */
    { "table grass north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano boat "
      "canoe canoe",
      "do not belong together" },
    { "grass table north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano book "
      "canoe canoe",
      "do not belong together" },
    { "table grass north drum ticket cabin cactus oven muffin scooter stone evening cotton kayak piano book "
      "canoe lamp",
      "do not belong together" },
    { "table \xff grass", "not text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviSecret) words = new_secret (cases[i].typed);
      g_autoptr (GError) error = NULL;
      gboolean right = suivi_recovery_check (words, &error);

      if (cases[i].message == NULL)
        {
          g_assert_no_error (error);
          g_assert_true (right);
        }
      else
        {
          g_assert_false (right);
          g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_BAD_WORDS);
          if (strstr (error->message, cases[i].message) == NULL)
            g_error ("\"%s\" does not say \"%s\"", error->message, cases[i].message);
        }
    }
}

static void
test_word_list (void)
{
  for (guint i = 0; i < 256; i++)
    {
      const char *word = suivi_recovery_get_word (i);
      g_autofree char *start = g_strndup (word, 4);
      gsize length = strlen (word);

      g_assert_cmpuint (length, >=, 4);
      g_assert_cmpuint (length, <=, 7);
      for (gsize letter = 0; letter < length; letter++)
        g_assert_true (g_ascii_islower (word[letter]));
      /* In order, and no two with the same first four letters. */
      if (i > 0)
        {
          g_assert_cmpstr (suivi_recovery_get_word (i - 1), <, word);
          g_assert_cmpint (strncmp (suivi_recovery_get_word (i - 1), word, 4), !=, 0);
        }
      g_assert_cmpint (suivi_recovery_find_word (word), ==, i);
      g_assert_cmpint (suivi_recovery_find_word (start), ==, i);
    }

  g_assert_cmpint (suivi_recovery_find_word (""), ==, -1);
  g_assert_cmpint (suivi_recovery_find_word ("apple"), ==, suivi_recovery_find_word ("APPL"));
  g_assert_cmpint (suivi_recovery_find_word ("app"), ==, -1);
  g_assert_cmpint (suivi_recovery_find_word ("applet"), ==, -1);
  g_assert_cmpint (suivi_recovery_find_word ("apples"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/seal-wrap/passphrase", test_passphrase);
  g_test_add_func ("/store/seal-wrap/passphrase/vector", test_passphrase_vector);
  g_test_add_func ("/store/seal-wrap/passphrase/hostile", test_passphrase_hostile);
  g_test_add_func ("/store/seal-wrap/recovery", test_recovery);
  g_test_add_func ("/store/seal-wrap/recovery/vector", test_recovery_vector);
  g_test_add_func ("/store/seal-wrap/recovery/typed", test_recovery_typed);
  g_test_add_func ("/store/seal-wrap/word-list", test_word_list);

  return g_test_run ();
}
