/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/list-marks.h"
#include "core/drafting/reading.h"
#include "core/drafting/specificity.h"

static gboolean
is_inside (GArray *matches, guint *cursor, guint word)
{
  while (*cursor < matches->len && g_array_index (matches, SuiviMatch, *cursor).end <= word)
    (*cursor)++;

  return *cursor < matches->len && g_array_index (matches, SuiviMatch, *cursor).first <= word;
}

/* "1,000", "10.000": whether the next word is three more digits of the same number. */
static gboolean
is_thousands (const SuiviWord *word)
{
  return (word[1].gap == SUIVI_GAP_COMMA || word[1].gap == SUIVI_GAP_DOT) && word[1].plain_number
         && strlen (word[1].folded) == 3;
}

/* A number that counts something: not the number of an article, a year, a date, or of the recommendation itself. */
static guint
match_count (SuiviReading *self, guint first)
{
  const SuiviWord *word = &self->words->items[first];
  SuiviMatch match = { 0 };

  if (first < self->words->n_leading || suivi_list_number_at (self->lexicon, self->words, first))
    return 0;
  /* "31/04/2027", "2025/14": dates that are none, files. */
  if (word->plain_number
      && ((word->gap == SUIVI_GAP_SLASH && first > 0 && word[-1].plain_number)
          || (word[1].gap == SUIVI_GAP_SLASH && word[1].plain_number)))
    return 0;
  if ((self->words->items[first + 1].gap & SUIVI_GAP_PERCENT) != 0 && word->plain_number)
    return first + 1;
  if (word->plain_number && is_thousands (word))
    {
      guint end = first + 1;

      while (is_thousands (&self->words->items[end - 1]))
        end++;
      return end;
    }
  if (word->plain_number)
    return strlen (word->folded) != 4 || word->number < 1900 || word->number > 2199 ? first + 1 : 0;
  if (suivi_lexicon_match (self->lexicon, SUIVI_SECTION_NUMBERS, self->words, first, &match)
      && g_ascii_strtoull (suivi_entry_get_field (match.entry, 0), NULL, 10) > 1)
    return match.end;

  return 0;
}

static gboolean
is_inside_frame (GArray *frames, guint *cursor, guint word)
{
  while (*cursor < frames->len && g_array_index (frames, SuiviTimeFrame, *cursor).end <= word)
    (*cursor)++;

  return *cursor < frames->len && g_array_index (frames, SuiviTimeFrame, *cursor).first <= word;
}

/* Numbers, percentages and words of measuring (facts: SMART, "measurable": number, adoption, ratification, budget line
 * or indicator named). */
static GArray *
find_measures (SuiviReading *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SuiviSpan));
  g_autoptr (GArray) others = suivi_lexicon_find_all (self->lexicon, SUIVI_SECTION_NOT_MEASURES, self->words);
  guint other = 0;
  guint frame = 0;
  guint law = 0;
  guint i = 0;

  while (i < self->words->n)
    {
      SuiviMatch match = { 0 };
      guint end = 0;

      if (is_inside (others, &other, i) || is_inside_frame (self->frames, &frame, i)
          || is_inside (self->named->instruments, &law, i))
        {
          i++;
          continue;
        }
      if (suivi_lexicon_match (self->lexicon, SUIVI_SECTION_MEASURES, self->words, i, &match))
        end = match.end;
      else
        end = match_count (self, i);
      if (end > 0)
        {
          SuiviSpan span = suivi_words_get_span (self->words, i, end);

          g_array_append_val (spans, span);
        }
      i = MAX (end, i + 1);
    }

  return spans;
}

/* Acts of which one can look up whether they were done, on something that is named: ratification, adoption, repeal. */
static void
find_checkable_acts (SuiviReading *self)
{
  for (guint i = 0; i < self->actions->items->len; i++)
    {
      const SuiviFoundAction *action = suivi_reading_get_action (self, i);

      if (action->verb != NULL && action->softener == NULL && suivi_entry_has_flag (action->verb, 2, "check")
          && !suivi_specificity_is_wish (self->lexicon, self->words, action)
          && (suivi_matches_within (self->named->instruments, action->end, action->clause_end)
              || suivi_matches_within (self->named->others, action->end, action->clause_end)
              || suivi_matches_within (self->named->instruments, action->first, action->end)))
        {
          SuiviSpan span = suivi_reading_get_verb_span (self, action);

          g_array_append_val (self->measures, span);
        }
    }
}

/**
 * suivi_reading_new:
 * @text: valid UTF-8
 * @support: (nullable): what stands beside it; copied but for its texts, which must live as long
 *
 * Returns: (transfer full): what was read; the category is for the caller to fill in
 */
