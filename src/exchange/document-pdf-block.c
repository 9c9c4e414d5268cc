/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces of a PDF: paragraphs, lists, lines to write on, tables. */

#include "config.h"

#include "exchange/document-pdf-private.h"

/* What keeps text away from the lines of a table, and the room for its header above a row as high as the page. */
#define CELL_PADDING 5.0
#define HEADER_ROOM  60.0

static const SuiviPdfLook looks[SUIVI_N_BLOCK_KINDS] = {
  [SUIVI_BLOCK_TITLE] = { "H1", 22, PANGO_WEIGHT_BOLD, SUIVI_PDF_DARK, 0, 4, 0, 0 },
  [SUIVI_BLOCK_SUBTITLE] = { "P", 11, PANGO_WEIGHT_NORMAL, SUIVI_PDF_QUIET, 0, 8, 0, 0 },
  [SUIVI_BLOCK_HEADING] = { "H2", 16, PANGO_WEIGHT_BOLD, SUIVI_PDF_DARK, 22, 5, 0, 130 },
  [SUIVI_BLOCK_SUBHEADING] = { "H3", 12.5, PANGO_WEIGHT_BOLD, SUIVI_PDF_DARK, 16, 6, 0, 100 },
  [SUIVI_BLOCK_PART] = { "H4", 10, PANGO_WEIGHT_BOLD, SUIVI_PDF_DARK, 9, 3, 0, 50 },
  [SUIVI_BLOCK_ENTRY] = { "H4", 10, PANGO_WEIGHT_BOLD, SUIVI_PDF_DARK, 6, 0, 0, 50 },
  [SUIVI_BLOCK_TEXT] = { "P", 10, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 0, 5, 0, 0 },
  [SUIVI_BLOCK_QUIET] = { "P", 9, PANGO_WEIGHT_NORMAL, SUIVI_PDF_QUIET, 2, 3, 0, 40 },
  /* Closer to what stands above. */
  [SUIVI_BLOCK_DETAIL] = { "P", 8.25, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, -3.5, 3.5, 0, 0 },
  [SUIVI_BLOCK_WORDING] = { "P", 14, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 2, 9, 14, 0 },
  [SUIVI_BLOCK_TRANSLATION] = { "P", 11.5, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 0, 6, 14, 0 },
  [SUIVI_BLOCK_QUOTE] = { "P", 10.5, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 4, 2, 14, 30 },
  [SUIVI_BLOCK_FACT] = { "P", 10, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 0, 3, 0, 0 },
  [SUIVI_BLOCK_LINE] = { "P", 10, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 0, 0, 0, 0 },
  [SUIVI_BLOCK_ITEM] = { "LBody", 10, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 0, 3, 14, 0 },
  [SUIVI_BLOCK_NUMBERED] = { "P", 10, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 2, 5, 0, 0 },
  [SUIVI_BLOCK_SIGN] = { "P", 10, PANGO_WEIGHT_BOLD, SUIVI_PDF_INK, 2, 4, 0, 40 },
  [SUIVI_BLOCK_CAPTION] = { "P", 9.5, PANGO_WEIGHT_BOLD, SUIVI_PDF_DARK, 10, 3, 0, 140 },
  [SUIVI_BLOCK_FIGURE] = { "P", 9.5, PANGO_WEIGHT_BOLD, SUIVI_PDF_DARK, 10, 3, 0, 140 },
  [SUIVI_BLOCK_REFERENCE] = { "P", 9.5, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 0, 5, 0, 56 },
  [SUIVI_BLOCK_CONTENTS] = { "P", 10, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 0, 0, 0, 0 },
  [SUIVI_BLOCK_HEADER_ROW] = { "TH", 9, PANGO_WEIGHT_BOLD, SUIVI_PDF_DARK, 6, 0, 0, 140 },
  [SUIVI_BLOCK_ROW] = { "TD", 9.5, PANGO_WEIGHT_NORMAL, SUIVI_PDF_INK, 0, 0, 0, 0 },
};

/**
 * suivi_pdf_get_size:
 *
 * Large print is for those who read it, not for tables, which have no room for it.
 *
 * Returns: how large the letters of the piece are, in points
 */
double
suivi_pdf_get_size (SuiviPdf *self, const SuiviBlock *block)
{
  return MAX (looks[block->kind].size, self->document->least_size);
}

