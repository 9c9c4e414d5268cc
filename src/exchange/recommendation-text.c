/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/bracket-groups.h"
#include "exchange/recommendation-text.h"

/* --- lines ------------------------------------------------------------------------------------------------
 */

/* Where "Source of position" begins, in any spelling: "Sources of Position", "source of the  position". %NULL
 * if nowhere. Sets what follows it. */
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
          q += strspn (q, " \t");
          *rest = q + strspn (q, ":-. ");
          return p;
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

/* --- number -----------------------------------------------------------------------------------------------
 */

static gsize
count_digits (const char *p)
{
  return strspn (p, "0123456789");
}

/* "A/HRC/28/15 - ", "Recommendation No. ", "para. ": what may stand before a number. */
static const char *
skip_before_number (const char *p)
{
  static const char *const words[]
    = { "recommendation", "rec.", "rec", "no.", "para.", "paragraph", "para", "#" };
  const char *start = p;
  gboolean found = TRUE;

  if (g_ascii_strncasecmp (p, "A/HRC/", 6) == 0)
    {
      p += strcspn (p, " \n\t");
      p += strspn (p, " \n\t,:-");
      if (g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—"))
        p = g_utf8_next_char (p);
      p += strspn (p, " \n\t");
    }
  while (found)
    {
      found = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (words) && !found; i++)
        {
          gsize length = strlen (words[i]);

          if (g_ascii_strncasecmp (p, words[i], length) == 0 && strspn (p + length, " 0123456789") > 0)
            {
              p += length;
              p += strspn (p, " ");
              found = TRUE;
            }
        }
    }

  return g_ascii_isdigit (*p) ? p : start;
}

/* The number at the beginning: "140.12 ", "166.6. ", "26. ", "26) ", "79(a) ". A bare integer is no number,
 * for a recommendation may begin with "2030 Agenda" or "5 years". Returns where the text begins. */
static const char *
read_number (const char *text, char **number)
{
  const char *start = skip_before_number (text);
  const char *p = start;
  const char *end = NULL;
  guint dots = 0;
  gsize digits = count_digits (p);

  *number = NULL;
  if (digits == 0 || digits > 4)
    return text;

  p += digits;
  while (*p == '.' && count_digits (p + 1) > 0 && count_digits (p + 1) <= 4)
    {
      dots++;
      p += 1 + count_digits (p + 1);
    }
  end = p;

  if (dots > 0)
    {
      /* "140.12a", but not "140.12and" */
      if (g_ascii_islower (*p) && !g_ascii_isalnum (p[1]))
        end = ++p;
      else if (*p == ',' || *p == '%' || *p == '/' || g_ascii_isdigit (*p))
        return text;
    }
  else if (p[0] == '(' && g_ascii_islower (p[1]) && p[2] == ')')
    {
      end = p += 3;
    }
  else if ((*p != '.' && *p != ')') || (p[1] != '\0' && !g_ascii_isspace (p[1]) && g_ascii_isdigit (p[1])))
    {
      return text;
    }

  *number = g_strndup (start, end - start);
  p += strspn (p, " \n\t.):");
  /* A dash after the number, but not the minus of what follows. */
  if (p[0] == '-' && p[1] == ' ')
    p += 2;
  else if (g_str_has_prefix (p, "– ") || g_str_has_prefix (p, "— "))
    p = g_utf8_next_char (p) + 1;

  return p;
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

/* What stands between the lists of one ask, and behind the last: "(Chile); (Peru) and (Togo)*." */
static gboolean
is_between_groups (const char *text, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    {
      if (g_ascii_strncasecmp (text + i, "and ", 4) == 0 && i > start && text[i - 1] == ' ')
        i += 3;
      else if (strchr (" ;.,:*/&)]", text[i]) == NULL)
        return FALSE;
    }

  return TRUE;
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

  /* What stands before the first State belongs to the text: "(ICRMW) (Peru)". */
  while (begin < groups->len && !suivi_bracket_group_has_states (groups->pdata[begin]))
    begin++;

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
#define AFTER_GROUP " ;.,:"

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

  while (start < end && strchr (AFTER_GROUP, text[start]) != NULL)
    start++;
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

/* Whether a new ask begins behind a list of States: after ";" or ".", or with a capital letter. */
static gboolean
ask_begins (const char *text, gsize end)
{
  const char *p = text + end;
  gboolean parted = FALSE;

  for (; *p != '\0' && strchr (AFTER_GROUP, *p) != NULL; p++)
    parted |= *p == ';' || *p == '.';

  return g_unichar_isalpha (g_utf8_get_char (p)) && (parted || g_unichar_isupper (g_utf8_get_char (p)));
}

/* The State under review alone in brackets is where something is, not who recommends it. */
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
  gsize start = 0;      /* of the ask */
  gsize list_start = 0; /* of its list of States */
  gsize list_end = 0;

  for (guint i = 0; i < tail.first; i++)
    {
      const SuiviBracketGroup *group = groups->pdata[i];
      gboolean begins = ask_begins (text, group->end);

      if (!suivi_bracket_group_has_states (group) || is_reviewed (group, reviewed))
        continue;
      /* Words among which a State is named are a remark, unless they stand where a list would. */
      if (!suivi_bracket_group_is_known (group) && !begins)
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
          start = group->end;
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

static void
read_states (SuiviRecommendationText *self, const char *text, const char *reviewed, const char *states_cell)
{
  g_autoptr (GPtrArray) groups = suivi_bracket_groups_find (text);
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
    }
  else
    {
      tail = read_tail (self, text, groups, end_states, unknown, kept);
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
 * @reviewed: (nullable): the State under review, ISO 3166-1 alpha-3, which does not recommend to itself
 * @states_cell: (nullable): the cell "Recommending State/s", where the list has such a column; otherwise the
 * States are looked for in the text
 *
 * Takes a cell apart: "140.12 Ratify … (France) (Venezuela (Bolivarian Republic of));" and the lines "Source
 * of position: …" and "Comments: …" below it. An acronym in brackets is no State. Where one number has
 * several asks, each with its States ("… (Chile); Increase … (Peru);"), the text keeps all of them, with
 * their inner lists, and they are offered one by one as well. Nothing is guessed: see @unknown and
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
  g_autofree char *line = NULL;
  const char *text = NULL;

  g_return_val_if_fail (cell != NULL, NULL);

  self = g_new0 (SuiviRecommendationText, 1);
  self->asks = g_ptr_array_new_with_free_func (free_ask);
  self->original = suivi_text_clean_lines (cell);
  decoded = suivi_text_decode_entities (self->original);
  part_lines (decoded, &lines, &self->position_source);
  line = suivi_text_clean (lines);
  text = read_number (line, &self->number);
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
  g_free (self->position_source);
  g_ptr_array_unref (self->asks);
  g_free (self);
}
