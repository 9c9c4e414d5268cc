/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/review/position.h"
#include "core/text/text.h"

G_DEFINE_ENUM_TYPE (SuiviPosition,
                    suivi_position,
                    G_DEFINE_ENUM_VALUE (SUIVI_POSITION_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (SUIVI_POSITION_SUPPORTED, "supported"),
                    G_DEFINE_ENUM_VALUE (SUIVI_POSITION_NOTED, "noted"),
                    G_DEFINE_ENUM_VALUE (SUIVI_POSITION_PART, "part"))

/* Folded words of the official lists, of UHRI, of UPR Info and of IMPACT OSS. */
static const struct
{
  const char *word;
  SuiviPosition position;
} words[] = {
  { "supported", SUIVI_POSITION_SUPPORTED },
  { "accepted", SUIVI_POSITION_SUPPORTED },
  { "enjoys the support", SUIVI_POSITION_SUPPORTED },
  { "support", SUIVI_POSITION_SUPPORTED },
  { "noted", SUIVI_POSITION_NOTED },
  { "not supported", SUIVI_POSITION_NOTED },
  { "not accepted", SUIVI_POSITION_NOTED },
  { "rejected", SUIVI_POSITION_NOTED },
  { "did not enjoy the support", SUIVI_POSITION_NOTED },
  { "supported/noted", SUIVI_POSITION_PART },
  { "noted/supported", SUIVI_POSITION_PART },
  { "supported / noted", SUIVI_POSITION_PART },
  { "partially supported", SUIVI_POSITION_PART },
  { "partially accepted", SUIVI_POSITION_PART },
  { "supported in part", SUIVI_POSITION_PART },
  { "supported partially", SUIVI_POSITION_PART },
  { "pending", SUIVI_POSITION_PENDING },
  { "under consideration", SUIVI_POSITION_PENDING },
  { "will be examined", SUIVI_POSITION_PENDING },
  { "", SUIVI_POSITION_PENDING },
};

/**
 * suivi_position_to_nick:
 *
 * Returns: the stable word for files and the command line
 */
const char *
suivi_position_to_nick (SuiviPosition position)
{
  return suivi_enum_to_nick (SUIVI_TYPE_POSITION, position);
}

/**
 * suivi_position_from_nick:
 * @position: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_position_from_nick (const char *nick, SuiviPosition *position)
{
  int value = 0;

  if (!suivi_enum_from_nick (SUIVI_TYPE_POSITION, nick, &value))
    return FALSE;

  *position = value;
  return TRUE;
}

/**
 * suivi_position_to_label:
 *
 * Returns: the word shown to people, translated
 */
const char *
suivi_position_to_label (SuiviPosition position)
{
  switch (position)
    {
    case SUIVI_POSITION_SUPPORTED:
      /* Translators: the State under review supports the recommendation */
      return _ ("Supported");
    case SUIVI_POSITION_NOTED:
      /* Translators: the State under review only took note of the recommendation */
      return _ ("Noted");
    case SUIVI_POSITION_PART:
      return _ ("Supported in part");
    case SUIVI_POSITION_PENDING:
      /* Translators: the State under review has not answered the recommendation yet */
      return _ ("Pending");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_position_from_word:
 * @word: what a source says, in any case, with any white space around it
 * @position: (out): set on success only
 *
 * Reads the words that real files use (list in section 5 of the notes on formats: "Supported", "Accepted",
 * "Supported/Noted", "Not Supported", …). An empty word is pending.
 *
 * Returns: whether the word is known
 */
gboolean
suivi_position_from_word (const char *word, SuiviPosition *position)
{
  g_autofree char *folded = suivi_text_fold (word);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i].word, folded))
        {
          *position = words[i].position;
          return TRUE;
        }
    }

  return FALSE;
}
