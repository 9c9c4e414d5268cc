/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole workbook of a coalition: out, through the hands of colleagues, and in again. */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/wait.h>

#include "coalition-fixture.h"
#include "exchange/import.h"
#include "exchange/scorecard-words.h"
#include "exchange/scorecard-xlsx.h"

typedef struct
{
  char *folder;
  char *out;
  CoalitionFixture coalition;
} Fixture;

static void
write_card (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_filter_add (filter, SUIVI_FACET_REVIEW, self->coalition.review->id);
  suivi_filter_set_cut_off (filter, "2026-06-30");
  suivi_scorecard_xlsx_write (self->coalition.store, filter, NULL, self->out, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  SuiviStore *store = NULL;

  self->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "w.suivi", NULL);
  self->out = g_build_filename (self->folder, "card.xlsx", NULL);
  store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  coalition_fixture_fill (&self->coalition, store);
  write_card (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  SuiviStore *store = self->coalition.store;
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  coalition_fixture_clear (&self->coalition);
  suivi_store_close (store);
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

/* Returns whether there is an openpyxl; if not, the test is skipped. */
static gboolean
run (Fixture *self, const char *name, const char *const *operations)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", name, NULL);
  g_autofree char *output = NULL;
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
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &trouble, &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    {
      g_test_skip ("no openpyxl");
      return FALSE;
    }
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpstr (trouble, ==, "");
  g_assert_cmpint (status, ==, 0);

  return TRUE;
}

static SuiviImportPlan *
read_card (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SuiviImportPlan *plan = suivi_import_read_file (self->out, NULL, NULL, &error);

  g_assert_no_error (error);
  suivi_import_plan_compare (plan, self->coalition.store, NULL, NULL, &error);
  g_assert_no_error (error);

  return plan;
}

static void
assert_counts (SuiviImportPlan *plan, guint n_changed)
{
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED), ==, n_changed);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_SAME), ==,
                    COALITION_N_RECOMMENDATIONS - n_changed);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_NEW), ==, 0);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_NEAR), ==, 0);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY), ==, 0);
}

static void
apply (Fixture *self, SuiviImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  gboolean applied = suivi_import_plan_apply (plan, self->coalition.store, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (applied);
}

/* All judgements of a recommendation, the one that counts first: "organisation: law practice light; …". */
static char *
describe (Fixture *self, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all
             = suivi_store_list_assessments (self->coalition.store,
                                             g_ptr_array_index (self->coalition.ids, index), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (all, i);

      g_string_append_printf (text, "%s%s%s: %s %s %s", i > 0 ? "; " : "", assessment->organisation,
                              assessment->agreed ? "agreed" : "", suivi_level_to_nick (assessment->law),
                              suivi_level_to_nick (assessment->practice),
                              suivi_light_to_nick (assessment->light));
    }

  return g_string_free (text, FALSE);
}

/* What other programs read: sheets, links both ways, rules, names, and formulas that come to what stands in the cells. */
static void
test_openpyxl (Fixture *self, gconstpointer data)
{
  const char *const none[] = { NULL };

  run (self, "check-scorecard-workbook.py", none);
}

static void
test_unchanged (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = read_card (self);

  assert_counts (plan, 0);
  g_assert_null (suivi_import_plan_get_notes (plan)[0]);
}

/* One cell in each of forty rows: levels, lights, positions, reasons, texts. */
static char **
make_forty (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 1; i <= 40; i++)
    {
      static const char *const cells[] = {
        "policy|@level:done",         "policy|@level:some",   "light|@light:worse",
        "position|@position:pending", "reason|Told anew",     "text|Ask children first",
        "source|Report of June",      "children|@answer:yes",
      };
      g_autofree char *operation = g_strdup_printf ("set|140.%u|%s", i, cells[(i - 1) % 8]);

      g_strv_builder_add (builder, operation);
    }

  return g_strv_builder_end (builder);
}

/* What 40 rows changed is offered 40 times, none lost and none twice; the second time there is nothing left. */
static void
test_forty (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) operations = make_forty ();
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) again = NULL;
  g_autofree char *worse = NULL;

  if (!run (self, "edit-scorecard.py", (const char *const *) operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 40);
  apply (self, plan);
  again = read_card (self);
  assert_counts (again, 0);

  worse = describe (self, 2);
  g_assert_true (g_str_has_prefix (worse, "Institute of Alvera: "));
  g_assert_nonnull (strstr (worse, " worse; "));
}

