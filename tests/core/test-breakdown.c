/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/breakdown.h"

#include <string.h>

/* France is a Western State, Hungary an Eastern European one, Togo and Kenya are African, Japan is Asian, Brazil Latin
 * American, the Holy See an observer; the European Union (EUU) has no regional group. */
static const struct
{
  SuiviPosition position;
  const char *cluster;
  const char *themes;
  const char *institutions;
  const char *sdgs;
  guint category;
  const char *states;
  SuiviLight light;
} made[] = {
  { SUIVI_POSITION_SUPPORTED, "Health", "Water|Health", "Health|Water board", "3|3.4|6.1", 5, "FRA|TGO",
    SUIVI_LIGHT_GREEN },
  { SUIVI_POSITION_SUPPORTED, "Health", "Water", "Water board", "6.1|6.2|6", 5, "FRA|HUN|KEN|TGO",
    SUIVI_LIGHT_AMBER },
  { SUIVI_POSITION_PART, "School", "School", "Education", "4", 2, "JPN", SUIVI_LIGHT_WORSE },
  { SUIVI_POSITION_NOTED, "", "", "", "", 0, "EUU|FRA", SUIVI_LIGHT_RED },
  { SUIVI_POSITION_NOTED, "School", "School|School", "", "16.10|16", 1, "BRA", SUIVI_LIGHT_GREY },
  { SUIVI_POSITION_COMMITMENT, "", "Water", "Education|Water board", "10.2", 4, "", SUIVI_LIGHT_GREY },
  { SUIVI_POSITION_PENDING, "", "", "", "1", 5, "VAT|EUU", SUIVI_LIGHT_GREY },
};

static char **
split (const char *list)
{
  return *list != '\0' ? g_strsplit (list, "|", -1) : g_new0 (char *, 1);
}

static SuiviBreakdown *
make (SuiviDimension dimension, SuiviCountingUnit unit, SuiviPartRule part)
{
  const SuiviCountingRule rule = { unit, part };
  SuiviBreakdown *breakdown = suivi_breakdown_new (dimension, &rule);

  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
      g_auto (GStrv) states = split (made[i].states);
      g_auto (GStrv) themes = split (made[i].themes);
      g_auto (GStrv) sdgs = split (made[i].sdgs);
      g_auto (GStrv) institutions = split (made[i].institutions);

      suivi_recommendation_set_lists (recommendation, (const char *const *) states,
                                      (const char *const *) themes, NULL, (const char *const *) sdgs);
      g_strfreev (recommendation->institutions);
      recommendation->institutions = g_steal_pointer (&institutions);
      recommendation->position = made[i].position;
      recommendation->category = made[i].category;
      suivi_breakdown_add (breakdown, recommendation, made[i].cluster, made[i].light);
    }

  return breakdown;
}

