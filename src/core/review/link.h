/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SuiviRelation:
 * @SUIVI_RELATION_GENERAL: touches the same subject in a general way
 * @SUIVI_RELATION_SIMILAR: is close in content
 * @SUIVI_RELATION_SAME: asks the same
 * @SUIVI_RELATION_BUILD_UP: goes a step further
 * @SUIVI_RELATION_OUTPUT: tied to what another mechanism said
 * @SUIVI_RELATION_NONE: a person looked and found that they have nothing to do with each other; not proposed again
 *
 * How a recommendation relates to an earlier one of the same State (the first four: the scale of UPR Info,
 * "Starting all over again?", 2015), or to an output of another mechanism.
 *
 * The nicks ("general", "similar", "same", "build-up", "output", "none") are what files use: never change them.
 */
typedef enum
{
  SUIVI_RELATION_GENERAL,
  SUIVI_RELATION_SIMILAR,
  SUIVI_RELATION_SAME,
  SUIVI_RELATION_BUILD_UP,
  SUIVI_RELATION_OUTPUT,
  SUIVI_RELATION_NONE,
} SuiviRelation;

#define SUIVI_TYPE_RELATION (suivi_relation_get_type ())
#define SUIVI_N_RELATIONS   6

/**
 * SuiviLink:
 * @id: random UUID, the key in the workspace
 * @from_id: key of the recommendation, the later one of two
 * @to_id: key of the earlier recommendation, or of the output
 * @relation: how the first relates to the second
 *
 * A tie between two recommendations, or a recommendation and an output, that a person confirmed.
 */
typedef struct
{
  char *id;
  char *from_id;
  char *to_id;
  SuiviRelation relation;
} SuiviLink;

#define SUIVI_TYPE_LINK (suivi_link_get_type ())

GType       suivi_relation_get_type  (void);
const char *suivi_relation_to_nick   (SuiviRelation  relation);
gboolean    suivi_relation_from_nick (const char    *nick,
                                      SuiviRelation *relation);
const char *suivi_relation_to_label  (SuiviRelation  relation);

GType       suivi_link_get_type      (void);
SuiviLink  *suivi_link_new           (const char    *from_id,
                                      const char    *to_id,
                                      SuiviRelation  relation);
SuiviLink  *suivi_link_copy          (SuiviLink     *self);
void        suivi_link_free          (SuiviLink     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviLink, suivi_link_free)

G_END_DECLS
