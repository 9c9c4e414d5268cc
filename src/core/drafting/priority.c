/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/priority.h"
#include "core/text/text.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviPriority, id),        SUIVI_TEXT (SuiviPriority, state),
  SUIVI_TEXT (SuiviPriority, title),     SUIVI_TEXT (SuiviPriority, explanation),
  SUIVI_TEXT (SuiviPriority, key_words), SUIVI_LIST (SuiviPriority, articles),
  SUIVI_TEXT (SuiviPriority, rights),    SUIVI_UINT (SuiviPriority, place),
};

SUIVI_DEFINE_RECORD (SuiviPriority, suivi_priority, "priority", fields, NULL)

/**
 * suivi_priority_new:
 * @state: the State under review, ISO 3166-1 alpha-3
 * @title: a few words
 *
 * Returns: (transfer full): an issue with a new random key
 */
SuiviPriority *
suivi_priority_new (const char *state, const char *title)
{
  SuiviPriority *self = g_new0 (SuiviPriority, 1);

  self->id = g_uuid_string_random ();
  self->state = g_strdup (state);
  self->title = g_strdup (title);
  self->explanation = g_strdup ("");
  self->key_words = g_strdup ("");
  self->articles = g_new0 (char *, 1);
  self->rights = g_strdup ("");
  self->place = 1;

  return self;
}

/**
 * suivi_priority_get_key_words:
 *
 * Returns: (transfer none): what to search for to find recommendations on the subject
 */
const char *
suivi_priority_get_key_words (SuiviPriority *self)
{
  return suivi_text_is_blank (self->key_words) ? self->title : self->key_words;
}
