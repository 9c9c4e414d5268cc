/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/disclosure.h"
#include "core/consultation/headcount-table.h"

#define N_ROWS    (SUIVI_N_AGE_BANDS + 1)
#define N_COLUMNS (SUIVI_N_GENDERS + 1)
#define MAX_VALUE 256

static const SuiviAgeBand bands[] = { SUIVI_AGE_UNDER_10, SUIVI_AGE_10_12, SUIVI_AGE_13_15 };
static const SuiviGender genders[] = { SUIVI_GENDER_GIRL, SUIVI_GENDER_BOY, SUIVI_GENDER_OTHER };

static GPtrArray *
make_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_headcount_free);
}

static void
add (GPtrArray *rows, SuiviAgeBand band, SuiviGender gender, const char *group_name, guint count)
{
  g_ptr_array_add (rows, suivi_headcount_new ("consultation", band, gender, group_name, count));
}

/* What a number is printed as: "12", "few" or "-". */
static void
assert_cell (const SuiviCell *cell, const char *expected)
{
  g_autofree char *number = g_strdup_printf ("%u", cell->value);

  g_assert_cmpstr (cell->shown ? number : cell->few ? "few" : "-", ==, expected);
}

static void
assert_group (const SuiviHeadcountTable *table, guint i, const char *name, const char *expected)
{
  const SuiviHeadcountGroup *group = &g_array_index (table->groups, SuiviHeadcountGroup, i);

  g_assert_cmpstr (group->group_name, ==, name);
  assert_cell (&group->cell, expected);
}

/* The whole table, totals last, as one line: "few 30 33 / few 30 33". */
static char *
print (const SuiviHeadcountTable *table)
{
  GString *line = g_string_new (NULL);

  for (guint b = 0; b <= table->n_bands; b++)
    for (guint g = 0; g <= table->n_genders; g++)
      {
        const SuiviCell *cell = b < table->n_bands && g < table->n_genders ? &table->cells[b][g]
                                : b < table->n_bands                       ? &table->band_totals[b]
                                : g < table->n_genders                     ? &table->gender_totals[g]
                                                                           : &table->total;

        if (line->len > 0)
          g_string_append (line, g == 0 ? " / " : " ");
        if (cell->shown)
          g_string_append_printf (line, "%u", cell->value);
        else
          g_string_append (line, cell->few ? "few" : "-");
      }

  return g_string_free (line, FALSE);
}

/* --------------------------------------------------------------------------------
 * The audit against brute force
 */

typedef struct
{
  const SuiviDisclosure *shown;
  guint values[N_ROWS][N_COLUMNS];
  guint column_sums[N_COLUMNS];
  gboolean seen[N_ROWS][N_COLUMNS][MAX_VALUE];
  guint n_tables;
} Search;

/* What a reader knows about a number. */
static gboolean
agrees (const SuiviCell *cell, guint value, gboolean total)
{
  if (cell->shown)
    return value == cell->value;
  if (cell->few)
    return value < SUIVI_SMALLEST_CELL && (!total || value > 0);
  return value >= SUIVI_SMALLEST_CELL;
}

static void
note_table (Search *search)
{
  const SuiviDisclosure *shown = search->shown;

  for (guint c = 0; c < shown->n_columns; c++)
    {
      search->values[shown->n_rows - 1][c] = search->column_sums[c];
      if (!agrees (&shown->cells[shown->n_rows - 1][c], search->column_sums[c], TRUE))
        return;
    }
  search->n_tables++;
  for (guint r = 0; r < shown->n_rows; r++)
    for (guint c = 0; c < shown->n_columns; c++)
      search->seen[r][c][search->values[r][c]] = TRUE;
}

/* All tables that agree with what is shown. A number that is hidden for another reason has no upper bound;
 * but where a small number can go (by at most four), it can go with no other number changing by more than
 * four. */
static void
try_all (Search *search, guint r, guint c, guint row_sum)
{
  const SuiviDisclosure *shown = search->shown;
  const SuiviCell *cell = &shown->cells[r][c];

  if (r == shown->n_rows - 1)
    {
      note_table (search);
      return;
    }
  if (c == shown->n_columns - 1)
    {
      if (!agrees (cell, row_sum, TRUE))
        return;
      search->values[r][c] = row_sum;
      search->column_sums[c] += row_sum;
      try_all (search, r + 1, 0, 0);
      search->column_sums[c] -= row_sum;
      return;
    }
  for (guint value = cell->shown ? cell->value : 0; value <= (cell->shown ? cell->value : cell->value + 4);
       value++)
    {
      if (!agrees (cell, value, FALSE))
        continue;
      search->values[r][c] = value;
      search->column_sums[c] += value;
      try_all (search, r, c + 1, row_sum + value);
      search->column_sums[c] -= value;
    }
}

