/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts as a workbook: a sheet with one row per draft, and one with all that speaks for them. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/drafts-private.h"
#include "exchange/xlsx-writer.h"

/* Points; a row of Excel cannot be higher than 409. */
#define LINE_HEIGHT 13.6
#define MAX_HEIGHT  409.0

/* 1980, where zip begins: the clock must not enter, the same workspace gives the same bytes on any day. */
#define NO_DAY 315532800

/* What speaks for the drafts is printed from its own sheet. */
#define LAST_PRINTED SUIVI_DRAFTS_COLUMN_MEANS

/* In characters of the default font; what is printed is still read easily on A4 across. */
static const double draft_widths[SUIVI_DRAFTS_N_COLUMNS] = {
  [SUIVI_DRAFTS_COLUMN_NUMBER] = 10,      [SUIVI_DRAFTS_COLUMN_STATE] = 14,
  [SUIVI_DRAFTS_COLUMN_ISSUE] = 20,       [SUIVI_DRAFTS_COLUMN_WORDING] = 60,
  [SUIVI_DRAFTS_COLUMN_LANGUAGE] = 11,    [SUIVI_DRAFTS_COLUMN_STAGE] = 12,
  [SUIVI_DRAFTS_COLUMN_SPECIFICITY] = 17, [SUIVI_DRAFTS_COLUMN_SPECIFIC] = 14,
  [SUIVI_DRAFTS_COLUMN_MEASURABLE] = 14,  [SUIVI_DRAFTS_COLUMN_ACHIEVABLE] = 14,
  [SUIVI_DRAFTS_COLUMN_RELEVANT] = 14,    [SUIVI_DRAFTS_COLUMN_TIME_BOUND] = 14,
  [SUIVI_DRAFTS_COLUMN_DEADLINE] = 12,    [SUIVI_DRAFTS_COLUMN_MEANS] = 30,
  [SUIVI_DRAFTS_COLUMN_EVIDENCE] = 34,    [SUIVI_DRAFTS_COLUMN_OUTPUTS] = 34,
  [SUIVI_DRAFTS_COLUMN_EARLIER] = 34,     [SUIVI_DRAFTS_COLUMN_TARGETS] = 26,
  [SUIVI_DRAFTS_COLUMN_ASKED] = 26,       [SUIVI_DRAFTS_COLUMN_TRANSLATIONS] = 50,
  [SUIVI_DRAFTS_COLUMN_TAKEN_UP] = 24,    [SUIVI_DRAFTS_COLUMN_IMPACT] = 20,
  [SUIVI_DRAFTS_COLUMN_EXPLANATION] = 40, [SUIVI_DRAFTS_COLUMN_ARTICLES] = 18,
  [SUIVI_DRAFTS_COLUMN_RIGHTS] = 24,
};

enum
{
  SUPPORT_DRAFTS,
  SUPPORT_ISSUE,
  SUPPORT_KIND,
  SUPPORT_TITLE,
  SUPPORT_REFERENCE,
  SUPPORT_QUOTE,
  N_SUPPORT,
};

static const double support_widths[N_SUPPORT] = { 12, 24, 20, 40, 30, 60 };

/* A sheet while it is written, row by row. */
typedef struct
{
  SuiviXlsxWriter *writer;
  lxw_worksheet *sheet;
  const double *widths;
  guint n_columns;
  guint row;
  guint lines; /* of the highest cell of the row */
} Sheet;

static void
put (Sheet *self, guint column, const char *text, SuiviXlsxStyle style)
{
  guint lines = suivi_xlsx_writer_write_wrapped (self->writer, self->sheet, self->row, column, text, style,
                                                 self->widths[column]);

  self->lines = MAX (self->lines, lines);
}

static void
end_row (Sheet *self)
{
  worksheet_set_row (self->sheet, self->row, MIN (self->lines * LINE_HEIGHT + 4, MAX_HEIGHT), NULL);
  self->row++;
  self->lines = 1;
}

static void
begin_sheet (Sheet *self, const char *const *titles)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      worksheet_set_column (self->sheet, column, column, self->widths[column], NULL);
      put (self, column, titles[column], SUIVI_XLSX_HEADER);
    }
  end_row (self);
}

