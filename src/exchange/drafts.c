/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/atomic-output.h"
#include "exchange/drafts-private.h"

static const char *const suffixes[] = {
  [SUIVI_DRAFTS_DOCX] = "docx",
  [SUIVI_DRAFTS_PDF] = "pdf",
  [SUIVI_DRAFTS_XLSX] = "xlsx",
  [SUIVI_DRAFTS_CSV] = "csv",
};

/**
 * suivi_drafts_format_from_name:
 * @name: (nullable): the name of a file, "drafts.docx", or of a format alone, "docx"; capitals make no difference
 * @format: (out): the format
 *
 * Returns: whether it names a format that drafts can be written in
 */
gboolean
suivi_drafts_format_from_name (const char *name, SuiviDraftsFormat *format)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  const char *suffix = dot != NULL ? dot + 1 : name;

  for (gsize i = 0; suffix != NULL && i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_ascii_strcasecmp (suffix, suffixes[i]) == 0)
        {
          *format = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_drafts_format_suffix:
 *
 * Returns: how names of such files end: "docx"
 */
const char *
suivi_drafts_format_suffix (SuiviDraftsFormat format)
{
  g_return_val_if_fail ((gsize) format < G_N_ELEMENTS (suffixes), NULL);

  return suffixes[format];
}

static gboolean
write_bytes (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviAtomicOutput) output = suivi_atomic_output_new (path, error);

  return output != NULL && suivi_atomic_output_write (output, bytes, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && suivi_atomic_output_commit (output, error);
}

static GBytes *
make_bytes (SuiviDraftsContent *content, SuiviDraftsFormat format, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviDocument) document = NULL;

  switch (format)
    {
    case SUIVI_DRAFTS_DOCX:
      document = suivi_drafts_document_new (content);
      return suivi_document_make_docx (document, cancellable, error);
    case SUIVI_DRAFTS_PDF:
      document = suivi_drafts_document_new (content);
      return suivi_document_make_pdf (document, cancellable, error);
    case SUIVI_DRAFTS_CSV:
      return suivi_drafts_make_csv (content);
    case SUIVI_DRAFTS_XLSX:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * suivi_drafts_write:
 * @store: an open workspace
 * @draft_ids: (nullable) (array zero-terminated=1): keys of the drafts; %NULL: all of the workspace
 * @format: in which format
 * @path: the file to write. It is written whole or not at all: what stands there stays if anything fails
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR (INVALID: there is no draft to write; NOT_FOUND: one of the drafts
 * is not in the workspace, or there is no such folder; READ_ONLY: not allowed to write there; DISK_FULL; FAILED) or of
 * %G_IO_ERROR_CANCELLED
 *
 * Writes drafts with the issue that each belongs to, what speaks for them, whom they were sent to, and their
 * translations. They stand in the order of the workspace, whatever that of @draft_ids. The same workspace and drafts
 * give the same bytes: the file is dated by the last change in the workspace, and time frames such as “within two
 * years” count from that day. Blocks on the disk; any thread that may use @store.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_drafts_write (SuiviStore *store,
                    const char *const *draft_ids,
                    SuiviDraftsFormat format,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SuiviDraftsContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail ((gsize) format < G_N_ELEMENTS (suffixes), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  content = suivi_drafts_content_new (store, draft_ids, cancellable, error);
  if (content == NULL)
    return FALSE;
  if (format == SUIVI_DRAFTS_XLSX)
    return suivi_drafts_write_xlsx (content, path, cancellable, error);

  bytes = make_bytes (content, format, cancellable, error);

  return bytes != NULL && write_bytes (bytes, path, cancellable, error);
}
