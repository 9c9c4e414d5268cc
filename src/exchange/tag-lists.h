/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SUIVI_TAG_THEMES,
  SUIVI_TAG_GROUPS,
  SUIVI_TAG_SDGS,
} SuiviTagKind;

#define SUIVI_N_TAG_KINDS 3

typedef struct _SuiviTagLists SuiviTagLists;

/* Themes, groups of persons and SDGs of one row, from cells that may hold all three under sub-headings. */

SuiviTagLists *suivi_tag_lists_new     (void);
void           suivi_tag_lists_free    (SuiviTagLists *self);
void           suivi_tag_lists_read    (SuiviTagLists *self,
                                        const char    *cell,
                                        SuiviTagKind   kind);
void           suivi_tag_lists_prepend (SuiviTagLists *self,
                                        SuiviTagKind   kind,
                                        const char    *label);
char         **suivi_tag_lists_to_strv (SuiviTagLists *self,
                                        SuiviTagKind   kind);

char          *suivi_tag_lists_read_separator (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTagLists, suivi_tag_lists_free)

G_END_DECLS
