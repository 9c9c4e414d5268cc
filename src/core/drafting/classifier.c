/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "core/drafting/classifier.h"
#include "core/drafting/features.h"

#include "suivi-drafting.h"

#define RESOURCE_FOLDER "/io/github/suivi/Suivi/drafting/"

#define MAX_CLASSES     5

/* The answer for a text without words: most recommendations have this category. */
#define GENERAL_CATEGORY 4

/* How many places are named as the reason for an answer, and how much of the weight of the best word a word must have
 * to be one of them. */
#define MAX_SPANS     4
#define LEAST_OF_BEST 0.25

/* The weights of one question, a line of data/drafting/….tsv each: feature → n_classes whole thousandths. */
typedef struct
{
  guint n_classes;
  char *text;        /* the file, cut into names by NULs */
  GHashTable *lines; /* name (in text) → number of the line */
  GArray *weights;   /* gint32, line × class; line 0 is the bias */
} Model;

struct _SuiviClassifier
{
  Model models[SUIVI_N_QUESTIONS];
};

/* --- loading ------------------------------------------------------------------------------------------------ */

/* Reads one line at *cursor and moves on: a name, then the weights behind tabs; nothing between two tabs is 0. */
static void
read_line (Model *self, char **cursor)
{
  char *p = *cursor;
  char *name = p;

  p += strcspn (p, "\t\n");
  for (guint i = 0; i < self->n_classes; i++)
    {
      gint32 weight = 0;

      if (*p != '\t')
        g_error ("A line of a model has too few weights: %s", name);
      *p = '\0';
      p++;
      if (*p == '-' || g_ascii_isdigit (*p)) /* strtoll would skip tabs and line ends to find a number */
        weight = (gint32) g_ascii_strtoll (p, &p, 10);
      g_array_append_val (self->weights, weight);
    }
  if (*p != '\n')
    g_error ("A line of a model is crooked: %s", name);
  *p = '\0';
  *cursor = p + 1;
  g_hash_table_insert (self->lines, name, GUINT_TO_POINTER (self->weights->len / self->n_classes - 1));
}

/* A model that is crooked is a fault of the build and ends the program, as with the tables of data/reference. */
static void
load_model (Model *self, const char *name, guint n_classes)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *cursor = NULL;

  bytes = g_resource_lookup_data (suivi_drafting_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("The model %s is missing: %s", name, error->message);

  self->n_classes = n_classes;
  self->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self->lines = g_hash_table_new (g_str_hash, g_str_equal);
  self->weights = g_array_new (FALSE, FALSE, sizeof (gint32));
  cursor = self->text + strcspn (self->text, "\n"); /* the line of names */
  cursor += *cursor == '\n';
  while (*cursor != '\0')
    read_line (self, &cursor);
  if (self->weights->len == 0)
    g_error ("The model %s is empty", name);
}

/**
 * suivi_classifier_get:
 * @language: (nullable): "en"
 *
 * The classifier of a language, made at the first call. Only English has one: UPR Info's database is in English.
 *
 * Returns: (nullable): the classifier, never freed; %NULL for other languages
 */
SuiviClassifier *
suivi_classifier_get (const char *language)
{
  static SuiviClassifier english;
  static gsize loaded = 0;

  if (g_strcmp0 (language, "en") != 0)
    return NULL;
  if (g_once_init_enter (&loaded))
    {
      load_model (&english.models[SUIVI_QUESTION_CATEGORY], "category-en.tsv", MAX_CLASSES);
      load_model (&english.models[SUIVI_QUESTION_CHILD], "child-en.tsv", 1);
      g_once_init_leave (&loaded, 1);
    }

  return &english;
}

/* --- answering ---------------------------------------------------------------------------------------------- */

/* A feature of the text that the model knows. */
typedef struct
{
  guint line;
  guint first;
  guint end;
  guint partner;
} Hit;

typedef struct
{
  const Model *model;
  GArray *hits; /* Hit, each line once, at its first place */
  GHashTable *seen;
} Search;

static void
look_up_cb (const SuiviFeature *feature, gpointer user_data)
{
  Search *search = user_data;
  gpointer line = g_hash_table_lookup (search->model->lines, feature->name);
  Hit hit = { GPOINTER_TO_UINT (line), feature->first, feature->end, feature->partner };

  if (line != NULL && g_hash_table_add (search->seen, line))
    g_array_append_val (search->hits, hit);
}

static GArray *
find_hits (const Model *model, const SuiviWords *words, SuiviQuestion question)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search search = { model, g_array_new (FALSE, FALSE, sizeof (Hit)), seen };

  suivi_features_each (words, question, look_up_cb, &search);

  return search.hits;
}

static gint32
get_weight (const Model *model, guint line, guint class)
{
  return g_array_index (model->weights, gint32, line * model->n_classes + class);
}

/* Whole numbers, so that the sum is the same in every order. Thousandths of some thousand features cannot overflow. */
static void
add_up (const Model *model, GArray *hits, int *sums)
{
  for (guint class = 0; class < model->n_classes; class ++)
    {
      sums[class] = get_weight (model, 0, class);
      for (guint i = 0; i < hits->len; i++)
        sums[class] += get_weight (model, g_array_index (hits, Hit, i).line, class);
    }
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const double *weights = user_data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  if (weights[x] != weights[y])
    return weights[x] < weights[y] ? 1 : -1;

  return (x > y) - (x < y);
}

