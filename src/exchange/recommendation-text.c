/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/bracket-groups.h"
#include "exchange/recommendation-number.h"
#include "exchange/recommendation-text.h"

/* --- lines ------------------------------------------------------------------------------------------------
 */

/* Where "Source of position" begins, in any spelling: "Sources of Position", "source of the  position". %NULL
 * if nowhere. Sets what follows it. Within a line it counts only with what it announces: a recommendation may
 * be about the source of a position. */
static const char *
find_source (const char *text, const char **rest)
{
  static const char *const words[] = { "of", "the", "position", NULL };

  for (const char *p = text; (p = strpbrk (p, "sS")) != NULL; p++)
    {
      const char *q = p;
      gsize word = 0;

      if (g_ascii_strncasecmp (p, "source", 6) != 0
          || (p > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)))))
        continue;
      q += 6;
      if (*q == 's' || *q == 'S')
        q++;
      for (; words[word] != NULL; word++)
        {
          gsize length = strlen (words[word]);
          gsize space = strspn (q, " \n\t");

          if (space > 0 && g_ascii_strncasecmp (q + space, words[word], length) == 0
              && !g_ascii_isalpha (q[space + length]))
            q += space + length;
          else if (!g_str_equal (words[word], "the"))
            break;
        }
      if (words[word] == NULL)
        {
          gboolean begins_line = p == text || p[-1] == '\n';

          q += strspn (q, " \t");
          if (begins_line || *q == ':' || g_ascii_strncasecmp (q, "A/HRC", 5) == 0)
            {
              *rest = q + strspn (q, ":-. ");
              return p;
            }
        }
    }

  return NULL;
}

static gboolean
is_comment (const char *line)
{
  g_autofree char *folded = suivi_text_fold (line);

  return g_str_has_prefix (folded, "comments:") || g_str_has_prefix (folded, "comment:")
         || g_str_has_prefix (folded, "comments :") || g_str_has_prefix (folded, "comment :");
}

/* Parts the lines of the cell: the recommendation, the source of the position, and comments, which only the
 * original keeps. */
static void
part_lines (const char *cell, char **recommendation, char **source)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) sources = g_string_new (NULL);
  const char *rest = NULL;
  const char *marker = find_source (cell, &rest);
  g_autofree char *head = g_strndup (cell, marker != NULL ? (gsize) (marker - cell) : strlen (cell));
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);

  for (gsize i = 0; lines[i] != NULL && !is_comment (lines[i]); i++)
    {
      g_string_append (text, lines[i]);
      g_string_append_c (text, '\n');
    }

  while (marker != NULL)
    {
      const char *begin = rest;
      g_autofree char *piece = NULL;
      g_autofree char *cleaned = NULL;
      g_auto (GStrv) source_lines = NULL;
      g_autoptr (GString) kept = g_string_new (NULL);

      marker = find_source (begin, &rest);
      piece = marker != NULL ? g_strndup (begin, marker - begin) : g_strdup (begin);
      source_lines = g_strsplit (piece, "\n", -1);
      for (gsize i = 0; source_lines[i] != NULL && !is_comment (source_lines[i]); i++)
        {
          g_string_append (kept, source_lines[i]);
          g_string_append_c (kept, ' ');
        }
      cleaned = suivi_text_clean (kept->str);
      if (*cleaned != '\0' && strstr (sources->str, cleaned) == NULL)
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "; " : "", cleaned);
    }

  *recommendation = suivi_text_clean_lines (text->str);
  *source = sources->len > 0 ? g_strdup (sources->str) : NULL;
}

/* --- lists of names ---------------------------------------------------------------------------------------
 */

static void
add_unique (GPtrArray *list, char **values)
{
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (list, values[i], g_str_equal, NULL))
        g_ptr_array_add (list, g_strdup (values[i]));
    }
}

static char **
to_strv (GPtrArray *list)
{
  char **strv = g_new0 (char *, list->len + 1);

  for (guint i = 0; i < list->len; i++)
    strv[i] = g_strdup (list->pdata[i]);

  return strv;
}

