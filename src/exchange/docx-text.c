/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/bounded-xml.h"
#include "exchange/docx-text.h"
#include "exchange/import-plan.h"

/* ECMA-376 (transitional), and ISO/IEC 29500 strict. */
#define WORD_SPACE          "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT_WORD_SPACE   "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define COMPATIBILITY_SPACE "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define DUBLIN_CORE_SPACE   "http://purl.org/dc/elements/1.1/"

/* The longest cell that we know has 2 KB, the longest list 350 rows and 0.3 MB of text. */
#define MAX_CELL    (16 * 1024)
#define MAX_TEXT    (4 * 1024 * 1024)
#define MAX_ROWS    5000
#define MAX_CELLS   128
#define MAX_COLUMNS 1000

typedef struct
{
  GString *text;
  guint column;
  guint span;
  gboolean continues;
  gboolean merged_left;
  gboolean deleted;
} OpenCell;

typedef struct
{
  guint number;
  guint row;
  guint next_column;
  gboolean row_deleted;
  GArray *cells;    /* SuiviDocxCell, of the row so far */
  GPtrArray *above; /* char (nullable), text of the cell above, by column */
  OpenCell *cell;   /* (nullable) the one that is open */
} Table;

/* A paragraph can hold a text box with paragraphs of its own. */
typedef struct
{
  GString *text;
  GString *boxes;        /* what text boxes in it say, to be read after it */
  guint n_tables;        /* how many tables were open around it */
  gboolean mark_deleted; /* whether the next paragraph continues this one */
  int number_id;         /* -1 if the paragraph is not numbered */
  guint number_level;
} Paragraph;

struct _SuiviDocxText
{
  SuiviBoundedXml *xml;
  SuiviDocxVisitor visitor;
  gpointer user_data;
  SuiviDocxNumbering *numbering;

  const char *last_space; /* interned by the parser */
  gboolean last_space_is_word;

  guint depth;
  guint skip_depth;      /* depth of the element that is skipped with all that it holds, 0 if none */
  GArray *alternatives;  /* gboolean, per open AlternateContent: whether a choice was read */
  GPtrArray *tables;     /* Table, open ones */
  GPtrArray *paragraphs; /* Paragraph, open ones */
  GString *carried;      /* text of a paragraph whose mark was deleted */
  gboolean in_text;
  gboolean in_run;
  gboolean run_hidden;
  gboolean in_row_properties;
  gboolean in_paragraph_properties;
  gboolean in_run_properties;

  guint n_tables;
  guint n_rows;
  gsize n_bytes;
};

/* --- small parts ------------------------------------------------------------------------------------------
 */

static void
clear_cell (gpointer data)
{
  SuiviDocxCell *cell = data;

  g_free (cell->text);
}

static void
free_open_cell (OpenCell *cell)
{
  if (cell == NULL)
    return;

  g_string_free (cell->text, TRUE);
  g_free (cell);
}

static void
free_table (Table *table)
{
  g_array_unref (table->cells);
  g_ptr_array_unref (table->above);
  free_open_cell (table->cell);
  g_free (table);
}

static void
free_paragraph (Paragraph *paragraph)
{
  g_string_free (paragraph->text, TRUE);
  g_string_free (paragraph->boxes, TRUE);
  g_free (paragraph);
}

static Table *
get_table (SuiviDocxText *self)
{
  return self->tables->len > 0 ? g_ptr_array_index (self->tables, self->tables->len - 1) : NULL;
}

static OpenCell *
get_cell (SuiviDocxText *self)
{
  Table *table = get_table (self);

  return table != NULL ? table->cell : NULL;
}

static Paragraph *
get_paragraph (SuiviDocxText *self)
{
  return self->paragraphs->len > 0 ? g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1) : NULL;
}

static const SuiviXmlAttribute *
find_attribute (const SuiviXmlAttribute *attributes, guint n_attributes, const char *name)
{
  for (guint i = 0; i < n_attributes; i++)
    {
      if (g_str_equal (attributes[i].name, name))
        return &attributes[i];
    }

  return NULL;
}

