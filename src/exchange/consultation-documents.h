/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviConsultationDocument:
 * @SUIVI_DOCUMENT_CHECKLIST: the blank safeguarding checklist, to take along
 * @SUIVI_DOCUMENT_CONSENT_SHEETS: blank sheets for assent and consent
 * @SUIVI_DOCUMENT_INFORMATION_SHEET: the information sheet for children, to be filled in
 * @SUIVI_DOCUMENT_FEEDBACK_LETTER: the letter that tells children what became of it
 * @SUIVI_DOCUMENT_REPORT: the consultation report: age bands, method, date, what was said as far as consent goes, how
 *   it was used. Nothing that identifies a child
 */
typedef enum
{
  SUIVI_DOCUMENT_CHECKLIST,
  SUIVI_DOCUMENT_CONSENT_SHEETS,
  SUIVI_DOCUMENT_INFORMATION_SHEET,
  SUIVI_DOCUMENT_FEEDBACK_LETTER,
  SUIVI_DOCUMENT_REPORT,
} SuiviConsultationDocument;

#define SUIVI_N_CONSULTATION_DOCUMENTS 5

const char *suivi_consultation_document_get_kind  (SuiviConsultationDocument   document);
const char *suivi_consultation_document_to_label  (SuiviConsultationDocument   document);
gboolean    suivi_consultation_document_write     (SuiviStore                 *store,
                                                   const char                 *consultation_id,
                                                   SuiviConsultationDocument   document,
                                                   const char                 *path,
                                                   GError                    **error);

G_END_DECLS
