/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/wording.h"

/* Only read: what is written, and when it makes a new version, see put_wording(). */
static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviWording, id),
  SUIVI_TEXT (SuiviWording, draft_id),
  SUIVI_TEXT (SuiviWording, text),
  SUIVI_TEXT (SuiviWording, stage),
  SUIVI_TEXT (SuiviWording, author),
  { "changed_at", SUIVI_FIELD_TEXT, G_STRUCT_OFFSET (SuiviWording, at), NULL },
};

SUIVI_DEFINE_RECORD (SuiviWording, suivi_wording, "wording", fields, NULL)
