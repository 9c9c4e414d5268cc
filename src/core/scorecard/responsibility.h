/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviResponsibility:
 * @id: random UUID, the key in the workspace
 * @recommendation_id: key of the recommendation
 * @institution: its name: "Ministry of Education"; never blank
 *
 * An institution of the State that is to implement a recommendation: a ministry, a court, the parliament. A recommendation
 * may have several, each once.
 */
typedef struct
{
  char *id;
  char *recommendation_id;
  char *institution;
} SuiviResponsibility;

#define SUIVI_TYPE_RESPONSIBILITY (suivi_responsibility_get_type ())
SUIVI_DECLARE_RECORD (SuiviResponsibility, suivi_responsibility)

SuiviResponsibility *suivi_responsibility_new (const char *recommendation_id,
                                               const char *institution);

G_END_DECLS
