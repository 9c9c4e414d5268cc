/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/xmlwriter.h>

#include "exchange/document.h"

G_BEGIN_DECLS

/* The parts of a Word document that are the same whatever it says: document-docx-parts.c. Lengths in twentieths of a
 * point, as in the format. */

/* As wide on any paper: the margins differ. */
#define SUIVI_DOCX_TEXT_WIDTH 9412

extern const char suivi_docx_package_relations[];
extern const char suivi_docx_app_properties[];
extern const char suivi_docx_numbering[];

/* How a paragraph stands to the page and to the next one. */
typedef enum
{
  SUIVI_DOCX_FLOW_FREE = 0,
  SUIVI_DOCX_FLOW_NEW_PAGE = 1 << 0,
  SUIVI_DOCX_FLOW_WITH_NEXT = 1 << 1, /* whole, and on the same page */
} SuiviDocxFlow;

/* A picture: a sign in one colour. */
typedef struct
{
  char *sign;
  guint ink;
  GBytes *png;
} SuiviDocxPicture;

/* The part that is written. */
typedef struct
{
  const SuiviDocument *document;
  gboolean rtl; /* whether labels read from right to left */
  xmlTextWriter *xml;
  xmlBuffer *buffer;
  GPtrArray *links;    /* (element-type utf8): web addresses, in the order of their relations */
  GPtrArray *pictures; /* (element-type SuiviDocxPicture): likewise */
  guint n_pictures;    /* how often there is one */
  guint n_bookmarks;
  gboolean has_contents;
  guint n_headings; /* those that the table of contents names */
} SuiviDocxPart;

/* Elements: document-docx-xml.c */
void suivi_docx_begin_part (SuiviDocxPart *self, const char *root, const char *prefix, const char *uri);
char *suivi_docx_end_part (SuiviDocxPart *self);
void suivi_docx_begin (SuiviDocxPart *self, const char *element);
void suivi_docx_end (SuiviDocxPart *self);
void suivi_docx_set (SuiviDocxPart *self, const char *attribute, const char *value);
void suivi_docx_set_number (SuiviDocxPart *self, const char *attribute, guint value);
void suivi_docx_put (SuiviDocxPart *self, const char *element, const char *value);
void suivi_docx_put_content (SuiviDocxPart *self, const char *element, const char *text);
void suivi_docx_put_run (SuiviDocxPart *self,
                         const char *text,
                         const char *style,
                         gboolean rtl,
                         const char *language);
void suivi_docx_put_field (SuiviDocxPart *self, const char *field, const char *shown);
void suivi_docx_begin_paragraph (SuiviDocxPart *self, const char *style, gboolean rtl, SuiviDocxFlow flow);
void suivi_docx_begin_bookmark (SuiviDocxPart *self, const char *name);
void suivi_docx_end_bookmark (SuiviDocxPart *self);
void suivi_docx_put_jump (SuiviDocxPart *self,
                          const char *bookmark,
                          const char *text,
                          const char *style,
                          gboolean rtl);

/* Pieces: document-docx-block.c, document-docx-table.c */
void suivi_docx_put_block (SuiviDocxPart *self, const SuiviBlock *block);
void suivi_docx_begin_table (SuiviDocxPart *self, const SuiviColumns *columns);
void suivi_docx_put_row (SuiviDocxPart *self, const SuiviBlock *block);

/* Pictures: document-docx-picture.c */
GPtrArray *suivi_docx_pictures_new (void);
gboolean suivi_docx_put_picture (SuiviDocxPart *self, const SuiviBlock *block);

/* The rest: document-docx-parts.c */
gboolean suivi_docx_has_block (const SuiviDocument *document, SuiviBlockKind kind);
char *suivi_docx_settings (const SuiviDocument *document);
char *suivi_docx_content_types (const SuiviDocument *document);
char *suivi_docx_styles (const SuiviDocument *document, const char *language);
char *suivi_docx_language_tag (const char *code);

G_END_DECLS
