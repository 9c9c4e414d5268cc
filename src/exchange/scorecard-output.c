/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/atomic-output.h"
#include "exchange/child-friendly.h"
#include "exchange/midterm-report.h"
#include "exchange/scorecard-output-private.h"
#include "exchange/scorecard-output.h"
#include "exchange/scorecard-xlsx.h"

static const char *const suffixes[SUIVI_N_SCORECARD_FORMATS] = {
  [SUIVI_SCORECARD_XLSX] = "xlsx", [SUIVI_SCORECARD_PDF] = "pdf",   [SUIVI_SCORECARD_CSV] = "csv",
  [SUIVI_SCORECARD_JSON] = "json", [SUIVI_SCORECARD_DOCX] = "docx",
};

const SuiviPosition suivi_scorecard_positions[SUIVI_N_SCORECARD_POSITIONS] = {
  SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_PART,       SUIVI_POSITION_NOTED,
  SUIVI_POSITION_PENDING,   SUIVI_POSITION_COMMITMENT, SUIVI_POSITION_NONE,
};

/**
 * suivi_scorecard_format_from_name:
 * @name: (nullable): the name of a file, "scorecard.xlsx", with something before the dot; capitals make no difference
 * @format: (out): the format
 *
 * Returns: whether it ends like a format that a scorecard can be written in
 */
