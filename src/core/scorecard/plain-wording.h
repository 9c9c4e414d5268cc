/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviPlainWording:
 * @id: random UUID, the key in the workspace
 * @recommendation_id: key of the recommendation
 * @chosen: 1 if the child-friendly edition tells of it
 * @wording: what the recommendation asks for, in words for children, written by the user; may be "" while @chosen is 0
 * @explanation: what became of it, in words for children; may be ""
 *
 * A recommendation as children are told of it.
 */
typedef struct
{
  char *id;
  char *recommendation_id;
  guint chosen;
  char *wording;
  char *explanation;
} SuiviPlainWording;

#define SUIVI_TYPE_PLAIN_WORDING (suivi_plain_wording_get_type ())
SUIVI_DECLARE_RECORD (SuiviPlainWording, suivi_plain_wording)

SuiviPlainWording *suivi_plain_wording_new (const char *recommendation_id);

G_END_DECLS
