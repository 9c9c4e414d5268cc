/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/light-order.h"

const SuiviLight suivi_lights_in_order[SUIVI_N_LIGHTS] = {
  SUIVI_LIGHT_GREEN, SUIVI_LIGHT_AMBER, SUIVI_LIGHT_RED, SUIVI_LIGHT_WORSE, SUIVI_LIGHT_GREY,
};

/* -1: no information; 0: worse than before; 1 to 3: red, amber, green. */
static int
rank_of (SuiviLight light)
{
  if (light == SUIVI_LIGHT_GREY)
    return -1;

  return light == SUIVI_LIGHT_WORSE ? 0 : (int) light;
}

/**
 * suivi_light_is_judged:
 *
 * Returns: whether somebody judged: any light but grey
 */
gboolean
suivi_light_is_judged (SuiviLight light)
{
  return light != SUIVI_LIGHT_GREY;
}

/**
 * suivi_light_is_grade:
 *
 * Returns: whether it is one of the three grades red, amber and green
 */
gboolean
suivi_light_is_grade (SuiviLight light)
{
  return light == SUIVI_LIGHT_RED || light == SUIVI_LIGHT_AMBER || light == SUIVI_LIGHT_GREEN;
}

/**
 * suivi_light_compare:
 *
 * Returns: less than 0 if @a is lower than @b, more if it is higher. Grey is lowest of all, so that it sorts first;
 *   whether something became better or worse is asked of two lights that are judged
 */
int
suivi_light_compare (SuiviLight a, SuiviLight b)
{
  return rank_of (a) - rank_of (b);
}

/**
 * suivi_light_get_distance:
 *
 * Returns: how many grades apart the two are: green and red are two; 0 if one of them is grey
 */
guint
suivi_light_get_distance (SuiviLight a, SuiviLight b)
{
  if (!suivi_light_is_judged (a) || !suivi_light_is_judged (b))
    return 0;

  return ABS (rank_of (a) - rank_of (b));
}
