/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "core/consultation/revealing-contacts.h"

/* Fewer digits make no telephone number; so many separators may stand between two of them. */
#define MIN_DIGITS     7
#define MAX_SEPARATORS 2

/* Groups of digits that are told apart. */
#define MAX_GROUPS 8

/* Digits with separators between them. */
typedef struct
{
  guint start;
  guint end;
  guint n_digits;
  guint n_groups;
  guint lengths[MAX_GROUPS];
  guint values[MAX_GROUPS];
  gboolean date_separators;
  gboolean only_spaces;
} Digits;

static void
add_find (GArray *finds, SuiviRevealingKind kind, guint start, guint end)
{
  SuiviRevealing find = { 0 };

  find.kind = kind;
  find.start = start;
  find.length = end - start;
  g_array_append_val (finds, find);
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

static gboolean
is_separator (gunichar c)
{
  return is_space (c) || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || c == 0x2010
         || c == 0x2011 || c == 0x2013;
}

static void
read_digits (const SuiviToldText *text, guint start, Digits *digits)
{
  guint n_separators = 0;

  memset (digits, 0, sizeof (Digits));
  digits->start = start;
  digits->date_separators = TRUE;
  digits->only_spaces = TRUE;
  digits->n_groups = 1;
  for (guint i = start; i < text->n_characters && n_separators <= MAX_SEPARATORS; i++)
    {
      gunichar c = text->characters[i];

      if (g_unichar_isdigit (c))
        {
          guint group = 0;

          if (n_separators > 0)
            digits->n_groups++;
          for (guint k = i - n_separators; k < i; k++)
            {
              gunichar separator = text->characters[k];

              digits->date_separators = digits->date_separators && n_separators == 1
                                        && (separator == '/' || separator == '-' || separator == '.');
              digits->only_spaces = digits->only_spaces && is_space (separator);
            }
          n_separators = 0;
          group = MIN (digits->n_groups, MAX_GROUPS) - 1;
          digits->lengths[group]++;
          digits->values[group]
            = MIN (digits->values[group] * 10 + MAX (g_unichar_digit_value (c), 0), 100000);
          digits->n_digits++;
          digits->end = i + 1;
        }
      else if (is_separator (c))
        {
          n_separators++;
        }
      else
        {
          break;
        }
    }
}

/* "14/05/2011", "2011-5-14" */
static gboolean
is_date (const Digits *digits)
{
  const guint *lengths = digits->lengths;

  if (digits->n_groups != 3 || !digits->date_separators)
    return FALSE;
  return (lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4))
         || (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2);
}

/* "2024-2025", "1 000 000": years and round numbers. */
static gboolean
is_amount (const Digits *digits)
{
  gboolean years = digits->n_groups <= MAX_GROUPS && digits->n_groups > 1;
  gboolean round = years && digits->only_spaces && digits->values[0] > 0;

  for (guint i = 0; i < MIN (digits->n_groups, MAX_GROUPS); i++)
    {
      years = years && digits->lengths[i] == 4 && digits->values[i] >= 1900 && digits->values[i] <= 2100;
      round = round && (i == 0 || (digits->lengths[i] == 3 && digits->values[i] == 0));
    }

  return years || round;
}

static void
find_numbers (GArray *finds, const SuiviToldText *text)
{
  for (guint i = 0; i < text->n_characters; i++)
    {
      Digits digits = { 0 };
      guint start = i;

      if (!g_unichar_isdigit (text->characters[i]))
        continue;
      read_digits (text, i, &digits);
      while (start > 0 && i - start < 2
             && (text->characters[start - 1] == '+' || text->characters[start - 1] == '('))
        start--;
      if (is_date (&digits))
        add_find (finds, SUIVI_REVEALING_AGE, start, digits.end);
      else if (digits.n_digits >= MIN_DIGITS && !is_amount (&digits))
        add_find (finds, SUIVI_REVEALING_CONTACT, start, digits.end);
      i = digits.end - 1;
    }
}

static gboolean
is_address_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '.' || c == '_' || c == '-' || c == '+'
         || c == '%';
}

/* "amina@example.org", "@amina_b". Between two at signs nothing is read more than twice. */
static void
find_at_signs (GArray *finds, const SuiviToldText *text)
{
  for (guint i = 0; i < text->n_characters; i++)
    {
      guint start = i;
      guint end = i + 1;

      if (text->characters[i] != '@' && text->characters[i] != 0xFF20)
        continue;
      while (start > 0 && is_address_character (text->characters[start - 1]))
        start--;
      while (end < text->n_characters && is_address_character (text->characters[end]))
        end++;
      while (end > i + 1 && text->characters[end - 1] == '.')
        end--;
      if (end - i > 2)
        add_find (finds, SUIVI_REVEALING_CONTACT, start, end);
    }
}

/* "https://…", "www.…", "example.org/amina": to the next space. */
static void
find_web_addresses (GArray *finds, const SuiviToldText *text)
{
  guint done = 0;

  for (guint i = 0; i < text->words->len; i++)
    {
      const SuiviTold *word = &g_array_index (text->words, SuiviTold, i);
      const SuiviTold *next = i + 1 < text->words->len ? word + 1 : NULL;
      guint start = word->start;
      guint end = word->end;

      if (start < done || next == NULL)
        continue;
      if (!((g_str_equal (word->folded, "http") || g_str_equal (word->folded, "https"))
            && text->characters[word->end] == ':' && next->start == word->end + 3)
          && !(next->gap == SUIVI_BREAK_DOT && next->start == word->end + 1
               && (g_str_equal (word->folded, "www") || (next->uses & SUIVI_WORD_DOMAIN) != 0)))
        continue;
      while (start > done && !g_unichar_isspace (text->characters[start - 1])
             && text->characters[start - 1] != '(')
        start--;
      while (end < text->n_characters && !g_unichar_isspace (text->characters[end]))
        end++;
      while (end > next->end && g_unichar_ispunct (text->characters[end - 1])
             && text->characters[end - 1] != '/')
        end--;
      add_find (finds, SUIVI_REVEALING_CONTACT, start, end);
      done = end;
    }
}

/**
 * suivi_revealing_find_contacts:
 * @finds: (element-type SuiviRevealing): where to add what is found, without the text
 * @text: a statement
 *
 * Finds telephone numbers (seven digits and more, in any script), dates in digits, e-mail and web addresses,
 * and names in social networks ("@name").
 */
void
suivi_revealing_find_contacts (GArray *finds, const SuiviToldText *text)
{
  find_numbers (finds, text);
  find_at_signs (finds, text);
  find_web_addresses (finds, text);
}
