/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "exchange/paper.h"

G_BEGIN_DECLS

/**
 * SuiviBlockKind:
 * @SUIVI_BLOCK_TITLE: the title of the document
 * @SUIVI_BLOCK_SUBTITLE: what stands below it
 * @SUIVI_BLOCK_HEADING: a heading of the first level
 * @SUIVI_BLOCK_SUBHEADING: a heading of the second level
 * @SUIVI_BLOCK_PART: a heading of the third level
 * @SUIVI_BLOCK_ENTRY: the heading of one entry of many, one level below the heading that it stands under, with a sign at the
 *   other end of the line: suivi_document_add_entry()
 * @SUIVI_BLOCK_TEXT: a paragraph
 * @SUIVI_BLOCK_QUIET: a paragraph that is only said by the way
 * @SUIVI_BLOCK_DETAIL: a paragraph in small letters, with a label or without: suivi_document_add_detail()
 * @SUIVI_BLOCK_WORDING: the wording of a draft
 * @SUIVI_BLOCK_TRANSLATION: the wording in another language
 * @SUIVI_BLOCK_QUOTE: what somebody said
 * @SUIVI_BLOCK_FACT: a label and what it is
 * @SUIVI_BLOCK_LINE: a label, and a line to write on
 * @SUIVI_BLOCK_ITEM: an item of a list: a name, where it stands, and what it says
 * @SUIVI_BLOCK_NUMBERED: a numbered paragraph; the numbers go on through the document
 * @SUIVI_BLOCK_SIGN: a coloured sign and what it means: suivi_document_add_sign()
 * @SUIVI_BLOCK_CAPTION: the numbered caption of the table below it
 * @SUIVI_BLOCK_FIGURE: the numbered caption of a table with bars; figures have numbers of their own
 * @SUIVI_BLOCK_REFERENCE: an item of the list of what is cited: suivi_document_add_reference()
 * @SUIVI_BLOCK_CONTENTS: the table of contents, with its heading: what headings of the first two levels stand in the
 *   document. A PDF has them in its outline instead
 * @SUIVI_BLOCK_HEADER_ROW: headers of columns: begins a table
 * @SUIVI_BLOCK_ROW: cells of a table, the first one its header
 *
 * What a piece of a document is.
 */
typedef enum
{
  SUIVI_BLOCK_TITLE,
  SUIVI_BLOCK_SUBTITLE,
  SUIVI_BLOCK_HEADING,
  SUIVI_BLOCK_SUBHEADING,
  SUIVI_BLOCK_PART,
  SUIVI_BLOCK_ENTRY,
  SUIVI_BLOCK_TEXT,
  SUIVI_BLOCK_QUIET,
  SUIVI_BLOCK_DETAIL,
  SUIVI_BLOCK_WORDING,
  SUIVI_BLOCK_TRANSLATION,
  SUIVI_BLOCK_QUOTE,
  SUIVI_BLOCK_FACT,
  SUIVI_BLOCK_LINE,
  SUIVI_BLOCK_ITEM,
  SUIVI_BLOCK_NUMBERED,
  SUIVI_BLOCK_SIGN,
  SUIVI_BLOCK_CAPTION,
  SUIVI_BLOCK_FIGURE,
  SUIVI_BLOCK_REFERENCE,
  SUIVI_BLOCK_CONTENTS,
  SUIVI_BLOCK_HEADER_ROW,
  SUIVI_BLOCK_ROW,
} SuiviBlockKind;

#define SUIVI_N_BLOCK_KINDS (SUIVI_BLOCK_ROW + 1)

#define SUIVI_MAX_COLUMNS   8

/**
 * SuiviColumns:
 * @n: how many there are, at most %SUIVI_MAX_COLUMNS
 * @shares: of the width of a PDF; together 1
 * @widths: in a Word document, in twentieths of a point; together 9412
 * @plain: whether no cell of a row is its header: all look the same
 * @size: of the letters of a PDF, in points; 0: as usual
 *
 * The columns of a table. A Word document sets letters in another font, so its columns are of another width.
 */
typedef struct
{
  guint n;
  double shares[SUIVI_MAX_COLUMNS];
  guint widths[SUIVI_MAX_COLUMNS];
  gboolean plain;
  double size;
} SuiviColumns;

/**
 * SuiviBlock:
 * @kind: what it is
 * @label: (nullable): of a fact, a detail or a line, its label; of an item, its name; of a sign or an entry, the sign
 * @text: (nullable): the text; of an item, where it stands
 * @note: (nullable): of an item or a reference, what it says; of an entry, what its sign means
 * @uri: (nullable): of an item, the web address that @text is; of a reference, where it stands
 * @number: of a numbered paragraph, a caption, a figure or a reference, its number, from 1 on
 * @citations: (nullable) (element-type guint): numbers of references that speak for it: suivi_document_cite()
 * @ink: of a sign or an entry, the colour of the sign, 0xRRGGBB
 * @size: of a sign, how large it is, in points; 0: as the text behind it
 * @cells: (nullable): of a row, its cells
 * @columns: (nullable): of a row, the columns of the table
 * @bar: (nullable): of a row, a bar in one of its cells: suivi_document_add_bar()
 * @language: (nullable): code of the language of @text; %NULL: that of the user
 * @rtl: whether it reads from right to left
 * @new_page: whether a new page begins with it
 * @with_next: whether it stands whole on the page of the next one. A PDF lets go where that would leave much of a page empty
 *
 * A piece of a document. Valid UTF-8 that XML can hold; line ends are "\n".
 */