/* --- Paragraphs ------------------------------------------------------------------------------------------- */

/* The bar beside a wording; beside each line, so that it goes on behind a page break. */
static void
draw_bar (SuiviPdf *self, const SuiviBlock *block, double y, double height)
{
  double x = block->rtl ? self->width - self->margin - 3 : self->margin;

  suivi_pdf_set_ink (self, SUIVI_PDF_DARK);
  cairo_new_path (self->cr);
  cairo_rectangle (self->cr, x, y, 3, height);
  cairo_fill (self->cr);
}

/* A run of letters of one direction and font, and where it begins. */
typedef struct
{
  PangoGlyphItem *item;
  int x;
} Run;

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  return ((const Run *) a)->item->item->offset - ((const Run *) b)->item->item->offset;
}

/* In the order in which they are read, not from left to right: that is how a screen reader tells them. */
static void
draw_runs (cairo_t *cr, PangoLayoutLine *line, double x, double y)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  const char *text = pango_layout_get_text (line->layout);
  int at = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      Run run = { l->data, at };

      g_array_append_val (runs, run);
      at += pango_glyph_string_get_width (run.item->glyphs);
    }
  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

      cairo_move_to (cr, x + (double) run->x / PANGO_SCALE, y);
      pango_cairo_show_glyph_item (cr, text, run->item);
    }
}

/**
 * suivi_pdf_draw_layout:
 * @x: its left edge
 * @y: its upper edge
 *
 * Draws words in the ink that is set.
 */
