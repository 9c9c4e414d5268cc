/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/import-plan.h"
#include "exchange/sheet/ods-content.h"
#include "exchange/sheet/sheet-value.h"

#define TABLE_SPACE   "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define TEXT_SPACE    "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define OFFICE_SPACE  "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define DRAWING_SPACE "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"

/* Styles of tables: one for each sheet. */
#define MAX_HIDDEN_STYLES 4096

/* Longer than any that a person would understand. */
#define MAX_NAME 256

/* Of a row that is repeated. */
#define ROWS_BETWEEN_CHECKS 1024

typedef enum
{
  TYPE_NONE,
  TYPE_TEXT,
  TYPE_NUMBER,
  TYPE_DATE,
  TYPE_TIME,
  TYPE_BOOLEAN,
  TYPE_ERROR,
} CellType;

typedef struct
{
  SuiviBoundedXml *xml;
  SuiviSheetBook *book;      /* (nullable): gets the sheets, if only those are wanted */
  GHashTable *hidden_styles; /* names of styles of hidden sheets */
  char *style;               /* (nullable): the style that is read */

  GCancellable *cancellable; /* (nullable) */

  SuiviRowBuilder *rows; /* (nullable): gets the rows of one sheet */
  guint wanted;          /* which sheet */
  guint n_tables;        /* that were begun */
  guint skipped;         /* depth inside of what is not looked at: comments, drawings */
  gboolean done;         /* the sheet was read to its end */
  gboolean in_table;
  gboolean in_row;
  gboolean in_cell;
  guint row;          /* from 1 */
  guint row_repeated; /* how often it stands there */
  guint column;       /* from 0 */
  guint column_repeated;
  CellType type;
  guint paragraphs;   /* depth of text:p */
  guint n_paragraphs; /* of the cell */
  GString *value;     /* what the attributes say */
  GString *text;      /* what is shown */
} Reading;

/* Of those that we look for, the local name alone tells which one it is, if the space is right. */
static gboolean
is (const char *space, const char *wanted_space, const char *name, const char *wanted_name)
{
  return strcmp (name, wanted_name) == 0 && strcmp (space, wanted_space) == 0;
}

static guint
get_repeated (const SuiviXmlAttribute *attributes, guint n_attributes, const char *name)
{
  guint number = 1;

  suivi_xml_attribute_get_number (suivi_xml_attribute_find (attributes, n_attributes, name), &number);

  return CLAMP (number, 1, SUIVI_SHEET_MAX_ROWS);
}

