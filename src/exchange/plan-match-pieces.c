/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several asks under one number, of which another source has each in a row of its own. */

#include "config.h"

#include <string.h>

#include "core/review/similarity.h"
#include "core/text/text.h"
#include "exchange/plan-match.h"

/* UPR Info's categories, see suivi_plan_field_words(). */
#define MAX_CATEGORY 5
/* UPR Info has some sixty issues, and a recommendation a handful of them. */
#define MAX_ISSUES 500

/* Takes the States off that stand after an ask: "… (France) (Togo)". */
static void
cut_states (char *ask)
{
  for (;;)
    {
      char *end = NULL;
      guint depth = 0;

      g_strchomp (ask);
      end = ask + strlen (ask);
      if (end == ask || end[-1] != ')')
        return;
      do
        {
          end--;
          if (*end == ')')
            depth++;
          else if (*end == '(')
            depth--;
        }
      while (depth > 0 && end > ask);
      if (depth > 0)
        return;
      *end = '\0';
    }
}

/**
 * suivi_plan_list_asks:
 * @text: (nullable): a recommendation
 *
 * Returns: (transfer full) (nullable): what it asks for, as suivi_text_normalise() makes it, if these are
 *   several things with a semicolon between; else %NULL
 */
GPtrArray *
suivi_plan_list_asks (const char *text)
{
  g_autoptr (GPtrArray) asks = NULL;
  g_auto (GStrv) pieces = NULL;

  if (text == NULL || strchr (text, ';') == NULL)
    return NULL;

  asks = g_ptr_array_new_with_free_func (g_free);
  pieces = g_strsplit (text, ";", -1);
  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *ask = NULL;

      cut_states (pieces[i]);
      ask = suivi_text_normalise (pieces[i]);
      if (*ask != '\0')
        g_ptr_array_add (asks, g_steal_pointer (&ask));
    }

  return asks->len > 1 ? g_steal_pointer (&asks) : NULL;
}

/* What the pieces of one recommendation say together. */
typedef struct
{
  guint which;
  guint n_of[MAX_CATEGORY + 1]; /* of pieces with that action category */
  guint first_category;         /* of the first piece that has one */
  GPtrArray *issues;            /* (owned): of char *, each once, and NULL at the end when all are known */
  guint speaker;                /* the pending row that speaks for all, plus one */
} Whole;

static void
free_whole (gpointer data)
{
  Whole *self = data;

  g_ptr_array_unref (self->issues);
  g_free (self);
}

static Whole *
find_whole (GHashTable *wholes, guint which)
{
  Whole *whole = g_hash_table_lookup (wholes, GUINT_TO_POINTER (which));

  if (whole == NULL)
    {
      whole = g_new0 (Whole, 1);
      whole->which = which;
      whole->issues = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (wholes, GUINT_TO_POINTER (which), whole);
    }

  return whole;
}

/* A row with a fault is left out, and so is what it says. */
static void
add_piece (Whole *self, guint pending, SuiviPlanRow *row)
{
  SuiviRecommendation *recommendation = row->recommendation;
  guint category = recommendation->category;

  if (row->faults->len > 0)
    return;

  if (self->speaker == 0)
    self->speaker = pending + 1;
  if (category > 0 && category <= MAX_CATEGORY && suivi_plan_row_speaks_of (row, SUIVI_PLAN_FIELD_CATEGORY))
    {
      self->n_of[category]++;
      if (self->first_category == 0)
        self->first_category = category;
    }
  if (!suivi_plan_row_speaks_of (row, SUIVI_PLAN_FIELD_ISSUES))
    return;
  for (gsize i = 0; recommendation->issues[i] != NULL && self->issues->len < MAX_ISSUES; i++)
    {
      if (!g_ptr_array_find_with_equal_func (self->issues, recommendation->issues[i], g_str_equal, NULL))
        g_ptr_array_add (self->issues, g_strdup (recommendation->issues[i]));
    }
}

