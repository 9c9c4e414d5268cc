/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose judgement it is, and who is to do what was recommended: what is written says it, whoever opened the workspace, and what
 * is read back keeps it. */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/wait.h>

#include "exchange/import.h"
#include "exchange/scorecard-output.h"
#include "exchange/scorecard-xlsx.h"
#include "store/scorecard-store.h"
#include "store/transaction.h"

#define NHRC   "Commission of Alvera"
#define OMBUDS "Ombuds Office of Alvera"
#define ZETA   "Zeta"

#define N_ROWS 4

typedef struct
{
  char *folder;
  char *out;
  SuiviStore *store;
  SuiviReview *review;
  char *ids[N_ROWS];
} Fixture;

static SuiviTransaction *
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SuiviTransaction *step = suivi_store_begin (self->store, "Do", &error);

  g_assert_no_error (error);
  return step;
}

static void
commit (SuiviTransaction *step)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

static void
assess (SuiviTransaction *step, const char *id, const char *organisation, SuiviLevel law, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviAssessment) judgement = suivi_assessment_new ();

  judgement->recommendation_id = g_strdup (id);
  g_free (judgement->organisation);
  judgement->organisation = g_strdup (organisation);
  suivi_assessment_set_levels (judgement, law, SUIVI_LEVEL_SOME, SUIVI_LEVEL_UNASSESSED);
  g_free (judgement->date);
  judgement->date = g_strdup (date);
  judgement->reason = g_strdup ("Two wells were dug");
  judgement->source = g_strdup ("Report, page 3");
  judgement->name = g_strdup ("Ana Lind");
  g_assert_true (suivi_transaction_put_assessment (step, judgement, &error));
  g_assert_no_error (error);
}

/* Four recommendations, and nobody at the computer yet. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "w.suivi", NULL);
  self->out = g_build_filename (self->folder, "card.xlsx", NULL);
  self->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  suivi_store_set_author (self->store, "", "");
  self->review = suivi_review_new ("SVN", 48);
  step = begin (self);
  g_assert_true (suivi_transaction_put_review (step, self->review, &error));
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();

      recommendation->review_id = g_strdup (self->review->id);
      recommendation->number = g_strdup_printf ("140.%u", i + 1);
      recommendation->text = g_strdup_printf ("Dig %u wells where children live", i + 1);
      recommendation->position = SUIVI_POSITION_SUPPORTED;
      g_assert_true (suivi_transaction_put_recommendation (step, recommendation, &error));
      self->ids[i] = g_strdup (recommendation->id);
    }
  commit (step);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  suivi_store_close (self->store);
  suivi_review_free (self->review);
  for (guint i = 0; i < N_ROWS; i++)
    g_free (self->ids[i]);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->out);
}

/* Judges all but the last recommendation for @organisation; "" as files of an older Suivi have it: nobody may be at the
 * computer then. */
static void
assess_all (Fixture *self, const char *organisation)
{
  g_autoptr (SuiviTransaction) step = begin (self);

  for (guint i = 0; i + 1 < N_ROWS; i++)
    assess (step, self->ids[i], organisation, SUIVI_LEVEL_NOTHING, "2026-03-14");
  commit (step);
}

static void
write_card (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_scorecard_xlsx_write (self->store, filter, NULL, self->out, NULL, &error);
  g_assert_no_error (error);
}

/* Returns whether there is an openpyxl; if not, the test is skipped. */
static gboolean
edit (Fixture *self, const char *const *operations)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "edit-scorecard.py", NULL);
  g_autofree char *trouble = NULL;
  int status = 0;

  if (!g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("no Python");
      return FALSE;
    }

  g_strv_builder_add_many (builder, "/usr/bin/python3", script, self->out, NULL);
  g_strv_builder_addv (builder, (const char **) operations);
  arguments = g_strv_builder_end (builder);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &trouble, &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    {
      g_test_skip ("no openpyxl");
      return FALSE;
    }
  g_assert_cmpstr (trouble, ==, "");
  g_assert_cmpint (status, ==, 0);

  return TRUE;
}