/* A grade whose day nobody wrote is one of the day of the import: the same file has nothing to say on the next day. */
static void
test_next_day (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.1|law|@level:done", NULL };
  const char *id = g_ptr_array_index (self->coalition.ids, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) again = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (SuiviAssessment) earlier = NULL;
  g_autoptr (SuiviTransaction) step = NULL;

  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 1);
  apply (self, plan);
  all = suivi_store_list_assessments (self->coalition.store, id, &error);
  g_assert_no_error (error);
  earlier = suivi_assessment_copy (g_ptr_array_index (all, 0));
  g_assert_cmpint (earlier->law, ==, SUIVI_LEVEL_DONE);

  /* As if it had been imported then. */
  g_free (earlier->date);
  earlier->date = g_strdup ("2026-07-01");
  step = suivi_store_begin (self->coalition.store, "Earlier", &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_assessment (step, earlier, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  again = read_card (self);
  assert_counts (again, 0);
}

/* Two colleagues who write their organisation into the file: each gets a judgement of its own, nobody else's changes. */
static void
test_colleagues (Fixture *self, gconstpointer data)
{
  const char *const first[] = { "answer|organisation|Women of the Hills", "answer|name|Chipo Banda",
                                "set|140.1|law|@level:done", "set|140.2|practice|@level:done", NULL };
  const char *const second[] = { "answer|organisation|blue roof", "answer|name|Dora Finch",
                                 "set|140.1|law|@level:done", "set|140.1|practice|@level:done", NULL };
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) again = NULL;
  g_autoptr (SuiviImportPlan) other = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *before = describe (self, 0);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==,
                   "Institute of Alvera: nothing nothing red; "
                   "Friends of the River, Branch of the Northern Valleys: nothing done amber; "
                   "Blue Roof: nothing nothing red; Institute of Alvera: nothing nothing red");
  if (!run (self, "edit-scorecard.py", first))
    return;

  plan = read_card (self);
  assert_counts (plan, 2);
  apply (self, plan);
  all
    = suivi_store_list_assessments (self->coalition.store, g_ptr_array_index (self->coalition.ids, 0), NULL);
  g_assert_cmpstr (((SuiviAssessment *) g_ptr_array_index (all, 0))->organisation, ==, "Women of the Hills");
  g_assert_cmpstr (((SuiviAssessment *) g_ptr_array_index (all, 0))->name, ==, "Chipo Banda");
  again = read_card (self);
  assert_counts (again, 0);

  write_card (self);
  g_assert_true (run (self, "edit-scorecard.py", second));
  other = read_card (self);
  assert_counts (other, 1);
  apply (self, other);
  after = describe (self, 0);
  g_assert_true (
    g_str_has_prefix (after, "Blue Roof: done done green; Women of the Hills: done nothing amber; "));
  g_assert_true (g_str_has_suffix (after, before));
}

/* What would change in the first row that changes: "field: old -> new; …", a conflict with a sign. */
static char *
tell_changes (SuiviImportPlan *plan)
{
  GListModel *rows = suivi_import_plan_get_rows (plan, SUIVI_PLAN_CHANGED);
  g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, 0);
  GPtrArray *changes = suivi_plan_row_get_changes (row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const SuiviFieldChange *change = g_ptr_array_index (changes, i);

      g_autofree char *field = suivi_field_change_to_label (change);

      if (!g_str_equal (field, "Date"))
        g_string_append_printf (text, "%s: %s -> %s%s; ", field, change->old_value, change->new_value,
                                change->conflict ? " (!)" : "");
    }

  return g_string_free (text, FALSE);
}

/* Puts a judgement of that organisation, later than all others before the cut-off, with a light chosen against the rule. */
static void
put_judgement (Fixture *self, guint index, const char *organisation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviAssessment) later = suivi_assessment_new ();
  g_autoptr (SuiviTransaction) step = suivi_store_begin (self->coalition.store, "Later", &error);

  later->recommendation_id = g_strdup (g_ptr_array_index (self->coalition.ids, index));
  g_free (later->organisation);
  later->organisation = g_strdup (organisation);
  suivi_assessment_override_light (later, SUIVI_LIGHT_WORSE);
  suivi_assessment_set_levels (later, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE);
  later->reason = g_strdup ("Seen on the spot");
  later->source = g_strdup ("Visit");
  g_free (later->date);
  later->date = g_strdup ("2026-06-01");
  later->name = g_strdup ("Sol Verde");
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_assessment (step, later, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
}

