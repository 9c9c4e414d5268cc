/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/tags.h"
#include "core/text/text.h"
#include "exchange/bracket-groups.h"
#include "exchange/docx-package.h"
#include "exchange/docx-text.h"
#include "exchange/list-columns.h"
#include "exchange/list-heading.h"
#include "exchange/ohchr-list-docx-private.h"
#include "exchange/ohchr-list-docx.h"
#include "exchange/plan-row-private.h"
#include "exchange/recommendation-number.h"
#include "exchange/recommendation-text.h"
#include "exchange/tag-lists.h"

/* What a fault shows of a cell, in characters. */
#define MAX_FAULT_VALUE 200

/* What a list may cost. To look up a name in brackets is the work of some five lines of themes. A list of 350
 * rows has 10,000 at most; this is the work of about a second. */
#define MAX_WORK  100000
#define NAME_WORK 5

typedef struct
{
  SuiviImportPlan *plan;
  SuiviListHeading *heading;
  char *reviewed; /* (nullable) State under review, once the list begins */
  guint session;
  SuiviListColumns *columns; /* (nullable) of the list that is being read */
  guint table;               /* its number */
  char *theme;               /* (nullable) of the last separator row */
  GHashTable *rows;          /* number of a recommendation (char) → where it stood first (char) */
  char *symbol;              /* (nullable) of the report, "A/HRC/59/15" */
  gboolean symbols_differ;
  GPtrArray *done;   /* SuiviPlanRow, complete, in the order of the list */
  SuiviPlanRow *row; /* (nullable) the last one, which the next may continue */
  SuiviRecommendation *recommendation;
  SuiviTagLists *tags;
  SuiviListRowFunc row_func; /* (nullable) */
  gpointer row_data;
  guint work;         /* so far */
  gboolean exhausted; /* whether it is more than a list can take */
} Reader;

/* --- faults -----------------------------------------------------------------------------------------------
 */

static char *
shorten (const char *value)
{
  g_autofree char *cleaned = suivi_text_clean (value);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (cleaned, -1) <= MAX_FAULT_VALUE)
    return g_steal_pointer (&cleaned);

  start = g_utf8_substring (cleaned, 0, MAX_FAULT_VALUE - 1);

  return g_strconcat (start, "…", NULL);
}

static void
add_fault (Reader *self, SuiviFaultKind kind, const char *column, const char *value, const char *reason)
{
  g_autofree char *shown = shorten (value);

  suivi_plan_row_add_fault (self->row, kind, column, shown, reason);
}

static void
check_number (Reader *self, const SuiviDocxRow *row, const char *column, const char *cell)
{
  const char *number = self->recommendation->number;
  const char *before = NULL;

  if (suivi_text_is_blank (number))
    {
      add_fault (
        self, SUIVI_FAULT_NO_NUMBER, column, cell,
        _ ("The recommendation does not begin with its number. Write it before the text, such as 140.12, or "
           "leave the row out."));
      return;
    }

  before = g_hash_table_lookup (self->rows, number);
  if (before != NULL)
    {
      /* Translators: %s is where the number stood first, such as "row 5" or "row 5 of table 2" */
      g_autofree char *reason
        = g_strdup_printf (_ ("The number already stands in %s. Correct one of the two, or leave "
                              "this row out."),
                           before);

      add_fault (self, SUIVI_FAULT_DUPLICATE_NUMBER, column, number, reason);
      return;
    }
  if (row->table == 1)
    g_hash_table_insert (self->rows, g_strdup (number), g_strdup_printf (_ ("row %u"), row->row));
  else
    g_hash_table_insert (self->rows, g_strdup (number),
                         g_strdup_printf (_ ("row %u of table %u"), row->row, row->table));
}

