/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviBracketGroup:
 * @start: place of the opening bracket in the text, in bytes
 * @end: place behind the closing bracket
 * @states: the States that it names, ISO 3166-1 alpha-3
 * @unknown: what else it names
 *
 * Some words in brackets: "(Spain, Venezuela (Bolivarian Republic of))" is one group.
 */
typedef struct
{
  gsize start;
  gsize end;
  char **states;
  char **unknown;
} SuiviBracketGroup;

GPtrArray *suivi_bracket_groups_find           (const char              *text);
guint      suivi_bracket_groups_count_names    (const char              *text);
gboolean   suivi_bracket_group_has_states      (const SuiviBracketGroup *self);
gboolean   suivi_bracket_group_is_known        (const SuiviBracketGroup *self);
gboolean   suivi_bracket_group_looks_like_name (const SuiviBracketGroup *self);
gboolean   suivi_bracket_group_is_name_only    (const SuiviBracketGroup *self);

G_END_DECLS
