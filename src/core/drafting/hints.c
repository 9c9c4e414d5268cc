/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/drafting/hints.h"

/* Where rules come from. Titles of publications; not translated. */
#define FACTSHEET_3 "Child Rights Connect and UPR Info, Factsheet 3, S.M.A.R.T. recommendations"
#define CATEGORIES  "UPR Info, Database: Action category (2014)"
#define BEYOND      "UPR Info, Beyond Promises, 2.3"
#define COUNTS      "UPR Info database, sessions 1–20: counts by first verb"
#define SDG         "SDG indicators about children (UNICEF)"
#define SIGNALS     "Suivi: signals of compound recommendations"
#define ASSIGNABLE  "IMPACT OSS: SMART with A for assignable"

/* So many hints of one kind are enough for one text. */
#define MAX_PER_RULE 20

static void
free_hint (gpointer data)
{
  SuiviHint *hint = data;

  g_free (hint->rule);
  g_free (hint->words);
  g_free (hint->message);
  g_free (hint->suggestion);
  g_free (hint->source);
  g_free (hint);
}

/* Takes message and suggestion. */
static void
add_hint (SuiviReading *self,
          GPtrArray *hints,
          const char *rule,
          SuiviCriterion criterion,
          const SuiviSpan *span,
          char *message,
          char *suggestion,
          const char *source)
{
  SuiviHint *hint = g_new0 (SuiviHint, 1);

  hint->rule = g_strdup (rule);
  hint->criterion = criterion;
  if (span != NULL)
    hint->span = *span;
  hint->words = suivi_reading_get_text (self, hint->span);
  hint->message = message;
  hint->suggestion = suggestion;
  hint->source = g_strdup (source);
  g_ptr_array_add (hints, hint);
}

static char *
write_verb (const char *name, gboolean capital)
{
  GString *out = g_string_new (NULL);

  g_string_append_unichar (out,
                           capital ? g_unichar_totitle (g_utf8_get_char (name)) : g_utf8_get_char (name));
  g_string_append (out, g_utf8_next_char (name));

  return g_string_free (out, FALSE);
}

/* "Consider ratifying" → "Ratify": the verb that was softened, alone. Only a verb that asks for something definite is
 * better alone, and only one verb can be put in its place. */
static char *
suggest_verb (SuiviReading *self, const SuiviFoundAction *action)
{
  SuiviMatch match = { 0 };

  if (action->verb == NULL || action->verb_first <= action->first
      || !g_str_equal (suivi_entry_get_field (action->verb, 1), "5")
      || suivi_entry_has_flag (action->verb, 2, "gap"))
    return NULL;
  if (!suivi_lexicon_match (self->lexicon, SUIVI_SECTION_VERBS, self->words, action->verb_first, &match)
      || match.end != action->end)
    return NULL;

  return write_verb (action->verb->name, self->words->items[action->first].capital);
}

static const char *
get_softener_message (const char *reason)
{
  if (g_str_equal (reason, "thought"))
    return _ (
      "“%s” asks only to think about it, and a State that thinks has done its part. Ask for the act itself.");
  if (g_str_equal (reason, "no-change"))
    return _ (
      "“%s” asks for no change: it is easy to accept and cannot fail. Name the next step and a date.");
  if (g_str_equal (reason, "try"))
    return _ ("“%s” asks to try, not to do. Ask for the act itself.");
  if (g_str_equal (reason, "outside"))
    return _ ("“%s” asks for help or exchange. Keep it only if that is the point.");

  return _ ("“%s” does not say which measure. Name the law, plan, body or budget.");
}

static const char *
get_verb_message (const char *reason)
{
  if (g_str_equal (reason, "thought"))
    return _ ("“%s” asks only to think. Ask for the act itself: ratify, adopt, amend, publish…");
  if (g_str_equal (reason, "no-change"))
    return _ ("“%s” asks for no change. Name the next step and a date.");
  if (g_str_equal (reason, "result"))
    return _ (
      "“%s” names a result without the way to it. Name the law, body, plan or budget that brings it about.");
  if (g_str_equal (reason, "outside"))
    return _ ("“%s” is aimed at others or at help from outside. Keep it only if that is the point.");

  return _ ("“%s” is general: any small act would do. Say what is to be done, how much and by when.");
}

static const char *
get_vague_message (const char *reason)
{
  if (g_str_equal (reason, "loose"))
    return _ ("“%s” lets the State decide whether and when. Leave it out.");
  if (g_str_equal (reason, "degree"))
    return _ ("“%s” can mean anything. Say how much, or by what one would see it.");
  if (g_str_equal (reason, "try"))
    return _ ("“%s” asks to try, not to do. Ask for the act itself.");

  return _ ("“%s” does not say which measure. Name the law, plan, body or budget.");
}