static void
check_states (Reader *self, SuiviRecommendationText *text, const char *column, const char *cell)
{
  for (gsize i = 0; text->unknown[i] != NULL; i++)
    add_fault (
      self, SUIVI_FAULT_UNKNOWN_STATE, column, text->unknown[i],
      _ ("No State of this name is known. Say which State it is, correct the name in the file, or leave the "
         "row out."));

  if (text->own_name != NULL)
    add_fault (
      self, SUIVI_FAULT_UNKNOWN_STATE, column, text->own_name,
      _ ("The State under review stands among the recommending States. Say which State it should be, correct "
         "the file, or leave the row out."));
  else if (text->states[0] == NULL && text->unknown[0] == NULL && *text->text != '\0')
    add_fault (
      self, SUIVI_FAULT_NO_STATE, column, text->last_bracket != NULL ? text->last_bracket : cell,
      _ ("No recommending State was found. Write it in brackets behind the text, or leave the row out."));
}

static void
read_position (Reader *self, const SuiviDocxRow *row)
{
  SuiviRecommendation *recommendation = self->recommendation;
  g_autofree char *cell = suivi_list_columns_get_text (self->columns, row, SUIVI_COLUMN_POSITION);
  g_autofree char *decoded = suivi_text_decode_entities (cell != NULL ? cell : "");
  g_autofree char *lines = suivi_text_clean_lines (decoded);
  g_autofree char *word = NULL;
  gsize length = strlen (lines);

  /* A footnote mark or a full stop makes no other word. */
  while (length > 0 && strchr (" .;:*", lines[length - 1]) != NULL)
    lines[--length] = '\0';
  word = suivi_text_clean (lines);

  recommendation->position = SUIVI_POSITION_PENDING;
  if (length > 0)
    recommendation->position_word = g_strdup (word);
  if (!suivi_position_from_word (lines, &recommendation->position))
    add_fault (
      self, SUIVI_FAULT_UNKNOWN_POSITION,
      suivi_list_columns_get_header (self->columns, SUIVI_COLUMN_POSITION), word,
      _ ("This position is not known. Write Supported, Noted, Supported/Noted or Pending, or leave the row "
         "out."));
}

/* --- work -------------------------------------------------------------------------------------------------
 */

static guint
count_lines (const char *text)
{
  guint count = 1;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    count++;

  return count;
}

/* Counts what a row will cost, before it is done. Returns whether the list may have it. */
static gboolean
afford_row (Reader *self, const SuiviDocxRow *row)
{
  for (guint i = 0; i < row->n_cells && !self->exhausted; i++)
    {
      self->work += count_lines (row->cells[i].text);
      self->work += NAME_WORK * suivi_bracket_groups_count_names (row->cells[i].text);
      self->exhausted = self->work > MAX_WORK;
    }

  return !self->exhausted;
}

/* --- rows -------------------------------------------------------------------------------------------------
 */

/* Puts the last row to the others, once nothing can continue it any more. */
static void
finish_row (Reader *self)
{
  SuiviRecommendation *recommendation = self->recommendation;
  g_auto (GStrv) themes = NULL;
  g_auto (GStrv) groups = NULL;
  g_auto (GStrv) sdgs = NULL;

  if (self->row == NULL)
    return;

  themes = suivi_tag_lists_to_strv (self->tags, SUIVI_TAG_THEMES);
  groups = suivi_tag_lists_to_strv (self->tags, SUIVI_TAG_GROUPS);
  sdgs = suivi_tag_lists_to_strv (self->tags, SUIVI_TAG_SDGS);
  suivi_recommendation_set_lists (recommendation, NULL, (const char *const *) themes,
                                  (const char *const *) groups, (const char *const *) sdgs);
  recommendation->child_focused
    = suivi_tags_child_focused ((const char *const *) themes, (const char *const *) groups);

  g_ptr_array_add (self->done, g_steal_pointer (&self->row));
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->tags, suivi_tag_lists_free);
}

