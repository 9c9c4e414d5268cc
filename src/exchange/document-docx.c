/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document for Word: with real headings, lists and tables, and the language of each text. */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "exchange/document-docx-private.h"
#include "store/error.h"

#define MAIN_NS     "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATION_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS  "http://schemas.openxmlformats.org/package/2006/relationships"

/* Of a picture, below the folder "word". */
#define PICTURE_PATH "media/sign%u.png"

/* 1980, as in the other formats: the clock must not enter. */
#define NO_DAY "1980-01-01"

/* What stands for the two numbers of a footer until they become fields. */
#define PAGE_MARK  "\001"
#define PAGES_MARK "\002"

/* Above and below the text. Letter paper is shorter. */
#define MARGIN_A4     1247
#define MARGIN_LETTER 1021

/* --- Parts ------------------------------------------------------------------------------------------------ */

static void
put_section (SuiviDocxPart *self)
{
  const gboolean is_letter = self->document->paper == SUIVI_PAPER_LETTER;
  const guint width = is_letter ? 12240 : 11906;
  const guint height = is_letter ? 15840 : 16838;
  const guint end = is_letter ? MARGIN_LETTER : MARGIN_A4;
  const guint side = (width - SUIVI_DOCX_TEXT_WIDTH) / 2;

  suivi_docx_begin (self, "w:sectPr");
  if (self->document->running != NULL)
    {
      suivi_docx_begin (self, "w:headerReference");
      suivi_docx_set (self, "w:type", "default");
      suivi_docx_set (self, "r:id", "header");
      suivi_docx_end (self);
    }
  suivi_docx_begin (self, "w:footerReference");
  suivi_docx_set (self, "w:type", "default");
  suivi_docx_set (self, "r:id", "footer");
  suivi_docx_end (self);
  suivi_docx_begin (self, "w:pgSz");
  suivi_docx_set_number (self, "w:w", width);
  suivi_docx_set_number (self, "w:h", height);
  suivi_docx_end (self);
  suivi_docx_begin (self, "w:pgMar");
  suivi_docx_set_number (self, "w:top", end);
  suivi_docx_set_number (self, "w:right", side);
  suivi_docx_set_number (self, "w:bottom", end);
  suivi_docx_set_number (self, "w:left", side);
  suivi_docx_set (self, "w:header", "624");
  suivi_docx_set (self, "w:footer", "624");
  suivi_docx_set (self, "w:gutter", "0");
  suivi_docx_end (self);
  if (self->document->has_cover)
    suivi_docx_put (self, "w:titlePg", NULL);
  if (self->rtl)
    suivi_docx_put (self, "w:bidi", NULL);
  suivi_docx_end (self);
}

static gboolean
is_row (const SuiviBlock *block)
{
  return block->kind == SUIVI_BLOCK_HEADER_ROW || block->kind == SUIVI_BLOCK_ROW;
}

/* @links and @pictures receive the web addresses and the pictures, to be named in the relations. */
static char *
make_document (const SuiviDocument *self, GPtrArray *links, GPtrArray *pictures)
{
  SuiviDocxPart part = { .document = self, .rtl = self->rtl };
  gboolean in_table = FALSE;

  part.links = links;
  part.pictures = pictures;
  part.has_contents = suivi_docx_has_block (self, SUIVI_BLOCK_CONTENTS);

  suivi_docx_begin_part (&part, "w:document", "xmlns:w", MAIN_NS);
  suivi_docx_set (&part, "xmlns:r", RELATION_NS);
  suivi_docx_begin (&part, "w:body");
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SuiviBlock *block = g_ptr_array_index (self->blocks, i);

      if (in_table && !is_row (block))
        suivi_docx_end (&part);
      if (!in_table && is_row (block))
        suivi_docx_begin_table (&part, block->columns);
      in_table = is_row (block);
      if (in_table)
        suivi_docx_put_row (&part, block);
      else
        suivi_docx_put_block (&part, block);
    }
  /* Word wants a paragraph behind a table. */
  if (in_table)
    {
      suivi_docx_end (&part);
      suivi_docx_begin_paragraph (&part, "Normal", part.rtl, SUIVI_DOCX_FLOW_FREE);
      suivi_docx_end (&part);
    }
  put_section (&part);

  return suivi_docx_end_part (&part);
}

static char *
make_header (const SuiviDocument *self)
{
  SuiviDocxPart part = { .document = self, .rtl = self->rtl };

  suivi_docx_begin_part (&part, "w:hdr", "xmlns:w", MAIN_NS);
  suivi_docx_begin_paragraph (&part, "Header", part.rtl, SUIVI_DOCX_FLOW_FREE);
  suivi_docx_put_run (&part, self->running, NULL, part.rtl, NULL);
  suivi_docx_end (&part);

  return suivi_docx_end_part (&part);
}