static gboolean
attribute_is (const SuiviXmlAttribute *attribute, const char *value)
{
  return attribute != NULL && attribute->length == strlen (value)
         && memcmp (attribute->value, value, attribute->length) == 0;
}

/* Whether a switch such as <w:vanish/> is on. */
static gboolean
is_on (const SuiviXmlAttribute *attributes, guint n_attributes)
{
  const SuiviXmlAttribute *value = find_attribute (attributes, n_attributes, "val");

  return !attribute_is (value, "0") && !attribute_is (value, "false") && !attribute_is (value, "off");
}

static guint
get_number (const SuiviXmlAttribute *attributes, guint n_attributes, guint missing, guint max)
{
  const SuiviXmlAttribute *value = find_attribute (attributes, n_attributes, "val");
  guint number = 0;

  if (value == NULL || value->length == 0)
    return missing;
  for (gsize i = 0; i < value->length; i++)
    {
      if (!g_ascii_isdigit (value->value[i]))
        return missing;
      number = MIN (number * 10 + (guint) (value->value[i] - '0'), max);
    }

  return number;
}

static void
fail_too_big (SuiviDocxText *self, const char *message)
{
  suivi_bounded_xml_fail (self->xml,
                          g_error_new_literal (SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG, message));
}

static void
append (SuiviDocxText *self, const char *text, gsize length)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph == NULL || self->run_hidden)
    return;

  self->n_bytes += length;
  if (paragraph->text->len + length > MAX_CELL)
    {
      fail_too_big (
        self, _ ("One paragraph of the Word file is longer than a list of recommendations can be. It was "
                 "not read further, for safety."));
      return;
    }
  if (self->n_bytes > MAX_TEXT)
    {
      fail_too_big (self,
                    _ ("The Word file has more text than a list of recommendations can have. It was not read "
                       "further, for safety."));
      return;
    }
  g_string_append_len (paragraph->text, text, length);
}

/* --- paragraphs -------------------------------------------------------------------------------------------
 */

static void
append_line (SuiviDocxText *self, GString *text, const char *line)
{
  if (text->len + strlen (line) + 1 > MAX_CELL)
    {
      fail_too_big (self,
                    _ (
                      "One cell of the Word file is longer than a list of recommendations can be. It was not "
                      "read further, for safety."));
      return;
    }
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* Where a finished line goes: to the cell around it, or to the visitor. */
static void
deliver (SuiviDocxText *self, const char *line)
{
  OpenCell *cell = get_cell (self);

  if (cell != NULL)
    append_line (self, cell->text, line);
  else if (self->tables->len == 0 && self->visitor.paragraph != NULL && *line != '\0')
    self->visitor.paragraph (line, self->user_data);
}

static void
open_paragraph (SuiviDocxText *self)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_string_new (NULL);
  paragraph->boxes = g_string_new (NULL);
  paragraph->n_tables = self->tables->len;
  paragraph->number_id = -1;
  g_ptr_array_add (self->paragraphs, paragraph);
  if (self->carried->len > 0)
    {
      g_string_append (paragraph->text, self->carried->str);
      g_string_truncate (self->carried, 0);
    }
}

static void
add_number (SuiviDocxText *self, Paragraph *paragraph)
{
  g_autofree char *number = NULL;

  if (paragraph->number_id < 0 || self->numbering == NULL || suivi_text_is_blank (paragraph->text->str))
    return;

  number = suivi_docx_numbering_next (self->numbering, paragraph->number_id, paragraph->number_level);
  if (number != NULL && *number != '\0')
    {
      g_string_prepend_c (paragraph->text, ' ');
      g_string_prepend (paragraph->text, number);
    }
}

