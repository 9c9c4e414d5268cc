/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes a Word document in places, and writes paragraphs that look like those beside them. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/document.h"
#include "exchange/import-plan.h"
#include "exchange/list-filled-private.h"

/* What @end - @start bytes from @start on are replaced by. */
typedef struct
{
  gsize start;
  gsize end;
  guint order; /* what comes first among those at one place */
  char *text;  /* (nullable) (owned) */
} Edit;

static void
clear_edit (gpointer data)
{
  g_free (((Edit *) data)->text);
}

/**
 * suivi_list_editor_new:
 * @text: (array length=length): a document that #SuiviDocxText has read without error; ends with a NUL, and must live as
 *   long as the editor
 * @length: its bytes, without the NUL
 * @first_row: one of its rows of tables, which element it is
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Returns: (transfer full) (nullable): what changes it
 */
SuiviListEditor *
suivi_list_editor_new (const char *text, gsize length, guint first_row, GError **error)
{
  g_autoptr (SuiviListEditor) self = g_new0 (SuiviListEditor, 1);

  self->text = text;
  self->length = length;
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self->edits, clear_edit);
  self->outline = suivi_xml_outline_new (text, length, error);
  if (self->outline == NULL)
    return NULL;

  /* Every program that we know names them so; what is written without prefix cannot have attributes of Word's. */
  if (first_row > 0 && first_row <= suivi_xml_outline_get_count (self->outline))
    self->prefix = suivi_xml_outline_dup_prefix (self->outline, first_row);
  if (self->prefix == NULL || *self->prefix == '\0'
      || !suivi_xml_outline_is (self->outline, first_row, self->prefix, "tr"))
    {
      g_set_error_literal (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
        _ ("The Word file is written in an unusual way, so that it cannot be filled in. Open it in Word or "
           "LibreOffice, save it as .docx, and try again."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * suivi_list_editor_free:
 * @self: (nullable) (transfer full): an editor
 */
void
suivi_list_editor_free (SuiviListEditor *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->outline, suivi_xml_outline_free);
  g_array_unref (self->edits);
  g_free (self->prefix);
  g_free (self);
}

static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const Edit *edit_a = a;
  const Edit *edit_b = b;

  if (edit_a->start != edit_b->start)
    return edit_a->start < edit_b->start ? -1 : 1;

  return edit_a->order < edit_b->order ? -1 : edit_a->order > edit_b->order;
}

/**
 * suivi_list_editor_finish:
 *
 * Returns: (transfer full): the changed document
 */
GBytes *
suivi_list_editor_finish (SuiviListEditor *self)
{
  GString *out = g_string_sized_new (self->length + self->length / 4);
  gsize at = 0;

  g_array_sort (self->edits, compare_edits);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      if (edit->start < at)
        continue;
      g_string_append_len (out, self->text + at, edit->start - at);
      if (edit->text != NULL)
        g_string_append (out, edit->text);
      at = edit->end;
    }
  g_string_append_len (out, self->text + at, self->length - at);

  return g_string_free_to_bytes (out);
}

/* --- Looking and changing --------------------------------------------------------------------------------- */

/**
 * suivi_list_editor_is:
 *
 * Returns: whether @element is an element of Word's that is called @name
 */
gboolean
suivi_list_editor_is (SuiviListEditor *self, guint element, const char *name)
{
  return suivi_xml_outline_is (self->outline, element, self->prefix, name);
}

/**
 * suivi_list_editor_find_child:
 * @element: an element; 0: none
 *
 * Returns: the first element of Word's called @name directly in @element; 0 if there is none
 */
guint
suivi_list_editor_find_child (SuiviListEditor *self, guint element, const char *name)
{
  return element > 0 ? suivi_xml_outline_find_child (self->outline, element, self->prefix, name) : 0;
}

/**
 * suivi_list_editor_get_number:
 * @element: an element; 0: none
 * @attribute: name of an attribute of Word's, "val"
 * @missing: what to return if there is no such number
 *
 * Returns: the number that the attribute says, up to a million
 */
