/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/document.h"

G_BEGIN_DECLS

/* The parts of a Word document that are the same whatever it says: document-docx-parts.c. Lengths in twentieths of a
 * point, as in the format. */

#define SUIVI_DOCX_PAGE_WIDTH  11906
#define SUIVI_DOCX_PAGE_HEIGHT 16838
#define SUIVI_DOCX_MARGIN      1247
#define SUIVI_DOCX_TEXT_WIDTH  (SUIVI_DOCX_PAGE_WIDTH - 2 * SUIVI_DOCX_MARGIN)

extern const char suivi_docx_content_types[];
extern const char suivi_docx_package_relations[];
extern const char suivi_docx_app_properties[];
extern const char suivi_docx_settings[];
extern const char suivi_docx_numbering[];

char *suivi_docx_styles (const SuiviDocument *document, const char *language);
char *suivi_docx_language_tag (const char *code);

G_END_DECLS
