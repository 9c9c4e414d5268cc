/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/lexicon.h"
#include "core/drafting/sentence.h"
#include "core/reference/table.h"

#define MAX_PROPOSED 5

/* A word of the lexicon was chosen for its indicator; a word of the title is there by chance. */
#define LEXICON_WEIGHT 10

/* Shorter words, and words of more titles, tell nothing: "years", "children", "proportion". */
#define MIN_LETTERS 5
#define MAX_TITLES  4

typedef struct
{
  SuiviTable *table;
  guint code;
  guint title;
  GPtrArray *words;  /* of each title: set of words */
  GHashTable *count; /* word → number of titles that it is in */
} Titles;

typedef struct
{
  guint row;
  guint score;
  const char *measure;
} Candidate;

static GHashTable *
list_words (const char *text)
{
  g_autoptr (SuiviWords) words = suivi_words_new (text);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < words->n; i++)
    {
      if (strlen (words->items[i].folded) >= MIN_LETTERS)
        g_hash_table_add (set, g_strdup (words->items[i].folded));
    }

  return set;
}

static Titles *
get_titles (void)
{
  static Titles titles;
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      titles.table = suivi_table_load ("sdg-indicators.tsv");
      titles.code = suivi_table_get_column (titles.table, "code");
      titles.title = suivi_table_get_column (titles.table, "title");
      titles.words = g_ptr_array_new ();
      titles.count = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < suivi_table_get_n_rows (titles.table); i++)
        {
          GHashTable *words = list_words (suivi_table_get (titles.table, i, titles.title));
          GHashTableIter iter;
          gpointer word = NULL;

          g_ptr_array_add (titles.words, words);
          g_hash_table_iter_init (&iter, words);
          while (g_hash_table_iter_next (&iter, &word, NULL))
            g_hash_table_replace (titles.count, word,
                                  GUINT_TO_POINTER (
                                    GPOINTER_TO_UINT (g_hash_table_lookup (titles.count, word)) + 1));
        }
      g_once_init_leave (&loaded, 1);
    }

  return &titles;
}

/* What the lexicon of a language finds. Returns how many words it found. */
static guint
score_lexicon (Titles *titles, const char *language, SuiviWords *words, Candidate *candidates)
{
  g_autoptr (GArray) found
             = suivi_lexicon_find_all (suivi_lexicon_get (language), SUIVI_SECTION_INDICATORS, words);
  guint total = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const SuiviMatch *match = &g_array_index (found, SuiviMatch, i);

      for (guint row = 0; row < titles->words->len; row++)
        {
          if (!g_str_equal (suivi_table_get (titles->table, row, titles->code),
                            suivi_entry_get_field (match->entry, 0)))
            continue;
          candidates[row].score += (match->end - match->first) * LEXICON_WEIGHT;
          candidates[row].measure = suivi_entry_get_field (match->entry, 1);
          total += match->end - match->first;
        }
    }

  return total;
}

static guint
count_shared (Titles *titles, guint row, GHashTable *asked)
{
  GHashTableIter iter;
  gpointer word = NULL;
  guint n = 0;

  g_hash_table_iter_init (&iter, g_ptr_array_index (titles->words, row));
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (asked, word)
         && GPOINTER_TO_UINT (g_hash_table_lookup (titles->count, word)) <= MAX_TITLES;

  return n;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *candidate_a = a;
  const Candidate *candidate_b = b;

  if (candidate_a->score != candidate_b->score)
    return candidate_a->score > candidate_b->score ? -1 : 1;

  return candidate_a->row < candidate_b->row ? -1 : candidate_a->row > candidate_b->row;
}

/**
 * suivi_indicators_propose:
 * @words: valid UTF-8: what a recommendation is about, in any language that has a lexicon
 *
 * Finds SDG indicators about children: by the words that the lexicons of data/drafting have for them, then by
 * words of the official English titles: two of them, or one where the lexicons know nothing.
 *
 * Returns: (transfer full) (element-type SuiviIndicator): at most five, the best first; none if nothing fits
 */
GPtrArray *
suivi_indicators_propose (const char *words)
{
  GPtrArray *proposed = g_ptr_array_new_with_free_func (g_free);
  const char *const *languages = suivi_lexicon_list_languages ();
  Titles *titles = get_titles ();
  g_autoptr (SuiviWords) cut = NULL;
  g_autoptr (GHashTable) asked = NULL;
  g_autofree Candidate *best = NULL;
  guint n_rows = titles->words->len;
  guint best_total = 0;

  g_return_val_if_fail (words != NULL, proposed);

  /* One language at a time: the words for a measure are to be in the language of the draft. */
  cut = suivi_words_new (words);
  asked = list_words (cut->text);
  best = g_new0 (Candidate, n_rows);
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree Candidate *candidates = g_new0 (Candidate, n_rows);
      guint total = score_lexicon (titles, languages[i], cut, candidates);

      if (total > best_total)
        {
          best_total = total;
          g_free (best);
          best = g_steal_pointer (&candidates);
        }
    }

  for (guint row = 0; row < n_rows; row++)
    {
      guint shared = count_shared (titles, row, asked);

      best[row].row = row;
      if (best[row].score > 0 || best_total == 0 || shared > 1)
        best[row].score += shared;
    }
  qsort (best, n_rows, sizeof *best, compare_candidates);

  for (guint i = 0; i < MIN (n_rows, MAX_PROPOSED) && best[i].score > 0; i++)
    {
      SuiviIndicator *indicator = g_new0 (SuiviIndicator, 1);

      indicator->code = suivi_table_get (titles->table, best[i].row, titles->code);
      indicator->title = suivi_table_get (titles->table, best[i].row, titles->title);
      indicator->measure = best[i].measure != NULL ? best[i].measure : indicator->title;
      g_ptr_array_add (proposed, indicator);
    }

  return proposed;
}
