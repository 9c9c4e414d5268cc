/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/actions.h"

/* A longer object is not said again in place of "it". */
#define MAX_REPEATED 12

typedef struct
{
  const SuiviActions *actions;
  const SuiviLexicon *lexicon;
  SuiviWords *words;
  gboolean stop; /* whether the text ends with a full stop */
} Builder;

/* Takes off what joins a part to the next, and the bracket of the next letter. */
static char *
trim (char *text)
{
  char *end = text + strlen (text);

  while (end > text)
    {
      char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION
          && (c >= 0x80 || strchr (",;:.([", (int) c) == NULL))
        break;
      end = last;
    }
  *end = '\0';

  return g_strchug (text);
}

static char *
cut (const Builder *self, guint first, guint end)
{
  guint last = 0;

  if (first >= end)
    return g_strdup ("");

  /* Up to the next word, so that closing brackets and "%" stay. */
  last = end < self->words->n ? self->words->items[end].start : self->words->items[self->words->n].end;

  return trim (suivi_words_slice (self->words, self->words->items[first].start, last));
}

static char *
change_first (const char *text, gboolean capital)
{
  gunichar first = g_utf8_get_char (text);
  GString *out = g_string_new (NULL);

  if (*text == '\0')
    return g_string_free (out, FALSE);

  g_string_append_unichar (out, capital ? g_unichar_totitle (first) : g_unichar_tolower (first));
  g_string_append (out, g_utf8_next_char (text));

  return g_string_free (out, FALSE);
}

/* What stands before the first verb of its part of the text and belongs to every verb there: "By 2028, ", "The Ministry
 * should ". A mere "to" or "that" does not. */
static char *
get_prefix (const Builder *self, const SuiviFoundAction *action)
{
  guint begin = action->segment_first;
  guint end = action->first;
  SuiviMatch match = { 0 };
  g_autofree char *text = NULL;
  gboolean comma = FALSE;

  for (guint i = 0; i < self->actions->items->len; i++)
    {
      const SuiviFoundAction *other = &g_array_index (self->actions->items, SuiviFoundAction, i);

      if (other->segment_first == action->segment_first)
        {
          end = other->first;
          break;
        }
    }
  while (begin < end
         && (self->words->items[begin].plain_number
             || suivi_lexicon_match (self->lexicon, SUIVI_SECTION_JOINS, self->words, begin, &match)))
    begin++;
  if (action->listed && end - begin < 2)
    {
      begin = self->actions->intro_first;
      end = self->actions->intro_end;
    }
  if (end - begin < 2)
    return g_strdup ("");

  text = suivi_words_slice (self->words, self->words->items[begin].start, self->words->items[end - 1].end);
  comma = end < self->words->n && (self->words->items[end].gap & SUIVI_GAP_COMMA) != 0;

  return g_strconcat (text, comma ? ", " : " ", NULL);
}

/* "implement it": what "it" is, is what the request before was about. */
static char *
get_body (const Builder *self, guint index)
{
  const SuiviFoundAction *action = &g_array_index (self->actions->items, SuiviFoundAction, index);
  SuiviMatch pronoun = { 0 };

  if (index > 0 && action->end < action->clause_end
      && suivi_lexicon_match (self->lexicon, SUIVI_SECTION_PRONOUNS, self->words, action->end, &pronoun)
      && pronoun.end <= action->clause_end)
    {
      const SuiviFoundAction *before = &g_array_index (self->actions->items, SuiviFoundAction, index - 1);

      if (before->end < before->clause_end && before->clause_end - before->end <= MAX_REPEATED)
        {
          g_autofree char *verb = cut (self, action->first, action->end);
          g_autofree char *object = cut (self, before->end, before->clause_end);
          g_autofree char *rest = cut (self, pronoun.end, action->clause_end);

          return g_strjoin (" ", verb, object, *rest != '\0' ? rest : NULL, NULL);
        }
    }

  return cut (self, action->first, action->clause_end);
}

/* "Consider ratifying A and signing B": what stands before a verb in the form that follows other words, is said of the
 * next one, too. */
