/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/review/similarity.h"

#include <string.h>

#include "core/text/text.h"

/* A word is known by its first letters, so that "ratify", "ratifying" and "ratification" are one, in every
 * language that bends the ends of its words, and without a dictionary for any. */
#define STEM_LENGTH 5

/* No recommendation has as many words; what a longer text says after them is not looked at. */
#define MAX_WORDS 2000

/* How much a telling word counts, and one that nearly every recommendation has. */
#define WORD_WEIGHT  100
#define LIGHT_WEIGHT 10

/* Where one relation ends and the next begins. Set with what 24 States were told in sessions 1 to 5 and again
 * in sessions 13 to 20 (3,828 recommendations): below 0.3 most pairs share a turn of phrase only; from 0.5
 * they name the same law, treaty or group of people; from 0.7 they are the same wish in other words, unless
 * one of the two has something that the other lacks. */
#define MIN_GENERAL    0.3
#define MIN_SIMILAR    0.5
#define MIN_SAME       0.7
#define SAME_COVERAGE  0.75
#define BUILT_COVERAGE 0.8
#define BUILT_WEIGHT   (2 * WORD_WEIGHT)

typedef struct
{
  guint32 hash;
  guint32 weight;
} Feature;

struct _SuiviFingerprint
{
  char *normal;
  GArray *words; /* (element-type Feature): each once, by hash */
  GArray *pairs; /* (element-type Feature): of words that follow each other, each once, by hash */
  guint words_weight;
  guint pairs_weight;
};

/* Words that hold sentences together. Two recommendations have none of their meaning in common for sharing
 * them. */
static const char stop_words[]
  = "a an and are as at be by for from in into is it its of on or that the their this to which with "
    "au aux avec ce ces cette d dans de des du elle en et l la le les leur leurs ou par pour qu que qui s sa "
    "ses son sur un une "
    "al con como del e el las lo los o para por se su sus una y "
    "в во и их к на о об от по с со своих для "
    "في من على عن إلى أن و التي بما "
    "的 和 在 与 及 对 以 为";

/* What this kind of text is full of: "continue its efforts to ensure the protection of human rights". It
 * tells little about what is asked, so it counts little. */
static const char light_words[]
  = "accordance action adopt all appropriate compliance conformity consider continue each "
    "effective effort ensure every full fully further human implement improve increase line "
    "measures necessary order other others possible promote protect pursue right rights soon step "
    "steps strengthen take taken takes through up view well "
    "assurer autres conformite continuer dispositions droit droits efforts envisager effective "
    "garantir homme humain humains mesures mettre necessaires oeuvre poursuivre prendre promotion "
    "promouvoir proteger protection renforcer respect tous toutes veiller vue "
    "adoptar aplicar asegurar conformidad considerar continuar derecho derechos esfuerzos "
    "fortalecer garantizar humanos medidas necesarias otras otros promover proseguir proteccion "
    "proteger seguir todas todos tomar "
    "деятельности защиты защите меры мер обеспечить обеспечения права прав продолжать продолжить "
    "принять усилия человека "
    "اتخاذ الإنسان التدابير الجهود الحقوق تعزيز حقوق حماية ضمان مواصلة";

static const GUnicodeScript unspaced_scripts[]
  = { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_THAI,
      G_UNICODE_SCRIPT_LAO, G_UNICODE_SCRIPT_KHMER,    G_UNICODE_SCRIPT_MYANMAR };

/* Scripts that write no spaces between words: each character stands for a word there, and pairs of them do
 * what words do elsewhere. */
static gboolean
is_unspaced (gunichar c)
{
  GUnicodeScript script = G_UNICODE_SCRIPT_COMMON;

  if (c < 0x0E00)
    return FALSE;
  script = g_unichar_get_script (c);
  for (gsize i = 0; i < G_N_ELEMENTS (unspaced_scripts); i++)
    {
      if (script == unspaced_scripts[i])
        return TRUE;
    }

  return FALSE;
}

/* The length of a number that a recommendation begins with: "140.12 ", "26.", "5)", "121.2 (a)". A number
 * without dot or bracket, "2030 Agenda", belongs to the sentence. */
static gsize
measure_number (const char *text)
{
  const char *p = text;
  gboolean marked = FALSE;

  while (g_ascii_isdigit (*p))
    {
      while (g_ascii_isdigit (*p))
        p++;
      if (*p == '.' || *p == ')')
        {
          marked = TRUE;
          p++;
        }
    }
  if (!marked)
    return 0;

  while (*p == ' ')
    p++;
  if (p[0] == '(' && g_ascii_islower (p[1]) && p[2] == ')')
    p += 3;

  return p - text;
}

