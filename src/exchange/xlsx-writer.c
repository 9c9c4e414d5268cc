/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

#include "core/scorecard/assessment.h"
#include "exchange/atomic-output.h"
#include "exchange/document.h"
#include "exchange/paper.h"
#include "exchange/xlsx-named-styles.h"
#include "exchange/xlsx-pages.h"
#include "exchange/xlsx-style.h"
#include "exchange/xlsx-writer.h"
#include "exchange/zip-replace.h"
#include "store/error.h"

/* The part of the file that says how cells can look. It is some ten thousand letters long. */
#define STYLES_PART "xl/styles.xml"
#define MAX_STYLES  (1024 * 1024)

struct _SuiviXlsxWriter
{
  SuiviAtomicOutput *output;
  lxw_workbook *workbook;
  lxw_format *formats[SUIVI_XLSX_N_STYLES];
  GArray *names; /* (element-type SuiviXlsxNamedStyle) */
  lxw_error first_error;
  GHashTable *n_links; /* sheet -> how many cells of it are links */
  gboolean rtl;
  locale_t c_numbers;
  locale_t before;
};

static void
clear_name (gpointer data)
{
  g_free (((SuiviXlsxNamedStyle *) data)->name);
}

/* The library numbers a format when it is first needed; one that has a name must be in the file whether or not. */
static void
add_format (SuiviXlsxWriter *self, SuiviXlsxStyle style)
{
  SuiviXlsxNamedStyle named = { suivi_xlsx_style_dup_name (style), 0 };

  self->formats[style] = suivi_xlsx_style_make_format (self->workbook, style, self->rtl);
  if (named.name == NULL)
    return;

  named.format = lxw_format_get_xf_index (self->formats[style]);
  g_array_append_val (self->names, named);
}

/**
 * suivi_xlsx_writer_new:
 * @path: the file to write
 * @error: return location of a %SUIVI_STORE_ERROR: the folder is missing, full or write-protected
 *
 * Begins a workbook. What stands at @path stays until suivi_xlsx_writer_finish().
 *
 * Returns: (transfer full): the writer, or %NULL
 */
SuiviXlsxWriter *
suivi_xlsx_writer_new (const char *path, GError **error)
{
  g_autoptr (SuiviAtomicOutput) output = suivi_atomic_output_new (path, error);
  g_autofree char *folder = NULL;
  lxw_workbook_options options = { 0 };
  SuiviXlsxWriter *self = NULL;

  if (output == NULL)
    return NULL;

  /* The library's own helper files go to the private folder too: nothing of a scorecard is left in /tmp. */
  folder = g_strdup (suivi_atomic_output_get_folder (output));
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder;

  self = g_new0 (SuiviXlsxWriter, 1);
  self->n_links = g_hash_table_new (NULL, NULL);
  self->output = g_steal_pointer (&output);
  /* The library prints numbers with printf: a decimal sign such as that of Persian would break the file. */
  self->before = uselocale ((locale_t) 0);
  self->c_numbers = newlocale (LC_NUMERIC_MASK, "C", duplocale (self->before));
  uselocale (self->c_numbers);
  self->workbook = workbook_new_opt (suivi_atomic_output_get_path (self->output), &options);

  /* Translators: write "default:RTL" if your language is written from right to left, else "default:LTR" */
  self->rtl = g_str_equal (_ ("default:LTR"), "default:RTL");
  self->names = g_array_new (FALSE, FALSE, sizeof (SuiviXlsxNamedStyle));
  g_array_set_clear_func (self->names, clear_name);
  for (guint i = 0; i < SUIVI_XLSX_N_STYLES; i++)
    add_format (self, i);

  return self;
}

/* Closing is the only way of the library to let go of its files, and it forgets those of sheets without any cell. The
 * result disappears with the folder. */
static void
let_go (lxw_workbook *workbook)
{
  lxw_worksheet *sheet = NULL;

  LXW_FOREACH_WORKSHEET (sheet, workbook)
  {
    worksheet_write_string (sheet, 0, 0, "-", NULL);
  }
  workbook_close (workbook);
}

/**
 * suivi_xlsx_writer_free:
 * @self: (nullable) (transfer full): a writer
 *
 * Without suivi_xlsx_writer_finish(), nothing was written and nothing is left behind.
 */
void
suivi_xlsx_writer_free (SuiviXlsxWriter *self)
{
  if (self == NULL)
    return;

  if (self->workbook != NULL)
    let_go (self->workbook);
  uselocale (self->before);
  freelocale (self->c_numbers);
  suivi_atomic_output_free (self->output);
  g_hash_table_unref (self->n_links);
  g_array_unref (self->names);
  g_free (self);
}

