/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/disclosure.h"
#include "core/consultation/headcount-table.h"

/* A mistyped number shall not make the sums wrap around. No consultation has so many children. */
#define MAX_COUNT 10000000u

static const SuiviAgeBand all_bands[SUIVI_N_AGE_BANDS] = { SUIVI_AGE_UNDER_10, SUIVI_AGE_10_12,
                                                           SUIVI_AGE_13_15,    SUIVI_AGE_16_17,
                                                           SUIVI_AGE_18,       SUIVI_AGE_UNKNOWN };
static const SuiviGender all_genders[SUIVI_N_GENDERS]
  = { SUIVI_GENDER_GIRL, SUIVI_GENDER_BOY, SUIVI_GENDER_OTHER, SUIVI_GENDER_UNKNOWN };

static void
group_clear (gpointer data)
{
  SuiviHeadcountGroup *group = data;

  g_free (group->group_name);
}

static guint
add_counts (guint a, guint b)
{
  return MIN (MIN (a, MAX_COUNT) + MIN (b, MAX_COUNT), MAX_COUNT);
}

static SuiviCell
make_cell (guint value)
{
  SuiviCell cell = { 0 };

  cell.value = value;
  cell.few = value < SUIVI_SMALLEST_CELL;
  cell.shown = !cell.few;

  return cell;
}

static void
add_group (SuiviHeadcountTable *self, GHashTable *places, const SuiviHeadcount *headcount)
{
  gpointer place = NULL;

  if (g_hash_table_lookup_extended (places, headcount->group_name, NULL, &place))
    {
      SuiviCell *cell = &g_array_index (self->groups, SuiviHeadcountGroup, GPOINTER_TO_UINT (place)).cell;

      *cell = make_cell (add_counts (cell->value, headcount->count));
    }
  else
    {
      SuiviHeadcountGroup group = { 0 };

      group.group_name = g_strdup (headcount->group_name);
      group.cell = make_cell (add_counts (headcount->count, 0));
      g_hash_table_insert (places, headcount->group_name, GUINT_TO_POINTER (self->groups->len));
      g_array_append_val (self->groups, group);
    }
}

/* The bands and genders that have children, their numbers, and the totals, all in the order in which they are
 * printed. */
static void
lay_out (SuiviHeadcountTable *self,
         guint counts[SUIVI_N_AGE_BANDS][SUIVI_N_GENDERS],
         SuiviDisclosure *disclosure)
{
  guint gender_totals[SUIVI_N_GENDERS] = { 0 };
  guint total = 0;

  for (guint g = 0; g < SUIVI_N_GENDERS; g++)
    {
      for (guint b = 0; b < SUIVI_N_AGE_BANDS; b++)
        gender_totals[g] += counts[b][g];
      total += gender_totals[g];
    }
  for (guint g = 0; g < SUIVI_N_GENDERS; g++)
    if (gender_totals[all_genders[g]] > 0)
      self->genders[self->n_genders++] = all_genders[g];

  for (guint b = 0; b < SUIVI_N_AGE_BANDS; b++)
    {
      SuiviCell *row = disclosure->cells[self->n_bands];
      guint band_total = 0;

      for (guint g = 0; g < self->n_genders; g++)
        {
          row[g] = make_cell (counts[all_bands[b]][self->genders[g]]);
          band_total += row[g].value;
        }
      row[self->n_genders] = make_cell (band_total);
      if (band_total > 0)
        self->bands[self->n_bands++] = all_bands[b];
    }
  for (guint g = 0; g < self->n_genders; g++)
    disclosure->cells[self->n_bands][g] = make_cell (gender_totals[self->genders[g]]);
  disclosure->cells[self->n_bands][self->n_genders] = make_cell (total);
  disclosure->n_rows = self->n_bands + 1;
  disclosure->n_columns = self->n_genders + 1;
}

static SuiviCell *
get_group_cell (SuiviHeadcountTable *self, guint i)
{
  return &g_array_index (self->groups, SuiviHeadcountGroup, i).cell;
}

/* How many children do not belong to a group is told by its number and the total: it may not be one to four
 * either. "Not shown" beside a total then means exactly that, and with six children, that five belong to the
 * group: of so few children nothing is said about groups. */
static void
hide_groups (SuiviHeadcountTable *self)
{
  guint total = self->total.value;

  for (guint i = 0; i < self->groups->len; i++)
    {
      SuiviCell *cell = get_group_cell (self, i);

      if (!self->total.shown)
        {
          cell->shown = FALSE;
        }
      else if (total < SUIVI_SMALLEST_CELL + 2)
        {
          cell->shown = FALSE;
          cell->few = FALSE;
        }
      else if (cell->value < total && total - cell->value < SUIVI_SMALLEST_CELL)
        {
          cell->shown = FALSE;
        }
    }
}

static gboolean
can_be_more (const SuiviCell *cell)
{
  return !cell->shown && (!cell->few || cell->value < SUIVI_SMALLEST_CELL - 1);
}

