/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/wording.h"

G_DEFINE_BOXED_TYPE (SuiviWording, suivi_wording, suivi_wording_copy, suivi_wording_free)

/**
 * suivi_wording_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviWording *
suivi_wording_copy (SuiviWording *self)
{
  SuiviWording *copy = g_new0 (SuiviWording, 1);

  copy->id = g_strdup (self->id);
  copy->draft_id = g_strdup (self->draft_id);
  copy->text = g_strdup (self->text);
  copy->stage = g_strdup (self->stage);
  copy->author = g_strdup (self->author);
  copy->at = g_strdup (self->at);

  return copy;
}

/**
 * suivi_wording_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_wording_free (SuiviWording *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->draft_id);
  g_free (self->text);
  g_free (self->stage);
  g_free (self->author);
  g_free (self->at);
  g_free (self);
}
