/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

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

GType         suivi_wording_get_type (void);
SuiviWording *suivi_wording_copy     (SuiviWording *self);
void          suivi_wording_free     (SuiviWording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviWording, suivi_wording_free)

G_END_DECLS