SuiviReading *
suivi_reading_new (const char *text, const SuiviLexicon *lexicon, const SuiviSupport *support)
{
  SuiviReading *self = g_new0 (SuiviReading, 1);

  self->lexicon = lexicon;
  self->words = suivi_words_new (text);
  if (support != NULL)
    self->support = *support;
  self->frames = suivi_time_frames_find (lexicon, self->words, support);
  self->actions = suivi_actions_find (lexicon, self->words, self->frames);
  self->named = suivi_named_things_find (lexicon, self->words);
  self->vague = suivi_lexicon_find_all (lexicon, SUIVI_SECTION_VAGUE, self->words);
  self->measures = find_measures (self);
  find_checkable_acts (self);
  self->indicators = suivi_lexicon_find_all (lexicon, SUIVI_SECTION_INDICATORS, self->words);

  return self;
}

/**
 * suivi_reading_free:
 * @self: (nullable) (transfer full): a reading
 */
void
suivi_reading_free (SuiviReading *self)
{
  if (self == NULL)
    return;

  suivi_words_free (self->words);
  g_array_unref (self->frames);
  suivi_actions_free (self->actions);
  suivi_named_things_free (self->named);
  g_array_unref (self->vague);
  g_array_unref (self->measures);
  g_array_unref (self->indicators);
  g_free (self);
}

/**
 * suivi_reading_get_action:
 *
 * Returns: (transfer none) (nullable): the request with that number; %NULL if there are not so many
 */
const SuiviFoundAction *
suivi_reading_get_action (SuiviReading *self, guint index)
{
  return index < self->actions->items->len ? &g_array_index (self->actions->items, SuiviFoundAction, index)
                                           : NULL;
}

/**
 * suivi_reading_is_compound:
 *
 * Returns: whether the text asks for several things
 */
gboolean
suivi_reading_is_compound (SuiviReading *self)
{
  return self->actions->items->len > 1;
}

/**
 * suivi_reading_is_softened:
 *
 * Returns: whether something takes the force out of the first request ("take measures to adopt")
 */
gboolean
suivi_reading_is_softened (SuiviReading *self)
{
  const SuiviFoundAction *action = suivi_reading_get_action (self, 0);

  return action != NULL && action->softener != NULL;
}

/* The word after a time frame, "should" or an adverb that begins there; 0 if none does. @weighs: whether it is more than an
 * adverb. */
static guint
skip_preface (SuiviReading *self, guint word, gboolean *weighs)
{
  const SuiviTimeFrame *frame = suivi_time_frames_at (self->frames, word);
  SuiviMatch match = { 0 };

  if (frame != NULL)
    {
      *weighs |= frame->kind != SUIVI_TIME_FRAME_SOON;
      return frame->end;
    }
  if (suivi_lexicon_match (self->lexicon, SUIVI_SECTION_MODALS, self->words, word, &match))
    {
      *weighs = TRUE;
      return match.end;
    }

  return suivi_lexicon_match (self->lexicon, SUIVI_SECTION_ADVERBS, self->words, word, &match) ? match.end
                                                                                               : 0;
}

/**
 * suivi_reading_get_preface:
 *
 * Returns: the character at which the first request begins, if its time frame or "should" stands just before it; else 0
 */
guint
suivi_reading_get_preface (SuiviReading *self)
{
  const SuiviFoundAction *action = suivi_reading_get_action (self, 0);
  gboolean weighs = FALSE;
  guint i = 0;

  if (action == NULL)
    return 0;

  while (i < action->first)
    {
      guint end = skip_preface (self, i, &weighs);

      if (end == 0)
        weighs = FALSE;
      i = MAX (end, i + 1);
    }

  return weighs && i == action->first ? self->words->items[action->first].start : 0;
}

/**
 * suivi_reading_find_frame:
 *
 * Returns: (transfer none) (nullable): the first time frame of that kind
 */
const SuiviTimeFrame *
suivi_reading_find_frame (SuiviReading *self, SuiviTimeFrameKind kind)
{
  for (guint i = 0; i < self->frames->len; i++)
    {
      const SuiviTimeFrame *frame = &g_array_index (self->frames, SuiviTimeFrame, i);

      if (frame->kind == kind)
        return frame;
    }

  return NULL;
}

static gboolean
has_time_frame (SuiviReading *self)
{
  return suivi_reading_find_frame (self, SUIVI_TIME_FRAME_DATE) != NULL
         || suivi_reading_find_frame (self, SUIVI_TIME_FRAME_EVENT) != NULL;
}

/**
 * suivi_reading_judge:
 *
 * Specific: a defined act (category 5), only one, nothing that takes the force out of it, and something named.
 * Measurable: something that can be counted or looked up. Time-bound: a time frame that is not over. Achievable and
 * relevant only a person can judge, even when means are written down and evidence is linked: that they are there says
 * nothing of whether they are enough. Sources: Factsheet 3 on SMART recommendations; The Butterfly Effect, "SMART UPR
 * Recommendations".
 *
 * Returns: the state of a criterion
 */
