/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Scorecard: one row for each recommendation. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/spread.h"
#include "exchange/scorecard-base.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-xlsx-private.h"

/* Rows of a worksheet, less the header. */
#define MAX_ROWS (LXW_ROW_MAX - 1)

/* One row while it is written. */
typedef struct
{
  SuiviScorecardBook *book;
  guint row;
  guint lines; /* of the highest cell */
} Row;

static void
put (Row *self, SuiviScorecardColumn column, const char *text, SuiviXlsxStyle style)
{
  SuiviScorecardBook *book = self->book;
  guint lines = 0;

  if (book->places[column] < 0)
    return;

  lines = suivi_xlsx_writer_write_wrapped (book->writer, book->card, self->row, book->places[column], text,
                                           style, book->widths[column]);
  self->lines = MAX (self->lines, lines);
}

static void
put_list (Row *self, SuiviScorecardColumn column, char **list)
{
  g_autofree char *joined = NULL;

  /* Themes have commas of their own. */
  if (list[0] != NULL && list[1] != NULL)
    joined = g_strjoinv ("; ", list);
  put (self, column, joined != NULL ? joined : list[0], SUIVI_XLSX_TEXT);
}

static void
put_level (Row *self, SuiviScorecardColumn column, SuiviLevel level)
{
  put (self, column, suivi_level_to_label (level), SUIVI_XLSX_LEVEL_UNASSESSED + level);
}

static void
put_assessment (Row *self, SuiviAssessment *assessment)
{
  SuiviScorecardBook *book = self->book;
  gboolean chosen = assessment != NULL && assessment->light_overridden;
  g_autofree char *judges = assessment != NULL ? suivi_scorecard_book_make_judges (assessment) : NULL;

  put_level (self, SUIVI_SCORECARD_COLUMN_LAW, assessment != NULL ? assessment->law : SUIVI_LEVEL_UNASSESSED);
  put_level (self, SUIVI_SCORECARD_COLUMN_POLICY,
             assessment != NULL ? assessment->policy : SUIVI_LEVEL_UNASSESSED);
  put_level (self, SUIVI_SCORECARD_COLUMN_PRACTICE,
             assessment != NULL ? assessment->practice : SUIVI_LEVEL_UNASSESSED);
  put (self, SUIVI_SCORECARD_COLUMN_CHOSEN, chosen ? _ ("yes") : NULL, SUIVI_XLSX_TEXT);
  put (self, SUIVI_SCORECARD_COLUMN_REASON, assessment != NULL ? assessment->reason : NULL, SUIVI_XLSX_TEXT);
  put (self, SUIVI_SCORECARD_COLUMN_SOURCE, assessment != NULL ? assessment->source : NULL, SUIVI_XLSX_TEXT);
  suivi_xlsx_writer_write_date (book->writer, book->card, self->row,
                                book->places[SUIVI_SCORECARD_COLUMN_DATE],
                                assessment != NULL ? assessment->date : NULL, SUIVI_XLSX_DATE);
  put (self, SUIVI_SCORECARD_COLUMN_NAME, assessment != NULL ? assessment->name : NULL, SUIVI_XLSX_TEXT);
  put (self, SUIVI_SCORECARD_COLUMN_ORGANISATION, judges, SUIVI_XLSX_TEXT);
}

/* How far they are apart who still have to agree: marked by weight, and the number says it. */
static void
put_apart (Row *self, const SuiviScorecardEntry *entry)
{
  SuiviScorecardBook *book = self->book;
  const guint at = book->places[SUIVI_SCORECARD_COLUMN_APART];
  const guint apart = suivi_scorecard_entry_get_open_apart (entry);

  if (apart == 0)
    put (self, SUIVI_SCORECARD_COLUMN_APART, NULL, SUIVI_XLSX_COUNT);
  else
    suivi_xlsx_writer_write_number (book->writer, book->card, self->row, at, apart,
                                    apart >= SUIVI_SPREAD_WIDE ? SUIVI_XLSX_COUNT_STRONG : SUIVI_XLSX_COUNT);
}

