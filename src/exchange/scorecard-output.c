/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/atomic-output.h"
#include "exchange/scorecard-output-private.h"
#include "exchange/scorecard-output.h"
#include "exchange/scorecard-xlsx.h"

static const char *const suffixes[SUIVI_N_SCORECARD_FORMATS] = {
  [SUIVI_SCORECARD_XLSX] = "xlsx",
  [SUIVI_SCORECARD_PDF] = "pdf",
  [SUIVI_SCORECARD_CSV] = "csv",
  [SUIVI_SCORECARD_JSON] = "json",
};

const SuiviLight suivi_scorecard_lights[SUIVI_N_LIGHTS] = {
  SUIVI_LIGHT_GREEN,
  SUIVI_LIGHT_AMBER,
  SUIVI_LIGHT_RED,
  SUIVI_LIGHT_GREY,
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
write_pdf (SuiviScorecardSource *source, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviAtomicOutput) output = suivi_atomic_output_new (path, error);
  g_autoptr (GBytes) bytes = output != NULL ? suivi_scorecard_make_pdf (source, cancellable, error) : NULL;

  return bytes != NULL && suivi_atomic_output_write (output, bytes, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && suivi_atomic_output_commit (output, error);
}

/**
 * suivi_scorecard_write:
 * @store: an open workspace
 * @filter: which recommendations, and the cut-off date: assessments after it do not count. Without one the latest
 *   assessments count
 * @author: (nullable): who makes the scorecard; %NULL for the author of the workspace
 * @path: the file to write; its ending says the format: ".xlsx", ".pdf", ".csv" or ".json". It is written whole or not
 *   at all: what stands there stays if anything fails
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR (INVALID: no such format; NOT_FOUND: no such folder; READ_ONLY: not
 *   allowed to write there; DISK_FULL; FAILED: not a file, or more rows than the format holds; or what reading the
 *   workspace fails with) or of %G_IO_ERROR_CANCELLED
 *
 * Writes the scorecard. Whatever the format, it has the same rows, and its totals are counted from them. The same
 * workspace, filter, author and language give the same bytes. Blocks on the disk; any thread that may use @store.
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

  if (!suivi_scorecard_format_from_name (path, &format))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                   _ (
                     "“%s” does not say in which format to write the scorecard. Let the name end in “.xlsx”, "
                     "“.pdf”, “.csv” or “.json”."),
                   name);
      return FALSE;
    }
  if (format == SUIVI_SCORECARD_XLSX)
    return suivi_scorecard_xlsx_write (store, filter, author, path, cancellable, error);

  source = suivi_scorecard_source_new (store, filter, author, error);
  if (source == NULL)
    return FALSE;

  return format == SUIVI_SCORECARD_PDF ? write_pdf (source, path, cancellable, error)
                                       : write_text (source, format, path, cancellable, error);
}
