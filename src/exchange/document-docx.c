/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document for Word: with real headings, lists and tables, and the language of each text. */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#include "exchange/document-docx-private.h"
#include "store/error.h"

#define MAIN_NS     "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATION_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS  "http://schemas.openxmlformats.org/package/2006/relationships"

/* 1980, as in the other formats: the clock must not enter. */
#define NO_DAY "1980-01-01"

/* What stands for the two numbers of a footer until they become fields. */
#define PAGE_MARK  "\001"
#define PAGES_MARK "\002"

static const char *const style_ids[SUIVI_N_BLOCK_KINDS] = {
  [SUIVI_BLOCK_TITLE] = "Title",
  [SUIVI_BLOCK_SUBTITLE] = "Subtitle",
  [SUIVI_BLOCK_HEADING] = "Heading1",
  [SUIVI_BLOCK_SUBHEADING] = "Heading2",
  [SUIVI_BLOCK_PART] = "Heading3",
  [SUIVI_BLOCK_TEXT] = "Normal",
  [SUIVI_BLOCK_QUIET] = "Note",
  [SUIVI_BLOCK_WORDING] = "DraftWording",
  [SUIVI_BLOCK_TRANSLATION] = "DraftTranslation",
  [SUIVI_BLOCK_QUOTE] = "Quote",
  [SUIVI_BLOCK_FACT] = "Normal",
  [SUIVI_BLOCK_LINE] = "FormLine",
  [SUIVI_BLOCK_ITEM] = "ListBullet",
  [SUIVI_BLOCK_HEADER_ROW] = "TableText",
  [SUIVI_BLOCK_ROW] = "TableText",
};

/* The part that is written. */
typedef struct
{
  xmlTextWriter *xml;
  xmlBuffer *buffer;
  GPtrArray *links; /* (element-type utf8): web addresses, in the order of their relations */
  gboolean rtl;     /* whether labels read from right to left */
} Part;

static void
begin_part (Part *self, const char *root, const char *prefix, const char *uri)
{
  self->buffer = xmlBufferCreate ();
  self->xml = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterStartDocument (self->xml, NULL, "UTF-8", "yes");
  xmlTextWriterStartElement (self->xml, (const xmlChar *) root);
  xmlTextWriterWriteAttribute (self->xml, (const xmlChar *) prefix, (const xmlChar *) uri);
}

static char *
end_part (Part *self)
{
  char *text = NULL;

  xmlTextWriterEndDocument (self->xml);
  xmlFreeTextWriter (self->xml);
  text = g_strndup ((const char *) xmlBufferContent (self->buffer), xmlBufferLength (self->buffer));
  xmlBufferFree (self->buffer);

  return text;
}

static void
begin (Part *self, const char *element)
{
  xmlTextWriterStartElement (self->xml, (const xmlChar *) element);
}

static void
end (Part *self)
{
  xmlTextWriterEndElement (self->xml);
}

static void
set (Part *self, const char *attribute, const char *value)
{
  xmlTextWriterWriteAttribute (self->xml, (const xmlChar *) attribute, (const xmlChar *) value);
}

static void
set_number (Part *self, const char *attribute, guint value)
{
  g_autofree char *text = g_strdup_printf ("%u", value);

  set (self, attribute, text);
}

/* An element that has nothing but, perhaps, a value. */
static void
put (Part *self, const char *element, const char *value)
{
  begin (self, element);
  if (value != NULL)
    set (self, "w:val", value);
  end (self);
}

static void
put_content (Part *self, const char *element, const char *text)
{
  begin (self, element);
  xmlTextWriterWriteString (self->xml, (const xmlChar *) text);
  end (self);
}

/* --- Runs ------------------------------------------------------------------------------------------------- */

static void
put_text (Part *self, const char *text)
{
  begin (self, "w:t");
  set (self, "xml:space", "preserve");
  xmlTextWriterWriteString (self->xml, (const xmlChar *) text);
  end (self);
}

/* Lines of a text are lines of the paragraph. */
static void
put_lines (Part *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        put (self, "w:br", NULL);
      put_text (self, lines[i]);
    }
}

