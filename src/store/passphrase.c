/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sodium.h>
#include <string.h>

#include "store/passphrase-words.h"
#include "store/seal.h"

/*
 * How hard a passphrase is to guess, by the cheapest way in which a thief could put it together: from common words, words
 * in general, runs on the keyboard, repetitions, years, and, where nothing else fits, single characters. Each way to
 * take the next piece has a price in bits; the estimate is the price of the cheapest row of pieces (shortest path, from
 * left to right). It leans to the low side.
 *
 * What the levels mean. Argon2id at MODERATE (3 passes over 256 MiB) allows about 2 guesses a second and processor core.
 * A thief with 10,000 cores makes 20,000 a second, and finds a passphrase of n bits after 2^(n - 1) guesses on average:
 *
 *   35 bits: 10 days.  40 bits: 10 months.  45 bits: 28 years.  50 bits: 890 years.  70 bits: 900 million years.
 *
 * Seven random words of a list of 256 are 56 bits: 57,000 years.
 */
#define FAIR_BITS   35
#define GOOD_BITS   50
#define STRONG_BITS 70

/* Characters beyond these add nothing to the estimate: they could only make it better. */
#define MAX_CHARACTERS 128

#define RUN_BITS       4.0  /* for a run: where it begins, and which way it goes; its length comes on top */
#define YEAR_BITS      7.0  /* some 130 years that people use */
#define WORD_BITS      11.0 /* one of 2,000 words */
#define LETTER_BITS    1.4  /* each letter of a long word beyond the eighth */
#define THREE_BITS     9.0  /* a word of three letters */
#define SHORT_BITS     4.0  /* a word of one or two letters */
#define SUGGESTED      8.0  /* a word of our list */
#define CAPITAL_BITS   1.0  /* "Word" or "WORD" instead of "word" */
#define CHANGED_BITS \
  1.0 /* each letter of a common word in an unexpected case, or as a digit that looks like it */
#define REPEAT_BITS    1.0
#define SAME_SIGN      2.0 /* a sign that was used before, as between the words of a row */
#define MIN_RUN        3
#define MIN_REPEAT     3
#define LONG_WORD      8
#define MAX_CONSONANTS 4 /* more in a row are no word */

typedef struct
{
  gunichar typed[MAX_CHARACTERS + 1];  /* ends with 0 */
  gunichar folded[MAX_CHARACTERS + 1]; /* in lower case */
  guint n;
  double character_bits;           /* of one character, if all are picked at random */
  double cost[MAX_CHARACTERS + 1]; /* cheapest way to the characters before this place */
} Estimate;

static void
take_piece (Estimate *self, guint at, guint length, double bits)
{
  self->cost[at + length] = MIN (self->cost[at + length], self->cost[at] + bits);
}

/* Which sorts of characters are in use tells how many there are to choose from. */
static double
compute_character_bits (const Estimate *self)
{
  gboolean digits = FALSE;
  gboolean lower = FALSE;
  gboolean upper = FALSE;
  gboolean symbols = FALSE;
  gboolean others = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      gunichar c = self->typed[i];

      if (c >= 0x80)
        others = TRUE;
      else if (g_ascii_isdigit (c))
        digits = TRUE;
      else if (g_ascii_islower (c))
        lower = TRUE;
      else if (g_ascii_isupper (c))
        upper = TRUE;
      else if (c != ' ')
        symbols = TRUE;
    }
  n = (digits ? 10 : 0) + (lower ? 26 : 0) + (upper ? 26 : 0) + (symbols ? 32 : 0) + (others ? 30 : 0);

  return log2 (MAX (n, 2));
}

static void
read_characters (Estimate *self, const char *passphrase)
{
  for (const char *p = passphrase; *p != '\0' && self->n < MAX_CHARACTERS; self->n++)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      gboolean valid = c != (gunichar) -1 && c != (gunichar) -2;

      /* A byte that is no text counts as a character of its own. */
      self->typed[self->n] = valid ? c : 0xfffd;
      self->folded[self->n] = g_unichar_tolower (self->typed[self->n]);
      p = valid ? g_utf8_next_char (p) : p + 1;
    }
  for (guint i = 1; i <= self->n; i++)
    self->cost[i] = G_MAXDOUBLE;
  self->character_bits = compute_character_bits (self);
}

/* Digits and signs that stand for letters in the eyes of everybody, thieves included. */
static gboolean
looks_like (gunichar c, char letter)
{
  switch (c)
    {
    case '0':
      return letter == 'o';
    case '1':
    case '!':
      return letter == 'i' || letter == 'l';
    case '3':
      return letter == 'e';
    case '4':
    case '@':
      return letter == 'a';
    case '5':
    case '$':
      return letter == 's';
    case '7':
      return letter == 't';
    default:
      return FALSE;
    }
}