static gboolean
can_be_less (const SuiviCell *cell)
{
  return !cell->shown && cell->value > (cell->few ? 1 : SUIVI_SMALLEST_CELL);
}

/* Whether a small group could be computed as what is missing to all children. */
static gboolean
is_any_group_told (SuiviHeadcountTable *self)
{
  guint n_more = 0;
  guint n_less = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      n_more += can_be_more (get_group_cell (self, i)) ? 1 : 0;
      n_less += can_be_less (get_group_cell (self, i)) ? 1 : 0;
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      const SuiviCell *cell = get_group_cell (self, i);
      guint more = can_be_more (cell) ? 1 : 0;
      guint less = can_be_less (cell) ? 1 : 0;

      if (cell->few && (more == 0 || n_less == less) && (less == 0 || n_more == more))
        return TRUE;
    }

  return FALSE;
}

/* Groups that add up to all children ("town", "village", "camp") most likely share them out: then a small one
 * may not be the only one that is hidden. */
static void
protect_shares (SuiviHeadcountTable *self)
{
  guint64 sum = 0;

  for (guint i = 0; i < self->groups->len; i++)
    sum += get_group_cell (self, i)->value;
  if (!self->total.shown || sum != self->total.value)
    return;

  while (is_any_group_told (self))
    {
      SuiviCell *smallest = NULL;

      for (guint i = 0; i < self->groups->len; i++)
        {
          SuiviCell *cell = get_group_cell (self, i);

          if (cell->shown && (smallest == NULL || cell->value < smallest->value))
            smallest = cell;
        }
      if (smallest == NULL)
        break;
      smallest->shown = FALSE;
    }
}

/**
 * suivi_headcount_table_new:
 * @headcounts: (element-type SuiviHeadcount): how many children took part, in any order; rows about the same
 *   children are added up, rows without children do not count
 *
 * Makes the table that may be shown and written into files. It never holds back the number of all children
 * unless there are fewer than five of them, or small numbers cannot be protected in any other way. Without
 * any children there are no bands, no genders, and a total of 0, which is shown: it is about nobody.
 *
 * Returns: (transfer full): the table
 */
SuiviHeadcountTable *
suivi_headcount_table_new (GPtrArray *headcounts)
{
  SuiviHeadcountTable *self = g_new0 (SuiviHeadcountTable, 1);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint counts[SUIVI_N_AGE_BANDS][SUIVI_N_GENDERS] = { 0 };
  SuiviDisclosure disclosure = { 0 };

  g_return_val_if_fail (headcounts != NULL, self);

  self->groups = g_array_new (FALSE, FALSE, sizeof (SuiviHeadcountGroup));
  g_array_set_clear_func (self->groups, group_clear);
  for (guint i = 0; i < headcounts->len; i++)
    {
      const SuiviHeadcount *headcount = g_ptr_array_index (headcounts, i);
      guint *count = NULL;

      if (headcount->count == 0)
        continue;
      if (*headcount->group_name != '\0')
        {
          add_group (self, places, headcount);
          continue;
        }
      g_return_val_if_fail (headcount->age_band < SUIVI_N_AGE_BANDS && headcount->gender < SUIVI_N_GENDERS,
                            self);
      count = &counts[headcount->age_band][headcount->gender];
      *count = add_counts (*count, headcount->count);
    }

  lay_out (self, counts, &disclosure);
  if (self->n_bands == 0)
    disclosure.cells[0][0] = (SuiviCell){ .value = 0, .shown = TRUE, .few = FALSE };
  else
    suivi_disclosure_protect (&disclosure);

  for (guint b = 0; b < self->n_bands; b++)
    {
      for (guint g = 0; g < self->n_genders; g++)
        self->cells[b][g] = disclosure.cells[b][g];
      self->band_totals[b] = disclosure.cells[b][self->n_genders];
    }
  for (guint g = 0; g < self->n_genders; g++)
    self->gender_totals[g] = disclosure.cells[self->n_bands][g];
  self->total = disclosure.cells[self->n_bands][self->n_genders];
  hide_groups (self);
  protect_shares (self);

  return self;
}

/**
 * suivi_headcount_table_free:
 * @self: (nullable) (transfer full): a table
 */
void
suivi_headcount_table_free (SuiviHeadcountTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->groups, g_array_unref);
  g_free (self);
}

/**
 * suivi_cell_to_text:
 * @cell: a number of children
 *
 * Returns: (transfer full): what to print: "12", "fewer than 5" or "not shown", translated
 */
char *
suivi_cell_to_text (const SuiviCell *cell)
{
  if (cell->shown)
    return g_strdup_printf ("%u", cell->value);
  if (cell->few)
    /* Translators: instead of a number of children that is so small that one could tell who they are */
    return g_strdup_printf (_ ("fewer than %u"), (guint) SUIVI_SMALLEST_CELL);
  /* Translators: instead of a number of children from which a smaller one could be computed */
  return g_strdup (_ ("not shown"));
}
