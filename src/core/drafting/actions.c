/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/actions.h"
#include "core/drafting/list-marks.h"

/* "Continue to take measures to …": how many softeners are read one after the other. */
#define MAX_SOFTENERS 3

/* How many verbs can share an object ("prevent, investigate and punish"). */
#define MAX_PAIRED 6

/* How many words before the verb are read one by one. */
#define MAX_LEAD_IN 40

typedef struct
{
  const SuiviLexicon *lexicon;
  SuiviWords *words;
  GArray *frames;
} Reader;

static guint
skip_all (const SuiviLexicon *lexicon, SuiviWords *words, SuiviSection section, guint first)
{
  SuiviMatch match = { 0 };

  for (guint i = 0; i < MAX_LEAD_IN && suivi_lexicon_match (lexicon, section, words, first, &match); i++)
    first = match.end;

  return first;
}

/* "prevent, investigate and punish": verbs with nothing between them share their object (UPR Info's rule: of two verbs
 * at the beginning, the second decides). */
static void
read_pair (const SuiviLexicon *lexicon, SuiviWords *words, SuiviFoundAction *action)
{
  for (guint i = 0; i < MAX_PAIRED; i++)
    {
      guint next = action->end;
      guint barriers
        = SUIVI_GAP_SEMICOLON | SUIVI_GAP_STOP | SUIVI_GAP_COLON | SUIVI_GAP_OPEN | SUIVI_GAP_CLOSE;
      gboolean comma = FALSE;
      gboolean joined = FALSE;
      SuiviMatch match = { 0 };

      if (next >= words->n || (words->items[next].gap & barriers) != 0)
        return;
      comma = (words->items[next].gap & SUIVI_GAP_COMMA) != 0;
      joined = suivi_lexicon_match (lexicon, SUIVI_SECTION_JOINS, words, next, &match);
      if (joined)
        next = match.end;
      if (!comma && !joined)
        return;
      next = skip_all (lexicon, words, SUIVI_SECTION_ADVERBS, next);
      if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_VERBS, words, next, &match)
          || match.form != action->form)
        return;
      action->verb = match.entry;
      action->end = match.end;
    }
}

/**
 * suivi_actions_match_at:
 * @first: a word
 * @any_form: whether a verb in the form that follows others will do, too
 * @action: (out): set on success only
 *
 * Reads softeners, a verb and the verbs that share its object.
 *
 * Returns: whether a request begins with that word
 */
gboolean
suivi_actions_match_at (const SuiviLexicon *lexicon,
                        SuiviWords *words,
                        guint first,
                        gboolean any_form,
                        SuiviFoundAction *action)
{
  SuiviFoundAction found = { 0 };
  SuiviMatch softener = { 0 };
  SuiviMatch verb = { 0 };
  guint next = first;

  found.first = first;
  for (guint i = 0; i < MAX_SOFTENERS; i++)
    {
      if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_SOFTENERS, words, next, &softener))
        break;
      if (found.softener == NULL)
        found.softener = softener.entry;
      next = skip_all (lexicon, words, SUIVI_SECTION_ADVERBS, softener.end);
    }

  if (suivi_lexicon_match (lexicon, SUIVI_SECTION_VERBS, words, next, &verb)
      && (verb.form == 0 || any_form || found.softener != NULL)
      && !(found.softener != NULL && suivi_entry_has_flag (verb.entry, 2, "noun") && verb.form == 0
           && words->items[verb.end].gap & (SUIVI_GAP_STOP | SUIVI_GAP_SEMICOLON)))
    {
      found.verb = verb.entry;
      found.verb_first = next;
      found.end = verb.end;
      found.form = verb.form;
      read_pair (lexicon, words, &found);
      *action = found;
      return TRUE;
    }

  if (found.softener == NULL)
    return FALSE;

  /* No verb after it: its own verb is what is asked. */
  if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_VERBS, words, first, &verb)
      || (verb.form != 0 && !any_form))
    return FALSE;
  found.verb = verb.entry;
  found.verb_first = first;
  found.form = verb.form;
  found.end = verb.end;
  if (*suivi_entry_get_field (found.softener, 2) == '\0')
    {
      found.softener = NULL;
      read_pair (lexicon, words, &found);
    }
  else
    {
      found.end = MAX (softener.end, verb.end);
    }
  *action = found;

  return TRUE;
}

