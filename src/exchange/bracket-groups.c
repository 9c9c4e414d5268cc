/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/bracket-groups.h"

/* All 195 States in one pair of brackets have some 3 KB. */
#define MAX_GROUP (8 * 1024)

/* Brackets that never close, in one text; more is noise. */
#define MAX_RETRIES 4

/* The longest official name that is not in the table of States should still fit. */
#define MAX_NAME       70
#define MAX_NAME_WORDS 7

static void
free_group (gpointer data)
{
  SuiviBracketGroup *group = data;

  g_strfreev (group->states);
  g_strfreev (group->unknown);
  g_free (group);
}

static SuiviBracketGroup *
match_group (const char *text, gsize start, gsize end, gsize content_end)
{
  SuiviBracketGroup *group = g_new0 (SuiviBracketGroup, 1);

  group->start = start;
  group->end = end;
  if (content_end > start + 1 && content_end - start <= MAX_GROUP)
    {
      g_autofree char *content = g_strndup (text + start + 1, content_end - start - 1);

      group->states = suivi_state_match_list (content, &group->unknown);
      for (gsize i = 0; group->unknown[i] != NULL; i++)
        {
          char *name = suivi_text_clean (group->unknown[i]);

          g_free (group->unknown[i]);
          group->unknown[i] = name;
        }
    }
  if (group->states == NULL)
    group->states = g_new0 (char *, 1);
  if (group->unknown == NULL)
    group->unknown = g_new0 (char *, 1);

  return group;
}

/* Finds the groups from @from on that close. Returns the place of the first bracket that does not, or -1. */
static gssize
find_closed (const char *text, gsize from, GPtrArray *groups)
{
  gsize depth = 0;
  gsize open = 0;

  for (gsize i = from; text[i] != '\0'; i++)
    {
      if (text[i] == '(' || text[i] == '[')
        {
          if (depth++ == 0)
            open = i;
        }
      else if ((text[i] == ')' || text[i] == ']') && depth > 0 && --depth == 0)
        {
          g_ptr_array_add (groups, match_group (text, open, i + 1, i));
        }
    }

  return depth > 0 ? (gssize) open : -1;
}

/**
 * suivi_bracket_groups_find:
 * @text: some lines; a line end in brackets parts two names
 *
 * Finds what stands in round or square brackets, brackets in brackets being part of the outer one. Where a
 * bracket does not close, the group goes to the end of the text if it names States; otherwise the bracket
 * does not count.
 *
 * Returns: (transfer full) (element-type SuiviBracketGroup): the groups in order
 */
GPtrArray *
suivi_bracket_groups_find (const char *text)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  SuiviBracketGroup *partly = NULL;
  gsize from = 0;
  gsize length = 0;
  guint n_partly = 0; /* groups before it */

  g_return_val_if_fail (text != NULL, groups);

  length = strlen (text);
  for (guint retry = 0; retry < MAX_RETRIES; retry++)
    {
      gssize open = find_closed (text, from, groups);
      SuiviBracketGroup *group = NULL;
      gsize end = length;

      if (open < 0)
        break;
      while (end > (gsize) open && strchr (" ;.,\n", text[end - 1]) != NULL)
        end--;
      group = match_group (text, open, length, end);
      if (suivi_bracket_group_is_known (group))
        {
          g_clear_pointer (&partly, free_group);
          g_ptr_array_add (groups, group);
          return groups;
        }
      if (partly == NULL && suivi_bracket_group_has_states (group))
        {
          partly = group;
          n_partly = groups->len;
        }
      else
        {
          free_group (group);
        }
      from = open + 1;
    }

  /* "(Spain, Atlantis;": nothing better was found behind the bracket. */
  if (partly != NULL && groups->len == n_partly)
    g_ptr_array_add (groups, g_steal_pointer (&partly));
  g_clear_pointer (&partly, free_group);

  return groups;
}

/* " and ", " et ", " y ": a word that may part two names. */
static gboolean
is_short_word (const char *p)
{
  gsize length = *p == ' ' ? strcspn (p + 1, " ()") : 0;

  return length > 0 && length <= 3 && p[1 + length] == ' ';
}

/**
 * suivi_bracket_groups_count_names:
 * @text: one line
 *
 * Returns: how many names there are to look up in brackets, at most: a measure of the work that
 *   suivi_bracket_groups_find() would have
 */
guint
suivi_bracket_groups_count_names (const char *text)
{
  guint depth = 0;
  guint count = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '(' || *p == '[')
        {
          depth++;
          count++;
        }
      else if ((*p == ')' || *p == ']') && depth > 0)
        {
          depth--;
        }
      else if (depth > 0 && (strchr (",;/|&-\n", *p) != NULL || is_short_word (p)))
        {
          count++;
        }
    }

  return count;
}

/**
 * suivi_bracket_group_has_states:
 *
 * Returns: whether at least one State is named
 */
