/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/review/position.h"
#include "core/scorecard/light.h"
#include "core/text/text.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-words.h"

/* A word of a scorecard; what is longer is none. */
#define MAX_WORD 500

struct _SuiviScorecardWords
{
  GHashTable
    *meanings[SUIVI_N_SCORECARD_WORD_KINDS]; /* word, as written and as normalise() makes it -> value + 1 */
};

static const struct
{
  const char *nick;
  int field; /* SuiviPlanField; -1: not read back as a field of its own */
} columns[SUIVI_N_SCORECARD_COLUMNS] = {
  [SUIVI_SCORECARD_COLUMN_REVIEW] = { "review", -1 },
  [SUIVI_SCORECARD_COLUMN_NUMBER] = { "number", SUIVI_PLAN_FIELD_NUMBER },
  [SUIVI_SCORECARD_COLUMN_TEXT] = { "text", SUIVI_PLAN_FIELD_TEXT },
  [SUIVI_SCORECARD_COLUMN_STATES] = { "states", SUIVI_PLAN_FIELD_STATES },
  [SUIVI_SCORECARD_COLUMN_POSITION] = { "position", SUIVI_PLAN_FIELD_POSITION },
  [SUIVI_SCORECARD_COLUMN_CLUSTER] = { "cluster", -1 },
  [SUIVI_SCORECARD_COLUMN_INSTITUTIONS] = { "institutions", SUIVI_PLAN_FIELD_INSTITUTIONS },
  [SUIVI_SCORECARD_COLUMN_LAW] = { "law", SUIVI_PLAN_FIELD_LAW },
  [SUIVI_SCORECARD_COLUMN_POLICY] = { "policy", SUIVI_PLAN_FIELD_POLICY },
  [SUIVI_SCORECARD_COLUMN_PRACTICE] = { "practice", SUIVI_PLAN_FIELD_PRACTICE },
  [SUIVI_SCORECARD_COLUMN_LIGHT] = { "light", SUIVI_PLAN_FIELD_LIGHT },
  [SUIVI_SCORECARD_COLUMN_CHOSEN] = { "chosen", -1 },
  [SUIVI_SCORECARD_COLUMN_APART] = { "apart", -1 },
  [SUIVI_SCORECARD_COLUMN_SCALE] = { "scale", -1 },
  [SUIVI_SCORECARD_COLUMN_AVERAGE] = { "average", -1 },
  [SUIVI_SCORECARD_COLUMN_PREVIOUS] = { "previous", -1 },
  [SUIVI_SCORECARD_COLUMN_TREND] = { "trend", -1 },
  [SUIVI_SCORECARD_COLUMN_REASON] = { "reason", SUIVI_PLAN_FIELD_REASON },
  [SUIVI_SCORECARD_COLUMN_SOURCE] = { "source", SUIVI_PLAN_FIELD_SOURCE },
  [SUIVI_SCORECARD_COLUMN_EVIDENCE] = { "evidence", -1 },
  [SUIVI_SCORECARD_COLUMN_DATE] = { "date", SUIVI_PLAN_FIELD_DATE },
  [SUIVI_SCORECARD_COLUMN_NAME] = { "name", SUIVI_PLAN_FIELD_NAME },
  [SUIVI_SCORECARD_COLUMN_ORGANISATION] = { "organisation", -1 },
  [SUIVI_SCORECARD_COLUMN_EVIDENCE_2] = { "evidence-2", -1 },
  [SUIVI_SCORECARD_COLUMN_EVIDENCE_3] = { "evidence-3", -1 },
  [SUIVI_SCORECARD_COLUMN_EVIDENCE_4] = { "evidence-4", -1 },
  [SUIVI_SCORECARD_COLUMN_EVIDENCE_5] = { "evidence-5", -1 },
  [SUIVI_SCORECARD_COLUMN_THEMES] = { "themes", SUIVI_PLAN_FIELD_THEMES },
  [SUIVI_SCORECARD_COLUMN_GROUPS] = { "groups", SUIVI_PLAN_FIELD_GROUPS },
  [SUIVI_SCORECARD_COLUMN_CHILDREN] = { "children", SUIVI_PLAN_FIELD_CHILDREN },
  [SUIVI_SCORECARD_COLUMN_COUNTED] = { "counted", -1 },
  [SUIVI_SCORECARD_COLUMN_KEY] = { "key", -1 },
  [SUIVI_SCORECARD_COLUMN_BASE] = { "base", -1 },
};