static void
put_run (Part *self, const char *text, const char *style, gboolean rtl, const char *language)
{
  begin (self, "w:r");
  begin (self, "w:rPr");
  if (style != NULL)
    put (self, "w:rStyle", style);
  if (rtl)
    put (self, "w:rtl", NULL);
  if (language != NULL)
    {
      g_autofree char *tag = suivi_docx_language_tag (language);

      begin (self, "w:lang");
      set (self, rtl ? "w:bidi" : "w:val", tag);
      end (self);
    }
  end (self);
  put_lines (self, text);
  end (self);
}

static void
put_field (Part *self, const char *field)
{
  begin (self, "w:fldSimple");
  set (self, "w:instr", field);
  begin (self, "w:r");
  put_text (self, "1");
  end (self);
  end (self);
}

/* --- Paragraphs ------------------------------------------------------------------------------------------- */

static void
begin_paragraph (Part *self, const char *style, gboolean rtl, gboolean new_page)
{
  begin (self, "w:p");
  begin (self, "w:pPr");
  put (self, "w:pStyle", style);
  if (new_page)
    put (self, "w:pageBreakBefore", NULL);
  if (rtl)
    put (self, "w:bidi", NULL);
  end (self);
}

static void
put_link (Part *self, const SuiviBlock *block)
{
  g_autofree char *id = g_strdup_printf ("link%u", self->links->len + 1);

  g_ptr_array_add (self->links, g_strdup (block->uri));
  begin (self, "w:hyperlink");
  set (self, "r:id", id);
  put_run (self, block->text, "Hyperlink", FALSE, NULL);
  end (self);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
put_item (Part *self, const SuiviBlock *block)
{
  if (has_text (block->label))
    put_run (self, block->label, "Strong", block->rtl, NULL);
  if (has_text (block->label) && has_text (block->text))
    put_run (self, " · ", NULL, block->rtl, NULL);
  if (has_text (block->text))
    {
      if (block->uri != NULL)
        put_link (self, block);
      else
        put_run (self, block->text, NULL, block->rtl, NULL);
    }
  if (has_text (block->note))
    {
      g_autofree char *note = g_strconcat ("\n", block->note, NULL);

      put_run (self, note, NULL, block->rtl, NULL);
    }
}

static void
put_fact (Part *self, const SuiviBlock *block)
{
  g_autofree char *label = suivi_document_label_text (block->label);
  g_autofree char *text = g_strconcat (" ", block->text, NULL);

  put_run (self, label, "Strong", block->rtl, NULL);
  put_run (self, text, NULL, block->rtl, NULL);
}

/* The tab of the style draws the line, up to the margin. */
static void
put_blank_line (Part *self, const SuiviBlock *block)
{
  if (has_text (block->label))
    {
      g_autofree char *label = suivi_document_label_text (block->label);
      g_autofree char *text = g_strconcat (label, " ", NULL);

      put_run (self, text, NULL, block->rtl, NULL);
    }
  begin (self, "w:r");
  put (self, "w:tab", NULL);
  end (self);
}

static void
put_paragraph (Part *self, const SuiviBlock *block)
{
  begin_paragraph (self, style_ids[block->kind], block->rtl, block->new_page);
  if (block->kind == SUIVI_BLOCK_ITEM)
    put_item (self, block);
  else if (block->kind == SUIVI_BLOCK_FACT)
    put_fact (self, block);
  else if (block->kind == SUIVI_BLOCK_LINE)
    put_blank_line (self, block);
  else
    put_run (self, block->text, NULL, block->rtl, block->language);
  end (self);
}

/* --- Tables ----------------------------------------------------------------------------------------------- */

static void
begin_table (Part *self, const SuiviColumns *columns)
{
  begin (self, "w:tbl");
  begin (self, "w:tblPr");
  put (self, "w:tblStyle", "CriteriaTable");
  if (self->rtl)
    put (self, "w:bidiVisual", NULL);
  begin (self, "w:tblW");
  set_number (self, "w:w", SUIVI_DOCX_TEXT_WIDTH);
  set (self, "w:type", "dxa");
  end (self);
  begin (self, "w:tblLayout");
  set (self, "w:type", "fixed");
  end (self);
  begin (self, "w:tblLook");
  set (self, "w:val", "00A0");
  set (self, "w:firstRow", "1");
  set (self, "w:lastRow", "0");
  set (self, "w:firstColumn", "1");
  set (self, "w:lastColumn", "0");
  set (self, "w:noHBand", "1");
  set (self, "w:noVBand", "1");
  end (self);
  end (self);
  begin (self, "w:tblGrid");
  for (guint i = 0; i < columns->n; i++)
    {
      begin (self, "w:gridCol");
      set_number (self, "w:w", columns->widths[i]);
      end (self);
    }
  end (self);
}

static void
put_row (Part *self, const SuiviBlock *block)
{
  begin (self, "w:tr");
  begin (self, "w:trPr");
  put (self, "w:cantSplit", NULL);
  if (block->kind == SUIVI_BLOCK_HEADER_ROW)
    put (self, "w:tblHeader", NULL);
  end (self);
  for (guint i = 0; i < block->columns->n; i++)
    {
      begin (self, "w:tc");
      begin (self, "w:tcPr");
      begin (self, "w:tcW");
      set_number (self, "w:w", block->columns->widths[i]);
      set (self, "w:type", "dxa");
      end (self);
      end (self);
      begin_paragraph (self, style_ids[block->kind], block->rtl, FALSE);
      put_run (self, block->cells[i], NULL, block->rtl, NULL);
      end (self);
      end (self);
    }
  end (self);
}

/* --- Parts ------------------------------------------------------------------------------------------------ */

static void
put_section (Part *self)
{
  begin (self, "w:sectPr");
  begin (self, "w:footerReference");
  set (self, "w:type", "default");
  set (self, "r:id", "footer");
  end (self);
  begin (self, "w:pgSz");
  set_number (self, "w:w", SUIVI_DOCX_PAGE_WIDTH);
  set_number (self, "w:h", SUIVI_DOCX_PAGE_HEIGHT);
  end (self);
  begin (self, "w:pgMar");
  set_number (self, "w:top", SUIVI_DOCX_MARGIN);
  set_number (self, "w:right", SUIVI_DOCX_MARGIN);
  set_number (self, "w:bottom", SUIVI_DOCX_MARGIN);
  set_number (self, "w:left", SUIVI_DOCX_MARGIN);
  set (self, "w:header", "624");
  set (self, "w:footer", "624");
  set (self, "w:gutter", "0");
  end (self);
  if (self->rtl)
    put (self, "w:bidi", NULL);
  end (self);
}

static gboolean
is_row (const SuiviBlock *block)
{
  return block->kind == SUIVI_BLOCK_HEADER_ROW || block->kind == SUIVI_BLOCK_ROW;
}

/* @links receives the web addresses, to be named in the relations. */
static char *
make_document (const SuiviDocument *self, GPtrArray *links)
{
  Part part = { NULL, NULL, links, self->rtl };
  gboolean in_table = FALSE;

  begin_part (&part, "w:document", "xmlns:w", MAIN_NS);
  set (&part, "xmlns:r", RELATION_NS);
  begin (&part, "w:body");
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SuiviBlock *block = g_ptr_array_index (self->blocks, i);

      if (in_table && !is_row (block))
        end (&part);
      if (!in_table && is_row (block))
        begin_table (&part, block->columns);
      in_table = is_row (block);
      if (in_table)
        put_row (&part, block);
      else
        put_paragraph (&part, block);
    }
  /* Word wants a paragraph behind a table. */
  if (in_table)
    {
      end (&part);
      begin_paragraph (&part, "Normal", part.rtl, FALSE);
      end (&part);
    }
  put_section (&part);

  return end_part (&part);
}

