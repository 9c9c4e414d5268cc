/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a PDF, and what all that stands on them needs: ink, tags, letters. */

#include "config.h"

#include "exchange/document-pdf-private.h"

/* How far the footer begins above the end of the paper. */
#define FOOTER_ROOM 40.0
#define FONT        "Noto Sans,Cantarell,DejaVu Sans,sans-serif"
#define SIGN_FONT   "DejaVu Sans,Segoe UI Symbol,Noto Sans Symbols2,sans-serif"
#define FOOTER_SIZE 8.0

void
suivi_pdf_set_ink (SuiviPdf *self, guint colour)
{
  cairo_set_source_rgb (self->cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                        (colour & 0xFF) / 255.0);
}

void
suivi_pdf_begin_tag (SuiviPdf *self, const char *tag, const char *attributes)
{
  if (self->cr != NULL)
    cairo_tag_begin (self->cr, tag, attributes);
}

void
suivi_pdf_end_tag (SuiviPdf *self, const char *tag)
{
  if (self->cr != NULL)
    cairo_tag_end (self->cr, tag);
}

/**
 * suivi_pdf_get_end:
 *
 * Returns: where the text of this page ends, from the top
 */
double
suivi_pdf_get_end (SuiviPdf *self)
{
  return self->end - (self->short_page > 0 && self->page == self->short_page ? SUIVI_PDF_SHORTER : 0);
}

/* The fonts of texts draw the signs of the lights each in another size, if they have them. */
static void
set_sign_font (PangoAttrList *attributes, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar letter = g_utf8_get_char (p);
      PangoAttribute *family = NULL;

      /* Geometric shapes. */
      if (letter < 0x25A0 || letter > 0x25FF)
        continue;
      family = pango_attr_family_new (SIGN_FONT);
      family->start_index = p - text;
      family->end_index = g_utf8_next_char (p) - text;
      pango_attr_list_insert (attributes, family);
    }
}

PangoLayout *
suivi_pdf_make_layout (SuiviPdf *self,
                       const char *text,
                       double size,
                       PangoWeight weight,
                       const char *language,
                       gboolean rtl)
{
  PangoLayout *layout = pango_layout_new (self->contexts[rtl]);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  /* The direction is that of the context, whatever letter comes first. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_line_spacing (layout, 1 + 0.1 * self->spacing);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (
                                        language != NULL ? language : self->language)));
  set_sign_font (attributes, text);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static void
draw_footer_text (SuiviPdf *self, const char *text, gboolean at_end)
{
  g_autoptr (PangoLayout) layout
             = suivi_pdf_make_layout (self, text, FOOTER_SIZE, PANGO_WEIGHT_NORMAL, NULL, self->rtl);
  double width = SUIVI_PDF_TEXT_WIDTH / (at_end ? 3 : 1.6);
  gboolean on_right = at_end != self->rtl;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, on_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_move_to (self->cr, on_right ? self->width - self->margin - width : self->margin,
                 self->height - FOOTER_ROOM);
  pango_cairo_show_layout (self->cr, layout);
}

/* No tag: a screen reader need not read it on each page. */
static void
draw_footer (SuiviPdf *self)
{
  g_autofree char *page = g_strdup_printf ("%u", self->page);
  g_autofree char *pages = g_strdup_printf ("%u", self->n_pages);
  g_autofree char *text = suivi_document_page_text (page, pages);

  suivi_pdf_set_ink (self, SUIVI_PDF_QUIET);
  draw_footer_text (self, self->document->title, FALSE);
  draw_footer_text (self, text, TRUE);
}

void
suivi_pdf_begin_page (SuiviPdf *self)
{
  self->page++;
  self->y = SUIVI_PDF_MARGIN_TOP;
  if (self->cr != NULL)
    draw_footer (self);
}

void
suivi_pdf_break_page (SuiviPdf *self)
{
  if (self->cr != NULL)
    cairo_show_page (self->cr);
  suivi_pdf_begin_page (self);
}

gboolean
suivi_pdf_is_at_top (SuiviPdf *self)
{
  return self->y <= SUIVI_PDF_MARGIN_TOP;
}

void
suivi_pdf_make_room (SuiviPdf *self, double height)
{
  if (self->y + height > suivi_pdf_get_end (self) && !suivi_pdf_is_at_top (self))
    suivi_pdf_break_page (self);
}