static const struct
{
  const char *nick;
  guint n_values;
} kinds[SUIVI_N_SCORECARD_WORD_KINDS] = {
  [SUIVI_SCORECARD_WORD_COLUMN] = { "column", SUIVI_N_SCORECARD_COLUMNS },
  [SUIVI_SCORECARD_WORD_POSITION] = { "position", SUIVI_N_POSITIONS + 1 },
  [SUIVI_SCORECARD_WORD_LEVEL] = { "level", SUIVI_N_LEVELS },
  [SUIVI_SCORECARD_WORD_LIGHT] = { "light", SUIVI_N_LIGHTS },
  [SUIVI_SCORECARD_WORD_ANSWER] = { "answer", 2 },
};

/**
 * suivi_scorecard_column_to_title:
 *
 * Returns: its heading, translated; that of a hidden column is the same in every language
 */
const char *
suivi_scorecard_column_to_title (SuiviScorecardColumn column)
{
  switch (column)
    {
    case SUIVI_SCORECARD_COLUMN_REVIEW:
      return _ ("Review");
    case SUIVI_SCORECARD_COLUMN_NUMBER:
      return _ ("Number");
    case SUIVI_SCORECARD_COLUMN_TEXT:
      return _ ("Recommendation");
    case SUIVI_SCORECARD_COLUMN_STATES:
      return _ ("Recommending States");
    case SUIVI_SCORECARD_COLUMN_POSITION:
      return _ ("Position");
    case SUIVI_SCORECARD_COLUMN_THEMES:
      return _ ("Themes");
    case SUIVI_SCORECARD_COLUMN_LAW:
      return _ ("Law");
    case SUIVI_SCORECARD_COLUMN_POLICY:
      return _ ("Policy");
    case SUIVI_SCORECARD_COLUMN_PRACTICE:
      return _ ("Practice");
    case SUIVI_SCORECARD_COLUMN_LIGHT:
      return _ ("Light");
    case SUIVI_SCORECARD_COLUMN_CHOSEN:
      /* Translators: heading of a column that says whether a person chose the light against the rule */
      return _ ("Chosen by hand");
    case SUIVI_SCORECARD_COLUMN_CLUSTER:
      return _ ("Cluster");
    case SUIVI_SCORECARD_COLUMN_INSTITUTIONS:
      return _ ("Responsible institutions");
    case SUIVI_SCORECARD_COLUMN_SCALE:
      /* Translators: heading of a column with grades on another scale than the traffic light */
      return _ ("On the other scale");
    case SUIVI_SCORECARD_COLUMN_APART:
      /* Translators: heading of a column: how many grades the organisations are apart */
      return _ ("Grades apart");
    case SUIVI_SCORECARD_COLUMN_AVERAGE:
      /* Translators: heading of a column with the average of what organisations say, 0.00 to 1.00 */
      return _ ("Average");
    case SUIVI_SCORECARD_COLUMN_PREVIOUS:
      /* Translators: heading of a column with the lights of the scorecard before */
      return _ ("Previous light");
    case SUIVI_SCORECARD_COLUMN_TREND:
      /* Translators: heading of a column that says whether a light is better than the one before */
      return _ ("Trend");
    case SUIVI_SCORECARD_COLUMN_EVIDENCE:
      /* Translators: heading of a column with numbers of pieces of evidence */
      return _ ("Evidence");
    case SUIVI_SCORECARD_COLUMN_EVIDENCE_2:
      /* Translators: heading of a column with the number of the second piece of evidence of a recommendation */
      return _ ("Evidence 2");
    case SUIVI_SCORECARD_COLUMN_EVIDENCE_3:
      /* Translators: heading of a column with the number of the third piece of evidence of a recommendation */
      return _ ("Evidence 3");
    case SUIVI_SCORECARD_COLUMN_EVIDENCE_4:
      /* Translators: heading of a column with the number of the fourth piece of evidence of a recommendation */
      return _ ("Evidence 4");
    case SUIVI_SCORECARD_COLUMN_EVIDENCE_5:
      /* Translators: heading of a column with the number of the fifth piece of evidence of a recommendation */
      return _ ("Evidence 5");
    case SUIVI_SCORECARD_COLUMN_ORGANISATION:
      /* Translators: heading of a column that says which organisation gave a grade, or which ones agreed on it */
      return _ ("Judged by");
    case SUIVI_SCORECARD_COLUMN_COUNTED:
      /* Translators: heading of a column that says how often a recommendation counts */
      return _ ("Counts");
    case SUIVI_SCORECARD_COLUMN_REASON:
      return _ ("Reason");
    case SUIVI_SCORECARD_COLUMN_SOURCE:
      return _ ("Source");
    case SUIVI_SCORECARD_COLUMN_DATE:
      return _ ("Date");
    case SUIVI_SCORECARD_COLUMN_NAME:
      /* Translators: heading of a column with the names of those who graded */
      return _ ("Graded by");
    case SUIVI_SCORECARD_COLUMN_GROUPS:
      return _ ("Groups of persons");
    case SUIVI_SCORECARD_COLUMN_CHILDREN:
      return _ ("Child-focused");
    case SUIVI_SCORECARD_COLUMN_KEY:
      return "Suivi key";
    case SUIVI_SCORECARD_COLUMN_BASE:
      return "Suivi base";
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_scorecard_column_to_field:
 * @field: (out): what a change in the column changes; set on success only
 *
 * Returns: whether the column is read back; the review, whether a light was chosen by hand, and the hidden columns
 *   say something about the others
 */
gboolean
suivi_scorecard_column_to_field (SuiviScorecardColumn column, SuiviPlanField *field)
{
  g_return_val_if_fail ((guint) column < SUIVI_N_SCORECARD_COLUMNS, FALSE);

  if (columns[column].field < 0)
    return FALSE;

  *field = columns[column].field;
  return TRUE;
}

/**
 * suivi_scorecard_word_kind_count:
 *
 * Returns: how many values there are of that kind
 */
guint
suivi_scorecard_word_kind_count (SuiviScorecardWordKind kind)
{
  g_return_val_if_fail ((guint) kind < SUIVI_N_SCORECARD_WORD_KINDS, 0);

  return kinds[kind].n_values;
}

/**
 * suivi_scorecard_word_kind_to_nick:
 *
 * Returns: the stable word for that kind
 */
const char *
suivi_scorecard_word_kind_to_nick (SuiviScorecardWordKind kind)
{
  g_return_val_if_fail ((guint) kind < SUIVI_N_SCORECARD_WORD_KINDS, "");

  return kinds[kind].nick;
}

/**
 * suivi_scorecard_word_to_nick:
 * @value: a #SuiviScorecardColumn, #SuiviPosition, #SuiviLevel or #SuiviLight, or 1 for yes and 0 for no
 *
 * Returns: the stable word for @value
 */
const char *
suivi_scorecard_word_to_nick (SuiviScorecardWordKind kind, guint value)
{
  g_return_val_if_fail (value < suivi_scorecard_word_kind_count (kind), "");

  switch (kind)
    {
    case SUIVI_SCORECARD_WORD_COLUMN:
      return columns[value].nick;
    case SUIVI_SCORECARD_WORD_POSITION:
      return suivi_position_to_nick (value);
    case SUIVI_SCORECARD_WORD_LEVEL:
      return suivi_level_to_nick (value);
    case SUIVI_SCORECARD_WORD_LIGHT:
      return suivi_light_to_nick (value);
    case SUIVI_SCORECARD_WORD_ANSWER:
      return value == 1 ? "yes" : "no";
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_scorecard_word_to_text:
 * @value: as for suivi_scorecard_word_to_nick()
 *
 * Returns: (transfer full): what a cell says for it, in the user's language
 */
char *
suivi_scorecard_word_to_text (SuiviScorecardWordKind kind, guint value)
{
  g_return_val_if_fail (value < suivi_scorecard_word_kind_count (kind), g_strdup (""));

  switch (kind)
    {
    case SUIVI_SCORECARD_WORD_COLUMN:
      return g_strdup (suivi_scorecard_column_to_title (value));
    case SUIVI_SCORECARD_WORD_POSITION:
      return g_strdup (suivi_position_to_label (value));
    case SUIVI_SCORECARD_WORD_LEVEL:
      return g_strdup (suivi_level_to_label (value));
    case SUIVI_SCORECARD_WORD_LIGHT:
      return suivi_scorecard_light_text (value);
    case SUIVI_SCORECARD_WORD_ANSWER:
      return g_strdup (value == 1 ? _ ("yes") : _ ("no"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* Case, accents and the sign before a light make no difference, nor do marks of direction that stand there. */
static char *
normalise (const char *text)
{
  g_autofree char *folded = suivi_text_fold (text);
  const char *start = folded;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  return g_strdup (*start != '\0' ? start : folded);
}

static void
learn (SuiviScorecardWords *self, SuiviScorecardWordKind kind, guint value, const char *text)
{
  g_hash_table_replace (self->meanings[kind], normalise (text), GUINT_TO_POINTER (value + 1));
  /* Most cells are just as they were written, and there may be a million of them. */
  g_hash_table_replace (self->meanings[kind], g_strdup (text), GUINT_TO_POINTER (value + 1));
}

/**
 * suivi_scorecard_words_new:
 *
 * Returns: (transfer full): the stable words and those of the user's language
 */
SuiviScorecardWords *
suivi_scorecard_words_new (void)
{
  SuiviScorecardWords *self = g_new0 (SuiviScorecardWords, 1);

  for (guint kind = 0; kind < SUIVI_N_SCORECARD_WORD_KINDS; kind++)
    {
      self->meanings[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint value = 0; value < kinds[kind].n_values; value++)
        {
          g_autofree char *text = suivi_scorecard_word_to_text (kind, value);

          /* A column that a colleague added may well be called "Key". */
          if (kind != SUIVI_SCORECARD_WORD_COLUMN)
            learn (self, kind, value, suivi_scorecard_word_to_nick (kind, value));
          learn (self, kind, value, text);
        }
    }

  return self;
}

/**
 * suivi_scorecard_words_free:
 * @self: (nullable) (transfer full): words
 */
void
suivi_scorecard_words_free (SuiviScorecardWords *self)
{
  if (self == NULL)
    return;

  for (guint kind = 0; kind < SUIVI_N_SCORECARD_WORD_KINDS; kind++)
    g_hash_table_unref (self->meanings[kind]);
  g_free (self);
}

static gboolean
means (gpointer key, gpointer meaning, gpointer wanted)
{
  return meaning == wanted;
}

/**
 * suivi_scorecard_words_learn:
 * @kind: nick of a kind
 * @nick: the stable word
 * @text: what the file says for it
 *
 * Takes over a word of the file, which comes before what was known; a column has no other heading then. Kinds and
 * nicks that we do not know are passed over: a later Suivi may know more of them.
 */
void
suivi_scorecard_words_learn (SuiviScorecardWords *self, const char *kind, const char *nick, const char *text)
{
  if (strlen (text) > MAX_WORD || suivi_text_is_blank (text))
    return;

  for (guint i = 0; i < SUIVI_N_SCORECARD_WORD_KINDS; i++)
    {
      if (!g_str_equal (kinds[i].nick, kind))
        continue;
      for (guint value = 0; value < kinds[i].n_values; value++)
        {
          if (!g_str_equal (suivi_scorecard_word_to_nick (i, value), nick))
            continue;
          if (i == SUIVI_SCORECARD_WORD_COLUMN)
            g_hash_table_foreach_remove (self->meanings[i], means, GUINT_TO_POINTER (value + 1));
          learn (self, i, value, text);
        }
    }
}

/**
 * suivi_scorecard_words_find:
 * @text: what a cell says
 * @value: (out): what it means; set on success only
 *
 * Returns: whether the word is known
 */
gboolean
suivi_scorecard_words_find (SuiviScorecardWords *self,
                            SuiviScorecardWordKind kind,
                            const char *text,
                            guint *value)
{
  g_autofree char *word = NULL;
  gpointer found = NULL;

  if (strlen (text) > MAX_WORD)
    return FALSE;

  found = g_hash_table_lookup (self->meanings[kind], text);
  if (found == NULL)
    {
      word = normalise (text);
      found = g_hash_table_lookup (self->meanings[kind], word);
    }
  if (found == NULL)
    return FALSE;

  *value = GPOINTER_TO_UINT (found) - 1;
  return TRUE;
}
