/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/sessions.h"
#include "core/reference/states.h"
#include "core/review/review.h"
#include "core/text/text.h"
#include "exchange/list-heading.h"

/* Headings are short and stand at the beginning. */
#define MAX_LINES 60
#define MAX_LINE  1000

/* "The former Yugoslav Republic of Macedonia", "United Kingdom of Great Britain and Northern Ireland" */
#define MAX_NAME_WORDS 12

/* The fifth cycle will begin with session 55. */
#define MAX_SESSION 80
#define MAX_CYCLE   6

/* Numbers found in one place, few and different. */
typedef struct
{
  guint numbers[8];
  guint n;
} Numbers;

struct _SuiviListHeading
{
  GPtrArray *lines[SUIVI_N_HEADING_PLACES]; /* char, cleaned */
};

/**
 * suivi_list_heading_new:
 *
 * Returns: (transfer full): a heading without lines
 */
SuiviListHeading *
suivi_list_heading_new (void)
{
  SuiviListHeading *self = g_new0 (SuiviListHeading, 1);

  for (guint i = 0; i < SUIVI_N_HEADING_PLACES; i++)
    self->lines[i] = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * suivi_list_heading_free:
 * @self: (nullable) (transfer full): a heading
 */
void
suivi_list_heading_free (SuiviListHeading *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_HEADING_PLACES; i++)
    g_ptr_array_unref (self->lines[i]);
  g_free (self);
}

/**
 * suivi_list_heading_add:
 * @place: where it stands
 * @line: a paragraph or cell, valid UTF-8; only the beginning of long ones is looked at
 */
void
suivi_list_heading_add (SuiviListHeading *self, SuiviHeadingPlace place, const char *line)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (place < SUIVI_N_HEADING_PLACES);

  if (self->lines[place]->len < MAX_LINES && !suivi_text_is_blank (line))
    {
      g_autofree char *start = g_strndup (line, MAX_LINE);
      g_autofree char *valid = g_utf8_make_valid (start, -1);

      g_ptr_array_add (self->lines[place], g_steal_pointer (&valid));
    }
}

/* --- the State --------------------------------------------------------------------------------------------
 */

/* The State whose name begins a text: the longest beginning that is one, so that "Guinea-Bissau" is not
 * "Guinea". */
static const char *
match_beginning (const char *text)
{
  const char *ends[MAX_NAME_WORDS] = { NULL };
  guint n_ends = 0;
  gboolean in_word = FALSE;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_word = g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;

      if (in_word && !is_word && n_ends < MAX_NAME_WORDS)
        ends[n_ends++] = c == ')' ? p + 1 : p;
      in_word = is_word;
      /* A number ends a name: "Slovenia 4th cycle". */
      if (c == '\0' || g_unichar_isdigit (c) || n_ends == MAX_NAME_WORDS)
        break;
    }

  while (n_ends > 0)
    {
      g_autofree char *name = g_strndup (text, ends[--n_ends] - text);
      const char *state = suivi_state_match (name);

      if (state == NULL)
        {
          /* Runs of a header break words: "Slo venia". */
          g_auto (GStrv) words = g_strsplit_set (name, " \t", -1);
          g_autofree char *joined = g_strjoinv ("", words);

          state = suivi_state_match (joined);
        }
      if (state != NULL)
        return state;
    }

  return NULL;
}

/* "UPR of Slovenia (…" */
static const char *
find_named_state (const char *line)
{
  static const char *const marks[] = { "upr of ",
                                       "universal periodic review of ",
                                       "universal periodic review - ",
                                       "upr - ",
                                       "upr: ",
                                       "state under review: ",
                                       "state under review - ",
                                       "epu de ",
                                       "examen periodique universel de " };
  g_autofree char *cleaned = suivi_text_clean (line);
  g_autofree char *folded = suivi_text_fold (cleaned);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      for (const char *p = strstr (folded, marks[i]); p != NULL; p = strstr (p + 1, marks[i]))
        {
          const char *state = NULL;

          /* "U PR of" and the like are not looked for; words before the mark do not matter. */
          if (p > folded && g_ascii_isalpha (p[-1]))
            continue;
          state = match_beginning (p + strlen (marks[i]));
          if (state != NULL)
            return state;
        }
    }

  return NULL;
}

