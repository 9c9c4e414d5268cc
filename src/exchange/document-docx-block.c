/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces of a Word document, but for tables. */

#include "config.h"

#include <string.h>

#include "exchange/document-docx-private.h"

/* Of a sign that stands in a line of text, in half points: a little larger than the text. */
#define SIGN_SIZE 26

static const char *const style_ids[SUIVI_N_BLOCK_KINDS] = {
  [SUIVI_BLOCK_TITLE] = "Title",
  [SUIVI_BLOCK_SUBTITLE] = "Subtitle",
  [SUIVI_BLOCK_HEADING] = "Heading1",
  [SUIVI_BLOCK_SUBHEADING] = "Heading2",
  [SUIVI_BLOCK_PART] = "Heading3",
  [SUIVI_BLOCK_ENTRY] = "Heading3",
  [SUIVI_BLOCK_TEXT] = "Normal",
  [SUIVI_BLOCK_QUIET] = "Note",
  [SUIVI_BLOCK_DETAIL] = "Detail",
  [SUIVI_BLOCK_WORDING] = "DraftWording",
  [SUIVI_BLOCK_TRANSLATION] = "DraftTranslation",
  [SUIVI_BLOCK_QUOTE] = "Quote",
  [SUIVI_BLOCK_FACT] = "Normal",
  [SUIVI_BLOCK_LINE] = "FormLine",
  [SUIVI_BLOCK_ITEM] = "ListBullet",
  [SUIVI_BLOCK_NUMBERED] = "ListNumber",
  [SUIVI_BLOCK_SIGN] = "Sign",
  [SUIVI_BLOCK_CAPTION] = "Caption",
  [SUIVI_BLOCK_FIGURE] = "Caption",
  [SUIVI_BLOCK_REFERENCE] = "Bibliography",
  [SUIVI_BLOCK_CONTENTS] = "TOCHeading",
  [SUIVI_BLOCK_HEADER_ROW] = "TableHead",
  [SUIVI_BLOCK_ROW] = "TableText",
};

/* How the place of a reference is called. */
static char *
name_reference (guint number)
{
  return g_strdup_printf ("reference%u", number);
}

/* And that of a heading: Word knows its own table of contents by such names. */
static char *
name_heading (guint number)
{
  return g_strdup_printf ("_Toc%08u", number);
}

