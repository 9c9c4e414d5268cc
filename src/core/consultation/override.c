/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/override.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviOverride, id),          SUIVI_TEXT (SuiviOverride, consultation_id),
  SUIVI_LIST (SuiviOverride, items),       SUIVI_TEXT (SuiviOverride, reason),
  SUIVI_TEXT (SuiviOverride, focal_point), SUIVI_TEXT (SuiviOverride, decided_on),
};

SUIVI_DEFINE_RECORD (SuiviOverride, suivi_override, "override", fields, NULL)

/**
 * suivi_override_new:
 * @consultation_id: key of the consultation
 * @items: the must items that may be missing
 * @reason: why
 *
 * Returns: (transfer full): a decision with a new random key
 */
SuiviOverride *
suivi_override_new (const char *consultation_id, const char *const *items, const char *reason)
{
  SuiviOverride *self = suivi_record_new (&suivi_override_record);

  self->consultation_id = g_strdup (consultation_id);
  g_strfreev (self->items);
  self->items = g_strdupv ((char **) items);
  g_free (self->reason);
  self->reason = g_strdup (reason);

  return self;
}
