/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/words.h"

/* Soft hyphens, joiners and direction marks: they belong to the word that they stand in, and are not read. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060
         || c == 0xFEFF;
}

static gboolean
is_word_character (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);
}

/* What belongs to a word that has begun, and begins none: accents and the like by themselves, and what is invisible. */
static gboolean
goes_on (gunichar c)
{
  return c >= 0x80 && (g_unichar_ismark (c) || is_invisible (c));
}

/* One character in small letters without its accents. */
static void
append_folded (GString *out, gunichar c)
{
  gunichar base = c;
  gunichar first = 0;
  gunichar rest = 0;

  if (c < 0x80)
    {
      g_string_append_c (out, g_ascii_tolower (c));
      return;
    }
  while (g_unichar_decompose (base, &first, &rest) && g_unichar_ismark (rest))
    base = first;
  if (is_invisible (base) || g_unichar_ismark (base))
    return;

  base = g_unichar_tolower (base);
  if (base == 0x153)
    g_string_append (out, "oe");
  else if (base == 0xE6)
    g_string_append (out, "ae");
  else if (base == 0xDF)
    g_string_append (out, "ss");
  else
    g_string_append_unichar (out, base);
}

static guint
classify_gap (gunichar c)
{
  switch (c)
    {
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029:
      return SUIVI_GAP_LINE;
    case ',':
    case 0x60C:
      return SUIVI_GAP_COMMA;
    case ':':
      return SUIVI_GAP_COLON;
    case ';':
    case 0x61B:
      return SUIVI_GAP_SEMICOLON;
    case '.':
      return SUIVI_GAP_DOT;
    case '!':
    case '?':
    case 0x61F:
    case 0x3002:
      return SUIVI_GAP_STOP;
    case '(':
    case '[':
      return SUIVI_GAP_OPEN;
    case ')':
    case ']':
      return SUIVI_GAP_CLOSE;
    case '-':
    case 0x2010:
    case 0x2011:
      return SUIVI_GAP_HYPHEN;
    case '/':
      return SUIVI_GAP_SLASH;
    case '%':
    case 0x66A:
      return SUIVI_GAP_PERCENT;
    case 0x2013:
    case 0x2014:
      return SUIVI_GAP_COMMA;
    default:
      return g_unichar_isspace (c) ? SUIVI_GAP_SPACE : 0;
    }
}

/* "31", "31st", "1er": the digits that a word begins with, if little follows. */
static void
read_number (SuiviWord *word)
{
  const char *p = word->folded;
  gsize digits = strspn (p, "0123456789");

  word->number = -1;
  if (digits == 0 || digits > 9 || strlen (p + digits) > 2)
    return;

  word->number = (int) g_ascii_strtoll (p, NULL, 10);
  word->plain_number = p[digits] == '\0';
}

/* A full stop ends a sentence when a space and a capital letter follow, and what stands before is no initial ("U.
 * S.") nor an abbreviation of few letters before a number ("No. 5", "art. 3"). */
static void
find_stops (SuiviWords *self)
{
  for (guint i = 1; i < self->n; i++)
    {
      SuiviWord *word = &self->items[i];
      const SuiviWord *last = &self->items[i - 1];

      if ((word->gap & SUIVI_GAP_DOT) && (word->gap & (SUIVI_GAP_SPACE | SUIVI_GAP_LINE)) && word->number < 0
          && last->end - last->start > 1 && (word->capital || (word->gap & SUIVI_GAP_LINE)))
        word->gap |= SUIVI_GAP_STOP;
    }
}

/* In a text that is all in capitals, a capital letter tells nothing. */
static void
forget_capitals (SuiviWords *self, guint n_upper)
{
  if (self->n == 0 || n_upper * 2 < self->n)
    return;
  for (guint i = 0; i < self->n; i++)
    self->items[i].capital = FALSE;
}