/**
 * suivi_text_normalise:
 * @text: (nullable): a recommendation, valid UTF-8
 *
 * What two sources of one recommendation have in common. Upper and lower case and accents are made one
 * (suivi_text_fold()), the number that it begins with is taken off ("140.12", "26.", "5)", "121.2 (a)"), and
 * whatever is neither letter nor digit (punctuation, brackets, quotes, hyphens, line ends) becomes one space;
 * there is none at the ends. Numbers inside the text stay: Convention No. 169 is not Convention No. 189.
 *
 * Returns: (transfer full): the text to compare, never to show; "" for %NULL
 */
char *
suivi_text_normalise (const char *text)
{
  g_autofree char *folded = suivi_text_fold (text);
  GString *out = g_string_sized_new (strlen (folded));
  gboolean space = FALSE;

  for (const char *p = folded + measure_number (folded); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

static guint32
mix (guint32 hash, guint32 value)
{
  /* FNV-1a, a step for each character. */
  return (hash ^ value) * 16777619u;
}

/* Reads the next word: its first letters as a hash, or, where words are not divided, one character. Returns
 * where it ends; %NULL if there is none. */
static const char *
read_word (const char *p, guint32 *hash)
{
  guint length = 0;

  while (*p == ' ')
    p++;
  if (*p == '\0')
    return NULL;

  *hash = 2166136261u;
  while (*p != '\0' && *p != ' ')
    {
      gunichar c = g_utf8_get_char (p);
      gboolean unspaced = is_unspaced (c);

      if (unspaced && length > 0)
        break;
      if (length < STEM_LENGTH)
        *hash = mix (*hash, c);
      length++;
      p = g_utf8_next_char (p);
      if (unspaced)
        break;
    }

  return p;
}

static void
add_weights (GHashTable *weights, const char *list, guint weight)
{
  g_autofree char *normal = suivi_text_normalise (list);
  const char *p = normal;
  guint32 hash = 0;

  while ((p = read_word (p, &hash)) != NULL)
    g_hash_table_insert (weights, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (weight));
}

/* How much a word counts; stop words 0. */
static guint
weigh (guint32 hash)
{
  static GHashTable *weights = NULL;
  gpointer weight = NULL;

  if (g_once_init_enter (&weights))
    {
      GHashTable *table = g_hash_table_new (NULL, NULL);

      add_weights (table, light_words, LIGHT_WEIGHT);
      add_weights (table, stop_words, 0);
      g_once_init_leave (&weights, table);
    }

  if (g_hash_table_lookup_extended (weights, GUINT_TO_POINTER (hash), NULL, &weight))
    return GPOINTER_TO_UINT (weight);
  return WORD_WEIGHT;
}

static int
compare_features (gconstpointer a, gconstpointer b)
{
  const Feature *first = a;
  const Feature *second = b;

  return (first->hash > second->hash) - (first->hash < second->hash);
}

/* Sorts, leaves each feature once, and returns what they weigh together. */
static guint
settle (GArray *features)
{
  guint weight = 0;
  guint n = 0;

  g_array_sort (features, compare_features);
  for (guint i = 0; i < features->len; i++)
    {
      Feature feature = g_array_index (features, Feature, i);

      if (n > 0 && g_array_index (features, Feature, n - 1).hash == feature.hash)
        continue;
      g_array_index (features, Feature, n) = feature;
      weight += feature.weight;
      n++;
    }
  g_array_set_size (features, n);

  return weight;
}

/**
 * suivi_fingerprint_new:
 * @text: (nullable): a recommendation, valid UTF-8, in any language
 *
 * Prepares a text for being compared with many. It holds the set of its words, each cut to its first
 * five letters, and of the pairs of words that follow each other. Words that only hold a sentence together
 * are left out; what nearly all recommendations say ("continue efforts to ensure human rights") counts a
 * tenth; a pair counts the product of its words.
 *
 * Returns: (transfer full): the fingerprint
 */
SuiviFingerprint *
suivi_fingerprint_new (const char *text)
{
  SuiviFingerprint *self = g_new0 (SuiviFingerprint, 1);
  const char *p = NULL;
  Feature last = { 0, 0 };
  guint32 hash = 0;

  self->normal = suivi_text_normalise (text);
  self->words = g_array_new (FALSE, FALSE, sizeof (Feature));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Feature));

  p = self->normal;
  while (self->words->len < MAX_WORDS && (p = read_word (p, &hash)) != NULL)
    {
      Feature word = { hash, weigh (hash) };

      if (word.weight == 0)
        continue;
      g_array_append_val (self->words, word);
      if (last.weight > 0)
        {
          Feature pair = { mix (mix (0, last.hash), hash), last.weight * word.weight / WORD_WEIGHT };

          g_array_append_val (self->pairs, pair);
        }
      last = word;
    }
  self->words_weight = settle (self->words);
  self->pairs_weight = settle (self->pairs);

  return self;
}

