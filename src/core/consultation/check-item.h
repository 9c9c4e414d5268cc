/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviCheckItem:
 * @id: random UUID, the key in the workspace
 * @requirement: letter of the requirement it belongs to, "a" to "i"
 * @text: the item: a sentence that can be answered yes or no. Never changed once there is an answer: take the item out
 *   and add another one
 * @must: 1: must, 0: should
 * @retired: 1: not asked any more in consultations that have not answered it
 *
 * An item that an organisation added to the checklist.
 */
typedef struct
{
  char *id;
  char *requirement;
  char *text;
  guint must;
  guint retired;
} SuiviCheckItem;

#define SUIVI_TYPE_CHECK_ITEM (suivi_check_item_get_type ())
SUIVI_DECLARE_RECORD (SuiviCheckItem, suivi_check_item)

SuiviCheckItem *suivi_check_item_new (const char *requirement,
                                      const char *text,
                                      gboolean    must);

G_END_DECLS