static gboolean
begins_segment (const Reader *self, guint i)
{
  guint gap = self->words->items[i].gap;
  SuiviMatch match = { 0 };

  if (i == 0 || (gap & (SUIVI_GAP_SEMICOLON | SUIVI_GAP_STOP)) != 0
      || suivi_list_mark_at (self->lexicon, self->words, i))
    return TRUE;

  return (gap & SUIVI_GAP_LINE) != 0 && self->words->items[i].capital
         && suivi_lexicon_match (self->lexicon, SUIVI_SECTION_VERBS, self->words, i, &match);
}

static gboolean
has_determiner (const Reader *self, guint word)
{
  SuiviMatch match = { 0 };

  return suivi_lexicon_match (self->lexicon, SUIVI_SECTION_DETERMINERS, self->words, word, &match);
}

static gboolean
is_noun_too (const SuiviFoundAction *action)
{
  return action->softener == NULL && action->verb != NULL && suivi_entry_has_flag (action->verb, 2, "noun");
}

static gboolean
find_modal (const Reader *self, guint first, guint end, guint *after)
{
  SuiviMatch match = { 0 };

  for (guint i = first; i < end; i++)
    {
      if (suivi_lexicon_match (self->lexicon, SUIVI_SECTION_MODALS, self->words, i, &match))
        {
          *after = match.end;
          return TRUE;
        }
    }

  return FALSE;
}

/* Steps over what may stand before the verb. */
static gboolean
skip_one (const Reader *self, guint *position)
{
  static const SuiviSection sections[]
    = { SUIVI_SECTION_LEAD_INS, SUIVI_SECTION_MODALS, SUIVI_SECTION_ADVERBS, SUIVI_SECTION_JOINS };
  const SuiviTimeFrame *frame = suivi_time_frames_at (self->frames, *position);
  SuiviMatch match = { 0 };

  if (frame != NULL)
    {
      *position = frame->end;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (suivi_lexicon_match (self->lexicon, sections[i], self->words, *position, &match))
        {
          *position = match.end;
          return TRUE;
        }
    }

  return FALSE;
}

/* The verb that a part of the text begins with, or that follows "should", or a comma. */
static gboolean
find_head (const Reader *self, guint first, guint end, SuiviFoundAction *action)
{
  guint position = MAX (first, MIN (self->words->n_leading, end));
  guint modal = 0;
  gboolean has_modal = find_modal (self, first, end, &modal);

  for (guint i = 0; i < MAX_LEAD_IN && position < end; i++)
    {
      /* "Support for victims should …" does not begin with a verb. */
      if (suivi_actions_match_at (self->lexicon, self->words, position, TRUE, action)
          && (!has_modal || modal <= position || !is_noun_too (action) || has_determiner (self, action->end)))
        return TRUE;
      if (!skip_one (self, &position))
        break;
    }

  if (has_modal && modal < end)
    {
      position = modal;
      for (guint i = 0; i < MAX_LEAD_IN && position < end; i++)
        {
          if (suivi_actions_match_at (self->lexicon, self->words, position, FALSE, action))
            return TRUE;
          if (!skip_one (self, &position))
            break;
        }
    }

  for (guint i = position; i < end; i++)
    {
      if ((self->words->items[i].gap & (SUIVI_GAP_COMMA | SUIVI_GAP_COLON)) != 0
          && suivi_actions_match_at (self->lexicon, self->words, i, FALSE, action)
          && (!is_noun_too (action) || has_determiner (self, action->end)))
        return TRUE;
    }

  return FALSE;
}

