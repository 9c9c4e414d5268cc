/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/summary.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_REVIEW_ITEM (suivi_review_item_get_type ())
G_DECLARE_FINAL_TYPE (SuiviReviewItem, suivi_review_item, SUIVI, REVIEW_ITEM, GObject)

/**
 * SuiviReviewItemKind:
 * @SUIVI_REVIEW_ITEM_ALL: all reviews together
 * @SUIVI_REVIEW_ITEM_STATE: the name of a State, over several reviews of it; not to be chosen
 * @SUIVI_REVIEW_ITEM_ONLY: the one review of a State
 * @SUIVI_REVIEW_ITEM_OF_STATE: one of several reviews of the State above
 */
typedef enum
{
  SUIVI_REVIEW_ITEM_ALL,
  SUIVI_REVIEW_ITEM_STATE,
  SUIVI_REVIEW_ITEM_ONLY,
  SUIVI_REVIEW_ITEM_OF_STATE,
} SuiviReviewItemKind;

GPtrArray *suivi_review_items_new (const SuiviSummary *summary);
SuiviReviewItemKind suivi_review_item_get_kind (SuiviReviewItem *self);
const char *suivi_review_item_get_review (SuiviReviewItem *self);
const char *suivi_review_item_get_title (SuiviReviewItem *self);
const char *suivi_review_item_get_detail (SuiviReviewItem *self);
guint suivi_review_item_get_count (SuiviReviewItem *self);
gboolean suivi_review_item_matches (SuiviReviewItem *self, const char *const *words);
char *suivi_review_to_detail (SuiviReview *review);

G_END_DECLS
