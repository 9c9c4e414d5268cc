/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/sentence-cut.h"

/* How often words that can part a sentence are looked at, and how far after them one sees what they bring. */
#define MAX_TRIES 8
#define PEEK      80

/* How many lines can turn out to be wrong before what was found is left as it is. */
#define MAX_ROUNDS 4

typedef struct
{
  const SuiviGrammar *grammar;
  const char *text;     /* what stands after the verb, with a space at its beginning */
  const char *deadline; /* (nullable): where words stand that write() can have made of the deadline */
  gsize deadline_length;
  const char *deadline_value;
  gboolean *banned; /* lines that do not fit */
  gboolean lenient; /* whether words count that may be there by chance */
} Reader;

/* Where a line of the grammar was found in the text. */
typedef struct
{
  guint index;
  const char *at;    /* its first byte, a space or comma */
  const char *after; /* where the part begins */
  const char *restored;
} Found;

static char *
peek (const char *p)
{
  const char *end = p;

  for (guint i = 0; i < PEEK && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strndup (p, end - p);
}

/* Single words such as "for" and "from" are everywhere: after them a group must name people at once, a figure
 * must have a number. */
static gboolean
is_likely (Reader *self, const SuiviSentenceLine *line, const char *p)
{
  gboolean figure = line->part == SUIVI_SENTENCE_BASELINE || line->part == SUIVI_SENTENCE_TARGET;
  SuiviSection section = figure ? SUIVI_SECTION_NUMBERS : SUIVI_SECTION_GROUPS;
  g_autofree char *text = NULL;
  g_autoptr (SuiviWords) words = NULL;
  SuiviMatch match = { 0 };
  guint reach = figure ? 6 : 4;

  if (self->lenient || (!figure && line->part != SUIVI_SENTENCE_GROUP)
      || strchr (line->before + strspn (line->before, ", "), ' ') != NULL)
    return TRUE;

  text = peek (p);
  words = suivi_words_new (text);
  /* "for enhancing the rights of women" */
  if (!figure && suivi_lexicon_match (self->grammar->lexicon, SUIVI_SECTION_VERBS, words, 0, &match))
    return FALSE;
  for (guint i = 0; i < MIN (words->n, reach); i++)
    {
      if (suivi_lexicon_match (self->grammar->lexicon, section, words, i, &match)
          || (figure && words->items[i].number >= 0))
        return TRUE;
    }

  return FALSE;
}

/* What write() would have done with the parts before this place. */
static gboolean
may_stand_here (Reader *self, guint index, SuiviSentence *known, guint n_known)
{
  const SuiviSentenceLine *line = g_ptr_array_index (self->grammar->lines, index);

  if (suivi_grammar_holds (self->grammar, line, known, n_known) == SUIVI_TRUTH_NO)
    return FALSE;
  for (guint i = 0; i < index; i++)
    {
      const SuiviSentenceLine *earlier = g_ptr_array_index (self->grammar->lines, i);

      if (earlier->part == line->part
          && suivi_grammar_holds (self->grammar, earlier, known, n_known) == SUIVI_TRUTH_YES)
        return FALSE;
    }

  return TRUE;
}

static gboolean
ends_here (Reader *self, const char *p, guint first)
{
  if (*p == '\0')
    return TRUE;

  for (guint i = first; i < self->grammar->lines->len; i++)
    {
      const char *restored = NULL;

      if (suivi_grammar_match_before (self->grammar, g_ptr_array_index (self->grammar->lines, i), p,
                                      &restored)
          > 0)
        return TRUE;
    }

  return FALSE;
}

static void
set_part (SuiviSentence *sentence,
          SuiviSentencePart part,
          const char *restored,
          const char *begin,
          const char *end)
{
  g_autofree char *piece = g_strndup (begin, end - begin);
  g_autofree char *whole = g_strconcat (restored, *restored != '\0' ? " " : "", piece, NULL);
  g_autofree char *tidy = suivi_sentence_tidy (whole);

  suivi_sentence_set (sentence, part, tidy);
}

/* Looks for the words of a line behind what was found last. */
static gboolean
find_line (Reader *self, const Found *last, SuiviSentence *known, guint index, Found *found)
{
  const SuiviSentenceLine *line = g_ptr_array_index (self->grammar->lines, index);
  const SuiviSentenceLine *open = g_ptr_array_index (self->grammar->lines, last->index);
  guint tries = 0;

  if (line->part == SUIVI_SENTENCE_DEADLINE)
    {
      if (self->deadline == NULL || self->deadline < last->after)
        return FALSE;
      found->index = index;
      found->at = self->deadline;
      found->after = self->deadline + self->deadline_length;
      found->restored = "";
      return ends_here (self, found->after, index + 1);
    }
  if (*line->before == '\0' || *suivi_sentence_get (known, line->part) != '\0' || open->part == line->part)
    return FALSE;

  for (const char *p = last->after; *p != '\0' && tries < MAX_TRIES; p = g_utf8_next_char (p))
    {
      const char *restored = NULL;
      gsize length = 0;
      g_autoptr (SuiviSentence) so_far = NULL;

      if (*p != ' ' && *p != ',')
        continue;
      length = suivi_grammar_match_before (self->grammar, line, p, &restored);
      if (length == 0)
        continue;
      tries++;
      if (!is_likely (self, line, p + length))
        continue;
      so_far = suivi_sentence_copy (known);
      set_part (so_far, open->part, last->restored, last->after, p);
      if (!may_stand_here (self, index, so_far, last->index + 1))
        continue;
      found->index = index;
      found->at = p;
      found->after = p + length;
      found->restored = restored;
      return TRUE;
    }

  return FALSE;
}

/* The next place where the sentence can be parted: the first one in the text. */
static gboolean
find_next (Reader *self, const Found *last, SuiviSentence *known, Found *next)
{
  gboolean any = FALSE;

  for (guint i = last->index + 1; i < self->grammar->lines->len; i++)
    {
      Found found = { 0 };

      if (!self->banned[i] && find_line (self, last, known, i, &found) && (!any || found.at < next->at))
        {
          *next = found;
          any = TRUE;
        }
    }

  return any;
}

/* Returns whether nothing is lost by that: behind the deadline there must be no more words. */
static gboolean
take_part (Reader *self, SuiviSentence *sentence, const Found *found, const char *end)
{
  const SuiviSentenceLine *line = g_ptr_array_index (self->grammar->lines, found->index);

  if (line->part != SUIVI_SENTENCE_DEADLINE)
    {
      set_part (sentence, line->part, found->restored, found->after, end);
      return TRUE;
    }

  suivi_sentence_set (sentence, line->part, self->deadline_value);

  return found->after == end;
}

/* What to change when words behind the deadline would be lost. */
static void
give_way (Reader *self)
{
  if (self->lenient)
    self->deadline = NULL;
  self->lenient = TRUE;
}

/* Cuts the text at the words of the lines, in their order. Bans the lines where write() would not have put
 * the part. */
static gboolean
cut (Reader *self, SuiviSentence *sentence)
{
  Found last = { 0 };
  Found next = { 0 };
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean complete = TRUE;
  gboolean fits = TRUE;

  last.at = self->text;
  last.after = self->text;
  last.restored = "";
  while (find_next (self, &last, sentence, &next))
    {
      complete &= take_part (self, sentence, &last, next.at);
      g_array_append_val (used, next.index);
      last = next;
    }
  complete &= take_part (self, sentence, &last, self->text + strlen (self->text));
  if (!complete)
    {
      give_way (self);
      return FALSE;
    }

  for (guint i = 0; i < used->len; i++)
    {
      guint index = g_array_index (used, guint, i);
      const SuiviSentenceLine *line = g_ptr_array_index (self->grammar->lines, index);

      if (suivi_grammar_choose_line (self->grammar, sentence, line->part) != line)
        {
          self->banned[index] = TRUE;
          fits = FALSE;
        }
    }

  return fits;
}

/**
 * suivi_sentence_cut:
 * @text: what stands after the verb, with a space at its beginning
 * @deadline: (nullable): the space before words in @text that say by when, as suivi_sentence_write() would
 * have it
 * @deadline_length: how many bytes they are with the space
 * @value: (nullable): what the form holds for them
 *
 * Cuts a text into parts at the words of the grammar. The deadline counts only where suivi_sentence_write()
 * would have put it; elsewhere its words stay in the part that they are in.
 *
 * Returns: (transfer full): the parts, without verb
 */
SuiviSentence *
suivi_sentence_cut (const SuiviGrammar *grammar,
                    const char *text,
                    const char *deadline,
                    gsize deadline_length,
                    const char *value)
{
  g_autofree gboolean *banned = g_new0 (gboolean, grammar->lines->len);
  Reader reader = { grammar, text, deadline, deadline_length, value, banned, FALSE };
  SuiviSentence *sentence = NULL;

  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      sentence = suivi_sentence_new ();
      if (cut (&reader, sentence))
        return sentence;
      suivi_sentence_free (sentence);
    }

  sentence = suivi_sentence_new ();
  set_part (sentence, SUIVI_SENTENCE_OBJECT, "", text, text + strlen (text));

  return sentence;
}
