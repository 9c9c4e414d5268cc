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
                    G_DEFINE_ENUM_VALUE (SUIVI_POSITION_PART, "part"),
                    G_DEFINE_ENUM_VALUE (SUIVI_POSITION_COMMITMENT, "commitment"),
                    G_DEFINE_ENUM_VALUE (SUIVI_POSITION_NONE, "none"))

/* Folded words of the official lists, of UHRI, of UPR Info and of IMPACT OSS. */
static const struct
{
  const char *word;
  SuiviPosition position;
} words[] = {
  { "supported", SUIVI_POSITION_SUPPORTED },
  { "accepted", SUIVI_POSITION_SUPPORTED },
  { "enjoys the support", SUIVI_POSITION_SUPPORTED },
  { "enjoy the support", SUIVI_POSITION_SUPPORTED },
  { "support", SUIVI_POSITION_SUPPORTED },
  { "noted", SUIVI_POSITION_NOTED },
  { "not supported", SUIVI_POSITION_NOTED },
  { "not accepted", SUIVI_POSITION_NOTED },
  { "rejected", SUIVI_POSITION_NOTED },
  { "did not enjoy the support", SUIVI_POSITION_NOTED },
  { "does not enjoy the support", SUIVI_POSITION_NOTED },
  { "do not enjoy the support", SUIVI_POSITION_NOTED },
  { "partially supported", SUIVI_POSITION_PART },
  { "partially accepted", SUIVI_POSITION_PART },
  { "supported in part", SUIVI_POSITION_PART },
  { "accepted in part", SUIVI_POSITION_PART },
  { "supported partially", SUIVI_POSITION_PART },
  { "accepted partially", SUIVI_POSITION_PART },
  { "voluntary pledge", SUIVI_POSITION_COMMITMENT },
  { "voluntary commitment", SUIVI_POSITION_COMMITMENT },
  { "commitment", SUIVI_POSITION_COMMITMENT },
  { "pledge", SUIVI_POSITION_COMMITMENT },
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
    case SUIVI_POSITION_COMMITMENT:
      /* Translators: what the State under review promised of its own accord */
      return _ ("Voluntary commitment");
    case SUIVI_POSITION_NONE:
      /* Translators: what other mechanisms say is not answered in the review */
      return _ ("No position");
    default:
      g_return_val_if_reached ("");
    }
}

/* A position cell has some words, perhaps a remark; what is longer is something else. */
#define MAX_CELL 1000

static gboolean
find_word (const char *folded, SuiviPosition *position)
{
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

/* "Supported, in part", "Supported (in part)": punctuation alone makes no other word. */
static gboolean
find_plain_word (const char *folded, SuiviPosition *position)
{
  g_autofree char *copy = g_strdup (folded);
  g_autofree char *plain = NULL;

  g_strdelimit (copy, "(),[]", ' ');
  plain = suivi_text_clean (copy);

  return *plain != '\0' && find_word (plain, position);
}

/* A remark that speaks of the position itself must not be dropped: "Supported (except the second part)". */
static gboolean
is_about_position (const char *remark)
{
  static const char *const about[]
    = { "part",    "parts",     "partly",  "partial",  "partially", "not",      "noted",
        "support", "supported", "accept",  "accepted", "reject",    "rejected", "except",
        "but",     "pending",   "however", "only",     "without",   "unless" };
  g_auto (GStrv) remark_words = g_strsplit_set (remark, " .,;:()[]/-&", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (about); i++)
    {
      if (g_strv_contains ((const char *const *) remark_words, about[i]))
        return TRUE;
    }

  return FALSE;
}

/* Takes remarks away: what stands in brackets, and what follows a dash or a comma. Returns %NULL if one could
 * change the meaning. */
static char *
drop_remarks (const char *folded)
{
  g_autoptr (GString) head = g_string_new (NULL);

  for (const char *p = folded; *p != '\0';)
    {
      g_autofree char *remark = NULL;
      const char *end = p + strlen (p);

      if (*p == '(' || *p == '[')
        {
          const char *close = strpbrk (p, ")]");

          end = close != NULL ? close + 1 : end;
        }
      else if (*p != ',' && !g_str_has_prefix (p, " - "))
        {
          g_string_append_c (head, *p++);
          continue;
        }

      remark = g_strndup (p, end - p);
      if (is_about_position (remark))
        return NULL;
      p = end;
    }

  return g_string_free (g_steal_pointer (&head), FALSE);
}

static gboolean
is_answer (SuiviPosition position)
{
  return position == SUIVI_POSITION_SUPPORTED || position == SUIVI_POSITION_NOTED
         || position == SUIVI_POSITION_PART;
}

/* "supported/noted" is neither of them wholly. Returns whether the two make sense together. */
static gboolean
add_position (SuiviPosition other, SuiviPosition *position)
{
  if (*position == other)
    return TRUE;
  if (!is_answer (*position) || !is_answer (other))
    return FALSE;

  *position = SUIVI_POSITION_PART;

  return TRUE;
}

/* "supported / noted", "supported and noted" */
static gboolean
combine_words (const char *folded, SuiviPosition *position)
{
  g_autoptr (GString) text = g_string_new (folded);
  g_auto (GStrv) pieces = NULL;
  SuiviPosition found = SUIVI_POSITION_PENDING;
  gboolean any = FALSE;

  g_string_replace (text, " and ", "/", 0);
  pieces = g_strsplit_set (text->str, "/;&", -1);
  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      SuiviPosition piece = SUIVI_POSITION_PENDING;
      gsize length = strlen (g_strstrip (pieces[i]));

      while (length > 0 && strchr (" .:*", pieces[i][length - 1]) != NULL)
        pieces[i][--length] = '\0';
      if (length == 0)
        continue;
      if (!find_word (pieces[i], &piece) || (any && !add_position (piece, &found)))
        return FALSE;
      if (!any)
        found = piece;
      any = TRUE;
    }
  if (any)
    *position = found;

  return any;
}

/**
 * suivi_position_from_word:
 * @word: what a source says, in any case, with any white space around it; lines may part two words
 * @position: (out): set on success only
 *
 * Reads the words that real files use (list in section 5 of the notes on formats: "Supported", "Accepted",
 * "Not Supported", …), two of them parted by "/", ";", "&", "and" or a line end ("Supported/Noted" is in
 * part), and a remark behind them, in brackets or after a dash or comma ("Noted (implemented)"), unless it
 * could change the meaning. An empty word is pending.
 *
 * Returns: whether the word is known
 */
gboolean
suivi_position_from_word (const char *word, SuiviPosition *position)
{
  g_autofree char *folded = NULL;
  g_autofree char *cleaned = NULL;
  g_autofree char *head = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *parted = NULL;

  if (word != NULL && strlen (word) > MAX_CELL)
    return FALSE;

  folded = suivi_text_fold (word);
  if (find_word (folded, position) || find_plain_word (folded, position))
    return TRUE;

  cleaned = suivi_text_clean_lines (word);
  lines = g_strsplit (cleaned, "\n", -1);
  joined = g_strjoinv (" / ", lines);
  parted = suivi_text_fold (joined);
  head = drop_remarks (parted);

  return head != NULL && combine_words (head, position);
}
