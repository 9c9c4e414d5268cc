/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/*
 * What suivi-read-xls writes to its output, and xls-reader.c reads. Numbers have four bytes, the lowest first. Neither
 * side trusts the other: the library that reads old workbooks may have been led astray by one.
 *
 *   magic, then records that begin with a letter:
 *   S length bytes                       a sheet, when asked for "sheets"
 *   T rows                               how many rows the sheet has, when asked for the number of a sheet
 *   R number cells, and for each cell: type (one byte, SuiviCellType) length bytes
 *   E                                    the end: all went well
 *   F reason (one byte)                  the end: it did not
 */

#define SUIVI_XLS_MAGIC "SuiviXls1"

#define SUIVI_XLS_SHEET 'S'
#define SUIVI_XLS_TOTAL 'T'
#define SUIVI_XLS_ROW   'R'
#define SUIVI_XLS_END   'E'
#define SUIVI_XLS_FAIL  'F'

/* Reasons */
#define SUIVI_XLS_DAMAGED   'D'
#define SUIVI_XLS_PROTECTED 'P'

/* What the format can hold. */
#define SUIVI_XLS_MAX_ROWS    65536
#define SUIVI_XLS_MAX_COLUMNS 256
#define SUIVI_XLS_MAX_SHEETS  1024
#define SUIVI_XLS_MAX_NAME    1024

/* UPR Info's exports have below 4 MB. */
#define SUIVI_XLS_MAX_FILE (64 * 1024 * 1024)