/* A column of its own for the States: one per line, with bullets, in brackets, or in a list. */
static void
read_states_cell (const char *cell, GPtrArray *states, GPtrArray *unknown)
{
  g_autofree char *cleaned = suivi_text_clean_lines (cell);
  g_autofree char *decoded = suivi_text_decode_entities (cleaned);
  g_auto (GStrv) lines = g_strsplit (decoded, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) line_states = NULL;
      g_auto (GStrv) line_unknown = NULL;
      const char *line = lines[i];

      while (
        *line != '\0'
        && (strchr (" -*;,.", *line) != NULL || g_str_has_prefix (line, "•") || g_str_has_prefix (line, "–")))
        line = g_utf8_next_char (line);
      if (*line == '\0')
        continue;
      line_states = suivi_state_match_list (line, &line_unknown);
      add_unique (states, line_states);
      add_unique (unknown, line_unknown);
    }
}

/* --- States at the end ------------------------------------------------------------------------------------
 */

/* Length of a mark at p: the number of a footnote, a dagger, a bullet; 0 if there is none. */
static gsize
measure_mark (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gsize digits = strspn (p, "0123456789");

  if (digits > 0)
    return digits <= 2 ? digits : 0;
  if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x209F) || c == 0x2020 || c == 0x2021
      || c == 0x2022 || c == 0xB7 || c == 0xA7)
    return g_utf8_next_char (p) - p;

  return 0;
}

