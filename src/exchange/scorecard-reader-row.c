/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a scorecard that a colleague changed: what differs from what was exported. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/scorecard/organisation.h"
#include "core/text/text.h"
#include "exchange/scorecard-base.h"
#include "exchange/scorecard-reader-private.h"

/* What is judged; the other fields of a grade only say something about it. */
#define JUDGED_FIELDS                                                                           \
  (SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_LAW) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POLICY) \
   | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_PRACTICE) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_LIGHT))

/* Characters of a name that is too long, to tell it by. */
#define MAX_EXCERPT 60

typedef struct
{
  SuiviFaultKind kind;
  char *column; /* heading, or several */
  char *value;
  char *reason;
} Fault;

/* A row while it is read. */
typedef struct
{
  SuiviScorecardLayout *layout;
  const SuiviSheetRow *row;
  SuiviScorecardBase base;
  SuiviRecommendation *recommendation;
  SuiviAssessment *assessment;
  SuiviPlanFields changed;
  gboolean own;          /* whether it says that it showed a grade of the organisation that the file is of */
  gboolean unnamed;      /* whether it says that it showed a grade that does not say whose it is */
  gboolean implied_date; /* whether nobody wrote the day of the grade */
  GArray *faults;        /* of Fault */
} Reading;

static void
clear_fault (gpointer data)
{
  Fault *fault = data;

  g_free (fault->column);
  g_free (fault->value);
  g_free (fault->reason);
}

static gboolean
has_column (const Reading *self, SuiviScorecardColumn column)
{
  return self->layout->places[column] != SUIVI_SCORECARD_NOWHERE;
}

static const char *
get_cell (const Reading *self, SuiviScorecardColumn column)
{
  guint place = self->layout->places[column];

  return place < self->row->n_cells ? self->row->cells[place] : "";
}

static SuiviCellType
get_type (const Reading *self, SuiviScorecardColumn column)
{
  guint place = self->layout->places[column];

  return place < self->row->n_cells ? self->row->types[place] : SUIVI_CELL_EMPTY;
}

static void
add_fault_in (Reading *self, SuiviFaultKind kind, const char *column, const char *value, const char *reason)
{
  Fault fault = { kind, g_strdup (column), g_strdup (value), g_strdup (reason) };

  g_array_append_val (self->faults, fault);
}

static void
add_fault_about (Reading *self,
                 SuiviFaultKind kind,
                 SuiviScorecardColumn column,
                 const char *value,
                 const char *reason)
{
  add_fault_in (self, kind, self->layout->titles[column], value, reason);
}

static void
add_fault (Reading *self, SuiviFaultKind kind, SuiviScorecardColumn column, const char *reason)
{
  add_fault_about (self, kind, column, get_cell (self, column), reason);
}

static gboolean
is_changed (const Reading *self, SuiviPlanField field)
{
  return (self->changed & SUIVI_PLAN_FIELD_BIT (field)) != 0;
}

static void
set_changed (Reading *self, SuiviPlanField field, gboolean changed)
{
  if (changed)
    self->changed |= SUIVI_PLAN_FIELD_BIT (field);
}

static gboolean
is_as_exported (const Reading *self, SuiviPlanField field, const char *value)
{
  return suivi_plan_field_hash (value) == self->base.hashes[field];
}

/* A text: white space at its ends, or doubled, is no change. */
static void
read_text (Reading *self, SuiviScorecardColumn column, SuiviPlanField field, char **text)
{
  const char *cell = get_cell (self, column);

  g_free (*text);
  *text = g_strdup (cell);
  if (!has_column (self, column) || is_as_exported (self, field, cell))
    return;

  g_free (*text);
  *text = suivi_text_clean_lines (cell);
  set_changed (self, field, !is_as_exported (self, field, *text));
}

