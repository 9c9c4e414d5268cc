/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "core/review/position.h"
#include "core/scorecard/light.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_RECOMMENDATION (suivi_recommendation_get_type ())

/* The mechanism of everything that comes from the review itself. */
#define SUIVI_MECHANISM_UPR "UPR"

/**
 * SuiviRecommendation:
 * @id: random UUID, the key in the workspace
 * @mechanism: who made it: "UPR", or, for an output of another mechanism, its body: "CRC", "SR Education"
 * @review_id: (nullable): key of the review it was made in; %NULL for outputs of other mechanisms
 * @concerned: the States that an output of another mechanism is about, ISO 3166-1 alpha-3; empty for the UPR,
 *   where the review says it
 * @parent_id: (nullable): for a part of a split recommendation, the key of the whole
 * @import_id: (nullable): key of the import that brought it
 * @symbol: (nullable): symbol of the document it stands in: "A/HRC/59/15", "CRC/C/SVN/CO/5"
 * @number: "140.12", unique only together with the symbol; a part has its letter: "121.2 (a)"; of an output of
 *   another mechanism its paragraph; "" where the source gives none (UPR Info)
 * @date: (nullable): day of the document, "2025-03-24"
 * @source_key: (nullable): key in the database that it comes from: UHRI's annotation id, in lower case
 * @text: the recommendation, without number and list of States
 * @original: (nullable): the cell of the source as it was
 * @states: recommending States, ISO 3166-1 alpha-3, in the order of the source
 * @position: what the State under review answered
 * @position_word: (nullable): the source's own word for it
 * @position_source: (nullable): where the answer stands, "A/HRC/59/15/Add.1, para. 3"
 * @themes: human rights themes
 * @groups: groups of persons concerned
 * @sdgs: codes of Sustainable Development Goals or targets: "16", "16.2"
 * @category: UPR Info's action category, 1 (minimal) to 5 (specific); 0 if nobody said
 * @issues: UPR Info's issues, as it writes them
 * @child_focused: whether it is about children
 * @child_focused_decided: whether a person decided that (an import must not change it then)
 * @institutions: names of the institutions that are to implement it, sorted; set by the store, ignored when saving
 * @light: the light of its latest assessment; set by the store, ignored when saving
 *
 * One numbered paragraph of the outcome of a review; or a voluntary commitment of the State under review (its
 * position says so); or, with another mechanism than "UPR", what a treaty body or a special procedure told a State. Reference counted; fields are for reading once it is shared.
 * Lists are never %NULL.
 */
typedef struct
{
  char *id;
  char *review_id;
  char *parent_id;
  char *mechanism;
  char **concerned;
  char *import_id;
  char *symbol;
  char *number;
  char *date;
  char *source_key;
  char *text;
  char *original;
  char **states;
  SuiviPosition position;
  char *position_word;
  char *position_source;
  char **themes;
  char **groups;
  char **sdgs;
  guint category;
  char **issues;
  gboolean child_focused;
  gboolean child_focused_decided;
  char **institutions;
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
gboolean             suivi_recommendation_is_output      (SuiviRecommendation *self);
char                *suivi_recommendation_states_to_text (SuiviRecommendation *self);
char                *suivi_recommendation_number_to_sort_key (const char *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviRecommendation, suivi_recommendation_unref)

G_END_DECLS
