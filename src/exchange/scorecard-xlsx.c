/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-xlsx-private.h"

/* Characters of the name of a light. */
#define MAX_LIGHT 100

/* Reviews on one side, cut-off date in the middle, page numbers on the other. */
static char *
make_footer (const SuiviScorecardHead *head)
{
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  g_autofree char *left = suivi_xlsx_footer_text (reviews, 80);
  g_autofree char *date = NULL;
  g_autofree char *centre = NULL;

  if (head->cut_off != NULL)
    /* Translators: %s is a date */
    date = g_strdup_printf (_ ("Cut-off date %s"), head->cut_off);
  centre = suivi_xlsx_footer_text (date != NULL ? date : "", 60);

  return g_strdup_printf ("&L&8 %s&C&8 %s&R&8 %s", left, centre,
                          /* Translators: &P and &N stand for numbers, keep them as they are */
                          _ ("Page &P of &N"));
}

/* The properties of a document hold 255 characters each. */
static char *
property_text (const char *text)
{
  g_autofree char *valid = suivi_text_make_valid (text != NULL ? text : "", -1);

  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 255));
}

static void
set_properties (SuiviScorecardBook *book)
{
  const SuiviScorecardHead *head = book->head;
  const char *day = head->cut_off != NULL ? head->cut_off : book->last_date;
  lxw_doc_properties properties = { 0 };
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  g_autofree char *wanted = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subject = property_text (head->edition != NULL ? head->edition->title : head->filter_text);
  g_autofree char *author = property_text (head->author);
  /* Whoever writes an edition to a file did not make it. */
  g_autofree char *company = property_text (head->edition == NULL ? head->organisation : NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) created = NULL;
  g_autofree char *noon = g_strdup_printf ("%sT12:00:00", day != NULL ? day : "");

  /* Translators: %s names reviews */
  wanted = g_strdup_printf (_ ("Scorecard: %s"), reviews);
  title = property_text (wanted);
  created = g_date_time_new_from_iso8601 (noon, utc);

  properties.title = title;
  properties.subject = subject;
  properties.author = author;
  properties.company = company;
  properties.comments = (char *) "Suivi " SUIVI_VERSION;
  /* The clock must not enter: the same workspace gives the same bytes on any day. 1980 is where zip begins.
   */
  properties.created = created != NULL ? g_date_time_to_unix (created) : 315532800;
  workbook_set_properties (suivi_xlsx_writer_get_workbook (book->writer), &properties);
}

static void
add_sheets (SuiviScorecardBook *book)
{
  SuiviXlsxWriter *writer = book->writer;

  /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
  book->summary = suivi_xlsx_writer_add_sheet (writer, _ ("Summary"), "Summary", SUIVI_XLSX_SHEET_IN_MEMORY);
  /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
  book->card = suivi_xlsx_writer_add_sheet (writer, _ ("Scorecard"), "Scorecard", SUIVI_XLSX_SHEET_STREAMED);
  /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
  book->evidence
    = suivi_xlsx_writer_add_sheet (writer, _ ("Evidence"), "Evidence", SUIVI_XLSX_SHEET_STREAMED);
  book->organisations_sheet
    /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
    = suivi_xlsx_writer_add_sheet (writer, _ ("By organisation"), "By organisation",
                                   SUIVI_XLSX_SHEET_STREAMED);
  book->judgements
    /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
    = suivi_xlsx_writer_add_sheet (writer, _ ("Judgements"), "Judgements", SUIVI_XLSX_SHEET_STREAMED);
  book->method
    /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
    = suivi_xlsx_writer_add_sheet (writer, _ ("Method and definitions"), "Method and definitions",
                                   SUIVI_XLSX_SHEET_STREAMED);
  book->changes
    /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
    = suivi_xlsx_writer_add_sheet (writer, _ ("Changes since last edition"), "Changes since last edition",
                                   SUIVI_XLSX_SHEET_STREAMED);
}

/* A user may have written the word: in formulas it stands in one line, without signs that XML cannot hold, and not longer
 * than a text there may be. */