/* The grade on the scale that the scorecard speaks beside the lights. */
static void
put_value (Row *self, const SuiviScorecardEntry *entry)
{
  SuiviScorecardBook *book = self->book;
  const int average = book->places[SUIVI_SCORECARD_COLUMN_AVERAGE];

  put (self, SUIVI_SCORECARD_COLUMN_SCALE,
       entry->value.open ? suivi_scorecard_open_text () : book->grades[entry->value.grade], SUIVI_XLSX_TEXT);
  if (average >= 0)
    suivi_xlsx_writer_write_average (book->writer, book->card, self->row, average,
                                     suivi_scale_value_to_average (&entry->value));
}

static void
put_previous (Row *self, const SuiviScorecardEntry *entry)
{
  SuiviScorecardBook *book = self->book;
  g_autofree char *trend = NULL;

  if (book->head->previous == NULL)
    return;

  trend = suivi_scorecard_book_move_text (book, entry->move);
  put (self, SUIVI_SCORECARD_COLUMN_TREND, trend, SUIVI_XLSX_TEXT);
  if (entry->previous < SUIVI_N_LIGHTS)
    put (self, SUIVI_SCORECARD_COLUMN_PREVIOUS, book->lights[entry->previous],
         SUIVI_XLSX_LIGHT_GREY + entry->previous);
  else
    put (self, SUIVI_SCORECARD_COLUMN_PREVIOUS, NULL, SUIVI_XLSX_TEXT);
}

/* A cell can lead to one place: that of the first number. The next ones have columns of their own. */
static void
put_evidence (Row *self, GArray *evidence)
{
  SuiviScorecardBook *book = self->book;
  const guint at = book->places[SUIVI_SCORECARD_COLUMN_EVIDENCE];
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint lines = 0;

  for (guint i = 0; i < evidence->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? ", " : "", g_array_index (evidence, guint, i));
  if (evidence->len == 0)
    {
      put (self, SUIVI_SCORECARD_COLUMN_EVIDENCE, NULL, SUIVI_XLSX_TEXT);
      return;
    }

  suivi_xlsx_writer_write_link (book->writer, book->card, self->row, at, book->evidence,
                                suivi_scorecard_book_evidence_row (g_array_index (evidence, guint, 0)),
                                numbers->str, SUIVI_XLSX_LINK);
  lines = suivi_xlsx_count_lines (numbers->str, book->widths[SUIVI_SCORECARD_COLUMN_EVIDENCE] - 1.4, 10);
  self->lines = MAX (self->lines, lines);
}

static void
put_further_evidence (Row *self, GArray *evidence)
{
  SuiviScorecardBook *book = self->book;

  for (guint i = 1; i < MIN (evidence->len, SUIVI_N_SCORECARD_PROOFS); i++)
    {
      const guint number = g_array_index (evidence, guint, i);
      const SuiviScorecardColumn column = SUIVI_SCORECARD_COLUMN_EVIDENCE_2 + i - 1;
      g_autofree char *text = g_strdup_printf ("%u", number);

      suivi_xlsx_writer_write_link (book->writer, book->card, self->row, book->places[column], book->evidence,
                                    suivi_scorecard_book_evidence_row (number), text, SUIVI_XLSX_LINK);
    }
}

/* What the row is, and what it holds now: with it, the row can be read back after a colleague changed it. */
static void
put_hidden (Row *self, const SuiviScorecardEntry *entry)
{
  SuiviScorecardBook *book = self->book;
  g_autofree char *base = suivi_scorecard_base_make (entry->review, entry->recommendation, entry->assessment);

  suivi_xlsx_writer_write_text (book->writer, book->card, self->row, book->places[SUIVI_SCORECARD_COLUMN_KEY],
                                entry->recommendation->id, SUIVI_XLSX_HIDDEN);
  suivi_xlsx_writer_write_text (book->writer, book->card, self->row,
                                book->places[SUIVI_SCORECARD_COLUMN_BASE], base, SUIVI_XLSX_HIDDEN);
}

