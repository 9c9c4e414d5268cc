/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_TAG_ENTRY (suivi_tag_entry_get_type ())
G_DECLARE_FINAL_TYPE (SuiviTagEntry, suivi_tag_entry, SUIVI, TAG_ENTRY, GtkWidget)

/**
 * SuiviTagCheck:
 * @text: what was typed, without space around it
 *
 * Returns: (transfer full) (nullable): the tag; %NULL if it is none
 */
typedef char *(*SuiviTagCheck) (const char *text);

/* A few short words, each with a button that takes it away, and a field for more. Signal "changed". */

void   suivi_tag_entry_set_check    (SuiviTagEntry      *self,
                                     SuiviTagCheck       check,
                                     const char         *label);
void   suivi_tag_entry_set_tags     (SuiviTagEntry      *self,
                                     const char * const *tags);
char **suivi_tag_entry_dup_tags     (SuiviTagEntry      *self);
gboolean suivi_tag_entry_take_typed (SuiviTagEntry      *self);

G_END_DECLS