/* What an organisation said long before the file was written is no conflict, what it says since then is one. */
static void
test_conflict (Fixture *self, gconstpointer data)
{
  const char *const operations[]
    = { "answer|organisation|Friends of the River, Branch of the Northern Valleys", "answer|name|Noor Haddad",
        "set|140.1|practice|@level:some", NULL };
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) overtaken = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *conflicts = NULL;

  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 1);
  changes = tell_changes (plan);
  g_assert_cmpstr (changes, ==,
                   "Judged by:  -> Friends of the River, Branch of the Northern Valleys; "
                   "Practice: Done -> Some progress; Name: Ana Lind -> Noor Haddad; ");

  put_judgement (self, 0, "Friends of the River, Branch of the Northern Valleys");
  overtaken = read_card (self);
  assert_counts (overtaken, 1);
  conflicts = tell_changes (overtaken);
  g_assert_cmpstr (conflicts, ==,
                   "Judged by:  -> Friends of the River, Branch of the Northern Valleys; "
                   "Law, as the row showed it: Done -> Nothing (!); "
                   "Policy, as the row showed it: Done -> Not assessed (!); "
                   "Practice: Done -> Some progress (!); Chosen light: Worse than before ->  (!); "
                   "Reason, as the row showed it: Seen on the spot -> The budget of the year names it, and "
                   "two regions of five have begun. "
                   "(!); Source, as the row showed it: Visit -> Annual report, page 12 (!); Name: Sol Verde "
                   "-> Noor Haddad (!); ");
}

/* What was agreed on stays agreed on: whoever changes it in the file judges for one organisation, as the row reads. What that
 * one had said before, it does not say any more: it stays as an earlier judgement. */
static void
test_agreed (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.4|policy|@level:done", NULL };
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) again = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *before = describe (self, 3);
  g_autofree char *changes = NULL;
  g_autofree char *after = NULL;
  const SuiviAssessment *own = NULL;

  g_assert_true (g_str_has_prefix (before, "agreed: done some amber; Institute of Alvera: nothing some "));
  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 1);
  changes = tell_changes (plan);
  g_assert_cmpstr (
    changes, ==,
    "Law, as the row showed it: Nothing -> Done; Policy: Not assessed -> Done; "
    "Reason, as the row showed it: The budget of the year names it, and two regions of five have begun. -> "
    "We read the law together.; Source, as the row showed it: Annual report, page 12 -> Minutes of 2 May; ");
  apply (self, plan);
  after = describe (self, 3);
  g_assert_true (g_str_has_prefix (
    after, "agreed: done some amber; Institute of Alvera: done some amber; Institute of Alvera: nothing "));
  all
    = suivi_store_list_assessments (self->coalition.store, g_ptr_array_index (self->coalition.ids, 3), NULL);
  own = g_ptr_array_index (all, 1);
  g_assert_cmpint (own->policy, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpstr (own->reason, ==, "We read the law together.");
  g_assert_cmpuint (own->agreed, ==, 0);
  again = read_card (self);
  assert_counts (again, 0);
}

/* The row showed what another organisation had said last: whoever changes a word of it takes over what it said, as of
 * today, and the judgement of the other stays. */
static void
test_shown_grade (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "answer|organisation|Blue Roof", "answer|name|Chipo Banda",
                                     "set|140.2|reason|Three regions have begun", NULL };
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) again = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *before = describe (self, 1);
  g_autofree char *after = NULL;
  const SuiviAssessment *first = NULL;

  g_assert_true (g_str_has_prefix (before, "Institute of Alvera: "));
  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 1);
  apply (self, plan);
  all
    = suivi_store_list_assessments (self->coalition.store, g_ptr_array_index (self->coalition.ids, 1), NULL);
  first = g_ptr_array_index (all, 0);
  g_assert_cmpstr (first->organisation, ==, "Blue Roof");
  g_assert_cmpstr (first->reason, ==, "Three regions have begun");
  g_assert_cmpstr (first->name, ==, "Chipo Banda");
  g_assert_cmpstr (first->date, >, "2026-03-14");
  g_assert_cmpint (first->law, ==, ((SuiviAssessment *) g_ptr_array_index (all, 1))->law);
  g_assert_cmpint (first->practice, ==, ((SuiviAssessment *) g_ptr_array_index (all, 1))->practice);
  after = describe (self, 1);
  g_assert_true (g_str_has_suffix (after, before));
  again = read_card (self);
  assert_counts (again, 0);
}

