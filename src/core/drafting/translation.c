/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/translation.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviTranslation, id),         SUIVI_TEXT (SuiviTranslation, draft_id),
  SUIVI_TEXT (SuiviTranslation, language),   SUIVI_TEXT (SuiviTranslation, text),
  SUIVI_TEXT (SuiviTranslation, translator), SUIVI_TEXT (SuiviTranslation, date),
};

SUIVI_DEFINE_RECORD (SuiviTranslation, suivi_translation, "translation", fields, "draft_id, language")

/**
 * suivi_translation_new:
 * @draft_id: key of the draft
 * @language: code of the language
 * @text: the wording in it
 *
 * Returns: (transfer full): a translation with a new random key, of today
 */
SuiviTranslation *
suivi_translation_new (const char *draft_id, const char *language, const char *text)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  SuiviTranslation *self = g_new0 (SuiviTranslation, 1);

  self->id = g_uuid_string_random ();
  self->draft_id = g_strdup (draft_id);
  self->language = g_strdup (language);
  self->text = g_strdup (text);
  self->translator = g_strdup ("");
  self->date = g_date_time_format (now, "%Y-%m-%d");

  return self;
}