/* A program that took a number for a number drops the zeros at its end: 140.10 is not 140.1. */
static void
read_number (Reading *self)
{
  static const char *const zeros[] = { "0", "00" };
  char **number = &self->recommendation->number;

  read_text (self, SUIVI_SCORECARD_COLUMN_NUMBER, SUIVI_PLAN_FIELD_NUMBER, number);
  for (gsize i = 0; i < G_N_ELEMENTS (zeros) && is_changed (self, SUIVI_PLAN_FIELD_NUMBER)
                    && get_type (self, SUIVI_SCORECARD_COLUMN_NUMBER) == SUIVI_CELL_NUMBER;
       i++)
    {
      g_autofree char *longer = g_strconcat (get_cell (self, SUIVI_SCORECARD_COLUMN_NUMBER), zeros[i], NULL);

      if (!is_as_exported (self, SUIVI_PLAN_FIELD_NUMBER, longer))
        continue;
      g_free (*number);
      *number = g_steal_pointer (&longer);
      self->changed &= ~SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NUMBER);
    }
}

/* Whether a list or a word is another one than was exported. */
static void
check_field (Reading *self, SuiviScorecardColumn column, SuiviPlanField field)
{
  g_autofree char *value = suivi_plan_field_value (field, self->recommendation, NULL);

  set_changed (self, field, has_column (self, column) && !is_as_exported (self, field, value));
}

/* A State that we have no name for is written as its code; a colleague may write codes too. */
static gboolean
is_code (const char *name)
{
  return strlen (name) == 3 && g_ascii_isupper (name[0]) && g_ascii_isupper (name[1])
         && g_ascii_isupper (name[2]);
}

/* A name that nobody knows is a change, even if the States beside it are those that were exported. */
static void
check_states (Reading *self, char **unknown)
{
  check_field (self, SUIVI_SCORECARD_COLUMN_STATES, SUIVI_PLAN_FIELD_STATES);
  for (gsize i = 0; unknown != NULL && unknown[i] != NULL; i++)
    {
      if (is_code (unknown[i])
          && (suivi_state_exists (unknown[i]) || !is_changed (self, SUIVI_PLAN_FIELD_STATES)))
        continue;
      add_fault_about (
        self, SUIVI_FAULT_UNKNOWN_STATE, SUIVI_SCORECARD_COLUMN_STATES, unknown[i],
        _ ("Suivi does not know a State of this name. Correct the name in the file, or say here "
           "which State is meant."));
      set_changed (self, SUIVI_PLAN_FIELD_STATES, TRUE);
    }
}

static void
read_lists (Reading *self)
{
  const char *cell = get_cell (self, SUIVI_SCORECARD_COLUMN_STATES);
  g_auto (GStrv) unknown = NULL;
  g_auto (GStrv) known = suivi_state_match_list (cell, &unknown);
  g_auto (GStrv) themes = suivi_scorecard_list_split (get_cell (self, SUIVI_SCORECARD_COLUMN_THEMES));
  g_auto (GStrv) groups = suivi_scorecard_list_split (get_cell (self, SUIVI_SCORECARD_COLUMN_GROUPS));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) states = NULL;

  g_strv_builder_addv (builder, (const char **) known);
  for (gsize i = 0; unknown != NULL && unknown[i] != NULL; i++)
    {
      if (is_code (unknown[i]))
        g_strv_builder_add (builder, unknown[i]);
    }
  states = g_strv_builder_end (builder);

  suivi_recommendation_set_lists (self->recommendation, (const char *const *) states,
                                  (const char *const *) themes, (const char *const *) groups, NULL);
  check_states (self, unknown);
  check_field (self, SUIVI_SCORECARD_COLUMN_THEMES, SUIVI_PLAN_FIELD_THEMES);
  check_field (self, SUIVI_SCORECARD_COLUMN_GROUPS, SUIVI_PLAN_FIELD_GROUPS);
}

