/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as a PDF with tags, so that a screen reader finds headings, lists and tables in it. */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "exchange/document-pdf-private.h"
#include "store/error.h"

/* What keeps together is at most so much of a page. */
#define MAX_TOGETHER 0.4

/* Less than this on the last page of several looks lost: in points. */
#define LEAST_LAST 110.0

/* 1980, as in the other formats: the clock must not enter. */
#define NO_DAY "1980-01-01"

/* Which tag holds a block together with its neighbours. */
static const char *
get_group (SuiviBlockKind kind)
{
  if (kind == SUIVI_BLOCK_ITEM)
    return "L";

  return kind == SUIVI_BLOCK_HEADER_ROW || kind == SUIVI_BLOCK_ROW ? "Table" : NULL;
}

static void
set_group (SuiviPdf *self, const char *group)
{
  if (g_strcmp0 (self->group, group) == 0)
    return;

  if (self->group != NULL)
    suivi_pdf_end_tag (self, self->group);
  self->group = group;
  self->header = NULL;
  if (group != NULL)
    suivi_pdf_begin_tag (self, group, NULL);
}

static void
add_outline (SuiviPdf *self, const SuiviBlock *block)
{
  g_autofree char *place = NULL;
  gboolean is_heading = block->kind == SUIVI_BLOCK_HEADING;
  int outline = 0;

  if (self->surface == NULL || (!is_heading && block->kind != SUIVI_BLOCK_SUBHEADING))
    return;

  /* Whole points: cairo reads fractions as the locale writes them, and takes "1.5" for a mistake where that is "1,5". */
  place = g_strdup_printf ("page=%u pos=[0 %u]", self->page, (guint) MAX (self->y - 8, 0));
  outline = cairo_pdf_surface_add_outline (self->surface,
                                           is_heading ? CAIRO_PDF_OUTLINE_ROOT : self->heading_outline,
                                           block->text, place, is_heading ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  if (is_heading)
    self->heading_outline = outline;
}

static void
add_block (SuiviPdf *self, const SuiviBlock *block)
{
  const SuiviPdfLook *look = suivi_pdf_get_look (block->kind);
  const double before = look->before * self->spacing;

  set_group (self, get_group (block->kind));
  if (block->new_page && !suivi_pdf_is_at_top (self))
    suivi_pdf_break_page (self);
  suivi_pdf_make_room (self, MAX (look->needs, look->size) + before);
  if (!suivi_pdf_is_at_top (self))
    self->y += before;
  add_outline (self, block);
  suivi_pdf_add_block (self, block);
  self->y += look->after * self->spacing;
}

/* How many blocks there are that keep together, from @first on. */
static guint
count_together (const SuiviDocument *document, guint first)
{
  guint n = 1;

  while (first + n < document->blocks->len
         && ((const SuiviBlock *) g_ptr_array_index (document->blocks, first + n - 1))->with_next)
    n++;

  return n;
}

/* Begins a new page if what keeps together would not end on this one. What is higher than a part of the page breaks
 * nevertheless: else much of the page would stay empty. */
static void
keep_together (SuiviPdf *self, guint first)
{
  const guint n = count_together (self->document, first);
  const SuiviBlock *block = g_ptr_array_index (self->document->blocks, first);
  SuiviPdf trial = *self;
  double height = suivi_pdf_get_look (block->kind)->before * self->spacing;

  if (n == 1 || block->new_page || suivi_pdf_is_at_top (self))
    return;

  trial.cr = NULL;
  trial.surface = NULL;
  trial.page = 0;
  trial.y = SUIVI_PDF_MARGIN_TOP;
  for (guint i = 0; i < n && trial.page == 0; i++)
    add_block (&trial, g_ptr_array_index (self->document->blocks, first + i));
  height += trial.y - SUIVI_PDF_MARGIN_TOP;
  if (trial.page == 0 && height < MAX_TOGETHER * (self->end - SUIVI_PDF_MARGIN_TOP))
    suivi_pdf_make_room (self, height);
}

/* How many blocks stand before the first new page. */
static guint
count_front (const SuiviDocument *document)
{
  guint n = 0;

  while (n < document->blocks->len && !((SuiviBlock *) g_ptr_array_index (document->blocks, n))->new_page)
    n++;

  return n;
}

/* Goes on for as long as there are blocks, or until a page behind @last_page begins. */
static gboolean
lay_out (SuiviPdf *self, guint n_blocks, guint last_page, GCancellable *cancellable, GError **error)
{
  const SuiviDocument *document = self->document;
  const guint n_front = document->front_spacing > 0 ? count_front (document) : 0;
  guint apart = 0;

  self->page = 0;
  self->level = 1;
  suivi_pdf_begin_page (self);
  suivi_pdf_begin_tag (self, "Document", NULL);
  for (guint i = 0; i < n_blocks && self->page <= last_page; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->spacing = i < n_front ? document->front_spacing : 1;
      if (i >= apart)
        {
          keep_together (self, i);
          apart = i + count_together (document, i);
        }
      add_block (self, g_ptr_array_index (document->blocks, i));
    }
  set_group (self, NULL);
  suivi_pdf_end_tag (self, "Document");

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
set_metadata (cairo_surface_t *surface, const SuiviDocument *document)
{
  g_autofree char *date = g_strdup_printf ("%sT12:00:00Z", document->day != NULL ? document->day : NO_DAY);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  if (document->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
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
draw (SuiviPdf *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  gboolean done = FALSE;

  self->surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, self->width, self->height);
  self->cr = cairo_create (self->surface);
  set_metadata (self->surface, self->document);
  done = lay_out (self, self->document->blocks->len, G_MAXUINT, cancellable, error);
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
      g_debug ("PDF: %s", cairo_status_to_string (status));
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                           _ ("The document could not be written as a PDF. Try another format."));
      return NULL;
    }

  return suivi_pdf_name_language (g_byte_array_free_to_bytes (g_steal_pointer (&bytes)), self->language);
}

/* A few lines do not stand alone on the last page: the one before gives some of its own, unless it takes another page. */
static gboolean
count_pages (SuiviPdf *self, GCancellable *cancellable, GError **error)
{
  const guint n_blocks = self->document->blocks->len;

  if (!lay_out (self, n_blocks, G_MAXUINT, cancellable, error))
    return FALSE;
  self->n_pages = self->page;
  if (self->n_pages == 1 || self->y - SUIVI_PDF_MARGIN_TOP >= LEAST_LAST)
    return TRUE;

  self->short_page = self->n_pages - 1;
  if (!lay_out (self, n_blocks, G_MAXUINT, cancellable, error))
    return FALSE;
  if (self->page > self->n_pages)
    self->short_page = 0;

  return TRUE;
}

/* 8½ by 11 inches, and 210 by 297 millimetres. */
static void
begin (SuiviPdf *self, const SuiviDocument *document, PangoFontMap *fonts)
{
  const gboolean is_letter = document->paper == SUIVI_PAPER_LETTER;

  self->document = document;
  self->rtl = document->rtl;
  self->language = suivi_document_language ();
  self->width = is_letter ? 612 : 595.28;
  self->height = is_letter ? 792 : 841.89;
  self->margin = (self->width - SUIVI_PDF_TEXT_WIDTH) / 2;
  self->end = self->height - SUIVI_PDF_MARGIN_BOTTOM;
  self->spacing = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (self->contexts); i++)
    self->contexts[i] = make_context (fonts, i > 0);
}

