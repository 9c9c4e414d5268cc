/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/scorecard-base.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-words.h"
#include "exchange/scorecard-xlsx-private.h"

/* Rows of a worksheet, less the header. */
#define MAX_ROWS (LXW_ROW_MAX - 1)

/* What is printed ends here; the columns after it are there to filter by, or hidden. */
#define LAST_PRINTED SUIVI_SCORECARD_COLUMN_NAME

/* In characters of the default font; chosen so that what is printed is still read easily on A4 across. */
static const double widths[SUIVI_N_SCORECARD_COLUMNS] = {
  [SUIVI_SCORECARD_COLUMN_REVIEW] = 15,   [SUIVI_SCORECARD_COLUMN_NUMBER] = 9,
  [SUIVI_SCORECARD_COLUMN_TEXT] = 54,     [SUIVI_SCORECARD_COLUMN_STATES] = 18,
  [SUIVI_SCORECARD_COLUMN_POSITION] = 12, [SUIVI_SCORECARD_COLUMN_THEMES] = 22,
  [SUIVI_SCORECARD_COLUMN_LAW] = 11,      [SUIVI_SCORECARD_COLUMN_POLICY] = 11,
  [SUIVI_SCORECARD_COLUMN_PRACTICE] = 11, [SUIVI_SCORECARD_COLUMN_LIGHT] = 17,
  [SUIVI_SCORECARD_COLUMN_CHOSEN] = 10,   [SUIVI_SCORECARD_COLUMN_REASON] = 34,
  [SUIVI_SCORECARD_COLUMN_SOURCE] = 20,   [SUIVI_SCORECARD_COLUMN_DATE] = 12,
  [SUIVI_SCORECARD_COLUMN_NAME] = 14,     [SUIVI_SCORECARD_COLUMN_GROUPS] = 24,
  [SUIVI_SCORECARD_COLUMN_CHILDREN] = 12, [SUIVI_SCORECARD_COLUMN_KEY] = 38,
  [SUIVI_SCORECARD_COLUMN_BASE] = 38,
};

/* Points; a row of Excel cannot be higher than 409. */
#define LINE_HEIGHT 13.6
#define MAX_HEIGHT  409.0

/* The sheet Scorecard while it is written. */
typedef struct
{
  SuiviXlsxWriter *writer;
  lxw_worksheet *sheet;
  SuiviScorecardSummary *summary;
  gboolean shows_review;
  char *lights[SUIVI_N_LIGHTS];
  guint rows;
  guint lines; /* of the highest cell of the row */
} Card;

/* Without the column Review, all others move one to the left. */
static guint
place (const Card *card, SuiviScorecardColumn column)
{
  return card->shows_review ? column : column - 1;
}

static void
put (Card *card, SuiviScorecardColumn column, const char *text, SuiviXlsxStyle style)
{
  guint lines = suivi_xlsx_writer_write_wrapped (card->writer, card->sheet, card->rows + 1,
                                                 place (card, column), text, style, widths[column]);

  card->lines = MAX (card->lines, lines);
}

static void
put_list (Card *card, SuiviScorecardColumn column, char **list)
{
  g_autofree char *joined = NULL;

  /* Themes have commas of their own. */
  if (list[0] != NULL && list[1] != NULL)
    joined = g_strjoinv ("; ", list);
  put (card, column, joined != NULL ? joined : list[0], SUIVI_XLSX_TEXT);
}

static void
put_level (Card *card, SuiviScorecardColumn column, SuiviLevel level)
{
  put (card, column, suivi_level_to_label (level),
       level == SUIVI_LEVEL_UNASSESSED ? SUIVI_XLSX_QUIET : SUIVI_XLSX_TEXT);
}

