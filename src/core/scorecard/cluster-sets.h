/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SuiviClusterSet:
 * @SUIVI_CLUSTER_SET_KENYA: the four clusters of Kenya's implementation matrix ("kenya")
 * @SUIVI_CLUSTER_SET_OHCHR: the eight clusters of OHCHR's thematic lists ("ohchr")
 *
 * Clusters to begin with.
 */
typedef enum
{
  SUIVI_CLUSTER_SET_KENYA,
  SUIVI_CLUSTER_SET_OHCHR,
} SuiviClusterSet;

#define SUIVI_N_CLUSTER_SETS   2
#define SUIVI_TYPE_CLUSTER_SET (suivi_cluster_set_get_type ())

GType       suivi_cluster_set_get_type   (void);
const char *suivi_cluster_set_to_label   (SuiviClusterSet  set);
const char *suivi_cluster_set_to_source  (SuiviClusterSet  set);
void        suivi_cluster_set_make       (SuiviClusterSet  set,
                                          GPtrArray       *clusters,
                                          GPtrArray       *rules);

const char *suivi_ohchr_cluster_of_theme (const char      *theme);
const char *suivi_ohchr_cluster_to_label (const char      *nick);
const char *suivi_ohchr_cluster_get_nth  (guint            index);

G_END_DECLS
