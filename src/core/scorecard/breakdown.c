/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/scorecard/breakdown.h"

struct _SuiviBreakdown
{
  SuiviDimension dimension;
  SuiviTally whole;
  GHashTable *by_value; /* value → row, owned by rows */
  GPtrArray *rows;
};

static void
row_free (gpointer data)
{
  SuiviBreakdownRow *row = data;

  g_free (row->value);
  g_free (row->label);
  g_free (row);
}

/**
 * suivi_dimension_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_dimension_to_label (SuiviDimension dimension)
{
  switch (dimension)
    {
    case SUIVI_DIMENSION_POSITION:
      return _ ("Position");
    case SUIVI_DIMENSION_CLUSTER:
      return _ ("Cluster");
    case SUIVI_DIMENSION_THEME:
      return _ ("Theme");
    case SUIVI_DIMENSION_SDG:
      return _ ("Sustainable Development Goal");
    case SUIVI_DIMENSION_CATEGORY:
      return _ ("Specificity");
    case SUIVI_DIMENSION_REGION:
      return _ ("Region of the recommending States");
    case SUIVI_DIMENSION_INSTITUTION:
      return _ ("Responsible institution");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_dimension_has_several:
 *
 * Returns: whether a recommendation may have several values: it counts in the row of each, and the rows do not add up
 */
gboolean
suivi_dimension_has_several (SuiviDimension dimension)
{
  return dimension == SUIVI_DIMENSION_THEME || dimension == SUIVI_DIMENSION_SDG
         || dimension == SUIVI_DIMENSION_REGION || dimension == SUIVI_DIMENSION_INSTITUTION;
}

/**
 * suivi_breakdown_new:
 * @dimension: by what
 * @rule: how it counts
 *
 * Returns: (transfer full): a breakdown of nothing yet
 */
SuiviBreakdown *
suivi_breakdown_new (SuiviDimension dimension, const SuiviCountingRule *rule)
{
  SuiviBreakdown *self = g_new0 (SuiviBreakdown, 1);

  self->dimension = dimension;
  suivi_tally_init (&self->whole, rule);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->by_value = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/**
 * suivi_breakdown_free:
 * @self: (nullable) (transfer full): a breakdown
 */
void
suivi_breakdown_free (SuiviBreakdown *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_value);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* UPR Info's five action categories (publication 002): what the verb asks for. */
static const char *
label_category (guint category)
{
  static const char *const labels[]
    = { N_ ("1 Minimal action"), N_ ("2 Continuing action"), N_ ("3 Considering action"),
        N_ ("4 General action"), N_ ("5 Specific action") };

  return category >= 1 && category <= G_N_ELEMENTS (labels) ? _ (labels[category - 1]) : NULL;
}

/* The regional groups of the United Nations, written out. */
static const char *
label_region (const char *group)
{
  static const struct
  {
    const char *group;
    const char *label;
  } labels[] = {
    { "Africa", N_ ("Africa") },
    { "Asia-Pacific", N_ ("Asia and the Pacific") },
    { "EEG", N_ ("Eastern Europe") },
    { "GRULAC", N_ ("Latin America and the Caribbean") },
    { "WEOG", N_ ("Western Europe and others") },
    { "Observer", N_ ("Observer States") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (group, labels[i].group))
        return _ (labels[i].label);
    }

  return _ ("Without a region");
}

static char *
make_label (const SuiviBreakdown *self, const char *value)
{
  SuiviPosition position = SUIVI_POSITION_PENDING;

  switch (self->dimension)
    {
    case SUIVI_DIMENSION_POSITION:
      if (suivi_position_from_nick (value, &position))
        return g_strdup (suivi_position_to_label (position));
      break;
    case SUIVI_DIMENSION_CATEGORY:
      if (*value != '\0')
        return g_strdup (label_category (*value - '0'));
      return g_strdup (_ ("Not classified"));
    case SUIVI_DIMENSION_SDG:
      if (*value != '\0')
        /* Translators: %s is the number of a Sustainable Development Goal */
        return g_strdup_printf (_ ("Goal %s"), value);
      return g_strdup (_ ("Without a goal"));
    case SUIVI_DIMENSION_CLUSTER:
      if (*value == '\0')
        return g_strdup (_ ("In no cluster"));
      break;
    case SUIVI_DIMENSION_THEME:
      if (*value == '\0')
        return g_strdup (_ ("Without a theme"));
      break;
    case SUIVI_DIMENSION_INSTITUTION:
      if (*value == '\0')
        return g_strdup (_ ("Without an institution"));
      break;
    case SUIVI_DIMENSION_REGION:
      return g_strdup (label_region (value));
    default:
      g_return_val_if_reached (NULL);
    }

  return g_strdup (value);
}

/* Each value once for a recommendation: two targets of one goal are one goal. */
static void
add_value (SuiviBreakdown *self,
           GHashTable *seen,
           const char *value,
           const SuiviRecommendation *recommendation,
           char **states,
           SuiviLight light)
{
  SuiviBreakdownRow *row = NULL;

  if (!g_hash_table_add (seen, g_strdup (value)))
    return;

  row = g_hash_table_lookup (self->by_value, value);
  if (row == NULL)
    {
      row = g_new0 (SuiviBreakdownRow, 1);
      row->value = g_strdup (value);
      row->label = make_label (self, value);
      suivi_tally_init (&row->tally, &self->whole.rule);
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_value, row->value, row);
    }
  suivi_tally_add (&row->tally, recommendation->position, (const char *const *) states, light);
}