void
suivi_pdf_draw_layout (SuiviPdf *self, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical = { 0 };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      draw_runs (self->cr, pango_layout_iter_get_line_readonly (iter), x + (double) logical.x / PANGO_SCALE,
                 y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_line (SuiviPdf *self, const SuiviBlock *block, PangoLayoutIter *iter)
{
  const SuiviPdfLook *look = &looks[block->kind];
  double indent = block->rtl ? 0 : look->indent;
  PangoRectangle logical = { 0 };
  double baseline = 0;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  baseline = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE;
  suivi_pdf_set_ink (self, look->ink);
  draw_runs (self->cr, pango_layout_iter_get_line_readonly (iter),
             self->margin + indent + (double) logical.x / PANGO_SCALE, self->y + baseline);
}

/* The tag stays open where a page ends: what goes on behind it is the same paragraph. */
static void
flow_lines (SuiviPdf *self, const SuiviBlock *block, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical = { 0 };
      double height = 0;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = (double) logical.height / PANGO_SCALE;
      suivi_pdf_make_room (self, height);
      if (self->cr != NULL)
        {
          if (block->kind == SUIVI_BLOCK_WORDING || block->kind == SUIVI_BLOCK_QUOTE)
            draw_bar (self, block, self->y, height + 0.5);
          draw_line (self, block, iter);
        }
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* The title of the document has the first level. No level is left out below it. */
static const char *
get_tag (SuiviPdf *self, const SuiviBlock *block)
{
  if (block->kind == SUIVI_BLOCK_HEADING || block->kind == SUIVI_BLOCK_SUBHEADING)
    self->level = block->kind == SUIVI_BLOCK_HEADING ? 2 : 3;
  if ((block->kind == SUIVI_BLOCK_PART || block->kind == SUIVI_BLOCK_ENTRY) && self->level < 3)
    return "H3";

  return looks[block->kind].tag;
}

/**
 * suivi_pdf_flow:
 * @layout: the words of the piece
 *
 * Sets a paragraph, line by line, with its tag.
 */
void
suivi_pdf_flow (SuiviPdf *self, const SuiviBlock *block, PangoLayout *layout)
{
  const SuiviPdfLook *look = &looks[block->kind];
  const char *tag = get_tag (self, block);
  g_autofree char *link = block->uri != NULL ? g_strdup_printf ("uri='%s'", block->uri) : NULL;

  pango_layout_set_width (layout, (SUIVI_PDF_TEXT_WIDTH - look->indent) * PANGO_SCALE);
  suivi_pdf_begin_tag (self, tag, NULL);
  if (link != NULL)
    suivi_pdf_begin_tag (self, CAIRO_TAG_LINK, link);
  flow_lines (self, block, layout);
  if (link != NULL)
    suivi_pdf_end_tag (self, CAIRO_TAG_LINK);
  suivi_pdf_end_tag (self, tag);
}

static void
add_plain (SuiviPdf *self, const SuiviBlock *block)
{
  const SuiviPdfLook *look = &looks[block->kind];
  g_autofree char *text = suivi_document_plain_text (block);
  g_autoptr (PangoLayout) layout = suivi_pdf_make_layout (self, text, suivi_pdf_get_size (self, block),
                                                          look->weight, block->language, block->rtl);

  suivi_pdf_flow (self, block, layout);
}

/**
 * suivi_pdf_embolden:
 * @length: in bytes
 *
 * Makes the beginning of the text bold.
 */
void
suivi_pdf_embolden (PangoLayout *layout, gsize length)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = 0;
  bold->end_index = length;
  pango_attr_list_insert (pango_layout_get_attributes (layout), bold);
}

static void
add_fact (SuiviPdf *self, const SuiviBlock *block)
{
  const SuiviPdfLook *look = &looks[block->kind];
  g_autofree char *label = suivi_document_label_text (block->label);
  g_autofree char *text = g_strdup_printf ("%s %s", label, block->text);
  g_autoptr (PangoLayout) layout = suivi_pdf_make_layout (self, text, suivi_pdf_get_size (self, block),
                                                          look->weight, NULL, block->rtl);
  suivi_pdf_embolden (layout, strlen (label));
  suivi_pdf_flow (self, block, layout);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
draw_bullet (SuiviPdf *self, const SuiviBlock *block)
{
  double x = block->rtl ? self->width - self->margin - 5 : self->margin + 5;

  if (self->cr == NULL)
    return;
  suivi_pdf_set_ink (self, SUIVI_PDF_DARK);
  cairo_new_path (self->cr);
  cairo_arc (self->cr, x, self->y + 0.75 * suivi_pdf_get_size (self, block), 1.6, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

static void
add_item (SuiviPdf *self, const SuiviBlock *block)
{
  const SuiviPdfLook *look = &looks[block->kind];
  g_autoptr (GString) text = g_string_new (block->label);
  g_autoptr (PangoLayout) layout = NULL;

  if (has_text (block->label) && has_text (block->text))
    g_string_append (text, " · ");
  if (has_text (block->text))
    g_string_append (text, block->text);
  if (has_text (block->note))
    g_string_append_printf (text, "\n%s", block->note);
  layout = suivi_pdf_make_layout (self, text->str, suivi_pdf_get_size (self, block), look->weight, NULL,
                                  block->rtl);
  suivi_pdf_embolden (layout, strlen (block->label));

  suivi_pdf_make_room (self, 2 * suivi_pdf_get_size (self, block));
  draw_bullet (self, block);
  suivi_pdf_begin_tag (self, "LI", NULL);
  suivi_pdf_flow (self, block, layout);
  suivi_pdf_end_tag (self, "LI");
}

/* --- Tables ----------------------------------------------------------------------------------------------- */

static double
get_padding (SuiviPdf *self)
{
  return CELL_PADDING * self->spacing;
}

static double
get_cell_width (SuiviPdf *self, const SuiviBlock *block, guint column)
{
  return SUIVI_PDF_TEXT_WIDTH * block->columns->shares[column] - 2 * CELL_PADDING;
}

/* Large print is for running text: tables have no room for it. */
static PangoLayout *
make_cell_text (SuiviPdf *self, const SuiviBlock *block, guint column, double size)
{
  const gboolean is_header = column == 0 && !block->columns->plain;
  PangoLayout *layout
    = suivi_pdf_make_layout (self, block->cells[column], size,
                             is_header ? PANGO_WEIGHT_BOLD : looks[block->kind].weight, NULL, block->rtl);

  pango_layout_set_width (layout, get_cell_width (self, block, column) * PANGO_SCALE);

  return layout;
}

/* Headings of columns are as large as lets their longest word stay in one piece, in whatever language. */
static double
find_cell_size (SuiviPdf *self, const SuiviBlock *block)
{
  double size = block->columns->size > 0 ? block->columns->size : looks[block->kind].size;

  for (guint column = 0; block->kind == SUIVI_BLOCK_HEADER_ROW && column < block->columns->n; column++)
    {
      const double room = get_cell_width (self, block, column);

      for (double width = G_MAXDOUBLE; width > room && size > SUIVI_PDF_LEAST_SIZE;
           size -= width > room ? 0.25 : 0)
        {
          g_autoptr (PangoLayout) layout = make_cell_text (self, block, column, size);
          PangoRectangle logical = { 0 };

          pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
          pango_layout_get_extents (layout, NULL, &logical);
          width = (double) logical.width / PANGO_SCALE;
        }
    }

  return size;
}

static PangoLayout *
make_cell (SuiviPdf *self, const SuiviBlock *block, guint column, double size)
{
  PangoLayout *layout = make_cell_text (self, block, column, size);

  /* A row stands on one page: what would need more ends with an ellipsis. */
  pango_layout_set_height (layout, (self->end - SUIVI_PDF_MARGIN_TOP - 2 * get_padding (self) - HEADER_ROOM)
                                     * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

/**
 * suivi_pdf_get_height:
 *
 * Returns: in points
 */
double
suivi_pdf_get_height (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

static void
draw_row_ground (SuiviPdf *self, const SuiviBlock *block, double height)
{
  if (block->kind == SUIVI_BLOCK_HEADER_ROW)
    {
      suivi_pdf_set_ink (self, SUIVI_PDF_HEADER_FILL);
      cairo_new_path (self->cr);
      cairo_rectangle (self->cr, self->margin, self->y, SUIVI_PDF_TEXT_WIDTH, height);
      cairo_fill (self->cr);
    }
  suivi_pdf_set_ink (self, SUIVI_PDF_RULE);
  cairo_set_line_width (self->cr, 0.7);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, self->margin, self->y + height);
  cairo_line_to (self->cr, self->margin + SUIVI_PDF_TEXT_WIDTH, self->y + height);
  cairo_stroke (self->cr);
}

static void
draw_cells (SuiviPdf *self, const SuiviBlock *block, PangoLayout **cells)
{
  double x = self->rtl ? self->margin + SUIVI_PDF_TEXT_WIDTH : self->margin;

  suivi_pdf_begin_tag (self, "TR", NULL);
  for (guint column = 0; column < block->columns->n; column++)
    {
      const char *tag
        = block->kind == SUIVI_BLOCK_HEADER_ROW || (column == 0 && !block->columns->plain) ? "TH" : "TD";
      double width = SUIVI_PDF_TEXT_WIDTH * block->columns->shares[column];

      if (self->rtl)
        x -= width;
      suivi_pdf_begin_tag (self, tag, NULL);
      suivi_pdf_set_ink (self, looks[block->kind].ink);
      cairo_move_to (self->cr, x + CELL_PADDING, self->y + get_padding (self) - 1);
      pango_cairo_show_layout (self->cr, cells[column]);
      if (suivi_pdf_has_bar (block, column))
        suivi_pdf_draw_bar (self, block, x + CELL_PADDING, self->y + get_padding (self) - 1,
                            suivi_pdf_get_height (cells[column]), width - 2 * CELL_PADDING);
      suivi_pdf_end_tag (self, tag);
      if (!self->rtl)
        x += width;
    }
  suivi_pdf_end_tag (self, "TR");
}

static void
add_row (SuiviPdf *self, const SuiviBlock *block)
{
  PangoLayout *cells[SUIVI_MAX_COLUMNS] = { NULL };
  const double size = find_cell_size (self, block);
  double height = 0;

  for (guint column = 0; column < block->columns->n; column++)
    {
      cells[column] = make_cell (self, block, column, size);
      height = MAX (height, suivi_pdf_get_height (cells[column]) + suivi_pdf_bar_height (self, block, column)
                              + 2 * get_padding (self) - 1);
    }
  if (block->kind == SUIVI_BLOCK_HEADER_ROW)
    self->header = block;
  suivi_pdf_make_room (self, height);
  if (block->kind == SUIVI_BLOCK_ROW && self->header != NULL && suivi_pdf_is_at_top (self))
    add_row (self, self->header);
  if (self->cr != NULL)
    {
      draw_row_ground (self, block, height);
      draw_cells (self, block, cells);
    }
  self->y += height;
  for (guint column = 0; column < block->columns->n; column++)
    g_object_unref (cells[column]);
}

/* --- Lines to write on ------------------------------------------------------------------------------------ */

/* How high a line is that a hand can write on, how far below its text it stands, and the least width that it needs. */
#define LINE_HEIGHT 24.0
#define LINE_DROP   3.0
#define LINE_ROOM   110.0

static void
draw_rule (SuiviPdf *self, double from, double to, double y)
{
  suivi_pdf_set_ink (self, SUIVI_PDF_QUIET);
  cairo_set_line_width (self->cr, 0.7);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, from, y);
  cairo_line_to (self->cr, to, y);
  cairo_stroke (self->cr);
}

/* Behind the label, if there is room; else below it. */
static void
add_line (SuiviPdf *self, const SuiviBlock *block)
{
  const SuiviPdfLook *look = &looks[block->kind];
  g_autofree char *label = has_text (block->label) ? suivi_document_label_text (block->label) : g_strdup ("");
  g_autoptr (PangoLayout) layout = suivi_pdf_make_layout (self, label, suivi_pdf_get_size (self, block),
                                                          look->weight, NULL, block->rtl);
  PangoRectangle last = { 0 };
  double used = 0;
  double height = 0;

  pango_layout_set_width (layout, SUIVI_PDF_TEXT_WIDTH * PANGO_SCALE);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout,
                                                                 pango_layout_get_line_count (layout) - 1),
                                 NULL, &last);
  used = has_text (block->label) ? (double) last.width / PANGO_SCALE + 6 : 0;
  height = suivi_pdf_get_height (layout) + LINE_HEIGHT - suivi_pdf_get_size (self, block);
  if (SUIVI_PDF_TEXT_WIDTH - used < LINE_ROOM)
    {
      used = 0;
      height += LINE_HEIGHT;
    }
  suivi_pdf_make_room (self, height);
  if (self->cr != NULL)
    {
      double left = self->margin;
      double right = self->margin + SUIVI_PDF_TEXT_WIDTH;
      double y = self->y + height - LINE_DROP;

      suivi_pdf_begin_tag (self, look->tag, NULL);
      suivi_pdf_set_ink (self, look->ink);
      cairo_move_to (self->cr, left,
                     self->y + LINE_HEIGHT - suivi_pdf_get_size (self, block) - LINE_DROP - 2);
      pango_cairo_show_layout (self->cr, layout);
      suivi_pdf_end_tag (self, look->tag);
      draw_rule (self, block->rtl ? left : left + used, block->rtl ? right - used : right, y);
    }
  self->y += height;
}

/* --- Any piece -------------------------------------------------------------------------------------------- */

/**
 * suivi_pdf_get_look:
 *
 * Returns: (transfer none): how such pieces look
 */
const SuiviPdfLook *
suivi_pdf_get_look (SuiviBlockKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (looks), &looks[SUIVI_BLOCK_TEXT]);

  return &looks[kind];
}

/**
 * suivi_pdf_add_block:
 *
 * Draws the piece where the page has got to, on a new page if need be.
 */
void
suivi_pdf_add_block (SuiviPdf *self, const SuiviBlock *block)
{
  switch (block->kind)
    {
    case SUIVI_BLOCK_FACT:
      add_fact (self, block);
      break;
    case SUIVI_BLOCK_LINE:
      add_line (self, block);
      break;
    case SUIVI_BLOCK_ITEM:
      add_item (self, block);
      break;
    case SUIVI_BLOCK_HEADER_ROW:
    case SUIVI_BLOCK_ROW:
      add_row (self, block);
      break;
    case SUIVI_BLOCK_ENTRY:
      suivi_pdf_add_entry (self, block);
      break;
    case SUIVI_BLOCK_DETAIL:
      suivi_pdf_add_detail (self, block);
      break;
    case SUIVI_BLOCK_CONTENTS:
      /* The outline of the file does that. */
      break;
    case SUIVI_BLOCK_TITLE:
    case SUIVI_BLOCK_SUBTITLE:
    case SUIVI_BLOCK_HEADING:
    case SUIVI_BLOCK_SUBHEADING:
    case SUIVI_BLOCK_PART:
    case SUIVI_BLOCK_TEXT:
    case SUIVI_BLOCK_QUIET:
    case SUIVI_BLOCK_WORDING:
    case SUIVI_BLOCK_TRANSLATION:
    case SUIVI_BLOCK_QUOTE:
    case SUIVI_BLOCK_NUMBERED:
    case SUIVI_BLOCK_SIGN:
    case SUIVI_BLOCK_CAPTION:
    case SUIVI_BLOCK_FIGURE:
    case SUIVI_BLOCK_REFERENCE:
    default:
      add_plain (self, block);
      break;
    }
}
