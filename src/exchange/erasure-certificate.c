/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody who asked for it can be given: that something was erased. Codes and counts, no name. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/atomic-output.h"
#include "exchange/document.h"
#include "exchange/erasure-certificate.h"

static void
add_count (SuiviDocument *document, const char *label, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  suivi_document_add_fact (document, label, text);
}

static void
add_elsewhere (SuiviDocument *document, const SuiviErasure *erasure)
{
  gboolean any = FALSE;

  suivi_document_add (document, SUIVI_BLOCK_HEADING, _ ("What may still hold it"));
  if (!erasure->complete)
    suivi_document_add_item (document, _ ("The file of the workspace"),
                             _ ("until it is opened next, with no other program using it"), NULL);
  for (char **backup = erasure->backups; backup != NULL && *backup != NULL; backup++)
    {
      suivi_document_add_item (document, *backup, _ ("copy of the workspace"), NULL);
      any = TRUE;
    }
  for (guint i = 0; erasure->sent_out != NULL && i < erasure->sent_out->len; i++)
    {
      const SuiviSentOut *sent_out = g_ptr_array_index (erasure->sent_out, i);

      suivi_document_add_item (document, sent_out->file_name, sent_out->made_on, NULL);
      any = TRUE;
    }
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    any ? _ ("These files are to be erased, too, or whoever has them is to be asked to.")
        : _ ("Suivi knows of no copy beside the workspace and of no document that was written from it."));
}

static const char *
say_what_went (const SuiviErasure *erasure)
{
  if (erasure->complete)
    return _ ("What was kept about these codes was erased from the workspace, from its history and from the "
              "free space of its file. Undo cannot bring it back.");

  return _ ("What was kept about these codes was erased from the workspace and from its history. Undo cannot "
            "bring it back. Traces may stay in the free space of its file for now, because another program "
            "had it open: Suivi finishes erasing when the workspace is opened next.");
}

static SuiviDocument *
make_document (const SuiviErasure *erasure)
{
  g_autofree char *day = g_strndup (erasure->erased_at, 10);
  /* "2026-11-22T10:00:00Z" */
  g_autofree char *when = strlen (erasure->erased_at) > 16
                            ? g_strdup_printf ("%s %.5s UTC", day, erasure->erased_at + 11)
                            : g_strdup (erasure->erased_at);
  g_autofree char *codes = erasure->codes != NULL ? g_strjoinv (", ", erasure->codes) : g_strdup ("");
  SuiviDocument *document = suivi_document_new (_ ("Certificate of erasure"), day);

  suivi_document_add (document, SUIVI_BLOCK_TITLE, _ ("Certificate of erasure"));
  suivi_document_add (document, SUIVI_BLOCK_TEXT, say_what_went (erasure));
  suivi_document_add_fact (document, _ ("Codes"), codes);
  suivi_document_add_fact (document, _ ("Erased on"), when);
  suivi_document_add_fact (document, _ ("Erased by"), erasure->erased_by);
  add_count (document, _ ("Codes erased"), erasure->n_participants);
  add_count (document, _ ("Statements erased"), erasure->n_statements);
  add_count (document, _ ("Sealed values and files erased"), erasure->n_sealed);
  add_count (document, _ ("Steps of the history that lost their content"), erasure->n_steps);
  add_elsewhere (document, erasure);
  suivi_document_add_line (document, _ ("Place and date"));
  suivi_document_add_line (document, _ ("Signature"));

  return document;
}

/**
 * suivi_erasure_certificate_write:
 * @path: where the file shall be
 * @erasure: what was erased
 *
 * Writes a certificate as a PDF: when, by whom, how much, and where it may still be. The same erasure gives the same
 * bytes.
 *
 * Returns: %FALSE if it could not be written; what was there before is still there
 */
gboolean
suivi_erasure_certificate_write (const char *path, const SuiviErasure *erasure, GError **error)
{
  g_autoptr (SuiviAtomicOutput) output = NULL;
  g_autoptr (SuiviDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (erasure != NULL, FALSE);

  document = make_document (erasure);
  bytes = suivi_document_make_pdf (document, NULL, error);
  output = bytes != NULL ? suivi_atomic_output_new (path, error) : NULL;

  return output != NULL && suivi_atomic_output_write (output, bytes, error)
         && suivi_atomic_output_commit (output, error);
}