static void
stop (Reading *self, GError *error)
{
  /* To stop without an error is none for those who wanted it; the parser has to be stopped all the same. */
  suivi_bounded_xml_fail (self->xml, error != NULL
                                       ? error
                                       : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped"));
}

/* --- sheets -----------------------------------------------------------------------------------------------
 */

/* A hidden sheet has a style that says so. */
static void
look_at_style (Reading *self, const char *name, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  if (strcmp (name, "style") == 0)
    {
      g_free (self->style);
      self->style
        = suivi_xml_attribute_dup (suivi_xml_attribute_find (attributes, n_attributes, "name"), MAX_NAME);
    }
  else if (strcmp (name, "table-properties") == 0 && self->style != NULL
           && suivi_xml_attribute_is (suivi_xml_attribute_find (attributes, n_attributes, "display"), "false")
           && g_hash_table_size (self->hidden_styles) < MAX_HIDDEN_STYLES)
    {
      g_hash_table_add (self->hidden_styles, g_strdup (self->style));
    }
}

static void
start_table (Reading *self, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  self->n_tables++;
  self->in_table = self->rows != NULL && self->n_tables == self->wanted + 1;
  self->row = 0;
  if (self->book != NULL && self->book->sheets->len < SUIVI_SHEET_MAX_SHEETS)
    {
      g_autofree char *title
        = suivi_xml_attribute_dup (suivi_xml_attribute_find (attributes, n_attributes, "name"), MAX_NAME);
      g_autofree char *style
        = suivi_xml_attribute_dup (suivi_xml_attribute_find (attributes, n_attributes, "style-name"),
                                   MAX_NAME);

      suivi_sheet_book_add_sheet (self->book, title != NULL ? title : "",
                                  style != NULL && g_hash_table_contains (self->hidden_styles, style));
    }
}

/* --- rows and cells ---------------------------------------------------------------------------------------
 */

static void
start_row (Reading *self, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  const SuiviXmlAttribute *visibility = suivi_xml_attribute_find (attributes, n_attributes, "visibility");

  self->in_row = TRUE;
  self->row++;
  self->row_repeated = get_repeated (attributes, n_attributes, "number-rows-repeated");
  self->column = 0;
  suivi_row_builder_begin (self->rows, self->row,
                           suivi_xml_attribute_is (visibility, "collapse")
                             || suivi_xml_attribute_is (visibility, "filter"));
}

/* A few bytes can stand for a million rows: somebody who changed their mind is heard meanwhile. */
static gboolean
repeat_row (Reading *self, guint i, GError **error)
{
  if (i % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  return suivi_row_builder_repeat (self->rows, self->row + i, error);
}

static void
end_row (Reading *self)
{
  GError *error = NULL;
  gboolean going = suivi_row_builder_end (self->rows, &error);

  self->in_row = FALSE;
  if (!suivi_row_builder_is_empty (self->rows))
    {
      for (guint i = 1; i < self->row_repeated && going; i++)
        going = repeat_row (self, i, &error);
    }
  if (!going)
    stop (self, error);
  /* The last row stands for the million empty ones below. */
  self->row = MIN (self->row + self->row_repeated - 1, SUIVI_SHEET_MAX_ROWS + 1);
}

static void
start_cell (Reading *self, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = { { "string", TYPE_TEXT },     { "float", TYPE_NUMBER }, { "percentage", TYPE_NUMBER },
                { "currency", TYPE_NUMBER }, { "date", TYPE_DATE },    { "time", TYPE_TIME },
                { "boolean", TYPE_BOOLEAN }, { "error", TYPE_ERROR } };

  self->in_cell = TRUE;
  self->type = TYPE_NONE;
  self->column_repeated = get_repeated (attributes, n_attributes, "number-columns-repeated");
  self->n_paragraphs = 0;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->text, 0);
  for (guint i = 0; i < n_attributes; i++)
    {
      const SuiviXmlAttribute *attribute = &attributes[i];

      /* LibreOffice says it twice, in its own space also that a text is an error. */
      if (strcmp (attribute->name, "value-type") == 0)
        {
          for (gsize j = 0; j < G_N_ELEMENTS (types); j++)
            {
              if (suivi_xml_attribute_is (attribute, types[j].name) && types[j].type > self->type)
                self->type = types[j].type;
            }
        }
      else if (strcmp (attribute->name, "value") == 0 || strcmp (attribute->name, "date-value") == 0
               || strcmp (attribute->name, "time-value") == 0
               || strcmp (attribute->name, "boolean-value") == 0
               || strcmp (attribute->name, "string-value") == 0)
        {
          g_autofree char *value = suivi_xml_attribute_dup (attribute, SUIVI_SHEET_MAX_CELL);

          g_string_assign (self->value, value);
        }
    }
}

/* "PT09H12M44.5S" → "09:12:44". What is longer than a day is shown as it is. */
static gboolean
append_time (const char *value, GString *text)
{
  guint parts[3] = { 0 };
  const char *p = value;

  if (!g_str_has_prefix (p, "PT"))
    return FALSE;
  p += 2;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char *end = NULL;
      guint64 number = g_ascii_strtoull (p, &end, 10);

      if (end == p)
        continue;
      if (*end == '.' || *end == ',')
        end += 1 + strspn (end + 1, "0123456789");
      if (*end == "HMS"[i])
        {
          parts[i] = MIN (number, 100);
          p = end + 1;
        }
    }
  if (*p != '\0' || parts[0] > 23 || parts[1] > 59 || parts[2] > 59)
    return FALSE;
  g_string_append_printf (text, "%02u:%02u:%02u", parts[0], parts[1], parts[2]);

  return TRUE;
}