/* Reads the workbook and says what it would change, row by row, before it does so: "140.1 Law: Nothing -> Done; ". */
static char *
import (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = suivi_import_read_file (self->out, NULL, NULL, &error);
  GString *text = g_string_new (NULL);
  GListModel *rows = NULL;

  g_assert_no_error (error);
  g_assert_true (suivi_import_plan_compare (plan, self->store, NULL, NULL, &error));
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY), ==, 0);
  rows = suivi_import_plan_get_rows (plan, SUIVI_PLAN_CHANGED);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);
      GPtrArray *changes = suivi_plan_row_get_changes (row);

      g_string_append_printf (text, "%s ", suivi_plan_row_get_recommendation (row)->number);
      for (guint j = 0; j < changes->len; j++)
        {
          const SuiviFieldChange *change = g_ptr_array_index (changes, j);

          /* The day of the import is another one every day. */
          if (!g_str_equal (change->field, "Date"))
            g_string_append_printf (text, "%s: %s -> %s%s; ", change->field, change->old_value,
                                    change->new_value, change->conflict ? " (!)" : "");
        }
    }
  g_assert_true (suivi_import_plan_apply (plan, self->store, NULL, NULL, &error));
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

/* All judgements of a recommendation, the one that counts first: "organisation law; …". */
static char *
describe (Fixture *self, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = suivi_store_list_assessments (self->store, self->ids[index], &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const SuiviAssessment *judgement = g_ptr_array_index (all, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", judgement->organisation,
                              suivi_level_to_nick (judgement->law));
    }

  return g_string_free (text, FALSE);
}

static void
assert_judgements (Fixture *self, guint index, const char *expected)
{
  g_autofree char *found = describe (self, index);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_import (Fixture *self, const char *expected)
{
  g_autofree char *found = import (self);
  g_autofree char *again = NULL;

  g_assert_cmpstr (found, ==, expected);
  /* The second time there is nothing left to say. */
  again = import (self);
  g_assert_cmpstr (again, ==, "");
}

/* Whoever exports her own grades and changes one has one judgement more, and no organisation. */
static void
test_own_file (Fixture *self, gconstpointer data)
{
  const char *const operations[]
    = { "set|140.1|law|@level:done", "set|140.2|reason|Three wells were dug", NULL };

  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  assess_all (self, "");
  write_card (self);
  if (!edit (self, operations))
    return;

  assert_import (self,
                 "140.1 Law: Nothing -> Done; 140.2 Reason: Two wells were dug -> Three wells were dug; ");
  assert_judgements (self, 0, NHRC " done; " NHRC " nothing");
  assert_judgements (self, 1, NHRC " nothing");
  assert_judgements (self, 2, NHRC " nothing");
}

/* A colleague opens the same workspace: what was judged before stays whose it was, in all that she exports. */
static void
test_same_workspace (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *csv = g_build_filename (self->folder, "card.csv", NULL);
  g_autofree char *json = g_build_filename (self->folder, "card.json", NULL);
  const char *const paths[] = { csv, json };
  const char *const operations[] = { "set|140.1|law|@level:done", NULL };

  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  assess_all (self, "");
  suivi_store_set_author (self->store, "Zoe Zed", ZETA);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *text = NULL;
      const char *rows = NULL;
      guint n = 0;

      suivi_scorecard_write (self->store, filter, NULL, paths[i], NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (paths[i], &text, NULL, NULL));
      rows = strstr (text, "140.1");
      g_assert_nonnull (rows);
      g_assert_null (strstr (rows, ZETA));
      for (const char *at = rows; (at = strstr (at, NHRC)) != NULL; at++)
        n++;
      g_assert_cmpuint (n, >=, 3);
    }

  write_card (self);
  assert_import (self, "");
  if (!edit (self, operations))
    return;
  /* What she changes is a judgement of hers, beside that of the others. */
  {
    g_autofree char *changes = import (self);

    g_assert_true (
      g_str_has_prefix (changes, "140.1 Law:  -> Done; Policy:  -> Some progress; "));
    g_assert_null (strstr (changes, "140.2"));
  }
  assert_judgements (self, 0, ZETA " done; " NHRC " nothing");
  assert_judgements (self, 1, NHRC " nothing");
}