/**
 * suivi_scorecard_xlsx_add_row:
 * @entry: a row
 * @user_data: the #SuiviScorecardBook
 * @error: return location of a %SUIVI_STORE_ERROR_FAILED: a worksheet holds no more rows
 *
 * A #SuiviScorecardEntryFunc: writes the row, counts it, and keeps what the sheets after this one need of it.
 *
 * Returns: whether to go on
 */
gboolean
suivi_scorecard_xlsx_add_row (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  SuiviScorecardBook *book = user_data;
  SuiviRecommendation *recommendation = entry->recommendation;
  Row row = { book, suivi_scorecard_book_card_row (book->n_rows), 1 };
  g_autofree char *states = NULL;

  if (book->n_rows == MAX_ROWS)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("A worksheet cannot hold more than %d recommendations. Narrow the list first."),
                   MAX_ROWS);
      return FALSE;
    }

  if (book->places[SUIVI_SCORECARD_COLUMN_REVIEW] >= 0)
    {
      g_autofree char *label = suivi_scorecard_origin_text (entry->review, recommendation);

      put (&row, SUIVI_SCORECARD_COLUMN_REVIEW, label, SUIVI_XLSX_TEXT);
    }
  states = suivi_recommendation_states_to_text (recommendation);
  put (&row, SUIVI_SCORECARD_COLUMN_NUMBER, recommendation->number, SUIVI_XLSX_STRONG);
  put (&row, SUIVI_SCORECARD_COLUMN_TEXT, recommendation->text, SUIVI_XLSX_TEXT);
  put (&row, SUIVI_SCORECARD_COLUMN_STATES, states, SUIVI_XLSX_TEXT);
  put (&row, SUIVI_SCORECARD_COLUMN_POSITION, suivi_position_to_label (recommendation->position),
       SUIVI_XLSX_TEXT);
  put (&row, SUIVI_SCORECARD_COLUMN_CLUSTER, entry->cluster, SUIVI_XLSX_TEXT);
  put_list (&row, SUIVI_SCORECARD_COLUMN_INSTITUTIONS, recommendation->institutions);
  put (&row, SUIVI_SCORECARD_COLUMN_LIGHT, book->lights[recommendation->light],
       SUIVI_XLSX_LIGHT_GREY + recommendation->light);
  put_assessment (&row, entry->assessment);
  put_apart (&row, entry);
  put_value (&row, entry);
  put_previous (&row, entry);
  put_evidence (&row, entry->evidence);
  put_further_evidence (&row, entry->evidence);
  put_list (&row, SUIVI_SCORECARD_COLUMN_THEMES, recommendation->themes);
  put_list (&row, SUIVI_SCORECARD_COLUMN_GROUPS, recommendation->groups);
  put (&row, SUIVI_SCORECARD_COLUMN_CHILDREN, recommendation->child_focused ? _ ("yes") : _ ("no"),
       SUIVI_XLSX_TEXT);
  if (book->places[SUIVI_SCORECARD_COLUMN_COUNTED] >= 0)
    suivi_xlsx_writer_write_number (
      book->writer, book->card, row.row, book->places[SUIVI_SCORECARD_COLUMN_COUNTED],
      suivi_counting_rule_get_weight (&book->head->rule, (const char *const *) recommendation->states),
      SUIVI_XLSX_COUNT);
  put_hidden (&row, entry);
  worksheet_set_row (book->card, row.row,
                     MIN (row.lines * SUIVI_SCORECARD_LINE_HEIGHT + 4, SUIVI_SCORECARD_MAX_HEIGHT), NULL);

  suivi_scorecard_book_keep_row (book, entry);
  book->n_rows++;

  return suivi_scorecard_xlsx_add_judgements (book, entry, error);
}

/**
 * suivi_scorecard_xlsx_begin_card:
 *
 * Writes the headings of the sheet Scorecard.
 */
