/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/named-things.h"

/* How many words with capitals before "Act" are its name, and how many words after "law on" tell what it is about. */
#define MAX_BEFORE 8
#define MAX_ABOUT  5

static gboolean
is_plain_gap (guint gap)
{
  return (gap & ~(guint) (SUIVI_GAP_SPACE | SUIVI_GAP_LINE | SUIVI_GAP_HYPHEN)) == 0;
}

/* "Children's Act": back over the words with capitals; the first word of the text has one in any case, and is most often
 * the verb. */
static guint
find_name_begin (SuiviWords *words, guint first)
{
  guint begin = first;

  while (
    begin > 1 && first - begin < MAX_BEFORE && is_plain_gap (words->items[begin].gap)
    && (words->items[begin - 1].capital || words->items[begin - 1].end - words->items[begin - 1].start == 1)
    && (words->items[begin - 1].gap & SUIVI_GAP_STOP) == 0)
    begin--;
  while (begin < first && !words->items[begin].capital)
    begin++;

  return begin;
}

/* "law on the protection of children": what it is about, up to a comma, a join or a time frame. */
static guint
find_about_end (const SuiviLexicon *lexicon, SuiviWords *words, guint first)
{
  guint end = first;
  SuiviMatch match = { 0 };

  while (end < words->n && end - first < MAX_ABOUT && is_plain_gap (words->items[end].gap)
         && !suivi_lexicon_match (lexicon, SUIVI_SECTION_JOINS, words, end, &match)
         && !suivi_lexicon_match (lexicon, SUIVI_SECTION_TREATIES, words, end, &match)
         && !suivi_lexicon_match (lexicon, SUIVI_SECTION_VAGUE, words, end, &match)
         && !suivi_lexicon_match (lexicon, SUIVI_SECTION_TIME_FRAMES, words, end, &match))
    end++;
  /* No name ends with "of" or "to": there it was cut off. */
  while (end > first && suivi_lexicon_match (lexicon, SUIVI_SECTION_NAME_JOINS, words, end - 1, &match)
         && match.end == end)
    end--;

  return end;
}

/* A law or plan counts as named when its name stands before it, or what it is about after it. */
static gboolean
find_named_law (const SuiviLexicon *lexicon, SuiviWords *words, guint first, SuiviMatch *match)
{
  SuiviMatch link = { 0 };

  if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_LAWS, words, first, match))
    return FALSE;
  if (g_str_equal (suivi_entry_get_field (match->entry, 0), "name"))
    {
      /* "Law No. 2025/14" */
      while (match->end < words->n && words->items[match->end].gap == SUIVI_GAP_SLASH
             && words->items[match->end].plain_number && words->items[match->end - 1].plain_number)
        match->end++;
      return TRUE;
    }

  if (words->items[first].capital)
    match->first = find_name_begin (words, first);
  if (!suivi_lexicon_match (lexicon, SUIVI_SECTION_TIME_FRAMES, words, match->end, &link)
      && suivi_lexicon_match (lexicon, SUIVI_SECTION_LAW_LINKS, words, match->end, &link)
      && is_plain_gap (words->items[match->end].gap))
    {
      guint end = find_about_end (lexicon, words, link.end);

      if (end > link.end)
        {
          match->end = end;
          return TRUE;
        }
    }

  return match->first < first;
}

static void
find_laws (const SuiviLexicon *lexicon, SuiviWords *words, GArray *treaties, GArray *instruments)
{
  guint next_treaty = 0;
  guint i = 0;

  while (i < words->n)
    {
      SuiviMatch match = { 0 };

      if (next_treaty < treaties->len && g_array_index (treaties, SuiviMatch, next_treaty).first <= i)
        {
          match = g_array_index (treaties, SuiviMatch, next_treaty++);
          g_array_append_val (instruments, match);
          i = MAX (i, match.end);
        }
      else if (find_named_law (lexicon, words, i, &match))
        {
          g_array_append_val (instruments, match);
          i = match.end;
        }
      else
        {
          i++;
        }
    }
}

/**
 * suivi_named_things_find:
 *
 * Finds who and what is named: "specific" asks for a well-defined action about a specific right or violation
 * (Factsheet 3; The Butterfly Effect), which shows in the law, body, plan or group that the text names.
 *
 * Returns: (transfer full): what is named
 */
SuiviNamedThings *
suivi_named_things_find (const SuiviLexicon *lexicon, SuiviWords *words)
{
  static const SuiviSection sections[]
    = { SUIVI_SECTION_BODIES, SUIVI_SECTION_GROUPS, SUIVI_SECTION_SUBJECTS };
  SuiviNamedThings *self = g_new0 (SuiviNamedThings, 1);
  g_autoptr (GArray) treaties = suivi_lexicon_find_all (lexicon, SUIVI_SECTION_TREATIES, words);

  self->actors = suivi_lexicon_find_all (lexicon, SUIVI_SECTION_ACTORS, words);
  self->instruments = g_array_new (FALSE, FALSE, sizeof (SuiviMatch));
  self->others = g_array_new (FALSE, FALSE, sizeof (SuiviMatch));
  find_laws (lexicon, words, treaties, self->instruments);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GArray) found = suivi_lexicon_find_all (lexicon, sections[i], words);

      g_array_append_vals (self->others, found->data, found->len);
    }

  return self;
}

/**
 * suivi_named_things_free:
 * @self: (nullable) (transfer full): what is named
 */
void
suivi_named_things_free (SuiviNamedThings *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->actors);
  g_array_unref (self->instruments);
  g_array_unref (self->others);
  g_free (self);
}

/**
 * suivi_named_things_any:
 *
 * Returns: whether the text names a law, treaty, plan, body, group, right or violation
 */
gboolean
suivi_named_things_any (SuiviNamedThings *self)
{
  return self->instruments->len > 0 || self->others->len > 0 || self->actors->len > 0;
}

/**
 * suivi_matches_within:
 * @matches: (element-type SuiviMatch): matches
 *
 * Returns: whether one of them begins from the word @first to before @end
 */
gboolean
suivi_matches_within (GArray *matches, guint first, guint end)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const SuiviMatch *match = &g_array_index (matches, SuiviMatch, i);

      if (match->first >= first && match->first < end)
        return TRUE;
    }

  return FALSE;
}
