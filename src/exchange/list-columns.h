/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/docx-text.h"

G_BEGIN_DECLS

typedef enum
{
  SUIVI_COLUMN_OTHER,
  SUIVI_COLUMN_NUMBER,
  SUIVI_COLUMN_RECOMMENDATION,
  SUIVI_COLUMN_STATES,
  SUIVI_COLUMN_POSITION,
  SUIVI_COLUMN_THEMES,
  SUIVI_COLUMN_GROUPS,
  SUIVI_COLUMN_SDGS,
  SUIVI_COLUMN_COMMENTS,
} SuiviColumnKind;

#define SUIVI_N_COLUMN_KINDS 9

typedef struct _SuiviListColumns SuiviListColumns;

/* What the columns of a list mean, from the words of its header row. */

SuiviListColumns *suivi_list_columns_recognise  (const SuiviDocxRow *row);
void              suivi_list_columns_free       (SuiviListColumns   *self);
guint             suivi_list_columns_get_count  (SuiviListColumns   *self);
const char       *suivi_list_columns_get_header (SuiviListColumns   *self,
                                                 SuiviColumnKind     kind);
char             *suivi_list_columns_get_text   (SuiviListColumns   *self,
                                                 const SuiviDocxRow *row,
                                                 SuiviColumnKind     kind);
const char       *suivi_list_columns_find_missing (SuiviListColumns *self,
                                                   const SuiviDocxRow *row);
int               suivi_list_columns_find_cell  (SuiviListColumns   *self,
                                                 const SuiviDocxRow *row,
                                                 SuiviColumnKind     kind);
gboolean          suivi_list_columns_continues  (SuiviListColumns   *self,
                                                 const SuiviDocxRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviListColumns, suivi_list_columns_free)

G_END_DECLS
