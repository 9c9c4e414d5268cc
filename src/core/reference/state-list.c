/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/text/text.h"

/* What is longer is no name: see suivi_state_match(). */
#define MAX_NAME 400

/* "China (including Hong Kong, China and Macao, China)" is the name with the most separators in it. */
#define MAX_RUN 6

/* Brackets in brackets in a list of names; more is no list. */
#define MAX_DEPTH 4

/* A piece of a list; start and end are places in the text. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean weak; /* whether only a word or a dash parts it from the piece before */
} Piece;

static const char *const and_words[] = { "and", "et", "y", "e", "и" };

static gboolean
is_strong_separator (gunichar c)
{
  return c == ',' || c == ';' || c == '/' || c == '|' || c == '\n' || c == 0x2028 || c == 0x2022
         || c == 0x060C || c == 0x061B || c == 0x3001 || c == 0xFF0C || c == 0xFF1B;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* Length of "and", "et", … at p if it stands as a word of its own, 0 otherwise. */
static gsize
read_and (const char *text, const char *p)
{
  if (p > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (and_words); i++)
    {
      gsize length = strlen (and_words[i]);
      gunichar next = 0;

      if (g_ascii_strncasecmp (p, and_words[i], length) != 0)
        continue;
      next = g_utf8_get_char (p + length);
      if (g_unichar_isspace (next) || next == 0xA0)
        return length;
    }

  return 0;
}

/* Whether brackets that open close again, so that they can be trusted. */
static gboolean
is_balanced (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')' && --depth < 0)
        return FALSE;
    }

  return depth == 0;
}

static void
add_piece (GArray *pieces, const char *text, const char *start, const char *end, gboolean weak)
{
  Piece piece = { start - text, end - text, weak };

  while (piece.start < piece.end && g_ascii_isspace (text[piece.start]))
    piece.start++;
  while (piece.end > piece.start && g_ascii_isspace (text[piece.end - 1]))
    piece.end--;
  if (piece.start < piece.end)
    g_array_append_val (pieces, piece);
}

/* Whether the bracket at p comes right after one that closes. */
static gboolean
follows_bracket (const char *text, const char *p)
{
  while (p > text && g_ascii_isspace (p[-1]))
    p--;

  return p > text && p[-1] == ')';
}

/* Cuts at every separator and between pairs of brackets; inside brackets only if told to. */
static GArray *
cut_pieces (const char *text, gboolean inside_brackets)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *start = text;
  gboolean weak = FALSE;
  int depth = 0;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gsize word = 0;

      if (c == '(')
        {
          /* "(Chile) (Peru)": each pair stands for itself. */
          if (depth == 0 && follows_bracket (text, p))
            {
              add_piece (pieces, text, start, p, weak);
              weak = FALSE;
              start = p;
            }
          depth++;
        }
      else if (c == ')')
        depth--;
      else if (depth == 0 || inside_brackets)
        {
          word = c == '&' ? 1 : read_and (text, p);
          if (word > 0)
            next = p + word;
          else if (is_dash (c) && p > text && g_ascii_isspace (p[-1]) && g_ascii_isspace (*next))
            word = 1;

          if (word > 0 || is_strong_separator (c))
            {
              guint before = pieces->len;

              add_piece (pieces, text, start, p, weak);
              /* ", and": the comma decides. */
              weak = word > 0 && (weak || pieces->len > before);
              start = next;
            }
        }
      p = next;
    }
  add_piece (pieces, text, start, text + strlen (text), weak);

  return pieces;
}

static const char *
match_span (const char *text, gsize start, gsize end)
{
  g_autofree char *span = g_strndup (text + start, end - start);

  return suivi_state_match (span);
}

static void
add_state (GPtrArray *states, const char *iso3)
{
  if (!g_ptr_array_find_with_equal_func (states, iso3, g_str_equal, NULL))
    g_ptr_array_add (states, g_strdup (iso3));
}

static void
match_text (const char *text, gboolean inside_brackets, guint depth, GPtrArray *states, GPtrArray *unknown);

/* Length of the brackets at the beginning of a text, with what is in them; 0 if it begins with something
 * else. */
static gsize
measure_brackets (const char *text)
{
  int depth = 0;

  if (text[0] != '(')
    return 0;
  for (const char *p = text; *p != '\0'; p++)
    {
      depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
      if (depth == 0)
        return p + 1 - text;
    }

  return 0;
}

/* The State at the beginning of a text in which only brackets part the names; tries the longest of the next
 * few places before "(" or after ")", for a name has at most one pair. Returns where it ends, 0 if there is
 * none. */
static gsize
match_beginning (const char *text, const char **iso3)
{
  gsize ends[4] = { 0 };
  guint n_ends = 0;

  for (gsize i = 1; n_ends < G_N_ELEMENTS (ends) && i <= MAX_NAME; i++)
    {
      if (text[i] == '\0' || text[i] == '(' || text[i - 1] == ')')
        ends[n_ends++] = i;
      if (text[i] == '\0')
        break;
    }
  while (n_ends > 0)
    {
      n_ends--;
      *iso3 = match_span (text, 0, ends[n_ends]);
      if (*iso3 != NULL)
        return ends[n_ends];
    }

  return 0;
}