guint
suivi_list_editor_get_number (SuiviListEditor *self, guint element, const char *attribute, guint missing)
{
  g_autofree char *value
    = element > 0 ? suivi_xml_outline_dup_attribute (self->outline, element, self->prefix, attribute) : NULL;
  guint64 number = 0;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, 1000000, &number, NULL))
    return missing;

  return number;
}

static void
add_edit (SuiviListEditor *self, gsize start, gsize end, char *text)
{
  Edit edit = { start, end, self->edits->len, text };

  g_array_append_val (self->edits, edit);
}

/**
 * suivi_list_editor_insert:
 * @at: byte of the document
 * @text: (transfer full): what to put there; what was put there before stays before it
 */
void
suivi_list_editor_insert (SuiviListEditor *self, gsize at, char *text)
{
  add_edit (self, at, at, text);
}

/**
 * suivi_list_editor_replace:
 * @element: an element
 * @text: (transfer full) (nullable): what to put in its place
 */
void
suivi_list_editor_replace (SuiviListEditor *self, guint element, char *text)
{
  const SuiviXmlElement *place = suivi_xml_outline_get (self->outline, element);

  add_edit (self, place->start, place->end, text);
}

/**
 * suivi_list_editor_copy_children:
 * @element: an element; 0: none
 * @names: which of the elements in it, in the order in which they are wanted, ended by %NULL
 *
 * Returns: (transfer full): those elements as they stand there
 */
char *
suivi_list_editor_copy_children (SuiviListEditor *self, guint element, const char *const *names)
{
  GString *copy = g_string_new (NULL);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      guint child = suivi_list_editor_find_child (self, element, names[i]);
      g_autofree char *text = child > 0 ? suivi_xml_outline_dup (self->outline, child) : NULL;

      if (text != NULL)
        g_string_append (copy, text);
    }

  return g_string_free (copy, FALSE);
}

/* --- Paragraphs ------------------------------------------------------------------------------------------- */

/* What a paragraph takes over from its neighbours: in the order that the format asks for, with a gap for the direction
 * and one for bold letters. */
typedef struct
{
  char *paragraph_head;
  char *paragraph_tail;
  char *run_head;
  char *run_tail;
} Look;

static void
clear_look (Look *look)
{
  g_free (look->paragraph_head);
  g_free (look->paragraph_tail);
  g_free (look->run_head);
  g_free (look->run_tail);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, clear_look)

static guint
find_paragraph (SuiviListEditor *self, guint cell)
{
  return suivi_list_editor_find_child (self, cell, "p");
}

/* The properties of the first letters in @cell, else of its first paragraph. */
static guint
find_run_properties (SuiviListEditor *self, guint cell)
{
  guint run = suivi_xml_outline_find_inside (self->outline, cell, self->prefix, "r");
  guint properties = suivi_list_editor_find_child (self, run, "rPr");
  guint paragraph = find_paragraph (self, cell);

  if (properties > 0)
    return properties;

  return suivi_list_editor_find_child (self, suivi_list_editor_find_child (self, paragraph, "pPr"), "rPr");
}

static void
take_look (SuiviListEditor *self, Look *look, guint cell, guint neighbour)
{
  static const char *const paragraph_head[] = { "pStyle", "suppressAutoHyphens", NULL };
  static const char *const paragraph_tail[] = { "spacing", "ind", "contextualSpacing", "jc", NULL };
  static const char *const run_head[] = { "rFonts", NULL };
  static const char *const run_tail[] = { "color", "sz", "szCs", NULL };
  guint paragraph = suivi_list_editor_find_child (self, find_paragraph (self, cell), "pPr");
  guint run = find_run_properties (self, neighbour);

  look->paragraph_head = suivi_list_editor_copy_children (self, paragraph, paragraph_head);
  look->paragraph_tail = suivi_list_editor_copy_children (self, paragraph, paragraph_tail);
  look->run_head = suivi_list_editor_copy_children (self, run, run_head);
  look->run_tail = suivi_list_editor_copy_children (self, run, run_tail);
}