/* The latest judgement of 140.2; what counts until somebody agrees. */
static SuiviAssessment *
get_latest (Fixture *self)
{
  g_autoptr (GPtrArray) all = suivi_store_list_assessments (self->coalition.store,
                                                            g_ptr_array_index (self->coalition.ids, 1), NULL);

  return suivi_assessment_copy (g_ptr_array_index (all, 0));
}

/* The row showed another organisation's later judgement: whoever changes a cell of it sees that grade, and gives the one
 * that the row reads then. A mixture with what her own one had said before would be a grade that nobody gave. */
static void
test_shown_over_own (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.2|policy|@level:nothing", NULL };
  const char *const source[] = { "set|140.2|source|Second visit", NULL };
  const char *const light[] = { "set|140.2|light|@light:red", NULL };
  g_autoptr (SuiviAssessment) old = get_latest (self);
  g_autoptr (SuiviAssessment) own = NULL;
  g_autoptr (SuiviAssessment) sourced = NULL;
  g_autoptr (SuiviAssessment) chosen = NULL;
  g_autofree char *before = describe (self, 1);
  g_autofree char *after = NULL;
  SuiviImportPlan *plan = NULL;

  g_assert_cmpstr (old->organisation, ==, "Institute of Alvera");
  suivi_store_set_author (self->coalition.store, "Ivo Reed", "Institute of Alvera");
  put_judgement (self, 1, "Street Clinic");
  write_card (self);
  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 1);
  apply (self, plan);
  g_object_unref (plan);
  own = get_latest (self);
  g_assert_cmpstr (own->organisation, ==, "Institute of Alvera");
  g_assert_cmpint (own->law, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (own->policy, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (own->practice, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (own->light, ==, SUIVI_LIGHT_WORSE);
  g_assert_cmpstr (own->reason, ==, "Seen on the spot");
  g_assert_cmpstr (own->name, ==, "Ivo Reed");
  /* How sure it was of what it had said says nothing of this. */
  g_assert_cmpint (own->confidence, ==, SUIVI_CONFIDENCE_UNKNOWN);
  plan = read_card (self);
  assert_counts (plan, 0);
  g_object_unref (plan);
  /* What it had said before stands there still, as an earlier one. */
  after = describe (self, 1);
  g_assert_true (g_str_has_suffix (after, before));

  /* Who only mends the source of what she sees does not give another light. */
  put_judgement (self, 1, "Street School");
  write_card (self);
  g_assert_true (run (self, "edit-scorecard.py", source));
  plan = read_card (self);
  assert_counts (plan, 1);
  apply (self, plan);
  g_object_unref (plan);
  sourced = get_latest (self);
  g_assert_cmpstr (sourced->organisation, ==, "Institute of Alvera");
  g_assert_cmpstr (sourced->source, ==, "Second visit");
  g_assert_cmpint (sourced->policy, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (sourced->light, ==, SUIVI_LIGHT_WORSE);

  /* A light that somebody chose there is chosen. */
  g_assert_true (suivi_store_undo (self->coalition.store, NULL));
  g_assert_true (run (self, "edit-scorecard.py", light));
  plan = read_card (self);
  assert_counts (plan, 1);
  apply (self, plan);
  g_object_unref (plan);
  chosen = get_latest (self);
  g_assert_cmpstr (chosen->organisation, ==, "Institute of Alvera");
  g_assert_cmpint (chosen->light, ==, SUIVI_LIGHT_RED);
  g_assert_cmpint (chosen->law, ==, SUIVI_LEVEL_DONE);
}

/* Whoever makes the row say what her organisation had said before another one judged says it again: as she sees it, it did
 * not stand there. */
static void
test_said_again (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviAssessment) old = get_latest (self);
  g_autoptr (SuiviAssessment) again = NULL;
  g_autofree char *law = g_strdup_printf ("set|140.2|law|@level:%s", suivi_level_to_nick (old->law));
  g_autofree char *practice
    = g_strdup_printf ("set|140.2|practice|@level:%s", suivi_level_to_nick (old->practice));
  g_autofree char *light = g_strdup_printf ("set|140.2|light|@light:%s", suivi_light_to_nick (old->light));
  g_autofree char *reason = g_strdup_printf ("set|140.2|reason|%s", old->reason);
  g_autofree char *source = g_strdup_printf ("set|140.2|source|%s", old->source);
  const char *const operations[]
    = { law, practice, light, reason, source, "set|140.2|policy|@level:unassessed", NULL };
  SuiviImportPlan *plan = NULL;

  put_judgement (self, 1, "Street Clinic");
  write_card (self);
  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 1);
  apply (self, plan);
  g_object_unref (plan);
  again = get_latest (self);
  g_assert_cmpstr (again->organisation, ==, "Institute of Alvera");
  g_assert_cmpint (again->light, ==, old->light);
  g_assert_cmpstr (again->reason, ==, old->reason);
  g_assert_cmpstr (again->date, >, "2026-06-01");
  plan = read_card (self);
  assert_counts (plan, 0);
  g_object_unref (plan);
}

/* A file that one colleague has imported brings nothing to another one, whoever she works for. */
static void
test_second_importer (Fixture *self, gconstpointer data)
{
  const char *const operations[]
    = { "set|140.1|law|@level:done", "set|140.2|reason|Three regions have begun", NULL };
  static const char *const others[] = { "Blue Roof", "Street Clinic", "", "Institute of Alvera" };
  SuiviImportPlan *plan = NULL;

  suivi_store_set_author (self->coalition.store, "Ivo Reed", "Institute of Alvera");
  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 2);
  apply (self, plan);
  g_object_unref (plan);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      suivi_store_set_author (self->coalition.store, "Zoe Marsh", others[i]);
      plan = read_card (self);
      assert_counts (plan, 0);
      g_object_unref (plan);
    }
}

