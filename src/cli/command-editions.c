/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/scorecard/light-order.h"
#include "core/scorecard/tally.h"
#include "store/scorecard-store.h"

/* As on the screen and in every output: the good news first, the unknown last. */
static GArray *
count_all (SuiviStore *store, GPtrArray *editions, GError **error)
{
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (SuiviTally));

  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);
      const SuiviCountingRule rule = suivi_edition_get_counting_rule (edition);
      g_autoptr (GPtrArray) rows = suivi_store_list_edition_rows (store, edition->id, error);
      SuiviTally tally;

      if (rows == NULL)
        return NULL;
      suivi_tally_init (&tally, &rule);
      for (guint j = 0; j < rows->len; j++)
        {
          const SuiviEditionRow *row = g_ptr_array_index (rows, j);

          suivi_tally_add (&tally, row->position, (const char *const *) row->states, row->light);
        }
      g_array_append_val (tallies, tally);
    }

  return g_steal_pointer (&tallies);
}

/* "SVN:48"; %NULL for an edition of several reviews */
static char *
get_token (GPtrArray *reviews, const SuiviEdition *edition)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_strcmp0 (review->id, edition->review_id) == 0)
        return suivi_review_to_token (review);
    }

  return NULL;
}

static const char *
get_previous_title (GPtrArray *editions, const SuiviEdition *edition)
{
  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *other = g_ptr_array_index (editions, i);

      if (g_strcmp0 (other->id, edition->previous_id) == 0)
        return other->title;
    }

  return NULL;
}

static void
print_json (GPtrArray *editions, GArray *tallies, GPtrArray *reviews)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();

  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);
      const SuiviTally *tally = &g_array_index (tallies, SuiviTally, i);
      g_autofree char *token = get_token (reviews, edition);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "id", edition->id);
      suivi_cli_json_add_text (json, "title", edition->title);
      suivi_cli_json_add_text (json, "review", token);
      suivi_cli_json_add_text (json, "cut_off", edition->cut_off);
      suivi_cli_json_add_text (json, "frozen_at", edition->frozen_at);
      suivi_cli_json_add_text (json, "previous", get_previous_title (editions, edition));
      suivi_cli_json_add_list (json, "authors", (const char *const *) edition->authors);
      suivi_cli_json_add_number (json, "rows", tally->n_added);
      suivi_cli_json_add_number (json, "total", tally->total);
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        suivi_cli_json_add_number (json, suivi_light_to_nick (suivi_lights_in_order[j]),
                                   tally->lights[suivi_lights_in_order[j]]);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static void
print_table (GPtrArray *editions, GArray *tallies, GPtrArray *reviews)
{
  g_autoptr (SuiviCliTable) table = suivi_cli_table_new (5 + SUIVI_N_LIGHTS);
  const char *header[5 + SUIVI_N_LIGHTS + 1]
    = { _ ("Review"), _ ("Cut-off"), _ ("Frozen"), _ ("Rows"), NULL };

  if (editions->len == 0)
    return;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    header[4 + i] = suivi_light_to_label (suivi_lights_in_order[i]);
  header[4 + SUIVI_N_LIGHTS] = _ ("Title");
  suivi_cli_table_add (table, header);
  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);
      const SuiviTally *tally = &g_array_index (tallies, SuiviTally, i);
      g_autofree char *token = get_token (reviews, edition);
      g_auto (GStrv) cells = g_new0 (char *, 5 + SUIVI_N_LIGHTS + 1);

      cells[0] = g_strdup (token != NULL ? token : "–");
      cells[1] = g_strdup (edition->cut_off);
      cells[2] = g_strdup (edition->frozen_at);
      cells[3] = g_strdup_printf ("%u", tally->n_added);
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        cells[4 + j] = g_strdup_printf ("%u", tally->lights[suivi_lights_in_order[j]]);
      cells[4 + SUIVI_N_LIGHTS] = g_strdup (edition->title);
      suivi_cli_table_add (table, (const char *const *) cells);
    }
  suivi_cli_table_print (table);
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GArray) tallies = NULL;
  g_autoptr (GError) error = NULL;
  SuiviCliStatus status = SUIVI_CLI_DONE;
  gboolean json = FALSE;

  store = suivi_cli_begin (self, args, &json, &status);
  if (store == NULL)
    return status;
  reviews = suivi_store_list_reviews (store, &error);
  if (reviews == NULL)
    return suivi_cli_fail (error);
  editions = suivi_store_list_editions (store, NULL, &error);
  if (editions == NULL)
    return suivi_cli_fail (error);
  tallies = count_all (store, editions, &error);
  if (tallies == NULL)
    return suivi_cli_fail (error);

  if (json)
    print_json (editions, tallies, reviews);
  else
    print_table (editions, tallies, reviews);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_editions = {
  .name = "editions",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List the frozen editions of the scorecard"),
  .run = run,
};