/* What stands between the lists of one ask, and behind the last: "(Chile); (Peru) and (Togo)*." */
static gboolean
is_between_groups (const char *text, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    {
      gsize mark = measure_mark (text + i);

      if (g_ascii_strncasecmp (text + i, "and ", 4) == 0 && i > start && text[i - 1] == ' ')
        i += 3;
      else if (mark > 0 && i + mark <= end)
        i += mark - 1;
      else if (strchr (" ;.,:*/&)]", text[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* "(1)", "(*)": the mark of a footnote in brackets, not a year. */
static gboolean
is_footnote_group (const char *text, const SuiviBracketGroup *group)
{
  const char *p = text + group->start + 1;
  const char *end = text + group->end - 1;

  while (p < end && (*p == '*' || *p == ' ' || measure_mark (p) > 0))
    p += MAX (measure_mark (p), 1);

  return p == end && group->end - group->start <= 6;
}

typedef struct
{
  guint first; /* the first group that is a list of recommending States, or the number of groups */
  gsize cut;   /* where the text ends */
} Tail;

/* Looks at the groups that stand one after the other at the end of the text. */
static Tail
read_tail (SuiviRecommendationText *self,
           const char *text,
           GPtrArray *groups,
           GPtrArray *states,
           GPtrArray *unknown,
           GString *kept)
{
  Tail tail = { groups->len, strlen (text) };
  gsize end = tail.cut;
  guint begin = groups->len;
  guint first = 0;
  const SuiviBracketGroup *last = NULL;

  while (begin > 0)
    {
      const SuiviBracketGroup *group = groups->pdata[begin - 1];

      if (!is_between_groups (text, group->end, end))
        break;
      end = group->start;
      begin--;
    }
  if (begin == groups->len)
    return tail;

  /* What stands before the first State belongs to the text: "(ICRMW) (Peru)", unless it could be one too:
   * "(Atlantis) (Peru)". */
  first = begin;
  while (begin < groups->len && !suivi_bracket_group_has_states (groups->pdata[begin]))
    begin++;
  while (begin < groups->len && begin > first && suivi_bracket_group_is_name_only (groups->pdata[begin - 1]))
    begin--;

  last = groups->pdata[groups->len - 1];
  if (begin == groups->len)
    {
      if (suivi_bracket_group_looks_like_name (last))
        begin = groups->len - 1;
      else
        self->last_bracket = g_strndup (text + last->start, last->end - last->start);
    }
  if (begin == groups->len)
    return tail;

  tail.first = begin;
  tail.cut = ((SuiviBracketGroup *) groups->pdata[begin])->start;
  for (guint i = begin; i < groups->len; i++)
    {
      const SuiviBracketGroup *group = groups->pdata[i];

      if (is_footnote_group (text, group))
        continue;
      /* "(Peru) (ICRMW)": the acronym came too late, but it is text. */
      if (!suivi_bracket_group_has_states (group) && !suivi_bracket_group_looks_like_name (group))
        {
          g_string_append_c (kept, ' ');
          g_string_append_len (kept, text + group->start, group->end - group->start);
          continue;
        }
      add_unique (states, group->states);
      add_unique (unknown, group->unknown);
    }

  return tail;
}

/* --- asks -------------------------------------------------------------------------------------------------
 */

/* What may follow the States of one ask before the next begins. */
#define AFTER_GROUP " ;.,:*"

static void
free_ask (gpointer data)
{
  SuiviAsk *ask = data;

  g_free (ask->text);
  g_strfreev (ask->states);
  g_free (ask);
}

/* Returns whether there is something to read in it. */
static gboolean
add_ask (GPtrArray *asks, const char *text, gsize start, gsize end, GPtrArray *states)
{
  SuiviAsk *ask = NULL;

  while (end > start && strchr (" ;,", text[end - 1]) != NULL)
    end--;
  if (start == end)
    return FALSE;

  ask = g_new0 (SuiviAsk, 1);
  ask->text = g_strndup (text + start, end - start);
  ask->states = to_strv (states);
  g_ptr_array_add (asks, ask);

  return TRUE;
}

/* Where the text goes on behind a list of States. Says whether a sentence or half of one ended between. */
static gsize
skip_after_group (const char *text, gsize end, gboolean *parted)
{
  gsize i = end;

  *parted = FALSE;
  while (text[i] != '\0')
    {
      gsize mark = measure_mark (text + i);

      /* Digits are a mark only right behind the bracket: "(Chile)1; …", not "(Chile); 5 schools". */
      if (mark > 0 && g_ascii_isdigit (text[i]) && i > end)
        mark = 0;
      if (mark == 0 && strchr (AFTER_GROUP, text[i]) == NULL)
        break;
      *parted |= text[i] == ';' || text[i] == '.';
      i += MAX (mark, 1);
    }

  return i;
}

/* Whether a new ask begins behind a list of States: after ";" or ".", or with a capital letter, but not with
 * a name in an enumeration: "Jordan (Israel), Egypt and …". */
static gboolean
ask_begins (const char *text, gsize end)
{
  gboolean parted = FALSE;
  gsize next = skip_after_group (text, end, &parted);
  gunichar c = g_utf8_get_char (text + next);

  return g_unichar_isalpha (c)
         && (parted || (g_unichar_isupper (c) && memchr (text + end, ',', next - end) == NULL));
}

/* Whether the sentence goes on with another demand: "(Spain)/consider joining (Peru)", "(Spain) and to
 * accept". What merely goes on, "(Spain) on water", shows that the bracket explained a word. */
static gboolean
demand_continues (const char *text, gsize end)
{
  static const char *const words[]
    = { "and to ",      "or to ",      "as well as to ", "and also to ", "and consider ",
        "or consider ", "and ratify ", "and accede ",    "and adopt ",   NULL };
  const char *p = text + end;

  p += strspn (p, " ,");
  if (*p == '/')
    return TRUE;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (g_ascii_strncasecmp (p, words[i], strlen (words[i])) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The last of the groups that stand one after the other, from @i on. */
static guint
find_end_of_run (const char *text, GPtrArray *groups, guint i, guint end)
{
  for (; i + 1 < end; i++)
    {
      const SuiviBracketGroup *group = groups->pdata[i];
      const SuiviBracketGroup *next = groups->pdata[i + 1];

      if (!is_between_groups (text, group->end, next->start))
        break;
    }

  return i;
}

/* The State under review alone in brackets in the middle is where something is, not who recommends it. */
static gboolean
is_reviewed (const SuiviBracketGroup *group, const char *reviewed)
{
  return reviewed != NULL && group->states[0] != NULL && group->states[1] == NULL
         && g_str_equal (group->states[0], reviewed);
}

/* Finds the lists of States in the middle of the text, and parts the asks that they end. */
static void
read_asks (SuiviRecommendationText *self,
           const char *text,
           GPtrArray *groups,
           Tail tail,
           const char *reviewed,
           GPtrArray *end_states,
           GPtrArray *states,
           GPtrArray *unknown)
{
  g_autoptr (GPtrArray) asking = g_ptr_array_new_with_free_func (g_free);
  gboolean complete = TRUE;
  gboolean parted = FALSE;
  guint run_end = 0;    /* behind the groups that stand together */
  gsize start = 0;      /* of the ask */
  gsize list_start = 0; /* of its list of States */
  gsize list_end = 0;

  for (guint i = 0; i < tail.first; i++)
    {
      const SuiviBracketGroup *group = groups->pdata[i];
      const SuiviBracketGroup *last = NULL;
      gboolean begins = ask_begins (text, group->end);

      if (i >= run_end)
        run_end = find_end_of_run (text, groups, i, tail.first) + 1;
      last = groups->pdata[run_end - 1];
      if (!suivi_bracket_group_has_states (group) || is_reviewed (group, reviewed))
        continue;
      /* Words among which a State is named are a remark, unless they stand where a list would; and a State in
       * the middle of a sentence is named, not asking. */
      if (!suivi_bracket_group_is_known (group) && !begins)
        continue;
      if (!ask_begins (text, last->end) && !demand_continues (text, last->end))
        continue;

      add_unique (states, group->states);
      add_unique (unknown, group->unknown);
      add_unique (asking, group->states);
      if (list_end == 0 || !is_between_groups (text, list_end, group->start))
        list_start = group->start;
      list_end = group->end;
      if (begins)
        {
          complete &= add_ask (self->asks, text, start, list_start, asking);
          g_ptr_array_set_size (asking, 0);
          start = skip_after_group (text, group->end, &parted);
        }
    }

  add_unique (states, (char **) end_states->pdata);
  add_unique (asking, (char **) end_states->pdata);
  if (self->asks->len > 0)
    complete &= end_states->len > 1 && add_ask (self->asks, text, start, tail.cut, asking);
  if (!complete)
    g_ptr_array_set_size (self->asks, 0);
}

/* --- the whole cell ---------------------------------------------------------------------------------------
 */

static char *
trim_end (const char *text, gsize length, const char *characters)
{
  while (length > 0 && strchr (characters, text[length - 1]) != NULL)
    length--;

  return g_strndup (text, length);
}

/* A State cannot recommend to itself: it is taken out of the list, alone or among others, and noted with the
 * name that stands there, for it is a slip of the pen for another State, or a remark. */
static void
drop_reviewed (SuiviRecommendationText *self, GPtrArray *states, const char *reviewed)
{
  guint i = 0;

  if (reviewed == NULL || !g_ptr_array_find_with_equal_func (states, reviewed, g_str_equal, &i))
    return;

  g_ptr_array_remove_index (states, i);
  if (self->own_name == NULL)
    self->own_name = g_strdup (suivi_state_get_name_in (reviewed, "en"));
}

static void
read_states (SuiviRecommendationText *self, const char *lines, const char *reviewed, const char *states_cell)
{
  g_autoptr (GPtrArray) groups = suivi_bracket_groups_find (lines);
  g_autofree char *text = g_strdelimit (g_strdup (lines), "\n", ' ');
  g_autoptr (GPtrArray) end_states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char *head = NULL;
  gboolean is_cut = FALSE;
  Tail tail = { 0 };

  if (states_cell != NULL && !suivi_text_is_blank (states_cell))
    {
      g_autoptr (GPtrArray) end_unknown = g_ptr_array_new_with_free_func (g_free);
      guint n_states = 0;

      /* Brackets at the end are a list of States only if they repeat the column. */
      read_states_cell (states_cell, states, unknown);
      tail = read_tail (self, text, groups, end_states, end_unknown, kept);
      n_states = states->len;
      for (guint i = 0; i < end_states->len; i++)
        n_states += !g_ptr_array_find_with_equal_func (states, end_states->pdata[i], g_str_equal, NULL);
      is_cut
        = tail.first < groups->len && end_unknown->len == 0 && end_states->len > 0 && n_states == states->len;
      drop_reviewed (self, states, reviewed);
    }
  else
    {
      tail = read_tail (self, text, groups, end_states, unknown, kept);
      drop_reviewed (self, end_states, reviewed);
      g_ptr_array_add (end_states, NULL);
      read_asks (self, text, groups, tail, reviewed, end_states, states, unknown);
      is_cut = tail.first < groups->len;
    }

  /* The full stop of the sentence stays where a list follows it; alone it is the end of the cell. */
  head = is_cut ? trim_end (text, tail.cut, " ;,") : trim_end (text, strlen (text), " ;,.");
  self->text = is_cut ? g_strconcat (head, kept->str, NULL) : g_steal_pointer (&head);
  self->states = to_strv (states);
  self->unknown = to_strv (unknown);
}

/**
 * suivi_recommendation_text_parse:
 * @cell: the cell "Recommendation" of an official list, valid UTF-8
 * @reviewed: (nullable): the State under review, ISO 3166-1 alpha-3, which does not recommend to itself: in
 * brackets in the middle of the text it is a place, among the States at the end it is left out, see @own_name
 * @states_cell: (nullable): the cell "Recommending State/s", where the list has such a column; otherwise the
 * States are looked for in the text
 *
 * Takes a cell apart: "140.12 Ratify … (France) (Venezuela (Bolivarian Republic of));" and the lines "Source
 * of position: …" and "Comments: …" below it. An acronym in brackets is no State. Where one number has
 * several asks, each with its States ("… (Chile); Increase … (Peru);"), the text keeps all of them, with
 * their inner lists, and they are offered one by one as well. A State in the middle of a sentence,
 * "Jordan (Israel) on water", asks for nothing. Nothing is guessed: see @unknown and
 * @last_bracket.
 *
 * Returns: (transfer full): the parts of the cell
 */
SuiviRecommendationText *
suivi_recommendation_text_parse (const char *cell, const char *reviewed, const char *states_cell)
{
  SuiviRecommendationText *self = NULL;
  g_autofree char *decoded = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *flat = NULL;
  const char *text = NULL;

  g_return_val_if_fail (cell != NULL, NULL);

  self = g_new0 (SuiviRecommendationText, 1);
  self->asks = g_ptr_array_new_with_free_func (free_ask);
  self->original = suivi_text_clean_lines (cell);
  decoded = suivi_text_decode_entities (self->original);
  part_lines (decoded, &lines, &self->position_source);
  flat = g_strdelimit (g_strdup (lines), "\n", ' ');
  text = lines + (suivi_recommendation_number_read (flat, &self->number) - flat);
  read_states (self, text, reviewed, states_cell);

  return self;
}

/**
 * suivi_recommendation_text_free:
 * @self: (nullable) (transfer full): the parts of a cell
 */
void
suivi_recommendation_text_free (SuiviRecommendationText *self)
{
  if (self == NULL)
    return;

  g_free (self->number);
  g_free (self->text);
  g_free (self->original);
  g_strfreev (self->states);
  g_strfreev (self->unknown);
  g_free (self->last_bracket);
  g_free (self->own_name);
  g_free (self->position_source);
  g_ptr_array_unref (self->asks);
  g_free (self);
}
