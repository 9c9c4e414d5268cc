/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-plan.h"
#include "exchange/sheet/xlsx-parts.h"

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT,
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_DATE,
} CellType;

typedef struct
{
  SuiviXlsxBook *book;
  SuiviBoundedXml *xml;
  SuiviRowBuilder *rows;
  gboolean in_data;  /* <sheetData> */
  gboolean in_row;   /* <row> */
  gboolean in_cell;  /* <c> */
  gboolean in_value; /* <v>, or <t> of a text that the cell has for itself */
  guint phonetic;    /* <rPh> */
  guint row;         /* from 1 */
  guint column;      /* of the cell, from 0 */
  guint next_column; /* of a cell that does not say where it is */
  gboolean said;     /* a cell of the row says something */
  gboolean formula;  /* the cell has one */
  CellType type;
  SuiviNumberFormat format;
  GString *raw;  /* what the file says */
  GString *text; /* what that means */
} Reading;

/* What stands in a cell whose formula nobody worked out: some programs write no results. */
#define NO_RESULT "=?"

/* --- where a cell is --------------------------------------------------------------------------------------
 */

/* "AB12" → 27. FALSE if it is no place of a cell. */
static gboolean
read_column (const SuiviXmlAttribute *place, guint *column)
{
  guint number = 0;
  gsize i = 0;

  if (place == NULL)
    return FALSE;
  for (; i < place->length && i < 4 && g_ascii_isalpha (place->value[i]); i++)
    number = number * 26 + (g_ascii_toupper (place->value[i]) - 'A' + 1);
  if (i == 0 || i == place->length || !g_ascii_isdigit (place->value[i]))
    return FALSE;
  *column = number - 1;

  return TRUE;
}

static void
start_row (Reading *self, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  const SuiviXmlAttribute *hidden = suivi_xml_attribute_find (attributes, n_attributes, "hidden");
  guint number = 0;

  /* A row that does not say which it is, or lies, comes after the one before. */
  if (!suivi_xml_attribute_get_number (suivi_xml_attribute_find (attributes, n_attributes, "r"), &number)
      || number <= self->row)
    number = self->row + 1;
  self->row = number;
  self->said = FALSE;
  self->next_column = 0;
  self->in_row = TRUE;
  suivi_row_builder_begin (self->rows, number,
                           suivi_xml_attribute_is (hidden, "1") || suivi_xml_attribute_is (hidden, "true"));
}

static void
start_cell (Reading *self, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  guint column = self->next_column;
  guint style = 0;

  self->in_cell = TRUE;
  self->formula = FALSE;
  self->type = TYPE_NUMBER;
  for (guint i = 0; i < n_attributes; i++)
    {
      const SuiviXmlAttribute *attribute = &attributes[i];

      if (attribute->name[0] == '\0' || attribute->name[1] != '\0')
        continue;
      switch (attribute->name[0])
        {
        case 'r':
          read_column (attribute, &column);
          break;
        case 's':
          suivi_xml_attribute_get_number (attribute, &style);
          break;
        case 't':
          self->type = suivi_xml_attribute_is (attribute, "s")           ? TYPE_SHARED
                       : suivi_xml_attribute_is (attribute, "inlineStr") ? TYPE_TEXT
                       : suivi_xml_attribute_is (attribute, "str")       ? TYPE_TEXT
                       : suivi_xml_attribute_is (attribute, "b")         ? TYPE_BOOLEAN
                       : suivi_xml_attribute_is (attribute, "e")         ? TYPE_ERROR
                       : suivi_xml_attribute_is (attribute, "d")         ? TYPE_DATE
                                                                         : TYPE_NUMBER;
          break;
        default:
          break;
        }
    }
  self->column = column;
  self->next_column = column + 1;
  self->format = style < self->book->formats->len ? self->book->formats->data[style] : SUIVI_NUMBER_PLAIN;
  g_string_truncate (self->raw, 0);
}

/* --- what it holds ----------------------------------------------------------------------------------------
 */

/* White space around it is allowed. */
static gboolean
read_index (const GString *raw, guint *index)
{
  SuiviXmlAttribute number = { .value = raw->str, .length = raw->len };

  while (number.length > 0 && g_ascii_isspace (*number.value))
    {
      number.value++;
      number.length--;
    }
  while (number.length > 0 && g_ascii_isspace (number.value[number.length - 1]))
    number.length--;

  return suivi_xml_attribute_get_number (&number, index);
}

static gboolean
add_shared (Reading *self, GError **error)
{
  const char *text = NULL;
  gsize length = 0;
  guint index = 0;

  if (!read_index (self->raw, &index) || index >= suivi_xlsx_strings_get_n (self->book->strings))
    {
      g_set_error (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
        _ ("The workbook is damaged: a cell in row %u has a text that is not in the file. Open it in "
           "Excel or LibreOffice and save it once more."),
        self->row);
      return FALSE;
    }

  return suivi_xlsx_strings_get (self->book->strings, index, &text, &length, error)
         && suivi_row_builder_add (self->rows, self->column, SUIVI_CELL_TEXT, text, length, error);
}

