/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/review/link.h"

G_BEGIN_DECLS

/**
 * SuiviFingerprint:
 *
 * What a text says, prepared for being held against many others.
 */
typedef struct _SuiviFingerprint SuiviFingerprint;

/* How much two texts of recommendations have in common. */

char             *suivi_text_normalise         (const char             *text);
SuiviFingerprint *suivi_fingerprint_new        (const char             *text);
void              suivi_fingerprint_free       (SuiviFingerprint       *self);
double            suivi_fingerprint_compare    (const SuiviFingerprint *a,
                                                const SuiviFingerprint *b);
gboolean          suivi_relation_propose       (const SuiviFingerprint *later,
                                                const SuiviFingerprint *earlier,
                                                SuiviRelation          *relation,
                                                double                 *score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviFingerprint, suivi_fingerprint_free)

G_END_DECLS
