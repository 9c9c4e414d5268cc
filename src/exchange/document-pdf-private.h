/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "exchange/document.h"

G_BEGIN_DECLS

/* For document-pdf*.c only: pages, what stands on them, and the document as a whole. */

/* In points. The text is as wide on any paper: the margins differ. */
#define SUIVI_PDF_TEXT_WIDTH    471.28
#define SUIVI_PDF_MARGIN_TOP    56.0
#define SUIVI_PDF_MARGIN_BOTTOM 62.0

#define SUIVI_PDF_DARK          0x263D4F
#define SUIVI_PDF_INK           0x212121
#define SUIVI_PDF_QUIET         0x5F6368
#define SUIVI_PDF_RULE          0xD5DADF
#define SUIVI_PDF_HEADER_FILL   0xEEF2F5

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
} SuiviPdfLook;

/* The document while it is laid out. It is gone through twice: the first time only counts the pages. */
typedef struct
{
  const SuiviDocument *document;
  PangoContext *contexts[2]; /* from left to right, and from right to left */
  char *language;            /* of the labels */
  gboolean rtl;
  cairo_surface_t *surface; /* (nullable): none while pages are counted */
  cairo_t *cr;              /* (nullable) */
  double width;             /* of the paper */
  double height;
  double margin; /* beside the text */
  double end;    /* of the text, from the top: suivi_pdf_get_end() */
  double spacing; /* by how much spaces are smaller than usual */
  double y;
  guint page;
  guint n_pages;
  guint short_page; /* this page ends early, so that the last one holds more than a few lines; 0: none does */
  guint level;      /* of the heading that was last, but for those of entries */
  int heading_outline; /* what subheadings stand below in the outline */
  const char *group;   /* (nullable): the open tag that holds several blocks: "L", "Table" */
  const SuiviBlock *header; /* (nullable): of the last table: stands again where a page begins within it */
} SuiviPdf;

/* Pages: document-pdf-page.c */
/* Smaller letters are not read on paper. */
#define SUIVI_PDF_LEAST_SIZE 8.0
/* By how much the short page ends early. */
#define SUIVI_PDF_SHORTER 150.0

void suivi_pdf_set_ink (SuiviPdf *self, guint colour);
void suivi_pdf_begin_tag (SuiviPdf *self, const char *tag, const char *attributes);
void suivi_pdf_end_tag (SuiviPdf *self, const char *tag);
double suivi_pdf_get_end (SuiviPdf *self);
PangoLayout *suivi_pdf_make_layout (SuiviPdf *self,
                                    const char *text,
                                    double size,
                                    PangoWeight weight,
                                    const char *language,
                                    gboolean rtl);
void suivi_pdf_begin_page (SuiviPdf *self);
void suivi_pdf_break_page (SuiviPdf *self);
gboolean suivi_pdf_is_at_top (SuiviPdf *self);
void suivi_pdf_make_room (SuiviPdf *self, double height);

/* Pieces: document-pdf-block.c */
const SuiviPdfLook *suivi_pdf_get_look (SuiviBlockKind kind);
void suivi_pdf_add_block (SuiviPdf *self, const SuiviBlock *block);
double suivi_pdf_get_size (SuiviPdf *self, const SuiviBlock *block);
void suivi_pdf_embolden (PangoLayout *layout, gsize length);
void suivi_pdf_draw_layout (SuiviPdf *self, PangoLayout *layout, double x, double y);
void suivi_pdf_flow (SuiviPdf *self, const SuiviBlock *block, PangoLayout *layout);
double suivi_pdf_get_height (PangoLayout *layout);

/* Entries: document-pdf-entry.c */
void suivi_pdf_add_entry (SuiviPdf *self, const SuiviBlock *block);
void suivi_pdf_add_detail (SuiviPdf *self, const SuiviBlock *block);

/* The file as a whole: document-pdf-language.c */
GBytes *suivi_pdf_name_language (GBytes *bytes, const char *language);

/* Bars in tables: document-pdf-bar.c */
gboolean suivi_pdf_has_bar (const SuiviBlock *block, guint column);
double suivi_pdf_bar_height (SuiviPdf *self, const SuiviBlock *block, guint column);
void suivi_pdf_draw_bar (SuiviPdf *self, const SuiviBlock *block, double x, double y, double words, double width);

G_END_DECLS