static char *
make_footer (const SuiviDocument *self)
{
  Part part = { NULL, NULL, NULL, self->rtl };
  g_autofree char *text = suivi_document_page_text (PAGE_MARK, PAGES_MARK);

  begin_part (&part, "w:ftr", "xmlns:w", MAIN_NS);
  begin_paragraph (&part, "Footer", part.rtl, FALSE);
  put_run (&part, self->title, NULL, part.rtl, NULL);
  begin (&part, "w:r");
  put (&part, "w:tab", NULL);
  end (&part);
  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, PAGE_MARK PAGES_MARK);
      g_autofree char *words = g_strndup (p, length);

      if (length > 0)
        put_run (&part, words, NULL, part.rtl, NULL);
      p += length;
      if (*p != '\0')
        put_field (&part, *p++ == *PAGE_MARK ? "PAGE" : "NUMPAGES");
    }
  end (&part);

  return end_part (&part);
}

static void
put_relation (Part *self, const char *id, const char *type, const char *target)
{
  g_autofree char *uri = g_strconcat (RELATION_NS "/", type, NULL);

  begin (self, "Relationship");
  set (self, "Id", id);
  set (self, "Type", uri);
  set (self, "Target", target);
  if (g_str_equal (type, "hyperlink"))
    set (self, "TargetMode", "External");
  end (self);
}