/* Reads what follows the head of a part: where it tells what for, and where another verb asks for something else. */
typedef struct
{
  SuiviFoundAction *last; /* the request that is open */
  const SuiviEntry *purpose;
} Clause;

static gboolean
begins_purpose (const Reader *self, guint position, const SuiviEntry **verb, guint *end)
{
  SuiviMatch match = { 0 };
  SuiviFoundAction action = { 0 };
  guint next = 0;

  if (!suivi_lexicon_match (self->lexicon, SUIVI_SECTION_PURPOSE, self->words, position, &match))
    return FALSE;
  next = skip_all (self->lexicon, self->words, SUIVI_SECTION_ADVERBS, match.end);
  if (!suivi_actions_match_at (self->lexicon, self->words, next, TRUE, &action))
    return FALSE;

  *verb = action.verb;
  *end = action.end;

  return TRUE;
}

/* "protection of", "la protección de": the form that follows other words is a noun. */
static gboolean
is_nominal (const Reader *self, const SuiviFoundAction *action)
{
  SuiviMatch match = { 0 };

  return action->form == 1 && action->end > action->verb_first + 1
         && suivi_lexicon_match (self->lexicon, SUIVI_SECTION_NAME_JOINS, self->words, action->end - 1,
                                 &match);
}

/* Whether the joined verb asks for something of its own. A hand check of the bare pattern "verb … and verb" on UPR
 * Info's rows found one in three to be "measures to X and Y": those are told by the words that begin a purpose. */
static gboolean
is_new_request (const Reader *self,
                const Clause *clause,
                const SuiviFoundAction *next,
                gboolean comma,
                gboolean joined,
                gboolean led_in)
{
  guint form = next->softener != NULL ? 0 : next->form;
  gboolean effort = clause->last->softener != NULL
                    && g_str_equal (suivi_entry_get_field (clause->last->softener, 1), "effort");

  /* "Consider ratifying A and adopt B": the form that asks begins anew after one that follows other words. Softeners
   * have no other. */
  if (next->verb == NULL || form > clause->last->form)
    return FALSE;
  /* "Consider allowing A, introducing B" tells how; "continue work on the promotion and protection of A" is one. */
  if (form == 1 && (!joined || (is_nominal (self, next) && !is_nominal (self, clause->last))))
    return FALSE;
  if (is_noun_too (next) && !led_in && !has_determiner (self, next->end))
    return FALSE;
  if (effort)
    return comma && joined && suivi_entry_has_flag (next->verb, 2, "check");
  if (clause->purpose == NULL)
    return joined || comma;
  if (!joined)
    return FALSE;
  if (suivi_entry_has_flag (next->verb, 2, "check")
      && !g_str_equal (suivi_entry_get_field (clause->purpose, 1), "5"))
    return TRUE;

  return comma && !led_in;
}

static gboolean
find_joined (const Reader *self, const Clause *clause, guint position, guint end, SuiviFoundAction *next)
{
  gboolean comma = (self->words->items[position].gap & SUIVI_GAP_COMMA) != 0;
  gboolean led_in = FALSE;
  gboolean joined = FALSE;
  SuiviMatch match = { 0 };
  guint start = position;
  const SuiviTimeFrame *frame = NULL;

  joined = suivi_lexicon_match (self->lexicon, SUIVI_SECTION_JOINS, self->words, position, &match);
  if (joined)
    start = match.end;
  if (!joined && !comma)
    return FALSE;

  frame = suivi_time_frames_at (self->frames, start);
  if (frame != NULL)
    start = frame->end;
  /* Without "and", "to" and its like begin a purpose. */
  if (joined && suivi_lexicon_match (self->lexicon, SUIVI_SECTION_LEAD_INS, self->words, start, &match))
    {
      led_in = TRUE;
      start = match.end;
    }
  start = skip_all (self->lexicon, self->words, SUIVI_SECTION_ADVERBS, start);
  /* ", including by": an example. */
  if (suivi_lexicon_match (self->lexicon, SUIVI_SECTION_EXAMPLES, self->words, start, &match))
    return FALSE;

  return start < end && suivi_actions_match_at (self->lexicon, self->words, start, TRUE, next)
         && is_new_request (self, clause, next, comma, joined, led_in);
}

