/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/check-answer.h"
#include "core/consultation/check-item.h"
#include "core/consultation/checklist.h"
#include "core/consultation/consultation.h"
#include "core/consultation/override.h"

G_BEGIN_DECLS

/**
 * SuiviStandingItem:
 * @id: of the item
 * @requirement: letter of the requirement
 * @text: the item, translated if it came with Suivi
 * @asks: what evidence is asked for; may be ""
 * @must: whether it is a must
 * @after: whether it can only be answered once children were heard
 * @own: whether the organisation added it
 * @answer: (nullable): the answer; %NULL: unanswered
 * @met: whether nothing is missing: yes, or not applicable (of a must: with evidence that says why)
 * @overridden: whether the focal point let it pass
 *
 * One item, and how it stands.
 */
typedef struct
{
  const char *id;
  const char *requirement;
  const char *text;
  const char *asks;
  gboolean must;
  gboolean after;
  gboolean own;
  const SuiviCheckAnswer *answer;
  gboolean met;
  gboolean overridden;
} SuiviStandingItem;

/**
 * SuiviStandingRow:
 * @n_items: how many items the requirement has
 * @n_answered: how many have an answer
 * @n_missing_now: must items that are not met and not overridden, of those that must be met before children are heard
 * @n_missing_after: the same, of those that can only be met afterwards
 * @n_passed: must items that are not met, and that the focal point let pass
 * @n_open: should items that are not met
 *
 * How one of the nine requirements stands.
 */
typedef struct
{
  guint n_items;
  guint n_answered;
  guint n_missing_now;
  guint n_missing_after;
  guint n_passed;
  guint n_open;
} SuiviStandingRow;

/**
 * SuiviStanding:
 * @items: (element-type SuiviStandingItem): every item that the consultation is asked, by requirement; items of the
 *   organisation's own last
 * @rows: the nine requirements
 * @n_missing_now: must items that keep the consultation from being ready
 * @n_missing_after: must items that keep it from being closed
 * @n_met: how many of the nine requirements miss no must item at all: what was let pass is not met
 *
 * How a consultation stands with its safeguards. It refers to what it was made from.
 */
typedef struct
{
  GArray *items;
  SuiviStandingRow rows[SUIVI_N_REQUIREMENTS];
  guint n_missing_now;
  guint n_missing_after;
  guint n_met;
} SuiviStanding;

SuiviStanding *suivi_standing_new     (const SuiviConsultation *consultation,
                                       GPtrArray               *answers,
                                       GPtrArray               *own_items,
                                       GPtrArray               *overrides);
char         **suivi_standing_missing (SuiviStanding           *self,
                                       gboolean                 after);
char          *suivi_standing_say     (SuiviStanding           *self,
                                       guint                    requirement);
void           suivi_standing_free    (SuiviStanding           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviStanding, suivi_standing_free)

G_END_DECLS
