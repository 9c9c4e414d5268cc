/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a Word document are made of: elements, runs, paragraphs. */

#include "config.h"

#include "exchange/document-docx-private.h"

void
suivi_docx_begin_part (SuiviDocxPart *self, const char *root, const char *prefix, const char *uri)
{
  self->buffer = xmlBufferCreate ();
  self->xml = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterStartDocument (self->xml, NULL, "UTF-8", "yes");
  xmlTextWriterStartElement (self->xml, (const xmlChar *) root);
  xmlTextWriterWriteAttribute (self->xml, (const xmlChar *) prefix, (const xmlChar *) uri);
}

char *
suivi_docx_end_part (SuiviDocxPart *self)
{
  char *text = NULL;

  xmlTextWriterEndDocument (self->xml);
  xmlFreeTextWriter (self->xml);
  text = g_strndup ((const char *) xmlBufferContent (self->buffer), xmlBufferLength (self->buffer));
  xmlBufferFree (self->buffer);

  return text;
}

void
suivi_docx_begin (SuiviDocxPart *self, const char *element)
{
  xmlTextWriterStartElement (self->xml, (const xmlChar *) element);
}

void
suivi_docx_end (SuiviDocxPart *self)
{
  xmlTextWriterEndElement (self->xml);
}

void
suivi_docx_set (SuiviDocxPart *self, const char *attribute, const char *value)
{
  xmlTextWriterWriteAttribute (self->xml, (const xmlChar *) attribute, (const xmlChar *) value);
}

void
suivi_docx_set_number (SuiviDocxPart *self, const char *attribute, guint value)
{
  g_autofree char *text = g_strdup_printf ("%u", value);

  suivi_docx_set (self, attribute, text);
}

/* An element that has nothing but, perhaps, a value. */
void
suivi_docx_put (SuiviDocxPart *self, const char *element, const char *value)
{
  suivi_docx_begin (self, element);
  if (value != NULL)
    suivi_docx_set (self, "w:val", value);
  suivi_docx_end (self);
}

void
suivi_docx_put_content (SuiviDocxPart *self, const char *element, const char *text)
{
  suivi_docx_begin (self, element);
  xmlTextWriterWriteString (self->xml, (const xmlChar *) text);
  suivi_docx_end (self);
}

/* --- Runs ------------------------------------------------------------------------------------------------- */

static void
put_text (SuiviDocxPart *self, const char *text)
{
  suivi_docx_begin (self, "w:t");
  suivi_docx_set (self, "xml:space", "preserve");
  xmlTextWriterWriteString (self->xml, (const xmlChar *) text);
  suivi_docx_end (self);
}

/* Lines of a text are lines of the paragraph. */
static void
put_lines (SuiviDocxPart *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        suivi_docx_put (self, "w:br", NULL);
      put_text (self, lines[i]);
    }
}

void
suivi_docx_put_run (SuiviDocxPart *self,
                    const char *text,
                    const char *style,
                    gboolean rtl,
                    const char *language)
{
  suivi_docx_begin (self, "w:r");
  suivi_docx_begin (self, "w:rPr");
  if (style != NULL)
    suivi_docx_put (self, "w:rStyle", style);
  if (rtl)
    suivi_docx_put (self, "w:rtl", NULL);
  if (language != NULL)
    {
      g_autofree char *tag = suivi_docx_language_tag (language);

      suivi_docx_begin (self, "w:lang");
      suivi_docx_set (self, rtl ? "w:bidi" : "w:val", tag);
      suivi_docx_end (self);
    }
  suivi_docx_end (self);
  put_lines (self, text);
  suivi_docx_end (self);
}

/* @shown: what stands there until the field is worked out anew */
void
suivi_docx_put_field (SuiviDocxPart *self, const char *field, const char *shown)
{
  suivi_docx_begin (self, "w:fldSimple");
  suivi_docx_set (self, "w:instr", field);
  suivi_docx_begin (self, "w:r");
  put_text (self, shown);
  suivi_docx_end (self);
  suivi_docx_end (self);
}

/* --- Paragraphs ------------------------------------------------------------------------------------------- */

void
suivi_docx_begin_paragraph (SuiviDocxPart *self, const char *style, gboolean rtl, SuiviDocxFlow flow)
{
  suivi_docx_begin (self, "w:p");
  suivi_docx_begin (self, "w:pPr");
  suivi_docx_put (self, "w:pStyle", style);
  if ((flow & SUIVI_DOCX_FLOW_WITH_NEXT) != 0)
    {
      suivi_docx_put (self, "w:keepNext", NULL);
      suivi_docx_put (self, "w:keepLines", NULL);
    }
  if ((flow & SUIVI_DOCX_FLOW_NEW_PAGE) != 0)
    suivi_docx_put (self, "w:pageBreakBefore", NULL);
  if (rtl)
    suivi_docx_put (self, "w:bidi", NULL);
  suivi_docx_end (self);
}

/* --- Places to go to -------------------------------------------------------------------------------------- */

void
suivi_docx_begin_bookmark (SuiviDocxPart *self, const char *name)
{
  suivi_docx_begin (self, "w:bookmarkStart");
  suivi_docx_set_number (self, "w:id", ++self->n_bookmarks);
  suivi_docx_set (self, "w:name", name);
  suivi_docx_end (self);
}

void
suivi_docx_end_bookmark (SuiviDocxPart *self)
{
  suivi_docx_begin (self, "w:bookmarkEnd");
  suivi_docx_set_number (self, "w:id", self->n_bookmarks);
  suivi_docx_end (self);
}

/* A link to a bookmark. @style: (nullable) */
void
suivi_docx_put_jump (SuiviDocxPart *self,
                     const char *bookmark,
                     const char *text,
                     const char *style,
                     gboolean rtl)
{
  suivi_docx_begin (self, "w:hyperlink");
  suivi_docx_set (self, "w:anchor", bookmark);
  suivi_docx_set (self, "w:history", "1");
  suivi_docx_put_run (self, text, style, rtl, NULL);
  suivi_docx_end (self);
}
