/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/drafting/sentence-grammar.h"

#define SPECIFIC 5

/* What is said of a verb for the note that data/drafting/sentence-en.txt gives it, for a flag of the lexicon,
 * or for the reason why it is weak. Sources: UPR Info, "Database: Action category" (2014), Beyond Promises
 * 2.3, and counts of first verbs in UPR Info's database, sessions 1–20. */
static const struct
{
  const char *name;
  const char *reason;
  const char *instead;
} advice[] = {
  { "treaty", N_ ("One legal act that lists of treaties show."), NULL },
  { "not-binding", N_ ("Can be checked, but binds nobody yet: to ratify is stronger."), NULL },
  { "named", N_ ("Strong with the name of a law, plan or decision; general without."), NULL },
  { "body", N_ ("A body exists or it does not."), NULL },
  { "number", N_ ("Strong with a number: say which age, or how much."), NULL },
  { "amount", N_ ("Strong with a sum or a share; most that name none count as general."), NULL },
  { "wish", N_ ("Strong with a named law, plan or body; weak with “measures” or “a policy”."), NULL },
  { "check", N_ ("A defined act: afterwards one can see whether it was done."), NULL },
  { "strong", N_ ("Names what is to be done."), NULL },
  { "law", N_ ("Asks only to think, unless a named law is to be changed."),
    N_ ("Amend: name the article of the law and what it should say.") },
  { "publish", N_ ("Asks only to think."),
    N_ ("Ask for the study to be published by a date, and for what follows from it.") },
  { "figure", N_ ("General: any small act would do."),
    N_ ("Name the indicator, and the figure to reach by when.") },
  { "thought", N_ ("Asks only to think: a State that thinks has done its part."),
    N_ ("Ask for the act itself: ratify, adopt, amend, publish…") },
  { "no-change", N_ ("Asks for no change: easy to accept, and it cannot fail."),
    N_ ("Name the next step and a date.") },
  { "result", N_ ("Names a result without the way to it."),
    N_ ("Name the law, body, plan or budget that brings it about.") },
  { "outside", N_ ("Aimed at help or exchange from outside."),
    N_ ("Keep it only if help or exchange is the point.") },
  { "general", N_ ("General: any small act would do."),
    N_ ("Say what is to be done, how much and by when.") },
};

static guint
find_advice (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (advice); i++)
    {
      if (g_str_equal (advice[i].name, name))
        return i;
    }

  return G_N_ELEMENTS (advice) - 1;
}

/* What the lexicon knows of a verb. */
static const SuiviEntry *
find_verb (const SuiviGrammar *grammar, const char *verb)
{
  g_autoptr (SuiviWords) words = suivi_words_new (verb);
  SuiviMatch match = { 0 };

  return suivi_lexicon_match (grammar->lexicon, SUIVI_SECTION_VERBS, words, 0, &match) ? match.entry : NULL;
}

static const char *
choose_note (const SuiviEntry *known, const char *note, gboolean strong)
{
  static const char *const flags[] = { "treaty", "wish", "check" };

  if (*note != '\0')
    return note;
  if (!strong)
    return known == NULL                            ? "general"
           : suivi_entry_has_flag (known, 2, "aid") ? "outside"
                                                    : suivi_entry_get_field (known, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      if (suivi_entry_has_flag (known, 2, flags[i]))
        return flags[i];
    }

  return "strong";
}

static int
compare_strength (gconstpointer a, gconstpointer b)
{
  const SuiviVerbAdvice *advice_a = *(SuiviVerbAdvice *const *) a;
  const SuiviVerbAdvice *advice_b = *(SuiviVerbAdvice *const *) b;

  if (advice_a->strong != advice_b->strong)
    return advice_a->strong ? -1 : 1;
  if (advice_a->category != advice_b->category && !advice_a->strong)
    return advice_a->category > advice_b->category ? -1 : 1;

  return 0;
}

/**
 * suivi_verb_advice_list:
 * @language: (nullable): language of the draft: "en", "fr", "es"; another, or %NULL, counts as English
 *
 * The verbs that the form offers. Whether a verb is strong is what the analyser goes by too: category 5 in
 * the lexicon. A verb that becomes specific by naming a sum ("allocate") counts as strong.
 *
 * Returns: (transfer full) (element-type SuiviVerbAdvice): the verbs, the strong ones first, then the weak
 * ones from category 4 down; what they say is in the user's language
 */
GPtrArray *
suivi_verb_advice_list (const char *language)
{
  const SuiviGrammar *grammar = suivi_grammar_get (language);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < grammar->verbs->len; i++)
    {
      const SuiviEntry *offered = g_ptr_array_index (grammar->verbs, i);
      const SuiviEntry *known = find_verb (grammar, offered->name);
      const char *note = suivi_entry_get_field (offered, 0);
      SuiviVerbAdvice *verb = g_new0 (SuiviVerbAdvice, 1);
      guint index = 0;

      verb->verb = offered->name;
      if (known != NULL)
        verb->category = (guint) g_ascii_strtoull (suivi_entry_get_field (known, 1), NULL, 10);
      if (known != NULL && suivi_entry_has_flag (known, 2, "aid"))
        verb->category = 1;
      verb->strong = verb->category == SPECIFIC || g_str_equal (note, "amount");
      index = find_advice (choose_note (known, note, verb->strong));
      verb->reason = _ (advice[index].reason);
      verb->instead = verb->strong || advice[index].instead == NULL ? NULL : _ (advice[index].instead);
      g_ptr_array_add (list, verb);
    }
  g_ptr_array_sort (list, compare_strength);

  return list;
}
