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
#define MAX_CELL (16 * 1024)
#define MAX_TEXT (4 * 1024 * 1024)
#define MAX_ROWS 5000

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
  GPtrArray *tables;     /* SuiviDocxTable, open ones */
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
free_paragraph (Paragraph *paragraph)
{
  g_string_free (paragraph->text, TRUE);
  g_string_free (paragraph->boxes, TRUE);
  g_free (paragraph);
}

static SuiviDocxTable *
get_table (SuiviDocxText *self)
{
  return self->tables->len > 0 ? g_ptr_array_index (self->tables, self->tables->len - 1) : NULL;
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
  SuiviDocxTable *table = get_table (self);
  GString *cell = table != NULL ? suivi_docx_table_get_text (table) : NULL;

  if (cell != NULL)
    append_line (self, cell, line);
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
  g_ptr_array_add (self->tables, suivi_docx_table_new (++self->n_tables));
}

static void
close_table (SuiviDocxText *self)
{
  if (self->tables->len > 0)
    g_ptr_array_set_size (self->tables, self->tables->len - 1);
}

/* A table in a cell of which nobody has use is text of that cell. */
static void
join_outer_cell (SuiviDocxText *self, const SuiviDocxRow *row)
{
  SuiviDocxTable *outer = g_ptr_array_index (self->tables, self->tables->len - 2);
  GString *cell = suivi_docx_table_get_text (outer);

  for (guint i = 0; i < row->n_cells && cell != NULL; i++)
    append_line (self, cell, row->cells[i].text);
}

static void
close_row (SuiviDocxText *self)
{
  SuiviDocxTable *table = get_table (self);
  SuiviDocxRow row = { 0 };
  gboolean used = FALSE;

  if (table == NULL || !suivi_docx_table_end_row (table, &row))
    return;

  if (++self->n_rows > MAX_ROWS)
    {
      fail_too_big (
        self, _ ("The tables of the Word file have more rows than a list of recommendations can have. It "
                 "was not read further, for safety."));
      return;
    }
  if (self->visitor.row != NULL)
    used = self->visitor.row (&row, self->user_data);
  if (!used && self->tables->len > 1)
    join_outer_cell (self, &row);
}

static void
close_cell (SuiviDocxText *self)
{
  SuiviDocxTable *table = get_table (self);
  GString *cell = table != NULL ? suivi_docx_table_get_text (table) : NULL;
  gsize n_repeated = 0;

  if (cell == NULL)
    return;

  if (self->carried->len > 0)
    {
      append_line (self, cell, self->carried->str);
      g_string_truncate (self->carried, 0);
    }
  if (!suivi_docx_table_end_cell (table, &n_repeated))
    fail_too_big (
      self, _ ("A row of the Word file has more cells than a list of recommendations can have. It was not "
               "read further, for safety."));
  self->n_bytes += n_repeated;
  if (self->n_bytes > MAX_TEXT)
    fail_too_big (self,
                  _ ("The Word file has more text than a list of recommendations can have. It was not read "
                     "further, for safety."));
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
  SuiviDocxTable *table = get_table (self);
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
        suivi_docx_table_skip_to (table, get_number (attributes, n_attributes, 0, SUIVI_DOCX_MAX_COLUMNS));
      else if (g_str_equal (name, "del"))
        suivi_docx_table_drop_row (table);
    }
  else if (paragraph == NULL && table != NULL && suivi_docx_table_get_text (table) != NULL)
    {
      const SuiviXmlAttribute *value = find_attribute (attributes, n_attributes, "val");

      if (g_str_equal (name, "gridSpan"))
        suivi_docx_table_set_span (table, get_number (attributes, n_attributes, 1, SUIVI_DOCX_MAX_COLUMNS));
      else if (g_str_equal (name, "vMerge"))
        suivi_docx_table_set_merged (table, !attribute_is (value, "restart"), FALSE);
      else if (g_str_equal (name, "hMerge"))
        suivi_docx_table_set_merged (table, FALSE, !attribute_is (value, "restart"));
      else if (g_str_equal (name, "cellDel"))
        suivi_docx_table_drop_cell (table);
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
    {
      if (get_table (self) != NULL)
        suivi_docx_table_begin_row (get_table (self), suivi_bounded_xml_get_n_elements (self->xml));
    }
  else if (g_str_equal (name, "tc"))
    {
      if (get_table (self) != NULL)
        suivi_docx_table_begin_cell (get_table (self), suivi_bounded_xml_get_n_elements (self->xml));
    }
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
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_docx_table_free);
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
 * suivi_docx_text_get_xml:
 *
 * Returns: (transfer none): what has to be given the bytes of the part
 */
SuiviBoundedXml *
suivi_docx_text_get_xml (SuiviDocxText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->xml;
}
