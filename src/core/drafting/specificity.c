/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/specificity.h"

#define MINIMAL  1
#define GENERAL  4
#define SPECIFIC 5

/* How far from the verb the noun is that tells what is adopted: "adopt all the necessary legal measures". */
#define OBJECT_REACH 6

/* How far the words that say more are looked for. */
#define MAX_CLAUSE 400

static guint
get_category (const SuiviEntry *entry, guint field)
{
  return (guint) g_ascii_strtoull (suivi_entry_get_field (entry, field), NULL, 10);
}

static gboolean
find_within (const SuiviLexicon *lexicon,
             SuiviSection section,
             SuiviWords *words,
             guint first,
             guint end,
             SuiviMatch *match)
{
  for (guint i = first; i < MIN (end, first + MAX_CLAUSE); i++)
    {
      if (suivi_lexicon_match (lexicon, section, words, i, match))
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_specificity_is_wish:
 *
 * Looks at the object of a verb such as "adopt" or "establish": what comes first, a law or body, or "measures"? UPR
 * Info's coders took "adopt" for general in half of the cases (count over its database: 655 of 1,357).
 *
 * Returns: whether it leaves open what is to be adopted
 */
gboolean
suivi_specificity_is_wish (const SuiviLexicon *lexicon, SuiviWords *words, const SuiviFoundAction *action)
{
  guint end = MIN (action->clause_end, action->end + OBJECT_REACH);

  if (action->verb == NULL || !suivi_entry_has_flag (action->verb, 2, "wish"))
    return FALSE;

  for (guint i = action->end; i < end; i++)
    {
      SuiviMatch match = { 0 };

      if (suivi_lexicon_match (lexicon, SUIVI_SECTION_WISHES, words, i, &match))
        return TRUE;
      if (suivi_lexicon_match (lexicon, SUIVI_SECTION_LAWS, words, i, &match)
          || suivi_lexicon_match (lexicon, SUIVI_SECTION_BODIES, words, i, &match)
          || suivi_lexicon_match (lexicon, SUIVI_SECTION_TREATIES, words, i, &match)
          || suivi_lexicon_match (lexicon, SUIVI_SECTION_PURPOSE, words, i, &match))
        return FALSE;
    }

  return FALSE;
}

/* AC4: "…, including by amending the family code": the verb that names an act. */
static gboolean
find_example (const SuiviLexicon *lexicon,
              SuiviWords *words,
              const SuiviFoundAction *action,
              SuiviMatch *example)
{
  for (guint i = action->end; i < MIN (action->clause_end, action->end + MAX_CLAUSE); i++)
    {
      SuiviMatch by = { 0 };
      SuiviMatch adverb = { 0 };
      guint next = 0;

      if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_EXAMPLES, words, i, &by))
        continue;
      next = by.end;
      if (suivi_lexicon_match (lexicon, SUIVI_SECTION_ADVERBS, words, next, &adverb))
        next = adverb.end;
      if (suivi_lexicon_match (lexicon, SUIVI_SECTION_VERBS, words, next, example) && example->form == 1
          && get_category (example->entry, 1) == SPECIFIC)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_specificity_names_amount:
 *
 * "Allocate" and "increase" are general in most cases, since most recommendations name no amount (UPR Info's counts: 80 and
 * 82 %); the six of sessions 1–5, 10–13 and 17–20 that name a percentage were all coded as specific.
 *
 * Returns: whether the first request is for an amount and says how much
 */
gboolean
suivi_specificity_names_amount (SuiviReading *reading)
{
  const SuiviFoundAction *action = suivi_reading_get_action (reading, 0);
  SuiviSpan clause = { 0 };

  if (action == NULL || action->softener != NULL || !suivi_entry_has_flag (action->verb, 2, "amount"))
    return FALSE;

  clause = suivi_words_get_span (reading->words, action->first, MAX (action->clause_end, action->first + 1));
  for (guint i = 0; i < reading->measures->len; i++)
    {
      const SuiviSpan *span = &g_array_index (reading->measures, SuiviSpan, i);
      g_autofree char *words = suivi_reading_get_text (reading, *span);

      if (span->start > clause.start && span->end <= clause.end && g_ascii_isdigit (*words))
        return TRUE;
    }

  return FALSE;
}

static guint
judge_verb (SuiviReading *self, const SuiviFoundAction *action)
{
  guint category = get_category (action->verb, 1);
  SuiviMatch match = { 0 };

  if (category == SPECIFIC && suivi_specificity_is_wish (self->lexicon, self->words, action))
    return GENERAL;
  if (suivi_entry_has_flag (action->verb, 2, "aid")
      && find_within (self->lexicon, SUIVI_SECTION_AID, self->words, action->end, action->clause_end, &match))
    return MINIMAL;
  if (suivi_entry_has_flag (action->verb, 2, "law")
      && suivi_matches_within (self->named->instruments, action->end, action->clause_end))
    return SPECIFIC;
  if (suivi_specificity_names_amount (self))
    return SPECIFIC;

  return category;
}

/**
 * suivi_specificity_find:
 * @spans: (out) (transfer full) (element-type SuiviSpan): the words that decided
 *
 * UPR Info's action category by its own rules ("Database: Action category", October 2014) and by counts over its
 * database. AC1: the first verb and the whole action decide. AC2: of two actions, the first. AC3: of two verbs at the
 * beginning, the second. AC4: a general wish with specific examples is specific. AC5: who recommends does not matter.
 * AC6: to adopt "measures" or "a policy" is general. AC7: to consider stays 3, whatever follows. AC8: to seek, share or
 * request is minimal only when aimed at help or exchange. AC9: to review is to consider, unless a named law is to be
 * revised. To allocate is specific with an amount.
 *
 * Returns: 1 to 5; a text that asks for nothing is general (4)
 */
guint
suivi_specificity_find (SuiviReading *reading, GArray **spans)
{
  const SuiviFoundAction *action = suivi_reading_get_action (reading, 0);
  SuiviMatch example = { 0 };
  SuiviSpan span = { 0 };
  guint category = GENERAL;

  *spans = g_array_new (FALSE, FALSE, sizeof (SuiviSpan));
  if (action == NULL)
    return GENERAL;

  span = suivi_reading_get_verb_span (reading, action);
  g_array_append_val (*spans, span);
  category = action->softener != NULL ? get_category (action->softener, 0) : judge_verb (reading, action);
  if (category == GENERAL && find_example (reading->lexicon, reading->words, action, &example))
    {
      category = SPECIFIC;
      span = suivi_words_get_span (reading->words, example.first, example.end);
      g_array_append_val (*spans, span);
    }

  return category;
}
