/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviAsk:
 * @text: one of several asks under one number, without its States
 * @states: the States that made it, ISO 3166-1 alpha-3
 */
typedef struct
{
  char *text;
  char **states;
} SuiviAsk;

/**
 * SuiviRecommendationText:
 * @number: (nullable): "140.12", %NULL if the cell does not begin with one
 * @text: the recommendation, one line, without number and without the list of States at its end
 * @original: the cell as it was, with its line ends
 * @states: the recommending States, ISO 3166-1 alpha-3, in the order of the cell
 * @unknown: names among the recommending States that nobody knows
 * @last_bracket: (nullable): what stands in brackets at the end, if that is no State
 * @own_name: (nullable): name of the State under review, if it stands among the recommending States; it is not
 *   in @states
 * @position_source: (nullable): "A/HRC/59/15/Add.1 - Para.3"
 * @asks: (element-type SuiviAsk): two or more if the cell has several asks, each with its States; else empty
 */
typedef struct
{
  char *number;
  char *text;
  char *original;
  char **states;
  char **unknown;
  char *last_bracket;
  char *own_name;
  char *position_source;
  GPtrArray *asks;
} SuiviRecommendationText;

SuiviRecommendationText *suivi_recommendation_text_parse (const char              *cell,
                                                          const char              *reviewed,
                                                          const char              *states_cell);
void                     suivi_recommendation_text_free  (SuiviRecommendationText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviRecommendationText, suivi_recommendation_text_free)

G_END_DECLS