/* An older Suivi wrote no such column: whoever added one of that name did not change what stood there. */
static void
read_institutions (Reading *self)
{
  char **names = suivi_scorecard_list_split (get_cell (self, SUIVI_SCORECARD_COLUMN_INSTITUTIONS));
  guint bad = 0;
  const char *fault = suivi_scorecard_find_bad_institution (names, &bad);

  g_strfreev (self->recommendation->institutions);
  self->recommendation->institutions = names;
  if (self->base.has_institutions)
    check_field (self, SUIVI_SCORECARD_COLUMN_INSTITUTIONS, SUIVI_PLAN_FIELD_INSTITUTIONS);
  if (fault != NULL && is_changed (self, SUIVI_PLAN_FIELD_INSTITUTIONS))
    {
      g_autofree char *start = g_utf8_substring (names[bad], 0, MAX_EXCERPT);

      add_fault_about (self, SUIVI_FAULT_BAD_VALUE, SUIVI_SCORECARD_COLUMN_INSTITUTIONS, start, fault);
    }
}

static void
add_word_fault (Reading *self, SuiviFaultKind fault, SuiviScorecardColumn column, SuiviScorecardWordKind kind)
{
  guint n_choices
    = kind == SUIVI_SCORECARD_WORD_POSITION ? SUIVI_N_POSITIONS : suivi_scorecard_word_kind_count (kind);
  g_autoptr (GString) choices = g_string_new (NULL);
  g_autofree char *reason = NULL;

  for (guint i = 0; i < n_choices; i++)
    {
      g_autofree char *text = suivi_scorecard_word_to_text (kind, i);

      g_string_append_printf (choices, "%s%s", i > 0 ? ", " : "", text);
    }
  /* Translators: %s is a list of words */
  reason = g_strdup_printf (_ ("This column does not know that word. Write one of: %s."), choices->str);
  add_fault (self, fault, column, reason);
}

/* What is blank says the first of the words, except where the caller looks before. */
static guint
read_word (Reading *self, SuiviScorecardColumn column, SuiviScorecardWordKind kind, guint if_blank)
{
  const char *cell = get_cell (self, column);
  guint value = if_blank;

  if (!suivi_text_is_blank (cell) && !suivi_scorecard_words_find (self->layout->words, kind, cell, &value))
    add_word_fault (self, SUIVI_FAULT_BAD_VALUE, column, kind);

  return value;
}

/* Words of other programs are understood as well: "Accepted". */
static void
read_position (Reading *self)
{
  const char *cell = get_cell (self, SUIVI_SCORECARD_COLUMN_POSITION);
  SuiviPosition position = SUIVI_POSITION_PENDING;
  guint value = 0;

  if (suivi_scorecard_words_find (self->layout->words, SUIVI_SCORECARD_WORD_POSITION, cell, &value))
    position = value;
  else if (!suivi_position_from_word (cell, &position))
    add_word_fault (self, SUIVI_FAULT_UNKNOWN_POSITION, SUIVI_SCORECARD_COLUMN_POSITION,
                    SUIVI_SCORECARD_WORD_POSITION);

  self->recommendation->position = position;
  check_field (self, SUIVI_SCORECARD_COLUMN_POSITION, SUIVI_PLAN_FIELD_POSITION);
  if (is_changed (self, SUIVI_PLAN_FIELD_POSITION) && position == SUIVI_POSITION_NONE)
    add_word_fault (self, SUIVI_FAULT_UNKNOWN_POSITION, SUIVI_SCORECARD_COLUMN_POSITION,
                    SUIVI_SCORECARD_WORD_POSITION);
}

static void
read_recommendation (Reading *self)
{
  read_number (self);
  read_text (self, SUIVI_SCORECARD_COLUMN_TEXT, SUIVI_PLAN_FIELD_TEXT, &self->recommendation->text);
  read_lists (self);
  read_institutions (self);
  read_position (self);
  self->recommendation->child_focused
    = read_word (self, SUIVI_SCORECARD_COLUMN_CHILDREN, SUIVI_SCORECARD_WORD_ANSWER, 0) == 1;
  check_field (self, SUIVI_SCORECARD_COLUMN_CHILDREN, SUIVI_PLAN_FIELD_CHILDREN);
  /* A person said so. */
  self->recommendation->child_focused_decided = is_changed (self, SUIVI_PLAN_FIELD_CHILDREN);
}

