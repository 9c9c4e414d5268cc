/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/disclosure.h"

/* The table is a network: a node for each row and each column, those of the totals included, and a number is
 * an edge between its row and its column. With the totals counted negatively (and the grand total twice, so
 * positively again) the numbers at each node add up to nought. Two tables that a reader cannot tell apart
 * therefore differ by cycles of hidden numbers that go up and down in turn, and since the network is
 * bipartite, by whole cycles of one child: a hidden number has exactly the values that can be reached by one
 * such cycle after another, and no value between them is left out. */

#define MAX_ROWS    (SUIVI_N_AGE_BANDS + 1)
#define MAX_COLUMNS (SUIVI_N_GENDERS + 1)
#define MAX_NODES   (MAX_ROWS + MAX_COLUMNS)

/* What it costs to hide a number on top of its size: rather all numbers inside than one total, rather all
 * totals but one than the number of all children. */
#define TOTAL_COST       (G_GUINT64_CONSTANT (1) << 40)
#define GRAND_TOTAL_COST (G_GUINT64_CONSTANT (1) << 50)
#define NO_CYCLE         G_MAXUINT64

/* So many values shall at least be possible; and so many, as long as no total has to go for it. */
#define NEEDED_VALUES 2
#define WANTED_VALUES 3

/* A way round: edges (row, column) that go up and down in turn. */
typedef struct
{
  guint64 cost;
  guint n_edges;
  guint rows[MAX_NODES];
  guint columns[MAX_NODES];
  gboolean up[MAX_NODES];
} Cycle;

static gboolean
is_total (const SuiviDisclosure *self, guint row, guint column)
{
  return row == self->n_rows - 1 || column == self->n_columns - 1;
}

static gboolean
is_grand_total (const SuiviDisclosure *self, guint row, guint column)
{
  return row == self->n_rows - 1 && column == self->n_columns - 1;
}

/* Whether a reader who does not see the number has to reckon with one more or one less. She knows that a
 * number that is hidden for other reasons is not below five, and that nothing is printed about a row or
 * column without children. */
static gboolean
can_move (const SuiviDisclosure *self, guint row, guint column, gboolean up)
{
  const SuiviCell *cell = &self->cells[row][column];

  if (!cell->few)
    return up || cell->value > SUIVI_SMALLEST_CELL;
  if (up)
    return cell->value < SUIVI_SMALLEST_CELL - 1;
  return cell->value > (is_total (self, row, column) ? 1 : 0);
}

static guint64
get_cost (const SuiviDisclosure *self, guint row, guint column)
{
  const SuiviCell *cell = &self->cells[row][column];

  if (!cell->shown)
    return 0;
  if (is_grand_total (self, row, column))
    return cell->value + GRAND_TOTAL_COST;
  return cell->value + (is_total (self, row, column) ? TOTAL_COST : 0);
}

/* The edge is passed from its row to its column when its signed number goes up. */
static gboolean
goes_up (const SuiviDisclosure *self, guint row, guint column, gboolean forward)
{
  gboolean negative = is_total (self, row, column) && !is_grand_total (self, row, column);

  return negative ? !forward : forward;
}

static void
add_edge (Cycle *cycle, guint row, guint column, gboolean up)
{
  cycle->rows[cycle->n_edges] = row;
  cycle->columns[cycle->n_edges] = column;
  cycle->up[cycle->n_edges] = up;
  cycle->n_edges++;
}

/* The cheapest cycle by which the number goes up or down by one: shortest path (Dijkstra) from one end of its
 * edge back to the other. Nodes are the rows, then the columns. */