static void
read_tags (Reader *self, const SuiviDocxRow *row)
{
  static const struct
  {
    SuiviColumnKind column;
    SuiviTagKind kind;
  } columns[] = {
    { SUIVI_COLUMN_THEMES, SUIVI_TAG_THEMES },
    { SUIVI_COLUMN_GROUPS, SUIVI_TAG_GROUPS },
    { SUIVI_COLUMN_SDGS, SUIVI_TAG_SDGS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *cell = suivi_list_columns_get_text (self->columns, row, columns[i].column);

      if (cell != NULL)
        suivi_tag_lists_read (self->tags, cell, columns[i].kind);
    }
  if (self->theme != NULL)
    suivi_tag_lists_prepend (self->tags, SUIVI_TAG_THEMES, self->theme);
}

/* "A/HRC/59/15" of "A/HRC/59/15/Add.1 - Para.3": the report, if all rows name the same. */
static void
note_symbol (Reader *self, const char *source)
{
  const char *p = source != NULL ? strstr (source, "A/HRC/") : NULL;
  gsize session = 0;
  gsize number = 0;
  g_autofree char *symbol = NULL;

  if (p == NULL)
    return;
  session = strspn (p + 6, "0123456789");
  if (session == 0 || session > 3 || p[6 + session] != '/')
    return;
  number = strspn (p + 7 + session, "0123456789");
  if (number == 0 || number > 4)
    return;

  symbol = g_strndup (p, 7 + session + number);
  if (self->symbol == NULL)
    self->symbol = g_steal_pointer (&symbol);
  else if (!g_str_equal (self->symbol, symbol))
    self->symbols_differ = TRUE;
}

static SuiviRecommendationText *
read_text (Reader *self, const SuiviDocxRow *row, const char *cell)
{
  g_autofree char *states = suivi_list_columns_get_text (self->columns, row, SUIVI_COLUMN_STATES);
  g_autofree char *number = suivi_list_columns_get_text (self->columns, row, SUIVI_COLUMN_NUMBER);
  SuiviRecommendationText *text = suivi_recommendation_text_parse (cell, self->reviewed, states);

  if (text->number == NULL && number != NULL)
    {
      g_autofree char *cleaned = suivi_text_clean (number);
      gsize length = strlen (cleaned);

      while (length > 0 && strchr (" .):", cleaned[length - 1]) != NULL)
        cleaned[--length] = '\0';
      if (g_ascii_isdigit (cleaned[0]))
        text->number = suivi_recommendation_number_close (cleaned);
    }

  return text;
}

static void
begin_row (Reader *self, const SuiviDocxRow *row)
{
  const char *column = suivi_list_columns_get_header (self->columns, SUIVI_COLUMN_RECOMMENDATION);
  const char *states_column = suivi_list_columns_get_header (self->columns, SUIVI_COLUMN_STATES);
  const char *number_column = suivi_list_columns_get_header (self->columns, SUIVI_COLUMN_NUMBER);
  const char *missing = suivi_list_columns_find_missing (self->columns, row);
  g_autofree char *cell = suivi_list_columns_get_text (self->columns, row, SUIVI_COLUMN_RECOMMENDATION);
  g_autoptr (SuiviRecommendationText) text = NULL;

  if (cell == NULL)
    cell = g_strdup ("");
  text = read_text (self, row, cell);

  finish_row (self);
  self->recommendation = suivi_recommendation_new ();
  self->recommendation->number = g_strdup (text->number != NULL ? text->number : "");
  self->recommendation->text = g_strdup (text->text);
  self->recommendation->original = g_strdup (text->original);
  self->recommendation->position_source = g_strdup (text->position_source);
  suivi_recommendation_set_lists (self->recommendation, (const char *const *) text->states, NULL, NULL, NULL);
  self->tags = suivi_tag_lists_new ();
  self->row = suivi_plan_row_new (self->recommendation, row->row);
  for (guint i = 0; i < text->asks->len; i++)
    {
      const SuiviAsk *ask = text->asks->pdata[i];

      suivi_plan_row_add_part (self->row, ask->text, (const char *const *) ask->states);
    }

  if (missing != NULL)
    add_fault (
      self, SUIVI_FAULT_MISSING_CELLS, missing, "",
      _ ("The row has fewer cells than the header of the table. Give it a cell in each column, or leave the "
         "row out."));
  check_number (self, row, text->number == NULL && number_column != NULL ? number_column : column, cell);
  if (*text->text == '\0')
    add_fault (
      self, SUIVI_FAULT_NO_TEXT, column, cell,
      _ ("The row has no text of a recommendation. Write it behind the number, or leave the row out."));
  check_states (self, text, states_column != NULL ? states_column : column, cell);
  read_position (self, row);
  read_tags (self, row);
  note_symbol (self, text->position_source);
}

/* --- separator rows ---------------------------------------------------------------------------------------
 */

/* A row that is no recommendation: empty, or with one cell across the table. Returns whether it is such a
 * row. */
static gboolean
read_separator (Reader *self, const SuiviDocxRow *row)
{
  const char *only = suivi_docx_row_get_only_text (row);
  g_autofree char *theme = NULL;
  g_autoptr (SuiviRecommendationText) text = NULL;

  if (only == NULL)
    return FALSE;
  if (*only == '\0')
    return TRUE;

  /* Themes have codes that look like numbers ("2.1. …"), so a theme that says so comes first. */
  theme = suivi_tag_lists_read_separator (only);
  if (theme != NULL && row->n_cells > 1)
    {
      /* In the first of several cells: without a word before it, a code may be the number of a
       * recommendation. */
      text = suivi_recommendation_text_parse (only, NULL, NULL);
      if (text->number != NULL)
        return FALSE;
    }
  if (theme == NULL)
    {
      if (row->n_cells > 1)
        return FALSE;
      /* A recommendation that lost its other cells. */
      text = suivi_recommendation_text_parse (only, NULL, NULL);
      if (text->number != NULL)
        return FALSE;
    }

  finish_row (self);
  g_free (self->theme);
  self->theme = g_steal_pointer (&theme);

  return TRUE;
}

/* --- the document -----------------------------------------------------------------------------------------
 */

static void
note_body_line_cb (const char *text, gpointer user_data)
{
  Reader *self = user_data;

  if (self->columns == NULL)
    suivi_list_heading_add (self->heading, SUIVI_HEADING_BODY, text);
}

static void
note_page_line_cb (const char *text, gpointer user_data)
{
  Reader *self = user_data;

  suivi_list_heading_add (self->heading, SUIVI_HEADING_PAGE, text);
}

static gboolean
note_page_row_cb (const SuiviDocxRow *row, gpointer user_data)
{
  for (guint i = 0; i < row->n_cells; i++)
    note_page_line_cb (row->cells[i].text, user_data);

  return TRUE;
}

static void
note_title_cb (const char *text, gpointer user_data)
{
  Reader *self = user_data;

  suivi_list_heading_add (self->heading, SUIVI_HEADING_TITLE, text);
}

static void
begin_list (Reader *self, const SuiviDocxRow *row, SuiviListColumns *columns)
{
  finish_row (self);
  if (self->columns == NULL)
    self->reviewed = g_strdup (suivi_list_heading_find (self->heading, &self->session));
  g_clear_pointer (&self->columns, suivi_list_columns_free);
  /* A header that is repeated on the next page changes nothing. */
  if (self->table != row->table)
    g_clear_pointer (&self->theme, g_free);
  self->columns = columns;
  self->table = row->table;
}

/* A table without header: the list goes on, if the row is a recommendation or a theme. */
static gboolean
continues_list (Reader *self, const SuiviDocxRow *row)
{
  SuiviPosition position = SUIVI_POSITION_PENDING;
  g_autofree char *cell = NULL;
  g_autofree char *word = NULL;
  g_autoptr (SuiviRecommendationText) text = NULL;

  if (row->n_cells == 1)
    {
      g_autofree char *theme = suivi_tag_lists_read_separator (row->cells[0].text);

      return theme != NULL;
    }
  if (row->n_cells != suivi_list_columns_get_count (self->columns))
    return FALSE;

  word = suivi_list_columns_get_text (self->columns, row, SUIVI_COLUMN_POSITION);
  if (suivi_text_is_blank (word) || !suivi_position_from_word (word, &position))
    return FALSE;
  cell = suivi_list_columns_get_text (self->columns, row, SUIVI_COLUMN_RECOMMENDATION);
  text = suivi_recommendation_text_parse (cell, NULL, NULL);

  return text->number != NULL || suivi_list_columns_get_header (self->columns, SUIVI_COLUMN_NUMBER) != NULL;
}

static void
tell_row (Reader *self, SuiviListRowKind kind, const SuiviDocxRow *row)
{
  if (self->row_func != NULL)
    self->row_func (kind, row, self->columns,
                    kind == SUIVI_LIST_ROW_RECOMMENDATION ? self->recommendation : NULL, self->row_data);
}

static gboolean
read_row_cb (const SuiviDocxRow *row, gpointer user_data)
{
  Reader *self = user_data;
  SuiviListColumns *columns = NULL;
  SuiviListRowKind kind = SUIVI_LIST_ROW_OTHER;

  if (!afford_row (self, row))
    return TRUE;
  columns = suivi_list_columns_recognise (row);
  if (columns != NULL)
    {
      begin_list (self, row, columns);
      tell_row (self, SUIVI_LIST_ROW_HEADER, row);
      return TRUE;
    }
  if (self->columns == NULL)
    {
      for (guint i = 0; i < row->n_cells; i++)
        note_body_line_cb (row->cells[i].text, self);
      return FALSE;
    }
  if (row->table != self->table)
    {
      if (!continues_list (self, row))
        return FALSE;
      self->table = row->table;
    }

  if (suivi_list_columns_continues (self->columns, row) && self->row != NULL)
    read_tags (self, row);
  else if (!read_separator (self, row))
    {
      begin_row (self, row);
      kind = SUIVI_LIST_ROW_RECOMMENDATION;
    }
  tell_row (self, kind, row);

  return TRUE;
}

static const SuiviDocxVisitor body_visitor = { note_body_line_cb, read_row_cb };
static const SuiviDocxVisitor page_visitor = { note_page_line_cb, note_page_row_cb };
static const SuiviDocxVisitor title_visitor = { note_title_cb, NULL };

static void
clear_reader (Reader *self)
{
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_object (&self->row);
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->tags, suivi_tag_lists_free);
  g_clear_pointer (&self->columns, suivi_list_columns_free);
  g_clear_pointer (&self->heading, suivi_list_heading_free);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->reviewed, g_free);
  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->symbol, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

