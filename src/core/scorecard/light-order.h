/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/light.h"

G_BEGIN_DECLS

/* The order of the lights. Three are grades: red, amber, green. Grey is none: there is no information. "Worse
 * than before" says that things went backwards: it is the lowest, and it is never red. */

/* From good to bad, as people read a traffic light; then what is not known. */
extern const SuiviLight suivi_lights_in_order[SUIVI_N_LIGHTS];

gboolean suivi_light_is_judged    (SuiviLight light);
gboolean suivi_light_is_grade     (SuiviLight light);
int      suivi_light_compare      (SuiviLight a,
                                   SuiviLight b);
guint    suivi_light_get_distance (SuiviLight a,
                                   SuiviLight b);

G_END_DECLS
