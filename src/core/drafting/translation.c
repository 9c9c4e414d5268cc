/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/translation.h"

G_DEFINE_BOXED_TYPE (SuiviTranslation, suivi_translation, suivi_translation_copy, suivi_translation_free)

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

/**
 * suivi_translation_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviTranslation *
suivi_translation_copy (SuiviTranslation *self)
{
  SuiviTranslation *copy = g_new0 (SuiviTranslation, 1);

  copy->id = g_strdup (self->id);
  copy->draft_id = g_strdup (self->draft_id);
  copy->language = g_strdup (self->language);
  copy->text = g_strdup (self->text);
  copy->translator = g_strdup (self->translator);
  copy->date = g_strdup (self->date);

  return copy;
}

/**
 * suivi_translation_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_translation_free (SuiviTranslation *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->draft_id);
  g_free (self->language);
  g_free (self->text);
  g_free (self->translator);
  g_free (self->date);
  g_free (self);
}
