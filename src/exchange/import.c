/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/impact-oss.h"
#include "exchange/import.h"
#include "exchange/ohchr-list-docx.h"
#include "exchange/scorecard-reader.h"
#include "exchange/sheet/sheet-book.h"
#include "exchange/table-header.h"
#include "exchange/table-reader.h"
#include "exchange/uhri-json.h"
#include "exchange/uhri-table.h"
#include "exchange/upr-info.h"

/* The lists that we know are below 1 MB. */
#define MAX_DOCX (64 * 1024 * 1024)

/* What the beginning of a file is told by. */
#define PEEK_SIZE 1024

typedef enum
{
  FORMAT_OHCHR_LIST,
  FORMAT_UHRI,
  FORMAT_UPR_INFO,
  FORMAT_IMPACT_OSS,
  FORMAT_TABLE,
  FORMAT_SCORECARD,
  FORMAT_UNKNOWN,
} Format;

static const char *const format_names[]
  = { "ohchr-list", "uhri", "upr-info", "impact-oss", "table", "scorecard", NULL };

/* One file on its way into a plan. */
typedef struct
{
  SuiviSourceFile *file;
  const SuiviImportOptions *options; /* (nullable) */
  SuiviImportPlan *plan;
  GCancellable *cancellable;
  Format wanted; /* by the user; FORMAT_UNKNOWN: nobody said */
} Door;

/**
 * suivi_import_get_formats:
 *
 * Returns: (transfer none): the names of the formats that can be read, %NULL-terminated
 */
const char *const *
suivi_import_get_formats (void)
{
  return format_names;
}

/* --- what was asked for -----------------------------------------------------------------------------------
 */

static gboolean
find_wanted (const SuiviImportOptions *options, Format *wanted, GError **error)
{
  const char *name = options != NULL ? options->format : NULL;
  g_autofree char *valid = NULL;
  g_autofree char *known = NULL;

  /* Only somebody's own table needs to be told what its columns mean. */
  *wanted = options != NULL && options->mapping != NULL ? FORMAT_TABLE : FORMAT_UNKNOWN;
  if (name == NULL)
    return TRUE;

  for (guint i = 0; format_names[i] != NULL; i++)
    {
      if (g_str_equal (format_names[i], name))
        {
          *wanted = i;
          return TRUE;
        }
    }

  valid = suivi_text_make_valid (name, -1);
  known = g_strjoinv (", ", (char **) format_names);
  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
               /* Translators: the second %s is a list of names such as "ohchr-list" */
               _ ("Suivi does not know the format “%s”. It knows: %s."), valid, known);

  return FALSE;
}

static gboolean
is_wanted (const Door *self, Format format)
{
  return self->wanted == FORMAT_UNKNOWN || self->wanted == format;
}

static Format
set_misfit (const Door *self, GError **error)
{
  if (self->wanted == FORMAT_TABLE)
    g_set_error_literal (
      error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
      _ ("This file is no table (.xlsx, .xls, .ods, .csv), so its columns cannot be chosen. Let Suivi "
         "recognise the format."));
  else
    g_set_error (
      error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
      /* Translators: %s is the name of a format, such as "uhri" */
      _ ("This file does not have the layout of the format “%s”. Let Suivi recognise the format, or choose "
         "“table” and say what the columns mean."),
      format_names[self->wanted]);

  return FORMAT_UNKNOWN;
}

/* --- tables -----------------------------------------------------------------------------------------------
 */

