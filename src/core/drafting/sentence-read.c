/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/actions.h"
#include "core/drafting/sentence-cut.h"

/* A longer text is more than a sentence; it is not taken apart. */
#define MAX_READ 3000

/* How many time frames are tried for the deadline. */
#define MAX_FRAMES 8

static gboolean
is_next_review (const SuiviGrammar *grammar, SuiviWords *words, const SuiviTimeFrame *frame)
{
  SuiviMatch match = { 0 };

  return suivi_lexicon_match (grammar->lexicon, SUIVI_SECTION_TIME_FRAMES, words, frame->first, &match)
         && g_str_equal (suivi_entry_get_field (match.entry, 0), "next-review");
}

/* What the form holds for a time frame: the shortest value that gives these very words, or at least the same
 * day.
 * @exact: whether it gives these very words. */
static char *
read_frame (const SuiviGrammar *grammar, SuiviWords *words, const SuiviTimeFrame *frame, gboolean *exact)
{
  static const char *const formats[] = { "%Y", "%Y-%m", "%Y-%m-%d" };
  SuiviSpan span = suivi_words_get_span (words, frame->first, frame->end);
  g_autofree char *text = suivi_words_slice (words, span.start, span.end);
  char value[16] = "";

  *exact = FALSE;
  if (is_next_review (grammar, words, frame))
    {
      g_autofree char *written = suivi_grammar_write_deadline (grammar, "next-review", NULL);

      *exact = g_str_equal (written, text);
      return g_strdup ("next-review");
    }
  if (frame->kind != SUIVI_TIME_FRAME_DATE && frame->kind != SUIVI_TIME_FRAME_PAST)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats) && !*exact; i++)
    {
      g_autofree char *written = NULL;

      g_date_strftime (value, sizeof value, formats[i], &frame->last_day);
      written = suivi_grammar_write_deadline (grammar, value, NULL);
      *exact = g_str_equal (written, text);
    }

  return g_strdup (value);
}

/* What may stand before the verb: "The Ministry of Justice should", "By 2028,", "We recommend to". */
static gboolean
is_lead_in (const SuiviGrammar *grammar, SuiviWords *words, GArray *frames, guint end)
{
  static const SuiviSection sections[]
    = { SUIVI_SECTION_LEAD_INS, SUIVI_SECTION_MODALS, SUIVI_SECTION_ACTORS,
        SUIVI_SECTION_ADVERBS,  SUIVI_SECTION_JOINS,  SUIVI_SECTION_DETERMINERS };
  guint i = words->n_leading;
  gboolean modal = FALSE;
  gboolean unknown = FALSE;

  while (i < end)
    {
      const SuiviTimeFrame *frame = suivi_time_frames_at (frames, i);
      SuiviMatch match = { 0 };
      guint next = frame != NULL ? frame->end : 0;

      for (gsize j = 0; j < G_N_ELEMENTS (sections) && next == 0; j++)
        {
          if (suivi_lexicon_match (grammar->lexicon, sections[j], words, i, &match))
            {
              next = match.end;
              modal |= sections[j] == SUIVI_SECTION_MODALS;
            }
        }
      /* A name, as that of the State, which "should" do something. */
      if (next == 0 && !words->items[i].capital)
        return FALSE;
      unknown |= next == 0;
      i = MAX (next, i + 1);
    }

  return modal || !unknown;
}

/* In small letters, unless it is an acronym. */
static char *
uncapitalise (const char *text)
{
  GString *out = NULL;
  const char *rest = text;

  if (*text == '\0')
    return g_strdup ("");

  rest = g_utf8_next_char (text);
  if (g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (text);
  out = g_string_new (NULL);
  g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (text)));
  g_string_append (out, rest);

  return g_string_free (out, FALSE);
}

/* "The Ministry of Justice should …": who should act. */
static char *
read_subject (const SuiviGrammar *grammar, SuiviWords *words, guint end)
{
  for (guint i = words->n_leading; i < end; i++)
    {
      SuiviMatch match = { 0 };
      SuiviMatch article = { 0 };
      SuiviSpan span = { 0 };
      g_autofree char *text = NULL;
      gboolean has_article = FALSE;

      if (!suivi_lexicon_match (grammar->lexicon, SUIVI_SECTION_ACTORS, words, i, &match) || match.end > end)
        continue;
      has_article
        = i > words->n_leading
          && suivi_lexicon_match (grammar->lexicon, SUIVI_SECTION_DETERMINERS, words, i - 1, &article);
      span = suivi_words_get_span (words, has_article ? i - 1 : i, match.end);
      text = suivi_words_slice (words, span.start, span.end);
      return has_article ? uncapitalise (text) : g_steal_pointer (&text);
    }

  return g_strdup ("");
}