static void
put_assessment (Card *card, SuiviAssessment *assessment)
{
  gboolean chosen = assessment != NULL && assessment->light_overridden;

  put_level (card, SUIVI_SCORECARD_COLUMN_LAW, assessment != NULL ? assessment->law : SUIVI_LEVEL_UNASSESSED);
  put_level (card, SUIVI_SCORECARD_COLUMN_POLICY,
             assessment != NULL ? assessment->policy : SUIVI_LEVEL_UNASSESSED);
  put_level (card, SUIVI_SCORECARD_COLUMN_PRACTICE,
             assessment != NULL ? assessment->practice : SUIVI_LEVEL_UNASSESSED);
  put (card, SUIVI_SCORECARD_COLUMN_CHOSEN, chosen ? _ ("yes") : NULL, SUIVI_XLSX_TEXT);
  put (card, SUIVI_SCORECARD_COLUMN_REASON, assessment != NULL ? assessment->reason : NULL, SUIVI_XLSX_TEXT);
  put (card, SUIVI_SCORECARD_COLUMN_SOURCE, assessment != NULL ? assessment->source : NULL, SUIVI_XLSX_TEXT);
  suivi_xlsx_writer_write_date (card->writer, card->sheet, card->rows + 1,
                                place (card, SUIVI_SCORECARD_COLUMN_DATE),
                                assessment != NULL ? assessment->date : NULL, SUIVI_XLSX_DATE);
  put (card, SUIVI_SCORECARD_COLUMN_NAME, assessment != NULL ? assessment->name : NULL, SUIVI_XLSX_TEXT);
}

/* What the row is, and what it holds now: with it, the row can be read back after a colleague changed it. */
static void
put_hidden (Card *card, SuiviReview *review, SuiviRecommendation *recommendation, SuiviAssessment *assessment)
{
  g_autofree char *base = suivi_scorecard_base_make (review, recommendation, assessment);

  suivi_xlsx_writer_write_text (card->writer, card->sheet, card->rows + 1,
                                place (card, SUIVI_SCORECARD_COLUMN_KEY), recommendation->id,
                                SUIVI_XLSX_HIDDEN);
  suivi_xlsx_writer_write_text (card->writer, card->sheet, card->rows + 1,
                                place (card, SUIVI_SCORECARD_COLUMN_BASE), base, SUIVI_XLSX_HIDDEN);
}

static gboolean
add_row_cb (SuiviRecommendation *recommendation,
            SuiviReview *review,
            SuiviAssessment *assessment,
            gpointer user_data,
            GError **error)
{
  Card *card = user_data;
  g_autofree char *states = NULL;

  if (card->rows == MAX_ROWS)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("A worksheet cannot hold more than %d recommendations. Narrow the list first."),
                   MAX_ROWS);
      return FALSE;
    }

  suivi_scorecard_summary_add (card->summary, recommendation, assessment);
  card->lines = 1;

  if (card->shows_review)
    {
      g_autofree char *label = suivi_scorecard_origin_text (review, recommendation);

      put (card, SUIVI_SCORECARD_COLUMN_REVIEW, label, SUIVI_XLSX_TEXT);
    }
  states = suivi_recommendation_states_to_text (recommendation);
  put (card, SUIVI_SCORECARD_COLUMN_NUMBER, recommendation->number, SUIVI_XLSX_STRONG);
  put (card, SUIVI_SCORECARD_COLUMN_TEXT, recommendation->text, SUIVI_XLSX_TEXT);
  put (card, SUIVI_SCORECARD_COLUMN_STATES, states, SUIVI_XLSX_TEXT);
  put (card, SUIVI_SCORECARD_COLUMN_POSITION, suivi_position_to_label (recommendation->position),
       SUIVI_XLSX_TEXT);
  put_list (card, SUIVI_SCORECARD_COLUMN_THEMES, recommendation->themes);
  put (card, SUIVI_SCORECARD_COLUMN_LIGHT, card->lights[recommendation->light],
       SUIVI_XLSX_LIGHT_GREY + recommendation->light);
  put_assessment (card, assessment);
  put_list (card, SUIVI_SCORECARD_COLUMN_GROUPS, recommendation->groups);
  put (card, SUIVI_SCORECARD_COLUMN_CHILDREN, recommendation->child_focused ? _ ("yes") : _ ("no"),
       SUIVI_XLSX_TEXT);
  put_hidden (card, review, recommendation, assessment);
  worksheet_set_row (card->sheet, card->rows + 1, MIN (card->lines * LINE_HEIGHT + 4, MAX_HEIGHT), NULL);
  card->rows++;

  return TRUE;
}

