/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of a long list in a PDF: a heading with a sign at the other end of the line, and what is said in small letters
 * below. */

#include "config.h"

#include "exchange/document-pdf-private.h"

/* What the rule above an entry keeps from it, and what its heading keeps from its sign. In points. */
#define RULE_GAP 5.0
#define SIGN_GAP 18.0
#define WORD_GAP 4.0

/* The sign of an entry, and what it means. */
typedef struct
{
  PangoLayout *sign;
  PangoLayout *meaning;
  double sign_width;
  double width; /* of both */
} Light;

static double
get_width (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

static double
get_baseline (PangoLayout *layout)
{
  return (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
}

static Light
make_light (SuiviPdf *self, const SuiviBlock *block)
{
  const SuiviPdfLook *look = suivi_pdf_get_look (block->kind);
  const double size = suivi_pdf_get_size (self, block);
  Light light = { NULL };

  light.sign = suivi_pdf_make_layout (self, block->label, size + 1, PANGO_WEIGHT_NORMAL, NULL, block->rtl);
  light.meaning = suivi_pdf_make_layout (self, block->note, size, look->weight, NULL, block->rtl);
  light.sign_width = get_width (light.sign);
  light.width = light.sign_width + WORD_GAP + get_width (light.meaning);
  /* The user may call a light what they want. */
  if (light.width > SUIVI_PDF_TEXT_WIDTH)
    {
      pango_layout_set_width (light.meaning,
                              (SUIVI_PDF_TEXT_WIDTH - light.sign_width - WORD_GAP) * PANGO_SCALE);
      light.width = SUIVI_PDF_TEXT_WIDTH;
    }

  return light;
}

/* @left: where both begin, from the left; the sign comes first in the direction of the text */
static void
draw_light (SuiviPdf *self, const SuiviBlock *block, const Light *light, double left, double y)
{
  const double sign_x = block->rtl ? left + light->width - light->sign_width : left;
  const double meaning_x = block->rtl ? left : left + light->sign_width + WORD_GAP;

  if (self->cr == NULL)
    return;

  suivi_pdf_begin_tag (self, "P", NULL);
  suivi_pdf_set_ink (self, block->ink);
  cairo_move_to (self->cr, sign_x, y + get_baseline (light->meaning) - get_baseline (light->sign));
  pango_cairo_show_layout (self->cr, light->sign);
  suivi_pdf_set_ink (self, SUIVI_PDF_INK);
  suivi_pdf_draw_layout (self, light->meaning, meaning_x, y);
  suivi_pdf_end_tag (self, "P");
}

static void
draw_rule (SuiviPdf *self)
{
  if (self->cr == NULL || suivi_pdf_is_at_top (self))
    return;

  suivi_pdf_set_ink (self, SUIVI_PDF_RULE);
  cairo_set_line_width (self->cr, 0.7);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, self->margin, self->y - RULE_GAP);
  cairo_line_to (self->cr, self->margin + SUIVI_PDF_TEXT_WIDTH, self->y - RULE_GAP);
  cairo_stroke (self->cr);
}

/**
 * suivi_pdf_add_entry:
 * @block: a %SUIVI_BLOCK_ENTRY
 *
 * The sign stands at the other end of the line if there is room, else below.
 */
void
suivi_pdf_add_entry (SuiviPdf *self, const SuiviBlock *block)
{
  const SuiviPdfLook *look = suivi_pdf_get_look (block->kind);
  g_autoptr (PangoLayout) heading
             = suivi_pdf_make_layout (self, block->text, suivi_pdf_get_size (self, block), look->weight, NULL,
                                      block->rtl);
  const double right = self->margin + SUIVI_PDF_TEXT_WIDTH;
  Light light = make_light (self, block);
  double y = 0;

  draw_rule (self);
  if (get_width (heading) + SIGN_GAP + light.width <= SUIVI_PDF_TEXT_WIDTH)
    {
      y = self->y;
      suivi_pdf_flow (self, block, heading);
      draw_light (self, block, &light, block->rtl ? self->margin : right - light.width, y);
    }
  else
    {
      suivi_pdf_flow (self, block, heading);
      suivi_pdf_make_room (self, suivi_pdf_get_height (light.meaning));
      draw_light (self, block, &light, block->rtl ? right - light.width : self->margin, self->y);
      self->y += suivi_pdf_get_height (light.meaning);
    }
  g_object_unref (light.sign);
  g_object_unref (light.meaning);
}

/**
 * suivi_pdf_add_detail:
 * @block: a %SUIVI_BLOCK_DETAIL
 */
void
suivi_pdf_add_detail (SuiviPdf *self, const SuiviBlock *block)
{
  g_autofree char *label = block->label != NULL ? suivi_document_label_text (block->label) : g_strdup ("");
  g_autofree char *text
    = block->label != NULL ? g_strdup_printf ("%s %s", label, block->text) : g_strdup (block->text);
  g_autoptr (PangoLayout) layout = suivi_pdf_make_layout (self, text, suivi_pdf_get_size (self, block),
                                                          PANGO_WEIGHT_NORMAL, NULL, block->rtl);

  pango_layout_set_line_spacing (layout, 1);
  suivi_pdf_embolden (layout, strlen (label));
  suivi_pdf_flow (self, block, layout);
}