SuiviCriterionState
suivi_reading_judge (SuiviReading *self, SuiviCriterion criterion)
{
  gboolean met = FALSE;

  switch (criterion)
    {
    case SUIVI_CRITERION_SPECIFIC:
      met = self->category == 5 && self->actions->items->len == 1 && !suivi_reading_is_softened (self)
            && suivi_named_things_any (self->named);
      break;
    case SUIVI_CRITERION_MEASURABLE:
      met = self->measures->len > 0;
      break;
    case SUIVI_CRITERION_TIME_BOUND:
      met = has_time_frame (self);
      break;
    case SUIVI_CRITERION_ACHIEVABLE:
    case SUIVI_CRITERION_RELEVANT:
    default:
      return SUIVI_CRITERION_STATE_PERSON;
    }

  return met ? SUIVI_CRITERION_STATE_MET : SUIVI_CRITERION_STATE_TO_IMPROVE;
}

/**
 * suivi_reading_get_verb_span:
 *
 * Returns: where the words stand that ask: the verb with what makes it weak or strong
 */
SuiviSpan
suivi_reading_get_verb_span (SuiviReading *self, const SuiviFoundAction *action)
{
  return suivi_words_get_span (self->words, action->first, MAX (action->end, action->first + 1));
}

/**
 * suivi_reading_get_text:
 *
 * Returns: (transfer full): the words there
 */
char *
suivi_reading_get_text (SuiviReading *self, SuiviSpan span)
{
  return suivi_words_slice (self->words, span.start, span.end);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const SuiviSpan *span_a = a;
  const SuiviSpan *span_b = b;

  if (span_a->start != span_b->start)
    return span_a->start < span_b->start ? -1 : 1;

  return span_a->end < span_b->end ? -1 : span_a->end > span_b->end;
}

/* In the order of the text, what overlaps made one. */
static void
tidy_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      SuiviSpan *last = &g_array_index (spans, SuiviSpan, kept);
      const SuiviSpan *span = &g_array_index (spans, SuiviSpan, i);

      if (span->start < last->end)
        last->end = MAX (last->end, span->end);
      else
        g_array_index (spans, SuiviSpan, ++kept) = *span;
    }
  if (spans->len > 0)
    g_array_set_size (spans, kept + 1);
}

static void
add_matches (SuiviReading *self, GArray *matches, GArray *spans)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const SuiviMatch *match = &g_array_index (matches, SuiviMatch, i);
      SuiviSpan span = suivi_words_get_span (self->words, match->first, match->end);

      g_array_append_val (spans, span);
    }
}

static void
add_frames (SuiviReading *self, GArray *spans)
{
  gboolean met = has_time_frame (self);

  for (guint i = 0; i < self->frames->len; i++)
    {
      const SuiviTimeFrame *frame = &g_array_index (self->frames, SuiviTimeFrame, i);
      SuiviSpan span = suivi_words_get_span (self->words, frame->first, frame->end);

      if (!met || frame->kind == SUIVI_TIME_FRAME_DATE || frame->kind == SUIVI_TIME_FRAME_EVENT)
        g_array_append_val (spans, span);
    }
}

/**
 * suivi_reading_list_spans:
 *
 * Returns: (transfer full) (element-type SuiviSpan): the words that the judgement on a criterion goes by, in the order
 * of the text. Specific: the verbs and, while it is not met, what is vague; measurable: what can be counted, or what an
 * indicator is known for; achievable: who could act; relevant: none; time-bound: the time frames
 */
GArray *
suivi_reading_list_spans (SuiviReading *self, SuiviCriterion criterion)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SuiviSpan));

  switch (criterion)
    {
    case SUIVI_CRITERION_SPECIFIC:
      for (guint i = 0; i < self->actions->items->len; i++)
        {
          SuiviSpan span = suivi_reading_get_verb_span (self, suivi_reading_get_action (self, i));

          g_array_append_val (spans, span);
        }
      if (suivi_reading_judge (self, criterion) != SUIVI_CRITERION_STATE_MET)
        add_matches (self, self->vague, spans);
      break;
    case SUIVI_CRITERION_MEASURABLE:
      if (self->measures->len > 0)
        g_array_append_vals (spans, self->measures->data, self->measures->len);
      else
        add_matches (self, self->indicators, spans);
      break;
    case SUIVI_CRITERION_ACHIEVABLE:
      add_matches (self, self->named->actors, spans);
      break;
    case SUIVI_CRITERION_TIME_BOUND:
      add_frames (self, spans);
      break;
    case SUIVI_CRITERION_RELEVANT:
    default:
      break;
    }
  tidy_spans (spans);

  return spans;
}