static gboolean
add_cell (Reading *self, GError **error)
{
  SuiviCellType type = SUIVI_CELL_TEXT;
  GString *raw = self->raw;

  /* A formula that comes to an empty text says that it is a text. */
  if (raw->len == 0 && self->formula && self->type != TYPE_TEXT)
    return suivi_row_builder_add (self->rows, self->column, SUIVI_CELL_ERROR, NO_RESULT, strlen (NO_RESULT),
                                  error);
  if (raw->len == 0)
    return TRUE;

  self->said = TRUE;
  g_string_truncate (self->text, 0);
  switch (self->type)
    {
    case TYPE_SHARED:
      return add_shared (self, error);
    case TYPE_TEXT:
      suivi_xlsx_unescape (raw);
      return suivi_row_builder_add (self->rows, self->column, SUIVI_CELL_TEXT, raw->str, raw->len, error);
    case TYPE_ERROR:
      return suivi_row_builder_add (self->rows, self->column, SUIVI_CELL_ERROR, raw->str, raw->len, error);
    case TYPE_BOOLEAN:
      type = SUIVI_CELL_BOOLEAN;
      g_string_assign (self->text,
                       g_str_equal (raw->str, "1") || g_str_equal (raw->str, "true") ? "TRUE" : "FALSE");
      break;
    case TYPE_DATE:
      type = suivi_sheet_value_of_iso_date (raw->str, raw->len, self->text);
      break;
    case TYPE_NUMBER:
    default:
      type = suivi_sheet_value_of_text (raw->str, raw->len, self->format, self->book->from_1904, self->text);
    }

  return suivi_row_builder_add (self->rows, self->column, type, self->text->str, self->text->len, error);
}

/* --- what the parser says ---------------------------------------------------------------------------------
 */

static void
start_cb (const char *space,
          const char *name,
          const SuiviXmlAttribute *attributes,
          guint n_attributes,
          gpointer user_data)
{
  Reading *self = user_data;

  if (!self->in_data)
    self->in_data = strcmp (name, "sheetData") == 0;
  else if (!self->in_row)
    {
      if (strcmp (name, "row") == 0)
        start_row (self, attributes, n_attributes);
    }
  else if (!self->in_cell)
    {
      if (strcmp (name, "c") == 0)
        start_cell (self, attributes, n_attributes);
    }
  else if (strcmp (name, "v") == 0)
    self->in_value = TRUE;
  else if (strcmp (name, "f") == 0)
    self->formula = TRUE;
  else if (strcmp (name, "t") == 0)
    self->in_value = self->phonetic == 0;
  else if (strcmp (name, "rPh") == 0)
    self->phonetic++;
}

static void
end_cb (const char *space, const char *name, gpointer user_data)
{
  Reading *self = user_data;
  GError *error = NULL;
  gboolean going = TRUE;

  if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    {
      self->in_value = FALSE;
    }
  else if (strcmp (name, "rPh") == 0)
    {
      self->phonetic -= self->phonetic > 0;
    }
  else if (self->in_cell && strcmp (name, "c") == 0)
    {
      self->in_cell = FALSE;
      going = add_cell (self, &error);
    }
  else if (self->in_row && strcmp (name, "row") == 0)
    {
      self->in_row = FALSE;
      /* Formulas are filled down below the last row that somebody wrote. */
      going = !self->said || suivi_row_builder_end (self->rows, &error);
    }
  else if (self->in_data && strcmp (name, "sheetData") == 0)
    {
      self->in_data = FALSE;
    }

  /* To stop without an error is none for those who wanted it; the parser has to be stopped all the same. */
  if (!going)
    suivi_bounded_xml_fail (self->xml, error != NULL
                                         ? error
                                         : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped"));
}

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  Reading *self = user_data;
  GError *error = NULL;

  if (!self->in_value)
    return;

  if (self->raw->len + length > SUIVI_XLSX_MAX_RAW)
    {
      suivi_row_builder_set_long (&error, self->row, self->column, FALSE);
      suivi_bounded_xml_fail (self->xml, error);
      return;
    }
  g_string_append_len (self->raw, text, length);
}

/**
 * suivi_xlsx_read_rows:
 * @part: name of the part with the sheet
 * @rows: gets the cells; `strings` and `formats` of @self must be set
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the sheet was read to its end
 */
gboolean
suivi_xlsx_read_rows (SuiviXlsxBook *self,
                      const char *part,
                      SuiviRowBuilder *rows,
                      GCancellable *cancellable,
                      GError **error)
{
  static const SuiviXmlHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };
  g_autoptr (GString) raw = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { .book = self, .rows = rows, .raw = raw, .text = text };
  g_autoptr (SuiviBoundedXml) xml = suivi_bounded_xml_new (&handler, &reading);

  /* Nothing is kept of a cell when its row was reported. */
  suivi_bounded_xml_set_max_elements (xml, G_MAXUINT64);
  reading.xml = xml;

  return suivi_zip_package_parse_part (self->zip, part, xml, cancellable, error);
}
