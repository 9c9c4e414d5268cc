/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_FILTER (suivi_filter_get_type ())

/**
 * SuiviFacet:
 * @SUIVI_FACET_REVIEW: key of a review
 * @SUIVI_FACET_POSITION: nick of a #SuiviPosition
 * @SUIVI_FACET_LIGHT: nick of a #SuiviLight
 * @SUIVI_FACET_THEME: a theme
 * @SUIVI_FACET_GROUP: a group of persons
 * @SUIVI_FACET_STATE: a recommending State, ISO 3166-1 alpha-3
 * @SUIVI_FACET_SDG: code of a Sustainable Development Goal or target
 * @SUIVI_FACET_MECHANISM: "UPR", or the body that made an output: "CRC"; a filter without any means the UPR
 * @SUIVI_FACET_CYCLE: cycle of the review: "4"
 * @SUIVI_FACET_CATEGORY: UPR Info's action category: "1" to "5"
 * @SUIVI_FACET_ISSUE: one of UPR Info's issues
 * @SUIVI_FACET_CLUSTER: title of one of the user's own clusters
 * @SUIVI_FACET_INSTITUTION: name of an institution that is to implement it
 * @SUIVI_FACET_CHILDREN: "yes" or "no": child-focused or not
 *
 * What a list of recommendations can be narrowed by.
 */
typedef enum
{
  SUIVI_FACET_REVIEW,
  SUIVI_FACET_POSITION,
  SUIVI_FACET_LIGHT,
  SUIVI_FACET_THEME,
  SUIVI_FACET_GROUP,
  SUIVI_FACET_STATE,
  SUIVI_FACET_SDG,
  SUIVI_FACET_CHILDREN,
  SUIVI_FACET_MECHANISM,
  SUIVI_FACET_CYCLE,
  SUIVI_FACET_CATEGORY,
  SUIVI_FACET_ISSUE,
  SUIVI_FACET_CLUSTER,
  SUIVI_FACET_INSTITUTION,
} SuiviFacet;

#define SUIVI_N_FACETS 14

/* As a value of a facet that recommendations need not have: those that have none. */
#define SUIVI_FACET_NONE ""

const char *suivi_facet_to_label (SuiviFacet facet);

/**
 * SuiviSort:
 *
 * The order of a list of recommendations. Ties are broken by review and number.
 */
typedef enum
{
  SUIVI_SORT_NUMBER,
  SUIVI_SORT_POSITION,
  SUIVI_SORT_LIGHT,
  SUIVI_SORT_STATE,
} SuiviSort;

/**
 * SuiviFilter:
 *
 * Which recommendations are meant. What a list shows, a chip counts, a chart draws and an export writes all come
 * from one filter, which becomes SQL in one place (store-query.c).
 *
 * Values of one facet widen each other (France or Togo), facets and search narrow each other. An empty filter
 * means every recommendation of the UPR, voluntary commitments included; outputs of other mechanisms are meant only if
 * %SUIVI_FACET_MECHANISM names theirs. Parts of split recommendations never count.
 */
typedef struct _SuiviFilter SuiviFilter;

GType               suivi_filter_get_type    (void);
SuiviFilter        *suivi_filter_new         (void);
SuiviFilter        *suivi_filter_copy        (const SuiviFilter  *self);
void                suivi_filter_free        (SuiviFilter        *self);
gboolean            suivi_filter_equal       (const SuiviFilter  *a,
                                              const SuiviFilter  *b);
gboolean            suivi_filter_is_empty    (const SuiviFilter  *self);

void                suivi_filter_set_search  (SuiviFilter        *self,
                                              const char         *search);
const char         *suivi_filter_get_search  (const SuiviFilter  *self);
void                suivi_filter_set_cut_off (SuiviFilter        *self,
                                              const char         *cut_off);
const char         *suivi_filter_get_cut_off (const SuiviFilter  *self);
void                suivi_filter_set_begun   (SuiviFilter        *self,
                                              gboolean            begun);
gboolean            suivi_filter_get_begun   (const SuiviFilter  *self);

void                suivi_filter_add         (SuiviFilter        *self,
                                              SuiviFacet          facet,
                                              const char         *value);
void                suivi_filter_remove      (SuiviFilter        *self,
                                              SuiviFacet          facet,
                                              const char         *value);
void                suivi_filter_clear       (SuiviFilter        *self,
                                              SuiviFacet          facet);
gboolean            suivi_filter_has         (const SuiviFilter  *self,
                                              SuiviFacet          facet,
                                              const char         *value);
const char * const *suivi_filter_get         (const SuiviFilter  *self,
                                              SuiviFacet          facet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviFilter, suivi_filter_free)

G_END_DECLS