static void
find_cycle (const SuiviDisclosure *self, guint row, guint column, gboolean up, Cycle *cycle)
{
  guint n_nodes = self->n_rows + self->n_columns;
  gboolean forward = goes_up (self, row, column, up);
  guint source = forward ? self->n_rows + column : row;
  guint target = forward ? row : self->n_rows + column;
  guint64 costs[MAX_NODES] = { 0 };
  guint previous[MAX_NODES] = { 0 };
  gboolean done[MAX_NODES] = { FALSE };

  cycle->cost = NO_CYCLE;
  cycle->n_edges = 0;
  if (!can_move (self, row, column, up))
    return;

  for (guint i = 0; i < n_nodes; i++)
    costs[i] = i == source ? 0 : NO_CYCLE;
  for (guint n_done = 0; n_done < n_nodes; n_done++)
    {
      guint nearest = n_nodes;

      for (guint i = 0; i < n_nodes; i++)
        if (!done[i] && costs[i] != NO_CYCLE && (nearest == n_nodes || costs[i] < costs[nearest]))
          nearest = i;
      if (nearest == n_nodes || nearest == target)
        break;
      done[nearest] = TRUE;

      for (guint i = 0; i < n_nodes; i++)
        {
          gboolean from_row = nearest < self->n_rows;
          guint edge_row = from_row ? nearest : i;
          guint edge_column = (from_row ? i : nearest) - self->n_rows;
          guint64 cost = 0;

          if (from_row == (i < self->n_rows) || (edge_row == row && edge_column == column)
              || !can_move (self, edge_row, edge_column, goes_up (self, edge_row, edge_column, from_row)))
            continue;
          cost = costs[nearest] + get_cost (self, edge_row, edge_column);
          if (cost < costs[i])
            {
              costs[i] = cost;
              previous[i] = nearest;
            }
        }
    }

  if (costs[target] == NO_CYCLE)
    return;
  cycle->cost = costs[target] + get_cost (self, row, column);
  add_edge (cycle, row, column, up);
  for (guint i = target; i != source; i = previous[i])
    {
      gboolean from_row = previous[i] < self->n_rows;
      guint edge_row = from_row ? previous[i] : i;
      guint edge_column = (from_row ? i : previous[i]) - self->n_rows;

      add_edge (cycle, edge_row, edge_column, goes_up (self, edge_row, edge_column, from_row));
    }
}

static void
move_along (SuiviDisclosure *self, const Cycle *cycle)
{
  for (guint i = 0; i < cycle->n_edges; i++)
    self->cells[cycle->rows[i]][cycle->columns[i]].value += cycle->up[i] ? 1 : -1;
}

/* Moves the number as far up or down as what is hidden allows. What is left is the cheapest cycle that would
 * let it go one further.
 *
 * Returns: by how many children it moved */
static guint
push (SuiviDisclosure *self, guint row, guint column, gboolean up, Cycle *next)
{
  guint n_moved = 0;

  for (find_cycle (self, row, column, up, next); next->cost == 0; n_moved++)
    {
      move_along (self, next);
      find_cycle (self, row, column, up, next);
    }

  return n_moved;
}

static guint
count_values (const SuiviDisclosure *self, guint row, guint column, Cycle *next)
{
  SuiviDisclosure highest = *self;
  SuiviDisclosure lowest = *self;
  Cycle further_down = { 0 };
  guint n_values
    = 1 + push (&highest, row, column, TRUE, next) + push (&lowest, row, column, FALSE, &further_down);

  if (further_down.cost < next->cost)
    *next = further_down;

  return n_values;
}

/**
 * suivi_disclosure_count_values:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Counts what a number that is hidden because it is small may be, for a reader who knows everything that is
 * shown, that "fewer than 5" is 0 to 4 (1 to 4 for a total: rows and columns without children are not
 * printed), that whatever else is hidden is 5 or more, and who can compute.
 *
 * Returns: how many values are possible; 1: the number is told
 */
guint
suivi_disclosure_count_values (const SuiviDisclosure *self, guint row, guint column)
{
  Cycle next = { 0 };

  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, 1);
  g_return_val_if_fail (!self->cells[row][column].shown && self->cells[row][column].few, 1);

  return count_values (self, row, column, &next);
}

static gboolean
is_few (const SuiviDisclosure *self, guint row, guint column)
{
  return !self->cells[row][column].shown && self->cells[row][column].few;
}

/* Hides the cheapest cycles until the number has that many values, as long as it costs less than @limit.
 *
 * Returns: whether it has */
static gboolean
widen (SuiviDisclosure *self, guint row, guint column, guint n_values, guint64 limit)
{
  Cycle next = { 0 };

  while (count_values (self, row, column, &next) < n_values)
    {
      if (next.cost >= limit)
        return FALSE;
      for (guint i = 0; i < next.n_edges; i++)
        self->cells[next.rows[i]][next.columns[i]].shown = FALSE;
    }

  return TRUE;
}

/**
 * suivi_disclosure_protect:
 * @self: a table in which the numbers below %SUIVI_SMALLEST_CELL, and no others, are hidden and marked as few
 *
 * Hides further numbers, until none that is few can be computed (secondary suppression). The cheapest ones:
 * small ones inside the table first, totals only where it has to be. Hiding more never tells anything, so one
 * round is enough. Where it takes no total, at least three values are left possible.
 */
void
suivi_disclosure_protect (SuiviDisclosure *self)
{
  gboolean safe = TRUE;

  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      if (is_few (self, row, column))
        safe = widen (self, row, column, NEEDED_VALUES, NO_CYCLE) && safe;

  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        if (!safe)
          self->cells[row][column].shown = FALSE;
        else if (is_few (self, row, column))
          widen (self, row, column, WANTED_VALUES, TOTAL_COST);
      }
}
