/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SuiviLevel:
 * @SUIVI_LEVEL_UNASSESSED: nobody has judged it
 * @SUIVI_LEVEL_NOTHING: nothing was done
 * @SUIVI_LEVEL_SOME: some progress
 * @SUIVI_LEVEL_DONE: done
 *
 * The judgement of one of the three levels law, policy and practice.
 * The nicks ("unassessed", "nothing", "some", "done") are what files and the command line use.
 */
typedef enum
{
  SUIVI_LEVEL_UNASSESSED,
  SUIVI_LEVEL_NOTHING,
  SUIVI_LEVEL_SOME,
  SUIVI_LEVEL_DONE,
} SuiviLevel;

/**
 * SuiviLight:
 * @SUIVI_LIGHT_GREY: no information
 * @SUIVI_LIGHT_RED: no progress
 * @SUIVI_LIGHT_AMBER: some progress
 * @SUIVI_LIGHT_GREEN: implemented
 * @SUIVI_LIGHT_WORSE: worse than before. No rule gives it: a person says so. It is a light of its own and never red
 *
 * The traffic light of the Irish score-card of 2014 (seed publication 004, line 774), with grey for "no information".
 * The nicks ("grey", "red", "amber", "green", "worse") are what files and the command line use. How they are ordered
 * says light-order.h.
 */
typedef enum
{
  SUIVI_LIGHT_GREY,
  SUIVI_LIGHT_RED,
  SUIVI_LIGHT_AMBER,
  SUIVI_LIGHT_GREEN,
  SUIVI_LIGHT_WORSE,
} SuiviLight;

#define SUIVI_N_LEVELS    4
#define SUIVI_N_LIGHTS    5
#define SUIVI_TYPE_LEVEL (suivi_level_get_type ())
#define SUIVI_TYPE_LIGHT (suivi_light_get_type ())

GType       suivi_level_get_type   (void);
const char *suivi_level_to_nick    (SuiviLevel   level);
gboolean    suivi_level_from_nick  (const char  *nick,
                                    SuiviLevel  *level);
const char *suivi_level_to_label   (SuiviLevel   level);

GType       suivi_light_get_type   (void);
const char *suivi_light_to_nick    (SuiviLight   light);
gboolean    suivi_light_from_nick  (const char  *nick,
                                    SuiviLight  *light);
const char *suivi_light_to_label   (SuiviLight   light);
const char *suivi_light_to_symbol  (SuiviLight   light);

SuiviLight  suivi_light_from_levels (SuiviLevel  law,
                                     SuiviLevel  policy,
                                     SuiviLevel  practice);

G_END_DECLS