/* "value:total(green,amber,red,worse,grey)" for each row, in the order shown. */
static char *
describe (SuiviBreakdown *breakdown)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *rows = suivi_breakdown_list_rows (breakdown);

  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);

      g_assert_true (suivi_tally_is_reconciled (&row->tally));
      g_assert_cmpuint (strlen (row->label), >, 0);
      g_string_append_printf (text, "%s%s:%u(%u,%u,%u,%u,%u)", i > 0 ? " " : "", row->value, row->tally.total,
                              row->tally.lights[SUIVI_LIGHT_GREEN], row->tally.lights[SUIVI_LIGHT_AMBER],
                              row->tally.lights[SUIVI_LIGHT_RED], row->tally.lights[SUIVI_LIGHT_WORSE],
                              row->tally.lights[SUIVI_LIGHT_GREY]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rows (SuiviDimension dimension, SuiviCountingUnit unit, SuiviPartRule part, const char *expected)
{
  g_autoptr (SuiviBreakdown) breakdown = make (dimension, unit, part);
  g_autofree char *rows = describe (breakdown);

  g_assert_cmpstr (rows, ==, expected);
  g_assert_cmpuint (suivi_breakdown_get_dimension (breakdown), ==, dimension);
  g_assert_true (suivi_tally_is_reconciled (suivi_breakdown_get_whole (breakdown)));
  g_assert_cmpuint (suivi_breakdown_get_whole (breakdown)->n_added, ==, 7);
  /* 2 + 4 + 1 + 2 + 1 + 1 (a commitment: nobody made it, and it counts once) + 2 */
  g_assert_cmpuint (suivi_breakdown_get_whole (breakdown)->total, ==,
                    unit == SUIVI_COUNTING_UNIT_STATE ? 13 : 7);
}

#define ONCE  SUIVI_COUNTING_UNIT_RECOMMENDATION
#define STATE SUIVI_COUNTING_UNIT_STATE
#define OWN   SUIVI_PART_RULE_OWN

static void
test_once (void)
{
  assert_rows (SUIVI_DIMENSION_POSITION, ONCE, OWN,
               "supported:2(1,1,0,0,0) part:1(0,0,0,1,0) noted:2(0,0,1,0,1) pending:1(0,0,0,0,1)"
               " commitment:1(0,0,0,0,1)");
  assert_rows (SUIVI_DIMENSION_POSITION, ONCE, SUIVI_PART_RULE_NOTED,
               "supported:2(1,1,0,0,0) noted:3(0,0,1,1,1) pending:1(0,0,0,0,1) commitment:1(0,0,0,0,1)");
  /* The greatest first; as many: by name; none: last, though it is the greatest. */
  assert_rows (SUIVI_DIMENSION_CLUSTER, ONCE, OWN, "Health:2(1,1,0,0,0) School:2(0,0,0,1,1) :3(0,0,1,0,2)");
  /* A theme that is written twice counts once. */
  assert_rows (SUIVI_DIMENSION_THEME, ONCE, OWN,
               "Water:3(1,1,0,0,1) School:2(0,0,0,1,1) Health:1(1,0,0,0,0) :2(0,0,1,0,1)");
  /* By number, 10 and 16 after 6; a goal and its targets count once; "1" is not in "10" and "16". */
  assert_rows (SUIVI_DIMENSION_SDG, ONCE, OWN,
               "1:1(0,0,0,0,1) 3:1(1,0,0,0,0) 4:1(0,0,0,1,0) 6:2(1,1,0,0,0) 10:1(0,0,0,0,1)"
               " 16:1(0,0,0,0,1) :1(0,0,1,0,0)");
  assert_rows (SUIVI_DIMENSION_CATEGORY, ONCE, OWN,
               "1:1(0,0,0,0,1) 2:1(0,0,0,1,0) 4:1(0,0,0,0,1) 5:3(1,1,0,0,1) :1(0,0,1,0,0)");
  assert_rows (SUIVI_DIMENSION_REGION, ONCE, OWN,
               "WEOG:3(1,1,1,0,0) Africa:2(1,1,0,0,0) Asia-Pacific:1(0,0,0,1,0) EEG:1(0,1,0,0,0)"
               " GRULAC:1(0,0,0,0,1) Observer:1(0,0,0,0,1) :3(0,0,1,0,2)");
  /* Two institutions share the first: it counts with both. */
  assert_rows (SUIVI_DIMENSION_INSTITUTION, ONCE, OWN,
               "Water board:3(1,1,0,0,1) Education:2(0,0,0,1,1) Health:1(1,0,0,0,0) :3(0,0,1,0,2)");
}

/* Once for every State: the regions add up to the whole, 2 + 4 + 1 + 2 + 1 + 1 + 2. */
static void
test_per_state (void)
{
  g_autoptr (SuiviBreakdown) regions = make (SUIVI_DIMENSION_REGION, STATE, OWN);
  GPtrArray *rows = suivi_breakdown_list_rows (regions);
  guint sum = 0;

  assert_rows (SUIVI_DIMENSION_REGION, STATE, OWN,
               "Africa:3(1,2,0,0,0) WEOG:3(1,1,1,0,0) Asia-Pacific:1(0,0,0,1,0) EEG:1(0,1,0,0,0)"
               " GRULAC:1(0,0,0,0,1) Observer:1(0,0,0,0,1) :3(0,0,1,0,2)");
  for (guint i = 0; i < rows->len; i++)
    sum += ((const SuiviBreakdownRow *) g_ptr_array_index (rows, i))->tally.total;
  g_assert_cmpuint (sum, ==, 13);

  assert_rows (SUIVI_DIMENSION_POSITION, STATE, SUIVI_PART_RULE_NOTED,
               "supported:6(2,4,0,0,0) noted:4(0,0,2,1,1) pending:2(0,0,0,0,2) commitment:1(0,0,0,0,1)");
  assert_rows (SUIVI_DIMENSION_CLUSTER, STATE, OWN, "Health:6(2,4,0,0,0) School:2(0,0,0,1,1) :5(0,0,2,0,3)");
}

static void
test_labels (void)
{
  static const struct
  {
    SuiviDimension dimension;
    const char *labels;
  } expected[] = {
    { SUIVI_DIMENSION_POSITION, "Supported|Supported in part|Noted|Pending|Voluntary commitment" },
    { SUIVI_DIMENSION_CLUSTER, "Health|School|In no cluster" },
    { SUIVI_DIMENSION_THEME, "Water|School|Health|Without a theme" },
    { SUIVI_DIMENSION_SDG, "Goal 1|Goal 3|Goal 4|Goal 6|Goal 10|Goal 16|Without a goal" },
    { SUIVI_DIMENSION_CATEGORY,
      "1 Minimal action|2 Continuing action|4 General action|5 Specific action|Not classified" },
    { SUIVI_DIMENSION_REGION, "Western Europe and others|Africa|Asia and the Pacific|Eastern Europe|"
                              "Latin America and the Caribbean|Observer States|Without a region" },
    { SUIVI_DIMENSION_INSTITUTION, "Water board|Education|Health|Without an institution" },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (expected) == SUIVI_N_DIMENSIONS);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SuiviBreakdown) breakdown = make (expected[i].dimension, ONCE, OWN);
      GPtrArray *rows = suivi_breakdown_list_rows (breakdown);
      g_autoptr (GString) labels = g_string_new (NULL);

      for (guint j = 0; j < rows->len; j++)
        g_string_append_printf (labels, "%s%s", j > 0 ? "|" : "",
                                ((const SuiviBreakdownRow *) g_ptr_array_index (rows, j))->label);
      g_assert_cmpstr (labels->str, ==, expected[i].labels);
      g_assert_cmpuint (strlen (suivi_dimension_to_label (expected[i].dimension)), >, 0);
    }

  g_assert_true (suivi_dimension_has_several (SUIVI_DIMENSION_THEME));
  g_assert_true (suivi_dimension_has_several (SUIVI_DIMENSION_SDG));
  g_assert_true (suivi_dimension_has_several (SUIVI_DIMENSION_REGION));
  g_assert_true (suivi_dimension_has_several (SUIVI_DIMENSION_INSTITUTION));
  g_assert_false (suivi_dimension_has_several (SUIVI_DIMENSION_POSITION));
  g_assert_false (suivi_dimension_has_several (SUIVI_DIMENSION_CLUSTER));
  g_assert_false (suivi_dimension_has_several (SUIVI_DIMENSION_CATEGORY));
}

