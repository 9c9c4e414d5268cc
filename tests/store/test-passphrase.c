/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "store/passphrase-words.h"
#include "store/seal.h"

static void
test_levels (void)
{
  static const struct
  {
    const char *passphrase;
    SuiviStrength strength;
  } cases[] = {
    { "", SUIVI_STRENGTH_NONE },
    { " ", SUIVI_STRENGTH_WEAK },
    { "a", SUIVI_STRENGTH_WEAK },
    { "password", SUIVI_STRENGTH_WEAK },
    { "Password1!", SUIVI_STRENGTH_WEAK },
    { "P@$$w0rd", SUIVI_STRENGTH_WEAK },
    { "pAsSwOrD", SUIVI_STRENGTH_WEAK },
    { "Suivi2026!", SUIVI_STRENGTH_WEAK },
    { "humanrights", SUIVI_STRENGTH_WEAK },
    { "children rights 2026", SUIVI_STRENGTH_WEAK },
    { "SaveTheChildren", SUIVI_STRENGTH_WEAK },
    { "motdepasse", SUIVI_STRENGTH_WEAK },
    { "qwertyuiop", SUIVI_STRENGTH_WEAK },
    { "azertyuiopqsdfghjklm", SUIVI_STRENGTH_WEAK },
    { "lkjhgfdsa", SUIVI_STRENGTH_WEAK },
    { "abcdefghijklmnopqrstuvwxyz", SUIVI_STRENGTH_WEAK },
    { "12345678901234567890", SUIVI_STRENGTH_WEAK },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", SUIVI_STRENGTH_WEAK },
    { "14031987", SUIVI_STRENGTH_WEAK },
    { "apple apple apple apple apple", SUIVI_STRENGTH_WEAK },
    { "elephant", SUIVI_STRENGTH_WEAK },
    { "lamp river stone", SUIVI_STRENGTH_WEAK },
    { "correct horse battery staple", SUIVI_STRENGTH_FAIR },
    { "zebra-lamp-river-stone", SUIVI_STRENGTH_FAIR },
    { "xkqzvbrtwp", SUIVI_STRENGTH_FAIR },
    { "correct horse battery staple umbrella", SUIVI_STRENGTH_GOOD },
    { "le chat dort sur la chaise rouge", SUIVI_STRENGTH_GOOD },
    { "القطة تنام على الكرسي الأحمر الكبير", SUIVI_STRENGTH_GOOD },
    { "k7#Qz!9xT", SUIVI_STRENGTH_GOOD },
    { "k7#Qz!9xT4vB2m@p", SUIVI_STRENGTH_STRONG },
    { "correct horse battery staple umbrella candid violet", SUIVI_STRENGTH_STRONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SuiviStrength strength = suivi_passphrase_get_strength (cases[i].passphrase);

      if (strength != cases[i].strength)
        g_error ("\"%s\" is %d (%.1f bits), not %d", cases[i].passphrase, strength,
                 suivi_passphrase_estimate_bits (cases[i].passphrase), cases[i].strength);
      g_assert_nonnull (suivi_strength_to_label (strength));
    }
  g_assert_cmpstr (suivi_strength_to_label (SUIVI_STRENGTH_WEAK), !=,
                   suivi_strength_to_label (SUIVI_STRENGTH_FAIR));
}

/* Each is harder to guess than the one before it. */
static void
test_order (void)
{
  static const char *const rising[] = {
    "",
    "password",
    "Password",
    "Password1",
    "Password17",
    "lamp river",
    "lamp river stone",
    "lamp river stone kettle",
    "lamp river stone kettle umbrella",
    "lamp river stone kettle umbrella Friday notice",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (rising); i++)
    g_assert_cmpfloat (suivi_passphrase_estimate_bits (rising[i - 1]), <,
                       suivi_passphrase_estimate_bits (rising[i]));
}

/* Prices worked out by hand. */
static void
test_prices (void)
{
  /* the first of the list */
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("password"), 1, 0.001);
  /* two changed letters */
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("p4ssw0rd"), 3, 0.001);
  /* all capitals are one change */
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("PASSWORD"), 2, 0.001);
  /* a run of 8 */
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("hijklmno"), 4 + 3, 0.001);
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("rewq"), 4 + 2, 0.001);
  /* 7 words of the list of 256 */
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("lamp"), 8, 0.001);
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("lamp river stone kettle zebra apple owl"),
                                  6 * 8 + 9, 0.001);
  /* a word of the list, and the same at place 5 */
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("lamp lamp"), 8 + 1 + 2.3219, 0.001);
  /* 6 signs of 10 + 26 + 26 + 32 = 94 kinds, 6.5546 bits each */
  g_assert_cmpfloat_with_epsilon (suivi_passphrase_estimate_bits ("x7$Kq?"), 6 * 6.5546, 0.01);
}