static void
read_clause (const Reader *self, GArray *items, guint segment_first, guint end, gboolean listed)
{
  Clause clause = { 0 };
  guint position = 0;

  clause.last = &g_array_index (items, SuiviFoundAction, items->len - 1);
  position = clause.last->end;
  while (position < end)
    {
      SuiviFoundAction next = { 0 };
      guint after = 0;

      if (find_joined (self, &clause, position, end, &next))
        {
          clause.last->clause_end = position;
          next.segment_first = segment_first;
          next.listed = listed;
          g_array_append_val (items, next);
          clause.last = &g_array_index (items, SuiviFoundAction, items->len - 1);
          clause.purpose = NULL;
          position = next.end;
        }
      else if (begins_purpose (self, position, &clause.purpose, &after))
        {
          position = after;
        }
      else
        {
          position++;
        }
    }
  clause.last->clause_end = end;
}

/* "Ratify: (a) the first; (b) the second": what is listed has the verb of the introduction. */
static void
add_listed (SuiviActions *self, guint first, guint end)
{
  SuiviFoundAction action = { 0 };
  const SuiviFoundAction *before = &g_array_index (self->items, SuiviFoundAction, self->items->len - 1);

  action.verb = before->verb;
  action.softener = before->softener;
  action.verb_first = before->verb_first;
  action.first = first;
  action.end = end;
  action.clause_end = end;
  action.segment_first = first;
  action.listed = TRUE;
  action.shares_verb = TRUE;
  g_array_append_val (self->items, action);
}

static void
read_segment (const Reader *self, SuiviActions *actions, guint first, guint end)
{
  gboolean listed = suivi_list_mark_at (self->lexicon, self->words, first);
  guint start = listed ? first + 1 : first;
  SuiviFoundAction head = { 0 };

  if (start >= end)
    return;

  if (find_head (self, start, end, &head))
    {
      head.segment_first = start;
      head.listed = listed;
      g_array_append_val (actions->items, head);
      read_clause (self, actions->items, start, end, listed);
    }
  else if (listed && actions->items->len > 0)
    {
      add_listed (actions, start, end);
    }
  else if (actions->items->len > 0)
    {
      /* What asks for nothing by itself belongs to what was asked before. */
      g_array_index (actions->items, SuiviFoundAction, actions->items->len - 1).clause_end = end;
    }
  else
    {
      actions->intro_first = start;
      actions->intro_end = end;
    }
}

/* An introduction whose list has the objects is no request besides them. */
static void
drop_introduction (SuiviActions *self)
{
  for (guint i = 0; i + 1 < self->items->len; i++)
    {
      const SuiviFoundAction *action = &g_array_index (self->items, SuiviFoundAction, i);
      const SuiviFoundAction *next = &g_array_index (self->items, SuiviFoundAction, i + 1);

      if (!action->shares_verb && next->shares_verb && next->listed)
        {
          SuiviFoundAction *heir = &g_array_index (self->items, SuiviFoundAction, i + 1);

          heir->verb_first = action->verb_first;
          self->intro_first = action->segment_first;
          self->intro_end = action->clause_end;
          g_array_remove_index (self->items, i);
          return;
        }
    }
}

static const char *
get_treaty (SuiviWords *words, const SuiviMatch *match)
{
  const char *name = suivi_entry_get_field (match->entry, 0);

  return *name != '\0' ? name : words->items[match->first].folded;
}

/* "Ratify A, B and C": States often accept one treaty and note another, so each is a recommendation of its own. Between
 * them stand only commas, "and" and articles. */
