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

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviBacking, id),
  SUIVI_TEXT (SuiviBacking, priority_id),
  SUIVI_TEXT (SuiviBacking, draft_id),
  SUIVI_ENUM (SuiviBacking, kind, suivi_backing_kind_get_type),
  SUIVI_TEXT (SuiviBacking, recommendation_id),
  SUIVI_TEXT (SuiviBacking, title),
  SUIVI_TEXT (SuiviBacking, reference),
  SUIVI_TEXT (SuiviBacking, quote),
};

SUIVI_DEFINE_RECORD (SuiviBacking, suivi_backing, "backing", fields, NULL)

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