/* A piece that is no name of a State as it stands: "(Chile, Peru)", "(Chile) (Peru)", "Iran (Islamic Republic
 * of)Peru". It counts only if States come of every part. Returns whether that went well. */
static gboolean
match_brackets (const char *piece, guint depth, GPtrArray *states)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  if (depth >= MAX_DEPTH || strpbrk (piece, "()") == NULL || !is_balanced (piece))
    return FALSE;

  if (measure_brackets (piece) == strlen (piece))
    {
      g_autofree char *inner = g_strndup (piece + 1, strlen (piece) - 2);

      match_text (inner, FALSE, depth + 1, found, others);
      if (others->len > 0)
        return FALSE;
    }
  else
    {
      for (const char *p = piece; *p != '\0';)
        {
          const char *iso3 = NULL;
          gsize length = match_beginning (p, &iso3);

          if (length > 0)
            {
              add_state (found, iso3);
            }
          else
            {
              g_autofree char *group = NULL;

              length = measure_brackets (p);
              group = g_strndup (p, length);
              if (length == 0 || length == strlen (piece) || !match_brackets (group, depth + 1, found))
                return FALSE;
            }
          p += length;
          p += strspn (p, " .*");
        }
    }

  for (guint i = 0; i < found->len; i++)
    add_state (states, found->pdata[i]);

  return found->len > 0;
}

static void
match_text (const char *text, gboolean inside_brackets, guint depth, GPtrArray *states, GPtrArray *unknown)
{
  g_autoptr (GArray) pieces = cut_pieces (text, inside_brackets);
  const Piece *from = NULL; /* of the unknown text that is not yet closed */
  const Piece *to = NULL;

  for (guint i = 0; i < pieces->len;)
    {
      const Piece *first = &g_array_index (pieces, Piece, i);
      g_autofree char *alone = NULL;
      guint run = MIN (MAX_RUN, pieces->len - i);
      const char *iso3 = NULL;

      for (; run > 0; run--)
        {
          iso3 = match_span (text, first->start, g_array_index (pieces, Piece, i + run - 1).end);
          if (iso3 != NULL)
            break;
        }
      if (iso3 == NULL)
        alone = g_strndup (text + first->start, first->end - first->start);

      if (iso3 != NULL || match_brackets (alone, depth, states) || suivi_text_is_blank (alone))
        {
          if (iso3 != NULL)
            add_state (states, iso3);
          if (from != NULL)
            g_ptr_array_add (unknown, g_strndup (text + from->start, to->end - from->start));
          from = NULL;
          i += MAX (run, 1);
          continue;
        }

      /* "Women and girls" is one thing that is no State, not two. */
      if (from != NULL && !first->weak)
        {
          g_ptr_array_add (unknown, g_strndup (text + from->start, to->end - from->start));
          from = NULL;
        }
      if (from == NULL)
        from = first;
      to = first;
      i++;
    }
  if (from != NULL)
    g_ptr_array_add (unknown, g_strndup (text + from->start, to->end - from->start));
}

/**
 * suivi_state_match_list:
 * @names: (nullable): names in a row: "Senegal, Venezuela (Bolivarian Republic of), Peru and Iran, Islamic
 * Republic of"
 * @unknown: (out) (optional) (transfer full): the pieces that are no State, %NULL-terminated, in the order of
 * the source
 *
 * Cuts at commas, semicolons, slashes, bars, line ends, dashes between spaces and at "and" (also "et", "y",
 * "e", "и",
 * "&") outside brackets. Pieces that only together are a name stay together: the longest run of neighbours
 * that suivi_state_match() knows is taken, so "Bosnia and Herzegovina" and "Korea, Republic of" are found. If
 * the brackets do not close, they are not trusted.
 *
 * Returns: (transfer full): ISO 3166-1 alpha-3 codes, %NULL-terminated, in the order of the source, each once
 */
char **
suivi_state_match_list (const char *names, char ***unknown)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  if (names != NULL && g_utf8_validate (names, -1, NULL))
    {
      g_autofree char *decoded = suivi_text_decode_entities (names);
      g_autofree char *cleaned = suivi_text_clean_lines (decoded);

      match_text (cleaned, !is_balanced (cleaned), 0, states, others);
    }
  else if (names != NULL)
    {
      g_ptr_array_add (others, g_utf8_make_valid (names, -1));
    }

  if (unknown != NULL)
    {
      g_ptr_array_add (others, NULL);
      *unknown = (char **) g_ptr_array_free (g_steal_pointer (&others), FALSE);
    }
  g_ptr_array_add (states, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&states), FALSE);
}