static char *
make_word (const SuiviScorecardBook *book, const char *text)
{
  g_autofree char *valid = suivi_text_make_valid (text, -1);
  g_autofree char *clean = suivi_text_clean (valid);
  g_autofree char *kept = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MAX_LIGHT));

  return suivi_scorecard_book_mark_sign (book, kept);
}

static void
make_words (SuiviScorecardBook *book)
{
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *light = suivi_scorecard_head_light_text (book->head, i);
      g_autofree char *grade = suivi_scorecard_head_grade_text (book->head, i);

      book->lights[i] = make_word (book, light);
      book->grades[i] = make_word (book, grade);
    }
}

static void
begin_book (SuiviScorecardBook *book, const SuiviScorecardContent *content)
{
  const SuiviScorecardHead *head = content->head;

  book->content = content;
  book->head = head;
  book->footer = make_footer (head);
  book->positions = suivi_breakdown_new (SUIVI_DIMENSION_POSITION, &head->rule);
  book->clusters = suivi_breakdown_new (SUIVI_DIMENSION_CLUSTER, &head->rule);
  book->themes = suivi_breakdown_new (SUIVI_DIMENSION_THEME, &head->rule);
  book->texts = g_string_chunk_new (65536);
  book->lines = g_array_new (FALSE, FALSE, sizeof (SuiviScorecardLine));
  book->marks = g_array_new (FALSE, FALSE, sizeof (SuiviScorecardMark));
  book->organisations = g_ptr_array_new_with_free_func (g_free);
  book->organisation_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book->positions_before = g_hash_table_new (g_str_hash, g_str_equal);
  make_words (book);

  if (head->previous == NULL)
    return;
  book->comparison = suivi_comparison_new ();
  for (guint i = 0; content->before != NULL && i < content->before->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (content->before, i);

      if (row->recommendation_id != NULL)
        g_hash_table_insert (book->positions_before, row->recommendation_id,
                             GUINT_TO_POINTER (row->position + 1));
    }
}

static void
end_book (SuiviScorecardBook *book)
{
  suivi_xlsx_writer_free (book->writer);
  g_free (book->footer);
  g_free (book->last_date);
  suivi_breakdown_free (book->positions);
  suivi_breakdown_free (book->clusters);
  suivi_breakdown_free (book->themes);
  g_clear_pointer (&book->texts, g_string_chunk_free);
  g_clear_pointer (&book->lines, g_array_unref);
  g_clear_pointer (&book->marks, g_array_unref);
  g_clear_pointer (&book->organisations, g_ptr_array_unref);
  g_clear_pointer (&book->organisation_places, g_hash_table_unref);
  g_clear_pointer (&book->positions_before, g_hash_table_unref);
  suivi_comparison_free (book->comparison);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_free (book->lights[i]);
      g_free (book->grades[i]);
    }
}

/* What the edition before had and this one has not, if nothing was left out here on purpose. */
static void
add_gone (SuiviScorecardBook *book)
{
  const SuiviScorecardContent *content = book->content;

  if (book->comparison == NULL || content->before == NULL || !content->whole)
    return;

  for (guint i = 0; i < content->before->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (content->before, i);

      /* One that was met already is not added again. */
      if (row->recommendation_id != NULL
          && suivi_comparison_add_previous (book->comparison, row->recommendation_id, row->position,
                                            row->light))
        book->trends[SUIVI_MOVE_GONE]++;
    }
}

static void
write_sheets (SuiviScorecardBook *book)
{
  guint first_words[SUIVI_N_SCORECARD_WORD_KINDS] = { 0 };
  lxw_worksheet *words = NULL;

  add_gone (book);
  suivi_scorecard_xlsx_end_card (book);
  suivi_scorecard_xlsx_write_evidence (book);
  suivi_scorecard_xlsx_write_organisations (book);
  suivi_scorecard_xlsx_end_judgements (book);
  suivi_scorecard_xlsx_write_method (book);
  suivi_scorecard_xlsx_write_changes (book);
  words = suivi_scorecard_xlsx_write_words (book, first_words);
  suivi_scorecard_xlsx_add_rules (book, words, first_words);
  suivi_scorecard_xlsx_write_summary (book);
  set_properties (book);
}