static void
add_list (SuiviBreakdown *self,
          GHashTable *seen,
          char **values,
          const SuiviRecommendation *recommendation,
          SuiviLight light)
{
  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_autofree char *value = self->dimension == SUIVI_DIMENSION_SDG
                                 ? g_strndup (values[i], strcspn (values[i], "."))
                                 : g_strdup (values[i]);

      if (*value != '\0')
        add_value (self, seen, value, recommendation, recommendation->states, light);
    }
}

static const char *
get_region (const char *state)
{
  const char *group = suivi_state_get_regional_group (state);

  return group != NULL ? group : "";
}

/* Where a recommendation counts once for every State, it counts in the row of a region once for every State of it: the
 * rows add up then. */
static void
add_regions (SuiviBreakdown *self,
             GHashTable *seen,
             const SuiviRecommendation *recommendation,
             SuiviLight light)
{
  for (gsize i = 0; recommendation->states[i] != NULL; i++)
    {
      const char *region = get_region (recommendation->states[i]);
      g_autoptr (GStrvBuilder) builder = NULL;
      g_auto (GStrv) states = NULL;

      if (g_hash_table_contains (seen, region))
        continue;

      builder = g_strv_builder_new ();
      for (gsize j = i; recommendation->states[j] != NULL; j++)
        {
          if (g_str_equal (get_region (recommendation->states[j]), region))
            g_strv_builder_add (builder, recommendation->states[j]);
        }
      states = g_strv_builder_end (builder);
      add_value (self, seen, region, recommendation, states, light);
    }
}

/**
 * suivi_breakdown_add:
 * @recommendation: one recommendation
 * @cluster: title of its cluster; "" for none
 * @light: its light
 *
 * Counts it in the row of each of its values, once, and once in the whole.
 */