static void
begin_card (Card *card)
{
  SuiviScorecardColumn first
    = card->shows_review ? SUIVI_SCORECARD_COLUMN_REVIEW : SUIVI_SCORECARD_COLUMN_NUMBER;

  worksheet_set_row (card->sheet, 0, 32, NULL);
  for (SuiviScorecardColumn column = first; column < SUIVI_N_SCORECARD_COLUMNS; column++)
    {
      guint at = place (card, column);
      lxw_row_col_options options = { .hidden = column >= SUIVI_SCORECARD_COLUMN_KEY };

      worksheet_set_column_opt (card->sheet, at, at, widths[column], NULL, &options);
      suivi_xlsx_writer_write_text (card->writer, card->sheet, 0, at,
                                    suivi_scorecard_column_to_title (column), SUIVI_XLSX_HEADER);
    }
}

static void
end_card (Card *card, const SuiviScorecardHead *head)
{
  guint last_row = MAX (card->rows, 1);
  guint last_column = place (card, SUIVI_N_SCORECARD_COLUMNS - 1);
  g_autofree char *footer = suivi_scorecard_xlsx_footer (head);
  char range[LXW_MAX_CELL_RANGE_LENGTH] = "";

  if (card->rows == 0)
    put (card, SUIVI_SCORECARD_COLUMN_TEXT, _ ("There is no recommendation to show."), SUIVI_XLSX_QUIET);
  /* The hidden columns belong to it: who sorts by the filter's buttons must move them with their rows. */
  else
    worksheet_autofilter (card->sheet, 0, 0, card->rows, last_column);

  /* Numbers of recommendations are names: 140.10 is not 140.1, and Excel need not warn of it. */
  lxw_rowcol_to_range (range, 1, 0, last_row, last_column);
  worksheet_ignore_errors (card->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);

  worksheet_freeze_panes (card->sheet, 1, place (card, SUIVI_SCORECARD_COLUMN_NUMBER) + 1);
  worksheet_gridlines (card->sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_paper (card->sheet, 9);
  worksheet_set_landscape (card->sheet);
  worksheet_set_margins (card->sheet, 0.4, 0.4, 0.45, 0.65);
  worksheet_fit_to_pages (card->sheet, 1, 0);
  worksheet_repeat_rows (card->sheet, 0, 0);
  worksheet_print_area (card->sheet, 0, 0, last_row, place (card, LAST_PRINTED));
  worksheet_set_footer (card->sheet, footer);
}

/* What a list to choose from can hold, in characters with the commas between. */
#define MAX_CHOICES 255

/* Nobody chooses that a recommendation has no position: that is for what other mechanisms say, and is the last one. */
static guint
count_choices (SuiviScorecardWordKind kind)
{
  return kind == SUIVI_SCORECARD_WORD_POSITION ? SUIVI_N_POSITIONS : suivi_scorecard_word_kind_count (kind);
}

/* The words of that kind; %NULL if a list cannot hold them. */
static char **
list_choices (SuiviScorecardWordKind kind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  glong length = 0;

  for (guint value = 0; value < count_choices (kind); value++)
    {
      g_autofree char *text = suivi_scorecard_word_to_text (kind, value);

      if (strpbrk (text, ",\"") != NULL)
        return NULL;
      length += g_utf8_strlen (text, -1) + 1;
      g_strv_builder_add (builder, text);
    }

  return length <= MAX_CHOICES ? g_strv_builder_end (builder) : NULL;
}

/* Where there are few words, a colleague can choose one. */
static void
add_choices (Card *card)
{
  static const struct
  {
    SuiviScorecardColumn column;
    SuiviScorecardWordKind kind;
  } choices[] = {
    { SUIVI_SCORECARD_COLUMN_POSITION, SUIVI_SCORECARD_WORD_POSITION },
    { SUIVI_SCORECARD_COLUMN_LAW, SUIVI_SCORECARD_WORD_LEVEL },
    { SUIVI_SCORECARD_COLUMN_POLICY, SUIVI_SCORECARD_WORD_LEVEL },
    { SUIVI_SCORECARD_COLUMN_PRACTICE, SUIVI_SCORECARD_WORD_LEVEL },
    { SUIVI_SCORECARD_COLUMN_LIGHT, SUIVI_SCORECARD_WORD_LIGHT },
    { SUIVI_SCORECARD_COLUMN_CHILDREN, SUIVI_SCORECARD_WORD_ANSWER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (choices) && card->rows > 0; i++)
    {
      guint at = place (card, choices[i].column);
      g_auto (GStrv) words = list_choices (choices[i].kind);
      lxw_data_validation validation = { 0 };

      if (words == NULL)
        continue;
      validation.validate = LXW_VALIDATION_TYPE_LIST;
      validation.value_list = words;
      /* It offers words and forbids none: reading back understands others too, and says so where it does not. */
      validation.show_error = LXW_VALIDATION_OFF;
      worksheet_data_validation_range (card->sheet, 1, at, card->rows, at, &validation);
    }
}

/**
 * suivi_scorecard_xlsx_footer:
 *
 * Returns: (transfer full): reviews on one side, cut-off date in the middle, page numbers on the other
 */
char *
suivi_scorecard_xlsx_footer (const SuiviScorecardHead *head)
{
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  g_autofree char *left = suivi_xlsx_footer_text (reviews, 80);
  g_autofree char *date = NULL;
  g_autofree char *centre = NULL;
  g_autofree char *right = NULL;

  if (head->cut_off != NULL)
    /* Translators: %s is a date */
    date = g_strdup_printf (_ ("Cut-off date %s"), head->cut_off);
  centre = suivi_xlsx_footer_text (date != NULL ? date : "", 60);
  /* Translators: &P and &N stand for numbers, keep them as they are */
  right = g_strdup (_ ("Page &P of &N"));

  return g_strdup_printf ("&L&8 %s&C&8 %s&R&8 %s", left, centre, right);
}

/* The properties of a document hold 255 characters each. */
static char *
property_text (const char *text)
{
  g_autofree char *valid = suivi_text_make_valid (text != NULL ? text : "", -1);

  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 255));
}

