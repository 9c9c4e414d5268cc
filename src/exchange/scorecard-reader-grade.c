/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grade in one row of a scorecard that a colleague changed. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/scorecard/organisation.h"
#include "core/text/text.h"
#include "exchange/scorecard-reader-private.h"

/* What is judged; the other fields of a grade only say something about it. */
#define JUDGED_FIELDS                                                                           \
  (SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_LAW) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POLICY) \
   | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_PRACTICE) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_LIGHT))

/* Characters of a name that is too long, to tell it by. */
#define MAX_EXCERPT 60

static SuiviLevel
read_level (SuiviScorecardReading *self, SuiviScorecardColumn column, SuiviPlanField field)
{
  SuiviLevel before = self->base.levels[field - SUIVI_PLAN_FIELD_LAW];
  SuiviLevel level = SUIVI_LEVEL_UNASSESSED;

  if (!suivi_scorecard_reading_has (self, column))
    return before;

  level
    = suivi_scorecard_reading_read_word (self, column, SUIVI_SCORECARD_WORD_LEVEL, SUIVI_LEVEL_UNASSESSED);
  suivi_scorecard_reading_set_changed (self, field, level != before);

  return level;
}

/*
 * A light that somebody wrote into the cell is a choice, unless it is what the rule gives anyway. A light that was
 * chosen before stays chosen, unless the cell that says so was emptied; any other follows the levels, whether or not
 * the colleague thought of changing its cell too.
 */
static void
read_light (SuiviScorecardReading *self)
{
  SuiviAssessment *assessment = self->assessment;
  SuiviLight rule = suivi_light_from_levels (assessment->law, assessment->policy, assessment->practice);
  SuiviLight light = self->base.light;
  gboolean chosen = self->base.chosen;
  g_autofree char *value = NULL;

  /* Whoever empties the cell leaves it to the rule. */
  if (suivi_scorecard_reading_has (self, SUIVI_SCORECARD_COLUMN_LIGHT))
    light = suivi_scorecard_reading_read_word (self, SUIVI_SCORECARD_COLUMN_LIGHT, SUIVI_SCORECARD_WORD_LIGHT,
                                               rule);
  if (suivi_scorecard_reading_has (self, SUIVI_SCORECARD_COLUMN_CHOSEN))
    chosen = chosen
             && suivi_scorecard_reading_read_word (self, SUIVI_SCORECARD_COLUMN_CHOSEN,
                                                   SUIVI_SCORECARD_WORD_ANSWER, FALSE)
                  == TRUE;

  if (light != self->base.light)
    chosen = light != rule;
  if (chosen)
    suivi_assessment_override_light (assessment, light);

  value = suivi_plan_field_value (SUIVI_PLAN_FIELD_LIGHT, self->recommendation, assessment);
  suivi_scorecard_reading_set_changed (self, SUIVI_PLAN_FIELD_LIGHT,
                                       !suivi_scorecard_reading_is_as_exported (self, SUIVI_PLAN_FIELD_LIGHT,
                                                                                value));
}

/* A day that is not one says nothing further: the row waits for a better one anyway. */
static void
read_date (SuiviScorecardReading *self)
{
  const char *cell = suivi_scorecard_reading_get (self, SUIVI_SCORECARD_COLUMN_DATE);
  g_autofree char *day
    = suivi_scorecard_read_day (cell, suivi_scorecard_reading_get_type (self, SUIVI_SCORECARD_COLUMN_DATE));

  if (day == NULL)
    suivi_scorecard_reading_add_fault (
      self, SUIVI_FAULT_BAD_DATE, SUIVI_SCORECARD_COLUMN_DATE,
      _ ("It is not certain which day this is. Write it year-month-day, such as 2026-11-22."));
  else if (strcmp (day, self->layout->today) > 0)
    suivi_scorecard_reading_add_fault (self, SUIVI_FAULT_BAD_DATE, SUIVI_SCORECARD_COLUMN_DATE,
                                       _ ("The date of a grade cannot be in the future."));

  g_free (self->assessment->date);
  self->assessment->date
    = g_strdup (day != NULL && strcmp (day, self->layout->today) <= 0 ? day : self->layout->today);
  suivi_scorecard_reading_set_changed (self, SUIVI_PLAN_FIELD_DATE,
                                       suivi_scorecard_reading_has (self, SUIVI_SCORECARD_COLUMN_DATE)
                                         && !suivi_scorecard_reading_is_as_exported (self,
                                                                                     SUIVI_PLAN_FIELD_DATE,
                                                                                     self->assessment->date));
}

/*
 * The day of a changed grade is the one in the file, if that was changed too. Otherwise another judgement, or one that
 * another organisation gave, is one of today, while other words about the same judgement leave it its day: so they do
 * where nobody knows whose it is.
 */
static void
settle_date (SuiviScorecardReading *self)
{
  gboolean judged = (self->changed & JUDGED_FIELDS) != 0;

  if (*self->assessment->date == '\0'
      || ((judged || !(self->own || self->unnamed))
          && !suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_DATE)))
    {
      g_free (self->assessment->date);
      self->assessment->date = g_strdup (self->layout->today);
      suivi_scorecard_reading_set_changed (self, SUIVI_PLAN_FIELD_DATE, TRUE);
      self->implied_date = TRUE;
    }
  /* With the levels, the light by the rule changes. */
  suivi_scorecard_reading_set_changed (self, SUIVI_PLAN_FIELD_LIGHT, judged);
}