/* "108.4 Ratify", "12. Ratify", "(3) Ratify": a number, and after it a full stop, a bracket or a capital letter. */
static void
find_leading_number (SuiviWords *self)
{
  guint end = 0;

  while (end < self->n && self->items[end].plain_number
         && (end == 0 || self->items[end].gap == SUIVI_GAP_DOT))
    end++;
  if (end > 0 && end < self->n
      && (self->items[end].capital || (self->items[end].gap & (SUIVI_GAP_DOT | SUIVI_GAP_CLOSE)) != 0))
    self->n_leading = end;
}

/**
 * suivi_words_new:
 * @text: valid UTF-8; only the first %SUIVI_WORDS_MAX_CHARACTERS characters are looked at
 *
 * Cuts a text into words. Takes time in proportion to the length of the text.
 *
 * Returns: (transfer full): the words
 */
SuiviWords *
suivi_words_new (const char *text)
{
  SuiviWords *self = g_new0 (SuiviWords, 1);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (SuiviWord));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *folded = g_string_sized_new (256);
  SuiviWord word = { 0 };
  gboolean inside = FALSE;
  guint n_upper = 0;
  guint lower = 0;
  guint position = 0;
  const char *p = text;

  for (;; p = g_utf8_next_char (p), position++)
    {
      gunichar c = position < SUIVI_WORDS_MAX_CHARACTERS ? g_utf8_get_char (p) : 0;
      guint offset = p - text;

      g_array_append_val (offsets, offset);
      if (c != 0 && (is_word_character (c) || (inside && goes_on (c))))
        {
          if (!inside)
            {
              guint start = folded->len;

              g_array_append_val (starts, start);
              word.start = position;
              word.capital = g_unichar_isupper (c) || g_unichar_istitle (c);
              lower = 0;
              inside = TRUE;
            }
          if (!is_invisible (c))
            word.end = position + 1;
          lower += !g_unichar_isupper (c);
          append_folded (folded, c);
          continue;
        }
      if (inside)
        {
          n_upper += lower == 0;
          g_string_append_c (folded, '\0');
          g_array_append_val (items, word);
          memset (&word, 0, sizeof word);
          inside = FALSE;
        }
      if (c == 0)
        break;
      word.gap |= classify_gap (c);
    }

  word.start = word.end = position;
  word.number = -1;
  word.folded = "";
  self->text = g_strndup (text, p - text);
  self->folded = g_string_free (folded, FALSE);
  self->n = items->len;
  g_array_append_val (items, word);
  self->items = (SuiviWord *) g_array_free (g_steal_pointer (&items), FALSE);
  self->offsets = (guint *) g_array_free (g_steal_pointer (&offsets), FALSE);
  for (guint i = 0; i < self->n; i++)
    {
      self->items[i].folded = self->folded + g_array_index (starts, guint, i);
      read_number (&self->items[i]);
    }
  forget_capitals (self, n_upper);
  find_stops (self);
  find_leading_number (self);

  return self;
}

/**
 * suivi_words_free:
 * @self: (nullable) (transfer full): words
 */
void
suivi_words_free (SuiviWords *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->items);
  g_free (self->folded);
  g_free (self->offsets);
  g_free (self);
}

/**
 * suivi_words_count:
 *
 * Returns: how many words a person would count: what stands between spaces and holds a letter or digit
 */
guint
suivi_words_count (SuiviWords *self)
{
  guint count = 0;

  for (guint i = 0; i < self->n; i++)
    count += i == 0 || (self->items[i].gap & (SUIVI_GAP_SPACE | SUIVI_GAP_LINE)) != 0;

  return count;
}

/**
 * suivi_words_slice:
 * @start: first character
 * @end: the character after the last
 *
 * Returns: (transfer full): that piece of the text
 */
char *
suivi_words_slice (SuiviWords *self, guint start, guint end)
{
  g_return_val_if_fail (start <= end && end <= self->items[self->n].end, g_strdup (""));

  return g_strndup (self->text + self->offsets[start], self->offsets[end] - self->offsets[start]);
}

/**
 * suivi_words_get_span:
 * @first: a word
 * @end: the word after the last; above @first
 *
 * Returns: where those words stand
 */
SuiviSpan
suivi_words_get_span (SuiviWords *self, guint first, guint end)
{
  SuiviSpan span = { self->items[first].start, self->items[end - 1].end };

  return span;
}