static void
append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '\t')
        g_string_append_c (out, ' ');
      /* What XML cannot hold. */
      else if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
        g_string_append_unichar (out, c);
    }
}

/* Words of others read in the direction of their first letter. */
static gboolean
reads_from_right (const char *line)
{
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW
               || script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA
               || script == G_UNICODE_SCRIPT_NKO || script == G_UNICODE_SCRIPT_ADLAM;
    }

  return suivi_document_is_rtl ();
}

static void
append_paragraph (SuiviListEditor *self, GString *out, const Look *look, const char *line, gboolean bold)
{
  const char *w = self->prefix;
  gboolean rtl = line != NULL && reads_from_right (line);

  if (line != NULL)
    g_string_append_printf (out,
                            "<%s:p %s:rsidR=\"" SUIVI_LIST_MARK "\" %s:rsidRDefault=\"" SUIVI_LIST_MARK "\">",
                            w, w, w);
  else
    g_string_append_printf (out, "<%s:p>", w);

  g_string_append_printf (out, "<%s:pPr>%s", w, look->paragraph_head);
  if (rtl)
    g_string_append_printf (out, "<%s:bidi/>", w);
  g_string_append_printf (out, "%s</%s:pPr>", look->paragraph_tail, w);
  if (line != NULL)
    {
      g_string_append_printf (out, "<%s:r><%s:rPr>%s", w, w, look->run_head);
      if (bold)
        g_string_append_printf (out, "<%s:b/><%s:bCs/>", w, w);
      g_string_append (out, look->run_tail);
      if (rtl)
        g_string_append_printf (out, "<%s:rtl/>", w);
      g_string_append_printf (out, "</%s:rPr><%s:t xml:space=\"preserve\">", w, w);
      append_escaped (out, line);
      g_string_append_printf (out, "</%s:t></%s:r>", w, w);
    }
  g_string_append_printf (out, "</%s:p>", w);
}

/**
 * suivi_list_editor_make_paragraphs:
 * @cell: the cell whose paragraphs ours are to look like
 * @neighbour: the cell whose letters ours are to look like
 * @lines: (nullable): what they say, a paragraph each, the first one bold
 *
 * Returns: (transfer full): the paragraphs, marked as ours; without lines, an empty one that is not
 */
char *
suivi_list_editor_make_paragraphs (SuiviListEditor *self,
                                   guint cell,
                                   guint neighbour,
                                   const char *const *lines)
{
  g_auto (Look) look = { NULL };
  GString *out = g_string_new (NULL);

  take_look (self, &look, cell, neighbour);
  if (lines == NULL)
    append_paragraph (self, out, &look, NULL, FALSE);
  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    append_paragraph (self, out, &look, lines[i], i == 0);

  return g_string_free (out, FALSE);
}

/* --- Cells ------------------------------------------------------------------------------------------------ */

static gboolean
is_ours (SuiviListEditor *self, guint element)
{
  g_autofree char *mark = NULL;

  if (!suivi_list_editor_is (self, element, "p"))
    return FALSE;

  mark = suivi_xml_outline_dup_attribute (self->outline, element, self->prefix, "rsidR");

  return g_strcmp0 (mark, SUIVI_LIST_MARK) == 0;
}

/* Whether @element holds nothing but those that @allowed names. */
static gboolean
holds_only (SuiviListEditor *self, guint element, const char *const *allowed)
{
  for (guint child = suivi_xml_outline_first_child (self->outline, element); child > 0;
       child = suivi_xml_outline_next_child (self->outline, child))
    {
      gboolean found = FALSE;

      for (gsize i = 0; allowed[i] != NULL && !found; i++)
        found = suivi_list_editor_is (self, child, allowed[i]);
      if (!found)
        return FALSE;
    }

  return TRUE;
}