static void
check_random_table (GRand *random,
                    guint n_bands,
                    guint n_genders,
                    guint limit,
                    guint *n_few,
                    guint *n_secondary)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (SuiviHeadcountTable) table = NULL;
  g_autofree Search *search = g_new0 (Search, 1);
  g_autofree char *line = NULL;
  SuiviDisclosure shown = { 0 };
  guint counts[SUIVI_N_AGE_BANDS][SUIVI_N_GENDERS] = { 0 };
  guint total = 0;

  for (guint b = 0; b < n_bands; b++)
    for (guint g = 0; g < n_genders; g++)
      {
        guint count = g_rand_int_range (random, 0, limit);

        counts[bands[b]][genders[g]] = count;
        total += count;
        add (rows, bands[b], genders[g], "", count);
      }
  table = suivi_headcount_table_new (rows);
  if (total == 0)
    return;
  line = print (table);

  shown.n_rows = table->n_bands + 1;
  shown.n_columns = table->n_genders + 1;
  for (guint b = 0; b < table->n_bands; b++)
    {
      for (guint g = 0; g < table->n_genders; g++)
        {
          shown.cells[b][g] = table->cells[b][g];
          /* What is shown is true. */
          g_assert_cmpuint (table->cells[b][g].value, ==, counts[table->bands[b]][table->genders[g]]);
        }
      shown.cells[b][table->n_genders] = table->band_totals[b];
    }
  for (guint g = 0; g < table->n_genders; g++)
    shown.cells[table->n_bands][g] = table->gender_totals[g];
  shown.cells[table->n_bands][table->n_genders] = table->total;
  g_assert_cmpuint (table->total.value, ==, total);

  search->shown = &shown;
  try_all (search, 0, 0, 0);
  g_assert_cmpuint (search->n_tables, >=, 1);
  for (guint r = 0; r < shown.n_rows; r++)
    for (guint c = 0; c < shown.n_columns; c++)
      {
        const SuiviCell *cell = &shown.cells[r][c];
        guint n_values = 0;

        g_assert_true (search->seen[r][c][cell->value]);
        if (cell->shown)
          {
            g_assert_cmpuint (cell->value, >=, SUIVI_SMALLEST_CELL);
            continue;
          }
        *n_secondary += cell->few ? 0 : 1;
        if (!cell->few)
          continue;
        g_assert_cmpuint (cell->value, <, SUIVI_SMALLEST_CELL);
        for (guint value = 0; value < MAX_VALUE; value++)
          n_values += search->seen[r][c][value] ? 1 : 0;
        if (n_values < 2 || n_values != suivi_disclosure_count_values (&shown, r, c))
          g_test_message ("%s: row %u, column %u: %u", line, r, c, n_values);
        g_assert_cmpuint (n_values, >=, 2);
        g_assert_cmpuint (n_values, ==, suivi_disclosure_count_values (&shown, r, c));
        (*n_few)++;
      }
}

static void
test_brute_force (void)
{
  static const struct
  {
    guint n_bands;
    guint n_genders;
    guint limit;
    guint n_tables;
  } cases[] = {
    { 1, 1, 9, 20 },   { 1, 2, 9, 200 },  { 2, 1, 9, 200 }, { 2, 2, 8, 2000 }, { 2, 2, 14, 2000 },
    { 2, 3, 10, 400 }, { 3, 2, 10, 400 }, { 3, 3, 4, 25 },  { 3, 3, 7, 50 },   { 3, 3, 12, 100 },
  };
  const guint32 seed = 20261122;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_few = 0;
  guint n_secondary = 0;

  g_test_message ("seed %u", seed);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < cases[i].n_tables; k++)
      check_random_table (random, cases[i].n_bands, cases[i].n_genders, cases[i].limit, &n_few, &n_secondary);
  g_test_message ("%u small numbers, %u others hidden for them", n_few, n_secondary);
  g_assert_cmpuint (n_few, >, 1000);
  g_assert_cmpuint (n_secondary, >, 500);
}