/**
 * suivi_xlsx_writer_get_workbook:
 *
 * Returns: (transfer none): the workbook of libxlsxwriter
 */
lxw_workbook *
suivi_xlsx_writer_get_workbook (SuiviXlsxWriter *self)
{
  return self->workbook;
}

/**
 * suivi_xlsx_writer_get_format:
 *
 * Returns: (transfer none): the format of @style
 */
lxw_format *
suivi_xlsx_writer_get_format (SuiviXlsxWriter *self, SuiviXlsxStyle style)
{
  return self->formats[style];
}

/**
 * suivi_xlsx_writer_get_rtl:
 *
 * Returns: whether its sheets read from right to left
 */
gboolean
suivi_xlsx_writer_get_rtl (const SuiviXlsxWriter *self)
{
  return self->rtl;
}

/**
 * suivi_xlsx_writer_add_sheet:
 * @name: its name, translated
 * @fallback: a name to take when the translation is not one that Excel accepts (31 characters, none of
 * []:*?/\)
 * @mode: how it will be written
 *
 * Under a translation that reads from right to left, so does the sheet.
 *
 * Returns: (transfer none): the new sheet, the last one of the workbook
 */
lxw_worksheet *
suivi_xlsx_writer_add_sheet (SuiviXlsxWriter *self,
                             const char *name,
                             const char *fallback,
                             SuiviXlsxSheetMode mode)
{
  gboolean valid = workbook_validate_sheet_name (self->workbook, name) == LXW_NO_ERROR;
  lxw_worksheet *sheet = NULL;

  /* The library decides it for a whole workbook, but keeps the decision in each sheet. */
  self->workbook->options.constant_memory = mode == SUIVI_XLSX_SHEET_STREAMED;
  sheet = workbook_add_worksheet (self->workbook, valid ? name : fallback);
  self->workbook->options.constant_memory = LXW_TRUE;

  if (self->rtl)
    worksheet_right_to_left (sheet);

  return sheet;
}

static void
remember (SuiviXlsxWriter *self, lxw_error code)
{
  if (code != LXW_NO_ERROR && self->first_error == LXW_NO_ERROR)
    self->first_error = code;
}

static void
write_clean (SuiviXlsxWriter *self,
             lxw_worksheet *sheet,
             guint row,
             guint column,
             const char *cell,
             SuiviXlsxStyle style)
{
  if (cell == NULL || *cell == '\0')
    remember (self, worksheet_write_blank (sheet, row, column, self->formats[style]));
  else
    remember (self, worksheet_write_string (sheet, row, column, cell, self->formats[style]));
}

/**
 * suivi_xlsx_writer_write_text:
 * @text: (nullable): any text; it stays text, whatever it begins with
 *
 * Writes @text as suivi_xlsx_cell_text() makes it; nothing but the format where there is none.
 */
void
suivi_xlsx_writer_write_text (SuiviXlsxWriter *self,
                              lxw_worksheet *sheet,
                              guint row,
                              guint column,
                              const char *text,
                              SuiviXlsxStyle style)
{
  g_autofree char *changed = suivi_xlsx_cell_text (text);

  write_clean (self, sheet, row, column, changed != NULL ? changed : text, style);
}

/**
 * suivi_xlsx_writer_write_wrapped:
 * @width: of the column, as it was set
 *
 * As suivi_xlsx_writer_write_text().
 *
 * Returns: how many lines the text takes there, 1 and up
 */
guint
suivi_xlsx_writer_write_wrapped (SuiviXlsxWriter *self,
                                 lxw_worksheet *sheet,
                                 guint row,
                                 guint column,
                                 const char *text,
                                 SuiviXlsxStyle style,
                                 double width)
{
  g_autofree char *changed = suivi_xlsx_cell_text (text);
  const char *cell = changed != NULL ? changed : text;

  write_clean (self, sheet, row, column, cell, style);

  return suivi_xlsx_count_lines (cell, width - suivi_xlsx_style_get_margin (style),
                                 suivi_xlsx_style_get_points (style));
}

/**
 * suivi_xlsx_writer_write_number:
 *
 * Writes a count.
 */
void
suivi_xlsx_writer_write_number (SuiviXlsxWriter *self,
                                lxw_worksheet *sheet,
                                guint row,
                                guint column,
                                guint number,
                                SuiviXlsxStyle style)
{
  remember (self, worksheet_write_number (sheet, row, column, number, self->formats[style]));
}

