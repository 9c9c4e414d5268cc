/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/filter-options.h"
#include "cli/json.h"

static const struct
{
  const char *name;
  SuiviFacet facet;
} facets[] = {
  { "position", SUIVI_FACET_POSITION },
  { "light", SUIVI_FACET_LIGHT },
  { "theme", SUIVI_FACET_THEME },
  { "group", SUIVI_FACET_GROUP },
  { "state", SUIVI_FACET_STATE },
  { "mechanism", SUIVI_FACET_MECHANISM },
  { "cycle", SUIVI_FACET_CYCLE },
  { "category", SUIVI_FACET_CATEGORY },
  { "issue", SUIVI_FACET_ISSUE },
  { "cluster", SUIVI_FACET_CLUSTER },
  { "institution", SUIVI_FACET_INSTITUTION },
};

static gboolean
parse_facet (const char *name, SuiviFacet *facet)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      if (g_str_equal (facets[i].name, name))
        {
          *facet = facets[i].facet;
          return TRUE;
        }
    }

  return FALSE;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const SuiviFacetCount *count_a = *(SuiviFacetCount *const *) a;
  const SuiviFacetCount *count_b = *(SuiviFacetCount *const *) b;

  return strcmp (count_a->value, count_b->value);
}

static void
sort_by_rank (GPtrArray *counts, const char *const *order)
{
  guint done = 0;

  for (gsize i = 0; order[i] != NULL; i++)
    {
      for (guint j = done; j < counts->len; j++)
        {
          SuiviFacetCount *count = g_ptr_array_index (counts, j);

          if (g_str_equal (count->value, order[i]))
            {
              counts->pdata[j] = counts->pdata[done];
              counts->pdata[done] = count;
              done++;
              break;
            }
        }
    }
}

/* Positions and lights in their own order, everything else by its name: the same each time. */
static void
sort_counts (GPtrArray *counts, SuiviFacet facet)
{
  static const char *const positions[] = { "supported", "part", "noted", "pending", "commitment", NULL };
  static const char *const lights[] = { "green", "amber", "red", "grey", NULL };

  if (facet == SUIVI_FACET_POSITION)
    sort_by_rank (counts, positions);
  else if (facet == SUIVI_FACET_LIGHT)
    sort_by_rank (counts, lights);
  else
    g_ptr_array_sort (counts, compare_values);
}

static SuiviCliStatus
count_by (SuiviStore *store, SuiviFilter *filter, SuiviFacet facet, gboolean as_json)
{
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (SuiviCliJson) json = NULL;
  g_autoptr (GError) error = NULL;

  counts = suivi_store_count_facet (store, filter, facet, &error);
  if (counts == NULL)
    return suivi_cli_fail (error);

  sort_counts (counts, facet);
  if (as_json)
    {
      json = suivi_cli_json_new ();
      suivi_cli_json_begin_object (json);
    }
  for (guint i = 0; i < counts->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (counts, i);

      if (as_json)
        suivi_cli_json_add_number (json, count->value, count->count);
      else
        suivi_cli_print ("%s\t%u\n", count->value, count->count);
    }
  if (as_json)
    suivi_cli_json_end_object (json);

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
count_all (SuiviStore *store, SuiviFilter *filter, gboolean as_json)
{
  g_autoptr (SuiviCliJson) json = NULL;
  g_autoptr (GError) error = NULL;
  guint count = suivi_store_count (store, filter, &error);

  if (error != NULL)
    return suivi_cli_fail (error);

  if (!as_json)
    {
      suivi_cli_print ("%u\n", count);
      return SUIVI_CLI_DONE;
    }

  json = suivi_cli_json_new ();
  suivi_cli_json_begin_object (json);
  suivi_cli_json_add_number (json, "total", count);
  suivi_cli_json_end_object (json);

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (SuiviCliFilterOptions) filter_options = { 0 };
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *by = NULL;
  SuiviFacet facet = SUIVI_FACET_POSITION;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &by, N_ ("Count for each position, light, theme, …"),
      "position|light|theme|group|state|mechanism|cycle|category|issue|cluster|institution" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, suivi_cli_filter_options_init (&filter_options))
      || !suivi_cli_filter_options_check (&filter_options, self))
    return SUIVI_CLI_USAGE;
  if (by != NULL && !parse_facet (by, &facet))
    return suivi_cli_wrong_usage (
      self, _ ("What follows %s must be one of: %s."), "--by",
      "position, light, theme, group, state, mechanism, cycle, category, issue, cluster, "
      "institution");

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  filter = suivi_cli_filter_options_to_filter (&filter_options, store, &error);
  if (filter == NULL)
    return suivi_cli_fail (error);

  return by != NULL ? count_by (store, filter, facet, json) : count_all (store, filter, json);
}

const SuiviCliCommand suivi_cli_command_count = {
  .name = "count",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Count recommendations"),
  .run = run,
};