static void
add_missing (SuiviScorecardReading *self, GString *list, const char *text, SuiviScorecardColumn column)
{
  if (suivi_text_is_blank (text))
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", self->layout->titles[column]);
}

/* What suivi_assessment_validate() asks for, said of all cells that lack it. */
static void
check_grade (SuiviScorecardReading *self)
{
  const SuiviAssessment *assessment = self->assessment;
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *reason = NULL;

  add_missing (self, missing, assessment->reason, SUIVI_SCORECARD_COLUMN_REASON);
  add_missing (self, missing, assessment->source, SUIVI_SCORECARD_COLUMN_SOURCE);
  add_missing (self, missing, assessment->name, SUIVI_SCORECARD_COLUMN_NAME);
  if (missing->len == 0)
    return;

  reason = suivi_plan_row_tell_missing (missing->str);
  suivi_scorecard_reading_add_fault_in (self, SUIVI_FAULT_INCOMPLETE_GRADE, missing->str, "", reason);
}

/* Whoever changed a grade and wrote no name beside it wrote it once for all. */
static void
settle_name (SuiviScorecardReading *self)
{
  if (self->layout->name == NULL || suivi_scorecard_reading_is_changed (self, SUIVI_PLAN_FIELD_NAME))
    return;

  g_free (self->assessment->name);
  self->assessment->name = g_strdup (self->layout->name);
  suivi_scorecard_reading_set_changed (self, SUIVI_PLAN_FIELD_NAME,
                                       !suivi_scorecard_reading_is_as_exported (self, SUIVI_PLAN_FIELD_NAME,
                                                                                self->assessment->name));
}

/* Whether the row showed a grade of that organisation when it was written; blank: one that does not say whose it is. */
static gboolean
shows_grade_of (const SuiviScorecardReading *self, const char *organisation)
{
  return suivi_scorecard_reading_has (self, SUIVI_SCORECARD_COLUMN_ORGANISATION) && *self->base.state != '\0'
         && self->base.hashes[SUIVI_PLAN_FIELD_DATE] != suivi_plan_field_hash ("")
         && suivi_organisation_is_same (suivi_scorecard_reading_get (self,
                                                                     SUIVI_SCORECARD_COLUMN_ORGANISATION),
                                        organisation);
}

/**
 * suivi_scorecard_reading_has_grade:
 *
 * Returns: whether there is a grade to be told: one that was changed, or that of an organisation that the workspace may
 *   not have heard yet
 */
gboolean
suivi_scorecard_reading_has_grade (const SuiviScorecardReading *self)
{
  return (self->changed & SUIVI_PLAN_FIELDS_OF_GRADE) != 0
         || (self->own && self->layout->organisation != NULL);
}

static char *
make_excerpt (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_EXCERPT)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_EXCERPT);

  return g_strconcat (start, " …", NULL);
}

/* Nobody else may be taken for whoever wrote what is no name. */
static void
check_answers (SuiviScorecardReading *self)
{
  const char *const answers[] = { self->layout->organisation, self->layout->name };
  static const SuiviScorecardColumn columns[]
    = { SUIVI_SCORECARD_COLUMN_ORGANISATION, SUIVI_SCORECARD_COLUMN_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *value = NULL;

      if (self->layout->unusable[i] == NULL)
        continue;
      value = make_excerpt (answers[i]);
      suivi_scorecard_reading_add_fault_about (self, SUIVI_FAULT_BAD_VALUE, columns[i], value,
                                               self->layout->unusable[i]);
    }
}

/**
 * suivi_scorecard_reading_read_grade:
 *
 * Reads the judgement of the row, and which of its fields are others than were exported. If none is, the row waits for no
 * reason, source or name.
 */
void
suivi_scorecard_reading_read_grade (SuiviScorecardReading *self)
{
  SuiviAssessment *assessment = self->assessment;

  if (self->layout->organisation != NULL)
    {
      g_free (assessment->organisation);
      assessment->organisation = g_strdup (self->layout->organisation);
    }
  self->own = shows_grade_of (self, self->layout->organisation);
  self->unnamed = shows_grade_of (self, "");

  suivi_assessment_set_levels (assessment,
                               read_level (self, SUIVI_SCORECARD_COLUMN_LAW, SUIVI_PLAN_FIELD_LAW),
                               read_level (self, SUIVI_SCORECARD_COLUMN_POLICY, SUIVI_PLAN_FIELD_POLICY),
                               read_level (self, SUIVI_SCORECARD_COLUMN_PRACTICE, SUIVI_PLAN_FIELD_PRACTICE));
  read_light (self);
  suivi_scorecard_reading_read_text (self, SUIVI_SCORECARD_COLUMN_REASON, SUIVI_PLAN_FIELD_REASON,
                                     &assessment->reason);
  suivi_scorecard_reading_read_text (self, SUIVI_SCORECARD_COLUMN_SOURCE, SUIVI_PLAN_FIELD_SOURCE,
                                     &assessment->source);
  suivi_scorecard_reading_read_text (self, SUIVI_SCORECARD_COLUMN_NAME, SUIVI_PLAN_FIELD_NAME,
                                     &assessment->name);
  read_date (self);
  if (suivi_scorecard_reading_has_grade (self))
    check_answers (self);
  if ((self->changed & SUIVI_PLAN_FIELDS_OF_GRADE) == 0)
    return;

  settle_date (self);
  settle_name (self);
  check_grade (self);
}