/* Puts into @text what the cell holds, and says what that is. */
static SuiviCellType
evaluate (Reading *self)
{
  g_autoptr (GString) result = g_string_new (NULL);
  SuiviCellType type = SUIVI_CELL_TEXT;

  switch (self->type)
    {
    case TYPE_NUMBER:
      type
        = suivi_sheet_value_of_text (self->value->str, self->value->len, SUIVI_NUMBER_PLAIN, FALSE, result);
      break;
    case TYPE_DATE:
      type = suivi_sheet_value_of_iso_date (self->value->str, self->value->len, result);
      break;
    case TYPE_TIME:
      append_time (self->value->str, result);
      break;
    case TYPE_BOOLEAN:
      type = SUIVI_CELL_BOOLEAN;
      g_string_assign (result, g_str_equal (self->value->str, "true") ? "TRUE" : "FALSE");
      break;
    case TYPE_ERROR:
      return SUIVI_CELL_ERROR;
    case TYPE_TEXT:
    case TYPE_NONE:
    default:
      /* A text may stand in the attribute alone. */
      if (self->text->len == 0)
        g_string_append_len (result, self->value->str, self->value->len);
    }
  if (result->len > 0)
    g_string_assign (self->text, result->str);

  return type;
}

static void
end_cell (Reading *self)
{
  SuiviCellType type = evaluate (self);
  GError *error = NULL;
  gboolean going = TRUE;

  self->in_cell = FALSE;
  if (self->text->len > 0)
    {
      for (guint i = 0; i < self->column_repeated && going; i++)
        going = suivi_row_builder_add (self->rows, self->column + i, type, self->text->str, self->text->len,
                                       &error);
    }
  self->column = MIN (self->column + self->column_repeated, SUIVI_SHEET_MAX_ROWS);
  if (!going)
    stop (self, error);
}

/* --- what is shown ----------------------------------------------------------------------------------------
 */

static void
append_text (Reading *self, const char *text, gsize length)
{
  GError *error = NULL;

  if (self->text->len + length > SUIVI_SHEET_MAX_CELL)
    {
      suivi_row_builder_set_long (&error, self->row, self->column, FALSE);
      stop (self, error);
      return;
    }
  g_string_append_len (self->text, text, length);
}

static void
append_spaces (Reading *self, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  guint count = 1;

  suivi_xml_attribute_get_number (suivi_xml_attribute_find (attributes, n_attributes, "c"), &count);
  if (count > SUIVI_SHEET_MAX_CELL)
    count = SUIVI_SHEET_MAX_CELL;
  for (guint i = 0; i < count && self->text->len < SUIVI_SHEET_MAX_CELL; i++)
    g_string_append_c (self->text, ' ');
}

static void
start_text (Reading *self,
            const char *space,
            const char *name,
            const SuiviXmlAttribute *attributes,
            guint n_attributes)
{
  if (strcmp (space, TEXT_SPACE) != 0)
    return;

  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (self->n_paragraphs > 0 && self->paragraphs == 0)
        append_text (self, "\n", 1);
      self->n_paragraphs++;
      self->paragraphs++;
    }
  else if (self->paragraphs > 0 && strcmp (name, "s") == 0)
    append_spaces (self, attributes, n_attributes);
  else if (self->paragraphs > 0 && strcmp (name, "tab") == 0)
    append_text (self, "\t", 1);
  else if (self->paragraphs > 0 && strcmp (name, "line-break") == 0)
    append_text (self, "\n", 1);
}

/* --- what the parser says ---------------------------------------------------------------------------------
 */

/* Comments, drawings with tables of their own, and copies of other workbooks. */
static gboolean
is_skipped (const char *space, const char *name)
{
  return is (space, OFFICE_SPACE, name, "annotation") || is (space, TABLE_SPACE, name, "shapes")
         || is (space, TABLE_SPACE, name, "dde-links") || is (space, TABLE_SPACE, name, "tracked-changes")
         || strcmp (space, DRAWING_SPACE) == 0;
}