static void
init_reader (Reader *self, SuiviImportPlan *plan)
{
  self->plan = plan;
  self->done = g_ptr_array_new_with_free_func (g_object_unref);
  self->heading = suivi_list_heading_new ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean
finish_list (Reader *self, GError **error)
{
  const char *number_column = NULL;

  if (self->exhausted)
    {
      g_set_error_literal (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
        _ ("The Word file has far more names and lines than a list of recommendations can have. It "
           "was not read, for safety."));
      return FALSE;
    }
  if (self->columns == NULL)
    {
      g_set_error_literal (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
        _ ("The Word file has no table with the columns “Recommendation” and “Position”, so it is "
           "not an official list of recommendations."));
      return FALSE;
    }

  finish_row (self);
  number_column = suivi_list_columns_get_header (self->columns, SUIVI_COLUMN_NUMBER);
  if (number_column == NULL)
    number_column = suivi_list_columns_get_header (self->columns, SUIVI_COLUMN_RECOMMENDATION);
  suivi_plan_rows_check_numbers (self->done, number_column);
  for (guint i = 0; i < self->done->len; i++)
    suivi_import_plan_take_row (self->plan, g_object_ref (self->done->pdata[i]));
  if (self->reviewed != NULL && self->session > 0)
    suivi_import_plan_set_review (self->plan, self->reviewed, self->session,
                                  self->symbols_differ ? NULL : self->symbol);

  return TRUE;
}

static gboolean
read_part (Reader *self,
           SuiviDocxPackage *package,
           const char *name,
           const SuiviDocxVisitor *visitor,
           SuiviDocxNumbering *numbering,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SuiviDocxText) text = suivi_docx_text_new (visitor, self, numbering);

  return suivi_zip_package_parse_part (suivi_docx_package_get_zip (package), name,
                                       suivi_docx_text_get_xml (text), cancellable, error);
}

