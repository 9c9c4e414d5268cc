/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

/**
 * SuiviScale:
 * @SUIVI_SCALE_LIGHT: the traffic light ("traffic-light")
 * @SUIVI_SCALE_IRI: UPR Info's implementation of recommendations index: the average of what every organisation says
 *   ("iri")
 * @SUIVI_SCALE_EXTENT: fully, partially or not implemented, by all three levels ("extent")
 *
 * How the state of a recommendation is put into words. What is judged is the same on every scale: law, policy and
 * practice, by one organisation after the other. The nicks are what files use: never change them.
 */
typedef enum
{
  SUIVI_SCALE_LIGHT,
  SUIVI_SCALE_IRI,
  SUIVI_SCALE_EXTENT,
} SuiviScale;

#define SUIVI_N_SCALES   3
#define SUIVI_TYPE_SCALE (suivi_scale_get_type ())

/**
 * SuiviScaleValue:
 * @grade: on its scale; stands for the colour of the light with that number on every scale, so that
 *   %SUIVI_LIGHT_GREY is "not assessed" on each. %SUIVI_LIGHT_GREY while the value is open
 * @open: whether the organisations differ and the scale has no rule to settle it: the coalition has to agree.
 *   Nothing is averaged silently. Never so on the scale of UPR Info, whose rule is the average
 * @n_full: organisations that say: implemented
 * @n_partial: organisations that say: some progress
 * @n_not: organisations that say: no progress
 * @n_worse: organisations that say: worse than before
 *
 * Where a recommendation stands on a scale. Organisations that did not judge it do not count.
 */
typedef struct
{
  SuiviLight grade;
  gboolean open;
  guint n_full;
  guint n_partial;
  guint n_not;
  guint n_worse;
} SuiviScaleValue;

GType           suivi_scale_get_type         (void);
const char     *suivi_scale_to_label         (SuiviScale            scale);
const char     *suivi_scale_to_rule          (SuiviScale            scale);
const char     *suivi_scale_to_source        (SuiviScale            scale);

const char     *suivi_scale_grade_to_nick    (SuiviScale            scale,
                                              SuiviLight            grade);
gboolean        suivi_scale_grade_from_nick  (SuiviScale            scale,
                                              const char           *nick,
                                              SuiviLight           *grade);
const char     *suivi_scale_grade_to_label   (SuiviScale            scale,
                                              SuiviLight            grade,
                                              GHashTable           *labels);
const char     *suivi_scale_grade_to_rule    (SuiviScale            scale,
                                              SuiviLight            grade);

SuiviLight      suivi_scale_grade            (SuiviScale            scale,
                                              SuiviLevel            law,
                                              SuiviLevel            policy,
                                              SuiviLevel            practice,
                                              gboolean              light_overridden,
                                              SuiviLight            light);
SuiviScaleValue suivi_scale_evaluate         (SuiviScale            scale,
                                              GPtrArray            *assessments);
SuiviScaleValue suivi_scale_evaluate_counting (SuiviScale          scale,
                                              const SuiviAssessment *counting,
                                              GPtrArray            *assessments);
SuiviLight      suivi_scale_iri_from_counts  (guint                 n_full,
                                              guint                 n_partial,
                                              guint                 n_not);
double          suivi_scale_value_to_average (const SuiviScaleValue *value);

G_END_DECLS