static void
close_paragraph (SuiviDocxText *self)
{
  Paragraph *paragraph = get_paragraph (self);
  Paragraph *outer = NULL;

  if (paragraph == NULL)
    return;

  add_number (self, paragraph);
  if (self->paragraphs->len > 1)
    outer = g_ptr_array_index (self->paragraphs, self->paragraphs->len - 2);
  if (outer != NULL && outer->n_tables == paragraph->n_tables)
    {
      append_line (self, outer->boxes, paragraph->text->str);
      append_line (self, outer->boxes, paragraph->boxes->str);
    }
  else
    {
      if (paragraph->mark_deleted)
        g_string_assign (self->carried, paragraph->text->str);
      else
        deliver (self, paragraph->text->str);
      if (paragraph->boxes->len > 0)
        deliver (self, paragraph->boxes->str);
    }
  g_ptr_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

/* --- tables -----------------------------------------------------------------------------------------------
 */

static void
open_table (SuiviDocxText *self)
{
  Table *table = g_new0 (Table, 1);

  table->number = ++self->n_tables;
  table->cells = g_array_new (FALSE, FALSE, sizeof (SuiviDocxCell));
  g_array_set_clear_func (table->cells, clear_cell);
  table->above = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->tables, table);
}

static void
close_table (SuiviDocxText *self)
{
  if (self->tables->len > 0)
    g_ptr_array_set_size (self->tables, self->tables->len - 1);
}

static void
open_row (SuiviDocxText *self)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;

  g_array_set_size (table->cells, 0);
  table->next_column = 0;
  table->row_deleted = FALSE;
}

static void
remember_above (Table *table, const SuiviDocxCell *cell)
{
  if (cell->continues)
    return;

  if (table->above->len <= cell->column)
    g_ptr_array_set_size (table->above, cell->column + 1);
  g_free (table->above->pdata[cell->column]);
  table->above->pdata[cell->column] = g_strdup (cell->text);
}

static void
close_row (SuiviDocxText *self)
{
  Table *table = get_table (self);
  SuiviDocxRow row = { 0 };
  gboolean used = FALSE;

  if (table == NULL || table->row_deleted)
    return;

  table->row++;
  if (++self->n_rows > MAX_ROWS)
    {
      fail_too_big (
        self, _ ("The tables of the Word file have more rows than a list of recommendations can have. It "
                 "was not read further, for safety."));
      return;
    }

  row.table = table->number;
  row.row = table->row;
  row.cells = (const SuiviDocxCell *) (gpointer) table->cells->data;
  row.n_cells = table->cells->len;
  for (guint i = 0; i < row.n_cells; i++)
    remember_above (table, &row.cells[i]);
  if (self->visitor.row != NULL)
    used = self->visitor.row (&row, self->user_data);

  if (!used && self->tables->len > 1)
    {
      Table *outer = g_ptr_array_index (self->tables, self->tables->len - 2);

      for (guint i = 0; i < row.n_cells && outer->cell != NULL; i++)
        append_line (self, outer->cell->text, row.cells[i].text);
    }
}

static void
open_cell (SuiviDocxText *self)
{
  Table *table = get_table (self);

  if (table == NULL || table->cell != NULL)
    return;

  table->cell = g_new0 (OpenCell, 1);
  table->cell->text = g_string_new (NULL);
  table->cell->column = table->next_column;
  table->cell->span = 1;
}