static void
put_link (SuiviDocxPart *self, const SuiviBlock *block, const char *text)
{
  g_autofree char *id = g_strdup_printf ("link%u", self->links->len + 1);

  g_ptr_array_add (self->links, g_strdup (block->uri));
  suivi_docx_begin (self, "w:hyperlink");
  suivi_docx_set (self, "r:id", id);
  suivi_docx_put_run (self, text, "Hyperlink", FALSE, NULL);
  suivi_docx_end (self);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
put_item (SuiviDocxPart *self, const SuiviBlock *block)
{
  if (has_text (block->label))
    suivi_docx_put_run (self, block->label, "Strong", block->rtl, NULL);
  if (has_text (block->label) && has_text (block->text))
    suivi_docx_put_run (self, " · ", NULL, block->rtl, NULL);
  if (has_text (block->text))
    {
      if (block->uri != NULL)
        put_link (self, block, block->text);
      else
        suivi_docx_put_run (self, block->text, NULL, block->rtl, NULL);
    }
  if (has_text (block->note))
    {
      g_autofree char *note = g_strconcat ("\n", block->note, NULL);

      suivi_docx_put_run (self, note, NULL, block->rtl, NULL);
    }
}

static void
put_fact (SuiviDocxPart *self, const SuiviBlock *block)
{
  g_autofree char *label = suivi_document_label_text (block->label);
  g_autofree char *text = g_strconcat (" ", block->text, NULL);

  suivi_docx_put_run (self, label, "Strong", block->rtl, NULL);
  suivi_docx_put_run (self, text, NULL, block->rtl, NULL);
}

/* The tab of the style draws the line, up to the margin. */
static void
put_blank_line (SuiviDocxPart *self, const SuiviBlock *block)
{
  if (has_text (block->label))
    {
      g_autofree char *label = suivi_document_label_text (block->label);
      g_autofree char *text = g_strconcat (label, " ", NULL);

      suivi_docx_put_run (self, text, NULL, block->rtl, NULL);
    }
  suivi_docx_begin (self, "w:r");
  suivi_docx_put (self, "w:tab", NULL);
  suivi_docx_end (self);
}

static void
put_detail (SuiviDocxPart *self, const SuiviBlock *block)
{
  if (has_text (block->label))
    put_fact (self, block);
  else
    suivi_docx_put_run (self, block->text, NULL, block->rtl, block->language);
}

/* Each number leads to what is cited. */
static void
put_citations (SuiviDocxPart *self, const SuiviBlock *block)
{
  for (guint i = 0; block->citations != NULL && i < block->citations->len; i++)
    {
      guint number = g_array_index (block->citations, guint, i);
      g_autofree char *bookmark = name_reference (number);
      g_autofree char *text = g_strdup_printf ("%u", number);

      suivi_docx_put_run (self, i > 0 ? ", " : " [", NULL, block->rtl, NULL);
      suivi_docx_put_jump (self, bookmark, text, "Hyperlink", block->rtl);
    }
  if (block->citations != NULL)
    suivi_docx_put_run (self, "]", NULL, block->rtl, NULL);
}

static void
put_reference (SuiviDocxPart *self, const SuiviBlock *block)
{
  g_autofree char *bookmark = name_reference (block->number);
  g_autofree char *number = g_strdup_printf ("[%u]", block->number);

  suivi_docx_begin_bookmark (self, bookmark);
  suivi_docx_put_run (self, number, NULL, block->rtl, NULL);
  suivi_docx_end_bookmark (self);
  suivi_docx_begin (self, "w:r");
  suivi_docx_put (self, "w:tab", NULL);
  suivi_docx_end (self);
  suivi_docx_put_run (self, block->text, NULL, block->rtl, NULL);
  if (block->uri != NULL)
    {
      suivi_docx_put_run (self, " · ", NULL, block->rtl, NULL);
      put_link (self, block, block->uri);
    }
  if (has_text (block->note))
    {
      g_autofree char *note = g_strconcat ("\n", block->note, NULL);

      suivi_docx_put_run (self, note, NULL, block->rtl, NULL);
    }
}

/* Fonts that have the signs as they should look. */
static void
put_symbol (SuiviDocxPart *self, const SuiviBlock *block)
{
  g_autofree char *ink = g_strdup_printf ("%06X", block->ink);
  g_autofree char *size = g_strdup_printf ("%u", block->size > 0 ? (guint) (block->size * 2) : SIGN_SIZE);

  suivi_docx_begin (self, "w:r");
  suivi_docx_begin (self, "w:rPr");
  suivi_docx_begin (self, "w:rFonts");
  suivi_docx_set (self, "w:ascii", "Segoe UI Symbol");
  suivi_docx_set (self, "w:hAnsi", "Segoe UI Symbol");
  suivi_docx_set (self, "w:eastAsia", "Segoe UI Symbol");
  suivi_docx_set (self, "w:cs", "Segoe UI Symbol");
  suivi_docx_end (self);
  suivi_docx_put (self, "w:color", ink);
  suivi_docx_put (self, "w:sz", size);
  suivi_docx_put (self, "w:szCs", size);
  if (block->rtl)
    suivi_docx_put (self, "w:rtl", NULL);
  suivi_docx_end (self);
  suivi_docx_put_content (self, "w:t", block->label);
  suivi_docx_end (self);
}

static void
put_sign (SuiviDocxPart *self, const SuiviBlock *block)
{
  g_autofree char *text = g_strconcat (block->size > 0 ? "\n" : " ", block->text, NULL);

  if (block->size == 0 || !suivi_docx_put_picture (self, block))
    put_symbol (self, block);
  suivi_docx_put_run (self, text, "Strong", block->rtl, NULL);
}

static void
put_entry (SuiviDocxPart *self, const SuiviBlock *block)
{
  g_autofree char *meaning = g_strconcat (" ", block->note, NULL);

  suivi_docx_put_run (self, block->text, NULL, block->rtl, NULL);
  suivi_docx_put_run (self, " · ", NULL, block->rtl, NULL);
  put_symbol (self, block);
  suivi_docx_put_run (self, meaning, NULL, block->rtl, NULL);
}

/* The number is a field: whoever moves tables about gets them numbered anew, and can list them. */
static void
put_caption (SuiviDocxPart *self, const SuiviBlock *block)
{
  g_autofree char *number = g_strdup_printf ("%u", block->number);
  g_autofree char *text = suivi_document_caption_text (block->kind, "\001", block->text);
  const char *rest = strchr (text, '\001');
  g_autofree char *before = g_strndup (text, rest - text);

  suivi_docx_put_run (self, before, NULL, block->rtl, NULL);
  suivi_docx_put_field (self,
                        block->kind == SUIVI_BLOCK_FIGURE ? " SEQ Figure \\* ARABIC "
                                                          : " SEQ Table \\* ARABIC ",
                        number);
  suivi_docx_put_run (self, rest + 1, NULL, block->rtl, NULL);
}

/* --- The table of contents -------------------------------------------------------------------------------- */

static gboolean
is_in_contents (const SuiviBlock *block)
{
  return block->kind == SUIVI_BLOCK_HEADING || block->kind == SUIVI_BLOCK_SUBHEADING;
}

/* @is_dirty: whether what the field shows has to be worked out anew */
static void
put_field_mark (SuiviDocxPart *self, const char *type, gboolean is_dirty)
{
  suivi_docx_begin (self, "w:r");
  suivi_docx_begin (self, "w:fldChar");
  suivi_docx_set (self, "w:fldCharType", type);
  if (is_dirty)
    suivi_docx_set (self, "w:dirty", "true");
  suivi_docx_end (self);
  suivi_docx_end (self);
}

static void
begin_field (SuiviDocxPart *self, const char *field)
{
  put_field_mark (self, "begin", TRUE);
  suivi_docx_begin (self, "w:r");
  suivi_docx_put_content (self, "w:instrText", field);
  suivi_docx_end (self);
  put_field_mark (self, "separate", FALSE);
}

/* The headings stand there from the beginning, as links. Which page they are on only Word knows: it adds that when the
 * field is updated. A wrong number would be worse than none. */
static void
put_entries (SuiviDocxPart *self)
{
  guint n = 0;

  for (guint i = 0; i < self->document->blocks->len; i++)
    {
      const SuiviBlock *block = g_ptr_array_index (self->document->blocks, i);
      g_autofree char *bookmark = NULL;

      if (!is_in_contents (block))
        continue;
      bookmark = name_heading (++n);
      suivi_docx_begin_paragraph (self, block->kind == SUIVI_BLOCK_HEADING ? "TOC1" : "TOC2", block->rtl,
                                  SUIVI_DOCX_FLOW_FREE);
      if (n == 1)
        begin_field (self, "TOC \\o \"1-2\" \\h \\z \\u");
      suivi_docx_put_jump (self, bookmark, block->text, NULL, block->rtl);
      suivi_docx_end (self);
    }
  if (n == 0)
    return;

  suivi_docx_begin_paragraph (self, "TOC1", self->rtl, SUIVI_DOCX_FLOW_FREE);
  put_field_mark (self, "end", FALSE);
  suivi_docx_end (self);
}

static SuiviDocxFlow
get_flow (const SuiviBlock *block)
{
  return (block->new_page ? SUIVI_DOCX_FLOW_NEW_PAGE : SUIVI_DOCX_FLOW_FREE)
         | (block->with_next ? SUIVI_DOCX_FLOW_WITH_NEXT : SUIVI_DOCX_FLOW_FREE);
}

static void
put_contents (SuiviDocxPart *self, const SuiviBlock *block)
{
  suivi_docx_begin (self, "w:sdt");
  suivi_docx_begin (self, "w:sdtPr");
  suivi_docx_begin (self, "w:docPartObj");
  suivi_docx_put (self, "w:docPartGallery", "Table of Contents");
  suivi_docx_put (self, "w:docPartUnique", NULL);
  suivi_docx_end (self);
  suivi_docx_end (self);
  suivi_docx_begin (self, "w:sdtContent");
  suivi_docx_begin_paragraph (self, "TOCHeading", block->rtl, get_flow (block));
  suivi_docx_put_run (self, block->text, NULL, block->rtl, NULL);
  suivi_docx_end (self);
  put_entries (self);
  suivi_docx_end (self);
  suivi_docx_end (self);
}

/* --- Any piece -------------------------------------------------------------------------------------------- */

static void
put_heading (SuiviDocxPart *self, const SuiviBlock *block)
{
  g_autofree char *bookmark = name_heading (++self->n_headings);

  suivi_docx_begin_bookmark (self, bookmark);
  suivi_docx_put_run (self, block->text, NULL, block->rtl, block->language);
  suivi_docx_end_bookmark (self);
}

static void
put_content (SuiviDocxPart *self, const SuiviBlock *block)
{
  switch ((int) block->kind)
    {
    case SUIVI_BLOCK_HEADING:
    case SUIVI_BLOCK_SUBHEADING:
      if (self->has_contents)
        {
          put_heading (self, block);
          return;
        }
      break;
    case SUIVI_BLOCK_ITEM:
      put_item (self, block);
      return;
    case SUIVI_BLOCK_FACT:
      put_fact (self, block);
      return;
    case SUIVI_BLOCK_LINE:
      put_blank_line (self, block);
      return;
    case SUIVI_BLOCK_SIGN:
      put_sign (self, block);
      return;
    case SUIVI_BLOCK_ENTRY:
      put_entry (self, block);
      return;
    case SUIVI_BLOCK_DETAIL:
      put_detail (self, block);
      return;
    case SUIVI_BLOCK_CAPTION:
    case SUIVI_BLOCK_FIGURE:
      put_caption (self, block);
      return;
    case SUIVI_BLOCK_REFERENCE:
      put_reference (self, block);
      return;
    default:
      break;
    }
  suivi_docx_put_run (self, block->text, NULL, block->rtl, block->language);
}

/**
 * suivi_docx_put_block:
 * @block: not a row of a table
 *
 * Adds a piece at the end of the body.
 */
void
suivi_docx_put_block (SuiviDocxPart *self, const SuiviBlock *block)
{
  const char *style = style_ids[block->kind];

  if (block->kind == SUIVI_BLOCK_CONTENTS)
    {
      put_contents (self, block);
      return;
    }
  if (block->kind == SUIVI_BLOCK_SIGN && block->size > 0)
    style = "LargeSign";
  suivi_docx_begin_paragraph (self, style, block->rtl, get_flow (block));
  put_content (self, block);
  put_citations (self, block);
  suivi_docx_end (self);
}