/* The name of the first judgement of 140.1. */
static char *
get_first_name (Fixture *self)
{
  g_autoptr (GPtrArray) all = suivi_store_list_assessments (self->coalition.store,
                                                            g_ptr_array_index (self->coalition.ids, 0), NULL);

  return g_strdup (((SuiviAssessment *) g_ptr_array_index (all, 0))->name);
}

/* Under which name a changed grade comes: nobody signs for somebody of another organisation. */
static void
test_signatures (Fixture *self, gconstpointer data)
{
  const char *const foreign[] = { "answer|organisation|Street Clinic", "set|140.1|law|@level:done", NULL };
  const char *const same[] = { "answer|organisation|Institute of Alvera", "answer|name|Ana Lind",
                               "set|140.1|law|@level:some", NULL };
  g_autoptr (SuiviImportPlan) theirs = NULL;
  g_autoptr (SuiviImportPlan) mine = NULL;
  g_autoptr (SuiviImportPlan) said = NULL;
  g_autofree char *before = get_first_name (self);
  g_autofree char *name = NULL;
  g_autofree char *told = NULL;

  g_assert_cmpstr (before, ==, "Ana Lind");
  if (!run (self, "edit-scorecard.py", foreign))
    return;

  /* The clinic has not judged before, and nobody said who did it now. */
  theirs = read_card (self);
  g_assert_cmpuint (suivi_import_plan_count (theirs, SUIVI_PLAN_FAULTY), ==, 1);

  /* Whoever works there and imports it answers for it. */
  suivi_store_set_author (self->coalition.store, "Zoe Marsh", "Street Clinic");
  mine = read_card (self);
  assert_counts (mine, 1);
  apply (self, mine);
  name = get_first_name (self);
  g_assert_cmpstr (name, ==, "Zoe Marsh");

  /* A name that was written down counts, also if it is the one that stood there. */
  suivi_store_set_author (self->coalition.store, "Ivo Reed", "Institute of Alvera");
  write_card (self);
  g_assert_true (run (self, "edit-scorecard.py", same));
  said = read_card (self);
  assert_counts (said, 1);
  apply (self, said);
  told = get_first_name (self);
  g_assert_cmpstr (told, ==, "Ana Lind");
}

