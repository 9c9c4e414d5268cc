/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/uhri-labels.h"

G_BEGIN_DECLS

/**
 * SuiviUhriReview:
 * @states: the States that the document is about, ISO 3166-1 alpha-3, each once
 * @unknown: countries without a code in our table of States, as the record writes them
 * @state: (nullable): of the UPR: the State under review, if it can be told
 * @session: of the UPR: the session of the review, 0 if it cannot be told
 *
 * What a document is about.
 */
typedef struct
{
  char **states;
  char **unknown;
  char *state;
  guint session;
} SuiviUhriReview;

SuiviUhriReview *suivi_uhri_review_find         (SuiviUhriLabels *labels,
                                                 const char      *countries,
                                                 const char      *symbol,
                                                 guint            session,
                                                 guint            cycle,
                                                 const char      *date);
SuiviUhriReview *suivi_uhri_review_find_output  (SuiviUhriLabels *labels,
                                                 const char      *countries,
                                                 const char      *symbol);
void             suivi_uhri_review_free         (SuiviUhriReview *self);
gboolean         suivi_uhri_review_has_report   (const char      *symbol);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviUhriReview, suivi_uhri_review_free)

G_END_DECLS
