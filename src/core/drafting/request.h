/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviRequest:
 * @id: random UUID, the key in the workspace
 * @draft_id: key of the draft
 * @state: the State that was asked, ISO 3166-1 alpha-3
 * @date: when, ISO 8601 date
 * @note: what came of it; may be ""
 *
 * A State was asked to make the recommendation. A draft has one for each State.
 */
typedef struct
{
  char *id;
  char *draft_id;
  char *state;
  char *date;
  char *note;
} SuiviRequest;

#define SUIVI_TYPE_REQUEST (suivi_request_get_type ())
SUIVI_DECLARE_RECORD (SuiviRequest, suivi_request)

SuiviRequest *suivi_request_new      (const char *draft_id,
                                      const char *state,
                                      const char *date);

G_END_DECLS