/* Both changed the same own judgement, each another word of it: neither is lost. */
static void
test_own_changed (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.1|law|@level:done", NULL };
  const char *id = g_ptr_array_index (self->coalition.ids, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = suivi_store_list_assessments (self->coalition.store, id, NULL);
  g_autoptr (SuiviAssessment) own = suivi_assessment_copy (g_ptr_array_index (before, 0));
  g_autoptr (SuiviTransaction) step = suivi_store_begin (self->coalition.store, "Mend", &error);
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autofree char *changes = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (own->organisation, ==, "Institute of Alvera");
  g_free (own->reason);
  own->reason = g_strdup ("Mended here");
  g_assert_true (suivi_transaction_put_assessment (step, own, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  assert_counts (plan, 1);
  changes = tell_changes (plan);
  g_assert_cmpstr (changes, ==, "Law: Nothing -> Done; ");
}

/* Whatever a file says, it cannot say that others agreed. */
static void
test_claims_agreement (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "answer|organisation|Agreed by: Blue Roof; Institute of Alvera",
                                     "answer|name|Chipo Banda",
                                     "set|140.4|organisation|Agreed by: Blue Roof; Chipo",
                                     "set|140.4|policy|@level:done",
                                     "set|140.1|law|@level:done",
                                     "set|140.1|organisation|Agreed by: Blue Roof; Institute of Alvera",
                                     NULL };
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autofree char *agreed = NULL;

  if (!run (self, "edit-scorecard.py", operations))
    return;

  plan = read_card (self);
  /* The third is the other row that says so. */
  assert_counts (plan, 3);
  apply (self, plan);
  for (guint i = 0; i < 4; i += 3)
    {
      g_autoptr (GPtrArray) all
                 = suivi_store_list_assessments (self->coalition.store,
                                                 g_ptr_array_index (self->coalition.ids, i), NULL);

      for (guint j = 0; j < all->len; j++)
        {
          const SuiviAssessment *assessment = g_ptr_array_index (all, j);

          g_assert_cmpuint (assessment->agreed, ==, i == 3 && j == 0);
          if (!assessment->agreed)
            g_assert_null (assessment->agreed_by[0]);
          else
            g_assert_cmpuint (g_strv_length (assessment->agreed_by), ==, 2);
        }
    }
  agreed = describe (self, 3);
  g_assert_true (g_str_has_prefix (agreed, "agreed: done some amber; Agreed by: Blue Roof; "));
}

/* What another organisation, which judged the same in a workspace of its own, exports there: what it says differs in its
 * words. This workspace does not have it. */
static void
write_card_of_women (Fixture *self)
{
  SuiviStore *store = self->coalition.store;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Judge", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < COALITION_N_RECOMMENDATIONS - 10; i++)
    {
      const char *id = g_ptr_array_index (self->coalition.ids, i);
      g_autoptr (GPtrArray) all = suivi_store_list_assessments (store, id, &error);
      g_autoptr (SuiviAssessment) judgement = NULL;

      for (guint j = 0; judgement == NULL; j++)
        {
          if (suivi_assessment_is_by (g_ptr_array_index (all, j), "Institute of Alvera"))
            judgement = suivi_assessment_copy (g_ptr_array_index (all, j));
        }
      g_free (judgement->id);
      judgement->id = g_uuid_string_random ();
      g_free (judgement->organisation);
      judgement->organisation = g_strdup ("Women of the Hills");
      g_free (judgement->name);
      judgement->name = g_strdup ("Chipo Banda");
      g_free (judgement->date);
      judgement->date = g_strdup ("2026-04-01");
      g_assert_true (suivi_transaction_put_assessment (step, judgement, &error));
    }
  g_assert_true (suivi_transaction_commit (step, &error));

  suivi_store_set_author (store, "Chipo Banda", "Women of the Hills");
  write_card (self);
  g_assert_true (suivi_store_undo (store, &error));
  g_assert_no_error (error);
}

/* Another organisation's own workspace exports: its judgements come in, also those that nobody changed in Excel. */
static void
test_other_workspace (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) again = NULL;
  g_autofree char *after = NULL;

  write_card_of_women (self);
  suivi_store_set_author (self->coalition.store, "Ana Lind", "Institute of Alvera");

  /* Fifty are judged; of those, two show what was agreed on. */
  plan = read_card (self);
  assert_counts (plan, 48);
  apply (self, plan);
  after = describe (self, 0);
  g_assert_nonnull (strstr (after, "Women of the Hills: nothing nothing red"));
  again = read_card (self);
  assert_counts (again, 0);
}

/* Whoever imports does not say for whom she works: what a named organisation sends is the word of that one. */
static void
test_nameless_workspace (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.1|law|@level:done", NULL };
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) again = NULL;
  g_autofree char *before = describe (self, 0);
  g_autofree char *after = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *untouched = NULL;

  write_card_of_women (self);
  suivi_store_set_author (self->coalition.store, "Ana Lind", "");
  if (!run (self, "edit-scorecard.py", operations))
    return;

  /* Changed or not: all forty-eight that it gave. */
  plan = read_card (self);
  assert_counts (plan, 48);
  apply (self, plan);
  after = describe (self, 0);
  expected = g_strconcat ("Women of the Hills: done nothing amber; ", before, NULL);
  g_assert_cmpstr (after, ==, expected);
  untouched = describe (self, 5);
  g_assert_nonnull (strstr (untouched, "Women of the Hills: "));
  again = read_card (self);
  assert_counts (again, 0);
}

