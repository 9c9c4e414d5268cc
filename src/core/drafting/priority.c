/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/priority.h"
#include "core/text/text.h"

G_DEFINE_BOXED_TYPE (SuiviPriority, suivi_priority, suivi_priority_copy, suivi_priority_free)

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
 * suivi_priority_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviPriority *
suivi_priority_copy (SuiviPriority *self)
{
  SuiviPriority *copy = g_new0 (SuiviPriority, 1);

  copy->id = g_strdup (self->id);
  copy->state = g_strdup (self->state);
  copy->title = g_strdup (self->title);
  copy->explanation = g_strdup (self->explanation);
  copy->key_words = g_strdup (self->key_words);
  copy->articles = g_strdupv (self->articles);
  copy->rights = g_strdup (self->rights);
  copy->place = self->place;

  return copy;
}

/**
 * suivi_priority_free:
 * @self: (nullable) (transfer full): an issue
 */
void
suivi_priority_free (SuiviPriority *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->state);
  g_free (self->title);
  g_free (self->explanation);
  g_free (self->key_words);
  g_strfreev (self->articles);
  g_free (self->rights);
  g_free (self);
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