/* Takes the place of "%s" in one of the messages above. */
static char *
fill_in (const char *message, const char *words)
{
  GString *out = g_string_new (message);

  g_string_replace (out, "%s", words, 1);

  return g_string_free (out, FALSE);
}

/* Whether an example makes the first, general request specific (UPR Info's rule AC4), so that its verb is no fault. */
static gboolean
is_saved_by_example (SuiviReading *self, guint index)
{
  return index == 0 && self->category == 5;
}

static gboolean
add_verb_hint (SuiviReading *self, GPtrArray *hints, guint index)
{
  const SuiviFoundAction *action = suivi_reading_get_action (self, index);
  SuiviSpan span = suivi_reading_get_verb_span (self, action);
  g_autofree char *words = suivi_reading_get_text (self, span);
  const char *reason = NULL;

  if (action->shares_verb)
    return FALSE;
  if (action->softener != NULL)
    {
      span = suivi_words_get_span (self->words, action->first, MAX (action->end, action->first + 1));
      add_hint (self, hints, "softened-verb", SUIVI_CRITERION_SPECIFIC, &span,
                fill_in (get_softener_message (suivi_entry_get_field (action->softener, 1)), words),
                suggest_verb (self, action), BEYOND);
      return TRUE;
    }

  reason = self->category == 1 && index == 0 ? "outside" : suivi_entry_get_field (action->verb, 3);
  if (*reason == '\0' || is_saved_by_example (self, index))
    return FALSE;
  add_hint (self, hints, "weak-verb", SUIVI_CRITERION_SPECIFIC, &span,
            fill_in (get_verb_message (reason), words), NULL,
            g_str_equal (reason, "general") ? COUNTS : CATEGORIES);

  return TRUE;
}

static gboolean
overlaps_action (SuiviReading *self, const SuiviMatch *match)
{
  for (guint i = 0; i < MIN (self->actions->items->len, MAX_PER_RULE); i++)
    {
      const SuiviFoundAction *action = suivi_reading_get_action (self, i);

      if (!action->shares_verb && match->first < action->end && match->end > action->first)
        return TRUE;
    }

  return FALSE;
}

static void
add_vague_hints (SuiviReading *self, GPtrArray *hints)
{
  guint n = 0;

  for (guint i = 0; i < self->vague->len && n < MAX_PER_RULE; i++)
    {
      const SuiviMatch *match = &g_array_index (self->vague, SuiviMatch, i);
      SuiviSpan span = suivi_words_get_span (self->words, match->first, match->end);
      g_autofree char *words = NULL;

      if (overlaps_action (self, match))
        continue;
      words = suivi_reading_get_text (self, span);
      add_hint (self, hints, "vague-words", SUIVI_CRITERION_SPECIFIC, &span,
                fill_in (get_vague_message (suivi_entry_get_field (match->entry, 0)), words), NULL,
                FACTSHEET_3);
      n++;
    }
}

static void
add_compound_hints (SuiviReading *self, GPtrArray *hints)
{
  guint n = self->actions->items->len;

  if (n > 1)
    {
      SuiviSpan span = suivi_reading_get_verb_span (self, suivi_reading_get_action (self, 1));

      add_hint (
        self, hints, "compound", SUIVI_CRITERION_SPECIFIC, &span,
        g_strdup_printf (ngettext ("This asks for %u thing.",
                                   "This asks for %u things. Make each a recommendation of its own: a State "
                                   "can then support one and note another.",
                                   n),
                         n),
        NULL, SIGNALS);
      return;
    }
  for (guint i = 0; i < MIN (self->actions->questions->len, MAX_PER_RULE); i++)
    {
      SuiviSpan span = g_array_index (self->actions->questions, SuiviSpan, i);
      g_autofree char *words = suivi_reading_get_text (self, span);

      add_hint (
        self, hints, "maybe-compound", SUIVI_CRITERION_SPECIFIC, &span,
        g_strdup_printf (_ ("Does “%s” bring in a second request? Then make it a recommendation of its own."),
                         words),
        NULL, SIGNALS);
    }
}