/* Whether there is nothing in a paragraph that somebody could miss: no letter, no picture, no bookmark. */
static gboolean
is_blank (SuiviListEditor *self, guint element)
{
  static const char *const in_paragraph[] = { "pPr", "proofErr", "r", NULL };
  static const char *const in_run[] = { "rPr", "t", "lastRenderedPageBreak", NULL };

  if (!suivi_list_editor_is (self, element, "p") || !holds_only (self, element, in_paragraph))
    return FALSE;

  for (guint run = suivi_xml_outline_first_child (self->outline, element); run > 0;
       run = suivi_xml_outline_next_child (self->outline, run))
    {
      if (!suivi_list_editor_is (self, run, "r"))
        continue;
      if (!holds_only (self, run, in_run))
        return FALSE;
      for (guint part = suivi_xml_outline_first_child (self->outline, run); part > 0;
           part = suivi_xml_outline_next_child (self->outline, part))
        {
          const SuiviXmlElement *place = suivi_xml_outline_get (self->outline, part);
          const char *inner = self->text + place->inner;

          if (suivi_list_editor_is (self, part, "t")
              && strspn (inner, " \t\r\n") < place->inner_end - place->inner)
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * suivi_list_editor_has_ours:
 *
 * Returns: whether we have written into that cell before
 */
gboolean
suivi_list_editor_has_ours (SuiviListEditor *self, guint cell)
{
  for (guint child = suivi_xml_outline_first_child (self->outline, cell); child > 0;
       child = suivi_xml_outline_next_child (self->outline, child))
    {
      if (is_ours (self, child))
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_list_editor_can_fill:
 * @cell: an element
 *
 * Returns: whether it is a cell that text can be put into
 */
gboolean
suivi_list_editor_can_fill (SuiviListEditor *self, guint cell)
{
  const SuiviXmlElement *place = NULL;

  if (cell == 0 || cell > suivi_xml_outline_get_count (self->outline)
      || !suivi_list_editor_is (self, cell, "tc"))
    return FALSE;

  place = suivi_xml_outline_get (self->outline, cell);

  /* <w:tc/>, which no program writes, has no end tag to put it before. */
  return place->inner_end < place->end;
}

/**
 * suivi_list_editor_fill:
 * @cell: a cell that can be filled
 * @neighbour: the cell whose letters ours are to look like
 * @lines: (nullable): what to say in it
 *
 * Puts our text behind that of others. What we wrote into it earlier goes, and empty paragraphs where there is nothing
 * else.
 */
void
suivi_list_editor_fill (SuiviListEditor *self, guint cell, guint neighbour, const char *const *lines)
{
  guint n_kept = 0;
  guint last_kept = 0;
  gboolean has_ours = suivi_list_editor_has_ours (self, cell);

  if (lines == NULL && !has_ours)
    return;

  for (guint child = suivi_xml_outline_first_child (self->outline, cell); child > 0;
       child = suivi_xml_outline_next_child (self->outline, child))
    {
      if (suivi_list_editor_is (self, child, "tcPr") || is_ours (self, child))
        continue;
      last_kept = child;
      if (!is_blank (self, child))
        n_kept++;
    }
  for (guint child = suivi_xml_outline_first_child (self->outline, cell); child > 0;
       child = suivi_xml_outline_next_child (self->outline, child))
    {
      if (suivi_list_editor_is (self, child, "tcPr"))
        continue;
      if (is_ours (self, child) || (lines != NULL && n_kept == 0))
        suivi_list_editor_replace (self, child, NULL);
    }

  /* A cell ends with a paragraph, even if it is empty. */
  if (lines != NULL || last_kept == 0 || !suivi_list_editor_is (self, last_kept, "p"))
    suivi_list_editor_insert (self, suivi_xml_outline_get (self->outline, cell)->inner_end,
                              suivi_list_editor_make_paragraphs (self, cell, neighbour, lines));
}
