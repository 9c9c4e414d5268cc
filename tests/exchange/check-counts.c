/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "check-counts.h"
#include "exchange/scorecard-xlsx.h"
#include "exchange/sheet/sheet-book.h"

typedef struct
{
  SuiviStore *store;
  GRand *random;
  GPtrArray *values[SUIVI_N_FACETS]; /* char: all that occur */
  GHashTable *reviews;    /* State (const char) → GPtrArray of keys of its reviews (const char) */
  GPtrArray *all_reviews; /* SuiviReview */
  GHashTable *tallies[SUIVI_N_FACETS]; /* value (char) → number of rows */
  guint n_rows;
} Check;

/* --- what the rows say ------------------------------------------------------------------------------------
 */

static void
count_value (Check *self, SuiviFacet facet, const char *value)
{
  gpointer count = g_hash_table_lookup (self->tallies[facet], value);

  g_hash_table_replace (self->tallies[facet], g_strdup (value),
                        GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
}

static void
count_list (Check *self, SuiviFacet facet, char *const *values)
{
  for (gsize i = 0; values[i] != NULL; i++)
    count_value (self, facet, values[i]);
}

static gboolean
count_row_cb (SuiviRecommendation *row,
              SuiviReview *review,
              SuiviAssessment *assessment,
              gpointer user_data,
              GError **error)
{
  Check *self = user_data;
  char number[12];

  self->n_rows++;
  count_value (self, SUIVI_FACET_MECHANISM, row->mechanism);
  count_value (self, SUIVI_FACET_CHILDREN, row->child_focused ? "yes" : "no");
  count_list (self, SUIVI_FACET_STATE, row->states);
  count_list (self, SUIVI_FACET_THEME, row->themes);
  count_list (self, SUIVI_FACET_GROUP, row->groups);
  count_list (self, SUIVI_FACET_SDG, row->sdgs);
  count_list (self, SUIVI_FACET_ISSUE, row->issues);
  count_list (self, SUIVI_FACET_INSTITUTION, row->institutions);
  if (row->category > 0)
    {
      g_snprintf (number, sizeof number, "%u", row->category);
      count_value (self, SUIVI_FACET_CATEGORY, number);
    }
  if (review != NULL)
    {
      g_snprintf (number, sizeof number, "%u", suivi_review_cycle_of_session (review->session));
      count_value (self, SUIVI_FACET_REVIEW, review->id);
      count_value (self, SUIVI_FACET_CYCLE, number);
      count_value (self, SUIVI_FACET_POSITION, suivi_position_to_nick (row->position));
      count_value (self, SUIVI_FACET_LIGHT, suivi_light_to_nick (row->light));
    }
  /* What another mechanism said of a State belongs to each of its reviews. */
  for (gsize i = 0; review == NULL && row->concerned[i] != NULL; i++)
    {
      GPtrArray *of_state = g_hash_table_lookup (self->reviews, row->concerned[i]);

      for (guint j = 0; of_state != NULL && j < of_state->len; j++)
        count_value (self, SUIVI_FACET_REVIEW, of_state->pdata[j]);
    }

  return TRUE;
}

static void
tally_rows (Check *self, const SuiviFilter *filter)
{
  g_autoptr (GError) error = NULL;

  self->n_rows = 0;
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    g_hash_table_remove_all (self->tallies[i]);
  g_assert_true (
    suivi_store_foreach (self->store, filter, SUIVI_SORT_NUMBER, FALSE, count_row_cb, self, NULL, &error));
  g_assert_no_error (error);
}

/* --- random filters ---------------------------------------------------------------------------------------
 */

static const char *
draw_value (Check *self, SuiviFacet facet)
{
  if (self->values[facet]->len == 0)
    return NULL;

  return self->values[facet]->pdata[g_rand_int_range (self->random, 0, self->values[facet]->len)];
}

static SuiviFilter *
draw_filter (Check *self)
{
  static const char *const searches[]
    = { "children", "judg", "remote schools", "ba", "1", "zz", "law budget" };
  SuiviFilter *filter = suivi_filter_new ();

  for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
    {
      guint n = g_rand_int_range (self->random, 0, 6) == 0 ? g_rand_int_range (self->random, 1, 4) : 0;

      for (guint i = 0; i < n; i++)
        {
          const char *value = draw_value (self, facet);

          if (value != NULL)
            suivi_filter_add (filter, facet, value);
        }
    }
  if (g_rand_int_range (self->random, 0, 4) == 0)
    suivi_filter_set_search (filter, searches[g_rand_int_range (self->random, 0, G_N_ELEMENTS (searches))]);

  return filter;
}

/* --- checks -----------------------------------------------------------------------------------------------
 */

static guint
count (Check *self, const SuiviFilter *filter)
{
  g_autoptr (GError) error = NULL;
  guint n = suivi_store_count (self->store, filter, &error);

  g_assert_no_error (error);

  return n;
}

static GPtrArray *
count_facet (Check *self, const SuiviFilter *filter, SuiviFacet facet)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *counts = suivi_store_count_facet (self->store, filter, facet, &error);

  g_assert_no_error (error);

  return counts;
}

/* The chips of a facet, against the rows of the list. */
static void
check_facet (Check *self, const SuiviFilter *filter, SuiviFacet facet)
{
  g_autoptr (GPtrArray) counts = NULL;

  /* Without a mechanism a filter means the UPR, but the chips of mechanisms offer all. */
  if (facet == SUIVI_FACET_MECHANISM && suivi_filter_get (filter, facet)[0] == NULL)
    return;

  counts = count_facet (self, filter, facet);
  g_assert_cmpuint (counts->len, ==, g_hash_table_size (self->tallies[facet]));
  for (guint i = 0; i < counts->len; i++)
    {
      const SuiviFacetCount *one = counts->pdata[i];

      g_assert_cmpuint (one->count, ==,
                        GPOINTER_TO_UINT (g_hash_table_lookup (self->tallies[facet], one->value)));
    }
}

