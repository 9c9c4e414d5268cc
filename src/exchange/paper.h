/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviPaper:
 * @SUIVI_PAPER_A4: 210 by 297 mm, as nearly everywhere
 * @SUIVI_PAPER_LETTER: 8½ by 11 inches, as in North America and parts of South America
 *
 * What documents are printed on.
 */
typedef enum
{
  SUIVI_PAPER_A4,
  SUIVI_PAPER_LETTER,
} SuiviPaper;

/* The names of both, and what leaves the choice to the locale: files, settings and the command line use them. */
#define SUIVI_PAPER_NAME_A4     "a4"
#define SUIVI_PAPER_NAME_LETTER "letter"
#define SUIVI_PAPER_NAME_LOCALE "locale"

gboolean   suivi_paper_choose (const char *name);
SuiviPaper suivi_paper_get    (void);

G_END_DECLS
