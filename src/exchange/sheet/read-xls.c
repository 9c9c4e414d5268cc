/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * suivi-read-xls: reads an Excel workbook of before 2007 from its standard input and writes sheets or rows to its
 * standard output, see xls-protocol.h. A program of its own because the library that it uses can be led astray by
 * hostile files: here it has no more memory and time than it needs, nothing of the user's work in its memory, and when
 * it fails the user reads a sentence.
 *
 *   suivi-read-xls sheets   the names of the sheets
 *   suivi-read-xls 0        the rows of the first sheet
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <freexl.h>

#include "exchange/sheet/sheet-value.h"
#include "exchange/sheet/xls-protocol.h"

/* A sheet of 65,536 rows and 256 columns takes 400 MB. */
#define MAX_MEMORY ((rlim_t) 1024 * 1024 * 1024)

/* Seconds. The largest of UPR Info's exports takes a third of one. */
#define MAX_TIME 60

/* The workbook itself: the library wants a path. */
#define INPUT "/proc/self/fd/0"

static void
put_byte (int byte)
{
  if (putchar (byte) == EOF)
    exit (EXIT_FAILURE);
}

static void
put_number (guint32 number)
{
  for (guint i = 0; i < 4; i++)
    put_byte ((number >> (8 * i)) & 0xFF);
}

static void
put_text (const char *text, gsize length)
{
  put_number (length);
  if (length > 0 && fwrite (text, 1, length, stdout) != length)
    exit (EXIT_FAILURE);
}

static void
fail (int reason)
{
  put_byte (SUIVI_XLS_FAIL);
  put_byte (reason);
  fflush (stdout);
  exit (EXIT_SUCCESS);
}

static void
limit (int resource, rlim_t most)
{
  struct rlimit limit = { most, most };

  setrlimit (resource, &limit);
}

static void
limit_oneself (void)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CPU, MAX_TIME);
  /* Sanitizers reserve more than any machine has. */
#if !defined(__SANITIZE_ADDRESS__)
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
}

/* --- sheets -----------------------------------------------------------------------------------------------
 */

static guint
count_sheets (const void *workbook)
{
  unsigned int count = 0;

  if (freexl_get_info (workbook, FREEXL_BIFF_SHEET_COUNT, &count) != FREEXL_OK)
    fail (SUIVI_XLS_DAMAGED);

  return MIN (count, SUIVI_XLS_MAX_SHEETS);
}

static void
put_sheets (const void *workbook)
{
  guint count = count_sheets (workbook);

  /* Excel writes none without. */
  if (count == 0)
    fail (SUIVI_XLS_DAMAGED);
  for (guint i = 0; i < count; i++)
    {
      const char *name = NULL;

      if (freexl_get_worksheet_name (workbook, i, &name) != FREEXL_OK || name == NULL)
        name = "";
      put_byte (SUIVI_XLS_SHEET);
      put_text (name, strnlen (name, SUIVI_XLS_MAX_NAME));
    }
}

/* --- rows -------------------------------------------------------------------------------------------------
 */

/* "2025-03-24 09:12:44", as the library writes it. */
static SuiviCellType
evaluate_date (const char *date, GString *text)
{
  g_autofree char *iso = g_strdelimit (g_strdup (date), " ", 'T');

  return suivi_sheet_value_of_iso_date (iso, strlen (iso), text);
}

static SuiviCellType
evaluate (const FreeXL_CellValue *value, GString *text)
{
  const char *string = value->value.text_value;

  g_string_truncate (text, 0);
  switch (value->type)
    {
    case FREEXL_CELL_INT:
      g_string_append_printf (text, "%d", value->value.int_value);
      return SUIVI_CELL_NUMBER;
    case FREEXL_CELL_DOUBLE:
      return suivi_sheet_value_of_number (value->value.double_value, SUIVI_NUMBER_PLAIN, FALSE, text);
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      return evaluate_date (string != NULL ? string : "", text);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME:
      /* One byte too many is enough to know that a text is too long. */
      if (string != NULL)
        g_string_append_len (text, string, strnlen (string, SUIVI_SHEET_MAX_CELL + 1));
      return SUIVI_CELL_TEXT;
    default:
      return SUIVI_CELL_EMPTY;
    }
}

/* A row is put when its last cell is known. */
static void
put_row (const void *workbook, guint row, guint n_columns, GString *text)
{
  guint n_cells = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      FreeXL_CellValue value = { 0 };

      if (freexl_get_cell_value (workbook, row, i, &value) == FREEXL_OK && value.type != FREEXL_CELL_NULL)
        n_cells = i + 1;
    }
  if (n_cells == 0)
    return;

  put_byte (SUIVI_XLS_ROW);
  put_number (row + 1);
  put_number (n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      FreeXL_CellValue value = { 0 };
      SuiviCellType type = SUIVI_CELL_EMPTY;

      g_string_truncate (text, 0);
      if (freexl_get_cell_value (workbook, row, i, &value) == FREEXL_OK)
        type = evaluate (&value, text);
      put_byte (type);
      put_text (text->str, text->len);
    }
}

static void
put_rows (const void *workbook, guint sheet)
{
  g_autoptr (GString) text = g_string_new (NULL);
  unsigned int n_rows = 0;
  unsigned short n_columns = 0;

  if (sheet >= count_sheets (workbook) || freexl_select_active_worksheet (workbook, sheet) != FREEXL_OK
      || freexl_worksheet_dimensions (workbook, &n_rows, &n_columns) != FREEXL_OK)
    fail (SUIVI_XLS_DAMAGED);

  n_rows = MIN (n_rows, SUIVI_XLS_MAX_ROWS);
  n_columns = MIN (n_columns, SUIVI_XLS_MAX_COLUMNS);
  put_byte (SUIVI_XLS_TOTAL);
  put_number (n_rows);
  for (guint i = 0; i < n_rows; i++)
    put_row (workbook, i, n_columns, text);
}

int
main (int argc, char *argv[])
{
  const void *workbook = NULL;
  gboolean wants_sheets = argc == 2 && g_str_equal (argv[1], "sheets");
  unsigned int protection = FREEXL_BIFF_PLAIN;
  int result = FREEXL_OK;

  if (argc != 2)
    return EXIT_FAILURE;

  limit_oneself ();
  fputs (SUIVI_XLS_MAGIC, stdout);
  result = wants_sheets ? freexl_open_info (INPUT, &workbook) : freexl_open (INPUT, &workbook);
  if (workbook != NULL && freexl_get_info (workbook, FREEXL_BIFF_PASSWORD, &protection) == FREEXL_OK
      && protection == FREEXL_BIFF_OBFUSCATED)
    fail (SUIVI_XLS_PROTECTED);
  if (result != FREEXL_OK || workbook == NULL)
    fail (SUIVI_XLS_DAMAGED);

  if (wants_sheets)
    put_sheets (workbook);
  else
    put_rows (workbook, g_ascii_strtoull (argv[1], NULL, 10));
  put_byte (SUIVI_XLS_END);
  fflush (stdout);

  /* Closing the workbook would only give back what goes anyway, through code that might stumble. */
  _exit (EXIT_SUCCESS);
}
