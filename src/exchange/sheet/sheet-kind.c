/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/opc-relations.h"
#include "exchange/sheet/compound-file.h"
#include "exchange/sheet/sheet-kind.h"
#include "exchange/sheet/text-decoder.h"
#include "exchange/sheet/text-encoding.h"

/* What a text is recognised by. */
#define SAMPLE_SIZE (64 * 1024)

/* Only lists of contents and small parts are looked at. */
static const SuiviZipLimits limits = {
  .max_file = (goffset) 1024 * 1024 * 1024,
  .max_part = 1024 * 1024,
  .harmless = 1024 * 1024,
  .max_ratio = 1,
};

/* The names of OpenDocument types have some 50 characters. */
#define MAX_TYPE 128

/* --- text -------------------------------------------------------------------------------------------------
 */

/* JSON, HTML, XML, PDF, RTF and PostScript are text as well, but no tables. */
static gboolean
is_marked_up (const char *text)
{
  const char *next = NULL;

  while (g_ascii_isspace (*text))
    text++;
  next = text + 1;
  while (*text != '\0' && g_ascii_isspace (*next))
    next++;

  switch (*text)
    {
    case '{':
      return TRUE;
    case '[':
      return *next == '{' || *next == '[' || *next == '"' || *next == ']' || g_ascii_isdigit (*next);
    case '<':
      return g_ascii_isalpha (*next) || *next == '!' || *next == '?';
    case '%':
      return g_str_has_prefix (text, "%PDF") || g_str_has_prefix (text, "%!PS");
    default:
      return FALSE;
    }
}

/* So many characters that no text has may have slipped into one. */
#define FEW_ODD    4
#define FEW_ODD_OF 200

/* Form feeds and the end mark of DOS occur in texts; other control characters, and characters that were none in their
 * encoding, hardly. */
static gboolean
is_text (const GString *text)
{
  guint n_odd = 0;

  if (memchr (text->str, '\0', text->len) != NULL)
    return FALSE;

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xFFFD
          || (g_unichar_iscntrl (c) && c != '\t' && c != '\n' && c != '\f' && c != 0x1A && c != 0x85))
        n_odd++;
    }

  return n_odd <= FEW_ODD + text->len / FEW_ODD_OF;
}

static gboolean
is_table_of_text (const guchar *data, gsize size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SuiviTextDecoder) decoder = suivi_text_decoder_new (suivi_text_encoding_of_sample (data, size));

  suivi_text_decoder_push (decoder, data, size, text);

  return is_text (text) && !is_marked_up (text->str) && strspn (text->str, " \t\n\f\032") < text->len;
}

/* --- workbooks --------------------------------------------------------------------------------------------
 */

static gboolean
append_type_cb (const char *data, gsize length, gpointer user_data, GError **error)
{
  g_string_append_len (user_data, data, MIN (length, MAX_TYPE));

  return TRUE;
}

/* OpenDocument files say in their first part what they are. */
static gboolean
is_ods (SuiviZipPackage *zip)
{
  g_autoptr (GString) type = g_string_new (NULL);

  return suivi_zip_package_has_part (zip, "mimetype")
         && suivi_zip_package_read_part (zip, "mimetype", append_type_cb, type, NULL, NULL)
         && g_str_has_prefix (type->str, "application/vnd.oasis.opendocument.spreadsheet");
}

static gboolean
is_xlsx (SuiviZipPackage *zip)
{
  g_autoptr (GPtrArray) relations = NULL;
  g_autofree char *lower = NULL;
  const char *part = NULL;

  if (suivi_zip_package_has_part (zip, "xl/workbook.xml")
      || suivi_zip_package_has_part (zip, "xl/workbook.bin"))
    return TRUE;

  relations = suivi_opc_relations_read (zip, "", NULL, NULL);
  part = relations != NULL ? suivi_opc_relations_find_type (relations, "officeDocument") : NULL;
  lower = part != NULL ? g_ascii_strdown (part, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, "workbook.xml") && suivi_zip_package_has_part (zip, lower);
}

static gboolean
find_kind_of_zip (SuiviSourceFile *file, SuiviSheetKind *kind)
{
  g_autoptr (SuiviZipPackage) zip = suivi_zip_package_open (file, &limits, NULL, NULL);

  if (zip == NULL)
    return FALSE;

  *kind = is_ods (zip) ? SUIVI_SHEET_ODS : SUIVI_SHEET_XLSX;

  return *kind == SUIVI_SHEET_ODS || is_xlsx (zip);
}

/* What has a password may be a Word file: that is not to be seen from outside, and the sentence is the same. */
static gboolean
find_kind_of_compound (SuiviSourceFile *file, SuiviSheetKind *kind)
{
  if (suivi_compound_file_has_stream (file, "EncryptedPackage"))
    *kind = SUIVI_SHEET_XLSX;
  else if (suivi_compound_file_has_stream (file, "Workbook") || suivi_compound_file_has_stream (file, "Book"))
    *kind = SUIVI_SHEET_XLS;
  else
    return FALSE;

  return TRUE;
}

/* --- public -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_sheet_kind_of_file:
 * @file: a file
 * @kind: (out): set on success only
 *
 * Returns: whether the content is that of one of the kinds
 */
gboolean
suivi_sheet_kind_of_file (SuiviSourceFile *file, SuiviSheetKind *kind)
{
  g_autoptr (GBytes) bytes = suivi_source_file_peek (file, SAMPLE_SIZE, NULL);
  const guchar *data = NULL;
  gsize size = 0;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (suivi_zip_package_is_zip (data, size))
    return find_kind_of_zip (file, kind);
  if (suivi_zip_package_is_compound (data, size))
    return find_kind_of_compound (file, kind);
  *kind = SUIVI_SHEET_CSV;

  return is_table_of_text (data, size);
}