/**
 * suivi_fingerprint_free:
 * @self: (nullable) (transfer full): a fingerprint
 */
void
suivi_fingerprint_free (SuiviFingerprint *self)
{
  if (self == NULL)
    return;

  g_free (self->normal);
  g_array_unref (self->words);
  g_array_unref (self->pairs);
  g_free (self);
}

/* What the features weigh that both have. */
static guint
weigh_common (GArray *a, GArray *b)
{
  const Feature *x = (const Feature *) a->data;
  const Feature *y = (const Feature *) b->data;
  const Feature *x_end = x + a->len;
  const Feature *y_end = y + b->len;
  guint weight = 0;

  /* Without branches: a processor cannot guess which of two hashes is the smaller one. */
  while (x < x_end && y < y_end)
    {
      guint32 x_hash = x->hash;
      guint32 y_hash = y->hash;

      weight += x->weight * (x_hash == y_hash);
      x += x_hash <= y_hash;
      y += y_hash <= x_hash;
    }

  return weight;
}

static double
score_common (const SuiviFingerprint *a, const SuiviFingerprint *b, guint common_words)
{
  guint all = a->words_weight + a->pairs_weight + b->words_weight + b->pairs_weight;

  if (a->normal[0] != '\0' && strcmp (a->normal, b->normal) == 0)
    return 1;
  /* Pairs in common are made of words in common. */
  if (all == 0 || common_words == 0)
    return 0;

  return 2.0 * (common_words + weigh_common (a->pairs, b->pairs)) / all;
}

/**
 * suivi_fingerprint_compare:
 *
 * How much two texts have in common: twice the weight of the words and pairs that both have, by the weight of
 * all words and pairs of the first and of the second (Dice's coefficient). The order of the two does not
 * matter.
 *
 * Returns: 0 (nothing) to 1; 1 if both are the same after suivi_text_normalise(), 0 if either says nothing
 */
double
suivi_fingerprint_compare (const SuiviFingerprint *a, const SuiviFingerprint *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  return score_common (a, b, weigh_common (a->words, b->words));
}

/* The share of @whole that is in common; a text without weight is in no other. */
static double
share (guint common, guint whole)
{
  return whole > 0 ? (double) common / whole : 0;
}

/**
 * suivi_relation_propose:
 * @later: a recommendation
 * @earlier: one of an earlier review of the same State
 * @relation: (out): how the later one seems to relate to the earlier; set only if there is a proposal
 * @score: (out) (optional): what suivi_fingerprint_compare() says, for putting the best first
 *
 * Proposes; it is for a person to confirm. The words are those of UPR Info, "Starting all over again?"
 * (2015): the same, if the score is at least 0.7 and three quarters of each are in the other; a build-up, if
 * the later one has four fifths of the earlier and clearly more (the weight of two telling words); similar,
 * from a score of 0.5; general, from 0.3. What has only such words in common as nearly all recommendations
 * have is proposed where it is nearly the same, else not.
 *
 * Returns: whether the two have enough in common to be shown together
 */
gboolean
suivi_relation_propose (const SuiviFingerprint *later,
                        const SuiviFingerprint *earlier,
                        SuiviRelation *relation,
                        double *score)
{
  guint common = 0;
  double found = 0;
  double of_earlier = 0;
  double of_later = 0;

  g_return_val_if_fail (later != NULL && earlier != NULL, FALSE);
  g_return_val_if_fail (relation != NULL, FALSE);

  common = weigh_common (later->words, earlier->words);
  found = score_common (later, earlier, common);
  if (score != NULL)
    *score = found;
  /* "Continue efforts to protect the rights of …" alone is no subject: a telling word must be in common. */
  if (found < MIN_GENERAL || (found < MIN_SAME && common < WORD_WEIGHT))
    return FALSE;

  of_earlier = share (common, earlier->words_weight);
  of_later = share (common, later->words_weight);
  if (found >= 1 || (found >= MIN_SAME && MIN (of_earlier, of_later) >= SAME_COVERAGE))
    *relation = SUIVI_RELATION_SAME;
  else if (of_earlier >= BUILT_COVERAGE && later->words_weight - common >= BUILT_WEIGHT)
    *relation = SUIVI_RELATION_BUILD_UP;
  else if (found >= MIN_SIMILAR)
    *relation = SUIVI_RELATION_SIMILAR;
  else
    *relation = SUIVI_RELATION_GENERAL;

  return TRUE;
}