static void
close_cell (SuiviDocxText *self)
{
  Table *table = get_table (self);
  OpenCell *open = table != NULL ? table->cell : NULL;
  SuiviDocxCell cell = { 0 };

  if (open == NULL)
    return;

  table->cell = NULL;
  table->next_column = MIN (table->next_column + open->span, MAX_COLUMNS);
  if (self->carried->len > 0)
    {
      append_line (self, open->text, self->carried->str);
      g_string_truncate (self->carried, 0);
    }

  if (table->cells->len >= MAX_CELLS)
    {
      fail_too_big (self,
                    _ (
                      "A row of the Word file has more cells than a list of recommendations can have. It was "
                      "not read further, for safety."));
    }
  else if (open->merged_left && table->cells->len > 0)
    {
      SuiviDocxCell *left = &g_array_index (table->cells, SuiviDocxCell, table->cells->len - 1);

      left->span += open->span;
    }
  else if (!open->deleted)
    {
      const char *text = open->text->str;

      if (open->continues && open->column < table->above->len && table->above->pdata[open->column] != NULL)
        text = table->above->pdata[open->column];
      cell.text = g_strdup (text);
      cell.column = open->column;
      cell.span = open->span;
      cell.continues = open->continues;
      /* A tall cell is said again for each row that it covers. */
      if (open->continues)
        self->n_bytes += strlen (text);
      g_array_append_val (table->cells, cell);
      if (self->n_bytes > MAX_TEXT)
        fail_too_big (
          self, _ ("The Word file has more text than a list of recommendations can have. It was not read "
                   "further, for safety."));
    }
  free_open_cell (open);
}

/* --- elements ---------------------------------------------------------------------------------------------
 */

static gboolean
is_word_space (SuiviDocxText *self, const char *space)
{
  if (space != self->last_space)
    {
      self->last_space = space;
      self->last_space_is_word = g_str_equal (space, WORD_SPACE) || g_str_equal (space, STRICT_WORD_SPACE);
    }

  return self->last_space_is_word;
}

static gboolean
is_any (const char *name, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (name, names[i]))
        return TRUE;
    }

  return FALSE;
}

static void
append_symbol (SuiviDocxText *self, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  const SuiviXmlAttribute *code = find_attribute (attributes, n_attributes, "char");
  const SuiviXmlAttribute *font = find_attribute (attributes, n_attributes, "font");
  g_autofree char *digits = code != NULL ? g_strndup (code->value, MIN (code->length, 8)) : NULL;
  g_autofree char *font_name = font != NULL ? g_strndup (font->value, MIN (font->length, 64)) : g_strdup ("");
  gunichar c = digits != NULL ? (gunichar) g_ascii_strtoull (digits, NULL, 16) : 0;
  gboolean drawn = strstr (font_name, "Symbol") != NULL || strstr (font_name, "dings") != NULL;
  char utf8[6] = { 0 };
  int length = 0;

  /* Fonts of signs have them from U+F000 on; what they look like is not known here: a bullet stands for any.
   */
  if (c >= 0xF020 && c <= 0xF0FF)
    c = drawn ? 0x2022 : c - 0xF000;
  if (c < 0x20 || !g_unichar_validate (c))
    return;

  length = g_unichar_to_utf8 (c, utf8);
  append (self, utf8, length);
}

/* Elements inside of w:tcPr, w:trPr, w:pPr and w:rPr: how it is, not what it says. */
static void
start_property (SuiviDocxText *self,
                const char *name,
                const SuiviXmlAttribute *attributes,
                guint n_attributes)
{
  OpenCell *cell = get_cell (self);
  Table *table = get_table (self);
  Paragraph *paragraph = get_paragraph (self);

  if (self->in_run_properties)
    {
      if (g_str_equal (name, "vanish") && self->in_run)
        self->run_hidden = is_on (attributes, n_attributes);
      else if ((g_str_equal (name, "del") || g_str_equal (name, "moveFrom")) && self->in_paragraph_properties
               && paragraph != NULL)
        paragraph->mark_deleted = TRUE;
    }
  else if (self->in_paragraph_properties && paragraph != NULL)
    {
      if (g_str_equal (name, "numId"))
        paragraph->number_id = (int) get_number (attributes, n_attributes, 0, G_MAXINT16);
      else if (g_str_equal (name, "ilvl"))
        paragraph->number_level = get_number (attributes, n_attributes, 0, 8);
    }
  else if (self->in_row_properties && table != NULL)
    {
      if (g_str_equal (name, "gridBefore"))
        table->next_column = get_number (attributes, n_attributes, 0, MAX_COLUMNS);
      else if (g_str_equal (name, "del"))
        table->row_deleted = TRUE;
    }
  else if (cell != NULL && paragraph == NULL)
    {
      const SuiviXmlAttribute *value = find_attribute (attributes, n_attributes, "val");

      if (g_str_equal (name, "gridSpan"))
        cell->span = MAX (get_number (attributes, n_attributes, 1, MAX_COLUMNS), 1);
      else if (g_str_equal (name, "vMerge"))
        cell->continues = !attribute_is (value, "restart");
      else if (g_str_equal (name, "hMerge"))
        cell->merged_left = !attribute_is (value, "restart");
      else if (g_str_equal (name, "cellDel"))
        cell->deleted = TRUE;
    }
}

