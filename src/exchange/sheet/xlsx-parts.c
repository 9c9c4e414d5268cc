/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-plan.h"
#include "exchange/sheet/xlsx-parts.h"

/* Excel itself stops at 64,000. */
#define MAX_STYLES  65536
#define MAX_FORMATS 65536

/* Longer than any that a person would understand. */
#define MAX_NAME 256

static gboolean
is_true (const SuiviXmlAttribute *attribute)
{
  return suivi_xml_attribute_is (attribute, "1") || suivi_xml_attribute_is (attribute, "true");
}

/* --- the workbook -----------------------------------------------------------------------------------------
 */

typedef struct
{
  SuiviXlsxBook *self;
  SuiviSheetBook *book;
  GPtrArray *relations;
} WorkbookReading;

static void
start_workbook_cb (const char *space,
                   const char *name,
                   const SuiviXmlAttribute *attributes,
                   guint n_attributes,
                   gpointer user_data)
{
  WorkbookReading *reading = user_data;
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  const SuiviXmlAttribute *state = NULL;
  const char *part = NULL;

  if (g_str_equal (name, "workbookPr"))
    reading->self->from_1904 = is_true (suivi_xml_attribute_find (attributes, n_attributes, "date1904"));
  if (!g_str_equal (name, "sheet") || reading->self->sheets->len >= SUIVI_SHEET_MAX_SHEETS)
    return;

  title = suivi_xml_attribute_dup (suivi_xml_attribute_find (attributes, n_attributes, "name"), MAX_NAME);
  id = suivi_xml_attribute_dup (suivi_xml_attribute_find (attributes, n_attributes, "id"), MAX_NAME);
  state = suivi_xml_attribute_find (attributes, n_attributes, "state");
  /* Sheets of charts and of macros have other types. */
  part = id != NULL ? suivi_opc_relations_find_id (reading->relations, id, "worksheet") : NULL;
  if (part == NULL || !suivi_zip_package_has_part (reading->self->zip, part))
    return;

  g_ptr_array_add (reading->self->sheets, g_strdup (part));
  suivi_sheet_book_add_sheet (reading->book, title != NULL ? title : "",
                              suivi_xml_attribute_is (state, "hidden")
                                || suivi_xml_attribute_is (state, "veryHidden"));
}

/**
 * suivi_xlsx_read_workbook:
 * @book: gets the sheets
 * @part: name of the part with the workbook
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Finds the sheets, in their order, and the other parts that are needed.
 *
 * Returns: whether the workbook could be read
 */
gboolean
suivi_xlsx_read_workbook (SuiviXlsxBook *self,
                          SuiviSheetBook *book,
                          const char *part,
                          GCancellable *cancellable,
                          GError **error)
{
  static const SuiviXmlHandler handler = { .start = start_workbook_cb };
  g_autoptr (GPtrArray) relations = suivi_opc_relations_read (self->zip, part, cancellable, error);
  WorkbookReading reading = { .self = self, .book = book, .relations = relations };
  g_autoptr (SuiviBoundedXml) xml = suivi_bounded_xml_new (&handler, &reading);

  if (relations == NULL)
    return FALSE;

  self->strings_part = g_strdup (suivi_opc_relations_find_type (relations, "sharedStrings"));
  self->styles_part = g_strdup (suivi_opc_relations_find_type (relations, "styles"));

  return suivi_zip_package_parse_part (self->zip, part, xml, cancellable, error);
}

/* --- styles -----------------------------------------------------------------------------------------------
 */

typedef struct
{
  GByteArray *formats; /* of each style of cells */
  GHashTable *own;     /* number of a format of this workbook → SuiviNumberFormat + 1 */
  gboolean in_formats; /* <numFmts> */
  gboolean in_styles;  /* <cellXfs> */
} StylesReading;

