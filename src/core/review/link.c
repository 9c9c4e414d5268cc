/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/review/link.h"
#include "core/text/text.h"

G_DEFINE_ENUM_TYPE (SuiviRelation,
                    suivi_relation,
                    G_DEFINE_ENUM_VALUE (SUIVI_RELATION_GENERAL, "general"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RELATION_SIMILAR, "similar"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RELATION_SAME, "same"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RELATION_BUILD_UP, "build-up"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RELATION_OUTPUT, "output"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RELATION_NONE, "none"))

G_DEFINE_BOXED_TYPE (SuiviLink, suivi_link, suivi_link_copy, suivi_link_free)

/**
 * suivi_relation_to_nick:
 *
 * Returns: the stable word for files
 */
const char *
suivi_relation_to_nick (SuiviRelation relation)
{
  return suivi_enum_to_nick (SUIVI_TYPE_RELATION, relation);
}

/**
 * suivi_relation_from_nick:
 * @relation: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_relation_from_nick (const char *nick, SuiviRelation *relation)
{
  int value = 0;

  if (!suivi_enum_from_nick (SUIVI_TYPE_RELATION, nick, &value))
    return FALSE;

  *relation = value;
  return TRUE;
}

/**
 * suivi_relation_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_relation_to_label (SuiviRelation relation)
{
  switch (relation)
    {
    case SUIVI_RELATION_GENERAL:
      /* Translators: how a recommendation relates to an earlier one */
      return _ ("Same subject");
    case SUIVI_RELATION_SIMILAR:
      /* Translators: how a recommendation relates to an earlier one */
      return _ ("Similar");
    case SUIVI_RELATION_SAME:
      /* Translators: how a recommendation relates to an earlier one */
      return _ ("Asks the same");
    case SUIVI_RELATION_BUILD_UP:
      /* Translators: how a recommendation relates to an earlier one */
      return _ ("Goes a step further");
    case SUIVI_RELATION_OUTPUT:
      return _ ("Output of another mechanism");
    case SUIVI_RELATION_NONE:
      return _ ("Not related");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_link_new:
 * @from_id: key of the later recommendation
 * @to_id: key of the earlier one, or of the output
 * @relation: how the first relates to the second
 *
 * Returns: (transfer full): a link with a new random key
 */
SuiviLink *
suivi_link_new (const char *from_id, const char *to_id, SuiviRelation relation)
{
  SuiviLink *self = g_new0 (SuiviLink, 1);

  self->id = g_uuid_string_random ();
  self->from_id = g_strdup (from_id);
  self->to_id = g_strdup (to_id);
  self->relation = relation;

  return self;
}

/**
 * suivi_link_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviLink *
suivi_link_copy (SuiviLink *self)
{
  SuiviLink *copy = suivi_link_new (self->from_id, self->to_id, self->relation);

  g_free (copy->id);
  copy->id = g_strdup (self->id);

  return copy;
}

/**
 * suivi_link_free:
 * @self: (nullable) (transfer full): a link
 */
void
suivi_link_free (SuiviLink *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->from_id);
  g_free (self->to_id);
  g_free (self);
}