static void
start_word (SuiviDocxText *self, const char *name, const SuiviXmlAttribute *attributes, guint n_attributes)
{
  /* Not for the eye: what was deleted or moved away, instructions, properties before a change, pronunciation.
   */
  static const char *const skipped[]
    = { "sdtPr", "sdtEndPr", "rPrChange", "pPrChange", "tcPrChange", "trPrChange", "tblPrEx",
        "tblPr", "tblGrid",  "sectPr",    "rt",        "delText",    "instrText",  NULL };
  gboolean in_properties
    = self->in_run_properties || self->in_paragraph_properties || self->in_row_properties;

  if (is_any (name, skipped)
      || (!in_properties && (g_str_equal (name, "del") || g_str_equal (name, "moveFrom"))))
    {
      self->skip_depth = self->depth;
      return;
    }

  if (g_str_equal (name, "t"))
    self->in_text = TRUE;
  else if (g_str_equal (name, "p"))
    open_paragraph (self);
  else if (g_str_equal (name, "r"))
    {
      self->in_run = TRUE;
      self->run_hidden = FALSE;
    }
  else if (g_str_equal (name, "rPr"))
    self->in_run_properties = TRUE;
  else if (g_str_equal (name, "pPr"))
    self->in_paragraph_properties = TRUE;
  else if (g_str_equal (name, "trPr"))
    self->in_row_properties = TRUE;
  else if (g_str_equal (name, "tbl"))
    open_table (self);
  else if (g_str_equal (name, "tr"))
    open_row (self);
  else if (g_str_equal (name, "tc"))
    open_cell (self);
  else if (self->in_run && !in_properties && (g_str_equal (name, "tab") || g_str_equal (name, "ptab")))
    append (self, "\t", 1);
  else if (self->in_run && !in_properties && (g_str_equal (name, "br") || g_str_equal (name, "cr")))
    append (self, "\n", 1);
  else if (self->in_run && !in_properties && g_str_equal (name, "noBreakHyphen"))
    append (self, "-", 1);
  else if (self->in_run && !in_properties && g_str_equal (name, "sym"))
    append_symbol (self, attributes, n_attributes);
  else
    start_property (self, name, attributes, n_attributes);
}

static void
start_cb (const char *space,
          const char *name,
          const SuiviXmlAttribute *attributes,
          guint n_attributes,
          gpointer user_data)
{
  SuiviDocxText *self = user_data;

  self->depth++;
  if (self->skip_depth > 0)
    return;

  if (is_word_space (self, space))
    {
      start_word (self, name, attributes, n_attributes);
    }
  else if (g_str_equal (space, COMPATIBILITY_SPACE))
    {
      gboolean *chosen = NULL;

      if (g_str_equal (name, "AlternateContent"))
        {
          gboolean none = FALSE;

          g_array_append_val (self->alternatives, none);
        }
      else if (self->alternatives->len > 0
               && (g_str_equal (name, "Choice") || g_str_equal (name, "Fallback")))
        {
          /* The same content said in several ways: the first is read. */
          chosen = &g_array_index (self->alternatives, gboolean, self->alternatives->len - 1);
          if (*chosen)
            self->skip_depth = self->depth;
          *chosen = TRUE;
        }
    }
  else if (g_str_equal (space, DUBLIN_CORE_SPACE)
           && (g_str_equal (name, "title") || g_str_equal (name, "subject")))
    {
      open_paragraph (self);
      self->in_text = TRUE;
    }
}