/* The category of most pieces, among equals that of the first piece. */
static guint
choose_category (const Whole *self, gboolean *disagree)
{
  guint best = self->first_category;
  guint n_different = 0;

  for (guint i = 1; i <= MAX_CATEGORY; i++)
    {
      n_different += self->n_of[i] > 0;
      if (self->n_of[i] > self->n_of[best])
        best = i;
    }
  *disagree = n_different > 1;

  return best;
}

/* What each piece asks for → number in the list of existing ones + 1. */
static GHashTable *
index_asks (SuiviPlanMatcher *self)
{
  GHashTable *result = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = self->existing->len; i > 0; i--)
    {
      SuiviRecommendation *existing = g_ptr_array_index (self->existing, i - 1);
      g_autoptr (GPtrArray) asks = suivi_plan_list_asks (existing->text);

      for (guint j = 0; asks != NULL && j < asks->len; j++)
        g_hash_table_insert (result, g_strdup (asks->pdata[j]), GUINT_TO_POINTER (i));
    }

  return result;
}

static gboolean
is_subset (char **a, char **b)
{
  for (gsize i = 0; a[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) b, a[i]))
        return FALSE;
    }

  return TRUE;
}

/* Finds for each pending row the whole that it is a piece of, plus one; 0: of none. */
static guint *
find_wholes (SuiviPlanMatcher *self, GHashTable *asks, GHashTable *wholes)
{
  guint *whole_of = g_new0 (guint, self->pending->len + 1);

  for (guint i = 0; i < self->pending->len && g_hash_table_size (asks) > 0; i++)
    {
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, i);
      gpointer found
        = !pending->done && pending->text != NULL ? g_hash_table_lookup (asks, pending->text) : NULL;
      guint which = GPOINTER_TO_UINT (found) - 1;
      g_autoptr (SuiviPlanRow) row = NULL;

      if (found == NULL)
        continue;
      row = suivi_plan_matcher_load (self, pending);
      /* The whole was made by other States: then it is not the whole of this one. */
      if (!suivi_text_is_blank (row->recommendation->number)
          || !is_subset (pending->states,
                         ((SuiviRecommendation *) g_ptr_array_index (self->existing, which))->states))
        continue;
      whole_of[i] = which + 1;
      add_piece (find_whole (wholes, which), i, row);
    }

  return whole_of;
}

/* The first piece without fault speaks for all of them. */
static gboolean
tie_piece (SuiviPlanMatcher *self, guint number, Whole *whole, GError **error)
{
  SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, number);
  SuiviRecommendation *existing = g_ptr_array_index (self->existing, whole->which);
  g_autoptr (SuiviPlanRow) row = suivi_plan_matcher_load (self, pending);
  guint category = 0;
  char **issues = NULL;

  pending->done = TRUE;
  if (whole->speaker == number + 1)
    {
      gboolean disagree = FALSE;

      category = choose_category (whole, &disagree);
      if (disagree && existing->category == 0)
        self->bucket->n_disagreeing++;
      g_ptr_array_add (whole->issues, NULL);
      issues = (char **) whole->issues->pdata;
      self->comparison->plan->has_pieces = TRUE;
    }
  if (!suivi_plan_matcher_tie_within (self, pending->index, row, whole->which, category, issues, error))
    return FALSE;
  g_clear_object (&pending->row);

  return TRUE;
}

/**
 * suivi_plan_match_pieces:
 *
 * Some sources give each ask under one number a row of its own. Such a row, which has no number, is there
 * already where the workspace has the whole. Action category and issues of all pieces come to the whole: the
 * category that most of them have, if it has none, and all issues.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
suivi_plan_match_pieces (SuiviPlanMatcher *self, GError **error)
{
  g_autoptr (GHashTable) asks = index_asks (self);
  g_autoptr (GHashTable) wholes = g_hash_table_new_full (NULL, NULL, NULL, free_whole);
  g_autofree guint *whole_of = find_wholes (self, asks, wholes);

  for (guint i = 0; i < self->pending->len; i++)
    {
      if (whole_of[i] > 0
          && !tie_piece (self, i, g_hash_table_lookup (wholes, GUINT_TO_POINTER (whole_of[i] - 1)), error))
        return FALSE;
    }

  return TRUE;
}