/* The audit itself must see what can be computed: one small number alone in its row is told. */
static void
test_audit (void)
{
  SuiviDisclosure naive = {
    .n_rows = 3,
    .n_columns = 3,
    .cells = { { { 3, FALSE, TRUE }, { 10, TRUE, FALSE }, { 13, TRUE, FALSE } },
               { { 9, TRUE, FALSE }, { 11, TRUE, FALSE }, { 20, TRUE, FALSE } },
               { { 12, TRUE, FALSE }, { 21, TRUE, FALSE }, { 33, TRUE, FALSE } } },
  };

  g_assert_cmpuint (suivi_disclosure_count_values (&naive, 0, 0), ==, 1);
  /* One more in the row does not help: the column tells it. */
  naive.cells[0][1].shown = FALSE;
  g_assert_cmpuint (suivi_disclosure_count_values (&naive, 0, 0), ==, 1);
  /* 0 to 4, with 13 to 9, 12 to 8 and 8 to 12. */
  naive.cells[1][0].shown = FALSE;
  naive.cells[1][1].shown = FALSE;
  g_assert_cmpuint (suivi_disclosure_count_values (&naive, 0, 0), ==, 5);
}

/* --------------------------------------------------------------------------------
 * Published cases
 */

/* Save the Children, Universal Periodic Review, Successful examples of child rights advocacy (2014): Zambia.
 * 52 children aged 8 to 18, and 100 children; how many of which age and gender is not said. */
static void
test_zambia (void)
{
  static const guint counts[] = { 52, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GPtrArray) rows = make_rows ();
      g_autoptr (SuiviHeadcountTable) table = NULL;
      g_autofree char *expected
        = g_strdup_printf ("%u %u / %u %u", counts[i], counts[i], counts[i], counts[i]);
      g_autofree char *line = NULL;

      add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "", counts[i]);
      table = suivi_headcount_table_new (rows);
      line = print (table);
      g_assert_cmpuint (table->n_bands, ==, 1);
      g_assert_cmpuint (table->n_genders, ==, 1);
      g_assert_cmpint (table->bands[0], ==, SUIVI_AGE_UNKNOWN);
      g_assert_cmpint (table->genders[0], ==, SUIVI_GENDER_UNKNOWN);
      g_assert_cmpstr (line, ==, expected);
    }
}

/* As above: Pakistan: 33 children, boys and girls; how many of each is not said. */
static void
test_pakistan (void)
{
  static const struct
  {
    guint girls;
    const char *line;
  } cases[] = {
    /* Nothing small. */
    { 15, "15 18 33 / 15 18 33" },
    /* 3 = 33 - 30, inside and as a total: both 30 go with both 3, and 33 stays. */
    { 3, "few - 33 / few - 33" },
    /* No girls, no column. */
    { 0, "33 33 / 33 33" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = make_rows ();
      g_autoptr (SuiviHeadcountTable) table = NULL;
      g_autofree char *line = NULL;

      add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_BOY, "", 33 - cases[i].girls);
      add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_GIRL, "", cases[i].girls);
      table = suivi_headcount_table_new (rows);
      line = print (table);
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

/* 33 children in an invented breakdown:
 *
 *          girls boys all
 *   10-12      3    9  12
 *   13-15      6   15  21
 *   all        9   24  33
 *
 * The 3 is 12 - 9 and 9 - 6. Hiding the 9 of its row and the 6 of its column is not enough (9 = 24 - 15): the
 * 15 goes, too. That is 30 children inside the table, and all totals stay. The 6 may only go down to 5, so
 * the 3 may be 0 to 4 (the 6 is then 9 to 5): five values. */
static void
test_breakdown (void)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (SuiviHeadcountTable) table = NULL;
  g_autofree char *line = NULL;

  add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_BOY, "", 15);
  add (rows, SUIVI_AGE_10_12, SUIVI_GENDER_BOY, "", 4);
  add (rows, SUIVI_AGE_10_12, SUIVI_GENDER_GIRL, "", 3);
  add (rows, SUIVI_AGE_16_17, SUIVI_GENDER_OTHER, "", 0);
  add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, "", 6);
  add (rows, SUIVI_AGE_10_12, SUIVI_GENDER_BOY, "", 5);
  table = suivi_headcount_table_new (rows);
  line = print (table);
  g_assert_cmpstr (line, ==, "few - 12 / - - 21 / 9 24 33");
}