static void
start_styles_cb (const char *space,
                 const char *name,
                 const SuiviXmlAttribute *attributes,
                 guint n_attributes,
                 gpointer user_data)
{
  StylesReading *reading = user_data;
  guint id = 0;

  if (g_str_equal (name, "numFmts"))
    {
      reading->in_formats = TRUE;
    }
  else if (g_str_equal (name, "cellXfs"))
    {
      reading->in_styles = TRUE;
    }
  else if (reading->in_formats && g_str_equal (name, "numFmt")
           && g_hash_table_size (reading->own) < MAX_FORMATS
           && suivi_xml_attribute_get_number (suivi_xml_attribute_find (attributes, n_attributes, "numFmtId"),
                                              &id))
    {
      g_autofree char *code
        = suivi_xml_attribute_dup (suivi_xml_attribute_find (attributes, n_attributes, "formatCode"),
                                   MAX_NAME);

      if (code != NULL)
        g_hash_table_insert (reading->own, GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER (suivi_number_format_of_code (code) + 1));
    }
  else if (reading->in_styles && g_str_equal (name, "xf") && reading->formats->len < MAX_STYLES)
    {
      guint own = 0;
      guint8 format = SUIVI_NUMBER_PLAIN;

      if (suivi_xml_attribute_get_number (suivi_xml_attribute_find (attributes, n_attributes, "numFmtId"),
                                          &id))
        {
          own = GPOINTER_TO_UINT (g_hash_table_lookup (reading->own, GUINT_TO_POINTER (id)));
          format = own > 0 ? own - 1 : suivi_number_format_of_builtin (id);
        }
      g_byte_array_append (reading->formats, &format, 1);
    }
}

static void
end_styles_cb (const char *space, const char *name, gpointer user_data)
{
  StylesReading *reading = user_data;

  if (g_str_equal (name, "numFmts"))
    reading->in_formats = FALSE;
  else if (g_str_equal (name, "cellXfs"))
    reading->in_styles = FALSE;
}

/**
 * suivi_xlsx_read_styles:
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Finds out which styles make dates of numbers, unless that was done before.
 *
 * Returns: whether `formats` is set
 */
gboolean
suivi_xlsx_read_styles (SuiviXlsxBook *self, GCancellable *cancellable, GError **error)
{
  static const SuiviXmlHandler handler = { .start = start_styles_cb, .end = end_styles_cb };
  g_autoptr (GByteArray) formats = NULL;
  g_autoptr (GHashTable) own = NULL;
  g_autoptr (SuiviBoundedXml) xml = NULL;
  StylesReading reading = { 0 };

  if (self->formats != NULL)
    return TRUE;

  formats = g_byte_array_new ();
  own = g_hash_table_new (NULL, NULL);
  reading.formats = formats;
  reading.own = own;
  xml = suivi_bounded_xml_new (&handler, &reading);
  if (self->styles_part != NULL && suivi_zip_package_has_part (self->zip, self->styles_part)
      && !suivi_zip_package_parse_part (self->zip, self->styles_part, xml, cancellable, error))
    return FALSE;
  self->formats = g_steal_pointer (&formats);

  return TRUE;
}

/* --- texts that cells share -------------------------------------------------------------------------------
 */

typedef struct
{
  SuiviXlsxStrings *strings;
  SuiviBoundedXml *xml;
  GString *text;
  gboolean in_string; /* <si> */
  gboolean in_text;   /* <t> */
  guint phonetic;     /* <rPh>: how Japanese words are read, in the text a second time */
} StringsReading;

static void
start_strings_cb (const char *space,
                  const char *name,
                  const SuiviXmlAttribute *attributes,
                  guint n_attributes,
                  gpointer user_data)
{
  StringsReading *reading = user_data;

  if (g_str_equal (name, "t"))
    {
      reading->in_text = reading->in_string && reading->phonetic == 0;
    }
  else if (g_str_equal (name, "si"))
    {
      reading->in_string = TRUE;
      g_string_truncate (reading->text, 0);
    }
  else if (g_str_equal (name, "rPh"))
    {
      reading->phonetic++;
    }
}