/* Another name in the Preferences: what was judged under the old one keeps it. */
static void
test_other_name (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.1|law|@level:done", NULL };

  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  assess_all (self, "");
  suivi_store_set_author (self->store, "Ana Lind", OMBUDS);
  write_card (self);
  if (!edit (self, operations))
    return;

  g_free (import (self));
  assert_judgements (self, 0, OMBUDS " done; " NHRC " nothing");
  assert_judgements (self, 1, NHRC " nothing");
  assert_import (self, "");
}

/* The organisation was given another name in the workspace while the file was out: nothing comes back under the old one. */
static void
test_renamed (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.1|law|@level:done", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = NULL;

  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  assess_all (self, "");
  write_card (self);
  suivi_store_set_author (self->store, "Ana Lind", OMBUDS);
  step = begin (self);
  g_assert_true (suivi_transaction_rename_organisation (step, NHRC, OMBUDS, &error));
  commit (step);
  if (!edit (self, operations))
    return;

  assert_import (self, "140.1 Law: Nothing -> Done; ");
  assert_judgements (self, 0, OMBUDS " done; " OMBUDS " nothing");
  assert_judgements (self, 1, OMBUDS " nothing");
}

/* A colleague says in the workbook for whom she works: what she changed is of that organisation. */
static void
test_answer (Fixture *self, gconstpointer data)
{
  const char *const operations[]
    = { "answer|organisation|" ZETA, "answer|name|Zoe Zed", "set|140.1|law|@level:done", NULL };
  g_autofree char *changes = NULL;

  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  assess_all (self, "");
  write_card (self);
  if (!edit (self, operations))
    return;

  changes = import (self);
  g_assert_true (g_str_has_prefix (changes, "140.1 Judged by:  -> " ZETA "; Law:  -> Done; "));
  g_assert_null (strstr (changes, "140.2"));
  assert_judgements (self, 0, ZETA " done; " NHRC " nothing");
  assert_judgements (self, 1, NHRC " nothing");
  assert_import (self, "");
}

/* Judgements of an older Suivi that do not say whose they are: a file of them brings exactly what was changed, and that is
 * of whoever changed it; the rest stays without a name. */
static void
test_unnamed (Fixture *self, gconstpointer data)
{
  const char *const operations[]
    = { "set|140.1|law|@level:done", "set|140.2|reason|Three wells were dug", NULL };
  const char *const later[] = { "set|140.1|policy|@level:done", NULL };
  g_autoptr (GPtrArray) all = NULL;

  assess_all (self, "");
  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  write_card (self);
  assert_import (self, "");
  if (!edit (self, operations))
    return;

  assert_import (self,
                 "140.1 Law: Nothing -> Done; 140.2 Reason: Two wells were dug -> Three wells were dug; ");
  assert_judgements (self, 0,
                     NHRC " done; "
                          " nothing");
  assert_judgements (self, 1,
                     NHRC " nothing; "
                          " nothing");
  assert_judgements (self, 2, " nothing");
  /* Better words about the same judgement leave it its day. */
  all = suivi_store_list_assessments (self->store, self->ids[1], NULL);
  g_assert_cmpstr (((SuiviAssessment *) g_ptr_array_index (all, 0))->date, ==, "2026-03-14");

  /* The next file starts from what is hers now. */
  write_card (self);
  g_assert_true (edit (self, later));
  assert_import (self, "140.1 Policy: Some progress -> Done; ");
  assert_judgements (self, 0,
                     NHRC " done; "
                          " nothing");
}

/* What was mended in the workspace while the file was out is not undone by it. @data: another change of the file. */
static void
test_unnamed_mended (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.1|law|@level:done", data, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (SuiviAssessment) mended = NULL;
  g_autoptr (SuiviTransaction) step = NULL;

  assess_all (self, "");
  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  write_card (self);
  suivi_store_set_author (self->store, "", "");
  all = suivi_store_list_assessments (self->store, self->ids[0], NULL);
  mended = suivi_assessment_copy (g_ptr_array_index (all, 0));
  g_free (mended->source);
  mended->source = g_strdup ("Report, page 33");
  step = begin (self);
  g_assert_true (suivi_transaction_put_assessment (step, mended, &error));
  commit (step);
  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  if (!edit (self, operations))
    return;

  assert_import (self, "140.1 Law: Nothing -> Done; ");
  g_clear_pointer (&all, g_ptr_array_unref);
  all = suivi_store_list_assessments (self->store, self->ids[0], NULL);
  g_assert_cmpstr (((SuiviAssessment *) g_ptr_array_index (all, 0))->source, ==, "Report, page 33");
}