static void
add_specific_hints (SuiviReading *self, GPtrArray *hints)
{
  gboolean weak = FALSE;

  if (self->actions->items->len == 0)
    {
      add_hint (self, hints, "no-action", SUIVI_CRITERION_SPECIFIC, NULL,
                g_strdup (
                  _ ("No request was found. Begin with the verb of what the State is to do: ratify, adopt, "
                     "amend, publish…")),
                NULL, CATEGORIES);
      add_vague_hints (self, hints);
      return;
    }

  if (self->actions->items->len > 1)
    add_compound_hints (self, hints);
  for (guint i = 0; i < MIN (self->actions->items->len, MAX_PER_RULE); i++)
    weak |= add_verb_hint (self, hints, i);
  if (!weak && self->category < 5)
    {
      SuiviSpan span = suivi_reading_get_verb_span (self, suivi_reading_get_action (self, 0));

      add_hint (self, hints, "not-specific", SUIVI_CRITERION_SPECIFIC, &span,
                g_strdup (_ ("What is to be done stays open. Name the law, plan, body or budget.")), NULL,
                CATEGORIES);
    }
  if (!suivi_named_things_any (self->named))
    add_hint (self, hints, "nothing-named", SUIVI_CRITERION_SPECIFIC, NULL,
              g_strdup (
                _ ("Say which right or violation it is about, and name the law, body, plan or group.")),
              NULL, FACTSHEET_3);
  add_vague_hints (self, hints);
  if (self->actions->items->len == 1)
    add_compound_hints (self, hints);
}

static void
add_measurable_hints (SuiviReading *self, GPtrArray *hints)
{
  if (self->measures->len > 0)
    return;

  for (guint i = 0; i < MIN (self->indicators->len, 3); i++)
    {
      const SuiviMatch *match = &g_array_index (self->indicators, SuiviMatch, i);
      SuiviSpan span = suivi_words_get_span (self->words, match->first, match->end);

      add_hint (self, hints, "sdg-indicator", SUIVI_CRITERION_MEASURABLE, &span,
                /* Translators: the number of an SDG indicator, and what it counts */
                g_strdup_printf (
                  _ ("How would one see that it was done? SDG indicator %s could tell: %s. Write today's "
                     "figure and the one to reach."),
                  suivi_entry_get_field (match->entry, 0), suivi_entry_get_field (match->entry, 1)),
                NULL, SDG);
    }
  if (self->indicators->len == 0)
    add_hint (
      self, hints, "no-measure", SUIVI_CRITERION_MEASURABLE, NULL,
      g_strdup (
        _ ("How would one see that it was done? Add a number, a share, a budget line or an indicator, or "
           "name the law or treaty to adopt.")),
      NULL, FACTSHEET_3);
}

static void
add_support_hints (SuiviReading *self, GPtrArray *hints)
{
  if (!self->support.has_means)
    add_hint (
      self, hints, "no-means", SUIVI_CRITERION_ACHIEVABLE, NULL,
      g_strdup (
        _ ("Write down which means it takes: money, staff, help. Only what a State has no means for, alone "
           "or with help, cannot be achieved; lack of will does not count.")),
      NULL, FACTSHEET_3);
  if (self->named->actors->len == 0)
    add_hint (self, hints, "no-actor", SUIVI_CRITERION_ACHIEVABLE, NULL,
              g_strdup (_ ("Nobody is named who is to act. Name the ministry or body, if you can.")), NULL,
              ASSIGNABLE);
  if (self->support.n_evidence == 0)
    add_hint (self, hints, "no-evidence", SUIVI_CRITERION_RELEVANT, NULL,
              g_strdup (
                _ ("Link the evidence that shows the problem in this country, and what children or other "
                   "mechanisms said about it.")),
              NULL, FACTSHEET_3);
}

static void
add_time_hints (SuiviReading *self, GPtrArray *hints)
{
  static const struct
  {
    SuiviTimeFrameKind kind;
    const char *rule;
    const char *message;
  } faults[] = {
    { SUIVI_TIME_FRAME_PAST, "past-deadline", N_ ("“%s” is over. Give a date before the next review.") },
    { SUIVI_TIME_FRAME_SOON, "no-date",
      N_ ("“%s” is no time frame: nobody can say when it is over. Give a date.") },
  };
  gboolean met = suivi_reading_judge (self, SUIVI_CRITERION_TIME_BOUND) == SUIVI_CRITERION_STATE_MET;
  gboolean said = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      const SuiviTimeFrame *frame = suivi_reading_find_frame (self, faults[i].kind);

      if (frame != NULL && (!met || faults[i].kind == SUIVI_TIME_FRAME_PAST))
        {
          SuiviSpan span = suivi_words_get_span (self->words, frame->first, frame->end);
          g_autofree char *words = suivi_reading_get_text (self, span);

          add_hint (self, hints, faults[i].rule, SUIVI_CRITERION_TIME_BOUND, &span,
                    fill_in (_ (faults[i].message), words), NULL, FACTSHEET_3);
          said = TRUE;
        }
    }
  if (!met && !said)
    add_hint (self, hints, "no-deadline", SUIVI_CRITERION_TIME_BOUND, NULL,
              g_strdup (_ ("By when? Give a date before the next review, such as the end of a year.")), NULL,
              FACTSHEET_3);
}