/* A line of which one part is the name of a State: "Slovenia – Third cycle", "Thematic list: Slovenia",
 * "Slovenia - 48th session". */
static const char *
find_lone_state (const char *line)
{
  g_autofree char *plain = g_strdup (line);
  g_auto (GStrv) parts = NULL;
  const char *found = NULL;

  for (char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A hyphen parts only between spaces: "Guinea-Bissau" is one name. */
      if (c == 0x2013 || c == 0x2014 || (p > plain && p[-1] == ' ' && g_str_has_prefix (p, "- ")))
        memset (p, '\n', g_utf8_next_char (p) - p);
    }
  parts = g_strsplit_set (plain, "\n\t:;|/_", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *bracket = strrchr (parts[i], '(');
      g_autofree char *head
        = g_strndup (parts[i], bracket != NULL ? (gsize) (bracket - parts[i]) : strlen (parts[i]));
      const char *state = suivi_state_match (parts[i]);

      if (state == NULL)
        state = suivi_state_match (head);
      if (state != NULL && found != NULL && !g_str_equal (state, found))
        return NULL;
      if (state != NULL)
        found = state;
    }

  return found;
}

/* Looks in one place after the other. Two States in one place: no answer. */
static const char *
find_state (SuiviListHeading *self, const char *(*find) (const char *line))
{
  for (guint place = 0; place < SUIVI_N_HEADING_PLACES; place++)
    {
      const char *found = NULL;

      for (guint i = 0; i < self->lines[place]->len; i++)
        {
          const char *state = find (self->lines[place]->pdata[i]);

          if (state != NULL && found != NULL && !g_str_equal (state, found))
            return "";
          if (state != NULL)
            found = state;
        }
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* --- cycle and session ------------------------------------------------------------------------------------
 */

static void
add_number (Numbers *numbers, guint number, guint max)
{
  if (number == 0 || number > max || numbers->n == G_N_ELEMENTS (numbers->numbers))
    return;
  for (guint i = 0; i < numbers->n; i++)
    {
      if (numbers->numbers[i] == number)
        return;
    }
  numbers->numbers[numbers->n++] = number;
}

/* Folded, and without any space: runs of a header break numbers as well ("4 8 th Session"). */
static char *
squeeze (const char *line, gboolean hyphens)
{
  char *folded = suivi_text_fold (line);
  char *out = folded;

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (*p != ' ' && (hyphens || *p != '-'))
        *out++ = *p;
    }
  *out = '\0';

  return folded;
}

static void
write_ordinal (guint number, char *out, gsize size)
{
  static const char *const ones[]
    = { "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
        "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth" };
  static const char *const tens[] = { "", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight" };

  if (number < G_N_ELEMENTS (ones))
    g_strlcpy (out, ones[number], size);
  else
    g_snprintf (out, size, "%s%s%s", tens[number / 10], number % 10 == 0 ? "ieth" : "y", ones[number % 10]);
}

/* "forty-eighth" before "session" */
static guint
read_ordinal_before (const char *start, const char *end, guint max)
{
  guint found = 0;
  gsize longest = 0;

  for (guint n = 1; n <= max; n++)
    {
      char word[32] = { 0 };
      gsize length = 0;

      write_ordinal (n, word, sizeof word);
      length = strlen (word);
      if (length > longest && (gsize) (end - start) >= length && memcmp (end - length, word, length) == 0)
        {
          longest = length;
          found = n;
        }
    }

  return found;
}

/* Digits before "session", with or without "th": "48thsession". At most two, for there may be others before.
 */
static guint
read_digits_before (const char *start, const char *end)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "eme", "e", "o", "a" };
  const char *p = end;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize length = strlen (endings[i]);

      if ((gsize) (end - start) > length && memcmp (end - length, endings[i], length) == 0
          && (g_ascii_isdigit (end[-(gssize) length - 1]) || end[-(gssize) length - 1] == '-'))
        {
          p = end - length;
          break;
        }
    }
  if (p > start && p[-1] == '-')
    p--;
  end = p;
  while (p > start && end - p < 2 && g_ascii_isdigit (p[-1]))
    p--;

  return p < end ? (guint) g_ascii_strtoull (p, NULL, 10) : 0;
}

