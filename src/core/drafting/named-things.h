/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/lexicon.h"

G_BEGIN_DECLS

/**
 * SuiviNamedThings:
 * @actors: (element-type SuiviMatch): who could act
 * @instruments: (element-type SuiviMatch): treaties, and laws and plans by their name
 * @others: (element-type SuiviMatch): bodies, groups of people, rights and violations
 *
 * What a text names.
 */
typedef struct
{
  GArray *actors;
  GArray *instruments;
  GArray *others;
} SuiviNamedThings;

SuiviNamedThings *suivi_named_things_find (const SuiviLexicon  *lexicon,
                                           SuiviWords          *words);
void              suivi_named_things_free (SuiviNamedThings    *self);
gboolean          suivi_named_things_any  (SuiviNamedThings    *self);
gboolean          suivi_matches_within    (GArray              *matches,
                                           guint                first,
                                           guint                end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviNamedThings, suivi_named_things_free)

G_END_DECLS
