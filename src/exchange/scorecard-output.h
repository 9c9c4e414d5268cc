/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardFormat:
 * @SUIVI_SCORECARD_XLSX: a workbook
 * @SUIVI_SCORECARD_PDF: a tagged PDF
 * @SUIVI_SCORECARD_CSV: UTF-8, one row per recommendation, as data/scorecard.csv-metadata.json describes them
 * @SUIVI_SCORECARD_JSON: rows and totals, as data/scorecard.schema.json describes them
 * @SUIVI_SCORECARD_DOCX: the mid-term report, for Word
 *
 * In which format a scorecard can be written.
 */
typedef enum
{
  SUIVI_SCORECARD_XLSX,
  SUIVI_SCORECARD_PDF,
  SUIVI_SCORECARD_CSV,
  SUIVI_SCORECARD_JSON,
  SUIVI_SCORECARD_DOCX,
} SuiviScorecardFormat;

#define SUIVI_N_SCORECARD_FORMATS 5

gboolean    suivi_scorecard_format_from_name     (const char            *name,
                                                  SuiviScorecardFormat  *format);
const char *suivi_scorecard_format_suffix        (SuiviScorecardFormat   format);
gboolean    suivi_scorecard_write                (SuiviStore            *store,
                                                  const SuiviFilter     *filter,
                                                  const char            *author,
                                                  const char            *path,
                                                  GCancellable          *cancellable,
                                                  GError               **error);
gboolean    suivi_scorecard_write_edition        (SuiviStore            *store,
                                                  const char            *edition_id,
                                                  const SuiviFilter     *filter,
                                                  const char            *path,
                                                  GCancellable          *cancellable,
                                                  GError               **error);
gboolean    suivi_scorecard_write_child_friendly (SuiviStore            *store,
                                                  const SuiviFilter     *filter,
                                                  const char            *edition_id,
                                                  const char            *path,
                                                  GCancellable          *cancellable,
                                                  GError               **error);

G_END_DECLS
