/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/filter-options.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/scorecard/light-order.h"
#include "store/scorecard-store.h"

/* In the order in which they are told, everywhere. */
/**
 * Line:
 * @title: (nullable): of the cluster; %NULL for what is in none
 * @total: how many recommendations
 * @lights: how many of them have each light
 *
 * What is said of a cluster.
 */
typedef struct
{
  char *title;
  guint total;
  guint lights[SUIVI_N_LIGHTS];
} Line;

static void
line_clear (Line *self)
{
  g_clear_pointer (&self->title, g_free);
}

static gboolean
count_rows (SuiviStore *store, const SuiviFilter *filter, Line *line, GError **error)
{
  g_autoptr (GPtrArray) counts = suivi_store_count_facet (store, filter, SUIVI_FACET_LIGHT, error);
  g_autoptr (GError) failure = NULL;

  if (counts == NULL)
    return FALSE;
  line->total = suivi_store_count (store, filter, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; i < counts->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (counts, i);
      SuiviLight light = SUIVI_LIGHT_GREY;

      if (suivi_light_from_nick (count->value, &light))
        line->lights[light] = count->count;
    }

  return TRUE;
}

/* Each cluster that the filter lets through, by place; then, unless clusters were asked for, what is in none. */
static GArray *
read_lines (SuiviStore *store, const SuiviFilter *filter, GError **error)
{
  const gboolean narrowed = suivi_filter_get (filter, SUIVI_FACET_CLUSTER)[0] != NULL;
  g_autoptr (GPtrArray) clusters = suivi_store_list_clusters (store, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  Line rest = { NULL };

  g_array_set_clear_func (lines, (GDestroyNotify) line_clear);
  if (clusters == NULL || !count_rows (store, filter, &rest, error))
    return NULL;

  for (guint i = 0; i < clusters->len; i++)
    {
      SuiviCluster *cluster = g_ptr_array_index (clusters, i);
      g_autoptr (SuiviFilter) one = suivi_filter_copy (filter);
      Line line = { NULL };

      if (narrowed && !suivi_filter_has (filter, SUIVI_FACET_CLUSTER, cluster->title))
        continue;
      suivi_filter_clear (one, SUIVI_FACET_CLUSTER);
      suivi_filter_add (one, SUIVI_FACET_CLUSTER, cluster->title);
      if (!count_rows (store, one, &line, error))
        return NULL;

      rest.total -= line.total;
      for (guint light = 0; light < SUIVI_N_LIGHTS; light++)
        rest.lights[light] -= line.lights[light];
      line.title = g_strdup (cluster->title);
      g_array_append_val (lines, line);
    }
  if (!narrowed)
    g_array_append_val (lines, rest);

  return g_steal_pointer (&lines);
}

static void
print_table (GArray *lines)
{
  g_autoptr (SuiviCliTable) table = suivi_cli_table_new (SUIVI_N_LIGHTS + 2);
  const char *titles[SUIVI_N_LIGHTS + 3] = { _ ("Recommendations") };

  for (gsize j = 0; j < SUIVI_N_LIGHTS; j++)
    titles[j + 1] = suivi_light_to_label (suivi_lights_in_order[j]);
  titles[SUIVI_N_LIGHTS + 1] = _ ("Cluster");

  suivi_cli_table_add (table, titles);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);
      const char *cells[SUIVI_N_LIGHTS + 3] = { NULL };
      g_auto (GStrv) numbers = g_new0 (char *, SUIVI_N_LIGHTS + 2);

      numbers[0] = g_strdup_printf ("%u", line->total);
      for (gsize j = 0; j < SUIVI_N_LIGHTS; j++)
        numbers[j + 1] = g_strdup_printf ("%u", line->lights[suivi_lights_in_order[j]]);
      for (guint j = 0; j < SUIVI_N_LIGHTS + 1; j++)
        cells[j] = numbers[j];
      cells[SUIVI_N_LIGHTS + 1] = line->title != NULL ? line->title : _ ("In no cluster");
      suivi_cli_table_add (table, cells);
    }
  suivi_cli_table_print (table);
}

static void
print_json (GArray *lines)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();

  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "title", line->title);
      suivi_cli_json_add_number (json, "recommendations", line->total);
      for (gsize j = 0; j < SUIVI_N_LIGHTS; j++)
        suivi_cli_json_add_number (json, suivi_light_to_nick (suivi_lights_in_order[j]),
                                   line->lights[suivi_lights_in_order[j]]);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (SuiviCliFilterOptions) filter_options = { 0 };
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviFilter) filter = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, options, suivi_cli_filter_options_init (&filter_options))
      || !suivi_cli_filter_options_check (&filter_options, self))
    return SUIVI_CLI_USAGE;

  store = suivi_cli_open ((*args)[1], NULL, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  filter = suivi_cli_filter_options_to_filter (&filter_options, store, &error);
  if (filter == NULL)
    return suivi_cli_fail (error);
  lines = read_lines (store, filter, &error);
  if (lines == NULL)
    return suivi_cli_fail (error);

  if (json)
    print_json (lines);
  else
    print_table (lines);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_clusters = {
  .name = "clusters",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List clusters, and the lights of their recommendations"),
  .run = run,
};