static void
start_cb (const char *space,
          const char *name,
          const SuiviXmlAttribute *attributes,
          guint n_attributes,
          gpointer user_data)
{
  Reading *self = user_data;

  /* Elements of tables inside of a cell are tables of their own. */
  if (self->skipped > 0 || is_skipped (space, name) || (self->in_cell && strcmp (space, TABLE_SPACE) == 0))
    self->skipped++;
  else if (self->in_cell)
    start_text (self, space, name, attributes, n_attributes);
  else if (self->n_tables == 0 && self->book != NULL && strcmp (space, TABLE_SPACE) != 0)
    look_at_style (self, name, attributes, n_attributes);
  else if (is (space, TABLE_SPACE, name, "table"))
    start_table (self, attributes, n_attributes);
  else if (self->in_table && is (space, TABLE_SPACE, name, "table-row"))
    start_row (self, attributes, n_attributes);
  else if (self->in_row
           && (is (space, TABLE_SPACE, name, "table-cell")
               || is (space, TABLE_SPACE, name, "covered-table-cell")))
    start_cell (self, attributes, n_attributes);
}

static void
end_cb (const char *space, const char *name, gpointer user_data)
{
  Reading *self = user_data;

  if (self->skipped > 0)
    {
      self->skipped--;
    }
  else if (strcmp (space, TEXT_SPACE) == 0)
    {
      if (self->paragraphs > 0 && (strcmp (name, "p") == 0 || strcmp (name, "h") == 0))
        self->paragraphs--;
    }
  else if (self->in_cell)
    {
      if (is (space, TABLE_SPACE, name, "table-cell") || is (space, TABLE_SPACE, name, "covered-table-cell"))
        end_cell (self);
    }
  else if (self->in_row)
    {
      if (is (space, TABLE_SPACE, name, "table-row"))
        end_row (self);
    }
  else if (self->in_table && is (space, TABLE_SPACE, name, "table"))
    {
      self->in_table = FALSE;
      self->done = TRUE;
      /* The rest of the file is about other sheets. */
      stop (self, NULL);
    }
}

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  Reading *self = user_data;

  if (self->in_cell && self->skipped == 0 && self->paragraphs > 0)
    append_text (self, text, length);
}

static gboolean
parse (Reading *self, SuiviZipPackage *zip, GCancellable *cancellable, GError **error)
{
  static const SuiviXmlHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };
  g_autoptr (SuiviBoundedXml) xml = suivi_bounded_xml_new (&handler, self);
  gboolean success = FALSE;

  suivi_bounded_xml_set_max_elements (xml, G_MAXUINT64);
  self->xml = xml;
  self->hidden_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->value = g_string_new (NULL);
  self->text = g_string_new (NULL);
  success = suivi_zip_package_parse_part (zip, SUIVI_ODS_CONTENT, xml, cancellable, error);
  g_hash_table_unref (self->hidden_styles);
  g_string_free (self->value, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->style);

  return success;
}

/* --- public -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_ods_list_sheets:
 * @zip: an OpenDocument workbook
 * @book: gets its sheets
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the whole workbook could be looked through
 */
gboolean
suivi_ods_list_sheets (SuiviZipPackage *zip, SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  Reading self = { .cancellable = cancellable, .book = book };

  return parse (&self, zip, cancellable, error);
}

/**
 * suivi_ods_read_sheet:
 * @zip: an OpenDocument workbook
 * @sheet: which sheet, from 0
 * @rows: gets its cells
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the sheet was read to its end
 */
gboolean
suivi_ods_read_sheet (SuiviZipPackage *zip,
                      guint sheet,
                      SuiviRowBuilder *rows,
                      GCancellable *cancellable,
                      GError **error)
{
  Reading self = { .cancellable = cancellable, .rows = rows, .wanted = sheet };
  g_autoptr (GError) local_error = NULL;

  if (parse (&self, zip, cancellable, &local_error) || self.done)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