/* What is printed ends with @last_printed; the columns behind it are for the screen. */
static void
end_sheet (Sheet *self, const SuiviDraftsContent *content, guint first_free_column, guint last_printed)
{
  g_autofree char *title = suivi_xlsx_footer_text (content->title, 80);
  g_autofree char *day = suivi_xlsx_footer_text (content->day != NULL ? content->day : "", 20);
  g_autofree char *pages = suivi_document_page_text ("&P", "&N");
  g_autofree char *footer = g_strdup_printf ("&L&8 %s&C&8 %s&R&8 %s", title, day, pages);
  guint last_row = MAX (self->row, 2) - 1;
  char range[LXW_MAX_CELL_RANGE_LENGTH] = "";

  if (self->row > 1)
    worksheet_autofilter (self->sheet, 0, 0, last_row, self->n_columns - 1);
  /* Numbers of drafts are names, and Excel need not warn of it. */
  lxw_rowcol_to_range (range, 1, 0, last_row, self->n_columns - 1);
  worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
  worksheet_freeze_panes (self->sheet, 1, first_free_column);
  suivi_xlsx_writer_set_up_page (self->writer, self->sheet, footer);
  worksheet_repeat_rows (self->sheet, 0, 0);
  worksheet_print_area (self->sheet, 0, 0, last_row, last_printed);
}

static SuiviXlsxStyle
get_draft_style (SuiviDraftsColumn column)
{
  switch ((int) column)
    {
    case SUIVI_DRAFTS_COLUMN_NUMBER:
      return SUIVI_XLSX_STRONG;
    case SUIVI_DRAFTS_COLUMN_DEADLINE:
      return SUIVI_XLSX_DATE;
    default:
      return SUIVI_XLSX_TEXT;
    }
}

static void
put_entry (Sheet *self, SuiviDraftsIssue *issue, SuiviDraftsEntry *entry)
{
  for (SuiviDraftsColumn column = 0; column < SUIVI_DRAFTS_N_COLUMNS; column++)
    {
      g_autofree char *text = suivi_drafts_column_text (column, issue, entry);

      if (column == SUIVI_DRAFTS_COLUMN_DEADLINE)
        suivi_xlsx_writer_write_date (self->writer, self->sheet, self->row, column, text, SUIVI_XLSX_DATE);
      else
        put (self, column, text, get_draft_style (column));
    }
  end_row (self);
}

static void
write_drafts (SuiviXlsxWriter *writer, const SuiviDraftsContent *content)
{
  Sheet sheet = { writer, NULL, draft_widths, SUIVI_DRAFTS_N_COLUMNS, 0, 1 };
  const char *titles[SUIVI_DRAFTS_N_COLUMNS] = { NULL };

  /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
  sheet.sheet = suivi_xlsx_writer_add_sheet (writer, _ ("Drafts"), "Drafts", SUIVI_XLSX_SHEET_STREAMED);
  for (SuiviDraftsColumn column = 0; column < SUIVI_DRAFTS_N_COLUMNS; column++)
    titles[column] = suivi_drafts_column_title (column);
  begin_sheet (&sheet, titles);
  for (guint i = 0; i < content->issues->len; i++)
    {
      SuiviDraftsIssue *issue = g_ptr_array_index (content->issues, i);

      for (guint j = 0; j < issue->entries->len; j++)
        put_entry (&sheet, issue, g_ptr_array_index (issue->entries, j));
    }
  end_sheet (&sheet, content, SUIVI_DRAFTS_COLUMN_WORDING + 1, LAST_PRINTED);
}

static void
put_backing (Sheet *self, const char *drafts, SuiviDraftsIssue *issue, const SuiviBacking *backing)
{
  put (self, SUPPORT_DRAFTS, drafts, SUIVI_XLSX_STRONG);
  put (self, SUPPORT_ISSUE, issue->priority->title, SUIVI_XLSX_TEXT);
  put (self, SUPPORT_KIND, suivi_drafts_backing_label (backing->kind), SUIVI_XLSX_TEXT);
  put (self, SUPPORT_TITLE, backing->title, SUIVI_XLSX_TEXT);
  put (self, SUPPORT_REFERENCE, backing->reference, SUIVI_XLSX_TEXT);
  put (self, SUPPORT_QUOTE, backing->quote, SUIVI_XLSX_TEXT);
  end_row (self);
}

