/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts as a PDF with tags, so that a screen reader finds headings, lists and tables in it. */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "exchange/drafts-private.h"

/* A4 and its margins, in points. */
#define PAGE_WIDTH    595.28
#define PAGE_HEIGHT   841.89
#define MARGIN        62.0
#define MARGIN_TOP    56.0
#define MARGIN_BOTTOM 70.0
#define FOOTER_BASE   (PAGE_HEIGHT - 40.0)
#define TEXT_WIDTH    (PAGE_WIDTH - 2 * MARGIN)
#define TEXT_END      (PAGE_HEIGHT - MARGIN_BOTTOM)

#define FONT          "Noto Sans,Cantarell,DejaVu Sans,sans-serif"
#define FOOTER_SIZE   8.0

#define DARK          0x263D4F
#define INK           0x212121
#define QUIET         0x5F6368
#define RULE          0xD5DADF
#define HEADER_FILL   0xEEF2F5

/* Shares of the width of a table, and what keeps text away from its lines. */
static const double shares[3] = { 0.2, 0.26, 0.54 };
#define CELL_PADDING 5.0

/* 1980, as in the other formats: the clock must not enter. */
#define NO_DAY "1980-01-01"

/* How a block looks. Sizes and spaces in points. */
typedef struct
{
  const char *tag;
  double size;
  PangoWeight weight;
  guint ink;
  double before;
  double after;
  double indent; /* from where lines begin */
  double needs;  /* begins a new page when less than this is left */
} Look;

static const Look looks[SUIVI_DRAFTS_N_BLOCK_KINDS] = {
  [SUIVI_DRAFTS_TITLE] = { "P", 22, PANGO_WEIGHT_BOLD, DARK, 0, 4, 0, 0 },
  [SUIVI_DRAFTS_SUBTITLE] = { "P", 11, PANGO_WEIGHT_NORMAL, QUIET, 0, 8, 0, 0 },
  [SUIVI_DRAFTS_ISSUE] = { "H1", 16, PANGO_WEIGHT_BOLD, DARK, 22, 5, 0, 130 },
  [SUIVI_DRAFTS_DRAFT] = { "H2", 12.5, PANGO_WEIGHT_BOLD, DARK, 16, 6, 0, 100 },
  [SUIVI_DRAFTS_PART] = { "H3", 10, PANGO_WEIGHT_BOLD, DARK, 9, 3, 0, 50 },
  [SUIVI_DRAFTS_TEXT] = { "P", 10, PANGO_WEIGHT_NORMAL, INK, 0, 5, 0, 0 },
  [SUIVI_DRAFTS_QUIET] = { "P", 9, PANGO_WEIGHT_NORMAL, QUIET, 2, 3, 0, 40 },
  [SUIVI_DRAFTS_WORDING] = { "P", 14, PANGO_WEIGHT_NORMAL, INK, 2, 9, 14, 0 },
  [SUIVI_DRAFTS_TRANSLATION] = { "P", 11.5, PANGO_WEIGHT_NORMAL, INK, 0, 6, 14, 0 },
  [SUIVI_DRAFTS_FACT] = { "P", 10, PANGO_WEIGHT_NORMAL, INK, 0, 3, 0, 0 },
  [SUIVI_DRAFTS_ITEM] = { "LBody", 10, PANGO_WEIGHT_NORMAL, INK, 0, 3, 14, 0 },
  [SUIVI_DRAFTS_HEADER_ROW] = { "TH", 9, PANGO_WEIGHT_BOLD, DARK, 6, 0, 0, 140 },
  [SUIVI_DRAFTS_ROW] = { "TD", 9.5, PANGO_WEIGHT_NORMAL, INK, 0, 0, 0, 0 },
};

/* The document while it is laid out. It is gone through twice: the first time only counts the pages. */
typedef struct
{
  SuiviDraftsContent *content;
  PangoContext *contexts[2]; /* from left to right, and from right to left */
  char *language;            /* of the labels */
  gboolean rtl;
  cairo_surface_t *surface; /* (nullable): none while pages are counted */
  cairo_t *cr;              /* (nullable) */
  double y;
  guint page;
  guint n_pages;
  int issue_outline; /* what drafts stand below in the outline */
  const char *group; /* (nullable): the open tag that holds several blocks: "L", "Table" */
} Page;

static void
set_ink (Page *self, guint colour)
{
  cairo_set_source_rgb (self->cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                        (colour & 0xFF) / 255.0);
}

static void
begin_tag (Page *self, const char *tag, const char *attributes)
{
  if (self->cr != NULL)
    cairo_tag_begin (self->cr, tag, attributes);
}

static void
end_tag (Page *self, const char *tag)
{
  if (self->cr != NULL)
    cairo_tag_end (self->cr, tag);
}

