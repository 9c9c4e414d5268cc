/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/assessment.h"
#include "core/text/text.h"
#include "exchange/scorecard-reader-private.h"
#include "exchange/scorecard-reader.h"

/* A colleague may put a title above the headings; below these rows nobody looks for them. */
#define MAX_HEADER_ROW 20

/* The hidden sheet has some forty rows, and one for each review; a later Suivi may need more. */
#define MAX_WORDS 2000

#define NO_SHEET  G_MAXUINT

static guint
find_words_sheet (SuiviSheetBook *book)
{
  for (guint i = 0; i < suivi_sheet_book_get_n_sheets (book); i++)
    {
      if (g_ascii_strcasecmp (suivi_sheet_book_get_name (book, i), SUIVI_SCORECARD_WORDS_SHEET) == 0)
        return i;
    }

  return NO_SHEET;
}

static gboolean
is_mark (const SuiviSheetRow *row)
{
  return row->n_cells >= 2 && g_str_equal (row->cells[0], SUIVI_SCORECARD_WORDS_MARK);
}

static gboolean
look_for_mark_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  gboolean *found = user_data;

  *found = is_mark (row);

  return FALSE;
}

/**
 * suivi_scorecard_reader_recognise:
 * @book: a workbook
 *
 * Returns: whether it is a scorecard of Suivi: it has the hidden sheet of one
 */
gboolean
suivi_scorecard_reader_recognise (SuiviSheetBook *book)
{
  guint sheet = find_words_sheet (book);
  gboolean found = FALSE;

  return sheet != NO_SHEET && suivi_sheet_book_read (book, sheet, look_for_mark_cb, &found, NULL, NULL)
         && found;
}

/* What the hidden sheet says. */
typedef struct
{
  SuiviScorecardLayout *layout;
  char *card;         /* name that the sheet with the rows was given */
  char *method;       /* name that the sheet with the answers was given */
  char *writer;       /* organisation that wrote the file */
  guint writer_row;   /* where the hidden sheet says so */
  char *questions[2]; /* what stands before the organisation and the name of a colleague */
  guint rows;
} WordsReading;

static void
clear_words (WordsReading *self)
{
  g_free (self->card);
  g_free (self->method);
  g_free (self->writer);
  g_free (self->questions[0]);
  g_free (self->questions[1]);
}

/* Lines that say something of the workbook, each once. */
static char **
find_line (WordsReading *self, const char *kind, const char *nick)
{
  const struct
  {
    const char *kind;
    const char *nick;
    char **text;
  } lines[] = {
    { SUIVI_SCORECARD_LINE_SHEET, SUIVI_SCORECARD_NICK_CARD, &self->card },
    { SUIVI_SCORECARD_LINE_SHEET, SUIVI_SCORECARD_NICK_METHOD, &self->method },
    { SUIVI_SCORECARD_LINE_WRITER, SUIVI_SCORECARD_NICK_ORGANISATION, &self->writer },
    { SUIVI_SCORECARD_LINE_QUESTION, SUIVI_SCORECARD_NICK_ORGANISATION, &self->questions[0] },
    { SUIVI_SCORECARD_LINE_QUESTION, SUIVI_SCORECARD_NICK_NAME, &self->questions[1] },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (g_str_equal (kind, lines[i].kind) && g_str_equal (nick, lines[i].nick) && *lines[i].text == NULL)
        return lines[i].text;
    }

  return NULL;
}

static gboolean
read_words_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  WordsReading *self = user_data;
  char **line = NULL;
  guint64 version = 0;

  if (is_mark (row)
      && (!g_ascii_string_to_unsigned (row->cells[1], 10, 1, G_MAXUINT, &version, NULL)
          || version > SUIVI_SCORECARD_WORDS_VERSION))
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                           _ ("A newer Suivi wrote this scorecard. Bring Suivi up to date and try again."));
      return FALSE;
    }

  if (row->n_cells < 3)
    return ++self->rows < MAX_WORDS;

  line = find_line (self, row->cells[0], row->cells[1]);
  if (line == &self->writer)
    self->writer_row = row->number;
  if (line != NULL)
    *line = g_strdup (row->cells[2]);
  else if (g_str_equal (row->cells[0], SUIVI_SCORECARD_LINE_REVIEW) && self->layout->state == NULL)
    suivi_review_parse_token (row->cells[1], &self->layout->state, &self->layout->session);
  else
    suivi_scorecard_words_learn (self->layout->words, row->cells[0], row->cells[1], row->cells[2]);

  return ++self->rows < MAX_WORDS;
}

/* Characters of the name of an organisation or a person. */
#define MAX_ANSWER 200