/* The file does not say whose it is: then it is that of whoever imports; and if she does not say it either, nobody knows. */
static void
test_nameless_file (Fixture *self, gconstpointer data)
{
  static const char *const importers[] = { "", "Institute of Alvera", "Women of the Hills" };
  const char *const operations[] = { "set|140.1|law|@level:done", "set|140.4|policy|@level:done", NULL };

  suivi_store_set_author (self->coalition.store, "", "");
  write_card (self);
  if (!run (self, "edit-scorecard.py", operations))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviImportPlan) plan = NULL;
      g_autoptr (SuiviImportPlan) again = NULL;
      g_autofree char *first = NULL;
      g_autofree char *agreed = NULL;
      g_autofree char *expected_first = g_strconcat (importers[i], ": done nothing amber; ", NULL);
      /* Whether or not it had judged before, it takes over what was shown. */
      g_autofree char *expected
        = g_strconcat ("agreed: done some amber; ", importers[i], ": done some amber; ", NULL);

      suivi_store_set_author (self->coalition.store, "Chipo Banda", importers[i]);
      plan = read_card (self);
      assert_counts (plan, 2);
      apply (self, plan);
      first = describe (self, 0);
      g_assert_true (g_str_has_prefix (first, expected_first));
      agreed = describe (self, 3);
      g_assert_true (g_str_has_prefix (agreed, expected));
      again = read_card (self);
      assert_counts (again, 0);
      g_assert_true (suivi_store_undo (self->coalition.store, &error));
      g_assert_no_error (error);
    }
}

/* Characters count, not bytes. What is too long is said, and never taken for the owner. */
static void
test_long_name (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (name, "ጤ");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *answer = g_strconcat ("answer|organisation|", name->str, NULL);
      const char *const operations[] = { answer, "answer|name|Chipo Banda", "set|140.1|law|@level:done",
                                         "set|140.3|position|@position:pending", NULL };
      g_autoptr (SuiviImportPlan) plan = NULL;
      g_autoptr (GPtrArray) faults = NULL;
      g_autofree char *changes = NULL;

      write_card (self);
      if (!run (self, "edit-scorecard.py", operations))
        return;
      plan = read_card (self);
      faults = suivi_import_plan_list_faults (plan);
      g_assert_cmpuint (faults->len, ==, i);
      g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED), ==, 2 - i);
      changes = tell_changes (plan);
      if (i == 0)
        {
          g_autofree char *judged = g_strdup_printf ("Judged by:  -> %s; ", name->str);

          g_assert_true (g_str_has_prefix (changes, judged));
        }
      else
        {
          const SuiviImportFault *fault = g_ptr_array_index (faults, 0);

          g_assert_cmpint (fault->kind, ==, SUIVI_FAULT_BAD_VALUE);
          g_assert_cmpuint (fault->row, ==, 2);
          g_assert_cmpstr (fault->column, ==,
                           suivi_scorecard_column_to_title (SUIVI_SCORECARD_COLUMN_ORGANISATION));
          g_assert_true (g_str_has_prefix (fault->reason, "Sheet “Method and definitions”, row "));
          g_assert_nonnull (strstr (fault->reason,
                                    "The name of the organisation is longer than 200 characters. "
                                    "Shorten it."));
          g_assert_cmpint (g_utf8_strlen (fault->value, -1), <=, 202);
          g_assert_true (g_str_has_prefix (changes, "Position: "));
        }
      g_string_append (name, "ጤ");
    }
}

