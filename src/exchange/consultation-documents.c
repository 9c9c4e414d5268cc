/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/atomic-output.h"
#include "exchange/consultation-private.h"

/**
 * SuiviConsultationDocument, as far as writing it goes.
 * @kind: how it is named in the workspace and on the command line; never changed
 * @shows_words: whether it holds what children said: then the workspace remembers where it went
 */
static const struct
{
  const char *kind;
  gboolean shows_words;
  SuiviDocument *(*make) (SuiviConsultationContent *content);
} documents[SUIVI_N_CONSULTATION_DOCUMENTS] = {
  [SUIVI_DOCUMENT_CHECKLIST] = { "checklist", FALSE, suivi_consultation_make_checklist },
  [SUIVI_DOCUMENT_CONSENT_SHEETS] = { "consent-sheets", FALSE, suivi_consultation_make_consent_sheets },
  [SUIVI_DOCUMENT_INFORMATION_SHEET]
  = { "information-sheet", FALSE, suivi_consultation_make_information_sheet },
  [SUIVI_DOCUMENT_FEEDBACK_LETTER] = { "feedback-letter", TRUE, suivi_consultation_make_letter },
  [SUIVI_DOCUMENT_REPORT] = { "report", TRUE, suivi_consultation_make_report },
};

/**
 * suivi_consultation_document_get_kind:
 *
 * Returns: how files and the workspace name the document: "report"
 */
const char *
suivi_consultation_document_get_kind (SuiviConsultationDocument document)
{
  g_return_val_if_fail ((gsize) document < G_N_ELEMENTS (documents), NULL);

  return documents[document].kind;
}

/**
 * suivi_consultation_document_to_label:
 *
 * Returns: what the document is, translated
 */
const char *
suivi_consultation_document_to_label (SuiviConsultationDocument document)
{
  switch (document)
    {
    case SUIVI_DOCUMENT_CHECKLIST:
      return _ ("Safeguarding checklist");
    case SUIVI_DOCUMENT_CONSENT_SHEETS:
      return _ ("Sheets for consent");
    case SUIVI_DOCUMENT_INFORMATION_SHEET:
      return _ ("Information sheet for children");
    case SUIVI_DOCUMENT_FEEDBACK_LETTER:
      return _ ("Letter to the children");
    case SUIVI_DOCUMENT_REPORT:
      return _ ("Report of the consultation");
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
get_step_label (SuiviConsultationDocument document)
{
  return document == SUIVI_DOCUMENT_FEEDBACK_LETTER ? _ ("Write a letter to children")
                                                    : _ ("Write a report of a consultation");
}

/* Whoever erases something later has to know of the file: what could not be noted may not be written. */
static gboolean
check_notable (SuiviStore *store, GError **error)
{
  if (suivi_store_get_read_only (store) == SUIVI_READ_ONLY_NO)
    return TRUE;

  g_set_error_literal (
    error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY,
    _ ("Nothing was written: the document holds what children said, and the workspace can only be "
       "read, so it could not be noted where the document went. Open a workspace that can be "
       "changed."));
  return FALSE;
}

static gboolean
note (SuiviStore *store,
      const char *consultation_id,
      SuiviConsultationDocument document,
      const char *name,
      GError **error)
{
  g_autoptr (SuiviSentOut) sent_out = suivi_sent_out_new (consultation_id, name, documents[document].kind);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, get_step_label (document), error);

  if (transaction == NULL)
    return FALSE;
  /* The file is there whatever is undone: then it must be known where children's words went. */
  suivi_transaction_set_final (transaction);

  return suivi_transaction_put_sent_out (transaction, sent_out, error)
         && suivi_transaction_commit (transaction, error);
}

typedef GBytes *(*MakeFunc) (const SuiviDocument *document, GCancellable *cancellable, GError **error);

static MakeFunc
find_format (const char *path)
{
  const char *dot = strrchr (path, '.');

  if (dot != NULL && g_ascii_strcasecmp (dot, ".pdf") == 0)
    return suivi_document_make_pdf;
  if (dot != NULL && g_ascii_strcasecmp (dot, ".docx") == 0)
    return suivi_document_make_docx;

  return NULL;
}

static GBytes *
make_bytes (SuiviStore *store,
            const char *consultation_id,
            SuiviConsultationDocument document,
            MakeFunc make,
            GError **error)
{
  g_autoptr (SuiviConsultationContent) content
             = suivi_consultation_content_new (store, consultation_id, documents[document].shows_words,
                                               error);
  g_autoptr (SuiviDocument) text = NULL;

  if (content == NULL)
    return NULL;

  text = documents[document].make (content);
  suivi_document_keep_dates (text);

  return make (text, NULL, error);
}

/**
 * suivi_consultation_document_write:
 * @store: an open workspace
 * @consultation_id: key of a consultation
 * @document: what to write
 * @path: the file; its name ends in ".pdf" or ".docx". It is written whole or not at all: what stands there stays if
 *   anything fails
 * @error: return location of a %SUIVI_STORE_ERROR (INVALID: the name ends otherwise; NOT_FOUND: there is no such
 * consultation, or no such folder; READ_ONLY: not allowed to write there, or the workspace cannot take a note of it;
 * DISK_FULL; FAILED)
 *
 * Writes a document in the language of the user. What children said goes in only as far as the consent gate allows; a
 * report or a letter, which hold it, are noted in the workspace as a step of their own. The same workspace gives the
 * same bytes. Blocks on the disk; any thread that may use @store.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_consultation_document_write (SuiviStore *store,
                                   const char *consultation_id,
                                   SuiviConsultationDocument document,
                                   const char *path,
                                   GError **error)
{
  MakeFunc make = NULL;
  g_autoptr (SuiviAtomicOutput) output = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (consultation_id != NULL, FALSE);
  g_return_val_if_fail ((gsize) document < G_N_ELEMENTS (documents), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  make = find_format (path);
  if (make == NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                           _ ("Nothing was written: the name of the file must end in .pdf or .docx."));
      return FALSE;
    }
  if (documents[document].shows_words && !check_notable (store, error))
    return FALSE;

  bytes = make_bytes (store, consultation_id, document, make, error);
  output = bytes != NULL ? suivi_atomic_output_new (path, error) : NULL;
  if (output == NULL || !suivi_atomic_output_write (output, bytes, error))
    return FALSE;
  /* The note comes first: a file that nobody knows of would be worse than a note of a file that is not there. */
  if (documents[document].shows_words
      && !note (store, consultation_id, document, suivi_atomic_output_get_name (output), error))
    return FALSE;

  return suivi_atomic_output_commit (output, error);
}