/* The verb, with @end the word after it. As written where the sentence begins with it, or several share an
 * object ("prevent and punish"), so that writing it again gives the same sentence; else, as after "should",
 * its dictionary form. A weak verb stays: "consider" is the verb of "consider ratifying", and the form tells
 * what is weak about it. */
static char *
read_verb (const SuiviGrammar *grammar, SuiviWords *words, const SuiviFoundAction *action, guint *end)
{
  SuiviMatch alone = { 0 };
  SuiviSpan span = { 0 };
  g_autofree char *text = NULL;
  gboolean known = suivi_lexicon_match (grammar->lexicon, SUIVI_SECTION_VERBS, words, action->first, &alone);

  *end = known && action->softener != NULL ? alone.end : action->end;
  if (known && *end == alone.end && (alone.form != 0 || action->first > words->n_leading))
    return g_strdup (alone.entry->name);

  span = suivi_words_get_span (words, action->first, *end);
  text = suivi_words_slice (words, span.start, span.end);

  return uncapitalise (text);
}

/* "accede to" is offered with its preposition: then it belongs to the verb. Returns what is left of @rest. */
static const char *
complete_verb (const SuiviGrammar *grammar, const char *rest, char **verb)
{
  for (guint i = 0; i < grammar->verbs->len; i++)
    {
      const char *offered = ((SuiviEntry *) g_ptr_array_index (grammar->verbs, i))->name;
      const char *more = g_str_has_prefix (offered, *verb) ? offered + strlen (*verb) : "";

      if (*more == ' ' && g_str_has_prefix (rest, more) && rest[strlen (more)] == ' ')
        {
          g_free (*verb);
          *verb = g_strdup (offered);
          return rest + strlen (more);
        }
    }

  return rest;
}

/* A time frame that stands elsewhere is taken out of the words around it. Returns what is left; with @value,
 * what the form holds for it. */
static char *
take_frame_out (const SuiviGrammar *grammar, const char *text, char **value)
{
  g_autoptr (SuiviWords) words = suivi_words_new (text);
  g_autoptr (GArray) frames = suivi_time_frames_find (grammar->lexicon, words, NULL);

  for (guint i = 0; i < frames->len; i++)
    {
      const SuiviTimeFrame *frame = &g_array_index (frames, SuiviTimeFrame, i);
      SuiviSpan span = suivi_words_get_span (words, frame->first, frame->end);
      gboolean exact = FALSE;

      *value = read_frame (grammar, words, frame, &exact);
      if (*value != NULL)
        {
          const char *begin = g_utf8_offset_to_pointer (text, span.start);
          const char *end = g_utf8_offset_to_pointer (text, span.end);

          while (begin > text && (begin[-1] == ' ' || begin[-1] == ','))
            begin--;
          return g_strdup_printf ("%.*s%s", (int) (begin - text), text, end);
        }
    }

  return NULL;
}

/* What stands after the verb, with the deadline where write() puts it, or else wherever it is. */
static SuiviSentence *
read_rest (const SuiviGrammar *grammar, const char *text)
{
  g_autoptr (SuiviWords) words = suivi_words_new (text);
  g_autoptr (GArray) frames = suivi_time_frames_find (grammar->lexicon, words, NULL);
  g_autofree char *value = NULL;
  g_autofree char *rest = NULL;
  SuiviSentence *sentence = NULL;

  for (guint i = 0; i < MIN (frames->len, MAX_FRAMES); i++)
    {
      const SuiviTimeFrame *frame = &g_array_index (frames, SuiviTimeFrame, i);
      SuiviSpan span = suivi_words_get_span (words, frame->first, frame->end);
      g_autofree char *exactly = NULL;
      const char *at = NULL;
      gboolean exact = FALSE;

      exactly = read_frame (grammar, words, frame, &exact);
      if (!exact || span.start == 0)
        continue;
      at = g_utf8_offset_to_pointer (text, span.start - 1);
      sentence
        = suivi_sentence_cut (grammar, text, at, g_utf8_offset_to_pointer (text, span.end) - at, exactly);
      if (*sentence->deadline != '\0')
        return sentence;
      suivi_sentence_free (sentence);
    }

  rest = take_frame_out (grammar, text, &value);
  sentence = suivi_sentence_cut (grammar, rest != NULL ? rest : text, NULL, 0, NULL);
  if (value != NULL)
    suivi_sentence_set (sentence, SUIVI_SENTENCE_DEADLINE, value);

  return sentence;
}

