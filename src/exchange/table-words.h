/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/position.h"
#include "exchange/table-mapping.h"

G_BEGIN_DECLS

/**
 * SuiviWordMatch:
 * @SUIVI_WORD_NONE: the words mean nothing to us
 * @SUIVI_WORD_PART: some of the words tell
 * @SUIVI_WORD_WHOLE: it is one of the headers that we know
 *
 * How sure it is what a header means.
 */
typedef enum
{
  SUIVI_WORD_NONE,
  SUIVI_WORD_PART,
  SUIVI_WORD_WHOLE,
} SuiviWordMatch;

/* What people write into tables, in English, French and Spanish. */

char           *suivi_table_words_make_key      (const char      *text);
SuiviWordMatch  suivi_table_words_find_field    (const char      *header,
                                                 SuiviTableField *field);
gboolean        suivi_table_words_find_position (const char      *cell,
                                                 SuiviPosition   *position);
gboolean        suivi_table_words_find_category (const char      *cell,
                                                 guint           *category);
gboolean        suivi_table_words_find_truth    (const char      *cell,
                                                 gboolean        *truth);
gboolean        suivi_table_words_find_integer  (const char      *cell,
                                                 guint           *number);
gboolean        suivi_table_words_find_children (const char      *issue);

G_END_DECLS
