/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/recommendation.h"
#include "core/review/review.h"
#include "core/scorecard/spread.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MATRIX_ROW (suivi_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMatrixRow, suivi_matrix_row, SUIVI, MATRIX_ROW, GObject)

/* In the place of a light: that organisation has not judged, or nothing is agreed on. */
#define SUIVI_MATRIX_NOBODY SUIVI_N_LIGHTS

/**
 * SuiviMatrixRow:
 * @id: key of the recommendation
 * @title: its number, or what stands for it
 * @text: the recommendation
 * @folded: title and text, for the search
 * @lights: the light that each organisation gave, by column, or %SUIVI_MATRIX_NOBODY
 * @n_organisations: how many columns
 * @agreed: the agreed grade, or %SUIVI_MATRIX_NOBODY
 * @n_said: how many organisations said anything, "no information" included
 * @apart: how many grades the lowest and the highest are apart
 * @same_light: whether two organisations or more that are named judged, and all give the same light
 * @unanimous: whether two organisations or more judged, and all say exactly the same of law, policy and practice
 *
 * One recommendation, and what each organisation says of it. Made on the workspace's thread, shown on the main thread,
 * and never changed in between. Reasons are not in it: they are read when somebody asks for them.
 */
struct _SuiviMatrixRow
{
  GObject parent_instance;

  char *id;
  char *title;
  char *text;
  char *folded;
  guint8 *lights;
  guint n_organisations;
  guint agreed;
  guint n_said;
  guint apart;
  gboolean same_light;
  gboolean unanimous;
};

SuiviMatrixRow *suivi_matrix_row_new          (SuiviRecommendation *recommendation,
                                               SuiviReview         *review);
gboolean        suivi_matrix_row_equal        (SuiviMatrixRow      *a,
                                               SuiviMatrixRow      *b);
gboolean        suivi_matrix_row_disagrees    (SuiviMatrixRow      *self);
char           *suivi_matrix_row_dup_apart    (SuiviMatrixRow      *self);
char           *suivi_matrix_row_dup_summary  (SuiviMatrixRow      *self,
                                               GPtrArray           *organisations,
                                               GHashTable          *words);

G_END_DECLS