static void
split_treaties (const Reader *self, SuiviActions *actions)
{
  SuiviFoundAction *only = &g_array_index (actions->items, SuiviFoundAction, 0);
  SuiviFoundAction whole = { 0 };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SuiviMatch));
  guint position = only->end;

  if (actions->items->len != 1 || only->verb == NULL || !suivi_entry_has_flag (only->verb, 2, "treaty"))
    return;

  while (position < only->clause_end)
    {
      SuiviMatch match = { 0 };

      if (suivi_lexicon_match (self->lexicon, SUIVI_SECTION_TREATIES, self->words, position, &match))
        {
          gboolean known = FALSE;

          for (guint i = 0; i < found->len; i++)
            known |= g_str_equal (get_treaty (self->words, &g_array_index (found, SuiviMatch, i)),
                                  get_treaty (self->words, &match));
          /* The acronym behind the name is no second treaty. */
          if (!known)
            g_array_append_val (found, match);
          position = match.end;
        }
      else if (suivi_lexicon_match (self->lexicon, SUIVI_SECTION_JOINS, self->words, position, &match)
               || suivi_lexicon_match (self->lexicon, SUIVI_SECTION_DETERMINERS, self->words, position,
                                       &match)
               || (found->len == 0
                   && suivi_lexicon_match (self->lexicon, SUIVI_SECTION_LEAD_INS, self->words, position,
                                           &match)))
        {
          position = match.end;
        }
      else
        {
          break;
        }
    }
  if (found->len < 2)
    return;

  whole = *only;
  g_array_set_size (actions->items, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const SuiviMatch *match = &g_array_index (found, SuiviMatch, i);
      SuiviFoundAction action = whole;

      action.shared_tail = position;
      action.shares_verb = i > 0;
      action.clause_end = match->end;
      if (i > 0)
        {
          action.first = match->first;
          action.end = match->end;
        }
      g_array_append_val (actions->items, action);
    }
}

/**
 * suivi_actions_find:
 * @frames: (element-type SuiviTimeFrame): the time frames of the text
 *
 * Finds what a text asks for. Several requests are told by (own wording of the team's list of signals, which refers to
 * UPR Info's rules on counting recommendations): a second verb that asks, joined by "and" or a comma; a semicolon
 * inside; lists with letters; a second sentence that asks; several treaties to ratify. Two verbs with one object
 * ("continue and strengthen"), "measures to X and Y", "including by" and several groups of people are one request.
 *
 * Returns: (transfer full): what was found
 */
SuiviActions *
suivi_actions_find (const SuiviLexicon *lexicon, SuiviWords *words, GArray *frames)
{
  SuiviActions *self = g_new0 (SuiviActions, 1);
  const Reader reader = { lexicon, words, frames };
  g_autoptr (GArray) questions = NULL;
  guint first = 0;

  self->items = g_array_new (FALSE, TRUE, sizeof (SuiviFoundAction));
  self->questions = g_array_new (FALSE, FALSE, sizeof (SuiviSpan));
  for (guint i = 1; i <= words->n; i++)
    {
      if (i < words->n && !begins_segment (&reader, i))
        continue;
      read_segment (&reader, self, first, i);
      first = i;
    }
  drop_introduction (self);
  if (self->items->len == 1)
    split_treaties (&reader, self);

  questions = suivi_lexicon_find_all (lexicon, SUIVI_SECTION_ALSO, words);
  for (guint i = 0; i < questions->len; i++)
    {
      const SuiviMatch *match = &g_array_index (questions, SuiviMatch, i);
      SuiviSpan span = suivi_words_get_span (words, match->first, match->end);

      g_array_append_val (self->questions, span);
    }

  return self;
}

/**
 * suivi_actions_free:
 * @self: (nullable) (transfer full): actions
 */
void
suivi_actions_free (SuiviActions *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_array_unref (self->questions);
  g_free (self);
}