static void
end_strings_cb (const char *space, const char *name, gpointer user_data)
{
  StringsReading *reading = user_data;
  GError *error = NULL;

  if (g_str_equal (name, "t"))
    {
      reading->in_text = FALSE;
    }
  else if (g_str_equal (name, "si"))
    {
      reading->in_string = FALSE;
      suivi_xlsx_unescape (reading->text);
      if (reading->text->len > SUIVI_SHEET_MAX_CELL)
        g_string_truncate (reading->text, SUIVI_SHEET_MAX_CELL + 1);
      if (!suivi_xlsx_strings_add (reading->strings, reading->text->str, reading->text->len, &error))
        suivi_bounded_xml_fail (reading->xml, error);
    }
  else if (g_str_equal (name, "rPh"))
    {
      reading->phonetic--;
    }
}

/* One byte too many is enough to know that a text is too long; where it stands, its cell says. */
static void
text_strings_cb (const char *text, gsize length, gpointer user_data)
{
  StringsReading *reading = user_data;

  if (reading->in_text && reading->text->len <= SUIVI_XLSX_MAX_RAW)
    g_string_append_len (reading->text, text, MIN (length, SUIVI_XLSX_MAX_RAW + 1));
}

/**
 * suivi_xlsx_read_strings:
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads the texts that cells share, unless that was done before.
 *
 * Returns: whether `strings` is set
 */
gboolean
suivi_xlsx_read_strings (SuiviXlsxBook *self, GCancellable *cancellable, GError **error)
{
  static const SuiviXmlHandler handler
    = { .start = start_strings_cb, .end = end_strings_cb, .text = text_strings_cb };
  g_autoptr (SuiviXlsxStrings) strings = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (SuiviBoundedXml) xml = NULL;
  StringsReading reading = { 0 };

  if (self->strings != NULL)
    return TRUE;

  strings = suivi_xlsx_strings_new (SUIVI_XLSX_STRINGS_MEMORY);
  text = g_string_new (NULL);
  reading.strings = strings;
  reading.text = text;
  xml = suivi_bounded_xml_new (&handler, &reading);
  suivi_bounded_xml_set_max_elements (xml, G_MAXUINT64);
  reading.xml = xml;
  if (self->strings_part != NULL && suivi_zip_package_has_part (self->zip, self->strings_part)
      && !suivi_zip_package_parse_part (self->zip, self->strings_part, xml, cancellable, error))
    return FALSE;
  self->strings = g_steal_pointer (&strings);

  return TRUE;
}

/* --- characters that XML cannot hold ----------------------------------------------------------------------
 */

/* "_x000D_". Returns 0 if it is none. */
static gboolean
read_escape (const char *p, gsize length, gunichar *unit)
{
  if (length < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
    return FALSE;

  *unit = 0;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *unit = *unit * 16 + g_ascii_xdigit_value (p[i]);
    }

  return TRUE;
}

/**
 * suivi_xlsx_unescape:
 * @text: text of a cell
 *
 * Office writes a character that XML cannot hold as "_x000D_", its number in UTF-16, and "_x005F_" for the underscore
 * of a text that looks like that.
 */
void
suivi_xlsx_unescape (GString *text)
{
  gsize from = 0;
  gsize to = 0;
  gunichar unit = 0;
  const char *first = strstr (text->str, "_x");

  if (first == NULL)
    return;

  from = to = first - text->str;
  while (from < text->len)
    {
      const char *p = text->str + from;
      gunichar low = 0;

      if (*p != '_' || !read_escape (p, text->len - from, &unit))
        {
          text->str[to++] = text->str[from++];
          continue;
        }
      from += 7;
      if (unit >= 0xD800 && unit <= 0xDBFF && read_escape (text->str + from, text->len - from, &low)
          && low >= 0xDC00 && low <= 0xDFFF)
        {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
          from += 7;
        }
      /* What is written is never longer than what was read: seven bytes for each escape. */
      if (unit != 0 && g_unichar_validate (unit))
        to += g_unichar_to_utf8 (unit, text->str + to);
    }
  g_string_truncate (text, to);
}
