/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviWording:
 * @id: random UUID, the key in the workspace
 * @draft_id: key of the draft
 * @text: the wording as it was
 * @stage: the stage that the draft had
 * @author: who wrote it
 * @at: when it was last changed, UTC, ISO 8601
 *
 * A version of the wording of a draft.
 */
typedef struct
{
  char *id;
  char *draft_id;
  char *text;
  char *stage;
  char *author;
  char *at;
} SuiviWording;

#define SUIVI_TYPE_WORDING (suivi_wording_get_type ())
SUIVI_DECLARE_RECORD (SuiviWording, suivi_wording)

G_END_DECLS