static SuiviLevel
read_level (Reading *self, SuiviScorecardColumn column, SuiviPlanField field)
{
  SuiviLevel before = self->base.levels[field - SUIVI_PLAN_FIELD_LAW];
  SuiviLevel level = SUIVI_LEVEL_UNASSESSED;

  if (!has_column (self, column))
    return before;

  level = read_word (self, column, SUIVI_SCORECARD_WORD_LEVEL, SUIVI_LEVEL_UNASSESSED);
  set_changed (self, field, level != before);

  return level;
}

/*
 * A light that somebody wrote into the cell is a choice, unless it is what the rule gives anyway. A light that was
 * chosen before stays chosen, unless the cell that says so was emptied; any other follows the levels, whether or not
 * the colleague thought of changing its cell too.
 */
static void
read_light (Reading *self)
{
  SuiviAssessment *assessment = self->assessment;
  SuiviLight rule = suivi_light_from_levels (assessment->law, assessment->policy, assessment->practice);
  SuiviLight light = self->base.light;
  gboolean chosen = self->base.chosen;
  g_autofree char *value = NULL;

  /* Whoever empties the cell leaves it to the rule. */
  if (has_column (self, SUIVI_SCORECARD_COLUMN_LIGHT))
    light = read_word (self, SUIVI_SCORECARD_COLUMN_LIGHT, SUIVI_SCORECARD_WORD_LIGHT, rule);
  if (has_column (self, SUIVI_SCORECARD_COLUMN_CHOSEN))
    chosen
      = chosen && read_word (self, SUIVI_SCORECARD_COLUMN_CHOSEN, SUIVI_SCORECARD_WORD_ANSWER, FALSE) == TRUE;

  if (light != self->base.light)
    chosen = light != rule;
  if (chosen)
    suivi_assessment_override_light (assessment, light);

  value = suivi_plan_field_value (SUIVI_PLAN_FIELD_LIGHT, self->recommendation, assessment);
  set_changed (self, SUIVI_PLAN_FIELD_LIGHT, !is_as_exported (self, SUIVI_PLAN_FIELD_LIGHT, value));
}

/* A day that is not one says nothing further: the row waits for a better one anyway. */
static void
read_date (Reading *self)
{
  const char *cell = get_cell (self, SUIVI_SCORECARD_COLUMN_DATE);
  g_autofree char *day = suivi_scorecard_read_day (cell, get_type (self, SUIVI_SCORECARD_COLUMN_DATE));

  if (day == NULL)
    add_fault (self, SUIVI_FAULT_BAD_DATE, SUIVI_SCORECARD_COLUMN_DATE,
               _ ("It is not certain which day this is. Write it year-month-day, such as 2026-11-22."));
  else if (strcmp (day, self->layout->today) > 0)
    add_fault (self, SUIVI_FAULT_BAD_DATE, SUIVI_SCORECARD_COLUMN_DATE,
               _ ("The date of a grade cannot be in the future."));

  g_free (self->assessment->date);
  self->assessment->date
    = g_strdup (day != NULL && strcmp (day, self->layout->today) <= 0 ? day : self->layout->today);
  set_changed (self, SUIVI_PLAN_FIELD_DATE,
               has_column (self, SUIVI_SCORECARD_COLUMN_DATE)
                 && !is_as_exported (self, SUIVI_PLAN_FIELD_DATE, self->assessment->date));
}

/*
 * The day of a changed grade is the one in the file, if that was changed too. Otherwise another judgement, or one that
 * another organisation gave, is one of today, while other words about the same judgement leave it its day: so they do
 * where nobody knows whose it is.
 */
static void
settle_date (Reading *self)
{
  gboolean judged = (self->changed & JUDGED_FIELDS) != 0;

  if (*self->assessment->date == '\0'
      || ((judged || !(self->own || self->unnamed)) && !is_changed (self, SUIVI_PLAN_FIELD_DATE)))
    {
      g_free (self->assessment->date);
      self->assessment->date = g_strdup (self->layout->today);
      set_changed (self, SUIVI_PLAN_FIELD_DATE, TRUE);
      self->implied_date = TRUE;
    }
  /* With the levels, the light by the rule changes. */
  set_changed (self, SUIVI_PLAN_FIELD_LIGHT, judged);
}