/* A user's own words for lights go out and come back. */
static void
test_labels (Fixture *self, gconstpointer data)
{
  const char *const operations[] = { "set|140.6|light|@light:worse", NULL };
  const char *const formulas[] = { "formulas", NULL };
  g_autofree char *long_word = g_strnfill (400, 'w');
  g_autofree char *hostile = g_strconcat ("\"<&\x01 ", long_word, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (self->coalition.store, "Name", &error);
  g_autoptr (SuiviGradeLabel) green = suivi_grade_label_new ("green", "", "Done, and children say so, too");
  g_autoptr (SuiviGradeLabel) worse = suivi_grade_label_new ("worse", "", "Set back");
  g_autoptr (SuiviGradeLabel) red = suivi_grade_label_new ("red", "", hostile);
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) changed = NULL;
  g_autofree char *changes = NULL;

  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_grade_label (step, green, &error));
  g_assert_true (suivi_transaction_put_grade_label (step, worse, &error));
  g_assert_true (suivi_transaction_put_grade_label (step, red, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  write_card (self);

  plan = read_card (self);
  assert_counts (plan, 0);
  if (!run (self, "check-scorecard-workbook.py", formulas) || !run (self, "edit-scorecard.py", operations))
    return;
  changed = read_card (self);
  assert_counts (changed, 1);
  changes = tell_changes (changed);
  g_assert_cmpstr (changes, ==, "Chosen light:  -> Worse than before; ");
}

/* Where every recommending State counts, and support in part counts as noted, formulas add up how often each row
 * counts. */
static void
test_counting (Fixture *self, gconstpointer data)
{
  const char *const formulas[] = { "formulas", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("By State", "2026-06-30");
  g_autoptr (SuiviTransaction) step = suivi_store_begin (self->coalition.store, "Freeze", &error);
  g_autoptr (SuiviScorecardSource) source = NULL;

  g_assert_no_error (error);
  edition->review_id = g_strdup (self->coalition.review->id);
  edition->unit = SUIVI_COUNTING_UNIT_STATE;
  edition->part_rule = SUIVI_PART_RULE_NOTED;
  edition->scale = SUIVI_SCALE_IRI;
  g_assert_true (suivi_transaction_freeze_edition (step, edition, &error));
  g_assert_true (suivi_transaction_commit (step, &error));

  source = suivi_scorecard_source_new_for_edition (self->coalition.store, edition->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_scorecard_xlsx_write_source (source, self->out, NULL, &error));
  g_assert_no_error (error);
  run (self, "check-scorecard-workbook.py", formulas);
}

/* An edition gives the same bytes whatever happens after it was frozen. */
static void
test_edition (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length = 0;
  gsize second_length = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SuiviScorecardSource) source
                 = suivi_scorecard_source_new_for_edition (self->coalition.store, self->coalition.edition_id,
                                                           NULL, &error);

      g_assert_no_error (error);
      g_assert_true (suivi_scorecard_xlsx_write_source (source, self->out, NULL, &error));
      g_assert_no_error (error);
      g_file_get_contents (self->out, i == 0 ? &first : &second, i == 0 ? &first_length : &second_length,
                           &error);
      g_assert_no_error (error);
      if (i == 0)
        {
          g_assert_true (suivi_store_undo (self->coalition.store, &error));
          g_assert_no_error (error);
        }
    }
  g_assert_cmpmem (first, first_length, second, second_length);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/scorecard-workbook/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("openpyxl", test_openpyxl);
  ADD ("unchanged", test_unchanged);
  ADD ("forty", test_forty);
  ADD ("next-day", test_next_day);
  ADD ("colleagues", test_colleagues);
  ADD ("conflict", test_conflict);
  ADD ("agreed", test_agreed);
  ADD ("shown-grade", test_shown_grade);
  ADD ("shown-over-own", test_shown_over_own);
  ADD ("said-again", test_said_again);
  ADD ("second-importer", test_second_importer);
  ADD ("signatures", test_signatures);
  ADD ("own-changed", test_own_changed);
  ADD ("claims-agreement", test_claims_agreement);
  ADD ("other-workspace", test_other_workspace);
  ADD ("nameless-workspace", test_nameless_workspace);
  ADD ("nameless-file", test_nameless_file);
  ADD ("long-name", test_long_name);
  ADD ("labels", test_labels);
  ADD ("counting", test_counting);
  ADD ("edition", test_edition);
#undef ADD

  return g_test_run ();
}