void
suivi_breakdown_add (SuiviBreakdown *self,
                     SuiviRecommendation *recommendation,
                     const char *cluster,
                     SuiviLight light)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char category[2] = { recommendation->category > 0 ? '0' + (char) MIN (recommendation->category, 5) : '\0' };

  suivi_tally_add (&self->whole, recommendation->position, (const char *const *) recommendation->states,
                   light);
  switch (self->dimension)
    {
    case SUIVI_DIMENSION_POSITION:
      add_value (self, seen,
                 suivi_position_to_nick (
                   suivi_counting_rule_get_position (&self->whole.rule, recommendation->position)),
                 recommendation, recommendation->states, light);
      break;
    case SUIVI_DIMENSION_CLUSTER:
      add_value (self, seen, cluster, recommendation, recommendation->states, light);
      break;
    case SUIVI_DIMENSION_THEME:
      add_list (self, seen, recommendation->themes, recommendation, light);
      break;
    case SUIVI_DIMENSION_SDG:
      add_list (self, seen, recommendation->sdgs, recommendation, light);
      break;
    case SUIVI_DIMENSION_CATEGORY:
      add_value (self, seen, category, recommendation, recommendation->states, light);
      break;
    case SUIVI_DIMENSION_REGION:
      add_regions (self, seen, recommendation, light);
      break;
    case SUIVI_DIMENSION_INSTITUTION:
      add_list (self, seen, recommendation->institutions, recommendation, light);
      break;
    default:
      g_return_if_reached ();
    }
  if (g_hash_table_size (seen) == 0)
    add_value (self, seen, "", recommendation, recommendation->states, light);
}

/**
 * suivi_breakdown_get_dimension:
 *
 * Returns: by what it breaks down
 */
SuiviDimension
suivi_breakdown_get_dimension (const SuiviBreakdown *self)
{
  return self->dimension;
}

/**
 * suivi_breakdown_get_whole:
 *
 * Returns: (transfer none): everything that was added, each recommendation once
 */
const SuiviTally *
suivi_breakdown_get_whole (const SuiviBreakdown *self)
{
  return &self->whole;
}

static int
compare_values (SuiviDimension dimension, const char *a, const char *b)
{
  static const int places[SUIVI_N_POSITIONS + 1] = {
    [SUIVI_POSITION_SUPPORTED] = 0, [SUIVI_POSITION_PART] = 1,       [SUIVI_POSITION_NOTED] = 2,
    [SUIVI_POSITION_PENDING] = 3,   [SUIVI_POSITION_COMMITMENT] = 4, [SUIVI_POSITION_NONE] = 5,
  };
  SuiviPosition left = SUIVI_POSITION_PENDING;
  SuiviPosition right = SUIVI_POSITION_PENDING;

  switch (dimension)
    {
    case SUIVI_DIMENSION_POSITION:
      suivi_position_from_nick (a, &left);
      suivi_position_from_nick (b, &right);
      return places[left] - places[right];
    case SUIVI_DIMENSION_SDG:
    case SUIVI_DIMENSION_CATEGORY:
      return atoi (a) - atoi (b);
    case SUIVI_DIMENSION_CLUSTER:
    case SUIVI_DIMENSION_THEME:
    case SUIVI_DIMENSION_REGION:
    case SUIVI_DIMENSION_INSTITUTION:
    default:
      return 0;
    }
}

/* What has no value stands last. Goals and categories stand by number, positions in their order, others by how many there
 * are, then by name. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SuiviBreakdown *self = user_data;
  const SuiviBreakdownRow *left = *(const SuiviBreakdownRow *const *) a;
  const SuiviBreakdownRow *right = *(const SuiviBreakdownRow *const *) b;
  int order = 0;

  if ((*left->value == '\0') != (*right->value == '\0'))
    return *left->value == '\0' ? 1 : -1;
  order = compare_values (self->dimension, left->value, right->value);
  if (order != 0)
    return order;
  if (left->tally.total != right->tally.total)
    return left->tally.total > right->tally.total ? -1 : 1;

  return strcmp (left->value, right->value);
}

/**
 * suivi_breakdown_list_rows:
 *
 * Returns: (transfer none) (element-type SuiviBreakdownRow): the rows that have something in them, in the order in which
 *   they are shown; owned by @self, valid until something is added
 */
GPtrArray *
suivi_breakdown_list_rows (SuiviBreakdown *self)
{
  g_ptr_array_sort_with_data (self->rows, compare_rows, self);

  return self->rows;
}