/* A word that a thief has on a list. */
static void
take_listed_word (Estimate *self, guint at, const char *word, double bits)
{
  guint length = 0;
  guint n_upper = 0;
  guint n_changed = 0;

  for (; word[length] != '\0'; length++)
    {
      gunichar c = self->folded[at + length];

      if (c != (gunichar) word[length])
        {
          if (!looks_like (c, word[length]))
            return;
          n_changed++;
        }
      if (self->typed[at + length] != c)
        n_upper++;
    }

  if (n_upper > 0)
    bits += n_upper == length || (n_upper == 1 && self->typed[at] != self->folded[at])
              ? CAPITAL_BITS
              : n_upper * CHANGED_BITS;
  take_piece (self, at, length, bits + n_changed * CHANGED_BITS);
}

static gboolean
is_vowel (gunichar c)
{
  return c >= 0x80 || strchr ("aeiouy", (char) c) != NULL;
}

/* Letters in lower case, in capitals, or with one capital in front: they could be a word that is on no list of ours. */
static void
take_words (Estimate *self, guint at)
{
  gboolean capital = g_unichar_isupper (self->typed[at]);
  gboolean capitals = capital && g_unichar_isupper (self->typed[at + 1]);
  guint n_consonants = 0;
  gboolean vowel = FALSE;

  for (guint length = 1; at + length <= self->n; length++)
    {
      guint last = at + length - 1;
      gunichar c = self->typed[last];
      double bits = capital ? CAPITAL_BITS : 0;

      if (!g_unichar_isalpha (c) || (length > 1 && g_unichar_isupper (c) != capitals))
        return;
      n_consonants = is_vowel (self->folded[last]) ? 0 : n_consonants + 1;
      vowel = vowel || n_consonants == 0;
      if (n_consonants > MAX_CONSONANTS)
        return;
      if (!vowel && length > 2)
        continue;

      if (length > LONG_WORD)
        take_piece (self, at, length, bits + WORD_BITS + (length - LONG_WORD) * LETTER_BITS);
      else if (length > 3)
        take_piece (self, at, length, bits + WORD_BITS);
      else if (length == 3)
        take_piece (self, at, length, bits + THREE_BITS);
      else if ((at == 0 || self->typed[at - 1] == ' ')
               && (self->typed[last + 1] == ' ' || self->typed[last + 1] == 0))
        take_piece (self, at, length, bits + SHORT_BITS);
    }
}

/* "aaaa", "abcd", "4321". */
static void
take_run (Estimate *self, guint at)
{
  gint64 step = (gint64) self->folded[at + 1] - self->folded[at];

  if (step < -1 || step > 1)
    return;
  for (guint length = 2; at + length <= self->n; length++)
    {
      if ((gint64) self->folded[at + length - 1] - self->folded[at + length - 2] != step)
        return;
      if (length >= MIN_RUN)
        take_piece (self, at, length, RUN_BITS + log2 (length));
    }
}

/* "qwerty", "lkjh": neighbours on a row of a keyboard, in either direction. */
static void
take_keyboard_run (Estimate *self, guint at)
{
  static const char *const rows[] = { "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
                                      "azertyuiop", "qsdfghjklm", "wxcvbn",    "qwertzuiop" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *start = self->folded[at] < 0x80 ? strchr (rows[i], (char) self->folded[at]) : NULL;

      if (start == NULL)
        continue;
      for (int step = -1; step <= 1; step += 2)
        {
          const char *key = start;
          guint length = 1;

          while (key + step >= rows[i] && key[step] != '\0'
                 && self->folded[at + length] == (gunichar) key[step])
            {
              key += step;
              length++;
              if (length >= MIN_RUN)
                take_piece (self, at, length, RUN_BITS + log2 (length));
            }
        }
    }
}

static void
take_year (Estimate *self, guint at)
{
  const gunichar *c = self->typed + at;

  if (((c[0] == '1' && c[1] == '9') || (c[0] == '2' && c[1] == '0')) && c[2] < 0x80 && g_ascii_isdigit (c[2])
      && c[3] < 0x80 && g_ascii_isdigit (c[3]))
    take_piece (self, at, 4, YEAR_BITS);
}

/* What stands there already, once more. */
static void
take_repetition (Estimate *self, guint at)
{
  for (guint earlier = 0; earlier + MIN_REPEAT <= at; earlier++)
    {
      for (guint length = 1; earlier + length <= at && at + length <= self->n; length++)
        {
          if (self->folded[earlier + length - 1] != self->folded[at + length - 1])
            break;
          if (length >= MIN_REPEAT)
            take_piece (self, at, length, REPEAT_BITS + log2 (at));
        }
    }
}