/* In the workbook of an older Suivi its owner's name stands at what has none in the workspace. */
static void
test_older_file (Fixture *self, gconstpointer data)
{
  const char *const operations[]
    = { "set|140.1|organisation|" NHRC, "set|140.2|organisation|" NHRC, "set|140.3|organisation|" NHRC,
        "set|140.1|reason|Three wells were dug", NULL };

  assess_all (self, "");
  suivi_store_set_author (self->store, "Ana Lind", NHRC);
  write_card (self);
  if (!edit (self, operations))
    return;

  assert_import (self, "140.1 Reason: Two wells were dug -> Three wells were dug; ");
  assert_judgements (self, 0,
                     NHRC " nothing; "
                          " nothing");
  assert_judgements (self, 1, " nothing");
}

/* A frozen edition is of those who froze it, whoever writes it to a file. */
static void
test_edition_author (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-06-30");
  g_autoptr (SuiviScorecardSource) source = NULL;
  g_autoptr (SuiviTransaction) step = NULL;

  assess_all (self, NHRC);
  g_strfreev (edition->authors);
  edition->authors = g_strsplit ("Ana Lind;Ben Oak", ";", -1);
  step = begin (self);
  g_assert_true (suivi_transaction_freeze_edition (step, edition, &error));
  commit (step);
  suivi_store_set_author (self->store, "Zoe Zed", ZETA);
  source = suivi_scorecard_source_new_for_edition (self->store, edition->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (source->head.author, ==, "Ana Lind, Ben Oak");
}

/* Who is to do it may be changed in the file: a name in use keeps its spelling, and all of it is one step. */
static void
test_institutions (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.1|institutions|ministry of WATER; Parliament",
                                     "set|140.2|institutions|Ministry of Health", NULL };
  const char *const emptied[] = { "set|140.1|institutions|", NULL };
  const char *const ids[] = { self->ids[0], NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = begin (self);
  g_autofree char *text = NULL;

  g_assert_true (suivi_transaction_add_institution (step, ids, "Ministry of Water", &error));
  commit (step);
  write_card (self);
  if (!edit (self, operations))
    return;

  assert_import (self, "140.1 Responsible institutions: Ministry of Water -> Ministry of Water; Parliament; "
                       "140.2 Responsible institutions:  -> Ministry of Health; ");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SuiviRecommendation) recommendation
                 = suivi_store_get_recommendation (self->store, self->ids[i], NULL);
      g_autofree char *names = g_strjoinv ("|", recommendation->institutions);

      g_assert_cmpstr (names, ==, i == 0 ? "Ministry of Water|Parliament" : "Ministry of Health");
    }

  write_card (self);
  g_assert_true (edit (self, emptied));
  assert_import (self, "140.1 Responsible institutions: Ministry of Water; Parliament -> ; ");
  g_assert_true (suivi_store_undo (self->store, &error));
  g_assert_true (suivi_store_undo (self->store, &error));
  g_assert_no_error (error);
  {
    g_autoptr (SuiviRecommendation) recommendation
               = suivi_store_get_recommendation (self->store, self->ids[0], NULL);

    text = g_strjoinv ("|", recommendation->institutions);
  }
  g_assert_cmpstr (text, ==, "Ministry of Water");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/scorecard-organisations/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("own-file", test_own_file);
  ADD ("same-workspace", test_same_workspace);
  ADD ("other-name", test_other_name);
  ADD ("renamed", test_renamed);
  ADD ("answer", test_answer);
  ADD ("institutions", test_institutions);
  ADD ("edition-author", test_edition_author);
  ADD ("unnamed", test_unnamed);
  ADD ("unnamed/mended", test_unnamed_mended);
  g_test_add ("/scorecard-organisations/unnamed/mended-older-file", Fixture, "set|140.1|organisation|" NHRC,
              set_up, test_unnamed_mended, tear_down);
  ADD ("unnamed/older-file", test_older_file);
#undef ADD

  return g_test_run ();
}