gboolean
suivi_scorecard_format_from_name (const char *name, SuiviScorecardFormat *format)
{
  const char *slash = name != NULL ? strrchr (name, G_DIR_SEPARATOR) : NULL;
  const char *base = slash != NULL ? slash + 1 : name;
  const char *dot = base != NULL ? strrchr (base, '.') : NULL;

  for (gsize i = 0; dot != NULL && dot != base && i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
        {
          *format = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_scorecard_format_suffix:
 *
 * Returns: how names of such files end: "xlsx"
 */
const char *
suivi_scorecard_format_suffix (SuiviScorecardFormat format)
{
  g_return_val_if_fail ((gsize) format < G_N_ELEMENTS (suffixes), NULL);

  return suffixes[format];
}

static gboolean
write_text (SuiviScorecardSource *source,
            SuiviScorecardFormat format,
            const char *path,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SuiviTextOutput) output = suivi_text_output_new (path, error);

  if (output == NULL
      || !(format == SUIVI_SCORECARD_CSV ? suivi_scorecard_add_csv (source, output, cancellable, error)
                                         : suivi_scorecard_add_json (source, output, cancellable, error)))
    return FALSE;

  return suivi_text_output_commit (output, cancellable, error);
}

static gboolean
write_bytes (GBytes *bytes, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviAtomicOutput) output = bytes != NULL ? suivi_atomic_output_new (path, error) : NULL;

  return output != NULL && suivi_atomic_output_write (output, bytes, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && suivi_atomic_output_commit (output, error);
}

static gboolean
write_source (SuiviScorecardSource *source,
              SuiviScorecardFormat format,
              const char *path,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  switch (format)
    {
    case SUIVI_SCORECARD_XLSX:
      return suivi_scorecard_xlsx_write_source (source, path, cancellable, error);
    case SUIVI_SCORECARD_CSV:
    case SUIVI_SCORECARD_JSON:
      return write_text (source, format, path, cancellable, error);
    case SUIVI_SCORECARD_PDF:
      bytes = suivi_scorecard_make_pdf (source, cancellable, error);
      return write_bytes (bytes, path, cancellable, error);
    case SUIVI_SCORECARD_DOCX:
      bytes = suivi_midterm_report_make (source, cancellable, error);
      return write_bytes (bytes, path, cancellable, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
find_format (const char *path, SuiviScorecardFormat *format, GError **error)
{
  g_autofree char *name = NULL;

  if (suivi_scorecard_format_from_name (path, format))
    return TRUE;

  name = g_filename_display_basename (path);
  g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
               _ ("“%s” does not say in which format to write the scorecard. Let the name end in “.xlsx”, "
                  "“.docx”, “.pdf”, “.csv” or “.json”."),
               name);
  return FALSE;
}

/**
 * suivi_scorecard_write:
 * @store: an open workspace
 * @filter: which recommendations, and the cut-off date: assessments after it do not count. Without one the latest
 *   assessments count
 * @author: (nullable): who makes the scorecard; %NULL for the author of the workspace
 * @path: the file to write; its ending says the format: ".xlsx", ".docx", ".pdf", ".csv" or ".json". It is written whole
 *   or not at all: what stands there stays if anything fails
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR (INVALID: no such format; NOT_FOUND: no such folder; READ_ONLY: not
 *   allowed to write there; DISK_FULL; FAILED: not a file, or more rows than the format holds; or what reading the
 *   workspace fails with) or of %G_IO_ERROR_CANCELLED
 *
 * Writes the scorecard of the working copy. Whatever the format, it has the same rows, and its totals are counted from
 * them. The same workspace, filter, author and language give the same bytes. Blocks on the disk; any thread that may use
 * @store.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_scorecard_write (SuiviStore *store,
                       const SuiviFilter *filter,
                       const char *author,
                       const char *path,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (SuiviScorecardSource) source = NULL;
  SuiviScorecardFormat format = SUIVI_SCORECARD_XLSX;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!find_format (path, &format, error))
    return FALSE;
  source = suivi_scorecard_source_new (store, filter, author, error);

  return source != NULL && write_source (source, format, path, cancellable, error);
}

/**
 * suivi_scorecard_write_edition:
 * @store: an open workspace
 * @edition_id: key of an edition
 * @filter: (nullable): which of its recommendations; its cut-off date does not count, the edition has its own
 * @path: the file to write, as for suivi_scorecard_write()
 * @cancellable: (nullable): to stop
 * @error: as of suivi_scorecard_write(); %SUIVI_STORE_ERROR_NOT_FOUND also if there is no such edition
 *
 * Writes an edition of the scorecard as it was frozen: later changes do not show.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_scorecard_write_edition (SuiviStore *store,
                               const char *edition_id,
                               const SuiviFilter *filter,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (SuiviScorecardSource) source = NULL;
  SuiviScorecardFormat format = SUIVI_SCORECARD_XLSX;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (edition_id != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!find_format (path, &format, error))
    return FALSE;
  source = suivi_scorecard_source_new_for_edition (store, edition_id, filter, error);

  return source != NULL && write_source (source, format, path, cancellable, error);
}

/**
 * suivi_scorecard_write_child_friendly:
 * @store: an open workspace
 * @filter: (nullable): which recommendations, and the cut-off date of their lights; %NULL: all of them, now
 * @edition_id: (nullable): key of an edition, whose lights it tells; %NULL: those of the working copy
 * @path: the Word file to write; it is written whole or not at all
 * @cancellable: (nullable): to stop
 * @error: as of suivi_scorecard_write(); %SUIVI_STORE_ERROR_NOT_FOUND also if no recommendation was chosen for children
 *
 * Writes the edition for children: the recommendations that were chosen for it, in the words that the user wrote. The same
 * workspace and language give the same bytes. Blocks on the disk; any thread that may use @store.
 *
 * Returns: whether the file is there
 */
gboolean
suivi_scorecard_write_child_friendly (SuiviStore *store,
                                      const SuiviFilter *filter,
                                      const char *edition_id,
                                      const char *path,
                                      GCancellable *cancellable,
                                      GError **error)
{
  g_autoptr (SuiviFilter) all = suivi_filter_new ();
  g_autoptr (SuiviScorecardSource) source = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  source = edition_id != NULL
             ? suivi_scorecard_source_new_for_edition (store, edition_id, filter, error)
             : suivi_scorecard_source_new (store, filter != NULL ? filter : all, NULL, error);
  bytes = source != NULL ? suivi_child_friendly_make (source, store, cancellable, error) : NULL;

  return write_bytes (bytes, path, cancellable, error);
}