/* Whatever is typed or pasted gets an answer, in a moment. */
static void
test_strange (void)
{
  g_autofree char *zeros = g_strnfill (1000000, '0');
  g_autofree char *many = g_strnfill (1000000, 'x');
  gint64 start = g_get_monotonic_time ();

  for (gsize i = 0; i < 1000000; i += 7)
    many[i] = 'a' + i % 26;
  g_assert_cmpfloat (suivi_passphrase_estimate_bits (zeros), <, 35);
  g_assert_cmpfloat (suivi_passphrase_estimate_bits (many), >, 0);
  g_assert_cmpfloat (suivi_passphrase_estimate_bits ("\xff\xfe\x80"), >, 0);
  g_assert_cmpfloat (suivi_passphrase_estimate_bits ("lamp\xc3"), >, 0);
  g_assert_cmpfloat (suivi_passphrase_estimate_bits ("\xef\xbf\xbd\xef\xbf\xbd"), >, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
test_common_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < SUIVI_N_COMMON_WORDS; i++)
    {
      const char *word = suivi_common_words[i];

      g_assert_nonnull (word);
      g_assert_cmpuint (strlen (word), >=, 3);
      for (const char *letter = word; *letter != '\0'; letter++)
        g_assert_true (g_ascii_islower (*letter));
      /* A word of a suggestion is worth all of its 8 bits. */
      for (guint other = 0; other < 256; other++)
        g_assert_cmpstr (word, !=, suivi_recovery_get_word (other));
      g_assert_true (g_hash_table_add (seen, (gpointer) word));
    }
}

static void
test_suggestions (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint counts[256] = { 0 };

  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviSecret) passphrase = suivi_passphrase_suggest (&error);
      g_auto (GStrv) words = NULL;

      g_assert_no_error (error);
      words = g_strsplit (suivi_secret_get_text (passphrase), " ", -1);
      g_assert_cmpuint (g_strv_length (words), ==, 7);
      for (guint word = 0; word < 7; word++)
        {
          int place = suivi_recovery_find_word (words[word]);

          g_assert_cmpint (place, >=, 0);
          g_assert_cmpstr (suivi_recovery_get_word (place), ==, words[word]);
          counts[place]++;
        }
      g_assert_true (g_hash_table_add (seen, g_strdup (suivi_secret_get_text (passphrase))));

      /* What we suggest we also find good. */
      if (i < 1000)
        {
          g_assert_cmpint (suivi_passphrase_get_strength (suivi_secret_get_text (passphrase)), ==,
                           SUIVI_STRENGTH_GOOD);
          g_assert_cmpfloat (suivi_passphrase_estimate_bits (suivi_secret_get_text (passphrase)), <=, 56.001);
        }
    }

  /* 70,000 words: each comes 273 times, give or take 17; ten times that is no accident. */
  for (guint i = 0; i < 256; i++)
    {
      g_assert_cmpuint (counts[i], >, 273 - 170);
      g_assert_cmpuint (counts[i], <, 273 + 170);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/passphrase/levels", test_levels);
  g_test_add_func ("/store/passphrase/order", test_order);
  g_test_add_func ("/store/passphrase/prices", test_prices);
  g_test_add_func ("/store/passphrase/strange", test_strange);
  g_test_add_func ("/store/passphrase/common-words", test_common_words);
  g_test_add_func ("/store/passphrase/suggestions", test_suggestions);

  return g_test_run ();
}
