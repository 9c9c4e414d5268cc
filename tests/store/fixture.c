/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "store/database.h"
#include "store/schema.h"
#include "tests/store/fixture.h"

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "work.suivi", NULL);
  fixture->store = suivi_store_create (fixture->path, &error);
  g_assert_no_error (error);
  suivi_store_set_author (fixture->store, "A. Analyst", "Imaginary Institution");
  fixture->review = suivi_review_new ("FRA", 43);
  fixture->review->symbol = g_strdup ("A/HRC/54/5");

  transaction = suivi_store_begin (fixture->store, "Add a review", &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_review (transaction, fixture->review, &error));
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  g_clear_pointer (&fixture->store, suivi_store_close);
  g_clear_pointer (&fixture->review, suivi_review_free);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, suivi_store_close);
  fixture->store = suivi_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
  suivi_store_set_author (fixture->store, "A. Analyst", "Imaginary Institution");
}

/* Every row of every table that people's work is in, read past the store, so that two states can be compared.
 */
char *
fixture_dump (Fixture *fixture)
{
  static const char *const tables[] = SUIVI_TRACKED_TABLES;
  sqlite3 *db = NULL;
  GString *dump = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2, 3", tables[i]);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          g_string_append (dump, tables[i]);
          for (int column = 0; column < sqlite3_column_count (statement); column++)
            {
              const char *text = (const char *) sqlite3_column_text (statement, column);

              g_string_append_printf (dump, "|%s", text != NULL ? text : "NULL");
            }
          g_string_append_c (dump, '\n');
        }
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);

  return g_string_free (dump, FALSE);
}

void
fixture_assert_sound (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_store_check (fixture->store, &problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Changes the file from outside, past every rule, while the store has it open. */
void
fixture_run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

SuiviRecommendation *
make_recommendation (SuiviReview *review,
                     const char *number,
                     const char *text,
                     const char *states,
                     SuiviPosition position,
                     const char *themes)
{
  SuiviRecommendation *recommendation = suivi_recommendation_new ();
  g_auto (GStrv) state_list = g_strsplit (states, " ", -1);
  g_auto (GStrv) theme_list = g_strsplit (themes, ";", -1);

  recommendation->review_id = g_strdup (review->id);
  recommendation->number = g_strdup (number);
  recommendation->text = g_strdup (text);
  recommendation->position = position;
  suivi_recommendation_set_lists (recommendation, (const char *const *) state_list,
                                  (const char *const *) theme_list, NULL, NULL);

  return recommendation;
}

void
put_recommendation (SuiviStore *store, SuiviRecommendation *recommendation, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, label, &error);

  g_assert_no_error (error);
  suivi_transaction_put_recommendation (transaction, recommendation, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

SuiviAssessment *
make_assessment (SuiviRecommendation *recommendation,
                 SuiviLevel law,
                 SuiviLevel policy,
                 SuiviLevel practice,
                 const char *date)
{
  SuiviAssessment *assessment = suivi_assessment_new ();

  assessment->recommendation_id = g_strdup (recommendation->id);
  assessment->reason = g_strdup ("The act was amended.");
  assessment->source = g_strdup ("Official gazette 12");
  assessment->name = g_strdup ("A. Analyst");
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  suivi_assessment_set_levels (assessment, law, policy, practice);

  return assessment;
}

void
put_assessment (SuiviStore *store, SuiviAssessment *assessment, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, label, &error);

  g_assert_no_error (error);
  suivi_transaction_put_assessment (transaction, assessment, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* Six recommendations, small enough to count by hand. */
void
fill (Fixture *fixture)
{
  static const struct
  {
    const char *number;
    const char *text;
    const char *states;
    SuiviPosition position;
    const char *themes;
    gboolean children;
  } rows[] = {
    { "140.2", "Adopt a law on equality (Égalité) in schools", "DEU TGO", SUIVI_POSITION_SUPPORTED,
      "Equality;Education", TRUE },
    { "140.10", "Register every birth by 2028", "BRA", SUIVI_POSITION_SUPPORTED, "Civil registration", TRUE },
    { "140.9", "Reform the prison service", "DEU", SUIVI_POSITION_NOTED, "Detention", FALSE },
    { "140.30", "Train judges and police-officers", "KEN BRA", SUIVI_POSITION_PART, "Detention;Justice",
      FALSE },
    { "140.31", "Consider ratifying the protocol", "URY", SUIVI_POSITION_NOTED, "Treaties", FALSE },
    { "140.100", "Adopt a budget for children", "TGO", SUIVI_POSITION_PENDING, "Education", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SuiviRecommendation) recommendation
                 = make_recommendation (fixture->review, rows[i].number, rows[i].text, rows[i].states,
                                        rows[i].position, rows[i].themes);
      g_autofree char *label = g_strdup_printf ("Add %s", rows[i].number);

      recommendation->child_focused = rows[i].children;
      put_recommendation (fixture->store, recommendation, label);
    }
}
