/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A script that edits without end, to be killed: each step changes two recommendations to the same text, and
 * is reported only after it was written.
 */

#include "config.h"

#include <stdio.h>

#include "store/store.h"
#include "store/transaction.h"

static void
edit (SuiviStore *store, GPtrArray *recommendations, guint round)
{
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("Round %u of %" G_GINT64_FORMAT, round, g_get_monotonic_time ());

  transaction = suivi_store_begin (store, "Edit", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < recommendations->len; i++)
    {
      g_autoptr (SuiviRecommendation) copy
                 = suivi_recommendation_copy (g_ptr_array_index (recommendations, i));

      g_free (copy->text);
      copy->text = g_strdup (text);
      suivi_transaction_put_recommendation (transaction, copy, &error);
      g_assert_no_error (error);
    }
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  printf ("%" G_GINT64_FORMAT "\n", suivi_store_get_sequence (store));
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) recommendations = NULL;
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_open (argv[1], &error);

  g_assert_no_error (error);
  recommendations = suivi_store_find_number (store, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint round = 0;; round++)
    edit (store, recommendations, round);
}