/**
 * suivi_xlsx_writer_write_average:
 * @average: shown with two decimals; below 0 there is none, and the cell stays empty
 *
 * Writes an average.
 */
void
suivi_xlsx_writer_write_average (SuiviXlsxWriter *self,
                                 lxw_worksheet *sheet,
                                 guint row,
                                 guint column,
                                 double average)
{
  lxw_format *format = self->formats[SUIVI_XLSX_AVERAGE];

  remember (self, average < 0 ? worksheet_write_blank (sheet, row, column, format)
                              : worksheet_write_number (sheet, row, column, average, format));
}

/**
 * suivi_xlsx_writer_write_sum:
 * @result: what the sum is; viewers that do not calculate show it
 *
 * Writes a live sum over a range of the same sheet.
 */
void
suivi_xlsx_writer_write_sum (SuiviXlsxWriter *self,
                             lxw_worksheet *sheet,
                             guint row,
                             guint column,
                             guint first_row,
                             guint first_column,
                             guint last_row,
                             guint last_column,
                             guint result,
                             SuiviXlsxStyle style)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH] = "";
  g_autofree char *formula = NULL;

  lxw_rowcol_to_range (range, first_row, first_column, last_row, last_column);
  formula = g_strdup_printf ("=SUM(%s)", range);
  remember (self, worksheet_write_formula_num (sheet, row, column, formula, self->formats[style], result));
}

/**
 * suivi_xlsx_writer_write_formula:
 * @formula: in the words of Excel's file format, beginning with "="; nothing that a user wrote stands in it
 * @result: what it comes to; viewers that do not calculate show it
 *
 * Writes a live formula.
 */
void
suivi_xlsx_writer_write_formula (SuiviXlsxWriter *self,
                                 lxw_worksheet *sheet,
                                 guint row,
                                 guint column,
                                 const char *formula,
                                 double result,
                                 SuiviXlsxStyle style)
{
  remember (self, worksheet_write_formula_num (sheet, row, column, formula, self->formats[style], result));
}

/* Excel opens no sheet with more links; the library refuses to write them. */
#define MAX_LINKS 65530

/* Whether one more link fits into the sheet. */
static gboolean
take_link (SuiviXlsxWriter *self, lxw_worksheet *sheet)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_links, sheet));

  if (n >= MAX_LINKS)
    return FALSE;

  g_hash_table_insert (self->n_links, sheet, GUINT_TO_POINTER (n + 1));
  return TRUE;
}

/**
 * suivi_xlsx_writer_write_link:
 * @target: a sheet of the same workbook
 * @target_row: a row of it
 * @text: what stands in the cell; it stays text, whatever it begins with
 *
 * Writes a text that leads to the first cell of a row. Beyond what a sheet can hold of links it is a text and no more.
 */
void
suivi_xlsx_writer_write_link (SuiviXlsxWriter *self,
                              lxw_worksheet *sheet,
                              guint row,
                              guint column,
                              lxw_worksheet *target,
                              guint target_row,
                              const char *text,
                              SuiviXlsxStyle style)
{
  g_autofree char *changed = suivi_xlsx_cell_text (text);
  const char *cell = changed != NULL ? changed : text;
  char *name = NULL;
  g_autofree char *url = NULL;

  if (!take_link (self, sheet))
    {
      write_clean (self, sheet, row, column, cell, style);
      return;
    }

  name = lxw_quote_sheetname (target->name);
  url = g_strdup_printf ("internal:%s!A%u", name, target_row + 1);
  free (name);
  /* The library writes the address first and the text over it. */
  remember (self, worksheet_write_url_opt (sheet, row, column, url, self->formats[style], cell,
                                           /* tooltip */ NULL));
}

/* The library writes each of these with three characters. */
#define MAX_ADDRESS 600