static void
add_missing (Reading *self, GString *list, const char *text, SuiviScorecardColumn column)
{
  if (suivi_text_is_blank (text))
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", self->layout->titles[column]);
}

/* What suivi_assessment_validate() asks for, said of all cells that lack it. */
static void
check_grade (Reading *self)
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
  add_fault_in (self, SUIVI_FAULT_INCOMPLETE_GRADE, missing->str, "", reason);
}

/* Whoever changed a grade and wrote no name beside it wrote it once for all. */
static void
settle_name (Reading *self)
{
  if (self->layout->name == NULL || is_changed (self, SUIVI_PLAN_FIELD_NAME))
    return;

  g_free (self->assessment->name);
  self->assessment->name = g_strdup (self->layout->name);
  set_changed (self, SUIVI_PLAN_FIELD_NAME,
               !is_as_exported (self, SUIVI_PLAN_FIELD_NAME, self->assessment->name));
}

/* Whether the row showed a grade of that organisation when it was written; blank: one that does not say whose it is. */
static gboolean
shows_grade_of (const Reading *self, const char *organisation)
{
  return has_column (self, SUIVI_SCORECARD_COLUMN_ORGANISATION) && *self->base.state != '\0'
         && self->base.hashes[SUIVI_PLAN_FIELD_DATE] != suivi_plan_field_hash ("")
         && suivi_organisation_is_same (get_cell (self, SUIVI_SCORECARD_COLUMN_ORGANISATION), organisation);
}

/* Whether there is a grade to be told: one that was changed, or that of an organisation that the workspace may not have
 * heard yet. */
static gboolean
has_grade (const Reading *self)
{
  return (self->changed & SUIVI_PLAN_FIELDS_OF_GRADE) != 0
         || (self->own && self->layout->organisation != NULL);
}

/* Nobody else may be taken for whoever has too long a name. */
static void
check_answers (Reading *self)
{
  const char *const answers[] = { self->layout->organisation, self->layout->name };
  static const SuiviScorecardColumn columns[]
    = { SUIVI_SCORECARD_COLUMN_ORGANISATION, SUIVI_SCORECARD_COLUMN_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *start = NULL;
      g_autofree char *value = NULL;

      if (self->layout->too_long[i] == NULL)
        continue;
      start = g_utf8_substring (answers[i], 0, MAX_EXCERPT);
      value = g_strconcat (start, " …", NULL);
      add_fault_about (self, SUIVI_FAULT_BAD_VALUE, columns[i], value, self->layout->too_long[i]);
    }
}

static void
read_assessment (Reading *self)
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
  read_text (self, SUIVI_SCORECARD_COLUMN_REASON, SUIVI_PLAN_FIELD_REASON, &assessment->reason);
  read_text (self, SUIVI_SCORECARD_COLUMN_SOURCE, SUIVI_PLAN_FIELD_SOURCE, &assessment->source);
  read_text (self, SUIVI_SCORECARD_COLUMN_NAME, SUIVI_PLAN_FIELD_NAME, &assessment->name);
  read_date (self);
  if (has_grade (self))
    check_answers (self);
  if ((self->changed & SUIVI_PLAN_FIELDS_OF_GRADE) == 0)
    return;

  settle_date (self);
  settle_name (self);
  check_grade (self);
}

/* What other mechanisms said is there to be read; in the workspace it has neither position nor grade. */
static void
check_output (Reading *self)
{
  static const SuiviScorecardColumn columns[] = {
    SUIVI_SCORECARD_COLUMN_POSITION, SUIVI_SCORECARD_COLUMN_LAW,   SUIVI_SCORECARD_COLUMN_POLICY,
    SUIVI_SCORECARD_COLUMN_PRACTICE, SUIVI_SCORECARD_COLUMN_LIGHT, SUIVI_SCORECARD_COLUMN_REASON,
    SUIVI_SCORECARD_COLUMN_SOURCE,   SUIVI_SCORECARD_COLUMN_NAME,  SUIVI_SCORECARD_COLUMN_DATE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      SuiviPlanField field = 0;

      if (suivi_scorecard_column_to_field (columns[i], &field) && is_changed (self, field))
        {
          add_fault (self, SUIVI_FAULT_BAD_VALUE, columns[i],
                     _ ("What another mechanism said has no position and no grade. Undo this change in the "
                        "file, or leave the row out."));
          return;
        }
    }
}

