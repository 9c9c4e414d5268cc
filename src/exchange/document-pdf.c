/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as a PDF with tags, so that a screen reader finds headings, lists and tables in it. */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "exchange/document-pdf-private.h"
#include "store/error.h"

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

  set_group (self, get_group (block->kind));
  if (block->new_page && !suivi_pdf_is_at_top (self))
    suivi_pdf_break_page (self);
  suivi_pdf_make_room (self, MAX (look->needs, look->size) + look->before);
  if (!suivi_pdf_is_at_top (self))
    self->y += look->before;
  add_outline (self, block);
  suivi_pdf_add_block (self, block);
  self->y += look->after;
}

static gboolean
lay_out (SuiviPdf *self, GCancellable *cancellable, GError **error)
{
  GPtrArray *blocks = self->document->blocks;

  self->page = 0;
  suivi_pdf_begin_page (self);
  suivi_pdf_begin_tag (self, "Document", NULL);
  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_block (self, g_ptr_array_index (blocks, i));
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

  self->surface
    = cairo_pdf_surface_create_for_stream (append_cb, bytes, SUIVI_PDF_PAGE_WIDTH, SUIVI_PDF_PAGE_HEIGHT);
  self->cr = cairo_create (self->surface);
  set_metadata (self->surface, self->document);
  done = lay_out (self, cancellable, error);
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

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * suivi_document_make_pdf:
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Needs no display; the fonts of the system give the letters.
 *
 * Returns: (transfer full) (nullable): the file: A4, with tags, an outline and page numbers
 */
GBytes *
suivi_document_make_pdf (const SuiviDocument *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  g_autofree char *language = suivi_document_language ();
  SuiviPdf page = { 0 };
  GBytes *bytes = NULL;

  page.document = self;
  page.rtl = self->rtl;
  page.language = language;
  for (gsize i = 0; i < G_N_ELEMENTS (page.contexts); i++)
    page.contexts[i] = make_context (fonts, i > 0);
  if (lay_out (&page, cancellable, error))
    {
      page.n_pages = page.page;
      bytes = draw (&page, cancellable, error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (page.contexts); i++)
    g_object_unref (page.contexts[i]);

  return bytes;
}