typedef struct
{
  SuiviBlockKind kind;
  char *label;
  char *text;
  char *note;
  char *uri;
  guint number;
  GArray *citations;
  guint ink;
  double size;
  char **cells;
  const SuiviColumns *columns;
  struct _SuiviBar *bar;
  char *language;
  gboolean rtl;
  gboolean new_page;
  gboolean with_next;
} SuiviBlock;

/**
 * SuiviDocument:
 * @title: of the document; it stands at the foot of each page
 * @author: (nullable): who made it, for the properties of the file
 * @day: (nullable): ISO 8601: the file says how things were then
 * @rtl: whether labels read from right to left
 * @paper: what it is printed on
 * @front_spacing: by how much spaces of a PDF are smaller before the first new page; 0: not at all. Letters are as large as on
 *   every page
 * @least_size: of the letters of its text, in points, but for tables; 0: as usual
 * @has_cover: whether what stands before the first new page is a cover, in a Word document
 * @running: (nullable): what stands at the head of each page of a Word document but the cover
 * @blocks: (element-type SuiviBlock): what it says, from top to bottom
 *
 * Running text. How it looks is the business of those who write it: document-pdf.c, document-docx.c.
 */
typedef struct
{
  char *title;
  char *author;
  char *day;
  gboolean rtl;
  SuiviPaper paper;
  double front_spacing;
  double least_size;
  gboolean has_cover;
  char *running;
  GPtrArray *blocks;
} SuiviDocument;

SuiviDocument *suivi_document_new        (const char           *title,
                                          const char           *day);
void           suivi_document_free       (SuiviDocument        *self);
void suivi_document_set_author (SuiviDocument *self, const char *author);

SuiviBlock    *suivi_document_add        (SuiviDocument        *self,
                                          SuiviBlockKind        kind,
                                          const char           *text);
SuiviBlock    *suivi_document_add_words  (SuiviDocument        *self,
                                          SuiviBlockKind        kind,
                                          const char           *text,
                                          const char           *language);
void           suivi_document_add_fact   (SuiviDocument        *self,
                                          const char           *label,
                                          const char           *text);
void           suivi_document_add_detail (SuiviDocument        *self,
                                          const char           *label,
                                          const char           *text);
SuiviBlock    *suivi_document_add_entry  (SuiviDocument        *self,
                                          const char           *text,
                                          const char           *sign,
                                          const char           *meaning,
                                          guint                 ink);
void           suivi_document_add_line   (SuiviDocument        *self,
                                          const char           *label);
void           suivi_document_add_item   (SuiviDocument        *self,
                                          const char           *label,
                                          const char           *text,
                                          const char           *note);
void           suivi_document_add_sign   (SuiviDocument        *self,
                                          const char           *sign,
                                          const char           *text,
                                          guint                 ink,
                                          double                size);
void           suivi_document_add_reference (SuiviDocument     *self,
                                          const char           *text,
                                          const char           *uri,
                                          const char           *note);
void           suivi_document_cite       (SuiviBlock           *block,
                                          GArray               *numbers);
void           suivi_document_add_row    (SuiviDocument        *self,
                                          SuiviBlockKind        kind,
                                          const SuiviColumns   *columns,
                                          const char * const   *cells);
void           suivi_document_keep_together (SuiviDocument     *self,
                                          guint                 first,
                                          guint                 n);
void           suivi_document_keep_dates (SuiviDocument        *self);

gboolean       suivi_document_fit_front  (SuiviDocument        *self,
                                          GCancellable         *cancellable);
GBytes        *suivi_document_make_pdf   (const SuiviDocument  *self,
                                          GCancellable         *cancellable,
                                          GError              **error);
GBytes        *suivi_document_make_docx  (const SuiviDocument  *self,
                                          GCancellable         *cancellable,
                                          GError              **error);

/* The language of the user, in which labels are */
char          *suivi_document_language   (void);
gboolean       suivi_document_is_rtl     (void);
char          *suivi_document_page_text  (const char           *page,
                                          const char           *pages);
char          *suivi_document_label_text (const char           *label);
char          *suivi_document_caption_text (SuiviBlockKind      kind,
                                          const char           *number,
                                          const char           *text);
char          *suivi_document_plain_text (const SuiviBlock     *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviDocument, suivi_document_free)

G_END_DECLS
