/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light.h"
#include "core/text/text.h"

G_DEFINE_ENUM_TYPE (SuiviLevel,
                    suivi_level,
                    G_DEFINE_ENUM_VALUE (SUIVI_LEVEL_UNASSESSED, "unassessed"),
                    G_DEFINE_ENUM_VALUE (SUIVI_LEVEL_NOTHING, "nothing"),
                    G_DEFINE_ENUM_VALUE (SUIVI_LEVEL_SOME, "some"),
                    G_DEFINE_ENUM_VALUE (SUIVI_LEVEL_DONE, "done"))

G_DEFINE_ENUM_TYPE (SuiviLight,
                    suivi_light,
                    G_DEFINE_ENUM_VALUE (SUIVI_LIGHT_GREY, "grey"),
                    G_DEFINE_ENUM_VALUE (SUIVI_LIGHT_RED, "red"),
                    G_DEFINE_ENUM_VALUE (SUIVI_LIGHT_AMBER, "amber"),
                    G_DEFINE_ENUM_VALUE (SUIVI_LIGHT_GREEN, "green"),
                    G_DEFINE_ENUM_VALUE (SUIVI_LIGHT_WORSE, "worse"))

/**
 * suivi_level_to_nick:
 *
 * Returns: the stable word for files and the command line
 */
const char *
suivi_level_to_nick (SuiviLevel level)
{
  return suivi_enum_to_nick (SUIVI_TYPE_LEVEL, level);
}

/**
 * suivi_level_from_nick:
 * @level: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_level_from_nick (const char *nick, SuiviLevel *level)
{
  int value = 0;

  if (!suivi_enum_from_nick (SUIVI_TYPE_LEVEL, nick, &value))
    return FALSE;

  *level = value;
  return TRUE;
}

/**
 * suivi_level_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_level_to_label (SuiviLevel level)
{
  switch (level)
    {
    case SUIVI_LEVEL_DONE:
      /* Translators: a judgement of law, policy or practice: what was asked is done */
      return _ ("Done");
    case SUIVI_LEVEL_SOME:
      return _ ("Some progress");
    case SUIVI_LEVEL_NOTHING:
      /* Translators: a judgement of law, policy or practice: nothing was done */
      return _ ("Nothing");
    case SUIVI_LEVEL_UNASSESSED:
      return _ ("Not assessed");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_light_to_nick:
 *
 * Returns: the stable word for files and the command line
 */
const char *
suivi_light_to_nick (SuiviLight light)
{
  return suivi_enum_to_nick (SUIVI_TYPE_LIGHT, light);
}

/**
 * suivi_light_from_nick:
 * @light: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_light_from_nick (const char *nick, SuiviLight *light)
{
  int value = 0;

  if (!suivi_enum_from_nick (SUIVI_TYPE_LIGHT, nick, &value))
    return FALSE;

  *light = value;
  return TRUE;
}

/**
 * suivi_light_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_light_to_label (SuiviLight light)
{
  switch (light)
    {
    case SUIVI_LIGHT_GREEN:
      return _ ("Implemented");
    case SUIVI_LIGHT_AMBER:
      return _ ("Some progress");
    case SUIVI_LIGHT_RED:
      return _ ("No progress");
    case SUIVI_LIGHT_GREY:
      return _ ("Not assessed");
    case SUIVI_LIGHT_WORSE:
      /* Translators: a grade: what a recommendation asks for is worse now than before */
      return _ ("Worse than before");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_light_to_symbol:
 *
 * Returns: the sign shown beside word and colour, so that nothing is told by colour alone
 */
const char *
suivi_light_to_symbol (SuiviLight light)
{
  switch (light)
    {
    case SUIVI_LIGHT_GREEN:
      return "●";
    case SUIVI_LIGHT_AMBER:
      return "◐";
    case SUIVI_LIGHT_RED:
      return "○";
    case SUIVI_LIGHT_GREY:
      return "–";
    case SUIVI_LIGHT_WORSE:
      return "↓";
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_light_from_levels:
 * @law: what became of it in law
 * @policy: in policy
 * @practice: in practice
 *
 * The rule of the light: grey if no level is assessed; green if every assessed level is done; red if every
 * assessed level is nothing; else amber.
 *
 * Returns: the light
 */
SuiviLight
suivi_light_from_levels (SuiviLevel law, SuiviLevel policy, SuiviLevel practice)
{
  const SuiviLevel levels[] = { law, policy, practice };
  guint assessed = 0;
  guint done = 0;
  guint nothing = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      assessed += levels[i] != SUIVI_LEVEL_UNASSESSED;
      done += levels[i] == SUIVI_LEVEL_DONE;
      nothing += levels[i] == SUIVI_LEVEL_NOTHING;
    }

  if (assessed == 0)
    return SUIVI_LIGHT_GREY;
  if (done == assessed)
    return SUIVI_LIGHT_GREEN;
  if (nothing == assessed)
    return SUIVI_LIGHT_RED;
  return SUIVI_LIGHT_AMBER;
}
