/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviFacilitator:
 * @id: random UUID, the key in the workspace
 * @consultation_id: key of the consultation
 * @name: of the adult
 * @role: what she does: facilitator, interpreter, note taker
 * @screened_on: when her background was checked, ISO 8601 date; "": not yet
 * @conduct_on: when she signed the code of conduct; "": not yet
 * @trained_on: when she was last trained on safeguarding; "": not yet
 *
 * An adult who is in contact with the children. Keeping Children Safe, standard 2 (people).
 */
typedef struct
{
  char *id;
  char *consultation_id;
  char *name;
  char *role;
  char *screened_on;
  char *conduct_on;
  char *trained_on;
} SuiviFacilitator;

#define SUIVI_TYPE_FACILITATOR (suivi_facilitator_get_type ())
SUIVI_DECLARE_RECORD (SuiviFacilitator, suivi_facilitator)

SuiviFacilitator *suivi_facilitator_new (const char *consultation_id,
                                         const char *name);

G_END_DECLS