/* A cell that says nothing must not be taken for one that was emptied. */
static gboolean
check_errors (Reading *self)
{
  gboolean found = FALSE;

  for (guint column = 0; column < SUIVI_N_SCORECARD_COLUMNS; column++)
    {
      SuiviPlanField field = 0;

      if (get_type (self, column) != SUIVI_CELL_ERROR || !suivi_scorecard_column_to_field (column, &field))
        continue;
      add_fault (
        self, SUIVI_FAULT_DAMAGED_CELL, column,
        _ ("The cell holds an error, or a formula without a result. Write what should stand there, or "
           "open the file in Excel or LibreOffice and save it once more."));
      found = TRUE;
    }

  return found;
}

/*
 * Number and text at once: then the row shows another recommendation than its key names, because the table was sorted
 * or pasted without its hidden columns, or the row copied. Where there is no number, the States stand for it.
 */
static gboolean
is_another_one (const Reading *self)
{
  gboolean has_number = !suivi_text_is_blank (self->recommendation->number);

  return is_changed (self, SUIVI_PLAN_FIELD_TEXT)
         && (is_changed (self, SUIVI_PLAN_FIELD_NUMBER)
             || (!has_number && is_changed (self, SUIVI_PLAN_FIELD_STATES)));
}

/* Fills what can be filled of a row that says what it is. */
static void
read_cells (Reading *self, const char *key)
{
  gpointer before = g_hash_table_lookup (self->layout->keys, key);

  if (check_errors (self))
    {
      self->recommendation->number = g_strdup (get_cell (self, SUIVI_SCORECARD_COLUMN_NUMBER));
      return;
    }
  read_recommendation (self);
  read_assessment (self);

  if (is_changed (self, SUIVI_PLAN_FIELD_TEXT) && suivi_text_is_blank (self->recommendation->text))
    {
      add_fault (self, SUIVI_FAULT_NO_TEXT, SUIVI_SCORECARD_COLUMN_TEXT,
                 _ ("This row has no text. Correct the file, or leave the row out."));
    }
  else if (is_another_one (self))
    {
      /* Nothing else in it can be trusted. */
      g_array_set_size (self->faults, 0);
      self->changed = 0;
      self->own = FALSE;
      self->unnamed = FALSE;
      add_fault (
        self, SUIVI_FAULT_UNKNOWN_KEY, SUIVI_SCORECARD_COLUMN_NUMBER,
        _ ("This row shows another recommendation than its hidden columns name: the table was sorted or "
           "pasted without them, or the row is a copy. Undo that in the file, or export the scorecard "
           "again and make the changes there."));
    }
  else if (before != NULL)
    {
      g_autofree char *reason = g_strdup_printf (
        _ ("This recommendation stands in row %u already. Take one of the two rows out of the "
           "file."),
        GPOINTER_TO_UINT (before));

      add_fault (self, SUIVI_FAULT_DUPLICATE, SUIVI_SCORECARD_COLUMN_NUMBER, reason);
    }
  else
    {
      g_hash_table_insert (self->layout->keys, g_strdup (key), GUINT_TO_POINTER (self->row->number));
      if (*self->base.state == '\0')
        check_output (self);
    }
}

static gboolean
is_blank (const SuiviSheetRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (!suivi_text_is_blank (row->cells[i]))
        return FALSE;
    }

  return TRUE;
}

