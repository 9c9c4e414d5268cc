/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/assessment.h"
#include "core/scorecard/organisation.h"

static SuiviAssessment *
new_complete (void)
{
  SuiviAssessment *self = suivi_assessment_new ();

  self->recommendation_id = g_uuid_string_random ();
  self->reason = g_strdup ("The act was passed; nobody enforces it.");
  self->source = g_strdup ("Official Gazette 12/2025");
  self->name = g_strdup ("A. Analyst");
  self->date = (g_free (self->date), g_strdup ("2025-03-31"));

  return self;
}

static void
replace (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
test_dates (void)
{
  static const char *const good[]
    = { "2026-11-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30" };
  static const char *const bad[] = { "",           "2027-02-29", "2026-02-30",
                                     "1900-02-29", "2026-04-31", "2026-13-01",
                                     "2026-00-10", "2026-01-00", "2026-01-32",
                                     "0000-01-01", "2026-1-1",   "26-11-22",
                                     "2026/11/22", "22-11-2026", "2026-11-22T",
                                     "2026-11-2 ", " 026-11-22", "2026-11-+2",
                                     "2026--1-22", "20261122",   "\331\242\331\240\331\242\331\246-1" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (suivi_date_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (suivi_date_is_valid (bad[i]));
  g_assert_false (suivi_date_is_valid (NULL));
}

static void
test_today (void)
{
  g_autofree char *today = suivi_date_today ();

  g_assert_true (suivi_date_is_valid (today));
  g_assert_cmpint (strcmp (today, "2026-01-01"), >, 0);
}

static void
test_new (void)
{
  g_autoptr (SuiviAssessment) self = suivi_assessment_new ();
  g_autofree char *today = suivi_date_today ();

  g_assert_true (g_uuid_string_is_valid (self->id));
  g_assert_cmpstr (self->organisation, ==, "");
  g_assert_cmpstr (self->date, ==, today);
  g_assert_cmpint (self->law, ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (self->light, ==, SUIVI_LIGHT_GREY);
  g_assert_false (self->light_overridden);
}

static void
test_light (void)
{
  g_autoptr (SuiviAssessment) self = suivi_assessment_new ();

  suivi_assessment_set_levels (self, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (self->light, ==, SUIVI_LIGHT_GREEN);
  suivi_assessment_set_levels (self, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (self->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_false (self->light_overridden);

  /* What a person chose stays, whatever the levels say later. */
  suivi_assessment_override_light (self, SUIVI_LIGHT_RED);
  g_assert_true (self->light_overridden);
  suivi_assessment_set_levels (self, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE);
  g_assert_cmpint (self->light, ==, SUIVI_LIGHT_RED);
  g_assert_cmpint (self->practice, ==, SUIVI_LEVEL_DONE);
}

static void
test_copy (void)
{
  g_autoptr (SuiviAssessment) self = new_complete ();
  g_autoptr (SuiviAssessment) copy = NULL;

  suivi_assessment_set_levels (self, SUIVI_LEVEL_SOME, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_DONE);
  copy = suivi_assessment_copy (self);
  g_assert_cmpstr (copy->id, ==, self->id);
  g_assert_cmpstr (copy->recommendation_id, ==, self->recommendation_id);
  g_assert_cmpint (copy->policy, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (copy->light, ==, SUIVI_LIGHT_AMBER);
  replace (&copy->reason, "Another");
  g_assert_cmpstr (self->reason, !=, copy->reason);
}

static void
test_validate (void)
{
  g_autofree char *today = suivi_date_today ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 2);
  g_autofree char *future = g_date_time_format (later, "%Y-%m-%d");
  const struct
  {
    gsize field;
    const char *value;
    int code; /* -1: may be saved */
  } cases[] = {
    { G_STRUCT_OFFSET (SuiviAssessment, reason), "Because", -1 },
    { G_STRUCT_OFFSET (SuiviAssessment, reason), NULL, SUIVI_ASSESSMENT_ERROR_NO_REASON },
    { G_STRUCT_OFFSET (SuiviAssessment, reason), "", SUIVI_ASSESSMENT_ERROR_NO_REASON },
    { G_STRUCT_OFFSET (SuiviAssessment, reason), " \302\240\n", SUIVI_ASSESSMENT_ERROR_NO_REASON },
    { G_STRUCT_OFFSET (SuiviAssessment, source), NULL, SUIVI_ASSESSMENT_ERROR_NO_SOURCE },
    { G_STRUCT_OFFSET (SuiviAssessment, source), "\t", SUIVI_ASSESSMENT_ERROR_NO_SOURCE },
    { G_STRUCT_OFFSET (SuiviAssessment, name), NULL, SUIVI_ASSESSMENT_ERROR_NO_NAME },
    { G_STRUCT_OFFSET (SuiviAssessment, name), "\342\200\213", SUIVI_ASSESSMENT_ERROR_NO_NAME },
    { G_STRUCT_OFFSET (SuiviAssessment, date), NULL, SUIVI_ASSESSMENT_ERROR_BAD_DATE },
    { G_STRUCT_OFFSET (SuiviAssessment, date), "2027-02-29", SUIVI_ASSESSMENT_ERROR_BAD_DATE },
    { G_STRUCT_OFFSET (SuiviAssessment, date), "31.03.2025", SUIVI_ASSESSMENT_ERROR_BAD_DATE },
    { G_STRUCT_OFFSET (SuiviAssessment, date), future, SUIVI_ASSESSMENT_ERROR_BAD_DATE },
    { G_STRUCT_OFFSET (SuiviAssessment, date), today, -1 },
    { G_STRUCT_OFFSET (SuiviAssessment, organisation), "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAssessment) self = new_complete ();
      g_autoptr (GError) error = NULL;

      replace (&G_STRUCT_MEMBER (char *, self, cases[i].field), cases[i].value);
      if (cases[i].code < 0)
        {
          g_assert_true (suivi_assessment_validate (self, &error));
          g_assert_no_error (error);
        }
      else
        {
          g_assert_false (suivi_assessment_validate (self, &error));
          g_assert_error (error, SUIVI_ASSESSMENT_ERROR, cases[i].code);
          g_assert_false (suivi_assessment_validate (self, NULL));
        }
    }
}

/* One organisation has one name, however its case, accents and spaces are written; blank is the one without a name. */
static void
test_organisation (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "Éveil Enfance", "eveil  ENFANCE ", TRUE },
    { "Children’s Alliance", "Children's Alliance", TRUE },
    { "Straße e.V.", "STRASSE E.V.", TRUE },
    { "Law Clinic", "Law Clinics", FALSE },
    { "Law Clinic", "LawClinic", FALSE },
    { "", " \t", TRUE },
    { NULL, "", TRUE },
    { "", "Law Clinic", FALSE },
    { NULL, "Law Clinic", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAssessment) self = new_complete ();

      g_assert_true (suivi_organisation_is_same (cases[i].a, cases[i].b) == cases[i].same);
      g_assert_true (suivi_organisation_is_same (cases[i].b, cases[i].a) == cases[i].same);
      replace (&self->organisation, cases[i].a);
      g_assert_true (suivi_assessment_is_by (self, cases[i].b) == cases[i].same);

      /* What several agreed on is nobody's own, not even of who has no name. */
      self->agreed = 1;
      g_assert_false (suivi_assessment_is_by (self, cases[i].b));
    }

  g_assert_cmpstr (suivi_organisation_to_label ("Law Clinic"), ==, "Law Clinic");
  g_assert_cmpstr (suivi_organisation_to_label (""), ==, "Organisation not named");
  g_assert_cmpstr (suivi_organisation_to_label (" "), ==, "Organisation not named");
  g_assert_cmpstr (suivi_organisation_to_label (NULL), ==, "Organisation not named");
}

/* As people count, in one order in every language. */
static void
test_organisation_order (void)
{
  static const char *const names[]
    = { "",          "Clinic",     "clinic 1", "Clinic 2", "Clinic 9b",    "CLINIC 10",
        "Clinic 99", "Clinic 100", "Ombuds A", "Órgano",   "Union 2026/2", "Union 2026/11" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          const int order = suivi_organisation_compare (names[i], names[j]);

          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        }
    }
  g_assert_cmpint (suivi_organisation_compare ("Clinic 1", "Clinic 01"), !=, 0);
  g_assert_cmpint (suivi_organisation_compare ("Clinic 01", "Clinic 2"), <, 0);
  g_assert_cmpint (suivi_organisation_compare (NULL, "A"), <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/assessment/dates", test_dates);
  g_test_add_func ("/core/assessment/today", test_today);
  g_test_add_func ("/core/assessment/new", test_new);
  g_test_add_func ("/core/assessment/light", test_light);
  g_test_add_func ("/core/assessment/copy", test_copy);
  g_test_add_func ("/core/assessment/validate", test_validate);
  g_test_add_func ("/core/assessment/organisation", test_organisation);

  g_test_add_func ("/core/assessment/organisation-order", test_organisation_order);

  return g_test_run ();
}