/* Whether it is an address of the web, written without anything that a program may take otherwise than it was meant. */
static gboolean
is_address (const char *text)
{
  if ((!g_str_has_prefix (text, "https://") && !g_str_has_prefix (text, "http://"))
      || strlen (text) > MAX_ADDRESS)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isgraph (*p) || strchr ("\"<>\\^`{|}", *p) != NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_xlsx_writer_write_address:
 * @address: where something stands; may be ""
 *
 * Writes a link if @address is one of the web, and else just what it says: no other kind of link can be followed.
 */
void
suivi_xlsx_writer_write_address (SuiviXlsxWriter *self,
                                 lxw_worksheet *sheet,
                                 guint row,
                                 guint column,
                                 const char *address)
{
  if (is_address (address) && take_link (self, sheet))
    remember (self, worksheet_write_url_opt (sheet, row, column, address, self->formats[SUIVI_XLSX_LINK],
                                             address, /* tooltip */ NULL));
  else
    suivi_xlsx_writer_write_text (self, sheet, row, column, address, SUIVI_XLSX_TEXT);
}

/**
 * suivi_xlsx_writer_define_name:
 * @name: letters and "_"; the same in every language, so that formulas of others can rely on it
 * @first_row: of what it names, from 0
 * @last_row: the last one
 * @column: the column of it
 *
 * Gives cells a name for the whole workbook.
 */
void
suivi_xlsx_writer_define_name (SuiviXlsxWriter *self,
                               const char *name,
                               lxw_worksheet *sheet,
                               guint first_row,
                               guint last_row,
                               guint column)
{
  char *quoted = lxw_quote_sheetname (sheet->name);
  char first[LXW_MAX_CELL_NAME_LENGTH] = "";
  char last[LXW_MAX_CELL_NAME_LENGTH] = "";
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell_abs (first, first_row, column, LXW_TRUE, LXW_TRUE);
  lxw_rowcol_to_cell_abs (last, last_row, column, LXW_TRUE, LXW_TRUE);
  formula = first_row == last_row ? g_strdup_printf ("=%s!%s", quoted, first)
                                  : g_strdup_printf ("=%s!%s:%s", quoted, first, last);
  free (quoted);
  remember (self, workbook_define_name (self->workbook, name, formula));
}

/* As Excel numbers sizes of paper. */
#define PAPER_LETTER 1
#define PAPER_A4     9

/**
 * suivi_xlsx_writer_set_up_page:
 * @footer: (nullable): as Excel writes it
 *
 * How the sheet is printed: across, on the paper that suivi_paper_get() says, as wide as the page and as many pages long as it takes.
 * On screen it has no grid.
 */
void
suivi_xlsx_writer_set_up_page (SuiviXlsxWriter *self, lxw_worksheet *sheet, const char *footer)
{
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_paper (sheet, suivi_paper_get () == SUIVI_PAPER_LETTER ? PAPER_LETTER : PAPER_A4);
  worksheet_set_landscape (sheet);
  worksheet_set_margins (sheet, 0.4, 0.4, 0.45, 0.65);
  worksheet_fit_to_pages (sheet, 1, 0);
  if (footer != NULL)
    {
      g_autofree char *marked = suivi_xlsx_pages_mark_numbers (footer, suivi_document_is_rtl ());

      remember (self, worksheet_set_footer (sheet, marked));
    }
}

/**
 * suivi_xlsx_writer_write_date:
 * @date: (nullable): "2026-11-22"; what is not a day of 1900 or later is written as text
 *
 * Writes a date that a spreadsheet can calculate with.
 */
void
suivi_xlsx_writer_write_date (SuiviXlsxWriter *self,
                              lxw_worksheet *sheet,
                              guint row,
                              guint column,
                              const char *date,
                              SuiviXlsxStyle style)
{
  lxw_datetime day = { 0 };

  if (suivi_date_is_valid (date))
    {
      day.year = atoi (date);
      day.month = atoi (date + 5);
      day.day = atoi (date + 8);
    }
  if (day.year >= 1900)
    remember (self, worksheet_write_datetime (sheet, row, column, &day, self->formats[style]));
  else
    suivi_xlsx_writer_write_text (self, sheet, row, column, date, style);
}

/**
 * suivi_xlsx_writer_merge_text:
 *
 * Writes @text across the columns @first_column to @last_column of one row.
 */
void
suivi_xlsx_writer_merge_text (SuiviXlsxWriter *self,
                              lxw_worksheet *sheet,
                              guint row,
                              guint first_column,
                              guint last_column,
                              const char *text,
                              SuiviXlsxStyle style)
{
  remember (self,
            worksheet_merge_range (sheet, row, first_column, row, last_column, "", self->formats[style]));
  suivi_xlsx_writer_write_text (self, sheet, row, first_column, text, style);
}

/* The name of the first element of an XML document that begins with @head. */
static char *
find_root (const char *head)
{
  const char *start = head;

  while ((start = strchr (start, '<')) != NULL && (start[1] == '?' || start[1] == '!'))
    start++;

  return start != NULL ? g_strndup (start + 1, strcspn (start + 1, " \r\n/>")) : NULL;
}

/* Whether one part of the file ends with the end of its first element. Reads all of it, so checksums are
 * compared. @content: (nullable): receives the part if it is not too long */
static gboolean
read_part (struct archive *archive, GString *content)
{
  g_autofree char *root = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) tail = g_string_new (NULL);
  const void *block = NULL;
  size_t size = 0;
  la_int64_t offset = 0;
  int result = ARCHIVE_OK;

  while ((result = archive_read_data_block (archive, &block, &size, &offset)) == ARCHIVE_OK)
    {
      gsize keep = MIN (size, 64);

      if (content != NULL && content->len + size <= MAX_STYLES)
        g_string_append_len (content, block, size);
      if (head->len < 256)
        g_string_append_len (head, block, MIN (size, 256));
      g_string_append_len (tail, (const char *) block + size - keep, keep);
      if (tail->len > 64)
        g_string_erase (tail, 0, tail->len - 64);
    }

  root = find_root (head->str);
  end = g_strdup_printf ("</%s>", root != NULL ? root : "");

  return result == ARCHIVE_EOF && root != NULL && g_str_has_suffix (g_strchomp (tail->str), end);
}