/**
 * suivi_hints_find:
 *
 * Returns: (transfer full) (element-type SuiviHint): the hints, in the order of the criteria, the weightiest of each
 * first
 */
GPtrArray *
suivi_hints_find (SuiviReading *reading)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func (free_hint);

  if (reading->words->n > 0)
    {
      add_specific_hints (reading, hints);
      add_measurable_hints (reading, hints);
    }
  add_support_hints (reading, hints);
  if (reading->words->n > 0)
    add_time_hints (reading, hints);

  return hints;
}

static char *
summarise_specific (SuiviReading *self)
{
  const SuiviFoundAction *action = suivi_reading_get_action (self, 0);
  guint n = self->actions->items->len;
  g_autofree char *words = NULL;

  if (action == NULL)
    return g_strdup (_ ("no request found: begin with a verb"));
  if (n > 1)
    return g_strdup_printf (ngettext ("asks for %u thing", "asks for %u things: split it", n), n);

  words = suivi_reading_get_text (self, suivi_reading_get_verb_span (self, action));
  if (self->category == 5 && suivi_reading_is_softened (self))
    return g_strdup_printf (_ ("“%s”: ask for the act itself"), words);
  if (self->category == 5 && suivi_named_things_any (self->named))
    return g_strdup_printf (_ ("one clear action: “%s”"), words);
  switch (self->category)
    {
    case 1:
      return g_strdup_printf (_ ("“%s”: asks for help or exchange"), words);
    case 2:
      return g_strdup_printf (_ ("“%s”: asks for no change"), words);
    case 3:
      return g_strdup_printf (_ ("“%s”: asks only to think"), words);
    case 4:
      return g_strdup_printf (_ ("“%s”: what is to be done stays open"), words);
    default:
      return g_strdup (_ ("name the law, body, plan or group"));
    }
}

static char *
summarise_measurable (SuiviReading *self)
{
  g_autoptr (GArray) spans = suivi_reading_list_spans (self, SUIVI_CRITERION_MEASURABLE);
  g_autofree char *words = NULL;

  if (self->measures->len == 0)
    return g_strdup (_ ("nothing to measure: add a number or an indicator"));

  words = suivi_reading_get_text (self, g_array_index (spans, SuiviSpan, 0));

  return g_strdup_printf (_ ("can be checked: “%s”"), words);
}

static char *
summarise_time (SuiviReading *self)
{
  static const SuiviTimeFrameKind order[]
    = { SUIVI_TIME_FRAME_DATE, SUIVI_TIME_FRAME_EVENT, SUIVI_TIME_FRAME_PAST, SUIVI_TIME_FRAME_SOON };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const SuiviTimeFrame *frame = suivi_reading_find_frame (self, order[i]);
      g_autofree char *words = NULL;

      if (frame == NULL)
        continue;
      words = suivi_reading_get_text (self, suivi_words_get_span (self->words, frame->first, frame->end));
      if (order[i] == SUIVI_TIME_FRAME_PAST)
        return g_strdup_printf (_ ("“%s” is over: give a new date"), words);
      if (order[i] == SUIVI_TIME_FRAME_SOON)
        return g_strdup_printf (_ ("“%s” is no date: add one"), words);

      return g_strdup_printf (_ ("time frame: “%s”"), words);
    }

  return g_strdup (_ ("no time frame: add a date"));
}

/**
 * suivi_hints_summarise:
 *
 * Returns: (transfer full): one short phrase on a criterion, for a row of a list
 */
char *
suivi_hints_summarise (SuiviReading *reading, SuiviCriterion criterion)
{
  guint n = reading->support.n_evidence;

  switch (criterion)
    {
    case SUIVI_CRITERION_ACHIEVABLE:
      return g_strdup (reading->support.has_means ? _ ("the means are written down: are they enough?")
                                                  : _ ("the means are not written down"));
    case SUIVI_CRITERION_RELEVANT:
      if (n == 0)
        return g_strdup (_ ("nothing is linked yet"));
      return g_strdup_printf (ngettext ("%u source is linked: does it show the problem?",
                                        "%u sources are linked: do they show the problem?", n),
                              n);
    case SUIVI_CRITERION_SPECIFIC:
    case SUIVI_CRITERION_MEASURABLE:
    case SUIVI_CRITERION_TIME_BOUND:
    default:
      break;
    }

  if (reading->words->n == 0)
    return g_strdup (_ ("nothing is written yet"));
  if (criterion == SUIVI_CRITERION_SPECIFIC)
    return summarise_specific (reading);

  return criterion == SUIVI_CRITERION_MEASURABLE ? summarise_measurable (reading) : summarise_time (reading);
}