gboolean
suivi_bracket_group_has_states (const SuiviBracketGroup *self)
{
  return self->states[0] != NULL;
}

/**
 * suivi_bracket_group_is_known:
 *
 * Returns: whether it names States and nothing else
 */
gboolean
suivi_bracket_group_is_known (const SuiviBracketGroup *self)
{
  return self->states[0] != NULL && self->unknown[0] == NULL;
}

/* Words of treaties, bodies and remarks, folded: what has one is no State. */
static gboolean
is_other_word (const char *word)
{
  static const char *const words[] = {
    "act",
    "action",
    "agenda",
    "agreement",
    "amendment",
    "amendments",
    "annex",
    "bill",
    "compact",
    "initiative",
    "article",
    "articles",
    "charter",
    "code",
    "comment",
    "commission",
    "committee",
    "constitution",
    "convention",
    "conventions",
    "council",
    "court",
    "covenant",
    "declaration",
    "directive",
    "framework",
    "fund",
    "general",
    "goal",
    "goals",
    "guidelines",
    "including",
    "institute",
    "institution",
    "international",
    "law",
    "laws",
    "mechanism",
    "ministry",
    "national",
    "ombudsman",
    "ombudsperson",
    "optional",
    "original",
    "para",
    "paragraph",
    "plan",
    "policy",
    "principles",
    "programme",
    "project",
    "protocol",
    "protocols",
    "recommendation",
    "regulation",
    "report",
    "resolution",
    "rights",
    "rules",
    "session",
    "statute",
    "strategy",
    "target",
    "targets",
    "treaty",
    "scheme",
    "standards",
    "working",
    /* Places that treaties are called by: "the Convention (Lanzarote)". */
    "budapest",
    "escazu",
    "istanbul",
    "kampala",
    "lanzarote",
    "maputo",
    "oviedo",
    "palermo",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (word, words[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
looks_like_name (const char *name)
{
  g_autofree char *cleaned = suivi_text_clean (name);
  g_autofree char *folded = suivi_text_fold (name);
  g_auto (GStrv) words = NULL;
  gboolean lower = FALSE;

  if (strlen (cleaned) > MAX_NAME || !g_unichar_isupper (g_utf8_get_char (cleaned)))
    return FALSE;
  for (const char *p = cleaned; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == ':' || c == ';' || c == '"' || c == '=')
        return FALSE;
      lower |= g_unichar_islower (c);
    }
  /* Capitals only are an acronym. */
  if (!lower)
    return FALSE;

  words = g_strsplit_set (folded, " -/()'", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (is_other_word (words[i]))
        return FALSE;
    }

  return g_strv_length (words) <= MAX_NAME_WORDS;
}

/**
 * suivi_bracket_group_looks_like_name:
 *
 * For a group without States: "(Atlantis)" could be a State under a name that we do not know, "(ICRMW)",
 * "(Istanbul Convention)" and "(article 5)" could not.
 *
 * Returns: whether everything in it looks like the name of a State
 */
gboolean
suivi_bracket_group_looks_like_name (const SuiviBracketGroup *self)
{
  for (gsize i = 0; self->unknown[i] != NULL; i++)
    {
      if (!looks_like_name (self->unknown[i]))
        return FALSE;
    }

  return self->unknown[0] != NULL;
}

static gboolean
has_name_words (const char *name)
{
  static const char *const small[] = { "of",  "the", "and", "de", "du", "des", "la",  "le",
                                       "les", "et",  "del", "y",  "el", "los", "las", NULL };
  static const char *const other[] = {
    "authority",  "board",      "boys",     "bureau", "center",  "centre",   "children",
    "decree",     "force",      "girls",    "group",  "groups",  "men",      "method",
    "minorities", "network",    "office",   "people", "peoples", "persons",  "police",
    "platform",   "process",    "refugees", "roma",   "service", "services", "system",
    "training",   "travellers", "unit",     "vision", "women",   "youth",    NULL,
  };
  g_auto (GStrv) words = g_strsplit_set (name, " -/()'", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = suivi_text_fold (words[i]);

      if (*words[i] == '\0' || g_strv_contains (small, words[i]))
        continue;
      if (g_unichar_islower (g_utf8_get_char (words[i])) || g_strv_contains (other, folded))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_bracket_group_is_name_only:
 *
 * For a group without States that stands before a list of States, where a remark may stand as well: stricter
 * than suivi_bracket_group_looks_like_name().
 *
 * Returns: whether everything in it looks like the name of a State, with a capital letter on each word
 */
gboolean
suivi_bracket_group_is_name_only (const SuiviBracketGroup *self)
{
  for (gsize i = 0; self->unknown[i] != NULL; i++)
    {
      if (!has_name_words (self->unknown[i]))
        return FALSE;
    }

  return suivi_bracket_group_looks_like_name (self);
}