static void
end_word (SuiviDocxText *self, const char *name)
{
  if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "p"))
    close_paragraph (self);
  else if (g_str_equal (name, "r"))
    {
      self->in_run = FALSE;
      self->run_hidden = FALSE;
    }
  else if (g_str_equal (name, "rPr"))
    self->in_run_properties = FALSE;
  else if (g_str_equal (name, "pPr"))
    self->in_paragraph_properties = FALSE;
  else if (g_str_equal (name, "trPr"))
    self->in_row_properties = FALSE;
  else if (g_str_equal (name, "tbl"))
    close_table (self);
  else if (g_str_equal (name, "tr"))
    close_row (self);
  else if (g_str_equal (name, "tc"))
    close_cell (self);
  /* After a text box, the run around it goes on. */
  else if (g_str_equal (name, "txbxContent"))
    self->in_run = self->paragraphs->len > 0;
}

static void
end_cb (const char *space, const char *name, gpointer user_data)
{
  SuiviDocxText *self = user_data;
  guint depth = self->depth--;

  if (self->skip_depth > 0)
    {
      if (self->skip_depth == depth)
        self->skip_depth = 0;
      return;
    }

  if (is_word_space (self, space))
    {
      end_word (self, name);
    }
  else if (g_str_equal (space, COMPATIBILITY_SPACE) && g_str_equal (name, "AlternateContent"))
    {
      if (self->alternatives->len > 0)
        g_array_set_size (self->alternatives, self->alternatives->len - 1);
    }
  else if (g_str_equal (space, DUBLIN_CORE_SPACE)
           && (g_str_equal (name, "title") || g_str_equal (name, "subject")))
    {
      self->in_text = FALSE;
      close_paragraph (self);
    }
}

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  SuiviDocxText *self = user_data;

  if (self->in_text && self->skip_depth == 0)
    append (self, text, length);
}

/* --- public -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_docx_text_new:
 * @visitor: what to call; copied
 * @user_data: passed to it
 * @numbering: (nullable): the numbering of the document, which must live as long as the reader; without it,
 * automatic numbers of paragraphs are missing
 *
 * Reads a part of a Word document (the document itself, a header, the core properties) as it stands on the
 * page: with inserted text, without deleted, moved-away and hidden text.
 *
 * Returns: (transfer full): the reader
 */
SuiviDocxText *
suivi_docx_text_new (const SuiviDocxVisitor *visitor, gpointer user_data, SuiviDocxNumbering *numbering)
{
  static const SuiviXmlHandler handler = { start_cb, end_cb, text_cb };
  SuiviDocxText *self = NULL;

  g_return_val_if_fail (visitor != NULL, NULL);

  self = g_new0 (SuiviDocxText, 1);
  self->visitor = *visitor;
  self->user_data = user_data;
  self->numbering = numbering;
  self->alternatives = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) free_table);
  self->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) free_paragraph);
  self->carried = g_string_new (NULL);
  self->xml = suivi_bounded_xml_new (&handler, self);

  return self;
}

/**
 * suivi_docx_text_free:
 * @self: (nullable) (transfer full): a reader
 */
void
suivi_docx_text_free (SuiviDocxText *self)
{
  if (self == NULL)
    return;

  suivi_bounded_xml_free (self->xml);
  g_array_unref (self->alternatives);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->paragraphs);
  g_string_free (self->carried, TRUE);
  g_free (self);
}

/**
 * suivi_docx_text_push:
 * @data: the next bytes of the part
 * @length: their number
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Returns: whether all went well so far
 */
gboolean
suivi_docx_text_push (SuiviDocxText *self, const char *data, gsize length, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return suivi_bounded_xml_push (self->xml, data, length, error);
}

/**
 * suivi_docx_text_finish:
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Returns: whether the part was complete
 */
gboolean
suivi_docx_text_finish (SuiviDocxText *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return suivi_bounded_xml_finish (self->xml, error);
}