/* As above: Bangladesh: children aged 12 to 18. How many is not said; invented:
 *
 *          girls boys all
 *   13-15     20   14  34
 *   16-17     11   12  23
 *   18         2    1   3
 *   all       33   27  60
 *
 * Three who turned 18: the row is hidden, and its total, which is 60 - 34 - 23. Inside the table, 11 and 12
 * protect the 2 and the 1; the 3 needs another total, the smallest one: 23. */
static void
test_bangladesh (void)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (SuiviHeadcountTable) table = NULL;
  g_autofree char *line = NULL;

  add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, "", 20);
  add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_BOY, "", 14);
  add (rows, SUIVI_AGE_16_17, SUIVI_GENDER_GIRL, "", 11);
  add (rows, SUIVI_AGE_16_17, SUIVI_GENDER_BOY, "", 12);
  add (rows, SUIVI_AGE_18, SUIVI_GENDER_GIRL, "", 2);
  add (rows, SUIVI_AGE_18, SUIVI_GENDER_BOY, "", 1);
  table = suivi_headcount_table_new (rows);
  line = print (table);
  g_assert_cmpstr (line, ==, "20 14 34 / - - - / few few few / 33 27 60");
}

/* Invented:
 *
 *          girls boys other all
 *   10-12      4   10    20  34
 *   13-15     10    6    30  46
 *   all       14   16    50  80
 *
 * The cheapest way round for the 4 is 10, 6, 10. But the 4 can go down only, and the 6 with it, to 5: the 4
 * would be 3 or 4. Three values are wanted where no total has to go for it: 20 and 30 go, too. */
static void
test_three_values (void)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (SuiviHeadcountTable) table = NULL;
  g_autofree char *line = NULL;

  add (rows, SUIVI_AGE_10_12, SUIVI_GENDER_GIRL, "", 4);
  add (rows, SUIVI_AGE_10_12, SUIVI_GENDER_BOY, "", 10);
  add (rows, SUIVI_AGE_10_12, SUIVI_GENDER_OTHER, "", 20);
  add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, "", 10);
  add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_BOY, "", 6);
  add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_OTHER, "", 30);
  table = suivi_headcount_table_new (rows);
  line = print (table);
  g_assert_cmpstr (line, ==, "few - - 34 / - - - 46 / 14 16 50 80");
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (SuiviHeadcountTable) table = NULL;

  for (guint b = 0; b < SUIVI_N_AGE_BANDS; b++)
    for (guint g = 0; g < SUIVI_N_GENDERS; g++)
      add (rows, b, g, "", 10 + b + 10 * g);
  table = suivi_headcount_table_new (rows);
  g_assert_cmpuint (table->n_bands, ==, SUIVI_N_AGE_BANDS);
  g_assert_cmpuint (table->n_genders, ==, SUIVI_N_GENDERS);
  g_assert_cmpint (table->bands[0], ==, SUIVI_AGE_UNDER_10);
  g_assert_cmpint (table->bands[4], ==, SUIVI_AGE_18);
  g_assert_cmpint (table->bands[5], ==, SUIVI_AGE_UNKNOWN);
  g_assert_cmpint (table->genders[0], ==, SUIVI_GENDER_GIRL);
  g_assert_cmpint (table->genders[1], ==, SUIVI_GENDER_BOY);
  g_assert_cmpint (table->genders[2], ==, SUIVI_GENDER_OTHER);
  g_assert_cmpint (table->genders[3], ==, SUIVI_GENDER_UNKNOWN);
  /* Girls (10 + 10 × 1) under 10 (1). */
  assert_cell (&table->cells[0][0], "21");
  /* 24 cells: 24 × 10 + 4 × (0 + … + 5) + 6 × 10 × (0 + 1 + 2 + 3). */
  assert_cell (&table->total, "660");
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (SuiviHeadcountTable) table = NULL;

  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "", 52);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "disability", 2);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "rural", 48);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "minority", 47);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "council", 52);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "nobody", 0);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "disability", 2);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "care", 5);
  table = suivi_headcount_table_new (rows);
  g_assert_cmpuint (table->groups->len, ==, 5);
  assert_group (table, 0, "disability", "few");
  /* Four are not. */
  assert_group (table, 1, "rural", "-");
  assert_group (table, 2, "minority", "47");
  assert_group (table, 3, "council", "52");
  assert_group (table, 4, "care", "5");
  assert_cell (&table->total, "52");
}

