/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviOverride:
 * @id: random UUID, the key in the workspace
 * @consultation_id: key of the consultation
 * @items: the must items that the focal point lets pass: nothing else
 * @reason: why, in words; never ""
 * @focal_point: who decided
 * @decided_on: when, ISO 8601 date
 *
 * A decision of the safeguarding focal point to go on although must items are missing. Kept, and shown, for good.
 */
typedef struct
{
  char *id;
  char *consultation_id;
  char **items;
  char *reason;
  char *focal_point;
  char *decided_on;
} SuiviOverride;

#define SUIVI_TYPE_OVERRIDE (suivi_override_get_type ())
SUIVI_DECLARE_RECORD (SuiviOverride, suivi_override)

SuiviOverride *suivi_override_new (const char         *consultation_id,
                                   const char * const *items,
                                   const char         *reason);

G_END_DECLS