static void
set_properties (SuiviXlsxWriter *writer, const SuiviScorecardHead *head, const char *day)
{
  lxw_doc_properties properties = { 0 };
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  g_autofree char *wanted = NULL;
  g_autofree char *title = NULL;
  g_autofree char *author = property_text (head->author);
  g_autofree char *company = property_text (head->organisation);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) created = NULL;
  g_autofree char *noon = g_strdup_printf ("%sT12:00:00", day != NULL ? day : "");

  /* Translators: %s names reviews */
  wanted = g_strdup_printf (_ ("Scorecard: %s"), reviews);
  title = property_text (wanted);
  created = g_date_time_new_from_iso8601 (noon, utc);

  properties.title = title;
  properties.author = author;
  properties.company = company;
  properties.comments = (char *) "Suivi " SUIVI_VERSION;
  /* The clock must not enter: the same workspace gives the same bytes on any day. 1980 is where zip begins.
   */
  properties.created = created != NULL ? g_date_time_to_unix (created) : 315532800;
  workbook_set_properties (suivi_xlsx_writer_get_workbook (writer), &properties);
}

/**
 * suivi_scorecard_xlsx_write_rows:
 * @head: what the scorecard says besides its rows
 * @rows: gives the rows; called once
 * @rows_data: for @rows
 * @path: the file to write; what stands there stays if anything fails
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR, %G_IO_ERROR_CANCELLED, or what @rows fails with
 *
 * Writes the workbook. All numbers of the sheet Summary are counted from the very rows of the sheet
 * Scorecard, and neither needs memory for them.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_scorecard_xlsx_write_rows (const SuiviScorecardHead *head,
                                 SuiviScorecardRowsFunc rows,
                                 gpointer rows_data,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (SuiviXlsxWriter) writer = suivi_xlsx_writer_new (path, error);
  g_autoptr (SuiviScorecardSummary) summary = NULL;
  lxw_worksheet *summary_sheet = NULL;
  Card card = { 0 };
  gboolean done = FALSE;

  if (writer == NULL)
    return FALSE;

  summary = suivi_scorecard_summary_new ();
  /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
  summary_sheet = suivi_xlsx_writer_add_sheet (writer, _ ("Summary"), "Summary", SUIVI_XLSX_SHEET_IN_MEMORY);
  card.writer = writer;
  card.summary = summary;
  card.shows_review = suivi_scorecard_head_shows_origin (head);
  /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
  card.sheet = suivi_xlsx_writer_add_sheet (writer, _ ("Scorecard"), "Scorecard", SUIVI_XLSX_SHEET_STREAMED);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    card.lights[i] = suivi_scorecard_light_text (i);

  begin_card (&card);
  done = rows (add_row_cb, &card, rows_data, cancellable, error);
  if (done)
    {
      const char *last_date = suivi_scorecard_summary_get_last_date (summary);

      end_card (&card, head);
      add_choices (&card);
      suivi_scorecard_xlsx_write_words (writer, card.sheet->name, head->reviews);
      suivi_scorecard_xlsx_write_summary (writer, summary_sheet, head, summary);
      set_properties (writer, head, head->cut_off != NULL ? head->cut_off : last_date);
    }
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    g_free (card.lights[i]);

  return done && suivi_xlsx_writer_finish (writer, cancellable, error);
}

static gboolean
source_rows (SuiviRowFunc func,
             gpointer func_data,
             gpointer rows_data,
             GCancellable *cancellable,
             GError **error)
{
  return suivi_scorecard_source_foreach (rows_data, func, func_data, cancellable, error);
}

/**
 * suivi_scorecard_xlsx_write:
 * @store: an open workspace
 * @filter: which recommendations, and the cut-off date: assessments after it do not count. Without one the
 * latest assessments count and the workbook says so
 * @author: (nullable): who makes the scorecard; %NULL for the author of the workspace
 * @path: the file to write. It is written whole or not at all: what stands there stays if anything fails
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR (NOT_FOUND: no such folder; READ_ONLY: not allowed to write
 * there; DISK_FULL; FAILED: not a file, or more rows than a worksheet holds; or what reading the workspace
 * fails with) or of %G_IO_ERROR_CANCELLED
 *
 * Writes the scorecard as a workbook for Excel and LibreOffice: a sheet Summary with the numbers and charts,
 * and a sheet Scorecard with one row per recommendation. Hidden columns and a hidden sheet let
 * suivi_scorecard_reader_read() find what a colleague changed in it. The same workspace, filter and author give the
 * same bytes. Blocks on the disk.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_scorecard_xlsx_write (SuiviStore *store,
                            const SuiviFilter *filter,
                            const char *author,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (SuiviScorecardSource) source = NULL;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  source = suivi_scorecard_source_new (store, filter, author, error);

  return source != NULL
         && suivi_scorecard_xlsx_write_rows (&source->head, source_rows, source, path, cancellable, error);
}
