/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"
#include "core/review/recommendation.h"

G_BEGIN_DECLS

/**
 * SuiviCluster:
 * @id: random UUID, the key in the workspace
 * @title: how it is called; never blank
 * @place: its place among the clusters, 0 and up; the order of tables and chapters
 * @note: what belongs to it, in words; may be ""
 *
 * The analyst's own grouping of recommendations: a chapter of the scorecard. A recommendation is in one cluster at
 * most, so that the clusters add up to the whole.
 */
typedef struct
{
  char *id;
  char *title;
  guint place;
  char *note;
} SuiviCluster;

#define SUIVI_TYPE_CLUSTER (suivi_cluster_get_type ())
SUIVI_DECLARE_RECORD (SuiviCluster, suivi_cluster)

SuiviCluster *suivi_cluster_new     (const char          *title,
                                     guint                place);
SuiviCluster *suivi_cluster_propose (GPtrArray           *clusters,
                                     GPtrArray           *rules,
                                     SuiviRecommendation *recommendation,
                                     char               **reason);

G_END_DECLS