static gboolean
read_numbering (SuiviDocxPackage *package,
                SuiviDocxNumbering *numbering,
                GCancellable *cancellable,
                GError **error)
{
  SuiviZipPackage *zip = suivi_docx_package_get_zip (package);
  g_autofree char *folder = g_path_get_dirname (suivi_docx_package_get_main (package));
  g_autofree char *name = g_strconcat (folder, "/numbering.xml", NULL);

  if (!suivi_zip_package_has_part (zip, name))
    return TRUE;

  return suivi_zip_package_parse_part (zip, name, suivi_docx_numbering_get_xml (numbering), cancellable,
                                       error);
}

/**
 * suivi_ohchr_list_docx_read:
 * @bytes: a file
 * @plan: where to put what it says
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads an official thematic list of recommendations ("matrix of recommendations") of the UN human rights
 * office: a Word file with a table, in all generations since 2013. The review is set if the file says which
 * one it is. Rows that need attention have faults. Files from strangers are read within limits of size, depth
 * and number; entities are never expanded, nothing is unpacked to the disk.
 *
 * Returns: whether it is such a list and all of it was read; if not, @plan is to be thrown away
 */
gboolean
suivi_ohchr_list_docx_read (GBytes *bytes, SuiviImportPlan *plan, GCancellable *cancellable, GError **error)
{
  return suivi_ohchr_list_docx_read_rows (bytes, plan, NULL, NULL, cancellable, error);
}

