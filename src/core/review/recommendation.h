/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "core/review/position.h"
#include "core/scorecard/light.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_RECOMMENDATION (suivi_recommendation_get_type ())

/**
 * SuiviRecommendation:
 * @id: random UUID, the key in the workspace
 * @review_id: key of the review it was made in
 * @parent_id: (nullable): for a part of a split recommendation, the key of the whole
 * @import_id: (nullable): key of the import that brought it
 * @number: "140.12", unique only together with the review; a part has its letter: "121.2 (a)"
 * @text: the recommendation, without number and list of States
 * @original: (nullable): the cell of the source as it was
 * @states: recommending States, ISO 3166-1 alpha-3, in the order of the source
 * @position: what the State under review answered
 * @position_word: (nullable): the source's own word for it
 * @position_source: (nullable): where the answer stands, "A/HRC/59/15/Add.1, para. 3"
 * @themes: human rights themes
 * @groups: groups of persons concerned
 * @sdgs: codes of Sustainable Development Goals or targets: "16", "16.2"
 * @child_focused: whether it is about children
 * @child_focused_decided: whether a person decided that (an import must not change it then)
 * @light: the light of its latest assessment; set by the store, ignored when saving
 *
 * One numbered paragraph of the outcome of a review. Reference counted; fields are for reading once it is shared.
 * Lists are never %NULL.
 */
typedef struct
{
  char *id;
  char *review_id;
  char *parent_id;
  char *import_id;
  char *number;
  char *text;
  char *original;
  char **states;
  SuiviPosition position;
  char *position_word;
  char *position_source;
  char **themes;
  char **groups;
  char **sdgs;
  gboolean child_focused;
  gboolean child_focused_decided;
  SuiviLight light;

  /*< private >*/
  gatomicrefcount ref_count;
} SuiviRecommendation;

GType                suivi_recommendation_get_type      (void);
SuiviRecommendation *suivi_recommendation_new           (void);
SuiviRecommendation *suivi_recommendation_copy          (SuiviRecommendation *self);
SuiviRecommendation *suivi_recommendation_ref           (SuiviRecommendation *self);
void                 suivi_recommendation_unref         (SuiviRecommendation *self);

void                 suivi_recommendation_set_lists     (SuiviRecommendation *self,
                                                         const char * const  *states,
                                                         const char * const  *themes,
                                                         const char * const  *groups,
                                                         const char * const  *sdgs);
char                *suivi_recommendation_states_to_text (SuiviRecommendation *self);
char                *suivi_recommendation_number_to_sort_key (const char *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviRecommendation, suivi_recommendation_unref)

G_END_DECLS
