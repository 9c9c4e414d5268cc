/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/request.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviRequest, id),   SUIVI_TEXT (SuiviRequest, draft_id), SUIVI_TEXT (SuiviRequest, state),
  SUIVI_TEXT (SuiviRequest, date), SUIVI_TEXT (SuiviRequest, note),
};

SUIVI_DEFINE_RECORD (SuiviRequest, suivi_request, "request", fields, "draft_id, state")

/**
 * suivi_request_new:
 * @draft_id: key of the draft
 * @state: the State that was asked, ISO 3166-1 alpha-3
 * @date: when, ISO 8601 date
 *
 * Returns: (transfer full): a request with a new random key
 */
SuiviRequest *
suivi_request_new (const char *draft_id, const char *state, const char *date)
{
  SuiviRequest *self = g_new0 (SuiviRequest, 1);

  self->id = g_uuid_string_random ();
  self->draft_id = g_strdup (draft_id);
  self->state = g_strdup (state);
  self->date = g_strdup (date);
  self->note = g_strdup ("");

  return self;
}