/* Nothing yet; then something is added after the rows were asked for; a number that is no category stands as the highest;
 * an output of another mechanism has no position. */
static void
test_edges (void)
{
  g_autoptr (SuiviBreakdown) breakdown = suivi_breakdown_new (SUIVI_DIMENSION_CATEGORY, NULL);
  g_autoptr (SuiviBreakdown) positions = suivi_breakdown_new (SUIVI_DIMENSION_POSITION, NULL);
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_autofree char *empty = describe (breakdown);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpuint (suivi_breakdown_get_whole (breakdown)->total, ==, 0);
  recommendation->category = 99;
  suivi_breakdown_add (breakdown, recommendation, "", SUIVI_LIGHT_GREEN);
  one = describe (breakdown);
  g_assert_cmpstr (one, ==, "5:1(1,0,0,0,0)");
  recommendation->category = 3;
  suivi_breakdown_add (breakdown, recommendation, "", SUIVI_LIGHT_RED);
  two = describe (breakdown);
  g_assert_cmpstr (two, ==, "3:1(0,0,1,0,0) 5:1(1,0,0,0,0)");

  recommendation->position = SUIVI_POSITION_NONE;
  suivi_breakdown_add (positions, recommendation, "", SUIVI_LIGHT_GREY);
  none = describe (positions);
  g_assert_cmpstr (none, ==, "none:1(0,0,0,0,1)");
  suivi_breakdown_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/breakdown/once", test_once);
  g_test_add_func ("/breakdown/per-state", test_per_state);
  g_test_add_func ("/breakdown/labels", test_labels);
  g_test_add_func ("/breakdown/edges", test_edges);

  return g_test_run ();
}