static SuiviPlanRow *
make_plan_row (Reading *self, const char *key)
{
  SuiviPlanRow *row = suivi_plan_row_new (self->recommendation, self->row->number);
  SuiviPlanFields based = self->changed;

  for (guint i = 0; i < self->faults->len; i++)
    {
      const Fault *fault = &g_array_index (self->faults, Fault, i);

      suivi_plan_row_add_fault (row, fault->kind, fault->column, fault->value, fault->reason);
    }
  if (*self->base.state != '\0')
    suivi_plan_row_set_review (row, self->base.state, self->base.session);
  else if (key == NULL && self->layout->state != NULL)
    suivi_plan_row_set_review (row, self->layout->state, self->layout->session);
  if (key != NULL)
    suivi_plan_row_set_key (row, key);

  suivi_plan_row_set_fields (row, self->changed);
  /* All that was known of a grade tells whose it was. */
  if (has_grade (self))
    based |= SUIVI_PLAN_FIELDS_OF_GRADE;
  for (guint field = 0; field < SUIVI_N_PLAN_FIELDS; field++)
    {
      if ((based & SUIVI_PLAN_FIELD_BIT (field)) != 0)
        suivi_plan_row_set_base (row, field, self->base.hashes[field]);
    }
  if (has_grade (self))
    {
      suivi_plan_row_set_grader (row, (self->own ? SUIVI_GRADER_OWN : 0)
                                        | (self->unnamed ? SUIVI_GRADER_UNNAMED : 0)
                                        | (self->layout->name != NULL ? SUIVI_GRADER_NAMED : 0)
                                        | (self->implied_date ? SUIVI_GRADER_TODAY : 0));
      self->assessment->recommendation_id = g_strdup (key);
      suivi_plan_row_take_assessment (row, g_steal_pointer (&self->assessment));
    }

  return row;
}

/**
 * suivi_scorecard_row_read:
 * @row: a row below the headings
 *
 * Only what differs from what was exported is a field of the result: the rest of the workspace may have changed
 * meanwhile, and stays. A row that was not changed has no field, and counts as the same.
 *
 * A grade is a part of the result if one of its cells was changed. The name in it stays what the file says: whoever
 * grades again writes her own.
 *
 * Returns: (transfer full) (nullable): the row, with all its faults; %NULL if it is blank
 */
SuiviPlanRow *
suivi_scorecard_row_read (SuiviScorecardLayout *layout, const SuiviSheetRow *row)
{
  Reading self = { .layout = layout, .row = row };
  SuiviPlanRow *result = NULL;
  g_autofree char *key = NULL;
  gboolean known = FALSE;

  if (is_blank (row))
    return NULL;

  self.faults = g_array_new (FALSE, FALSE, sizeof (Fault));
  g_array_set_clear_func (self.faults, clear_fault);
  self.recommendation = suivi_recommendation_new ();
  self.assessment = suivi_assessment_new ();
  key = g_strstrip (g_strdup (get_cell (&self, SUIVI_SCORECARD_COLUMN_KEY)));
  known = g_uuid_string_is_valid (key);

  if (known && suivi_scorecard_base_parse (get_cell (&self, SUIVI_SCORECARD_COLUMN_BASE), &self.base))
    {
      read_cells (&self, key);
    }
  else
    {
      self.recommendation->number = g_strdup (get_cell (&self, SUIVI_SCORECARD_COLUMN_NUMBER));
      self.recommendation->text = suivi_text_clean_lines (get_cell (&self, SUIVI_SCORECARD_COLUMN_TEXT));
      if (known)
        add_fault (
          &self, SUIVI_FAULT_DAMAGED_CELL, SUIVI_SCORECARD_COLUMN_BASE,
          _ ("The hidden columns of this row were changed. Export the scorecard again and make the changes "
             "there."));
      else
        add_fault (
          &self, SUIVI_FAULT_UNKNOWN_KEY, SUIVI_SCORECARD_COLUMN_NUMBER,
          _ ("This row was added to the scorecard: it is no recommendation of the workspace. Leave it out; "
             "new recommendations come in with a list or a table of their own."));
    }

  result = make_plan_row (&self, known ? key : NULL);
  suivi_recommendation_unref (self.recommendation);
  suivi_assessment_free (self.assessment);
  g_array_unref (self.faults);

  return result;
}
