/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with the rows of a plan. */

#include "config.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exchange/atomic-output.h"
#include "exchange/import-plan-private.h"

/* Whether the file has several reviews, so that a row that names none could be of any. */
static gboolean
is_of_whole_file (SuiviImportPlan *self, SuiviPlanRow *row)
{
  return self->groups->len > 1 && row->state == NULL && row->key == NULL;
}

/**
 * suivi_import_plan_list_faults:
 *
 * Returns: (transfer full) (element-type SuiviImportFault): copies of all faults of what the user wants, in
 * the order of the file, to be released with g_ptr_array_unref()
 */
GPtrArray *
suivi_import_plan_list_faults (SuiviImportPlan *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_fault_free);
  const GArray *indices = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), result);

  indices = suivi_plan_row_list_peek (self->by_status[SUIVI_PLAN_FAULTY]);
  for (guint i = 0; i < indices->len; i++)
    {
      g_autoptr (SuiviPlanRow) row = suivi_import_plan_load_row (self, g_array_index (indices, guint, i));

      for (guint j = 0; j < row->faults->len; j++)
        {
          SuiviImportFault *fault = suivi_import_fault_copy (g_ptr_array_index (row->faults, j));

          fault->number = g_strdup (row->recommendation->number);
          fault->whole_file = is_of_whole_file (self, row);
          g_ptr_array_add (result, fault);
        }
    }

  return result;
}

static const char *
kind_to_label (SuiviFaultKind kind)
{
  switch (kind)
    {
    case SUIVI_FAULT_NO_NUMBER:
      return _ ("No number");
    case SUIVI_FAULT_DUPLICATE_NUMBER:
      return _ ("Number that was there before");
    case SUIVI_FAULT_NO_TEXT:
      return _ ("No text");
    case SUIVI_FAULT_NO_STATE:
      return _ ("No State");
    case SUIVI_FAULT_UNKNOWN_STATE:
      return _ ("Unknown State");
    case SUIVI_FAULT_UNKNOWN_POSITION:
      return _ ("Unknown position");
    case SUIVI_FAULT_MISSING_CELLS:
      return _ ("Missing cells");
    case SUIVI_FAULT_NO_REVIEW:
      return _ ("No review");
    case SUIVI_FAULT_DUPLICATE:
      return _ ("Recommendation that was there before");
    case SUIVI_FAULT_BAD_VALUE:
      return _ ("Value that does not fit");
    case SUIVI_FAULT_BAD_DATE:
      return _ ("Not a date");
    case SUIVI_FAULT_UNKNOWN_KEY:
      return _ ("Not in the workspace");
    case SUIVI_FAULT_INCOMPLETE_GRADE:
      return _ ("Incomplete grade");
    case SUIVI_FAULT_DAMAGED_CELL:
      return _ ("Damaged cell");
    default:
      g_return_val_if_reached ("");
    }
}

/* A spreadsheet takes a cell that begins like this for a formula: the apostrophe says that it is text. */
static void
append_cell (GString *line, const char *text)
{
  if (line->len > 0)
    g_string_append_c (line, ',');
  g_string_append_c (line, '"');
  if (text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (line, '\'');
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}

static gboolean
write_line (FILE *file, GString *line)
{
  g_string_append (line, "\r\n");

  return fwrite (line->str, 1, line->len, file) == line->len;
}

static gboolean
write_fault (FILE *file, const SuiviImportFault *fault, const char *number)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%u", fault->row);
  append_cell (line, number);
  append_cell (line, fault->column);
  append_cell (line, kind_to_label (fault->kind));
  append_cell (line, fault->value);
  append_cell (line, fault->reason);

  return write_line (file, line);
}

static gboolean
write_all (SuiviImportPlan *self, FILE *file)
{
  static const char byte_order_mark[] = "\xEF\xBB\xBF";
  const GArray *indices = suivi_plan_row_list_peek (self->by_status[SUIVI_PLAN_FAULTY]);
  g_autoptr (GString) header = g_string_new (NULL);

  append_cell (header, _ ("Row"));
  append_cell (header, _ ("Number"));
  append_cell (header, _ ("Column"));
  append_cell (header, _ ("Kind"));
  append_cell (header, _ ("Value"));
  append_cell (header, _ ("What to do"));
  if (fputs (byte_order_mark, file) < 0 || !write_line (file, header))
    return FALSE;

  for (guint i = 0; i < indices->len; i++)
    {
      g_autoptr (SuiviPlanRow) row = suivi_import_plan_load_row (self, g_array_index (indices, guint, i));

      for (guint j = 0; j < row->faults->len; j++)
        {
          if (!write_fault (file, g_ptr_array_index (row->faults, j), row->recommendation->number))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * suivi_import_plan_write_faults:
 * @path: the file to write, in the encoding of file names
 * @error: return location of a %SUIVI_STORE_ERROR
 *
 * Writes all faults as CSV that every spreadsheet opens: UTF-8 with byte order mark, commas, CRLF. What was
 * at the path is replaced when all is written.
 *
 * Returns: whether it was written
 */
gboolean
suivi_import_plan_write_faults (SuiviImportPlan *self, const char *path, GError **error)
{
  g_autoptr (SuiviAtomicOutput) output = NULL;
  FILE *file = NULL;
  gboolean ok = FALSE;
  int code = 0;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  output = suivi_atomic_output_new (path, error);
  if (output == NULL)
    return FALSE;

  file = g_fopen (suivi_atomic_output_get_path (output), "wbe");
  ok = file != NULL && write_all (self, file);
  code = errno;
  if (file != NULL && fclose (file) != 0 && ok)
    {
      code = errno;
      ok = FALSE;
    }
  if (!ok)
    {
      g_debug ("faults: %s", g_strerror (code));
      if (code == ENOSPC || code == EDQUOT || code == EFBIG)
        g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL,
                     _ ("“%s” was not written: the disk is full. Make room or choose another folder."),
                     suivi_atomic_output_get_name (output));
      else
        g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                     _ ("“%s” could not be written. Try another folder."),
                     suivi_atomic_output_get_name (output));
      return FALSE;
    }

  return suivi_plan_spool_check (self->rows, error) && suivi_plan_spool_check (self->found, error)
         && suivi_atomic_output_commit (output, error);
}
