/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/request.h"

G_DEFINE_BOXED_TYPE (SuiviRequest, suivi_request, suivi_request_copy, suivi_request_free)

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

/**
 * suivi_request_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviRequest *
suivi_request_copy (SuiviRequest *self)
{
  SuiviRequest *copy = g_new0 (SuiviRequest, 1);

  copy->id = g_strdup (self->id);
  copy->draft_id = g_strdup (self->draft_id);
  copy->state = g_strdup (self->state);
  copy->date = g_strdup (self->date);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * suivi_request_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_request_free (SuiviRequest *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->draft_id);
  g_free (self->state);
  g_free (self->date);
  g_free (self->note);
  g_free (self);
}