/**
 * suivi_scorecard_xlsx_write_content:
 * @content: what goes into it
 * @path: the file to write; what stands there stays if anything fails
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR, %G_IO_ERROR_CANCELLED, or what the rows fail with
 *
 * Writes the workbook. All numbers of the other sheets are counted from the very rows of the sheet Scorecard, which
 * itself takes no memory.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_scorecard_xlsx_write_content (const SuiviScorecardContent *content,
                                    const char *path,
                                    GCancellable *cancellable,
                                    GError **error)
{
  SuiviScorecardBook book = { .writer = suivi_xlsx_writer_new (path, error) };
  gboolean done = FALSE;

  if (book.writer == NULL)
    return FALSE;

  begin_book (&book, content);
  add_sheets (&book);
  suivi_scorecard_xlsx_begin_card (&book);
  suivi_scorecard_xlsx_begin_judgements (&book);
  done = content->rows (suivi_scorecard_xlsx_add_row, &book, content->rows_data, cancellable, error);
  if (done)
    {
      write_sheets (&book);
      done = suivi_xlsx_writer_finish (book.writer, cancellable, error);
    }
  end_book (&book);

  return done;
}

static gboolean
source_rows (SuiviScorecardEntryFunc func,
             gpointer func_data,
             gpointer rows_data,
             GCancellable *cancellable,
             GError **error)
{
  return suivi_scorecard_source_foreach (rows_data, func, func_data, cancellable, error);
}

/* Whether a scorecard holds all of its review: then what it has no longer is gone. */
static gboolean
is_whole (const SuiviFilter *filter)
{
  for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
    {
      const char *const *values = suivi_filter_get (filter, facet);

      if (facet != SUIVI_FACET_REVIEW && values != NULL && values[0] != NULL)
        return FALSE;
    }

  return suivi_text_is_blank (suivi_filter_get_search (filter));
}

/**
 * suivi_scorecard_xlsx_write_source:
 * @source: the working copy, or an edition as it was frozen
 * @path: the file to write. It is written whole or not at all: what stands there stays if anything fails
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR (NOT_FOUND: no such folder; READ_ONLY: not allowed to write
 * there; DISK_FULL; FAILED: not a file, or more rows than a worksheet holds; or what reading the workspace
 * fails with) or of %G_IO_ERROR_CANCELLED
 *
 * Writes the scorecard as a workbook for Excel and LibreOffice: a summary whose numbers are formulas over the sheet
 * Scorecard, the evidence, what each organisation says and why, the method, and what changed since the edition before. Hidden
 * columns and a hidden sheet let suivi_scorecard_reader_read() find what a colleague changed in it. The same source
 * gives the same bytes. Blocks on the disk.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_scorecard_xlsx_write_source (SuiviScorecardSource *source,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GError **error)
{
  SuiviScorecardContent content = { 0 };
  g_autoptr (GPtrArray) before = NULL;

  g_return_val_if_fail (source != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (source->head.previous != NULL)
    {
      before = suivi_store_list_edition_rows (source->store, source->head.previous->id, error);
      if (before == NULL)
        return FALSE;
    }
  content.head = &source->head;
  content.rows = source_rows;
  content.rows_data = source;
  content.evidence = suivi_scorecard_source_get_evidence (source);
  content.before = before;
  content.whole = is_whole (source->filter);

  return suivi_scorecard_xlsx_write_content (&content, path, cancellable, error);
}

/**
 * suivi_scorecard_xlsx_write:
 * @store: an open workspace
 * @filter: which recommendations, and the cut-off date: assessments after it do not count. Without one the
 * latest assessments count and the workbook says so
 * @author: (nullable): who makes the scorecard; %NULL for the author of the workspace
 * @path: the file to write
 * @cancellable: (nullable): to stop
 * @error: as for suivi_scorecard_xlsx_write_source()
 *
 * Writes the working copy: see suivi_scorecard_xlsx_write_source().
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

  return source != NULL && suivi_scorecard_xlsx_write_source (source, path, cancellable, error);
}