static void
end (SuiviPdf *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->contexts); i++)
    g_object_unref (self->contexts[i]);
  g_free (self->language);
}

/**
 * suivi_document_fit_front:
 * @cancellable: (nullable): to stop
 *
 * Looks for the widest spaces with which a PDF has what stands before the first new page on one page, and sets
 * @front_spacing. Letters stay as large as on all pages.
 *
 * Returns: whether there are such spaces; else, and if it was stopped, nothing is set
 */
gboolean
suivi_document_fit_front (SuiviDocument *self, GCancellable *cancellable)
{
  static const double spacings[] = { 1, 0.85, 0.7, 0.55, 0.4 };
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  SuiviPdf trial = { 0 };
  gboolean fits = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  begin (&trial, self, fonts);
  for (gsize i = 0; i < G_N_ELEMENTS (spacings) && !fits; i++)
    {
      self->front_spacing = spacings[i];
      fits = lay_out (&trial, count_front (self), 1, cancellable, NULL) && trial.page == 1;
    }
  end (&trial);
  if (!fits)
    self->front_spacing = 0;

  return fits;
}

/**
 * suivi_document_make_pdf:
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Needs no display; the fonts of the system give the letters.
 *
 * Returns: (transfer full) (nullable): the file, for the paper of the document, with tags, an outline, page numbers and its language
 */
GBytes *
suivi_document_make_pdf (const SuiviDocument *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  SuiviPdf page = { 0 };
  GBytes *bytes = NULL;

  begin (&page, self, fonts);
  if (count_pages (&page, cancellable, error))
    {
      bytes = draw (&page, cancellable, error);
    }
  end (&page);

  return bytes;
}