static char *
get_softener (const Builder *self, guint index)
{
  const SuiviFoundAction *action = &g_array_index (self->actions->items, SuiviFoundAction, index);

  for (guint i = index; i > 0 && action->form == 1 && action->softener == NULL; i--)
    {
      const SuiviFoundAction *before = &g_array_index (self->actions->items, SuiviFoundAction, i - 1);

      if (before->segment_first != action->segment_first)
        break;
      if (before->softener != NULL && before->form == 1)
        return cut (self, before->first, before->verb_first);
    }

  return g_strdup ("");
}

/* The verb that a listed object or a further treaty has in common with those before it. */
static char *
get_shared_verb (const Builder *self, guint index)
{
  const SuiviFoundAction *action = &g_array_index (self->actions->items, SuiviFoundAction, index);
  const SuiviFoundAction *head = action;

  if (action->listed && self->actions->intro_first < self->actions->intro_end)
    return cut (self, self->actions->intro_first, self->actions->intro_end);

  for (guint i = index; i > 0 && head->shares_verb; i--)
    head = &g_array_index (self->actions->items, SuiviFoundAction, i - 1);

  return cut (self, head->first, head->end);
}

/* A listed object, or one of several treaties with the article before it; with the verb before it that all share, and
 * what follows them all. */
static char *
get_shared_body (const Builder *self, guint index)
{
  const SuiviFoundAction *action = &g_array_index (self->actions->items, SuiviFoundAction, index);
  g_autofree char *verb = action->shares_verb ? get_shared_verb (self, index) : NULL;
  g_autofree char *own = NULL;
  g_autofree char *tail = NULL;
  SuiviMatch article = { 0 };
  guint first = action->first;

  if (action->shares_verb && first > 0 && (self->words->items[first].gap & SUIVI_GAP_CLOSE) == 0
      && suivi_lexicon_match (self->lexicon, SUIVI_SECTION_DETERMINERS, self->words, first - 1, &article)
      && article.end == first)
    first--;
  own = cut (self, first, action->clause_end);
  tail = cut (self, action->shared_tail > 0 ? action->shared_tail : self->words->n, self->words->n);
  if (verb == NULL)
    return g_strjoin (" ", own, *tail != '\0' ? tail : NULL, NULL);

  return g_strjoin (" ", verb, own, *tail != '\0' ? tail : NULL, NULL);
}

static char *
build_part (const Builder *self, guint index)
{
  const SuiviFoundAction *action = &g_array_index (self->actions->items, SuiviFoundAction, index);
  gboolean shared = action->shares_verb || action->shared_tail > 0;
  g_autofree char *prefix = action->shares_verb && action->listed ? g_strdup ("") : get_prefix (self, action);
  g_autofree char *own = shared ? get_shared_body (self, index) : get_body (self, index);
  g_autofree char *softener = get_softener (self, index);
  g_autofree char *body = *softener != '\0' ? g_strconcat (softener, " ", own, NULL) : g_strdup (own);
  g_autofree char *cased = change_first (body, *prefix == '\0');
  g_autofree char *joined = g_strconcat (prefix, cased, self->stop ? "." : "", NULL);

  return change_first (joined, TRUE);
}

/**
 * suivi_actions_to_parts:
 *
 * Makes of every request a sentence that stands alone: with the beginning that they share ("By 2028, "), the verb that
 * they share, and the object in place of "it". With only one request, the part is the whole text.
 *
 * Returns: (transfer full) (element-type utf8): a text for each of @self's items
 */
GPtrArray *
suivi_actions_to_parts (SuiviActions *self, const SuiviLexicon *lexicon, SuiviWords *words)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const Builder builder = { self, lexicon, words, (words->items[words->n].gap & SUIVI_GAP_DOT) != 0 };

  if (self->items->len == 1)
    g_ptr_array_add (parts, g_strstrip (g_strdup (words->text)));
  else
    {
      for (guint i = 0; i < self->items->len; i++)
        g_ptr_array_add (parts, build_part (&builder, i));
    }

  return parts;
}
