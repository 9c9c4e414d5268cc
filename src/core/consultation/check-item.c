/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/check-item.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviCheckItem, id),      SUIVI_TEXT (SuiviCheckItem, requirement),
  SUIVI_TEXT (SuiviCheckItem, text),    SUIVI_UINT (SuiviCheckItem, must),
  SUIVI_UINT (SuiviCheckItem, retired),
};

SUIVI_DEFINE_RECORD (SuiviCheckItem, suivi_check_item, "check_item", fields, NULL)

/**
 * suivi_check_item_new:
 * @requirement: letter of the requirement
 * @text: the item
 * @must: whether it is a must
 *
 * Returns: (transfer full): an item with a new random key
 */
SuiviCheckItem *
suivi_check_item_new (const char *requirement, const char *text, gboolean must)
{
  SuiviCheckItem *self = suivi_record_new (&suivi_check_item_record);

  g_free (self->requirement);
  self->requirement = g_strdup (requirement);
  g_free (self->text);
  self->text = g_strdup (text);
  self->must = must != FALSE;

  return self;
}