/* Shares the weight of each feature among its words. What spoke against the answer counts against the word. */
static double *
weigh_words (const Model *model, GArray *hits, guint n_words, guint class, int rival)
{
  double *weights = g_new0 (double, n_words);

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      gboolean has_partner = hit->partner < hit->first || hit->partner >= hit->end;
      double weight
        = get_weight (model, hit->line, class) - (rival >= 0 ? get_weight (model, hit->line, rival) : 0);
      double share = weight / (hit->end - hit->first + has_partner);

      for (guint word = hit->first; word < hit->end; word++)
        weights[word] += share;
      if (has_partner)
        weights[hit->partner] += share;
    }

  return weights;
}

/* Joins words that stand side by side. */
static GArray *
join_words (const SuiviWords *words, const gboolean *chosen)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SuiviSpan));

  for (guint i = 0; i < words->n; i++)
    {
      SuiviSpan span = { words->items[i].start, words->items[i].end };

      if (!chosen[i])
        continue;
      if (i > 0 && chosen[i - 1])
        g_array_index (spans, SuiviSpan, spans->len - 1).end = span.end;
      else
        g_array_append_val (spans, span);
    }

  return spans;
}

/* The words that weighed most for the answer. */
static GArray *
explain (const Model *model, GArray *hits, const SuiviWords *words, guint class, int rival)
{
  g_autofree double *weights = weigh_words (model, hits, words->n, class, rival);
  g_autofree guint *order = g_new (guint, words->n);
  g_autofree gboolean *chosen = g_new0 (gboolean, words->n);

  for (guint i = 0; i < words->n; i++)
    order[i] = i;
  g_qsort_with_data (order, words->n, sizeof (guint), compare_weights, weights);
  for (guint i = 0; i < MIN (MAX_SPANS, words->n); i++)
    chosen[order[i]] = weights[order[i]] > 0 && weights[order[i]] >= LEAST_OF_BEST * weights[order[0]];

  return join_words (words, chosen);
}

static GArray *
make_no_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SuiviSpan));
}

/**
 * suivi_classifier_specificity:
 * @text: valid UTF-8; only the first 400 words are looked at
 * @spans: (out) (optional) (transfer full) (element-type SuiviSpan): the words that weighed most for this category
 *   against the next best one, at most four places, sorted, none overlapping
 *
 * UPR Info's action category, as its coders would most likely have given it: 1 minimal, 2 continuing, 3 considering,
 * 4 general, 5 specific action ("Database: Action category", October 2014). How often that is so stands in
 * data/drafting/README.md. A text without words is 4, the most frequent category, without spans.
 *
 * Returns: 1–5
 */
guint
suivi_classifier_specificity (SuiviClassifier *self, const char *text, GArray **spans)
{
  const Model *model = NULL;
  g_autoptr (SuiviWords) words = NULL;
  g_autoptr (GArray) hits = NULL;
  int sums[MAX_CLASSES] = { 0 };
  guint best = 0;
  guint second = 1;

  g_return_val_if_fail (self != NULL && text != NULL, GENERAL_CATEGORY);

  model = &self->models[SUIVI_QUESTION_CATEGORY];
  words = suivi_words_new (text);
  if (words->n == 0)
    {
      if (spans != NULL)
        *spans = make_no_spans ();
      return GENERAL_CATEGORY;
    }

  hits = find_hits (model, words, SUIVI_QUESTION_CATEGORY);
  add_up (model, hits, sums);
  for (guint class = 1; class < model->n_classes; class ++)
    {
      if (sums[class] > sums[best])
        {
          second = best;
          best = class;
        }
      else if (sums[class] > sums[second])
        second = class;
    }
  if (spans != NULL)
    *spans = explain (model, hits, words, best, (int) second);

  return best + 1;
}

/**
 * suivi_classifier_child_focused:
 * @text: valid UTF-8; only the first 400 words are looked at
 * @spans: (out) (optional) (transfer full) (element-type SuiviSpan): the words that weighed most, at most four places,
 *   sorted, none overlapping; none when the answer is no
 *
 * Whether UPR Info's coders would most likely have named "Rights of the Child" among the issues ("Database: Issues
 * explanation", October 2014). A text without words is not.
 *
 * Returns: whether the text is about children
 */
gboolean
suivi_classifier_child_focused (SuiviClassifier *self, const char *text, GArray **spans)
{
  const Model *model = NULL;
  g_autoptr (SuiviWords) words = NULL;
  g_autoptr (GArray) hits = NULL;
  int sum = 0;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  model = &self->models[SUIVI_QUESTION_CHILD];
  words = suivi_words_new (text);
  hits = find_hits (model, words, SUIVI_QUESTION_CHILD);
  add_up (model, hits, &sum);
  if (words->n == 0)
    sum = 0;
  if (spans != NULL)
    *spans = sum > 0 ? explain (model, hits, words, 0, -1) : make_no_spans ();

  return sum > 0;
}