/* Returns which format it was, FORMAT_UNKNOWN with @error set. */
static Format
read_table (const Door *self, SuiviSheetBook *book, GError **error)
{
  g_autoptr (SuiviTableHeader) header = NULL;
  Format format = FORMAT_TABLE;
  gboolean success = FALSE;

  header = suivi_table_header_find (book, self->options != NULL ? self->options->sheet : 0, self->cancellable,
                                    error);
  if (header == NULL)
    return FORMAT_UNKNOWN;

  if (is_wanted (self, FORMAT_UHRI) && suivi_uhri_table_recognise ((const char *const *) header->written))
    format = FORMAT_UHRI;
  else if (is_wanted (self, FORMAT_UPR_INFO) && suivi_upr_info_recognise (header))
    format = FORMAT_UPR_INFO;
  else if (is_wanted (self, FORMAT_IMPACT_OSS) && suivi_impact_oss_recognise (header))
    format = FORMAT_IMPACT_OSS;
  if (!is_wanted (self, format))
    return set_misfit (self, error);

  switch (format)
    {
    case FORMAT_UHRI:
      success
        = suivi_uhri_table_read (book, header->sheet, header->row, self->plan, self->cancellable, error);
      break;
    case FORMAT_UPR_INFO:
      success = suivi_upr_info_read (book, header, self->plan, self->cancellable, error);
      break;
    case FORMAT_IMPACT_OSS:
      success = suivi_impact_oss_read (book, header, self->plan, self->cancellable, error);
      break;
    case FORMAT_TABLE:
      success
        = suivi_table_reader_read_any (book, header, self->options, self->plan, self->cancellable, error);
      break;
    case FORMAT_OHCHR_LIST:
    case FORMAT_SCORECARD:
    case FORMAT_UNKNOWN:
    default:
      g_return_val_if_reached (FORMAT_UNKNOWN);
    }

  return success ? format : FORMAT_UNKNOWN;
}

static Format
read_book (const Door *self, SuiviSheetKind kind, GError **error)
{
  g_autoptr (SuiviSheetBook) book = NULL;

  if (self->wanted == FORMAT_OHCHR_LIST)
    return set_misfit (self, error);

  book
    = suivi_sheet_book_open (self->file, kind, self->options != NULL ? self->options->encoding : NULL,
                             self->options != NULL ? self->options->separator : 0, self->cancellable, error);
  if (book == NULL)
    return FORMAT_UNKNOWN;

  if (is_wanted (self, FORMAT_SCORECARD) && suivi_scorecard_reader_recognise (book))
    return suivi_scorecard_reader_read (book, self->plan, self->cancellable, error) ? FORMAT_SCORECARD
                                                                                    : FORMAT_UNKNOWN;
  if (self->wanted == FORMAT_SCORECARD)
    return set_misfit (self, error);

  return read_table (self, book, error);
}

/* --- the file ---------------------------------------------------------------------------------------------
 */

static gboolean
begins_with (GBytes *bytes, const char *magic, gsize magic_size)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size >= magic_size && memcmp (data, magic, magic_size) == 0;
}

/* A Word file is a zip archive, one of before 2007 an OLE2 compound file: the reader knows what to say to
 * that. */
static gboolean
looks_like_word (GBytes *bytes)
{
  return begins_with (bytes, "PK\003\004", 4) || begins_with (bytes, "PK\005\006", 4)
         || begins_with (bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

static Format
read_docx (const Door *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!is_wanted (self, FORMAT_OHCHR_LIST))
    return set_misfit (self, error);
  bytes = suivi_source_file_read_all (self->file, MAX_DOCX, self->cancellable, error);
  if (bytes == NULL || !suivi_ohchr_list_docx_read (bytes, self->plan, self->cancellable, error))
    return FORMAT_UNKNOWN;

  return FORMAT_OHCHR_LIST;
}

static Format
read_json (const Door *self, GError **error)
{
  if (!is_wanted (self, FORMAT_UHRI))
    return set_misfit (self, error);

  return suivi_uhri_json_read (self->file, self->options, self->plan, self->cancellable, error)
           ? FORMAT_UHRI
           : FORMAT_UNKNOWN;
}

static Format
set_not_recognised (GBytes *beginning, GError **error)
{
  const char *sentence = NULL;

  if (g_bytes_get_size (beginning) == 0)
    sentence = _ (
      "The file is empty. Choose an official list of recommendations, an export of a database or a table.");
  else if (begins_with (beginning, "%PDF", 4))
    sentence = _ (
      "This is a PDF file, which Suivi cannot read yet. Look for the same document as a Word file (.docx) or "
      "as a table (.xlsx, .ods, .csv).");
  else
    sentence = _ (
      "Suivi does not recognise this file. It reads official thematic lists of recommendations as Word files "
      "(.docx), exports of UHRI, UPR Info and IMPACT OSS, and tables (.xlsx, .xls, .ods, .csv).");
  g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, sentence);

  return FORMAT_UNKNOWN;
}

