/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

/**
 * SuiviClassifier:
 *
 * Weights of words, learned from recommendations that people gave a category and issues. Immutable; may be read from
 * any thread.
 */
typedef struct _SuiviClassifier SuiviClassifier;

SuiviClassifier *suivi_classifier_get              (const char      *language);
guint            suivi_classifier_specificity      (SuiviClassifier *self,
                                                    const char      *text,
                                                    GArray         **spans);
gboolean         suivi_classifier_child_focused    (SuiviClassifier *self,
                                                    const char      *text,
                                                    GArray         **spans);

G_END_DECLS