/* What a chip says before it is chosen, against what is there when it is. */
static void
check_choice (Check *self, const SuiviFilter *filter)
{
  SuiviFacet facet = g_rand_int_range (self->random, 0, SUIVI_N_FACETS);
  const char *value = draw_value (self, facet);
  g_autoptr (SuiviFilter) without = suivi_filter_copy (filter);
  g_autoptr (SuiviFilter) with = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  guint said = 0;

  if (value == NULL)
    return;
  suivi_filter_clear (without, facet);
  with = suivi_filter_copy (without);
  suivi_filter_add (with, facet, value);
  counts = count_facet (self, without, facet);
  for (guint i = 0; i < counts->len; i++)
    {
      const SuiviFacetCount *one = counts->pdata[i];

      if (g_str_equal (one->value, value))
        said = one->count;
    }
  g_assert_cmpuint (said, ==, count (self, with));
}

static gboolean
count_sheet_row_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  guint *n_rows = user_data;

  (*n_rows)++;

  return TRUE;
}

/* Rows of the sheet of recommendations, which is the second, without its header. */
static guint
count_scorecard (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSourceFile) file = suivi_source_file_open (path, &error);
  g_autoptr (SuiviSheetBook) book = NULL;
  guint n_rows = 0;

  g_assert_no_error (error);
  book = suivi_sheet_book_open (file, SUIVI_SHEET_XLSX, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_sheet_book_get_name (book, 1), ==, "Scorecard");
  g_assert_true (suivi_sheet_book_read (book, 1, count_sheet_row_cb, &n_rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, >, 0);

  return n_rows - 1;
}

static void
check_scorecard (Check *self, const SuiviFilter *filter)
{
  g_autofree char *folder = g_dir_make_tmp ("check-counts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "scorecard.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_scorecard_xlsx_write (self->store, filter, NULL, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_scorecard (path), ==, self->n_rows);
  g_unlink (path);
  g_rmdir (folder);
}

/* --- the whole --------------------------------------------------------------------------------------------
 */

static void
list_values (Check *self)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) mechanisms = count_facet (self, filter, SUIVI_FACET_MECHANISM);

  for (guint i = 0; i < mechanisms->len; i++)
    {
      const SuiviFacetCount *one = mechanisms->pdata[i];

      suivi_filter_add (filter, SUIVI_FACET_MECHANISM, one->value);
    }
  for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
    {
      g_autoptr (GPtrArray) counts = count_facet (self, filter, facet);

      self->values[facet] = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < counts->len; i++)
        {
          const SuiviFacetCount *one = counts->pdata[i];

          g_ptr_array_add (self->values[facet], g_strdup (one->value));
        }
    }
}

static void
list_reviews (Check *self)
{
  g_autoptr (GError) error = NULL;

  self->reviews = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->all_reviews = suivi_store_list_reviews (self->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < self->all_reviews->len; i++)
    {
      SuiviReview *review = self->all_reviews->pdata[i];
      GPtrArray *of_state = g_hash_table_lookup (self->reviews, review->state);

      if (of_state == NULL)
        {
          of_state = g_ptr_array_new ();
          g_hash_table_insert (self->reviews, review->state, of_state);
        }
      g_ptr_array_add (of_state, review->id);
    }
}

/**
 * check_counts:
 * @store: a workspace
 * @seed: of the random filters
 * @n_filters: how many
 * @n_facets: of how many facets, in turn, the chips are held against the rows of each
 * @n_scorecards: for how many of them a scorecard is written too
 * @n_small: besides, one is written for each filter that lets some rows through, and at most so many; 0: for none
 *
 * Fails if for any of the filters the number of recommendations, the rows of the list, the counts of the chips and the
 * rows of the scorecard are not the same, or if a chip, once chosen, shows another number than it said.
 */
void
check_counts (SuiviStore *store,
              guint32 seed,
              guint n_filters,
              guint n_facets,
              guint n_scorecards,
              guint n_small)
{
  Check self = { 0 };
  guint n_written = 0;

  self.store = store;
  self.random = g_rand_new_with_seed (seed);
  list_values (&self);
  list_reviews (&self);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    self.tallies[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_filters; i++)
    {
      g_autoptr (SuiviFilter) filter = draw_filter (&self);

      tally_rows (&self, filter);
      g_assert_cmpuint (count (&self, filter), ==, self.n_rows);
      for (guint j = 0; j < n_facets; j++)
        check_facet (&self, filter, (i * n_facets + j) % SUIVI_N_FACETS);
      check_choice (&self, filter);
      if (self.n_rows > 0 && self.n_rows <= n_small)
        check_scorecard (&self, filter);
      /* Those that let something through, as long as there are any left to choose from. */
      else if (n_written < n_scorecards && (self.n_rows > 0 || n_filters - i <= n_scorecards - n_written))
        {
          check_scorecard (&self, filter);
          n_written++;
        }
    }
  g_assert_cmpuint (n_written, ==, n_scorecards);

  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      g_ptr_array_unref (self.values[i]);
      g_hash_table_unref (self.tallies[i]);
    }
  g_hash_table_unref (self.reviews);
  g_ptr_array_unref (self.all_reviews);
  g_rand_free (self.random);
}