void
suivi_scorecard_xlsx_begin_card (SuiviScorecardBook *book)
{
  guint lines = 1;

  suivi_scorecard_xlsx_lay_out_card (book);
  for (SuiviScorecardColumn column = 0; column < SUIVI_N_SCORECARD_COLUMNS; column++)
    {
      const char *title = suivi_scorecard_column_to_title (column);
      const int at = book->places[column];

      if (at < 0)
        continue;

      suivi_xlsx_writer_write_text (book->writer, book->card, 0, at, title, SUIVI_XLSX_HEADER);
      lines = MAX (lines, suivi_scorecard_book_count_bold_lines (title, book->widths[column]));
    }
  worksheet_set_row (book->card, 0, MAX (lines * SUIVI_SCORECARD_LINE_HEIGHT + 5, 32), NULL);
}

/* Whether there is nothing in the column, or what is of use to the program alone. */
static gboolean
is_hidden (const SuiviScorecardBook *book, SuiviScorecardColumn column)
{
  if (column >= SUIVI_SCORECARD_COLUMN_EVIDENCE_2 && column <= SUIVI_SCORECARD_COLUMN_EVIDENCE_5)
    return book->max_evidence < 2 + column - SUIVI_SCORECARD_COLUMN_EVIDENCE_2;
  if (column == SUIVI_SCORECARD_COLUMN_APART)
    return book->n_apart == 0;

  return column >= SUIVI_SCORECARD_COLUMN_KEY;
}

/* Only now that all rows are there. */
static void
set_widths (SuiviScorecardBook *book)
{
  for (SuiviScorecardColumn column = 0; column < SUIVI_N_SCORECARD_COLUMNS; column++)
    {
      const int at = book->places[column];
      lxw_row_col_options options = { .hidden = is_hidden (book, column) };

      if (at >= 0)
        worksheet_set_column_opt (book->card, at, at, book->widths[column], NULL, &options);
    }
}

/* What formulas of the sheet Summary, and those of anybody else, call the columns. */
static void
define_names (SuiviScorecardBook *book)
{
  static const struct
  {
    SuiviScorecardColumn column;
    const char *name;
  } names[] = {
    { SUIVI_SCORECARD_COLUMN_POSITION, "Suivi_positions" }, { SUIVI_SCORECARD_COLUMN_LIGHT, "Suivi_lights" },
    { SUIVI_SCORECARD_COLUMN_CLUSTER, "Suivi_clusters" },   { SUIVI_SCORECARD_COLUMN_TREND, "Suivi_trends" },
    { SUIVI_SCORECARD_COLUMN_COUNTED, "Suivi_counts" },     { SUIVI_SCORECARD_COLUMN_APART, "Suivi_apart" },
    { SUIVI_SCORECARD_COLUMN_SCALE, "Suivi_grades" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (book->places[names[i].column] >= 0)
        suivi_xlsx_writer_define_name (book->writer, names[i].name, book->card, 1, MAX (book->n_rows, 1),
                                       book->places[names[i].column]);
    }
}

/**
 * suivi_scorecard_xlsx_end_card:
 *
 * Sets up the sheet Scorecard once all rows are in it.
 */
void
suivi_scorecard_xlsx_end_card (SuiviScorecardBook *book)
{
  Row row = { book, 1, 1 };
  guint last_row = MAX (book->n_rows, 1);
  guint last_column = book->places[SUIVI_SCORECARD_COLUMN_BASE];
  char range[LXW_MAX_CELL_RANGE_LENGTH] = "";

  if (book->n_rows == 0)
    put (&row, SUIVI_SCORECARD_COLUMN_TEXT, _ ("There is no recommendation to show."), SUIVI_XLSX_QUIET);
  /* The hidden columns belong to it: who sorts by the filter's buttons must move them with their rows. */
  else
    worksheet_autofilter (book->card, 0, 0, book->n_rows, last_column);

  /* Numbers of recommendations are names: 140.10 is not 140.1, and Excel need not warn of it. */
  lxw_rowcol_to_range (range, 1, 0, last_row, last_column);
  worksheet_ignore_errors (book->card, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);

  worksheet_freeze_panes (book->card, 1, book->places[SUIVI_SCORECARD_COLUMN_NUMBER] + 1);
  set_widths (book);
  suivi_scorecard_xlsx_set_up_card (book, last_row);
  define_names (book);
}