static char *
make_footer (const SuiviDocument *self)
{
  SuiviDocxPart part = { .document = self, .rtl = self->rtl };
  g_autofree char *text = suivi_document_page_text (PAGE_MARK, PAGES_MARK);

  suivi_docx_begin_part (&part, "w:ftr", "xmlns:w", MAIN_NS);
  suivi_docx_begin_paragraph (&part, "Footer", part.rtl, SUIVI_DOCX_FLOW_FREE);
  suivi_docx_put_run (&part, self->title, NULL, part.rtl, NULL);
  suivi_docx_begin (&part, "w:r");
  suivi_docx_put (&part, "w:tab", NULL);
  suivi_docx_end (&part);
  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, PAGE_MARK PAGES_MARK);
      g_autofree char *words = g_strndup (p, length);

      if (length > 0)
        suivi_docx_put_run (&part, words, NULL, part.rtl, NULL);
      p += length;
      if (*p != '\0')
        suivi_docx_put_field (&part, *p++ == *PAGE_MARK ? "PAGE" : "NUMPAGES", "1");
    }
  suivi_docx_end (&part);

  return suivi_docx_end_part (&part);
}

static void
put_relation (SuiviDocxPart *self, const char *id, const char *type, const char *target)
{
  g_autofree char *uri = g_strconcat (RELATION_NS "/", type, NULL);

  suivi_docx_begin (self, "Relationship");
  suivi_docx_set (self, "Id", id);
  suivi_docx_set (self, "Type", uri);
  suivi_docx_set (self, "Target", target);
  if (g_str_equal (type, "hyperlink"))
    suivi_docx_set (self, "TargetMode", "External");
  suivi_docx_end (self);
}

static char *
make_relations (const SuiviDocument *self, GPtrArray *links, guint n_pictures)
{
  SuiviDocxPart part = { .document = NULL };

  suivi_docx_begin_part (&part, "Relationships", "xmlns", PACKAGE_NS);
  put_relation (&part, "styles", "styles", "styles.xml");
  put_relation (&part, "settings", "settings", "settings.xml");
  put_relation (&part, "numbering", "numbering", "numbering.xml");
  put_relation (&part, "footer", "footer", "footer1.xml");
  if (self->running != NULL)
    put_relation (&part, "header", "header", "header1.xml");
  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("link%u", i + 1);

      put_relation (&part, id, "hyperlink", g_ptr_array_index (links, i));
    }
  for (guint i = 0; i < n_pictures; i++)
    {
      g_autofree char *id = g_strdup_printf ("sign%u", i + 1);
      g_autofree char *target = g_strdup_printf (PICTURE_PATH, i + 1);

      put_relation (&part, id, "image", target);
    }

  return suivi_docx_end_part (&part);
}

static void
put_date (SuiviDocxPart *self, const char *element, const char *date)
{
  suivi_docx_begin (self, element);
  suivi_docx_set (self, "xsi:type", "dcterms:W3CDTF");
  xmlTextWriterWriteString (self->xml, (const xmlChar *) date);
  suivi_docx_end (self);
}

static char *
make_core_properties (const SuiviDocument *self, const char *language)
{
  SuiviDocxPart part = { .document = NULL };
  g_autofree char *date = g_strdup_printf ("%sT12:00:00Z", self->day != NULL ? self->day : NO_DAY);

  suivi_docx_begin_part (&part, "cp:coreProperties", "xmlns:cp",
                         "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
  suivi_docx_set (&part, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  suivi_docx_set (&part, "xmlns:dcterms", "http://purl.org/dc/terms/");
  suivi_docx_set (&part, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  suivi_docx_put_content (&part, "dc:title", self->title);
  if (self->author != NULL)
    suivi_docx_put_content (&part, "dc:creator", self->author);
  suivi_docx_put_content (&part, "dc:description", "Suivi " SUIVI_VERSION);
  suivi_docx_put_content (&part, "dc:language", language);
  put_date (&part, "dcterms:created", date);
  put_date (&part, "dcterms:modified", date);

  return suivi_docx_end_part (&part);
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
add_part (struct archive *archive, const char *name, const void *content, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();
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
add_pictures (struct archive *archive, GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++)
    {
      const SuiviDocxPicture *picture = g_ptr_array_index (pictures, i);
      g_autofree char *name = g_strdup_printf ("word/" PICTURE_PATH, i + 1);
      gsize length = 0;
      const void *content = g_bytes_get_data (picture->png, &length);

      if (!add_part (archive, name, content, length))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_parts (struct archive *archive, const SuiviDocument *self)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) pictures = suivi_docx_pictures_new ();
  g_autofree char *code = suivi_document_language ();
  g_autofree char *language = suivi_docx_language_tag (code);
  g_autofree char *types = suivi_docx_content_types (self);
  g_autofree char *document = make_document (self, links, pictures);
  g_autofree char *relations = make_relations (self, links, pictures->len);
  g_autofree char *styles = suivi_docx_styles (self, language);
  g_autofree char *settings = suivi_docx_settings (self);
  g_autofree char *footer = make_footer (self);
  g_autofree char *header = self->running != NULL ? make_header (self) : NULL;
  g_autofree char *core = make_core_properties (self, language);
  const struct
  {
    const char *name;
    const char *content;
  } parts[] = {
    { "[Content_Types].xml", types },
    { "_rels/.rels", suivi_docx_package_relations },
    { "docProps/core.xml", core },
    { "docProps/app.xml", suivi_docx_app_properties },
    { "word/document.xml", document },
    { "word/_rels/document.xml.rels", relations },
    { "word/styles.xml", styles },
    { "word/settings.xml", settings },
    { "word/numbering.xml", suivi_docx_numbering },
    { "word/footer1.xml", footer },
    { "word/header1.xml", header },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].content != NULL
          && !add_part (archive, parts[i].name, parts[i].content, strlen (parts[i].content)))
        return FALSE;
    }

  return add_pictures (archive, pictures);
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