static char *
make_relations (GPtrArray *links)
{
  Part part = { NULL, NULL, NULL, FALSE };

  begin_part (&part, "Relationships", "xmlns", PACKAGE_NS);
  put_relation (&part, "styles", "styles", "styles.xml");
  put_relation (&part, "settings", "settings", "settings.xml");
  put_relation (&part, "numbering", "numbering", "numbering.xml");
  put_relation (&part, "footer", "footer", "footer1.xml");
  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("link%u", i + 1);

      put_relation (&part, id, "hyperlink", g_ptr_array_index (links, i));
    }

  return end_part (&part);
}

static void
put_date (Part *self, const char *element, const char *date)
{
  begin (self, element);
  set (self, "xsi:type", "dcterms:W3CDTF");
  xmlTextWriterWriteString (self->xml, (const xmlChar *) date);
  end (self);
}

static char *
make_core_properties (const SuiviDocument *self, const char *language)
{
  Part part = { NULL, NULL, NULL, FALSE };
  g_autofree char *date = g_strdup_printf ("%sT12:00:00Z", self->day != NULL ? self->day : NO_DAY);

  begin_part (&part, "cp:coreProperties", "xmlns:cp",
              "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
  set (&part, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  set (&part, "xmlns:dcterms", "http://purl.org/dc/terms/");
  set (&part, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  put_content (&part, "dc:title", self->title);
  put_content (&part, "dc:description", "Suivi " SUIVI_VERSION);
  put_content (&part, "dc:language", language);
  put_date (&part, "dcterms:created", date);
  put_date (&part, "dcterms:modified", date);

  return end_part (&part);
}

/* --- The package ------------------------------------------------------------------------------------------ */

static la_ssize_t
append_cb (struct archive *archive, void *closure, const void *data, size_t length)
{
  GByteArray *bytes = closure;

  g_byte_array_append (bytes, data, length);

  return length;
}

/* No time is set: the archive has the earliest one that it can name. */
static gboolean
add_part (struct archive *archive, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = strlen (content);
  gboolean ok = FALSE;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, length);
  ok = archive_write_header (archive, entry) == ARCHIVE_OK
       && archive_write_data (archive, content, length) == (la_ssize_t) length;
  archive_entry_free (entry);

  return ok;
}

static gboolean
add_parts (struct archive *archive, const SuiviDocument *self)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *code = suivi_document_language ();
  g_autofree char *language = suivi_docx_language_tag (code);
  g_autofree char *document = make_document (self, links);
  g_autofree char *relations = make_relations (links);
  g_autofree char *styles = suivi_docx_styles (self, language);
  g_autofree char *footer = make_footer (self);
  g_autofree char *core = make_core_properties (self, language);
  const struct
  {
    const char *name;
    const char *content;
  } parts[] = {
    { "[Content_Types].xml", suivi_docx_content_types },
    { "_rels/.rels", suivi_docx_package_relations },
    { "docProps/core.xml", core },
    { "docProps/app.xml", suivi_docx_app_properties },
    { "word/document.xml", document },
    { "word/_rels/document.xml.rels", relations },
    { "word/styles.xml", styles },
    { "word/settings.xml", suivi_docx_settings },
    { "word/numbering.xml", suivi_docx_numbering },
    { "word/footer1.xml", footer },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!add_part (archive, parts[i].name, parts[i].content))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_document_make_docx:
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
suivi_document_make_docx (const SuiviDocument *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct archive *archive = NULL;
  gboolean ok = FALSE;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  archive = archive_write_new ();
  ok = archive_write_set_format_zip (archive) == ARCHIVE_OK
       && archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK
       && archive_write_open (archive, bytes, NULL, append_cb, NULL) == ARCHIVE_OK
       && add_parts (archive, self) && archive_write_close (archive) == ARCHIVE_OK;
  if (!ok)
    {
      g_debug ("DOCX: %s", archive_error_string (archive));
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                           _ ("The document could not be written as a Word document. Try another format."));
    }
  archive_write_free (archive);

  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