/* What speaks for the issue speaks for each of its drafts. */
static char *
list_numbers (SuiviDraftsIssue *issue)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < issue->entries->len; i++)
    {
      const SuiviDraftsEntry *entry = g_ptr_array_index (issue->entries, i);

      g_string_append_printf (numbers, "%s%u", i > 0 ? ", " : "", entry->number);
    }

  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static void
put_support (Sheet *self, SuiviDraftsIssue *issue)
{
  g_autofree char *numbers = list_numbers (issue);

  for (guint i = 0; i < issue->backings->len; i++)
    put_backing (self, numbers, issue, g_ptr_array_index (issue->backings, i));
  for (guint i = 0; i < issue->entries->len; i++)
    {
      SuiviDraftsEntry *entry = g_ptr_array_index (issue->entries, i);
      g_autofree char *number = g_strdup_printf ("%u", entry->number);

      for (guint j = 0; j < entry->backings->len; j++)
        {
          const SuiviBacking *backing = g_ptr_array_index (entry->backings, j);

          if (backing->draft_id != NULL)
            put_backing (self, number, issue, backing);
        }
    }
}

static void
write_support (SuiviXlsxWriter *writer, const SuiviDraftsContent *content)
{
  const char *const titles[N_SUPPORT] = {
    [SUPPORT_DRAFTS] = _ ("Drafts"),
    [SUPPORT_ISSUE] = _ ("Issue"),
    /* Translators: header of a column: evidence, an earlier recommendation… */
    [SUPPORT_KIND] = _ ("Kind"),
    [SUPPORT_TITLE] = _ ("Title"),
    [SUPPORT_REFERENCE] = _ ("Reference"),
    [SUPPORT_QUOTE] = _ ("What it says"),
  };
  Sheet sheet = { writer, NULL, support_widths, N_SUPPORT, 0, 1 };

  /* Translators: name of a worksheet; 31 characters at most, none of []:*?/\ */
  sheet.sheet = suivi_xlsx_writer_add_sheet (writer, _ ("Support"), "Support", SUIVI_XLSX_SHEET_STREAMED);
  begin_sheet (&sheet, titles);
  for (guint i = 0; i < content->issues->len; i++)
    put_support (&sheet, g_ptr_array_index (content->issues, i));
  if (sheet.row == 1)
    {
      put (&sheet, SUPPORT_TITLE, _ ("Nothing is linked to these drafts yet."), SUIVI_XLSX_QUIET);
      end_row (&sheet);
    }
  end_sheet (&sheet, content, 1, N_SUPPORT - 1);
}

static void
set_properties (SuiviXlsxWriter *writer, const SuiviDraftsContent *content)
{
  g_autofree char *noon = g_strdup_printf ("%sT12:00:00Z", content->day != NULL ? content->day : "");
  g_autoptr (GDateTime) created = g_date_time_new_from_iso8601 (noon, NULL);
  g_autofree char *title
    = g_utf8_substring (content->title, 0, MIN (g_utf8_strlen (content->title, -1), 255));
  lxw_doc_properties properties = { 0 };

  properties.title = title;
  properties.comments = (char *) "Suivi " SUIVI_VERSION;
  properties.created = created != NULL ? g_date_time_to_unix (created) : NO_DAY;
  workbook_set_properties (suivi_xlsx_writer_get_workbook (writer), &properties);
}

/**
 * suivi_drafts_write_xlsx:
 * @path: the file to write, whole or not at all
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file is there
 */
gboolean
suivi_drafts_write_xlsx (SuiviDraftsContent *content,
                         const char *path,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SuiviXlsxWriter) writer = suivi_xlsx_writer_new (path, error);

  if (writer == NULL)
    return FALSE;

  write_drafts (writer, content);
  write_support (writer, content);
  set_properties (writer, content);

  return suivi_xlsx_writer_finish (writer, cancellable, error);
}