static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoLayout *
make_layout (Page *self,
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
  pango_layout_set_line_spacing (layout, 1.1);
  pango_layout_set_text (layout, text, -1);
  insert_attribute (attributes,
                    pango_attr_language_new (
                      pango_language_from_string (language != NULL ? language : self->language)),
                    0, G_MAXUINT);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

/* --- Pages ------------------------------------------------------------------------------------------------ */

static void
draw_footer_text (Page *self, const char *text, gboolean at_end)
{
  g_autoptr (PangoLayout) layout
             = make_layout (self, text, FOOTER_SIZE, PANGO_WEIGHT_NORMAL, NULL, self->rtl);
  double width = TEXT_WIDTH / (at_end ? 3 : 1.6);
  gboolean on_right = at_end != self->rtl;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, on_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_move_to (self->cr, on_right ? PAGE_WIDTH - MARGIN - width : MARGIN, FOOTER_BASE);
  pango_cairo_show_layout (self->cr, layout);
}

/* No tag: a screen reader need not read it on each page. */
static void
draw_footer (Page *self)
{
  g_autofree char *page = g_strdup_printf ("%u", self->page);
  g_autofree char *pages = g_strdup_printf ("%u", self->n_pages);
  g_autofree char *text = suivi_drafts_page_text (page, pages);

  set_ink (self, QUIET);
  draw_footer_text (self, self->content->title, FALSE);
  draw_footer_text (self, text, TRUE);
}

static void
begin_page (Page *self)
{
  self->page++;
  self->y = MARGIN_TOP;
  if (self->cr != NULL)
    draw_footer (self);
}

static void
break_page (Page *self)
{
  if (self->cr != NULL)
    cairo_show_page (self->cr);
  begin_page (self);
}

static gboolean
is_at_top (Page *self)
{
  return self->y <= MARGIN_TOP;
}

static void
make_room (Page *self, double height)
{
  if (self->y + height > TEXT_END && !is_at_top (self))
    break_page (self);
}

/* --- Paragraphs ------------------------------------------------------------------------------------------- */

/* The bar beside a wording; beside each line, so that it goes on behind a page break. */
static void
draw_bar (Page *self, const SuiviDraftsBlock *block, double y, double height)
{
  double x = block->rtl ? PAGE_WIDTH - MARGIN - 3 : MARGIN;

  set_ink (self, DARK);
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

static void
draw_line (Page *self, const SuiviDraftsBlock *block, PangoLayoutIter *iter)
{
  const Look *look = &looks[block->kind];
  double indent = block->rtl ? 0 : look->indent;
  PangoRectangle logical = { 0 };
  double baseline = 0;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  baseline = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE;
  set_ink (self, look->ink);
  draw_runs (self->cr, pango_layout_iter_get_line_readonly (iter),
             MARGIN + indent + (double) logical.x / PANGO_SCALE, self->y + baseline);
}

/* The tag stays open where a page ends: what goes on behind it is the same paragraph. */
static void
flow_lines (Page *self, const SuiviDraftsBlock *block, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical = { 0 };
      double height = 0;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = (double) logical.height / PANGO_SCALE;
      make_room (self, height);
      if (self->cr != NULL)
        {
          if (block->kind == SUIVI_DRAFTS_WORDING)
            draw_bar (self, block, self->y, height + 0.5);
          draw_line (self, block, iter);
        }
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
add_outline (Page *self, const SuiviDraftsBlock *block)
{
  g_autofree char *place = NULL;
  char x[G_ASCII_DTOSTR_BUF_SIZE] = "";
  char y[G_ASCII_DTOSTR_BUF_SIZE] = "";
  gboolean is_issue = block->kind == SUIVI_DRAFTS_ISSUE;
  int outline = 0;

  if (self->surface == NULL || (!is_issue && block->kind != SUIVI_DRAFTS_DRAFT))
    return;

  place = g_strdup_printf ("page=%u pos=[%s %s]", self->page, g_ascii_dtostr (x, sizeof x, 0),
                           g_ascii_formatd (y, sizeof y, "%.2f", MAX (self->y - 8, 0)));
  outline
    = cairo_pdf_surface_add_outline (self->surface, is_issue ? CAIRO_PDF_OUTLINE_ROOT : self->issue_outline,
                                     block->text, place, is_issue ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  if (is_issue)
    self->issue_outline = outline;
}

static void
flow_paragraph (Page *self, const SuiviDraftsBlock *block, PangoLayout *layout)
{
  const Look *look = &looks[block->kind];
  g_autofree char *link = block->uri != NULL ? g_strdup_printf ("uri='%s'", block->uri) : NULL;

  pango_layout_set_width (layout, (TEXT_WIDTH - look->indent) * PANGO_SCALE);
  begin_tag (self, look->tag, NULL);
  if (link != NULL)
    begin_tag (self, CAIRO_TAG_LINK, link);
  flow_lines (self, block, layout);
  if (link != NULL)
    end_tag (self, CAIRO_TAG_LINK);
  end_tag (self, look->tag);
}

static void
add_plain (Page *self, const SuiviDraftsBlock *block)
{
  const Look *look = &looks[block->kind];
  g_autoptr (PangoLayout) layout
             = make_layout (self, block->text, look->size, look->weight, block->language, block->rtl);

  flow_paragraph (self, block, layout);
}

static void
embolden (PangoLayout *layout, gsize length)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, length);
}

static void
add_fact (Page *self, const SuiviDraftsBlock *block)
{
  const Look *look = &looks[block->kind];
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  /* Translators: %s is a label that something follows, such as "Stage" */
  label = g_strdup_printf (_ ("%s:"), block->label);
  text = g_strdup_printf ("%s %s", label, block->text);
  layout = make_layout (self, text, look->size, look->weight, NULL, block->rtl);
  embolden (layout, strlen (label));
  flow_paragraph (self, block, layout);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
draw_bullet (Page *self, const SuiviDraftsBlock *block)
{
  double x = block->rtl ? PAGE_WIDTH - MARGIN - 5 : MARGIN + 5;

  if (self->cr == NULL)
    return;
  set_ink (self, DARK);
  cairo_new_path (self->cr);
  cairo_arc (self->cr, x, self->y + 7.5, 1.6, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

static void
add_item (Page *self, const SuiviDraftsBlock *block)
{
  const Look *look = &looks[block->kind];
  g_autoptr (GString) text = g_string_new (block->label);
  g_autoptr (PangoLayout) layout = NULL;

  if (has_text (block->text))
    g_string_append_printf (text, " · %s", block->text);
  if (has_text (block->note))
    g_string_append_printf (text, "\n%s", block->note);
  layout = make_layout (self, text->str, look->size, look->weight, NULL, block->rtl);
  embolden (layout, strlen (block->label));

  make_room (self, 2 * look->size);
  draw_bullet (self, block);
  begin_tag (self, "LI", NULL);
  flow_paragraph (self, block, layout);
  end_tag (self, "LI");
}

/* --- Tables ----------------------------------------------------------------------------------------------- */

static PangoLayout *
make_cell (Page *self, const SuiviDraftsBlock *block, guint column)
{
  const char *const texts[] = { block->label, block->text, block->note };
  const Look *look = &looks[block->kind];
  PangoLayout *layout = make_layout (self, texts[column] != NULL ? texts[column] : "", look->size,
                                     column == 0 ? PANGO_WEIGHT_BOLD : look->weight, NULL, block->rtl);

  pango_layout_set_width (layout, (TEXT_WIDTH * shares[column] - 2 * CELL_PADDING) * PANGO_SCALE);
  /* A row stands on one page: what would need more ends with an ellipsis. */
  pango_layout_set_height (layout, (TEXT_END - MARGIN_TOP - 2 * CELL_PADDING) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle logical = { 0 };

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

static void
draw_row_ground (Page *self, const SuiviDraftsBlock *block, double height)
{
  if (block->kind == SUIVI_DRAFTS_HEADER_ROW)
    {
      set_ink (self, HEADER_FILL);
      cairo_new_path (self->cr);
      cairo_rectangle (self->cr, MARGIN, self->y, TEXT_WIDTH, height);
      cairo_fill (self->cr);
    }
  set_ink (self, RULE);
  cairo_set_line_width (self->cr, 0.7);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, MARGIN, self->y + height);
  cairo_line_to (self->cr, MARGIN + TEXT_WIDTH, self->y + height);
  cairo_stroke (self->cr);
}

static void
draw_cells (Page *self, const SuiviDraftsBlock *block, PangoLayout **cells)
{
  double x = self->rtl ? MARGIN + TEXT_WIDTH : MARGIN;

  begin_tag (self, "TR", NULL);
  for (guint column = 0; column < G_N_ELEMENTS (shares); column++)
    {
      const char *tag = block->kind == SUIVI_DRAFTS_HEADER_ROW || column == 0 ? "TH" : "TD";
      double width = TEXT_WIDTH * shares[column];

      if (self->rtl)
        x -= width;
      begin_tag (self, tag, NULL);
      set_ink (self, looks[block->kind].ink);
      cairo_move_to (self->cr, x + CELL_PADDING, self->y + CELL_PADDING - 1);
      pango_cairo_show_layout (self->cr, cells[column]);
      end_tag (self, tag);
      if (!self->rtl)
        x += width;
    }
  end_tag (self, "TR");
}

static void
add_row (Page *self, const SuiviDraftsBlock *block)
{
  PangoLayout *cells[G_N_ELEMENTS (shares)] = { NULL };
  double height = 0;

  for (guint column = 0; column < G_N_ELEMENTS (shares); column++)
    {
      cells[column] = make_cell (self, block, column);
      height = MAX (height, get_height (cells[column]) + 2 * CELL_PADDING - 1);
    }
  make_room (self, height);
  if (self->cr != NULL)
    {
      draw_row_ground (self, block, height);
      draw_cells (self, block, cells);
    }
  self->y += height;
  for (guint column = 0; column < G_N_ELEMENTS (shares); column++)
    g_object_unref (cells[column]);
}

/* --- The document ----------------------------------------------------------------------------------------- */

/* Which tag holds a block together with its neighbours. */
static const char *
get_group (SuiviDraftsBlockKind kind)
{
  if (kind == SUIVI_DRAFTS_ITEM)
    return "L";

  return kind == SUIVI_DRAFTS_HEADER_ROW || kind == SUIVI_DRAFTS_ROW ? "Table" : NULL;
}

static void
set_group (Page *self, const char *group)
{
  if (g_strcmp0 (self->group, group) == 0)
    return;

  if (self->group != NULL)
    end_tag (self, self->group);
  self->group = group;
  if (group != NULL)
    begin_tag (self, group, NULL);
}

static void
add_block (Page *self, const SuiviDraftsBlock *block)
{
  const Look *look = &looks[block->kind];

  set_group (self, get_group (block->kind));
  make_room (self, MAX (look->needs, look->size) + look->before);
  if (!is_at_top (self))
    self->y += look->before;
  add_outline (self, block);
  switch (block->kind)
    {
    case SUIVI_DRAFTS_FACT:
      add_fact (self, block);
      break;
    case SUIVI_DRAFTS_ITEM:
      add_item (self, block);
      break;
    case SUIVI_DRAFTS_HEADER_ROW:
    case SUIVI_DRAFTS_ROW:
      add_row (self, block);
      break;
    case SUIVI_DRAFTS_TITLE:
    case SUIVI_DRAFTS_SUBTITLE:
    case SUIVI_DRAFTS_ISSUE:
    case SUIVI_DRAFTS_DRAFT:
    case SUIVI_DRAFTS_PART:
    case SUIVI_DRAFTS_TEXT:
    case SUIVI_DRAFTS_QUIET:
    case SUIVI_DRAFTS_WORDING:
    case SUIVI_DRAFTS_TRANSLATION:
    default:
      add_plain (self, block);
      break;
    }
  self->y += look->after;
}

static gboolean
lay_out (Page *self, GPtrArray *blocks, GCancellable *cancellable, GError **error)
{
  self->page = 0;
  begin_page (self);
  begin_tag (self, "Document", NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_block (self, g_ptr_array_index (blocks, i));
    }
  set_group (self, NULL);
  end_tag (self, "Document");

  return TRUE;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;

  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const SuiviDraftsContent *content)
{
  g_autofree char *date = g_strdup_printf ("%sT12:00:00Z", content->day != NULL ? content->day : NO_DAY);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, content->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Suivi " SUIVI_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Letters as they were designed, not fitted to the dots of a screen. */
static PangoContext *
make_context (PangoFontMap *fonts, gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}

static GBytes *
draw (Page *self, GPtrArray *blocks, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  gboolean done = FALSE;

  self->surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  self->cr = cairo_create (self->surface);
  set_metadata (self->surface, self->content);
  done = lay_out (self, blocks, cancellable, error);
  status = cairo_status (self->cr);
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  if (!done)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_debug ("drafts: %s", cairo_status_to_string (status));
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                           _ ("The drafts could not be written as a PDF. Try another format."));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * suivi_drafts_make_pdf:
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Needs no display; the fonts of the system give the letters.
 *
 * Returns: (transfer full) (nullable): the file: A4, with tags, an outline and page numbers
 */
GBytes *
suivi_drafts_make_pdf (SuiviDraftsContent *content, GCancellable *cancellable, GError **error)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  g_autoptr (GPtrArray) blocks = suivi_drafts_blocks_new (content);
  g_autofree char *language = suivi_drafts_user_language ();
  Page page = { 0 };
  GBytes *bytes = NULL;

  page.content = content;
  page.rtl = suivi_drafts_user_is_rtl ();
  page.language = language;
  for (gsize i = 0; i < G_N_ELEMENTS (page.contexts); i++)
    page.contexts[i] = make_context (fonts, i > 0);
  if (lay_out (&page, blocks, cancellable, error))
    {
      page.n_pages = page.page;
      bytes = draw (&page, blocks, cancellable, error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (page.contexts); i++)
    g_object_unref (page.contexts[i]);

  return bytes;
}