/* Other words that may stand between the number and "session". */
static const char *
skip_words_before (const char *start, const char *end)
{
  static const char *const words[] = { "upr", "workinggroup", "wg", "(", "review" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (end - start) > length && memcmp (end - length, words[i], length) == 0)
        return end - length;
    }

  return end;
}

/* "session" of the Human Rights Council is another count. */
static gboolean
is_of_council (const char *rest)
{
  return g_str_has_prefix (rest, "ofthehumanrightscouncil") || g_str_has_prefix (rest, "ofhumanrightscouncil")
         || g_str_has_prefix (rest, "ofthehrc");
}

static void
read_numbers (const char *line, const char *word, guint max, Numbers *numbers)
{
  g_autofree char *squeezed = squeeze (line, TRUE);
  g_autofree char *joined = squeeze (line, FALSE);
  gsize length = strlen (word);
  guint before = numbers->n;

  for (const char *p = strstr (squeezed, word); p != NULL; p = strstr (p + 1, word))
    {
      if (!is_of_council (p + length))
        add_number (numbers, read_digits_before (squeezed, skip_words_before (squeezed, p)), max);
    }
  for (const char *p = strstr (joined, word); p != NULL; p = strstr (p + 1, word))
    {
      if (!is_of_council (p + length))
        add_number (numbers, read_ordinal_before (joined, skip_words_before (joined, p), max), max);
    }
  if (numbers->n > before)
    return;

  /* "Session 48", "Cycle: 4" */
  for (const char *p = strstr (squeezed, word); p != NULL; p = strstr (p + 1, word))
    {
      const char *digits = p + length + strspn (p + length, ":-.#");
      gsize n = strspn (digits, "0123456789");

      if (n > 0 && n <= 2)
        add_number (numbers, (guint) g_ascii_strtoull (digits, NULL, 10), max);
    }
}

static Numbers
find_numbers (SuiviListHeading *self, const char *word, guint max)
{
  Numbers numbers = { 0 };

  for (guint place = 0; place < SUIVI_N_HEADING_PLACES && numbers.n == 0; place++)
    {
      for (guint i = 0; i < self->lines[place]->len; i++)
        read_numbers (self->lines[place]->pdata[i], word, max, &numbers);
    }

  return numbers;
}

/* The one session that fits: the cycle, if that is said, or the calendar, if several sessions are said. */
static guint
choose_session (const char *state, const Numbers *sessions, const Numbers *cycles)
{
  guint found = 0;
  guint n_found = 0;

  if (cycles->n > 1)
    return 0;
  if (sessions->n == 0)
    return cycles->n == 1 ? suivi_session_find (state, cycles->numbers[0]) : 0;

  for (guint i = 0; i < sessions->n; i++)
    {
      guint session = sessions->numbers[i];

      if (cycles->n == 1 && suivi_review_cycle_of_session (session) != cycles->numbers[0])
        continue;
      if (sessions->n > 1 && !suivi_session_was_reviewed (state, session))
        continue;
      found = session;
      n_found++;
    }

  return n_found == 1 ? found : 0;
}

/**
 * suivi_list_heading_find:
 * @session: (out): the session of the Working Group; 0 if the lines do not say it, or contradict each other
 *
 * Finds the State under review and the session in the lines. Where only the cycle is said, the calendar of
 * reviews gives the session; where both are said they must agree.
 *
 * Returns: (nullable): the State under review, ISO 3166-1 alpha-3; %NULL if it is not said, not known, or not
 * clear
 */
const char *
suivi_list_heading_find (SuiviListHeading *self, guint *session)
{
  const char *state = NULL;
  Numbers sessions = { 0 };
  Numbers cycles = { 0 };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (session != NULL, NULL);

  *session = 0;
  state = find_state (self, find_named_state);
  if (state == NULL)
    state = find_state (self, find_lone_state);
  if (state == NULL || *state == '\0')
    return NULL;

  sessions = find_numbers (self, "session", MAX_SESSION);
  cycles = find_numbers (self, "cycle", MAX_CYCLE);
  *session = choose_session (state, &sessions, &cycles);

  return state;
}