/* Recognises the file by its content and has it read. Returns its format, FORMAT_UNKNOWN with @error set. */
static Format
read_content (const Door *self, GError **error)
{
  g_autoptr (GBytes) beginning = suivi_source_file_peek (self->file, PEEK_SIZE, error);
  SuiviSheetKind kind = SUIVI_SHEET_CSV;

  if (beginning == NULL)
    return FORMAT_UNKNOWN;
  if (g_bytes_get_size (beginning) == 0 || begins_with (beginning, "%PDF", 4))
    return set_not_recognised (beginning, error);
  if (suivi_uhri_json_recognise (self->file))
    return read_json (self, error);
  if (suivi_sheet_recognise (self->file, &kind))
    return read_book (self, kind, error);
  if (looks_like_word (beginning))
    return read_docx (self, error);

  return set_not_recognised (beginning, error);
}

static SuiviImportPlan *
read_file (SuiviSourceFile *file,
           const SuiviImportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autofree char *sha256 = NULL;
  Door door = { file, options, NULL, cancellable, FORMAT_UNKNOWN };
  Format format = FORMAT_UNKNOWN;

  if (!find_wanted (options, &door.wanted, error))
    return NULL;

  if (options != NULL && options->progress != NULL)
    suivi_source_file_set_progress (file, options->progress);
  suivi_source_file_start_sha256 (file);
  plan = suivi_import_plan_new ();
  if (options != NULL)
    suivi_import_plan_set_progress (plan, options->progress);
  door.plan = plan;
  format = read_content (&door, error);
  if (format == FORMAT_UNKNOWN)
    return NULL;

  sha256 = suivi_source_file_finish_sha256 (file, cancellable, error);
  if (sha256 == NULL)
    return NULL;
  suivi_import_plan_set_source (plan, format_names[format], suivi_source_file_get_name (file), sha256);

  return g_steal_pointer (&plan);
}

/**
 * suivi_import_read_file:
 * @path: a file, in the encoding of file names
 * @options: (nullable): what the user said about it; %NULL leaves all to Suivi
 * @cancellable: (nullable): to stop reading
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads a file into a plan. Its format is recognised by its content; its name is not looked at. A file of a
 * format that the user named but that it has not is refused with a sentence. Blocks on the disk, touches no
 * workspace: any thread may do it.
 *
 * Returns: (transfer full) (nullable): the plan, to be compared with a workspace
 */
SuiviImportPlan *
suivi_import_read_file (const char *path,
                        const SuiviImportOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (SuiviSourceFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = suivi_source_file_open (path, error);
  if (file == NULL)
    return NULL;

  return read_file (file, options, cancellable, error);
}

/**
 * suivi_import_read_bytes:
 * @bytes: the file
 * @file_name: its name, for people; only the last part of a path is kept
 * @options: (nullable): what the user said about it; %NULL leaves all to Suivi
 * @cancellable: (nullable): to stop reading
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * As suivi_import_read_file(), of a file that is in memory.
 *
 * Returns: (transfer full) (nullable): the plan, to be compared with a workspace
 */
SuiviImportPlan *
suivi_import_read_bytes (GBytes *bytes,
                         const char *file_name,
                         const SuiviImportOptions *options,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SuiviSourceFile) file = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  file = suivi_source_file_new_for_bytes (bytes, file_name);

  return read_file (file, options, cancellable, error);
}