/**
 * suivi_ohchr_list_docx_read_rows:
 * @bytes: a file
 * @plan: where to put what it says
 * @func: (nullable): is told of each row, whether or not it has faults
 * @user_data: passed to @func
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Does what suivi_ohchr_list_docx_read() does, for those who also need to know where the rows stand.
 *
 * Returns: whether it is such a list and all of it was read; if not, @plan is to be thrown away
 */
gboolean
suivi_ohchr_list_docx_read_rows (GBytes *bytes,
                                 SuiviImportPlan *plan,
                                 SuiviListRowFunc func,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_auto (Reader) self = { 0 };
  g_autoptr (SuiviDocxPackage) package = NULL;
  g_autoptr (SuiviDocxNumbering) numbering = NULL;
  g_auto (GStrv) headers = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (plan), FALSE);

  init_reader (&self, plan);
  self.row_func = func;
  self.row_data = user_data;
  package = suivi_docx_package_open (bytes, cancellable, error);
  if (package == NULL)
    return FALSE;

  headers = suivi_docx_package_list_headers (package);
  for (gsize i = 0; headers[i] != NULL; i++)
    {
      if (!read_part (&self, package, headers[i], &page_visitor, NULL, cancellable, error))
        return FALSE;
    }
  if (suivi_zip_package_has_part (suivi_docx_package_get_zip (package), "docProps/core.xml")
      && !read_part (&self, package, "docProps/core.xml", &title_visitor, NULL, cancellable, error))
    return FALSE;

  numbering = suivi_docx_numbering_new ();
  if (!read_numbering (package, numbering, cancellable, error)
      || !read_part (&self, package, suivi_docx_package_get_main (package), &body_visitor, numbering,
                     cancellable, error))
    return FALSE;

  return finish_list (&self, error);
}

/**
 * suivi_ohchr_list_docx_read_document:
 * @data: word/document.xml, or anything
 * @length: bytes of @data
 * @plan: where to put what it says
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Reads the document itself without the archive around it, for tests with hostile content.
 *
 * Returns: whether it is a list and all of it was read
 */
gboolean
suivi_ohchr_list_docx_read_document (const char *data, gsize length, SuiviImportPlan *plan, GError **error)
{
  g_auto (Reader) self = { 0 };
  g_autoptr (SuiviDocxText) text = NULL;
  SuiviBoundedXml *xml = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (plan), FALSE);

  init_reader (&self, plan);
  text = suivi_docx_text_new (&body_visitor, &self, NULL);

  xml = suivi_docx_text_get_xml (text);

  return suivi_bounded_xml_push (xml, data, length, error) && suivi_bounded_xml_finish (xml, error)
         && finish_list (&self, error);
}