static void
take_character (Estimate *self, guint at)
{
  gunichar c = self->typed[at];
  double bits = self->character_bits;

  /* One space between words is what everybody expects. */
  if (c == ' ' && at > 0 && self->typed[at - 1] != ' ')
    bits = 0;
  for (guint i = 0; !g_unichar_isalnum (c) && i < at; i++)
    {
      if (self->typed[i] == c)
        bits = MIN (bits, SAME_SIGN);
    }
  take_piece (self, at, 1, bits);
}

static double
compute_bits (Estimate *self)
{
  for (guint at = 0; at < self->n; at++)
    {
      take_character (self, at);
      for (guint i = 0; i < SUIVI_N_COMMON_WORDS; i++)
        take_listed_word (self, at, suivi_common_words[i], log2 (i + 2));
      for (guint i = 0; i < 256; i++)
        take_listed_word (self, at, suivi_recovery_get_word (i), SUGGESTED);
      take_words (self, at);
      take_run (self, at);
      take_keyboard_run (self, at);
      take_year (self, at);
      take_repetition (self, at);
    }

  return self->cost[self->n];
}

/**
 * suivi_passphrase_estimate_bits:
 * @passphrase: as typed
 *
 * Estimates how hard a passphrase is to guess. There are no rules about digits or capitals: length is what counts.
 *
 * Returns: bits, from 0 for an empty one; leaning to the low side
 */
double
suivi_passphrase_estimate_bits (const char *passphrase)
{
  Estimate estimate = { 0 };
  double bits = 0;

  g_return_val_if_fail (passphrase != NULL, 0);

  read_characters (&estimate, passphrase);
  bits = compute_bits (&estimate);
  sodium_memzero (&estimate, sizeof estimate);

  return bits;
}

/**
 * suivi_passphrase_get_strength:
 * @passphrase: as typed
 *
 * Returns: how long the passphrase would hold, should somebody steal the workspace
 */
SuiviStrength
suivi_passphrase_get_strength (const char *passphrase)
{
  double bits = 0;

  g_return_val_if_fail (passphrase != NULL, SUIVI_STRENGTH_NONE);

  if (passphrase[0] == '\0')
    return SUIVI_STRENGTH_NONE;
  bits = suivi_passphrase_estimate_bits (passphrase);
  if (bits < FAIR_BITS)
    return SUIVI_STRENGTH_WEAK;
  if (bits < GOOD_BITS)
    return SUIVI_STRENGTH_FAIR;
  if (bits < STRONG_BITS)
    return SUIVI_STRENGTH_GOOD;

  return SUIVI_STRENGTH_STRONG;
}

/**
 * suivi_strength_to_label:
 * @strength: a strength
 *
 * Returns: (transfer none): what to show, translated
 */
const char *
suivi_strength_to_label (SuiviStrength strength)
{
  switch (strength)
    {
    case SUIVI_STRENGTH_NONE:
      return _ ("No passphrase yet");
    case SUIVI_STRENGTH_WEAK:
      return _ ("Weak: a thief would find it within days");
    case SUIVI_STRENGTH_FAIR:
      return _ ("Fair: it would hold for some months");
    case SUIVI_STRENGTH_GOOD:
      return _ ("Good: it would hold for centuries");
    case SUIVI_STRENGTH_STRONG:
      return _ ("Strong: nobody will find it by trying");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_passphrase_suggest:
 * @error: return location
 *
 * Suggests seven different random words of the list in recovery-words.c, with spaces between: 55.9 bits, which is good.
 * Six would only be fair.
 *
 * Returns: (transfer full): a passphrase; or %NULL with %SUIVI_SEAL_ERROR_NO_MEMORY
 */
SuiviSecret *
suivi_passphrase_suggest (GError **error)
{
  const char *words[7] = { NULL };
  gboolean used[256] = { FALSE };
  SuiviSecret *passphrase = NULL;
  gsize size = G_N_ELEMENTS (words) - 1;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint32 word = randombytes_uniform (256);

      while (used[word])
        word = randombytes_uniform (256);
      used[word] = TRUE;
      words[i] = suivi_recovery_get_word (word);
      size += strlen (words[i]);
    }

  passphrase = suivi_secret_new (size, error);
  if (passphrase != NULL)
    {
      char *end = (char *) suivi_secret_get_data (passphrase);

      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        {
          if (i > 0)
            *end++ = ' ';
          memcpy (end, words[i], strlen (words[i]));
          end += strlen (words[i]);
        }
    }
  sodium_memzero (words, sizeof words);
  sodium_memzero (used, sizeof used);

  return passphrase;
}
