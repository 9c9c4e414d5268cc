/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/scorecard-store.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * CoalitionFixture:
 * @store: a workspace of a coalition
 * @review: its review: the fourth of France
 * @ids: keys of its recommendations, in their order
 * @edition_id: of an edition that was frozen on 2026-01-31
 *
 * Imaginary recommendations graded by several organisations: clusters, evidence, an earlier edition, an agreed grade
 * and one that is worse than before.
 */
typedef struct
{
  SuiviStore *store;
  SuiviReview *review;
  GPtrArray *ids;
  char *edition_id;
} CoalitionFixture;

#define COALITION_N_RECOMMENDATIONS 60

void coalition_fixture_fill  (CoalitionFixture *self,
                              SuiviStore       *store);
void coalition_fixture_clear (CoalitionFixture *self);

G_END_DECLS