/*
 * The library does not notice when its helper files could not be written (a full disk), and then puts a
 * workbook together that Excel refuses: look at the result. @styles receives the part with the styles.
 */
static gboolean
is_whole (const char *path, GString *styles)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  gboolean whole = TRUE;
  guint parts = 0;
  int result = ARCHIVE_OK;

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, 65536) != ARCHIVE_OK)
    {
      archive_read_free (archive);
      return FALSE;
    }

  while (whole && (result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      whole
        = read_part (archive, g_strcmp0 (archive_entry_pathname (entry), STYLES_PART) == 0 ? styles : NULL);
      parts++;
    }
  archive_read_free (archive);

  return whole && result == ARCHIVE_EOF && parts > 0;
}

/* The file as the library wrote it, with names for its styles. */
static GBytes *
add_names (SuiviXlsxWriter *self, const char *styles, GError **error)
{
  const char *path = suivi_atomic_output_get_path (self->output);
  g_autofree char *named
    = suivi_xlsx_name_styles (styles, (const SuiviXlsxNamedStyle *) self->names->data, self->names->len);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) archive = NULL;
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GError) failure = NULL;
  GBytes *result = NULL;

  file = named != NULL ? g_mapped_file_new (path, FALSE, &failure) : NULL;
  if (file != NULL)
    {
      archive = g_mapped_file_get_bytes (file);
      part = g_bytes_new_static (named, strlen (named));
      result = suivi_zip_replace_part (archive, STYLES_PART, part, &failure);
    }
  if (result == NULL)
    {
      g_debug ("Naming styles: %s", failure != NULL ? failure->message : "unknown styles");
      g_set_error (
        error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
        _ ("“%s” was not written: its styles could not be named. Try again, or choose another format."),
        suivi_atomic_output_get_name (self->output));
    }

  return result;
}

static gboolean
name_styles (SuiviXlsxWriter *self, const char *styles, GError **error)
{
  g_autoptr (GBytes) bytes = add_names (self, styles, error);

  return bytes != NULL && suivi_atomic_output_write (self->output, bytes, error);
}

/**
 * suivi_xlsx_writer_finish:
 * @cancellable: (nullable): to stop before the file is put in its place
 * @error: return location of a %SUIVI_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes the workbook and puts it in its place. Whatever fails, what stood there before is untouched.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_xlsx_writer_finish (SuiviXlsxWriter *self, GCancellable *cancellable, GError **error)
{
  const char *name = suivi_atomic_output_get_name (self->output);
  g_autoptr (GString) styles = g_string_new (NULL);
  lxw_error code = LXW_NO_ERROR;

  g_return_val_if_fail (self->workbook != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  code = workbook_close (self->workbook);
  self->workbook = NULL;

  if (code != LXW_NO_ERROR || !is_whole (suivi_atomic_output_get_path (self->output), styles))
    {
      g_debug ("Writing “%s”: %s", name, lxw_strerror (code));
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL,
                   _ ("“%s” could not be written whole; the disk is probably full. Make room and try again."),
                   name);
      return FALSE;
    }
  if (self->first_error != LXW_NO_ERROR)
    {
      g_debug ("Writing “%s”: %s", name, lxw_strerror (self->first_error));
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("“%s” was not written: something in it does not fit into a workbook."), name);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !name_styles (self, styles->str, error))
    return FALSE;

  return suivi_atomic_output_commit (self->output, error);
}
