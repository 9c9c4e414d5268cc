/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviDraftsFormat:
 * @SUIVI_DRAFTS_DOCX: a Word document
 * @SUIVI_DRAFTS_PDF: a tagged PDF
 * @SUIVI_DRAFTS_XLSX: a workbook
 * @SUIVI_DRAFTS_CSV: UTF-8, one row per draft
 *
 * In which format drafts can be written.
 */
typedef enum
{
  SUIVI_DRAFTS_DOCX,
  SUIVI_DRAFTS_PDF,
  SUIVI_DRAFTS_XLSX,
  SUIVI_DRAFTS_CSV,
} SuiviDraftsFormat;

gboolean     suivi_drafts_format_from_name (const char          *name,
                                            SuiviDraftsFormat   *format);
const char  *suivi_drafts_format_suffix    (SuiviDraftsFormat    format);
gboolean     suivi_drafts_write            (SuiviStore          *store,
                                            const char * const  *draft_ids,
                                            SuiviDraftsFormat    format,
                                            const char          *path,
                                            GCancellable        *cancellable,
                                            GError             **error);

G_END_DECLS