/* 30 + 19 + 3 = 52: the 3 is what is missing, unless the 19 is hidden with it. */
static void
test_groups_that_share (void)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (SuiviHeadcountTable) table = NULL;

  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "", 52);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "town", 30);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "village", 19);
  add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "camp", 3);
  table = suivi_headcount_table_new (rows);
  assert_group (table, 0, "town", "30");
  assert_group (table, 1, "village", "-");
  assert_group (table, 2, "camp", "few");
}

/* Few children: nothing may be told of groups, not even by what is not said. Of six, "not shown" could only
 * mean five. */
static void
test_groups_of_few (void)
{
  static const struct
  {
    guint total;
    guint group;
    const char *expected;
  } cases[] = {
    { 4, 2, "few" }, { 4, 4, "few" }, { 5, 5, "-" },   { 6, 5, "-" }, { 6, 1, "-" },
    { 6, 6, "-" },   { 7, 6, "-" },   { 7, 2, "few" }, { 7, 7, "7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = make_rows ();
      g_autoptr (SuiviHeadcountTable) table = NULL;

      add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, "", cases[i].total);
      add (rows, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "rural", cases[i].group);
      table = suivi_headcount_table_new (rows);
      assert_group (table, 0, "rural", cases[i].expected);
    }
}

static void
test_extremes (void)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  g_autoptr (SuiviHeadcountTable) nobody = suivi_headcount_table_new (rows);
  g_autoptr (SuiviHeadcountTable) one = NULL;
  g_autoptr (SuiviHeadcountTable) huge = NULL;
  g_autofree char *line = NULL;

  g_assert_cmpuint (nobody->n_bands, ==, 0);
  g_assert_cmpuint (nobody->n_genders, ==, 0);
  g_assert_cmpuint (nobody->groups->len, ==, 0);
  assert_cell (&nobody->total, "0");

  add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, "", 1);
  one = suivi_headcount_table_new (rows);
  line = print (one);
  g_assert_cmpstr (line, ==, "few few / few few");

  /* Mistyped numbers do not wrap around. */
  for (guint i = 0; i < 3; i++)
    add (rows, SUIVI_AGE_13_15, SUIVI_GENDER_BOY, "", G_MAXUINT);
  huge = suivi_headcount_table_new (rows);
  g_assert_cmpuint (huge->total.value, ==, 10000001);
  g_assert_false (huge->cells[0][1].shown);
}

static void
test_text (void)
{
  const SuiviCell shown = { 12, TRUE, FALSE };
  const SuiviCell few = { 3, FALSE, TRUE };
  const SuiviCell hidden = { 30, FALSE, FALSE };
  g_autofree char *shown_text = suivi_cell_to_text (&shown);
  g_autofree char *few_text = suivi_cell_to_text (&few);
  g_autofree char *hidden_text = suivi_cell_to_text (&hidden);

  g_assert_cmpstr (shown_text, ==, "12");
  g_assert_cmpstr (few_text, ==, "fewer than 5");
  g_assert_cmpstr (hidden_text, ==, "not shown");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/headcount-table/audit", test_audit);
  g_test_add_func ("/core/headcount-table/brute-force", test_brute_force);
  g_test_add_func ("/core/headcount-table/zambia", test_zambia);
  g_test_add_func ("/core/headcount-table/pakistan", test_pakistan);
  g_test_add_func ("/core/headcount-table/breakdown", test_breakdown);
  g_test_add_func ("/core/headcount-table/bangladesh", test_bangladesh);
  g_test_add_func ("/core/headcount-table/three-values", test_three_values);
  g_test_add_func ("/core/headcount-table/order", test_order);
  g_test_add_func ("/core/headcount-table/groups", test_groups);
  g_test_add_func ("/core/headcount-table/groups-that-share", test_groups_that_share);
  g_test_add_func ("/core/headcount-table/groups-of-few", test_groups_of_few);
  g_test_add_func ("/core/headcount-table/extremes", test_extremes);
  g_test_add_func ("/core/headcount-table/text", test_text);

  return g_test_run ();
}
