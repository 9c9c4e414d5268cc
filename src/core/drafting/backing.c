/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/drafting/backing.h"
#include "core/text/text.h"

G_DEFINE_ENUM_TYPE (SuiviBackingKind,
                    suivi_backing_kind,
                    G_DEFINE_ENUM_VALUE (SUIVI_BACKING_EVIDENCE, "evidence"),
                    G_DEFINE_ENUM_VALUE (SUIVI_BACKING_OUTPUT, "output"),
                    G_DEFINE_ENUM_VALUE (SUIVI_BACKING_EARLIER, "earlier"),
                    G_DEFINE_ENUM_VALUE (SUIVI_BACKING_TARGET, "target"))

G_DEFINE_BOXED_TYPE (SuiviBacking, suivi_backing, suivi_backing_copy, suivi_backing_free)

/**
 * suivi_backing_kind_to_nick:
 *
 * Returns: the stable word for files
 */
const char *
suivi_backing_kind_to_nick (SuiviBackingKind kind)
{
  return suivi_enum_to_nick (SUIVI_TYPE_BACKING_KIND, kind);
}

/**
 * suivi_backing_kind_from_nick:
 * @kind: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_backing_kind_from_nick (const char *nick, SuiviBackingKind *kind)
{
  int value = 0;

  if (!suivi_enum_from_nick (SUIVI_TYPE_BACKING_KIND, nick, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}

/**
 * suivi_backing_kind_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_backing_kind_to_label (SuiviBackingKind kind)
{
  switch (kind)
    {
    case SUIVI_BACKING_EVIDENCE:
      return _ ("Evidence");
    case SUIVI_BACKING_OUTPUT:
      return _ ("Output of another mechanism");
    case SUIVI_BACKING_EARLIER:
      return _ ("Earlier recommendation");
    case SUIVI_BACKING_TARGET:
      return _ ("Sustainable Development Goals");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_backing_new:
 * @priority_id: key of the issue
 * @draft_id: (nullable): key of the draft
 * @kind: what it is
 * @title: what it is called
 *
 * Returns: (transfer full): a backing with a new random key
 */
SuiviBacking *
suivi_backing_new (const char *priority_id, const char *draft_id, SuiviBackingKind kind, const char *title)
{
  SuiviBacking *self = g_new0 (SuiviBacking, 1);

  self->id = g_uuid_string_random ();
  self->priority_id = g_strdup (priority_id);
  self->draft_id = g_strdup (draft_id);
  self->kind = kind;
  self->title = g_strdup (title);
  self->reference = g_strdup ("");
  self->quote = g_strdup ("");

  return self;
}

/**
 * suivi_backing_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviBacking *
suivi_backing_copy (SuiviBacking *self)
{
  SuiviBacking *copy = g_new0 (SuiviBacking, 1);

  copy->id = g_strdup (self->id);
  copy->priority_id = g_strdup (self->priority_id);
  copy->draft_id = g_strdup (self->draft_id);
  copy->recommendation_id = g_strdup (self->recommendation_id);
  copy->title = g_strdup (self->title);
  copy->reference = g_strdup (self->reference);
  copy->quote = g_strdup (self->quote);
  copy->kind = self->kind;

  return copy;
}

/**
 * suivi_backing_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_backing_free (SuiviBacking *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->priority_id);
  g_free (self->draft_id);
  g_free (self->recommendation_id);
  g_free (self->title);
  g_free (self->reference);
  g_free (self->quote);
  g_free (self);
}