/* What is no name is kept all the same: a row with a grade has to say whose it is not. */
static void
take_answer (SuiviScorecardLayout *layout,
             gboolean name,
             const char *cell,
             SuiviCellType type,
             const char *sheet,
             guint row)
{
  char **answer = name ? &layout->name : &layout->organisation;

  if (*answer != NULL || suivi_text_is_blank (cell))
    return;

  *answer = suivi_text_clean (cell);
  if (type == SUIVI_CELL_ERROR)
    {
      layout->unusable[name] = g_strdup_printf (
        /* Translators: %s is the name of a sheet of a workbook */
        _ ("Sheet “%s”, row %u: The cell holds an error, or a formula without a result. Write the name "
           "there."),
        sheet, row);
      return;
    }
  if (g_utf8_strlen (*answer, -1) <= MAX_ANSWER)
    return;

  layout->unusable[name] = g_strdup_printf (
    name
      /* Translators: %s is the name of a sheet of a workbook */
      ? _ ("Sheet “%s”, row %u: The name of the person is longer than 200 characters. Shorten it.")
      /* Translators: %s is the name of a sheet of a workbook */
      : _ ("Sheet “%s”, row %u: The name of the organisation is longer than 200 characters. Shorten it."),
    sheet, row);
}

/* What a colleague wrote right of a question. */
static gboolean
read_answers_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  WordsReading *self = user_data;

  for (guint i = 0; i + 1 < row->n_cells; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (self->questions); j++)
        {
          if (self->questions[j] != NULL && g_str_equal (row->cells[i], self->questions[j]))
            take_answer (self->layout, j == 1, row->cells[i + 1], row->types[i + 1], self->method,
                         row->number);
        }
    }

  return row->number < MAX_WORDS;
}

/* Whose grades the file has: as a colleague wrote it, or else those of the organisation that made the file. */
static gboolean
read_answers (SuiviSheetBook *book, WordsReading *words, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < suivi_sheet_book_get_n_sheets (book) && words->method != NULL; i++)
    {
      if (g_str_equal (suivi_sheet_book_get_name (book, i), words->method)
          && !suivi_sheet_book_read (book, i, read_answers_cb, words, cancellable, error))
        return FALSE;
    }

  if (words->writer != NULL)
    take_answer (words->layout, FALSE, words->writer, SUIVI_CELL_TEXT, SUIVI_SCORECARD_WORDS_SHEET,
                 words->writer_row);

  return TRUE;
}

static void
clear_layout (SuiviScorecardLayout *layout)
{
  for (guint i = 0; i < SUIVI_N_SCORECARD_COLUMNS; i++)
    {
      layout->places[i] = SUIVI_SCORECARD_NOWHERE;
      g_clear_pointer (&layout->titles[i], g_free);
    }
  layout->header = 0;
}

/* The headings are those of a scorecard if the hidden columns are among them. Of two columns of the same heading, the
 * first one counts. */
static gboolean
look_for_header_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  SuiviScorecardLayout *layout = user_data;

  if (row->number > MAX_HEADER_ROW)
    return FALSE;

  clear_layout (layout);
  for (guint i = 0; i < row->n_cells; i++)
    {
      guint column = 0;

      if (suivi_scorecard_words_find (layout->words, SUIVI_SCORECARD_WORD_COLUMN, row->cells[i], &column)
          && layout->places[column] == SUIVI_SCORECARD_NOWHERE)
        {
          layout->places[column] = i;
          layout->titles[column] = g_strdup (row->cells[i]);
        }
    }
  if (layout->places[SUIVI_SCORECARD_COLUMN_KEY] == SUIVI_SCORECARD_NOWHERE
      || layout->places[SUIVI_SCORECARD_COLUMN_BASE] == SUIVI_SCORECARD_NOWHERE)
    return TRUE;

  layout->header = row->number;
  return FALSE;
}

static gboolean
look_for_header (SuiviSheetBook *book,
                 guint sheet,
                 SuiviScorecardLayout *layout,
                 GCancellable *cancellable,
                 GError **error)
{
  clear_layout (layout);

  return suivi_sheet_book_read (book, sheet, look_for_header_cb, layout, cancellable, error);
}

static void
set_no_rows (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE,
    _ ("This scorecard lost its hidden columns “Suivi key” and “Suivi base”, so Suivi cannot tell "
       "which row is which recommendation. Export the scorecard again and make the changes "
       "there."));
}

/*
 * The sheet with the rows: the one of the name that it was given, else the first that has the hidden columns. A copy of
 * it that a colleague keeps in the same workbook is not read, and that is said.
 */
