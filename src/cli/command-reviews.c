/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/reference/states.h"

static gboolean
count_recommendations (SuiviStore *store, SuiviReview *review, guint *count, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) local_error = NULL;

  suivi_filter_add (filter, SUIVI_FACET_REVIEW, review->id);
  *count = suivi_store_count (store, filter, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static GArray *
count_all (SuiviStore *store, GPtrArray *reviews, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < reviews->len; i++)
    {
      guint count = 0;

      if (!count_recommendations (store, g_ptr_array_index (reviews, i), &count, error))
        return NULL;
      g_array_append_val (counts, count);
    }

  return g_steal_pointer (&counts);
}

static void
print_json (GPtrArray *reviews, GArray *counts)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();

  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *token = suivi_review_to_token (review);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "review", token);
      suivi_cli_json_add_text (json, "state", review->state);
      suivi_cli_json_add_text (json, "name", suivi_state_get_name_in (review->state, "en"));
      suivi_cli_json_add_number (json, "session", review->session);
      suivi_cli_json_add_number (json, "cycle", suivi_review_cycle_of_session (review->session));
      suivi_cli_json_add_text (json, "symbol", review->symbol);
      suivi_cli_json_add_number (json, "recommendations", g_array_index (counts, guint, i));
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static void
print_table (GPtrArray *reviews, GArray *counts)
{
  g_autoptr (SuiviCliTable) table = suivi_cli_table_new (5);
  const char *const header[]
    = { _ ("Review"), _ ("Cycle"), _ ("Recommendations"), _ ("Document"), _ ("State"), NULL };

  if (reviews->len == 0)
    return;

  suivi_cli_table_add (table, header);
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *token = suivi_review_to_token (review);
      g_autofree char *cycle = g_strdup_printf ("%u", suivi_review_cycle_of_session (review->session));
      g_autofree char *count = g_strdup_printf ("%u", g_array_index (counts, guint, i));
      const char *const cells[] = { token,
                                    cycle,
                                    count,
                                    review->symbol != NULL ? review->symbol : "–",
                                    suivi_state_get_name (review->state),
                                    NULL };

      suivi_cli_table_add (table, cells);
    }
  suivi_cli_table_print (table);
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  SuiviCliStatus status = SUIVI_CLI_DONE;
  gboolean json = FALSE;

  store = suivi_cli_begin (self, args, &json, &status);
  if (store == NULL)
    return status;
  reviews = suivi_store_list_reviews (store, &error);
  if (reviews == NULL)
    return suivi_cli_fail (error);
  counts = count_all (store, reviews, &error);
  if (counts == NULL)
    return suivi_cli_fail (error);

  if (json)
    print_json (reviews, counts);
  else
    print_table (reviews, counts);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_reviews = {
  .name = "reviews",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List the reviews in a workspace"),
  .run = run,
};
