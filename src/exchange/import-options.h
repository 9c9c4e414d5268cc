/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/progress.h"
#include "exchange/table-mapping.h"

G_BEGIN_DECLS

/**
 * SuiviImportOptions:
 * @format: (nullable): one of suivi_import_get_formats(), or %NULL to recognise it by content
 * @encoding: (nullable): of a text file, one of suivi_sheet_get_encodings(), or %NULL to detect it
 * @separator: of a text file, or 0 to detect it
 * @sheet: which of the visible sheets of a workbook, from 1; 0: the first one that holds a table
 * @mapping: (nullable): what the columns of a table mean, or %NULL for the proposal
 * @recall: whether what the user chose before for such a table comes before the proposal
 * @progress: (nullable): is told how far the reading is
 *
 * What a person can say about a file before it is read. A struct of zeros leaves all to Suivi.
 */
typedef struct
{
  char *format;
  char *encoding;
  char separator;
  guint sheet;
  SuiviTableMapping *mapping;
  gboolean recall;
  SuiviProgress *progress;
} SuiviImportOptions;

SuiviImportOptions *suivi_import_options_new  (void);
SuiviImportOptions *suivi_import_options_copy (const SuiviImportOptions *self);
void                suivi_import_options_free (SuiviImportOptions       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviImportOptions, suivi_import_options_free)

G_END_DECLS