/* What stands before the verb: who should act, and maybe by when. */
static void
read_lead_in (const SuiviGrammar *grammar, SuiviWords *words, guint end, SuiviSentence *sentence)
{
  SuiviSpan span = suivi_words_get_span (words, 0, end);
  g_autofree char *text = suivi_words_slice (words, 0, span.end);
  g_autofree char *subject = read_subject (grammar, words, end);
  g_autofree char *value = NULL;
  g_autofree char *rest = take_frame_out (grammar, text, &value);

  if (*sentence->actor == '\0')
    suivi_sentence_set (sentence, SUIVI_SENTENCE_ACTOR, subject);
  if (rest != NULL && *sentence->deadline == '\0')
    suivi_sentence_set (sentence, SUIVI_SENTENCE_DEADLINE, value);
}

/* "Digitise the registers": a verb that nobody wrote into the lexicon, but an article follows. Returns the
 * word after it, the first word if there is no such verb. */
static guint
skip_unknown_verb (const SuiviGrammar *grammar, SuiviWords *words, guint first)
{
  SuiviMatch match = { 0 };

  if (first + 1 < words->n && words->items[first].capital && words->items[first + 1].gap == SUIVI_GAP_SPACE
      && words->items[first + 1].number < 0
      && !suivi_lexicon_match (grammar->lexicon, SUIVI_SECTION_DETERMINERS, words, first, &match)
      && !suivi_lexicon_match (grammar->lexicon, SUIVI_SECTION_PURPOSE, words, first, &match)
      && suivi_lexicon_match (grammar->lexicon, SUIVI_SECTION_DETERMINERS, words, first + 1, &match))
    return first + 1;

  return first;
}

/* A text in which no request was found. */
static SuiviSentence *
read_without_action (const SuiviGrammar *grammar, const char *text, SuiviWords *words)
{
  guint first = MIN (words->n_leading, words->n - 1);
  guint object = skip_unknown_verb (grammar, words, first);
  g_autofree char *verb = suivi_words_slice (words, words->items[first].start, words->items[object].start);
  g_autofree char *tidy = suivi_sentence_tidy (verb);
  g_autofree char *small = uncapitalise (tidy);
  g_autofree char *rest
    = g_strconcat (" ", g_utf8_offset_to_pointer (text, words->items[object].start), NULL);
  SuiviSentence *sentence = read_rest (grammar, rest);

  suivi_sentence_set (sentence, SUIVI_SENTENCE_VERB, small);

  return sentence;
}

/**
 * suivi_sentence_read:
 * @text: valid UTF-8: a recommendation
 * @language: (nullable): its language: "en", "fr", "es"; another, or %NULL, counts as English
 *
 * Reads a recommendation into the form, as well as it can: what suivi_sentence_write() made, read and written
 * again, is the same sentence. Of other texts it finds the verb, who should act, the time frame wherever it
 * stands, and the parts that are led in by the words of data/drafting/sentence-en.txt; what cannot be told
 * apart is left in the object. Of a text that asks for several things only the first verb is read: see
 * suivi_analysis_is_compound().
 *
 * Returns: (transfer full): the form; empty for an empty text
 */
SuiviSentence *
suivi_sentence_read (const char *text, const char *language)
{
  const SuiviGrammar *grammar = suivi_grammar_get (language);
  g_autofree char *tidy = NULL;
  g_autofree char *verb = NULL;
  const char *rest = NULL;
  g_autoptr (SuiviWords) words = NULL;
  g_autoptr (GArray) frames = NULL;
  g_autoptr (SuiviActions) actions = NULL;
  const SuiviFoundAction *action = NULL;
  SuiviSentence *sentence = NULL;
  guint end = 0;

  g_return_val_if_fail (text != NULL, NULL);

  tidy = suivi_sentence_tidy (text);
  if (g_utf8_strlen (tidy, -1) > MAX_READ)
    {
      sentence = suivi_sentence_new ();
      suivi_sentence_set (sentence, SUIVI_SENTENCE_OBJECT, tidy);
      return sentence;
    }

  words = suivi_words_new (tidy);
  if (words->n == 0)
    return suivi_sentence_new ();
  frames = suivi_time_frames_find (grammar->lexicon, words, NULL);
  actions = suivi_actions_find (grammar->lexicon, words, frames);
  if (actions->items->len > 0)
    action = &g_array_index (actions->items, SuiviFoundAction, 0);

  if (action == NULL || action->verb == NULL || action->end > words->n
      || !is_lead_in (grammar, words, frames, action->first))
    return read_without_action (grammar, tidy, words);

  verb = read_verb (grammar, words, action, &end);
  rest = complete_verb (grammar, g_utf8_offset_to_pointer (tidy, words->items[end - 1].end), &verb);
  sentence = read_rest (grammar, rest);
  suivi_sentence_set (sentence, SUIVI_SENTENCE_VERB, verb);
  if (action->first > 0)
    read_lead_in (grammar, words, action->first, sentence);

  return sentence;
}