static gboolean
find_card (SuiviSheetBook *book,
           guint words_sheet,
           const char *name,
           SuiviScorecardLayout *layout,
           SuiviImportPlan *plan,
           guint *card,
           GCancellable *cancellable,
           GError **error)
{
  guint n_cards = 0;

  *card = NO_SHEET;
  for (guint i = 0; i < suivi_sheet_book_get_n_sheets (book); i++)
    {
      if (i == words_sheet)
        continue;
      if (!look_for_header (book, i, layout, cancellable, error))
        return FALSE;
      if (layout->header == 0)
        continue;
      n_cards++;
      if (*card == NO_SHEET || g_strcmp0 (suivi_sheet_book_get_name (book, i), name) == 0)
        *card = i;
    }

  if (n_cards > 1)
    {
      g_autofree char *note
        = g_strdup_printf (_ ("More than one sheet of this workbook holds a scorecard. Only “%s” is read."),
                           suivi_sheet_book_get_name (book, *card));

      suivi_import_plan_add_note (plan, note);
    }
  if (*card == NO_SHEET)
    {
      set_no_rows (error);
      return FALSE;
    }

  return look_for_header (book, *card, layout, cancellable, error);
}

/* A column that a colleague deleted says nothing: that is no change, but worth a word. */
static void
note_missing_columns (SuiviScorecardLayout *layout, SuiviImportPlan *plan)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < SUIVI_N_SCORECARD_COLUMNS; i++)
    {
      SuiviPlanField field = 0;

      if (layout->titles[i] == NULL)
        layout->titles[i] = g_strdup (suivi_scorecard_column_to_title (i));
      if (layout->places[i] == SUIVI_SCORECARD_NOWHERE && suivi_scorecard_column_to_field (i, &field))
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", layout->titles[i]);
    }
  if (missing->len > 0)
    {
      /* Translators: %s lists headings of columns */
      g_autofree char *note = g_strdup_printf (
        _ ("These columns are not in the file, so what the workspace has in them stays: %s."), missing->str);

      suivi_import_plan_add_note (plan, note);
    }
}

/* The rows while they are read. */
typedef struct
{
  SuiviScorecardLayout *layout;
  SuiviImportPlan *plan;
  guint rows;
} RowsReading;

static gboolean
read_row_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  RowsReading *self = user_data;
  SuiviPlanRow *plan_row = NULL;

  if (row->number <= self->layout->header)
    return TRUE;

  plan_row = suivi_scorecard_row_read (self->layout, row);
  if (plan_row != NULL)
    {
      suivi_import_plan_take_row (self->plan, plan_row);
      self->rows++;
    }

  return TRUE;
}

static gboolean
read_card (SuiviSheetBook *book,
           SuiviScorecardLayout *layout,
           SuiviImportPlan *plan,
           GCancellable *cancellable,
           GError **error)
{
  guint words_sheet = find_words_sheet (book);
  WordsReading words = { .layout = layout };
  RowsReading rows = { .layout = layout, .plan = plan };
  guint card = NO_SHEET;
  gboolean success = FALSE;

  success = (words_sheet == NO_SHEET
             || (suivi_sheet_book_read (book, words_sheet, read_words_cb, &words, cancellable, error)
                 && read_answers (book, &words, cancellable, error)))
            && find_card (book, words_sheet, words.card, layout, plan, &card, cancellable, error);
  clear_words (&words);
  if (!success)
    return FALSE;

  note_missing_columns (layout, plan);
  if (!suivi_sheet_book_read (book, card, read_row_cb, &rows, cancellable, error))
    return FALSE;
  suivi_import_plan_set_n_rows (plan, rows.rows);

  return TRUE;
}

/**
 * suivi_scorecard_reader_read:
 * @book: a workbook with a scorecard, as suivi_scorecard_xlsx_write() made it and somebody changed it: in any
 *   spreadsheet program, with rows sorted, taken out or hidden, columns moved, added or taken out
 * @plan: takes the rows, each with what was changed in it
 * @cancellable: (nullable): to stop reading
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * A row is told by its hidden key. What was changed is found by comparing with the hidden hashes of what was exported,
 * not with the workspace, which may have changed meanwhile itself. Rows that are not there any more say nothing.
 *
 * Returns: whether the file was read
 */
gboolean
suivi_scorecard_reader_read (SuiviSheetBook *book,
                             SuiviImportPlan *plan,
                             GCancellable *cancellable,
                             GError **error)
{
  SuiviScorecardLayout layout = { 0 };
  gboolean success = FALSE;

  layout.words = suivi_scorecard_words_new ();
  layout.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  layout.today = suivi_date_today ();

  success = read_card (book, &layout, plan, cancellable, error);

  clear_layout (&layout);
  suivi_scorecard_words_free (layout.words);
  g_hash_table_unref (layout.keys);
  g_free (layout.state);
  g_free (layout.organisation);
  g_free (layout.name);
  g_free (layout.unusable[0]);
  g_free (layout.unusable[1]);
  g_free (layout.today);

  return success;
}
